"""The endpoint against everything a server may do. Each row: behaviour, what the user sees, calls."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from fakes import article
from loopback import (
    EMPTY,
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

from briefing import extract, prompting, resources, wire
from briefing.endpoint import Client
from briefing.errors import BriefingError
from briefing.prompting import Prompts
from briefing.settings import Endpoint

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
SOON = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)


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
    "a refusal we do not know": Row([], fails(400, "the stars stand wrong"), sees="stars"),
    # --- servers that cannot do everything
    "no json_schema": Row([], plain_unless({"json_schema"}), calls=2, rung="tools"),
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
