"""Portals on loopback after the families of content management systems in China: how each lists, pages and prints its articles."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote

from tests.portal_site import Written, write_article

NAV = (
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/jigou/index.html">机构职能介绍</a></li><li><a href="/fuwu/">办事服务</a></li>'
    '<li><a href="/xiazai/list_9.html">资料下载</a></li><li><a href="/about.html">关于我们</a></li></ul></div>'
)
FRIENDS = (
    '<div class="foot">友情链接:<a href="http://www.samr.example/">国家市场监督管理总局</a> <a href="http://www.cnas.example/">中国合格评定国家认可委员会</a>'
    '<p>版权所有 <a href="http://beian.example/?id=11010500000001">京公网安备11010500000001号</a></p></div>'
)
UNREAL = "<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>"


@dataclass
class Site:
    """One portal as its files. `articles` are their addresses and titles, newest first; `following` is the page after each list page."""

    family: str
    entry: str
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    listed: dict[str, list[str]] = field(default_factory=dict)  # articles of each list page
    following: dict[str, str | None] = field(default_factory=dict)
    javascript: bool = False
    encoding: str = "utf-8"
    port: int = 0

    @property
    def host(self) -> str:
        """Host and port, as --allow-address takes them."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "") -> str:
        """The address of one of its paths; of its list without one."""
        return f"http://{self.host}{path or self.entry}"

    def put(self, path: str, text: str, kind: str = "text/html") -> None:
        """A page under a path, in the portal's encoding."""
        declared = f"{kind}; charset={self.encoding}" if self.encoding == "utf-8" else kind
        self.files[path] = (declared, text.encode(self.encoding, "xmlcharrefreplace"))

    def answer(self, path: str) -> tuple[str, bytes]:
        """Content type and body of a path; pages may name their own host as {HOST}."""
        kind, body = self.files.get(path, ("text/html", UNREAL.encode()))
        return kind, body.replace(b"{HOST}", self.host.encode())

    @contextmanager
    def serving(self) -> Iterator[Site]:
        """Serves on a free port of 127.0.0.1 until the block ends."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                kind, body = site.answer(self.path)
                tag = f'"{md5(body).hexdigest()}"'
                if self.headers.get("If-None-Match") == tag:
                    self.send_response(304)
                    self.end_headers()
                    return
                self.send_response(200 if self.path in site.files else 404)
                self.send_header("Content-Type", kind)
                self.send_header("ETag", tag)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: Any) -> None:
                pass  # clients hang up

        server = Server(("127.0.0.1", 0), Handler)
        self.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


ListPage = Callable[[list[tuple[str, Written]], int, int], str]
ArticlePage = Callable[[Written], str]


def build(
    family: str,
    address: Callable[[Written], str],
    pages: Callable[[int], str],
    list_page: ListPage,
    article_page: ArticlePage,
    *,
    articles: int = 20,
    each: int = 10,
    encoding: str = "utf-8",
) -> Site:
    """A site of so many articles on list pages of `each`; `pages` names list page n, `list_page` writes it: items, n, how many."""
    site = Site(family, pages(1), encoding=encoding)
    written = [write_article(number, sum(family.encode()), 3) for number in range(articles - 1, -1, -1)]
    count = -(-len(written) // each)
    for number in range(1, count + 1):
        shown = [(address(one), one) for one in written[(number - 1) * each : number * each]]
        site.put(pages(number), list_page(shown, number, count))
        site.listed[pages(number)] = [path for path, _ in shown]
        site.following[pages(number)] = pages(number + 1) if number < count else None
    for one in written:
        site.articles[address(one)] = one.title
        site.put(address(one), article_page(one))
    return site


def paragraphs(one: Written, tag: str = "p") -> str:
    """The text of an article."""
    return "\n".join(f"<{tag}>  {text}</{tag}>" for text in one.paragraphs)


def page(title: str, body: str, head: str = "", charset: str = "utf-8") -> str:
    """A page around a body."""
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"/><title>{title}</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def month(one: Written) -> str:
    """202509 of 2025-09-12."""
    return one.day[:7].replace("-", "")


def compact(one: Written) -> str:
    """20250912 of 2025-09-12."""
    return one.day.replace("-", "")


def plain_article(one: Written, name: str, box: str, info: str = "") -> str:
    """An article as most templates print it; `box` is the opening tag of its text."""
    info = info or f'<div class="info">发布时间:{one.day} 09:12 来源:{name} 作者:王小检 浏览:39次</div>'
    return page(
        f"{one.title}-{name}",
        f'{NAV}<div class="path">当前位置:<a href="/">首页</a> &gt; <a href="/news/">新闻</a> &gt; 正文</div><div class="main"><h1>{one.title}</h1>{info}'
        f"{box}{paragraphs(one)}</div><p class='bj'>(责任编辑:李计量)</p><div>上一篇:没有了</div><div>下一篇:没有了</div></div>{FRIENDS}",
    )


def dedecms() -> Site:
    """DedeCMS: picture, title and teaser of an item lead to it; list_12_2.html; a drop-down of pages; hot articles beside."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f"<li><a href='{path}' class='preview'><img src='/uploads/allimg/1.jpg'/></a> <a href='{path}' class='title'>{one.title}</a>"
            f"<span class='info'><small>日期:</small>{one.day} <small>点击:</small>23 <small>好评:</small>0</span><p class='intro'>{one.paragraphs[0][:60]}...</p></li>"
            for path, one in shown
        )
        numbers = "".join(
            f"<li class='thisclass'>{n}</li>" if n == number else f"<li><a href='list_12_{n}.html'>{n}</a></li>"
            for n in range(1, count + 1)
        )
        following = (
            f"<li><a href='list_12_{number + 1}.html'>下一页</a></li><li><a href='list_12_{count}.html'>末页</a></li>"
            if number < count
            else ""
        )
        hot = "".join(f"<li><a href='{path}'>{one.title[:18]}</a></li>" for path, one in shown[:4])
        options = "".join(
            f"<option value='list_12_{n}.html'{' selected' if n == number else ''}>{n}</option>" for n in range(1, count + 1)
        )
        return page(
            "检测动态_华北检测资讯网",
            f"{NAV}<div class='place'><strong>当前位置:</strong> <a href='/'>主页</a> > <a href='/html/dongtai/'>检测动态</a> > 列表</div><div class='listbox'>"
            f"<ul class='e2'>{items}</ul></div><div class='dede_pages'><ul class='pagelist'>{numbers}{following}<li><select name='sldd'>{options}</select></li></ul></div>"
            f"<div class='hot'><h3>热点内容</h3><ul class='c1 ico2'>{hot}</ul></div>{FRIENDS}",
        )

    return build(
        "dedecms",
        lambda one: f"/html/dongtai/{one.day[:4]}/{one.day[5:].replace('-', '')}/{1200 + one.number}.html",
        lambda n: f"/html/dongtai/list_12_{n}.html",
        listing,
        lambda one: plain_article(one, "华北检测资讯网", '<div class="content" id="contents">'),
    )


