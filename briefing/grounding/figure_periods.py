"""Tell of when a figure is: which period governs its number.

In:  a figure's sentence, the range of its number, and the period that is claimed.
Out: why the number is of another period, "" where it is of this one.

The period in brackets right behind the number governs it, else the nearest before it in its
sentence, else the only one after it in its clause. A sentence without one inherits: the nearest
earlier one of the text, that which opens the paragraph or the text, that of its heading, that of
the title. Words of now (至今, 累计, 目前) go with any period and are told of the number they stand before.
"""

import re
from datetime import timedelta

from briefing.facts import dates
from briefing.facts.dates import Mention
from briefing.facts.folding import squeeze
from briefing.grounding.reading import Reading, Sentence, once
from briefing.grounding.timing import PLANS, ahead, compared, tells
from briefing.records import DateRange

MAX_BACK = 60
"""Sentences that are looked through for a period that is inherited."""

_COUNT = "[\\d一二两三四五六七八九十]{1,3}"
_COUNTED = re.compile(
    rf"首(?:{_COUNT}个?)?(?:月|周|季度?|日|天)(?!期|薪)|第{_COUNT}个?(?:月|周)|前期(?!工作|手续|准备|费用|投入)|(?:建成|达产|投产|投用|竣工)后|{_COUNT}年(?:多|的)?时间"
)
"""Times that are no days one could name: 首八周, 第二个月, 前期."""

_NOW = re.compile("至今|迄今|累计|目前|当前|现有|现已|so far|to date|at present|currently")
_OCCASION = re.compile("[本此这]次")


def wrong_period(
    reading: Reading, sentence: Sentence, number: tuple[int, int], period: str | None
) -> str:
    """Return why `period` is not that of the number at this range, "" where it is."""
    if not period:
        return ""
    wanted, text = squeeze(period), sentence.text
    days = reading.days(period)
    if days and reading.anchor and days.first > reading.anchor:
        return f"{period} lies ahead"
    if _NOW.fullmatch(wanted) and _is_now(sentence, wanted, number[0]):
        return ""
    own = _own(reading, sentence, number)
    if any(_copied(text, wanted, mention) for mention in own):
        return ""
    candidates = own or _inherited(reading, sentence, number[0])
    if any(same_period(mention.raw, wanted, days, reading) for mention in candidates):
        return ""
    if wanted in text[: number[0]] and not _times(sentence):
        return ""
    said = candidates[0].raw if candidates else "no period"
    return f"the article says {said}, not {period}"


@once
def _times(sentence: Sentence) -> list[Mention]:
    """Return the days and periods of a sentence, with times that only count (首八周), in order."""
    found = list(sentence.mentions)
    for counted in _COUNTED.finditer(sentence.text):
        if not any(m.start < counted.end() and m.end > counted.start() for m in found):
            found.append(Mention(counted.start(), counted.end(), counted[0]))
    return sorted(found)


def _is_now(sentence: Sentence, wanted: str, place: int) -> bool:
    """Tell whether a word of now stands before `place`, and no time between them."""
    found = sentence.text.rfind(wanted, 0, place)
    return found >= 0 and not any(found < m.start < place for m in _times(sentence))


def _own(reading: Reading, sentence: Sentence, number: tuple[int, int]) -> list[Mention]:
    """Return the times of its own sentence that govern a number, [] where none does."""
    text, (start, end) = sentence.text, number
    stated = [m for m in _times(sentence) if tells(reading, text, m)]
    if "(" in text:
        ends = {sighting.end for sighting in sentence.sightings}
        behind = [m for m in stated if _opens(text, m) == end and ")" in text[m.end : m.end + 2]]
        if behind:
            return behind
        stated = [
            m for m in stated if (at := _opens(text, m)) not in ends or _within(text, at, start)
        ]
    before = [m for m in stated if m.start < start]
    after = [m for m in stated if m.start >= start and "," not in text[end : m.start]]
    if len(after) == 1 and text.isascii():
        numbers = [s for s in sentence.sightings if start < s.start < after[0].start]
        before = before if numbers else []  # rose 3 percent in July: what follows the number tells
    if not before:
        return after if len(after) == 1 else []
    last = before[-1]
    named = _OCCASION_NAMED.match(text, last.end)
    same = [m for m in before[:-1] if named or m.end == _opens(text, last) or _is_year_of(m, last)]
    return [*same[-1:], last]


