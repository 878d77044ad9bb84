"""What was found in articles, and what it leaves behind: all of it can be rebuilt."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from briefing.records import Extraction, PastValue, Trace
from briefing.store.file import File


class Findings(File):
    """The tables of extractions, traces, values and the fingerprints of passages."""

    def put_extraction(self, extraction: Extraction, fingerprint: str) -> None:
        """Keep what was found in an article by the engine of this fingerprint."""
        self._run(
            "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)",
            (extraction.article_id, fingerprint, extraction.model_dump_json()),
        )

    def extraction(self, article_id: str, fingerprint: str) -> Extraction | None:
        """Return what that engine found in that article, None when it was never asked."""
        row = self._one(
            "SELECT record FROM extractions WHERE article_id = ? AND fingerprint = ?",
            (article_id, fingerprint),
        )
        return Extraction.model_validate_json(row[0]) if row else None

    def extracted(self, fingerprint: str) -> frozenset[str]:
        """Return the ids of the articles that the engine of this fingerprint was asked about."""
        rows = self._run("SELECT article_id FROM extractions WHERE fingerprint = ?", (fingerprint,))
        return frozenset(article_id for (article_id,) in rows)

    def put_trace(self, trace: Trace) -> None:
        """Keep what an article leaves behind for later periods, in place of an earlier trace."""
        self._run(
            "INSERT OR REPLACE INTO traces VALUES (?, ?, ?, ?)",
            (
                trace.article_id,
                trace.day.isoformat(),
                trace.until.isoformat(),
                trace.model_dump_json(),
            ),
        )

    def traces(self, before: date, until: date) -> Iterator[Trace]:
        """Yield the traces of articles dated before `before` that matter on `until` or later.

        In order of day and id.
        """
        rows = self._run(
            "SELECT record FROM traces WHERE until >= ? AND day < ? ORDER BY day, article_id",
            (until.isoformat(), before.isoformat()),
        )
        for (record,) in rows:
            yield Trace.model_validate_json(record)

    def trace(self, article_id: str) -> Trace | None:
        """Return what an article left behind, None when it left nothing."""
        row = self._one("SELECT record FROM traces WHERE article_id = ?", (article_id,))
        return Trace.model_validate_json(row[0]) if row else None

    def put_values(
        self, article_id: str, told: date, values: Iterable[tuple[str, PastValue]]
    ) -> None:
        """Keep what an article of the day `told` says of indicators, in place of earlier values."""
        with self.transaction():
            self._run("DELETE FROM past_values WHERE article_id = ?", (article_id,))
            self._many(
                "INSERT INTO past_values VALUES (?, ?, ?, ?)",
                (
                    (indicator, told.isoformat(), article_id, value.model_dump_json())
                    for indicator, value in values
                ),
            )

    def values(self, indicators: Collection[str], before: date) -> dict[str, list[PastValue]]:
        """Return what articles dated before `before` say of each indicator, by day and id."""
        found = {}
        for indicator in indicators:
            rows = self._run(
                "SELECT record FROM past_values WHERE indicator = ? AND told < ? "
                "ORDER BY told, article_id, rowid",
                (indicator, before.isoformat()),
            )
            if rows:
                found[indicator] = [PastValue.model_validate_json(record) for (record,) in rows]
        return found

    def put_prints(self, article_id: str, prints: Collection[int]) -> None:
        """Keep the fingerprints of an article's passages, in place of earlier ones."""
        with self.transaction():
            self._run("DELETE FROM passages WHERE article_id = ?", (article_id,))
            self._many(
                "INSERT OR IGNORE INTO passages VALUES (?, ?)",
                ((print_, article_id) for print_ in prints),
            )

    def alike(self, prints: Collection[int], most: int) -> Counter[str]:
        """Return the ids of articles that hold any of the prints, with how many they hold.

        A print that more than `most` articles hold counts for none of them.
        """
        found: Counter[str] = Counter()
        for print_ in set(prints):
            rows = self._run(
                "SELECT article_id FROM passages WHERE print = ? LIMIT ?", (print_, most + 1)
            )
            if len(rows) <= most:
                found.update(article_id for (article_id,) in rows)
        return found
