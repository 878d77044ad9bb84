"""Dates are placed in the calendar as their words allow, or not at all."""

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts import dates
from briefing.records import DateRange

ANCHOR = date(2022, 8, 10)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "dates.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_every_row_of_the_table(text: str, expected: str):
    days = dates.resolve(text, anchor=ANCHOR)
    assert (f"{days.first}..{days.last}" if days else "-") == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("全年", date(2022, 3, 1), (date(2021, 1, 1), date(2021, 12, 31))),
        ("1-12月", date(2022, 1, 20), (date(2021, 1, 1), date(2021, 12, 31))),
        ("11月", date(2022, 1, 20), (date(2021, 11, 1), date(2021, 11, 30))),
        ("12月28日", date(2022, 1, 5), (date(2021, 12, 28), date(2021, 12, 28))),
        ("四季度", date(2021, 10, 26), (date(2021, 10, 1), date(2021, 12, 31))),
        ("三季度末前", date(2021, 5, 6), (date(2021, 9, 26), date(2021, 9, 30))),
        ("年底前", date(2022, 1, 5), (date(2022, 12, 1), date(2022, 12, 31))),
        ("6月底前", date(2022, 11, 5), (date(2023, 6, 26), date(2023, 6, 30))),
        ("月底前", date(2024, 2, 3), (date(2024, 2, 25), date(2024, 2, 29))),
    ],
)
def test_the_year_comes_from_the_day_that_speaks(
    text: str, anchor: date, expected: tuple[date, date]
):
    assert dates.resolve(text, anchor=anchor) == DateRange(first=expected[0], last=expected[1])


def test_without_an_anchor_only_a_named_year_counts():
    assert dates.resolve("10月26日", anchor=None) is None
    assert dates.resolve("三年内", anchor=None) is None
    assert dates.resolve("到2025年", anchor=None) == DateRange(
        first=date(2025, 1, 1), last=date(2025, 12, 31)
    )


def test_dates_are_found_where_they_stand():
    text = "今年前三季度完成5亿元,力争到2025年底前建成,10月26日召开,近日开工,比2019年增长8%。"
    found = dates.find(text)
    assert [m.raw for m in found] == ["今年前三季度", "到2025年底前", "10月26日", "2019年"]
    assert all(text[m.start : m.end] == m.raw for m in found)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("2021年全区现场观摩会举行", "", (2021, "2021年")),
        ("", "夺取“十四五”开局首战首胜", (2021, '"十四五"开局')),
        ("", "今年是“十三五”规划收官之年", (2020, '"十三五"规划收官')),
        ("", "学习贯彻十四届全国人大一次会议精神", (2023, "十四届全国人大一次会议")),
        ("", "以优异成绩迎接党的二十大", (2022, "迎接党的二十大")),
        ("", "2022年3月5日,会议召开。", (2022, "2022年3月5日")),
        ("", "庆祝中国共产党成立100周年", (2021, "中国共产党成立100周年")),
    ],
)
def test_the_year_of_an_article_comes_with_its_words(
    title: str, text: str, expected: tuple[int, str]
):
    assert dates.infer_year(title, text) == expected


@pytest.mark.parametrize(
    "text", ["10月26日,会议召开。", "到2025年建成", "2019年3月1日开工,2021年5月2日竣工"]
)
def test_no_evidence_or_evidence_that_disagrees_gives_no_year(text: str):
    assert dates.infer_year("", text) is None


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.integers(0, 3))
def test_a_full_date_is_read_back_in_every_form(day: date, form: int):
    written = (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
    )
    assert dates.resolve(written[form], anchor=None) == DateRange(first=day, last=day)


@settings(max_examples=150, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from([row[0] for row in ROWS]))
def test_a_range_never_ends_before_it_starts(anchor: date, phrase: str):
    days = dates.resolve(phrase, anchor=anchor)
    assert days is None or days.first <= days.last
    if days and phrase.endswith("前") and not any(char in phrase for char in "0123456789二去上"):
        assert days.last >= anchor - timedelta(days=366)


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="0123456789年月日号至到前内底季度上下半今明去周五十一二“”- .\u200b", max_size=30
    )
)
def test_no_text_breaks_the_reader(text: str):
    for mention in dates.find(text):
        dates.resolve(mention, anchor=ANCHOR)
    dates.infer_year(text, text)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1月" * 50_000,
        "2021年" * 30_000,
        "十" * 100_000,
        "到" * 100_000,
        "\ud800年" * 30_000,
    ],
)
def test_hostile_text_takes_bounded_time(text: str):
    started = time.process_time()
    dates.find(text)
    dates.resolve(text, anchor=ANCHOR)
    assert time.process_time() - started < 4


def test_a_year_that_is_still_to_come_is_no_evidence_of_the_year():
    assert dates.infer_year("", "今年是收官之年，明年是“十四五”开局之年。") is None
    assert dates.infer_year("", "今年是“十四五”开局之年。") == (2021, '"十四五"开局')
