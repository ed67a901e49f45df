"""Every attempt leaves one row: the middleware next to the downloader that times, records and settles attempts.

A response that a spider will read stays open until the spider knows what it was; everything else is settled here.
"""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response

from archive.address import AddressError, clean
from archive.database import StoreError, now
from archive.records import Capture, Fetch, Outcome
from archive.store import Reading
from archive.warc import Exchange, digest_of
from crawler.guard import GUARD
from crawler.outcomes import classify
from crawler.source import Source

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.run import Run

REDIRECTS = (301, 302, 303, 307, 308)
MISSING = (404, 410)


class Refused(IgnoreRequest):
    """A request that is not made, with the outcome its row will have."""

    def __init__(self, outcome: Outcome, detail: str) -> None:
        super().__init__(f"{outcome}: {detail}")
        self.outcome = outcome
        self.detail = detail


@dataclass(slots=True)
class Attempt:
    """One request on its way: the row it will become, and what was exchanged."""

    fetch: Fetch
    started: float
    exchange: Exchange | None = None
    settled: bool = False


def identity(source: Source, url: str) -> str:
    """The key of any address, also of one that is no address at all."""
    try:
        return source.identity(url)
    except AddressError:
        return url[:500]


class Attempts:
    """Settles attempts of one source in one run: WARC record first, then one transaction with everything that follows."""

    def __init__(self, run: Run, source: Source) -> None:
        self.run = run
        self.source = source
        self.bytes = 0
        self.under_way: set[int] = set()  # attempts that may bring an article and have no outcome yet, by identity
        self.unread: set[int] = set()  # responses that are received and not yet read, by the identity of their attempt

    def settle(self, attempt: Attempt, outcome: Outcome, detail: str = "", reading: Reading | None = None) -> Outcome:
        """Writes the attempt, with its article when `reading` is given; the outcome it then has.

        Raises nothing for a full disk or fingerprints that do not compare: the fault ends the run.
        """
        if attempt.settled:
            return attempt.fetch.outcome or outcome
        attempt.settled = True
        self.unread.discard(id(attempt))
        self.under_way.discard(id(attempt))
        fetch, store = attempt.fetch, self.run.store
        fetch.outcome, fetch.detail = outcome, detail
        try:
            drop = outcome is Outcome.OFF_TOPIC and not self.run.config.keep_off_topic
            if attempt.exchange is not None and not drop:
                fetch.capture = self._capture(attempt.exchange, fetch)
            if reading is not None:
                return store.save(reading, fetch)
            store.record(fetch)
        except (OSError, sqlite3.Error, StoreError) as error:
            fetch.outcome = Outcome.STORAGE
            self.run.fail(str(error) if isinstance(error, StoreError) else f"{type(error).__name__}: {error}")
        finally:
            attempt.exchange = None
        return fetch.outcome

    def _capture(self, exchange: Exchange, fetch: Fetch) -> Capture | None:
        """Keeps what was received; only a reference where the archive has the same payload already."""
        payload = exchange.rendered or exchange.body
        not_modified = exchange.status == 304
        same_as = self.run.store.last_capture(fetch.key) if payload or not_modified else None
        if same_as is not None and not not_modified and same_as.digest != digest_of(payload):
            same_as = None
        if not_modified and same_as is None:
            return None  # answers a validator of a capture that is gone: there is nothing to refer to
        return self.run.recorder.write(exchange, same_as, fetch)

    def refuse(self, url: str, outcome: Outcome, detail: str = "") -> None:
        """A row for an address that is not asked for."""
        fetch = Fetch(url=url, key=identity(self.source, url), source=self.source.key, started_at=now(), run_id=self.run.id)
        self.settle(Attempt(fetch, time.monotonic(), None), outcome, detail)


def brings_article(request: Request) -> bool:
    """Whether an article may come of a request: lists bring none, a later page of an article no other one."""
    return not request.meta.get("listing") and "first" not in request.cb_kwargs


