"""Figures of English pages: the noun before the verb, what goes on with it, what is none."""

import pytest
from fakes import article

from briefing import rules

AROUND = "The city government held a meeting on economic growth and investment projects."


def told(text: str) -> list[tuple[str, str]]:
    return [(f.metric, f.raw) for f in rules.read(article(AROUND, text)).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports rose 6.4 percent year on year to 673.87 billion yuan, while imports reached 1.8 trillion yuan, up 3.9 percent.",
            [
                ("Exports", "rose 6.4 percent"),
                ("Exports", "673.87 billion yuan"),
                ("imports", "1.8 trillion yuan"),
                ("imports", "up 3.9 percent"),
            ],
        ),
        (
            "Private firms accounted for 12 percent of the county's total.",
            [("share of Private firms in the county's total", "12 percent")],
        ),
        (
            "The district saw its foreign trade increase by 4.6 percent to 2.54 billion yuan in the first six months.",
            [("foreign trade", "increase by 4.6 percent"), ("foreign trade", "2.54 billion yuan")],
        ),
        (
            "Industrial output rose 8.4 percent and fixed-asset investment 5 percent.",
            [("Industrial output", "rose 8.4 percent"), ("fixed-asset investment", "5 percent")],
        ),
        (
            "The county allocated 20 million yuan for relief.",
            [("county allocated", "20 million yuan")],
        ),
        (
            "The port of Lanwan handled 14.35 million TEUs last year.",
            [("port of Lanwan handled", "14.35 million TEUs")],
        ),
    ],
)
def test_the_noun_before_the_verb_is_the_metric(text: str, expected: list[tuple[str, str]]):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Trade grew in the first half of this year and in the second half of last year.",
        "The county and the city remained the top three trading partners.",
        "The tower dates back some 1,500 years and was closed for three months.",
    ],
)
def test_halves_of_a_year_and_named_sets_are_no_figures(text: str):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Output, sales and wages fell by 18.3 percent, 16 percent and 17.3 percent, respectively.",
            [
                ("Output", "fell by 18.3 percent"),
                ("decrease in sales", "16 percent"),
                ("decrease in wages", "17.3 percent"),
            ],
        ),
        (
            "The added value of the primary, secondary and tertiary industries was 6 billion, 8 billion and 9 billion yuan respectively.",
            [
                ("added value of the primary industries", "6 billion"),
                ("added value of the secondary industries", "8 billion"),
                ("added value of the tertiary industries", "9 billion yuan"),
            ],
        ),
        (
            "Revenue reached 5 billion yuan and profits reached 1 billion yuan, up 4 percent and 6 percent respectively.",
            [
                ("Revenue", "5 billion yuan"),
                ("profits", "1 billion yuan"),
                ("Revenue", "up 4 percent"),
                ("profits", "6 percent"),
            ],
        ),
    ],
)
def test_respectively_deals_nouns_out_in_their_order(text: str, expected: list[tuple[str, str]]):
    assert told(text) == expected


def test_the_period_is_that_of_the_sentence():
    page = article(AROUND, "Foreign trade reached 2.54 billion yuan in the first half of 2023.")
    assert [figure.period for figure in rules.read(page).figures] == ["the first half of 2023"]


def test_a_share_of_the_annual_target_is_a_fact():
    done = rules.read(
        article(
            "The district held a meeting on key projects.",
            "Some 32,600 new urban jobs were created, fulfilling 59.3 percent of the annual target.",
        )
    ).figures
    assert ("share of the annual target", "59.3 percent") in [(f.metric, f.raw) for f in done]


def test_a_period_before_the_noun_is_no_part_of_it():
    done = rules.read(
        article(
            "The district held a meeting on key projects.",
            "In the first three quarters Linzhou's GDP amounted to 243.62 billion yuan.",
            "Over the past year, added value of industry reached 8.3 billion yuan.",
        )
    ).figures
    assert [f.metric for f in done] == ["Linzhou's GDP", "added value of industry"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade in Lanwan hit a record 38.6 billion yuan ($5.3 billion), a year-on-year increase of 15.3 percent.",
            [
                ("Trade in Lanwan", "38.6 billion yuan"),
                ("Trade in Lanwan", "$5.3 billion"),
                ("Trade in Lanwan", "increase of 15.3 percent"),
            ],
        ),
        (
            "GDP grew 5.8 percent, 0.4 percentage points above the provincial average.",
            [
                ("GDP", "grew 5.8 percent"),
                ("GDP above the provincial average", "0.4 percentage points"),
            ],
        ),
        (
            "Of the 54 key projects, 40 have started, with a start rate of 74 percent.",
            [
                ("key projects", "54 key projects"),
                ("key projects that have started", "40"),
                ("start rate", "74 percent"),
            ],
        ),
        (
            "The county's 76 projects completed an investment of 8.4 billion yuan, accounting for 53.5 percent of the annual plan.",
            [
                ("projects", "76 projects"),
                ("investment", "8.4 billion yuan"),
                ("share of the annual plan", "53.5 percent"),
            ],
        ),
        (
            "Some 96 percent of villages now have standard clinics.",
            [("share of villages that now have standard clinics", "Some 96 percent")],
        ),
        (
            "The jobless rate rose to 4.1 percent, from 3.6 percent a year earlier.",
            [("jobless rate", "4.1 percent"), ("jobless rate", "from 3.6 percent")],
        ),
        (
            "Retail sales were 12.3 billion yuan, an increase of 11.6 percent, ranking second in the city.",
            [
                ("Retail sales", "12.3 billion yuan"),
                ("Retail sales", "increase of 11.6 percent"),
                ("Retail sales", "second"),
            ],
        ),
        (
            "The zone introduced 47 projects, 12 more than last year.",
            [("projects", "47 projects"), ("increase in projects", "12 more")],
        ),
        (
            "A total of 465 elevators were added, bringing the total number to 1,920.",
            [("elevators", "465 elevators"), ("total number of elevators", "1,920")],
        ),
        (
            "Investment in farming and tourism rose 3 percent and 4 percent, respectively.",
            [("Investment in farming", "rose 3 percent"), ("Investment in tourism", "4 percent")],
        ),
        (
            "Four of the six seaside parks have opened.",
            [("seaside parks that have opened", "Four")],
        ),
        (
            "The county ranked third among the city's nine districts.",
            [("county", "third")],
        ),
    ],
)
def test_what_goes_on_with_a_number_is_of_its_noun(text: str, expected: list[tuple[str, str]]):
    assert told(text) == expected
