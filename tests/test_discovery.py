"""How articles are found, by crawls of loopback portals: feeds, sitemaps, JSON and scripts in the state that portals have them in."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.portal_site import PortalSite
from tests.test_nightly import Portal, jianxun, rows

Answer = tuple[int, dict[str, str], bytes]
EACH = 6  # articles of a portal


def answers(kind: str, body: bytes) -> Callable[[], Answer]:
    return lambda: (200, {"Content-Type": kind}, body)


def gbk_feed_that_breaks_off(site: PortalSite) -> dict[str, list[str]]:
    """RSS in GBK, with a bare ampersand, that ends in the middle of its last item but one."""
    items = [
        f"<item><title>甲&乙 {a.title}</title><link>{site.url}{a.path}</link></item>" for a in map(site.article, range(EACH))
    ]
    text = '<?xml version="1.0" encoding="GB2312"?><rss version="2.0"><channel><title>检测&认证</title>' + "".join(items)
    site.extra["/rss.xml"] = answers("text/xml", (text + "<item><title>断在这").encode("gb18030"))
    return {"feeds": [f"{site.url}/rss.xml"]}


def atom(site: PortalSite) -> dict[str, list[str]]:
    """Atom whose links are relative, each with a second link to its comments."""
    entries = "".join(
        f"<entry><title>{a.title}</title><link rel='replies' href='/talk/{a.number}'/><link href='{a.path}'/><updated>{a.day}T08:00:00Z</updated></entry>"
        for a in map(site.article, range(EACH))
    )
    site.extra["/atom"] = answers("application/atom+xml", f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>".encode())
    return {"feeds": [f"{site.url}/atom"]}


def sitemap_index(site: PortalSite) -> dict[str, list[str]]:
    """An index of a compressed sitemap, a news sitemap and one that is gone."""
    half = EACH // 2
    plain = "".join(f"<url><loc>{site.url}{site.article(n).path}</loc></url>" for n in range(half))
    news = "".join(
        f"<url><loc>{site.url}{a.path}</loc><news:news><news:publication_date>{a.day}</news:publication_date><news:title>{a.title}</news:title></news:news></url>"
        for a in map(site.article, range(half, EACH))
    )
    head = "<?xml version='1.0' encoding='UTF-8'?>"
    parts = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in ("map-1.xml.gz", "news.xml", "gone.xml"))
    site.extra |= {
        "/sitemap_index.xml": answers("text/xml", f"{head}<sitemapindex>{parts}</sitemapindex>".encode()),
        "/map-1.xml.gz": answers("application/gzip", gzip.compress(f"{head}<urlset>{plain}</urlset>".encode())),
        "/news.xml": answers("text/xml", f"{head}<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{news}</urlset>".encode()),
    }  # fmt: skip
    return {"sitemaps": [f"{site.url}/sitemap_index.xml"]}


def json_pages(site: PortalSite) -> dict[str, list[str] | str]:
    """A JSON list of two pages, the second of which only the source's pattern names."""
    for page in (1, 2, 3):
        shown = [site.article(n) for n in range(EACH) if n * 2 // EACH == page - 1]
        listed = [{"docTitle": a.title, "docUrl": a.path, "pubTime": f"{a.day} 08:30:00"} for a in shown]
        text = json.dumps({"code": 0, "data": {"total": EACH, "rows": listed}}, ensure_ascii=False)
        site.extra[f"/api/list?size=3&page={page}"] = answers("application/json;charset=UTF-8", text.encode())
    return {"lists": [f"{site.url}/api/list?size=3&page=1"], "pages": "list?size=3&page={n}"}


def records_in_a_script(site: PortalSite) -> dict[str, list[str]]:
    """A page whose list is a datastore in a script and goes on at a proxy."""
    records = [f"<record><![CDATA[<li><a href='{a.path}'>{a.title}</a><b>{a.day}</b></li>]]></record>" for a in map(site.article, range(EACH))]  # fmt: skip
    store = "<datastore><nextgroup><![CDATA[<a href='/proxy.jsp?page=2'></a>]]></nextgroup><recordset>{}</recordset></datastore>"
    page = f"<html><head><title>动态</title></head><body><div id=9><script type='text/xml'>{store.format(''.join(records[:3]))}</script></div></body></html>"
    last = f"<datastore><recordset>{''.join(records[3:])}</recordset></datastore>"
    site.extra |= {"/col/": answers("text/html", page.encode()), "/proxy.jsp?page=2": answers("text/xml", last.encode())}
    return {"lists": [f"{site.url}/col/"]}


KINDS = (gbk_feed_that_breaks_off, atom, sitemap_index, json_pages, records_in_a_script)


@dataclass
class Crawled:
    """What two nightly runs made of a portal of each kind."""

    sites: dict[str, PortalSite]
    first: CompletedProcess[str]
    second: CompletedProcess[str]
    data: Path
    again: dict[str, list[str]]  # what the second run asked of each


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    directory = tmp_path_factory.mktemp("discovery")
    (directory / "sources").mkdir()
    with ExitStack() as stack:
        sites = {}
        for number, make in enumerate(KINDS):
            site = stack.enter_context(PortalSite(articles=EACH, seed=number + 40).serving())
            keys = {"lists": []} | make(site)
            (directory / "sources" / f"{make.__name__}.toml").write_text(site.source_toml(**keys), encoding="utf-8")
            sites[make.__name__] = site
        flags = ["--sources", str(directory / "sources")]
        for site in sites.values():
            flags += ["--allow-address", site.host]
        first = jianxun("nightly", *flags, data=directory / "data")
        for site in sites.values():
            site.asked.clear()
        second = jianxun("nightly", *flags, data=directory / "data")
        again = {name: sorted(site.asked) for name, site in sites.items()}
        yield Crawled(sites, first, second, directory / "data", again)


@pytest.mark.parametrize("kind", [make.__name__ for make in KINDS])
def test_all_articles_are_found_and_no_more_is_asked_for_a_second_time(crawled: Crawled, kind: str) -> None:
    found = rows(crawled.data, "SELECT title FROM articles WHERE site = ? ORDER BY title", kind)
    assert [row[0] for row in found] == sorted(crawled.sites[kind].article(n).title for n in range(EACH)), crawled.first.stderr
    assert not [path for path in crawled.again[kind] if path.startswith("/news/")]


def test_what_a_list_leads_to_besides_has_its_outcome(crawled: Crawled) -> None:
    """The lost part of the sitemap is told, and is no reason to think that the source failed."""
    assert rows(crawled.data, "SELECT DISTINCT outcome FROM fetches WHERE url LIKE '%/gone.xml'") != []
    assert not [path for paths in crawled.again.values() for path in paths if "/talk/" in path]


# List pages that cannot be had


@pytest.fixture
def long(tmp_path: Path) -> Iterator[Portal]:
    """A portal with five list pages."""
    with PortalSite(articles=100, seed=70).serving() as site:
        yield Portal(site, tmp_path)


def lists(site: PortalSite) -> dict[str, int]:
    return {path: number for path, number in site.asked.items() if path.startswith("/news/") and path.count("/") == 2}


def test_what_lies_behind_a_list_page_that_failed_is_found_the_next_night_wherever_it_moved(long: Portal) -> None:
    failing = f"{long.site.url}/news/index_3.html"
    long.site.extra["/news/index_3.html"] = lambda: (500, {}, b"")
    first = long.nightly()
    assert len(long.titles()) == 41, "two pages and what is pinned"
    assert first.returncode == 1, first.stdout
    assert "a page of its lists could not be read" in first.stdout
    assert f"{failing}: HTTP 500" in first.stdout
    long.site.extra.clear()
    long.site.articles += 45  # so that the failed page shows what is known already
    second = long.nightly()
    assert second.returncode == 0, second.stdout
    assert len(long.titles()) == 145
    long.site.asked.clear()
    assert long.nightly().returncode == 0
    assert lists(long.site) == {"/news/": 1}


def test_a_list_page_that_always_fails_is_asked_for_some_nights_and_then_given_up(long: Portal, tmp_path: Path) -> None:
    (tmp_path / "jianxun.toml").write_text("retry_days = 2\n")
    long.site.extra["/news/index_3.html"] = lambda: (500, {}, b"")
    said = []
    for _ in range(3):
        long.site.asked.clear()
        done = long.nightly("--config", str(tmp_path / "jianxun.toml"))
        said.append((done.returncode, "asked for again" in done.stdout, "given up" in done.stdout, lists(long.site)))
    assert said == [
        (1, True, False, {"/news/": 1, "/news/index_2.html": 1, "/news/index_3.html": 3}),
        (1, False, True, {"/news/": 1, "/news/index_3.html": 3}),
        (0, False, False, {"/news/": 1}),
    ]


def test_the_page_behind_the_last_one_is_no_failure(long: Portal) -> None:
    """Portals whose pager names one page too many, and sources that name pages by a pattern."""
    long.site.extra["/news/index_3.html"] = lambda: (404, {}, b"")
    done = long.nightly()
    assert done.returncode == 0, done.stdout
    assert "could not be read" not in done.stdout
    assert len(long.titles()) == 41
    long.site.extra.clear()  # it was being written
    assert long.nightly().returncode == 0
    assert len(long.titles()) == 100


def test_one_of_several_lists_that_failed_is_told_and_read_to_its_end_the_next_night(long: Portal) -> None:
    """Its first page; the other list has the newest articles, so that they are known."""
    long.configure(lists=[f"{long.site.url}/news/", f"{long.site.url}/hot/"])
    hot = "".join(f"<li><a href='{a.path}'>{a.title}</a> {a.day}</li>" for a in map(long.site.article, range(99, 75, -1)))
    long.site.extra["/hot/"] = answers("text/html; charset=utf-8", f"<html><body><ul>{hot}</ul></body></html>".encode())
    long.site.extra["/news/"] = lambda: (503, {}, b"")
    assert long.nightly().returncode == 1
    assert len(long.titles()) == 24
    del long.site.extra["/news/"]
    done = long.nightly()
    assert done.returncode == 0, done.stdout
    assert len(long.titles()) == 100


# Links


@pytest.mark.parametrize("first", ["http", "https"])
def test_of_two_spellings_of_one_address_the_one_that_is_the_portals_own_is_asked_for(long: Portal, first: str) -> None:
    """The portal speaks no TLS, whatever its links say."""
    one = long.site.article(7)
    other = "https" if first == "http" else "http"
    links = "".join(f"<li><a href='{scheme}://{long.site.host}{one.path}'>{one.title}</a></li>" for scheme in (first, other))
    long.site.extra["/news/"] = answers("text/html; charset=utf-8", f"<html><body><ul>{links}</ul></body></html>".encode())
    assert long.nightly().returncode == 0
    assert long.titles() == [one.title]
    assert rows(long.data, "SELECT count(*) FROM fetches WHERE outcome = 'tls'") == [(0,)]
