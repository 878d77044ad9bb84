"""From a page's linear text to the parts that articles are made of.

In:  the linear text of a page, and how often its lines stood on other pages of the site.
Out: `Page`: lines with their kinds, holes, and the parts with their bodies mended.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.cleaning import (
    annotations,
    bodies,
    chrome,
    copies,
    jammers,
    markdown,
    notices,
    parts,
    seams,
    strewn,
    tails,
    wrapping,
)
from briefing.cleaning.folding import fold
from briefing.cleaning.linear import BODY, Linear
from briefing.cleaning.lines import Hole, Line, cut, invisible
from briefing.cleaning.parts import JUMP, SCENE, Part
from briefing.cleaning.sites import SENTENCE, line_key
from briefing.cleaning.ungluing import unglue

_HEADINGS = frozenset({"related", "comments", "notice_head", "post"})
_ROLES_SHOWN = BODY | {"title", "header", "subtitle", "byline"}
_IN_BODY = frozenset(
    {"editor", "author", "byline", "stamp", "jump", "disclaimer", "notice_head", "prev_next", "related",
     "comments", "tools", "navigation", "footer", "link", "follow", "crumb", "ornament", "page_number", "caption", "distribution"}
)  # fmt: skip


@dataclass
class Page:
    """A page taken apart. `soft` counts paragraph ends that may be breaks in a sentence."""

    text: str
    folded: str
    holes: list[Hole]
    lines: list[Line]
    parts: list[Part]
    soft: int = 0


def read(
    linear: Linear, sites: Mapping[str, int], *, marked: bool = False, whole: bool = False
) -> Page:
    """Take a page apart into articles and furniture.

    `marked` text is Markdown; a `whole` document is a file of its own and no page of a site.
    """
    text = linear.text
    folded = fold(text)
    shown = [block for block in linear.blocks if block.role in _ROLES_SHOWN]
    low, high = (shown[0].start, shown[-1].end) if shown else (0, len(text))
    holes = _holes(text[low:high], folded[low:high], low, marked=marked)
    lines = cut(text, folded, holes, linear.blocks)
    if not linear.blocks:
        lines = [part for line in wrapping.unstack(lines) for part in unglue(line)]
    _classify(lines, sites)
    _name_below(lines)
    if not linear.blocks:
        lines = wrapping.unwrap(lines)
        copies.mark(lines)
        first, last = bodies.choose(lines, whole=whole)
        found = parts.divide(lines, first, last) if last > first else [Part(header=list(lines))]
    else:
        copies.mark([line for line in lines if line.role in BODY])
        found = list(_by_role(lines))
    page = Page(text, folded, holes, lines, found)
    neighbours = seams.Neighbours(lines)
    for part in found:
        _inherit(part.foot)
        _point(part.foot)
        page.soft += _finish(part, neighbours)
    return page


def _holes(text: str, folded: str, low: int, *, marked: bool) -> list[Hole]:
    """Return what is to be deleted inside the lines of a text that starts at `low`.

    Furniture around them needs no such care: it is deleted as a whole.
    """
    found: list[Hole] = [(start, end, "jammer") for start, end in jammers.find(text)]
    found += [(start, end, "pinyin") for start, end in annotations.find(text, folded)]
    found += strewn.find(folded)
    found += invisible(text)
    if marked:
        found += [(start, end, "markup") for start, end in markdown.find(text)]
    found.sort()
    made: list[Hole] = []
    for hole in found:
        if not made or hole[0] + low >= made[-1][1]:
            made.append((hole[0] + low, hole[1] + low, hole[2]))
    return made


def _classify(lines: Iterable[Line], sites: Mapping[str, int]) -> None:
    """Give every line its kind."""
    for line in lines:
        if line.role and line.role not in _ROLES_SHOWN:
            line.kind = line.role
            continue
        kind = "jump" if JUMP.fullmatch(line.key) else chrome.kind_of(line.key)
        if kind == "disclaimer" and len(notices.part(line)) > 1:
            kind = ""  # a paragraph of the article to which a notice is stuck
        if line.role == "table" or (line.role in BODY and kind not in _IN_BODY):
            kind = ""
        if not kind and sites and _learned(line, sites):
            kind = "learned"
        line.kind = kind


def _name_below(lines: Sequence[Line]) -> None:
    """Mark a name that stands on the line below 责编: as what the label says."""
    for line, below in pairwise(lines):
        if not below.kind and _LABEL_ALONE.fullmatch(line.key) and _NAME.fullmatch(below.key):
            line.kind = below.kind = "editor"


def _learned(line: Line, sites: Mapping[str, int]) -> bool:
    """True for a line that stood on other articles of the site; sentences must be on three."""
    count = sites.get(line_key(line.key), 0)
    return count >= (3 if len(line.key) >= SENTENCE and "。" in line.key else 2)


def _inherit(lines: Iterable[Line]) -> None:
    """Give the lines under 相关阅读, 网友评论 or 免责声明 the kind of that heading."""
    heading = ""
    for line in lines:
        if line.kind in _HEADINGS:
            heading = "disclaimer" if line.kind == "notice_head" else line.kind
        elif not line.kind and heading:
            line.kind = heading
        elif line.kind in ("stamp", "editor", "footer", "post"):
            heading = heading if line.kind != "footer" else ""


def _point(lines: list[Line]) -> None:
    """Mark headings above 3版 as pointers to another page of the paper."""
    for number, line in enumerate(lines):
        if line.kind == "page_number" and line.key.endswith("版"):
            for above in reversed(lines[max(number - 3, 0) : number]):
                if above.kind:
                    break
                above.kind = "pointer"


def _by_role(lines: list[Line]) -> Iterable[Part]:
    """Divide a page whose format says what is body."""
    by_part: dict[int, list[Line]] = {}
    for line in lines:
        by_part.setdefault(line.part, []).append(line)
    for number, own in sorted(by_part.items()):
        for line in [line for line in own if line.role in BODY][-3:]:
            if line.kind == "stamp" and bodies.DAY.fullmatch(line.key):
                line.kind = ""  # the day under a signature
        body = [at for at, line in enumerate(own) if line.role in BODY and not line.kind]
        if not body:
            if number == min(by_part):
                yield Part(header=own)
            continue
        first, last = body[0], body[-1] + 1
        inner = parts.divide(own, first, last)
        for part in inner:
            part.dropped += [line for line in part.body if line.role not in BODY and line.role]
            part.body = [line for line in part.body if line.role in BODY]
        yield from inner


def _finish(part: Part, neighbours: seams.Neighbours) -> int:
    """Cut tails, mend broken sentences; return how many seams stay in doubt."""
    body: list[Line] = []
    for number, line in enumerate(part.body):
        if SCENE.fullmatch(line.key):
            line.kind = "caption"
            part.dropped.append(line)
            continue
        rest = _head(line, part)
        if number >= len(part.body) - 2 or line.key.endswith(")"):
            rest = _tails(rest, part, last=number >= len(part.body) - 2)
        pieces = notices.part(rest) if rest.text else []
        for piece in pieces:
            if len(pieces) > 1 and chrome.kind_of(piece.key) == "disclaimer":
                piece.kind = "disclaimer"
                part.dropped.append(piece)
            else:
                body.append(piece)
    part.body, soft = seams.mend(body, neighbours)
    if len(part.body) > 1 and _EMPTY_LIST.fullmatch(part.body[-1].key):
        part.dropped.append(part.body.pop())
    for end in (0, -1):  # a mark alone above or below the text
        while len(part.body) > 1 and not any(map(str.isalnum, part.body[end].key)):
            part.dropped.append(part.body.pop(end))
    return soft


def _head(line: Line, part: Part) -> Line:
    """Cut (上接第一版) from the head of a paragraph."""
    match = JUMP.match(line.key)
    if match is None or line.key[0] not in "([" or match.end() == len(line.key):
        return line
    jump, rest = tails.divide(line, match.end())
    jump.kind = "jump"
    part.jump = jump.text
    part.dropped.append(jump)
    return rest


def _tails(line: Line, part: Part, *, last: bool) -> Line:
    for _ in range(4):
        line, tail = tails.cut(line)
        if tail is None:
            break
        if tail.kind == "jump":
            part.jump = tail.text
            part.dropped.append(tail)
        else:
            part.foot.insert(0, tail)
    return line


_LABEL_ALONE = re.compile(r"(?:责任?编辑?|编辑|审核|校对)\s*:")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_EMPTY_LIST = re.compile(r"附件(?:下载)?\s*:?")
_HEADING_MAX = 40
_HEADING_END = re.compile(r"[。!?;,:…、.]$")


def _heads(line: Line, following: Line) -> bool:
    """True for a short line without an end mark in front of prose."""
    return (
        len(line.key) <= _HEADING_MAX
        and not _HEADING_END.search(line.key)
        and line.key.count(",") <= 1
        and ":" not in line.key[:5]
        and bodies.is_prose(following)
        and not bodies.is_prose(line)
    )


def headings(part: Part) -> tuple[int, ...]:
    """Return the numbers of the body's paragraphs that are headings."""
    made = []
    for number, line in enumerate(part.body):
        following = part.body[number + 1] if number + 1 < len(part.body) else None
        if line.role == "heading" or (following and _heads(line, following)):
            made.append(number)
    return tuple(made)
