"""Find the noun after a number: what is counted, made, or bought with it.

In:  the folded sentence and a number in it. Out: ranges of the sentence. 51个(攻坚项目)已开工 counts the
     noun up to its predicate; 创造2亿元(税收) made it; 投入3亿元改造(供水管网) was spent on it.
"""

import re

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.rules import labels

Range = tuple[int, int]

SHARE_UNITS = frozenset(["%", "‰", "倍", "百分点", "基点", "位次"])
"""Units of what relates to something told before; a place in a ranking is told by `is_rank`."""

_RANK = re.compile(r"第|前|首|榜|末|[a-zA-Z]")
_THING = r"(?!项目|企业|工程|产品|率|面积)"
_STOP = re.compile(
    rf"(?:开工{_THING}|完成|投产{_THING}|落地{_THING}|实现|(?<!收)获得?|填补|打破|挂图|验收|销号|超过|受(?!理)|入围|上榜|创建|集聚|报名|调[增减整]|就(?![业诊餐读医])|拖欠|满负荷|运转|开足|户均|人均|[年日月季村亩社]均|每|涵盖|涉及|开展|覆盖|带动|仍|接待(?!单位|中心|大厅|能力|站|点)|因|未|预计|还有|仍有|已有|中有|按期|如期|目前|现已|却|授予|"
    rf"至今|提前|竣工{_THING}|入选|入驻{_THING}|通过|达到?(?!标)|投入|参加|参与|建成{_THING}|全部|已|平均|均|被|,|超额|顺利|正在|分别|成功|同比|增长|下降|承担|受益|占|为(?!民)|是|成为|以(?![色上下内外])|在(?![建营校岗库编册逃院线谈售职读])|的(?:目标|任务)|"
    rf"签约{_THING}|集中|依次|由|进行|进展|总(?!部|工|站|店|装)|率|和|、|及(?!以[上下])|其中|得到|收到|办结{_THING}|享受|具体|相继|纷纷|保持|继续|发展|用于|惠及|累计|(?<!公)共|合计|中(?=[有的])|(?<=项目)中|(?<=工程)中|(?<=企业)中(?!心)|新(?=(?:开工|建成|投产|投用){_THING})|现场|率先|如期|实行|按(?![揭摩])|列入|纳入|带来|更(?=[是有加在])|开园|开业|揭牌|贯通|封顶|落成|准备(?!金)|正(?=[抓加有紧])|逾期|拟|"
    r"进入|陆续|同步|对(?![口外接])|将|存在|尚|仅|较|发放|提供|举办|颁|\d|\((?![\u3400-\u9fff]{1,4}\)[\u3400-\u9fff]{2})|(?<!\([\u3400-\u9fff])(?<!\([\u3400-\u9fff]{2})\)|(?<=[农村居]民)(?=抱团|参与|增收|就业|入股|脱贫|受益|致富|报名|搬)|(?<=群众)(?=就业|增收|受益|搬))"
)
"""Where the predicate of a counted noun begins."""

_COUNTED = re.compile(
    r"(?:\"[^\",;。]{1,16}\")?[^,;:。、()\"\s\d|]{1,24}(?:\([\u3400-\u9fff]{1,4}\)[\u3400-\u9fff]{1,16})?|\"[^\",;。]{2,20}\""
)
_BARE = re.compile(rf"(?:{labels.COUNTABLE})")
"""Nouns that say too little alone: 35个(项目已落地)."""

