"""Judge every target as of a period's last day: events, state, silence, progress, light.

In:  a `Track` and the period. Out: a `TargetHistory`.

Nothing is called met or missed without a sentence that says so, or a level at or above the
target. No report is not no progress: silence is counted beside the state, and the light of a
silent target stays as of its last report.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from briefing import amounts, keys, lights, outcomes
from briefing.outcomes import Event
from briefing.periods import Period
from briefing.records import (
    Amount,
    Bound,
    DateRange,
    Figure,
    Finding,
    Light,
    NextStep,
    State,
    Target,
    TargetHistory,
    TargetPoint,
)
from briefing.settings import Lights
from briefing.targets import Said, Track, level, names_object

_WHOLE = re.compile(r"全部|全面|目标|任务|如期|按期|按时|提前|超额|圆满|均|都|100%|达标|销号")
_KEEP_UNDER = re.compile(r"控制在|不超过|以内|以下|降至|降到|下降|压减|压降|减少")
_UNTIL = re.compile(r"截至[^,，。;；、]{2,12}|\d{1,2}[-—–~至到]\d{1,2}月|前[一二三]季度|[上下]半年")
_LIKELY = Decimal("1.5")  # a level beyond this share of a target counts something else
_LEFT = re.compile(r"尚有|剩余|还有|还剩|其余|余下|缺口|相差|还差|短缺|不足|仍有|未")
_TOLD = re.compile(r"已|累计|完成|建成|达|实现|新增|突破|超过|竣工|投用|引进|签约|培训|改造")
_SHORT_SPAN = re.compile(r"本周|当月|本月|当日|当天|日前新|单月|上周|近日新")


@dataclass
class _Standing:
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


def history(track: Track, period: Period, rule: Lights, lang: str) -> TargetHistory:
    """Return the target as it stands on the last day of `period`."""
    first = next((said for said in track.said if said.promises), track.said[0])
    standing = _Standing(first.days, _deadline(first.finding), track.value, _raw(first.finding))
    points: list[TargetPoint] = []
    for said in track.said:
        events = _events(track, said, standing, opening=said is track.said[0])
        points.extend(_point(said, event) for event in events if _adds(points, said, event))
        _measure(track, said, standing, period, lang)
    state = _state(standing, period.last)
    if state is State.MET:
        standing.completion = max(standing.completion or Decimal(100), Decimal(100))
        done = "报道称已完成" if lang == "zh" else "reported as done"
        standing.completion_rule = standing.completion_rule or done
    clock = _clock(standing, state, track.said[0].day, period.last)
    signal = _signal(standing, state, clock, rule, lang)
    return TargetHistory(
        key=track.key,
        what=_what(first.finding),
        owner=_responsible(track),
        place=track.place[-1] if track.place else "",
        deadline=standing.written,
        deadline_range=standing.deadline,
        value=standing.value,
        first_value=standing.first_value,
        extended=standing.extended,
        first_seen=track.said[0].day,
        points=tuple(points),
        state=state,
        silent_periods=_silence(track.said[-1].day, period),
        completion=standing.completion,
        completion_rule=standing.completion_rule,
        elapsed=clock[0],
        light=signal.light,
        light_rule=signal.rule,
        confirmed=track.confirmed,
    )


def _clock(
    standing: _Standing, state: State, first_seen: date, on: date
) -> tuple[Decimal | None, str]:
    """Return the share of the time that is over, and the days it was counted over.

    A measured target is compared on the day it was measured, for silence is no standstill; all
    of the time is over once the deadline has passed.
    """
    if standing.deadline is None:
        return None, ""
    begin = lights.start(standing.written, standing.deadline, first_seen)
    last = standing.deadline.last
    if state in (State.MISSED, State.OVERDUE):
        return Decimal("100.0"), f"{begin}/{last}"
    day = min(standing.measured or on, on)
    return lights.elapsed(begin, last, day), f"{begin}/{last}, {day}"


def _signal(
    standing: _Standing, state: State, clock: tuple[Decimal | None, str], rule: Lights, lang: str
) -> lights.Signal:
    if state is State.MET:
        return lights.Signal(Light.GREEN, "已完成，绿灯" if lang == "zh" else "met: green")
    if state is State.MISSED and standing.completion is None:
        return lights.Signal(Light.RED, "未按期完成，红灯" if lang == "zh" else "missed: red")
    time, days = clock
    signal = lights.light(standing.completion, time, rule, lang)
    counted = f"；时间按{days}计" if lang == "zh" else f"; time counted over {days}"
    shown = signal.light is not Light.GREY and days
    return lights.Signal(signal.light, f"{signal.rule}{counted}") if shown else signal


def _adds(points: Sequence[TargetPoint], said: Said, event: Event) -> bool:
    """True unless the sentence has done the same to the target already: 24个, 建成24个."""
    finding = said.finding
    same = [
        one.finding
        for one in points
        if (one.finding.article_id, one.event) == (finding.article_id, event)
        and one.finding.claim.sentence == finding.claim.sentence
    ]
    if not isinstance(finding.claim, Figure):
        return not same
    return all(one.amount != finding.amount for one in same)


def _point(said: Said, event: Event) -> TargetPoint:
    return TargetPoint(
        day=said.day,
        event=event,
        finding=said.finding,
        cite=said.cite,
        source=said.source,
        url=said.url,
    )


def _events(track: Track, said: Said, standing: _Standing, *, opening: bool) -> list[Event]:
    """Return what a report did to the target, and bring `standing` up to date."""
    finding, context = said.finding, said.report.context
    if opening and said.promises and not _done(track, said, standing):
        return ["stated"]
    passed = standing.deadline is not None and said.day > standing.deadline.last
    events: list[Event] = []
    if moved := _new_deadline(said, standing):
        if passed and standing.ended is None:
            events.append("missed")
            standing.ended = State.MISSED
        standing.deadline, standing.written, standing.extended = moved[0], moved[1], moved[0]
        return [*events, "extended"]
    if value := _new_value(said, standing):
        standing.first_value = standing.first_value or standing.value
        standing.value, standing.revised, standing.printed = value, True, _raw(finding)
        standing.completion, standing.completion_rule = None, ""
        return ["revised"]
    if outcomes.not_reached(context) and not _names_value(said, standing.value):
        if passed or (standing.deadline is None and "期" in context):
            standing.ended = State.MISSED
            return ["missed"]
        return ["progress"]
    if _done(track, said, standing):
        standing.ended = State.MET
        return ["met"]
    if _names_value(said, standing.value) and _less_beside(context, standing.value):
        return ["stated"]
    if isinstance(finding.claim, Figure) or not said.promises or outcomes.share(context):
        return ["progress"]
    return ["stated"]


def _new_deadline(said: Said, standing: _Standing) -> tuple[DateRange, str] | None:
    days = said.finding.deadline_range
    if not days or not outcomes.put_off(said.report.context):
        return None
    if standing.deadline and days.last <= standing.deadline.last:
        return None
    return days, _deadline(said.finding)


def _new_value(said: Said, standing: _Standing) -> Amount | None:
    """Return the value that takes the target's place: by a word of change, or stated anew."""
    amount, old = said.finding.amount, standing.value
    if isinstance(said.finding.claim, Figure) or amount is None or old is None:
        return None
    if (amount.unit, amount.basis) != (old.unit, old.basis) or amount.value == old.value:
        return None
    if outcomes.changed(said.report.context):
        return amount
    return amount if said.promises and not outcomes.share(said.report.context) else None


