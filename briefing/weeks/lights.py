"""How far a target should be, how far it is, and the light that follows from both.

In:  a target's deadline, value and reports. Out: per cents as printed, and a light.

Everything is `Decimal`, rounded to a tenth as it is printed, and the light is decided by the
printed numbers, so that a reader who does the sum finds the same light.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from briefing.records import DateRange, Light
from briefing.settings import Lights

_TENTH = Decimal("0.1")


def tenth(value: Decimal) -> Decimal:
    """Return `value` rounded half up to one decimal, as printed."""
    return value.quantize(_TENTH, rounding=ROUND_HALF_UP)


def start(written: str, days: DateRange, first_seen: date) -> date:
    """Return the day from which the time of a target runs.

    全年, 年底, 年内 and a bare year run from 1 January, a quarter or half-year from its first day;
    any other deadline runs from the day the target was first read.
    """
    if "季度" in written:
        return date(days.last.year, (days.last.month - 1) // 3 * 3 + 1, 1)
    if "半年" in written:
        return date(days.last.year, 1 if days.last.month <= 6 else 7, 1)
    annual = days.last == date(days.last.year, 12, 31)
    if annual and first_seen.year == days.last.year:
        return date(days.last.year, 1, 1)
    return min(first_seen, days.last)


def elapsed(begin: date, end: date, on: date) -> Decimal:
    """Return the share of the days from `begin` to `end`, both included, over on `on`; 0 to 100."""
    whole = (end - begin).days + 1
    gone = min(max((on - begin).days + 1, 0), whole)
    return tenth(Decimal(100 * gone) / Decimal(whole))


@dataclass(frozen=True)
class Signal:
    """A light and the rule that set it, in words.

    `gap` is how far it is from its time, `limits` where the lights change; both are empty where
    nothing could be measured, and `rule` says why.
    """

    light: Light
    rule: str
    gap: str = ""
    limits: str = ""


_WORDS = {
    "zh": {
        "no completion": "无完成率",
        "no deadline": "无时限",
        "done": "完成{}%，序时进度{}%，{}",
        "ahead": "领先{}个百分点",
        "behind": "落后{}个百分点",
        "even": "与序时进度持平",
        "limits": "落后不超过{}个百分点为绿，不超过{}个为黄，更多为红",
        "on time": "不落后为绿，落后不超过{1}个百分点为黄，更多为红",
        "both": "{}（{}）",
        "days": "{}至{}，截至{}",
        "whole": "{}至{}",
    },
    "en": {
        "no completion": "no completion",
        "no deadline": "no deadline",
        "done": "{}% done, {}% of the time gone, {}",
        "ahead": "{} points ahead",
        "behind": "{} points behind",
        "even": "on schedule",
        "limits": "up to {} points behind green, up to {} yellow, more red",
        "on time": "on schedule green, up to {1} points behind yellow, more red",
        "both": "{} ({})",
        "days": "{} to {}, as of {}",
        "whole": "{} to {}",
    },
}


def light(completion: Decimal | None, time: Decimal | None, rule: Lights, lang: str) -> Signal:
    """Return the light for `completion` after `time` per cent of the days, boundaries included."""
    say = _WORDS[lang]
    if completion is None or time is None:
        return Signal(Light.GREY, say["no deadline" if time is None else "no completion"])
    behind = tenth(time) - tenth(completion)
    if behind <= rule.green_behind:
        chosen = Light.GREEN
    elif behind <= rule.yellow_behind:
        chosen = Light.YELLOW
    else:
        chosen = Light.RED
    way = "behind" if behind > 0 else "ahead" if behind < 0 else "even"
    gap = say[way].format(abs(behind))
    limits = say["limits" if rule.green_behind else "on time"]
    limits = limits.format(rule.green_behind, rule.yellow_behind)
    return Signal(chosen, say["done"].format(completion, time, gap), gap, limits)


def days(begin: date, end: date, on: date | None, lang: str) -> str:
    """Return the days that the time was counted over, and the day it was counted on."""
    say = _WORDS[lang]["days" if on else "whole"]
    same = begin.year == end.year and (on is None or on.year == begin.year)
    return say.format(
        *(
            _written(day, lang, year=not (same and place))
            for place, day in enumerate((begin, end, on))
            if day
        )
    )


def with_days(signal: Signal, counted: str, lang: str) -> Signal:
    """Return the signal with the days printed after its rule, where it was measured."""
    if signal.light is Light.GREY or not counted:
        return signal
    return replace(signal, rule=_WORDS[lang]["both"].format(signal.rule, counted))


def _written(day: date, lang: str, *, year: bool) -> str:
    if lang != "zh":
        return day.isoformat()
    return f"{day.year}年{day.month}月{day.day}日" if year else f"{day.month}月{day.day}日"