_OCCASION_NAMED = re.compile(
    r"[^,;。\d召举]{2,24}(?:仪式|推介会|大会|会议|座谈会|调度会|动员会|发布会)"
)
"""After the date that an occasion is called by: 3月15日,一季度|项目集中签约仪式 is of both."""


def _is_year_of(year: Mention, whole: Mention) -> bool:
    """Tell whether 全年 or 当月 is that of a year or month named before: 2015年,…全年销售."""
    if whole.raw in _THAT:
        return True
    return whole.raw == "全年" and bool(_YEAR.fullmatch(year.raw))


_THAT = frozenset(["当月", "当季", "当年", "当期"])
_YEAR = re.compile(r"(?:19|20)\d\d年|[去前今]年")


def _opens(text: str, mention: Mention) -> int:
    """Return where the bracket opens that a time stands in, -1 for none."""
    opened = text.rfind("(", 0, mention.start)
    return opened if opened > text.rfind(")", 0, mention.start) else -1


def _within(text: str, opened: int, place: int) -> bool:
    """Tell whether `place` stands in the bracket that opens at `opened`."""
    return opened < place <= text.find(")", opened)


def _copied(text: str, wanted: str, mention: Mention) -> bool:
    """Tell whether the claim copies the time with words around it: 三季度|末, 今年|度, 7月|启动以来."""
    place = text.find(wanted, max(0, mention.start - len(wanted)))
    spare = 24 if wanted.endswith(("以来", "后", "期间")) else 8
    longer = len(mention.raw) < len(wanted) <= len(mention.raw) + spare
    return longer and 0 <= place <= mention.start and mention.end <= place + len(wanted)


def _inherited(reading: Reading, sentence: Sentence, place: int) -> list[Mention]:
    """Return the periods that a number of a sentence without one may be of, the nearest first.

    Of a month and the year up to it the nearest is meant; what is said of 本次 is not of 今年以来.
    """

    def lasting(number: int) -> list[Mention]:
        other = reading.sentence(number)
        return [m for m in other.mentions if _lasts(other.text, m) and not ahead(reading, m)]

    start = reading.paragraph(sentence)[0].number
    here = sentence.number
    back = range(here - 1, max(0, here - 1 - MAX_BACK), -1)
    nearest = next((kept for n in back if (kept := lasting(n))), [])
    forth = range(start, min(here, start + MAX_BACK))
    opening = next((kept for n in forth if (kept := lasting(n))), [])
    section = reading.section(sentence)
    lead = (n for n in range(1, min(start, MAX_BACK)) if _leads(reading, n, section))
    first = next((kept for n in lead if (kept := lasting(n))), [])
    found = [*nearest[-1:], *opening[:1], *first[:1], *_just_said(reading, sentence)]
    found += _of_section(reading, sentence)
    if _OCCASION.search(sentence.text, 0, place):
        found = [m for m in found if not m.raw.endswith("以来")]
    return [m for m in found if not _other_end(reading, m, found[0])] or dates.find(reading.titles)


def _leads(reading: Reading, number: int, section: str) -> bool:
    """Tell whether a sentence stands before all headings, or under the heading `section`."""
    return reading.section(reading.sentence(number)) in ("", section)


