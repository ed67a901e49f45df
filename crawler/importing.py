"""Articles from elsewhere, a JSON line each, through the same door as crawled ones. Repeating an import changes nothing."""

from __future__ import annotations

import gc
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import IO, NamedTuple

from archive.address import AddressError, clean
from archive.database import now
from archive.folding import script_of
from archive.pinyin import strip_notes
from archive.records import Article, Fetch, Outcome, Rejection
from archive.store import Reading, Store
from archive.withdrawal import withdrawn
from archive.workdays import CHINA
from crawler.extract.datetext import FIRST_YEAR
from crawler.extract.typed import credits_of
from crawler.reading import describe_all
from crawler.source import Source, by_host, source_at
from crawler.topic import profile_of_process
from crawler.workers import Workers

LINE = 8 * 1024 * 1024  # bytes of one line
CHUNK = 64  # lines a worker process reads at a time
AHEAD = 10  # chunks waiting for each worker process, so that none is idle while a transaction is written
COMMIT = 64  # chunks in one transaction: fingerprints lie all over their table, and each writes most of its pages
CACHE = 160  # megabytes of them that are kept at hand
SELDOM = 100_000  # objects after which the garbage collector looks for cycles: readings have none, and are thousands
AHEAD_DAYS = 3  # that an article may be dated ahead; a year 2999 would head every list for good
SECONDS, MEGABYTES = 60.0, 1024  # that one chunk may cost
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[Tt\s]*(?<!\d)(\d{1,2})(?=:\d))?")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
RECODE = "; it reads as GB18030: `iconv -f gb18030 -t utf-8 FILE` makes it UTF-8"
TEXTS = ("author", "editor", "original_title", "original_source", "original_url", "column")


class LineError(ValueError):
    """A line that is no article; the message says what was found and what is allowed."""


class Arrival(NamedTuple):
    """One line on its way into the archive: a reading, or what is wrong with it."""

    number: int
    key: str = ""
    site: str = ""
    reading: Reading | None = None
    wrong: str = ""


@dataclass(slots=True)
class Imported:
    """What became of the lines of a file."""

    lines: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)  # by Outcome; `kept` were there already
    wrong: int = 0


Progress = Callable[[str, int, int], None]
Complain = Callable[[int, str], None]
Line = tuple[int, bytes]


def import_file(
    path: Path,
    directory: Path,
    sources: Iterable[Source] = (),
    *,
    workers: int = 0,
    profile: Path | None = None,
    progress: Progress = lambda *_: None,
    complain: Complain = lambda *_: None,
) -> Imported:
    """Brings the articles of a JSON Lines file into the archive of a directory, in the order of the file.

    `complain` gets the number of each bad line and what is wrong with it; `progress` bytes done, of how many. Repeating an import
    takes up one that was killed. Raises OSError when the file cannot be read, StoreError when the archive cannot be written.
    """
    said = Imported()
    size = path.stat().st_size
    with path.open("rb") as file, _seldom_collected():
        store = Store.open(directory, cache_megabytes=CACHE)
        # with them each UPDATE opens a savepoint, at which FTS5 writes out all that it holds back: three times slower
        store.conn.execute("PRAGMA foreign_keys=OFF")
        pool = Workers(workers, SECONDS, MEGABYTES, profile)
        try:
            work = partial(read_lines, sources=tuple(sources), profile=profile)
            read = pool.in_chunks(_lines(file), CHUNK, AHEAD, work, _unreadable)
            for first in read:  # a transaction begins when there is something to write
                with store.transaction():
                    for arrivals in chain([first], islice(read, COMMIT - 1)):
                        for arrival in arrivals:
                            _arrive(store, arrival, said, complain)
                progress("import", min(size, file.tell()), size)
        finally:
            pool.close()
            store.close()
    return said


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Lets the garbage collector look seldom for cycles: readings have none, and it would walk through thousands of them."""
    patience = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *patience[1:])
    try:
        yield
    finally:
        gc.set_threshold(*patience)
        gc.unfreeze()


def _unreadable(line: Line, why: Rejection) -> Arrival:
    return Arrival(line[0], wrong=f"cannot be read: {why.detail}")


def _lines(file: IO[bytes]) -> Iterator[Line]:
    """Lines with their numbers from 1, without blank ones; of one that is too long only the beginning."""
    number = 0
    while line := file.readline(LINE + 1):
        number += 1
        rest = line
        while len(rest) > LINE and not rest.endswith(b"\n"):
            rest = file.readline(LINE + 1)
        if line.strip():
            yield number, line


def _arrive(store: Store, arrival: Arrival, said: Imported, complain: Complain) -> None:
    said.lines += 1
    reading = arrival.reading
    if reading is None:
        said.wrong += 1
        complain(arrival.number, arrival.wrong)
        return
    if _is_kept(store, arrival.key, reading.article):
        said.outcomes["kept"] += 1
        return
    fetch = Fetch(url=reading.article.url, key=arrival.key, source=arrival.site, started_at=now(), detail="imported")
    said.outcomes[store.save(reading, fetch)] += 1


def _is_kept(store: Store, key: str, article: Article) -> bool:
    """Whether this very text is the article's, or an earlier version of it, or says again that it is gone."""
    row = store.conn.execute("SELECT id, title, body, version, gone_at FROM articles WHERE key = ?", (key,)).fetchone()
    if row is None:
        return False
    if (row["title"], row["body"]) == (article.title, article.body):
        return True
    if row["gone_at"] is not None and withdrawn(row["title"], row["body"], article.body):
        return True
    earlier = store.conn.execute(
        "SELECT 1 FROM versions WHERE article_id = ? AND title = ? AND body = ?", (row["id"], article.title, article.body)
    )
    return earlier.fetchone() is not None


