"""Lists that a page carries or names beside its own HTML: requests of government portals, jpage records, JSON in scripts, frames."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.etree import _Element as Element

from crawler.anchors import base_of, join

MOST_SCRIPT = 2_000_000  # characters of one script that are looked at
MOST_VALUES = 20  # JSON values taken from the scripts of a page
PAIR = re.compile(r"""['"]?([\w.-]{1,60})['"]?\s{0,5}:\s{0,5}(?:'([^']{0,300})'|"([^"]{0,300})"|([\w.-]{1,60}))""")
STARTS_JSON = re.compile(r"[\[{]\s{0,50}[\[{]?\s{0,50}\"")
MOST_STARTS = 50
MOST_FRAMES = 10
HIDDEN = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
SIZES = ("width", "height")


def scripted_lists(tree: Element, url: str) -> list[str]:
    """Addresses of lists that a government portal's script asks for: `script[parseType=bulidstatic]` with url and querydata."""
    base = base_of(tree, url)
    found = []
    for script in tree.iter("script"):
        if (script.get("parsetype") or "").lower() not in ("bulidstatic", "buildstatic"):
            continue
        pairs = PAIR.findall((script.get("querydata") or "")[:4000])
        if target := join(base, script.get("url") or ""):
            found.append(f"{target}?{urlencode([(name, a or b or c) for name, a, b, c in pairs])}" if pairs else target)
    return found[:10]


def frames(tree: Element, url: str) -> list[str]:
    """Addresses of the documents that a page shows in frames; what nobody sees counts visitors and is left out."""
    base = base_of(tree, url)
    found = []
    for one in islice(tree.iter("iframe", "frame"), MOST_FRAMES):
        hidden = HIDDEN.search(one.get("style") or "") or any(
            (one.get(name) or "").strip() in ("0", "1", "0px", "1px") for name in SIZES
        )
        if not hidden and (target := join(base, one.get("src") or "")) and target.split("#")[0] != url:
            found.append(target)
    return list(dict.fromkeys(found))


def records(tree: Element) -> Element | None:
    """The records of jpage datastores in the page's scripts, as one tree of HTML; None without any."""
    found = [record for script in tree.iter("script") for record in records_in(script.text or "")]
    return fragment("\n".join(f"<div class='record'>{one}</div>" for one in found)) if found else None


def records_in(text: str) -> list[str]:
    """The HTML of the records of a jpage datastore, each an item of the list."""
    found = []
    text = text[:MOST_SCRIPT]
    lower = text.lower()
    at = lower.find("<record>")
    while at >= 0 and (end := lower.find("</record>", at)) >= 0:
        found.append(text[at + len("<record>") : end].strip().removeprefix("<![CDATA[").removesuffix("]]>"))
        at = lower.find("<record>", end)
    return found


def fragment(text: str) -> Element | None:
    """A piece of HTML as a tree, or None where it holds no element. Never raises."""
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "ignore"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError, AssertionError):
        return None


def json_values(tree: Element) -> Iterator[Any]:
    """The JSON arrays and objects that stand in the page's scripts, the outermost only."""
    left = MOST_VALUES
    for script in tree.iter("script"):
        for value in values_in((script.text or "")[:MOST_SCRIPT]):
            yield value
            left -= 1
            if left == 0:
                return


def values_in(text: str) -> Iterator[Any]:
    """The JSON arrays and objects of a script or of a JSONP answer. What only looks like one is passed over."""
    decoder = json.JSONDecoder(strict=False)
    at = tries = 0
    while tries < MOST_STARTS and (start := STARTS_JSON.search(text, at)):
        tries += 1
        try:
            value, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            at = start.start() + 1
            continue
        yield value
