"""A tree read as a person sees it: lines of text and the blocks that hold them. What a line means is not decided here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

MOST_LINES = 20_000
MOST_ELEMENTS = 150_000  # the largest page seen has 15,000; what lies behind is not read
MOST_LINE = 200_000  # characters; a longer line is cut

UNSEEN_NAMES = """script style noscript template textarea select option button iframe svg object embed applet head title meta link
    math canvas audio video map datalist input"""
BLOCK_NAMES = """html body div p section article main header footer nav aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption
    thead tbody tfoot tr td th figure figcaption blockquote
    pre form fieldset address center hr details summary hgroup menu dir legend
    founder-content ucapcontent ucaptitle"""
LAYOUT = frozenset(("table", "h1", "h2"))  # a row that holds one is no row of data
UNSEEN = frozenset(UNSEEN_NAMES.split())
BLOCKS = frozenset(BLOCK_NAMES.split())
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U0003134f"
BREAK = re.compile(f"(?<=[{HAN}])[ \t\r]*\n\\s*(?=[{HAN}])")  # a new line in the source between two Han characters is no space
SPACE = re.compile(r"[\s\u00a0\u3000]+")


@dataclass(slots=True, eq=False)
class Line:
    """One visible line. `linked` counts its characters that are link text; `index` is its place in the document."""

    text: str
    element: Element  # the block element whose text it is: a paragraph, a cell, a list item; for a table's row the `tr`
    index: int
    linked: int = 0

    @property
    def tag(self) -> str:
        """The tag of the line's block element."""
        return str(self.element.tag)


@dataclass(slots=True, eq=False)
class Block:
    """A block element and its lines: `Document.lines[first:end]`. `parent` is an index into the blocks, -1 at the top."""

    element: Element
    parent: int
    depth: int
    first: int
    end: int = 0


class _Reader:
    """Collects the characters of the line being read, the lines, and the open blocks."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self.open: list[int] = [-1]
        self.pieces: list[str] = []
        self.linked = 0
        self.anchors = 0
        self.preformatted = 0
        self.depth = 0
        self.deepest = 0

    def add(self, text: str, element: Element) -> None:
        if self.preformatted and "\n" in text:
            for piece in text.split("\n"):
                self.pieces.append(piece)
                self.finish(element)
            return
        self.pieces.append(text)
        if self.anchors:
            self.linked += len(text)

    def finish(self, element: Element) -> None:
        """Ends the line being read."""
        if not self.pieces:
            return
        text = "".join(self.pieces)[:MOST_LINE]
        self.pieces.clear()
        if "\n" in text:
            text = BREAK.sub("", text.strip())
        text = SPACE.sub(" ", text).strip()
        if text and len(self.lines) < MOST_LINES:
            self.lines.append(Line(text, element, len(self.lines), min(self.linked, len(text))))
        self.linked = 0

    def enter(self, element: Element) -> None:
        block = Block(element, self.open[-1], len(self.open), len(self.lines))
        self.open.append(len(self.blocks))
        self.blocks.append(block)

    def leave(self) -> None:
        number = self.open.pop()
        block = self.blocks[number]
        block.end = len(self.lines)
        if block.end == block.first and number == len(self.blocks) - 1:
            self.blocks.pop()
        elif block.element.tag == "tr":
            self._join_row(number)

    def _join_row(self, number: int) -> None:
        """A row whose cells hold a few words each is one line; a cell with paragraphs, a table or a title is layout and stays as it is."""
        row = self.blocks[number]
        cells = [block for block in self.blocks[number + 1 :] if block.parent == number and block.end > block.first]
        if any(cell.element.tag not in ("td", "th") for cell in cells):
            return
        if not 2 <= len(cells) <= 40 or any(block.element.tag in LAYOUT for block in self.blocks[number + 1 :]):
            return
        texts = []
        for cell in cells:
            lines = self.lines[cell.first : cell.end]
            text = " ".join(line.text for line in lines)
            if len(lines) > 4 or len(text) > 120:
                return
            texts.append(text)
        text = " | ".join(texts)
        share = sum(line.linked for line in self.lines[row.first : row.end]) / sum(map(len, texts))
        del self.lines[row.first :]
        del self.blocks[number + 1 :]
        self.lines.append(Line(text, row.element, row.first, min(len(text), round(share * len(text)))))
        row.end = len(self.lines)


def read_flow(root: Element) -> tuple[list[Line], list[Block], int]:
    """The lines and blocks below an element, and how deep it nests; without scripts, fields and what a style hides."""
    reader = _Reader()
    owner = [root]  # the open block elements
    walker = etree.iterwalk(root, events=("start", "end"))
    unseen: Element | None = None
    elements = 0
    for event, element in walker:
        tag = element.tag
        if event == "start":
            elements += 1
            if elements > MOST_ELEMENTS:
                break
            reader.depth += 1
            reader.deepest = max(reader.deepest, reader.depth)
            if tag in UNSEEN or (element.get("style") and HIDDEN.search(element.get("style", "")[:300])):
                unseen = element
                walker.skip_subtree()
                continue
            if tag in BLOCKS:
                reader.finish(owner[-1])
                reader.enter(element)
                owner.append(element)
                reader.preformatted += tag == "pre"
            elif tag == "br":
                reader.finish(owner[-1])
            elif tag == "a":
                if reader.pieces:
                    reader.pieces.append(" " if element.getprevious() is not None and not element.getprevious().tail else "")
                reader.anchors += element.get("href") is not None
            if element.text:
                reader.add(element.text, owner[-1])
        else:
            reader.depth -= 1
            if element is unseen:
                unseen = None
            elif tag in BLOCKS:
                reader.finish(owner[-1])
                reader.leave()
                owner.pop()
                reader.preformatted -= tag == "pre"
            elif tag == "a":
                reader.anchors -= element.get("href") is not None
            if element.tail and element is not root:
                reader.add(element.tail, owner[-1])
    reader.finish(root)
    while len(reader.open) > 1:
        reader.leave()
    return reader.lines, reader.blocks, reader.deepest
