"""Tell a figure from other numbers: plans, thresholds, labels, spans of time, hearsay.

Offsets count in the folded sentence. What is left out here is no fact with a number, or one
that cannot be read in one way only.
"""

import re

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Basis
from briefing.rules.counted import SHARE_UNITS, is_rank
from briefing.rules.moods import Marked, Mood

_TIME_UNITS = frozenset(["小时", "分钟", "天", "秒", "个月", "工作日", "个工作日", "年", "课时"])
_SPENT = re.compile(
    r"(?:用时|仅用|只用了?|耗时|缩短|压缩|提速|平均|(?<!一段)(?<!长)时间为?|回落|历时|仅需|只需|提前|由|从|天数|拖欠|滞后(?:计划)?)(?:了|至|到|为)?$"
)
_LABEL = re.compile(
    r"^(?:大(?!学|中|小|型)|强(?!县|区)|[个项条]?(?:方面|层面|维度|环节|原则|关键|重点|抓手|定位|坚持|确保|聚焦|突破|提升|关系|结合|统筹|意识|自信))"
)
_THRESHOLD = re.compile(r"(?:及?以[上下内]|级|强)$")
_ROUND = re.compile(r"^(?:超过?|过|逾|突破|上)[十百千万]?[亿万]元?$|^[十百千]?[亿万]元?$")
_CLASS = re.compile(r"[\u3400-\u9fff]{0,4}?(?:企业|项目|乡镇|镇|村|园区|区的|产业|集群|级|规模|大)")
_GRADE = re.compile(r"(?:元)?级(?:以上)?[\u3400-\u9fff]{0,6}(?:项目|企业|产业|集群|园区|平台)")
_BOUNDED = re.compile("[低高]于|不足|不到|超过?")
_OF_SOME = re.compile(r"\d[个家][\u3400-\u9fff]{1,14}$")
"""3个县的支出率低于80%: what some have in common."""

_SCORED = re.compile(r"(?:单列|[加扣记计给按占满])(?:了|为)?$")
"""考核中单列|10分: a rule of scoring."""

_FAR_BOUND = re.compile(r"(?:不足|不到|不及|未达|未到|不满)[^,;。\d]{2,12}的$")
"""不足全年任务的|三成: a bound that stands too far to be copied with its number."""

_CLASS_OF = re.compile(
    r"的?[\u3400-\u9fff]{0,4}?(?:企业|项目|乡镇|村|园区|产业|集群)(?:数量?)?(?:有|达|为|共|仅|只有)?(?:\d+[个家项户]|零)"
)
"""超10亿元|企业有6家: the amount names the class that is counted."""

_OF_A_RATE = re.compile(r"(?:死亡|事故|能耗|水耗|电耗)")
"""百万吨|死亡率: the amount is part of a name."""

