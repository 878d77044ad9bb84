"""Find figures: an amount that a clause states, with metric, subject, period and comparison.

The metric stands before the number (营业收入6.7亿元) or, for things that are counted, after it
(51个攻坚项目). A clause that only says 同比增长8% goes on with the metric before it, and a list
(GDP、投资、消费分别增长5.2%、8.1%和6.3%) is taken apart in order. Not figures: numbers of
plans, thresholds (亿元以上项目), denominators of ranks, lengths of events, denied numbers.
"""

import re
from collections.abc import Sequence

from briefing.facts import amounts
from briefing.facts.folding import fold
from briefing.records import Article
from briefing.rules import owners, telling
from briefing.rules.clauses import Sentence
from briefing.rules.drafting import Draft, Memory, draft
from briefing.rules.joining import Told
from briefing.rules.moods import Marked
from briefing.rules.nouns import Place
from briefing.rules.sifting import is_denied, is_figure, is_plan, planned_by
from briefing.rules.when import periods

_AHEAD = re.compile(r"[底日号]前|年内|到20\d\d年|将|要|确保|力争|计划|预计|拟")
_SINCE = re.compile(r"[自从于在]$")
_HEARSAY = re.compile(r"网传|网友|据传|传言|谣言|是否属实|的说法|不符合事实")
_MEASURED = re.compile(
    r"^[\u3400-\u9fff]{2,14}(?:率|额|量|值|投资|收入|得分|增速|增幅|面积|人数)(?:排名)?$"
)
_THINGS = re.compile(
    r"(?:[\d一二三四五六七八九十]{1,3}[、.])?(?P<what>[\u3400-\u9fff]{4,24}(?:项目|工程|企业))"
)
"""2、招商兴工项目:计划投资5亿元."""
_OFFICE = re.compile(
    r"[\u3400-\u9fff]{1,8}(?:局|办|办事处|委|厅|中心|公司|集团|街道|镇|乡|村|总场|农场|城建投|站|所|园区|开发区|高新区|银行)"
)
"""农业局:引进项目到位资金1500万元: whose the numbers after the colon are."""
_ITEM = re.compile(
    r"(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\))?\s?(?P<what>[^,;。:!?]{4,40}(?:项目|工程|基地|产业园))。?"
)
"""1.年产10万吨磷酸盐项目。由甲公司投资建设,总投资56亿元: what the attributes after it are of."""
_RANKING = re.compile(
    r"(?P<what>[\u3400-\u9fff]{2,14}?)(?:排名?|居|位居|位列|列)(?:全[市县区省州])?[前后末][一二三四五六七八九十\d]+[位名]?的?(?:[\u3400-\u9fff]{0,4})(?:是|为|有)$"
)
"""投资增速排名前三位的是:云湖县(15.4%)、…: what each of them is told with."""
_TASK = re.compile("(?:年度|全年|目标)(?:目标)?任务")
_PART = re.compile(r"其中,?(?:\d{1,2}月|[一二三四]季度|当月|单月)")
"""A part of the period told before; what follows goes back to the whole: 其中,6月份增长6.9%."""

_OUTLINE = re.compile(
    r"全年(?!.*(?:同比|比上年|增长|下降|去年|上年|已|实现|完成|共|累计)).*(?:突破|以上|不低于|力争)"
)
"""全年开票销售突破480亿元,新签约项目18个以上: what a year is to bring, told without 要 or 将."""
_PART_OF_PLACE = re.compile(
    "(?:[各省市县区属级]*(?:开发区|园区|高新区|经开区|国企|国有企业|属企业))"
)
"""全市|开发区一季度成绩单: not the whole place's."""
_PLANNED_GROUP = re.compile(
    r"(计划新?(?:开工|投产|竣工|建成)(?:[\u3400-\u9fff]{0,4})项目)\d+[个项宗],?$"
)
"""计划|新开工项目20个,完成投资…: what follows is of them."""
_NOW = re.compile("如今|现在|现如今|当前|目前|眼下|近年来|近几年")
"""What is told of now is not of the year told before."""
_EVENT = re.compile(
    "开工|签约|仪式|活动|开幕|比武|擂台|观摩|启动|推进会|调度会|现场会|动员会|大会|座谈会"
)
"""Titles of events; the time in them is not that of the figures."""
_BARE_YEAR = re.compile(r"(?:20|19)\d\d年|[去上前]年")
"""An older year told in passing (收入3亿元,2019年为5亿元;…) is not that of what follows."""

