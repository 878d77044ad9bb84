"""A row told in the overview, in the article's own words."""

import pytest
from stories import Story, article, figure, found, official

from briefing.periods import Cadence
from briefing.records import Figure, Row
from briefing.weeks import wording


def row(claim: Figure, text: str) -> Row:
    page = article(text, "2023-09-14", region=())
    return Row(ref="F1", finding=found(page, claim), region="", topic="", cites=("1-1",))


@pytest.mark.parametrize(
    ("claim", "text", "told"),
    [
        (
            figure("industrial output", "940 million yuan", period="this year"),
            "So far this year industrial output was 940 million yuan.",
            "industrial output 940 million yuan (this year)",
        ),
        (
            figure("工业产值", "9.4亿元", period="1-8月"),
            "1-8月，工业产值9.4亿元。",
            "1-8月工业产值9.4亿元",
        ),
    ],
)
def test_words_are_parted_as_their_letters_are(claim: Figure, text: str, told: str):
    assert wording.line(row(claim, text)) == told


def test_an_english_row_is_told_in_english_with_blanks_between_its_words():
    story = Story()
    story.tell(
        "2024-03-04",
        "District head Lin Wei said output rose 7.1 percent and exports 11.3 percent.",
        figure("output", "7.1 percent", change_kind="同比"),
        official("Lin Wei", "District head"),
    )
    briefing = story.brief("2024-03-04")
    person = wording.line(briefing.officials[0])
    assert person == "Lin Wei, District head"
    assert "同比" not in wording.line(briefing.figures[0])
    assert "year on year" in wording.line(briefing.figures[0])


def test_a_summary_of_many_places_names_the_fullest_and_counts_all():
    story = Story()
    for number in range(12):
        name = f"{'甲乙丙丁戊己庚辛壬癸子丑'[number]}川县"
        text = f"1-8月，{name}出口总额{number + 1}亿元。"
        story.tell(
            "2023-09-12", text, figure("出口总额", f"{number + 1}亿元"), region=("岚江省", name)
        )
    head = story.brief("2023-09-12").summary[0].text
    assert head.endswith("等12地。")
    assert head.count("川县") == 10


def test_the_figures_of_one_indicator_are_told_together_and_of_the_place_by_name():
    text = "前三季度，全县地区生产总值186.3亿元，同比增长5.7%，增速居全市第3位；出口总额9亿元。"
    told = [
        figure("地区生产总值增速", "第3位", subject="全县", period="前三季度", is_rank=True),
        figure("地区生产总值", "186.3亿元", subject="全县", period="前三季度"),
        figure("地区生产总值", "增长5.7%", subject="全县", period="前三季度", change_kind="同比"),
        figure("出口总额", "9亿元", subject="全县", period="前三季度"),
    ]
    story = Story()
    story.tell("2023-10-12", text, *told, region=("岚江省", "青岚市", "海棠县"))
    (main,) = [p.text for p in story.brief("2023-10-12").summary if p.text.startswith("主要数据")]
    assert "前三季度海棠县地区生产总值186.3亿元，同比增长5.7%，增速居全市第3位；" in main
    assert "前三季度海棠县出口总额9亿元" in main


def test_of_several_places_each_is_named_and_has_its_first_figure_before_any_second():
    story = Story()
    for name, values in (("甲川县", ("9亿元", "8亿元")), ("乙川县", ("7亿元",))):
        text = (
            "1-8月，全县"
            + "，".join(f"{'出进'[n]}口总额{raw}" for n, raw in enumerate(values))
            + "。县长高远出席。"
        )
        claims = [figure(f"{'出进'[n]}口总额", raw, subject="全县") for n, raw in enumerate(values)]
        story.tell("2023-09-12", text, *claims, official("高远", "县长"), region=("岚江省", name))
    texts = [passage.text for passage in story.brief("2023-09-12").summary]
    (main,) = [one for one in texts if one.startswith("主要数据")]
    assert main.index("乙川县出口总额7亿元") < main.index("甲川县进口总额8亿元")
    assert any("县长高远（甲川县）" in one for one in texts)


def test_of_running_totals_the_latest_is_told():
    story = Story()
    for day, period, raw in (
        ("2023-10-10", "1—9月", "142.6亿元"),
        ("2023-11-10", "1—10月", "163.9亿元"),
    ):
        text = f"{period}，海棠县固定资产投资{raw}。"
        claim = figure("固定资产投资", raw, subject="海棠县", period=period)
        story.tell(day, text, claim, region=("青岚市", "海棠县"))
    summary = story.brief("2023-10-10", Cadence.QUARTER).summary
    (main,) = [p.text for p in summary if p.text.startswith("主要数据")]
    assert "163.9亿元" in main
    assert "142.6亿元" not in main
