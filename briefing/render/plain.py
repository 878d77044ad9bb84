"""Make text that shows all its letters and does nothing.

Article text is untrusted: it may hold control characters, marks that reverse the order of
letters, invisible tags, half surrogates. `visible` replaces each with its code point in
brackets, 〔U+202E〕, so that nothing is lost and nothing acts. Markup is escaped elsewhere,
by each format's own rule.
"""

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_OTHERS = "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
_ACTING = re.compile(f"[{_CONTROLS}{_BIDI}{_OTHERS}]")
_SPACE = re.compile(r"[\s\u2028\u2029\u0085]+")
_IGNORABLE = re.compile(
    "[\u00ad\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)

REPLACEMENT = "〓"
"""Stands for a character that no font has: the printers' geta mark."""


def visible(text: str) -> str:
    """Return `text` with every character that acts or cannot be stored written as its code."""
    return _ACTING.sub(_code, text) if _ACTING.search(text) else text


def one_line(text: str) -> str:
    """Return the visible text with every run of white space as one blank."""
    return visible(_SPACE.sub(" ", text))


def without_ignorable(text: str) -> str:
    """Return `text` without characters that have no picture: soft hyphens, variation selectors."""
    return _IGNORABLE.sub("", text)


def _code(match: re.Match[str]) -> str:
    return f"〔U+{ord(match.group()):04X}〕"
