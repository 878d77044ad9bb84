"""Copy what a number says with it: its direction or comparator, and what it is compared with.

In:  the folded sentence and a number in it. Out: where the copied words begin; the kind of change.
"""

import re
from typing import Literal

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Basis
from briefing.rules import wording

_DIRECTION_LEFT = re.compile(
    r"(?:负?增长|上升|提高|提升|增加|下降|减少|回落|回升|降低|(?<=[值额入资量])[增降]|减产|增产|(?<=[,;])(?:增收|减收|增支|减支|多增|少增)|上涨|下跌|下滑|缩减|收窄|成长|净增|扩大|攀升|前进|进位|后退|(?:年|(?<![同环占])比)[增减降]|加快|放缓|微增|微降|略增|略降|急挫|(?<=[比年季月])升|跌|多|少)(?:了)?$"
)
_SIDE = re.compile(r"[高低]于(?:全[国省市县区]|同类|行业)[^,;。、\d]{0,6}$")
"""成本|低于全国平均水平7.5元."""
_APART = re.compile(r"[比较][^,;。、\d]{1,14}(?P<side>(?<![提降])[高低])(?:出|了)?$")
"""比沿海|低0.18元: the side goes with the number."""
_SHARE_OF = re.compile(r"(?:为|是|达到?|相当于)(?:去年|上年)同期的$")
"""仅|为去年同期的46.2%: what it is a share of is copied with it."""
_TIMES_OF = re.compile(r"(?:是|为|相当于|达到?)[^,;。、]{1,14}的$")
"""是2005年的|5.2倍: what a multiple is of is copied with it."""

_EXPECTED = re.compile(r"(?:预计|预期|估计|有望|或将)(?:同比|将)?$")
"""A number that is only expected says so in print: 预计增长14.1%."""

_OTHER_BASE = re.compile(r"(?<![同环占])[比较](?![例重率])")
Kind = Literal["同比", "环比", "比年初", "其他"]
_COMPARED: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"环比|[较比]上个?[月周季]"), "环比"),
    (re.compile(r"[较比](?:年初|上年末|去年末|上年底|去年底)"), "比年初"),
    (re.compile(r"同比|[较比](?:去年|上年|上一年)(?![末底])|去年同期|上年同期"), "同比"),
)


def turn(text: str, sighting: Sighting) -> str:
    """Return the word before a number that says which way it goes, "" for none."""
    found = _DIRECTION_LEFT.search(text[max(0, sighting.start - 4) : sighting.start])
    return found.group() if found else ""


def raw_start(text: str, sighting: Sighting) -> int:
    """Return where the copied words begin: at the direction or comparator before the number."""
    if (compared := wording.comparator(text, sighting)) is not None:
        return sighting.start if parted(text, sighting) else compared
    if sighting.amount.unit == "倍" and (of := _TIMES_OF.search(text, 0, sighting.start)):
        return of.start()
    if sighting.amount.unit == "%" and (of := _SHARE_OF.search(text, 0, sighting.start)):
        return of.start()
    if sighting.amount.unit in units.MONEY_UNITS and (
        side := _SIDE.search(text, 0, sighting.start)
    ):
        return side.start()
    if lower := _APART.search(text, 0, sighting.start):
        return lower.start("side")
    at = len(text[: sighting.start].rstrip())
    match = _DIRECTION_LEFT.search(text[max(0, at - 4) : at])
    start = at - len(match.group()) if match else sighting.start
    expected = _EXPECTED.search(text[max(0, start - 4) : start])
    return start - len(expected.group()) if expected else start


def parted(text: str, sighting: Sighting) -> tuple[int, int] | None:
    """Return the words of a distance that a number in brackets parts from it, else None.

    增速(高于全市)(18.6%)20.9个百分点: they cannot be copied with the number, so the metric says them.
    """
    start = wording.comparator(text, sighting)
    bracket = text.find("(", start, sighting.start) if start is not None else -1
    return (start, bracket) if start is not None and bracket > 0 else None


def compared(text: str, sighting: Sighting) -> Kind | None:
    """Return what a change is told against, None where the words do not say."""
    if sighting.amount.basis is Basis.LEVEL and sighting.amount.unit != "倍":
        return None
    far = wording.comparator(text, sighting)  # 高于全市2个百分点 is a distance, whatever grew 同比
    low = max(0, sighting.start - 24) if far is None else far
    window = re.split("[;。]", text[low : sighting.start])[-1]
    if _OTHER_BASE.search(clause := window.rpartition(",")[2]):
        window = clause  # 同比增长4%,比1-10月提高0.5个百分点
    found = [
        (match.start(), kind) for pattern, kind in _COMPARED for match in pattern.finditer(window)
    ]
    return max(found)[1] if found else None


def quoted(word: str, shown: str, start: int, stop: int) -> str:
    """Return `word` with the quote mark beside it where it holds the other one alone."""
    for opening, closing in ("“”", "「」", "『』", "()", "（）"):
        if word.count(opening) > word.count(closing):
            return word + closing if shown.startswith(closing, stop) else word
        if word.count(closing) > word.count(opening) and shown[:start].endswith(opening):
            return opening + word
    return word
