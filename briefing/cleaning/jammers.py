"""Discuz jammers: random pairs of characters that forums put between lines against copying.

In:  the text as found (never folded: jammers are ASCII).
Out: ranges to delete.

The forum software writes `chr(32..59) + " " + chr(63..126)`, five or more times in a row, so the
form is known, not guessed. A pair's first character is lost where it was a blank and white
space collapsed. Code, formulas and lists of answers have the form too, but not its disorder.
"""

import re
from collections.abc import Iterator

_RUN = re.compile(r"(?:(?<=\n)[?-~])?(?:[ -;]? [?-~]){3,}")
_PAIR = re.compile(r" [?-~]")
_LONG = 5
_BRIDGE = 3

Hole = tuple[int, int]


def find(text: str) -> list[Hole]:
    """Return the jammers of a text, in order.

    Runs of five pairs are sure. Where three sure ones stand, runs of three pairs at the edge of
    a line are taken too.
    """
    if len(_PAIR.findall(text)) < 3:
        return []
    runs = [(start, end, _pairs(text, start, end)) for start, end in _runs(text)]
    sure = [(s, e, p) for s, e, p in runs if len(p) >= _LONG and _random(p, len(p))]
    if len(sure) >= 3:
        known = {start for start, _, _ in sure}
        sure += [
            run for run in runs if run[0] not in known and _at_edge(text, *run[:2]) and _odd(run[2])
        ]
        sure.sort()
    return _bridged(text, [(_give_back(text, start, end), end) for start, end, _ in sure])


def _runs(text: str) -> Iterator[Hole]:
    if text[1:2] == " " and "?" <= text[0] <= "~":
        # The first line of a text has no line feed in front.
        first = _RUN.match("\n" + text[:200], 1)
        if first and first.end() < 200:
            yield 0, first.end() - 1
    for match in _RUN.finditer(text):
        yield match.span()


def _pairs(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """Split a run into its pairs; a lost first character is a blank."""
    pairs: list[tuple[str, str]] = []
    at = start
    if text[at] not in " " and text[at] >= "?":
        pairs.append((" ", text[at]))
        at += 1
    while at < end:
        if text[at] == " " and text[at + 1] != " ":
            pairs.append((" ", text[at + 1]))
            at += 2
        else:
            pairs.append((text[at], text[at + 2]))
            at += 3
    return pairs


def _random(pairs: list[tuple[str, str]], count: int) -> bool:
    """True when the pairs are as disordered as random ones."""
    firsts = [first for first, _ in pairs]
    seconds = [second for _, second in pairs]
    blanks = firsts.count(" ")
    kinds = set(firsts) - {" "}
    return (
        blanks * 10 <= count * 4
        and len(kinds) >= 3
        and (len(kinds) >= 6 or len(kinds) * 100 >= count * 45)
        and len(set(seconds)) * 100 >= count * 55
        and not all(first.isdigit() for first in firsts)
        and any(not first.isalnum() for first in kinds)
        and seconds != sorted(seconds)
    )


def _odd(pairs: list[tuple[str, str]]) -> bool:
    """The weaker test for short runs in a text that is known to hold jammers."""
    firsts = [first for first, _ in pairs]
    return firsts.count(" ") <= 1 and any(not first.isalnum() for first in set(firsts) - {" "})


def _at_edge(text: str, start: int, end: int) -> bool:
    """True when the run starts or ends its line."""
    before = text[text.rfind("\n", max(0, start - 8), start) + 1 : start]
    starts = start == 0 or text[start - 1] == "\n" or (not before.strip() and len(before) < 8)
    return starts or not text[end : end + 1].strip("\n")


def _give_back(text: str, start: int, end: int) -> int:
    """Leave the text what the leftmost pair took from it: a %, digit or bracket of its own."""
    if start == 0 or end - start < 6:
        return start
    first, before = text[start], text[start - 1]
    if first == "%" and before.isdigit():
        return start + 1
    if first.isdigit() and (before.isdigit() or before in ".．"):
        return start + 1
    if first == ")":
        line = text[max(text.rfind("\n", 0, start), start - 80) : start]
        if max(line.rfind("("), line.rfind("（")) > max(line.rfind(")"), line.rfind("）")):
            return start + 1
    return start


def _bridged(text: str, holes: list[Hole]) -> list[Hole]:
    """Join holes that only a few stray characters of one line separate."""
    made: list[Hole] = []
    for start, end in holes:
        if made and start - made[-1][1] <= _BRIDGE:
            gap = text[made[-1][1] : start]
            if start <= made[-1][1] or (gap.isascii() and "\n" not in gap):
                made[-1] = (made[-1][0], max(end, made[-1][1]))
                continue
        made.append((start, end))
    return made
