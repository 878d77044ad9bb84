"""Read what one match of the written forms says: number, upper end, unit, bound.

In:  a match of `amount_forms.SCAN` in folded text. Out: a `Value`, a `Doubt` where the number could
     be read in more than one way, None where the words only look like an amount (G20, 一个, 十万级).
"""

import re
from decimal import Decimal
from typing import NamedTuple

from briefing.facts import amount_forms as forms
from briefing.facts import numerals, units
from briefing.facts.sightings import Doubt, Seen, Sighting
from briefing.records import Bound

_CURRENCY = {
    "US$": "美元",
    "$": "美元",
    "HK$": "港元",
    "NT$": "新台币元",
    "人民币": "元",
    "港币": "港元",
    "新台币": "新台币元",
    "台币": "新台币元",
    "美金": "美元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "RMB": "元",
}
_MONEY_BEFORE = re.compile(
    r"(?:投资|产值|收入|营收|GDP|税收|贷款|融资|销售额|交易额|出口|进口|资金|总额|增加值|总值|利润|存款|余额|经费|预算|费用|造价|成本|补助|补贴)(?:额|总额)?[了达约近为至到超过突破:总共合计累已]{0,4}$"
)
_MONEY_AFTER = re.compile(r"[大级]?(?:项目|投资|资金|产值|贷款|订单|产业(?!链))")
_BORROWED = re.compile(
    r"项目|位数|位于|位列|位居|位置|个别|家庭|条件|件事|种植|种子|部分|部门|门类|台阶|处于|处理|场所|场地|口岸|层面|度假|级别|名单|名列|校[区长园友企舍外内车服门级庆际方医]|标(?!段|箱|准箱)[准志杆识的注题本签语]|案[例件值发卷由情头场]|伙[伴食人]"
)
_BORROWED_FIRST = frozenset("校标案伙项位个家条件种部门台处场口层度级名")
_SPLIT_BEFORE = re.compile(r"\d $")
_HUNDREDS = re.compile(r"\d{3}(?!\d)")
_NEAR = re.compile(r"([两三四五六七八])([三四五六七八九])([十百千万亿]*)")
_STARTED_FROM = re.compile(r"[由从自]$")
_SCALE = re.compile(r"[万亿]+$")
_NO_NUMERAL = {ord(char): None for char in "余多 "}
_PARTS = ("before", "minus", "more", "tenth", "half", "after")
_SCALED = ("万", "亿")


class Value(NamedTuple):
    """A number multiplied out at [start, end), not yet told which way it goes."""

    number: Decimal
    unit: str
    start: int
    end: int
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None


def single(match: re.Match[str], folded: str, last: Seen | None) -> Value | Doubt | None:
    """Read one match; `last` is what was seen before it."""
    kind = match.lastgroup
    if kind == "quantity":
        return quantity(match, folded)
    start, end = match.span()
    if kind == "rank":
        return _rank(match, folded, last)
    if kind == "fraction":
        return _fraction(match)
    if kind == "doubled":
        times = numerals.value(match["times"] or "一") or Decimal(1)
        return Value(Decimal(2) ** int(times), "倍", start, end) if times < 10 else None
    return Value(Decimal(50), "%", start, end, _bound(match["hbefore"], match["hafter"]))


def _fraction(match: re.Match[str]) -> Value | None:
    bound = _bound(match["fbefore"], match["fmore"], match["fafter"])
    number = numerals.value(match["num"].rstrip("."))
    if number is None:
        return None
    part = match["den"][:-1]
    if part in ("百", "千"):
        return Value(plain(number), "%" if part == "百" else "‰", *match.span(), bound)
    whole = numerals.value(part)
    if not whole or number > whole:
        return None
    share = (number / whole * 100).quantize(Decimal("0.01") if whole < 1000 else Decimal("0.0001"))
    return Value(plain(share), "%", *match.span(), bound)


def _rank(match: re.Match[str], folded: str, last: Seen | None) -> Value | Doubt | None:
    start, end = match.span()
    if match["bottom"]:
        return Doubt(
            start, end, f"{match['bottom']} counts from the end of a list of unknown length"
        )
    if match["place"] and not match["placed"]:
        ranked = bool(forms.RANKED.search(folded[max(0, start - 10) : start]))
        if not ranked and isinstance(last, Sighting) and last.amount.unit == "位":
            ranked = bool(forms.ENUMERATION.fullmatch(folded, last.end, start))
        if not ranked:
            return None
    number = numerals.value(match["place"] or match["within"] or "1")
    if not number:
        return None
    return Value(number, "位", start, end, Bound.UNDER if match["within"] else Bound.EXACT)


