"""Where an article is from: the path from province down to county or functional zone.

In:  the parts of a page that may name its place, the most telling first.
Out: a path such as (山东省, 青岛市, 市南区); empty when the page does not say.

Names come from the gazetteer, so that 青岛 gives 山东省. The longest name wins; 南海新区 is a
zone of its own and not the district 南海区. A county or zone is named only when the page is
about it, not when it is one of many in a list.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.cleaning.gazetteer import NEW_AREAS, PROVINCES

Path = tuple[str, ...]
_PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|"
    "撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|鄂温克族?|保安族|裕固族|蒙古|独龙族|门巴族|珞巴族|基诺族|普米族|各族"
)
_SHORT = re.compile(rf"(?:(?:{_PEOPLES})+自治(?:州|区|县)|特别行政区|自治区|地区|省|市|盟)$")
_NOT_PLACE = re.compile(
    r"路|街|大道|大街|大学|学院|师范|医科|理工|广场|大厦|公园|酒店|宾馆|银行|证券|航空|铁路|集团|股份|科技|药业|啤酒|牌|菜|籍|号|道|巷|桥|东路|西路|南路|北路|中路|一路|二路|三路|日报|晚报|早报|卫视"
)
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,7}?(?:新区|(?:国家级?|省级)?(?:经济技术|经济|高新技术产业|高新|农业高新技术产业示范|综合实验|出口加工|工业|产业)(?:技术)?(?:开发)?区|开发区|综合保税区|保税港?区|旅游度假区|自贸(?:试验)?区|生态新城|合作区|示范区|先行区|实验区)"
)
_ZONE_KIND = re.compile(
    r"(?:新区|经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新技术开发区|高新区|开发区|综合保税区|保税港区|保税区|旅游度假区|度假区|合作区|先行区|实验区)"
)
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]{0,6}$")
_STOP = re.compile(
    r"^(?:.*(?:推动|推进|建设|支持|全面|加快|关于|进入|走进|位于|来到|打造|聚焦|围绕|赋能|助力|服务|城市|老城|级|个|各|该|全|本|在|是|和|与|及|对|为|向|由|以|从|到|把|的|了|让|给|将|一批|年|月|日|创建|国家|省级|功能|大|一)|.*[省市县])(?=[\u4e00-\u9fff]|$)"
)


@dataclass
class _Table:
    """Names to places. Several counties may share a name."""

    full: dict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))
    short: dict[str, Path] = field(default_factory=dict)
    form: re.Pattern[str] = re.compile("")


@cache
def _table() -> _Table:
    made = _Table()
    for province, cities in PROVINCES.items():
        made.full[province].append((province,))
        made.short.setdefault(_SHORT.sub("", province), (province,))
    for province, written in PROVINCES.items():
        for group in filter(None, written.split("|")):
            city, _, counties = group.partition(":")
            path = (province, city) if city else (province,)
            if city:
                made.full[city].append(path)
                made.short.setdefault(_SHORT.sub("", city), path)
            for county in counties.split():
                made.full[county].append((*path, county))
                if county.endswith("市"):
                    made.short.setdefault(county[:-1], (*path, county))
    for name, (province, city) in NEW_AREAS.items():
        made.full[name].append((province, city, name) if city else (province, name))
    made.short = {name: path for name, path in made.short.items() if len(name) >= 2}
    made.form = _form({*made.full, *made.short})
    return made


def _form(names: Iterable[str]) -> re.Pattern[str]:
    """Return one pattern for all names that tries few letters: by first letter, longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in names:
        by_first[name[0]].append(name[1:])
    groups = [
        f"{first}(?:{'|'.join(sorted(rests, key=len, reverse=True))})"
        for first, rests in sorted(by_first.items())
    ]
    return re.compile(f"(?=[{''.join(sorted(by_first))}])(?:{'|'.join(groups)})")


def locate(texts: Sequence[tuple[str, float]]) -> Path:
    """Return the region path that `texts` (folded) speak for; each comes with its weight.

    The first text with a weight of 3 or more that names a county or zone decides on it.
    """
    votes: Counter[Path] = Counter()
    doubtful: list[tuple[list[Path], float]] = []
    table = _table()
    for text, weight in texts:
        for match in table.form.finditer(text):
            name = match.group()
            after = text[match.end() : match.end() + 2]
            if name in table.full:
                paths = table.full[name]
                if len(paths) == 1:
                    votes[paths[0]] += weight  # type: ignore[assignment]
                else:
                    doubtful.append((paths, weight))
            elif not _NOT_PLACE.match(after):
                path = table.short[name]
                strength = 1.0 if len(path) < 3 else 0.5
                votes[path] += weight * strength  # type: ignore[assignment]
    _settle(votes, doubtful)
    return _path(votes, texts)


