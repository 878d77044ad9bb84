"""A chat-completions server on loopback for tests: it plays what a script says and counts.

    with Loopback(answer=from_sentences(reader)) as server:
        settings.Endpoint(base_url=server.base_url, model="m")
        ...
        assert len(server.calls) == 3

A behaviour is a function from `Call` to `Answer`. `script` gives behaviours for the first
calls in order; after them `answer` is used. It runs in a thread with its own event loop and
speaks HTTP/1.1 by hand, so that broken answers can be sent too.
"""

import asyncio
import json
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

_SENTENCE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Call:
    """One request as received. `number` counts from 1."""

    number: int
    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]
    raw: bytes = b""

    @property
    def article(self) -> str:
        """The first user message: the article part."""
        return next((m["content"] for m in self.body["messages"] if m["role"] == "user"), "")

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """Number and text of each numbered sentence of the article part."""
        return [(int(number), text) for number, text in _SENTENCE.findall(self.article)]

    @property
    def turns(self) -> int:
        """How many answers the conversation holds already."""
        return sum(message["role"] == "assistant" for message in self.body["messages"])


@dataclass(frozen=True)
class Answer:
    """What is sent back. `cut` closes the connection after so many bytes of the body."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    latency_s: float = 0.0
    cut: int | None = None
    reset: bool = False


Behaviour = Callable[[Call], Answer]


def says(text: str | None, *, finish: str | None = "stop", **message: Any) -> Behaviour:
    """Answer with this text as a completion; keywords become fields of the message."""

    def behave(call: Call) -> Answer:
        return Answer(body=completion(text, call, finish=finish, **message))

    return behave


def completion(
    text: str | None, call: Call | None = None, *, finish: str | None = "stop", **message: Any
) -> bytes:
    """Return the body of a completion with plausible token counts."""
    asked = len(json.dumps(call.body, ensure_ascii=False)) if call else 100
    return json.dumps(
        {
            "id": "x",
            "object": "chat.completion",
            "model": call.body.get("model", "m") if call else "m",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": text, **message},
                }
            ],
            "usage": {"prompt_tokens": asked * 3 // 4, "completion_tokens": len(text or "")},
        },
        ensure_ascii=False,
    ).encode()


def fails(status: int, message: str = "", **headers: str) -> Behaviour:
    """Answer with an error of this status; keywords become headers (retry_after -> retry-after)."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    body = json.dumps({"error": {"message": message or f"status {status}"}}).encode()
    return lambda call: Answer(status=status, body=body, headers=names)


