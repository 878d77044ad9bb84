"""Find the sentences of an article that may speak of a target, now or in a later period.

In:  an article and what was found in it. Out: `Report`s, in reading order.

A report is a target, a dated next step, a level that may measure one, or a sentence that says
how a promise ended; the last is cut from the text here, letter for letter, for a reply need
not have claimed it. Each carries the clauses that belong to it, up to the next report.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from briefing.facts import amounts, dates
from briefing.origin import to_raw
from briefing.records import (
    Article,
    DateRange,
    Evidence,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Report,
    Span,
    Target,
    Verdict,
)
from briefing.weeks import claimed, clauses, due, keys, listing, outcomes, promising, subjects
from briefing.weeks.things import thing

_SEASON = re.compile(
    r"今年(?:内)?|全年|年内|本年度?|20\d\d年(?:度|内)?(?!\d{0,2}月)|[一二三四]季度|[上下]半年"
)
_OF_WORK = re.compile(
    r"^(?:工程|项目)?(?:总?工程量|总?投资$|整体进度|总体进度|形象进度|总?进度|完成率|工程进度)"
)
_OF_ALL = re.compile(
    r"(?:均|都)[^,，、。;；\d]{0,8}$|的?(?:任务|目标)[^,，、。;；\d]{0,6}(?:全部|均|都|全面)[^,，、。;；\d]{0,6}(?:完成|实现)(?=$|[,，;；])"
)
_UNTIL = re.compile(r"截至[^,，。;；、]{2,12}|\d{1,2}[-—–~至到]\d{1,2}月|前[一二三]季度|[上下]半年")
_POINTS_BACK = re.compile(r"该|此(?!外)|这一|上述")
_EDGES = " ,，、:：\t"


def read(article: Article, extraction: Extraction) -> tuple[Report, ...]:
    """Return what the article says that may concern a target."""
    known = claimed.shaped(article, extraction)
    spoken = [clauses.mark_of(item) for item in known if not isinstance(item.claim, Figure)]
    promised = promising.read(article, spoken)
    cut = [clauses.mark_of(item.finding) for item in promised]
    cut += [
        clauses.mark_of(item) for item in known if isinstance(item.claim, Target) and item.amount
    ]
    cut.sort(key=lambda span: (span.start, span.end))
    wanted = [item for item in known if not _lies_in(item, cut)]
    wanted += [item.finding for item in promised]
    seasons = {clauses.mark_of(item.finding).start: item.within for item in promised}
    wanted.sort(key=lambda item: (clauses.mark_of(item).start, clauses.mark_of(item).end))
    starts = [clauses.mark_of(item).start for item in wanted]
    found: list[tuple[int, Report]] = []
    covered: list[Span] = []
    for place, item in enumerate(wanted):
        mark = clauses.mark_of(item)
        following = bisect_left(starts, mark.end, place + 1)
        later = starts[following] if following < len(starts) else None
        window = _window(article, mark, later, starts)
        if not (isinstance(item.claim, Figure) and _of_more(item.claim, window.of(article.text))):
            covered.append(window)
        within = seasons.get(mark.start) or _named_before(article, item)
        if isinstance(item.claim, Figure):
            within = _as_of(article, item)
        context = window.of(article.text)
        begin = window.start + len(context.rstrip(",，、"))
        after = article.text[begin : clauses.segment(article, max(begin - 1, mark.start)).end]
        context = context.rstrip(",，、") + (
            outcomes.verdict(after) or context[begin - window.start :]
        )
        about = _about(article, item) or _counted_before(wanted[place - 1] if place else None, item)
        report = Report(finding=item, context=context, within=within, about=about)
        found.append((mark.start, report))
    found.extend(_endings(article, covered))
    return tuple(report for _, report in sorted(found, key=lambda item: item[0]))


def _of_more(claim: Figure, words: str) -> bool:
    """True when the words around a number tell the end of something else than what it counts."""
    if outcomes.not_reached(words) or outcomes.put_off(words) or outcomes.changed(words):
        return True
    clause = outcomes.reached(words)
    return bool(clause) and (claim.raw not in clause or f"{claim.raw}的" in clause)


def _about(article: Article, finding: Finding) -> str:
    """Return the object that a report speaks of without naming it, "" where it names its own."""
    claim, place = finding.claim, clauses.mark_of(finding).start
    start = article.sentences[claim.sentence - 1].start
    back = _POINTS_BACK.search(article.text[start:place] + finding.evidence.quote)
    if isinstance(claim, Figure):
        return subjects.named(article, place) if back and _OF_WORK.search(claim.metric) else ""
    if finding.amount and not back:
        return ""
    days = claim.deadline or "" if isinstance(claim, Target | NextStep) else ""
    return subjects.named(article, place) if thing(clauses.words_of(claim), (days,)).general else ""


def _counted_before(before: Finding | None, item: Finding) -> str:
    """Return what a bare count goes on to count: 计划改造卫生室46个，已完成31个."""
    claim, amount = item.claim, item.amount
    if before is None or before.amount is None or amount is None or not isinstance(claim, Figure):
        return ""
    if before.claim.sentence != claim.sentence or before.amount.unit != amount.unit:
        return ""
    bare = thing(claim.metric).general and not outcomes.names_goal(claim.metric)
    if amount.value > before.amount.value or not bare:
        return ""
    told = before.claim
    return told.metric if isinstance(told, Figure) else clauses.words_of(told)


def _named_before(article: Article, finding: Finding) -> DateRange | None:
    """Return the year or season that the sentence names before a promise without a day."""
    if finding.deadline_range or isinstance(finding.claim, Figure) or article.day is None:
        return None
    mark = clauses.mark_of(finding)
    shared = due.of_list(article, finding.claim.sentence, mark.start, article.day)
    if shared:
        return shared
    segment = clauses.segment(article, mark.start)
    first = max(segment.start, mark.end - claimed.LONG)
    named = list(_SEASON.finditer(article.text, first, mark.end))
    return due.ahead(named[-1][0], article.day) if named else None


def _as_of(article: Article, finding: Finding) -> DateRange | None:
    """Return the days that its sentence says a level is told of, 截至8月底, over by then."""
    before = _before(article, finding.claim.sentence, clauses.mark_of(finding).start)
    named = list(_UNTIL.finditer(before))
    days = keys.resolved(named[-1][0], article.day) if named and article.day else None
    return days if days and article.day and days.last <= article.day else None


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


def _endings(article: Article, covered: Sequence[Span]) -> Iterable[tuple[int, Report]]:
    """Yield reports of clauses that say how something ended and that nobody claimed."""
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
                    words, _before(article, number, start)
                ):
                    continue
                begin = article.text.index(words, start)
                cut = _cut(article, number, begin, begin + len(words))
                several = listing.parts(article, cut)
                shared = _shared_ending(words) if len(several) > 1 else ""
                for part in several:
                    mark = clauses.mark_of(part)
                    said = mark.of(article.text) if len(several) > 1 else words
                    if shared and mark.end <= article.text.find(shared, begin):
                        said += shared
                    found = Report(finding=part, context=said, about=_about(article, part))
                    yield mark.end - 1, found  # after the levels in it


def _shared_ending(words: str) -> str:
    """Return what a list's end says of all of it: 甲2万亩、乙3万亩的任务全部完成."""
    found = _OF_ALL.search(words)
    return found[0] if found and outcomes.reached(words) else ""


