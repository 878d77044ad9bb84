"""Whose a figure is: the place, office or project that it is said of.

In:  a figure's sentence, its number, the subject that is claimed, and its metric as laid out.
Out: where the subject stands, None where it is inherited by rule, else why it is another's.
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting
from briefing.grounding import binding, chains, holders, own_place, subjects, zones
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Reading, Sentence

_RANKS = tuple("省市区县旗州盟镇乡村")
_NAMES = (
    "省|(?<!城)市|区|县|旗|州|盟|(?<!城)镇|(?<!城)乡|(?<![乡农])村|街道|局|委|办|厅|部|中心|集团|公司|园|院|校|行|站|馆|港|社|厂|店|"
    "企业|大学|平台|基地|大桥|隧道|高速|高铁|机场|项目|工程"
)
"""How the name of a place, an office, a company or a project ends."""

_OFFICE = re.compile(rf"(?:{_NAMES})$")
_ENTITY = re.compile(rf"(?:{_NAMES}|{holders.THINGS}|全[国省市县区]|国|[a-z])$")
"""What can be a subject from afar."""

SCOPE = re.compile(r"全[国省市县区州旗盟镇乡村](?!排|[^,;。]{0,8}(?:排名|位次|名次|第))")
"""The place a metric begins with: it is the subject of the number then."""


def implied(
    reading: Reading, sentence: Sentence, index: int, metric: str, previous: Sentence | None
) -> binding.Bound | None:
    """Take the start of `metric` for its subject where that is inherited by rule."""
    for size in range(min(len(metric) - 2, 20), 1, -1):
        head, rest = metric[:size], metric[size:].lstrip("的")
        if (
            len(head) < 3
            or not _OFFICE.search(head)
            or (head not in reading.words and head not in reading.titles)
        ):
            continue
        place = sentence.text.find(head)
        if place > 0 and words_of.KIND.search(sentence.text, max(0, place - 6), place):
            continue  # 新增|公办幼儿园学位
        bound = binding.bind(rest, sentence, index, previous) if len(rest) > 1 else "nothing left"
        if isinstance(bound, binding.Bound) and not isinstance(
            place_of(reading, sentence, index, head, bound), str
        ):
            return bound
    return None


def place_of(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[int, int] | str | None:
    """Return where the figure's subject stands, None where it is inherited, else why not."""
    sighting, text = sentence.sightings[index], sentence.text
    if wrong := _no_owner(reading, text, sighting, subject):
        return wrong
    subject = _as_written(reading, sentence, subject)
    own = subject in own_place.own_names(reading)
    beside = _in_its_words(reading, sentence, index, subject, bound)
    if beside is not None:
        return beside
    dealt = _dealt_to(sentence, index, subject)
    if dealt == subject:
        return zones.zones(sentence)[index].own[0]
    if dealt:
        return f"{dealt} is dealt the number"
    if attributed := _attribute_of(text, sighting, subject):
        return attributed
    behind = _attributed(sentence, sighting)
    if behind and all(end <= sighting.start for _, end in bound.pieces):
        return f"it is what {behind} has"
    entity = bool(_ENTITY.search(subject) or own_place.has_office(reading, subject))
    first, _ = zones.segment(sentence, sighting.start)
    inside, reason = _named(reading, sentence, index, subject, bound)
    if inside is not None:
        if other := subjects.rival(
            reading, sentence, inside[1], sighting.start, subject, bound.pieces
        ):
            return f"{other} stands nearer"
        until = min([at for at, _ in bound.pieces if at >= inside[1]] + [sighting.start])
        if other := subjects.of_same_kind(text, inside[1], until, subject):
            return f"{other} stands nearer"
        return _reaches(sentence, index, subject, inside, bound, entity=entity)
    until = min([at for at, _ in bound.pieces if at >= first] + [sighting.start])
    other = subjects.rival(reading, sentence, first, sighting.start, subject, bound.pieces)
    if other := other or ("" if own else subjects.of_same_kind(text, first, until, subject)):
        return f"{other} stands before the number"
    if reason and (not own or sighting.amount.unit == "位"):
        return f"{reason} {subject}"
    if own:
        return _not_its_own_place(reading, sentence, first, sighting, subject, bound)
    if not entity and (noun := _related_to(sentence, index, (0, 0), subject)):
        return f"it is that of {noun}"
    heard = subjects.inherited(reading, sentence, subject, sighting.start)
    far = not entity and (heard not in ("title", "region") or not bound.edge)
    return f"{subject} is not said of it" if not heard or far else None


