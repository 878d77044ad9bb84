"""Extraction by a model: what is asked, what is asked again, what a reader is shown."""

import asyncio
import json

import pytest
from fakes import ScriptedLLM, article

from briefing import grounding, resources
from briefing.asking import extract, wire
from briefing.asking.extract import AnswerUnusable, by_rules
from briefing.asking.prompting import Limits, Prompts
from briefing.errors import ModelUnavailable
from briefing.llm import Reply

PAGE = article(
    "前三季度，云朵区实现地区生产总值129.8亿元，同比增长7.4%。区委书记张三出席会议并讲话。",
    "到2025年，全区工业总产值突破200亿元。下一步，全区将新建三所学校。但仍存在产业结构不优的问题。",
    title="云朵区前三季度经济稳中向好",
)
PROMPTS = Prompts.of(resources.prompt_texts("zh"))
EMPTY = {name: [] for name in wire.KINDS} | {"summary": ""}
GDP = {"sentence": 1, "metric": "地区生产总值", "raw": "129.8亿元", "period": "前三季度"}
GROWTH = {"sentence": 1, "metric": "地区生产总值", "raw": "增长7.4%", "change_kind": "同比"}
BOSS = {"sentence": 2, "name": "张三", "titles": ["区委书记"], "roles": ["出席"]}
SUMMARY = "{{F1}}，{{F2}}。{{O1}}出席会议。"


def answer(**fields):
    return json.dumps(EMPTY | fields, ensure_ascii=False)


GOOD = answer(figures=[GDP, GROWTH], officials=[BOSS], summary=SUMMARY)


def run(*replies, page=PAGE, **options):
    llm = ScriptedLLM(*replies)
    found = asyncio.run(extract.extract(page, llm, PROMPTS, **options))
    return found, llm


def raws(findings):
    return [getattr(f.claim, "raw", None) or getattr(f.claim, "name", None) for f in findings]


def test_a_good_answer_takes_one_call():
    found, llm = run(GOOD)
    assert len(llm.asked) == 1
    assert raws(found.findings) == ["129.8亿元", "增长7.4%", "张三"]
    assert found.doubts == ()
    assert found.engine == "scripted"
    assert found.summary.text == "地区生产总值129.8亿元，同比增长7.4%。张三出席会议。"
    assert [part.ref for part in found.summary.parts if part.ref] == ["F1", "F2", "O1"]


def test_the_engine_may_be_named():
    assert run(GOOD, engine="m")[0].engine == "m"


