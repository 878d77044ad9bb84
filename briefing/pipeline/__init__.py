"""The one place where stages meet files, the database and the model.

    pages ──take_in──▶ store ──extract──▶ extractions ──compose──▶ briefing ──write──▶ files

Stages are pure and know nothing of one another's storage; what is read, kept and written, and in
which order, is decided here and nowhere else. Bad input costs one article, never the run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from briefing import render
from briefing.asking.pricing import Plan
from briefing.config import Config
from briefing.errors import BriefingError, ConfigError, InputError
from briefing.periods import Cadence, Period
from briefing.pipeline import engine, intake, issuing, sparing
from briefing.pipeline.intake import Given
from briefing.pipeline.session import Session
from briefing.pipeline.steps import Step, Watch
from briefing.reasons import say
from briefing.records import Article, Briefing, Extraction, Skip
from briefing.settings import Settings
from briefing.store import Store

__all__ = ["Given", "Report", "Step", "Watch", "extract", "issue", "render_again"]


@dataclass(frozen=True)
class Report:
    """What a run did.

    `current` are the periods that had a briefing already, `empty` those asked for that have no
    article, `late` the number of articles that came after their period's briefing. `unfinished` are
    those that wait for answers about some of their articles, `failures` why a model gave none.
    """

    briefings: tuple[Briefing, ...] = ()
    written: tuple[Path, ...] = ()
    skips: tuple[Skip, ...] = ()
    current: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    late: Mapping[str, int] = field(default_factory=dict)
    unfinished: tuple[str, ...] = ()
    failures: tuple[BriefingError, ...] = ()
    notes: tuple[str, ...] = ()
    plan: Plan | None = None


def issue(
    config: Config,
    paths: Sequence[str] | None,
    cadence: Cadence,
    periods: Sequence[Period],
    *,
    given: Given,
    watch: Watch,
    now: Callable[[], datetime],
    retry_failed: bool = False,
    dry_run: bool = False,
    batch: bool = False,
) -> Report:
    """Take in `paths` and write the briefings of `periods`, or of all that are due.

    `now` gives the time that replies and runs are stamped with. A `dry_run` stops before any
    model is asked and tells what it would take; `batch` asks by batch jobs. Raises `InputError`
    when there is nothing to brief on, `ConfigError` for an unknown format.
    """
    settings = config.settings
    _check_formats(settings.formats)
    with Store(settings.database) as store:
        taken = intake.take_in(store, _inbox(config, paths), given, watch)
        waiting = issuing.due(store, cadence, settings)
        chosen = tuple(periods) or _due(store, waiting, retry_failed=retry_failed)
        by_period = {p: store.articles(p.first, p.last) for p in chosen}
        empty = tuple(str(p) for p in chosen if not by_period[p])
        full = [p for p in chosen if by_period[p]]
        _refuse_nothing(taken, periods, full, waiting)
        every = [article for p in full for article in by_period[p]]
        asked = _to_ask(config, [by_period[p] for p in full])
        if dry_run:
            return Report(skips=taken.skips, plan=Session(config, store, now).plan(asked))
        extracted = engine.extract(
            config, asked, watch, now, store=store, retry_failed=retry_failed, batch=batch
        )
        waits = [p for p in full if any(a.id in extracted.unasked for a in by_period[p])]
        full = [p for p in full if p not in waits]
        with extracted.session.accounted() if extracted.session else nullcontext():
            issuing.keep(store, every, extracted.by_id)
            groups = {period: by_period[period] for period in full}
            briefings = _composed(store, groups, settings, extracted, taken.skips)
            again = [] if periods else issuing.unwritten(store, waiting.current, settings)
            written = issuing.write([*briefings, *again], settings, watch)
        _account(store, extracted, briefings, now)
    return Report(
        briefings=(*briefings, *again),
        written=written,
        skips=(*taken.skips, *extracted.skips(every)),
        unfinished=tuple(map(str, waits)),
        failures=tuple(dict.fromkeys([*extracted.unasked.values(), *extracted.given_up.values()])),
        current=tuple(str(p) for p in waiting.current) if not periods else (),
        empty=empty,
        late={str(p): count for p, count in waiting.late.items() if p not in chosen},
        notes=extracted.run.notes,
    )


def _to_ask(config: Config, groups: Sequence[Sequence[Article]]) -> list[Article]:
    """Return the articles to ask about; for a model, what repeats another of its period is not."""
    chosen = sparing.distinct if engine.uses_model(config) else list
    return [article for group in groups for article in chosen(group)]


def _composed(
    store: Store,
    groups: Mapping[Period, Sequence[Article]],
    settings: Settings,
    extracted: engine.Extracted,
    skips: Sequence[Skip],
) -> list[Briefing]:
    """Return the briefing of each period from its articles, earlier periods first."""
    return [
        issuing.compose(
            store,
            period,
            articles,
            settings=settings,
            extracted=extracted,
            skips=(*skips, *extracted.skips(articles)),
        )
        for period, articles in groups.items()
    ]


def _account(
    store: Store,
    extracted: engine.Extracted,
    briefings: Sequence[Briefing],
    now: Callable[[], datetime],
) -> None:
    """Keep what the run asked and cost, under the names of the periods that it wrote."""
    if briefings:
        name = " ".join(str(briefing.period) for briefing in briefings)
        store.put_run(briefings[-1].run, name=name, finished_at=now())
    elif extracted.session:
        extracted.session.keep_account()


def render_again(config: Config, names: Sequence[str], watch: Watch) -> Report:
    """Write stored briefings again, all of them when `names` is empty; no model is asked."""
    _check_formats(config.settings.formats)
    with Store(config.settings.database) as store:
        known = store.briefings()
        if unknown := [name for name in names if name not in known]:
            hint = f"there are: {', '.join(known)}" if known else "make one by `briefing weekly`"
            raise InputError(f"no briefing {unknown[0]} in {config.settings.database}", hint=hint)
        if not known:
            raise InputError(
                f"{config.settings.database} holds no briefing yet",
                hint="make one by `briefing weekly`",
            )
        found = [store.briefing(name) for name in names or known]
    briefings = tuple(
        b.model_copy(update={"lang": config.settings.lang}) for b in found if b is not None
    )
    return Report(briefings=briefings, written=issuing.write(briefings, config.settings, watch))


def render_one(config: Config, name: str, fmt: str) -> bytes:
    """Return one stored briefing, the newest when `name` is empty, as a file of that format."""
    settings = config.settings
    with Store(settings.database) as store:
        names = store.briefings()
        briefing = store.briefing(name or (names[-1] if names else ""))
    if briefing is None:
        hint = f"there are: {', '.join(names)}" if names else "make one by `briefing weekly`"
        raise InputError(f"no briefing {name} in {settings.database}", hint=hint)
    return issuing.rendered(briefing.model_copy(update={"lang": settings.lang}), fmt, settings)


def extract(
    config: Config,
    paths: Sequence[str],
    given: Given,
    *,
    watch: Watch,
    now: Callable[[], datetime],
) -> Iterator[tuple[Article, Extraction] | Skip]:
    """Yield what each article of `paths` gives, and each skip, in the pages' order."""
    found: list[Article] = []
    for item in intake.clean_pages(paths, given):
        if isinstance(item, Skip):
            yield item
        else:
            found.append(item[0])
    unique = list({article.id: article for article in found}.values())
    extracted = engine.extract(config, unique, watch, now)
    yield from extracted.skips(unique)
    for article in found:
        if article.id in extracted.by_id:
            yield article, extracted.by_id[article.id]


