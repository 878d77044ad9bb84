"""What grounding knows of an article before it sees a claim: its sentences, ready to look in.

Sentences are folded and without spaces; every offset of a `Sentence` counts in its `text` and
`Sentence.span` leads back to the article. Amounts and dates are looked for once, when asked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, Protocol, TypeVar

from briefing.facts import amounts, dates
from briefing.facts.amounts import Sighting
from briefing.facts.dates import Mention, resolve
from briefing.facts.folding import DROPPED, small, squeeze, without_gaps
from briefing.records import Article, Claim, DateRange

_THRESHOLD = re.compile(r"以[上下内](?![是的为在增占达成%])[\u4e00-\u9fff]")
_LIMITS = ("以上", "以下", "以内")
_SORTS = re.compile(r"[两二三四五六七八九十]{1,2}(?:[种类项]|大类)")
_COUNTED = re.compile(r"[\u4e00-\u9fff]{1,10}\d")
"""A number of sorts right before what is counted (四种|肉产量5989吨) is part of its name."""

_LEAST = re.compile(r"(?:过|超过?|不低于|不少于|达到?)$")
_LEAST_RAW = re.compile(r"超过?|逾|过|不低于|不少于")
_CLASSED = re.compile(r"的[^,;。\d]{0,8}?(?:\d|有\d)")
_BARE_CLASS = re.compile("(?:超过?|过|逾|突破)?[十百千]?[万亿]元?")
_NOUN = re.compile("(?!台阶|大关|关口|规模)[\u4e00-\u9fff](?<![的了以左上])[\u4e00-\u9fff]")
_RANKED = re.compile(
    r"[^,;。、:\d]{1,10}?(?:排名中|(?:排名?|[位名]?列|[位]?居)?(?:倒数)?第[\d一二三四五六七八九十])"
)
"""A number of rivals right before a rank (全国35个城市|第11名) is part of its scope."""

_CLAUSE_END = re.compile(r"[,;。!?:\n](?!(?<=\d[,:])\d)")
_STOP = re.compile("[,;。!?]")
_FULL_STOP = re.compile("[。!?]")

_GAP_IN_LINE = re.compile(rf"[{re.escape(''.join(DROPPED - {chr(10)}))}]")
_NUMBERED = re.compile("[一二三四五六七八九十]、")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、[^,。;:]{2,24}(?=[。:]|$)")


class Sentence:
    """One sentence of an article; `number` counts from 1, `start` is its place in the article.

    `words` are its letters, folded by `small`.
    """

    def __init__(self, number: int, start: int, words: str, paragraph: int) -> None:
        self.number = number
        self.start = start
        self.paragraph = paragraph
        self.length = len(words)
        self.kept: dict[Callable[..., Any], Any] = {}
        self.text, self._at = without_gaps(words)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the article of text[start:end]."""
        return self.start + self._at[start], self.start + self._at[end - 1] + 1

    def clauses(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest run of whole clauses that holds text[start:end]."""
        ends = self._clause_ends
        before, after = bisect_left(ends, start), bisect_left(ends, end)
        first = ends[before - 1] + 1 if before else 0
        return first, ends[after] if after < len(ends) else len(self.text)

    def clause(self, place: int) -> int:
        """Return where the clause begins that text[place] stands in: after the last comma or stop."""
        before = bisect_left(self._stops, place)
        return self._stops[before - 1] + 1 if before else 0

    def statement(self, place: int) -> int:
        """Return where the statement begins that text[place] stands in: after the last full stop."""
        begin = 0
        for stop in _FULL_STOP.finditer(self.text, 0, place):
            begin = stop.end()
        return begin

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [stop.start() for stop in _CLAUSE_END.finditer(self.text)]

    @cached_property
    def _stops(self) -> list[int]:
        return [stop.start() for stop in _STOP.finditer(self.text)]

    @cached_property
    def sightings(self) -> list[Sighting]:
        """The amounts of the sentence, without thresholds (10亿元以上|项目)."""
        return [s for s in amounts.find(self.text) if s.amount.unit == "%" or not self._names(s)]

    def _names(self, s: Sighting) -> bool:
        """Tell whether an amount only names what is counted: a class of it, its sorts, its rivals."""
        text, end, last = self.text, s.end, s.raw[-1]
        if text.startswith(")", end) and s.raw.endswith(_LIMITS) and text[s.start - 1] == "(":
            return True  # 工业总产值(2000万元以上)
        if "以" in text and _THRESHOLD.search(text[end - 2 : end + 2]):
            return True
        if last in "种类项" and _SORTS.fullmatch(s.raw) and _COUNTED.match(text, end):
            return True
        if last in "个家座":
            return bool(_RANKED.match(text, end))
        return last in "亿万元" and self._is_class(s)

    def _is_class(self, s: Sighting) -> bool:
        """Tell whether money only names a class of things (10亿级|项目, 超50亿元的|项目2个)."""
        if self.text.startswith(("级", "元级"), s.end):
            return True
        if _BARE_CLASS.fullmatch(s.raw) and _NOUN.match(self.text, s.end):
            return True  # 产值过亿元|企业
        if not _CLASSED.match(self.text, s.end):
            return False
        return bool(
            _LEAST.search(self.text, max(0, s.start - 3), s.start) or _LEAST_RAW.match(s.raw)
        )

    @cached_property
    def mentions(self) -> list[Mention]:
        """The days and periods of the sentence."""
        return dates.find(self.text)


class Kept(Protocol):
    """What remembers what was read of it."""

    kept: dict[Callable[..., Any], Any]


Of = TypeVar("Of", bound=Kept)
Told = TypeVar("Told")


def once(read: Callable[[Of], Told]) -> Callable[[Of], Told]:
    """Make `read` look at a sentence or an article once: what it returned stays with it."""

    @wraps(read)
    def kept(one: Of) -> Told:
        known: Told
        try:
            known = one.kept[read]
        except KeyError:
            known = one.kept[read] = read(one)
        return known

    return kept


MAX_HOLDING = 50
"""Sentences of one article that are looked into for the same words."""


class Reading:
    """An article as grounding looks at it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.anchor = article.day
        self._folded = small(article.text)
        self.kept: dict[Callable[..., Any], Any] = {}
        self.outcomes: dict[tuple[int, int], tuple[Claim, Any]] = {}
        self._sentences: dict[int, Sentence] = {}
        self._paragraphs: dict[int, list[Sentence]] = {}
        self._days: dict[str, DateRange | None] = {}
        self._starts = [paragraph.start for paragraph in article.paragraphs]

    def __len__(self) -> int:
        return len(self.article.sentences)

    def sentence(self, number: int) -> Sentence:
        """Return sentence `number`, counted from 1."""
        known = self._sentences.get(number)
        if known is None:
            span = self.article.sentences[number - 1]
            words = self._folded[span.start : span.end]
            known = Sentence(number, span.start, words, self._paragraph(number))
            self._sentences[number] = known
        return known

    def paragraph(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentences of the paragraph that holds `sentence`, in order."""
        known = self._paragraphs.get(sentence.paragraph)
        if known is None:
            first = last = sentence.number
            while first > 1 and self._paragraph(first - 1) == sentence.paragraph:
                first -= 1
            while last < len(self) and self._paragraph(last + 1) == sentence.paragraph:
                last += 1
            known = [self.sentence(number) for number in range(first, last + 1)]
            self._paragraphs[sentence.paragraph] = known
        return known

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before in the same paragraph, None for its first."""
        number = sentence.number - 1
        if number < 1 or self._paragraph(number) != sentence.paragraph:
            return None
        return self.sentence(number)

    def after(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence after in the same paragraph, None for its last."""
        number = sentence.number + 1
        if number > len(self) or self._paragraph(number) != sentence.paragraph:
            return None
        return self.sentence(number)

    def days(self, said: Mention | str) -> DateRange | None:
        """Return the days that a date of the article means, None where they cannot be told."""
        raw = said if isinstance(said, str) else said.raw
        if raw not in self._days:
            self._days[raw] = resolve(raw, anchor=self.anchor)
        return self._days[raw]

    def section(self, sentence: Sentence) -> str:
        """Return the heading (二、存在问题) under which `sentence` stands, "" where none is."""
        place = bisect_right(self._headings[0], sentence.number)
        return self._headings[1][place - 1] if place else ""

    @cached_property
    def _headings(self) -> tuple[list[int], list[str]]:
        """The numbers of the sentences that begin with a heading, and the headings."""
        numbers: list[int] = []
        headings: list[str] = []
        if _NUMBERED.search(self._folded):
            for number in range(1, len(self) + 1):
                if found := _HEADING.match(self.sentence(number).text):
                    numbers.append(number)
                    headings.append(found[0])
        return numbers, headings

    def _paragraph(self, number: int) -> int:
        return bisect_right(self._starts, self.article.sentences[number - 1].start) - 1

    @cached_property
    def titles(self) -> str:
        """Title and subtitles, folded; the first sentence where the page has no title."""
        article = self.article
        words = [article.title or article.derived_title or "", *article.subtitle]
        return "\n".join(squeeze(part) for part in words)

    @cached_property
    def region(self) -> tuple[str, ...]:
        """The article's region from province down, folded."""
        return tuple(squeeze(name) for name in self.article.region)

    @cached_property
    def _joined(self) -> tuple[str, list[int]]:
        """A text with the letters of all sentences, and where each sentence begins in it."""
        if not _GAP_IN_LINE.search(self._folded):
            return self._folded, [span.start for span in self.article.sentences]
        texts = [self.sentence(number).text for number in range(1, len(self) + 1)]
        starts, place = [], 0
        for text in texts:
            starts.append(place)
            place += len(text) + 1
        return "\n".join(texts), starts

    @property
    def words(self) -> str:
        """The text of all sentences; what parts them is not told."""
        return self._joined[0]

    def holding(self, words: str) -> list[int]:
        """Return the numbers of the sentences that hold `words` (squeezed), at most `MAX_HOLDING`."""
        text, starts = self._joined
        found: list[int] = []
        place = text.find(words) if words else -1
        while place >= 0 and len(found) < MAX_HOLDING:
            number = bisect_right(starts, place)
            following = starts[number] if number < len(starts) else len(text)
            if number and place + len(words) <= following:
                found.append(number)
            place = text.find(words, following)
        return found


_KEPT = 4
_LATEST: list[Reading] = []


def of(article: Article) -> Reading:
    """Return the reading of `article`: the same object where it was read a moment ago.

    Rules, their settling and grounding look at one article in turn; what it is read into
    depends on it alone. A few are kept, by identity.
    """
    for known in tuple(_LATEST):
        if known.article is article:
            return known
    reading = Reading(article)
    _LATEST.insert(0, reading)
    del _LATEST[_KEPT:]
    return reading
