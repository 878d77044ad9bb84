"""Find the sentences of an article that may speak of a target, now or in a later period.

In:  an article and what was found in it. Out: `Report`s, in reading order.

A report is a target, a dated next step, a level that may measure one, or a sentence that says
how a promise ended; the last is cut from the text here, letter for letter, for a reply need
not have claimed it. Each carries the clauses that belong to it, up to the next report.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.facts import amounts
from briefing.records import (
    Article,
    DateRange,
    Extraction,
    Figure,
    Finding,
    Report,
    Span,
    Target,
)
from briefing.weeks import (
    claimed,
    clauses,
    due,
    endings,
    listing,
    outcomes,
    promising,
    unnamed,
    verdicts,
    wishes,
)
from briefing.weeks.things import thing

_SEASON = re.compile(
    r"今年(?:内)?|全年|年内|本年度?|20\d\d年(?:度|内)?(?!\d{0,2}月)|[一二三四]季度|[上下]半年"
)
_ANNUAL = re.compile(r"年度|全年|年初|年计划")
_SO_FAR = re.compile(r"\s*(?:截至|目前|现|已|至今|累计)")


def read(article: Article, extraction: Extraction) -> tuple[Report, ...]:
    """Return what the article says that may concern a target."""
    known = claimed.shaped(article, extraction)
    spoken = [clauses.mark_of(item) for item in known if not isinstance(item.claim, Figure)]
    promised = [
        replace(one, finding=claimed.whole(article, claimed.leveled(one.finding)))
        for one in promising.read(article, spoken)
    ]
    cut = [clauses.mark_of(item.finding) for item in promised]
    cut += [
        clauses.mark_of(item) for item in known if isinstance(item.claim, Target) and item.amount
    ]
    cut.sort(key=lambda span: (span.start, span.end))
    wanted = [item for item in known if not _lies_in(item, cut)]
    wanted = _told_once(article, [*wanted, *(item.finding for item in promised)])
    seasons = {clauses.mark_of(item.finding).start: item.within for item in promised}
    wanted.sort(key=lambda item: (clauses.mark_of(item).start, clauses.mark_of(item).end))
    starts = [clauses.mark_of(item).start for item in wanted]

    def speaks_of(article: Article, item: Finding) -> str:
        place = bisect_left(starts, clauses.mark_of(item).start)
        before = wanted[place - 1] if place else None
        return unnamed.about(article, item) or unnamed.counted_before(article, before, item)

    found: list[tuple[int, Report]] = []
    covered: list[Span] = []
    for place, item in enumerate(wanted):
        mark = clauses.mark_of(item)
        following = bisect_left(starts, mark.end, place + 1)
        later = starts[following] if following < len(starts) else None
        window = _window(article, mark, later, starts)
        if item.amount and not isinstance(item.claim, Figure):
            window = _until_told(article, mark, window)
        elif isinstance(item.claim, Figure):
            window = _until_counted(article, mark, window)
        if not (isinstance(item.claim, Figure) and _of_more(item.claim, window.of(article.text))):
            covered.append(window)
        within = seasons.get(mark.start) or _named_before(article, item)
        if isinstance(item.claim, Figure):
            within = _as_of(article, item)
        elif within is None and place + 1 < len(wanted):
            within = _shared_behind(article, item, wanted[place + 1])
        context = _wish_before(article, window) + _with_ending(article, window)
        about = speaks_of(article, item)
        report = Report(finding=item, context=context, within=within, about=about)
        found.append((mark.start, report))
    found.extend(endings.read(article, covered, speaks_of))
    return tuple(report for _, report in sorted(found, key=lambda item: item[0]))


def _until_told(article: Article, mark: Span, window: Span) -> Span:
    """Return a promise's window up to a clause that tells how far it is: …46个，已完成31个."""
    for clause in due.CLAUSE.finditer(article.text, mark.end, window.end):
        if _SO_FAR.match(clause[0]) and outcomes.LEVEL.search(clause[0]):
            return Span(start=window.start, end=clause.start())
    return window


def _until_counted(article: Article, mark: Span, window: Span) -> Span:
    """Return a level's window up to a clause that counts another thing: …19公里，演出128场."""
    own = clauses.clause_end(article.text, mark.end, window.end)
    for clause in due.CLAUSE.finditer(article.text, own, window.end):
        words = clause[0]
        if listing.counts(words) and not (listing.describes(words) or outcomes.concludes(words)):
            return Span(start=window.start, end=clause.start())
    return window


def _with_ending(article: Article, window: Span) -> str:
    """Return the words of a window with the clause after it that says how it went.

    It may speak for it alone (超额完成年度目标) or for all of a list (甲、乙均已完成).
    """
    words = window.of(article.text)
    bare = words.rstrip(",，、")
    stop = clauses.segment(article, max(window.end - 1, window.start)).end
    if words.endswith("、") and (ending := endings.shared(f"、{article.text[window.end : stop]}")):
        return bare + ending
    ending = verdicts.verdict(article.text[window.start + len(bare) : stop])
    return bare + ending if ending else words


def _wish_before(article: Article, window: Span) -> str:
    """Return the wish that goes on from the clauses before a window, "" where none does."""
    segment = clauses.segment(article, window.start)
    first = max(segment.start, window.start - claimed.LONG)
    return wishes.goes_on(article.text[first : window.start], window.of(article.text))


