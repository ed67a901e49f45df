"""Turns a page into an article or a reason against it: the only home of trafilatura."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.records import Article, Outcome, Page, Rejection
from crawler.extract.body import find_body
from crawler.extract.decode import decode
from crawler.extract.document import Body, Cut, parse
from crawler.extract.join import find_next, join
from crawler.extract.verdict import refuse
from crawler.source import Source

__all__ = ["Explanation", "explain", "extract", "join"]


@dataclass(slots=True)
class Explanation:
    """What became of a page and how: for a person who asks why."""

    result: Article | Rejection
    codec: str = ""
    how: str = ""
    container: str = ""
    cut: list[Cut] = field(default_factory=list)


def extract(page: Page, source: Source | None = None) -> Article | Rejection:
    """The article of a page, or why there is none. Pure: the same page gives the same answer."""
    return explain(page, source).result


def explain(page: Page, source: Source | None = None) -> Explanation:
    """As `extract`, with the container that was chosen and every line that was cut near it."""
    decoded = decode(page.body, page.content_type, source.charset if source else "")
    doc = parse(decoded.text, page.url, fetched_at=page.fetched_at)
    if doc is None:
        return Explanation(Rejection(Outcome.EXTRACT_EMPTY, "no element in the page"), decoded.codec)
    body = find_body(doc, source)
    title = body.heading.text if body.heading else doc.html_title
    said = Explanation(Rejection(Outcome.EXTRACT_EMPTY), decoded.codec, body.how, _name(body), body.cut)
    rejected = refuse(doc, body, title, page.status)
    if rejected:
        said.result = rejected
        return said
    said.result = Article(page.url, title, body.text, next_page=find_next(doc))
    return said


def _name(body: Body) -> str:
    """The container as a person would select it: `div#zoom.TRS_Editor`."""
    element = body.container
    if element is None:
        return ""
    names = "".join(f".{name}" for name in (element.get("class") or "").split()[:3])
    return f"{element.tag}{'#' + element.get('id', '') if element.get('id') else ''}{names}"[:120]
