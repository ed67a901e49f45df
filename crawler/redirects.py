"""Pages that send the reader on by themselves (meta refresh): an attempt of its own, settled as a redirect like any other."""

from __future__ import annotations

from typing import Any

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Request, Response

from archive.records import Outcome


class SettlingMetaRefreshMiddleware(MetaRefreshMiddleware):
    """As Scrapy's, but the page that sends on gets its row: no spider will read it."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        """The request for where the page leads, or the page."""
        following: Request | Response = super().process_response(request, response)
        attempt = request.meta.get("attempt")
        if isinstance(following, Request) and attempt is not None:
            self.crawler.spider.attempts.settle(attempt, Outcome.REDIRECT, f"meta refresh to {following.url}"[:500])  # type: ignore[union-attr]
        return following
