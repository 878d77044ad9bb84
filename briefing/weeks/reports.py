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
    Basis,
    Claim,
    DateRange,
    Direction,
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
from briefing.weeks import keys, listing, outcomes, promising, subjects
from briefing.weeks.things import thing

_MEASURES = re.compile(
    r"完成|建成|累计|已|达|实现|新增|新建|开工|竣工|投用|投产|改造|落实|到位|占|突破|整治|安装|培训|签约|引进|打造|新增|盘活|净增|增加"
)
_SEGMENT = re.compile(r"[^;；。!！?？\n]+")
_SEASON = re.compile(
    r"今年(?:内)?|全年|年内|本年度?|20\d\d年(?:度|内)?(?!\d{0,2}月)|[一二三四]季度|[上下]半年"
)
_OF_WORK = re.compile(r"^(?:总?工程量|总?投资$|整体进度|总体进度|形象进度|总?进度|完成率|工程进度)")
_POINTS_BACK = re.compile(r"该|此(?!外)|这一|上述")
_EDGES = " ,，、:：\t"
_LEVEL = re.compile(
    r"(?:已|累计|共计?)[^,，。;；]{0,14}\d|截至[^,，。;；]{2,12}[,，][^。;；]{2,24}\d"
)
_COUNT = re.compile(r"[\d一二三四五六七八九十百千万]")
_SEPARATES = re.compile(r"[,，、;；]")
_RATIO = ("%", "％", "百分点", "倍")
_LONG = 400  # letters of a segment beyond which it is no plain statement


def read(article: Article, extraction: Extraction) -> tuple[Report, ...]:
    """Return what the article says that may concern a target."""
    proven = [_level(item) for item in extraction.findings + extraction.omissions]
    known = [
        part
        for item in proven
        if _concerns(item)
        for part in listing.parts(article, _whole(article, _own_day(article, _counted(item))))
    ]
    claimed = [_mark(item) for item in known if not isinstance(item.claim, Figure)]
    promised = promising.read(article, claimed)
    cut = [_mark(item.finding) for item in promised]
    cut += [_mark(item) for item in known if isinstance(item.claim, Target) and item.amount]
    cut.sort(key=lambda span: (span.start, span.end))
    wanted = [item for item in known if not _lies_in(item, cut)]
    wanted += [item.finding for item in promised]
    seasons = {_mark(item.finding).start: item.within for item in promised}
    wanted.sort(key=lambda item: (_mark(item).start, _mark(item).end))
    starts = [_mark(item).start for item in wanted]
    found: list[tuple[int, Report]] = []
    covered: list[Span] = []
    for place, item in enumerate(wanted):
        mark = _mark(item)
        following = bisect_left(starts, mark.end, place + 1)
        later = starts[following] if following < len(starts) else None
        window = _window(article, mark, later, starts)
        if not (isinstance(item.claim, Figure) and _concludes(window.of(article.text))):
            covered.append(window)
        within = seasons.get(mark.start) or _named_before(article, item)
        after = article.text[window.end : _segment(article, max(window.end - 1, mark.start)).end]
        context = window.of(article.text) + outcomes.verdict(after)
        report = Report(finding=item, context=context, within=within, about=_about(article, item))
        found.append((mark.start, report))
    found.extend(_endings(article, covered))
    return tuple(report for _, report in sorted(found, key=lambda item: item[0]))


def _about(article: Article, finding: Finding) -> str:
    """Return the object that a report speaks of without naming it, "" where it names its own."""
    claim, place = finding.claim, _mark(finding).start
    start = article.sentences[claim.sentence - 1].start
    back = _POINTS_BACK.search(article.text[start:place] + finding.evidence.quote)
    if isinstance(claim, Figure):
        return subjects.named(article, place) if back and _OF_WORK.search(claim.metric) else ""
    if finding.amount and not back:
        return ""
    days = claim.deadline or "" if isinstance(claim, Target | NextStep) else ""
    return subjects.named(article, place) if thing(mark_words(claim), (days,)).general else ""


def _named_before(article: Article, finding: Finding) -> DateRange | None:
    """Return the year or season that the sentence names before a promise without a day."""
    if finding.deadline_range or isinstance(finding.claim, Figure) or article.day is None:
        return None
    mark = _mark(finding)
    shared = promising.due_of_list(article, finding.claim.sentence, mark.start, article.day)
    if shared:
        return shared
    segment = _segment(article, mark.start)
    first = max(segment.start, mark.end - _LONG)
    named = list(_SEASON.finditer(article.text, first, mark.end))
    return keys.resolved(named[-1][0], article.day) if named else None


