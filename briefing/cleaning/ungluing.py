"""Pages that lost their line ends: crumb, title, stamp and body in one line.

In:  a long line.
Out: the lines it was made of, as far as blanks and labels show them; the line itself otherwise.

Between head and body the blanks tell the parts; within the body two blanks behind an end mark
do; behind the last sentence they tell the parts again.
"""

import re

from briefing.cleaning.lines import Line
from briefing.cleaning.tails import part_of

_LONG = 150
_HEAD = 300
_CLAUSE = 12  # and behind the English label, which no site puts into a row of others
_PROSE = 60  # letters behind a stamp that are text
_STAMP = re.compile(
    r"\s(?:发布(?:时间|日期)|时间|日期|来源|信息来源|更新时间)\s*:\s*\S{2,30}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?:[\u4e00-\u9fff]{2,6})\s*:\s*\S{1,24})*\s+"
)
_PARAGRAPH = re.compile(r"(?<=[。!?”…;:])\s{2,}")
_LEADING = re.compile(
    r"(?P<stamp>(?:[Dd]ate|发布时间|发布日期|时间|日期)\s*:?\s*(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)\s+(?=[\u4e00-\u9fff“\dA-Z])(?!作者|来源|編輯|编辑|浏览|点击|阅读|字)"
)
_BLANK = re.compile(r"\s+")
_LAST = re.compile(r"[。!?][”’)\]]?(?=[^。!?]{0,400}$)")


def unglue(line: Line) -> list[Line]:
    """Return the lines within a line."""
    key = line.key
    if (stamp := _LEADING.match(key)) and len(key) - stamp.end() >= (
        _PROSE if "期" in stamp.group() or "间" in stamp.group() else _CLAUSE
    ):
        return [part_of(line, 0, stamp.end("stamp")), *unglue(part_of(line, stamp.end(), len(key)))]
    if len(key) < _LONG:
        return [line]
    cuts: list[tuple[int, int]] = []
    head = _STAMP.search(key, 0, _HEAD)
    if head:
        label = head.start()
        cuts += [match.span() for match in _BLANK.finditer(key, 0, label)]
        cuts += [(label, label + 1), (head.end() - 1, head.end())]
    start = head.end() if head else 0
    last = _LAST.search(key, max(start, len(key) - 600))
    end = last.end() if last else len(key)
    cuts += [match.span() for match in _PARAGRAPH.finditer(key, start, end)]
    if head and last:
        cuts += [match.span() for match in _BLANK.finditer(key, end)]
    return _cut(line, cuts) if cuts else [line]


def _cut(line: Line, cuts: list[tuple[int, int]]) -> list[Line]:
    made: list[Line] = []
    at = 0
    for start, end in [*cuts, (len(line.key), len(line.key))]:
        low, high = at, start
        while low < high and line.key[low].isspace():
            low += 1
        while high > low and line.key[high - 1].isspace():
            high -= 1
        if low < high:
            made.append(part_of(line, low, high))
            made[-1].indent, made[-1].gap = (line.indent, line.gap) if len(made) == 1 else (0, 0)
        at = max(at, end)
    return made or [line]
