"""Look something up over the weeks: targets of the ledger, a metric, a person.

In:  the traces of articles, or stored briefings. Out: plain rows for a terminal or a table.

Nothing is stored here: the full ledger is composed anew from traces, so that it says the same
as the briefings do.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.periods import Period
from briefing.records import (
    Amount,
    Briefing,
    Correction,
    Figure,
    Light,
    Row,
    State,
    TargetHistory,
    Trace,
)
from briefing.settings import Settings
from briefing.weeks import keys
from briefing.weeks.weekly import follow

_BARS = "▁▂▃▄▅▆▇█"


def ledger(
    period: Period,
    traces: Iterable[Trace],
    settings: Settings,
    corrections: Sequence[Correction] = (),
) -> tuple[TargetHistory, ...]:
    """Return every target as of the period's last day; nothing is cut or folded."""
    told = [one for one in traces if one.day <= period.last]
    return follow(period, told, settings, corrections)


def select(
    rows: Iterable[TargetHistory],
    *,
    state: State | None = None,
    light: Light | None = None,
    words: str = "",
    due_by: date | None = None,
    silent: int = 0,
) -> tuple[TargetHistory, ...]:
    """Return the targets that meet every condition that is given.

    `words` must stand in the key, the target, its owner or place; `due_by` keeps those whose
    deadline is that day or earlier, `silent` those unheard of for that many periods or more.
    """
    return tuple(
        one
        for one in rows
        if (state is None or one.state is state)
        and (light is None or one.light is light)
        and _names(words, one.key, one.what, one.owner, one.place)
        and (due_by is None or (one.deadline_range and one.deadline_range.last <= due_by))
        and one.silent_periods >= silent
    )


@dataclass(frozen=True)
class Moment:
    """What was printed in one period: the words, and the number in them where there is one."""

    period: str
    text: str
    value: Decimal | None = None
    source: str = ""


@dataclass(frozen=True)
class Line:
    """One metric, target or person over the periods, oldest first."""

    name: str
    kind: str
    moments: tuple[Moment, ...]

    @property
    def sparkline(self) -> str:
        """The numbers as bars of eight heights, a space where a period has none."""
        return sparkline([one.value for one in self.moments])


def history(words: str, briefings: Iterable[Briefing]) -> tuple[Line, ...]:
    """Return what the briefings say of a metric, a target or a person over time.

    `words` is any part of a metric with or without its subject, of a target's key or text, or
    of a name. Lines come in the order metrics, targets, people, each sorted by name.
    """
    found: defaultdict[tuple[str, str], list[Moment]] = defaultdict(list)
    for briefing in sorted(briefings, key=lambda one: (one.period.first, one.period.last)):
        name = briefing.period.name
        outlets = {one.article.id: one.article.outlet or "" for one in briefing.sources}
        for row in briefing.figures:
            label = _label(row)
            if label and _names(words, label):
                source = outlets.get(row.finding.article_id, "")
                moment = Moment(name, _raw(row), _value(row.finding.amount), source)
                found["metric", label].append(moment)
        for one in briefing.ledger:
            if _names(words, one.key, one.what):
                shown = f"{one.state.value} {one.light.value}"
                found["target", one.key].append(Moment(name, shown, one.completion))
        for person in briefing.registry:
            if _names(words, person.name):
                found["person", person.name].append(Moment(name, "、".join(person.titles)))
    order = {"metric": 0, "target": 1, "person": 2}
    lines = [Line(name, kind, tuple(moments)) for (kind, name), moments in found.items()]
    return tuple(sorted(lines, key=lambda line: (order[line.kind], line.name)))


def sparkline(values: Sequence[Decimal | None]) -> str:
    """Return values as bars from the lowest to the highest; equal values are all of middle height."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    step = (high - low) / (len(_BARS) - 1)
    return "".join(
        " "
        if value is None
        else _BARS[int((value - low) / step + Decimal("0.5"))]
        if step
        else _BARS[3]
        for value in values
    )


def _names(words: str, *texts: str) -> bool:
    wanted = keys.fold(words)
    return not wanted or any(wanted in keys.fold(text) for text in texts)


def _label(row: Row) -> str:
    """Return whose figure of what kind a row shows, so that like is drawn with like."""
    claim, amount = row.finding.claim, row.finding.amount
    if not isinstance(claim, Figure) or amount is None:
        return ""
    subject = claim.subject or row.region
    head = "" if subject in claim.metric else subject
    change = claim.change_kind or ("" if amount.basis.value == "level" else amount.basis.value)
    rank = "#" if claim.is_rank else ""
    return " ".join(filter(None, (f"{head}{claim.metric}", change, rank, amount.unit)))


def _raw(row: Row) -> str:
    claim = row.finding.claim
    return f"{claim.period or ''}{claim.raw}" if isinstance(claim, Figure) else ""


def _value(amount: Amount | None) -> Decimal | None:
    return amount.value if amount else None