def _lies_in(finding: Finding, cut: Sequence[Span]) -> bool:
    """True for a figure whose number is part of a promise that was read here (`cut`, in order)."""
    mark = _mark(finding)
    place = bisect_right(cut, mark.start, key=lambda span: span.start) - 1
    return isinstance(finding.claim, Figure) and place >= 0 and mark.end <= cut[place].end


def _level(finding: Finding) -> Finding:
    """Return a count that is told as an increase (净增14家) as the level that it is to a target."""
    amount = finding.amount
    if amount is None or amount.basis is not Basis.CHANGE or amount.unit in _RATIO:
        return finding
    plain = {"basis": Basis.LEVEL, "direction": Direction.NONE}
    return finding.model_copy(update={"amount": amount.model_copy(update=plain)})


def _counted(finding: Finding) -> Finding:
    """Return a next step with the one number that it promises: 更换软管5000户."""
    if not isinstance(finding.claim, NextStep) or finding.amount:
        return finding
    seen = [one.amount for one in amounts.find(finding.claim.action)]
    return finding.model_copy(update={"amount": seen[0]}) if len(seen) == 1 else finding


def _own_day(article: Article, finding: Finding) -> Finding:
    """Return a promise without the day of the thing before it: 甲工程11月底前完成，新建管网26公里.

    A day at the head of its clause holds for what follows (11月底前完成甲工程、乙工程), one behind
    another subject does not.
    """
    claim, mark = finding.claim, _mark(finding)
    if not isinstance(claim, Target | NextStep) or not claim.deadline:
        return finding
    if claim.deadline in mark.of(article.text):
        return finding
    own = _segment(article, mark.start).start
    start = max(own - _LONG, article.text.rfind("\n", 0, own) + 1)
    before = article.text[start : mark.start]
    at = before.rfind(claim.deadline)
    head = max((before.rfind(end, 0, max(at, 0)) for end in "；;。：:"), default=-1) + 1
    clause = before[_clause_start(before, head, max(at, 0)) : max(at, 0)]
    heads_list = clause == before[head:at] and thing(clause).general
    same = start + at >= own and (thing(clause).general or not _SEPARATES.search(before[at:]))
    if at < 0 or heads_list or same:
        return finding
    bare = claim.model_copy(update={"deadline": None})
    return finding.model_copy(update={"claim": bare, "deadline_range": None})


def _whole(article: Article, finding: Finding) -> Finding:
    """Return a promise that is only a day with the thing before it: 硬化公路18公里，6月底前完成."""
    claim, mark = finding.claim, _mark(finding)
    if not isinstance(claim, Target | NextStep) or finding.amount or not claim.deadline:
        return finding
    segment = _segment(article, mark.start)
    start = _clause_start(article.text, segment.start, max(mark.start - 1, segment.start))
    start += article.text[start : mark.start].rfind("：") + 1
    before = article.text[start : mark.start]
    numbers = [one for one in amounts.find(before) if one.amount.basis is Basis.LEVEL]
    if len(numbers) != 1 or not thing(mark_words(claim), (claim.deadline,)).general:
        return finding
    if thing(before).general or listing.describes(before) or _tells(before):
        return finding
    start += len(before) - len(before.lstrip(_EDGES))
    words = article.text[start : mark.end]
    said = Target(
        sentence=claim.sentence,
        what=words,
        raw=numbers[0].raw,
        deadline=claim.deadline,
        owner=claim.owner,
    )
    whole = Span(start=start, end=mark.end)
    evidence = finding.evidence.model_copy(update={"mark": whole})
    return finding.model_copy(
        update={"claim": said, "amount": numbers[0].amount, "evidence": evidence}
    )


def _concerns(finding: Finding) -> bool:
    if not finding.proven or finding.evidence.start is None:
        return False
    claim = finding.claim
    match claim:
        case Target():
            return True
        case NextStep():
            return finding.deadline_range is not None or bool(_COUNT.search(claim.action))
        case Figure():
            amount = finding.amount
            level = amount is not None and amount.basis is Basis.LEVEL and not claim.is_rank
            told = claim.period or _MEASURES.search(finding.evidence.quote)
            return level and bool(told)
        case _:
            return False


