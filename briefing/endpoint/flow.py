"""Work on many items at once, and on no more than that.

    async for article, found in each(articles, ask, at_once=2 * endpoint.max_concurrency):
        ...                       # found is what `ask` returned, or the BriefingError it raised

Items are taken from the iterable only when there is room, so that memory stays flat however
many there are. Twice the number of calls that may be under way keeps every place taken: the
next questions are ready when an answer comes.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from typing import TypeVar

from briefing.errors import BriefingError

T = TypeVar("T")
R = TypeVar("R")


async def each(
    items: Iterable[T], work: Callable[[T], Awaitable[R]], *, at_once: int
) -> AsyncGenerator[tuple[T, R | BriefingError], None]:
    """Yield each item with its result or its expected failure, as they finish.

    Anything but a `BriefingError` ends the flow and is raised. When the caller stops, or is
    cancelled, what is under way is cancelled before this returns.
    """

    async def one(item: T) -> tuple[T, R | BriefingError]:
        try:
            return item, await work(item)
        except BriefingError as error:
            return item, error

    feed = iter(items)
    under_way: set[asyncio.Task[tuple[T, R | BriefingError]]] = set()
    try:
        while True:
            for item in feed:
                under_way.add(asyncio.create_task(one(item)))
                if len(under_way) >= at_once:
                    break
            if not under_way:
                return
            done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield task.result()
    finally:
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
