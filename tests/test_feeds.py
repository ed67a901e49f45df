"""Feeds, sitemaps and JSON lists, as they should be and as they are."""

from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records import Page
from crawler.feeds import day_of, read_json, read_xml
from crawler.listing import Listing, read_listing

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
AT = "http://www.yuan.example/feed/"
RSS = """<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><title>检测</title><link>http://www.yuan.example/</link>
<item><title><![CDATA[检测机构能力验证结果公布]]></title><link>/a/101.html</link><pubDate>Sat, 12 Sep 2026 08:00:00 +0800</pubDate></item>
<item><title>两家机构被处罚</title><link>http://www.yuan.example/a/102.html</link></item></channel></rss>"""
BOTH = ["http://www.yuan.example/a/101.html", "http://www.yuan.example/a/102.html"]


def listing(body: bytes | str, content_type: str = "application/xml", url: str = AT) -> Listing:
    return read_listing(Page(url, body.encode() if isinstance(body, str) else body, NOW, content_type))


def urls(found: Listing) -> list[str]:
    return [link.url for link in found.links]


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("undefined", "utf-8"),
        ("x-unknown", "gb18030"),
    ],
)
def test_a_feed_is_read_whatever_it_says_of_its_encoding(declared: str, sent: str) -> None:
    found = listing(RSS.format(encoding=declared).encode(sent))
    assert found.kind == "feed"
    assert next((link.url, link.text, link.date) for link in found.links) == (BOTH[0], "检测机构能力验证结果公布", "2026-09-12")
    assert urls(found) == BOTH


@pytest.mark.parametrize(
    ("good", "broken"),
    [
        ("<title>两家", "<title>R&D中心的两家"),
        ("<title>两家", "<title>两家\x08\x0b"),
        ("<title>两家", "<title>&nbsp;两家"),
        ("</channel></rss>", ""),
        ("<?xml", "\r\n\n  <?xml"),
        ("<?xml", "\ufeff<?xml"),
        ("<channel>", "<channel><x:y>undeclared</x:y>"),
    ],
)
def test_broken_xml_is_read_as_far_as_it_goes(good: str, broken: str) -> None:
    assert urls(listing(RSS.format(encoding="utf-8").replace(good, broken))) == BOTH


def test_atom_and_rdf_name_their_addresses_in_attributes() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>检测机构名单公布</title><link rel="enclosure" href="/x.mp3"/>'
        '<link rel="alternate" href="/a/101.html"/><updated>2026-09-12T08:00:00+08:00</updated></entry></feed>'
    )
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<item rdf:about="http://www.yuan.example/a/101.html"><title>检测机构名单公布</title><dc:date>2026-09-12</dc:date></item></rdf:RDF>'
    )
    for text in (atom, rdf):
        (link,) = listing(text).links
        assert (link.url, link.date) == (BOTH[0], "2026-09-12")


def test_a_sitemap_is_read_newest_first_and_an_index_leads_on() -> None:
    entries = "".join(f"<url><loc>/a/{n}.html</loc><lastmod>2026-0{1 + n}-01</lastmod></url>" for n in range(5))
    found = listing(f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>')
    assert [link.date for link in found.links] == [f"2026-0{n}-01" for n in (5, 4, 3, 2, 1)]
    maps = "".join(
        f"<sitemap><loc>http://www.yuan.example/s{n}.xml</loc><lastmod>2026-0{1 + n}-01</lastmod></sitemap>" for n in range(3)
    )
    assert listing(f"<sitemapindex>{maps}</sitemapindex>").lists == tuple(f"http://www.yuan.example/s{n}.xml" for n in (2, 1, 0))


def test_a_news_sitemap_dates_by_publication_not_by_change() -> None:
    text = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>http://www.yuan.example/a/101.html</loc>'
        "<lastmod>2026-10-01</lastmod><news:news><news:publication_date>2026-09-12T08:00:00+08:00</news:publication_date><news:title>检测机构名单公布</news:title></news:news></url></urlset>"
    )
    (link,) = listing(text).links
    assert (link.text, link.date) == ("检测机构名单公布", "2026-09-12")


def test_records_of_a_datastore_are_a_list_and_its_group_the_next() -> None:
    text = (
        "<?xml version='1.0' encoding='UTF-8'?><datastore><nextgroup><![CDATA[<a href=\"/module/jpage/dataproxy.jsp?page=3&amp;webid=1\"></a>]]></nextgroup><recordset>"
        "<record><![CDATA[<li><a href='/a/101.html' title='检测机构能力验证结果公布'>检测机构能力…</a><b>2026-09-12</b></li>]]></record></recordset></datastore>"
    )
    found = listing(text)
    assert [(link.url, link.text, link.date) for link in found.links] == [(BOTH[0], "检测机构能力验证结果公布", "2026-09-12")]
    assert found.lists == ("http://www.yuan.example/module/jpage/dataproxy.jsp?page=3&webid=1",)


def test_entities_are_not_read() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "检测">]><rss><channel><item><title>&a;</title><link>/a/101.html</link></item></channel></rss>'
    assert listing(bomb).problem == "bad_xml"


