"""Say whether pieces of a sentence make one metric, and remember where they stand.

In:  a metric (folded) and the pieces that it was laid out from (`pieces`), a number's own words.
Out: the metric as bound, or why its pieces are of different numbers.

Borrowed words stand at the edges of a number's own: nothing that the own words name may stand before
them, be passed over, or go on behind them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.grounding import figure_words as words_of
from briefing.grounding.pieces import Piece, Range, joined
from briefing.grounding.zones import MIN_PIECE, has_content

_NOUN_END = re.compile(r"[,:、]|以及|和|及|与")
_MIXED = "its words belong to different numbers"
_DONE = ("完成", "实现")
"""What begins a metric, and goes on with none: 到位资金|完成任务数."""


@dataclass
class Bound:
    """A proven metric: the ranges of the sentence that its words were copied from."""

    pieces: list[tuple[int, int]]
    metric: str
    own: Sequence[Range]
    first: int
    """Where the first own piece starts."""

    @cached_property
    def edge(self) -> bool:
        """True when nothing of the zone stands before the first own piece."""
        return _at_edge(self.metric, self.own, self.first)


def judge(metric: str, pieces: list[Piece], text: str, own: Sequence[Range]) -> Bound | str:
    """Say whether pieces from these places may make one metric."""
    pieces = joined(pieces) if len(pieces) > 1 else pieces
    mine = [(start, end, words) for kind, start, end, words in pieces if kind == "own"]
    if not any(
        (e - s == 1 and (s, e, words) in own)
        or has_content(words[s:e])
        or words_of.BESIDE.search(words[s:e])
        for s, e, words in mine
    ):
        return "the number belongs to other words"
    copied = [(start, end) for _, start, end, words in pieces if words is text]
    bound = Bound(copied, metric, own, min(mine)[0])
    kinds = [kind for kind, _, _, _ in pieces]
    if kinds == ["own"]:
        return bound
    far = any(words is not text for _, _, _, words in pieces)
    if (far or "lead" in kinds) and _passes_over(own if far else own[:1], mine, text):
        return _MIXED
    if far and _breaks_off(own, mine):
        return _MIXED
    if any(_far_verb(one, mine) for one in pieces if one[0] == "lead"):
        return _MIXED
    after_own, before_own = kinds[kinds.index("own") :], kinds[: kinds.index("own")]
    if ("lead" in kinds or before_own) and not bound.edge:
        return _MIXED
    later = pieces[kinds.index("own") :]
    if any(kind == "lead" and w.startswith(_DONE, start) for kind, start, _, w in later):
        return _MIXED
    if "tail" in after_own or "lead" in after_own:
        last = max(end for _, end, _ in mine)
        closed = any(s <= last <= e and not has_content(words[last:e]) for s, e, words in own)
        if not (closed and (bound.edge or "lead" not in after_own)):
            return _MIXED
    return bound


def _far_verb(piece: Piece, mine: Sequence[Range]) -> bool:
    """Tell whether a borrowed verb has another one after it: 改造小区12个,涉及楼房9栋、|居民500户."""
    _, start, end, words = piece
    first = min((s for s, _, w in mine if w is words and s >= end), default=-1)
    if (
        first < 0
        or words.find(",", end, first) < 0
        or not words_of.DEED_ONLY.fullmatch(words, start, end)
    ):
        return False
    return bool(words_of.LISTING.search(words, words.find(",", end), first))


def _breaks_off(own: Sequence[Range], mine: Sequence[Range]) -> bool:
    """Tell whether own words go on after the last that is used: 11个|项目|已完成全年任务."""
    last, words = max((end, words) for _, end, words in mine)
    return any(s < last <= e and has_content(w[last:e]) for s, e, w in own if w is words)


def _passes_over(own: Sequence[Range], mine: Sequence[Range], text: str) -> bool:
    """Tell whether a metric that borrows leaves out a noun of its own: 中央空调|40%安装."""
    return any(
        words is text
        and has_content(words_of.BEFALLS.sub("", words[start:end]))
        and not any(s < end and e > start for s, e, w in mine if w is words)
        for start, end, words in own
    )


def _at_edge(metric: str, own: Sequence[Range], place: int) -> bool:
    """Tell whether no noun of the zone stands before `place` that the metric does not name."""
    for start, end, words in own:
        if start <= place < end:
            segment = _NOUN_END.split(words[start:place])[-1]
            said = words_of.content(segment)
            if segment.count('"') % 2:
                return False  # 投产|一批"项目
            return bool(said and said in metric) or len(words_of.DEEDS.sub("", said)) < MIN_PIECE
    return True
