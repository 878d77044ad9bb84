"""The linear text of a page: what a reader sees, one line a block, tied to the page.

Every format ends here. `html.linear(page)` keeps the decoded HTML as its page; `pdf.linear(data)`
and `docx.linear(data)` have no characters of their own to point at, so their page is the very
text they extract. How to build an article from it:

1. If `problem` is set, the page has no article: a Skip with that reason.
2. The paragraphs are the blocks with role "body", "heading", "table" and "caption", in order;
   `part` counts the articles of a page from 0. Blocks with role "title" and "header" (stamp, outlet
   and crumb around the title) and "editor" (责任编辑 lines) are metadata. Every other role is the kind
   of a `Removed`. PDF and Word have no blocks: they want the rules for plain text.
3. `text` may be edited by spans only. `slices(start, end)` gives what `Article.origin` needs,
   `raw(start, end)` the place in the page.

Offsets count code points. `text` holds one line a block, indents (U+3000, NBSP) kept in front of
`Block.start`; lines are separated by one line feed that has no place in the page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Slice = tuple[int, int, int, int]
"""(start, length, raw start, raw length): where text[start : start + length] stands in the page.

Equal lengths mean letter for letter (any white space counts as a blank). Otherwise length is 1: an
entity, a run of white space, or the boundary of two table cells, written as a blank. A plain
tuple, since a page has thousands.
"""


class Block(NamedTuple):
    """One line of the linear text: text[start:end], without indent and line feed.

    Furniture of one kind that fills several lines (a list of links) may be one block.
    `role` is "title", "header", "body", "heading", "table", "caption", or the kind of chrome that
    it is (links, comment, related, footer, …). `tag` is the innermost block tag, `path` the tags
    with id and class above it, `link_chars` how many characters stand in links.
    """

    start: int
    end: int
    role: str
    tag: str = ""
    path: str = ""
    link_chars: int = 0
    part: int = 0


class Hint(NamedTuple):
    """A word of the page about itself, unparsed: `value` as written at page[start:end].

    `name`: title, published, updated, outlet, site, author, url, editor. `basis`: title, style,
    meta, og, json-ld, script, mail. Hints of one name stand in order of trust. A value that has no place
    of its own in the page (a mail header) has start and end None.
    """

    name: str
    value: str
    basis: str
    start: int | None = None
    end: int | None = None


class Dropped(NamedTuple):
    """page[start:end] never reached the linear text: jammer, hidden, edit_note, …"""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Linear:
    """A page in reading order. `confidence` (0 to 1) tells how clear the choice of the body was.

    `problem` is None, or why there is no article: empty, index_page, needs_render, needs_ocr,
    error_page, login_wall, no_article, encrypted, damaged.
    """

    page: str
    text: str
    pieces: tuple[Slice, ...]
    blocks: tuple[Block, ...] = ()
    hints: tuple[Hint, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    problem: str | None = None
    confidence: float = 1.0
    notes: tuple[str, ...] = ()
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    @property
    def body(self) -> list[Block]:
        """The blocks that make the article or articles, in order."""
        return [block for block in self.blocks if block.role in BODY]

    def hint(self, name: str) -> str | None:
        """Return the most trusted value of a hint, None when the page gives none."""
        return next((hint.value for hint in self.hints if hint.name == name), None)

    def slices(self, start: int, end: int) -> Iterator[Slice]:
        """Yield the pieces that make text[start:end], `start` counted in the linear text.

        Characters without a place in the page (line feeds between blocks) are left out.
        """
        starts = self._index()
        number = max(bisect_right(starts, start) - 1, 0)
        for piece in self.pieces[number : bisect_left(starts, end, number)]:
            low, length, raw_start, raw_length = piece
            high = low + length
            if high <= start:
                continue
            if length != raw_length or (low >= start and high <= end):
                yield piece
            else:
                first, last = max(low, start), min(high, end)
                yield first, last - first, first + raw_start - low, last - first

    def raw(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the smallest range of the page that holds text[start:end]; None if nowhere."""
        starts, pieces = self._index(), self.pieces
        number = max(bisect_right(starts, start) - 1, 0)
        last = bisect_left(starts, end) - 1
        if last >= number and pieces and sum(pieces[number][:2]) <= start:
            number += 1
        if last < number or not pieces:
            return None
        first_start, first_length, begin, first_raw = pieces[number]
        last_start, last_length, stop, last_raw = pieces[last]
        stop += last_raw
        if first_length == first_raw:
            begin += max(start - first_start, 0)
        if last_length == last_raw:
            stop -= max(last_start + last_length - end, 0)
        return begin, stop

    def _index(self) -> list[int]:
        if not self._starts:
            self._starts.extend(piece[0] for piece in self.pieces)
        return self._starts


BODY = frozenset({"body", "heading", "table", "caption"})


def plain(text: str, **more: object) -> Linear:
    """Return `text` as its own page: every character stands where it stands."""
    pieces = ((0, len(text), 0, len(text)),) if text else ()
    return Linear(text, text, pieces, **more)  # type: ignore[arg-type]


def unusable(problem: str) -> Linear:
    """Return a page without text, for a file that cannot be read as what it is."""
    return plain("", problem=problem, confidence=0.0)