# In worker processes


def read_lines(lines: list[Line], sources: tuple[Source, ...], profile: Path | None) -> list[Arrival]:
    """Lines as arrivals, one for one; pure but for the topic profile, which is read once a process."""
    known = by_host(sources)
    read = [_read_line(number, line, known) for number, line in lines]
    good = [one for one in read if not isinstance(one, Arrival)]
    readings = iter(describe_all([one.article for one in good], [one.source for one in good], profile_of_process(profile)))
    return [one if isinstance(one, Arrival) else Arrival(one.number, one.key, one.source.key, next(readings)) for one in read]


class _Read(NamedTuple):
    """A line that is an article."""

    number: int
    key: str
    source: Source
    article: Article


def _read_line(number: int, line: bytes, known: Mapping[str, Source]) -> _Read | Arrival:
    """The article of a line, or what is wrong with it."""
    try:
        article = article_of(line)
        source = source_at(article.url, known)
        return _Read(number, source.identity(article.url), source, article)
    except (LineError, AddressError) as error:
        return Arrival(number, wrong=str(error))


def article_of(line: bytes) -> Article:
    """The article of one JSON line. Raises LineError or AddressError."""
    if len(line) > LINE:
        raise LineError(f"longer than {LINE // 1024 // 1024} MiB")
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        said = f"not UTF-8: byte {error.start + 1} is {line[error.start : error.start + 1]!r}"
        raise LineError(said + (RECODE if _is_gb18030(line) else "")) from None
    except (ValueError, RecursionError) as error:
        raise LineError(f"not JSON: {str(error)[:200]}") from None
    if not isinstance(record, dict):
        raise LineError(f'found {type(record).__name__}; allowed is an object {{"url", "title", "body", "published", "source"}}')
    body, notes = strip_notes(_text(record, "body", required=True))
    title, _ = strip_notes(" ".join(_text(record, "title", required=True).split()))
    printed = credits_of(title, body)
    more = {name: " ".join(_text(record, name).split()) or getattr(printed, name) for name in ("source", *TEXTS)}
    return Article(
        url=clean(_text(record, "url", required=True)),
        title=title,
        body="\n".join(filter(None, (part.strip() for part in body.splitlines()))),
        published=published_of(_text(record, "published")),
        script=script_of(body),
        pinyin_notes=notes > 0,
        **more,
    )


def _is_gb18030(line: bytes) -> bool:
    """Whether a line is an object in the encoding that spreadsheets here write."""
    try:
        return isinstance(json.loads(line.decode("gb18030")), dict)
    except (ValueError, RecursionError):
        return False


def _text(record: dict[str, object], name: str, required: bool = False) -> str:
    value = record.get(name)
    if value is None and not required:
        return ""
    if not isinstance(value, str):
        raise LineError(f"{name}: {'missing' if value is None else f'found {value!r:.80}'}; allowed is a text")
    value = CONTROL.sub("", value)
    if required and not value.strip():
        raise LineError(f"{name}: empty; an article has one")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise LineError(f"{name}: holds half a character (a lone surrogate)") from None
    return value


def published_of(text: str) -> str | None:
    """A publication time as the archive writes it; times without a zone are China's.

    Raises LineError for anything else, and for days that no page of the web can have been published on.
    """
    text = text.strip()
    if not text:
        return None
    plain = DATE.sub(_as_iso, text, count=1)
    try:
        when = datetime.fromisoformat(plain)
        if len(plain) > 10:
            when = when.replace(tzinfo=CHINA) if when.tzinfo is None else when.astimezone(CHINA)
    except (ValueError, OverflowError):
        raise LineError(f"published: found {text[:60]!r}; allowed are 2025-05-22, 2025-05-22T06:32:13+08:00, null") from None
    if when.year < FIRST_YEAR or when.date() > datetime.now(CHINA).date() + timedelta(days=AHEAD_DAYS):
        raise LineError(f"published: found {text[:60]!r}; allowed are days from {FIRST_YEAR} to {AHEAD_DAYS} days from now, null")
    return when.isoformat(timespec="seconds") if len(plain) > 10 else when.date().isoformat()


def _as_iso(found: re.Match[str]) -> str:
    """The day of a date, and its hour where one is printed behind it."""
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return f"{day}T{int(found[4]):02}" if found[4] else day


OUTCOMES = {
    Outcome.STORED: "new",
    Outcome.DUPLICATE: "copies of known stories",
    Outcome.CHANGED: "new versions",
    Outcome.UNCHANGED: "unchanged",
    Outcome.GONE: "withdrawn",
    "kept": "already there",
}


def summary(said: Imported) -> str:
    """One line for a person."""
    counts = [f"{said.outcomes[key]} {name}" for key, name in OUTCOMES.items() if said.outcomes[key]]
    return f"{said.lines} lines: " + ", ".join([*counts, f"{said.wrong} bad"])
