"""What the pages of sources and runs show, read from the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from archive.finding import distinct
from archive.rows import since
from archive.runs import FAILED

RUNS = 60  # shown
COUNTS = ("listings", "links", "fetched", "new", "changed", "unchanged", "duplicates", "rejected", "failed", "bytes")
SUMS = ", ".join(f"total(s.{name}) AS {name}" for name in COUNTS)


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its latest runs, newest first, its outcomes in them, and its newest articles."""

    row: Mapping[str, Any]
    runs: Sequence[Mapping[str, Any]]
    outcomes: Sequence[tuple[str, int]]
    newest: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Run:
    """A run with its sources, those with failures first, its outcomes, and attempts that failed."""

    row: Mapping[str, Any]
    sources: Sequence[Mapping[str, Any]]
    outcomes: Sequence[tuple[str, int]]
    failures: Sequence[Mapping[str, Any]]


def _rows(conn: sqlite3.Connection, sql: str, values: Sequence[object] = ()) -> list[Mapping[str, Any]]:
    return [dict(row) for row in conn.execute(sql, values)]


def sources(conn: sqlite3.Connection, last: date) -> list[Mapping[str, Any]]:
    """All sources, then the sites that were only imported: articles of the last 30 days, those without a date by their
    arrival, the newest one's date, and how their last run went."""
    visited = _rows(
        conn,
        """SELECT s.*, r.run_id, r.new, r.failed, r.ended FROM sources s LEFT JOIN run_sources r ON r.source = s.key
            AND r.run_id = (SELECT max(run_id) FROM run_sources WHERE source = s.key)
        ORDER BY s.region, s.name""",
    )
    keys = {one["key"] for one in visited}
    imported = [_imported(site) for site in distinct(conn, "articles", "site") if site not in keys]
    days, values = since(conn, "a.search_id", str(last - timedelta(days=29)))
    lately = conn.execute(f"SELECT site, count(*) FROM articles a INDEXED BY articles_search WHERE {days} GROUP BY site", values)
    recent = dict(map(tuple, lately))
    newest = "SELECT max(published) FROM articles WHERE site = ?"
    return [
        {**one, "recent": recent.get(one["key"], 0), "newest": conn.execute(newest, (one["key"],)).fetchone()[0]}
        for one in [*visited, *imported]
    ]


def _imported(key: str) -> Mapping[str, Any]:
    """What stands for the row of a source where a site was never visited."""
    return {"key": key, "name": key, "region": "", "home": "", "checked": "", "mirror": 0, "javascript": 0, "replay_only": 0}


def source(conn: sqlite3.Connection, key: str) -> Source | None:
    """A source; None where no such one was ever visited or imported from."""
    row = conn.execute("SELECT * FROM sources WHERE key = ?", (key,)).fetchone()
    if row is None:
        if not conn.execute("SELECT 1 FROM articles WHERE site = ? LIMIT 1", (key,)).fetchone():
            return None
        row = _imported(key)
    runs = _rows(
        conn,
        "SELECT s.*, r.started_at FROM run_sources s JOIN runs r ON r.id = s.run_id WHERE s.source = ?"
        f" ORDER BY s.run_id DESC LIMIT {RUNS}",
        (key,),
    )
    outcomes = _rows(
        conn,
        f"SELECT outcome, count(*) AS count FROM fetches WHERE source = ? AND run_id IN ({','.join('?' * len(runs))})"
        " GROUP BY outcome ORDER BY count DESC",
        (key, *(run["run_id"] for run in runs)),
    )
    newest = _rows(
        conn,
        "SELECT a.id, a.title, a.published, a.region, a.topic, a.story_id, s.copies FROM articles a LEFT JOIN stories s"
        " ON s.id = a.story_id WHERE a.site = ? ORDER BY a.published DESC, a.id DESC LIMIT 20",
        (key,),
    )
    return Source(dict(row), runs, [(one["outcome"], one["count"]) for one in outcomes], newest)


def runs(conn: sqlite3.Connection) -> list[Mapping[str, Any]]:
    """The latest runs with the sums over their sources, newest first."""
    return _rows(
        conn,
        f"SELECT r.*, count(s.source) AS sources, total(s.failed > 0) AS failing, {SUMS} FROM"
        f" (SELECT * FROM runs ORDER BY id DESC LIMIT {RUNS}) r LEFT JOIN run_sources s ON s.run_id = r.id"
        " GROUP BY r.id ORDER BY r.id DESC",
    )


def run(conn: sqlite3.Connection, run_id: int) -> Run | None:
    """A run; None where there is none."""
    row = conn.execute("SELECT * FROM runs WHERE id = ?", (run_id,)).fetchone()
    if row is None:
        return None
    each = _rows(conn, "SELECT * FROM run_sources WHERE run_id = ? ORDER BY failed DESC, new DESC, source", (run_id,))
    outcomes = _rows(
        conn, "SELECT outcome, count(*) AS count FROM fetches WHERE run_id = ? GROUP BY outcome ORDER BY count DESC", (run_id,)
    )
    failures = _rows(
        conn,
        f"SELECT source, url, status, outcome, detail FROM fetches WHERE run_id = ? AND outcome IN ({','.join('?' * len(FAILED))})"
        " ORDER BY source, id LIMIT 100",
        (run_id, *FAILED),
    )
    return Run(dict(row), each, [(one["outcome"], one["count"]) for one in outcomes], failures)


def last_night(conn: sqlite3.Connection) -> Mapping[str, Any] | None:
    """The latest nightly run with its sums; None before the first."""
    found = _rows(
        conn,
        f"SELECT r.*, count(s.source) AS sources, total(s.failed > 0) AS failing, {SUMS} FROM"
        " (SELECT * FROM runs WHERE kind = 'nightly' ORDER BY id DESC LIMIT 1) r LEFT JOIN run_sources s ON s.run_id = r.id"
        " GROUP BY r.id",
    )
    return found[0] if found else None
