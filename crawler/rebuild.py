"""A new database from the WARC files alone, when `news.db` is damaged or gone: what was received is read again, in its order.

What the files cannot tell is `salvage`'s. The new database grows in `news.db.rebuild` and takes its place at the end, so that a
rebuild may be killed at any moment; the next one goes on where it stopped.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive import runs
from archive.database import DATABASE, WARCS, StoreError, hold, open_to_read
from archive.recovery import recover
from archive.store import Store
from archive.warc import OPEN, Record, WarcError, read_what_is_left
from crawler import __version__
from crawler.config import Config, topic_profile
from crawler.received import Received, Recognised, grouped
from crawler.run import LockedError, source_row, take_lock
from crawler.salvage import Salvaged, salvage
from crawler.source import Source
from crawler.workers import Workers

TASK = "rebuild"
GROWING = f"{DATABASE}.rebuild"
ASIDE = f"{DATABASE}.damaged-"
SIDE_FILES = ("-wal", "-shm", "-journal")
COMMIT = 200  # responses in one transaction
AHEAD = 8  # pages waiting for each worker process

Progress = Callable[[str, int, int], None]
Tell = Callable[[str], None]


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild came to."""

    records: int = 0
    damaged: int = 0  # stretches of WARC files that cannot be read
    articles: int = 0
    resumed: int = 0  # records that an interrupted rebuild had dealt with
    salvaged: Salvaged = field(default_factory=Salvaged)
    aside: Path | None = None  # where the old database is now

    @property
    def whole(self) -> bool:
        """Whether nothing that should have been read was unreadable."""
        return not self.damaged and not self.salvaged.unread


def rebuild(
    directory: Path,
    config: Config,
    sources: dict[str, Source],
    *,
    progress: Progress = lambda *_: None,
    tell: Tell = lambda _: None,
) -> Rebuilt:
    """Makes the database anew; `tell` gets what is damaged. Raises LockedError while another command writes, StoreError."""
    if not any((directory / WARCS).glob("*.warc*")) and not (directory / DATABASE).exists():
        raise StoreError(f"{directory / WARCS}: no WARC files to rebuild from; --data DIR names another place")
    old = _old(directory)
    if old is not None:
        open_to_read(old).close()  # one of a newer version is not damaged, and knows what we could not carry over
    said = Rebuilt()
    lock = take_lock(directory)
    alone = hold(directory, alone=True)
    try:
        if alone is None:
            raise LockedError(f"{directory / DATABASE}: another command writes to it; nothing was changed")
        for name, length in recover(directory / WARCS).items():
            tell(f"{name}: finished for a run that was killed, {length} bytes kept")
        _build(directory, config, sources, said, progress, tell)
        said.aside = _swap(directory)
    except OSError as error:
        raise StoreError(
            f"{error.filename or directory}: {error.strerror or error}; the archive is as it was, run jianxun rebuild again"
        ) from None
    finally:
        if alone is not None:
            alone.close()
        lock.close()
    return said


def _build(directory: Path, config: Config, sources: dict[str, Source], said: Rebuilt, progress: Progress, tell: Tell) -> None:
    profile = topic_profile(config)
    store, run_id, said.resumed = _begin(directory, sources)
    pool = Workers(config.workers, config.page_seconds, config.page_megabytes, profile)
    try:
        recognised = Recognised(store, sources, pool, run_id)
        _read(directory / WARCS, recognised, said, AHEAD * (config.workers or os.cpu_count() or 1), progress, tell)
        old = _old(directory)
        if old is not None:
            said.salvaged = salvage(old, store, sources, pool, progress)
        with store.transaction() as conn:
            if next(iter(conn.execute("PRAGMA foreign_key_check")), None) is not None:
                raise StoreError(f"{directory / GROWING}: the new database refers to missing rows; the old one was left in place")
            runs.end(store, run_id, 0 if said.whole else 1, f"{said.records} records, {said.damaged} damaged")
            conn.execute("DELETE FROM resumptions WHERE task = ?", (TASK,))
            said.articles = conn.execute("SELECT count(*) FROM articles").fetchone()[0]
        # folded into one file, so that a rename moves all of it
        store.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        pool.close()
        store.close()


