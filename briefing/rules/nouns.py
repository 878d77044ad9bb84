"""Copy the nouns of a clause that may say what its number counts.

In:  a number in its place. Out: the clause's own words, best first, as the article shows them, and looser
     ones; the noun that an attribute stands before; what the clause before speaks of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.facts.amounts import Sighting
from briefing.records import Article
from briefing.rules import copying, counted, labels, metrics, wording
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.joining import Told
from briefing.rules.when import periods

_FOOTNOTE = re.compile(r"\[\d{1,2}\]$|[(（]以下[简簡].*$")
_TAIL = re.compile(
    r"^[是为].*|(?:(?<=[\u3400-\u9fff]{2})中的|(?<!行)(?<!作)(?<!人)为|(?<!下)(?<!送)达|(?<![占贷入隧税])比|[占至较于超仅只])$"
)
_GROWN = re.compile(r"(?:新增|净增)$")
_IN_BRACKET = re.compile(r"\((?=[^()]{2,}$)")
_TALLY = re.compile(
    r"(?<=[\u3400-\u9fff][\u3400-\u9fff”])(?:共|累计|已经?|全年|合计|總共|累計|已經)(?=完成|实现|達|达|實現)"
)
_THING = re.compile(
    r"(?:^|[,;。:])(?:其中)?([\u3400-\u9fff]{2,12}?)(?:大幅|继续|明显|持续|同比|下[降滑]|增长|上升|实现|再?创|迈上|跨上|较快|保持|稳步|加快|回落|完成情况|连续)[^,;。:]{0,8},(?:\d{1,2}[-—至]\d{1,2}月份?)?$"
)
"""What the clause before speaks of: (外贸进出口)大幅下滑,仅完成…"""

_SIDES = re.compile("(?:分别|均)?[高低快慢优]于")
_PROJECT = re.compile(
    r"(?:^|[,;。:、])([^,;。:、\d]{2,24}?(?:工程|项目|产业)(?:\([\u3400-\u9fff]{1,4}\))?)(?:也|已|全[部面线]|通过|顺利|正[在式]?|基本|进一步|加快|继续|现|于|是|位于)[^,;。:\d]{0,24},$"
)
_ASPECT = re.compile(r"(?:^|[,;。])(?:其中,?|而)?在([\u3400-\u9fff]{2,8})(?:建设)?方面,$")
_NO_LEAD = re.compile(r"(?:[,\s]|全[市县区镇]|[共已]|累计|目前|截至|底|末)*")
_TRADE = re.compile(
    r"(?:^|[,;。:、])([\u3400-\u9fff]{2,10}(?:业|园))(?:(?:是|作为|仍是)[^,;。:\d]{2,20}|(?:利用外资|投资|出口)?(?:大幅|竞相|正在|进一步|恢复|加快|平稳|快速|蓬勃|稳步|持续|较快|增长|发展|回升|回暖|领跑|增势|正式|全面|顺利|开工|建设)[^,;。:\d]{0,10}),$"
)
_PULLS = re.compile(
    r"(?:^|[,;。、:])(?:分别)?(?P<what>(?:拉动|带动)[^,;。、]{2,16}?)(?:增长|下降|回落|上升)$"
)
"""What growth something gave: (拉动全市GDP)增长7个百分点."""

_NAMED_NEXT = re.compile(
    r"(?:、[^,;。、的\d]{2,6}(?:近|约|超过?)?[\d.]+[^,;。、的\d]{1,6})?的(?P<noun>(?!\d)[^,;。、是]{2,40}?(?:项目|工程|基地|园区|产业园|农业园|中心|工厂|生产线|大厦|大楼|综合体|广场|酒店|车间|大桥|公路))(?=[,;。(\d]|$|、(?:计划|协议)?总?投资|和(?:计划|协议)?总?投资|实现|已|正在|将|开工|签约|落地|投产|竣工|建成|开园|开业|揭牌|通车|封顶|落成|从)"
)
_NAMED_ACTING = re.compile(
    r"的(?P<noun>[\u3400-\u9fff]{2,14}?)(?=正在|正常|已经?|接近|建设接近|厂房|将于|即将|顺利|全面|开园|开业|揭牌|通车|封顶|落成)"
)
"""投资6亿元的(包装材料项目), 投资4000万元的(云麓佳园)正在建设."""

_NAMED_LOOSELY = re.compile(
    r"的?(?!建设|用于|改造|实施|新建|扩建|打造|推进|开展|修建|购置|办理|支持|以上|以下|左右|增长|下降|占|为|是|比|和|及|与|等|的|元)(?P<noun>[^,;。:、\d\s][^,;。:\d是]{3,26}?(?<!成绩)(?<!目标)(?<!任务)(?<!佳绩)(?<!大关)(?<!规模)(?<!水平))(?=是|已|正在|正[抓加有]|将|现已|开工|签约|投产|竣工|建成|落地|启动|完工|主体|(?<=项目|工程)(?:顺利|有序)?推进|[,;。]|$)"
)
"""投资1.1亿元(云麓广场、汽配城项目)正在建设: however it is called."""
_NO_NOUN = re.compile(rf"{wording.QUALIFIER}|分别|其中|各|均|[\d至—-]+月份?|其余|余下的?|另有")
_OLDER = re.compile(r"(?:较|比|与)(?=上|去|前|预算|计划|目标|年初|同期|\d)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: `inside` are the figures of its clause, `seen` all its amounts."""

    article: Article
    sentence: Sentence
    clause: Clause
    inside: Sequence[Sighting]
    seen: Sequence[Sighting]

    @property
    def shown(self) -> str:
        """The sentence as the article writes it; offsets are those of the folded one."""
        return self.article.text[self.sentence.start : self.sentence.end]

    def metric(self, sighting: Sighting, numbers: Sequence[Sighting]) -> metrics.Metric:
        """Read the metric of `sighting`, one of `numbers`."""
        low, high = self.clause.start - self.sentence.start, self.clause.end - self.sentence.start
        return metrics.read(self.sentence.text, low, high, numbers.index(sighting), numbers)


