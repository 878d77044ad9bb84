"""Work on many items at once, and on no more than that.

    async for article, found in each(articles, ask, at_once=2 * endpoint.max_concurrency):
        ...                       # found is what `ask` returned, or the BriefingError it raised

Items are taken from the iterable only when there is room, so that memory stays flat however
many there are. Twice the number of calls that may be under way keeps every place taken: the
next questions are ready when an answer comes.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from briefing.errors import BriefingError

_LOOK_S = 0.05

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class _End:
    """What a worker says last: it found no more items, or met a bug."""

    bug: Exception | None = None


async def each(
    items: Iterable[T],
    work: Callable[[T], Awaitable[R]],
    *,
    at_once: int,
    last_calls: Callable[[], Collection["asyncio.Task[Any]"]] = tuple,
) -> AsyncGenerator[tuple[T, R | BriefingError], None]:
    """Yield each item with its result or its expected failure, as they finish.

    Anything but a `BriefingError` ends the flow and is raised. When the caller stops, or is
    cancelled, what is under way is cancelled before this returns; only the workers that
    `last_calls` names are waited for, since what they wait for is paid.
    """

    feed = iter(items)
    results: asyncio.Queue[tuple[T, R | BriefingError] | _End] = asyncio.Queue(at_once)

    async def worker() -> None:
        end = _End()
        try:
            for item in feed:
                try:
                    found: R | BriefingError = await work(item)
                except BriefingError as error:
                    found = error
                await results.put((item, found))
        except Exception as bug:  # noqa: BLE001 - raised below, in the caller's task
            end = _End(bug)
        await results.put(end)

    workers = [asyncio.create_task(worker()) for _ in range(at_once)]
    try:
        left = at_once
        while left:
            result = await results.get()
            if not isinstance(result, _End):
                yield result
            elif result.bug is not None:
                raise result.bug
            else:
                left -= 1
    except asyncio.CancelledError:
        feed = iter(())
        paid = last_calls()
        for task in workers:
            if task not in paid:
                task.cancel()
        while not all(task.done() for task in workers):
            if results.full():
                results.get_nowait()
            await asyncio.sleep(_LOOK_S)
        raise
    finally:
        for task in workers:
            task.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