def _left(start: int, end: int, taken: Sequence[Span]) -> Iterable[tuple[int, int]]:
    """Yield the parts of [start, end) that no window takes."""
    for span in sorted(taken, key=lambda one: one.start):
        if span.start > start:
            yield start, min(span.start, end)
        start = max(start, span.end)
        if start >= end:
            return
    yield start, end


def _before(article: Article, number: int, place: int) -> str:
    """Return what a list says before letter `place`; its items may be sentences of their own."""
    first = number
    while first > 1 and article.sentence(first - 1).rstrip().endswith(("；", ";")):
        first -= 1
    begin = max(article.sentences[first - 1].start, place - claimed.LONG)
    return article.text[begin:place]


def _goes_on(words: str, before: str) -> bool:
    """True for a count that goes on with a report: 已盘活农房50栋；打造民宿13家."""
    return bool(
        outcomes.LEVEL.search(before) and claimed.MEASURES.search(words) and amounts.find(words)
    )


def _cut(article: Article, number: int, start: int, end: int) -> Finding:
    """Return text[start:end] as a target that stands there, with its last number and day."""
    words = article.text[start:end]
    sightings = amounts.find(words)
    moved = outcomes.put_off(words) or outcomes.changed(words)
    after = moved.end() if moved else 0
    later = [one for one in sightings if one.start >= after - 1] or sightings
    days = [one for one in dates.find(words) if one.start >= after - 1]
    raw = later[0] if later else None
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
