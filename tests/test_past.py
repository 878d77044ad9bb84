"""Earlier values of an indicator stand behind the figure of today, and nothing else does."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from stories import Story, figure

from briefing.records import PastValue
from briefing.render import charts
from briefing.render.view import View
from briefing.store import Store
from briefing.weeks import past


def trade(day: str, months: str, value: str) -> Story:
    story = Story()
    story.tell(
        day,
        f"{months}，云湖区外贸进出口总额{value}。",
        figure("外贸进出口总额", value, subject="云湖区", period=months),
    )
    return story


def values_of(story: Story):
    return [
        pair
        for source in story.sources
        for pair in past.values(source, story.extractions[source.article.id])
    ]


def told(*stories: Story) -> dict[str, list[PastValue]]:
    known: dict[str, list[PastValue]] = {}
    for story in stories:
        for indicator, value in values_of(story):
            known.setdefault(indicator, []).append(value)
    return known


def test_the_months_before_stand_behind_the_figure_of_today():
    known = told(trade("2023-08-12", "1-7月", "70亿元"), trade("2023-09-12", "1-8月", "82亿元"))
    today = trade("2023-10-11", "1-9月", "95亿元")
    row = past.recalled(today.brief("2023-10-11"), known).figures[0]
    assert [(one.day, one.raw) for one in row.past] == [
        (date(2023, 7, 31), "70亿元"),
        (date(2023, 8, 31), "82亿元"),
    ]


def test_a_day_of_which_two_values_are_told_says_nothing():
    known = told(trade("2023-09-12", "1-8月", "82亿元"), trade("2023-09-13", "1-8月", "83亿元"))
    today = trade("2023-10-11", "1-9月", "95亿元").brief("2023-10-11")
    assert past.recalled(today, known).figures[0].past == ()


@pytest.mark.parametrize(
    ("value", "changes"), [("1.2万美元", {}), ("第3位", {"is_rank": True}), ("10-15%", {})]
)
def test_another_unit_a_rank_and_a_range_are_no_history(value, changes):
    story = Story()
    story.tell(
        "2023-09-12",
        f"云湖区外贸进出口总额{value}。",
        figure("外贸进出口总额", value, subject="云湖区", **changes),
    )
    today = trade("2023-10-11", "1-9月", "95亿元").brief("2023-10-11")
    assert past.recalled(today, told(story)).figures[0].past == ()


def test_the_store_gives_back_what_was_told_before_a_day_and_only_once(tmp_path):
    value = PastValue(day=date(2023, 8, 31), value=Decimal(82), raw="82亿元", source="《甲》")
    with Store(tmp_path / "b.db") as store:
        for _ in range(2):
            store.put_values("a", date(2023, 9, 12), [("x", value)])
        assert store.values({"x", "y"}, before=date(2023, 9, 13)) == {"x": [value]}
        assert store.values({"x"}, before=date(2023, 9, 12)) == {}


def test_the_picture_says_the_earlier_values_in_words():
    today = trade("2023-10-11", "1-9月", "95亿元")
    known = told(trade("2023-09-12", "1-8月", "82亿元"))
    view = View(past.recalled(today.brief("2023-10-11"), known))
    assert view.curves
    assert view.figures[0].spark.alt == "1-9月云湖区外贸进出口总额95亿元：此前 8月31日 82亿元"


def heights(chart) -> list[float]:
    svg = "{http://www.w3.org/2000/svg}"
    return [float(dot.get("cy")) for dot in ElementTree.fromstring(chart.svg).iter(f"{svg}circle")]


def test_without_a_goal_a_line_fills_the_height_and_falls_below_zero():
    days = [(date(2024, 1, day), Decimal(value)) for day, value in ((1, 4), (2, -4), (3, 0))]
    chart = charts.sparkline(days, None, "x")
    assert heights(chart) == [3, 21, 12]
    assert "stroke-dasharray" in chart.svg


def test_equal_values_are_a_line_in_the_middle():
    day = date(2024, 1, 1)
    chart = charts.sparkline([(day, Decimal(7)), (day, Decimal(7))], None, "x")
    assert heights(chart) == [12, 12]
    assert "stroke-dasharray" not in chart.svg
