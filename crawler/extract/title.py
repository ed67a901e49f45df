"""The article's title: as printed above it, or what the page says of itself, without the portal's name and column."""

from __future__ import annotations

import re

from crawler.extract.document import Body, Document
from crawler.source import Source

METAS = ("articletitle", "og:title", "title", "twitter:title", "dc.title", "headline")
# What portals put behind a title: _网易新闻, --时政--人民网, - 中国日报网, |停车位|停车费_网易订阅
BREAK = re.compile(r"\s*(?:--+|——|[_|｜»›]|\s[-–—]\s|\s?[-–—](?=[^-–—]{2,14}$))\s*")
PORTAL = re.compile(
    r"(?:网|網|网站|新闻|频道|在线|门户|日报|晚报|政府|局|委|办|协会|中心|资讯|快讯|首页|com|cn|net)(?:[)）].*)?$", re.IGNORECASE
)
BRACKET = re.compile(r"^\s*\[[^\]]{2,12}\]\s*(?=\S{8})")  # a kind of page, or an advertiser; 【...】 belongs to titles


def read_title(doc: Document, body: Body, source: Source | None = None) -> str:
    """The title in one line; '' where a page has none."""
    if source and source.title:
        for element in doc.select(source.title)[:1]:
            text = _line("".join(map(str, element.itertext())))
            if text:
                return text
    if body.heading is not None:
        return BRACKET.sub("", _line(body.heading.text))
    for name in METAS:
        for text in doc.metas.get(name, ())[:1]:
            if len(text.strip()) >= 4:
                return without_suffix(_line(text))
    return without_suffix(_line(doc.html_title))


def without_suffix(title: str) -> str:
    """A page title without what follows the article's: the longest part counts, unless the first is one already."""
    parts = [part for part in BREAK.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    first = parts[0]
    if len(first) >= 6 and (len(first) >= 0.4 * max(map(len, parts)) or not PORTAL.search(first)):
        kept = [first]
        for part in parts[1:]:
            at = title.find(part)
            if PORTAL.search(part) or len(part) <= 6 or title[at - 1 : at] in "_|｜":
                break
            kept.append(part)
        end = title.find(kept[-1]) + len(kept[-1])
        return title[:end].strip()
    return max(parts, key=len).strip()


def _line(text: str) -> str:
    return " ".join(text.split())[:300].strip()
