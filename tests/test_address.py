"""When two addresses are one."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.address import AddressError, clean, key


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("HTTP://Portal.CN:80/a/../b.html#x", "http://portal.cn/a/../b.html"),
        ("https://portal.cn", "https://portal.cn/"),
        ("http://portal.cn/a?utm_source=wx&id=3&spm=1.2", "http://portal.cn/a?id=3"),
        ("http://portal.cn./a", "http://portal.cn/a"),
        ("http://portal.cn/计量/新闻.html", "http://portal.cn/%E8%AE%A1%E9%87%8F/%E6%96%B0%E9%97%BB.html"),
        ("http://user:word@portal.cn/a", "http://portal.cn/a"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
    ],
)
def test_an_address_is_cleaned(url: str, wanted: str) -> None:
    assert clean(url) == wanted


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.cn/", "", "http://", "http://a b.cn/", "//x"]
)
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(AddressError):
        clean(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://portal.cn/news/index.html", "https://portal.cn/news/"),
        ("http://portal.cn/a?b=1&a=2", "http://portal.cn/a?a=2&b=1"),
        ("http://portal.cn/%7Ea", "http://portal.cn/~a"),
        ("http://portal.cn/计量", "http://portal.cn/%E8%AE%A1%E9%87%8F"),
        ("http://portal.cn:80/a", "http://portal.cn/a"),
    ],
)
def test_two_spellings_are_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_parameters_of_the_way_are_dropped_beside_raw_characters() -> None:
    assert clean("http://portal.cn/a?t=检测&utm_source=x") == "http://portal.cn/a?t=%E6%A3%80%E6%B5%8B"
    assert clean("http://portal.cn/a?t=\ufffd&spm=1") == clean("http://portal.cn/a?t=\ufffd")


def test_half_a_character_is_no_address() -> None:
    for place in ("/\ud800", "/a?t=\ud800", "/a?t=\ud800&spm=1"):
        with pytest.raises(AddressError):
            clean(f"http://portal.cn{place}")


def test_different_articles_keep_different_keys() -> None:
    urls = [
        "http://portal.cn/a?id=1",
        "http://portal.cn/a?id=2",
        "http://portal.cn/a",
        "http://portal.cn/A",
        "http://portal.cn:81/a",
    ]
    assert len({key(url) for url in urls}) == len(urls)


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_an_address_or_our_error(text: str) -> None:
    with contextlib.suppress(AddressError):
        assert key(clean("http://portal.cn/" + text)) == key("http://portal.cn/" + text)


@given(st.from_regex(r"https?://[a-z]{1,8}\.cn(:\d{2,4})?/[a-z%/\d?=&#]{0,30}", fullmatch=True))
def test_cleaning_twice_changes_nothing(url: str) -> None:
    with contextlib.suppress(AddressError):
        assert clean(clean(url)) == clean(url)
