"""Read amounts in English: 5.2 billion yuan, $4.75bn, 12.5 per cent, a third, two-fold.

Gives what `amounts` needs of each: place, number, unit, bound, way. Units are those that the
Chinese forms have (元, 美元, %, 百分点, 公里); other nouns stand as written (jobs, deputies).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.facts.numerals import BEYOND, arabic
from briefing.records import Amount, Basis, Bound, Direction

_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "hundred": 100}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905
    )
}
_SCALES = {
    "thousand": 3,
    "k": 3,
    "million": 6,
    "mn": 6,
    "m": 6,
    "billion": 9,
    "bn": 9,
    "trillion": 12,
    "tn": 12,
}
_UNITS = {
    "yuan": "元", "rmb": "元", "renminbi": "元", "cny": "元", "us dollars": "美元", "u.s. dollars": "美元", "dollars": "美元",
    "dollar": "美元", "usd": "美元", "euros": "欧元", "euro": "欧元", "hk dollars": "港元", "hong kong dollars": "港元",
    "pounds": "英镑", "percent": "%", "per cent": "%", "%": "%", "percentage points": "百分点", "percentage point": "百分点",
    "basis points": "基点", "basis point": "基点", "kilometers": "公里", "kilometres": "公里", "km": "公里", "meters": "米",
    "metres": "米", "square kilometers": "平方公里", "square kilometres": "平方公里", "square meters": "平方米",
    "square metres": "平方米", "cubic meters": "立方米",
    "cubic metres": "立方米", "kilometers per hour": "公里/小时", "hectares": "公顷", "mu": "亩", "tonnes": "吨", "tons": "吨", "metric tons": "吨",
    "teus": "标箱", "teu": "标箱", "micrograms per cubic meter": "微克/立方米",
    "micrograms per cubic metre": "微克/立方米", "kwh": "千瓦时", "kilowatt-hours": "千瓦时", "times": "倍",
}  # fmt: skip
_CURRENCY = {
    "us$": "美元",
    "$": "美元",
    "hk$": "港元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "rmb": "元",
    "cny": "元",
}
_NOUNS = (
    "people|residents|households|families|companies|firms|enterprises|businesses|projects|jobs|deputies|visitors|tourists|trips|"
    "students|schools|kindergartens|hospitals|beds|vehicles|units|villages|towns|homes|apartments|workers|farmers|passengers|"
    "patents|charging piles|stations|bridges|roads|parks|factories|officials|delegates|buses|trains|flights|containers|"
    "complaints|cases|days|hours|months|weeks|districts|counties|streets|communities|universities|laboratories|talents|experts"
)
_BOUND = {
    "about": Bound.ABOUT, "around": Bound.ABOUT, "some": Bound.ABOUT, "nearly": Bound.ABOUT, "almost": Bound.ABOUT,
    "approximately": Bound.ABOUT, "roughly": Bound.ABOUT, "close to": Bound.ABOUT, "more than": Bound.OVER, "over": Bound.OVER,
    "at least": Bound.OVER, "above": Bound.OVER, "exceeding": Bound.OVER, "upwards of": Bound.OVER, "less than": Bound.UNDER,
    "fewer than": Bound.UNDER, "under": Bound.UNDER, "below": Bound.UNDER, "up to": Bound.UNDER, "at most": Bound.UNDER,
    "no more than": Bound.UNDER, "no less than": Bound.OVER, "not less than": Bound.OVER,
}  # fmt: skip


def _any(words: object) -> str:
    return "|".join(re.escape(str(word)) for word in sorted(words, key=lambda w: -len(str(w))))  # type: ignore[call-overload]


_FORM = re.compile(
    rf"""(?<![\w.])(?:(?P<bound>{_any(_BOUND)})\s+)?(?:
    (?P<share>(?:(?<!the[ ])(?<!first[ ])(?<!past[ ])(?<!last[ ])(?<!next[ ])(?P<part>one|two|three|four|a)[\s-])(?P<whole>third|quarter|fifth|tenth|half)s?|(?<!first[ ])(?<!second[ ])(?<!latter[ ])(?<!first-)(?<!second-)(?P<half>half))(?=[\s,.;]|$)(?!\s(?:quarter|half|session|phase|place))
  | (?P<fold>\w+)-?fold | (?P<doubled>doubled|tripled|quadrupled)
  | (?P<currency>us\$|hk\$|[$€£¥]|rmb\s?|cny\s?)?(?P<number>-?\d[\d,]*(?:\.\d+)?|{_any([w for w in _WORDS if w not in ("a", "an")])})
      (?:\s?-?(?P<scale>{_any(_SCALES)})(?:\s(?P<more>\d{{1,3}})\s(?P<less>million|thousand)(?=\s))?)?(?:[\s-]?(?P<unit>{_any(_UNITS)})|\s(?:(?!(?:are|is|was|were|of|the|to|in|and|or|for|with|will|have|has|per|at|on|from|by)\b)[a-z-]+\s){{0,2}}?(?P<noun>{_NOUNS})|\s(?P<plural>(?:(?!(?:of|in|and|to|or|per|on|at|for)\b)[a-z]+\s)?[a-z]{{3,}}s))?
  | (?:ranked|ranking|ranks|came|placed|rank)\s(?:the\s)?(?:no\.?\s?)?(?P<rank>{_any(list(_ORDINALS)[1:])}|\d{{1,3}}(?:st|nd|rd|th)?)
    )(?![\w$])""",
    re.VERBOSE | re.IGNORECASE,
)
_UP = re.compile(
    r"(?:rose|rise|rising|grew|growing|growth of|increased?|increase of|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)up|climb\w*|gain\w*|jump\w*|expand\w*|surg\w*|add\w*)(?:\s(?:by|of|in|year on year|on year))*\s*$",
    re.I,
)
_DOWN = re.compile(
    r"(?:fell|fall\w*|dropp?\w*|declin\w*(?: of)?|down|decreas\w*(?: of)?|shr[aiu]nk|shrinking|slipp?\w*|contract\w*|cut)(?:\s(?:by|of|in|year on year))*\s*$",
    re.I,
)


@dataclass(frozen=True)
class Seen:
    """An English amount at [start, end) of a text."""

    start: int
    end: int
    amount: Amount


def find(folded: str) -> Iterator[Seen]:
    """Yield the amounts that are written in English."""
    for match in _FORM.finditer(folded):
        amount = _read(match)
        if amount is not None:
            yield _directed(match, amount, folded)


def _read(match: re.Match[str]) -> Amount | None:
    bound = _BOUND.get((match["bound"] or "").lower(), Bound.EXACT)
    if match["share"]:
        whole = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "half": 2}[
            (match["whole"] or "half").lower()
        ]
        part = _WORDS[(match["part"] or "one").lower()]
        share = (Decimal(100) * part / whole).quantize(Decimal("0.01"))
        return Amount(value=_plain(share), unit="%", bound=bound)
    if match["fold"] or match["doubled"]:
        word = (match["fold"] or match["doubled"]).lower()
        times = (
            {"doubled": 2, "tripled": 3, "quadrupled": 4}.get(word)
            or _WORDS.get(word)
            or arabic(word)
        )
        return Amount(value=Decimal(times), unit="倍", bound=bound) if times else None
    if match["rank"]:
        word = match["rank"].lower()
        digits = re.sub(r"\D", "", word)
        if len(digits) > 9:
            return None
        place = _ORDINALS.get(word) or int(digits)
        return Amount(value=Decimal(place), unit="位")
    return _number(match, bound)


def _number(match: re.Match[str], bound: Bound) -> Amount | None:
    word = match["number"].lower()
    value = Decimal(_WORDS[word]) if word in _WORDS else arabic(word.lstrip("-"))
    unit = (
        _UNITS.get((match["unit"] or "").lower())
        or (match["noun"] or match["plural"] or "").lower()
    )
    if match["plural"] and re.fullmatch(r"(?:19|20)\d\d", word):
        return None  # 2023 exports
    if match["currency"]:
        unit = _CURRENCY[match["currency"].strip().lower()]
    if value is None or not unit:
        return None
    value *= Decimal(10) ** _SCALES.get((match["scale"] or "").lower(), 0)
    if match["more"]:
        value += Decimal(match["more"]) * 10 ** _SCALES[match["less"].lower()]
    if abs(value) >= BEYOND:
        return None
    return Amount(value=_plain(-value if word.startswith("-") else value), unit=unit, bound=bound)


def _directed(match: re.Match[str], amount: Amount, folded: str) -> Seen:
    start, end = match.span()
    before = folded[max(0, start - 30) : start]
    if match["rank"]:
        return Seen(match.start("rank"), end, amount)
    way = (
        Direction.UP
        if _UP.search(before)
        else Direction.DOWN
        if _DOWN.search(before)
        else Direction.NONE
    )
    points = amount.unit in ("百分点", "基点")
    basis = Basis.POINTS if points else Basis.CHANGE if way is not Direction.NONE else Basis.LEVEL
    value = -amount.value if way is Direction.DOWN else amount.value
    return Seen(
        start, end, amount.model_copy(update={"value": value, "basis": basis, "direction": way})
    )


def _plain(number: Decimal) -> Decimal:
    return (
        number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    )
