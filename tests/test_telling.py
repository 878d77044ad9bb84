"""A row told in the overview, in the article's own words."""

import pytest
from stories import Story, article, figure, found, official

from briefing.records import Figure, Row
from briefing.weeks import telling


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
    assert telling.line(row(claim, text)) == told


def test_an_english_row_is_told_in_english_with_blanks_between_its_words():
    story = Story()
    story.tell(
        "2024-03-04",
        "District head Lin Wei said output rose 7.1 percent and exports 11.3 percent.",
        figure("output", "7.1 percent", change_kind="同比"),
        official("Lin Wei", "District head"),
    )
    briefing = story.brief("2024-03-04")
    person = telling.line(briefing.officials[0])
    assert person == "Lin Wei, District head"
    assert "同比" not in telling.line(briefing.figures[0])
    assert "year on year" in telling.line(briefing.figures[0])


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
