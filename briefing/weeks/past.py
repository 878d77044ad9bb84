"""What earlier articles say of the indicators of a briefing, for a line through the values.

In:  an article and what was found in it; a briefing and the values that were kept.
Out: values by indicator; the briefing with them beside its figures.

An indicator is a metric of one subject, with one kind of change and one unit: what
`merging.figure_key` says without the period.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from briefing.records import Article, Briefing, Extraction, Figure, Finding, PastValue, Row, Source
from briefing.weeks import keys, traces
from briefing.weeks.merging import Stated, figure_key

_MOST = 12
"""Values of a line: a year of months. More would be drawn too close to be seen."""


def values(source: Source, extraction: Extraction) -> tuple[tuple[str, PastValue], ...]:
    """Return the proven figures of an article by indicator; store them beside it.

    Ranks, ranges and figures of unknown place have no history that could be told from another's.
    """
    source = traces.placed(source)
    extraction = traces.numbered(source.article, extraction)
    return tuple(_values(source, extraction.findings))


def _values(source: Source, findings: Iterable[Finding]) -> Iterator[tuple[str, PastValue]]:
    article = source.article
    for finding in findings:
        indicator = _indicator(finding, article, source.dated)
        amount = finding.amount
        if not indicator or amount is None:
            continue
        assert isinstance(finding.claim, Figure)
        yield (
            indicator,
            PastValue(
                day=_day(finding.claim, source.dated),
                value=amount.value,
                raw=finding.claim.raw,
                source=f"{article.outlet or ''}《{article.headline}》",
            ),
        )


def indicators(briefing: Briefing) -> dict[str, str]:
    """Return by ref the indicator of each figure that may have a history."""
    sources = {one.article.id: one for one in briefing.sources}
    found = {}
    for row in briefing.figures:
        source = sources[row.finding.article_id]
        if indicator := _indicator(row.finding, source.article, source.dated):
            found[row.ref] = indicator
    return found


def recalled(briefing: Briefing, known: Mapping[str, Sequence[PastValue]]) -> Briefing:
    """Return the briefing with what is known of each figure's indicator beside the figure.

    `known` is by indicator. Days of which two values are told say nothing.
    """
    dated = {one.article.id: one.dated for one in briefing.sources}
    by_ref = indicators(briefing)

    def told(row: Row) -> Row:
        claim, some = row.finding.claim, known.get(by_ref.get(row.ref, ""), ())
        assert isinstance(claim, Figure)
        today = _day(claim, dated[row.finding.article_id])
        past = tuple(one for one in _agreed(some) if one.day < today)[-_MOST:]
        return row.model_copy(update={"past": past}) if past else row

    return briefing.model_copy(update={"figures": tuple(told(row) for row in briefing.figures)})


def _agreed(told: Iterable[PastValue]) -> Iterator[PastValue]:
    """Yield the first of each day's values where all of them are equal."""
    for _, group in groupby(sorted(told, key=lambda one: one.day), lambda one: one.day):
        first, *others = group
        if all(other.value == first.value for other in others):
            yield first


def _indicator(finding: Finding, article: Article, day: date) -> str:
    claim, amount = finding.claim, finding.amount
    if not isinstance(claim, Figure) or claim.is_rank or not finding.proven:
        return ""
    if amount is None or amount.value_max is not None:
        return ""
    whose, metric, _, *kind = figure_key(Stated(finding, article, 1, day))
    return "" if whose == article.id else "|".join((whose, metric, *kind))


def _day(claim: Figure, day: date) -> date:
    """Return the last day of what the figure speaks of, where that is past."""
    days = keys.resolved(claim.period, day) if claim.period else None
    return min(days.last, day) if days else day
