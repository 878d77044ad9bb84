"""Whose a figure is: the place, office or project that it is said of.

In:  a figure's sentence, its number, the subject that is claimed, and its metric as laid out.
Out: where the subject stands, None where it is inherited by rule, else why it is another's.
"""

import re

from briefing.facts.amounts import Sighting
from briefing.grounding import (
    binding,
    chains,
    holders,
    own_place,
    relations,
    rivals,
    subjects,
    zones,
)
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Reading, Sentence

_RANKS = tuple("省市区县旗州盟镇乡村")
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
            or not relations.OFFICE.search(head)
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
    """Return where the figure's subject stands, None where it is inherited, else why not.

    Its owner is looked for from the number outwards: among its own words, as who is dealt it or has it as
    an attribute, before it in the sentence, and at last in what is told before the sentence.
    """
    if holders.crowded(sentence):
        return "too many names stand in one sentence"
    if wrong := _no_owner(reading, sentence.text, sentence.sightings[index], subject):
        return wrong
    subject = relations.as_written(reading, sentence, subject)
    beside = _beside(reading, sentence, index, subject, bound)
    if beside is not None:
        return beside
    inside, reason = _named(reading, sentence, index, subject, bound)
    if inside is not None:
        return _before(reading, sentence, index, subject, inside, bound)
    return _from_afar(reading, sentence, index, subject, bound, reason)


def _beside(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[int, int] | str | None:
    """Return where the subject stands with the number itself, who has the number there, None for nobody."""
    beside = _in_its_words(reading, sentence, index, subject, bound)
    if beside is not None:
        return beside
    dealt = relations.dealt_to(sentence, index, subject)
    if dealt == subject:
        return zones.zones(sentence)[index].own[0]
    if dealt:
        return f"{dealt} is dealt the number"
    sighting = sentence.sightings[index]
    if attributed := relations.attribute_of(sentence.text, sighting, subject):
        return attributed
    behind = relations.attributed_to(sentence, sighting)
    if behind and all(end <= sighting.start for _, end in bound.pieces):
        return f"it is what {behind} has"
    return None


def _before(
    reading: Reading,
    sentence: Sentence,
    index: int,
    subject: str,
    inside: tuple[int, int],
    bound: binding.Bound,
) -> tuple[int, int] | str:
    """Return `inside`, where the subject is named before the number, or who stands between them."""
    last = sentence.sightings[index].start
    other = rivals.rival(reading, sentence, inside[1], last, subject, bound.pieces)
    if not other:
        until = min([at for at, _ in bound.pieces if at >= inside[1]] + [last])
        another = bound.metric.endswith(subject[-2:]) and bound.metric not in subject
        if another and "其中" not in sentence.text[inside[1] : until]:
            until = last  # 签约项目8个,开工项目|10个: the metric names others
        other = rivals.of_same_kind(sentence.text, inside[1], until, subject)
    if other:
        return f"{other} stands nearer"
    return _reaches(sentence, index, subject, inside, bound, entity=_is_entity(reading, subject))


def _from_afar(
    reading: Reading,
    sentence: Sentence,
    index: int,
    subject: str,
    bound: binding.Bound,
    reason: str,
) -> str | None:
    """Return why a subject that is not named before the number does not own it, None where it does.

    `reason` tells why it does not where it is named after all, only beside.
    """
    sighting, text = sentence.sightings[index], sentence.text
    own, entity = subject in own_place.own_names(reading), _is_entity(reading, subject)
    first, _ = zones.segment(sentence, sighting.start)
    other = rivals.rival(reading, sentence, first, sighting.start, subject, bound.pieces)
    if not other and not own:
        until = min([at for at, _ in bound.pieces if at >= first] + [sighting.start])
        other = rivals.of_same_kind(text, first, until, subject)
    if other:
        return f"{other} stands before the number"
    if reason and (not own or sighting.amount.unit == "位"):
        return f"{reason} {subject}"
    if own:
        return _not_its_own_place(reading, sentence, first, sighting, subject, bound)
    if not entity and (noun := relations.related_to(sentence, index, (0, 0), subject)):
        return f"it is that of {noun}"
    heard = subjects.inherited(reading, sentence, subject, sighting.start)
    far = not entity and (heard not in ("title", "region") or not bound.edge)
    return f"{subject} is not said of it" if not heard or far else None


def _is_entity(reading: Reading, subject: str) -> bool:
    """Tell whether `subject` can own numbers from afar: a place, an office, a company, a project."""
    return bool(relations.ENTITY.search(subject) or own_place.has_office(reading, subject))


def _named(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[tuple[int, int] | None, str]:
    """Return where the subject is named last before the number, or pointed at, and why not else."""
    text, sighting = sentence.text, sentence.sightings[index]
    whole, reason = subjects.known(reading, subject), ""
    inside = subjects.before(text, sighting.start, subject, whole)
    while inside and (found := relations.stands_aside(sentence, inside, sighting, bound)):
        reason = reason or found
        inside = subjects.before(text, inside[0], subject, whole)
    pointed = own_place.pointed_at(reading, sentence, sighting.start, subject)
    return max(filter(None, (inside, pointed)), default=None), reason


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
        if found < 0 or cut or relations.stands_aside(sentence, (found, last), sighting, bound):
            continue
        for low, high in own:
            low, high = max(low, last), min(high, sighting.start)
            if other := rivals.rival(reading, sentence, low, high, subject, bound.pieces):
                return f"{other} stands nearer"
        if other := rivals.together(sentence, found, sighting.start):
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
    if relations.is_attributed(sentence, inside[0], index):
        return f"{subject} is what another number is said of"
    of_task = chains.RELATES.match(zones.zones(sentence)[index].words)  # 完成全年目标的|77.4%: X's
    if not entity and (noun := relations.related_to(sentence, index, inside, subject)):
        return f"it is that of {noun}"
    if not entity and (inside[0] < first or relations.is_counted(sentence, inside, index)):
        related = of_task or relations.relates(text, sentence.sightings, index)
        if inside[0] < first or not related:
            return f"{subject} is what another number counts"
        return inside
    governed = of_task or bound.edge or _governs(sentence, inside, bound, sighting, entity=entity)
    if inside[0] >= first and governed:
        return inside
    if inside[0] == first and rivals.alone(text, inside, sighting.start, subject):
        return inside
    if inside[0] < first and bound.edge and not _own_subject(text, first, bound, sighting):
        return inside
    return "another subject stands before the number"


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
    if not rivals.is_named(reading, sentence, first, sighting.start, subject) and (
        other := rivals.another_runs(reading, sentence, subject)
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
    f"{words_of.BEFALLS.pattern}|发现|排查|检查|查处|现有|拥有|建有|设有|城区|镇村|农村|乡村|城乡|辖区|境内|各地|[省市区县镇]属|建设|发展|种植|养殖|新植|栽植|实施|包装|储备|谋划|争取|并|设置|配置|配备|拥有|安装|签订|签约|铺设|修建|整治|清理|拆除|新改扩?建|(?:我们?|[全本])[省市区县镇乡村]|在[^,;。]{{1,24}}?[上中内里下]"
)
"""Words between a place and what is its own: what it does, and where within it."""


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
