"""Looking at sources without archiving them: the real spider over their lists and a few of their articles, into an archive thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.http import Request, Response

from archive.address import redirected
from archive.database import connect_read_only
from archive.records import Article, Outcome, Page, Rejection
from crawler.attempts import identity
from crawler.colophon import foot_of
from crawler.config import Config
from crawler.listing import Link, Listing, read_listing
from crawler.loader import spider_class
from crawler.nightly import crawl, live_settings
from crawler.replay import Recording
from crawler.run import Run
from crawler.source import Source
from crawler.spiders import PortalSpider, page_of
from crawler.workers import settle

ENOUGH = 3  # links that make a list
TRIALS = 2  # articles that are read before their pattern is advised


@dataclass(frozen=True, slots=True)
class Glance:
    """What one list page is: its listing, what it would list without the source's pattern, its own name, what its foot says."""

    listing: Listing
    unpatterned: Listing
    heading: str
    foot: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One address that was asked for."""

    url: str
    outcome: str
    detail: str

    def __str__(self) -> str:
        return f"{self.url}: {self.outcome}" + (f" ({self.detail})" if self.detail else "")


@dataclass(slots=True)
class Survey:
    """What was seen of one source."""

    source: Source
    listings: dict[str, Glance] = field(default_factory=dict)  # by the address of the list, in the order they came
    feeds: list[str] = field(default_factory=list)  # named by a list, and holding links
    readings: list[tuple[Link, Article | Rejection]] = field(default_factory=list)
    trials: list[tuple[Link, Article | Rejection]] = field(default_factory=list)  # of links that the source's pattern leaves out
    attempts: list[Tried] = field(default_factory=list)  # all but robots.txt
    rendered: bool = False  # links were found only after scripts ran

    @property
    def links(self) -> list[Link]:
        """The article links of all lists, each once."""
        return list({link.url: link for glance in self.listings.values() for link in glance.listing.links}.values())

    @property
    def listing(self) -> Listing:
        """All lists as one."""
        first = next((glance.listing for glance in self.listings.values()), Listing())
        return replace(first, links=tuple(self.links))

    def became(self, url: str) -> Tried | None:
        """What an address that was asked for came to in the end: behind its redirects, and when it was last tried."""
        latest = {identity(self.source, one.url): one for one in self.attempts}
        one = latest.pop(identity(self.source, url), None)
        while one is not None and one.outcome == Outcome.REDIRECT:
            following = latest.pop(identity(self.source, redirected(one.url, one.detail)), None)
            if following is None:
                break
            one = following
        return one

    @property
    def articles(self) -> list[Article]:
        """The articles that were read."""
        return [said for _, said in self.readings if isinstance(said, Article)]


def probe(urls: Sequence[str], key: str = "probe") -> Source:
    """A source for lists of one host of which nothing is known yet."""
    return Source(key=key, name=urlsplit(urls[0]).netloc.lower(), home=urls[0], lists=tuple(urls), delay=1.0)


def survey(
    sources: Sequence[Source],
    config: Config,
    *,
    articles: int,
    recording: Recording | None = None,
    allow_addresses: frozenset[str] = frozenset(),
    render: bool = False,
) -> list[Survey]:
    """Visits each source's lists and reads so many of its articles; with `render`, lists without links are rendered too.

    Politeness, guard and budgets are those of a nightly run. Raises ConfigError without a contact address.
    """
    unhurried = [replace(one, delay=0.0) if one.hosts <= allow_addresses else one for one in sources]
    extra = {} if recording else live_settings(config, unhurried, allow_addresses)
    found = [Survey(source) for source in sources]
    with tempfile.TemporaryDirectory(prefix="jianxun-") as name:
        directory = Path(name)
        named = {one.key: one for one in unhurried}
        run = Run.open("survey", directory, config, named, recording=recording, allow_addresses=allow_addresses)
        crawl(
            run,
            [
                _spider(one, said, articles, recording is not None, extra, render)
                for one, said in zip(unhurried, found, strict=True)
            ],
        )
        with closing(connect_read_only(directory)) as conn:
            for said in found:
                sql = "SELECT url, outcome, detail FROM fetches WHERE source = ? AND outcome <> 'robots_txt' ORDER BY id"
                said.attempts = [Tried(*row) for row in conn.execute(sql, (said.source.key,))]
    return found


def _spider(source: Source, said: Survey, articles: int, replay: bool, extra: dict[str, Any], render: bool) -> type[PortalSpider]:
    able = replace(source, javascript=source.javascript or render)  # a handler that can render, asked only where needed
    base = spider_class(able, replay=replay, live=extra)
    return type("SurveySpider", (SurveySpider, base), {"source": source, "said": said, "most": articles, "render": render})


class SurveySpider(PortalSpider):
    """Reads lists and the first articles of each, and keeps what it saw in memory."""

    keep = True
    said: ClassVar[Survey]
    most: ClassVar[int]
    render: ClassVar[bool]

    async def start(self) -> AsyncIterator[Request]:
        """The lists, feeds and sitemaps."""
        for url in self.source.starts:
            yield self.list_request(url, depth=1)

    async def parse_list(self, response: Response, depth: int, barren: int, sweep: bool) -> AsyncIterator[Request]:
        """Notes what the page lists; goes on to lists that its scripts load, its feeds, and its first articles."""
        attempt = response.meta["attempt"]
        glance = await settle(self.run.workers.schedule(_glance, page_of(response), self.source))
        asked = response.request.url if response.request else response.url
        named = (response.meta.get("redirect_urls") or [asked])[0]  # as the source names it
        if isinstance(glance, Rejection):
            self.attempts.settle(attempt, glance.outcome, glance.detail or "the list cannot be read")
            return
        listing, few = glance.listing, len(glance.listing.links) < ENOUGH
        if listing.problem:
            self.attempts.settle(attempt, Outcome(listing.problem), listing.detail or "the list cannot be read")
        else:
            self.attempts.settle(
                attempt, Outcome.LISTING, "; ".join(filter(None, (f"{len(listing.links)} links", listing.detail)))
            )
            self.lists_read += 1
        if few and self.render and not response.meta["render"] and not listing.lists and listing.kind == "html":
            again = self.list_request(named, depth)
            again.meta["render"] = again.meta["survey"] = True
            yield again.replace(dont_filter=True)
            return
        if listing.problem:
            return
        self.said.rendered |= bool(response.meta.get("survey")) and not few
        known = {link.url for link in self.said.links}
        self.said.listings[named] = glance
        if response.meta.get("feed"):
            if len(glance.listing.links) >= ENOUGH:
                self.said.feeds.append(named)
            else:
                del self.said.listings[named]
            return
        if depth == 1:
            for url in glance.listing.lists[:3]:
                yield self.list_request(url, 2)
            for url in glance.listing.feeds[:2] if self.most else ():
                feed = self.list_request(url, 2)
                feed.meta.update(feed=True, render=False)
                yield feed
        wanted = [link for link in glance.listing.links if link.url not in known]
        free = glance.unpatterned.links[: TRIALS if few and self.most else 0]  # what may be advised must hold
        for link in (*_spread(wanted, self.most), *(link for link in free if link not in wanted)):
            request = self.article_request(link.url)
            request.meta.update(link=link, trial=link not in wanted, render=bool(response.meta["render"]))
            yield request

    async def parse_article(self, response: Response) -> AsyncIterator[Request]:
        """Notes the article, or why there is none."""
        attempt = response.meta["attempt"]
        reading = await self.run.workers.read(page_of(response), self.source, keep=True)
        result = reading if isinstance(reading, Rejection) else reading.article
        (self.said.trials if response.meta["trial"] else self.said.readings).append((response.meta["link"], result))
        if isinstance(result, Rejection):
            self.attempts.settle(attempt, result.outcome, result.detail)
        else:
            self.attempts.settle(attempt, Outcome.STORED)
        return
        yield  # an async generator, as Scrapy's callbacks are


def _spread(links: list[Link], most: int) -> list[Link]:
    """So many links, the first ones and then ever further down."""
    if len(links) <= most:
        return links
    head = (most + 1) // 2
    rest = most - head
    step = (len(links) - head) / rest if rest else 1
    return links[:head] + [links[head + int(number * step)] for number in range(rest)]


def _glance(page: Page, source: Source) -> Glance:
    from crawler.extract.decode import decode
    from crawler.extract.document import parse

    listing = read_listing(page, source)
    unpatterned = read_listing(page, replace(source, articles="")) if source.articles else listing
    heading = foot = ""
    if listing.kind == "html":
        doc = parse(decode(page.body, page.content_type, source.charset).text, page.url, fetched_at=page.fetched_at)
        if doc is not None:
            heading = " ".join(next((one.text or "" for one in doc.tree.iter("title")), "").split())[:200]
            foot = foot_of(doc.tree)
    return Glance(listing, unpatterned, heading, foot)
