"""Who else is told of between a subject and its number: a rival, who takes what follows for its own.

In:  a sentence, a range of it, and the subject that is claimed. Out: the rival's name, "" for none.
"""

import itertools
import re
from collections.abc import Sequence

from briefing.grounding.holders import (
    ASIDE,
    AT,
    HEAD,
    JOINED,
    MID,
    OFFICE,
    OFFICES,
    OWN,
    PLACE,
    POINT,
    THING,
    THINGS,
    Holder,
    holders,
)
from briefing.grounding.holders import opens as opens_clause
from briefing.grounding.own_place import earlier, is_same, level, meant, own_names
from briefing.grounding.reading import Reading, Sentence


def rival(
    reading: Reading,
    sentence: Sentence,
    first: int,
    last: int,
    subject: str,
    metric: Sequence[tuple[int, int]] = (),
    *,
    opens: bool = False,
) -> str:
    """Return who else text[first:last] is told of, "" for nobody; `opens`: who opens a clause there.

    Who is named within the words of the `metric` is no rival.
    """
    if _PLACE.search(subject) and (part := _part(sentence.text, first, last, metric)):
        return part
    for one in holders(sentence):
        if one.start < first or one.end > last:
            continue
        within = any(start <= one.start and one.end <= end for start, end in metric)
        within = within and (
            one.sort in (PLACE, OWN) or one.name.endswith(("项目", "工程", "企业"))
        )
        own = subject in own_names(reading)
        if within or not (
            blocks(sentence, one, subject, opens=opens) or (own and _takes_over(sentence, one))
        ):
            continue
        if first and _points_there(reading, sentence, one, first, subject):
            continue  # 重汽华威是…企业,该公司接收订单200台: nobody else is named that it could mean
        if not is_same(reading, sentence, one, subject):
            return one.name
    return ""


def _part(text: str, first: int, last: int, metric: Sequence[tuple[int, int]]) -> str:
    """Return the counted things that text[first:last] goes on about, where the metric leaves them out.

    其中市级重点项目8个,总投资|43亿元 is no place's total, nor is 区级重点项目17个,总投资|63亿元.
    """
    for form in (_AMONG, _RANKED):
        for part in form.finditer(text, first, last):
            begin, end = part.span("class")
            if not any(start < end and begin < stop for start, stop in metric):
                return part["class"]
    return ""


_AMONG = re.compile(
    r"其中[,:]?(?P<class>[^;。\d]{0,40}(?:项目|工程|企业)[^,;。\d]{0,6})\d+[个项家](?=,)"
)
_RANKED = re.compile(
    r"(?:(?<=^)|(?<=其中)|(?<=[,;:]))(?:\d+个)?(?P<class>(?:[国省市区县]级|省市|[省市])重[点大]项目)(?:\d+个)?,"
)


def _takes_over(sentence: Sentence, one: Holder) -> bool:
    """Tell whether a clause ends with a thing, which the next tells of: 最大的是…轴承项目,|总投资3亿元."""
    ends = sentence.text.startswith(",", one.end)
    return ends and one.sort == THING and one.stands == ASIDE


def _points_there(
    reading: Reading, sentence: Sentence, one: Holder, first: int, subject: str
) -> bool:
    """Tell whether a word after `subject` points back at it: nobody else is named that it could mean."""
    if one.sort != POINT or one.name.endswith("期") or subject in own_names(reading):
        return False
    pronoun = one.name[0] in "该此这本" or subject.endswith(one.name)
    return pronoun and not meant(reading, sentence, one, first)


def is_named(reading: Reading, sentence: Sentence, first: int, last: int, subject: str) -> bool:
    """Tell whether text[first:last] names `subject`, or points at it, at the head of a clause."""
    return any(
        one.stands in (HEAD, AT)
        and first <= one.start < last
        and is_same(reading, sentence, one, subject)
        for one in holders(sentence)
    )