@pytest.mark.parametrize(
    "text",
    [
        '{"data":{"list":[{"title":"检测机构能力验证结果公布","url":"/a/101.html","publishTime":1789171200000}]}}',
        'callback({"rows":[{"docTitle":"检测机构能力验证结果公布","docPubUrl":"/a/101.html","docRelTime":"2026-09-12 08:00:00"}]});',
        'var list = [{"bt":"检测机构能力验证结果公布","link":"/a/101.html","time":"20260912"}];',
        '{"html":"<ul><li><a href=\\"/a/101.html\\">检测机构能力验证结果公布</a><span>2026-09-12</span></li></ul>"}',
        '[{"k1":"检测机构能力验证结果公布","k2":"/a/101.html","k3":"2026-09-12"}]',
    ],
)
def test_json_lists_are_read_by_their_keys_their_looks_or_their_html(text: str) -> None:
    (link,) = listing(text, "application/json").links
    assert (link.url, link.text, link.date) == (BOTH[0], "检测机构能力验证结果公布", "2026-09-12")


def test_json_in_gbk_is_read() -> None:
    body = json.dumps([{"title": "检测机构能力验证结果公布", "url": "/a/101.html"}], ensure_ascii=False).encode("gbk")
    assert listing(body, "application/json").links[0].text == "检测机构能力验证结果公布"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-12T08:00:00Z", "2026-09-12"),
        ("12 sep 2026", "2026-09-12"),
        ("1789171200", "2026-09-12"),
        ("20260912", "2026-09-12"),
        ("20261345", None),
        ("昨天", None),
        ("2026-13-45", None),
        (None, None),
    ],
)
def test_a_day_is_read_in_each_notation(text: str | None, day: str | None) -> None:
    assert day_of(text) == day


def test_a_huge_feed_is_bounded_and_quick() -> None:
    item = "<item><title>检测机构能力验证结果公布</title><link>http://www.yuan.example/a/{n}.html</link></item>"
    body = (
        '<?xml version="1.0"?><rss><channel>' + "".join(item.replace("{n}", str(n)) for n in range(60_000)) + "</channel></rss>"
    )
    started = time.process_time()
    assert len(listing(body).links) == 5000
    assert time.process_time() - started < 10


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "ftp://yuan.example/x", "http://[::1/a"])
def test_an_entry_that_leads_to_no_web_page_is_told_not_dropped(address: str) -> None:
    feed = RSS.format(encoding="utf-8").replace("/a/101.html", address)
    sitemap = f"<urlset><url><loc>{address}</loc></url><url><loc>{BOTH[1]}</loc></url></urlset>"
    said = json.dumps([{"title": "检测机构能力验证结果公布", "url": address}, {"title": "两家机构被处罚", "url": BOTH[1]}])
    for found in (listing(feed), listing(sitemap), listing(said, "application/json")):
        if found.kind == "json" and address.startswith("javascript:"):
            continue  # a button
        assert found.refused == ((address, "bad_url"),)
        assert urls(found) == BOTH[1:]
    index = listing(f"<sitemapindex><sitemap><loc>{address}</loc></sitemap></sitemapindex>")
    assert (index.lists, index.refused) == ((), ((address, "bad_url"),))


def test_halves_of_characters_in_json_are_told_and_can_be_written() -> None:
    found = listing(
        '[{"title": "检测机构\\ud800能力验证", "url": "/a/1.html"}, {"title": "两家机构被处罚", "url": "/a/\\ud800.html"}]',
        "application/json",
    )
    assert [link.text for link in found.links] == ["检测机构能力验证"]
    assert found.refused == (("http://www.yuan.example/a/?.html", "bad_url"),)


def test_a_packed_sitemap_is_read_within_bounds() -> None:
    sitemap = f"<urlset><url><loc>{BOTH[0]}</loc></url></urlset>".encode()
    packed = gzip.compress(sitemap)
    assert urls(listing(packed, "application/gzip")) == BOTH[:1]
    assert listing(packed[:-12], "application/gzip").problem == "truncated"
    assert listing(gzip.compress(sitemap + bytes(11 << 20)), "application/gzip").problem == "too_large"


def test_json_that_only_nests_is_given_up() -> None:
    assert read_json(b"[" * 100_000, AT) == ([], [], "json")
    assert read_json(b'{"a":' * 5000 + b"1" + b"}" * 5000, AT) == ([], [], "json")


@given(st.binary(max_size=400))
def test_no_bytes_are_too_broken(body: bytes) -> None:
    for kind in ("", "application/json", "text/xml"):
        found = listing(body, kind)
        assert found.problem or len(found.links) < 100
    assert read_xml(body, AT)[2] in ("bad_xml", "feed", "sitemap")


@given(st.integers(0, 600), st.binary(min_size=1, max_size=6), st.sampled_from(("utf-8", "gb18030")))
def test_a_feed_hit_anywhere_is_read_or_refused(at: int, hit: bytes, encoding: str) -> None:
    body = RSS.format(encoding=encoding).encode(encoding)
    at %= len(body)
    found = listing(body[:at] + hit + body[at + len(hit) :])
    assert found.problem in ("", "bad_xml", "extract_empty")
    assert len(found.links) <= 4


def test_a_compressed_sitemap_is_read_within_bounds_and_a_broken_one_is_told() -> None:
    text = b"<?xml version='1.0'?><urlset>" + b"<url><loc>http://a.example/1.html</loc></url>" * 3 + b"</urlset>"
    packed = gzip.compress(text)
    assert [link.url for link in read_listing(Page("http://a.example/s.xml.gz", packed, NOW)).links] == [
        "http://a.example/1.html"
    ]
    assert read_listing(Page("http://a.example/s.xml.gz", packed[:10] + b"\xff" * 40, NOW)).problem == "truncated"
    bomb = gzip.compress(b"<?xml version='1.0'?><urlset>" + b" " * 80_000_000)
    assert read_listing(Page("http://a.example/s.xml.gz", bomb, NOW)).problem == "too_large"
