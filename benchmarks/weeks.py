"""What a week costs when much is stored: composing, folding copies, following targets.

    python benchmarks/weeks.py [--articles 100000] [--weekly 200] [--years 10]

Articles are invented: places, objects, people and figures are drawn from lists by a seeded
generator, one article in ten is a reprint. Printed are CPU seconds and the peak of memory.
"""

import argparse
import gc
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from multiprocessing import Process, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.periods import Period
from briefing.pipeline import issuing
from briefing.records import (
    Amount,
    Article,
    Dated,
    DateRange,
    Evidence,
    Extraction,
    Figure,
    Finding,
    Official,
    Piece,
    Run,
    Source,
    Span,
    Target,
    Verdict,
)
from briefing.settings import Settings
from briefing.store import Store
from briefing.weeks import duplicates, reprints, weekly

_HEADS = "云松海青岚江清临高东望白金石龙凤平安永兴"
_TAILS = "湖陵棠岚山岭川溪泉原洲港城阳丰源林浦台宁"
_OBJECTS = [
    "口袋公园",
    "停车泊位",
    "老旧小区",
    "雨污管网",
    "高标准农田",
    "中小学校",
    "养老床位",
    "公共厕所",
    "充电桩",
    "健身步道",
    "保障性住房",
    "产业园区",
    "村级卫生室",
    "人才公寓",
    "污水处理站",
    "跨河桥梁",
    "防护林带",
    "数字车间",
    "菜市场",
    "文化礼堂",
    "消防站点",
    "燃气管道",
    "供热管线",
    "幼儿园学位",
    "蔬菜大棚",
    "智能工厂",
    "科技企业",
    "创业基地",
    "托育机构",
    "冷链仓库",
]
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_UNITS = "个处条所座"


@dataclass
class Told:
    """An invented article with its findings."""

    source: Source
    extraction: Extraction