def empirecms() -> Site:
    """EmpireCMS: index_2.html, dates before the titles, the own page in bold."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<li><span>{one.day}</span><a href="{path}" title="{one.title}" target="_blank">{one.title[:16]}...</a></li>'
            for path, one in shown
        )
        numbers = "".join(
            f"&nbsp;<b>{n}</b>" if n == number else f'&nbsp;<a href="/news/{"index" if n == 1 else f"index_{n}"}.html">{n}</a>'
            for n in range(1, count + 1)
        )
        following = f'&nbsp;<a href="/news/index_{number + 1}.html">下一页</a>' if number < count else ""
        pager = f'<div class="pagebar"><a title="Total record">&nbsp;<b>20</b> </a>{numbers}{following}</div>'
        return page("快讯-中原质检网", f'{NAV}<div class="newslist"><ul>{items}</ul>{pager}</div>{FRIENDS}')

    return build(
        "empirecms",
        lambda one: f"/news/{one.day}/{345 + one.number}.html",
        lambda n: "/news/" if n == 1 else f"/news/index_{n}.html",
        listing,
        lambda one: plain_article(one, "中原质检网", '<div class="ncontent" id="text">'),
    )


def phpcms() -> Site:
    """PHPCMS with everything in the query; ids of three digits."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<li><span class="rt">{one.day} 08:{one.number % 60:02}:11</span>·<a href="{path}">{one.title}</a></li>'
            for path, one in shown
        )
        start = "/index.php?m=content&c=index&a=lists&catid=6&page="
        numbers = "".join(f" <span>{n}</span>" if n == number else f' <a href="{start}{n}">{n}</a>' for n in range(1, count + 1))
        pager = f'<div id="pages" class="text-c"><a class="a1">20条</a> <a href="{start}{max(number - 1, 1)}" class="a1">上一页</a>{numbers} <a href="{start}{min(number + 1, count)}" class="a1">下一页</a></div>'
        return page("行业新闻 - 西部计量网", f'{NAV}<ul class="list lh24 f14">{items}</ul>{pager}{FRIENDS}')

    return build(
        "phpcms",
        lambda one: f"/index.php?m=content&c=index&a=show&catid=6&id={100 + one.number}",
        lambda n: f"/index.php?m=content&c=index&a=lists&catid=6&page={n}",
        listing,
        lambda one: plain_article(one, "西部计量网", '<div class="content">'),
    )


