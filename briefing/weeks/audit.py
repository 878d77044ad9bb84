"""Check the arithmetic of what was printed, as ranges of what the printed digits allow.

In:  rows of figures with the sentences they stand in, this period's and the last one's.
Out: `Remark`s. Findings stay as printed; a remark stands beside them.

Checked: parts against a total (其中), sums (共), shares (占), growth against two levels, ranks
against values, levels against the period before (累计 does not shrink), and completion against
targets. Only what cannot be true under any rounding is remarked on.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.records import (
    Basis,
    Figure,
    Remark,
    Row,
    TargetHistory,
)
from briefing.weeks import sums
from briefing.weeks.intervals import Interval, interval, short
from briefing.weeks.merging import Merged, Stated

_WORDS = {
    "zh": {
        "parts": "分项之和{0}大于总数{1}",
        "sum": "分项之和{0}与合计{1}不符",
        "share": "{0}与{1}之比约为{2}%，与所称{3}不符",
        "growth": "由{0}到{1}，变化应约为{2}%，与所称{3}不符",
        "rank": "{0}称居第{1}，而{2}的数值更高",
        "shrink": "累计数{0}小于上期的{1}",
        "completion": "所称完成率{0}%与{1}÷{2}≈{3}%不符",
    },
    "en": {
        "parts": "the parts add up to {0}, more than the total {1}",
        "sum": "the parts add up to {0}, not to the printed {1}",
        "share": "{0} is about {2}% of {1}, not {3}",
        "growth": "from {0} to {1} is a change of about {2}%, not {3}",
        "rank": "{0} is said to be number {1}, yet {2} has the higher value",
        "shrink": "the running total {0} is below {1} of the period before",
        "completion": "stated completion {0}% does not match {1}/{2}, about {3}%",
    },
}

_GROWTH = ("增速", "增幅", "增长率", "增长")
_SLIP = 2
"""Times by which a printed number may be wrong and still be meant of the same thing."""


def every(
    rows: Sequence[tuple[Merged, Row]],
    before: Mapping[tuple[str, ...], Row],
    targets: Iterable[TargetHistory],
    lang: str,
) -> tuple[Remark, ...]:
    """Return all remarks: within sentences, across articles, against last period, on targets."""
    return (
        *remarks(rows, lang),
        *against_before(rows, before, lang),
        *completions(targets, lang),
    )


def remarks(rows: Iterable[tuple[Merged, Row]], lang: str) -> tuple[Remark, ...]:
    """Return what cannot add up within sentences and across articles, in order of rows."""
    pairs = list(rows)
    words = _WORDS[lang]
    sentences: defaultdict[tuple[int, int], list[tuple[Stated, sums.Number]]] = defaultdict(list)
    for merged, row in pairs:
        for item in merged.all:
            if number := sums.number_of(item, row.ref):
                sentences[item.number, item.sentence].append((item, number))
    found: list[Remark] = []
    for _, group in sorted(sentences.items()):
        item = group[0][0]
        text = item.article.sentence(item.sentence)
        base = item.article.sentences[item.sentence - 1].start
        numbers = sorted((number for _, number in group), key=lambda one: one.at)
        found.extend(sums.remarks(text, base, numbers, words))
    found.extend(_growth(pairs, words))
    found.extend(_ranks(pairs, words))
    return tuple(dict.fromkeys(found))


def _growth(pairs: Sequence[tuple[Merged, Row]], words: dict[str, str]) -> Iterator[Remark]:
    """Yield remarks where two levels a year apart and the stated growth exclude each other."""
    levels: dict[tuple[str, ...], tuple[Row, str]] = {}
    for merged, row in pairs:
        if row.finding.amount and row.finding.amount.basis is Basis.LEVEL and merged.key[2]:
            levels[(*merged.key[:3], merged.key[5])] = (row, merged.key[2])
    for merged, row in pairs:
        claim, amount = row.finding.claim, row.finding.amount
        if not isinstance(claim, Figure) or amount is None or claim.change_kind != "同比":
            continue
        if amount.basis is not Basis.CHANGE or amount.unit not in sums.PER_CENT:
            continue
        for (scope, metric, span, unit), (now, _) in levels.items():
            if (scope, metric, span) != merged.key[:3]:
                continue
            then = levels.get((scope, metric, _year_before(span), unit))
            if then and (remark := _grown(now, then[0], row, words)):
                yield remark


def _grown(now: Row, then: Row, change: Row, words: dict[str, str]) -> Remark | None:
    ranges = [_range(row) for row in (now, then, change)]
    raws = [_raw(row) for row in (now, then, change)]
    if any(one is None for one in ranges):
        return None
    current, past, stated = (one for one in ranges if one is not None)
    quotient = current.over(past)
    if quotient is None:
        return None
    computed = Interval((quotient.low - 1) * 100, (quotient.high - 1) * 100)
    if computed.overlaps(stated):
        return None
    middle = short((computed.low + computed.high) / 2)
    text = words["growth"].format(raws[1], raws[0], middle, raws[2])
    return Remark(refs=(then.ref, now.ref, change.ref), text=text)


def _year_before(span: str) -> str:
    """Return the same days of the year before: 2022-01-01/2022-08-31 of 2023."""
    ends = span.split("/")
    if len(ends) != 2:
        return ""
    return "/".join(f"{int(end[:4]) - 1:04}{end[4:]}" for end in ends if end[:4].isdigit())


def _ranks(pairs: Sequence[tuple[Merged, Row]], words: dict[str, str]) -> Iterator[Remark]:
    """Yield remarks where a unit is said to be first and a neighbour of its class has more."""
    values: defaultdict[tuple[str, ...], list[tuple[Merged, Row]]] = defaultdict(list)
    for merged, row in pairs:
        if merged.key[4] == Basis.LEVEL.value and merged.key[2]:
            values[merged.key[1:3]].append((merged, row))
    for merged, row in pairs:
        claim, amount = row.finding.claim, row.finding.amount
        if not isinstance(claim, Figure) or not claim.is_rank or amount is None:
            continue
        if amount.value != 1 or claim.metric.endswith(_GROWTH):
            continue
        group = values.get(merged.key[1:3], [])
        own = [mine for one, mine in group if one.key[0] == merged.key[0]]
        for mine in own:
            for one, other in group:
                if _neighbours(merged, one) and _above(other, mine):
                    text = words["rank"].format(merged.key[0], amount.value, one.key[0])
                    yield Remark(refs=(row.ref, mine.ref, other.ref), text=text)


def _neighbours(one: Merged, other: Merged) -> bool:
    """True for two units of one city, or of one article: first in one city is not first in all."""
    places = [merged.first.article.region[:-1] for merged in (one, other)]
    same = one.first.article.id == other.first.article.id
    return one.key[0] != other.key[0] and (same or (bool(places[0]) and places[0] == places[1]))


def _above(one: Row, other: Row) -> bool:
    first, second = _range(one), _range(other)
    same = one.finding.amount and other.finding.amount
    if not (first and second and same):
        return False
    assert one.finding.amount is not None
    assert other.finding.amount is not None
    return one.finding.amount.unit == other.finding.amount.unit and first.low > second.high


def against_before(
    rows: Iterable[tuple[Merged, Row]],
    before: Mapping[tuple[str, ...], Row],
    lang: str,
) -> tuple[Remark, ...]:
    """Return running totals of one year that are lower than in the period before.

    `before` holds last period's figures by the key of `merging.figure_key`.
    """
    found = []
    levels = {(*key[:2], key[5]): row for key, row in before.items() if key[4] == Basis.LEVEL}
    for merged, row in rows:
        old = levels.get((*merged.key[:2], merged.key[5]))
        claim, amount = row.finding.claim, row.finding.amount
        if old is None or not isinstance(claim, Figure) or amount is None:
            continue
        now, then = _range(row), _range(old)
        old_claim = old.finding.claim
        running = all("累计" in item.evidence.quote for item in (row.finding, old.finding))
        if now and then and running and isinstance(old_claim, Figure) and now.high < then.low:
            text = _WORDS[lang]["shrink"].format(claim.raw, old_claim.raw)
            found.append(Remark(refs=(row.ref,), text=text))
    return tuple(found)


def completions(histories: Iterable[TargetHistory], lang: str) -> tuple[Remark, ...]:
    """Return targets whose stated completion cannot be their level over their value."""
    found = []
    for history in histories:
        value, level, stated = history.value, None, None
        for point in history.points:
            claim, amount = point.finding.claim, point.finding.amount
            if not isinstance(claim, Figure) or amount is None:
                continue
            if amount.unit in sums.PER_CENT and point.event == "progress":
                stated = (point, claim.raw, interval(claim.raw, amount))
            elif value and amount.unit == value.unit and amount.basis is Basis.LEVEL:
                level = (point, claim.raw, interval(claim.raw, amount))
        if value is None or not level or not stated or value.value <= 0:
            continue
        if (level[0].day, level[0].finding.claim.sentence) != (
            stated[0].day,
            stated[0].finding.claim.sentence,
        ):
            continue
        computed = Interval(100 * level[2].low / value.value, 100 * level[2].high / value.value)
        if computed.overlaps(stated[2]) or _apart(computed, stated[2]):
            continue
        goal = f"{value.value:f}{value.unit}"
        middle = short((computed.low + computed.high) / 2)
        number = unicodedata.normalize("NFKC", stated[1]).strip("%")
        text = _WORDS[lang]["completion"].format(number, level[1], goal, middle)
        found.append(Remark(refs=(history.ref,) if history.ref else (), text=text))
    return tuple(found)


def _apart(one: Interval, other: Interval) -> bool:
    """True for numbers so far apart that they speak of two things, not of a slip."""
    return one.low > _SLIP * other.high or other.low > _SLIP * one.high


def _range(row: Row) -> Interval | None:
    claim, amount = row.finding.claim, row.finding.amount
    return interval(claim.raw, amount) if isinstance(claim, Figure) and amount else None


def _raw(row: Row) -> str:
    claim = row.finding.claim
    return claim.raw if isinstance(claim, Figure) else ""
