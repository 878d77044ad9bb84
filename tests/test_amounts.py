"""Amounts are read as written, and what is no amount is left alone."""

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.facts import amounts
from briefing.facts.amounts import Sighting, Unreadable
from briefing.records import Amount, Basis, Bound, Direction

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "amounts.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WIDE = {ord(char): chr(ord(char) + 0xFEE0) for char in "0123456789.,%-"}


def described(seen: Sighting) -> str:
    amount = seen.amount
    upper = f"..{amount.value_max}" if amount.value_max is not None else ""
    return f"{amount.value}{upper} {amount.unit or '-'} {amount.bound} {amount.basis} {amount.direction}"


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_every_row_of_the_table(text: str, expected: str):
    seen = amounts.find(text)
    if expected in "-?":
        assert seen == []
        assert isinstance(amounts.read(text), Unreadable)
    else:
        assert " ; ".join(map(described, seen)) == expected


def test_words_before_a_phrase_decide_its_direction():
    assert amounts.read("8%", before="进出口总额同比下降") == Amount(
        value=Decimal(-8), unit="%", basis=Basis.CHANGE, direction=Direction.DOWN
    )
    level = amounts.read("8%", before="完成率达到")
    assert isinstance(level, Amount) and level.basis is Basis.LEVEL


def test_a_phrase_with_two_numbers_is_an_error_with_a_reason():
    read = amounts.read("由3.1%提高到4.6%")
    assert isinstance(read, Unreadable) and "2 amounts" in read.reason


def test_a_number_with_two_readings_is_an_error_with_a_reason():
    read = amounts.read("2 310万元")
    assert isinstance(read, Unreadable) and "one number or two" in read.reason


def test_a_sighting_is_where_it_says():
    text = "新引进项目85个；实际利用外资4.75亿美元，同比增长39.43%。"
    assert [(s.raw, text[s.start : s.end]) for s in amounts.find(text)] == [
        (raw, raw) for raw in ("85个", "4.75亿美元", "39.43%")
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.decimals("0.01", "99999.99", places=2),
    st.sampled_from(["万", "亿", "万亿", ""]),
    st.sampled_from(["元", "%", "户", "平方米", "个百分点"]),
    st.sampled_from(
        [("", Bound.EXACT), ("近", Bound.ABOUT), ("超", Bound.OVER), ("不到", Bound.UNDER)]
    ),
)
def test_every_width_and_separator_gives_the_same_amount(
    number: Decimal, scale: str, unit: str, bound: tuple[str, Bound]
):
    forms = [f"{number}", f"{number:,}", f"{number:,}".translate(WIDE)]
    read = {repr(amounts.read(f"{bound[0]}{form}{scale}{unit}")) for form in forms}
    assert len(read) == 1
    amount = amounts.read(f"{bound[0]}{number}{scale}{unit}")
    size = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert isinstance(amount, Amount)
    assert (amount.value, amount.bound) == (number * size, bound[1])


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet="0123456789.,，-—~至到%％亿万千百十一二三两零成半倍元个家增长下降同比近超约第位年月日 \u200b\u202ea$",
        max_size=40,
    )
)
def test_no_text_breaks_the_reader(text: str):
    for seen in amounts.find(text):
        assert text[seen.start : seen.end] == seen.raw != ""
    assert isinstance(amounts.read(text), Amount | Unreadable)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100000,
        "1," * 100000,
        "一" * 100000,
        "1-" * 50000,
        "百分之" * 50000,
        "3亿" * 50000,
        "�" * 50000,
        "\u202e\u200b1%" * 30000,
        "近" * 100000,
        "2021年" * 40000,
        "分别" * 50000,
        "(" * 100000,
        " " * 100000,
    ],
    ids=lambda text: text[:4].encode("unicode_escape").decode(),
)
def test_hostile_text_takes_bounded_time(text: str):
    started = time.process_time()
    amounts.find(text)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "raw",
    ["11111111111111111万亿元", "9" * 30 + "元", "1" + "0" * 50 + "%", "99999999999 trillion yuan"],
)
def test_a_number_beyond_all_measure_is_not_read(raw: str):
    assert isinstance(amounts.read(raw), amounts.Unreadable)
    assert amounts.find(f"总投资{raw}。") == []
