"""`python -m bench.frames [SEED]`: other texts in the frames of the saved pages.

A saved page says whether its own text is found. Its frame, navigation, bars, lists, comments and footer, must not depend on that
text: here it surrounds notices, tables, questions and news of this project (`tests/cms_stories`), and the texts of other saved pages.
"""

from __future__ import annotations

import html
import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element

from archive.records import Article, Page, Rejection
from bench.extraction import SHOWN, show
from bench.measure import CORPUS, Case, corpus_cases, score
from crawler.extract import extract
from crawler.extract.body import find_body
from crawler.extract.decode import decode
from crawler.extract.document import Document, parse
from crawler.extract.repair import mend
from tests import cms_stories

EACH = 6  # texts in a frame
LONGEST = 6000
SEEN = datetime(2026, 11, 23, 4, tzinfo=UTC)


def framed(frame: Case, title: str, paragraphs: list[str]) -> Page | None:
    """The page with another title and text, or None where its text shares elements with what surrounds it."""
    page = frame.page()
    doc = parse(mend(decode(page.body).text)[0], page.url, fetched_at=SEEN)
    assert doc is not None
    lines = find_body(doc).lines
    elements = list(dict.fromkeys(line.element for line in lines))
    own = {line.index for line in lines}
    if not elements or any(_holds_others(doc, element, own) for element in elements):
        return None
    fullest, count = Counter(line.element for line in lines).most_common(1)[0]
    if count > 2:  # one element, and breaks
        for child in list(fullest):
            fullest.remove(child)
        fullest.text = f"\u3000\u3000{paragraphs[0]}"
        for text in paragraphs[1:]:
            etree.SubElement(fullest, "br").tail = f"\u3000\u3000{text}"
    else:
        fullest = _set(elements, next((line.element for line in lines if line.tag == "p"), elements[0]), paragraphs)
    for element in elements:
        parent = element.getparent()
        if element is not fullest and parent is not None and fullest not in element.iterdescendants():
            parent.remove(element)
    text = lxml_html.tostring(doc.tree, encoding="unicode")
    printed = frame.truth["title"]
    for form in {printed, html.escape(printed), html.escape(printed, quote=False)}:
        text = text.replace(form, html.escape(title))
    return replace(page, body=text.encode(), fetched_at=SEEN)


def _holds_others(doc: Document, element: Element, own: set[int]) -> bool:
    inside = set(element.iter())
    return any(line.index not in own and line.element in inside for line in doc.lines)


def _set(elements: list[Element], model: Element, paragraphs: list[str]) -> Element | None:
    """Sets paragraphs of the make of `model` before the first of the text's elements."""
    parent = elements[0].getparent()
    assert parent is not None
    at = parent.index(elements[0])
    for number, text in enumerate(paragraphs):
        made = etree.Element(
            "p" if model.tag not in ("p", "div") else model.tag, {name: model.get(name, "") for name in ("class", "style")}
        )
        made.text = text
        parent.insert(at + number, made)
    return None


def own_texts() -> list[tuple[str, str]]:
    """Titles and texts of the project's stories."""
    return [(one.title, "\n".join(one.body)) for one in vars(cms_stories).values() if isinstance(one, cms_stories.Story)]


def read(frames: list[Case], texts: list[tuple[str, str]], seed: int) -> list[tuple[Case, Article | Rejection]]:
    """Some of the texts in each frame, as they are read."""
    dice, found = random.Random(seed), []
    for frame in frames:
        for title, body in dice.sample([one for one in texts if one[0] != frame.truth["title"]], EACH):
            page = framed(frame, title, body.split("\n"))
            if page is not None:
                case = Case(f"{title[:12]} in {frame.name}", Path(), frame.url, {**frame.truth, "title": title, "body": body})
                found.append((case, extract(page)))
    return found


def main() -> int:
    """The figures; with the first pages that miss each."""
    frames = [case for case in corpus_cases() if not case.rejected]
    if not frames:
        print(f"no saved pages in {CORPUS}")
        return 0
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    saved = [(case.truth["title"], case.truth["body"]) for case in frames if len(case.truth["body"]) <= LONGEST]
    print(f"{'':34s}" + "".join(f"{name:>10s}" for name in SHOWN))
    for name, texts in (("the project's stories", own_texts()), ("texts of other saved pages", saved)):
        made = score(read(frames, texts, seed))
        show(name, made)
        for figure in ("exact", "title", "day", "source"):
            print(f"    {figure}: {len(made.missed.get(figure, ()))} missed; {'; '.join(made.missed.get(figure, ())[:4])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
