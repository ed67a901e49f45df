"""How far a long task has come, committed with what it wrote: one that was interrupted is taken up where it stopped."""

from __future__ import annotations

import sqlite3


def begin(conn: sqlite3.Connection, task: str, version: str) -> int:
    """Where a task of the same version stopped; 0 for one that begins, or begins anew because its rules are others now."""
    row = conn.execute("SELECT position FROM resumptions WHERE task = ? AND version = ?", (task, version)).fetchone()
    if row is not None:
        return int(row["position"])
    conn.execute(
        "INSERT INTO resumptions(task, position, version) VALUES (?,0,?)"
        " ON CONFLICT(task) DO UPDATE SET position = 0, version = excluded.version",
        (task, version),
    )
    return 0


def reach(conn: sqlite3.Connection, task: str, position: int) -> None:
    """All up to that position is dealt with."""
    conn.execute("UPDATE resumptions SET position = ? WHERE task = ?", (position, task))


def end(conn: sqlite3.Connection, task: str) -> None:
    """Nothing is left to take up."""
    conn.execute("DELETE FROM resumptions WHERE task = ?", (task,))
