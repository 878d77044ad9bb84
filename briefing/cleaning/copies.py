"""Text that a page shows twice: the portal's summary above the article, the body again below.

In:  lines of the chosen run.
Out: nothing; the later or cut copy gets a kind.
"""

import operator
import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.lines import Line

_HEAD = 20
_LABEL = re.compile(
    r"[\[(]?(?:摘要|导读|核心提示|内容提要|内容摘要|内容概[况述]|简介|提要)[\])]?\s*[:|]?\s*"
)
_LONG = 30
_SHORT = 6
_MOST = 50
_HEADS = 8  # lines at the top of a page
_TITLE = 10  # letters of a heading, at least
_ABSTRACT = re.compile(
    r"[\[(]?(?:摘要|原标题(?=.{60})|导读|核心提示|内容提要|内容摘要|内容概[况述]|提要)[\])]?\s*[:|]"
)
_ABSTRACT_SHARE = 0.8
_CUT = re.compile(r"\s*(?:\.{2,}|…+)?\s*(?:\[(?:详细|更多|全文)\])?$")


def mark(lines: Sequence[Line]) -> None:
    """Mark cut copies as "summary" and repeated paragraphs as "copy"."""
    heads: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.key) >= _HEAD and line.kind in ("", "copy"):
            heads.setdefault(_stem(line)[:_HEAD], []).append(number)
    _mark_joined(lines[:_HEADS])
    for numbers in heads.values():
        if len(numbers) > 1:
            _compare([lines[number] for number in numbers])
    _go_on(lines)
    for number, line in enumerate(lines[:_MOST]):
        if not line.kind and _ABSTRACT.match(line.key):
            rest = "".join(other.key for other in lines[number + 1 : number + 1 + _MOST])
            if _shared(_stem(line), rest) >= _ABSTRACT_SHARE:
                line.kind = "summary"


def _mark_joined(lines: Sequence[Line]) -> None:
    """Mark a line above a heading that ends on the same words: a slogan with the page's title."""
    long = [line for line in lines if len(line.key) >= _TITLE]
    for number, line in enumerate(long[:-1], start=1):
        key, last = line.key, line.key[-1]
        if last in "。!?”" or line.kind:
            continue
        for above, other in pairwise(long[number - 1 :]):
            if other.key[-1] != last or other.key == key or not key.endswith(other.key):
                continue
            if above is line or above.key + other.key != key:  # else one title, in two lines below
                line.kind = "summary"


def _go_on(lines: Sequence[Line]) -> None:
    """Mark the short lines too that go on as the copied paragraph above them goes on."""
    first = {line.key: number for number, line in reversed(list(enumerate(lines)))}
    for number, line in enumerate(lines[1:], start=1):
        above = lines[number - 1]
        if above.kind == "copy" and not line.kind and len(line.key) >= _SHORT:
            at = first[above.key] + 1
            if at < number - 1 and lines[at].key == line.key:
                line.kind = "copy"


def _shared(key: str, rest: str) -> float:
    """Return the share of a line's letter pairs that stand in the rest."""
    pairs = list(map(operator.add, key, key[1:]))
    return sum(pair in rest for pair in pairs) / len(pairs) if pairs else 0.0


def _stem(line: Line) -> str:
    """Return a line without the word that announces a summary and without what cuts it off."""
    key = line.key
    if match := _LABEL.match(key):
        key = key[match.end() :]
    tail = key[-12:]
    return key[: -len(tail)] + _CUT.sub("", tail) if key[-1:] in (".", "…", "]") else key


def _compare(lines: Sequence[Line]) -> None:
    """Compare lines that begin alike: the same again is a copy, a beginning is a summary."""
    seen: dict[str, Line] = {}
    for line in lines:
        if line.key not in seen:
            seen[line.key] = line
        elif len(line.key) >= _LONG:
            line.kind = "copy"
    unlike = list(seen.values())[:_MOST]
    for line in unlike:
        stem = _stem(line)
        if len(stem) == len(line.key):
            continue
        if any(
            other is not line and other.kind != "summary" and other.key.startswith(stem)
            for other in unlike
        ):
            line.kind = "summary"
