"""What the pages of one site have in common, learned by counting lines.

In:  the pages' linear texts.
Out: how many articles hold each line, by `line_key`; counts only, no text is kept apart from
     the keys. Near-duplicates must be left out first, or their bodies look like furniture.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.cleaning.folding import fold

_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_FEWEST = 3
SENTENCE = 30


def line_key(line: str) -> str:
    """Return a line without white space, its digits as #.

    Sentences keep their digits: monthly reports repeat them with other figures.
    """
    key = _SPACE.sub("", line)
    return key if len(key) >= SENTENCE and "。" in key else _DIGITS.sub("#", key)


def learn(texts: Iterable[str]) -> Mapping[str, int]:
    """Count in how many texts of a site each line stands; empty for fewer than three texts."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        counts.update({line_key(line) for line in fold(text).splitlines() if line.strip()})
    if number < _FEWEST:
        return {}
    return {key: count for key, count in counts.items() if count >= 2}
