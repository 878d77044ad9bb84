"""Say what is new, changed and gone since the briefing before.

In:  two briefings of one cadence. Out: `Change`s, and the status of each figure's row.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from briefing.records import (
    Briefing,
    Change,
    Conflict,
    Figure,
    OfficialRecord,
    Row,
    TargetHistory,
)
from briefing.weeks.merging import Merged, Stated, figure_key

Levels = Mapping[tuple[str, ...], Row]

_WORDS = {
    "zh": {
        "target": "目标“{}”",
        "state": "{}：{}→{}",
        "light": "{}：由{}灯转为{}灯",
        "both": "{}，由{}灯转为{}灯",
        "gone": "台账“{}”",
        "figure": "{}：{}（上期{}）",
        "conflict": "说法不一：{}",
        "settled": "说法不一：{}",
        "person": "{}：{}",
        "comma": "、",
    },
    "en": {
        "target": "target: {}",
        "state": "{}: {} → {}",
        "light": "{}: light {} → {}",
        "both": "{}, light {} → {}",
        "gone": "target: {}",
        "figure": "{}: {} (before: {})",
        "conflict": "dispute: {}",
        "settled": "dispute: {}",
        "person": "{}: {}",
        "comma": ", ",
    },
}
_NAMES = {
    "open": "进行中",
    "met": "已完成",
    "missed": "未按期完成",
    "revised": "已调整",
    "overdue": "到期无结果",
    "green": "绿",
    "yellow": "黄",
    "red": "红",
    "grey": "灰",
}


def levels(previous: Briefing | None) -> dict[tuple[str, ...], Row]:
    """Return the figures of a briefing by subject, indicator, kind of change and unit."""
    if previous is None:
        return {}
    sources = {one.article.id: one for one in previous.sources}
    found: dict[tuple[str, ...], Row] = {}
    for row in previous.figures:
        source = sources.get(row.finding.article_id)
        if source is None or not isinstance(row.finding.claim, Figure):
            continue
        key = figure_key(Stated(row.finding, source.article, source.number, source.dated))
        found.setdefault(key, row)
    return found


def status(merged: Merged, before: Levels) -> Literal["", "new", "changed"]:
    """Return whether a figure is "new", "changed" or as before ("")."""
    known = before.get(merged.key)
    if known is None:
        return "new"
    return "" if _value(known) == _value_of(merged) else "changed"


def changes(now: Briefing, previous: Briefing | None, before: Levels) -> tuple[Change, ...]:
    """Return what differs, in the order targets, figures, conflicts, people."""
    if previous is None:
        return ()
    say = _WORDS[now.lang]
    found = list(_ledger(now, previous, say))
    found += [
        Change(
            kind="changed",
            text=say["figure"].format(_name(row), _raw(row), _raw(old)),
            ref=row.ref,
        )
        for row, old in _moved(now.figures, now, before)
    ]
    found += _conflicts(now.conflicts, previous.conflicts, say)
    found += [_person(one, say) for one in now.registry if one.flags]
    return tuple(found)


def _ledger(now: Briefing, previous: Briefing, say: Mapping[str, str]) -> list[Change]:
    old = {one.key: one for one in previous.ledger}
    renamed = {place: one.key for one in previous.ledger for place in _places(one)}
    found = []
    for one in now.ledger:
        keys = (one.key, *(renamed.get(place, "") for place in _places(one)))
        known = next((old.pop(key) for key in keys if key in old), None)
        if known is None:
            text = say["target"].format(one.what)
            found.append(Change(kind="new", text=text, ref=one.ref))
            continue
        if text := _turned(known, one, now.lang, say):
            found.append(Change(kind="changed", text=text, ref=one.ref))
    return found + [_gone(one, say) for one in old.values()]


def _places(one: TargetHistory) -> list[tuple[str, int, int | None]]:
    """Return where each report of a target stands: a late article may have given it another key."""
    findings = (point.finding for point in one.points)
    return [(found.article_id, found.claim.sentence, found.evidence.start) for found in findings]


def _turned(before: TargetHistory, now: TargetHistory, lang: str, say: Mapping[str, str]) -> str:
    """Return one line on a target whose state or light is another now, "" for none."""

    def names(field: str) -> list[str]:
        pair = [getattr(before, field).value, getattr(now, field).value]
        return [] if pair[0] == pair[1] else [_NAMES[one] for one in pair] if lang == "zh" else pair

    state, light = names("state"), names("light")
    if not state:
        return say["light"].format(now.what, *light) if light else ""
    line = say["state"].format(now.what, *state)
    return say["both"].format(line, *light) if light else line


def _gone(one: TargetHistory, say: Mapping[str, str]) -> Change:
    return Change(kind="gone", text=say["gone"].format(one.what))


def _moved(rows: Sequence[Row], now: Briefing, before: Levels) -> list[tuple[Row, Row]]:
    """Return the figures whose value for the next period of the same indicator differs."""
    loose: dict[tuple[str, ...], Row] = {}
    for key, row in before.items():
        loose.setdefault((*key[:2], *key[3:]), row)
    sources = {one.article.id: one for one in now.sources}
    pairs = []
    for row in rows:
        source = sources[row.finding.article_id]
        key = figure_key(Stated(row.finding, source.article, source.number, source.dated))
        old = before.get(key) or loose.get((*key[:2], *key[3:]))
        if old and _value(old) != _value(row):
            pairs.append((row, old))
    return pairs


def _conflicts(
    now: Sequence[Conflict], before: Sequence[Conflict], say: Mapping[str, str]
) -> list[Change]:
    def names(conflicts: Sequence[Conflict]) -> dict[tuple[str, str, str], Conflict]:
        return {(one.subject, one.metric, one.period): one for one in conflicts}

    new, old = names(now), names(before)
    fresh = [
        Change(kind="new", text=say["conflict"].format("".join(key[:2])), ref=one.rows[0].ref)
        for key, one in new.items()
        if key not in old
    ]
    settled = [
        Change(kind="gone", text=say["settled"].format("".join(key[:2])))
        for key in old
        if key not in new
    ]
    return fresh + settled


def _person(one: OfficialRecord, say: Mapping[str, str]) -> Change:
    text = say["person"].format(one.name, say["comma"].join(one.flags))
    return Change(kind="changed", text=text, ref=one.ref)


def _name(row: Row) -> str:
    claim = row.finding.claim
    assert isinstance(claim, Figure)
    return f"{claim.subject or row.region}{claim.metric}"


def _raw(row: Row) -> str:
    claim = row.finding.claim
    assert isinstance(claim, Figure)
    return f"{claim.period or ''}{claim.raw}"


def _value(row: Row) -> Decimal | None:
    return row.finding.amount.value if row.finding.amount else None


def _value_of(merged: Merged) -> Decimal | None:
    amount = merged.first.finding.amount
    return amount.value if amount else None
