"""Tell which days of a sentence say of when something is: over, still to come, or only compared with.

In:  a sentence and its dates, the day of the article. Out: whether a date tells, is over or lies ahead,
     and why a figure speaks of days to come.
"""

import re
from datetime import timedelta

from briefing.facts import dates
from briefing.grounding.asserting import starts_from
from briefing.grounding.reading import Reading, Sentence

_LONG_AGO = timedelta(days=200)
"""A period without a year that is over longer ago may be the next one of its name (全年, 上半年)."""

_THAN = re.compile(
    r"\b(?:compared (?:with|to)|than|versus|against|from) (?:in |that of )?(?:the )?$"
)


_TASK = re.compile(r"(?:[^,;。]|(?<=\d),(?=\d)){0,14}(?:目标|任务|计划|预算(?!收入|支出|内))")
_OF_TASKS = re.compile(r"全年|年度|年初")
_AGAINST = re.compile(
    r"(?:比|较|同|与|于|(?<!特别)(?<!尤其)是|为|由|从|超过|超|相比|占|对)(?:了)?$"
)
_AGAINST_SEVERAL = re.compile(r"[比较][^,;。]{1,24}[和及、]$")
_SINCE = re.compile("[^,;。]{0,4}(?:起|开始|以来|至今|看|情况)|[^,;。]{0,8}[,;]")
"""After a date with 从 or 由 that opens a time, or speaks of it; else something grew from it: 从2019年的|97亿元."""

_GROUND = re.compile(r"[^,;。\d]{0,6}(?:基数|基础上)")
_IN_NAME = re.compile(r"[^,;。\d]{2,24}(?:项目|工程|行动|方案)等")
"""After a date that is what something starts from (在去年|高基数的基础上), or part of a name in a list."""

_OLDER = re.compile(r"(?:去年|上年)(?:的|同期|末|底)")
_COMING = re.compile(r"(?<![目当日此])前$|明年|后年|未来|今后|下个?月|下周|下一?季")
_WHOLE_YEAR = re.compile(r"[到至于在]?(?:全年|年度)")
_PAST_YEAR = re.compile(r"去年|上年|前年")
_YEAR_NAMED = re.compile(r"\d{4}|[去上前]年")


def compared(text: str, mention: dates.Mention) -> bool:
    """Tell whether a date is only what something is measured against, or of (比2019年, 对今年以来新开工的)."""
    start, end, raw = mention
    if raw.endswith("同期") or (_OF_TASKS.match(raw) and _TASK.match(text, end)):
        return True
    if raw[0] in "从由" and not _SINCE.match(text, end):
        return True
    if raw[0] == "于" and text[max(0, start - 1) : start] in tuple("高低快慢好优"):
        return True
    if _GROUND.match(text, end) or _IN_NAME.match(text, end):
        return True
    return bool(
        _AGAINST.search(text, max(0, start - 12), start)
        or _AGAINST_SEVERAL.search(text, max(0, start - 30), start)
        or _OLDER.match(text, start, start + 5)
        or _THAN.search(text, max(0, start - 24), start)
    )


def tells(reading: Reading, text: str, mention: dates.Mention) -> bool:
    """Tell whether a date may say of when something is: it is over or runs, and is no measure."""
    return not compared(text, mention) and not ahead(reading, mention)


def ahead(reading: Reading, mention: dates.Mention) -> bool:
    """Tell whether a date lies ahead: a deadline, never the period of what is stated."""
    if _COMING.search(mention.raw):
        return True
    days = reading.days(mention)
    return bool(days and reading.anchor and days.first > reading.anchor)


def is_over(reading: Reading, sentence: Sentence, mention: dates.Mention) -> bool | None:
    """Tell whether a date is over on the day of the article, None where it says nothing of that.

    A date that something is only compared with says nothing, nor does a year that still runs.
    """
    if compared(sentence.text, mention):
        return None
    if ahead(reading, mention):
        return False
    if _WHOLE_YEAR.fullmatch(mention.raw):
        return None
    days = reading.days(mention)
    if days is None or reading.anchor is None:
        return True if _PAST_YEAR.match(mention.raw) else None
    long_ago = reading.anchor - days.last > _LONG_AGO and not _YEAR_NAMED.search(mention.raw)
    return True if days.last < reading.anchor and not long_ago else None


def _guessed(reading: Reading, sentence: Sentence, mention: dates.Mention) -> bool:
    """Tell whether a period is guessed at while more than a month of it lies ahead (预计全年).

    At its end 预计全年 is what the year has come to.
    """
    lead = sentence.text[max(0, mention.start - 5) : mention.start]
    meant = "预计" in lead and "今年" not in mention.raw
    days = reading.days(mention) if meant else None
    return bool(days and reading.anchor and days.last - reading.anchor > timedelta(days=31))


PLANS = re.compile(
    r"下一?步|下一?阶段|打算$|(?:工作|任务)(?:安排|计划)$|目标任务$|预期目标$|今后|奋斗目标|工作思路$"
)
_NOW = re.compile(r"已|目前|截至|累计|实际|总投资|去年|上年|今年以来|同比|现有|共有|存在")


_NAMED_AHEAD = re.compile(r"19\d\d|20\d\d|明年|后年|未来|今后|下月|下周|下季")
_REAL = re.compile(r"(?:达产|建成|投产|投用|竣工)后|已|累计|(?:落成|竣工|投产|投用),")
_REACHED = re.compile(r"[;。]|已|完成了|实际|目前|累计|仅")


def still_ahead(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return why the figure speaks of days to come, else ""."""
    section = reading.section(sentence)
    if section and PLANS.search(section) and not _NOW.search(sentence.text, 0, place):
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
