"""Which place an article speaks for, where the gazetteer does not know it.

In:  an article. Out: its region path, ending with the district, county or town that it is about.

The name is read from how the page writes it: 云湖区 in the headline, the first sentence or the
outlet (云湖发布), or again and again in the text. 全市 and 全区 tell which level is meant.
"""

import re
from collections import Counter

from briefing.cleaning import places_english
from briefing.facts.folding import fold
from briefing.records import Article
from briefing.weeks import keys

_NAME = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[日月年在到从由对经市省州县为是赴着据]))"
    r"(?=([\u4e00-\u9fff]{2,3}?)(区|县|市|旗|镇|街道|乡)(?![委政人领长里直级管场民局域值内外间区县镇]))"
)
NO_NAME = re.compile(
    r"^[年月日号时]|"
    r"[全我本该各辖的在是和与及对为向由以从到把让给将了等其中新老主城市区县镇乡省级大小两三四五六七八九十几多]|"
    r"园区|社区|小区|片区|景区|库区|山区|灾区|校区|厂区|特区|地区|街区|战区|城区|片|功能|示范|试点|先进|相关|所有|郊|"
    r"安置|保护|管理|养殖|种植|居住|施工|作业|农业|工业|产业|商业|据|^(?:高新|经开|开发|新|自贸)$|旅游|度假|保税|生态|文化|历史|核心|中心|重点|沿海|湖库|生活|办公|服务|住宅|居民|军|禁|"
    r"^(?:实现|推进|推动|覆盖|完成|打造|建[设成立]|提升|加快|构建|促进|深入|走进|来到|服务|组织|开展|要求|根据|按照|依据|督促|指导|协调|联系|围绕|"
    r"针对|带领|率领|陪同|会同|配合|支持|帮助|动员|号召|责成|督[导查]|调研|考察|视察|检查|走访|慰问|通过|经过|利用|结合|立足|聚焦|紧盯|对照|召开|举[行办]|"
    r"开通|启动|发布|公布|[印下]发|出台|制定|落实|执行|贯彻|学习|传达|部署|安排|研究|听取|审议|通报|表彰|命名|授予|荣获|入选|位居|排名|力争|确保|坚持|继续|"
    r"目前|当前|今年|去年|同时|此外|另外|截至|累计|平均|预计|共同|联合|统一|分别|纷纷|积极|主动|已经|正在|成立)|"
    r"[强副抓一二三四五兴]$|翻番|^家住|^来自|^要|常务|都|超|上|下|返|回|门|入|进|夜|早|菜|股|房|楼|开|集|行|红|绿|灰|[园社片景辖校厂特街战库灾]$"
)
_OUTLET = re.compile(
    r"^([\u4e00-\u9fff]{2,3}?)(?:市|区|县|新区)?(?:日报|晚报|时报|早报|新闻网?|发布|融媒|政务|政府|网|电视台|广播|在线|资讯|信息|报$)"
)
_NATIONAL = frozenset(
    [
        "人民",
        "新华",
        "光明",
        "中国",
        "经济",
        "工人",
        "农民",
        "法治",
        "环球",
        "参考",
        "中新",
        "央视",
        "央广",
        "国际",
        "科技",
        "教育",
        "健康",
        "今日",
        "新浪",
        "搜狐",
        "腾讯",
        "网易",
        "凤凰",
        "澎湃",
        "大众",
        "齐鲁",
        "半岛",
        "南方",
        "羊城",
        "新京",
        "楚天",
        "华商",
        "钱江",
        "扬子",
        "每日",
        "第一",
        "证券",
        "财经",
        "都市",
        "生活",
        "城市",
        "农村",
        "消费",
        "文汇",
        "解放",
        "新民",
        "信息",
        "经济参考",
    ]
)
_TOWN = re.compile(r"(?:街道|[镇乡])$")
_LEVEL = re.compile(r"[全我](新区|[市区县镇旗])")
_HEAD = 60  # letters at the start of the text that count like the headline


def nearest(article: Article) -> tuple[str, ...]:
    """Return the region path, or else the place in the outlet's name (临江, of 临江晚报).

    Good enough to tell whose target a page speaks of, not to print as its region.
    """
    outlet = _OUTLET.match(article.outlet or "")
    local = (outlet[1],) if outlet and outlet[1] not in _NATIONAL else ()
    return region(article) or local


def region(article: Article) -> tuple[str, ...]:
    """Return the article's region path, made deeper where the page names its own place."""
    known = tuple(name for name in article.region if not name.startswith("据"))
    if len(known) == 1 and keys.is_kind(known[0]):
        known = ()
    found = _own(article)
    if len(known) >= 3:
        return known
    if not found:
        return known
    if known and fold(found[-1][-1]) == known[-1][-1]:
        return known
    bare = [keys.bare(name) for name in known]
    return (*known, *(name for name in found if keys.bare(fold(name)) not in bare))


def _own(article: Article) -> tuple[str, ...]:
    """Return the place that the page speaks for, after its city where that is named too."""
    text = fold(article.text)
    found = _own_folded(text, fold(article.title or ""), article.outlet or "")
    return tuple(article.text[(at := text.find(name)) : at + len(name)] or name for name in found)


def _own_folded(text: str, title: str, outlet: str) -> tuple[str, ...]:
    counts = _names(text)
    head = f"{title} {text[:_HEAD]}"
    counts.update({name: 3 * count for name, count in _names(head).items()})
    local = _OUTLET.match(outlet)
    if local:
        for name in counts:
            if keys.bare(name) == local[1]:
                counts[name] += 4
    level = Counter(_LEVEL.findall(text)).most_common(1)
    if level:
        for name in counts:
            if name.endswith(level[0][0]):
                counts[name] += 2
    best = max(counts, key=lambda name: (counts[name], name), default="")
    if counts[best] < 3:
        return ()
    town = next((name for name in counts if title.startswith(name) and _TOWN.search(name)), "")
    if town and not _TOWN.search(best):
        return (best, town)
    city = re.search(rf"([\u4e00-\u9fff]{{2}}市){re.escape(best)}", text)
    return (city[1], best) if city and not best.endswith("市") else (best,)


def _names(text: str) -> Counter[str]:
    """Return names of two or three letters and a level (云湖区), with how often they stand there.

    Only those that start a run of words count (9月5日，云湖区召开): 请来市 and 常务副县 never do.
    """
    found: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        if not NO_NAME.search(match[1]):
            found[match[1] + match[2]] += 1
    return found


def printed(region: tuple[str, ...], lang: str) -> str:
    """Return the name of the last place of a path as a briefing in `lang` prints it."""
    if not region:
        return ""
    return region[-1] if lang == "zh" else places_english.english(region)
