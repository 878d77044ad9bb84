"""Cut a sentence into zones: which words belong to which number.

A sentence falls into segments (at ; and 。) and every number of a segment owns a zone: the words
before it back to the number before, and a measured noun after it (38个|市级重大项目). What stands
between two numbers goes to the left one up to the first comma, else to the right one. 分别 deals
nouns out in their order.
"""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding import respectively
from briefing.grounding.reading import Sentence, once

_BREAK = re.compile(r"[,、:()]|(?:以及|和|及|与|并|且|、)(?=[^,、]{0,4}$)")
_FROM = re.compile("来自|来源于|用于|投向|流向")
_CLOSE_CLAUSE = re.compile("[,:()]")
"""After a share that is told of what follows it, marks of a list belong to its words: 60%来自A、B."""

_CLOSE = re.compile(r"[,、:()]")
_SEGMENT = re.compile(r"[;。!?]")
_CLAUSE_END = re.compile("[,;。]")
_JOINED = re.compile("、|以及|和|及|与")
MIN_PIECE = 2
MAX_SIGHTINGS = 300
"""Numbers of one sentence that are told apart; more are a trap, and zones would cost their square."""


class Zone(NamedTuple):
    """The words one number owns: ranges of its sentence, in order, and the tail it shares."""

    own: tuple[tuple[int, int], ...]
    words: str
    """The own words."""
    named: bool
    """True where the own words name something."""
    lead: tuple[tuple[int, int], ...] = ()
    tail: tuple[tuple[int, int], ...] = ()
    noun_first: bool = False
    """True where the words after the number run on to the next one: they start as its noun."""
    verb_last: bool = False
    """True where the words before the number run from the one before: they end as its own."""


@lru_cache(maxsize=4096)
def has_content(text: str) -> bool:
    """Tell whether `text` names something, or only connects (同比增长, 其中, 达到)."""
    return len(words_of.content(text)) >= MIN_PIECE


def segment(sentence: Sentence, place: int) -> tuple[int, int]:
    """Return the range between semicolons that holds `place`."""
    first, last = 0, len(sentence.text)
    for stop in _SEGMENT.finditer(sentence.text):
        if stop.end() <= place:
            first = stop.end()
        else:
            last = stop.start()
            break
    return first, last


@once
def zones(sentence: Sentence) -> list[Zone]:
    """Return the zone of every sighting of `sentence`, in order."""
    return _zones(sentence.text, sentence.sightings)


def _zones(text: str, seen: list[Sighting]) -> list[Zone]:
    stops = [0, *(stop.end() for stop in _SEGMENT.finditer(text)), len(text)]
    made: list[Zone] = []
    for first, last in itertools.pairwise(stops):
        inside = [sighting for sighting in seen if first <= sighting.start < last]
        if inside:
            made += _segment_zones(text, first, last, inside)
    return made


def _segment_zones(text: str, first: int, last: int, seen: list[Sighting]) -> list[Zone]:
    befores = [first] + [0] * (len(seen) - 1)
    afters = [0] * len(seen)
    shared: list[bool] = [False] * len(seen)
    for place, (left, right) in enumerate(itertools.pairwise(seen)):
        between = text[left.end : right.start]
        cut = (_CLOSE_CLAUSE if _FROM.match(between) else _BREAK).search(between)
        if cut:
            afters[place] = left.end + cut.start()
            befores[place + 1] = left.end + cut.start()
        elif (measures(left) or between.startswith(" in ")) and has_content(between):
            afters[place], befores[place + 1] = right.start, right.start
            shared[place + 1] = True
        else:
            afters[place], befores[place + 1] = left.end, left.end
    close = _CLOSE.search(text, seen[-1].end, last)
    afters[-1] = close.start() if close else last
    owned = [
        [(befores[place], sighting.start), (sighting.end, afters[place])]
        for place, sighting in enumerate(seen)
    ]
    for place in range(1, len(seen)):
        named = text[seen[place - 1].end : seen[place].start].endswith((" of ", " worth "))
        if shared[place] and (named or not has_content(text[seen[place].end : afters[place]])):
            owned[place].insert(0, (seen[place - 1].end, seen[place].start))
    dealt = _dealt(text, first, seen, owned) if DEALS.search(text, first, last) else {}
    listed = respectively.dealt(text, first, seen, owned) if "respectively" in text else {}
    made = []
    for place, sighting in enumerate(seen):
        own, tail = dealt.get(place) or (owned[place], _tail(text, seen, place, afters, last))
        if place + 1 < len(seen) and text[sighting.end : seen[place + 1].start] == "的":
            tail = [(seen[place + 1].end, afters[place + 1])]  # 总投资1787亿元的106个项目
        lead = _leading(
            text, first, seen, place, afters, sighting.start if shared[place] else befores[place]
        )
        own, lead, tail = listed.get(place) or (own, lead, tail)
        noun = place + 1 < len(seen) and shared[place + 1]
        mine = _real(own)
        named = place in listed or any(has_content(text[start:end]) for start, end in mine)
        words = "".join([text[start:end] for start, end in mine])
        named = named or ("分别" in words and len(mine) > 1 and mine[0][1] - mine[0][0] == 1)
        made.append(Zone(mine, words, named, _real(lead), _real(tail), noun, shared[place]))
    return made


def _leading(
    text: str, first: int, seen: list[Sighting], place: int, afters: list[int], end: int
) -> list[tuple[int, int]]:
    """Return the words of the segment before a number's own, without the nouns of its list.

    38个市级项目 borrows nothing from 17个省级项目 in 17个省级项目、38个市级项目.
    """
    if not place:
        return []
    ranges, start = [], first
    for index in range(place):
        listed = afters[index] > seen[index].end and _JOINED.match(
            text, afters[index], seen[index + 1].start
        )
        if listed and _same_list(text, seen, index, place):
            ranges.append((start, seen[index].start))
            start = afters[index]
    return [*ranges, (start, end)]


