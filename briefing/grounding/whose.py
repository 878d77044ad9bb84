"""Whose a figure is: the place, office or project that it is said of.

In:  a figure's sentence, its number, the subject that is claimed, and its metric as laid out.
Out: where the subject stands, None where it is inherited by rule, else why it is another's.
"""

import re

from briefing.facts.amounts import Sighting
from briefing.grounding import binding, chains, own_place, subjects, zones
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Reading, Sentence

_RANKS = tuple("省市区县旗州盟镇乡村")
_NAMES = (
    "省|(?<!城)市|区|县|旗|州|盟|(?<!城)镇|(?<!城)乡|(?<![乡农])村|街道|局|委|办|厅|部|中心|集团|公司|园|院|校|行|站|馆|港|社|厂|店|"
    "企业|大学|平台|基地|大桥|隧道|高速|高铁|机场|项目|工程"
)
"""How the name of a place, an office, a company or a project ends."""

_OFFICE = re.compile(rf"(?:{_NAMES})$")
_ENTITY = re.compile(rf"(?:{_NAMES}|全[国省市县区]|国|[a-z])$")
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
    sighting = sentence.sightings[index]
    text = sentence.text
    if wrong := _no_owner(text, sighting, subject):
        return wrong
    zone = zones.zones(sentence)[index]
    own = subject in own_place.own_names(reading)
    for start, end in zone.own:
        found = text.find(subject, start, end)
        cut = (
            text[found + len(subject) : found + len(subject) + 1] in _RANKS
            and subject[-1] in _RANKS
        )
        visited = not own and found >= 0 and subjects.is_visited(text, found)
        if found >= 0 and not (cut or visited or subjects.is_compared(text, found)):
            rest = [(max(a, found + len(subject)), min(b, sighting.start)) for a, b in zone.own]
            others = [subjects.rivals(text, a, b, subject) for a, b in rest if a < b]
            others += [own_place.calls_itself(text, a, b) for a, b in rest if a < b and not own]
            other = next(filter(None, others), "")
            return f"{other} stands nearer" if other else (found, found + len(subject))
    if dealt := _dealt_to(text, zone, subject):
        return f"{dealt} is dealt the number"
    if attributed := _attribute_of(text, sighting, subject):
        return attributed
    behind = _ATTRIBUTED.match(text, sighting.end)
    if behind and all(end <= sighting.start for _, end in bound.pieces):
        return f"it is what {behind[1]} has"
    entity = bool(_ENTITY.search(subject) or own_place.has_office(reading, subject))
    first, _ = zones.segment(sentence, sighting.start)
    if other := subjects.of_its_kind(text, first, sighting.start, subject):
        return f"{other} stands before the number"
    inside = subjects.before(text, sighting.start, subject, subjects.known(reading, subject))
    inside = inside or own_place.pointed_at(reading, sentence, sighting.start, subject)
    if inside is not None:
        if not own and subjects.is_visited(text, inside[0]):
            return f"somebody only goes to {subject}"
        other = subjects.rivals(text, inside[1], sighting.start, subject)
        until = min([at for at, _ in bound.pieces if at >= inside[1]] + [sighting.start])
        other = other or subjects.of_same_kind(text, inside[1], until, subject)
        if not other and (listed := _LISTED_THING.match(text, inside[1], until)):
            other = listed[0][1:]
        other = other or ("" if own else own_place.calls_itself(text, inside[1], sighting.start))
        if other:
            return f"{other} stands nearer"
        if _is_attributed(sentence, inside[0], index):
            return f"{subject} is what another number is said of"
        of_task = chains.RELATES.match(zone.words)  # X增长36%,完成全年目标的|77.4%: X's
        counted = not of_task and _counted(sentence, inside, index)
        if not entity and (inside[0] < first or counted):
            return f"{subject} is what another number counts"
        if inside[0] >= first and (
            of_task or bound.edge or _governs(text, inside, bound, sighting)
        ):
            return inside
        if inside[0] == first and subjects.alone(text, inside, sighting.start, subject):
            return inside
        if inside[0] < first and bound.edge and not _own_subject(text, first, bound, sighting):
            return inside
        return "another subject stands before the number"
    other = subjects.rivals(text, first, sighting.start, subject)
    if other and not (own and other.endswith(tuple(own_place.own_names(reading)))):
        return f"{other} stands before the number"
    if own:
        return _not_its_own_place(reading, sentence, first, sighting, subject, bound)
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    if thing := own_place.thing_before(text, first, min(starts, default=sighting.start)):
        return f"{thing} stands before the number"
    heard = subjects.inherited(reading, sentence, subject)
    far = not entity and heard not in ("title", "region")
    return f"{subject} is not said of it" if not heard or far else None


