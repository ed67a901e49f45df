"""The killable processes around extraction: one page costs at most so much processor time and so much memory."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import multiprocessing
import multiprocessing.context
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from archive.records import Article, Outcome, Page, Rejection
from archive.store import Reading
from crawler.listing import Listing, read_listing
from crawler.source import Source

Item = TypeVar("Item")
Result = TypeVar("Result")
MAX_PARTS = 20  # pages of one split article
PATIENCE = 12  # times its processor time that a page may be with its process, on a machine busy with other things
DIED = (ProcessExpired, BrokenProcessPool)  # what a page ends with whose process, or pool, is no more
PIPE = 1 << 20  # bytes; what Linux gives without asking is 64 KiB, less than one page

_profile: Any = None  # of this worker process


class Workers:
    """A pool of `count` processes, 0 for one a core, that read pages. A page that breaks its process is a Rejection."""

    def __init__(self, count: int, seconds: float, megabytes: int, profile: Path | None) -> None:
        self.count = count or os.cpu_count() or 1
        self._seconds = seconds
        self._of_each = (megabytes, profile, os.getpid())
        self._closed = False
        self._renewing = threading.Lock()
        self._unanswered: set[Future[Any]] = set()
        self._pool = self._made()

    def _made(self) -> ProcessPool:
        context = _Context()
        context.set_forkserver_preload(["crawler.forkserver", "crawler.workers", "crawler.reading"])
        pool = ProcessPool(
            max_workers=self.count,
            max_tasks=2000,  # lxml and trafilatura leak a little
            initializer=_start,
            initargs=self._of_each,
            context=context,
        )
        pool.schedule(abs, args=(0,))  # the processes start now rather than with the first page
        return pool

    async def read(self, page: Page, source: Source, keep: bool = False) -> Reading | Rejection:
        """What the page holds; a hostile page ends as extract_timeout or extract_crash."""
        return await self._ask(read_in_worker, page, source, keep)

    async def describe(self, article: Article, source: Source, keep: bool = False) -> Reading | Rejection:
        """A joined article as a reading."""
        return await self._ask(describe_in_worker, article, source, keep)

    async def listing(self, page: Page, source: Source) -> Listing | Rejection:
        """The links of a list, feed or sitemap."""
        return await self._ask(list_in_worker, page, source)

    async def _ask(self, function: Callable[..., Result], *args: Any) -> Result | Rejection:
        return await settle(self.schedule(function, *args))

    def schedule(self, function: Callable[..., Result], *args: Any) -> Future[Result]:
        """Any picklable function under the same bounds; `settle` turns its future into a value.

        Where its process dies it is asked for once more: the system ends processes for want of memory, and who stops a run those around it.
        """
        future: Future[Result] = Future()
        self._ask_pool(future, (function, *args), again=True)
        return future

    def _ask_pool(self, future: Future[Result], call: tuple[Any, ...], again: bool) -> None:
        with self._renewing:
            try:
                asked = self._given(call)
            except RuntimeError:  # a process that dies while it has nothing to do takes the pool along
                if self._closed:
                    raise
                threading.Thread(target=_end, args=(self._pool, tuple(self._unanswered)), daemon=True).start()
                self._pool = self._made()
                asked = self._given(call)
            self._unanswered.add(asked)
        asked.add_done_callback(partial(self._hand_on, future, call, again))

    def _given(self, call: tuple[Any, ...]) -> Future[Any]:
        return self._pool.schedule(_bounded, args=(self._seconds, *call), timeout=PATIENCE * self._seconds)

    def _hand_on(self, future: Future[Result], call: tuple[Any, ...], again: bool, asked: Future[Result]) -> None:
        self._unanswered.discard(asked)
        error = RuntimeError("its process was ended") if asked.cancelled() else asked.exception()
        if again and not self._closed and (asked.cancelled() or isinstance(error, DIED)) and not _ran_out(error):
            try:
                self._ask_pool(future, call, again=False)
            except RuntimeError as closed:  # meanwhile
                future.set_exception(closed)
        elif not future.set_running_or_notify_cancel():
            return
        elif error is not None:
            future.set_exception(error)
        else:
            future.set_result(asked.result())

    def in_chunks(
        self,
        items: Iterable[Item],
        size: int,
        ahead: int,
        work: Callable[[list[Item]], list[Result]],
        broken: Callable[[Item, Rejection], Result],
    ) -> Iterator[list[Result]]:
        """What becomes of the items, chunk by chunk and in their order, with `ahead` chunks for each process in memory.

        Where a chunk breaks its process or its bounds, each of its items gets a process's care of its own; `broken` says what then
        stands for one that breaks them alone.
        """
        remaining = iter(items)
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while True:
            while len(waiting) < ahead * self.count and (chunk := list(islice(remaining, size))):
                waiting.append((chunk, self.schedule(work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield future.result()
            except Exception as error:  # whatever an item can provoke in a library is the fault of that item alone
                if len(chunk) == 1:
                    yield [broken(chunk[0], rejection(error))]
                else:
                    yield [result for (result,) in self.in_chunks(chunk, 1, ahead, work, broken)]

    def close(self) -> None:
        """Ends the processes, also those at work."""
        self._closed = True
        _end(self._pool)


def _end(pool: ProcessPool, unanswered: Iterable[Future[Any]] = ()) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()
    for asked in unanswered:  # what still waited in the queue of a broken pool
        asked.cancel()


def _ran_out(error: BaseException | None) -> bool:
    return isinstance(error, ProcessExpired) and error.exitcode == -signal.SIGPROF


async def settle(future: Future[Result]) -> Result | Rejection:
    """The result, or the Rejection that a broken bound amounts to."""
    try:
        return await asyncio.wrap_future(future)
    except Exception as error:  # whatever a page can provoke in a library is the page's outcome, not the run's end
        return rejection(error)


def rejection(error: BaseException) -> Rejection:
    """What an exception from a worker says about its page."""
    if isinstance(error, TimeoutError | FutureTimeoutError) or _ran_out(error):
        return Rejection(Outcome.EXTRACT_TIMEOUT, "reading the page took longer than allowed")
    if isinstance(error, MemoryError):
        return Rejection(Outcome.EXTRACT_TIMEOUT, "reading the page took more memory than allowed")
    if isinstance(error, ProcessExpired):
        return Rejection(Outcome.EXTRACT_CRASH, f"the process that read the page died ({error})")
    return Rejection(Outcome.EXTRACT_CRASH, f"{type(error).__name__}: {error}"[:300])


class _Process(multiprocessing.context.ForkServerProcess):
    def terminate(self) -> None:
        """By SIGKILL: who stops a run sends SIGTERM to every process around it, and one that ends while it sends leaves half a result."""
        self.kill()


class _Context(multiprocessing.context.ForkServerContext):
    """Starts the processes with pipes that hold several pages, so that nobody waits while the rest of one is sent."""

    Process = _Process

    def Pipe(self, duplex: bool = True) -> Any:
        """As ever, but larger where the system lets us."""
        ends = super().Pipe(duplex)
        with contextlib.suppress(OSError, AttributeError):
            fcntl.fcntl(ends[1].fileno(), fcntl.F_SETPIPE_SZ, PIPE)
        return ends


def _start(megabytes: int, profile: Path | None, parent: int) -> None:
    """Runs once in each worker: the parent handles Ctrl-C and its like, memory is bounded, a dead parent ends the worker."""
    global _profile  # noqa: PLW0603  one profile a process, read once
    from crawler import reading  # imported before memory is bounded
    from crawler.topic import read_profile

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(5)  # whoever hands out the work and writes what comes of it goes first: all others wait for that process
    _die_with(parent)
    _profile = read_profile(profile)
    reading.prepare(_profile)
    gc.freeze()  # all that is there now stays: the collector need not walk through it again and again
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() if Path("/proc").is_dir() else 1 << 30
    resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 1024 * 1024, resource.RLIM_INFINITY))


def _die_with(parent: int) -> None:
    """A thread that ends this process when its run was killed: nobody would read its results."""
    import time

    def watch() -> None:
        while True:
            time.sleep(1)
            try:
                os.kill(parent, 0)
            except ProcessLookupError:
                os._exit(0)
            except PermissionError:
                pass

    threading.Thread(target=watch, daemon=True).start()


def _bounded(seconds: float, function: Callable[..., Result], *args: Any) -> Result:
    """Ends the process, with SIGPROF, once it has computed for so long. A page is not to blame for a processor that others use."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return function(*args)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def read_in_worker(page: Page, source: Source, keep: bool) -> Reading | Rejection:
    """`Workers.read`, for those who schedule by themselves."""
    from crawler.reading import read

    return read(page, source, _profile, keep)


def describe_in_worker(article: Article, source: Source, keep: bool) -> Reading | Rejection:
    """`Workers.describe`, for those who schedule by themselves."""
    from crawler.reading import describe

    return describe(article, source, _profile, keep)


def list_in_worker(page: Page, source: Source) -> Listing:
    """`Workers.listing`, for those who schedule by themselves."""
    return read_listing(page, source)


def joined(readings: list[Reading]) -> Article:
    """The articles of all pages of a split article as one."""
    from crawler.extract import join

    return replace(join([reading.article for reading in readings]), next_page=None)
