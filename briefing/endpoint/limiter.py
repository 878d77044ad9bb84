"""How many calls may be under way, and when the next may start.

    limiter = Limiter(8, requests_per_minute=60)
    async with limiter.slot(tokens=2_000): ...
    limiter.served(seconds) or limiter.refused(retry_after_s)

The number starts at the cap. A refusal (429, 503) halves it, once per cool-down; each round
served without one gives one place back while the time an answer takes holds. Calls wait here
and not inside the HTTP pool, where waiting costs more the more wait.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from briefing.settings import Endpoint

_MINUTE_S = 60.0
_COOL_DOWN_S = 1.0
_SLOW = 3.0  # times the usual: then the server is near its limit, and the number holds


@dataclass(eq=False)
class _Waiting:
    """A call in the line. `called` is set when it is admitted, or first and must wait for time."""

    tokens: int
    admitted: bool = False
    called: "asyncio.Future[None] | None" = None

    def call(self) -> None:
        if self.called is not None and not self.called.done():
            self.called.set_result(None)


class Limiter:
    """Admits calls in the order they came. One event loop uses a limiter."""

    def __init__(
        self,
        cap: int,
        *,
        requests_per_minute: int = 0,
        tokens_per_minute: int = 0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.cap = cap
        self.limit = float(cap)
        self.in_flight = 0
        self._requests = requests_per_minute
        self._tokens = tokens_per_minute
        self._clock = clock
        self._sleep = sleep
        self._started: deque[tuple[float, int]] = deque()
        self._tokens_started = 0
        self._paused_until = 0.0
        self._cool_until = 0.0
        self._usual_s = 0.0
        self._line: deque[_Waiting] = deque()

    @classmethod
    def of(cls, endpoint: Endpoint, **clocks: Any) -> "Limiter":
        """Return the limiter that the settings of an endpoint want."""
        return cls(
            endpoint.max_concurrency,
            requests_per_minute=endpoint.requests_per_minute,
            tokens_per_minute=endpoint.tokens_per_minute,
            **clocks,
        )

    @asynccontextmanager
    async def slot(self, tokens: int = 0) -> AsyncIterator[None]:
        """Wait for a place, hold it, give it back. `tokens` is what the call may cost."""
        await self._admitted(_Waiting(tokens))
        try:
            yield
        finally:
            self._leave()

    async def _admitted(self, waiting: "_Waiting") -> None:
        self._line.append(waiting)
        try:
            while True:
                self._admit()
                if waiting.admitted:
                    return
                wait_s = self._wait_s(waiting.tokens) if self._line[0] is waiting else 0
                if wait_s > 0:
                    await self._sleep(wait_s)
                else:
                    waiting.called = asyncio.get_running_loop().create_future()
                    await waiting.called
        except BaseException:
            if waiting.admitted:
                self._leave()
            else:
                self._line.remove(waiting)
                self._admit()
            raise

    def _admit(self) -> None:
        """Give the free places away at once, in order; who must wait for time is called to do so."""
        while self._line and self.in_flight < max(1, int(self.limit)):
            first = self._line[0]
            if self._wait_s(first.tokens) > 0:
                first.call()
                return
            self._line.popleft()
            self.in_flight += 1
            if self._requests or self._tokens:
                self._started.append((self._clock(), first.tokens))
                self._tokens_started += first.tokens
            first.admitted = True
            first.call()

    def _leave(self) -> None:
        self.in_flight -= 1
        self._admit()

    def served(self, seconds: float) -> None:
        """Take note of an answer that took `seconds`: the number may grow."""
        steady = not self._usual_s or seconds <= _SLOW * self._usual_s
        self._usual_s += (seconds - self._usual_s) * (0.1 if self._usual_s else 1.0)
        busy = self.in_flight >= 0.8 * int(self.limit)
        if steady and busy and self.limit < self.cap and self._clock() >= self._cool_until:
            self.limit = min(float(self.cap), self.limit + 1 / self.limit)
            self._admit()

    def refused(self, retry_after_s: float | None = None) -> None:
        """Take note of a refusal: halve the number, and pause if the server says how long."""
        now = self._clock()
        if now >= self._cool_until:
            self.limit = max(1.0, self.limit / 2)
            self._cool_until = now + max(_COOL_DOWN_S, retry_after_s or 0)
        if retry_after_s:
            self.pause(retry_after_s)

    def spent_soon(self, remaining: int, reset_s: float) -> None:
        """Take note of a rate-limit header: start nothing more until the reset when none is left."""
        if remaining <= 0 < reset_s <= _MINUTE_S:
            self.pause(reset_s)

    def pause(self, seconds: float) -> None:
        """Start no call for `seconds`."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    def probe(self) -> None:
        """Let one call go at a time until the server has shown that it lives."""
        self.limit = 1.0

    def _wait_s(self, tokens: int) -> float:
        now = self._clock()
        wait_s = self._paused_until - now
        if not (self._requests or self._tokens):
            return wait_s
        while self._started and self._started[0][0] <= now - _MINUTE_S:
            self._tokens_started -= self._started.popleft()[1]
        if self._started:
            next_s = self._started[0][0] + _MINUTE_S - now
            if self._requests and len(self._started) >= self._requests:
                wait_s = max(wait_s, next_s)
            if self._tokens and self._tokens_started + tokens > self._tokens:
                wait_s = max(wait_s, next_s)
        return wait_s
