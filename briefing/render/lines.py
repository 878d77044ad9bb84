"""What a view is made of: the rows, prose and sources of a briefing as words for templates."""

from dataclasses import dataclass

from briefing.records import Article, TargetHistory

_LONG = 300
"""Characters in one cell of a printed table; more could need more than a page."""


@dataclass(frozen=True)
class Cite:
    """A source mark. `known` is False when it leads to no sentence of a source; then no link."""

    mark: str
    source: int = 0
    sentence: int = 0
    known: bool = False


@dataclass(frozen=True)
class Line:
    """A row of the briefing as words; fields that its kind does not have are "" or ()."""

    ref: str
    kind: str
    kind_word: str
    said: str
    metric: str = ""
    subject: str = ""
    value: str = ""
    basis: str = ""
    period: str = ""
    name: str = ""
    titles: tuple[str, ...] = ()
    org: str = ""
    roles: tuple[str, ...] = ()
    nongov: bool = False
    what: str = ""
    action: str = ""
    owner: str = ""
    deadline: str = ""
    deadline_day: str = ""
    completion: str = ""
    region: str = ""
    topic: str = ""
    status: str = ""
    quote: str = ""
    verdict: str = ""
    note: str = ""
    sources: int = 1
    otherwise: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()

    @property
    def is_long(self) -> bool:
        """True when it fills so much of a page that its row may break."""
        return max(map(len, (self.said, self.quote, self.note, *self.otherwise))) > _LONG


@dataclass(frozen=True)
class Group:
    """Lines of one region, under its name."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Disagreement:
    """One indicator of one subject and period, with lines that give different values."""

    metric: str
    subject: str
    period: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Ranking:
    """Lines ranked by one indicator of one period."""

    metric: str
    period: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Point:
    """One event in the life of a target."""

    day: str
    event: str
    value: str
    cite: Cite | None


@dataclass(frozen=True)
class Entry:
    """A target in the ledger. `done` and `elapsed` are per cent as text, "" when unknown."""

    what: str
    owner: str
    deadline: str
    deadline_day: str
    done: str
    elapsed: str
    done_rule: str
    light: str
    light_word: str
    sign: str
    light_rule: str
    state: str
    state_word: str
    silent: str
    since: str
    points: tuple[Point, ...]
    history: TargetHistory

    @property
    def latest(self) -> Point | None:
        """The last thing that was said of it."""
        return self.points[-1] if self.points else None

    @property
    def is_long(self) -> bool:
        """True when it fills so much of a page that its row may break."""
        return max(map(len, (self.what, self.owner, self.deadline, self.light_rule))) > _LONG


@dataclass(frozen=True)
class Lamp:
    """A light of the status board: how many targets show it."""

    light: str
    sign: str
    light_word: str
    count: int


@dataclass(frozen=True)
class Paragraph:
    """Prose with its source marks; each part is a text and the ref of its row, "" for none."""

    text: str
    parts: tuple[tuple[str, str], ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Item:
    """One article in one paragraph."""

    source: int
    title: str
    summary: Paragraph


@dataclass(frozen=True)
class Quotation:
    """A cited sentence of a source, letter for letter."""

    mark: str
    sentence: int
    text: str


@dataclass(frozen=True)
class Origin:
    """A source with the sentences that the briefing cites."""

    number: int
    title: str
    derived: bool
    outlet: str
    day: str
    dated_by: str
    url: str
    place: str
    region: str
    complete: bool
    notes: tuple[str, ...]
    same_as: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    article: Article


@dataclass(frozen=True)
class Lost:
    """Material that could not be used."""

    item: str
    stage: str
    reason: str


@dataclass(frozen=True)
class News:
    """One difference from the issue before."""

    kind: str
    kind_word: str
    text: str
    ref: str
