"""What is printed and kept: rows, the briefing, replies."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from pydantic import Field

from briefing.records.base import Record
from briefing.records.findings import Finding, Passage
from briefing.records.ledger import OfficialRecord, TargetHistory
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
    """Units ranked by one indicator of one period within one class, from proven figures.

    `units` are their names, in the order of `rows`.
    """

    metric: str
    period: str
    units: tuple[str, ...] = ()
    rows: tuple[Row, ...]


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
