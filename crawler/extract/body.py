"""The article's own lines: the container, then the lines at its edges that are not the article's."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extract.containers import choose, weigh
from crawler.extract.document import Body, Cut, Document
from crawler.extract.flow import Block, Line
from crawler.extract.heading import find_heading, fold
from crawler.extract.lines import TEXTUAL, Kind, kind_of, worth
from crawler.source import Source

SIGNED = re.compile(r"[（(]?(?:19|20|二[〇○0零])[\d一二三四五六七八九〇○零]{2}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日[）)]?")
HEAD_LINES = 40
TAIL_LINES = 25


class _Page:
    """The lines of one page with what they are."""

    def __init__(self, doc: Document, source: Source | None) -> None:
        self.doc = doc
        self.lines = doc.lines
        self.kinds = [kind_of(line) for line in self.lines]
        self.worths = [worth(line, kind) for line, kind in zip(self.lines, self.kinds, strict=True)]
        self.heading = find_heading(doc, self.worths)
        self.titles = {fold(doc.html_title)}
        if self.heading >= 0:
            self.titles.add(fold(self.lines[self.heading].text))
        self.drop = [re.compile(text) for text in source.drop] if source else []


def find_body(doc: Document, source: Source | None = None) -> Body:
    """The body of a page; `Body.lines` is empty where nothing on it reads like one."""
    page = _Page(doc, source)
    block = _block(page, source)
    body = Body(heading=page.lines[page.heading] if page.heading >= 0 else None)
    if block is None:
        body.head = page.lines[:HEAD_LINES]
        return body
    body.container = block.element
    first = _first(page, block)
    last = _last(page, first, block.end)
    _gather(page, body, first, last)
    return body


def _block(page: _Page, source: Source | None) -> Block | None:
    if source and source.body:
        wanted = set(page.doc.tree.cssselect(source.body))
        for block in page.doc.blocks:
            if block.element in wanted:
                return block
    return choose(page.doc, weigh(page.kinds, page.worths, page.heading))


def _first(page: _Page, block: Block) -> int:
    """Where the text starts in the block: below the title and the lines of date, source and tools."""
    kinds = page.kinds
    start = block.first
    if block.first <= page.heading < block.end:
        start = page.heading + 1
    text = next((index for index in range(start, block.end) if kinds[index] is Kind.TEXT), block.end)
    for index in range(start, min(text, start + 15)):
        if kinds[index] in (Kind.META, Kind.TOOL):
            start = index + 1
    while start < block.end and (kinds[start] not in TEXTUAL or fold(page.lines[start].text) in page.titles):
        start += 1
    return start


def _last(page: _Page, first: int, end: int) -> int:
    """Behind the last line of the text: before the first list that follows it, and without the credits at its end."""
    kinds = page.kinds
    stop = end
    for index in range(first + 1, end):
        if kinds[index] is Kind.FOOTER or (kinds[index] is Kind.STOP and _list_follows(page, index, end)):
            stop = index
            break
    while stop > first and not _closes(page, stop - 1):
        stop -= 1
    return stop


def _closes(page: _Page, index: int) -> bool:
    return page.kinds[index] in TEXTUAL or bool(SIGNED.fullmatch(page.lines[index].text))


def _list_follows(page: _Page, index: int, end: int) -> bool:
    """Whether what stands below a head is a list and not the article's next section."""
    following = range(index + 1, min(end, index + 7))
    if not following:
        return True
    texts = sum(
        page.kinds[place] is Kind.TEXT and len(page.lines[place].text) >= 40 and not page.lines[place].text.endswith(("...", "…"))
        for place in following
    )
    return texts * 2 < len(following)


def _gather(page: _Page, body: Body, first: int, last: int) -> None:
    lines, kinds = page.lines, page.kinds
    for index in range(first, last):
        line, kind = lines[index], kinds[index]
        if any(pattern.fullmatch(line.text) for pattern in page.drop):
            body.cut.append(Cut(line, "the source's drop list"))
        elif kind in (Kind.TOOL, Kind.NOTICE):
            body.cut.append(Cut(line, kind.value))
        else:
            body.lines.append(line)
    start = max(page.heading + 1, first - HEAD_LINES, 0) if page.heading < first else max(0, first - HEAD_LINES)
    body.head = lines[start:first]
    body.tail = lines[last : last + TAIL_LINES]
    body.cut += [Cut(line, kinds[line.index].value) for line in body.tail if line.index < last + 12]


def without(body: Body, lines: list[Line]) -> Body:
    """The body with other lines."""
    return replace(body, lines=lines)
