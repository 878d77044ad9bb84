"""Lay words out from pieces of a text, longest first.

In:  words (folded), the ranges they may be copied from, and general words that may stand between.
Out: the pieces in order, or how far the words could be laid out.

Ranges are of three kinds: a number's own words, those before it that it may borrow (lead), and
the predicate it shares with a list (tail).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.grounding.figure_words import LISTING
from briefing.grounding.zones import MIN_PIECE

MAX_PIECE = 60

Range = tuple[int, int, str]
"""A range of a text, and the text."""

Piece = tuple[str, int, int, str]
"""Where a part of the words was copied from: own, lead or tail; range; text."""


_AND = ("、", "和", "及", "与")


class Layout(NamedTuple):
    """What words may be made of. `general` has the general words by their first letter."""

    own: Sequence[Range]
    lead: Sequence[Range]
    tail: Sequence[Range]
    general: Mapping[str, Sequence[str]]

    def cover(self, words: str) -> list[Piece] | int:
        """Lay `words` out; else return how far it went."""
        return self._cover(words, 0, set())

    def around_longest(self, words: str) -> list[Piece]:
        """Lay `words` out around its longest own piece, if that is more than half of it; else []."""
        for size in range(len(words) - 1, max(len(words) // 2, MIN_PIECE - 1), -1):
            for place in range(len(words) - size + 1):
                if cuts_word(words, place, place + size):
                    continue
                piece = find(words[place : place + size], "own", self.own)
                if piece is None:
                    continue
                head, tail = self.cover(words[:place]), self.cover(words[place + size :])
                if isinstance(head, list) and isinstance(tail, list):
                    return [*head, piece, *tail]
        return []

    def listed(self, words: str) -> list[Piece]:
        """Lay `words` out as an item of a list with the verb that heads it: 涉及|居民; else []."""
        verb = LISTING.match(words)
        piece = find(words[verb.end() :], "own", self.own) if verb else None
        if verb is None or piece is None or piece[3][piece[1] - 1 : piece[1]] not in _AND:
            return []
        head = find(verb[0], "lead", self.lead)
        if head is None or LISTING.search(piece[3], head[2], piece[1]):
            return []  # 改造小区12个,涉及居民楼190栋、|居民9000户
        return [head, piece]

    def _cover(self, words: str, place: int, dead: set[int]) -> list[Piece] | int:
        if place >= len(words):
            return []
        if place in dead:
            return place
        furthest = place
        for found in self._candidates(words, place):
            size = found if isinstance(found, int) else found[2] - found[1]
            rest = self._cover(words, place + size, dead)
            if isinstance(rest, list):
                return rest if isinstance(found, int) else [found, *rest]
            furthest = max(furthest, rest)
        dead.add(place)
        return furthest

    def _candidates(self, words: str, place: int) -> Iterator[Piece | int]:
        """Yield what may stand at `place`: longest first; own words, general, borrowed words."""
        if place == 0 and (whole := find(words, "own", self.own)):
            yield whole
        general = self.general.get(words[place], ())
        if one := _one_letter(words, place, self.own):
            yield one
        sizes = {len(word) for word in general if words.startswith(word, place)}
        if words.startswith("增加值", place):
            sizes.discard(2)  # 增加|值 is no rise
        mine = _reach(words, place, self.own)
        theirs = max(_reach(words, place, self.lead), _reach(words, place, self.tail))
        for size in range(max(mine, theirs, *sizes, 0), 0, -1):
            wanted = words[place : place + size]
            whole_word = size >= MIN_PIECE and not cuts_word(words, place, place + size)
            if whole_word and size <= mine and (piece := find(wanted, "own", self.own)):
                yield piece
            if size in sizes:
                yield size
            if whole_word and size <= theirs:
                borrowed = find(wanted, "lead", self.lead) or find(wanted, "tail", self.tail)
                if borrowed:
                    yield borrowed


_HAN_LETTER = re.compile("[\u4e00-\u9fff]")


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces whose borrowed words reach as far as they go: 第二产业|投资, not 第二产|业投资."""
    found = list(pieces)
    for place in range(len(found) - 1):
        kind, start, end, text = found[place]
        other, first, last, words = found[place + 1]
        if kind == "own" or other != "own" or not _HAN_LETTER.match(words, first - 1):
            continue
        if text is words and end == first:
            continue  # 产值超10亿元|企业: one run
        while first + 1 < last and end < len(text) and text[end] == words[first]:
            end, first = end + 1, first + 1
        found[place], found[place + 1] = (kind, start, end, text), (other, first, last, words)
    return found


def _one_letter(words: str, place: int, ranges: Sequence[Range]) -> Piece | None:
    """Return a range of one letter that stands at `place`: 省 of 省、市项目 as 分别 deals them out."""
    for start, end, text in ranges:
        if end - start == 1 and text[start] == words[place] and text[start] not in ",、。;:":
            return "own", start, end, text
    return None


def _reach(words: str, place: int, ranges: Sequence[Range]) -> int:
    """Return how many letters of `words` from `place` on stand in one of the ranges as a run."""
    longest = 0
    for start, end, text in ranges:
        size, at = MIN_PIECE, text.find(words[place : place + MIN_PIECE], start, end)
        while at >= 0 and place + size <= len(words) and size <= MAX_PIECE:
            longest = max(longest, size)
            size += 1
            at = text.find(words[place : place + size], at, end)
    return longest


def find(wanted: str, kind: str, ranges: Sequence[Range]) -> Piece | None:
    """Return where `wanted` stands as a whole in one of the ranges: the last place of its own words."""
    for start, end, text in ranges:
        at = text.rfind(wanted, start, end) if kind == "own" else text.find(wanted, start, end)
        if at >= 0 and not cuts_word(text, at, at + len(wanted)):
            return kind, at, at + len(wanted), text
    return None


_GENERAL = frozenset(
    "同比 环比 同期 分别 其中 累计 增长 下降 截至 达到 超过 下达 完成 实现 开工 竣工 建成 排名 位居 高于 低于 提高 回落 增加 减少 上升 收窄 扩大 新增 亿级 万级 元级".split()  # noqa: SIM905
)
"""Words of two letters that no name of a thing ends or begins within."""


def cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] begins or ends within a Latin word or a number."""
    if start > 1 and text[start - 1] in "至到-~.," and text[start].isdigit():
        return text[start - 2].isdigit()
    return _one_word(text[start - 1 : start + 1]) or _one_word(text[end - 1 : end + 1])


@lru_cache(maxsize=4096)
def _one_word(pair: str) -> bool:
    """Tell whether two letters side by side are of one word or number."""
    if len(pair) != 2:
        return False
    left, right = pair[0], pair[1]
    if pair in _GENERAL or (left.isdigit() and right in "亿万千百十%"):
        return True
    return pair.isascii() and pair.isalnum() and not (left.isalpha() and right.isdigit())