def _due(store: Store, waiting: issuing.Due, *, retry_failed: bool) -> tuple[Period, ...]:
    """Return the periods to make when none is named, in order."""
    again = [p for p in waiting.current if _gave_up(store, p)] if retry_failed else []
    return tuple(sorted([*waiting.periods, *again]))


def _gave_up(store: Store, period: Period) -> bool:
    """Whether the period's briefing lacks articles that the model gave no usable answer about."""
    briefing = store.briefing(str(period))
    return briefing is not None and any(skip.stage == "extract" for skip in briefing.skipped)


def _inbox(config: Config, paths: Sequence[str] | None) -> Sequence[str]:
    if paths:
        return paths
    inbox = config.settings.inbox
    if not inbox.is_dir():
        raise InputError(
            f"no page was named and there is no inbox {inbox}",
            hint="name files or folders, or set `inbox` in briefing.toml",
        )
    return [str(inbox)]


def _check_formats(formats: Sequence[str]) -> None:
    if unknown := [fmt for fmt in formats if fmt not in render.FORMATS]:
        raise ConfigError(
            f"there is no format {unknown[0]!r}", hint=f"there are: {', '.join(render.FORMATS)}"
        )


def _refuse_nothing(
    taken: intake.Intake,
    asked: Sequence[Period],
    full: Sequence[Period],
    waiting: issuing.Due,
) -> None:
    """Raise `InputError` when no page could be used or no period asked for has an article."""
    reasons = [f"  {skip.source}: {say(skip.reason, 'en')}" for skip in taken.skips]
    if not taken.ids and taken.skips and not full:
        raise InputError("\n".join(["no page could be used:", *reasons]), hint="name other pages")
    if asked and not full:
        named = ", ".join(str(period) for period in asked)
        held = ", ".join(str(p) for p in (*waiting.current, *waiting.periods)) or "none"
        raise InputError(
            "\n".join([f"no article belongs to {named}", *reasons]),
            hint=f"periods with articles: {held}",
        )
    if not taken.ids and not waiting.periods and not waiting.current:
        raise InputError("there are no pages here", hint="name files or folders that hold pages")
    if not full and not waiting.current and not asked:
        raise InputError(
            "\n".join(["no article has a date:", *reasons]), hint="give dates by --date"
        )
