"""Answers queries: hits in order with snippets of the original text, how many, and where they are (facets).

Newest first walks the index from its newest row, so that a common word costs no more than a rare one; counts and facets are those of the newest
`DEEPEST` hits.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.folding import variants
from archive.marking import marked, snippet, spans
from archive.query import UNNAMED, Query, parse
from archive.rows import DAY, SLOTS, since, spilled, until

DEEPEST = 10_000  # hits that are counted, grouped, and can be paged to
NEAR = 1 << SLOTS  # rows read beyond a page, since the order of rows is that of the days, within a busy day not of the minutes
TRIED = 400  # newest articles that are looked through to see whether most have a character
COLUMNS = f"a.search_id, a.region, a.topic, a.site, {DAY}, a.source"
FACETS = ("region", "topic", "site", "source", "month")
ARRIVALS = 1000  # latest arrivals that are looked through for what is new

Row = tuple[int, str, str, str, str, str | None]  # COLUMNS


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found. `title_html` and `snippet` are HTML in which only <mark> is markup."""

    id: int
    url: str
    site: str
    source: str | None
    title: str
    title_html: str
    published: str | None
    region: str
    topic: str
    story_id: int | None
    copies: int  # of its story, beside the first
    snippet: str


@dataclass(slots=True)
class Results:
    """What a query found. `total` is exact unless `capped`; `facets` has for each name its values with their counts, most first, months newest first."""

    query: Query
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    capped: bool = False
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def search(
    conn: sqlite3.Connection,
    query: str | Query,
    *,
    limit: int = 20,
    offset: int = 0,
    order: str = "newest",
    facets: bool = False,
) -> Results:
    """Articles that answer a query, newest first or by `relevance` among the newest `DEEPEST`. Any text is a query."""
    asked = parse(query) if isinstance(query, str) else query
    near = DEEPEST if spilled(conn) else NEAR
    wanted = DEEPEST + 1 if facets or order == "relevance" else min(offset + limit + near, DEEPEST + 1)
    rows = found(conn, asked, wanted)
    results = Results(asked, total=min(len(rows), DEEPEST), capped=len(rows) == wanted)
    rows = rows[:DEEPEST]
    if facets:
        results.facets = _facets(rows)
    shown = offset + limit + near
    ids = [row[0] for row in sorted(rows[:shown], key=_newest, reverse=True) + rows[shown:]]
    if order == "relevance" and asked.wanted and ids:
        ids = _by_relevance(conn, asked, ids)
    results.hits = _hits(conn, ids[offset : offset + limit], asked.words)
    return results


def newest(conn: sqlite3.Connection, query: Query, most: int) -> list[int]:
    """The newest hits by their search ids, at most `most` of `DEEPEST`, in the order in which `search` gives them."""
    near = DEEPEST if spilled(conn) else NEAR
    rows = found(conn, query, min(most + near, DEEPEST))
    return [row[0] for row in sorted(rows, key=_newest, reverse=True)[:most]]


def _newest(row: Row) -> tuple[str, int]:
    return row[4], row[0]


def found(conn: sqlite3.Connection, query: Query, most: int) -> list[Row]:
    """The newest hits, in the order of the index; at most `most`."""
    cursor = conn.cursor()
    cursor.row_factory = None  # bare tuples: ten thousand rows are read for one page
    sql, values = _common(conn, query) or _statement(conn, query)
    rows = cursor.execute(f"{sql} LIMIT ?", (*values, -1 if query.unwanted and not query.wanted else most))
    if query.wanted or not query.unwanted:
        return rows.fetchall()
    kept: list[Row] = []
    unwanted = conn.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC", (query.exclusion,))
    other = next(unwanted, (-1,))[0]
    for row in rows:  # both run from the newest to the oldest
        while other > row[0]:
            other = next(unwanted, (-1,))[0]
        if other != row[0]:
            kept.append(row)
            if len(kept) == most:
                break
    return kept


