"""robots.txt: obeyed, and where it cannot be had, nothing is fetched; the delays that portals ask for are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError
from scrapy.http import Request, Response

from archive.records import Outcome
from crawler.attempts import Refused, outcome_of
from crawler.downloads import MOST_ROBOTS
from crawler.guard import GUARD
from crawler.pace import BUSY, LONGEST_WAIT, PacedDownloader, retry_after
from crawler.source import site_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.robotstxt import RobotParser

# of a host whose robots.txt was not even asked for, or could not be for a reason that all its pages share
UNREACHABLE = (Outcome.BLOCKED_ADDRESS, Outcome.DNS, Outcome.TLS, Outcome.CONNECTION, Outcome.BAD_URL, Outcome.BUDGET)


class Disallowed:
    """In place of rules that could not be had: nothing may be fetched."""

    def __init__(self, why: str, outcome: Outcome = Outcome.ROBOTS) -> None:
        self.why = why
        self.outcome = outcome

    def allowed(self, url: str, user_agent: str) -> bool:
        """Never."""
        return False

    def crawl_delay(self, user_agent: str) -> float | None:
        """None: there is nothing to wait between."""
        return None


class RobotsMiddleware(RobotsTxtMiddleware):
    """As Scrapy's, but failing closed, and with Crawl-delay."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._moved: set[str] = set()  # hosts whose robots.txt redirects

    async def process_request(self, request: Request, spider: Any = None) -> None:
        """Raises Refused for what the portal does not want fetched."""
        if request.meta.get("dont_obey_robotstxt"):
            self._moved.update(urlsplit(url).netloc for url in request.meta.get("redirect_urls", ()))
            return
        await self.robot_parser(request)
        # not what it returned: of several requests that wait for one robots.txt, Scrapy gives the rules to the first only
        parser: Any = self._parsers[urlsplit(request.url).netloc]
        agent = self._robotstxt_useragent or "jianxun"
        if parser is not None and not parser.allowed(request.url, agent):
            raise Refused(getattr(parser, "outcome", Outcome.ROBOTS), getattr(parser, "why", "disallowed by robots.txt"))

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if site_of(urlsplit(response.url).netloc) != site_of(netloc):
            self._settle(netloc, Disallowed("its robots.txt redirects to another site"))
        elif response.status == 429 or response.status >= 500:
            self._settle(netloc, Disallowed(f"its robots.txt answered HTTP {response.status}"))
        elif 300 <= response.status < 400:
            self._settle(netloc, Disallowed("its robots.txt redirects to where there can be none"))
        elif response.status >= 400:
            self._settle(netloc, None)  # there is none
        else:
            rules = response.replace(body=response.body[:MOST_ROBOTS].lstrip(b"\xef\xbb\xbf").replace(b"\0", b""))
            parser = self._parserimpl.from_crawler(self.crawler, rules.body)
            self._settle(netloc, self._spaced(parser, netloc) or parser)

    def _spaced(self, parser: Any, netloc: str) -> Disallowed | None:
        """Has the host's Crawl-delay kept; a host that allows no second request in the time that its source has is not asked for a first."""
        delay = parser.crawl_delay(self._robotstxt_useragent or "jianxun")
        if not delay or not delay > 0 or _replaying(self.crawler):  # neither nan nor less than nothing
            return None
        spider: Any = self.crawler.spider
        if delay >= spider.budget.seconds():
            spider.budget.postponed = f"{netloc}: its robots.txt asks for {delay:g} seconds between two requests"
            return Disallowed(spider.budget.postponed, Outcome.BUDGET)
        if self.crawler.engine is not None and isinstance(self.crawler.engine.downloader, PacedDownloader):
            self.crawler.engine.downloader.space(urlsplit(f"//{netloc}").hostname or "", float(delay))
        return None

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        outcome, detail = outcome_of(exc, f"http://{netloc}/robots.txt")
        # a host that cannot be connected to at all is not one that forbids; of any other failure robots.txt is the reason
        connected = (
            isinstance(exc, DownloadFailedError) and outcome is not Outcome.TLS
        )  # Scrapy says the same of a bad certificate
        unreachable = outcome in UNREACHABLE and not connected and netloc not in self._moved
        outcome = outcome if unreachable else Outcome.ROBOTS
        self._settle(netloc, Disallowed(f"its robots.txt cannot be had: {detail}"[:300], outcome))

    def _settle(self, netloc: str, parser: Disallowed | RobotParser | None) -> None:
        waiting: Any = self._parsers[netloc]
        self._parsers[netloc] = parser  # type: ignore[assignment]
        waiting.callback(parser)


class PatientRetryMiddleware(RetryMiddleware):
    """As Scrapy's, but what asked for a longer wait than a run has is not tried again in it."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        """A request to try again, or the response when there is no more trying in this run."""
        wait = retry_after(response) if response.status in BUSY else None
        if wait is not None and wait > LONGEST_WAIT and not _replaying(self.crawler):
            return response
        again: Request | Response = super().process_response(request, response)
        return again

    def process_exception(self, request: Request, exception: Exception, spider: Any = None) -> Request | Response | None:
        """What was refused stays refused; what was slow is tried once more, for each try may cost half a minute."""
        if GUARD.refused(request.url) is not None:
            return None
        if isinstance(exception, DownloadTimeoutError) and request.meta.get("retry_times", 0) >= 1:
            return None
        return super().process_exception(request, exception)


def _replaying(crawler: Crawler) -> bool:
    run = getattr(crawler.spider, "run", None)
    return run is not None and run.recording is not None
