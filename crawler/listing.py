"""What a list, feed, sitemap or JSON list points to: article links, the next page, further lists. Pure; run in worker processes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from archive.address import AddressError, clean
from archive.encoding import EncodingError, inflate
from archive.records import Outcome, Page
from crawler.days import HAN
from crawler.embedded import frames, json_values, records, scripted_lists
from crawler.feeds import Found, read_json, read_xml, search_json
from crawler.links import Link, find_links
from crawler.paging import find_next, find_page
from crawler.refusals import Refused, find_refused
from crawler.source import Source, hooks, site_of

__all__ = ["Link", "Listing", "read_listing"]

MOST_LINKS = 5000  # of one document
MOST_BYTES = 10 * 1024 * 1024
FRAMES = 3  # of the page's own site that are read for the list which it does not have
FEW = 3  # links in the HTML with which no list is looked for in scripts and frames
XML_ROOT = re.compile(rb"(?:<!--.{0,2000}?-->\s{0,200})?<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|datastore)\b", re.DOTALL)
GZIP = b"\x1f\x8b"  # sitemap.xml.gz, packed as a file rather than for the way
CALLBACK = re.compile(rb"(?:var\s{1,5})?[\w.$]{1,60}\s{0,5}[(=]\s{0,20}[\[{]")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a document lists. `lists` are further documents of the same kind: parts of a sitemap, a list that a script or a frame loads."""

    links: tuple[Link, ...] = ()
    next: str | None = None
    lists: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    kind: str = "html"  # html, feed, sitemap, json
    problem: str = ""  # an Outcome, where the document cannot be read or something else stands in the place of the list
    detail: str = ""  # what tells so; of a list with few links, the frames of other sites that it shows
    refused: tuple[Refused, ...] = ()  # links that are not asked for, and why: bad_url, offsite


def read_listing(page: Page, source: Source | None = None) -> Listing:
    """The listing of a page, whatever kind of document it is; links in document order, each address once."""
    from crawler.extract.decode import decode
    from crawler.extract.document import parse
    from crawler.extract.verdict import refuse_list

    body = page.body[:MOST_BYTES]
    if body.startswith(GZIP):
        try:
            body = inflate(page.body, "gzip", MOST_BYTES)
        except EncodingError as error:
            return Listing(problem="too_large" if "larger" in str(error) else "truncated")
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:3000].lower()
    if start[:1] in (b"{", b"[") or "json" in page.content_type.lower() or CALLBACK.match(start):
        return _checked(read_json(body, page.url, page.content_type), page, source, "json")
    if (start.startswith(b"<?xml") and b"<html" not in start and b"xhtml" not in start) or XML_ROOT.match(start):
        return _checked(read_xml(body, page.url, page.content_type), page, source, "")
    decoded = decode(body, page.content_type, source.charset if source else "")
    doc = parse(decoded.text, page.url, fetched_at=page.fetched_at)
    if doc is None:
        return Listing(problem="extract_empty")
    links, feeds = find_links(doc.tree, page.url, source)
    links = [*links, *_scripted_links(doc.tree, page.url, source, len(links))]
    free = links if len(links) >= FEW or source is None or not source.articles else find_links(doc.tree, page.url, None)[0]
    shown = frames(doc.tree, page.url) if len(links) < FEW else []
    own = [one for one in shown if site_of(urlsplit(one).netloc) == site_of(urlsplit(page.url).netloc)][:FRAMES]
    lists = [*scripted_lists(doc.tree, page.url), *own]
    rejected = refuse_list(doc, [link.text for link in free], len(links) + len(lists), page.status)
    if rejected and not (source and hooks(source)):  # which may know better
        return Listing(problem=rejected.outcome, detail=rejected.detail)
    listing = Listing(
        links=tuple(links),
        next=find_next(doc.tree, page.url, source.pages if source else ""),
        lists=tuple(lists),
        feeds=tuple(feeds),
        detail=", ".join(f"shows {one} in a frame" for one in shown if one not in own)[:300],
        refused=tuple(find_refused(doc.tree, page.url, {link.url for link in links})),
    )
    return _checked(listing, page, source, "html")


def _scripted_links(tree: Element, url: str, source: Source | None, found: int) -> list[Link]:
    """What the page's scripts hold: jpage records always, other lists where its HTML shows none."""
    held = records(tree)
    links = find_links(held, url, source, fragment=True)[0] if held is not None else []
    if found + len(links) < FEW:
        said = [link for value in json_values(tree) for link in search_json(value, url)]
        links += [link for link in said if len(HAN.findall(link.text)) >= 4 and (link.date or re.search(r"\d\d", link.url))]
    return links


def _checked(found: Listing | Found, page: Page, source: Source | None, kind: str) -> Listing:
    """Only addresses that are some, each once, and of articles where the source says how theirs look."""
    if isinstance(found, Listing):
        listing = found
    else:
        links, lists, told = found
        if told == "bad_xml":
            return Listing(problem=told)
        following = find_page(page.url, source.pages) if source and source.pages and links and kind == "json" else None
        listing = Listing(links=tuple(links), next=following, lists=tuple(lists), kind=kind or told)
    pattern = re.compile(source.articles) if source and source.articles else None
    kept: dict[str, Link] = {}
    refused = dict(listing.refused)
    for address in (*(link.url for link in listing.links[:MOST_LINKS]), *listing.lists[:MOST_LINKS]):
        if _address(address) is None:
            refused[address.encode("utf-8", "replace").decode()[:500]] = Outcome.BAD_URL  # JSON may hold halves of characters
    for link in listing.links:
        url = _address(link.url)
        if url is not None and url not in kept and (pattern is None or pattern.search(url)):
            kept[url] = Link(url, link.text, link.date, link.url)
        if len(kept) >= MOST_LINKS:
            break
    own = hooks(source) if source else None
    links_of = getattr(own, "links", None)
    chosen = links_of(list(kept.values()), page) if links_of else kept.values()
    return Listing(
        links=tuple(chosen),
        next=_address(listing.next) if listing.next else None,
        lists=tuple(url for url in map(_address, listing.lists[:MOST_LINKS]) if url),
        feeds=tuple(url for url in map(_address, listing.feeds[:20]) if url),
        kind=listing.kind,
        detail=listing.detail,
        refused=tuple(refused.items())[:MOST_LINKS],
    )


def _address(url: str) -> str | None:
    try:
        return clean(url)
    except AddressError:
        return None
