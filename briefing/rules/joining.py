"""What was told before a number, and how its own words join it.

In:  the metrics told before (`Told`) and the noun of a clause. Out: 营业收入 and 增速 make 营业收入增速, 项目已开工
     and 开工率 make 项目开工率; the total that new ones lead to; a trade with the measure that others were
     told with. Plain words in, plain words out: nothing is proven here.
"""

import re
from dataclasses import dataclass, field

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Basis

RATE = re.compile(r"增速|增幅|降幅|涨幅|增长率|率$|比重|占比|得分|进度|指数|位次|价格|浓度")
ATTRIBUTE = re.compile(
    r"(?:(?:占地|种植|播种|栽培|养殖|收获)面积|(?:平均)?(?:亩产|单产)|总产|总?产[量值]|增加值|(?:总)?建筑面积|(?:计划|年度)*总?投资|长度|全长|产值|收入|金额|[占用]地)$"
)
_OF_ITSELF = re.compile(r"面积|投资|长度|全长|产值|收入|率|额|量|用地|占比")
_GROWN = re.compile(r"^(?:净增|新增|增加|新引进|新认定|新培育)(?=[\u3400-\u9fff]{2})")
_REACHED = re.compile(r"(?:总数|总量|累计|已)?达到?(?:了)?$")
_TALLIED = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:总数|数量|个数|总量|总额)$")
_DEED = re.compile("^(?:建成|发展|实施)(?=[\u3400-\u9fff]{3})")
_GROUND = re.compile("(?<=[\u3400-\u9fff]{2})总?(?:占地|用地)(?:面积)?$")
"""项目占地|总投资: its ground is told, not its name."""
_BARE_DEED = re.compile(
    r"^(?P<noun>(?:[\u3400-\u9fff]{2,6})?(?:项目|企业|任务|问题|工程))(?:已经?|仅|只|均|都|集中|正式|全部|顺利)*(?:开?复工|开工(?:建设)?|签约|落地|投产|竣工|销号|整改|办结|完成)$"
)


@dataclass
class Told:
    """What a number may go on with: the metrics told before, and what the last number was.

    `metrics` are nouns of their own, `said` also those joined to one (项目|总投资), as 分别 deals them.
    `now` is the metric of the last number where that differs (项目|总投资), for the growth after it;
    `rate` one that was a rate itself; `grown` tells that the last number was a rate of growth, so
    that points after it are of 增速; `many` that it was one of a list; `here` that the metric was told in the same sentence; `unit`
    is that of the last number with a noun, `counts` the last metric of each unit, `kinds` those of before a semicolon;
    `head` is the project that heads the item of a list, `whole` what a list after 包括 is part of, of which `parts` were told; `aside` is what was told inside
    the bracket at `aside_at` (sentence, offset); `kind` is what was done with some of them (落地项目), which an investment after it is of.
    """

    metrics: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    now: str = ""
    rate: str = ""
    grown: bool = False
    here: bool = False
    many: bool = False
    unit: str = ""
    kind: str = ""
    whole: str = ""
    head: str = ""
    parts: int = 0
    aside: "Told | None" = None
    aside_at: tuple[int, int] = (-1, -1)
    counts: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> str:
        """The metric told last, "" for none."""
        return self.metrics[-1] if self.metrics else ""

    def tell(self, metric: str) -> None:
        """Remember a metric of its own."""
        self.metrics.append(metric)
        self.said.append(metric)
        self.now, self.rate, self.grown, self.here, self.kind = metric, "", False, True, ""
        self.parts += 1


def joined(metric: str, generic: str) -> str:
    """Join 营业收入 and 增速; 项目已开工 and 开工率 make 项目开工率."""
    if generic.endswith("率") and metric.startswith("未"):
        return generic
    if generic.endswith("得分") and RATE.search(metric):
        return generic
    if generic.startswith(metric) or metric.startswith(generic[:2]):
        return generic  # 开工建设160个,开工率86%
    if deed := _BARE_DEED.match(metric):
        metric = deed["noun"]
    metric = _TALLIED.sub("", metric.removeprefix("签订"))
    metric = _GROUND.sub("", metric)
    metric = _DEED.sub("", metric) if "投资" in generic else metric
    metric = metric.removeprefix("发现") if generic.startswith("整改") else metric
    metric = ATTRIBUTE.sub("", metric) if ATTRIBUTE.search(generic) else metric
    if generic.endswith("率") and metric.endswith("率"):
        return generic  # 办结率99%,满意率93%
    if generic.endswith("完成投资") and metric.endswith("投资"):
        return metric  # 工业固定资产投资完成41亿元;累计完成投资213亿元
    if generic == "投资完成率" and metric.endswith("完成投资"):
        return metric.removesuffix("完成投资") + generic
    if re.fullmatch("总量(?:[、和]增速)?", generic):
        return metric + generic
    if not metric or (generic.startswith("总") and _OF_ITSELF.search(metric[-2:])):
        return generic
    overlap = metric.rfind(generic[:2])
    if overlap > 1 and "的" in metric[overlap:]:
        return metric.rpartition("的")[2] + generic  # 实现增长的|行业大类, 增长面
    kept = metric[:overlap].rstrip("已") if overlap > 1 else metric
    return kept + generic


_SECTOR = re.compile(r"(?:产业|行业|业|企业|部门|经济|园区|开发区|[县市区]属)$")
_IN_PARTS = re.compile(r"(?:分|按|从)[^,;。]{1,8}[看分],|其中")
_ECONOMY = re.compile(r"(?P<whole>[\u3400-\u9fff]{2,6}经济)(?:第[一二三]产业)?增加值$")
_CLASS = re.compile("第[一二三]产业")
_NTH = re.compile(r"第[一二三]产业增加值")
"""民营经济增加值…。其中,第一产业增加值…: of that economy."""
_MEASURE = re.compile(
    r"(?:工业)?增加值$|(?:工业)?总?产值$|固定资产投资$|投资$|营业收入$|收入$|利润总额$|利润$|零售额$|营业额$|用电量$|进出口总?[额值]$|税收$|销售额$"
)


def spends(words: str) -> bool:
    """Tell whether `words` are an investment or what is sold, not the value that a sector adds."""
    return bool(re.search("投资$|消费|零售额$|出口$", words))


def is_measure(words: str) -> bool:
    """Tell whether `words` are what a sector is measured by: 规模工业产值."""
    return bool(_MEASURE.search(words))


def of_sector(text: str, sighting: Sighting, own: str, told: Told) -> str:
    """Return a sector with the measure told before it, "" where there is none.

    采矿业增加值增长8%,(制造业)增长15%: of its 增加值. Over a full stop only where parts are told:
    分产业看,第一产业增长3%.
    """
    whole = _ECONOMY.match(told.last)
    if whole and told.here | bool(_IN_PARTS.match(text)) and _NTH.fullmatch(own):
        return whole["whole"] + own
    amount, sibling = sighting.amount, _CLASS.match(own) and _CLASS.match(told.last)
    changes = amount.unit == "%" and amount.basis is Basis.CHANGE
    if (
        not (told.here or _IN_PARTS.match(text) or sibling)
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
