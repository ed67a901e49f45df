"""Text as labels are looked up in it: simplified, half width, lower case, and as long as the text it was made from."""

from __future__ import annotations

from functools import lru_cache

from archive import folding
from archive.folding import TEXTS, characters_of, replaced, to_simplified

HAN = "\u4e00-\u9fff"  # within [] of a pattern: the characters that names are made of
LONGEST = 20_000  # characters of a body that are labelled; what is longer repeats its subject

# Punctuation stays as it is: it ends sentences and sets names apart.
_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum() or chr(code) in "%.-+/"}
_WIDTH |= {0x3000: " ", 0xA0: " ", ord("•"): "·", ord("・"): "·", ord("\uff0e"): "."}
_WIDE = frozenset(map(chr, _WIDTH))


def plain(text: str) -> str:
    """The text, at most LONGEST of it, each character folded to one: positions in it are positions in the original. Remembered."""
    return _plain(text[:LONGEST])


@lru_cache(maxsize=TEXTS)
def _plain(text: str) -> str:
    folded = to_simplified(text)
    if len(folded) != len(text):  # a phrase became longer or shorter: character by character instead
        folded = "".join(one if len(one := to_simplified(each)) == 1 else each for each in text)
    folded = replaced(folded, characters_of(folded) & _WIDE, _WIDTH)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else folded


def forget() -> None:
    """Remembers nothing any more, like a new process: for measurements."""
    _plain.cache_clear()
    folding.forget()
