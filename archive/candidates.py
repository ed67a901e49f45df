"""Finding what an article overlaps with: fingerprints are written here, candidates read and verified against the stored texts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt

from archive.fingerprint import PARAMETERS, PERMUTATIONS, VERSION, Fingerprint, estimate
from archive.likeness import RELATED, Overlap, Text, overlap, related, text_of

CROWD = 32  # articles behind one hash; from there it is a phrase of the trade, or a story with that many copies
VERIFIED = 48  # texts compared word by word at most
KEPT = 32  # overlaps kept of one article at most
STEP = 500  # values in one SQL list


class ParametersError(RuntimeError):
    """The archive's fingerprints were made with other parameters; the message says what helps."""


def check_parameters(conn: sqlite3.Connection) -> None:
    """Raises ParametersError unless the archive's fingerprints can be compared with ours; an empty archive takes ours."""
    row = conn.execute("SELECT version, parameters FROM fingerprinting ORDER BY version DESC LIMIT 1").fetchone()
    if row is None:
        conn.execute("INSERT INTO fingerprinting(version, parameters) VALUES (?,?)", (VERSION, PARAMETERS))
    elif tuple(row) != (VERSION, PARAMETERS):
        raise ParametersError(
            f"news.db: fingerprints of version {row[0]} ({row[1]}), this jianxun makes version {VERSION} ({PARAMETERS});"
            " `jianxun reextract --apply` computes them anew"
        )


def comparable(conn: sqlite3.Connection) -> bool:
    """Whether the archive's fingerprints were made with our parameters, or there are none."""
    try:
        check_parameters(conn)
    except ParametersError:
        return False
    return True


def write(conn: sqlite3.Connection, article_id: int, fingerprint: Fingerprint, mirror: bool) -> None:
    """Keeps an article's fingerprint. Hashes of an earlier text stay: each costs one vain comparison at most."""
    # never OR REPLACE: it opens a savepoint, at which FTS5 writes out all that it holds back in a transaction
    conn.execute(
        "INSERT INTO signatures(article_id, digest, length, minhash, mirror) VALUES (?,?,?,?,?) ON CONFLICT(article_id) DO"
        " UPDATE SET digest = excluded.digest, length = excluded.length, minhash = excluded.minhash, mirror = excluded.mirror",
        (article_id, fingerprint.digest, fingerprint.length, fingerprint.minhash, mirror),
    )
    conn.executemany(
        "INSERT OR IGNORE INTO bands(hash, article_id) VALUES (?,?)", [(value, article_id) for value in fingerprint.hashes]
    )


def verified(conn: sqlite3.Connection, mine: Text, near: list[int]) -> dict[int, Overlap]:
    """Which of these articles are related to a text by their words, with the exact overlap; at most KEPT."""
    found: dict[int, Overlap] = {}
    for other in near[:VERIFIED]:
        shared = related(mine, text(conn, other))
        if shared is not None:
            found[other] = shared
            if len(found) == KEPT:
                break
    return found


def promising(conn: sqlite3.Connection, article_id: int, fingerprint: Fingerprint) -> list[int]:
    """Articles that share a hash and whose signature does not speak against an overlap, most hashes first."""
    shared = _sharing(conn, fingerprint.hashes)
    shared.pop(article_id, None)
    if not shared:
        return []
    ranked = sorted(shared, key=lambda other: (-shared[other], other))[:STEP]
    marks = ",".join("?" * len(ranked))
    rows = conn.execute(f"SELECT article_id, length, minhash FROM signatures WHERE article_id IN ({marks})", ranked)
    near = {row[0] for row in rows if _may_overlap(fingerprint, row[1], row[2])}
    return [other for other in ranked if other in near]


