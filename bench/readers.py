"""Everything that reads bytes from the network, each as a function of bytes with samples that it likes: what `fuzz` maims.

A reader returns, whatever it is given, or raises one of the errors that its callers settle as an outcome; anything else is a crash.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import brotli
import zstandard

from archive.address import AddressError, clean, key
from archive.encoding import EncodingError, inflate
from archive.records import Article, Outcome, Page, Rejection
from archive.recovery import recover
from archive.store import Reading
from archive.warc import Exchange, Record, Recorder, WarcError, read_file
from crawler.listing import read_listing
from crawler.reading import read
from crawler.source import Source

AT = "http://www.yuan.example/a/101.html"
SEEN = datetime(2026, 3, 1, 2, 3, 4, tzinfo=UTC)
PAGES = Path(__file__).parent.parent / "tests" / "pages"
SOURCE = Source(key="yuan", name="某院", home="http://www.yuan.example/", lists=("http://www.yuan.example/a/",))


@dataclass(frozen=True)
class Reader:
    """One reader: how it is called, what it likes, and the errors that are answers."""

    read: Callable[[bytes], object]
    samples: Callable[[], list[bytes]]
    answers: tuple[type[Exception], ...] = field(default=())


@cache
def pages() -> list[bytes]:
    """The labelled pages of the tests."""
    return [path.read_bytes() for path in sorted(PAGES.glob("*/page.html"))]


def read_page(body: bytes) -> None:
    """A page as a worker reads it: extraction, labels, fingerprint, search terms."""
    from crawler.topic import read_profile

    found = read(Page(AT, body, SEEN, "text/html"), SOURCE, read_profile(None), keep=True)
    if not isinstance(found, Reading | Rejection):
        raise TypeError(f"a page was read as {type(found).__name__}")
    if isinstance(found, Reading) and not (isinstance(found.article, Article) and found.article.body.strip()):
        raise ValueError("an article without text")


def read_list(body: bytes) -> None:
    """A list, feed, sitemap or JSON list; only web addresses may come of it."""
    for kind in ("", "application/xml", "application/json"):
        found = read_listing(Page("http://www.yuan.example/a/", body, SEEN, kind), SOURCE)
        if found.problem:
            Outcome(found.problem)
        for text in (*(link.text for link in found.links), *(url for url, _ in found.refused)):
            text.encode()  # it is written to the database
        for url in (*(link.url for link in found.links), *found.lists, *found.feeds, *filter(None, [found.next])):
            key(clean(url), SOURCE.home)


def lists() -> list[bytes]:
    """Columns, feeds, sitemaps, JSON, JSONP and jpage records."""
    items = "".join(f"<li><a href='/a/{n}.html'>某市计量院开展第{n}批检定</a><span>2026-03-0{n}</span></li>" for n in range(1, 9))
    feed = "".join(
        f"<item><title>第{n}批检定</title><link>/a/{n}.html</link><pubDate>Sun, 01 Mar 2026 08:00:00 +0800</pubDate></item>"
        for n in range(9)
    )
    urls = "".join(f"<url><loc>http://www.yuan.example/a/{n}.html</loc><lastmod>2026-03-01</lastmod></url>" for n in range(9))
    rows = ",".join(f'{{"title":"某市计量院开展第{n}批检定","url":"/a/{n}.html","date":"2026-03-01"}}' for n in range(9))
    return [
        one.encode()
        for one in (
            f"<html><body><div class=list><ul>{items}</ul><a href='/a/index_2.html'>下一页</a></div></body></html>",
            f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>{feed}</channel></rss>",
            f"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>",
            "<sitemapindex><sitemap><loc>/map1.xml</loc></sitemap><sitemap><loc>/map2.xml</loc></sitemap></sitemapindex>",
            f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>检定</title><link href='/a/1.html'/></entry></feed>{items}",
            f"<datastore><nextgroup><![CDATA[<a href='/p?2'></a>]]></nextgroup><recordset><record><![CDATA[{items}]]></record></recordset></datastore>",
            f"[{rows}]", f"callback({{\"data\":{{\"list\":[{rows}]}}}})", f"<html><script>var list = [{rows}];</script></html>",
        )
    ]  # fmt: skip


def read_robots(body: bytes) -> None:
    """robots.txt, as the middleware takes it apart."""
    from scrapy.robotstxt import ProtegoRobotParser

    from crawler.downloads import MOST_ROBOTS

    parser = ProtegoRobotParser(body[:MOST_ROBOTS].lstrip(b"\xef\xbb\xbf").replace(b"\0", b""), None)  # type: ignore[arg-type]
    for url in (AT, "http://www.yuan.example/", "http://www.yuan.example/a/?" + "a" * 300):
        parser.allowed(url, "jianxun")
    parser.crawl_delay("jianxun")


def robots() -> list[bytes]:
    """Rules with groups, wildcards, delays."""
    rules = "User-agent: *\nDisallow: /admin/\nDisallow: /*?sort=*$\nAllow: /a/\nCrawl-delay: 5\n\nUser-agent: jianxun\nDisallow: /no/\n"
    return [
        rules.encode(),
        b"\xef\xbb\xbf" + rules.replace("\n", "\r\n").encode(),
        (rules + "Disallow: /检测/\n").encode("gbk"),
        b"# none\n",
    ]


def read_answer(data: bytes) -> None:
    """An HTTP answer byte by byte as it arrives, through the bounded client and all that looks at headers; a failure must be an outcome."""
    from scrapy.http import Response
    from scrapy.http.headers import Headers
    from scrapy.responsetypes import responsetypes
    from twisted.internet.error import ConnectionDone
    from twisted.internet.testing import StringTransport
    from twisted.python.failure import Failure
    from twisted.web._newclient import Request
    from twisted.web.http_headers import Headers as TwistedHeaders

    from crawler.downloads import BoundedProtocol
    from crawler.outcomes import classify
    from crawler.pace import retry_after
    from crawler.redirects import refresh_of

    client, found = BoundedProtocol(lambda _: None), []
    client.makeConnection(StringTransport())
    asked = client.request(Request(b"GET", b"/", TwistedHeaders({b"host": [b"www.yuan.example"]}), None))
    asked.addBoth(found.append)
    for at in range(0, len(data), 700):
        if client.state in ("QUIESCENT", "CONNECTION_LOST"):
            break
        client.dataReceived(data[at : at + 700])
    client.connectionLost(Failure(ConnectionDone()))
    if not found:
        raise RuntimeError("neither an answer nor a failure")
    if isinstance(found[0], Failure):
        classify(found[0].value or RuntimeError())
        return
    headers = Headers(dict(found[0].headers.getAllRawHeaders()))
    body = data.partition(b"\r\n\r\n")[2]
    response = Response(AT, found[0].code, headers, body)
    retry_after(response)
    refresh_of(body, AT, 100)
    responsetypes.from_args(headers=headers, url=AT, body=body)
    for value in headers.getlist("Content-Encoding"):
        try:
            inflate(body, value.decode("latin-1"))
        except EncodingError as error:
            classify(error)
    read_page_quickly(body, b"".join(headers.getlist("Content-Type")).decode("latin-1"))
    for location in headers.getlist("Location"):
        try:
            key(clean(location.decode("latin-1")))
        except AddressError:
            continue


def read_page_quickly(body: bytes, content_type: str) -> None:
    """The decoding of a page alone: what a Content-Type says is believed or not."""
    from crawler.extract.decode import decode

    decode(body[:20_000], content_type)


def answers() -> list[bytes]:
    """Whole HTTP answers: plain, packed, in chunks, and refusals."""
    body = "<html><head><meta charset=utf-8></head><body><h1>检定</h1><p>正文</p></body></html>".encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nServer: x\r\n"
    packed = gzip.compress(body)
    return [
        head + b"Content-Length: %d\r\n\r\n" % len(body) + body,
        head + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed) + packed,
        head + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n",
        b"HTTP/1.0 503 Wait\r\nRetry-After: 120\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: /a/1.html?b=\xe6\xa3\x80\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + head + b"Set-Cookie: a=b; Path=/\r\n\r\n" + body,
    ]  # fmt: skip


def read_encodings(body: bytes) -> None:
    """A packed body under each name that it may have."""
    for name in ("gzip", "deflate", "br", "zstd", "gzip, deflate"):
        try:
            if len(inflate(body, name, 1 << 20)) > 1 << 20:
                raise RuntimeError("more than allowed")
        except EncodingError:
            continue


def encodings() -> list[bytes]:
    """One text, packed in each way."""
    text = "检验检测机构" .encode() * 300  # fmt: skip
    return [
        gzip.compress(text),
        zlib.compress(text),
        brotli.compress(text),
        zstandard.compress(text),
        gzip.compress(zlib.compress(text)),
    ]


def read_warc(data: bytes) -> None:
    """A WARC file: read to its end or its damage, and finished as the file of a killed run."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.warc.gz"
        path.write_bytes(data)
        try:
            for record in quietly(read_file(path)):
                record.header("content-type")
                try:
                    _ = record.content
                except WarcError:
                    continue
        except WarcError:
            pass
        path.rename(Path(name) / "b.warc.gz.open")
        for kept in recover(Path(name)).values():
            if kept > len(data):
                raise RuntimeError("a file grew when it was recovered")


