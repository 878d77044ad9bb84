"""Which place a page speaks for, where the gazetteer does not know it."""

import pytest
from stories import article

from briefing.records import Article
from briefing.weeks import homes


def page(text: str, *region: str) -> Article:
    return article(text, "2023-09-14", outlet="工作动态", region=region)


@pytest.mark.parametrize(
    "text",
    [
        "检查组要求市消防救援大队依法处罚，要求市住建局整改，要求市应急局复查。",
        "根据地区生产总值统一核算结果，根据地区差异，根据地区实际安排。",
        "建成区绿化覆盖率提高，建成区面积扩大，建成区道路全部亮灯。",
    ],
)
def test_a_verb_before_a_level_is_no_place(text: str):
    assert homes.region(page(text)) == ()


def test_a_county_known_to_cleaning_stays_when_the_page_visits_a_city_often():
    known = ("河南省", "信阳市", "商城县")
    assert homes.region(page("考察团赴松岭市招商，在松岭市座谈，走访松岭市企业。", *known)) == known


def test_a_district_that_no_table_knows_is_read_from_the_page():
    text = "云湖区召开会议。会议强调，云湖区要抓好项目，云湖区干部要实干。"
    assert homes.region(page(text)) == ("云湖区",)
