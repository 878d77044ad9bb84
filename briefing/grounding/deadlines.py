"""Prove the deadline of a plan: that it is said of these words, and which days it means.

In:  a sentence, the range of the plan's words in it, and the deadline that is claimed.
Out: the days it means (None where they cannot be told), or why it is not their deadline.

A deadline without a year is of the year that its sentence or section names; one told for a whole
year or half of it is not over yet on the day of the page.
"""

import re
from datetime import date

from briefing.facts import dates
from briefing.facts.folding import squeeze
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import DateRange, Verdict


def prove(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], deadline: str, proof: Proof
) -> DateRange | Refused | None:
    """Return the deadline's days, or why it is not the deadline of these words."""
    wanted = squeeze(deadline)
    text = sentence.text
    mentions = [m for m in sentence.mentions if text[m.start - 1 : m.start] not in ("比", "较")]
    inside = [m for m in mentions if mark[0] <= m.start < mark[1] and not _is_span(text, m)]
    fixed = [m for m in inside if m.raw != "全年"]
    before = [m for m in mentions if m.start < mark[0]]
    told = before[-1].end if before and not inside else mark[0]
    turn = _TURNS.search(text, told, mark[0])
    if turn and _same_date(before[-1].raw, wanted) and not _OF_YEAR.fullmatch(wanted):
        said = f"{deadline} is the day of what comes before {turn[0]}"
        return Refused(Verdict.DEADLINE_DIFFERS, said, sentence, mark)
    after = [m for m in mentions if m.start >= mark[1] and _closes(text, mark[1], m)]
    place = text.find(wanted)
    cut = [m for m in mentions if place < m.end and m.start < place + len(wanted)]
    if place >= 0 and cut and not any(_same_end(reading, m, wanted) for m in cut):
        return Refused(Verdict.DEADLINE_DIFFERS, f"the article says {cut[0].raw}", sentence, mark)
    if place >= 0 and (later := _AFTERWARDS.search(text, place + len(wanted), max(mark[0], place))):
        said = f"{deadline} is the day of what comes before it ({later[0]})"
        return Refused(Verdict.DEADLINE_DIFFERS, said, sentence, mark)
    if wanted in text[mark[0] : mark[1]]:
        return _days(reading, sentence, mark, deadline)
    if day := _BARE_DAY.search(text, sentence.clause(mark[0]), mark[1]):
        if wanted.endswith(day[0]):
            return _days(reading, sentence, mark, deadline)
        return Refused(Verdict.DEADLINE_DIFFERS, f"the article says {day[0]}", sentence, mark)
    while place >= 0:
        for mention in mentions:
            if (
                place < mention.end
                and mention.start < place + len(wanted)
                and mention in (fixed or [*inside, *before[-1:]] or after[:1])
            ):
                proof.pieces.append((place, place + len(wanted)))
                return _days(reading, sentence, mark, deadline) or _days(
                    reading, sentence, mark, mention.raw
                )
        place = text.find(wanted, place + 1)
    for group in (inside, before[-1:], after[:1]):
        if group:
            if any(_same_date(m.raw, wanted) for m in group):
                chosen = next(m for m in group if _same_date(m.raw, wanted))
                proof.pieces.append((chosen.start, chosen.end))
                return _days(reading, sentence, mark, deadline)
            said = group[-1].raw
            return Refused(Verdict.DEADLINE_DIFFERS, f"the article says {said}", sentence, mark)
    place = text.find(wanted)
    if place >= 0 and (place < mark[1] or not re.search(r"[,;。]", text[mark[1] : place])):
        proof.pieces.append((place, place + len(wanted)))
        return _days(reading, sentence, mark, deadline)
    for other in reversed(reading.paragraph(sentence)):
        if other.number < sentence.number and other.mentions:
            if _same_date(other.mentions[-1].raw, wanted) and _holds_on(other):
                return _days(reading, sentence, mark, deadline)
            break
    if _BARE_YEAR.fullmatch(wanted) and wanted[:4] in _plan_years(reading, sentence):
        return reading.days(deadline)
    return Refused(Verdict.DEADLINE_DIFFERS, f"{deadline} is not said of it", sentence, mark)


_BARE_DAY = re.compile(r"(?<![\d月.])\d{1,2}[日号]之?前")
"""20日前, whose month is told elsewhere: no other deadline is inherited over it."""


_OF_YEAR = re.compile(r"[今明]年|全年|年内|(?:到)?(?:19|20)\d\d年")
"""A year holds for all tasks that follow it."""

_TURNS = re.compile(r"(?<![前内底末年月日号旬]),(?:同时|另外|此外)")
"""Between the day of one task and another task: 4月前制定方案|,同时做好宣传."""


def _closes(text: str, end: int, mention: dates.Mention) -> bool:
    """Tell whether a time behind a plan is its own: 制定方案|于月底前报送, 制定方案,月底前|完成."""
    between = text[end : mention.start]
    return not re.search(r"[,;。]", between) or (
        between.count(",") == 1 and _DONE_BY.match(text, mention.end) is not None
    )


_DONE_BY = re.compile(
    r"之?前?(?:要|须|必须|务必)?(?:全部|全面|基本)?(?:完成|办结|到位|交付|落实|报送|上报|提交)?(?:任务|整改)?(?=[,;。]|$)"
)


