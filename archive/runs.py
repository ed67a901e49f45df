"""Rows of `runs`, `run_sources` and `sources`: what a night did, counted from its attempts."""

from __future__ import annotations

from collections.abc import Iterable

from archive.database import now
from archive.records import Outcome
from archive.store import Store

INTERRUPTED = "interrupted"  # the note of a run that was killed or stopped; such a run has no exit status
NEW = (Outcome.STORED, Outcome.DUPLICATE)
UNCHANGED = (Outcome.UNCHANGED, Outcome.NOT_MODIFIED)
REJECTED = (
    Outcome.OFF_TOPIC, Outcome.NOT_ARTICLE, Outcome.SOFT_404, Outcome.LOGIN_WALL, Outcome.PAYWALL, Outcome.CAPTCHA,
    Outcome.ANTI_BOT, Outcome.MAINTENANCE, Outcome.PARKED, Outcome.SPAM, Outcome.BAD_ENCODING, Outcome.EXTRACT_EMPTY,
    Outcome.ROBOTS, Outcome.OFFSITE, Outcome.BAD_URL, Outcome.BUDGET, Outcome.TRAP, Outcome.GONE,
)  # fmt: skip
READ = (Outcome.LISTING, Outcome.PART, Outcome.REDIRECT, Outcome.ROBOTS_TXT, Outcome.REOPENED)
FAILED = tuple(outcome for outcome in Outcome if outcome not in {*NEW, *UNCHANGED, *REJECTED, *READ, Outcome.CHANGED})


def sync(store: Store, rows: Iterable[tuple[str, str, str, str, bool, bool, bool, bool, str]]) -> None:
    """Keeps what the source files say: key, name, region, home, mirror, javascript, replay_only, insecure, checked."""
    with store.transaction():
        store.conn.executemany(
            "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT(key) DO UPDATE SET name=excluded.name,"
            " region=excluded.region, home=excluded.home, mirror=excluded.mirror, javascript=excluded.javascript,"
            " replay_only=excluded.replay_only, insecure=excluded.insecure, checked=excluded.checked",
            list(rows),
        )


def begin(store: Store, kind: str, version: str, day: str | None = None) -> int:
    """A new row of `runs`; runs that were killed before are closed first."""
    with store.transaction():
        if kind == "nightly":
            for run in store.conn.execute("SELECT id FROM runs WHERE ended_at IS NULL AND kind = 'nightly'").fetchall():
                for row in store.conn.execute("SELECT DISTINCT source FROM fetches WHERE run_id = ?", (run["id"],)).fetchall():
                    tally(store, run["id"], row["source"], ended=INTERRUPTED)
                last = store.conn.execute("SELECT max(started_at) FROM fetches WHERE run_id = ?", (run["id"],)).fetchone()[0]
                store.conn.execute(
                    "UPDATE runs SET ended_at = coalesce(?, started_at), note = ? WHERE id = ?", (last, INTERRUPTED, run["id"])
                )
        cursor = store.conn.execute(
            "INSERT INTO runs(kind, started_at, day, version) VALUES (?,?,?,?)", (kind, now(), day, version)
        )
        return int(cursor.lastrowid or 0)


def ended(store: Store, day: str) -> bool:
    """Whether a run for that date has ended; one that was killed has not."""
    return store.conn.execute("SELECT 1 FROM runs WHERE day = ? AND exit_status IS NOT NULL", (day,)).fetchone() is not None


def end(store: Store, run_id: int, exit_status: int | None, note: str = "") -> None:
    """Closes a run with the status that its command will exit with; None for one that was interrupted."""
    with store.transaction():
        store.conn.execute(
            "UPDATE runs SET ended_at = ?, exit_status = ?, note = ? WHERE id = ?", (now(), exit_status, note, run_id)
        )


def tally(
    store: Store, run_id: int, source: str, *, ended: str, links: int = 0, seconds: float | None = None, message: str = ""
) -> None:
    """The row of `run_sources`, counted from the rows of `fetches`, so that the two cannot disagree."""

    def count(outcomes: Iterable[Outcome]) -> str:
        return "total(outcome IN (" + ",".join(f"'{outcome}'" for outcome in outcomes) + "))"

    with store.transaction():
        store.conn.execute(
            f"""INSERT OR REPLACE INTO run_sources(run_id, source, listings, links, fetched, new, changed, unchanged,
                    duplicates, rejected, failed, bytes, seconds, ended, message)
                SELECT ?1, ?2, {count([Outcome.LISTING])}, ?3, total(elapsed_ms IS NOT NULL), {count(NEW)},
                    {count([Outcome.CHANGED])}, {count(UNCHANGED)}, {count([Outcome.DUPLICATE])}, {count(REJECTED)},
                    {count(FAILED)}, total(bytes), ?4, ?5, ?6 FROM fetches WHERE run_id = ?1 AND source = ?2""",
            (run_id, source, links, seconds, ended, message),
        )


def forget_captures(store: Store, warc_file: str, length: int) -> int:
    """Drops the captures that lay behind the end of a file that a power failure cut; how many there were."""
    with store.transaction():
        lost = [
            row["id"]
            for row in store.conn.execute(
                'SELECT id FROM captures WHERE warc_file = ? AND "offset" + length > ?', (warc_file, length)
            )
        ]
        for table in ("fetches", "articles", "versions", "urls"):
            store.conn.executemany(f"UPDATE {table} SET capture_id = NULL WHERE capture_id = ?", [(one,) for one in lost])
        store.conn.executemany("DELETE FROM captures WHERE id = ?", [(one,) for one in lost])
    return len(lost)
