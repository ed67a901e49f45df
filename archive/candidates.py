"""Finding what an article overlaps with: fingerprints are written here, candidates read and verified against the stored texts.

Articles that agree in all that `likeness` looks at are twins: one of them stands for all, and only it has bands and overlaps. So a
notice that three hundred portals print word by word costs three hundred short rows, and is compared once.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache
from math import sqrt

from archive.database import StoreError
from archive.fingerprint import PARAMETERS, PERMUTATIONS, SHORT, VERSION, Fingerprint, estimates, fingerprint
from archive.likeness import RELATED, Comparison, Overlap, Text, compared, overlap, text_of
from archive.records import Article

CROWD = 32  # articles behind one hash; from there it is a phrase of the trade, or a story with that many copies
PROBED = 4  # of these that are looked at although they share nothing else
VERIFIED = 64  # texts compared word by word at most where none is a copy or a filling of the same form
FORM, STORY = 128, 256  # where one is a filling, a copy; so many make the same stories in whichever order they come
STEP = 500  # values in one SQL list
# Statements that never change, whatever the number of values: a night asks them of every article, and SHARING of some thirty hashes each.
SIGNATURES = (
    "SELECT s.article_id, s.length, s.minhash FROM json_each(?) one CROSS JOIN signatures s ON s.article_id = one.value"
    " WHERE s.twin_of IS NULL"
)
SHARING = (
    "SELECT (SELECT json_group_array(article_id) FROM (SELECT article_id FROM bands WHERE hash = one.value ORDER BY article_id LIMIT ?1))"
    " FROM json_each(?2) one"
)
NEIGHBOURS = (
    "SELECT (SELECT json_group_array(other_id) FROM (SELECT other_id FROM overlaps WHERE article_id = one.value ORDER BY other_id LIMIT ?1))"
    " FROM json_each(?2) one"
)
SHARED = (
    "SELECT article_id, count(*) FROM json_each(?1) one CROSS JOIN json_each(?2) other"
    " CROSS JOIN bands ON hash = one.value AND article_id = other.value GROUP BY article_id"
)
AMONG = (
    "SELECT o.article_id, o.other_id, o.inside, r.inside FROM json_each(?1) one"
    " CROSS JOIN overlaps o ON o.article_id = one.value AND o.other_id > one.value"
    " CROSS JOIN overlaps r ON r.article_id = o.other_id AND r.other_id = o.article_id"
    " WHERE NOT o.repeat AND o.other_id IN (SELECT value FROM json_each(?1))"
)
REPEATS = (
    "SELECT o.article_id, json_group_array(o.other_id) FROM json_each(?1) one CROSS JOIN overlaps o ON o.article_id = one.value"
    " WHERE o.repeat AND o.other_id IN (SELECT value FROM json_each(?1)) GROUP BY o.article_id"
)


class ParametersError(StoreError):
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


def write(conn: sqlite3.Connection, article_id: int, mark: Fingerprint, mirror: bool, twin: int | None = None) -> None:
    """Keeps an article's fingerprint; of a twin without bands. Hashes of an earlier text stay: each costs one vain comparison."""
    # never OR REPLACE: it opens a savepoint, at which FTS5 writes out all that it holds back in a transaction
    conn.execute(
        "INSERT INTO signatures(article_id, digest, length, minhash, mirror, twin_of) VALUES (?,?,?,?,?,?) ON CONFLICT(article_id)"
        " DO UPDATE SET digest = excluded.digest, length = excluded.length, minhash = excluded.minhash, mirror = excluded.mirror,"
        " twin_of = excluded.twin_of",
        (article_id, mark.digest, mark.length, mark.minhash, mirror, twin),
    )
    if twin is None:
        _write_bands(conn, article_id, mark)


def _write_bands(conn: sqlite3.Connection, article_id: int, mark: Fingerprint) -> None:
    conn.executemany("INSERT OR IGNORE INTO bands(hash, article_id) VALUES (?,?)", [(value, article_id) for value in mark.hashes])


def twin(conn: sqlite3.Connection, article_id: int, article: Article, mark: Fingerprint) -> int | None:
    """The article that stands for all with this very text, title and day, of a short text source too; None where this one does."""
    rows = conn.execute(
        "SELECT s.article_id, a.title, a.published, coalesce(a.original_source, a.source) FROM signatures s"
        " JOIN articles a ON a.id = s.article_id WHERE s.digest = ? AND s.length = ? AND s.twin_of IS NULL AND s.article_id <> ?"
        " ORDER BY s.article_id LIMIT ?",
        (mark.digest, mark.length, article_id, STEP),
    ).fetchall()
    wanted = _identity(article.title, article.published, _source(article), mark.length) if rows else None
    return next((row[0] for row in rows if _identity(row[1], row[2], row[3], mark.length) == wanted), None)


