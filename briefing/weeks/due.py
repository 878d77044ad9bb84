"""By which day something is promised: its own, one for a whole list, one named before.

In:  clauses and sentences of an article, and its day. Out: days to come, None where no word
     names any.

均于11月底前完成 after a list is the day of all that stands before it; a sentence that ends with
a semicolon goes on in the next.
"""

import re
from datetime import date
from functools import lru_cache

from briefing.facts import amounts, dates
from briefing.records import Article, DateRange
from briefing.weeks import homes, keys
from briefing.weeks.things import thing

CLAUSE = re.compile(r"(?:[^,，:：、;；。!！?？\n]|(?<=\d)[,，](?=\d{3}(?!\d)))+")
PAST = re.compile(
    r"已|了(?!解)|累计|截至|目前|以来|同比|去年|上年|原定|原计划|未能?|没有|尚|还有|仍有|实际(?!利用|使用|到位)|提前|如期|超额|仅|比计划|曾|昨|(?<!\d)日前|获悉|回顾|总结|通报"
)
PLAN = re.compile(
    r"目标|任务|计划|将|(?<![主重需首必])要(?![素点闻])|确保|力争|提出|明确|确定|安排|部署|实事|方案|预期|要求[,，:：]|承诺|争取|拟|规划|预算草案"
)
_DUE = re.compile(r"前|底|末|年内|全年|之内|今年|季度|半年")
_SPAN = re.compile(r"[一二三四]季度|[上下]半年")
SO_FAR = re.compile(r"前[一二三]季度|\d月份?[，,]|[-—–~至]\d{1,2}月|现场|此次|当天|当日|集中签约")
_REFERENCE = re.compile(r"[比较由从离距]$")
"""Before a time that something is compared with or counted to: 比上半年回升, 离年底只剩两个月."""

BY = re.compile(r"[前内底]|之[前内]")
ALL = re.compile(r"^(?:均|都|全部|以上|上述|所有)")
_EACH = re.compile(r"[前底内](?:均|都|全部|全面)")
_MOST_ITEMS = 40  # sentences of a list that are read for the day at its end
ITEM_ENDS = ("；", ";")
ENTRY = re.compile(
    r"\s*(?:\d{1,2}[.．、)）](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、是])\s*"
)
_ITEM = re.compile(r"\s*(?:其中|具体|包括|分别[是为]|同时|同步|还将)")
_UNTIL = re.compile(
    r"截至[^,，。;；、]{2,12}|\d{1,2}[-—–~至到]\d{1,2}月|前[一二三]季度|[上下]半年|\d{1,2}月\d{1,2}日(?=[,，])"
    r"|\b(?:[Bb]y|[Aa]s of|[Tt]hrough) (?:the )?(?:end of )?([A-Z][a-z]{2,8}(?: \d{1,2})?)\b"
)
_BACK = re.compile(r"^(?:以上|上述)")


def of_list(article: Article, number: int, place: int, day: date) -> DateRange | None:
    """Return the days that hold for all that sentence `number` lists: 均于11月底前完成.

    They stand behind letter `place`, or in a sentence of their own after it (以上实事均于年底前完成).
    """
    begin = article.sentences[number - 1].start
    own = for_list(article.sentence(number), day)
    if own and begin + own[1] > place:
        return own[0]
    last = min(number + _MOST_ITEMS, len(article.sentences))
    for later in range(number + 1, last + 1):
        text = article.sentence(later).strip()
        if _BACK.match(text):
            found = for_list(text, day)
            return found[0] if found else None
        if not article.sentence(later - 1).rstrip().endswith(ITEM_ENDS):
            break
    return None


@lru_cache(maxsize=1_024)
def for_list(sentence: str, day: date) -> tuple[DateRange, int] | None:
    """Return the days of the clause that speaks for all, and where it starts."""
    for match in CLAUSE.finditer(sentence):
        if found := for_all(match[0].strip(), day):
            return found, match.start()
    return None


def for_all(clause: str, day: date) -> DateRange | None:
    """Return the days of a clause that names no thing of its own: 8月底前全部竣工."""
    if PAST.search(clause) or not (ALL.match(clause) or _EACH.search(clause)):
        return None
    own = own_day(clause, day)
    if own is None or amounts.find(clause.replace(own[0], "")):
        return None
    return own[1] if ALL.match(clause) or thing(clause).general else None


def ahead(words: str, day: date) -> DateRange | None:
    """Return the days that a plan told on `day` means: 全年, in January, is the year to come."""
    days = keys.resolved(words, day)
    return keys.to_come(days, words, day) if days else None


def over_at(text: str, day: date) -> int:
    """Return where the text names a quarter or half-year that is over on `day`, -1 for none."""
    spans = [(found.start(), ahead(found[0], day)) for found in _SPAN.finditer(text)]
    return max((at for at, days in spans if days is None or days.last < day), default=-1)


def tells_past(words: str, day: date) -> bool:
    """True for words about a quarter or half-year that is over, without a word of plan."""
    if PLAN.search(words):
        return False
    spans = [keys.resolved(found[0], day) for found in _SPAN.finditer(words)]
    return any(one is not None and one.last < day for one in spans)


def own_day(clause: str, day: date) -> tuple[str, DateRange] | None:
    """Return the words and days of the clause's own deadline, if it is still to come."""
    for mention in dates.find(clause):
        words = mention.raw
        if not _DUE.search(words + clause[mention.end : mention.end + 1]):
            continue
        if _REFERENCE.search(clause, 0, mention.start):
            continue
        days = dates.resolve(mention, anchor=day)
        if days and (not _SPAN.search(words) or PLAN.search(clause)):
            days = keys.to_come(days, words, day)
        if days and days.last > day:
            return words, days
    return None


def by(clause: str, written: str) -> bool:
    """True when the day is one to be kept: 年底前, 9月内."""
    return bool(BY.match(clause, clause.find(written) + len(written)))


def for_what_follows(article: Article, clause: str, written: str) -> bool:
    """True for a day that stands before all that is promised: 某区将在年底前建成…."""
    before = clause[: clause.find(written)]
    return thing(before, homes.nearest(article)).general


def plans(words: str) -> bool:
    """True for words that speak of a plan."""
    return bool(PLAN.search(words))


def heading(article: Article, start: int, place: int, day: date) -> DateRange | None:
    """Return the days that text[start:place] names for what follows: 年底前甲达到98%，新增乙30项."""
    found: DateRange | None = None
    for match in CLAUSE.finditer(article.text, start, place):
        if own := own_day(match[0], day):
            found = own[1] if for_what_follows(article, match[0], own[0]) else None
    return found


def until(words: str, day: date) -> date | None:
    """Return the day to which `words` tell, over on `day`: 截至8月底, 1-8月, by the end of July."""
    found = None
    for match in _UNTIL.finditer(words):
        days = keys.resolved(match[1] or match[0], day)
        found = days.last if days and days.last <= day else found
    return found


def list_start(article: Article, number: int) -> int:
    """Return the sentence with which the list begins that sentence `number` belongs to."""
    last = number - _MOST_ITEMS
    while number > last and goes_on(article, number):
        number -= 1
    return number


def goes_on(article: Article, number: int) -> bool:
    """True when sentence `number` goes on with the list of the one before it."""
    if number < 2:
        return False
    before = article.sentence(number - 1).rstrip()
    return before.endswith((*ITEM_ENDS, "：", ":")) or bool(
        _ITEM.match(article.sentence(number)) or ENTRY.match(article.sentence(number))
    )
