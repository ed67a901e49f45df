"""Finding articles: character bigrams of folded text in a plain FTS5 table, and the little language people ask in.

The table is contentless, so an old row cannot be taken out; an article that is indexed again gets a new row, and `articles.search_id` says
which one counts. In bare sqlite3 计量 is found by
    SELECT title FROM articles WHERE search_id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH '"计量"')
and a longer word as its bigrams, 检验检测 as '"检验 验检 检测"'.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from archive.folding import fold, fold_search

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{HAN}]+|[^\W{HAN}]+")
AGAIN = 1 << 40  # how far apart the search rows of one article lie
NEWEST = 5000  # of more hits than these, newest first looks at the latest rows only
LONGEST_QUERY = 500  # characters; the rest is not read
FIELDS = ("site", "region", "topic", "source", "after", "before")
PART = re.compile(rf'(-?)(?:({"|".join(FIELDS)}):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """What is indexed of an article: bigrams of its title, its body and the names of institutions in it."""

    title: str
    body: str
    names: str


def bigrams(text: str) -> str:
    """Folded text as search terms: 检测认证 gives 检测 测认 认证 证, Latin words and numbers stay whole."""
    out: list[str] = []
    for run in RUN.findall(fold_search(text)):
        if len(run) > 1 and is_han(run):
            out.extend(run[i : i + 2] for i in range(len(run) - 1))
            out.append(run[-1])  # so that a last character is found alone, and no phrase runs on into the next word
        else:
            out.append(run)
    return " ".join(out)


def is_han(run: str) -> bool:
    """Whether a run of `RUN` is Chinese."""
    return bool(re.match(f"[{HAN}]", run))


def terms(title: str, body: str, names: Iterable[str] = ()) -> Terms:
    """The terms of an article; pure, for worker processes."""
    return Terms(bigrams(title), bigrams(body), bigrams("\n".join(names)))


def index(conn: sqlite3.Connection, article_id: int, words: Terms) -> None:
    """Indexes an article, or indexes it again; inside the caller's transaction."""
    row = conn.execute("SELECT search_id FROM articles WHERE id = ?", (article_id,)).fetchone()
    search_id = article_id if row[0] is None else row[0] + AGAIN
    conn.execute(
        "INSERT INTO articles_fts(rowid, title, body, names) VALUES (?,?,?,?)", (search_id, words.title, words.body, words.names)
    )
    conn.execute("UPDATE articles SET search_id = ? WHERE id = ?", (search_id, article_id))


def check(conn: sqlite3.Connection) -> Iterator[tuple[int, bool]]:
    """Each article's id, and whether its search row is there and finds it by the end of its title and of its body."""
    cursor = conn.execute("SELECT id, search_id, title, body FROM articles ORDER BY id")
    while rows := cursor.fetchmany(200):
        for row in rows:
            found = row[1] is not None
            for column, text in (("title", row[2]), ("body", row[3][-200:])):
                last = bigrams(text).split()[-3:]
                if found and last:
                    match = f'{column} : "{" ".join(last)}"'
                    found = (
                        conn.execute(
                            "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ? AND rowid = ?", (match, row[1])
                        ).fetchone()
                        is not None
                    )
            yield row[0], found


# Asking


@dataclass(slots=True)
class Query:
    """A question, understood: what must be there, what must not, and the fields."""

    wanted: list[str] = field(default_factory=list)  # FTS5 phrases
    unwanted: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)  # folded, to be marked in the text

    @property
    def match(self) -> str:
        """The FTS5 expression of what must be there, without anything that is not a quoted phrase."""
        return " AND ".join(self.wanted)


def parse(text: str) -> Query:
    """Understands any text: words, "phrases", -exclusions, site: region: topic: source: after: before:."""
    query = Query()
    for minus, name, quoted, word in PART.findall(text[:LONGEST_QUERY].replace("“", '"').replace("”", '"').replace("：", ":")):
        said = quoted or word
        if name:
            query.fields.setdefault(name.lower(), []).append(said)
            continue
        phrase = _phrase(said)
        if phrase:
            (query.unwanted if minus else query.wanted).append(phrase)
            if not minus:
                query.words += RUN.findall(fold_search(said))
    return query


