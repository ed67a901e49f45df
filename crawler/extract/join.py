"""Articles split over several pages: where the next page is, and how the parts become one article. Fetching is the spider's."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from archive.records import Article
from crawler.extract.document import Document

NEXT = re.compile(r"[\[【(（]?\s*(?:下\s?一?\s?[页頁]|后一?页|[Nn]ext(?: [Pp]age)?|[>＞»›]{1,2})\s*[>＞»›]{0,3}\s*[\]】)）]?")
PAGE = re.compile(r"(?P<base>.*?)(?:[_-]p?(?P<number>\d{1,3}))?(?P<end>\.\w{2,5})?$", re.DOTALL)
# The TRS systems of the authorities write their paging by script: count, number from 0, name, ending.
SCRIPTED = re.compile(
    r"""createPage(?:HTML|Html)?\(\s{0,5}(\d{1,3})\s{0,5},\s{0,5}(\d{1,3})\s{0,5},\s{0,5}["']([\w-]{1,80})["']\s{0,5},\s{0,5}["'](\w{2,5})["']"""
)
QUERY_PAGES = frozenset({"p", "page", "pageno", "pn", "pageindex", "curpage"})
MOST_PAGES = 60


def find_next(doc: Document) -> str | None:
    """The address of an article's next page, or None: a link says so, and its address is this page's with a higher number."""
    if not doc.url:
        return None
    scripted = SCRIPTED.search(doc.text)
    if scripted:
        count, number = int(scripted[1]), int(scripted[2])
        if number + 1 < min(count, MOST_PAGES):
            return urljoin(doc.url, f"{scripted[3]}_{number + 1}.{scripted[4]}")
    for address, anchor in doc.links():
        text = " ".join("".join(str(piece) for piece in anchor.itertext()).split())[:20]
        if text and (NEXT.fullmatch(text) or text.isdigit()) and _follows(doc.url, address, said=not text.isdigit()):
            return address
    return None


def _follows(here: str, there: str, said: bool) -> bool:
    """Whether an address is the next page of another: the same with a page number one higher."""
    try:
        one, other = urlsplit(here), urlsplit(there)
    except ValueError:
        return False
    if one.netloc.lower() != other.netloc.lower() or one._replace(fragment="") == other._replace(fragment=""):
        return False
    if one.path == other.path:
        number, next_number = _query_page(one.query), _query_page(other.query)
        return next_number == number + 1 and _without_page(one.query) == _without_page(other.query)
    if one.query != other.query:
        return False
    parts, others = PAGE.fullmatch(one.path), PAGE.fullmatch(other.path)
    if not parts or not others or others["number"] is None or (parts["end"] or "") != (others["end"] or ""):
        return _within(one.path, other.path)
    number = int(others["number"])
    whole = one.path[: len(one.path) - len(parts["end"] or "")]
    if others["base"] == whole:
        return number == 2 or (number == 1 and said)
    return bool(parts["number"]) and others["base"] == parts["base"] and number == int(parts["number"]) + 1 <= MOST_PAGES


def _within(path: str, other: str) -> bool:
    """`/a/123/` continues in `/a/123/2.html` or `/a/123/2/`."""
    return path.endswith("/") and bool(re.fullmatch(r"2(?:\.\w{2,5}|/)?", other[len(path) :])) and other.startswith(path)


def _query_page(query: str) -> int:
    for name, value in parse_qsl(query):
        if name.lower() in QUERY_PAGES and value.isdigit() and len(value) <= 3:
            return int(value)
    return 1


def _without_page(query: str) -> list[tuple[str, str]]:
    return [(name, value) for name, value in parse_qsl(query) if name.lower() not in QUERY_PAGES]


def join(articles: list[Article]) -> Article:
    """The parts of one article, in order, as one: the first part's facts, what it lacks from the later ones, all text once."""
    if not articles:
        raise ValueError("join() needs at least one article")
    first = articles[0]
    lines: list[str] = []
    for part in articles:
        own = part.body.split("\n")
        overlap = next((size for size in range(min(len(own), len(lines), 20), 0, -1) if lines[-size:] == own[:size]), 0)
        lines += own[overlap:]
    later: dict[str, Any] = {
        item.name: next((value for part in articles if (value := getattr(part, item.name)) is not None), None)
        for item in fields(Article)
        if getattr(first, item.name) is None and item.name != "next_page"
    }
    return replace(first, body="\n".join(lines), next_page=None, **later)