def copied(place: Place, sighting: Sighting, metric: metrics.Metric) -> tuple[list[str], list[str]]:
    """Return the clause's own words for the metric, best first, and looser ones."""
    text, shown = place.sentence.text, place.shown
    share = wording.completed(text, sighting) or wording.share(text, sighting)
    cut = share.start() if share else wording.comparator(text, sighting)
    own: list[str] = []
    if pulled := _PULLS.search(text, 0, sighting.start):
        own.append(shown[pulled.start("what") : pulled.end("what")])
    if metric.tail and metric.words:
        start, end = metric.tail
        shared = text[start : end if cut is None or cut <= start else min(end, cut)].rstrip("仅只")
        own.append(shown[slice(*metric.words[0])] + shown[start : start + len(shared)])
    for start, end in metric.words[bool(own and metric.tail) :]:
        stop = end if cut is None or start >= sighting.end else min(end, cut)
        if start < stop <= sighting.start and (inner := _IN_BRACKET.search(text, start, stop)):
            start = inner.end()  # 新开工项目(已开工|8个
        if _SIDES.match(text, start, stop):
            continue
        for pattern in (_FOOTNOTE, _TAIL):
            if start < stop and (tail := pattern.search(text[start:stop])):
                stop = start + tail.start()
        word = shown[start:stop] if start < stop else ""
        if len(word) > 1 and not _NO_NOUN.fullmatch(text[start:stop]):
            word = copying.quoted(word, shown, start, stop)
            own += dict.fromkeys((_TALLY.sub("", word), word))
    low = place.clause.start - place.sentence.start
    grown = _GROWN.search(text, 0, sighting.start)
    again = grown is not None and grown[0] in text[low : grown.start()]
    if grown and own and not again and len(own[0]) > 2 and metric.words[0][1] == grown.start():
        own.insert(0, shown[slice(*grown.span())] + own[0].removesuffix("月度"))
    if metric.words and metric.words[0][0] >= sighting.end and not metric.denied:
        noun = shown[slice(*metric.words[0])]
        if state := counted.state(text, metric.words[0]):
            own.insert(0, f"{shown[slice(*state)]}的{noun}")
        elif (deed := counted.deed(text, low, sighting)) and not labels.is_kind(noun):
            own.insert(0, shown[slice(*deed)] + noun)
    last = max((seen.end for seen in place.seen if seen.end <= sighting.start), default=low)
    if having := counted.having(text, max(low, last), sighting):
        own.insert(0, "的".join(shown[slice(*found)] for found in having))
    if own and metric.sized and (whole := counted.noun(text, sighting)):
        size = re.split(r"[了的]|这家|家", own[0])[-1] if len(own[0]) > 8 else own[0]
        own.insert(0, shown[slice(*whole)].removeprefix("地的") + size)  # 全长5公里的云麓隧道
    if part := counted.part(text, sighting):
        own.insert(0, "的".join(shown[slice(*found)] for found in part) + "占比")
    own_project = [about + own[0]] if own and (about := project(place)) else []
    spare = [shown[slice(*found)] for found in metric.spare if not _OLDER.match(text, found[0])]
    spare = [*own_project, *spare]
    if (on := counted.spent_on(text, 0, sighting)) and own:
        own.insert(0, shown[slice(*on)] + own[0][-2:])
    if not metric.denied and len(place.seen) > len(
        place.inside
    ):  # 年销售超亿元的有64家: as if the class's amount cut too
        more = place.metric(sighting, place.seen)
        spare = [*(shown[slice(*found)] for found in more.words), *spare]
    return own, spare


