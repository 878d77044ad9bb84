"""Lay a metric out: is it made of the words that belong to its number?

A metric is proven when it can be laid out from pieces of its number's zone, general words that
fit the number (数 for counts, 增幅 for rises), and borrowed words at its edges; never across another
number's noun. A zone without nouns (“,同比增长8%”, “增速高于全市2个百分点”) takes those of the number
before it. Rules, no measure of likeness.
"""

import re
from collections.abc import Mapping, Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import chains, respectively
from briefing.grounding import figure_words as words_of
from briefing.grounding.belonging import not_its_own
from briefing.grounding.bounds import Bound as Bound
from briefing.grounding.bounds import judge
from briefing.grounding.ornaments import ornament
from briefing.grounding.pieces import Layout, Piece, Range, find
from briefing.grounding.reading import Sentence, once
from briefing.grounding.zones import DEALS, MAX_SIGHTINGS, has_content, measures, zones
from briefing.records import Basis, Direction

_RATE = re.compile(r"[\u4e00-\u9fff]{2}(?<!增长)(?<!成长)(?<!占比)率")
_THOUSANDS = re.compile(r"[1-9](?<![\d.,][1-9])\d{3,14}(?![\d.,])")
MAX_METRIC = 120


def bind(metric: str, sentence: Sentence, index: int, before: Sentence | None) -> Bound | str:
    """Lay `metric` (squeezed) out for sighting `index`, or say why it cannot be.

    `before` is the sentence before in the same paragraph; its last zone serves a first zone
    that has no nouns. The same metric of the same number is laid out once: rules and a model often
    claim alike, and one metric is claimed with several periods.
    """
    known, key = _known(sentence), (metric, index)
    if key not in known:
        known[key] = _bind(metric, sentence, index, before)
    return known[key]


@once
def _known(sentence: Sentence) -> dict[tuple[str, int], Bound | str]:
    """Return the metrics of a sentence that were laid out, by metric and number."""
    return {}


def _bind(metric: str, sentence: Sentence, index: int, before: Sentence | None) -> Bound | str:
    metric = _THOUSANDS.sub(lambda found: _spelt(found[0], sentence.text), metric)
    if len(metric) > MAX_METRIC:
        return "it is too long for a metric"
    if odd := ornament(metric, sentence, before):
        return f"{odd!r} is not the article's"
    if len(sentence.sightings) > MAX_SIGHTINGS:
        return "too many numbers stand in one sentence"
    every, text = zones(sentence), sentence.text
    home = chains.home_of(metric, every, index, sentence.sightings)
    far = chains.same_measure(sentence, index, home) if home != index else None
    home = home if far is None else far
    own = _own(sentence, index, home, far)
    if own is None:
        return "分别 deals out another number of values"
    if home + 1 < index and "率" not in metric:
        between = [z.words for z in every[home + 1 : index] if not chains.RELATES.match(z.words)]
        passed = "\n".join(between)
        if _RATE.search(passed):
            return "the number is that of the rate before it"
    if before is not None and not any(has_content(w[s:e]) for s, e, w in own) and before.sightings:
        own += [(start, end, before.text) for start, end in _last_named(before)]
    if noun := chains.counts_another(metric, sentence.sightings[index]):
        return f"the number is that of {noun}"
    if chains.in_a_row(metric, sentence, index, home):
        return "several numbers stand in a row"
    if rate := chains.rate_before(metric, sentence, index):
        return Bound([rate], metric, own, rate[0])
    if metric in _SIZES and (
        size := _size_before(metric, sentence.text, sentence.sightings[index])
    ):
        return Bound([size], metric, own, size[0])
    counted = _noun_after(metric, sentence, index)
    whole = counted or find(metric, "own", own)
    if whole is not None:
        bound = judge(metric, [whole], text, own)
        if counted is not None and isinstance(bound, str):
            bound = Bound([counted[1:3]], metric, own, counted[1])  # 14个村(社区)
        bound = _checked(metric, bound, sentence, index, home)
        if isinstance(bound, Bound):
            return bound
    return _laid_out(metric, sentence, index, home, own, before)


def _last_named(before: Sentence) -> Sequence[tuple[int, int]]:
    """Return the words of the last number of a sentence that has any: of 产值21亿元,增长6% those of 21亿元."""
    every = zones(before)
    return next((zone.own for zone in reversed(every) if zone.named), every[-1].own)


def bind_class(metric: str, sentence: Sentence, index: int, measured: Sentence) -> Bound | str:
    """Lay out a class with what an earlier sentence measures: 第一产业|固定资产投资 (see `chains`)."""
    own = [(start, end, sentence.text) for start, end in zones(sentence)[index].own]
    lead = [(start, end, measured.text) for zone in zones(measured) for start, end in zone.own]
    sighting = sentence.sightings[index]
    general = _general(sighting, frozenset((sighting.amount.unit,)))
    pieces = Layout(own, lead, (), general).cover(metric)
    if isinstance(pieces, int):
        return f"{metric[pieces : pieces + 8]!r} is not what is measured"
    bound = judge(metric, pieces, sentence.text, own)
    return _checked(metric, bound, sentence, index, index)