def articles(
    count: int, first: date, last: date, seed: int = 1, filler: int = 400
) -> Iterator[Told]:
    """Yield `count` articles spread evenly over the days, with `filler` letters of prose each."""
    draw = random.Random(seed)
    days = (last - first).days + 1
    before: Told | None = None
    for number in range(count):
        day = first + timedelta(days=number * days // count)
        if before and number % 10 == 9:
            yield _reprint(before, number, day)
            continue
        before = _article(draw, number, day, filler)
        yield before


def _article(draw: random.Random, number: int, day: date, length: int) -> Told:
    place = draw.choice(_HEADS) + draw.choice(_TAILS) + "区"
    name = draw.choice(_SURNAMES) + draw.choice(_TAILS) + draw.choice(_HEADS)
    things = draw.sample(_OBJECTS, 3)
    sentences = [f"{place}召开第{number}次重点工作调度会，区长{name}主持会议。"]
    claims: list[Target | Figure | Official] = [
        Official(sentence=1, name=name, titles=("区长",), roles=("主持",))
    ]
    for place_in, thing in enumerate(things):
        value, unit = draw.randint(5, 500), draw.choice(_UNITS)
        if draw.random() < 0.5:
            what = f"年底前新建{thing}{value}{unit}"
            claims.append(
                Target(sentence=place_in + 2, what=what, raw=f"{value}{unit}", deadline="年底前")
            )
        else:
            what = f"全区已建成{thing}{value}{unit}"
            claims.append(
                Figure(sentence=place_in + 2, metric=thing, subject=place, raw=f"{value}{unit}")
            )
        sentences.append(f"{what}。")
    text = "".join(sentences) + "\n" + _prose(draw, length)
    return _told(text, number, day, place, claims)


@cache
def _words() -> tuple[list[str], list[float]]:
    """Return 8,000 invented words and their weights, which fall as those of a language do."""
    draw = random.Random(0)
    letters = [chr(code) for code in range(0x4E00, 0x9FA5, 7)]
    words = ["".join(draw.choices(letters, k=draw.choice((1, 2, 2, 2, 3)))) for _ in range(8_000)]
    return words, list(accumulate(1 / (rank + 8) for rank in range(len(words))))


@cache
def _set_phrases() -> list[str]:
    """Return 300 sentences that anybody prints again."""
    draw = random.Random(1)
    return [_sentence(draw) for _ in range(300)]


def _sentence(draw: random.Random) -> str:
    words, weights = _words()
    clauses = [
        "".join(draw.choices(words, cum_weights=weights, k=draw.randint(3, 9)))
        for _ in range(draw.randint(1, 4))
    ]
    return "，".join(clauses) + "。"


def _prose(draw: random.Random, length: int) -> str:
    """Return at least `length` letters of sentences; one in eight is a set phrase."""
    text = ""
    while len(text) < length:
        stock = draw.random() < 1 / 8
        text += draw.choice(_set_phrases()) if stock else _sentence(draw)
    return text


def _told(
    text: str, number: int, day: date, place: str, claims: list[Target | Figure | Official]
) -> Told:
    spans, start = [], 0
    for end in [at + 1 for at, char in enumerate(text) if char == "。"]:
        spans.append(Span(start=start, end=end))
        start = end
    article = Article(
        id=f"{number:016x}",
        source=f"{number}.txt",
        title=text[:20],
        outlet="青岚日报",
        published=Dated(first=day, last=day, basis="stamp"),
        region=("岚江省", "青岚市", place),
        text=text,
        paragraphs=(Span(start=0, end=len(text)),),
        sentences=tuple(spans),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256="0" * 64,
        encoding="utf-8",
    )
    findings = tuple(_finding(article, claim, day) for claim in claims)
    source = Source(number=1, article=article, dated=day, dated_by="published")
    return Told(source, Extraction(article_id=article.id, engine="rules", findings=findings))


def _finding(article: Article, claim: Target | Figure | Official, day: date) -> Finding:
    words = {"target": "what", "figure": "raw", "official": "name"}[claim.kind]
    span = article.sentences[claim.sentence - 1]
    copied = getattr(claim, words)
    start = article.text.index(copied, span.start)
    raw = getattr(claim, "raw", None)
    return Finding(
        article_id=article.id,
        claim=claim,
        amount=Amount(value=int(raw[:-1]), unit=raw[-1]) if raw else None,
        deadline_range=DateRange(first=date(day.year, 12, 1), last=date(day.year, 12, 31))
        if claim.kind == "target"
        else None,
        evidence=Evidence(
            verdict=Verdict.EXACT,
            quote=span.of(article.text),
            start=span.start,
            end=span.end,
            raw_start=span.start,
            raw_end=span.end,
            mark=Span(start=start, end=start + len(copied)),
        ),
    )


def _reprint(told: Told, number: int, day: date) -> Told:
    old = told.source.article
    article = old.model_copy(
        update={
            "id": f"{number:016x}",
            "source": f"{number}.txt",
            "outlet": "岚江新闻网",
            "published": Dated(first=day, last=day, basis="stamp"),
        }
    )
    findings = tuple(
        one.model_copy(update={"article_id": article.id}) for one in told.extraction.findings
    )
    source = Source(number=1, article=article, dated=day, dated_by="published")
    return Told(source, Extraction(article_id=article.id, engine="rules", findings=findings))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fill(path: Path, count: int, last: date, years: float) -> None:
    """Store `count` articles that end on `last`, with their traces and prints."""
    first = last - timedelta(days=int(365 * years))
    with Store(path) as store, store.transaction():
        for told in articles(count, first, last):
            article = told.source.article
            store.put_article(article, article.text, told.source.dated)
            store.put_prints(article.id, reprints.prints([article])[0])
            store.put_trace(weekly.trace(told.source, told.extraction))


def week(count: int, weekly_count: int, years: float) -> None:
    """Print what the newest week costs with `count` articles stored: traces, prints, composing.

    The store is filled in another process, so that the peak of memory is this one's alone.
    """
    last = date(2025, 11, 30)
    period = Period.of(last)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "briefing.db"
        filling = Process(target=fill, args=(path, count, period.first - timedelta(1), years))
        filling.start()
        filling.join()
        new = list(articles(weekly_count, period.first, period.last, seed=2))
        new = [_renumbered(told, count + place) for place, told in enumerate(new)]
        found = {told.extraction.article_id: told.extraction for told in new}
        with Store(path) as store:
            for told in new:
                store.put_article(told.source.article, "", told.source.dated)
            begin = time.process_time()
            issuing.keep(store, [told.source.article for told in new], found)
            kept = time.process_time() - begin
            briefing = weekly.compose(
                period,
                [told.source for told in new],
                found,
                settings=Settings(),
                run=Run(engine="rules", version="0"),
                earlier=store.traces(before=period.first, until=period.first),
            )
        cpu = time.process_time() - begin
    print(
        f"{count:>7} stored over {years:g} years, {weekly_count} new: {cpu:.2f} CPU s (of it traces "
        f"and search for reprints {kept:.2f}), peak {_peak_mb():.0f} MB, {len(briefing.ledger)} targets printed"
    )


def _renumbered(told: Told, number: int) -> Told:
    key = f"{number:016x}"
    article = told.source.article.model_copy(update={"id": key, "source": f"{number}.txt"})
    findings = tuple(one.model_copy(update={"article_id": key}) for one in told.extraction.findings)
    return Told(
        told.source.model_copy(update={"article": article}),
        told.extraction.model_copy(update={"article_id": key, "findings": findings}),
    )


def copies(count: int) -> float:
    """Print what finding the copies among `count` articles costs; return the CPU s an article."""
    texts = {
        told.source.article.source: told.source.article.text
        for told in articles(count, date(2025, 1, 1), date(2025, 12, 31))
    }
    gc.disable()  # as while a week is composed
    begin = time.process_time()
    found = sum(1 for _ in duplicates.pairs(duplicates.sketches(texts)))
    cpu = time.process_time() - begin
    gc.enable()
    print(
        f"{count:>7} articles: {cpu:.2f} CPU s, {count / cpu:,.0f} a second, {found} copies found"
    )
    return cpu / count


def main() -> None:
    """Run both measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--weekly", type=int, default=200)
    parser.add_argument("--years", type=float, default=10)
    parser.add_argument("--skip-copies", action="store_true")
    options = parser.parse_args()
    if not options.skip_copies:
        counts = [count for count in (1_000, 10_000, 100_000) if count <= options.articles]
        each = [copies(count) for count in counts]
        growth = ", ".join(f"{one / each[0]:.2f}" for one in each)
        print(f"an article costs, as multiples of the first row: {growth}")
    alone = get_context("spawn").Process(
        target=week, args=(options.articles, options.weekly, options.years)
    )
    alone.start()  # in a process of its own, for its peak of memory
    alone.join()


if __name__ == "__main__":
    main()
