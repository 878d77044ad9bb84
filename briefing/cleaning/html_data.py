"""Find an article in the data of a page's scripts, where the page shows none without them.

In:  the decoded page and the places of its scripts. Out: linear text with every character tied to its
     place in the script, escapes and all; None when no string of the scripts reads like an article.

Nothing is run: string literals are read, and the one that holds the most prose is taken. Paragraphs
given one by one under one key are taken together, unless addresses between them show a list of teasers.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from briefing.cleaning import html_roles
from briefing.cleaning.html_page import value
from briefing.cleaning.html_text import Writer
from briefing.cleaning.html_tree import Line, Tree, parse
from briefing.cleaning.linear import Block, Slice

# A quote that nothing closes ends with its line; were it to fail, each try would scan the rest again.
_LITERAL = re.compile(r"\"((?:[^\"\\\n]++|\\[^\n])*+)\"?|'((?:[^'\\\n]++|\\[^\n])*+)'?")
_KEY = re.compile(r"([A-Za-z_][\w-]{0,40})[\"']?\s{0,9}[:=]\s{0,9}$")
_ESCAPE = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(.))",
    re.S,
)
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " ", "0": " ", "v": " "}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_HAN = re.compile(r"[\u3400-\u9fff]|\\u[3-9][0-9a-fA-F]{3}")
_APART = re.compile(
    r"[\"'](?:link|href|title|newsId|articleId|docId)[\"']\s{0,9}:"
    r"|[\"']url[\"']\s{0,9}:\s{0,9}[\"'](?![^\"']{0,300}\.(?:jpe?g|png|gif|webp))",
    re.I,
)
_MIN_PROSE = 40
_MAX_LITERALS = 20_000


@dataclass(frozen=True)
class Found:
    """Linear text of an embedded body, its pieces and blocks, and how much of it is prose."""

    text: str
    pieces: tuple[Slice, ...]
    blocks: tuple[Block, ...]
    prose: int
    body: int  # where it begins in the page
    start: int  # of the script it stands in
    end: int


@dataclass
class _Literal:
    key: str
    start: int
    end: int


def find(html: str, scripts: Sequence[tuple[str, int, int]]) -> Found | None:
    """Return the best body among the strings of all scripts."""
    best: Found | None = None
    for attrs, start, end in scripts:
        if "src=" in attrs and end - start < 50:
            continue
        for group in _groups(html, start, end):
            found = _read(html, group, start, end)
            if found.prose >= _MIN_PROSE and (best is None or found.prose > best.prose):
                best = found
    return best


def _groups(html: str, start: int, end: int) -> Iterator[list[_Literal]]:
    """Yield the literals that may be a body, those of one key and one place together."""
    by_key: dict[str, list[_Literal]] = defaultdict(list)
    for number, match in enumerate(_LITERAL.finditer(html, start, end)):
        if number > _MAX_LITERALS:
            break
        first, last = match.span(match.lastindex or 1)
        if last - first >= 2 and _HAN.search(html, first, min(last, first + 3000)):
            named = _KEY.search(html[max(first - 62, start) : first - 1])
            key = named[1] if named else ""
            by_key[key].append(_Literal(key, first, last))
    for literals in by_key.values():
        if len(literals) > 1 and not any(
            _APART.search(html, one.end, two.start) for one, two in pairwise(literals)
        ):
            yield literals
        else:
            yield [max(literals, key=lambda literal: literal.end - literal.start)]


def _read(html: str, literals: list[_Literal], start: int, end: int) -> Found:
    """Return the linear text of some literals, each a text or HTML of its own."""
    out: list[str] = []
    pieces: list[Slice] = []
    blocks: list[Block] = []
    prose = length = 0
    for literal in literals:
        inner, places = _unescaped(html, literal.start, literal.end)
        if "<" not in inner and _ENTITY.search(inner) and "&lt;" in inner:
            inner, places = _unentitied(inner, places)
        if "<" not in inner:
            inner = inner.replace("\r", "\n")
        tree = parse(inner) if "<" in inner else _lines(inner)
        writer = Writer(inner)
        lines = [line for line in tree.lines if writer.write(line)]
        if not lines:
            continue
        shift = length + (1 if out else 0)
        for line in lines:
            found = value(line)
            role = html_roles.inner(tree, line, found)
            prose += int(found) if role == "body" else 0
            span = line.start + shift, line.end + shift
            blocks.append(Block(*span, role, tree.tags[line.node], "", line.links))
        for piece in writer.pieces:
            pieces += _led_back(piece, shift, places)
        out.append("".join(writer.out))
        length = shift + len(out[-1])
    return Found("\n".join(out), tuple(pieces), tuple(blocks), prose, literals[0].start, start, end)


def _lines(text: str) -> Tree:
    """Return the lines of plain text as a tree without elements."""
    tree, at = Tree(), 0
    for part in text.split("\n"):
        if part:
            tree.lines.append(Line(0, [(at, at + len(part), False)]))
        at += len(part) + 1
    return tree


def _unescaped(html: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return a literal's value, and the place in the page of each of its characters and its end."""
    out: list[str] = []
    places: list[int] = []
    at = start
    for match in _ESCAPE.finditer(html, start, end):
        out.extend(html[at : match.start()])
        places.extend(range(at, match.start()))
        at = match.end()
        out.append(_character(match))
        places.append(match.start())
    out.extend(html[at:end])
    places.extend(range(at, end + 1))
    return "".join(out), places


def _character(escape: re.Match[str]) -> str:
    """Return what an escape stands for; half of a pair alone stands for nothing readable."""
    high, low, wide, short, long, plain = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if plain:
        return _PLAIN.get(plain, plain)
    code = int(wide or short or long, 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _unentitied(inner: str, places: list[int]) -> tuple[str, list[int]]:
    """Undo one level of entities: some pages store their HTML escaped twice."""
    out: list[str] = []
    kept: list[int] = []
    at = 0
    for match in _ENTITY.finditer(inner):
        char = unescape(match.group())
        if len(char) != 1:
            continue
        out.append(inner[at : match.start()])
        kept += places[at : match.start()]
        out.append(char)
        kept.append(places[match.start()])
        at = match.end()
    return "".join(out) + inner[at:], kept + places[at:]


def _led_back(piece: Slice, shift: int, places: list[int]) -> Iterator[Slice]:
    """Yield the pieces of the page behind one piece of the literal's value."""
    first, last = piece.raw_start, piece.raw_start + piece.raw_length
    if piece.length != piece.raw_length:
        yield Slice(piece.start + shift, 1, places[first], places[last] - places[first])
        return
    begin = first
    for place in range(first, last):
        if places[place + 1] != places[place] + 1:  # an escape: a piece of its own
            if place > begin:
                yield _same(piece, shift, places, begin, place)
            wide = places[place + 1] - places[place]
            yield Slice(piece.start + shift + place - first, 1, places[place], wide)
            begin = place + 1
    if last > begin:
        yield _same(piece, shift, places, begin, last)


def _same(piece: Slice, shift: int, places: list[int], begin: int, end: int) -> Slice:
    return Slice(
        piece.start + shift + begin - piece.raw_start, end - begin, places[begin], end - begin
    )
