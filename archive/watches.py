"""Saved searches. When a reader last looked at one is remembered by the reader's browser, so that serving stays read-only."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from archive.database import now

LONGEST = 80  # characters of a name


class WatchError(ValueError):
    """A saved search cannot be called so; the message says why."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved search."""

    name: str
    query: str


def add(conn: sqlite3.Connection, name: str, query: str) -> None:
    """Saves a search, or replaces the one of that name; inside the caller's transaction. Raises WatchError."""
    name = name.strip()
    if not any(letter.isprintable() and not letter.isspace() for letter in name):
        raise WatchError(f"{name!r} is no name that could be read")
    if len(name) > LONGEST:
        raise WatchError(f"the name has {len(name)} characters; at most {LONGEST} are kept")
    conn.execute("INSERT OR REPLACE INTO watches(name, query, created_at) VALUES (?,?,?)", (name, query, now()))


def remove(conn: sqlite3.Connection, name: str) -> bool:
    """Forgets a search; whether there was one. Inside the caller's transaction."""
    return conn.execute("DELETE FROM watches WHERE name = ?", (name.strip(),)).rowcount > 0


def watches(conn: sqlite3.Connection) -> list[Watch]:
    """All saved searches, oldest first."""
    return [Watch(*row) for row in conn.execute("SELECT name, query FROM watches ORDER BY created_at, name")]
