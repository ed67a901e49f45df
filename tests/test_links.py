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
        ("<li><span>11-12</span><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li>11/12<a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li><i><b>11</b>/<b>12</b></i><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li><b>12</b><i>11月</i><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li><b>11月</b><i>12日</i><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li><i>2026</i><b>11-12</b><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "2026-11-12"),
        ("<li><b>11.12</b><i>2026</i><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "2026-11-12"),
        ("<li><i>2026-11</i><b>12</b><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "2026-11-12"),
        ("<dl><dt>11.12</dt><dd><a href='/a/101.html'>检测机构能力验证结果公布</a></dd></dl>", "--11-12"),
        ("<li><i>发布：11-12</i><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", "--11-12"),
        ("<li><b>1/5</b><a href='/a/101.html'>检测机构能力验证结果公布</a></li>", None),
        ("<li><b>3</b><a href='/a/101.html'>2月检测机构能力验证结果公布</a></li>", None),
        ("<li><a href='/a/101.html'>检测机构能力验证结果公布</a><s>￥11.12</s></li>", None),
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


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        ("<b>12</b><i>2026.11</i><p>国庆放假通知</p>", "2026-11-12"),
        ("<span>11-12</span>国庆放假通知", "--11-12"),
        ("国庆放假通知<i>2026</i><b>11/12</b>", "2026-11-12"),
        ("<em>12</em><em>11月</em><h4>国庆放假通知</h4>", "--11-12"),
        ("<b>[11-12]</b><span>国庆放假通知</span>", "--11-12"),
    ],
)
def test_a_box_with_the_day_inside_the_link_is_no_part_of_its_headline(inside: str, day: str) -> None:
    items = "".join(f"<li><a href='/a/10{n}.html'>{inside}</a></li>" for n in range(4))
    assert {(link.text, link.date) for link in links_of(f"<html><body><ul>{items}</ul></body></html>")} == {("国庆放假通知", day)}


@pytest.mark.parametrize(
    "day",
    [
        "2026年11月{n}日",
        "2026-11-{n} 09:30",
        "11/{n}",
        "Nov {n}, 2026",
        "发表于 2026年11月{n}日",
        "{n}天前",
        "查看2026年11月{n}日的所有文章",
    ],
)
@pytest.mark.parametrize("pattern", ["", r"/\d{4}/\d+/\d+/$"])
@pytest.mark.parametrize("known", [True, False], ids=["in the entry", "in a list of its own"])
def test_a_link_that_says_only_a_day_leads_to_a_calendar(day: str, pattern: str, known: bool) -> None:
    numbers = range(25, 13, -1)
    headlines = [f"<a href='/2026/11/{875 + n}/'>检测机构能力验证结果公布第{n}批</a>" for n in numbers]
    days = [f"<a href='/2026/11/{n}/'><time>{day.format(n=n)}</time></a>" for n in numbers]
    entries = [one + two for one, two in zip(headlines, days, strict=True)] if known else headlines
    html = "".join(f"<article>{one}</article>" for one in entries)
    if not known:
        html += f"<ul>{''.join(f'<li>{one}</li>' for one in days)}</ul>"
    source = Source(key="a", name="a", home=AT, lists=(AT,), articles=pattern) if pattern else None
    found = links_of(f"<html><body><div class='posts'>{html}</div></body></html>", source=source)
    assert [link.url for link in found] == [f"http://www.yuan.example/2026/11/{875 + n}/" for n in numbers]


def test_days_that_are_all_a_page_links_to_are_no_list() -> None:
    items = "".join(f"<li><a href='/xw/2026/11/{n}/'>发表于2026年11月{n}日</a></li>" for n in range(10, 18))
    assert links_of(f"<html><body><ul>{items}</ul></body></html>") == []


def test_a_pattern_takes_a_link_that_says_a_day_where_its_address_is_an_articles() -> None:
    source = Source(key="a", name="a", home=AT, lists=(AT,), articles=r"/a/\d+\.html$")
    assert len(links_of("<html><body><a href='/a/101.html'>2026-11-12</a></body></html>", source=source)) == 1


@pytest.mark.parametrize("title", ["2026年11月12日质量月", "12315消费提示", "3月15日", "2026年第4批检测"])
def test_a_headline_with_a_day_in_it_is_one(title: str) -> None:
    items = "".join(
        f"<li><a href='/a/10{n}.html'>{title if n == 2 else f'检测机构能力验证结果公布第{n}批'}</a></li>" for n in range(5)
    )
    found = links_of(f"<html><body><ul class='n'>{items}</ul></body></html>")
    assert len(found) == (4 if title == "3月15日" else 5)


def test_a_number_that_begins_a_headline_stays_in_it() -> None:
    (link,) = links_of("<html><body><a href='/a/101.html'><b>12</b>家检测机构能力验证结果公布</a></body></html>")
    assert link.text == "12家检测机构能力验证结果公布"


@pytest.mark.parametrize("item", ["<span>{d}</span><a href='{u}'>{t}</a>", "<a href='{u}'>{t}</a><span>{d}</span>"])
@pytest.mark.parametrize("day", ["11-{n}", "[11-{n}]", "11月{n}日", "11/{n}", "11.{n}"])
def test_short_titles_are_a_list_by_their_days_however_those_are_printed(item: str, day: str) -> None:
    titles = ("放假通知", "计量日活动", "中标公告", "培训班报名", "水表检定装置建成", "招聘启事")
    items = "".join(
        f"<li>{item.format(u=f'/html/tzgg/{310 - n}.html', t=title, d=day.format(n=20 - n))}</li>"
        for n, title in enumerate(titles)
    )
    found = links_of(f"<html><body><div><ul>{items}</ul></div></body></html>")
    assert [link.text for link in found] == list(titles)
    assert [link.date for link in found] == [f"--11-{20 - n}" for n in range(6)]


@pytest.mark.parametrize("path", ["/html/tzgg/{n}.html", "/show.asp?id={n}", "/tzgg/202603{n}.html", "/xw/{n}.html"])
def test_an_undated_list_of_short_titles_is_taken_whole_where_a_page_has_no_other(path: str) -> None:
    titles = (
        "放假通知",
        "计量日活动",
        "检测中标公告",
        "水表检定装置建成",
        "招聘启事公告",
        "电梯检验通报",
        "能力验证工作会议",
        "我院获奖",
    )
    items = "".join(f"<li><a href='{path.format(n=310 - n)}'>{title}</a></li>" for n, title in enumerate(titles))
    menu = "".join(f"<li><a href='/lm/{n}.html'>{name}</a></li>" for n, name in enumerate(("机构概况", "党建工作", "在线办事")))
    short = f"<div><ul class='n'>{items}</ul></div>"
    found = links_of(f"<html><body><ul class='m'>{menu}</ul>{short}</body></html>")
    assert [link.text for link in found] == list(titles)
    news = "".join(f"<li><a href='/news/{7000 + n}.html'>检测机构能力验证结果公布第{n}批</a></li>" for n in range(6))
    found = links_of(f"<html><body><ul class='m'>{menu}</ul><ul class='l'>{news}</ul>{short}</body></html>")
    assert not {"放假通知", "我院获奖"} & {link.text for link in found}, "beside a list of headlines it may be a catalogue"


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
