"""Who is named in a sentence that a number could be of: places, offices, companies, projects.

In:  a sentence. Out: its `Holder`s in order: where each name stands, of what sort it is, and how it
     stands there: at the head of its clause or behind a noun's 的 (`HEAD`), behind a verb (`MID`), as the
     scene of what is told (`AT`: 在|赵庄镇), with its parts (`SCOPE`: 全省|12个市中), or only gone to,
     dealt with, compared with or what another is (`ASIDE`).

A name is read backwards from the word that it ends in (镇, 公司, 项目) to the nearest mark, particle or
verb. What is counted (学校|3所) and what is only a class of things (重点项目) is no holder.
"""

import re
from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from briefing.grounding.reading import Sentence, once

HEAD, MID, AT, SCOPE, ASIDE = "head", "mid", "at", "scope", "aside"
PLACE, OFFICE, THING, OWN, POINT = "place", "office", "thing", "own", "point"

FIRMS = "公司|集团|酒店|银行|厂(?![房商家区长])|合作社|科技(?![含型创人局部园馆城成支企项服进特投奖攻金类])|超市|商场|股份"
_BUILT = (
    "项目|工程|产业园|工业园|物流园|科技园|创业园|园区|苑|花园|大厦|广场|小区|片区|大桥|大道|隧道|高速|铁路|机场|基地|[东南西北]延段|商贸城|汽车城|"
    "电站|水库|港|公园|景区|医院|卫生院|学校|大学|学院|中学|小学|幼儿园|博物馆|图书馆|体育馆|研究院|研究所|实验室|农场(?!主)|林场|牧场|协会|商会|家属院|大院|[新老]院区|(?<=[a-z\\d])线|楼(?![宇市盘房层栋道梯])"
)
THINGS = f"{FIRMS}|{_BUILT}"
"""How the name of a company, a project or a building ends."""
_PLACE = (
    r"(?:街道|社区|新区|开发区|高新区|经开区|自治[区州县]|[省市区县镇乡旗盟]|(?<=[\u4e00-\u9fff])州(?![省市区县])|村)"
    r"(?!下达|交办|[场级值域政民直容委管内外长情界区域块间别划属链道庄落化]|集体|电|企|(?<=县)城|(?<=乡)[村籍贤亲音愁土情间友])"
)
OFFICES = "(?<![局副])局(?![面部势限地])|管委会|委员会|指挥部|办事处|专班|[改健建监纪]委|工委|党委|政府|法院|检察院|支队|大队"
_KINDS = "项目|工程|企业|公司|集团|园区|[新老]院区|学校|医院|银行|基地|合作社|协会"
_END = re.compile(
    rf"(?P<own>我们?[省市区县旗州盟镇乡村](?![场长级])|(?<![安健])全[省市区县旗州盟镇乡村])"
    rf"|(?P<point>[该此这本](?:省|市|区|县|旗|州|盟|镇|乡|村|街道|楼|{_KINDS}))"
    rf"|(?P<phase>[一二三四首]期)|(?P<thing>{THINGS})|(?P<office>{OFFICES})|(?P<place>{_PLACE})"
)
_NO_PLACE = re.compile(
    r"(?:(?:城|地|片|(?:^|[^\u4e00-\u9fff])社|小|园|景|街|厂|校|库|(?:^|[^\u4e00-\u9fff]|[的和及与在对、大荒])山|矿|辖|老|示范|试验|保税|湖|农|红|联|行政|专|商|特|居|住|住宅|工业|功能|聚集|集聚|先导|先行|自贸|贸|枢纽|灾|疫|疆|禁|林|牧|郊|海|战|学|教|分|军|大湾|院|库|镇|新|病|棚户|产|核心|风景|片)区"
    r"|(?:城|都|超|上|地|菜|夜|楼|股|集|门|开)市|(?:城|集|锦|升|夺|乡)镇|(?:城|下|家|故|老|返|离|山)乡|(?:乡|农|行政|城中|山|渔|镇|联|贫困|示范|重点|试点|自然|一)村|(?:贫困|示范|试点|重点|特色)[镇县区乡]|(?:国|党|教|学|商|专|联)(?:旗|盟)|边疆|跨省"
    r"|(?:我|各|该|本|最[大小高低]|十|个|多个|两|兄弟|跨|事长|对|国|全|[一二三四五六七八九十两\d][项大类家条])[省市区县镇乡旗盟州村])$"
)
"""What ends like a place and names none (城区, 超市, 农村)."""
_CLASS = re.compile(
    "[本此这该]|集中|[\u4e00-\u9fff]*(?:以[上下内]|[亿千百]万?元?|[型类](?:项目|企业)|合同|签约)|重点|重大|新(?:开|签|建|增|入|引|上|能源)|全(?!域)|各|所有|其中|外[资商]|内资|民营|民间|工业|规上|规模|限上|骨干|龙头|中小|小微|主体|配套|附属|[开复]+工|投产|落地|引进|申报|实施|未|已|在谈|在建|续建|竣工|签约|产业|基础设施|民生|[省市区县]级|招商|老旧|城乡|[大中小]+型|共|累计|已|完成|入库|多家|部分|一些|有关|相关"
)
"""How the name of a class of things begins (规上|企业, 重点|项目)."""
_AT = "在(?![建岗线校编册职谈])|位于|止于|起于|于|地处|坐落于?|座落于?"
_COMPARED = "[高低快慢优好]于|高出|超过|超出|领先|落后于?|占(?!地)|比(?!亚)|较(?=[全去上同前年])|[居列](?=[全首第前])|排名|排(?=[全第])|蝉联|荣?获[得评]?|评为|认定为?|入选"
_DEALT = (
    "深入|来到|走进|前往|抵达|奔赴|赴|走访|到(?![位期岗账港])|落户|入驻|进驻|来自|考察|调研|拜访|会见|洽谈|对接|参观|观摩|看望|慰问|检查|"
    "与|(?<![合共])同|跟(?!踪)|对(?!口)|向(?!阳)|为|给|从|由|被|把|将(?!军)|让|使(?!用)|令|代表|经(?!济|开|营|贸|理)|按照?|根据|围绕|支持|帮助|指导|针对|关于|(?<![数根证])据|联合|会同|携手"
)
_TAKEN = "签订|签下|签约|推动|推进|加快|实施|启动|投资(?!集团|公司|控股)|建设|建成|共建|打造|引进|新建|改造|完善|调度|管理|承担|做好|做强|做优|做大|抓好|抓实|坚持|聚焦|强化|加强|落实|推介|包装|争取|招引|谋划|储备|培育|扶持|完成|实现|包括|涉及|覆盖|介绍|表示|今年|去年|明年|目前|期间|以来|季度|其中|感谢|讯"
_LINK = r"的|有(?!限)|了|等|是|和|及|暨|、|并|但|而|年(?!产)|月|日|底|末|(?<=[\d万亿])[个家条座项名位次]|每"
_BEFORE = re.compile(
    rf"(?P<at>{_AT})|(?P<aside>{_COMPARED}|{_DEALT})|(?P<taken>{_TAKEN})|(?<=[^,;:。!?\"])(?:{_LINK})"
)
JOINED = re.compile("[、和及与]|以及")
_MARK = re.compile(r"[^\u4e00-\u9fffa-z\d\"()·]")
_LEAD = re.compile(
    r"(?>[一二三四五六七八九十][是要]|据了解|近年来|日处理|平方米|本报讯|今年|去年|目前|当前|截至|截止|以来|期间|其中|同时|此外|另外|据悉|年产|日产|"
    r"近日|日前|随着|当月|当天|明年|年底|本月|累计|千瓦|兆瓦|讯|据|而|但|并|末|底|[\d年月日上下半前后个季度一二三四至万亿吨套件台片只.、+*◆▲●■\"(-])*"
)
"""What may stand before the head of a clause: days and what joins clauses; one way to read each letter."""
_COUNTED = re.compile(r"[共现已]?有?\d")
_NOMINAL = frozenset(["建设", "改造", "投资", "管理", "培育", "储备", "调度"])
_LINKS = frozenset("是及、暨的从")
_CUTS = frozenset("赴据被由比在")
_PARTICLES = frozenset("的和及与等有了是对向为从到把让使给经以该各")
_NUMBER = re.compile(r"[\d\")]+(?:[个家条座项名位次](?![\u4e00-\u9fff]?$))?")
MAX_NAME = 18
"""Letters before its ending that a name is looked for in."""


