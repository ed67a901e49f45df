"""A portal on loopback: lists with paging, a feed, a sitemap, robots.txt, validators, and switches for what portals do to crawlers."""

from __future__ import annotations

import hashlib
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PER_PAGE = 20
PLACES = [
    "闵行区",
    "浦东新区",
    "松江区",
    "嘉定区",
    "巴南区",
    "渝北区",
    "江北区",
    "历下区",
    "环翠区",
    "文登区",
    "余杭区",
    "滨江区",
    "武侯区",
    "雁塔区",
    "天河区",
    "南山区",
    "姑苏区",
    "新吴区",
    "鼓楼区",
    "思明区",
]
BODIES = ["计量院", "质检院", "市场监管局", "检验检测中心", "认证中心", "特检院", "纤检所", "标准化研究院", "检测集团", "实验室"]
THINGS = [
    "电能表",
    "水表",
    "燃气表",
    "加油机",
    "衡器",
    "血压计",
    "充电桩",
    "压力表",
    "温度计",
    "砝码",
    "起重机械",
    "老旧电梯",
    "压力容器",
    "儿童玩具",
    "电动自行车",
    "锂电池",
    "钢筋",
    "水泥",
    "人造板",
    "羽绒服",
    "校服",
    "食用油",
    "茶叶",
    "白酒",
    "月饼",
    "奶粉",
    "头盔",
    "插座",
    "电线电缆",
    "光伏组件",
    "储能电池",
    "芯片",
    "传感器",
    "机器人",
    "医用口罩",
    "呼吸机",
    "饮用水",
    "土壤",
    "室内空气",
    "珠宝",
    "家具",
]
DEEDS = [
    "完成年度检定",
    "开展监督抽查",
    "建成校准装置",
    "通过资质认定评审",
    "获得认可证书",
    "发布检测报告",
    "启动能力验证",
    "举办技能竞赛",
    "组织实验室开放日",
    "推进认证互认",
    "查处虚假报告",
    "召回不合格产品",
    "提供一站式服务",
    "编制校准规范",
    "主导制定标准",
    "升级检测平台",
    "扩充检测参数",
    "培训检验人员",
    "免费校准仪器",
    "公布抽检结果",
]
REASONS = [
    "企业送检周期由此缩短",
    "量值传递更加可靠",
    "当地产业链少走了弯路",
    "居民的烦心事有了答复",
    "出口产品少了一次重复检测",
    "实验室之间的数据可以互相比较",
    "监管部门心里有了底数",
    "不确定度降到了新的水平",
    "样品流转全程可以追溯",
    "年轻的检验员得到了锻炼",
    "小微企业省下了一笔开支",
    "证书可以在线查询",
    "现场核查只用了半天",
    "老设备换上了新传感器",
    "投诉比去年少了许多",
]
JOINERS = [
    "据介绍,",
    "会上透露,",
    "记者了解到,",
    "负责人表示,",
    "与此同时,",
    "在现场,",
    "下一步,",
    "今年以来,",
    "数据显示,",
    "从结果看,",
]


@dataclass
class Written:
    """One article of the portal."""

    number: int
    title: str
    paragraphs: list[str]
    day: str

    @property
    def path(self) -> str:
        """Its address on the portal."""
        return f"/news/{self.day.replace('-', '')}/{10_000 + self.number}.html"


