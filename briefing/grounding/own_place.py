"""Tell what means the article's own place, and whom a word means that points back: 全区, 该镇, 该项目.

What an article says of nobody else is said of its own place: the region it was filed under, or
the place that it calls its own. A word that points back means the nearest earlier name of its ending.
"""

import re
from collections import Counter
from collections.abc import Iterator

from briefing.grounding.holders import (
    ASIDE,
    HEAD,
    OFFICE,
    OWN,
    PLACE,
    POINT,
    THINGS,
    Holder,
    holders,
)
from briefing.grounding.reading import Reading, Sentence, once

_LEVELS = ("村", "镇乡", "区县旗", "市", "州盟", "省")
_OWN_WORD = re.compile("我们?([省市区县旗州盟镇乡村])(?![场长级])")
_ZONES = re.compile("(?:新区|开发区|经开区|高新区|街道)$")
MAX_BACK = 12
"""Sentences of its paragraph that a sentence inherits from; what stands further back is not meant."""


def stem(name: str) -> str:
    """Return a place's name without its last rank (云岭区: 云岭), the name where it is short."""
    return name[:-1] if len(name) >= 3 and name[-1] in "省市区县镇乡" else name


@once
def own_names(reading: Reading) -> frozenset[str]:
    """Return the words that mean the article's own place: 云岭区, 云岭, 全区, 我区.

    Its region tells, or the word by which the text calls it (我市); of several the smallest. A
    smaller place that title or beginning are of (长兴路街道) goes before the region.
    """
    names: set[str] = set()
    letters = set(_OWN_WORD.findall(f"{reading.titles}\n{reading.words}"))
    whole = Counter(_WHOLE.findall(reading.words))
    often = {one for one in whole if whole[one] > 1 or not reading.region}
    place = _first_named(reading, letters | often)
    if place:
        letters = {place[-1]} if not place.endswith(("街道", "社区")) else set()
        names |= {place, stem(place), "".join((*reading.region, place))}
    elif reading.region:
        place = reading.region[-1]
        letters = {one for one in letters if level(one) < level(place)} or {place[-1]}
        names |= {"".join(reading.region[first:]) for first in range(len(reading.region))}
        names |= {place, stem(place)}
        if zone := _ZONES.search(place):
            names.add(zone[0])
    elif not letters and len(whole) == 1 and (whole.total() > 1 or "国" in whole):
        letters = set(whole)
    smallest = min(map(level, letters), default=0)
    letters = {one for one in letters if level(one) == smallest}
    return frozenset(names | {who + one for one in letters for who in "全我本"})


_LEADING = 3
"""Sentences at the beginning of an article that name its own place."""


def _first_named(reading: Reading, letters: set[str]) -> str:
    """Return the first place that the title, or a first sentence, tells of, "" for none.

    The article must call it 全县 or 我县 (`letters`), or name it again; where it has a region, the place
    must be smaller and open a clause of the title, or the first sentence.
    """
    leading = [reading.sentence(number) for number in range(1, min(_LEADING, len(reading)) + 1)]
    lines = [(reading.titles, titled(reading)), *((one.text, holders(one)) for one in leading)]
    region = reading.region[-1] if reading.region else ""
    for text, named in lines[:2] if region else lines:
        for one in named:
            if region and text[one.end : one.end + 1] in _OFFICERS:
                return ""
            size = level(one.name)
            if one.sort != PLACE or one.stands == ASIDE or not 0 <= size <= _LARGEST:
                continue
            if region and (size >= level(region) or one.stands != HEAD):
                return ""
            name = one.name.rpartition(region)[2] if region else one.name
            whole = name != one.name or name[-1] in letters  # 惠济区|长兴路街道
            if name and (whole or reading.words.count(name) > (2 if region else 1)):
                return name
            if region:
                return ""
    return ""


_OFFICERS = frozenset("党支总书主会")
_LARGEST = 3
"""The rank of a city: a larger place is an article's own by its region alone."""


_WHOLE = re.compile("全([国省市区县旗州盟镇乡村])(?!排|第)")


def level(name: str) -> int:
    """Return the rank of a place by how its name ends, 0 for a village."""
    if name.endswith(("街道", "社区")):
        return 1 if name[-1] == "道" else 0
    return next((rank for rank, ends in enumerate(_LEVELS) if name[-1] in ends), len(_LEVELS))


def has_office(reading: Reading, subject: str) -> bool:
    """Tell whether the article names an office of `subject`, so that it is a place: 新城|管委会."""
    return any(f"{subject}{office}" in reading.words for office in _OFFICES)


_OFFICES = ("管委会", "党工委", "工委", "党委", "政府", "办事处")


def place_in_paragraph(reading: Reading, sentence: Sentence) -> int:
    """Return the place of `sentence` in its paragraph, counted from 0."""
    return sentence.number - reading.paragraph(sentence)[0].number