class Holder(NamedTuple):
    """One who is named: text[start:end] of its sentence."""

    start: int
    end: int
    name: str
    sort: str
    stands: str


_start = attrgetter("start")
MAX_HOLDERS = 300
"""Names of one sentence that are told apart; more are a trap, and nobody is told of there."""


@once
def holders(sentence: Sentence) -> list[Holder]:
    """Return who is named in `sentence`, in order; of a name within a longer one only the longer."""
    text = sentence.text
    found: list[Holder] = []
    for end in _END.finditer(text):
        if len(found) >= MAX_HOLDERS:
            break
        one = _holder(sentence, text, end, found)
        if one is None:
            continue
        while found and found[-1].start >= one.start:
            found.pop()
        found.append(one)
    return found


def crowded(sentence: Sentence) -> bool:
    """Tell whether more are named in `sentence` than are told apart."""
    return len(holders(sentence)) >= MAX_HOLDERS


def _holder(
    sentence: Sentence, text: str, ending: re.Match[str], earlier: list[Holder]
) -> Holder | None:
    """Return who is named by the word that ends at `ending`, None where it is no name."""
    sort, last = str(ending.lastgroup), ending.end()
    if sort in (OWN, POINT):
        return _made(text, ending.start(), last, sort, earlier)
    first = _begin(sentence, ending.start())
    if earlier and earlier[-1].sort in (OWN, POINT):
        first = max(first, earlier[-1].end)
    if sort == "phase":
        if opens(text, ending.start()):
            return _made(text, ending.start(), last, POINT, earlier)
        sort = THING
    core = text[first : ending.start()]
    if sort == PLACE:
        if not core and ending[0] in _ZONES and opens(text, ending.start()):
            return _made(text, ending.start(), last, PLACE, earlier)
        if (
            not core
            or core in _PARTICLES
            or _RANKS.fullmatch(core)
            or core[:1] == "最"
            or core[-1] in "是由的了等"
        ):
            return None
        if _NO_PLACE.search(text[max(first - 1, 0) : ending.start() + 1]):
            return None
        if _is_quoted(text, first, last):
            return None
    elif sort == THING:
        if in_brackets(text, first):
            return None
        bare = ending[0] in _BARE and opens(text, ending.start())
        if bare and not _counts(sentence, last):
            return _made(text, ending.start(), last, POINT, earlier)
        own = [one for one in earlier if first <= one.start and one.sort == PLACE]
        kind = text[own[-1].end : ending.start()] if own else core
        if len(kind) < 2 or kind[-1] == "的" or _CLASS.match(kind) or _counts(sentence, last):
            return None
    elif len(core) < 2:
        return None
    return _made(text, first, last, sort, earlier)


