"""A changed topic profile applied to the archive: to its articles, which stay whatever it says of them, and to what was refused.

A refused page whose capture was kept is read again from WARC. One that needs no longer be off topic, but of which there is nothing
to read, is opened again: the next nightly run asks for it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from archive import resumptions
from archive.database import connect_read_only, now
from archive.labels import write_topics
from archive.records import Fetch, Outcome, Rejection
from archive.store import REFUSED, Reading, Store, capture_of
from archive.warc import WarcError
from crawler.captured import read_captured, source_of
from crawler.reextract import AHEAD, CHUNK, COMMIT, MEGABYTES, SECONDS, rules_of
from crawler.source import Source
from crawler.topic import HEADLINE, Profile, judge, profile_of_process, read_profile, still_certain
from crawler.workers import Workers

TASK = "rescore"
BATCH = 500  # articles of one transaction: a crawl that waits for it waits a second
# The attempts that left their addresses refused, behind one of them. What a redirect led from has no such attempt of its own.
WAITING = f"""FROM fetches f JOIN urls u ON u.key = f.key WHERE f.id > ? AND f.outcome = '{Outcome.OFF_TOPIC}'
    AND u.outcome = '{Outcome.OFF_TOPIC}' AND NOT u.listing AND NOT EXISTS (SELECT 1 FROM fetches l WHERE l.key = f.key
    AND l.id > f.id AND l.outcome NOT IN ({", ".join(f"'{outcome}'" for outcome in REFUSED)}))"""

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Rescored:
    """What `rescore` did."""

    articles: int = 0
    changed: int = 0  # whose score or topics are others now
    off_topic: int = 0
    refused: int = 0  # addresses refused as off topic
    stored: int = 0  # of them, read again and of the trade
    reopened: int = 0  # of them, asked for by the next nightly run
    resumed: bool = False  # whether the refused ones of an interrupted run were not looked at again


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one refusal (the number of its attempt) comes to: the row to be written, with its article or without; None when it stands."""

    number: int
    fetch: Fetch | None = None
    reading: Reading | None = None
    capture_id: int | None = None


def rescore(
    directory: Path,
    sources: dict[str, Source],
    profile: Path | None = None,
    *,
    workers: int = 0,
    progress: Progress = lambda *_: None,
) -> Rescored:
    """Judges every article and every refused address again. May be killed and repeated at any moment. Raises ConfigError, StoreError."""
    done = Rescored()
    judged_by = read_profile(profile)
    connect_read_only(directory).close()  # says where there is no archive; opening to write would make one
    store = Store.open(directory, cache_megabytes=32)
    try:
        _articles(store, judged_by, done, progress)
        _refused(store, sources, profile, workers, done, progress)
    finally:
        store.close()
    return done


def _articles(store: Store, profile: Profile, done: Rescored, progress: Progress) -> None:
    """Scores and topics of what is archived; places, institutions and figures stay."""
    conn = store.conn
    (total,) = conn.execute("SELECT count(*) FROM articles").fetchone()
    last = 0
    while rows := conn.execute(
        "SELECT id, title, body, score, words, topic FROM articles WHERE id > ? ORDER BY id LIMIT ?", (last, BATCH)
    ).fetchall():
        judged = [(row, judge(row["title"], row["body"], profile)) for row in rows]
        with store.transaction():
            for row, said in judged:
                write_topics(conn, row["id"], said.topics, said.score, said.words)
                before = (row["score"], row["words"], row["topic"])
                done.changed += before != (said.score, "、".join(said.words), said.topics[0] if said.topics else "")
                done.off_topic += not said.relevant
        last = rows[-1]["id"]
        done.articles += len(rows)
        progress("articles", done.articles, total)


def _refused(
    store: Store, sources: dict[str, Source], profile: Path | None, workers: int, done: Rescored, progress: Progress
) -> None:
    with store.transaction() as conn:
        behind = resumptions.begin(conn, TASK, rules_of(sources, profile))
    done.resumed = behind > 0
    (total,) = store.conn.execute(f"SELECT count(*) {WAITING}", (behind,)).fetchone()
    led_here = _aliases(store.conn)
    work = partial(judge_again, directory=store.directory, sources=sources, profile=profile)
    pool = Workers(workers, SECONDS, MEGABYTES, profile) if total else None
    try:
        again = pool.in_chunks(_waiting(store.conn, behind), CHUNK, AHEAD, work, _stands) if pool else iter(())
        for batch in iter(lambda: list(islice(again, COMMIT)), []):
            verdicts = [one for chunk in batch for one in chunk]
            with store.transaction() as conn:
                for one in verdicts:
                    _count(done, _apply(store, one, led_here))
                resumptions.reach(conn, TASK, verdicts[-1].number)
            progress("refused pages", done.refused, total)
    finally:
        if pool:
            pool.close()
    with store.transaction() as conn:
        resumptions.end(conn, TASK)


