"""The medium that published an article, where no label says it: beside the date, in an element called source, in the metas."""

from __future__ import annotations

import re

from crawler.extract import words
from crawler.extract.datetext import FULL
from crawler.extract.document import Body, Document
from crawler.extract.labelled import END, LABEL, NOT_A_NAME, C
from crawler.extract.names import EDGE, GAP, MEDIUM, PORTAL_NAME

PROVINCES = "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
ACCOUNT = re.compile(rf"发布于\s?(?:{'|'.join(PROVINCES.split())})?\s?([^::\s].{{1,19}}?)官方账号")
ALONE = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:[日晚早晨时商快青]报|周刊|杂志|网|新闻|电视台|通讯社|客户端)"
)  # on a line of its own beside the date
COLUMN = re.compile(
    r"(?:国内|国际|社会|财经|行业|图片|时政|综合|本地|地方|体育|娱乐|最新|热点|相关|公司|企业|学院|校园|本院|本所|工作|媒体|今日|滚动|视频|科技|部门|更多|关注)"
)
CLOCKED = re.compile(r"(?:\d{1,2}月\d{1,2}日|(?<!\d)\d{2}-\d{2})\s{0,3}\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2}\s?(?:分钟|小时|天)前")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
METAS = ("contentsource", "source", "article:source", "og:article:source", "copyfrom")


def bare_source(lines: list[str]) -> str | None:
    """A name that stands right behind the date: 2019-09-26 10:56:28 证券时报网; or an account: 发布于北京某报官方账号."""
    for text in reversed(lines):
        date = FULL.search(text) or CLOCKED.search(text)
        if not date or len(text) > 80:
            continue
        account = ACCOUNT.search(text.replace(GAP, ""))
        if account:
            return account[1].strip()
        after = re.sub(r"^\W{0,4}(?:星期|周).\W{0,3}", "", text[date.end() :])
        behind = re.split(rf"\s|{GAP}", after.strip(EDGE + GAP))[0].strip(EDGE)
        ahead = text[: date.start()].strip(EDGE + GAP)
        for name in (behind, ahead):
            if (
                re.fullmatch(r"[\u4e00-\u9fffA-Za-z《》-]{2,14}", name)
                and MEDIUM.search(name)
                and not END.match(name)
                and not NOT_A_NAME.match(name)
                and not (name.endswith("新闻") and COLUMN.match(name))
                and not LABEL.match(name)
                and not words.TOOL.fullmatch(name)
            ):
                return name
    dated = [bool(FULL.search(text) or CLOCKED.search(text)) for text in lines]
    for place, text in enumerate(lines):
        name = text.strip(EDGE + GAP)
        if ALONE.fullmatch(name) and not COLUMN.match(name) and any(dated[max(0, place - 1) : place + 2]):
            return name
    return None


def marked_account(doc: Document) -> str | None:
    """The account of a page of the WeChat template."""
    named = next((element for element in doc.tree.iter("*") if element.get("id") == "js_name"), None)
    name = "".join(str(piece) for piece in named.itertext()).strip() if named is not None else ""
    return name if 2 <= len(name) <= 30 else None


def marked_source(body: Body) -> str | None:
    """A name alone in an element that the template calls source."""
    for line in body.head[-12:]:
        for element in (line.element, *line.element.iterdescendants()):
            marks = re.split(r"[^a-z]+", CAMEL.sub(" ", f"{element.get('class') or ''} {element.get('id') or ''}"[:200]).lower())
            if not {"source", "laiyuan"}.intersection(marks):
                continue
            name = "".join(str(piece) for piece in element.itertext()).strip(EDGE + GAP)
            if re.fullmatch(r"[\u4e00-\u9fffA-Za-z]{2,14}", name) and not PORTAL_NAME.match(name) and not LABEL.match(name):
                return name
    return None


def site_named(doc: Document, head: list[str]) -> str | None:
    """The site's name as the page's title ends with it, printed alone between the heading and the text."""
    site = re.split(r"[_|｜–—-]", doc.html_title)[-1].strip() if re.search(r"[_|｜–—-]", doc.html_title) else ""
    if not 3 <= len(site) <= 12:
        return None
    return next((site for text in head if site in re.split(rf"{GAP}|\s", text) and len(text) <= 60), None)


def meta_source(doc: Document) -> str | None:
    """What the metas call the source, where it is a name."""
    for name in METAS:
        for text in doc.metas.get(name, ())[:1]:
            value = re.sub(rf"^(?:来源|稿源){C}", "", text).split()
            if value and len(value[0]) <= 30 and re.search(r"[\u4e00-\u9fff]", value[0]) and not PORTAL_NAME.match(value[0]):
                return value[0]
    return None
