"""What a list page is: a list, something else in its place, or a frame around one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from archive.records import Outcome, Page
from crawler.listing import Listing, read_listing
from crawler.source import Source

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
AT = "http://www.yuan.example/xw/"
SOURCE = Source(key="yuan", name="某院", home="http://www.yuan.example/", lists=(AT,), articles=r"/xw/2026/\d+\.html$")
NEWS = [f"<li><a href='/xw/2026/{410 + n}.html'>检测机构能力验证结果公布第{n}批</a></li>" for n in range(8)]
MENU = "<div class='nav'><a href='/'>首页</a><a href='/gk/'>机构概况</a><a href='/lx/'>联系我们</a></div>"
CASINO = (
    "威尼斯人官网首存送彩金",
    "百家乐技巧大全",
    "真人荷官在线发牌",
    "老虎机爆分秘籍",
    "时时彩计划群",
    "某地旅游攻略",
    "开户送体验金",
)


def read(body: str, title: str = "新闻动态-某院", source: Source | None = SOURCE) -> Listing:
    page = f"<html><head><title>{title}</title></head><body>{MENU}{body}</body></html>"
    return read_listing(Page(AT, page.encode(), NOW, "text/html; charset=utf-8"), source)


@pytest.mark.parametrize("source", [SOURCE, None, replace(SOURCE, articles=r"/detail/\d+")], ids=["pattern", "none", "theirs"])
def test_a_list_of_advertised_games_is_spam_with_or_without_a_pattern(source: Source | None) -> None:
    items = "".join(f"<li><a href='/detail/{800 + n}.html'>{text}</a></li>" for n, text in enumerate(CASINO))
    listing = read(f"<ul>{items}</ul>", source=source)
    assert listing.problem == Outcome.SPAM
    assert "百家乐" in listing.detail
    assert not listing.links


def test_news_about_gambling_and_a_poisoned_title_over_a_whole_list_are_no_spam() -> None:
    news = [*NEWS, "<li><a href='/xw/2026/499.html'>警方捣毁百家乐网络赌博窝点</a></li>"]
    assert len(read(f"<ul>{''.join(news)}</ul>").links) == 9
    assert len(read(f"<ul>{''.join(NEWS)}</ul>", title="威尼斯人官网-百家乐-老虎机-某院").links) == 8


@pytest.mark.parametrize(
    ("body", "title", "outcome"),
    [
        ("<h1>网站维护中</h1><p>系统升级维护，预计三天后恢复，敬请谅解。</p>", "网站维护", Outcome.MAINTENANCE),
        ("<form><h2>用户登录</h2>账号<input name=u> 密码<input type=password name=p></form>", "用户登录", Outcome.LOGIN_WALL),
        ("<p>您访问的页面不存在</p>", "404", Outcome.SOFT_404),
        ("<p>该域名出售，有意者请联系</p>", "域名出售", Outcome.PARKED),
        ("<p>请完成滑块，进行人机验证</p>", "安全验证", Outcome.CAPTCHA),
        ("<h1>百家乐</h1><p>娱乐城 送彩金</p>", "威尼斯人 葡京", Outcome.SPAM),
    ],
)
def test_a_wall_in_the_place_of_a_list_is_told_by_its_name(body: str, title: str, outcome: Outcome) -> None:
    listing = read(body, title)
    assert listing.problem == outcome
    assert listing.detail


@pytest.mark.parametrize(
    "body",
    [
        "<p>暂无信息</p>",
        "<p>没有找到相关内容</p>",
        "<div id='app'></div>",
        "<div id='app'></div><noscript>请启用JavaScript后继续访问</noscript>",
        "<div class='top'><a href='/u/'>用户登录</a></div><div id='list'></div>",
        "<div class='top'>用户登录 | 注册</div><ul class='list'></ul>",
        "<ul class='list'></ul>",
    ],
)
def test_a_list_without_entries_is_a_list(body: str) -> None:
    listing = read(body)
    assert (listing.problem, listing.links) == ("", ())


def test_a_list_that_a_script_loads_and_one_with_an_entry_are_lists_whatever_stands_around_them() -> None:
    login = "<form>用户登录<input name=u><input type=password name=p></form>"
    script = "<script parsetype='bulidstatic' url='/api/unit.do' querydata=\"{'page':'1'}\"></script>"
    assert read(login + script, "用户登录").lists
    assert read(login + f"<ul>{NEWS[0]}</ul>", "用户登录").links


def test_a_list_in_a_frame_of_the_same_site_is_read_there_and_another_sites_is_named() -> None:
    frames = (
        "<iframe src='/inc/list.asp?id=3' width='100%'></iframe><iframe src='/count.php' style='display: none'></iframe>"
        "<iframe src='http://www.weather.example/now' height='60'></iframe><iframe width='0' height=0 src='/stat/'></iframe>"
    )
    listing = read(frames)
    assert listing.lists == ("http://www.yuan.example/inc/list.asp?id=3",)
    assert listing.detail == "shows http://www.weather.example/now in a frame"
    assert read(frames + f"<ul>{''.join(NEWS)}</ul>").lists == ()
