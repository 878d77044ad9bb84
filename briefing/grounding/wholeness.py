"""Is a metric cut short: do the words right beside its own make it another quantity?

In:  a metric (folded), where its words were copied from, and its number.
Out: the words that it leaves out, "" where it is whole: 税收|收入, 财政|收入, 人均|收入, 60岁|及以上,
     每千名老人|床位, 进|出口, 增加值|率.
"""

import itertools
import re
from collections.abc import Sequence

from briefing.grounding import figure_words as words_of
from briefing.grounding.copied import EACH
from briefing.grounding.reading import Sentence, once
from briefing.grounding.zones import MIN_PIECE, has_content, zones

Pieces = Sequence[tuple[int, int]]
"""Ranges of the sentence that the metric's words were copied from."""

_TERM = re.compile("进出口|企业所得税|个人所得税")
"""Terms whose end is another quantity."""

_MODIFIER = re.compile(
    r"(?<=[,、;。:(])(?:其中)?[\u4e00-\u9fff]{2,8}(?<![省市区县旗州盟镇乡村局司团业目])$"
)
"""What stands right before a metric, from its comma on: 新材料|产业链产值."""

_AND = ("、", "和", "与", "及")
_PLAN_ENDS = ("划", "向")
_PLANNED = re.compile("(?:计划|意向)$")
_OF_PLANS = ("投资", "总投资", "建筑面积", "总建筑面积")
"""What a project has by its plan is told without the word."""

_COORDINATED = re.compile(rf"({words_of.DEEDS.pattern})[、和与及]$")
"""Before words that are only the last of several deeds: 签约、|开工项目18个."""

_STOCK = re.compile("总[数量]|存量|保有量")
_FLOW = re.compile("[新净]增")
"""What there is, and what came: 新增市场主体 is not 市场主体|总数."""

_THRESHOLD = re.compile(r"(?:及|或|含)?(?:以[上下内]|之[上下])")
_PRICE = re.compile("价格?$|单价|费$|费用$|标准$|房价")
"""What is of one piece by its name: a price needs no 每吨."""

SIDE = re.compile(
    r"(?:[高低快慢好优]于|高出|低|超过?|不足|不到|相当于|占)[^,;。\d]{0,12}平均(?:水平|增速|进度)?"
)
_RATE_CUT = re.compile(
    r"(?:(?<![增降涨跌]幅)(?<![增流]速)比|率)(?=为|是|达|约|仅|只|超|高|低|稳|升|降|[,\d]|$)"
)
_WITHOUT = re.compile("剔除|扣除")


@once
def _terms(sentence: Sentence) -> list[tuple[int, int]]:
    return [term.span() for term in _TERM.finditer(sentence.text)]


def cut_short(metric: str, pieces: Pieces, sentence: Sentence, index: int, chained: bool) -> str:
    """Return the words right beside its own that make the metric another quantity, else ""."""
    first = min(pieces)[0] if pieces else 0
    return (
        (_stitched(metric, pieces, sentence) if len(pieces) > 1 else "")
        or _kind(metric, pieces, sentence, index, chained)
        or _at_ends(metric, pieces, sentence, index)
        or _of_a_class(pieces, sentence, index)
        or (_head_only(metric, sentence, first) if len(pieces) == 1 else "")
        or _in_clause(metric, pieces, sentence, index)
    )


def _stitched(metric: str, pieces: Pieces, sentence: Sentence) -> str:
    """Return the words that a piece of a metric leaves out before it: 夏粮早稻丰收,夏粮|产量 for 早稻产量."""
    text = sentence.text
    for (first, end), (start, _) in itertools.pairwise(sorted(pieces)):
        if words_of.DEEDS.fullmatch(text, first, end) and _OTHER_DEED.fullmatch(text, end, start):
            return f"the number is that of {text[first:start]}"
        clause = sentence.clause(start)
        if end > clause or start == clause:
            continue
        if _OWNER.search(text[clause:start]) or not _HEAD.match(text, start):
            continue
        before = words_of.content(words_of.BEFALLS.sub("", text[clause:start]))
        if len(before) >= MIN_PIECE and before not in metric and not _DIGIT.search(before):
            return f"the number is that of {text[clause:start][-6:]}{text[start : start + 4]}"
    return ""


