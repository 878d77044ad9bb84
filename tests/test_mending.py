"""Finding the JSON object in what a model wrote around it."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.asking.mending import Unreadable, last_object

GOOD = '{"figures": [{"raw": "12.30", "sentence": "2"}], "summary": "好{{F1}}"}'
WANTED = json.loads(GOOD)

MENDED = {
    "as it should be": GOOD,
    "a byte order mark": "\ufeff" + GOOD,
    "a code fence": f"```json\n{GOOD}\n```",
    "a code fence that is never closed": f"```json\n{GOOD}",
    "prose before and after": f"好的,结果如下:\n{GOOD}\n希望有帮助。",
    "thinking before": f"<think>先看 {{第一句}}</think>\n{GOOD}",
    "thinking that holds a draft": f'<think>{{"figures": []}}</think>{GOOD}',
    "thinking whose start the server ate": f'草稿 {{"figures": []}}\n</think>\n{GOOD}',
    "thinking that never ends": f"<think>想了想 {GOOD}",
    "thinking after": f"{GOOD}<think>对吗?</think>",
    "the whole answer inside thinking": f"<think>{GOOD}</think>",
    "written twice": GOOD + GOOD,
    "a draft, then better": f'{{"figures": [1]}}\n\n{GOOD}',
    "a loose brace after": GOOD + "\n}",
    "a loose brace before": "{ 说明\n" + GOOD,
    "commas too many": GOOD.replace("}]", ",},]"),
    "a line break inside a string": GOOD.replace("好", "好\n").replace("\n", "\n", 1),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_surrounds_the_object_is_taken_away(name):
    found = last_object(MENDED[name])
    found["summary"] = found["summary"].replace("\n", "")
    assert found == WANTED


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", True),
        ("  \n ", True),
        (GOOD[:-9], True),
        (f"```json\n{GOOD[:40]}", True),
        ("我不能回答。", False),
        ("[1, 2]", False),
        ("null", False),
    ],
)
def test_what_holds_no_whole_object_is_unreadable(text, cut):
    with pytest.raises(Unreadable) as caught:
        last_object(text)
    assert caught.value.cut is cut


def test_numbers_keep_their_letters():
    assert last_object('{"raw": 12.30, "n": 007}'.replace("007", "70")) == {
        "raw": "12.30",
        "n": "70",
    }


HOSTILE = {
    "open braces": "{" * 100_000,
    "open brackets": "[" * 100_000,
    "nested objects": '{"a":' * 100_000,
    "nested objects in quotes": '{"a":"' * 50_000,
    "open thoughts": "<think>" * 100_000,
    "thoughts and braces": "<think>{" * 50_000 + "</think>" * 10_000,
    "empty thoughts": "<think></think>" * 60_000,
    "empty objects": "{}" * 100_000,
    "deep arrays": '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
    "quotes": '"' * 900_000 + "{",
    "backslashes": '{"' + "\\" * 900_000,
    "commas": "{" + "," * 900_000 + "}",
    "spaced commas": "{" + " ,  " * 200_000 + "}",
    "ten million characters": "{" * 10_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_answers_are_refused_in_bounded_time(name):
    started = time.process_time()
    with suppress(Unreadable):
        assert last_object(HOSTILE[name]) == {}
    assert time.process_time() - started < 3


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=20), min_size=1, max_size=4),
    st.text(alphabet="好 a.,\n", max_size=20),
)
def test_any_object_comes_back_from_between_prose(wanted, prose):
    text = f"{prose}{json.dumps(wanted, ensure_ascii=False)}{prose}"
    assert last_object(text) == wanted
