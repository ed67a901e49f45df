"""Copies of one story, kept in the archive: an article finds its place, a person corrects it. What decides is `grouping`'s."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from archive import candidates
from archive.address import AddressError
from archive.address import key as address_key
from archive.fingerprint import Fingerprint
from archive.firsts import Member
from archive.folding import fold
from archive.grouping import Region, Story
from archive.records import Article


class DecisionError(ValueError):
    """A correction that cannot be made; the message says why and what is there."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article came to stand."""

    story_id: int
    role: str  # first, copy, edited copy, excerpt, digest
    similarity: float | None = None  # share of the shorter text found in the longer, of this article and the story's first
    detail: str = ""
    joined: bool = False  # the story has other articles too, also where this one is its first


def place(conn: sqlite3.Connection, article_id: int, article: Article, mirror: bool, fingerprint: Fingerprint) -> Placement:
    """Finds the story of a new or changed article; inside the caller's transaction, behind its row."""
    candidates.check_parameters(conn)
    was = conn.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
    touched = {article_id}
    if was is not None:
        touched.update(candidates.drop(conn, article_id))
    twin = candidates.twin(conn, article_id, article, fingerprint)
    found = candidates.related(conn, article_id, article, fingerprint) if twin is None else {}
    candidates.write(conn, article_id, fingerprint, mirror or article.pinyin_notes, twin)
    candidates.keep(conn, article_id, found)
    if was is None and twin is None and all(said.repeat for said in found.values()) and not _decided(conn, article_id):
        return _alone(conn, article_id, article)
    settle(conn, touched)
    return _placement(conn, article_id)


def _decided(conn: sqlite3.Connection, article_id: int) -> bool:
    """Whether a person said something of an article: one that is placed anew has decisions before it has a story."""
    query = "SELECT 1 FROM decisions WHERE article_id = ?1 UNION ALL SELECT 1 FROM decisions WHERE other_id = ?1 LIMIT 1"
    return conn.execute(query, (article_id,)).fetchone() is not None


def _alone(conn: sqlite3.Connection, article_id: int, article: Article) -> Placement:
    """The common case, without looking at anything else."""
    cursor = conn.execute(
        "INSERT INTO stories(title, first_article_id, first_published, copies, sites) VALUES (?,?,?,0,1)",
        (article.title, article_id, article.published),
    )
    story_id = int(cursor.lastrowid or 0)
    conn.execute("INSERT INTO members(story_id, article_id, role) VALUES (?,?,'first')", (story_id, article_id))
    conn.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
    return Placement(story_id, "first")


