"""Tell what means the article's own place, and what points back at a name: 我市, 全区, 该镇, 该项目.

What an article says of nobody else is said of its own place: the region it was filed under, or
the place that it calls its own. A word that points back means the nearest earlier name of its ending.
"""

import re

from briefing.grounding.reading import Reading, Sentence, once
from briefing.grounding.subjects import MAX_BACK, place_in_paragraph, rivals, stem

_LEVELS = ("村", "镇乡", "区县旗", "市", "州盟", "省")
_OWN_WORD = re.compile("我们?([省市区县旗州盟镇乡村])(?![场长级])")
_ZONES = re.compile("(?:新区|开发区|经开区|高新区|街道)$")


def calls_itself(text: str, first: int, last: int) -> str:
    """Return the word by which text[first:last] names the article's own place (我市), else ""."""
    found = _OWN_WORD.search(text, first, last)
    return found[0] if found else ""


@once
def own_names(reading: Reading) -> frozenset[str]:
    """Return the words that mean the article's own place: 云岭区, 云岭, 全区, 我区.

    Its region tells, or the word by which the text calls it (我市); of several the smallest.
    """
    names: set[str] = set()
    letters = set(_OWN_WORD.findall(f"{reading.titles}\n{reading.words}"))
    if reading.region:
        place = reading.region[-1]
        letters = {one for one in letters if _level(one) < _level(place[-1])} or {place[-1]}
        names |= {"".join(reading.region[first:]) for first in range(len(reading.region))}
        names |= {place, stem(place)}
        if zone := _ZONES.search(place):
            names.add(zone[0])
    smallest = min(map(_level, letters), default=0)
    return frozenset(
        names | {who + one for one in letters if _level(one) == smallest for who in "全我本"}
    )


def _level(letter: str) -> int:
    """Return the rank of a place by the letter its name ends in, 0 for a village."""
    return next((place for place, level in enumerate(_LEVELS) if letter in level), len(_LEVELS))


def has_office(reading: Reading, subject: str) -> bool:
    """Tell whether the article names an office of `subject`, so that it is a place: 新城|管委会."""
    return any(f"{subject}{office}" in reading.words for office in _OFFICES)


_OFFICES = ("管委会", "党工委", "工委", "党委", "政府", "办事处")
THING = "公司|集团|酒店|医院|银行|学校|大学|中学|小学|厂|合作社|项目|工程|产业园|园区|苑|[一二三四]期|大厦|广场|小区|社区|大桥|大道|隧道|高速|铁路|机场|基地|[东南西北]延段|商贸城|汽车城"
_THING_FIRST = re.compile(
    rf"(?:^|[,:;。的]|--)\"?([\u4e00-\u9fff][\u4e00-\u9fff\"a-z\d]{{1,18}}?(?:{THING}))(?![\u4e00-\u9fff]{{0,2}}个)"
)
_CLASS = re.compile(
    "[本此这该]|集中|[\u4e00-\u9fff]*(?:以[上下内]|[亿千百]万?元?|[型类](?:项目|企业)|合同|签约)|重点|重大|新|全|各|所有|其中|外[资商]|内资|民营|民间|工业|规上|规模|限上|骨干|龙头|中小|小微|在建|续建|竣工|签约|产业|基础设施|民生|省|市|区|县|亿元|招商|共|累计|已|完成"
)


_COUNTED = re.compile(r"\d[个家项座条所件]")


def thing_before(text: str, first: int, last: int) -> str:
    """Return a company, building or project that text[first:last] tells of, else "" (a class is none)."""
    for found in _THING_FIRST.finditer(text, first, last):
        if not _CLASS.match(found[1]) and not _COUNTED.search(found[1]):
            return found[1]
    return ""


def another_runs(reading: Reading, sentence: Sentence, subject: str) -> str:
    """Return who the paragraph goes on about right before `sentence`, where that is not its own place."""
    place = place_in_paragraph(reading, sentence)
    for earlier in reversed(reading.paragraph(sentence)[max(0, place - 3) : place]):
        text = earlier.text
        head = min(len(text), 16)
        if any(name in text[:head] for name in own_names(reading)):
            return ""
        if other := rivals(text, 0, head, subject) or thing_before(text, 0, head):
            return other
    return ""


def named_last(text: str, last: int, ending: str) -> int:
    """Return where the last name of a place or thing with this `ending` ends in text[:last], -1 for none."""
    place = last
    while (place := text.rfind(ending, 0, place)) >= 0:
        before = text[max(0, place - 3) : place]
        quoted = text.count('"', 0, place) % 2 == 1
        if not quoted and re.search(r"[\u4e00-\u9fff]$", before) and not _NO_NAME.search(before):
            return place + len(ending)
    return -1


_NO_NAME = re.compile(r"(?:[该此这本我全各其个家项镇多]|[^\u4e00-\u9fff]|的|新建|重点|开工)$")
_POINTED = re.compile(
    "[该此这](省|市|区|县|旗|州|盟|镇|乡|村|街道|园区|公司|集团|企业|项目|工程|学校|医院|银行)|"
    "[全我本](市|区|县|旗|镇|乡|村|街道)"
)


def pointed_at(
    reading: Reading, sentence: Sentence, last: int, subject: str
) -> tuple[int, int] | None:
    """Return where text[:last] of the sentence points back at `subject` (该镇, 全镇, 该项目), else None.

    The word means the nearest earlier name of its ending, in the sentence or the paragraph.
    """
    text = sentence.text
    for word in reversed(list(_POINTED.finditer(text, 0, last))):
        ending = word[1] or word[2]
        if not subject.endswith(ending):
            continue
        end = named_last(text, word.start(), ending)
        if end >= 0:
            return word.span() if text[:end].endswith(subject) else None
        place = place_in_paragraph(reading, sentence)
        for earlier in reversed(reading.paragraph(sentence)[max(0, place - MAX_BACK) : place]):
            end = named_last(earlier.text, len(earlier.text), ending)
            if end >= 0:
                return word.span() if earlier.text[:end].endswith(subject) else None
        return None
    return None
