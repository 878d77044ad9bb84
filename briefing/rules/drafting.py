"""Draft the figure of one number: metric, subject, copied words, comparison.

In:  a clause with the numbers that count in it, and what earlier clauses left in `Memory`.
Out: a `Draft`, and the memory brought up to date. Nothing is proven here: further wordings go along.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing.facts.amounts import Sighting
from briefing.records import Basis, Direction, Figure
from briefing.rules import copying, counted, dealing, labels, metrics, nouns, owners, wording
from briefing.rules.nouns import Place
from briefing.rules.when import periods
from briefing.rules.wording import Told

Draft = tuple[Figure, tuple[str, ...]]
"""A figure, and further wordings of its metric."""

LONGEST_METRIC = 60
_LEAD_ALONE = 8
"""Characters before a number that hold no noun: 其中达到, 目前已有."""

_MACRO = re.compile(
    r"生产总值|GDP|增加值|固定资产投资|零售总额|进出口|出口|预算收入|预算支出|财政收入|税收|可支配收入|就业|人口|用电量|存款|贷款|产量|PM2|优良|工业投资|民间投资|利用外资|居民消费价格|失业率|城镇化率"
)
_SHORT_NAME = re.compile(
    r"[,;、](?:同比)?[纱布糖盐酒煤油茶肉蛋奶菜鱼米棉](?:同比)?(?:增长|下降|上涨|减少|增加)$"
)
_REST = re.compile(r"(?:其余|余下|剩下)的?$")
_OF_A_GROUP = re.compile(r"的[\u3400-\u9fff]")
"""49%的游客…: a share of who is named after it, not of what was told."""
_AMONG = re.compile("(?:[在居列]|(?<!安)排)$")
"""在|全省园区中排名第7: the field of rivals, not whose it is."""
_SEVERALLY = re.compile(r"、[^,;。]*分别[^,;。、]{0,3}$")
_REACHED = re.compile(r",(?:总量|总额|已)?(?:达到?|突破)(?:了|约|近|超过?)?$")
_REACHES = re.compile(
    r"(?:番|倍|%)[,、](?:总量|总额|已)?(?:达到?|突破|增至|升至)(?:了|约|近|超过?)?$"
)
_GOES_ON = re.compile(r"[\u3400-\u9fff]{2}(?<!左右)(?<!以上)")
_RATED = re.compile(r"[率比]$|比重$|增速$|增幅$")
_WIDER = re.compile(r"全[国省][^,;。]{0,4}\d+个")
"""全省10个园区完成产值…: not what the article's own place did."""
_GIVEN = re.compile(r"[,、](?P<what>对[^,;。、\d]{2,12}的?贡献率?)(?:率|达到?|为|是|高达|约)*$")
"""第三产业增加值增长8%,(对经济增长的贡献率)达59%."""
_SECTOR = re.compile(r".{1,8}?(?:产业|行业|业)")
_EACH = re.compile(r"[三两二四五各](?:次|大|个|类)?(?:产业|驾马车|大需求)")
"""三次产业的贡献率分别为6%、41%、53%: the word for all of them goes with each."""


