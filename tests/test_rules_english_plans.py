"""Plans, lacks and people of English pages: what is to come, what is admitted, who is named."""

import pytest
from fakes import article

from briefing import grounding, rules
from briefing.records import Claim, Figure, NextStep, Shortfall, Target

AROUND = "The city government held a meeting on economic growth and investment projects."


def read(text: str) -> list[tuple[str, str, str | None]]:
    claims = rules.read(article(AROUND, text))
    told = [("target", one.what, one.deadline) for one in claims.targets]
    return told + [("step", one.action, one.deadline) for one in claims.next_steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The county plans to renovate another 80 old communities by the end of next year.",
            ("target", "by the end of next year"),
        ),
        ("Lanwan East Station will open to traffic on June 30.", ("target", "on June 30")),
        (
            "The bridge must be completed before the National Day.",
            ("target", "before the National Day"),
        ),
        ("Annual trade is expected to exceed RMB 20 billion.", ("target", None)),
        ("The county targets GDP growth of about 6 percent.", ("target", None)),
        (
            "The bureau will send 20 working teams to the villages this month.",
            ("step", "this month"),
        ),
        ("It is necessary to check every dyke before July 10.", ("step", "before July 10")),
        ("The city also intends to open 15 new bus routes.", ("step", None)),
    ],
)
def test_states_and_milestones_are_targets_and_deeds_are_steps(
    text: str, expected: tuple[str, str | None]
):
    assert [(kind, deadline) for kind, _, deadline in read(text)] == [expected]


def test_a_list_of_deeds_is_a_claim_each():
    assert read(
        "We will build the second phase of the Lanwan park, complete the widening of Haibin Road in the first half of the year, and open three schools."
    ) == [
        ("step", "We will build the second phase of the Lanwan park", None),
        (
            "step",
            "complete the widening of Haibin Road in the first half of the year",
            "in the first half of the year",
        ),
        ("step", "open three schools", None),
    ]


def test_two_levels_of_one_wish_are_two_targets():
    told = read(
        "The zone plans to raise output to 9 billion yuan by the end of the year, and to 14 billion yuan by 2025."
    )
    assert [(kind, deadline) for kind, _, deadline in told] == [
        ("target", "by the end of the year"),
        ("target", "by 2025"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Economists expect exports to fall by 5 percent next year.",
        "Once it opens, it will cut the trip to the capital from 90 minutes to 40 minutes.",
        "We should make concerted efforts to ensure the smooth completion of the tasks.",
        "Residents urged the government to publish a timetable.",
        "The station will be the largest in the province.",
    ],
)
def test_forecasts_effects_exhortations_and_the_wishes_of_others_are_no_plans(text: str):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two of the lines have fallen behind schedule.",
        "Nine projects have yet to start because of land disputes.",
        "Coordination among residents remained difficult.",
        "Growth was 0.6 percentage points lower than the provincial average.",
        "The revenue fell short of the annual target.",
    ],
)
def test_what_is_late_missing_or_below_is_a_shortfall(text: str):
    assert [one.what for one in rules.read(article(AROUND, text)).shortfalls] == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "Officials helped firms solve difficulties in financing.",
        "The concentration of PM2.5 dropped to 31 micrograms per cubic meter.",
        "The time needed for approval was cut by a third.",
    ],
)
def test_what_is_solved_and_falls_that_are_good_are_no_shortfalls(text: str):
    assert rules.read(article(AROUND, text)).shortfalls == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "County leaders He Lan, Pang Rui and Xiong Da were also present.",
            [
                ("He Lan", "County leaders"),
                ("Pang Rui", "County leaders"),
                ("Xiong Da", "County leaders"),
            ],
        ),
        ("Zhong Ke, District Governor, delivered the report.", [("Zhong Ke", "District Governor")]),
        ("Director of lands Andrew Tse said so.", [("Andrew Tse", "Director of lands")]),
        ("Lawmaker Leung Pak-lam asked for figures.", [("Leung Pak-lam", "Lawmaker")]),
        (
            "That is enough, said Cui Wen, director of the Lake Bureau.",
            [("Cui Wen", "director of the Lake Bureau")],
        ),
    ],
)
def test_titles_stand_before_after_or_over_a_list(text: str, expected: list[tuple[str, str]]):
    people = rules.read(article(AROUND, text)).officials
    assert [(one.name, one.titles[0]) for one in people] == expected


PAGE = article(
    AROUND,
    "Exports rose 6.4 percent to 5 billion yuan, 0.4 percentage points below the provincial average.",
    "The number of firms grew from 186 to 231. The city will build 12 parks by 2030.",
)


@pytest.mark.parametrize(
    "claim",
    [
        NextStep(sentence=2, action="Exports rose 6.4 percent to 5 billion yuan"),
        Target(sentence=2, what="Exports rose 6.4 percent", raw="6.4 percent"),
        Figure(sentence=2, metric="Exports", raw="fell 6.4 percent"),
        Figure(sentence=2, metric="Exports", raw="0.4 percentage points"),
        Figure(sentence=3, metric="number of firms", raw="186"),
        Figure(sentence=4, metric="city", raw="12 parks"),
        Shortfall(sentence=4, what="The city will build 12 parks by 2030"),
    ],
)
def test_corrupted_english_claims_are_refused(claim: Claim):
    assert not grounding.ground(PAGE, [claim])[0].proven
