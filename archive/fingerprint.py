"""A text as numbers by which near-copies find each other: computed once, in worker processes. Whether two texts are one is `likeness`'s."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from dataclasses import dataclass
from operator import eq

from rensa import RMinHash

from archive.folding import fold_search

VERSION = 1  # of the parameters below; another number means that every fingerprint must be computed again
SHINGLE = 5  # characters
PERMUTATIONS = 64
BANDS, ROWS = 7, 5  # of the signature; find texts that are alike as wholes, also when every clause has a wrong character
ANCHORS = 10  # clauses; find excerpts and joined pages, whose signatures differ
CLAUSE = 6  # characters of the shortest clause that says something
SEED = 20250520
SHORT = 120  # characters below which a text alone proves nothing
PARAMETERS = json.dumps(
    {
        "algorithm": f"rensa R-MinHash {RMinHash.ALGORITHM_VERSION}", "shingle": SHINGLE, "permutations": PERMUTATIONS,
        "bands": BANDS, "rows": ROWS, "anchors": ANCHORS, "clause": CLAUSE, "seed": SEED,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What the archive keeps of a text to find its copies."""

    digest: int  # signed 64 bits of SHA-256 of the folded body: equal texts
    length: int  # characters of the folded body
    minhash: bytes  # the lowest byte of each of the 64 minima
    hashes: tuple[int, ...]  # signed 32 bits each: bands, anchors and, of a short text, its title


def fingerprint(title: str, body: str) -> Fingerprint:
    """The fingerprint of a text in any script, with or without pinyin notes."""
    clauses = fold_search(body).split()
    folded = "".join(clauses)
    minima = RMinHash.digests_from_token_sets([_shingle_list(folded)], PERMUTATIONS, SEED)[0]
    hashes = {*_bands(minima), *_anchors(clauses)} if folded else set()
    if len(folded) < SHORT and title:
        hashes.add(_entry(zlib.crc32(f"title {fold_search(title)}".encode())))
    return Fingerprint(
        digest=digest(folded),
        length=len(folded),
        minhash=bytes(value & 255 for value in minima),
        hashes=tuple(sorted(hashes)),
    )


def digest(folded: str) -> int:
    """Signed 64 bits that stand for a folded body."""
    return int.from_bytes(hashlib.sha256(folded.encode()).digest()[:8], "big", signed=True)


def shingles(folded: str) -> frozenset[str]:
    """The runs of five characters of a folded body; a shorter body is its own only one."""
    return frozenset(_shingle_list(folded))


def estimate(one: bytes, other: bytes) -> float:
    """Estimated Jaccard similarity of two texts from their `minhash`; the standard error is at most 0.063."""
    same = sum(map(eq, one, other)) / PERMUTATIONS
    return max(0.0, (same - 1 / 256) / (1 - 1 / 256))


def _shingle_list(folded: str) -> list[str]:
    return [folded[i : i + SHINGLE] for i in range(max(1, len(folded) - SHINGLE + 1))]


def _bands(minima: list[int]) -> list[int]:
    rows = [minima[start : start + ROWS] for start in range(0, BANDS * ROWS, ROWS)]
    return [_entry(zlib.crc32(struct.pack(f"<B{ROWS}I", number, *row))) for number, row in enumerate(rows)]


def _anchors(clauses: list[str]) -> list[int]:
    """The clauses with the smallest hashes: an excerpt has the same ones, as far as it has them at all."""
    found = {zlib.crc32(clause.encode(), SEED) for clause in clauses if len(clause) >= CLAUSE}
    return [_entry(value) for value in sorted(found)[:ANCHORS]]


def _entry(value: int) -> int:
    """Spreads a hash over all signed 32-bit numbers, since the smallest ones lie together."""
    return (value * 0x9E3779B1 & 0xFFFFFFFF) - 0x80000000
