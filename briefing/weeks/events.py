"""Tell what a report did to its target, and keep how the target stands.

In:  a target, one report, and how it stood before. Out: events, and `Standing` brought up to date.

Reports are read in order of day, so that the same event is found whatever came later.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from briefing.records import Amount, DateRange, Figure, Finding, NextStep, State, Target
from briefing.weeks import outcomes, verdicts
from briefing.weeks.measuring import less_beside, names_value, raw_of
from briefing.weeks.outcomes import Event
from briefing.weeks.plainly import misses
from briefing.weeks.reaching import done
from briefing.weeks.said import Said, Track

DISPUTED_DAYS = 6  # within which another number is a disagreement, unless a word says changed


@dataclass
class Standing:
    """How a target stands while its reports are read one after the other."""

    deadline: DateRange | None
    written: str
    value: Amount | None
    printed: str = ""
    first_value: Amount | None = None
    extended: DateRange | None = None
    ended: State | None = None
    revised: bool = False
    completion: Decimal | None = None
    completion_rule: str = ""
    measured: date | None = None
    measured_in: tuple[str, int] | None = None
    told: dict[Decimal, tuple[date, str]] = field(default_factory=dict)


def events(track: Track, said: Said, standing: Standing, *, opening: bool) -> list[Event]:
    """Return what a report did to the target, and bring `standing` up to date."""
    finding, context = said.finding, said.report.context
    disputed = _disputes(said, standing)
    if said.promises and finding.amount:
        standing.told.setdefault(finding.amount.value, (said.day, finding.article_id))
    if opening and said.promises and not done(track, said, standing.value):
        return ["stated"]
    if disputed:
        return ["disputed"]
    passed = standing.deadline is not None and said.day > standing.deadline.last
    found: list[Event] = []
    if moved := _newdeadline_of(said, standing):
        if passed and standing.ended is None:
            found.append("missed")
            standing.ended = State.MISSED
        standing.deadline, standing.written, standing.extended = moved[0], moved[1], moved[0]
        return [*found, "extended"]
    if value := _new_value(said, standing):
        standing.first_value = standing.first_value or standing.value
        standing.value, standing.revised, standing.printed = value, True, raw_of(finding)
        standing.completion, standing.completion_rule = None, ""
        return ["revised"]
    if outcomes.not_reached(context) and not names_value(said, standing.value):
        if not misses(track, said):
            return ["progress"]
        if passed or (standing.deadline is None and "期" in context):
            standing.ended = State.MISSED
            return ["missed", *_promised_again(said, standing)]
        return ["progress"]
    if done(track, said, standing.value):
        standing.ended = State.MET
        return ["met"]
    if names_value(said, standing.value) and less_beside(context, standing.value):
        return ["stated"]
    if isinstance(finding.claim, Figure) or not said.promises or verdicts.share(context):
        return ["progress"]
    return ["stated"]


def _newdeadline_of(said: Said, standing: Standing) -> tuple[DateRange, str] | None:
    days = said.finding.deadline_range
    if standing.ended is State.MET or not days:
        return None
    again = standing.ended is State.MISSED and said.promises and days.last > said.day
    if not again and not outcomes.put_off(said.report.context):
        return None
    if standing.deadline and days.last <= standing.deadline.last:
        return None
    return days, deadline_of(said.finding)


def _new_value(said: Said, standing: Standing) -> Amount | None:
    """Return the value that takes the target's place: by a word of change, or stated anew."""
    amount, old = said.finding.amount, standing.value
    if isinstance(said.finding.claim, Figure) or amount is None or old is None:
        return None
    if outcomes.changed(said.report.context) and amount.unit == old.unit:
        update = {"value": abs(amount.value), "basis": old.basis, "direction": old.direction}
        return amount.model_copy(update=update) if abs(amount.value) != old.value else None
    if (amount.unit, amount.basis) != (old.unit, old.basis) or amount.value == old.value:
        return None
    return amount if said.promises and not verdicts.share(said.report.context) else None


def _promised_again(said: Said, standing: Standing) -> list[Event]:
    """Return the new deadline that the sentence about a miss names, as an extension."""
    days, old = said.finding.deadline_range, standing.deadline
    if days is None or old is None or days.last <= max(old.last, said.day):
        return []
    if deadline_of(said.finding) not in (outcomes.after_miss(said.report.context) or ""):
        return []
    standing.deadline, standing.written, standing.extended = days, deadline_of(said.finding), days
    return ["extended"]


def _disputes(said: Said, standing: Standing) -> bool:
    """True for another number of the same days that no word calls a change: no revision.

    Told again later it still is the other side's number.
    """
    amount, value, context = said.finding.amount, standing.value, said.report.context
    if amount is None or value is None or not said.promises or verdicts.share(context):
        return False
    if amount.value == value.value or (amount.unit, amount.basis) != (value.unit, value.basis):
        return False
    if outcomes.changed(context) or outcomes.corrects(context) or standing.revised:
        return False
    if amount.value in standing.told:
        return True
    day, article_id = standing.told.get(value.value, (said.day, said.finding.article_id))
    return (said.day - day).days <= DISPUTED_DAYS and article_id != said.finding.article_id


def deadline_of(finding: Finding) -> str:
    claim = finding.claim
    return claim.deadline or "" if isinstance(claim, Target | NextStep) else ""
