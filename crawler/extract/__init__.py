"""Turns a page into an article or a reason against it: the only home of trafilatura."""

from __future__ import annotations

from dataclasses import dataclass, field

from archive.records import Article, Outcome, Page, Rejection
from crawler.extract.body import find_body
from crawler.extract.credits import read_credits
from crawler.extract.dates import read_published
from crawler.extract.decode import decode
from crawler.extract.document import Body, Cut, parse
from crawler.extract.join import find_next, join
from crawler.extract.repair import mend, script_of
from crawler.extract.title import read_title
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
    text, notes = mend(decoded.text)
    doc = parse(text, page.url, fetched_at=page.fetched_at)
    if doc is None:
        return Explanation(Rejection(Outcome.EXTRACT_EMPTY, "no element in the page"), decoded.codec)
    body = find_body(doc, source)
    title = read_title(doc, body, source)
    said = Explanation(Rejection(Outcome.EXTRACT_EMPTY), decoded.codec, body.how, _name(body), body.cut)
    rejected = refuse(doc, body, title, page.status)
    if rejected:
        said.result = rejected
        return said
    names = read_credits(doc, body)
    said.result = Article(
        url=page.url,
        title=title,
        body=body.text,
        published=read_published(doc, body, source),
        source=names.source,
        author=names.author,
        editor=names.editor,
        original_title=names.original_title,
        original_source=names.original_source,
        original_url=names.original_url,
        column=names.column,
        script=script_of(body.text),
        pinyin_notes=notes > 0,
        next_page=find_next(doc),
    )
    return said


def _name(body: Body) -> str:
    """The container as a person would select it: `div#zoom.TRS_Editor`."""
    element = body.container
    if element is None:
        return ""
    names = "".join(f".{name}" for name in (element.get("class") or "").split()[:3])
    return f"{element.tag}{'#' + element.get('id', '') if element.get('id') else ''}{names}"[:120]
