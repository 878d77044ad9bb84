"""How far a target should be, how far it is, and the light that follows from both.

In:  a target's deadline, value and reports. Out: per cents as printed, and a light.

Everything is `Decimal`, rounded to a tenth as it is printed, and the light is decided by the
printed numbers, so that a reader who does the sum finds the same light.
"""

from dataclasses import dataclass
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
    year = date(days.last.year, 1, 1)
    annual = days.last == date(days.last.year, 12, 31)
    if annual and first_seen.year == days.last.year:
        return year
    if "季度" in written:
        return date(days.last.year, (days.last.month - 1) // 3 * 3 + 1, 1)
    if "半年" in written:
        return date(days.last.year, 1 if days.last.month <= 6 else 7, 1)
    return min(first_seen, days.last)


def elapsed(begin: date, end: date, on: date) -> Decimal:
    """Return the share of the days from `begin` to `end`, both included, over on `on`; 0 to 100."""
    whole = (end - begin).days + 1
    gone = min(max((on - begin).days + 1, 0), whole)
    return tenth(Decimal(100 * gone) / Decimal(whole))


@dataclass(frozen=True)
class Signal:
    """A light and the rule that set it, in words."""

    light: Light
    rule: str


def light(completion: Decimal | None, time: Decimal | None, rule: Lights, lang: str) -> Signal:
    """Return the light for `completion` after `time` per cent of the days, boundaries included."""
    zh = lang == "zh"
    if completion is None or time is None:
        words = "没有可比的完成率或时限，不亮灯" if zh else "no completion or deadline to measure"
        return Signal(Light.GREY, words)
    behind = tenth(time) - tenth(completion)
    if behind <= rule.green_behind:
        chosen = Light.GREEN
    elif behind <= rule.yellow_behind:
        chosen = Light.YELLOW
    else:
        chosen = Light.RED
    limits = (
        f"落后不超过{rule.green_behind}个百分点为绿，不超过{rule.yellow_behind}个为黄，更多为红"
        if zh
        else f"up to {rule.green_behind} points behind green, up to {rule.yellow_behind} yellow, more red"
    )
    gap = abs(behind)
    said = (
        f"完成{completion}%，序时进度{time}%，{'落后' if behind > 0 else '领先'}{gap}个百分点"
        if zh
        else f"{completion}% done, {time}% of the time gone, {gap} points {'behind' if behind > 0 else 'ahead'}"
    )
    return Signal(chosen, f"{said}（{limits}）" if zh else f"{said} ({limits})")
