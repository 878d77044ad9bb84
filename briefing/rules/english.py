"""Read an English page: the same facts, told by English cues."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.records import Article, Claims
from briefing.rules import english_figures, english_officials, english_plans
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.settling import settle

_STOP = re.compile(r",(?!\d)\"? (?:while |and |but )?|; |\.\s|--|, adding that ")


def is_english(article: Article) -> bool:
    """Tell whether the text is written in Latin letters for the most part."""
    sample = article.text[:4_000]
    letters = sum(char.isascii() and char.isalpha() for char in sample)
    return letters > 0.6 * len(sample)


def read(article: Article, sentences: Sequence[Sentence]) -> Claims:
    """Return what an English article states."""
    told = english_plans.segments(sentences)
    figures = english_figures.find(article, list(moods(sentences, told)))
    metrics = {place: words for place, (_, words) in enumerate(figures)}
    return Claims(
        figures=tuple(settle(article, [claim for claim, _ in figures], metrics)),
        officials=tuple(settle(article, english_officials.find(article, sentences))),
        targets=tuple(settle(article, english_plans.targets(article, told))),
        next_steps=tuple(settle(article, english_plans.steps(article, told))),
        shortfalls=tuple(settle(article, english_plans.shortfalls(article, told))),
    )


def moods(
    sentences: Sequence[Sentence], told: Sequence[english_plans.Segment]
) -> Iterator[tuple[Sentence, Clause, str]]:
    """Yield every clause with the mood of the segment that it stands in."""
    starts = [segment.start for segment in told]
    for sentence in sentences:
        for clause in clauses(sentence):
            place = bisect_right(starts, clause.start + 1) - 1
            mood = told[place].mood if place >= 0 else "fact"
            yield sentence, clause, "fact" if mood == "attribute" else mood


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """Yield the words between two marks."""
    at = 0
    text = sentence.text
    for stop in _STOP.finditer(text + ". "):
        start, end = at, min(stop.start(), len(text))
        while start < end and text[start] in "\"' ":
            start += 1
        if end - start > 3:
            yield Clause(
                sentence.start + start, sentence.start + end, text[start:end], stop.group()
            )
        at = stop.end()
