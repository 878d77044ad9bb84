"""The score on cases whose result is known by counting on fingers."""

import json
from decimal import Decimal

import pytest
from fakes import article

from briefing import scoring
from briefing.errors import ConfigError
from briefing.records import (
    Amount,
    Article,
    Claim,
    Evidence,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Official,
    Shortfall,
    Span,
    Target,
    Verdict,
)

PAGE = article(
    "前三季度，全区外贸进出口12.3亿元，同比下降8.6%，用电3.2亿千瓦时。区委书记李明出席。",
    "要加快项目建设，完善配套，力争全年增长5%、新增企业30家。但投资存在缺口。",
)


def found(claim: Claim, quote: str, mark: str, value: str | None = None, unit: str = "") -> Finding:
    """Build a proven finding whose quote and mark stand in the page."""
    start = PAGE.text.index(quote)
    at = PAGE.text.index(mark, start)
    amount = None if value is None else Amount(value=Decimal(value), unit=unit)
    evidence = Evidence(
        verdict=Verdict.EXACT,
        quote=quote,
        start=start,
        end=start + len(quote),
        raw_start=start,
        raw_end=start + len(quote),
        mark=Span(start=at, end=at + len(mark)),
    )
    return Finding(article_id=PAGE.id, claim=claim, amount=amount, evidence=evidence)


def figure(quote: str, raw: str, value: str, unit: str) -> Finding:
    return found(Figure(sentence=1, metric="x", raw=raw), quote, raw, value, unit)


def step(quote: str) -> Finding:
    return found(NextStep(sentence=3, action=quote), quote, quote)


def target(quote: str, value: str | None = None) -> Finding:
    return found(Target(sentence=3, what=quote), quote, quote, value)


def score(gold: dict[str, object], *findings: Finding, page: Article = PAGE) -> scoring.Score:
    extraction = Extraction(article_id=page.id, engine="test", findings=findings)
    return scoring.score({"id": "p", **gold}, extraction, page)


TRADE = {
    "metric": "外贸",
    "value": 1230000000,
    "unit": "元",
    "raw": "12.3亿元",
    "quote": "外贸进出口12.3亿元",
    "key": True,
}
FALL = {
    "metric": "增幅",
    "value": -8.6,
    "unit": "%",
    "raw": "8.6%",
    "quote": "同比下降8.6%",
    "key": False,
}


def test_two_right_and_one_false_figure_give_two_thirds_precision():
    result = score(
        {"figures": [TRADE, FALL]},
        figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "元"),
        figure("同比下降8.6%", "8.6%", "-8.6", "%"),
        figure("用电3.2亿千瓦时", "3.2亿千瓦时", "320000000", "千瓦时"),
    )["figures"]
    assert (result.found, result.gold, result.precision, result.recall) == (2, 2, 2 / 3, 1.0)
    assert result.f1 == pytest.approx(0.8)
    assert [miss.what for miss in result.false] == ["x: 3.2亿千瓦时"]
    assert result.false[0].sentence.startswith("前三季度")


def test_recall_counts_key_items_apart():
    result = score({"figures": [TRADE, FALL]}, figure("同比下降8.6%", "8.6%", "-8.6", "%"))[
        "figures"
    ]
    assert (result.recall, result.key_recall) == (0.5, 0.0)
    assert [(miss.what, miss.key) for miss in result.misses] == [("外贸: 12.3亿元", True)]


def test_a_tolerance_of_half_a_percent_holds_and_no_more():
    quote = "全区外贸进出口12.3亿元"
    near = score({"figures": [TRADE]}, figure(quote, "12.3亿元", "1236000000", "元"))
    far = score({"figures": [TRADE]}, figure(quote, "12.3亿元", "1237000000", "元"))
    assert near["figures"].found == 1
    assert (far["figures"].found, len(far["figures"].wrong_values)) == (0, 1)


def test_another_unit_of_the_same_words_is_a_wrong_value():
    result = score(
        {"figures": [TRADE]}, figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "美元")
    )
    assert (result["figures"].right, len(result["figures"].wrong_values)) == (0, 1)
    assert result.wrong_value_rate == 1.0


def test_the_unit_of_an_english_count_is_its_last_word():
    gold = {**TRADE, "unit": "investment agreements"}
    seen = figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "agreements")
    assert score({"figures": [gold]}, seen)["figures"].found == 1


def test_a_match_with_the_wrong_sign_is_a_sign_error():
    result = score({"figures": [FALL]}, figure("同比下降8.6%", "8.6%", "8.6", "%"))
    assert (result["figures"].found, len(result["figures"].wrong_signs)) == (1, 1)


def test_the_right_number_in_another_place_is_no_match():
    result = score(
        {"figures": [TRADE]}, figure("用电3.2亿千瓦时", "3.2亿千瓦时", "1230000000", "元")
    )
    assert (result["figures"].found, len(result["figures"].wrong_values)) == (0, 0)


def test_a_figure_told_again_is_neither_right_nor_false():
    one = figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "元")
    result = score({"figures": [TRADE]}, one, one)["figures"]
    assert (result.right, result.repeats, result.precision) == (1, 1, 1.0)


