"""Does a claim keep what its number measures: a level, a change, a distance, an older value?

In:  the metric and copied words of a figure (folded), and the number in its sentence.
Out: why the claim says something else of the number than the sentence does, "" where it does not.

A change without its word would be read as a level (3400 for "3400 more"), a level that a change
led to as the change (增加|8.4 for 增加到8.4), a distance without its side as a share. The value that
something grew from, or is compared with, is of another time than the sentence.
"""

import re

from briefing.facts import amount_forms as forms
from briefing.facts import dates
from briefing.facts.amounts import Sighting
from briefing.grounding.reading import Sentence
from briefing.records import Amount, Basis, Direction

_CHANGE = re.compile(
    r"新增|净增|[增减升降涨跌落滑缩挫负]|(?<![a-z])-|提高|扩大|新|多|少|净|变|超|高|低|快|慢|rose|grew|fell|fall|risen|rising|grown|shrank|shrunk|slip|plung|slump|reduc|up|down|declin|decreas|increas|add|gain|growth|drop|cut|new|higher|lower|more|less|fewer"
)
_RESULT = re.compile(
    r"(?:增(?!加值)|减|降|升|提|缩|扩|涨|跌|回落|下滑|压|翻)[^,;。\d]{0,2}(?:到|至|为|成)[^,;。\d]{0,3}$|(?:rose|fell|grew|increased|decreased|dropped|cut)[a-z ]{0,12} to [a-z ]{0,8}$"
)
_CHANGE_METRIC = re.compile(
    r"(?:增加|减少|降低|下降|上升|提高|提升|增长|回落|缩短|压减)(?:额|量|数|值|幅度)?$"
)
_CHANGED = re.compile(
    r"(?:增加|增长|增幅|增速|增量|净增|新增|上升|提高|提升|涨幅|减少|下降|降低|降幅|减幅|回落|收窄|扩大|变化|变动)(?:额|量|数|值|幅度|率|比例)?$"
)
"""How a metric ends that names a change in general words."""

_RATE = re.compile(r"增速|增幅|降幅|涨幅|跌幅|增长率")
_MOVED = re.compile(r"(?:上升|前进|提升|前移|提高|跃升|进|升|下降|后退|后移|退|降)(?:了)?$")
_MISSING = re.compile(r"(?:还差|尚差|仅差|只差|还缺|尚缺|欠缴|欠)[^,;。\d]{0,2}$")
_RELATIVE = re.compile(r"(?:(?:19|20)\d\d年|[去上前]年|同期)[^,;。\d]{0,6}的$")
_SHARE = re.compile(r"占|比重|份额|比例|率")
_REACHED = re.compile(r"(?:达到?|升至|降至|增至|减至)[^,;。\d]{0,3}$")
_OF_PARTS = re.compile(
    r"(?<![效频汇利费密概])率$|占比$|比重$|增速$|增幅$|降幅$|\bgrowth(?: rate)?$"
)
_QUANTITY = re.compile(
    r"(?:产值|增加值|收入|支出|余额|利润|税收|价格|得分|浓度|投资|总额|用电量|情况)$"
)
_COUNTS = frozenset("个项家件处户人名座条所起宗套台辆栋")
_THINGS = frozenset("个项家处户人名座所起宗")
_SIZES = ("宽", "长", "高", "深", "厚")
_OF_PLACES = ("排名", "位次", "名次")
_PLACES = frozenset(["位", "位次", "名", "个位次"])
_BASE = re.compile(r"的\d[\d.]*%")
_DONE = re.compile("完成|实现|达到")
_SELF = re.compile(r"[比较]([\u4e00-\u9fff]{2,10}?)(?:略|明显|仍)?[高低快慢多少][出于]?$")
_BESIDE = re.compile(
    r"(?:[高低快慢好优]于|[高低]出|超过?|[比较])([\u4e00-\u9fff]{2,12})\([^()\d]{0,4}$"
)
"""Before a number in brackets that is of what something is compared with: 高于全省平均增速(|16.8%)."""

