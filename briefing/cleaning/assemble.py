"""Make `Article` records of the parts of a page.

In:  a page taken apart, its linear text, and where it was read.
Out: articles whose every character stands in the page.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from pydantic import TypeAdapter

from briefing import dates
from briefing.cleaning import events, headers, regions, sentences, stamps
from briefing.cleaning.linear import Linear
from briefing.cleaning.pages import Page, headings
from briefing.cleaning.parts import Part
from briefing.cleaning.spans import spans
from briefing.origin import to_raw
from briefing.records import Article, Dated, Piece, Precision, Raw, Removed, Span

Year = Callable[[], tuple[int, str] | None]
_PIECES = TypeAdapter(tuple[Piece, ...])
_BLANK_OUT = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " "))


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
        text, paragraphs, pieces = self._text()
        raw = self.origin.raw
        url = raw.url or header.url or hints.get("url") or None
        title = " ".join((header.title or header.derived or "", *header.subtitle))
        year = cache(lambda: dates.infer_year(title, text))  # asked only where no stamp stands
        notes = [*self.origin.notes, *self.linear.notes]
        published = self._published(text, pieces, year, url, notes) or common
        if published is None and (
            day := stamps.without_year(self.page.folded, self.low, self._body)
        ):
            notes.append(f"stamp without a year: {day}")
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
            outlet=header.outlet,
            republisher=header.republisher if header.republisher != header.outlet else None,
            byline=header.byline,
            editor=header.editor,
            url=url,
            published=published,
            events=(
                *self._headed(header),
                *events.find(text, pieces, published, None if published else year()),
            )[:12],
            region=self._region(header, text),
            text=text,
            paragraphs=paragraphs,
            headings=headings(self.part),
            sentences=sentences.split(text),
            origin=pieces,
            removed=tuple(self._removed()),
            complete=self.part.jump is None,
            notes=tuple(dict.fromkeys(notes)),
            raw_sha256=hashlib.sha256(raw.data).hexdigest(),
            encoding=self.origin.encoding,
        )

    @property
    def _body(self) -> int:
        """Where the body starts in the linear text."""
        return min(line.start for line in self.part.body)

    def _text(self) -> tuple[str, tuple[Span, ...], tuple[Piece, ...]]:
        """Join the body's slices; return text, paragraphs and the way back to the page."""
        written: list[str] = []
        paragraphs: list[tuple[int, int]] = []
        pieces: list[dict[str, int]] = []
        at = 0
        for line in self.part.body:
            start = at
            for first, last in line.spans:
                shift = at - first
                pieces += [
                    {
                        "start": piece.start + shift,
                        "length": piece.length,
                        "raw_start": piece.raw_start,
                        "raw_length": piece.raw_length,
                    }
                    for piece in self.linear.slices(first, last)
                ]
                at += last - first
            text = line.text
            written.append(text if text.isprintable() else text.translate(_BLANK_OUT))
            paragraphs.append((start, at))
            at += 1
        return "\n".join(written), spans(paragraphs), _PIECES.validate_python(pieces)

    def _published(
        self,
        text: str,
        pieces: Sequence[Piece],
        year: Year,
        url: str | None,
        notes: list[str],
    ) -> Dated | None:
        given = self.origin.raw.given
        if given:
            return Dated(first=given, last=given, basis="given", reason="supplied with the file")
        body = self._body
        notes += [
            f"no such day: {words}" for words in stamps.impossible(self.page.folded, self.low, body)
        ]
        return (
            self._stamped(self.low, body)
            or self._hinted()
            or self._stamped_below()
            or _from_url(url)
            or self._from_dateline(text, pieces, year)
            or self._signed(text, pieces)
            or self._stamped_right_below()
        )

    def _stamped(self, low: int, high: int) -> Dated | None:
        """A date above the body, in a line that is not the title itself."""
        closed = [
            line
            for line in self.part.header
            if line.kind
            in ("title", "subtitle", "prev_next", "related", "footer", "copy", "summary")
        ]
        for stamp in stamps.find(self.page.folded, low, high):
            if stamp.rank == 3 and any(line.start <= stamp.start < line.end for line in closed):
                continue
            if stamp.rank == 3 and not self._alone(stamp):
                continue
            return self._dated(stamp, "stamp")
        return None

    def _alone(self, stamp: stamps.Stamp) -> bool:
        """True when the line around a bare date is furniture and no sentence or link title."""
        for line in self.part.header:
            if line.start <= stamp.start < line.end:
                return line.kind in (
                    "stamp",
                    "masthead",
                    "post",
                    "byline",
                    "author",
                    "editor",
                    "crumb",
                    "header",
                )
        return False

    def _stamped_below(self) -> Dated | None:
        """A labelled date below the body."""
        for line in self.part.foot:
            if line.kind in ("stamp", "editor", "author"):
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    if stamp.rank <= 1:
                        return self._dated(stamp, "stamp")
        return None

    def _stamped_right_below(self) -> Dated | None:
        """A line under the body that starts with a date, as microblogs have it."""
        for line in self.part.foot[:3]:
            if line.kind == "stamp":
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    if stamp.start == line.start:
                        return self._dated(stamp, "stamp")
        return None

    def _dated(self, stamp: stamps.Stamp, basis: str) -> Dated:
        place = self.linear.raw(stamp.start, stamp.end)
        return Dated(
            first=stamp.day,
            last=stamp.day,
            clock=stamp.clock,
            precision=stamp.precision,
            basis=basis,
            quote=self.page.text[stamp.start : stamp.end],
            raw_start=place[0] if place else None,
            raw_end=place[1] if place else None,
        )

    def _hinted(self) -> Dated | None:
        """The page's code: a meta element, JSON-LD, a mail header."""
        for name in ("published", "updated"):
            for hint in self.linear.hints:
                if hint.name == name and (stamp := stamps.parse(hint.value)):
                    return Dated(
                        first=stamp.day,
                        last=stamp.day,
                        clock=stamp.clock,
                        precision=stamp.precision,
                        basis=hint.basis if hint.basis == "stamp" else "meta",
                        quote=hint.value,
                        raw_start=hint.start,
                        raw_end=hint.end,
                    )
        return None

    def _headed(self, header: headers.Header) -> Iterable[Dated]:
        """Full dates in the lines under the title: ——2023年1月5日在…会议上."""
        for line in self.part.header:
            if line.kind == "subtitle" and line.text in header.subtitle:
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    yield self._dated(stamp, "subtitle")

    def _from_dateline(self, text: str, pieces: Sequence[Piece], year: Year) -> Dated | None:
        for line in self.part.body[:2]:
            found = stamps.dateline(line.key)
            if found is None:
                continue
            named, month, day, _, end = found
            inferred = None if named else year()
            if named is None and inferred is None:
                return None
            chosen = named or (inferred[0] if inferred else 0)
            try:
                first = date(chosen, month, day)
            except ValueError:
                return None
            at = text.find(line.text[:end])
            quote = text[at : at + end]
            raw_start, raw_end = to_raw(pieces, at, at + end)
            reason = (
                "the year stands in it"
                if named
                else f"the article says {inferred[1] if inferred else ''}"
            )
            return Dated(
                first=first, last=first, basis="dateline", quote=quote, reason=reason,
                raw_start=raw_start, raw_end=raw_end,
            )  # fmt: skip
        return None

    def _signed(self, text: str, pieces: Sequence[Piece]) -> Dated | None:
        """The day under a notice's signature."""
        for line in self.part.body[-2:]:
            if len(line.key) > 20:
                continue
            for stamp in stamps.find(line.key, 0, len(line.key)):
                if stamp.end - stamp.start >= len(line.key) - 2:
                    at = text.rfind(line.text)
                    raw_start, raw_end = to_raw(pieces, at, at + len(line.text))
                    return Dated(
                        first=stamp.day, last=stamp.day, basis="signature", quote=line.text,
                        raw_start=raw_start, raw_end=raw_end,
                    )  # fmt: skip
        return None

    def _region(self, header: headers.Header, text: str) -> tuple[str, ...]:
        crumbs = " ".join(
            line.key
            for line in (*self.part.header, *self.part.foot)
            if line.kind in ("crumb", "masthead", "nav", "navigation")
        )
        stamped = " ".join(line.key for line in self.part.header if line.kind == "stamp")
        lead, rest = text[:300], text[300:3000]
        return regions.locate(
            (
                regions.Weighted(header.title or header.derived or "", 6.0),
                regions.Weighted(header.outlet or "", 5.0),
                regions.Weighted(" ".join(header.subtitle), 4.0),
                regions.Weighted(crumbs, 4.0),
                regions.Weighted(stamped, 1.0),
                regions.Weighted(lead, 2.0, prose=True),
                regions.Weighted(rest, 1.0, prose=True),
            )
        )

    def _damage(self, text: str) -> Iterable[str]:
        for dot in sentences.damaged(text):
            yield f"damage: {text[max(0, dot - 5) : dot + 3]} (。 became . after a digit)"
        if "\ufffd" in text:
            yield f"damage: {text.count(chr(0xFFFD))} letters could not be read"

    def _removed(self) -> Iterable[Removed]:
        """Everything of the page between `low` and `high` that is not in the text."""
        found = [hole for hole in self.page.holes if self.low <= hole[0] < self.high]
        for line in (*self.part.header, *self.part.foot, *self.part.dropped):
            found += [(start, end, line.kind or "other") for start, end in line.spans]
        found.sort()
        if self.low == 0:
            for dropped in self.linear.dropped:
                yield Removed.model_construct(
                    start=dropped.start, end=dropped.end, kind=dropped.kind
                )
        for start, end, kind in found:
            place = self.linear.raw(start, end)
            if place:
                yield Removed.model_construct(start=place[0], end=place[1], kind=kind)


def _from_url(url: str | None) -> Dated | None:
    day = stamps.in_url(url) if url else None
    return (
        Dated(first=day, last=day, basis="url", quote=url or "", precision=Precision.DAY)
        if day
        else None
    )
