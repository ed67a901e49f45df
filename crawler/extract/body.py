"""The article's own lines: the container, then the lines at its edges that are not the article's."""

from __future__ import annotations

import re

from crawler.extract import words
from crawler.extract.containers import choose, weigh
from crawler.extract.document import Body, Cut, Document
from crawler.extract.flow import Block
from crawler.extract.heading import find_heading, fold
from crawler.extract.lines import TEXTUAL, Kind, kind_of, worth
from crawler.source import Source

HEAD_LINES = 40
TAIL_LINES = 25
ENDS = frozenset({Kind.STOP, Kind.FOOTER, Kind.EDITOR, Kind.COMMENT})


class _Page:
    """The lines of one page with what they are."""

    def __init__(self, doc: Document, source: Source | None) -> None:
        self.doc = doc
        self.lines = doc.lines
        self.kinds = [kind_of(line) for line in self.lines]
        self.worths = [worth(line, kind) for line, kind in zip(self.lines, self.kinds, strict=True)]
        self.heading = find_heading(doc, self.kinds, self.worths)
        self.title = fold(self.lines[self.heading].text) if self.heading >= 0 else fold(doc.html_title)
        self.drop = [re.compile(text) for text in source.drop] if source else []


def find_body(doc: Document, source: Source | None = None) -> Body:
    """The body of a page; `Body.lines` is empty where nothing on it reads like one."""
    page = _Page(doc, source)
    found = _block(page, source)
    body = Body(heading=page.lines[page.heading] if page.heading >= 0 else None)
    if found is None:
        body.head = page.lines[:HEAD_LINES]
        return body
    block, body.how = found
    body.container = block.element
    first = _first(page, block)
    last = _last(page, first, block.end)
    _gather(page, body, first, last)
    return body


def _block(page: _Page, source: Source | None) -> tuple[Block, str] | None:
    if source and source.body:
        wanted = set(page.doc.tree.cssselect(source.body))
        for block in page.doc.blocks:
            if block.element in wanted:
                return block, "the source's selector"
    return choose(page.doc, page.worths, weigh(page.kinds, page.worths, page.heading))


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
    while start < block.end and (kinds[start] not in TEXTUAL or _repeats_title(page, start)):
        start += 1
    return _behind_summary(page, start, block.end)


def _repeats_title(page: _Page, index: int) -> bool:
    text = fold(page.lines[index].text)
    return bool(page.title) and (
        text == page.title or (page.title in text and len(text) <= len(page.title) + 8 and len(page.title) >= 8)
    )


def _behind_summary(page: _Page, start: int, end: int) -> int:
    """A summary that the text itself says again is no part of it."""
    if start + 1 < end:
        mark = words.SUMMARY.match(page.lines[start].text)
        if mark:
            said = fold(page.lines[start].text[mark.end() :])[:40]
            if said and any(said in fold(line.text) for line in page.lines[start + 1 : min(end, start + 6)]):
                return start + 1
    return start


def _last(page: _Page, first: int, end: int) -> int:
    """Behind the last line of the text: before the first list that follows it, and without the credits at its end."""
    kinds = page.kinds
    stop = end
    seen = 0.0
    total = sum(max(0.0, page.worths[index]) for index in range(first, end))
    for index in range(first, end):
        kind = kinds[index]
        seen += max(0.0, page.worths[index])
        if kind in ENDS and index > first and _ends(page, index, end, seen, total):
            stop = index
            break
    if stop < end and kinds[stop] is Kind.FOOTER:
        while stop > first and kinds[stop - 1] is Kind.CONTACT and _together(page, stop - 1, stop):
            stop -= 1
    while stop > first and not _closes(page, stop - 1):
        stop -= 1
    return stop


def _ends(page: _Page, index: int, end: int, seen: float, total: float) -> bool:
    kind = page.kinds[index]
    if kind is Kind.STOP:
        return _list_follows(page, index, end)
    if kind is Kind.EDITOR:
        return seen >= 60 and seen >= 0.3 * total
    return kind is Kind.FOOTER or seen >= 60


def _together(page: _Page, one: int, other: int) -> bool:
    """Whether two lines stand in the same box."""
    return page.lines[one].element.getparent() is page.lines[other].element.getparent()


def _closes(page: _Page, index: int) -> bool:
    kind, text = page.kinds[index], page.lines[index].text
    return kind in TEXTUAL or kind is Kind.CONTACT or bool(words.SIGNED.fullmatch(text))


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
        elif _is_foreign(kind, line.text):
            body.cut.append(Cut(line, kind.value))
        else:
            body.lines.append(line)
    start = max(page.heading + 1, first - HEAD_LINES, 0) if page.heading < first else max(0, first - HEAD_LINES)
    body.head = lines[start:first]
    body.tail = lines[last : last + TAIL_LINES]
    body.cut += [Cut(line, kinds[line.index].value) for line in body.tail if line.index < last + 12]


def _is_foreign(kind: Kind, text: str) -> bool:
    """Whether a line between two of the article's is not the article's."""
    if kind is Kind.TOOL:
        return not (text.isdigit() and len(text) <= 2)  # numbered sections
    return kind in (Kind.NOTICE, Kind.PROMOTION, Kind.COMMENT)
