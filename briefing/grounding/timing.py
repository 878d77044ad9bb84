"""Tell of when a figure is, and what its change is measured against.

The nearest period before the number governs it, in its sentence, else in an earlier one. The
nearest 同比 or 环比 before a change is its base; where none stands, 同比 is meant.
"""

import re
from datetime import timedelta

from briefing.facts import dates
from briefing.facts.amounts import Sighting
from briefing.facts.folding import squeeze
from briefing.grounding import zones
from briefing.grounding.asserting import starts_from
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Basis, DateRange

_CHANGE_WORDS = {
    "同比": re.compile(
        r"同比|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?|去年同期|上年同期|year[- ]on[- ]year|from a year earlier"
    ),
    "环比": re.compile(
        r"环比|比上(?:个?月|季度?|周)|较上(?:个?月|季度?|周)|month[- ]on[- ]month|quarter[- ]on[- ]quarter"
    ),
    "比年初": re.compile(r"[比较](?:年初|上年末|去年末|上年底|去年底|年初)"),
}

_LONG_AGO = timedelta(days=200)
"""A period without a year that is over longer ago may be the next one of its name (全年, 上半年)."""

MAX_BACK = 60
"""Sentences that are looked through for a period that is inherited."""


def wrong_period(reading: Reading, sentence: Sentence, place: int, period: str | None) -> str:
    """Return why `period` is not that of the words at `place`, "" where it is.

    The nearest period before the words in their sentence decides, else the only one after them
    in their clause. A sentence without one inherits: the nearest earlier one of the text, that
    which opens the paragraph or the text, that of its heading, or that of the title.
    """
    if not period:
        return ""
    wanted, text = squeeze(period), sentence.text
    days = reading.days(period)
    if days and reading.anchor and days.first > reading.anchor:
        return f"{period} lies ahead"
    stated = [m for m in sentence.mentions if _tells(reading, text, m)]
    before = [m for m in stated if m.start < place]
    after = [m for m in stated if m.start >= place and "," not in text[place : m.start]]
    own = before[-1:] or (after if len(after) == 1 else [])
    candidates = own or _inherited(reading, sentence)
    if any(same_period(mention.raw, wanted, days, reading) for mention in candidates):
        return ""
    if wanted in text[:place] and not sentence.mentions:
        return ""
    said = candidates[0].raw if candidates else "no period"
    return f"the article says {said}, not {period}"


_THAN = re.compile(
    r"\b(?:compared (?:with|to)|than|versus|against|from) (?:in |that of )?(?:the )?$"
)


_TASK = re.compile(r"(?:[^,;。]|(?<=\d),(?=\d)){0,14}(?:目标|任务|计划|预算)")
_OF_TASKS = re.compile(r"全年|年度|年初")
_AGAINST = re.compile(r"(?:比|较|同|与|于|是|为|由|从|超过|超|相比|占|对)(?:了)?$")
_OLDER = re.compile(r"(?:去年|上年)(?:的|同期|末|底)")
_COMING = re.compile(r"(?<![目当日此])前$|明年|后年|未来|今后|下个?月|下周|下一?季")
_WHOLE_YEAR = re.compile(r"[到至于在]?(?:全年|年度)")
_PAST_YEAR = re.compile(r"去年|上年|前年")
_YEAR_NAMED = re.compile(r"\d{4}|[去上前]年")


def _compared(text: str, mention: dates.Mention) -> bool:
    """Tell whether a date is only what something is measured against, or of (比2019年, 对今年以来新开工的)."""
    start, end, raw = mention
    if raw.endswith("同期") or (_OF_TASKS.match(raw) and _TASK.match(text, end)):
        return True
    if raw[0] in "从由" and text.startswith("的", end):
        return True
    return bool(
        _AGAINST.search(text, max(0, start - 3), start)
        or _OLDER.match(text, start, start + 5)
        or _THAN.search(text, max(0, start - 24), start)
    )


def _tells(reading: Reading, text: str, mention: dates.Mention) -> bool:
    """Tell whether a date may say of when something is: it is over or runs, and is no measure."""
    return not _compared(text, mention) and not _ahead(reading, mention)


