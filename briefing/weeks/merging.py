"""Make rows of findings: who says the same, who says otherwise, what was corrected.

In:  proven findings with the article each comes from.
Out: `Row`s without final order, and the `Conflict`s among figures.

Figures of one subject, indicator and period that agree become one row with all sources. Those
that disagree stand side by side in a conflict, never averaged and never in the headline. A
figure that a later article corrects (更正: 应为 …) is superseded, and both are shown.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.records import (
    Amount,
    Article,
    Figure,
    Finding,
    Target,
)
from briefing.weeks import keys
from briefing.weeks.intervals import agree
from briefing.weeks.things import thing

MOST_SIDES = 50  # values of one key that are compared with each other; more is no indicator
NEAR_DAYS = 3  # within which two articles may tell one event
_CORRECTS = re.compile(r"更正|勘误|订正|有误|应为|应当?是|更改为|修正为")
_RIGHT = re.compile(r"应为|应当?是|更正为|改为|修正为|订正为|实为|实际为|更改为")

_OF_ANYTHING = re.compile(
    r"(?:计划|年度|累计)?(?:总|完成)投资额?|投资额?|占地(?:面积)?|总?(?:建筑)?面积|年?产[值能量]|企业|群众|居民|[户人件]数|residents|companies|people|investment"
)
"""Words that any project or event may be measured by."""


@dataclass(frozen=True)
class Stated:
    """A finding and the article that it stands in. `number` is the source's number."""

    finding: Finding
    article: Article
    number: int
    day: date

    @property
    def cite(self) -> str:
        """The mark of its sentence: 3-12."""
        return f"{self.number}-{self.sentence}"

    @property
    def sentence(self) -> int:
        """The number of the sentence it was found in; what a reply claims may be another."""
        start = self.finding.evidence.start
        sentences = self.article.sentences
        claimed = min(max(self.finding.claim.sentence, 1), len(sentences))
        if start is None:
            return claimed
        found = bisect_right(sentences, start, key=lambda span: span.start)
        return found if found and start < sentences[found - 1].end else claimed

    @property
    def order(self) -> tuple[date, int, int, int]:
        """Sorts as a reader meets them: by day, source and place."""
        start = self.finding.evidence.start
        return self.day, self.number, self.sentence, -1 if start is None else start


@dataclass(frozen=True)
class Merged:
    """One thing said by `first` and `also`; `otherwise` is what was said before a correction."""

    key: tuple[str, ...]
    first: Stated
    also: tuple[Stated, ...] = ()
    otherwise: tuple[Stated, ...] = ()

    @property
    def all(self) -> tuple[Stated, ...]:
        """Everyone who says so, the chosen one first."""
        return (self.first, *self.also)


@dataclass(frozen=True)
class Disagreement:
    """One indicator with values that exclude each other."""

    key: tuple[str, ...]
    sides: tuple[Merged, ...]


def figure_key(stated: Stated) -> tuple[str, ...]:
    """Return what a figure is about: subject, indicator, period, kind of change, unit."""
    claim, amount, article = stated.finding.claim, stated.finding.amount, stated.article
    assert isinstance(claim, Figure)
    return (
        keys.scope(article.region, claim.subject, article.id),
        keys.metric(claim.metric, claim.subject, article.region),
        keys.span(claim.period, stated.day),
        claim.change_kind or "",
        "rank" if claim.is_rank else amount.basis.value if amount else "",
        amount.unit if amount else "",
    )


def figures(items: Iterable[Stated]) -> tuple[list[Merged], list[Disagreement]]:
    """Return the figures that stand, and those that contradict each other."""
    groups: defaultdict[tuple[str, ...], list[Stated]] = defaultdict(list)
    for item in sorted(items, key=lambda stated: stated.order):
        groups[figure_key(item)].append(item)
    rows: list[Merged] = []
    conflicts: list[Disagreement] = []
    for key, members in groups.items():
        sides = _sides(key, [item for item in members if not _withdrawn(item)])
        withdrawn = tuple(item for item in members if _withdrawn(item))
        sides = _corrected(sides, withdrawn)
        if len(sides) > 1 and _exclude(key, sides):
            conflicts.append(Disagreement(key, tuple(sides)))
        else:
            rows.extend(sides)
    return _joined(rows), conflicts


def _joined(rows: Sequence[Merged]) -> list[Merged]:
    """Return the rows, one for those by which two articles tell one thing in other words.

    The one that says what its growth is measured against is shown.

    Equal number, unit and owner, told within days, one metric within the other, and the same
    period or none: 行程800多公里 and 观摩行程800多公里.
    """
    alike: defaultdict[tuple[object, ...], list[Merged]] = defaultdict(list)
    kept: list[Merged] = []
    for row in sorted(rows, key=lambda one: one.first.order):
        amount = amount_of(row)
        if amount is None or row.otherwise:
            kept.append(row)
            continue
        kind = "" if row.key[3] == "同比" else row.key[3]  # 增长6.8% is year on year, mostly
        shelf = alike[row.key[0], kind, *row.key[4:], amount.value, amount.value_max, amount.bound]
        known = next((one for one in shelf if _tells_the_same(one, row)), None)
        if known is None:
            shelf.append(row)
            kept.append(row)
            continue
        both = _row(known.key if known.key[2] else row.key, (*known.all, *row.all))
        for place in (shelf, kept):
            place[place.index(known)] = both
    return kept