def _placement(conn: sqlite3.Connection, article_id: int) -> Placement:
    row = conn.execute(
        "SELECT m.story_id, m.role, m.similarity, f.url, s.copies FROM articles a"
        " JOIN members m ON m.story_id = a.story_id AND m.article_id = a.id JOIN stories s ON s.id = m.story_id"
        " JOIN articles f ON f.id = s.first_article_id WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    story_id, role, similarity, url, copies = row
    return Placement(story_id, role, similarity, "" if role == "first" else f"{role} of {url}", copies > 0)


def forget(conn: sqlite3.Connection) -> None:
    """Removes all fingerprints and stories, so that every article can be placed anew; what a person decided stays."""
    conn.execute("UPDATE articles SET story_id = NULL")
    for table in ("fingerprinting", "signatures", "bands", "overlaps", "members", "stories"):
        conn.execute(f"DELETE FROM {table}")


def settle(conn: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Makes the stories of these articles, and of all that hang together with them, what overlaps and decisions say."""
    members = _members(conn, _region(conn, touched))
    nodes = sorted(members)  # while all are placed anew, a decision may name an article whose turn has not come
    region = Region(
        members=members,
        overlaps=candidates.overlaps_among(conn, nodes),
        repeats=candidates.repeats_among(conn, nodes),
        decisions=_decisions(conn, nodes),
        compare=partial(candidates.exact, conn),
        begins=partial(candidates.begins, conn),
    )
    _write(conn, nodes, region.stories())


def _region(conn: sqlite3.Connection, touched: Iterable[int]) -> list[int]:
    """All articles that hang together with these by overlaps, by a person's word, or by the story they are in now."""
    nodes: set[int] = set()
    waiting = set(touched)
    while waiting:
        some = list(waiting)[:400]
        waiting.difference_update(some)
        nodes.update(some)
        marks = ",".join("?" * len(some))
        rows = conn.execute(
            f"SELECT other_id FROM overlaps WHERE article_id IN ({marks}) AND NOT repeat"
            f" UNION SELECT article_id FROM signatures WHERE twin_of IN ({marks})"
            f" UNION SELECT twin_of FROM signatures WHERE article_id IN ({marks}) AND twin_of IS NOT NULL"
            f" UNION SELECT other_id FROM decisions WHERE article_id IN ({marks}) AND kind = 'together'"
            f" UNION SELECT article_id FROM decisions WHERE other_id IN ({marks}) AND kind = 'together'"
            f" UNION SELECT id FROM articles WHERE story_id IN (SELECT story_id FROM articles WHERE id IN ({marks}))",
            some * 6,
        )
        waiting.update(row[0] for row in rows if row[0] not in nodes)
    return sorted(nodes)


def _members(conn: sqlite3.Connection, nodes: list[int]) -> dict[int, Member]:
    query = (
        "SELECT a.id, a.key, a.site, a.title, a.published, a.source, a.original_source, a.original_title, a.original_url, a.script,"
        " s.name, g.mirror, g.length, coalesce(g.twin_of, a.id) AS text"
        " FROM articles a JOIN signatures g ON g.article_id = a.id LEFT JOIN sources s ON s.key = a.site WHERE a.id IN ({})"
    )
    return {row["id"]: _member(row) for row in candidates.select(conn, query, nodes)}


def _member(row: sqlite3.Row) -> Member:
    try:
        original_key = address_key(row["original_url"]) if row["original_url"] else ""
    except AddressError:
        original_key = ""
    title, original_title = fold(row["title"]), fold(row["original_title"] or "")
    return Member(
        id=row["id"],
        text=row["text"],
        key=row["key"],
        site=row["site"],
        title=title,
        length=row["length"],
        published=row["published"],
        site_name=fold(row["name"] or ""),
        source=fold(row["source"] or ""),
        original_source=fold(row["original_source"] or ""),
        original_title="" if original_title == title else original_title,
        original_key=original_key,
        mirror=bool(row["mirror"]),
        converted=row["script"] == "Hant",
    )


def _decisions(conn: sqlite3.Connection, nodes: list[int]) -> dict[tuple[int, int], str]:
    known = set(nodes)
    rows: set[tuple[int, int, str]] = set()
    for column in ("article_id", "other_id"):
        query = f"SELECT article_id, other_id, kind FROM decisions WHERE {column} IN ({{}})"
        rows.update(tuple(row) for row in candidates.select(conn, query, nodes))
    return {(one, other): kind for one, other, kind in sorted(rows) if one in known and other in known}


def _write(conn: sqlite3.Connection, nodes: list[int], stories: list[Story]) -> None:
    homes = candidates.select(conn, "SELECT id, story_id FROM articles WHERE id IN ({})", nodes)
    was: dict[int, int | None] = {row["id"]: row["story_id"] for row in homes}
    old = {story_id for story_id in was.values() if story_id is not None}
    ids = _kept_ids(conn, old, was, stories)
    query = "SELECT story_id, article_id, role, similarity FROM members WHERE story_id IN ({})"
    stale = {tuple(row) for row in candidates.select(conn, query, sorted(old))}
    rows = []
    for number, story in enumerate(stories):
        story_id = _write_story(conn, ids.get(number), story)
        rows += [(story_id, part.article_id, part.role, part.similarity) for part in (*story.parts, *story.guests)]
        moved = [(story_id, part.article_id) for part in story.parts if was.get(part.article_id) != story_id]
        conn.executemany("UPDATE articles SET story_id = ? WHERE id = ?", moved)
    wanted = set(rows)
    conn.executemany("DELETE FROM members WHERE story_id = ? AND article_id = ?", [row[:2] for row in stale - wanted])
    added = [row for row in rows if row not in stale]  # of a story with hundreds of copies nearly all rows stay as they are
    conn.executemany("INSERT INTO members(story_id, article_id, role, similarity) VALUES (?,?,?,?)", added)
    conn.executemany("DELETE FROM stories WHERE id = ?", [(story_id,) for story_id in old - set(ids.values())])


def _kept_ids(conn: sqlite3.Connection, old: set[int], was: dict[int, int | None], stories: list[Story]) -> dict[int, int]:
    """Which story keeps which number: the one with the first article of old, else the one with most of its articles."""
    story_of = {part.article_id: number for number, story in enumerate(stories) for part in story.parts}
    kept: dict[int, int] = {}
    for story_id in sorted(old):
        row = conn.execute("SELECT first_article_id FROM stories WHERE id = ?", (story_id,)).fetchone()
        holders = Counter(story_of[node] for node, number in was.items() if number == story_id and node in story_of)
        if row is not None and row[0] in story_of and was.get(row[0]) == story_id:
            holder = story_of[row[0]]
        elif holders:
            holder = holders.most_common(1)[0][0]
        else:
            continue
        kept.setdefault(holder, story_id)
    return kept


def _write_story(conn: sqlite3.Connection, story_id: int | None, story: Story) -> int:
    query = "SELECT id, title, published, site FROM articles WHERE id IN ({})"
    rows = list(candidates.select(conn, query, [part.article_id for part in story.parts]))
    first = next(row for row in rows if row["id"] == story.first)
    known = sorted(row["published"] for row in rows if row["published"])
    published = first["published"] or (known[0] if known else None)
    values = (first["title"], story.first, published, len(rows) - 1, len({row["site"] for row in rows}))
    if story_id is None:
        cursor = conn.execute(
            "INSERT INTO stories(title, first_article_id, first_published, copies, sites) VALUES (?,?,?,?,?)", values
        )
        return int(cursor.lastrowid or 0)
    conn.execute(
        "UPDATE stories SET title = ?, first_article_id = ?, first_published = ?, copies = ?, sites = ? WHERE id = ?",
        (*values, story_id),
    )
    return story_id


# A person's word


def split(conn: sqlite3.Connection, articles: Sequence[int], when: str) -> int:
    """Takes articles out of their story into one of their own, for good; returns its number. Inside the caller's transaction.

    Raises DecisionError for articles of different stories, and where nothing would remain.
    """
    taken = sorted(set(articles))
    homes = {_home(conn, node) for node in taken}
    if len(homes) != 1:
        raise DecisionError(f"articles {_listed(taken)} are in stories {_listed(homes)}; split takes articles of one story")
    rows = conn.execute("SELECT id FROM articles WHERE story_id = ?", (homes.pop(),)).fetchall()
    rest = sorted({row[0] for row in rows} - set(taken))
    if not rest:
        raise DecisionError(f"articles {_listed(taken)} are all their story has; leave at least one in it")
    for node in taken:
        _decide(conn, when, "apart", node, rest)
        _decide(conn, when, "together", node, [taken[0]])
    settle(conn, [*taken, *rest])
    return _home(conn, taken[0])


def merge(conn: sqlite3.Connection, article_id: int, other_id: int, when: str) -> int:
    """Makes the stories of two articles one, for good; returns its number. Inside the caller's transaction."""
    stories = [_home(conn, article_id), _home(conn, other_id)]
    mine, theirs = ([row[0] for row in conn.execute("SELECT id FROM articles WHERE story_id = ?", (story,))] for story in stories)
    if stories[0] == stories[1]:
        raise DecisionError(f"articles {article_id} and {other_id} are both in story {stories[0]} already")
    conn.executemany(
        "DELETE FROM decisions WHERE kind = 'apart' AND article_id = ? AND other_id = ?",
        [pair for one in mine for other in theirs for pair in ((one, other), (other, one))],
    )
    _decide(conn, when, "together", article_id, [other_id])
    settle(conn, [article_id, other_id])
    return _home(conn, article_id)


def _decide(conn: sqlite3.Connection, when: str, kind: str, article_id: int, others: Iterable[int]) -> None:
    """The latest decision about two articles is the one that holds."""
    for other in others:
        if other == article_id:
            continue
        pair = (min(article_id, other), max(article_id, other))
        conn.execute(
            "INSERT OR REPLACE INTO decisions(made_at, kind, article_id, other_id) VALUES (?,?,?,?)", (when, kind, *pair)
        )


def _home(conn: sqlite3.Connection, article_id: int) -> int:
    row = conn.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None or row[0] is None:
        raise DecisionError(f"article {article_id}: not in this archive; `jianxun search` shows the numbers")
    return int(row[0])


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))
