"""The elements of an HTML page and the lines of text that a reader sees, as `html_reader` makes them.

Elements are numbered in the order of the page. Lines know the page offsets of each run of text.
"""

from dataclasses import dataclass, field

from briefing.cleaning.linear import Dropped


@dataclass(slots=True)
class Line:
    """A line of visible text: `runs` are (start, end, in a link) in the page.

    A run with None for the link is the boundary of two cells of a row of data.
    """

    node: int
    runs: list[tuple[int, int, bool | None]]
    row: bool = False
    start: int = 0  # in the linear text
    end: int = 0
    text: str = ""
    key: str = ""  # the text in simplified characters, to be matched
    links: int = 0


@dataclass
class Tree:
    """Elements by number (0 is the page); a child's number is higher than its parent's."""

    tags: list[str] = field(default_factory=lambda: ["page"])
    parents: list[int] = field(default_factory=lambda: [-1])
    sigs: list[str] = field(default_factory=lambda: [""])
    lines: list[Line] = field(default_factory=list)
    title: tuple[int, int] | None = None
    metas: list[tuple[str, int, int]] = field(default_factory=list)  # tag, attributes
    scripts: list[tuple[str, int, int]] = field(default_factory=list)  # attributes, content
    dropped: list[Dropped] = field(default_factory=list)
    images: int = 0
