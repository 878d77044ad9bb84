"""The records: whatever is stored, sent or exported.

Each is immutable and refuses unknown fields. A record is named after the stage it has
reached: a page becomes an `Article`, a model makes `Claim`s about it, grounding turns each
into a `Finding`, a period's findings become a `Briefing`. Offsets count code points and
ranges are half-open: text[start:end]. Amounts are `Decimal`, never float.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """Base of whatever crosses a border: immutable, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- what was read -------------------------------------------------------------------------


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


# --- what is claimed -----------------------------------------------------------------------
# The docstrings and descriptions of this section go into the JSON schema: they are prompt text.


class _Claim(Record):
    sentence: int = Field(ge=1, description="Number of the sentence that states it.")


class Figure(_Claim):
    """A number the article states about the past or present, as the article writes it."""

    kind: Literal["figure"] = "figure"
    metric: str = Field(min_length=1, description="What is counted, in the article's words.")
    subject: str | None = Field(
        default=None, description="Whose figure it is (place, unit, project), as written."
    )
    raw: str = Field(
        min_length=1,
        description="Number and unit with 近/超/约/增长/下降 beside it, letter for letter.",
    )
    period: str | None = Field(default=None, description="Its period, as written: 前三季度.")
    change_kind: Literal["同比", "环比", "比年初", "其他"] | None = Field(
        default=None, description="What a change is measured against, if it is one."
    )
    is_rank: bool = Field(default=False, description="True for a place in a ranking.")


class Official(_Claim):
    """A named person who takes part or is named for a post. No reporters, no editors."""

    kind: Literal["official"] = "official"
    name: str = Field(min_length=1, description="The name alone, letter for letter.")
    titles: tuple[str, ...] = Field(default=(), description="Each title, letter for letter.")
    org: str | None = Field(default=None, description="The organisation, as written.")
    roles: tuple[str, ...] = Field(default=(), description="What they did: 出席, 讲话, 主持.")
    nongov: bool = Field(default=False, description="True for people of companies.")


class Target(_Claim):
    """A state that someone says they will reach, with or without a number."""

    kind: Literal["target"] = "target"
    what: str = Field(min_length=1, description="The state to reach, letter for letter.")
    raw: str | None = Field(default=None, description="Its number and unit, letter for letter.")
    deadline: str | None = Field(default=None, description="As written: 年底前, 到2025年.")
    owner: str | None = Field(default=None, description="Who is to reach it, as written.")
    completion: str | None = Field(
        default=None, description="The share already done, letter for letter: 77.4%."
    )


class NextStep(_Claim):
    """A concrete action that someone says they will take, with its object."""

    kind: Literal["next_step"] = "next_step"
    action: str = Field(min_length=1, description="The action, letter for letter.")
    owner: str | None = Field(default=None, description="Who is to act, as written.")
    deadline: str | None = Field(default=None, description="As written: 月底前.")


class Shortfall(_Claim):
    """A problem, gap or weak indicator that the article admits."""

    kind: Literal["shortfall"] = "shortfall"
    what: str = Field(min_length=1, description="The problem, letter for letter.")


Claim = Annotated[Figure | Official | Target | NextStep | Shortfall, Field(discriminator="kind")]


