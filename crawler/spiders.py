"""One spider for each source: from its lists to its articles. What a page says is read in worker processes, not here."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin, urlsplit

import scrapy
from scrapy import signals
from scrapy.http import Request, Response
from twisted.python.failure import Failure

from archive.records import Outcome, Page, Rejection
from archive.store import Reading
from crawler.attempts import MISSING, Attempt, Attempts, identity, outcome_of
from crawler.budget import BARREN, SAME_TEXT, Budget
from crawler.listing import Link
from crawler.run import Run, Tally
from crawler.source import Source, site_of
from crawler.topic import HEADLINE, headline
from crawler.workers import MAX_PARTS, joined

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

# what a later page of a list may be without a loss: there is none, or it must not be asked for
NO_PAGE = (Outcome.SOFT_404, Outcome.ROBOTS, Outcome.OFFSITE, Outcome.BAD_URL, Outcome.BLOCKED_ADDRESS, Outcome.TRAP)
LIST_PRIORITY = 10  # lists before articles, so that a budget is spent on the newest of every list


class PortalSpider(scrapy.Spider):
    """Visits one source. Subclasses are made by `spider_class`; the run is shared by all spiders of a process."""

    source: ClassVar[Source]
    keep = False  # whether articles are kept whatever their topic

    def __init__(self, run: Run, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.run = run
        self.attempts = Attempts(run, self.source)
        self.budget = Budget(run.config, run.started)
        self.tally = run.tallies[self.source.key] = Tally()
        self.seen: set[str] = set()
        self.sites = {site_of(host) for host in self.source.hosts}
        self.data_lists = {*self.source.feeds, *self.source.sitemaps}
        self.lists_read = 0
        self.lists_failed: dict[str, str] = {}  # addresses of lists and their later pages that could not be read, and why
        self.problems: list[str] = []  # what stood in the place of lists
        self.validators: list[tuple[str, str | None, str | None]] = []
        self.sweep = run.full or not run.store.finished(self.source.key)
        self.broken = False  # a list was lost to a mistake of ours, and nobody knows how far it was read
        self._owns_run = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> PortalSpider:
        """Scrapy's way to make it; `scrapy crawl KEY` names no run and gets one of its own."""
        own = "run" not in kwargs
        if own:
            from crawler.nightly import run_for_scrapy

            kwargs["run"] = run_for_scrapy(cls.source, crawler.settings)
        spider: PortalSpider = super().from_crawler(crawler, *args, **kwargs)
        spider._owns_run = own
        crawler.signals.connect(spider.crashed, signal=signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The lists, feeds and sitemaps, then what failed in earlier nights or was opened again: later pages of lists, and articles."""
        store, nights = self.run.store, self.run.config.retry_days
        for url in self.source.starts:
            yield self.list_request(url, depth=1)
        for url in store.unsettled(self.source.key, nights, listing=True):
            if identity(self.source, url) not in self.seen:
                yield self.list_request(url, depth=2)
        for url in store.unsettled(self.source.key, nights):
            self.sites.add(site_of(urlsplit(url).netloc))  # a list pointed there, and need not do so tonight
            yield self.article_request(url)

    # Lists

    def list_request(self, url: str, depth: int, barren: int = 0, *, sweep: bool = False) -> Request:
        """A list is asked for only if it changed, unless the last run did not see it through.

        After a page that could not be read, nobody knows what lies behind it, nor where that has moved since: from there the list
        is read to its end once.
        """
        key = identity(self.source, url)
        self.seen.add(key)
        known = self.run.store.known([key]).get(key)
        sweep = sweep or self.sweep or (known is not None and known.tries > 0)
        return self._request(
            url,
            self.parse_list,
            None if sweep else known,
            priority=LIST_PRIORITY,
            cb_kwargs={"depth": depth, "barren": barren, "sweep": sweep},
            listing=True,
        )

    async def parse_list(self, response: Response, depth: int, barren: int, sweep: bool) -> AsyncIterator[Request]:
        """Requests for the new articles of a list, and for its next page while there are new ones."""
        for request in self.earlier_versions(response, depth):
            yield request
        attempt: Attempt = response.meta["attempt"]
        listing = await self.run.workers.listing(page_of(response), self.source)
        fetch = attempt.fetch
        etag, modified = fetch.etag, fetch.last_modified
        fetch.etag = fetch.last_modified = None  # kept at the end of the run, when all its links have been dealt with
        if not isinstance(listing, Rejection) and listing.problem:
            self.problems.append(listing.problem)
            listing = Rejection(Outcome(listing.problem), listing.detail or "the list cannot be read")
        if isinstance(listing, Rejection):
            self.attempts.settle(attempt, listing.outcome, listing.detail)
            self.list_failed(response.url, depth, listing.outcome, listing.detail)
            return
        new = self.new_links(listing.links)
        frame = listing.kind == "html" and bool(listing.lists)  # stays the same while the list that it loads does not
        if "earlier" not in response.meta:
            self.validators.append((fetch.key, *((None, None) if frame else (etag, modified))))
        self.lists_read += 1
        self.tally.links += len(listing.links)
        self.attempts.settle(
            attempt, Outcome.LISTING, "; ".join(filter(None, (f"{len(listing.links)} links, {len(new)} new", listing.detail)))
        )
        self.refuse_new(listing.refused)
        barren = 0 if listing.links else barren + 1
        more = [*listing.lists, *([listing.next] if listing.next and (sweep or ends_new(listing.links, new)) else [])]
        for url in more:
            if identity(self.source, url) in self.seen:
                continue
            if depth >= self.run.config.depth:
                self.attempts.refuse(url, Outcome.BUDGET, f"page {depth + 1} of a list")
            elif barren >= BARREN:
                self.attempts.refuse(url, Outcome.TRAP, f"follows {barren} pages of a list without an article")
            else:
                yield self.list_request(url, depth + 1, barren, sweep=sweep)
        for link in new:
            if self.run.recording is None and headline(link.text, self.run.profile) is False:
                self.attempts.refuse(link.url, Outcome.OFF_TOPIC, f"{HEADLINE}{link.text}")
            else:
                yield self.article_request(link.url)

    def earlier_versions(self, response: Response, depth: int) -> Iterator[Request]:
        """Requests for what a recording of several nights has of a list besides its latest version."""
        recording = self.run.recording
        if recording is None or "earlier" in response.meta:
            return
        for number in range(1, len(recording.versions(response.url))):
            request = self.list_request(response.url, depth, sweep=True).replace(dont_filter=True)
            request.meta["earlier"] = number
            yield request

    def list_failed(self, url: str, depth: int, outcome: Outcome, detail: str, status: int | None = None) -> None:
        """Notes a list, or a later page of one, that could not be read: the run has not seen all that is new.

        That is not so of a later page that there is none of (many pagers name one too many) or that must not be asked for. What is
        asked for again in the following nights, the archive knows.
        """
        if outcome is Outcome.BUDGET or (depth > 1 and (outcome in NO_PAGE or status in MISSING)):
            return
        key = identity(self.source, url)
        known = self.run.store.known([key]).get(key)
        again = depth == 1 or known is None or known.tries < self.run.config.retry_days
        self.lists_failed[url] = f"{detail or outcome}, {'asked for again next night' if again else 'given up'}"

    def refuse_new(self, refused: Iterable[tuple[str, Outcome]]) -> None:
        """A row for each link that is never asked for, once and not every night."""
        keys = {identity(self.source, url): (url, outcome) for url, outcome in refused}
        known = self.run.store.known(list(keys))
        for key, (url, outcome) in keys.items():
            if key not in self.seen and key not in known:
                self.seen.add(key)
                self.attempts.refuse(url, outcome, "linked from a list")

    def new_links(self, links: Iterable[Link]) -> list[Link]:
        """Links not yet dealt with in this run or, unless everything is visited again, in an earlier one."""
        keys: dict[str, Link] = {}
        for link in links:
            spelled = keys.setdefault(identity(self.source, link.url), link)
            if self._own(link.url) > self._own(spelled.url):
                keys[identity(self.source, link.url)] = link
        known = self.run.store.known(list(keys))
        new = []
        for key, link in keys.items():
            before = known.get(key)
            settled = before is not None and before.settled(self.run.config.retry_days)
            if key not in self.seen and (not settled or (self.run.full and before and before.article_id)):
                self.sites.add(site_of(urlsplit(link.url).netloc))
                new.append(link)
        return new

    def _own(self, url: str) -> int:
        """How far the spelling of an address is that of the source's home: of http and https, www and m, one may not be served."""
        ours, theirs = urlsplit(self.source.home), urlsplit(url)
        return (ours.scheme == theirs.scheme) + (ours.netloc == theirs.netloc)

    # Articles

    def article_request(self, url: str) -> Request:
        """An article, conditionally if the archive has it."""
        key = identity(self.source, url)
        self.seen.add(key)
        known = self.run.store.known([key]).get(key)
        return self._request(url, self.parse_article, known if known and known.article_id else None)

    async def parse_article(self, response: Response) -> AsyncIterator[Request]:
        """Keeps the article, or asks for the next page of a split one."""
        attempt: Attempt = response.meta["attempt"]
        page = page_of(response)
        reading = await self.run.workers.read(page, self.source, self.keep)
        if isinstance(reading, Rejection) and reading.outcome is Outcome.OFF_TOPIC and self.run.store.has(attempt.fetch.key):
            said = await self.run.workers.read(page, self.source, True)  # who withdraws an article need not name its topic
            if not isinstance(said, Rejection) and self.run.store.withdraws(attempt.fetch.key, said.article.body):
                reading = said
        if isinstance(reading, Rejection):
            self.attempts.settle(attempt, reading.outcome, reading.detail)
        elif reading.article.next_page:
            yield self.part_request(attempt, [reading])
        else:
            self.save(attempt, reading)

    def part_request(self, first: Attempt, readings: list[Reading]) -> Request:
        """The next page of a split article."""
        url = readings[-1].article.next_page or ""
        self.attempts.unread.discard(id(first))  # it waits for this request, which must not wait for it
        self.seen.add(identity(self.source, url))
        return self._request(
            url, self.parse_part, None, priority=1, cb_kwargs={"first": first, "readings": readings}, dont_filter=True
        )

    async def parse_part(self, response: Response, first: Attempt, readings: list[Reading]) -> AsyncIterator[Request]:
        """Joins the page to its article; the article is kept when its last page is read."""
        attempt: Attempt = response.meta["attempt"]
        reading = await self.run.workers.read(page_of(response), self.source, keep=True)
        if isinstance(reading, Rejection):
            self.attempts.settle(attempt, reading.outcome, reading.detail)
        else:
            self.attempts.settle(attempt, Outcome.PART, f"page {len(readings) + 1} of {first.fetch.url}")
            readings = [*readings, reading]
            following = reading.article.next_page
            if following and identity(self.source, following) not in self.seen and len(readings) < MAX_PARTS:
                yield self.part_request(first, readings)
                return
        article = await self.run.workers.describe(joined(readings), self.source, self.keep)
        if isinstance(article, Rejection):
            self.attempts.settle(first, article.outcome, article.detail)
        else:
            self.save(first, article)

    def save(self, attempt: Attempt, reading: Reading) -> None:
        """Writes the article and counts it against the budget."""
        outcome = self.attempts.settle(attempt, Outcome.STORED, reading=reading)
        if outcome in (Outcome.STORED, Outcome.DUPLICATE):
            self.budget.articles += 1
            self.tally.new += 1
        if outcome is Outcome.DUPLICATE and self.run.store.copied_on_site(attempt.fetch.key):
            self.budget.same_text += 1
            if self.budget.same_text >= SAME_TEXT:
                self.budget.trapped = "one text under ever new addresses"
        elif outcome is Outcome.STORED:
            self.budget.same_text = 0

    # Every request

    def _request(self, url: str, callback: Any, known: Any, *, listing: bool = False, **more: Any) -> Request:
        headers = {}
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return Request(
            url,
            callback,
            errback=self.failed,
            headers=headers,
            meta={"listing": listing, "render": self.source.javascript and url not in self.data_lists},
            **more,
        )

    def failed(self, failure: Failure) -> None:
        """Settles what failed above the downloader, and a split article whose later page cannot be had."""
        request: Request = failure.request  # type: ignore[attr-defined]
        attempt: Attempt | None = request.meta.get("attempt")
        outcome, detail = outcome_of(failure.value or RuntimeError("unknown failure"), request.url)
        if attempt is not None and not attempt.settled:
            self.attempts.settle(attempt, outcome, detail)
        if attempt is not None and request.meta["listing"] and attempt.fetch.outcome is Outcome.NOT_MODIFIED:
            self.lists_read += 1
        if attempt is not None and attempt.fetch.outcome is Outcome.REDIRECT and "max redirections" in str(failure.value):
            self.attempts.refuse(
                urljoin(request.url, attempt.fetch.detail), Outcome.TRAP, "behind more redirects than are followed"
            )
        if request.meta["listing"] and (attempt is None or attempt.fetch.outcome is not Outcome.NOT_MODIFIED):
            status = attempt.fetch.status if attempt is not None else None
            said = attempt.fetch.detail if attempt is not None and attempt.fetch.outcome is Outcome.HTTP_ERROR else detail
            self.list_failed(request.url, request.cb_kwargs["depth"], outcome, said, status)
        first: Attempt | None = request.cb_kwargs.get("first")
        if first is not None:
            self.attempts.settle(first, Outcome.TRUNCATED, f"a later page could not be had: {request.url}")

    def crashed(self, failure: Failure, response: Response, spider: PortalSpider) -> None:
        """Settles the attempt of a callback that raised: a mistake of ours, told in the report."""
        if spider is not self:
            return
        attempt: Attempt | None = response.meta.get("attempt")
        self.tally.message = f"{type(failure.value).__name__}: {failure.value}"[:200]
        if attempt is not None:
            self.attempts.settle(attempt, Outcome.EXTRACT_CRASH, self.tally.message)
        if response.meta.get("listing"):
            self.lists_failed[response.url] = self.tally.message
            self.broken = True

    def offsite(self, url: str) -> bool:
        """Whether an address is neither on the source's site nor on one its lists point to."""
        return site_of(urlsplit(url).netloc) not in self.sites

    def closed(self, reason: str) -> None:
        """Scrapy's call at the end: what the run shall know of this source."""
        tally = self.tally
        tally.seconds = time.monotonic() - self.budget.started
        budget = self.budget
        early = (
            "trap" if budget.trapped else "budget" if budget.postponed else budget.ended or ("failed" if self.broken else reason)
        )
        tally.ended = early if reason == "finished" else reason
        tally.message = tally.message or budget.trapped or budget.postponed or budget.spent
        tally.failed = bool(self.source.starts) and self.lists_read == 0
        tally.partial = bool(self.lists_failed or budget.postponed) or tally.ended == "deadline"
        if tally.failed:
            why = ", ".join(dict.fromkeys(self.problems))
            tally.message = tally.message or "none of its lists could be read" + (f": {why}" if why else "")
        elif self.lists_failed:
            [(url, why), *more] = self.lists_failed.items()
            pages = f"{1 + len(more)} pages of its lists" if more else "a page of its lists"
            tally.message = "; ".join(filter(None, (tally.message, f"{pages} could not be read ({url}: {why})")))
        if not tally.failed and tally.ended == "finished" and not self.run.fault:
            self.run.store.remember_validators(self.validators)
        if self._owns_run:
            self.run.close()


def ends_new(links: Sequence[Link], new: Sequence[Link]) -> bool:
    """Whether a list page still brings new articles at its end: what is pinned on top says nothing, what follows is older."""
    tail = links[-max(3, len(links) // 4) :]
    return any(link in new for link in tail)


def page_of(response: Response) -> Page:
    """A live or replayed response as a page."""
    attempt: Attempt = response.meta["attempt"]
    exchange = attempt.exchange
    if exchange is None:
        raise ValueError(f"{response.url}: its attempt was settled before it was read")
    content_type = response.headers.get("Content-Type") or b""
    return Page(
        url=response.url,
        body=response.body,
        fetched_at=exchange.fetched_at,
        content_type=content_type.decode("latin-1", "replace"),
        status=response.status,
    )