@dataclass
class Memory:
    """What a later clause may inherit: the metrics' words, whose they are, the period's words.

    `subject` is the place named last, `owner` who achieved the metric told last, `whose` the place
    that the article is about.
    """

    told: Told = field(default_factory=Told)
    subject: str | None = None
    owner: str | None = None
    whose: str | None = None
    period: str | None = None
    titled: str | None = None

    def forget(self) -> None:
        """Start a paragraph: nothing but the article's own place and period goes on."""
        self.told, self.subject, self.owner, self.period = Told(), None, None, self.titled

    def end_sentence(self) -> None:
        """Keep a subject only where it is the whole place (全县): one of its parts owns no more."""
        if self.subject and self.subject != self.whose and not owners.is_whole(self.subject):
            self.subject = None


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
    listed = own[0] if own and owners.alone(own[0]) and told.last else None
    rank = counted.is_rank(sighting)
    if listed:  # 完成率:临水县82.4%、高坪区79.1%
        own, spare = [], [f"{listed}{told.last}", *([listed] if rank else [])]
    before = ""
    if own or _goes_on(place, sighting, told):
        before = wording.base(text, sighting, own[0] if own else "", told)
    words = _metric(place, sighting, metric, own, told)
    if words is None:
        return None
    if words and (far := copying.parted(text, sighting)):
        words.insert(0, words[0] + shown[slice(*far)])
    if before:
        words += [*([] if own and not metric.generic else [before]), *(before + w for w in own[:2])]
    if wording.comparator(text, sighting) is None:
        words += spare
        words += [before + word for word in spare if before and not listed]
    if rank:
        words[1:1] = _with_field(shown, metric, sighting, place.seen)
    words = [label for word in words for label in labels.of(word, sighting.amount.unit, rank=rank)]
    if not words:
        return None
    start = copying.raw_start(text, sighting)
    claim = Figure(
        sentence=place.sentence.number,
        metric=words[0][:LONGEST_METRIC],
        subject=listed or _subject(place, metric, own, words, memory),
        raw=shown[start : sighting.end],
        period=memory.period,
        change_kind=copying.compared(text, sighting),
        is_rank=rank,
    )
    return claim, tuple(dict.fromkeys(word[:LONGEST_METRIC] for word in words[1:]))


def _metric(
    place: Place, sighting: Sighting, metric: metrics.Metric, own: list[str], told: Told
) -> list[str] | None:
    """Return the best wordings and remember them; None where words were dealt that cannot be told."""
    text, at = place.sentence.text, place.inside.index(sighting)
    after = bool(metric.words) and metric.words[0][0] >= sighting.end
    generic = (
        metric.generic
        and bool(own)
        and not after
        and (told.here or not metrics.is_attribute(own[0]))
    )
    first = dealing.dealt_first(text, at, place.inside)
    dealt = dealing.dealt_before(text, at, place.inside, told.said)
    if dealt and told.rate and sighting.amount.unit == "百分点":
        return None  # 开工率75%,完成计划的20%,分别提高9个、6个百分点: of the rates
    if first is not None and not dealt:
        sided = bool(told.last) and dealing.sides(text, at, place.inside) is not None
        each = sided or (bool(own) and _EACH.search(own[0]))
        if not (own or sided) or (not each and dealing.deal(text, 0, at, place.inside) is None):
            return None  # 对增长的贡献率分别为6%、41%: whose they are stands elsewhere
    if _SEVERALLY.search(text, 0, sighting.start) and dealing.group(text, at, place.inside) == (
        at,
        at,
    ):
        return None  # 甲区、乙区分别上榜1个项目
    if not (own or dealt or told.here) and _REACHED.search(text, 0, sighting.start):
        thing = nouns.spoken_of(place)  # 粮食产量实现“十七连增”,达到23万吨
        told.metrics += [thing] if thing else []
        return [thing] if thing else []
    if not (own or dealt) and (
        not _goes_on(place, sighting, told) or _OF_A_GROUP.match(text, sighting.end)
    ):
        return []
    if own and (done := labels.done(own[0], told.counts.get(sighting.amount.unit, ""))):
        return [done, *own]
    if own and metrics.is_attribute(own[0]) and (noun := nouns.named_next(place, sighting)):
        own.insert(0, noun + own[0])
        generic = False
    elif own and metrics.is_attribute(own[0]) and _GOES_ON.match(text, sighting.end):
        generic = False  # 投资1.1亿元云麓广场…: of what is named after it
    elif generic and (noun := nouns.next_noun(place, sighting)):
        told.tell(noun)
    if own and (given := _GIVEN.search(text, 0, sighting.start)) and told.here:
        head = _SECTOR.match(told.last)
        own.insert(0, (head[0] if head else told.last) + place.shown[slice(*given.span("what"))])
    if own and own[0].startswith(("拉动", "带动")) and "对" in told.last:
        own.insert(0, told.last.partition("对")[0] + own[0])  # 第一产业对…的贡献率为6%,拉动GDP…
    if own and metrics.is_attribute(own[0]) and (trade := nouns.trade(place)):
        own.insert(0, trade + own[0])
        generic = False
    if own and not generic and (measured := wording.of_sector(text, sighting, own[0], told)):
        own.insert(0, measured)
    words, beside = list(own), at if first is None else first
    lean = wording.leaning(
        wording.Said(text, place.shown, place.inside[beside], apart=beside != at),
        dealt or (own[0] if own else ""),
        told,
        generic=generic and not dealt,
    )
    if lean:
        words[:0] = lean
        if own and not generic:
            told.metrics.append(own[0])
            told.said.append(own[0])
            told.now = own[0]
    elif dealt:
        words.insert(0, dealt)
    elif own:
        told.tell(own[0])
    elif not told.last and (thing := nouns.spoken_of(place)):
        words.insert(0, thing)
    sides = dealing.sides(text, at, place.inside)
    if sides and told.last:
        compared, side = (place.shown[slice(*found)] for found in sides)
        stem = told.last if _RATED.search(told.last) else f"{told.last}增速"
        words[:0] = [f"{stem}{compared}{side}"]
    if beside != at and words and (turn := copying.turn(text, place.inside[beside])):
        falls = sighting.amount.direction is Direction.DOWN
        words.insert(0 if falls else len(words), words[0] + turn)  # 回落2.16和(1.66)个百分点
    if own and not generic:
        unit = sighting.amount.unit
        told.many = sum(seen.amount.unit == unit for seen in place.inside) > 1
    if sighting.amount.basis is Basis.LEVEL and (own or dealt):
        told.unit = sighting.amount.unit
        if told.unit not in counted.SHARE_UNITS and not counted.is_rank(sighting):
            told.counts[told.unit] = words[0]
    points = sighting.amount.unit in ("百分点", "位")
    told.grown = _is_growth(sighting) or (told.grown and points and (generic or not own))
    return words