def named_next(place: Place, sighting: Sighting) -> str:
    """Return the name of what an amount is the investment or size of, "" for none."""
    text = place.sentence.text
    named = (
        _NAMED_NEXT.match(text, sighting.end)
        or _NAMED_ACTING.match(text, sighting.end)
        or _NAMED_LOOSELY.match(text, sighting.end)
    )
    if not named or "完成" in named["noun"]:
        return ""
    start, end = named.span("noun")
    last = text.rfind("的", start, end - 3) + 1  # 甲公司投资建设的|功率半导体基地
    return place.shown[max(start, last) : end]


def next_noun(place: Place, sighting: Sighting) -> str:
    """Return the noun that an attribute stands before: 总投资6亿元的137个(项目), "" for none."""
    after = next((seen for seen in place.seen if seen.start == sighting.end + 1), None)
    if after is None or place.sentence.text[sighting.end] != "的":
        return ""
    found = counted.noun(place.sentence.text, after)
    return place.shown[slice(*found)] if found else ""


def spoken_of(place: Place) -> str:
    """Return what the clause before speaks of: (外贸进出口)大幅下滑,仅完成…, "" for nothing."""
    thing = _THING.search(place.sentence.text[: place.clause.start - place.sentence.start])
    return place.shown[slice(*thing.span(1))] if thing else ""


def opens(place: Place, told: Told, at: int) -> bool:
    """Tell whether an investment at `at` is of the projects that the sentence before told: 1-8月共(完成投资)5亿元.

    Only time stands before it.
    """
    if told.here or not any("项目" in one or "工程" in one for one in told.metrics):
        return False
    lead = place.sentence.text[:at]
    for start, end in reversed(periods(lead)):
        lead = lead[:start] + lead[end:]
    return bool(_NO_LEAD.fullmatch(lead))


def project(place: Place) -> str:
    """Return the project that the clause before tells of: (云湖大坝工程)通过竣工验收,完成投资5亿元, "" for none."""
    found = _PROJECT.search(place.sentence.text[: place.clause.start - place.sentence.start])
    return place.shown[slice(*found.span(1))] if found else ""


def aspect(place: Place) -> str:
    """Return what the words before a clause confine it to: 在(高速公路)方面,完成投资1亿元, "" for nothing."""
    found = _ASPECT.search(place.sentence.text[: place.clause.start - place.sentence.start])
    return place.shown[slice(*found.span(1))] if found else ""


def trade(place: Place) -> str:
    """Return the trade that the clause before tells of: (金融业)是占比最大的行业,实现增加值…."""
    found = _TRADE.search(place.sentence.text[: place.clause.start - place.sentence.start])
    return place.shown[slice(*found.span(1))] if found else ""
