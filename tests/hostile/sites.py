"""Portals that are hostile as a whole: their robots.txt, lists, feeds, sitemaps and traps. One source each."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.hostile.case import good, html, list_page, written
from tests.hostile.server import Answer, Asked, HostileServer, http
from tests.hostile.transfer import flood, silent

MB = 1 << 20
ARTICLE = "/case/article"


@dataclass
class Site:
    """One hostile portal: how it answers, and what its source must have come to."""

    name: str
    answers: dict[str, Answer]
    wanted: dict[str, tuple[str, ...]]  # path or address -> outcomes of its last attempt; '' -> of any attempt of the source
    articles: tuple[int, int] = (0, 0)  # how many may be stored, at least and at most
    otherwise: Answer | None = None
    keys: dict[str, object] = field(default_factory=dict)  # of its source file
    most: int = 10_000  # requests that it may get at most
    failed: bool | None = None  # whether its source must (not) have failed
    server: HostileServer = field(default_factory=HostileServer)

    def start(self) -> None:
        self.server.answers = {path: _at(answer, self.server) for path, answer in self.answers.items()}
        self.server.start()
        self.server.answers = {path: _filled(answer, self.server) for path, answer in self.server.answers.items()}
        if self.otherwise is not None:
            self.server.otherwise = self.otherwise

    def source_toml(self) -> str:
        keys = {
            "name": self.name,
            "home": f"{self.server.url}/",
            "lists": [f"{self.server.url}/list/"],
            "delay": 0,
            "articles": "case",
        } | {
            key: [self.server.url + one if one.startswith("/") else one for one in value] if isinstance(value, list) else value
            for key, value in self.keys.items()
        }
        return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())


def _at(answer: Answer, _: HostileServer) -> Answer:
    return answer


def _filled(answer: Answer, server: HostileServer) -> Answer:
    """The server's own address where an answer says ORIGIN."""
    if not isinstance(answer, bytes) or b"ORIGIN" not in answer:
        return answer
    head, body = answer.split(b"\r\n\r\n", 1)
    body = body.replace(b"ORIGIN", server.url.encode())
    lines = [
        f"Content-Length: {len(body)}".encode() if line.startswith(b"Content-Length") else line for line in head.split(b"\r\n")
    ]
    return b"\r\n".join(lines).replace(b"ORIGIN", server.url.encode()) + b"\r\n\r\n" + body


def one_article(robots: Answer, path: str = ARTICLE) -> dict[str, Answer]:
    """A portal with a list of one good article, and a robots.txt."""
    return {"/robots.txt": robots, "/list/": list_page([(path, written("article").title)]), path: good("article")}


def _drop(connection: socket.socket, _: Asked) -> None:
    connection.close()


def robots(inner: int) -> list[Site]:
    """robots.txt in every state."""
    closed = {"/list/": ("robots",)}
    opened = {"/list/": ("listing",), ARTICLE: ("stored", "duplicate")}
    text = "text/plain"

    def shut(name: str, answer: Answer, **more: object) -> Site:
        return Site(f"robots-{name}", one_article(answer), closed, failed=True, **more)  # type: ignore[arg-type]

    def free(name: str, answer: Answer) -> Site:
        return Site(f"robots-{name}", one_article(answer), opened, (1, 1), failed=False)

    rules = "User-agent: *\nDisallow: /case/\n"
    return [
        free("404", http(404, "")), free("410", http(410, "")), free("403", http(403, "")),
        free("empty", http(200, "", text)), free("html", http(200, "<html><h1>门户</h1></html>")),
        free("nul", http(200, b"\0" * 5000 + b"\nUser-agent: *\nDisallow: /no/\n", text)),
        shut("500", http(500, "")), shut("503", http(503, "")), shut("429", http(429, "")),
        shut("dropped", _drop),
        shut("loop", http(302, "", Location="/robots.txt")),
        shut("inside", http(302, "", Location=f"http://127.0.0.1:{inner}/robots.txt")),
        shut("offsite", http(302, "", Location="http://elsewhere.example/robots.txt")),
        shut("file", http(302, "", Location="file:///etc/passwd")),
        Site("robots-endless", one_article(flood(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + rules.encode(), b"Disallow: /x\n" * 500, 64)),
             {ARTICLE: ("robots",)}),
        shut("bomb", http(200, b"\x1f\x8b" + bytes(900), text, Content_Encoding="gzip")),
        shut("disallows-all", http(200, "User-agent: *\nDisallow: /\n", text)),
        Site("robots-bom", one_article(http(200, b"\xef\xbb\xbf" + rules.encode(), text)), {ARTICLE: ("robots",)}),
        Site("robots-cr", one_article(http(200, rules.replace("\n", "\r"), text)), {ARTICLE: ("robots",)}),
        Site("robots-wildcard", one_article(http(200, "User-agent: *\nDisallow: /*/art*le$\n", text)), {ARTICLE: ("robots",)}),
        Site("robots-ours", one_article(http(200, "User-agent: *\nAllow: /\n\nUser-agent: jianxun\nDisallow: /case\n", text)),
             {ARTICLE: ("robots",)}),
        Site("robots-huge", one_article(http(200, rules + "# filling\n" * 200_000, text)), {ARTICLE: ("robots",)}),
        Site("robots-many-stars", one_article(http(200, rules + f"Disallow: /{'*a' * 400}b\n" * 50, text)),
             {ARTICLE: ("robots",)}),
        Site("robots-delay", one_article(http(200, "User-agent: *\nCrawl-delay: 1\n", text)), opened, (1, 1)),
        Site("robots-delay-rubbish", one_article(http(200, "User-agent: *\nCrawl-delay: nan\nCrawl-delay: -3\nCrawl-delay: soon\n", text)),
             opened, (1, 1)),
    ]  # fmt: skip