def write_article(number: int, seed: int = 0, paragraphs: int = 5) -> Written:
    """An article of the trade that no other number shares a sentence with, the same for the same seed."""
    chance = random.Random(f"{seed}:{number}")
    place, body, thing, deed = (chance.choice(words) for words in (PLACES, BODIES, THINGS, DEEDS))
    title = f"{place}{body}{deed} 涉及{thing}等{chance.randint(3, 99)}类"
    texts = []
    for _ in range(paragraphs):
        sentences = []
        for _ in range(chance.randint(3, 5)):
            amount = f"{chance.randint(2, 9999)}{chance.choice(['家', '台', '批次', '份', '项', '件'])}"
            sentences.append(
                f"{chance.choice(JOINERS)}{chance.choice(PLACES)}{chance.choice(BODIES)}对{chance.choice(THINGS)}和{chance.choice(THINGS)}"
                f"{chance.choice(DEEDS)},共{amount},{chance.choice(REASONS)},第{chance.randint(100, 99999)}号记录已经归档。"
            )
        texts.append("".join(sentences))
    return Written(number, title, texts, f"2026-{1 + number % 9:02}-{1 + number % 28:02}")


@dataclass
class PortalSite:
    """The portal and what it was asked for. Attributes may be changed while it runs."""

    articles: int = 60
    seed: int = 0
    padding: int = 0  # bytes of chrome added to each article page
    spread: int = 0  # up to so many bytes more, by the article's number
    text: Callable[[int], list[str]] | None = None  # the paragraphs of an article, by its number
    delay: float = 0.0  # seconds before each answer
    pinned: int = 1  # old articles that stay on top of the first list page
    robots: str = "User-agent: *\nDisallow: /private/\n"
    robots_status: int = 200
    gone: set[int] = field(default_factory=set)
    soft_404: set[int] = field(default_factory=set)
    withdrawn: dict[int, str] = field(default_factory=dict)  # what stands in the place of an article's text
    failing: set[int] = field(default_factory=set)  # answer 503
    edited: dict[int, str] = field(default_factory=dict)  # number -> an added paragraph
    retry_after: str = ""
    encoding: str = "utf-8"
    asked: Counter[str] = field(default_factory=Counter)
    at: list[tuple[float, str]] = field(default_factory=list)
    extra: dict[str, Callable[[], tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    port: int = 0
    _cache: dict[int, Written] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """Host and port, as --allow-address takes them."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The address of its front page, without a slash at the end."""
        return f"http://{self.host}"

    def source_toml(self, **keys: Any) -> str:
        """The text of a source file for it; `keys` are added or replace its own."""
        values = {
            "name": "本机门户",
            "home": f"{self.url}/",
            "lists": [f"{self.url}/news/"],
            "delay": 0,
            "region": "上海市",
        } | keys
        return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())

    def article(self, number: int) -> Written:
        """The article of a number."""
        if number not in self._cache:
            made = write_article(number, self.seed)
            self._cache[number] = made if self.text is None else replace(made, paragraphs=self.text(number))
        return self._cache[number]

    def answer(self, path: str, headers: Any) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for a path."""
        plain = path.split("?", maxsplit=1)[0]
        if path in self.extra:
            return self.extra[path]()
        if plain == "/robots.txt":
            return self.robots_status, {"Content-Type": "text/plain"}, self.robots.encode()
        if plain == "/feed.xml":
            return 200, {"Content-Type": "application/rss+xml"}, self._feed().encode()
        if plain == "/sitemap.xml":
            return 200, {"Content-Type": "application/xml"}, self._sitemap().encode()
        if plain in ("/", "/news/") or (plain.startswith("/news/index_") and plain.endswith(".html")):
            page = int(plain.removeprefix("/news/index_").removesuffix(".html")) if "index_" in plain else 1
            return self._validated(self._list(page), headers)
        if plain.startswith("/news/") and plain.endswith(".html"):
            number = int(plain.rsplit("/", 1)[1].removesuffix(".html")) - 10_000
            if number in self.failing:
                return 503, {"Retry-After": self.retry_after} if self.retry_after else {}, b"busy"
            if number in self.gone or not 0 <= number < self.articles:
                return 404, {"Content-Type": "text/html"}, b"<h1>404</h1>"
            return self._validated(self._soft_404() if number in self.soft_404 else self._page(number), headers)
        return 404, {"Content-Type": "text/html"}, b"<h1>404</h1>"

    def _validated(self, html: str, headers: Any) -> tuple[int, dict[str, str], bytes]:
        body = html.encode(self.encoding, "xmlcharrefreplace")
        tag = '"' + hashlib.sha1(body, usedforsecurity=False).hexdigest()[:16] + '"'
        if headers.get("If-None-Match") == tag:
            return 304, {"ETag": tag}, b""
        return 200, {"Content-Type": f"text/html; charset={self.encoding}", "ETag": tag}, body

    def _newest_first(self) -> list[int]:
        return list(range(self.articles - 1, -1, -1))

    def _list(self, page: int) -> str:
        numbers = self._newest_first()
        pages = max(1, -(-len(numbers) // PER_PAGE))
        shown = numbers[(page - 1) * PER_PAGE : page * PER_PAGE]
        if page == 1:
            shown = [*range(min(self.pinned, self.articles)), *(number for number in shown if number >= self.pinned)]
        items = "\n".join(
            f'<li><a href="{self.article(n).path}" target="_blank">{self.article(n).title}</a><span>{self.article(n).day}</span></li>'
            for n in shown
        )
        following = f'<a href="/news/index_{page + 1}.html">下一页</a>' if page < pages else ""
        return (
            f"<html><head><title>检测新闻_本机门户</title></head><body><div class=nav><a href='/'>首页</a><a href='/about.html'>关于我们</a></div>"
            f"<div class=list><ul>{items}</ul></div><div class=pager>{following}</div><div class=foot>版权所有 本机门户</div></body></html>"
        )

    def _page(self, number: int) -> str:
        written = self.article(number)
        kept = [self.withdrawn[number]] if number in self.withdrawn else written.paragraphs
        paragraphs = [*kept, *([self.edited[number]] if number in self.edited else [])]
        text = "\n".join(f"<p>  {one}</p>" for one in paragraphs)
        padding = self.padding + (number * 7919 % self.spread if self.spread else 0)
        chrome = "".join(
            f'<li><a href="/column/{i}/">{PLACES[i % 20]}频道</a><!-- {"x" * 60} --></li>' for i in range(padding // 110)
        )
        return (
            f"<!DOCTYPE html><html><head><meta charset='{self.encoding}'><title>{written.title}_本机门户</title></head><body>"
            f"<div class=nav><ul>{chrome}</ul></div><div class=crumb>当前位置:<a href='/'>首页</a> &gt; <a href='/news/'>新闻</a> &gt; 正文</div>"
            f"<div class=main><h1>{written.title}</h1><div class=info>{written.day} 08:30 来源:本机日报 作者:王小检</div>"
            f"<div class=content>{text}<p>(责任编辑:李计量)</p></div>"
            f"<div class=page>上一篇:没有了 下一篇:没有了</div></div><div class=foot>版权所有 本机门户 京ICP备00000000号</div></body></html>"
        )

    def _soft_404(self) -> str:
        return (
            "<html><head><title>页面不存在_本机门户</title></head><body><div class=main><h1>抱歉,您访问的页面不存在</h1>"
            "<p>该页面可能已被删除或移动,请返回首页。</p></div></body></html>"
        )

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{self.article(n).title}</title><link>{self.url}{self.article(n).path}</link></item>"
            for n in self._newest_first()[:50]
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>本机门户</title>{items}</channel></rss>'

    def _sitemap(self) -> str:
        entries = "".join(
            f"<url><loc>{self.url}{self.article(n).path}</loc><lastmod>{self.article(n).day}</lastmod></url>"
            for n in self._newest_first()
        )
        return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'

    @contextmanager
    def serving(self) -> Iterator[PortalSite]:
        """Serves on a free port of 127.0.0.1 until the block ends."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked[self.path] += 1
                site.at.append((time.monotonic(), self.path))
                if site.delay:
                    time.sleep(site.delay)
                status, headers, body = site.answer(self.path, self.headers)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_: Any) -> None:
                pass  # clients that are killed hang up

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
