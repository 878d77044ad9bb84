"""Lay a metric out: is it made of the words that belong to its number?

A metric is proven when it can be laid out from pieces of its number's zone, general words that
fit the number (数 for counts, 增幅 for rises), and borrowed words at its edges; never across another
number's noun. A zone without nouns (“,同比增长8%”, “增速高于全市2个百分点”) takes those of the number
before it. Rules, no measure of likeness.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Sentence
from briefing.grounding.zones import MIN_PIECE, Zone, has_content, measures, zones
from briefing.records import Amount, Basis, Direction

_NO_START = frozenset("的及和与等在为是之其了各,、:'\"-()")
_NO_END = frozenset("的及和与在为是之其各,、:'\"-(")
_DOUBLED = re.compile(r"([的及和与在为是之其各,、:'\"-])\1")
"""What a metric neither starts nor ends with, but where the article does."""

_RATE = re.compile(r"[\u4e00-\u9fff]{2}(?<!增长)(?<!成长)(?<!占比)率")
MAX_METRIC = 120
MAX_SIGHTINGS = 300


@dataclass
class Bound:
    """A proven metric: the ranges of the sentence that its words were copied from."""

    pieces: list[tuple[int, int]] = field(default_factory=list)
    edge: bool = True
    """True when nothing of the zone stands before the first own piece."""


Range = tuple[int, int, str]
"""A range of a text, and the text."""


def bind(metric: str, sentence: Sentence, index: int, before: Sentence | None) -> Bound | str:
    """Lay `metric` (squeezed) out for sighting `index`, or say why it cannot be.

    `before` is the sentence before in the same paragraph; its last zone serves a first zone
    that has no nouns.
    """
    if len(metric) > MAX_METRIC:
        return "it is too long for a metric"
    if ornament := _ornament(metric, sentence.text + (before.text if before else "")):
        return f"{ornament!r} is not the article's"
    if len(sentence.sightings) > MAX_SIGHTINGS:
        return "too many numbers stand in one sentence"
    all_zones = zones(sentence)
    zone = all_zones[index]
    sighting = sentence.sightings[index]
    text = sentence.text
    own: list[Range] = [(start, end, text) for start, end in zone.own]
    if sighting.amount.unit.isascii() and sighting.amount.unit.isalpha():
        own.append((sighting.start, sighting.end, text))  # 42 projects: the noun is the unit
    home = index
    related = bool(re.search(r"占|比|率|完成", metric))
    while home and (
        not any(has_content(text[start:end]) for start, end in all_zones[home].own)
        or ((home != index or related) and _is_share(all_zones[home], text))
    ):
        home -= 1
        if spans := all_zones[home].own:
            if "分别" in text[spans[0][0] : spans[-1][1]]:
                return "分别 deals out another number of values"
            own.append((spans[0][0], spans[-1][1], text))
    for passed in all_zones[home + 1 : index]:
        if _RATE.search("".join(text[s:e] for s, e in passed.own)) and "率" not in metric:
            return "the number is that of the rate before it"
    if before is not None and before.sightings and not any(has_content(w[s:e]) for s, e, w in own):
        own += [(start, end, before.text) for start, end in zones(before)[-1].own]
    lead = [(start, end, text) for start, end in all_zones[home].lead]
    if before is not None and text.startswith("其中"):
        lead.append((0, len(before.text), before.text))
    tail = [(start, end, text) for start, end in zone.tail]
    units = {sighting.amount.unit, sentence.sightings[home].amount.unit}
    regions = {"own": own, "lead": lead, "tail": tail}
    general = _general_words(sighting.amount, units)
    pieces = _cover(metric, 0, regions, general, set())
    if isinstance(pieces, int):
        return f"{metric[pieces : pieces + 8]!r} does not stand beside the number"
    bound = _judge(metric, pieces, text, own)
    if isinstance(bound, str) and (again := _around_longest(metric, regions, general)):
        bound = _judge(metric, again, text, own)
    if isinstance(bound, Bound):
        bound = _checked(metric, bound, sentence, index, home)
    if isinstance(bound, str) and (last := _last_clause(own, text)):
        closer = _cover(metric, 0, {"own": last, "lead": [], "tail": []}, general, set())
        narrow = _judge(metric, closer, text, last) if isinstance(closer, list) else bound
        if isinstance(narrow, Bound):
            return _checked(metric, narrow, sentence, index, home)
    return bound


def _ornament(metric: str, text: str) -> str:
    """Return marks and connecting words at the ends of a metric that the article has not there."""
    if metric[:1] in _NO_START and metric[:2] not in text:
        return metric[:2]
    if metric[-1:] in _NO_END and metric[-2:] not in text:
        return metric[-2:]
    return doubled[0] if (doubled := _DOUBLED.search(metric)) and doubled[0] not in text else ""


def _last_clause(own: list[Range], text: str) -> list[Range]:
    """Return the own words after the last comma, [] where they have none."""
    start, end, words = own[0] if own else (0, 0, text)
    comma = words.rfind(",", start + 1, end)
    return [(comma, end, words), *own[1:]] if comma > start and words is text else []


_TERM = re.compile("进出口|(?:企业|个人)所得税")
"""Terms whose end is another quantity."""


def _checked(metric: str, bound: Bound, sentence: Sentence, index: int, home: int) -> Bound | str:
    """Return `bound`, or why its number is another one's after all."""
    all_zones, text = zones(sentence), sentence.text
    anchor = sentence.sightings[home]
    if not _fits_shared(all_zones[home], bound, anchor, text):
        return "its words belong to different numbers"
    first = min((start for start, _ in bound.pieces), default=0)
    kind = words_of.KIND.search(text, max(0, first - 6), first)
    reached = home != index and kind and kind[0] in ("新增", "净增")
    if (
        kind
        and not reached
        and kind[0] not in metric
        and metric.startswith(text[first : first + 2])
    ):
        return f"the number is that of {kind[0]}{text[first : first + 4]}"
    for start, _ in bound.pieces:
        qualifier = text[max(0, start - 2) : start]
        if words_of.EXTREME.fullmatch(qualifier) and qualifier not in metric:
            return f"the number is that of {qualifier}{text[start : start + 4]}"
        if any(term.start() < start for term in _TERM.finditer(text, max(0, start - 4), start + 4)):
            return f"{text[start : start + 3]} is cut out of a term"
    if home != index and not _of_home(all_zones[index], all_zones[home], bound, text):
        return "the number is a share of the words before it"
    if wrong := _foreign(metric, all_zones[index], bound, sentence, index):
        return wrong
    if noun := _listed(sentence, bound, home):
        return f"{noun} is one of a list"
    missing = _left_out(
        metric, all_zones[index], sentence.sightings[index], bound, text, home != index
    )
    return missing or bound


