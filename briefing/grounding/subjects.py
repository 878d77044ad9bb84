"""Tell whose a figure or a task is: a place, an office, a company, as the article writes it.

A subject stands in the sentence before the words in question, with no other subject between;
or it is inherited: from the title or the article's own region, from the speaker of the
paragraph, from an earlier sentence of the paragraph. A sentence with a subject of its own
inherits none.
"""

import re

from briefing.grounding.holders import (
    ASIDE,
    AT,
    HEAD,
    OWN,
    PLACE,
    POINT,
    THING,
    Holder,
    crowded,
    holders,
)
from briefing.grounding.holders import opens as opens_clause
from briefing.grounding.own_place import (
    MAX_BACK,
    earlier,
    matches,
    own_names,
    place_in_paragraph,
    pointed_at,
    stem,
    titled,
)
from briefing.grounding.reading import Reading, Sentence
from briefing.grounding.rivals import rival

_AGAINST = re.compile(r"(?:[高低快慢好优]于|高出|超过|占|比|较|居|列)$")
_OFFICE = r"(?:局|委|办|厅|部|中心|集团|公司|街道|镇|乡|区|县|市|办公室|管委会|政府|部门|单位|学院|大学|医院|银行|协会|指挥部|专班|企业|支队|站|所|院)"
_ACTS = r"(?:要|将|应|须|负责|牵头|会同|力争|确保|加快|推进|完成|承担|表示|说|提出|计划|:|指出|介绍|每(?:[年月周週天日季半两兩]|个))"
_BY = r"(?:力争|确保|在|于|到)?(?:20\d\d年|今年|明年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?|年底|年内|[一二三四]季度末?)之?[前内]"
"""A deadline between an office and what it is to do."""

_ACTOR = re.compile(rf"(?:^|[,;:。\"'])([^,;:。\"']{{1,24}}?{_OFFICE})(?:[等]?)(?={_ACTS}|{_BY})")
_SELF = frozenset(
    [
        "园区",
        "公司",
        "集团",
        "企业",
        "项目",
        "学校",
        "医院",
        "我局",
        "全局",
        "单位",
        "本单位",
        "我们公司",
    ]
)
_NO_ACTOR = re.compile(
    r"^(?:推动|支持|引导|鼓励|帮助|促进|组织|指导|服务|培育|协调|加强|督促|发挥|依托|围绕|聚焦|对|与|向|在|为|打造|建设|推进|做强|做优|抓好|完善|优化)"
)
_SPEAKER = re.compile(r"(?:说|表示|介绍|告诉|指出|强调|坦言|称)")


def is_compared(text: str, place: int) -> bool:
    """Tell whether what stands at `place` is only what something is compared with (高于|全省)."""
    return bool(_AGAINST.search(text, max(0, place - 3), place))


def known(reading: Reading, subject: str) -> bool:
    """Tell whether the article, its title or its region names `subject` in full."""
    return subject in reading.words or subject in reading.titles or subject in reading.region


_VISITED = re.compile(
    r"(?:深入|来到|走进|前往|抵达|奔赴|赴|走访|(?<![达增减升降提涨缩])到)(?:[\u4e00-\u9fff]{1,8}、)*$"
)


def is_visited(text: str, place: int) -> bool:
    """Tell whether somebody only goes to what stands at `place`, or to a list that it is in."""
    return bool(_VISITED.search(text, max(0, place - 60), place))


def before(text: str, place: int, subject: str, known: bool = False) -> tuple[int, int] | None:
    """Return the last place where `subject` stands before `place`.

    Its stem counts too (云岭 for 云岭区) where the whole name is `known` to the article.
    """
    for name in (subject, stem(subject)) if known else (subject,):
        found = text.rfind(name, 0, place)
        if found >= 0:
            return found, found + len(name)
    return None


_COUNTED = re.compile(r"[共有计累新增]{0,4}\d[\d,]*[个项家条座所件]")
"""After a noun that a number of its sentence counts: 千万美元以上项目|11个."""


def inherited(
    reading: Reading, sentence: Sentence, subject: str, place: int = 0, *, acting: bool = False
) -> str:
    """Return where text[place] of `sentence` inherits `subject` from, "" where it cannot.

    One who is `acting` is not inherited from a sentence where others act too.
    """
    if speaker := speaker_behind(reading, sentence, place):
        same = subject in speaker.name or stem(subject) in speaker.name
        return f"speaker {speaker.name}" if same else ""
    for told in earlier(reading, sentence):
        text = told.text
        found = _told_of(reading, told, subject, acting=acting)
        other = actor_between(text, 0, len(text), subject) if acting else ""
        if found and other and other not in subject:
            break
        if found and not rival(reading, told, found[1], len(text), subject):
            return f"sentence {told.number}"
        if found or rival(reading, told, 0, len(text), subject, opens=True):
            break
    speaking = _speaker(reading, sentence, subject)
    if speaking:
        return speaking
    regional = acting or {*reading.region[-1:]} <= own_names(reading)
    if (
        regional
        and reading.region
        and (reading.region[-1].endswith(subject) or subject.endswith(reading.region[-1]))
    ):
        return "region"
    found = before(reading.titles, len(reading.titles), subject)
    if any(one.stands == ASIDE and matches(one.name, subject) for one in titled(reading)):
        return ""
    if found and not re.match(
        r"[\u4e00-\u9fff]{1,6}?(?:新区|[区县市镇])(?![级域])", reading.titles[found[1] :]
    ):
        return "title"
    return ""


