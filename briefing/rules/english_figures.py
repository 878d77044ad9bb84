"""Find the figures of an English page: a noun, a verb, a number (exports rose 6.4 percent).

The noun before the verb is the metric; numbers after it without a noun of their own (up 3.9 percent,
accounting for 12 percent of the total) go on with it. Counted things follow their number (18 projects).
A list that `respectively` deals out, the size of a named set (the top three partners) and spans of time
are no figures.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.facts import amounts, dates
from briefing.facts.amounts import Sighting
from briefing.records import Article, Basis, Figure
from briefing.rules import english_nouns
from briefing.rules.clauses import Clause, Sentence

Draft = tuple[Figure, tuple[str, ...]]
Row = tuple[Sentence, Clause, str]

LONGEST_METRIC = 90

_TIMES = ("quarter", "week", "month", "day", "year", "hour", "minute", "second")
_SPANS = frozenset([*_TIMES, *(f"{word}s" for word in _TIMES), "天", "个月", "年", "小时", "分钟"])
_NAMED_SET = re.compile(
    r"\b(?:the|top|these|those|its|their|all|first|last|past|both|other)(?: (?:top|some|first|last|past))? $",
    re.IGNORECASE,
)
"""Words that make a count the size of a named set: the 18 provinces, the top three partners."""

_WAYS = (
    "rose|fell|grew|climbed|dropped|declined|increased|decreased|gained|jumped|surged|shrank|soared|expanded|slipped|"
    "edged up|edged down|rising|falling|growing|increasing|decreasing|climbing|jumping|surging|increase|decrease|grow|rise|fall|drop|decline"
)
_CHANGE = re.compile(
    rf"(?:^|[ ,(])(?P<verb>(?:{_WAYS})(?: [a-z]+ly| further)?(?: by)?|(?<!made )(?<!make )(?<!makes )(?<!making )(?:up|down)(?: by)?"
    rf"|(?:(?:with|posting|seeing|representing|represents|reporting) )?(?:an? |the )?(?:annual |yearly |year[ -]on[ -]year |month[ -]on[ -]month )?(?:{english_nouns.MEASURE})s?(?: rate)? of) ?$",
    re.IGNORECASE,
)
_WAY = re.compile(rf"\b(?:{_WAYS}|up|down)(?: by)? $", re.IGNORECASE)
_OBJECT = r"(?: only| just| some)?(?: (?:a|an|the)(?: (?:record[ -]\w+|new|total|estimated|combined|overall))*(?: (?:value|total|figure|record|high))? of| a record(?:[ -]\w+)?)?"
_LEVEL = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:reach(?:ed|ing)|hit(?:ting)?|to hit|total(?:l)?(?:ed|ing)|st(?:oo|an)ds? at|amount(?:ed|ing)? to|c[ao]me (?:to|in at)|was|were|is|are|exceed(?:ed|ing)|surpass(?:ed|ing)|topp(?:ed|ing)|valued at|worth|to){_OBJECT}) ?$",
    re.IGNORECASE,
)
_GAINED = re.compile(
    rf"(?:^|[ ,])(?P<verb>(?:has |have |had )?(?:collectively )?(?:record|register|post|achiev|generat|attract|receiv|handl|contribut|complet|sign|invest|creat|add|export|import|welcom|realiz|realis|absorb|utiliz|us|suppli|carri|serv|cover|employ|benefit)(?:e?d|ing)(?: a)?{_OBJECT}|(?:saw|built|spent|earned|sold){_OBJECT}) ?$",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:recorded|registered|posted|achieved|saw|reported|reporting|generated|obtained|creat(?:e|es|ed)|realized|with|at|and(?= an? )|had|has|have|was|were) (?:an? |the )?(?:record[ -]\w+ )?(?P<noun>[A-Za-z][\w' /-]{3,50}?) (?:of|worth|worth of|reaching|totall?ing|amounting to|at) ?$",
    re.IGNORECASE,
)
_ACCOUNTS = re.compile(
    r"\b(?:account(?:ed|ing|s)? for|(?:fulfill|complet|achiev)(?:ed|ing)|mak(?:es|ing) up|made up|contribut(?:ed|ing|es)|represent(?:ed|ing|s))(?: only| just)? ?$",
    re.IGNORECASE,
)
_STOP = r"(?= (?:in|last|this|by|were|was|from|for|during|over|at|to|and|since|as|opened|started|began|linking|connecting|that|which|who|with|on|is|are|has|have)\b|[,.;()]|$)"
_SHARE_OF = re.compile(rf" of (?P<whole>(?:the |its |all )?[A-Za-z][\w' -]{{2,50}}?){_STOP}")
_AFTER = re.compile(
    rf"(?: \([^()]{{1,40}}\))? (?:worth of |in |of )?(?:the )?(?P<noun>[a-z][a-z -]{{2,40}}?){_STOP}"
)
_OF_THE_PLAN = re.compile(
    r"\b(?:accounting for|fulfill(?:ed|ing)|complet(?:ed|ing)|achiev(?:ed|ing)) [\d.]+ ?(?:%|per ?cent) of the (?:annual|yearly|year's|full-year) (?:plan|target|goal)\b"
)
"""A share of what was planned is a fact."""

_BARE = re.compile(r",? (?:and|while) (?P<noun>[A-Za-z][A-Za-z' -]{4,50}?) ")
_DEED = re.compile(
    r"(?<=[a-z'] )(?!(?:was|its|this|his|as|has|is|plus|during|including)\b)[a-z]{2,}(?:ed|ing|[^s]s|ent|old|eld|aid|ut) (?=$)"
)
_OBJECTS = re.compile(r" (?:an?|the|of|only|just|some)\b.*$", re.IGNORECASE)
_LISTED = re.compile(r",?(?: and| while)? ?(?:to |at )?")
_TIMES_MORE = re.compile(
    r"(?:more than |nearly |almost )?(?:doubl|tripl|quadrupl)ed", re.IGNORECASE
)
_RANKING = re.compile(
    r",? *(?:and )?(?:rank(?:ed|ing|s)|plac(?:ed|ing)|c[ao]m(?:e|ing)) *(?:the *)?$", re.IGNORECASE
)
_YEARLY = re.compile(
    r"year[ -]on[ -]year|from a year earlier|(?:same|corresponding) (?:period|time|month|quarter) (?:of |in )?(?:the )?(?:last|previous) year|compared (?:with|to) (?:the )?(?:last|previous) year|than (?:a year ago|last year)"
)
_MONTHLY = re.compile(r"month[ -]on[ -]month|quarter[ -]on[ -]quarter")
_ONLY_DAY = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|^(?:by|before|until)\b", re.IGNORECASE
)
_KIND = Literal["同比", "环比"]


@dataclass
class _Told:
    """What a later number goes on with: the noun told last, its period."""

    metric: str = ""
    period: str = ""


def find(article: Article, rows: Sequence[Row]) -> list[Draft]:
    """Return the figures of the clauses that state facts, with further wordings of their metrics."""
    found: list[Draft] = []
    told, paragraph = _Told(), -1
    for sentence, clause, mood in rows:
        if sentence.paragraph != paragraph:
            told.metric, paragraph = "", sentence.paragraph
        if mood == "fact" or _OF_THE_PLAN.search(clause.text):
            found += _in_clause(article, sentence, clause, told)
    return found


def _in_clause(article: Article, sentence: Sentence, clause: Clause, told: _Told) -> list[Draft]:
    text, low = sentence.text, clause.start - sentence.start
    high = low + len(clause.text)
    sightings = amounts.find(text)
    dealt = _dealt(text, sightings)
    found: list[Draft] = []
    end = low
    for seen in sightings:
        if not low <= seen.start < high or _is_none(text, seen):
            continue
        lead, end = text[end : seen.start], seen.end
        if seen in dealt:
            continue
        _remember_period(article, sentence, seen, told)
        if drafted := _draft(article, sentence, seen, lead, told):
            found.append(drafted)
    return found


def _dealt(text: str, sightings: Sequence[Sighting]) -> list[Sighting]:
    """Return the numbers of the lists that `respectively` deals out."""
    found: list[Sighting] = []
    for word in re.finditer(r"\brespectively\b", text):
        following = None
        for seen in reversed([s for s in sightings if s.end <= word.start()]):
            if following and not _LISTED.fullmatch(text, seen.end, following.start):
                break
            found.append(seen)
            following = seen
    return found


def _is_none(text: str, seen: Sighting) -> bool:
    """Tell whether a number is a span of time or the size of a named set."""
    if seen.amount.unit in _SPANS or re.match(r"[A-Z][a-z]+-", seen.raw):
        return True
    return _is_counted(seen) and bool(_NAMED_SET.search(text[: seen.start]))


def _is_counted(seen: Sighting) -> bool:
    """Tell whether the unit is a noun: 42 projects."""
    return bool(
        re.fullmatch(
            r"(?![a-z ]*(?:grams|meters|metres|watts)$)[A-Za-z][A-Za-z -]{2,}", seen.amount.unit
        )
    )


def _remember_period(article: Article, sentence: Sentence, seen: Sighting, told: _Told) -> None:
    text = sentence.text
    mentions = [m for m in dates.find(text) if not _ONLY_DAY.search(m.raw)]
    before = [m for m in mentions if m.end <= seen.start]
    after = [m for m in mentions if m.start >= seen.end and "," not in text[seen.end : m.start]]
    if chosen := (before[-1:] or after[:1]):
        start, stop = (sentence.start + place for place in (chosen[0].start, chosen[0].end))
        said = article.text[start:stop].rstrip(" .,")
        told.period = re.sub(r"^(?:in|of|during|for|since|from|by) ", "", said, flags=re.IGNORECASE)


def _draft(
    article: Article, sentence: Sentence, seen: Sighting, lead: str, told: _Told
) -> Draft | None:
    change = _CHANGE.search(lead)
    if seen.amount.unit == "%" and _ACCOUNTS.search(lead):
        words = _share(sentence.text, seen, lead)
    else:
        words = _nouns(sentence.text, seen, lead, change, told=bool(told.metric))
        told.metric = words[0] if words else told.metric
        words = [*words, told.metric, english_nouns.last_noun(lead)]
    words = list(dict.fromkeys(word[:LONGEST_METRIC].strip() for word in words if word))
    if not words:
        return None
    way = _WAY.search(lead) if change else None
    start = sentence.start + seen.start - (len(way.group()) if way else 0)
    claim = Figure(
        sentence=sentence.number,
        metric=words[0],
        raw=article.text[start : sentence.start + seen.end],
        period=told.period or None,
        change_kind=_kind(sentence.text, seen),
        is_rank=seen.amount.unit == "位",
    )
    return claim, tuple(words[1:])


def _nouns(
    text: str, seen: Sighting, lead: str, change: re.Match[str] | None, *, told: bool
) -> list[str]:
    """Return the nouns that the clause gives the number: counted, after it, or before its verb."""
    level = None if change else _LEVEL.search(lead)
    named = None if change else _OF.search(lead)
    gained = None if level else _GAINED.search(lead)
    rank = seen.amount.unit == "位"
    ranked = rank or bool(_TIMES_MORE.match(text, seen.start))
    after = None if change or level or named or ranked else _AFTER.match(text, seen.end)
    words = [english_nouns.counted(text, seen) if _is_counted(seen) else ""]
    noun = after["noun"].strip() if after else ""
    if named:
        words.append(english_nouns.noun(named["noun"]))
    elif (
        noun
        and not english_nouns.NO_NOUN.search(noun)
        and not re.search(english_nouns.MEASURE, noun)
    ):
        words.append(noun)
    elif ranked:
        if not (told and rank):
            words += english_nouns.before(_RANKING.sub("", lead))
    elif verb := change or level or gained:
        words += english_nouns.before(lead[: verb.start("verb")])
        if gained and words[-1]:
            got = f"{words[-1]} {_OBJECTS.sub('', gained['verb'].strip())}"
            words = [got] if not words[0] and seen.amount.unit != "%" else [*words, got]
    elif bare := _BARE.fullmatch(lead):
        words.append(bare["noun"])
    elif deed := _DEED.search(lead):
        words.append(f"{english_nouns.noun(lead[: deed.start()])} {deed.group().strip()}".strip())
    return [word for word in words if word and not english_nouns.NO_NOUN.search(word)]


def _share(text: str, seen: Sighting, lead: str) -> list[str]:
    """Return the wordings of a share: accounting for 12 percent of (the country's total)."""
    verb = _ACCOUNTS.search(lead)
    found = [english_nouns.noun(lead[: verb.start()]) if verb else ""]
    if whole := _SHARE_OF.match(text, seen.end):
        found = [whole["whole"], *found]
    return [f"share of {noun}" for noun in found if noun and not english_nouns.NO_NOUN.search(noun)]


def _kind(text: str, seen: Sighting) -> _KIND | None:
    if seen.amount.basis is Basis.LEVEL and seen.amount.unit != "倍":
        return None
    stop = re.search(r"[,;.](?!\d)", text[seen.end :])
    near = text[max(0, seen.start - 40) : seen.end + (stop.start() if stop else 80)]
    if _MONTHLY.search(near):
        return "环比"
    return "同比" if _YEARLY.search(near) else None
