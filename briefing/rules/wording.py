"""Word the metric of a number that says something of the one before it.

In:  a sentence (folded, and as shown), a number in it, the noun of its own clause, what was `Told`.
Out: the wordings, best first; as the article shows them, so that traditional pages stay traditional.

比全市高2个百分点, 占全市的8%, 完成年度目标的77%, 总投资5亿元 and 两年平均增长1.7% count nothing of their
own: their metric is that of the number before, with the word for what they say of it.
"""

import re
from dataclasses import dataclass, field

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Basis
from briefing.rules import labels

_LINK = r"(?:分别|为|是|达到?|约|近|超过?|高达|仅|只有|就|已|均|的|提高到|提升到|上升到|提高至|提升至|(?:跃|上|提|攀)升(?:至|到|为)|升至|由|从|在|到)* ?"
_SHARE = re.compile(
    rf"(?:所?占)(?![据地用])[到了]?(?P<whole>(?:(?!比(?!重|例))[^,;:。、占由\d]{{1,16}}?)?)(?P<said>(?:的?(?:比重|比例|份额|比率)|比(?!重|例))?){_LINK}$"
)
_WITHIN = re.compile(rf"(?P<said>在[^,;。]{{2,14}}?中(?:的|所)?(?:占比|比重|比例)){_LINK}$")
"""A share told the other way round: 在工业投资中的占比为42.2%."""

_COMPLETED = re.compile(
    rf"(?:超额)?(?:完成|占|为|达到?|相当于)了?(?P<goal>(?:[^,;:。、完占为达\d]|下达){{0,10}}?(?:目标|任务|计划|预算|总?工程量|计划开工|计划投资|投资计划))(?:任务|总?数|总?量|总?额)?(?:\d[\d.,]*[万亿]?(?:元|[个家户人套项])?)?(?:的(?:比例|比重)?)?{_LINK}$"
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

_RATE = re.compile(r"增速|增幅|降幅|涨幅|增长率|率$|比重|占比|得分|进度|指数|位次|价格|浓度")
_ATTRIBUTE = re.compile(
    r"(?:(?:占地|种植|播种|栽培|养殖|收获)面积|(?:平均)?(?:亩产|单产)|总产|总?产[量值]|增加值|(?:总)?建筑面积|(?:计划|年度)?总?投资|长度|全长|产值|收入|金额)$"
)
_OF_ITSELF = re.compile(r"面积|投资|长度|全长|产值|收入|率|额|量|用地|占比")
_GROWN = re.compile(r"^(?:净增|新增|增加|新引进|新认定|新培育)(?=[\u3400-\u9fff]{2})")
_OF_LAST = re.compile(r"产[量值]?$|面积$")
_OF_PARTS = re.compile(r"[率比]$|排名$|位次$|比重$|增速$|增幅$")
_REACHED = re.compile(r"(?:总数|总量|累计|已)?达到?(?:了)?$")
_TALLIED = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:总数|数量|个数|总量)$")
_BARE_DEED = re.compile(
    r"^(?P<noun>(?:[\u3400-\u9fff]{2,6})?(?:项目|企业))(?:已经?|均|都|集中|正式|全部|顺利)*(?:开工(?:建设)?|签约|落地|投产|竣工)$"
)


@dataclass
class Told:
    """What a number may go on with: the metrics told before, and what the last number was.

    `metrics` are nouns of their own, `said` also those joined to one (项目|总投资), as 分别 deals them.
    `now` is the metric of the last number where that differs (项目|总投资), for the growth after it;
    `rate` one that was a rate itself; `grown` tells that the last number was a rate of growth, so
    that points after it are of 增速; `many` that it was one of a list; `here` that the metric was told in the same sentence; `unit`
    is that of the last number with a noun, `counts` the last metric of each unit.
    """

    metrics: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    now: str = ""
    rate: str = ""
    grown: bool = False
    here: bool = False
    many: bool = False
    unit: str = ""
    counts: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """The metric told last, "" for none."""
        return self.metrics[-1] if self.metrics else ""

    def tell(self, metric: str) -> None:
        """Remember a metric of its own."""
        self.metrics.append(metric)
        self.said.append(metric)
        self.now, self.rate, self.grown, self.here = metric, "", False, True


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


def _thing(told: Told) -> str:
    """Return the metric told last that may have an investment or an area: no rate."""
    return next(
        (
            one
            for one in reversed(told.metrics)
            if not (_OF_PARTS.search(one) or labels.is_verb(one))
        ),
        "",
    )


