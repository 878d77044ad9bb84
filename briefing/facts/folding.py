"""Bring spellings of one text together: width, dashes, quotes, spacing, traditional characters, words
that Hong Kong and Taiwan use for what the mainland calls otherwise (按年, 計畫).

`fold` keeps the length, so that offsets in the folded text are offsets in the text. `compact`
drops what does not count (white space, invisible marks) and remembers where each letter stood.
These are the declared normalisations behind the verdict `folded`; nothing else is forgiven.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.facts.traditional import SIMPLIFIED, TRADITIONAL

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
INVISIBLE += "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufffe"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_SPACES += "\u205f\u3000\t"
_DASHES = "‐‑‒–—―−﹣－~～〜∼﹏⁓─━"
_DOUBLE = "“”„‟«»「」『』〝〞＂"
_SINGLE = "‘’‚‛＇"
_FINANCE = dict(
    zip(
        "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸〇○圆圓",
        "一二三四五六七八九十百千二三六零零元元",
        strict=True,
    )
)


def _table() -> dict[int, str]:
    table = {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xF900, 0xFAD9)}
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= dict.fromkeys(map(ord, _DOUBLE), '"')
    table |= dict.fromkeys(map(ord, _SINGLE), "'")
    table |= dict.fromkeys(map(ord, "·・•‧∙⋅･"), "·")
    # In use beside their simple forms too, and so in no table of traditional characters: 高於, 落後.
    table |= {ord("於"): "于", ord("後"): "后", ord("徵"): "征", ord("夥"): "伙"}
    table |= {ord("﹪"): "%", ord("。"): "。", ord("｡"): "。"}
    return {code: new for code, new in table.items() if len(new) == 1}


_TABLE = _table()
_SMALL = _TABLE | {code: chr(code + 32) for code in range(65, 91)}
_SMALL |= {code: chr(code - 0xFEE0 + 32) for code in range(0xFF21, 0xFF3B)}
_NUMERALS = {ord(old): new for old, new in _FINANCE.items()}


def _any_of(table: dict[int, str]) -> re.Pattern[str]:
    """Match a character that `table` changes: most texts have been folded before."""
    changed = (chr(code) for code, new in sorted(table.items()) if chr(code) != new)
    return re.compile(f"[{re.escape(''.join(changed))}]")


_WHITE = frozenset(" \n\r\t\v\f\u2028\u2029\u0085")
DROPPED = _WHITE | frozenset(INVISIBLE)
"""What does not count in a compact text."""

_FOLDABLE, _OF_FINANCE = _any_of(_TABLE), _any_of(_NUMERALS)
_LARGE, _GAP = _any_of(_SMALL), _any_of(dict.fromkeys(map(ord, DROPPED), ""))
_COMMON = tuple((mark, _TABLE[ord(mark)]) for mark in "，：；（）“”％！？")
"""The marks that nearly every text has: each is replaced faster than all letters are looked up."""


@lru_cache(maxsize=64)
def fold(text: str) -> str:
    """Return `text` in half width, simplified, with one kind of dash, quote and space.

    The length stays, so that offsets hold.
    """
    return regional(text.translate(_TABLE) if _FOLDABLE.search(text) else text)


_CHANGES = r"(?=(?:约|再|又|大幅|轻微|略|微|显著|急|飙|持续|进一步)?(?:[升跌增减降涨挫少多]|上[升涨]|下[跌降滑]|回[落升]|[\d一二三四五六七八九十近逾]))"
_ELSEWHERE = {
    "计画": "计划", f"按年{_CHANGES}": "同比", f"按[季月]{_CHANGES}": "环比", r"达成(?=率|[^,;。协共]{0,12}目标|\d)": "完成",
    "动土": "开工", "落成": "竣工", "入伙": "入住", "预料": "预计", "期许": "希望", "延宕": "滞后", "延误": "滞后",
    "塞车": "拥堵", "挤塞": "拥堵", "差短": "缺口", "短绌": "缺口",
}  # fmt: skip
"""Words of Hong Kong and Taiwan, simplified, and those of the mainland that mean and measure the same."""

_REGIONAL = re.compile(
    f"(?=[{''.join(dict.fromkeys(word[0] for word in _ELSEWHERE))}])(?:"
    + "|".join(f"({word})" for word in _ELSEWHERE)
    + ")"
)
_MAINLAND = tuple(_ELSEWHERE.values())


def regional(folded: str) -> str:
    """Return simplified `folded` with words of Hong Kong and Taiwan as the mainland has them, same length.

    按年 and 按季 are the bases of a change where one follows: 按年升5%, not 按年龄.
    """
    return _REGIONAL.sub(lambda found: _MAINLAND[(found.lastindex or 1) - 1], folded)


def fold_numerals(text: str) -> str:
    """Return `text` with the numerals of finance (壹佰) as plain ones, same length."""
    return text.translate(_NUMERALS) if _OF_FINANCE.search(text) else text


def small(text: str) -> str:
    """Return `text` folded and in small letters. The length stays, so that offsets hold."""
    if not _LARGE.search(text):
        return regional(text)
    for mark, plain in _COMMON:
        text = text.replace(mark, plain)
    return regional(_LARGE.sub(lambda found: _SMALL[ord(found[0])], text))


class Compact(NamedTuple):
    """A folded text without spaces and invisible marks. `at[i]` is where letter i stood."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the original of text[start:end]."""
        return self.at[start], self.at[end - 1] + 1


def compact(text: str) -> Compact:
    """Return the folded `text` without invisible marks and white space, in small letters.

    One space stays between two letters or digits of ASCII: 12 500 is not 12500, 41 -3 no range.
    """
    return without_gaps(small(text))


def without_gaps(folded: str) -> Compact:
    """Return a text that is folded by `small` without invisible marks and white space."""
    if not _GAP.search(folded):
        return Compact(folded, range(len(folded)))
    kept: list[int] = []
    gap = False
    for place, char in enumerate(folded):
        if char in INVISIBLE:
            continue
        if char in _WHITE:
            gap = bool(kept)
            continue
        if gap and _parts(folded, kept, char):
            kept.append(place - 1)
        gap = False
        kept.append(place)
    letters = [" " if folded[place] in DROPPED else folded[place] for place in kept]
    return Compact("".join(letters), kept)


@lru_cache(maxsize=4096)
def squeeze(text: str) -> str:
    """Return what `compact` makes of `text`, without the places."""
    return compact(text).text


def _parts(folded: str, kept: Sequence[int], char: str) -> bool:
    """Tell whether white space before `char` parts what would else be read as one word or number."""
    before = folded[kept[-1]]
    if before == "," and char.isdigit():
        return len(kept) > 1 and folded[kept[-2]].isdigit()  # on May 1, 300 firms
    return _is_word(before) and (_is_word(char) or char in "-+$")


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()