def sends(body: bytes, status: int = 200, **headers: str) -> Behaviour:
    """Answer with these bytes."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda call: Answer(status=status, body=body, headers=names)


def resets(call: Call) -> Answer:
    """Close the connection without a word."""
    return Answer(reset=True)


def cuts(behaviour: Behaviour, at: int = 40) -> Behaviour:
    """Announce the whole answer and close the connection after `at` bytes of it."""
    return lambda call: Answer(body=behaviour(call).body, cut=at)


def late(behaviour: Behaviour, seconds: float) -> Behaviour:
    """Answer after `seconds`."""

    def behave(call: Call) -> Answer:
        given = behaviour(call)
        return Answer(given.status, given.body, given.headers, seconds, given.cut, given.reset)

    return behave


def refuses(
    field_name: str, otherwise: Behaviour, message: str = "", status: int = 400
) -> Behaviour:
    """Refuse requests that hold a field, or a response_format of that type; else behave so."""
    told = message or f"'{field_name}' is not supported by this server"
    refusal = fails(status, told)

    def behave(call: Call) -> Answer:
        form = call.body.get("response_format", {}).get("type")
        return (refusal if field_name in call.body or form == field_name else otherwise)(call)

    return behave


Reader = Callable[[list[tuple[int, str]]], dict[str, Any]]


def from_sentences(reader: Reader | None = None) -> Behaviour:
    """Answer with the claims that `reader` makes of the request's numbered sentences.

    The form follows the request: a tool call when tools are asked for, else content. A later
    turn, which asks for corrections, gets none.
    """
    read = reader or read_figures

    def behave(call: Call) -> Answer:
        claims = dict(EMPTY) if call.turns else {**EMPTY, **read(call.sentences)}
        text = json.dumps(claims, ensure_ascii=False)
        if "tools" in call.body:
            name = call.body["tools"][0]["function"]["name"]
            made = {"id": "t", "type": "function", "function": {"name": name, "arguments": text}}
            return Answer(body=completion(None, call, finish="tool_calls", tool_calls=[made]))
        return Answer(body=completion(text, call))

    return behave


EMPTY: dict[str, Any] = {
    "figures": [],
    "officials": [],
    "targets": [],
    "next_steps": [],
    "shortfalls": [],
    "summary": "",
}
_AMOUNT = re.compile(r"(\w{2,8}?)((?:增长|下降|达|达到)?\d+(?:\.\d+)?(?:亿元|万元|%|万户|个))")


def read_figures(sentences: list[tuple[int, str]]) -> dict[str, Any]:
    """Read the plainest figures: a few words, then a number with its unit."""
    figures = [
        {
            "sentence": number,
            "metric": metric,
            "subject": None,
            "raw": raw,
            "period": None,
            "change_kind": None,
            "is_rank": False,
        }
        for number, text in sentences
        for metric, raw in _AMOUNT.findall(text)
    ]
    return {"figures": figures, "summary": "情况见{{F1}}。" if figures else ""}


def read_by_rules(sentences: list[tuple[int, str]]) -> dict[str, Any]:
    """Read what the program's own rules read: an obedient and able model."""
    import hashlib

    from briefing import rules
    from briefing.records import Article, Piece, Span

    spans, at = [], 0
    for _, text in sentences:
        spans.append(Span(start=at, end=at + len(text)))
        at += len(text) + 1
    whole = "\n".join(text for _, text in sentences)
    article = Article(
        id=hashlib.sha256(whole.encode()).hexdigest()[:16],
        source="loopback",
        text=whole,
        paragraphs=tuple(spans),
        sentences=tuple(spans),
        origin=(Piece(start=0, length=len(whole), raw_start=0, raw_length=len(whole)),),
        raw_sha256="",
        encoding="utf-8",
    )
    claims = json.loads(rules.read(article).model_dump_json())
    for kind in EMPTY.keys() - {"summary"}:
        for claim in claims[kind]:
            claim.pop("kind")
            claim["sentence"] = sentences[claim["sentence"] - 1][0]
    return dict(claims)


class Loopback:
    """The server. `calls` holds every request, `peak` the most that were under way at once."""

    def __init__(
        self,
        answer: Behaviour | None = None,
        script: Iterable[Behaviour] = (),
        *,
        latency_s: float = 0.0,
        api_key: str = "",
        other: Callable[[str, str, bytes, Mapping[str, str]], Answer] | None = None,
    ) -> None:
        self._answer = answer or from_sentences()
        self._script = list(script)
        self._latency_s = latency_s
        self._api_key = api_key
        self._other = other
        self.calls: list[Call] = []
        self.in_flight = 0
        self.peak = 0
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._port = 0

    @property
    def base_url(self) -> str:
        """The address for `Endpoint.base_url`."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        starting = asyncio.run_coroutine_threadsafe(
            asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=512), self._loop
        )
        self._server = starting.result(5)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        async def stop() -> None:
            self._server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(stop(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        if self._other and not path.endswith("/chat/completions"):
            answer = self._other(method, path, content, headers)
        else:
            self.in_flight += 1
            self.peak = max(self.peak, self.in_flight)
            try:
                answer = await self._answered(path, headers, content)
            finally:
                self.in_flight -= 1
        if answer.reset:
            writer.transport.abort()
            return False
        lines = [f"HTTP/1.1 {answer.status} X", f"content-length: {len(answer.body)}"]
        fields = {"content-type": "application/json", **answer.headers}
        lines += [f"{name}: {value}" for name, value in fields.items()]
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + answer.body[: answer.cut])
        await writer.drain()
        return answer.cut is None

    async def _answered(self, path: str, headers: Mapping[str, str], content: bytes) -> Answer:
        call = Call(len(self.calls) + 1, path, headers, json.loads(content or b"{}"), content)
        self.calls.append(call)
        if self._api_key and headers.get("authorization") != f"Bearer {self._api_key}":
            sent = headers.get("authorization", "").removeprefix("Bearer ")
            answer = fails(401, f"Incorrect API key provided: {sent}")(call)
        else:
            behave = self._script.pop(0) if self._script else self._answer
            answer = behave(call)
        if self._latency_s or answer.latency_s:
            await asyncio.sleep(answer.latency_s or self._latency_s)
        return answer
