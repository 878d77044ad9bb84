"""Pinyin in brackets after every few characters, as mirror pages put it against search.

In:  the text, and the same folded.
Out: ranges to delete; none unless the whole page is written so, or the letters explained are
     traditional ones, which mirror pages mark. 莘(shēn)县 in a page that explains one name stays.
"""

import re
from collections.abc import Sequence

_TONED = r"[a-zü]{0,4}[\u00e0-\u00fc\u0101-\u01dc][a-zü\u00e0-\u00fc\u0101-\u01dc]{0,4}"
_PLAIN = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouüv]{1,3}(?:ng?|r)?)"  # a syllable without its tone
)
_ONE = rf"(?:{_TONED}|{_PLAIN})[)\uff09]"
_PINYIN = re.compile(rf"[(\uff08](?<=[\u3400-\u9fff].){_ONE}(?:[(\uff08]{_ONE}){{0,2}}")
# Brackets whose letter was lost with them, in part or whole: 日?qǐng), 目?jī)H有, 崿F(xiàn).
_DAMAGED = re.compile(
    rf"[?\uff1f](?<=[\u3400-\u9fff)].){_TONED}[)\uff09](?:[A-Z](?=[\u3400-\u9fff]))?"
    rf"|[(\uff08](?<=[A-Z].){_TONED}[)\uff09]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 2


def find(text: str, folded: str) -> list[tuple[int, int]]:
    """Return the brackets when they are too many for explanations, damaged ones among them."""
    if folded.count("(") < _FEWEST:
        return []
    found = [match.span() for match in _PINYIN.finditer(folded)]
    if not _many(found, text, folded):
        return []
    return found + [match.span() for match in _DAMAGED.finditer(folded)]


def _many(found: Sequence[tuple[int, int]], text: str, folded: str) -> bool:
    """True when brackets stand as mirror pages put them."""
    old = sum(text[start - 1] != folded[start - 1] for start, _ in found)
    if old >= _FEWEST and old * 2 >= len(found):
        return True
    if len(found) < 5:
        return False
    han = len(_HAN.findall(folded))
    return (len(found) >= 8 and len(found) * 100 >= han) or len(found) * 100 >= 8 * han
