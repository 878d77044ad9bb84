"""Periods: written form, borders, neighbours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ConfigError
from briefing.periods import Cadence, Period, span


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(Cadence))
def test_a_period_holds_its_day_and_reads_back_from_its_name(day, cadence):
    period = Period.of(day, cadence)
    assert day in period
    assert Period.parse(str(period)) == period
    assert period.before().last + timedelta(days=1) == period.first
    assert period.after().before() == period


def test_the_first_iso_week_may_start_in_the_old_year():
    assert str(Period.of(date(2020, 12, 30))) == "2020-W53"
    assert Period.parse("2021-W01").first == date(2021, 1, 4)


@pytest.mark.parametrize("text", ["2022-W54", "2022-13", "2022-Q5", "week 3", "2022-02-30", ""])
def test_what_is_no_period_is_refused_with_a_hint(text):
    with pytest.raises(ConfigError) as caught:
        Period.parse(text)
    assert "2022-W31" in caught.value.hint


def test_a_span_counts_both_ends():
    weeks = list(span(Period.parse("2021-W52"), Period.parse("2022-W02")))
    assert [str(week) for week in weeks] == ["2021-W52", "2022-W01", "2022-W02"]
