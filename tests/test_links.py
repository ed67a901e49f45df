"""Which links of a list are articles, on lists that the tests wrote and portals of twenty families."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from archive.address import clean
from archive.records import Page
from crawler.extract.document import parse
from crawler.links import Link, find_links
from crawler.listing import read_listing
from crawler.source import Source
from tests.list_pages import ListCase
from tests.written_lists import written_cases

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
CASES = {one.name: one for one in written_cases()}
AT = "http://www.yuan.example/xw/"


def links_of(html: str, url: str = AT, source: Source | None = None) -> list[Link]:
    doc = parse(html, url, fetched_at=NOW)
    assert doc is not None
    return find_links(doc.tree, url, source)[0]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_exactly_the_articles_of_a_list_are_found_and_its_next_page(case: ListCase) -> None:
    listing = read_listing(Page(case.url, case.html.encode(), NOW, "text/html; charset=utf-8"))
    assert {link.url for link in listing.links} == set(map(clean, case.wanted))
    assert listing.next == case.wanted_next


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("<li><a href='/a/101.html'>检测机构能力验证结果公布</a><span>2026-09-12</span></li>", "2026-09-12"),
        ("<li><span>[09-12]</span><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--09-12"),
        ("<li><a href='/a/101.html'>检测机构能力验证结果公布</a>(2026年9月12日)</li>", "2026-09-12"),
        ("<div><b>12</b><i>2026-09</i><a href='/a/101.html'>检测机构能力验证结果公布</a></div>", "2026-09-12"),
        ("<dl><dt><a href='/a/101.html'>检测机构能力验证结果公布</a></dt><dd>时间:2026/9/12 10:00</dd></dl>", "2026-09-12"),
        ("<li><a href='/a/101.html'><em>2026.09.12</em>检测机构能力验证结果公布</a></li>", "2026-09-12"),
        ("<li><a href='/a/101.html'>2026年质量月13-14日活动安排表</a></li>", None),
    ],
)
def test_the_day_is_read_wherever_the_item_prints_it(item: str, day: str | None) -> None:
    (link,) = links_of(f"<html><body><ul>{item}</ul></body></html>")
    assert link.date == day


def test_days_between_the_links_belong_to_the_link_before_or_after_as_the_list_begins() -> None:
    anchors = [f"<a href='/a/10{n}.html'>检测机构能力验证结果公布第{n}批</a>" for n in range(3)]
    after = "".join(f"{a} 2026-09-1{n}<br>" for n, a in enumerate(anchors))
    before = "".join(f"2026-09-1{n} {a}<br>" for n, a in enumerate(anchors))
    for html in (after, before):
        assert [link.date for link in links_of(f"<html><body><div>{html}</div></body></html>")] == [
            f"2026-09-1{n}" for n in range(3)
        ]


def test_the_day_at_the_end_of_a_linked_headline_is_no_part_of_it() -> None:
    (link,) = links_of("<html><body><a href='/a/101.html'>检测机构能力验证结果公布 2026-09-12</a></body></html>")
    assert (link.text, link.date) == ("检测机构能力验证结果公布", "2026-09-12")


def test_a_headline_that_is_cut_is_completed_by_its_title() -> None:
    (link,) = links_of(
        "<html><body><a href='/a/101.html' title='检测机构能力验证结果公布 涉及九项'>检测机构能力验证...</a></body></html>"
    )
    assert link.text == "检测机构能力验证结果公布 涉及九项"


def test_a_sources_pattern_decides_alone() -> None:
    html = "<html><body><nav><a href='/x/1.html'>短</a></nav><a href='/a/101.html'>检测机构能力验证结果公布</a></body></html>"
    source = Source(key="a", name="a", home=AT, lists=(AT,), articles=r"/x/\d\.html$")
    assert [link.url for link in links_of(html, source=source)] == ["http://www.yuan.example/x/1.html"]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "mailto:a@b.example",
        "tel:12345678901",
        "data:text/html,x",
        "file:///etc/passwd",
        "#top",
        "",
        "http://",
        "//[::1",
        "vbscript:x",
    ],
)
def test_what_is_no_web_address_is_no_link(href: str) -> None:
    assert links_of(f"<html><body><a href='{href}'>检测机构能力验证结果公布第12批</a></body></html>") == []


def test_a_script_is_read_and_never_run() -> None:
    html = """<html><body><ul><li onclick="location='/news/8801.html';fetch('http://evil.example/')">检测机构能力验证结果公布</li>
    <li><a href="javascript:show('/news/8802.html', 'x')">计量标准考核合格单位名单公布</a></li></ul></body></html>"""
    assert [link.url for link in links_of(html)] == [
        "http://www.yuan.example/news/8801.html",
        "http://www.yuan.example/news/8802.html",
    ]


def test_an_address_is_listed_once_with_its_headline_and_its_day() -> None:
    html = (
        "<html><body><li><a href='/a/101.html'><img src=x alt='图'></a><a href='/a/101.html'>检测机构能力验证结果公布</a>"
        "<a href='/a/101.html#c'>详情</a><i>2026-09-12</i></li></body></html>"
    )
    assert links_of(html) == [Link("http://www.yuan.example/a/101.html", "检测机构能力验证结果公布", "2026-09-12")]


def test_english_headlines_make_a_list_and_english_navigation_does_not() -> None:
    headlines = [
        "Institute opens a new calibration laboratory",
        "New accreditation rules take effect in July",
        "Inspection bodies report record year",
    ]
    items = "".join(
        f"<li><a href='/en/news/220{n}.html'>{text}</a><span>2026-09-1{n}</span></li>" for n, text in enumerate(headlines)
    )
    menu = "".join(
        f"<li><a href='/en/{n}01.html'>{text}</a></li>"
        for n, text in enumerate(["About us", "Our services", "Contact", "Careers"])
    )
    found = links_of(f"<html><body><ul class='m'>{menu}</ul><div><ul class='n'>{items}</ul></div></body></html>")
    assert [link.text for link in found] == headlines


@pytest.mark.parametrize("href", ["/news/", "", "http://[::1/", "javascript:void(0)", "http://yun.example/news/"])
def test_a_base_that_is_relative_or_broken_makes_no_link_a_bad_one(href: str) -> None:
    items = "".join(f'<li><a href="a/{n}.html">云州市第{n}批检验检测机构能力验证结果公布</a></li>' for n in range(100, 108))
    html = f'<html><head><base href="{href}"></head><body><ul>{items}<li><a href="http://[x/">检验检测机构能力验证结果公布</a></li></ul></body></html>'
    said = read_listing(Page("http://yun.example/list/", html.encode(), datetime(2026, 1, 1, tzinfo=UTC)))
    assert len(said.links) == 8
    assert said.refused == (("http://[x/", "bad_url"),)