def _told_of(
    reading: Reading, sentence: Sentence, subject: str, *, acting: bool
) -> tuple[int, int] | None:
    """Return where `sentence` tells of `subject` last, None where it only compares with it, or counts it.

    One who is not `acting` is told of where the name opens a clause or is that of a holder.
    """
    text = sentence.text
    if crowded(sentence):
        return None
    if not acting and (pointed := pointed_at(reading, sentence, len(text), subject)):
        return pointed
    found = before(text, len(text), subject)
    while found is not None:
        counted = subject.endswith(("项目", "企业")) and _COUNTED.match(text, found[1])
        aside = counted or is_compared(text, found[0])
        if not aside and (acting or _is_told_of(sentence, found, subject)):
            return found
        found = before(text, found[0], subject)
    return None


def _is_told_of(sentence: Sentence, found: tuple[int, int], subject: str) -> bool:
    """Tell whether what stands at `found` carries on: it opens a clause, or is a holder that stands alone."""
    text = sentence.text
    for one in holders(sentence):
        if not one.start <= found[0] < one.end:
            continue
        within = one.end > found[1] and one.sort in (THING, PLACE)
        listed = text.startswith(_LISTED, one.end) or text.endswith(_LISTED, 0, one.start)
        scene = one.stands == AT and not opens_clause(text, one.start - 1)
        return not (within or listed or scene or one.stands == ASIDE)
    return subject.isascii() or opens_clause(text, found[0])


_LISTED = ("、", "和", "及", "与")


_POST = re.compile(
    r"[^,;。:\"]{0,8}?(?:书记|主任|[镇县区市乡局部会院厂校站]长|经理|董事长|总裁|负责人)"
)
_BEHIND = 60
"""Letters after a quotation in which the one who said it is named."""


def speaker_behind(reading: Reading, sentence: Sentence, place: int) -> Holder | None:
    """Return whose officer is named as speaker right behind the quotation that text[place] stands in.

    “流转土地900亩。”|石板村党支部书记…: None where no quotation is open or its speaker stood before it.
    """
    text = sentence.text
    opener, until, marks = sentence, place, 0
    for told in (sentence, *earlier(reading, sentence)):
        last = place if told is sentence else len(told.text)
        here = told.text.count('"', 0, last)
        if here and not marks:
            opener, until = told, last
        marks += here
    opened = opener.text.rfind('"', 0, until)
    if marks % 2 == 0 or opener.text.startswith((":", ","), max(0, opened - 1)):
        return None
    told, close = sentence, text.find('"', place)
    if close < 0 or close + 1 >= len(text):
        if sentence.number >= len(reading):
            return None
        told, close = reading.sentence(sentence.number + 1), -1
        if close == -1 and '"' in told.text[:1]:
            close = 0
    for one in holders(told):
        if one.start <= close or one.start > close + _BEHIND or one.sort in (OWN, POINT):
            continue
        if one.stands == HEAD and (post := _POST.match(told.text, one.end)):
            return one._replace(name=told.text[one.start : post.end()])
    return None


def _speaker(reading: Reading, sentence: Sentence, subject: str) -> str:
    """Return the sentence that says who speaks in this paragraph, where that is `subject`'s."""
    place = place_in_paragraph(reading, sentence)
    paragraph = reading.paragraph(sentence)[max(0, place - MAX_BACK) : place + MAX_BACK]
    spoken = any(_SPEAKER.search(one.text) for one in paragraph if one.number <= sentence.number)
    for other in paragraph:
        if other.number > sentence.number and spoken:
            break
        if other.number == sentence.number + 1 and other.text.startswith("在" + subject):
            return f"speaker in sentence {other.number}"
        found = other.text.find(subject)
        if found >= 0 and _SPEAKER.search(other.text, found, found + len(subject) + 24):
            between = [
                one for one in paragraph if one is not other and _SPEAKER.search(one.text[-12:])
            ]
            if not between:
                return f"speaker in sentence {other.number}"
    return ""


_SEEN_AHEAD = 16
"""Letters after an office that tell whether it acts (年底前|完成, 每月|通报)."""


def actor_between(text: str, first: int, last: int, owner: str) -> str:
    """Return an office or place other than `owner` that acts in text[first:last], else ""."""
    for found in _ACTOR.finditer(text, first, last + _SEEN_AHEAD):
        if found.end() > last:
            break
        if not _NO_ACTOR.match(found[1]) and found[1] not in _SELF and not owner.endswith(found[1]):
            return found[1]
    return ""