def _count(done: Rescored, outcome: Outcome | None) -> None:
    done.refused += 1
    done.reopened += outcome is Outcome.REOPENED
    done.stored += outcome not in (None, Outcome.REOPENED)


def _waiting(conn: sqlite3.Connection, behind: int) -> Iterator[int]:
    while rows := conn.execute(f"SELECT f.id {WAITING} ORDER BY f.id LIMIT 1000", (behind,)).fetchall():
        for row in rows:
            yield row[0]
        behind = rows[-1][0]


def _stands(number: int, _why: Rejection) -> Verdict:
    return Verdict(number)


def _aliases(conn: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """The keys of refused addresses that one capture answered, as redirects lead there, by its number."""
    some = f"FROM urls WHERE outcome = '{Outcome.OFF_TOPIC}' AND NOT listing AND capture_id IS NOT NULL"
    found: dict[int, tuple[str, ...]] = {}
    for number, key in conn.execute(
        f"SELECT capture_id, key {some} AND capture_id IN (SELECT capture_id {some} GROUP BY capture_id HAVING count(*) > 1)"
    ):
        found[number] = (*found.get(number, ()), key)
    return found


def _apply(store: Store, verdict: Verdict, led_here: dict[int, tuple[str, ...]]) -> Outcome | None:
    """Writes what an address comes to, unless it is no longer refused: another command was quicker."""
    fetch, reading = verdict.fetch, verdict.reading
    known = store.known([fetch.key]).get(fetch.key) if fetch else None
    if fetch is None or known is None or known.outcome is not Outcome.OFF_TOPIC:
        return None
    if reading is None or verdict.capture_id is None:
        store.record(fetch)
        return fetch.outcome
    return store.save(reading, replace(fetch, aliases=led_here.get(verdict.capture_id, ())))


# In worker processes


def judge_again(numbers: list[int], directory: Path, sources: dict[str, Source], profile: Path | None) -> list[Verdict]:
    """Refusals judged again, one for one; opens the archive read-only."""
    conn = connect_read_only(directory)
    try:
        return [_judge_again(conn, one, directory, sources, profile_of_process(profile)) for one in numbers]
    finally:
        conn.close()


def _judge_again(conn: sqlite3.Connection, number: int, directory: Path, sources: dict[str, Source], profile: Profile) -> Verdict:
    row = conn.execute("SELECT * FROM fetches WHERE id = ?", (number,)).fetchone()
    fetch = Fetch(row["url"], row["key"], row["source"], started_at=now(), final_url=row["final_url"])
    if row["capture_id"] is None:
        return _reopened(number, fetch, row["detail"], "its capture was not kept", profile)
    source = source_of(sources, row["source"], row["url"])
    try:
        reading = read_captured(conn, row["capture_id"], directory, source, profile, keep=False)
    except (WarcError, OSError) as error:
        return _reopened(number, fetch, row["detail"], f"its capture cannot be read: {error}", profile)
    if isinstance(reading, Rejection):
        return Verdict(number)
    capture = capture_of(conn.execute("SELECT * FROM captures WHERE id = ?", (row["capture_id"],)).fetchone())
    kept = replace(fetch, seen_at=row["started_at"], status=capture.status, capture=capture, detail="read again from its capture")
    return Verdict(number, kept, reading, row["capture_id"])


def _reopened(number: int, fetch: Fetch, detail: str, unread: str, profile: Profile) -> Verdict:
    """To be asked for by the next run, unless what is known of it makes certain that it is off topic still."""
    if still_certain(detail, profile):
        return Verdict(number)
    why = f"no longer certain by its {detail}" if detail.startswith(HEADLINE) else f"refused by another profile, and {unread}"
    return Verdict(number, replace(fetch, outcome=Outcome.REOPENED, detail=why))
