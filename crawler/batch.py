"""Many saved pages at once: a manifest in, one record a line out, in its order, in processes that are ended when a page takes too much."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.records import Article, Page, Rejection
from crawler.listing import Listing, read_listing
from crawler.workers import Workers

SECONDS = 5.0
MEGABYTES = 1024
LARGEST = 32 * 1024 * 1024  # bytes of a file
AHEAD = 32  # pages that wait for each process
FACTS = ("title", "body", "published", "source", "author", "editor", "original_source", "original_title")
BOM = "\ufeff"  # with which some editors begin a file
UNREADABLE = "unreadable_file"
BAD_LINE = "bad_manifest_line"

Record = dict[str, Any]


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
            found = json.loads(line.removeprefix(BOM))
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


def extract_all(entries: Iterable[Entry], processes: int = 0) -> Iterator[Record]:
    """One record for each entry: the facts and `rejected`, which is null or says why there is no article."""
    return _all(entries, _extract_each, lambda entry, why: article_record(entry.id, why), processes)


def list_all(entries: Iterable[Entry], processes: int = 0) -> Iterator[Record]:
    """One record for each entry: `{"id", "links", "next"}`, with `rejected` where the page could not be read."""
    return _all(entries, _list_each, lambda entry, why: _no_links(entry, str(why.outcome)), processes)


def article_record(id_: Any, result: Article | Rejection | None, rejected: str | None = None) -> Record:
    """A line of the output: every key is always there."""
    facts = {name: getattr(result, name) if isinstance(result, Article) else None for name in FACTS}
    if isinstance(result, Rejection):
        rejected = str(result.outcome)
    return {"id": id_, **facts, "rejected": rejected}


def links_record(id_: Any, page: Page) -> Record:
    """The article links of a list and its next page."""
    return told(id_, read_listing(page))


def told(id_: Any, listing: Listing) -> Record:
    """A listing as a line of the output, with its addresses as the page has them."""
    links = [{"url": link.printed or link.url, "text": link.text, "date": link.date} for link in listing.links]
    return {"id": id_, "links": links, "next": listing.next}


def _all(
    entries: Iterable[Entry],
    work: Callable[[list[Entry]], list[Record]],
    broken: Callable[[Entry, Rejection], Record],
    processes: int,
) -> Iterator[Record]:
    workers = Workers(processes, SECONDS, MEGABYTES, None)
    try:
        for (record,) in workers.in_chunks(entries, 1, AHEAD, work, broken):
            yield record
    finally:
        workers.close()


# In worker processes


def _extract_each(entries: list[Entry]) -> list[Record]:
    return [_extract(entry) for entry in entries]


def _list_each(entries: list[Entry]) -> list[Record]:
    return [_list(entry) for entry in entries]


def _extract(entry: Entry) -> Record:
    from crawler.extract import extract

    page = _page(entry)
    return article_record(entry.id, None, page) if isinstance(page, str) else article_record(entry.id, extract(page))


def _list(entry: Entry) -> Record:
    page = _page(entry)
    return _no_links(entry, page) if isinstance(page, str) else links_record(entry.id, page)


def _page(entry: Entry) -> Page | str:
    """The page of an entry, or why there is none."""
    if entry.path is None:
        return entry.mistake
    try:
        return read_page(entry.path, entry.url)
    except OSError:
        return UNREADABLE


def _no_links(entry: Entry, why: str) -> Record:
    return {"id": entry.id, "links": [], "next": None, "rejected": why}
