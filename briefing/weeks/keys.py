"""What counts as the same thing: folded names of metrics, subjects, periods and places.

In:  words as articles write them. Out: keys to compare by, never to print.

Two statements are about one thing when their keys are equal. The keys are strict: a key that
is too fine only leaves two rows side by side, a key that is too coarse would invent a conflict.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from briefing.cleaning.gazetteer import PROVINCES
from briefing.facts import dates
from briefing.records import DateRange

_LEVELS = "省市区县旗镇乡街州盟村"
_GENERIC = re.compile(r"(?:全|我|本|该|辖|各)(新区|开发区|高新区|街道|[省市区县旗镇乡州盟村])")
_LOCAL = re.compile(r"(?:[省市区县镇乡街州]|街道|工委|管委)(?![南北东西中])")
_TIME = re.compile(
    r"(?:今年|去年|全年|当年|本年|年内|当前|目前|截至[^,，。;；、]{0,8}?|(?:19|20)\d\d年(?:度)?|"
    r"[一二三四前上下1-4][一二三四个]?(?:季度|半年)|\d{1,2}(?:[-—–~至到]\d{1,2})?月(?:份|底|末)?|"
    r"以来|期间|累计|同期)"
)
_VERBS = re.compile(
    r"^(?:共计|总计|合计|已经?|共|并|实现|完成|达到?|新增加?(?=.{3})|预计|力争|确保|的)+"
    r"|(?:(?:同比|环比)?(?:增长|下降|增加|减少|提高|上升|增幅|增速|达到?|完成|实现|为|约|的|率先|突破))+$"
)


_NO_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return `text` by NFKC in lower case with nothing but letters and digits."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).lower())


def bare(name: str) -> str:
    """Return a place's name without its level: 市南区 and 市南 are one."""
    return name[:-1] if len(name) > 2 and name[-1] in _LEVELS else name


def has_level(name: str) -> bool:
    """True when a place's name says what it is: 临江区, not 临江."""
    return name.endswith(tuple(_LEVELS)) or name.endswith("街道")


def is_kind(name: str) -> bool:
    """True for a kind of place that is no name: 高新区 in an article of 临江高新区 is that one."""
    return bool(_KIND.fullmatch(name))


def place(region: Sequence[str], word: str) -> tuple[str, ...] | None:
    """Return the path of the place that `word` means in an article about `region`, else None.

    全市 in an article of a district is its city; 市南 is 市南区; 全区 is the district.
    """
    folded = fold(word)
    if match := _GENERIC.match(folded):
        for depth in range(len(region), 0, -1):
            if region[depth - 1].endswith(match[1]):
                return tuple(region[:depth])
        wider = bool(region) and _rank(match[1]) > _rank(region[-1]) > 0
        return (folded,) if wider else tuple(region)
    for depth in range(len(region), 0, -1):
        name = fold(region[depth - 1])
        if folded and (bare(folded) == bare(name) or folded.endswith(name)):
            return tuple(region[:depth])
    return None


def _rank(name: str) -> int:
    """Return how wide a place is by its level: 4 province, 3 city, 2 county, 1 town, 0 unknown."""
    return next((rank for rank, form in _RANKS if form.search(name)), 0)


_RANKS = (
    (2, re.compile(r"(?:新区|开发区|高新区|[区县旗])$")),
    (1, re.compile(r"(?:街道|[镇乡])$")),
    (3, re.compile(r"[市州盟]$")),
    (4, re.compile(r"省$")),
)


@cache
def _shared_names() -> frozenset[str]:
    """Return the county names that several cities have: there the city must be named too."""
    seen: Counter[str] = Counter()
    for written in PROVINCES.values():
        for group in filter(None, written.split("|")):
            seen.update(bare(fold(name)) for name in group.partition(":")[2].split())
    return frozenset(name for name, count in seen.items() if count > 1)


def root(region: Sequence[str]) -> str:
    """Return the key of a place: its name without level, its city before a name that is shared."""
    return _root(tuple(region[-2:]))


@lru_cache(maxsize=4_096)
def _root(region: tuple[str, ...]) -> str:
    if not region:
        return ""
    name = bare(fold(region[-1]))
    if name in _shared_names() and len(region) > 1:
        return f"{bare(fold(region[-2]))}/{name}"
    return name