_SIDE = re.compile(r"(?:[高低快慢好优]于|高出|低|超过?)[^,;。\d]{0,6}平均(?:水平|增速)?")
_AMONG = re.compile(r"(?:居|列|排|在)[^,;。]{0,10}?(?:[省市县区州盟旗国]|市州|县区|第|$)+")
"""Among whom something is ranked: 居|江州市|第一名."""


def _of_home(zone: Zone, home: Zone, bound: Bound, text: str) -> bool:
    """Tell whether a share without a noun (占比|65.4%) is said of what stands before it."""
    bare = re.search(r"占比|比重|份额", "".join(text[start:end] for start, end in zone.own))
    if not bare or not any(has_content(text[start:end]) for start, end in home.own):
        return True
    return any(
        start < last and first < end and has_content(text[max(start, first) : min(end, last)])
        for start, end in home.own
        for first, last in bound.pieces
    )


def _foreign(metric: str, zone: Zone, bound: Bound, sentence: Sentence, index: int) -> str:
    """Return why the pieces of `bound` are another number's, or not whole, else ""."""
    text, sighting = sentence.text, sentence.sightings[index]
    begin = min((start for start, _ in zone.own), default=sighting.start)
    far = [piece for piece in bound.pieces if piece[1] <= begin]
    part = text.rfind("其中", max(end for _, end in far), begin) if far else -1
    first = next((s for s in sentence.sightings if s.start > part >= 0), sighting)
    if part >= 0 and first.amount.unit != sighting.amount.unit and measures(first):
        return "the number is that of the part before it"
    if wrong := _cut_kind(metric, bound, sentence, index):
        return wrong
    share = [
        found.end() + start
        for start, end in zone.own
        if end <= sighting.start
        and (found := re.search(r"占(?![比据地用])|相当于", text[start:end]))
    ]
    if share and re.search(r"占比|比重|份额|比例", metric) and "占" not in metric[:-2]:
        inside = [piece for piece in bound.pieces if piece[0] < sighting.start]
        if inside and min(inside)[0] >= share[0]:
            return "it is the whole that the share is of"
    return _twin(text, sentence, bound, index)


