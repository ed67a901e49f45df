from datetime import UTC, datetime

import pytest

from archive.records import Article, Outcome, Page, Rejection
from bench.links import own_lists
from crawler.extract import extract

SEEN = datetime(2025, 6, 1, tzinfo=UTC)
TEXT = "江州市计量测试所近日完成民用四表专项检定，共检定水表三千二百只，合格率为百分之九十九点四。"


def verdict(inside, title="江州网", status=200, url="http://www.jz.example/a/1.html"):
    html = f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{inside}</body></html>'
    return extract(Page(url, html.encode(), SEEN, status=status))


@pytest.mark.parametrize(
    ("title", "inside", "outcome"),
    [
        ("404 Not Found", "<h1>404 Not Found</h1><hr>nginx", Outcome.SOFT_404),
        ("提示信息", "<p>该文章不存在或已被删除</p><a href='/'>返回首页</a>", Outcome.SOFT_404),
        ("系统提示", "<p>您好，请先登录后再查看本文</p>", Outcome.LOGIN_WALL),
        ("", "<p>请输入验证码继续访问</p><img src='c.png'>", Outcome.CAPTCHA),
        ("Just a moment...", "<p>Checking your browser before accessing</p>", Outcome.ANTI_BOT),
        ("", "<script>var $_ts={};$_ts.cd='x';</script>", Outcome.ANTI_BOT),
        ("网站维护中", "<p>网站正在升级维护，敬请期待</p>", Outcome.MAINTENANCE),
        (
            "Welcome to nginx!",
            "<h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p>",
            Outcome.PARKED,
        ),
        ("恭喜，站点创建成功！", "<h1>恭喜，站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p>", Outcome.PARKED),
    ],
)
def test_a_page_that_is_no_article_says_which(title, inside, outcome):
    result = verdict(inside, title)
    assert isinstance(result, Rejection)
    assert result.outcome is outcome
    assert result.detail


HEAD = "<div><a href='/'>首页</a> <a href='/news/'>新闻</a></div><h1>系统调试期间检定业务照常</h1><div>2025-05-20 08:00 来源：江州网</div>"
LISTED = "".join(f"<li><a href='/news/{n}.html'>江州市计量测试所第{n}批检定结果公布</a></li>" for n in range(12))
AROUND = f"<div><h3>相关阅读</h3><ul>{LISTED}</ul></div><div>版权所有 江州网 江ICP备05012345号</div>"


@pytest.mark.parametrize("around", ["", AROUND], ids=["bare", "among links"])
@pytest.mark.parametrize(
    "said",
    [
        "该文章已撤稿。",
        "此文章已被发布者删除",
        "内容审核中，暂时无法查看",
        "因版权原因，本文不再展示。",
        "您要查看的信息不存在或者还没有通过审批！",
        "该内容已被原作者撤回，给您带来不便敬请谅解。",
        "尊敬的读者：</p><p>本文因数据有误，现予以撤回。</p><p>特此声明。</p><p>江州网编辑部",
        "撤稿声明：本站刊发的《系统调试期间检定业务照常》一文因内容失实，现予撤稿，特此声明，并向读者致歉。",
    ],
)
def test_a_withdrawn_article_is_gone_whatever_its_title_speaks_of(said, around):
    result = verdict(f"{HEAD}<div><p>{said}</p></div>{around}", "系统调试期间检定业务照常_江州网")
    assert isinstance(result, Rejection)
    assert result.outcome is Outcome.SOFT_404


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "某期刊一次撤稿一百零七篇论文",
            "某国际期刊日前宣布撤稿一百零七篇论文，理由是同行评议造假，涉及检测数据无法重复。该论文已撤稿。",
        ),
        ("三批次插座不合格被责令下架", "市市场监管局公布抽检结果，三批次插座拉力试验不合格，涉事产品已全部下架，企业主动召回。"),
        ("关于撤回两项检定规程的公告", "经专家审查，决定撤回水表、燃气表两项地方检定规程，自七月一日起停止执行，特此公告。"),
        ("某网撤下一篇失实报道并致歉", "某网今日发布撤稿声明，称其刊发的《某厂检测造假》一文内容失实，现予撤稿，并向读者致歉。"),
        ("平台清理违规检测广告", "平台已将违规信息下架，关闭店铺十一家，并对发布虚假检测报告的商户作出处罚，有关内容已被删除。"),
        (
            "多批次食品检验报告被撤销",
            "因检验程序违规，三份检验报告已被撤销，企业可自收到通知之日起七日内申请复检，逾期视为认可。",
        ),
    ],
)
def test_an_article_about_withdrawals_is_an_article(title, text, dated):
    day = "<div>2025-05-30 09:00 来源：市局</div>" if dated else ""
    result = verdict(f"<h1>{title}</h1>{day}<div><p>{text}</p></div>{AROUND}", f"{title}_江州网")
    assert isinstance(result, Article), result
    assert result.body == text


