"""Find the clauses that say how a promise ended, or how far it is, and that nobody claimed.

In:  an article and the places that reports have taken. Out: further `Report`s, cut from the text
     letter for letter, for a reply need not have claimed them.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from briefing.facts import amounts, dates
from briefing.origin import to_raw
from briefing.records import Article, Evidence, Finding, Report, Span, Target, Verdict
from briefing.weeks import claimed, clauses, listing, outcomes, verdicts

_SHARED = re.compile(
    r"(?:均|都|已|未|全部|全面|如期|按期|按时|提前|超额|圆满|正式|顺利|双双|同步|同时)[^,，、。;；]*$"
)
_ONLY = re.compile(r"(?:仅|只|才)[^,，。;；\d]{0,6}(?=\d)")
_DIGIT = re.compile(r"\d")
_EDGES = " ,，、:：\t"


def read(
    article: Article, covered: Sequence[Span], about: Callable[[Article, Finding], str]
) -> Iterable[tuple[int, Report]]:
    """Yield place and report of clauses that say how something ended, outside of `covered`.

    `about` tells what a report without an object speaks of.
    """
    ordered = sorted(covered, key=lambda span: (span.start, span.end))
    first = 0
    for number, sentence in enumerate(article.sentences, 1):
        while first < len(ordered) and ordered[first].end <= sentence.start:
            first += 1
        last = bisect_left(ordered, sentence.end, first, key=lambda span: span.start)
        taken = ordered[first:last]
        for match in clauses.SEGMENT.finditer(article.text, sentence.start, sentence.end):
            for start, end in _left(match.start(), match.end(), taken):
                words = article.text[start:end].strip(_EDGES)
                if not words or len(words) > claimed.LONG:
                    continue
                if not outcomes.tells(words) and not _goes_on(
                    words, before(article, number, start)
                ):
                    continue
                begin = article.text.index(words, start)
                cut = claimed.leveled(_cut(article, number, begin, begin + len(words)))
                several = listing.parts(article, cut)
                for_all = shared(words) if len(several) > 1 else ""
                for part in several:
                    mark = clauses.mark_of(part)
                    said = mark.of(article.text) if len(several) > 1 else words
                    if for_all and mark.end <= article.text.find(for_all, begin):
                        said += for_all
                    found = Report(finding=part, context=said, about=about(article, part))
                    yield mark.end - 1, found  # after the levels in it


def shared(words: str) -> str:
    """Return what the last thing's end says of all that is listed: 甲2万亩、乙3万亩均已完成."""
    listed = words[words.rfind("、") + 1 :] if "、" in words else ""
    clause = re.split(r"[,，。;；]", listed)[0]
    found = _SHARED.search(clause)
    if found and (outcomes.ends(found[0]) or outcomes.kept(found[0])):
        return found[0]
    return verdicts.verdict(listed[len(clause) :])


def _left(start: int, end: int, taken: Sequence[Span]) -> Iterable[tuple[int, int]]:
    """Yield the parts of [start, end) that no window takes."""
    for span in sorted(taken, key=lambda one: one.start):
        if span.start > start:
            yield start, min(span.start, end)
        start = max(start, span.end)
        if start >= end:
            return
    yield start, end


def before(article: Article, number: int, place: int) -> str:
    """Return what a list says before letter `place`; its items may be sentences of their own."""
    first = number
    while first > 1 and article.sentence(first - 1).rstrip().endswith(("；", ";")):
        first -= 1
    begin = max(article.sentences[first - 1].start, place - claimed.LONG)
    return article.text[begin:place]


def _goes_on(words: str, before: str) -> bool:
    """True for a count that goes on with a report: 已盘活农房50栋；打造民宿13家."""
    if not outcomes.LEVEL.search(before):
        return False
    counted = listing.counts(words) and not listing.describes(words)
    told = claimed.MEASURES.search(words) and amounts.find(words)
    return bool(told or counted)


def _cut(article: Article, number: int, start: int, end: int) -> Finding:
    """Return text[start:end] as a target that stands there, with its last number and day."""
    words = article.text[start:end]
    sightings = [one for one in amounts.find(words) if not one.raw.startswith("第")]
    moved = outcomes.put_off(words) or outcomes.changed(words)
    after = moved.end() if moved else 0
    later = [one for one in sightings if one.start >= after - 1] or sightings
    days = [one for one in dates.find(words) if one.start >= after - 1]
    only = _ONLY.search(words)
    chosen = [one for one in later if only and one.start >= only.end()] or later
    raw = next((one for one in chosen if _DIGIT.search(one.raw)), later[0] if later else None)
    deadline = days[0] if days and moved else None
    raw_start, raw_end = to_raw(article.origin, start, end)
    anchor = article.day
    return Finding(
        article_id=article.id,
        claim=Target(
            sentence=number,
            what=words,
            raw=raw.raw if raw else None,
            deadline=words[deadline.start : deadline.end] if deadline else None,
        ),
        amount=raw.amount if raw else None,
        deadline_range=dates.resolve(deadline, anchor=anchor) if deadline else None,
        evidence=Evidence(
            verdict=Verdict.EXACT,
            quote=words,
            start=start,
            end=end,
            raw_start=raw_start,
            raw_end=raw_end,
            mark=Span(start=start, end=end),
            note="cut by the ledger",
        ),
    )
