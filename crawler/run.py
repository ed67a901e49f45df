"""One run: its lock, archive, WARC file and worker processes, and the exit status it amounts to."""

from __future__ import annotations

import fcntl
import logging
import os
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

from archive import runs
from archive.alarms import alarms_of
from archive.database import make_directory, unwritable
from archive.health import Remark, attention
from archive.recovery import recover
from archive.store import Store
from archive.warc import Recorder
from crawler import __version__
from crawler.config import Config, topic_profile
from crawler.source import Source
from crawler.topic import Profile, read_profile
from crawler.workers import Workers

if TYPE_CHECKING:
    from crawler.browser import Renderer
    from crawler.replay import Recording

log = logging.getLogger(__name__)
LOCK = "nightly.lock"
STOPPED = ("shutdown", "running")  # how a source ends whose run got a signal, or a second one, which ends it at once


class ExitStatus(IntEnum):
    """The truth for cron."""

    GOOD = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_FETCHED = 3
    LOCKED = 4
    ARCHIVE = 5


class LockedError(RuntimeError):
    """Another run holds the archive."""


class AlreadyRanError(RuntimeError):
    """The run for this day has already ended."""


@dataclass(slots=True)
class Tally:
    """What one source's spider reports when it ends; the counts of outcomes come from `fetches`."""

    ended: str = "running"
    links: int = 0
    pages: int = 0  # answered so far
    new: int = 0  # articles stored so far
    seconds: float = 0.0
    message: str = ""
    alarm: str = ""  # what a person should look at, though the lists were read
    partial: bool = False  # what is new was not all seen: a list could not be read, the portal or the deadline ended the visit
    failed: bool = False  # none of its lists could be read, or the archive could not be written


