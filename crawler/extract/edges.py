"""Where an article's text begins and ends in the block that holds it: what stands around it is told by kind and place."""

from __future__ import annotations

import re

from crawler.extract import words
from crawler.extract.document import Document
from crawler.extract.flow import Block
from crawler.extract.heading import find_heading, fold
from crawler.extract.lines import TEXTUAL, Kind, worth
from crawler.source import Source

HEADS = frozenset({Kind.META, Kind.TOOL, Kind.CREDIT, Kind.EDITOR})  # between the title and the text
HEADS_ABOVE = 6
LEAD = 8  # lines below the title
LEAD_LINE = 120  # characters
ENDS = frozenset({Kind.STOP, Kind.FOOTER, Kind.EDITOR, Kind.COMMENT, Kind.NOTICE, Kind.CREDIT, Kind.TOOL})


class Sheet:
    """The lines of one page with what they are."""

    def __init__(self, doc: Document, source: Source | None) -> None:
        self.doc = doc
        self.lines = doc.lines
        self.kinds = doc.kinds
        self.worths = [worth(line, kind) for line, kind in zip(self.lines, self.kinds, strict=True)]
        self.heading = find_heading(doc, self.kinds, self.worths)
        self.title = fold(self.lines[self.heading].text) if self.heading >= 0 else fold(doc.html_title)
        self.drop = [re.compile(text) for text in source.drop] if source else []


def first_line(page: Sheet, block: Block) -> int:
    """Where the text starts in the block: below the title and the lines of date, source and tools."""
    kinds = page.kinds
    start = block.first
    if block.first <= page.heading < block.end:
        start = page.heading + 1
    text = next((index for index in range(start, block.end) if kinds[index] is Kind.TEXT), block.end)
    reach = 15 if text < block.end else 4  # in verses or a list of names the editor's line may be the last one
    for index in range(start, min(text, start + reach)):
        if kinds[index] in HEADS or _starts_with_date(page, index):
            start = _behind_box(page, block, index, text)
    start = _behind_lead(page, start, block)
    while start < block.end and (kinds[start] not in TEXTUAL or _repeats_title(page, start)):
        start += 1
    return _behind_summary(page, start, block.end)


def _starts_with_date(page: Sheet, index: int) -> bool:
    text = page.lines[index].text
    if page.kinds[index] is not Kind.SHORT:
        return False
    return (len(text) <= 40 and bool(words.DATED.match(text))) or bool(words.PAPER.fullmatch(text))


def _behind_lead(page: Sheet, start: int, block: Block) -> int:
    """Below the title a sentence or two may lead to the line of date and source, and a box of its own may sum up: neither is text."""
    if not 0 <= page.heading < start or start > page.heading + LEAD or page.lines[page.heading].linked:
        return start
    end = min(block.end, page.heading + LEAD)
    told = 0.0
    for index in range(start, end):
        kind, line = page.kinds[index], page.lines[index]
        if kind is Kind.META and told and not words.SIGNED.fullmatch(line.text):
            if sum(max(0.0, one) for one in page.worths[index + 1 : block.end]) > 2 * told:
                return _behind_lead(page, index + 1, block)
            break
        if len(line.text) > LEAD_LINE:
            break
        told += max(0.0, page.worths[index]) if kind is Kind.TEXT else 0.0
    if start + 1 < block.end and words.SUMMARY.match(page.lines[start].text) and not _together(page, start, start + 1):
        return start + 1
    return start


def _behind_box(page: Sheet, around: Block, index: int, text: int) -> int:
    """Behind the box that holds a line of date and source and none of the text: its other lines are of the same sort."""
    inside = [block.end for block in page.doc.blocks if block.first <= index < block.end <= text and block.depth > around.depth]
    return max(inside, default=index + 1)


def _repeats_title(page: Sheet, index: int) -> bool:
    text = fold(page.lines[index].text)
    return bool(page.title) and (
        text == page.title or (page.title in text and len(text) <= len(page.title) + 8 and len(page.title) >= 8)
    )


def _behind_summary(page: Sheet, start: int, end: int) -> int:
    """A summary, or the first words with dots, that the text itself says again is no part of it."""
    if start + 1 >= end:
        return start
    text = page.lines[start].text
    mark = words.SUMMARY.match(text)
    if mark or text.endswith(("...", "…")):
        said = fold(text[mark.end() if mark else 0 :])[:60]
        if len(said) >= 10 and any(fold(line.text).startswith(said[:40]) for line in page.lines[start + 1 : min(end, start + 6)]):
            return start + 1
    return start


