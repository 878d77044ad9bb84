"""Find figures: an amount that a clause states, with metric, subject, period and comparison.

The metric stands before the number (营业收入6.7亿元) or, for things that are counted, after it
(51个攻坚项目). A clause that only says 同比增长8% goes on with the metric before it, and a list
(GDP、投资、消费分别增长5.2%、8.1%和6.3%) is taken apart in order. Not figures: numbers of
plans, thresholds (亿元以上项目), denominators of ranks, lengths of events, denied numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing import amounts, units
from briefing.amounts import Sighting
from briefing.records import Article, Bound, Figure
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.moods import Marked, Mood
from briefing.rules.when import periods

_TIME_UNITS = frozenset(["小时", "分钟", "天", "秒", "个月", "工作日", "个工作日", "年", "课时"])
_SPENT = re.compile(
    r"(?:用时|仅用|只用了?|耗时|缩短|压缩|提速|平均|历时|仅需|只需|提前|由|从|天数)(?:了|至|到|为)?$"
)
_LABEL = re.compile(
    r"^(?:大(?!学|中|小|型)|强(?!县|区)|[个项条]?(?:方面|层面|维度|环节|原则|关键|重点|抓手|定位|坚持|确保|聚焦|突破|提升|关系|结合|统筹|意识|自信))"
)
_SMALL = re.compile(r"^[一二两三四五六七八九十几多数]{1,2}(?:大)?$")
_SHARE_UNITS = frozenset(["%", "‰", "倍", "百分点", "位", "基点"])
_THRESHOLD = re.compile(r"(?:及?以[上下内]|级|强)$")
_RANKED = re.compile(r"^.{0,16}?(?:中|里)(?:排名?|位[列居]|名列|居|列|第)")
_BOUND_BY_RULE = re.compile(
    r"(?:满|上限|每[张辆套]|改造目标|时速|设计|限额|不超过每|原定|(?<!\d)减)(?:为|达|不超过)?$"
)
_CLASS_BEFORE_COUNT = re.compile(r"\d+大?类\d")
_AHEAD = re.compile(r"[底日号]前|年内|到20\d\d年|将|要|确保|力争")
_DENIED = re.compile(
    r"网传|网友|据传|传言|谣言|是否属实|不实|而不是|并非|假如|如果|倘若|法定|标准为|不得|罚款|处以"
)
_OUTCOME = re.compile(
    r"达产|建成后|投产后|全部建成|计划(?:总)?投资|占地|用地|建筑面积|预计|年产|可(?:实现|形成|带动|年产|解决|新增|年)"
)
_SAME = Literal["同比", "环比", "比年初", "其他"]
_COMPARED: tuple[tuple[re.Pattern[str], _SAME], ...] = (
    (re.compile(r"环比|[较比]上[月周季]|[较比]前(?:一?[月季]|[一二三]季度)"), "环比"),
    (re.compile(r"[较比]年初|[较比]上年末|[较比]年初预算"), "比年初"),
    (
        re.compile(r"同比|[较比](?:去年|上年|上一年)|去年同期|上年同期|同口径|增长|下降|增幅|降幅"),
        "同比",
    ),
)
_CHANGE_TAIL = re.compile(
    r"(?:同比|环比|分别|累计|总计|合计|共计|共|均|各|已|已经|达到?了?|为|是|有|约|近|超过?|逾|突破|实现|完成|增长|上升|提高|提升|增加|下降|减少|回落|降低|加快|收窄|扩大|高于|低于|快于|高出|高|低|净增|增|降|减|涨|比|了|至|到|由|从|"
    r"居|位居|位列|列|排名|排|名列|跃居|稳居|蝉联|继续|仅|只有|仍|就|将|可|的|占|同口径|比重|较|上年|去年|全国|全省|全市|全区|全县|平均水平|平均|年初|上年同期|去年同期|比上年末|上年末|同期|末|以|在|全部|还|也|又|分列|分别居|成长|略|大幅|小幅|逆势|再|:|,|\"|\s)+$"
)
_HEAD_TRIM = re.compile(
    r"^(?:其中|此外|同时|目前|据了解|据统计|据介绍|截至目前|截至|另外|并|且|也|还|又|共|已|已经|累计|全年|今年|去年|以来|上年|年末|成功|先后|新|预计|要求|表示|说|对|在|将|,|、|以及|及|和|与|\"|\s|的|了|有|但|仍)+"
)
_VERB_AFTER = re.compile(
    r"(?:开工|完成|投产|落地|实现|获得?|入选|入驻|通过|达到?|投入|参加|参与|建成|全部|已|均|被|,|超额|顺利|正在|分别|成功|同比|增长|下降|承担|受益|占|为|是|在|的(?:目标|任务)|签约|集中|依次|由|进行|总|率|和|、|及|其中|得到|收到|办结|享受|惠及|\d|\"|\(|\))"
)
_PLACE = re.compile(
    r"^((?:全[市区县省州旗镇国])|(?:[\u3400-\u9fff]{1,8}?(?:省|市|新区|区|县|州|旗|镇|乡|街道|开发区|高新区|集团|公司|园区|村|社区|局)))(?=[\u3400-\u9fff]{2,})"
)


@dataclass
class _Memory:
    """What a later clause may inherit: metric, subject and period, as article ranges."""

    metric: tuple[int, int] | None = None
    subject: tuple[int, int] | None = None
    period: tuple[int, int] | None = None


def find(
    article: Article, sentences: Sequence[Sentence], moods: Sequence[Sequence[Marked]]
) -> list[Figure]:
    """Return the figures in order of the text."""
    figures: list[Figure] = []
    memory = _Memory()
    paragraph = -1
    for sentence, row in zip(sentences, moods, strict=True):
        if sentence.paragraph != paragraph:
            memory.metric = memory.subject = None
            paragraph = sentence.paragraph
        if sentence.heading or not any(map(_numeral, sentence.text)):
            _remember_period(sentence, memory)
            continue
        figures += _in_sentence(article, sentence, row, memory)
    return figures


def _numeral(char: str) -> bool:
    return char.isdigit() or char in "一二两三四五六七八九十百千万亿半翻首末榜"


def _remember_period(sentence: Sentence, memory: _Memory) -> None:
    if (found := periods(sentence.text)) and not _AHEAD.search(sentence.text):
        memory.period = (sentence.start + found[0][0], sentence.start + found[0][1])


def _in_sentence(
    article: Article, sentence: Sentence, row: Sequence[Marked], memory: _Memory
) -> list[Figure]:
    if _DENIED.search(sentence.text) and re.search(r"网传|网友|传言|谣言|是否属实", sentence.text):
        denied = True
    else:
        denied = False
    sightings = amounts.find(sentence.text)
    spans = periods(sentence.text)
    figures: list[Figure] = []
    for marked in row:
        low, high = marked.clause.start - sentence.start, marked.clause.end - sentence.start
        inside = [s for s in sightings if low <= s.start < high]
        if not inside or _is_plan(marked):
            continue
        wanted = [s for s in inside if _is_figure(s, sentence.text, high)]
        if denied:
            wanted = [s for s in wanted if not _denied(sentence.text, s)]
        for sighting in wanted:
            period = _nearest(spans, sighting.start)
            if period:
                memory.period = (sentence.start + period[0], sentence.start + period[1])
            figures.append(_figure(article, sentence, marked.clause, sighting, inside, memory))
    if not figures:
        _remember_period(sentence, memory)
    return figures


def _denied(text: str, sighting: Sighting) -> bool:
    return bool(re.search(r"(?:网传|网友|传言|谣言|不是)[^,;。]{0,24}$", text[: sighting.start]))


def _nearest(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    before = [span for span in spans if span[1] <= at]
    return before[-1] if before else None


# --- what is no figure ---------------------------------------------------------------------


def _is_plan(marked: Marked) -> bool:
    if marked.mood in (Mood.FACT, Mood.PROBLEM):
        return False
    text = marked.clause.text
    return not (_OUTCOME.search(text) and not re.search("力争|确保|争取|目标", text))


def _is_figure(sighting: Sighting, text: str, high: int) -> bool:
    amount, raw = sighting.amount, sighting.raw
    after, before = text[sighting.end : sighting.end + 24], text[: sighting.start]
    if amount.unit in _TIME_UNITS and not _SPENT.search(before):
        return False
    if amount.unit not in _SHARE_UNITS and _is_label(raw, after):
        return False
    if re.match(
        r"的?(?:目标|任务)|[^,;\d]{0,10}的任务|减\d|的,|强[^势劲县区]", after
    ) or _BOUND_BY_RULE.search(before):
        return False
    if _THRESHOLD.search(raw) and _names_a_class(after, text, sighting, high):
        return False
    if amount.unit == "位":
        return amount.bound is not Bound.UNDER and not re.search("[由从][^,;]{0,8}$", before)
    if re.match("[低高]于", raw) or _CLASS_BEFORE_COUNT.match(raw + after):
        return False
    if after.startswith(("强企业", "强")) or _RANKED.match(after):
        return False
    return not re.search(r"(?:第|约法|编号|电话|邮编|版本|型号|代码)$", before)


def _is_label(raw: str, after: str) -> bool:
    number = re.match(r"[约近超逾]?([一二两三四五六七八九十几]+)", raw)
    if number and not re.search(r"[百千万亿%成分倍番\d]", raw):
        return True
    return bool(re.search(r"[\d一二三四五六七八九十百]$", raw) and _LABEL.match(after))


def _names_a_class(after: str, text: str, sighting: Sighting, high: int) -> bool:
    """亿元以上项目6个: the amount names a class of things, it counts nothing."""
    noun = re.match(r"(?:的)?[\u3400-\u9fff]{2,}", after)
    return bool(noun) and not re.match(r"(?:的)?(?:,|;|。|增长|目标|的目标)", after)


# --- metric, subject, period ---------------------------------------------------------------


def _figure(
    article: Article,
    sentence: Sentence,
    clause: Clause,
    sighting: Sighting,
    inside: Sequence[Sighting],
    memory: _Memory,
) -> Figure:
    base, text = sentence.start, sentence.text
    low = clause.start - base
    earlier = [s.end for s in inside if s.end <= sighting.start]
    metric = _metric_after(text, sighting) or _metric_before(
        text, max([low, *earlier]), sighting.start
    )
    if metric is None and earlier:
        metric = _metric_before(text, low, inside[0].start)
    subject = None
    if metric is not None:
        absolute = (base + metric[0], base + metric[1])
        place = _PLACE.match(text[metric[0] : metric[1]])
        if place:
            subject = (absolute[0], absolute[0] + place.end())
            memory.subject = subject
            lead = _HEAD_TRIM.match(text[metric[0] + place.end() : metric[1]])
            skipped = lead.end() if lead and absolute[1] - subject[1] - lead.end() >= 2 else 0
            absolute = (subject[1] + skipped, absolute[1])
        memory.metric = absolute
    elif memory.metric is not None:
        absolute = memory.metric
    else:
        absolute = (clause.start, clause.end)
    start = _raw_start(text, sighting)
    words = article.text[absolute[0] : absolute[1]][:60]
    change = _compared(text, low, sighting)
    return Figure(
        sentence=sentence.number,
        metric=words,
        subject=article.text[subject[0] : subject[1]] if subject else None,
        raw=article.text[base + start : base + sighting.end],
        period=article.text[memory.period[0] : memory.period[1]] if memory.period else None,
        change_kind=change,
        is_rank=sighting.amount.unit == "位",
    )


_DIRECTION_LEFT = re.compile(
    r"(?:增长|上升|提高|提升|增加|下降|减少|回落|降低|减产|上涨|下跌|缩减|收窄)(?:了)?$"
)


def _raw_start(text: str, sighting: Sighting) -> int:
    match = _DIRECTION_LEFT.search(text[max(0, sighting.start - 4) : sighting.start])
    return sighting.start - len(match.group()) if match else sighting.start


def _metric_after(text: str, sighting: Sighting) -> tuple[int, int] | None:
    """Return the counted thing after the number: 51个(市级攻坚项目)."""
    if sighting.amount.unit in _SHARE_UNITS or sighting.amount.unit in units.MONEY_UNITS:
        return None
    run = re.compile(r"[^,;:。、()\"\s\d|]{2,24}").match(text, sighting.end)
    if not run:
        return None
    cut = _VERB_AFTER.search(run.group())
    end = run.start() + (cut.start() if cut else len(run.group()))
    return (run.start(), end) if end - run.start() >= 2 else None


def _metric_before(text: str, low: int, high: int) -> tuple[int, int] | None:
    start, end = low, high
    window = text[start:end]
    if tail := _CHANGE_TAIL.search(window):
        end = start + tail.start()
    for span in periods(text[start:end]):
        if span[0] <= 3:
            start += span[1]
            break
    if lead := _HEAD_TRIM.match(text[start:end]):
        start += lead.end()
    while start < end and text[start] in '、,和及与 "':
        start += 1
    if end - start > 40:
        start = end - 40
    return (start, end) if end - start >= 2 else None


def _compared(text: str, low: int, sighting: Sighting) -> _SAME | None:
    if sighting.amount.basis.value == "level" and sighting.amount.unit != "倍":
        return None
    window = text[max(0, sighting.start - 24) : sighting.start]
    for pattern, kind in _COMPARED:
        if pattern.search(window):
            return kind
    return None
