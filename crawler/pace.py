"""When a host may be asked again: never sooner than it wants; and what waits for its turn when there is no more time for it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.http import Request, Response

from archive.records import Outcome
from crawler.attempts import Refused

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LONGEST_WAIT = 300.0  # seconds of Retry-After that a run waits for; longer, and the next night tries
BUSY = (429, 503)  # of the host; what an error of one page says of waiting is about that page
LOOK = 0.5  # seconds between looks at what is left of the budget


class PacedSlot(Slot):
    """The requests to one host. AutoThrottle may lengthen its pauses; nothing shortens what the host asks for."""

    def __init__(self, concurrency: int, delay: float, least: float) -> None:
        super().__init__(concurrency, delay, jitter=0.0)
        self.least = least  # seconds between two requests
        self.until = 0.0  # not before then, on the clock of `lastseen`
        self.closed = ""  # why it is not asked again in this run

    def download_delay(self) -> float:
        """Scrapy's question, before each request, how long after the last one it may be made."""
        return max(super().download_delay(), self.least, self.until - self.lastseen)


class PacedDownloader(Downloader):
    """Scrapy's, with slots that keep to Crawl-delay and Retry-After, and no request made that waited past the end of the budget."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._least: dict[str, float] = {}  # by host, what robots.txt asks for
        self._watch: asyncio.Task[None] | None = None
        self.signals.connect(self._heed, signal=signals.response_downloaded)
        self.signals.connect(self._opened, signal=signals.spider_opened)

    def space(self, host: str, seconds: float) -> None:
        """Keeps requests to a host at least so far apart."""
        if self._replaying():
            return
        self._least[host] = max(seconds, self._least.get(host, 0.0))
        slot: Any = self.slots.get(host)
        if slot is not None:
            slot.least = max(slot.least, seconds)

    def close(self) -> None:
        """Scrapy's call at the end."""
        if self._watch is not None:
            self._watch.cancel()
        super().close()

    def _get_slot(self, request: Request, spider: Any = None) -> tuple[str, Slot]:
        """Slots stay as long as their source is visited: what a host asked for must not be forgotten."""
        key = self.get_slot_key(request)
        if key not in self.slots:
            least = max(self.settings.getfloat("DOWNLOAD_DELAY"), self._least.get(key, 0.0))
            self.slots[key] = PacedSlot(self.domain_concurrency, self._delay, least)
        return key, self.slots[key]

    async def _enqueue_request(self, request: Request) -> Response:
        _, slot = self._get_slot(request)
        why = self._too_late(slot)
        if why:
            raise Refused(Outcome.BUDGET, why)
        return await super()._enqueue_request(request)

    def _heed(self, response: Response, request: Request, **_: Any) -> None:
        """Leaves a host alone for as long as its answer asks for; Scrapy sends this before it looks for the next request."""
        wait = retry_after(response) if response.status in BUSY else None
        if not wait or self._replaying():
            return
        host, slot = self._get_slot(request)
        assert isinstance(slot, PacedSlot)
        slot.until = max(slot.until, time.monotonic() + wait)
        if wait > LONGEST_WAIT:
            spider: Any = self.crawler.spider
            slot.closed = spider.budget.postponed = f"{host} asked to be left alone for {wait:.0f} seconds"
            _turn_away(slot, slot.closed)

    def _opened(self) -> None:
        self._watch = asyncio.get_running_loop().create_task(self._end_in_time())

    async def _end_in_time(self) -> None:
        """Scrapy lets all that is in a slot's queue pass at its pace, be it minutes after the end."""
        while True:
            await asyncio.sleep(LOOK)
            for slot in list(self.slots.values()):
                why = self._too_late(slot)
                if why:
                    _turn_away(slot, why)

    def _too_late(self, slot: Slot) -> str:
        """Why what waits in a slot is not asked for any more, or ''."""
        spider, engine = self.crawler.spider, self.crawler.engine
        if spider is None:
            return ""
        spider.budget.left()  # type: ignore[attr-defined]
        closing = engine is not None and engine._slot is not None and engine._slot.closing is not None
        ended = "the run was ended" if closing else ""
        return spider.budget.over or getattr(slot, "closed", "") or ended  # type: ignore[attr-defined]

    def _replaying(self) -> bool:
        run = getattr(self.crawler.spider, "run", None)
        return run is not None and run.recording is not None


def _turn_away(slot: Slot, why: str) -> None:
    while slot.queue:
        _, waiting = slot.queue.popleft()
        waiting.errback(Refused(Outcome.BUDGET, why))


def retry_after(response: Response) -> float | None:
    """Seconds that a response asks to wait, from its Retry-After in either form; None without one."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    return None