_AT_LEAST = re.compile(r"至少[\u3400-\u9fff]{1,4}\s?$")
_MISREAD = re.compile(r"(?:减产|减收|减员|少收|少增|缩水|蒸发)了?$")
_RANKED = re.compile(
    r"^[^,;。]{0,16}?(?:中|里)(?:前移|上升|进位|后退|排名?|位[列居]|名列|居|列|第|,[^;。]{0,60}?(?:分?列|分获|居|排名?)(?:全[市县区])?(?:前|后|第|末|倒数))"
)
_BOUND_BY_RULE = re.compile(
    r"(?:满|上限|目标|目标增长|余下|限额|不超过每|原定|(?<![\d年季月])减|(?:目标|任务)(?:数|值|量|任务)?(?:占比|为|是|:)*)(?:为|达|不超过)?$"
)
_AN_OLDER = re.compile(
    r"[较比与][^,;。()\d]{0,8}(?:\d{1,4}年?)?[^,;。()\d]{0,8}\($"
    r"|(?:[比较]|[高低快慢优好]于|高出|超过?)[^,;。]{0,24}(?:全[国省市区县州盟旗]|平均(?:水平|增速)?|目标|计划)\($"
)
"""The value that something is compared with: 较一季度(-10.8%)回升, 高于全省(7.4%)1.7个百分点."""
_COMPARED_TO = re.compile(
    r"(?:高于|低于|超过|不及|优于|好于|多于|少于)(?:\d{2,4}年|去年|上年|上月|同期)[^,;。]{0,4}的$"
)
"""The value itself that something is higher than: 高于上年的93.82%."""
_FROM_THE_END = re.compile(r"倒数第[一二三四五六七八九十\d]+[位名]?[、和]$")
_TO_A_PLACE = re.compile(r"^(?:雄踞|独占|位[居列]|排名?|居|名列|蝉联|领跑|稳居|夺得)")
"""以631亿元位居首位: the amount is told for the place, its metric stands elsewhere."""
_IN_FIELD = re.compile(r"[列居排在于](?:全[国省市区县州盟])$")
_THEN_RANKED = re.compile(r"[\u3400-\u9fff]{1,8}?(?:末位|首位|第|前|倒数|之首|榜首)")
"""列全市|9个县区末位: the number of rivals."""
_LISTED_PLACES = re.compile(r"、[一二三四五六七八九十\d]+[位名]")
"""分列第二|、三位: whose each is stands apart."""
_UNTELLING = re.compile(r"(?:国家|城市|省份|地区|方面|领域|环节)(?:和地区)?(?=[,;。、的和]|$)")
"""通达5个国家: no measure of anybody's work."""
_RATIO = re.compile(
    r"来自(?:全[国省市区县])?$|每(?:\d+[\u3400-\u9fff]{1,2}[^,;。]{0,4})?(?:就?有)?$"
)
"""每|10辆卡车就有|1辆."""
_NAMED_ONES = re.compile(r"、[^,;。、\d]{1,10}([村镇乡县区市社])\1$")
"""涉及甲村、乙村|2个村: a count of those just named."""
_AT_FIRST = re.compile(r"由(?:最初|原来|原先|当初)的?(?:\d+[户人个家],?、?)?$")
"""由最初的|95户降至8户: where it started."""
_SOME_RANK = re.compile(
    r"(?<![在列居\d])\d{1,4}[个家][^,;。\d中]{2,14}(?:位列|进入|跻身|入选|入围)(?:全[国省市])?$"
)
"""6个园区位列|前十强: a class of them."""
_OLDER = re.compile(r"[由从][^,;。]{0,10}的$")
_TO_NOW = re.compile(r",?到")
"""从2017年的|178列,到2022年的8820列: where it started."""
_SLOGAN = re.compile("时间(?:已?经?)?过?$")
"""时间|过三分之一、任务过三分之一: what is demanded."""
_RATINGS = frozenset(["千伏", "伏", "kV"])
"""110千伏|线路迁改: the amount names the line."""
_STRETCH = re.compile("(?:连续|持续|长达|历时)$")
"""连续|9个季度稳居榜首: how long, not how many."""
_WHOLE = re.compile("(?:占|完成|为)[^,;。\\d]{0,16}$")
_OF_WHOLE = re.compile(r"的(?:约|近|超过?)?[\d.]+%")
"""占年度投资|4.9亿元的61%: what the share is of."""
_NEARLY = re.compile(r"接近[^,;。]{2,20}的$")
"""接近全年投资的|一半: neither a share nor a bound that is copied with it."""
_CAPACITY = re.compile(r"年产$")
_IN_A_NAME = re.compile(r"的[\u3400-\u9fff]{2,10}年产$")
_NAMES_A_PROJECT = re.compile(r"[\u3400-\u9fffA-Za-z—-]{2,16}?(?:项目|生产线|基地|工程)")
"""年产|400吨薄荷油生产项目: the amount is part of a name."""
_PLANNED = re.compile(
    r"^(?!.*(?:已|累计|截至)).*?(?<![度按资超入项年])计划(?:接待|实现|增设|新增|新建|改造|推出|举办|开展|培训|招聘|建设(?!项目|的))"
)
"""今年计划增设400部电梯."""
_BY_THEN = re.compile(
    r"^(?!.*(?:已|了|截至|累计)).*?(?:[年月季]底|\d日|春节|国庆|元旦|汛期|节|入冬|开学)之?前[^,;。]{0,4}?(?:完成|推出|建成|投用|实现|开工|竣工|通车|启动)"
)
"""主汛期前完成10处: a day set for what is not told as done."""
_OUTCOME = re.compile(
    r"达产|建成后|投产后|全部建成|计划(?:总)?投资|占地|用地|建筑面积|预计|年产|可(?:实现|形成|带动|年产|解决|新增|年)"
)


def is_denied(text: str, sighting: Sighting) -> bool:
    return bool(
        re.search(r"(?:网传|网友|传言|谣言|不是|针对)[^,;。]{0,24}$", text[: sighting.start])
    )


def planned_by(marked: Marked, after: Marked | None) -> bool:
    """Tell whether the next clause sets the day of what a clause names: 今年新建幼儿园6所,11月底前全部建成."""
    if after is None or not _BY_THEN.match(after.clause.text) or "原定" in after.clause.text:
        return False
    return bool(_TO_DO.search(marked.clause.text))


_TO_DO = re.compile(
    "^(?!.*(?:已|了|截至|累计|共有|完成|实现)).*(?:新建|改造|建设|实施|改扩建|修建|新增|打造|培育|安排)"
)


