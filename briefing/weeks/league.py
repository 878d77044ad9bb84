"""Rank units by one indicator within one class (擂台), from proven figures only.

In:  rows of figures. Out: `League`s, best first.

Units are compared only where indicator, period and unit are the same and the units are of one
class: districts with districts, streets with streets. Fewer than three make no table, and a unit
without a name (全区 of a page that names no place) stands in none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from briefing.records import Figure, League, Row
from briefing.weeks import keys
from briefing.weeks.merging import Merged

MINIMUM = 3
_CLASSES = (
    ("新区", re.compile(r"(?:新区|开发区|高新区|园区|功能区)$")),
    ("街镇", re.compile(r"(?:街道|镇|乡)$")),
    ("区县", re.compile(r"(?:区|县|旗)$")),
    ("市", re.compile(r"[市州盟]$")),
    ("部门", re.compile(r"(?:局|委|办|中心|部)$")),
    ("企业", re.compile(r"(?:公司|集团|厂)$")),
)


_Unit = tuple[str, Row]
_NO_NAME = re.compile(r"[全我本该各]")


def unit_class(name: str) -> str:
    """Return the class that a unit's name tells, "" when it tells none."""
    return next((kind for kind, ending in _CLASSES if ending.search(name)), "")


def tables(rows: Iterable[tuple[Merged, Row]]) -> tuple[League, ...]:
    """Return one table for each indicator that three units of a class report alike."""
    groups: defaultdict[tuple[str, ...], dict[str, _Unit]] = defaultdict(dict)
    for merged, row in rows:
        claim, amount = row.finding.claim, row.finding.amount
        if not isinstance(claim, Figure) or amount is None or claim.is_rank:
            continue
        name = _named(merged, claim)
        kind = unit_class(name)
        if not kind or not merged.key[2]:
            continue
        group = (kind, *merged.key[1:])
        groups[group].setdefault(merged.key[0], (name, row))
    found = []
    for group, units in sorted(groups.items()):
        if len(units) < MINIMUM:
            continue
        best = sorted(units.values(), key=lambda unit: (-_value(unit[1]), unit[0]))
        claim = best[0][1].finding.claim
        assert isinstance(claim, Figure)
        found.append(
            League(
                metric=f"{claim.metric}（{group[0]}）",
                period=claim.period or "",
                units=tuple(name for name, _ in best),
                rows=tuple(row for _, row in best),
            )
        )
    return tuple(found)


def _named(merged: Merged, claim: Figure) -> str:
    """Return the name of the unit, "" where the page does not tell which one 全区 is."""
    found = keys.whose(merged.first.article.region, claim.subject)
    name = (claim.subject or "") if found is None else (found[-1] if found else "")
    return "" if _NO_NAME.match(name) else name


def _value(row: Row) -> Decimal:
    assert row.finding.amount is not None
    return row.finding.amount.value