def _leans(sighting: Sighting) -> bool:
    """Tell whether a number is a change, a share or a place: it is said of something told before."""
    changes = sighting.amount.basis is not Basis.LEVEL
    return changes or sighting.amount.unit in counted.SHARE_UNITS or counted.is_rank(sighting)


def _goes_on(place: Place, sighting: Sighting, told: Told) -> bool:
    """Tell whether a number without a noun may count what was told before it.

    A change, a share or a place may; another only where nothing else is named beside it, and in the
    unit of the number before.
    """
    if _leans(sighting):
        return True
    if _REACHES.search(place.sentence.text, 0, sighting.start) and told.here:
        return True  # 总额翻了一番,达到8600万元
    if sighting.amount.unit != told.unit:
        return False
    text = place.sentence.text
    lead = text[place.clause.start - place.sentence.start : sighting.start]
    for span in reversed(periods(lead)):
        lead = lead[: span[0]] + lead[span[1] :]
    return text[sighting.end : sighting.end + 1] in ",;。、)" and len(lead) <= _LEAD_ALONE


def _is_growth(sighting: Sighting) -> bool:
    return sighting.amount.unit == "%" and sighting.amount.basis is Basis.CHANGE


def _subject(
    place: Place, metric: metrics.Metric, own: list[str], words: Sequence[str], memory: Memory
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
            memory.subject = said
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
    if found := memory.owner or memory.subject:
        return found
    ours = bool(words) and bool(_MACRO.search(words[0])) and not _WIDER.search(text)
    return memory.whose if ours else None


_LONG_NAME = 6
_ZONE = re.compile("(?:新区|开发区|高新区|经开区|自治[州县]|街道)$")


def _stands_for_itself(place: Place, named: tuple[int, int]) -> bool:
    """Tell whether a long name is one: the article writes it twice, or in its title."""
    said = place.shown[slice(*named)]
    if len(said) < _LONG_NAME or _ZONE.search(said):
        return True
    return place.article.text.count(said) > 1 or said in (place.article.title or "")


def _with_field(
    shown: str, metric: metrics.Metric, sighting: Sighting, seen: Sequence[Sighting]
) -> list[str]:
    """Return what is ranked with its field, without the number of rivals: A在国家级新区中排名."""
    if not metric.words:
        return []
    start = metric.words[0][0]
    rivals = [other for other in seen if start < other.start < sighting.start]
    if len(rivals) != 1:
        return []
    return [shown[start : rivals[0].start] + shown[rivals[0].end : sighting.start]]
