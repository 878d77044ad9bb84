"""Does a metric that could be laid out say all that makes its number what it is?

In:  a metric (folded), where its words were copied from, and its number.
Out: why the number is another quantity's after all, "" where it is the metric's.

Words beside a number may belong to its neighbour, or be only the head of what is counted (`wholeness`).
A share needs its part, a list its own noun.
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Sentence
from briefing.grounding.wholeness import SIDE, Pieces, cut_short
from briefing.grounding.zones import DEALS, MIN_PIECE, Zone, has_content, measures, segment, zones
from briefing.records import Basis

_MIXED = "its words belong to different numbers"
_AMONG = re.compile("[居列排在]")
"""After it stands among whom something is ranked: 居|江州市第一名."""

_SHARE = re.compile(r"占(?![比据地用])|相当于")
_SHARE_OF_IT = re.compile(",(?:占比|比重)[为达约]?$")
_SHARES = re.compile(r"占比|比重|份额|比例|进度$")
_RATE = re.compile(r"[\u4e00-\u9fff]{2}(?<!增长)(?<!成长)率[^,]{0,4}$")
_OF_THEM = re.compile(r"中[,有已共]*$")
_AND = re.compile(r"、|和|及|以及|与")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def not_its_own(metric: str, pieces: Pieces, sentence: Sentence, index: int, home: int) -> str:
    """Return why sighting `index` is not the number of `metric`, else "".

    `home` is the sighting whose words it takes, itself where it has words of its own.
    """
    every = zones(sentence)
    zone, chained = every[index], home != index
    if not _fits_shared(every[home], pieces, sentence.sightings[home], sentence.text):
        return _MIXED
    return (
        cut_short(metric, pieces, sentence, index, chained)
        or (_no_part(zone, every[home], pieces, sentence.text) if chained else "")
        or _of_the_whole(metric, zone, pieces, sentence, index)
        or _done_of_it(pieces, sentence, index)
        or _of_the_change(metric, pieces, sentence, index)
        or (_of_a_twin(sentence, pieces, index) if index else "")
        or (_of_a_list(sentence, pieces, index, home) if home > 1 else "")
        or (_state_of_another(sentence, pieces, index) if index else "")
        or _left_out(metric, zone, every[home] if chained else None, sentence, index, pieces)
    )


def _fits_shared(zone: Zone, pieces: Pieces, sighting: Sighting, text: str) -> bool:
    """Check words that stand between two numbers: the left takes their start, the right their end."""
    if not zone.noun_first and not zone.verb_last:
        return True
    after = [start for start, _ in pieces if start >= sighting.end]
    before = [end for _, end in pieces if end <= sighting.start]
    if zone.noun_first and after and not before:
        return not has_content(text[sighting.end : min(after)])
    if zone.verb_last and before and not after:
        return not has_content(text[max(before) : sighting.start])
    return True


def _no_part(zone: Zone, home: Zone, pieces: Pieces, text: str) -> str:
    """Return why a share without a noun (占比|65.4%) is not said of what stands before it."""
    if not _SHARES.search(zone.words):
        return ""
    named = [(start, end) for start, end in home.own if has_content(text[start:end])]
    said = any(
        start < last and first < end and has_content(text[max(start, first) : min(end, last)])
        for start, end in named
        for first, last in pieces
    )
    return "the number is a share of the words before it" if named and not said else ""


def _of_the_whole(metric: str, zone: Zone, pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return why the number is that of a part of the metric, or the metric that of a share's whole.

    项目42个,其中工业项目9个、总投资20亿元: the 20亿 are not the 42's.
    """
    text, sighting = sentence.text, sentence.sightings[index]
    part = -1
    if "其中" in text:
        begin = min((start for start, _ in zone.own), default=sighting.start)
        far = max((end for _, end in pieces if end <= begin), default=-1)
        part = text.rfind("其中", far, begin) if far >= 0 else -1
    if part >= 0:
        first = next((s for s in sentence.sightings if s.start > part), sighting)
        if first.amount.unit != sighting.amount.unit and measures(first):
            return "the number is that of the part before it"
    if "其中" in text and (whole := _before_part(sentence, sighting, pieces)):
        return whole
    if "占" in metric and "占" not in text:  # 收入占预算 of 收入完成1亿元,为预算的50%
        base = metric.partition("占")[2].removeprefix("比")
        if base and not any(base in text[a:b] for a, b in zone.own):
            return "it is the whole that the share is of"
    if "占" in metric[:-2] or not _SHARES.search(metric):
        return ""
    for start, end in zone.own:
        share = _SHARE.search(text, start, end) if end <= sighting.start else None
        before = [at for at, _ in pieces if at < sighting.start]
        if share and before and min(before) >= share.end():
            return "it is the whole that the share is of"
    return ""