_RANKS = re.compile(r"[省市区县旗镇乡村国各个\d一二三四五六七八九十]+")
_ZONES = frozenset(["新区", "开发区", "高新区", "经开区"])
_BARE = frozenset([*_KINDS.split("|"), "新院区", "老院区"])


def opens(text: str, place: int) -> bool:
    """Tell whether text[place] opens its clause, days and what joins clauses aside."""
    return _LEAD.fullmatch(text, _clause(text, place), place) is not None


def in_brackets(text: str, place: int) -> bool:
    """Tell whether text[place] stands in brackets that open at most `_LONGEST` letters before it."""
    furthest = max(0, place - _LONGEST)
    return text.rfind("(", furthest, place) > text.rfind(")", furthest, place)


def _clause(text: str, place: int) -> int:
    """Return where the clause of text[place] begins, at most `_LONGEST` letters before it."""
    first, furthest = place, max(0, place - _LONGEST)
    while first > furthest and text[first - 1] not in _STOPS:
        first -= 1
    return first


_STOPS = frozenset(",;:。!?")
_LONGEST = 200


def _is_quoted(text: str, first: int, last: int) -> bool:
    """Tell whether text[first:last] stands in a short quotation, a slogan (“项目强镇、产业富镇”)."""
    opened, close = (
        text.rfind('"', max(0, first - _SLOGAN), first),
        text.find('"', last, last + _SLOGAN),
    )
    short = opened >= 0 and 0 < close - opened <= _SLOGAN
    return short and text.count('"', 0, first) % 2 == 1


_SLOGAN = 16


def _counts(sentence: Sentence, place: int) -> bool:
    """Tell whether a number right behind `place` counts what stands before it (学校|3所).

    Not where it is what that has: 家属院共有|1栋楼.
    """
    said = _COUNTED.match(sentence.text, place)
    if not said:
        return False
    seen = sentence.sightings
    index = bisect_right(seen, place + 3, key=_start) - 1
    if index < 0 or seen[index].start < place or seen[index].amount.unit in _MEASURED:
        return False
    return "有" not in said[0] or not _NOUN.match(sentence.text, seen[index].end)