def zblog() -> Site:
    """Z-BlogPHP: the pager's next is a sign, a feed, tags under each item."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<article class="post"><h2><a href="{path}">{one.title}</a></h2><div class="meta"><time>{one.day}</time> <a href="/author-1.html">小编</a> '
            f'<a href="/tags-{one.number % 5}.html">检测</a></div><p>{one.paragraphs[0][:80]}</p><a class="more" href="{path}">阅读全文</a></article>'
            for path, one in shown
        )
        numbers = "".join(
            f'<span class="page now-page">{n}</span>'
            if n == number
            else f'<a href="/category-2_{n}.html"><span class="page">{n}</span></a>'
            for n in range(1, count + 1)
        )
        following = f'<a href="/category-2_{number + 1}.html"><span class="page">›</span></a>' if number < count else ""
        feed = '<link rel="alternate" type="application/rss+xml" href="/feed.php" title="实验室笔记"/>'
        return page(
            "实验室笔记", f'{NAV}<div id="divMain">{items}</div><div class="pagebar">{numbers}{following}</div>{FRIENDS}', feed
        )

    site = build(
        "zblog",
        lambda one: f"/post/{200 + one.number}.html",
        lambda n: "/category-2.html" if n == 1 else f"/category-2_{n}.html",
        listing,
        lambda one: plain_article(one, "实验室笔记", '<div class="article-entry bodytext">'),
    )
    items = "".join(
        f"<item><title><![CDATA[{title}]]></title><link>{path}</link><pubDate>Fri, 12 Sep 2026 09:00:00 +0800</pubDate></item>"
        for path, title in list(site.articles.items())[:10]
    )
    site.put(
        "/feed.php",
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>实验室笔记</title>{items}</channel></rss>',
        "text/xml",
    )
    return site


def wordpress() -> Site:
    """WordPress: addresses of words that end in a slash, no numbers but the day's."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<article id="post-{one.number}" class="post-{one.number} post hentry"><header class="entry-header"><h2 class="entry-title"><a href="{path}" rel="bookmark">{one.title}</a></h2>'
            f'<div class="entry-meta"><a href="{path}" rel="bookmark"><time class="entry-date">{one.day[:4]}年{int(one.day[5:7])}月{int(one.day[8:])}日</time></a></div></header>'
            f'<div class="entry-summary"><p>{one.paragraphs[0][:90]} <a class="more-link" href="{path}">继续阅读</a></p></div></article>'
            for path, one in shown
        )
        numbers = "".join(
            f'<span aria-current="page" class="page-numbers current">{n}</span>'
            if n == number
            else f'<a class="page-numbers" href="/category/news/{f"page/{n}/" if n > 1 else ""}">{n}</a>'
            for n in range(1, count + 1)
        )
        following = f'<a class="next page-numbers" href="/category/news/page/{number + 1}/">下一页</a>' if number < count else ""
        return page(
            "新闻动态 – 江南检测技术",
            f'{NAV}<main>{items}</main><nav class="navigation pagination"><div class="nav-links">{numbers}{following}</div></nav>{FRIENDS}',
            '<link rel="alternate" type="application/rss+xml" title="江南检测 &raquo; Feed" href="/feed/"/>',
        )

    site = build(
        "wordpress",
        lambda one: (
            f"/{one.day[:4]}/{one.day[5:7]}/{one.day[8:]}/calibration-report-{'abcdefghijklmnopqrstuvwxyz'[one.number % 26]}/"
        ),
        lambda n: "/category/news/" if n == 1 else f"/category/news/page/{n}/",
        listing,
        lambda one: plain_article(one, "江南检测技术", '<div class="entry-content">'),
    )
    entries = "".join(
        f"<item><title>{title}</title><link>{path}</link></item>" for path, title in list(site.articles.items())[:10]
    )
    site.put(
        "/feed/",
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{entries}</channel></rss>',
        "application/rss+xml",
    )
    return site