def whose(region: Sequence[str], word: str | None) -> tuple[str, ...] | None:
    """Return the path of the place that `word` names, seen from an article about `region`.

    No word, a general one (全区) and a local office (区商务局) mean the article's own place; a
    sibling (松陵区 in an article of 云湖区) keeps the parents. None when it names no place.
    """
    if not word or not fold(word):
        return tuple(region)
    found = place(region, word)
    if found is not None:
        return found
    name = fold(word)
    if _LOCAL.match(name) or is_kind(name):
        return tuple(region)
    if len(name) <= 8 and (ending := _PLACE_END.search(name)):
        parents = [one for one in region if not _PLACE_END_OF[ending[0]].search(one)]
        for outer in parents:
            name = name.removeprefix(fold(outer)) or name
        return (*parents, name)
    return None


_KIND = re.compile(
    r"(?:国家级?|省级)?(?:高新技术产业|高新|经济技术|经济|经|技术|产业)?(?:新|开发|开|高新|城|园)区|[县市]城|市区"
)
_PLACE_END = re.compile(r"(?:新区|开发区|高新区|经开区|街道|[市区县旗镇乡])$")
_TOWN = re.compile(r"(?:街道|镇|乡)$")
_COUNTY = re.compile(r"(?:区|县|旗|街道|镇|乡)$")
_CITY = re.compile(r"(?:市|区|县|旗|街道|镇|乡)$")
_PLACE_END_OF = {
    **dict.fromkeys(("街道", "镇", "乡"), _TOWN),
    **dict.fromkeys(("区", "县", "旗", "新区", "开发区", "高新区", "经开区"), _COUNTY),
    "市": _CITY,
}


def scope(region: Sequence[str], subject: str | None, fallback: str = "") -> str:
    """Return whose figure or target it is.

    A place is its key by `root`; a local office (区商务局) is an office of that place; any other
    name stands for itself, without the places before it. `fallback` takes the place's part when
    the article names none, so that nothing is merged across articles of unknown place.
    """
    found = whose(region, subject)
    if found is not None:
        home = root(found) or fallback
        name = fold(subject or "")
        office = name and place(region, subject or "") is None and _LOCAL.match(name)
        return f"{home}/{name}" if office else home
    name = fold(subject or "")
    for outer in region:
        for form in (fold(outer), bare(fold(outer))):
            if len(form) > 1 and name.startswith(form) and len(name) > len(form) + 1:
                name = name.removeprefix(form)
    return f"{root(region) or fallback}/{name}" if _LOCAL.match(name) else name


def metric(text: str, subject: str | None = None, region: Sequence[str] = ()) -> str:
    """Return the indicator alone: no place, no period, no verb before or after it."""
    words = _TIME.sub("", unicodedata.normalize("NFKC", text))
    name = fold(words)
    heads = [fold(subject or ""), *(fold(outer) for outer in region)]
    for head in sorted(heads, key=len, reverse=True):
        if head and name.startswith(head) and len(name) > len(head) + 1:
            name = name.removeprefix(head)
    name = _GENERIC.sub("", name, count=1) if _GENERIC.match(name) else name
    shorter = _VERBS.sub("", name)
    return shorter if len(shorter) > 1 else name


@lru_cache(maxsize=65_536)
def resolved(text: str, anchor: date) -> DateRange | None:
    """Return the days that a written period or deadline means, seen from `anchor`."""
    return dates.resolve(text, anchor=anchor)


def span(period: str | None, anchor: date) -> str:
    """Return a written period as its days, or folded where it cannot be resolved."""
    if not period or not fold(period):
        return ""
    days = resolved(period, anchor)
    return f"{days.first}/{days.last}" if days else fold(period)


def to_come(days: DateRange, written: str, day: date) -> DateRange:
    """Return the days of a promise, a year later where they lie long before `day`.

    A promise looks forward: 12月31日前, read in March, is not last year's. A written year is
    never changed.
    """
    if _YEAR.search(written):
        return days
    late = _THIS_YEAR.search(written) and days.last.year < day.year
    if not late and (day - days.last).days < _LONG_PAST_DAYS:
        return days
    return DateRange(first=_next_year(days.first), last=_next_year(days.last))


_LONG_PAST_DAYS = 45
_YEAR = re.compile(r"\d{4}|去年|上年")
_THIS_YEAR = re.compile(r"今年|全年|年内|本年|当年|年度|年底|年末")


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
