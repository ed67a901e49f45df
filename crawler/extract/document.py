"""One page parsed once: its tree, its metas, and its visible text as lines. Which lines are the article is `body`'s to say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element

from archive.folding import to_simplified
from crawler.extract.datetext import WIDE
from crawler.extract.flow import Block, Line, read_flow
from crawler.extract.lines import READ, TEXTUAL, Kind, kind_of

__all__ = ["Block", "Body", "Cut", "Document", "Element", "Line", "parse"]

# The largest article page seen has 0.6 million characters; what lies behind this many is no article's text.
MOST_CHARACTERS = 4_000_000
MOST_JSONLD = 300_000

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u2066-\u2069\u202a-\u202e\u200b\ufeff]"
)
# An element with more attributes than any real one has: libxml2 compares each with each, so its time grows with the square.
MOST_ATTRIBUTES = 500
TAG = re.compile(r"""<([a-zA-Z][^\s/>]{0,40})((?:[^>="']++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)""")
ATTRIBUTE = re.compile(r"""[^\s="'/>]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+|["'=/]++""")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,12})|([0-9]{1,12}));?")


@dataclass(slots=True)
class Cut:
    """A line that stood in or at the body and was taken out, and why."""

    line: Line
    reason: str


@dataclass(slots=True)
class Body:
    """The article's text as lines of the document, with its surroundings.

    `head` is what is printed between the page's title (or its top) and the body, `tail` what follows it closely; both include
    what was cut from the body's own edges, in document order: dates, credits and columns are read there.
    """

    lines: list[Line] = field(default_factory=list)
    head: list[Line] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    container: Element | None = None
    heading: Line | None = None  # the printed title, where one was found
    cut: list[Cut] = field(default_factory=list)
    next_page: str | None = None
    how: str = ""  # which way the container was found, for `--explain`

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def first(self) -> int:
        """Index in `Document.lines` of the body's first line; -1 without a body."""
        return self.lines[0].index if self.lines else -1

    @property
    def last(self) -> int:
        """Index in `Document.lines` of the body's last line; -1 without a body."""
        return self.lines[-1].index if self.lines else -1