_NOUN = re.compile("(?!以上|左右|以下)[\u4e00-\u9fff]")
_MEASURED = frozenset(["%", "百分点", "倍", "位", "元", "美元", "分", ""])


def _begin(sentence: Sentence, ending: int) -> int:
    """Return where the name begins that ends with the word at `ending`."""
    text, first = sentence.text, max(0, ending - MAX_NAME)
    for stop in _MARK.finditer(text, first, ending):
        first = stop.end()
    if text.count('"', first, ending) % 2:
        first = text.rfind('"', first, ending) + 1
    opened = text.rfind("(", first, ending)
    if opened >= first and text.find(")", opened, ending) < 0:
        first = opened + 1
    for word in _BEFORE.finditer(text, first, ending):
        left = ending - word.end()
        if not left and word[0] in _NOMINAL:
            continue  # 改造|项目
        if (
            left >= 2
            or word["taken"]
            or (left and len(word[0]) > 1)
            or word[0] in _CUTS
            or (left and word[0] in _LINKS)
        ):
            first = word.end()
    seen = sentence.sightings
    index = bisect_right(seen, ending, key=_start) - 1
    if index >= 0:
        first = max(first, min(seen[index].end, ending))
    counted = _NUMBER.match(text, first, ending)
    return counted.end() if counted else first


def _made(text: str, first: int, last: int, sort: str, earlier: list[Holder]) -> Holder:
    return Holder(first, last, text[first:last], sort, _stands(text, first, last, earlier))


_RANKED = re.compile(
    r"[\u4e00-\u9fff]{0,3}平均|排名?|位[居列次]|第[\d一二三四五六七八九十]|前[\d一二三四五六七八九十列]|[首末]位|倒数|[\d一二三四五六七八九十]{1,3}[个大][^,]{1,10}(?:第|首位|末位|排名)"
)
"""After the places among which one is ranked or compared: 全市|排名第2, 全省|平均水平."""
_PARTS = re.compile(r"[\d一二三四五六七八九十]{1,3}[个大][^,]{1,10}中")
_MEETING = re.compile(
    r"[^,;。]{0,16}?(?:会|会议|活动|仪式)(?:上|后|召开|结束|精神|要求)|等\d+[个家项座条所]"
)
"""After a place whose meeting, or a thing that as an example, is named: 全省|投资会议结束后, 产业园|等85个项目."""
_IN = re.compile(r"在(?:\d{4}年?)?$")
_DONE_WITH = re.compile(
    "[^,;。]{0,8}?(?:签|达成|合作|联合|共同|共建|对接|洽谈|举行|座谈|相比|持平|接壤|相邻|交|联|携手|一道)"
)
"""What is done with others: after 与 and a name that is no part of a longer one."""
_NAMES = re.compile("是|分别为|包括|举行|举办|召开")
"""What one who was named before is or does: 和顺苑是…安置小区, 项目有3个,分别为…."""


def _stands(text: str, first: int, last: int, earlier: list[Holder]) -> str:
    """Return how the name text[first:last] stands in its clause."""
    if text[first] == "全" and _RANKED.match(text, last):
        return ASIDE
    if _MEETING.match(text, last):
        return AT if _IN.search(text, max(0, first - 6), first) else ASIDE
    if _PARTS.match(text, last):
        return SCOPE
    if first == 0 or text[first - 1] in ",;:。!?":
        return HEAD
    if in_brackets(text, first):
        return ASIDE
    before = earlier[-1] if earlier else None
    if before and JOINED.fullmatch(text, before.end, first):
        return before.stands
    clause = _clause(text, first)
    if _NAMES.search(text, clause, first):
        return ASIDE
    if text[first - 1] == "的" or _LEAD.fullmatch(text, clause, first):
        return HEAD
    words = [w for w in _BEFORE.finditer(text, max(clause, first - 4), first) if w.end() == first]
    if not words:
        return MID
    if words[-1]["at"]:
        return HEAD if text.startswith(",", last) else AT
    if words[-1][0] in ("与", "同", "跟") and not _DONE_WITH.match(text, last):
        return HEAD  # 船舶与海洋工程装备示范基地
    return ASIDE if words[-1]["aside"] else MID