@cache
def warcs() -> list[bytes]:
    """A file as a run leaves it, packed and not."""
    with tempfile.TemporaryDirectory() as name:
        recorder = Recorder(Path(name), "fuzz")
        for number, page in enumerate(pages()[:4]):
            headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")]
            exchange = Exchange(
                f"{AT}?{number}", SEEN, 200, "OK", headers, gzip.compress(page), rendered=page if number == 1 else None
            )
            first = recorder.write(exchange)
        recorder.write(exchange, same_as=first)
        path = recorder.close()
        packed = path.read_bytes() if path else b""
    return [packed, gzip.decompress(packed)]


def quietly(records: Iterator[Record]) -> Iterator[Record]:
    """Without what warcio says of each damaged record."""
    with contextlib.redirect_stderr(io.StringIO()):
        yield from records


def read_address(data: bytes) -> None:
    """An address as a page writes it."""
    text = data.decode("utf-8", "replace")
    key(clean(text), SOURCE.home)


def addresses() -> list[bytes]:
    """Addresses in all their spellings."""
    return [one.encode() for one in (AT, "https://user@www.yuan.example:8443/检测/?b=2&a=1&utm_source=x#top", "http://[::ffff:127.0.0.1]:80/a",
            "http://１２７。0。0。1/", "HTTP://WWW.YUAN.EXAMPLE./index.html", "http://检测.example/?%E6%A3%80")]  # fmt: skip


READERS = {
    "page": Reader(read_page, pages),
    "list": Reader(read_list, lists),
    "robots": Reader(read_robots, robots),
    "answer": Reader(read_answer, answers),
    "encoding": Reader(read_encodings, encodings),
    "warc": Reader(read_warc, warcs),
    "address": Reader(read_address, addresses, (AddressError,)),
}
