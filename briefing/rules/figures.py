"""Find figures: an amount that a clause states, with metric, subject, period and comparison.

The metric stands before the number (营业收入6.7亿元) or, for things that are counted, after it
(51个攻坚项目). A clause that only says 同比增长8% goes on with the metric before it, and a list
(GDP、投资、消费分别增长5.2%、8.1%和6.3%) is taken apart in order. Not figures: numbers of
plans, thresholds (亿元以上项目), denominators of ranks, lengths of events, denied numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.facts import amounts
from briefing.facts.amounts import Sighting
from briefing.facts.folding import fold
from briefing.records import Article, Basis, Figure
from briefing.rules import metrics
from briefing.rules.clauses import Clause, Sentence
from briefing.rules.moods import Marked
from briefing.rules.sifting import is_denied, is_figure, is_plan
from briefing.rules.when import periods

_SMALL = re.compile(r"^[一二两三四五六七八九十几多数]{1,2}(?:大)?$")
_PLACE_FIRST = re.compile(r"[\u3400-\u9fff]{2,6}?(?:省|市|新区|区|县|旗|镇|开发区)")
_MACRO = re.compile(
    r"生产总值|GDP|增加值|固定资产投资|零售总额|进出口|出口|预算收入|预算支出|财政收入|税收|可支配收入|就业|人口|用电量|存款|贷款|产量|PM2|优良|工业投资|民间投资|利用外资|居民消费价格|失业率|城镇化率"
)
_SHARE = re.compile(r"占(?:比|了|全|到|其|总|[市区县省])?[^,;。、占]{0,12}$")
_AHEAD = re.compile(r"[底日号]前|年内|到20\d\d年|将|要|确保|力争|计划|预计|拟")
_HEARSAY = re.compile(r"网传|网友|据传|传言|谣言|是否属实|的说法|不符合事实")
_SAME = Literal["同比", "环比", "比年初", "其他"]
_COMPARED: tuple[tuple[re.Pattern[str], _SAME], ...] = (
    (re.compile(r"环比|[较比]上个?[月周季]"), "环比"),
    (re.compile(r"[较比](?:年初|上年末|去年末|上年底|去年底)"), "比年初"),
    (re.compile(r"同比|[较比](?:去年|上年|上一年)(?![末底])|去年同期|上年同期"), "同比"),
)

_FOOTNOTE = re.compile(r"\[\d{1,2}\]$")
_FRAGMENT = re.compile(
    r"^(?:年|月份?|日)(?![均度报检审会产底初末薪金轻代级])|(?<=[\u3400-\u9fff]{2})中的$"
)
"""What a date before the metric, or a share after it, leaves at its ends: (年)浮山, 产业链(中的)."""
_PLACED = re.compile(r"(?:继续)?(?:蝉联|稳居|位居|位列|居|列)(?:全[国省市区县])?$")
_THING = re.compile(
    r"(?:^|[,;。:])([\u3400-\u9fff]{2,12}?)(?:大幅|明显|持续|同比|下[降滑]|增长|上升|较快|保持|稳步|加快|回落|完成情况)[^,;。:]{0,8},$"
)
"""What the clause before speaks of: (外贸进出口)大幅下滑,仅完成…"""

_VERBS_ALONE = re.compile(
    r"(?:仅|只|已|共|累计|实际|新|完成|实现|达到?|增长|下降|增加|减少|提高|提升|同比|环比|较|比|上月|居|全省|全市|全国)+"
)
_PLACE_ALONE = re.compile(r"[\u3400-\u9fff]{1,6}(?:省|市|区|县|州|旗|镇|乡|街道|开发区)")
_MEASURED = re.compile(
    r"^[\u3400-\u9fff]{2,14}(?:率|额|量|值|投资|收入|得分|增速|增幅|面积|人数)(?:排名)?$"
)
_REACHED = re.compile(r"(?:总数|总量|累计|已)?达到?(?:了)?$")
_GROWN = re.compile(r"^(?:净增|新增|增加|新引进|新认定|新培育)(?=[\u3400-\u9fff]{2})")
_MEASURE = re.compile(r"(?:面积|投资|长度|全长|产值|收入|率|额|量|用地|占比)$")
_COMPLETED = re.compile(r"(?:超额)?完成(?:了)?[^,;。、完]{0,8}(?:目标|任务|计划|预算)(?:任务)?的?$")
"""A share of what was set: (完成全年目标的)77.4%."""

_MOST = 60
"""Numbers of one sentence; where there are more it is a table run together, or an attack."""

Draft = tuple[Figure, tuple[str, ...]]
"""A figure, and further wordings of its metric."""


@dataclass
class _Memory:
    """What a later clause may inherit: the metrics' words, the period's words."""

    metrics: list[str] = field(default_factory=list)
    subject: str | None = None
    whose: str | None = None
    period: str | None = None
    titled: str | None = None


def find(
    article: Article, sentences: Sequence[Sentence], moods: Sequence[Sequence[Marked]]
) -> list[Draft]:
    """Return the figures in order of the text."""
    figures: list[Draft] = []
    titled = [article.title[a:b] for a, b in periods(fold(article.title))] if article.title else []
    memory = _Memory(whose=_whose(article), titled=titled[0] if titled else None)
    paragraph = -1
    for sentence, row in zip(sentences, moods, strict=True):
        if sentence.paragraph != paragraph:
            memory.metrics, memory.subject, memory.period = [], None, memory.titled
            paragraph = sentence.paragraph
        if sentence.heading or not any(map(_numeral, sentence.text)):
            _remember_period(article, sentence, memory)
            continue
        figures += _in_sentence(article, sentence, row, memory)
    return figures


def _whose(article: Article) -> str | None:
    """Return the place the article is about, where title or text writes it."""
    title = article.title or ""
    for place in reversed(article.region):
        if place in title or place in article.text:
            return place
    found = _PLACE_FIRST.match(title)
    return found.group() if found else None


def _numeral(char: str) -> bool:
    return char.isdigit() or char in "一二两三四五六七八九十百千万亿半翻首末榜"


def _remember_period(article: Article, sentence: Sentence, memory: _Memory) -> None:
    if (found := periods(sentence.text)) and not _AHEAD.search(sentence.text):
        memory.period = article.text[sentence.start + found[0][0] : sentence.start + found[0][1]]


def _in_sentence(
    article: Article, sentence: Sentence, row: Sequence[Marked], memory: _Memory
) -> list[Draft]:
    denied = bool(_HEARSAY.search(sentence.text))
    sightings = amounts.find(sentence.text)
    if len(sightings) > _MOST:
        return []
    spans = periods(sentence.text)
    figures: list[Draft] = []
    for marked in row:
        low, high = marked.clause.start - sentence.start, marked.clause.end - sentence.start
        inside = [s for s in sightings if low <= s.start < high]
        if not inside and marked.clause.stop == ":" and _MEASURED.search(marked.clause.text):
            memory.metrics.append(article.text[marked.clause.start : marked.clause.end])
        if not inside or is_plan(marked):
            continue
        wanted = [s for s in inside if is_figure(s, sentence.text, high)]
        if denied:
            wanted = [s for s in wanted if not is_denied(sentence.text, s)]
        for sighting in wanted:
            period = _nearest(spans, sighting.start)
            if period:
                memory.period = article.text[
                    sentence.start + period[0] : sentence.start + period[1]
                ]
            figures.append(
                _draft(article, sentence, marked.clause, sighting, wanted, inside, memory)
            )
    if not figures:
        _remember_period(article, sentence, memory)
    return figures


def _nearest(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    before = [span for span in spans if span[1] <= at]
    return before[-1] if before else None


# --- the claim -----------------------------------------------------------------------------

_COMPARATOR = re.compile(
    r"(?:高于|低于|高出|快于|慢于|优于|好于|超出?|领先|落后)(?:[\u3400-\u9fff]{0,12}?)(?:平均(?:水平|增速)?)?$"
)
_DIRECTION_LEFT = re.compile(
    r"(?:负?增长|上升|提高|提升|增加|下降|减少|回落|降低|减产|增产|上涨|下跌|缩减|收窄|成长|净增|攀升|年增|年减|加快|放缓|多|少)(?:了)?$"
)


_EXPECTED = re.compile(r"(?:预计|预期|估计|有望|或将)(?:同比|将)?$")
"""A number that is only expected says so in print: 预计增长14.1%."""


def _draft(
    article: Article,
    sentence: Sentence,
    clause: Clause,
    sighting: Sighting,
    inside: Sequence[Sighting],
    seen: Sequence[Sighting],
    memory: _Memory,
) -> Draft:
    """Return the figure at `sighting`; `inside` are the clause's figures, `seen` all amounts."""
    base, text, place = sentence.start, sentence.text, inside.index(sighting)
    metric = metrics.read(text, clause.start - base, clause.end - base, place, inside)
    own, spare = (
        [article.text[base + a : base + b] for a, b in ranges]
        for ranges in (metric.words, metric.spare)
    )
    own = [_FRAGMENT.sub("", _FOOTNOTE.sub("", word)) for word in own]
    own = [word for word in own if len(word) > 1]
    listed = own[0] if own and _PLACE_ALONE.fullmatch(own[0]) else None
    if len(seen) > len(inside):  # 年销售超亿元的有64家: as if the amount of the class cut too
        cut = metrics.read(text, clause.start - base, clause.end - base, seen.index(sighting), seen)
        spare = [*(article.text[base + a : base + b] for a, b in cut.words), *spare]
    if listed and memory.metrics:  # 完成率:临水县82.4%、高坪区79.1%
        rank = sighting.amount.unit == "位"
        own, spare = [], [f"{listed}{memory.metrics[-1]}", *([listed] if rank else [])]
    before = memory.metrics[-1] if memory.metrics else ""
    reached = _REACHED.search(text[max(0, sighting.start - 8) : sighting.start])
    if reached and not own:
        before = _GROWN.sub("", before)
    share = sighting.amount.unit == "%" and _SHARE.search(
        text[max(0, sighting.start - 20) : sighting.start]
    )
    words = list(own)
    if dealt := metrics.dealt_before(text, place, inside, memory.metrics):
        words.insert(0, dealt)
    elif share and before:
        memory.metrics.append(f"{before}占比")
    elif metric.generic and before:
        words.insert(0, _joined(before, own[0]))
    elif own:
        memory.metrics.append(own[0])
    elif not before and (thing := _THING.search(text[: clause.start - base])):
        words.insert(0, article.text[base + thing.start(1) : base + thing.end(1)])
    if before:
        words += [before, *(before + word for word in own[:2])]
    words += [word for word in spare if not _VERBS_ALONE.fullmatch(word)]
    words += [before + word for word in spare if before and not listed]
    subject = memory.subject or (memory.whose if words and _MACRO.search(words[0]) else None)
    if listed:
        subject = listed
    elif metric.subject and not share:
        subject = article.text[base + metric.subject[0] : base + metric.subject[1]]
        memory.subject = subject if metric.place else memory.subject
    if sighting.amount.unit == "位" and metric.words:
        words[1:1] = _with_field(article, base, metric.words[0][0], sighting, seen)
    completed = sighting.amount.unit == "%" and _COMPLETED.search(
        text[max(0, sighting.start - 24) : sighting.start]
    )
    if completed:
        goal = completed.group().removesuffix("的")
        words[:0] = [f"{noun}{goal}" for noun in (before, "") if noun or not before]
        words.insert(1, goal)
    if share:
        words[:0] = [f"{noun}占比" for noun in dict.fromkeys((before, *own[:1])) if noun]
    if sighting.amount.unit == "位":
        words = [kept for word in words if len(kept := _PLACED.sub("", word)) > 1]
    start = _raw_start(text, sighting)
    claim = Figure(
        sentence=sentence.number,
        metric=(words or [article.text[clause.start : clause.end]])[0][:60],
        subject=subject,
        raw=article.text[base + start : base + sighting.end],
        period=memory.period,
        change_kind=_compared(text, sighting),
        is_rank=sighting.amount.unit == "位",
    )
    return claim, tuple(dict.fromkeys(word[:60] for word in words[1:]))


