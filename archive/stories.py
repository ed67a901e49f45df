"""Copies of one story: which articles belong together, what each is to the others, who had it first.

A story is a connected component of the relation `kinship` over the texts as they stand, corrected by what a person decided. The
relation is symmetric and stored, so the order in which articles arrive makes no difference. An article that contains two unrelated
texts (a digest) is a member of both stories and joins neither to the other.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive.fingerprint import VERSION, Fingerprint, Kinship, Text, kinship, prepare, titles_alike
from archive.folding import fold
from archive.records import Article

CANDIDATES = 64  # texts compared with a new one at most, those that share most of its sketch first
COMMON = 400  # articles with one sketch hash; from there it is a phrase of the trade and finds nothing


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article came to stand."""

    story_id: int
    role: str  # first, copy, edited copy, excerpt
    similarity: float | None = None  # to the first of the story
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A stored kinship of two articles; of a contained text, `one` is in `other`."""

    one: int
    other: int
    kind: str
    similarity: float


def place(conn: sqlite3.Connection, article_id: int, article: Article, mirror: bool, fingerprint: Fingerprint) -> Placement:
    """Finds the story of a new or changed article; inside the caller's transaction."""
    was = conn.execute("SELECT story_id FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
    if was is not None:
        conn.execute("DELETE FROM sketches WHERE article_id = ?", (article_id,))
        conn.execute("DELETE FROM kin WHERE one = ?1 OR other = ?1", (article_id,))
    found = list(_kin(conn, article_id, article, fingerprint))
    conn.execute(
        "INSERT OR REPLACE INTO signatures(article_id, version, digest, length, mirror) VALUES (?,?,?,?,?)",
        (article_id, VERSION, fingerprint.digest, fingerprint.length, int(mirror or article.pinyin_notes)),
    )
    conn.executemany("INSERT OR IGNORE INTO sketches(hash, article_id) VALUES (?,?)", [(h, article_id) for h in fingerprint.sketch])
    conn.executemany("INSERT OR REPLACE INTO kin(one, other, kind, similarity) VALUES (?,?,?,?)", found)
    if was is None and not found:
        return _alone(conn, article_id, article)
    settle(conn, {article_id, *(row[0] for row in conn.execute("SELECT id FROM articles WHERE story_id = ?", (was,)))})
    row = conn.execute(
        "SELECT m.story_id, m.role, m.similarity, f.site, f.url FROM articles a JOIN members m ON m.article_id = a.id"
        " AND m.story_id = a.story_id JOIN stories s ON s.id = m.story_id JOIN articles f ON f.id = s.first_article_id"
        " WHERE a.id = ?",
        (article_id,),
    ).fetchone()
    detail = "" if row["role"] == "first" else f"{row['role']} of {row['url']}"
    return Placement(row["story_id"], row["role"], row["similarity"], detail)


def _alone(conn: sqlite3.Connection, article_id: int, article: Article) -> Placement:
    """The common case, without looking at anything else."""
    story_id = conn.execute(
        "INSERT INTO stories(title, first_article_id, first_published, copies, sites) VALUES (?,?,?,0,1)",
        (article.title, article_id, article.published),
    ).lastrowid
    conn.execute("INSERT INTO members(story_id, article_id, role, similarity) VALUES (?,?,'first',NULL)", (story_id, article_id))
    conn.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, article_id))
    return Placement(int(story_id or 0), "first")


def _kin(
    conn: sqlite3.Connection, article_id: int, article: Article, fingerprint: Fingerprint
) -> Iterable[tuple[int, int, str, float]]:
    """Edges to all kin in the archive."""
    text: Text | None = None
    for other in _candidates(conn, article_id, fingerprint):
        row = conn.execute("SELECT title, body, published FROM articles WHERE id = ?", (other,)).fetchone()
        text = text or prepare(article.title, article.body, article.published)
        twin = prepare(row["title"], row["body"], row["published"])
        kin = kinship(text, twin)
        if kin is not None:
            yield _edge(article_id, text, other, twin, kin)


def _edge(one: int, text: Text, other: int, twin: Text, kin: Kinship) -> tuple[int, int, str, float]:
    shorter_first = (len(text.body), one) <= (len(twin.body), other)
    swap = not shorter_first if kin.kind == "contained" else one > other
    return (other, one, kin.kind, kin.similarity) if swap else (one, other, kin.kind, kin.similarity)


