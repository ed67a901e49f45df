"""Bounds on what comes down the wire; what hostile servers do to them is in test_hostile_web."""

from __future__ import annotations

import asyncio

from scrapy import signals
from scrapy.http import Request, Response
from scrapy.utils.test import get_crawler

from crawler.downloads import BoundedDownloadHandler


class Waiting(BoundedDownloadHandler):
    """Ends each download when it is told to."""

    def __init__(self) -> None:
        self._signals = get_crawler().signals
        self._robots = 0
        self.done = {"http://one.invalid/robots.txt": asyncio.Event(), "http://two.invalid/robots.txt": asyncio.Event()}

    async def _within(self, request: Request) -> Response:
        await self.done[request.url].wait()
        return Response(request.url)

    @property
    def counting(self) -> bool:
        """Whether pieces that come in are counted."""
        request = Request("http://one.invalid/robots.txt", meta={"dont_obey_robotstxt": True})
        self._signals.send_catch_log(signals.bytes_received, data=b"12345", request=request, spider=None)
        return request.meta.get("robots_bytes") == 5


def test_pieces_are_counted_until_the_last_of_several_robots_txt_is_there() -> None:
    async def play() -> None:
        handler = Waiting()
        assert not handler.counting
        asked = [Request(url, meta={"dont_obey_robotstxt": True}) for url in handler.done]
        tasks = [asyncio.ensure_future(handler.download_request(request)) for request in asked]
        await asyncio.sleep(0)
        assert handler.counting
        for task, done in zip(tasks, handler.done.values(), strict=True):
            assert handler.counting
            done.set()
            await task
        assert not handler.counting

    asyncio.run(play())
