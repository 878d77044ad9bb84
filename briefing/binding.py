"""Bind a figure to what it counts: which words of a sentence belong to which number.

A sentence is cut into segments (at ; and 。) and every number of a segment owns a zone: the
words before it back to the number before, and a measured noun after it (38个|市级重大项目). What
stands between two numbers goes to the left one up to the first comma, else to the right one.
A zone without nouns (“,同比增长8%”, “增速高于全市2个百分点”) takes those of the number before it. `分别`
deals nouns out in their order.

A metric is proven when it can be laid out from pieces of the zone, general words that fit the
number (数 for counts, 增幅 for rises), and borrowed words at its edges; never across another
number's noun. Rules, no measure of likeness.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.amounts import Sighting
from briefing.reading import Sentence
from briefing.records import Amount, Basis, Direction

_BREAK = re.compile(r"[,、:()]|(?:以及|和|及|与|并|且|、)(?=[^,、]{0,4}$)")
_SEGMENT = re.compile(r"[;。!?]")
_CONNECTIVE = (
    "(?:较|比)[^,、]{1,10}?(?=增|减|下降|提高|上升|多|少|高|低|快|回落|翻|略)|"
    "上涨|下跌|偏少|偏多|保持|稳定|连续|年(?=成长|增)|成长|涨|跌|增(?!加值)|降|升|任务|上季度|"
    "实际|余下|其余|仍有|仍|还有|得知|连续|合计|再次|年均|日均|每年|每天|略|小幅|大幅|明显|显著|持续|稳步|快速|缩短|压缩|可达|可|最高|"
    "按(?:不变|可比|现)价格?计算|按可比口径|可比口径|同口径|可比|剔除[^,]{2,12}?因素后?|扣除[^,]{2,12}?因素后?|当月|当季|当年|本月|总量|总数|增长面|增量|"
)
_CONNECTIVE += (
    "同比分别|环比分别|同比|环比|较上年同期|比上年同期|较去年同期|比去年同期|去年同期|上年同期|较上年末|比上年末|较年初|比年初|比上年|较上年|比去年|"
    "较去年|比上月|较上月|分别|增长率|增长|增加(?!值)|增幅|增速|涨幅|降幅|下降|减少|降低|上升|提高|提升|回落|加快|放缓|收窄|扩大|"
    "达到了|达到|达|实现了|实现|完成了|完成|累计|共计|合计|总计|共有|共|约为|约|近|超过|超|突破|逾|为|是|有|了|的|将|已经|已|"
    "其中|截至目前|目前|今年|去年|全年|预计|估计|据|较|比|同|在|居|列|排名|排在|排|名列|位列|位居|稳居|跃居|蝉联|名次|"
    "高于|低于|快于|好于|优于|全国|全省|全市|全区|全县|全州|全镇|我国|我省|我市|我区|我县|平均水平|平均|水平|"
    "由|从|至|到|和|及|与|以及|并|且|也|又|均|都|还|再|仅|只|就|并且|而且|同时|此外|另外|以来|期间|新|首次|历史性|一举|成功|额|率|中"
)
_ATTRIBUTE = (
    "[\u4e00-\u9fff]{2}率|占比|比重|得分|总量|总数|总额|增速|增幅|降幅|涨幅|增长率|"
    "排名|位次|名次|工程量|增量|支出进度"
)
_PREDICATE = (
    "未完成|完成|实现|未开工|开工|竣工|投产|签约|到位|支出|滞后|余下|建成|新增|新建|净增|提前|减收|增收|超|入驻|落户|受益|转移|办结|解决|整改|"
    "发放|拨付|兑现|投入|备足|筹集|安排|改造|惠及|吸引|带动|培训|创造|解决|服务|接待|受理"
)
_BESIDE = re.compile(rf"{_ATTRIBUTE}|{_PREDICATE}")
_REQUIRED = re.compile(
    "[\u4e00-\u9fff]{2}(?<!增长|成长)率|得分|支出进度|"
    "未完成|完成|未开工|开工|竣工|投产|签约|到位|支出|滞后|余下|其余|新增|净增|提前|减收|增收"
)
_VERBS = re.compile(_PREDICATE)
_NOTHING = re.compile(
    rf"(?:{_ATTRIBUTE}|{_CONNECTIVE}|受[^,]{{1,8}}影响|[\s,、:()\"'“”《》\-—%·.0-9])+"
)
_DATE = re.compile(
    r"(?:\d{2,4}年|\d{1,2}(?:-\d{1,2})?月份?|\d{1,2}日|前?[一二三四两]个?季度|[上下]半年|年内|年初|年底)"
)
_FILL = "growth of|growth in|growth rate of|growth|number of|share of|increase in|rise in| of| in| the|the|a |of|in|and|'s|s|的|及|和|与|等|中|在|为|是|之|其|了|共|总|全|各|涉及|相关|情况|指标|水平|预计|,|、|:|\"|'|-|(|)|以及| "
_FILLS = tuple(sorted(set(_FILL.split("|")) | {"|"}, key=len, reverse=True))[:-1] + ("和",)

MIN_PIECE = 2
MAX_METRIC = 120


@dataclass(frozen=True)
class Zone:
    """The words one number owns: ranges of its sentence, in order, and the tail it shares."""

    own: tuple[tuple[int, int], ...]
    lead: tuple[tuple[int, int], ...] = ()
    tail: tuple[tuple[int, int], ...] = ()
    noun_first: bool = False
    """True where the words after the number run on to the next one: they start as its noun."""
    verb_last: bool = False
    """True where the words before the number run from the one before: they end as its own."""


@dataclass
class Bound:
    """A proven metric: the ranges of the sentence that its words were copied from."""

    pieces: list[tuple[int, int]] = field(default_factory=list)
    edge: bool = True
    """True when nothing of the zone stands before the first own piece."""


def _content(text: str) -> str:
    """Return what is left of `text` without dates and connectives: its nouns."""
    return _NOTHING.sub("", _DATE.sub("", text))


@lru_cache(maxsize=4096)
def has_content(text: str) -> bool:
    """Tell whether `text` names something, or only connects (同比增长, 其中, 达到)."""
    return len(_content(text)) >= MIN_PIECE


def segment(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the range between semicolons that holds `place`."""
    first, last = 0, len(sentence.text)
    for stop in _SEGMENT.finditer(sentence.text):
        if stop.end() <= place:
            first = stop.end()
        else:
            last = stop.start()
            break
    return first, last


