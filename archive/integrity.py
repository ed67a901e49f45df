"""Whether the archive still is what was written, and a consistent copy of it. Mending from WARC is `crawler.rebuild`'s."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive import search
from archive.database import DATABASE, WARCS, StoreError, connect_read_only
from archive.store import capture_of
from archive.warc import OPEN, WarcError, read_capture

Progress = Callable[[str, int, int], None]  # what is checked, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was written, and what mends it."""

    what: str
    remedy: str


def verify(directory: Path, progress: Progress = lambda *_: None) -> Iterator[Damage]:
    """Checks every page of the database, every reference, every capture's digest and every search row, in bounded memory.

    Reads only, also while a run writes. Raises StoreError when there is no archive.
    """
    conn = connect_read_only(directory)
    try:
        damaged = list(_database(conn))
        yield from damaged
        if not damaged:
            yield from _references(conn)
            yield from _captures(conn, directory / WARCS, progress)
            yield from _search_rows(conn, progress)
    except sqlite3.DatabaseError as error:
        yield Damage(f"{directory / DATABASE}: {error}", "jianxun rebuild makes it anew from the WARC files")
    finally:
        conn.close()
    yield from _files(directory)


def _database(conn: sqlite3.Connection) -> Iterator[Damage]:
    for row in conn.execute("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Damage(f"database: {row[0]}", "jianxun rebuild makes it anew from the WARC files")


def _references(conn: sqlite3.Connection) -> Iterator[Damage]:
    for row in conn.execute("PRAGMA foreign_key_check"):
        yield Damage(f"{row['table']} {row['rowid']}: refers to a missing row of {row['parent']}", "jianxun rebuild")
    for row in conn.execute("SELECT s.id FROM stories s LEFT JOIN articles a ON a.story_id = s.id WHERE a.id IS NULL LIMIT 20"):
        yield Damage(f"story {row['id']}: has no article", "jianxun reextract --apply")


def _captures(conn: sqlite3.Connection, warcs: Path, progress: Progress) -> Iterator[Damage]:
    total = conn.execute("SELECT count(*) FROM captures").fetchone()[0]
    rows = conn.execute('SELECT * FROM captures ORDER BY warc_file, "offset"')
    for number, row in enumerate(rows, 1):
        try:
            read_capture(warcs, capture_of(row))
        except (WarcError, OSError) as error:
            yield Damage(
                f"capture {row['id']} of {row['url']}: {error}", "restore the file from a backup; the article's text is kept"
            )
        if number % 100 == 0 or number == total:
            progress("captures", number, total)


def _search_rows(conn: sqlite3.Connection, progress: Progress) -> Iterator[Damage]:
    total = conn.execute("SELECT count(*) FROM articles").fetchone()[0]
    for number, (article_id, good) in enumerate(search.check(conn), 1):
        if not good:
            yield Damage(f"article {article_id}: its search row is missing or wrong", "jianxun reextract --apply")
        if number % 1000 == 0 or number == total:
            progress("search rows", number, total)


def _files(directory: Path) -> Iterator[Damage]:
    for path in sorted((directory / WARCS).glob(f"*{OPEN}")):
        yield Damage(f"{path}: not finished, by a run that is at work or was killed", "the next run finishes it")


def backup(directory: Path, destination: Path, progress: Progress = lambda *_: None) -> int:
    """A consistent copy of an archive into a new or empty directory, also while a run writes; the bytes copied.

    The database first: every capture that it names is then in the WARC files, which only grow. Raises StoreError.
    """
    if destination.exists() and any(destination.iterdir()):
        raise StoreError(f"{destination}: not empty; name a new directory for the copy")
    source = connect_read_only(directory)
    (destination / WARCS).mkdir(parents=True, exist_ok=True)
    copy = sqlite3.connect(destination / f"{DATABASE}.part")
    try:
        source.backup(copy, pages=2000, progress=lambda _, left, total: progress("database pages", total - left, total))
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        source.close()
    size = (destination / f"{DATABASE}.part").stat().st_size
    files = sorted((directory / WARCS).glob("*.warc.gz*"))
    for number, path in enumerate(files, 1):
        size += _copy(path, destination / WARCS / path.name)
        progress("WARC files", number, len(files))
    (destination / f"{DATABASE}.part").rename(destination / DATABASE)
    return size


def _copy(path: Path, target: Path) -> int:
    """Copies a file; one that was finished meanwhile is found under its final name."""
    if not path.exists():
        path, target = path.with_name(path.name.removesuffix(OPEN)), target.with_name(target.name.removesuffix(OPEN))
    part = target.with_name(target.name + ".part")
    shutil.copyfile(path, part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.rename(target)
    return target.stat().st_size
