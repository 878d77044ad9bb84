"""Measure what a report says of a target: how much of it, and whether that is all.

In:  a target and one report. Out: the level or share that the report gives, or nothing.

A level counts only when it is of the target's own object and unit, was told after the target,
is no remainder (尚有7座), no single month and no repetition of the target (15所中仅完成11所).
"""

import re
from decimal import Decimal
from functools import lru_cache

from briefing.facts import amounts
from briefing.records import Amount, Bound, Figure, Finding, Target
from briefing.weeks import keys, outcomes
from briefing.weeks.matching import level, names_object
from briefing.weeks.said import Said, Track

_WHOLE = re.compile(
    r"全部|全面|目标|任务|如期|按期|按时|提前|超额|圆满|均|都|100%|达标|销号|\b(?:all|target|goal|planned|ahead of schedule|on schedule)\b"
)
_TASK = re.compile(r"目标|任务|计划|兑现|销号|达标")
_KEPT = re.compile(r"(?:^|[,，;；])(?:均|都|已|圆满|顺利)*(?:完成|实现|达到|控制在|优于|好于|低于)")
_RATIO = ("%", "百分点")
_SO_FAR = re.compile(r"截至|目前|已|累计")
_KEEP_UNDER = re.compile(r"控制在|不超过|以内|以下|降至|降到|下降|压减|压降|减少")
_LIKELY = Decimal("1.5")  # a level beyond this share of a target counts something else
_LEFT = re.compile(r"尚有|剩余|还有|还剩|其余|余下|缺口|相差|还差|短缺|不足|仍有|未")
_TOLD = re.compile(r"已|累计|完成|建成|达|实现|新增|突破|超过|竣工|投用|引进|签约|培训|改造")
_AMONG = re.compile(r"[^,，。;；\d]{0,16}(?:中|里|有)(?:[,，已]|有?\d|$)")
_PART_OF_TIME = re.compile(r"[一二三四]季度|[上下]半年|月度|序时|阶段|\d月")
_SHORT_SPAN = re.compile(r"本周|当月|本月|当日|当天|日前新|单月|上周|近日新")


def done(track: Track, said: Said, value: Amount | None) -> bool:
    """True when the report says the whole target is reached."""
    context, amount = said.report.context, said.finding.amount
    stated = said.share
    if stated is not None and stated < 100:
        return False
    whole = value or amount
    if said.promises or outcomes.not_reached(context):
        return False
    if _falls(track):
        return _kept_under(track, said, value)
    if stated is not None and _of_the_whole(track, context):
        return True
    if less_beside(context, whole):
        return False
    if not _late_enough(track, context):
        return False
    named = names_object(track, said)
    kept = outcomes.kept(context)
    if named and amount and value and kept and (not level(value) or value.unit in _RATIO):
        same = (amount.unit, amount.basis) == (value.unit, value.basis)
        return same and amount.value >= value.value
    counted = counted_level(said, value) if named else None
    if isinstance(said.finding.claim, Figure):
        told = outcomes.reached(context) or _TOLD.search(context) or _over(said) or kept
        return bool(told and counted and value and counted.value >= value.value)
    if counted and value and outcomes.told(context):
        return counted.value >= value.value
    clause = outcomes.reached(outcomes.without_parts(context, track.said[0].report.context))
    stage = outcomes.stage(clause)
    if not clause or 0 <= stage < _final(track):
        return False
    special = track.object.stage not in (-1, outcomes.BUILT)
    if stage < 0 and special and not _TASK.search(clause):
        return False
    if counted and value:
        return counted.value >= value.value
    if _WHOLE.search(context):
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


def _of_the_whole(track: Track, context: str) -> bool:
    """True unless the share is one of a part of the time: 完成一季度目标的105%."""
    own = track.said[0].report.context
    return all(part in own for part in _PART_OF_TIME.findall(context))


def _kept_under(track: Track, said: Said, value: Amount | None) -> bool:
    """True when a level at or below the target is called a target kept: 31微克，完成控制目标."""
    amount, context = said.finding.amount, said.report.context
    if not _TASK.search(context) or not (outcomes.reached(context) or _KEPT.search(context)):
        return False
    if amount is None or value is None or amount.unit != value.unit:
        return False
    return names_object(track, said) and amount.value <= value.value


