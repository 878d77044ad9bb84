"""Text broken at a fixed width, or one character a line, made whole again.

In:  lines in reading order.
Out: lines; a paragraph that was broken by a width is one line.

Widths count columns: a Chinese character is two, an ASCII one is one.
"""

import re
from collections import Counter
from collections.abc import Sequence

from briefing.cleaning.lines import Line, join_all

_SINGLE_RUN = 8
_BY_SENSE = 40  # letters of a line broken by its sense, at most
_VERSE = 3  # of them, at least
_OPEN = 2  # of them without a mark, one after the other
_NARROW, _WIDE = 40, 124
_END = re.compile(r"[。.!?…:;][”’\"')]?$")
MARK = re.compile(
    r"(?:[(\[]?(?:[一二三四五六七八九十百]+|\d{1,3}(?!\.\d))[)\].、．]|[一二三四五六七八九十]+是|第[一二三四五六七八九十百]+[章条节,、 ]"
    r"|[①-⑳■□●○◆◇▲△►▶★☆※•·▪◎]|[-*—]{1,2} |——)"
)


def unstack(lines: list[Line]) -> list[Line]:
    """Join runs of eight and more lines that hold one or two Chinese characters each."""
    made: list[Line] = []
    number = 0
    while number < len(lines):
        stop = number
        while stop < len(lines) and len(lines[stop].text) <= 2:
            stop += 1
        run = lines[number:stop]
        if len(run) >= _SINGLE_RUN and _mostly_han(run):
            made.append(join_all(run, blanks=False))
        else:
            made += run
        if stop < len(lines):
            made.append(lines[stop])
        number = stop + 1
    return made


def _mostly_han(run: Sequence[Line]) -> bool:
    text = "".join(line.text for line in run)
    return sum("\u3400" <= char <= "\u9fff" for char in text) * 2 >= len(text)


def unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of a page that was wrapped at a width; unchanged when it was not."""
    if not _may_be_wrapped(lines):
        return lines
    slack = 3 if _chinese(lines) else 16
    for measure in (columns, letters):
        widths = [measure(line) for line in lines]
        if width := _wrap_width(lines, widths):
            break
    else:
        return lines
    indented = _indents(lines)
    made: list[Line] = []
    run: list[Line] = []
    for number, line in enumerate(lines):
        run.append(line)
        full = widths[number] >= width - slack and widths[number] <= width + 3
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not full or _starts_anew(line, following, indented=indented):
            made.append(join_all(run) if len(run) > 1 else run[0])
            run = []
    return made


def _may_be_wrapped(lines: Sequence[Line]) -> bool:
    """True unless most lines are longer than any width at which text is wrapped."""
    long = [line.text for line in lines if len(line.text) > 15]
    narrow = sum(len(text) <= (_WIDE if text.isascii() else _WIDE // 2 + 4) for text in long)
    return narrow * 10 >= len(long) * 6


def columns(line: Line) -> int:
    """Return the width of a line as shown, its indent included."""
    narrow = len(line.text) if line.text.isascii() else len(line.text.encode("ascii", "ignore"))
    return (
        2 * len(line.text)
        - narrow
        + min(line.indent, 4) * (2 if narrow * 2 < len(line.text) else 1)
    )


def letters(line: Line) -> int:
    """Return the width of a line as if all letters were Chinese ones, its indent included."""
    return 2 * (len(line.text) + line.indent)


def _wrap_width(lines: Sequence[Line], widths: Sequence[int]) -> int:
    """Return the column at which most long lines end; 0 when there is none."""
    prose = [
        (line, width)
        for line, width in zip(lines, widths, strict=True)
        if width >= 30 and not line.kind
    ]
    if len(prose) < 6:
        return 0
    chinese = _chinese(lines)
    counts = Counter(width for _, width in prose)
    slack = 3 if chinese else 16
    best = max(counts, key=lambda at: (sum(counts[at - back] for back in range(slack)), at))
    hits = [line for line, width in prose if best - slack < width <= best + 2]
    if not _NARROW <= best <= _WIDE or len(hits) * 10 < len(prose) * 6 or len(hits) < 5:
        return 0
    if any(width > best + 6 for _, width in prose) and len(hits) * 10 < len(prose) * 8:
        return 0
    broken = sum(not _END.search(line.key) for line in hits)
    return best if broken * 2 >= len(hits) else 0


def _chinese(lines: Sequence[Line]) -> bool:
    total = sum(len(line.text) for line in lines)
    narrow = sum(
        len(line.text) if line.text.isascii() else len(line.text.encode("ascii", "ignore"))
        for line in lines
    )
    return narrow * 2 < total


def _indents(lines: Sequence[Line]) -> bool:
    return sum(line.indent >= 2 for line in lines) >= 2


def _starts_anew(line: Line, following: Line, *, indented: bool) -> bool:
    if following.gap > line.gap or following.kind or line.kind:
        return True
    if following.indent >= 2 and following.indent > line.indent:
        return True
    if following.indent >= 2 and indented and line.indent < 2:
        return True
    if MARK.match(following.key):
        return True
    return not indented and bool(_END.search(line.key)) and line.key[-1] not in ":;"


def broken_above(lines: Sequence[Line], first: int, last: int) -> int:
    """Return where lines broken by their sense start above a body: most of them end on a comma."""
    at = made = first
    closed = opened = 0
    while 0 < at < last and not lines[at].gap and not lines[at - 1].kind and opened <= _OPEN:
        key = lines[at - 1].key
        if len(key) > _BY_SENSE or key[-1] in "!?:":
            break
        at -= 1
        opened += 1
        if key[-1] in ",、。;":
            made, closed, opened = at, closed + 1, 0
    if closed < _VERSE:
        return first
    starts = made > 1 and not lines[made - 1].kind and not lines[made].gap
    return made - (starts and "," in lines[made - 1].key and not lines[made - 2].kind)
