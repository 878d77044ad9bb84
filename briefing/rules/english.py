"""Read an English page: the same facts, told by English cues, clause by clause.

Small on purpose: official English pages are short and write in set phrases.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.facts import amounts
from briefing.records import Article, Claims, NextStep, Shortfall, Target
from briefing.rules import english_figures, english_officials
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.settling import settle

_AIM = re.compile(
    r"\b(?:aims?|aiming|targets?|targeting|goal|scheduled to|expect(?:s|ed) to|should reach|due to (?:open|start|finish)|is set to|strive|ensure that|by the end of)\b"
)
_WILL = re.compile(
    r"\b(?:will|should(?! come)|must|needs? to|(?:asked|urged|required|ordered|told) [\w' ]{2,40}? to|plans? to|intends? to|is to|are to|going to|pledged to|vowed to)\b (?!be expected)"
)
_WEAK = re.compile(
    r"\b(?:weak|short of|shortage|behind schedule|fell|declined?|dropped|shrank|lag(?:s|ged|ging)?|insufficient|lack(?:s|ed|ing)?|difficult(?:y|ies)?|problems?|challenges?|slow(?:ed|down)?|delay(?:s|ed)?|bottlenecks?|exceed(?:s|ed)? the (?:standard|limit)|fined|violations?|complaints?)\b"
)
_MENDS = re.compile(
    r"\b(?:hear|solve|solving|address|tackle|overcome|resolve|help)[\w' ]{0,30}(?:difficult|problem|challenge|complaint)"
)
_BY = re.compile(
    r"\b(?:by (?:the end of )?(?:[A-Z][a-z]+ )?(?:20\d\d|[A-Z][a-z]+|this year|next year|year-end)|in 20\d\d|this year|next year|before (?:the end of )?[A-Z][a-z]+|within \w+ (?:days|weeks|months))\b"
)
_VERB = re.compile(
    r"^(?:and |to )*(?:build|complete|spend|help|open|set up|establish|launch|improve|promote|expand|start|create|support|renovate|attract|introduce|develop|invest|strengthen|increase|cut|reduce|hold)\b"
)


def is_english(article: Article) -> bool:
    """Tell whether the text is written in Latin letters for the most part."""
    sample = article.text[:4_000]
    letters = sum(char.isascii() and char.isalpha() for char in sample)
    return letters > 0.6 * len(sample)


def read(article: Article, sentences: Sequence[Sentence]) -> Claims:
    """Return what an English article states."""
    rows = [(sentence, clause) for sentence in sentences for clause in _clauses(sentence)]
    moods = list(_moods(rows))
    figures = english_figures.find(article, moods)
    metrics = {place: words for place, (_, words) in enumerate(figures)}
    return Claims(
        figures=tuple(settle(article, [claim for claim, _ in figures], metrics)),
        officials=tuple(settle(article, english_officials.find(article, sentences))),
        targets=tuple(
            settle(article, [_target(article, *row[:2]) for row in _of(moods, "target")])
        ),
        next_steps=tuple(settle(article, [_step(article, *row[:2]) for row in _of(moods, "step")])),
        shortfalls=tuple(
            Shortfall(sentence=sentence.number, what=_copy(article, clause))
            for sentence, clause, mood in moods
            if mood == "fact" and _WEAK.search(clause.text) and not _MENDS.search(clause.text)
        ),
    )


Row = tuple[Sentence, Clause, str]


def _of(rows: Sequence[Row], mood: str) -> list[Row]:
    return [row for row in rows if row[2] == mood]


def _target(article: Article, sentence: Sentence, clause: Clause) -> Target:
    words = _copy(article, clause)
    return Target(
        sentence=sentence.number, what=words, raw=_first_amount(words), deadline=_by(clause.text)
    )


def _step(article: Article, sentence: Sentence, clause: Clause) -> NextStep:
    return NextStep(
        sentence=sentence.number, action=_copy(article, clause), deadline=_by(clause.text)
    )


def _clauses(sentence: Sentence) -> Iterator[Clause]:
    at = 0
    text = sentence.text
    for stop in re.finditer(
        r",(?!\d)\"? (?:while |and |but )?|; |\.\s|--|, adding that ", text + ". "
    ):
        start, end = at, min(stop.start(), len(text))
        while start < end and text[start] in "\"' ":
            start += 1
        if end - start > 3:
            yield Clause(
                sentence.start + start, sentence.start + end, text[start:end], stop.group()
            )
        at = stop.end()


def _moods(rows: Sequence[tuple[Sentence, Clause]]) -> Iterator[tuple[Sentence, Clause, str]]:
    number, carried = 0, "fact"
    for sentence, clause in rows:
        if sentence.number != number:
            number, carried = sentence.number, "fact"
        mood = "fact"
        if _AIM.search(clause.text) and (amounts.find(clause.text) or _BY.search(clause.text)):
            mood = "target"
        elif _WILL.search(clause.text):
            mood = carried = "step"
        elif carried == "step" and _VERB.search(clause.text):
            mood = "step"
        yield sentence, clause, mood


def _copy(article: Article, clause: Clause) -> str:
    return article.text[clause.start : clause.end]


def _first_amount(text: str) -> str | None:
    found = amounts.find(text)
    return found[0].raw if found else None


def _by(text: str) -> str | None:
    match = _BY.search(text)
    return match.group() if match else None
