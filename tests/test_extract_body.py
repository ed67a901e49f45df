from datetime import UTC, datetime

import pytest

from crawler.extract.body import find_body
from crawler.extract.document import parse
from crawler.extract.lines import Kind, kind_of
from crawler.source import Source

SEEN = datetime(2025, 6, 1, tzinfo=UTC)
ONE = "江州市计量测试所近日完成民用四表专项检定，共检定水表三千二百只，合格率为百分之九十九点四。"
TWO = "检定人员在现场逐只核对铅封和编号，对误差超过允差的表具要求供水单位限期更换，并公布举报电话。"
THREE = "下一步，该所将在云溪区和青岩县设立便民检定点，市民凭预约即可免费检定家用血压计和电子秤。"
TITLE = "江州完成民用四表专项检定"


def body_of(inside, title=TITLE, source=None):
    doc = parse(f"<html><head><title>{title}_江州网</title></head><body>{inside}</body></html>", fetched_at=SEEN)
    return find_body(doc, source)


def paragraphs(*lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def test_the_title_and_the_line_of_date_and_source_are_head_and_not_body():
    body = body_of(
        f"<h1>{TITLE}</h1><div>2025-05-20 08:05 来源：江州日报 作者：周岚</div><div>字号：大 中 小</div>" + paragraphs(ONE, TWO)
    )
    assert body.text == f"{ONE}\n{TWO}"
    assert body.heading.text == TITLE
    assert [line.text for line in body.head] == ["2025-05-20 08:05 来源：江州日报 作者：周岚", "字号：大 中 小"]


@pytest.mark.parametrize(
    "ending",
    [
        "（责任编辑：白露）",
        "编辑/白露",
        "【纠错】【责任编辑:白露】",
        "来源：江州日报",
        "（来源：江州日报）",
        "转自：江州日报",
        "原标题：江州民用四表检定收官",
        "（市计量所供稿）",
        "声明：本文仅代表作者个人观点，不代表本站立场。",
        "免责声明：以上内容来自互联网，如有侵权请联系我们删除。",
        "分享让更多人看到",
        "扫一扫在手机打开当前页",
        "更多资讯请下载江州新闻APP",
        "关键词：计量,检定",
        "版权所有：江州网 未经授权不得转载",
        "上一篇：没有了",
    ],
)
def test_a_line_that_is_no_news_is_cut_from_the_end_and_kept_in_the_tail(ending):
    for inside in (
        paragraphs(ONE, TWO, ending),
        f"<div>{paragraphs(ONE, TWO)}</div><div>{ending}</div>",
        f"{ONE}<br>{TWO}<br>{ending}",
    ):
        body = body_of(f"<h1>{TITLE}</h1><div>{inside}</div>")
        assert body.text == f"{ONE}\n{TWO}"
        assert ending in [line.text for line in body.tail]
        assert ending in [cut.line.text for cut in body.cut]


@pytest.mark.parametrize(
    "line",
    [
        "他表示，该说法并不代表公司立场，市场监管部门未经批准也不会公布企业名单，一切以公告为准。",
        "未经市场监督管理部门许可，任何单位和个人不得伪造、变造检验检测报告，违者依法追究责任。",
        "消费者下载某款手机应用后发现，其测出的心率与医院仪器相差二十次以上，遂向消委会投诉。",
        "该平台无ICP备案信息，涉嫌销售伪造的检验报告，警方已立案侦查，案件正在进一步办理之中。",
        "责任编辑是一份责任，四十年来他审过的稿件超过两千万字，没有一处数据差错，同行都很佩服。",
    ],
)
def test_sentences_about_such_things_stay(line):
    assert body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, line, TWO)}</div>").text == f"{ONE}\n{line}\n{TWO}"
    assert body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO, line)}</div>").text == f"{ONE}\n{TWO}\n{line}"


def test_captions_sub_headings_signatures_and_annexes_stay():
    lines = [
        "检定人员在现场。周岚 摄",
        ONE,
        "一、强化检定",
        TWO,
        "（江州日报记者 周岚）",
        "附件：检定结果汇总表.xlsx",
        "江州市计量测试所",
        "2025年5月20日",
    ]
    assert body_of(f"<h1>{TITLE}</h1><div>{paragraphs(*lines)}</div>").text == "\n".join(lines)


