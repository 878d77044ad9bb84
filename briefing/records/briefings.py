"""What is printed and kept: rows, the ledger, the briefing, replies."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from briefing.records.base import Record
from briefing.records.findings import Amount, DateRange, Finding, Passage
from briefing.records.pages import Article, Skip


class PastValue(Record):
    """What an earlier article says of an indicator. `value` is in its unit, a fall negative."""

    day: date = Field(description="The last day of the period it speaks of, else the article's.")
    value: Decimal
    raw: str
    source: str = Field(description="Outlet and headline.")


class Row(Record):
    """One finding as the briefing shows it, with who else says so and who says otherwise.

    `ref` is unique in the briefing: F12, O3, T2, N4, S1, D5 (doubt), M2 (omission). `cites` are
    the marks of `finding` and `also`; "3-12" is sentence 12 of source 3. `past` is what articles
    before the period say of the same indicator, oldest first, one value a day.
    """

    ref: str
    finding: Finding
    also: tuple[Finding, ...] = ()
    otherwise: tuple[Finding, ...] = ()
    cites: tuple[str, ...] = ()
    region: str = ""
    topic: str = ""
    status: Literal["", "new", "changed", "corrected"] = ""
    past: tuple[PastValue, ...] = ()


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
    event: Literal["stated", "progress", "met", "missed", "revised", "extended", "disputed"]
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
    gap: str = Field(default="", description="领先8.1个百分点; empty when it cannot be measured.")
    limits: str = Field(default="", description="From how far behind a light is yellow or red.")
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
    about: str = Field(default="", description="The object, where its own words name none.")


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
    reprint_of: str = Field(default="", description="Day and label of the article it repeats.")


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
    anchor: tuple[str, int] | None = Field(
        default=None,
        description="Article and sentence of the first report under `key`: finds the target again "
        "when an article that comes late has given it another key.",
    )
    other_anchor: tuple[str, int] | None = None


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
    reprint_of: str = Field(
        default="", description="The article of an earlier period that it repeats: no rows."
    )
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
