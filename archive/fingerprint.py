"""When two texts are the same: an exact digest, a sketch that finds candidates, and the comparison that decides.

The sketch is a FracMinHash: every shingle whose hash falls in one of SCALE parts. Unlike bands over a fixed number of minima it finds an
excerpt of half the text, or two texts joined, as surely as a copy. Pure; where sketches are kept is `stories`' affair.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from zlib import crc32

from archive.folding import fold

VERSION = 1  # of everything below that changes a sketch; another version is computed anew
SHINGLE = 5  # characters
SCALE = 32  # one shingle in so many is kept
FEWEST = 6  # but of a short text at least so many, the smallest
SEED = 0x6A78

SHORT = 120  # folded characters; below, the body alone does not decide
COPY = 0.55  # Jaccard of shingles from which two texts may be copies
CONTAINED = 0.75  # share of the shorter text's shingles that the longer one has
SMALLER = 0.72  # of the longer one's length: a shorter text that is contained is an excerpt
FACTS_AGREE = 0.6  # share of numbers that copies have in common

SENTENCE = re.compile(r"[。!?!?;;\n]+")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|\D?年度|世界|全国|$)")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to find its copies: 16 bytes of digest, 32-bit sketch hashes, the folded length."""

    digest: bytes
    sketch: tuple[int, ...]
    length: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text prepared for comparing."""

    title: str  # folded
    body: str  # folded
    sentences: tuple[str, ...]  # folded
    shingles: frozenset[str]
    published: str  # the day, or ''


@dataclass(frozen=True, slots=True)
class Kinship:
    """What one text is to another. `kind`: copy, edited or contained (the shorter in the longer)."""

    kind: str
    similarity: float  # Jaccard of shingles; of a contained text the share that is contained


def fingerprint(title: str, body: str) -> Fingerprint:
    """The fingerprint of an article. The title counts only where the body says next to nothing."""
    folded = fold(body)
    text = folded if len(folded) >= SHINGLE else fold(title) + folded
    return Fingerprint(hashlib.blake2b(text.encode(), digest_size=16).digest(), sketch(text), len(folded))


def sketch(folded: str) -> tuple[int, ...]:
    """The kept hashes, ascending."""
    data = folded.encode("utf-32-le")
    width = 4 * SHINGLE
    hashes = {_mixed(crc32(data[i : i + width], SEED)) for i in range(0, max(4, len(data) - width + 4), 4)}
    limit = (1 << 32) // SCALE
    kept = sorted(value for value in hashes if value < limit)
    return tuple(kept) if len(kept) >= FEWEST else tuple(sorted(hashes)[:FEWEST])


def _mixed(value: int) -> int:
    """CRC32 is linear; its order must not be."""
    value = ((value ^ (value >> 16)) * 0x45D9F3B) & 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * 0x45D9F3B) & 0xFFFFFFFF
    return value ^ (value >> 16)


def prepare(title: str, body: str, published: str | None) -> Text:
    """Folds and shingles a text once for any number of comparisons."""
    folded = fold(body)
    sentences = tuple(part for part in map(fold, SENTENCE.split(body)) if part)
    shingles = frozenset(folded[i : i + SHINGLE] for i in range(max(1, len(folded) - SHINGLE + 1)))
    return Text(fold(title), folded, sentences, shingles, (published or "")[:10])


def kinship(one: Text, other: Text) -> Kinship | None:
    """What two texts are to each other, the same in either order; None for different articles, however alike."""
    if one.body == other.body:
        same = len(one.body) >= SHORT or _same_notice(one, other)
        return Kinship("copy", 1.0) if same and one.body else None
    shorter, longer = (one, other) if len(one.body) <= len(other.body) else (other, one)
    common = len(one.shingles & other.shingles)
    jaccard = common / (len(one.shingles) + len(other.shingles) - common)
    contained = common / len(shorter.shingles)
    if len(shorter.body) < SHORT and not _same_notice(one, other):
        return None
    if jaccard < COPY and contained < CONTAINED:
        return None
    if not _facts_agree(shorter, longer):
        return None
    if contained >= CONTAINED and len(shorter.body) < SMALLER * len(longer.body):
        return Kinship("contained", contained)
    if jaccard < COPY:
        return None
    return Kinship("copy" if jaccard >= 0.9 else "edited", jaccard)


def titles_alike(one: str, other: str) -> float:
    """Jaccard of the bigrams of two folded titles; 1.0 where one contains the other."""
    if not one or not other:
        return 0.0
    if one in other or other in one:
        return 1.0
    a, b = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _same_notice(one: Text, other: Text) -> bool:
    """Whether two short texts are one notice: title and day decide with the body."""
    near = not one.published or not other.published or one.published == other.published
    return titles_alike(one.title, other.title) >= 0.6 and near


def _facts_agree(shorter: Text, longer: Text) -> bool:
    """Whether the texts differ as copies do (sentences dropped, added, a letter misread), not as two uses of one template."""
    if _years(shorter) and _years(longer) and not _years(shorter) & _years(longer):
        return False
    left = Counter(shorter.sentences) - Counter(longer.sentences)
    right = Counter(longer.sentences) - Counter(shorter.sentences)
    same = sum((Counter(shorter.sentences) & Counter(longer.sentences)).values())
    facts = rewritten = 0
    rest = list(right)
    for sentence in left:
        twin = _twin(sentence, rest)
        if twin is None:
            continue
        rest.remove(twin)
        rewritten += 1
        facts += _other_fact(sentence, twin)
    if not facts:
        return True
    # a template changes its facts wherever it has any; an edit changes one or two of many
    return facts <= max(1, 0.15 * (same + rewritten))


def _years(text: Text) -> set[str]:
    return set(YEAR.findall(text.title))


def _twin(sentence: str, others: list[str]) -> str | None:
    """The other sentence that says this one with other words in some places."""
    best, score = None, 0.6
    grams = {sentence[i : i + 2] for i in range(len(sentence) - 1)}
    for other in others:
        if not 0.6 < (len(other) + 1) / (len(sentence) + 1) < 1.7:
            continue
        more = {other[i : i + 2] for i in range(len(other) - 1)}
        alike = 2 * len(grams & more) / (len(grams) + len(more) or 1)
        if alike > score:
            best, score = other, alike
    return best


def _other_fact(one: str, other: str) -> bool:
    """Whether two twin sentences state another number or another name: a slot of a template, not a slip of a scanner."""
    numbers, more = Counter(NUMBER.findall(one)), Counter(NUMBER.findall(other))
    if numbers != more and sum((numbers & more).values()) < FACTS_AGREE * max(sum(numbers.values()), sum(more.values())):
        return True
    if len(one) > 400 or len(other) > 400:
        return False
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "replace" and min(j - i, m - k) >= 2:
            return True
    return False