def founder() -> Site:
    """Founder: node_20190.htm, content_<id>.htm, GBK without a header."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<li><a href="{path}" target="_blank">{one.title}</a><span>[{one.day[5:]}]</span></li>' for path, one in shown
        )
        following = f'<a href="node_20190_{number + 1}.htm">下一页</a>' if number < count else "下一页"
        return page(
            "检验检测_华夏质量报",
            f'{NAV}<div class="box"><ul>{items}</ul></div><div class="page">{following}</div>{FRIENDS}',
            charset="gb2312",
        )

    return build(
        "founder",
        lambda one: f"/zj/content/{one.day[:7]}/{one.day[8:]}/content_{9150000 + one.number}.htm",
        lambda n: "/zj/node_20190.htm" if n == 1 else f"/zj/node_20190_{n}.htm",
        listing,
        lambda one: page(
            f"{one.title}_华夏质量报",
            f'{NAV}<div class="Detail_Title"><h1>{one.title}</h1></div><div class="publish">华夏质量报 {one.day} 10:11:12</div><div class="box2">'
            f"<founder-content>{paragraphs(one)}</founder-content></div><div>(责任编辑:六六)</div>{FRIENDS}",
            charset="gb2312",
        ),
        encoding="gb18030",
    )


def trs() -> Site:
    """TRS: addresses relative to the column, createPageHTML writes the pager."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<li><a href=".{path.removeprefix("/xwdt/gzdt")}" title="{one.title}">{one.title}</a><span>{one.day}</span></li>'
            for path, one in shown
        )
        pager = f'<div class="fenye"><script>createPageHTML({count}, {number - 1}, "index", "html");</script></div>'
        return page("工作动态_东海省市场监督管理局", f'{NAV}<div class="public_list_team"><ul>{items}</ul></div>{pager}{FRIENDS}')

    return build(
        "trs",
        lambda one: f"/xwdt/gzdt/{month(one)}/t{compact(one)}_{3770000 + one.number}.html",
        lambda n: "/xwdt/gzdt/" if n == 1 else f"/xwdt/gzdt/index_{n - 1}.html",
        listing,
        lambda one: page(
            f"{one.title}_东海省市场监督管理局",
            f'{NAV}<div class="xl"><h2 class="title">{one.title}</h2><div class="time">发布时间:{one.day} 来源:东海省市场监督管理局</div><div class="view TRS_UEDITOR trs_paper_default">{paragraphs(one)}</div></div>{FRIENDS}',
            f'<meta name="ArticleTitle" content="{one.title}"/><meta name="PubDate" content="{one.day} 09:00"/><meta name="ContentSource" content="东海省市场监督管理局"/>',
        ),
    )


def jpage() -> Site:
    """Hanweb: the list is in a script as records, what follows comes from a proxy."""

    def record(path: str, one: Written) -> str:
        return f"<record><![CDATA[<li><a title='{one.title}' href='{path}' target='_blank'>{one.title}</a><b>{one.day}</b></li>]]></record>"

    def group(number: int, count: int) -> str:
        address = f"/module/web/jpage/dataproxy.jsp?page={number + 1}&webid=7&columnid=70311"
        return f'<nextgroup><![CDATA[<a href="{address}"></a>]]></nextgroup>' if number < count else ""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        rows = "".join(record(path, one) for path, one in shown)
        store = f"<datastore>{group(number, count)}<recordset>{rows}</recordset></datastore>"
        if number > 1:
            return f'<?xml version="1.0" encoding="utf-8"?>{store}'
        return page(
            "工作动态",
            f'{NAV}<div id="277431" class="default_pgContainer"><script type="text/xml">{store}</script></div>{FRIENDS}',
        )

    site = build(
        "jpage",
        lambda one: f"/art/{one.day[:4]}/{int(one.day[5:7])}/{int(one.day[8:])}/art_70311_{11589600 + one.number}.html",
        lambda n: "/col/col70311/index.html" if n == 1 else f"/module/web/jpage/dataproxy.jsp?page={n}&webid=7&columnid=70311",
        listing,
        lambda one: page(
            one.title,
            f'{NAV}<div class="con"><h1>{one.title}</h1><p>发布日期:{one.day} 10:20 来源:南湖省市场监督管理局</p><div id="zoom">{paragraphs(one)}</div></div>{FRIENDS}',
        ),
    )
    for path in site.listed:
        if "dataproxy" in path:
            site.files[path] = ("application/xml", site.files[path][1])
    return site


