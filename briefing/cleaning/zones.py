"""Functional zones: 新区, 开发区, 高新区 and the like, which no register of counties holds.

In:  weighted texts (folded), and the names of the places above.
Out: the zone that the page is about, without the name of its city; None when there is none.

A zone has no fixed list, so its name is read off the page: of the letters before 新区, as many
as come back each time.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

_KIND = re.compile(
    r"新区|经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新技术开发区|高新区|开(?<![经济新技术产业]开)发区|综合保税区|保税港区|旅游度假区|新城(?!区|建|镇|市)"
)
_HEAD_MAX = 6
_HEAD = re.compile(r"[\u4e00-\u9fff]{0,6}$")
ALONE = (
    "高新区",
    "经开区",
    "经济技术开发区",
    "经济开发区",
    "高新技术产业开发区",
    "高新技术开发区",
)
_NO_NAME = re.compile(
    r"(?:推动|推进|建设|支持|全面|加快|关于|进入|走进|位于|来到|打造|聚焦|围绕|赋能|助力|服务|城市|老城|国家级?|省级|市级|级|个|各|该|全|本|和|与|及|对|为|向|由|以|从|到|把|的|了|让|给|将|年|月|日|功能|大|我们|成为|展现|示范|首个|唯一|西部|东部|南部|北部|中部|沿海|沿江)$"
)
_START = r"(?:(?<![\u4e00-\u9fff\d])|(?<=[的在到由从与和据对向])|(?<=中共)|(?<=访问))"
_OF_NAME = r"(?![县市区乡镇])[\u4e00-\u9fff]"
# The rank behind a name of three letters (then there is a group) or two; ranks are rarer than starts.
_UNLISTED = re.compile(
    rf"[县市区乡镇](?:(?<={_START}{_OF_NAME}{_OF_NAME}{_OF_NAME}.)()|(?<={_START}{_OF_NAME}{_OF_NAME}.))"
    rf"|街道(?:(?<={_START}{_OF_NAME}{_OF_NAME}{_OF_NAME}..)()|(?<={_START}{_OF_NAME}{_OF_NAME}..))"
)
_ROW_BEHIND = re.compile(r"、[\u4e00-\u9fff]{1,4}(?:[县市区乡镇]|街道)")
_ROW_AHEAD = re.compile(r"[县市区乡镇道]、$")
# 城区, 园区, 超市: common nouns and no names.
# What follows a unit's name more often than it follows a common noun.
_BEHIND = re.compile(
    r"[委人政议办召举开发住教财工农交应市商文新融广发电卫林水统审融第今各推加聚招重医监公检法纪党宣科信退投数管一二三四前首“\",。的::(\s\d]|民政|机关|全|[\u4e00-\u9fff]{2}(?:街道|[镇乡])|$"
)
_NOUN = re.compile(
    r"(?:[主老新东西南北]城|中心城|郊|矿|园|社|小|辖|景|灾|校|库|厂|牧|营|战|特|片|街|专|地|(?:深|大|石|偏远|贫困)山|国有林|住宅|工业|商务|商业|开发|高新|经开|示范|试验|实验|保税|保护|度假|旅游|"
    r"风景|功能|核心|中心|安置|拆迁|苏|产业|合作|引领|先行|集聚|集中|生活|办公|施工|作业|生态|加工|物流|服务|展|管理|行政|自治|革命老|贫困|学|疫|封控|管控|防范|[\u4e00-\u9fff]新|风险|缓冲|禁|限|赛|滞洪|院|病|厅)区$"
    r"|(?:(?:中心|文明|智慧|旅游|卫生|森林|园林|海绵|历史|沿海|港口|省会|宜居|国际|特大|口岸|资源|示范|创新|试点)城|门|股|超|上|夜|集|菜|早|楼|都|入|牛|退|地级|县级|直辖|省辖|设区)市$"
    r"|[\u4e00-\u9fff]{2}城市$|(?:大|强|百强|邻|市|穷|贫困|脱贫|省)县$|(?:乡|城|小|重|强|各|街|集|冷)镇$|(?:家|城|水|故|返|下|回|入|梦|侨|老)乡$"
)
# What no name holds: 上午, and whose unit it is (对我市, 促进该区).
_PARTS = re.compile(
    r"[访赴造省为是在于的了将向到由被把让给县旗份个等月我该各此其这那座某几说]|[上下]午|[二三四五六七八九十两]$|全[市区县国省]|一流|本[市区县]"
)
# Where a zone's name ends to the left: 关于推进|青云开发区.
_VERB = re.compile(
    r"推进|推动|促进|加快|加强|建设|支持|关于|走进|走近|进入|来到|位于|打造|聚焦|围绕|赋能|助力|服务|调研|视察|考察|深入|前往|落户|入驻|参观|检查|督导|发展|改革|实施|印发|书记|主任|传达|完成|按照|根据|贯彻|落实|学习|召开|举行|出席|参加|组织|开展|安排|部署|研究|审议|听取|汇报|报告|通报|实现|带动|引领|深化|但凡|凡是|作为|成为|所有|部分|有关|相关|其[他它]|代表|另据|又据|多个|周边|整个|由于|针对|确保|力争|争取|坚持|通过|随着|结合|考核|兄弟|先进|贫困|试点|虽然|但是|因此|同时|目前|此外|其中|文旅|对话|专访|访谈|走访|探访|直击|对接"
)
_HOUSE = re.compile(r"[\u4e00-\u9fff]{0,6}(?:酒店|宾馆|大厦|公司|花园|小区)")  # named after a zone
_ORGAN = re.compile("党工委|工委|管委|党委|纪工委|党政|全区")
_COUNTED = "一二三四五六七八九十两各全多某本该我你他"
_ENOUGH = 3.0
_ABOUT = 2.0
_OFTEN = 3


def common(name: str) -> bool:
    """True for 城区, 园区, 全市, 市区 behind a name: no names of their own."""
    return (
        (len(name) == 1 and name != "县")
        or name[0] in _COUNTED + "在对将和与为是有到从向由以的之把让给市"
        or name in ("港区", "新区", "城区", "滨海区")
        or _NOUN.search(name) is not None
        or _KIND.search(name) is not None
    )


def find_unlisted(texts: Sequence[tuple[str, float]], least: float = 2.0) -> str | None:
    """Return the county, city or township that the page is about though no register has it.

    The only county that a page names needs no second mention beyond a weight of `least`.
    """
    named: defaultdict[str, float] = defaultdict(float)
    towns: defaultdict[str, float] = defaultdict(float)
    whole = "\n".join(text for text, _ in texts)
    for text, weight in texts:
        for match in _UNLISTED.finditer(text):
            end = match.end()
            name = text[match.start() - (2 if match.lastindex is None else 3) : end]
            if _ROW_BEHIND.match(text, end) or _ROW_AHEAD.search(text[: end - len(name)][-2:]):
                continue  # one of many: 甲县、乙县
            if _may_be_name(name) and (_BEHIND.match(text, end) or whole.count(name) >= _OFTEN):
                (towns if name[-1] in "乡镇道" else named)[name] += weight
    enough = least if len(named) == 1 else 2 * _ENOUGH
    return _steadiest(named, enough) or _steadiest(towns, 2.5 * _ENOUGH)


@lru_cache(maxsize=4096)
def _may_be_name(name: str) -> bool:
    """True for letters and rank that are no common noun and no piece of a sentence."""
    head = name.removesuffix("街道") if name[-1] == "道" else name[:-1]
    return not (
        head[0] in _COUNTED
        or _NO_NAME.search(head)
        or _NOUN.search(name)
        or _PARTS.search(head)
        or _VERB.search(head)
    )


def find(texts: Sequence[tuple[str, float, bool]], above: Sequence[str]) -> str | None:
    """Return the zone's name; a zone of running text must once head a clause or have an office.

    The third of each text says that it is running text: 到青云新区展馆、青云新区车站 is a tour.
    """
    named: defaultdict[str, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    acting: list[str] = []
    for text, weight, prose in texts:
        for match in _KIND.finditer(text):
            if _HOUSE.match(text, match.end()):
                continue
            found = _HEAD.search(text, max(0, match.start() - 6), match.start())
            head = found.group() if found else ""
            _count(head, match.group(), weight, above, named, alone)
            of_place = any(place in head for place in above)
            if not prose or of_place or _acts(text, len(head), *match.span()):
                acting.append(head + match.group())
    name = _steadiest(named, _ENOUGH)
    if name and any(head.endswith(name) for head in acting):
        return name
    if alone:
        kind, count = max(alone.items(), key=lambda item: item[1])
        if count >= _ENOUGH:  # 高新区 in the title, 青云高新技术产业开发区 in the text
            own = {name: n for name, n in named.items() if kind[0] in name and name not in ALONE}
            whole = _steadiest(own, _ABOUT)
            return whole if whole and any(head.endswith(whole) for head in acting) else kind
    return None


def _acts(text: str, head: int, start: int, end: int) -> bool:
    """True for a zone at the head of a clause, `head` letters before its kind, or with its office."""
    heads = head < _HEAD_MAX and text[start - head - 1 : start - head] != "、"
    return heads or _ORGAN.match(text, end) is not None


def _steadiest(named: dict[str, float], enough: float) -> str | None:
    """Return the longest name that comes back nearly as often as the shorter ones within it."""
    top = max(named.values(), default=0)
    if top < enough:
        return None
    steady = [name for name, count in named.items() if count * 10 >= top * 6]
    return max(steady, key=lambda name: (len(name), named[name]))


def _count(
    head: str,
    kind: str,
    weight: float,
    above: Sequence[str],
    named: defaultdict[str, float],
    alone: defaultdict[str, float],
) -> None:
    """Count every name that this mention may give."""
    for place in above:
        at = head.rfind(place)
        if at >= 0:
            head = head[at + len(place) :]
            if not head and kind in ALONE:
                alone[kind] += weight
                return
    if kind in ALONE and not head:
        alone[kind] += weight * 0.5
    for length in range(2, len(head) + 1):
        name = head[-length:]
        if _PARTS.search(name) or _VERB.match(name):
            break
        if _VERB.match(head, max(0, len(head) - length - 1)):
            continue  # 加|强青云开发区
        if not _NO_NAME.search(name):
            named[name + kind] += weight
