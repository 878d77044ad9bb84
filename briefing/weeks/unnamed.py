"""Find what a report speaks of that its own words do not name.

In:  an article, a finding in it, and the one before. Out: the object, cut from the text; "" where
     the finding names its own, or nothing names any.
"""

import re

from briefing.records import Article, Figure, Finding, NextStep, Target
from briefing.weeks import clauses, due, subjects, verdicts
from briefing.weeks.matching import SPENT
from briefing.weeks.said import CUT
from briefing.weeks.things import thing

_OF_WORK = re.compile(
    r"^(?:工程|项目)?(?:总?工程量|总?投资$|整体进度|总体进度|形象进度|总?进度|完成率|工程进度)"
)
_NOUN = re.compile(r"项目|工程")
_POINTS_BACK = re.compile(r"该|此(?!外)|这一|上述")
_EDGES = " ,，、:：\t"


def about(article: Article, finding: Finding) -> str:
    """Return the object that a report speaks of without naming it, "" where it names its own."""
    claim, place = finding.claim, clauses.mark_of(finding).start
    start = article.sentences[claim.sentence - 1].start
    back = _POINTS_BACK.search(article.text[start:place] + finding.evidence.quote)
    if isinstance(claim, Figure):
        return subjects.named(article, place) if back and _OF_WORK.search(claim.metric) else ""
    if finding.amount and not back:
        spent = SPENT.match(clauses.words_of(claim))
        return subjects.counted(article.text[start:place]) if spent else ""
    days = claim.deadline or "" if isinstance(claim, Target | NextStep) else ""
    if not thing(clauses.words_of(claim), (days,)).general:
        return ""
    if verdicts.share(clauses.words_of(claim)) and (shared := _measured(article, place)):
        return shared
    return subjects.named(article, place)


def _measured(article: Article, place: int) -> str:
    """Return the clause that a share goes on from: 新增企业17家，只完成全年任务的48.6%."""
    segment = clauses.segment(article, place)
    before = article.text[segment.start : place].rstrip(_EDGES)
    words = due.ENTRY.sub("", before[clauses.clause_start(before, 0, len(before)) :], count=1)
    return words.strip(_EDGES) if words and not thing(words).general else ""


def counted_before(article: Article, before: Finding | None, item: Finding) -> str:
    """Return what a bare count goes on to count: 计划改造卫生室46个，已完成31个."""
    claim, amount = item.claim, item.amount
    if before is None or before.amount is None or amount is None:
        return ""
    if not isinstance(claim, Figure) and item.evidence.note != CUT:
        return ""
    if before.claim.sentence != claim.sentence or before.amount.unit != amount.unit:
        return ""
    words = clauses.piece(article.text, clauses.mark_of(item))
    bare = thing(words).general and not (verdicts.names_goal(words) or _NOUN.search(words))
    if amount.value > before.amount.value or not bare:
        return ""
    told = before.claim
    return told.metric if isinstance(told, Figure) else clauses.words_of(told)
