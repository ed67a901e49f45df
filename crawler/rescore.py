"""Applies a changed topic profile to what is archived; the articles stay, whatever it says of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from archive.labels import write_topics
from crawler.topic import Profile, judge

BATCH = 500  # articles of one transaction: a crawl that waits for it waits a second


@dataclass(slots=True)
class Rescored:
    """What `rescore_all` did."""

    articles: int = 0
    changed: int = 0  # whose score or topics are others now
    off_topic: int = 0


def _silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def rescore_all(conn: sqlite3.Connection, profile: Profile, show: Callable[[str, int, int], None] = _silent) -> Rescored:
    """Judges every article again; places, institutions and figures stay. `conn` is in autocommit, see `open_database`."""
    done = Rescored()
    (total,) = conn.execute("SELECT count(*) FROM articles").fetchone()
    last = 0
    while True:
        rows = conn.execute(
            "SELECT id, title, body, score, words, topic FROM articles WHERE id > ? ORDER BY id LIMIT ?", (last, BATCH)
        ).fetchall()
        if not rows:
            return done
        judged = [(row, judge(row["title"], row["body"], profile)) for row in rows]
        conn.execute("BEGIN IMMEDIATE")
        try:
            for row, said in judged:
                write_topics(conn, row["id"], said.topics, said.score, said.words)
                before = (row["score"], row["words"], row["topic"])
                done.changed += before != (said.score, "、".join(said.words), said.topics[0] if said.topics else "")
                done.off_topic += not said.relevant
            conn.execute("COMMIT")
        except BaseException:
            conn.execute("ROLLBACK")
            raise
        last = rows[-1]["id"]
        done.articles += len(rows)
        show("rescore", done.articles, total)
