"""The nightly run: the due sources side by side, a report, the exit status."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from twisted.internet.error import ReactorNotRestartable

from archive.address import AddressError, clean
from archive.database import connect_read_only
from crawler import settings as scrapy_settings
from crawler.attempts import identity
from crawler.budget import MINUTE
from crawler.config import Config, ConfigError, data_directory, read_config
from crawler.guard import GUARD
from crawler.loader import spider_class
from crawler.progress import Progress
from crawler.replay import Recording
from crawler.report import run_report
from crawler.run import ExitStatus, Run
from crawler.source import Source, by_host, site_of, source_at
from crawler.spiders import PortalSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

log = logging.getLogger(__name__)
GRACE = 60.0  # seconds beyond the deadline for pages that are coming in or being read


def nightly(
    directory: Path,
    config: Config,
    sources: dict[str, Source],
    *,
    recording: Recording | None = None,
    allow_addresses: frozenset[str] = frozenset(),
    full: bool = False,
    day: str | None = None,
    say: Callable[[str], None] = print,
) -> ExitStatus:
    """Crawls the due sources into the archive of a directory, prints the report, returns the exit status.

    With a recording, the sources it holds answers for are run from it, without a network. Raises ConfigError for what
    must not be crawled, LockedError, StoreError.
    """
    due = due_sources(sources, recording)
    extra = {} if recording else live_settings(config, due.values(), allow_addresses)
    run = Run.open("nightly", directory, config, due, recording=recording, allow_addresses=allow_addresses, full=full, day=day)
    spiders = [spider_class(source, replay=recording is not None, live=extra) for source in due.values()]
    status = crawl(run, spiders)
    with connect_read_only(directory) as conn:
        say(run_report(conn, run.id, run.remarks))
    if run.fault:
        say(f"The archive needs attention: {run.fault}")
    return status


def add(
    directory: Path,
    config: Config,
    sources: dict[str, Source],
    urls: Sequence[str],
    *,
    recording: Recording | None = None,
    allow_addresses: frozenset[str] = frozenset(),
    say: Callable[[str], None] = print,
) -> ExitStatus:
    """Archives the named pages now, whatever their topic; each under the source whose site it is on, or under its host."""
    asked = _by_source(sources, urls)
    extra = {} if recording else live_settings(config, [source for source, _ in asked], allow_addresses)
    named = {source.key: source for source, _ in asked}
    pages = len({identity(source, url) for source, some in asked for url in some})
    run = Run.open("add", directory, config, named, recording=recording, allow_addresses=allow_addresses, named=pages)
    spiders = [
        type(
            f"Add{number}",
            (spider_class(replace(source, lists=(), feeds=(), sitemaps=()), replay=recording is not None, live=extra),),
            {"keep": True, "named": tuple(some), "start": _start_named},
        )
        for number, (source, some) in enumerate(asked)
    ]
    status = crawl(run, spiders)
    with connect_read_only(directory) as conn:
        rows = conn.execute(
            "SELECT outcome, url, detail FROM fetches WHERE run_id = ? AND outcome NOT IN ('redirect', 'robots_txt') ORDER BY id",
            (run.id,),
        ).fetchall()
    for row in rows:
        say(f"{row['outcome']:16} {row['url']}  {row['detail']}".rstrip())
    return status


async def _start_named(self: Any) -> Any:
    """The named addresses instead of the source's lists."""
    self.sites |= {site_of(host) for host in self.run.sources[self.source.key].hosts}
    for url in self.named:
        self.sites.add(site_of(urlsplit(url).netloc))
        yield self.article_request(url)


def _by_source(sources: dict[str, Source], urls: Sequence[str]) -> list[tuple[Source, list[str]]]:
    """Which addresses to ask for under which source. Raises ConfigError for what is no address."""
    asked: dict[str, tuple[Source, list[str]]] = {}
    known = by_host(sources.values())
    for named in urls:
        try:
            url = clean(named)
        except AddressError as error:
            raise ConfigError(str(error)) from None
        source = source_at(url, known)
        asked.setdefault(source.key, (source, []))[1].append(url)
    return list(asked.values())


def due_sources(sources: dict[str, Source], recording: Recording | None) -> dict[str, Source]:
    """The sources to run: those a recording answers for, or all that are not for replay only. Raises ConfigError when none is."""
    if recording is not None:
        due = {key: one for key, one in sources.items() if any(url in recording for url in one.starts)}
        if not due:
            raise ConfigError("the recording answers for none of the sources; name its sources with --sources DIR")
        return due
    due = {key: one for key, one in sources.items() if not one.replay_only}
    if not due:
        raise ConfigError(f"{', '.join(sources)}: for replay only; run them with --replay PATH")
    return due


