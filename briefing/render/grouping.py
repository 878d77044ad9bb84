"""Put lines together that a reader takes in together; nothing is left out or said twice.

In:  lines in order of importance. Out: groups by place or topic, indicators (a level with its
changes), teams (people of whom the same is said), and the columns that hold anything.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields
from typing import TypeVar

from briefing.records import Source
from briefing.render.lines import Group, Indicator, Line, Team

_TOPICS_FROM = 8
"""Lines from which grouping by topic helps; fewer are seen at a glance."""

_HEAD = 28
"""Characters of a headline that stand over the lines of a source."""

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


def _keyed(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, list[_T]]:
    found: dict[_K, list[_T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found


def by_region(lines: Iterable[Line], unplaced: Callable[[Line], str]) -> tuple[Group, ...]:
    """Group by region in order of first appearance; those of no region last, source by source.

    全县 of two pages that name no place are two counties. `unplaced` words such a group's title,
    which is "" where there is no other group.
    """
    groups = _keyed(lines, lambda line: (line.region, "" if line.region else unplaced(line)))
    ordered = sorted(groups.items(), key=lambda item: not item[0][0])
    return tuple(
        Group((region or title) if region or len(groups) > 1 else "", tuple(members))
        for (region, title), members in ordered
    )


def headlines(sources: Iterable[Source]) -> dict[int, str]:
    """Return the headlines of sources by number, the long ones cut."""
    heads = {one.number: one.article.headline.rstrip("。；，") for one in sources}
    return {
        number: head if len(head) <= _HEAD else head[: _HEAD - 1] + "…"
        for number, head in heads.items()
    }


def by_topic(lines: Sequence[Line], other: str) -> tuple[Group, ...]:
    """Group by topic, `other` last; a few lines, or those of one topic, are one group."""
    groups = _keyed(lines, lambda line: line.topic or other)
    if len(lines) < _TOPICS_FROM or len(groups) < 2:
        return (Group("", tuple(lines)),) if lines else ()
    if other in groups:
        groups[other] = groups.pop(other)
    return tuple(Group(title, tuple(members)) for title, members in groups.items())


def indicators(group: Group) -> tuple[Indicator, ...]:
    """Put levels and changes of one metric, subject and period side by side.

    A second level of the same begins a new indicator, so that no two values of one kind share
    a cell.
    """
    made: list[Indicator] = []
    for key, lines in _keyed(
        group.lines, lambda line: (line.metric, line.subject, line.period)
    ).items():
        metric, subject, period = key
        shown = "" if subject == group.title else subject
        levels = [line for line in lines if not line.is_change]
        changes = [line for line in lines if line.is_change]
        if len(levels) > 1 or len({line.basis for line in changes}) < len(changes):
            pairs: list[tuple[tuple[Line, ...], tuple[Line, ...]]] = [
                ((x,), ()) for x in levels
            ] + [((), (x,)) for x in changes]
        else:
            pairs = [(tuple(levels), tuple(changes))]
        made += (Indicator(metric, shown, period, *pair) for pair in pairs)
    order = {line.ref: place for place, line in enumerate(group.lines)}
    return tuple(sorted(made, key=lambda one: min(order[line.ref] for line in one.lines)))


def teams(lines: Iterable[Line]) -> tuple[Team, ...]:
    """Put people together who share titles, organisation, activity and marks."""
    groups = _keyed(
        lines,
        lambda x: (x.titles, x.org, x.roles, x.nongov, x.status, x.cites),
    )
    return tuple(
        Team(
            lines=tuple(members),
            titles=titles,
            org="" if org == members[0].region or any(org in title for title in titles) else org,
            roles=roles,
            nongov=nongov,
            status=status,
            cites=cites,
        )
        for (titles, org, roles, nongov, status, cites), members in groups.items()
    )


def filled(rows: Iterable[object]) -> frozenset[str]:
    """Return the names of the fields that any row fills: a column without one is left out."""
    found: set[str] = set()
    for row in rows:
        found |= {f.name for f in fields(row) if getattr(row, f.name)}  # type: ignore[arg-type]
    return frozenset(found)
