"""Who published, wrote and edited an article, and where a repost took it from: from the lines around the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from crawler.extract import words
from crawler.extract.document import Body, Document
from crawler.extract.flow import Line
from crawler.extract.labelled import WANTED, name_behind, split_media, take
from crawler.extract.lines import Kind
from crawler.extract.media import bare_source, marked_account, marked_source, meta_source, site_named
from crawler.extract.names import EDGE, GAP, byline, marked_author, stated_author, take_bylines, unspaced

CRUMB = re.compile(r"(?:当前|您的?|現在|现在|所在|你)的?(?:所在)?位置|當前位置|位置")
CRUMB_PARTS = re.compile(r"\s{0,4}(?:>{1,2}|》|»|›|→|/|--|\\)\s{0,4}")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Credits:
    """What is printed, without its label; several names are joined by 、."""

    source: str | None = None
    author: str | None = None
    editor: str | None = None
    original_source: str | None = None
    original_title: str | None = None
    original_url: str | None = None
    column: str | None = None


def read_credits(doc: Document, body: Body) -> Credits:
    """The credits of an article; None for what the page does not say."""
    found: dict[str, str] = {}
    head = [_spaced(line) for line in body.head if len(line.text) <= LONGEST][-40:]
    tail = [_spaced(line) for line in body.tail if len(line.text) <= LONGEST and doc.kinds[line.index] is not Kind.NOTICE][:14]
    first, *_ = [*body.lines, None]
    edge = [line.text for line in body.lines[-2:] if len(line.text) <= 60]
    for text in head:
        take(found, text, WANTED)
    if not found and body.heading is not None:  # some print the line of credits above the title
        above = [
            line
            for line in doc.lines[max(0, body.heading.index - 4) : body.heading.index]
            if doc.kinds[line.index] in (Kind.META, Kind.CREDIT)
        ]
        for line in above:
            take(found, _spaced(line), WANTED)
    if first is not None and len(first.text) <= 60:
        take(found, unspaced(first.text), WANTED)
    take_bylines(found, head)
    bare = marked_account(doc) or bare_source(head) or marked_source(body) or site_named(doc, head)
    if "source" not in found and bare:
        found["source"] = bare
        for text in head:
            if GAP in text and bare in text and words.META.search(text):
                name_behind(found, text, bare)
    if "author" not in found and (marked := marked_author(body)):
        found["author"] = marked
    for text in (*edge, *tail):
        known = dict(found)
        closing: dict[str, str] = {}
        if text in edge:
            take(closing, text, WANTED[1:], colon=WANTED)
        else:
            take(closing, text, WANTED, colon=WANTED[:1])
        if "editor" in closing and text not in edge:
            found["editor"] = closing["editor"] if not known.get("tail_editor") else known["editor"]
            found["tail_editor"] = "yes"
        for name, value in closing.items():
            found.setdefault(name, value)
    split_media(found)
    source = found.get("source") or bare_source(tail[:3]) or meta_source(doc)
    author = (
        found.get("author")
        or byline(body, silent=not any(words.META.search(text) or words.CREDIT.match(text) for text in (*head, *tail[:8])))
        or stated_author(doc)
    )
    return Credits(
        source=source,
        author=author if author != source else None,
        editor=found.get("editor"),
        original_source=found.get("original_source"),
        original_title=found.get("original_title"),
        original_url=_original_url(doc, body),
        column=_column(doc, body),
    )


def _spaced(line: Line) -> str:
    """The line with a wide space between its pieces of markup: what stands in elements of its own are different facts."""
    pieces = [" ".join(str(piece).split()) for piece in line.element.itertext()] if len(line.element) else []
    pieces = [piece for piece in pieces if piece]
    whole = "".join("".join(pieces).split())
    return unspaced(GAP.join(pieces) if whole == "".join(line.text.split()) else line.text)


def _original_url(doc: Document, body: Body) -> str | None:
    """Where 原文链接, 阅读原文 and their like lead."""
    for line in (*body.tail[:10], *body.head[-10:], *body.lines[-3:]):
        if not re.search(r"原文|转自|转载自|来源", line.text[:60]):
            continue
        for anchor in line.element.iter("a"):
            try:
                href = urljoin(doc.url, (anchor.get("href") or "").strip()[:1000])
                parts = urlsplit(href)
            except ValueError:  # [ in the place of a host
                continue
            if parts.scheme in ("http", "https") and parts.netloc not in ("", urlsplit(doc.url).netloc) and len(parts.path) > 6:
                return href
    return None


def _column(doc: Document, body: Body) -> str | None:
    """The last column of 当前位置, before 正文 and the title."""
    top = body.heading.index if body.heading is not None else 60
    for line in doc.lines[: min(top + 3, 200)]:
        text = line.text
        if len(text) > 160 or not (CRUMB.search(text[:12]) or text.startswith("首页")):
            continue
        parts = [part.strip(EDGE) for part in CRUMB_PARTS.split(CRUMB.sub("", text, count=1))]
        parts = [part for part in parts if part and part not in ("正文", "首页", "主页", "文章正文", "内容") and len(part) <= 16]
        if parts:
            return parts[-1]
    return None
