"""Read English days, periods and deadlines: October 26, 2025; by the end of 2025; Q3 2024.

`CALENDAR` forms name their year or come back every year; `RELATIVE` ones count from a day. Both
give first and last day as in `date_forms`, and match small letters.
"""

import re
from collections.abc import Callable
from datetime import date

from briefing.facts.date_forms import Days, later, month_end, months

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
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
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
    + r")\.?"
)
_Y = r"(?:,?\s(?:of\s)?(?P<year>(?:19|20)\d\d))?"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"


def month(name: str) -> int:
    """Return the number of an English month, long or short."""
    return next(place for place, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))


def _day(found: re.Match[str], year: int) -> Days:
    day = date(year, month(found["m"]), int(re.sub(r"\D", "", found["d"])))
    return day, day


def _end(found: re.Match[str], year: int) -> Days:
    if found["m"]:
        return date(year, month(found["m"]), 1), month_end(year, month(found["m"]))
    return months(year, 12, 12)


def _quarter(found: re.Match[str], year: int) -> Days:
    number = int(found["q"]) if found["q"] else _ORDER[found["word"]]
    return months(year, number * 3 - 2, number * 3)


def _half(found: re.Match[str], year: int) -> Days:
    first = found["half"] == "first" or found["short"] == "h1"
    return months(year, 1, 6) if first else months(year, 7, 12)


def _first_months(found: re.Match[str], year: int) -> Days:
    return months(year, 1, _COUNT.get(found["n"]) or int(found["n"]))


CALENDAR: list[tuple[str, Callable[[re.Match[str], int], Days]]] = [
    (rf"(?P<m>{_M})\s(?P<d>{_D})(?!\d){_Y}", _day),
    (rf"(?P<d>{_D})\s(?P<m>{_M}){_Y}", _day),
    (rf"(?:the\s)?end\sof\s(?:(?P<m>{_M}){_Y}|(?P<year_>(?:19|20)\d\d))", _end),
    (
        rf"(?P<m>{_M})\s?(?:-|to|through)\s?(?P<m2>{_M}){_Y}",
        lambda f, y: months(y, month(f["m"]), month(f["m2"])),
    ),
    (rf"(?P<m>{_M})(?=\s(?:19|20)\d\d){_Y}", lambda f, y: months(y, month(f["m"]), month(f["m"]))),
    (rf"(?:q(?P<q>[1-4])|(?:the\s)?(?P<word>first|second|third|fourth)\squarter){_Y}", _quarter),
    (
        rf"(?:(?:the\s)?(?P<half>first|second)\shalf(?:\s(?:of\s)?(?:the|this)?\s?year)?|(?P<short>h[12])){_Y}",
        _half,
    ),
    (
        rf"(?:the\s)?first\s(?P<n>{'|'.join(_COUNT)}|\d{{1,2}})\smonths(?:\sof\s(?:the|this)\syear)?{_Y}",
        _first_months,
    ),
    (r"(?P<year>(?:19|20)\d\d)", lambda f, y: months(y, 1, 12)),
]
RELATIVE: list[tuple[str, Callable[[re.Match[str], date], Days]]] = [
    (r"this\syear", lambda f, a: months(a.year, 1, 12)),
    (r"next\syear", lambda f, a: months(a.year + 1, 1, 12)),
    (r"last\syear", lambda f, a: months(a.year - 1, 1, 12)),
    (r"(?:the\s)?(?:year-end|end\sof\s(?:the|this)\syear)", lambda f, a: months(a.year, 12, 12)),
    (
        r"within\s(?P<n>\d{1,2}|one|two|three|four|five|six|ten)\s(?P<unit>year|month|week|day)s?",
        lambda f, a: (a, later(a, _NUMBERS.get(f["n"]) or int(f["n"]), _UNITS[f["unit"]])),
    ),
]
LEAD = r"(?:by|before|until|in|from|since|of|during|for)\s"
