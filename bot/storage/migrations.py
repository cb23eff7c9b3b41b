"""The tables of the bot's SQLite file, and how they came to be."""

# One script per version; `PRAGMA user_version` counts those that ran. Only ever add to the end.
MIGRATIONS = (
    """
    CREATE TABLE answers (
        id TEXT PRIMARY KEY,
        channel_id INTEGER,
        asker_id INTEGER NOT NULL,
        private INTEGER NOT NULL,
        payload TEXT NOT NULL,
        created_at REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX answers_by_age ON answers (created_at);
    CREATE TABLE long_names (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL,
        created_at REAL NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        by_name TEXT NOT NULL,
        user_id INTEGER NOT NULL,
        channel_id INTEGER,
        started_at REAL NOT NULL,
        ended_at REAL,
        error TEXT
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE servers (
        guild_id INTEGER PRIMARY KEY,
        settings TEXT NOT NULL,
        changed_at REAL NOT NULL
    );
    """,
    """
    CREATE TABLE identify_turns (
        key INTEGER PRIMARY KEY,
        next_at REAL NOT NULL
    );
    ALTER TABLE jobs ADD COLUMN shard INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE registered_commands (
        application_id INTEGER PRIMARY KEY,
        sent TEXT NOT NULL,
        made TEXT NOT NULL
    );
    """,
    """
    ALTER TABLE answers ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE server_days (
        guild_id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        questions INTEGER NOT NULL
    );
    """,
    """
    CREATE TABLE turns (
        id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        user_id INTEGER NOT NULL,
        private INTEGER NOT NULL,
        question TEXT NOT NULL,
        said TEXT NOT NULL,
        answer_id TEXT,
        ends_at REAL NOT NULL
    );
    CREATE INDEX turns_by_talk ON turns (channel_id, user_id);
    CREATE INDEX turns_by_user ON turns (user_id);
    CREATE INDEX turns_by_answer ON turns (answer_id);
    CREATE INDEX turns_by_age ON turns (ends_at);
    """,
    """
    CREATE TABLE replies (
        question_id INTEGER PRIMARY KEY,
        channel_id INTEGER NOT NULL,
        reply_id INTEGER NOT NULL,
        asker_id INTEGER NOT NULL,
        answer_id TEXT,
        created_at REAL NOT NULL
    );
    CREATE INDEX replies_by_asker ON replies (asker_id);
    CREATE INDEX replies_by_reply ON replies (reply_id);
    CREATE INDEX replies_by_answer ON replies (answer_id);
    CREATE INDEX replies_by_age ON replies (created_at);
    """,
    """
    CREATE TABLE questions (
        id INTEGER PRIMARY KEY,
        guild_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        answer_id TEXT,
        question TEXT NOT NULL,
        outcome TEXT NOT NULL,
        articles TEXT NOT NULL,
        asked_at REAL NOT NULL,
        missing INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX questions_by_person ON questions (person_id);
    CREATE INDEX questions_by_answer ON questions (answer_id);
    CREATE INDEX questions_by_age ON questions (asked_at);
    CREATE TABLE feedback (
        answer_id TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        guild_id INTEGER,
        helpful INTEGER NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        question TEXT,
        articles TEXT NOT NULL,
        words TEXT NOT NULL,
        generation TEXT NOT NULL,
        given_on TEXT NOT NULL,
        PRIMARY KEY (answer_id, person_id)
    ) WITHOUT ROWID;
    CREATE INDEX feedback_by_person ON feedback (person_id);
    """,
    """
    ALTER TABLE servers ADD COLUMN checksum BLOB;
    """,
)