def _source(article: Article) -> str | None:
    return article.original_source or article.source


def _identity(title: str, published: str | None, source: str | None, length: int) -> tuple[str, str, str | None]:
    """What, besides the body, decides whether two texts are related; the source does for short ones only."""
    it = text_of(title, "", published, source)
    return it.title, (it.published or "")[:10], it.source if length < SHORT else None


def related(conn: sqlite3.Connection, article_id: int, article: Article, mark: Fingerprint) -> dict[int, Comparison]:
    """Articles that have a text in common with this one by their words, or its form.

    Of the articles behind a crowded hash a few are looked at, as it may be a phrase, and then those that are known to be copies or
    fillings of what was found. So each copy is compared with each, and which of them came first changes nothing.
    """
    near = promising(conn, article_id, mark)
    if not near:
        return {}
    mine = prepared(article.title, article.body, article.published, _source(article))
    seen = near[:VERIFIED]
    found = _verified(conn, mine, seen)
    if found:
        more = dict.fromkeys([*near, *promising(conn, article_id, mark, _neighbours(conn, [*found]))])
        most = FORM if all(said.repeat for said in found.values()) else STORY
        found |= _verified(conn, mine, [*more][len(seen) : most])
    return found


def _verified(conn: sqlite3.Connection, mine: Text, near: list[int]) -> dict[int, Comparison]:
    comparisons = ((other, compared(mine, text(conn, other))) for other in near)
    return {other: said for other, said in comparisons if said is not None}


def _neighbours(conn: sqlite3.Connection, articles: list[int]) -> set[int]:
    """What is known to overlap with these; of each the first so many."""
    rows = _bare(conn).execute(NEIGHBOURS, (STORY, json.dumps(articles)))
    return {other for (listed,) in rows for other in json.loads(listed)}.difference(articles)


def promising(conn: sqlite3.Connection, article_id: int, mark: Fingerprint, among: Set[int] | None = None) -> list[int]:
    """Articles with the same text, then those that share a hash and whose signature does not speak against an overlap,
    most hashes first; of twins only the one that stands for them. Of a crowded hash some articles, or all that are `among` these.
    """
    query = "SELECT article_id FROM signatures WHERE digest = ? AND twin_of IS NULL ORDER BY article_id LIMIT ?"
    same = [row[0] for row in conn.execute(query, (mark.digest, STORY)) if row[0] != article_id]
    shared = _sharing(conn, mark.hashes) if among is None else _sharing_among(conn, mark.hashes, among)
    for known in (article_id, *same):
        shared.pop(known, None)
    if not shared:
        return same
    ranked = sorted(shared, key=lambda other: (-shared[other], other))[:STEP]
    near = _near(mark, _bare(conn).execute(SIGNATURES, (json.dumps(ranked),)).fetchall())
    return same + [other for other in ranked if other in near]


def _sharing(conn: sqlite3.Connection, hashes: tuple[int, ...]) -> Counter[int]:
    """How many hashes each article shares. A crowded hash alone says nothing but for a few of its articles, two may."""
    rare: Counter[int] = Counter()
    crowded: Counter[int] = Counter()
    for (listed,) in _bare(conn).execute(SHARING, (CROWD, json.dumps(hashes))):
        if listed != "[]":
            articles = json.loads(listed)
            if len(articles) < CROWD:
                rare.update(articles)
            else:
                rare.update(articles[:PROBED])
                crowded.update(articles[PROBED:])
    for other, count in crowded.items():
        if count > 1 or other in rare:
            rare[other] += count
    return rare


def _sharing_among(conn: sqlite3.Connection, hashes: tuple[int, ...], articles: Set[int]) -> Counter[int]:
    """How many hashes each of these articles shares."""
    rows = _bare(conn).execute(SHARED, (json.dumps(hashes), json.dumps(sorted(articles))))
    return Counter(dict(rows.fetchall()))


def _near(mine: Fingerprint, others: list[tuple[int, int, bytes]]) -> set[int]:
    """Of articles with their lengths and signatures those where the estimate leaves room for the overlap that is wanted, two and a
    half standard errors down.
    """
    length = max(1, mine.length)
    near = set()
    for (article_id, other, _), said in zip(others, estimates(mine.minhash, [row[2] for row in others]), strict=True):
        ratio = length / other if length > other > 0 else max(1, other) / length
        least = RELATED / (1 - RELATED + ratio)
        if said >= least - 2.5 * sqrt((1 - least * least) / PERMUTATIONS):
            near.add(article_id)
    return near


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


