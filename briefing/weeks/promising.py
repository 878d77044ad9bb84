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

from briefing.facts import amounts
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
from briefing.weeks import due, listing, outcomes, verdicts
from briefing.weeks.things import thing

NOTE = "promise read by the ledger"
_SHORT = 2  # letters of a clause below which it is the number of an entry
_LONG = 60  # letters of a clause beyond which it is no plain promise
_MOST = 500  # clauses of a sentence that are looked at, promises of an article that are read
_HINT = re.compile(r"\d|[一二两三四五六七八九十]|年内|年底|全年|月底|今年")
_MEANT = re.compile(r"计划|拟|力争|确保|目标|要求")
_TOLD = re.compile(r"完成情况|成绩|回顾|总结|收官|超额|提前|圆满|进展|通报|晒出|以来|截至")
_WORK = re.compile(
    r"新建|改建|扩建|改造|建设|建成|新增|完成|实现|达到|引进|培育|培训|淘汰|拆除|整治|治理|维修|清淤|"
    r"开展|签约|争取|压减|压降|控制|增长|下降|发放|创建|植树|造林|修复|安装|出台|印发|盘活|突破|提升|提高|降低|覆盖|达标|净增|招引|更换|加装|铺设|疏浚|关停|搬迁|组织|举办|筹集|救助|转移|开工|竣工"
)
_SEASON = re.compile(
    r"今年(?!以来)|全年|年内|本年度|20\d\d年(?:度)?(?!\d{0,2}月)|[一二三四]季度|[上下]半年"
)
_AHEAD = re.compile(
    r"力争|要求[,，:：]|(?<![成年原])计划(?![^,，。;；]{0,4}[的任目])|(?<!即)将|拟|明年|下一步|接下来|会议(?:提出|明确)|(?:计划|任务|目标|安排|清单|要点)[：:]"
)
_PLANNED_TITLE = re.compile(r"目标|计划|任务|实事|方案|部署|动员")
_TROUBLE = re.compile(
    r"压力|差距|困难(?![老家户群残学职人失])|不足|问题|风险|滞后|偏[低弱慢]|缺口|围绕|为了|对照"
)
_BARE = re.compile(
    r"今年|全年|本年度?|年末|20\d\d年度?|(?:今年|本年|20\d\d年)?(?:[一二三四]季度|[上下]半年)"
)
_OFFICE = re.compile(r"\s*[（(][^（()）]{2,24}[)）]\s*$")
_IN_TITLE = re.compile(r"《[^》]*$|《[^》]*(?:今年|全年|20\d\d年)")
_NEXT = re.compile(r"[,，]([^,，;；。]+)")
_COLON = ("：", ":")
_HELD = re.compile(r"^(?![^,，。;；]*(?:将|拟|定于))[^,，。;；]*(?:举行|召开)")
_ONCE_DONE = re.compile(r"(?:达产|投产|建成|投用|运营|完工|竣工)后")
_PURPOSE = re.compile(r"\s*为.{2,20}(?:做|作|奠定|打下|提供|夯实|积蓄)")


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
    reader = _Reader(article, day, claimed)
    for number, sentence in enumerate(article.sentences, 1):
        if _HINT.search(sentence.of(article.text)) and len(found) < _MOST:
            found.extend(reader.sentence(number))
    return found


