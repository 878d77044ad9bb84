"""The forms of HTML that matter for text: which tags break a line, hide, close others, hold text only.

All patterns are linear: attributes are bounded, loops give nothing back.
"""

import re
from functools import lru_cache

# A quoted value may hold angle brackets if it is short; the cap keeps broken quotes linear. An
# element that holds nothing but text is matched whole (the last group): most elements are such.
_ATTRIBUTES = (
    r"(?>(?:[^<>\"']++|\"[^\"<>]*+\"|\"[^\"]{0,4000}+\"|'[^'<>]*+'|'[^']{0,4000}+'|[\"']){0,200})"
)
TAG = re.compile(
    r"<(?:(/)?([a-zA-Z][^\s/<>\"'=]*+)"
    rf"({_ATTRIBUTES})>"
    r"(?(1)|(?:([^<]*+)</\2\s*+>)?)|(!--)|(!\[CDATA\[)|[!?][^<>]*>)"
)
# The rest of a long list whose items each hold links and short words beside them: a menu,
# headlines with days.
_LINK = rf"<a(?=[\s>]){_ATTRIBUTES}>[^<]*+</a>\s*+"
_BESIDE = rf"<(span|i|em|b|font|small|time)(?=[\s>]){_ATTRIBUTES}>[^<]{{0,20}}+</\%d>\s*+"
LINKS = re.compile(
    rf"\s*+(?>(?:<li(?=[\s>]){_ATTRIBUTES}>\s*+(?>(?:{_BESIDE % 1})*){_LINK}(?>(?:{_LINK}|{_BESIDE % 2})*)</li>\s*+){{8,}})</ul>"
)
LINK_TEXT = re.compile(r">([^<]*+)</a>")
_SIG = re.compile(r"(?:^|\s)(?:id|class)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
HIDES = re.compile(r"display\s*:\s*none|(?:^|\s)hidden(?:\s|=|/|$)", re.I)
HIDES_INLINE = re.compile(r"visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])", re.I)
PRE = re.compile(r"white-space\s*:\s*(?:pre|break)", re.I)
JAMMER = re.compile(r"class\s*=\s*[\"']?[^\"'>]*\bjammer\b", re.I)
INDENT_BREAK = re.compile(r"[\r\n]+(?=[ \t]*\u3000\u3000)")
_INLINE = """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr
    o:p q rp rt ruby s samp small span st1 strike strong sub sup time tt u var wbr"""
_VOID = """area base basefont br col embed frame hr img input link meta param source track wbr"""
_UNSEEN = """script style noscript template svg math iframe object select textarea canvas audio video
    noframes applet datalist map title xml button"""
INLINE, VOID = frozenset(_INLINE.split()), frozenset(_VOID.split())
SKIPPED = frozenset(_UNSEEN.split())  # their content is no text of the page
FALLBACK = frozenset({"noscript", "template", "textarea"})  # shown when all else is empty
TABLE = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"})
CLOSES = {  # a start tag closes an open one of these at the top of the stack
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody"}),
}
CLOSED = frozenset({"p", *(name for names in CLOSES.values() for name in names)})


@lru_cache(maxsize=4096)
def signature(attrs: str) -> str:
    """Return the id and class in the attributes of a tag, parted by a blank."""
    if "lass" not in attrs and "id" not in attrs.lower() and "CLASS" not in attrs:
        return ""
    return " ".join(filter(None, map("".join, _SIG.findall(attrs))))


def html_end(html: str, name: str, at: int) -> int:
    """Return where the content of a raw text element that starts at `at` ends."""
    place = html.find("</", at)
    while place >= 0:
        if html[place + 2 : place + 2 + len(name)].lower() == name:
            return place
        place = html.find("</", place + 2)
    return len(html)


def may_hide(text: str) -> bool:
    """True where a word stands that an element has which is not shown; asked before `hides`."""
    return "style" in text or "hidden" in text or "jammer" in text or "STYLE" in text


def hides(name: str, attrs: str) -> str:
    """Return why an element with these attributes is not shown, "" when it is."""
    lower = attrs.lower()
    if "jammer" in lower and JAMMER.search(attrs):
        return "jammer"
    if ("none" in lower or "hidden" in lower) and HIDES.search(attrs):
        return "hidden"
    if name in INLINE and ("hidden" in lower or ":0" in lower or ": 0" in lower):
        return "hidden" if HIDES_INLINE.search(attrs) else ""
    return ""
