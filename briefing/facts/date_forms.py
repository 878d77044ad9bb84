"""The written forms of days and periods, each with the days it means.

A form of the calendar (`CALENDAR`: 10月26日, 前三季度, 年底) comes back every year and needs one;
a form that counts from a day (`RELATIVE`: 月底, 本周五, 三年内) needs that day. Patterns match
folded text. Functions return first and last day, both included, and raise `ValueError` for a
day that no calendar has (2月30日).
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]
_H = "一二三四五六七八九十"
_HAN = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {
    "〇": 0,
    "两": 2,
    "元": 1,
}
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = rf"(?:3[01]|[12]\d|0?[1-9]|三?十一?|二?十[{_H[:-1]}]?|[{_H}])"
_N = rf"(?:\d{{1,3}}|[{_H}两]{{1,3}})"
_TO = r"\s?(?:-{1,2}|至|到)\s?"


def number(text: str) -> int:
    """Return the value of `text`, digits or Chinese numerals up to 99."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_HAN[char]) for char in text))
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months(year: int, first: int, last: int) -> Days:
    """Return the days from month `first` to month `last` of a year."""
    if first > last:
        raise ValueError(f"months {first} to {last}")
    return date(year, first, 1), month_end(year, last)


# --- forms of the calendar -----------------------------------------------------------------


def _day(found: re.Match[str], year: int) -> Days:
    day = date(year, number(found["m"]), number(found["d"]))
    return day, day


def _days(found: re.Match[str], year: int) -> Days:
    first = date(year, number(found["m"]), number(found["d1"]))
    month = number(found["m2"]) if found["m2"] else first.month
    last = date(year + (month < first.month), month, number(found["d2"]))
    if last < first:
        raise ValueError(f"{last} before {first}")
    return first, last


def _month_part(found: re.Match[str], year: int) -> Days:
    month, part = number(found["m"]), found["part"]
    return part_of_month(year, month, part or "")


def part_of_month(year: int, month: int, part: str) -> Days:
    """Return the days of 上旬, 中旬, 下旬, 初, 中, 底 or 末 of a month; the whole month for ""."""
    last = month_end(year, month)
    starts = {
        "上旬": 1,
        "初": 1,
        "中旬": 11,
        "中": 11,
        "下旬": 21,
        "底": last.day - 4,
        "末": last.day - 4,
    }
    ends = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}
    first = date(year, month, starts.get(part, 1))
    return first, date(year, month, ends[part]) if part in ends else last


def _quarter(found: re.Match[str], year: int) -> Days:
    first = number(found["q"])
    last = number(found["q2"]) if found["q2"] else first
    return months(year, first * 3 - 2, last * 3)


def _of_year(found: re.Match[str], year: int) -> Days:
    part = found["part"]
    if part in ("年底", "年末", "岁末", "年终", "底", "末"):
        return months(year, 12, 12)
    if part in ("年初", "初", "岁首"):
        return months(year, 1, 1)
    if part in ("年中", "中"):
        return months(year, 6, 6)
    return months(year, 1, 12)


def _half(found: re.Match[str], year: int) -> Days:
    return months(year, 7, 12) if found["half"] == "下" else months(year, 1, 6)


_SPRING = (219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203)
_AUTUMN = (927, 915, 1004, 924, 913, 1001, 921, 910, 929, 917, 1006, 925, 915, 1003, 922, 912)
"""The first day of the lunar year and the day of mid-autumn from 2015 to 2030, as month and day."""

_FEASTS = {
    "元旦": 101,
    "五一": 501,
    "劳动": 501,
    "国庆": 1001,
    "十一": 1001,
    "开学": 901,
    "汛": 601,
}


def _feast_eve(found: re.Match[str], year: int) -> Days:
    name = found["feast"]
    lunar = _SPRING if name == "春节" else _AUTUMN if name == "中秋" else ()
    if lunar and not 0 <= year - 2015 < len(lunar):
        raise ValueError(f"{name} of {year}")
    key = next((key for key in _FEASTS if key in name), "")
    month, day = divmod(lunar[year - 2015] if lunar else _FEASTS[key], 100)
    eve = date(year, month, day) - timedelta(days=1)
    return eve, eve


