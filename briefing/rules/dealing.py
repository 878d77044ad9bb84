"""Take apart what is dealt out to a list of numbers: A、B分别增长5%、8%.

In:  the folded sentence and the numbers of a clause. Out: which numbers are listed together, and the
     noun of each. A noun that the last name completes for all (第二、第三|产业投资; 城镇和农村|居民收入)
     comes in two ranges, and so does one with a deed (生猪、肉牛分别|出栏).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.facts.amounts import Sighting

Range = tuple[int, int]

_JOINS = (re.compile("、"), re.compile("、|以及|和|及|与"))
_LISTED = re.compile(r"(?:[、,和及与]|以及)(?:(?:同比)?(?:增长|下降|上升|提高|回落|减少|增加))?")
_STARTS = (",", "比", ":")
_DEED = re.compile(
    r"(?:实现|完成)?(?P<deed>(?!增长|下降|增加|减少|提高|达到|实现|完成|为)[\u3400-\u9fff]{2,4})"
)
_KINDS = frozenset(["城镇", "农村", "城乡", "乡村", "城市", "户籍", "常住", "内资", "外资"])
_MEASURE = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?:产量|销量|排放量|浓度|指数|产值|增加值|营业收入|销售额|零售额|用电量|投资|面积)$|(?<=[\u3400-\u9fff])(?:[出存]栏量?)$"
)
_SPEED = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:增速|增幅)$")
_ALL_OF = re.compile(
    r"(?<=[\u3400-\u9fff])(?<!第)[两三四五六七八九十]大?[\u3400-\u9fff]{0,4}?(?:产业|行业|领域|板块)"
)
"""建材、电力(三大行业)产值分别…: the word for all that are listed."""
_MEASURES = re.compile(r"[量额值率]$|GDP$|余额$|税收$|出口$|投资$|收入$|面积$|[出存]栏$|增速$")
_NAMED = re.compile(
    r"(?:^|[,;。:])(?:其中)?(?!同比|环比|较|比)[\u3400-\u9fffA-Z\d.、]{2,60}?(?:同比|环比|较[^,]{2,6}|比[^,]{2,6})$"
)
_SIDED = re.compile(r"分别(?P<said>[高低快慢优]于)(?P<sides>[^,;。\d]{2,24})$")
_RATE_OF = re.compile(r"(?:增速|增幅|完成率|总投资|占比)(?=分别)")
"""Of each metric told before: 增速|分别居全市第一、第二."""
_NUMBERED = re.compile(r"[\d%万亿]")
_RANKS_OF_PLACE = frozenset("省市县区乡镇")
"""市、县(重点项目)分别完成投资…."""
_SEVERALLY = re.compile("分别|各[为达有是]")
_NUMERAL = frozenset("一二三四五六七八九十")


@dataclass(frozen=True, slots=True)
class Dealt:
    """The noun dealt to one number; `tail` is the part of it that all share."""

    noun: Range
    tail: Range | None = None


def deal(text: str, low: int, place: int, inside: Sequence[Sighting]) -> Dealt | None:
    """Return the noun dealt to `inside[place]` in its own clause, which starts at `low`."""
    first, last = group(text, place, inside)
    if first == last:
        return None
    start = inside[first - 1].end if first else low
    start = max(start, text.rfind(",", start, inside[first].start) + 1)
    word = _word(text, start, inside[first].start)
    size, end = last - first + 1, word if word >= 0 else inside[first].start
    names = _names(text, start, end, size)
    if len(names) != size:
        return None
    short = any(stop - begin < 2 for begin, stop in names[1:-1])
    if short and _ALL_OF.search(text, *names[-1]):
        return None  # 批、零、住、餐四行业: too short to be names
    tail = _shared(text, names)
    if tail is None and word < 0:
        return None
    noun = names[place - first]
    if place == last and (all_of := _ALL_OF.search(text, *noun)):
        return Dealt((noun[0], all_of.start()), tail)
    if tail and place == last:
        noun = (noun[0], tail[0])
    if tail is None and (deed := _DEED.fullmatch(text, word + 2, inside[first].start)):
        tail = deed.span("deed")
    return Dealt(noun, tail)


def _word(text: str, start: int, end: int) -> int:
    """Return where the last 分别 or 各为 of text[start:end] stands, -1 for none; both have two characters."""
    return max((found.start() for found in _SEVERALLY.finditer(text, start, end)), default=-1)


def _names(text: str, start: int, end: int, size: int) -> list[Range]:
    for join in _JOINS:
        names: list[Range] = []
        at = start
        for stop in join.finditer(text, start, end):
            names.append((at, stop.start()))
            at = stop.end()
        names.append((at, end))
        if len(names) >= size:
            break
    return names[-size:]


def _shared(text: str, names: Sequence[Range]) -> Range | None:
    """Return the end of the last name that belongs to all: 第二、第三(产业投资)."""
    head, last = text[slice(*names[0])], text[slice(*names[-1])]
    if (all_of := _ALL_OF.search(text, *names[-1])) and all_of.end() < names[-1][1]:
        return all_of.end(), names[-1][1]
    for size in (1, 2, 3):
        if len(last) < size + 2 or len(head) < size:
            continue
        one, other = head[-size:], last[:size]
        middle = [text[slice(*name)] for name in names[1:-1]]
        if all(len(name) == size for name in middle) and _alike(one, other):
            return names[-1][0] + size, names[-1][1]
    if (speed := _SPEED.search(last)) and not any(
        _SPEED.search(text, *name) for name in names[:-1]
    ):
        return names[-1][0] + speed.start(), names[-1][1]
    if after := _after_class(text, names):
        return after
    measure = _MEASURE.search(last)
    if measure and not any(_MEASURES.search(text, *name) for name in names[:-1]):
        return names[-1][0] + measure.start(), names[-1][1]
    return None


def _alike(one: str, other: str) -> bool:
    if len(one) == 1 and one in _RANKS_OF_PLACE:
        return one != other and other in _RANKS_OF_PLACE
    if len(one) == 1:
        return one in _NUMERAL and other in _NUMERAL
    if one in _KINDS and other in _KINDS:
        return True
    return one != other and one[0] == other[0] == "第"


def _after_class(text: str, names: Sequence[Range]) -> Range | None:
    """Return what follows the word for a class that all names end in: 第二产业、第三产业(投资)."""
    last = text[slice(*names[-1])]
    for size in (2, 1):
        ends = {text[max(start, end - size) : end] for start, end in names[:-1]}
        at = last.find(ends.pop(), 1) + size if len(ends) == 1 else 0
        if at >= size + 1 and _MEASURES.search(last[at:]) and len(last) - at >= 2:
            others = (text[slice(*name)] for name in names[:-1])
            return None if any(map(_MEASURES.search, others)) else (names[-1][0] + at, names[-1][1])
    return None


def dealt_first(text: str, place: int, inside: Sequence[Sighting]) -> int | None:
    """Return the first number of the group that 分别 deals nouns to, None where it deals none."""
    first, last = group(text, place, inside)
    start = inside[first - 1].end if first else 0
    dealt = last > first and _word(text, start, inside[first].start) >= 0
    return first if dealt else None


def sides(text: str, place: int, inside: Sequence[Sighting]) -> tuple[Range, Range] | None:
    """Return the words of a distance and the side it is from: 分别(高于)全市、(全国)1.5、0.6个百分点."""
    first, last = group(text, place, inside)
    said = _SIDED.search(text, 0, inside[first].start)
    if not said or last == first:
        return None
    names = _names(text, *said.span("sides"), last - first + 1)
    return (said.span("said"), names[place - first]) if len(names) == last - first + 1 else None


def dealt_before(
    text: str, place: int, inside: Sequence[Sighting], metrics: Sequence[str]
) -> str | None:
    """Return the metric of an earlier clause that 分别 deals to this number.

    城镇…收入5元,农村…收入2元,分别增长5%、7%: `metrics` are those told before, in order.
    """
    first, last = group(text, place, inside)
    size = last - first + 1
    start = inside[first - 1].end if first else 0
    word = _word(text, start, inside[first].start)
    rate = _RATE_OF.search(text, start, word + 2) if word > 0 else None
    word = rate.start() if rate else word
    if size < 2 or word < 0 or len(metrics) < size or text[word - 1 : word] not in _STARTS:
        return None
    if _NAMED.search(text, max(0, word - 70), word):
        return None  # 其中较大事故同比|分别下降: of a noun of its own
    if text[word - 1] == "," and not _NUMBERED.search(re.split("[,;。:]", text[: word - 1])[-1]):
        return None  # 甲镇、乙镇竣工率较高,分别为100%、65%: of places, not of the metrics told
    return metrics[len(metrics) - size + place - first] + (rate[0] if rate else "")


def group(text: str, place: int, inside: Sequence[Sighting]) -> tuple[int, int]:
    """Return the first and last place of the numbers listed together with this one."""
    first = last = place
    while first and _LISTED.fullmatch(text, inside[first - 1].end, inside[first].start):
        first -= 1
    while last + 1 < len(inside) and _LISTED.fullmatch(
        text, inside[last].end, inside[last + 1].start
    ):
        last += 1
    return first, last
