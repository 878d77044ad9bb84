"""Tell whose number it is: the place, office or company that stands before its metric.

Offsets count in the folded sentence. A place is told by its last character (云岭区, 泉水镇), so the words
before it are looked at too: 安排全市, 集中开工和县 and 内江市级 are no places.
"""

import re

from briefing.facts.folding import fold

Range = tuple[int, int]

_HAN = r"[\u3400-\u9fff]"
_PLACE = re.compile(
    rf"(?P<place>[全我本][市区县省州旗镇国]|{_HAN}{{1,7}}?(?:省|市|新区|区|县|州|旗|镇|乡|街道|开发区|集团|公司|村)(?![级域辖府委场局院校村镇街间里份]|内(?!资)|外(?![贸资商来])|直(?!播)|民(?![间营生办])|政(?!务)|长(?!江|期)))(?={_HAN}{{2,}})"
)
_NO_PLACE = re.compile(
    r"^[占即由是的按据对在从与和距以为于到把被将其某]|拉动|推动|带动|蝉联|继续|位列|居|合计|省市|城镇|农村|老旧|示范|片区|小区|高于|低于|超过|社区|园区|景区|城区|辖|各|等|国家级|省级|市级|区级|"
    r"县级|重点|工业|一般|实施|^[镇街乡村]|^新(?!区)|完成|实现|以上|以下|上年|上月|线[上下]|网上|上报|上涨|下降|城市|都市|超市|股市|楼市|门市|上市|地区|[这那该其们]|[全我本].*[全我本]|"
    r"安排|到位|集中|实际|改造|升级|年初|续建|新建|在建|开工|签约|引进|推进|新增|建成|监测|提升|外省|外资|(?<!呼)和(?![平田县静顺政林布硕])|及|跨|多个|所有|部分|试点|行政|贫困|受灾|中心|项目|总投资|累计|投资|增长|总量|增加|每年|[一二三四五六七八九十]区|[他她你]|县市|市县|城乡|进乡|进村|父母|带动|流转|打造|下沉|^[沿驻入进]"
)
_ACHIEVED = re.compile(
    r"(?<=[\u3400-\u9fff]{2})(?<!提前)(?<!超额)(?<!按期)(?<!如期)(?<!全面)(?<!上报)(?:[\d-]+月)?(?:累计|已|共|全年)?(?:实现|完成|达到|取得)(?=[\u3400-\u9fff]{2})"
)
_ADVERB = re.compile(
    r"分别|均已?|[已共也还又并]+|提前|超额|累计|其中|目前|全部|年内|全年|预计|年可|可"
)
_ALONE = re.compile(rf"{_HAN}{{1,6}}(?:省|市|区|县|州|旗|镇|乡|街道|开发区)")
_OUR = re.compile(r"[我本][市区县省州旗镇国]")


def place(text: str, start: int, end: int) -> Range | None:
    """Return where text[start:end] begins with a place, office or company, else None."""
    found = _PLACE.match(text, start, end)
    if found and not _NO_PLACE.search(found["place"]):
        return found.span("place")
    return None


def alone(words: str) -> bool:
    """Tell whether `words` are a place and nothing else: 临水县82.4%、高坪区79.1%."""
    folded = fold(words)
    return bool(_ALONE.fullmatch(folded)) and not _NO_PLACE.search(folded)


def achiever(text: str, start: int, end: int) -> tuple[Range | None, int] | None:
    """Split text[start:end] at 实现 or 完成: who did it (None for an adverb), and where what begins."""
    verb = _ACHIEVED.search(text, start, end)
    if verb is None or verb.end() + 3 > end:
        return None
    who = (start, verb.start())
    if text[verb.start() - 1] in "仅只才":
        who = (start, verb.start() - 1)
    named = verb.start() - start > 2 and not _ADVERB.fullmatch(text[slice(*who)])
    return (who if named else None), verb.end()


def is_ours(words: str) -> bool:
    """Tell whether words only point at the writer's place: 我市."""
    return bool(_OUR.fullmatch(fold(words)))