def _joined(metric: str, generic: str) -> str:
    """Join 营业收入 and 增速; 项目已开工 and 开工率 make 项目开工率."""
    if generic.startswith(metric) or (generic.startswith("总") and _MEASURE.search(metric)):
        return generic
    overlap = metric.rfind(generic[:2])
    kept = metric[:overlap].rstrip("已") if overlap > 1 else metric
    return kept + generic


def _with_field(
    article: Article, base: int, start: int, sighting: Sighting, seen: Sequence[Sighting]
) -> list[str]:
    """Return what is ranked with its field, without the number of rivals: A在国家级新区中排名."""
    rivals = [other for other in seen if start < other.start < sighting.start]
    if len(rivals) != 1:
        return []
    words = article.text[base + start : base + rivals[0].start]
    return [words + article.text[base + rivals[0].end : base + sighting.start]]


def _raw_start(text: str, sighting: Sighting) -> int:
    """Return where the copied words begin: at the direction or comparator before the number."""
    if sighting.amount.unit in ("百分点", "%"):
        compared = _COMPARATOR.search(text[max(0, sighting.start - 20) : sighting.start])
        if compared:
            return sighting.start - len(compared.group())
    at = len(text[: sighting.start].rstrip())
    match = _DIRECTION_LEFT.search(text[max(0, at - 4) : at])
    start = at - len(match.group()) if match else sighting.start
    expected = _EXPECTED.search(text[max(0, start - 4) : start])
    return start - len(expected.group()) if expected else start


def _compared(text: str, sighting: Sighting) -> _SAME | None:
    if sighting.amount.basis is Basis.LEVEL and sighting.amount.unit != "倍":
        return None
    window = re.split("[;。]", text[max(0, sighting.start - 24) : sighting.start])[-1]
    found = [
        (match.start(), kind) for pattern, kind in _COMPARED for match in pattern.finditer(window)
    ]
    return max(found)[1] if found else None