def zones(sentence: Sentence) -> list[Zone]:
    """Return the zone of every sighting of `sentence`, in order."""
    return _zones(sentence.text, tuple(sentence.sightings))


@lru_cache(maxsize=256)
def _zones(text: str, seen: tuple[Sighting, ...]) -> list[Zone]:
    stops = [0, *(stop.end() for stop in _SEGMENT.finditer(text)), len(text)]
    made: list[Zone] = []
    for first, last in zip(stops, stops[1:], strict=False):
        inside = [sighting for sighting in seen if first <= sighting.start < last]
        if inside:
            made += _segment_zones(text, first, last, inside)
    return made


def _segment_zones(text: str, first: int, last: int, seen: list[Sighting]) -> list[Zone]:
    befores = [first] + [0] * (len(seen) - 1)
    afters = [0] * len(seen)
    shared: list[bool] = [False] * len(seen)
    for place, (left, right) in enumerate(zip(seen, seen[1:], strict=False)):
        between = text[left.end : right.start]
        cut = _BREAK.search(between)
        if cut:
            afters[place] = left.end + cut.start()
            befores[place + 1] = left.end + cut.start()
        elif _measures(left) and has_content(between):
            afters[place], befores[place + 1] = right.start, right.start
            shared[place + 1] = True
        else:
            afters[place], befores[place + 1] = left.end, left.end
    close = re.compile(r"[,、:()]").search(text, seen[-1].end, last)
    afters[-1] = close.start() if close else last
    owned = [
        [(befores[place], sighting.start), (sighting.end, afters[place])]
        for place, sighting in enumerate(seen)
    ]
    for place in range(1, len(seen)):
        if shared[place] and not has_content(text[seen[place].end : afters[place]]):
            owned[place].insert(0, (seen[place - 1].end, seen[place].start))
    dealt = _dealt(text, first, seen, owned)
    made = []
    for place, sighting in enumerate(seen):
        own, tail = dealt.get(place) or (owned[place], _tail(text, seen, place, afters, last))
        if text[sighting.end : seen[place + 1].start if place + 1 < len(seen) else last] == "的":
            tail = [(seen[place + 1].end, afters[place + 1])]  # 总投资1787亿元的106个项目
        lead = _leading(
            text, first, seen, place, afters, sighting.start if shared[place] else befores[place]
        )
        noun = place + 1 < len(seen) and shared[place + 1]
        made.append(Zone(_real(own), _real(lead), _real(tail), noun, shared[place]))
    return made


