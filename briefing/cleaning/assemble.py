"""Make `Article` records of the parts of a page.

In:  a page taken apart, its linear text, and where it was read.
Out: articles whose every character stands in the page.
"""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.cleaning import events, headers, places, regions, sentences
from briefing.cleaning.folding import fold
from briefing.cleaning.linear import Linear
from briefing.cleaning.lines import Hole
from briefing.cleaning.pages import Page, headings
from briefing.cleaning.parts import Part
from briefing.cleaning.publication import Dating
from briefing.cleaning.spans import pieces, removed, spans
from briefing.facts import dates
from briefing.records import Article, Dated, Piece, Raw, Span

_BLANK_OUT = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " "))

# Lines that name other governments than the one whose page it is.
_OF_OTHERS = frozenset({"related", "comments", "prev_next", "title", "subtitle", "lead", "post"})
_MENU = frozenset({"nav", "navigation"})  # below an article it leads to other places
_TELLING = frozenset({"crumb", "masthead", "site_name"}) | _MENU
# The office that a page is of, and what none of them lacks: asked first, for speed.
_RULED = re.compile(r"[省市县区旗州盟](?:人民政|政府|委|[\u4e00-\u9fff]{2,7}局)")
_HOST = re.compile(
    r"(?:中共|访问)?[\u4e00-\u9fff]{2,8}?[省市县区旗州盟](?:人民政府|委员会|政府(?=门户|网|办|$|[^\u4e00-\u9fff])|委(?=$|[^\u4e00-\u9fff])|[\u4e00-\u9fff]{2,7}局(?=$|[^\u4e00-\u9fff]))"
)


@dataclass(frozen=True)
class Origin:
    """Where a page was read and how it was decoded."""

    raw: Raw
    encoding: str
    notes: tuple[str, ...]


def articles(origin: Origin, linear: Linear, page: Page) -> list[Article]:
    """Return the articles of a page in order."""
    parts = [part for part in page.parts if part.body]
    bounds = [0, *(_first(part) for part in parts[1:]), len(page.text) + 1]
    hints = _hints(linear)
    made: list[Article] = []
    common: Dated | None = None
    for number, part in enumerate(parts):
        draft = _Draft(origin, linear, page, part, bounds[number], bounds[number + 1])
        article = draft.article(len(made), hints, common)
        common = common or article.published
        made.append(article)
    return made


def _first(part: Part) -> int:
    return min(line.start for line in (*part.header, *part.body))


def _hints(linear: Linear) -> dict[str, str]:
    found: dict[str, str] = {}
    for hint in linear.hints:
        found.setdefault(hint.name, hint.value.strip())
    return found


