"""Lists that are data: RSS, Atom, sitemaps and JSON. Entities and DTDs are not read, so that no file can grow or reach out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from crawler.links import Link, find_links

MOST_ENTRIES = 50_000  # the bound of the sitemap protocol
DEEPEST = 12  # levels of a JSON list that are searched
TITLE_KEYS = ("title", "headline", "name", "subject", "contenttitle", "articletitle", "doctitle", "bt")
URL_KEYS = ("url", "link", "href", "docpuburl", "puburl", "linkurl", "articleurl", "weburl", "contenturl")
DATE_KEYS = ("date", "pubdate", "publishtime", "published", "publishdate", "time", "docreltime", "createtime", "pub_time")
DAY = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
RFC822 = re.compile(r"(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (20\d\d)")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_of(text: str | None) -> str | None:
    """The day in a date as feeds and lists write it, `YYYY-MM-DD`."""
    if not text:
        return None
    found = DAY.search(text[:60])
    if found:
        year, month, day = (int(part) for part in found.groups())
    else:
        other = RFC822.search(text[:60])
        if not other:
            return None
        year, month, day = int(other[3]), MONTHS.index(other[2]) + 1, int(other[1])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_xml(body: bytes, url: str) -> tuple[list[Link], list[str], str]:
    """Links, further sitemaps, and the kind (feed, sitemap), or the problem bad_xml."""
    if b"<!ENTITY" in body[:5000]:
        return [], [], "bad_xml"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not isinstance(root.tag, str):
        return [], [], "bad_xml"
    name = etree.QName(root).localname.lower()
    if name == "sitemapindex":
        maps = [(_child(entry, "loc"), day_of(_child(entry, "lastmod"))) for entry in _entries(root, "sitemap")]
        maps.sort(key=lambda one: one[1] or "9999", reverse=True)  # the newest part first, while the budget lasts
        return [], [urljoin(url, loc) for loc, _ in maps if loc], "sitemap"
    if name == "urlset":
        links = [
            Link(
                urljoin(url, loc),
                _child(entry, "title") or "",
                day_of(_child(entry, "publication_date") or _child(entry, "lastmod")),
            )
            for entry in _entries(root, "url")
            if (loc := _child(entry, "loc"))
        ]
        links.sort(key=lambda link: link.date or "", reverse=True)
        return links, [], "sitemap"
    if name not in ("rss", "feed", "rdf"):
        return [], [], "bad_xml"
    found = []
    for entry in [*_entries(root, "item"), *_entries(root, "entry")]:
        address = _child(entry, "link") or _atom_link(entry) or _child(entry, "guid")
        if address:
            date = _child(entry, "pubDate") or _child(entry, "published") or _child(entry, "updated") or _child(entry, "date")
            found.append(Link(urljoin(url, address), _child(entry, "title") or "", day_of(date)))
    return found, [], "feed"


def _entries(root: etree._Element, name: str) -> Iterator[etree._Element]:
    for count, element in enumerate(root.iter("{*}" + name)):
        if count >= MOST_ENTRIES:
            return
        yield element


def _child(element: etree._Element, name: str) -> str | None:
    for child in element.iter("{*}" + name):
        text = "".join(map(str, child.itertext())).strip()
        if text:
            return text[:2000]
    return None


def _atom_link(entry: etree._Element) -> str | None:
    for link in entry.iter("{*}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    return None


def read_json(body: bytes, url: str) -> tuple[list[Link], list[str], str]:
    """Links of a JSON list: objects with a title and an address, or HTML in a string."""
    try:
        data = json.loads(body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return [], [], "json"
    links: list[Link] = []
    _search(data, url, links, DEEPEST)
    return links, [], "json"


def _search(data: Any, url: str, links: list[Link], depth: int) -> None:
    if depth == 0 or len(links) >= MOST_ENTRIES:
        return
    if isinstance(data, list):
        for item in data[:MOST_ENTRIES]:
            _search(item, url, links, depth - 1)
    elif isinstance(data, dict):
        lower = {str(key).lower(): value for key, value in data.items()}
        address = next((lower[key] for key in URL_KEYS if isinstance(lower.get(key), str) and lower[key]), None)
        title = next((lower[key] for key in TITLE_KEYS if isinstance(lower.get(key), str) and lower[key]), None)
        if address and title:
            date = next((str(lower[key]) for key in DATE_KEYS if lower.get(key)), None)
            links.append(Link(urljoin(url, address), re.sub(r"<[^>]{0,200}>", "", title).strip()[:300], day_of(date)))
            return
        for value in data.values():
            _search(value, url, links, depth - 1)
    elif isinstance(data, str) and "<a" in data and "href" in data:
        from lxml import html as lxml_html

        tree = lxml_html.document_fromstring(data[:2_000_000]) if data.strip() else None
        if tree is not None:
            links += find_links(tree, url, None, fragment=True)[0]
