"""Tell of when a figure is, and what its change is measured against.

The nearest period before the number governs it, in its sentence, else in an earlier one. The
nearest 同比 or 环比 before a change is its base; where none stands, 同比 is meant.
"""

import re

from briefing import dates, zones
from briefing.amounts import Sighting
from briefing.folding import squeeze
from briefing.reading import Reading, Sentence
from briefing.records import Basis

_CHANGE_WORDS = {
    "同比": re.compile(
        r"同比|[比较](?:上年|去年)(?:同期)?|去年同期|上年同期|year[- ]on[- ]year|from a year earlier"
    ),
    "环比": re.compile(
        r"环比|[比较]上(?:个?月|季度?|周)|month[- ]on[- ]month|quarter[- ]on[- ]quarter"
    ),
    "比年初": re.compile(r"[比较](?:年初|上年末|去年末|上年底|去年底|年初)"),
}


def wrong_period(reading: Reading, sentence: Sentence, place: int, period: str | None) -> str:
    """Return why `period` is not that of the words at `place`, "" where it is."""
    if not period:
        return ""
    wanted = squeeze(period)
    days = dates.resolve(period, anchor=reading.anchor)
    governing = [
        m for m in sentence.mentions if m.start < place and not _compared(sentence.text, m.start)
    ]
    after = [m for m in sentence.mentions if m.start >= place]
    chosen = governing[-1:] or (after[:1] if len(after) == 1 else [])
    candidates = [chosen[0]] if chosen else _earlier(reading, sentence)
    for mention in candidates:
        if _same_period(mention.raw, wanted, days, reading):
            return ""
    if wanted in sentence.text[:place] and not governing:
        return ""
    said = candidates[0].raw if candidates else "no period"
    return f"the article says {said}, not {period}"


def _compared(text: str, start: int) -> bool:
    """Tell whether a date is only what something is measured against (比2019年, 较去年同期)."""
    return bool(re.search(r"[比较同与于是为](?:了)?$", text[max(0, start - 2) : start])) or bool(
        re.match(r"(?:去年|上年)(?:同期|末|底)", text[start : start + 5])
    )


def _earlier(reading: Reading, sentence: Sentence) -> list[dates.Mention]:
    for number in range(sentence.number - 1, 0, -1):
        other = reading.sentence(number)
        kept = [m for m in other.mentions if not _compared(other.text, m.start)]
        if kept:
            return kept[-1:]
    return dates.find(reading.titles)[-1:]


def _same_period(said: str, wanted: str, days: object, reading: Reading) -> bool:
    if said == wanted or (wanted in said and re.search(r"\d|季度|半年|年|月", wanted)):
        return said == wanted or not re.search(r"\d", said.replace(wanted, ""))
    return days is not None and dates.resolve(said, anchor=reading.anchor) == days


def wrong_change(reading: Reading, sentence: Sentence, sighting: Sighting, kind: str) -> str:
    """Return why the change is not measured against what is claimed, else "".

    The nearest word before the number decides, in its sentence, else in the paragraph. Where
    none stands, a growth counts as 同比: statistics leave the word out for it alone.
    """
    level = sighting.amount.basis is Basis.LEVEL
    if kind == "其他":
        return "it is no change" if level and sighting.amount.unit != "倍" else ""
    said = _change_kinds(
        sentence.text, sighting.end + 4 * (sentence.text[sighting.end : sighting.end + 1] == "(")
    )
    if not said:
        earlier = [s for s in reading.paragraph(sentence) if s.number < sentence.number]
        said = next(
            (kinds for s in reversed(earlier) if (kinds := _change_kinds(s.text, len(s.text)))),
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


def _change_kinds(text: str, end: int) -> set[str]:
    """Return what the last comparison before `end` measures against, empty where none is."""
    last, kinds = -1, set[str]()
    for name, form in _CHANGE_WORDS.items():
        for found in form.finditer(text, 0, end):
            if found.start() > last:
                last, kinds = found.start(), {name}
            elif found.start() == last:
                kinds.add(name)
    return kinds


def still_ahead(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return why the figure speaks of days to come, else ""."""
    if reading.anchor is None:
        return ""
    governing = [m for m in sentence.mentions if m.start < place]
    if not governing:
        return ""
    raw = governing[-1].raw
    between = sentence.text[governing[-1].end : place]
    if re.search(r"(?:达产|建成|投产|投用|竣工)后|已|累计", between):
        return ""  # what a project under way will yield is stated of it now
    if not re.search(r"(?:19|20)\d\d|明年|后年|未来|今后|下月|下周|下季", raw):
        return ""
    days = dates.resolve(raw, anchor=reading.anchor)
    if days is not None and days.first > reading.anchor:
        return f"{raw} lies ahead"
    return ""
