"""Every write of an attempt, an article or a run, each in one transaction. What makes a copy or a change is decided elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import IO, NamedTuple

from archive import labels, search, stories
from archive.database import DATABASE, WARCS, StoreError, hold, now, open_database
from archive.fingerprint import Fingerprint
from archive.records import Article, Capture, Fetch, Labels, Outcome
from archive.search import Terms
from archive.versions import changed
from archive.withdrawal import withdrawn

# An address with such an outcome is not asked for again by a nightly run; all others are, until they failed `retry_days` times.
SETTLED = frozenset(
    {
        Outcome.STORED, Outcome.DUPLICATE, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.NOT_MODIFIED, Outcome.GONE,
        Outcome.PART, Outcome.REDIRECT, Outcome.OFF_TOPIC, Outcome.NOT_ARTICLE, Outcome.PARKED, Outcome.SPAM,
        Outcome.BAD_URL, Outcome.OFFSITE,
    }
)  # fmt: skip
REFUSED = frozenset({Outcome.BUDGET, Outcome.TRAP})  # says nothing about the address, which stays unknown
GONE = frozenset({Outcome.GONE, Outcome.SOFT_404})


class Reading(NamedTuple):
    """An article with all that was computed from it, ready to be written: what a worker process returns."""

    article: Article
    labels: Labels
    fingerprint: Fingerprint
    terms: Terms
    mirror: bool = False  # its source is a mirror, never a first source


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive remembers of an address."""

    outcome: Outcome
    tries: int
    etag: str | None
    last_modified: str | None
    article_id: int | None

    def settled(self, tries: int) -> bool:
        """Whether it need not be asked for again, after at most that many failures."""
        return self.outcome in SETTLED or self.tries >= tries


