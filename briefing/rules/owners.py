"""Tell whose number it is: the place, office or company that stands before its metric.

Offsets count in the folded sentence. A place is told by its last character (云岭区, 泉水镇), so the words
before it are looked at too: 安排全市, 集中开工和县 and 内江市级 are no places.
"""

import re
from dataclasses import dataclass

from briefing.facts.folding import fold
from briefing.rules.when import periods

Range = tuple[int, int]

_HAN = r"[\u3400-\u9fff]"
_PLACE = re.compile(
    rf"(?P<place>[全我本][市区县省州旗镇国]|{_HAN}{{1,7}}?(?:省|市|新区|区|县|州(?![市区县乡镇])|旗|镇|乡|街道|开发区|集团|公司|村)(?![级域辖府委场局院校村镇街间里份路桥渠]|内(?!资)|外(?![贸资商来])|直(?!播)|民(?![间营生办])|政(?!务)|长(?!江|期)))(?={_HAN}{{2,}}|[A-Z\d])"
)
_NO_PLACE = re.compile(
    r"^(?:办理|整合|壮大|优化|深化|强化|落实|巩固|完善|盘活|承办|交办|督办|受理|协调|组织|召开|统筹|摘得|荣获|力争|确保|奋战|抢抓|紧盯|聚焦|围绕|坚持|做好|抓好|加快|加强|加大|打好|谋划|策划|储备|申报|争创|创建|调整|扩大|发展|开展|举办|参加|出席|观摩|督导|检查|考察|调研|视察|慰问|走访|看望|资助|救助|培训|招聘|输送|转移|安置|搬迁|清理|拆除|改善|解决|满足|保障|维护|更新|铺设|种植|养殖|栽植|播种|收获|销售|生产|制造|加工|研发|引导|鼓励|动员|发动|号召|要求|强调|指出|表示|介绍|说明|反映|显示)|^[排列居占即由是的按据对在从与和距以为于到把被将其某给让使]|^[^全我本新][区乡村镇]$|(?<=.)对|产业|指标|增速|增幅|合同|城市$|^(?:超|来|利用|使用|争取|吸引|服务|支持|帮扶|列入|纳入|入选|获得|获批|走进|来自|位于|覆盖|辐射|涵盖|涉及|对接|联合|助力|深入|前往|成为|跃居|领跑|招引|培育|建设|[月年]底|期间|通过|分别|硬化|绿化|整治|修建|铺设|此次|本次|途经|途径)|比(?!如)|较|送|(?<=.)到|(?<=.)进(?!贤)|棚户|主城|旧城|老城|新城区|库区|港区|县区$|保税|功能区|拉动|推动|带动|蝉联|继续|位列|居|合计|省市|城镇|农村|老旧|示范|片区|小区|高于|低于|超过|社区|园区|景区|名胜区|保护区|风景区|^城区|[主老新旧心县市]城区|辖|各|等|国家级|省级|市级|区级|"
    r"县级|重点|工业|一般|实施|^[镇街乡村]|^新(?!区)|完成|实现|以上|以下|上年|上月|线[上下]|网上|上报|上涨|下降|城市|都市|超市|股市|楼市|门市|上市|地区|[这那该其们]|[全我本].*[全我本]|"
    r"安排|到位|集中|实际|改造|升级|年初|续建|新建|在建|开工|签约|引进|推进|新增|建成|监测|提升|外省|外资|(?<!呼)和(?![平田县静顺政林布硕])|及|跨|多个|所有|部分|试点|行政|贫困|受灾|中心|项目|总投资|累计|投资|增长|总量|增加|每年|[一二三四五六七八九十]区|[他她你]|县市|市县|城乡|进乡|进村|父母|带动|流转|打造|下沉|^[沿驻入进]"
)
_ACHIEVED = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?<!提前)(?<!超额)(?<!按期)(?<!如期)(?<!全面)(?<!上报)(?:[\d-]+月)?(?:累计|已|共|全年|预计)?(?:实现|完成|达到|取得)(?=[\u3400-\u9fff]{2})"
)
_ALONE = re.compile(rf"{_HAN}{{1,6}}(?:省|市|区|县|州|旗|镇|乡|街道|开发区|(?<![乡全])村)")
_ADVERB = re.compile(
    r"分别|均已?|[已共也还又并]+|提前|超额|累计|其中|目前|全部|年内|全年|预计|年可|可"
)
_SPENT = re.compile("投资额?")
"""重点项目完成|投资 is told beside what is planned, so that its verb stays."""
_OPENING = re.compile(
    r"(?:其中|此外|另外|同时|目前|当前|截至目前|年初|今年|去年|以来|期间|[上中下]旬|[底末]|[,:\s])+"
)
_WHO = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|村|街道|园|港|口岸|基地|[公学医驿车景]?[司校院站区]|集团|企业|单位|部门|局|委|办|厅|部|中心|银行|机构|合作社|市场|平台|工厂|[厂店社]|全[国省市县区州镇乡]|[国各我])$"
)
"""How somebody who achieves something is called; 第三产业|实现增加值 is the name of a measure."""
_AFTER_TIME = re.compile(r"[一二三四上下前半年季度月底末初旬今去日]+全[国省市区县州旗镇]")
_RANKED = re.compile(r"排|第|居|位[居列]|名列|列|前[一二三四五六七八九十\d]|平均|领先|各|同类|园区")
"""全市|排名第十位: among whom something is ranked, not whose it is."""
_SITE = re.compile(
    rf"(?P<site>{_HAN}{{2,14}}?(?:基地|园区|产业园|公司|集团|学校|医院|合作社))(?=集中|累计|实现|完成|签约|开工|引进|投资|建成)"
)
_OUR = re.compile(r"[我本][市区县省州旗镇国]")


