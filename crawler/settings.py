"""Scrapy's settings, with a reason for each that is not the default. What a person sets is in `jianxun.toml`."""

from __future__ import annotations

from typing import Any

from crawler import __version__

BOT_NAME = "jianxun"
SPIDER_LOADER_CLASS = "crawler.loader.SourceLoader"  # sources are data: one spider for each file
USER_AGENT = f"jianxun/{__version__}"  # a live run adds the contact address

LOG_LEVEL = "INFO"
TELNETCONSOLE_ENABLED = False  # a console on a port is a door
REMOTE_CONTROL_ENABLED = False  # runs Python that comes over HTTP
COOKIES_ENABLED = False  # news needs no session, and cookies would carry one portal's state to the next run
REFERER_ENABLED = False
HTTPPROXY_ENABLED = False  # a proxy would connect for us, past the guard
METAREFRESH_ENABLED = True
REDIRECT_MAX_TIMES = 5

ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "jianxun"
DOWNLOADER = "crawler.pace.PacedDownloader"  # keeps what hosts ask for, and the time that a source has
DOWNLOAD_DELAY_JITTER = 0.0  # a pause that is asked for is the least
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 2.0
AUTOTHROTTLE_MAX_DELAY = 60.0
CONCURRENT_REQUESTS_PER_DOMAIN = 2
RETRY_TIMES = 2
RETRY_HTTP_CODES = [429, 500, 502, 503, 504, 522, 524, 408]

SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"  # the newest articles first, as lists have them
CONCURRENT_ITEMS = 1  # Scrapy starts this many tasks for each response, used or not
DOWNLOAD_TIMEOUT = 30  # seconds for a whole page, where jianxun.toml says nothing else
DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # bytes, before and after decompression
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True  # half an article is no article
DOWNLOAD_VERIFY_CERTIFICATES = True

# The guard is at the connection, for whatever connects; every other scheme is off.
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"
DOWNLOAD_HANDLERS: dict[str, Any] = {
    "http": "crawler.downloads.BoundedDownloadHandler",
    "https": "crawler.downloads.BoundedDownloadHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}

DOWNLOADER_MIDDLEWARES: dict[str, Any] = {
    "crawler.budget.BudgetMiddleware": 40,  # before everything: what is over budget costs nothing
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # does not see redirects of start requests; budget does
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # allows everything when robots.txt cannot be had
    "crawler.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # knows no Retry-After
    "crawler.robots.PatientRetryMiddleware": 550,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # leaves the page that sends on without a row
    "crawler.redirects.SettlingMetaRefreshMiddleware": 580,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,  # delivers a cut gzip as whole
    "crawler.downloads.DecompressionMiddleware": 590,
    "crawler.attempts.AttemptMiddleware": 1000,  # next to the downloader: sees what is really sent and received
}
SPIDER_MIDDLEWARES: dict[str, Any] = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # the depth of lists is the spider's own business
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # drops without a row; budget refuses with one
}
# What is counted stands in `fetches`; two counters more for each request are a tenth of what Scrapy costs.
STATS_CLASS = "scrapy.statscollectors.DummyStatsCollector"
STATS_DUMP = False
DOWNLOADER_STATS = False
