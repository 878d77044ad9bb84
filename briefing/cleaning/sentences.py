"""Cut a clean text into sentences.

In:  the text of an article, paragraphs separated by line feeds.
Out: spans in that text, in order, without white space at their ends.

A sentence ends at 。！？；…… and at a full stop that is one, inside quotes too. Not at the dot
of a decimal number, an address, an abbreviation or a list mark. 。 that became "." after a
digit (第3.地区) does end one. Quotes and brackets that close stay with what they close, and so
does the short clause that says who spoke. No sentence crosses a paragraph.
"""

import re

from briefing.cleaning.spans import spans
from briefing.records import Span

_END = re.compile(
    r"[。！？!?；;….](?:(?<=\.)\.{1,5}|(?<=\.)(?<![0-9]\.(?=[0-9]))|(?<!\.)[。！？!?；;…]*)"
)
_CLOSE = re.compile(r"[”’\"'」』）)\]】]*")
_SPEAKER = re.compile(
    r"[^。！？!?；;…”“\n]{2,50}?(?:说|道|表示|介绍|指出|强调|坦言|认为|告诉记者|感慨|谈到|透露|回忆|称)[。！!]"
)
_NOTE = re.compile(r"[ 　]*[（(][^（）()\n]{2,40}[）)][。]?[ 　]*(?=\n|$)")
# Not behind a Latin word: It rose to 84. Exports fell.
_LIST_NUMBER = re.compile(
    r"(?:^|(?<![A-Za-z,.])\s|[\t\r\u3000。；;:：、，（(“\"]|(?<!\d),)[（(]?\d{1,3}$"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Co|Ltd|Inc|Corp|vs|etc|al|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gov|Gen|Sen|Rep|e\.g|i\.e|approx|Vol|pp?|[A-Z]|(?:[A-Z]\.)+[A-Z])$"
)
_DAMAGED = re.compile(r"\.(?<=[0-9]\.)(?=[\u4e00-\u9fff])")
_LETTER = re.compile(r"[^\W_]")
# What may stand behind 。 and belong to its sentence; the empty end is none of it.
_TOUCHING = frozenset("”’\"'」』）)]】》〉，,、：:。；;（( \u3000")
_SPACE = " \t\u3000\xa0\r"
_QUOTED_WORD = 15


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`; see the module for where they end."""
    found: list[tuple[int, int]] = []
    at = 0
    for paragraph in text.split("\n"):
        found += [(at + start, at + end) for start, end in _cuts(paragraph)]
        at += len(paragraph) + 1
    return spans(found)


def damaged(text: str) -> list[int]:
    """Return where a full stop stands for a 。 that was lost: behind a digit, before 汉字."""
    found = []
    for match in _DAMAGED.finditer(text):
        start = text.rfind("\n", max(0, match.start() - 400), match.start()) + 1
        if not _list_number(text, match.start(), start):
            found.append(match.start())
    return found[:20]


def _cuts(paragraph: str) -> list[tuple[int, int]]:
    """Return the sentences of one paragraph as ranges in it."""
    made: list[tuple[int, int]] = []
    start, size = 0, len(paragraph)
    for match in _END.finditer(paragraph):
        if match.start() < start:
            continue
        end = match.end()
        if match.group() != "。" or paragraph[end : end + 1] in _TOUCHING:
            end = _end_at(paragraph, match, start)
        if end:
            _add(made, paragraph, start, end)
            start = end
    _add(made, paragraph, start, size)
    return made


def _add(made: list[tuple[int, int]], paragraph: str, start: int, end: int) -> None:
    if "\u4e00" <= paragraph[start : start + 1] <= "\u9fff" and paragraph[end - 1] not in _SPACE:
        made.append((start, end))  # as most begin and end
        return
    while start < end and paragraph[start] in _SPACE:
        start += 1
    while end > start and paragraph[end - 1] in _SPACE:
        end -= 1
    if start >= end:
        return
    if made and not _LETTER.search(paragraph, start, min(end, start + 40)):
        made[-1] = (made[-1][0], end)  # marks alone are no sentence
    else:
        made.append((start, end))


def _end_at(paragraph: str, match: re.Match[str], start: int) -> int:
    """Return where the sentence with this mark ends; 0 when the mark ends none."""
    first, after = match.span()
    mark = match.group()
    if mark == "." and not _full_stop(paragraph, first, start):
        return 0
    if (
        mark == ".."
        and paragraph[first - 1 : first].isdigit()
        and paragraph[after : after + 1].isdigit()
    ):
        return 0  # 14..3%: a point typed twice
    if (
        mark in "!?"
        and paragraph[after : after + 1].isascii()
        and paragraph[after : after + 1].isalnum()
    ):
        return 0
    closed = _CLOSE.match(paragraph, after)
    assert closed is not None
    end = closed.end()
    following = paragraph[end : end + 1]
    if following in ("》", "〉") or (following and following in "，,、：:。；;"):
        return 0
    if mark[0] in "；;" and _inside(paragraph, first, start):
        return 0
    if mark[0] not in "。；;" and _in_title(paragraph, first, start):
        return 0
    if (
        mark[0] in "…."
        and len(mark) > 1
        and end == after
        and not _long_enough(paragraph, start, first)
    ):
        return 0
    if end > after and mark[0] in "！？!?…" and _quoted_word(paragraph, first, start):
        return 0
    if (
        end > after
        and paragraph[end - 1] in '”’"」』'
        and (speaker := _SPEAKER.match(paragraph, end, end + 80))
    ):
        end = speaker.end()
    if note := _NOTE.match(paragraph, end):
        end = note.end()
    return end


def _full_stop(paragraph: str, dot: int, start: int) -> bool:
    """True when the single dot at `dot` ends a sentence."""
    before, after = paragraph[dot - 1 : dot], paragraph[dot + 1 : dot + 2]
    if not before:
        return False
    if before.isdigit() and before.isascii():
        if not after or after in _SPACE:
            return not _LIST_NUMBER.search(paragraph, max(start, dot - 8), dot)
        if after.isascii():
            return False
        return not _list_number(paragraph, dot, start)
    if not before.isascii():
        chinese_number = dot - start <= 3 and before in "一二三四五六七八九十"
        return not chinese_number and not (after.isascii() and after.isalnum())
    if after and after not in " \t\"'”’)）" and after.isascii():
        return False
    if after and not after.isascii() and after not in "”’）　":
        return before in ")\"'" or (before.isalpha() and dot - start > 8)
    return not _ABBREVIATION.search(paragraph[max(start, dot - 12) : dot])


def _list_number(paragraph: str, dot: int, start: int) -> bool:
    """True for 1. in front of an item: the number starts the sentence or follows a mark."""
    at = dot
    while at > start and paragraph[at - 1].isdigit():
        at -= 1
    if dot - at > 3:
        return False
    return (
        at == start
        or (
            paragraph[at - 1] in ' \t\u3000。；;:：、，,（(“"'
            and paragraph[at - 2 : at - 1] not in "0123456789"
        )
        or (at - start < 8 and not paragraph[start:at].strip())
    )


def _inside(paragraph: str, at: int, start: int) -> bool:
    """True between an opening quote or bracket of this sentence and its close."""
    part = paragraph[max(start, at - 400) : at]
    return part.rfind("“") > part.rfind("”") or max(part.rfind("("), part.rfind("（")) > max(
        part.rfind(")"), part.rfind("）")
    )


def _in_title(paragraph: str, at: int, start: int) -> bool:
    """True between 《 and 》, which are never far apart."""
    low = max(start, at - 60)
    opening = paragraph.rfind("《", low, at)
    return opening > paragraph.rfind("》", low, at) and paragraph.find("》", at, at + 60) >= 0


def _quoted_word(paragraph: str, mark: int, start: int) -> bool:
    """True for an exclamation used as a word: 开展“加油！”活动."""
    opening = max(paragraph.rfind(char, start, mark) for char in '“‘「『"')
    return (
        start < opening
        and mark - opening <= _QUOTED_WORD
        and paragraph[opening - 1] not in "：:，,。！？!?”"
    )


def _long_enough(paragraph: str, start: int, mark: int) -> bool:
    return mark - start >= 4