def _sharing(conn: sqlite3.Connection, hashes: tuple[int, ...]) -> Counter[int]:
    """How many hashes each article shares. A crowded hash alone says nothing, two may."""
    rare: Counter[int] = Counter()
    crowded: Counter[int] = Counter()
    for value in hashes:
        query = "SELECT article_id FROM bands WHERE hash = ? ORDER BY article_id LIMIT ?"
        rows = conn.execute(query, (value, CROWD)).fetchall()
        (rare if len(rows) < CROWD else crowded).update(row[0] for row in rows)
    for other, count in crowded.items():
        if count > 1 or other in rare:
            rare[other] += count
    return rare


def _may_overlap(mine: Fingerprint, length: int, minhash: bytes) -> bool:
    """Whether the estimate leaves room for the overlap that is wanted, two and a half standard errors down."""
    longer, shorter = max(mine.length, length, 1), max(1, min(mine.length, length))
    least = RELATED / (1 - RELATED + longer / shorter)
    return estimate(mine.minhash, minhash) >= least - 2.5 * sqrt((1 - least * least) / PERMUTATIONS)


def text(conn: sqlite3.Connection, article_id: int) -> Text:
    """The text of an article as it stands, folded for comparing."""
    row = conn.execute(
        "SELECT title, body, published, coalesce(original_source, source) FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    return prepared(*row)


@lru_cache(maxsize=128)
def prepared(title: str, body: str, published: str | None, source: str | None) -> Text:
    """A text folded once, however often it is compared."""
    return text_of(title, body, published, source)


def keep(conn: sqlite3.Connection, article_id: int, found: dict[int, Overlap]) -> None:
    """Writes overlaps, both ways."""
    rows = [(article_id, other, shared.inside) for other, shared in found.items()]
    rows += [(other, article_id, shared.around) for other, shared in found.items()]
    conn.executemany(
        "INSERT INTO overlaps(article_id, other_id, inside) VALUES (?,?,?)"
        " ON CONFLICT(article_id, other_id) DO UPDATE SET inside = excluded.inside",
        rows,
    )


def drop(conn: sqlite3.Connection, article_id: int) -> list[int]:
    """Removes an article's overlaps, since its text is another now; returns the articles it overlapped with."""
    others = [row[0] for row in conn.execute("SELECT other_id FROM overlaps WHERE article_id = ?", (article_id,))]
    conn.executemany(
        "DELETE FROM overlaps WHERE article_id = ? AND other_id = ?",
        [pair for other in others for pair in ((article_id, other), (other, article_id))],
    )
    return others


def overlaps_among(conn: sqlite3.Connection, articles: Iterable[int]) -> dict[tuple[int, int], Overlap]:
    """The kept overlaps of these articles, both ways."""
    rows = _select(conn, "SELECT article_id, other_id, inside FROM overlaps WHERE article_id IN ({})", list(articles))
    inside = {(row[0], row[1]): row[2] for row in rows}
    return {(one, other): Overlap(share, inside[other, one]) for (one, other), share in inside.items() if (other, one) in inside}


def exact(conn: sqlite3.Connection, one: int, other: int) -> Overlap:
    """The overlap of any two articles, counted."""
    return overlap(text(conn, one), text(conn, other))


def begins(conn: sqlite3.Connection, part: int, holder: int) -> int:
    """Where in a text another one begins, in folded characters; past its end where the beginning is not found."""
    body = text(conn, holder).body
    place = body.find(text(conn, part).body[:16])
    return place if place >= 0 else len(body)


def fresh(conn: sqlite3.Connection, article_id: int, fingerprint: Fingerprint) -> bool:
    """Whether this is the fingerprint that the archive has of an article."""
    row = conn.execute("SELECT digest, length, minhash FROM signatures WHERE article_id = ?", (article_id,)).fetchone()
    return row is not None and tuple(row) == (fingerprint.digest, fingerprint.length, fingerprint.minhash)


def _select(conn: sqlite3.Connection, query: str, values: list[int]) -> Iterable[sqlite3.Row]:
    for start in range(0, len(values), STEP):
        some = values[start : start + STEP]
        yield from conn.execute(query.format(",".join("?" * len(some))), some)
