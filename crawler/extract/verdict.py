"""Is this an article? Why not: error pages that answer 200, walls, challenges, parked and hijacked sites, lists, shells."""

from __future__ import annotations

import re

from archive.records import Outcome, Rejection
from crawler.extract import words
from crawler.extract.decode import reads_badly
from crawler.extract.document import Body, Document
from crawler.extract.lines import Kind, kind_of

BARE_PAGE = 600  # characters; on a page that shows more, only the title and the text itself say that it is an error
SIGNS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        Outcome.SOFT_404,
        re.compile(
            r"(?:页面|頁面|网页|網頁|文章|内容|信息|新闻|稿件|地址|资源|文件|链接|帖子|栏目|文档|页)(?:可能)?(?:已经?|已被|被|暂时|並|并)?"
            r"(?:不存在|找不到|未找到|没找到|没有找到|无法找到|被?删除|下线|失效|过期|走丢|丢失|迷路|飞走|移除|无法访问|无法显示|不見了|不见了)"
            r"|(?:找不到|没有找到|未找到|無法找到|无法找到).{0,14}(?:页面|頁面|网页|文章|内容|资源|文件|信息)|(?:不存在|已删除|已下线|已失效)的(?:页面|文章|内容|信息)"
            r"|404\s{0,3}(?:错误|Not Found|页面|error|-|_|\|)|Page Not Found|[Nn]ot [Ff]ound|Object not found|抱歉.{0,14}(?:找不到|不存在|不见|出错|删除)|您(?:访问|要找|查看|请求|浏览)的.{0,14}(?:不存在|找不到|已被|已经|不见)",
        ),
    ),
    (
        Outcome.CAPTCHA,
        re.compile(
            r"(?:请|請)(?:先)?(?:输入|輸入|填写|完成).{0,10}(?:验证|驗證)|验证码.{0,8}(?:继续|访问|不能为空)|(?:拖动|滑动|拖拽|点击).{0,8}(?:滑块|完成验证|进行验证|按钮.{0,4}验证)|人机验证|安全验证|机器人验证|"
            r"[Vv]erify (?:that )?you are (?:a )?human|not a robot|captcha",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.ANTI_BOT,
        re.compile(
            r"访问(?:过于|太|次数过于)?频繁|请求(?:过于|太)频繁|(?:访问|请求|操作).{0,8}(?:被拦截|被拒绝|被阻断|已被禁止|受限|异常)|拒绝访问|禁止访问|(?:网站|应用|云)防火墙|WAF|异常(?:流量|访问)|"
            r"请(?:先)?(?:开启|启用|打开|允许).{0,6}(?:JavaScript|JS|Cookie)|[Ee]nable JavaScript|Just a moment|Checking your browser|Access [Dd]enied|403 Forbidden|Forbidden|正在(?:检查|验证|检测)您?的?浏览器|"
            r"浏览器(?:安全)?(?:检查|检测|版本过低)|Request [Bb]locked|网络环境存在异常|Attention Required",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.LOGIN_WALL,
        re.compile(
            r"(?:请|請|需要?|必须)(?:您)?(?:先|首先)?(?:注册)?(?:登录|登錄|登陆|登入)(?:后|後|才|再|之后|以后|您的账|系统|$|[，。！])|(?:登录|登錄|登陆)(?:后|後)(?:才?(?:能|可以?)|即可|查看|继续|阅读|访问)|"
            r"尚未登录|未登录或|会话(?:已)?(?:过期|超时)|登录(?:已)?(?:过期|超时)|用户登录|统一身份认证|账号登录|扫码登录"
        ),
    ),
    (
        Outcome.MAINTENANCE,
        re.compile(
            r"(?:系统|網站|网站|站点|服务器|页面|平台|本站)(?:正在|正处于|处于|目前|现在|进行|暂停)?.{0,8}(?:维护|維護|升级|改版|建设中|调试|割接|整改|迁移)|暂停(?:服务|访问|开放)|(?:维护|升级)(?:中|公告)|"
            r"敬请(?:期待|谅解)|建设中|网站已关闭|站点(?:已)?(?:暂停|关闭)|[Uu]nder (?:construction|maintenance)|[Ss]ervice [Uu]navailable|Bad Gateway|Gateway Time-?out|服务器(?:内部)?错误|Internal Server Error"
        ),
    ),
    (
        Outcome.PARKED,
        re.compile(
            r"域名(?:出售|转让|交易|停放|可转让|正在出售|到期|已过期|过期)|(?:该|此|本)域名.{0,14}(?:出售|转让|过期|到期|未绑定|未备案|没有绑定|停靠)|domain (?:name )?(?:is|may be) for sale|[Bb]uy this domain|"
            r"parked (?:free|domain)|Welcome to nginx|Apache2? .{0,20}(?:Default|Test) Page|It works!|IIS (?:Windows|[78])|恭喜.{0,6}站点创建成功|没有找到站点|未(?:绑定|找到)(?:此|该)?(?:域名|站点)|"
            r"(?:网站|该网站|此网站|您访问的网站)(?:未备案|尚未备案|暂时无法访问|已停止解析)|This domain",
            re.IGNORECASE,
        ),
    ),
)
PAYWALL = re.compile(
    r"(?:本文|本篇|此文|该文|全文|以下内容|剩余|余下).{0,14}(?:付费|订阅|会员|VIP|专享)(?:后|内容|专享|可见|阅读|可读|才能|可查看)?|(?:开通|成为|加入|购买|订阅).{0,10}(?:会员|VIP|通行证).{0,10}(?:阅读|查看|解锁|继续|全文)|"
    r"(?:付费|订阅|购买)后.{0,6}(?:阅读|查看|可读|继续)|试读(?:已)?结束|解锁(?:全文|剩余)|剩余.{0,6}%.{0,10}(?:付费|未读|订阅|会员)|(?:仅限|限)(?:会员|付费用户|订阅用户).{0,6}(?:阅读|查看)"
)
SPAM = re.compile(
    r"娱乐城|娱乐平台|娱乐官网|彩票(?:网|平台|官网|注册)|博彩(?:网|平台|公司)|百家乐|老虎机|时时彩|六合彩|北京赛车|快三|真人(?:荷官|视讯|娱乐)|棋牌(?:官网|平台|娱乐|下载)|葡京|威尼斯人|太阳城|金沙(?:娱乐|官网|国际)|"
    r"送彩金|首存|返水|开户送|体育(?:投注|博彩|平台|官网|app)|足球(?:投注|竞猜平台)|电子游艺|捕鱼(?:平台|官网)|伟德|亚博|开云|乐鱼|米兰体育|bob体育|必威|万博|乐投|AG真人|澳门(?:新葡京|银河|永利)|pg电子|"
    r"成人(?:视频|影片|电影)|无码|av(?:在线|网站)|一级片|国产精品|久久(?:精品|综合)|裸聊|约炮|同城交友|代孕|办证刻章|迷药|催情",
    re.IGNORECASE,
)
CHALLENGE = re.compile(
    r"__jsl_clearance|_cf_chl|cf-browser-verification|\$_ts\s*=|acw_sc__v2|_waf_|safeline|yunsuo_session|document\.cookie\s*=\s*['\"]?\w{1,30}=.{0,200}location",
    re.DOTALL,
)
SHELL = re.compile(
    r"<(?:div|main|section)[^>]{0,100}\bid\s*=\s*[\"']?(?:app|root|__next|__nuxt|main-app|container)\b", re.IGNORECASE
)
PASSWORD = re.compile(r"type\s{0,3}=\s{0,3}[\"']?password", re.IGNORECASE)


def refuse(doc: Document, body: Body, title: str | None, status: int = 200) -> Rejection | None:
    """Why a page is no article, or None for one that is. Nothing is decided by its host."""
    text = body.text
    bad = reads_badly(text or doc.text)
    if bad:
        return Rejection(Outcome.BAD_ENCODING, bad)
    spam = _spam(doc, title, text)
    if spam:
        return spam
    visible = sum(len(line.text) - line.linked for line in doc.lines)
    if len(text) < 400:
        sign = _sign(doc, body, visible, status)
        if sign:
            return sign
    wall = _paywall(body)
    if wall:
        return wall
    return _not_article(doc, body, visible)


def _spam(doc: Document, title: str | None, text: str) -> Rejection | None:
    """A hijacked page: advertising words of gambling or pornography where a title or a description should be."""
    named = " ".join([doc.html_title, title or "", *doc.metas.get("keywords", ())[:1], *doc.metas.get("description", ())[:1]])[
        :2000
    ]
    shown = {word.lower() for word in SPAM.findall(named)}
    inside = SPAM.findall(text[:20_000])
    if (
        len(shown) >= 3
        or (len(shown) >= 2 and (len(set(inside)) >= 2 or len(text) < 100))
        or len(inside) * 150 > max(len(text), 600)
    ):
        words = sorted(shown | {word.lower() for word in inside})
        return Rejection(Outcome.SPAM, ", ".join(words[:5]))
    return None


def _sign(doc: Document, body: Body, visible: int, status: int) -> Rejection | None:
    """What a page that says little says: the first sign in its title, in its few lines, or, on a bare page, anywhere."""
    reads = any(kind_of(line) is Kind.TEXT for line in body.lines)
    if reads and body.heading and any(words.META.search(line.text) for line in body.head):
        return None  # titled, dated and with sentences: a notice may speak of repairs or logins
    said = [doc.html_title, body.heading.text if body.heading else ""]
    if len(body.text) < 160:
        said += [line.text for line in body.lines]
    bare = visible + sum(line.linked for line in doc.lines) < BARE_PAGE
    if bare and not (reads and body.heading):
        said += [line.text for line in doc.lines[:60] if len(line.text) < 300]
    text = "\n".join(said)[:8000]
    for outcome, pattern in SIGNS:
        match = pattern.search(text)
        if match and not (reads and body.heading and len(body.text) > 160):
            return Rejection(outcome, match[0][:80])
    if visible < 200 and (CHALLENGE.search(doc.text[:60_000]) or status in (412, 521)):
        return Rejection(Outcome.ANTI_BOT, f"a script that must run first (status {status})")
    if bare and not reads and PASSWORD.search(doc.text):
        return Rejection(Outcome.LOGIN_WALL, "a form that asks for a password")
    return None


def _paywall(body: Body) -> Rejection | None:
    if len(body.text) < 1500:
        for line in [*body.lines[-2:], *body.tail[:6]]:
            match = PAYWALL.search(line.text[:200]) if len(line.text) < 120 else None
            if match:
                return Rejection(Outcome.PAYWALL, match[0][:80])
    return None


def _not_article(doc: Document, body: Body, visible: int) -> Rejection | None:
    kinds = [kind_of(line) for line in doc.lines[body.first : body.last + 1]] if body.lines else []
    texts = kinds.count(Kind.TEXT)
    characters = sum(len(line.text) for line in body.lines)
    linked = sum(line.linked for line in doc.lines)
    verse = body.heading is not None and len(body.lines) >= 4 and any(words.META.search(line.text) for line in body.head)
    if characters < 30 or (not texts and characters < (50 if verse else 120)):
        return _little(doc, body, visible, linked)
    links = kinds.count(Kind.LINKS)
    if links >= 3 and links + kinds.count(Kind.META) >= 4 and links * 2 >= texts:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and links + kinds.count(Kind.META) >= 2:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and (characters < 200 or texts < 2) and linked > characters:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and characters * 4 < linked:
        return Rejection(Outcome.NOT_ARTICLE, "navigation")
    return None


def _little(doc: Document, body: Body, visible: int, linked: int) -> Rejection:
    """Which kind of page has next to no text."""
    if visible + linked < 60:
        shell = SHELL.search(doc.text[:200_000]) or doc.text.count("<script") >= 3
        return Rejection(Outcome.NOT_ARTICLE, "app_shell") if shell else Rejection(Outcome.EXTRACT_EMPTY, "no text")
    if body.heading is not None:
        images = sum(1 for _ in (body.container if body.container is not None else doc.tree).iter("img"))
        return Rejection(Outcome.NOT_ARTICLE, "gallery" if images >= 3 else "bare_title")
    return Rejection(Outcome.NOT_ARTICLE, "listing_page" if linked > visible else "navigation")