def _settle(votes: Counter[Path], doubtful: Sequence[tuple[list[Path], float]]) -> None:
    """Give a name that several places share to the one whose city or province is named too."""
    certain = dict(votes)
    for paths, weight in doubtful:
        backed = {
            path: sum(value for known, value in certain.items() if _related(known, path[:-1]))
            for path in paths
        }
        best = max(backed.values())
        winners = [path for path, value in backed.items() if value == best]
        if best > 0 and len(winners) == 1:
            votes[winners[0]] += weight  # type: ignore[assignment]


def _related(known: Path, parent: Path) -> bool:
    return known[: len(parent)] == parent or parent[: len(known)] == known


def _path(votes: Counter[Path], texts: Sequence[tuple[str, float]]) -> Path:
    """Choose province, then prefecture in it, then county or zone."""
    provinces: Counter[str] = Counter()
    cities: Counter[Path] = Counter()
    for path, weight in votes.items():
        provinces[path[0]] += weight  # type: ignore[assignment]
        if len(path) > 1:
            cities[path[:2]] += weight  # type: ignore[assignment]
    if not provinces:
        return ()
    made: Path = (max(provinces, key=lambda name: provinces[name]),)
    inside = {path: value for path, value in cities.items() if path[0] == made[0]}
    if inside:
        best = max(inside, key=lambda path: inside[path])
        others = [value for path, value in inside.items() if path != best]
        if not others or inside[best] >= 1.5 * max(others):
            made = best
    if len(made) == 2 and made[1] in PROVINCES.get(made[0], "").replace(":", "|").split("|"):
        made = _county(votes, made)
    elif len(made) == 2 and not _is_city(made):
        pass
    zone = _zone(texts, made)
    if zone and zone != made[-1]:
        made = (*made, zone)
    return made


def _is_city(path: Path) -> bool:
    return path in {(path[0], name) for name in PROVINCES.get(path[0], "")}


def _county(votes: Counter[Path], city: Path) -> Path:
    """Go down to the county that stands out among those of the city."""
    inside = {path: value for path, value in votes.items() if len(path) == 3 and path[:2] == city}
    if not inside:
        return city
    best = max(inside, key=lambda path: inside[path])
    others = [value for path, value in inside.items() if path != best]
    alone = not others or inside[best] >= 2 * max(others)
    return best if alone and inside[best] >= 2 else city


def _zone(texts: Sequence[tuple[str, float]], made: Path) -> str | None:
    """Return the functional zone that the page is about, None when there is none."""
    counts: Counter[str] = Counter()
    before: list[str] = []
    for text, weight in texts:
        for match in _ZONE_KIND.finditer(text):
            head = _HAN_BEFORE.search(text, max(0, match.start() - 6), match.start())
            before.append((head.group() if head else "") + "|" + match.group())
            counts[match.group()] += weight  # type: ignore[assignment]
    named: Counter[str] = Counter()
    for entry in before:
        head, _, kind = entry.partition("|")
        for length in range(2, min(len(head), 6) + 1):
            named[head[-length:] + kind] += 1
    return _best_zone(named, texts, made)


def _best_zone(named: Counter[str], texts: Sequence[tuple[str, float]], made: Path) -> str | None:
    if not named:
        return None
    top = max(named.values())
    if top < 2 and not any(name in text for name in named for text, weight in texts if weight >= 5):
        return None
    names = [name for name, count in named.items() if count * 10 >= top * 6]
    name = max(names, key=lambda item: (len(item), named[item]))
    for place in reversed(made):
        for word in (place, _SHORT.sub("", place)):
            if name.startswith(word) and len(name) - len(word) >= 2:
                name = name[len(word) :]
    kind = _ZONE_KIND.search(name)
    head = name[: kind.start()] if kind else name
    if kind and len(head) == 1:
        return None
    return name if named_enough(name, texts) else None


def named_enough(name: str, texts: Sequence[tuple[str, float]]) -> bool:
    """True when a zone stands in the title or outlet, or three times in the text."""
    total = 0.0
    for text, weight in texts:
        total += text.count(name) * weight
    return total >= 3