def _before_part(sentence: Sentence, sighting: Sighting, pieces: Pieces) -> str:
    """Return the number that 其中 takes a part of, where the words before 其中 are not its own."""
    seen, every = sentence.sightings, zones(sentence)
    part = sentence.text.rfind("其中", segment(sentence, sighting.start)[0], sighting.start)
    before = [place for place, s in enumerate(seen) if s.end <= part]
    alike = [place for place in before if seen[place].amount.unit == sighting.amount.unit]
    if not before:
        return ""
    whole = (alike or before)[-1]
    home = whole
    while home and not every[home].named:
        home -= 1
    ranges = [*every[whole].own, *every[home].own]
    for start, end in pieces:
        its = any(first <= start and end <= last for first, last in ranges)
        if end <= part and not its and has_content(sentence.text[start:end]):
            return f"the number is a part of {seen[whole].raw}"
    return ""


def _done_of_it(pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return the number that the deed at the metric's end counts: 126件积案化解|118件."""
    seen = sentence.sightings
    if index + 1 == len(seen) or seen[index + 1].amount.unit != seen[index].amount.unit:
        return ""
    following = seen[index + 1].start
    cut = any(start >= seen[index].end and end == following for start, end in pieces)
    deed = words_of.ENDS_IN_DEED.search(sentence.text, seen[index].end, following) if cut else None
    return f"{deed[0]} is said of {seen[index + 1].raw}" if deed else ""


def _of_the_change(metric: str, pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return the change that a second place is that of: 浓度58,排名第5,下降16%,排名|第8."""
    seen = sentence.sightings
    if seen[index].amount.unit != "位" or words_of.RATED.search(metric):
        return ""
    for _, end in pieces:
        if rated := words_of.RATED.match(sentence.text, end):
            return f"the place is that of {rated[0]}"
    first = max((end for _, end in pieces if end <= seen[index].start), default=0)
    ranked = False
    start = min((start for start, _ in pieces), default=first)
    for other in (s for s in seen[:index] if s.start > start):
        if ranked and other.amount.basis is not Basis.LEVEL:
            return f"the place is that of {other.raw}"
        ranked = ranked or other.amount.unit == "位"
    return ""


def _of_a_twin(sentence: Sentence, pieces: Pieces, index: int) -> str:
    """Return why a predicate is that of a twin (10个项目建成,246个项目在建), else ""."""
    text, seen = sentence.text, sentence.sightings
    sighting = seen[index]
    for other in seen[:index] if text.startswith("的", sighting.end) else ():
        of_both = text.startswith("的", other.end)
        if of_both and any(start == other.end + 1 for start, _ in pieces):
            return f"its words are those of {other.raw}"
    noun = text[sighting.end : sighting.end + MIN_PIECE]
    if not measures(sighting) or not _HAN.fullmatch(noun):
        return ""
    for place, other in enumerate(seen[:index]):
        if other.amount.unit == sighting.amount.unit and text.startswith(noun, other.end):
            stop = seen[place + 1].start
            if any(other.end <= start < stop for start, _ in pieces):
                return f"{text[other.start : other.end + 2]} is another number's"
    return ""


def _of_a_list(sentence: Sentence, pieces: Pieces, index: int, home: int) -> str:
    """Return why a borrowed noun is counted by one number of a list, else "".

    Of 小学12所、初中8所,在校学生1.8万人 neither 小学 nor 初中 has the 1.8万.
    """
    text, seen = sentence.text, sentence.sightings
    for place in range(home - 1):
        left, right = seen[place], seen[place + 1]
        if not _AND.match(text, left.end) or not has_content(text[left.end : right.start]):
            continue
        first = seen[place - 1].end if place else 0
        for start, end in pieces:
            stop = left.start if start < left.start else right.start
            own = first <= start < left.start or left.end <= start < right.start
            counting = left if start < left.start else right
            if counting.amount.unit == seen[index].amount.unit:
                continue  # 事故17起、死亡225人,同比增加|1起
            mine = any(s <= start and end <= e for s, e in zones(sentence)[index].own)
            counted = not mine and has_content(text[start:end]) and not has_content(text[end:stop])
            if own and end <= stop and counted:
                return f"{text[start:end]} is one of a list"
    return ""


_STATE = re.compile(
    "尚未|未|正在|启动|推进|实施|施工|在建|续建|前期|拟建|取消|暂停|停工|复工|办结|受理"
)


def _state_of_another(sentence: Sentence, pieces: Pieces, index: int) -> str:
    """Return why a borrowed state is another number's (尚未启动2件,开工率96%), else ""."""
    text, seen, every = sentence.text, sentence.sightings, zones(sentence)
    dealt = every[index].own if "分别" in every[index].words else ()
    for start, end in pieces:
        if any(first <= start and end <= last for first, last in dealt):
            continue  # A、B分别投入1亿元和2亿元
        for place, other in enumerate(seen[:index]):
            if end != other.start or text[end - 1] in "额量数值":
                continue
            if text[end - 1] == "率" and any(zone.named for zone in every[place + 1 : index]):
                return f"{text[start:end]} is said of {other.raw}"
            said = words_of.content(text[start:end])
            if said and not _STATE.sub("", words_of.DEEDS.sub("", said)):
                return f"{text[start:end]} is said of {other.raw}"
    return ""


def _counted_before(pieces: Pieces, sighting: Sighting, seen: Sequence[Sighting]) -> bool:
    """Tell whether a number of the same unit stands right before the words (10所|幼儿园已完成7所)."""
    return any(
        other.end == start and other.amount.unit == sighting.amount.unit
        for other in seen
        for start, _ in pieces
        if other is not sighting
    )


def _left_out(
    metric: str, zone: Zone, home: Zone | None, sentence: Sentence, index: int, pieces: Pieces
) -> str:
    """Return what the zone says of its number that the metric must not leave out, else ""."""
    text, seen, words = sentence.text, sentence.sightings, zone.words
    sighting = seen[index]
    extreme = set(words_of.EXTREME.findall(SIDE.sub("", words))) if home else set()
    if extreme and (extreme := extreme - set(words_of.EXTREME.findall(metric))):
        return f"the number is that of {'、'.join(sorted(extreme))}"
    rated = "率" in words and not measures(sighting) and _RATE.search(words)
    if rated and not re.search(r"率|比|占|进度|水平", metric):
        return "the number is a rate"
    if home and sighting.amount.basis is Basis.POINTS and not words_of.RATED.search(metric):
        shared = _SHARES.search(home.words) or _RATE.search(home.words)
        if shared and not re.search("占|比|率|份额|进度", metric):
            return f"the number is a change of {shared[0]}"
    if home and sighting.amount.basis is Basis.LEVEL:
        own = [p for p in pieces if any(s <= p[0] < e for s, e in zone.own)]
        if not own and zone.own and _OF_THEM.search(text[: zone.own[0][0]]):
            return "the number is a part of it"
        required = words_of.REQUIRED.findall(words)
        if required and not any(word in metric or word.rstrip("率") in metric for word in required):
            return f"the number is that of {required[0]}"
    before = [(start, end) for start, end in zone.own if end <= sighting.start]
    if not before:
        return ""
    if len(before) > 1 and DEALS.search(words):
        dealt = words_of.BESIDE.fullmatch(text[slice(*before[0])].strip(",、"))
        if dealt and dealt[0] not in metric:
            return f"the number is dealt to {dealt[0]}"
    start, end = before[-1]
    if _SHARE.search(text, start, end) or _SHARE_OF_IT.search(text, start, end):
        if not re.search(r"占|比|率|份额|进度", metric):
            return "the number is a share of it"
        if _SHARES.search(metric):
            return ""
    part = _OF_THEM.search(text, start, end)
    if part and all(last <= part.start() for _, last in pieces):
        return "the number is a part of it"
    inside = [piece[1] for piece in pieces if start <= piece[0] < end]
    deed = words_of.DEEDS.search(text, max(inside), end) if inside else None
    if deed and deed[0] not in metric and _counted_before(pieces, sighting, seen):
        return f"the number is how many were {deed[0]}"
    if not inside or any(piece[0] >= sighting.end for piece in pieces):
        return ""
    rest = text[max(inside) : end]
    if sighting.amount.unit == "位":
        if "," in rest:
            return ""
        rest = _AMONG.split(rest)[0]
    said = words_of.content(words_of.DEEDS.sub("", rest))
    further = said not in metric and (
        len(said) >= MIN_PIECE or (said == rest and sighting.amount.unit != "位")  # 居民|楼
    )
    return "the number belongs to the words after it" if further else ""
