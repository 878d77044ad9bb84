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


def hidden(claim: Claim) -> str:
    """Return the code of the first character in the claim's words that has no shape, else ""."""
    for name in _WORDS[claim.kind]:
        words = getattr(claim, name)
        joined = "".join(words) if isinstance(words, tuple) else words
        if not joined or joined.isprintable():
            continue
        for char in joined:
            if unicodedata.category(char) in _HIDDEN:
                return f"U+{ord(char):04X}"
    return ""


def own(reading: Reading, sentence: Sentence, claim: Claim) -> Claim:
    """Return `claim` with the number of `sentence` and its words in the article's spelling.

    Words that stand nowhere as a whole (a metric laid out from pieces) stay as they are.
    """
    changes: dict[str, Any] = {}
    for name in _WORDS[claim.kind]:
        words = getattr(claim, name)
        if not words:
            continue
        spelt: Any
        if isinstance(words, tuple):
            spelt = tuple(_spelt(reading, sentence, word) for word in words)
        else:
            spelt = _spelt(reading, sentence, words)
        if spelt != words:
            changes[name] = spelt
    if claim.sentence != sentence.number:
        changes["sentence"] = sentence.number
    return claim.model_copy(update=changes) if changes else claim


_WORDS: dict[str, tuple[str, ...]] = {
    "figure": ("metric", "subject", "raw", "period", "change_kind"),
    "official": ("name", "titles", "org", "roles"),
    "target": ("what", "raw", "deadline", "owner", "completion"),
    "next_step": ("action", "owner", "deadline"),
    "shortfall": ("what",),
}
"""The fields of each kind of claim that hold words."""


def _spelt(reading: Reading, sentence: Sentence, words: str) -> str:
    """Return `words` as the sentence spells them, else as the article does, else unchanged."""
    text = reading.article.text
    if text.find(words, sentence.start, sentence.start + sentence.length) >= 0 or words in text:
        return words
    wanted = squeeze(words)
    for one in (sentence, *map(reading.sentence, reading.holding(wanted)[:1])):
        place = one.text.find(wanted)
        if wanted and place >= 0:
            start, end = one.span(place, place + len(wanted))
            seen = "".join(
                c for c in text[start:end] if unicodedata.category(c) not in ("Cf", "Co")
            )
            return _GAP.sub("", seen)
    return words.strip()
