"""Lines made of the words that sites put around articles: menus, tools, crumbs.

In:  the folded text of a short line.
Out: its kind, "" when its words say nothing.
"""

import re

from briefing.cleaning.stamp_lines import ENDMARK
from briefing.cleaning.words import CHROME, NAVIGATION

ARROWS = re.compile(r"[>»›→]|&gt;")
_QUOTED_ARROWS = re.compile(r"(?<=\S)\s?[»›]\s?(?=\S)")
_TOKEN_CUT = re.compile(r"[\s|·•>»›丨/:\]\[【】(),<«]+")
_DIGITS = "0123456789"
_HEADLINE = 10  # letters of one part: [要闻] 某县季度会议召开, no menu
_NUMBER = re.compile(r"\d+(?:人|次|条)?|人")


def word_kind(key: str) -> str:
    """Lines made of furniture words only, or of a crumb."""
    tokens = [token for token in _TOKEN_CUT.split(key) if token]
    if not tokens:
        return "ornament"
    if len(tokens) == 2 and tokens[1] in NAVIGATION and len(key) <= 24 and "," not in key:
        return "masthead"
    if _all_known(tokens if " " not in key else _TOKEN_CUT.split(key.replace(" ", ""))):
        return "tools"
    if len(tokens) > 1 or tokens[0][0] in _DIGITS:
        tokens = [token for token in tokens if not _NUMBER.fullmatch(token)] or tokens
    known = 0
    for token in tokens:
        known += token in CHROME or (token[-1] in _DIGITS and token.rstrip(_DIGITS) in CHROME)
    if known == len(tokens):
        return "navigation" if tokens[0] in NAVIGATION else "tools"
    if len(_QUOTED_ARROWS.findall(key)) >= 2 or (key.isascii() and key.count(" / ") >= 2):
        return "crumb"  # the last of it may be a title with an end mark
    if ENDMARK.search(key) or "," in key:
        return ""
    if len(tokens) >= 3 and known * 2 >= len(tokens) and max(map(len, tokens)) < _HEADLINE:
        return "navigation"
    if len(tokens) >= 2 and tokens[0] in ("首页", "Home") and len(key) <= 50:
        return "crumb"
    if len(tokens) >= 3 and "首页" in tokens[:2]:
        return "crumb"
    arrows = len(ARROWS.findall(key))
    if arrows >= 2 or (arrows and (known or tokens[0].endswith(("网", "政府", "站")))):
        return "crumb"
    if key.isascii() and len(tokens) >= 3 and known >= 2:
        return "navigation"
    return ""


def _all_known(tokens: list[str]) -> bool:
    """True when every part is a furniture word, its letters perhaps spaced out: 【打 印】."""
    some = False
    for token in tokens:
        if token:
            if token not in CHROME:
                return False
            some = True
    return some