_OTHER_DEED = re.compile(rf"[、和与及](?:{words_of.DEEDS.pattern})")
"""The other half of a pair that is counted together: 签约|、开工|项目18个."""

_DIGIT = re.compile(r"\d")
_HEAD = re.compile("[\u4e00-\u9fff]{0,4}?(?:产量|面积|产值|增加值|收入|投资|总额|余额|数量|用电量)")
"""A measure that what stands right before it tells the thing of."""


def _kind(metric: str, pieces: Pieces, sentence: Sentence, index: int, chained: bool) -> str:
    """Return which kind of a thing is counted (税收|收入) where the metric leaves that out."""
    first = min(pieces)[0] if pieces else 0
    text, tail = sentence.text, zones(sentence)[index].tail  # 城镇、农村|居民收入分别增长1%、2%
    for start, _ in pieces:
        if not start or text[start - 1] not in words_of.KIND_ENDS:
            continue
        if any(begin <= start < end for begin, end in tail):
            continue
        kind = words_of.KIND.search(text, max(0, start - 6), start)
        new = kind is not None and kind[0] in ("新增", "净增")
        reached = new and (chained or start != first)  # 净增6家,达到|80家; 云溪区已新增|泊位
        head = text[start : start + 2] in metric and not any(end == start for _, end in pieces)
        if kind and head and not reached and kind[0] not in metric:
            return f"the number is that of {kind[0]}{text[start : start + 4]}"
    return ""


