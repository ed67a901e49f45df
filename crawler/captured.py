"""What the archive has of an article in its WARC files, read again with today's rules: all its pages, joined."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from archive.address import AddressError
from archive.database import WARCS
from archive.records import Page, Rejection
from archive.store import Reading, capture_of
from archive.warc import RENDERED, WarcError, read_capture
from crawler.reading import describe, read
from crawler.source import Source
from crawler.topic import Profile
from crawler.workers import MAX_PARTS, joined


def source_of(sources: dict[str, Source], key: str, url: str) -> Source:
    """The source of a row, or one made of its key where its file is gone."""
    return sources.get(key) or Source(key=key, name=key, home=url)


def read_captured(
    conn: sqlite3.Connection, capture_id: int, directory: Path, source: Source, profile: Profile, keep: bool
) -> Reading | Rejection:
    """The reading of the article whose first page was captured; with `keep` its topic does not matter. Raises WarcError, OSError."""
    page: Page | None = _page(conn, capture_id, directory)
    readings: list[Reading] = []
    while page is not None:
        reading = read(page, source, profile, keep or bool(readings))
        if isinstance(reading, Rejection):
            return reading if not readings else Rejection(reading.outcome, f"page {len(readings) + 1}: {reading.detail}")
        readings.append(reading)
        url = reading.article.next_page
        page = _part(conn, source, url, directory) if url and len(readings) < MAX_PARTS else None
    return readings[0] if len(readings) == 1 else describe(joined(readings), source, profile, keep)


def _part(conn: sqlite3.Connection, source: Source, url: str, directory: Path) -> Page:
    try:
        key = source.identity(url)
    except AddressError as error:
        raise WarcError(f"next page {url[:200]}: {error}") from None
    row = conn.execute("SELECT capture_id FROM urls WHERE key = ?", (key,)).fetchone()
    if row is None or row["capture_id"] is None:
        raise WarcError(f"its next page {url[:200]} is not in the archive; an article is not cut to its first page")
    return _page(conn, row["capture_id"], directory)


def _page(conn: sqlite3.Connection, capture_id: int, directory: Path) -> Page:
    capture = capture_of(conn.execute("SELECT * FROM captures WHERE id = ?", (capture_id,)).fetchone())
    record = read_capture(directory / WARCS, capture)
    content_type = "text/html; charset=utf-8" if record.kind == RENDERED else record.header("Content-Type")
    return Page(record.url, record.content, record.fetched_at, content_type, record.status)