_THRESHOLD = re.compile(r"(?:及|或|含)?(?:以[上下内]|之[上下])")
_EACH = re.compile(r"每[百千万]?(?:名|人|户|亩|家|村|平方|公里)|平均|人均")
_ADJUSTED = re.compile(r"剔除|扣除")


def _cut_kind(metric: str, bound: Bound, sentence: Sentence, index: int) -> str:
    """Return what a metric leaves out that makes another quantity of it, else "".

    A threshold (60岁及以上|人口), what one of many has (每千名老人拥有|床位), what is left out of account
    (剔除政策因素|下降2%), or that its words only stand in brackets.
    """
    text, sighting = sentence.text, sentence.sightings[index]
    for start, end in bound.pieces:
        if _THRESHOLD.match(text, end):
            return f"{text[start : end + 3]} is cut short"
    clause = max(text.rfind(mark, 0, sighting.start) for mark in ",;。") + 1
    lead = text[clause : sighting.start]
    if (each := _EACH.search(lead)) and not re.search(r"每|均", metric):
        return f"the number is that of {each[0]}"
    if (adjusted := _ADJUSTED.search(lead)) and not re.search("剔除|扣除|可比", metric):
        return f"the number is that after {adjusted[0]}"
    opened = [text.rfind("(", 0, start) > text.rfind(")", 0, start) for start, _ in bound.pieces]
    closed = text.rfind(")", 0, sighting.start) > text.rfind("(", 0, sighting.start)
    return "it only stands in brackets" if opened and all(opened) and closed else ""


def _twin(text: str, sentence: Sentence, bound: Bound, index: int) -> str:
    """Return why a predicate is that of a twin (10个项目建成,246个项目在建), else ""."""
    sighting = sentence.sightings[index]
    noun = text[sighting.end : sighting.end + MIN_PIECE]
    if not re.fullmatch(r"[\u4e00-\u9fff]{2}", noun) or not measures(sighting):
        return ""
    for other in sentence.sightings[:index]:
        if other.amount.unit == sighting.amount.unit and text.startswith(noun, other.end):
            stop = sentence.sightings[sentence.sightings.index(other) + 1].start
            if any(other.end <= start < stop for start, _ in bound.pieces):
                return f"{text[other.start : other.end + 2]} is another number's"
    return ""


_AND = re.compile(r"、|和|及|以及|与")


def _listed(sentence: Sentence, bound: Bound, home: int) -> str:
    """Return a borrowed noun that one number of a list counts, else "".

    Of 小学12所、初中8所,在校学生1.8万人 neither 小学 nor 初中 has the 1.8万.
    """
    text, seen = sentence.text, sentence.sightings
    for place in range(home - 1):
        left, right = seen[place], seen[place + 1]
        if not _AND.match(text, left.end) or not has_content(text[left.end : right.start]):
            continue
        first = seen[place - 1].end if place else 0
        for start, end in bound.pieces:
            stop = left.start if start < left.start else right.start
            own = first <= start < left.start or left.end <= start < right.start
            if own and end <= stop and _is_noun(text, start, end, stop):
                return text[start:end]
    return ""


def _is_noun(text: str, start: int, end: int, stop: int) -> bool:
    """Tell whether text[start:end] names what the number at `stop` counts."""
    return has_content(text[start:end]) and not has_content(text[end:stop])


