"""Looking up targets, metrics and people over the weeks."""

from decimal import Decimal

from stories import Story, figure, official, target

from briefing.periods import Period
from briefing.records import Light, State
from briefing.settings import Settings
from briefing.weeks import lookup


def story() -> Story:
    told = Story()
    parks, road = "云湖区年底前新建口袋公园30个", "滨湖路改造工程9月底前竣工通车"
    told.tell(
        "2023-09-05",
        f"{parks}。{road}。区长周启明主持。",
        target(parks, raw="30个", deadline="年底前"),
        target(road, deadline="9月底前"),
        official("周启明", "区长"),
    )
    for day, count in (("2023-09-12", "12个"), ("2023-09-20", "18个"), ("2023-09-27", "24个")):
        told.tell(
            day,
            f"截至{int(day[5:7])}月{int(day[8:])}日，云湖区已建成口袋公园{count}。",
            figure("口袋公园", count, subject="云湖区"),
        )
    return told


def test_the_ledger_is_composed_from_traces_alone():
    told = story()
    rows = lookup.ledger(Period.parse("2023-W40"), told.traces(), Settings())
    printed = told.brief("2023-10-04").ledger
    assert {(one.key, one.state) for one in rows} == {(one.key, one.state) for one in printed}


def test_targets_are_selected_by_state_light_words_and_silence():
    rows = lookup.ledger(Period.parse("2023-W40"), story().traces(), Settings())
    assert [one.key for one in lookup.select(rows, state=State.OVERDUE)] == ["云湖区·滨湖路·2023"]
    assert [one.key for one in lookup.select(rows, light=Light.GREEN)] == ["云湖区·口袋公园·2023"]
    assert len(lookup.select(rows, words="公园")) == 1
    assert len(lookup.select(rows, silent=4)) == 1
    assert lookup.select(rows, words="不存在") == ()


def test_a_metric_is_drawn_over_the_weeks():
    told = story()
    briefings = [told.brief(day) for day in ("2023-09-27", "2023-09-12", "2023-09-20")]
    lines = lookup.history("口袋公园", briefings)
    metric = next(line for line in lines if line.kind == "metric")
    assert [moment.text for moment in metric.moments] == ["12个", "18个", "24个"]
    assert metric.sparkline == "▁▅█"
    followed = next(line for line in lines if line.kind == "target")
    assert followed.moments[-1].value == Decimal("80.0")


def test_a_person_is_found_by_name():
    (line,) = lookup.history("周启明", [story().brief("2023-09-05")])
    assert (line.kind, line.moments[0].text) == ("person", "区长")


def test_sparklines_leave_gaps_and_bear_equal_values():
    assert lookup.sparkline([Decimal(1), None, Decimal(3)]) == "▁ █"
    assert lookup.sparkline([Decimal(2), Decimal(2)]) == "▄▄"
    assert lookup.sparkline([None]) == ""