def mark_words(claim: Claim) -> str:
    """Return the words of a promise, "" for what is none."""
    return claim.what if isinstance(claim, Target) else getattr(claim, "action", "")


def _mark(finding: Finding) -> Span:
    """Return where the copied words stand, or the whole quote."""
    evidence = finding.evidence
    assert evidence.start is not None
    assert evidence.end is not None
    return evidence.mark or Span(start=evidence.start, end=evidence.end)


def _segment(article: Article, place: int) -> Span:
    """Return the part of a sentence, between semicolons, that holds letter `place`."""
    sentences = article.sentences
    number = bisect_right(sentences, place, key=lambda span: span.start) - 1
    sentence = Span(start=place, end=min(place + 1, len(article.text)))
    if number >= 0 and place < sentences[number].end:
        sentence = sentences[number]
    for match in _SEGMENT.finditer(article.text, sentence.start, sentence.end):
        if match.start() <= place < match.end():
            return Span(start=match.start(), end=match.end())
    return sentence


def _window(article: Article, mark: Span, following: int | None, starts: Sequence[int]) -> Span:
    """Return the clauses that belong to a report: its own, and those up to the next report.

    The first report of a segment also owns what stands before it, unless that tells an ending.
    """
    segment = _segment(article, mark.start)
    text = article.text
    own = _clause_start(text, segment.start, mark.start)
    first = segment.start
    before = bisect_left(starts, segment.start) < bisect_left(starts, mark.start)
    if before or own - first > _LONG or _ends(text[first:own]):
        first = own
    last = segment.end
    if following is not None and following < segment.end:
        last = _clause_start(text, first, following)
        if last < mark.end:
            last = _clause_end(text, mark.end, segment.end)
    return Span(start=first, end=max(last, mark.end))


def _clause_start(text: str, first: int, place: int) -> int:
    found = [at for mark in ",，、;；。\n" if (at := text.rfind(mark, first, place)) >= 0]
    return max(found) + 1 if found else first


def _clause_end(text: str, place: int, stop: int) -> int:
    found = [at for mark in ",，;；。\n" if (at := text.find(mark, place, stop)) >= 0]
    return min(found, default=stop)


def _endings(article: Article, covered: Sequence[Span]) -> Iterable[tuple[int, Report]]:
    """Yield reports of clauses that say how something ended and that nobody claimed."""
    ordered = sorted(covered, key=lambda span: (span.start, span.end))
    first = 0
    for number, sentence in enumerate(article.sentences, 1):
        while first < len(ordered) and ordered[first].end <= sentence.start:
            first += 1
        last = bisect_left(ordered, sentence.end, first, key=lambda span: span.start)
        taken = ordered[first:last]
        for match in _SEGMENT.finditer(article.text, sentence.start, sentence.end):
            for start, end in _left(match.start(), match.end(), taken):
                words = article.text[start:end].strip(_EDGES)
                if not words or len(words) > _LONG:
                    continue
                if not _tells(words) and not _goes_on(words, _before(article, number, start)):
                    continue
                begin = article.text.index(words, start)
                cut = _cut(article, number, begin, begin + len(words))
                several = listing.parts(article, cut)
                for part in several:
                    said = _mark(part).of(article.text) if len(several) > 1 else words
                    about = _about(article, part)
                    yield _mark(part).start, Report(finding=part, context=said, about=about)


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
    begin = max(article.sentences[first - 1].start, place - _LONG)
    return article.text[begin:place]


def _goes_on(words: str, before: str) -> bool:
    """True for a count that goes on with a report: 已盘活农房50栋；打造民宿13家."""
    return bool(_LEVEL.search(before) and _MEASURES.search(words) and amounts.find(words))


def _tells(words: str) -> bool:
    """True for words that say how something ended or how far it is."""
    return bool(_ends(words) or _LEVEL.search(words))


def _ends(words: str) -> bool:
    return _concludes(words) or bool(outcomes.share(words))


def _concludes(words: str) -> bool:
    """True for words that say how something ended, or that its day or number was changed."""
    return bool(
        outcomes.reached(words)
        or outcomes.not_reached(words)
        or outcomes.put_off(words)
        or outcomes.changed(words)
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
