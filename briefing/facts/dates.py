"""Read days, periods and deadlines as they are written, and place them in the calendar.

In:  a text or a phrase (10月26日, 前三季度, 月底前, 到2025年, “十四五”末, 三年内), and an anchor: the
     day the article was published or speaks of.
Out: where dates stand (`find`), the days they mean (`resolve`), and the year that an article
     without one was written in, with the words that give it (`infer_year`).

What cannot be placed is None, never a guess. A deadline is a range whose last day is the
latest that its words allow; 2025年前 and 6月前 allow the whole year or month that they name.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import NamedTuple

from briefing.facts import date_forms as forms
from briefing.facts import dates_english as english
from briefing.facts.folding import fold
from briefing.records import DateRange

_LONG_AGO, _SOON = timedelta(days=225), timedelta(days=150)
"""A day or period that is over longer ago is not meant, where the next one comes as soon."""

_YEAR = r"(?:(?P<year>(?:19|20)\d\d)\s?年?度?|(?P<hanyear>[一二][零〇○一二三四五六七八九]{3})\s?年|(?:中华)?民国\s?(?P<roc>\d{2,3})\s?年|(?P<relative>今年|本年度?|去年|上年|(?<!以)前年|明年|(?<![产以之其此成工用业后建])后年|次年)|(?P<roc3>1[01]\d)\s?年(?:度|(?=底|末|初|中(?![国央])|第\s?[\d一二三四]季|[上下]半年|\d{1,2}月|完工|[动开]工|通车|启用|竣工|落成|总?预算))|(?P<roc4>1[01]\d)\s?学年度?)"
_ISO = r"(?P<iso>(?:19|20)\d\d(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2}))"
_LEAD = r"(?:(?:截至|截止到?|截止|到|至|自|从|在|于) ?)?"
_TAIL = r"(?:\s?(?:之前|以前|前|以来|起|期间|左右|之后|以后|内|同期|时))?"
_RELATIVE_YEAR = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "次年": 1,
    "后年": 2,
}
_AHEAD = re.compile(r"(?:前|内|底)$|^[到至]|未来|今后|明年|力争|争取")


_LATIN = re.compile(r"[A-Za-z]")


class Mention(NamedTuple):
    """A day, period or deadline in a text: text[start:end] is `raw`."""

    start: int
    end: int
    raw: str


def _bare(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_IN_YEAR = "|".join(_bare(pattern) for pattern, _ in forms.IN_YEAR)
_CALENDAR = "|".join(_bare(pattern) for pattern, _ in forms.CALENDAR)
_RELATIVE = "|".join(_bare(pattern) for pattern, _ in forms.RELATIVE)
_FIRST = "元0-9〇零一二三四五六七八九十两民中今本去上前明后次下第年全岁当月这周昨即目未接力争再用半近过最首春国五劳秋开主汛入\"'"
"""What a date can begin with: looked at first, since few characters of a text are one of them."""

_IN_TEXT = re.compile(
    rf"(?=[{_FIRST}]|(?:截[至止]到?|[到至自从在于]) ?[{_FIRST}])(?<![\dA-Za-z.])(?:{_LEAD})(?:{_bare(_ISO)}|{_bare(_YEAR).replace('年?度?', '年度?', 1)}\s?的?(?:{_IN_YEAR})?|{_RELATIVE}|(?:{_CALENDAR}))(?!(?<=\d)\d){_TAIL}"
)
_LED, _FOLLOWED = re.compile(f"^{_LEAD}"), re.compile(f"{_TAIL}$")
_ISO_ALONE = re.compile(_ISO)
_WITH_YEAR = re.compile(rf"{_YEAR.replace('(?=底', '(?=$|底')}\s?的?(?P<rest>.*)")
_DATED = [(re.compile(pattern), days) for pattern, days in forms.IN_YEAR]
_ENGLISH = [(re.compile(pattern), days) for pattern, days in (*english.CALENDAR, english.ALONE)]
_ENGLISH_COUNTED = [(re.compile(pattern), days) for pattern, days in english.RELATIVE]
_ENGLISH_TEXT = re.compile(
    rf"(?<![\w-])(?:{english.LEAD})?(?:{'|'.join(_bare(p) for p, _ in (*english.RELATIVE, *english.CALENDAR))})(?![\w%])"
    rf"|(?<![\w-]){english.LEAD}(?:{_bare(english.ALONE[0])})(?![\w%]|\s\d)"
)
_CYCLIC = [(re.compile(pattern), days) for pattern, days in forms.CALENDAR]
_COUNTED = [(re.compile(pattern), days) for pattern, days in forms.RELATIVE]


def find(text: str) -> list[Mention]:
    """Return every day, period and deadline in `text`, in order."""
    return list(_known(text) if len(text) <= LONGEST_KNOWN else _mentions(text))


LONGEST_KNOWN = 3_000
"""Characters; the dates of shorter texts are kept, since several stages look at one sentence."""


@lru_cache(maxsize=1024)
def _known(text: str) -> tuple[Mention, ...]:
    return tuple(_mentions(text))


def _mentions(text: str) -> list[Mention]:
    folded = fold(text)
    spans = [match.span() for match in _IN_TEXT.finditer(folded)]
    if _LATIN.search(folded):
        more = [match.span() for match in _ENGLISH_TEXT.finditer(folded.lower())]
        spans += [one for one in more if all(one[1] <= s or e <= one[0] for s, e in spans)]
    return [Mention(start, end, text[start:end]) for start, end in sorted(spans)]


def resolve(mention: Mention | str, *, anchor: date | None) -> DateRange | None:
    """Return the days that `mention` means, None where they cannot be told.

    Without an anchor only dates with a year of their own can be told.
    """
    raw = mention if isinstance(mention, str) else mention.raw
    folded = " ".join(fold(raw[:60]).split())
    for core in _cores(folded):
        try:
            days = _days(core, folded, anchor)
        except (ValueError, OverflowError, KeyError):
            continue
        if days is not None:
            first, last = days
            if folded.endswith("以来") and anchor and first <= anchor:
                last = anchor
            return DateRange(first=first, last=last)
    return None


def _cores(folded: str) -> list[str]:
    """Return the phrase without the words that lead to a date or follow it, shortest cut first."""
    cores = [folded, _LED.sub("", folded, count=1)]
    cores += [_FOLLOWED.sub("", core, count=1) for core in tuple(cores)]
    return list(dict.fromkeys(core.strip() for core in cores if core.strip()))


def _days(core: str, whole: str, anchor: date | None) -> forms.Days | None:
    if iso := _ISO_ALONE.fullmatch(core):
        year, month, day = map(int, re.split(r"[-/.]", iso["iso"]))
        return date(year, month, day), date(year, month, day)
    if match := _WITH_YEAR.fullmatch(core):
        named = _named_year(match, anchor)
        if named is not None:
            return _in_year(match["rest"].strip(), named)
        return None
    if core.isascii() and _LATIN.search(core):
        return _english(core.lower(), whole.lower(), anchor)
    for pattern, days in _CYCLIC:
        if found := pattern.fullmatch(core):
            return None if anchor is None else _nearest(partial(days, found), whole, anchor)
    for pattern, counted in _COUNTED:
        if found := pattern.fullmatch(core):
            if anchor is None and "plan" not in found.groupdict():
                return None
            return counted(found, anchor or date.min)
    return None


def _english(core: str, whole: str, anchor: date | None) -> forms.Days | None:
    bare = re.sub(rf"^{english.LEAD}", "", core)
    for pattern, counted in _ENGLISH_COUNTED:
        if found := pattern.fullmatch(bare):
            return None if anchor is None else counted(found, anchor)
    for pattern, days in _ENGLISH:
        if found := pattern.fullmatch(bare):
            groups = found.groupdict()
            if named := groups.get("year"):
                before = bare == named and whole.startswith("before ")
                return days(found, int(named) - before)
            if "since" in groups or ("n" in groups and "plan" in bare):
                return days(found, 0)
            if anchor is None:
                return None
            ahead = "到" if re.match(r"by|before|until", whole) else ""
            return _nearest(partial(days, found), ahead, anchor)
    return None


def _named_year(match: re.Match[str], anchor: date | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["hanyear"]:
        return forms.number(match["hanyear"].replace("○", "零"))
    if match["roc"]:
        return int(match["roc"]) + 1911
    if match["roc3"]:
        return int(match["roc3"]) + 1911
    if match["roc4"]:
        return int(match["roc4"]) + 1911
    return None if anchor is None else anchor.year + _RELATIVE_YEAR[match["relative"]]


def _in_year(rest: str, year: int) -> forms.Days | None:
    if not rest:
        return forms.months(year, 1, 12)
    for pattern, days in _DATED:
        if found := pattern.fullmatch(rest):
            return days(found, year)
    return None


def _nearest(days: Callable[[int], forms.Days], whole: str, anchor: date) -> forms.Days | None:
    """Choose the year of a form that has none, seen from `anchor`.

    Deadlines lie ahead. Else: the one under way, else the latest that is over, unless that is
    long ago and the next one near. A count from January that has hardly begun is last year's.
    """
    choices = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            choices.append(days(year))
        except ValueError:
            continue
    if _AHEAD.search(whole) and not whole.startswith("截"):
        return next((choice for choice in choices if choice[1] >= anchor), None)
    over = next((choice for choice in reversed(choices) if choice[1] < anchor), None)
    for first, last in choices:
        if first <= anchor <= last:
            begun = (anchor - first).days * 3 >= (last - first).days
            counted = first.month == first.day == 1 and last.month > 1
            return over if counted and not begun and over else (first, last)
    coming = next((choice for choice in choices if choice[0] > anchor), None)
    if over and anchor - over[1] <= _LONG_AGO:
        return over
    if coming and coming[0] - anchor <= _SOON and not whole.startswith("截"):
        return coming
    return over or coming


# --- the year of an article ----------------------------------------------------------------

_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年(?!前|底前|代|版)")
_FULL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")
_TO_COME = re.compile("明年|下一年|即将|迎来|后年")
"""明年是“十四五”开局之年: what is still to come is no evidence of the year."""
_EVIDENCE: list[tuple[re.Pattern[str], Callable[[re.Match[str]], int]]] = [
    (re.compile(r"[\"']?(十[一二三四五六])五[\"']?(?:规划)?的?开局"), lambda m: _plan_year(m, 4)),
    (re.compile(r"[\"']?(十[一二三四五六])五[\"']?(?:规划)?的?收官"), lambda m: _plan_year(m, 0)),
    (
        re.compile(r"十([一二三四五])届全国人大([一二三四五])次会议"),
        lambda m: 2023 + 5 * (forms.number(m[1]) - 4) + forms.number(m[2]) - 1,
    ),
    (re.compile(r"(?:喜迎|迎接)党的二十大|党的二十大(?:胜利)?(?:召开|开幕|闭幕)"), lambda m: 2022),
    (re.compile(r"(?:喜迎|迎接)党的十九大|党的十九大(?:胜利)?(?:召开|开幕|闭幕)"), lambda m: 2017),
    (re.compile(r"(?:中国共产党|建党)(?:成立)?(?:一百|100)周年"), lambda m: 2021),
    (re.compile(r"新中国成立(\d\d)周年"), lambda m: 1949 + int(m[1])),
    (re.compile(r"改革开放(\d\d)周年"), lambda m: 1978 + int(m[1])),
]


def _plan_year(match: re.Match[str], back: int) -> int:
    return 2000 + 5 * (forms.number(match[1]) - 9) - back


def infer_year(title: str, text: str) -> tuple[int, str] | None:
    """Return the year an article was written in and the words that say so, else None.

    Named evidence only: a year in the title, one year in all full dates, the start or end of
    a five-year plan, a session of the national congress, a jubilee. Evidence that disagrees
    with itself is none.
    """
    for source in (
        _TITLE_YEAR.finditer(fold(title or "")),
        _FULL_DATE.finditer(fold(text[:20_000])),
    ):
        found = {int(match[1]): match[0] for match in source}
        if len(found) == 1:
            year, words = found.popitem()
            return year, words
    folded = fold(text[:20_000])
    years = {
        reader(match): match[0]
        for form, reader in _EVIDENCE
        for match in form.finditer(folded)
        if not _TO_COME.search(folded, max(0, match.start() - 8), match.start())
    }
    if len(years) != 1:
        return None
    year, words = years.popitem()
    return year, words
