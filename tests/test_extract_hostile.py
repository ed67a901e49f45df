"""Pages made to hurt: reading one is never slow, and never raises."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.records import Article, Page, Rejection
from crawler.extract import extract

SEEN = datetime(2025, 6, 1, tzinfo=UTC)
P = "<p>据悉，本次活动由江州市计量测试所举办，会上三方签署合作协议，并为计量工作站授牌。</p>"
PAGES = {
    "100,000 attributes": lambda: "<div " + " ".join(f'a{n}="x"' for n in range(100_000)) + f">{P}</div>",
    "100,000 attributes that hold brackets": lambda: "<div " + " ".join(f'a{n}="<>"' for n in range(100_000)) + f">{P}</div>",
    "a thousand elements of 400 attributes": lambda: ("<p " + " ".join(f"a{n}=1" for n in range(400)) + ">x") * 1_000,
    "100,000 nested elements": lambda: "<div>" * 100_000 + P,
    "100,000 nested inline elements": lambda: "<b>" * 100_000 + P,
    "30,000 nested tables": lambda: "<table><tr><td>" * 30_000 + P,
    "10 MB in a line": lambda: "<p>" + "据悉本次活动" * 600_000,
    "a million links": lambda: '<a href="/a.html">链接</a>' * 1_000_000,
    "300,000 items": lambda: '<li><a href="/a.html">链接文字</a></li>' * 300_000,
    "40,000 paragraphs": lambda: P * 40_000,
    "a row of 300,000 cells": lambda: "<table><tr>" + "<td>x</td>" * 300_000,
    "100,000 rows": lambda: "<table>" + "<tr><td>x</td><td>y</td></tr>" * 100_000,
    "a million breaks": lambda: "<br>" * 1_000_000 + P,
    "brackets that could open credits": lambda: ("<p>" + "【" * 300 + "</p>") * 8_000,
    "credits without end": lambda: ("<p>" + "，" * 30 + "来源" * 30 + "</p>") * 15_000,
    "commas": lambda: ("<p>" + "，" * 380 + "</p>") * 8_000,
    "enumerations": lambda: ("<p>" + "、" * 380 + "</p>") * 8_000,
    "labels": lambda: ("<p>" + "记者|" * 60 + "</p>") * 15_000,
    "buttons": lambda: ("<p>" + "分享微信" * 9 + "x</p>") * 20_000,
    "digits": lambda: ("<p>" + "1" * 38 + "x</p>") * 20_000,
    "spaces in front of a date": lambda: ("<p>" + "&nbsp;" * 300 + "2025-01-01x</p>") * 5_000,
    "references": lambda: "<p>" + "&#11;" * 500_000 + P,
    "comments without end": lambda: "<!--" * 500_000 + P,
    "tags without end": lambda: "<p" * 1_000_000,
    "a million metas": lambda: '<meta name="a" content="b">' * 300_000 + P,
    "a long title": lambda: "<title>" + "页面不存在" * 300_000 + "</title>" + P,
    "a pager of 200,000 pages": lambda: "".join(f'<a href="1_{n}.html">{n}</a>' for n in range(200_000)),
    "entities of entities": lambda: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>' + P,
    "white space": lambda: "<p>" + " \n" * 2_000_000 + "据" + P,
    "JSON-LD nested deep": lambda: '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + P,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_costs_little(name):
    page = Page("http://www.jz.example/1.html", f"<html><body>{PAGES[name]()}</body></html>".encode(), SEEN)
    started = time.process_time()
    result = extract(page)
    assert isinstance(result, Article | Rejection)
    assert time.process_time() - started < 5.0


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "<br>",
            "<h1>",
            "</h1>",
            "<a href='/1'>",
            "</a>",
            "<ul><li>",
        ]
    )
    | st.sampled_from(
        [
            "来源：",
            "责任编辑：白露",
            "相关阅读",
            "2025-05-20",
            "首页 > 新闻",
            "江ICP备05012345号",
            "标题",
            "下一页",
            P,
            "&#11;",
            "<!--",
            "]]>",
            "<?x",
        ]
    )
    | st.text(max_size=6),
    max_size=60,
)


@given(MARKUP)
@settings(max_examples=200)
def test_no_markup_raises(pieces):
    result = extract(Page("http://www.jz.example/1.html", "".join(pieces).encode("utf-8", "ignore"), SEEN))
    assert isinstance(result, Article | Rejection)
    if isinstance(result, Article):
        assert result.body
        assert result.title is not None


@given(st.binary(max_size=2000))
def test_no_bytes_raise(body):
    assert isinstance(extract(Page("", body, SEEN)), Article | Rejection)