def live_settings(config: Config, sources: Any, allow_addresses: frozenset[str]) -> dict[str, Any]:
    """Settings for a run that connects. Raises ConfigError without a contact, or for a hurry that no portal agreed to."""
    for source in sources:
        strangers = source.hosts - allow_addresses
        if strangers and not config.contact:
            raise ConfigError(
                f'contact: missing; portals must be able to reach who crawls them. Set contact = "you@example.org" in'
                f" jianxun.toml ({source.key} visits {', '.join(sorted(strangers))})"
            )
        if strangers and source.delay == 0:
            raise ConfigError(f"{source.path or source.key}: delay: 0 is allowed only for hosts named by --allow-address")
    agent = f"{scrapy_settings.USER_AGENT} (+{config.contact})" if config.contact else scrapy_settings.USER_AGENT
    return {
        "USER_AGENT": agent,
        "CONCURRENT_REQUESTS_PER_DOMAIN": config.concurrency,
        "DOWNLOAD_TIMEOUT": config.response_seconds,
        "JIANXUN_HEADERS_SECONDS": config.headers_seconds,
        "JIANXUN_BROWSER": config.browser,
    }


def crawl(run: Run, spiders: Sequence[type[PortalSpider]]) -> ExitStatus:
    """Runs the spiders side by side in this process until all have ended, the deadline is reached or Ctrl-C; closes the run."""
    process = AsyncCrawlerProcess(_settings())
    GUARD.allow = run.allow_addresses
    crawlers = [process.create_crawler(spider) for spider in spiders]
    for crawler in crawlers:
        process.crawl(crawler, run=run)
    loop = asyncio.get_event_loop()
    progress = Progress(run)
    watch = loop.create_task(_watch(run, crawlers, progress))
    try:
        gc.freeze()  # the modules stay: the collector need not walk through them again and again
        sys.setswitchinterval(0.0005)  # a worker is idle while the thread that sends it the rest of a page waits for its turn
        process.start()
    except ReactorNotRestartable:
        raise RuntimeError(
            "one process crawls once, as Twisted's reactor does not start again; run this in a new process"
        ) from None
    finally:
        # who sends a second signal to a run that is ending anyway must not cut what is written at its end
        handlers = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
        watch.cancel()
        progress.close()
        failed = [crawler.spidercls.name for crawler in crawlers if crawler.spider is None]
        if failed and not run.fault:  # Scrapy could not even start them
            run.fault = f"{', '.join(failed)}: did not start"
            log.critical("The spiders of %s did not start; the log above says why", ", ".join(failed))
        status = run.close()
        if not run.interrupted:
            for number, handler in handlers.items():
                signal.signal(number, handler or signal.SIG_DFL)
    return status


async def _watch(run: Run, crawlers: Sequence[Crawler], progress: Progress) -> None:
    """Ends the run when the archive cannot be written, or when a source does not end by itself at the deadline; shows how far it is."""
    loop = asyncio.get_running_loop()
    patience = run.started + MINUTE * run.config.deadline + run.config.response_seconds + GRACE
    while True:
        await asyncio.sleep(0.5)
        progress.show()
        reason = "storage" if run.fault else "deadline" if time.monotonic() > patience else ""
        if reason:
            for crawler in crawlers:
                if crawler.crawling and crawler.engine is not None and crawler.engine.spider is not None:
                    loop.create_task(crawler.engine.close_spider_async(reason=reason))  # noqa: RUF006
            return


def _settings() -> Settings:
    settings = Settings()
    settings.setmodule(scrapy_settings, priority="project")
    settings.set("SPIDER_LOADER_CLASS", "scrapy.spiderloader.DummySpiderLoader")  # the spiders are made here
    settings.set("LOG_INSTALL_ROOT_HANDLER", False)
    return settings


def run_for_scrapy(source: Source, settings: Settings) -> Run:
    """A run for `scrapy crawl KEY`: the configured data directory, the lock of a nightly run.

    `-s REPLAY=PATH` and `-s ALLOW_ADDRESS=HOST:PORT,...` are the flags of the same names. Raises what `nightly` raises.
    """
    config = read_config()
    recording = Recording.open(Path(settings["REPLAY"])) if settings.get("REPLAY") else None
    allowed = frozenset(settings.getlist("ALLOW_ADDRESS"))
    if recording is None:
        settings.setdict(live_settings(config, [source], allowed), priority="spider")
    GUARD.allow = allowed
    due = {source.key: source}
    return Run.open("nightly", data_directory(config), config, due, recording=recording, allow_addresses=allowed)
