"""The SQLite file: opened, brought up to date, written in commits.

WAL lets readers work beside the writer. `synchronous=NORMAL` survives a killed process; only a
power cut may take the last commits, never the file's integrity. One thread uses a `File`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefing.errors import StoreError
from briefing.store.schema import APPLICATION_ID, MIGRATIONS

_BUSY_TIMEOUT_MS = 15_000


class File:
    """An open database of this program. Open it with `with`; every method may raise `StoreError`."""

    def __init__(self, path: str | Path) -> None:
        """Open or make the database at `path` and bring its tables up to date."""
        self._path = Path(path)
        with self._guard():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self._path, isolation_level=None)
            self._db.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was put stays."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the puts inside one commit; on an error none of them happened."""
        if self._db.in_transaction:
            yield
            return
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._run("ROLLBACK")
            raise
        self._run("COMMIT")

    def _prepare(self) -> None:
        owner, version, tables = (
            self._db.execute(query).fetchone()[0]
            for query in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_schema",
            )
        )
        if owner != APPLICATION_ID and (owner or tables):
            raise StoreError(
                f"{self._path} is a database of another program",
                hint="choose another path for `database`",
            )
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{self._path} was written by a newer version of briefing",
                hint="update briefing, or choose another path for `database`",
            )
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if version < len(MIGRATIONS):
            self._migrate()

    def _migrate(self) -> None:
        with self.transaction():  # the version is read again: another process may have been first
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            for statements in MIGRATIONS[version:]:
                for statement in statements:
                    self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _run(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        try:
            return self._db.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error

    def _many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with self._guard():
            self._db.executemany(statement, rows)

    def _one(self, statement: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        rows = self._run(statement, values)
        return rows[0] if rows else None

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> StoreError:
        return StoreError(
            f"the database {self._path} cannot be used: {error}",
            hint="check that the folder exists, is writable and has space, "
            "and that no other program holds the file",
        )
