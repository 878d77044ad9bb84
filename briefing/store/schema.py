"""The tables of the database, version by version."""

APPLICATION_ID = 0x42524645  # "BRFE": `file` and other programs see whose database it is

# Statement by statement: `executescript` would commit on its own. Append, never edit.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
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
    (
        """CREATE TABLE passages (
            print INTEGER NOT NULL,
            article_id TEXT NOT NULL,
            PRIMARY KEY (print, article_id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX passages_article ON passages (article_id)",
        "ALTER TABLE profiles ADD COLUMN learned_on TEXT NOT NULL DEFAULT ''",
    ),
    (
        """CREATE TABLE past_values (
            indicator TEXT NOT NULL,
            told TEXT NOT NULL,
            article_id TEXT NOT NULL,
            record TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX past_values_indicator ON past_values (indicator, told)",
        "CREATE INDEX past_values_article ON past_values (article_id)",
    ),
)
