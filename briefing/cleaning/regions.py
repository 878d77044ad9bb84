"""Where an article is from: the path from province down to county or functional zone.

In:  the parts of a page that may name its place (folded), each with its weight.
Out: a path such as (山东省, 青岛市, 市南区); empty when the page does not say.

Names come from the gazetteer, so that 青岛 gives 山东省; a county that it does not know stands alone. The longest name wins. A name that
several places share, or that is a common noun too (老城区), counts only where its city or
province is named. A county is given only when the page is about it, not when it is one of many.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.cleaning import elsewhere
from briefing.cleaning.places import (
    NOWHERE,
    Mention,
    Path,
    known,
    listed,
    mentions,
    other_rank,
    short,
)
from briefing.cleaning.places_english import BETTER_KNOWN
from briefing.cleaning.zones import ALONE, common, find_unlisted
from briefing.cleaning.zones import find as find_zone


class Weighted(NamedTuple):
    """A part of a page; `prose` says that it is running text and no title, outlet or crumb."""

    text: str
    weight: float
    prose: bool = False


# A city's name in front of the name of one of its districts.
_OVER = re.compile(r"市(?=[\u4e00-\u9fff]{1,4}[区县旗])")
_CITY = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[的在到由从与和据对向省区]))[^\W\d_a-zA-Z全本我各该市]{2,3}市$"
)
_CITY_PROVINCES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_OF_PROVINCE = re.compile(r"[全我]省|省[委直内属]|省政府")
_ABOUT = 2.0
_AHEAD = 1.2
_HEADED = 6.0
_COUNTY = 3
_SEVERAL = 3  # counties that a tour goes through
_NATIONWIDE = 5  # a page that names places of so many provinces is of none


def locate(texts: Sequence[Weighted]) -> Path:
    """Return the region path that `texts` speak for."""
    votes: defaultdict[Path, float] = defaultdict(float)
    shared: list[tuple[list[Path], float]] = []
    told = False
    running = "\n".join(text for text, _, prose in texts if prose and text)
    shown = [text for text in texts if not text.prose and text.text]
    texts = [*_blanked(texts, prose=False), *_blanked(texts, prose=True)]
    visited = _visited(shown, texts)
    whole = "\n".join(text for text, _, _ in texts)
    found = [list(mentions(text, telling=not prose)) for text, _, prose in texts]
    for (text, weight, prose), own in zip(texts, found, strict=True):
        for paths in _meant(own, text, whole, telling=not prose):
            told = told or not prose
            if len(paths) == 1:
                votes[paths[0]] += weight
            else:
                shared.append((paths, weight))
    _settle(votes, shared)
    _elsewhere_told(votes, whole)
    others = {path: city for city, path in _under_others(whole)}
    seen = [path for path in votes if visited and short(path[-1]) in visited]
    for name in (*_guests(whole), *others, *seen):
        votes.pop(name, None)
    made = _down(votes)
    if not told:
        if whole.endswith(running):  # no letter of it was blanked
            named = [
                name for text, own in zip(texts, found, strict=True) if text.prose for name in own
            ]
        else:
            named = list(mentions(running, telling=False))
        of_running = _single(named)
        if len({path[0] for path in of_running}) >= _NATIONWIDE:
            return ()
        made = _one_of_several(made, of_running)
    zone = find_zone(
        texts,
        [part for name in made for part in (name, short(name))],
    )
    if zone and made and made[-1].endswith("新区"):
        zone = zone.removeprefix("新区")  # 福州新区滨海新城
    if zone is None and not made:
        zone = find_unlisted([(text, weight) for text, weight, _ in texts])
        namesakes = known(zone) if zone else []
        if len(namesakes) == 1:  # named as often as places elsewhere, or a namesake
            same = namesakes[0]
            return (others[same], same[-1]) if same in others else made
    elif zone is None and (not told or len(made) == 1):
        # Nothing or a province is told; title or outlet name a unit of their own.
        heads = [(text, weight) for text, weight, prose in texts if not prose]
        unit = find_unlisted(heads, least=_HEADED)
        if unit and not (told and listed(unit)):
            return (*made, unit) if len(made) == 1 and (told or made[0] in whole) else (unit,)
    if not made and zone in ALONE:
        return ()  # every city has one
    return (*made, zone) if zone and zone not in made else made


def _blanked(texts: Sequence[Weighted], *, prose: bool) -> list[Weighted]:
    """Return the texts of one sort without the places that are elsewhere."""
    own = [text for text in texts if text.prose == prose and text.text]
    joined = "\n".join(text.text for text in own)
    made = elsewhere.blank(joined, prose=prose)
    if made == joined:
        return own
    ends = accumulate(len(text.text) + 1 for text in own)
    return [
        text._replace(text=made[end - 1 - len(text.text) : end - 1])
        for text, end in zip(own, ends, strict=True)
    ]


def _meant(
    named: Sequence[Mention], text: str, whole: str, *, telling: bool
) -> Iterator[list[Path]]:
    """Yield what each place name in a text may mean; `telling` is a title, outlet or crumb.

    `whole` is all that the page says: 某某新闻 speaks for no county where 某某市 is named.

    In prose, names in a row (烟台、威海、潍坊) and the heads of companies' names mean nothing.
    """
    chains: list[tuple[int, int, list[list[Path]]]] = []  # 甲省|乙市 is one
    for start, end, paths in named:
        if elsewhere.of_firm(text, end):
            continue
        if len(paths) == 1 and other_rank(text[start:end], paths[0][-1], whole):
            continue
        if chains and chains[-1][1] == start:
            chains[-1] = (chains[-1][0], end, [*chains[-1][2], paths])
        else:
            chains.append((start, end, [paths]))
    listed = False
    for number, (_, end, chain) in enumerate(chains):
        following = chains[number + 1][0] if number + 1 < len(chains) else -1
        ahead = not telling and text[end:following] == "、"
        if not listed and not ahead:
            yield from chain
        listed = ahead


def _under_others(whole: str) -> Iterator[tuple[str, Path]]:
    """Yield cities that no register has with counties that the page puts under them: 云州市东港区."""
    for match in _OVER.finditer(whole):
        found = _CITY.search(whole, max(match.end() - 5, 0), match.end())
        city = found.group() if found else ""
        if not city or listed(city) or common(city[-2:]) or listed(city[-3:]):
            continue
        for at, _, paths in mentions(whole[match.end() : match.end() + 8], telling=False):
            if at == 0 and len(paths) == 1 and paths[0][-1].endswith(("区", "县", "旗")):
                yield city, paths[0]


def _single(named: Iterable[Mention]) -> list[Path]:
    """Return the places of the names that only one has."""
    return [paths[0] for _, _, paths in named if len(paths) == 1]


def _one_of_several(made: Path, running: Sequence[Path]) -> Path:
    """Return the city where only running text names the county, among others of that city."""
    if len(made) < _COUNTY or not made[-1].endswith(("县", "区", "旗")):
        return made
    named = [path for path in running if len(path) == len(made) and path[:-1] == made[:-1]]
    several = len(set(named)) >= _SEVERAL and named.count(made) * 2 <= len(named)
    return made[:-1] if several else made


def _elsewhere_told(votes: defaultdict[Path, float], whole: str) -> None:
    """Drop the districts of a city that is a province, where the page is of some province.

    滨海新区 alone is of none where 全省 or 省委 stands and the city is not named.
    """
    told = [path for path in votes if path[0] in _CITY_PROVINCES and short(path[0]) not in whole]
    if told and _OF_PROVINCE.search(whole):
        for path in told:
            del votes[path]


def _visited(heads: Sequence[Weighted], blanked: Sequence[Weighted]) -> str:
    """Return what was blanked in title and outlet: where someone went, which the text names too."""
    pairs = zip(heads, blanked, strict=False)
    return "".join(
        old
        for head, made in pairs
        if head.text != made.text
        for old, new in zip(head.text, made.text, strict=True)
        if old != new
    )


def _guests(whole: str) -> Iterator[Path]:
    """Yield the places that only came on a visit."""
    if any(map(whole.__contains__, elsewhere.GUESTS)):
        for _, end, paths in mentions(whole, telling=False):
            if len(paths) == 1 and elsewhere.visits(whole, end):
                yield paths[0]


def _settle(votes: defaultdict[Path, float], shared: Sequence[tuple[list[Path], float]]) -> None:
    """Give a name that several places share to the one whose city or province is named."""
    certain = dict(votes)
    for paths, weight in shared:
        backed = {
            path: sum(value for known, value in certain.items() if _related(known, path[:-1]))
            for path in paths
            if path is not NOWHERE
        }
        best = max(backed.values())
        winners = [path for path, value in backed.items() if value == best]
        if best > 0 and len(winners) == 1:
            votes[winners[0]] += weight
        elif best == 0 and paths[0] in BETTER_KNOWN:
            votes[paths[0]] += weight


def _related(known: Path, parent: Path) -> bool:
    return known[: len(parent)] == parent or parent[: len(known)] == known


def _down(votes: dict[Path, float]) -> Path:
    """Choose the province, then what stands out in it, level by level."""
    made: Path = ()
    for level in (1, 2, 3):
        sums: defaultdict[Path, float] = defaultdict(float)
        for path, weight in votes.items():
            if len(path) >= level and path[: level - 1] == made:
                sums[path[:level]] += weight
        if not sums:
            break
        ranked = sorted(sums.items(), key=lambda item: item[1], reverse=True)
        best, weight = ranked[0]
        rival = ranked[1][1] if len(ranked) > 1 else 0
        county = level == 3 or (level == 2 and best[-1].endswith(("区", "县", "旗")))
        if weight < _ABOUT or weight < rival * (2 if county else 1.5 if level == 2 else _AHEAD):
            break
        made = best
    return made