def people_2016() -> Site:
    """people.com.cn of 2016: c<column>-<id>.html, index2.html, GB2312."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(f"<li><a href='{path}' target=_blank>{one.title}</a> <em>{one.day}</em></li>" for path, one in shown)
        numbers = "".join(
            f'<a class="common_current_page" >{n}</a>' if n == number else f'<a href="index{n}.html">{n}</a>'
            for n in range(1, count + 1)
        )
        following = f'<a href="index{number + 1}.html">下一页</a>' if number < count else ""
        return page(
            "原创--山城频道--民众网",
            f"{NAV}<div class='ej_list_box clear'><ul class='list_16 mt10'>{items}</ul></div><div class='page_n clearfix'>{numbers}{following}</div>{FRIENDS}",
            charset="GB2312",
        )

    return build(
        "people_2016",
        lambda one: f"/n2/{one.day[:4]}/{one.day[5:].replace('-', '')}/c365401-{41230000 + one.number}.html",
        lambda n: f"/GB/365401/index{n if n > 1 else ''}.html",
        listing,
        lambda one: page(
            f"{one.title}--山城频道--民众网",
            f'{NAV}<div class="clearfix w1000_320 text_title"><h3 class="pre"></h3><h1>{one.title}</h1><p class="author"></p><div class="box01"><div class="fl">{one.day[:4]}年{one.day[5:7]}月{one.day[8:]}日08:30&nbsp;&nbsp;来源:<a href="http://www.people.example/">民众网-山城频道</a></div></div></div>'
            f'<div class="clearfix w1000_320 text_con"><div class="fl text_con_left"><div class="box_con" id="rwb_zw">{paragraphs(one)}</div><div class="edit clearfix">(责编:刘六、陈七)</div></div></div>{FRIENDS}',
            charset="GB2312",
        ),
        encoding="gb18030",
    )


def people_2020() -> Site:
    """people.com.cn of 2020: a channel of boxes, some of pictures; a list in two columns."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        half = len(shown) // 2
        columns = "".join(
            f"<ul class='list_14 clearfix col-{side}'>"
            + "".join(
                f"<li><a href='//{{HOST}}{path}' target='_blank'>{one.title}</a><i>{one.day}</i></li>" for path, one in part
            )
            + "</ul>"
            for side, part in enumerate((shown[:half], shown[half:]))
        )
        picture = f"<div class='pic'><a href='{shown[0][0]}'><img src='/x.jpg' alt='{shown[0][1].title}'/></a><strong><a href='{shown[0][0]}'>{shown[0][1].title[:12]}</a></strong></div>"
        following = f'<a href="/GB/178787/index{number + 1}.html" class="next">下一页</a>' if number < count else ""
        return page(
            "区县--江湾频道--民众网",
            f"{NAV}<div class='layout'>{picture}<div class='p2j_list'>{columns}</div><div class='page_n'>{following}</div></div>{FRIENDS}",
        )

    return build(
        "people_2020",
        lambda one: f"/n2/{one.day[:4]}/{one.day[5:].replace('-', '')}/c178787-{40990000 + one.number}.html",
        lambda n: f"/GB/178787/index{n if n > 1 else ''}.html",
        listing,
        lambda one: page(
            f"{one.title}--江湾频道--民众网",
            f'{NAV}<div class="layout rm_txt cf"><div class="col col-1 fl"><h3 class="pre"></h3><h1>{one.title}</h1><h4 class="sub"></h4><div class="author cf"></div><div class="channel cf"><div class="col-1-1 fl">{one.day[:4]}年{one.day[5:7]}月{one.day[8:]}日09:20 | 来源:<a href="http://www.people.example/">民众网-江湾频道</a></div></div>'
            f'<div class="rm_txt_con cf">{paragraphs(one)}<p class="paper_num">分享让更多人看到</p><div class="edit cf">(责编:唐七、韩八)</div></div></div></div>{FRIENDS}',
        ),
    )


