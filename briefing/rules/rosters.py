"""Read lists that put the name before its post: 李明达(区长)、…; 李明达 区长; 李明达,副区长;王芳,….

In brackets a post may follow a name anywhere; after a gap or a comma only where the whole
sentence, or what its label names (组长:…), is such a list. Texts are folded; offsets count in them.
"""

import re
from collections.abc import Iterator

from briefing.rules.lexicon import (
    COMPOUND_SURNAMES,
    FUNCTION_CHARS,
    GIVEN,
    NONGOV,
    NOT_NAMES,
    SURNAMES,
    TITLE,
)
from briefing.rules.naming import Named
from briefing.rules.posts import Post

_HAN = r"\u3400-\u9fff"
_NAME = rf"[{_HAN}](?: {{1,3}}[{_HAN}]|[{_HAN}]{{1,3}})"
_POST = rf"(?>[{_HAN}]{{0,24}}?(?:{TITLE.pattern})(?=[、兼;, 。)]|$))"
_POSTS = rf"{_POST}(?:[、兼]{_POST}){{0,3}}"
_BRACKETED = re.compile(
    rf"(?:^|(?<=[,;:。、 由和与及]))(?P<name>{_NAME}) ?\((?P<posts>{_POSTS})\)(?! ?[:])"
)
_ENTRY = rf"{_NAME}(?: {{1,12}}|, ?){_POSTS}"
_LINE = re.compile(
    rf" *(?:[{_HAN} ]{{1,14}}: *|\d{{1,3}}[ .、]+)?(?P<list>{_ENTRY}(?:[;、, ]+{_ENTRY})*)[ ;。]*"
)
_ONE = re.compile(rf"(?P<name>{_NAME})(?: +|, ?)(?P<posts>{_POSTS})(?=[;、, 。]|$)")
_PART = re.compile(_POST)


def line(text: str) -> list[tuple[Named, list[Post]]]:
    """Return the names of a sentence that is such a list, and the posts each is given, in order."""
    match = _LINE.fullmatch(text)
    if match is None:
        return []
    found = list(_entries(_ONE.finditer(text, *match.span("list"))))
    return found if len(found) > 1 or all(_sure(text, *entry) for entry in found) else []


def bracketed(text: str) -> list[tuple[Named, list[Post]]]:
    """Return the names that posts in brackets follow, and these posts, in order."""
    return list(_entries(_BRACKETED.finditer(text)))


def _entries(matches: Iterator[re.Match[str]]) -> Iterator[tuple[Named, list[Post]]]:
    for match in matches:
        if _is_name(match["name"]):
            yield Named(*match.span("name")), list(_posts(match))


def _posts(match: re.Match[str]) -> Iterator[Post]:
    for part in _PART.finditer(match.string, *match.span("posts")):
        heads = [one for one in TITLE.finditer(part.group()) if one.end() == len(part.group())]
        if heads:
            yield part.start(), part.end(), part.start() + heads[0].start()


def _is_name(written: str) -> bool:
    """Tell whether letters can be a whole name: a surname of the list, and one or two letters."""
    name = written.replace(" ", "")
    surname = _surname(name)
    if surname == 1 and name[0] not in SURNAMES:
        return False
    if not 1 <= len(name) - surname <= 2 or TITLE.search(name) or name[:2] in NOT_NAMES:
        return False
    return not any(letter in FUNCTION_CHARS or letter in _PLACES for letter in name[surname:])


def _surname(name: str) -> int:
    return 2 if name[:2] in COMPOUND_SURNAMES else 1


def _sure(text: str, named: Named, posts: list[Post]) -> bool:
    """Tell whether a line with one entry names an official, not a company or a column."""
    name = text[named.start : named.end].replace(" ", "")
    usual = all(letter in GIVEN for letter in name[_surname(name) :])
    return usual and not any(NONGOV.search(text[start:end]) for start, end, _ in posts)


_PLACES = frozenset("省市区县镇乡州旗村局厅委会院部司处室站所")
"""Letters that places and offices end in and given names do not hold."""
