"""The article as the rules see it: sentences, cut into clauses.

In:  an `Article`. Out: `Sentence`s of `Clause`s. Their texts are folded (half width,
simplified, one kind of quote) with the length kept, so that offsets count in the article's
text, from which claims copy. A comma or colon between digits (2,310; 9:00) cuts nothing.
Sentences longer than any that people write, and those that talk to a program instead of a
reader, are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.facts.folding import fold
from briefing.records import Article

LONGEST = 2_500
"""Characters; a longer "sentence" is a table dump or an attack, and none of it is read."""

_STOP = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;。!?…\n|]|--|(?<=\d)\.(?!\d)")
_EDGES = " \"'"
_TALKS_TO_PROGRAM = re.compile(
    r"(?:忽略|无视|忘记|不要理会)[^。]{0,12}(?:指令|指示|提示|命令|规则|设定)"
    r"|(?:AI|人工智能|语言模型|大模型|智能|机器|自动)(?:助手|模型|程序|摘要|系统)?[^。]{0,8}(?:请|必须|应当|务必)[^。]{0,12}(?:输出|回复|回答|写|改|删|返回|生成)"
    r"|你(?:现在)?(?:是|扮演)一?[个名]?[^。]{0,10}(?:助手|模型|机器人|AI)"
    r"|(?i:ignore\s+(?:all\s+|any\s+)?(?:the\s+)?(?:previous|above|prior|earlier)|system\s+prompt|disregard\s+(?:all|the|previous))"
    r"|系统提示|提示词|(?i:system:|assistant:|</?(?:system|assistant|user|article|script)>)"
)
_OBEYS = re.compile(
    r"输出|回复|回答|写成|改为|改成|报告为|返回|生成|(?i:json|output|reply|respond)|请将|请把|务必|不要提及"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two stops. `text` is folded; `stop` is what follows, "" at the end."""

    start: int
    end: int
    text: str
    stop: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its number (from 1), paragraph (from 0) and clauses; folded text."""

    number: int
    paragraph: int
    start: int
    text: str
    clauses: tuple[Clause, ...]
    heading: bool = False

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


def sentences(article: Article) -> list[Sentence]:
    """Return the sentences that may state facts, in order."""
    starts = [span.start for span in article.paragraphs]
    headings = set(article.headings)
    found: list[Sentence] = []
    obeyed = -1
    for number, span in enumerate(article.sentences, 1):
        if span.end - span.start > LONGEST:
            continue
        text = fold(span.of(article.text))
        paragraph = max(0, bisect_right(starts, span.start) - 1)
        if _TALKS_TO_PROGRAM.search(text) or (paragraph == obeyed and _OBEYS.search(text)):
            obeyed = paragraph
            continue
        clauses = tuple(split(text, span.start))
        found.append(Sentence(number, paragraph, span.start, text, clauses, paragraph in headings))
    return found


def split(text: str, start: int = 0) -> Iterator[Clause]:
    """Yield the clauses of the folded `text` of a sentence that begins at offset `start`."""
    at = 0
    for stop in _STOP.finditer(text):
        if clause := _clause(text, at, stop.start(), stop.group(), start):
            yield clause
        at = stop.end()
    if clause := _clause(text, at, len(text), "", start):
        yield clause


def _clause(text: str, low: int, high: int, stop: str, start: int) -> Clause | None:
    """Return text[low:high] without spaces and without a quote mark that has no partner."""
    while low < high and text[low] in _EDGES:
        if text[low] != " " and text.count(text[low], low, high) % 2 == 0:
            break
        low += 1
    while low < high and text[high - 1] in _EDGES:
        if text[high - 1] != " " and text.count(text[high - 1], low, high) % 2 == 0:
            break
        high -= 1
    if low == high:
        return None
    return Clause(start + low, start + high, text[low:high], stop)
