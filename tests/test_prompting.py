"""What the model is told: stable first, numbered sentences, pieces that fit."""

import json
import re

import pytest
from fakes import article
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import grounding, resources
from briefing.asking import prompting, wire
from briefing.asking.prompting import Limits, Piece, Prompts
from briefing.errors import TemplateError
from briefing.records import Evidence, Figure, Finding, Passage, Verdict

LANGS = ("zh", "en")
DOCUMENTED = (resources.shipped("prompts") / "README.md").read_text(encoding="utf-8")


def load(lang="zh", folder=None):
    return Prompts.of(resources.prompt_texts(lang, folder))


@pytest.fixture(params=LANGS)
def prompts(request):
    return load(request.param)


def whole(text):
    return Piece(text, 1, len(text.sentences))


def refused(reason="稿件里没有"):
    claim = Figure(sentence=2, metric="产值", raw="9亿元")
    evidence = Evidence(verdict=Verdict.MISSING, note=reason)
    return Finding(article_id="0" * 16, claim=claim, evidence=evidence)


def test_sentences_are_numbered_from_one(prompts):
    prompt = prompts.extraction(whole(article("第一句。第二句。", "第三句。", title="标题")))
    assert "[1] 第一句。\n[2] 第二句。\n[3] 第三句。" in prompt.user
    assert "标题" in prompt.user
    assert prompt.schema is wire.SCHEMA


def test_the_static_part_is_the_same_for_every_article_and_holds_the_form(prompts):
    one = prompts.extraction(whole(article("甲。", title="甲")))
    two = prompts.extraction(whole(article("乙。", "丙。")))
    assert one.system == two.system
    assert wire.FORM in one.system
    assert prompts.system_tokens < 2_000  # a server with a context of 4,096 still has room
    assert "JSON" in one.system  # several servers refuse JSON modes without the word
    assert "甲" not in one.system.replace("甲乙丙", "")


def test_article_text_is_never_template_code(prompts):
    prompt = prompts.extraction(whole(article("{{ 7 * 7 }}{% raw %}。", title="{{ schema }}")))
    assert "{{ 7 * 7 }}{% raw %}" in prompt.user
    assert "{{ schema }}" in prompt.user


def test_the_example_keeps_its_own_rules(prompts):
    example = json.loads(prompts.texts["example.json"])
    assert wire.read(json.dumps(example["answer"])).faults == ()
    for claims in example["answer"].values():
        for claim in claims if isinstance(claims, list) else ():
            sentence = example["sentences"][claim["sentence"] - 1]
            for name in ("raw", "name", "what", "action", "deadline", "org", "period"):
                assert (claim.get(name) or "") in sentence
    assert not re.search(r"\d", re.sub(r"\{\{[\w.]+\}\}", "", example["answer"]["summary"]))
    assert {"近98.76亿元", "欧阳糖糖"} <= prompts.echoes


def test_the_example_is_proven_by_its_own_sentences(prompts):
    example = json.loads(prompts.texts["example.json"])
    page = article(*example["sentences"])
    claims = wire.read(json.dumps(example["answer"])).claims
    found = grounding.ground(page, claims)
    assert [finding.evidence.note for finding in found if not finding.proven] == []
    assert isinstance(grounding.fill(page, claims.summary, found), Passage)


def test_a_repair_goes_on_in_the_same_conversation(prompts):
    first = prompts.extraction(whole(article("甲。")))
    second = prompts.repair(first, "坏", "没有 JSON")
    assert second.user == first.user
    assert second.turns[0][0] == "坏"
    assert "没有 JSON" in second.turns[0][1]


def test_refused_claims_go_back_with_their_reasons(prompts):
    first = prompts.extraction(whole(article("甲。")))
    turn = prompts.again(first, "{}", [refused()], "有数字").turns[0][1]
    assert "9亿元" in turn
    assert "稿件里没有" in turn
    assert "有数字" in turn
    assert "summary" in prompts.again(first, "{}", [refused()]).turns[0][1]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["system", "article", "repair", "again"])
def test_the_readme_lists_every_name_a_prompt_uses(lang, name):
    from jinja2 import Environment, meta

    source = resources.prompt_texts(lang)[f"{name}.md.j2"]
    used = meta.find_undeclared_variables(Environment(autoescape=True).parse(source))
    row = next(line for line in DOCUMENTED.splitlines() if line.startswith(f"| `{name}.md.j2`"))
    listed = set(re.findall(r"`(\w+)(?:\.\w+)?`", row.split("|")[3]))
    assert used == listed


def test_both_languages_have_the_same_files():
    assert set(resources.prompt_texts("zh")) == set(resources.prompt_texts("en"))


def test_a_users_file_takes_the_place_of_the_shipped_one(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "repair.md.j2").write_text("重来:{{ problem }}", encoding="utf-8")
    mine, shipped = load(folder=tmp_path), load()
    assert mine.repair(mine.extraction(whole(article("甲。"))), "", "x").turns[0][1] == "重来:x"
    assert mine.system == shipped.system
    assert mine.hash != shipped.hash


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("好\n{{ unknown }}", "unknown"),
        ("{% if %}", "line 1"),
        ("{{ ''.__class__.mro() }}", "safe"),
    ],
)
def test_a_prompt_that_does_not_work_names_file_and_reason(text, says):
    texts = resources.prompt_texts("zh") | {"system.md.j2": text}
    with pytest.raises(TemplateError) as caught:
        Prompts.of(texts)
    assert "system.md.j2" in caught.value.problem
    assert says in caught.value.problem
    assert "README" in caught.value.hint


def test_a_missing_prompt_and_a_broken_example_say_so():
    texts = resources.prompt_texts("zh")
    with pytest.raises(TemplateError, match=r"example\.json"):
        Prompts.of(texts | {"example.json": "{"})
    with pytest.raises(TemplateError, match=r"system\.md\.j2"):
        Prompts.of({name: text for name, text in texts.items() if name != "system.md.j2"})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 900), min_size=1, max_size=40))
def test_pieces_cover_every_sentence_once_and_fit(lengths):
    prompts = load()
    text = article(*("字" * length + "。" for length in lengths))
    limits = Limits(context_tokens=6_000, max_output_tokens=1_000)
    pieces = prompting.split(text, prompts, limits)
    numbers = [n for piece in pieces for n in range(piece.first, piece.last + 1)]
    assert numbers == list(range(1, len(text.sentences) + 1))
    assert [piece.part for piece in pieces] == list(range(1, len(pieces) + 1))
    for piece in pieces:
        whole_cost = prompting.cost(prompts.extraction(piece)) + limits.max_output_tokens
        assert piece.first == piece.last or whole_cost <= limits.context_tokens


def test_a_short_article_is_one_piece_and_can_be_halved_down_to_a_sentence():
    prompts = load()
    [piece] = prompting.split(article("一。二。三。"), prompts, Limits())
    left, right = piece.halves()
    assert (left.first, left.last, right.first, right.last) == (1, 2, 3, 3)
    assert right.halves() is None


def test_the_estimate_is_never_much_under_what_a_tokenizer_counts():
    # Under o200k_base cleaned Chinese takes 0.74 to 0.78 tokens a character.
    assert prompting.tokens("全区生产总值同比增长" * 100) >= 780
    assert prompting.tokens("abcdefgh " * 100) >= 200