def unanswered() -> Site:
    """A robots.txt that never comes."""
    return Site("robots-no-answer", one_article(silent(40)), {"/list/": ("robots",)}, failed=True)


def lists(inner: int) -> list[Site]:
    """Starts, feeds and sitemaps that lead astray or cannot be read."""
    feed = "<rss version='2.0'><channel><item><title>{title}</title><link>{link}</link></item></channel></rss>"
    title = written("article").title
    maps = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>"
    xml = "application/xml"
    inside = f"http://127.0.0.1:{inner}/case/x"
    laughs = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(10)
    ) + "]><rss><channel><item><title>&k;</title><link>/case/x</link></item></channel></rss>"  # fmt: skip
    outside = (
        f"<?xml version='1.0'?><!DOCTYPE l SYSTEM 'http://127.0.0.1:{inner}/dtd' [<!ENTITY % e SYSTEM 'http://127.0.0.1:{inner}/e'> %e;"
        f"<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title><link>{ARTICLE}</link></item></channel></rss>"
    )
    late = "<?xml version='1.0'?>" + "<!-- " + "x" * 6000 + " -->" + laughs.removeprefix("<?xml version='1.0'?>")
    beyond = maps.format("".join(f"<url><loc>ORIGIN/case/{n}</loc></url>" for n in range(60_000)))
    stylesheet = f"<?xml version='1.0'?><?xml-stylesheet href='http://127.0.0.1:{inner}/x.xsl'?>"

    def of(name: str, kind: str, answer: Answer, wanted: dict[str, tuple[str, ...]], **more: object) -> Site:
        return Site(name, {"/list/": answer, ARTICLE: good("article")}, wanted, keys={"lists": [], kind: ["/list/"]}, **more)  # type: ignore[arg-type]

    broken = {"/list/": ("bad_xml",)}
    return [
        of("feed-laughs", "feeds", http(200, laughs, xml), broken, failed=True),
        of("feed-laughs-late", "feeds", http(200, late, xml), {"/list/": ("bad_xml", "listing")}),
        of("feed-outside-entities", "feeds", http(200, outside, xml), broken),
        of("feed-quadratic", "feeds", http(200, f"<!DOCTYPE l [<!ENTITY a '{'x' * 50_000}'>]><rss><channel><item><title>{'&a;' * 5000}"
           "</title></item></channel></rss>", xml), {"/list/": ("bad_xml", "listing")}),
        of("feed-cut", "feeds", http(200, feed.format(title=title, link=ARTICLE)[:-30], xml), {ARTICLE: ("stored", "duplicate")}, articles=(1, 1)),
        of("feed-rubbish", "feeds", http(200, bytes(range(256)) * 50, xml), {"/list/": ("bad_xml", "listing", "extract_empty", "bad_encoding")}),
        of("feed-html", "feeds", http(200, "<html><h1>页面不存在</h1></html>", xml), {"": ("listing", "bad_xml", "soft_404", "extract_empty")}),
        of("feed-inside", "feeds", http(200, feed.format(title=title, link=inside), xml), {inside: ("blocked_address",)}),
        of("feed-schemes", "feeds", http(200, feed.format(title=title, link="file:///etc/passwd"), xml), {"file:///etc/passwd": ("bad_url",)}),
        of("feed-deep", "feeds", http(200, "<rss><channel>" + "<item>" * 50_000, xml), {"/list/": ("bad_xml", "listing")}),
        of("feed-stylesheet", "feeds", http(200, stylesheet + feed.format(title=title, link=ARTICLE), xml),
           {ARTICLE: ("stored", "duplicate")}, articles=(1, 1)),
        of("sitemap-inside", "sitemaps", http(200, maps.format(f"<url><loc>{inside}</loc></url>"), xml), {inside: ("blocked_address",)}),
        of("sitemap-index-inside", "sitemaps", http(200, f"<sitemapindex><sitemap><loc>http://127.0.0.1:{inner}/map.xml</loc></sitemap></sitemapindex>",
           xml), {f"http://127.0.0.1:{inner}/map.xml": ("blocked_address",)}),
        of("sitemap-index-itself", "sitemaps", http(200, "<sitemapindex><sitemap><loc>ORIGIN/list/</loc></sitemap></sitemapindex>", xml),
           {"/list/": ("listing",)}, most=4),
        of("sitemap-beyond-its-bound", "sitemaps", http(200, beyond, xml), {"/list/": ("listing",), "": ("budget",)}, most=170),
        of("sitemap-packed", "sitemaps", http(200, gzip.compress(maps.format(f"<url><loc>ORIGIN{ARTICLE}</loc></url>").encode()), "application/gzip"),
           {"/list/": ("listing",)}),
        of("sitemap-bomb", "sitemaps", http(200, gzip.compress(b"<urlset>" + bytes(200 * MB), 9), "application/gzip"), {"/list/": ("too_large",)}, failed=True),
        Site("json-deep", {"/list/": http(200, "[" * 200_000, "application/json")}, {"/list/": ("listing", "extract_empty", "bad_xml")}),
        Site("json-huge-number", {"/list/": http(200, '{"a": ' + "9" * 200_000 + "}", "application/json")}, {"/list/": ("listing", "extract_empty")}),
        Site("list-inside", {}, {inside: ("blocked_address",)}, keys={"lists": [inside], "delay": 0.5}, failed=True),
        Site("list-redirects-inside", {"/list/": http(302, "", Location=inside)}, {inside: ("blocked_address",)}, failed=True),
        Site("list-soft-404", {"/list/": http(200, "<html><title>页面不存在</title><h1>页面不存在</h1></html>")},
             {"/list/": ("listing", "soft_404", "extract_empty", "not_article")}),
        Site("list-404", {"/list/": http(404, "gone")}, {"/list/": ("http_error",)}, failed=True),
        Site("list-of-60000-links", {"/list/": http(200, "<ul>" + "".join(f"<li><a href='/case/{n}.html'>{title}{n}</a></li>"
             for n in range(60_000)) + "</ul>")}, {"/list/": ("listing", "extract_timeout"), "": ("budget", "extract_timeout")}, most=170),
        Site("list-rubbish-links", {"/list/": list_page([(one, title) for one in ("http://[::1", "http://a b/", "//", "http://%00/", "?", "\x7f",
             "http://x:y/", "HTTP://" + "a" * 5000 + ".example/case/1", ARTICLE)]), ARTICLE: good("article")},
             {ARTICLE: ("stored", "duplicate")}, (1, 1)),
    ]  # fmt: skip