def _done(track: Track, said: Said, standing: _Standing) -> bool:
    """True when the report says the whole target is reached."""
    context, amount, value = said.report.context, said.finding.amount, standing.value
    stated = _stated_share(said)
    if stated is not None and stated < 100:
        return False
    whole = value or amount
    if said.promises or outcomes.not_reached(context) or _less_beside(context, whole):
        return False
    counted = _counted(said, value) if names_object(track, said) else None
    if isinstance(said.finding.claim, Figure):
        told = outcomes.reached(context) or _TOLD.search(context) or _over(said)
        return bool(
            told and counted and value and not _falls(track) and counted.value >= value.value
        )
    clause = outcomes.reached(context)
    if not clause or 0 <= outcomes.stage(clause) < _final(track):
        return False
    if counted and value and not _falls(track):
        return counted.value >= value.value
    if _WHOLE.search(context):
        return True
    return value is None and amount is None


def _less_beside(context: str, value: Amount | None) -> bool:
    """True when the clauses hold a smaller number of the target's unit: 6所中已有4所."""
    if value is None:
        return False
    return any(
        unit == value.unit and 0 < number < value.value for number, unit in _numbers(context)
    )


@lru_cache(maxsize=16_384)
def _numbers(context: str) -> tuple[tuple[Decimal, str], ...]:
    return tuple((seen.amount.value, seen.amount.unit) for seen in amounts.find(context))


def _names_value(said: Said, value: Amount | None) -> bool:
    """True for a figure that only repeats the target's number: 15所中仅完成11所."""
    amount = said.finding.amount
    same = isinstance(said.finding.claim, Figure) and amount and value
    return bool(
        same and amount and value and (amount.value, amount.unit) == (value.value, value.unit)
    )


def _final(track: Track) -> int:
    """Return the stage of work at which the target counts as reached; built, if not named."""
    return track.object.stage if track.object.stage >= 0 else outcomes.BUILT


