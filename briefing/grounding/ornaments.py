"""Tell what no name of a thing begins or ends with: 的产值, 产值及, half a bracket.

In:  a metric (folded), its sentence and the one before. Out: the words, "" where it has none.
"""

import re
from functools import lru_cache

from briefing.grounding.reading import Sentence

_NO_START = frozenset("的及和与等在为是之其了各,、:'\"-()")
_NO_END = frozenset("的及和与在为是之其各,、:'\"-(")
_DOUBLED = re.compile(r"([的及和与在为是之其各,、:'\"-])\1")
"""What a metric neither starts nor ends with, but where the article does."""

_NEVER_FIRST = frozenset("的等之了或却级")
_NEVER = re.compile(
    r"(?:[的却仅只、,或与]|(?<![惠普涉波触])及|(?<![初高集])中|(?<![国所])有|(?<![总饱缓温调中])和|由[^,]{1,8}的(?:下降|上升|增长)?)$|分别"
)
"""What no name of a thing begins with, and what none ends in or holds."""


def ornament(metric: str, sentence: Sentence, before: Sentence | None) -> str:
    """Return what no name of a thing begins or ends with, or what the article has not there."""
    never, found = _ornaments(metric)
    if never or not found:
        return never
    texts = (sentence.text, before.text if before else "")
    return next((words for words in found if not any(words in text for text in texts)), "")


@lru_cache(maxsize=4096)
def _ornaments(metric: str) -> tuple[str, tuple[str, ...]]:
    """Return what no metric begins or ends with, and what only the article may have there."""
    if metric[:1] in _NEVER_FIRST:
        return metric[:2], ()
    if never := _NEVER.search(metric):
        return never[0], ()
    if metric.count("(") != metric.count(")"):
        return "()", ()
    found = []
    if metric[:1] in _NO_START:
        found.append(metric[:2])
    if metric[-1:] in _NO_END:
        found.append(metric[-2:])
    if doubled := _DOUBLED.search(metric):
        found.append(doubled[0])
    return "", tuple(found)
