"""What counts as a change of an article, and how a change is shown: by characters, since Chinese has no words to diff."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from archive.folding import fold, fold_search

COUNTED = "阅读|浏览|点击|评论|点赞|收藏|分享|转发|人气|访问|热度|跟贴|字数"
COUNTER = re.compile(
    rf"(?:{COUNTED})(?:量|数|次数|人数)?[:\uff1a\s]{{0,3}}\d{{1,12}}(?:\s?[次人万])?|\d{{1,12}}\s?[次人](?:{COUNTED})|(?:{COUNTED})\s?\(\d{{1,12}}\)"
)
# What portals print around a body, as it reads when folded: each may come and go without anybody having edited the article.
CHROME = re.compile(
    r"(?:分享到?|转发到?|微信|微博|新浪微博|朋友圈|好友|qq空间|qq|扫一扫|扫码关注\w{0,20}|二维码|打印本?页?|关闭窗?口?|收藏本?页?|返回(?:顶部|列表|首页)?|"
    r"字号|字体|大|中|小|点赞|评论|举报|责任编辑\w{0,12}|编辑\w{0,8}|(?:上一篇|下一篇|上一条|下一条|相关阅读|相关推荐|相关新闻)\w{0,60}|版权所有\w{0,30}|复制链接|阅读全文)+"
)
UNIT = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|.", re.DOTALL)  # is changed as a whole: 120 became 132, not 20 became 32
EDGE = 6  # lines at either end of a body that may be chrome
STRAY = 3  # equal characters in a row, below which two texts only seem to agree
WHOLE = 24_000  # characters of two texts together that are compared at once; longer ones by paragraphs first

Code = tuple[str, int, int, int, int]


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
    """Whether an edit was published; counters, white space, width, script and chrome at the ends of a body are none."""
    if (old_title, old_body) == (title, body):
        return False
    return fold(old_title) != fold(title) or _said(old_body) != _said(body)


def _said(body: str) -> str:
    """What an article says: folded, without counters, and without chrome at its ends."""
    lines = [line for line in body.splitlines() if line.strip()]
    kept = [
        folded
        for number, line in enumerate(lines)
        if (folded := _line(line)) and not (min(number, len(lines) - 1 - number) < EDGE and CHROME.fullmatch(folded))
    ]
    return "".join(kept)


def _line(line: str) -> str:
    counters = COUNTER.sub("", line)
    return fold_search(counters).replace(" ", "")


def difference(old: str, new: str) -> list[Piece]:
    """What was removed and added, in the order of the text; agreement on a stray character or two is shown as difference."""
    pieces: list[Piece] = []
    for tag, i, j, k, m in _merged(_codes(old, new)):
        if tag == "equal":
            pieces.append(Piece("same", old[i:j]))
            continue
        if i < j:
            pieces.append(Piece("removed", old[i:j]))
        if k < m:
            pieces.append(Piece("added", new[k:m]))
    return pieces


def _codes(old: str, new: str) -> list[Code]:
    """Edit operations by characters and whole numbers; of very long texts only within paragraphs that differ."""
    if len(old) + len(new) <= WHOLE:
        return list(_by_characters(old, new, 0, 0))
    return list(_by_paragraphs(old, new))


def _by_characters(old: str, new: str, at: int, there: int) -> Iterator[Code]:
    units, others = UNIT.findall(old), UNIT.findall(new)
    starts, ends = _offsets(units), _offsets(others)
    for code in Indel.opcodes(units, others):
        yield (
            code.tag, at + starts[code.src_start], at + starts[code.src_end],
            there + ends[code.dest_start], there + ends[code.dest_end],
        )  # fmt: skip


def _by_paragraphs(old: str, new: str) -> Iterator[Code]:
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts, ends = _offsets(lines), _offsets(others)
    for tag, i, j, k, m in difflib.SequenceMatcher(None, lines, others, autojunk=len(lines) > 2000).get_opcodes():
        at, to, there, thence = starts[i], starts[j], ends[k], ends[m]
        if tag == "replace" and (to - at) + (thence - there) <= WHOLE:
            yield from _by_characters(old[at:to], new[there:thence], at, there)
        else:
            yield tag, at, to, there, thence


def _offsets(lines: Sequence[str]) -> list[int]:
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def _merged(codes: Sequence[Code]) -> list[Code]:
    """Joins changes that a stray equal character or two would tear apart."""
    out: list[Code] = []
    for number, (said, i, j, k, m) in enumerate(codes):
        stray = said == "equal" and j - i < STRAY and 0 < number < len(codes) - 1
        tag = "replace" if stray else said
        if out and out[-1][0] != "equal" and tag != "equal":
            out[-1] = ("replace", out[-1][1], j, out[-1][3], m)
        elif out and out[-1][0] == "equal" and tag == "equal":
            out[-1] = ("equal", out[-1][1], j, out[-1][3], m)
        else:
            out.append((tag, i, j, k, m))
    return out
