"""Whether the archive still is what was written, and a consistent copy of it. Mending from WARC is `crawler.rebuild`'s."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive import search
from archive.database import DATABASE, WARCS, StoreError, connect_read_only
from archive.recovery import being_written, recover
from archive.store import capture_of
from archive.warc import OPEN, WarcError, read_capture, read_what_is_left

REBUILD = "jianxun rebuild makes it anew from the WARC files"
TREE = re.compile(r"[Tt]ree (?:page )?(\d+)")
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
        progress("database", 0, 1)
        damaged = list(_database(conn))
        progress("database", 1, 1)
        yield from damaged
        if not damaged:
            yield from _references(conn)
            yield from _captures(conn, directory / WARCS, progress)
            yield from _search_rows(conn, progress)
    except sqlite3.DatabaseError as error:
        yield Damage(f"{directory / DATABASE}: {error}", REBUILD)
    finally:
        conn.close()
    yield from _files(directory / WARCS, progress)


def _database(conn: sqlite3.Connection) -> Iterator[Damage]:
    names = {str(row["rootpage"]): row["name"] for row in conn.execute("SELECT rootpage, name FROM sqlite_master")}
    try:
        for row in conn.execute("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                # also in the middle: SQLite tells several faults in one row
                said = TREE.sub(lambda found: f"{found[0]} ({names.get(found[1], 'no table')})", str(row[0]).replace("\n", "; "))
                yield Damage(f"database: {said}", REBUILD)
    except sqlite3.DatabaseError as error:
        named = list(_damaged_tables(conn))
        yield from named or [Damage(f"database: {error}", REBUILD)]


def _damaged_tables(conn: sqlite3.Connection) -> Iterator[Damage]:
    """Where the check of the whole database gives up: each table by itself."""
    for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0").fetchall():
        try:
            said = [str(row[0]) for row in conn.execute(f"PRAGMA integrity_check('{name}')")]
        except sqlite3.DatabaseError as error:
            said = [str(error)]
        if said != ["ok"]:
            yield Damage(f"database, table {name}: {said[0]}", REBUILD)


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


def _files(warcs: Path, progress: Progress) -> Iterator[Damage]:
    """Every record of every finished file, also those that no capture names."""
    files = sorted(warcs.glob("*.warc*"))
    for number, path in enumerate(files, 1):
        if not path.name.endswith(OPEN):
            for record in read_what_is_left(path):
                if isinstance(record, WarcError):
                    yield Damage(str(record), "restore the file from a backup; what was read from it is in the database")
        elif not being_written(path):
            yield Damage(f"{path}: not finished, by a run that was killed", "the next run finishes it")
        progress("WARC files", number, len(files))


def backup(directory: Path, destination: Path, progress: Progress = lambda *_: None) -> int:
    """A consistent copy of an archive into a new or empty directory, also while a run writes; the bytes copied.

    The database first: every capture that it names is then in the WARC files, which only grow. A copy that was interrupted is
    begun anew. Raises StoreError.
    """
    part = destination / f"{DATABASE}.part"
    if destination.exists() and any(destination.iterdir()) and not part.exists():
        raise StoreError(f"{destination}: not empty; name a new directory for the copy")
    if directory.resolve() in (destination.resolve(), *destination.resolve().parents):
        raise StoreError(f"{destination}: inside {directory}; a copy belongs on another disk")
    source = connect_read_only(directory)
    try:
        (destination / WARCS).mkdir(parents=True, exist_ok=True)
        for left in destination.glob(f"{DATABASE}.part*"):
            left.unlink()
        part.touch()  # whose presence says that the copy is not complete
        size = _copy_database(source, part, progress)
        files = sorted((directory / WARCS).glob("*.warc*"))
        for number, path in enumerate(files, 1):
            size += _copy(path, destination / WARCS / path.name)
            progress("WARC files", number, len(files))
        recover(destination / WARCS)  # a file that is being written was copied to somewhere in a record
        part.rename(destination / DATABASE)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{destination}: the copy is not complete ({error}); run jianxun backup again") from None
    finally:
        source.close()
    return size


def _copy_database(source: sqlite3.Connection, target: Path, progress: Progress) -> int:
    copy = sqlite3.connect(target)
    try:
        # one snapshot: without a transaction every write of a run would make the copy begin anew
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(copy, pages=2000, progress=lambda _, left, total: progress("database pages", total - left, total))
        source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return target.stat().st_size


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
