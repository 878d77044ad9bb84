"""What range of true values a printed number stands for.

In:  the words and the amount read from them. Out: the lowest and highest value they allow.

A printed number was rounded: 12.3亿元 stands for all from 12.25 to 12.35. Counts without 万 or
亿 (30个) stand for themselves. 超 opens the range upwards, 近 and 不足 downwards, 约 both ways.
Comparing ranges instead of numbers is what keeps the audit from crying wolf.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from briefing.records import Amount, Bound

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SLACK = Decimal("0.1")  # how far 超, 近 and 约 reach: a tenth of the number
_ROUNDED = ("%", "％", "百分点", "倍", "‰")


@dataclass(frozen=True)
class Interval:
    """All values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def overlaps(self, other: "Interval") -> bool:
        """True when one value can be meant by both."""
        return self.low <= other.high and other.low <= self.high

    def over(self, other: "Interval") -> "Interval | None":
        """Return the quotient of two positive ranges; None when the divisor may be 0."""
        if other.low <= 0 or self.low < 0:
            return None
        return Interval(self.low / other.high, self.high / other.low)

    def times(self, other: "Interval") -> "Interval":
        """Return the product of two ranges that are not negative."""
        return Interval(self.low * other.low, self.high * other.high)


def step(raw: str, amount: Amount) -> Decimal:
    """Return what the last printed digit counts: 0.1亿 for 12.3亿元, 10% for 四成, 0 for a count."""
    if "成" in raw and amount.unit == "%":
        return Decimal(5) if "半" in raw else Decimal(10)
    numbers = _NUMBER.findall(unicodedata.normalize("NFKC", raw).replace("，", ","))
    for text in numbers:
        printed = Decimal(text.replace(",", ""))
        if not printed:
            continue
        factor = abs(amount.value) / printed
        if factor not in _FACTORS:
            continue
        digits = Decimal(1).scaleb(-len(text.partition(".")[2]))
        if factor == 1 and digits == 1 and not amount.unit.endswith(_ROUNDED):
            return Decimal(0)
        return factor * digits
    return Decimal(0)


_FACTORS = {Decimal(10) ** n for n in (0, 1, 2, 3, 4, 6, 7, 8, 11, 12, 13)}


def interval(raw: str, amount: Amount) -> Interval:
    """Return the range of true values that `raw`, read as `amount`, allows."""
    low, high = amount.value, amount.value if amount.value_max is None else amount.value_max
    half = step(raw, amount) / 2
    size = max(abs(low), abs(high))
    reach = size * _SLACK
    below, above = {
        Bound.EXACT: (half, half),
        Bound.ABOUT: (reach, reach),
        Bound.OVER: (Decimal(0), reach),
        Bound.UNDER: (reach, Decimal(0)),
    }[amount.bound]
    if amount.value < 0:
        below, above = above, below
    return Interval(min(low, high) - below, max(low, high) + above)


def agree(raw: str, amount: Amount, other_raw: str, other: Amount) -> bool:
    """True when both may mean one value: 12.3亿元 and 12.34亿元, not 12.3 and 12.4.

    Two numbers with the same last digit agree only when they are equal.
    """
    if (amount.unit, amount.basis) != (other.unit, other.basis):
        return False
    if amount.value == other.value and amount.value_max == other.value_max:
        return True
    plain = amount.bound is Bound.EXACT and other.bound is Bound.EXACT
    if plain and step(raw, amount) == step(other_raw, other):
        return False
    return interval(raw, amount).overlaps(interval(other_raw, other))


def short(value: Decimal) -> str:
    """Return a computed number as a remark prints it, with one decimal."""
    return f"{value:.1f}"
