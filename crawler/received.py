"""What one response of a WARC file was: a list, a part, an article by today's rules; and its way into a database that is made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from archive.records import Capture, Fetch, Outcome, Page, Rejection
from archive.store import GONE, Reading, Store
from archive.warc import RENDERED, Record, WarcError, read_capture
from crawler.attempts import MISSING, REDIRECTS, identity
from crawler.listing import Listing
from crawler.source import Source, site_of, unlisted
from crawler.workers import MAX_PARTS, Workers, describe_in_worker, joined, list_in_worker, read_in_worker, rejection

# what became of a page for what stands in it: today's rules may say otherwise
JUDGED = frozenset(
    {
        Outcome.STORED, Outcome.DUPLICATE, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.OFF_TOPIC, Outcome.NOT_ARTICLE,
        Outcome.SOFT_404, Outcome.LOGIN_WALL, Outcome.PAYWALL, Outcome.CAPTCHA, Outcome.ANTI_BOT, Outcome.MAINTENANCE,
        Outcome.PARKED, Outcome.SPAM, Outcome.BAD_ENCODING, Outcome.EXTRACT_EMPTY, Outcome.EXTRACT_TIMEOUT,
        Outcome.EXTRACT_CRASH,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Received:
    """A response or revisit record, the page as rendered where there is one, and the number of its last record."""

    number: int
    warc_file: str
    response: Record
    rendered: Record | None = None


def grouped(records: Iterable[Record], warc_file: str, number: int) -> Iterator[Received]:
    """Responses with what their browser made of them; `number` records came before."""
    waiting: Record | None = None
    rendered: Record | None = None
    for record in records:
        if record.kind in ("response", "revisit"):
            if waiting is not None:
                yield Received(number, warc_file, waiting, rendered)
            waiting, rendered = record, None
        elif record.kind == RENDERED and waiting is not None and record.url == waiting.url:
            rendered = record
        number += 1
    if waiting is not None:
        yield Received(number, warc_file, waiting, rendered)


class Recognised:
    """Settles what was received as the crawl did, with today's rules. Files without our marks are read by their addresses."""

    def __init__(self, store: Store, sources: dict[str, Source], pool: Workers, run_id: int) -> None:
        self.store = store
        self._sources = sources
        self._pool = pool
        self._run_id = run_id
        self._by_host = {host: source for source in sources.values() for host in source.hosts}
        self._by_site = {site_of(host): source for host, source in self._by_host.items()}
        self._lists = {identity(source, url) for source in sources.values() for url in source.starts}
        self._led_here: dict[str, tuple[str, ...]] = {}  # keys that redirected to a key

    def source_of(self, record: Record) -> Source:
        """The source that a record names, else the one whose host or site its address has, else one made of the host."""
        if record.source:
            return self._sources.get(record.source) or unlisted(record.url, record.source)
        host = urlsplit(record.url).netloc.lower()
        return self._by_host.get(host) or self._by_site.get(site_of(host)) or unlisted(record.url)

    def schedule(self, received: Received) -> Future[Any] | None:
        """Has the page read in a worker process, where it is one to be read."""
        record = received.response
        source = self.source_of(record)
        mark = _mark(record)
        if record.kind != "response" or not 200 <= record.status < 300 or record.status == 206 or _is_robots(record):
            return None
        try:
            if mark is None and identity(source, record.asked or record.url) in self._lists:
                return self._list(self._pool.schedule(list_in_worker, page_of(received), source), source)
            if mark is None or (mark in JUDGED and not record.listing):
                return self._pool.schedule(read_in_worker, page_of(received), source, mark in (None, Outcome.STORED))
        except WarcError:  # cannot be inflated: told when it is settled
            pass
        return None

    def _list(self, future: Future[Any], source: Source) -> Future[Any]:
        """Waits for a list: where it goes on must be known before the next page is looked at."""
        if isinstance(result := _result(future), Listing):
            self._lists.update(identity(source, url) for url in [*result.lists, *([result.next] if result.next else [])])
        return future

    def skip(self, received: Received) -> None:
        """Remembers of a response that was settled before what later ones need."""
        record = received.response
        if record.status in REDIRECTS and record.header("Location"):
            source = self.source_of(record)
            key = identity(source, record.asked or record.url)
            try:
                target = identity(source, urljoin(record.url, record.header("Location")))
            except ValueError:  # [ in the place of a host
                return
            self._led_here[target] = (*self._led_here.get(key, ()), key)[-5:]

    def settle(self, received: Received, future: Future[Any] | None) -> None:
        """Writes one response with all that follows from it, inside the caller's transaction."""
        record = received.response
        source = self.source_of(record)
        fetch = self._fetch(received, source)
        result = _result(future)
        if isinstance(result, Listing):
            fetch.outcome = Outcome.LISTING
        elif isinstance(result, Reading):
            result = self._whole(result, source, _mark(record) in (None, Outcome.STORED))
        if isinstance(result, Reading):
            self.store.save(result, fetch)
            return
        if isinstance(result, Rejection):
            fetch.outcome, fetch.detail = result.outcome, result.detail
        elif fetch.outcome is None:
            fetch.outcome = self._unread(record, fetch.key)
        self.skip(received)
        self.store.record(fetch)

    def _fetch(self, received: Received, source: Source) -> Fetch:
        record = received.response
        at = record.fetched_at.isoformat(timespec="seconds")
        url = record.asked or record.url
        key = identity(source, url)
        listing = record.listing or key in self._lists
        return Fetch(
            url=url, key=key, source=source.key, started_at=at, seen_at=at, run_id=self._run_id, final_url=record.url,
            bytes=len(record.body), status=record.status, capture=_capture(received) if record.kind == "response" else self.store.last_capture(key),
            etag=None if listing else record.header("ETag")[:1000] or None,
            last_modified=None if listing else record.header("Last-Modified")[:1000] or None,
            aliases=self._led_here.pop(key, ()) if record.status not in REDIRECTS else (),
            listing=listing,
        )  # fmt: skip

    def _unread(self, record: Record, key: str) -> Outcome:
        """The outcome of what is no page to be read again."""
        mark = _mark(record)
        if record.kind == "revisit":
            known = self.store.known([key]).get(key)
            if record.status == 304 or known is None or known.article_id is None:
                return Outcome.NOT_MODIFIED if record.status == 304 else mark or Outcome.UNCHANGED
            return known.outcome if known.outcome in GONE else Outcome.UNCHANGED  # the page that said so once more
        if record.status in REDIRECTS:
            return Outcome.REDIRECT
        if mark is not None and mark not in JUDGED:
            return mark
        if _is_robots(record):
            return Outcome.ROBOTS_TXT
        if 200 <= record.status < 300:
            return mark if mark is not None and record.listing else Outcome.TRUNCATED
        known = self.store.known([key]).get(key) if record.status in MISSING else None
        return Outcome.GONE if known is not None and known.article_id is not None else Outcome.HTTP_ERROR

    def _whole(self, first: Reading, source: Source, keep: bool) -> Reading | Rejection:
        """An article with its other pages, which lie before its first in the file: they were settled first."""
        readings = [first]
        while (url := readings[-1].article.next_page) and len(readings) < MAX_PARTS:
            capture = self.store.last_capture(identity(source, url))
            if capture is None:
                return Rejection(Outcome.TRUNCATED, f"a later page is not in the WARC files: {url[:200]}")
            try:
                record = read_capture(self.store.warcs, capture)
                page = page_of(Received(0, capture.warc_file, record))
            except (WarcError, OSError) as error:
                return Rejection(Outcome.TRUNCATED, f"a later page cannot be read: {error}")
            result = _result(self._pool.schedule(read_in_worker, page, source, True))
            if not isinstance(result, Reading):
                said = result.detail if isinstance(result, Rejection) else ""
                return Rejection(Outcome.TRUNCATED, f"a later page could not be read: {url[:200]} {said}")
            readings.append(result)
        if len(readings) == 1:
            return first
        found = _result(self._pool.schedule(describe_in_worker, joined(readings), source, keep))
        return found if isinstance(found, Reading | Rejection) else Rejection(Outcome.EXTRACT_EMPTY)