class Store:
    """The archive, open for writing. One per process; used from one thread."""

    def __init__(self, directory: Path, conn: sqlite3.Connection, place: IO[str] | None = None) -> None:
        self.directory = directory
        self.warcs = directory / WARCS
        self.conn = conn
        self._place = place
        self._depth = 0
        self._unindexed: dict[int, Terms] = {}  # of a transaction's articles, whose search rows are written together at its end

    @classmethod
    def open(cls, directory: Path, cache_megabytes: int = 8, name: str = DATABASE) -> Store:
        """Opens or makes the archive of a directory and brings its tables up to date. Raises StoreError.

        A larger page cache serves who writes very many articles at once; a night's crawl does not profit.
        """
        conn = open_database(directory, cache_megabytes, name)
        if name != DATABASE:
            return cls(directory, conn)
        place = hold(directory)
        if place is None:
            conn.close()
            raise StoreError(f"{directory / name}: is being rebuilt; wait until `jianxun rebuild` has ended")
        return cls(directory, conn, place)

    def close(self) -> None:
        """Ends the connection; SQLite folds the write-ahead log into the database."""
        self.conn.close()
        if self._place is not None:
            self._place.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction around any number of writes; inside another one it is part of that."""
        if self._depth:
            self._depth += 1
            try:
                yield self.conn
            finally:
                self._depth -= 1
            return
        self.conn.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield self.conn
            search.index(self.conn, self._unindexed)
            self.conn.execute("COMMIT")
        except BaseException:
            if self.conn.in_transaction:  # a full disk has already rolled back
                self.conn.execute("ROLLBACK")
            raise
        finally:
            self._depth = 0
            self._unindexed.clear()

    # What is known

    def known(self, keys: Sequence[str]) -> dict[str, Known]:
        """What is remembered of these address keys; unknown ones are left out."""
        found: dict[str, Known] = {}
        for start in range(0, len(keys), 500):
            some = keys[start : start + 500]
            marks = ",".join("?" * len(some))
            for row in self.conn.execute(
                f"SELECT key, outcome, tries, etag, last_modified, article_id FROM urls WHERE key IN ({marks})", some
            ):
                found[row["key"]] = Known(Outcome(row["outcome"]), *tuple(row)[2:])
        return found

    def last_capture(self, key: str) -> Capture | None:
        """The latest capture of this address, or None."""
        row = self.conn.execute(
            "SELECT c.* FROM urls u JOIN captures c ON c.id = u.capture_id WHERE u.key = ?", (key,)
        ).fetchone()
        return None if row is None else capture_of(row)

    def unsettled(self, source: str, tries: int, *, listing: bool = False) -> list[str]:
        """Addresses of articles, or of lists, that failed in fewer than `tries` runs or were reopened; longest waiting first."""
        settled = ",".join(f"'{outcome}'" for outcome in SETTLED)
        rows = self.conn.execute(
            f"SELECT url FROM urls WHERE source = ? AND listing = ? AND outcome NOT IN ({settled})"
            f" AND (tries BETWEEN 1 AND ? OR outcome = '{Outcome.REOPENED}')"
            " ORDER BY last_fetched LIMIT 2000",
            (source, listing, tries - 1),
        )
        return [row["url"] for row in rows]

    def has(self, key: str) -> bool:
        """Whether there is an article at this address."""
        return self._article_at(key) is not None

    def withdraws(self, key: str, body: str) -> bool:
        """Whether a text that now stands at an article's address is its withdrawal."""
        row = self.conn.execute("SELECT title, body FROM articles WHERE key = ?", (key,)).fetchone()
        return row is not None and bool(withdrawn(row["title"], row["body"], body))

    def copied_on_site(self, key: str) -> bool:
        """Whether the site has the text of this article under another address too."""
        row = self.conn.execute(
            "SELECT 1 FROM articles a JOIN articles b ON b.story_id = a.story_id AND b.site = a.site AND b.id <> a.id"
            " WHERE a.key = ? LIMIT 1",
            (key,),
        ).fetchone()
        return row is not None

    def finished(self, source: str) -> bool:
        """Whether the source's latest night came to its end, so that known articles mean that older ones are known too."""
        row = self.conn.execute(
            "SELECT s.ended FROM run_sources s JOIN runs r ON r.id = s.run_id WHERE s.source = ? AND r.kind = 'nightly'"
            " ORDER BY s.run_id DESC LIMIT 1",
            (source,),
        ).fetchone()
        return row is not None and row["ended"] == "finished"

    # Attempts and articles

    def record(self, fetch: Fetch) -> None:
        """One attempt that brought no article: a row of `fetches`, its capture, and what is now known of the address."""
        with self.transaction():
            capture_id = self._capture(fetch.capture)
            article_id = self._article_at(fetch.key)
            if article_id is not None and fetch.outcome in GONE:
                self._gone(article_id, _seen_at(fetch))
            elif article_id is not None and fetch.outcome in (Outcome.NOT_MODIFIED, Outcome.UNCHANGED):
                # as at the last visit: what was gone then still is
                self.conn.execute(
                    "UPDATE articles SET last_seen = ? WHERE id = ? AND gone_at IS NULL", (_seen_at(fetch), article_id)
                )
            self._fetch(fetch, capture_id, article_id)

    def save(self, reading: Reading, fetch: Fetch) -> Outcome:
        """One attempt that brought an article: new, changed or as known; everything that follows from it is written with it.

        A text that only withdraws the one it stands in the place of marks the article gone; what it had said stays.
        """
        with self.transaction():
            capture_id = self._capture(fetch.capture)
            row = self.conn.execute(
                "SELECT id, title, body, version, gone_at, capture_id, first_seen FROM articles WHERE key = ?", (fetch.key,)
            ).fetchone()
            if row is None:
                article_id = self._insert(reading, fetch, capture_id)
                placement = self._describe(article_id, reading, new=True)
                outcome = Outcome.DUPLICATE if placement.joined else Outcome.STORED
                if placement.detail:
                    fetch.detail = fetch.detail or placement.detail
            else:
                article_id = row["id"]
                article = reading.article
                if said := withdrawn(row["title"], row["body"], article.body):
                    fetch.detail = said
                    self._gone(article_id, _seen_at(fetch))
                    outcome = Outcome.GONE
                elif changed(row["title"], row["body"], article.title, article.body):
                    self._new_version(row, reading, _seen_at(fetch), capture_id)
                    self._describe(article_id, reading)
                    outcome = Outcome.CHANGED
                else:
                    self._seen(article_id, _seen_at(fetch))
                    outcome = Outcome.UNCHANGED
            fetch.outcome = outcome
            self._fetch(fetch, capture_id, article_id)
        return outcome

    def rewrite(self, article_id: int, reading: Reading) -> None:
        """Replaces what was read from an article's capture by a better one; no version, as nothing was published."""
        article = reading.article
        with self.transaction():
            self.conn.execute(
                f"UPDATE articles SET {', '.join(f'{_quoted(name)} = ?' for name in FACTS)} WHERE id = ?",
                (*_facts(article), article_id),
            )
            self._describe(article_id, reading)

    def remember_validators(self, validators: Iterable[tuple[str, str | None, str | None]]) -> None:
        """Keeps (key, ETag, Last-Modified) of lists whose links have all been dealt with."""
        with self.transaction():
            self.conn.executemany(
                "UPDATE urls SET etag = ?2, last_modified = ?3 WHERE key = ?1",
                list(validators),
            )

    # Rows

    def _capture(self, capture: Capture | None) -> int | None:
        if capture is None:
            return None
        row = self.conn.execute(
            'SELECT id FROM captures WHERE warc_file = ? AND "offset" = ?', (capture.warc_file, capture.offset)
        ).fetchone()
        if row:
            return int(row["id"])
        cursor = self.conn.execute(
            'INSERT INTO captures(url, fetched_at, status, content_type, digest, warc_file, "offset", length)'
            " VALUES (?,?,?,?,?,?,?,?)",
            (
                capture.url, capture.fetched_at, capture.status, capture.content_type, capture.digest, capture.warc_file,
                capture.offset, capture.length,
            ),
        )  # fmt: skip
        return cursor.lastrowid

    def _article_at(self, key: str) -> int | None:
        row = self.conn.execute("SELECT id FROM articles WHERE key = ?", (key,)).fetchone()
        return int(row["id"]) if row else None

    def _fetch(self, fetch: Fetch, capture_id: int | None, article_id: int | None) -> None:
        if fetch.outcome is None:
            raise ValueError(f"{fetch.url}: an attempt is written with its outcome")
        attempt = self.conn.execute(
            "INSERT INTO fetches(run_id, source, url, key, final_url, started_at, elapsed_ms, bytes, status, outcome, detail,"
            " capture_id, article_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                fetch.run_id, fetch.source, fetch.url[:2000], fetch.key[:2000], fetch.final_url, fetch.started_at,
                fetch.elapsed_ms, fetch.bytes, fetch.status, fetch.outcome, fetch.detail[:500], capture_id, article_id,
            ),
        ).lastrowid  # fmt: skip
        if fetch.outcome in REFUSED or fetch.outcome is Outcome.ROBOTS_TXT:
            return
        failed = fetch.outcome not in SETTLED and fetch.outcome not in (Outcome.LISTING, Outcome.REOPENED)
        replaced = fetch.outcome in GONE  # a 304 that came of the article's own validators would say that it is back
        for key in {fetch.key, *fetch.aliases}:
            self.conn.execute(
                """INSERT INTO urls(key, url, source, first_seen, last_fetched, outcome, listing, tries, etag, last_modified,
                        capture_id, article_id) VALUES (?1,?2,?3,?4,?4,?5,?11,?6,?7,?8,?9,?10)
                    ON CONFLICT(key) DO UPDATE SET last_fetched = excluded.last_fetched, outcome = excluded.outcome,
                        tries = CASE WHEN NOT ?6 THEN 0 WHEN tries > 0 AND EXISTS (SELECT 1 FROM fetches f WHERE f.key = ?1
                                AND f.id < ?14 AND f.run_id = ?13) THEN tries ELSE tries + 1 END,
                        etag = CASE WHEN ?12 THEN excluded.etag ELSE coalesce(excluded.etag, etag) END,
                        last_modified = CASE WHEN ?12 THEN excluded.last_modified
                            ELSE coalesce(excluded.last_modified, last_modified) END,
                        capture_id = coalesce(excluded.capture_id, capture_id),
                        article_id = coalesce(excluded.article_id, article_id)""",
                (
                    key[:2000], fetch.final_url or fetch.url[:2000], fetch.source, fetch.started_at, fetch.outcome, int(failed),
                    fetch.etag, fetch.last_modified, capture_id, article_id, fetch.listing, replaced, fetch.run_id, attempt,
                ),
            )  # fmt: skip

    def _insert(self, reading: Reading, fetch: Fetch, capture_id: int | None) -> int:
        seen = _seen_at(fetch)
        cursor = self.conn.execute(
            INSERT,
            (fetch.key, fetch.source, seen, seen, capture_id, *labels.facets(reading.labels), *_facts(reading.article)),
        )
        return int(cursor.lastrowid or 0)

    def _new_version(self, row: sqlite3.Row, reading: Reading, seen: str, capture_id: int | None) -> None:
        """Keeps the replaced text and its replacement; an article that never changed has no row in `versions`."""
        article, number = reading.article, row["version"] + 1
        self.conn.execute(
            "INSERT OR IGNORE INTO versions(article_id, number, seen_at, title, body, capture_id) VALUES (?,?,?,?,?,?)",
            (row["id"], row["version"], row["first_seen"], row["title"], row["body"], row["capture_id"]),
        )
        self.conn.execute(
            "INSERT INTO versions(article_id, number, seen_at, title, body, capture_id) VALUES (?,?,?,?,?,?)",
            (row["id"], number, seen, article.title, article.body, capture_id),
        )
        self.conn.execute(
            f"UPDATE articles SET {', '.join(f'{_quoted(name)} = ?' for name in FACTS)}, version = ?, last_seen = ?,"
            " gone_at = NULL, capture_id = ? WHERE id = ?",
            (*_facts(article), number, seen, capture_id, row["id"]),
        )

    def _describe(self, article_id: int, reading: Reading, new: bool = False) -> stories.Placement:
        """Writes what follows from an article or from another text of it: its labels, its search row, its story."""
        (labels.add if new else labels.write)(self.conn, article_id, reading.labels)
        self._unindexed[article_id] = reading.terms
        return stories.place(self.conn, article_id, reading.article, reading.mirror, reading.fingerprint)

    def _gone(self, article_id: int, seen: str) -> None:
        self.conn.execute("UPDATE articles SET gone_at = coalesce(gone_at, ?) WHERE id = ?", (seen, article_id))

    def _seen(self, article_id: int, seen: str) -> None:
        self.conn.execute("UPDATE articles SET last_seen = ?, gone_at = NULL WHERE id = ?", (seen, article_id))


FACTS = (
    "url", "title", "body", "published", "source", "author", "editor", "original_title", "original_source", "original_url",
    "column", "script", "pinyin_notes", "characters",
)  # fmt: skip


def _seen_at(fetch: Fetch) -> str:
    return fetch.seen_at or now()


_facts = attrgetter(*FACTS)


def _quoted(name: str) -> str:
    return f'"{name}"'


_INSERTED = ("key", "site", "first_seen", "last_seen", "capture_id", *labels.FACETS, *FACTS)
INSERT = f"INSERT INTO articles({', '.join(map(_quoted, _INSERTED))}) VALUES ({', '.join('?' * len(_INSERTED))})"


def capture_of(row: sqlite3.Row) -> Capture:
    """A row of `captures` as a record."""
    return Capture(*(row[name] for name in Capture.__dataclass_fields__))
