"""Turns a page into an article or a reason against it: the only home of trafilatura."""

from __future__ import annotations

from archive.records import Article, Outcome, Page, Rejection
from crawler.extract.body import find_body
from crawler.extract.decode import decode
from crawler.extract.document import parse
from crawler.source import Source

__all__ = ["extract"]


def extract(page: Page, source: Source | None = None) -> Article | Rejection:
    """The article of a page, or why there is none. Pure: the same page gives the same answer."""
    decoded = decode(page.body, page.content_type, source.charset if source else "")
    doc = parse(decoded.text, page.url, fetched_at=page.fetched_at)
    if doc is None:
        return Rejection(Outcome.EXTRACT_EMPTY, "no element in the page")
    body = find_body(doc, source)
    if not body.lines:
        return Rejection(Outcome.EXTRACT_EMPTY, "no text")
    title = body.heading.text if body.heading else doc.html_title
    return Article(page.url, title, body.text)