_MORE_LESS = re.compile("[多少]增|[多少]减|[多少]降")
_NARROWS = re.compile(r"(?:收窄|扩大)[了约近超达]{0,2}$")
_SIDE = re.compile(
    r"(?:高于|低于|快于|慢于|高出|低出|好于|优于|落后|领先|相差|[高低快慢]|超过?(?=序时|时间|预期))[^,;。\d]{0,8}$"
)
_SIDED = re.compile(r"[高低快慢好优]于|[高低]出|落后|领先|相差|[较比][^,;]{0,8}[高低快慢]")
_AGAINST = re.compile(
    r"(?:[比较与]|同(?!期))(?P<when>[^,;。]{0,12}?(?:年|月|季度?|期|末|底|初))的$"
)
_BEFORE = re.compile(
    r"(?:^|[,;。(而])(?P<when>(?:去年|上年|前年)(?:同期|末|底|全年|同月)?)(?:仅为|为|是|仅|只有|只|有)?$"
)
_OLD = re.compile(r"^[由从比较原]|原")

_WAS = re.compile(
    r"(?:\b(?:rose|risen|rising|grew|grown|fell|fallen|dropped|declined|climbed|increased|decreased|cut|reduced|raised|lowered|shortened|expanded|improved|extended|up|down)(?: [a-z]+ly)? |[,)]|%|percent |per cent |yuan ) ?(?P<from>from |compared (?:with|to) |against )$"
)
_TOLD_OLD = re.compile("from |compared |against ")
"""Before the value that something grew from: rose |from 3 percent to 5 percent."""

_OF_OLD = re.compile("由|从|去年|上年|前年")
"""One of these, or 的 right before the number, stands before every older value."""

_TURNED = re.compile(r"[^,;。\d]{0,4}?(?:转|[前后]移|[进退]|攀|跃|调整)[^,;。\d]{0,3}?[为至到]")

OLDER = "the number is the older one: "
"""A refusal's reason begins so; the time of the number follows, or the words that say it is older."""


_RISING = re.compile(r"增加(?!值)|增长(?!率)|上升|提高|提升")
_RISE = re.compile(r"增幅|增速|涨幅|增长率|成长率|\b(?:growth|increase|rise)\b")
_FALLING = re.compile(r"降幅|下降|减少|跌幅|减幅|下滑|降低")
_FELL = re.compile(r"[降减跌落少滑缓窄慢-]|fell|down|declin|decreas")
_LIMIT = re.compile("(?:并|且|均|都|也)?控制在")
_LACKING = re.compile("差|缺|剩|余|未|欠")


_PART_OF = re.compile(
    r"\b(?:account(?:ed|s|ing) for|mak(?:es|ing) up|made up|represent(?:ed|s|ing))(?: only| just| about| nearly| more than| over)? $"
)
_PART = re.compile(r"share|account|proportion|percentage|part|made up|represent|ratio|plan|target")
_ASIDE = re.compile(
    r" (?P<side>higher|lower|above|below|behind|ahead|faster|slower)\b(?! than (?:in |at |that of )?(?:the )?(?:same|last|previous|a year|year-earlier|20\d\d))"
)
"""After an English number the side on which something else lies: 2 points lower than the average."""


def wrong_way(metric: str, raw: str, amount: Amount) -> str:
    """Return why the direction words of the metric contradict the amount, else "".

    增幅 and 增速 may be negative where the copied words say so (增幅 | 下降4.2%).
    """
    if amount.direction is Direction.NONE:
        return ""
    rising, rate = _RISING.search(metric), _RISE.search(metric)
    falling, said = _FALLING.search(metric), _FELL.search(raw)
    down = amount.direction is Direction.DOWN
    risen = rising or rate
    if down and risen and not falling and (rising or not said):
        return f"{risen[0]} does not fit {amount.value} {amount.unit}"
    if falling and not rising and amount.direction is Direction.UP and falling[0] != "降幅":
        return f"{falling[0]} does not fit {amount.value} {amount.unit}"
    return ""


def _among(metric: str, text: str, place: int) -> str:
    """Return whom a place is among where the metric names others: 全省 for 全市排名."""
    said = _SCOPE.search(metric)
    near = list(_SCOPE_WORD.finditer(text, max(0, place - 16), place)) if said else []
    return near[-1][0] if said and near and near[-1][0] != said[1] else ""


