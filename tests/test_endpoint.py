"""The endpoint against everything a server may do. Each row: behaviour, what the user sees, calls."""

import asyncio
import json
import logging
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

import pytest
from fakes import article
from loopback import (
    EMPTY,
    Answer,
    Loopback,
    completion,
    cuts,
    fails,
    late,
    refuses,
    resets,
    says,
    sends,
)

from briefing import resources
from briefing.asking import extract, prompting, wire
from briefing.asking.prompting import Prompts
from briefing.endpoint import Client, Limiter, Meter, each
from briefing.endpoint.doctor import examine
from briefing.endpoint.profile import Profile
from briefing.errors import BriefingError, BudgetReached, ModelUnavailable
from briefing.llm import Prompt
from briefing.settings import Budget, Endpoint, Price

KEY = "sk-secret-0123456789abcdef"
PAGE = article("全区实现地区生产总值12.3亿元。", "会议于周三召开。")
PROMPTS = Prompts.of(resources.prompt_texts("zh"))
FIGURE = {
    "sentence": 1,
    "metric": "地区生产总值",
    "subject": "全区",
    "raw": "12.3亿元",
    "period": None,
    "change_kind": None,
    "is_rank": False,
}
GOOD = json.dumps({**EMPTY, "figures": [FIGURE]}, ensure_ascii=False)
OK = says(GOOD)
TOOL = {"type": "function", "function": {"name": "save", "arguments": GOOD}}
SOON = format_datetime(datetime.now(UTC) + timedelta(seconds=300), usegmt=True)


def by_piece(call):
    """Answer with the figure where its sentence is asked about, else with nothing."""
    return says(GOOD if call.sentences[0][0] == 1 else json.dumps(EMPTY))(call)


def only_short(status, message):
    """Refuse prompts about more than one sentence."""
    return lambda call: (fails(status, message) if len(call.sentences) > 1 else by_piece)(call)


def at_most(tokens):
    message = f"Invalid max_tokens value, the valid range of max_tokens is [1, {tokens}]"
    return lambda call: (OK if call.body["max_tokens"] <= tokens else fails(400, message))(call)


def plain_unless(forms, message="'response_format' type is unavailable now", status=400):
    """Refuse these forms of asking, answer well to the others."""

    def behave(call):
        form = call.body.get("response_format", {}).get("type")
        asked = "tools" if "tools" in call.body else form or "prompt"
        return (fails(status, message) if asked in forms else OK)(call)

    return behave


def usage(value):
    body = json.loads(completion(GOOD))
    body["usage"] = value
    return sends(json.dumps(body).encode())


@dataclass(frozen=True)
class Row:
    """`sees` is "found", or words of the error; `waits` the least seconds waited in all."""

    script: list[Any]
    then: Any = OK
    sees: str = "found"
    calls: int = 1
    waits: float = 0
    rung: str = "json_schema"
    settings: dict[str, Any] = field(default_factory=dict)


