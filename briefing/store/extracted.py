"""The extractions of one engine, written in groups.

    with Extracted(store, fingerprint) as kept:
        found = kept.get(article.id) or …
        kept.put(found)

They can be made anew from replies at no cost, so that a killed run may lose the last few; a commit
for each would cost more than all else that is done with an answer on this side.
"""

from types import TracebackType
from typing import Self

from briefing.records import Extraction
from briefing.store.findings import Findings

_GROUP = 32


class Extracted:
    """What an engine of this fingerprint found: a memory in front of the store."""

    def __init__(self, store: Findings, fingerprint: str) -> None:
        self._store = store
        self._fingerprint = fingerprint
        self._known = store.extracted(fingerprint)
        self._waiting: list[Extraction] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._write()

    def get(self, article_id: str) -> Extraction | None:
        """Return what was found in an article by an earlier run, None when it was never asked."""
        if article_id not in self._known:
            return None
        return self._store.extraction(article_id, self._fingerprint)

    def put(self, extraction: Extraction) -> None:
        """Keep what was found: with the group that it completes, or when all is closed."""
        self._waiting.append(extraction)
        if len(self._waiting) >= _GROUP:
            self._write()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            with self._store.transaction():
                for extraction in waiting:
                    self._store.put_extraction(extraction, self._fingerprint)
