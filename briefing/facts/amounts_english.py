"""Read amounts in English: 5.2 billion yuan, $4.75bn, 12.5 per cent, a third, two-fold.

Gives what `amounts` needs of each: place, number, unit, bound, way. Units are those that the
Chinese forms have (元, 美元, %, 百分点, 公里); other nouns stand as written (jobs, deputies). A count
whose noun was told before takes it from there (of the 64 projects, 49 have started).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefing.facts import amount_forms_english as forms
from briefing.facts.numerals import BEYOND, arabic
from briefing.records import Amount, Basis, Bound, Direction


@dataclass(frozen=True)
class Seen:
    """An English amount at [start, end) of a text."""

    start: int
    end: int
    amount: Amount


def find(folded: str) -> Iterator[Seen]:
    """Yield the amounts that are written in English."""
    nouns = [
        (found.end(), (found["noun"] or found["risen"]).lower())
        for found in forms.NUMBER_OF.finditer(folded)
    ]
    parts = list(forms.OF_SET.finditer(folded))
    before, last = None, 0
    bare: list[re.Match[str]] = []
    for match in forms.FORM.finditer(folded):
        amount = _read(match)
        if amount is None:
            bare = [*bare, match] if match["scale"] else []
            continue
        seen = _directed(match, amount, folded)
        for listed in reversed(_run(bare, seen, folded)):
            if value := _number(listed, Bound.EXACT, seen.amount.unit):
                yield _directed(listed, value, folded)
        bare, seen = [], _carried(before, seen, folded)
        yield from _of_sets(parts, last, seen.start)
        yield from _without_noun(folded, last, seen.start, nouns)
        yield seen
        before, last = seen, seen.end
        if match["noun"] or match["plural"]:
            nouns.append((last, amount.unit))
    yield from _of_sets(parts, last, len(folded))
    yield from _without_noun(folded, last, len(folded), nouns)


def _run(bare: list[re.Match[str]], seen: Seen, folded: str) -> list[re.Match[str]]:
    """Return the numbers that take the unit of the last of their list: 6 billion, 8 billion and 9 billion yuan."""
    found: list[re.Match[str]] = []
    end = seen.start
    for match in reversed(bare):
        link = _LISTED.fullmatch(folded, match.end(), end)
        if not link or not (found or "and" in link.group()):
            break
        found.append(match)
        end = match.start()
    return found


_LISTED = re.compile(r",?(?: ?and)? ?")


def _carried(before: Seen | None, seen: Seen, folded: str) -> Seen:
    """Return `seen` with the way of the number listed before it: fell 3 percent and 4 percent."""
    if before is None or seen.amount.direction is not Direction.NONE or seen.amount.unit != "%":
        return seen
    way = before.amount.direction
    if way is Direction.NONE or before.amount.unit != "%":
        return seen
    if not _LISTED.fullmatch(folded, before.end, seen.start):
        return seen
    return _going(seen, way)


def _of_sets(parts: list[re.Match[str]], low: int, high: int) -> Iterator[Seen]:
    """Yield the parts of sets between two offsets: four of the six parks."""
    for part in parts[bisect_left(parts, low, key=re.Match.start) :]:
        if part.end() > high:
            break
        number = _value(part["number"].lower())
        if number is not None and number < BEYOND:
            amount = Amount(value=number, unit=part["noun"].lower())
            yield Seen(part.start(), part.end(), amount)


def _without_noun(folded: str, low: int, high: int, nouns: list[tuple[int, str]]) -> Iterator[Seen]:
    """Yield the counts of folded[low:high] whose noun was told before: 49 have started."""
    if not nouns:
        return
    for match in forms.ELLIPTIC.finditer(folded, low, high):
        told = [noun for end, noun in nouns if end <= match.start()]
        going_on = _GOES_ON.match(folded, match.end())
        if not told or not (
            going_on or forms.TOTAL.search(folded, max(0, low - 200), match.start())
        ):
            continue
        word = match["number"].lower()
        value = Decimal(forms.WORDS[word]) if word in forms.WORDS else arabic(word)
        if value is None or value >= BEYOND:
            continue
        bound = forms.BOUND.get((match["bound"] or "").lower(), Bound.EXACT)
        counted = told[-1] if going_on else told[0]
        seen = Seen(
            match.start(), match.end("number"), Amount(value=value, unit=counted, bound=bound)
        )
        yield _turned(seen, folded)


_GOES_ON = re.compile(
    r"\s(?:have|has|had|were|was|are|of|more|fewer|newly|under|[a-z]+ed\b|still|remain|before|earlier)"
)


def _read(match: re.Match[str]) -> Amount | None:
    bound = forms.BOUND.get((match["bound"] or "").lower(), Bound.EXACT)
    if match["share"]:
        whole = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10, "half": 2}[
            (match["whole"] or "half").lower()
        ]
        part = forms.WORDS[(match["part"] or "one").lower()]
        share = (Decimal(100) * part / whole).quantize(Decimal("0.01"))
        return Amount(value=_plain(share), unit="%", bound=bound)
    if match["fold"] or match["doubled"]:
        word = (match["fold"] or match["doubled"]).lower()
        times = (
            {"doubled": 2, "twice": 2, "double": 2, "triple": 3, "tripled": 3, "quadrupled": 4}.get(
                word
            )
            or forms.WORDS.get(word)
            or arabic(word)
        )
        return Amount(value=Decimal(times), unit="倍", bound=bound) if times else None
    if match["rank"] or match["place"]:
        if match["place"] and not forms.RISEN_TO.search(match.string, 0, match.start()):
            return None
        word = (match["rank"] or match["place"]).lower()
        digits = re.sub(r"\D", "", word)
        if len(digits) > 9:
            return None
        place = forms.ORDINALS.get(word) or int(digits)
        return Amount(value=Decimal(place), unit="位")
    return _number(match, bound)


def _number(match: re.Match[str], bound: Bound, borrowed: str = "") -> Amount | None:
    word = match["number"].lower()
    value = _value(word.lstrip("-"))
    unit = (
        forms.UNITS.get((match["unit"] or "").lower())
        or (match["noun"] or match["plural"] or "").lower()
        or borrowed
    )
    counted = match["noun"] or match["plural"]
    if counted and (
        re.fullmatch(r"(?:19|20)\d\d", word)
        or forms.LABEL.search(match.string, 0, match.start("low" if match["low"] else "number"))
    ):
        return None  # 2023 exports, line 9 stations
    if match["currency"]:
        unit = forms.CURRENCY[match["currency"].strip().lower()]
    if value is None or not unit:
        return None
    scale = Decimal(10) ** forms.SCALES.get((match["scale"] or "").lower(), 0)
    value *= scale
    if match["more"]:
        value += Decimal(match["more"]) * 10 ** forms.SCALES[match["less"].lower()]
    if abs(value) >= BEYOND:
        return None
    if match["plus"]:
        bound = Bound.OVER
    if match["after"]:
        bound = forms.BEHIND.get(match["after"].split()[-1].lower(), Bound.OVER)
    if match["low"]:
        low = _value(match["low"].lower())
        low = None if low is None else low * scale
        if low is None or low >= value:
            return None
        return Amount(value=_plain(low), value_max=_plain(value), unit=unit, bound=Bound.ABOUT)
    return Amount(value=_plain(-value if word.startswith("-") else value), unit=unit, bound=bound)


def _value(word: str) -> Decimal | None:
    return Decimal(forms.WORDS[word]) if word in forms.WORDS else arabic(word)


def _directed(match: re.Match[str], amount: Amount, folded: str) -> Seen:
    start, end = match.span()
    if match["rank"] or match["place"]:
        return Seen(match.start("rank" if match["rank"] else "place"), end, amount)
    return _turned(Seen(start, end, amount), folded)


def _turned(seen: Seen, folded: str) -> Seen:
    """Return an amount with the way that the words around it tell."""
    before = folded[max(0, seen.start - 30) : seen.start]
    turns = forms.TURNS.match(folded, seen.end)
    way = Direction.NONE
    if forms.UP.search(before) and not forms.PHRASAL.search(before):
        way = Direction.UP
    elif forms.DOWN.search(before):
        way = Direction.DOWN
    elif turns:
        way = Direction.UP if turns["up"] else Direction.DOWN
    return _going(seen, way)


def _going(seen: Seen, way: Direction) -> Seen:
    amount = seen.amount
    points = amount.unit in ("百分点", "基点")
    basis = Basis.POINTS if points else Basis.CHANGE if way is not Direction.NONE else Basis.LEVEL
    down = way is Direction.DOWN
    changes = {
        "value": -amount.value if down else amount.value,
        "value_max": -amount.value_max if down and amount.value_max else amount.value_max,
        "basis": basis,
        "direction": way,
    }
    return Seen(seen.start, seen.end, amount.model_copy(update=changes))


def _plain(number: Decimal) -> Decimal:
    return (
        number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    )