def _quarter_end(found: re.Match[str], year: int) -> Days:
    return part_of_month(year, number(found["q"]) * 3, "末")


CALENDAR: list[tuple[str, Callable[[re.Match[str], int], Days]]] = [
    (
        rf"(?P<m>{_M})\s?月\s?(?P<d1>{_D})\s?[日号]?{_TO}(?:(?P<m2>{_M})\s?月\s?)?(?P<d2>{_D})\s?[日号]",
        _days,
    ),
    (rf"(?P<m>{_M})\s?月\s?(?P<d>{_D})\s?[日号]", _day),
    (
        rf"(?P<m>{_M}|(?<![亿万])元(?=[至到-]))\s?月?份?{_TO}(?P<m2>{_M})\s?月份?",
        lambda f, y: months(y, number(f["m"]), number(f["m2"])),
    ),
    (rf"(?P<m>{_M})\s?月(?:份)?\s?(?P<part>[上中下]旬|底|末|初|中(?!旬)|当月)?", _month_part),
    (r"第?(?P<q>[一二三四1-4])季度(?:末|底)", _quarter_end),
    (r"前(?P<q>[两二三])个?季度", lambda f, y: months(y, 1, number(f["q"]) * 3)),
    (
        r"(?<![下上每])第?\s?(?P<q>[一二三四1-4])(?:\s?(?:-|至|到|、)\s?(?P<q2>[一二三四1-4]))?\s?季度",
        _quarter,
    ),
    (
        r"第\s?(?P<q>[一二三四1-4])(?:(?:-|至|到|、)第?(?P<q2>[一二三四1-4]))?季(?![度节军])",
        _quarter,
    ),
    (r"前(?P<q>[两二三23])季(?!度)", lambda f, y: months(y, 1, number(f["q"]) * 3)),
    (r"首季(?!度)", lambda f, y: months(y, 1, 3)),
    (r"(?P<half>[上下])半年|前半年", _half),
    (rf"[前首](?P<n>{_N})个?月", lambda f, y: months(y, 1, number(f["n"]))),
    (r"(?P<part>年(?:底|末|初|中|内)|全年|岁末|岁首|年终)", _of_year),
    (
        r"[\"']?(?P<feast>春节|元旦|五一|劳动|国庆|中秋|秋季开学|开学|主汛期|汛期|入汛)[\"']?(?:国际)?(?:劳动)?节?(?:到来)?之?前",
        _feast_eve,
    ),
]
IN_YEAR: list[tuple[str, Callable[[re.Match[str], int], Days]]] = [
    (r"(?P<part>底|末|初|中|内)", _of_year),
    *CALENDAR,
]
"""The forms after a year of their own: 2025年|底."""


# --- forms that count from a day -----------------------------------------------------------


