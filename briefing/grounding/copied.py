"""Let a number be as wide as the claim copied it: 同比减收|1.27亿元, 较上月下滑|2个位次, 每吨|185元.

In:  a sentence, one of its numbers, and where the copied words begin.
Out: the sentence as it is read when these words are part of the number, None where they name something.

What a claim copies with its number is told by it: it need not stand in the metric, and it is no noun of
the number's own. Words that name a thing (税收|增长5%) are no part of a number.
"""

import copy
import re

from briefing.facts.amounts import Sighting
from briefing.grounding import figure_words as words_of
from briefing.grounding.reading import Sentence
from briefing.grounding.zones import MAX_SIGHTINGS, has_content

EACH = re.compile(
    r"每[百千万]?(?:名|人|户|亩|家|村|平方米?|公里|元|吨|公斤|斤|千克|度|立方米?|位|个)"
)
_BRACKET = re.compile(r"\([^()]*\)")
_COMPARED = re.compile(
    r"(?:[比较与同占为]|[高低快慢好优]于|[高低]出|不足|不到|不及|超过?|领先|落后|相当于)[^,;。、]{0,14}?(?=[高低快慢多少增减升降加扩收回放下上提缩的]|$)"
)


def widened(sentence: Sentence, index: int, start: int) -> tuple[Sentence, int] | None:
    """Return `sentence` with its number `index` begun at `start` and that number's new place.

    None where the copied words take in a name.
    """
    seen = sentence.sightings
    number = seen[index]
    inside = [s for s in seen[:index] if s.start >= start]  # what it is compared with, in brackets
    before = seen[index - len(inside) - 1].end if index > len(inside) else 0
    if not before <= start < number.start or len(seen) > MAX_SIGHTINGS:
        return None
    words = _BRACKET.sub("", sentence.text[start : number.start])
    words = _COMPARED.sub("", EACH.sub("", words))
    if has_content(words_of.DEEDS.sub("", words)):
        return None
    wide = copy.copy(sentence)
    wide.kept = {}
    wide.sightings = [
        *seen[: index - len(inside)],
        Sighting(start, number.end, sentence.text[start : number.end], number.amount),
        *seen[index + 1 :],
    ]
    return wide, index - len(inside)
