"""Choose the run of lines that is the article: the run with the greatest sum of scores.

In:  lines with their `kind`.
Out: the range of lines between which the articles of the page lie.

Prose earns its length, furniture costs, other short lines cost a little. What follows a
heading like 相关阅读 or 网友评论 earns little until a new stamp line shows another article.
"""

import re
from collections.abc import Sequence

from briefing.cleaning.folding import latin
from briefing.cleaning.lines import Line
from briefing.cleaning.wrapping import MARK, broken_above

_COST = {
    "disclaimer": -30, "notice_head": -30, "footer": -30, "related": -30, "comments": -40, "prev_next": -25,
    "crumb": -20, "navigation": -15, "tools": -12, "search": -20, "link": -15, "follow": -15, "masthead": -12,
    "editor": -10, "post": -30, "stamp": -8, "byline": -2, "author": -4, "page_number": -3, "contact": -6, "host": -6, "site_name": -12,
    "ornament": -2, "note": -5, "jump": 0, "learned": -25, "copy": -2, "caption": -2, "distribution": -10, "summary": -10,
}  # fmt: skip
_MARK = re.compile(r"[。,;!?、:]")
_CLOSERS = "”’\"')]》"
_ENDS = frozenset("。!?;…:.")
_TAIL = {"related": 0.12, "comments": 0.05, "notice_head": 0.0, "post": 0.1}
# What stands for a bullet in posts: 🔹, ✅, 1️⃣, ◆. A list of figures with such bullets is no menu.
_SYMBOL = re.compile(
    "(?:[\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]|\\d\ufe0f?\u20e3)[\ufe0f\U0001f3fb-\U0001f3ff]*"
    r"\s*(?=[\w“\"《(\[])"
)
_AMOUNT = re.compile(r"\d\s?(?:%|[十百千万亿]|[元个家户人名项件亩吨次处套台辆位])")
_PLAIN = re.compile("[\u25a0-\u25ff★☆]")  # menus have these too
_ITEMS = 3
_ITEM_LINES = 3  # of one item, at most
_ITEM = 4.0
_RANK = re.compile(r"第[一二三四五六七八九十百\d]{1,4}名\s?:?\s?[^,。]{2,30}$")
_NAMES = re.compile(r"[^,。:;!?|]{2,20}:[^,。:;!?、|]{2,12}(?:、[^,。:;!?、|]{2,12}){2,30}$")
_OF_PAGE = re.compile("http|电话|来源")
_TABLE = re.compile(r"[附]?表\s?[\d一二三四五六七八九十]+|单位:")
_BRACKET = re.compile(r"(?<=[。!?”])\s*\([^()]{2,20}\)$")  # who signs behind the last sentence
_DASHES = ("——", "--")
_GAP = 5
_POSTED = 60
_BROKEN = 16
_CALL = 40
_CLOSED = re.compile("[。!?;]")
_LONG_LATIN = 60
_LATIN_HEADING = 220
_HEAD = 4  # lines at most that a heading takes with stamp and byline
SIGNED = re.compile(
    r".{0,24}(?:府|局|委|办|室|会|院|厅|部|处|中心|公司|集团|组|队|行|社|校|大学|法院|党组|支队|指挥部)$"
)
DAY = re.compile(
    r"(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|[二〇○零一九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$"
)


def ended(key: str) -> bool:
    """True for a line with an end mark; closing quotes, brackets and a signature aside."""
    if key[-1:] == ")" and (signed := _BRACKET.search(key)):
        key = key[: signed.start()]
    return key.rstrip(_CLOSERS)[-1:] in _ENDS and key[-1:] != ""


def is_prose(line: Line) -> bool:
    """True for a line of sentences."""
    key = line.key
    if len(key) >= 16 and (ended(key) or (len(key) >= 25 and "。" in key)):
        return True
    return len(key) >= (120 if latin(key) else 60)


