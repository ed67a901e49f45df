"""Writes what an article is about: topics, places, institutions and figures, and the columns that pages facet by."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from archive.records import Labels, Place

# Whose names do not end with 省; a path like 上海市闵行区 begins with one of them.
WITHOUT_SUFFIX = (
    "北京市", "天津市", "上海市", "重庆市", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区",
    "香港特别行政区", "澳门特别行政区",
)  # fmt: skip
LONGEST_PROVINCE = 4  # 黑龙江省


def write(conn: sqlite3.Connection, article_id: int, labels: Labels) -> None:
    """Replaces all labels of an article; inside the caller's transaction."""
    write_topics(conn, article_id, labels.topics, labels.score, labels.words)
    for table in ("article_regions", "article_institutions", "figures"):
        conn.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    conn.executemany(
        "INSERT OR IGNORE INTO article_regions(article_id, code, name, level, main) VALUES (?,?,?,?,?)",
        [(article_id, place.code, place.name, place.level, int(place.main)) for place in labels.places],
    )
    for mention in labels.mentions:
        conn.execute(
            "INSERT INTO institutions(name, kind) VALUES (?,?)"
            " ON CONFLICT(name) DO UPDATE SET kind = excluded.kind WHERE kind <> excluded.kind",
            (mention.name, mention.kind),
        )
        conn.execute(
            "INSERT OR IGNORE INTO article_institutions(article_id, institution_id, count)"
            " SELECT ?, id, ? FROM institutions WHERE name = ?",
            (article_id, mention.count, mention.name),
        )
    conn.executemany(
        "INSERT INTO figures(article_id, number, unit, what, change, sentence) VALUES (?,?,?,?,?,?)",
        [(article_id, one.number, one.unit, one.what, one.change, one.sentence) for one in labels.figures],
    )
    conn.execute("UPDATE articles SET region = ? WHERE id = ?", (region(labels.places), article_id))


def write_topics(conn: sqlite3.Connection, article_id: int, topics: Sequence[str], score: float, words: Sequence[str]) -> None:
    """Replaces the topics, score and deciding words of an article; inside the caller's transaction."""
    conn.execute("DELETE FROM article_topics WHERE article_id = ?", (article_id,))
    conn.executemany(
        "INSERT OR IGNORE INTO article_topics(article_id, topic, rank) VALUES (?,?,?)",
        [(article_id, topic, rank) for rank, topic in enumerate(topics)],
    )
    conn.execute(
        "UPDATE articles SET topic = ?, score = ?, words = ? WHERE id = ?",
        (topics[0] if topics else "", score, "、".join(words), article_id),
    )


def region(places: Sequence[Place]) -> str:
    """What `articles.region` facets by: the province of the main place, '' without one. Smaller places are in article_regions."""
    main = next((place.name for place in places if place.main), "")
    for name in WITHOUT_SUFFIX:
        if main.startswith(name):
            return name
    end = main.find("省")
    return main[: end + 1] if 0 < end < LONGEST_PROVINCE else ""