_SCOPE_WORD = re.compile("全[国省市县区州]")
_SCOPE = re.compile(f"({_SCOPE_WORD.pattern})(?:排名|位次|名次|第)")


def wrong_kind(
    metric: str, raw: str, sentence: Sentence, sighting: Sighting, base: str = ""
) -> str:
    """Return why the claim takes the number for a level, a change or a distance that it is not.

    One that names the `base` of a change (同比) says that it is one; code puts its direction in.
    """
    text, amount, said = sentence.text, sighting.amount, metric + raw
    turn = _MORE_LESS.search(text, max(0, sighting.start - 3), sighting.end)
    if turn and turn[0] not in said:
        return f"the number is how much it {turn[0]}"
    clause = text[sentence.clause(sighting.start) : sighting.start]
    if _OF_PARTS.search(metric) and (amount.unit in _COUNTS or "元" in amount.unit):
        return f"{amount.unit} is no unit of a rate"
    size = text[sighting.start - 1 : sighting.start]
    metres = amount.unit.endswith("米")
    if metres and size in _SIZES and size not in said and text.find(metric, 0, sighting.start) < 0:
        return f"the number is how {size} it is"
    if amount.unit == "位" and (among := _among(metric, text, sighting.start)):
        return f"the place is that in {among}"
    if metric.endswith(_OF_PLACES) and amount.unit not in _PLACES:
        return f"{amount.unit} is no place"
    if (based := _BASE.match(text, sighting.end)) and _DONE.match(metric):
        return f"the number is what a share is of ({based[0]})"
    closes = text.startswith(")", sighting.end)
    beside = _BESIDE.search(text, 0, sighting.start) if closes else None
    against = _SELF.search(clause) if "比" in clause or "较" in clause else None
    if against and against[1] in metric and against[0][: len(against[1]) + 1] not in metric:
        return f"nothing is compared with itself ({against[0]})"
    if beside and beside[1] not in said:
        return f"the number is that of {beside[1]}"
    if amount.unit in _THINGS and _QUANTITY.search(metric):
        return f"{amount.unit} does not measure it"
    aside = _ASIDE.match(text, sighting.end)
    if aside and aside["side"] not in said:
        return f"the article says {aside['side']}"
    if amount.unit == "%" and _PART_OF.search(clause) and not _PART.search(metric):
        return "the number is a share"
    if amount.basis is Basis.LEVEL:
        return _no_level(metric, said, clause, amount.unit)
    down = amount.direction is Direction.DOWN
    plain = amount.unit not in ("%", "‰", "百分点", "基点", "倍", "位")
    if (
        (down or plain)
        and not base
        and amount.direction is not Direction.NONE
        and not _says_change(metric, raw, clause)
    ):
        return f"the number is a change: {text[max(0, sighting.start - 4) : sighting.end]}"
    if amount.basis is Basis.POINTS or amount.unit in ("百分点", "基点"):
        if (rate := _RATE.search(clause)) and not _RATE.search(metric):
            return f"the number is a change of {rate[0]}"
        if (turn := _NARROWS.search(clause)) and not ("收窄" in said or "扩大" in said):
            return f"the article says {turn[0]}"
        if (share := _SHARE.search(clause)) and not _SHARE.search(metric):
            return f"the number is a change of {share[0]}"
        if (side := _SIDE.search(clause)) and side[0][:2] not in said and not _SIDED.search(said):
            return f"the article says {side[0]}"
    return ""


def _no_level(metric: str, said: str, clause: str, unit: str) -> str:
    """Return why a level is not what the claim takes it for: a change, what is missing, a limit."""
    if _CHANGE_METRIC.search(metric):
        result = _RESULT.search(clause) or _REACHED.fullmatch(clause)
        if result:
            return f"{result[0]} leads to a level, which is no change"
    if (missing := _MISSING.search(clause)) and not _LACKING.search(said):
        return f"the number is what is missing ({missing[0]})"
    if "占" in metric and _RELATIVE.search(clause) and not ("由" in clause or "从" in clause):
        return "the number relates it to another time"
    if _LIMIT.fullmatch(clause) and "控制" not in said:
        return "the number is a limit (控制在)"
    if unit == "位" and (moved := _MOVED.search(clause)) and not _MOVED.search(said):
        return f"the number is how far it {moved[0]}"
    rate = _RATE.search(clause) if unit == "位" and "分别" not in clause else None
    if rate and not _RATE.search(metric):
        return f"the place is that of {rate[0]}"
    return ""


