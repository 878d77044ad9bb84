"""Follow the targets of a period: what its articles and earlier ones said, as one ledger.

In:  traces of articles, the rows of the period. Out: `TargetHistory`s, and the rows marked with
     what each did in the ledger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefing.periods import Period
from briefing.records import (
    Conflict,
    Correction,
    Light,
    Row,
    State,
    TargetHistory,
    Trace,
)
from briefing.settings import Settings
from briefing.weeks.ledger import history, silence
from briefing.weeks.said import Said, Track
from briefing.weeks.targets import tracks

_Place = tuple[str, int, int | None]
_LAPSED = 3  # times as long as a slogan, a promise stays listed whose day passed without word
_LAMPS = {Light.RED: 0, Light.YELLOW: 1}
"""What a reader must see first; other lights keep their order, what is met comes last."""


def follow(
    period: Period,
    traces: Iterable[Trace],
    settings: Settings,
    corrections: Sequence[Correction] = (),
    numbers: Mapping[str, int] | None = None,
) -> tuple[TargetHistory, ...]:
    """Return all targets as of the period's last day: touched ones first, then by deadline.

    `numbers` gives the source number of the articles of this period, for their marks.
    """
    found = [
        history(track, period, settings.lights, settings.lang)
        for track in _tracks(traces, corrections, numbers or {})
    ]
    return tuple(sorted(found, key=_urgency))


@dataclass(frozen=True)
class Followed:
    """What a briefing needs of the ledger: the rows it prints, those that this period's articles
    spoke of (printed or not), and how many targets there are.
    """

    shown: tuple[TargetHistory, ...]
    touched: tuple[TargetHistory, ...]
    count: int


def current(
    period: Period,
    traces: Iterable[Trace],
    settings: Settings,
    corrections: Sequence[Correction],
    rows: Sequence[Row],
    numbers: Mapping[str, int],
) -> Followed:
    """Return the same as `follow`, cut to what is printed, with the refs of `rows`.

    Targets are judged in groups, the longest silent last; once enough are found that still need
    a reader, all further ones would stand behind them.
    """
    groups: defaultdict[int, list[Track]] = defaultdict(list)
    for track in _tracks(traces, corrections, numbers):
        groups[silence(track.said[-1].day, period)].append(track)
    found: list[TargetHistory] = []
    waiting = 0
    for quiet in sorted(groups):
        judged = [history(track, period, settings.lights, settings.lang) for track in groups[quiet]]
        found += judged
        waiting += sum(
            one.state is not State.MET and not faded(one, settings, period) for one in judged
        )
        if waiting >= settings.ledger_rows:
            break
    judged = sorted(tied(found, rows), key=_urgency)
    shown = [one for one in judged if not faded(one, settings, period)][: settings.ledger_rows]
    shown.sort(key=lambda one: _LAMPS.get(one.light, 2) if one.state is not State.MET else 3)
    touched = [one for one in judged if one.silent_periods == 0]
    return Followed(tuple(shown), tuple(touched), sum(map(len, groups.values())))


def _tracks(
    traces: Iterable[Trace], corrections: Sequence[Correction], numbers: Mapping[str, int]
) -> list[Track]:
    """Return the targets that the traces tell of; reprints tell of none."""
    said = [
        report
        for one in traces
        if not one.reprint_of
        for report in said_in(one, numbers.get(one.article_id))
    ]
    return tracks(said, corrections)


def tied(found: Iterable[TargetHistory], rows: Iterable[Row]) -> tuple[TargetHistory, ...]:
    """Return the histories, each with the ref of its latest row of this period."""
    refs = {_place(row): row.ref for row in rows}
    return tuple(_with_ref(one, refs) for one in found)


def disputed(found: Iterable[TargetHistory], rows: Sequence[Row]) -> tuple[Conflict, ...]:
    """Return the targets of which this period's articles give different numbers.

    A row stands in one conflict alone; of rows that give the same number the first speaks.
    """
    at = {_place(row): row for row in rows}
    conflicts = []
    for one in found:
        if all(point.event != "disputed" for point in one.points):
            continue
        told: dict[object, list[Row]] = {}
        for point in one.points:
            place = (
                point.finding.article_id,
                point.finding.claim.sentence,
                point.finding.evidence.start,
            )
            row, amount = at.get(place), point.finding.amount
            if row and amount and point.event in ("stated", "disputed"):
                told.setdefault(amount.value, []).append(row)
        if len(told) > 1:
            sides = tuple(dict.fromkeys(rows_[0] for rows_ in told.values()))
            conflicts.append(
                Conflict(metric=_object(one), subject=one.place, period=one.deadline, rows=sides)
            )
    return tuple(conflicts)


def _object(one: TargetHistory) -> str:
    """Return what a target is about, without the number that is in dispute."""
    parts = [part for part in one.key.split("·") if part != one.place]
    return parts[0] if parts else one.what


def marked(rows: Sequence[Row], ledger: Iterable[TargetHistory]) -> tuple[Row, ...]:
    """Return the rows with what each did in the ledger: "new" for a promise not heard before,
    "changed" for what came of one, "" for one told again and for what no ledger follows.
    """
    told: dict[tuple[str, int, int | None], Literal["", "new", "changed"]] = {}
    for one in ledger:
        for number, point in enumerate(one.points):
            finding = point.finding
            place = finding.article_id, finding.claim.sentence, finding.evidence.start
            again: Literal["", "changed"] = "" if point.event == "stated" else "changed"
            told.setdefault(place, "new" if number == 0 and not again else again)
    return tuple(row.model_copy(update={"status": told.get(_place(row), "")}) for row in rows)


def said_in(trace_: Trace, number: int | None) -> Iterator[Said]:
    """Yield what a trace tells; `number` is its source's number, for articles of the period."""
    for place, report in enumerate(trace_.reports):
        sentence = report.finding.claim.sentence
        yield Said(
            report=report,
            day=trace_.day,
            place=trace_.region,
            order=(trace_.article_id, place),
            cite=f"{number}-{sentence}" if number else "",
            source=" ".join(filter(None, (trace_.outlet, f"《{trace_.headline}》"))),
            url=trace_.url,
            outlet=trace_.outlet,
        )


def _place(row: Row) -> tuple[str, int, int | None]:
    finding = row.finding
    return finding.article_id, finding.claim.sentence, finding.evidence.start


def _with_ref(
    history_: TargetHistory, refs: Mapping[tuple[str, int, int | None], str]
) -> TargetHistory:
    for point in reversed(history_.points):
        finding = point.finding
        place = finding.article_id, finding.claim.sentence, finding.evidence.start
        if place in refs:
            return history_.model_copy(update={"ref": refs[place]})
    return history_


def faded(one: TargetHistory, settings: Settings, period: Period) -> bool:
    """True for a target that nobody has spoken of for long, if it has neither day nor number (a
    slogan) or its day passed long ago, or if it is met.
    """
    silent = one.silent_periods > settings.ledger_silence
    if one.state is State.MET:
        return silent
    if one.state is State.OVERDUE and one.completion is None and one.deadline_range:
        since = silence(one.deadline_range.last, period)
        return silent and since > _LAPSED * settings.ledger_silence
    measured = one.deadline_range or one.value or one.completion is not None
    return not measured and silent


def _urgency(one: TargetHistory) -> tuple[bool, int, date, str]:
    """Sorts what needs a reader first: spoken of lately, not ended, soon due."""
    due = one.deadline_range.last if one.deadline_range else date.max
    return one.state is State.MET, one.silent_periods, due, one.key