class AttemptMiddleware:
    """Sits next to the downloader, so that it sees each request that is really made, and each response as received."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> AttemptMiddleware:
        """Scrapy's way to make it."""
        return cls(crawler)

    @property
    def attempts(self) -> Attempts:
        """Those of the spider, which knows its source and run."""
        attempts: Attempts = self.crawler.spider.attempts  # type: ignore[union-attr]
        return attempts

    def process_request(self, request: Request) -> None:
        """Begins an attempt."""
        source = self.attempts.source
        fetch = Fetch(
            url=request.url,
            key=identity(source, request.url),
            source=source.key,
            started_at=now(),
            run_id=self.attempts.run.id,
            listing=bool(request.meta.get("listing")),
            aliases=tuple(identity(source, url) for url in request.meta.get("redirect_urls", ())),
        )
        attempt = request.meta["attempt"] = Attempt(fetch, time.monotonic())
        if brings_article(request):
            self.attempts.under_way.add(id(attempt))

    def process_response(self, request: Request, response: Response) -> Response:
        """Notes what was received, and settles what no spider will read."""
        attempt: Attempt = request.meta["attempt"]
        fetch = attempt.fetch
        received = request.meta.pop("received", response.body)
        fetch.final_url = response.url
        fetch.status = response.status
        fetch.bytes = len(received)
        fetch.elapsed_ms = round(1000 * (request.meta.get("download_latency") or time.monotonic() - attempt.started))
        fetch.etag = _header(response, "ETag")
        fetch.last_modified = _header(response, "Last-Modified")
        attempt.exchange = Exchange(
            url=response.url,
            fetched_at=request.meta.get("recorded_at") or datetime.now(UTC),
            status=response.status,
            reason="",
            headers=_headers(response),
            body=received,
            method=request.method,
            request_headers=tuple(_headers(request)),
            rendered=response.body if "rendered" in response.flags and received is not response.body else None,
        )
        self.attempts.bytes += len(received)
        self.crawler.spider.tally.pages += 1  # type: ignore[union-attr]
        self.crawler.spider.budget.answered(response.status)  # type: ignore[union-attr]
        location = (response.headers.get("Location") or b"").decode("utf-8", "replace")[:2000]
        if response.status in REDIRECTS and location and not _is_address(response.url, location):
            self.attempts.settle(attempt, Outcome.BAD_URL, f"redirects to {location}")
        elif response.status in REDIRECTS and location:
            self.attempts.settle(attempt, Outcome.REDIRECT, location)
        elif request.meta.get("robots_txt") or request.url.endswith("/robots.txt"):
            self.attempts.settle(attempt, Outcome.ROBOTS_TXT, f"HTTP {response.status}")
        elif response.status == 304:
            self.attempts.settle(attempt, Outcome.NOT_MODIFIED)
        elif response.status == 206:  # we never ask for a range
            raise Refused(self.attempts.settle(attempt, Outcome.TRUNCATED, "HTTP 206: a part that was not asked for"), "")
        elif not 200 <= response.status < 300:
            known = self.attempts.run.store.known([fetch.key]).get(fetch.key) if response.status in MISSING else None
            gone = known is not None and known.article_id is not None
            self.attempts.settle(attempt, Outcome.GONE if gone else Outcome.HTTP_ERROR, f"HTTP {response.status}")
        else:
            self.attempts.unread.add(id(attempt))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Settles what could not be had, and what was refused above the downloader."""
        attempt: Attempt | None = request.meta.get("attempt")
        outcome, detail = outcome_of(exception, request.url)
        if attempt is not None and not attempt.settled and attempt.fetch.url == request.url:
            if outcome is not Outcome.BUDGET:  # it only waited for its turn
                attempt.fetch.elapsed_ms = round(1000 * (time.monotonic() - attempt.started))
            self.attempts.settle(attempt, outcome, detail)
        else:
            self.attempts.refuse(request.url, outcome, detail)


def outcome_of(exception: BaseException, url: str) -> tuple[Outcome, str]:
    """The outcome and detail of an exception that ended a request."""
    blocked = GUARD.refused(url)
    if blocked is not None and not isinstance(exception, Refused):
        return Outcome.BLOCKED_ADDRESS, f"{blocked} is not public; --allow-address HOST:PORT names an exception"
    if isinstance(exception, Refused):
        return exception.outcome, exception.detail
    return classify(exception)


def _is_address(base: str, location: str) -> bool:
    try:
        clean(urljoin(base, location))
    except ValueError:  # AddressError is one; urljoin raises it for [ in the place of a host
        return False
    return True


def _header(message: Response, name: str) -> str | None:
    value = message.headers.get(name)
    return value.decode("latin-1", "replace")[:1000] if value else None


def _headers(message: Request | Response) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1", "replace"), value.decode("latin-1", "replace"))
        for name, values in message.headers.items()
        for value in (values if isinstance(values, list) else [values])
    ]
