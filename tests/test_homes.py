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
        "消費品市場回暖，消費品市場擴大，消費品市場供應充足。全市運行平穩。",
        "一要抓市场，一要抓市容。全市要兴工强县，坚持兴工强县，推进兴工强县。力争两年翻番县，实现翻番县目标。",
        "物价处于合理区间，保持在合理区间。全区指标运行在合理区间。",
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


def test_a_place_is_named_in_the_page_s_own_letters_and_once():
    text = "雲湖縣召開會議。會議強調，雲湖縣要抓好項目，全縣幹部要實幹。"
    assert homes.region(page(text)) == ("雲湖縣",)
    assert homes.region(page(text, "甲省", "云湖县")) == ("甲省", "云湖县")