_MOST = 60
"""Numbers of one sentence; where there are more it is a table run together, or an attack."""


def find(
    article: Article, sentences: Sequence[Sentence], moods: Sequence[Sequence[Marked]]
) -> list[Draft]:
    """Return the figures in order of the text."""
    figures: list[Draft] = []
    title = article.title or ""
    titled = [] if _EVENT.search(title) else [title[a:b] for a, b in periods(fold(title))]
    memory = Memory(whose=_whose(article), titled=titled[0] if titled else None)
    paragraph = headed = -9
    for sentence, row in zip(sentences, moods, strict=True):
        if sentence.paragraph != paragraph:
            head = memory.told.head
            memory.forget()
            paragraph, memory.told.head = sentence.paragraph, head
        if item := _ITEM.fullmatch(sentence.text):
            memory.told = Told(
                head=article.text[slice(*(sentence.start + at for at in item.span("what")))]
            )
            headed = sentence.paragraph
        elif sentence.paragraph - headed > 1:
            memory.told.head = ""
        if sentence.heading or not any(map(_numeral, sentence.text)):
            _remember_period(article, sentence, memory)
            memory.open_sentence(None if sentence.heading else _opening(article, sentence))
            continue
        memory.open_sentence(_opening(article, sentence))
        figures += _in_sentence(article, sentence, row, memory)
        memory.end_sentence()
    return telling.apart(figures)


def _opening(article: Article, sentence: Sentence) -> str | None:
    """Return the place that a sentence opens with."""
    found = owners.place(sentence.text, 0, len(sentence.text)) or owners.lead(
        sentence.text, 0, min(30, len(sentence.text))
    )
    return article.text[slice(*(sentence.start + at for at in found))] if found else None


def _whose(article: Article) -> str | None:
    """Return the place the article is about, where title or text writes it."""
    title = article.title or ""
    for place in reversed(article.region):
        if place in title or place in article.text:
            return place
    found = owners.place(fold(title), 0, len(title))
    if not found or _PART_OF_PLACE.match(fold(title), found[1]):
        return None
    start = max((span[1] for span in periods(fold(title)) if span[1] < found[1]), default=found[0])
    return title[max(found[0], start) : found[1]]


def _numeral(char: str) -> bool:
    return char.isdigit() or char in "一二两三四五六七八九十百千万亿半翻首末榜"


def _remember_period(article: Article, sentence: Sentence, memory: Memory) -> None:
    found = periods(sentence.text)
    if not found or _AHEAD.search(sentence.text) or _SINCE.search(sentence.text[: found[0][0]]):
        return
    memory.period = article.text[sentence.start + found[0][0] : sentence.start + found[0][1]]


