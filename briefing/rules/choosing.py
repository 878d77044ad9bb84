"""Choose how the metric of a number is worded, and remember it for the numbers after it.

In:  a number in its place, the nouns of its clause, what was told before. Out: wordings, best first; [] where
     nothing says what it counts, None where words were dealt that cannot be told apart.
"""

import re
from copy import deepcopy

from briefing.facts.amounts import Sighting
from briefing.records import Basis, Direction
from briefing.rules import copying, counted, dealing, joining, labels, metrics, nouns, wording
from briefing.rules.joining import Told
from briefing.rules.nouns import Place
from briefing.rules.when import periods

_LEAD_ALONE = 8
"""Characters before a number that hold no noun: 其中达到, 目前已有."""
_EACH = re.compile(r"[三两二四五各](?:次|大|个|类)?(?:产业|驾马车|大需求)")
"""三次产业的贡献率分别为6%、41%、53%: the word for all of them goes with each."""
_OF_A_GROUP = re.compile(r"的[\u3400-\u9fff]")
"""49%的游客…: a share of who is named after it, not of what was told."""
_GIVEN = re.compile(r"[,、](?P<what>对[^,;。、\d]{2,12}的?贡献率?)(?:率|达到?|为|是|高达|约)*$")
"""第三产业增加值增长8%,(对经济增长的贡献率)达59%."""
_SECTOR = re.compile(r".{1,8}?(?:产业|行业|业)")
_GOES_ON = re.compile(r"[\u3400-\u9fff]{2}(?<!左右)(?<!以上)")
_REACHED = re.compile(r",(?:总量|总额|已)?(?:达到?|突破)(?:了|约|近|超过?)?$")
_REACHES = re.compile(
    r"(?:番|倍|%)[,、](?:总量|总额|已)?(?:达到?|突破|增至|升至)(?:了|约|近|超过?)?$"
)
_ACHIEVES = re.compile(r"(?:共|累计|已)*(?:完成|实现)")
_OWN_TRADE = re.compile("(?<!工)业")
"""完成(批发业)销售额: a trade of its own; 完成(规模工业)产值 is that of any."""
_OF_A_NAME = re.compile('的["“\u3400-\u9fff]')
_SEVERALLY = re.compile(r"、[^,;。]*分别[^,;。、]{0,3}$")
_RATED = re.compile(r"[率比]$|比重$|增速$|增幅$")


def words(
    place: Place, sighting: Sighting, metric: metrics.Metric, own: list[str], told: Told
) -> list[str] | None:
    """Return the best wordings and remember them; what `own` belongs to is put before it."""
    text, at = place.sentence.text, place.inside.index(sighting)
    bracket = text.rfind("(", 0, sighting.start)
    if bracket > text.rfind(")", 0, sighting.start):
        if told.aside is None or told.aside_at != (place.sentence.number, bracket):
            told.aside, told.aside_at = deepcopy(told), (place.sentence.number, bracket)
        told = told.aside  # 新开工项目39个(已开工8个),完成投资…: said in passing
    dealt = dealing.dealt_before(text, at, place.inside, told.said)
    if _cannot_be_told(place, sighting, own, told, dealt):
        return None
    if not (own or dealt):
        if not told.here and _REACHED.search(text, 0, sighting.start):
            thing = nouns.spoken_of(place)  # 粮食产量实现“十七连增”,达到23万吨
            told.metrics += [thing] if thing else []
            return [thing] if thing else []
        if not goes_on(place, sighting, told) or _OF_A_GROUP.match(text, sighting.end):
            return []
    unit = sighting.amount.unit
    if own and (done := labels.done(own[0], told.counts.get(unit) or told.kinds.get(unit, ""))):
        told.kind = done
        return [done, *own]
    if own and text.endswith("的", 0, sighting.start):  # 按序时推进|的51个
        own[:0] = labels.of_kind(own[0], told.counts.get(unit, ""))
    generic = _owned(place, sighting, metric, own, told)
    chosen = _leaning(place, sighting, own, told, dealt, generic)
    if own and not generic:
        told.many = sum(seen.amount.unit == unit for seen in place.inside) > 1
    if sighting.amount.basis is Basis.LEVEL and (own or dealt):
        told.unit = sighting.amount.unit
        if told.unit not in counted.SHARE_UNITS and not counted.is_rank(sighting):
            told.counts[told.unit] = chosen[0]
    points = sighting.amount.unit in ("百分点", "位")
    told.grown = is_growth(sighting) or (told.grown and points and (generic or not own))
    if is_growth(sighting):
        told.rate = ""
    return chosen


def _cannot_be_told(
    place: Place, sighting: Sighting, own: list[str], told: Told, dealt: str | None
) -> bool:
    """Tell whether 分别 deals the number out and nothing says to whom."""
    text, at = place.sentence.text, place.inside.index(sighting)
    if dealt:  # 开工率75%,完成计划的20%,分别提高9个、6个百分点: of the rates
        return bool(told.rate) and sighting.amount.unit == "百分点"
    if dealing.dealt_first(text, at, place.inside) is not None:
        if told.last and dealing.sides(text, at, place.inside) is not None:
            return False
        each = bool(own) and _EACH.search(own[0])
        return not own or (not each and dealing.deal(text, 0, at, place.inside) is None)
    near = max(0, sighting.start - 60)  # 甲区、乙区分别上榜1个项目
    alone = dealing.group(text, at, place.inside) == (at, at)
    return alone and bool(_SEVERALLY.search(text, near, sighting.start))