def _left_out(
    metric: str, zone: Zone, sighting: Sighting, bound: Bound, text: str, chained: bool
) -> str:
    """Return what the zone says of its number that the metric must not leave out, else ""."""
    words = "".join(text[start:end] for start, end in zone.own)
    level = sighting.amount.basis is Basis.LEVEL
    extreme = set(words_of.EXTREME.findall(_SIDE.sub("", words)))
    if chained and extreme - set(words_of.EXTREME.findall(metric)):
        return f"the number is that of {'、'.join(sorted(extreme))}"
    rate = re.search(r"[\u4e00-\u9fff]{2}(?<!增长)(?<!成长)率[^,]{0,4}$", words)
    if rate and not re.search(r"率|比|占|进度|水平", metric):
        return "the number is a rate"
    if chained and level:
        own = [p for p in bound.pieces if any(s <= p[0] < e for s, e in zone.own)]
        if not own and re.search(r"中[,有已共]*$", text[: zone.own[0][0]] if zone.own else ""):
            return "the number is a part of it"
        required = words_of.REQUIRED.findall(words)
        if required and not any(word in metric or word.rstrip("率") in metric for word in required):
            return f"the number is that of {required[0]}"
    before = [(start, end) for start, end in zone.own if end <= sighting.start]
    if not before:
        return ""
    start, end = before[-1]
    share = re.search(r"占(?![据地用])|相当于", text[start:end])
    inside = [piece for piece in bound.pieces if start <= piece[0] < end]
    if share and not re.search(r"占|比|率|份额", metric):
        return "the number is a share of it"
    after = any(piece[0] >= sighting.end for piece in bound.pieces)
    rest = text[max((piece[1] for piece in inside), default=end) : end]
    ranked = sighting.amount.unit == "位" and "," in rest
    if sighting.amount.unit == "位":
        rest = _AMONG.sub("", rest)
    if share and re.search(r"占比|比重|份额|比例", metric):
        return ""
    if inside and not after and not ranked and has_content(words_of.DEEDS.sub("", rest)):
        return "the number belongs to the words after it"
    return ""


def _fits_shared(zone: Zone, bound: Bound, sighting: Sighting, text: str) -> bool:
    """Check words that stand between two numbers: the left takes their start, the right their end."""
    after = [start for start, _ in bound.pieces if start >= sighting.end]
    if zone.noun_first and after and not any(end <= sighting.start for _, end in bound.pieces):
        return not has_content(text[sighting.end : min(after)])
    before = [end for _, end in bound.pieces if end <= sighting.start]
    if zone.verb_last and before and not after:
        return not has_content(text[max(before) : sighting.start])
    return True


def _candidates(
    metric: str, place: int, regions: dict[str, list[Range]], general: Sequence[str]
) -> Iterator["Piece | int"]:
    """Yield what may stand at `place`: longest first; own words, general words, borrowed words."""
    if place == 0 and (whole := _find(metric, "own", regions["own"])):
        yield whole
    lengths = {len(word) for word in general if metric.startswith(word, place)}
    for size in range(min(len(metric) - place, 60), 0, -1):
        wanted = metric[place : place + size]
        pieces = {}
        if size >= MIN_PIECE and not _cuts_word(metric, place, place + size):
            pieces = {kind: _find(wanted, kind, ranges) for kind, ranges in regions.items()}
        if piece := pieces.get("own"):
            yield piece
        if size in lengths:
            yield size
        if piece := pieces.get("lead") or pieces.get("tail"):
            yield piece


def _find(wanted: str, kind: str, ranges: list[Range]) -> "Piece | None":
    for start, end, words in ranges:
        at = words.rfind(wanted, start, end) if kind == "own" else words.find(wanted, start, end)
        if at >= 0 and not _cuts_word(words, at, at + len(wanted)):
            return kind, at, at + len(wanted), words
    return None


def _is_share(zone: Zone, text: str) -> bool:
    """Tell whether a zone only relates its number to the one before (占全市的, 为预算的)."""
    words = "".join(text[start:end] for start, end in zone.own)
    return bool(
        re.match(
            r",(?:(?:占|为|是|相当于|达|约占|均占)[^,]{0,16}|完成(?:年度|全年|年初|目标|任务|计划|预算|调整)[^,]{0,12})的?(?:比重)?$",
            words,
        )
    )