@dataclass
class Run:
    """Everything that the spiders of one run share. Opened with `Run.open`, ended with `close`."""

    id: int
    config: Config
    store: Store
    recorder: Recorder
    workers: Workers
    sources: dict[str, Source]
    recording: Recording | None = None
    allow_addresses: frozenset[str] = frozenset()
    full: bool = False  # visit known articles again, read lists to their end
    tallies: dict[str, Tally] = field(default_factory=dict)
    kind: str = "nightly"
    named: int = 0  # pages that a person named: the run is judged by them, not by its sources
    fault: str = ""  # why the archive needs attention
    remarks: list[Remark] = field(default_factory=list)  # which of its sources need attention; known when it is closed
    profile: Profile = field(default_factory=read_profile)
    started: float = field(default_factory=time.monotonic)
    renderer: Renderer | None = None  # made when the first page wants it
    _lock: IO[str] | None = None

    @classmethod
    def open(
        cls,
        kind: str,
        directory: Path,
        config: Config,
        sources: dict[str, Source],
        *,
        recording: Recording | None = None,
        allow_addresses: frozenset[str] = frozenset(),
        full: bool = False,
        day: str | None = None,
        named: int = 0,
    ) -> Run:
        """Takes the lock (of a nightly run), opens the archive, mends what a killed run left. Raises LockedError, StoreError."""
        profile = topic_profile(config)
        topics = read_profile(profile)
        with ExitStack() as undo:  # what does not begin leaves no row, no file and no lock
            lock = undo.enter_context(take_lock(directory)) if kind == "nightly" else None
            store = undo.enter_context(closing(Store.open(directory)))
            if day and runs.ended(store, day):
                raise AlreadyRanError(f"the run for {day} has already ended; nothing to do")
            try:
                for name, length in recover(store.warcs).items():
                    lost = runs.forget_captures(store, name, length)
                    log.warning("%s: finished for a run that was killed; %d captures lost", name, lost)
                recorder = undo.enter_context(closing(Recorder(store.warcs, f"jianxun/{__version__}")))
            except OSError as error:
                raise unwritable(store.warcs, error) from None
            runs.sync(store, [source_row(source) for source in sources.values()])
            run = cls(
                id=runs.begin(store, kind, __version__, day),
                config=config,
                store=store,
                recorder=recorder,
                workers=Workers(config.workers, config.page_seconds, config.page_megabytes, profile),
                sources=sources,
                recording=recording,
                allow_addresses=allow_addresses,
                full=full,
                profile=topics,
                kind=kind,
                named=named,
                _lock=lock,
            )
            undo.pop_all()
            return run

    def fail(self, fault: str) -> None:
        """Notes that the archive cannot be written; every spider ends."""
        if not self.fault:
            log.critical("The archive cannot be written: %s", fault)
        self.fault = self.fault or fault

    def close(self) -> ExitStatus:
        """Ends the processes, the WARC file and the run's rows; returns the exit status, also when the archive is at fault."""
        self.workers.close()
        if self.renderer is not None:
            self.renderer.close()
        try:
            for key, tally in self.tallies.items():
                tally.ended = runs.INTERRUPTED if tally.ended in STOPPED else tally.ended
                tally.alarm = "; ".join(alarms_of(self.store.conn, self.id, key))
                said = f"ALARM: {tally.alarm}" if tally.alarm else ""
                message = "; ".join(filter(None, (tally.message, said)))
                runs.tally(self.store, self.id, key, ended=tally.ended, links=tally.links, seconds=tally.seconds, message=message)
            self.recorder.close()
            if self.kind == "nightly":
                self.remarks = [one for one in attention(self.store.conn) if one.source in self.sources]
            status = self._status()
            if status == ExitStatus.ARCHIVE or not self.interrupted:
                runs.end(self.store, self.id, status, self.fault)
            else:  # as a run that was killed: its day has not had its run
                runs.end(self.store, self.id, None, runs.INTERRUPTED)
        except Exception as error:  # disk full again: the exit status must still come out
            self.fail(f"{type(error).__name__}: {error}")
            status = ExitStatus.ARCHIVE
        finally:
            self.store.close()
            if self._lock:
                self._lock.close()
        return status

    @property
    def interrupted(self) -> bool:
        """Whether a signal ended it before its sources had."""
        return any(tally.ended == runs.INTERRUPTED for tally in self.tallies.values())

    def _status(self) -> ExitStatus:
        if self.fault:
            return ExitStatus.ARCHIVE
        if self.named:
            kept = runs.kept(self.store, self.id)
            good = kept >= self.named and not self.interrupted
            return ExitStatus.GOOD if good else ExitStatus.SOME_FAILED if kept else ExitStatus.NOTHING_FETCHED
        failed = [tally.failed for tally in self.tallies.values()]
        if failed and all(failed):
            return ExitStatus.NOTHING_FETCHED
        said = any(tally.partial or tally.alarm for tally in self.tallies.values())
        wrong = any(failed) or self.interrupted or said or self.remarks
        return ExitStatus.SOME_FAILED if wrong else ExitStatus.GOOD


def take_lock(directory: Path) -> IO[str]:
    """The lock of nightly runs and rebuilds; freed by the system when the process dies. Raises LockedError."""
    try:
        lock = (make_directory(directory) / LOCK).open("a+")
    except OSError as error:
        raise unwritable(directory, error) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        holder = lock.read(20).strip()
        lock.close()
        raise LockedError(f"{directory / LOCK}: another run (process {holder}) holds the archive; nothing was changed") from None
    lock.truncate(0)
    with suppress(OSError):  # on a full disk the lock holds without the name of its holder
        os.write(lock.fileno(), str(os.getpid()).encode())
    return lock


def source_row(source: Source) -> tuple[str, str, str, str, bool, bool, bool, bool, str]:
    """What `sources` keeps of a source file."""
    return (
        source.key, source.name, source.region, source.home, source.mirror, source.javascript, source.replay_only,
        source.insecure, source.checked,
    )  # fmt: skip
