"""Judge every target as of a period's last day: events, state, silence, progress, light.

In:  a `Track` and the period. Out: a `TargetHistory`.

Nothing is called met or missed without a sentence that says so, or a level at or above the
target. No report is not no progress: silence is counted beside the state, and the light of a
silent target stays as of its last report.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from briefing.periods import Period
from briefing.records import (
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
from briefing.weeks import due, homes, keys, lights
from briefing.weeks.events import Standing, deadline_of, events
from briefing.weeks.measuring import (
    counted_level,
    measures,
    raw_of,
)
from briefing.weeks.outcomes import Event
from briefing.weeks.said import Said, Track

_GOAL = re.compile(r"(?:年度|全年|年初|今年)(?:投资)?(?:目标任务|目标|任务|计划|预算)")
_LEFT = re.compile(r"未[\u4e00-\u9fff]{2,3}(?:的\d|项目|工程)|剩余|其余|余下|剩下")
_FIRM = re.compile(r"公司|企业(?!\d|\D{0,6}\d+家)|集团|厂(?!房)")


def history(track: Track, period: Period, rule: Lights, lang: str) -> TargetHistory:
    """Return the target as it stands on the last day of `period`."""
    first = next((said for said in track.said if said.promises), track.said[0])
    dated = next((one for one in track.said if _dates(one, first)), first)
    standing = Standing(dated.days, deadline_of(dated.finding), track.value, raw_of(first.finding))
    points: list[TargetPoint] = []
    for said in track.said:
        found = events(track, said, standing, opening=said is track.said[0])
        points.extend(_point(said, event) for event in found if _adds(points, said, event))
        _measure(track, said, standing, lang)
    state = _state(standing, period.last)
    if state is State.MET:
        standing.completion = max(standing.completion or Decimal(100), Decimal(100))
        done = "报道称已完成" if lang == "zh" else "reported as done"
        standing.completion_rule = standing.completion_rule or done
    clock = _clock(standing, state, track.said[0], period.last, lang)
    signal = _signal(standing, state, clock, rule, lang)
    return TargetHistory(
        key=track.key,
        what=_what(first) if first.promises else _goal(track) or _what(first),
        owner=_responsible(track),
        place=homes.printed(track.place, lang),
        deadline=standing.written,
        deadline_range=standing.deadline,
        value=standing.value,
        first_value=standing.first_value,
        extended=standing.extended,
        first_seen=track.said[0].day,
        points=tuple(points),
        state=state,
        silent_periods=silence(track.said[-1].day, period),
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
    standing: Standing, state: State, first: Said, on: date, lang: str
) -> tuple[Decimal | None, str]:
    """Return the share of the time that is over, and the days it was counted over.

    The time of work that was left over (24个未开工项目) runs from the day it was promised.
    A measured target is compared on the day it was measured, for silence is no standstill; all
    of the time is over once the deadline has passed.
    """
    if standing.deadline is None:
        return None, ""
    last = standing.deadline.last
    left = _LEFT.search(first.report.context)
    begin = (
        min(first.day, last)
        if left
        else lights.start(standing.written, standing.deadline, first.day)
    )
    if state in (State.MISSED, State.OVERDUE):
        return Decimal("100.0"), lights.days(begin, last, None, lang)
    day = min(standing.measured or on, on)
    return lights.elapsed(begin, last, day), lights.days(begin, last, day, lang)


def _signal(
    standing: Standing, state: State, clock: tuple[Decimal | None, str], rule: Lights, lang: str
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


def _measure(track: Track, said: Said, standing: Standing, lang: str) -> None:
    """Bring the completion up to date: the share that is stated, else the level computed."""
    share = said.share
    counted = None if said.promises else counted_level(said, standing.value)
    if share is not None:
        standing.completion = share
        standing.completion_rule = f"报道称{share}%" if lang == "zh" else f"stated: {share}%"
    elif counted and standing.value and measures(track, said):
        done = lights.tenth(100 * counted.value / standing.value.value)
        measured = standing.measured_in and standing.measured_in[0] == said.finding.article_id
        if measured and standing.completion is not None and done < standing.completion:
            return  # a part of what the same article measured already
        standing.completion = done
        goal = standing.printed or f"{standing.value.value:f}{standing.value.unit}"
        standing.completion_rule = f"{raw_of(said.finding)}÷{goal}={done}%"
    else:
        return
    standing.measured = _as_of(said, standing)
    standing.measured_in = said.finding.article_id, said.finding.claim.sentence


def _as_of(said: Said, standing: Standing) -> date:
    """Return the day that a report measures to.

    It is the day the report names (截至9月11日, 1-8月), for itself or earlier in the sentence;
    otherwise the day it was published.
    """
    claim = said.finding.claim
    named = (
        keys.resolved(claim.period, said.day)
        if isinstance(claim, Figure) and claim.period
        else None
    )
    if named and named.last <= said.day and named.last.year == said.day.year:
        return named.last
    until = due.until(said.report.context, said.day)
    if until and until.year == said.day.year:
        return until
    if isinstance(claim, Figure) and said.report.within:
        return said.report.within.last
    place = said.finding.article_id, said.finding.claim.sentence
    if standing.measured and standing.measured_in == place:
        return standing.measured
    return said.day


def _state(standing: Standing, on: date) -> State:
    if standing.ended:
        return standing.ended
    if standing.deadline and on > standing.deadline.last:
        return State.OVERDUE
    return State.REVISED if standing.revised else State.OPEN


@lru_cache(maxsize=4_096)
def silence(last: date, period: Period) -> int:
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


def _goal(track: Track) -> str:
    """Return the name of a target of which only progress was told: 固定资产投资年度目标."""
    told = [said.report.context for said in track.said]
    if "、" in told[0].partition("，")[0]:
        return ""  # of several things: 17个甲项目、38个乙项目已超额完成年度计划
    goal = next((found[0] for one in told if (found := _GOAL.search(one))), "")
    metrics = [
        said.finding.claim.metric
        for said in track.said
        if isinstance(said.finding.claim, Figure) and _plain(said.finding.claim)
    ]
    return f"{metrics[0]}{goal}" if goal and metrics else ""


def _plain(claim: Figure) -> bool:
    """True for a level under the name of an indicator, not of its share: 固定资产投资 142.6亿元."""
    return not claim.raw.endswith(("%", "％")) and not _GOAL.search(claim.metric)


def _owner(finding: Finding) -> str:
    claim = finding.claim
    return claim.owner or "" if isinstance(claim, Target | NextStep) else ""


def _responsible(track: Track) -> str:
    """Return who is to reach it: the owner stated first, else the place that the words name."""
    stated = next((owner for said in track.said if (owner := _owner(said.finding))), "")
    place = track.place[-1] if track.place and keys.has_level(track.place[-1]) else ""
    context = track.said[0].report.context
    named = place in context and not _FIRM.search(context)
    return stated or (place if named else "")