WRONG = {
    "a digit": GDP | {"raw": "129.9亿元"},
    "a unit": GDP | {"raw": "129.8万元"},
    "an invented figure": {"sentence": 1, "metric": "出口额", "raw": "55亿元"},
    "a direction": GROWTH | {"raw": "下降7.4%"},
    "a sentence out of range": GDP | {"sentence": 900, "raw": "12.8亿元"},
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_proven_is_asked_once_more_and_then_doubted(name):
    lie = WRONG[name]
    found, llm = run(answer(figures=[lie]), answer(figures=[lie]))
    assert len(llm.asked) == 2
    assert lie["raw"] in llm.asked[1].turns[-1][1]
    assert found.findings == ()
    assert raws(found.doubts) == [lie["raw"]]
    assert found.doubts[0].evidence.note
    printed = json.dumps([f.model_dump(mode="json") for f in found.findings])
    assert lie["raw"] not in printed + (found.summary.text if found.summary else "")


def test_a_misspelt_name_is_doubted():
    found, _ = run(answer(officials=[BOSS | {"name": "张山"}]), answer())
    assert raws(found.doubts) == ["张山"]
    assert "张山" not in str(found.findings) + str(found.summary)


def test_a_correction_takes_the_place_of_what_it_corrects():
    found, llm = run(answer(figures=[GDP | {"raw": "129.9亿元"}, GROWTH]), answer(figures=[GDP]))
    assert raws(found.findings) == ["129.8亿元", "增长7.4%"]
    assert found.doubts == ()
    assert len(llm.asked) == 2


def test_a_correction_that_repeats_everything_adds_nothing_twice():
    wrong = answer(figures=[GDP, GROWTH | {"raw": "增长7.5%"}])
    found, _ = run(wrong, answer(figures=[GDP, GROWTH]))
    assert raws(found.findings) == ["129.8亿元", "增长7.4%"]
    assert found.doubts == ()


def test_an_unreadable_correction_changes_nothing():
    found, _ = run(answer(figures=[GDP, GROWTH | {"raw": "增长7.5%"}]), "抱歉")
    assert raws(found.findings) == ["129.8亿元"]
    assert raws(found.doubts) == ["增长7.5%"]


@pytest.mark.parametrize(
    "summary",
    ["地区生产总值129.8亿元。", "{{F9}}。", "张山出席。", "经济同比下降{{F2}}。", "于2025年完成。"],
)
def test_a_summary_that_states_facts_itself_never_reaches_print(summary):
    found, llm = run(answer(figures=[GDP, GROWTH], summary=summary), answer(summary=summary))
    assert len(llm.asked) == 2
    assert found.summary is None or summary not in found.summary.text
    assert any("rules" in note for note in found.notes) or found.summary is None


def test_a_summary_may_be_mended_once():
    bad = answer(figures=[GDP], summary="地区生产总值1亿元。")
    found, llm = run(bad, answer(summary="{{F1}}。"))
    assert found.summary.text == "地区生产总值129.8亿元。"
    assert "1亿元" in llm.asked[1].turns[-1][1]


def test_slots_count_the_answers_claims_and_refs_count_the_proven_ones():
    lie = GDP | {"raw": "9.9亿元"}
    found, _ = run(answer(figures=[lie, GROWTH], summary="{{F2}}。"), answer())
    [ref] = [part.ref for part in found.summary.parts if part.ref]
    assert ref == "F1"
    assert raws(found.findings)[0] == "增长7.4%"


def test_an_unreadable_answer_is_repaired_in_the_same_conversation():
    found, llm = run("抱歉", GOOD)
    assert len(found.findings) == 3
    assert llm.asked[1].turns[0][0] == "抱歉"
    assert llm.asked[1].system == llm.asked[0].system


def test_an_answer_that_breaks_off_is_asked_for_as_it_was():
    _, llm = run(GOOD[:80], "", GOOD)
    assert llm.asked[0] == llm.asked[1] == llm.asked[2]


def test_three_useless_answers_are_enough():
    with pytest.raises(AnswerUnusable) as caught:
        run("a", "b", "c")
    assert "retry-failed" in caught.value.hint


def test_an_unavailable_model_is_the_callers_business():
    with pytest.raises(ModelUnavailable):
        run(ModelUnavailable("down"))


def test_an_answer_over_the_limit_is_asked_for_in_halves():
    left, right = answer(figures=[GDP]), answer(officials=[BOSS | {"sentence": 2}])
    found, llm = run(Reply(text=GOOD[:50], finish="length"), left, right)
    assert "[1]" in llm.asked[1].user
    assert "[5]" not in llm.asked[1].user
    assert "[5]" in llm.asked[2].user
    assert set(raws(found.findings)) == {"129.8亿元", "张三"}


def test_halving_ends():
    page = article(*(f"第{n}项工作顺利。" * 3 for n in range(40)))
    full = [Reply(text="", finish="length")] * 100
    with pytest.raises(AnswerUnusable, match="even in parts"):
        run(*full, page=page)


def test_a_long_article_is_asked_about_in_parts_and_joined_without_duplicates():
    page = article(*("云朵区实现地区生产总值129.8亿元。" + "各项工作有序推进。" * 60,) * 4)
    parts = []

    class Answering(ScriptedLLM):
        async def complete(self, prompt):
            self.asked.append(prompt)
            parts.append(prompt)
            first = int(prompt.user.split("[", 1)[1].split("]", 1)[0])
            figure = {"sentence": first, "metric": "地区生产总值", "raw": "129.8亿元"}
            boss = {"sentence": first, "name": "张三"}
            return Reply(text=answer(figures=[figure], officials=[boss]))

    limits = Limits(context_tokens=6_000, max_output_tokens=1_000)
    found = asyncio.run(extract.extract(page, Answering(), PROMPTS, limits=limits))
    assert len(parts) > 2
    assert "共" in parts[0].user
    doubted = [f for f in found.doubts if f.claim.kind == "official"]
    assert len(doubted) == 1


def test_what_the_rules_see_and_the_model_left_out_is_an_omission():
    found, _ = run(answer(figures=[GROWTH]))
    assert "129.8亿元" in raws(found.omissions)
    assert "张三" in raws(found.omissions)
    assert "增长7.4%" not in raws(found.omissions)
    assert all(finding.proven for finding in found.omissions)


def test_the_prompts_example_never_comes_back():
    echo = json.loads(PROMPTS.texts["example.json"])["answer"]
    found, llm = run(json.dumps(echo, ensure_ascii=False), answer())
    assert found.findings == found.doubts == ()
    assert "98.76" not in found.model_dump_json()
    assert "欧阳糖糖" not in found.model_dump_json()
    assert any("example" in note for note in found.notes)
    assert len(llm.asked) <= 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_prompts_example_is_proven_by_its_own_sentences(lang):
    example = json.loads(resources.prompt_texts(lang)["example.json"])
    page = article(*example["sentences"])
    claims = wire.read(json.dumps(example["answer"], ensure_ascii=False)).claims
    findings = grounding.ground(page, claims)
    assert [f.evidence.note for f in findings if not f.proven] == []
    filled = grounding.fill(page, claims.summary, findings)
    assert isinstance(filled, extract.Passage), filled


def test_entries_that_cannot_be_read_are_counted():
    found, _ = run(answer(figures=[GDP, {"sentence": 1}]))
    assert raws(found.findings) == ["129.8亿元"]
    assert "1 entries of the answer could not be read" in found.notes


def test_by_rules_takes_no_model_and_proves_what_it_takes():
    found = by_rules(PAGE)
    assert found.engine == "rules"
    assert all(finding.proven for finding in found.findings)
    assert not any(finding.proven for finding in found.doubts)
    assert "129.8亿元" in raws(found.findings)