class Claims(Record):
    """All that was claimed about one article: untrusted.

    `summary` holds slots instead of facts: {{F1}} is the first figure of this reply, {{O1}}
    the first official, {{T1}} target, {{N1}} next step, {{S1}} shortfall.
    """

    figures: tuple[Figure, ...] = ()
    officials: tuple[Official, ...] = ()
    targets: tuple[Target, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    summary: str = ""

    def __iter__(self) -> Iterator[Claim]:  # type: ignore[override]
        """Yield every claim, kind by kind in the order of the fields."""
        yield from self.figures
        yield from self.officials
        yield from self.targets
        yield from self.next_steps
        yield from self.shortfalls


# --- what is proven ------------------------------------------------------------------------


class Bound(StrEnum):
    """How a number bounds what it counts: 近100亿 is not 100亿."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class Basis(StrEnum):
    """What a number measures: a level, a change of it, or a distance in points."""

    LEVEL = "level"
    CHANGE = "change"
    POINTS = "points"


class Direction(StrEnum):
    """Which way a change goes. `NONE` for levels."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Amount(Record):
    """A number that was read, multiplied out: 3.2亿元 is 320000000 元.

    A change downwards is negative. `value_max` is the upper end of a range. Units are base
    units as written (元, 美元, 户, 平方米, %, 百分点, 倍; 位 for a rank).
    """

    value: Decimal
    value_max: Decimal | None = None
    unit: str = ""
    bound: Bound = Bound.EXACT
    basis: Basis = Basis.LEVEL
    direction: Direction = Direction.NONE


class DateRange(Record):
    """Days `first` to `last`, both included. The latest day is what a deadline allows."""

    first: date
    last: date


class Verdict(StrEnum):
    """What looking in the article said of a claim. Only the first two let it pass."""

    EXACT = "exact"
    FOLDED = "folded"
    NUMBER_DIFFERS = "number_differs"
    UNIT_DIFFERS = "unit_differs"
    BOUND_DIFFERS = "bound_differs"
    DIRECTION_DIFFERS = "direction_differs"
    PERIOD_DIFFERS = "period_differs"
    METRIC_DIFFERS = "metric_differs"
    SUBJECT_DIFFERS = "subject_differs"
    NAME_DIFFERS = "name_differs"
    TITLE_DIFFERS = "title_differs"
    OWNER_DIFFERS = "owner_differs"
    DEADLINE_DIFFERS = "deadline_differs"
    NOT_ASSERTED = "not_asserted"
    MISSING = "missing"

    @property
    def proven(self) -> bool:
        """True when the claim stands in the source."""
        return self in (Verdict.EXACT, Verdict.FOLDED)


class Evidence(Record):
    """Where a claim stands, or why it does not.

    `quote` is text[start:end], the smallest run of whole clauses that holds what the claim
    copies. `mark` locates the copied words themselves (raw, name, what) in the text. The
    raw offsets lead to the page. Offsets are None exactly when nothing was found.
    """

    verdict: Verdict
    quote: str = ""
    start: int | None = None
    end: int | None = None
    raw_start: int | None = None
    raw_end: int | None = None
    mark: Span | None = None
    note: str = Field(default="", description="The reason of a refusal, in words.")


class Finding(Record):
    """A claim with its evidence and what our code computed from it."""

    article_id: str
    claim: Claim
    amount: Amount | None = None
    deadline_range: DateRange | None = None
    evidence: Evidence

    @property
    def proven(self) -> bool:
        """True when a reader may see it as a fact."""
        return self.evidence.verdict.proven


class Extraction(Record):
    """What was found in one article. `engine` is "rules" or the model's name."""

    article_id: str
    engine: str
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()
    omissions: tuple[Finding, ...] = Field(
        default=(), description="Proven by rules, not claimed by the model."
    )
    summary: "Passage | None" = None
    notes: tuple[str, ...] = ()


# --- what is printed -----------------------------------------------------------------------


class Part(Record):
    """A run of prose; `ref` names the row it was filled from (F12), None for plain words."""

    text: str
    ref: str | None = None


class Passage(Record):
    """Prose whose every figure, name and date was put in by code. `cites` are source marks."""

    parts: tuple[Part, ...]
    cites: tuple[str, ...] = Field(default=(), description="Marks like 3-12: article, sentence.")

    @property
    def text(self) -> str:
        """The prose as plain text."""
        return "".join(part.text for part in self.parts)


class Row(Record):
    """One finding as the briefing shows it, with who else says so and who says otherwise.

    `ref` is unique in the briefing: F12, O3, T2, N4, S1, D5 (doubt), M2 (omission). `cites` are
    the marks of `finding` and `also`; "3-12" is sentence 12 of source 3.
    """

    ref: str
    finding: Finding
    also: tuple[Finding, ...] = ()
    otherwise: tuple[Finding, ...] = ()
    cites: tuple[str, ...] = ()
    region: str = ""
    topic: str = ""
    status: Literal["", "new", "changed", "corrected"] = ""


class Conflict(Record):
    """One metric of one subject and period with values that disagree: all, none averaged."""

    metric: str
    subject: str
    period: str
    rows: tuple[Row, ...]


class State(StrEnum):
    """How a target stands on the last day of a period."""

    OPEN = "open"
    MET = "met"
    MISSED = "missed"
    REVISED = "revised"
    OVERDUE = "overdue"


class Light(StrEnum):
    """Progress against elapsed time, by the configured rule. Grey: cannot be measured."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


class TargetPoint(Record):
    """What one article said of a target on one day."""

    day: date
    event: Literal["stated", "progress", "met", "missed", "revised", "extended"]
    finding: Finding
    cite: str = Field(default="", description="Its mark, where the article is of this period.")
    source: str = Field(default="", description="Outlet and headline.")
    url: str | None = None


class TargetHistory(Record):
    """A target followed over periods. `elapsed` and `completion` are in per cent."""

    key: str
    what: str
    owner: str = ""
    deadline: str = ""
    deadline_range: DateRange | None = None
    value: Amount | None = None
    first_seen: date
    points: tuple[TargetPoint, ...]
    state: State
    silent_periods: int = Field(default=0, ge=0)
    completion: Decimal | None = None
    completion_rule: str = ""
    elapsed: Decimal | None = None
    light: Light = Light.GREY
    light_rule: str = ""
    place: str = Field(default="", description="Whose target it is: a place or unit.")
    extended: DateRange | None = Field(default=None, description="The new deadline, if put off.")
    first_value: Amount | None = Field(default=None, description="The value before a revision.")
    confirmed: bool = Field(default=False, description="A person checked what belongs to it.")
    ref: str | None = Field(default=None, description="Its row in this briefing: T2 or N4.")


class Remark(Record):
    """What the arithmetic audit saw. Findings stay as printed; remarks stand beside them."""

    refs: tuple[str, ...]
    text: str


class Change(Record):
    """What differs from the briefing before: one line of new, changed or gone."""

    kind: Literal["new", "changed", "gone"]
    text: str
    ref: str | None = None


class League(Record):
    """Units ranked by one indicator of one period within one class, from proven figures."""

    metric: str
    period: str
    rows: tuple[Row, ...]


class Report(Record):
    """What one sentence may say of a target: the finding, and the whole sentence it is in."""

    finding: Finding
    context: str
    within: DateRange | None = Field(
        default=None, description="Days named before it in the sentence (今年 …), if it has none."
    )


class Trace(Record):
    """What one article leaves behind for later periods: targets and people, without its text.

    Made once an article by `weekly.trace` and stored beside it, so that a new period reads
    neither old articles nor all old findings. It matters from `day` until `until`.
    """

    article_id: str
    source: str
    day: date
    until: date
    headline: str
    outlet: str = ""
    url: str | None = None
    region: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()
    people: tuple[Finding, ...] = ()


class Correction(Record):
    """What a person says of the ledger; kept as data, applied at every rebuild.

    `confirm`: the reports under `key` belong together. `link`: those of `other` belong under
    `key`. `split`: what `article_id` says in `sentence` is another target than `key`.
    """

    kind: Literal["confirm", "link", "split"]
    key: str = Field(min_length=1)
    other: str = ""
    article_id: str = ""
    sentence: int | None = None
    note: str = ""


class OfficialRecord(Record):
    """What is known of a named person over all articles read so far."""

    name: str
    titles: tuple[str, ...]
    orgs: tuple[str, ...] = ()
    first_seen: date
    last_seen: date
    flags: tuple[str, ...] = Field(default=(), description="New title, two spellings, …")
    ref: str | None = None


class Digest(Record):
    """One article in one paragraph. `rows` are the refs of what it gave."""

    source: int
    title: str
    summary: Passage
    rows: tuple[str, ...] = ()


class Source(Record):
    """An article behind the briefing. `number` is the 3 in mark 3-12, counted from 1."""

    number: int = Field(ge=1)
    article: Article
    dated: date = Field(description="The day that put it into this period.")
    dated_by: Literal["published", "event", "given"]
    same_as: tuple[str, ...] = Field(default=(), description="Where else the same text stands.")
    folded: tuple[str, ...] = Field(default=(), description="Ids of the articles folded into it.")
    raw: str | None = Field(default=None, description="The decoded page, where it is not huge.")


class Section(Record):
    """Rows of one region or topic, by ref, in order of importance."""

    title: str
    refs: tuple[str, ...]


class Masthead(Record):
    """The head and foot of an issue, all from configuration; empty is not printed."""

    name: str = "工作简报"
    unit: str = ""
    issue: int | None = Field(default=None, description="期号 within the year.")
    total: int | None = Field(default=None, description="Running total of issues.")
    secrecy: str = Field(default="", description="密级.")
    editor_note: str = Field(default="", description="编者按.")
    report_to: tuple[str, ...] = Field(default=(), description="报.")
    send_to: tuple[str, ...] = Field(default=(), description="送.")
    distribute_to: tuple[str, ...] = Field(default=(), description="发.")
    ai_label: bool = Field(default=True, description="Print the label of generated text.")


class Run(Record):
    """How the briefing was made. `cost` is in `currency`; None when no price is known."""

    engine: str = Field(description='"rules" or the model\'s name.')
    endpoint: str = Field(default="", description="Host only, never a key.")
    prompts_hash: str = ""
    version: str
    calls: int = 0
    cached_calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cost: Decimal | None = None
    currency: str = ""
    notes: tuple[str, ...] = ()


class Issued(Record):
    """The period of a briefing, as stored: `name` is 2022-W31, days both included."""

    name: str
    cadence: Literal["day", "week", "month", "quarter"]
    first: date
    last: date


class Briefing(Record):
    """All that is printed. Every format is made of this record alone."""

    period: Issued
    lang: Literal["zh", "en"] = "zh"
    masthead: Masthead = Masthead()
    summary: tuple[Passage, ...] = ()
    figures: tuple[Row, ...] = ()
    officials: tuple[Row, ...] = ()
    targets: tuple[Row, ...] = ()
    next_steps: tuple[Row, ...] = ()
    shortfalls: tuple[Row, ...] = ()
    regions: tuple[Section, ...] = ()
    topics: tuple[Section, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    leagues: tuple[League, ...] = ()
    ledger: tuple[TargetHistory, ...] = ()
    ledger_folded: int = Field(
        default=0, ge=0, description="Further targets: silent without day or number, or too many."
    )
    registry: tuple[OfficialRecord, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    digests: tuple[Digest, ...] = ()
    doubts: tuple[Row, ...] = ()
    omissions: tuple[Row, ...] = ()
    skipped: tuple[Skip, ...] = ()
    sources: tuple[Source, ...] = ()
    run: Run


class StoredReply(Record):
    """One answer of a model, kept whole: it was paid for."""

    key: str = Field(description="sha256 of model, prompts, schema and parameters.")
    article_id: str
    model: str
    text: str
    finish: str
    valid: bool
    error: str = ""
    parent: str = Field(default="", description="Key of the same conversation, one turn less.")
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    received_at: datetime


Extraction.model_rebuild()