def _phrase(said: str) -> str:
    """One FTS5 phrase for a word or a quoted phrase, or '' where it has no letter."""
    runs = RUN.findall(fold_search(said))
    if not runs:
        return ""
    out: list[str] = []
    for number, run in enumerate(runs):
        if len(run) > 1 and is_han(run):
            out.extend(run[i : i + 2] for i in range(len(run) - 1))
            if number < len(runs) - 1:
                out.append(run[-1])
        else:
            out.append(run)
    lone = len(runs[-1]) == 1 and is_han(runs[-1])
    return f'"{" ".join(out)}"' + (" *" if lone else "")


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found, with a snippet of its original text as HTML in which only <mark> is markup."""

    id: int
    url: str
    site: str
    title: str
    published: str | None
    region: str
    topic: str
    story_id: int
    snippet: str


def find(conn: sqlite3.Connection, text: str, *, limit: int = 20, offset: int = 0, order: str = "newest") -> list[Hit]:
    """Articles that answer a query, newest first or by `relevance`; any text is a query, none is an error."""
    query = parse(text)
    where, values = conditions(query)
    if order == "relevance" and query.wanted:
        sql = (
            "SELECT a.* FROM articles_fts f JOIN articles a ON a.search_id = f.rowid WHERE f.articles_fts MATCH ?"
            f"{''.join(f' AND {one}' for one in where)} ORDER BY bm25(articles_fts, 6.0, 1.0, 3.0) LIMIT ? OFFSET ?"
        )
        rows = conn.execute(sql, (query.match, *values, limit, offset)).fetchall()
    else:
        hits, more = matching(query)
        clause = " AND ".join([*hits, *where]) or "1"
        sql = f"SELECT a.* FROM articles a WHERE {clause} ORDER BY a.published DESC, a.id DESC LIMIT ? OFFSET ?"
        rows = conn.execute(sql, (*more, *values, limit, offset)).fetchall()
    return [_hit(row, query) for row in rows]


def matching(query: Query) -> tuple[list[str], list[object]]:
    """The condition on `articles a` that the words make, with its values."""
    if not query.wanted:
        return [], []
    return (
        ["a.search_id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT ?)"],
        [query.match, NEWEST],
    )


def conditions(query: Query) -> tuple[list[str], list[object]]:
    """Conditions on `articles a` that the fields and exclusions make, with their values."""
    where: list[str] = []
    values: list[object] = []
    for name, said in query.fields.items():
        if name in ("after", "before"):
            where.append(f"a.published {'>=' if name == 'after' else '<'} ?")
            values.append(said[-1])
        elif name == "topic":
            where.append(f"EXISTS (SELECT 1 FROM article_topics t WHERE t.article_id = a.id AND t.topic IN ({_marks(said)}))")
            values += said
        elif name == "region":
            likes = " OR ".join("r.name LIKE ?" for _ in said)
            where.append(f"EXISTS (SELECT 1 FROM article_regions r WHERE r.article_id = a.id AND ({likes}))")
            values += [f"%{one}%" for one in said]
        else:
            where.append(f"a.{name} IN ({_marks(said)})")
            values += said
    if query.unwanted:
        where.append("a.search_id NOT IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)")
        values.append(" OR ".join(query.unwanted))
    return where, values


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _hit(row: sqlite3.Row, query: Query) -> Hit:
    return Hit(
        row["id"], row["url"], row["site"], row["title"], row["published"], row["region"], row["topic"], row["story_id"],
        snippet(row["body"], query.words),
    )  # fmt: skip


def snippet(body: str, words: Sequence[str], length: int = 120) -> str:
    """The stretch of the original text around the first word, escaped, with the words marked."""
    spans = _spans(body, words)
    start = max(0, spans[0][0] - length // 3) if spans else 0
    end = min(len(body), start + length)
    out, at = (["…"] if start else []), start
    for left, right in spans:
        if left >= at and right <= end:
            out += [escape(body[at:left]), "<mark>", escape(body[left:right]), "</mark>"]
            at = right
    out += [escape(body[at:end]), "…" if end < len(body) else ""]
    return "".join(out).replace("\n", " ")


def _spans(body: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand in the original text, whose characters fold one by one but for notes and width."""
    folded: list[str] = []
    origin: list[int] = []
    for position, letter in enumerate(body[:20_000]):
        for one in fold(letter):
            folded.append(one)
            origin.append(position)
    text = "".join(folded)
    spans: list[tuple[int, int]] = []
    for word in {word for word in words if word}:
        at = text.find(word)
        while at >= 0 and len(spans) < 200:
            spans.append((origin[at], origin[at + len(word) - 1] + 1))
            at = text.find(word, at + len(word))
    spans.sort()
    return [span for number, span in enumerate(spans) if not number or span[0] >= spans[number - 1][1]]
