"""Pinyin in brackets after every few characters, as mirror pages put it against search.

In:  the text, and the same folded.
Out: ranges to delete; none unless the whole page is written so, or the letters explained are
     traditional ones, which mirror pages mark. 莘(shēn)县 in a page that explains one name stays.
"""

import re

_TONED = r"[a-zü]{0,4}[\u00e0-\u00fc\u0101-\u01dc][a-zü\u00e0-\u00fc\u0101-\u01dc]{0,4}"
_PLAIN = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouüv]{1,3}(?:ng?|r)?)"  # a syllable without its tone
)
_ONE = rf"(?:{_TONED}|{_PLAIN})[)\uff09]"
_PINYIN = re.compile(rf"[(\uff08](?<=[\u3400-\u9fff].){_ONE}(?:[(\uff08]{_ONE}){{0,2}}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 2


def find(text: str, folded: str) -> list[tuple[int, int]]:
    """Return the brackets when they are too many for explanations."""
    if folded.count("(") < _FEWEST:
        return []
    found = [match.span() for match in _PINYIN.finditer(folded)]
    old = [span for span in found if text[span[0] - 1] != folded[span[0] - 1]]
    if len(old) >= _FEWEST and len(old) * 2 >= len(found):
        return found
    if len(found) < 5:
        return []
    han = len(_HAN.findall(folded))
    many = len(found) >= 8 and len(found) * 100 >= han
    dense = len(found) * 100 >= 8 * han
    return found if many or dense else []
