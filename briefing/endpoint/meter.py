"""Count what a run costs, and stop it before it costs too much.

    meter = Meter(price, Budget(max_tokens=100_000))
    async with meter.reserved(tokens_in, tokens_out): ...   # raises BudgetReached
    meter.count(reply)

A call reserves the most it can cost before it starts; what it did cost is counted when the
answer is there. So the limit holds however many calls are under way.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

from briefing.errors import BudgetReached
from briefing.llm import Reply
from briefing.settings import Budget, Price

_MILLION = Decimal(1_000_000)


class Meter:
    """What was sent and received so far. `calls` were answered, `failures` were not.

    `beside` is the meter of another endpoint under the same limits; prices in another currency
    cannot be added to it.
    """

    def __init__(
        self,
        price: Price | None = None,
        budget: Budget | None = None,
        beside: "Meter | None" = None,
    ) -> None:
        self.price = price
        self.budget = budget or Budget()
        self._meters: list[Meter] = [*(beside._meters if beside else ()), self]
        for meter in self._meters:
            meter._meters = self._meters
        self.calls = 0
        self.failures = 0
        self.tokens_in = 0
        self.tokens_out = 0
        self.tokens_cached = 0
        self._reserved_tokens = 0
        self._reserved_cost = Decimal(0)
        self._settled = asyncio.Event()

    @property
    def cost(self) -> Decimal | None:
        """What the counted tokens cost, None when no price is known."""
        return cost(self.price, self.tokens_in, self.tokens_out, self.tokens_cached)

    @asynccontextmanager
    async def reserved(self, tokens_in: int, tokens_out: int) -> AsyncIterator[None]:
        """Set the call's greatest cost aside while it runs; wait for others where that helps.

        Raises `BudgetReached` when even alone the call could pass the limit.
        """
        price = cost(self.price, tokens_in, tokens_out, 0) or Decimal(0)
        while not self._fits(tokens_in + tokens_out, price):
            if not any(meter._reserved_tokens for meter in self._meters):
                raise BudgetReached(
                    f"the next call could pass the limit of {self._limit()}",
                    hint="what was answered is kept: run again with a higher limit to go on",
                )
            self._settled.clear()
            await self._settled.wait()
        self._reserved_tokens += tokens_in + tokens_out
        self._reserved_cost += price
        try:
            yield
        finally:
            self._reserved_tokens -= tokens_in + tokens_out
            self._reserved_cost -= price
            for meter in self._meters:
                meter._settled.set()

    def allow(self, tokens: int, price: Decimal | None) -> None:
        """Raise `BudgetReached` when so many tokens more, at that price, would pass the limit."""
        if not self._fits(tokens, price or Decimal(0)):
            raise BudgetReached(
                f"the batch could pass the limit of {self._limit()}: it takes up to {tokens} tokens",
                hint="raise the limit, or give fewer pages at a time",
            )

    def count(self, reply: Reply) -> None:
        """Count an answered call."""
        self.calls += 1
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out
        self.tokens_cached += reply.tokens_cached

    def _fits(self, tokens: int, price: Decimal) -> bool:
        limits = self.budget
        spent = sum(m.tokens_in + m.tokens_out + m._reserved_tokens for m in self._meters)
        if limits.max_tokens is not None and spent + tokens > limits.max_tokens:
            return False
        if limits.max_cost is None:
            return True
        currency = self.price.currency if self.price else ""
        alike = [
            meter for meter in self._meters if meter.price and meter.price.currency == currency
        ]
        paid = sum(((m.cost or Decimal(0)) + m._reserved_cost for m in alike), start=price)
        return paid <= limits.max_cost

    def _limit(self) -> str:
        tokens, money = self.budget.max_tokens, self.budget.max_cost
        written = [f"{tokens} tokens"] if tokens is not None else []
        if money is not None:
            written.append(f"{money} {self.price.currency if self.price else ''}".strip())
        return " or ".join(written)


def cost(price: Price | None, tokens_in: int, tokens_out: int, cached: int) -> Decimal | None:
    """Return what tokens cost, in the price's currency. `tokens_in` includes the cached ones."""
    if price is None:
        return None
    cached_price = price.tokens_in if price.tokens_cached is None else price.tokens_cached
    cached = min(cached, tokens_in)
    whole = (
        price.tokens_in * (tokens_in - cached)
        + cached_price * cached
        + price.tokens_out * tokens_out
    )
    return whole / _MILLION