def xinhua() -> Site:
    """xinhuanet: /20250912/<hash>/c.html, items of picture, title and teaser."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<li class="item item-style{one.number % 3}"><div class="img"><a href="{path}"><img src="/i.jpg"/></a></div><div class="txt"><div class="tit"><a href="{path}">{one.title}</a></div>'
            f'<div class="abs">{one.paragraphs[0][:50]}</div><div class="time">{one.day} 11:0{one.number % 10}</div></div></li>'
            for path, one in shown
        )
        following = f'<a href="/cq/zixun/index_{number + 1}.html">下一页</a>' if number < count else ""
        return page(
            "资讯-新华山城", f'{NAV}<div id="content-list"><ul>{items}</ul></div><div class="page">{following}</div>{FRIENDS}'
        )

    return build(
        "xinhua",
        lambda one: f"/{compact(one)}/{md5(str(one.number).encode(), usedforsecurity=False).hexdigest()}/c.html",
        lambda n: "/cq/zixun/index.html" if n == 1 else f"/cq/zixun/index_{n}.html",
        listing,
        lambda one: page(
            f"{one.title}-新华山城",
            f'{NAV}<div class="header domPC"><div class="head-line clearfix"><h1><span class="title">{one.title}</span></h1></div><div class="header-info">{one.day} 11:20:33 来源:新华山城</div></div>'
            f'<div class="main clearfix"><div id="detail"><span id="detailContent">{paragraphs(one)}</span><div id="articleEdit"><span class="editor">【责任编辑:周九】</span></div></div></div>{FRIENDS}',
        ),
    )


def founder_table() -> Site:
    """A quality-news portal whose list is a table, titles cut in the middle."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        rows = "".join(
            f'<tr><td>·</td><td><a href="{path}" title="{one.title}">{one.title[:14]}…</a></td><td class="d">{one.day}</td></tr>'
            for path, one in shown
        )
        following = f'<a href="/ms/node_20334_{number + 1}.htm"><img src="/next.gif" alt="下一页"/></a>' if number < count else ""
        numbers = "".join(
            f"<span>{n}</span>" if n == number else f'<a href="/ms/node_20334{f"_{n}" if n > 1 else ""}.htm">{n}</a>'
            for n in range(1, count + 1)
        )
        return page(
            "抽查_质量观察网",
            f'{NAV}<table class="list" width="100%"><tbody>{rows}</tbody></table><div class="pages">{numbers}{following}</div>{FRIENDS}',
        )

    return build(
        "founder_table",
        lambda one: f"/ms/content/{one.day[:7]}/{one.day[8:]}/content_{8681600 + one.number}.htm",
        lambda n: f"/ms/node_20334{f'_{n}' if n > 1 else ''}.htm",
        listing,
        lambda one: plain_article(one, "质量观察网", '<div class="content">'),
    )


def scripted_json(family: str, column: str, address: Callable[[Written], str]) -> Site:
    """A government portal whose list is answered as HTML in JSON to a request that a script of the page names."""
    query = {"parseType": "bulidstatic", "webId": "b8de1c8f", "tplSetId": "7e6d", "pageType": "column", "pageId": "21df"}
    said = "&".join(f"{name}={quote(value)}" for name, value in query.items())

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(f'<li><a href="{path}" target="_blank">{one.title}</a><span>{one.day}</span></li>' for path, one in shown)
        return json.dumps(
            {"success": True, "code": "200", "data": {"html": f'<ul class="common_list_ul">{items}</ul>'}}, ensure_ascii=False
        )

    site = build(
        family,
        address,
        lambda n: f"/api-gateway/jpaas-publish-server/front/page/build/unit?{said}",
        listing,
        lambda one: page(
            one.title,
            f'{NAV}<div class="detail"><h1>{one.title}</h1><div class="x">发布时间:{one.day} 信息来源:<span id="source">认可检测司</span></div><div class="detail_messge">{paragraphs(one)}</div></div>{FRIENDS}',
            f'<meta name="ArticleTitle" content="{one.title}"/><meta name="PubDate" content="{one.day} 10:00"/>',
        ),
        each=20,
    )
    for path in list(site.listed):
        site.files[path] = ("application/json", site.files[path][1])
    site.entry = column
    written = "{" + ",".join(f"'{name}':'{value}'" for name, value in query.items()) + "}"
    site.put(
        column,
        page(
            "行业动态",
            f'{NAV}<div class="list"><script parseType="bulidstatic" url="/api-gateway/jpaas-publish-server/front/page/build/unit" querydata="{written}"></script></div>{FRIENDS}',
        ),
    )
    return site


def cnca() -> Site:
    """cnca.gov.cn: the list by a script, articles named by a hash."""
    return scripted_json(
        "cnca",
        "/xwjj/xydt/index.html",
        lambda one: f"/xwjj/xydt/art/{one.day[:4]}/art_{md5(one.title.encode(), usedforsecurity=False).hexdigest()}.html",
    )


def samr() -> Site:
    """samr.gov.cn: the same trick."""
    return scripted_json(
        "samr",
        "/xw/zj/index.html",
        lambda one: (
            f"/xw/zj/art/{one.day[:4]}/art_{md5(one.day.encode() + one.title.encode(), usedforsecurity=False).hexdigest()}.html"
        ),
    )


