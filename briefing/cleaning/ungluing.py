"""Pages that lost their line ends: crumb, title, stamp and body in one line.

In:  a long line.
Out: the lines it was made of, as far as blanks and labels show them; the line itself otherwise.

Between head and body the blanks tell the parts; within the body two blanks behind an end mark
do; behind the last sentence they tell the parts again.
"""

import re

from briefing.cleaning.chrome import kind_of
from briefing.cleaning.lines import Line
from briefing.cleaning.stamp_lines import DATE, STAMP_LINE, TIME
from briefing.cleaning.tails import part_of
from briefing.cleaning.title_lines import OF_BODY

_LONG = 150
_HEAD = 300
_CLAUSE = 12  # and behind the English label, which no site puts into a row of others
_PROSE = 60  # letters behind a stamp that are text
_LABELLED = 12
_HEADS = 3  # stamps and bylines in front of a text, at most
_TEXT = 30  # and behind title and stamp
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}\s*:\s")
_STAMP = re.compile(
    r"\s(?:发布(?:时间|日期)|时间|日期|来源|信息来源|更新时间)\s*:\s*\S{2,30}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?:[\u4e00-\u9fff]{2,6})\s*:\s*\S{1,24})*\s+"
)
_PARAGRAPH = re.compile(r"(?<=[。!?”…;:])\s{2,}")
_LEADING = re.compile(
    r"(?P<stamp>(?:[Dd]ate|发布时间|发布日期|时间|日期)\s*:?\s*(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)\s+(?=[\u4e00-\u9fff“\dA-Z(\[])(?!作者|来源|編輯|编辑|浏览|点击|阅读|字)"
)
# Title and stamp in one line, perhaps with the text behind them.
_TITLED = re.compile(
    rf"(?P<title>[^。|>\]]{{10,60}}?)\s{{1,20}}(?P<stamp>(?:(?:发布|更新)?(?:时间|日期)\s*:\s*{DATE}(?:\s+{TIME})?|{DATE}\s+{TIME})(?=$|\s)(?P<labels>(?:\s{{1,20}}[\u4e00-\u9fff]{{2,6}}\s*:\s*\S{{0,24}}(?=$|\s))*))\s*"
)
_DAY = re.compile(r"[\s:](?:19|20)\d\d[-/.年]\d")
# The stamp's last value and the text: 责任编辑:柳青12月22日,….
_STUCK = re.compile(
    r"(?:编辑|作者|记者|来源)\s*:\s*[\u4e00-\u9fff]{2,3}(?=(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日|近日|日前)"
)
# □本报记者 甲乙 in front of the text.
_SIGNED = re.compile(
    r"[□■●]\s?(?:本报|本网|见习|全媒体|融媒体?){0,3}(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,3}(?:[\s、][\u4e00-\u9fff]{2,3}){0,3}\s+(?=\S.{30})"
)
_BLANK = re.compile(r"\s+")
_LAST = re.compile(r"[。!?][”’)\]]?(?=[^。!?]{0,400}$)")


def unglue(line: Line) -> list[Line]:
    """Return the lines within a line."""
    made: list[Line] = []
    while len(made) < _HEADS and (start := _headed(line.key)):
        made.append(part_of(line, 0, start[0]))
        line = part_of(line, start[1], len(line.key))
    near = line.key[8:100]
    titled = (" 20" in near or ":20" in near) and _DAY.search(near)
    return [*made, *((titled and _titled(line)) or _within(line))]


def _headed(key: str) -> tuple[int, int] | None:
    """Return where a stamp or byline in front of a text ends, and where the text starts."""
    if (stamp := _LEADING.match(key)) and len(key) - stamp.end() >= (
        _PROSE if "期" in stamp.group() or "间" in stamp.group() else _CLAUSE
    ):
        return stamp.end("stamp"), stamp.end()
    if key[:1] in "□■●" and (signed := _SIGNED.match(key)):
        return signed.end(), signed.end()
    if ":" in key[:_LABELLED] and (stuck := _STUCK.search(key, 0, _HEAD)) and STAMP_LINE.match(key):
        return stuck.end(), stuck.end()
    return None


def _within(line: Line) -> list[Line]:
    """Return the lines of a long line: title, stamp, paragraphs."""
    key = line.key
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


def _titled(line: Line) -> list[Line]:
    """Return title, stamp and text of a line that has the first two; none for other lines."""
    key = line.key
    match = _TITLED.match(key)
    if match is None or kind_of(match["title"]) or OF_BODY.match(key) or _LABEL.match(key):
        return []
    rest = len(key) - match.end()
    if 0 < rest < _TEXT or (rest and key[-1] not in "。!?”…" and "。" not in key[match.end() :]):
        return []
    ends = [match.end("title"), match.end("stamp"), len(key)]
    starts = [0, match.start("stamp"), match.end()]
    return [part_of(line, a, b) for a, b in zip(starts, ends, strict=True) if a < b]


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
