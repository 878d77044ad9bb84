"""A row told in the overview, in the article's own words."""

import pytest
from stories import article, figure, found

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
            "this year industrial output 940 million yuan",
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
