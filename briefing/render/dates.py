"""Write days and periods in Chinese and English.

Chinese dates stand in Arabic figures without leading zeros: 2026年3月2日.
"""

from datetime import date

from briefing.records import Issued
from briefing.render.labels import Lang

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(of: date, lang: Lang) -> str:
    """Return 2026年3月2日 or 2 March 2026."""
    if lang == "zh":
        return f"{of.year}年{of.month}月{of.day}日"
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"


def short(of: date, lang: Lang, year: int | None = None) -> str:
    """Return the day for a table, without its year where that is `year`: 3月2日, 2 Mar 2026."""
    if lang == "zh":
        return f"{of.month}月{of.day}日" if of.year == year else day(of, lang)
    month = _MONTHS[of.month - 1][:3]
    return f"{of.day} {month}" if of.year == year else f"{of.day} {month} {of.year}"


def days(first: date, last: date, lang: Lang) -> str:
    """Return a range of days, without what both ends share: 3月2日—8日 after its year."""
    if first == last:
        return day(first, lang)
    if lang == "zh":
        if first.year != last.year:
            return f"{day(first, lang)}—{day(last, lang)}"
        month = "" if first.month == last.month else f"{last.month}月"
        return f"{day(first, lang)}—{month}{last.day}日"
    if first.year != last.year:
        return f"{day(first, lang)} – {day(last, lang)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last, lang)}"
    return f"{first.day}–{day(last, lang)}"


def period(of: Issued, lang: Lang) -> str:
    """Return the period by name and days: 2026年第10周（3月2日—3月8日）."""
    year = of.name[:4]
    match of.cadence:
        case "day":
            return day(of.first, lang)
        case "week":
            week, span = int(of.name[-2:]), days(of.first, of.last, lang)
            if lang == "zh":
                span = span.removeprefix(f"{year}年")
                return f"{year}年第{week}周（{span}）"
            return f"Week {week} of {year} ({span})"
        case "month":
            if lang == "zh":
                return f"{year}年{of.first.month}月"
            return f"{_MONTHS[of.first.month - 1]} {year}"
        case "quarter":
            quarter = (of.first.month + 2) // 3
            return f"{year}年第{quarter}季度" if lang == "zh" else f"Quarter {quarter} of {year}"
