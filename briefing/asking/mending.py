"""Find the JSON object in what a model answered.

    mending.last_object('<think>…</think>```json\n{"figures": []}\n```')  -> {"figures": []}

In: the text of an answer, untrusted. Out: the last whole JSON object that stands in it, or
`Unreadable` with the reason. Mended without another call: a byte order mark, <think> blocks
paired or not, code fences, prose around the object, an object written twice, line breaks
inside strings, a comma too many. Never mended: an object that was cut off, for what is
missing is unknown.

Numbers come back as the letters they were written with, so that 12.30 stays 12.30. Pure, and
linear in the length of the text.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

MAX_CHARS = 1_000_000  # forty times what the longest allowed answer holds
_TRIES = 20
BREAKS_OFF = "the JSON object breaks off before its end"

_TAG = re.compile(r"<(/?)(?:think|thinking|reasoning)>", re.IGNORECASE)
_OBJECT_START = re.compile(r'\{\s*"')
_MARK = re.compile(r'["{}]')
_STRING_END = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_LOOSE_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)


class Unreadable(Exception):
    """An answer that holds no usable object; the text says why. `cut` when it broke off."""

    def __init__(self, why: str, *, cut: bool = False) -> None:
        super().__init__(why)
        self.cut = cut


def last_object(text: str) -> dict[str, Any]:
    """Return the last whole JSON object of `text`, the one after any thinking if there is one.

    Raises `Unreadable`; its `cut` is true when the answer is blank or breaks off, so that the
    same question is worth asking again.
    """
    text = text.strip().lstrip("\ufeff").strip()
    if not text:
        raise Unreadable("the answer is empty", cut=True)
    if len(text) > MAX_CHARS:
        raise Unreadable(f"the answer is longer than {MAX_CHARS} characters")
    whole = _load(text) if text[0] == "{" else None
    if whole is not None:
        return whole
    for part in _after_thinking(text):
        spans = list(_balanced(part))
        for start, end in reversed(spans[-_TRIES:]):
            found = _load(part[start:end])
            if found:
                return found
    raise Unreadable(
        BREAKS_OFF if "{" in text else "there is no JSON object",
        cut="{" in text,
    )


def _after_thinking(text: str) -> Iterator[str]:
    """Yield the answer without what was thought, then, if it differs, the whole text.

    An end without a beginning closes a thought that the server's template had opened.
    """
    spoken: list[str] = []
    at, opened = 0, -1
    for tag in _TAG.finditer(text):
        if tag.group(1):
            if opened >= 0:
                spoken.append(text[at:opened])
            else:
                spoken.clear()
            at, opened = tag.end(), -1
        elif opened < 0:
            opened = tag.start()
    if at:
        yield "".join(spoken) + text[at:]
    yield text


def _balanced(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every outermost {…} of `text`; quotes count only inside one.

    A brace of the prose that is never closed is passed over, a few times at most. An object
    that is never closed was cut off: what stands inside it is no answer.
    """
    at, fresh_starts = 0, 0
    while (start := text.find("{", at)) >= 0 and fresh_starts < _TRIES:
        end = _closing(text, start)
        if end:
            yield start, end
            at = end
        elif _OBJECT_START.match(text, start):
            return
        else:
            at = start + 1
            fresh_starts += 1


def _closing(text: str, start: int) -> int:
    """Return where the object that opens at `start` ends, 0 when it never does."""
    depth, at = 0, start
    while mark := _MARK.search(text, at):
        at = mark.end()
        match mark.group():
            case "{":
                depth += 1
            case "}":
                depth -= 1
                if not depth:
                    return at
            case _:
                string = _STRING_END.match(text, at)
                if not string:
                    return 0
                at = string.end()
    return 0


def _load(text: str) -> dict[str, Any] | None:
    for candidate in (text, None):
        if candidate is None:
            candidate = _LOOSE_COMMA.sub(lambda found: found.group(1) or "", text)
            if candidate == text:
                return None
        try:
            value = json.loads(candidate, strict=False, parse_float=str, parse_int=str)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None
