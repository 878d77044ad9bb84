"""Draft the figure of one number: metric, subject, copied words, comparison.

In:  a clause with the numbers that count in it, and what earlier clauses left in `Memory`.
Out: a `Draft`, and the memory brought up to date. Nothing is proven here: further wordings go along.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.facts import units
from briefing.facts.amounts import Sighting
from briefing.records import Figure
from briefing.rules import (
    choosing,
    copying,
    counted,
    dealing,
    expecting,
    joining,
    labels,
    nouns,
    owners,
    wording,
)
from briefing.rules.joining import Told
from briefing.rules.metrics import Metric
from briefing.rules.nouns import Place

Draft = tuple[Figure, tuple[str, ...]]
"""A figure, and further wordings of its metric."""

LONGEST_METRIC = 60

_MACRO = re.compile(
    r"生产总值|GDP|增加值|固定资产投资|零售总额|进出口|出口|预算收入|预算支出|财政收入|税收|可支配收入|就业|人口|用电量|存款|贷款|产量|PM2|优良|工业投资|民间投资|利用外资|居民消费价格|失业率|城镇化率"
)
_SHORT_NAME = re.compile(
    r"[,;、](?:同比)?[纱布糖盐酒煤油茶肉蛋奶菜鱼米棉](?:同比)?(?:增长|下降|上涨|减少|增加)$"
)
_OF_PROJECTS = re.compile("税收|就业")
_FORECASTS = ("预计", "预期")
"""预计(财政收入)增长7.5% is of the whole place and its year; 达产后(税收)4000万元 is not."""
_REST = re.compile(r"(?:其余|余下|剩下)的?$|以[上下]的$")
_CHANGE = re.compile("[增降涨跌]幅|增速")
"""Of these words the one with its noun is better: 社会消费品零售总额|降幅比1-10月收窄."""
_AMONG = re.compile("(?:[在居列]|(?<!安)排)$")
"""在|全省园区中排名第7: the field of rivals, not whose it is."""
_WIDER = re.compile(r"全[国省][^,;。]{0,4}\d+个")
"""全省10个园区完成产值…: not what the article's own place did."""


@dataclass
class Memory:
    """What a later clause may inherit: the metrics' words, whose they are, the period's words.

    `subject` is the place named last, `owner` who achieved the metric told last, `whose` the place
    that the article is about, `other` another one that a sentence of the paragraph opens with. `stale` tells that the
    subject was named in a sentence before, `of_things` that things were counted right before.
    """

    told: Told = field(default_factory=Told)
    subject: str | None = None
    owner: str | None = None
    whose: str | None = None
    period: str | None = None
    titled: str | None = None
    other: str | None = None
    stale: bool = False
    of_things: bool = False

    def forget(self) -> None:
        """Start a paragraph: nothing but the article's own place and period goes on."""
        self.told, self.subject, self.owner, self.period = Told(), None, None, self.titled
        self.other = None

    def open_sentence(self, named: str | None) -> None:
        """Note whom a sentence opens with: 济南高新区…。其中,第一产业… is not of the article's own place."""
        if named:
            own = (
                owners.is_whole(named)
                or named in (self.whose or "")
                or (self.whose or "~") in named
            )
            self.other = None if own else named

    def end_sentence(self) -> None:
        """Keep a subject only where it is the whole place (全县): one of its parts owns no more."""
        if self.subject and self.subject != self.whose and not owners.is_whole(self.subject):
            self.subject = None
        self.stale = True


def draft(place: Place, sighting: Sighting, memory: Memory) -> Draft | None:
    """Return the figure at `sighting`, None where nothing says what it counts."""
    text, shown = place.sentence.text, place.shown
    if _REST.search(text, 0, sighting.start):
        memory.told = Told()  # 其余18项中,已完成11项: neither is of what was told
        return None
    if _SHORT_NAME.search(text, 0, sighting.start):
        memory.told = Told()  # 精制茶增长5%,纱增长3%: a name too short to be told from a word
        return None
    metric, told = place.metric(sighting, place.inside), memory.told
    if metric.denied and not metric.words:
        memory.told = Told()  # 5个未达进度,占比21%: a share of what cannot be named
        return None
    own, spare = nouns.copied(place, sighting, metric)
    rank = counted.is_rank(sighting)
    own = [] if rank and own and told.here and labels.is_place(own[0]) else own
    listed = own[0] if own and owners.alone(own[0]) and told.last else None
    if listed:  # 完成率:临水县82.4%、高坪区79.1%
        unit = sighting.amount.unit
        alike = rank or unit in (*counted.SHARE_UNITS, told.unit)
        counted_alone = not alike and unit in units.THINGS.split()
        own, spare = [], [f"{listed}{told.last}"] * alike + [listed] * (rank or counted_alone)
    before = ""
    if own or choosing.goes_on(place, sighting, told):
        before = joining.base(text, sighting, own[0] if own else "", told)
    memory.of_things = told.here and told.unit in _THINGS
    dealt = dealing.dealt_before(text, place.inside.index(sighting), place.inside, told.said)
    words = choosing.words(place, sighting, metric, own, told)
    if words is None:
        return None
    if words and (far := copying.parted(text, sighting)):
        words.insert(0, words[0] + shown[slice(*far)])
    if dealt:
        words, spare, before = words[:1], [], ""
    if before:
        words += [
            *([] if own and not metric.generic else [before]),
            *(before + w for w in own[:2] if not owners.is_whole(w)),
        ]
    if wording.comparator(text, sighting) is None:
        joint = [
            before + word for word in spare if before and not listed and not word.startswith("其中")
        ]
        words += sorted([*spare, *joint], key=lambda word: bool(_CHANGE.match(word)))
    if rank:
        words[1:1] = _with_field(shown, metric, sighting, place.seen)
    words += [word.rpartition(")")[2] for word in words if ")" in word[:-4]]
    words = [label for word in words for label in labels.of(word, sighting.amount.unit, rank=rank)]
    if not words:
        return None
    money = sighting.amount.unit in units.MONEY_UNITS
    if money and not listed and owners.alone(words[0]):
        return None  # 鹿泉区41亿元: a place is no measure
    return _stated(place, sighting, words, memory, listed, (metric, own))


