"""What was said of targets, when and by whom, and the targets that it makes.

In:  reports of articles (`Said`). Out: `Track`s, which hold all that was said of one target.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from briefing.records import Amount, DateRange, Figure, Finding, NextStep, Report, Target
from briefing.weeks import due, keys, outcomes, promising, verdicts
from briefing.weeks.things import Thing

CUT = "cut by the ledger"
_RATE = re.compile(r"(?:完成率|比重)$")


@dataclass(frozen=True)
class Said:
    """One report, when, where and by whom. `order` sorts reports of one day."""

    report: Report
    day: date
    place: tuple[str, ...]
    order: tuple[str, int]
    cite: str = ""
    source: str = ""
    url: str | None = None
    outlet: str = ""

    @property
    def days(self) -> DateRange | None:
        """The days by which it is promised: its own, or those the sentence names before it."""
        days = self.finding.deadline_range or self.report.within
        claim = self.finding.claim
        written = getattr(claim, "deadline", None) or ""
        stated = isinstance(claim, Target | NextStep)
        if not days or not stated or outcomes.not_reached(self.report.context):
            return days
        return keys.to_come(days, written, self.day)

    @property
    def finding(self) -> Finding:
        """The finding that was reported."""
        return self.report.finding

    @cached_property
    def promises(self) -> bool:
        """True when the report states a target, rather than what became of one."""
        claim, context = self.finding.claim, self.report.context
        if self.finding.evidence.note == CUT or isinstance(claim, Figure):
            return False
        if self.finding.evidence.note == promising.NOTE:
            return True
        if isinstance(claim, Target) and claim.completion:
            return claim.raw is not None
        if outcomes.not_reached(context):
            return False
        if not getattr(claim, "deadline", None) and due.tells_past(context, self.day):
            return False
        days = self.finding.deadline_range
        done = outcomes.surely(context) or outcomes.task_done(context)
        if days and days.last > self.day and not done:
            return True
        if verdicts.told(context):
            return False
        return not outcomes.reached(context)

    @cached_property
    def share(self) -> Decimal | None:
        """The share of the target that the report says is done, in per cent."""
        claim, amount = self.finding.claim, self.finding.amount
        rate = isinstance(claim, Figure) and _RATE.search(claim.metric)
        if rate and amount and amount.unit == "%":
            return amount.value
        stated = claim.completion if isinstance(claim, Target) else None
        number = re.search(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", stated or ""))
        told = number[0] if number else verdicts.share(self.report.context)
        return Decimal(told) if told else None


@dataclass
class Track:
    """One target and all that was said of it, in order, each with what it did to it."""

    key: str
    place: tuple[str, ...]
    object: Thing
    said: list[Said] = field(default_factory=list)
    confirmed: bool = False

    value: Amount | None = None
    deadline: DateRange | None = None

    def add(self, said: Said) -> None:
        """Take a report in; the latest number and deadline stated are those in force."""
        self.said.append(said)
        finding = said.finding
        context = said.report.context
        if isinstance(finding.claim, Figure):
            return
        moved = outcomes.put_off(context)
        days = said.days
        if days and (self.deadline is None or moved):
            self.deadline = days
        if self.value is None and said.promises and finding.amount:
            self.value = finding.amount
