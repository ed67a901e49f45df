"""Reading the whole archive again with today's rules: what would change, and, when wanted, the change itself.

An article with a capture is read from WARC, all its pages; an imported one keeps its text and is described anew. Nothing is lost:
a page that is no article by today's rules leaves the stored one as it is.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from archive import candidates, labels, search, stories
from archive.address import AddressError
from archive.database import WARCS, connect_read_only
from archive.records import Article, Page, Rejection
from archive.store import FACTS, Reading, Store, capture_of
from archive.warc import RENDERED, WarcError, read_capture
from crawler import __version__
from crawler.reading import describe, read
from crawler.source import Source
from crawler.topic import Profile, read_profile
from crawler.workers import Workers, joined

TASK = "reextract"
CHUNK = 16  # articles a worker process reads at a time
AHEAD = 3  # chunks waiting for each worker process
COMMIT = 8  # chunks in one transaction
SECONDS, MEGABYTES = 120.0, 1024  # that one chunk may cost
MAX_PARTS = 20


@dataclass(frozen=True, slots=True)
class Again:
    """One article read again: its reading, the facts and labels that differ as (name, stored, new), or why it stays as it is."""

    article_id: int
    url: str
    reading: Reading | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    labels: tuple[tuple[str, str, str], ...] = ()  # kinds of labels that differ: kind, what goes, what comes
    kept: str = ""


@dataclass(slots=True)
class Reextracted:
    """What reading again came to."""

    articles: int = 0
    changed: int = 0
    kept: int = 0  # cannot be read again, or is no article by today's rules
    resumed: int = 0  # number of the article behind which an interrupted run was taken up
    fields: dict[str, int] = field(default_factory=dict)
    relabelled: int = 0  # articles whose labels change, whether their text does or not
    labels: dict[str, int] = field(default_factory=dict)


Progress = Callable[[str, int, int], None]
Tell = Callable[[Again], None]


def reextract(
    directory: Path,
    sources: dict[str, Source],
    *,
    apply: bool = False,
    workers: int = 0,
    profile: Path | None = None,
    progress: Progress = lambda *_: None,
    tell: Tell = lambda _: None,
) -> Reextracted:
    """Reads every article again; `tell` gets each that would change or cannot be read. Writes only with `apply`.

    An interrupted run with `apply` is taken up where it stopped. Raises StoreError.
    """
    said = Reextracted()
    store = Store.open(directory, cache_megabytes=32)
    pool = Workers(workers, SECONDS, MEGABYTES, profile)
    try:
        if apply:
            said.resumed = _begin(store, rules_of(sources, profile))
        total = store.conn.execute("SELECT count(*) FROM articles WHERE id > ?", (said.resumed,)).fetchone()[0]
        ids = _ids(store.conn, said.resumed)
        work = partial(read_again, directory=directory, sources=sources, profile=profile)
        again = pool.in_chunks(ids, CHUNK, AHEAD, work, _left)
        for batch in iter(lambda: list(islice(again, COMMIT)), []):
            found = [one for chunk in batch for one in chunk]
            for one in found:
                _count(said, one, tell)
            if apply:
                with store.transaction():
                    for one in found:
                        _apply(store, one)
                    store.conn.execute("UPDATE resumptions SET position = ? WHERE task = ?", (found[-1].article_id, TASK))
            progress(TASK, said.articles, total)
        if apply:
            with store.transaction():
                labels.forget_unnamed(store.conn)
                store.conn.execute("DELETE FROM resumptions WHERE task = ?", (TASK,))
    finally:
        pool.close()
        store.close()
    return said


def rules_of(sources: dict[str, Source], profile: Path | None) -> str:
    """What stands for all that decides how a page is read: this program, its data files, the sources and the topic profile."""
    packages = (Path(__file__).parent, Path(candidates.__file__).parent)
    files = [path for folder in packages for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".toml")]
    digest = hashlib.sha256(repr(sorted(sources.items())).encode())
    for path in (*files, *([profile] if profile else [])):
        digest.update(path.read_bytes())
    return f"{__version__} {digest.hexdigest()[:16]}"


def _begin(store: Store, rules: str) -> int:
    """Where an interrupted run with the same rules stopped, or 0; fingerprints of other parameters are removed first."""
    with store.transaction() as conn:
        row = conn.execute("SELECT position, version FROM resumptions WHERE task = ?", (TASK,)).fetchone()
        if not candidates.comparable(conn):
            stories.forget(conn)
            row = None
        if row is not None and row["version"] == rules:
            return int(row["position"])
        conn.execute(
            "INSERT INTO resumptions(task, position, version) VALUES (?,0,?)"
            " ON CONFLICT(task) DO UPDATE SET position = 0, version = excluded.version",
            (TASK, rules),
        )
        return 0


def _ids(conn: sqlite3.Connection, behind: int) -> Iterator[int]:
    while rows := conn.execute("SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT 1000", (behind,)).fetchall():
        for row in rows:
            yield row[0]
        behind = rows[-1][0]


def _left(article_id: int, why: Rejection) -> Again:
    return Again(article_id, f"article {article_id}", kept=why.detail)


def _count(said: Reextracted, one: Again, tell: Tell) -> None:
    said.articles += 1
    said.kept += bool(one.kept)
    said.changed += bool(one.changes)
    for name, _, _ in one.changes:
        said.fields[name] = said.fields.get(name, 0) + 1
    said.relabelled += bool(one.labels)
    for name, _, _ in one.labels:
        said.labels[name] = said.labels.get(name, 0) + 1
    if one.kept or one.changes or one.labels:
        tell(one)


def _apply(store: Store, one: Again) -> None:
    """Rewrites what changed; of what did not, only what follows from the text: labels, names to search by, story."""
    if one.reading is None:
        return
    if one.changes:
        store.rewrite(one.article_id, one.reading)
        return
    conn, reading = store.conn, one.reading
    before = _names(conn, one.article_id)
    labels.write(conn, one.article_id, reading.labels)
    if _names(conn, one.article_id) != before:
        search.index(conn, one.article_id, reading.terms)
    if not candidates.fresh(conn, one.article_id, reading.fingerprint):
        stories.place(conn, one.article_id, reading.article, reading.mirror, reading.fingerprint)


def _names(conn: sqlite3.Connection, article_id: int) -> list[int]:
    rows = conn.execute(
        "SELECT institution_id FROM article_institutions WHERE article_id = ? ORDER BY institution_id", (article_id,)
    )
    return [row[0] for row in rows]


# In worker processes


def read_again(ids: list[int], directory: Path, sources: dict[str, Source], profile: Path | None) -> list[Again]:
    """Articles read again from the archive, one for one; opens it read-only."""
    conn = connect_read_only(directory)
    try:
        return [_again(conn, one, directory, sources, _profile(profile)) for one in ids]
    finally:
        conn.close()


@lru_cache(maxsize=1)
def _profile(path: Path | None) -> Profile:
    return read_profile(path)


def _again(conn: sqlite3.Connection, article_id: int, directory: Path, sources: dict[str, Source], profile: Profile) -> Again:
    row = conn.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
    source = sources.get(row["site"]) or Source(key=row["site"], name=row["site"], home=row["url"])
    stored = stored_article(row)
    try:
        reading = _from_pages(conn, row, directory, source, profile) or describe(stored, source, profile, keep=True)
    except (WarcError, OSError) as error:
        return Again(article_id, row["url"], kept=str(error))
    if isinstance(reading, Rejection):
        said = f"{reading.outcome} by today's rules" + (f": {reading.detail}" if reading.detail else "")
        return Again(article_id, row["url"], kept=said)
    changes = tuple(
        (name, str(old or ""), str(new or ""))
        for name in FACTS
        if (old := getattr(stored, name)) != (new := getattr(reading.article, name))
    )
    return Again(article_id, row["url"], reading, changes, tuple(labels.differing(conn, article_id, reading.labels)))


def stored_article(row: sqlite3.Row) -> Article:
    """A row of `articles` as it was read when it was stored."""
    facts: dict[str, Any] = {name: row[name] for name in FACTS if name != "characters"}  # those follow from the body
    return Article(**{**facts, "pinyin_notes": bool(row["pinyin_notes"])})


def _from_pages(
    conn: sqlite3.Connection, row: sqlite3.Row, directory: Path, source: Source, profile: Profile
) -> Reading | Rejection | None:
    """The reading of an article's captured pages, joined; None of an article without a capture. Raises WarcError."""
    page = _page(conn, row["capture_id"], directory) if row["capture_id"] is not None else None
    if page is None:
        return None
    readings: list[Reading] = []
    while page is not None:
        reading = read(page, source, profile, keep=True)
        if isinstance(reading, Rejection):
            return reading if not readings else Rejection(reading.outcome, f"page {len(readings) + 1}: {reading.detail}")
        readings.append(reading)
        url = reading.article.next_page
        page = _part(conn, source, url, directory) if url and len(readings) < MAX_PARTS else None
    return readings[0] if len(readings) == 1 else describe(joined(readings), source, profile, keep=True)


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
