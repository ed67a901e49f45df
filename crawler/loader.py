"""From source files to spider classes: what Scrapy asks for by name."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.http import Request

from crawler.source import Source, read_sources
from crawler.spiders import PortalSpider

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


def spider_class(source: Source, replay: bool = False, live: dict[str, Any] | None = None) -> type[PortalSpider]:
    """The spider of a source; `scrapy list` shows its key. A recording is replayed without waiting."""
    settings: dict[str, Any] = {
        "DOWNLOAD_DELAY": 0 if replay else source.delay,
        "AUTOTHROTTLE_ENABLED": not replay and source.delay > 0,
        "AUTOTHROTTLE_START_DELAY": source.delay,
        **(live or {}),
    }
    if source.insecure:
        settings["DOWNLOAD_VERIFY_CERTIFICATES"] = False
    if source.javascript and not replay:
        settings["DOWNLOAD_HANDLERS"] = dict.fromkeys(("http", "https"), "crawler.browser.BrowserDownloadHandler")
        settings["DOWNLOAD_TIMEOUT"] = 900  # rendering waits for its turn, and has its own bound
    if replay:
        settings["DOWNLOAD_HANDLERS"] = dict.fromkeys(("http", "https"), "crawler.replay.ReplayDownloadHandler")
        settings["RETRY_ENABLED"] = False
    return type(
        f"{source.key.title()}Spider",
        (PortalSpider,),
        {"name": source.key, "source": source, "custom_settings": settings, "__module__": PortalSpider.__module__},
    )


class SourceLoader:
    """Scrapy's spider loader over source files, for `scrapy list` and `scrapy crawl KEY`."""

    def __init__(self, sources: dict[str, Source], replay: bool = False) -> None:
        self._sources = sources
        self._replay = replay

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> SourceLoader:
        """Reads the directory of the setting SOURCES, or the shipped sources; they are replayed where REPLAY names a recording."""
        directory = settings.get("SOURCES")
        return cls(read_sources(Path(directory)) if directory else read_sources(), bool(settings.get("REPLAY")))

    def load(self, spider_name: str) -> type[PortalSpider]:
        """The spider of one source; KeyError for an unknown key."""
        if spider_name not in self._sources:
            raise KeyError(f"Spider not found: {spider_name}; there are {', '.join(self._sources)}")
        return spider_class(self._sources[spider_name], self._replay)

    def list(self) -> list[str]:
        """The keys of all sources."""
        return list(self._sources)

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """The keys of sources that name the request's host."""
        host = urlsplit(request.url).netloc.lower()
        return [key for key, source in self._sources.items() if host in source.hosts]
