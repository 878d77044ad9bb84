"""Find articles that are one text: reprints, cut versions, round-ups that contain another.

In:  texts by key. Out: pairs of keys, each with how its members stand to each other.

Candidates first: a text is cut into its sentences, and MinHash (rensa) makes one print of each,
over its groups of four letters. Texts that share prints may share text, wherever it stands and
whatever was cut away. A print that many texts hold is chrome or a set phrase and finds nobody,
which keeps the work linear in the number of texts. Candidates are then compared exactly: by
windows of eight letters that start at one of a fixed eighth of all characters, measured against
the shorter text. Reports made from one template share words but neither figures nor days, so
figures must agree too; and texts in which the same words lead to another number are two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from rensa import RMinHash

from briefing.facts.folding import fold

WINDOW = 8
CONTAINED = 0.4  # share of the shorter text's windows that must stand in the longer
REPEATED = 0.8  # the same share for a text that says nothing of its own
FEWEST = 5  # windows below which a text is too short to tell
SAME_SIZE = 0.6  # shorter/longer from which two texts count as the same
FIGURES_SHARED = 0.6
COMMON = 32  # a print that more texts hold is chrome
PRINTS_SHARED = 0.1  # share of the shorter text's prints that make a candidate
LIKELY = 16  # candidates that are compared

Kind = Literal["same", "excerpt"]

_GROUP = 4  # letters that are hashed together
_SHORTEST, _LONGEST = 12, 120  # letters of a passage: shorter ones tell nothing, longer are cut
_BATCH = 256  # texts that are hashed at once
_SEED = 1
_ENDS = re.compile(r"[。！？!?；;\n]|\.(?=\s)")
_PAUSES = re.compile(r"(?<=[,，、:：])")
_SAMPLED = "".join(map(chr, range(0x4E00, 0xA000, 8))) + "ae3r"
_WINDOWS = re.compile(f"(?=([{_SAMPLED}].{{{WINDOW - 1}}}))")
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_COUNTS = re.compile(
    r"\d+(?:\.\d+)?|[〇零一二两三四五六七八九十百千]+(?=[个项家户人件条处座所万亿元成倍位公米吨亩名辆场次月日年%])"
)
_DAYS = re.compile(r"\d{1,2}月\d{1,2}日")
_MARKS = re.compile(r"[^\w%.]|_")
_BEFORE, _AFTER = 8, 3  # letters around a number that tell which number it is


@dataclass(frozen=True)
class Sketch:
    """A text, and on demand its letters, sampled windows, figures and days."""

    text: str
    prints: frozenset[int]

    @cached_property
    def letters(self) -> str:
        """The folded text without spacing and punctuation."""
        return _MARKS.sub("", fold(self.text))

    @cached_property
    def windows(self) -> frozenset[str]:
        """The sampled windows."""
        return frozenset(_WINDOWS.findall(self.letters.replace(".", "")))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Every number in digits."""
        return frozenset(_NUMBERS.findall(fold(self.text)))

    @cached_property
    def days(self) -> frozenset[str]:
        """Every day that is written with its month."""
        return frozenset(_DAYS.findall(self.letters))

    @cached_property
    def counted(self) -> Mapping[str, frozenset[str]]:
        """The numbers by the letters around them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        plain = _COUNTS.sub("#", self.letters)
        places = (at for at, letter in enumerate(plain) if letter == "#")
        for at, number in zip(places, _COUNTS.findall(self.letters), strict=True):
            found[plain[max(at - _BEFORE, 0) : at + 1 + _AFTER]].add(number)
        return {words: frozenset(numbers) for words, numbers in found.items()}


@dataclass(frozen=True)
class Pair:
    """`other` stands in `one`: as the same text or as an excerpt of it."""

    one: str
    other: str
    kind: Kind


def sketches(texts: Mapping[str, str]) -> dict[str, Sketch]:
    """Return the sketch of each text; spacing, width, punctuation and script do not count."""
    found = prints(texts.values())
    return {key: Sketch(text, one) for (key, text), one in zip(texts.items(), found, strict=True)}


def prints(texts: Iterable[str]) -> Iterator[frozenset[int]]:
    """Yield the prints of each text's passages: numbers of 63 bits, the same on every machine.

    A passage has two; two passages have one in common with the chance of the square of what
    they share, and twice the chance where they share little.
    """
    waiting = iter(texts)
    while batch := [_passages(text) for text in islice(waiting, _BATCH)]:
        groups = [_groups(words) for passages in batch for words in passages]
        hashed = iter(RMinHash.digests_from_token_sets(groups, num_perm=4, seed=_SEED))
        for passages in batch:
            yield frozenset(
                (first & 0x7FFFFFFF) << 32 | second
                for one in islice(hashed, len(passages))
                for first, second in (one[:2], one[2:])
            )


def _groups(words: str) -> list[str]:
    return [words[at : at + _GROUP] for at in range(len(words) - _GROUP + 1)]


def _passages(text: str) -> list[str]:
    """Return the letters of the text's sentences, long ones in pieces, without repetitions."""
    found: dict[str, None] = {}
    for sentence in _ENDS.split(fold(text)):
        if len(sentence) <= _LONGEST:
            found[_MARKS.sub("", sentence)] = None
            continue
        piece = ""
        for clause in _PAUSES.split(sentence):
            piece += clause
            if len(piece) > _LONGEST // 2:
                found[_MARKS.sub("", piece)] = None
                piece = ""
        found[_MARKS.sub("", piece)] = None
    return [words for words in found if len(words) >= _SHORTEST]