def _ahead(reading: Reading, mention: dates.Mention) -> bool:
    """Tell whether a date lies ahead: a deadline, never the period of what is stated."""
    if _COMING.search(mention.raw):
        return True
    days = reading.days(mention)
    return bool(days and reading.anchor and days.first > reading.anchor)


def is_over(reading: Reading, sentence: Sentence, mention: dates.Mention) -> bool | None:
    """Tell whether a date is over on the day of the article, None where it says nothing of that.

    A date that something is only compared with says nothing, nor does a year that still runs.
    """
    if _compared(sentence.text, mention):
        return None
    if _ahead(reading, mention):
        return False
    if _WHOLE_YEAR.fullmatch(mention.raw):
        return None
    days = reading.days(mention)
    if days is None or reading.anchor is None:
        return True if _PAST_YEAR.match(mention.raw) else None
    long_ago = reading.anchor - days.last > _LONG_AGO and not _YEAR_NAMED.search(mention.raw)
    return True if days.last < reading.anchor and not long_ago else None


def _inherited(reading: Reading, sentence: Sentence) -> list[dates.Mention]:
    """Return the periods that a sentence without one may be of, the nearest first."""

    def lasting(number: int) -> list[dates.Mention]:
        other = reading.sentence(number)
        return [m for m in other.mentions if _lasts(other.text, m) and not _ahead(reading, m)]

    start = reading.paragraph(sentence)[0].number
    here = sentence.number
    back = range(here - 1, max(0, here - 1 - MAX_BACK), -1)
    nearest = next((kept for n in back if (kept := lasting(n))), [])
    forth = range(start, min(here, start + MAX_BACK))
    opening = next((kept for n in forth if (kept := lasting(n))), [])
    first = next((kept for n in range(1, min(start, MAX_BACK)) if (kept := lasting(n))), [])
    found = [*nearest[-1:], *opening[:1], *first[:1], *_just_said(reading, sentence)]
    found += _of_section(reading, sentence)
    return found or dates.find(reading.titles)


def _of_section(reading: Reading, sentence: Sentence) -> list[dates.Mention]:
    """Return the periods of the heading that a sentence stands under: 一、2022年工作回顾."""
    heading = reading.section(sentence)
    if not heading or _PLANS.search(heading):
        return []
    return [m for m in dates.find(heading) if _tells(reading, heading, m)]


def _just_said(reading: Reading, sentence: Sentence) -> list[dates.Mention]:
    """Return the period that opens a clause of the nearest earlier sentence with one: 去年, 7月13日."""
    start = reading.paragraph(sentence)[0].number
    for number in range(sentence.number - 1, max(start, sentence.number - 4) - 1, -1):
        other = reading.sentence(number)
        told = [m for m in other.mentions if _tells(reading, other.text, m)]
        if told:
            last = told[-1]
            opens = _ANSWER.fullmatch(other.text, other.clause(last.start), last.start)
            return [last] if opens else []
        if other.mentions:
            return []
    return []


_ANSWER = re.compile(r"(?:答[:,])?[\"“]?")


def _lasts(text: str, mention: dates.Mention) -> bool:
    """Tell whether a period may hold beyond its sentence: no single day, no 当月, no plan."""
    return not (
        _compared(text, mention)
        or re.search(r"当[月日年天前]|目前|[日号天]$|^(?:去年|上年|前年)的?$", mention.raw)
        or text.startswith("当月", mention.end)
        or re.search(r"(?:冲刺|大干|决胜|进入|迎战|部署|谋划)$", text[: mention.start])
        or re.match(r"的?(?:重点)?(?:工作|任务|目标|攻坚)", text[mention.end :])
    )


_LEAD = re.compile(r"^(?:in|during|of|for|over|since|by|from|at) (?:the )?|^the ")


def same_period(said: str, wanted: str, days: DateRange | None, reading: Reading) -> bool:
    """Tell whether two phrases name the same days, or an end of the same month (截至8月底, 8月)."""
    said, wanted = _LEAD.sub("", said), _LEAD.sub("", wanted)
    if said == wanted:
        return True
    if "截" in said and not re.search("[截底末止]", wanted):
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