def last_line(page: Sheet, first: int, end: int) -> int:
    """Behind the last line of the text: before the first list that follows it, and without the credits at its end."""
    kinds = page.kinds
    stop = end
    seen = 0.0
    for index in range(first, end):
        kind = kinds[index]
        seen += max(0.0, page.worths[index])
        if kind in ENDS and index > first and _ends(page, index, end, seen):
            stop = index
            break
        if seen >= 60 and words.ALL_SAID.fullmatch(page.lines[index].text) and not _text_goes_on(page, index, end):
            stop = index + 1
            break
        if kind is Kind.META and seen >= 20 and _opens_another(page, index, first):
            stop = index
            while stop - 1 > first and kinds[stop - 1] is not Kind.TEXT:
                stop -= 1
            break
    stop = _before_tools(page, first, stop)
    if stop < end and kinds[stop] is Kind.FOOTER:
        while stop > first and kinds[stop - 1] is Kind.CONTACT and _together(page, stop - 1, stop):
            stop -= 1
    listed = False  # links were taken off the end: the few words above them are their head
    while stop > first:
        text = page.lines[stop - 1].text
        if listed and kinds[stop - 1] is Kind.SHORT and len(text) <= 8 and words.HEADLIKE.fullmatch(text):
            stop -= 1
            continue
        listed = kinds[stop - 1] is Kind.LINKS
        if not _closes(page, stop - 1) or (kinds[stop - 1] is Kind.CONTACT and not _follows_text(page, first, stop - 1)):
            stop -= 1
        else:
            break
    return stop


def _opens_another(page: Sheet, index: int, first: int) -> bool:
    """Whether a line says of another entry when it was posted, in the words that say it of the first: 发表于 2025-5-21."""
    label = page.lines[index].text[:8].partition("2")[0].strip()
    above = page.lines[max(0, first - HEADS_ABOVE) : first]
    return len(label) >= 3 and any(page.kinds[line.index] is Kind.META and line.text.startswith(label) for line in above)


def _before_tools(page: Sheet, first: int, stop: int) -> int:
    """Before the buttons that close a page made for telephones: most of what stands behind the last sentence."""
    tools = 0
    found = stop
    for index in range(stop - 1, first, -1):
        kind = page.kinds[index]
        if kind is Kind.TEXT:
            break
        tools += kind in (Kind.TOOL, Kind.PROMOTION)
        if kind in (Kind.TOOL, Kind.PROMOTION) and tools >= 3 and tools * 2 > stop - index:
            found = index
    return found


def _follows_text(page: Sheet, first: int, index: int) -> bool:
    """Whether lines of contact come straight after the text, as in a notice, and not below a row of links, as in a footer."""
    while index > first and page.kinds[index] is Kind.CONTACT:
        index -= 1
    return page.kinds[index] in TEXTUAL


def _ends(page: Sheet, index: int, end: int, seen: float) -> bool:
    """Whether the article ends at a line that may end one: always at a footer, else where no text of its own follows."""
    kind = page.kinds[index]
    if kind is Kind.FOOTER:
        return True
    if kind is not Kind.STOP and seen < 60:
        return False
    if kind is Kind.COMMENT:
        return True
    if kind is Kind.TOOL and not words.SHARE.match(page.lines[index].text):
        return False
    if kind is Kind.CREDIT:
        return not any(_is_paragraph(page, place) for place in range(index + 1, min(end, index + 5)))
    return not _text_goes_on(page, index, end)


def _text_goes_on(page: Sheet, index: int, end: int) -> bool:
    """Whether paragraphs stand one below the other soon; in a list with teasers each has a headline above it."""
    if page.kinds[index] is Kind.STOP:
        return _is_section(page, index, end)
    return any(
        _is_paragraph(page, place) and _is_paragraph(page, place + 1) for place in range(index + 1, min(end, index + 8) - 1)
    )


def _is_section(page: Sheet, index: int, end: int) -> bool:
    """Whether the head of a list heads paragraphs of the text, or a box that the text surrounds."""
    near = page.kinds[index + 1 : min(end, index + 5)]
    if words.WEAK_HEAD.fullmatch(page.lines[index].text.strip(words.MARKS)) and near and not {Kind.LINKS, Kind.META} & set(near):
        return True
    above = next((place for place in range(index - 1, -1, -1) if page.kinds[place] is Kind.TEXT), None)
    after = next(
        (place for place in range(index + 1, min(end, index + 9)) if page.lines[place].linked * 2 <= len(page.lines[place].text)),
        end,
    )
    if index + 1 < after < end - 1 and _is_paragraph(page, after) and _is_paragraph(page, after + 1):
        return True  # two paragraphs straight below its links: what tells teasers has a headline above each
    if above is None or _together(page, above, index):
        return index + 2 < end and _is_paragraph(page, index + 1) and _is_paragraph(page, index + 2)
    later = [place for place in range(index + 1, min(end, index + 12)) if _is_paragraph(page, place)]
    return sum(_together(page, above, place) for place in later) >= min(2, end - index)


def _is_paragraph(page: Sheet, index: int) -> bool:
    text = page.lines[index].text
    return page.kinds[index] is Kind.TEXT and len(text) >= 30 and not text.endswith(("...", "…"))


def _together(page: Sheet, one: int, other: int) -> bool:
    """Whether two lines stand in the same box."""
    return page.lines[one].element.getparent() is page.lines[other].element.getparent()


def _closes(page: Sheet, index: int) -> bool:
    kind, text = page.kinds[index], page.lines[index].text
    if kind in TEXTUAL:
        return not words.EMPTY_ANNEX.fullmatch(text)
    return kind is Kind.CONTACT or bool(words.SIGNED.fullmatch(text))
