"""Dates in the forms that pages print them, and the places of a page that say when."""

from datetime import UTC, datetime

import pytest

from archive.records import Article, Page
from crawler.extract import extract
from crawler.extract.datetext import find_moment, from_stamp

SEEN = datetime(2026, 11, 23, 4, tzinfo=UTC)
TEXT = "江州市计量测试所近日完成民用四表专项检定，共检定水表三千二百只，合格率为百分之九十九点四，不合格的已全部更换。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("May 20, 2025", "2025-05-20"),
        ("Sept. 3rd, 2025 9:05 PM", "2025-09-03T21:05:00+08:00"),
        ("Updated: 20 May 2025, 12:07 am", "2025-05-20T00:07:00+08:00"),
        ("周二, 05/20/2025 - 09:12", "2025-05-20T09:12:00+08:00"),
        ("20/05/2025", "2025-05-20"),
        ("05/06/2025", None),  # the fifth of June or the sixth of May
        ("２０２５年５月２０日", "2025-05-20"),
        ("2025-05-20 星期二 09:12:44", "2025-05-20T09:12:44+08:00"),
        ("2025/5/20 下午 3:12:31", "2025-05-20T15:12:31+08:00"),
        ("Maybe 20, 2025 samples", None),
        ("Mar 32, 2025", None),
    ],
)
def test_a_date_is_read_in_the_form_it_is_printed(text, found):
    moment = find_moment(text, SEEN)
    assert (moment.iso if moment else None) == found


def test_a_stamp_is_a_moment_and_not_one_that_is_still_to_come():
    assert from_stamp("1747703531", SEEN).iso == from_stamp("1747703531000", SEEN).iso == "2025-05-20T09:12:11+08:00"
    assert from_stamp("1947703531", SEEN) is None
    assert from_stamp("12345", SEEN) is None


def published(meta, head="", after=""):
    title = "江州完成民用四表专项检定"
    html = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body><h1>{title}</h1>{meta}<div><p>{TEXT}</p><p>{TEXT[::-1]}</p></div>{after}</body></html>"
    result = extract(Page("https://news.example/a/x.html", html.encode(), SEEN))
    assert isinstance(result, Article), result
    return result.published


@pytest.mark.parametrize(
    ("meta", "head", "after", "found"),
    [
        ('<div>来源：江州网 <span data-time="1747703531"></span></div>', "", "", "2025-05-20T09:12:11+08:00"),
        ('<div>来源：江州网 <span title="2025-5-20 09:12">一年前</span></div>', "", "", "2025-05-20T09:12:00+08:00"),
        ("", "<script>var ct='1747703531';var createTime = '2025-05-20 09:12';</script>", "", "2025-05-20T09:12:11+08:00"),
        ("", '<script>{"list":[{"publishTime":"2025-05-20"},{"publishTime":"2025-05-21"}]}</script>', "", None),
        ("", "", "<p>posted on 2025-05-20 22:15 江州 阅读(3)</p>", "2025-05-20T22:15:00+08:00"),
        ("", "", "<ul><li><a href='/1'>江州召开检测机构座谈会</a> Jun 2, 2025</li></ul><p>最后更新：2026-11-20</p>", None),
    ],
)
def test_what_a_script_would_print_and_what_stands_below_the_text_is_read_too(meta, head, after, found):
    assert published(meta, head, after) == found
