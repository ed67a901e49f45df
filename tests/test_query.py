"""The query language: what is understood, and that nothing is an error."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.query import FIELDS, day, escape_fts, fts_phrase, parse
from archive.search import bigrams
from tests.archive_site import ODD


@pytest.fixture(scope="module")
def fts() -> sqlite3.Connection:
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE t USING fts5(body, title, names, content='', tokenize='ascii')")
    conn.execute(
        "INSERT INTO t(rowid, title, body, names) VALUES (1, '', ?, '')", (bigrams("检验检测机构资质认定 ISO/IEC 17025"),)
    )
    return conn


def finds(conn: sqlite3.Connection, text: str) -> bool:
    return bool(conn.execute("SELECT 1 FROM t WHERE t MATCH ?", (escape_fts(text),)).fetchall())


def test_words_are_both_wanted_and_phrases_stand_together() -> None:
    query = parse('AI 检测 "开放日活动"')
    assert query.wanted == ['"ai"', '"检测"', '"开放 放日 日活 活动"']
    assert query.match == '"ai" AND "检测" AND "开放 放日 日活 活动"'


def test_a_minus_excludes_also_a_phrase_and_full_width() -> None:
    assert parse("计量 -地震 －“核酸检测”").match == '("计量") NOT ("地震" OR "核酸 酸检 检测")'


def test_both_scripts_give_the_same_query() -> None:
    assert parse("檢驗檢測 計量").wanted == parse("检验检测 计量").wanted


def test_fields_have_english_and_chinese_names() -> None:
    query = parse("site:cloud 地区：上海 TOPIC:计量 来源:新民晚报 起:2025年5月 止:2025-07-01 month:2025.6")
    assert query.fields == {
        "site": ["cloud"], "region": ["上海"], "topic": ["计量"], "source": ["新民晚报"], "after": ["2025-05-01"], "before": ["2025-07-01"],
        "month": ["2025-06"],
    }  # fmt: skip
    assert not query.wanted


def test_a_role_is_said_in_either_language_and_any_other_is_told() -> None:
    assert parse('关系:首发 role:Copy role:"edited copy"').fields == {"role": ["first", "copy", "edited copy"]}
    assert parse("关系:叔侄").ignored == ["role:叔侄"]


def test_a_date_that_is_none_is_told_and_not_used() -> None:
    query = parse("after:2025-13 计量")
    assert query.ignored == ["after:2025-13"]
    assert not query.fields
    assert query.wanted == ['"计量"']


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2025", "2025-01-01"),
        ("2025-5", "2025-05-01"),
        ("2025年5月3日", "2025-05-03"),
        ("2025/05/30", "2025-05-30"),
        ("2025-02-30", None),
        ("五月", None),
    ],
)
def test_days_months_and_years_are_dates(said: str, meant: str | None) -> None:
    assert day(said) == meant


def test_one_character_is_the_beginning_of_a_term(fts: sqlite3.Connection) -> None:
    assert fts_phrase("检") == '"检" *'
    assert finds(fts, "检")
    assert finds(fts, "定")  # the last character begins no pair
    assert not finds(fts, "量")


def test_latin_and_digits_are_whole_words_without_case(fts: sqlite3.Connection) -> None:
    assert finds(fts, "iso")
    assert finds(fts, "ＩＳＯ 17025")
    assert not finds(fts, "702")
    assert not finds(fts, "is")


def test_exclusions_alone_find_nothing_in_a_search_box(fts: sqlite3.Connection) -> None:
    assert escape_fts("-计量") == '""'
    assert not finds(fts, "-计量")


@pytest.mark.parametrize("text", ODD)
def test_no_odd_input_is_an_error(fts: sqlite3.Connection, text: str) -> None:
    finds(fts, text)
    exclusion = parse(text).exclusion
    if exclusion:
        fts.execute("SELECT 1 FROM t WHERE t MATCH ?", (exclusion,)).fetchall()


@given(
    st.text(st.characters(codec="utf-8"), max_size=60)
    | st.lists(st.sampled_from(['"', "-", "计", "量", "a", "1", ":", *FIELDS, " ", "*"])).map("".join)
)
def test_any_text_is_a_query(text: str) -> None:
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE t USING fts5(body, content='', tokenize='ascii')")
    conn.execute("SELECT 1 FROM t WHERE t MATCH ?", (escape_fts(text),)).fetchall()
    conn.close()


def test_a_traditional_word_without_a_telling_character_is_asked_for_in_both_readings() -> None:
    assert parse("瞭解").match == '("瞭解" OR "了解")'
    assert parse("了解").match == '"了解"'
    assert parse("瞭解").words == ["瞭解", "了解"]