def is_plan(marked: Marked) -> bool:
    if _BY_THEN.search(marked.clause.text) or _PLANNED.search(marked.clause.text):
        return True
    if marked.mood in (Mood.FACT, Mood.PROBLEM):
        return False
    if marked.mood is Mood.HEADING:
        return True
    text = marked.clause.text
    if re.search("预计.{0,6}[月年]底", text):
        return True
    return not (_OUTCOME.search(text) and not re.search("力争|确保|争取|目标", text))


def is_figure(sighting: Sighting, text: str, high: int) -> bool:
    amount, raw = sighting.amount, sighting.raw
    after, before = text[sighting.end : sighting.end + 24], text[: sighting.start]
    if not amount.unit or (_MISREAD.search(before) and amount.value > 0):
        return False
    if re.search(r"[由从](?:[\u3400-\u9fff]{1,8}的)?$", before) and amount.basis is not Basis.LEVEL:
        return False
    if raw.endswith("半") and re.match("小时|个?月|年|天", after):
        return False
    if (
        _AN_OLDER.search(before)
        or _COMPARED_TO.search(before)
        or (_TO_A_PLACE.match(after) and re.search("以[^,]{0,4}$", before))
    ):
        return False
    if amount.unit in _RATINGS and re.match("[\u3400-\u9fff]", after):
        return False
    if _STRETCH.search(before) and re.match("季度|月|年|天", after):
        return False
    if amount.unit in _TIME_UNITS and not _SPENT.search(before):
        return False
    if amount.unit not in SHARE_UNITS and not is_rank(sighting) and _is_label(raw, after):
        return False
    if re.match(
        r"的?(?:目标|任务)|[^,;\d]{0,10}的任务|减\d|的,|[\u3400-\u9fff、]{2,20}等\d+[个项]|强[^势劲县区]",
        after,
    ) or (amount.unit != "百分点" and _BOUND_BY_RULE.search(before)):
        return False
    if _bounds_a_class(sighting, before, after):
        return False
    if _RATIO.search(before) or (_OLDER.search(before) and _TO_NOW.match(after)):
        return False
    if _SLOGAN.search(before) and amount.unit == "%":
        return False
    if _OF_WHOLE.match(after) and _WHOLE.search(before):
        return False
    if _NEARLY.search(before) or (_IN_FIELD.search(before) and _THEN_RANKED.match(after)):
        return False
    if _CAPACITY.search(before) and (_NAMES_A_PROJECT.match(after) or _IN_A_NAME.search(before)):
        return False
    if _THRESHOLD.search(raw) and _names_a_class(after, text, sighting, high):
        return False
    if _NAMED_ONES.search(f"{before}{after[:1]}") or _AT_FIRST.search(before):
        return False
    if is_rank(sighting):
        if _SOME_RANK.search(before):
            return False
        if _FROM_THE_END.search(before) or _LISTED_PLACES.match(after):
            return False
        return not (re.match("的(?:是|有|为|分别)", after) or before.endswith("后"))
    if after.startswith(("强企业", "强")) or _RANKED.match(after):
        return False
    return not re.search(r"(?:第|约法|编号|电话|邮编|版本|型号|代码)$", before)


def _bounds_a_class(sighting: Sighting, before: str, after: str) -> bool:
    """Tell whether an amount only bounds or names a class of things: 亿元项目6个, 百万吨死亡率, 加10分."""
    amount, raw = sighting.amount, sighting.raw
    if _ROUND.match(raw) and (_CLASS.match(after) or re.match(r"的(?:有)?\d|的[除企项单]", after)):
        return True
    if amount.unit in units.MONEY_UNITS and _CLASS_OF.match(after):
        return True
    if amount.unit == "%" and _BOUNDED.match(raw) and _OF_SOME.search(before):
        return True
    if amount.unit == "分" and _SCORED.search(before):
        return True
    if _GRADE.match(after) or (amount.unit == "%" and _FAR_BOUND.search(before)):
        return True
    if _OF_A_RATE.match(after) or _AT_LEAST.search(before):
        return True
    return amount.unit == "个" and bool(_UNTELLING.match(after))


def _is_label(raw: str, after: str) -> bool:
    number = re.match(r"[约近超逾]?([一二两三四五六七八九十几]+)", raw)
    if number and not re.search(r"[百千万亿%成分倍番\d]", raw):
        return True
    return bool(re.search(r"[\d一二三四五六七八九十百]$", raw) and _LABEL.match(after))


def _names_a_class(after: str, text: str, sighting: Sighting, high: int) -> bool:
    """亿元以上项目6个: the amount names a class of things, it counts nothing."""
    noun = re.match(r"(?:的)?[\u3400-\u9fff]{2,}", after)
    return bool(noun) and not re.match(r"(?:的)?(?:,|;|。|增长|目标|的目标)", after)
