"""What only the old database knows, as far as it can still be read: saved searches, corrections of stories, articles without a capture."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from archive import stories
from archive.records import Article, Fetch
from archive.store import Reading, Store
from crawler.reextract import stored_article
from crawler.source import Source
from crawler.workers import Workers, describe_in_worker

STEP = 200  # rows that are asked for together, until one of them cannot be read
HIGHEST = 50_000_000  # a number above is no row's, but damage

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Salvaged:
    """What was carried over from the old database."""

    watches: int = 0
    decisions: int = 0
    articles: int = 0
    unread: int = 0  # rows, or whole tables, that cannot be read


def salvage(old: Path, store: Store, sources: dict[str, Source], pool: Workers, progress: Progress) -> Salvaged:
    """Carries over into the open store what its WARC files did not bring; repeating it changes nothing."""
    said = Salvaged()
    conn = sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro", uri=True, timeout=10, isolation_level=None)
    conn.row_factory = sqlite3.Row
    conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        _watches(conn, store, said)
        _articles(conn, store, sources, pool, said, progress)
        _decisions(conn, store, said)
    finally:
        conn.close()
    return said


def _watches(conn: sqlite3.Connection, store: Store, said: Salvaged) -> None:
    with store.transaction():
        try:
            for row in conn.execute("SELECT name, query, created_at FROM watches"):
                values = tuple(row)
                said.watches += store.conn.execute("INSERT OR IGNORE INTO watches VALUES (?,?,?)", values).rowcount
        except sqlite3.DatabaseError:
            said.unread += 1


def _articles(
    conn: sqlite3.Connection, store: Store, sources: dict[str, Source], pool: Workers, said: Salvaged, progress: Progress
) -> None:
    rows = _rows(conn, "articles", said, progress)
    while some := list(islice(rows, STEP)):
        marks = ",".join("?" * len(some))
        query = f"SELECT key FROM articles WHERE key IN ({marks})"
        known = {row[0] for row in store.conn.execute(query, [row["key"] for row in some])}
        missing = [row for row in some if row["key"] not in known]
        readings = [(row, _described(row, sources, pool)) for row in missing]
        with store.transaction():
            for row, future in readings:
                try:
                    _carry(conn, store, row, future.result(), said)
                except sqlite3.Error:
                    raise
                except Exception:  # whatever a damaged text can provoke in a library costs that text alone
                    said.unread += 1


def _described(row: sqlite3.Row, sources: dict[str, Source], pool: Workers) -> Future[Any]:
    source = sources.get(row["site"]) or Source(key=row["site"], name=row["site"], home=row["url"])
    article: Article = stored_article(row)
    return pool.schedule(describe_in_worker, article, source, True)


def _carry(conn: sqlite3.Connection, store: Store, row: sqlite3.Row, reading: Reading, said: Salvaged) -> None:
    fetch = Fetch(
        url=row["url"], key=row["key"], source=row["site"], started_at=row["first_seen"], seen_at=row["first_seen"],
        detail="carried over from the old database",
    )  # fmt: skip
    store.save(reading, fetch)
    number = store.conn.execute("SELECT id FROM articles WHERE key = ?", (row["key"],)).fetchone()[0]
    store.conn.execute(
        "UPDATE articles SET last_seen = ?, gone_at = ?, version = ? WHERE id = ?",
        (row["last_seen"], row["gone_at"], row["version"], number),
    )
    said.articles += 1
    try:
        versions = conn.execute("SELECT number, seen_at, title, body FROM versions WHERE article_id = ?", (row["id"],)).fetchall()
    except sqlite3.DatabaseError:
        said.unread += 1
        return
    store.conn.executemany(
        "INSERT OR IGNORE INTO versions(article_id, number, seen_at, title, body) VALUES (?,?,?,?,?)",
        [(number, *tuple(version)) for version in versions],
    )


def _decisions(conn: sqlite3.Connection, store: Store, said: Salvaged) -> None:
    def now_at(old_id: int) -> int | None:
        try:
            key = conn.execute("SELECT key FROM articles WHERE id = ?", (old_id,)).fetchone()
        except sqlite3.DatabaseError:
            key = None
        row = store.conn.execute("SELECT id FROM articles WHERE key = ?", (key["key"],)).fetchone() if key else None
        return int(row[0]) if row else None

    touched: set[int] = set()
    with store.transaction():
        for row in _rows(conn, "decisions", said):
            pair = (now_at(row["article_id"]), now_at(row["other_id"]))
            if pair[0] is None or pair[1] is None:
                said.unread += 1
                continue
            low, high = sorted((pair[0], pair[1]))
            said.decisions += store.conn.execute(
                "INSERT OR IGNORE INTO decisions(made_at, kind, article_id, other_id) VALUES (?,?,?,?)",
                (row["made_at"], row["kind"], low, high),
            ).rowcount
            touched.update((low, high))
        for one in sorted(touched):
            stories.settle(store.conn, [one])


def _rows(conn: sqlite3.Connection, table: str, said: Salvaged, progress: Progress = lambda *_: None) -> Iterator[sqlite3.Row]:
    """The rows of a table that can be read, in the order of their numbers; those that cannot are counted."""
    try:
        last = min(conn.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0, HIGHEST)
    except sqlite3.DatabaseError:
        said.unread += 1
        return
    for start in range(0, last + 1, STEP):
        try:
            yield from conn.execute(f"SELECT * FROM {table} WHERE id >= ? AND id < ?", (start, start + STEP)).fetchall()
        except sqlite3.DatabaseError:
            for one in range(start, start + STEP):
                try:
                    yield from conn.execute(f"SELECT * FROM {table} WHERE id = ?", (one,)).fetchall()
                except sqlite3.DatabaseError:
                    said.unread += 1
        progress(f"old {table}", min(start + STEP, last), last)
