"""League tables stay within a class, an indicator and a period."""

from stories import Story, figure


def table(*units: tuple[str, str], period: str = "1-8月"):
    story = Story()
    text = f"{period}，" + "，".join(f"{unit}进出口总额{raw}" for unit, raw in units) + "。"
    claims = [figure("进出口总额", raw, subject=unit, period=period) for unit, raw in units]
    story.tell("2023-09-12", text, *claims, region=("岚江省", "青岚市"))
    return story.brief("2023-09-12").leagues


def test_units_of_one_class_are_ranked_from_the_best():
    (league,) = table(("海棠县", "33.7亿元"), ("云湖区", "82.5亿元"), ("松陵区", "61.2亿元"))
    assert [row.finding.claim.subject for row in league.rows] == ["云湖区", "松陵区", "海棠县"]


def test_classes_are_never_mixed():
    units = (
        ("云湖区", "82.5亿元"),
        ("松陵区", "61.2亿元"),
        ("东湖街道", "3.1亿元"),
        ("西溪街道", "2.9亿元"),
    )
    assert table(*units) == ()


def test_two_units_are_no_table():
    assert table(("云湖区", "82.5亿元"), ("松陵区", "61.2亿元")) == ()


def test_a_unit_goes_by_its_name_and_one_without_a_name_stands_in_no_table():
    text = "1-8月，全区进出口总额61.2亿元，云湖区进出口总额82.5亿元，海棠县进出口总额33.7亿元。"
    units = (("全区", "61.2亿元"), ("云湖区", "82.5亿元"), ("海棠县", "33.7亿元"))
    claims = [figure("进出口总额", raw, subject=unit, period="1-8月") for unit, raw in units]
    for region, names in (
        (("岚江省", "青岚市", "松陵区"), [("云湖区", "松陵区", "海棠县")]),
        ((), []),
    ):
        story = Story()
        story.tell("2023-09-12", text, *claims, region=region)
        assert [league.units for league in story.brief("2023-09-12").leagues] == names
