"""The lines of a page as slices of its text, and the passes that only join them.

In:  the linear text, its folded view, and the holes (ranges to delete).
Out: `Line`s in reading order. A line never holds a letter that is not in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.cleaning.linear import Block

Hole = tuple[int, int, str]
_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE = re.compile(f"[^{_ENDS}]+")
_BLANKS = " \t\u3000\xa0\u1680\u202f\u205f\ufeff\u2060" + "".join(map(chr, range(0x2000, 0x2010)))
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    "[\x00-\x08\x0e-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*"
)


@dataclass(slots=True)
class Line:
    """One line without the white space around it.

    `spans` are slices of the linear text, `text` what they spell, `key` the same folded.
    `indent` counts the blanks in front, `gap` the empty lines above. `role` is what the HTML
    scorer said, "" for plain text; `kind` what this package decided: "" is not yet known.
    """

    spans: list[tuple[int, int]]
    text: str
    key: str
    indent: int = 0
    gap: int = 0
    role: str = ""
    kind: str = ""
    part: int = 0

    @property
    def start(self) -> int:
        """Offset of the first letter in the linear text."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset behind the last letter in the linear text."""
        return self.spans[-1][1]


def invisible(text: str) -> list[Hole]:
    """Return the control and zero-width characters, which a reader never sees."""
    return [(*match.span(), "invisible") for match in _INVISIBLE.finditer(text)]


def cut(text: str, folded: str, holes: Sequence[Hole], blocks: Sequence[Block] = ()) -> list[Line]:
    """Return the lines that are not empty; those of `blocks` where a format has them."""
    made: list[Line] = []
    number, last_end = 0, 0
    for start, end, block in _ranges(text, blocks):
        while number < len(holes) and holes[number][1] <= start:
            number += 1
        gap = max(text.count("\n", last_end, start) - 1, 0) if made else 0
        if number < len(holes) and holes[number][0] < end:
            spans = _around(text, start, end, holes, number)
        else:
            spans = _trimmed(text, start, end)
        if not spans:
            continue
        line = _line(text, folded, spans)
        first = start if block is None else text.rfind("\n", 0, start) + 1
        part = text[first : spans[0][0]]
        line.indent, line.gap = len(part) - len(part.lstrip(_BLANKS)), gap
        if block is not None:
            line.role, line.part = block.role, block.part
        last_end = end
        made.append(line)
    return made


def _ranges(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, Block | None]]:
    if blocks:
        for block in blocks:
            yield block.start, block.end, block
    else:
        for match in _LINE.finditer(text):
            yield match.start(), match.end(), None


def _line(text: str, folded: str, spans: list[tuple[int, int]]) -> Line:
    if len(spans) == 1:
        start, end = spans[0]
        return Line(spans, text[start:end], folded[start:end])
    return Line(spans, "".join(text[a:b] for a, b in spans), "".join(folded[a:b] for a, b in spans))


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    part = text[start:end]
    body = part.lstrip(_BLANKS)
    start += len(part) - len(body)
    end = start + len(body.rstrip(_BLANKS))
    return [(start, end)] if start < end else []


def _around(
    text: str, start: int, end: int, holes: Sequence[Hole], number: int
) -> list[tuple[int, int]]:
    """Return what the holes leave of a line, without white space at its ends."""
    kept: list[tuple[int, int]] = []
    at = start
    while number < len(holes) and holes[number][0] < end:
        if holes[number][0] > at:
            kept.append((at, holes[number][0]))
        at = max(at, holes[number][1])
        number += 1
    if at < end:
        kept.append((at, end))
    while kept and not (rest := _trimmed(text, *kept[0])):
        kept.pop(0)
    if kept:
        kept[0] = (rest[0][0], kept[0][1])
    while kept and not (rest := _trimmed(text, *kept[-1])):
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0], rest[0][1])
    return kept


def join_all(lines: Iterable[Line], *, blanks: bool = True) -> Line:
    """Return one line made of many; Latin words keep a blank of the text between them."""
    spans: list[tuple[int, int]] = []
    texts: list[str] = []
    keys: list[str] = []
    head: Line | None = None
    last = ""
    for line in lines:
        head = head or line
        if blanks and last and _needs_blank(last, line) and line.start > spans[-1][1]:
            spans.append((spans[-1][1], spans[-1][1] + 1))
            texts.append(" ")
            keys.append(" ")
        spans += line.spans
        texts.append(line.text)
        keys.append(line.key)
        last = line.text[-1]
    assert head is not None
    return Line(
        spans,
        "".join(texts),
        "".join(keys),
        head.indent,
        head.gap,
        head.role,
        head.kind,
        head.part,
    )


def _needs_blank(before: str, line: Line) -> bool:
    """True between Latin words; figures are parted only in Latin text, 3|5% is one in Chinese."""
    after = line.text[0]
    if not (before.isascii() and after.isascii()):
        return False
    if before.isalpha() and after.isalpha():
        return True
    latin = line.text.isascii() or sum(char.isascii() for char in line.text[:80]) * 10 >= 9 * min(
        len(line.text), 80
    )
    return (
        latin
        and (before.isalnum() or before in ",.;:!?)%\"'")
        and (after.isalnum() or after in "(\"'$")
    )
