"""Which block of a page holds the article: text speaks for a block, links, comments and footers speak against it."""

from __future__ import annotations

from crawler.extract.document import Document
from crawler.extract.flow import Block
from crawler.extract.lines import Kind

BEFORE_HEADING = 0.15  # how much text counts that stands before the title
FADING = {Kind.STOP: 0.3, Kind.EDITOR: 0.4, Kind.NOTICE: 0.5, Kind.COMMENT: 0.6, Kind.FOOTER: 0.3}
LEAST = 0.02
ENOUGH = 60  # characters of text that an article has before anything can end it


def weigh(kinds: list[Kind], worths: list[float], heading: int) -> list[float]:
    """What each line says for its block. Text counts less before the title, and less behind each sign of the article's end."""
    weights = []
    seen, factor = 0.0, 1.0
    for index, (kind, worth) in enumerate(zip(kinds, worths, strict=True)):
        if worth <= 0:
            if kind in FADING and seen >= ENOUGH:
                factor = max(LEAST, factor * FADING[kind])
            weights.append(worth)
        elif index <= heading:
            weights.append(worth * BEFORE_HEADING if index < heading else 0.0)
        else:
            weights.append(worth * factor)
            seen += worth
    return weights


def choose(doc: Document, weights: list[float]) -> Block | None:
    """The smallest block with the greatest sum, or None where no block holds text."""
    sums = [0.0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    best: Block | None = None
    most = 0.0
    for block in doc.blocks:
        worth = sums[block.end] - sums[block.first]
        if worth > most or (best is not None and worth == most and block.depth > best.depth):
            best, most = block, worth
    return best
