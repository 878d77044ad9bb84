"""Find out what a server can do, before a run depends on it.

    for seen in await examine(client):
        print(seen.ok, seen.what, seen.detail, seen.hint)

A canary tells obedience from luck: each call asks for a schema whose one key and one value are
random and stand nowhere in the prompt. An answer that holds them was constrained by the server;
a success without them means that the schema was ignored. The best form found is remembered.

A second test sends a prompt nearly as long as the configured context and compares the tokens that
the server counted: some servers cut long prompts without a word.
"""

import json
import secrets
from dataclasses import dataclass, replace

from briefing.endpoint import envelope, faults
from briefing.endpoint.client import Client
from briefing.endpoint.profile import RUNGS, Profile, body, learn, too_long
from briefing.errors import ModelUnavailable
from briefing.llm import Prompt, Reply

_FILLER = "全市经济运行总体平稳，各项工作有序推进。"
_SHORT_CHARS = 400
_CUT_BELOW = 0.8  # of the tokens that the short prompt lets us expect
_CANARY_TOKENS = 1_000  # leaves a reasoning model room to think


@dataclass(frozen=True)
class Seen:
    """One thing that was tried. `hint` is empty when nothing needs to be done."""

    what: str
    ok: bool
    detail: str
    hint: str = ""


async def examine(client: Client) -> list[Seen]:
    """Return what the server does with each form of question, and with a long prompt.

    Costs five short calls and a long one. A server that cannot be used gives one entry that
    says why.
    """
    seen: list[Seen] = []
    enforced: list[str] = []
    for rung in RUNGS[:3]:
        try:
            verdict = await _canary(client, rung)
        except (ModelUnavailable, faults.Transient, faults.Filtered) as fault:
            hint = getattr(fault, "hint", "") or "see that the server runs, then try again"
            return [*seen, Seen("endpoint", ok=False, detail=str(fault), hint=hint)]
        if verdict in ("enforced", "works"):
            enforced.append(rung)
        seen.append(Seen(rung, ok=verdict in ("enforced", "works"), detail=verdict))
    best = enforced[0] if enforced else RUNGS[-1]
    if client.endpoint.mode == "auto" and client.profile.rung != best:
        client.adopt(replace(client.profile, rung=best))
    seen.append(Seen("form in use", ok=True, detail=client.profile.rung))
    seen.append(await _context(client))
    return seen


async def _canary(client: Client, rung: str) -> str:
    """Return "enforced", "works" (an object where any is right), "ignored" or "refused"."""
    key, value = "k" + secrets.token_hex(3), "v" + secrets.token_hex(3)
    schema = {
        "type": "object",
        "properties": {key: {"type": "string", "enum": [value]}},
        "required": [key],
        "additionalProperties": False,
    }
    prompt = Prompt(system="Answer in JSON.", user="Say hello.", schema=schema, schema_name="c")
    reply, _ = await _asked(client, prompt, replace(client.profile, rung=rung))
    if reply is None:
        return "refused"
    try:
        found = json.loads(reply.text)
    except ValueError:
        return "ignored"
    if rung == "json_object" and isinstance(found, dict):
        return "works"
    return "enforced" if found == {key: value} else "ignored"


async def _context(client: Client) -> Seen:
    """Compare the tokens counted for a long prompt with what two short ones let expect."""
    endpoint = client.endpoint
    long_chars = max(4 * _SHORT_CHARS, endpoint.context_tokens - endpoint.max_output_tokens)
    what, counts = "long prompts", []
    for chars in (_SHORT_CHARS, 2 * _SHORT_CHARS, long_chars):
        text = (_FILLER * (chars // len(_FILLER) + 1))[:chars]
        prompt = Prompt(system="Answer with one word.", user=text + "\nYes or no?")
        try:
            reply, fits = await _asked(client, prompt, client.profile)
        except (ModelUnavailable, faults.Transient, faults.Filtered) as fault:
            return Seen(what, ok=False, detail=str(fault), hint=getattr(fault, "hint", ""))
        if not fits:
            hint = f"set endpoint.context_tokens below {endpoint.context_tokens}"
            return Seen(what, ok=False, detail=f"{chars} characters are refused", hint=hint)
        counts.append(reply.tokens_in if reply else 0)
    if not all(counts):
        return Seen(what, ok=True, detail="the server counts no tokens: cannot be told")
    slope = (counts[1] - counts[0]) / _SHORT_CHARS
    expected = counts[0] + slope * (long_chars - _SHORT_CHARS)
    if counts[2] < _CUT_BELOW * expected:
        return Seen(
            what,
            ok=False,
            detail=f"cut in silence: {counts[2]} tokens counted where {expected:.0f} were sent",
            hint="give the server a larger context (Ollama: OLLAMA_CONTEXT_LENGTH), "
            f"or set endpoint.context_tokens to {counts[2] + endpoint.max_output_tokens}",
        )
    return Seen(what, ok=True, detail=f"{counts[2]} tokens arrived whole")


async def _asked(client: Client, prompt: Prompt, profile: Profile) -> tuple[Reply | None, bool]:
    """Return the reply in exactly this form, None when it is refused; and whether it fitted."""
    small = client.endpoint.model_copy(update={"max_output_tokens": _CANARY_TOKENS})
    for _ in range(4):
        status, content, headers = await client.connection.send(body(prompt, small, profile))
        text = faults.readable(content)
        if status == 200:
            try:
                return envelope.read(content), True
            except envelope.Malformed as malformed:
                status, text = client.malformed(malformed)
        if too_long(status, text):
            return None, False
        lesson = learn(profile, status, text)
        if lesson is None:
            raise client.connection.judged(status, text, headers)
        if lesson.rung != profile.rung:
            return None, True
        client.adopt(replace(lesson, rung=client.profile.rung))
        profile = lesson
    return None, True
