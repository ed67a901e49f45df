"""An archive of N invented articles, written in bulk: what the pages and the search are measured on.

    python -m bench.generate DIR N

Bodies are drawn from a pool of POOL texts, each indexed once, so that a million articles take minutes; titles, dates, sources, regions, topics,
stories and runs differ from article to article. Same N, same archive.
"""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from archive.database import open_database
from archive.rows import Numbers
from archive.search import terms
from bench.texts import BODY, CLOSES, HEADS, LEADS, event, filled, written

POOL = 20_000
SITES = [f"portal_{number:02}" for number in range(40)]
REGIONS = [
    "上海市",
    "重庆市",
    "广东省",
    "浙江省",
    "江苏省",
    "山东省",
    "四川省",
    "北京市",
    "湖北省",
    "河南省",
    "福建省",
    "湖南省",
    "陕西省",
    "辽宁省",
    "安徽省",
    "云南省",
    "",
]
COUNTIES = ["闵行区", "巴南区", "高新区", "荣成市", "海淀区", "南山区"]
TOPICS = ["检测", "计量", "认证", "标准", "特种设备", "食品药品", "质量"]
OUTCOMES = ["stored", "duplicate", "unchanged", "listing", "not_article", "off_topic", "timeout", "http_error", "soft_404"]
LAST_DAY = date(2026, 6, 30)
A_NIGHT = 300  # new articles in one run


def generate(directory: Path, count: int, seed: int = 7) -> Path:
    """Makes `news.db` with `count` articles in a directory that has none; its path."""
    path = directory / "news.db"
    conn = open_database(directory)
    conn.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA foreign_keys=OFF")
    rng = random.Random(seed)
    pool = [_piece(rng) for _ in range(min(POOL, count))]
    conn.execute("BEGIN")
    _sources(conn)
    _articles(conn, rng, count, pool)
    conn.execute("COMMIT")
    conn.execute("BEGIN")
    _runs(conn, rng, count)
    conn.execute("INSERT INTO watches VALUES ('加油机计量', '加油机 计量', '2026-06-01T00:00:00+00:00')")
    conn.execute("COMMIT")
    conn.execute("ANALYZE")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()
    return path


def _piece(rng: random.Random) -> tuple[str, str, str]:
    facts = event(rng)
    frames = [rng.choice(LEADS), *rng.sample(BODY, min(len(BODY), rng.randint(6, 22))), rng.choice(CLOSES)]
    piece = written(rng, facts, frames, rng.choice(HEADS))
    words = terms(piece.title, piece.body, [facts["city"] + facts["bureau"]])
    return piece.body, words.body, words.names


def _sources(conn: sqlite3.Connection) -> None:
    conn.executemany(
        "INSERT INTO sources VALUES (?,?,?,?,0,0,0,0,'2026-06-01')",
        [(key, f"云州质量网{number}", REGIONS[number % 16], f"https://{key}.example/") for number, key in enumerate(SITES)],
    )
    conn.executemany(
        "INSERT INTO institutions VALUES (?,?,'institute')", [(number + 1, f"云州{number}计量院") for number in range(50)]
    )


def _articles(conn: sqlite3.Connection, rng: random.Random, count: int, pool: list[tuple[str, str, str]]) -> None:
    story, members, numbers = 0, 0, Numbers(conn)
    first = LAST_DAY - timedelta(days=count // A_NIGHT + 1)
    for number, (body, words, names) in zip(range(1, count + 1), _endless(pool, rng), strict=False):
        day = first + timedelta(days=(number - 1) // A_NIGHT + 1)
        printed = day - timedelta(days=rng.choice((0, 0, 0, 0, 1, 2)))
        published = f"{printed}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:00+08:00" if rng.random() < 0.8 else str(printed)
        title = filled(rng.choice(HEADS), event(rng), rng)
        site, region, topic = rng.choice(SITES), rng.choice(REGIONS), rng.choice(TOPICS)
        copied = members and rng.random() < 0.35
        if not copied:
            story, members = story + 1, 0
            conn.execute("INSERT INTO stories VALUES (?,?,?,?,0,1)", (story, title, number, published))
        members += 1
        seen = f"{day}T18:{rng.randint(10, 59)}:00+00:00"
        search_id = numbers.free(published, number)
        conn.execute(
            "INSERT INTO articles(id, key, url, site, title, body, published, source, author, script, characters, story_id, region,"
            " topic, score, first_seen, last_seen, search_id) VALUES (?,?,?,?,?,?,?,?,?,'Hans',?,?,?,?,2.0,?,?,?)",
            (
                number, f"{site}.example/a/{number}", f"https://{site}.example/a/{number}", site, title, body, published,
                "云州日报" if number % 3 else None, "王明哲" if number % 4 else None, len(body), story, region, topic, seen, seen, search_id,
            ),
        )  # fmt: skip
        conn.execute(
            "INSERT INTO members VALUES (?,?,?,?)", (story, number, "copy" if copied else "first", 0.97 if copied else None)
        )
        if copied:
            conn.execute("UPDATE stories SET copies = ?, sites = ? WHERE id = ?", (members - 1, members, story))
        conn.execute(
            "INSERT INTO articles_fts(rowid, title, body, names) VALUES (?,?,?,?)",
            (search_id, terms(title, "").title, words, names),
        )
        conn.execute("INSERT INTO article_topics VALUES (?,?,0)", (number, topic))
        if region:
            place = region + rng.choice(COUNTIES)
            conn.execute("INSERT INTO article_regions VALUES (?,'',?,'county',1)", (number, place))
        conn.execute("INSERT INTO article_institutions VALUES (?,?,1)", (number, rng.randint(1, 50)))


def _endless(pool: list[tuple[str, str, str]], rng: random.Random) -> Iterator[tuple[str, str, str]]:
    yield from pool
    while True:
        yield rng.choice(pool)


def _runs(conn: sqlite3.Connection, rng: random.Random, count: int) -> None:
    for run in range(1, 61):
        day = LAST_DAY - timedelta(days=60 - run)
        start = f"{day}T18:00:00+00:00"
        conn.execute(
            "INSERT INTO runs VALUES (?,'nightly',?,?,?,?,'0.1.0','')",
            (run, start, f"{day}T18:58:00+00:00", int(run % 9 == 0), str(day)),
        )
        for number, key in enumerate(SITES):
            failed = run if (number + run) % 17 == 0 else 0
            conn.execute(
                "INSERT INTO run_sources VALUES (?,?,3,40,50,?,1,30,2,3,?,40.5,2000000,'finished','')",
                (run, key, rng.randint(0, 15), failed),
            )
            conn.executemany(
                "INSERT INTO fetches(run_id, source, url, key, started_at, elapsed_ms, bytes, status, outcome) VALUES (?,?,?,?,?,200,50000,200,?)",
                [
                    (run, key, f"https://{key}.example/p/{one}", f"{key}.example/p/{one}", start, rng.choice(OUTCOMES))
                    for one in range(30)
                ],
            )


if __name__ == "__main__":
    print(generate(Path(sys.argv[1]), int(sys.argv[2])))
