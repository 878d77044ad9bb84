"""Where quotes stand: folded text, positions in it, and how far two quotes share words.

Folding is NFKC without white space, the same on both sides of a comparison.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Range = tuple[int, int]
"""Half-open range in a folded text."""

_OCCURRENCES = 20
"""A quote that stands more often than this is compared at its first places only."""


def fold(text: str) -> str:
    """Return `text` in NFKC without white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@dataclass(frozen=True)
class Folded:
    """A text and its folded form; `starts[i]` is the folded offset of character i."""

    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold `text` one character at a time, so that offsets can be carried over."""
        pieces, starts, length = [], [], 0
        for char in text:
            starts.append(length)
            piece = fold(char)
            pieces.append(piece)
            length += len(piece)
        starts.append(length)
        return cls("".join(pieces), starts)

    def range(self, start: int, end: int) -> Range:
        """Carry a range of the original text over."""
        return self.starts[start], self.starts[end]

    def find(self, quote: str, within: Range | None = None) -> list[Range]:
        """Return where the folded `quote` stands, first places first; [] when nowhere."""
        needle = fold(quote)
        low, high = within or (0, len(self.text))
        places: list[Range] = []
        while needle and len(places) < _OCCURRENCES:
            at = self.text.find(needle, low, high)
            if at < 0:
                break
            places.append((at, at + len(needle)))
            low = at + 1
        return places


@dataclass(frozen=True)
class Place:
    """A quote: its folded words, and where it stands as (article number, range)."""

    words: str
    at: tuple[tuple[int, Range], ...] = ()


def shared(one: Place, other: Place) -> float:
    """Return the shared characters over the shorter quote, 0 to 1.

    By position where both stand in the same article, else by their common runs of words.
    """
    ratios = [
        max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, min(a[1] - a[0], b[1] - b[0]))
        for number, a in one.at
        for same, b in other.at
        if number == same
    ]
    if ratios:
        return max(ratios)
    if one.at and other.at:
        return 0.0
    return _common(one.words, other.words)


def _common(one: str, other: str) -> float:
    short = min(len(one), len(other))
    if not short:
        return 0.0
    blocks = SequenceMatcher(None, one[:2000], other[:2000], autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / short
