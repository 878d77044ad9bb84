"""Word a row in its article's own words, and the figures of one indicator as one statement.

In:  rows of a briefing. Out: plain text; every figure, name and date in it is copied.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.records import (
    Basis,
    Direction,
    Figure,
    NextStep,
    Official,
    Row,
    Shortfall,
    Target,
)

_MOST_TOLD = 4  # rows of one indicator that are told together


def line(row: Row) -> str:
    """Return a row in the article's own words: the clauses it stands in, or title and name."""
    claim = row.finding.claim
    match claim:
        case Official():
            if _is_latin(claim.name):
                return ", ".join((claim.name, *claim.titles))
            return "、".join(claim.titles) + claim.name
        case Figure():
            return _trim(_figure(claim, row.region, row.finding.unsaid))
        case Target() | Shortfall():
            return _trim(claim.what)
        case NextStep():
            return _trim(claim.action)


def clusters(rows: Sequence[Row], spans: Mapping[str, str]) -> list[tuple[Row, ...]]:
    """Return the figures of one indicator together: 186.3亿元，同比增长5.7%，总量第5位.

    `spans` give the days of a row's period by its ref. The first of a cluster is its level where
    it has one. Of totals that run from one day (1—9月, 1—10月) the latest is told. Of several places
    each has its first before any has its second.
    """
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        claim = row.finding.claim
        assert isinstance(claim, Figure)
        key = (_whose(claim, row.region), _root(claim), spans.get(row.ref) or claim.period or "")
        found.setdefault(key, []).append(row)
    turn: defaultdict[str, int] = defaultdict(int)
    turns: list[tuple[int, tuple[Row, ...]]] = []
    for key, group in found.items():
        if any(_outruns(other, key) for other in found):
            continue
        turns.append((turn[group[0].region], tuple(sorted(group, key=_order)[:_MOST_TOLD])))
        turn[group[0].region] += 1
    return [told for _, told in sorted(turns, key=lambda one: one[0])]


def _outruns(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """True for the same indicator from the same day to a later one."""
    (begin, _, end), (first, _, last) = one[2].partition("/"), other[2].partition("/")
    return one[:2] == other[:2] and bool(last) and begin == first and end > last


def _order(row: Row) -> tuple[bool, bool]:
    """Sorts a level before what is said of it: its growth, its place."""
    claim = row.finding.claim
    assert isinstance(claim, Figure)
    return _root(claim) != claim.head or claim.is_rank, _changes(row)


def _changes(row: Row) -> bool:
    amount = row.finding.amount
    return amount is not None and amount.basis is not Basis.LEVEL


def _root(claim: Figure) -> str:
    """Return the indicator that a metric speaks of: 地区生产总值 of 地区生产总值增速."""
    bare = _ASPECT.sub("", claim.head.removeprefix("预计"))
    return bare if len(bare) > 1 and not _is_latin(claim.head) else claim.head


def more(row: Row, first: Row) -> str:
    """Return what a row adds to the one before it: 同比增长5.7%, 总量第5位."""
    claim, head = row.finding.claim, first.finding.claim
    assert isinstance(claim, Figure)
    assert isinstance(head, Figure)
    kind = "" if _says_kind(claim) else claim.change_kind or ""
    aspect = claim.head.removeprefix(_root(head))
    rank = f"居{row.finding.field}" if claim.raw.startswith("第") else ""
    way = _WAYS[row.finding.unsaid] or rank
    return _trim(_joined(aspect, kind, way, claim.raw))


def _whose(claim: Figure, region: str) -> str:
    """Return whose a figure is; 全县 of a page about a county is that county."""
    subject = claim.subject or region
    return region if region and _OWN.fullmatch(subject) and subject[-1] == region[-1] else subject


def _says_kind(claim: Figure) -> bool:
    """True where the words tell what a change is compared with, or nothing is known of it."""
    kind: str = claim.change_kind or ""
    told = kind in claim.raw or kind in claim.metric or bool(_DISTANCE.search(claim.raw))
    return kind in ("其他", "") or told


def _figure(claim: Figure, region: str, unsaid: Direction) -> str:
    """Return whose, what, when and how much, each once, in the article's words."""
    metric = claim.head
    subject = _whose(claim, region)
    head = "" if not subject or subject in metric else subject
    kind = "" if _says_kind(claim) else claim.change_kind or ""
    way = _WAYS[unsaid]
    period = claim.period or ""
    if _is_latin(metric):
        counted = claim.raw.endswith(metric)  # projects: 12 projects
        told = "" if counted else metric, _WAYS_EN[unsaid], claim.raw, _KINDS_EN.get(kind, "")
        whose = f"{head}: " if head else ""
        return whose + _joined(*told) + (f" ({period})" if period else "")
    return _joined("" if period in metric else period, head, metric, kind, way, claim.raw)


def _joined(*pieces: str) -> str:
    """Return the pieces that are not empty as one text, with a blank between Latin letters."""
    return _SEAM.sub(" ", "\0".join(filter(None, pieces))).replace("\0", "")


def _is_latin(words: str) -> bool:
    return words.isascii()


_SEAM = re.compile(r"(?<=[!-~])\0(?=[A-Za-z$])|(?<=[A-Za-z])\0(?=[!-~])")
"""Between two parts of Latin letters, which a blank parts: this year, output, 940 million."""

_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降", Direction.NONE: ""}
"""Put in by code where the proven direction stands apart from the number."""

_WAYS_EN = {Direction.UP: "up", Direction.DOWN: "down", Direction.NONE: ""}
_KINDS_EN = {
    "同比": "year on year",
    "环比": "on the previous period",
    "比年初": "since the start of the year",
}

_OWN = re.compile(r"[全我本][省市区县旗镇乡州盟]|[全我本]新区")
_ASPECT = re.compile(
    r"(?:增速|增幅|降幅|总量|增长|(?:年度|全年)?(?:目标|任务|计划|预算)(?:任务)?完成率)+$"
)
_DISTANCE = re.compile(r"[高低快慢好差多少]于|相差|差距|领先|落后")


def _trim(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,，;；。、:：\n")