def wechat() -> Site:
    """A mirror of accounts: cards that a script opens, pages as WeChat prints them."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f"<div class='weui_media_box appmsg card-{one.number}' data-href='{path}'><h4 class='weui_media_title'>{one.title}</h4><p class='weui_media_desc'>{one.paragraphs[0][:30]}</p><p class='weui_media_extra_info'>{one.day[:4]}年{int(one.day[5:7])}月{int(one.day[8:])}日</p></div>"
            for path, one in shown
        )
        following = (
            f'<a href="javascript:void(0)" onclick="location.href=\'/mp/laboratory?p={number + 1}\'">下一页</a>'
            if number < count
            else ""
        )
        return page("实验室观察 的文章", f"{NAV}<div class='msg_list'>{items}</div><div class='pager'>{following}</div>{FRIENDS}")

    return build(
        "wechat",
        lambda one: f"/wx/{7000 + one.number}.html",
        lambda n: "/mp/laboratory" if n == 1 else f"/mp/laboratory?p={n}",
        listing,
        lambda one: page(
            one.title,
            f'<div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">{one.title}</h1><div id="meta_content"><span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">实验室观察</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">{one.day} 07:30</em></div>'
            f'<div class="rich_media_content" id="js_content">{paragraphs(one)}</div></div></div>',
        ),
    )


def discuz() -> Site:
    """A Discuz board: threads in a table, each with an author and a last post that are no articles."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        rows = "".join(
            f'<tbody id="normalthread_{300 + one.number}"><tr><td class="icn"><a href="{path}" target="_blank"><img src="/folder.gif"/></a></td><th class="common"><a href="{path}" class="s xst">{one.title}</a></th>'
            f'<td class="by"><cite><a href="/space-uid-{20 + one.number}.html">检测员小王{one.number}</a></cite><em><span>{one.day}</span></em></td><td class="num"><a href="{path}" class="xi2">7</a><em>345</em></td>'
            f'<td class="by"><cite><a href="/space-username-{one.number}.html">计量老李</a></cite><em><a href="/forum.php?mod=redirect&tid={300 + one.number}&goto=lastpost#lastpost">{one.day} 12:3{one.number % 10}</a></em></td></tr></tbody>'
            for path, one in shown
        )
        numbers = "".join(
            f"<strong>{n}</strong>" if n == number else f'<a href="/forum-36-{n}.html">{n}</a>' for n in range(1, count + 1)
        )
        following = f'<a href="/forum-36-{number + 1}.html" class="nxt">下一页</a>' if number < count else ""
        return page(
            "行业资讯 - 检测论坛",
            f'{NAV}<div id="threadlist"><table summary="forum_36">{rows}</table></div><div class="pg">{numbers}{following}</div>{FRIENDS}',
        )

    return build(
        "discuz",
        lambda one: f"/thread-{300 + one.number}-1-1.html",
        lambda n: f"/forum-36-{n}.html",
        listing,
        lambda one: page(
            f"{one.title} - 行业资讯 - 检测论坛",
            f'{NAV}<div id="postlist"><h1 class="ts"><span id="thread_subject">{one.title}</span></h1><div id="post_{one.number}"><div class="authi"><a href="/space-uid-2.html">检测员小王</a> <em id="authorposton1">发表于 {one.day} 08:30</em></div>'
            f'<div class="t_fsz"><table><tr><td class="t_f" id="postmessage_{one.number}">{paragraphs(one)}</td></tr></table></div></div></div>{FRIENDS}',
        ),
    )


