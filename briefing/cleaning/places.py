"""Names of places as the gazetteer has them: where they stand in a text and what they may mean.

In:  a folded text.
Out: mentions with the paths that each may mean; one name may be that of several places.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from briefing.cleaning import places_english
from briefing.cleaning.folding import latin
from briefing.cleaning.gazetteer import NEW_AREAS, PROVINCES
from briefing.cleaning.renamed import CHANGED
from briefing.cleaning.zones import common

Path = tuple[str, ...]
Mention = tuple[int, int, list[Path]]  # start, end, the places that it may mean
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
NOWHERE = ("", "", "")
_WORDS = frozenset(
    {"来宾", "安康", "白银", "光明"}
)  # short names that are words more often than places
# What follows a short name when it is part of another: 中山路, 吉林大学, 海南省 is matched whole.
_NOT_PLACE = re.compile(
    r"[东南西北中一二三四五]?[路街道巷桥]|大[道街学厦]|学院|师范|医科|理工|广场|公园|酒店|宾馆|银行|证券|航空|铁路|集团|股份|科技|药业|啤酒|牌|菜|籍|号|日报|晚报|早报|卫视|装|舰|陵|馆|久安|会海|村|岭|寺|庙|庄|屯|坪|沟|峪|湾|滩|洞|岗|峡|水库|山(?![区县市])|河(?![北南])|安置|都市圈|经济圈|城市群|小区|社区|花园|镇(?![江安平坪远宁原康雄沅赉巴海])|乡(?![宁城])|街道"
)
SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴钟汪姜范姚谭廖邹熊"
    "陆郝孔崔康邱秦史顾侯邵孟段钱汤尹黎乔贺赖龚樊龙万雷武严温柳翟庞葛聂祁殷骆兰施洪田白俞"
    "夏晏臧鲍窦岑倪邬卞卜穆狄阮闵麻娄刁柯裘缪邢裴翁荀甄芮仲栾厉戎詹郜蒲邰蔺屠胥姬冉雍濮扈柴瞿茹匡寇阙欧巩晁敖阚鞠喻佘覃苟霍虞颜章焦曲庄盛苗辛童毛"
)
_PERSON = SURNAMES | frozenset("长记任席员")  # 邓楚雄, 区长濮阳静
# A county is known by its short name where its paper or office is named: 莱西新闻, 章丘发布.
_OWN_ZONE = re.compile(r"(?:经济(?:技术)?开发区|经开区|高新区|工业园区?|产业园区)(?:管委|党工委)")
_BRANDS = frozenset({"今日", "云上", "掌上", "爱上"})
_OFFICE = re.compile(r"新闻|日报|发布|融媒|在线|广播|电视|信息|政务|宣传|网")
# A short name at the head of a longer one that no register has is another place's.
_LONGER = re.compile(
    r"(?P<rest>[\u4e00-\u9fff]{0,2}?(?P<rank>[县区市]))(?![\u4e00-\u9fff]?[级域内间]|民|场|[县区市])"
)
_NO_UNIT = re.compile("[长级域]|政(?![府协])")  # 和县长, 新县政中心
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MAYBE_AFTER = frozenset("省市州在到赴由从与和及")
# What may stand alone before a short name that is no part of a word.
_LEADING = _MAYBE_AFTER | frozenset(
    "至来往驻访离抵于对向经回按据自原是为将让使把被有去距近过以的新老大古"
)


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
    for parent, written in CHANGED.items():
        for name in written.split():
            made.full.setdefault(name, [(*parent.split(), name)])
    for name in _NOUNS & made.full.keys():
        made.full[name].append(NOWHERE)
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


def known(name: str) -> list[Path]:
    """Return the places that bear a name; none for a name that the gazetteer has not."""
    return _table().full.get(name, [])


def mentions(text: str, *, telling: bool) -> Iterator[Mention]:
    """Yield each place name with its start and end."""
    if text and latin(text):
        yield from places_english.mentions(text)
        return
    table = _table()
    done, above = 0, ""  # the end of the last name and its province: 湖北|赤壁
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
                    done, above = end, table.full[name][0][0]
                    yield at, end, table.full[name]
                    break
            elif name in table.county:
                rank = table.county[name][-1][-1]
                brand = telling and text[at - 2 : at] in _BRANDS  # 今日|高邮
                if (
                    brand
                    or (at == done and table.county[name][0] == above)
                    or (
                        not _part_of_longer(text, at)
                        and (
                            (telling and name not in _WORDS and _OFFICE.match(text, end))
                            or _OWN_ZONE.match(text, end)
                            or text.startswith(f"全{rank}", end)
                        )
                    )
                ):
                    done = end
                    yield at, end, [table.county[name]]
                    break
            elif (
                not _NOT_PLACE.match(text, end)
                and text[at - 1 : at] not in _PERSON
                and not _in_word(text, at)
                and not _of_longer(text, end)
            ):
                done, above = end, table.short[name][0]
                yield at, end, [table.short[name]]
                break


def _part_of_longer(text: str, start: int) -> bool:
    """True when a county's short name that starts here ends a longer name: 津沙市发布."""
    before = text[start - 1 : start]
    return _HAN.match(before) is not None and before not in _MAYBE_AFTER and before not in "区县"


def _in_word(text: str, start: int) -> bool:
    """True when one letter in front makes the short name that starts here part of a word: 望|江门."""
    before, further = text[start - 1 : start], text[start - 2 : start - 1]
    if before in _LEADING or not _HAN.match(before):
        return False
    return start < 2 or not _HAN.match(further) or further in _MAYBE_AFTER


def _of_longer(text: str, end: int) -> bool:
    """True when the short name that ends at `end` heads the name of an unlisted unit."""
    match = _LONGER.match(text, end)
    if match is None:
        return False
    rest = match["rest"]
    return rest not in _table().full and not common(rest)


def other_rank(name: str, full: str, whole: str) -> bool:
    """True when the page names a unit of another rank by this short name: 嘉义县 by 嘉义."""
    table = _table()
    if name == full or name not in table.county:
        beside = table.full.get(f"{name}县", ()) if name in table.short else ()
        return any(full not in path and path[-1] in whole for path in beside)
    return any(name + rank in whole for rank in ("县", "市", "区", "新区") if name + rank != full)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True for 和县, 理县 and the like when they are no part of 代理县长."""
    before = text[start - 1 : start]
    return (not _HAN.match(before) or before in _MAYBE_AFTER) and not _NO_UNIT.match(text, end)
