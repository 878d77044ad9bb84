"""Pages that mean harm, through every stage: none may take long, blow up or stop the run.

Each page holds a usual article with one thing repeated without end between its head and its
body, or the like. What comes out is not judged here, only that something does, in time: work
that grows with the square of the page would take minutes.
"""

import random
import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

import pytest

from briefing import grounding, rules
from briefing.cleaning import clean, sentences
from briefing.facts import amounts, dates
from briefing.periods import Cadence, Period
from briefing.records import Article, Briefing, Extraction, Figure, Passage, Raw, Run, Skip, Source
from briefing.render import render
from briefing.settings import Settings
from briefing.weeks import weekly

HEAD = "云湖区召开重点项目推进会\n来源：云湖日报 2023-09-12\n"
BODY = (
    "\n9月12日，云湖区召开会议。区委书记林知远出席。1-8月，全区固定资产投资156.3亿元，同比增长7.2%。"
    "年底前新建口袋公园30个。部分项目进展缓慢。"
)
DAY = date(2023, 9, 12)
SIZE = 15_000  # characters of what is repeated
SECONDS = 5  # of processor time for all stages; the worst of them takes a fifth of that

REPEATED = {
    "digits": "1",
    "digits and commas": "1,",
    "Han digits": "一",
    "magnitudes": "十万亿",
    "open brackets": "(（【《“",
    "pairs of brackets": "()",
    "blanks": " ",
    "wide blanks": "\u3000",
    "tabs": "\t",
    "line ends": "\n",
    "blank lines": " \r\n",
    "zero width": "\u200b",
    "bidirectional marks": "\u202e\u2066",
    "combining marks": "e\u0301\ufe0f",
    "private letters": "\ue000",
    "one word": "a",
    "one letter": "中",
    "commas": "，",
    "full stops": "。",
    "changes": "同比增长1%",
    "clauses": "全区新建项目12个，",
    "sentences": "全区新建项目12个。",
    "officials": "副区长李明、",
    "names": "张三丰、",
    "places": "甲市乙区",
    "dates": "2023-09-12 ",
    "months": "9月",
    "clocks": "12:30:",
    "wishes": "力争年底前",
    "open tags": "<div>",
    "open table": "<table><tr><td>",
    "comments": "<!--",
    "entities": "&lt;&#",
    "script data": '{"a":[',
    "Markdown": "**_`|[",
    "slots": "{{F1}}{% if %}",
    "English figures": "rose 1 percent ",
    "crumbs": "首页 > 新闻 > ",
    "mojibake": "ä¸\xad锟斤拷",
}


