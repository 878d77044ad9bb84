"""What a view is made of: the rows, prose and sources of a briefing as words for templates."""

from dataclasses import dataclass

from briefing.records import Article, TargetHistory
from briefing.render.charts import Chart

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
    stated: str = ""
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
    is_change: bool = False
    region: str = ""
    topic: str = ""
    status: str = ""
    quote: str = ""
    verdict: str = ""
    note: str = ""
    sources: int = 1
    otherwise: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    spark: Chart | None = None

    @property
    def is_long(self) -> bool:
        """True when it fills so much of a page that its row may break."""
        return max(map(len, (self.said, self.quote, self.note, *self.otherwise))) > _LONG


@dataclass(frozen=True)
class Indicator:
    """What is said of one metric, subject and period: its level, and how it changed.

    `subject` is "" where the group's title names it already.
    """

    metric: str
    subject: str
    period: str
    levels: tuple[Line, ...]
    changes: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The level and the changes."""
        return self.levels + self.changes

    @property
    def status(self) -> str:
        """新, 有变 or 更正 where that is true of all its lines; else each line says its own."""
        first, *others = {line.status for line in self.lines}
        return "" if others else first

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The marks of all its lines, each once."""
        return tuple(dict.fromkeys(cite for line in self.lines for cite in line.cites))

    @property
    def is_long(self) -> bool:
        """True when it fills so much of a page that its row may break."""
        return any(line.is_long for line in self.lines)


@dataclass(frozen=True)
class Team:
    """People of whom the same is said in the same sentences; `org` is "" where title or region name it."""

    lines: tuple[Line, ...]
    titles: tuple[str, ...]
    org: str
    roles: tuple[str, ...]
    nongov: bool
    status: str
    cites: tuple[Cite, ...]

    @property
    def is_long(self) -> bool:
        """True when it fills so much of a page that its row may break."""
        return len(self.lines) > _LONG // 4 or any(line.is_long for line in self.lines)


@dataclass(frozen=True)
class Group:
    """Lines of one region or topic, under its name."""

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
    """Lines ranked by one indicator of one period; `title` says all three.

    `bars` are as many pictures as lines, or none where a value is no number.
    """

    metric: str
    period: str
    basis: str
    title: str
    lines: tuple[Line, ...]
    bars: tuple[Chart, ...]


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
    gap: str
    state: str
    state_word: str
    silent: str
    since: str
    points: tuple[Point, ...]
    bullet: Chart | None
    spark: Chart | None
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
class Standing:
    """How many targets of a place show each light that is shown at all."""

    title: str
    lamps: tuple[Lamp, ...]
    total: int
    chart: Chart


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
    when: str
    url: str
    place: str
    region: str
    complete: bool
    notes: tuple[str, ...]
    same_as: tuple[str, ...]
    reprint_of: str
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
