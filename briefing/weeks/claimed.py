"""Bring what was claimed into the shape that the ledger follows: one thing, its number, its day.

In:  an article and its proven findings. Out: targets, dated next steps and levels; a promise that
     lists several things as several, a day that belongs to another thing taken away.
"""

import re

from briefing.facts import amounts
from briefing.records import (
    Article,
    Basis,
    Direction,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Span,
    Target,
)
from briefing.weeks import clauses, due, listing, outcomes
from briefing.weeks.things import thing

LONG = 400  # letters of a segment beyond which it is no plain statement
MEASURES = re.compile(
    r"完成|建成|累计|已|达|实现|新增|新建|开工|竣工|投用|投产|改造|落实|到位|占|突破|整治|安装|培训|签约|引进|打造|盘活|净增|增加|更换|拆除|治理|修复|发放|建设|铺设|清淤|疏浚|维修|植树|造林|播种|收割|关停|淘汰|培育|认定|解决|救助"
)
_YEAR = re.compile(r"今年|全年|年内|本年度?|20\d\d年(?:度|内)?")
_PURPOSE = re.compile(r"\s*为.{2,24}(?:腾出|创造|铺平|奠定|打下|提供|夯实|积蓄)")
_SEPARATES = re.compile(r"[,，、;；]")
_RATIO = ("%", "％", "百分点", "倍")
_EDGES = " ,，、:：\t"


def shaped(article: Article, extraction: Extraction) -> list[Finding]:
    """Return what was found that may concern a target, in that shape, in no order."""
    proven = [leveled(item) for item in extraction.findings + extraction.omissions]
    return [
        part
        for item in proven
        if _concerns(item)
        for part in listing.parts(article, whole(article, _own_day(article, _counted(item))))
    ]


def leveled(finding: Finding) -> Finding:
    """Return a count that is told as an increase (净增14家) as the level that it is to a target."""
    amount = finding.amount
    if amount is None or amount.basis is not Basis.CHANGE or amount.unit in _RATIO:
        return finding
    plain = {"basis": Basis.LEVEL, "direction": Direction.NONE}
    return finding.model_copy(update={"amount": amount.model_copy(update=plain)})


def _counted(finding: Finding) -> Finding:
    """Return a promise with the one number that its words give: 更换软管5000户, 由78%提高到83%."""
    claim = finding.claim
    if finding.amount or not isinstance(claim, Target | NextStep):
        return finding
    words = clauses.words_of(claim)
    seen = amounts.find(words)
    to = [one for one in seen if words[: one.start].endswith(("到", "至"))]
    chosen = seen if len(seen) == 1 else to
    if len(chosen) != 1 or (isinstance(claim, Target) and claim.completion):
        return finding
    told = {"raw": chosen[0].raw} if isinstance(claim, Target) else {}
    update = {"amount": chosen[0].amount, "claim": claim.model_copy(update=told)}
    return finding.model_copy(update=update)


def whole(article: Article, finding: Finding) -> Finding:
    """Return a promise that is only a day with the thing before it: 硬化公路18公里，6月底前完成."""
    claim, mark = finding.claim, clauses.mark_of(finding)
    if not isinstance(claim, Target | NextStep) or finding.amount or not claim.deadline:
        return finding
    segment = clauses.segment(article, mark.start)
    end = mark.start
    start = clauses.clause_start(article.text, segment.start, max(end - 1, segment.start))
    while start > segment.start and listing.describes(article.text[start:end]):
        end = start
        start = clauses.clause_start(article.text, segment.start, end - 1)
    start += article.text[start:end].rfind("：") + 1
    before = article.text[start:end]
    numbers = [one for one in amounts.find(before) if one.amount.basis is Basis.LEVEL]
    if len(numbers) != 1 or not thing(clauses.words_of(claim), (claim.deadline,)).general:
        return finding
    if thing(before).general or listing.describes(before) or outcomes.ends(before):
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


def _own_day(article: Article, finding: Finding) -> Finding:
    """Return a promise without the day of the thing before it: 甲工程11月底前完成，新建管网26公里.

    A day at the head of its clause holds for what follows (11月底前完成甲工程、乙工程), one behind
    another subject does not.
    """
    claim, mark = finding.claim, clauses.mark_of(finding)
    if not isinstance(claim, Target | NextStep) or not claim.deadline:
        return finding
    if _YEAR.fullmatch(claim.deadline) and article.day:
        shared = due.of_list(article, claim.sentence, mark.start, article.day)
        return finding.model_copy(update={"deadline_range": shared}) if shared else finding
    if claim.deadline in mark.of(article.text):
        return finding
    own = clauses.segment(article, mark.start).start
    start = max(own - LONG, article.text.rfind("\n", 0, own) + 1)
    before = article.text[start : mark.start]
    at = before.rfind(claim.deadline)
    head = max((before.rfind(end, 0, max(at, 0)) for end in "；;。：:"), default=-1) + 1
    clause = before[clauses.clause_start(before, head, max(at, 0)) : max(at, 0)]
    heads_list = clause == before[head:at] and thing(clause).general
    same = start + at >= own and (thing(clause).general or not _SEPARATES.search(before[at:]))
    if at < 0 or heads_list or same:
        return finding
    bare = claim.model_copy(update={"deadline": None})
    return finding.model_copy(update={"claim": bare, "deadline_range": None})


def _concerns(finding: Finding) -> bool:
    if not finding.proven or finding.evidence.start is None:
        return False
    claim = finding.claim
    if _PURPOSE.match(clauses.words_of(claim)):
        return False
    match claim:
        case Target():
            return True
        case NextStep():
            return finding.deadline_range is not None or bool(amounts.find(claim.action))
        case Figure():
            amount = finding.amount
            level = amount is not None and amount.basis is Basis.LEVEL and not claim.is_rank
            told = claim.period or MEASURES.search(finding.evidence.quote)
            return level and bool(told)
        case _:
            return False
