"""Bounds on what comes down the wire: time to the headers, decompression that neither grows without end nor hides a cut."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import DownloadTimeoutError, NotConfigured, StopDownload
from scrapy.http import Request, Response
from scrapy.responsetypes import responsetypes
from twisted.python.failure import Failure
from twisted.web._newclient import HEADER, STATUS

from archive.encoding import inflate

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

TO_HEADERS = 15.0  # seconds, where jianxun.toml says nothing else
MOST_ROBOTS = 512 * 1024  # bytes of a robots.txt that are read, RFC 9309; its rules count, however long it goes on
MOST_HEAD = 256 * 1024  # bytes of status line and headers, as browsers have it


class HeadError(ValueError):
    """A status line or headers beyond all measure."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Scrapy's client for one connection, with a bound on what comes before a body, which DOWNLOAD_MAXSIZE does not count."""

    _head = 0

    def request(self, request: Any) -> Any:
        """Begins to count anew: connections are used again."""
        self._head = 0
        answer = super().request(request)
        if self._parser is not None:
            self._parser.MAX_LENGTH = MOST_HEAD  # of one line: ours shall be the bound that is met
        return answer

    def dataReceived(self, bytes: bytes) -> None:
        """Gives up a connection whose headers do not end."""
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self._head += len(bytes)
            if self._head > MOST_HEAD:
                self._giveUp(Failure(HeadError(f"more than {MOST_HEAD} bytes of headers")))
                return
        super().dataReceived(bytes)


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes them."""

    def buildProtocol(self, addr: Any) -> BoundedProtocol:
        """Twisted's call for each connection."""
        return BoundedProtocol(self._quiescentCallback)


class BoundedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's handler for http and https, with a bound on the time until the headers are there."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = BoundedFactory
        # the next request leaves before the last one's connection is back: with room for no more than are in use, each third was closed and opened anew
        self._pool.maxPersistentPerHost *= 2
        self._to_headers = crawler.settings.getfloat("JIANXUN_HEADERS_SECONDS", TO_HEADERS)
        self._signals = crawler.signals
        self._robots = 0  # of robots.txt that are coming in
        self._signals.connect(self._headers_received, signal=signals.headers_received)

    def _headers_received(self, request: Request, **_: Any) -> None:
        request.meta["headers_received"] = True

    def _bytes_received(self, data: bytes, request: Request, **_: Any) -> None:
        if request.meta.get("dont_obey_robotstxt"):
            request.meta["robots_bytes"] = request.meta.get("robots_bytes", 0) + len(data)
            if request.meta["robots_bytes"] > MOST_ROBOTS:
                raise StopDownload(fail=False)

    async def download_request(self, request: Request) -> Response:
        """Raises DownloadTimeoutError when there are no headers in time."""
        request.meta.pop("headers_received", None)
        if request.meta.get("dont_obey_robotstxt"):
            request.meta["download_maxsize"] = 0  # it is cut instead
            request.meta.pop("robots_bytes", None)
            self._robots += 1
            self._signals.connect(self._bytes_received, signal=signals.bytes_received)
            try:
                return await self._within(request)
            finally:
                self._robots -= 1
                if not self._robots:  # a signal that somebody hears costs time for each piece of every page
                    self._signals.disconnect(self._bytes_received, signal=signals.bytes_received)
        return await self._within(request)

    async def _within(self, request: Request) -> Response:
        task = asyncio.ensure_future(super().download_request(request))
        await asyncio.wait({task}, timeout=self._to_headers)
        if not task.done() and not request.meta.get("headers_received"):
            task.cancel()
            raise DownloadTimeoutError(f"no headers within {self._to_headers:g} s")
        return await task


class DecompressionMiddleware:
    """Removes content encodings within the size that a page may have; a body that is cut is no page."""

    def __init__(self, crawler: Crawler) -> None:
        self._limit = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        if not self._limit:
            raise NotConfigured("DOWNLOAD_MAXSIZE is not set")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DecompressionMiddleware:
        """Scrapy's way to make it."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Says what we understand."""
        request.headers.setdefault("Accept-Encoding", b"gzip, deflate, br, zstd")

    def process_response(self, request: Request, response: Response) -> Response:
        """The response decoded; raises EncodingError."""
        encodings = [value.decode("latin-1") for value in response.headers.getlist("Content-Encoding")]
        if not encodings or not response.body:
            return response
        body = inflate(response.body, ",".join(encodings), self._limit)
        kind = responsetypes.from_args(headers=response.headers, url=response.url, body=body)
        plain = Response(response.url, response.status, response.headers.copy(), body, response.flags, request)
        del plain.headers["Content-Encoding"]
        return plain.replace(cls=kind)
