"""Reading the whole archive again with today's rules: what would change, and, when wanted, the change itself.

An article with a capture is read from WARC, all its pages; an imported one keeps its text and is described anew. Nothing is lost:
a page that is no article by today's rules leaves the stored one as it is.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from archive import candidates, labels, resumptions, search, stories
from archive.database import connect_read_only
from archive.records import Article, Rejection
from archive.store import FACTS, Reading, Store
from archive.warc import WarcError
from crawler import __version__
from crawler.captured import read_captured, source_of
from crawler.reading import describe
from crawler.source import Source
from crawler.topic import Profile, profile_of_process
from crawler.workers import Workers

TASK = "reextract"
CHUNK = 16  # articles a worker process reads at a time
AHEAD = 3  # chunks waiting for each worker process
COMMIT = 8  # chunks in one transaction
SECONDS, MEGABYTES = 120.0, 1024  # that one chunk may cost


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
                with store.transaction() as conn:
                    for one in found:
                        _apply(store, one)
                    resumptions.reach(conn, TASK, found[-1].article_id)
            progress(TASK, said.articles, total)
        if apply:
            with store.transaction() as conn:
                labels.forget_unnamed(conn)
                resumptions.end(conn, TASK)
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
        if not candidates.comparable(conn):
            stories.forget(conn)
            resumptions.end(conn, TASK)
        return resumptions.begin(conn, TASK, rules)


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
        search.index(conn, {one.article_id: reading.terms})
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
        return [_again(conn, one, directory, sources, profile_of_process(profile)) for one in ids]
    finally:
        conn.close()


def _again(conn: sqlite3.Connection, article_id: int, directory: Path, sources: dict[str, Source], profile: Profile) -> Again:
    row = conn.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
    source = source_of(sources, row["site"], row["url"])
    stored = stored_article(row)
    try:
        if row["capture_id"] is None:
            reading = describe(stored, source, profile, keep=True)
        else:
            reading = read_captured(conn, row["capture_id"], directory, source, profile, keep=True)
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
