"""The marks of Markdown, which are no part of the text.

In:  the text of a Markdown file.
Out: ranges to delete. What stays is what a reader of the rendered page sees.
"""

import re

_MARKS = (
    re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|[ \t]+#{1,6}[ \t]*$", re.M),
    re.compile(r"^[ \t]{0,3}>[ \t]?", re.M),
    re.compile(r"^[ \t]{0,8}[-*+][ \t]+(?=\S)", re.M),
    re.compile(r"^[ \t]*(?:```.*|~~~.*|[-*_]([ \t]?[-*_]){2,}[ \t]*|\|?[ \t:|-]{3,}\|?)$", re.M),
    re.compile(r"!\[[^\]\n]{0,200}\]\([^()\s]{0,500}\)"),
    re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{2}(?=\S)|(?<=\S)_{2}(?!\w)|`+"),
)
_LINK = re.compile(
    r"(?<!!)(\[)([^\[\]\n]{1,300})(\]\([^()\s]{0,500}(?:[ \t]\"[^\"\n]{0,100}\")?\))"
)


def find(text: str) -> list[tuple[int, int]]:
    """Return the marks, which may overlap, in order."""
    found = [match.span() for form in _MARKS for match in form.finditer(text)]
    for match in _LINK.finditer(text):
        found += [match.span(1), match.span(3)]
    return sorted(span for span in found if span[0] < span[1])
