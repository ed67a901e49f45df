"""Marks in the original text, and snippets of it."""

from __future__ import annotations

from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from archive.marking import marked, snippet, spans


def words(text: str, *said: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, said)]


def test_a_simplified_word_is_marked_in_traditional_text() -> None:
    assert words("檢驗檢測機構", "检测") == ["檢測"]


def test_full_width_and_case_are_marked_as_written() -> None:
    assert words("ＩＳＯ与Iso", "iso") == ["ＩＳＯ", "Iso"]


def test_latin_words_and_numbers_are_marked_only_whole() -> None:
    assert words("ISO ISOLATE 17025 170256", "iso", "17025") == ["ISO", "17025"]


def test_the_longest_word_wins() -> None:
    assert words("检验检测", "检验", "检验检测") == ["检验检测"]


def test_a_snippet_is_where_most_words_stand() -> None:
    body = "无关的话。" * 60 + "计量和认证都在这里。" + "别的话。" * 60
    made = snippet(body, ["计量", "认证"])
    assert made.startswith("…")
    assert made.endswith("…")
    assert made.count("<mark>") == 2


def test_without_marks_a_snippet_is_the_beginning() -> None:
    assert snippet("短文。", ["没有"]) == "短文。"


@given(st.text(max_size=200), st.lists(st.text(st.sampled_from("计量a<&1"), max_size=3), max_size=4))
def test_only_mark_is_markup_and_the_text_is_whole(text: str, said: list[str]) -> None:
    html = marked(text, spans(text, said))
    plain = html.replace("<mark>", "").replace("</mark>", "")
    assert "<" not in plain
    assert unescape(plain) == unescape(escape(text))
