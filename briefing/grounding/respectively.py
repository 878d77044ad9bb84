"""Deal the nouns of an English list out to the numbers that `respectively` gives them.

In:  a text (folded, spaced or compact) and its amounts. Out: the groups of numbers that the word deals to,
     and for each number of a group the ranges of its noun: what the list shares, its own item, the
     shared head (added value of the | primary | industries).

The nouns stand before the verb (exports and imports rose 1 percent and 2 percent) or are those of as many
numbers before (revenue of 5 billion and profits of 1 billion, up 1 percent and 2 percent).
"""

import re
from collections.abc import Sequence

from briefing.facts.amounts import Sighting

Range = tuple[int, int]

_WORD = re.compile(r"\brespectively\b")
_LINK = re.compile(r",?(?: ?and| ?while)? ?(?:to |at |by |up |down |about |over |nearly )?")
_VERB = re.compile(
    r"(?:^|[ ,])(?:(?:has|have|had) )?(?:(?:was|were|is|are|rose|fell|grew|hit|stood at|came to|came in at|shrank|saw|made up|[a-z]+(?:ed|ing))(?: [a-z]+ly)?(?: to| by| at| for| up| down| in)?(?: a combined)?[ ,]*)$"
)
_BEGIN = re.compile(
    r".*(?:[;:]|\bthat\b|\bsaw\b|\bsaid\b|\bshow(?:ed|s)?\b|\bwhile\b|,(?=(?:the|its|their) )|, (?=(?:the|its|their) ))"
)
_ITEMS = re.compile(r", ?and |, ?| and ")
_PERIOD = re.compile(
    r"^(?:in|during|over|by|as of|at) [^,]*?(?:\d{4}|quarters?|months?|half|year|period|january|february|march|april|may|june|july|august|september|october|november|december)[^,]*, ?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|its|their|a|an) ", re.IGNORECASE)
_CONTRAST = re.compile(
    r"\b(?:primary|secondary|tertiary|urban|rural|male|female|domestic|foreign|overseas|inbound|outbound|public|private|[a-z]+ern|first|second|third|[a-z]+-level|large|small|medium|upper|lower|junior|senior|online|offline|\d+)$",
    re.IGNORECASE,
)
"""Words that part a shared noun: urban and rural residents, lines 8 and 9."""


_HEAD = re.compile(r"[a-z' -]+ (?:in|of) (?:the )?", re.IGNORECASE)
"""What single words of a list share: investment in | manufacturing and infrastructure."""


def groups(text: str, seen: Sequence[Sighting]) -> list[list[int]]:
    """Return the places of the numbers that each `respectively` deals to."""
    if "respectively" not in text:
        return []
    found: list[list[int]] = []
    for word in _WORD.finditer(text):
        group: list[int] = []
        for place in reversed([p for p, s in enumerate(seen) if s.end <= word.start()]):
            if group and not _alike(text, seen[place], seen[group[0]]):
                break
            group.insert(0, place)
        if len(group) > 1:
            found.append(group)
    return found


def _alike(text: str, one: Sighting, other: Sighting) -> bool:
    same = one.amount.unit == other.amount.unit
    return same and bool(_LINK.fullmatch(text, one.end, other.start))


def deals(text: str, seen: Sequence[Sighting], index: int) -> bool:
    """Tell whether `respectively` deals a noun to number `index`."""
    return any(index in group for group in groups(text, seen))


def nouns(text: str, low: int, high: int, count: int) -> list[tuple[Range, Range, Range]]:
    """Return `count` nouns listed in text[low:high]: shared start, own item, shared end; [] if not so many."""
    lead = text[low:high]
    begin = _BEGIN.match(lead)
    start = begin.end() if begin else 0
    while (skip := re.match(r"[ ,\"']+", lead[start:])) or (skip := _PERIOD.match(lead[start:])):
        start += skip.end()
    verb = _VERB.search(lead, start)
    end = verb.start() if verb else len(lead.rstrip(" ,"))
    items, at = [], start
    for stop in [*_ITEMS.finditer(lead, start, end), None]:
        until = stop.start() if stop else end
        items.append((at, until))
        at = stop.end() if stop else end
    items = [_bare(lead, item) for item in items if lead[slice(*item)].strip()]
    if len(items) != count:
        return []
    return [
        tuple((low + start, low + end) for start, end in part)  # type: ignore[misc]
        for part in _parted(lead, items)
    ]


def _bare(lead: str, item: Range) -> Range:
    article = _ARTICLE.match(lead, item[0], item[1])
    return (article.end() if article else item[0], item[1])


def _parted(lead: str, items: list[Range]) -> list[tuple[Range, Range, Range]]:
    """Part items into what they share and their own words: one head, or adjectives of one noun."""
    empty = (0, 0)
    first, last = items[0], items[-1]
    told = [_CONTRAST.search(lead[start:end]) for start, end in items[:-1]]
    if all(told):
        begin = first[0] + (told[0].start() if told[0] else 0)
        space = lead.find(" ", *last)
        tail = (space if space > 0 else last[1], last[1])
        middle = [(begin, first[1]), *items[1:-1], (last[0], tail[0])]
        return [((first[0], begin), item, tail) for item in middle]
    head = _HEAD.match(lead, *first)
    if head and not any(" " in lead[start:end] for start, end in items[1:]):
        own = [(head.end(), first[1]), *items[1:]]
        return [((first[0], head.end()), item, empty) for item in own]
    return [(empty, item, empty) for item in items]


Owned = Sequence[Range]


def dealt(
    text: str, first: int, seen: Sequence[Sighting], owned: Sequence[Owned]
) -> dict[int, tuple[list[Range], list[Range], list[Range]]]:
    """Return own words, shared start and shared end of every number that `respectively` deals to.

    `first` is where the segment of `seen` begins, `owned` what each number has without the list. A list
    that cannot be told leaves its numbers no noun.
    """
    found: dict[int, tuple[list[Range], list[Range], list[Range]]] = {}
    for group in groups(text, seen):
        start, count = seen[group[0] - 1].end if group[0] else first, len(group)
        listed = nouns(text, start, seen[group[0]].start, count)
        for offset, place in enumerate(group):
            if listed:
                shared, item, tail = listed[offset]
                found[place] = ([item], [shared], [tail])
            elif place >= count:
                other = seen[place - count]
                found[place] = ([*owned[place - count], (other.start, other.end)], [], [])
            else:
                found[place] = ([], [], [])
    return found
