"""What was asked of a model and paid for: replies, batch jobs, what servers can do."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.records import StoredReply
from briefing.store.file import File

PROFILE_DAYS = 30
_NAMES = tuple(StoredReply.model_fields)


class Replies(File):
    """The tables of replies, profiles and batches."""

    def put_reply(self, reply: StoredReply) -> None:
        """Keep a reply for good, valid or not. It is committed when this returns."""
        values = vars(reply) | {"received_at": reply.received_at.isoformat()}
        self._run(
            """INSERT INTO replies VALUES (:key, :parent, :article_id, :model, :text, :finish,
            :valid, :error, :tokens_in, :tokens_out, :tokens_cached, :received_at)""",
            values,
        )

    def reply(self, key: str) -> StoredReply | None:
        """Return the reply kept under `key`: a valid one if there is any, else the latest."""
        found = self._replies("WHERE key = ? ORDER BY valid DESC, rowid DESC LIMIT 1", (key,))
        return found[0] if found else None

    def replies(self, article_id: str) -> list[StoredReply]:
        """Return every reply about an article in the order they came."""
        return self._replies("WHERE article_id = ? ORDER BY rowid", (article_id,))

    def tries(self, key: str) -> tuple[int, bool]:
        """Return how often a question and its repairs were answered, and whether once validly."""
        row = self._one(
            "SELECT count(*), max(valid) FROM replies WHERE key = ? OR parent = ?", (key, key)
        )
        return (row[0], bool(row[1])) if row else (0, False)

    def _replies(self, where: str, values: Sequence[str]) -> list[StoredReply]:
        rows = self._run(f"SELECT {', '.join(_NAMES)} FROM replies {where}", values)  # noqa: S608
        return [StoredReply.model_validate(dict(zip(_NAMES, row, strict=True))) for row in rows]

    def put_profile(self, base_url: str, model: str, profile: Mapping[str, Any]) -> None:
        """Remember what a server can do with a model, as of today."""
        self._run(
            "INSERT OR REPLACE INTO profiles VALUES (?, ?, ?, date('now'))",
            (base_url, model, json.dumps(profile, ensure_ascii=False, sort_keys=True)),
        )

    def profile(self, base_url: str, model: str) -> dict[str, Any] | None:
        """Return what is remembered of a server and model, None when nothing is.

        Servers are updated: what was learned more than `PROFILE_DAYS` ago is learned anew.
        """
        row = self._one(
            "SELECT profile FROM profiles WHERE base_url = ? AND model = ? "
            "AND learned_on >= date('now', ?)",
            (base_url, model, f"-{PROFILE_DAYS} days"),
        )
        return json.loads(row[0]) if row else None

    def put_batch(self, batch_id: str, state: str, job: Mapping[str, Any]) -> None:
        """Keep a batch job that a server works on, so that a later run can collect it."""
        self._run(
            "INSERT OR REPLACE INTO batches VALUES (?, ?, ?)",
            (batch_id, state, json.dumps(job, ensure_ascii=False)),
        )

    def batches(self, state: str = "open") -> dict[str, dict[str, Any]]:
        """Return the batch jobs in that state by id, the oldest first."""
        rows = self._run("SELECT id, job FROM batches WHERE state = ? ORDER BY rowid", (state,))
        return {batch_id: json.loads(job) for batch_id, job in rows}