def test_ranges_compare_both_ends():
    gold = {**TRADE, "value_max": 1300000000}
    quote = "全区外贸进出口12.3亿元"
    finding = figure(quote, "12.3亿元", "1230000000", "元")
    wide = finding.model_copy(
        update={
            "amount": Amount(value=Decimal(1230000000), value_max=Decimal(1300000000), unit="元")
        }
    )
    assert score({"figures": [gold]}, finding)["figures"].found == 0
    assert score({"figures": [gold]}, wide)["figures"].found == 1


def test_officials_match_by_name_and_wrong_titles_are_listed():
    person = Official(sentence=2, name="李明", titles=("区长",))
    gold = {"officials": [{"name": "李明", "titles": ["区委书记"], "quote": "区委书记李明出席"}]}
    result = score(gold, found(person, "区委书记李明出席", "李明"))["officials"]
    assert (result.f1, [miss.what for miss in result.wrong_titles]) == (1.0, ["李明: 区长"])


def test_a_title_with_its_organisation_is_no_wrong_title():
    person = Official(sentence=2, name="李明", titles=("区委书记",))
    gold = {
        "officials": [{"name": "李明", "titles": ["南海新区区委书记"], "quote": "区委书记李明出席"}]
    }
    assert not score(gold, found(person, "区委书记李明出席", "李明"))["officials"].wrong_titles


def test_texts_match_when_half_of_the_shorter_quote_is_shared():
    gold = {"next_steps": [{"action": "a", "quote": "要加快项目建设，完善配套", "key": True}]}
    assert score(gold, step("要加快项目建设"))["next_steps"].f1 == 1.0
    assert score(gold, step("完善配套，力争全年增长5%、新增企业30家"))["next_steps"].found == 0


def test_a_target_met_by_a_step_is_half_a_match():
    gold = {"targets": [{"what": "t", "value": None, "quote": "力争全年增长5%", "key": True}]}
    result = score(gold, step("力争全年增长5%"))
    assert (result["targets"].found, result["next_steps"].right) == (0.5, 0.5)


def test_targets_of_one_quote_need_their_value():
    quote = "力争全年增长5%、新增企业30家"
    gold = {
        "targets": [
            {"what": "a", "value": 5, "unit": "%", "quote": quote, "key": True},
            {"what": "b", "value": 30, "unit": "家", "quote": quote, "key": True},
        ]
    }
    assert score(gold, target(quote, "5"))["targets"].found == 1


def test_the_strict_score_counts_each_item_once():
    gold = {"next_steps": [{"action": "a", "quote": "要加快项目建设，完善配套", "key": True}]}
    result = score(gold, step("要加快项目建设"), step("完善配套"))["next_steps"]
    assert (result.f1, result.strict_f1) == (1.0, pytest.approx(2 / 3))


def test_width_and_spaces_of_the_page_do_not_matter():
    gold = {"shortfalls": [{"what": "s", "quote": "但 投资存在缺口"}]}
    finding = found(
        Shortfall(sentence=4, what="但投资存在缺口"), "但投资存在缺口", "但投资存在缺口"
    )
    assert score(gold, finding)["shortfalls"].f1 == 1.0


def test_an_irrelevant_page_that_gives_nothing_is_perfect():
    assert all(score({"relevant": False})[kind].f1 == 1.0 for kind in scoring.KINDS)


def test_refused_findings_do_not_count():
    finding = figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "元")
    refused = finding.model_copy(update={"evidence": Evidence(verdict=Verdict.MISSING)})
    assert score({"figures": [TRADE]}, refused)["figures"].predicted == 0


def test_articles_of_one_page_are_scored_together_and_pages_are_summed():
    one = Extraction(
        article_id=PAGE.id,
        engine="test",
        findings=(figure("全区外贸进出口12.3亿元", "12.3亿元", "1230000000", "元"),),
    )
    other = article("另一篇文章。")
    gold = {"id": "p", "figures": [TRADE]}
    scores = scoring.evaluate(
        [
            (gold, one, PAGE),
            (gold, Extraction(article_id=other.id, engine="test"), other),
            ({"id": "q", "figures": [FALL]}, None, None),
        ]
    )
    assert [score.page for score in scores] == ["p", "q"]
    assert scoring.total(scores)["figures"].recall == 0.5


def test_the_table_and_the_json_name_every_error_with_its_sentence():
    result = score(
        {"figures": [TRADE]}, figure("用电3.2亿千瓦时", "3.2亿千瓦时", "320000000", "千瓦时")
    )
    text = scoring.table([result], details=True)
    assert "figures        1      0" in text
    assert "p figures missed* 外贸: 12.3亿元 | 外贸进出口12.3亿元" in text
    assert "p figures false  x: 3.2亿千瓦时 | 前三季度" in text
    assert json.loads(scoring.to_json([result]))["total"]["figures"]["f1"] == 0.0


def test_gates_name_what_they_miss():
    result = score({"figures": [TRADE]})
    gates = scoring.parse_gates(["figures=0.8", "officials = 0.9"])
    assert scoring.failures(result, gates) == ("figures: F1 0.000 is below 0.8",)
    assert len(scoring.parse_gates(["all=0.5"])) == len(scoring.KINDS)


@pytest.mark.parametrize("text", ["figures", "numbers=0.8", "figures=1.2", "figures=x"])
def test_a_gate_that_cannot_be_read_is_a_usage_error(text: str):
    with pytest.raises(ConfigError, match="is not a gate"):
        scoring.parse_gates([text])
