"""Word the metric of a number that says something of the one before it.

In:  a sentence (folded, and as shown), a number in it, the noun of its own clause, what was `Told`.
Out: the wordings, best first; as the article shows them, so that traditional pages stay traditional.

比全市高2个百分点, 占全市的8%, 完成年度目标的77%, 总投资5亿元 and 两年平均增长1.7% count nothing of their
own: their metric is that of the number before, with the word for what they say of it.
"""

import re
from dataclasses import dataclass

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Basis
from briefing.rules import joining, labels

_LINK = r"(?:首次|历史性|突破|分别|为|是|达到?|约|近|超过?|高达|仅|只有|就|已|均|的|提高到|提升到|上升到|提高至|提升至|(?:跃|上|提|攀)升(?:至|到|为)|升至|由|从|在|到)* ?"
_SHARE = re.compile(
    rf"(?:所?占)(?![据地用有])[到了]?(?P<whole>(?:(?!比(?!重|例))[^,;:。、占由\d]{{1,16}}?)?)(?P<said>(?:的?(?:比重|比例|份额|比率)|比(?!重|例))?){_LINK}$"
)
_WITHIN = re.compile(rf"(?P<said>在[^,;。]{{2,14}}?中(?:的|所)?(?:占比|比重|比例)){_LINK}$")
"""A share told the other way round: 在工业投资中的占比为42.2%."""

_COMPLETED = re.compile(
    rf"(?:超额)?(?:完成|占|为|达到?|相当于)了?(?P<goal>(?:[^,;:。、完占为达\d]|下达){{0,10}}?(?:目标|任务|计划|预算|年度投资|总?工程量|计划开工|计划投资|投资计划))(?:任务|总?数|总?量|总?额)?(?:\d[\d.,]*[万亿]?(?:元|公里|[亩吨个家户人套项])?)?(?:的(?:比例|比重)?)?{_LINK}$"
)
"""A share of what was set: (完成全年目标的)77.4%."""

_PART_OF = re.compile(
    r"(?<!剩下)(?<!剩余)(?<!其余)(?<!余下)(?<!目标)(?<!任务)(?<!计划)的(?:约|近|超过?|逾|将近)?$"
)
"""A share told by its whole alone: 创造了全国(出口的)4.8%."""

_GAVE = re.compile(r"贡献了?[^,;。\d]{2,10}的(?:约|近|超过?)?$")
"""What something gave so much of: 贡献了全市增量的21%."""
_AT_A_SPEED = re.compile(r"的(?:增速|增幅|速度)")
"""以7.2%的增速开局."""
_FROM = re.compile(r"[由从至到][^,;。]{0,12}的$")
"""由一季度的|6.3%回落到…: no part of a whole."""
_COMPARATOR = re.compile(
    r"(?:高于|低于|高出|低出|快于|慢于|优于|好于|超(?:出|过)?|领先|落后|滞后|(?:低|欠|差|塌|短)(?=目标|计划)|[比较][^,;。、\d]{1,14}(?:(?<!提)高|(?<!降)低|(?<!加)快|(?<!放)慢))于?了?(?:[A-Z\u3400-\u9fff]{0,12}?)(?:平均(?:水平|增速)?)?(?:\([\d.%-]+\))?$"
)
"""The words that tell a distance, up to its number: 高于全市平均水平, 比全省高, 超序时进度."""

_AVERAGED = re.compile(r"(?P<years>(?:[近这]?[两二三四五六]年来?)?(?:平均|年均))(?=增长|下降|增速)")
QUALIFIER = r"[近这]?[两二三四五六]年来?(?:平均|年均)?|年均|平均|首次|历史上首次|(?:扣除|剔除|还原)[^,]{2,14}?因素后?|名义|按?(?:可比|同)(?:口径|价格)?|\d{0,2}月?当[月季]"
"""Words before a change that name nothing: (两年)平均增长, (扣除留抵退税因素后)增长."""

_OF_LAST = re.compile(r"产[量值]?$|面积$")
_OF_PARTS = re.compile(r"[率比]$|排名$|位次$|比重$|增速$|增幅$")


def completed(text: str, sighting: Sighting) -> re.Match[str] | None:
    """Return the words before a number that say how much of a `goal` is reached, else None."""
    if sighting.amount.unit != "%":
        return None
    return _COMPLETED.search(text, max(0, sighting.start - 32), sighting.start)


