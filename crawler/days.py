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
YEAR, MONTH, DAY, POINT = r"(?P<y>20\d\d)", r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", r"\s?[-/.年]\s?"
MONTH_DAY = rf"(?:{MONTH}\s?[-/月]\s?{DAY}\s?日?|(?P<m2>\d\d)\s?\.\s?(?P<d2>\d\d))"
# what a piece of a page says that says a day and nothing else; boxes have its parts one over the other
ALONE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[\[(【]?{YEAR}{POINT}{MONTH}\s?[-/.月]\s?{DAY}\s?日?[\])】]?",
        rf"[\[(【]?(?=.*\d\d|.*月){MONTH_DAY}[\])】]?",
        rf"{YEAR}\s?年?\s{MONTH_DAY}",
        rf"{MONTH_DAY}\s{YEAR}\s?年?",
        rf"{DAY}\s?日?\s{YEAR}{POINT}{MONTH}\s?月?",
        rf"{YEAR}{POINT}{MONTH}\s?月?\s{DAY}\s?日?",
        rf"{DAY}\s?日?\s{MONTH}\s?月",
    )
)
WORDS = re.compile(r"[^\W\d_]")
MOST_PIECES = 400  # of one element
AROUND = re.compile(r"^[^\d\[(【]{1,6}[:：]\s?|\s\d{1,2}:\d\d(?::\d\d)?$")
DIGIT = re.compile(r"\d")
MONEY = re.compile(r"[￥¥$]")
PIECES, LONGEST = 5, 32  # pieces of such a box, and characters of all
TIME_WORDS = re.compile(
    r"[\d\W_]|[年月日号时分秒天周前]|小时|星期[一二三四五六日天]?|今天|昨天|上午|下午|发布|发表|更新|时间|日期|于|的|查看|所有|全部|文章|日志|归档|存档"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.IGNORECASE,
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
    text = text_of(item)
    day = _day_in(text) or (_day_among(pieces_of(item)) if DIGIT.search(text) else None)
    return day or (None if item.tag in ("li", "tr", "dl") else _beside(item))


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


def _day_among(pieces: list[str]) -> str | None:
    """The last day that stands in pieces of its own; what is priced has none."""
    if any(MONEY.search(piece) for piece in pieces):
        return None
    starts = [start for start, piece in enumerate(pieces) if len(piece) <= LONGEST and DIGIT.search(piece)][::-1]
    for count in range(min(PIECES, len(pieces)), 0, -1):
        for start in starts:
            if start + count <= len(pieces) and (found := _day_alone(pieces[start : start + count])):
                return found
    return None


def _day_alone(pieces: list[str]) -> str | None:
    text = AROUND.sub("", " ".join(pieces)) if sum(map(len, pieces)) <= LONGEST else ""
    said = next((match.groupdict() for one in ALONE if (match := one.fullmatch(text))), None)
    if said is None:
        return None
    month, day = said["m"] or said.get("m2") or "", said["d"] or said.get("d2") or ""
    if "y" in said:
        return _day(said["y"] or "", month, day)
    return f"--{int(month):02}-{int(day):02}" if _day("2000", month, day) else None


def pieces_of(element: Element) -> list[str]:
    """What an element says, as its tags divide it."""
    if not isinstance(element.tag, str):
        return []
    return [text for piece in islice(element.itertext(), MOST_PIECES) if (text := " ".join(str(piece).split()))]


def without_day(element: Element) -> str:
    """What an element says, in one line, without a box at its beginning or its end that prints a day."""
    if not len(element) or not DIGIT.search(text := text_of(element)):
        return text_of(element)
    pieces = pieces_of(element)
    for count in range(min(PIECES, len(pieces) - 1), 0, -1):
        if _day_alone(pieces[:count]) and WORDS.search("".join(pieces[count:])):
            return text_of(element, after=count)
        if _day_alone(pieces[-count:]) and WORDS.search("".join(pieces[:-count])):
            return text_of(element, before=len(pieces) - count)
    return text


def says_only_when(text: str) -> bool:
    """Whether a text is a day or an hour and nothing else, as the links to calendars and archives are."""
    return any(char.isdigit() for char in text[:60]) and len(text) <= 60 and not TIME_WORDS.sub("", text)


def _day(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{int(year):04}-{int(month):02}-{int(day):02}"
    return None


def text_of(element: Element, after: int = 0, before: int = MOST_PIECES) -> str:
    """What an element says, in one line; `after` so many of its pieces that say something, and `before` that one."""
    if not isinstance(element.tag, str):
        return ""  # a comment between two entries
    texts = [str(text) for text in islice(element.itertext(), MOST_PIECES)]
    if after or before < MOST_PIECES:
        texts = [text for text in texts if text.strip()][after:before]
    return " ".join("".join(texts).split())
