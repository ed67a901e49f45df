"""Text folded for comparing and finding: one script, one width, no pinyin notes. What is stored keeps its own form."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Set
from functools import cache, lru_cache

import opencc

from archive.pinyin import TONED, strip_notes

_TONES = frozenset(TONED)
_FEW = 64  # characters to replace, up to which a pass over the text for each is faster than one that looks at every character

# What is worked out of a text is remembered for the next who asks: of a batch of articles, title and body, but of no text beyond measure.
TEXTS, REMEMBERED = 160, 20_000


class _Characters(dict[int, str]):
    """What each character folds to by itself, worked out when it is first met: half width, lower case, a space for no word."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = "".join(one if one.isalnum() or unicodedata.category(one).startswith("M") else " " for one in folded)
        if self[code] == chr(code):
            _kept.add(chr(code))
        return self[code]


_kept: set[str] = set()  # characters that were met and fold to themselves
_characters = _Characters()


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("tw2s")  # t2s leaves 有著 as it is


@cache
def _traditional() -> frozenset[str]:
    """Characters that only traditional text has; text without any need not be converted."""
    alone = [chr(code) for code in (*range(0x3400, 0x9FFF), *range(0xF900, 0xFAFF))]
    converted = _converted("\n".join(alone)).split("\n")
    simplified = set(converted)  # 么 stands for itself, and for a part of 麼
    changed = {one for one, other in zip(alone, converted, strict=True) if one != other and one not in simplified}
    return frozenset(changed | {"著"})  # which changes only among others: 有著


def characters_of(text: str) -> frozenset[str]:
    """The different characters of a text, remembered: it is looked at from several sides, and its set is what costs."""
    return _characters_of(text) if len(text) <= REMEMBERED else frozenset(text)


_characters_of = lru_cache(maxsize=TEXTS)(frozenset[str])


@cache
def variants(letter: str) -> tuple[str, ...]:
    """A simplified character and the traditional ones that are written for it: 检, 檢."""
    alone = sorted(_traditional())
    return letter, *(one for one, other in zip(alone, _converted("\n".join(alone)).split("\n"), strict=True) if other == letter)


def to_simplified(text: str) -> str:
    """Traditional characters as simplified ones; simplified text stays as it is."""
    return _converted(text) if not characters_of(text).isdisjoint(_traditional()) else text


def _converted(text: str) -> str:
    simplified: str = _converter().convert(text)
    return simplified


def replaced(text: str, characters: Set[str], meaning: Mapping[int, str]) -> str:
    """The text with each of these characters replaced by what it means; as `translate`, where no replacement has another meaning."""
    if len(characters) > _FEW:
        return text.translate(meaning)
    for one in characters:
        text = text.replace(one, meaning[ord(one)])
    return text


def fold_search(text: str) -> str:
    """Simplified, half width, lower case, without pinyin notes; whatever is no letter or digit is one space. Remembered."""
    return _remembered(text) if len(text) <= REMEMBERED else _folded(text)


def _folded(text: str) -> str:
    characters = characters_of(text)
    if not characters.isdisjoint(_TONES) or not unicodedata.is_normalized("NFC", text):
        text, _ = strip_notes(unicodedata.normalize("NFKC", text))
        characters = characters_of(text)
    if not characters.isdisjoint(_traditional()):
        text = _converted(text)
        characters = characters_of(text)
    changing = {one for one in characters - _kept if _characters[ord(one)] != one}
    return " ".join(replaced(text, changing, _characters).split())


_remembered = lru_cache(maxsize=TEXTS)(_folded)


def forget() -> None:
    """Remembers nothing any more, like a new process: for measurements."""
    _remembered.cache_clear()
    _characters_of.cache_clear()


def readings(text: str) -> list[str]:
    """What a few words may be folded to: as they stand, and as traditional ones, which 瞭解 is without a character that tells."""
    return list(dict.fromkeys((fold_search(text), fold_search(_converted(text)))))


def fold(text: str) -> str:
    """As `fold_search`, without the spaces: two texts that read the same are equal."""
    return fold_search(text).replace(" ", "")


def script_of(text: str) -> str:
    """Hant where at least one Chinese character in a hundred is one that only traditional text has, else Hans."""
    traditional = _traditional()
    count = sum(map(text.count, characters_of(text) & traditional))
    return "Hant" if count > 1 and count * 100 >= len(text) else "Hans"
