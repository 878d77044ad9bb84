"""What is followed over periods: targets with their states and lights, traces, people."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from pydantic import Field

from briefing.records.base import Record
from briefing.records.findings import Amount, DateRange, Finding


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