def earlier(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences of the paragraph before `sentence`, the nearest first.

    A paragraph that begins with 同时 goes on with the one before.
    """
    left = MAX_BACK
    while left > 0:
        paragraph = reading.paragraph(sentence)
        told = [one for one in paragraph if one.number < sentence.number][-left:]
        yield from reversed(told)
        left -= len(told)
        first = paragraph[0]
        if first.number == 1 or not first.text.startswith(_GOING_ON):
            return
        sentence = reading.sentence(first.number - 1)
        yield sentence
        left -= 1


_GOING_ON = ("同时,", "同期,", "此外,", "其中,", "其中:")


# --- whom a name means -------------------------------------------------------------------------

_FIRMS = ("公司", "集团", "酒店", "银行", "厂", "合作社", "科技", "股份", "企业")
_FIRM_WORDS = ("公司", "企业", "集团")
_LEGAL = re.compile(r"\([^()]{0,60}\)|(?:股份)?有限(?:责任)?公司|股份")


def matches(name: str, subject: str) -> bool:
    """Tell whether `name` and `subject` may be one: 云岭区 and 云岭, 华信公司二期项目 and 二期项目."""
    if name.endswith(subject) or subject.endswith(name) or stem(name) == stem(subject):
        return True
    if name.endswith(stem(subject)) or subject.endswith(stem(name)):
        return True
    one, two = _LEGAL.sub("", name), _LEGAL.sub("", subject)
    return len(one) > 1 and len(two) > 1 and (one.endswith(two) or two.endswith(one))


def meant(reading: Reading, sentence: Sentence, word: Holder, first: int = 0) -> str:
    """Return the nearest earlier name that a word which points back means (该镇, 全镇, 公司), "" for none.

    Of several names the title's comes last. Where `first` is not 0, text[first:] of the sentence alone is told.
    """
    ending = _ending(word)
    named = [one for one in holders(sentence) if first <= one.start < word.start]
    if first:
        told = [_up_to(one.name, ending) for one in named if one.sort not in (OWN, POINT)]
        return next(filter(None, reversed(told)), "")
    for names in (named, *(holders(before) for before in earlier(reading, sentence))):
        for one in reversed(names):
            if one.sort not in (OWN, POINT) and (name := _up_to(one.name, ending)):
                return name
    if word.sort == POINT and ending not in _FIRM_WORDS:
        names_there = [_up_to(one.name, ending) for one in titled(reading)]
        return next(filter(None, reversed(names_there)), "")
    return ""


@once
def titled(reading: Reading) -> list[Holder]:
    """Return who is named in the title."""
    return holders(Sentence(0, 0, reading.titles.partition("\n")[0], 0))


def _ending(word: Holder) -> str:
    return word.name.lstrip("该此这本我们全")


def _up_to(name: str, ending: str) -> str:
    """Return `name` as far as a word with this `ending` may point back at it, "" where it may not."""
    for end in _FIRMS if ending in _FIRM_WORDS else (ending,):
        place = name.rfind(end)
        if place > 0:
            return name[: place + len(end)]
    return ""


def is_same(reading: Reading, sentence: Sentence, one: Holder, subject: str) -> bool:
    """Tell whether one who is named may be `subject`, so that the name is no rival of it."""
    names = own_names(reading)
    own = subject in names
    if one.sort == OWN and one.name in names:
        return own
    if one.sort in (OWN, POINT):
        if before := meant(reading, sentence, one):
            return not own and matches(before, subject)
        if one.name == (ending := _ending(one)):
            return own or subject.endswith(ending) or not _THING.search(subject)
        may = one.sort == POINT and not own and not _RANK.search(ending + subject[-1:])
        may = may and not _THING.search(subject)
        return may or subject.endswith(ending)
    if own:
        if one.sort == OFFICE:
            return any(one.name.startswith((name, name[-1])) for name in names)
        return one.name.endswith(tuple(names))
    return matches(one.name, subject) or (one.sort == OFFICE and one.name.startswith(subject))


_RANK = re.compile("[省市区县旗州盟镇乡村]|街道")
_THING = re.compile(f"(?:{THINGS})$")


def pointed_at(
    reading: Reading, sentence: Sentence, last: int, subject: str
) -> tuple[int, int] | None:
    """Return where text[:last] of the sentence points back at `subject` (该镇, 全镇, 该项目), else None."""
    for one in reversed(holders(sentence)):
        if one.end > last or one.sort not in (OWN, POINT):
            continue
        if one.sort == OWN and one.name in own_names(reading):
            return None
        before = meant(reading, sentence, one)
        if before:
            return (one.start, one.end) if matches(before, subject) else None
        return None
    return None
