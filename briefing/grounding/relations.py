"""How a subject's words and a number come together: apart, dealt out, as an attribute, or through a count.

In:  a sentence, one of its numbers, and the subject that is claimed.
Out: the subject as it is written there, to whom a number is dealt, whose attribute it is, and what counted
     before it relates to.
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding import holders, own_place, subjects, zones
from briefing.grounding.binding import Bound
from briefing.grounding.reading import Reading, Sentence

_NAMES = (
    "省|(?<!城)市|区|县|旗|州|盟|(?<!城)镇|(?<!城)乡|(?<![乡农])村|街道|局|委|办|厅|部|中心|集团|公司|园|院|校|行|站|馆|港|社|厂|店|"
    "企业|大学|平台|基地|大桥|隧道|高速|高铁|机场|项目|工程"
)
"""How the name of a place, an office, a company or a project ends."""

OFFICE = re.compile(rf"(?:{_NAMES})$")
ENTITY = re.compile(rf"(?:{_NAMES}|{holders.THINGS}|全[国省市县区]|国|[a-z])$")
"""What can be a subject from afar."""


def stands_aside(
    sentence: Sentence, inside: tuple[int, int], sighting: Sighting, bound: Bound
) -> str:
    """Return why nothing is told of what stands `inside`: it is only gone to, dealt with, compared with."""
    text, (start, last) = sentence.text, inside
    if subjects.is_visited(text, start):
        return "somebody only goes to"
    if subjects.is_compared(text, start):
        return "it is only compared with"
    if holders.in_brackets(text, start) and ")" in text[last : sighting.start]:
        return "only in brackets stands"
    if _shared(text, inside, sighting.start):
        return "others share it with"
    for one in holders.holders(sentence):
        if not one.start < last <= one.end:
            continue
        longer = one.end > last and one.sort in (holders.THING, holders.PLACE)
        if longer and ENTITY.search(text, start, last):
            return f"{one.name} is not"
        if one.stands == holders.ASIDE and sighting.amount.unit == "位" and one.name[0] == "全":
            return "it ranks among"
        if _AND_OTHERS.match(text, one.end):
            return "others share it with"
        opens = one.stands == holders.AT and holders.opens(text, one.start - 1)
        if one.stands in (holders.ASIDE, holders.AT) and not opens:
            until = min([at for at, _ in bound.pieces if at >= last] + [sighting.start])
            return "it is only done with" if zones.has_content(text[last:until]) else ""
        return ""
    return "it is only where" if _WHERE.search(text, 0, start) else ""


def _shared(text: str, inside: tuple[int, int], number: int) -> bool:
    """Tell whether what stands `inside` is one of a list of which a number is told together.

    甲、乙、丙,共|投入; companies from a |and b invested; projects,including a,|b and c,were signed with.
    """
    start, last = inside
    if not text[start:last].isascii():
        listed = text[start - 1 : start] == "、" or text.startswith("、", last)
        paired = _DEED_AND.search(text, max(0, start - 8), start)
        if paired and words_of.DEEDS.match(text, start):
            return True
        example = text[start - 1 : start] == "、" and _EXAMPLE.fullmatch(text, last, number)
        return bool(example) or (listed and _IN_ALL.match(text, last, number) is not None)
    if _AND_ANOTHER.match(text, last):
        return True
    return bool(_INCLUDING.search(text, 0, start) and _OF_ALL.search(text, last, number))


_IN_ALL = re.compile(r"[^,;。]*,(?:总共|共计?|合计|总计)(?!同)[^,;。]*$")
_DEED_AND = re.compile(rf"(?:{words_of.DEEDS.pattern})[、和与及]$")
_EXAMPLE = re.compile(r"[^,;。]*等")
_AND_ANOTHER = re.compile(
    r" and (?!(?:its|their|the other|other|others)\b)[a-z][^,;.\d]*(?:,with [^,;.\d]*)?(?=\d)"
)
_INCLUDING = re.compile(r"(?:including|such as|namely) [^;.]*$")
_OF_ALL = re.compile(r",(?:were|was|have|has|are|with) ")

_WHERE = re.compile(r"在(?:[\u4e00-\u9fff]{1,8}、)*$")
_AND_OTHERS = re.compile(r"(?:、[^,;。]{1,40})?等\d+[个家项座条所]")
"""After a name that is an example of a group: 甲园、乙园|等85个项目."""


def as_written(reading: Reading, sentence: Sentence, subject: str) -> str:
    """Return `subject` as the sentence has it where its letters do not stand there in one run.

    A number stands within (交办的积案 for 交办的126件积案), its owner stands apart (全区共安排|区级重点项目), or of
    a list it is an item without the list's noun (户外家具 for 户外家具项目 in 户外家具、宠物食品2个项目).
    """
    text = sentence.text
    if subject in text:
        return subject
    owners = {one.name for one in holders.holders(sentence) if one.stands == holders.HEAD}
    for owner in sorted(owners | own_place.own_names(reading), key=len, reverse=True):
        rest = subject.removeprefix(owner)
        if 2 <= len(rest) < len(subject) and rest in text:
            return rest
    for size in range(len(subject) - 1, 1, -1):
        head, tail = subject[:size], subject[size:]
        if head in text:
            within = rf"{re.escape(head)}([、和及与][^,;。]*?)?\d[\d,.]*[亿万]?[\u4e00-\u9fff]{{1,2}}{re.escape(tail)}"
            counted = re.search(within, text)
            if not counted:
                return subject
            listed = counted[1] or text[: counted.start()].endswith("、")
            return head if listed and tail in _KINDS else counted[0]
    return subject


_KINDS = ("项目", "企业", "公司", "工程", "园区")


def related_to(sentence: Sentence, index: int, inside: tuple[int, int], subject: str) -> str:
    """Return the noun counted before that a number relates to (签约项目4个,总投资|19亿元), "" for `subject`."""
    text, seen, home = sentence.text, sentence.sightings, index
    while home and (back := relates(text, seen, home)):
        home -= back
    words = zones.zones(sentence)[home].words
    other = home < index and inside[1] < seen[home].start and subject[-2:] not in words
    return words if other and (zones.measures(seen[home]) or not inside[1]) else ""


def relates(text: str, seen: Sequence[Sighting], index: int) -> int:
    """Return how many numbers before it a number relates to: 0, 1, or 2 (完成任务14亿元的|10%)."""
    if not index:
        return 0
    if index > 1 and text[seen[index - 1].end : seen[index].start] == "的":
        return 2 if _RELATED.match(text, seen[index - 2].end) else 0
    return 1 if _RELATED.match(text, seen[index - 1].end) else 0


_RELATED = re.compile(
    r"[,、]?(?:其中)?(?:共?涉及|惠及|受益|总投资|计划总投资|年度(?:计划)?投资|占(?!地)|完成[\u4e00-\u9fff]{0,10}(?:任务|目标|计划|预算|盘子)|达(?:到)?年|签约(?:总?金?额)|合同(?:总?金?额)|协议(?:总?金?额|投资)|投资总?额|(?:增长|下降|亏损)面|[\u4e00-\u9fff]{2}率)"
)
"""How a number begins that tells of what the number before it counted: 改造小区6个,涉及|居民900户."""


def attributed_to(sentence: Sentence, sighting: Sighting) -> str:
    """Return who has what the number before it tells (投资2.4亿元的|东城回迁楼), "" for nobody."""
    found = _ATTRIBUTES.match(sentence.text, sighting.end)
    if not found:
        return ""
    for one in holders.holders(sentence):
        if one.start <= found.end() < one.end:
            return one.name
    return ""


_ATTRIBUTES = re.compile(
    r"(?:[、和及与][^,;。]{1,24}?\d[^,;。的]{0,8})?的(?:\d[\d,]*[个项家座条所])?"
)


def attribute_of(text: str, sighting: Sighting, subject: str) -> tuple[int, int] | None:
    """Return where the subject stands that the number is an attribute of: 投资9.6亿元的|湖畔二期."""
    for before in (_ATTRIBUTES.match(text, sighting.end), _OF.match(text, sighting.end)):
        if before and text.startswith(subject, before.end()):
            return before.end(), before.end() + len(subject)
    return None


_OF = re.compile("的|:")


def dealt_to(sentence: Sentence, index: int, subject: str) -> str:
    """Return to whom 分别 deals the number where it is another than `subject`, else ""."""
    text, every = sentence.text, zones.zones(sentence)
    zone = every[index]
    if "分别" not in zone.words or len(zone.own) < 2:
        return ""
    name = text[slice(*zone.own[0])].strip(",、")
    others = [text[slice(*other.own[0])] for other in every if other.own and "分别" in other.words]
    short = subject.startswith(name) and any(one.endswith(subject[len(name) :]) for one in others)
    if short:
        return subject  # 省、市级重点项目: 省 is 省级重点项目
    if subject in name:
        return ""
    listed = not ENTITY.search(subject) and any(subject in one for one in others)
    return name if listed or ENTITY.search(name) else ""


def is_attributed(sentence: Sentence, place: int, index: int) -> bool:
    """Tell whether the words at `place` are the noun of a number before, as others are of `index`.

    总投资75亿元的|甲园和总投资52亿元的乙园.
    """
    text, seen = sentence.text, sentence.sightings
    if not text.startswith("的", place - 1) or not text.startswith("的", seen[index].end):
        return False
    return any(other.end == place - 1 for other in seen[:index])


def is_counted(sentence: Sentence, subject: tuple[int, int], index: int) -> bool:
    """Tell whether the words of a subject are the noun of a number before `index`."""
    for other in sentence.sightings[:index]:
        if other.start >= subject[1]:
            between = sentence.text[subject[1] : other.start]
            return "有" not in between and not zones.has_content(words_of.DEEDS.sub("", between))
    return False