def page_of(received: Received) -> Page:
    """The page as the crawl saw it. Raises WarcError when it cannot be inflated."""
    record = received.rendered or received.response
    content_type = "text/html; charset=utf-8" if record.kind == RENDERED else record.header("Content-Type")
    return Page(record.url, record.content, record.fetched_at, content_type, received.response.status)


def _capture(received: Received) -> Capture:
    record = received.rendered or received.response
    content_type = "text/html; charset=utf-8" if received.rendered else record.header("Content-Type")
    return Capture(
        url=record.url,
        fetched_at=received.response.fetched_at.isoformat(timespec="seconds"),
        status=received.response.status,
        content_type=content_type[:200],
        digest=record.digest,
        warc_file=received.warc_file,
        offset=record.offset,
        length=record.length,
    )


def _mark(record: Record) -> Outcome | None:
    """What the crawl made of it; None in a file that is not ours."""
    return Outcome(record.outcome) if record.outcome in set(Outcome) else None


def _is_robots(record: Record) -> bool:
    return urlsplit(record.asked or record.url).path == "/robots.txt"


def _result(future: Future[Any] | None) -> Any:
    if future is None:
        return None
    try:
        return future.result()
    except Exception as error:  # whatever a page can provoke in a library is the page's outcome, not the rebuild's end
        return rejection(error)
