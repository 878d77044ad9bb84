"""The form in which claims travel: the schema that is sent, and the way back into records.

    wire.SCHEMA                 the JSON schema of an answer, made once from the claim records
    wire.FORM                   the same for readers of a prompt: a fifth of its letters
    wire.read(text)          -> Reading(claims, faults)

The schema keeps to what every server that constrains answers understands: objects, arrays,
strings, integers, booleans, enums, null. Every property is required and no other allowed;
`kind` is left out, since the array names it. What the schema cannot say is checked here.

Mended without another call, since nothing is guessed by it: fields nobody asked for are
dropped, null stands for an empty list, a lone string for a list of one, "12" or "[12]" for
sentence 12, and an answer wrapped into another object is unwrapped.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError

from briefing.asking.mending import Unreadable, last_object
from briefing.records import Claim, Claims, Figure, NextStep, Official, Shortfall, Target

KINDS: Mapping[str, type[BaseModel]] = {
    "figures": Figure,
    "officials": Official,
    "targets": Target,
    "next_steps": NextStep,
    "shortfalls": Shortfall,
}
# Of each record the fields that are asked for, and whether they hold several words.
_FIELDS = {
    record: tuple(
        (name, field.annotation == tuple[str, ...])
        for name, field in record.model_fields.items()
        if name != "kind"
    )
    for record in KINDS.values()
}
# An open end invites a weak model to loop; a part of an article is short enough for these.
_MAX_CLAIMS = {"figures": 80, "officials": 60, "targets": 40, "next_steps": 40, "shortfalls": 20}
_MAX_WORDS = 8
_NUMBER = re.compile(r"\D{0,3}(\d{1,6})\D{0,3}")
_KEPT = ("type", "enum", "items", "anyOf", "description", "maxItems")


@dataclass(frozen=True)
class Reading:
    """What an answer says. `faults` name the entries that could not be read, one each."""

    claims: Claims
    faults: tuple[str, ...] = ()


def _schema() -> dict[str, Any]:
    properties: dict[str, Any] = {
        name: {"type": "array", "maxItems": _MAX_CLAIMS[name], "items": _object_of(record)}
        for name, record in KINDS.items()
    }
    properties["summary"] = {"type": "string"}
    return _closed(properties)


def _object_of(record: type[BaseModel]) -> dict[str, Any]:
    found = record.model_json_schema()["properties"]
    return _closed({name: _plain(field) for name, field in found.items() if name != "kind"})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _plain(field: Mapping[str, Any]) -> dict[str, Any]:
    """Return a field's schema without the keywords that servers drop or refuse."""
    plain = {key: value for key, value in field.items() if key in _KEPT}
    if "items" in plain:
        plain["items"] = _plain(plain["items"])
        plain["maxItems"] = _MAX_WORDS
    if "anyOf" in plain:
        plain["anyOf"] = [_plain(choice) for choice in plain["anyOf"]]
    return plain


SCHEMA: Mapping[str, Any] = _schema()


def _form(schema: Mapping[str, Any], line: str = "") -> str:
    """Return a schema as an example is written, with the types in the places of the values."""
    if "anyOf" in schema:
        return " | ".join(_form(choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    if schema["type"] == "array":
        return f"[{_form(schema['items'])}]"
    if schema["type"] != "object":
        return str(schema["type"])
    fields = (f'"{name}": {_form(field)}' for name, field in schema["properties"].items())
    return f"{{{line}{(',' + (line or ' ')).join(fields)}{line}}}"


FORM: str = _form(SCHEMA, "\n")


@lru_cache(maxsize=32)  # an answer is checked, kept and read: parsed once
def read(text: str) -> Reading:
    """Return the claims of an answer.

    Raises `mending.Unreadable` when it holds no object, none of the asked fields, or entries
    of which not one can be read.
    """
    found = _unwrapped(last_object(text))
    claims: dict[str, Any] = {}
    faults: list[str] = []
    seen = 0
    for name, record in KINDS.items():
        entries = found.get(name) or ()
        if isinstance(entries, dict):
            entries = (entries,)
        if not isinstance(entries, list | tuple):
            faults.append(f"{name} is no array")
            continue
        seen += len(entries)
        claims[name] = []
        for place, entry in enumerate(entries, 1):
            claim = _claim(record, entry)
            if isinstance(claim, str):
                faults.append(f"{name}[{place}]: {claim}")
            else:
                claims[name].append(claim)
    if seen and not any(claims.values()):
        raise Unreadable("; ".join(faults[:5]))
    summary = found.get("summary")
    claims["summary"] = summary.strip() if isinstance(summary, str) else ""
    return Reading(
        Claims.model_construct(**{k: _tuple(v) for k, v in claims.items()}), tuple(faults)
    )


def problem(text: str) -> str:
    """Return why an answer cannot be used, "" when it can. For whoever keeps replies."""
    try:
        read(text)
    except Unreadable as unreadable:
        return str(unreadable)
    return ""


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _unwrapped(found: dict[str, Any]) -> dict[str, Any]:
    asked = {*KINDS, "summary"}
    for _ in range(3):
        if asked & found.keys():
            return found
        inner = [value for value in found.values() if isinstance(value, dict)]
        if len(inner) != 1:
            break
        found = inner[0]
    raise Unreadable("none of the asked fields is there: " + ", ".join(sorted(asked)))


def _claim(record: type[BaseModel], entry: Any) -> Claim | str:
    """Return the claim that an entry states, or what is wrong with it."""
    if not isinstance(entry, dict):
        return "no object"
    values: dict[str, Any] = {}
    for name, several in _FIELDS[record]:
        value = entry.get(name)
        if value is None:
            continue
        if name == "sentence":
            values[name] = _sentence(value)
        elif several:
            words = value if isinstance(value, list) else [value]
            values[name] = tuple(word for word in words if isinstance(word, str) and word.strip())
        elif isinstance(value, str):
            if value.strip():
                values[name] = value.strip()
        else:
            values[name] = value
    if values.get("change_kind") not in (None, "同比", "环比", "比年初", "其他"):
        values["change_kind"] = "其他"
    try:
        return record.model_validate(values)  # type: ignore[return-value]
    except ValidationError as error:
        return "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:3]
        )


def _sentence(value: Any) -> Any:
    if isinstance(value, list) and value:
        value = value[0]
    number = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    return int(number.group(1)) if number else value
