"""Issued briefings, the runs that made them, and what people corrected."""

from datetime import date, datetime

from briefing.records import Briefing, Correction, Run
from briefing.store.file import File


class Issues(File):
    """The tables of briefings, runs and corrections."""

    def put_briefing(self, briefing: Briefing) -> None:
        """Keep a briefing under its period's name, in place of an earlier one."""
        period, masthead = briefing.period, briefing.masthead
        self._run(
            "INSERT OR REPLACE INTO briefings VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                period.name,
                period.cadence,
                period.first.isoformat(),
                period.last.isoformat(),
                masthead.issue,
                masthead.total,
                briefing.model_dump_json(),
            ),
        )

    def briefing(self, name: str) -> Briefing | None:
        """Return the briefing of a period, such as "2022-W31"."""
        row = self._one("SELECT record FROM briefings WHERE name = ?", (name,))
        return Briefing.model_validate_json(row[0]) if row else None

    def briefings(self) -> list[str]:
        """Return the names of all kept briefings, by first day."""
        return [name for (name,) in self._run("SELECT name FROM briefings ORDER BY first, name")]

    def numbers(self, name: str, cadence: str, first: date) -> tuple[int, int]:
        """Return issue within the year and running total for a period's briefing.

        A period that was issued keeps its numbers; a new one follows the highest of its
        cadence. The year is that of the period's first day; a week's is its ISO year.
        """
        row = self._one("SELECT issue, total FROM briefings WHERE name = ?", (name,))
        if row and row[0] is not None and row[1] is not None:
            return int(row[0]), int(row[1])
        year = name[:4] if name[:4].isdigit() else f"{first:%Y}"
        in_year = self._one(
            "SELECT max(issue) FROM briefings WHERE cadence = ? AND substr(name, 1, 4) = ?",
            (cadence, year),
        )
        ever = self._one("SELECT max(total) FROM briefings WHERE cadence = ?", (cadence,))
        issue = in_year[0] if in_year else None
        total = ever[0] if ever else None
        return (issue or 0) + 1, (total or 0) + 1

    def put_run(self, run: Run, *, name: str, finished_at: datetime) -> None:
        """Keep how a run went. `name` is the period or command it was for."""
        self._run(
            "INSERT INTO runs VALUES (?, ?, ?)",
            (name, finished_at.isoformat(), run.model_dump_json()),
        )

    def runs(self) -> list[tuple[str, datetime, Run]]:
        """Return name, end and account of every run, the oldest first."""
        rows = self._run("SELECT name, finished_at, record FROM runs ORDER BY rowid")
        return [
            (name, datetime.fromisoformat(at), Run.model_validate_json(record))
            for name, at, record in rows
        ]

    def put_correction(self, correction: Correction) -> None:
        """Keep what a person said of the ledger. It cannot be rebuilt; said twice, it counts once."""
        self._run("INSERT OR IGNORE INTO corrections VALUES (?)", (correction.model_dump_json(),))

    def corrections(self) -> list[Correction]:
        """Return every correction, the oldest first."""
        rows = self._run("SELECT record FROM corrections ORDER BY rowid")
        return [Correction.model_validate_json(record) for (record,) in rows]