def _leading(
    text: str, first: int, seen: list[Sighting], place: int, afters: list[int], end: int
) -> list[tuple[int, int]]:
    """Return the words of the segment before a number's own, without the nouns of its list.

    38个市级项目 borrows nothing from 17个省级项目 in 17个省级项目、38个市级项目.
    """
    ranges, start = [], first
    for index in range(place):
        rest = text[afters[index] : seen[index + 1].start]
        listed = afters[index] > seen[index].end and re.match(r"、|以及|和|及|与", rest)
        if listed and _same_list(text, seen, index, place):
            ranges.append((start, seen[index].start))
            start = afters[index]
    return [*ranges, (start, end)] if place else []


def _same_list(text: str, seen: list[Sighting], index: int, place: int) -> bool:
    """Tell whether no comma stands between two numbers."""
    return "," not in text[seen[index].end : seen[place].start]


def _real(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in ranges if end > start)


def _measures(sighting: Sighting) -> bool:
    """Tell whether the unit counts things, so that a noun follows it (38个市级项目)."""
    return sighting.amount.unit not in (
        "%",
        "百分点",
        "基点",
        "倍",
        "位",
        "元",
        "美元",
        "港元",
        "欧元",
        "‰",
        "",
    )


def _tail(
    text: str, seen: list[Sighting], place: int, afters: list[int], last: int
) -> list[tuple[int, int]]:
    """Return the predicate that a list of counted nouns shares (A、B已经完成)."""
    end = afters[place]
    if not (text.startswith(("、", "和", "及", "与", "以及"), end)):
        return []
    close = re.compile(r"[,;。]").search(text, end, last)
    stop = close.start() if close else last
    verb = _SHARED_VERB.search(text, end, stop)
    return [(verb.start(), stop)] if verb else []


_SHARED_VERB = re.compile(
    r"已经|已|均|全部|都|正在|正式|先后|陆续|相继|入驻|落户|开工|投产|竣工|签约|获|通过|实现|完成|达到|建成|被|入选|纳入|参加|投入|受益|揭牌|启动"
)
_LINK = re.compile(r"[、,和及与]|以及")