def _candidates(conn: sqlite3.Connection, article_id: int, fingerprint: Fingerprint) -> list[int]:
    exact = [
        row[0]
        for row in conn.execute(
            "SELECT article_id FROM signatures WHERE digest = ? AND article_id <> ? LIMIT ?",
            (fingerprint.digest, article_id, CANDIDATES),
        )
    ]
    shared: defaultdict[int, int] = defaultdict(int)
    for value in fingerprint.sketch:
        rows = conn.execute("SELECT article_id FROM sketches WHERE hash = ? LIMIT ?", (value, COMMON)).fetchall()
        if len(rows) < COMMON:
            for (other,) in map(tuple, rows):
                shared[other] += 1
    enough = 1 if len(fingerprint.sketch) < 12 else 2
    ranked = sorted((other for other, count in shared.items() if count >= enough), key=lambda other: (-shared[other], other))
    return list(dict.fromkeys([*exact, *(other for other in ranked if other != article_id)]))[: 2 * CANDIDATES]


# Stories as components


def settle(conn: sqlite3.Connection, changed: set[int]) -> None:
    """Makes the stories of these articles, and of all that hang on them, what the stored kinships and decisions say."""
    nodes, edges = _closure(conn, changed)
    facts = _facts(conn, nodes)
    loose = {row[0] for row in conn.execute("SELECT article_id FROM decisions WHERE kind = 'split'")} & nodes
    merged = [tuple(row) for row in conn.execute("SELECT article_id, other_id FROM decisions WHERE kind = 'merge'")]
    digests = _digests(edges, facts)
    bind = [
        (edge.one, edge.other)
        for edge in edges
        if not {edge.one, edge.other} & loose and not (edge.kind == "contained" and edge.other in digests)
    ]
    bind += [(one, other) for one, other in merged if one in nodes and other in nodes]
    components = _components(nodes, bind)
    taken: set[int] = set()
    story_of: dict[int, int] = {}
    old = {facts[node]["story_id"] for node in nodes} - {None}
    for component in components:
        free = sorted({facts[node]["story_id"] for node in component} - {None} - taken)
        first = _first(component, facts, edges)
        story_id = _write_story(conn, free[0] if free else None, component, first, facts)
        taken.add(story_id)
        for node in component:
            story_of[node] = story_id
        _write_members(conn, story_id, component, first, edges, facts)
    for edge in edges:
        if edge.kind == "contained" and edge.other in digests and story_of[edge.one] != story_of[edge.other]:
            conn.execute(
                "INSERT OR REPLACE INTO members(story_id, article_id, role, similarity) VALUES (?,?,'digest',?)",
                (story_of[edge.one], edge.other, edge.similarity),
            )
    for story_id in old - taken:
        conn.execute("DELETE FROM members WHERE story_id = ?", (story_id,))
        conn.execute("DELETE FROM stories WHERE id = ?", (story_id,))


def _closure(conn: sqlite3.Connection, changed: set[int]) -> tuple[set[int], list[Edge]]:
    """All articles that hang together with these by kinship, old story or a person's word, and the edges among them."""
    nodes: set[int] = set()
    edges: dict[tuple[int, int], Edge] = {}
    waiting = set(changed)
    while waiting:
        node = waiting.pop()
        if node in nodes:
            continue
        nodes.add(node)
        for row in conn.execute(
            "SELECT one, other, kind, similarity FROM kin WHERE one = ?1 UNION ALL SELECT one, other, kind, similarity FROM kin"
            " WHERE other = ?1",
            (node,),
        ):
            edge = Edge(*row)
            edges[edge.one, edge.other] = edge
            waiting |= {edge.one, edge.other}
        for row in conn.execute(
            "SELECT other_id FROM decisions WHERE kind = 'merge' AND article_id = ?1 UNION SELECT article_id FROM decisions"
            " WHERE kind = 'merge' AND other_id = ?1 UNION SELECT b.id FROM articles a JOIN articles b ON b.story_id = a.story_id"
            " WHERE a.id = ?1",
            (node,),
        ):
            waiting.add(row[0])
    return nodes, [edges[pair] for pair in sorted(edges)]


def _facts(conn: sqlite3.Connection, nodes: set[int]) -> dict[int, sqlite3.Row]:
    query = (
        "SELECT a.id, a.key, a.url, a.site, a.title, a.published, a.source, a.original_source, a.original_url, a.characters,"
        " a.story_id, coalesce(s.name, '') AS site_name, coalesce(g.mirror, 0) AS mirror FROM articles a"
        " LEFT JOIN sources s ON s.key = a.site LEFT JOIN signatures g ON g.article_id = a.id WHERE a.id = ?"
    )
    return {node: conn.execute(query, (node,)).fetchone() for node in nodes}


