"""Where the article's title is printed: the line that says what `<title>` and the metas say, or stands where a title stands."""

from __future__ import annotations

import re
import unicodedata

from crawler.extract.document import Document
from crawler.extract.flow import Line
from crawler.extract.lines import TEXTUAL, Kind

WORD = re.compile(r"[^\W_]")
TITLE_METAS = ("articletitle", "og:title", "twitter:title", "title", "dc.title", "headline", "hw.title")
HEADINGS = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 1.0, "h5": 0.5}
NAMED = re.compile("title|tit|headline|biaoti|bt|h1", re.IGNORECASE)
LONGEST = 150
REACH = 14  # lines behind a title in which its text begins
NAMES_SITE = re.compile(r"(?:网|网站|门户|在线|日报|晚报|官网|政府|信息港)$")
SITE = 4  # a window called by so few characters may be named after its site


def fold(text: str) -> str:
    """The word characters of a text in one width and case: titles are compared by them."""
    return "".join(WORD.findall(unicodedata.normalize("NFKC", text))).lower()


def find_heading(doc: Document, kinds: list[Kind], worths: list[float]) -> int:
    """Index of the line that prints the title, the last of them before the text; -1 where none is found."""
    page_title = fold(doc.html_title)
    stated = [fold(text) for name in TITLE_METAS for text in doc.metas.get(name, ())[:2]]
    ahead = _ahead(kinds, worths)
    linked = {fold(line.text) for line in doc.lines if line.linked * 2 > len(line.text) and 8 <= len(line.text) <= LONGEST}
    best, most = -1, 1.0
    for line in doc.lines:
        index = line.index
        if len(line.text) > LONGEST or ahead[index] < 15 or (kinds[index] not in TEXTUAL and kinds[index] is not Kind.LINKS):
            continue
        text = fold(line.text)
        if len(text) < 4:
            continue
        rank = _rank(line)
        score = _agreement(text, page_title, stated)
        placed = _above_meta(kinds, index)
        listed = not score and not line.linked and len(text) >= 8 and text in linked  # in the paper's own table of contents
        if not score and not (len(text) >= 8 and (rank or placed or listed) and "。" not in line.text):
            continue
        score += 0.4 * rank + placed + 2.0 * listed + min(ahead[index] / 100.0, 3.0)
        if line.linked * 2 > len(line.text) or kinds[index] is Kind.LINKS:
            score -= 2.5
        if score > most or (score >= most - 1.0 and best >= 0 and fold(doc.lines[best].text) == text and index - best <= 8):
            best, most = index, max(score, most)
    return best


def _rank(line: Line) -> float:
    tag = line.tag
    if tag in HEADINGS:
        return HEADINGS[tag]
    names = (line.element.get("class") or "") + " " + (line.element.get("id") or "")
    return 1.0 if NAMED.search(names[:200]) else 0.0


def _above_meta(kinds: list[Kind], index: int) -> float:
    """Whether the line of date and source follows, as it does below a title: the nearer, the more it says."""
    near = kinds[index + 1 : index + 4]
    if Kind.META in near:
        return 1.5 - 0.1 * near.index(Kind.META)
    return 1.5 if near[:1] in ([Kind.LABEL], [Kind.CREDIT]) else 0.0


def _agreement(text: str, page_title: str, stated: list[str]) -> float:
    if text in stated or text == page_title:
        return 1.5 if text not in stated and (len(text) <= SITE or NAMES_SITE.search(text)) else 5.0
    if page_title.startswith(text) and len(text) >= 6:
        return 4.0 if len(text) * 3 >= len(page_title) else 2.0
    if len(text) >= 8 and (text in page_title or (len(page_title) >= 10 and page_title in text)):
        return 3.0
    if len(text) >= 10 and any(text in title or (len(title) >= 10 and title in text) for title in stated):
        return 3.0
    return 0.0


def _ahead(kinds: list[Kind], worths: list[float]) -> list[float]:
    """For each line, the text in the lines that follow it closely; a bar of buttons takes no place."""
    sums, places = [0.0], [0]
    for kind, worth in zip(kinds, worths, strict=True):
        if kind not in (Kind.TOOL, Kind.META):
            sums.append(sums[-1] + max(worth, 0.0))
        places.append(len(sums) - 1)
    last = len(sums) - 1
    return [sums[min(last, place + REACH)] - sums[place] for place in places[1:]]
