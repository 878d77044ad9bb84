"""When an article was published, and by which words of the page.

In:  a page taken apart, one of its articles, its linear text.
Out: a `Dated` with its evidence, or None. Order of trust: a stamp near the title, what the
     page's code says, a labelled stamp below, the address, the dateline, the day under a
     signature, a bare stamp right below.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import attrgetter

from briefing.cleaning import stamps
from briefing.cleaning.bodies import DAY, SIGNED
from briefing.cleaning.linear import Linear
from briefing.cleaning.lines import Line
from briefing.cleaning.pages import Page
from briefing.cleaning.parts import Part
from briefing.cleaning.stamp_lines import STAMP
from briefing.origin import to_raw
from briefing.records import Dated, Piece

Year = Callable[[], tuple[int, str] | None]

# Kinds of lines whose bare date is a stamp; a title or a link may name any day.
_STAMPED = frozenset(
    {"stamp", "masthead", "site_name", "post", "byline", "author", "editor", "crumb", "header"}
)
# A headline with its day; so many above a text are a list of other texts.
_LISTED = re.compile(rf"[^\s:|]{{8,60}}\s*[\[(]?{STAMP}[\])]?$")
_LIST = 3
_start = attrgetter("start")


@dataclass
class Dating:
    """The search for one article's date; `low` is where it starts in the linear text."""

    linear: Linear
    page: Page
    part: Part
    low: int

    @property
    def _body(self) -> int:
        return min(line.start for line in self.part.body)

    def notes(self, *, dated: bool) -> Iterator[str]:
        """Yield what the reader of the date should know."""
        for words in stamps.impossible(self.page.folded, self.low, self._body):
            yield f"no such day: {words}"
        if not dated and (day := stamps.without_year(self.page.folded, self.low, self._body)):
            yield f"stamp without a year: {day}"

    def published(
        self, text: str, pieces: Sequence[Piece], year: Year, url: str | None
    ) -> Dated | None:
        """Return the date; `year` is asked only where a dateline has none of its own."""
        return (
            self._stamped()
            or self._hinted()
            or self._stamped_below()
            or _from_url(url)
            or self._from_dateline(text, pieces, year)
            or self._signed(text, pieces)
            or self._right_below()
        )

    def headed(self) -> Iterator[Dated]:
        """Yield full dates in the lines under the title: ——2023年1月5日在…会议上, 时间：… 地点：…."""
        for stamp in stamps.find(self.page.folded, self.low, self._body, met=True):
            yield self._dated(stamp, "meeting")
        for line in self.part.header:
            if line.kind == "subtitle":
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    yield self._dated(stamp, "subtitle")

    def _stamped(self) -> Dated | None:
        """A date above the body: labelled, or bare in a line that is a stamp."""
        lines = sorted(self.part.header, key=_start)
        listed = [line for line in lines if line.kind == "stamp" and _LISTED.match(line.key)]
        for stamp in stamps.find(self.page.folded, self.low, self._body):
            if len(listed) >= _LIST and any(
                line.start <= stamp.start < line.end for line in listed
            ):
                continue
            if stamp.rank != 3 or _kind_at(lines, stamp.start) in _STAMPED:
                return self._dated(stamp, "stamp")
        return None

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

    def _stamped_below(self) -> Dated | None:
        """A labelled date below the body."""
        for line in self.part.foot:
            if line.kind in ("stamp", "editor", "author"):
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    if stamp.rank <= 1:
                        return self._dated(stamp, "stamp")
        return None

    def _right_below(self) -> Dated | None:
        """A line under the body that starts with a date, as microblogs have it."""
        for line in self.part.foot[:3]:
            if line.kind == "stamp":
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    if stamp.start == line.start or line.key.startswith(("(", "-->")):
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

    def _from_dateline(self, text: str, pieces: Sequence[Piece], year: Year) -> Dated | None:
        """本报7月5日讯, with its own year or the one the article speaks of."""
        for line in self.part.body[:4]:
            found = stamps.dateline(line.key)
            if found is None:
                continue
            named, month, day, _, end = found
            inferred = (named, "") if named else year()
            try:
                first = date(inferred[0], month, day) if inferred else None
            except ValueError:
                first = None
            if inferred is None or first is None:
                return None
            reason = "the year stands in it" if named else f"the article says {inferred[1]}"
            return _found(text, pieces, line.text[:end], first, "dateline", reason)
        return None

    def _signed(self, text: str, pieces: Sequence[Piece]) -> Dated | None:
        """The day under a notice's signature, which may stand above what the notice encloses."""
        body = self.part.body
        signed = [line for above, line in pairwise(body) if SIGNED.match(above.key)]
        for above, line in pairwise(self.part.foot):
            if DAY.fullmatch(line.key) and SIGNED.match(above.key):
                for stamp in stamps.find(self.page.folded, line.start, line.end):
                    return self._dated(stamp, "signature")
        for line in (*body[-2:], *signed):
            if len(line.key) > 20:
                continue
            for stamp in stamps.find(line.key, 0, len(line.key)):
                if stamp.end - stamp.start >= len(line.key) - 2:
                    return _found(text, pieces, line.text, stamp.day, "signature", "")
        return None


def _kind_at(lines: Sequence[Line], at: int) -> str:
    """Return the kind of the line that holds offset `at`."""
    number = bisect_right(lines, at, key=_start) - 1
    return lines[number].kind if number >= 0 and at < lines[number].end else ""


def _found(
    text: str, pieces: Sequence[Piece], quote: str, day: date, basis: str, reason: str
) -> Dated | None:
    at = text.rfind(quote) if basis == "signature" else text.find(quote)
    if at < 0:
        return None
    raw_start, raw_end = to_raw(pieces, at, at + len(quote))
    return Dated(
        first=day,
        last=day,
        basis=basis,
        quote=quote,
        reason=reason,
        raw_start=raw_start,
        raw_end=raw_end,
    )


def _from_url(url: str | None) -> Dated | None:
    day = stamps.in_url(url) if url else None
    return Dated(first=day, last=day, basis="url", quote=url or "") if day else None
