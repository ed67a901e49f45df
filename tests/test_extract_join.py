from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.records import Article
from crawler.extract.document import parse
from crawler.extract.join import find_next, join

SEEN = datetime(2025, 6, 1, tzinfo=UTC)


def next_of(url, html):
    return find_next(parse(f"<p>正文</p>{html}", url, fetched_at=SEEN))


@pytest.mark.parametrize(
    ("url", "href", "expected"),
    [
        ("http://a.cn/x/c1-40.html", "c1-40-2.html", "http://a.cn/x/c1-40-2.html"),
        ("http://a.cn/x/c1-40-2.html", "c1-40-3.html", "http://a.cn/x/c1-40-3.html"),
        ("http://a.cn/x/t20250101_12.html", "t20250101_12_1.html", "http://a.cn/x/t20250101_12_1.html"),
        ("http://a.cn/x/7.html", "7_2.html", "http://a.cn/x/7_2.html"),
        ("http://a.cn/x/7.html?a=1", "7.html?a=1&page=2", "http://a.cn/x/7.html?a=1&page=2"),
        ("http://a.cn/x/7/", "2.html", "http://a.cn/x/7/2.html"),
        ("http://a.cn/x/7.html", "8.html", None),
        ("http://a.cn/x/7.html", "http://b.cn/x/7_2.html", None),
        ("http://a.cn/x/7_2.html", "7_2.html", None),
        ("http://a.cn/x/7.html", "javascript:next()", None),
        ("http://a.cn/x/content_1.htm", "content_9.htm", None),
        ("http://a.cn/x/7.html?page=1", "7.html?page=3", None),
    ],
)
def test_the_next_page_is_this_address_with_the_next_number(url, href, expected):
    assert next_of(url, f'<a href="{href}">下一页</a>') == expected


def test_the_next_article_is_not_the_next_page():
    assert next_of("http://a.cn/x/7.html", '<a href="7_2.html">下一篇</a>') is None


def test_page_numbers_alone_are_enough():
    assert next_of("http://a.cn/x/7_2.html", '<a href="7.html">1</a> 2 <a href="7_3.html">3</a>') == "http://a.cn/x/7_3.html"


def test_paging_written_by_script_is_read():
    script = '<script>createPageHTML(3, 0, "t20250101_12", "html");</script>'
    assert next_of("http://a.cn/x/t20250101_12.html", script) == "http://a.cn/x/t20250101_12_1.html"
    assert next_of("http://a.cn/x/t20250101_12_2.html", script.replace("3, 0", "3, 2")) is None


def test_a_page_without_an_address_has_no_next():
    assert next_of("", '<a href="7_2.html">下一页</a>') is None


def test_parts_become_one_article_with_the_facts_of_all():
    first = Article("http://a.cn/7.html", "题", "一\n二", published="2025-01-01", next_page="http://a.cn/7_2.html")
    second = Article("http://a.cn/7_2.html", "题（2）", "二\n三", editor="白露", published="2025-01-02")
    whole = join([first, second])
    assert whole.body == "一\n二\n三"
    assert (whole.url, whole.title, whole.published, whole.editor, whole.next_page) == (
        first.url,
        "题",
        "2025-01-01",
        "白露",
        None,
    )


def test_nothing_cannot_be_joined():
    with pytest.raises(ValueError, match="at least one"):
        join([])


@given(
    st.lists(
        st.lists(st.text(st.characters(categories=["Lo"]), min_size=1, max_size=5), min_size=1, max_size=5),
        min_size=1,
        max_size=5,
    )
)
def test_joining_loses_no_line(parts):
    whole = join([Article("http://a.cn/1.html", "题", "\n".join(lines)) for lines in parts])
    assert set(whole.body.split("\n")) == {line for lines in parts for line in lines}