_COUNTED = re.compile(r"^\d|\d[个家项座条所件]")
_LISTED_THING = re.compile(r"[、和及][\u4e00-\u9fff]{2,16}?(?:公司|集团|项目|工程)")


def _no_owner(text: str, sighting: Sighting, subject: str) -> str:
    """Return why `subject` can own no figure of this sentence: a number, a letter, a rank's scope."""
    counted = _COUNTED.search(subject) and subject not in text
    if len(subject) < 2 or counted or re.match(r"\d[\d.]*[亿万%]", subject):
        return f"{subject} is no subject"
    scope = subject[0] == "全" and text.endswith(subject, 0, sighting.start)
    if sighting.amount.unit == "位" and scope:
        return f"{subject} is among whom it ranks"
    label = _LABEL.match(text, 0, sighting.start)
    if label and subject not in label[1] and text.find(subject, label.end(), sighting.start) < 0:
        return f"the line is of {label[1]}"
    return ""


_LABEL = re.compile(
    r"(?!各|全|我|本|该|第)([\u4e00-\u9fff]{2,8}(?:村|社区|街道|(?<![城乡])[镇乡]|区|县|市|公司)):(?!\")"
)
"""桃林村:垃圾分类覆盖率100%,…: a line of a list, of the place it begins with."""


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
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    other = own_place.thing_before(sentence.text, first, min(starts, default=sighting.start))
    other = other or own_place.another_runs(reading, sentence, subject)
    if other:
        return f"{other} stands before the number"
    if starts and not bound.edge:
        clause = sentence.clause(min(starts))
        before = words_of.BEFALLS.sub("", sentence.text[clause : min(starts)])
        return "another subject stands before the number" if zones.has_content(before) else None
    return None


_ATTRIBUTES = re.compile(
    r"(?:[、和及与][^,;。]{1,24}?\d[^,;。的]{0,8})?的(?:\d[\d,]*[个项家座条所])?"
)


def _attribute_of(text: str, sighting: Sighting, subject: str) -> tuple[int, int] | None:
    """Return where the subject stands that the number is an attribute of: 投资9.6亿元的|湖畔二期."""
    for before in (_ATTRIBUTES.match(text, sighting.end), _OF.match(text, sighting.end)):
        if before and text.startswith(subject, before.end()):
            return before.end(), before.end() + len(subject)
    return None


_OF = re.compile("的")
_ATTRIBUTED = re.compile(
    r"(?:[、和及与][^,;。]{1,24}?\d[^,;。的]{0,8})?的([\u4e00-\u9fff\"]{2,16}?(?:"
    + own_place.THING
    + "|项目|线|楼))"
)
"""What a number before it is an attribute of: 投资2.4亿元的|东城回迁楼."""


def _dealt_to(text: str, zone: zones.Zone, subject: str) -> str:
    """Return the place that 分别 deals the number to where it is another than `subject`, else ""."""
    if "分别" not in zone.words or len(zone.own) < 2:
        return ""
    name = text[slice(*zone.own[0])].strip(",、")
    return name if _ENTITY.search(name) and subject not in name else ""


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


def _governs(text: str, subject: tuple[int, int], bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether nothing is named between the subject and the metric, in its clause or before.

    云岭区实现产值1亿元,增长2%: the subject of the metric's clause governs the changes after it.
    """
    starts = [start for start, _ in bound.pieces if start < sighting.start]
    if not starts or min(starts) <= subject[0]:
        return bool(starts)
    between = text[subject[1] : max(subject[1], min(starts))]
    return ";" not in between and not zones.has_content(words_of.BEFALLS.sub("", between))


def _own_subject(text: str, first: int, bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether the segment names something before the metric that was copied."""
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    return zones.has_content(text[first : min(starts)]) if starts else False