class _Reader:
    """Reads the sentences of one article; a list goes on from one sentence to the next."""

    def __init__(self, article: Article, day: date, claimed: Sequence[Span]) -> None:
        self._article, self._day = article, day
        self._claimed = sorted(claimed, key=lambda span: (span.end, span.start))
        self._ends = [span.end for span in self._claimed]
        self._titled = bool(_PLANNED_TITLE.search(article.title or ""))
        self._year = self._year_of_title()
        self._start_of_list(0)

    def _year_of_title(self) -> DateRange | None:
        """Return the year whose plans the title announces: 2024年民生实事清单."""
        title = self._article.title or ""
        named = _SEASON.search(title)
        if not named or not self._titled or _TOLD.search(title):
            return None
        days = due.ahead(named[0], self._day)
        return days if days and days.last > self._day else None

    def _start_of_list(self, begin: int) -> None:
        self._begin = begin
        self._season: DateRange | None = None
        self._head: DateRange | None = None
        self._listed = self._dated = False

    def sentence(self, number: int) -> Iterator[Promised]:
        """Yield the promises of one sentence, in order."""
        article, day = self._article, self._day
        sentence = article.sentences[number - 1]
        if not due.goes_on(article, number):
            self._start_of_list(sentence.start)
        if self._year and due.ENTRY.match(article.sentence(number)):
            self._season, self._listed = self._season or self._year, True
        text = sentence.of(article.text)
        self._dated = self._dated or any(
            thing(clause).general and due.own_day(clause, day)
            for clause in due.CLAUSE.findall(text)
            if due.BY.search(clause)
        )
        after = due.for_list(text, day) is None and bool(
            due.of_list(article, number, sentence.start, day)
        )
        made = 0
        for match in due.CLAUSE.finditer(article.text, sentence.start, sentence.end):
            clause = match[0]
            if (named := _SEASON.search(clause)) and not _IN_TITLE.search(clause):
                self._season = due.ahead(named[0], day)
            mark = _bare(match)
            if mark.end - mark.start < _SHORT:
                continue
            rest = article.text[mark.end : sentence.end]
            if mark.end - mark.start > _LONG or _no_promise(clause, rest, day, listed=self._listed):
                continue
            if self._taken(mark):
                self._listed = True
                continue
            if made >= _MOST:
                return
            made += 1
            before = article.text[self._begin : mark.end]
            heading = article.text[self._begin : mark.start].rstrip()
            self._listed = self._listed or (heading.endswith(_COLON) and due.plans(heading))
            planned = not self._told(before) and (
                self._titled or after or self._dated or bool(due.PLAN.search(before))
            )
            yield from self._clause(number, clause, mark, planned, after)

    def _told(self, before: str) -> bool:
        """True when the words up to a clause tell how things went, and no plan since.

        A title that does so is the first of these words.
        """
        told = 0 if _TOLD.search(self._article.title or "") else -1
        for form in (_TOLD, verdicts.TASK_SHARE, due.SO_FAR):
            told = max([told, *(match.start() for match in form.finditer(before))])
        if told < 0:
            told = due.over_at(before, self._day)
        return told > max([-1, *(match.start() for match in _AHEAD.finditer(before))])

    def _taken(self, mark: Span) -> bool:
        """True for a clause that somebody claimed as a promise."""
        place = bisect_left(self._ends, mark.start + 1)
        return place < len(self._claimed) and self._claimed[place].start < mark.end

    def _clause(
        self, number: int, clause: str, mark: Span, planned: bool, after: bool
    ) -> Iterator[Promised]:
        """Yield the promise of one clause; `after` when a day for all of the list follows."""
        article, day = self._article, self._day
        own = due.own_day(clause, day)
        if own and not planned and _BARE.fullmatch(own[0]) and not due.by(clause, own[0]):
            own = None
        if own:
            self._head = own[1] if due.for_what_follows(article, clause, own[0]) else None
        stage = outcomes.stage(clause.replace("完成", ""))
        counted = bool(amounts.find(clause))
        work = bool(_WORK.search(clause) or _MEANT.search(clause)) or stage >= 0
        if own and not (work or counted):
            self._listed = planned and self._head is not None
            return
        if own and _SEASON.search(own[0]) and not counted and stage < 1:
            return
        if own:
            self._listed = counted or self._listed
            yield Promised(_cut(article, number, mark, own))
            return
        if listing.describes(clause) and not work:
            return
        listed = (self._listed or after) and planned
        self._listed = listed and counted
        season, head = self._season, self._head
        behind = due.of_list(article, number, mark.start, day) if self._dated else None
        ahead = (
            after
            or behind is not None
            or head is not None
            or (season is not None and season.last > day)
        )
        built = listed and stage > outcomes.STARTED and not thing(clause).general
        promised = counted and (listed or (work and due.plans(clause)))
        if planned and ahead and (promised or built):
            self._listed = True
            shared = due.of_list(article, number, mark.start, day)
            yield Promised(_cut(article, number, mark, None), shared or season or head)


def _bare(clause: re.Match[str]) -> Span:
    """Return the clause without the number before an entry of a list, and its office behind it."""
    words = clause[0]
    entry, office = due.ENTRY.match(words), _OFFICE.search(words)
    start = entry.end() if entry else len(words) - len(words.lstrip())
    end = office.start() if office else len(words.rstrip())
    if end <= start:  # nothing but an entry's number and its office
        start, end = 0, len(words)
    return Span(start=clause.start() + start, end=clause.start() + end)


def _judged(after: str) -> bool:
    """True when the next clause says what of it is done or lacking: 完成率60%, 距目标尚差140个."""
    following = _NEXT.match(after)
    words = following[1] if following else ""
    return bool(words) and (bool(verdicts.share(words)) or outcomes.not_reached(words))


def _no_promise(clause: str, after: str, day: date, *, listed: bool) -> bool:
    """True for a clause that tells how something went or was held, for others or of a trouble.

    In a list of promises (`listed`) 建成启用 is one more.
    """
    return bool(
        not clause.strip()
        or due.PAST.search(clause)
        or due.ALL.match(clause)
        or _PURPOSE.match(clause)
        or _HELD.match(clause)
        or _ONCE_DONE.search(clause)
        or _TROUBLE.search(clause)
        or outcomes.not_reached(clause)
        or outcomes.put_off(clause)
        or outcomes.changed(clause)
        or (outcomes.reached(clause) and (outcomes.surely(clause) or not listed))
        or verdicts.share(clause)
        or verdicts.verdict(after)
        or _judged(after)
        or verdicts.told(f"，{clause.strip()}")
        or due.for_all(clause.strip(), day)
    )


def _cut(article: Article, number: int, mark: Span, own: tuple[str, DateRange] | None) -> Finding:
    start, end = mark.start, mark.end
    words = mark.of(article.text)
    numbers = [seen for seen in amounts.find(words) if not own or seen.raw not in own[0]]
    raw_start, raw_end = to_raw(article.origin, start, end)
    return Finding(
        article_id=article.id,
        claim=Target(
            sentence=number,
            what=words,
            raw=numbers[-1].raw if numbers else None,
            deadline=own[0] if own else None,
        ),
        amount=numbers[-1].amount if numbers else None,
        deadline_range=own[1] if own else None,
        evidence=Evidence(
            verdict=Verdict.EXACT,
            quote=words,
            start=start,
            end=end,
            raw_start=raw_start,
            raw_end=raw_end,
            mark=mark,
            note=NOTE,
        ),
    )
