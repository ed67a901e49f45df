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
        ("", "<p>（青岩新闻网记者 丁一 通讯员 郝明）</p>", "丁一、郝明"),
        ("<p>2025-04-10</p>", "<p>（青岩新闻网记者 丁一 通讯员 郝明）</p>", None),
        ("<p>2025-04-10</p>", "<p>文/图 丁一</p>", None),
        ("<p>本报记者　丁　一</p><p>2025-04-10</p>", "", "丁一"),
        ("<p>发布者: <a>qingyan</a> 2025-04-10</p>", "", None),
        ("<p>2025-04-10</p>", "", None),
    ],
)
def test_an_author_is_read_above_the_text_and_below_it_only_where_nothing_is_above(meta, after, author):
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


HEADS = (
    ('<p>来源：新华网 | 2025年11月12日 09:05:21</p>', '2025-11-12T09:05', '新华网', None, None),
    ('<p>2025年11月12日09:05 | 来源：临川网－临川日报</p>', '2025-11-12T09:05', '临川网－临川日报', None, None),
    ('<div><span>来源：</span><span><a href="http://x">中国质量新闻网</a></span><span>发布时间：</span><span>2025-11-12 09:05:21</span></div>', '2025-11-12T09:05', '中国质量新闻网', None, None),
    ('<div>时间:2025-11-12 来源:临川县市场监管局 作者:办公室 浏览:12</div>', '2025-11-12', '临川县市场监管局', '办公室', None),
    ('<div>发布者：管理员 发布时间：2025-11-12 浏览次数：332</div>', '2025-11-12', None, None, None),
    ('<div>作者：王海燕  来源：检验科  日期：2025年11月12日</div>', '2025-11-12', '检验科', '王海燕', None),
    ('<div>【信息来源：县计量所】【信息时间：2025-11-12 09:05】【我要打印】【关闭】</div>', '2025-11-12T09:05', '县计量所', None, None),
    ('<div>2025-11-12 09:05:21 &nbsp;来源: 临川晚报 &nbsp;编辑: 张晓 &nbsp;点击:</div>', '2025-11-12T09:05', '临川晚报', None, '张晓'),
    ('<div><i>临川晚报</i><i>2025-11-12 09:05</i></div>', '2025-11-12T09:05', '临川晚报', None, None),
    ('<div>文/图 本报记者 李晓东</div><div>2025-11-12</div>', '2025-11-12', None, '李晓东', None),
    ('<div>文 | 李晓东</div><div>2025-11-12</div>', '2025-11-12', None, '李晓东', None),
    ('<div>2025年11月12日　星期三　临川日报　记者 李晓东 通讯员 王海燕</div>', '2025-11-12', '临川日报', '李晓东、王海燕', None),
    ('<div>临川日报记者 李晓东</div><div>2025-11-12 09:05</div>', '2025-11-12T09:05', None, '李晓东', None),
    ('<div>李晓东</div><div>2025-11-12 09:05 来源：临川日报</div>', '2025-11-12T09:05', '临川日报', None, None),
    ('<div>11-12 09:05 · 来自 临川发布</div>', '2026-11-12T09:05', '临川发布', None, None),
    ('<div>发布日期：[2025-11-12]　信息来源：[质量科]</div>', '2025-11-12', '质量科', None, None),
    ('<div>日期：2025/11/12 9:05:21　访问量：33</div>', '2025-11-12T09:05', None, None, None),
    ('<div>发布时间: 2025.11.12</div>', '2025-11-12', None, None, None),
    ('<div>稿件来源： 临川检验   撰稿：王海燕   审核：周伟   发布日期：2025-11-12</div>', '2025-11-12', '临川检验', '王海燕', None),
    ('<div>供稿单位：理化室　供稿人：王海燕　时间：2025-11-12</div>', '2025-11-12', None, '王海燕', None),
    ('<div>2025-11-12 09:05:21|来源：临川网|责任编辑：周伟|浏览：22</div>', '2025-11-12T09:05', '临川网', None, '周伟'),
    ('<div>來源：臨川時報　2025-11-12 09:05</div>', '2025-11-12T09:05', '臨川時報', None, None),
    ('<div>分享到：</div><div>字体：大 中 小</div><div>2025-11-12 09:05</div><div>来源：临川网</div>', '2025-11-12T09:05', '临川网', None, None),
    ('<div>原创 李晓东 临川检测 2025年11月12日 20:05 临川</div>', '2025-11-12T20:05', None, None, None),
    ('<div>转载自：中国计量网　2025-11-12</div>', '2025-11-12', None, None, None),
    ('<div>（2025年11月12日）</div>', '2025-11-12', None, None, None),
    ('<div>更新时间：2025-11-20 10:00　发布时间：2025-11-12 09:05</div>', '2025-11-12T09:05', None, None, None),
    ('<div>今天是2026年11月23日 星期一</div><div>发布：2025-11-12</div>', '2025-11-12', None, None, None),
    ('<div>新闻来源：本站 添加日期：2025-11-12 9:05:00 阅读次数：5</div>', '2025-11-12T09:05', '本站', None, None),
    ('<div>上传时间：2025-11-12　作者：临川县计量检定测试所</div>', '2025-11-12', None, '临川县计量检定测试所', None),
    ('<div><a href="/a/1">李晓东</a><span>2025-11-12 09:05</span><span>阅读 1.2万</span></div>', '2025-11-12T09:05', None, None, None),
    ('<div>来源于：临川日报社 2025年11月12日 上午9:05</div>', '2025-11-12T09:05', '临川日报社', None, None),
    ('<div>2025年11月12日 下午 03:15 来源：临川网</div>', '2025-11-12T15:15', '临川网', None, None),
    ('<div>2025-11-12T09:05:00+08:00</div>', '2025-11-12T09:05', None, None, None),
)  # fmt: skip
TAILS = (
    ('<p>（来源：临川日报 作者：李晓东）</p>', '临川日报', '李晓东', None, None),
    ('<p>来源：临川日报</p><p>记者：李晓东</p><p>编辑：周伟</p>', '临川日报', '李晓东', '周伟', None),
    ('<p>（责任编辑：周伟）</p>', None, None, '周伟', None),
    ('<p>[责任编辑：周伟 王海燕]</p>', None, None, '周伟、王海燕', None),
    ('<p>责编：周伟 | 审核：李震 | 监审：古筝</p>', None, None, '周伟', None),
    ('<p>转自：中国计量网</p>', None, None, None, '中国计量网'),
    ('<p>本文转载自“中国计量网”</p>', None, None, None, '中国计量网'),
    ('<p>原载于《临川日报》2025年11月12日第5版</p>', None, None, None, '临川日报'),
    ('<p>供稿：王海燕</p>', None, '王海燕', None, None),
    ('<p>撰稿 | 王海燕</p><p>编辑 | 周伟</p><p>审核 | 李震</p>', None, '王海燕', '周伟', None),
    ('<p>（作者：王海燕，单位：临川县计量所）</p>', None, '王海燕', None, None),
    ('<p>（本报记者 李晓东）</p>', None, None, None, None),
    ('<p>作者 王海燕</p>', None, None, None, None),
    ('<p>（本文来源：临川日报）</p>', None, None, None, '临川日报'),
    ('<p>初审：王海燕 复审：周伟 终审：李震</p>', None, None, None, None),
    ('<p>【责任编辑:周伟】</p>', None, None, '周伟', None),
)  # fmt: skip


@pytest.mark.parametrize(("line", "published", "source", "author", "editor"), HEADS, ids=[line[0] for line in HEADS])
def test_the_line_below_the_title_is_read(line, published, source, author, editor):
    found = read(line)
    assert (found.published or "")[: len(published)] == published
    assert (found.source, found.author, found.editor) == (source, author, editor)
    assert found.body.startswith("近日")
    assert found.body.endswith("规范有序发展。")


@pytest.mark.parametrize(("after", "source", "author", "editor", "original"), TAILS, ids=[line[0] for line in TAILS])
def test_the_lines_below_the_text_are_read(after, source, author, editor, original):
    found = read("<p>2025-11-12</p>", f"<div>{after}</div>")
    assert (found.source, found.author, found.editor, found.original_source) == (source, author, editor, original)


def test_a_link_to_the_original_that_is_no_address_is_passed_over() -> None:
    found = read("<p>2025-11-12</p>", '<div><p>转自：<a href="http://[::1/a">中国计量网</a></p></div>')
    assert found.original_url is None
    assert found.original_source == "中国计量网"