def shift_months(day: date, count: int) -> date:
    """Return the day `count` months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _relative_month(found: re.Match[str], anchor: date) -> Days:
    word = found["month"]
    step = -1 if word.startswith("上") else 1 if word[0] in "下次" else 0
    moved = shift_months(anchor.replace(day=1), step)
    if found["day"]:
        day = moved.replace(day=int(found["day"]))
        return day, day
    part = (found["part"] or "").replace("内", "").replace("份", "")
    return part_of_month(moved.year, moved.month, part)


def _relative_week(found: re.Match[str], anchor: date) -> Days:
    word, day = found["week"] or "", found["day"]
    monday = anchor - timedelta(days=anchor.weekday())
    monday += timedelta(days=-7 if word.startswith("上") else 7 if word.startswith("下") else 0)
    if not day:
        return monday, monday + timedelta(days=6)
    if day == "末":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    place = 6 if day in "日天" else number(day) - 1
    return monday + timedelta(days=place), monday + timedelta(days=place)


_DAYS = {
    "前天": -2,
    "前日": -2,
    "昨日": -1,
    "昨天": -1,
    "今日": 0,
    "今天": 0,
    "当日": 0,
    "当天": 0,
    "目前": 0,
    "当前": 0,
    "即日": 0,
}
_DAYS |= {"明日": 1, "明天": 1, "后天": 2}


def _relative_day(found: re.Match[str], anchor: date) -> Days:
    day = anchor + timedelta(days=_DAYS[found["day"]])
    return day, day


def later(anchor: date, count: int, unit: str) -> date:
    """Return the day `count` units (年, 个月, 周, 天, 工作日…) after `anchor`, or before it."""
    if unit == "年":
        return shift_months(anchor, 12 * count)
    if unit in ("个月", "个季度"):
        return shift_months(anchor, count * (3 if unit == "个季度" else 1))
    if unit in ("周", "个星期"):
        return anchor + timedelta(weeks=count)
    if "工作日" in unit:
        weeks, rest = divmod(abs(count), 5)
        days = weeks * 7 + rest + (2 if rest and anchor.weekday() + rest > 4 else 0)
        return anchor + timedelta(days=days if count > 0 else -days)
    return anchor + timedelta(days=count)


def _ahead(found: re.Match[str], anchor: date) -> Days:
    return anchor, later(anchor, number(found["n2"] or found["n"]), found["unit"])


def _half_year(found: re.Match[str], anchor: date) -> Days:
    return anchor, shift_months(anchor, 6)


def _behind(found: re.Match[str], anchor: date) -> Days:
    return later(anchor, -number(found["n"]), found["unit"]), anchor


def _plan(found: re.Match[str], anchor: date) -> Days:
    last = 2000 + 5 * (number(found["plan"]) - 9)
    part = found["part"] or ""
    if part.endswith(("期末", "末")) or part.startswith(("期末", "末", "收官", "结束")):
        return date(last, 1, 1), date(last, 12, 31)
    if part.startswith(("开局", "初", "首年")):
        return date(last - 4, 1, 1), date(last - 4, 12, 31)
    return date(last - 4, 1, 1), date(last, 12, 31)


_UNIT = r"(?P<unit>年|个月|个季度|周|个星期|天|个?工作日|日)"


def _relative_quarter(found: re.Match[str], anchor: date) -> Days:
    word = found["quarter"]
    step = -3 if word.startswith("上") else 3 if word.startswith("下") else 0
    moved = shift_months(anchor.replace(day=1), step)
    first = moved.month - (moved.month - 1) % 3
    return months(moved.year, first, first + 2)


RELATIVE: list[tuple[str, Callable[[re.Match[str], date], Days]]] = [
    (r"(?P<quarter>本季度?|当季|上一?季度|下一?季度)", _relative_quarter),
    (
        r"[\"']?(?P<plan>十[一二三四五六])五[\"']?\s?(?P<part>规划期末|时期末|期末|末|开局之年|开局|收官之年|收官|初期|初|中期|期间|时期|规划期间|规划期|规划)?",
        _plan,
    ),
    (
        r"(?P<month>本月|当月|上个?月|下个?月|次月)(?P<part>底|末|初|中旬|上旬|下旬|内|份)?(?:(?P<day>\d{1,2})[日号])?",
        _relative_month,
    ),
    (
        r"(?P<month>(?<![\d一二三四五六七八九十个本上下当次岁])月)(?P<part>底|末|内)(?P<day>\b\B)?",
        _relative_month,
    ),
    (
        r"(?P<week>本周|这周|上周|下周)(?P<day>[一二三四五六日天末])?|(?<![\d每一二三四五六七八九十])周(?P<day_>末|内)",
        _relative_week,
    ),
    (r"(?P<day>今日|今天|昨日|昨天|前天|明日|明天|后天|即日|当日|当天|目前|当前)", _relative_day),
    (
        rf"(?:未来|今后|接下来的?|力争用?|争取用?|再用|用)\s?(?P<n>{_N})(?:{_TO}(?P<n2>{_N}))?\s?{_UNIT}(?:左右)?(?:的?时间)?(?:之内|以内|内)?",
        _ahead,
    ),
    (rf"(?P<n>{_N})(?:{_TO}(?P<n2>{_N}))?\s?{_UNIT}(?:之内|以内|内)", _ahead),
    (r"半年(?:之内|以内|内)", _half_year),
    (rf"(?:近|过去|最近|前)(?P<n>{_N}){_UNIT}(?:来|间)?", _behind),
]