def _named(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[tuple[int, int] | None, str]:
    """Return where the subject is named last before the number, or pointed at, and why not else."""
    text, sighting = sentence.text, sentence.sightings[index]
    whole, reason = subjects.known(reading, subject), ""
    inside = subjects.before(text, sighting.start, subject, whole)
    while inside and (found := _stands_aside(sentence, inside, sighting, bound)):
        reason = reason or found
        inside = subjects.before(text, inside[0], subject, whole)
    pointed = own_place.pointed_at(reading, sentence, sighting.start, subject)
    return max(filter(None, (inside, pointed)), default=None), reason


def _as_written(reading: Reading, sentence: Sentence, subject: str) -> str:
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


def _stands_aside(
    sentence: Sentence, inside: tuple[int, int], sighting: Sighting, bound: binding.Bound
) -> str:
    """Return why nothing is told of what stands `inside`: it is only gone to, dealt with, compared with."""
    text, (start, last) = sentence.text, inside
    if subjects.is_visited(text, start):
        return "somebody only goes to"
    if subjects.is_compared(text, start):
        return "it is only compared with"
    for one in holders.holders(sentence):
        if not one.start < last <= one.end:
            continue
        if one.end > last and one.sort == holders.THING and _ENTITY.search(text, start, last):
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


_WHERE = re.compile(r"在(?:[\u4e00-\u9fff]{1,8}、)*$")


_AND_OTHERS = re.compile(r"(?:、[^,;。]{1,40})?等\d+[个家项座条所]")
"""After a name that is an example of a group: 甲园、乙园|等85个项目."""


def _in_its_words(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[int, int] | str | None:
    """Return where the subject stands among the number's own words, or who stands nearer there."""
    text, sighting = sentence.text, sentence.sightings[index]
    own = zones.zones(sentence)[index].own
    for start, end in own:
        found = text.find(subject, start, end)
        last = found + len(subject)
        cut = text[last : last + 1] in _RANKS and subject[-1] in _RANKS
        if found < 0 or cut or _stands_aside(sentence, (found, last), sighting, bound):
            continue
        for low, high in own:
            low, high = max(low, last), min(high, sighting.start)
            if other := subjects.rival(reading, sentence, low, high, subject, bound.pieces):
                return f"{other} stands nearer"
        if other := subjects.together(sentence, found, sighting.start):
            return f"it is told of {other} together"
        return found, last
    return None


def _reaches(
    sentence: Sentence,
    index: int,
    subject: str,
    inside: tuple[int, int],
    bound: binding.Bound,
    *,
    entity: bool,
) -> tuple[int, int] | str:
    """Return `inside`, where the subject stands, or why what is said of it does not reach the number."""
    sighting, text = sentence.sightings[index], sentence.text
    first, _ = zones.segment(sentence, sighting.start)
    if _is_attributed(sentence, inside[0], index):
        return f"{subject} is what another number is said of"
    of_task = chains.RELATES.match(zones.zones(sentence)[index].words)  # 完成全年目标的|77.4%: X's
    if not entity and (noun := _related_to(sentence, index, inside, subject)):
        return f"it is that of {noun}"
    if not entity and (inside[0] < first or _counted(sentence, inside, index)):
        related = of_task or _relates(text, sentence.sightings, index)
        if inside[0] < first or not related:
            return f"{subject} is what another number counts"
        return inside
    governed = of_task or bound.edge or _governs(sentence, inside, bound, sighting, entity=entity)
    if inside[0] >= first and governed:
        return inside
    if inside[0] == first and subjects.alone(text, inside, sighting.start, subject):
        return inside
    if inside[0] < first and bound.edge and not _own_subject(text, first, bound, sighting):
        return inside
    return "another subject stands before the number"


def _related_to(sentence: Sentence, index: int, inside: tuple[int, int], subject: str) -> str:
    """Return the noun counted before that a number relates to (签约项目4个,总投资|19亿元), "" for `subject`."""
    text, seen, home = sentence.text, sentence.sightings, index
    while home and (back := _relates(text, seen, home)):
        home -= back
    words = zones.zones(sentence)[home].words
    other = home < index and inside[1] < seen[home].start and subject[-2:] not in words
    return words if other and (zones.measures(seen[home]) or not inside[1]) else ""


def _relates(text: str, seen: Sequence[Sighting], index: int) -> int:
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

_COUNTED = re.compile(r"^\d|\d[个家项座条所件]")


def _no_owner(reading: Reading, text: str, sighting: Sighting, subject: str) -> str:
    """Return why `subject` can own no figure of this sentence: a number, a letter, a rank's scope."""
    counted = _COUNTED.search(subject) and subject not in reading.words
    if len(subject) < 2 or counted or re.match(r"\d[\d.]*[亿万%]", subject):
        return f"{subject} is no subject"
    scope = subject[0] == "全" and text.endswith(subject, 0, sighting.start)
    if sighting.amount.unit == "位" and scope:
        return f"{subject} is among whom it ranks"
    return ""


def _not_its_own_place(
    reading: Reading,
    sentence: Sentence,
    first: int,
    sighting: Sighting,
    subject: str,
    bound: binding.Bound,
) -> str | None:
    """Return who the figure is of where the article's own place is claimed and another is told of.

    What an article says of nobody else is said of its own place.
    """
    speaker = subjects.speaker_behind(reading, sentence, sighting.start)
    if speaker and not speaker.name.startswith(tuple(own_place.own_names(reading))):
        return f"{speaker.name} says it"
    if not subjects.is_named(reading, sentence, first, sighting.start, subject) and (
        other := subjects.another_runs(reading, sentence, subject)
    ):
        return f"{other} stands before the number"
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    if starts and not bound.edge:
        text, place = sentence.text, sentence.clause(max(starts))
        words = []
        for start, end in sorted(bound.pieces):
            words.append(text[place : max(place, start)])
            place = max(place, end)
            if start == max(starts):
                break
        named = zones.has_content(_GENERAL.sub("", "".join(words)))
        return "another subject stands before the number" if named else None
    return None


_GENERAL = re.compile(
    f"{words_of.BEFALLS.pattern}|发现|排查|检查|查处|现有|拥有|建有|设有|城区|镇村|农村|乡村|城乡|辖区|境内|各地|[省市区县镇]属|建设|发展|种植|养殖|新植|栽植|实施|包装|储备|谋划|争取|并|设置|配置|配备|拥有|安装|签订|签约|(?:我们?|[全本])[省市区县镇乡村]|在[^,;。]{{1,24}}?[上中内里下]"
)
"""Words between a place and what is its own: what it does, and where within it."""


def _attributed(sentence: Sentence, sighting: Sighting) -> str:
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


def _attribute_of(text: str, sighting: Sighting, subject: str) -> tuple[int, int] | None:
    """Return where the subject stands that the number is an attribute of: 投资9.6亿元的|湖畔二期."""
    for before in (_ATTRIBUTES.match(text, sighting.end), _OF.match(text, sighting.end)):
        if before and text.startswith(subject, before.end()):
            return before.end(), before.end() + len(subject)
    return None


_OF = re.compile("的|:")


def _dealt_to(sentence: Sentence, index: int, subject: str) -> str:
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
    listed = not _ENTITY.search(subject) and any(subject in one for one in others)
    return name if listed or _ENTITY.search(name) else ""


def _is_attributed(sentence: Sentence, place: int, index: int) -> bool:
    """Tell whether the words at `place` are the noun of a number before, as others are of `index`.

    总投资75亿元的|甲园和总投资52亿元的乙园.
    """
    text, seen = sentence.text, sentence.sightings
    if not text.startswith("的", place - 1) or not text.startswith("的", seen[index].end):
        return False
    return any(other.end == place - 1 for other in seen[:index])


def _counted(sentence: Sentence, subject: tuple[int, int], index: int) -> bool:
    """Tell whether the words of a subject are the noun of a number before `index`."""
    for other in sentence.sightings[:index]:
        if other.start >= subject[1]:
            between = sentence.text[subject[1] : other.start]
            return "有" not in between and not zones.has_content(words_of.DEEDS.sub("", between))
    return False


def _governs(
    sentence: Sentence,
    subject: tuple[int, int],
    bound: binding.Bound,
    sighting: Sighting,
    *,
    entity: bool,
) -> bool:
    """Tell whether nothing is named between the subject and the metric, in its clause or before.

    云岭区实现产值1亿元,增长2%: the subject of the metric's clause governs the changes after it. Of what
    could own numbers anywhere (`entity`) only the metric's own clause is asked.
    """
    starts = [start for start, _ in bound.pieces if start < sighting.start]
    if not starts or min(starts) <= subject[0]:
        return bool(starts)
    first = max(subject[1], sentence.clause(min(starts))) if entity else subject[1]
    between = sentence.text[first : max(first, min(starts))]
    return ";" not in between and not zones.has_content(_GENERAL.sub("", between))


def _own_subject(text: str, first: int, bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether the segment names something before the metric that was copied."""
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    return zones.has_content(text[first : min(starts)]) if starts else False
