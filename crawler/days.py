"""The day that is printed with a link of a list: in its entry, beside it, in a box before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
DATE = re.compile(
    r"(?<!\d)(?:(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})|(?:\[|\(|【)?(\d{1,2})[-/月](\d{1,2})(?:日|\]|\)|】|\s|$))"
)
DAY_ON_TOP = re.compile(r"(?<!\d)(\d{1,2})\s{0,3}(20\d\d)[-/.年](\d{1,2})(?!\d)")  # 13 over 2025-06, as date boxes have it


def day_of(element: Element) -> str | None:
    """The day printed in the link's own item of the list, or between it and its neighbours."""
    item = element
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 4 or one.tag in ("ul", "ol", "tbody", "table", "body"):
            break
        inside = list(islice(one.iter("a"), 4))
        if len(inside) > 3 or len({a.get("href") for a in inside if len(HAN.findall(text_of(a))) >= 8}) > 1:
            break
        item = one
        if one.tag in ("li", "tr", "dl"):
            break
    return _day_in(text_of(item)) or (None if item.tag in ("li", "tr", "dl") else _beside(item))


def _beside(item: Element) -> str | None:
    """The day that stands between this item and the next, or the one before, whichever way round the list has them."""
    parent = item.getparent()
    if parent is None:
        return None
    before = [parent.text or ""]
    for one in islice(parent, 8):
        if _holds_headline(one):
            break
        before += [text_of(one), one.tail or ""]
    if _day_in(" ".join(before)):
        between = _gap(item.itersiblings(preceding=True))
        previous = item.getprevious()
        return _day_in(" ".join([(previous.tail or "") if previous is not None else parent.text or "", *between]))
    return _day_in(" ".join([item.tail or "", *_gap(item.itersiblings())]))


def _gap(siblings: Iterator[Element]) -> list[str]:
    texts: list[str] = []
    for one in islice(siblings, 4):
        if _holds_headline(one):
            break
        texts += [text_of(one), one.tail or ""]
    return texts


def _holds_headline(element: Element) -> bool:
    return any(len(HAN.findall(text_of(a))) >= 8 or a.get("title") for a in element.iter("a"))


def _day_in(text: str) -> str | None:
    text = " ".join(text[:2000].split())[:400]
    top = DAY_ON_TOP.search(text)
    if top:
        return _day(top[2], top[3], top[1])
    dates = list(DATE.finditer(text))
    if not dates:
        return None
    found = dates[-1]
    if found[1]:
        return _day(found[1], found[2], found[3])
    return f"--{int(found[4]):02}-{int(found[5]):02}" if 1 <= int(found[4]) <= 12 and 1 <= int(found[5]) <= 31 else None


def _day(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{int(year):04}-{int(month):02}-{int(day):02}"
    return None


def text_of(element: Element) -> str:
    """What an element says, in one line."""
    if not isinstance(element.tag, str):
        return ""  # a comment between two entries
    return " ".join("".join(map(str, islice(element.itertext(), 400))).split())
