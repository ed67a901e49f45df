"""The next page of a list, from links, numbers, drop-downs and scripts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.document import parse
from crawler.paging import find_next

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
AT = "http://www.yuan.example/xw/"


def next_of(html: str, url: str = AT, pattern: str = "") -> str | None:
    doc = parse(f"<html><body>{html}</body></html>", url, fetched_at=NOW)
    assert doc is not None
    return find_next(doc.tree, url, pattern)


@pytest.mark.parametrize(
    ("html", "url", "following"),
    [
        ("<a href='index_2.html'>下一页</a>", AT, f"{AT}index_2.html"),
        ("<a href='?page=2'>下页 &gt;</a>", AT, f"{AT}?page=2"),
        ("<a href='/p/2.html'>后一页</a>", AT, "http://www.yuan.example/p/2.html"),
        ("<a href='list_2.html'>下一頁</a>", AT, f"{AT}list_2.html"),
        ("<a href='x_2.html'><img alt='' title=''></a><a href='list_2.html' title='下一页'><i></i></a>", AT, f"{AT}list_2.html"),
        ("<a href='/xw/page/2/' class='next page-numbers'>Next</a>", AT, f"{AT}page/2/"),
        ("<a href='/xw/?paged=2'>Older posts</a>", AT, f"{AT}?paged=2"),
        ("<div class=pages><a href='/xw/index_2.html'>&gt;</a><a href='/xw/index_9.html'>&gt;&gt;</a></div>", AT, f"{AT}index_2.html"),
        ("<a href=javascript:; onclick=\"location.href='/xw/index_2.html'\">下一页</a>", AT, f"{AT}index_2.html"),
        ("<b>1</b><a href='index_1.html'>2</a><a href='index_2.html'>3</a>", AT, f"{AT}index_1.html"),
        ("<a href='index.html'>1</a><b>2</b><a href='index_2.html'>3</a>", f"{AT}index_1.html", f"{AT}index_2.html"),
        ("<a href='1.html'>1</a> ... <a href='5.html'>5</a><b>6</b><a href='7.html'>7</a>", f"{AT}6.html", f"{AT}7.html"),
        ("<select><option value='1.html' selected>第1页</option><option value='2.html'>第2页</option></select>", f"{AT}1.html", f"{AT}2.html"),
        ("<script>createPageHTML(34, 0, 'index', 'shtml')</script>", AT, f"{AT}index_1.shtml"),
        ("<script>createPageHTML('pages', 34, 2, 'list', 'shtml', 500)</script>", f"{AT}list_2.shtml", f"{AT}list_3.shtml"),
        ("<script>var currentPage=0,countPage = 3;</script>", AT, f"{AT}index_1.html"),
        ("<script>var countPage = 3;var currentPage = 0;</script>", AT, f"{AT}index_1.html"),
        ("<script>$('#99').jpage({totalRecord:67,perPage:15})</script>", f"{AT}col9/index.html", f"{AT}col9/index.html?uid=99&pageNum=2"),
        ("<link rel=next href=/xw/2>", AT, f"{AT}2"),
        # the end of a list, and what only looks like more
        ("<a href='#'>下一页</a>", AT, None),
        ("<a href='/xw/'>下一页</a>", AT, None),
        ("<a href='javascript:void(0)'>下一页</a>", AT, None),
        ("<a href='http://other.example/2.html'>下一页</a>", AT, None),
        ("<a href='/a/102.html'>下一篇</a><a href='/more/'>更多&gt;&gt;</a>", AT, None),
        ("<a href='/xw/'>新闻</a> &gt; <a href='/xw/12/'>&gt;</a>", AT, None),
        ("<script>createPageHTML(34, 33, 'index', 'html')</script>", f"{AT}index_33.html", None),
        ("<script>createPageHTML('p', 5, 5, 'list', 'shtml', 73)</script>", f"{AT}list_5.shtml", None),
        ("<a href='1.html'>1</a><a href='2.html'>2</a><b>3</b>", f"{AT}3.html", None),
    ],
)  # fmt: skip
def test_a_list_goes_on_where_its_pager_says(html: str, url: str, following: str | None) -> None:
    assert next_of(html, url) == following


def test_a_pattern_counts_from_the_page_at_hand() -> None:
    assert next_of("", f"{AT}index.html", "index_{n}.html") == f"{AT}index_2.html"
    assert next_of("", f"{AT}index_7.html", "index_{n}.html") == f"{AT}index_8.html"


@given(st.text(max_size=300), st.integers(0, 10**9))
def test_whatever_a_pager_says_nothing_is_raised(text: str, number: int) -> None:
    escaped = text.replace("<", "&lt;").replace("'", "&#39;")
    for html in (
        f"<a href='{escaped}'>下一页</a>",
        f"<a href='?p={number}'>{number}</a>",
        f"<script>createPageHTML({number}, {escaped}</script>",
    ):
        found = next_of(html)
        assert found is None or found.startswith("http://www.yuan.example/")
