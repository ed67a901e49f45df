"""What the addresses and boxes of one page say together: the kinds of pages it links to, and what its boxes are called."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Collection
from itertools import islice

from lxml.etree import _Element as Element

from crawler.anchors import Anchor
from crawler.hints import BOX, NEWS_BOX, shape, tail_of

MAIN = 5  # addresses of one shape that make the page's articles
NAMES = 4  # addresses of one shape that make a catalogue
LONE = 2  # addresses of one shape that are no kind of their own
HEADING = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "strong", "b", "legend", "caption")
NO_HEADING = ("li", "tr", "td", "a", "img", "script", "style")
MORE = re.compile(r"(?:更多|更多信息|查看更多|more|[+>»\[\]|/·]|\s)+", re.IGNORECASE)
LONGEST_HEADING = 12


class Shapes:
    """Addresses without their numbers, each with the headlines it was linked by."""

    def __init__(self, anchors: Collection[Anchor], lists: Collection[str]) -> None:
        longest: defaultdict[str, dict[str, int]] = defaultdict(dict)
        dated: defaultdict[str, set[str]] = defaultdict(set)
        listed: set[str] = set()
        self._of: dict[str, str] = {}
        for one in anchors:
            if one.han == 0:
                continue  # pictures and page numbers
            kind = self._of.setdefault(one.url, shape(one.url))
            longest[kind][one.url] = max(one.han, longest[kind].get(one.url, 0))
            if one.date is not None:
                dated[kind].add(one.url)
            if one.place in lists:
                listed.add(kind)
        median = {kind: statistics.median(said.values()) for kind, said in longest.items()}
        self._count = {kind: len(said) for kind, said in longest.items()}
        self.main = {
            kind
            for kind in listed
            if self._count[kind] >= MAIN and (median[kind] >= 10 or (len(dated[kind]) >= 0.7 * self._count[kind]))
        }
        self._tails = {tail for kind in self.main if (tail := tail_of(kind))}
        self._names = {
            kind
            for kind, said in longest.items()
            if any(median[other] > median[kind] for other in self.main - {kind})
            and len(said) >= NAMES
            and not dated[kind]
            and max(said.values()) <= 13
            and median[kind] <= 9
        }

    def is_name(self, one: Anchor) -> bool:
        """Whether its address is of a kind that only short names lead to, on a page that has headlines: services, products."""
        return self._of.get(one.url) in self._names

    def is_main(self, one: Anchor) -> bool:
        """Whether its address is like those of the page's articles, be it in another column."""
        kind = self._of.get(one.url, shape(one.url))
        return kind in self.main or tail_of(kind) in self._tails

    def is_lone(self, one: Anchor) -> bool:
        """Whether its address is like hardly another of the page, though the page has articles that are all alike."""
        kind = self._of.get(one.url, shape(one.url))
        return bool(self.main) and self._count.get(kind, 0) <= LONE and not self.is_main(one)


class Boxes:
    """What the box of a link is called."""

    def __init__(self) -> None:
        self._known: dict[Element, str] = {}

    def is_other(self, element: Element) -> bool:
        """Whether the nearest heading over a link announces something else than news."""
        for depth, one in enumerate(element.iterancestors()):
            if depth >= 5 or one.tag == "body":
                return False
            if one not in self._known:
                self._known[one] = _heading(one)
            if self._known[one]:
                return BOX.fullmatch(self._known[one]) is not None and not NEWS_BOX.search(self._known[one])
        return False


def _heading(element: Element) -> str:
    """The short text right before an element that is its heading, or ''."""
    before = element.getprevious()
    parent = element.getparent()
    if before is None or parent is None or not isinstance(before.tag, str):
        return ""
    leads = before.getprevious() is None and len(parent) <= 4 and before.tag not in NO_HEADING
    if before.tag not in HEADING and not leads:
        return ""
    text = MORE.sub("", "".join(map(str, islice(before.itertext(), 12))))
    return text.strip(": \N{FULLWIDTH COLON}") if 2 <= len(text) <= LONGEST_HEADING else ""