def _noun_after(metric: str, sentence: Sentence, index: int) -> Piece | None:
    """Return `metric` where it is the noun right after its number: …项目、立体绿化等38个|项目."""
    text, sighting = sentence.text, sentence.sightings[index]
    if not text.startswith(metric, sighting.end) or not measures(sighting):
        return None
    return find(metric, "own", [(sighting.end, sighting.end + len(metric), text)])


def _own(sentence: Sentence, index: int, home: int, far: int | None) -> list[Range] | None:
    """Return the words that number `index` has or takes, None where 分别 deals them out otherwise."""
    every, text, sighting = zones(sentence), sentence.text, sentence.sightings[index]
    if respectively.deals(text, sentence.sightings, index) and not every[index].named:
        return None
    own = [(start, end, text) for start, end in every[index].own]
    if _LATIN_NOUN.fullmatch(sighting.amount.unit):
        counted = _counting(sentence, index)
        own.append((counted.start, counted.end, text))  # 42 projects: the noun is the unit
        if counted.start > sighting.start:  # four of the six parks have opened
            own += [(start, end, text) for start, end in every[index + 1].own]
    for place in range(index - 1, home - 1, -1) if far is None else (far,):
        if spans := every[place].own:
            if DEALS.search(text, spans[0][0], spans[-1][1]):
                if words_of.BESIDE.fullmatch(text[slice(*spans[0])].strip(",")):
                    continue  # 总量和增速分别居第2位和第7位
                return None
            own.append((spans[0][0], spans[-1][1], text))
        counted = sentence.sightings[place]
        if chains.with_noun(counted):
            own.append((counted.start, counted.end, text))  # 63 deals worth 5 billion yuan
    return own


_OF_SET = re.compile(r" (?:of|out of) [^,.;]*$")
_LATIN_NOUN = re.compile("[A-Za-z][A-Za-z -]*")


def _counting(sentence: Sentence, index: int) -> Sighting:
    """Return the number itself, or the one before it whose noun it takes (47 projects, |12 more)."""
    seen, sighting = sentence.sightings, sentence.sightings[index]
    if chains.with_noun(sighting):
        return sighting
    if index + 1 < len(seen) and _OF_SET.match(sentence.text, sighting.end, seen[index + 1].start):
        return seen[index + 1]
    told = [
        s for s in seen[:index] if s.amount.unit == sighting.amount.unit and chains.with_noun(s)
    ]
    return told[-1] if told else sighting


def _laid_out(
    metric: str,
    sentence: Sentence,
    index: int,
    home: int,
    own: list[Range],
    before: Sentence | None,
) -> Bound | str:
    """Lay `metric` out from pieces of its number's words and of those that it may borrow."""
    text = sentence.text
    layout = _layout(sentence, before, own, index, home)
    pieces = layout.cover(metric)
    if isinstance(pieces, int):
        return f"{metric[pieces : pieces + 8]!r} does not stand beside the number"
    bound = judge(metric, pieces, text, own)
    for lay in (layout.around_longest, layout.listed):
        if isinstance(bound, str) and (again := lay(metric)):
            bound = judge(metric, again, text, own)
    bound = _checked(metric, bound, sentence, index, home)
    if isinstance(bound, str) and (last := _last_clause(own, text)):
        closer = Layout(last, (), (), layout.general).cover(metric)
        narrow = judge(metric, closer, text, last) if isinstance(closer, list) else bound
        if isinstance(narrow, Bound):
            return _checked(metric, narrow, sentence, index, home)
    return bound


def _checked(
    metric: str, bound: Bound | str, sentence: Sentence, index: int, home: int
) -> Bound | str:
    """Return `bound`, or why its number is another one's after all."""
    if isinstance(bound, str):
        return bound
    return not_its_own(metric, bound.pieces, sentence, index, home) or bound


def _spelt(number: str, text: str) -> str:
    """Return `number` with the commas that it has in `text`: 5,000 for 5000."""
    parted = f"{int(number):,}"
    return parted if number not in text and parted in text else number


def _layout(
    sentence: Sentence, before: Sentence | None, own: Sequence[Range], index: int, home: int
) -> Layout:
    every, text, seen = zones(sentence), sentence.text, sentence.sightings
    lead = [(start, end, text) for start, end in every[home].lead]
    if before is not None and text.startswith("其中"):
        lead.append((0, len(before.text), before.text))
    tail = [(start, end, text) for start, end in every[index].tail]
    units = frozenset((seen[index].amount.unit, seen[home].amount.unit))
    return Layout(own, lead, tail, _general(seen[index], units))


def _last_clause(own: Sequence[Range], text: str) -> list[Range]:
    """Return the own words after the last comma, [] where they have none."""
    start, end, words = own[0] if own else (0, 0, text)
    comma = words.rfind(",", start + 1, end)
    return [(comma, end, words), *own[1:]] if comma > start and words is text else []


_SIZES = frozenset("宽长高深厚")
"""Sizes that one letter names: 宽|24米."""


def _size_before(metric: str, text: str, sighting: Sighting) -> tuple[int, int] | None:
    """Return the letter right before a length where it is the metric."""
    place = sighting.start - 1
    beside = text.startswith(metric, place) and sighting.amount.unit.endswith("米")
    return (place, place + 1) if beside else None


def _general(sighting: Sighting, units: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return the general words that fit a number, and those of the number it relates to."""
    change = sighting.amount.basis is not Basis.LEVEL
    return words_of.general_words(change, sighting.amount.direction is Direction.DOWN, units)
