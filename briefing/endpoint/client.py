"""Ask an OpenAI-compatible server, whatever it can do and whatever goes wrong.

    async with Client(settings.endpoint, key, check=wire.problem, tokens_of=prompting.cost) as client:
        reply = await client.complete(prompt)

One client serves a whole run. It asks in the best form the server accepts and remembers which,
retries what may pass, keeps to the limits of rate and budget, and stops for good when no call
can succeed. The key is in the requests and nowhere else: no message, record or log holds it.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import TracebackType
from typing import Any, Self, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt

from briefing.endpoint import envelope, faults
from briefing.endpoint.breaker import Breaker
from briefing.endpoint.connection import Connection
from briefing.endpoint.learning import Form
from briefing.endpoint.limiter import Limiter
from briefing.endpoint.meter import Meter
from briefing.endpoint.profile import Profile, body, too_long
from briefing.errors import ModelUnavailable
from briefing.llm import Prompt, Reply
from briefing.settings import Endpoint

R = TypeVar("R")
_LESSONS = 8  # refusals one call may learn from: every rung and every field
_LONGEST_WAIT_S = 60.0


class Client:
    """An `LLM` behind an address.

    `check` returns why an answer cannot be used, "" when it can; a server that accepts a schema
    and ignores it is found by that. `tokens_of` estimates what a prompt costs. `profile` is what
    is remembered of this server, `remember` is called with each change of it. Clients of one
    run share a `limiter`.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        key: str = "",
        *,
        meter: Meter | None = None,
        limiter: Limiter | None = None,
        check: Callable[[str], str] = lambda text: "",
        tokens_of: Callable[[Prompt], int] = lambda prompt: len(prompt.system + prompt.user),
        profile: Mapping[str, Any] | None = None,
        remember: Callable[[dict[str, Any]], None] = lambda profile: None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.endpoint = endpoint
        self.form = Form(endpoint, profile, check=check, remember=remember)
        self.meter = meter or Meter()
        self.limiter = limiter or Limiter.of(endpoint, clock=clock, sleep=sleep)
        self.connection = Connection(endpoint, key)
        self._tokens_of = tokens_of
        self._clock = clock
        self._breaker = Breaker(self.limiter)
        self._sending: set[asyncio.Task[Any]] = set()
        self._retrying = AsyncRetrying(
            stop=stop_after_attempt(endpoint.attempts),
            wait=_wait_s,
            retry=retry_if_exception_type(faults.Transient),
            sleep=sleep,
            reraise=True,
        )

    @property
    def identity(self) -> dict[str, Any]:
        """What an answer depends on beside the prompt. Safe to keep and to show."""
        asked = self.endpoint
        return {
            "base_url": self.connection.address,
            "model": asked.model,
            "temperature": asked.temperature,
            "seed": asked.seed,
            "max_output_tokens": asked.max_output_tokens,
        }

    @property
    def profile(self) -> Profile:
        """How the server is asked at present."""
        return self.form.profile

    @property
    def host(self) -> str:
        """Host and port of the server, for people."""
        return self.connection.host

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.connection.close()

    async def complete(self, prompt: Prompt) -> Reply:
        """Return the server's answer to `prompt`.

        A question or answer that does not fit comes back with finish "length", a text the server
        would not read with "content_filter". Raises `ModelUnavailable` with what to do, and
        `BudgetReached` before a call that could pass the limit.
        """
        try:
            try:
                return await self._attempt(prompt)
            except faults.Transient as first:
                return await self._retrying.copy()(self._again, prompt, [first])
        except faults.Transient as fault:
            tries = self.endpoint.attempts
            raise ModelUnavailable(
                f"{fault} ({tries} tries)",
                hint="what was answered is kept: run the same command again to go on, "
                'or set endpoint.fallback = "rules" for what the model cannot answer',
            ) from None
        except faults.TooLong:
            return Reply(text="", finish="length", model=self.endpoint.model)
        except faults.Filtered:
            return Reply(text="", finish="content_filter", model=self.endpoint.model)

    async def _again(self, prompt: Prompt, failed: list[faults.Transient]) -> Reply:
        """Try after the first try, which the retrier counts and waits for like its own."""
        if failed:
            raise failed.pop()
        return await self._attempt(prompt)

    def last_calls(self) -> "set[asyncio.Task[Any]]":
        """Start no call any more; return the tasks whose calls are under way, paid or about to be."""
        self._breaker.stop(faults.Stop("the run was stopped"))
        return set(self._sending)

    async def _attempt(self, prompt: Prompt) -> Reply:
        tokens_in = self._tokens_of(prompt)
        async with (
            self.meter.reserved(tokens_in, self.endpoint.max_output_tokens),
            self.limiter.slot(tokens_in + self.endpoint.max_output_tokens),
        ):
            self._breaker.check()
            task = asyncio.current_task()
            assert task is not None
            self._sending.add(task)
            try:
                reply = await self._asked(prompt)
            except faults.Transient as fault:
                self.meter.failures += 1
                self._breaker.failed(fault)
                raise
            except ModelUnavailable as fault:
                self.meter.failures += 1
                self._breaker.rejected(fault)
                raise
            finally:
                self._sending.discard(task)
            self._breaker.answered()
            if reply.tokens_in + reply.tokens_out:
                self.meter.count(reply)
            else:  # a silent server: what we estimate is better than nothing
                self.meter.count(replace(reply, tokens_in=tokens_in, tokens_out=len(reply.text)))
            return reply

    async def _asked(self, prompt: Prompt) -> Reply:
        """Ask, stepping down as often as the server teaches us something new."""
        for _ in range(_LESSONS):
            profile = self.profile
            started = self._clock()
            status, content, headers = await self.connection.send(
                body(prompt, self.endpoint, profile)
            )
            if left := faults.rate_left(headers):
                self.limiter.spent_soon(*left)
            if status == 200:
                try:
                    reply = envelope.read(content)
                except envelope.Malformed as malformed:
                    status, text = self.malformed(malformed)
                else:
                    self.limiter.served(self._clock() - started)
                    self.form.answered(profile, reply)
                    return reply
            else:
                text = faults.readable(content)
            if too_long(status, text):
                raise faults.TooLong
            if not self.form.refused(profile, status, text):
                fault = self.connection.judged(status, text, headers)
                if not isinstance(fault, faults.Rejected):
                    raise fault
                if not self.form.refused_without_reason(profile, status):
                    raise fault
        raise faults.Rejected(
            f"{self.host} refuses every way of asking that we know",
            hint="set endpoint.mode = 'prompt', or ask with `briefing doctor` what it accepts",
        )

    def malformed(self, malformed: envelope.Malformed) -> tuple[int, str]:
        """Return the status and text of an error that came as a success."""
        if malformed.page:
            raise faults.Stop(
                f"{self.host} answers with a web page",
                hint="endpoint.base_url should be the API's address; it usually ends in /v1",
            )
        if malformed.status:
            return malformed.status, str(malformed)
        raise faults.Transient(f"{self.host}: {malformed}")

    async def guarded(self, call: Callable[[], Awaitable[R]]) -> R:
        """Return what a call of the SDK returns, with our retries and our messages."""
        import httpx2
        import openai

        async def attempt() -> R:
            try:
                return await call()
            except openai.APIStatusError as error:
                text = faults.readable(error.response.content)
                raise self.connection.judged(
                    error.status_code, text, error.response.headers
                ) from None
            except (openai.OpenAIError, httpx2.HTTPError, httpx2.InvalidURL) as error:
                raise self.connection.network_fault(error) from None

        try:
            return await self._retrying.copy()(attempt)
        except faults.Transient as fault:
            raise ModelUnavailable(str(fault), hint="run the same command again later") from None

    def body(self, prompt: Prompt) -> dict[str, Any]:
        """Return the request for `prompt` in the form that is in use, as batches send it."""
        return body(prompt, self.endpoint, self.profile)


def _wait_s(state: RetryCallState) -> float:
    """Seconds before the next try: what the server asked for, else doubling with jitter."""
    fault = state.outcome.exception() if state.outcome else None
    jitter = random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
    doubling = min(_LONGEST_WAIT_S, float(2 ** min(state.attempt_number - 1, 10))) * jitter
    asked = fault.wait_s if isinstance(fault, faults.Transient) else None
    return doubling if asked is None else asked + jitter * 0.5
