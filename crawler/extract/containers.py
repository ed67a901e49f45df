"""Which block of a page holds the article: text speaks for a block, links, comments and footers speak against it."""

from __future__ import annotations

import re

from crawler.extract.document import Document
from crawler.extract.flow import Block
from crawler.extract.lines import TEXTUAL, Kind

BEFORE_HEADING = 0.15  # how much text counts that stands before the title
FADING = {Kind.STOP: 0.3, Kind.EDITOR: 0.4, Kind.NOTICE: 0.5, Kind.COMMENT: 0.6, Kind.FOOTER: 0.3}
PARAGRAPHS = frozenset(("p", "div", "section"))
LEAST = 0.02
ENOUGH = 60  # characters of text before anything can end an article; below a title that was found, fewer do
ENOUGH_TITLED = 20
TITLED_TEXT = 12.0  # worth of all text below a title that was found: some verses, a list of names; `verdict` judges what it is

# The names that content management systems give to the box of the text. A name helps; a page without any is read as well.
KNOWN = re.compile(
    r"\b(?:TRS_?U?Editor|trs_editor_view|trs_paper_default|UCAP-CONTENT|ucap-?content|pages_content|Custom_UnionStyle|fontzoom|zoom|zoomcon|zoomContent|xl-main-content|mainText|"
    r"rm_txt_con|rm_txt_zw|rwb_zw|show_text|artDet|p_content|js_content|rich_media_content|v_news_content|vsb_content\w*|wp_articlecontent|founder-content|ozoom|"
    r"article[-_]?(?:content|body|con|text|txt|detail|entry|main|box)|art[-_]?(?:content|con|body|text|txt)|articleContent|artibody|endText|left_zw|"
    r"(?:news|detail|info|text|post|entry|main|view|content|con|page|xl|zw|doc)[-_]?(?:content|body|text|txt|con|article|nr|zw)|content[-_]?(?:area|main|detail|info|word|box)|bodytext|zhengwen|neirong|nrbox|Content)\b",
    re.IGNORECASE,
)


def weigh(kinds: list[Kind], worths: list[float], heading: int) -> list[float]:
    """What each line says for its block. Text counts less before the title, and less behind each sign of the article's end."""
    weights = []
    seen, factor = 0.0, 1.0
    enough = ENOUGH_TITLED if heading >= 0 else ENOUGH
    for index, (kind, worth) in enumerate(zip(kinds, worths, strict=True)):
        if worth <= 0:
            if kind in FADING and seen >= enough:
                factor = max(LEAST, factor * FADING[kind])
            weights.append(worth)
        elif index <= heading:
            weights.append(worth * BEFORE_HEADING if index < heading else 0.0)
        else:
            weights.append(worth * factor)
            seen += worth
    return weights


def choose(doc: Document, worths: list[float], weights: list[float], *, titled: bool) -> tuple[Block, str] | None:
    """The block that holds the article and how it was found, or None where no block holds text.

    It is the smallest block with the greatest sum. Where the nearest block around it that is named for texts has more text, that
    one is: what is linked in it, a table of standards, does not speak against it.
    """
    sums, texts = [0.0], [0.0]
    for value, weight in zip(worths, weights, strict=True):
        sums.append(sums[-1] + weight)
        texts.append(texts[-1] + (weight if weight == value > 0 else 0.0))  # only what no sign of an end stands before
    best: Block | None = None
    most = 0.0
    for block in doc.blocks:
        value = sums[block.end] - sums[block.first]
        if value > most or (best is not None and value == most and block.depth > best.depth):
            best, most = block, value
    if best is None:
        return _fullest(doc.blocks, texts, TITLED_TEXT if titled else ENOUGH)
    best = _with_its_like(doc, best, weights)
    own = texts[best.end] - texts[best.first]
    above = best
    while above.parent >= 0:
        above = doc.blocks[above.parent]
        if is_named(above):
            if texts[above.end] - texts[above.first] >= own + max(40.0, 0.1 * own):
                return above, "the box named for texts around the densest block"
            break
    return best, "the densest block"


def _with_its_like(doc: Document, best: Block, weights: list[float]) -> Block:
    """The box around a lone sentence where a few words of the same make stand next to it: a salutation, 特此通知, a signature."""
    element = best.element
    around = element.getparent()
    if best.parent < 0 or best.end - best.first > 2 or element.tag not in PARAGRAPHS:
        return best
    for index in (best.first - 1, best.end):
        line = doc.lines[index] if 0 <= index < len(doc.lines) else None
        if line is None or line.tag != element.tag or line.element.getparent() is not around:
            continue
        if doc.kinds[index] in TEXTUAL and weights[index] > 0:
            return doc.blocks[best.parent]
    return best


def _fullest(blocks: list[Block], texts: list[float], least: float) -> tuple[Block, str] | None:
    """Where links outweigh all text of a page without structure: the smallest block that holds nearly all the text there is."""
    if texts[-1] < least:
        return None
    holding = [block for block in blocks if texts[block.end] - texts[block.first] >= 0.9 * texts[-1]]
    return max(holding, key=lambda block: block.depth), "the block with most of the text, among links"


def is_named(block: Block) -> bool:
    """Whether an element's id or class is one that content management systems give to texts."""
    element = block.element
    names = (element.get("id") or "")[:60] + " " + (element.get("class") or "")[:120]
    return element.tag in ("founder-content", "ucapcontent") or bool(KNOWN.search(names))
