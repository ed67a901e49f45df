"""Pages that send the reader on by themselves (meta refresh): read from the bytes, settled as a redirect like any other."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import HtmlResponse, Request, Response
from w3lib.html import get_meta_refresh

from archive.address import REFRESH, AddressError, clean
from archive.records import Outcome

HEAD = 64 * 1024  # bytes in which a page says that it sends on
LONGEST = 2000  # characters of an address that is followed; longer ones are no address


class SettlingMetaRefreshMiddleware(MetaRefreshMiddleware):
    """As Scrapy's, but the page that sends on gets its row, and no label of a charset is believed: some names raise."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Request | Response:
        """The request for where the page leads, or the page."""
        if request.meta.get("dont_obey_robotstxt") or not isinstance(response, HtmlResponse):
            return response
        target = refresh_of(response.body, response.url, self._maxdelay)
        if not target:
            return response
        following = self._redirect_request_using_get(request, response, target)
        attempt = request.meta.get("attempt")
        if attempt is not None:
            self.crawler.spider.attempts.settle(attempt, Outcome.REDIRECT, f"{REFRESH}{target}"[:500])  # type: ignore[union-attr]
        return self._redirect(following, request, "meta refresh")


def refresh_of(body: bytes, url: str, longest: float) -> str:
    """Where a page leads within so many seconds: an http(s) address, or '' for a page that stays."""
    if b"refresh" not in body[:HEAD].lower():
        return ""
    try:
        seconds, target = get_meta_refresh(body[:HEAD].decode("utf-8", "replace"), url, ignore_tags=("script", "noscript"))
        if target is None or seconds is None or not 0 <= seconds < longest or len(target) > LONGEST:
            return ""
        following = clean(target)
    except (ValueError, AddressError):
        return ""
    return "" if following == clean(url) or not urlsplit(following).hostname else following