_PLAIN = re.compile(
    rf"[\u3400-\u9fff]{{0,2}}(?:{labels.COUNTABLE})|[\u3400-\u9fff]{{2,3}}|[村镇乡县]"
)
_DONE = re.compile(
    rf"[\u3400-\u9fff]{{0,8}}?(?:{labels.COUNTABLE}){labels.MANNER}(?:{labels.DEED})(?=[,;。(]|$)"
)
_MANNER = re.compile(
    "(?<=[\u3400-\u9fff]{2})(?:迅速|全部|陆续|相继|先后|正式|顺利|均已?|已经?|都|仍|也|共)+$"
)
_LEVELS = re.compile(
    r"(?:全国|(?:国家|[国省市县区])[级控列]?)(?:[、和及](?:全国|(?:国家|[国省市县区])[级控列]?))+(?=[\u3400-\u9fff]{2})"
)
"""11家(全国、省、市)最美工会驿站."""
_MEASURED = re.compile(r"(?:率|资金|引资额|比例|比重|收入|产值|增加值|投资|增量|总额|利润|面积)$")
_BOTH = re.compile(
    rf"(?![\u3400-\u9fff]{{0,6}}(?:{labels.COUNTABLE})[及和与])[\u3400-\u9fff]{{2,6}}[及和与][\u3400-\u9fff]{{2,6}}?(?:项目|工程|企业|问题)"
)
"""22个(民生及社会事业项目)完成投资…."""
_ENDS_COUNTABLE = re.compile(rf"(?:{labels.COUNTABLE})$")
ONE = re.compile(
    r"村(?!\(|\d|集体|级|民|庄|镇|社|居|两|干|组)|镇(?!\(|\d|街|区|办|村|级)|乡(?!\(|\d|镇|村|贤|级)|县(?!\(|\d|区|市|直|级|域)"
)
"""24个(村)实现了…: a noun of one character."""
_DONE_ALONE = re.compile(
    rf"(?:已经?|均已?|都|目前|正|已全部)*(?P<deed>{labels.UNDER_WAY}|{labels.DEED})(?=[、,;。]|$)"
)
_LISTED = re.compile(
    r"[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4}){1,3}等(?!\d)[\u3400-\u9fff]{2,6}(?=[,;。]|$)"
)
"""30多场(农技、电商等专题培训)."""
_NUMBER_NEXT = re.compile(r"(?:超过|达到?|为|在|均|的|已|是)*\d")
"""74个断面水质优良比例|95.9%: the measure is that of the next number."""
_KINDS = re.compile(
    r"(?:新|续|在|扩|改)建?(?:[、和及](?:新|续|在|扩|改)建?)+(?=[\u3400-\u9fff]{2})"
)
_TOP = re.compile(r"(?:世界|中国|民营|全国)?\d{2,3}强[\u3400-\u9fff]{2,8}?(?:项目|企业)+")
"""5个(500强企业项目): a number that is part of the name."""
_ADJACENT = re.compile(r"\d[\d.,]*[万亿]?(?:公里|千米|米|平方米|亩|个|条|座|千瓦|兆瓦|吨)")
_STATE_OF = re.compile(
    rf"(?>(?:已经?|均已?|都|全部|目前|仍然?|同比)*)(?P<state>(?!{labels.MANNER}(?:的|和|及|等|中|里|、|进展|推进|顺利|稳步|有序|加快|同比|环比|较|比|增|减|占|上升|下降|为|是|有|共))[\u3400-\u9fff]{{3,10}})(?=[,;。(]|$)"
)
_PART = re.compile(
    rf"(?:的|(?<=半))(?P<group>[\u3400-\u9fff]{{0,6}}?(?:{labels.COUNTABLE}|[^的]{{1}}[客者民商]|人口|人群|乘客))(?P<what>(?!占|的|为|是|{labels.COUNTABLE})[\u3400-\u9fff]{{3,14}})(?=[,;。]|$)"
)
_HAVING = re.compile(
    r"(?P<things>[\u3400-\u9fff]{2,12}?)(?<![其当])(?:(?:中|里)?,?(?:仍|还|已|共)?有(?:近|约)?|[中里]的)$"
)
_DOES = re.compile(
    r"(?P<state>(?:尚?未|没有?|无|不|实现|达到|处于|符合|通过|完成|进入|超过|低于|高于|重点|率先|填补|入选|跻身|位列|荣获)[\u3400-\u9fff]{2,12})(?=[,;。(]|$)"
)
_DEED_BEFORE = re.compile(
    r"(?P<deed>(?:策划|谋划|集中|新|累计)?(?:开?复工|洽谈|在谈|对接|获评|惠及|服务|带动|覆盖|吸引|培训|安置|加装|增设|修建|铺设|更新|拆除|清理|发放|举办|开行|开通|配备|购置|打造|建设|投放|种植|慰问|走访|排查|整治|修缮|开工建设|开工|签约|储备|引进|新增|实施|落地|竣工|投产|建成|新建|培育|认定|改造|谋划|招引|入库|续建|承接|立项|获批|盘活|创建|设立|推进|剩余|剩下|仅剩|余下))(?:了|到|的|共计?|累计|[了到]?(?:近|约|超过?|逾))?$"
)
_NAMED = re.compile(r".{2,14}?(?:项目|企业|工程|学校|公园)")
_AMONG = re.compile(r"(?<![初高集其职])[中里]$")
_STATE = re.compile(r"(?<=[\u3400-\u9fff]{2})(?:值守|运行|落实|推进|进展)?情况$")
_PART_OF_THEM = re.compile(
    r"(?:(?<=集装箱)|(?<=标箱)|(?<=企业)|(?<=项目)|(?<=学校))的[\u3400-\u9fff]{2,12}$"
)
"""110个集装箱|的联运班列: the boxes are counted."""
_UNIT_LIKE = re.compile("[^的]{0,4}(?:成绩|佳绩|局面|态势)|标准箱|标箱|集装箱|时间|月时间")
"""运送货物7万个(标准箱): in what it is counted, not what."""
_OF_THEM = re.compile(
    r"(?<=(?:项目|企业|工程|问题))的[\u3400-\u9fff]{0,4}(?:汇报|情况|进展|进度|经验)$"
)
"""15个滞后项目|的进展汇报."""
_NO_THING = re.compile(r"每|左右|是|为(?!民)|中[,的]")
_SHORT = 14
"""Characters; a longer counted noun goes on with names: 4个(建设项目)云湖大桥扩建工程、…"""

