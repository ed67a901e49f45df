"""A text that comes without a page: what its first and last lines say of its origin, read as those of a page's body are."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape

from crawler.extract.body import whole_body
from crawler.extract.credits import LONGEST, Credits, read_credits
from crawler.extract.document import parse

EDGE = 12  # lines at either end
LINE = 300  # characters of each: longer than any that is read as credits
# What a line that names an origin, or a person behind a label, cannot do without: the labels themselves are tried on few texts.
SAID = re.compile(
    r"[来來稿]\s{0,3}源(?![，。、；！？”的地有不是和与及等])|来自(?:公众号|[\s:：])|[转轉]\s?[自载載]|原\s?[载載标標题]|摘自|首发于|出\s?处|[者文辑輯编稿笔写员字人校]\s?[】\]]?\s{0,3}[:：︰/／|丨]"
)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # no date is read


def credits_of(title: str, body: str) -> Credits:
    """The credits that a text prints at its top or end; most texts print none, and are not looked at further."""
    lines = body.split("\n")
    if len(lines) > 2 * EDGE:
        lines = [*lines[:EDGE], *lines[-EDGE:]]
    if not any(len(line) <= LONGEST and SAID.search(line) for line in lines):
        return Credits()
    paragraphs = "".join(f"<p>{escape(line[:LINE])}</p>" for line in lines)
    doc = parse(f"<html><body><h1>{escape(title[:LINE])}</h1><div>{paragraphs}</div></body></html>", fetched_at=NEVER)
    return Credits() if doc is None else read_credits(doc, whole_body(doc))
