"""Articles, the pages they were found on, and the places they were read from."""

import zlib
from datetime import date

from briefing.records import Article
from briefing.store.file import File


class Pages(File):
    """The tables of articles, pages and sources."""

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
