"""What is proven is handed on in the article's letters; what cannot be seen is refused."""

import pytest
from fakes import article

from briefing import grounding
from briefing.records import Claim, Figure, NextStep, Official, Verdict

PAGE = article(
    "区委书记高敏主持会议。",
    "1-6月,全区工业投资15.6億元,同比增長8%。",
    "下一步,将新建口袋公园30个。",
)
HIDDEN = ["\u200b", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u2028", "\n", "\t", "\ue000"]


def one(claim: Claim):
    (found,) = grounding.ground(PAGE, [claim])
    return found


@pytest.mark.parametrize("mark", HIDDEN, ids=[f"{ord(mark):04X}" for mark in HIDDEN])
def test_a_claim_with_a_character_that_cannot_be_seen_is_refused(mark: str):
    claims: list[Claim] = [
        Official(sentence=1, name=f"高{mark}敏"),
        Official(sentence=1, name="高敏", titles=(f"区委{mark}书记",)),
        Figure(sentence=2, metric=f"工业{mark}投资", raw="15.6亿元"),
        Figure(sentence=2, metric="工业投资", raw=f"15.6{mark}亿元"),
        NextStep(sentence=3, action=f"新建{mark}口袋公园30个"),
    ]
    found = grounding.ground(PAGE, claims)
    assert {one.evidence.verdict for one in found} == {Verdict.MISSING}
    assert all("cannot be seen" in one.evidence.note for one in found)


def test_a_proven_claim_is_spelt_as_the_article_spells_it():
    found = one(Official(sentence=1, name="高敏", titles=("區委書記",)))
    assert found.proven and found.claim.titles == ("区委书记",)
    found = one(Figure(sentence=2, metric="工業投資", raw="15.6亿元", period="1—6月"))
    assert found.proven
    assert (found.claim.metric, found.claim.raw, found.claim.period) == (
        "工业投资",
        "15.6億元",
        "1-6月",
    )


@pytest.mark.parametrize("number", [1, 3, 999, 10**30])
def test_a_proven_claim_names_the_sentence_that_proves_it(number: int):
    found = one(Figure(sentence=number, metric="工业投资", raw="15.6億元"))
    assert found.proven and found.claim.sentence == 2


def test_a_refused_claim_stays_as_it_was_made():
    claim = Figure(sentence=999, metric="工业投资", raw="16.5億元")
    assert one(claim).claim == claim


def test_the_kind_of_a_change_stays_ours_where_the_article_writes_another_word_for_it():
    page = article("濠北新区2023年固定資產投資98.2億元，按年上升5.6%。")
    claim = Figure(sentence=1, metric="固定資產投資", raw="上升5.6%", change_kind="同比")
    (found,) = grounding.ground(page, [claim])
    assert found.proven
    assert isinstance(found.claim, Figure)
    assert found.claim.change_kind == "同比"
