"""Text folded for comparing and finding: one script, one width, no pinyin notes. What is stored keeps its own form."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import opencc

from archive.pinyin import strip_notes

NOT_WORD = re.compile(r"[^\w]+|_+")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("tw2s")  # t2s leaves 有著 as it is


def to_simplified(text: str) -> str:
    """Traditional characters as simplified ones; simplified text stays as it is."""
    converted: str = _converter().convert(text)
    return converted


def fold_search(text: str) -> str:
    """Simplified, half width, lower case, without pinyin notes; whatever is no letter or digit is one space."""
    plain, _ = strip_notes(unicodedata.normalize("NFKC", text))
    return NOT_WORD.sub(" ", to_simplified(plain).lower()).strip()


def fold(text: str) -> str:
    """As `fold_search`, without the spaces: two texts that read the same are equal."""
    return fold_search(text).replace(" ", "")
