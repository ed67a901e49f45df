"""What is kept, as data: pages as served, articles as read, and what became of every attempt.

No behaviour lives here beyond small derivations; reading is `crawler`'s, writing is `store`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """What became of one attempt: the closed list of `fetches.outcome`."""

    # the page became part of the archive, or already was
    STORED = "stored"  # a new article
    DUPLICATE = "duplicate"  # a new article whose text another portal already had: kept as a copy in its story
    CHANGED = "changed"  # a known article with a new version
    UNCHANGED = "unchanged"  # a known article, read again, the same
    NOT_MODIFIED = "not_modified"  # the portal answered 304
    GONE = "gone"  # a known article that the portal no longer serves; its text stays
    # the page was read on the way to articles
    LISTING = "listing"  # a list, feed or sitemap
    PART = "part"  # a later page of an article, joined to its first
    REDIRECT = "redirect"
    ROBOTS_TXT = "robots_txt"  # the robots.txt itself
    # the page is not news of this archive
    OFF_TOPIC = "off_topic"
    NOT_ARTICLE = "not_article"  # navigation, listing, gallery, bare title, application shell: `detail` says which
    SOFT_404 = "soft_404"
    LOGIN_WALL = "login_wall"
    PAYWALL = "paywall"
    CAPTCHA = "captcha"
    ANTI_BOT = "anti_bot"
    MAINTENANCE = "maintenance"
    PARKED = "parked"
    SPAM = "spam"
    BAD_ENCODING = "bad_encoding"
    # the page could not be read
    EXTRACT_EMPTY = "extract_empty"
    EXTRACT_TIMEOUT = "extract_timeout"
    EXTRACT_CRASH = "extract_crash"
    BAD_XML = "bad_xml"
    # the page could not be had
    HTTP_ERROR = "http_error"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    BAD_HTTP = "bad_http"
    TIMEOUT = "timeout"
    CONNECTION = "connection"
    TLS = "tls"
    DNS = "dns"
    BROWSER = "browser"
    STORAGE = "storage"  # the archive could not write it: disk full, read-only
    # the page was not asked for
    ROBOTS = "robots"
    OFFSITE = "offsite"
    BLOCKED_ADDRESS = "blocked_address"
    BAD_URL = "bad_url"
    REOPENED = "reopened"  # refused as off topic by another profile: the next run asks for it
    BUDGET = "budget"
    TRAP = "trap"


@dataclass(frozen=True, slots=True)
class Page:
    """One document as served: the hinge between whoever fetched it and `extract`."""

    url: str  # the final address, after redirects
    body: bytes  # content encoding removed, charset not yet decoded
    fetched_at: datetime  # aware; relative dates (今天) are read against it
    content_type: str = ""  # the header as sent
    status: int = 200


@dataclass(frozen=True, slots=True)
class Article:
    """One article as published. Optional facts are None where the page does not state them: never invented."""

    url: str
    title: str
    body: str  # plain text, one paragraph a line, in the script it was published in
    published: str | None = None  # ISO 8601: `2025-05-22T06:32:13+08:00`, or `2025-05-22` where only the day is printed
    source: str | None = None  # 来源 as printed
    author: str | None = None  # several are joined by 、
    editor: str | None = None
    original_title: str | None = None  # 原标题
    original_source: str | None = None  # 转自, 原载, 本文来源
    original_url: str | None = None  # a link to the original, where the page gives one
    column: str | None = None  # 栏目, from 当前位置
    script: str = "Hans"  # Hans or Hant, of the body
    pinyin_notes: bool = False  # the page carried notes like 網(wǎng): it is a converted mirror
    next_page: str | None = None  # the address of this article's next page, where it is split

    @property
    def characters(self) -> int:
        """Length of the body without white space."""
        return sum(map(len, self.body.split()))


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a page is not an article of this archive."""

    outcome: Outcome
    detail: str = ""


class Place(NamedTuple):
    """A place an article is about; `code` is the six-digit (town: nine-digit) code of GB/T 2260, or '' for zones without one."""

    code: str
    name: str  # 上海市闵行区: the full path, province first
    level: str  # province, city, county, town, zone
    main: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """An institution named in an article and how often."""

    name: str  # the canonical name
    kind: str  # regulator, institute, company, association, event
    count: int


class Figure(NamedTuple):
    """One number stated in an article: 全市国家质检中心数量20个."""

    number: float
    unit: str
    what: str
    change: str | None  # 同比增长11.1%
    sentence: str


class Labels(NamedTuple):
    """What an article is about. `score` >= the profile's threshold makes it relevant."""

    relevant: bool = True
    score: float = 0.0
    words: tuple[str, ...] = ()  # the words that decided
    topics: tuple[str, ...] = ()  # main topic first
    places: tuple[Place, ...] = ()  # main place first
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Capture:
    """Where the bytes of one response lie in the WARC files."""

    url: str
    fetched_at: str  # UTC, ISO 8601
    status: int
    content_type: str
    digest: str  # sha1:BASE32 of the payload as received, as in WARC-Payload-Digest
    warc_file: str  # a bare file name below warc/
    offset: int
    length: int  # of the whole (compressed) record


@dataclass(slots=True)
class Fetch:
    """One attempt, on its way to becoming a row of `fetches`."""

    url: str  # as asked for
    key: str  # its identity, `Source.identity`
    source: str
    started_at: str  # UTC, ISO 8601
    run_id: int | None = None
    final_url: str | None = None
    elapsed_ms: int | None = None
    bytes: int | None = None
    status: int | None = None
    outcome: Outcome | None = None
    detail: str = ""
    capture: Capture | None = None
    etag: str | None = None
    last_modified: str | None = None
    aliases: tuple[str, ...] = field(default=())  # keys of addresses that redirected here
    listing: bool = False  # asked for as a list, feed or sitemap
    seen_at: str | None = None  # when it was received, where that was not just now: UTC, ISO 8601