def quantity(match: re.Match[str], folded: str, borrowed: str = "") -> Value | Doubt | None:
    """Read number and unit; `borrowed` is the unit where it stands only behind the next number."""
    run, unit, currency = match.group("number", "unit", "currency")
    if run[-1] in ".," and unit:
        return None  # 2. 番茄: the number of an item; 41:50.1,对: a word of the next clause
    if not (unit or borrowed or currency) and run.rstrip(",.")[-1:] not in _SCALED:
        return None
    start, end = match.span()
    before, minus, more, tenth, half, after = match.group(*_PARTS)
    at, behind = match.start("number"), match.end("number")
    unit = borrowed or unit
    if unit and unit[0] in _BORROWED_FIRST and _BORROWED.match(folded, match.start("unit")):
        unit, end = None, behind
    if currency and unit in (None, "", "元"):
        unit = _CURRENCY[currency]
    if not unit:
        if len(run) == 1 or run.rstrip(",.")[-1:] not in _SCALED:
            return None
        end -= len(run) - len(run.rstrip(",."))
        unit = _implied_unit(folded, start, end)
    left = folded[at - 1] if at else ""
    if left.isascii() and left.isalpha() and not (unit == "%" or run[-1] in "万亿" or currency):
        return None  # G20, K12; but GDP2.1%
    if unit == "块" and _PAID.search(folded, max(0, start - 12), start):
        unit = "元"
    number, upper = _number(run)
    if doubt := _doubt(match, folded, number):
        return doubt
    if number is None or _is_no_count(run, unit, before, more, folded[end : end + 1]):
        return None
    if half:
        number += Decimal("0.5")
    if before in ("低于", "高于") and folded[end : end + 1] == "的":
        return Value(plain(number), units.base(unit), at, end)  # 低于4%的控制目标: no bound
    bound = _bound(before, more or ("多" if "余" in run or "多" in run else None), after)
    if unit == "成" or tenth:
        number, unit = number * 10 + (numerals.value(tenth or "零") or 0), "%"
        upper = None if upper is None else upper * 10
    if upper is not None:
        upper, bound = plain(upper), Bound.ABOUT
    return Value(plain(-number if minus else number), units.base(unit), start, end, bound, upper)


_PAID = re.compile(
    r"(?:工资|月薪|年薪|薪水|收入|挣|赚|花|卖(?!出)|价格?|钱|费用?|租金?|补[贴助]|奖励?|成本|利润|省下|利息|分红|红包|多付|便宜|涨到?|每[斤亩天月人年]|一[斤亩天个]月?)(?:[^\d,.;:。、]{0,4})$"
)
"""Words of money before 3000块; without them 块 counts pieces: 安装光伏组件98万块."""


def _number(run: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the number, and the upper one of two told together (七八个, 三四百家)."""
    number = _value(run)
    if number is None and (near := _NEAR.fullmatch(run)):
        low, high = (numerals.value(digit + near[3]) for digit in (near[1], near[2]))
        if low is not None and high is not None and high > low:
            return low, high
    return number, None


def _doubt(match: re.Match[str], folded: str, number: Decimal | None) -> Doubt | None:
    """Return why a number cannot be read safely: 数十家, 1 234家, 下降-3%."""
    start, end = match.span()
    run, at, behind = match["number"], match.start("number"), match.end("number")
    left = folded[at - 1] if at else ""
    if (left in ("数", "几") and run[0] in "十百千万亿") or folded[behind : behind + 1] == "几":
        return Doubt(start, end, f"{folded[max(0, at - 1) : end]!r} is no number")
    if left == " " and _SPLIT_BEFORE.search(folded[max(0, at - 3) : at]) and _HUNDREDS.match(run):
        return Doubt(start, end, f"{folded[max(0, at - 4) : end]!r} may be one number or two")
    if number is None:
        return Doubt(start, end, f"the number {run[:24]!r} cannot be read in one way only")
    if match["minus"] and forms.FALLING.search(folded[max(0, start - 4) : start]):
        return Doubt(start, end, "a fall of a negative number")
    return None


def _is_no_count(run: str, unit: str, before: str | None, more: str | None, behind: str) -> bool:
    """Tell whether a number is an article (一个), a vague or a naming word (百家, 万级, 十分)."""
    if run in ("一", "零"):
        return unit in units.VAGUE and not before
    if run in ("百", "千", "万", "亿") and not (before or more):
        return True
    if behind in ("级", "强", "富") and run[0] in "百千万亿":
        return True
    return unit == "分" and not run[0].isdigit()


def _implied_unit(folded: str, start: int, end: int) -> str:
    """Return 元 for a bare 50亿 beside words of money, else no unit."""
    money = _MONEY_BEFORE.search(folded[max(0, start - 12) : start])
    return "元" if money or _MONEY_AFTER.match(folded, end, end + 4) else ""


def between(low: re.Match[str], high: re.Match[str], folded: str) -> Value | None:
    """Read low to high (10-15%, 3至5亿元). The multiplier of the upper end holds for both."""
    if not forms.RANGE_LINK.fullmatch(folded, low.end(), high.start()) or high["before"]:
        return None
    unit = high["unit"]
    first, last = _value(low["number"]), _value(high["number"])
    if not unit or first is None or last is None or (low["unit"] and low["unit"] != unit):
        return None
    if _STARTED_FROM.search(folded, max(0, low.start() - 1), low.start()):
        return None
    scale = _SCALE.search(high["number"])
    if scale and not re.search(r"[万亿]", low["number"]) and not low["unit"]:
        factor = numerals.value("1" + scale[0]) or Decimal(1)
        if first * factor < last:
            first *= factor
    if first >= last:
        return None
    if unit == "成":
        first, last, unit = first * 10, last * 10, "%"
    bound = _bound(low["before"], high["more"], high["after"])
    return Value(plain(first), units.base(unit), low.start(), high.end(), bound, plain(last))


def _value(run: str) -> Decimal | None:
    bare = run.rstrip(",.")
    return numerals.value(bare if bare.isascii() else bare.translate(_NO_NUMERAL))


def _bound(*words: str | None) -> Bound:
    for word in words:
        if word:
            if word in forms.OVER:
                return Bound.OVER
            if word in forms.UNDER:
                return Bound.UNDER
            if word in forms.ABOUT:
                return Bound.ABOUT
    return Bound.EXACT


def plain(number: Decimal) -> Decimal:
    """Return `number` without a needless fraction or exponent: 320000000.0 is 320000000."""
    if number == number.to_integral_value():
        return number.quantize(_ONE)
    return number.normalize()


_ONE = Decimal(1)
