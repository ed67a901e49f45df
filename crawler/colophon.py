"""What the foot of a portal's pages says of where it is at home: its owner, its address, the province of its licence."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element
from lxml.etree import iterwalk

from crawler import places
from crawler.days import HAN, MOST_PIECES, text_of
from crawler.divisions import level, line, table
from crawler.edges import COLOPHON, COLOPHON_TEXT, COLOPHONS, is_edge

HEADLINE = 8  # characters of a link that is more than what a foot links to
NO_FOOT = ("body", "html", "form")
UNSAID = ("script", "style", "title", "noscript", "option")
OWNER = re.compile(r"(?:主办|承办|主管)(?:单位)?|版权(?:所有)?|copyright|©", re.IGNORECASE)
ADDRESS = re.compile(r"(?:联系|单位|办公|公司)?地\s{0,4}址|邮\s{0,4}编")
OTHERS = re.compile(r"(?:技术|运维|运行|网络|法律|设计|开发|制作|建站)(?:支持|维护|顾问|单位)?\s?[:：]|友情链接|网站建设")
# The provinces as licences have them: 浙ICP备, 浙公网安备.
PROVINCES = {
    "京": "11", "津": "12", "冀": "13", "晋": "14", "蒙": "15", "辽": "21", "吉": "22", "黑": "23", "沪": "31", "苏": "32", "浙": "33", "皖": "34",
    "闽": "35", "赣": "36", "鲁": "37", "豫": "41", "鄂": "42", "湘": "43", "粤": "44", "桂": "45", "琼": "46", "渝": "50", "川": "51", "蜀": "51",
    "黔": "52", "贵": "52", "滇": "53", "云": "53", "藏": "54", "陕": "61", "秦": "61", "甘": "62", "陇": "62", "青": "63", "宁": "64", "新": "65",
}  # fmt: skip
LICENCE = re.compile(rf"[{''.join(PROVINCES)}]\s?(?:ICP|公网安备)", re.IGNORECASE)
HINTS = re.compile(rf"(?={OWNER.pattern}|{ADDRESS.pattern}|{OTHERS.pattern}|{LICENCE.pattern})", re.IGNORECASE)
CAPITAL, FIRM = "11", "公司"  # who is licensed, has an office or a firm there may be of the whole country


def foot_of(tree: Element) -> str:
    """The text of a page's foot, a piece a line, without what it links to and what stands above it."""
    found: deque[Element] = deque(maxlen=COLOPHONS)
    for element in tree.iter("*"):
        parent = element.getparent()
        if element.text and element.tag not in UNSAID and COLOPHON.search(element.text[:300]):
            found.append(element)
        if element.tail and parent is not None and COLOPHON.search(element.tail[:300]):
            found.append(parent)
    return "\n".join(said for block in dict.fromkeys(map(_foot, found)) for said in _lines(block))


def region_of(name: str, foot: str) -> str:
    """The province or city that a portal's name, its owner, its address or its licence says; '' where they do not tell."""
    licence = LICENCE.search(foot)
    province = PROVINCES[licence[0][0]] if licence else ""
    for said in (name, *_said(OWNER, foot)):
        if (code := _code(said, province)) and not (code.startswith(CAPITAL) and FIRM in said):
            return table().divisions[code].path
    if province == CAPITAL:
        return ""
    for said in _said(ADDRESS, foot):
        if (code := _code(said, province)) and code.startswith(province):
            return table().divisions[code].path
    return table().divisions[f"{province}0000"].path if province else ""


def _said(hint: re.Pattern[str], foot: str) -> Iterator[str]:
    """What stands after each hint, in its line or else in the next; before it where nothing does."""
    before = ""
    for part in HINTS.split(foot):
        lines = [one for one in hint.sub("", part).split("\n") if HAN.search(one)]
        if not hint.match(part):
            before = "" if HINTS.match(part) else (lines or [""])[-1]
        else:
            yield lines[0] if lines else before
            before = ""


def _foot(element: Element) -> Element:
    """The largest block around an element that links to no headlines and prints no more than a foot."""
    block = element
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 4 or one.tag in NO_FOOT:
            break
        named = one.tag == "footer" or is_edge(f"{one.get('id') or ''} {one.get('class') or ''}")
        headline = any(len(HAN.findall(text_of(link))) >= HEADLINE for link in islice(one.iter("a"), 40))
        if sum(map(len, _lines(one))) > COLOPHON_TEXT or (headline and not named):
            break
        block = one
    return block


def _lines(element: Element) -> list[str]:
    """The pieces of an element's text that are not linked, but for the licence."""
    return [said for text in islice(_texts(element), MOST_PIECES) if (said := " ".join(text.split()))]


def _texts(element: Element) -> Iterator[str]:
    walk = iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "end":
            yield (one.tail or "") if one is not element else ""
        elif one.tag == "a":
            walk.skip_subtree()
            yield said if LICENCE.search(said := text_of(one)) else ""
        elif one.tag in UNSAID:
            walk.skip_subtree()
        else:
            yield one.text or ""


def _code(text: str, province: str) -> str:
    """The province or city that a text names; `province` tells which 朝阳区 it means."""
    at_home = table().divisions[f"{province}0000"].path if province else ""
    for place in (*places.find(text, ""), *(one for one in places.find(text, at_home) if one.name != at_home)):
        if place.level in ("province", "city", "county"):
            return next(
                (code for code in reversed(line(place.code)) if level(code) != "county" and code in table().divisions), ""
            )
    return ""
