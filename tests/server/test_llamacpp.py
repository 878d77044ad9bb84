"""The whole program against a real llama.cpp server that constrains answers by grammar.

Its model is random: every answer has the right form and means nothing. So this proves the
plumbing, and that nothing a model says reaches a reader unless the page says it.
"""

import asyncio
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from fakes import article

from briefing import resources
from briefing.asking import extract, prompting, wire
from briefing.asking.mending import last_object
from briefing.asking.prompting import Prompts
from briefing.endpoint import Client
from briefing.endpoint.doctor import examine
from briefing.errors import ModelUnavailable
from briefing.llm import Prompt
from briefing.settings import Endpoint
from briefing.store import Store

pytestmark = pytest.mark.server
KEY = "sk-tiny-random"
HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    pytest.importorskip("xllamacpp")
    pytest.importorskip("gguf")
    model = tmp_path_factory.mktemp("model") / "tiny.gguf"
    write = f"import sys; sys.path.insert(0, {str(HERE)!r}); import tiny_model, pathlib; "
    write += f"tiny_model.write(pathlib.Path({str(model)!r}))"
    subprocess.run([sys.executable, "-c", write], check=True)
    server = subprocess.Popen(
        [sys.executable, str(HERE / "serve.py"), str(model), KEY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield server.stdout.readline().strip()
    server.stdin.close()
    server.wait(20)


def endpoint(address, **settings):
    # At temperature 0 a random model may run in circles; at 1 it ends soon.
    chosen = {"temperature": 1, "seed": 7, "context_tokens": 10_000} | settings
    return Endpoint(base_url=address, model="tiny-random", **chosen)


def matches(value, schema):
    """Whether a value has the form of the part of JSON schema that we send."""
    if "anyOf" in schema:
        return any(matches(value, choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    match schema["type"]:
        case "object":
            wanted = schema["properties"]
            return set(value) == set(wanted) and all(
                matches(value[name], wanted[name]) for name in wanted
            )
        case "array":
            return len(value) <= schema["maxItems"] and all(
                matches(item, schema["items"]) for item in value
            )
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case other:
            kinds = {"string": str, "boolean": bool, "null": type(None)}
            return isinstance(value, kinds[other])


def test_every_answer_has_the_form_that_was_asked_for(address):
    prompts = Prompts.of(resources.prompt_texts("zh"))
    page = article("全区实现地区生产总值12.3亿元。")

    async def run():
        answers = []
        async with Client(endpoint(address), KEY) as client:
            [piece] = prompting.split(page, prompts, prompting.Limits())
            for number in range(4):
                question = prompts.extraction(piece)
                again = Prompt(question.system, f"{question.user}\n{number}", question.schema)
                answers.append(await client.complete(again))
            return answers, client

    answers, client = asyncio.run(run())
    whole = [reply for reply in answers if reply.finish == "stop"]
    assert len(whole) >= 3
    for reply in whole:
        assert matches(json.loads(reply.text), wire.SCHEMA)
        assert wire.problem(reply.text) == "" or last_object(reply.text)
    assert client.profile.rung == "json_schema"
    assert answers[-1].tokens_cached > 0.9 * prompts.system_tokens / 2  # the prefix was kept
    assert all(reply.tokens_in and reply.tokens_out for reply in answers)


def test_the_doctor_finds_that_the_schema_is_enforced(address):
    async def run():
        async with Client(endpoint(address), KEY) as client:
            return {seen.what: seen for seen in await examine(client)}

    seen = asyncio.run(run())
    assert seen["json_schema"].detail.startswith("enforced")
    assert seen["asked by"].detail.startswith("json_schema")
    assert seen["long prompts"].ok


def test_a_wrong_key_is_named(address):
    async def run():
        async with Client(endpoint(address), "sk-wrong-wrong-wrong") as client:
            await client.complete(Prompt(system="JSON", user="x"))

    with pytest.raises(ModelUnavailable) as caught:
        asyncio.run(run())
    assert "OPENAI_API_KEY" in caught.value.hint
    assert "wrong-wrong" not in caught.value.problem


def test_a_page_over_the_context_is_asked_about_in_parts(address):
    page = article(*("全区各项工作有序推进，成效明显。" * 50 for _ in range(12)))
    prompts = Prompts.of(resources.prompt_texts("zh"))

    async def run():
        # The settings promise far more than the server has: it refuses, and the page is halved.
        limits = prompting.Limits(context_tokens=200_000, max_output_tokens=60_000)
        asked = endpoint(address, max_output_tokens=1_500)
        async with Client(asked, KEY, check=wire.problem) as client:
            with suppress(extract.AnswerUnusable):  # noise may be useless thrice
                await extract.extract(page, client, prompts, limits=limits)
            return client

    client = asyncio.run(run())
    assert client.meter.calls >= 2


def test_the_whole_program_prints_nothing_that_a_random_model_says(address, tmp_path):
    environment = {
        **os.environ,
        "OPENAI_BASE_URL": address,
        "OPENAI_API_KEY": KEY,
        "BRIEFING_ENDPOINT__TEMPERATURE": "1",
        "BRIEFING_ENDPOINT__SEED": "7",
        "BRIEFING_ENDPOINT__CONTEXT_TOKENS": "12000",
    }
    command = [sys.executable, "-m", "briefing", "weekly", *map(str, sorted(SEEDS.glob("*.txt")))]
    options = ["--engine", "model", "--model", "tiny-random", "--out", "out", "-f", "json"]
    options += ["--database", "b.db"]

    def run():
        return subprocess.run(
            command + options, cwd=tmp_path, env=environment, capture_output=True, text=True
        )

    first = run()
    assert first.returncode == 0, first.stderr
    with Store(tmp_path / "b.db") as store:
        [(_, _, account)] = store.runs()[:1]
        assert account.calls > 0
        articles = [a for day in store.days() for a in store.articles(day, day)]
        replies = [reply for a in articles for reply in store.replies(a.id)]
    assert len(replies) == account.calls
    for reply in replies:
        if reply.finish == "stop":
            assert matches(json.loads(reply.text), wire.SCHEMA)
    for path in (tmp_path / "out").rglob("*.json"):
        printed = json.loads(path.read_text(encoding="utf-8"))
        by_model = printed["run"]["engine"] != "rules" and not printed["run"]["notes"]
        kinds = ("figures", "officials", "targets", "next_steps", "shortfalls")
        rows = [row for kind in kinds for row in printed[kind]]
        if by_model:
            assert rows == []
        for row in rows:  # whatever stands there stands in its page
            assert row["finding"]["evidence"]["verdict"] in ("exact", "folded")
    assert KEY not in first.stdout + first.stderr
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes()