def _dealt(
    text: str, first: int, seen: list[Sighting], own: list[list[tuple[int, int]]]
) -> dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Deal the nouns of 分别 out to its numbers, where both count alike: own words and tail.

    The nouns stand before 分别 (A、B分别增长1%、2%), after it (分别高于全国、全省1和2个百分点), or are those of
    as many numbers before it (A 1亿元、B 2亿元,分别增长1%、2%).
    """
    dealt: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for place, sighting in enumerate(seen):
        start = seen[place - 1].end if place else first
        word = text.rfind("分别", start, sighting.start)
        if word < 0:
            continue
        group = [place]
        while group[-1] + 1 < len(seen) and _LINK.fullmatch(
            text, seen[group[-1]].end, seen[group[-1] + 1].start
        ):
            group.append(group[-1] + 1)
        count, verb = len(group), (word, sighting.start)
        if count == 1:
            continue
        names, behind = _names(text, start, word), _names(text, word + 2, sighting.start)
        for offset, index in enumerate(group):
            if len(names) >= count:
                dealt[index] = ([names[offset - count], verb], [names[-1]])
            elif len(behind) == count:
                dealt[index] = ([behind[offset]], [(word, behind[0][0])])
            elif place >= count:
                far, tail = dealt.get(place - count + offset, (own[place - count + offset], []))
                dealt[index] = ([*far, verb], tail)
            elif len(names) == 1 and has_content(text[names[0][0] : names[0][1]]):
                dealt[index] = ([names[0], verb], [])
            else:
                dealt[index] = ([(word, word + 2)], [])
    return dealt


def _names(text: str, first: int, last: int) -> list[tuple[int, int]]:
    clause = max(text.rfind(mark, first, last - 1) for mark in ",:") + 1
    first = max(first, clause)
    found, start = [], first
    for stop in re.finditer(r"、|以及|和|及|与", text[first:last]):
        found.append((start, first + stop.start()))
        start = first + stop.end()
    return [*found, (start, last)]


# --- laying a metric out -------------------------------------------------------------------


Range = tuple[int, int, str]
"""A range of a text, and the text."""


def bind(metric: str, sentence: Sentence, index: int, before: Sentence | None) -> Bound | str:
    """Lay `metric` (squeezed) out for sighting `index`, or say why it cannot be.

    `before` is the sentence before in the same paragraph; its last zone serves a first zone
    that has no nouns.
    """
    if len(metric) > MAX_METRIC:
        return "it is too long for a metric"
    all_zones = zones(sentence)
    zone = all_zones[index]
    sighting = sentence.sightings[index]
    text = sentence.text
    own: list[Range] = [(start, end, text) for start, end in zone.own]
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
    if before is not None and before.sightings and not any(has_content(w[s:e]) for s, e, w in own):
        own += [(start, end, before.text) for start, end in zones(before)[-1].own]
    lead = [(start, end, text) for start, end in all_zones[home].lead]
    tail = [(start, end, text) for start, end in zone.tail]
    units = {sighting.amount.unit, sentence.sightings[home].amount.unit}
    regions = {"own": own, "lead": lead, "tail": tail}
    pieces = _cover(metric, 0, regions, _general_words(sighting.amount, units), set())
    if isinstance(pieces, int):
        return f"{metric[pieces : pieces + 8]!r} does not stand beside the number"
    bound = _judge(pieces, text, own, zone.verb_last)
    if isinstance(bound, Bound):
        anchor = sentence.sightings[home]
        if not _fits_shared(all_zones[home], bound, anchor, text):
            return "its words belong to different numbers"
        if missing := _left_out(metric, zone, sighting, bound, text, home != index):
            return missing
    return bound


def _left_out(
    metric: str, zone: Zone, sighting: Sighting, bound: Bound, text: str, chained: bool
) -> str:
    """Return what the zone says of its number that the metric must not leave out, else ""."""
    words = "".join(text[start:end] for start, end in zone.own)
    level = sighting.amount.basis is Basis.LEVEL
    if chained and level:
        own = [p for p in bound.pieces if any(s <= p[0] < e for s, e in zone.own)]
        if not own and re.search(r"中[,有已共]*$", text[: zone.own[0][0]] if zone.own else ""):
            return "the number is a part of it"
        required = _REQUIRED.findall(words)
        if required and not any(word in metric or word.rstrip("率") in metric for word in required):
            return f"the number is that of {required[0]}"
    before = [(start, end) for start, end in zone.own if end <= sighting.start]
    if not before:
        return ""
    start, end = before[-1]
    share = re.search(r"占|相当于", text[start:end])
    inside = [piece for piece in bound.pieces if start <= piece[0] < end]
    if share and not re.search(r"占|比|率|份额", metric):
        place = start + share.start()
        if bound.pieces and all(piece[0] > place for piece in bound.pieces):
            return "the number is a share of it"
    after = any(piece[0] >= sighting.end for piece in bound.pieces)
    rest = text[max((piece[1] for piece in inside), default=end) : end]
    ranked = sighting.amount.unit == "位" and "," in rest
    if inside and not after and not ranked and has_content(rest):
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
        at = words.find(wanted, start, end)
        if at >= 0 and not _cuts_word(words, at, at + len(wanted)):
            return kind, at, at + len(wanted), words
    return None


def _is_share(zone: Zone, text: str) -> bool:
    """Tell whether a zone only relates its number to the one before (占全市的, 为预算的)."""
    words = "".join(text[start:end] for start, end in zone.own)
    return bool(
        re.match(r",?(?:占|为|是|完成|相当于|达|约占|均占)[^,]{0,16}的?(?:比重)?$", words)
    ) and words.startswith(",")


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


def _judge(pieces: list[Piece], text: str, own: list[Range], shared: bool) -> Bound | str:
    """Say whether pieces from these places may make one metric."""
    mine = [(start, end, words) for kind, start, end, words in pieces if kind == "own"]
    if not any(has_content(words[s:e]) or _BESIDE.search(words[s:e]) for s, e, words in mine):
        return "the number belongs to other words"
    bound = Bound([(start, end) for _, start, end, words in pieces if words is text])
    first, last = min(mine)[0], max(end for _, end, _ in mine)
    bound.edge = _at_edge(own, first)
    closed = any(
        start <= last <= end and not has_content(words[last:end]) for start, end, words in own
    )
    kinds = [kind for kind, _, _, _ in pieces]
    after_own, before_own = kinds[kinds.index("own") :], kinds[: kinds.index("own")]
    if ("lead" in kinds or before_own) and not bound.edge:
        return "its words belong to different numbers"
    if "tail" in after_own and not closed or "lead" in after_own and not (closed and shared):
        return "its words belong to different numbers"
    return bound


def _at_edge(own: list[Range], place: int) -> bool:
    """Tell whether no noun of the zone stands before `place`."""
    for start, end, words in own:
        if start <= place < end:
            head = re.split(r"[,:、]|以及|和|及|与", words[start:place])[-1]
            return len(_VERBS.sub("", _content(head))) < MIN_PIECE
    return True


_COUNTS = ("数量", "个数", "家数", "户数", "人数", "总数", "数")
_SHARES = ("比例", "占比", "比重", "份额", "率", "数")
_RISES = (
    "同比增幅",
    "同比增速",
    "同比增长",
    "增长率",
    "增幅",
    "增速",
    "增长",
    "涨幅",
    "增加",
    "增量",
)
_EITHER = ("同比增幅", "同比增速", "增长率", "增幅", "增速", "涨幅", "成长率")
_FALLS = ("同比降幅", "同比下降", "降幅", "下降", "减少", "减幅", "减量")
_BY_UNIT = {
    **dict.fromkeys(("平方米", "平方公里", "亩", "公顷"), ("面积", "总面积")),
    **dict.fromkeys(("公里", "米"), ("里程", "总里程", "长度")),
    **dict.fromkeys(("天", "个月", "小时", "分钟", "工作日"), ("用时", "时长", "时间")),
    **dict.fromkeys(("人", "万人", "名"), ("人口", "人员")),
}
_RANKS = ("排名", "名次", "位次", "位列")


def _general_words(amount: Amount, units: set[str]) -> list[str]:
    """Return the general words that fit an amount, and those of the number it relates to."""
    change = amount.basis is not Basis.LEVEL
    words = list(_FILLS)
    for unit in units:
        if unit in ("%", "百分点"):
            words += _SHARES
        elif unit == "位":
            words += _RANKS
        elif unit == "倍":
            words += ["倍数", "数"]
        elif "元" in unit:
            words += ["总额", "金额", "额", "规模"]
        elif unit:
            words += [*_COUNTS, unit, unit + "数", "量", *_BY_UNIT.get(unit, ())]
    if change:
        words += ["额", "量", "数", "值", "变化", "变动"]
    if change and amount.direction is Direction.DOWN:
        words += (*_FALLS, *_EITHER)
    elif change:
        words += _RISES
    return [word for word in dict.fromkeys(words) if word]