def place(text: str, start: int, end: int) -> Range | None:
    """Return where text[start:end] begins with a place, office or company, else None."""
    found = _PLACE.match(text, start, end)
    if not found:
        return None
    if _AFTER_TIME.fullmatch(found["place"]):
        return found.end("place") - 2, found.end("place")
    return None if _NO_PLACE.search(found["place"]) else found.span("place")


def alone(words: str) -> bool:
    """Tell whether `words` are a place and nothing else: 临水县82.4%、高坪区79.1%."""
    folded = fold(words)
    return bool(_ALONE.fullmatch(folded)) and not _NO_PLACE.search(folded)


_CHAIN = re.compile(
    rf"(?:{_HAN}{{1,5}}?(?:[省市区县州旗镇乡]|街道)){{0,3}}{_HAN}{{2,6}}?(?:[市区县州旗镇乡村]|街道|社区|新城)"
)
_NO_NAME = re.compile("^[全我每年月日季]|^纵使|少数|建制|自然村|假期|入选|列入")


def is_name(words: str) -> bool:
    """Tell whether `words` are the name of a place, with larger ones before it: 云岭区泉水镇石板村."""
    folded = fold(words)
    if not _CHAIN.fullmatch(folded) or _NO_NAME.search(folded):
        return False
    return not _NO_PLACE.search(folded.removesuffix("社区") + "村" * folded.endswith("社区"))


@dataclass(frozen=True, slots=True)
class Achieved:
    """Words cut at 实现 or 完成: `who` did it (None for an adverb), and `what`.

    `somebody` tells that `who` is a place, an office or companies; else it is the head of a measure
    (第三产业|实现增加值).
    """

    who: Range | None
    what: Range
    somebody: bool


def achieved(text: str, start: int, end: int) -> Achieved | None:
    """Cut text[start:end] at its 实现 or 完成, None where it has none with an object."""
    verb = _ACHIEVED.search(text, start, end)
    if verb is None or verb.end() + 2 > end or _SPENT.fullmatch(text, verb.end(), end):
        return None
    last = verb.start() - (text[verb.start() - 1] in "仅只才")
    named = last - start > 1 and not _ADVERB.fullmatch(text[start:last])
    who = (start, last) if named else None
    return Achieved(
        who, (verb.end(), end), last - start > 2 and bool(_WHO.search(text, start, last))
    )


def lead(text: str, start: int, end: int) -> Range | None:
    """Return the place that opens the clause text[start:end], after words of time, else None."""
    for span in reversed(periods(text[start:end])):
        start += span[1]
        break
    if opening := _OPENING.match(text, start, end):
        start = opening.end()
    if found := place(text, start, end):
        return None if _RANKED.match(text, found[1]) else found
    site = _SITE.match(text, start, end)
    return site.span("site") if site and not _NO_PLACE.search(site["site"]) else None


def is_whole(words: str) -> bool:
    """Tell whether words point at a whole place: 全县, 我市."""
    return fold(words)[:1] in ("全", "我", "本")


def is_ours(words: str) -> bool:
    """Tell whether words only point at the writer's place: 我市."""
    return bool(_OUR.fullmatch(fold(words)))