def test_a_repeated_title_and_a_summary_that_is_said_again_are_cut():
    body = body_of(f"<h1>{TITLE}</h1><div>{paragraphs(TITLE, '摘要：' + ONE, ONE, TWO)}</div>")
    assert body.text == f"{ONE}\n{TWO}"


def test_a_text_printed_twice_is_kept_once():
    body = body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO, THREE, ONE, TWO, THREE)}</div>")
    assert body.text == f"{ONE}\n{TWO}\n{THREE}"
    assert {cut.reason for cut in body.cut} == {"the text a second time"}


def test_related_stories_with_teasers_inside_the_box_are_cut_linked_or_not():
    for item in ("<a href='/2.html'>青岩县开展衡器检定</a>", "青岩县开展衡器检定"):
        related = f"<p>相关阅读</p><ul><li><h4>{item}</h4><p>{THREE}</p></li><li><h4>{item}二</h4><p>{THREE}</p></li></ul>"
        assert body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO)}{related}</div>").text == f"{ONE}\n{TWO}"


def test_a_box_of_links_amid_the_text_is_taken_out_and_the_text_goes_on():
    box = "<div><h4>相关报道</h4><ul><li><a href='/2.html'>青岩县开展衡器检定</a></li></ul></div>"
    body = body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE)}{box}{paragraphs(TWO, THREE)}</div>")
    assert body.text == f"{ONE}\n{TWO}\n{THREE}"


def test_comments_longer_than_the_text_do_not_win():
    comments = "".join(
        f"<div><b>网友{n}</b><p>{THREE}我觉得还应该再多设几个点。</p><i>{n}小时前 回复</i></div>" for n in range(30)
    )
    body = body_of(
        f"<h1>{TITLE}</h1><div>2025-05-20 08:05</div><div>{paragraphs(ONE)}</div><h3>网友评论</h3><div>{comments}</div>"
    )
    assert body.text == ONE


def test_the_sources_selector_and_its_drop_list_come_first():
    source = Source("jz", "江州网", "http://www.jz.example/", body="#own", drop=("广告.{0,9}",))
    body = body_of(
        f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO, THREE)}</div><div id='own'>{paragraphs(THREE, '广告位招租')}</div>",
        source=source,
    )
    assert body.text == THREE
    assert body.how == "the source's selector"


def test_a_page_without_text_has_no_body_and_still_its_head():
    body = body_of("<ul><li><a href='/1'>首页</a></li></ul><img src='a.png'>")
    assert body.lines == []
    assert body.text == ""


def test_trafilatura_confirms_the_container():
    assert "trafilatura agrees" in body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO, THREE)}</div>").how


def test_where_trafilatura_refuses_the_container_the_page_is_read_again(monkeypatch):
    from crawler.extract import judge

    monkeypatch.setattr(judge, "kept", lambda doc, element=None: "".join(THREE.split()) if element is None else "")
    body = body_of(f"<h1>{TITLE}</h1><div>{paragraphs(ONE, TWO)}</div><div><h2>下页</h2>{paragraphs(THREE)}</div>")
    assert THREE in body.text
    assert "trafilatura keeps" in body.how


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2025年06月27日 08:05 来源：江州日报", Kind.META),
        ("当前位置：首页 > 新闻 > 正文", Kind.META),
        ("http://mr.jz.example/880123.html", Kind.META),
        ("缩小字体放大字体收藏微博微信分享", Kind.TOOL),
        ("3小时前", Kind.COMMENT),
        ("您可能感兴趣的文章", Kind.STOP),
        ("江州检验检测服务业营收增长(2025-05-30)", Kind.LINKS),
        ("江ICP备05012345号-1", Kind.FOOTER),
        ("江州市市场监督管理局 2025年5月30日", Kind.SHORT),
        (ONE, Kind.TEXT),
    ],
)
def test_a_line_is_known_by_its_words_and_shape(text, kind):
    doc = parse(f"<p>{text.replace('>', '&gt;')}</p>", fetched_at=SEEN)
    assert kind_of(doc.lines[0]) is kind
