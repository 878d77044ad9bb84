"""Where an article is from: the path from province down to county or functional zone.

In:  the parts of a page that may name its place (folded), each with its weight.
Out: a path such as (山东省, 青岛市, 市南区); empty when the page does not say.

Names come from the gazetteer, so that 青岛 gives 山东省; a county that it does not know stands alone. The longest name wins. A name that
several places share, or that is a common noun too (老城区), counts only where its city or
province is named. A county is given only when the page is about it, not when it is one of many.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from briefing.cleaning import elsewhere
from briefing.cleaning.gazetteer import NEW_AREAS, PROVINCES
from briefing.cleaning.zones import common, find_unlisted
from briefing.cleaning.zones import find as find_zone

Path = tuple[str, ...]


class Weighted(NamedTuple):
    """A part of a page; `prose` says that it is running text and no title, outlet or crumb."""

    text: str
    weight: float
    prose: bool = False


_PEOPLES = (
    "蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|"
    "鄂温克族?|保安族|裕固族|独龙族|各族"
)
_SHORT = re.compile(rf"(?:(?:{_PEOPLES})*自治(?:州|区|县)|特别行政区|地区|省|市|盟)$")
_GENERIC = frozenset({"城区", "郊区", "矿区", "市中区", "城中区"})
# Names of one district each that are common nouns in every other city.
_NOUNS = frozenset(
    {"老城区", "新城区", "东区", "西区", "南区", "北区", "城东区", "城西区", "城北区", "新市区", "港口区", "海港区",
     "东城区", "西城区", "河东区", "河西区", "江东区", "江北区", "江南区", "海城区", "山城区"}
)  # fmt: skip
_NOWHERE = ("", "", "")
_WORDS = frozenset({"来宾", "安康", "白银"})  # short names that are words more often than places
# What follows a short name when it is part of another: 中山路, 吉林大学, 海南省 is matched whole.
_NOT_PLACE = re.compile(
    r"[东南西北中一二三四五]?[路街道巷桥]|大[道街学厦]|学院|师范|医科|理工|广场|公园|酒店|宾馆|银行|证券|航空|铁路|集团|股份|科技|药业|啤酒|牌|菜|籍|号|日报|晚报|早报|卫视|装|舰|陵|久安|会海|村"
)
_SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴钟汪姜范姚谭廖邹熊"
    "陆郝孔崔康邱秦史顾侯邵孟段钱汤尹黎乔贺赖龚樊"
)
_PERSON = _SURNAMES | frozenset("长记任席员")  # 邓楚雄, 区长濮阳静
# A county is known by its short name where its paper or office is named: 莱西新闻, 章丘发布.
_OFFICE = re.compile(r"新闻|日报|发布|融媒|在线|广播|电视|信息|政务|宣传|网")
# A short name at the head of a longer one that no register has is another place's.
_LONGER = re.compile(
    r"(?P<rest>[\u4e00-\u9fff]{0,2}?(?P<rank>[县区市]))(?![\u4e00-\u9fff]?[级域内间]|民|场|[县区市])"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAYBE_AFTER = frozenset("省市州在到赴由从与和及")
# A city's name in front of the name of one of its districts.
_CITY = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[的在到由从与和据对向省区]))([^\W\d_a-zA-Z全本我各该市]{2,3}市)(?=[\u4e00-\u9fff]{1,4}[区县旗])"
)
_ABOUT = 2.0
_AHEAD = 1.2
_HEADED = 6.0
_NATIONWIDE = 6  # a page that names places of so many provinces is of none


@dataclass
class _Table:
    """Names to places; `by_start` leads from the first two letters to names, longest first."""

    full: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, Path] = field(default_factory=dict)
    county: dict[str, Path] = field(default_factory=dict)
    by_start: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    form: re.Pattern[str] = re.compile("")


@cache
def _table() -> _Table:
    made = _Table()
    for province in PROVINCES:
        made.full[province].append((province,))
        made.short.setdefault(short(province), (province,))
    shared: dict[str, list[Path]] = defaultdict(list)
    for path, prefecture in _places():
        made.full[path[-1]].append(path)
        if prefecture and short(path[-1]) in _WORDS:
            continue
        if prefecture:  # short names of counties (合作, 东方) are words more often than places
            made.short.setdefault(short(path[-1]), path)
        elif path[-1].endswith(("市", "区", "县")) and not path[-1].endswith("自治县"):
            shared[path[-1][:-1]].append(path)
    for name in _NOUNS & made.full.keys():
        made.full[name].append(_NOWHERE)
    for name, (province, city) in NEW_AREAS.items():
        made.full[name] = [(province, city, name) if city else (province, name)]
    made.county = {
        name: paths[0]
        for name, paths in shared.items()
        if len(paths) == 1 and len(name) >= 2 and name not in made.short
    }
    for name in sorted({*made.full, *made.short, *made.county}, key=len, reverse=True):
        if len(name) >= 2:
            made.by_start[name[:2]].append(name)
    firsts = "".join(sorted({start[0] for start in made.by_start}))
    seconds = "".join(sorted({start[1] for start in made.by_start}))
    made.form = re.compile(f"[{firsts}](?=[{seconds}])")
    return made


def _places() -> Iterator[tuple[Path, bool]]:
    """Yield every prefecture and county, and True for prefectures."""
    for province, written in PROVINCES.items():
        for group in filter(None, written.split("|")):
            city, _, counties = group.partition(":")
            if city:
                yield (province, city), True
            for county in counties.split():
                if county not in _GENERIC:
                    yield (province, city, county) if city else (province, county), False


def short(name: str) -> str:
    """Return a place's name without its rank: 青岛市 is 青岛."""
    return _SHORT.sub("", name)


