"""Which number's nouns a number takes: its own, or those of a number before it.

A change or a share without nouns (“,同比增长8%”, “完成全年目标的77%”) is of the number before it; a change in
its own unit is of the number in that unit; of several levels in a row after one noun none is told.
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding import respectively
from briefing.grounding.reading import Reading, Sentence
from briefing.grounding.zones import DEALS, MAX_SIGHTINGS, Zone, measures, zones
from briefing.records import Basis

_RELATED = re.compile(r"占|比|率|完成|进度")
RELATES = re.compile(
    r",(?:(?:占|为|是|相当于|达|约占|均占)[^,]{0,16}|完成(?:年度|全年|年初|目标|任务|计划|预算|调整)[^,]{0,12}|(?:目标|任务|计划)完成率[为达]?|恢复[至到][^,]{0,16})的?(?:比重)?$"
)
"""A zone that only relates its number to the one before (占全市的, 为预算的)."""


def rate_before(metric: str, sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return the rate of growth that a change in points is of: 增长25.6%,比上月提高|1.5个百分点 for 增速."""
    seen = sentence.sightings
    if metric not in words_of.RATES or not index or zones(sentence)[index].named:
        return None
    rate = seen[index - 1]
    points = seen[index].amount.basis is Basis.POINTS
    grown = rate.amount.basis is Basis.CHANGE and rate.amount.unit == "%"
    return (rate.start, rate.end) if points and grown else None


_NEXT_IN_ROW = re.compile(r"(?:[、,]|,? ?and |和|及|以及)+ ?")


def same_measure(sentence: Sentence, index: int, home: int) -> int | None:
    """Return the number that a change in its own unit is of, where it is not the one before.

    重大事故17起、死亡225人,同比增加|1起: one accident more.
    """
    seen, amount = sentence.sightings, sentence.sightings[index].amount
    if home == index or amount.basis is not Basis.CHANGE or amount.unit == seen[home].amount.unit:
        return None
    if not measures(seen[index]) or not measures(seen[home]):
        return None
    every = zones(sentence)
    alike = [k for k in range(home) if seen[k].amount.unit == amount.unit and every[k].named]
    return alike[-1] if alike else None


_LATIN = re.compile(r"[a-z][a-z -]{3,}")
_SPANS = re.compile(r"(?:year|month|week|day|hour|minute|second|quarter|time|place)s?")


def counts_another(metric: str, sighting: Sighting) -> str:
    """Return the noun that an English number counts where the metric does not hold it, else ""."""
    noun = counted_noun(sighting)
    return "" if noun in metric else noun


def counted_noun(sighting: Sighting) -> str:
    """Return the noun that an English number counts (projects of 42 new projects), "" for none."""
    if not sighting.raw.isascii():
        return ""
    noun = sighting.amount.unit.rpartition(" ")[2]
    if not with_noun(sighting) or not _LATIN.fullmatch(noun) or _SPANS.fullmatch(noun):
        return ""
    return noun


def with_noun(sighting: Sighting) -> bool:
    """Tell whether the copied number holds the noun that it counts (42 projects)."""
    return sighting.raw.isascii() and sighting.raw.lower().endswith(sighting.amount.unit)


def in_a_row(metric: str, sentence: Sentence, index: int, home: int) -> bool:
    """Tell whether a level is one of several that follow one noun, and nothing deals them out.

    As many nouns as numbers deal them in order: 城镇和农村居民收入1元、2元.
    """
    text, seen = sentence.text, sentence.sightings
    if seen[index].amount.basis is not Basis.LEVEL or DEALS.search(zones(sentence)[index].words):
        return False
    if respectively.deals(text, seen, index) or _LATIN.fullmatch(seen[index].amount.unit):
        return False
    last = index
    while last + 1 < len(seen) and _is_next(text, seen[last], seen[last + 1]):
        last += 1
    first = index
    while first > home and _is_next(text, seen[first - 1], seen[first]):
        first -= 1
    if first != home or first == last:
        return False
    words = zones(sentence)[home].words
    items = _LISTED.split(words if words.isascii() else words[words.rfind(",") + 1 :])
    dealt = len(items) == last - first + 1 and " and " not in metric
    return not (dealt and metric.startswith(items[index - first].strip()[:2]))


_LISTED = re.compile(r"、|以及|和|与|及|, | and ")


def _is_next(text: str, one: Sighting, two: Sighting) -> bool:
    """Tell whether nothing but a mark or 和 parts two numbers that measure alike."""
    alike = one.amount.unit == two.amount.unit and one.amount.basis is two.amount.basis
    return alike and bool(_NEXT_IN_ROW.fullmatch(text, one.end, two.start))


_MEASURE = re.compile(
    "值|额|量|率|投资|收入|支出|面积|消费|出口|进口|贷款|存款|利润|税收|人数|价格|指数|销售|用电"
)
_BY_CLASS = re.compile(
    r"(?:^|[,;。])(?:分[\u4e00-\u9fff]{1,4}(?:看|来看)|其中|按[\u4e00-\u9fff]{1,4}分)[,:]?"
)
MAX_CLASSES = 6
"""Sentences of classes after the one that names what is measured."""


def measured_before(reading: Reading, sentence: Sentence, index: int) -> Sentence | None:
    """Return the sentence that names what a class is measured by: 投资增长9%。分产业看,第一产业增长|12%.

    None where the number is a level, its own words name a measure, or that sentence has several.
    """
    if len(sentence.sightings) > MAX_SIGHTINGS:
        return None
    amount, words = sentence.sightings[index].amount, zones(sentence)[index].words
    if (amount.basis is Basis.LEVEL and amount.unit != "%") or _MEASURE.search(words):
        return None
    if any(_MEASURE.search(zone.words) for zone in zones(sentence)[:index]):
        return None
    parted, other = False, sentence
    for _ in range(MAX_CLASSES):
        parted = parted or bool(_BY_CLASS.search(other.text))
        before = reading.before(other)
        if before is None:
            return None
        if len(before.sightings) > MAX_SIGHTINGS:
            return None
        named = [zone for zone in zones(before) if _MEASURE.search(zone.words)]
        if named:
            return before if parted and len(named) == 1 else None
        other = before
    return None


def home_of(metric: str, every: Sequence[Zone], index: int, seen: Sequence[Sighting]) -> int:
    """Return the number whose nouns number `index` takes: its own, else those before it.

    A change is of no place in a ranking that stands before it.
    """
    amount = seen[index].amount
    home, changes = index, amount.basis is not Basis.LEVEL and amount.unit != "位次"
    while home and (
        not every[home].named
        or (changes and home != index and seen[home].amount.unit == "位")
        or ((home != index or _RELATED.search(metric)) and RELATES.match(every[home].words))
    ):
        home -= 1
    return home