def _tells_the_same(one: Merged, other: Merged) -> bool:
    """True for two rows of different articles that nothing but words keeps apart."""
    if {item.article.id for item in one.all} & {item.article.id for item in other.all}:
        return False
    if one.key[2] and other.key[2] and one.key[2] != other.key[2]:
        return False
    short, long = sorted((one.key[1], other.key[1]), key=len)
    near = abs((one.first.day - other.first.day).days) <= NEAR_DAYS
    return near and len(short) > 1 and short in long


def _sides(key: tuple[str, ...], members: Sequence[Stated]) -> list[Merged]:
    """Return the members grouped by value, in reading order."""
    equal: defaultdict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for item in members:
        amount = item.finding.amount
        value = (amount.value, amount.value_max, amount.bound) if amount else (_raw(item.finding),)
        equal[value].append(item)
    sides: list[list[Stated]] = []
    for alike in equal.values():
        for side in sides[:MOST_SIDES]:
            if _agree(alike[0].finding, side[0].finding):
                side.extend(alike)
                break
        else:
            sides.append(alike)
    return [_row(key, side) for side in sides]


def _row(key: tuple[str, ...], side: Sequence[Stated]) -> Merged:
    """Return a row shown by its most exact statement: plain before rounded, 同比 before none, first
    before later.
    """
    best = min(
        side,
        key=lambda item: (
            _vague(item.finding),
            not getattr(item.finding.claim, "change_kind", None),
            item.order,
        ),
    )
    return Merged(key, best, tuple(item for item in side if item is not best))


def _vague(finding: Finding) -> tuple[bool, int]:
    amount, claim = finding.amount, finding.claim
    raw = claim.raw if isinstance(claim, Figure) else ""
    return amount is None or amount.bound.value != "exact", -sum(c.isdigit() for c in raw or "")


def _agree(one: Finding, other: Finding) -> bool:
    if one.amount is None or other.amount is None:
        return _raw(one) == _raw(other)
    return agree(_raw(one), one.amount, _raw(other), other.amount)


def _raw(finding: Finding) -> str:
    claim = finding.claim
    return claim.raw or "" if isinstance(claim, Figure | Target) else ""


def _exclude(key: tuple[str, ...], sides: Sequence[Merged]) -> bool:
    """True when the sides contradict each other rather than speak of different things.

    They must name the period, or be of days close together; no single article may state more
    than one of them, for then the key is too coarse to tell its figures apart; and the words
    must be those of an indicator: 总投资 may be another project's.
    """
    if _OF_ANYTHING.fullmatch(key[1]) or thing(key[1]).general:
        return False
    articles = [{item.article.id for item in side.all} for side in sides]
    if any(one & other for i, one in enumerate(articles) for other in articles[i + 1 :]):
        return False
    if key[2]:
        return True
    days = [item.day for side in sides for item in side.all]
    return (max(days) - min(days)).days <= 1


def _correcting(item: Stated) -> bool:
    """True when the sentence or the title says that it puts an earlier figure right."""
    title = item.article.title or ""
    sentence = item.article.sentence(item.sentence)
    return bool(_CORRECTS.search(title) or _RIGHT.search(sentence)) and bool(
        _CORRECTS.search(title + sentence)
    )


def _withdrawn(item: Stated) -> bool:
    """True for the wrong value that a correction quotes: it stands before 应为."""
    if not _correcting(item):
        return False
    span = item.article.sentences[item.sentence - 1]
    right = _RIGHT.search(item.article.text, span.start, span.end)
    mark = item.finding.evidence.mark
    start = mark.start if mark else item.finding.evidence.start
    return bool(right and start is not None and start < right.start())


def _corrected(sides: list[Merged], withdrawn: tuple[Stated, ...]) -> list[Merged]:
    """Return one row that supersedes the others where the latest side is a correction."""
    right = [side for side in sides if any(_correcting(item) for item in side.all)]
    if len(right) != 1:
        return sides
    (new,) = right
    since = min(item.day for item in new.all if _correcting(item))
    old = [side for side in sides if side is not new and side.first.day <= since]
    rest = [side for side in sides if side is not new and side.first.day > since]
    wrong = (*(item for side in old for item in side.all), *withdrawn)
    return [Merged(new.key, new.first, new.also, wrong), *rest]


def amount_of(merged: Merged) -> Amount | None:
    """Return the amount that the row shows."""
    return merged.first.finding.amount
