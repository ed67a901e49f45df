"""Lists that are data: RSS, Atom, sitemaps and JSON. Entities and DTDs are not read, so that no file can grow or reach out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import etree

from crawler.anchors import join
from crawler.days import HAN
from crawler.embedded import fragment, records_in, values_in
from crawler.links import Link, find_links
from crawler.paging import next_group

MOST_ENTRIES = 50_000  # the bound of the sitemap protocol
DEEPEST = 12  # levels of a JSON list that are searched
MOST_HTML = 2_000_000  # characters of HTML in a JSON string
TITLE_KEYS = ("title", "headline", "name", "subject", "contenttitle", "articletitle", "doctitle", "infotitle", "bt")
URL_KEYS = ("url", "link", "href", "docpuburl", "puburl", "linkurl", "articleurl", "weburl", "contenturl", "infourl", "docurl",
            "staticurl", "pageurl", "detailurl", "shareurl")  # fmt: skip
DATE_KEYS = ("date", "pubdate", "publishtime", "published", "publishdate", "time", "docreltime", "createtime", "pub_time", "reltime",
             "showtime", "infodate", "releasetime", "updatetime")  # fmt: skip
DAY = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
RFC822 = re.compile(r"(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (20\d\d)", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
COMPACT = re.compile(r"(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:\d{6})?")
EPOCH = re.compile(r"(1[0-9]{9})(?:\d{3})?")  # seconds or milliseconds, 2001 to 2033
DECLARED = re.compile(rb"^(<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"']([^\"']{0,40})[\"']", re.IGNORECASE)
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
HOME = re.compile(r"https?://[^/?#]{0,255}/?", re.IGNORECASE)
PAGE = re.compile(r"(?:https?://|/|\./)[^\s<>\"']{1,280}\.(?:s?html?|jsp|php|aspx?)(?:\?|$)", re.IGNORECASE)
TAG = re.compile(r"<[^>]{0,200}>")

Found = tuple[list[Link], list[str], str]  # links, further lists, the kind or the problem


def day_of(text: str | None) -> str | None:
    """The day in a date as feeds and lists write it, `YYYY-MM-DD`; numbers are seconds or milliseconds since 1970 or 20250912."""
    if not text:
        return None
    text = text.strip()[:60]
    if found := DAY.search(text):
        year, month, day = (int(part) for part in found.groups())
    elif other := RFC822.search(text):
        year, month, day = int(other[3]), MONTHS.index(other[2].lower()) + 1, int(other[1])
    elif compact := COMPACT.fullmatch(text):
        year, month, day = (int(part) for part in compact.groups())
    elif epoch := EPOCH.fullmatch(text):
        moment = datetime.fromtimestamp(int(epoch[1]), UTC) + timedelta(hours=8)  # days are days in China
        year, month, day = moment.year, moment.month, moment.day
    else:
        return None
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_xml(body: bytes, url: str, content_type: str = "") -> Found:
    """Links, further documents of the same kind, and the kind (feed, sitemap), or the problem bad_xml.

    Broken XML is read as far as it goes; bytes that are not what they are declared as are decoded like a page.
    """
    if b"<!ENTITY" in body[:5000]:
        return [], [], "bad_xml"
    root = _parsed(body, content_type)
    if root is None or not isinstance(root.tag, str):
        return [], [], "bad_xml"
    name = root.tag.rpartition("}")[2].rpartition(":")[2].lower()  # a broken prefix stays in the tag
    if name == "sitemapindex":
        maps = [(_child(entry, "loc"), day_of(_child(entry, "lastmod"))) for entry in _entries(root, "sitemap")]
        maps.sort(key=lambda one: one[1] or "9999", reverse=True)  # the newest part first, while the budget lasts
        return [], [_target(url, loc) for loc, _ in maps if loc], "sitemap"
    if name == "urlset":
        links = []
        for entry in _entries(root, "url"):
            if target := _target(url, _child(entry, "loc")):
                day = day_of(_child(entry, "publication_date")) or day_of(_child(entry, "lastmod"))
                links.append(Link(target, _plain(_child(entry, "title")), day))
        links.sort(key=lambda link: link.date or "", reverse=True)
        return links, [], "sitemap"
    if name == "datastore":
        return _datastore(body, url, content_type)
    if name not in ("rss", "feed", "rdf"):
        return [], [], "bad_xml"
    found = []
    for entry in [*_entries(root, "item"), *_entries(root, "entry")]:
        address = _child(entry, "link") or _atom_link(entry) or _about(entry) or _child(entry, "guid")
        if target := _target(url, address):
            date = _child(entry, "pubDate") or _child(entry, "published") or _child(entry, "updated") or _child(entry, "date")
            found.append(Link(target, _plain(_child(entry, "title")), day_of(date)))
    return found, [], "feed"


def read_json(body: bytes, url: str, content_type: str = "") -> Found:
    """Links of a JSON list, also of JSONP: objects with a title and an address, or HTML in a string."""
    from crawler.extract.decode import decode

    text = decode(body, content_type if "charset" in content_type else "").text.strip().lstrip("\ufeff")
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        data = list(values_in(text))
    return search_json(data, url), [], "json"


def search_json(data: Any, url: str) -> list[Link]:
    """The links of a JSON value, whatever holds them."""
    links: list[Link] = []
    _search(data, url, links, DEEPEST)
    return links


def _parsed(body: bytes, content_type: str) -> etree._Element | None:
    """The root, from bytes decoded as pages are: what a feed says of its encoding is as often wrong."""
    from crawler.extract.decode import decode
    from crawler.extract.document import clean

    declared = DECLARED.match(body.lstrip(b"\xef\xbb\xbf \t\r\n"))
    if declared and "charset" not in content_type.lower():
        content_type = f"text/xml; charset={declared[2].decode('ascii', 'replace')}"
    text = ILLEGAL.sub("", clean(decode(body, content_type).text))
    start = max(0, text.find("<"))
    return _root(DECLARED.sub(rb"\1", text[start:].encode("utf-8", "ignore"), count=1))


def _root(body: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(body, parser)
    except (etree.LxmlError, ValueError):
        return None


def _datastore(body: bytes, url: str, content_type: str) -> Found:
    """What a jpage proxy answers: records of HTML, and where the next ones are."""
    from crawler.extract.decode import decode

    text = decode(body, content_type).text
    tree = fragment("\n".join(f"<div class='record'>{one}</div>" for one in records_in(text)))
    links = find_links(tree, url, None, fragment=True)[0] if tree is not None else []
    following = next_group(text, url)
    return links, [following] if following and links else [], "feed"


def _target(url: str, address: str | None) -> str:
    """Where an entry leads; what is no http(s) address is left as it stands, for `listing` to refuse with a row."""
    return join(url, address or "") or address or ""


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


def _plain(title: str | None) -> str:
    return " ".join(TAG.sub("", ILLEGAL.sub("", title or "")).split())[:300]


def _atom_link(entry: etree._Element) -> str | None:
    for link in entry.iter("{*}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href")
    return None


def _about(entry: etree._Element) -> str | None:
    """RDF names an item by its address."""
    return next((str(value) for name, value in entry.attrib.items() if str(name).endswith("}about")), None)


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
        target = join(url, address) if address and title and _leads_somewhere(address) else None
        stray = address if address and title and not target and _leads_somewhere(address) else None
        if not target and len(lower) <= 60:
            address, title = _by_looks(lower.values())
            target = join(url, address) if address and title else None
        if target and title:
            dates = [lower.get(key) for key in DATE_KEYS] or []
            date = next(
                (day for value in [*dates, *lower.values()] if isinstance(value, str | int) and (day := day_of(str(value)))), None
            )
            links.append(Link(target, _plain(title), date))
            return
        if stray:
            links.append(Link(stray, ""))  # no http(s) address: for `listing` to refuse with a row
        for value in data.values():
            _search(value, url, links, depth - 1)
    elif isinstance(data, str) and "<a" in data and "href" in data:
        tree = fragment(data[:MOST_HTML])
        if tree is not None:
            links += find_links(tree, url, None, fragment=True)[0]


def _by_looks(values: Iterable[Any]) -> tuple[str | None, str | None]:
    """Address and headline of an object whose keys say nothing: what looks like a page, and the first Chinese line."""
    texts = [value for value in values if isinstance(value, str) and 4 < len(value) < 300]
    return next(filter(PAGE.match, texts), None), next(
        (text for text in texts if len(HAN.findall(text)) >= 6 and "<" not in text), None
    )


def _leads_somewhere(address: str) -> bool:
    return not address.startswith(("#", "javascript:")) and not HOME.fullmatch(address)
