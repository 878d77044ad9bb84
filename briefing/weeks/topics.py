"""Which topic a row belongs to, and which rows come first.

In:  rows and what they say. Out: the name of a topic, and a number to sort by.

Topics are word lists for the usual fields of local government; the list with most hits wins,
the earlier one on a tie. Importance is a sum of reasons with weights from `settings.order`:
a rank among the first three, the size of a change, an indicator in place of a mere count, a leading
one above all, the title's words, the level of a named official, the number of sources, a promise
with a day.
"""

import re
from decimal import Decimal

from briefing.records import Basis, Figure, NextStep, Official, Row, Target
from briefing.settings import Order

_TOPICS: tuple[tuple[str, str, str], ...] = (
    ("项目建设", "Projects", r"项目|开工|竣工|投产|投资计划|重点工程|固定资产|签约|落地|总投资"),
    ("工业经济", "Industry", r"工业|规上|制造|产业链|产值|工厂|车间|技改|园区|企业营收"),
    ("招商外贸", "Trade and investment", r"招商|外贸|进出口|外资|出口|进口|跨境|口岸|内资"),
    ("财政税收", "Public finance", r"财政|税收|预算收入|预算支出|债券|纳税"),
    ("科技创新", "Science and innovation", r"科技|创新|研发|专利|高新技术|实验室|孵化|人才|数字"),
    (
        "城市建设",
        "City",
        r"城市|道路|公园|小区|停车|管网|地铁|公交|拆迁|征收|更新|绿道|供热|供水|桥",
    ),
    ("农业农村", "Agriculture", r"农业|农村|乡村|粮食|种植|养殖|渔业|农民|耕地|高标准农田|村庄"),
    ("生态环保", "Environment", r"生态|环境|污染|空气|水质|碳|绿色|造林|垃圾|污水|PM2"),
    (
        "民生社会",
        "Social affairs",
        r"就业|教育|学校|学位|医院|医疗|养老|社保|民生|住房|救助|卫生|体育",
    ),
    ("消费文旅", "Consumption and tourism", r"消费|零售|旅游|文旅|文化|景区|商圈|游客|住宿|餐饮"),
    ("营商环境", "Business climate", r"营商|审批|政务|证照|一网通办|惠企|办事"),
    ("安全稳定", "Safety", r"安全|应急|消防|隐患|信访|防汛|疫情|治安|事故"),
    ("党建作风", "Party and conduct", r"党建|党委|作风|督导|督查|主题教育|纪律|干部|巡察"),
    ("宏观经济", "Economy", r"生产总值|GDP|经济|增加值|收入"),
)
_PATTERNS = tuple((zh, en, re.compile(words)) for zh, en, words in _TOPICS)
_OTHER = ("其他", "Other")
WORDY = 16  # letters of a metric from which it is a description
_INDICATOR = re.compile(
    r"生产总值|增加值|总产值|产值|投资|预算收入|零售|进出口|出口|进口|外资|税收|利润|营收|营业收入|可支配收入|产量|就业|失业率|"
    r"达标率|优良|PM2|覆盖率|GDP|output|investment|revenue|retail|trade|income",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?:全社会|全口径|社会|完成|实现|地方)*(?:地区生产总值|生产总值|GDP|规模?以?上工业(?:总产值|增加值)|工业总产值|固定资产投资|社会消费品零售总额|社零|"
    r"(?:外贸|货物)?进出口(?:总[额值])?|一般公共预算收入|财政总?收入|税收收入|(?:实际(?:利用|使用|到位)|到位)外资|(?:全体)?居民(?:人均)?可支配收入)"
    r"(?:完成额?|总额|增[速幅长])*(?:\(GDP\))?",
    re.IGNORECASE,
)
"""The indicators by which a local economy is told as a whole; a part of one (第二产业投资) is none."""

_MOST_CHANGE = Decimal(30)  # per cent beyond which a growth is no weightier: small bases grow fast
_LEVELS = (
    (re.compile(r"(?<!副)(?:省委|省长|部长|国务院|总理|总书记)"), 5),
    (re.compile(r"(?<!副)(?:市委书记|市长|省委常委)"), 4),
    (re.compile(r"(?:区委书记|县委书记|工委书记|(?<!副)区长|(?<!副)县长|市委常委|管委主任)"), 3),
    (re.compile(r"副市长|副区长|副县长|人大常委会主任|政协主席|副书记|常委"), 2),
    (re.compile(r"局长|书记|主任|镇长|部长"), 1),
)


def topic(words: str, lang: str = "zh") -> str:
    """Return the topic of `words`, "其他" when no list knows any of them."""
    hits = [
        (len(pattern.findall(words)), -place) for place, (_, _, pattern) in enumerate(_PATTERNS)
    ]
    count, place = max(hits)
    zh, en = _OTHER if not count else _PATTERNS[-place][:2]
    return zh if lang == "zh" else en


def importance(row: Row, order: Order, headline: str = "") -> Decimal:
    """Return how far up a row belongs; larger is earlier. `headline` is its article's title."""
    claim, amount = row.finding.claim, row.finding.amount
    sources = {item.article_id for item in (row.finding, *row.also)}
    score = order.source * (len(sources) - 1)
    match claim:
        case Figure():
            if claim.is_rank and amount and amount.value <= 3:
                score += order.rank * (4 - amount.value)
            if amount and amount.basis is not Basis.LEVEL and amount.unit == "%":
                score += order.change * min(abs(amount.value), _MOST_CHANGE) / 10
            if claim.raw in headline or (len(claim.metric) > 3 and claim.metric in headline):
                score += order.headline
            growth = amount is not None and amount.basis is not Basis.LEVEL
            money = amount is not None and amount.unit.endswith(("元", "美元", "dollars"))
            score += order.indicator * (growth or money or bool(_INDICATOR.search(claim.metric)))
            score += order.leading * bool(_LEADING.fullmatch(claim.metric))
            score += order.period * (claim.period is not None)
            score -= order.wordy * (len(claim.metric) > WORDY)
        case Official():
            score += order.official * level(" ".join(claim.titles))
        case Target() | NextStep():
            score += order.dated * (row.finding.deadline_range is not None)
            score += order.measured * (amount is not None)
        case _:
            pass
    return score


def level(titles: str) -> int:
    """Return the rank of an office by its title: 5 province, 1 bureau, 0 none."""
    return next((rank for pattern, rank in _LEVELS if pattern.search(titles)), 0)
