"""The article's own lines: the container, then its lines from edge to edge without what is not the article's among them."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extract import judge, words
from crawler.extract.containers import choose, weigh
from crawler.extract.document import Body, Cut, Document
from crawler.extract.edges import Sheet, first_line, last_line
from crawler.extract.flow import Block
from crawler.extract.lines import Kind
from crawler.source import Source

HEAD_LINES = 40
TAIL_LINES = 25
AGREED = 0.4  # of the body's characters; trafilatura drops a paragraph here and there also where it agrees


def find_body(doc: Document, source: Source | None = None) -> Body:
    """The body of a page; `Body.lines` is empty where nothing on it reads like one.

    Trafilatura reads the chosen container and must keep most of the text found there. Where it does not, it reads the whole page,
    and the container is chosen again among what it kept.
    """
    page = Sheet(doc, source)
    if source and source.body:
        named = _selected(page, source.body)
        if named:
            return _cut(page, named, "the source's selector")
    weights = weigh(page.kinds, page.worths, page.heading)
    found = choose(doc, page.worths, weights, titled=page.heading >= 0)
    if found is None:
        return Body(head=page.lines[:HEAD_LINES], heading=page.lines[page.heading] if page.heading >= 0 else None)
    body = _cut(page, *found)
    opinion = judge.kept(doc, found[0].element)
    if opinion is None:
        return body
    if judge.agreement(body.lines, opinion) >= AGREED:
        body.how += ", trafilatura agrees"
        return body
    return _second(page, weights) or body


def whole_body(doc: Document) -> Body:
    """The body of a document that holds a title and a text and nothing else."""
    page = Sheet(doc, None)
    first = page.heading + 1 if page.heading == 0 else 0
    return _cut(page, Block(doc.tree, -1, 0, first, len(doc.lines)), "the whole document")


def _second(page: Sheet, weights: list[float]) -> Body | None:
    """The body among the lines that trafilatura keeps of the whole page; None where that is none it agrees with."""
    opinion = judge.kept(page.doc)
    if not opinion:
        return None
    kept = [
        weight if weight <= 0 or judge.keeps(opinion, line) else 0.0 for weight, line in zip(weights, page.lines, strict=True)
    ]
    found = choose(page.doc, page.worths, kept, titled=page.heading >= 0)
    if found is None:
        return None
    body = _cut(page, found[0], f"{found[1]} of what trafilatura keeps of the page")
    return body if judge.agreement(body.lines, opinion) >= AGREED else None


def _cut(page: Sheet, block: Block, how: str) -> Body:
    """The block's lines without those at its edges that are not the article's."""
    body = Body(heading=page.lines[page.heading] if page.heading >= 0 else None, container=block.element, how=how)
    first = first_line(page, block)
    _gather(page, body, first, last_line(page, first, block.end))
    return body


def _selected(page: Sheet, selector: str) -> Block | None:
    wanted = set(page.doc.tree.cssselect(selector))
    return next((block for block in page.doc.blocks if block.element in wanted), None)


def _gather(page: Sheet, body: Body, first: int, last: int) -> None:
    lines, kinds = page.lines, page.kinds
    listed = False  # in a list that stands amid the text
    for index in range(first, last):
        line, kind = lines[index], kinds[index]
        listed = (kind is Kind.STOP and index + 1 < last and kinds[index + 1] is Kind.LINKS) or (
            listed and kind in (Kind.LINKS, Kind.META)
        )
        if any(pattern.fullmatch(line.text) for pattern in page.drop):
            body.cut.append(Cut(line, "the source's drop list"))
        elif listed or _is_foreign(kind, line.text):
            body.cut.append(Cut(line, "a list amid the text" if listed else kind.value))
        else:
            body.lines.append(line)
    _take_double(body)
    _take_link(body)
    start = max(page.heading + 1, first - HEAD_LINES, 0) if page.heading < first else max(0, first - HEAD_LINES)
    body.head = lines[start:first]
    body.tail = lines[last : last + TAIL_LINES]
    body.cut += [Cut(line, kinds[line.index].value) for line in body.tail if line.index < last + 12]


def _take_double(body: Body) -> None:
    """Some templates print the text twice: the second time is taken out."""
    lines = body.lines
    again = next(
        (place for place in range(1, len(lines)) if lines[place].text == lines[0].text and len(lines[0].text) >= 15), None
    )
    if again is None:
        return
    same = sum(one.text == other.text for one, other in zip(lines[:again], lines[again:], strict=False))
    if same >= 0.8 * again or same == len(lines) - again:
        body.cut += [Cut(line, "the text a second time") for line in lines[again : again + again]]
        del lines[again : again + again]


def _take_link(body: Body) -> None:
    """What links to more at the very end of the last paragraph: 返回首页，查看更多."""
    last = body.lines[-1] if body.lines else None
    match = words.MORE.search(last.text[-40:]) if last else None
    if last and match and match.end() == len(last.text[-40:]) and len(last.text) > len(match[0]):
        said = match[0]
        if last.linked >= len(said) or re.search(r"[。！？!?)）”]\s*$", last.text[: -len(said)]):
            body.lines[-1] = replace(last, text=last.text[: -len(said)].rstrip(), linked=0)
            body.cut.append(Cut(replace(last, text=said), "a link to more"))


def _is_foreign(kind: Kind, text: str) -> bool:
    """Whether a line between two of the article's is not the article's."""
    if kind is Kind.TOOL:
        return not (text.isdigit() and len(text) <= 2)  # numbered sections
    return kind in (Kind.NOTICE, Kind.PROMOTION, Kind.COMMENT)
