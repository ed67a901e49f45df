"""Answers to queries: which, in which order, how many, where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive import finding
from archive.database import connect
from archive.finding import count_since, distinct, search
from archive.query import parse
from archive.search import rebuild
from bench import recall
from bench.generate import generate
from tests.archive_site import ODD, build, ids


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("finding"))


@pytest.fixture
def conn(archive: Path) -> Iterator[sqlite3.Connection]:
    conn = connect(archive / "news.db")
    yield conn
    conn.close()


def found(conn: sqlite3.Connection, query: str, **options: object) -> list[str]:
    names = {number: name for name, number in ids(Path(conn.execute("PRAGMA database_list").fetchone()[2]).parent).items()}
    return [names[hit.id] for hit in search(conn, query, **options).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "word", ["计量", "計量", "世界计量日", "世界計量日", "加油機", "加油机的检定", "CNAS", "cnas", "17025", "ISO/IEC 17025:2017"]
)
def test_either_script_finds_all_copies(conn: sqlite3.Connection, word: str) -> None:
    assert set(found(conn, word)) == {"1", "2", "3"}


def test_words_exclusions_and_phrases_combine(conn: sqlite3.Connection) -> None:
    assert found(conn, "AI 检测") == ["ai"]
    assert set(found(conn, "计量 -也问得到")) == {"1", "3"}
    assert found(conn, '"计量院开门"') == ["2"]
    assert found(conn, '"开门计量院"') == []


def test_an_exclusion_alone_finds_the_rest(conn: sqlite3.Connection) -> None:
    assert set(found(conn, "-计量")) == {"ai", "4", "hostile"}


def test_fields_narrow(conn: sqlite3.Connection) -> None:
    assert found(conn, "site:mirror 计量") == ["3"]
    assert found(conn, "来源:云州日报") == ["1"]
    assert set(found(conn, "region:上海 after:2026-06-29 before:2026-06-30")) == {"1", "2"}
    assert set(found(conn, "topic:计量")) == {"1", "2", "3"}
    assert "ai" not in found(conn, "after:2026-06-29")
    assert found(conn, "month:2025-01") == []


def test_the_first_of_each_story_and_its_copies_are_asked_for_by_role(conn: sqlite3.Connection) -> None:
    assert found(conn, "关系:首发 计量") == ["1"]
    assert set(found(conn, "计量 role:copy 关系:改动转载")) == {"2", "3"}
    assert set(found(conn, "role:first")) == {"1", "ai", "4", "hostile"}


def test_what_has_no_topic_or_region_is_asked_for_by_what_the_pages_call_it(tmp_path: Path) -> None:
    conn = connect(build(tmp_path) / "news.db")
    numbers = ids(tmp_path)
    conn.execute("UPDATE articles SET topic = '' WHERE id = ?", (numbers["2"],))
    conn.execute("UPDATE articles SET region = '' WHERE id IN (?, ?)", (numbers["3"], numbers["ai"]))
    assert found(conn, "topic:其他") == ["2"]
    assert set(found(conn, "地区:地区不明")) == {"3", "ai", "hostile"}
    assert set(found(conn, "计量 地区:地区不明 地区:上海")) == {"1", "2", "3"}
    conn.close()


def test_the_newest_comes_first_and_what_has_no_date_stands_where_it_came_in(conn: sqlite3.Connection) -> None:
    assert found(conn, "计量") == ["3", "2", "1"]
    assert found(conn, "")[0] == "4"


def test_relevance_puts_the_title_first(conn: sqlite3.Connection) -> None:
    assert found(conn, "开门", order="relevance") == ["2"]
    assert found(conn, "世界计量日", order="relevance")[-1] == "2"  # whose title does not say it


def test_snippets_are_the_original_text_marked(conn: sqlite3.Connection) -> None:
    hit = search(conn, "加油机 site:mirror").hits[0]
    assert "<mark>加油機</mark>" in hit.snippet
    assert "<mark>計量</mark>" in search(conn, "计量 site:mirror").hits[0].title_html
    assert hit.copies == 2


def test_nothing_but_marks_is_markup(conn: sqlite3.Connection) -> None:
    hit = search(conn, "检验 site:mirror").hits[0]
    for html in (hit.title_html, hit.snippet):
        assert "<" not in html.replace("<mark>", "").replace("</mark>", "")


def test_counts_and_facets_are_of_all_hits(conn: sqlite3.Connection) -> None:
    results = search(conn, "计量", limit=1, facets=True)
    assert (len(results.hits), results.total, results.capped) == (1, 3, False)
    assert dict(results.facets["site"]) == {"cloud": 1, "peak": 1, "mirror": 1}
    assert dict(results.facets["region"]) == {"上海市": 3}
    assert dict(results.facets["source"]) == {"云州日报": 1}
    assert dict(results.facets["month"]) == {"2026-06": 3}


def test_months_are_listed_newest_first_however_many_each_has(tmp_path: Path) -> None:
    conn = connect(generate(tmp_path, 60))
    conn.execute("UPDATE articles SET published = printf('%04d-%02d-01', 2024 + (id > 50), 1 + id % 12)")
    months = [month for month, _ in search(conn, "", facets=True).facets["month"]]
    assert len(months) > 12
    assert months == sorted(months, reverse=True)
    conn.close()


def test_pages_follow_each_other(conn: sqlite3.Connection) -> None:
    pages = [found(conn, "计量", limit=1, offset=number)[0] for number in range(3)]
    assert pages == found(conn, "计量")


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("order", ["newest", "relevance"])
def test_no_odd_input_is_an_error(conn: sqlite3.Connection, text: str, order: str) -> None:
    search(conn, text, facets=True, order=order)
    count_since(conn, parse(text), 0)


def test_what_is_new_is_counted_from_an_article_on(conn: sqlite3.Connection) -> None:
    everything = ids(Path(conn.execute("PRAGMA database_list").fetchone()[2]).parent)
    assert count_since(conn, parse("计量"), 0) == 3
    assert count_since(conn, parse("计量"), everything["1"]) == 2
    assert count_since(conn, parse("-计量"), everything["3"]) == 3
    assert count_since(conn, parse("计量"), 10_000) == 0


def test_different_values_are_leapt_through(conn: sqlite3.Connection) -> None:
    assert distinct(conn, "articles", "site") == ["cloud", "mirror", "peak"]


def test_a_character_that_most_articles_have_is_found_by_reading_them_as_by_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    conn = connect(generate(tmp_path, 500))
    rebuild(conn)  # with the names of institutions, which the generator invents beside the texts
    letters = ("检", "檢", "量", "院", "省", "region:上海市 检")
    read = {letter: finding.found(conn, parse(letter), 1000) for letter in letters}
    assert [letter for letter in letters if finding._common(conn, parse(letter))][:2] == ["检", "檢"]
    monkeypatch.setattr(finding, "_common", lambda *_: None)
    for letter in letters:
        assert read[letter] == finding.found(conn, parse(letter), 1000), letter
    conn.close()


def test_every_word_of_a_generated_archive_is_found_in_either_script(tmp_path: Path) -> None:
    conn = connect(generate(tmp_path, 300))
    texts = recall.originals(conn)
    recall.put_into_traditional(conn)
    assert recall.compare(conn, texts) == 0
    conn.close()