def _owned(
    place: Place, sighting: Sighting, metric: metrics.Metric, own: list[str], told: Told
) -> bool:
    """Put the thing that the nouns of the clause belong to before them, where it is named.

    Tell whether they are general words (增速, 总投资) that lean on what was told.
    """
    if not own:
        return False
    text, attribute = place.sentence.text, metrics.is_attribute(own[0])
    after = bool(metric.words) and metric.words[0][0] >= sighting.end
    opens = attribute and own[0].endswith("投资") and nouns.opens(place, told, metric.words[0][0])
    generic = metric.generic and not after and (told.here or not attribute or opens)
    if attribute and (noun := nouns.named_next(place, sighting)):
        own.insert(0, noun + own[0])
        return False
    achieved = joining.is_measure(own[0]) and _ACHIEVES.match(place.clause.text)
    if (attribute or (achieved and not _OWN_TRADE.search(own[0]))) and (
        trade := nouns.trade(place)
    ):
        own.insert(0, trade + own[0])
        return False
    if attribute and not told.here and _OF_A_NAME.match(text, sighting.end):
        own.clear()  # 总投资5亿元的“云麓文化园”商业街: of what cannot be copied whole
        return False
    if attribute and _GOES_ON.match(text, sighting.end):
        return False  # 投资1.1亿元云麓广场…: of what is named after it
    told_of = nouns.spoken_of(place) if attribute and not told.here else ""
    if told_of.endswith("投资") and own[0].endswith("完成投资"):
        own.insert(0, told_of)  # 房地产投资继续增长,完成投资24亿元
        return False
    whose = nouns.project(place) or nouns.aspect(place) or told.head
    if attribute and whose and not told.here:
        own.insert(0, whose + own[0])
        return False
    if generic and (noun := nouns.next_noun(place, sighting)):
        told.tell(noun)
    given = _GIVEN.search(text, max(0, sighting.start - 24), sighting.start)
    if given and told.here:
        head = None if joining.spends(told.last) else _SECTOR.match(told.last)
        own.insert(0, (head[0] if head else told.last) + place.shown[slice(*given.span("what"))])
    elif own[0].startswith(("拉动", "带动")) and "对" in told.last:
        own.insert(0, told.last.partition("对")[0] + own[0])  # 第一产业对…的贡献率为6%,拉动GDP…
    elif own[0].startswith(("拉动", "带动")) and told.here and joining.is_measure(told.last):
        own.insert(0, joining.ATTRIBUTE.sub("", told.last).removesuffix("完成") + own[0])
    elif not generic and (measured := joining.of_sector(text, sighting, own[0], told)):
        own.insert(0, measured)
    return generic


def _leaning(
    place: Place, sighting: Sighting, own: list[str], told: Told, dealt: str | None, generic: bool
) -> list[str]:
    """Return the wordings with what they lean on, and remember the noun."""
    text, at = place.sentence.text, place.inside.index(sighting)
    first = dealing.dealt_first(text, at, place.inside)
    chosen, beside = list(own), at if first is None else first
    lean = wording.leaning(
        wording.Said(text, place.shown, place.inside[beside], apart=beside != at),
        dealt or (own[0] if own else ""),
        told,
        generic=generic and not dealt,
    )
    if lean:
        chosen[:0] = lean
        if own and not (generic or dealt):
            told.metrics.append(own[0])
            told.said.append(own[0])
            told.now = own[0]
    elif dealt:
        chosen.insert(0, dealt)
    elif own:
        told.tell(own[0])
    elif not told.last and (thing := nouns.spoken_of(place)):
        chosen.insert(0, thing)
    sides = dealing.sides(text, at, place.inside)
    if sides and told.last:
        compared, side = (place.shown[slice(*found)] for found in sides)
        stem = told.last if _RATED.search(told.last) else f"{told.last}增速"
        chosen.insert(0, f"{stem}{compared}{side}")
    alone = not copying.turn(text, sighting)  # 分别增长4.9%、|下降12.6%: says its own way
    if alone and beside != at and chosen and (turn := copying.turn(text, place.inside[beside])):
        falls = sighting.amount.direction is Direction.DOWN
        chosen.insert(0 if falls else len(chosen), chosen[0] + turn)  # 回落2.16和(1.66)个百分点
    return chosen


def _leans(sighting: Sighting) -> bool:
    """Tell whether a number is a change, a share or a place: it is said of something told before."""
    changes = sighting.amount.basis is not Basis.LEVEL
    return changes or sighting.amount.unit in counted.SHARE_UNITS or counted.is_rank(sighting)


def goes_on(place: Place, sighting: Sighting, told: Told) -> bool:
    """Tell whether a number without a noun may count what was told before it.

    A change, a share or a place may; another only where nothing else is named beside it, and in the
    unit of the number before.
    """
    if _leans(sighting):
        return True
    if _REACHES.search(place.sentence.text, 0, sighting.start) and told.here:
        return True  # 总额翻了一番,达到8600万元
    if sighting.amount.unit != told.unit:
        return False
    text = place.sentence.text
    lead = text[place.clause.start - place.sentence.start : sighting.start]
    for span in reversed(periods(lead)):
        lead = lead[: span[0]] + lead[span[1] :]
    return text[sighting.end : sighting.end + 1] in ",;。、)" and len(lead) <= _LEAD_ALONE


def is_growth(sighting: Sighting) -> bool:
    return sighting.amount.unit == "%" and sighting.amount.basis is Basis.CHANGE
