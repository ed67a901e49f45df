"""Which block of a page holds the article: text speaks for a block, links and footers speak against it."""

from __future__ import annotations

from crawler.extract.document import Document
from crawler.extract.flow import Block
from crawler.extract.lines import Kind

BEFORE_HEADING = 0.15  # how much text counts that stands before the title
AFTER_STOP = 0.25  # and after the head of another list


def weigh(kinds: list[Kind], worths: list[float], heading: int) -> list[float]:
    """What each line says for its block, seen from where the title stands."""
    weights = []
    seen, factor = 0.0, 1.0
    for index, (kind, worth) in enumerate(zip(kinds, worths, strict=True)):
        if worth <= 0:
            if kind is Kind.STOP and seen >= 60 and index > heading:
                factor = AFTER_STOP
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
