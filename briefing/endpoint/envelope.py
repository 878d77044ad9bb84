"""Read what a chat-completions server sends back.

In: the bytes of an answer with status 200, untrusted. Out: a `Reply`, or `Malformed`.

Servers put the text in different places: `content`, a list of parts, the arguments of a tool
call, or the field for reasoning when a parser of theirs went wrong. Pure.
"""

import json
from collections.abc import Mapping
from typing import Any

from briefing.llm import Reply

_DONE = {"tool_calls": "stop", "function_call": "stop", "eos": "stop", "end_turn": "stop"}
_FULL = ("max_tokens", "MAX_TOKENS", "model_length")


class Malformed(Exception):
    """An answer with status 200 that holds no completion. `status`: the error it carries."""

    def __init__(self, why: str, *, status: int = 0, page: bool = False) -> None:
        super().__init__(why)
        self.status = status
        self.page = page


def read(content: bytes) -> Reply:
    """Return the reply that an answer holds.

    Raises `Malformed`: `page` when it is a web page, `status` when it is an error in disguise.
    """
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        page = content[:200].lstrip().lower().startswith((b"<!doctype", b"<html"))
        raise Malformed("the answer is no JSON", page=page) from None
    choices = answer.get("choices") if isinstance(answer, dict) else None
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise Malformed(*_disguised(answer))
    choice = choices[0]
    message = choice.get("message")
    message = message if isinstance(message, dict) else {}
    finish = choice.get("finish_reason")
    finish = finish if isinstance(finish, str) and finish else "stop"
    text = _text(message)
    if not text and message.get("refusal"):
        finish = "content_filter"
    if finish == "network_error":
        raise Malformed("the server lost its own connection", status=503)
    tokens_in, tokens_out, cached = _usage(answer)
    return Reply(
        text=text,
        finish="length" if finish in _FULL else _DONE.get(finish, finish),
        model=str(answer.get("model") or ""),
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        tokens_cached=cached,
    )


def _disguised(answer: Any) -> tuple[str]:
    """Raise what an error object inside a 200 stands for, or return why it is malformed."""
    error = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(error, dict | str) and error:
        code = error.get("code") if isinstance(error, dict) else None
        status = int(code) if isinstance(code, int) and 400 <= code < 600 else 503
        raise Malformed(json.dumps(error, ensure_ascii=False)[:500], status=status)
    return ("the answer holds no choices",)


def _text(message: Mapping[str, Any]) -> str:
    """Return the text of a message, without half characters that no file could keep."""
    content = message.get("content")
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        content = "".join(text for text in texts if isinstance(text, str))
    candidates = [content]
    calls = message.get("tool_calls")
    if isinstance(calls, list) and calls and isinstance(calls[0], dict):
        function = calls[0].get("function")
        arguments = function.get("arguments") if isinstance(function, dict) else None
        if isinstance(arguments, dict):
            arguments = json.dumps(arguments, ensure_ascii=False)
        candidates.insert(0, arguments)
    for name in ("reasoning", "reasoning_content"):
        thought = message.get(name)
        if isinstance(thought, str) and "{" in thought:
            candidates.append(thought)
    for text in candidates:
        if isinstance(text, str) and text.strip():
            return text.encode("utf-8", "replace").decode()
    return ""


def _usage(answer: Mapping[str, Any]) -> tuple[int, int, int]:
    usage = answer.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    details = usage.get("prompt_tokens_details")
    timings = answer.get("timings")
    cached = (
        _count(details.get("cached_tokens")) if isinstance(details, dict) else 0,
        _count(usage.get("prompt_cache_hit_tokens")),
        _count(usage.get("cached_tokens")),
        _count(timings.get("cache_n")) if isinstance(timings, dict) else 0,
    )
    return _count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")), max(cached)


def _count(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value < 10**9 else 0
