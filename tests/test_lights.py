"""Lights: exact boundaries, elapsed time, the rule printed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records import DateRange, Light
from briefing.settings import Lights
from briefing.weeks import lights


@pytest.mark.parametrize(
    ("completion", "time", "light"),
    [
        ("50.0", "50.0", Light.GREEN),
        ("49.9", "50.0", Light.YELLOW),
        ("40.0", "50.0", Light.YELLOW),
        ("39.9", "50.0", Light.RED),
        ("60", "50.0", Light.GREEN),
        (None, "50.0", Light.GREY),
        ("50", None, Light.GREY),
    ],
)
def test_a_boundary_belongs_to_the_better_light(completion, time, light):
    done = Decimal(completion) if completion else None
    gone = Decimal(time) if time else None
    assert lights.light(done, gone, Lights(), "zh").light is light


def test_the_thresholds_are_those_of_the_settings():
    rule = Lights(green_behind=Decimal(10), yellow_behind=Decimal(30))
    lit = [lights.light(Decimal(done), Decimal("70.0"), rule, "zh").light for done in (60, 40, 39)]
    assert lit == [Light.GREEN, Light.YELLOW, Light.RED]


def test_the_rule_is_printed_with_its_numbers():
    rule = lights.light(Decimal("66.7"), Decimal("69.6"), Lights(), "zh").rule
    assert "66.7%" in rule
    assert "落后2.9个百分点" in rule


@pytest.mark.parametrize(
    ("written", "first", "last", "seen", "start"),
    [
        ("年底前", date(2023, 12, 1), date(2023, 12, 31), date(2023, 9, 5), date(2023, 1, 1)),
        ("三季度", date(2023, 7, 1), date(2023, 9, 30), date(2023, 7, 20), date(2023, 7, 1)),
        ("上半年", date(2023, 1, 1), date(2023, 6, 30), date(2023, 3, 1), date(2023, 1, 1)),
        ("9月底前", date(2023, 9, 26), date(2023, 9, 30), date(2023, 9, 5), date(2023, 9, 5)),
        ("到2025年", date(2025, 1, 1), date(2025, 12, 31), date(2023, 9, 5), date(2023, 9, 5)),
    ],
)
def test_annual_time_runs_from_january_other_time_from_the_first_word(
    written, first, last, seen, start
):
    assert lights.start(written, DateRange(first=first, last=last), seen) == start


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 900), st.integers(-99, 999))
def test_elapsed_time_stays_between_nothing_and_all(begin, length, offset):
    end = date.fromordinal(begin.toordinal() + length)
    on = date.fromordinal(begin.toordinal() + offset)
    share = lights.elapsed(begin, end, on)
    assert 0 <= share <= 100
    assert lights.elapsed(begin, end, end) == 100
