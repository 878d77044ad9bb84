"""What a server can do with a model, and how to ask accordingly.

A server that speaks "the OpenAI protocol" may refuse or ignore any part of it. The ways to ask
for JSON form a ladder, best first; each refusal steps down one rung, renames a field or leaves
it out, and the profile that results is remembered for the address and model.

Pure: bodies are made and errors read here; nothing is sent.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from briefing.llm import Prompt
from briefing.settings import Endpoint

RUNGS = ("json_schema", "tools", "json_object", "prompt")
TOOL = "save"
# Statuses with which servers answer a field they do not know; 500 is one of them.
_REFUSING = (400, 404, 405, 415, 422, 500, 501)
_RUNG_WORDS = {
    "json_schema": ("response_format", "json_schema", "grammar", "schema", "structured"),
    "tools": ("tool", "function"),
    "json_object": ("response_format", "json_object", "json mode"),
    "prompt": (),
}
_REFUSAL_WORDS = re.compile(
    r"unsupported|not support|unavailable|unrecognized|unknown|unexpected|extra (?:inputs|fields)"
    r"|literal_error|not permitted|not allowed|invalid|must be|is not available|不支持|不可用",
)
_CONTEXT_WORDS = re.compile(
    r"context.{0,20}(?:length|size|window)|exceed_context|maximum context|prompt is too long"
    r"|input is too long|too many (?:input )?tokens|range of input length|reduce the length"
    r"|string_above_max_length|上下文|输入.{0,6}过长",
)
# OpenAI's reasoning models and Kimi read only the new name, Ollama only the old one.
_NEW_LENGTH_HOSTS = ("api.openai.com", "openai.azure.com", "api.moonshot.")


@dataclass(frozen=True)
class Profile:
    """How to ask one server for one model. `lessons` say what was learned, in words."""

    rung: str = RUNGS[0]
    strict: bool = True
    length_field: str = "max_tokens"
    dropped: tuple[str, ...] = ()
    max_output_tokens: int | None = None
    lessons: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the profile as JSON values, for keeping."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None, endpoint: Endpoint) -> "Profile":
        """Return the kept profile, or the one to start with; the settings' mode overrides both."""
        profile = cls()
        if kept and kept.get("rung") in RUNGS:
            known = {name: kept[name] for name in cls.__dataclass_fields__ if name in kept}
            for name in ("dropped", "lessons"):
                known[name] = tuple(known.get(name, ()))
            profile = cls(**known)
        elif not endpoint.base_url or any(host in endpoint.base_url for host in _NEW_LENGTH_HOSTS):
            profile = replace(profile, length_field="max_completion_tokens")
        return profile if endpoint.mode == "auto" else replace(profile, rung=endpoint.mode)

    def lower(self, lesson: str) -> "Profile | None":
        """Return the profile one rung down, None from the lowest."""
        at = RUNGS.index(self.rung) + 1
        if at == len(RUNGS):
            return None
        return replace(self, rung=RUNGS[at], lessons=(*self.lessons, lesson))


def body(prompt: Prompt, endpoint: Endpoint, profile: Profile) -> dict[str, Any]:
    """Return the request for `prompt`. The static part stands first."""
    messages = [
        {"role": "system", "content": prompt.system},
        {"role": "user", "content": prompt.user},
    ]
    for answer, turn in prompt.turns:
        messages.append({"role": "assistant", "content": answer})
        messages.append({"role": "user", "content": turn})
    request: dict[str, Any] = {"model": endpoint.model, "messages": messages}
    if prompt.schema:
        schema = _Same(prompt.schema)
        request |= _form_of(profile.rung, profile.strict, prompt.schema_name, schema)
    limit = endpoint.max_output_tokens
    if profile.max_output_tokens:
        limit = min(limit, profile.max_output_tokens)
    extras = {
        profile.length_field: limit,
        "temperature": endpoint.temperature,
        "seed": endpoint.seed,
    }
    request |= {
        name: value
        for name, value in extras.items()
        if value is not None and name not in profile.dropped
    }
    return request


