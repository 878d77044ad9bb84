"""Read plain promises that nobody claimed: a day to come, and a thing to be done by it.

In:  an article and the places of the promises that were claimed. Out: further targets, cut
     from the text letter for letter.

A clause is a promise when it names a day after the article's own and a piece of work or a
number (华芯项目8月底前封顶), or when it gives a number for a year that is not over, in a
sentence that speaks of plans (今年的目标任务：新建水库2座). Whatever tells of the past (已, 累计,
截至) is none. 均于11月底前完成 after a list is the day of all that stands before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing.facts import amounts, dates
from briefing.origin import to_raw
from briefing.records import (
    Article,
    DateRange,
    Evidence,
    Finding,
    Span,
    Target,
    Verdict,
)
from briefing.weeks import homes, keys, listing, outcomes
from briefing.weeks.things import thing

NOTE = "promise read by the ledger"
_CLAUSE = re.compile(r"[^,，:：、;；。!！?？\n]+")
_LONG = 60  # letters of a clause beyond which it is no plain promise
_MOST = 500  # clauses of a sentence that are looked at, promises of an article that are read
_HINT = re.compile(r"\d|[一二两三四五六七八九十]|年内|年底|全年|月底")
_DUE = re.compile(r"前|底|末|年内|全年|之内|今年|季度|半年")
_PAST = re.compile(
    r"已|了(?!解)|累计|截至|目前|以来|同比|去年|上年|原定|原计划|未能?|没有|尚|提前|如期|超额|仅|比计划|曾|昨|日前|获悉|回顾|总结|通报"
)
_PLAN = re.compile(
    r"目标|任务|计划|将|(?<![主重需首必])要(?![素点闻])|确保|力争|提出|明确|确定|安排|部署|实事|方案|预期|承诺|争取|拟|规划|预算草案"
)
_MEANT = re.compile(r"计划|拟|力争|确保|目标|要求")
_TOLD = re.compile(r"完成情况|成绩|回顾|总结|收官|超额|提前|圆满|进展|通报|晒出|以来|截至")
_WORK = re.compile(
    r"新建|改建|扩建|改造|建设|建成|新增|完成|实现|达到|引进|培育|培训|淘汰|拆除|整治|治理|维修|清淤|"
    r"开展|签约|争取|压减|压降|控制|增长|下降|发放|创建|植树|造林|修复|安装|出台|印发|盘活|突破|提升|提高|降低|覆盖|达标"
)
_SEASON = re.compile(
    r"今年(?!以来)|全年|年内|本年度|20\d\d年(?:度)?(?!\d{0,2}月)|[一二三四]季度|[上下]半年"
)
_PLANNED_TITLE = re.compile(r"目标|计划|任务|实事|方案|部署|动员")
_SO_FAR = re.compile(r"前[一二三]季度|\d月份?[，,]|[-—–~至]\d{1,2}月|现场|此次|当天|当日|集中签约")
_SPAN = re.compile(r"[一二三四]季度|[上下]半年")
_TROUBLE = re.compile(r"压力|差距|困难|不足|问题|风险|滞后|偏[低弱慢]|缺口|围绕|为了|对照")
_REFERENCE = re.compile(r"[比较由从离距]$")
"""Before a time that something is compared with or counted to: 比上半年回升, 离年底只剩两个月."""

_BARE = re.compile(r"全年|本年度?|年末|20\d\d年度?|[一二三四]季度|[上下]半年")
_BY = re.compile(r"[前内底]|之[前内]")
_PURPOSE = re.compile(r"\s*为.{2,20}(?:做|作|奠定|打下|提供|夯实|积蓄)")
_ALL = re.compile(r"^(?:均|都|全部|以上|上述|所有)")
_EACH = re.compile(r"[前底内](?:均|都|全部|全面)")
_MOST_ITEMS = 40  # sentences of a list that are read for the day at its end
_ITEM_ENDS = ("；", ";")
_BACK = re.compile(r"^(?:以上|上述)")


@dataclass(frozen=True)
class Promised:
    """A promise cut from the text; `within` are days that other clauses of its sentence name."""

    finding: Finding
    within: DateRange | None = None


def read(article: Article, claimed: Sequence[Span]) -> list[Promised]:
    """Return the promises of the article that no span of `claimed` touches, in order."""
    day = article.day
    if day is None:
        return []
    found: list[Promised] = []
    claimed = sorted(claimed, key=lambda span: (span.end, span.start))
    for number, sentence in enumerate(article.sentences, 1):
        text = sentence.of(article.text)
        if _HINT.search(text) and len(found) < _MOST:
            found.extend(_sentence(article, number, sentence, day, claimed))
    return found


def due_of_list(article: Article, number: int, place: int, day: date) -> DateRange | None:
    """Return the days that hold for all that sentence `number` lists: 均于11月底前完成.

    They stand behind letter `place`, or in a sentence of their own after it (以上实事均于年底前完成).
    """
    begin = article.sentences[number - 1].start
    own = _due_for_all(article.sentence(number), day)
    if own and begin + own[1] > place:
        return own[0]
    last = min(number + _MOST_ITEMS, len(article.sentences))
    for later in range(number + 1, last + 1):
        text = article.sentence(later).strip()
        if _BACK.match(text):
            found = _due_for_all(text, day)
            return found[0] if found else None
        if not article.sentence(later - 1).rstrip().endswith(_ITEM_ENDS):
            break
    return None


@lru_cache(maxsize=1_024)
def _due_for_all(sentence: str, day: date) -> tuple[DateRange, int] | None:
    """Return the days of the clause that speaks for all, and where it starts."""
    for match in _CLAUSE.finditer(sentence):
        if found := _for_all(match[0].strip(), day):
            return found, match.start()
    return None


def _for_all(clause: str, day: date) -> DateRange | None:
    """Return the days of a clause that names no thing of its own: 8月底前全部竣工."""
    if _PAST.search(clause) or not (_ALL.match(clause) or _EACH.search(clause)):
        return None
    own = _own_day(clause, day)
    if own is None or amounts.find(clause.replace(own[0], "")):
        return None
    return own[1] if _ALL.match(clause) or thing(clause).general else None


def _sentence(
    article: Article, number: int, sentence: Span, day: date, claimed: Sequence[Span]
) -> Iterator[Promised]:
    text = sentence.of(article.text)
    title = article.title or ""
    titled = bool(_PLANNED_TITLE.search(title))
    reported = bool(_TOLD.search(title + text) or outcomes.share(text)) or _so_far(text, day)
    listing_all = _due_for_all(text, day) is None and bool(
        due_of_list(article, number, sentence.start, day)
    )
    season: DateRange | None = None
    head: DateRange | None = None
    made, listed = 0, False
    ends = [span.end for span in claimed]
    for match in _CLAUSE.finditer(article.text, sentence.start, sentence.end):
        clause = match[0]
        if named := _SEASON.search(clause):
            season = ahead(named[0], day)
        start = match.start() + len(clause) - len(clause.lstrip())
        end = match.start() + len(clause.rstrip())
        if end - start > _LONG or _no_promise(clause, article.text[end : sentence.end], day):
            continue
        place = bisect_left(ends, start + 1)
        if place < len(claimed) and claimed[place].start < end:
            listed = True
            continue
        if made >= _MOST:
            return
        own = _own_day(clause, day)
        before = article.text[sentence.start : end]
        planned = not reported and (titled or listing_all or bool(_PLAN.search(before)))
        if (
            own
            and not planned
            and _BARE.fullmatch(own[0])
            and not _BY.match(clause, clause.find(own[0]) + len(own[0]))
        ):
            own = None
        if own:
            head = own[1] if _heads(article, clause, own[0]) else None
        stage = outcomes.stage(clause.replace("完成", ""))
        counted = bool(amounts.find(clause))
        work = bool(_WORK.search(clause) or _MEANT.search(clause)) or stage >= 0
        if own and _SEASON.search(own[0]) and not counted and stage < 1:
            continue
        made += 1
        if own and (work or counted):
            listed = counted
            yield Promised(_cut(article, number, start, end, own))
            continue
        if listing.describes(clause) and not work:
            continue
        open_year = season is not None and season.last > day
        listed = (listed or listing_all) and counted and planned
        open_year = open_year or listing_all or head is not None
        if planned and (work or listed) and open_year and counted:
            listed = True
            shared = due_of_list(article, number, start, day)
            yield Promised(_cut(article, number, start, end, None), shared or season or head)


def _heads(article: Article, clause: str, written: str) -> bool:
    """True for a day that stands before all that is promised, and so holds for what follows."""
    before = clause[: clause.find(written)]
    return thing(before, homes.nearest(article)).general


def _no_promise(clause: str, after: str, day: date) -> bool:
    """True for a clause that tells how something went, speaks for others or of a trouble."""
    return bool(
        not clause.strip()
        or _PAST.search(clause)
        or _ALL.match(clause)
        or _PURPOSE.match(clause)
        or _TROUBLE.search(clause)
        or outcomes.put_off(clause)
        or outcomes.changed(clause)
        or outcomes.reached(clause)
        or outcomes.share(clause)
        or outcomes.verdict(after)
        or outcomes.told(f"，{clause.strip()}")
        or _for_all(clause.strip(), day)
    )


def ahead(words: str, day: date) -> DateRange | None:
    """Return the days that a plan told on `day` means: 全年, in January, is the year to come."""
    days = keys.resolved(words, day)
    return keys.to_come(days, words, day) if days else None


def _so_far(text: str, day: date) -> bool:
    """True for a sentence about a time that is over on `day`, or about one occasion."""
    spans = [ahead(found[0], day) for found in _SPAN.finditer(text)]
    return bool(_SO_FAR.search(text)) or any(one is None or one.last < day for one in spans)


def tells_past(words: str, day: date) -> bool:
    """True for words about a quarter or half-year that is over, without a word of plan."""
    if _PLAN.search(words):
        return False
    spans = [keys.resolved(found[0], day) for found in _SPAN.finditer(words)]
    return any(one is not None and one.last < day for one in spans)


def _own_day(clause: str, day: date) -> tuple[str, DateRange] | None:
    """Return the words and days of the clause's own deadline, if it is still to come."""
    for mention in dates.find(clause):
        words = mention.raw
        if not _DUE.search(words + clause[mention.end : mention.end + 1]):
            continue
        if _REFERENCE.search(clause, 0, mention.start):
            continue
        days = dates.resolve(mention, anchor=day)
        if days and (not _SPAN.search(words) or _PLAN.search(clause)):
            days = keys.to_come(days, words, day)
        if days and days.last > day:
            return words, days
    return None


def _cut(
    article: Article, number: int, start: int, end: int, due: tuple[str, DateRange] | None
) -> Finding:
    words = article.text[start:end]
    numbers = [seen for seen in amounts.find(words) if not due or seen.raw not in due[0]]
    raw_start, raw_end = to_raw(article.origin, start, end)
    return Finding(
        article_id=article.id,
        claim=Target(
            sentence=number,
            what=words,
            raw=numbers[-1].raw if numbers else None,
            deadline=due[0] if due else None,
        ),
        amount=numbers[-1].amount if numbers else None,
        deadline_range=due[1] if due else None,
        evidence=Evidence(
            verdict=Verdict.EXACT,
            quote=words,
            start=start,
            end=end,
            raw_start=raw_start,
            raw_end=raw_end,
            mark=Span(start=start, end=end),
            note=NOTE,
        ),
    )