def is_ranked(key: str) -> bool:
    """True for 第一名 柳镇 94.68 and for 红榜:柳镇、梅镇、沙镇."""
    if key[0] == "第":
        return _RANK.match(key) is not None
    named = key[-1] not in "。!?”" and ":" in key[2:21] and _NAMES.match(key)
    return bool(named) and not _OF_PAGE.search(key)


def is_row(key: str) -> bool:
    """True for a row of a table, three cells or more, half of them figures, or of a ranking."""
    if (key[0] == "第" or ":" in key[2:21]) and is_ranked(key):
        return True
    cells = key.split()
    figures = sum(cell[-1].isdigit() or cell[-1] == "%" for cell in cells)
    return len(cells) >= 3 and figures * 2 >= len(cells)


def score(line: Line) -> float:
    """Return what a line adds to a run that holds it."""
    if line.kind:
        return _COST.get(line.kind, -15)
    key = line.key
    length = min(len(key), 400)
    closed = ended(key)
    marks = len(_MARK.findall(key, 0, 400))
    if latin(key) and closed and length >= 40:
        return 0.8 * length
    if length >= 25 and marks >= 2 and (closed or length >= 60 or "。" in key):
        return length
    if marks and closed:
        return 0.8 * length
    if length >= 60 and not latin(key):
        return 0.6 * length
    if length >= 30 and key.count(",") >= 2:
        return 0.5 * length  # prose that a line end cut off
    if is_row(key):
        return 0.4 * length
    if _TABLE.match(key):
        return 1
    if MARK.match(key):
        return 1
    if latin(key) and length >= 120:
        return 0.4 * length
    return -8


def choose(lines: Sequence[Line], *, whole: bool = False) -> tuple[int, int]:
    """Return the first line of the best run and the line behind its last; equal if none.

    The body of a `whole` document (Word, PDF) goes on to its end: no site put links below it.
    """
    best, best_range = 0.0, (0, 0)
    total, start, weight = 0.0, 0, 1.0
    listed = _listed(lines)
    for number, line in enumerate(lines):
        if line.kind == "post" and best < _POSTED:
            continue  # the head of the first post
        if line.kind in _TAIL:
            weight = min(weight, _TAIL[line.kind])
        elif line.kind == "stamp" and weight < 1 and _article_ahead(lines, number):
            weight = 1.0
        value = score(line)
        if number in listed:
            value = max(value, _ITEM)
        total += value * weight if value > 0 else value
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best:
            best, best_range = total, (start, number + 1)
    first, last = best_range
    while first and last > first and not lines[first - 1].kind and _in_table(lines, first - 1):
        first -= 1
    first = broken_above(lines, first, last)
    if last - first > 1:
        first += _headed(lines[first : first + _HEAD])
    if last - first > 2 and _calls(lines, first):
        first += 1
    while last - first > 1 and lines[first].key.startswith(_DASHES) and not ended(lines[first].key):
        first += 1  # the subtitle above a text
    if whole and last > first:
        for line in lines[-3:]:
            if line.kind == "stamp" and DAY.fullmatch(line.key):
                line.kind = ""  # the day under the signature
        return first, len(lines)
    last = _signed(lines, first, _extended(lines, first, last))
    if 0 < last == len(lines) - 1 and is_prose(lines[last - 1]) and _cut_off(lines[last]):
        last += 1
    return first, last


def _listed(lines: Sequence[Line]) -> set[int]:
    """Return the lines of lists with symbols for bullets, most items of which hold a figure.

    An item may go on below its bullet: 🔹固定资产投资 / 同比增长9.3%.
    """
    items: list[list[int]] = []
    made: set[int] = set()
    for number, line in enumerate(lines):
        if line.kind:
            made |= _figured(items, lines)
            items = []
        elif _SYMBOL.match(line.key):
            items.append([number])
        elif items and len(items[-1]) < _ITEM_LINES and _AMOUNT.search(line.key):
            items[-1].append(number)
        else:
            made |= _figured(items, lines)
            items = []
    return made | _figured(items, lines)


