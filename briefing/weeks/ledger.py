"""Judge every target as of a period's last day: events, state, silence, progress, light.

In:  a `Track` and the period. Out: a `TargetHistory`.

Nothing is called met or missed without a sentence that says so, or a level at or above the
target. No report is not no progress: silence is counted beside the state, and the light of a
silent target stays as of its last report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from briefing.periods import Period
from briefing.records import (
    Amount,
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
from briefing.weeks import keys, lights, outcomes
from briefing.weeks.matching import Said, Track
from briefing.weeks.measuring import (
    counted_level,
    done,
    less_beside,
    measures,
    names_value,
    raw_of,
    stated_share,
)
from briefing.weeks.outcomes import Event

DISPUTED_DAYS = 6  # within which another number is a disagreement, unless a word says changed
_UNTIL = re.compile(r"截至[^,，。;；、]{2,12}|\d{1,2}[-—–~至到]\d{1,2}月|前[一二三]季度|[上下]半年")


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
    told: dict[Decimal, tuple[date, str]] = field(default_factory=dict)


def history(track: Track, period: Period, rule: Lights, lang: str) -> TargetHistory:
    """Return the target as it stands on the last day of `period`."""
    first = next((said for said in track.said if said.promises), track.said[0])
    dated = next((one for one in track.said if _dates(one, first)), first)
    standing = _Standing(dated.days, _deadline(dated.finding), track.value, raw_of(first.finding))
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
    clock = _clock(standing, state, track.said[0].day, period.last, lang)
    signal = _signal(standing, state, clock, rule, lang)
    return TargetHistory(
        key=track.key,
        what=_what(first),
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
        gap=signal.gap,
        limits=signal.limits,
        confirmed=track.confirmed,
    )


def _dates(said: Said, first: Said) -> bool:
    """True for a promise of the first one's article that has a day."""
    same = said.finding.article_id == first.finding.article_id
    return same and said.promises and said.days is not None


def _clock(
    standing: _Standing, state: State, first_seen: date, on: date, lang: str
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
        return Decimal("100.0"), lights.days(begin, last, None, lang)
    day = min(standing.measured or on, on)
    return lights.elapsed(begin, last, day), lights.days(begin, last, day, lang)


def _signal(
    standing: _Standing, state: State, clock: tuple[Decimal | None, str], rule: Lights, lang: str
) -> lights.Signal:
    if state is State.MET:
        return lights.Signal(Light.GREEN, "已完成，绿灯" if lang == "zh" else "met: green")
    if state is State.MISSED and standing.completion is None:
        return lights.Signal(Light.RED, "未按期完成，红灯" if lang == "zh" else "missed: red")
    time, counted = clock
    signal = lights.light(standing.completion, time, rule, lang)
    return lights.with_days(signal, counted, lang)


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
    disputed = _disputes(said, standing)
    if said.promises and finding.amount:
        standing.told.setdefault(finding.amount.value, (said.day, finding.article_id))
    if opening and said.promises and not done(track, said, standing.value):
        return ["stated"]
    if disputed:
        return ["disputed"]
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
        standing.value, standing.revised, standing.printed = value, True, raw_of(finding)
        standing.completion, standing.completion_rule = None, ""
        return ["revised"]
    if outcomes.not_reached(context) and not names_value(said, standing.value):
        if passed or (standing.deadline is None and "期" in context):
            standing.ended = State.MISSED
            return ["missed", *_promised_again(said, standing)]
        return ["progress"]
    if done(track, said, standing.value):
        standing.ended = State.MET
        return ["met"]
    if names_value(said, standing.value) and less_beside(context, standing.value):
        return ["stated"]
    if isinstance(finding.claim, Figure) or not said.promises or outcomes.share(context):
        return ["progress"]
    return ["stated"]


def _promised_again(said: Said, standing: _Standing) -> list[Event]:
    """Return the new deadline that the sentence about a miss names, as an extension."""
    days, old = said.finding.deadline_range, standing.deadline
    if days is None or old is None or days.last <= max(old.last, said.day):
        return []
    if _deadline(said.finding) not in (outcomes.after_miss(said.report.context) or ""):
        return []
    standing.deadline, standing.written, standing.extended = days, _deadline(said.finding), days
    return ["extended"]


def _disputes(said: Said, standing: _Standing) -> bool:
    """True for another number of the same days that no word calls a change: no revision.

    Told again later it still is the other side's number.
    """
    amount, value, context = said.finding.amount, standing.value, said.report.context
    if amount is None or value is None or not said.promises or outcomes.share(context):
        return False
    if amount.value == value.value or (amount.unit, amount.basis) != (value.unit, value.basis):
        return False
    if outcomes.changed(context) or outcomes.corrects(context) or standing.revised:
        return False
    if amount.value in standing.told:
        return True
    day, article_id = standing.told.get(value.value, (said.day, said.finding.article_id))
    return (said.day - day).days <= DISPUTED_DAYS and article_id != said.finding.article_id


def _new_deadline(said: Said, standing: _Standing) -> tuple[DateRange, str] | None:
    days = said.finding.deadline_range
    if standing.ended is State.MET or not days:
        return None
    again = standing.ended is State.MISSED and said.promises and days.last > said.day
    if not again and not outcomes.put_off(said.report.context):
        return None
    if standing.deadline and days.last <= standing.deadline.last:
        return None
    return days, _deadline(said.finding)


def _new_value(said: Said, standing: _Standing) -> Amount | None:
    """Return the value that takes the target's place: by a word of change, or stated anew."""
    amount, old = said.finding.amount, standing.value
    if isinstance(said.finding.claim, Figure) or amount is None or old is None:
        return None
    if outcomes.changed(said.report.context) and amount.unit == old.unit:
        update = {"value": abs(amount.value), "basis": old.basis, "direction": old.direction}
        return amount.model_copy(update=update) if abs(amount.value) != old.value else None
    if (amount.unit, amount.basis) != (old.unit, old.basis) or amount.value == old.value:
        return None
    return amount if said.promises and not outcomes.share(said.report.context) else None


def _measure(track: Track, said: Said, standing: _Standing, period: Period, lang: str) -> None:
    """Bring the completion up to date: the share that is stated, else the level computed."""
    share = stated_share(said)
    counted = None if said.promises else counted_level(said, standing.value)
    if share is not None:
        standing.completion = share
        standing.completion_rule = f"报道称{share}%" if lang == "zh" else f"stated: {share}%"
    elif counted and standing.value and measures(track, said):
        done = lights.tenth(100 * counted.value / standing.value.value)
        standing.completion = done
        goal = standing.printed or f"{standing.value.value:f}{standing.value.unit}"
        standing.completion_rule = f"{raw_of(said.finding)}÷{goal}={done}%"
    else:
        return
    standing.measured = _as_of(said, standing, period)
    standing.measured_in = said.finding.article_id, said.finding.claim.sentence


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


def _what(said: Said) -> str:
    """Return the promise in its own words, after what it speaks of where they name nothing."""
    claim, about = said.finding.claim, said.report.about
    match claim:
        case Target():
            words = claim.what
        case NextStep():
            words = claim.action
        case _:
            return claim.metric if isinstance(claim, Figure) else ""
    return f"{about}：{words}" if about and about not in words else words


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
