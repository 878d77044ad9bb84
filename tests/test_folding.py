"""Spellings of one text come together, and every letter can be led back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts import folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２３１０萬元，增長５．２％", "2310万元,增长5.2%"),
        ("「臺灣」——1～8月", '"台湾"--1-8月'),
        ("著名的乾隆", "著名的乾隆"),
        ("進度落後，徵收滯後", "进度落后,征收滞后"),
        ("阿力木·买买提・艾", "阿力木·买买提·艾"),
    ],
)
def test_width_quotes_dashes_and_traditional_characters_come_together(text: str, folded: str):
    assert folding.fold(text) == folded


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("张 三\u200b出席", "张三出席"),
        ("12 500 家", "12 500家"),
        ("On May 1, 300 firms, 2 of them", "on may 1, 300 firms,2 of them"),
        ("增值税  41,236  -38.6%", "增值税41,236 -38.6%"),
        ("Mayor  Xu", "mayor xu"),
    ],
)
def test_spaces_go_but_never_join_two_numbers_or_words(text: str, squeezed: str):
    assert folding.squeeze(text) == squeezed


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str):
    assert len(folding.fold(text)) == len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="张三出席 \u3000\u200b\n\tAb12.-，", max_size=60))
def test_every_letter_leads_back_to_itself(text: str):
    seen = folding.compact(text)
    assert len(seen.text) == len(seen.at)
    for place, char in enumerate(seen.text):
        start, end = seen.span(place, place + 1)
        assert end == start + 1
        assert char == " " or folding.fold(text[start:end]).lower() == char
    assert folding.squeeze(seen.text) == seen.text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("縣府計畫年底前動土", "县府计划年底前开工"),
        ("總值按年微升5.2%，按季跌2%", "总值同比微升5.2%,环比跌2%"),
        ("工程延宕，達成率83%", "工程滞后,完成率83%"),
        ("按年齡計算，雙方達成協議", "按年龄计算,双方达成协议"),
    ],
)
def test_words_of_hong_kong_and_taiwan_fold_to_those_of_the_mainland_in_place(
    text: str, folded: str
):
    assert folding.fold(text) == folded
    assert folding.fold(folded) == folded
