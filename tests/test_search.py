"""The index: what its terms are, that every word is found, that it can be checked and rebuilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import search
from archive.database import connect
from archive.query import escape_fts
from archive.search import bigrams, check, rebuild, terms
from tests.archive_site import build


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    conn = connect(build(tmp_path) / "news.db")
    yield conn
    conn.close()


def test_han_becomes_pairs_and_the_rest_stays_whole() -> None:
    assert bigrams("检测认证") == "检测 测认 认证 证"
    assert bigrams("依据ISO17025，AI检测") == "依据 iso 17025 ai 检测 据 测"
    assert bigrams("檢測") == bigrams("检测") == "检测 测"


def test_institution_names_are_indexed_only_where_the_text_does_not_spell_them_out() -> None:
    made = terms("计量院", "通过CNAS评审", ["中国合格评定国家认可委员会", "CNAS"])
    assert "合格" in made.names
    assert "cnas" not in made.names.split()


def test_an_institution_is_found_by_its_full_name(conn: sqlite3.Connection) -> None:
    found = conn.execute(
        "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?", (escape_fts("国家认可委员会"),)
    ).fetchone()[0]
    assert found


def test_bare_sqlite_finds_as_the_module_says(conn: sqlite3.Connection) -> None:
    sql = "SELECT title FROM articles WHERE search_id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH '\"计量\"') ORDER BY search_id DESC"
    titles = [title for (title,) in conn.execute(sql)]
    assert "雲州舉辦世界計量日開放活動" in titles
    assert "云州举办世界计量日开放活动" in titles


def test_an_article_indexed_again_counts_once(conn: sqlite3.Connection) -> None:
    search.index(conn, {1: terms("标准物质", "只有标准物质四个字")})
    match = (
        "SELECT count(*) FROM articles a JOIN articles_fts f ON f.rowid = a.search_id WHERE f.articles_fts MATCH ? AND a.id = 1"
    )
    assert conn.execute(match, (escape_fts("标准物质"),)).fetchone()[0] == 1
    assert conn.execute(match, (escape_fts("加油机"),)).fetchone()[0] == 0


def test_an_article_without_its_row_is_told_by_the_check(conn: sqlite3.Connection) -> None:
    assert all(found for _, found in check(conn))
    conn.execute("UPDATE articles SET search_id = NULL WHERE id = 1")
    assert [number for number, found in check(conn) if not found] == [1]


def test_rebuilding_makes_every_article_found_again(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE articles SET search_id = NULL WHERE id = 1")
    total = conn.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert rebuild(conn) == total
    assert all(found for _, found in check(conn))
    assert conn.execute("SELECT count(*) FROM articles_fts_docsize").fetchone()[0] == total


@pytest.mark.parametrize("word", ["1" * 70_000, "Q2hpbmE" * 9000, "ö" * 40_000, "1" * 65, "b" * 199, "b" * 200, "b" * 201])
@pytest.mark.parametrize("body", ["{}", "计量院发布公告 {}", "{} 计量院发布公告", "计量{}计量"])
def test_a_word_without_end_is_found_by_its_beginning(conn: sqlite3.Connection, word: str, body: str) -> None:
    text = body.format(word)
    conn.execute("UPDATE articles SET body = ? WHERE id = 1", (text,))
    search.index(conn, {1: terms("标题", text)})
    conn.execute("UPDATE articles SET title = '标题' WHERE id = 1")
    assert all(found for _, found in check(conn))
    sql = "SELECT 1 FROM articles_fts f JOIN articles a ON a.search_id = f.rowid WHERE articles_fts MATCH ? AND a.id = 1"
    assert conn.execute(sql, (escape_fts(word[:450]),)).fetchone()
    search.index(conn, {1: terms("标题", "别的文章")})
    assert [number for number, found in check(conn) if not found] == [1]


HAN = st.text(st.sampled_from("检验测计量认证标准机构質檢標準AIiso1702"), min_size=2, max_size=40)


@given(HAN, st.data())
def test_any_stretch_of_han_is_found(text: str, data: st.DataObject) -> None:
    runs = [run for run in search.RUN.findall(search.fold_search(text)) if search.IS_HAN.match(run)]
    if not runs:
        return
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 1))
    word = run[start : data.draw(st.integers(start + 1, len(run)))]
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='ascii')")
    conn.execute("INSERT INTO t(rowid, body) VALUES (1, ?)", (bigrams(text),))
    assert conn.execute("SELECT 1 FROM t WHERE t MATCH ?", (escape_fts(word),)).fetchone()
    conn.close()