def _figured(items: Sequence[Sequence[int]], lines: Sequence[Line]) -> set[int]:
    """Return the lines of a list of three items or more, most of them with an amount.

    Behind bullets that menus have as well, each must have one.
    """
    figures = sum(any(_AMOUNT.search(lines[at].key) for at in item) for item in items)
    plain = any(_PLAIN.match(lines[item[0]].key) for item in items)
    if len(items) < _ITEMS or figures * 3 < len(items) * (3 if plain else 2):
        return set()
    return {at for item in items for at in item}


def _headed(lines: Sequence[Line]) -> int:
    """Return how many lines a long heading in Latin letters takes, with its byline; 0 if none."""
    head = lines[0]
    key = head.key
    if head.kind or not _LONG_LATIN <= len(key) <= _LATIN_HEADING or not latin(key):
        return 0
    if ended(key) or ". " in key or not key[-1].isalnum():
        return 0
    below = next((at for at, line in enumerate(lines) if at and not line.kind), 0)
    return below if below and lines[below].gap and ended(lines[below].key) else 0


def _calls(lines: Sequence[Line], first: int) -> bool:
    """True for the first plain line of a page when it is short and ends on one ! or ?.

    Right above a stamp it may call twice: 榜单发布！你上榜了吗？
    """
    key, below = lines[first].key, lines[first + 1]
    marks = len(_CLOSED.findall(key))
    return (
        len(key) <= _CALL
        and key.rstrip("”’")[-1:] in ("!", "?")
        and (marks == 1 or (marks == 2 and below.kind == "stamp" and "。" not in key))
        and key[0] not in '“"'
        and (below.kind in ("stamp", "byline") or (below.gap > 0 and is_prose(below)))
        and all(line.kind for line in lines[:first])
    )


def _cut_off(line: Line) -> bool:
    """True for the last line of a page that breaks off in a sentence."""
    key = line.key
    return (
        not line.kind
        and len(key) >= _BROKEN
        and not latin(key)
        and "," in key[1:-1]
        and not any(mark in key for mark in "|>©!?")
    )


def _extended(lines: Sequence[Line], first: int, last: int) -> int:
    """Go on to further prose when nothing but a few plain lines stand in between."""
    if first == last:
        return last
    plain = 0
    for number in range(last, len(lines)):
        line = lines[number]
        if line.kind not in ("", "page_number", "copy", "author"):
            break
        if not line.kind and (is_prose(line) or _in_table(lines, number) or is_ranked(line.key)):
            last, plain = number + 1, 0
        elif not MARK.match(line.key) and not is_row(line.key):
            plain += 1
            if plain > _GAP:
                break
    return last


def _in_table(lines: Sequence[Line], number: int) -> bool:
    """True for a row beside another row of as many cells, so for the head of a table too."""
    cells = len(lines[number].key.split())
    if cells < 3:
        return False
    beside = lines[max(number - 1, 0) : number + 2]
    rows = [line for line in beside if is_row(line.key) and len(line.key.split()) == cells]
    return len(rows) >= 1 and any(
        len(line.key.split()) == cells for line in beside if line is not rows[0]
    )


def _article_ahead(lines: Sequence[Line], number: int) -> bool:
    """True when prose follows a stamp line closely, so that an article may start there."""
    return any(is_prose(line) and not line.kind for line in lines[number + 1 : number + 6])


def _signed(lines: Sequence[Line], first: int, last: int) -> int:
    """Take in the signature and day under a notice: 市人民政府办公室 / 2023年4月7日."""
    if first == last:
        return last
    for reach in range(1, 7):
        number = last + reach - 1
        if number >= len(lines):
            break
        if DAY.match(lines[number].key) and lines[number].kind in ("", "stamp"):
            between = [line for line in lines[last:number] if line.kind != "contact"]
            enclosed = any(line.key.startswith("附件") for line in between)
            if all(
                not line.kind
                and (
                    SIGNED.match(line.key)
                    or line.key.startswith("附件")
                    or (enclosed and MARK.match(line.key))
                )
                for line in between
            ):
                lines[number].kind = ""
                return number + 1
    return last
