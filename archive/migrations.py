"""The tables of `news.db`, in numbered steps that are never edited once released."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

migrations = Migrations("jianxun")


def _run(db: Database, script: str) -> None:
    """Each statement of a script by itself: `executescript` would commit the migration's transaction before it begins."""
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            if statement.strip("; \n"):
                db.conn.execute(statement)
            statement = ""


@migrations()
def m001_visits(db: Database) -> None:
    """Who was visited, when, and what became of it."""
    _run(
        db,
        """
        CREATE TABLE sources (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL, home TEXT NOT NULL, mirror INTEGER NOT NULL,
            javascript INTEGER NOT NULL, replay_only INTEGER NOT NULL, insecure INTEGER NOT NULL, checked TEXT NOT NULL
        );
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT, exit_status INTEGER,
            day TEXT, version TEXT NOT NULL, note TEXT NOT NULL DEFAULT ''
        );
        CREATE TABLE run_sources (
            run_id INTEGER NOT NULL REFERENCES runs(id), source TEXT NOT NULL REFERENCES sources(key),
            listings INTEGER NOT NULL DEFAULT 0, links INTEGER NOT NULL DEFAULT 0, fetched INTEGER NOT NULL DEFAULT 0,
            new INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
            duplicates INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
            seconds REAL, bytes INTEGER NOT NULL DEFAULT 0, ended TEXT, message TEXT NOT NULL DEFAULT '',
            PRIMARY KEY (run_id, source)
        ) WITHOUT ROWID;
        CREATE TABLE captures (
            id INTEGER PRIMARY KEY, url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL,
            content_type TEXT NOT NULL, digest TEXT NOT NULL, warc_file TEXT NOT NULL, "offset" INTEGER NOT NULL,
            length INTEGER NOT NULL, UNIQUE (warc_file, "offset")
        );
        CREATE INDEX captures_url ON captures(url, id);
        CREATE TABLE urls (
            key TEXT PRIMARY KEY, url TEXT NOT NULL, source TEXT NOT NULL, first_seen TEXT NOT NULL, last_fetched TEXT NOT NULL,
            outcome TEXT NOT NULL, listing INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, etag TEXT, last_modified TEXT,
            capture_id INTEGER REFERENCES captures(id), article_id INTEGER REFERENCES articles(id)
        ) WITHOUT ROWID;
        CREATE INDEX urls_article ON urls(article_id);
        CREATE INDEX urls_open ON urls(source, outcome, tries);
        CREATE TABLE fetches (
            id INTEGER PRIMARY KEY, run_id INTEGER REFERENCES runs(id), source TEXT NOT NULL, url TEXT NOT NULL,
            key TEXT NOT NULL, final_url TEXT, started_at TEXT NOT NULL, elapsed_ms INTEGER, bytes INTEGER,
            status INTEGER, outcome TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '', capture_id INTEGER REFERENCES captures(id),
            article_id INTEGER REFERENCES articles(id)
        );
        CREATE INDEX fetches_key ON fetches(key, id);
        CREATE INDEX fetches_run ON fetches(run_id, source, outcome);
        CREATE INDEX fetches_article ON fetches(article_id);
    """,
    )


@migrations()
def m002_articles(db: Database) -> None:
    """What was published, its history, and the stories it belongs to."""
    _run(
        db,
        """
        CREATE TABLE stories (
            id INTEGER PRIMARY KEY, title TEXT NOT NULL, first_article_id INTEGER, first_published TEXT,
            copies INTEGER NOT NULL, sites INTEGER NOT NULL
        );
        CREATE INDEX stories_published ON stories(first_published);
        CREATE TABLE articles (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, url TEXT NOT NULL, site TEXT NOT NULL, title TEXT NOT NULL,
            body TEXT NOT NULL, published TEXT, source TEXT, author TEXT, editor TEXT, original_title TEXT, original_source TEXT,
            original_url TEXT, "column" TEXT, script TEXT NOT NULL, pinyin_notes INTEGER NOT NULL DEFAULT 0,
            characters INTEGER NOT NULL, story_id INTEGER REFERENCES stories(id), region TEXT NOT NULL DEFAULT '',
            topic TEXT NOT NULL DEFAULT '', score REAL NOT NULL DEFAULT 0, words TEXT NOT NULL DEFAULT '',
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, gone_at TEXT, version INTEGER NOT NULL DEFAULT 1,
            capture_id INTEGER REFERENCES captures(id)
        );
        CREATE INDEX articles_published ON articles(published);
        CREATE INDEX articles_region ON articles(region, published);
        CREATE INDEX articles_topic ON articles(topic, published);
        CREATE INDEX articles_site ON articles(site, published);
        CREATE INDEX articles_source ON articles(source, published);
        CREATE INDEX articles_story ON articles(story_id);
        CREATE TABLE versions (
            article_id INTEGER NOT NULL REFERENCES articles(id), number INTEGER NOT NULL, seen_at TEXT NOT NULL,
            title TEXT NOT NULL, body TEXT NOT NULL, capture_id INTEGER REFERENCES captures(id), PRIMARY KEY (article_id, number)
        ) WITHOUT ROWID;
    """,
    )


