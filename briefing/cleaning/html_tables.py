"""Join what stands in one row, and part what only a style sheet keeps apart.

In:  a tree whose lines are not yet written. Out: the same lines, joined and parted.

A table of data has short cells, two or more in most rows, and few links: each row becomes a line. A
table that only lays out the page is left alone. A stamp in an element of its own beside the
outlet (`<span>日报</span><span>2024-04-15</span>`) is kept apart from it.
"""

from collections import defaultdict
from itertools import pairwise

from briefing.cleaning.html_marks import STAMP
from briefing.cleaning.html_tree import Line, Tree

_CELL = 80  # characters of source; a longer cell is a text of its own


def join_rows(tree: Tree) -> None:
    """Join the cells of each row of data in `tree.lines`."""
    if "tr" not in tree.tags:
        return
    rows = _nearest(tree, "tr")
    tables = _nearest(tree, "table")
    held: dict[int, list[Line]] = defaultdict(list)
    for line in tree.lines:
        if rows[line.node] > tables[line.node] >= 0:
            held[tables[line.node]].append(line)
    data = {table for table, lines in held.items() if _is_data(lines, rows)}
    if not data:
        return
    joined: list[Line] = []
    for line in tree.lines:
        row = rows[line.node]
        if row < 0 or tables[line.node] not in data:
            joined.append(line)
        elif joined and joined[-1].row and joined[-1].node == row:
            before = joined[-1].runs
            before.append((before[-1][1], line.runs[0][0], None))
            before += line.runs
        else:
            joined.append(Line(row, list(line.runs), row=True))
    tree.lines = joined


def part_stamps(tree: Tree, html: str) -> None:
    """Set a boundary around each run that is a stamp and nothing else."""
    for line in tree.lines:
        if not 1 < len(line.runs) <= 16 or line.row:
            continue
        if not any(_is_stamp(html, run) for run in line.runs):
            continue
        runs: list[tuple[int, int, bool | None]] = []
        for run in line.runs:
            before = runs[-1] if runs else None
            if before and before[1] < run[0] and (_is_stamp(html, before) or _is_stamp(html, run)):
                runs.append((before[1], run[0], None))
            runs.append(run)
        line.runs = runs


def _is_stamp(html: str, run: tuple[int, int, bool | None]) -> bool:
    start, end, link = run
    if (
        not 8 <= end - start <= 60
        or link is None
        or not (html[start].isdigit() or html[start].isspace())
    ):
        return False
    words = html[start:end].strip()
    return words[:1].isdigit() and STAMP.fullmatch(words) is not None


def _nearest(tree: Tree, tag: str) -> list[int]:
    """Return for every element the nearest one with this tag at or above it, -1 for none."""
    found = [-1] * len(tree.tags)
    for node in range(1, len(tree.tags)):
        found[node] = node if tree.tags[node] == tag else found[tree.parents[node]]
    return found


def _is_data(lines: list[Line], rows: list[int]) -> bool:
    sizes: dict[int, int] = defaultdict(int)
    linked = 0
    for line in lines:
        if sum(end - start for start, end, _ in line.runs) > _CELL:
            return False
        sizes[rows[line.node]] += 1
        linked += any(link for _, _, link in line.runs)
    # The parts of a row follow each other, or what we see is a table inside a table.
    order = [rows[line.node] for line in lines]
    changes = sum(one != two for one, two in pairwise(order))
    return (
        len(sizes) >= 2
        and changes == len(sizes) - 1
        and sum(count >= 2 for count in sizes.values()) > 0.6 * len(sizes)
        and linked < 0.3 * len(lines)
    )