def leaning(said: Said, own: str, told: Told, *, generic: bool) -> list[str]:
    """Return the wordings of a metric that leans on what was told, [] where it does not.

    `own` is the noun of the clause, `generic` tells that it is a word like 增速 or 总投资.
    """
    text, shown, sighting = said.text, said.shown, said.sighting
    noun = _thing(told) if generic and _ATTRIBUTE.search(own) else told.last
    noun = noun if generic or not own else own
    if generic and sighting.amount.unit not in units.MONEY_UNITS and not _OF_LAST.search(own):
        noun = told.counts.get(sighting.amount.unit, noun)
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
    if own and sighting.amount.unit == "%" and partly:
        gave = _GAVE.search(text, 0, sighting.start)
        return [f"{own}贡献率"] if gave else [f"{own}的比重"]
    if sighting.amount.unit == "位" and not own and told.now:
        return list(dict.fromkeys((told.now, noun)))
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
        f"{goal}完成率",
    ]


def _attribute(noun: str, own: str, sighting: Sighting, told: Told) -> list[str]:
    words = own if told.many and own.startswith("总") else joined(noun, own)
    if sighting.amount.unit in ("%", "百分点"):
        told.rate = words
    else:
        told.said.append(words)
        told.now, told.rate = words, ""
        told.grown = told.grown and sighting.amount.unit == "位"
    return [words]


def _points(said: Said, noun: str, told: Told) -> list[str]:
    """Return what points are of: the share or rate told before them, else the growth."""
    if told.rate:
        words = [told.rate, noun]
    elif told.grown and not _RATE.search(noun):
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


def joined(metric: str, generic: str) -> str:
    """Join 营业收入 and 增速; 项目已开工 and 开工率 make 项目开工率."""
    if generic.endswith("率") and metric.startswith("未"):
        return generic
    if generic.endswith("得分") and _RATE.search(metric):
        return generic
    if generic.startswith(metric) or metric.startswith(generic[:2]):
        return generic  # 开工建设160个,开工率86%
    if deed := _BARE_DEED.match(metric):
        metric = deed["noun"]
    metric = _TALLIED.sub("", metric.removeprefix("签订"))
    metric = _ATTRIBUTE.sub("", metric) if _ATTRIBUTE.search(generic) else metric
    if generic == "投资完成率" and metric.endswith("完成投资"):
        return metric.removesuffix("完成投资") + generic
    if not metric or (generic.startswith("总") and _OF_ITSELF.search(metric[-2:])):
        return generic
    overlap = metric.rfind(generic[:2])
    if overlap > 1 and "的" in metric[overlap:]:
        return metric.rpartition("的")[2] + generic  # 实现增长的|行业大类, 增长面
    kept = metric[:overlap].rstrip("已") if overlap > 1 else metric
    return kept + generic


_SECTOR = re.compile(r"(?:产业|行业|业|企业|部门|经济|园区|开发区|[县市区]属)$")
_IN_PARTS = re.compile(r"(?:分|按|从)[^,;。]{1,8}[看分],|其中")
_MEASURE = re.compile(
    r"(?:工业)?增加值$|(?:工业)?总?产值$|固定资产投资$|投资$|营业收入$|收入$|利润总额$|利润$|零售额$|营业额$|用电量$|进出口总?[额值]$|税收$|销售额$"
)


def of_sector(text: str, sighting: Sighting, own: str, told: Told) -> str:
    """Return a sector with the measure told before it, "" where there is none.

    采矿业增加值增长8%,(制造业)增长15%: of its 增加值. Over a full stop only where parts are told:
    分产业看,第一产业增长3%.
    """
    amount = sighting.amount
    changes = amount.unit == "%" and amount.basis is Basis.CHANGE
    if (
        not (told.here or _IN_PARTS.match(text))
        or not (changes or amount.unit == told.unit)
        or not _SECTOR.search(own)
    ):
        return ""
    measure = _MEASURE.search(told.last)
    return own + measure[0] if measure else ""


def base(text: str, sighting: Sighting, own: str, told: Told) -> str:
    """Return the metric told last; 新增23家 leads to 总数达到123家, which is not of the new ones."""
    lead = text[max(0, sighting.start - 8) : sighting.start]
    counts = sighting.amount.basis is Basis.CHANGE or sighting.amount.unit not in units.MONEY_UNITS
    if not own and counts and (same := told.counts.get(sighting.amount.unit)):
        return _GROWN.sub("", same) if _REACHED.search(lead) else same
    return _GROWN.sub("", told.last) if _REACHED.search(lead) and not own else told.last