_HEDGE = re.compile(r"(?:达产|达效|达标|建成|投产|投用|竣工)(?:以|之)?后(?!仍|，?已)")
_EXPECTED = re.compile(
    "预计(?:将|可|能|会|每年)*(?:实现|新增|带动|形成|产生|创造|贡献|年(?!底|末|初|内|中))[^,;。:]*$"
)
"""What a project will yield, in a list too: 预计实现年产值2亿元、税收|1000万元."""

_BY_PLAN = re.compile("投资|建筑面积|占地|工期")
"""What a project has by its plan is told without 预计."""

_HEDGED = re.compile(r"预|估|测|料|后|达产|建成|投产|投用|可|望|expect|estimat|will")
_REAL = re.compile(r"已|目前|截至|实际|(?<!预计)累计|[;。]")


_FAR = re.compile(
    r"(?:不足|不到|不及|未达|未到|超过?|逾|突破|将近|接近|多于|少于|高于|低于)[^,;。\d]{1,14}的$"
)


def wrong_bound(metric: str, raw: str, sentence: Sentence, place: int) -> str:
    """Return the bound that stands off from the number at `place` (不足全年任务的|三成), else ""."""
    text = sentence.text
    if not place or text[place - 1] != "的":
        return ""
    far = _FAR.search(text, sentence.clause(place), place)
    return far[0] if far and far[0][:2] not in metric + raw else ""


def _says_change(metric: str, raw: str, clause: str) -> bool:
    """Tell whether the claim says that its number is a change: in its words, or as the clause does.

    减 in 减税降费 does not; 新增 does where it stands before this very number.
    """
    if _CHANGE.search(raw) or _CHANGED.search(metric) or metric.isascii():
        return bool(_CHANGE.search(metric + raw))
    return any(found[0] in clause for found in _CHANGE.finditer(metric))


def supposed(metric: str, raw: str, text: str, sighting: Sighting) -> str:
    """Return the word by which the number is only expected (达产后), where the claim leaves it out."""
    lead = text[: sighting.start]
    if _EXPECTED.search(lead) and not _HEDGED.search(metric + raw) and not _BY_PLAN.search(metric):
        return "预计"
    if "后" not in text:
        return ""
    hedges = list(_HEDGE.finditer(lead))
    if (
        not hedges
        or _OLD.search(raw)
        or _REAL.search(lead, hedges[-1].end())
        or _HEDGED.search(metric + raw)
    ):
        return ""
    return hedges[-1][0]


def older(text: str, sighting: Sighting, raw: str) -> str | None:
    """Return the time of the value that something grew from or is compared with, None for others.

    It is the words to copy (由320人) where no time is named; a claim that does so says enough.
    """
    lead = text[max(0, sighting.start - 24) : sighting.start]
    if lead.endswith(" ") and (was := _WAS.search(lead)):
        return None if _TOLD_OLD.match(raw) else was["from"] + sighting.raw
    if not (lead.endswith("的") or _OF_OLD.search(lead)) or _OLD.search(raw):
        return None
    found = forms.FROM.search(lead)
    if found and not (forms.TO.match(text, sighting.end) or _TURNED.match(text, sighting.end)):
        found = None
    found = found or _AGAINST.search(lead) or _BEFORE.search(lead)
    if found is None:
        return None
    named = dates.find(found["when"])
    return named[-1].raw if named else lead[found.start() :].lstrip(",;。(") + sighting.raw


def same_time(period: str | None, when: str) -> bool:
    """Tell whether `period` (folded) is the time `when` of an older value."""
    if not period or not when:
        return False
    return period in when or when in period