def _at_ends(metric: str, pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return what is cut off right before or after the words that were copied: 人均|, |及以上."""
    text, place = sentence.text, sentence.sightings[index].start
    first = min(pieces)[0] if pieces else 0
    several = len(pieces) == 1 and text.count(metric) > 1
    said = _MODIFIER.search(text, max(0, first - 12), first) if several else None
    if said and words_of.content(said[0]) and not words_of.DEEDS.search(said[0]):
        return f"{metric} is told of several things"
    near = text[first - 1 : first] if first else ""
    planned = _PLANNED.search(text, max(0, first - 4), first) if near in _PLAN_ENDS else None
    if near == "拟" and words_of.DEEDS.match(text, first) and "拟" not in metric:
        return f"the number is that of 拟{text[first : first + 4]}"
    if planned and not text.startswith(_OF_PLANS, first):
        return f"the number is that of {planned[0]}{text[first : first + 4]}"
    flows, stocks, terms = _FLOW.search(metric), _STOCK.search(metric), _terms(sentence)
    for start, end in pieces:
        before = text[max(0, start - 2) : start]
        listed = before[-1:] in _AND and words_of.DEEDS.match(text, start)
        both = _COORDINATED.search(text, max(0, start - 6), start) if listed else None
        if both and both[1] not in metric:
            return f"the number is that of {both[0]}{text[start : start + 2]}"
        if before in words_of.EXTREMES and before not in metric:
            rate = text[start:end] in words_of.RATES  # 增速 is said of its own quantity too
            if not rate and not text.startswith("每", start):
                return f"the number is that of {before}{text[start : start + 4]}"
        if terms and any(start - 4 <= at < start and last <= start + 4 for at, last in terms):
            return f"{text[start : start + 3]} is cut out of a term"
        if flows and (stock := _STOCK.match(text, end)):
            return f"the number is that of {text[start : stock.end()]}"
        if stocks and _FLOW.fullmatch(before) and not _STOCK.search(text, end, place):
            return f"the number is that of {text[start - 2 : end]}"
        if _THRESHOLD.match(text, end):
            return f"{text[start : end + 3]} is cut short"
    return ""


def _of_a_class(pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return the class of things that is counted where the metric leaves it out: 超10亿元|项目6个."""
    place = sentence.sightings[index].start
    clause = sentence.clause(place)
    for start, end in pieces:
        near = clause < start < place and has_content(sentence.text[start:end])
        said = _SIZED.search(sentence.text, clause, start) if near else None
        if said and not any(first < said.end() <= last for first, last in pieces):
            return f"the number is that of {said[0]}{sentence.text[start : start + 2]}"
    return ""


_SIZED = re.compile(r"(?:[\d.]+|[一二三四五六七八九十百]+)?[万亿]元(?:(?:及|或)?以[上下])?的?$")
"""The size of each thing that is counted."""


def _in_clause(metric: str, pieces: Pieces, sentence: Sentence, index: int) -> str:
    """Return what the number's clause says of it that the metric must not leave out."""
    text, place = sentence.text, sentence.sightings[index].start
    clause = sentence.clause(place)
    each = EACH.search(text, clause, place)
    if each and "每" not in metric and "均" not in metric and not _PRICE.search(metric):
        return f"the number is that of {each[0]}"
    last = max((end for _, end in pieces if clause <= end <= place), default=place)
    if last < place and (between := _between(metric, text, last, place)):
        return between
    without = _WITHOUT.search(text, clause, place)
    if without and not re.search("剔除|扣除|可比", metric):
        return f"the number is that after {without[0]}"
    if ")" in text and pieces and min(_depth(text, p) for p, _ in pieces) > _depth(text, place):
        return "it only stands in brackets"
    return ""


def _depth(text: str, place: int) -> int:
    """Return how many brackets are open at `place`."""
    return text.count("(", 0, place) - text.count(")", 0, place)


_BARE = re.compile(
    "总?(?:收入|支出|投资|产值|增加值|产量|销量|总额|零售额|销售额|交易额|利润|税收|出口|进口|消费|贷款|存款|余额|价格|指数|人数|用电量|零售总额)(?:额|增速|增幅|增长率)?"
)
"""What is measured, without what it is measured of: 收入, 总产值."""

_OWNER = re.compile(
    "[省市区县旗州盟镇乡村园院校厂店社站行局所户人国们]$|街道|(?:公司|集团|企业|项目|工程|基地|平台)$"
)
_YIELDS = re.compile(
    "(?:计划|预计|规划|设计|协议|概算|拉动|撬动|促进|获得|取得|创收?|扩大|来自|用于|形成|产生|缴纳|上缴|入库|征收)$"
)


def _head_only(metric: str, sentence: Sentence, first: int) -> str:
    """Return why a bare measure is the head of a compound (财政|收入), "" after an owner or a verb."""
    if not _BARE.fullmatch(metric) or any(first == other.end for other in sentence.sightings):
        return ""
    said = _COMPOUND.search(sentence.text, sentence.clause(first), first)
    if said is None or _OWNER.search(said[0]) or _YIELDS.search(said[0]):
        return ""
    named = words_of.content(words_of.DEEDS.sub(" ", said[0]))
    if len(named) < MIN_PIECE or not said[0].endswith(named[-2:]):
        return ""
    return f"it is cut out of {said[0]}{metric}"


_COMPOUND = re.compile(r"[\u4e00-\u9fff]{2,8}$")


def _between(metric: str, text: str, last: int, place: int) -> str:
    """Return the words between the metric and its number that make it another quantity, else ""."""
    extreme = words_of.EXTREME.search(SIDE.sub("", text[last:place]))
    if extreme and extreme[0] not in metric and "上限" not in metric:
        return f"the number is that of {extreme[0]}"
    cut = _RATE_CUT.match(text, last, place)
    if cut and metric[-1] not in "比率" and "占" not in metric:
        return f"{text[max(0, last - 4) : last]}{cut[0]} is cut short"
    return ""
