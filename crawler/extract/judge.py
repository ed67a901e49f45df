"""Trafilatura's opinion: what it keeps of a container, and, where it disagrees, of the whole page."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element

from crawler.extract.document import Document
from crawler.extract.flow import Line

# Trafilatura walks a tree many times: beyond these bounds its time grows out of proportion, and ours alone must do.
MOST_ELEMENTS = 12_000
MOST_CHARACTERS = 400_000
MOST_DEPTH = 150
MOST_ATTRIBUTES = 60_000  # characters of all attributes together

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports each page it finds empty as an error


def kept(doc: Document, element: Element | None = None) -> str | None:
    """The text that trafilatura finds in an element (default: the page), white space removed; None where it is not asked."""
    root = doc.tree if element is None else element
    if not _bearable(doc, root):
        return None
    from trafilatura import bare_extraction

    copy = deepcopy(root)
    copy.tail = None
    page = copy
    if root.tag != "html":
        page = lxml_html.Element("html")
        (page if root.tag == "body" else etree.SubElement(page, "body")).append(copy)
    try:
        found: Any = bare_extraction(page, with_metadata=False, include_comments=False, include_tables=True, fast=True)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, etree.LxmlError):
        return None  # its own mistakes on odd trees are no reason to lose a page
    text = (found or {}).get("text") if isinstance(found, dict) else getattr(found, "text", None)
    return "".join((text or "").split())


def agreement(lines: list[Line], text: str) -> float:
    """The share of the characters of some lines that trafilatura keeps too."""
    total = sum(len(line.text) for line in lines)
    if not total:
        return 0.0
    return sum(len(line.text) for line in lines if keeps(text, line)) / total


def keeps(text: str, line: Line) -> bool:
    """Whether a line is among what trafilatura kept; its first and last words decide, for marks between them may differ."""
    bare = "".join(line.text.split())
    return bare[:24] in text or (len(bare) > 40 and bare[-24:] in text)


def _bearable(doc: Document, root: Element) -> bool:
    if len(doc.text) > 10 * MOST_CHARACTERS:
        return False
    characters = attributes = 0
    for elements, element in enumerate(root.iter(etree.Element)):
        characters += len(element.text or "") + len(element.tail or "")
        attributes += sum(map(len, element.attrib.values()))
        if elements > MOST_ELEMENTS or characters > MOST_CHARACTERS or attributes > MOST_ATTRIBUTES:
            return False
    return doc.depth <= MOST_DEPTH