def encoded(request: Mapping[str, Any]) -> bytes:
    """Return a request as JSON. What is the same in every call is written once and kept."""
    parts = []
    for name, value in request.items():
        if name == "messages":
            texts = [
                f'{{"role":"{message["role"]}","content":{_text(message["content"])}}}'
                for message in value
            ]
            written = f"[{','.join(texts)}]"
        elif isinstance(value, dict | list):
            written = _kept(_Same(value))
        else:
            written = _json(value)
        parts.append(f'"{name}":{written}')
    return f"{{{','.join(parts)}}}".encode("utf-8", "replace")


class _Same:
    """A value that is known by which object it is, for the memory of `_kept`."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=8)
def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@lru_cache(maxsize=8)
def _kept(same: _Same) -> str:
    return _json(same.value)


@lru_cache(maxsize=8)
def _form_of(rung: str, strict: bool, name: str, schema: _Same) -> dict[str, Any]:
    return _form(rung, strict, name, schema.value)


def _form(rung: str, strict: bool, name: str, schema: Any) -> dict[str, Any]:
    """Return the fields that ask for JSON of that schema on a rung."""
    match rung:
        case "json_schema":
            form: dict[str, Any] = {"name": name, "schema": schema}
            if strict:
                form["strict"] = True
            return {"response_format": {"type": "json_schema", "json_schema": form}}
        case "tools":
            function = {"name": TOOL, "parameters": schema}
            return {
                "tools": [{"type": "function", "function": function}],
                "tool_choice": {"type": "function", "function": {"name": TOOL}},
            }
        case "json_object":
            return {"response_format": {"type": "json_object"}}
        case _:
            return {}


def too_long(status: int, text: str) -> bool:
    """Whether an error says that the prompt does not fit."""
    return status == 413 or (
        status in (400, 422, 500) and bool(_CONTEXT_WORDS.search(text.lower()))
    )


def learn(profile: Profile, status: int, text: str) -> Profile | None:
    """Return the profile to ask with after an error, None when the error teaches nothing.

    A named field is dropped or renamed before the rung is blamed: "temperature is not
    supported" says nothing against the schema.
    """
    if status not in _REFUSING:
        return None
    said = text.lower()
    return (
        _about_length(profile, status, said)
        or _about_field(profile, status, said)
        or (_about_rung(profile, status, said))
    )


def _about_length(profile: Profile, status: int, said: str) -> Profile | None:
    names = ("max_tokens", "max_completion_tokens")
    here, other = names if profile.length_field == names[0] else names[::-1]
    # The longer name does not contain the shorter, so each is found on its own.
    if here not in said or here in profile.dropped:
        return None
    lesson = (*profile.lessons, f"{status}: {here} refused")
    bounds = [int(number) for number in re.findall(r"\d{2,7}", said)]
    smaller = [bound for bound in bounds if 256 <= bound < (profile.max_output_tokens or 10**7)]
    if (
        other not in said
        and smaller
        and re.search(r"range|at most|less than|<=|exceed|large", said)
    ):
        return replace(profile, max_output_tokens=max(smaller), lessons=lesson)
    if not _REFUSAL_WORDS.search(said):
        return None
    if any(f"{other} refused" in old for old in profile.lessons):
        return replace(profile, dropped=(*profile.dropped, here), lessons=lesson)
    return replace(profile, length_field=other, lessons=lesson)


def _about_field(profile: Profile, status: int, said: str) -> Profile | None:
    for name in ("temperature", "seed"):
        if re.search(rf"\b{name}\b", said) and name not in profile.dropped:
            lesson = (*profile.lessons, f"{status}: {name} refused")
            return replace(profile, dropped=(*profile.dropped, name), lessons=lesson)
    if profile.rung == "json_schema" and profile.strict and re.search(r"\bstrict\b", said):
        return replace(
            profile, strict=False, lessons=(*profile.lessons, f"{status}: strict refused")
        )
    return None


def _about_rung(profile: Profile, status: int, said: str) -> Profile | None:
    named = any(word in said for word in _RUNG_WORDS[profile.rung])
    if not named or not (_REFUSAL_WORDS.search(said) or status in (422, 501)):
        return None
    return profile.lower(f"{status}: {profile.rung} refused")