MATRIX = {
    # --- answers that are right, in many clothes
    "a plain answer": Row([OK]),
    "a code fence": Row([says(f"```json\n{GOOD}\n```")]),
    "a byte order mark": Row([says("\ufeff" + GOOD)]),
    "prose around": Row([says(f"好的:\n{GOOD}\n完毕")]),
    "a paired thought": Row([says(f"<think>{{}} 想</think>{GOOD}")]),
    "a thought whose start is lost": Row([says(f"想\n</think>\n{GOOD}")]),
    "a thought that never ends": Row([says(f"<think>{GOOD}")]),
    "the object twice": Row([says(GOOD + GOOD)]),
    "commas too many": Row([says(GOOD.replace("]", ",]"))]),
    "wrapped in another object": Row([says(f'{{"result": {GOOD}}}')]),
    "the answer in reasoning_content": Row([says(None, reasoning_content=GOOD)]),
    "the answer in reasoning": Row([says("", reasoning=GOOD)]),
    "the answer in parts": Row([says([{"type": "text", "text": GOOD}])]),
    "the answer in a tool call nobody asked for": Row([says(None, tool_calls=[TOOL])]),
    "tool arguments as an object": Row(
        [says(None, tool_calls=[{"function": {"arguments": json.loads(GOOD)}}])]
    ),
    "no finish reason": Row([says(GOOD, finish=None)]),
    "an unknown finish reason": Row([says(GOOD, finish="eos")]),
    "no usage": Row([usage(None)]),
    "nonsense as usage": Row([usage({"prompt_tokens": "many", "prompt_tokens_details": 3})]),
    "half a character": Row([sends(completion(GOOD[:-1] + ', "x": "Q"}').replace(b"Q", b"\\ud83d"))]),
    # --- answers that must be asked for again
    "an empty answer": Row([says("")], calls=2),
    "spaces instead of an answer": Row([says("  \n " * 50)], calls=2),
    "null instead of an answer": Row([says(None)], calls=2),
    "an object cut off": Row([says(GOOD[:60])], calls=2),
    "an object of another form": Row([says('{"foo": 1}')], calls=2),
    "entries without what they need": Row([says('{"figures": [{"raw": ""}]}')], calls=2),
    "an apology": Row([says("抱歉,我不能。")], calls=2),
    "two bad answers": Row([says(""), says("抱歉")], calls=3),
    "nothing but bad answers": Row([], says("抱歉"), sees="no answer of the model", calls=3, rung="tools"),
    # --- what does not fit
    "an answer over the length limit": Row([says(GOOD[:50], finish="length")], by_piece, calls=3),
    "every answer over the limit": Row(
        [], says("x", finish="length"), sees="does not fit, even in parts", calls=2
    ),
    "a prompt over the context": Row(
        [], only_short(400, "This model's maximum context length is 9 tokens"), calls=3
    ),
    "a prompt over the context, as llama.cpp says it": Row(
        [], only_short(400, "request (9 tokens) exceeds the available context size"), calls=3
    ),
    "a prompt over the context, as a proxy says it": Row([], only_short(413, "too large"), calls=3),
    "a prompt over the context, in Chinese": Row([], only_short(400, "输入内容过长"), calls=3),
    "answers that break off without a word": Row(
        [], lambda call: (says(GOOD[:60]) if len(call.sentences) > 1 else by_piece)(call), calls=4
    ),
    "every answer breaks off": Row([], says(GOOD[:60]), sees="does not fit, even in parts", calls=4),
    # --- texts the server will not read
    "an answer held back by a filter": Row(
        [says("", finish="content_filter")], sees="content filter", calls=1
    ),
    "an answer held back as sensitive": Row(
        [says("", finish="sensitive")], sees="content filter", calls=1
    ),
    "a refusal": Row([says(None, refusal="no")], sees="content filter", calls=1),
    "a prompt held back by a filter": Row(
        [fails(400, "data_inspection_failed")], sees="content filter", calls=1
    ),
    # --- faults that pass
    "too many requests": Row([fails(429)], calls=2, waits=0.5),
    "too many requests, with seconds to wait": Row([fails(429, retry_after="7")], calls=2, waits=7),
    "too many requests, with milliseconds": Row(
        [fails(429, retry_after_ms="2500")], calls=2, waits=2.5
    ),
    "too many requests, with a date": Row([fails(429, retry_after=SOON)], calls=2, waits=30),
    "a wait that makes no sense": Row([fails(429, retry_after="soon")], calls=2, waits=0.5),
    "an inner error": Row([fails(500)], calls=2, waits=0.5),
    "a gateway's web page": Row([sends(b"<html>bad gateway", 502)], calls=2),
    "overloaded twice": Row([fails(503), fails(503)], calls=3, waits=1.5),
    "a gateway's time-out": Row([fails(504)], calls=2),
    "a request time-out": Row([fails(408)], calls=2),
    "overloaded, by another number": Row([fails(529)], calls=2),
    "a reset": Row([resets], calls=2, waits=0.5),
    "a reset, then too many, then an error": Row([resets, fails(429), fails(500)], calls=4),
    "a body cut off": Row([cuts(OK)], calls=2),
    "a success that is no JSON": Row([sends(b"data: {")], calls=2),
    "a success without choices": Row([sends(b'{"choices": []}')], calls=2),
    "a success that is a list": Row([sends(b"[]")], calls=2),
    "a success that is an error 429": Row(
        [sends(b'{"error": {"code": 429, "message": "busy"}}')], calls=2
    ),
    "a success that is an error in words": Row([sends(b'{"error": "upstream failed"}')], calls=2),
    "a server that lost its network": Row([says(GOOD, finish="network_error")], calls=2),
    "no answer in time": Row([late(OK, 2)], calls=2, settings={"timeout_s": 0.3}),
    "errors without end": Row([], fails(500), sees="answered 500", calls=5, waits=7.5),
    "resets without end": Row([], resets, sees="no connection", calls=5),
    # --- faults that do not pass
    "a wrong key": Row([], fails(401, f"bad key {KEY}"), sees="OPENAI_API_KEY", calls=1),
    "an empty account": Row([], fails(402), sees="no credit", calls=1),
    "an empty account, said with 429": Row(
        [], fails(429, "You exceeded your current quota: insufficient_quota"), sees="no credit"
    ),
    "no right to the model": Row([], fails(403), sees="may lack rights", calls=1),
    "no such address": Row([], fails(404), sees="usually ends in /v1", calls=1),
    "no such model": Row([], fails(400, "model `m` does not exist"), sees="no model 'm'"),
    "an hour to wait": Row([], fails(429, retry_after="3600"), sees="asks to wait 3600 s"),
    "a web page": Row([], sends(b"<!DOCTYPE html><p>Hi"), sees="web page"),
    "a redirect": Row([], fails(307, location="http://elsewhere/v1"), sees="redirects to"),
    "a success that is an error 401": Row(
        [], sends(b'{"error": {"code": 401, "message": "x"}}'), sees="does not accept the key"
    ),
    "a refusal we do not know": Row([], fails(400, "the stars stand wrong"), sees="stars", calls=4),
    "a refusal we do not know, after an answer": Row(
        [says("")], fails(400, "the stars stand wrong"), sees="stars", calls=2
    ),
    # --- servers that cannot do everything
    "no json_schema": Row([], plain_unless({"json_schema"}), calls=2, rung="tools"),
    "no json_schema, said without a reason": Row(
        [], plain_unless({"json_schema"}, "API 调用参数有误，请检查文档。"), calls=2, rung="tools"
    ),
    "no json_schema, said with 500": Row(
        [], plain_unless({"json_schema"}, "literal_error: response_format.type", 500),
        calls=2, rung="tools",
    ),
    "no json_schema, said with 422": Row(
        [], plain_unless({"json_schema"}, "Unexpected fields: response_format", 422),
        calls=2, rung="tools",
    ),
    "no json_schema, no tools": Row(
        [], refuses("json_schema", refuses("tools", OK)), calls=3, rung="json_object"
    ),
    "nothing but text": Row(
        [], refuses("response_format", refuses("tools", OK)), calls=4, rung="prompt"
    ),
    "no strict": Row([], lambda call: (
        fails(400, "Unknown parameter: 'response_format.json_schema.strict'")
        if call.body.get("response_format", {}).get("json_schema", {}).get("strict")
        else OK
    )(call), calls=2),
    "the newer name of the length limit": Row(
        [], refuses("max_tokens", OK, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'"),
        calls=2,
    ),
    "a smaller length limit": Row([], at_most(2048), calls=2),
    "no temperature": Row(
        [], refuses("temperature", OK, "Unsupported value: 'temperature' does not support 0"), calls=2
    ),
    "no seed": Row(
        [], refuses("seed", OK, "Unrecognized request argument supplied: seed"), calls=2,
        settings={"seed": 7},
    ),
    "no temperature, no seed, no json_schema": Row(
        [], refuses("temperature", refuses("seed", refuses("json_schema", OK))), calls=4,
        rung="tools", settings={"seed": 7},
    ),
    "a schema accepted and ignored": Row(
        [says("抱歉"), says("好的"), says("没有")], sees="no answer of the model", calls=3,
        rung="tools",
    ),
    "a form that the settings fix": Row(
        [], plain_unless({"json_schema"}), sees="unavailable now", settings={"mode": "json_schema"}
    ),
    "a simpler form that the settings choose": Row(
        [], plain_unless({"json_schema"}), rung="prompt", settings={"mode": "prompt"}
    ),
}  # fmt: skip


class Waits:
    """A sleep that takes no time, and the clock that goes with it."""

    def __init__(self):
        self.total = 0.0

    def clock(self):
        return time.monotonic() + self.total

    async def __call__(self, seconds):
        self.total += seconds
        await asyncio.sleep(0)


def client_of(server, waits=None, meter=None, **settings):
    waits = waits or Waits()
    endpoint = Endpoint(base_url=server.base_url, model="m", **settings)
    return Client(
        endpoint,
        KEY,
        meter=meter,
        check=wire.problem,
        tokens_of=prompting.cost,
        sleep=waits,
        clock=waits.clock,
    )


def ask(server, waits=None, **settings):
    """Ask about the page; return what the user sees, and the client."""

    async def run():
        async with client_of(server, waits, **settings) as client:
            try:
                found = await extract.extract(PAGE, client, PROMPTS)
                raws = [getattr(finding.claim, "raw", "") for finding in found.findings]
                return ("found" if "12.3亿元" in raws else f"not found: {found}"), client
            except BriefingError as error:
                return f"{error.problem} | {error.hint}", client

    return asyncio.run(run())


@pytest.mark.parametrize("name", MATRIX)
def test_matrix(name):
    row = MATRIX[name]
    waits = Waits()
    with Loopback(row.then, row.script) as server:
        seen, client = ask(server, waits, **row.settings)
    assert row.sees in seen
    assert len(server.calls) == row.calls
    assert waits.total >= row.waits
    assert client.profile.rung == row.rung
    assert KEY not in seen


def test_the_matrix_is_wide():
    assert len(MATRIX) >= 40


# --- many calls at once --------------------------------------------------------------------


def flood(server, count, waits=None, meter=None, **settings):
    """Ask `count` questions at once; return replies or errors, and the client."""

    async def run():
        async with client_of(server, waits, meter, **settings) as client:

            async def one(number):
                prompt = Prompt(system="JSON", user=f"[1] 第{number}句。", schema=wire.SCHEMA)
                return await client.complete(prompt)

            flow = each(range(count), one, at_once=2 * client.endpoint.max_concurrency)
            return [result async for _, result in flow], client

    return asyncio.run(run())


def errors(results):
    return [result for result in results if isinstance(result, BriefingError)]


def test_never_more_calls_than_allowed_are_under_way_and_no_fewer():
    with Loopback(OK, latency_s=0.02) as server:
        results, _ = flood(server, 60, max_concurrency=6)
    assert not errors(results)
    assert server.peak == 6


def test_a_refused_form_costs_at_most_one_call_for_each_that_was_under_way():
    with Loopback(plain_unless({"json_schema"}), latency_s=0.01) as server:
        results, _ = flood(server, 60, max_concurrency=6)
    assert not errors(results)
    assert len(server.calls) <= 60 + 6


def test_a_server_that_takes_fewer_calls_is_met_halfway_and_loses_nothing():
    with Loopback(OK) as server:

        def crowded(call):
            return (fails(429) if server.in_flight > 4 else late(OK, 0.01))(call)

        server._answer = crowded
        waits = Waits()
        results, client = flood(server, 120, waits, max_concurrency=32)
    assert not errors(results)
    assert client.limiter.limit < 32
    assert client.meter.calls == 120


def test_a_dead_server_is_not_asked_for_every_article():
    with Loopback(resets) as server:
        results, _ = flood(server, 200, max_concurrency=4)
    assert len(errors(results)) == 200
    assert len(server.calls) < 40
    assert "tries in a row failed" in errors(results)[-1].problem


def test_a_server_that_refuses_everything_is_given_up():
    with Loopback(fails(429)) as server:
        results, _ = flood(server, 200, max_concurrency=4)
    assert len(errors(results)) == 200
    assert len(server.calls) < 80


def test_a_wrong_key_is_tried_by_those_under_way_and_no_more():
    with Loopback(OK, api_key="sk-right") as server:
        results, _ = flood(server, 50, max_concurrency=4)
    assert len(errors(results)) == 50
    assert len(server.calls) <= 4


def test_where_nothing_listens_the_run_ends_soon_and_says_so():
    with Loopback(OK) as server:
        pass
    waits = Waits()
    results, client = flood(server, 30, waits, max_concurrency=4)
    assert len(errors(results)) == 30
    assert "nothing listens at 127.0.0.1" in results[-1].problem
    assert client.meter.failures <= 14
    assert waits.total < 30


def test_a_server_that_comes_back_is_used_again():
    with Loopback(OK, [resets] * 12) as server:
        results, client = flood(server, 30, max_concurrency=4, attempts=8)
    assert not errors(results)
    assert client.meter.failures == 12


def test_a_limit_of_requests_a_minute_is_kept():
    waits = Waits()
    with Loopback(OK) as server:
        flood(server, 25, waits, max_concurrency=8, requests_per_minute=10)
    assert waits.total >= 115  # 10 at once, 10 after a minute, 5 after two


def test_a_limit_of_tokens_a_minute_is_kept():
    waits = Waits()
    with Loopback(OK) as server:
        flood(server, 6, waits, tokens_per_minute=1_000, max_output_tokens=400, max_concurrency=8)
    assert waits.total >= 110  # some 420 tokens a call: two a minute


def test_an_exhausted_rate_is_waited_for_before_the_server_refuses():
    spent = {"x_ratelimit_remaining_requests": "0", "x_ratelimit_reset_requests": "20s"}
    waits = Waits()
    with Loopback(OK, [sends(completion(GOOD), **spent)]) as server:
        flood(server, 2, waits, max_concurrency=1)
    assert waits.total >= 19


PRICE = Price(model="m", tokens_in=Decimal(1), tokens_out=Decimal(2), tokens_cached=Decimal("0.5"))


@pytest.mark.parametrize("budget", [Budget(max_tokens=3_000), Budget(max_cost=Decimal("0.0035"))])
def test_a_budget_stops_before_the_limit_and_never_passes_it(budget):
    meter = Meter(PRICE, budget)
    with Loopback(usage({"prompt_tokens": 300, "completion_tokens": 200})) as server:
        results, _ = flood(server, 40, meter=meter, max_concurrency=4, max_output_tokens=500)
    assert errors(results)
    assert all(isinstance(error, BudgetReached) for error in errors(results))
    assert meter.calls == len(server.calls) >= 3
    spent = meter.tokens_in + meter.tokens_out
    assert budget.max_tokens is None or spent <= budget.max_tokens
    assert budget.max_cost is None or meter.cost <= budget.max_cost


def test_cached_tokens_are_counted_whatever_their_name():
    kinds = (
        {"prompt_tokens_details": {"cached_tokens": 7}},
        {"prompt_cache_hit_tokens": 7},
        {"cached_tokens": 7},
    )
    for kind in kinds:
        with Loopback(usage({"prompt_tokens": 10, "completion_tokens": 5} | kind)) as server:
            [reply], client = flood(server, 1, meter=Meter(PRICE))
        assert (reply.tokens_in, reply.tokens_out, reply.tokens_cached) == (10, 5, 7)
        assert client.meter.cost == Decimal("0.0000165")  # 3 at 1, 7 at 0.5, 5 at 2, a million


def test_a_server_that_counts_nothing_is_counted_by_estimate():
    with Loopback(usage(None)) as server:
        [reply], client = flood(server, 1)
    assert (reply.tokens_in, reply.tokens_out) == (0, 0)
    assert client.meter.tokens_in > 0


def test_a_cancelled_run_stops_at_once_and_leaves_nothing_behind():
    async def run(server):
        async with client_of(server, max_concurrency=4) as client:

            async def one(number):
                return await client.complete(Prompt(system="JSON", user=str(number)))

            async def all_of_them():
                return [r async for _, r in each(range(50), one, at_once=8)]

            task = asyncio.create_task(all_of_them())
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert client.limiter.in_flight == 0
            return len(asyncio.all_tasks())

    started = time.monotonic()
    with Loopback(late(OK, 30)) as server:
        assert asyncio.run(run(server)) == 1
    assert time.monotonic() - started < 5


def test_items_are_taken_only_when_there_is_room():
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    async def run():
        async def work(number):
            await asyncio.sleep(0)
            assert len(taken) - number <= 12
            if number == 50:
                raise ModelUnavailable("down")
            return number

        return [pair async for pair in each(items(), work, at_once=5)]

    results = asyncio.run(run())
    assert sorted(item for item, _ in results) == list(range(100))
    assert [type(r) for i, r in results if i == 50] == [ModelUnavailable]


def test_a_bug_ends_the_flow():
    async def run():
        async def work(number):
            return 1 // (number - 3)

        return [pair async for pair in each(range(9), work, at_once=2)]

    with pytest.raises(ZeroDivisionError):
        asyncio.run(run())


def test_the_limit_grows_back_only_while_answers_stay_quick():
    now = [0.0]
    limiter = Limiter(16, clock=lambda: now[0])
    limiter.refused()
    limiter.refused()  # within the cool-down: one cut
    assert limiter.limit == 8
    limiter.in_flight = 8
    limiter.served(1.0)
    assert limiter.limit == 8  # still cooling down
    now[0] = 5.0
    for _ in range(8):
        limiter.served(1.0)
    assert 8.9 < limiter.limit < 9.1
    limiter.served(30.0)
    assert limiter.limit < 9.1
    for _ in range(1_000):
        limiter.in_flight = 16
        limiter.served(1.0)
    assert limiter.limit == 16


# --- what is learned, kept and shown --------------------------------------------------------


def test_what_was_learned_is_remembered_for_the_next_run():
    kept = {}
    with Loopback(plain_unless({"json_schema"})) as server:
        endpoint = Endpoint(base_url=server.base_url, model="m")

        async def run():
            async with Client(endpoint, KEY, profile=kept or None, remember=kept.update) as client:
                await client.complete(Prompt(system="JSON", user="1", schema=wire.SCHEMA))

        asyncio.run(run())
        asyncio.run(run())
    assert len(server.calls) == 3
    assert kept["rung"] == "tools"
    assert Profile.of(json.loads(json.dumps(kept)), endpoint).rung == "tools"


@pytest.mark.parametrize("kept", [None, {}, {"rung": "gone"}, {"nonsense": 1}])
def test_a_profile_that_makes_no_sense_is_learned_anew(kept):
    assert Profile.of(kept, Endpoint()).rung == "json_schema"


def seen_by_doctor(behaviour, **settings):
    async def run(server):
        async with client_of(server, **settings) as client:
            return {seen.what: seen for seen in await examine(client)}, client

    with Loopback(behaviour) as server:
        return asyncio.run(run(server))


def test_clients_of_one_run_keep_one_limit_a_minute():
    waits = Waits()
    shared = Limiter(4, requests_per_minute=3, clock=waits.clock, sleep=waits)

    async def run(server):
        for _ in range(2):
            endpoint = Endpoint(base_url=server.base_url, model="m")
            async with Client(endpoint, KEY, limiter=shared) as client:
                for number in range(3):
                    await client.complete(Prompt(system="JSON", user=f"[1] {number}"))

    with Loopback(OK) as server:
        asyncio.run(run(server))
    assert waits.total >= 59


def obedient(call):
    """Answer with exactly what the schema demands, as a server with constrained decoding does."""
    form = call.body.get("response_format", {})
    schema = form.get("json_schema", {}).get("schema")
    if "tools" in call.body:
        schema = call.body["tools"][0]["function"]["parameters"]
    if not schema:
        return says("{}")(call)
    [(key, value)] = schema["properties"].items()
    return says(json.dumps({key: value["enum"][0]}))(call)


def test_the_doctor_tells_obedience_from_luck():
    seen, client = seen_by_doctor(obedient)
    assert seen["json_schema"].detail.startswith("enforced")
    assert seen["tools"].ok
    assert client.profile.rung == "json_schema"
    seen, client = seen_by_doctor(says('{"hello": "world"}'))
    assert seen["json_schema"].detail == "accepted and ignored"
    assert seen["json_schema"].ok is None
    assert "json_object" in seen["asked by"].detail
    assert client.profile.rung == "json_object"
    seen, client = seen_by_doctor(refuses("json_schema", obedient))
    assert seen["json_schema"].detail == "refused"
    assert client.profile.rung == "tools"


def test_the_doctor_finds_a_server_that_cuts_long_prompts_in_silence():
    def forgetful(call):
        body = json.loads(obedient(call).body)
        body["usage"]["prompt_tokens"] = min(4_096, body["usage"]["prompt_tokens"])
        return Answer(body=json.dumps(body).encode())

    seen, _ = seen_by_doctor(forgetful)
    assert seen["long prompts"].ok is False
    assert "4096" in seen["long prompts"].detail
    assert "OLLAMA_CONTEXT_LENGTH" in seen["long prompts"].hint
    assert seen_by_doctor(obedient)[0]["long prompts"].ok


@pytest.mark.parametrize("context", [8_000, 16_000, 64_000])
def test_the_doctor_fills_the_context_that_is_configured(context):
    sent = []

    def counting(call):
        sent.append(json.loads(obedient(call).body)["usage"]["prompt_tokens"])
        return obedient(call)

    seen, _ = seen_by_doctor(counting, context_tokens=context)
    assert seen["long prompts"].ok
    assert 0.9 * (context - 4_096) < max(sent) < context


def test_where_no_tokens_are_counted_the_first_word_must_have_arrived():
    def silent(call, remembers):
        code = re.search(r"code is (\w+)", call.article)
        found = json.loads(completion(code.group(1) if code and remembers else "{}"))
        del found["usage"]
        return Answer(body=json.dumps(found).encode())

    for remembers, ok in ((True, True), (False, None)):
        seen, _ = seen_by_doctor(lambda call, remembers=remembers: silent(call, remembers))
        assert seen["long prompts"].ok is ok


def test_the_doctor_says_what_is_wrong_with_an_endpoint_that_does_not_answer():
    seen, _ = seen_by_doctor(fails(401, f"no such key {KEY}"))
    assert list(seen) == ["endpoint"]
    assert "OPENAI_API_KEY" in seen["endpoint"].hint
    assert KEY not in seen["endpoint"].detail


# --- the key and the network ----------------------------------------------------------------


def test_the_key_is_in_no_message_and_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    echoing = (
        fails(401, f"Incorrect API key provided: {KEY}"),
        fails(400, f"headers: Authorization: Bearer {KEY}"),
        fails(500, KEY),
        sends(json.dumps({"error": {"message": KEY, "code": 401}}).encode()),
        fails(307, location=f"http://x/?key={KEY}"),
        resets,
    )
    seen = []
    for behaviour in echoing:
        with Loopback(behaviour) as server:
            message, client = ask(server)
        seen += [message, repr(client.profile), json.dumps(client.identity), client.host]
        assert server.calls[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in "".join(seen) + caplog.text


def test_a_password_in_the_address_is_shown_to_nobody():
    endpoint = Endpoint(base_url="http://user:hunter2@127.0.0.1:9/v1?token=hunter3", model="m")
    client = Client(endpoint, KEY, sleep=Waits())
    assert "hunter" not in json.dumps(client.identity) + client.host
    with pytest.raises(ModelUnavailable) as caught:
        asyncio.run(client.complete(Prompt(system="", user="")))
    assert "hunter" not in caught.value.problem + caught.value.hint


def test_only_the_configured_address_is_ever_connected_to(monkeypatch):
    connected = []
    real = socket.socket.connect

    def watched(self, address):
        connected.append(address)
        return real(self, address)

    def looked_up(*arguments, **_):
        raise AssertionError(f"a name was looked up: {arguments}")

    with Loopback(OK, [fails(503), fails(307, location="http://example.com/v1")]) as server:
        port = int(server.base_url.split(":")[2].split("/")[0])
        monkeypatch.setattr(socket.socket, "connect", watched)
        original = socket.getaddrinfo

        def only_loopback(host, *rest, **more):
            return original(host, *rest, **more) if host == "127.0.0.1" else looked_up(host)

        monkeypatch.setattr(socket, "getaddrinfo", only_loopback)
        ask(server)
        ask(server)
    assert {address[1] for address in connected if isinstance(address, tuple)} <= {port}


def test_a_message_is_made_of_the_servers_words_not_of_its_json():
    with Loopback(fails(400, "the stars stand wrong")) as server:
        seen, _ = ask(server)
    assert "the stars stand wrong" in seen
    assert "{" not in seen


def test_every_chat_request_is_like_the_first_but_for_its_content():
    with Loopback(OK) as server:
        flood(server, 3, max_concurrency=1)
    seen = [
        {k: v for k, v in call.headers.items() if k != "content-length"} for call in server.calls
    ]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0]["authorization"] == f"Bearer {KEY}"
    assert len({call.article for call in server.calls}) == 3


def test_a_proxy_is_asked_for_other_machines_and_never_for_this_one(monkeypatch):
    from briefing.endpoint.transport import Transport, http_client

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "inside.example")
    assert not isinstance(http_client("http://model.example/v1")._transport, Transport)
    for address in ("http://localhost:8080/v1", "http://inside.example/v1"):
        assert isinstance(http_client(address)._transport, Transport)


def test_importing_the_client_loads_neither_the_sdk_nor_tables():
    code = "import sys, briefing.endpoint; print({'openai', 'aiohttp', 'httpx2', 'tiktoken'} & set(sys.modules) or [])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
