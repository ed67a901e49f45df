"""Many files at once: each page in a process that is ended when it takes too long or too much memory. Order is kept."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from archive.records import Article, Outcome, Page, Rejection

SECONDS = 5.0
MEGABYTES = 1024
LARGEST = 32 * 1024 * 1024  # bytes of a file
AHEAD = 64  # pages that wait for a process
FACTS = ("title", "body", "published", "source", "author", "editor", "original_source", "original_title")
UNREADABLE = "unreadable_file"
BAD_LINE = "bad_manifest_line"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a manifest; `mistake` says what is wrong with it."""

    id: Any
    path: Path | None = None
    url: str = ""
    mistake: str = ""


def read_manifest(lines: Iterable[str], directory: Path) -> Iterator[Entry]:
    """The entries of a manifest, `{"id", "path", "url"}` a line; paths are relative to its directory. Blank lines are skipped."""
    for line in lines:
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = None
        named = found if isinstance(found, dict) else {}
        path, url = named.get("path"), named.get("url") or ""
        if isinstance(path, str) and path and "\0" not in path and isinstance(url, str):
            yield Entry(named.get("id", path), directory / path, url)
        else:
            yield Entry(named.get("id"), mistake=BAD_LINE)


def read_page(path: Path, url: str = "") -> Page:
    """A saved page; the file's own time stands for the time of the fetch. Raises OSError."""
    with path.open("rb") as file:
        body = file.read(LARGEST)
        seen = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    return Page(url, body, seen)


def extract_all(entries: Iterable[Entry], processes: int = 0) -> Iterator[dict[str, Any]]:
    """One record for each entry, in their order: the facts and `rejected`, which is null or says why there is no article."""
    pool: Any = ProcessPool(
        max_workers=processes or os.cpu_count() or 1,
        max_tasks=2000,
        initializer=_bound,
        initargs=(MEGABYTES,),
        context=multiprocessing.get_context("forkserver"),
    )
    waiting: deque[tuple[Entry, Future[dict[str, Any]] | None]] = deque()
    try:
        for entry in entries:
            waiting.append((entry, None if entry.mistake else pool.schedule(_extract, args=(entry,), timeout=SECONDS)))
            while len(waiting) > AHEAD:
                yield _settle(*waiting.popleft())
        while waiting:
            yield _settle(*waiting.popleft())
        pool.close()
    finally:
        pool.stop()
        pool.join()


def record(id_: Any, result: Article | Rejection | None, rejected: str | None = None) -> dict[str, Any]:
    """A line of the output: every key is always there."""
    facts = {name: getattr(result, name) if isinstance(result, Article) else None for name in FACTS}
    if isinstance(result, Rejection):
        rejected = str(result.outcome)
    return {"id": id_, **facts, "rejected": rejected}


def _settle(entry: Entry, future: Future[dict[str, Any]] | None) -> dict[str, Any]:
    if future is None:
        return record(entry.id, None, entry.mistake)
    try:
        return future.result()
    except (TimeoutError, FutureTimeoutError, MemoryError, ProcessExpired):
        return record(entry.id, None, str(Outcome.EXTRACT_TIMEOUT))
    except OSError:
        return record(entry.id, None, UNREADABLE)
    except Exception:  # whatever a page can provoke in a library is that page's outcome
        return record(entry.id, None, str(Outcome.EXTRACT_CRASH))


def _extract(entry: Entry) -> dict[str, Any]:
    from crawler.extract import extract

    assert entry.path is not None
    return record(entry.id, extract(read_page(entry.path, entry.url)))


def _bound(megabytes: int) -> None:
    """Runs once in each process, its libraries imported: memory beyond them is bounded."""
    import trafilatura  # noqa: F401

    import crawler.extract  # noqa: F401

    used = 256 * 1024 * 1024
    statm = Path("/proc/self/statm")
    if statm.exists():
        used = int(statm.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + megabytes * 1024 * 1024, resource.RLIM_INFINITY))
