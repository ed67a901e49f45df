"""What stands around the lists of a page: navigation, headers, footers, by their names and by what they say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

if TYPE_CHECKING:
    from crawler.anchors import Anchor

FOOT = re.compile(
    r"foot|copyright|friend|yqlj|(?:^|\b|fl?|_)links?$|nav(?!i?news)|menu|crumb|breadcrumb|position|header|topbar|banner|pager|pagination|page-?nav|sitemap",
    re.IGNORECASE,
)
HEAD = re.compile(r"header|position|banner", re.IGNORECASE)
ENTRIES = 4  # heads of one name that are heads of entries
# what only the foot of a page says: its licence, its owner
COLOPHON = re.compile(r"ICP\s?[备证]|公网安备|版权所有|copyright|©|网站标识码", re.IGNORECASE)
COLOPHONS = 6  # of one page
COLOPHON_LINKS = 15  # a foot has no more
COLOPHON_TEXT = 500  # characters of it


def is_edge(names: str) -> bool:
    """Whether an element calls itself navigation, header or footer."""
    return FOOT.search(names) is not None


def mark_edges(
    anchors: Sequence[Anchor], named: Mapping[str, list[Anchor]], holders: Mapping[str, set[Element]], tree: Element
) -> None:
    """Marks the links in edges: by the names of what holds them, and those of the page's foot."""
    for name, inside in named.items():
        if len(holders[name]) >= ENTRIES and len(inside) <= 3 * len(holders[name]) and HEAD.search(name):
            continue  # every entry has a head of its own
        headlines = sum(map(_is_headline, inside))
        if headlines < 5 or headlines * 2 < sum(one.han >= 4 for one in inside):  # a whole page may be called nav
            _mark(inside)
    feet = _feet(tree)
    for one in anchors:
        if one.date is None and feet and any(above in feet for above in islice(one.node.iterancestors(), 6)):
            one.edge = True


def _mark(inside: list[Anchor]) -> None:
    """Marks the links of an edge, but not a list of headlines: a header that is never closed holds the list as well."""
    places: defaultdict[str, list[Anchor]] = defaultdict(list)
    for one in inside:
        places[one.place].append(one)
    for group in places.values():
        headlines = sum(map(_is_headline, group))
        if headlines < 4 or headlines < 0.7 * len(group):
            for one in group:
                one.edge = True


def _is_headline(one: Anchor) -> bool:
    return one.han >= 10 and one.digits >= 3


def _feet(tree: Element) -> set[Element]:
    """The small blocks that say who owns the page."""
    found: set[Element] = set()
    for element in tree.iter("*"):
        own, after = element.text, element.tail
        if own and COLOPHON.search(own[:300]) and element.tag not in ("script", "style", "title"):
            found.add(_block(element))
        elif after and COLOPHON.search(after[:300]) and (parent := element.getparent()) is not None:
            found.add(_block(parent))
        if len(found) >= COLOPHONS:
            break
    return found


def _block(element: Element) -> Element:
    """The largest block around an element that is no more than a foot."""
    block = element
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 4 or one.tag in ("body", "html", "form"):
            break
        links = sum(1 for _ in islice(one.iter("a"), COLOPHON_LINKS + 1))
        if links > COLOPHON_LINKS or sum(len(text.strip()) for text in islice(one.itertext(), 400)) > COLOPHON_TEXT:
            break
        block = one
    return block
