"""Mend sentences that a page layout broke into two paragraphs.

In:  the lines of one article's body, in order.
Out: the same with broken ones joined, and how many seams were left in doubt.

A seam is joined by a sum of reasons: the letters across it stand together elsewhere in the
article, the first part ends on 的 or 和, the second starts with a mark. Indents speak against.
"""

import re
from collections.abc import Sequence

from briefing.cleaning.bodies import is_row
from briefing.cleaning.lines import Line, join_all
from briefing.cleaning.wrapping import MARK

_CLOSERS = "”’\"')]》"
_ENDS = frozenset("。!?;….")
_JOIN_AT = 3
_SHOT = re.compile(r"[\u4e00-\u9fff]\s?摄$|图片?\)$")
_TAIL = re.compile(r"[^。!?,]{1,12}[。!?]$")
_CLAUSE, _MID_CLAUSE = 8, 3
_SHORT = 16
_MARKED = re.compile("[,。;:!?、”)]")
_HEADING_MAX = 40
_MEASURE = "%年月日个家亿万元户人次件项条名吨亩台套座公平千百多余位倍米点.·"
_WANTING = "在对将把并为被要使让以从向由于是有不未已正就还又再能会可应须至达等着破至"
_STARTS = re.compile(
    r"记者|通讯员|本报|新华社|中新|图为|附件|[(\[]|附:|说明:|备注|注:|联系|来源|(?:特别|郑重|免责|版权)声明"
)


def mend(lines: Sequence[Line], neighbours: "Neighbours") -> tuple[list[Line], int]:
    """Return the lines with broken sentences joined, and the number of soft breaks."""
    indented = _indents(lines)
    made: list[Line] = []
    run: list[Line] = []
    soft = 0
    for number, line in enumerate(lines):
        run.append(line)
        following = lines[number + 1] if number + 1 < len(lines) else None
        points = _points(line, following, indented, neighbours) if following else -9
        if points < _JOIN_AT:
            soft += points > 0
            made.append(join_all(run) if len(run) > 1 else run[0])
            run = []
    return made, soft


def _indents(lines: Sequence[Line]) -> bool | None:
    """True where most prose is indented, None where some is (a break has none), else False."""
    prose = [line for line in lines if len(line.text) >= 25]
    indented = sum(line.indent >= 1 for line in prose)
    if prose and indented * 10 >= len(prose) * 6:
        return True
    return None if indented >= 2 else False


def _ended(before: str, after: str) -> bool:
    """True behind an end mark; the point of 23.|4% is none."""
    if before[-1] == "." and before[-2:-1].isdigit() and after[0].isdigit():
        return False
    return before.rstrip(_CLOSERS)[-1:] in _ENDS


class Neighbours:
    """Which letters stand side by side within the lines of a page; made when first asked."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._text = ""

    def together(self, letters: str) -> bool:
        """True when these letters stand in one line somewhere."""
        if not self._text:
            self._text = "\n".join(line.key for line in self._lines)[:50_000]
        return letters in self._text


def _points(line: Line, following: Line, indented: bool | None, whole: Neighbours) -> int:
    """Return how much speaks for one sentence across the seam."""
    before, after = line.key, following.key
    if line.kind or following.kind or line.role == "heading" or following.role == "heading":
        return -9
    if (
        is_row(before)
        or is_row(after)
        or before[0] in "↑↓←→▲▼△"
        or _SHOT.search(before[-3:])
        or _ended(before, after)
        or before[-1] == ":"
        or MARK.match(after)
        or _STARTS.match(after)
    ):
        return -9
    if len(after) <= _SHORT and len(before) >= 2 * _SHORT and not _MARKED.search(after):
        return -9  # a heading: what breaks off a sentence so late has its end mark
    points = 4 * (_TAIL.match(after) is not None and len(before) >= 12)
    has_mark = any(mark in before for mark in ",。;、")
    if len(before) < _HEADING_MAX and not has_mark:
        points -= 5
    if len(before) >= 60:
        points += 2
    if has_mark and (_cut_short(before) or _in_clause(before) or before[-1] in _WANTING):
        points += 3
    if before[-1].isdigit() and (after[0].isdigit() or after[0] in _MEASURE):
        points += 5
    elif before[-1].isdigit() or after[0].isdigit():
        points += 1
    if before.count("“") > before.count("”") and "”" in after:
        points += 4
    if before[-1] in "的和与及、,“(《" or before.endswith(("以及",)):
        points += 3
    if after[0] in "的了着、,。;)”》!?":
        points += 6
    if following.indent >= 2 or (indented and following.indent):
        points -= 6
    elif indented is not False:
        points += 2 if indented else 4
    if whole.together(before[-1] + after[0]):
        points += 2
        if whole.together(before[-2:] + after[0]) or whole.together(before[-1] + after[:2]):
            points += 2
    if len(before) >= 30 and has_mark and _latin(before[-1]) and after[0].islower():
        points += 3
    return points


def _in_clause(before: str) -> bool:
    """True for a line that ends right behind a comma, as no heading does: 占地412亩,房屋建."""
    comma = before.rfind(",")
    return comma >= _CLAUSE and 0 < len(before) - 1 - comma <= _MID_CLAUSE


def _cut_short(before: str) -> bool:
    """True when a sentence ended within the line and another began and did not end."""
    last = max(before.rfind(mark) for mark in "。!?")
    return 0 < last < len(before) - 1


def _latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char == ",")
