"""What counts as a change of an article, and how a change is shown: by characters, since Chinese has no words to diff."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from archive.folding import fold

COUNTERS = re.compile(
    r"(?:阅读|浏览|点击|评论|点赞|收藏|分享|人气|访问)(?:量|数|次数)?[::]?\s*\d+\s*(?:次|人)?|\d+\s*(?:次|人)(?:阅读|浏览|点击|评论)"
)
CHROME = 12  # folded characters at either end of a body that may come and go: a counter, a share line that leaked


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in a difference: `same`, `removed` or `added`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article and when it was first seen."""

    seen_at: str
    title: str
    body: str


def versions_of(conn: sqlite3.Connection, article_id: int) -> dict[int, Version]:
    """All texts of an article by number; one that never changed has number 1 only."""
    found = {
        row["number"]: Version(row["seen_at"], row["title"], row["body"])
        for row in conn.execute("SELECT number, seen_at, title, body FROM versions WHERE article_id = ?", (article_id,))
    }
    row = conn.execute("SELECT version, first_seen, title, body FROM articles WHERE id = ?", (article_id,)).fetchone()
    return found or {row["version"]: Version(row["first_seen"], row["title"], row["body"])}


def changed(old_title: str, old_body: str, title: str, body: str) -> bool:
    """Whether an edit was published; counters, white space, width, script and a leaked line of chrome are none."""
    if fold(old_title) != fold(title):
        return True
    old, new = _text(old_body), _text(body)
    if old == new:
        return False
    longer, shorter = (old, new) if len(old) >= len(new) else (new, old)
    leaked = len(longer) - len(shorter) <= CHROME and (longer.startswith(shorter) or longer.endswith(shorter))
    return not (leaked and not re.search(r"\d", longer.replace(shorter, "", 1)))


def _text(body: str) -> str:
    return fold(COUNTERS.sub("", body))


def difference(old: str, new: str) -> list[Piece]:
    """What was removed and added, in the order of the text; runs of fewer than three equal characters are not shown as equal."""
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in _merged(matcher.get_opcodes()):
        if tag == "equal":
            pieces.append(Piece("same", old[i:j]))
            continue
        if i < j:
            pieces.append(Piece("removed", old[i:j]))
        if k < m:
            pieces.append(Piece("added", new[k:m]))
    return pieces


def _merged(codes: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Joins changes that a stray equal character or two would tear apart."""
    out: list[tuple[str, int, int, int, int]] = []
    for number, code in enumerate(codes):
        tag, i, j, k, m = code
        inner = 0 < number < len(codes) - 1
        if tag == "equal" and j - i < 3 and inner:
            tag = "replace"
        if out and tag != "equal" and out[-1][0] != "equal":
            out[-1] = ("replace", out[-1][1], j, out[-1][3], m)
        else:
            out.append((tag, i, j, k, m))
    return out