@dataclass
class _Draft:
    """One article in the making; `low` and `high` bound it in the linear text."""

    origin: Origin
    linear: Linear
    page: Page
    part: Part
    low: int
    high: int

    def article(self, number: int, hints: dict[str, str], common: Dated | None) -> Article:
        header = headers.read(self.part, hints, first=number == 0)
        text, paragraphs, origin = self._text()
        raw = self.origin.raw
        url = raw.url or header.url or hints.get("url") or None
        title = " ".join((header.title or header.derived or "", *header.subtitle))
        year = cache(lambda: dates.infer_year(title, text))  # asked only where no stamp stands
        notes = [*self.origin.notes, *self.linear.notes]
        dating = Dating(self.linear, self.page, self.part, self.low)
        given = raw.given and Dated(
            first=raw.given, last=raw.given, basis="given", reason="supplied with the file"
        )
        published = given or dating.published(text, origin, year, url) or common
        notes += dating.notes(dated=published is not None)
        notes += self._damage(text)
        if self.part.jump:
            notes.append(f"jump: {self.part.jump}")
        if self.page.soft:
            notes.append(f"soft_break: {self.page.soft} paragraph ends may be breaks in a sentence")
        return Article(
            id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            source=raw.source,
            part=number,
            title=header.title,
            derived_title=header.derived,
            subtitle=header.subtitle,
            outlet=header.outlet or raw.outlet,
            republisher=header.republisher if header.republisher != header.outlet else None,
            byline=header.byline,
            editor=header.editor,
            url=url,
            published=published,
            events=(
                *dating.headed(),
                *events.find(text, origin, published, None if published else year()),
            )[:12],
            region=self._region(header, hints if number == 0 else {}),
            text=text,
            paragraphs=paragraphs,
            headings=headings(self.part),
            sentences=sentences.split(text),
            origin=origin,
            removed=removed(self._removed()),
            complete=self.part.jump is None,
            notes=tuple(dict.fromkeys(notes)),
            raw_sha256=hashlib.sha256(raw.data).hexdigest(),
            encoding=self.origin.encoding,
        )

    def _text(self) -> tuple[str, tuple[Span, ...], tuple[Piece, ...]]:
        """Join the body's slices; return text, paragraphs and the way back to the page."""
        written: list[str] = []
        paragraphs: list[tuple[int, int]] = []
        slices: list[tuple[int, int, int, int]] = []
        at = 0
        for line in self.part.body:
            start = at
            for first, last in line.spans:
                shift = at - first
                for begin, length, raw_start, raw_length in self.linear.slices(first, last):
                    slices.append((begin + shift, length, raw_start, raw_length))
                at += last - first
            text = line.text
            written.append(text if text.isprintable() else text.translate(_BLANK_OUT))
            paragraphs.append((start, at))
            at += 1
        return "\n".join(written), spans(paragraphs), pieces(slices)

    def _region(self, header: headers.Header, hints: dict[str, str]) -> tuple[str, ...]:
        """Weigh what may name the place; who runs the site is asked last."""
        crumbs = " ".join(
            [line.key for line in self.part.header if line.kind in _TELLING]
            + [line.key for line in self.part.foot if line.kind in _TELLING - _MENU]
        )
        stamped = " ".join(line.key for line in self.part.header if line.kind == "stamp")
        body = " ".join(line.key for line in self.part.body[:30])
        around = (*self.part.header, *self.part.foot, *self.part.dropped)
        shown = [line.key for line in around if line.kind not in _OF_OTHERS and len(line.key) < 200]
        shown += [fold(hints.get(name, "")) for name in ("title", "site")]
        hosts = dict.fromkeys(
            found.group() for key in shown if _RULED.search(key) for found in _HOST.finditer(key)
        )
        path = regions.locate(
            (
                regions.Weighted(fold(header.title or header.derived or ""), 6.0),
                regions.Weighted(fold(header.outlet or ""), 5.0),
                regions.Weighted(fold(" ".join(header.subtitle)), 4.0),
                regions.Weighted(crumbs[:2000], 4.0),
                regions.Weighted(stamped[:2000], 1.0),
                regions.Weighted(" ".join(hosts)[:400], 2.0),
                regions.Weighted(body[:300], 2.0, prose=True),
                regions.Weighted(body[300:2000], 1.0, prose=True),
            )
        )
        return (*path[:-1], self._as_written(path[-1])) if path else path

    def _as_written(self, name: str) -> str:
        """Return a name that no register has in the page's own letters, simplified or not."""
        at = -1 if places.listed(name) else self.page.folded.find(name, self.low)
        return name if at < 0 else self.page.text[at : at + len(name)]

    def _damage(self, text: str) -> Iterable[str]:
        for dot in sentences.damaged(text):
            yield f"damage: {text[max(0, dot - 5) : dot + 3]} (。 became . after a digit)"
        if "\ufffd" in text:
            yield f"damage: {text.count(chr(0xFFFD))} letters could not be read"

    def _removed(self) -> Iterator[Hole]:
        """Yield everything of the page between `low` and `high` that is not in the text.

        Neighbours of one kind with no text between them are one part.
        """
        holes = self.page.holes
        found = holes[bisect_left(holes, (self.low,)) : bisect_left(holes, (self.high,))]
        for line in (*self.part.header, *self.part.foot, *self.part.dropped):
            found += [(start, end, line.kind or "other") for start, end in line.spans]
        body = sorted(span for line in self.part.body for span in line.spans)
        found = _merged(sorted(found), body)
        if self.low == 0:
            yield from self.linear.dropped
        for start, end, kind in found:
            if place := self.linear.raw(start, end):
                yield *place, kind


def _merged(found: Iterable[Hole], body: Sequence[tuple[int, int]]) -> list[Hole]:
    """Join neighbours of one kind that no range of the body parts; all are in order."""
    made: list[Hole] = []
    number = 0
    for hole in found:
        while number < len(body) and body[number][0] < hole[0]:
            number += 1
        if made and made[-1][2] == hole[2] and not (number and body[number - 1][0] >= made[-1][1]):
            made[-1] = (made[-1][0], max(made[-1][1], hole[1]), hole[2])
        else:
            made.append(hole)
    return made
