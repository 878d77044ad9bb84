"""What is proven: amounts, verdicts, evidence, findings, an article's extraction."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from briefing.records.base import Record
from briefing.records.claims import Claim
from briefing.records.pages import Span


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


_MOVES = re.compile(
    "[增升涨提扩长降减跌落缩窄少多高低快慢跑领差回]|ro[sd]e|ris|f[ae]ll|gr[eo]w|up|down|creas|gain|drop|jump|surg|soar|climb|edg|"
    "expan|shr[aiu]nk|declin|slip|slid|plung|slump|add|more|fewer|less|higher|lower|widen|narrow",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"增(?:[长速幅减收产]|加(?!值))|减[收产]|[升涨降跌]幅|净增|比增|提[高升速]|[上提攀回]升|上涨|[下升沉]降|降低|减少|缩[小减短]|回落|回升|收窄|扩大|翻番|[高低快慢]于|超[过出]|领先|差距|[增升涨提降减]$"
)
"""What a metric calls a change; 高技术产业 or 提案 is none."""
_FIELD = re.compile(
    r"(全[国省市县区州盟旗镇](?:各?(?:县区|区县|县市区|市县|乡镇|镇街))?)(?:的|排名|排|名列|位列|位居|位于|位|居|列|并列)*$"
)


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

    @property
    def unsaid(self) -> Direction:
        """The way a change goes where the copied words do not say it: 分别增长15.7%、28.9%."""
        claim, amount = self.claim, self.amount
        if claim.kind != "figure" or amount is None or amount.basis is Basis.LEVEL:
            return Direction.NONE
        latin = claim.metric if claim.metric.isascii() else ""
        said = _MOVES.search(f"{claim.raw} {latin}") or _RISES.search(claim.metric)
        return Direction.NONE if said or claim.raw[0] in "-−" else amount.direction

    @property
    def field(self) -> str:
        """The field of a rank, where it stands right before it in the source: 全市 of 居全市第4位."""
        claim, evidence = self.claim, self.evidence
        if claim.kind != "figure" or not claim.is_rank or evidence.mark is None:
            return ""
        before = evidence.quote[: evidence.mark.start - (evidence.start or 0)]
        found = _FIELD.search(before)
        told = found and found[1] in f"{claim.metric} {claim.raw}"
        return found[1] if found and not told else ""


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


class Extraction(Record):
    """What was found in one article. `engine` is "rules" or the model's name."""

    article_id: str
    engine: str
    findings: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()
    omissions: tuple[Finding, ...] = Field(
        default=(), description="Proven by rules, not claimed by the model."
    )
    summary: Passage | None = None
    notes: tuple[str, ...] = ()
