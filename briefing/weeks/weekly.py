"""Compose the briefing of one period from what was proven in its articles.

In:  the period, its articles, their extractions, and what earlier articles left behind.
Out: a `Briefing`.

One engine for days, weeks, months and quarters. Pure, and independent of the order in which
articles arrive: sources are numbered here, by day, outlet and text.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from briefing.periods import Period
from briefing.records import (
    Briefing,
    Correction,
    Extraction,
    Issued,
    Official,
    OfficialRecord,
    Run,
    Skip,
    Source,
    TargetHistory,
    Trace,
)
from briefing.settings import Settings
from briefing.weeks import audit, following, league, registry, telling, traces
from briefing.weeks.changes import changes, levels
from briefing.weeks.copies import Copies, fold
from briefing.weeks.digests import digests
from briefing.weeks.following import Followed, follow
from briefing.weeks.registry import Seen
from briefing.weeks.rows import Rows
from briefing.weeks.traces import trace

__all__ = ["compose", "follow", "trace"]


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
    reprints: Mapping[str, str] | None = None,
) -> Briefing:
    """Return the briefing of `period`.

    `sources` are the articles that may belong to it, in any order and with any numbers: those
    dated outside the period are left out, near-duplicates are folded, the rest is numbered
    anew. `extractions` is by article id; an article without one gives no rows. `earlier` are the
    traces of articles dated before the period (later ones and those of the period itself are
    ignored, so all that the store has may be passed). `previous` is the briefing before, to
    say what is new, changed and gone. `corrections` are a person's, oldest first. `reprints`
    says by article id which article of an earlier period it repeats: such a source is listed
    and gives no rows, for it reports nothing.

    Masthead, language, lights and the rest of the choices come from `settings`.
    """
    inside = traces.neighbours(traces.placed(one) for one in sources if one.dated in period)
    again = reprints or {}
    copies = fold([one for one in inside if one.article.id not in again], extractions)
    told = _told(inside, again, len(copies.kept))
    found = {
        source.article.id: traces.numbered(source.article, extractions[source.article.id])
        for source in copies.kept
        if source.article.id in extractions
    }
    past = [one for one in earlier if one.day < period.first and not one.reprint_of]
    before = levels(previous)
    rows = Rows(copies, found, settings, before if previous else None)
    ledger = _ledger(period, copies, found, past, rows, settings, corrections)
    rows.set_aside(following.disputed(ledger.touched, (*rows.targets, *rows.next_steps)))
    briefing = Briefing(
        **_sections(rows, ledger.touched),
        period=Issued(
            name=str(period), cadence=period.cadence.value, first=period.first, last=period.last
        ),
        lang=settings.lang,
        masthead=settings.masthead,
        summary=telling.template(rows, ledger.shown, len(copies.kept), settings.lang, len(told)),
        ledger=ledger.shown,
        ledger_folded=ledger.count - len(ledger.shown),
        registry=_registry(rows, past, settings.lang),
        remarks=audit.every(rows.pairs, before, ledger.touched, settings.lang),
        digests=digests(copies.kept, found, rows.all),
        skipped=tuple(sorted(set(skipped), key=lambda one: (one.source, one.stage, one.reason))),
        sources=(*copies.kept, *told),
        run=run,
    )
    return briefing.model_copy(update={"changes": changes(briefing, previous, before)})


def _sections(rows: Rows, ledger: Sequence[TargetHistory]) -> dict[str, Any]:
    """Return the fields of a briefing that are rows as they were laid out."""
    return {
        "figures": rows.figures,
        "officials": rows.officials,
        "targets": following.marked(rows.targets, ledger),
        "next_steps": following.marked(rows.next_steps, ledger),
        "shortfalls": rows.shortfalls,
        "regions": rows.regions,
        "topics": rows.topics,
        "conflicts": rows.conflicts,
        "leagues": league.tables(rows.pairs),
        "doubts": rows.doubts,
        "omissions": rows.omissions,
    }


def _told(sources: Sequence[Source], reprints: Mapping[str, str], after: int) -> tuple[Source, ...]:
    """Return the sources that repeat an earlier period's, numbered after the others."""
    again = {one.article.id: one for one in sources if one.article.id in reprints}
    order = sorted(
        again.values(), key=lambda one: (one.dated, one.article.headline, one.article.id)
    )
    return tuple(
        one.model_copy(update={"number": after + place, "reprint_of": reprints[one.article.id]})
        for place, one in enumerate(order, 1)
    )


def _ledger(
    period: Period,
    copies: Copies,
    extractions: Mapping[str, Extraction],
    past: Sequence[Trace],
    rows: Rows,
    settings: Settings,
    corrections: Sequence[Correction],
) -> Followed:
    """Return the targets of this period's articles and of the past, tied to this period's rows."""
    now = [
        trace(source, extractions[source.article.id])
        for source in copies.kept
        if source.article.id in extractions
    ]
    numbers = {source.article.id: source.number for source in copies.kept}
    told = (*rows.targets, *rows.next_steps)
    return following.current(period, [*now, *past], settings, corrections, told, numbers)


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
