"""Show what cleaning did to a page: kept, joined, dropped and why.

In:  the decoded page, and the articles made of it. Out: text for a terminal, in ANSI colours or with
     plain marks. Control characters of the page are shown, never sent to the terminal.

Kept text is as it stands, headed by the article it belongs to; `⏎` marks a line break inside a
sentence that was joined; what was dropped stands in red as `⟦kind: text⟧`, what was read as
metadata (title, byline, stamp, …) in yellow. What is neither (markup) is dimmed and shortened.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.records import Article

_COLOURS = {"dropped": "31", "joined": "36;1", "other": "2", "head": "1;32", "read": "33"}
_METADATA = frozenset(
    {"title", "subtitle", "byline", "author", "editor", "stamp", "header", "outlet", "source"}
)
_LONG = 60
_CONTROLS = (
    {code: 0x2400 + code for code in range(32) if code not in (9, 10)}
    | {0x7F: 0x2421}
    | dict.fromkeys(range(128, 160), 65533)
)


class _Run(NamedTuple):
    start: int
    end: int
    what: str  # kept, dropped
    note: str  # kind of what was dropped
    part: int
    joins: bool  # goes on in the same paragraph as the run before


def render_diff(page: str, articles: Sequence[Article], *, colour: bool = True) -> str:
    """Return the page with what became of each part of it, in the order of the page."""
    paint = _Painter(colour)
    at, part = 0, -1
    for run in _runs(page, articles):
        if run.start < at:  # an earlier run covers it
            if run.end <= at:
                continue
            run = run._replace(start=at)
        paint.gap(page[at : run.start], run)
        if run.what == "dropped":
            kind = "read" if run.note in _METADATA else "dropped"
            paint.add(kind, f"⟦{run.note}: {page[run.start : run.end]}⟧")
        else:
            if run.part != part:
                part = run.part
                paint.head(articles[part], part, len(articles))
            paint.add("", page[run.start : run.end])
        at = run.end
    paint.gap(page[at:], None)
    return paint.text()


def _runs(page: str, articles: Sequence[Article]) -> list[_Run]:
    """Return what was kept and dropped, in the order of the page; kept comes first where both claim."""
    found: list[_Run] = []
    for part, article in enumerate(articles):
        found += _kept(article, part)
        found += [
            _Run(gone.start, min(gone.end, len(page)), "dropped", gone.kind, part, False)
            for gone in article.removed
        ]
    return sorted(set(found), key=lambda run: (run.start, run.what != "kept", -run.end))


def _kept(article: Article, part: int) -> Iterator[_Run]:
    end_before = -1
    for piece in article.origin:
        joins = end_before == piece.start and end_before > 0
        yield _Run(piece.raw_start, piece.raw_start + piece.raw_length, "kept", "", part, joins)
        end_before = piece.start + piece.length


class _Painter:
    """Collects the text that goes to the terminal."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour
        self.out: list[str] = []

    def text(self) -> str:
        return "".join(self.out)

    def add(self, kind: str, text: str) -> None:
        shown = text.replace("\r\n", "\n").translate(_CONTROLS)
        code = _COLOURS.get(kind) if self.colour else None
        self.out.append(f"\x1b[{code}m{shown}\x1b[0m" if code and shown else shown)

    def gap(self, text: str, after: _Run | None) -> None:
        """Show what stands between two runs."""
        if after and after.joins and "\n" in text and not text.strip():
            self.add("joined", "⏎")
            return
        core = text.strip()
        if not core:
            self.add("", text)
            return
        if len(core) > _LONG:
            text = f"{core[:20]} … {core[-20:]}\n"
        self.add("other", text)

    def head(self, article: Article, part: int, count: int) -> None:
        """Name the article that begins here."""
        which = f"{part + 1}/{count} " if count > 1 else ""
        if self.out and not self.out[-1].endswith("\n"):
            self.out.append("\n")
        self.add("head", f"── {which}{article.headline} ──")
        self.out.append("\n")
