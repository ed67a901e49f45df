"""Folding: what reads the same is equal, and nothing else is."""

from __future__ import annotations

import unicodedata

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.folding import fold, fold_search, script_of, to_simplified

CHINESE = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("检验检测", "检验检测"),
        ("檢驗檢測", "检验检测"),
        ("機(jī)構(gòu)檢驗", "机构检验"),
        ("機（jī）構（gòu）", "机构"),
        ("ＣＭＡ　１２３", "cma123"),
        ("CMA, 57.6%!", "cma576"),
        ("有著重要作用", "有着重要作用"),
        ("什麼", "什么"),
        ("什么", "什么"),
        ("乾隆年間", "乾隆年间"),
        ("“计量”——《办法》", "计量办法"),
        ("㎡ ℃", "m2c"),
        ("", ""),
    ],
)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_keep_their_boundaries_for_search() -> None:
    assert fold_search("  检验，检测\n\nISO 17025:2017 ") == "检验 检测 iso 17025 2017"


def test_a_word_in_parentheses_is_no_pinyin_note() -> None:
    assert fold("资质(CMA)认定(ai)") == "资质cma认定ai"


def test_a_mirror_in_traditional_characters_folds_as_its_original() -> None:
    original = "全市检验检测机构对外出具报告八百万份,产业规模持续扩大,重点实验室里里外外都在为标准忙碌,干部群众干劲十足。"
    assert fold(opencc.OpenCC("s2tw").convert(original)) == fold(original)
    assert fold(opencc.OpenCC("s2t").convert(original)) == fold(original)


def test_simplified_text_is_not_touched() -> None:
    text = "什么著名的里程碑,于是征求意见,发展计量,干净整洁"
    assert to_simplified(text) == text


def test_the_script_of_a_text_is_told() -> None:
    assert script_of("檢驗檢測機構資質認定") == "Hant"
    assert script_of("检验检测机构资质认定") == "Hans"
    assert script_of("检验检测机构资质认定管理办法规定，机构应当" * 20 + "於") == "Hans"
    assert script_of("") == "Hans"


@given(CHINESE)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(max_size=80))
def test_folded_text_has_neither_spaces_nor_punctuation(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.category(one)[0] in "PSZ" for one in folded)


@given(st.text(max_size=80))
def test_fold_is_fold_search_without_spaces(text: str) -> None:
    assert fold(text) == fold_search(text).replace(" ", "")
    assert fold_search(text) == " ".join(fold_search(text).split())
