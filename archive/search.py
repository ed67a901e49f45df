"""The search index: character bigrams of folded text in a plain FTS5 table. What people ask is `query`'s, answering `finding`'s.

The table keeps no text, so an old row cannot be taken out; an article that is indexed again gets a new row, and `articles.search_id` says which
one counts. Rows are numbered by the time of publication (`rows`), so newest first is the order of rows. In bare sqlite3 计量 is found by
    SELECT title FROM articles WHERE search_id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH '"计量"') ORDER BY search_id DESC
and a longer word as its bigrams, 检验检测 as '"检验 验检 检测"'.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from sys import byteorder
from typing import NamedTuple

from archive.folding import fold_search
from archive.rows import Numbers, row_number

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W\d{HAN}]+|\d+")
IS_HAN = re.compile(rf"[{HAN}]")
LONGEST = 64  # characters of a Latin word or number that count; longer ones are no words, and FTS5 would cut them elsewhere
WORD_END = re.compile(rf"[\s{HAN}]")
TAIL = 200  # characters at the end of a text by which `check` looks for it
TOGETHER = 2000  # articles that `rebuild` has in memory


class Terms(NamedTuple):
    """What is indexed of an article: bigrams of its title, its body and the names of institutions in it."""

    title: str
    body: str
    names: str


def bigrams(text: str) -> str:
    """Folded text as search terms: 检测认证 gives 检测 测认 认证; Latin words and numbers stay whole, ISO17025 gives iso 17025.
    What has neither spaces nor an end, such as a key in base64, is found by its beginning.

    A character that begins no pair, such as 证 here, follows at the end, so that every character begins a term.
    """
    runs = RUN.findall(fold_search(text))
    han = ["\u4e00" <= run < "\ua000" or bool(IS_HAN.match(run)) for run in runs]
    joined = " ".join(compress(runs, han))
    pairs = _neighbours(joined)
    out: list[str] = []
    last: Counter[str] = Counter()
    at = 0  # of the run in `joined`: its pairs stand in one piece of `pairs`
    for run, is_han in zip(runs, han, strict=True):
        if not is_han:
            out.append(run[:LONGEST])
            continue
        if len(run) > 1:
            out.append(pairs[3 * at : 3 * (at + len(run)) - 4])
        last[run[-1]] += 1
        at += len(run) + 1
    return " ".join([*out, *(letter for letter, times in last.items() if joined.count(letter) == times)])


def _neighbours(text: str) -> str:
    """All pairs of neighbouring characters, in one go: a string for each of a text's thousand costs more than all else."""
    letters = array("I", text.encode("utf-32-le" if byteorder == "little" else "utf-32-be"))
    if len(letters) < 2:
        return ""
    pairs = array("I", [ord(" ")]) * (3 * (len(letters) - 1))
    pairs[0::3] = letters[:-1]
    pairs[1::3] = letters[1:]
    return pairs.tobytes().decode("utf-32-le" if byteorder == "little" else "utf-32-be")


def terms(title: str, body: str, names: Iterable[str] = ()) -> Terms:
    """The terms of an article; pure, for worker processes. Of the names only those that the text does not spell out."""
    text = f"{fold_search(title)}\n{fold_search(body)}"
    return Terms(bigrams(title), bigrams(body), bigrams("\n".join(name for name in names if fold_search(name) not in text)))


def index(conn: sqlite3.Connection, words: Mapping[int, Terms], numbers: Numbers | None = None) -> None:
    """Indexes articles by their ids, or indexes them again; inside the caller's transaction, whose `numbers` may be shared.

    Rows are written in the order of their numbers, or FTS5 would write each one out by itself.
    """
    numbers = numbers or Numbers(conn)
    when: dict[int, str] = {}
    for article_id in words:
        published, first_seen = conn.execute("SELECT published, first_seen FROM articles WHERE id = ?", (article_id,)).fetchone()
        when[article_id] = published or first_seen
    in_time = sorted(words, key=lambda one: (row_number(when[one], one), when[one], one))
    rows = sorted((numbers.free(when[article_id], article_id), article_id) for article_id in in_time)
    conn.executemany(
        "INSERT INTO articles_fts(rowid, title, body, names) VALUES (?,?,?,?)",
        ((row, *words[article_id]) for row, article_id in rows),
    )
    conn.executemany("UPDATE articles SET search_id = ? WHERE id = ?", rows)


def rebuild(conn: sqlite3.Connection) -> int:
    """Indexes every article anew, so that rows which no longer count take no space; how many. Inside the caller's transaction."""
    conn.execute("INSERT INTO articles_fts(articles_fts) VALUES ('delete-all')")
    conn.execute("DELETE FROM search_spills")
    numbers, ids = (
        Numbers(conn),
        [one for (one,) in conn.execute("SELECT id FROM articles ORDER BY coalesce(published, first_seen), id")],
    )
    for start in range(0, len(ids), TOGETHER):
        index(conn, {one: _terms_of(conn, one) for one in ids[start : start + TOGETHER]}, numbers)
    return len(ids)


def _terms_of(conn: sqlite3.Connection, article_id: int) -> Terms:
    row = conn.execute("SELECT title, body FROM articles WHERE id = ?", (article_id,)).fetchone()
    names = conn.execute(
        "SELECT i.name FROM article_institutions m JOIN institutions i ON i.id = m.institution_id WHERE m.article_id = ?",
        (article_id,),
    )
    return terms(row[0], row[1], [name for (name,) in names])


def check(conn: sqlite3.Connection) -> Iterator[tuple[int, bool]]:
    """Each article's id, and whether its search row is there and finds it by the end of its title and of its body."""
    cursor = conn.execute("SELECT id, search_id, title, body FROM articles ORDER BY id")
    while rows := cursor.fetchmany(200):
        for row in rows:
            found = row[1] is not None
            for column, text in (("title", row[2]), ("body", row[3])):
                last = _last_terms(text)
                if found and last:
                    found = _has(conn, row[1], f'{column} : "{" ".join(last)}"')
            yield row[0], found


def _last_terms(text: str) -> list[str]:
    """The last three terms of a text, from its end alone, which begins before a word rather than in it."""
    before = WORD_END.search(text[-TAIL::-1])
    terms: list[str] = []
    for run in RUN.findall(fold_search(text[-TAIL - before.start() :] if before else text)):
        terms += [run[i : i + 2] for i in range(len(run) - 1)] if IS_HAN.match(run) else [run[:LONGEST]]
    return terms[-3:]


def _has(conn: sqlite3.Connection, search_id: int, match: str) -> bool:
    sql = "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?"
    return conn.execute(sql, (match, search_id)).fetchone() is not None
