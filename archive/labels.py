"""Writes what an article is about: topics, places, institutions and figures, and the columns that pages facet by."""

from __future__ import annotations

import re
import sqlite3

from archive.records import Labels

PROVINCE = re.compile(
    r"^(?:北京市|上海市|天津市|重庆市|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|香港特别行政区|澳门特别行政区|[^省]{2,3}省)"
)


def write(conn: sqlite3.Connection, article_id: int, labels: Labels) -> None:
    """Replaces all labels of an article; inside the caller's transaction."""
    for table in ("article_regions", "article_topics", "article_institutions", "figures"):
        conn.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    conn.executemany(
        "INSERT OR IGNORE INTO article_regions(article_id, code, name, level, main) VALUES (?,?,?,?,?)",
        [(article_id, place.code, place.name, place.level, int(place.main)) for place in labels.places],
    )
    conn.executemany(
        "INSERT OR IGNORE INTO article_topics(article_id, topic, rank) VALUES (?,?,?)",
        [(article_id, topic, rank) for rank, topic in enumerate(labels.topics)],
    )
    for mention in labels.mentions:
        conn.execute("INSERT OR IGNORE INTO institutions(name, kind) VALUES (?,?)", (mention.name, mention.kind))
        conn.execute(
            "INSERT OR IGNORE INTO article_institutions(article_id, institution_id, count)"
            " SELECT ?, id, ? FROM institutions WHERE name = ?",
            (article_id, mention.count, mention.name),
        )
    conn.executemany(
        "INSERT INTO figures(article_id, number, unit, what, change, sentence) VALUES (?,?,?,?,?,?)",
        [(article_id, one.number, one.unit, one.what, one.change, one.sentence) for one in labels.figures],
    )
    main = next((place.name for place in labels.places if place.main), "")
    province = PROVINCE.match(main)
    conn.execute(
        "UPDATE articles SET region = ?, topic = ?, score = ?, words = ? WHERE id = ?",
        (
            province[0] if province else main,
            labels.topics[0] if labels.topics else "",
            labels.score,
            "、".join(labels.words),
            article_id,
        ),
    )
