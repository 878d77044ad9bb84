"""Find what a sentence speaks of when its own words name nothing.

In:  an article and the place of a clause (该项目计划10月底前竣工). Out: the name of the object, cut
     from the same sentence, the one before, or the title; "" where none names a piece of work.

The name is a run of letters that ends like a piece of work or a building (…项目, …大桥, …医院).
Within the sentence the first one is its subject; before it the nearest.
"""

import re
from bisect import bisect_right

from briefing.records import Article
from briefing.weeks.things import thing

_WORK = (
    r"项目|工程|产业园|园区|院区|校区|医院|学校|中学|小学|幼儿园|中心|大桥|隧道|高速|铁路|快速路|公路|大道|路(?![口上面人边])|厂(?!房)|电站|"
    r"水库|泵站|公园|广场|小区|基地|市场|馆|机场|码头|综合体|枢纽|车站|[东西南北]站|综合楼|大楼|平台|系统|大厦|管廊|管网|绿道|一期|二期|三期"
)
_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9]{{1,24}}(?:{_WORK})")
_SHORTEST = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9]{{2,20}}?(?:{_WORK})(?:[东西南北]?(?:延[伸长]?)?[段线]|[东西南北]段)?"
)
_BREAKS = re.compile(
    r"[,，。；;：:、“”《》()（）\s!！?？—]|调研|视察|督导|考察|狠抓|紧抓|抓好|来到|走进|查看|推进|进行|召开|位于|其中|获悉|了解到|记者|重申|要求|希望|各|"
    r"因|受|对|在|到|将|了|的|由|把|为|从|是|有|与|和|及"
)
_BREAKS_CLAUSES = re.compile(r"[,，、;；。:：]")
_POINTS_BACK = re.compile(r"该|此|这一|上述|以上")


def named(article: Article, place: int) -> str:
    """Return the object that the sentence at letter `place` speaks of, "" if it is not named."""
    sentences = article.sentences
    number = bisect_right(sentences, place, key=lambda span: span.start) - 1
    if number < 0:
        return ""
    text = article.text
    own = _names(text[sentences[number].start : place])
    if own:
        return own[0]
    if number and text.rfind("\n", sentences[number - 1].start, place) < 0:
        before = _names(sentences[number - 1].of(text))
        if before:
            return before[-1]
    titled = _names(article.title or "")
    return titled[0] if titled else ""


def counted(before: str) -> str:
    """Return the thing that the last number before a clause counts: 实施基础设施项目45个，完成投资…."""
    clauses = [one for one in _BREAKS_CLAUSES.split(before) if one]
    return clauses[-1] if clauses and not thing(clauses[-1]).general else ""


def leading(words: str) -> str:
    """Return the name of a piece of work that `words` start with, "" for none: 滨江小学."""
    found = _SHORTEST.match(words)
    return found[0] if found and len(found[0]) > 2 and not thing(found[0]).general else ""


def _names(text: str) -> list[str]:
    found = [match[0] for piece in _BREAKS.split(text) if (match := _NAME.search(piece))]
    return [name for name in found if not _POINTS_BACK.match(name) and not thing(name).general]
