"""Measure what a report says of a target: how much of it, and whether that is all.

In:  a target and one report. Out: the level or share that the report gives, or nothing.

A level counts only when it is of the target's own object and unit, was told after the target,
is no remainder (尚有7座), no single month and no repetition of the target (15所中仅完成11所).
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from briefing.facts import amounts
from briefing.records import Amount, Bound, Figure, Finding, Target
from briefing.weeks import outcomes, verdicts
from briefing.weeks.matching import level, names_object
from briefing.weeks.plainly import speaks_of
from briefing.weeks.said import Said, Track

RATIO = ("%", "百分点")
_SO_FAR = re.compile(r"截至|目前|已|累计")
_KEEP_UNDER = re.compile(r"控制在|不超过|以内|以下|降至|降到|下降|压减|压降|减少")
_BEGINS = re.compile(r"签约|开工|动工|启动|引进|招引|入库|落地|招商")
LIKELY = Decimal("1.5")  # a level beyond this share of a target counts something else
_LEFT = re.compile(
    r"(?:尚有|剩余|还有|还剩|其余|余下|缺口|相差|还差|短缺|不足|仍有|未)(?!.*(?:已|完成|建成))"
)
_AMONG = re.compile(r"[^,，。;；\d]{0,16}(?:中|里|有)(?:[,，已]|有?\d|$)")
_PLANNED = re.compile(r"(?:计划|原定|原拟|应)(?![^,，。;；]*(?:已|实际|完成|建成))[^,，。;；]*$")
_SHORT_SPAN = re.compile(r"本周|当月|本月|当日|当天|日前新|单月|上周|近日新")


def less_beside(context: str, value: Amount | None) -> bool:
    """True when the clauses hold a smaller number of the target's unit: 6所中已有4所.

    One is no count of its own (最后一户, 每一家).
    """
    if value is None:
        return False
    return any(
        unit == value.unit and 1 < number < value.value
        for number, unit in _numbers(verdicts.without_surplus(context))
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


def counted_level(said: Said, value: Amount | None) -> Amount | None:
    """Return the level that the report gives for the target, if it is one and cumulative."""
    amount = said.finding.amount
    if not level(amount) or not level(value) or amount is None or value is None:
        return None
    if amount.unit != value.unit or amount.unit in RATIO:
        return None
    if amount.bound in (Bound.UNDER, Bound.ABOUT) and amount.value >= value.value:
        return None
    if _left_over(said) or _out_of(said) or _planned(said) or amount.value > LIKELY * value.value:
        return None
    others = {
        number
        for number, unit in _numbers(verdicts.without_surplus(said.report.context))
        if unit == value.unit
    }
    if not isinstance(said.finding.claim, Figure) and len(others - {value.value}) > 1:
        return None
    if amount.value >= value.value and outcomes.not_reached(said.report.context):
        return None
    if amount.value == value.value and less_beside(said.report.context, value):
        return None
    clause = clause_of(said.report.context, raw_of(said.finding))
    return None if _SHORT_SPAN.search(clause) and "累计" not in clause else amount


def _left_over(said: Said) -> bool:
    """True when the number counts what is still to be done: 尚有7座."""
    raw = raw_of(said.finding)
    before = said.report.context.partition(raw)[0][-8:] if raw else ""
    return bool(_LEFT.search(before))


def _planned(said: Said) -> bool:
    """True when the number is that of a plan: 原计划新建6所，实际建成4所."""
    raw, context = raw_of(said.finding), said.report.context
    return bool(raw) and bool(_PLANNED.search(clause_of(context, raw).partition(raw)[0]))


def _out_of(said: Said) -> bool:
    """True when the number is that of which some are done: 5所学校中，已有2所."""
    raw = raw_of(said.finding)
    after = said.report.context.partition(raw)[2] if raw else ""
    return bool(_AMONG.match(after))


def falls(track: Track) -> bool:
    """True for a target that keeps a number low: 控制在36微克以内."""
    return bool(_KEEP_UNDER.search(track.said[0].report.context))


def measures(track: Track, said: Said) -> bool:
    """True when a level is one of the target's own object, told after the target was set."""
    place = said.finding.article_id, said.finding.claim.sentence
    before = takewhile(lambda one: one is not said, track.said)
    stated = {
        (one.finding.article_id, one.finding.claim.sentence) for one in before if one.promises
    }
    context = said.report.context
    if not stated or falls(track) or _KEEP_UNDER.search(context):
        return False
    if place in stated and not _SO_FAR.search(context):
        return False
    raw = raw_of(said.finding)
    clause = clause_of(context, raw)
    if _of_earlier_stage(track, clause, raw) or not speaks_of(track, said, clause):
        return False
    return names_object(track, said)


def _of_earlier_stage(track: Track, clause: str, raw: str) -> bool:
    """True for a count of what is signed, started or half done, where more was promised."""
    promised = track.said[0].report.context
    piece = next((one for one in clause.split("、") if raw and raw in one), clause)
    stage = outcomes.stage(piece)
    if outcomes.part(clause) and not outcomes.part(promised):
        return True
    if track.object.stage >= 0:
        return 0 <= stage < track.object.stage
    return stage in (0, outcomes.STARTED) and not _BEGINS.search(promised)


def clause_of(context: str, words: str) -> str:
    """Return the clause of `context` that holds `words`, the whole context when none does."""
    clauses = re.split(r"[,，;；。]", context)
    return next((one for one in clauses if words and words in one), context)


def raw_of(finding: Finding) -> str:
    claim = finding.claim
    return claim.raw or "" if isinstance(claim, Figure | Target) else ""
