"""Links of a list that are never asked for, so that each has its row: no addresses at all, and headlines on other sites."""

from __future__ import annotations

import re
from collections.abc import Container
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from archive.address import AddressError, clean
from archive.records import Outcome
from crawler.anchors import base_of
from crawler.days import HAN
from crawler.source import site_of

MOST = 200  # of one document
MOST_ANCHORS = 20_000
HEADLINE = 6  # Han characters from which a link reads like a headline rather than a button
BUTTON = re.compile(r"(?:javascript:\s{0,9}(?:void|;|$)|mailto:|tel:|#|$)", re.IGNORECASE)  # does something, leads nowhere
Refused = tuple[str, Outcome]


def find_refused(tree: Element, url: str, kept: Container[str]) -> list[Refused]:
    """(address as linked, bad_url or offsite) of links that read like headlines and are not among those kept."""
    base = base_of(tree, url)
    own = site_of(urlsplit(url).netloc)
    found: dict[str, Outcome] = {}
    for number, element in enumerate(tree.iter("a")):
        if number >= MOST_ANCHORS or len(found) >= MOST:
            break
        href = (element.get("href") or "").strip()
        if BUTTON.match(href) or len(HAN.findall("".join(map(str, element.itertext()))[:200])) < HEADLINE:
            continue
        address = absolute(base, href)
        if address is None:
            found[href[:500]] = Outcome.BAD_URL
        elif address not in kept and site_of(urlsplit(address).netloc) != own:
            found[address] = Outcome.OFFSITE
    return list(found.items())


def absolute(base: str, href: str) -> str | None:
    """A link as a clean absolute address; None where it is none that could be fetched."""
    try:
        return clean(urljoin(base, href))
    except (AddressError, ValueError):
        return None
