"""What finding copies costs in an archive of a million articles: time, memory, bytes. `python -m bench.signatures [--articles N]`.

The signatures are of random texts that share no passage, save one in ten hashes that belongs to a phrase of the trade, as new articles
have them too; the texts themselves are not stored, but for those that new articles are copies of or are taken for.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from archive import candidates, stories
from archive.database import open_database
from archive.fingerprint import PERMUTATIONS, Fingerprint, fingerprint
from archive.records import Article
from bench.importing import resident
from bench.texts import Piece, article
from bench.variants import KINDS

PHRASES = 3000
TABLES = ("signatures", "bands", "overlaps", "members", "members_guests")


def phrases() -> list[int]:
    rng = random.Random(PHRASES)
    return [_hash(rng) for _ in range(PHRASES)]


def _hash(rng: random.Random) -> int:
    return rng.getrandbits(32) - (1 << 31)


def invented(rng: random.Random, known: list[int], sizes: list[int]) -> Fingerprint:
    """A fingerprint with as many hashes as one of an article has."""
    hashes = {rng.choice(known) if rng.random() < 0.1 else _hash(rng) for _ in range(rng.choice(sizes))}
    return Fingerprint(
        rng.getrandbits(64) - (1 << 63), rng.randint(300, 1600), rng.randbytes(PERMUTATIONS // 8), tuple(sorted(hashes))
    )


def filled(directory: Path, count: int, rng: random.Random) -> None:
    conn = open_database(directory)
    conn.execute("PRAGMA foreign_keys=OFF")
    known = phrases()
    sizes = [len(fingerprint("", article(rng).body).hashes) for _ in range(500)]
    started = time.perf_counter()
    for start in range(1, count + 1, 20_000):
        conn.execute("BEGIN IMMEDIATE")
        for number in range(start, min(start + 20_000, count + 1)):
            candidates.write(conn, number, invented(rng, known, sizes), False)
            conn.execute("INSERT INTO members(story_id, article_id, role) VALUES (?,?,'first')", (number, number))
        conn.execute("COMMIT")
    print(f"{count} signatures written, {count / (time.perf_counter() - started):.0f}/s")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


def bytes_of(directory: Path) -> Iterator[tuple[str, int]]:
    conn = open_database(directory)
    for table in TABLES:
        yield table, int(conn.execute("SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name = ?", (table,)).fetchone()[0])
    conn.close()


def compared(directory: Path, count: int, rng: random.Random, turns: int) -> list[float]:
    """Milliseconds that finding and verifying takes for new articles, a third of them copies; each is placed afterwards."""
    conn = open_database(directory)
    conn.execute("PRAGMA foreign_keys=OFF")
    known = phrases()
    took, earlier = [], [article(rng) for _ in range(20)]
    for turn in range(turns):
        piece = article(rng)
        if turn % 3 == 2:
            piece = rng.choice(list(KINDS.values()))(rng, rng.choice(earlier), piece)
        one = Article(f"http://x.example/{turn}", piece.title, piece.body, piece.published or None, piece.source)
        mark = fingerprint(one.title, one.body)
        mark = mark._replace(hashes=tuple(rng.choice(known) if rng.random() < 0.1 else value for value in mark.hashes))
        number = count + turn + 1
        for chance in candidates.promising(conn, number, mark):
            _store(conn, chance, article(rng), f"x.example/of/{chance}")
        started = time.perf_counter()
        candidates.related(conn, number, one, mark)
        took.append((time.perf_counter() - started) * 1000)
        conn.execute("BEGIN IMMEDIATE")
        _store(conn, number, piece, one.url[7:])
        stories.place(conn, number, one, False, mark)
        conn.execute("COMMIT")
        earlier = [*earlier[-19:], piece] if turn % 3 != 2 else earlier
    conn.close()
    return took


def _store(conn: sqlite3.Connection, number: int, piece: Piece, key: str) -> None:
    conn.execute(
        "INSERT OR IGNORE INTO articles(id, key, url, site, title, body, published, script, characters, first_seen, last_seen)"
        " VALUES (?,?,?,'x.example',?,?,?,'Hans',?,'','')",
        (number, key, f"http://{key}", piece.title, piece.body, piece.published or None, len(piece.body)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--turns", type=int, default=600)
    parser.add_argument("--directory", type=Path, help="keep the archive here, or use the one that is here")
    options = parser.parse_args()
    rng = random.Random(11)
    with tempfile.TemporaryDirectory() as temporary:
        directory = options.directory or Path(temporary)
        if not (directory / "news.db").exists():
            child = os.fork()  # so that filling leaves no memory behind in the process that is measured
            if child == 0:
                filled(directory, options.articles, rng)
                os._exit(0)
            os.waitpid(child, 0)
        total = 0
        for table, size in bytes_of(directory):
            total += size
            print(f"  {table:16} {size / options.articles:6.0f} bytes an article")
        print(f"  {'together':16} {total / options.articles:6.0f}")
        fingerprint("", "先把程序库读进来")
        before = resident()
        took = sorted(compared(directory, options.articles, rng, options.turns))
        print(
            f"compared: median {statistics.median(took):.2f} ms, 90 % within {took[int(len(took) * 0.9)]:.2f} ms,"
            f" longest {took[-1]:.1f} ms; memory grew by {resident() - before:.0f} MB"
        )


if __name__ == "__main__":
    main()