def _stated(
    place: Place,
    sighting: Sighting,
    words: list[str],
    memory: Memory,
    listed: str | None,
    read: tuple[Metric, list[str]],
) -> Draft:
    """Return the figure that says `words` of its number; `listed` is its place in a list of places."""
    text = place.sentence.text
    hoped = expecting.marker(text, sighting, words[0])
    if hoped:
        words[:0] = [hoped + word for word in words[:2]]
    anywhere = hoped is None or (
        hoped in _FORECASTS and bool(_MACRO.search(words[0])) and not _OF_PROJECTS.search(words[0])
    )
    subject = listed or (_subject(place, *read, words, memory) if anywhere else None)
    claim = Figure(
        sentence=place.sentence.number,
        metric=words[0][:LONGEST_METRIC],
        subject=None if subject and _said_twice(subject, words[0]) else subject,
        raw=place.shown[copying.raw_start(text, sighting) : sighting.end],
        period=memory.period if anywhere else None,
        change_kind=copying.compared(text, sighting),
        is_rank=counted.is_rank(sighting),
    )
    return claim, tuple(dict.fromkeys(word[:LONGEST_METRIC] for word in words[1:]))


def _subject(
    place: Place, metric: Metric, own: list[str], words: Sequence[str], memory: Memory
) -> str | None:
    """Return whose figure it is: who stands before its metric, else who is remembered."""
    text = place.sentence.text
    if metric.subject and metric.place and own and not _stands_for_itself(place, metric.subject):
        metric = replace(metric, subject=None)
    if metric.subject and own and not _AMONG.search(text, 0, metric.subject[0]):
        memory.owner = None
        said = place.shown[slice(*metric.subject)]
        if owners.is_ours(said):
            return memory.whose or said
        if metric.place:
            memory.subject, memory.stale = said, False
        else:
            memory.owner = said
        return said
    if own and not metric.generic:
        memory.owner = None
    low = place.clause.start - place.sentence.start
    if opening := owners.lead(text, low, place.seen[0].start):
        said = place.shown[slice(*opening)]
        if _stands_for_itself(place, opening):
            memory.subject, memory.owner = memory.whose if owners.is_ours(said) else said, None
            memory.stale = False
    ours = bool(words) and bool(_MACRO.search(words[0])) and not _WIDER.search(text)
    ours = ours and not text.startswith('"')  # what somebody says of his own firm
    theirs = memory.stale and memory.of_things and not (ours or metric.generic)
    if theirs and words and _OF_EACH.search(words[0]):
        return None
    if found := memory.owner or memory.subject:
        return found
    if ours and memory.other:
        return memory.other if _OF_OTHER.search(text) else None
    return memory.whose if ours else None


def _said_twice(subject: str, label: str) -> bool:
    """Tell whether companies or offices stand in the label too: 规模以上工业企业|规模以上工业企业产值."""
    return subject in label and not (owners.is_whole(subject) or owners.alone(subject))


_THINGS = frozenset("家户个")
_OF_EACH = re.compile("(?:收入|面积|产值|投资|利润|规模|增收)$|^(?:户均|人均|亩均|平均)")
"""培育家庭农场23家,(经营总收入)813万元: theirs, not the county's."""
_OF_OTHER = re.compile("^其中|该[市区县州镇]")
_LONG_NAME = 6
_PROVINCE = re.compile(
    "(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省"
)
_ZONE = re.compile("(?:新区|开发区|高新区|经开区|自治[州县]|街道)$")


def _stands_for_itself(place: Place, named: tuple[int, int]) -> bool:
    """Tell whether what looks like a name is one: the article writes it twice, in its title, or it is short."""
    said = place.shown[slice(*named)]
    article = place.article
    if owners.is_whole(said) or article.text.count(said) > 1 or said in (article.title or ""):
        return True
    if _PROVINCE.fullmatch(said) or any(said in name for name in article.region):
        return True
    if said.endswith("省") or any(seen.end <= named[0] for seen in place.seen):
        return False  # 整合|省财政资金; 56个(壮大村)集体经济项目
    return len(said) < _LONG_NAME or bool(_ZONE.search(said))


def _with_field(
    shown: str, metric: Metric, sighting: Sighting, seen: Sequence[Sighting]
) -> list[str]:
    """Return what is ranked with its field, without the number of rivals: A在国家级新区中排名."""
    if not metric.words:
        return []
    start = metric.words[0][0]
    rivals = [other for other in seen if start < other.start < sighting.start]
    if len(rivals) != 1:
        return []
    return [shown[start : rivals[0].start] + shown[rivals[0].end : sighting.start]]
