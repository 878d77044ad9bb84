"""Reporting periods: days, ISO weeks, months and quarters of the Gregorian calendar.

A period is written as `2022-08-01`, `2022-W31`, `2022-08` or `2022-Q3`. Weeks are those of
ISO 8601: they start on Monday, and week 1 holds the year's first Thursday.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from briefing.errors import ConfigError


class Cadence(StrEnum):
    """How often a briefing appears."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


_FORMS = {
    Cadence.DAY: re.compile(r"(\d{4})-(\d{2})-(\d{2})"),
    Cadence.WEEK: re.compile(r"(\d{4})-W(\d{2})"),
    Cadence.MONTH: re.compile(r"(\d{4})-(\d{2})"),
    Cadence.QUARTER: re.compile(r"(\d{4})-Q([1-4])"),
}
_HINT = "write a day 2022-08-01, an ISO week 2022-W31, a month 2022-08 or a quarter 2022-Q3"


@total_ordering
@dataclass(frozen=True)
class Period:
    """The days `first` to `last`, both included, which make one unit of `cadence`."""

    cadence: Cadence
    first: date
    last: date

    @classmethod
    def of(cls, day: date, cadence: Cadence = Cadence.WEEK) -> "Period":
        """Return the period of this cadence that holds `day`."""
        match cadence:
            case Cadence.DAY:
                return cls(cadence, day, day)
            case Cadence.WEEK:
                monday = day - timedelta(days=day.weekday())
                return cls(cadence, monday, monday + timedelta(days=6))
            case Cadence.MONTH:
                return cls(cadence, day.replace(day=1), _month_end(day.year, day.month))
            case Cadence.QUARTER:
                month = day.month - (day.month - 1) % 3
                return cls(cadence, date(day.year, month, 1), _month_end(day.year, month + 2))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period from its written form; the inverse of `str`.

        Raises `ConfigError` naming the text when it is no period.
        """
        for cadence, form in _FORMS.items():
            if match := form.fullmatch(text.strip()):
                numbers = [int(group) for group in match.groups()]
                try:
                    return cls.of(_first_day(cadence, numbers), cadence)
                except ValueError:
                    break
        raise ConfigError(f"{text!r} is not a period", hint=_HINT)

    def before(self) -> "Period":
        """Return the period that ends the day before this one starts."""
        return Period.of(self.first - timedelta(days=1), self.cadence)

    def after(self) -> "Period":
        """Return the period that starts the day after this one ends."""
        return Period.of(self.last + timedelta(days=1), self.cadence)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __lt__(self, other: "Period") -> bool:
        return (self.first, self.last) < (other.first, other.last)

    def __str__(self) -> str:
        match self.cadence:
            case Cadence.DAY:
                return self.first.isoformat()
            case Cadence.WEEK:
                year, week, _ = self.first.isocalendar()
                return f"{year}-W{week:02}"
            case Cadence.MONTH:
                return f"{self.first:%Y-%m}"
            case Cadence.QUARTER:
                return f"{self.first.year}-Q{(self.first.month + 2) // 3}"


def span(first: Period, last: Period) -> Iterator[Period]:
    """Yield the periods from `first` to `last`, both included."""
    while first <= last:
        yield first
        first = first.after()


def _first_day(cadence: Cadence, numbers: list[int]) -> date:
    match cadence:
        case Cadence.DAY:
            return date(*numbers)
        case Cadence.WEEK:
            return date.fromisocalendar(numbers[0], numbers[1], 1)
        case Cadence.MONTH:
            return date(numbers[0], numbers[1], 1)
        case Cadence.QUARTER:
            return date(numbers[0], numbers[1] * 3 - 2, 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