def traps() -> list[Site]:
    """Portals without end."""

    def listing(make: Callable[[Asked], list[tuple[str, str]]], more: Callable[[Asked], str] = lambda _: "") -> Answer:
        def say(connection: socket.socket, asked: Asked) -> None:
            with contextlib.suppress(OSError):
                connection.sendall(list_page(make(asked), more(asked)) if asked.path != "/robots.txt" else http(404))

        return say

    def number(asked: Asked) -> int:
        return int("".join(letter for letter in asked.target if letter.isdigit())[-9:] or 0)

    def articles_at(links: list[tuple[str, str]], text: Callable[[Asked], str]) -> Answer:
        def say(connection: socket.socket, asked: Asked) -> None:
            with contextlib.suppress(OSError):
                if asked.path == "/robots.txt":
                    connection.sendall(http(404))
                elif asked.path.startswith("/list"):
                    connection.sendall(list_page(links))
                else:
                    connection.sendall(http(200, html(text(asked))))

        return say

    def calendar(asked: Asked) -> str:
        month = number(asked) + 1
        return f"<a href='/list/?month={month}'>下一页</a>"

    title = written("article").title
    flood_links = [(f"/case/{n}.html", written(f"flood{n}").title) for n in range(400)]
    session = [(f"/case/1.html;jsessionid={n:032x}", title) for n in range(20)] + [
        (f"/case/2.html?PHPSESSID={n:026x}", title) for n in range(20)
    ]
    growing = [(f"/case/{'a/b/' * n}x{n}.html", title) for n in range(3, 20)]
    repeated = [
        ("/case/" + "news/" * 5 + "1.html", title),
        ("/case/x/y/x/y/1.html", title),
        ("/case/" + "a" * 900 + ".html", title),
    ]
    orders = [
        (f"/case/p.html?{'&'.join(f'{name}=1' for name in order)}", title) for order in ("abcd", "dcba", "bdca", "cabd", "acbd")
    ]
    heap = [(f"/case/p.html?{'&'.join(f'f{n}={n}' for n in range(30))}", title)]
    return [
        Site("calendar", {}, {"": ("trap",)}, otherwise=listing(lambda _: [], calendar), most=60),
        Site("paging-without-end", {}, {"": ("budget", "trap")}, (0, 200),
             otherwise=listing(lambda asked: [(f"/case/{number(asked)}_{n}.html", written(f"p{number(asked)}.{n}").title) for n in range(3)],
                               lambda asked: f"<a href='/list/?page={number(asked) + 1}'>下一页</a>"), most=170),
        Site("article-flood", {}, {"": ("budget",)}, (30, 60), otherwise=articles_at(flood_links, lambda asked: f"flood{number(asked)}"), most=170),
        Site("session-ids", {}, {"": ("trap",)}, (0, 2), otherwise=articles_at(session, lambda _: "article"), most=10),
        Site("growing-paths", {}, {"": ("trap",)}, (0, 1), otherwise=articles_at(growing, lambda _: "article"), most=8),
        Site("repeated-segments", {}, {"": ("trap",)}, (0, 0), otherwise=articles_at(repeated, lambda _: "article"), most=3),
        Site("parameter-orders", {}, {"": ("stored", "duplicate")}, (1, 1), otherwise=articles_at(orders, lambda _: "article"), most=4),
        Site("parameter-heap", {}, {"": ("trap",)}, (0, 0), otherwise=articles_at(heap, lambda _: "article"), most=3),
        Site("one-text-everywhere", {}, {"": ("trap",)}, (1, 60),
             otherwise=articles_at([(f"/case/{n}.html", written(f"o{n}").title) for n in range(120)], lambda _: "article"), most=70),
        Site("relative-links-grow", {}, {"": ("trap", "budget", "listing")}, (0, 0),
             otherwise=listing(lambda _: [], lambda _: "<a href='sub/list/'>下一页</a>"), most=20),
        Site("split-without-end", {}, {"": ("stored", "part")}, (0, 1), otherwise=_split, most=30),
        Site("busy-for-ever", {"/robots.txt": http(404), "/list/": list_page([(f"/case/{n}.html", written(f"b{n}").title) for n in range(60)])},
             {"": ("budget",)}, (0, 0), otherwise=http(429, "later"), most=50),
        Site("redirects-without-end", {"/list/": list_page([("/case/0", title)])}, {"": ("trap",)},
             otherwise=_onward, most=12),
    ]  # fmt: skip


def _split(connection: socket.socket, asked: Asked) -> None:
    """An article that always has another page."""
    if asked.path == "/robots.txt":
        connection.sendall(http(404))
    elif asked.path == "/list/":
        connection.sendall(list_page([("/case/10.html", written("split").title)]))
    else:
        number = int(asked.path.removesuffix(".html").rsplit("_", 1)[1]) if "_" in asked.path else 1
        connection.sendall(
            http(200, html("split", body=f"<div class=page><a href='/case/10_{number + 1}.html'>下一页</a></div>"))
        )


def _onward(connection: socket.socket, asked: Asked) -> None:
    if asked.path == "/robots.txt":
        connection.sendall(http(404))
    else:
        connection.sendall(http(302, "", Location=f"/case/{int(asked.path.rsplit('/', 1)[1]) + 1}"))
