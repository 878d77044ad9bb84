"""Tell which way an amount goes: a level, a change, a change in points; up or down.

In:  the folded text, the place of an amount in it, and the amount seen last.
Out: basis and direction. Words right before the amount decide (增长|8%), then words right after
     it; a list goes on in the way of its first (增长5.2%、8.1%和6.3%).
"""

import re
from decimal import Decimal

from briefing.facts import amount_forms as forms
from briefing.facts.sightings import Seen, Sighting
from briefing.records import Basis, Direction

_WINDOW = 24
"""How far back, in characters, words decide direction: a clause, not more."""

_CLAUSE_STOP = re.compile(r"[。;!?\n,、]")
_POINTS = ("百分点", "基点")

Way = tuple[Basis, Direction]
_LEVEL: Way = (Basis.LEVEL, Direction.NONE)


def way(value: Decimal, unit: str, folded: str, start: int, end: int, last: Seen | None) -> Way:
    """Return basis and direction of an amount at [start, end). A direction turns its sign."""
    turn = _turn(folded, start, end)
    if forms.TO.match(folded, end) and forms.FROM.search(folded, max(0, start - 16), start):
        return _LEVEL
    if turn is None and isinstance(last, Sighting) and _goes_on(last, unit, folded, start):
        turn = last.amount.direction
    if value < 0:
        compared = unit == "%" or forms.COMPARED.search(folded, max(0, start - _WINDOW), start)
        if compared:
            return Basis.CHANGE, Direction.DOWN
    points = unit in _POINTS
    if turn is None or value < 0:
        return (Basis.POINTS, Direction.NONE) if points else _LEVEL
    return Basis.POINTS if points else Basis.CHANGE, turn


def _goes_on(last: Sighting, unit: str, folded: str, start: int) -> bool:
    """Tell whether a list of changes goes on (增长5.2%、8.1%和6.3%)."""
    if forms.ENUMERATION.fullmatch(folded, last.end, start) is None:
        return False
    said = last.amount.direction is not Direction.NONE and not last.raw.startswith(("-", "−"))
    changes = last.amount.basis is not Basis.LEVEL and said
    dealt = "分别" in folded[max(0, last.start - 6) : last.start]
    return changes and (dealt or last.amount.unit == unit)


def _turn(folded: str, start: int, end: int) -> Direction | None:
    if start and folded[start - 1] in forms.TURNS:
        window = _CLAUSE_STOP.split(folded[max(0, start - _WINDOW) : start])[-1]
        if match := forms.DIRECTION.search(window):
            word = window[: match.start("fill")]
            if not forms.NOT_A_CHANGE.search(word):
                down = match["down"] is not None
                if match["decline"]:
                    down = not down
                return Direction.DOWN if down else Direction.UP
    if match := forms.AFTER_CHANGE.match(folded, end, end + 4):
        return Direction.DOWN if match["down"] else Direction.UP
    return None