_HELPED = re.compile(r"(?:为|帮助|协助|帮|助力|支持|指导|推动|组织|动员)(?:了|近|超|约|超过)?$")
_WHOM = re.compile(
    r"[\u3400-\u9fff]{0,6}?(?:企业|主体|商户|农户|单位|家庭|群众|学生|项目)(?=[\u3400-\u9fff]{2})(?!家|人|单位|主体|商户|用户|工程)"
)
"""为12家(市场主体)|融资: who is helped, without the help."""

_MAKES = re.compile(
    r"(?:创造|获得|带来|形成|争取|落实|下达|拨付|发放|新增|增加|减免|节约|上缴|筹集|募集|兑现|化解|收回|建成|采购)(?:到|了)?(?:近|约|超|超过|逾|将近)?$"
)
_NOUN = re.compile(r"的?(?P<noun>[\u3400-\u9fff]{2,10}?)(?=[,;。、及和并]|$)")
_SPENT = re.compile(r"(?:投入|投资|斥资|出资|耗资|安排)(?:了)?(?:近|约|超|超过|逾|将近)?$")
_ON = re.compile(
    r"(?:资金)?(?:建设|实施|办理|用于|改造|修建|打造|推进|开展|辦理|實施|改造)的?(?P<noun>[\u3400-\u9fff]{2,12}?)(?=已|[,;。、]|$)"
)
_RATE = re.compile("户均|人均|年均|平均|每|同比|较|比")
_LAST_NOUN = re.compile("的([\u3400-\u9fff]{2,10})$")
_FOLLOWING = re.compile(
    r"(?![为是每]|户均|人均|年均|平均)(?:[\u3400-\u9fff]{2,24}?(?:项目|工程|基地)|[\u3400-\u9fff]{2,14}(?![\u3400-\u9fff]))"
)


def is_rank(sighting: Sighting) -> bool:
    """Tell whether a number is a place in a ranking, not persons (13位嘉宾)."""
    return sighting.amount.unit == "位" and bool(_RANK.match(sighting.raw))


def noun(text: str, sighting: Sighting) -> Range | None:
    """Return the counted thing after the number: 51个(市级攻坚项目)."""
    unit = sighting.amount.unit
    if unit in SHARE_UNITS or unit in units.MONEY_UNITS or is_rank(sighting):
        return None
    start = sighting.end + (text[sighting.end : sighting.end + 1] == " ")
    if next_to := _ADJACENT.match(text, start):  # 9条|85公里县乡道路: of the same roads
        start = next_to.end()
    if levels := _LEVELS.match(text, start):
        found = _noun(text, sighting, levels.end())
        return found and (levels.start(), found[1])
    return _noun(text, sighting, start)


def _noun(text: str, sighting: Sighting, start: int) -> Range | None:
    """Return the noun from `start`, a place after its number."""
    if kinds := _KINDS.match(text, start):
        start = kinds.end()
    if top := _TOP.match(text, start):
        return top.span()
    if listed := _LISTED.match(text, start):
        return listed.span()
    run = _COUNTED.match(text, start)
    if not run:
        return None
    start = run.start() + (run.group()[0] == "的")
    quoted = text.find('"', start + 1, run.end()) + 1 if text[start : start + 1] == '"' else start
    cut = _STOP.search(text, quoted, run.end())
    end = cut.start() if cut else run.end()
    if (both := _BOTH.match(text, start)) and both.end() > end:
        return both.span()
    if (done := _DONE.match(text, start)) and text[sighting.start - 1 : sighting.start] != "、":
        return start, done.end()
    helped = _HELPED.search(text, 0, sighting.start)
    if helped and (whom := _WHOM.match(text, start, end)):
        return whom.span()
    if end - start > _SHORT and (named := _NAMED.match(text, start, end)):
        return start, named.end()
    if loose := _MANNER.search(text, start, end):
        end = loose.start()
    if _AMONG.search(text, start, end) and end - start > 2:
        end -= 1
    elif (
        state := _STATE.search(text, start, end)
        or _PART_OF_THEM.search(text, start, end)
        or _OF_THEM.search(text, start, end)
    ):
        end = state.start()
    if runs_on(text, end) and ONE.match(text, start):
        end = start + 1
    if end - start == 1 and ONE.match(text, start) and sighting.amount.unit == "个":
        return start, end
    if _NO_THING.match(text, start, end) or _UNIT_LIKE.fullmatch(text, start, end):
        return None
    if _MEASURED.search(text, start, end) and _NUMBER_NEXT.match(text, end):
        part = _NAMED.match(text, start, end)  # 3个(新签约项目)到位资金4030万元
        return part.span() if part and part.end() < end else None
    if end - start >= 2:
        return start, end
    if _RATE.match(run.group()):
        return None
    head = _LAST_NOUN.search(run.group())  # 13家承担…指标的区直单位
    return (run.start() + head.start(1), run.end()) if head else None


