"""From the store to files: which periods are due, their briefings, and their formats."""

import asyncio
import os
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing import render
from briefing.errors import InputError
from briefing.periods import Cadence, Period
from briefing.pipeline import engine
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Briefing, Extraction, Run, Skip, Source
from briefing.settings import Settings
from briefing.store import Store
from briefing.weeks import past, reprints, weekly

_RAW_CHARS = 20_000  # a page longer than this is not carried inside the briefing


@dataclass(frozen=True)
class Due:
    """Which periods a run makes. `late` counts articles that came after their briefing."""

    periods: tuple[Period, ...]
    current: tuple[Period, ...] = ()
    late: Mapping[Period, int] = field(default_factory=dict)


def due(store: Store, cadence: Cadence, settings: Settings) -> Due:
    """Return the periods that have articles and no briefing yet.

    A stored briefing whose files are missing is written again without asking a model; one that
    has got articles since is named, never changed behind its reader's back.
    """
    having = sorted({Period.of(day, cadence) for day in store.days()})
    made = set(store.briefings())
    late = {period: n for period in having if str(period) in made and (n := _late(store, period))}
    new = tuple(period for period in having if str(period) not in made)
    return Due(new, tuple(period for period in having if str(period) in made), late)


def _late(store: Store, period: Period) -> int:
    briefing = store.briefing(str(period))
    if briefing is None:
        return 0
    known = {source.article.id for source in briefing.sources}
    known |= {article_id for source in briefing.sources for article_id in source.folded}
    return sum(a.id not in known for a in store.articles(period.first, period.last))


def keep(store: Store, articles: Sequence[Article], extractions: Mapping[str, Extraction]) -> None:
    """Keep what each article leaves behind for later periods, and which only repeats another.

    An article that comes late may turn out to be what a later one has repeated.
    """
    with store.transaction():
        prints = dict(zip((a.id for a in articles), reprints.prints(articles), strict=True))
        for article_id, some in prints.items():
            store.put_prints(article_id, some)
        late: set[str] = set()
        for article in articles:
            if (extraction := extractions.get(article.id)) is None or article.day is None:
                continue
            others = _alike(store, article.id, prints[article.id])
            late |= {other.id for other, day in others if day > article.day} - extractions.keys()
            label = reprints.original(article, article.day, others)
            source = _source(store, 1, article)
            store.put_trace(weekly.trace(source, extraction, label))
            told = () if label else past.values(source, extraction)
            store.put_values(article.id, article.day, told)
        for article_id in late:
            _look_again(store, article_id)


def _alike(store: Store, article_id: str, prints: Collection[int]) -> list[tuple[Article, date]]:
    """Return the other articles that share most passages with one, each with its day."""
    found = store.alike(prints, reprints.COMMON)
    del found[article_id]
    likely = sorted(found, key=lambda other: (-found[other], other))[: reprints.MOST]
    pairs = [(store.article(other), store.dated(other)) for other in likely]
    return [(other, day) for other, day in pairs if other is not None and day is not None]


def _look_again(store: Store, article_id: str) -> None:
    """Mark a stored article that repeats one which came later."""
    article, kept = store.article(article_id), store.trace(article_id)
    if article is None or kept is None:
        return
    others = _alike(store, article_id, next(iter(reprints.prints([article]))))
    label = reprints.original(article, kept.day, others)
    if label != kept.reprint_of:
        store.put_trace(kept.model_copy(update={"reprint_of": label}))
        store.put_values(article_id, kept.day, ())


def _repeated(store: Store, period: Period, articles: Iterable[Article]) -> dict[str, str]:
    """Return by id what each article repeats of a day before the period."""
    traces = ((article.id, store.trace(article.id)) for article in articles)
    labels = {one: trace.reprint_of for one, trace in traces if trace and trace.reprint_of}
    return {one: label for one, label in labels.items() if reprints.day_of(label) < period.first}


def compose(
    store: Store,
    period: Period,
    articles: Sequence[Article],
    *,
    settings: Settings,
    extracted: engine.Extracted,
    skips: Iterable[Skip],
    run: Run | None = None,
) -> Briefing:
    """Return the briefing of `period` and keep it in the store.

    With a model its summary is written by it, from the rows alone. `run` is the account to
    print in place of this run's.
    """
    briefing = weekly.compose(
        period,
        [_source(store, number, article) for number, article in enumerate(articles, 1)],
        extracted.by_id,
        settings=_numbered(store, period, settings),
        run=run or extracted.run,
        skipped=skips,
        earlier=store.traces(before=period.first, until=period.first),
        previous=store.briefing(str(period.before())),
        corrections=store.corrections(),
        reprints=_repeated(store, period, articles),
    )
    known = store.values(set(past.indicators(briefing).values()), before=period.first)
    briefing = past.recalled(briefing, known)
    if session := extracted.session:
        briefing = asyncio.run(session.summarise(briefing))
        briefing = briefing.model_copy(update={"run": run or session.account()})
    store.put_briefing(briefing)
    return briefing


def _source(store: Store, number: int, article: Article) -> Source:
    """Return the article as a source. Its day is known: undated ones were skipped."""
    assert article.day is not None
    by = "event" if article.published is None else "published"
    if article.published is not None and article.published.basis == "given":
        by = "given"
    page = store.page(article.id)
    return Source.model_validate(
        {
            "number": number,
            "article": article,
            "dated": article.day,
            "dated_by": by,
            "same_as": tuple(s for s in store.sources(article.id) if s != article.source),
            "raw": page if page is not None and len(page) <= _RAW_CHARS else None,
        }
    )


def _numbered(store: Store, period: Period, settings: Settings) -> Settings:
    """Give the masthead its numbers; those of the settings are the first issue's."""
    if not settings.numbering:
        return settings
    issue, total = store.numbers(str(period), period.cadence, period.first)
    if total == 1 and store.briefing(str(period)) is None:
        issue, total = settings.masthead.issue or 1, settings.masthead.total or 1
    masthead = settings.masthead.model_copy(update={"issue": issue, "total": total})
    return settings.model_copy(update={"masthead": masthead})


def write(briefings: Sequence[Briefing], settings: Settings, watch: Watch) -> tuple[Path, ...]:
    """Write each briefing in each format into the out folder; a file appears whole or not."""
    out = settings.out
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"cannot write to {out}: {error}", hint="choose a folder by --out"
        ) from error
    written = []
    for done, briefing in enumerate(briefings, 1):
        for fmt in settings.formats:
            content = rendered(briefing, fmt, settings)
            written.append(_put(out / f"{briefing.period.name}.{fmt}", content))
        watch(Step("writing", done, len(briefings)))
    return tuple(written)


def rendered(briefing: Briefing, fmt: str, settings: Settings) -> bytes:
    """Return the briefing as a file of that format, with the settings' templates and fonts."""
    return render.render(
        briefing,
        fmt,
        templates=settings.templates,
        layout=settings.layout,
        fonts=settings.fonts,
    )


def _put(path: Path, content: bytes) -> Path:
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        os.chmod(file.name, 0o644)  # noqa: PTH101 - a briefing is made to be read by others
        Path(file.name).replace(path)
    except OSError as error:
        raise InputError(
            f"cannot write {path}: {error}", hint="choose a folder by --out"
        ) from error
    return path


def unwritten(store: Store, periods: Iterable[Period], settings: Settings) -> list[Briefing]:
    """Return the stored briefings that lack a file in the out folder."""
    missing = [
        period
        for period in periods
        if not all((settings.out / f"{period}.{fmt}").exists() for fmt in settings.formats)
    ]
    return [b for period in missing if (b := store.briefing(str(period))) is not None]