def test_a_challenge_is_known_by_its_status_too():
    result = verdict("<script>go()</script>", "", status=412)
    assert isinstance(result, Rejection)
    assert result.outcome is Outcome.ANTI_BOT


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("网站升级维护期间暂停受理检定业务的通知", "因系统维护，网上受理平台自6月2日起暂停服务，恢复时间另行通知，敬请谅解。"),
        ("市局通报网页不存在类投诉处理情况", "针对群众反映的“页面不存在”问题，市局已责成承建单位逐条整改，目前全部恢复访问。"),
        (
            "警方破获网络彩票诈骗案",
            "江州警方近日破获一起以彩票平台为名的诈骗案，嫌疑人以送彩金为诱饵骗取群众财物，涉案金额三百万元。" + TEXT,
        ),
        ("用户登录须知", "新版计量业务平台今日上线，用户登录后才能提交检定申请，首次登录请完成单位认证，咨询电话见附件说明。"),
    ],
)
def test_a_dated_article_may_speak_of_such_pages(title, text):
    result = verdict(f"<h1>{title}</h1><div>2025-05-30 09:00 来源：市局</div><div><p>{text}</p></div>", f"{title}_江州网")
    assert isinstance(result, Article), result
    assert result.body == text


def test_a_chronicle_with_dates_on_their_own_lines_is_no_listing():
    days = "".join(f"<p>2025年{month}月{month}日</p><p>{TEXT}</p>" for month in range(1, 7))
    result = verdict(f"<h1>江州计量大事记</h1><div>2025-07-01 来源：市局</div><div>{days}</div>", "江州计量大事记_江州网")
    assert isinstance(result, Article), result


def test_one_signature_word_of_spam_is_not_enough():
    result = verdict(
        f"<h1>江州整治体育投注站</h1><div>2025-05-30</div><div><p>{TEXT}</p><p>{TEXT[::-1]}</p></div>",
        "江州整治体育投注站_江州网",
    )
    assert isinstance(result, Article)


def test_an_empty_page_is_empty():
    for body in (b"", b"   ", b"<html></html>", b"\x00\x00"):
        result = extract(Page("", body, SEEN))
        assert isinstance(result, Rejection)
        assert result.outcome is Outcome.EXTRACT_EMPTY


@pytest.mark.parametrize("case", own_lists(), ids=lambda case: case.name)
def test_a_list_of_any_family_yields_no_article(case):
    assert isinstance(extract(case.page()), Rejection)


def test_a_timeline_of_dated_paragraphs_stays_an_article():
    steps = "".join(
        f"<p>2025年{month}月3日</p><p>临川计量所第{month}次派员到企业开展现场校准，共校准压力变送器{month}0台，解决用气计量偏差问题。</p>"
        for month in range(1, 7)
    )
    page = f"<title>临川计量所的半年</title><h1>临川计量所的半年</h1><p>2025-07-01 08:30 来源：临川日报</p><div>{steps}</div>"
    result = extract(Page("http://www.lc.example/1.html", page.encode(), datetime(2026, 11, 23, 4, tzinfo=UTC)))
    assert isinstance(result, Article)
    assert "第6次" in result.body


def test_a_list_in_one_cell_whose_headlines_hold_their_dates_is_no_article():
    cell = "<br>".join(
        f"江州市计量院完成第{n}批衡器检定工作日期:2025-05-1{n} 点击:2{n} 好评:0<br>本批共检定衡器{n}百台，合格率为百分之九十九，不合格的已责令停用..."
        for n in range(1, 8)
    )
    result = verdict(f"<table><tr><td>首页<br>{cell}</td></tr></table>", "检定动态_江州网")
    assert isinstance(result, Rejection)
    assert result.detail == "listing_page"


def test_data_is_no_article():
    result = extract(Page("http://www.jz.example/api", f'[{{"title": "江州检定", "text": "{TEXT * 4}"}}]'.encode(), SEEN))
    assert isinstance(result, Rejection)
    assert result.detail == "data"
