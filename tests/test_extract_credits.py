"""Credits as templates print them: each kind on a page of its own."""

from datetime import UTC, datetime

import pytest

from archive.records import Article, Page
from crawler.extract import extract

TEXT = "".join(
    f"<p>{words}</p>"
    for words in (
        "近日，青岩市市场监管局组织开展机动车检验机构专项检查，共检查机构二十七家，发现问题四十一个，已全部责令限期整改。",
        "检查组重点查看了设备检定证书、原始记录和人员资质，并对三台制动检验台进行了现场比对，结果均在允许误差以内。",
        "下一步，该局将把检查结果与信用分类挂钩，对屡查屡犯的机构依法从严处理，推动行业规范有序发展。",
    )
)


def read(meta: str, after: str = "", title: str = "青岩专项检查机动车检验机构") -> Article:
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><h1>青岩专项检查机动车检验机构</h1>{meta}<div>{TEXT}{after}</div></body></html>"
    result = extract(Page("https://news.example/a/1.html", page.encode(), datetime(2026, 11, 23, 4, tzinfo=UTC)))
    assert isinstance(result, Article), result
    return result


@pytest.mark.parametrize(
    ("meta", "after", "author"),
    [
        ('<p>由 <a href="/u/3">林木</a> 发布于 <time>2025年4月10日</time></p>', "", "林木"),
        ('<p>2025-04-10 <a href="/author/9">小杜</a></p>', "", "小杜"),
        ('<p>2025-04-10</p><div class="author">周岚</div>', "", "周岚"),
        ("<p>2025-04-10</p>", "<p>（青岩新闻网记者 丁一 通讯员 郝明）</p>", "丁一、郝明"),
        ("<p>2025-04-10</p>", "", None),
    ],
)
def test_an_author_is_read_as_the_template_prints_it(meta, after, author):
    assert read(meta, after).author == author


@pytest.mark.parametrize(
    ("meta", "title", "source"),
    [
        ("<p>2025-3-6 10:11 | 评论: 3 | 来自: 青岩发布</p>", "青岩专项检查机动车检验机构", "青岩发布"),
        ("<p><span>2025-03-06</span> <span>青岩观察</span></p>", "青岩专项检查机动车检验机构_青岩观察", "青岩观察"),
        ("<p>2025-03-06</p>", "青岩专项检查机动车检验机构_青岩观察", None),
    ],
)
def test_a_source_is_what_is_printed_not_what_the_window_is_called(meta, title, source):
    assert read(meta, title=title).source == source


def test_a_request_to_name_the_site_is_no_source():
    assert read("<p>2025-03-06</p>", "<p>版权声明：本站文章，转载请注明出处：测量前沿。</p>").source is None


def test_offices_and_titles_in_an_author_label_are_no_name():
    offices = "某某国际经济交流中心世界经济研究部部长、区域合作研究部部长、研究员钱某某"
    assert read("<p>2025-03-06</p>", f"<p>（本文来源：青岩日报 作者：{offices}）</p>").author is None