def _common(conn: sqlite3.Connection, query: Query) -> tuple[str, list[object]] | None:
    """For one character that most articles have, a statement that reads their texts, newest first; None for any other query.

    In the index a character is the beginning of hundreds of terms, whose rows FTS5 would gather all before it gives the newest.
    """
    if not query.lone:
        return None
    letters = variants(query.lone)
    has = " OR ".join(["instr(a.body, ?)", "instr(a.title, ?)"] * len(letters))
    named = (
        "EXISTS (SELECT 1 FROM article_institutions m JOIN institutions i ON i.id = m.institution_id"
        " WHERE m.article_id = a.id AND instr(i.name, ?))"
    )
    where, values = _conditions(conn, Query(fields=query.fields))
    tables = f"articles a INDEXED BY articles_search WHERE {' AND '.join(['a.search_id IS NOT NULL', *where])}"
    values += [one for letter in letters for one in (letter, letter)] + [query.lone]
    tried = f"SELECT count(*) FROM (SELECT a.* FROM {tables} ORDER BY a.search_id DESC LIMIT {TRIED}) a WHERE {has} OR {named}"
    if conn.execute(tried, values).fetchone()[0] < TRIED / 2:
        return None
    return f"SELECT {COLUMNS} FROM {tables} AND ({has} OR {named}) ORDER BY a.search_id DESC", values


def _statement(conn: sqlite3.Connection, query: Query) -> tuple[str, list[object]]:
    """SELECT of COLUMNS with its values; lacks a LIMIT, and what is unwanted where nothing is wanted."""
    where, values = _conditions(conn, query)
    if query.wanted:
        tables, order = "articles_fts f CROSS JOIN articles a ON a.search_id = f.rowid", "f.rowid"
        where.insert(0, "f.articles_fts MATCH ?")
        values.insert(0, query.match)
    else:
        tables, order = "articles a INDEXED BY articles_search", "a.search_id"  # holds all columns in the order of the answer
        where.insert(0, "a.search_id IS NOT NULL")
    return f"SELECT {COLUMNS} FROM {tables} WHERE {' AND '.join(where)} ORDER BY {order} DESC", values


def count_since(conn: sqlite3.Connection, query: Query, article_id: int) -> int:
    """How many articles that came into the archive after this one answer the query; looks through the latest ARRIVALS."""
    where, values = _conditions(conn, query, "a.search_id")
    match = "a.search_id IS NOT NULL"
    if query.wanted or query.unwanted:
        kind = "" if query.wanted else "NOT "
        match = f"{kind}EXISTS (SELECT 1 FROM articles_fts x WHERE x.articles_fts MATCH ? AND x.rowid = a.search_id)"
        values.insert(0, query.match or query.exclusion)
    sql = (
        "SELECT count(*) FROM (SELECT * FROM articles WHERE id > ? ORDER BY id DESC LIMIT ?) a"
        f" WHERE {' AND '.join([match, *where])}"
    )
    return int(conn.execute(sql, (article_id, ARRIVALS, *values)).fetchone()[0])


def _conditions(conn: sqlite3.Connection, query: Query, row: str = "") -> tuple[list[str], list[object]]:
    """What the fields say, as conditions on `articles a`."""
    row = row or ("f.rowid" if query.wanted else "a.search_id")
    where: list[str] = []
    values: list[object] = []
    for name, said in query.fields.items():
        if name in ("after", "before"):
            condition, more = since(conn, row, max(said)) if name == "after" else until(conn, row, min(said))
            where.append(condition)
            values += more
        elif name == "month":
            parts = []
            for month in said:
                (first, of_first), (end, of_end) = since(conn, row, f"{month}-01"), until(conn, row, _next_month(month))
                parts.append(f"{first} AND {end}")
                values += [*of_first, *of_end]
            where.append(f"({' OR '.join(parts)})")
        elif name == "region":
            condition, more = _regions(conn, said)
            where.append(condition)
            values += more
        elif name == "role":
            roles = f"SELECT m.role FROM members m WHERE m.story_id = a.story_id AND m.article_id = a.id AND m.role IN ({_marks(said)})"
            where.append(f"EXISTS ({roles})")
            values += said
        else:
            where.append(f"a.{name} IN ({_marks(said)})")
            values += ["" if one == UNNAMED.get(name) else one for one in said]
    return where, values


