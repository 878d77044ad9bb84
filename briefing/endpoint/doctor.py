"""Find out what a server can do, before a run depends on it.

    for seen in await examine(client):
        print(seen.ok, seen.what, seen.detail, seen.hint)

A canary tells obedience from luck: each call asks for a schema whose one key and one value are
random and stand nowhere in the prompt. An answer that holds them was constrained by the server;
a success without them means that the schema was ignored. The best form found is remembered.

A second test fills the configured context and compares the tokens that the server counted with
what two short prompts let expect: some servers cut long prompts without a word. Where no tokens
are counted, the answer must name a word that stands at the very beginning.
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
_OTHER_TOKENS = 60  # of a prompt: the question around the filler, and the chat format
_CUT_BELOW = 0.8  # of the tokens that the short prompts let us expect
_CANARY_TOKENS = 1_000  # leaves a reasoning model room to think
_SAID = {
    "enforced": "enforced: every answer keeps to the schema",
    "works": "works: answers are JSON, of whatever form",
    "ignored": "accepted and ignored",
    "refused": "refused",
}


@dataclass(frozen=True)
class Seen:
    """One thing that was tried. `ok` is None for what the server lacks and a run can do without.

    `hint` is empty when nothing needs to be done.
    """

    what: str
    ok: bool | None
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
        good = verdict in ("enforced", "works")
        if good:
            enforced.append(rung)
        seen.append(Seen(rung, ok=True if good else None, detail=_SAID[verdict]))
    best = enforced[0] if enforced else RUNGS[-1]
    fixed = client.endpoint.mode
    client.form.adopt(replace(client.profile, rung=best if fixed == "auto" else fixed))
    seen.append(_chosen(client.profile, best, fixed))
    seen.append(await _context(client))
    return seen


def _chosen(profile: Profile, best: str, fixed: str) -> Seen:
    """Say how the server will be asked, and what of it could be better."""
    if fixed not in ("auto", best):
        hint = f"leave out endpoint.mode, and the server is asked by {best}"
        return Seen("asked by", ok=None, detail=f"{fixed}, as endpoint.mode says", hint=hint)
    learned = "".join(f"; {lesson}" for lesson in profile.lessons)
    if best == RUNGS[-1]:
        return Seen(
            "asked by",
            ok=None,
            detail=f"the prompt alone: answers may need repair{learned}",
            hint="a server that constrains answers (llama.cpp, vLLM) loses fewer",
        )
    return Seen("asked by", ok=True, detail=f"{best}, remembered for 30 days{learned}")


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
    """Fill the context that is configured, and see whether all of it arrives."""
    what, endpoint = "long prompts", client.endpoint
    code = secrets.token_hex(3)
    replies: list[Reply] = []
    room = endpoint.context_tokens - endpoint.max_output_tokens - _OTHER_TOKENS
    chars = _SHORT_CHARS
    for _ in range(3):
        text = (_FILLER * (chars // len(_FILLER) + 1))[:chars]
        prompt = Prompt(
            system="Answer with one word.",
            user=f"The code is {code}.\n{text}\nWhat is the code? Answer with the code alone.",
        )
        try:
            reply, fits = await _asked(client, prompt, client.profile)
        except (ModelUnavailable, faults.Transient, faults.Filtered) as fault:
            return Seen(what, ok=False, detail=str(fault), hint=getattr(fault, "hint", ""))
        if not fits:
            return Seen(
                what,
                ok=False,
                detail=f"the server refuses {chars} characters",
                hint=f"set endpoint.context_tokens below {endpoint.context_tokens}, "
                "or give the server a larger context",
            )
        replies.append(reply or Reply(text=""))
        slope = (replies[-1].tokens_in - replies[0].tokens_in) / _SHORT_CHARS
        chars = 2 * _SHORT_CHARS if len(replies) == 1 else int(room / (slope or 1))
    return _arrived(what, replies, room, code, endpoint.max_output_tokens)


def _arrived(what: str, replies: list[Reply], room: int, code: str, answer_tokens: int) -> Seen:
    """Say whether the last of the prompts, of about `room` tokens, arrived whole."""
    counted = [reply.tokens_in for reply in replies]
    if not all(counted) or counted[1] <= counted[0]:
        if code in replies[-1].text:
            return Seen(what, ok=True, detail=f"some {room} characters arrived whole")
        return Seen(what, ok=None, detail="the server counts no tokens: cannot be told")
    if counted[2] < _CUT_BELOW * room:
        return Seen(
            what,
            ok=False,
            detail=f"cut in silence: {counted[2]} tokens counted where {room} were sent",
            hint="give the server a larger context (Ollama: OLLAMA_CONTEXT_LENGTH), "
            f"or set endpoint.context_tokens to {counted[2] + answer_tokens}",
        )
    return Seen(what, ok=True, detail=f"{counted[2]} tokens arrived whole")


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
        client.form.adopt(replace(lesson, rung=client.profile.rung))
        profile = lesson
    return None, True
