"""Keep every answer of a model before it is used, and never pay twice for one.

    journal = Journal(client, client.identity, keep, check=wire.problem, now=now)
    found = await extract(article, journal.of(article.id), prompts)

Wraps any `LLM` and is one. Every answer, good or bad, is kept with its tokens before it is
handed on. A valid answer is never asked for again. Of the others, those are taken from memory
that lie on a way which was gone to its end: a repair got a valid answer, the answer did not fit
and its halves were asked for, or every try was used up. Then the way from question to findings
is the same as the first time, at no cost; with `fresh` such questions are asked again.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from briefing.asking.mending import BREAKS_OFF
from briefing.llm import LLM, Prompt, Reply
from briefing.records import StoredReply

KEY_VERSION = 1
TRIES = 3  # after so many unusable answers the article is given up, here as in extraction
CUTS = 2  # after so many that break off its halves are asked about, here as there


class Keep(Protocol):
    """Where answers are kept: the part of the store that a journal needs."""

    def put_reply(self, reply: StoredReply) -> None:
        """Keep `reply` for good before returning."""
        ...

    def reply(self, key: str) -> StoredReply | None:
        """Return what is kept under `key`, a valid one first."""
        ...

    def tries(self, key: str) -> tuple[int, bool]:
        """Return how often a question and its repairs were answered, and whether validly."""
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
    _static: tuple[Prompt | None, str] = (None, "")

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
        tries, succeeded = self.keep.tries(stored.parent or key)
        halved = stored.error == BREAKS_OFF and tries >= CUTS
        ended = stored.finish == "length" or succeeded or halved or tries >= TRIES
        return stored if ended else None

    def key(self, prompt: Prompt) -> str:
        """Return the key of a question: sha256 over everything an answer depends on."""
        static = self._static_of(prompt)
        changing = _json([prompt.user, prompt.turns])
        return hashlib.sha256((static + changing).encode("utf-8", "surrogatepass")).hexdigest()

    def _static_of(self, prompt: Prompt) -> str:
        """Return the digest of what is the same over articles; computed once, not per call."""
        known, digest = self._static
        same = known is not None and (
            known.system is prompt.system
            and known.schema is prompt.schema
            and known.schema_name == prompt.schema_name
        )
        if not same:
            whole = [KEY_VERSION, dict(self.identity), prompt.system, prompt.schema_name]
            text = _json([*whole, prompt.schema])
            digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            self._static = (prompt, digest)
        return digest

    def parent(self, prompt: Prompt) -> str:
        """Return the key of the same conversation one turn earlier, "" for a first question."""
        return self.key(replace(prompt, turns=prompt.turns[:-1])) if prompt.turns else ""

    def put(self, key: str, reply: Reply, article_id: str, *, parent: str = "") -> StoredReply:
        """Keep an answer under the key of its question, as batches know it."""
        error = "length" if reply.finish == "length" else self.check(reply.text)
        stored = StoredReply(
            key=key,
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


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True)
class _Kept:
    journal: Journal
    article_id: str

    async def complete(self, prompt: Prompt) -> Reply:
        """Return the kept answer, or ask, keep and return it."""
        key = self.journal.key(prompt)
        stored = self.journal.remembered(key)
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
        self.journal.put(key, reply, self.article_id, parent=self.journal.parent(prompt))
        return reply
