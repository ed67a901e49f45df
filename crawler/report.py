"""The tables an engineer sees: what a run did, and how the sources stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tabulate import tabulate

from archive.address import AddressError, keys_of
from archive.health import Remark

COUNTS = ("listings", "links", "fetched", "new", "changed", "unchanged", "duplicates", "rejected", "failed")


def run_report(conn: sqlite3.Connection, run_id: int, remarks: Sequence[Remark] = ()) -> str:
    """One line for each source of a run, then the outcomes, and what needs a person."""
    rows = conn.execute("SELECT * FROM run_sources WHERE run_id = ? ORDER BY source", (run_id,)).fetchall()
    table = [
        [row["source"], *(row[name] for name in COUNTS), f"{row['seconds'] or 0:.1f}", row["ended"], row["message"]]
        for row in rows
    ]
    if len(table) > 1:
        table.append(["all", *(sum(row[name] for row in rows) for name in COUNTS), "", "", ""])
    lines = [tabulate(table, headers=["source", *COUNTS, "seconds", "ended", "message"])]
    outcomes = conn.execute(
        "SELECT outcome, count(*) AS n FROM fetches WHERE run_id = ? GROUP BY outcome ORDER BY n DESC, outcome", (run_id,)
    ).fetchall()
    lines.append("outcomes: " + ", ".join(f"{row['outcome']} {row['n']}" for row in outcomes))
    alarms = [f"{row['source']}: {row['message']}" for row in rows if "ALARM: " in row["message"]]
    return "\n\n".join([*lines, *(["\n".join(alarms)] if alarms else []), *_attention(remarks)])


def _attention(remarks: Sequence[Remark]) -> list[str]:
    if not remarks:
        return []
    said = [f"  {one.source}: {one.english}, since {one.since}" for one in remarks]
    return ["\n".join(["sources that need attention (`jianxun sources check KEY` says what to mend):", *said])]


def status_report(conn: sqlite3.Connection, remarks: Sequence[Remark] = ()) -> str:
    """The latest runs, each source with what its latest run brought, and what needs a person."""
    runs = conn.execute("SELECT id, kind, started_at, ended_at, exit_status, note FROM runs ORDER BY id DESC LIMIT 7").fetchall()
    sources = conn.execute(
        """SELECT s.key, s.name, r.run_id, r.ended, r.new, r.failed, r.message,
               (SELECT max(first_seen) FROM articles WHERE site = s.key) AS last_new,
               (SELECT count(*) FROM articles WHERE site = s.key) AS articles,
               CASE WHEN s.insecure THEN 'certificates not verified' ELSE '' END AS remark
           FROM sources s LEFT JOIN run_sources r ON r.source = s.key
               AND r.run_id = (SELECT max(run_id) FROM run_sources WHERE source = s.key)
           ORDER BY s.key"""
    ).fetchall()
    return "\n\n".join(
        [
            tabulate([list(row) for row in runs], headers=["run", "kind", "started", "ended", "exit", "note"]),
            tabulate(
                [list(row) for row in sources],
                headers=["source", "name", "run", "ended", "new", "failed", "message", "last new article", "articles", "remark"],
            ),
            *_attention(remarks),
        ]
    )


def why_report(conn: sqlite3.Connection, url: str) -> str:
    """Every attempt at an address, oldest first, and what the archive has of it."""
    try:
        keys = keys_of(url)
    except AddressError:
        keys = [url[:500]]
    rows = conn.execute(
        f"""SELECT f.started_at, f.run_id, f.source, f.status, f.outcome, f.detail, f.article_id, f.url FROM fetches f
            WHERE f.key IN ({",".join("?" * len(keys))}) OR f.key IN (SELECT key FROM urls WHERE url = ?)
                OR f.id IN (SELECT id FROM fetches WHERE url = ?) ORDER BY f.id""",
        (*keys, url, url),
    ).fetchall()
    if not rows:
        return f"{url}: never asked for, and never seen in a list; `jianxun add URL` archives it now"
    return tabulate(
        [list(row) for row in rows], headers=["when", "run", "source", "status", "outcome", "detail", "article", "url"]
    )
