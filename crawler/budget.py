"""What one source may cost in one run, and the shapes of addresses that only a trap has."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from scrapy.http import Request

from archive.records import Outcome
from crawler.attempts import Attempts, Refused, brings_article
from crawler.config import Config
from crawler.pace import BUSY

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LONGEST = 512  # characters of an address; the longest real ones carry a title and have half of that
SESSION = re.compile(r"(?:jsessionid|phpsessid|aspsessionid\w*|sid|session_?id)=[\w-]{8,}", re.IGNORECASE)
SAME_TEXT = 15  # articles in a row with a text that the same source already had
MOST_UNREAD = 12  # responses of one source that wait to be read; enough to keep the workers busy
LONGEST_WAIT = 120.0  # seconds
MINUTE = 60.0  # seconds
MOST_BUSY = 24  # eight addresses, each asked for three times: the portal means it
BARREN = 6  # pages of one list in a row without a link to an article


def trap(url: str) -> str:
    """Why an address looks like one of endlessly many, or ''."""
    if len(url) > LONGEST:
        return f"an address of {len(url)} characters"
    parts = urlsplit(url)
    segments = [segment for segment in unquote(parts.path).split("/") if segment]
    if len(segments) > 12:
        return f"a path of {len(segments)} segments"
    repeated = [name for name, count in Counter(segments).items() if count >= 3 and not name.isdigit()]
    if repeated:
        return f"the segment {repeated[0][:40]!r} repeats"
    for size in range(2, len(segments) // 2 + 1):
        for at in range(len(segments) - 2 * size + 1):
            again = segments[at : at + size]
            if again == segments[at + size : at + 2 * size] and not all(name.isdigit() for name in again):
                return f"the segments {'/'.join(again)[:60]!r} repeat"
    if SESSION.search(parts.query) or SESSION.search(parts.path):
        return "a session id"
    names = Counter(name for name, _ in parse_qsl(parts.query))
    if len(names) > 10 or any(count > 3 for count in names.values()):
        return "a heap of parameters"
    return ""


@dataclass(slots=True)
class Budget:
    """What is left for one source in this run."""

    config: Config
    run_started: float = field(default_factory=time.monotonic)
    started: float = field(default_factory=time.monotonic)
    requests: int = 0
    articles: int = 0
    bytes: int = 0
    same_text: int = 0
    spent: str = ""  # which bound was reached
    over: str = ""  # the same, where not even what waits for its turn is asked for
    ended: str = ""  # how the source's night ends by that: budget, deadline
    trapped: str = ""  # why the source is a trap
    postponed: str = ""  # a host of the source that is not asked again in this run, because it wants so
    busy: int = 0  # answers in a row that asked to be left alone

    def answered(self, status: int) -> None:
        """Notes whether the portal wants to be left alone; any other answer says that it does not."""
        self.busy = self.busy + 1 if status in BUSY else 0

    def promised(self, under_way: int) -> bool:
        """Whether all articles that are left may come of the requests under way."""
        return under_way > 0 and self.articles + under_way >= self.config.articles

    def seconds(self) -> float:
        """What is left of the time of the source and of the run."""
        now = time.monotonic()
        source, run = self.started + MINUTE * self.config.minutes, self.run_started + MINUTE * self.config.deadline
        return max(0.0, min(source, run) - now)

    def left(self) -> bool:
        """Whether another request may be made."""
        if not self.spent:
            self._look()
        return not self.spent

    def _look(self) -> None:
        own = "that is all that this source gets in one run"
        config, now = self.config, time.monotonic()
        if now - self.run_started >= MINUTE * config.deadline:
            self._end("deadline", f"the run's deadline of {config.deadline} minutes")
        elif self.busy >= MOST_BUSY:
            self.postponed = f"{MOST_BUSY} answers in a row with HTTP 429 or 503"
            self._end("budget", self.postponed)
        elif now - self.started >= MINUTE * config.minutes:
            self._end("budget", f"{config.minutes} minutes: {own}")
        elif self.bytes >> 20 >= config.megabytes:
            self._end("budget", f"{config.megabytes} megabytes: {own}")
        elif self.articles >= config.articles:
            self._end("budget", f"{config.articles} new articles: {own}", at_once=False)
        elif self.requests >= config.pages:
            self._end("budget", f"{config.pages} requests: {own}", at_once=False)  # what waits is counted already

    def _end(self, ended: str, why: str, *, at_once: bool = True) -> None:
        self.ended, self.spent = ended, why
        self.over = why if at_once else ""


class BudgetMiddleware:
    """Refuses requests beyond the budget, off the site, and into traps, before they cost anything."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> BudgetMiddleware:
        """Scrapy's way to make it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Refused; robots.txt is asked for whatever the budget.

        Waits while many responses are not yet read, or while what is under way may be the last articles of the budget: what they hold
        counts, and a fast portal would be far over its budget before.
        """
        spider: Any = self.crawler.spider
        if request.meta.get("dont_obey_robotstxt"):
            if spider.offsite(request.url):
                raise Refused(Outcome.OFFSITE, "robots.txt leads to another site")
            return
        budget: Budget = spider.budget
        attempts: Attempts = spider.attempts
        patience = time.monotonic() + LONGEST_WAIT
        while (
            time.monotonic() < patience
            and budget.left()
            and (len(attempts.unread) >= MOST_UNREAD or (brings_article(request) and budget.promised(len(attempts.under_way))))
        ):
            await asyncio.sleep(0.02)
        budget.bytes = attempts.bytes
        if budget.trapped:
            raise Refused(Outcome.TRAP, budget.trapped)
        if not budget.left():
            raise Refused(Outcome.BUDGET, budget.spent)
        why = trap(request.url)
        if why:
            raise Refused(Outcome.TRAP, why)
        if spider.offsite(request.url):
            raise Refused(Outcome.OFFSITE, "leads to another site")
        budget.requests += 1
