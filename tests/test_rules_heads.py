"""Whose a figure is that stands under a village, a company or a speaker, and what is left out then."""

import pytest
from fakes import article

from briefing import rules

COUNTY = "全县乡镇书记擂台赛举行，比项目、晒成绩。"


def told(*paragraphs: str) -> list[tuple[str | None, str]]:
    page = article(COUNTY, *paragraphs, title="青禾县举行擂台赛", region=("青禾县",))
    return [(figure.subject, figure.raw) for figure in rules.read(page).figures]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "柳塘村今年新种莲藕320亩，带动农户58户。",
            [("柳塘村", "320亩"), ("柳塘村", "58户")],
        ),
        ("杏林街道党工委书记王岚接着登台：一季度签约商贸项目4个。", [("杏林街道", "4个")]),
        (
            "杏林街道干部轮流驻企，一户一策。新引进企业25家，盘活厂房8处。",
            [("杏林街道", "25家"), ("杏林街道", "8处")],
        ),
        (
            "“早些年一户人家的收入不到900元。”石板镇光明村党支部书记李根说。",
            [("石板镇光明村", "不到900元")],
        ),
        ("禾丰集团发布年度报告。光伏发电4100万千瓦时。", [("禾丰集团", "4100万千瓦时")]),
    ],
)
def test_the_nearest_head_owns_what_is_told_under_it(
    paragraph: str, expected: list[tuple[str, str]]
):
    assert told(paragraph) == expected


def test_what_stands_under_the_line_of_a_town_is_not_printed_as_the_countys():
    assert told("【溪石镇·周明】", "接待游客6.8万人次，新建民宿12家。") == []
    assert told("【一线传真】", "接待游客6.8万人次。") == [(None, "6.8万人次")]


def test_a_line_of_a_town_keeps_what_is_told_of_the_whole_county():
    assert [raw for _, raw in told("【溪石镇】", "上半年，全县接待游客6.8万人次。")] == [
        "6.8万人次"
    ]


def test_what_a_speaker_says_of_his_own_town_is_not_the_countys():
    said = "“今年以来，我镇完成固定资产投资4.1亿元。”杏林镇党委书记王岚说。"
    assert all(subject == "杏林镇" for subject, _ in told(said))


@pytest.mark.parametrize(
    "paragraph",
    [
        "县委书记要求抓好项目。新引进企业25家。",
        "石板镇、杏林街道排名靠后。逾期工单占比9.4%。",
        "在石板镇召开的推进会上，书记们逐一登台。新引进企业25家。",
        "列入省、市重点项目36个。",
    ],
)
def test_who_is_only_listed_met_at_or_a_verb_is_no_head(paragraph: str):
    assert {subject for subject, _ in told(paragraph)} <= {None, "青禾县"}
    assert told(paragraph)


def test_other_towns_own_what_is_counted_in_them():
    found = told("柳塘村盘活了老粮站。泉水、石板两个镇6个村共建园区，每年增收20万元。")
    assert ("柳塘村", "20万元") not in found


def test_what_a_year_is_planned_to_bring_is_no_figure():
    assert told("全县计划接待游客800万人次、旅游收入突破30亿元，打响品牌。") == []