@migrations()
def m003_stories(db: Database) -> None:
    """What finds copies, how much texts share, what they are to each other, and what a person decided."""
    _run(
        db,
        """
        CREATE TABLE fingerprinting (version INTEGER PRIMARY KEY, parameters TEXT NOT NULL);
        CREATE TABLE signatures (
            article_id INTEGER PRIMARY KEY REFERENCES articles(id), digest INTEGER NOT NULL, length INTEGER NOT NULL,
            minhash BLOB NOT NULL, mirror INTEGER NOT NULL, twin_of INTEGER REFERENCES articles(id)
        );
        CREATE INDEX signatures_digest ON signatures(digest);
        CREATE INDEX signatures_twin ON signatures(twin_of) WHERE twin_of IS NOT NULL;
        CREATE TABLE bands (hash INTEGER NOT NULL, article_id INTEGER NOT NULL, PRIMARY KEY (hash, article_id)) WITHOUT ROWID;
        CREATE TABLE overlaps (
            article_id INTEGER NOT NULL REFERENCES articles(id), other_id INTEGER NOT NULL REFERENCES articles(id),
            inside REAL NOT NULL, repeat INTEGER NOT NULL, PRIMARY KEY (article_id, other_id)
        ) WITHOUT ROWID;
        CREATE TABLE members (
            story_id INTEGER NOT NULL REFERENCES stories(id), article_id INTEGER NOT NULL REFERENCES articles(id),
            role TEXT NOT NULL, similarity REAL, PRIMARY KEY (story_id, article_id)
        ) WITHOUT ROWID;
        CREATE INDEX members_guests ON members(article_id) WHERE role = 'digest';
        CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, made_at TEXT NOT NULL, kind TEXT NOT NULL, article_id INTEGER NOT NULL REFERENCES articles(id),
            other_id INTEGER NOT NULL REFERENCES articles(id), UNIQUE (article_id, other_id)
        );
        CREATE INDEX decisions_other ON decisions(other_id);
        CREATE TABLE resumptions (task TEXT PRIMARY KEY, position INTEGER NOT NULL, version TEXT NOT NULL) WITHOUT ROWID;
        CREATE VIEW story_chain AS
            SELECT m.story_id, a.id AS article_id, m.role, a.site, a.published, coalesce(a.original_source, a.source) AS source_claimed,
                m.similarity, CASE
                    WHEN length(a.published) > 10 AND length(f.published) > 10
                        THEN round((julianday(a.published) - julianday(f.published)) * 24, 1)
                    ELSE (julianday(substr(a.published, 1, 10)) - julianday(substr(f.published, 1, 10))) * 24
                END AS hours_after_first, a.title, a.url
            FROM members m JOIN articles a ON a.id = m.article_id JOIN stories s ON s.id = m.story_id
                JOIN articles f ON f.id = s.first_article_id
            ORDER BY m.story_id, m.role <> 'first', a.published IS NULL, a.published, a.id;
    """,
    )


@migrations()
def m004_search(db: Database) -> None:
    """The search index over folded bigrams, see `search`. Texts come with spaces, so the plainest tokenizer is right; the first column needs no mark on each term."""
    _run(
        db,
        """
        ALTER TABLE articles ADD COLUMN search_id INTEGER;
        CREATE INDEX articles_search ON articles(search_id, region, topic, site, published, source);
        CREATE VIRTUAL TABLE articles_fts USING fts5(body, title, names, content='', tokenize='ascii');
    """,
    )


@migrations()
def m005_labels(db: Database) -> None:
    """What articles are about."""
    _run(
        db,
        """
        CREATE TABLE article_regions (
            article_id INTEGER NOT NULL REFERENCES articles(id), code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL,
            main INTEGER NOT NULL, PRIMARY KEY (article_id, name)
        ) WITHOUT ROWID;
        CREATE INDEX article_regions_name ON article_regions(name, article_id);
        CREATE TABLE article_topics (
            article_id INTEGER NOT NULL REFERENCES articles(id), topic TEXT NOT NULL, rank INTEGER NOT NULL,
            PRIMARY KEY (article_id, topic)
        ) WITHOUT ROWID;
        CREATE INDEX article_topics_topic ON article_topics(topic, article_id);
        CREATE TABLE institutions (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL);
        CREATE TABLE article_institutions (
            article_id INTEGER NOT NULL REFERENCES articles(id), institution_id INTEGER NOT NULL REFERENCES institutions(id),
            count INTEGER NOT NULL, PRIMARY KEY (article_id, institution_id)
        ) WITHOUT ROWID;
        CREATE INDEX article_institutions_institution ON article_institutions(institution_id, article_id);
        CREATE TABLE figures (
            id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles(id), number REAL NOT NULL, unit TEXT NOT NULL,
            what TEXT NOT NULL, change TEXT, sentence TEXT NOT NULL
        );
        CREATE INDEX figures_article ON figures(article_id);
    """,
    )


@migrations()
def m006_watches(db: Database) -> None:
    """Saved searches."""
    _run(db, "CREATE TABLE watches (name TEXT PRIMARY KEY, query TEXT NOT NULL, created_at TEXT NOT NULL) WITHOUT ROWID;")


@migrations()
def m007_spills(db: Database) -> None:
    """How far articles of days with more articles than row numbers reach, see `rows`; also of those that have their numbers already."""
    day = "CAST(julianday(coalesce(substr(published, 1, 10), date(first_seen, '+8 hours'))) - 1721424.5 AS INTEGER)"
    _run(
        db,
        f"""
        CREATE TABLE search_spills (day INTEGER PRIMARY KEY, last INTEGER NOT NULL);
        INSERT INTO search_spills(day, last)
            SELECT day, max(search_id) FROM (SELECT search_id, {day} AS day FROM articles WHERE search_id IS NOT NULL)
            WHERE search_id >> 9 > day GROUP BY day;
    """,
    )
