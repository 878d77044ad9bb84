"""Set the marks of Chinese prose in full width, as an official paper prints them.

Pages are often typed with half-width marks between Chinese characters (加快进度,强化储备). Facts
and prose are printed with full-width ones; quotations, addresses, tables of data for programs
and whatever stands between figures or Latin letters (1,000; 10:30; GDP(PPP)) stay as they are.

A mark is exchanged for one mark, so that offsets and the borders of parts do not move.
"""

import re
from collections.abc import Iterable

_FULL = str.maketrans(",:;?!()", "，：；？！（）")
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_WIDE = _HAN + "\u2018-\u201d\u3001-\u3002\u3008-\u3011\u3014-\u3015\uff01-\uff1f"
_HALF = re.compile(r"[,:;?!()]")
_MARK = re.compile(rf"(?<=[{_WIDE}])[,:;?!](?=[{_WIDE}\d(]|$)|(?<=[\d%‰)])[,:;?!](?=[{_WIDE}])")
_PAIR = re.compile(r"\(([^()]*)\)")
_ANY_HAN = re.compile(f"[{_HAN}]")


def full_width(text: str) -> str:
    """Return `text`, as long as before, with full-width marks where its neighbours are Chinese."""
    if not _HALF.search(text) or not _ANY_HAN.search(text):
        return text
    while (paired := _PAIR.sub(_brackets, text)) != text:  # the inner pair first
        text = paired
    return _MARK.sub(lambda mark: mark.group().translate(_FULL), text)


def _brackets(pair: re.Match[str]) -> str:
    """Return a pair in full width when it holds or follows Chinese and no Latin word goes before."""
    before = pair.string[: pair.start()][-1:]
    latin = before.isascii() and before.isalnum()
    chinese = _ANY_HAN.search(pair.group(1)) or (pair.group(1) and _ANY_HAN.match(before))
    return f"（{pair.group(1)}）" if chinese and not latin else pair.group()


def parts(texts: Iterable[str]) -> list[str]:
    """Return the pieces of one text as `full_width` sets the whole of it."""
    pieces = list(texts)
    whole, at, made = full_width("".join(pieces)), 0, []
    for piece in pieces:
        made.append(whole[at : at + len(piece)])
        at += len(piece)
    return made
