"""The list that search pages, feeds and exports share: what a request asks for, and the rows that answer it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive import finding
from archive.finding import DEEPEST, FACETS, Results, search
from archive.query import Query, parse
from archive.serving.feeds import ENTRIES, Entry
from archive.serving.wording import FIELDS

PAGE = 20  # hits of a page
BATCH = 200  # rows of an export that are in memory at a time
CHOSEN = 20  # values of one facet that a request may choose
COLUMNS = {
    "published": "发布时间", "title": "标题", "site": "站点", "source": "来源", "original_source": "原载", "author": "作者",
    "editor": "编辑", "region": "地区", "topic": "主题", "copies": "转载篇数", "characters": "字数", "url": "地址",
    "id": "存档编号", "story_id": "稿件编号", "first_seen": "入档时间", "body": "正文",
}  # fmt: skip
KEPT = (*FACETS, "after", "before", "role")


@dataclass(slots=True)
class Asked:
    """What a request asks for: the words typed, the facets chosen beside them, order and page."""

    words: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    order: str = "newest"
    page: int = 1

    @property
    def query(self) -> Query:
        """Words and facets as one query."""
        return parse(self.words, self.chosen)

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of an address that asks the same, without the page."""
        order = {"order": self.order} if self.order != "newest" else {}
        return {"q": self.words or None, **self.chosen, **order}

    def title(self, sites: Mapping[str, str]) -> str:
        """What the list is called, with the names of sites: 计量 · 地区：上海市; '' for all there is."""
        called = {**self.chosen, "site": [sites.get(one, one) for one in self.chosen.get("site", ())]}
        parts = [self.words, *(f"{FIELDS[name]}：{'、'.join(called[name])}" for name in self.chosen)]
        return " · ".join(part for part in parts if part)


def asked(values: Mapping[str, Sequence[str]]) -> Asked:
    """Understands a request's parameters; whatever is wrong in them is as if it were not there."""

    def one(name: str) -> str:
        return next(iter(values.get(name, ())), "")

    chosen = {name: [value for value in values.get(name, ())[:CHOSEN] if value] for name in KEPT}
    page = one("page")
    return Asked(
        one("q").strip()[:500],
        {name: said for name, said in chosen.items() if said},
        "relevance" if one("order") == "relevance" else "newest",
        min(max(int(page[:9]), 1), DEEPEST // PAGE) if page.isascii() and page.isdigit() else 1,
    )


def find(conn: sqlite3.Connection, what: Asked) -> Results:
    """The hits of one page, with facets. A page behind the last becomes the last, in `what` too."""
    results = search(conn, what.query, limit=PAGE, offset=(what.page - 1) * PAGE, order=what.order, facets=True)
    if what.page > pages_of(results):
        what.page = pages_of(results)
        return find(conn, what)
    return results


def pages_of(results: Results) -> int:
    """How many pages the hits fill; one where there are none."""
    return max(1, -(-results.total // PAGE))


def newest(conn: sqlite3.Connection, query: Query, base: str) -> list[Entry]:
    """The newest articles as entries of a feed; `base` is the address of this server."""
    rows = _full(conn, finding.newest(conn, query, ENTRIES))
    return [
        Entry(
            id=row["url"], title=row["title"], updated=row["published"] or row["first_seen"], link=f"{base}/article/{row['id']}",
            text=row["body"][:20_000], author=row["author"] or row["source"] or "", via=row["url"],
            categories=(row["region"], row["topic"]),
        )
        for row in rows
    ]  # fmt: skip


def ids_of(conn: sqlite3.Connection, query: Query) -> list[int]:
    """The rows of an export by their search ids, newest first; at most DEEPEST."""
    return finding.newest(conn, query, DEEPEST)


def batch(conn: sqlite3.Connection, ids: Sequence[int]) -> list[list[Any]]:
    """Rows of an export, in the order of COLUMNS."""
    return [[row[name] for name in COLUMNS] for row in _full(conn, ids)]


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """The ids in pieces of BATCH."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _full(conn: sqlite3.Connection, ids: Sequence[int]) -> list[sqlite3.Row]:
    sql = (
        "SELECT a.*, coalesce(s.copies, 0) AS copies FROM articles a LEFT JOIN stories s ON s.id = a.story_id"
        f" WHERE a.search_id IN ({','.join('?' * len(ids))})"
    )
    rows = {row["search_id"]: row for row in conn.execute(sql, ids)}
    return [rows[one] for one in ids if one in rows]