def aspnet() -> Site:
    """An institute on ASP.NET: NewsShow.aspx?ID=, a grid of rows, a pager that says 下页."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        rows = "".join(
            f'<tr style="height:30px;"><td><span id="GridView1_ctl{one.number:02}_Label1">{at}</span></td><td><a id="GridView1_ctl{one.number:02}_HyperLink1" href="NewsShow.aspx?ID={40 + one.number}">{one.title}</a></td><td>{one.day[:4]}/{int(one.day[5:7])}/{int(one.day[8:])} 9:05:00</td></tr>'
            for at, (_, one) in enumerate(shown, 1)
        )
        following = (
            f'<a href="NewsList.aspx?ClassID=12&page={number + 1}">下页</a>'
            if number < count
            else '<a disabled="disabled">下页</a>'
        )
        return page(
            "院内新闻",
            f'<form id="form1" action="./NewsList.aspx?ClassID=12">{NAV}<table id="GridView1" cellspacing="0">{rows}</table><div id="AspNetPager1"><a href="NewsList.aspx?ClassID=12&page=1">首页</a>{following}<a href="NewsList.aspx?ClassID=12&page={count}">尾页</a></div></form>{FRIENDS}',
        )

    return build(
        "aspnet",
        lambda one: f"/NewsShow.aspx?ID={40 + one.number}",
        lambda n: f"/NewsList.aspx?ClassID=12{f'&page={n}' if n > 1 else ''}",
        listing,
        lambda one: plain_article(one, "岭南计量科学研究院", '<div id="lblContent">'),
    )


def tables() -> Site:
    """An institute of nested tables, no class anywhere, a base address, days between the links."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "<br>".join(
            f'<img src="dot.gif"> <a href="show.asp?id={500 + one.number}" target="_blank">{one.title}</a> <font color="#999999">({one.day})</font>'
            for _, one in shown
        )
        following = f'<a href="list.asp?cid=3&pageno={number + 1}">下一页</a>' if number < count else "下一页"
        return page(
            "质检院新闻",
            f'<table width="980"><tr><td><a href="index.asp">首页</a> | <a href="intro.asp?id=1">单位概况</a> | <a href="list.asp?cid=4">检测服务项目指南</a></td></tr><tr><td><table><tr><td>{items}</td></tr></table></td></tr>'
            f"<tr><td>共{count}页 首页 上一页 {following} 尾页</td></tr></table>",
            '<base href="/web/"/>',
        )

    return build(
        "tables",
        lambda one: f"/web/show.asp?id={500 + one.number}",
        lambda n: f"/web/list.asp?cid=3{f'&pageno={n}' if n > 1 else ''}",
        listing,
        lambda one: page(
            one.title,
            f'<table width="980"><tr><td><a href="index.asp">首页</a></td></tr><tr><td align="center"><b>{one.title}</b></td></tr><tr><td align="center">{one.day} 来源:塞北产品质量检验院 点击:33</td></tr><tr><td>{paragraphs(one)}</td></tr></table>',
        ),
    )


def company() -> Site:
    """News of a testing group: cards that a click opens, the day over the month, /news/p/2.html, no number in the addresses of pages."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        items = "".join(
            f'<div class="news-item wow" onclick="window.open(\'{path}\')"><div class="pic"><img src="/n{one.number}.jpg"></div><div class="date"><b>{one.day[8:]}</b><span>{one.day[:7]}</span></div><h3>{one.title}</h3><p>{one.paragraphs[0][:40]}</p></div>'
            for path, one in shown
        )
        numbers = "".join(
            f'<a class="{"on" if n == number else ""}" href="{"/news.html" if n == 1 else f"/news/p/{n}.html"}">{n}</a>'
            for n in range(1, count + 1)
        )
        following = f'<a class="next" href="/news/p/{number + 1}.html"><i class="icon"></i></a>' if number < count else ""
        return page(
            "新闻中心 - 远东检测集团",
            f'{NAV}<div class="news-list">{items}</div><div class="paging">{numbers}{following}</div>{FRIENDS}',
        )

    return build(
        "company",
        lambda one: f"/news/detail/{10 + one.number}.html",
        lambda n: "/news.html" if n == 1 else f"/news/p/{n}.html",
        listing,
        lambda one: plain_article(one, "远东检测集团", '<div class="news-content">'),
    )


def javascript() -> Site:
    """A list that only exists after its script has run."""

    def listing(shown: list[tuple[str, Written]], number: int, count: int) -> str:
        return json.dumps([{"t": one.title, "u": path, "d": one.day} for path, one in shown], ensure_ascii=False)

    site = build(
        "javascript",
        lambda one: f"/news/show/{9000 + one.number}.html",
        lambda n: f"/api/news?p={n}",
        listing,
        lambda one: plain_article(one, "云端检测平台", '<div class="content">'),
        articles=5,
    )
    site.files["/api/news?p=1"] = ("application/json", site.files["/api/news?p=1"][1])
    site.entry = "/app/news"
    site.javascript = True
    site.put(
        site.entry,
        page(
            "资讯 - 云端检测平台",
            f"{NAV}<div id='app'></div>{FRIENDS}<script>fetch('/api/news?p=1').then(r => r.json()).then(d => {{ document.getElementById('app').innerHTML = "
            "'<ul>' + d.map(x => '<li><a href=\"' + x.u + '\">' + x.t + '</a><span>' + x.d + '</span></li>').join('') + '</ul>' })</script>",
        ),
    )
    return site


FAMILIES: tuple[Callable[[], Site], ...] = (
    dedecms, empirecms, phpcms, zblog, wordpress, founder, trs, jpage, people_2016, people_2020,
    xinhua, founder_table, cnca, samr, wechat, discuz, aspnet, tables, company, javascript,
)  # fmt: skip