def share(text: str, sighting: Sighting) -> re.Match[str] | None:
    """Return the words before a number that say of what `whole` it is a share, else None.

    `whole` is "" where they only say 占比.
    """
    if sighting.amount.unit != "%":
        return None
    return _SHARE.search(text, max(0, sighting.start - 28), sighting.start)


def comparator(text: str, sighting: Sighting) -> int | None:
    """Return where the words of a distance begin before a number, None where it is none."""
    if sighting.amount.unit not in ("百分点", "%"):
        return None
    low = max(0, sighting.start - 24)
    low = max(low, *(text.rfind(stop, low, sighting.start) + 1 for stop in ",;。、"))
    found = _COMPARATOR.search(text[low : sighting.start])
    return low + found.start() if found else None


@dataclass(frozen=True, slots=True)
class Said:
    """A number in its sentence, `text` folded and `shown` as the article has it.

    Where 分别 deals a list out, it is the first number of the list, beside the words; `apart` tells
    that the number meant is a later one.
    """

    text: str
    shown: str
    sighting: Sighting
    apart: bool = False


_CHANGE = re.compile("[增降涨跌]幅|增速")


def _thing(told: joining.Told) -> str:
    """Return the metric told last that may have an investment or an area: no rate."""
    return next(
        (
            one
            for one in reversed(told.metrics)
            if not (_OF_PARTS.search(one) or labels.is_verb(one))
        ),
        "",
    )


def _of_what(own: str, told: joining.Told, unit: str, generic: bool) -> str:
    """Return what was told that a general word (`generic`) or no word at all is said of, "" for nothing."""
    if not generic:
        return told.last
    noun = told.last
    if joining.ATTRIBUTE.search(own):
        total = "总" in own[:3]
        noun = told.whole if total and told.whole and told.parts > 1 else ""
        noun = noun or (told.kind if own.startswith("总") else "") or _thing(told)
    elif _CHANGE.fullmatch(own) and told.now:
        noun = told.now  # 企业完成产值214亿元,降幅扩大: of the 产值
    if unit not in units.MONEY_UNITS and not _OF_LAST.search(own):
        noun = told.counts.get(unit, noun)
    return noun


def leaning(said: Said, own: str, told: joining.Told, *, generic: bool) -> list[str]:
    """Return the wordings of a metric that leans on what was told, [] where it does not.

    `own` is the noun of the clause, `generic` tells that it is a word like 增速 or 总投资.
    """
    text, shown, sighting = said.text, said.shown, said.sighting
    noun = own if own and not generic else _of_what(own, told, sighting.amount.unit, generic)
    if not noun:
        return []
    if found := completed(text, sighting):
        told.rate, *more = _of_goal(
            noun if own else told.now or noun, shown[slice(*found.span("goal"))]
        )
        return [told.rate, *more]
    if sighting.amount.unit == "%" and _AT_A_SPEED.match(text, sighting.end):
        return [f"{noun}增速"]
    if sighting.amount.unit == "%" and text.endswith("超额", 0, sighting.start):
        return [f"{noun}超额完成比例", f"{noun}完成率"]
    if sighting.amount.unit == "%" and _DONE_OF.search(text, 0, sighting.start):
        noun = own if own and not generic else _DONE.sub("", told.last)
        return [f"{_DONE_LAST.sub('', noun)}完成率"] if noun else []
    if within := _WITHIN.search(text, max(0, sighting.start - 28), sighting.start):
        head, among, _ = own.partition("在")
        whose = head if among and len(head) > 1 else told.now or told.last
        told.rate = f"{whose}{shown[slice(*within.span('said'))]}"
        return [told.rate]
    if found := share(text, sighting):
        noun = told.now if not own else noun
        whole = shown[slice(*found.span("whole"))].rstrip("的 ")
        noun = _PARTED.split(noun)[0] or noun
        part = "佔" if "佔" in shown[slice(*found.span())] else "占"
        told.rate = f"{noun}{part}{whole}的比重" if whole else f"{noun}{part}比"
        return [told.rate, f"{noun}{part}{whole}比重", f"{noun}{part}比"]
    if generic:
        return _attribute(noun, own, sighting, told)
    if told.last and sighting.amount.unit == "%" and _BACK_AT.match(own):
        return [f"{told.last}{own}"]
    partly = _PART_OF.search(text, 0, sighting.start) and not _FROM.search(text, 0, sighting.start)
    if (
        not own
        and told.rate
        and sighting.amount.unit == "%"
        and _REACHES.search(text, 0, sighting.start)
    ):
        return [told.rate]  # 占比首次突破四成,达到41.2%
    if own and sighting.amount.unit == "%" and partly:
        gave = _GAVE.search(text, 0, sighting.start)
        return [f"{own}贡献率"] if gave else [f"{own}的比重"]
    if sighting.amount.unit == "位" and not own and told.now:
        of_growth = told.grown and not joining.RATE.search(told.now)
        return list(dict.fromkeys((f"{told.now}增速" if of_growth else told.now, told.now, noun)))
    if (own and comparator(text, sighting) is None) or sighting.amount.basis is Basis.LEVEL:
        return []
    noun = own or told.counts.get(sighting.amount.unit) or told.now or noun
    if years := _AVERAGED.search(text, max(0, sighting.start - 12), sighting.start):
        span = shown[slice(*years.span("years"))]
        return [f"{noun}{span}增速", f"{noun}{span}增长"]
    if sighting.amount.unit not in ("百分点", "基点"):
        return [noun]
    return _points(said, noun, told)