def less_beside(context: str, value: Amount | None) -> bool:
    """True when the clauses hold a smaller number of the target's unit: 6所中已有4所.

    One is no count of its own (最后一户, 每一家).
    """
    if value is None:
        return False
    return any(
        unit == value.unit and 1 < number < value.value
        for number, unit in _numbers(outcomes.without_surplus(context))
    )


@lru_cache(maxsize=16_384)
def _numbers(context: str) -> tuple[tuple[Decimal, str], ...]:
    return tuple((seen.amount.value, seen.amount.unit) for seen in amounts.find(context))


def names_value(said: Said, value: Amount | None) -> bool:
    """True for a figure that only repeats the target's number: 15所中仅完成11所."""
    amount = said.finding.amount
    same = isinstance(said.finding.claim, Figure) and amount and value
    return bool(
        same and amount and value and (amount.value, amount.unit) == (value.value, value.unit)
    )


def _final(track: Track) -> int:
    """Return the stage of work at which the target counts as reached; built, if not named."""
    return track.object.stage if track.object.stage >= 0 else outcomes.BUILT


def counted_level(said: Said, value: Amount | None) -> Amount | None:
    """Return the level that the report gives for the target, if it is one and cumulative."""
    amount = said.finding.amount
    if not level(amount) or not level(value) or amount is None or value is None:
        return None
    if amount.unit != value.unit or amount.unit in _RATIO:
        return None
    if amount.bound in (Bound.UNDER, Bound.ABOUT) and amount.value >= value.value:
        return None
    if _left_over(said) or _out_of(said) or amount.value > _LIKELY * value.value:
        return None
    others = {
        number
        for number, unit in _numbers(outcomes.without_surplus(said.report.context))
        if unit == value.unit
    }
    if not isinstance(said.finding.claim, Figure) and len(others - {value.value}) > 1:
        return None
    if amount.value >= value.value and outcomes.not_reached(said.report.context):
        return None
    if amount.value == value.value and less_beside(said.report.context, value):
        return None
    short = _SHORT_SPAN.search(said.report.context) and "累计" not in said.report.context
    return None if short else amount


def _over(said: Said) -> bool:
    """True for a figure of a period that was over when it was printed: 2022年."""
    claim = said.finding.claim
    days = (
        keys.resolved(claim.period, said.day)
        if isinstance(claim, Figure) and claim.period
        else None
    )
    return days is not None and days.last < said.day


def _left_over(said: Said) -> bool:
    """True when the number counts what is still to be done: 尚有7座."""
    raw = raw_of(said.finding)
    before = said.report.context.partition(raw)[0][-8:] if raw else ""
    return bool(_LEFT.search(before))


def _out_of(said: Said) -> bool:
    """True when the number is that of which some are done: 5所学校中，已有2所."""
    raw = raw_of(said.finding)
    after = said.report.context.partition(raw)[2] if raw else ""
    return bool(_AMONG.match(after))


def _falls(track: Track) -> bool:
    return bool(_KEEP_UNDER.search(track.said[0].report.context))


def measures(track: Track, said: Said) -> bool:
    """True when a level is one of the target's own object, told after the target was set."""
    place = said.finding.article_id, said.finding.claim.sentence
    stated = {
        (one.finding.article_id, one.finding.claim.sentence) for one in track.said if one.promises
    }
    context = said.report.context
    if not stated or _falls(track) or _KEEP_UNDER.search(context):
        return False
    if place in stated and not _SO_FAR.search(context):
        return False
    stage = outcomes.stage(context)
    if 0 <= stage < track.object.stage or (stage == outcomes.STARTED and track.object.stage < 0):
        return False  # nine projects signed are none of thirteen to be started
    return names_object(track, said)


def raw_of(finding: Finding) -> str:
    claim = finding.claim
    return claim.raw or "" if isinstance(claim, Figure | Target) else ""