def differ(one: Sketch, other: Sketch) -> bool:
    """True when the same words lead to another number: a digit was changed."""
    small, large = sorted((one.counted, other.counted), key=len)
    return any(
        numbers.isdisjoint(large[words]) for words, numbers in small.items() if words in large
    )


def repeats(old: Sketch, new: Sketch) -> bool:
    """True when `new` says nothing that `old` has not said: a reprint or a cut version."""
    few = len(new.windows) < FEWEST
    shared = len(new.windows & old.windows)
    if few or shared < REPEATED * len(new.windows) or not new.figures <= old.figures:
        return False
    return new.days <= old.days and not differ(old, new)


def _one_text(first: Sketch, second: Sketch) -> bool:
    small = min(len(first.windows), len(second.windows))
    if small < FEWEST or len(first.windows & second.windows) < CONTAINED * small:
        return False
    figures = min(len(first.figures), len(second.figures))
    if figures and len(first.figures & second.figures) < FIGURES_SHARED * figures:
        return False
    if first.days and second.days and not first.days & second.days:
        return False
    return not differ(first, second)


def pairs(found: Mapping[str, Sketch]) -> Iterable[Pair]:
    """Yield pairs of keys whose texts are one, the longer first, enough to join all copies.

    A copy of a text that is known already is joined to it and then stands aside, so that a
    story printed by a thousand sites costs a thousand comparisons, not a million.
    """
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(found, key=lambda name: (-len(found[name].text), name)):
        new = found[key]
        copy = False
        for known in _likely(new, holders, found):
            old = found[known]
            if _one_text(old, new):
                copy = len(new.letters) >= SAME_SIZE * len(old.letters)
                yield Pair(known, key, "same" if copy else "excerpt")
            if copy:
                break
        else:
            for print_ in new.prints:
                if len(holders[print_]) < COMMON:
                    holders[print_].append(key)


def _likely(
    new: Sketch, holders: Mapping[int, Sequence[str]], found: Mapping[str, Sketch]
) -> list[str]:
    """Return the keys that may be of one text with `new`, those that share most prints first."""
    shared: Counter[str] = Counter()
    for print_ in new.prints:
        if len(held := holders.get(print_, ())) < COMMON:
            shared.update(held)
    few = len(new.prints)
    likely = [
        (-count, key)
        for key, count in shared.items()
        if count >= PRINTS_SHARED * min(few, len(found[key].prints))
    ]
    return [key for _, key in sorted(likely)[:LIKELY]]