def _holds_on(sentence: Sentence) -> bool:
    """Tell whether the last time of a sentence is set for those after it: it opens it, or stands alone.

    The day of another task (确保九月底前完成上岗。) is none of the next one's, except in a list whose first clause it stands in.
    """
    text, last = sentence.text, sentence.mentions[-1]
    opens = _OPENING.sub("", text[: last.start]) == ""
    clause = _STRIVES.sub("", text[sentence.clause(last.start) : last.start])
    return (
        opens
        or (not clause and text.startswith((",", ":"), last.end))
        or (
            text.endswith((";", ":"))
            and ("," not in text[: last.start] or _OF_YEAR.fullmatch(last.raw) is not None)
        )
    )


_OPENING = re.compile(
    r"[(（]?[一二三四五六七八九十\d]{1,2}[)）、.是]|会议(?:强调|要求|指出)|[,:\"]|到|在"
)
_STRIVES = re.compile(r"力争|确保|计划|到|在")


def _is_span(text: str, mention: dates.Mention) -> bool:
    """Tell whether a time is a value that is set (压缩至90个工作日以内) and no day."""
    return bool(_SPAN.match(mention.raw)) and not text.startswith("前", mention.end)


_SPAN = re.compile(
    r"(?:压缩|缩短)?(?:到|至|为)[\d一二两三四五六七八九十]+(?:个?工作日|天|小时|分钟)"
)


def _days(
    reading: Reading, sentence: Sentence, mark: tuple[int, int], words: str
) -> DateRange | None:
    """Return the days a deadline means: of the year its sentence or section names, and not over yet.

    全年 in January, and 上半年 before the spring, are of the year to come when something is promised for them.
    """
    plain = reading.days(words)
    wanted = squeeze(words)
    if _YEAR.search(wanted) or _OVER.search(sentence.text, 0, mark[1]):
        return plain
    named = _NAMED_YEAR.findall(sentence.text, 0, mark[1])
    years = named[-1:] or _plan_years(reading, sentence)
    for year in years:
        if days := reading.days(f"{year}年{wanted}"):
            return days
    anchor = reading.anchor
    if plain is None or anchor is None or plain.last >= anchor:
        return plain
    month = bool(_MONTH.fullmatch(wanted))
    if not (month or _WHOLE.search(wanted)):
        return plain
    ahead = dates.resolve(wanted, anchor=date(anchor.year + 1, anchor.month, min(anchor.day, 28)))
    near = ahead and (ahead.first.year == anchor.year or anchor.month - ahead.first.month > 6)
    return ahead if ahead and (near or not month) else plain


def _plan_years(reading: Reading, sentence: Sentence) -> list[str]:
    """Return the year of the heading or title that `sentence` stands under: 二、2023年工作安排."""
    for words in (reading.section(sentence), reading.titles):
        if found := _YEAR_OF_PLAN.search(words):
            return [found[1]]
    return []


_YEAR = re.compile(
    r"\d{2,4}年|[今明后去上本]年|(?:19|20)\d\d|(?:this|last|next) (?:year|month|quarter)"
)
_NAMED_YEAR = re.compile(r"(?<![较比与从由自])((?:19|20)\d\d)年(?!(?:以来|同期|的?基础))")
_YEAR_OF_PLAN = re.compile(
    r"((?:19|20)\d\d)年[^,;。]{0,12}(?:安排|计划|要点|目标|打算|任务|思路|重点)"
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d年")
_OVER = re.compile(r"原定|原计划|去年|上年|曾承诺")
_MONTH = re.compile(
    r"[于在]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[底末初]|[上中下]旬)?之?前?|(?:in|by|before) (?:[a-z]{3,9})"
)
"""A month without a year: of a plan it is the next one, unless it has just passed."""
_WHOLE = re.compile(r"全年|[上下]半年|季|quarter|\bhalf\b")


_AFTERWARDS = re.compile(
    r"(?:建成|投产|达产|投用|竣工|完工|投入使用|投入运营)(?:以|之)?后|,[^,;。]{0,8}后,"
)


def _same_end(reading: Reading, mention: dates.Mention, wanted: str) -> bool:
    """Tell whether words cut out of a date end on its last day, and say so themselves.

    2024年 does not in 2024年6月; 10月 for 10月底 and 6月底 for 明年6月底 leave the reader another day.
    """
    if mention.raw in wanted or _same_date(mention.raw, wanted):
        return True
    if _TOLD.search(mention.raw.replace(wanted, "")):
        return False
    whole, part = reading.days(mention), reading.days(wanted)
    return whole is None or part is None or whole.last == part.last


_TOLD = re.compile(r"[明后次]年|^(?:到|至)?(?:19|20)\d\d年$|[底初旬]|\b(?:end|middle|start)\b")
"""What a deadline may not leave out."""


def _same_date(said: str, wanted: str) -> bool:
    bare = re.compile(r"^(?:到|至|截至|截止|于|在|力争|确保|争取)|(?:之前|以前|前|期间)$")
    if said == wanted:
        return True
    return bare.sub("", said) == bare.sub("", wanted)