def done(text: str, sighting: Sighting) -> Range | None:
    """Return what was done with those counted where nothing else is said of them: 1个(已完工)、8个(在建)."""
    if sighting.amount.unit not in ("个", "项", "家"):
        return None
    run = _DONE_ALONE.match(text, sighting.end)
    return run.span("deed") if run else None


def runs_on(text: str, end: int) -> bool:
    """Tell whether a noun that ends at `end` may be that of the number right after it: 改厕27座|改圈41个."""
    return text[end : end + 1].isdigit() and not _ENDS_COUNTABLE.search(text, max(0, end - 6), end)


def state(text: str, found: Range) -> Range | None:
    """Return what a bare counted noun does, to its clause's end: 15个项目(达到开工标准), else None."""
    if not _PLAIN.fullmatch(text, *found):
        return None
    run = _STATE_OF.match(text, found[1])
    return run.span("state") if run else None


def having(text: str, low: int, sighting: Sighting) -> tuple[Range, Range] | None:
    """Return what things do of which a number is, and the things: (行业大类)中有17个(实现正增长)."""
    if sighting.amount.unit in SHARE_UNITS | units.MONEY_UNITS or is_rank(sighting):
        return None
    things = _HAVING.search(text, low, sighting.start)
    does = _DOES.match(text, sighting.end)
    return (does.span("state"), things.span("things")) if things and does else None


def deed(text: str, low: int, sighting: Sighting) -> Range | None:
    """Return what was done with the things counted, right before the number: (集中开工)16个项目."""
    run = _DEED_BEFORE.search(text, low, sighting.start)
    return run.span("deed") if run else None


def part(text: str, sighting: Sighting) -> tuple[Range, ...]:
    """Return what the part of a group does and the group: 49%的(游客)(选择省内游), () for no such share."""
    if sighting.amount.unit != "%":
        return ()
    run = _PART.match(text, sighting.end)
    if not run:
        return ()
    return tuple(run.span(name) for name in ("what", "group") if run[name])


_CUT_OFF = re.compile(r"[不未没沒无無]$")
_DENIES = re.compile(
    r"(?:因[^,;。]{1,24}?)?(?:仍然?|还|還|尚|至今|均|都|目前)*(?:(?:处于|處於)?(?:停产|停工|停建|停业|滞后|停產|停業|滯後)|未(?!来)|没有?|沒有?|无法|無法|不(?:达标|合格|到位|足|符合|能|達標))"
)
_WHOLE_STATE = re.compile(r"[\u3400-\u9fff]{2,14}?(?=[,;。]|$)")


def denied(text: str, found: Range) -> Range | None:
    """Return a counted noun with the word that denies its state, empty where that stands apart.

    4个(小区室温不达标), 17个(项目尚未开工): without it the noun would tell the opposite. None where
    nothing denies it.
    """
    start, end = found
    if text.startswith("率", end):  # 11家(企业产能利用)率不到50%: cut within a word
        return start, start
    cut = bool(_CUT_OFF.search(text, start, end))
    if not cut and not _DENIES.match(text, end):
        return None
    whole = _WHOLE_STATE.match(text, start)
    return whole.span() if whole and whole.end() > end else (start, start)


def made(text: str, low: int, sighting: Sighting) -> Range | None:
    """Return the noun after an amount of money that was made or given: 创造2亿元(税收)."""
    if sighting.amount.unit not in units.MONEY_UNITS:
        return None
    if not _MAKES.search(text, low, sighting.start):
        return None
    run = _NOUN.match(text, sighting.end)
    return run.span("noun") if run and not _STOP.match(text, run.start("noun")) else None


def spent_on(text: str, low: int, sighting: Sighting) -> Range | None:
    """Return what an amount of money was spent on: 投入3亿元改造(供水管网)."""
    if sighting.amount.unit not in units.MONEY_UNITS or not _SPENT.search(
        text, low, sighting.start
    ):
        return None
    run = _ON.match(text, sighting.end)
    return run.span("noun") if run else None


def following(text: str, low: int, high: int) -> Range | None:
    """Return the words right after the number: 100%(开工建设), 50亿(大项目)."""
    run = _FOLLOWING.match(text, low)
    if run and _MEASURED.search(run.group()) and _NUMBER_NEXT.match(text, run.end()):
        return None
    return (low, min(run.end(), high)) if run and min(run.end(), high) - low >= 2 else None
