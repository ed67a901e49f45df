"""Opening `news.db`: pragmas, tables brought up to date, errors that say what helps."""

from __future__ import annotations

import fcntl
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from archive.migrations import migrations

DATABASE = "news.db"
WARCS = "warc"
WRITERS = "news.db.writers"  # shared by all who write, held alone by who replaces the database
BUSY_SECONDS = 60  # another writer's batch is over long before


class StoreError(RuntimeError):
    """The archive cannot be opened or written; the message names the file and what helps."""


def now() -> str:
    """The present moment as the archive writes it: UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def connect(path: Path, cache_megabytes: int = 8) -> sqlite3.Connection:
    """A connection to an archive's database for reading and writing, without looking at its tables."""
    conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    conn.row_factory = sqlite3.Row
    conn.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=8000;"
        f"PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-{cache_megabytes << 10}; PRAGMA temp_store=MEMORY;"
    )
    return conn


def connect_read_only(directory: Path) -> sqlite3.Connection:
    """A connection that cannot write, also while a run writes. Raises StoreError where there is no archive that we can read."""
    path = directory / DATABASE
    if not path.is_file():
        raise StoreError(f"{path}: no archive here; `jianxun nightly` makes one, --data DIR names another place")
    return open_to_read(path)


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection to one database file that cannot write. Raises StoreError for one of a newer version."""
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    conn.row_factory = sqlite3.Row
    _refuse_newer(path, conn)
    return conn


def _refuse_newer(path: Path, conn: sqlite3.Connection) -> None:
    """Raises StoreError for a database of a newer version: its tables may mean something else by now."""
    try:
        rows = conn.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (migrations.name,)).fetchall()
    except sqlite3.DatabaseError:  # not yet an archive, or damaged, which is told where it is read
        return
    newer = {str(row[0]) for row in rows} - {one.name for one in migrations._migrations}
    if newer:
        conn.close()
        raise StoreError(f"{path}: written by a newer jianxun ({', '.join(sorted(newer))}); upgrade this one to open it")


def make_directory(directory: Path) -> Path:
    """The data directory, made where there is none. Raises StoreError."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(directory, error) from None
    return directory


def unwritable(place: Path, error: OSError) -> StoreError:
    """What is said of a place where nothing can be written."""
    return StoreError(f"{error.filename or place}: cannot be written ({error.strerror}); --data DIR names another place")


def helped(error: sqlite3.Error) -> str:
    """What SQLite says, with what helps."""
    full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return f"{error}; " + ("make room on its disk" if full else "`jianxun verify` says what is damaged")


def open_database(directory: Path, cache_megabytes: int = 8, name: str = DATABASE) -> sqlite3.Connection:
    """The database of a data directory, made where there is none. Raises StoreError."""
    path = directory / name
    try:
        (directory / WARCS).mkdir(parents=True, exist_ok=True)
        with (directory / "news.db.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            conn = connect(path, cache_megabytes)
            _migrate(path, conn)
    except OSError as error:
        raise unwritable(path, error) from None
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {helped(error)}") from None
    return conn


def hold(directory: Path, alone: bool = False) -> IO[str] | None:
    """A place among those who write to an archive, or all of it; None where that cannot be had. Closing the file gives it back."""
    file = (directory / WRITERS).open("a")
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def _migrate(path: Path, conn: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    _refuse_newer(path, conn)
    conn.row_factory = None  # sqlite-utils reads rows by position
    conn.isolation_level = "DEFERRED"
    db = Database(conn, execute_plugins=False)
    migrations.apply(db)
    conn.isolation_level = None
    conn.row_factory = sqlite3.Row
