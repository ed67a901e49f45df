"""A text as numbers by which copies find each other, computed once, in worker processes. Whether two are one, `likeness` says."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from rensa import RMinHash

from archive.folding import fold_search

VERSION = 1  # of the parameters below; another number means that every fingerprint must be computed again
SHINGLE = 5  # characters
PERMUTATIONS = 256  # of which one bit each is kept: as exact as 64 whole bytes in half the room, and compared in one step
BANDS, ROWS = 7, 5  # of the signature; find texts that are alike as wholes, also when every clause has a wrong character
# Pairs of neighbouring clauses find excerpts and joined pages, whose signatures differ: those with the smallest hashes of all numbers, so
# that a long text has as large a share of its pairs here as a short one, and the ten smallest in any case.
ANCHORS, SHARE, MOST = 10, 3, 100
PAIR = 10  # characters of the shortest such pair that says something; single clauses are too often phrases of the trade
SEED = 20250520
SHORT = 120  # characters below which a text alone proves nothing
PARAMETERS = json.dumps(
    {
        "algorithm": f"rensa R-MinHash {RMinHash.ALGORITHM_VERSION}", "shingle": SHINGLE, "permutations": PERMUTATIONS,
        "bands": BANDS, "rows": ROWS, "anchors": [ANCHORS, SHARE, MOST], "pair": PAIR, "seed": SEED,
    }
)  # fmt: skip


class Fingerprint(NamedTuple):
    """What the archive keeps of a text to find its copies."""

    digest: int  # signed 64 bits of SHA-256 of the folded body: equal texts
    length: int  # characters of the folded body
    minhash: bytes  # 256 bits, the lowest of each minimum
    hashes: tuple[int, ...]  # signed 32 bits each: bands, anchors and, of a short text, its title


def fingerprint(title: str, body: str) -> Fingerprint:
    """The fingerprint of a text in any script, with or without pinyin notes."""
    clauses = fold_search(body).split()
    folded = "".join(clauses)
    minima = _minima(_shingle_list(folded))
    hashes = {*_bands(minima), *_anchors(clauses)} if folded else set()
    if len(folded) < SHORT and title:
        hashes.add(_entry(zlib.crc32(f"title {fold_search(title)}".encode())))
    return Fingerprint(
        digest=digest(folded),
        length=len(folded),
        minhash=int("".join(["01"[value & 1] for value in minima]), 2).to_bytes(PERMUTATIONS // 8, "big"),
        hashes=tuple(sorted(hashes)),
    )


def _minima(tokens: list[str]) -> list[int]:
    (hashes,) = RMinHash.hash_token_sets([tokens])  # in two steps, as rensa is twice as fast on a row of numbers
    rows: list[list[int]] = RMinHash.digest_matrix_from_flat_token_hashes(hashes, [0, len(hashes)], PERMUTATIONS, SEED).to_rows()
    return rows[0]


def digest(folded: str) -> int:
    """Signed 64 bits that stand for a folded body."""
    return int.from_bytes(hashlib.sha256(folded.encode()).digest()[:8], "big", signed=True)


def shingles(folded: str) -> frozenset[str]:
    """The runs of five characters of a folded body; a shorter body is its own only one."""
    return frozenset(_shingle_list(folded))


def estimates(one: bytes, others: Sequence[bytes]) -> list[float]:
    """Estimated Jaccard similarity of a text and each of some others from their `minhash`; the standard error is at most 0.0625."""
    mine = int.from_bytes(one, "big")
    differing = [(mine ^ int.from_bytes(other, "big")).bit_count() for other in others]
    return [max(0.0, 1 - 2 * bits / PERMUTATIONS) for bits in differing]


def _shingle_list(folded: str) -> list[str]:
    return [folded[i : i + SHINGLE] for i in range(max(1, len(folded) - SHINGLE + 1))]


def _bands(minima: list[int]) -> list[int]:
    rows = [minima[start : start + ROWS] for start in range(0, BANDS * ROWS, ROWS)]
    return [_entry(zlib.crc32(struct.pack(f"<B{ROWS}I", number, *row))) for number, row in enumerate(rows)]


def _anchors(clauses: list[str]) -> list[int]:
    """The third of all pairs of clauses with the smallest hashes: an excerpt has the same ones, as far as it has them at all."""
    pairs = map("".join, zip(clauses, clauses[1:] or [""], strict=False))
    found = sorted({zlib.crc32(pair.encode(), SEED) for pair in pairs if len(pair) >= PAIR})
    count = min(MOST, max(ANCHORS, bisect(found, (1 << 32) // SHARE)))
    return [_entry(value) for value in found[:count]]


def _entry(value: int) -> int:
    """Spreads a hash over all signed 32-bit numbers, since the smallest ones lie together."""
    return (value * 0x9E3779B1 & 0xFFFFFFFF) - 0x80000000
