"""Split a promise that lists several things into one promise each.

In:  an article and a target found in it: 新增停车泊位3000个、充电桩500个、口袋公园20个.
Out: targets that copy one part each, letter for letter, with its own number; or the target as it
     is, where it speaks of one thing.

A clause that only describes the thing before it (惠及居民1.8万户, 总投资2亿元) is no part of its own,
and words without a number belong to the number that follows (新建、改扩建学校5所).
"""

import re
from collections.abc import Sequence

from briefing.facts import amounts, dates
from briefing.records import Article, Basis, Finding, NextStep, Span, Target
from briefing.weeks import outcomes, subjects, verdicts
from briefing.weeks.things import thing

_CLAUSE = re.compile(r"[^,，、;；]+")
_BY_COMMA = re.compile(r"[^,，;；]+")
_DESCRIBES = re.compile(
    r"^\s*(?:该|此)?(?:项目|工程)(?:拟?新?建设?|主要)|^\s*(?:该|此)?(?:项目|工程)?(?:设置|规划|惠及|受益|覆盖|涉及|总|投资|投入|概算|占|约|合计|共|带动|服务|同比|增长|增速|增幅|比|较|建筑|用地|日|年均|年产|床位|面积|长|宽|累计|完成(?!.{0,6}投资)|达产|预计|超|高于|低于)"
)
_AMONG = re.compile(r"^\s*其中")
_DAY = re.compile(
    r"^\s*(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|初|[上中下]旬)?|年底|年内|[一二三四上下](?:季度|半年))[之以]?(?:前|内|末|底)?"
)
_TOGETHER = re.compile(r"\s*(?:\d+[\u4e00-\u9fff]{2,12}、)+\d+[\u4e00-\u9fff]{2,16}[^,，、;；]*$")
"""Things that end in one: 17个甲项目、38个乙项目已超额完成年度计划."""

_TOLD = re.compile(r"已|(?<!为)了(?!解)")
_EACH = re.compile(r"均|都|双双|分别|全部")
_RATIO = ("%", "％", "百分点", "倍")


def parts(article: Article, finding: Finding) -> list[Finding]:
    """Return one finding for each thing that a promise lists, in order; else the finding alone."""
    claim, mark = finding.claim, finding.evidence.mark
    if not isinstance(claim, Target | NextStep) or mark is None:
        return [finding]
    text = mark.of(article.text)
    moved = outcomes.changed(text) or outcomes.put_off(text)
    if moved or (isinstance(claim, Target) and claim.completion):
        return [finding]
    if _TOGETHER.match(text) and outcomes.concludes(text) and not _EACH.search(text):
        return [finding]
    spans = _dated(text) or _named(text) or _spans(text)
    if len(spans) < 2 and not (spans := _act(text)):
        return [finding]
    return [
        _part(article, finding, claim, mark.start + start, mark.start + end) for start, end in spans
    ]


def _act(text: str) -> Sequence[tuple[int, int]]:
    """Return the range of the one clause that says what will be done by which day, where the
    others only describe or tell what was done: 设置床位800张，计划年底前投入使用.
    """
    clauses = list(_CLAUSE.finditer(text))
    acts = [match for match in clauses if _only_dated(match[0])]
    others = [match[0] for match in clauses if match not in acts]
    said = all(describes(one) or outcomes.reached(one) or _TOLD.search(one) for one in others)
    return [acts[0].span()] if len(acts) == 1 and others and said else []


def _only_dated(clause: str) -> bool:
    """True for a clause that has a day and a stage of work, and names no thing."""
    return bool(dates.find(clause)) and outcomes.stage(clause) >= 0 and thing(clause).general


def _dated(text: str) -> Sequence[tuple[int, int]]:
    """Return the ranges of clauses that have a day of their own: 9月底前建成甲，11月底前建成乙.

    The first may name the thing before its day: 甲9月底前取得批复、11月底前开工.
    """
    clauses = list(_CLAUSE.finditer(text))
    own = [bool(_DAY.search(match[0])) for match in clauses]
    if clauses and not own[0]:
        own[0] = bool(re.search(_DAY.pattern.removeprefix("^"), clauses[0][0]))
    if len(clauses) < 2 or not all(own):
        return []
    return [match.span() for match in clauses]


def _named(text: str) -> Sequence[tuple[int, int]]:
    """Return the ranges of things that are listed by name: 甲小学、乙小学8月底前建成."""
    for clause in _BY_COMMA.finditer(text):
        items = list(re.finditer(r"[^、]+", clause[0]))
        names = [subjects.leading(item[0]) for item in items]
        whole = all(name == item[0] for name, item in zip(names[:-1], items, strict=False))
        if len(items) > 1 and all(names) and whole:
            return [(clause.start() + one.start(), clause.start() + one.end()) for one in items]
    return []


def counts(clause: str) -> bool:
    """True for a clause that counts a thing that it names."""
    return bool(_levels(clause)) and not thing(clause).general


def _levels(clause: str) -> list[amounts.Sighting]:
    return [
        one
        for one in amounts.find(clause)
        if one.amount.basis is Basis.LEVEL and one.amount.unit not in _RATIO
    ]


def describes(clause: str) -> bool:
    """True for a clause that only says more of the thing before it.

    How it went is more of it, too; a named part with a count (其中高效节水灌溉1.5万亩) is a thing
    of its own.
    """
    part = _AMONG.sub("", clause)
    if verdicts.told(f"，{clause.strip()}"):
        return True
    return bool(_DESCRIBES.search(part)) or (part != clause and thing(part).general)


def _spans(text: str) -> Sequence[tuple[int, int]]:
    """Return the ranges of `text` that hold one counted thing each."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for match in _CLAUSE.finditer(text):
        clause = match[0]
        counted = _levels(clause)
        if found and (describes(clause) or not counted) and start is None:
            if not counted and not describes(clause):
                start = match.start()
            continue
        begin = match.start() if start is None else start
        if not counted:
            start = begin
        elif thing(clause).general:
            start = None
        else:
            found.append((begin, match.end()))
            start = None
    return found


def _part(
    article: Article, whole: Finding, claim: Target | NextStep, start: int, end: int
) -> Finding:
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    said: dict[str, object] = {"action": words}
    numbers = [one for one in amounts.find(words) if not one.raw.startswith("第")]
    if isinstance(claim, Target):
        said = {"what": words, "raw": numbers[-1].raw if numbers else None}
    due = next((day for day in dates.find(words) if _DAY.search(words[day.start :])), None)
    days = dates.resolve(due, anchor=article.day) if due else None
    if due and days:
        said["deadline"] = words[due.start : due.end]
    mark = Span(start=start, end=start + len(words))
    return whole.model_copy(
        update={
            "claim": claim.model_copy(update=said),
            "amount": numbers[-1].amount if numbers else None,
            "deadline_range": days or whole.deadline_range,
            "evidence": whole.evidence.model_copy(update={"mark": mark}),
        }
    )