def _regions(conn: sqlite3.Connection, said: Sequence[str]) -> tuple[str, list[object]]:
    """Part of a province's name means articles mainly about it; of a finer place's, all that name the place."""
    provinces = [name for name in distinct(conn, "articles", "region") if name and any(one in name for one in said)]
    finer = [one for one in said if not any(one in name for name in provinces) and one != UNNAMED["region"]]
    provinces += [""] * (UNNAMED["region"] in said)
    parts = [f"a.region IN ({_marks(provinces)})"]
    values: list[object] = [*provinces]
    if finer:
        places = [name for name in distinct(conn, "article_regions", "name") if any(one in name for one in finer)][:500]
        parts.append(f"a.id IN (SELECT article_id FROM article_regions WHERE name IN ({_marks(places)}))")
        values += places
    return f"({' OR '.join(parts)})", values


def distinct(conn: sqlite3.Connection, table: str, column: str) -> list[str]:
    """The different values of an indexed column, leaping from one to the next instead of reading every row."""
    sql = (
        f"WITH RECURSIVE leap(value) AS (SELECT min({column}) FROM {table} UNION ALL"
        f" SELECT (SELECT min({column}) FROM {table} WHERE {column} > value) FROM leap WHERE value IS NOT NULL LIMIT 20000)"
        " SELECT value FROM leap WHERE value IS NOT NULL"
    )
    return [value for (value,) in conn.execute(sql)]


def _next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}-01"


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _facets(rows: Sequence[Row]) -> dict[str, list[tuple[str, int]]]:
    if not rows:
        return {name: [] for name in FACETS}
    _, regions, topics, sites, days, sources = zip(*rows, strict=True)  # columns are counted much faster than rows
    columns = {
        "region": regions,
        "topic": topics,
        "site": sites,
        "source": sources,
        "month": [one[:7] for one in days],
    }
    found = {name: [pair for pair in Counter(columns[name]).most_common() if pair[0]] for name in FACETS}
    found["month"].sort(reverse=True)
    return found


def _by_relevance(conn: sqlite3.Connection, query: Query, ids: Sequence[int]) -> list[int]:
    """The hits in the order of bm25, a word in the title counting six times; the newer first among equals."""
    counted = set(ids)
    sql = (
        "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? AND rowid >= ? AND rowid <= ?"
        " ORDER BY bm25(articles_fts, 1.0, 6.0, 3.0), rowid DESC"
    )
    return [row[0] for row in conn.execute(sql, (query.match, min(ids), max(ids))) if row[0] in counted]


def _hits(conn: sqlite3.Connection, ids: Sequence[int], words: Sequence[str]) -> list[Hit]:
    sql = (
        "SELECT a.search_id, a.id, a.url, a.site, a.source, a.title, a.published, a.region, a.topic, a.story_id, s.copies, a.body"
        f" FROM articles a LEFT JOIN stories s ON s.id = a.story_id WHERE a.search_id IN ({_marks(ids)})"
    )
    rows = {row[0]: row for row in conn.execute(sql, ids)}
    return [_hit(rows[one], words) for one in ids if one in rows]


def _hit(row: sqlite3.Row, words: Sequence[str]) -> Hit:
    _, article_id, url, site, source, title, published, region, topic, story_id, copies, body = row
    return Hit(
        id=article_id, url=url, site=site, source=source, title=title, title_html=marked(title, spans(title, words)),
        published=published, region=region, topic=topic, story_id=story_id, copies=copies or 0, snippet=snippet(body, words),
    )  # fmt: skip
