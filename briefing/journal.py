"""Keep every answer of a model before it is used, and never pay twice for one.

    journal = Journal(client, client.identity, keep, check=wire.problem, now=now)
    found = await extract(article, journal.of(article.id), prompts)

Wraps any `LLM` and is one. Every answer, good or bad, is kept with its tokens before it is
handed on. A question is answered from what was kept when that answer is valid, when a later
turn of its conversation got a valid one, or when it told that the answer does not fit: then
the way from question to findings is the same as the first time. Any other is asked again.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from briefing.llm import LLM, Prompt, Reply
from briefing.records import StoredReply

KEY_VERSION = 1


class Keep(Protocol):
    """Where answers are kept: the part of the store that a journal needs."""

    def put_reply(self, reply: StoredReply) -> None:
        """Keep `reply` for good before returning."""
        ...

    def reply(self, key: str) -> StoredReply | None:
        """Return what is kept under `key`, a valid one first."""
        ...

    def answered(self, key: str) -> bool:
        """Return whether the next turn after `key` got a valid answer."""
        ...


@dataclass
class Journal:
    """A model with a memory.

    `identity` is what an answer depends on beside the prompt: address, model, parameters; never
    a key. `check` returns why an answer cannot be used, "" when it can. With `fresh` only
    valid answers are taken from memory. `cached` counts the answers that were.
    """

    llm: LLM
    identity: Mapping[str, Any]
    keep: Keep
    check: Callable[[str], str]
    now: Callable[[], datetime]
    fresh: bool = False
    cached: int = 0

    def of(self, article_id: str) -> LLM:
        """Return the model for questions about one article."""
        return _Kept(self, article_id)

    def remembered(self, key: str) -> StoredReply | None:
        """Return the kept answer that may be used again, if there is one."""
        stored = self.keep.reply(key)
        if stored is None or stored.valid:
            return stored
        if self.fresh:
            return None
        return stored if stored.finish == "length" or self.keep.answered(key) else None

    def key(self, prompt: Prompt) -> str:
        """Return the key of a question: sha256 over everything an answer depends on."""
        whole = [
            KEY_VERSION,
            dict(self.identity),
            prompt.system,
            prompt.user,
            prompt.schema_name,
            prompt.schema,
            prompt.turns,
        ]
        text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def record(self, prompt: Prompt, reply: Reply, article_id: str) -> StoredReply:
        """Keep an answer and return it as kept. Batches use it too."""
        error = "length" if reply.finish == "length" else self.check(reply.text)
        parent = self.key(replace(prompt, turns=prompt.turns[:-1])) if prompt.turns else ""
        stored = StoredReply(
            key=self.key(prompt),
            parent=parent,
            article_id=article_id,
            model=reply.model or str(self.identity.get("model", "")),
            text=reply.text,
            finish=reply.finish,
            valid=not error,
            error=error[:500],
            tokens_in=reply.tokens_in,
            tokens_out=reply.tokens_out,
            tokens_cached=reply.tokens_cached,
            received_at=self.now(),
        )
        self.keep.put_reply(stored)
        return stored


@dataclass(frozen=True)
class _Kept:
    journal: Journal
    article_id: str

    async def complete(self, prompt: Prompt) -> Reply:
        """Return the kept answer, or ask, keep and return it."""
        stored = self.journal.remembered(self.journal.key(prompt))
        if stored is not None:
            self.journal.cached += 1
            return Reply(
                text=stored.text,
                finish=stored.finish,
                model=stored.model,
                tokens_in=stored.tokens_in,
                tokens_out=stored.tokens_out,
                tokens_cached=stored.tokens_cached,
            )
        reply = await self.journal.llm.complete(prompt)
        self.journal.record(prompt, reply, self.article_id)
        return reply
