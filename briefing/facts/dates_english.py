"""Read English days, periods and deadlines: October 26, 2025; by the end of 2025; Q3 2024.

`CALENDAR` forms name their year or come back every year; `RELATIVE` ones count from a day. Both
give first and last day as in `date_forms`, and match small letters.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from briefing.facts.date_forms import Days, later, month_end, months, shift_months

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)  # noqa: SIM905
}
_COUNT = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), 2
    )
}
_UNITS = {"year": "年", "month": "个月", "week": "周", "day": "天"}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_M = (
    "(?:"
    + "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
    + r"|sept)\.?"
)
_Y = r"(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d))?"
_REL = r",?\s(?:of\s)?(?P<rel>this|next|last|the\sprevious|the\ssame)\syear"
_YEARS = {"this": 0, "next": 1, "last": -1, "the previous": -1, "the same": 0}
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_N = "|".join(_COUNT)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def month(name: str) -> int:
    """Return the number of an English month, long or short."""
    return next(place for place, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))


def _day(found: re.Match[str], year: int) -> Days:
    day = date(year, month(found["m"]), int(re.sub(r"\D", "", found["d"])))
    return day, day


def _end(found: re.Match[str], year: int) -> Days:
    return months(year, month(found["m"]), month(found["m"]))


def _quarter(found: re.Match[str], year: int) -> Days:
    number = int(found["q"]) if found["q"] else _ORDER[found["word"]]
    return months(year, number * 3 - 2, number * 3)


def _half(found: re.Match[str], year: int) -> Days:
    first = found["half"] == "first" or found["short"] == "h1"
    return months(year, 1, 6) if first else months(year, 7, 12)


def _first_months(found: re.Match[str], year: int) -> Days:
    return months(year, 1, _COUNT.get(found["n"]) or int(found["n"]))


def _first_quarters(found: re.Match[str], year: int) -> Days:
    return months(year, 1, 3 * (_COUNT.get(found["n"]) or int(found["n"])))


def _part(found: re.Match[str], year: int) -> Days:
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[found["part"]]
    return months(year, first, last)


def _plan(found: re.Match[str], year: int) -> Days:
    first = 2001 + 5 * (int(found["n"]) - 10)
    return date(first, 1, 1), date(first + 4, 12, 31)


def _years(found: re.Match[str], year: int) -> Days:
    first = int(found["since"])
    return date(first, 1, 1), date(first // 100 * 100 + int(found["till"][-2:]), 12, 31)


_FORMS: list[tuple[str, Callable[[re.Match[str], int], Days]]] = [
    (rf"(?P<m>{_M})\s(?P<d>{_D})(?!\d)", _day),
    (rf"(?P<d>{_D})\s(?P<m>{_M})", _day),
    (
        rf"(?P<m>{_M})\s?(?:-|to|through)\s?(?P<m2>{_M})",
        lambda f, y: months(y, month(f["m"]), month(f["m2"])),
    ),
    (
        r"(?P<m>january)\sand\s(?P<m2>february)",
        lambda f, y: months(y, month(f["m"]), month(f["m2"])),
    ),
    (r"(?:q(?P<q>[1-4])|(?:the\s)?(?P<word>first|second|third|fourth)\squarter)", _quarter),
    (
        r"(?:(?:the\s)?(?P<half>first|second)\shalf(?:\s(?:of\s)?the\syear)?|(?P<short>h[12]))",
        _half,
    ),
    (rf"(?:the\s)?first\s(?P<n>{_N}|\d{{1,2}})\smonths(?:\sof\sthe\syear)?", _first_months),
    (r"(?:the\s)?first\s(?P<n>two|three|2|3)\squarters(?:\sof\sthe\syear)?", _first_quarters),
    (rf"(?:the\s)?end\sof\s(?P<m>{_M})", _end),
]
"""Forms that come back every year, whose year may stand behind them."""

_MONTH = rf"(?:(?:early|mid|late)[\s-])?(?P<m>{_M})"


def _month(found: re.Match[str], year: int) -> Days:
    return months(year, month(found["m"]), month(found["m"]))


CALENDAR: list[tuple[str, Callable[[re.Match[str], int], Days]]] = [
    (r"(?:the\s)?(?P<n>1[0-9])th\sfive-year\splan(?:\speriod)?", _plan),
    (r"(?P<since>20\d\d)-(?P<till>(?:20)?\d\d)(?![\d-])", _years),
    *((form + _Y, days) for form, days in _FORMS),
    (rf"{_MONTH}(?=\s(?:19|20)\d\d){_Y}", _month),
    (r"(?:the\s)?(?P<part>early|mid|late)[\s-](?P<year>(?:19|20)\d\d)", _part),
    (r"(?:the\s)?end\sof\s(?P<year>(?:19|20)\d\d)", lambda f, y: months(y, 12, 12)),
    (r"(?P<year>(?:19|20)\d\d)", lambda f, y: months(y, 1, 12)),
]
ALONE: tuple[str, Callable[[re.Match[str], int], Days]] = (_MONTH, _month)
"""A month without its year: a date only where a word leads to it (by September)."""


def _related(
    days: Callable[[re.Match[str], int], Days], found: re.Match[str], anchor: date
) -> Days:
    return days(found, anchor.year + _YEARS[" ".join(found["rel"].split())])


def _next_month(found: re.Match[str], anchor: date) -> Days:
    """Return the days of next June, last October, this May, seen from the anchor."""
    number, which = month(found["m"]), found["which"]
    year = anchor.year
    if which == "next" and number <= anchor.month:
        year += 1
    if which == "last" and number >= anchor.month:
        year -= 1
    return months(year, number, number)


def _turn(found: re.Match[str], anchor: date) -> Days:
    """Return the days of this, next or last week, month or quarter."""
    step = _YEARS[found["which"]]
    if found["unit"] == "week":
        monday = anchor + timedelta(days=7 * step - anchor.weekday())
        return monday, monday + timedelta(days=6)
    if found["unit"] == "month":
        there = shift_months(anchor.replace(day=1), step)
        return months(there.year, there.month, there.month)
    first = anchor.replace(month=(anchor.month - 1) // 3 * 3 + 1, day=1)
    there = shift_months(first, 3 * step)
    return months(there.year, there.month, there.month + 2)


def _season(found: re.Match[str], anchor: date) -> Days:
    start = _SEASONS[found["season"]]
    year = anchor.year + (found["which"] == "next" and anchor.month >= start)
    year -= found["which"] == "last" and anchor.month <= start + 2
    first = date(year, start, 1)
    last = shift_months(first, 2)
    return first, month_end(last.year, last.month)


def _weekday(found: re.Match[str], anchor: date) -> Days:
    day = anchor + timedelta(days=(_WEEKDAYS.index(found["day"]) - anchor.weekday()) % 7)
    return day, day


def _span(found: re.Match[str], anchor: date) -> Days:
    count = _NUMBERS.get(found["n"]) or int(found["n"])
    count = -count if found["which"] in ("past", "last") else count
    other = later(anchor, count, _UNITS[found["unit"]])
    return (anchor, other) if count > 0 else (other, anchor)


_COUNTED = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>year|month|week|day)s?"
RELATIVE: list[tuple[str, Callable[[re.Match[str], date], Days]]] = [
    *((form + _REL, partial(_related, days)) for form, days in _FORMS),
    (rf"{_MONTH}{_REL}", partial(_related, _month)),
    (
        r"(?:the\s)?end\sof\s(?P<rel>this|next|last)\syear",
        partial(_related, lambda f, y: months(y, 12, 12)),
    ),
    (r"(?:later\s)?this\syear", lambda f, a: months(a.year, 1, 12)),
    (r"next\syear", lambda f, a: months(a.year + 1, 1, 12)),
    (r"(?:last\syear|the\sprevious\syear)", lambda f, a: months(a.year - 1, 1, 12)),
    (r"(?:the\s)?(?:year-end|end\sof\sthe\syear)", lambda f, a: months(a.year, 12, 12)),
    (rf"(?P<which>this|next|last)\s(?P<m>{_M})(?!\w)", _next_month),
    (r"(?P<which>this|next|last)\s(?P<unit>week|month|quarter)", _turn),
    (r"(?P<which>this|next|last|the\scoming)\s(?P<season>spring|summer|autumn|winter)", _season),
    (rf"(?:the\s)?(?P<which>next|coming|past|last)\s{_COUNTED}", _span),
    (
        rf"within\s{_COUNTED}",
        lambda f, a: (a, later(a, _NUMBERS.get(f["n"]) or int(f["n"]), _UNITS[f["unit"]])),
    ),
]
LEAD = r"(?:(?:by|before|until|in|from|since|of|during|for|at|on|over|as\sof|through|throughout|prior\sto|no\slater\sthan)\s)"
