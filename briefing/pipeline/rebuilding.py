"""Make all findings, traces and briefings anew from stored articles and replies; ask nothing."""

from collections.abc import Callable
from datetime import date, datetime

from briefing.config import Config
from briefing.errors import InputError
from briefing.periods import Period
from briefing.pipeline import engine, issuing
from briefing.pipeline.steps import Watch
from briefing.records import Briefing
from briefing.store import Store


def rebuild(
    config: Config, *, watch: Watch, now: Callable[[], datetime]
) -> tuple[tuple[Briefing, ...], int]:
    """Return the briefings made anew, and how many differ from what was stored.

    Each keeps its account of how it was made first. Raises `InputError` when nothing is stored.
    """
    settings = config.settings
    with Store(settings.database) as store:
        names = store.briefings()
        if not names:
            hint = "make a briefing by `briefing weekly` first"
            raise InputError(f"{settings.database} holds no briefing", hint=hint)
        articles = store.articles(date.min, date.max)
        extracted = engine.extract(config, articles, watch, now, store=store, offline=True)
        issuing.keep(store, articles, extracted.by_id)
        made, changed = [], 0
        for name in names:
            old, period = store.briefing(name), Period.parse(name)
            assert old is not None
            new = issuing.compose(
                store,
                period,
                store.articles(period.first, period.last),
                settings=settings,
                extracted=extracted,
                skips=old.skipped,
                run=old.run,
            )
            changed += new != old
            made.append(new)
    return tuple(made), changed
