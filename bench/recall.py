"""Whether search finds every article that has a word, against looking through the texts; and how large the search index is.

    python -m bench.recall [N]       N invented articles, 20,000 without; a third of them in traditional characters

Words of 2 to 6 characters are drawn from the texts, asked for in both scripts, and compared with the articles whose text, before any was put into
traditional characters, has the word. Ends with 1 where recall is below 1 or the index larger than 1.2 of the text's bytes.
"""

from __future__ import annotations

import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

import opencc

from archive import search
from archive.database import connect
from archive.finding import found
from archive.query import parse
from bench.generate import generate

WORDS = 60  # of each length
LENGTHS = range(2, 7)
LARGEST = 1.2
RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
INDEX = ("articles_fts_data", "articles_fts_idx", "articles_fts_docsize", "articles_fts_config")


def main(arguments: list[str]) -> None:
    count = int(arguments[0]) if arguments else 20_000
    with tempfile.TemporaryDirectory() as name:
        path = generate(Path(name), count)
        conn = connect(path)
        texts = originals(conn)
        put_into_traditional(conn)
        missed = compare(conn, texts)
        ratio = index_ratio(conn)
        conn.close()
    if missed or ratio > LARGEST:
        raise SystemExit(f"fell short: {missed} articles not found, index {ratio:.2f} of the text (at most {LARGEST})")


def originals(conn: sqlite3.Connection) -> dict[int, str]:
    """The text of each article by its id, with a line between title and body."""
    return {row[0]: f"{row[1]}\n{row[2]}" for row in conn.execute("SELECT id, title, body FROM articles")}


def put_into_traditional(conn: sqlite3.Connection) -> None:
    """Makes every third article one of a traditional mirror, and indexes all anew."""
    convert = opencc.OpenCC("s2tw").convert
    with conn:
        for number, title, body in conn.execute("SELECT id, title, body FROM articles WHERE id % 3 = 0").fetchall():
            conn.execute(
                "UPDATE articles SET title = ?, body = ?, script = 'Hant' WHERE id = ?", (convert(title), convert(body), number)
            )
        search.rebuild(conn)


def words_of(texts: dict[int, str], rng: random.Random) -> list[str]:
    """Different words of each length, from anywhere in the texts."""
    numbers, words = list(texts), set()
    for length in LENGTHS:
        drawn: set[str] = set()
        while len(drawn) < WORDS:
            runs = [run for run in RUN.findall(texts[rng.choice(numbers)]) if len(run) >= length]
            if runs:
                run = rng.choice(runs)
                place = rng.randint(0, len(run) - length)
                drawn.add(run[place : place + length])
        words |= drawn
    return sorted(words)


def compare(conn: sqlite3.Connection, texts: dict[int, str]) -> int:
    """Prints recall and precision in both scripts; how many articles were missed."""
    by_row = {row[0]: row[1] for row in conn.execute("SELECT search_id, id FROM articles")}
    words = words_of(texts, random.Random(11))
    wanted = {word: {number for number, text in texts.items() if word in text} for word in words}
    convert = opencc.OpenCC("s2tw").convert
    missed = 0
    print(
        f"{len(texts):,} articles, {len(words)} words of 2 to 6 characters\n| asked in | recall | precision | median ms |\n|---|---|---|---|"
    )
    for script, say in (("simplified", str), ("traditional", convert)):
        right = hits = truth = 0
        times = []
        for word in words:
            start = time.perf_counter()
            got = {by_row[row[0]] for row in found(conn, parse(say(word)), len(texts) + 1)}
            times.append((time.perf_counter() - start) * 1000)
            right, hits, truth = right + len(got & wanted[word]), hits + len(got), truth + len(wanted[word])
            if lost := wanted[word] - got:
                print(f"  {say(word)}: {len(lost)} of {len(wanted[word])} not found, such as article {min(lost)}")
        missed += truth - right
        print(f"| {script} | {right / truth:.4f} | {right / max(hits, 1):.4f} | {statistics.median(times):.1f} |", flush=True)
    return missed


def index_ratio(conn: sqlite3.Connection) -> float:
    """Prints and gives the bytes of the index's pages as a part of the bytes of titles and bodies."""
    text = conn.execute("SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM articles").fetchone()[0]
    pages = conn.execute(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({','.join('?' * len(INDEX))})", INDEX).fetchone()[0]
    print(f"index {pages / 1e6:.1f} MB, text {text / 1e6:.1f} MB: {pages / text:.2f}")
    return float(pages / text)


if __name__ == "__main__":
    main(sys.argv[1:])