def listed(name: str) -> bool:
    """True for a name that the gazetteer has."""
    return name in _table().full


def locate(texts: Sequence[Weighted]) -> Path:
    """Return the region path that `texts` speak for."""
    votes: defaultdict[Path, float] = defaultdict(float)
    shared: list[tuple[list[Path], float]] = []
    told = False
    told_of = "\n".join(text for text, _, running in texts if running)
    texts = [
        Weighted(elsewhere.blank(text, prose=prose), weight, prose) for text, weight, prose in texts
    ]
    whole = "\n".join(text for text, _, _ in texts)
    for text, weight, prose in texts:
        for paths in _named(text, whole, telling=not prose):
            told = told or not prose
            if len(paths) == 1:
                votes[paths[0]] += weight
            else:
                shared.append((paths, weight))
    _settle(votes, shared)
    others = {path: city for city, path in _under_others(whole)}
    for name in (*_guests(whole), *others):
        votes.pop(name, None)
    if not told and _provinces(told_of) >= _NATIONWIDE:
        return ()
    made = _down(votes)
    zone = find_zone(
        [(text, weight) for text, weight, _ in texts],
        [part for name in made for part in (name, short(name))],
    )
    if zone is None and not made:
        zone = find_unlisted([(text, weight) for text, weight, _ in texts])
        known = _table().full.get(zone, ()) if zone else ()
        if (
            len(known) == 1
        ):  # the page names it, and as many places elsewhere, or another's namesake
            return (others[known[0]], known[0][-1]) if known[0] in others else made
    elif zone is None and not told:
        # Only running text names the province; title or outlet name a unit of their own.
        heads = [(text, weight) for text, weight, prose in texts if not prose]
        if own := find_unlisted(heads, least=_HEADED):
            return (*made, own) if len(made) == 1 and made[0] in whole else (own,)
    return (*made, zone) if zone and zone not in made else made


def _named(text: str, whole: str, *, telling: bool) -> Iterator[list[Path]]:
    """Yield what each place name in a text may mean; `telling` is a title, outlet or crumb.

    `whole` is all that the page says: 某某新闻 speaks for no county where 某某市 is named.

    In prose, names in a row (烟台、威海、潍坊) and the heads of companies' names mean nothing.
    """
    chains: list[tuple[int, int, list[list[Path]]]] = []  # 甲省|乙市 is one
    for start, end, paths in _mentions(text, telling=telling):
        if not telling and elsewhere.of_firm(text, end):
            continue
        if len(paths) == 1 and _other_rank(text[start:end], paths[0][-1], whole):
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
    for city in dict.fromkeys(_CITY.findall(whole)):
        if city in _table().full or common(city[-2:]) or city[-3:] in _table().full:
            continue
        for start in _places_of(whole, city):
            for at, _, paths in _mentions(whole[start : start + 8], telling=False):
                if at == 0 and len(paths) == 1 and paths[0][-1].endswith(("区", "县", "旗")):
                    yield city, paths[0]


def _places_of(whole: str, name: str) -> Iterator[int]:
    """Yield where a name ends."""
    at = whole.find(name)
    while at >= 0:
        yield at + len(name)
        at = whole.find(name, at + 1)


def _provinces(whole: str) -> int:
    """Return of how many provinces a page names places."""
    return len({paths[0][0] for _, _, paths in _mentions(whole, telling=False) if len(paths) == 1})


def _guests(whole: str) -> Iterator[Path]:
    """Yield the places that only came on a visit."""
    if "团" in whole or "考察组" in whole:
        for _, end, paths in _mentions(whole, telling=False):
            if len(paths) == 1 and elsewhere.visits(whole, end):
                yield paths[0]


def _mentions(text: str, *, telling: bool) -> Iterator[tuple[int, int, list[Path]]]:
    """Yield each place name with its start and end."""
    table = _table()
    done = 0
    for match in table.form.finditer(text):
        at = match.start()
        if at < done:
            continue
        for name in table.by_start.get(text[at : at + 2], ()):
            if not text.startswith(name, at):
                continue
            end = at + len(name)
            if name in table.full:
                if len(name) > 2 or _stands_alone(text, at, end):
                    done = end
                    yield at, end, table.full[name]
                    break
            elif name in table.county:
                if telling and _OFFICE.match(text, end):
                    done = end
                    yield at, end, [table.county[name]]
                    break
            elif (
                not _NOT_PLACE.match(text, end)
                and text[at - 1 : at] not in _PERSON
                and not _of_longer(text, end)
            ):
                done = end
                yield at, end, [table.short[name]]
                break


def _of_longer(text: str, end: int) -> bool:
    """True when the short name that ends at `end` heads the name of an unlisted unit."""
    match = _LONGER.match(text, end)
    if match is None:
        return False
    rest = match["rest"]
    return rest not in _table().full and not common(rest)


def _other_rank(name: str, full: str, whole: str) -> bool:
    """True when the page names a unit of another rank by this county's short name."""
    if name == full or name not in _table().county:
        return False
    return any(name + rank in whole for rank in ("县", "市", "区", "新区") if name + rank != full)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True for 和县, 理县 and the like when they are no part of 代理县长."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not _HAN.match(before) or before in _MAYBE_AFTER) and after not in ("长", "级", "域")


def _settle(votes: defaultdict[Path, float], shared: Sequence[tuple[list[Path], float]]) -> None:
    """Give a name that several places share to the one whose city or province is named."""
    certain = dict(votes)
    for paths, weight in shared:
        backed = {
            path: sum(value for known, value in certain.items() if _related(known, path[:-1]))
            for path in paths
            if path is not _NOWHERE
        }
        best = max(backed.values())
        winners = [path for path, value in backed.items() if value == best]
        if best > 0 and len(winners) == 1:
            votes[winners[0]] += weight


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
