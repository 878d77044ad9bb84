"""Where a finding stands in its article: its mark, its clause, its part of the sentence.

All places are offsets in the clean text, ranges half-open.
"""

import re
from bisect import bisect_right

from briefing.records import Article, Claim, Finding, Span, Target

SEGMENT = re.compile(r"[^;；。!！?？\n]+")


def words_of(claim: Claim) -> str:
    """Return the words of a promise, "" for what is none."""
    return claim.what if isinstance(claim, Target) else getattr(claim, "action", "")


def mark_of(finding: Finding) -> Span:
    """Return where the copied words stand, or the whole quote."""
    evidence = finding.evidence
    assert evidence.start is not None
    assert evidence.end is not None
    return evidence.mark or Span(start=evidence.start, end=evidence.end)


def segment(article: Article, place: int) -> Span:
    """Return the part of a sentence, between semicolons, that holds letter `place`."""
    sentences = article.sentences
    number = bisect_right(sentences, place, key=lambda span: span.start) - 1
    sentence = Span(start=place, end=min(place + 1, len(article.text)))
    if number >= 0 and place < sentences[number].end:
        sentence = sentences[number]
    for match in SEGMENT.finditer(article.text, sentence.start, sentence.end):
        if match.start() <= place < match.end():
            return Span(start=match.start(), end=match.end())
    return sentence


def clause_start(text: str, first: int, place: int) -> int:
    """Return where the clause that holds text[place] starts, at `first` or later."""
    found = [at for mark in ",，、;；。\n" if (at := text.rfind(mark, first, place)) >= 0]
    return max(found) + 1 if found else first


def piece(text: str, mark: Span) -> str:
    """Return what stands between commas of either kind around a mark."""
    first = max(text.rfind(sign, 0, mark.start) for sign in ",，、;；。\n") + 1
    stops = [at for sign in ",，、;；。\n" if (at := text.find(sign, mark.end)) >= 0]
    return text[first : min(stops, default=len(text))]


def clause_end(text: str, place: int, stop: int) -> int:
    """Return where the clause that holds text[place] ends, at `stop` at the latest."""
    found = [at for mark in ",，;；。\n" if (at := text.find(mark, place, stop)) >= 0]
    return min(found, default=stop)
