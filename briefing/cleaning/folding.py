"""A view of the text for matching: half width, plain blanks, simplified; one letter for each."""

import re

from briefing.facts.traditional import SIMPLIFIED, TRADITIONAL

_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= dict.fromkeys(
    [0x09, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F],
    0x20,
)
_TABLE |= {0x205F: 0x20, 0x3000: 0x20, 0xFE13: 0x3A, 0x2236: 0x3A, 0xFE55: 0x3A}
_TABLE |= {0x3014: 0x5B, 0x3015: 0x5D, 0x3010: 0x5B, 0x3011: 0x5D, 0x2022: 0xB7}
_TABLE |= dict.fromkeys([0xFE31, 0x2223, 0x2502, 0x2503], 0x7C)
_TABLE |= {0x300C: 0x201C, 0x300D: 0x201D, 0x300E: 0x2018, 0x300F: 0x2019, 0xFF5E: 0x7E}
_TABLE |= {
    ord(old): ord(new)
    for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)
    if old not in "於乾著"
}

_NEW = {chr(old): chr(new) for old, new in _TABLE.items()}
_KEYS = re.compile(f"[{re.escape(''.join(_NEW))}]")
_FEW = 40
_EAST = re.compile("[\u2e80-\uffff]")


def fold(text: str) -> str:
    """Return `text` for matching: half-width marks and blanks, simplified characters.

    Line feeds stay; other line ends become blanks. Every position stays the same. Marks with
    no ASCII form (。 、 “ ”) stay as they are.
    """
    if text.isascii():
        return text.replace("\r", " ").replace("\t", " ") if "\r" in text or "\t" in text else text
    found = set(_KEYS.findall(text))
    if len(found) > _FEW:
        return text.translate(_TABLE)
    for char in found:  # a page has few of them: twice as fast as a table
        text = text.replace(char, _NEW[char])
    return text


def latin(text: str) -> bool:
    """True for text in Latin letters, its quotation marks and dashes perhaps curly."""
    return text.isascii() or not _EAST.search(text)
