"""Read amounts: how much, of what unit, how exactly, and which way.

In:  a phrase copied from an article, or a whole text.
Out: an `Amount`, or an `Unreadable` that says why not: never a guess. `find` gives every
     amount of a text with its place; dates, ordinals, names and telephone numbers are none.

Values are multiplied out. A change downwards is negative; 降幅收窄 counts as a rise of the
growth rate it speaks of. 高于, 低于 and 相差 keep the positive number. 翻一番 is 2 倍 as a level.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.facts import amount_forms as forms
from briefing.facts import amounts_english, numerals, units
from briefing.facts.folding import fold, fold_numerals
from briefing.records import Amount, Basis, Bound, Direction

_WINDOW = 24
"""How far back, in characters, words decide direction: a clause, not more."""

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
    r"(?:投资|产值|收入|营收|GDP|税收|贷款|融资|销售额|交易额|出口|进口|资金|总额|增加值|总值|利润|存款|余额)(?:额|总额)?[了达约近为至到超过突破:总共合计累已]{0,4}$"
)
_MONEY_AFTER = re.compile(r"^[大级]?(?:项目|投资|资金|产值|贷款|订单|产业(?!链))")


_BORROWED = re.compile(
    r"项目|位数|位于|位列|位居|位置|个别|家庭|条件|件事|种植|种子|部分|部门|门类|台阶|处于|处理|场所|场地|口岸|层面|度假|级别|名单|名列"
)
_VAGUE_BEFORE = re.compile(r"[数几]$")
_SPLIT_BEFORE = re.compile(r"\d $")
_NEAR = re.compile(r"([两三四五六七八])([三四五六七八九])([十百千万亿]*)")
_ENGLISH = re.compile(r"[A-Za-z]{2}")
_NO_NUMERAL = {ord(char): None for char in "余多 "}


@dataclass(frozen=True)
class Unreadable:
    """Why a phrase is no amount that can be read in one way only."""

    reason: str


@dataclass(frozen=True)
class Sighting:
    """An amount in a text: text[start:end] is `raw`, number, unit and qualifiers."""

    start: int
    end: int
    raw: str
    amount: Amount


@dataclass(frozen=True)
class _Doubt:
    """Something like an amount at [start, end) that cannot be read safely."""

    start: int
    end: int
    reason: str


def find(text: str) -> list[Sighting]:
    """Return every amount in `text`, in order. What cannot be read safely is left out."""
    return [seen for seen in _scan(text) if isinstance(seen, Sighting)]


def read(raw: str, before: str = "") -> Amount | Unreadable:
    """Read the one amount in `raw`; `before` is what stands before it in its sentence.

    `before` decides direction and basis (增长 | 8%). Two numbers that are no range, or none,
    are `Unreadable`.
    """
    before = before[-60:]
    seen = [item for item in _scan(before + raw) if item.end > len(before)]
    if doubts := [item for item in seen if isinstance(item, _Doubt)]:
        return Unreadable(doubts[0].reason)
    found = [item for item in seen if isinstance(item, Sighting)]
    if not found:
        return Unreadable(f"no amount can be read in {raw[:40]!r}")
    if len(found) > 1:
        return Unreadable(f"{len(found)} amounts in {raw[:40]!r}")
    return found[0].amount


def _scan(text: str) -> list[Sighting | _Doubt]:
    folded = fold_numerals(fold(text))
    found = _scan_chinese(text, folded)
    if _ENGLISH.search(folded):
        found = _merge(found, text, folded)
    return found


def _scan_chinese(text: str, folded: str) -> list[Sighting | _Doubt]:
    found: list[Sighting | _Doubt] = []
    low: re.Match[str] | None = None
    for match in forms.SCAN.finditer(folded):
        if match["mask"]:
            low = None
            continue
        if low is not None and match["quantity"] and (seen := _range(low, match, folded)):
            if found and found[-1].end == low.end():
                found.pop()
            found.append(
                _sighting(seen, low.start(), match.end(), text=text, folded=folded, found=found)
            )
            low = None
            continue
        low = match if match["quantity"] else None
        single = _one(match, folded, found)
        if isinstance(single, _Doubt):
            found.append(single)
        elif single is not None:
            found.append(_sighting(*single, found=found, text=text, folded=folded))
    return found


def _merge(found: list[Sighting | _Doubt], text: str, folded: str) -> list[Sighting | _Doubt]:
    """Add the English amounts; where both see one, the longer reading counts."""
    for seen in amounts_english.find(folded):
        over = [item for item in found if item.start < seen.end and item.end > seen.start]
        latin = folded[: seen.start].rstrip()[-1:].isascii()
        if all(item.end - item.start <= seen.end - seen.start for item in over) and (
            latin or not over
        ):
            found = [item for item in found if item not in over]
            found.append(Sighting(seen.start, seen.end, text[seen.start : seen.end], seen.amount))
    return sorted(found, key=lambda item: item.start)


def _sighting(
    amount: Amount, start: int, end: int, *, text: str, folded: str, found: list[Sighting | _Doubt]
) -> Sighting:
    while folded[start].isspace():
        start += 1
    while folded[end - 1].isspace():
        end -= 1
    if amount.unit != "位" or amount.basis is Basis.CHANGE:
        amount = _directed(amount, folded, start, end, found[-1] if found else None)
    return Sighting(start, end, text[start:end], amount)


def _one(
    match: re.Match[str], folded: str, found: list[Sighting | _Doubt]
) -> tuple[Amount, int, int] | _Doubt | None:
    if match["fraction"]:
        made = _fraction(match)
    elif match["doubled"]:
        times = numerals.value(match["times"] or "一") or Decimal(1)
        made = Amount(value=Decimal(2) ** int(times), unit="倍") if times < 10 else None
    elif match["halves"]:
        bound = _bound(match["hbefore"], match["hafter"])
        made = Amount(value=Decimal(50), unit="%", bound=bound)
    elif match["rank"]:
        return _rank(match, folded, found[-1] if found else None)
    else:
        return _quantity(match, folded)
    return None if made is None else (made, match.start(), match.end())


def _fraction(match: re.Match[str]) -> Amount | None:
    bound = _bound(match["fbefore"], match["fmore"], match["fafter"])
    number = numerals.value(match["num"].rstrip("."))
    if number is None:
        return None
    part = match["den"][:-1]
    if part in ("百", "千"):
        return Amount(value=_plain(number), unit="%" if part == "百" else "‰", bound=bound)
    whole = numerals.value(part)
    if not whole or number > whole:
        return None
    share = (number / whole * 100).quantize(Decimal("0.01") if whole < 1000 else Decimal("0.0001"))
    return Amount(value=_plain(share), unit="%", bound=bound)


def _rank(
    match: re.Match[str], folded: str, last: Sighting | _Doubt | None
) -> tuple[Amount, int, int] | _Doubt | None:
    start, end = match.span()
    if match["bottom"]:
        return _Doubt(
            start, end, f"{match['bottom']} counts from the end of a list of unknown length"
        )
    ranked = bool(forms.RANKED.search(folded[max(0, start - 10) : start]))
    if isinstance(last, Sighting) and last.amount.unit == "位":
        ranked = ranked or bool(forms.ENUMERATION.fullmatch(folded[last.end : start]))
    if match["place"] and not match["placed"] and not ranked:
        return None
    word = match["place"] or match["within"] or "1"
    number = numerals.value(word)
    if not number:
        return None
    bound = Bound.UNDER if match["within"] else Bound.EXACT
    return Amount(value=number, unit="位", bound=bound), start, end


def _quantity(match: re.Match[str], folded: str) -> tuple[Amount, int, int] | _Doubt | None:
    start, end = match.span()
    run, unit = match["number"], match["unit"]
    number, upper = _value(run), None
    if number is None and (near := _NEAR.fullmatch(run)):  # 七八个, 三四百家
        number, upper = (numerals.value(digit + near[3]) for digit in (near[1], near[2]))
        if number is None or upper is None or upper <= number:
            number = upper = None
    at, behind = match.start("number"), folded[match.end("number") : match.end("number") + 1]
    if unit and _BORROWED.match(unit + folded[match.end("unit") : match.end("unit") + 1]):
        unit, end = None, match.end("number")
    if match["currency"] and unit in (None, "", "元"):
        unit = _CURRENCY[match["currency"]]
    scaled = run.rstrip(",.")[-1:] in "万亿" and len(run) > 1
    if not unit:
        if not scaled:
            return None
        unit = _implied_unit(folded, start, end)
    if (
        folded[max(0, at - 1) : at].isascii()
        and folded[max(0, at - 1) : at].isalpha()
        and not (unit == "%" or run[-1] in "万亿" or match["currency"])
    ):
        return None  # G20, K12; but GDP2.1%
    if (
        _VAGUE_BEFORE.search(folded[max(0, at - 2) : at]) and run[0] in "十百千万亿"
    ) or behind == "几":
        return _Doubt(start, end, f"{folded[max(0, at - 1) : end]!r} is no number")
    if _SPLIT_BEFORE.search(folded[max(0, at - 3) : at]) and re.match(r"\d{3}(?!\d)", run):
        return _Doubt(start, end, f"{folded[max(0, at - 4) : end]!r} may be one number or two")
    if number is None:
        return _Doubt(start, end, f"the number {run[:24]!r} cannot be read in one way only")
    if match["minus"] and forms.FALLING.search(folded[max(0, start - 4) : start]):
        return _Doubt(start, end, "a fall of a negative number")
    if run in ("一", "零") and unit in units.VAGUE and not match["before"]:
        return None
    if run in ("百", "千", "万", "亿") and not (match["before"] or match["more"]):
        return None
    if folded[end : end + 1] in ("级", "强", "富") and run[0] in "百千万亿":
        return None
    if unit == "分" and not run[0].isdigit():
        return None
    if match["half"]:
        number += Decimal("0.5")
    if match["before"] in ("低于", "高于") and folded[end : end + 1] == "的":
        start = match.start("number")  # 低于4%的控制目标 compares, it does not bound
        return Amount(value=_plain(number), unit=units.base(unit)), start, end
    bound = _bound(
        match["before"],
        match["more"] or ("多" if "余" in run or "多" in run else None),
        match["after"],
    )
    if unit == "成" or match["tenth"]:
        number, unit = number * 10 + (numerals.value(match["tenth"] or "零") or 0), "%"
    if upper is not None:
        upper, bound = (
            _plain(upper * (10 if unit == "%" and match["unit"] != "%" else 1)),
            Bound.ABOUT,
        )
    if match["minus"]:
        number = -number
    amount = Amount(value=_plain(number), value_max=upper, unit=units.base(unit), bound=bound)
    return amount, start, end


def _value(run: str) -> Decimal | None:
    return numerals.value(run.rstrip(",.").translate(_NO_NUMERAL))


def _implied_unit(folded: str, start: int, end: int) -> str:
    """Return 元 for a bare 50亿 beside words of money, else no unit."""
    money = _MONEY_BEFORE.search(folded[max(0, start - 12) : start])
    return "元" if money or _MONEY_AFTER.match(folded[end : end + 4]) else ""


def _range(low: re.Match[str], high: re.Match[str], folded: str) -> Amount | None:
    """Read low to high (10-15%, 3至5亿元). The multiplier of the upper end holds for both."""
    if high["before"] or not forms.RANGE_LINK.fullmatch(folded, low.end(), high.start()):
        return None
    unit = high["unit"]
    first, last = _value(low["number"]), _value(high["number"])
    if not unit or first is None or last is None or (low["unit"] and low["unit"] != unit):
        return None
    if re.search(r"[由从自]$", folded[max(0, low.start() - 1) : low.start()]):
        return None
    scale = re.search(r"[万亿]+$", high["number"])
    if scale and not re.search(r"[万亿]", low["number"]) and not low["unit"]:
        factor = numerals.value("1" + scale[0]) or Decimal(1)
        if first * factor < last:
            first *= factor
    if first >= last:
        return None
    if unit == "成":
        first, last, unit = first * 10, last * 10, "%"
    bound = _bound(low["before"], high["more"], high["after"])
    return Amount(value=_plain(first), value_max=_plain(last), unit=units.base(unit), bound=bound)


def _bound(*words: str | None) -> Bound:
    for word in words:
        if word in forms.OVER:
            return Bound.OVER
        if word in forms.UNDER:
            return Bound.UNDER
        if word in forms.ABOUT:
            return Bound.ABOUT
    return Bound.EXACT


def _directed(
    amount: Amount, folded: str, start: int, end: int, last: Sighting | _Doubt | None
) -> Amount:
    """Return `amount` with basis, direction and sign, from the words beside it."""
    way = _way(folded, start, end)
    if forms.FROM.search(folded[max(0, start - 16) : start]) and forms.TO.match(folded, end):
        return amount
    if way is None and isinstance(last, Sighting) and _goes_on(last, amount, folded, start):
        way = last.amount.direction
    points = amount.unit in ("百分点", "基点")
    if amount.value < 0 and (
        amount.unit == "%" or forms.COMPARED.search(folded[max(0, start - _WINDOW) : start])
    ):
        return amount.model_copy(update={"basis": Basis.CHANGE, "direction": Direction.DOWN})
    if way is None or amount.value < 0:
        return amount.model_copy(update={"basis": Basis.POINTS}) if points else amount
    update: dict[str, object] = {
        "basis": Basis.POINTS if points else Basis.CHANGE,
        "direction": way,
    }
    if way is Direction.DOWN:
        update["value"] = -amount.value
        if amount.value_max is not None:
            update["value_max"] = -amount.value_max
    return amount.model_copy(update=update)


def _goes_on(last: Sighting, amount: Amount, folded: str, start: int) -> bool:
    """Tell whether a list of changes goes on (增长5.2%、8.1%和6.3%)."""
    said = last.amount.direction is not Direction.NONE and not last.raw.startswith(("-", "−"))
    changes = last.amount.basis is not Basis.LEVEL and said
    dealt = "分别" in folded[max(0, last.start - 6) : last.start]
    return (
        changes
        and (dealt or last.amount.unit == amount.unit)
        and forms.ENUMERATION.fullmatch(folded, last.end, start) is not None
    )


def _way(folded: str, start: int, end: int) -> Direction | None:
    window = re.split(r"[。;!?\n,、]", folded[max(0, start - _WINDOW) : start])[-1]
    if match := forms.DIRECTION.search(window):
        word = window[: match.start("fill")]
        if not forms.NOT_A_CHANGE.search(word):
            down = match["down"] is not None
            if match["decline"]:
                down = not down
            return Direction.DOWN if down else Direction.UP
    if match := forms.AFTER_CHANGE.match(folded[end : end + 4]):
        return Direction.DOWN if match["down"] else Direction.UP
    return None


def _plain(number: Decimal) -> Decimal:
    """Return `number` without a needless fraction or exponent: 320000000.0 is 320000000."""
    return (
        number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    )
