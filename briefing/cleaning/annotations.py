"""Pinyin in brackets after every few characters, as mirror pages put it against search.

In:  the folded text.
Out: ranges to delete; none unless the whole page is written so. 莘(shēn)县 in a page that
     explains one name stays.
"""

import re

_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[(\uff08][a-zü\u00e0-\u00fc\u0101-\u01dc]{1,6}[)\uff09]")
_HAN = re.compile(r"[\u3400-\u9fff]")


def find(folded: str) -> list[tuple[int, int]]:
    """Return the brackets when they are too many for explanations."""
    if folded.count("(") < 5:
        return []
    found = [match.span() for match in _PINYIN.finditer(folded)]
    if len(found) < 5:
        return []
    han = len(_HAN.findall(folded))
    many = len(found) >= 8 and len(found) * 100 >= 3 * han
    dense = len(found) * 100 >= 8 * han
    return found if many or dense else []
