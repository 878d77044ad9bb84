"""What models cost, and what a run would cost before it is made.

    price = pricing.price_of("gpt-4o-mini", settings.prices)
    plan = pricing.estimate(articles, prompts, limits, price)      # for --dry-run

Prices of the settings come first. The defaults below were published on the date each carries;
they age, and the date is printed beside every cost that rests on them. Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.asking import prompting
from briefing.asking.prompting import Limits, Prompts
from briefing.records import Article
from briefing.settings import Price

# An answer lists facts of the text it copies: measured 0.3 to 0.9 tokens a token of text.
_OUT_OF_IN = Decimal("0.9")
_MILLION = Decimal(1_000_000)


def _price(
    model: str, into: str, out: str, cached: str, as_of: str, currency: str = "USD"
) -> Price:
    return Price(
        model=model,
        tokens_in=Decimal(into),
        tokens_out=Decimal(out),
        tokens_cached=Decimal(cached),
        currency=currency,
        as_of=as_of,
    )


# By prefix of the model's name, the longest that fits.
DEFAULTS: tuple[Price, ...] = (
    _price("gpt-4o", "2.50", "10.00", "1.25", "2025-08"),
    _price("gpt-4o-mini", "0.15", "0.60", "0.075", "2025-08"),
    _price("gpt-4.1", "2.00", "8.00", "0.50", "2025-08"),
    _price("gpt-4.1-mini", "0.40", "1.60", "0.10", "2025-08"),
    _price("gpt-4.1-nano", "0.10", "0.40", "0.025", "2025-08"),
    _price("gpt-5", "1.25", "10.00", "0.125", "2025-08"),
    _price("gpt-5-mini", "0.25", "2.00", "0.025", "2025-08"),
    _price("gpt-5-nano", "0.05", "0.40", "0.005", "2025-08"),
    _price("gpt-5.2", "1.75", "14.00", "0.175", "2026-01"),
    # DeepSeek asks half of this outside the peak hours of Chinese working days.
    _price("deepseek-flash", "0.30", "1.20", "0.006", "2026-10"),
    _price("deepseek-v4-pro", "1.32", "3.96", "0.044", "2026-10"),
)


@dataclass(frozen=True)
class Plan:
    """What a run would take at most: calls without corrections, tokens, and cost if known.

    `tokens_cached` is the part of `tokens_in` that every call repeats; servers that cache
    prefixes charge less for it. `cost` does not count on that.
    """

    articles: int
    calls: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    cost: Decimal | None
    price: Price | None


def price_of(model: str, prices: Sequence[Price] = ()) -> Price | None:
    """Return the price of a model: the settings' exact entry, else the default that fits best.

    A default fits a name that starts with it and goes on with a date or version: gpt-4o-mini
    fits gpt-4o-mini-2024-07-18, not gpt-4o-minix. A provider before a slash is left out.
    """
    for price in prices:
        if price.model == model:
            return price
    name = model.rpartition("/")[2].lower()
    fitting = [
        price
        for price in DEFAULTS
        if name == price.model
        or (name.startswith(price.model + "-") and name[len(price.model) + 1].isdigit())
    ]
    return max(fitting, key=lambda price: len(price.model), default=None)


def estimate(
    articles: Iterable[Article], prompts: Prompts, limits: Limits, price: Price | None = None
) -> Plan:
    """Return what asking about `articles` would take. Give only those that are not yet kept."""
    read = calls = tokens_in = tokens_out = 0
    for article in articles:
        read += 1
        for piece in prompting.split(article, prompts, limits):
            prompt = prompts.extraction(piece)
            calls += 1
            tokens_in += prompting.cost(prompt, limits.count)
            text = sum(limits.count(sentence) for _, sentence in piece.sentences)
            tokens_out += min(limits.max_output_tokens, int(text * _OUT_OF_IN) + 100)
    cost = None
    if price is not None:
        cost = (price.tokens_in * tokens_in + price.tokens_out * tokens_out) / _MILLION
    cached = max(0, calls - 1) * prompts.system_tokens
    return Plan(read, calls, tokens_in, tokens_out, cached, cost, price)
