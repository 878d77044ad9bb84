"""Compose the briefing of one period from what was proven in its articles.

In:  the period, its articles, their extractions, and what earlier articles left behind.
Out: a `Briefing`.

One engine for days, weeks, months and quarters. Pure, and independent of the order in which
articles arrive: sources are numbered here, by day, outlet and text.
"""

from collections.abc import Iterable, Mapping, Sequence

from briefing.periods import Period
from briefing.records import (
    Article,
    Briefing,
    Correction,
    Extraction,
    Issued,
    Run,
    Skip,
    Source,
    Trace,
)
from briefing.settings import Settings


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
    raise NotImplementedError


def trace(source: Source, extraction: Extraction) -> Trace:
    """Return what the article leaves behind for later periods; store it beside the article."""
    raise NotImplementedError
