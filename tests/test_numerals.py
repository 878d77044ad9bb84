"""Numbers are read in one way only, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts import numerals

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3亿5000万", "350000000"),
        ("1.2万亿", "1200000000000"),
        ("2,310万", "23100000"),
        ("一万五千亿", "1500000000000"),
        ("十二点五", "12.5"),
        ("一百零五", "105"),
        ("两千零五", "2005"),
        ("5千3百", "5300"),
        ("1万2000", "12000"),
        ("十", "10"),
        ("零", "0"),
    ],
)
def test_a_number_is_multiplied_out(text: str, value: str):
    assert numerals.value(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "3万5", "三万五", "三百五", "二二", "1,2345", "00", "05", "1.2万5000", "亿万", "9" * 25],
)
def test_what_has_two_readings_has_none(text: str):
    assert numerals.value(text) is None


def in_han(number: int) -> str:
    """Write a number below 10 ** 8 as it is said, 一十 and 零 in their full form."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if low and low < 1000 else ""
        return in_han(high) + "万" + gap + (in_han(low) if low else "")
    text, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 99_999_999))
def test_a_spoken_number_is_read_back(number: int):
    assert numerals.value(in_han(number)) == number


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 999))
def test_separators_do_not_change_a_number(whole: int, thousandths: int):
    exact = Decimal(whole) + Decimal(thousandths) / 1000
    assert numerals.value(f"{whole:,}.{thousandths:03}") == exact
    assert numerals.value(f"{whole}.{thousandths:03}") == exact
