"""Lead from the clean text back to the page, by piece table and bisection.

In:  the pieces of an article (`Article.origin`), sorted by `start`, and a range of the clean
     text; half-open ranges in code points throughout.
Out: ranges of the decoded page.

The line feeds between paragraphs belong to no piece: a range that starts or ends on one is
taken to the nearest letters inside it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from briefing.records import Piece

_start = attrgetter("start")


def to_raw(origin: Sequence[Piece], start: int, end: int) -> tuple[int, int]:
    """Return the smallest range of the page that holds text[start:end].

    What was dropped from inside the range lies in it too; `slices` leaves it out. Raises
    `ValueError` when no letter of the range stands in the page.
    """
    number = bisect_right(origin, start, key=_start) - 1
    if number >= 0 and start < end:
        piece = origin[number]
        if end <= piece.start + piece.length and piece.length == piece.raw_length:
            shift = piece.raw_start - piece.start
            return start + shift, end + shift  # most ranges lie in one slice of the page
    parts = list(slices(origin, start, end))
    if not parts:
        raise ValueError(f"no part of the text from {start} to {end} stands in the page")
    return min(part[0] for part in parts), max(part[1] for part in parts)


def slices(origin: Sequence[Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the page that make text[start:end], in the order of the text."""
    number = max(bisect_right(origin, start, key=_start) - 1, 0)
    for place in range(number, len(origin)):
        piece = origin[place]
        if piece.start >= end:
            return
        first, last = max(start - piece.start, 0), min(end - piece.start, piece.length)
        if first >= last:
            continue
        if piece.length == piece.raw_length:
            yield piece.raw_start + first, piece.raw_start + last
        else:
            yield piece.raw_start, piece.raw_start + piece.raw_length


def to_clean(origin: Sequence[Piece], raw: int) -> int | None:
    """Return the offset in the clean text of the page's character `raw`, None if dropped."""
    for piece in origin:
        if piece.raw_start <= raw < piece.raw_start + piece.raw_length:
            same = piece.length == piece.raw_length
            return piece.start + (raw - piece.raw_start if same else 0)
    return None


def to_bytes(data: bytes, page: str, encoding: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where page[start:end] stands in the bytes of the file, as [first, last).

    `encoding` is the article's. None where it cannot be told for certain: in a PDF or Word
    file, or behind a damaged or mended place.
    """
    try:
        shift = len(data) - len(page.encode(encoding))
        if not 0 <= shift <= 4:  # only a byte order mark may be missing in the page
            shift = 0
        first = shift + len(page[:start].encode(encoding))
        last = first + len(page[start:end].encode(encoding))
        same = data[first:last].decode(encoding) == page[start:end]
    except (LookupError, UnicodeError):
        return None
    return (first, last) if same else None


def compose(outer: Iterable[Piece], inner: Sequence[Piece]) -> list[Piece]:
    """Return pieces from `outer`'s text to `inner`'s page.

    `outer` leads into a text of which `inner` says where it stands: clean text to linear text
    to HTML. Letters of the linear text that `inner` does not know are left out.
    """
    made: list[Piece] = []
    for piece in outer:
        if piece.length != piece.raw_length:
            made += _whole(piece, inner)
            continue
        first, last = piece.raw_start, piece.raw_start + piece.length
        number = max(bisect_right(inner, first, key=_start) - 1, 0)
        for place in range(number, len(inner)):
            part = inner[place]
            if part.start >= last:
                break
            low, high = max(first, part.start), min(last, part.start + part.length)
            if low < high:
                made.append(_moved(part, low, high, piece.start + low - first))
    return made


def _moved(part: Piece, low: int, high: int, start: int) -> Piece:
    if part.length != part.raw_length:
        return part.model_copy(update={"start": start})
    return Piece.model_construct(
        start=start,
        length=high - low,
        raw_start=part.raw_start + low - part.start,
        raw_length=high - low,
    )


def _whole(piece: Piece, inner: Sequence[Piece]) -> list[Piece]:
    """One letter that stands for a run of the middle text: it stands for that run's page."""
    try:
        first, last = to_raw(inner, piece.raw_start, piece.raw_start + piece.raw_length)
    except ValueError:
        return []
    return [
        Piece.model_construct(
            start=piece.start, length=piece.length, raw_start=first, raw_length=last - first
        )
    ]
