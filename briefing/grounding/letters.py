"""Give a proven claim the article's own letters, and find what cannot be seen in a claim.

A claim is compared folded: a model may copy a traditional name in simplified letters, or in full
width. What is printed is the article's spelling. Characters without a shape (format, private use,
control, line breaks) never belong to a copied word: a claim that holds one is refused.
"""

import re
import unicodedata
from typing import Any

from briefing.facts.folding import squeeze
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Claim

_HIDDEN = frozenset(["Cf", "Co", "Cc", "Cs", "Cn", "Zl", "Zp"])
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|[\r\n\t]+")


Words = list[tuple[str, str | tuple[str, ...]]]
"""The fields of a claim that hold words, with what they hold."""


def words_of(claim: Claim) -> Words:
    """Return the words of `claim` by field, without the fields that are empty."""
    return [(name, words) for name in _WORDS[claim.kind] if (words := getattr(claim, name))]


def hidden(words: Words) -> str:
    """Return the code of the first character in a claim's words that has no shape, else ""."""
    for _, value in words:
        joined = value if isinstance(value, str) else "".join(value)
        if joined.isprintable():
            continue
        for char in joined:
            if unicodedata.category(char) in _HIDDEN:
                return f"U+{ord(char):04X}"
    return ""


def own(reading: Reading, sentence: Sentence, claim: Claim, words: Words) -> Claim:
    """Return `claim` with the number of `sentence` and its `words` in the article's spelling.

    Words that stand nowhere as a whole (a metric laid out from pieces) stay as they are.
    """
    text = reading.article.text
    changes: dict[str, Any] = {}
    for name, value in words:
        if isinstance(value, str):
            spelt: Any = value if value in text else _spelt(reading, sentence, value)
        else:
            spelt = tuple([w if w in text else _spelt(reading, sentence, w) for w in value])
        if spelt != value:
            changes[name] = spelt
    if claim.sentence != sentence.number:
        changes["sentence"] = sentence.number
    return claim.model_copy(update=changes) if changes else claim


_WORDS: dict[str, tuple[str, ...]] = {
    "figure": ("metric", "subject", "raw", "period"),
    "official": ("name", "titles", "org", "roles"),
    "target": ("what", "raw", "deadline", "owner", "completion"),
    "next_step": ("action", "owner", "deadline"),
    "shortfall": ("what",),
}
"""The fields of each kind of claim that hold the article's words; a kind of change is ours."""


def _spelt(reading: Reading, sentence: Sentence, words: str) -> str:
    """Return `words` as the sentence spells them, else as the article does, else unchanged."""
    if not (wanted := squeeze(words)):
        return words.strip()
    one, place = sentence, sentence.text.find(wanted)
    if place < 0 and (holding := reading.holding(wanted)):
        one = reading.sentence(holding[0])
        place = one.text.find(wanted)
    if place < 0:
        return words.strip()
    start, end = one.span(place, place + len(wanted))
    seen = reading.article.text[start:end]
    seen = "".join(c for c in seen if unicodedata.category(c) not in ("Cf", "Co"))
    return _GAP.sub("", seen)
