"""Compose the briefing of one period from what was proven in its articles.

In:  the period, its articles, their extractions, and what earlier articles left behind.
Out: a `Briefing`.

One engine for days, weeks, months and quarters. Pure, and independent of the order in which
articles arrive: sources are numbered here, by day, outlet and text.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Literal

from briefing.periods import Period
from briefing.records import (
    Article,
    Briefing,
    Correction,
    Extraction,
    Finding,
    Issued,
    Official,
    OfficialRecord,
    Row,
    Run,
    Skip,
    Source,
    State,
    TargetHistory,
    Trace,
)
from briefing.settings import Settings
from briefing.weeks import audit, homes, league, registry, reports, telling
from briefing.weeks.changes import changes, levels
from briefing.weeks.copies import Copies, fold
from briefing.weeks.digests import digests
from briefing.weeks.ledger import history
from briefing.weeks.matching import Said
from briefing.weeks.merging import Stated
from briefing.weeks.registry import Seen
from briefing.weeks.rows import Rows
from briefing.weeks.targets import tracks

REMEMBERED = timedelta(days=120)  # after its year or its deadline: annual results come in spring


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cyclic collector: walking a million new records again and again took half of
    the time (132 against 57 microseconds a trace), and none of them is part of a cycle.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_collector_paused()
def compose(
    period: Period,
    sources: Sequence[Source],
    extractions: Mapping[str, Extraction],
    *,
    settings: Settings,
    run: Run,
    skipped: Iterable[Skip] = (),
    earlier: Iterable[Trace] = (),
    previous: Briefing | None = None,
    corrections: Sequence[Correction] = (),
) -> Briefing:
    """Return the briefing of `period`.

    `sources` are the articles that may belong to it, in any order and with any numbers: those
    dated outside the period are left out, near-duplicates are folded, the rest is numbered
    anew. `extractions` is by article id; an article without one gives no rows. `earlier` are the
    traces of articles dated before the period (later ones and those of the period itself are
    ignored, so all that the store has may be passed). `previous` is the briefing before, to
    say what is new, changed and gone. `corrections` are a person's, oldest first.

    Masthead, language, lights and the rest of the choices come from `settings`.
    """
    copies = fold([_placed(one) for one in sources if one.dated in period], extractions)
    extractions = {
        source.article.id: _numbered(source.article, extractions[source.article.id])
        for source in copies.kept
        if source.article.id in extractions
    }
    past = [one for one in earlier if one.day < period.first]
    before = levels(previous)
    rows = Rows(copies, extractions, settings, before if previous else None)
    ledger = _ledger(period, copies, extractions, past, rows, settings, corrections)
    shown = tuple(one for one in ledger if not _faded(one, settings))[: settings.ledger_rows]
    remarks = (
        *audit.remarks(rows.pairs, settings.lang),
        *audit.against_before(rows.pairs, before, settings.lang),
        *audit.completions(ledger, settings.lang),
    )
    briefing = Briefing(
        period=Issued(
            name=str(period), cadence=period.cadence.value, first=period.first, last=period.last
        ),
        lang=settings.lang,
        masthead=settings.masthead,
        summary=telling.template(rows, shown, len(copies.kept), settings.lang),
        figures=rows.figures,
        officials=rows.officials,
        targets=_marked(rows.targets, ledger),
        next_steps=_marked(rows.next_steps, ledger),
        shortfalls=rows.shortfalls,
        regions=rows.regions,
        topics=rows.topics,
        conflicts=rows.conflicts,
        leagues=league.tables(rows.pairs),
        ledger=shown,
        ledger_folded=len(ledger) - len(shown),
        registry=_registry(rows, past, settings.lang),
        remarks=remarks,
        digests=digests(copies.kept, extractions, rows.all),
        doubts=rows.doubts,
        omissions=rows.omissions,
        skipped=tuple(sorted(set(skipped), key=lambda one: (one.source, one.stage, one.reason))),
        sources=copies.kept,
        run=run,
    )
    return briefing.model_copy(update={"changes": changes(briefing, previous, before)})


def _placed(source: Source) -> Source:
    """Return the source with the region that its page names, where it was not known."""
    region = homes.region(source.article)
    if region == source.article.region:
        return source
    article = source.article.model_copy(update={"region": region})
    return source.model_copy(update={"article": article})


def _numbered(article: Article, extraction: Extraction) -> Extraction:
    """Return the extraction with every claim under the sentence in which it was found."""

    def right(finding: Finding) -> Finding:
        stated = Stated(finding, article, 1, date.min)
        if stated.sentence == finding.claim.sentence:
            return finding
        claim = finding.claim.model_copy(update={"sentence": stated.sentence})
        return finding.model_copy(update={"claim": claim})

    return extraction.model_copy(
        update={
            field: tuple(right(one) for one in getattr(extraction, field))
            for field in ("findings", "doubts", "omissions")
        }
    )


def follow(
    period: Period,
    traces: Iterable[Trace],
    settings: Settings,
    corrections: Sequence[Correction] = (),
    numbers: Mapping[str, int] | None = None,
) -> tuple[TargetHistory, ...]:
    """Return all targets as of the period's last day: touched ones first, then by deadline.

    `numbers` gives the source number of the articles of this period, for their marks.
    """
    cited = numbers or {}
    said = [report for one in traces for report in _said(one, cited.get(one.article_id))]
    found = [
        history(track, period, settings.lights, settings.lang)
        for track in tracks(said, corrections)
    ]
    return tuple(sorted(found, key=_urgency))


def _ledger(
    period: Period,
    copies: Copies,
    extractions: Mapping[str, Extraction],
    past: Sequence[Trace],
    rows: Rows,
    settings: Settings,
    corrections: Sequence[Correction],
) -> tuple[TargetHistory, ...]:
    """Return the targets of this period's articles and of the past, tied to this period's rows."""
    now = [
        trace(source, extractions[source.article.id])
        for source in copies.kept
        if source.article.id in extractions
    ]
    numbers = {source.article.id: source.number for source in copies.kept}
    refs = {_place(row): row.ref for row in (*rows.targets, *rows.next_steps)}
    found = follow(period, [*now, *past], settings, corrections, numbers)
    return tuple(_with_ref(one, refs) for one in found)


def _marked(rows: Sequence[Row], ledger: Iterable[TargetHistory]) -> tuple[Row, ...]:
    """Return the rows with what each did in the ledger: "new" for a promise not heard before,
    "changed" for what came of one, "" for one told again and for what no ledger follows.
    """
    told: dict[tuple[str, int, int | None], Literal["", "new", "changed"]] = {}
    for one in ledger:
        for number, point in enumerate(one.points):
            finding = point.finding
            place = finding.article_id, finding.claim.sentence, finding.evidence.start
            again: Literal["", "changed"] = "" if point.event == "stated" else "changed"
            told.setdefault(place, "new" if number == 0 and not again else again)
    return tuple(row.model_copy(update={"status": told.get(_place(row), "")}) for row in rows)


def _said(trace_: Trace, number: int | None) -> Iterator[Said]:
    for place, report in enumerate(trace_.reports):
        sentence = report.finding.claim.sentence
        yield Said(
            report=report,
            day=trace_.day,
            place=trace_.region,
            order=(trace_.article_id, place),
            cite=f"{number}-{sentence}" if number else "",
            source=" ".join(filter(None, (trace_.outlet, f"《{trace_.headline}》"))),
            url=trace_.url,
            outlet=trace_.outlet,
        )


def _place(row: Row) -> tuple[str, int, int | None]:
    finding = row.finding
    return finding.article_id, finding.claim.sentence, finding.evidence.start


def _with_ref(
    history_: TargetHistory, refs: Mapping[tuple[str, int, int | None], str]
) -> TargetHistory:
    for point in reversed(history_.points):
        finding = point.finding
        place = finding.article_id, finding.claim.sentence, finding.evidence.start
        if place in refs:
            return history_.model_copy(update={"ref": refs[place]})
    return history_


def _faded(one: TargetHistory, settings: Settings) -> bool:
    """True for a target without day and number that nobody has spoken of for long: a slogan."""
    measured = one.deadline_range or one.value or one.completion is not None
    return not measured and one.silent_periods > settings.ledger_silence


def _urgency(one: TargetHistory) -> tuple[bool, int, date, str]:
    """Sorts what needs a reader first: spoken of lately, not ended, soon due."""
    due = one.deadline_range.last if one.deadline_range else date.max
    return one.state is State.MET, one.silent_periods, due, one.key


def _registry(rows: Rows, past: Iterable[Trace], lang: str) -> tuple[OfficialRecord, ...]:
    now = []
    for merged, row in rows.person_pairs:
        claim = row.finding.claim
        assert isinstance(claim, Official)
        days = [item.day for item in merged.all]
        place = merged.first.article.region
        now.append((Seen(claim, min(days), max(days), place), row.ref))
    earlier = [
        Seen(finding.claim, old.day, old.day, old.region)
        for old in past
        for finding in old.people
        if isinstance(finding.claim, Official)
    ]
    return registry.people(now, earlier, lang)


def trace(source: Source, extraction: Extraction) -> Trace:
    """Return what the article leaves behind for later periods; store it beside the article."""
    article = _placed(source).article
    extraction = _numbered(article, extraction)
    said = reports.read(article, extraction)
    proven = [*extraction.findings, *extraction.omissions]
    deadlines = [one.finding.deadline_range for one in said]
    year_end = date(source.dated.year, 12, 31)
    last = max([year_end, *(days.last for days in deadlines if days)])
    return Trace(
        article_id=article.id,
        source=article.source,
        day=source.dated,
        until=min(last, date.max - REMEMBERED) + REMEMBERED,
        headline=article.headline,
        outlet=article.outlet or "",
        url=article.url,
        region=homes.nearest(article),
        reports=said,
        people=tuple(one for one in proven if isinstance(one.claim, Official)),
    )
