"""Where the text begins and ends among lines that look like text."""

from datetime import UTC, datetime

import pytest

from archive.records import Article, Page
from crawler.extract import extract

TITLE = "江州完成民用四表专项检定"
LONG = "江州市计量测试所近日完成民用四表专项检定，共检定水表三千二百只，合格率为百分之九十九点四，不合格的已经全部更换。"


def body_of(inside: str) -> list[str]:
    html = f"<html><head><meta charset=utf-8><title>{TITLE}</title></head><body>{inside}</body></html>"
    result = extract(Page("https://news.example/a/x.html", html.encode(), datetime(2026, 11, 23, tzinfo=UTC)))
    assert isinstance(result, Article), result
    return result.body.split("\n")


@pytest.mark.parametrize(
    "inside",
    [
        # a lead above the line of date and source
        f"<h1>{TITLE}</h1><p>三千二百只水表，只有二十只不合格。</p><div>2025-05-20 09:12 来源：江州网</div><div><p>{LONG}</p><p>{LONG[::-1]}</p></div>",
        # a post, and who answered
        f"<h1>{TITLE}</h1><div>发表于 2025-05-20 09:12</div><div><p>{LONG}</p><p>{LONG[::-1]}</p></div><div>小李</div><div>发表于 2025-05-21 10:02</div><div>{LONG[:40]}好！</div>",
        # all was said
        f"<h1>{TITLE}</h1><div>2025-05-20 09:12</div><div><p>{LONG}</p><p>{LONG[::-1]}</p><p>（完）</p><p>江州新闻热线</p></div>",
        f"<h1>{TITLE}</h1><div>2025-05-20 09:12</div><div><p>{LONG}</p><p>{LONG[::-1]}<a href='/'>返回江州，查看更多</a></p></div>",
        # the paper's name below the title
        f"<h1>{TITLE}</h1><p>本报记者　丁　一<br>《江州日报》（2025年05月20日 第 12 版）</p><div><p>{LONG}</p><p>{LONG[::-1]}</p></div>",
    ],
)
def test_what_stands_around_the_text_is_told_by_its_place(inside: str) -> None:
    assert [line for line in body_of(inside) if line != "（完）"] == [LONG, LONG[::-1]]


def test_a_short_notice_is_no_lead_to_its_signature() -> None:
    lines = body_of(f"<h1>{TITLE}</h1><div><p>{LONG}</p><p>江州市计量测试所</p><p>2025年5月20日</p></div>")
    assert lines == [LONG, "江州市计量测试所", "2025年5月20日"]


def test_a_lone_sentence_keeps_its_salutation_and_signature_in_a_crowded_box() -> None:
    notice = ["各送检单位：", "因实验室搬迁，我所自即日起至12月20日暂停受理压力表检定业务。", "特此通知。", "江州市计量测试所"]
    links = "".join(f"<li><a href='/{n}.html'>江州检定消息第{n}条请看这里</a></li>" for n in range(8))
    lines = body_of(
        f"<div><h1>{TITLE}</h1><div>2025-05-20 09:12 来源：江州网</div><ul>{links}</ul>{''.join(f'<p>{text}</p>' for text in notice)}<ul>{links}</ul></div>"
    )
    assert lines == notice


def test_a_title_is_seen_across_a_bar_of_buttons() -> None:
    bar = "".join(
        f"<div>{word}</div>" for word in ("分享", "微信", "微博", "QQ空间", "收藏", "打印", "点赞", "评论", "纠错", "举报") * 2
    )
    assert body_of(f"<h1>{TITLE}</h1><div>2025-05-20</div>{bar}<div><p>检定现场</p><p>{LONG}</p></div>") == ["检定现场", LONG]


@pytest.mark.parametrize(
    "counter",
    [
        "阅读 3321 次",
        "浏览量 100",
        "（阅读次数：77）",
        "访问量：5",
        "人气：88",
        "共有 55 人浏览",
        "阅读：98  评论：3",
        "已有1.2万人阅读过本文",
    ],
)
def test_counters_alone_on_a_line_are_no_text_above_it_or_below(counter: str) -> None:
    top = f"<h1>{TITLE}</h1><div>2025-05-20 09:12</div>"
    assert body_of(f"{top}<div><p>{LONG}</p><p>{LONG[::-1]}</p><p>{counter}</p></div>") == [LONG, LONG[::-1]]
    assert body_of(f"{top}<div><p>{counter}</p><p>{LONG}</p><p>{LONG[::-1]}</p></div>") == [LONG, LONG[::-1]]


def test_a_table_of_counts_is_the_articles_own() -> None:
    rows = "".join(f"<tr><td>{name}量</td><td>{number} 次</td></tr>" for name, number in (("阅读", 3321), ("点击", 205)))
    lines = body_of(f"<h1>{TITLE}</h1><div>2025-05-20</div><div><p>{LONG}</p><table>{rows}</table><p>{LONG[::-1]}</p></div>")
    assert lines == [LONG, "阅读量 | 3321 次", "点击量 | 205 次", LONG[::-1]]