Piece = tuple[str, int, int, str]
"""Where a part of a metric was copied from: own, lead or tail; range; text."""


def _cover(
    metric: str, place: int, regions: dict[str, list[Range]], general: Sequence[str], dead: set[int]
) -> list[Piece] | int:
    """Lay metric[place:] out, longest pieces first; else how far it went."""
    if place >= len(metric):
        return []
    if place in dead:
        return place
    furthest = place
    for found in _candidates(metric, place, regions, general):
        size = found if isinstance(found, int) else found[2] - found[1]
        rest = _cover(metric, place + size, regions, general, dead)
        if isinstance(rest, list):
            return rest if isinstance(found, int) else [found, *rest]
        furthest = max(furthest, rest)
    dead.add(place)
    return furthest


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] begins or ends within a Latin word or a number."""
    for place in (start, end):
        around = text[place - 1 : place + 1] if 0 < place < len(text) else ""
        if len(around) == 2 and around.isascii() and around.isalnum():
            return True
    return False


def _around_longest(
    metric: str, regions: dict[str, list[Range]], general: Sequence[str]
) -> list[Piece]:
    """Lay `metric` out around its longest own piece, if that is more than half of it; else []."""
    for size in range(len(metric) - 1, max(len(metric) // 2, MIN_PIECE - 1), -1):
        for place in range(len(metric) - size + 1):
            if _cuts_word(metric, place, place + size):
                continue
            piece = _find(metric[place : place + size], "own", regions["own"])
            if piece is None:
                continue
            head = _cover(metric[:place], 0, regions, general, set())
            tail = _cover(metric[place + size :], 0, regions, general, set())
            if isinstance(head, list) and isinstance(tail, list):
                return [*head, piece, *tail]
    return []


def _judge(metric: str, pieces: list[Piece], text: str, own: list[Range]) -> Bound | str:
    """Say whether pieces from these places may make one metric."""
    mine = [(start, end, words) for kind, start, end, words in pieces if kind == "own"]
    if not any(
        has_content(words[s:e]) or words_of.BESIDE.search(words[s:e]) for s, e, words in mine
    ):
        return "the number belongs to other words"
    bound = Bound([(start, end) for _, start, end, words in pieces if words is text])
    first, last = min(mine)[0], max(end for _, end, _ in mine)
    bound.edge = _at_edge(metric, own, first)
    closed = any(
        start <= last <= end and not has_content(words[last:end]) for start, end, words in own
    )
    kinds = [kind for kind, _, _, _ in pieces]
    after_own, before_own = kinds[kinds.index("own") :], kinds[: kinds.index("own")]
    if ("lead" in kinds or before_own) and not bound.edge:
        return "its words belong to different numbers"
    if ("tail" in after_own or "lead" in after_own) and not (
        closed and (bound.edge or "lead" not in after_own)
    ):
        return "its words belong to different numbers"
    return bound


def _at_edge(metric: str, own: list[Range], place: int) -> bool:
    """Tell whether no noun of the zone stands before `place` that the metric does not name."""
    for start, end, words in own:
        if start <= place < end:
            head = re.split(r"[,:、]|以及|和|及|与", words[start:place])[-1]
            if (said := words_of.content(head)) and said in metric:
                return True
            return len(words_of.DEEDS.sub("", words_of.content(head))) < MIN_PIECE
    return True


def _general_words(amount: Amount, units: set[str]) -> list[str]:
    """Return the general words that fit an amount, and those of the number it relates to."""
    change = amount.basis is not Basis.LEVEL
    found = list(words_of.EVER)
    for unit in units:
        if unit in ("%", "百分点"):
            found += words_of.SHARES
        elif unit == "位":
            found += words_of.RANKS
        elif unit == "倍":
            found += words_of.TIMES
        elif "元" in unit:
            found += words_of.MONEY
        elif unit:
            found += [*words_of.COUNTS, unit, unit + "数", *words_of.BY_UNIT.get(unit, ())]
    if change:
        found += words_of.CHANGED
    if change and amount.direction is Direction.DOWN:
        found += (*words_of.FALLS, *words_of.RATES)
    elif change:
        found += words_of.RISES
    return list(dict.fromkeys(found))
