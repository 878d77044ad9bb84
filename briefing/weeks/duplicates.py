"""Find articles that are one text: reprints, cut versions, round-ups that contain another.

In:  texts by key. Out: groups of keys, each with how its members stand to the chosen one.

A text is sampled by its own letters: windows of eight letters that start at one of a fixed
eighth of all characters. Two texts with enough common windows, measured against the shorter
one, hold the same text. Reports made from one template share words but neither figures nor
days, so figures must agree too. Windows that many texts share (site chrome) find nobody,
which keeps the work linear in the number of texts.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.facts.folding import fold

WINDOW = 8
CONTAINED = 0.5  # share of the shorter text's windows that must stand in the longer
FEWEST = 5  # windows below which a text is too short to tell
SAME_SIZE = 0.6  # shorter/longer from which two texts count as the same
FIGURES_SHARED = 0.6
COMMON = 64  # a window in more texts than this is chrome

Kind = Literal["same", "excerpt"]

_SAMPLED = "".join(map(chr, range(0x4E00, 0xA000, 8))) + "ae3r"
_WINDOWS = re.compile(f"(?=([{_SAMPLED}].{{{WINDOW - 1}}}))")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_DAYS = re.compile(r"\d{1,2}月\d{1,2}日")
_MARKS = re.compile(r"[^\w%.]|_")


@dataclass(frozen=True)
class Sketch:
    """A text as its sampled windows, its figures and its days."""

    windows: frozenset[str]
    figures: frozenset[str]
    days: frozenset[str]
    letters: int


@dataclass(frozen=True)
class Pair:
    """`other` stands in `one`: as the same text or as an excerpt of it."""

    one: str
    other: str
    kind: Kind


def sketch(text: str) -> Sketch:
    """Return the sketch of `text`; spacing, width, punctuation and script do not count."""
    plain = fold(text)
    letters = _MARKS.sub("", plain)
    windows = frozenset(_WINDOWS.findall(letters.replace(".", "")))
    return Sketch(
        windows, frozenset(_NUMBERS.findall(plain)), frozenset(_DAYS.findall(letters)), len(letters)
    )


def _one_text(first: Sketch, second: Sketch, shared: int) -> bool:
    small = min(len(first.windows), len(second.windows))
    if small < FEWEST or shared < CONTAINED * small:
        return False
    figures = min(len(first.figures), len(second.figures))
    if figures and len(first.figures & second.figures) < FIGURES_SHARED * figures:
        return False
    return not (first.days and second.days and not first.days & second.days)


def pairs(sketches: Mapping[str, Sketch]) -> Iterable[Pair]:
    """Yield pairs of keys whose texts are one, the longer first, enough to join all copies.

    A copy of a text that is known already is joined to it and then stands aside, so that a
    story printed by a thousand sites costs a thousand comparisons, not a million.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(sketches, key=lambda name: (-sketches[name].letters, name)):
        seen: Counter[str] = Counter()
        for window in sketches[key].windows:
            seen.update(holders.get(window, ()))
        copy = False
        for known, shared in sorted(seen.items()):
            if _one_text(sketches[known], sketches[key], shared):
                same = sketches[key].letters >= SAME_SIZE * sketches[known].letters
                copy = copy or same
                yield Pair(known, key, "same" if same else "excerpt")
        if not copy:
            for window in sketches[key].windows:
                if len(holders[window]) < COMMON:
                    holders[window].append(key)
