"""The journal: every answer is kept, none is paid for twice."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fakes import ScriptedLLM

from briefing.asking import extract, wire
from briefing.asking.journal import CUTS, TRIES, Journal
from briefing.llm import Prompt, Reply
from briefing.store import Store

PROMPT = Prompt(system="s", user="u", schema={"type": "object"})
NOW = datetime(2022, 8, 5, tzinfo=UTC)
IDENTITY = {"base_url": "http://x/v1", "model": "m", "temperature": 0}


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "b.db") as opened:
        yield opened


def journal(store, *replies, fresh=False, **identity):
    return Journal(
        ScriptedLLM(*replies),
        IDENTITY | identity,
        store,
        check=lambda text: "" if text == "good" else "not good",
        now=lambda: NOW,
        fresh=fresh,
    )


def ask(journal, prompt=PROMPT):
    return asyncio.run(journal.of("0" * 16).complete(prompt))


def test_a_valid_answer_is_asked_for_once(store):
    first = ask(journal(store, "good"))
    again = journal(store)
    assert ask(again) == replace(first, model="scripted")
    assert again.cached == 1


def test_a_bad_answer_is_kept_and_asked_again(store):
    ask(journal(store, Reply("bad", tokens_in=9)))
    [kept] = store.replies("0" * 16)
    assert (kept.valid, kept.error, kept.tokens_in) == (False, "not good", 9)
    assert ask(journal(store, "good")).text == "good"
    assert len(store.replies("0" * 16)) == 2


def test_a_bad_answer_whose_repair_went_well_is_not_paid_for_again(store):
    repair = replace(PROMPT, turns=(("bad", "again"),))
    asked = journal(store, "bad", "good")
    ask(asked)
    ask(asked, repair)
    again = journal(store)
    assert ask(again).text == "bad"
    assert ask(again, repair).text == "good"


def test_a_question_given_up_is_asked_again_only_when_fresh(store):
    for _ in range(TRIES):
        assert ask(journal(store, "bad")).text == "bad"
    assert ask(journal(store)).text == "bad"
    assert ask(journal(store, "good", fresh=True)).text == "good"
    assert TRIES == extract.TRIES


def test_a_failed_correction_of_a_valid_answer_is_final(store):
    correction = replace(PROMPT, turns=(("good", "correct it"),))
    ask(journal(store, "good"))
    ask(journal(store, "bad"), correction)
    assert ask(journal(store), correction).text == "bad"


def test_an_answer_that_did_not_fit_is_not_asked_for_again(store):
    ask(journal(store, Reply("", finish="length")))
    assert ask(journal(store)).finish == "length"


def test_answers_that_break_off_lead_to_the_halves_again_without_a_call(store):
    asked = journal(store, *['{"figures": ['] * CUTS)
    asked.check = wire.problem
    for _ in range(CUTS):
        ask(asked)
    again = journal(store)
    assert ask(again).text == '{"figures": ['
    assert again.cached == 1
    assert CUTS == extract.CUTS


def test_with_fresh_only_valid_answers_are_remembered(store):
    ask(journal(store, Reply("", finish="length")))
    assert ask(journal(store, "good", fresh=True)).text == "good"
    assert ask(journal(store, fresh=True)).text == "good"


@pytest.mark.parametrize(
    "other",
    [
        {"model": "n"},
        {"base_url": "http://y/v1"},
        {"temperature": 1},
        {"seed": 1},
    ],
)
def test_another_model_address_or_parameter_is_another_question(store, other):
    ask(journal(store, "good"))
    assert ask(journal(store, "good", **other)).text == "good"
    assert len(store.replies("0" * 16)) == 2


@pytest.mark.parametrize(
    "prompt",
    [
        replace(PROMPT, system="t"),
        replace(PROMPT, user="v"),
        replace(PROMPT, schema={"type": "array"}),
        replace(PROMPT, turns=(("a", "b"),)),
    ],
)
def test_another_prompt_or_schema_is_another_question(store, prompt):
    asked = journal(store)
    assert asked.key(prompt) != asked.key(PROMPT)


def test_an_answer_is_kept_before_it_is_handed_on(store):
    class Watching(ScriptedLLM):
        async def complete(self, prompt):
            reply = await super().complete(prompt)
            assert store.replies("0" * 16) == []
            return reply

    asked = replace(journal(store), llm=Watching("good"))
    ask(asked)
    assert len(store.replies("0" * 16)) == 1