class TooLongError(Exception):
    """A stage took more than its time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` in what runs inside after `seconds` of processor time."""

    def stop(*_: object) -> None:
        raise TooLongError(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def extraction(article: Article) -> Extraction:
    """Return what the rules find, grounded."""
    claims = rules.read(article)
    findings = grounding.ground(article, claims)
    summary = grounding.fill(article, claims.summary, findings)
    return Extraction(
        article_id=article.id,
        engine="rules",
        findings=tuple(one for one in findings if one.proven),
        doubts=tuple(one for one in findings if not one.proven),
        summary=summary if isinstance(summary, Passage) else None,
    )


def whole(data: bytes, media: str = "") -> Briefing:
    """Send a page through all stages, and its raw text through the readers."""
    cleaned = clean(Raw(source="page", data=data, media=media))
    amounts.find(cleaned.page)
    dates.find(cleaned.page)
    sentences.split(cleaned.page)
    found = {article.id: extraction(article) for article in cleaned.articles}
    return composed(cleaned.articles, found, cleaned.page, cleaned.skips)


def composed(
    articles: Sequence[Article],
    found: Mapping[str, Extraction],
    page: str = "",
    skips: Iterable[Skip] = (),
) -> Briefing:
    """Return the week's briefing of these articles."""
    sources = [
        Source(number=number, article=article, dated=DAY, dated_by="given", raw=page)
        for number, article in enumerate(articles, 1)
    ]
    return weekly.compose(
        Period.of(DAY, Cadence.WEEK),
        sources,
        found,
        settings=Settings(),
        run=Run(engine="rules", version="0"),
        skipped=skips,
    )


@pytest.mark.parametrize("name", REPEATED)
def test_a_page_with_one_thing_repeated_takes_bounded_time(name):
    unit = REPEATED[name]
    text = HEAD + unit * (SIZE // len(unit)) + BODY
    with within(SECONDS):
        briefing = whole(text.encode())
        assert render(briefing, "md")
    assert briefing.sources or briefing.skipped


@pytest.mark.parametrize("name", ["blanks", "line ends", "one letter", "sentences", "open tags"])
def test_a_megabyte_of_it_is_cleaned_in_bounded_time(name):
    unit = REPEATED[name]
    text = HEAD + unit * (300_000 // len(unit)) + BODY
    with within(SECONDS):
        cleaned = clean(Raw(source="page", data=text.encode()))
    assert cleaned.articles or cleaned.skips


@pytest.mark.parametrize("digits", [17, 60, 4_400])
@pytest.mark.parametrize("unit", ["万亿元", "亿", "%"])
def test_numbers_beyond_all_measure_do_not_stop_the_run(digits, unit):
    text = "9月12日，云湖区实现产值" + "9" * digits + unit + "，同比增长7.2%。"
    with within(SECONDS):
        amounts.find(text)
        assert render(whole((HEAD + text + BODY).encode()), "md")


def test_lone_surrogates_nulls_and_random_bytes_come_through():
    chance = random.Random(7)
    page = bytearray((HEAD + BODY).encode())
    for _ in range(15):
        data = bytearray(page)
        for _ in range(chance.choice([1, 10, 100])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with within(SECONDS):
            briefing = whole(bytes(data))
        assert briefing.sources or briefing.skipped
    surrogates = (HEAD + "\ud800\udfff" + BODY).encode("utf-8", "surrogatepass")
    assert render(whole(surrogates), "md").decode()


def test_jammers_between_any_letters_do_not_stop_the_run():
    chance = random.Random(11)
    jammers = [
        "\u200b",
        "\u202e",
        "&nbsp;",
        "<",
        "(",
        "“",
        "0" * 50,
        "，",
        "亿",
        "\0",
        "`",
        "{{",
        "\\",
    ]
    for _ in range(15):
        text = HEAD + BODY
        for _ in range(chance.choice([3, 20, 80])):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(jammers) + text[place:]
        with within(SECONDS):
            assert render(whole(text.encode()), "md")


def test_a_hostile_page_prints_in_every_format():
    text = (
        HEAD + '\n9月12日，区长<script>alert(1)</script>、副区长#link("x")[y]林**知**远\u202e出席。'
        "1-8月，全区$\\pi$投资{{F1}}156.3亿元，`同比`增长7.2%。" + BODY
    )
    briefing = whole(text.encode())
    page = render(briefing, "html").decode()
    assert "<script>alert" not in page
    for form in ("md", "pdf", "docx", "xlsx", "json"):
        assert render(briefing, form)
    assert "\u202e" not in render(briefing, "md").decode()


@pytest.mark.parametrize("number", [1, 4, 999, 10**30])
def test_a_claim_that_names_a_wrong_sentence_is_cited_where_it_stands_or_not_at_all(number):
    cleaned = clean(Raw(source="page", data=(HEAD + BODY).encode()))
    article = cleaned.articles[0]
    claim = Figure(sentence=number, metric="固定资产投资", raw="156.3亿元")
    finding = grounding.ground(article, [claim])[0]
    made = Extraction(article_id=article.id, engine="m", findings=(finding,) * finding.proven)
    briefing = composed(cleaned.articles, {article.id: made})
    for row in briefing.figures:
        _, _, sentence = row.cites[0].partition("-")
        assert "156.3亿元" in article.sentence(int(sentence))


@pytest.mark.parametrize("currency", ["人民币", "人民幣", "新臺幣", "港币", "US$", "NT$", "€"])
def test_no_currency_before_a_number_stops_the_run(currency):
    for number in ("3亿", "36億2,400萬", "3亿元", "500"):
        amounts.find(f"今年上半年營業稅收達{currency}{number}，增長8.6%。")