def _other_end(reading: Reading, mention: Mention, nearest: Mention) -> bool:
    """Tell whether a period only ends with the nearest one: 8月 of 1-8月; 1-8月 where 8月末 is nearest.

    A numbered year does not hold on past another one.
    """
    here, there = _MONTHLY.fullmatch(mention.raw), _MONTHLY.fullmatch(nearest.raw)
    if here and there:
        ends = there["end"] if here["from"] else there["from"] and not here["end"]
        return bool(ends) and here["to"] == there["to"]
    year, told = _NUMBERED.match(mention.raw), _NUMBERED.match(nearest.raw)
    if year and told and year[0] != told[0]:
        return True
    one, two = reading.days(mention), reading.days(nearest)
    if one is None or two is None or one.last != two.last or one.first == two.first:
        return False
    return timedelta(27) <= one.last - one.first <= timedelta(31) and one.first > two.first


_NUMBERED = re.compile(r"(?:19|20)\d\d年")
_MONTHLY = re.compile(
    r"(?:(?:19|20)\d\d年|今年)?(?P<from>\d{1,2}[-至到~])?(?P<to>\d{1,2})月(?:份|(?P<end>[底末])|当月)?"
)
"""A month, its end or the months up to it."""


def _of_section(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the periods of the heading that a sentence stands under: 一、2022年工作回顾."""
    heading = reading.section(sentence)
    if not heading or PLANS.search(heading):
        return []
    return [m for m in dates.find(heading) if tells(reading, heading, m)]


def _just_said(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the period that opens a clause of the nearest earlier sentence with one: 去年, 7月13日."""
    start = reading.paragraph(sentence)[0].number
    for number in range(sentence.number - 1, max(start, sentence.number - 4) - 1, -1):
        other = reading.sentence(number)
        told = [m for m in other.mentions if tells(reading, other.text, m)]
        if told:
            last = told[-1]
            opens = _ANSWER.fullmatch(other.text, other.clause(last.start), last.start)
            return [last] if opens else []
        if other.mentions:
            return []
    return []


_ANSWER = re.compile(r"(?:答[:,])?[\"“]?")


def _lasts(text: str, mention: Mention) -> bool:
    """Tell whether a period may hold beyond its sentence: no single day, no 当月, no plan."""
    return not (
        compared(text, mention)
        or re.search(r"当[月日年天前]|目前|[日号天]$|^(?:去年|上年|前年)的?$", mention.raw)
        or text.startswith("当月", mention.end)
        or re.search(r"(?:冲刺|大干|决胜|进入|迎战|部署|谋划)$", text[: mention.start])
        or re.match(r"的?(?:重点)?(?:工作|任务|目标|攻坚)", text[mention.end :])
    )


_LEAD = re.compile(r"^(?:in|during|of|for|over|since|by|from|at) (?:the )?|^the ")
_UP_TO = re.compile("[截底末止]")


def same_period(said: str, wanted: str, days: DateRange | None, reading: Reading) -> bool:
    """Tell whether two phrases name the same days, or an end of the same month (截至8月底, 8月)."""
    said, wanted = _LEAD.sub("", said), _LEAD.sub("", wanted)
    if said[:1] == "自" != wanted[:1] and not wanted.endswith(("以来", "起", "至今")):
        return False  # since 2019 is not in 2019
    if said.startswith("截") and wanted.startswith("截"):
        said, wanted = said.rstrip("底末止"), wanted.rstrip("底末止")
    if said == wanted:
        return True
    if bool(_UP_TO.search(said)) != bool(_UP_TO.search(wanted)) and "截" in said + wanted:
        return False
    year = said.removesuffix(wanted)
    if days is None and year != said and re.fullmatch(r"(?:19|20)\d\d年", year):
        return True
    if wanted in said and re.search(r"\d|季度|半年|年|月", wanted):
        return not re.search(r"\d", said.replace(wanted, ""))
    there = reading.days(said)
    if days is None or there is None:
        return False
    short = max(days.last - days.first, there.last - there.first) <= timedelta(days=31)
    if _YEAR_PAST.search(said) and days.last - days.first >= timedelta(days=360):
        return timedelta(0) <= there.last - days.last <= timedelta(days=92)
    return days == there or (short and days.last == there.last)


_YEAR_PAST = re.compile("过去的?一年|一年来")
