"""Writes what an article is about: topics, places, institutions and figures, and the columns that pages facet by."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from archive.records import Labels, Mention, Place

# Whose names do not end with 省; a path like 上海市闵行区 begins with one of them.
WITHOUT_SUFFIX = (
    "北京市", "天津市", "上海市", "重庆市", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
    "香港特别行政区", "澳门特别行政区",
)  # fmt: skip
LONGEST_PROVINCE = 4  # 黑龙江省


KNOWN_INSTITUTIONS = "SELECT i.name, i.kind, i.id FROM json_each(?) one CROSS JOIN institutions i ON i.name = one.value"
FACETS = ("topic", "score", "words", "region")  # columns of `articles`


def facets(labels: Labels) -> tuple[str, float, str, str]:
    """The values of FACETS."""
    return (*_said(labels.topics, labels.score, labels.words), region(labels.places))


def _said(topics: Sequence[str], score: float, words: Sequence[str]) -> tuple[str, float, str]:
    return topics[0] if topics else "", score, "、".join(words)


def write(conn: sqlite3.Connection, article_id: int, labels: Labels) -> None:
    """Replaces all labels of an article; inside the caller's transaction."""
    for table in ("article_topics", "article_regions", "article_institutions", "figures"):
        conn.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    add(conn, article_id, labels)
    changes = ", ".join(f"{name} = ?" for name in FACETS)
    conn.execute(f"UPDATE articles SET {changes} WHERE id = ?", (*facets(labels), article_id))


def differing(conn: sqlite3.Connection, article_id: int, labels: Labels) -> list[tuple[str, str, str]]:
    """The kinds of labels that `write` would change, each with what would go and what would come."""
    stored = {
        "topics": _rows(
            conn,
            "SELECT topic, score, words FROM articles WHERE id = ?1 UNION ALL"
            " SELECT topic, rank, '' FROM article_topics WHERE article_id = ?1",
            article_id,
        ),
        "places": _rows(conn, "SELECT name, code, level, main FROM article_regions WHERE article_id = ?", article_id),
        "institutions": _rows(
            conn,
            "SELECT i.name, i.kind, m.count FROM article_institutions m JOIN institutions i ON i.id = m.institution_id"
            " WHERE m.article_id = ?",
            article_id,
        ),
        "figures": _rows(
            conn,
            "SELECT printf('%s %g %s', what, number, unit), number, change, sentence FROM figures WHERE article_id = ?",
            article_id,
        ),
    }
    found: dict[str, list[tuple[object, ...]]] = {
        "topics": [
            _said(labels.topics, labels.score, labels.words),
            *((topic, rank, "") for rank, topic in enumerate(labels.topics)),
        ],
        "places": [(place.name, place.code, place.level, int(place.main)) for place in labels.places],
        "institutions": [(one.name, one.kind, one.count) for one in labels.mentions],
        "figures": [(f"{one.what} {one.number:g} {one.unit}", one.number, one.change, one.sentence) for one in labels.figures],
    }
    return [
        (kind, _named(old - new), _named(new - old))
        for kind in stored
        if (old := Counter(stored[kind])) != (new := Counter(found[kind]))
    ]


def _rows(conn: sqlite3.Connection, statement: str, article_id: int) -> list[tuple[object, ...]]:
    return [tuple(row) for row in conn.execute(statement, (article_id,))]


def _named(rows: Counter[tuple[object, ...]]) -> str:
    """What a person knows some labels by."""
    return "、".join(dict.fromkeys(str(row[0]) for row in rows))


def forget_unnamed(conn: sqlite3.Connection) -> None:
    """Drops the institutions that no article names any more; inside the caller's transaction."""
    conn.execute("DELETE FROM institutions WHERE id NOT IN (SELECT institution_id FROM article_institutions)")


def add(conn: sqlite3.Connection, article_id: int, labels: Labels) -> None:
    """Writes the labels of an article that has none, but for its FACETS; inside the caller's transaction."""
    _add_topics(conn, article_id, labels.topics)
    conn.executemany(
        "INSERT OR IGNORE INTO article_regions(article_id, code, name, level, main) VALUES (?,?,?,?,?)",
        [(article_id, *place) for place in labels.places],
    )
    _add_mentions(conn, article_id, labels.mentions)
    conn.executemany(
        "INSERT INTO figures(article_id, number, unit, what, change, sentence) VALUES (?,?,?,?,?,?)",
        [(article_id, *figure) for figure in labels.figures],
    )


def _add_topics(conn: sqlite3.Connection, article_id: int, topics: Sequence[str]) -> None:
    conn.executemany(
        "INSERT OR IGNORE INTO article_topics(article_id, topic, rank) VALUES (?,?,?)",
        [(article_id, topic, rank) for rank, topic in enumerate(topics)],
    )


def _add_mentions(conn: sqlite3.Connection, article_id: int, mentions: Sequence[Mention]) -> None:
    names = json.dumps([mention.name for mention in mentions], ensure_ascii=False)
    known = {(row[0], row[1]): row[2] for row in conn.execute(KNOWN_INSTITUTIONS, (names,))} if mentions else {}
    for mention in mentions:
        if (mention.name, mention.kind) not in known:
            conn.execute(
                "INSERT INTO institutions(name, kind) VALUES (?,?) ON CONFLICT(name) DO UPDATE SET kind = excluded.kind",
                (mention.name, mention.kind),
            )
            row = conn.execute("SELECT id FROM institutions WHERE name = ?", (mention.name,)).fetchone()
            known[mention.name, mention.kind] = row[0]
    conn.executemany(
        "INSERT OR IGNORE INTO article_institutions(article_id, institution_id, count) VALUES (?,?,?)",
        [(article_id, known[mention.name, mention.kind], mention.count) for mention in mentions],
    )


def write_topics(conn: sqlite3.Connection, article_id: int, topics: Sequence[str], score: float, words: Sequence[str]) -> None:
    """Replaces the topics, score and deciding words of an article; inside the caller's transaction."""
    conn.execute("DELETE FROM article_topics WHERE article_id = ?", (article_id,))
    _add_topics(conn, article_id, topics)
    conn.execute("UPDATE articles SET topic = ?, score = ?, words = ? WHERE id = ?", (*_said(topics, score, words), article_id))


def region(places: Sequence[Place]) -> str:
    """What `articles.region` facets by: the province of the main place, '' without one. Smaller places are in article_regions."""
    main = next((place.name for place in places if place.main), "")
    for name in WITHOUT_SUFFIX:
        if main.startswith(name):
            return name
    end = main.find("省")
    return main[: end + 1] if 0 < end < LONGEST_PROVINCE else ""