def _same_list(text: str, seen: list[Sighting], index: int, place: int) -> bool:
    """Tell whether no comma stands between two numbers."""
    return "," not in text[seen[index].end : seen[place].start]


def _real(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple([one for one in ranges if one[1] > one[0]])


def measures(sighting: Sighting) -> bool:
    """Tell whether the unit counts things, so that a noun follows it (38个市级项目)."""
    return sighting.amount.unit not in _UNCOUNTED


_UNCOUNTED = frozenset(["%", "百分点", "基点", "倍", "位", "元", "美元", "港元", "欧元", "‰", ""])


def _tail(
    text: str, seen: list[Sighting], place: int, afters: list[int], last: int
) -> list[tuple[int, int]]:
    """Return the predicate that a list of counted nouns shares (A、B已经完成)."""
    end = afters[place]
    if not (text.startswith(("、", "和", "及", "与", "以及"), end)):
        return []
    close = _CLAUSE_END.search(text, end, last)
    stop = close.start() if close else last
    verb = words_of.SHARED_DEED.search(text, end, stop)
    return [(verb.start(), stop)] if verb else []


_LINK = re.compile(r"(?:[、,和及与]|以及)(?:同比)?(?:增长|下降|增加|减少|上升|回落|提高)?")


def _dealt(
    text: str, first: int, seen: list[Sighting], own: list[list[tuple[int, int]]]
) -> dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
    """Deal the nouns of 分别 out to its numbers, where both count alike: own words and tail.

    The nouns stand before 分别 (A、B分别增长1%、2%), after it (分别高于全国、全省1和2个百分点), or are those of
    as many numbers before it (A 1亿元、B 2亿元,分别增长1%、2%).
    """
    dealt: dict[int, tuple[list[tuple[int, int]], list[tuple[int, int]]]] = {}
    for place, sighting in enumerate(seen):
        start = seen[place - 1].end if place else first
        said = list(DEALS.finditer(text, start, sighting.start))
        if not said:
            continue
        word = said[-1].start()
        group = [place]
        while group[-1] + 1 < len(seen) and _LINK.fullmatch(
            text, seen[group[-1]].end, seen[group[-1] + 1].start
        ):
            group.append(group[-1] + 1)
        count, verb = len(group), (word, sighting.start)
        if count == 1:
            continue
        names, behind = _names(text, start, word, count), _names(text, word + 2, sighting.start)
        for offset, index in enumerate(group):
            if len(names) >= count:
                dealt[index] = ([names[offset - count], verb], [names[-1]])
            elif len(behind) == count:
                dealt[index] = ([behind[offset]], [(word, behind[0][0])])
            elif place - count in dealt or (place >= count and not _runs(text, seen, place, count)):
                far, tail = dealt.get(place - count + offset, (own[place - count + offset], []))
                dealt[index] = ([*far, verb], tail)
            elif len(names) == 1 and has_content(text[names[0][0] : names[0][1]]):
                items = _counted_items(text, first, seen, place, count)
                dealt[index] = ([*items[offset : offset + 1], names[0], verb], [])
            else:
                dealt[index] = ([(word, word + 2)], [])
    return dealt


DEALS = re.compile("分别|各为|各达")
"""Words that deal listed nouns out to as many numbers."""


def _runs(text: str, seen: list[Sighting], place: int, count: int) -> bool:
    """Tell whether the `count` numbers before `place` follow each other without nouns: 各1亿元和2亿元."""
    before = seen[place - count : place]
    return all(_LINK.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(before))


def _counted_items(
    text: str, first: int, seen: list[Sighting], place: int, count: int
) -> list[tuple[int, int]]:
    """Return the items of a list that the number before `place` counts: 轴承、家具|2个项目,投资额分别为….

    [] where that number does not count as many things as are dealt to.
    """
    if not place or not measures(seen[place - 1]) or seen[place - 1].amount.value != count:
        return []
    start = seen[place - 2].end if place > 1 else first
    items = _names(text, start, seen[place - 1].start, count)
    return items if len(items) == count else []


_PARTINGS = ("、", "、|以及|及", "、|以及|和", "、|以及|与", "、|以及|和|及|与")
"""What may part the nouns of a list: one word for all where it gives as many (甲公司及怡和公司)."""


def _names(text: str, first: int, last: int, count: int = 0) -> list[tuple[int, int]]:
    """Return the listed nouns of text[first:last] after its last comma.

    Where the marks 、 alone give `count` nouns, 和 and 及 belong to the nouns (汽车及零部件、生物医药).
    """
    first = max(first, max(text.rfind(mark, first, last - 1) for mark in ",:") + 1)
    fitting: list[list[tuple[int, int]]] = []
    for form in _PARTINGS:
        found, start = [], first
        for stop in re.finditer(form, text[first:last]):
            found.append((start, first + stop.start()))
            start = first + stop.end()
        found.append((start, last))
        if len(found) == count:
            fitting.append(found)
    return next((names for names in fitting if _alike(text, names)), (fitting or [found])[0])


def _alike(text: str, names: list[tuple[int, int]]) -> bool:
    """Tell whether the nouns of a list end alike: 集体企业 | 外商及港澳台企业, not 集体企业和外商 | 港澳台企业."""
    ending = text[names[0][1] - 2 : names[0][1]]
    return all(text.endswith(ending, start, end) for start, end in names[:-1]) and bool(
        text.find(ending, *names[-1]) >= 0
    )
