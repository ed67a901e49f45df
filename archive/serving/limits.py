"""What one SQL query may cost: Datasette bounds its time and rows, this bounds its bytes. Also gives it our search."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Callable
from typing import Any

from archive.query import escape_fts

LONGEST_VALUE = 12_000_000  # bytes of one text or blob; a page of at most 10 MB has no longer body
MOST_COLUMNS = 200
RESULT = 64_000_000  # bytes that one query may hand to Python
HEAP = 512_000_000  # bytes that all of SQLite may hold at once, caches and sorters included


def bound(conn: sqlite3.Connection) -> None:
    """Puts the limits on a connection of Datasette's, and replaces its `escape_fts` by ours, which knows Chinese."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    conn.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, MOST_COLUMNS)
    conn.execute(f"PRAGMA hard_heap_limit = {HEAP}").fetchone()
    conn.execute("PRAGMA busy_timeout = 10000").fetchone()
    conn.row_factory = _counting()
    conn.create_function("escape_fts", 1, escape_fts, deterministic=True)


def _counting() -> Callable[[sqlite3.Cursor, tuple[Any, ...]], Any]:
    """A row factory that ends a query whose rows grow beyond RESULT; it counts anew with each cursor."""
    counted = 0
    last: weakref.ref[sqlite3.Cursor] | None = None

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> Any:
        nonlocal counted, last
        if last is None or last() is not cursor:
            counted, last = 0, weakref.ref(cursor)
        counted += sum(len(value) for value in values if isinstance(value, (str, bytes)))
        if counted > RESULT:
            counted = 0
            raise sqlite3.OperationalError(f"result larger than {RESULT // 1_000_000} MB")
        return sqlite3.Row(cursor, values)

    return row