def wrong_change(reading: Reading, sentence: Sentence, sighting: Sighting, kind: str) -> str:
    """Return why the change is not measured against what is claimed, else "".

    The nearest word before the number decides, in its sentence, else in the paragraph. Where
    none stands, a growth counts as 同比: statistics leave the word out for it alone.
    """
    level = sighting.amount.basis is Basis.LEVEL
    if kind == "其他":
        return "it is no change" if level and sighting.amount.unit != "倍" else ""
    said = change_kinds(
        sentence.text, sighting.end + 4 * (sentence.text[sighting.end : sighting.end + 1] == "(")
    )
    if not said:
        earlier = [s for s in reading.paragraph(sentence) if s.number < sentence.number]
        said = next(
            (kinds for s in reversed(earlier) if (kinds := change_kinds(s.text, len(s.text)))),
            {"同比"},
        )
    if kind not in said:
        return f"the article says {'、'.join(sorted(said))}, not {kind}"
    near = sentence.text[max(0, sighting.start - 12) : sighting.end]
    start, _ = zones.segment(sentence, sighting.start)
    if re.search(r"增速|增幅|增长率|涨幅", sentence.text[start : sighting.start]):
        return ""
    if level and sighting.amount.unit != "倍" and not _CHANGE_WORDS[kind].search(near):
        return "the number is a level, not a change"
    return ""


def change_kinds(text: str, end: int) -> set[str]:
    """Return what the last comparison before `end` measures against, empty where none is."""
    last, kinds = -1, set[str]()
    for name, form in _CHANGE_WORDS.items():
        for found in form.finditer(text, 0, end):
            if found.start() > last:
                last, kinds = found.start(), {name}
            elif found.start() == last:
                kinds.add(name)
    return kinds


def _guessed(reading: Reading, sentence: Sentence, mention: dates.Mention) -> bool:
    """Tell whether a period is guessed at while more than a month of it lies ahead (预计全年).

    At its end 预计全年 is what the year has come to.
    """
    lead = sentence.text[max(0, mention.start - 5) : mention.start]
    meant = "预计" in lead and "今年" not in mention.raw
    days = reading.days(mention) if meant else None
    return bool(days and reading.anchor and days.last - reading.anchor > timedelta(days=31))


_PLANS = re.compile(r"下一?步|下一?阶段|打算$|(?:工作|任务)安排$|今后|奋斗目标|工作思路$")
_NOW = re.compile(r"已|目前|截至|累计|实际|总投资|去年|上年|今年以来|同比|现有|共有|存在")


_NAMED_AHEAD = re.compile(r"19\d\d|20\d\d|明年|后年|未来|今后|下月|下周|下季")
_REAL = re.compile(r"(?:达产|建成|投产|投用|竣工)后|已|累计|(?:落成|竣工|投产|投用),")
_REACHED = re.compile(r"[;。]|已|完成了|实际|目前|累计|仅")


def still_ahead(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return why the figure speaks of days to come, else ""."""
    section = reading.section(sentence)
    if section and _PLANS.search(section) and not _NOW.search(sentence.text, 0, place):
        return f"it stands under {section}"
    if reading.anchor is None:
        return ""
    governing = None
    for mention in sentence.mentions:
        if mention.start >= place:
            break
        governing = mention
    if governing is None:
        return ""
    raw = governing.raw
    guessed = _guessed(reading, sentence, governing)
    by = raw.endswith("前")
    if not (guessed or by or _NAMED_AHEAD.search(raw)) or starts_from(sentence.text[:place]):
        return ""
    if guessed:
        return f"{raw} is only guessed at"
    between = sentence.text[governing.end : place]
    if _REAL.search(between):
        return ""  # what a project under way will yield is stated of it now
    by = by and not _REACHED.search(between)
    if not by and not _NAMED_AHEAD.search(raw):
        return ""
    days = reading.days(raw)
    if days is not None and (days.last if by else days.first) > reading.anchor:
        return f"{raw} lies ahead"
    return ""