def _begin(directory: Path, sources: dict[str, Source]) -> tuple[Store, int, int]:
    """The growing database, its run, and how many records it has; one of another version, or damaged itself, is begun anew."""
    with suppress(StoreError, sqlite3.DatabaseError):
        if (directory / GROWING).exists():
            store = Store.open(directory, cache_megabytes=32, name=GROWING)
            row = store.conn.execute("SELECT position, version FROM resumptions WHERE task = ?", (TASK,)).fetchone()
            run = store.conn.execute("SELECT max(id) FROM runs WHERE kind = ?", (TASK,)).fetchone()[0]
            if row is not None and run is not None and row["version"] == __version__:
                store.conn.execute("PRAGMA foreign_keys=OFF")
                return store, int(run), int(row["position"])
            store.close()
    _remove(directory / GROWING)
    store = Store.open(directory, cache_megabytes=32, name=GROWING)
    # with them each UPDATE opens a savepoint, at which FTS5 writes out all that it holds back; they are checked at the end
    store.conn.execute("PRAGMA foreign_keys=OFF")
    with store.transaction() as conn:
        runs.sync(store, [source_row(source) for source in sources.values()])
        run_id = runs.begin(store, TASK, __version__)
        conn.execute("INSERT INTO resumptions(task, position, version) VALUES (?,0,?)", (TASK, __version__))
    return store, run_id, 0


def _read(warcs: Path, recognised: Recognised, said: Rebuilt, ahead: int, progress: Progress, tell: Tell) -> None:
    """Every response of every file, settled in order, many in a transaction."""
    files = in_order(warcs)
    total = sum(path.stat().st_size for path in files)
    waiting: deque[tuple[Received, Future[Any] | None]] = deque()
    settled = 0

    def settle(down_to: int) -> None:
        nonlocal settled
        while len(waiting) > down_to:
            with recognised.store.transaction() as conn:
                for _ in range(min(COMMIT, len(waiting) - down_to)):
                    received, future = waiting.popleft()
                    recognised.settle(received, future)
                    settled = received.number
                conn.execute("UPDATE resumptions SET position = ? WHERE task = ?", (settled, TASK))

    done = 0
    for path in files:
        for received in grouped(_records(path, said, tell), path.name, said.records):
            said.records = received.number
            if received.number <= said.resumed:
                recognised.skip(received)
                continue
            waiting.append((received, recognised.schedule(received)))
            if len(waiting) >= ahead + COMMIT:
                settle(ahead)
            progress(TASK, done + received.response.offset, total)
        done += path.stat().st_size
        progress(TASK, done, total)
    settle(0)


def _records(path: Path, said: Rebuilt, tell: Tell) -> Iterator[Record]:
    for record in read_what_is_left(path):
        if isinstance(record, WarcError):
            said.damaged += 1
            tell(str(record))
        else:
            yield record


def in_order(warcs: Path) -> list[Path]:
    """The finished WARC files of an archive by the date of their first record: a file's name may be anybody's."""

    def begun(path: Path) -> tuple[datetime, str]:
        first = next((one for one in read_what_is_left(path) if isinstance(one, Record)), None)
        return (first.fetched_at if first else datetime.max.replace(tzinfo=UTC), path.name)

    return sorted((path for path in warcs.glob("*.warc*") if not path.name.endswith(OPEN)), key=begun)


def _old(directory: Path) -> Path | None:
    """The database that is to be replaced, or the one that a killed rebuild had set aside already."""
    path = directory / DATABASE
    if path.exists():
        return path
    aside = sorted(one for one in directory.glob(f"{ASIDE}*") if not one.name.endswith(SIDE_FILES))
    return aside[-1] if aside else None


def _swap(directory: Path) -> Path | None:
    """Sets the old database aside and puts the new one in its place; where the old one is now."""
    path, aside = directory / DATABASE, None
    with (directory / "news.db.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = directory / f"{ASIDE}{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
        for end in SIDE_FILES:  # first: beside the new database they would be taken for its own
            side = path.with_name(path.name + end)
            if side.exists():
                side.rename(stamp.with_name(stamp.name + end))
        if path.exists():
            aside = path.rename(stamp)
        with (directory / GROWING).open("rb+") as file:
            os.fsync(file.fileno())
        (directory / GROWING).rename(path)
        for end in SIDE_FILES:
            (directory / (GROWING + end)).unlink(missing_ok=True)
        handle = os.open(directory, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    return aside


def _remove(path: Path) -> None:
    for end in ("", *SIDE_FILES):
        path.with_name(path.name + end).unlink(missing_ok=True)
