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
from briefing.cleaning.html_page import value as prose_of
from briefing.cleaning.html_reader import parse
from briefing.cleaning.html_text import Writer
from briefing.cleaning.html_tree import Line, Tree
from briefing.cleaning.linear import Block, Linear, Slice

# A quote that nothing closes ends with its line; were it to fail, each try would scan the rest again.
_LITERAL = re.compile(r"\"((?>(?:[^\"\\\n]++|\\[^\n])*))\"?|'((?>(?:[^'\\\n]++|\\[^\n])*))'?")
_KEY = re.compile(r"([A-Za-z_][\w-]{0,40})[\"']?\s{0,9}[:=]\s{0,9}$")
_ESCAPE = re.compile(
    r"((?:\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4})+)"  # a run of letters, as most are
    r"|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|(.))",
    re.S,
)
_WIDTH = len(r"\u4e2d")
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
        value = _unescaped(html, literal.start, literal.end)
        if "<" not in value.text and "&lt;" in value.text:
            value = _unentitied(value)
        inner = value.text if "<" in value.text else value.text.replace("\r", "\n")
        tree = parse(inner) if "<" in inner else _lines(inner)
        writer = Writer(inner)
        lines = [line for line in tree.lines if writer.write(line)]
        if not lines:
            continue
        shift = length + (1 if out else 0)
        for line in lines:
            found = prose_of(line)
            role = html_roles.inner(tree, line, found)
            prose += int(found) if role == "body" else 0
            span = line.start + shift, line.end + shift
            blocks.append(Block(*span, role, tree.tags[line.node], "", line.links))
        for piece in writer.pieces:
            pieces += _led_back(piece, shift, value)
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


def _unescaped(html: str, start: int, end: int) -> Linear:
    """Return a literal's value with the place in the page of each of its characters."""
    out: list[str] = []
    pieces: list[Slice] = []
    at, length = start, 0
    for match in _ESCAPE.finditer(html, start, end):
        first, last = match.span()
        if first > at:
            out.append(html[at:first])
            pieces.append((length, first - at, at, first - at))
            length += first - at
        at = last
        if run := match[1]:
            letters = run.encode("ascii").decode("unicode_escape")
            places = range(first, last, _WIDTH)
            pieces += [(length + n, 1, place, _WIDTH) for n, place in enumerate(places)]
        else:
            letters = _character(match)
            pieces.append((length, 1, first, last - first))
        out.append(letters)
        length += len(letters)
    if end > at:
        out.append(html[at:end])
        pieces.append((length, end - at, at, end - at))
    return Linear(html, "".join(out), tuple(pieces))


def _character(escape: re.Match[str]) -> str:
    """Return what an escape stands for; half of a pair alone stands for nothing readable."""
    _, high, low, wide, short, long, plain = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if plain:
        return _PLAIN.get(plain, plain)
    code = int(wide or short or long, 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _unentitied(value: Linear) -> Linear:
    """Undo one level of entities: some pages store their HTML escaped twice."""
    out: list[str] = []
    pieces: list[Slice] = []
    at = length = 0
    for match in _ENTITY.finditer(value.text):
        char = unescape(match.group())
        if len(char) != 1:
            continue
        first, last = match.span()
        out += (value.text[at:first], char)
        pieces += _moved(value, at, first, length - at)
        length += first - at
        raw, end = value.raw(first, last) or (0, 0)
        pieces.append((length, 1, raw, end - raw))
        at, length = last, length + 1
    out.append(value.text[at:])
    pieces += _moved(value, at, len(value.text), length - at)
    return Linear(value.page, "".join(out), tuple(pieces))


def _led_back(piece: Slice, shift: int, value: Linear) -> Iterator[Slice]:
    """Yield the pieces of the page behind one piece of the literal's value."""
    start, length, first, size = piece
    if length == size:
        yield from _moved(value, first, first + size, shift + start - first)
    elif place := value.raw(first, first + size):
        yield start + shift, 1, place[0], place[1] - place[0]


def _moved(value: Linear, first: int, last: int, shift: int) -> Iterator[Slice]:
    """Yield the pieces of a range, their starts moved."""
    for start, length, raw_start, raw_length in value.slices(first, last):
        yield start + shift, length, raw_start, raw_length