_DONE_OF = re.compile(
    r"(?:完成|办结|建成)了?(?:\d[\d.,]*[万亿]?[^\d,;。()]{1,3}\()?(?:约|近|超过?)?$"
)
"""A share of the work itself: 已完成1个(50%), 基础部分完成30%."""
_DONE_LAST = re.compile(r"已?经?(?:完成|办结|建成)$")

_PARTED = re.compile(r"(?<=[\u3400-\u9fff]{2})[占佔](?:[^占佔]*(?:比重|比例)|比)$")
_BACK_AT = re.compile(r"(?:已|约|基本)?恢[复復][至到]")
"""旅游收入3亿元,(恢复至2019年的)103.8%."""

_DONE = re.compile(r"(?:累计|已|共)*(?:完成|建成|实现|新增|竣工|开工)$")


_INVESTED = re.compile(r"(.*?)(?:累计|已|共|实际|本年)*完成投资额?")
_SET = re.compile(r"(?:全年|年度)?(?:目标|任务|计划|预算)+$")
"""外贸进出口(目标任务)完成九成: the goal is told by the share of it."""


def _of_goal(noun: str, goal: str) -> list[str]:
    noun = noun.removeprefix("累计").removeprefix("完成")
    noun = _SET.sub("", noun) or noun
    if noun.endswith(goal):
        return [f"{noun}完成率"]
    plain = _DONE.sub("", noun)
    if invested := _INVESTED.fullmatch(plain):
        plain = f"{invested[1]}投资"
    if "投资" in goal:  # 省级重点项目完成投资…元,占年度投资计划的97%
        plain = _DONE.sub("", plain.removesuffix("投资").removesuffix("固定资产"))
    return [
        f"{plain}{goal}完成率",
        f"{noun}{goal}完成率",
        f"{noun}占{goal}的比重",
        f"{noun}完成{goal}",
        *([f"投资{goal}完成率"] if invested else []),
        f"{goal}完成率",
    ]


def _attribute(noun: str, own: str, sighting: Sighting, told: joining.Told) -> list[str]:
    words = own if told.many and own.startswith("总") else joining.joined(noun, own)
    if sighting.amount.unit in ("%", "百分点"):
        told.rate = words
    else:
        told.said.append(words)
        told.now, told.rate = words, ""
        told.grown = told.grown and sighting.amount.unit == "位"
    return [words]


_REACHES = re.compile(r"[,;](?:已)?(?:达到?|升至|增至)(?:了|约|近)?$")
_NARROWS = re.compile("收窄了?$")


def _points(said: Said, noun: str, told: joining.Told) -> list[str]:
    """Return what points are of: the share or rate told before them, else the growth."""
    if told.rate:
        words = [told.rate, noun]
    elif told.grown and _NARROWS.search(said.text, 0, said.sighting.start):
        words = [f"{noun}降幅", f"{noun}增速", noun]
    elif told.grown and not joining.RATE.search(noun):
        words = [f"{noun}增速", noun]
    else:
        words = [noun]
    at = comparator(said.text, said.sighting)
    if at is None:
        return words
    if told.rate:
        words.reverse()
    against = [word + said.shown[at : said.sighting.start] for word in words]
    return [*against, *words] if said.apart else [*words, *against]