def _of_more(claim: Figure, words: str) -> bool:
    """True when the words around a number tell the end of something else than what it counts."""
    if outcomes.not_reached(words) or outcomes.put_off(words) or outcomes.changed(words):
        return True
    clause = outcomes.reached(words)
    return bool(clause) and (claim.raw not in clause or f"{claim.raw}的" in clause)


def _named_before(article: Article, finding: Finding) -> DateRange | None:
    """Return the year or season that the sentence names before a promise without a day."""
    if finding.deadline_range or isinstance(finding.claim, Figure) or article.day is None:
        return None
    mark = clauses.mark_of(finding)
    if verdicts.share(clauses.words_of(finding.claim)):
        annual = _ANNUAL.search(clauses.words_of(finding.claim))
        return due.ahead("全年", article.day) if annual else None
    shared = due.of_list(article, finding.claim.sentence, mark.start, article.day)
    if shared:
        return shared
    segment = clauses.segment(article, mark.start)
    first = max(segment.start, mark.end - claimed.LONG)
    named = list(_SEASON.finditer(article.text, first, mark.end))
    if named:
        return due.ahead(named[-1][0], article.day)
    if heading := due.heading(article, segment.start, mark.start, article.day):
        return heading
    words = segment.of(article.text)
    dated = any(due.own_day(clause, article.day) for clause in due.CLAUSE.findall(words))
    return None if dated or due.PAST.search(words) else _year_of_paragraph(article, finding)


def _year_of_paragraph(article: Article, finding: Finding) -> DateRange | None:
    """Return the year or season that a paragraph names before a number that is promised in it."""
    assert article.day is not None
    place = clauses.mark_of(finding).start
    listed = due.list_start(article, finding.claim.sentence)
    begin = min(article.text.rfind("\n", 0, place) + 1, article.sentences[listed - 1].start)
    named = list(_SEASON.finditer(article.text, begin, place)) if finding.amount else []
    days = due.ahead(named[-1][0], article.day) if named else None
    return days if days and days.last > article.day else None


def _as_of(article: Article, finding: Finding) -> DateRange | None:
    """Return the days that its sentence says a level is told of, 截至8月底, over by then."""
    before = endings.before(article, finding.claim.sentence, clauses.mark_of(finding).start)
    until = due.until(before, article.day) if article.day else None
    return DateRange(first=until, last=until) if until else None


def _shared_behind(article: Article, item: Finding, following: Finding) -> DateRange | None:
    """Return the days of the promise that an "and" joins to one without any: A and B by June."""
    between = article.text[clauses.mark_of(item).end : clauses.mark_of(following).start]
    joined = between.strip(" ,") == "and" and not item.deadline_range
    return following.deadline_range if joined else None


def _told_once(article: Article, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that say of a promise what another says, too.

    Of promises that begin at one letter one is left: 改造42个, 改造42个，惠及1.8万户. What only says how
    the clause before it went (…83部，超额完成任务) is none.
    """
    starting: dict[int, list[Finding]] = defaultdict(list)
    others: list[Finding] = []
    for item in found:
        if isinstance(item.claim, Figure):
            others.append(item)
        elif not _is_verdict(article, item):
            starting[clauses.mark_of(item).start].append(item)
    return others + [_one_promise(article, group) for group in starting.values()]


def _one_promise(article: Article, group: Sequence[Finding]) -> Finding:
    """Return the promise that counts the thing itself, with the day that stands behind it."""
    group = sorted(group, key=lambda item: clauses.mark_of(item).end)
    base = next((item for item in group if item.amount), group[0])
    end = clauses.mark_of(base).end
    for item in group:
        claim, mark = item.claim, clauses.mark_of(item)
        written = getattr(claim, "deadline", None)
        if item.deadline_range and written and article.text.find(written, end, mark.end) >= 0:
            said = base.claim.model_copy(update={"deadline": written})
            return base.model_copy(update={"claim": said, "deadline_range": item.deadline_range})
    return base


def _is_verdict(article: Article, item: Finding) -> bool:
    """True for a claim that says how the number before it went, and names nothing itself."""
    claim, mark = item.claim, clauses.mark_of(item)
    if isinstance(claim, Figure) or item.amount or verdicts.share(clauses.words_of(claim)):
        return False
    before = article.text[clauses.segment(article, mark.start).start : mark.start]
    told = verdicts.told(f"，{mark.of(article.text)}")
    return told and thing(clauses.words_of(claim)).general and bool(amounts.find(before))


def _lies_in(finding: Finding, cut: Sequence[Span]) -> bool:
    """True for a figure whose number is part of a promise that was read here (`cut`, in order)."""
    mark = clauses.mark_of(finding)
    place = bisect_right(cut, mark.start, key=lambda span: span.start) - 1
    return isinstance(finding.claim, Figure) and place >= 0 and mark.end <= cut[place].end


def _window(article: Article, mark: Span, following: int | None, starts: Sequence[int]) -> Span:
    """Return the clauses that belong to a report: its own, and those up to the next report.

    The first report of a segment also owns what stands before it, unless that tells an ending.
    """
    segment = clauses.segment(article, mark.start)
    text = article.text
    own = clauses.clause_start(text, segment.start, mark.start)
    first = segment.start
    before = bisect_left(starts, segment.start) < bisect_left(starts, mark.start)
    if before or own - first > claimed.LONG or outcomes.ends(text[first:own]):
        first = own
    last = segment.end
    if following is not None and following < segment.end:
        last = clauses.clause_start(text, first, following)
        if last < mark.end:
            last = clauses.clause_end(text, mark.end, segment.end)
    return Span(start=first, end=max(last, mark.end))
