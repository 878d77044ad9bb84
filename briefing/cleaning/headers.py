"""What a page says of its article: title, subtitle, outlet, republisher, byline, editor, link.

In:  the lines above and below the body, and the body itself.
Out: `Header`. What the page does not say is None. Nothing is translated or completed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.cleaning import bylines, labels, outlets, titles
from briefing.cleaning.derived import derive
from briefing.cleaning.folding import fold
from briefing.cleaning.lines import Line
from briefing.cleaning.parts import Part
from briefing.cleaning.title_lines import OF_BODY, share
from briefing.cleaning.titles import LONG_TITLE

_LEADING = 3  # paragraphs: the first may only greet
_ALIKE = 0.75  # of its letter pairs
_FIGURES = re.compile(r"[\W\d_]+|[年月日号]")


@dataclass(frozen=True)
class Header:
    """Metadata of one article, as written. `used` are the lines it was taken from, with kind."""

    title: str | None
    derived: str | None
    subtitle: tuple[str, ...]
    outlet: str | None
    republisher: str | None
    byline: str | None
    editor: str | None
    url: str | None


def read(part: Part, hints: dict[str, str], *, first: bool) -> Header:
    """Return the metadata of an article; marks header lines with the kind they have.

    `first` is True for the first article of a page, to which the page's hints belong.
    """
    title, subtitle = titles.choose(part, hints.get("title") if first else None)
    _take_in(part)
    if title:
        _drop_copies(part, fold(title))
    shown = hints if first else {}
    return Header(
        title=title,
        derived=None if title else _derived(part),
        subtitle=subtitle,
        outlet=outlets.outlet(part) or labels.real(shown.get("outlet", "")),
        republisher=outlets.republisher(part) or labels.real(shown.get("site", "")),
        byline=bylines.byline(part) or bylines.person(shown.get("author", "")),
        editor=bylines.editor(part) or bylines.person(shown.get("editor", "")),
        url=outlets.link(part),
    )


def _derived(part: Part) -> str | None:
    """Return what stands in for a title: a clause of the first paragraph that has one."""
    headed = [line for line in part.body[: 2 * _LEADING] if "。" in line.key or len(line.key) > 25]
    for line in (headed or part.body)[:_LEADING]:
        if made := derive(line.key, line.text):
            return made
    return None


def _take_in(part: Part) -> None:
    """Move the plain lines between title and stamp above, and the body, into the body.

    Headings, captions and the fields of a notice stand there. Without a stamp only lines that
    look like list items, fields or captions are moved: others may be anything.
    """
    start = _plain_from(part.header)
    title = next((at for at, line in enumerate(part.header) if line.kind == "title"), None)
    stamped = start and part.header[start - 1].kind in ("stamp", "follow")
    if title is None or title > start or not stamped:
        low, start = start, len(part.header)
        while start > low and OF_BODY.match(part.header[start - 1].key):
            start -= 1
    moved = part.header[start:]
    if title is not None:  # the same once more, its figures lost perhaps
        words = _letters(part.header[title].key)
        for line in moved:
            line.kind = "title" if len(words) >= LONG_TITLE and _same(line.key, words) else ""
    part.body[:0] = [line for line in moved if not line.kind]
    part.header[start:] = [line for line in moved if line.kind]


def _drop_copies(part: Part, title: str) -> None:
    """Take the title out of the body, where it stands under each picture."""
    copies = [line for line in part.body if line.key == title] if len(title) >= LONG_TITLE else []
    if copies and len(copies) < len(part.body):
        for line in copies:
            line.kind = "title"
        part.body[:] = [line for line in part.body if line.kind != "title"]
        part.dropped.extend(copies)


def _same(key: str, words: str) -> bool:
    """True for a heading that says a title again, in part with other words."""
    own = _letters(key)
    alike = len(own) >= LONG_TITLE and not OF_BODY.match(key) and share(own, words) >= _ALIKE
    return own == words or alike


def _letters(key: str) -> str:
    """Return a line without its figures, marks and what counts days."""
    return _FIGURES.sub("", key)


def _plain_from(header: Sequence[Line]) -> int:
    """Return where the lines right above the body start that nothing is known of."""
    start = len(header)
    while start and not header[start - 1].kind and not header[start - 1].role:
        if start == len(header) and outlets.is_masthead(header[start - 1].key):
            break
        start -= 1
    return start
