"""Pictures: true to their numbers, told by filling as well as by colour, the same everywhere."""

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from briefing.render import charts

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart):
    return ElementTree.fromstring(chart.svg)


def bar(chart, name):
    group = next(g for g in drawn(chart).iter(f"{SVG}g") if g.get("class") == name)
    return next(group.iter(f"{SVG}rect"))


@pytest.mark.parametrize(("done", "width"), [("0", 0), ("15.4", 15.4), ("100", 100), ("240", 100)])
def test_a_bar_is_as_long_as_what_is_done_and_never_longer_than_all(done, width):
    chart = charts.bullet(Decimal(done), Decimal(50), "green", "x")
    assert float(bar(chart, "green").get("width")) == width


def test_the_time_gone_is_a_line_across_the_bar_and_none_where_it_is_not_known():
    with_time = charts.bullet(Decimal(10), Decimal(50), "green", "x").svg
    assert 'd="M52 0V14"' in with_time
    assert 'class="ink"' not in charts.bullet(Decimal(10), None, "green", "x").svg


def test_each_light_has_a_filling_of_its_own():
    made = {
        light: charts.stack({light: 5}, 5, "x").svg for light in ("green", "yellow", "red", "grey")
    }
    shapes = {re.sub(r'class="\w+"|color="#\w+"|aria-\S+', "", svg) for svg in made.values()}
    assert len(shapes) == 4


def test_a_picture_says_its_words_and_lets_none_of_them_act():
    chart = charts.bullet(Decimal(1), None, "red", '<script>"&')
    assert drawn(chart).find(f"{SVG}title").text == '<script>"&'
    assert chart.alt == '<script>"&'


def test_a_character_that_no_picture_may_hold_is_written_as_its_code():
    assert (
        "U+0000" in drawn(charts.bullet(Decimal(1), None, "red", "a\x00b")).find(f"{SVG}title").text
    )


def test_what_falls_stands_left_of_the_axis():
    up, down = charts.bars([Decimal(10), Decimal(-10)], ["a", "b"])
    axis = float(bar(up, "blue").get("x"))
    assert float(bar(down, "red").get("x")) + float(bar(down, "red").get("width")) == axis
    assert float(bar(up, "blue").get("width")) == 50


def test_values_that_are_all_zero_or_alone_are_drawn():
    assert len(charts.bars([Decimal(0)], ["a"])) == 1
    assert charts.bars([], []) == []
    day = date(2026, 3, 2)
    assert drawn(charts.sparkline([(day, Decimal(0)), (day, Decimal(0))], None, "x")) is not None


def test_a_line_of_reports_keeps_their_order_and_their_distance_in_days():
    points = [(date(2026, 3, day), Decimal(day)) for day in (1, 2, 11)]
    line = charts.sparkline(points, Decimal(20), "x")
    dots = [float(c.get("cx")) for c in drawn(line).iter(f"{SVG}circle")]
    assert dots == [4, 13.6, 100]
    assert "stroke-dasharray" in line.svg


def test_the_places_share_one_scale():
    one = charts.stack({"green": 2, "red": 2}, 8, "x")
    assert float(bar(one, "green").get("width")) == 24
    assert float(bar(one, "red").get("x")) == 27
