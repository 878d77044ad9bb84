"""Tell what a change is measured against: 同比, 环比, 比年初.

The nearest such word before the number decides, in its sentence, else 同比 or 环比 in its paragraph;
where none stands, 同比 is meant.
"""

import re

from briefing.facts.amounts import Sighting
from briefing.grounding import zones
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Basis

_CHANGE_WORDS = {
    "同比": re.compile(
        r"同比|比(?:上年|去年)(?:同期)?|较(?:上年|去年)(?:同期)?|去年同期|上年同期|year[- ]on[- ]year|from a year earlier"
    ),
    "环比": re.compile(
        r"环比|[比较]上(?:个?月|季度?|周)|[比较]\d{1,2}月份?(?![底末\d日])|month[- ]on[- ]month|quarter[- ]on[- ]quarter"
    ),
    "比年初": re.compile(r"[比较](?:年初|上年末|去年末|上年底|去年底|年初)"),
}


_ASIDE = re.compile("[高低多少快慢早晚长短]出?[了约近]?$")
"""Before a distance from what it is compared with: 较常年同期偏高|2.9℃."""

_NAMED = re.compile("同比|环比")
"""What a sentence without such words takes over from one before; 比上月 is said of its own number."""


def wrong_change(reading: Reading, sentence: Sentence, sighting: Sighting, kind: str) -> str:
    """Return why the change is not measured against what is claimed, else "".

    The nearest word before the number decides, in its sentence, else in the paragraph. Where
    none stands, a growth counts as 同比: statistics leave the word out for it alone.
    """
    level = sighting.amount.basis is Basis.LEVEL
    if kind == "其他":
        aside = _ASIDE.search(sentence.text, max(0, sighting.start - 4), sighting.start)
        return "it is no change" if level and sighting.amount.unit != "倍" and not aside else ""
    said = change_kinds(
        sentence.text, sighting.end + 4 * (sentence.text[sighting.end : sighting.end + 1] == "(")
    )
    if not said:
        earlier = [s for s in reading.paragraph(sentence) if s.number < sentence.number]
        said = next(
            ({found[-1]} for s in reversed(earlier) if (found := _NAMED.findall(s.text))), {"同比"}
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