def together(sentence: Sentence, place: int, last: int) -> str:
    """Return who shares what is told of one named at `place` (甲县、乙县共建), "" where nobody does."""
    named, text = holders(sentence), sentence.text
    for left, right in itertools.pairwise(named):
        if (
            place not in (left.start, right.start)
            or right.end > last
            or left.name[-1] != right.name[-1]
        ):
            continue
        if JOINED.fullmatch(text, left.end, right.start) and not _EACH.search(
            text, right.end, last
        ):
            return text[left.start : right.end]
    return ""


_EACH = re.compile("分别|均|各|都|依次|[^,;。]*,[^,;。]*,")


def blocks(sentence: Sentence, one: Holder, subject: str, *, opens: bool = False) -> bool:
    """Tell whether what follows `one` is told of it, so that it is of nobody named before.

    Whose officer only speaks takes nothing from what is of another sort: X局局长表示,绿线….
    """
    if one.stands == HEAD:
        return one.sort in (OWN, POINT) or not (
            _SPEAKS.match(sentence.text, one.end) and _sort(subject) != one.sort
        )
    if one.stands == AT and one.sort == PLACE and opens_clause(sentence.text, one.start - 1):
        return level(one.name) < level(subject)  # 在云岭县赵庄镇擂台赛上,8名书记: the town's
    if opens or one.stands != MID:
        return False
    return one.sort in (PLACE, OWN) or (one.sort == THING and subject.endswith(_kind(one.name)))


def of_same_kind(text: str, first: int, last: int, subject: str) -> str:
    """Return other projects or companies that text[first:last] tells of, else "" (该项目 is it)."""
    kind = subject[-2:]
    if kind not in _KINDS:
        return ""
    words = _BRACKETS.sub("", text[first:last])
    found = _NAMED[kind].search(words)
    if not found or _NO_OTHER.match(found[0]) or opens_clause(found[0], len(found[0]) - 2):
        return ""
    return found[0]


_SPEAKS = re.compile(
    r"[^,;。:\"]{0,8}?(?:书记|主任|[镇县区市乡局部会院厂校站事]长|经理|董事长|总裁|负责人)[^,;。:]{0,8}?(?:说|表示|介绍|指出|反映|透露|坦言|告诉|补充|汇报|称)"
)


def _sort(subject: str) -> str:
    """Return of what sort a holder with the name `subject` would be, "" for none."""
    if _OF_OFFICE.search(subject):
        return OFFICE
    if _THING.search(subject):
        return THING
    return PLACE if _PLACE.search(subject) else ""


_OF_OFFICE = re.compile(rf"(?:{OFFICES})$")
_THING = re.compile(rf"(?:{THINGS})$")
_PLACE = re.compile("(?:[省市区县镇乡村旗盟州]|街道|社区)$")
_KINDS = ("项目", "公司", "集团", "企业", "学校", "医院", "银行", "工程")
_NAMED = {kind: re.compile(rf"(?<![该此这本])[^,;。:、]{{1,12}}?{kind}") for kind in _KINDS}


def _kind(name: str) -> str:
    return name[-2:]


_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_NO_OTHER = re.compile(r"[该此这本]|多个|各|[^\d]*的")


def alone(text: str, place: tuple[int, int], last: int, subject: str) -> bool:
    """Tell whether a project or company named at `place` is the only one up to `last`."""
    named = any(text.find(kind, place[1], last) >= 0 for kind in _KINDS)
    return not named and subject.endswith(_KINDS)


def another_runs(reading: Reading, sentence: Sentence, subject: str) -> str:
    """Return who the paragraph goes on about right before `sentence`, "" where that is `subject`."""
    for back, told in enumerate(itertools.islice(earlier(reading, sentence), 3)):
        for one in holders(told):
            if one.start > 16 or not blocks(told, one, subject, opens=True):
                continue
            if one.name.endswith("片区") or (back and one.name.endswith(("项目", "工程"))):
                continue
            return "" if is_same(reading, told, one, subject) else one.name
    return ""
