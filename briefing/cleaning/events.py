"""The days an article speaks of, with the reason for each year; and the day it was published.

In:  title and text of an article, what the page says of its publication.
Out: `Dated` records. Without a stamp, the year of a bare 10月26日 comes from words that fix it
     (“十四五”开局) or stays open: then there is no date at all.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from briefing.facts import dates
from briefing.origin import to_raw
from briefing.records import Dated, DateRange, Piece, Precision

_SEARCHED = 5_000
_AROUND = 14
_MOST = 12
# Its first letter stands in front of all alternatives, or the search would be eight times slower.
_TELLING = re.compile(
    r"[\d〇零一二三四五六七八九十上下](?:(?<=\d)(?:\s?[年月日号]|[-/.]\d{1,2}[-/.]\d)|(?<=[一二三四])季度|(?<=[上下])半年"
    r"|(?<=[〇零一二三四五六七八九])[〇零一二三四五六七八九]{3}年|(?<=[一二三四五六七八九十])月)"
)
_YEAR = re.compile(r"\d{4}|[一二][〇○零一二三四五六七八九]{3}|民国")
_AHEAD = re.compile(r"[到至力争]|近\s?\d|.*(?:前|内)$")
# 截至7月底 is the day of a count, 7月底 no day at all.
_UP_TO = re.compile(r"截[至止]|.*[底末初旬]$|.*[以之]来$")
# Words of a clause that plans: what it names has not happened.
_PLANNED = re.compile(
    r"预计|预期|计划|拟|将|力争|争取|确保|务必|务求|必须|须|要(?!求)|目标|规划(?:到)?|有望|安排|承诺|限期|届时|最迟|不迟于|原定|推迟|延期"
)
_PLANS = re.compile(r"[年月日度]?(?:将|拟|计划|力争|争取|预计|要(?!求))")
_CLAUSE = 24
_SENTENCE = 80


def find(
    text: str, origin: Sequence[Piece], published: Dated | None, year: tuple[int, str] | None
) -> tuple[Dated, ...]:
    """Return days first, in the order of the text, then datelines, then periods reported on.

    What is planned or lies ahead is none of them, nor the day of a count (截至7月底). Periods
    (前三季度) are named only where a day is known too, so that no period's first day stands
    for the article's.
    """
    anchor = published.first if published else None
    read: dict[str, tuple[DateRange, str] | None] = {}
    days: dict[tuple[date, date], Dated] = {}
    lines: dict[tuple[date, date], Dated] = {}
    periods: dict[tuple[date, date], Dated] = {}
    counts: dict[tuple[date, date], Dated] = {}
    for raw, start in _mentions(text[:_SEARCHED]):
        if raw in read or _is_planned(text, start, raw):
            continue  # the first mention that counts stands for all
        found = read[raw] = _resolve(raw, anchor, year)
        if found is None:
            continue
        resolved, reason = found
        if anchor and resolved.first > anchor:
            continue  # ahead of the day it was published
        key = (resolved.first, resolved.last)
        made = _dated(raw, start, resolved, reason, published, origin)
        if _UP_TO.match(raw):
            counts.setdefault(key, made)
        elif made.precision is not Precision.DAY:
            periods.setdefault(key, made)
        elif text[start + len(raw) : start + len(raw) + 1] in ("讯", "电"):
            lines.setdefault(key, made)
        else:
            days.setdefault(key, made)
    known = [*days.values(), *(line for key, line in lines.items() if key not in days)]
    if not known and not published:  # then the day of a count says best when it was written
        known = [count for count in counts.values() if count.first == count.last]
    if known or published:
        known += periods.values()
    return tuple(known[:_MOST])


def _is_planned(text: str, start: int, raw: str) -> bool:
    """True when a word of planning stands beside a mention: for a day in its clause, for a
    period anywhere before it in its sentence."""
    if _PLANS.match(text, start + len(raw)):
        return True
    day = "日" in raw or "号" in raw
    before = text[max(0, start - (_CLAUSE if day else _SENTENCE)) : start]
    ends = r"[。！？!?；;，,：:\n]" if day else r"[。！？!?\n]"
    return _PLANNED.search(re.split(ends, before)[-1]) is not None


def _mentions(text: str) -> Iterator[tuple[str, int]]:
    """Yield days and periods with their places; looks only where figures or quarters stand."""
    low = high = 0
    for match in _TELLING.finditer(text):
        if match.start() - _AROUND > high:
            yield from _within(text, low, high)
            low = max(match.start() - _AROUND, high)
        high = max(high, min(match.end() + _AROUND, len(text)))
    yield from _within(text, low, high)


def _within(text: str, low: int, high: int) -> Iterator[tuple[str, int]]:
    for mention in dates.find(text[low:high]):
        raw = mention.raw.strip()
        if _TELLING.search(raw) and not _AHEAD.match(raw):
            yield raw, low + mention.start + mention.raw.index(raw)


def _resolve(
    raw: str, anchor: date | None, year: tuple[int, str] | None
) -> tuple[DateRange, str] | None:
    """Return what a mention means and why its year is what it is."""
    if _YEAR.search(raw) and (own := dates.resolve(raw, anchor=None)):
        return own, "explicit"
    if anchor is not None:
        found = _placed(raw, anchor)
        return (found, "publication") if found else None
    if year is None:
        return None
    if raw[0].isdigit() and (found := dates.resolve(f"{year[0]}年{raw}", anchor=None)):
        return found, year[1]
    found = dates.resolve(raw, anchor=date(year[0], 12, 31))
    return (found, year[1]) if found and found.first.year == year[0] else None


@lru_cache(maxsize=2048)
def _placed(raw: str, anchor: date) -> DateRange | None:
    """What pages of one day say again and again: 今年, 一季度, 4月3日."""
    return dates.resolve(raw, anchor=anchor)


def _dated(
    raw: str,
    start: int,
    resolved: DateRange,
    reason: str,
    published: Dated | None,
    origin: Sequence[Piece],
) -> Dated:
    if reason == "explicit":
        basis, words = "sentence", "the year stands in the text"
    elif reason == "publication" and published:
        basis, words = (
            published.basis,
            f"published {published.quote or published.first.isoformat()}",
        )
    else:
        basis, words = "inferred", f"the article says {reason}"
    raw_start, raw_end = to_raw(origin, start, start + len(raw))
    return Dated(
        first=resolved.first,
        last=resolved.last,
        precision=_precision(raw, resolved),
        basis=basis,
        quote=raw,
        reason=words,
        raw_start=raw_start,
        raw_end=raw_end,
    )


def _precision(raw: str, resolved: DateRange) -> Precision:
    if resolved.first == resolved.last or "日" in raw or "号" in raw:
        return Precision.DAY
    if any(word in raw for word in ("月", "季", "旬", "周", "半年")):
        return Precision.MONTH
    return Precision.YEAR
