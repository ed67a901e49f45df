"""What the pages of a story, an article and a capture show, read from the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.records import Capture
from archive.store import capture_of
from archive.versions import Piece, Version, difference, versions_of

LONGEST_SAME = 60  # characters of agreement that a difference shows whole
COMPARED = 60_000  # characters of a text that are compared
MEMBERS = 200  # of a story, shown


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its members as rows of `story_chain`, the first of them first, and one copy compared with it."""

    row: Mapping[str, Any]
    first: Mapping[str, Any]  # the article
    chain: Sequence[Mapping[str, Any]]
    compared: int | None = None  # article id
    title_pieces: Sequence[Piece] = ()
    pieces: Sequence[Piece] = ()


@dataclass(slots=True)
class Reading:
    """An article with what is known about it."""

    row: Mapping[str, Any]
    story: Mapping[str, Any] | None
    regions: list[Mapping[str, Any]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    institutions: list[Mapping[str, Any]] = field(default_factory=list)
    figures: list[Mapping[str, Any]] = field(default_factory=list)
    versions: dict[int, Version] = field(default_factory=dict)
    compared: tuple[int, int] | None = None
    captures: Mapping[int, int] = field(default_factory=dict)  # by the number of the version that was read from it
    title_pieces: Sequence[Piece] = ()
    pieces: Sequence[Piece] = ()


def site_names(conn: sqlite3.Connection) -> dict[str, str]:
    """What each source is called, by its key."""
    return {row["key"]: row["name"] for row in conn.execute("SELECT key, name FROM sources")}


def story(conn: sqlite3.Connection, story_id: int, compared: int | None = None) -> Story | None:
    """A story, with the named copy compared with its first source, or the first copy that was changed; None where there is none."""
    row = conn.execute("SELECT * FROM stories WHERE id = ?", (story_id,)).fetchone()
    first = row and conn.execute("SELECT * FROM articles WHERE id = ?", (row["first_article_id"],)).fetchone()
    if not first:
        return None
    chain = [
        dict(member) for member in conn.execute("SELECT * FROM story_chain WHERE story_id = ? LIMIT ?", (story_id, MEMBERS + 1))
    ]
    copies = [member["article_id"] for member in chain if member["article_id"] != first["id"] and member["role"] != "digest"]
    changed = [member["article_id"] for member in chain if member["role"] in ("edited copy", "excerpt")]
    chosen = compared if compared in copies else next(iter([*changed, *copies]), None)
    if chosen is None:
        return Story(dict(row), dict(first), chain)
    other = conn.execute("SELECT title, body FROM articles WHERE id = ?", (chosen,)).fetchone()
    return Story(
        dict(row), dict(first), chain, chosen,
        difference(first["title"], other["title"]), difference(first["body"][:COMPARED], other["body"][:COMPARED]),
    )  # fmt: skip


def article(conn: sqlite3.Connection, article_id: int, number: int | None = None) -> Reading | None:
    """An article, with the version of that number compared with the one before it, or the newest; None where there is none."""
    row = conn.execute("SELECT * FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return None

    def rows(sql: str) -> list[Mapping[str, Any]]:
        return [dict(one) for one in conn.execute(sql, (article_id,))]

    found = Reading(
        dict(row), next(iter(rows("SELECT s.* FROM stories s JOIN articles a ON a.story_id = s.id WHERE a.id = ?")), None)
    )
    found.regions = rows("SELECT name, level, main FROM article_regions WHERE article_id = ? ORDER BY main DESC, name LIMIT 40")
    found.topics = [one["topic"] for one in rows("SELECT topic FROM article_topics WHERE article_id = ? ORDER BY rank")]
    found.institutions = rows(
        "SELECT i.name, i.kind, m.count FROM article_institutions m JOIN institutions i ON i.id = m.institution_id"
        " WHERE m.article_id = ? ORDER BY m.count DESC, i.name LIMIT 60"
    )
    found.figures = rows("SELECT number, unit, what, change, sentence FROM figures WHERE article_id = ? ORDER BY id LIMIT 60")
    found.versions = dict(sorted(versions_of(conn, article_id).items()))
    kept = conn.execute("SELECT number, capture_id FROM versions WHERE article_id = ? AND capture_id IS NOT NULL", (article_id,))
    found.captures = {one["number"]: one["capture_id"] for one in kept}
    numbers = list(found.versions)
    if len(numbers) > 1:
        newer = number if number in numbers[1:] else numbers[-1]
        older = numbers[numbers.index(newer) - 1]
        old, new = found.versions[older], found.versions[newer]
        found.compared = (older, newer)
        found.title_pieces = difference(old.title, new.title)
        found.pieces = difference(old.body[:COMPARED], new.body[:COMPARED])
    return found


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of a difference, in which long agreement is cut to what stands next to a change, with … between."""
    out = []
    for number, piece in enumerate(pieces):
        text, half = piece.text, LONGEST_SAME // 2
        if piece.kind == "same" and len(text) > LONGEST_SAME:
            before = text[:half] if number else ""
            after = text[-half:] if number < len(pieces) - 1 else ""
            text = f"{before}……{after}"
        out.append(Piece(piece.kind, text))
    return out


def capture(conn: sqlite3.Connection, capture_id: int, article_id: int | None) -> tuple[Capture, Mapping[str, Any] | None] | None:
    """A capture, and the named article where it was read from it; None where there is no such capture."""
    row = conn.execute("SELECT * FROM captures WHERE id = ?", (capture_id,)).fetchone()
    if row is None:
        return None
    read = conn.execute(
        "SELECT id, title FROM articles WHERE id = ?1 AND (capture_id = ?2 OR EXISTS"
        " (SELECT 1 FROM versions v WHERE v.article_id = articles.id AND v.capture_id = ?2))",
        (article_id, capture_id),
    ).fetchone()
    return capture_of(row), dict(read) if read else None