class Document:
    """A parsed page. Everything but `tree` and `text` is worked out when first asked for, and kept."""

    def __init__(self, tree: Element, text: str, url: str, fetched_at: datetime) -> None:
        self.tree = tree
        self.text = text  # the decoded HTML, control characters removed
        self.url = url
        self.fetched_at = fetched_at

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of `meta` elements by lower-cased name, property or itemprop; in document order, empty ones left out."""
        found: dict[str, list[str]] = {}
        for meta in self.tree.iter("meta"):
            content = (meta.get("content") or "").strip()
            name = meta.get("name") or meta.get("property") or meta.get("itemprop")
            if content and name and len(name) < 100:
                found.setdefault(name.strip().lower(), []).append(content[:5000])
        return found

    def meta(self, *names: str) -> str | None:
        """The first meta with one of these names, tried in the order given."""
        for name in names:
            if name in self.metas:
                return self.metas[name][0]
        return None

    @cached_property
    def jsonld(self) -> list[dict[str, Any]]:
        """Every object of the page's JSON-LD, `@graph` and lists unrolled; broken blocks are left out."""
        found: list[dict[str, Any]] = []
        if "ld+json" not in self.text:
            return found
        for script in self.tree.iter("script"):
            raw = script.text or ""
            if "ld+json" in (script.get("type") or "").lower() and len(raw) < MOST_JSONLD:
                try:
                    data = json.loads(raw, strict=False)
                except (ValueError, RecursionError):
                    continue
                found += _objects(data)
        return found

    @cached_property
    def html_title(self) -> str:
        """The text of `<title>`, white space collapsed; '' without one."""
        for element in self.tree.iter("title"):
            text = " ".join((element.text or "").split())
            if text:
                return text[:500]
        return ""

    def select(self, selector: str) -> list[Element]:
        """The elements that a source's CSS selector names, in document order."""
        from cssselect import HTMLTranslator

        found = self.tree.xpath(HTMLTranslator().css_to_xpath(selector))
        return [one for one in found if isinstance(one, Element)] if isinstance(found, list) else []

    @cached_property
    def _flow(self) -> tuple[list[Line], list[Block], int]:
        body = next(self.tree.iter("body"), self.tree)
        return read_flow(body)

    @property
    def lines(self) -> list[Line]:
        """The visible text in document order: a line for each block of text, `<br>` and row of a data table."""
        return self._flow[0]

    @cached_property
    def kinds(self) -> list[Kind]:
        """What each of the lines is by itself."""
        return [self._kind(line, text) for line, text in zip(self.lines, self.plain, strict=True)]

    @staticmethod
    def _kind(line: Line, plain: str) -> Kind:
        kind = kind_of(line, plain)
        if kind in TEXTUAL and not line.text.startswith(plain):
            return kind_of(line)  # some words are kept as the island writes them
        return kind

    @cached_property
    def plain(self) -> list[str]:
        """The beginnings of the lines with simplified characters and narrow digits: the patterns know but one form of a word."""
        texts = [line.text[:READ] for line in self.lines]
        folded = to_simplified("\n".join(texts).translate(WIDE)).split("\n")
        return folded if len(folded) == len(texts) else texts

    @property
    def blocks(self) -> list[Block]:
        """The block elements that hold lines, in document order, each with its range of lines."""
        return self._flow[1]

    @property
    def depth(self) -> int:
        """How many elements are nested at most."""
        return self._flow[2]

    def links(self, element: Element | None = None) -> Iterator[tuple[str, Element]]:
        """The http(s) links below an element (default: the page), resolved against the page's address."""
        for anchor in (self.tree if element is None else element).iter("a"):
            href = (anchor.get("href") or "").strip()
            if href and len(href) < 2000 and not href.lower().startswith(("javascript:", "#", "mailto:", "tel:", "data:")):
                try:
                    address = urljoin(self.base, href)
                except ValueError:
                    continue
                if address.startswith(("http://", "https://")):
                    yield address, anchor

    @cached_property
    def base(self) -> str:
        """What relative links are resolved against: `<base href>`, or the page's address."""
        for element in self.tree.iter("base"):
            href = (element.get("href") or "").strip()
            if href:
                try:
                    return urljoin(self.url, href)
                except ValueError:
                    break
        return self.url


def parse(text: str, url: str = "", *, fetched_at: datetime) -> Document | None:
    """The document of decoded HTML, or None where it holds no element. Never raises for broken markup."""
    text = TAG.sub(_bearable, clean(text[:MOST_CHARACTERS]))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser, ensure_head_body=False)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return Document(tree, text, url, fetched_at)


def clean(text: str) -> str:
    """The text without characters and character references that no document may hold, nor marks that turn or hide text."""
    if "&#" in text:
        text = REFERENCE.sub(_legal, text)
    return CONTROL.sub("", text)


def _bearable(match: re.Match[str]) -> str:
    """A start tag, without its attributes where there are too many."""
    if match.end() - match.start() > 2 * MOST_ATTRIBUTES and len(ATTRIBUTE.findall(match[2])) > MOST_ATTRIBUTES:
        return f"<{match[1]}"
    return match[0]


def _legal(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    if 0x80 <= code <= 0x9F:  # Windows-1252 written as numbers, as browsers read them
        return bytes([code]).decode("cp1252", "ignore")
    if code > 0x10FFFF or CONTROL.fullmatch(chr(code)):
        return ""
    return match[0]


def _objects(data: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [data]
    while waiting and len(found) < 100:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:100]
        elif isinstance(item, dict):
            found.append(item)
            if isinstance(item.get("@graph"), list):
                waiting += item["@graph"][:100]
    return found
