"""Put the characters of a PDF page into reading order, and its lines into paragraphs.

In:  characters with their boxes, in PDF points, y upwards. Out: lines in reading order, columns one
     after the other whatever the order they were drawn in; then paragraphs.

Pure geometry: no PDF library here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_PAGE_NUMBER = re.compile(r"^[\s\-—–·第]*\d{1,4}\s*[\-—–·页版]?(?:\s*[/共]\s*\d{1,4}\s*页?)?\s*$")
_DIGITS = re.compile(r"\d+")
_MAX_LINES = 400  # on one page; more is no page that a person set in columns
_MAX_SEGMENTS = 60


class Char(NamedTuple):
    """One character and its box; `spaced` when the file has a blank before it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool = False


@dataclass
class Row:
    """A run of characters on one line within one column. `low`, `high` are the column's edges.

    `cells` is True for a row of a table, `spaced` when the file has a blank before it.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    em: float
    low: float = 0.0
    high: float = 0.0
    cells: bool = False
    spaced: bool = False


def rows(lines: list[list[Row]]) -> list[Row]:
    """Return the lines of one page, cut in columns, in reading order."""
    ordered: list[Row] = []
    for band, gutters in _bands(lines):
        edges = [float("-inf"), *(sum(gutter) / 2 for gutter in gutters), float("inf")]
        for low, high in pairwise(edges):
            column = [row for row in band if low <= (row.left + row.right) / 2 < high]
            if gutters:
                ordered += _edged(column)
            else:
                ordered += _joined_rows(column)
    if ordered:
        left, right = min(row.left for row in ordered), max(row.right for row in ordered)
        for row in ordered:
            if not row.high:
                row.low, row.high = left, right
    return ordered


def _edged(column: list[Row]) -> list[Row]:
    """Give the lines of a column its edges."""
    if column:
        low, high = min(row.left for row in column), max(row.right for row in column)
        for row in column:
            row.low, row.high = low, high
    return column


def segments(chars: Sequence[Char]) -> list[list[Row]]:
    """Group characters into lines from top to bottom, each cut where a gap is wide: nothing is
    ordered or dropped yet."""
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: -(c.top + c.bottom)):
        middle, height = (char.top + char.bottom) / 2, max(char.top - char.bottom, 4.0)
        near = next(
            (
                line
                for line in reversed(lines[-3:])
                if abs((line[0].top + line[0].bottom) / 2 - middle)
                < 0.5 * max(height, line[0].top - line[0].bottom)
            ),
            None,
        )
        if near is None:
            lines.append([char])
        else:
            near.append(char)
    return [_cut(sorted(line, key=lambda c: c.left)) for line in lines]


def _cut(line: list[Char]) -> list[Row]:
    """Cut one line into segments at gaps that no justified line has."""
    em = max(
        median(char.right - char.left for char in line),
        0.5 * max(c.top - c.bottom for c in line),
        3,
    )
    groups: list[list[Char]] = [[line[0]]]
    for before, char in pairwise(line):
        if char.left - before.right > 0.7 * em:
            groups.append([])
        groups[-1].append(char)
    return [_row(group, em) for group in groups]


def _row(chars: list[Char], em: float) -> Row:
    text = chars[0].text
    for before, char in pairwise(chars):
        wide = before.text >= "\u2010", char.text >= "\u2010"
        if (char.spaced and all(wide)) or (
            not any(wide) and char.left - before.right > 0.2 * em
        ):  # blanks between Chinese and digits are the type-setter's, not the writer's
            text += " "
        text += char.text
    return Row(
        text, chars[0].left, max(c.right for c in chars), min(c.bottom for c in chars),
        max(c.top for c in chars), em, spaced=chars[0].spaced,
    )  # fmt: skip


def _joined_rows(band: list[Row]) -> list[Row]:
    """Join the segments of one line again where there are no columns, as in a table."""
    joined: list[Row] = []
    for row in band:
        if (
            joined
            and joined[-1].bottom < row.top
            and row.bottom < joined[-1].top
            and row.left >= joined[-1].right
        ):
            last = joined[-1]
            wide = row.left - last.right > 1.2 * row.em
            blank = wide or row.spaced
            last.text = f"{last.text} {row.text}" if blank else _join(last.text, row.text)
            last.right, last.cells = row.right, last.cells or wide
        else:
            joined.append(row)
    return joined


Gutters = list[tuple[float, float]]


def _bands(lines: list[list[Row]]) -> list[tuple[list[Row], Gutters]]:
    """Cut a page into bands from top to bottom, each with the gutters between its columns.

    A gutter is free of text over the whole band and has columns of running text on both sides; a
    table has free strips too, but its cells are short.
    """
    if len(lines) > _MAX_LINES or max(map(len, lines), default=0) > _MAX_SEGMENTS:
        return [([row for line in lines for row in line], [])]
    bands: list[tuple[list[Row], Gutters]] = []
    start = 0
    while start < len(lines):
        free: Gutters = [(float("-inf"), float("inf"))]
        low, high, inner = float("inf"), float("-inf"), False
        end = start
        while end < len(lines):
            left = _narrowed(free, lines[end])
            low = min(low, lines[end][0].left)
            high = max(high, lines[end][-1].right)
            still = any(strip[0] > low and strip[1] < high for strip in left)
            if not still and (inner or end - start >= 3):
                break
            free, inner, end = left, still, end + 1
        gutters = _columns(free, lines[start:end])
        if not gutters:  # a headline above columns must not hide them
            end = start + 1
        band = [row for line in lines[start:end] for row in line]
        if bands and not gutters and not bands[-1][1]:
            bands[-1][0].extend(band)
        else:
            bands.append((band, gutters))
        start = end
    return bands


def _narrowed(free: Gutters, line: list[Row]) -> Gutters:
    """Return what stays free of text when a line is added."""
    for row in line:
        free = [
            part
            for low, high in free
            for part in ((low, min(high, row.left)), (max(low, row.right), high))
            if part[1] - part[0] >= 0.6 * row.em
        ]
    return sorted(set(free))


def _inner(free: Gutters, lines: list[list[Row]]) -> Gutters:
    """Return the free strips that have text on both sides."""
    left = min(row.left for line in lines for row in line)
    right = max(row.right for line in lines for row in line)
    return [(low, high) for low, high in free if low > left and high < right]


def _columns(free: Gutters, lines: list[list[Row]]) -> Gutters:
    """Return the gutters of a band if what they part is running text."""
    gutters = _inner(free, lines)
    if len(lines) < 3 or not gutters:
        return []
    edges = [float("-inf"), *(sum(gutter) / 2 for gutter in gutters), float("inf")]
    for low, high in pairwise(edges):
        column = [row for line in lines for row in line if low <= (row.left + row.right) / 2 < high]
        widths = [row.right - row.left for row in column]
        if len(column) < 3 or median(widths) < 8 * median(row.em for row in column):
            return []
    return gutters


Lines = list[list[Row]]


def without_margins(
    pages: Sequence[Lines], heights: Sequence[float]
) -> tuple[list[Lines], list[str]]:
    """Drop page numbers, and lines that stand at the same height on most pages.

    Returns the pages and the texts of what was dropped from the first.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({_margin_key(line) for line in page if _at_margin(line, height)})
    often = max(2, len(pages) // 2)

    def furniture(line: list[Row]) -> bool:
        return seen[_margin_key(line)] >= often or bool(_PAGE_NUMBER.match(_text(line)))

    kept: list[Lines] = []
    dropped: list[str] = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True)):
        kept.append([])
        for line in page:
            if not (_at_margin(line, height) and furniture(line)):
                kept[-1].append(line)
            elif number == 0:
                dropped += [row.text for row in line]
    return kept, dropped


def _text(line: list[Row]) -> str:
    return "".join(row.text for row in line).replace(" ", "")


def _margin_key(line: list[Row]) -> tuple[str, int]:
    return _DIGITS.sub("#", _text(line)), round(line[0].bottom / 4)


def _at_margin(line: list[Row], height: float) -> bool:
    return line[0].bottom > 0.88 * height or line[0].top < 0.12 * height


def paragraphs(lines: Sequence[Row]) -> list[str]:
    """Join lines into paragraphs: a full line goes on in the next one that is not indented."""
    out: list[str] = []
    before: Row | None = None
    for row in lines:
        if before is not None and _goes_on(before, row):
            out[-1] = _join(out[-1], row.text)
        else:
            out.append(row.text)
        before = row
    return out


def _goes_on(before: Row, row: Row) -> bool:
    full = before.right > before.high - 1.6 * before.em
    flush = row.left < row.low + 1.0 * row.em
    alike = abs(before.em - row.em) < 0.15 * max(before.em, row.em)
    return full and flush and alike and not before.cells and not row.cells


def _join(first: str, second: str) -> str:
    if first[-1] < "\u2010" and second[0] < "\u2010" and not first.endswith("-"):
        return f"{first} {second}"
    return first + second
