"""Keep articles, paid replies and issued briefings in one SQLite file.

    with Store(path) as store:
        store.put_article(article, page, dated)
        journal = Journal(client, reply=store.reply, put=store.put_reply, ...)
        for article in store.articles(period.first, period.last): ...

Only the replies are precious: they were paid for. Each is committed before the call returns,
so that a killed process loses nothing. All else can be rebuilt from articles and replies.

WAL lets readers work beside the writer. `synchronous=NORMAL` survives a killed process; only a
power cut may take the last commits, never the file's integrity. One thread uses a `Store`.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefing.errors import StoreError
from briefing.records import Article, Briefing, Correction, Extraction, Run, StoredReply, Trace

APPLICATION_ID = 0x42524645  # "BRFE": `file` and other programs see whose database it is
_BUSY_TIMEOUT_MS = 15_000

# Statement by statement: `executescript` would commit on its own. Append, never edit.
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE pages (
            sha256 TEXT NOT NULL UNIQUE,
            page BLOB NOT NULL
        ) STRICT""",
        """CREATE TABLE articles (
            id TEXT NOT NULL UNIQUE,
            day TEXT,
            source TEXT NOT NULL,
            raw_sha256 TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX articles_day ON articles (day)",
        """CREATE TABLE sources (
            article_id TEXT NOT NULL,
            source TEXT NOT NULL,
            UNIQUE (article_id, source)
        ) STRICT""",
        """CREATE TABLE replies (
            key TEXT NOT NULL,
            parent TEXT NOT NULL,
            article_id TEXT NOT NULL,
            model TEXT NOT NULL,
            text TEXT NOT NULL,
            finish TEXT NOT NULL,
            valid INTEGER NOT NULL,
            error TEXT NOT NULL,
            tokens_in INTEGER NOT NULL,
            tokens_out INTEGER NOT NULL,
            tokens_cached INTEGER NOT NULL,
            received_at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX replies_key ON replies (key)",
        "CREATE INDEX replies_parent ON replies (parent) WHERE parent <> ''",
        "CREATE INDEX replies_article ON replies (article_id)",
        """CREATE TABLE extractions (
            article_id TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            record TEXT NOT NULL,
            UNIQUE (article_id, fingerprint)
        ) STRICT""",
        """CREATE TABLE briefings (
            name TEXT NOT NULL UNIQUE,
            cadence TEXT NOT NULL,
            first TEXT NOT NULL,
            last TEXT NOT NULL,
            issue INTEGER,
            total INTEGER,
            record TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX briefings_first ON briefings (first)",
        """CREATE TABLE runs (
            name TEXT NOT NULL,
            finished_at TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE profiles (
            base_url TEXT NOT NULL,
            model TEXT NOT NULL,
            profile TEXT NOT NULL,
            UNIQUE (base_url, model)
        ) STRICT""",
        """CREATE TABLE traces (
            article_id TEXT NOT NULL UNIQUE,
            day TEXT NOT NULL,
            until TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX traces_until ON traces (until, day)",
        "CREATE TABLE corrections (record TEXT NOT NULL UNIQUE) STRICT",
        """CREATE TABLE batches (
            id TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL,
            job TEXT NOT NULL
        ) STRICT""",
    ),
)


class Store:
    """The database of one project. Open it with `with`; every method may raise `StoreError`."""

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

    # --- articles --------------------------------------------------------------------------

    def put_article(self, article: Article, page: str, dated: date | None) -> None:
        """Keep `article`, its decoded `page` and the day that puts it into a period.

        The same text from several sources is one article: the earliest dated record is kept,
        whatever order they came in, and all sources are. From the same source a record is
        replaced, since cleaning may have become better, but a day once given is not lost.
        """
        day = dated.isoformat() if dated else None
        with self.transaction():
            self._run(
                "INSERT OR IGNORE INTO pages VALUES (?, ?)",
                (article.raw_sha256, zlib.compress(page.encode("utf-8", "surrogatepass"), 6)),
            )
            self._run(
                """INSERT INTO articles VALUES (:id, :day, :source, :raw, :record)
                ON CONFLICT (id) DO UPDATE SET day = excluded.day, source = excluded.source,
                    raw_sha256 = excluded.raw_sha256, record = excluded.record
                WHERE (source = excluded.source AND (excluded.day IS NOT NULL OR day IS NULL))
                    OR coalesce(excluded.day, '9') || excluded.source < coalesce(day, '9') || source""",
                {
                    "id": article.id,
                    "day": day,
                    "source": article.source,
                    "raw": article.raw_sha256,
                    "record": article.model_dump_json(),
                },
            )
            self._run("INSERT OR IGNORE INTO sources VALUES (?, ?)", (article.id, article.source))

    def articles(self, first: date, last: date) -> list[Article]:
        """Return the articles dated `first` to `last`, both included, by day and then by id."""
        rows = self._run(
            "SELECT record FROM articles WHERE day BETWEEN ? AND ? ORDER BY day, id",
            (first.isoformat(), last.isoformat()),
        )
        return [Article.model_validate_json(record) for (record,) in rows]

    def undated(self) -> list[Article]:
        """Return the articles that no day could be given to."""
        rows = self._run("SELECT record FROM articles WHERE day IS NULL ORDER BY id")
        return [Article.model_validate_json(record) for (record,) in rows]

    def article(self, article_id: str) -> Article | None:
        """Return one article, None when it is unknown."""
        row = self._one("SELECT record FROM articles WHERE id = ?", (article_id,))
        return Article.model_validate_json(row[0]) if row else None

    def dated(self, article_id: str) -> date | None:
        """Return the day an article was put under."""
        row = self._one("SELECT day FROM articles WHERE id = ?", (article_id,))
        return date.fromisoformat(row[0]) if row and row[0] else None

    def days(self) -> list[date]:
        """Return every day that has articles, in order."""
        rows = self._run("SELECT DISTINCT day FROM articles WHERE day IS NOT NULL ORDER BY day")
        return [date.fromisoformat(day) for (day,) in rows]

    def page(self, article_id: str) -> str | None:
        """Return the decoded page an article was found on; its raw offsets count in it."""
        row = self._one(
            "SELECT page FROM pages JOIN articles ON sha256 = raw_sha256 WHERE id = ?",
            (article_id,),
        )
        return zlib.decompress(row[0]).decode("utf-8", "surrogatepass") if row else None

    def sources(self, article_id: str) -> list[str]:
        """Return every place the same text was read from, the first one first."""
        rows = self._run(
            "SELECT source FROM sources WHERE article_id = ? ORDER BY rowid", (article_id,)
        )
        return [source for (source,) in rows]

    # --- replies ---------------------------------------------------------------------------

    def put_reply(self, reply: StoredReply) -> None:
        """Keep a reply for good, valid or not. It is committed when this returns."""
        values = reply.model_dump()
        values["received_at"] = reply.received_at.isoformat()
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
        names = tuple(StoredReply.model_fields)
        rows = self._run(f"SELECT {', '.join(names)} FROM replies {where}", values)  # noqa: S608
        return [StoredReply.model_validate(dict(zip(names, row, strict=True))) for row in rows]

    # --- what can be rebuilt ---------------------------------------------------------------

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

    # --- briefings -------------------------------------------------------------------------

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

    # --- runs, profiles, corrections, batches ----------------------------------------------

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

    def put_profile(self, base_url: str, model: str, profile: Mapping[str, Any]) -> None:
        """Remember what a server can do with a model."""
        self._run(
            "INSERT OR REPLACE INTO profiles VALUES (?, ?, ?)",
            (base_url, model, json.dumps(profile, ensure_ascii=False, sort_keys=True)),
        )

    def profile(self, base_url: str, model: str) -> dict[str, Any] | None:
        """Return what is remembered of a server and model, None when nothing is."""
        row = self._one(
            "SELECT profile FROM profiles WHERE base_url = ? AND model = ?", (base_url, model)
        )
        return json.loads(row[0]) if row else None

    def put_correction(self, correction: Correction) -> None:
        """Keep what a person said of the ledger. It cannot be rebuilt; said twice, it counts once."""
        self._run("INSERT OR IGNORE INTO corrections VALUES (?)", (correction.model_dump_json(),))

    def corrections(self) -> list[Correction]:
        """Return every correction, the oldest first."""
        rows = self._run("SELECT record FROM corrections ORDER BY rowid")
        return [Correction.model_validate_json(record) for (record,) in rows]

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

    # --- the file --------------------------------------------------------------------------

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
        if version > len(_MIGRATIONS):
            raise StoreError(
                f"{self._path} was written by a newer version of briefing",
                hint="update briefing, or choose another path for `database`",
            )
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        if version < len(_MIGRATIONS):
            self._migrate()

    def _migrate(self) -> None:
        with self.transaction():  # the version is read again: another process may have been first
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            for statements in _MIGRATIONS[version:]:
                for statement in statements:
                    self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")

    def _run(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
        with self._guard():
            return self._db.execute(statement, values).fetchall()

    def _one(self, statement: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        rows = self._run(statement, values)
        return rows[0] if rows else None

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"the database {self._path} cannot be used: {error}",
                hint="check that the folder exists, is writable and has space, "
                "and that no other program holds the file",
            ) from error