def _stated_share(said: Said) -> Decimal | None:
    """Return the share of the target that the report says is done, in per cent."""
    claim = said.finding.claim
    stated = claim.completion if isinstance(claim, Target) else None
    number = re.search(r"\d+(?:\.\d+)?", unicodedata.normalize("NFKC", stated or ""))
    share = number[0] if number else outcomes.share(said.report.context)
    return Decimal(share) if share else None


def _counted(said: Said, value: Amount | None) -> Amount | None:
    """Return the level that the report gives for the target, if it is one and cumulative."""
    amount = said.finding.amount
    if not level(amount) or not level(value) or amount is None or value is None:
        return None
    if amount.unit != value.unit or amount.unit in ("%", "百分点"):
        return None
    if amount.bound in (Bound.UNDER, Bound.ABOUT) and amount.value >= value.value:
        return None
    if _left_over(said) or amount.value > _LIKELY * value.value:
        return None
    others = {number for number, unit in _numbers(said.report.context) if unit == value.unit}
    if not isinstance(said.finding.claim, Figure) and len(others - {value.value}) > 1:
        return None
    if amount.value >= value.value and outcomes.not_reached(said.report.context):
        return None
    if amount.value == value.value and _less_beside(said.report.context, value):
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
    raw = _raw(said.finding)
    before = said.report.context.partition(raw)[0][-8:] if raw else ""
    return bool(_LEFT.search(before))


def _falls(track: Track) -> bool:
    return bool(_KEEP_UNDER.search(track.said[0].report.context))


def _measure(track: Track, said: Said, standing: _Standing, period: Period, lang: str) -> None:
    """Bring the completion up to date: the share that is stated, else the level computed."""
    share = _stated_share(said)
    counted = None if said.promises else _counted(said, standing.value)
    if share is not None:
        standing.completion = share
        standing.completion_rule = f"报道称{share}%" if lang == "zh" else f"stated: {share}%"
    elif counted and standing.value and _measures(track, said):
        done = lights.tenth(100 * counted.value / standing.value.value)
        standing.completion = done
        goal = standing.printed or f"{standing.value.value:f}{standing.value.unit}"
        standing.completion_rule = f"{_raw(said.finding)}÷{goal}={done}%"
    else:
        return
    standing.measured = _as_of(said, standing, period)
    standing.measured_in = said.finding.article_id, said.finding.claim.sentence


def _measures(track: Track, said: Said) -> bool:
    """True when a level is one of the target's own object, told after the target was set."""
    place = said.finding.article_id, said.finding.claim.sentence
    stated = {
        (one.finding.article_id, one.finding.claim.sentence) for one in track.said if one.promises
    }
    if not stated or place in stated or _KEEP_UNDER.search(said.report.context):
        return False
    return names_object(track, said)


def _as_of(said: Said, standing: _Standing, period: Period) -> date:
    """Return the day that a report measures to.

    It is the day the report names (截至9月11日, 1-8月), for itself or earlier in the sentence;
    otherwise the last day of the period in which it was published.
    """
    claim = said.finding.claim
    named = claim.period if isinstance(claim, Figure) else None
    until = _UNTIL.search(said.report.context)
    for words in (named, until[0] if until else None):
        days = keys.resolved(words, said.day) if words else None
        if days and days.last <= said.day and days.last.year == said.day.year:
            return days.last
    place = said.finding.article_id, said.finding.claim.sentence
    if standing.measured and standing.measured_in == place:
        return standing.measured
    return Period.of(said.day, period.cadence).last


def _state(standing: _Standing, on: date) -> State:
    if standing.ended:
        return standing.ended
    if standing.deadline and on > standing.deadline.last:
        return State.OVERDUE
    return State.REVISED if standing.revised else State.OPEN


@lru_cache(maxsize=4_096)
def _silence(last: date, period: Period) -> int:
    """Return how many periods, this one included, have passed without a report."""
    count, current = 0, Period.of(last, period.cadence)
    while current < period:
        count, current = count + 1, current.after()
    return count


def _what(finding: Finding) -> str:
    claim = finding.claim
    match claim:
        case Target():
            return claim.what
        case NextStep():
            return claim.action
        case Figure():
            return claim.metric
    return ""


def _raw(finding: Finding) -> str:
    claim = finding.claim
    return claim.raw or "" if isinstance(claim, Figure | Target) else ""


def _owner(finding: Finding) -> str:
    claim = finding.claim
    return claim.owner or "" if isinstance(claim, Target | NextStep) else ""


def _responsible(track: Track) -> str:
    """Return who is to reach it: the owner stated first, else the place that the words name."""
    stated = next((owner for said in track.said if (owner := _owner(said.finding))), "")
    place = track.place[-1] if track.place else ""
    return stated or (place if place and place in track.said[0].report.context else "")


def _deadline(finding: Finding) -> str:
    claim = finding.claim
    return claim.deadline or "" if isinstance(claim, Target | NextStep) else ""
