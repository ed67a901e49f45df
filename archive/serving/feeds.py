"""Atom feeds (RFC 4287) of lists: a search, a saved search, a story's chain, the runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from archive.serving.exports import ILLEGAL
from archive.serving.wording import web_address
from archive.workdays import CHINA

ATOM = "http://www.w3.org/2005/Atom"
CONTENT_TYPE = "application/atom+xml; charset=utf-8"
ENTRIES = 50
BEGINNING = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` is an IRI that never changes; `updated` ISO 8601, also a bare date; `text` has a paragraph a line."""

    id: str
    title: str
    updated: str
    link: str
    text: str
    author: str = ""
    via: str = ""  # where it was published
    categories: Sequence[str] = ()


def feed(title: str, address: str, page: str, entries: Iterable[Entry]) -> bytes:
    """The feed as XML. `address` is its own, `page` that of the list it follows; both absolute."""
    ElementTree.register_namespace("", ATOM)
    listed = list(entries)[:ENTRIES]
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "zh"})
    _add(root, "title", title)
    _add(root, "id", address)
    _add(root, "link", rel="self", href=address, type="application/atom+xml")
    _add(root, "link", rel="alternate", href=page, type="text/html")
    _add(root, "updated", max((_rfc3339(entry.updated) for entry in listed), key=datetime.fromisoformat, default=BEGINNING))
    _add(root, "generator", "jianxun 检讯")
    for entry in listed:
        _entry(_add(root, "entry"), entry)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _entry(parent: ElementTree.Element, entry: Entry) -> None:
    _add(parent, "id", entry.id)
    _add(parent, "title", entry.title)
    _add(parent, "updated", _rfc3339(entry.updated))
    _add(parent, "published", _rfc3339(entry.updated))
    _add(parent, "link", rel="alternate", href=entry.link, type="text/html")
    if web_address(entry.via):
        _add(parent, "link", rel="via", href=entry.via)
    _add(_add(parent, "author"), "name", entry.author or "检讯")
    for category in entry.categories:
        if category:
            _add(parent, "category", term=category)
    _add(parent, "summary", re.sub(r"\s+", " ", entry.text)[:200])
    _add(parent, "content", entry.text, type="text")


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", {key: ILLEGAL.sub("", value) for key, value in attributes.items()})
    if text is not None:
        made.text = ILLEGAL.sub("\ufffd", text)
    return made


def _rfc3339(moment: str) -> str:
    """A stored moment with time and offset, as Atom wants it; a bare day is its midnight in China."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return BEGINNING
    return (when if when.tzinfo else when.replace(tzinfo=CHINA)).isoformat(timespec="seconds")
