"""Where the words of a query stand in an article's own text, and a stretch of it as HTML in which only <mark> is markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape

from archive.folding import fold_search, to_simplified

READ = 30_000  # characters of a body that are looked through
MOST = 60  # marks in one text
LENGTH = 110  # characters of a snippet


@cache
def _folded(letter: str) -> str:
    return fold_search(letter) or " "


def spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of every folded word in the original text, in order, not overlapping; the longest word wins."""
    text = text[:READ]
    simple = to_simplified(text)
    folded = [_folded(letter) for letter in (simple if len(simple) == len(text) else text)]
    plain = "".join(folded)
    alternatives = sorted({word for word in words if word}, key=len, reverse=True)
    if not alternatives:
        return []
    pattern = re.compile("|".join(_pattern(word) for word in alternatives))
    found = [match.span() for _, match in zip(range(MOST), pattern.finditer(plain), strict=False)]
    if len(plain) == len(text):
        return found
    origin = [number for number, piece in enumerate(folded) for _ in piece]
    return [(origin[start], origin[end - 1] + 1) for start, end in found]


def _pattern(word: str) -> str:
    plain = re.escape(word)
    if not word.isascii():
        return plain
    kind = r"\d" if word.isdigit() else "a-z"
    return f"(?<![{kind}]){plain}(?![{kind}])"


def marked(text: str, found: Sequence[tuple[int, int]], start: int = 0, end: int | None = None) -> str:
    """The text from start to end, escaped, with the spans in <mark>."""
    end = len(text) if end is None else end
    out, at = [], start
    for left, right in found:
        if left >= at and right <= end:
            out += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
            at = right
    return "".join([*out, escape(text[at:end])])


def snippet(body: str, words: Sequence[str]) -> str:
    """The stretch of a body with the most marks, beginning at a clause where one is near, with … where it was cut."""
    found = spans(body, words)
    start = _best(found)
    if start:
        start = max(0, start - LENGTH // 4)
        clause = re.search(r"[。；！？\n，、]", body[start : start + LENGTH // 4])
        start += clause.end() if clause else 0
    end = min(len(body), start + LENGTH)
    html = marked(body, found, start, end).replace("\n", " ")
    return ("…" if start else "") + html + ("…" if end < len(body) else "")


def _best(found: Sequence[tuple[int, int]]) -> int:
    """Where the window with the most marks begins; the first of equals."""
    best = count = right = 0
    for left, (start, _) in enumerate(found):
        while right < len(found) and found[right][1] <= start + LENGTH:
            right += 1
        if right - left > count:
            best, count = start, right - left
    return best
