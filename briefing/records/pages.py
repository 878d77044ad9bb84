"""What was read: pages, articles, their spans, and what could not be used."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from briefing.records.base import Record


@dataclass(frozen=True)
class Raw:
    """A file or download as found. `media` is its type by suffix or header, "" when unknown.

    `given` is a publication date and `outlet` a publisher that the user supplied for it.
    """

    source: str
    data: bytes
    media: str = ""
    url: str | None = None
    given: date | None = None
    outlet: str | None = None


class Span(Record):
    """Half-open range of code points: text[start:end], never empty."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)

    @model_validator(mode="after")
    def _not_empty(self) -> "Span":
        if self.end <= self.start:
            raise ValueError(f"an empty span: {self.start} to {self.end}")
        return self

    def of(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]


class Piece(Record):
    """One slice of the page that stands in the clean text.

    `text[start : start + length]` comes from `page[raw_start : raw_start + raw_length]`. Equal
    lengths mean letter for letter; they differ only where the page wrote a character in
    another way (an HTML entity, a line break inside a PDF word), and then `length` is 1.
    """

    start: int = Field(ge=0)
    length: int = Field(gt=0)
    raw_start: int = Field(ge=0)
    raw_length: int = Field(gt=0)


class Removed(Record):
    """A part of the page that is not in the article. `start` and `end` count in the raw page."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    kind: str = Field(min_length=1, description="Why: jammer, crumb, disclaimer, editor, …")


class Precision(StrEnum):
    """How exactly a page states a date."""

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Dated(Record):
    """A date the page gives, with the words that give it and the reason for its year.

    `first` to `last` are days, both included. `raw_start`/`raw_end` locate `quote` in the raw
    page; both None when the date came from outside it (URL, --date, sidecar).
    """

    first: date
    last: date
    clock: str | None = Field(default=None, description="Time of day as hh:mm or hh:mm:ss.")
    precision: Precision = Precision.DAY
    basis: str = Field(description="stamp, meta, url, dateline, sentence, given, …")
    quote: str = ""
    reason: str = Field(default="", description="Where the year comes from.")
    raw_start: int | None = None
    raw_end: int | None = None


class Article(Record):
    """A page's article after cleaning. Every character of `text` stands in the raw page.

    `text` is the paragraphs joined by a line feed (those line feeds are the only characters
    that need not stand in the page). What the page does not say is None, never a guess.
    """

    id: str = Field(pattern=r"^[0-9a-f]{16}$", description="Start of sha256(text) in UTF-8.")
    source: str = Field(description="Where it was read: path or address.")
    part: int = Field(default=0, description="Place among the articles of one page, from 0.")
    title: str | None = None
    derived_title: str | None = Field(
        default=None, description="Words of the first sentence, where the page has no title."
    )
    subtitle: tuple[str, ...] = ()
    outlet: str | None = None
    republisher: str | None = None
    byline: str | None = None
    editor: str | None = None
    url: str | None = None
    published: Dated | None = None
    events: tuple[Dated, ...] = ()
    region: tuple[str, ...] = Field(default=(), description="From province down to zone.")
    text: str = Field(min_length=1)
    paragraphs: tuple[Span, ...]
    headings: tuple[int, ...] = Field(default=(), description="Paragraph numbers, from 0.")
    sentences: tuple[Span, ...]
    origin: tuple[Piece, ...]
    removed: tuple[Removed, ...] = ()
    complete: bool = Field(default=True, description="False when the page jumps elsewhere.")
    notes: tuple[str, ...] = Field(default=(), description="Damage and doubts of the cleaner.")
    raw_sha256: str
    encoding: str

    @property
    def day(self) -> date | None:
        """The day that puts it into a period: publication, else the first event day."""
        if self.published:
            return self.published.first
        return self.events[0].first if self.events else None

    @property
    def headline(self) -> str:
        """The title, or what stands in for it."""
        return self.title or self.derived_title or self.text[:24]

    def sentence(self, number: int) -> str:
        """Return sentence `number`, counted from 1 as in the prompts."""
        return self.sentences[number - 1].of(self.text)


class Skip(Record):
    """Something that could not be used, and why. Printed in the briefing."""

    source: str
    stage: Literal["read", "clean", "date", "extract"]
    reason: str
