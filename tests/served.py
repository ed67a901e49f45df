"""The test archive served as `jianxun serve` does it, and what a reader's eye looks for in an answer."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx

PAGES = [
    "/",
    "/?by=region",
    "/search",
    "/search?q=计量",
    "/watch?name=加油机",
    "/sources",
    "/source/cloud",
    "/runs",
    "/run/1",
    "/feeds",
]
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Reading(HTMLParser):
    """What of a page could act: scripts, handlers, addresses; and whether its tags close."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.scripts.append(str(attrs))
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.handlers.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "formaction", "data", "poster", "srcset"):
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Reading:
    """A page, parsed."""
    reading = Reading()
    reading.feed(html)
    reading.close()
    return reading


def assert_nothing_is_live(answer: httpx.Response) -> Reading:
    """No script, no handler, no address but of this server or of the web."""
    reading = read(answer.text)
    assert not reading.scripts, answer.url
    assert not reading.handlers, answer.url
    for address in reading.addresses:
        assert re.match(r"(?:https?://|/|#|\?)", address), f"{answer.url}: {address}"
    return reading