def _digests(edges: list[Edge], facts: dict[int, sqlite3.Row]) -> set[int]:
    """Articles that contain two texts which have nothing to do with each other."""
    inside: defaultdict[int, list[int]] = defaultdict(list)
    related = {(edge.one, edge.other) for edge in edges} | {(edge.other, edge.one) for edge in edges}
    for edge in edges:
        if edge.kind == "contained":
            inside[edge.other].append(edge.one)
    found = set()
    for holder, parts in inside.items():
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                alike = titles_alike(fold(facts[one]["title"]), fold(facts[other]["title"]))
                if (one, other) not in related and alike < 0.5:
                    found.add(holder)
    return found


def _components(nodes: set[int], bind: list[tuple[int, int]]) -> list[list[int]]:
    parent = {node: node for node in nodes}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in bind:
        a, b = sorted((root(one), root(other)))
        parent[b] = a
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for node in sorted(nodes):
        groups[root(node)].append(node)
    return [groups[key] for key in sorted(groups)]


def _first(component: list[int], facts: dict[int, sqlite3.Row], edges: list[Edge]) -> int:
    """The article that evidence says was first: never a mirror or an excerpt where there is another, then who is named as
    the source, who names no other, who published earliest. Arrival decides nothing."""
    excerpts = {edge.one for edge in edges if edge.kind == "contained"}
    named = {_host(facts[node]["original_url"]) for node in component} - {""}
    claims = {fold(name) for node in component for name in (facts[node]["original_source"], facts[node]["source"]) if name}

    def rank(node: int) -> tuple[object, ...]:
        row = facts[node]
        name = fold(row["site_name"])
        origin = bool(name) and any(name in claim or claim in name for claim in claims)
        own = fold(row["source"] or "")
        reposts = bool(row["original_source"] or row["original_url"]) or bool(own and name and own not in name and name not in own)
        published = row["published"] or "9999"
        return (
            bool(row["mirror"]),
            node in excerpts,
            not (row["url"] in {facts[other]["original_url"] for other in component} or _host(row["url"]) in named),
            published[:10],
            reposts and not origin,
            published if len(published) > 10 else published + "T99",
            -row["characters"],
            row["key"],
        )

    return min(component, key=rank)


def _host(url: str | None) -> str:
    return url.split("/")[2] if url and url.count("/") >= 2 else ""


def _write_story(
    conn: sqlite3.Connection, story_id: int | None, component: list[int], first: int, facts: dict[int, sqlite3.Row]
) -> int:
    published = min((facts[node]["published"] for node in component if facts[node]["published"]), default=None)
    values = (facts[first]["title"], first, published, len(component) - 1, len({facts[node]["site"] for node in component}))
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


def _write_members(
    conn: sqlite3.Connection, story_id: int, component: list[int], first: int, edges: list[Edge], facts: dict[int, sqlite3.Row]
) -> None:
    direct = {(edge.one, edge.other): edge for edge in edges} | {(edge.other, edge.one): edge for edge in edges}
    conn.execute("DELETE FROM members WHERE story_id = ?", (story_id,))
    for node in component:
        edge = direct.get((node, first)) or next((one for one in edges if node in (one.one, one.other)), None)
        role, similarity = "first", None
        if node != first:
            role = {"copy": "copy", "edited": "edited copy"}.get(edge.kind if edge else "copy", "excerpt")
            if edge and edge.kind == "contained" and edge.one != node:
                role = "digest"
            similarity = edge.similarity if edge else None
        conn.execute(
            "INSERT OR REPLACE INTO members(story_id, article_id, role, similarity) VALUES (?,?,?,?)",
            (story_id, node, role, similarity),
        )
        if facts[node]["story_id"] != story_id:
            conn.execute("UPDATE articles SET story_id = ? WHERE id = ?", (story_id, node))


# A person's word


def split(conn: sqlite3.Connection, article_id: int, when: str) -> None:
    """Takes an article out of its story for good; inside the caller's transaction."""
    conn.execute("DELETE FROM decisions WHERE kind = 'merge' AND (article_id = ?1 OR other_id = ?1)", (article_id,))
    conn.execute("INSERT INTO decisions(made_at, kind, article_id) VALUES (?, 'split', ?)", (when, article_id))
    settle(conn, {article_id})


def merge(conn: sqlite3.Connection, article_id: int, other_id: int, when: str) -> None:
    """Puts two articles, and what hangs on them, into one story for good; inside the caller's transaction."""
    conn.execute("DELETE FROM decisions WHERE kind = 'split' AND article_id IN (?, ?)", (article_id, other_id))
    conn.execute(
        "INSERT INTO decisions(made_at, kind, article_id, other_id) VALUES (?, 'merge', ?, ?)", (when, article_id, other_id)
    )
    settle(conn, {article_id, other_id})
