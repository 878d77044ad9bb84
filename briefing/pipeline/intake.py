"""Pages into the store: read, clean, keep.

In:  what the user named, and an open store.
Out: the ids of the articles that are now in the store, and a `Skip` for all that could not be used.

Cleaning is the only stage that costs much CPU and knows no order, so many pages are cleaned by
as many processes as there are cores. A page that breaks its process is skipped.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice, repeat

from briefing import articles
from briefing.cleaning import Cleaned, clean
from briefing.pipeline.steps import Step, Watch
from briefing.records import Article, Raw, Skip
from briefing.store import Store

_FEW = 16  # pages up to which starting processes costs more than it saves
_AHEAD = 8  # pages a process may be ahead, so that memory stays flat


@dataclass(frozen=True)
class Given:
    """Publication days that the user tells.

    `pages` maps a path as typed to its day, which wins over what the page says; `others` is the
    day of every page that says none.
    """

    pages: Mapping[str, date] = field(default_factory=dict)
    others: date | None = None


@dataclass(frozen=True)
class Intake:
    """What came in. `ids` are in reading order, each once."""

    ids: tuple[str, ...]
    skips: tuple[Skip, ...]


def take_in(store: Store, paths: Iterable[str], given: Given, watch: Watch) -> Intake:
    """Read and clean what `paths` name and keep it in `store`."""
    ids: dict[str, str] = {}
    skips: list[Skip] = []
    for done, item in enumerate(clean_all(paths, given), 1):
        watch(Step("reading", done))
        if isinstance(item, Skip):
            skips.append(item)
            continue
        skips.extend(item.skips)
        for article in item.articles:
            if article.id in ids:
                reason = f"the same text as {ids[article.id]}, counted once"
                skips.append(Skip(source=article.source, stage="read", reason=reason))
            ids.setdefault(article.id, article.source)
            store.put_article(article, item.page, article.day)
            if article.day is None:
                skips.append(undated(article))
    return Intake(tuple(ids), tuple(skips))


def undated(article: Article) -> Skip:
    """Return the skip of an article that no period can be found for."""
    hints = [note for note in article.notes if "--" in note]
    reason = (
        "; ".join(["no date of publication or event that has a year", *hints])
        + f"; give one with --date {article.source}=YYYY-MM-DD"
    )
    return Skip(source=article.source, stage="date", reason=reason)


def clean_pages(paths: Iterable[str], given: Given) -> Iterator[tuple[Article, str] | Skip]:
    """Yield each clean article with the page its raw offsets count in, and each skip.

    Raises `InputError` for a path that does not exist.
    """
    for item in clean_all(paths, given):
        if isinstance(item, Skip):
            yield item
            continue
        yield from item.skips
        for article in item.articles:
            yield article, item.page


def clean_all(paths: Iterable[str], given: Given) -> Iterator[Cleaned | Skip]:
    """Read and clean pages and yield the results in the pages' order; skips pass through.

    Raises `InputError` for a path that does not exist.
    """
    feed = articles.read(paths, given.pages)
    first = list(islice(feed, _FEW + 1))
    cores = os.cpu_count() or 1
    if len(first) <= _FEW or cores == 1:
        yield from map(_clean, chain(first, feed), repeat(given.others))
        return
    with ProcessPoolExecutor(cores) as pool:
        yield from _in_order(pool, chain(first, feed), given.others, cores * _AHEAD)


def _in_order(
    pool: ProcessPoolExecutor, raws: Iterable[Raw | Skip], undated: date | None, ahead: int
) -> Iterator[Cleaned | Skip]:
    waiting: deque[tuple[Raw | Skip, Future[Cleaned | Skip] | None]] = deque()
    broken = False
    for raw in raws:
        future = None
        if not broken:
            try:
                future = pool.submit(_clean, raw, undated)
            except BrokenProcessPool:
                broken = True
        waiting.append((raw, future))
        if len(waiting) >= ahead:
            yield _result(*waiting.popleft(), undated)
    while waiting:
        yield _result(*waiting.popleft(), undated)


def _result(
    raw: Raw | Skip, future: "Future[Cleaned | Skip] | None", undated: date | None
) -> Cleaned | Skip:
    """Return a page's result; one whose process died is tried once more, alone."""
    if future is not None:
        try:
            return future.result()
        except BrokenProcessPool:
            pass
    with ProcessPoolExecutor(1) as alone:
        try:
            return alone.submit(_clean, raw, undated).result()
        except BrokenProcessPool:
            reason = "reading it ended the process that read it; the file is damaged or hostile"
            return Skip(source=raw.source, stage="clean", reason=reason)


def _clean(raw: Raw | Skip, undated: date | None) -> Cleaned | Skip:
    if isinstance(raw, Skip):
        return raw
    try:
        cleaned = clean(raw)
        if undated and any(article.day is None for article in cleaned.articles):
            return _dated(cleaned, clean(replace(raw, given=undated)))
        return cleaned
    except Exception as error:  # noqa: BLE001 - one page must never cost the run
        reason = f"a bug in the cleaner ({type(error).__name__}: {error}); please report the page"
        return Skip(source=raw.source, stage="clean", reason=reason)


def _dated(cleaned: Cleaned, given: Cleaned) -> Cleaned:
    """Return the page with its undated articles as they are on the day given for them."""
    found = {article.id: article for article in given.articles}
    days = tuple(a if a.day else found.get(a.id, a) for a in cleaned.articles)
    return replace(cleaned, articles=days)