def _in_sentence(
    article: Article, sentence: Sentence, row: Sequence[Marked], memory: Memory
) -> list[Draft]:
    if _OUTLINE.match(sentence.text):
        return []
    denied = bool(_HEARSAY.search(sentence.text))
    sightings = amounts.find(sentence.text)
    if len(sightings) > _MOST:
        return []
    named = periods(sentence.text)
    spans = [span for span in named if not _begins(sentence.text, span)]
    begun = [span for span in named if span not in spans]
    if memory.period and _NOW.match(sentence.text) and _BARE_YEAR.fullmatch(fold(memory.period)):
        memory.period = None
    memory.told.here, carried, aside = False, memory.period, None
    figures: list[Draft] = []
    for at, marked in enumerate(row):
        low, high = marked.clause.start - sentence.start, marked.clause.end - sentence.start
        inside = [s for s in sightings if low <= s.start < high]
        if marked.clause.stop == ":" and (ranked := _RANKING.match(marked.clause.text)):
            memory.told.tell(place_text(article, marked, ranked.end("what")))
            continue
        if not inside and marked.clause.stop == ":":
            _head(article, marked, memory)
        if sentence.text[low - 1 : low] == ";" or sentence.text[low - 2 : low - 1] == ";":
            memory.told.kinds.update(memory.told.counts)
            memory.told.counts.clear()
        if not inside:
            continue
        if is_plan(marked) or planned_by(marked, row[at + 1] if at + 1 < len(row) else None):
            planned = Place(article, sentence, marked.clause, inside, inside)
            _remember_plan(planned, memory, task=bool(_TASK.fullmatch(row[0].clause.text)))
            continue
        wanted = [s for s in inside if is_figure(s, sentence.text, high)]
        if denied:
            wanted = [s for s in wanted if not is_denied(sentence.text, s)]
        if article.text[: sentence.start].endswith("."):  # 14..3%: a number cut in two
            wanted = [s for s in wanted if s.start]
        place = Place(article, sentence, marked.clause, wanted, inside)
        for sighting in wanted:
            since, period = _nearest(begun, sighting.start), _nearest(spans, sighting.start)
            if since and (period is None or period < since):
                memory.period = None  # 自2019年起,…: of no one year
            elif period:
                words = place.shown[slice(*period)]
                if figures and _BARE_YEAR.fullmatch(words) and words != carried:
                    aside = words
                else:
                    memory.period, aside = words, None
            drafted = draft(place, sighting, memory)
            if drafted is None:
                continue
            if aside and period and (period[0] >= low or _same_thing(drafted, figures[-1])):
                drafted = _of_period(drafted, aside)
            figures.append(drafted)
    if not figures:
        _remember_period(article, sentence, memory)
    if _PART.match(sentence.text):
        memory.period = carried
    return figures


def _remember_plan(planned: Place, memory: Memory, *, task: bool) -> None:
    """Note what a plan counts, for the figures that follow: 计划新开工项目20个,完成投资…."""
    clause = planned.clause
    if group := _PLANNED_GROUP.match(clause.text):
        memory.told.tell(planned.article.text[slice(*(clause.start + at for at in group.span(1)))])
    if task:  # 年度任务:改造小区18个。目前开工9个
        draft(planned, planned.inside[-1], memory)


def _head(article: Article, marked: Marked, memory: Memory) -> None:
    """Note what stands before a colon: the measure, the things or the place of the numbers after it."""
    words = article.text[marked.clause.start : marked.clause.end]
    if _MEASURED.search(marked.clause.text):
        memory.told.tell(words)
    elif things := _THINGS.fullmatch(marked.clause.text):
        memory.told.tell(words[things.start("what") :])
    elif owners.alone(words) or _OFFICE.fullmatch(marked.clause.text):
        memory.subject, memory.stale = words, False
    if marked.clause.text.endswith("包括"):
        memory.told.whole, memory.told.parts = memory.told.last, 0


def place_text(article: Article, marked: Marked, end: int) -> str:
    """Return the first `end` characters of a clause as the article writes them."""
    return article.text[marked.clause.start : marked.clause.start + end]


def _same_thing(one: Draft, other: Draft) -> bool:
    """Tell whether two figures are of one metric, so that the later one goes on with the period."""
    return one[0].metric[:2] == other[0].metric[:2]


def _of_period(drafted: Draft, period: str) -> Draft:
    return drafted[0].model_copy(update={"period": period}), drafted[1]


def _begins(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a period is only where something began: 自2019年起, 从2020年开始, 开工以来."""
    if text[slice(*span)] == "以来":
        return True
    return bool(re.match("(?:起|开始|以来)", text[span[1] :])) and bool(
        _SINCE.search(text[: span[0]])
    )


def _nearest(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int] | None:
    before = [span for span in spans if span[1] <= at]
    return before[-1] if before else None