def keep(conn: sqlite3.Connection, article_id: int, found: dict[int, Comparison]) -> None:
    """Writes what was found, both ways."""
    rows = [(article_id, other, said.overlap.inside, said.repeat) for other, said in found.items()]
    rows += [(other, article_id, said.overlap.around, said.repeat) for other, said in found.items()]
    conn.executemany(
        "INSERT INTO overlaps(article_id, other_id, inside, repeat) VALUES (?,?,?,?)"
        " ON CONFLICT(article_id, other_id) DO UPDATE SET inside = excluded.inside, repeat = excluded.repeat",
        rows,
    )


def drop(conn: sqlite3.Connection, article_id: int) -> list[int]:
    """Takes an article out of all comparisons, since its text is another now; returns the articles it hung together with.

    Where it stood for twins, one of them takes its place.
    """
    twins = [
        row[0] for row in conn.execute("SELECT article_id FROM signatures WHERE twin_of = ?1 ORDER BY article_id", (article_id,))
    ]
    others = [row[0] for row in conn.execute("SELECT other_id FROM overlaps WHERE article_id = ?", (article_id,))]
    if twins:
        heir = twins[0]
        title, body = conn.execute("SELECT title, body FROM articles WHERE id = ?", (heir,)).fetchone()
        _write_bands(conn, heir, fingerprint(title, body))
        conn.execute("UPDATE signatures SET twin_of = ? WHERE twin_of = ?", (heir, article_id))
        conn.execute("UPDATE signatures SET twin_of = NULL WHERE article_id = ?", (heir,))
        conn.execute("UPDATE overlaps SET article_id = ? WHERE article_id = ?", (heir, article_id))
        conn.executemany(
            "UPDATE overlaps SET other_id = ? WHERE article_id = ? AND other_id = ?",
            [(heir, other, article_id) for other in others],
        )
    else:
        conn.executemany(
            "DELETE FROM overlaps WHERE article_id = ? AND other_id = ?",
            [pair for other in others for pair in ((article_id, other), (other, article_id))],
        )
    conn.execute("UPDATE signatures SET twin_of = NULL WHERE article_id = ?", (article_id,))
    return [*others, *twins]


def overlaps_among(conn: sqlite3.Connection, articles: list[int]) -> dict[tuple[int, int], Overlap]:
    """What these articles share with each other, once for each two: the smaller number comes first."""
    rows = _bare(conn).execute(AMONG, (json.dumps(articles),))
    return {(one, other): Overlap(inside, around) for one, other, inside, around in rows}


def repeats_among(conn: sqlite3.Connection, articles: list[int]) -> dict[int, set[int]]:
    """Which of these articles are the form of which others, filled in anew."""
    return {one: set(json.loads(others)) for one, others in _bare(conn).execute(REPEATS, (json.dumps(articles),))}


def _bare(conn: sqlite3.Connection) -> sqlite3.Cursor:
    """A cursor that gives tuples, where rows are many."""
    cursor = conn.cursor()
    cursor.row_factory = None
    return cursor


def exact(conn: sqlite3.Connection, one: int, other: int) -> Overlap:
    """The overlap of any two articles, counted."""
    return overlap(text(conn, one), text(conn, other))


def begins(conn: sqlite3.Connection, part: int, holder: int) -> int:
    """Where in a text another one begins, in folded characters; past its end where the beginning is not found."""
    body = text(conn, holder).body
    place = body.find(text(conn, part).body[:16])
    return place if place >= 0 else len(body)


def fresh(conn: sqlite3.Connection, article_id: int, mark: Fingerprint) -> bool:
    """Whether this is the fingerprint that the archive has of an article."""
    row = conn.execute("SELECT digest, length, minhash FROM signatures WHERE article_id = ?", (article_id,)).fetchone()
    return row is not None and tuple(row) == (mark.digest, mark.length, mark.minhash)


def select(conn: sqlite3.Connection, query: str, values: list[int]) -> Iterable[sqlite3.Row]:
    """The rows of a query with `IN ({})` for any number of values."""
    for start in range(0, len(values), STEP):
        some = values[start : start + STEP]
        yield from conn.execute(query.format(",".join("?" * len(some))), some)
