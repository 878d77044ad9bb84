"""Pages of Taiwan and Hong Kong: the same rules, read through one folding, told in the page's letters."""

import pytest
from fakes import article

from briefing import rules

AROUND = "縣政府今天舉行會議，公布經濟數據與建設進度。"


def figures(text: str) -> list[tuple[str, str]]:
    return [(f.metric, f.raw) for f in rules.read(article(AROUND, text)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全縣工業產值1,500億元，年減1.8%。",
            [("工業產值", "1,500億元"), ("工業產值", "年減1.8%")],
        ),
        (
            "公屋平均輪候時間為5.5年，按季回落0.2年。",
            [("公屋平均輪候時間", "5.5年"), ("公屋平均輪候時間", "回落0.2年")],
        ),
        ("社會住宅達成率83.4%。", [("社會住宅達成率", "83.4%")]),
        (
            "網上銷售價值24億元，按年升1.6%。",
            [("網上銷售價值", "24億元"), ("網上銷售價值", "升1.6%")],
        ),
        (
            "總經費新台幣7.2億元，中央補助7成5。",
            [("總經費", "新台幣7.2億元"), ("中央補助", "7成5")],
        ),
    ],
)
def test_figures_keep_the_letters_of_the_page(text: str, expected: list[tuple[str, str]]):
    assert figures(text) == expected


def test_what_is_told_by_the_year_is_a_change_against_the_year_before():
    kinds = [
        f.change_kind for f in rules.read(article(AROUND, "零售額按年升3%，按季跌2%。")).figures
    ]
    assert kinds == ["同比", "环比"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("縣府計畫115年底前完成會展中心主體工程。", "115年底前"),
        ("中路社宅預計明年第1季完工。", "明年第1季"),
        ("海灣隧道料最快明年中通車。", "明年中"),
        ("局方會在八月底前提交修例建議。", "八月底前"),
    ],
)
def test_milestones_and_deeds_to_come_have_their_day(text: str, deadline: str):
    claims = rules.read(article(AROUND, text))
    assert [one.deadline for one in (*claims.targets, *claims.next_steps)] == [deadline]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("青浦縣長賴大同今（9）日在縣政會議聽取報告。", "賴大同", "青浦縣長"),
        ("房屋局局長何敏儀昨日在立法會表示，工程順利。", "何敏儀", "房屋局局長"),
        ("立法會議員譚大志昨晚表示反對。", "譚大志", "立法會議員"),
    ],
)
def test_people_end_before_the_day(text: str, name: str, title: str):
    people = rules.read(article(AROUND, text)).officials
    assert [(one.name, one.titles) for one in people] == [(name, (title,))]
