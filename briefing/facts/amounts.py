"""Read amounts: how much, of what unit, how exactly, and which way.

In:  a phrase copied from an article, or a whole text.
Out: an `Amount`, or an `Unreadable` that says why not: never a guess. `find` gives every
     amount of a text with its place; dates, ordinals, names and telephone numbers are none.

Values are multiplied out. A change downwards is negative; 降幅收窄 counts as a rise of the
growth rate it speaks of. 高于, 低于 and 相差 keep the positive number. 翻一番 is 2 倍 as a level.
"""

import re
from functools import lru_cache

from briefing.facts import amount_forms as forms
from briefing.facts import amount_values, amount_ways, amounts_english
from briefing.facts.amount_values import Value
from briefing.facts.folding import fold, fold_numerals
from briefing.facts.sightings import Doubt, Seen, Sighting, Unreadable
from briefing.records import Amount, Direction

__all__ = ["Sighting", "Unreadable", "find", "read"]

_ENGLISH = re.compile(
    r"[A-Za-z]{2} [A-Za-z]|\d[ -]?[A-Za-z]{3}|^[^\u4e00-\u9fff]*[A-Za-z]{2}[^\u4e00-\u9fff]*$"
)
"""Where an English amount can stand: two Latin words, or one after a digit; GDP alone is none."""

_LETTER_BEFORE = re.compile(r"[^\W\d_](?=[\W\d_]*$)")
_COUNTS = re.compile("[0-9零〇两一二三四五六七八九十百千万亿半翻首榜末垫]")
"""A letter without which no amount is written: all but English ones."""

_DEALT_POINTS = re.compile(r"个?百分点|%")


def find(text: str) -> list[Sighting]:
    """Return every amount in `text`, in order. What cannot be read safely is left out."""
    return list(_known(text) if len(text) <= LONGEST_KNOWN else _sightings(text))


LONGEST_KNOWN = 3_000
"""Characters; the amounts of shorter texts are kept, since several stages look at one sentence."""


@lru_cache(maxsize=1024)
def _known(text: str) -> tuple[Sighting, ...]:
    return _sightings(text)


def _sightings(text: str) -> tuple[Sighting, ...]:
    return tuple(seen for seen in _scan(text) if isinstance(seen, Sighting))


def read(raw: str, before: str = "") -> Amount | Unreadable:
    """Read the one amount in `raw`; `before` is what stands before it in its sentence.

    `before` decides direction and basis (增长 | 8%). Two numbers that are no range, or none,
    are `Unreadable`.
    """
    before = before[-60:]
    seen = [item for item in _scan(before + raw) if item.end > len(before)]
    if doubts := [item for item in seen if isinstance(item, Doubt)]:
        return Unreadable(doubts[0].reason)
    found = [item for item in seen if isinstance(item, Sighting)]
    if not found:
        return Unreadable(f"no amount can be read in {raw[:40]!r}")
    if len(found) > 1:
        return Unreadable(f"{len(found)} amounts in {raw[:40]!r}")
    return found[0].amount


def _scan(text: str) -> list[Seen]:
    folded = fold_numerals(fold(text))
    found = _scan_chinese(text, folded) if _COUNTS.search(folded) else []
    if _ENGLISH.search(folded):
        found = _merge(found, text, folded)
    return found


def _scan_chinese(text: str, folded: str) -> list[Seen]:
    found: list[Seen] = []
    low: re.Match[str] | None = None
    bare: list[re.Match[str]] = []
    for match in forms.SCAN.finditer(folded):
        kind = match.lastgroup
        if kind == "mask":
            low = None
            continue
        if kind != "quantity":
            before, low = None, None
        else:
            before, low = low, match
        bare = _listed(bare, match, folded) if low else []
        if before and (seen := amount_values.between(before, match, folded)):
            if found and found[-1].end == before.end():
                found.pop()
            found.append(_sighting(seen, text, folded, found))
            low = None
            continue
        if len(bare) > 1 and _DEALT_POINTS.fullmatch(match["unit"] or ""):
            for listed in bare[:-1]:
                value = amount_values.quantity(listed, folded, borrowed=_shared(listed, match))
                if isinstance(value, Value):
                    found = [seen for seen in found if seen.start < value.start]
                    found.append(_sighting(value, text, folded, found))
        read_ = amount_values.single(match, folded, found[-1] if found else None)
        if isinstance(read_, Doubt):
            found.append(read_)
        elif read_ is not None:
            found.append(_sighting(read_, text, folded, found))
    return found


def _listed(bare: list[re.Match[str]], match: re.Match[str], folded: str) -> list[re.Match[str]]:
    """Return the run of listed numbers without units that `match` ends or goes on."""
    if not bare or bare[-1]["unit"] not in (None, "个"):
        return [match]
    points = "百分点" in (match["unit"] or "") or match["unit"] in (None, "个")
    listed = forms.POINTS_LISTED if points else forms.ENUMERATION
    if listed.fullmatch(folded, bare[-1].end("number"), match.start()):
        return [*bare, match]
    return [match]


def _shared(low: re.Match[str], high: re.Match[str]) -> str:
    """Return the unit that a number takes from the last of its list: (69.7)和68.0个百分点."""
    unit: str = high["unit"]
    if low["number"][-1] in "万亿" or (unit == "%" and "." not in low["number"]):
        return ""
    return "" if low["unit"] and "." not in low["number"] else unit


def _sighting(value: Value, text: str, folded: str, found: list[Seen]) -> Sighting:
    number, unit, start, end, bound, upper = value
    while folded[start].isspace():
        start += 1
    while folded[end - 1].isspace():
        end -= 1
    if unit == "位" and not folded[start].isdigit():
        return Sighting(start, end, text[start:end], Amount(value=number, unit=unit, bound=bound))
    basis, direction = amount_ways.way(
        number, unit, folded, start, end, found[-1] if found else None
    )
    if direction is Direction.DOWN and number > 0:
        number, upper = -number, None if upper is None else -upper
    amount = Amount(
        value=number, value_max=upper, unit=unit, bound=bound, basis=basis, direction=direction
    )
    return Sighting(start, end, text[start:end], amount)


def _merge(found: list[Seen], text: str, folded: str) -> list[Seen]:
    """Add the English amounts; where both see one, the longer reading counts."""
    for seen in amounts_english.find(folded):
        over = [item for item in found if item.start < seen.end and item.end > seen.start]
        before = _LETTER_BEFORE.search(folded, max(0, seen.start - 20), seen.start)
        latin = before is None or before[0].isascii()
        if all(item.end - item.start <= seen.end - seen.start for item in over) and (
            latin or not over
        ):
            found = [item for item in found if item not in over]
            found.append(Sighting(seen.start, seen.end, text[seen.start : seen.end], seen.amount))
    return sorted(found, key=lambda item: item.start)
