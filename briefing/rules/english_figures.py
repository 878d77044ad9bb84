"""Find the figures of an English page: a number, what it is said of, its period and its base.

Sizes of named sets (the top three partners), thresholds (projects each worth over 100 million yuan)
and spans of time that nothing measures are no figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.facts import amounts, dates
from briefing.facts.amounts import Sighting
from briefing.records import Article, Basis, Direction, Figure
from briefing.rules import english_forms, english_nouns
from briefing.rules import english_metrics as metrics
from briefing.rules.clauses import Clause, Sentence

Draft = tuple[Figure, tuple[str, ...]]
Row = tuple[Sentence, Clause, str]

LONGEST_METRIC = 90

_TIMES = ("quarter", "week", "month", "day", "year", "hour", "minute", "second")
_SPANS = frozenset([*_TIMES, *(f"{word}s" for word in _TIMES), "天", "个月", "年", "小时", "分钟"])
_MEASURED = re.compile(
    r"(?:reached|rose to|fell to|dropped to|increased to|cut to|shortened to|stood at|was|were|is|registered|recorded|saw|enjoyed|from|to|averaged|totall?ed) $"
)
_MEASURING = re.compile(r"(?<=days) (?:with|of) | (?:more|fewer|longer|shorter|earlier) ")
_NAMED_SET = re.compile(
    r"(?:\b(?:the|top|these|those|its|their|all|first|last|past|both|other)(?: (?:top|some|first|last|past))? |(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)) (?:of|out of) (?:the |all |its )?(?:[\w-]+'s? )?|among (?:the )?(?:[\w-]+'s? )?|(?:out of|of) (?:the )?(?:[\w-]+'s?) |(?:per|every|each) |(?:to|in|from|across|into|over) (?:more than |over |nearly )?(?=\d+ (?:countries|provinces|regions)))$",
    re.IGNORECASE,
)
"""Words that make a count the size of a named set: the 18 provinces, the top three partners."""

_OF_THE = re.compile(r"(?:^|[,;] )[Oo]f (?:the|its|these) $")
"""Before the whole of which a part is told: of the 64 projects, 49 have started."""

_ABROAD = re.compile(r"\b(?:to|in|from|across|into|among|with) $")
_THRESHOLD = re.compile(r"\beach (?:worth |with [\w ]{3,30} of )?$|\b(?:worth|valued at|of) $")
_OF_THE_PLAN = re.compile(
    r"\b(?:accounting for|fulfill?(?:ed|ing)|complet(?:ed|ing)|achiev(?:ed|ing)|or) [\d.]+ ?(?:%|per ?cent) of the (?:annual|yearly|year's|full-year) (?:plan|target|goal)\b"
)
"""A share of what was planned is a fact."""

_YEARLY = re.compile(
    r"year[ -]on[ -]year|y-o-y|from a year (?:earlier|ago)|(?:same|corresponding) (?:period|time|month|quarter) (?:of |in )?(?:the )?(?:last|previous) year|compared (?:with|to) (?:the )?(?:last|previous) year|than (?:a year ago|last year|in the previous year)|from the previous year"
)
_MONTHLY = re.compile(r"month[ -]on[ -]month|quarter[ -]on[ -]quarter")
_ONLY_DAY = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|^(?:by|before|until)\b", re.IGNORECASE
)
_THAN = re.compile(r"\b(?:than|from|with|to) (?:in |that of )?(?:the )?$")
_KIND = Literal["同比", "环比"]


@dataclass
class _Told:
    """What a later number goes on with: the noun told last, its period."""

    metric: str = ""
    base: str = ""
    period: str = ""


def find(article: Article, rows: Sequence[Row]) -> list[Draft]:
    """Return the figures of the clauses that state facts, with further wordings of their metrics."""
    found: list[Draft] = []
    told, paragraph, number = _Told(), -1, 0
    by_place: dict[int, str] = {}
    for sentence, clause, mood in rows:
        if sentence.paragraph != paragraph:
            told.metric, paragraph = "", sentence.paragraph
        if sentence.number != number:
            number, by_place = sentence.number, {}
        if mood == "fact" or _OF_THE_PLAN.search(clause.text):
            found += _in_clause(article, sentence, clause, told, by_place)
    return found


def _in_clause(
    article: Article, sentence: Sentence, clause: Clause, told: _Told, by_place: dict[int, str]
) -> list[Draft]:
    text, low = sentence.text, clause.start - sentence.start
    high = low + len(clause.text)
    seen = amounts.find(text)
    dealt = metrics.dealt(text, seen)
    found: list[Draft] = []
    for place, sighting in enumerate(seen):
        if not low <= sighting.start < high:
            continue
        start = max(low, seen[place - 1].end if place else 0)
        if _is_none(text, sighting, text[start : sighting.start]):
            continue
        before = told.period
        older = _OLDER.search(text, max(0, start - 2), sighting.start)
        _remember_period(article, sentence, sighting, told, older=bool(older))
        if _TO_NOW.search(text, start, sighting.start):
            told.period = ""
        given = dealt.get(place)
        if isinstance(given, int):
            words = [by_place.get(given, "")]
        elif given is not None:
            words = given
        else:
            words = metrics.of(text, seen, place, low, told.metric, told.base)
            lead = text[start : sighting.start]
            words = [*words, told.metric, english_nouns.last_noun(lead)]
        words = list(dict.fromkeys(word[:LONGEST_METRIC].strip(" ,") for word in words if word))
        if words:
            by_place[place] = words[0]
            if given is None and not words[0].startswith(told.metric or "\n"):
                told.metric = words[0]
                if not words[0].startswith("share of "):
                    told.base = words[0]
            since = older.start("from") if older else None
            found.append(_draft(article, sentence, sighting, words, told.period, start, since))
        if older:
            told.period = before
    return found


def _is_none(text: str, seen: Sighting, lead: str) -> bool:
    """Tell whether a number is a span of time, the size of a named set or a threshold."""
    if seen.amount.unit in _SPANS:
        measured = _MEASURED.search(lead) or _MEASURING.match(text, seen.end)
        fraction = "." in seen.raw
        return not (measured or fraction) or bool(
            re.search(r"\b(?:for|in|within|after|over) $", lead)
        )
    if re.match(r"[A-Z][a-z]+-", seen.raw) and not seen.raw.lower().startswith(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    ):
        return True
    if re.search(r"\b(?:I|my)\b", lead):
        return True  # what one grower earned
    if re.match(r" (?:target|goal|quota)\b", text[seen.end :]) or re.search(r"\btarget of $", lead):
        return True
    if re.search(r"\beach (?:worth |with )", lead) or (
        "元" in seen.amount.unit and re.match(r" (?:each|or more)\b", text[seen.end :])
    ):
        return True
    if not metrics.is_counted(seen):
        return False
    if seen.amount.unit in ("countries", "regions", "provinces") and _ABROAD.search(lead):
        return True
    if _OF_THE.search(text, 0, seen.start):
        return False
    return bool(_NAMED_SET.search(text[: seen.start]))


_OLDER = re.compile(
    r"(?:\b(?:rose|risen|grew|grown|fell|fallen|dropped|declined|climbed|increased|decreased|cut|reduced|raised|lowered|shortened|expanded|improved|extended|up|down)(?: [a-z]+ly)? |, ?|\) ?|% |percent |per cent |yuan )(?P<from>from|compared (?:with|to)|against) $"
)
"""Before the value of an earlier time: rose |from 3 percent to 5 percent."""

_TO_NOW = re.compile(r"\bin (?:19|20)\d\d to $")


def _remember_period(
    article: Article, sentence: Sentence, seen: Sighting, told: _Told, *, older: bool = False
) -> None:
    text = sentence.text
    mentions = [m for m in dates.find(text) if not _ONLY_DAY.search(m.raw)]
    mentions = [m for m in mentions if not _THAN.search(text, max(0, m.start - 20), m.start)]
    mentions = [m for m in mentions if not text.startswith("'s", m.end)]
    before = [m for m in mentions if m.end <= seen.start]
    after = [m for m in mentions if m.start >= seen.end and "," not in text[seen.end : m.start]]
    if older:
        told.period = ""
        behind = [m for m in after if m.start - seen.end < 24]
        before, after = [], behind
    if chosen := (before[-1:] or after[:1]):
        start, stop = (sentence.start + place for place in (chosen[0].start, chosen[0].end))
        said = article.text[start:stop].rstrip(" .,")
        told.period = re.sub(
            r"^(?:in|of|during|for|since|from|by|on|at|over|as of|through|throughout) ",
            "",
            said,
            flags=re.IGNORECASE,
        )


_TURN_AFTER = re.compile(
    r" (?:year-on-year |annual )?(?:more|fewer|drop|decline|decrease|fall|reduction|cut|contraction)\b"
)


def _draft(
    article: Article,
    sentence: Sentence,
    seen: Sighting,
    words: Sequence[str],
    period: str,
    low: int,
    older: int | None,
) -> Draft:
    """Draft a figure; its copied words begin at `older` where those say that it is of an earlier time."""
    way = (
        english_forms.WAY.search(sentence.text, low, seen.start)
        if seen.amount.basis is not Basis.LEVEL
        else None
    )
    turned = (
        _TURN_AFTER.match(sentence.text, seen.end)
        if seen.amount.basis is Basis.CHANGE and not way
        else None
    )
    start = sentence.start + (way.start() if way else seen.start if older is None else older)
    metric = words[0]
    if seen.amount.direction is Direction.DOWN and not (way or turned):
        metric = f"decrease in {metric}"  # fell 3 percent and |4 percent
    claim = Figure(
        sentence=sentence.number,
        metric=metric,
        raw=article.text[start : sentence.start + (turned.end() if turned else seen.end)],
        period=period or None,
        change_kind=_kind(sentence.text, seen),
        is_rank=seen.amount.unit == "位",
    )
    return claim, tuple(words[1:])


_ASIDE = re.compile(
    r" (?:higher|lower|above|below|behind|ahead|faster|slower)\b(?! than (?:in |at |that of )?(?:the )?(?:same|last|previous|a year))"
)


def _kind(text: str, seen: Sighting) -> _KIND | None:
    if seen.amount.basis is Basis.LEVEL and seen.amount.unit != "倍":
        return None
    if _ASIDE.match(text, seen.end):
        return None  # 0.4 points above the average of the same year
    stop = re.search(r"[,;.](?!\d)", text[seen.end :])
    near = text[max(0, seen.start - 40) : seen.end + (stop.start() if stop else 80)]
    if _MONTHLY.search(near):
        return "环比"
    return "同比" if _YEARLY.search(near) else None
