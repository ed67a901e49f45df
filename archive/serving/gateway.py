"""The one way from a page to the database: which database of Datasette's is the archive, and how long a page may read it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archive.database import WARCS, StoreError, open_to_read

PAGE_SECONDS = 5.0  # of reading for one page; exports read in several steps
TABLES = {"articles", "articles_fts", "stories", "captures", "runs"}

T = TypeVar("T")


class NewerError(click.ClickException):
    """An archive of a newer version; plain `datasette` ends with it as our own commands do."""

    exit_code = 5


class TooSlowError(RuntimeError):
    """A page's reading was ended after PAGE_SECONDS."""


def archive_of(datasette: Any) -> Any | None:
    """The first of Datasette's databases that is an archive of ours, or None."""
    for db in datasette.databases.values():
        if db.path and Path(db.path).is_file() and _is_archive(Path(db.path)):
            return db
    return None


def _is_archive(path: Path) -> bool:
    try:
        conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            names = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        finally:
            conn.close()
    except sqlite3.DatabaseError:
        return False
    return names >= TABLES


def refuse_newer(datasette: Any) -> None:
    """Raises NewerError when one of Datasette's databases is an archive of a newer version."""
    for db in datasette.databases.values():
        if db.path and Path(db.path).is_file():
            try:
                open_to_read(Path(db.path)).close()
            except StoreError as error:
                raise NewerError(str(error)) from None


def warc_directory(db: Any) -> Path:
    """Where the WARC files of that database lie."""
    return Path(db.path).absolute().parent / WARCS


async def read(db: Any, work: Callable[..., T], *args: Any, seconds: float = PAGE_SECONDS, **kwargs: Any) -> T:
    """Runs `work(conn, *args)` in one of Datasette's threads, on one snapshot of the database. Raises TooSlowError."""

    def inside(conn: sqlite3.Connection) -> T:
        end = time.monotonic() + seconds
        bounded = conn.row_factory, conn.text_factory
        conn.row_factory = sqlite3.Row
        conn.text_factory = str  # Datasette's forgives other encodings, at the cost of a call for each of some 50,000 texts
        conn.set_progress_handler(lambda: time.monotonic() > end, 2000)
        try:
            conn.execute("BEGIN")
            return work(conn, *args, **kwargs)
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted":
                raise TooSlowError(f"reading was ended after {seconds:g} s") from None
            raise
        finally:
            conn.set_progress_handler(None, 0)
            conn.rollback()
            conn.row_factory, conn.text_factory = bounded

    result: T = await db.execute_fn(inside)
    return result


async def may_read(datasette: Any, request: Any, db: Any) -> bool:
    """Whether Datasette's own permissions (`allow` in its metadata) let this reader see the database."""
    if hasattr(datasette, "permission_allowed"):
        return bool(await datasette.permission_allowed(request.actor, "view-database", resource=db.name, default=True))
    from datasette.resources import DatabaseResource  # Datasette 1.0 asks in other words

    return bool(await datasette.allowed(action="view-database", resource=DatabaseResource(db.name), actor=request.actor))
