"""Fold the copies among a period's articles, and number what is left.

In:  the articles of a period in any order, and what was found in each.
Out: the articles kept, numbered by day, outlet, headline and text; copies are named under the
     article that stands for them.

Of several copies the one stays that has a date of publication, names its outlet and has the
longest text. A copy that says something of its own (another number, say) is kept beside it:
what one outlet alone says is never lost, and may be a conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.records import Extraction, Figure, Finding, Official, Source
from briefing.weeks import duplicates, gathering, keys
from briefing.weeks.merging import Stated


@dataclass(frozen=True)
class Copies:
    """The articles kept, numbered, and for each folded article's id the one that stands for it."""

    kept: tuple[Source, ...]
    folded: Mapping[str, str]


def fold(sources: Sequence[Source], extractions: Mapping[str, Extraction]) -> Copies:
    """Return the sources without copies, numbered from 1."""
    best: dict[str, Source] = {}
    same_as: dict[str, list[str]] = {}
    for source in sorted(sources, key=_quality):
        known = best.setdefault(source.article.id, source)
        if known is not source and source.article.source != known.article.source:
            same_as.setdefault(source.article.id, []).append(_label(source))
    folded = _fold(best, extractions)
    for copy, kept in folded.items():
        same_as.setdefault(kept, []).extend([_label(best[copy]), *same_as.get(copy, [])])
    order = sorted((one for key, one in best.items() if key not in folded), key=_place)
    kept_sources = tuple(
        source.model_copy(
            update={
                "number": number,
                "folded": tuple(
                    sorted(key for key, into in folded.items() if into == source.article.id)
                ),
                "same_as": tuple(sorted({*source.same_as, *same_as.get(source.article.id, ())})),
            }
        )
        for number, source in enumerate(order, 1)
    )
    return Copies(kept_sources, folded)


def _fold(best: Mapping[str, Source], extractions: Mapping[str, Extraction]) -> dict[str, str]:
    """Return for each article that adds nothing the one that it is a copy or excerpt of."""
    texts = {key: one.article.text for key, one in best.items()}
    found = list(duplicates.pairs(duplicates.sketches(texts)))
    said = {key: _said(one, extractions.get(key)) for key, one in best.items()}
    folded: dict[str, str] = {}
    for pair in sorted(found, key=lambda one: (one.kind != "same", one.one, one.other)):
        one, other = _root(folded, pair.one), _root(folded, pair.other)
        if one == other or _apart(best[one], best[other]):
            continue
        kept, copy = one, other
        if pair.kind == "same" and _quality(best[other]) < _quality(best[one]):
            kept, copy = other, one
        if said[copy] <= said[kept]:
            folded[copy] = kept
        elif pair.kind == "same" and said[kept] <= said[copy]:
            folded[kept] = copy
    return {copy: _root(folded, copy) for copy in folded}


def _apart(one: Source, other: Source) -> bool:
    """True when both name their place, and neither lies in the other: twins of one template."""
    first, second = one.article.region, other.article.region
    depth = min(len(first), len(second))
    if not depth or first[:depth] == second[:depth]:
        return False
    inside = {keys.root(first)} & {keys.root(second[: n + 1]) for n in range(len(second))}
    around = {keys.root(second)} & {keys.root(first[: n + 1]) for n in range(len(first))}
    return not inside and not around


def _root(folded: Mapping[str, str], key: str) -> str:
    while key in folded:
        key = folded[key]
    return key


def _said(source: Source, extraction: Extraction | None) -> frozenset[tuple[str, ...]]:
    """Return all that an article says, as keys with values."""
    if extraction is None:
        return frozenset()
    return frozenset(_key(source, finding) for finding in extraction.findings)


def _key(source: Source, finding: Finding) -> tuple[str, ...]:
    stated = Stated(finding, source.article, source.number, source.dated)
    match finding.claim:
        case Figure():
            amount = finding.amount
            value = f"{amount.value}" if amount else keys.fold(finding.claim.raw)
            return ("figure", keys.fold(finding.claim.metric), value)
        case Official():
            return ("official", keys.fold(finding.claim.name))
        case _:
            kind, _, words = gathering.plain_key(stated)
            return (kind, words)


def _quality(source: Source) -> tuple[bool, bool, int, str, str]:
    """Sorts the copy to keep first."""
    article = source.article
    return (
        article.published is None,
        not article.outlet,
        -len(article.text),
        source.dated.isoformat(),
        f"{article.id} {article.source}",
    )


def _place(source: Source) -> tuple[str, str, str, str]:
    article = source.article
    return source.dated.isoformat(), article.outlet or "", article.headline, article.id


def _label(source: Source) -> str:
    """Return where a copy stands: outlet, headline, address or path."""
    article = source.article
    parts = (article.outlet or "", f"《{article.headline}》", article.url or article.source)
    return " ".join(filter(None, parts))
