"""Text that was saved with HTML entities still in it: &nbsp; &ldquo; &#8220;.

In:  decoded text without markup.
Out: a linear text in which each entity is the one letter it stands for.
"""

import html
import re

from briefing.cleaning.linear import Linear, Slice

_ENTITY = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,9}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
_FEWEST = 3


def linear(text: str) -> Linear | None:
    """Return the text with its entities read; None when there are hardly any."""
    if text.count("&") < _FEWEST:
        return None
    found = [(match, html.unescape(match.group())) for match in _ENTITY.finditer(text)]
    found = [(match, letter) for match, letter in found if len(letter) == 1]
    if len(found) < _FEWEST:
        return None
    parts: list[str] = []
    slices: list[Slice] = []
    raw = at = 0
    for match, letter in found:
        if match.start() > raw:
            parts.append(text[raw : match.start()])
            slices.append((at, match.start() - raw, raw, match.start() - raw))
            at += match.start() - raw
        parts.append(letter)
        slices.append((at, 1, match.start(), match.end() - match.start()))
        at += 1
        raw = match.end()
    if raw < len(text):
        parts.append(text[raw:])
        slices.append((at, len(text) - raw, raw, len(text) - raw))
    return Linear(page=text, text="".join(parts), pieces=tuple(slices))
