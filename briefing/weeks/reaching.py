"""Tell whether a report says that its target is reached.

In:  a target and one report. Out: True only for a sentence that says so of this very target.

A share of all of it, a number that reaches the target's, or words that say that the work itself is
done; each in a clause that speaks plainly of the target (`plainly`).
"""

import re

from briefing.records import Amount, Figure
from briefing.weeks import keys, outcomes, verdicts
from briefing.weeks.matching import level, names_object
from briefing.weeks.measuring import (
    LIKELY,
    RATIO,
    clause_of,
    counted_level,
    falls,
    less_beside,
    raw_of,
)
from briefing.weeks.plainly import speaks_of, sure, unsure
from briefing.weeks.said import Said, Track

_WHOLE = re.compile(
    r"全部|全面|目标|任务|如期|按期|按时|提前|超额|圆满|均|都|100%|达标|销号|\b(?:all|target|goal|planned|ahead of schedule|on schedule)\b"
)
_TASK = re.compile(r"目标|任务|计划|兑现|销号|达标")
_KEPT_UNDER = re.compile(
    r"(?:^|[,，;；])(?:均|都|已|圆满|顺利)*(?:完成|实现|达到|控制在|优于|好于|低于)"
)
_TOLD = re.compile(r"已|累计|完成|建成|(?<!下)达|实现|新增|突破|超过|竣工|投用|引进|签约|培训|改造")


def done(track: Track, said: Said, value: Amount | None) -> bool:
    """True when the report says the whole target is reached; `value` is its number now."""
    context, share = said.report.context, said.share
    if said.promises or outcomes.not_reached(context) or (share is not None and share < 100):
        return False
    if falls(track):
        return _kept_under(track, said, value)
    if less_beside(context, value or said.finding.amount):
        return False
    if share is not None and speaks_of(track, said, clause_of(context, f"{share:f}")):
        return True
    if not _late_enough(track, context):
        return False
    if names_object(track, said):
        by_number = _by_number(track, said, value)
        if by_number is not None:
            return by_number
    if isinstance(said.finding.claim, Figure):
        return False
    return _by_words(track, said, value)


def _by_number(track: Track, said: Said, value: Amount | None) -> bool | None:
    """Return whether the number told reaches the target's, None when no number decides."""
    amount, context = said.finding.amount, said.report.context
    if amount is None or value is None:
        return None
    kept = outcomes.kept(context)
    clause = clause_of(context, raw_of(said.finding))
    if kept and (not level(value) or value.unit in RATIO):
        same = (amount.unit, amount.basis) == (value.unit, value.basis)
        return same and amount.value >= value.value and speaks_of(track, said, clause)
    counted = counted_level(said, value)
    if outcomes.changed(context) or outcomes.put_off(context):
        return False
    told = outcomes.reached(context) or _TOLD.search(context) or _over(said) or kept
    plain = sure if verdicts.told(context) else speaks_of
    if told and counted and counted.value >= value.value and plain(track, said, clause):
        return True
    decides = isinstance(said.finding.claim, Figure) or (counted and verdicts.told(context))
    return False if decides else None


def _by_words(track: Track, said: Said, value: Amount | None) -> bool:
    """True when a clause says that the work itself is done, and all of it."""
    context = said.report.context
    words = outcomes.without_parts(context, track.said[0].report.context)
    clause = next((one for one in outcomes.ended(words) if speaks_of(track, said, one)), "")
    stage = outcomes.stage(clause)
    if not clause or (0 <= stage < _final(track) and not _TASK.search(clause)):
        return False
    special = track.object.stage not in (-1, outcomes.BUILT)
    if stage < 0 and special and not _TASK.search(clause):
        return False
    amount = said.finding.amount
    if amount and value and amount.unit == value.unit and amount.value > LIKELY * value.value:
        return False
    counted = counted_level(said, value) if names_object(track, said) else None
    if counted and value:
        return counted.value >= value.value
    if _WHOLE.search(context) or outcomes.part(track.said[0].report.context):
        return True
    return value is None and not _counts_part(raw_of(said.finding), clause)


def _late_enough(track: Track, context: str) -> bool:
    """True unless the words name an earlier stage of the work than the target: 已全部开工."""
    return not 0 <= outcomes.stage(context) < _final(track) or bool(_TASK.search(context))


def _counts_part(raw: str, clause: str) -> bool:
    """True when the clause that tells the end counts something: 首批200个已投用.

    A number elsewhere, or one that describes the object (总投资2.6亿元的项目), counts nothing.
    """
    return bool(raw) and raw in clause and f"{raw}的" not in clause


def _kept_under(track: Track, said: Said, value: Amount | None) -> bool:
    """True when a level at or below the target is called a target kept: 31微克，完成控制目标."""
    amount, context = said.finding.amount, said.report.context
    if track.deadline and said.day <= track.deadline.last:
        return False  # a mean of the year is known when the year is over
    told = outcomes.reached(context) or _KEPT_UNDER.search(context)
    if not _TASK.search(context) or not told or unsure(context):
        return False
    if amount is None or value is None or amount.unit != value.unit:
        return False
    return names_object(track, said) and amount.value <= value.value


def _final(track: Track) -> int:
    """Return the stage of work at which the target counts as reached; built, if not named."""
    return track.object.stage if track.object.stage >= 0 else outcomes.BUILT


def _over(said: Said) -> bool:
    """True for a figure of a period that was over when it was printed: 2022年."""
    claim = said.finding.claim
    period = claim.period if isinstance(claim, Figure) else None
    days = keys.resolved(period, said.day) if period else None
    return days is not None and days.first < days.last < said.day
