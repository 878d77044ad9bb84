"""A second model takes over, and only then."""

import asyncio

import pytest
from fakes import ScriptedLLM

from briefing.asking.standby import Standby
from briefing.errors import BudgetReached, ModelUnavailable
from briefing.llm import Prompt

PROMPT = Prompt(system="s", user="u")


def ask(first, second):
    notes = []
    reply = asyncio.run(Standby(first, second, notes.append).complete(PROMPT))
    return reply.text, notes


def test_the_second_is_not_asked_while_the_first_answers():
    assert ask(ScriptedLLM("one"), ScriptedLLM()) == ("one", [])


def test_the_second_takes_over_and_the_reason_is_told():
    text, notes = ask(ScriptedLLM(ModelUnavailable("down")), ScriptedLLM("two"))
    assert text == "two"
    assert [note.problem for note in notes] == ["down"]


def test_a_reached_budget_is_not_spent_at_the_second():
    with pytest.raises(BudgetReached):
        ask(ScriptedLLM(BudgetReached("limit")), ScriptedLLM())


def test_when_both_fail_the_seconds_reason_is_raised():
    with pytest.raises(ModelUnavailable, match="also down"):
        ask(ScriptedLLM(ModelUnavailable("down")), ScriptedLLM(ModelUnavailable("also down")))
