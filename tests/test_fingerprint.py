"""Fingerprints: what they say of a text, and that near-copies share hashes."""

from __future__ import annotations

import pickle
import random

import pytest

from archive.fingerprint import ANCHORS, BANDS, MOST, PERMUTATIONS, SHINGLE, digest, estimates, fingerprint, shingles
from archive.folding import fold, fold_search
from bench.texts import article
from bench.variants import KINDS


def jaccard(one: str, other: str) -> float:
    a, b = shingles(fold(one)), shingles(fold(other))
    return len(a & b) / len(a | b)


def test_a_fingerprint_is_small_and_can_be_sent_between_processes() -> None:
    piece = article(random.Random(1))
    mark = fingerprint(piece.title, piece.body)
    assert pickle.loads(pickle.dumps(mark)) == mark
    assert len(mark.minhash) == PERMUTATIONS // 8
    pairs = len(fold_search(piece.body).split())
    assert len(mark.hashes) <= BANDS + max(ANCHORS, pairs // 2)
    assert all(-(1 << 31) <= value < 1 << 31 for value in mark.hashes)


def test_a_text_of_any_length_keeps_a_bounded_number_of_hashes() -> None:
    rng = random.Random(1)
    endless = "。".join(article(rng).body for _ in range(60))
    assert len(fingerprint("", endless).hashes) <= BANDS + MOST


def test_script_width_and_punctuation_make_no_difference() -> None:
    one = fingerprint("標題", "檢驗檢測，認證認可。計量標準ＡＢＣ")
    other = fingerprint("标题", "检验检测 认证认可 计量标准abc")
    assert one == other


def test_the_digest_is_of_the_folded_body() -> None:
    assert fingerprint("a", "檢驗").digest == digest("检验") == fingerprint("b", "检验").digest
    assert digest("检验") != digest("检测")


def test_the_title_counts_only_where_the_text_is_short() -> None:
    assert fingerprint("甲", "短文").hashes != fingerprint("乙", "短文").hashes
    long = article(random.Random(2)).body
    assert fingerprint("甲", long) == fingerprint("乙", long)


@pytest.mark.parametrize("body", ["", "。", "计", "检验检测"])
def test_next_to_no_text_has_a_fingerprint_too(body: str) -> None:
    mark = fingerprint("标题", body)
    assert mark.length == len(fold(body))
    assert len(mark.minhash) == PERMUTATIONS // 8


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_copy_shares_hashes_with_its_original(kind: str) -> None:
    rng = random.Random(3)
    found = 0
    for _ in range(25):
        piece = article(rng)
        copy = KINDS[kind](rng, piece, article(rng))
        found += bool(set(fingerprint(piece.title, piece.body).hashes) & set(fingerprint(copy.title, copy.body).hashes))
    assert found == 25


def test_articles_with_sentences_of_one_bank_share_few() -> None:
    rng = random.Random(4)
    marks = [set(fingerprint(piece.title, piece.body).hashes) for piece in (article(rng) for _ in range(40))]
    shared = [len(one & other) for number, one in enumerate(marks) for other in marks[:number]]
    assert sum(shared) / len(shared) < 0.5  # of 17
    assert max(shared) <= 4


def test_the_estimate_is_near_the_truth() -> None:
    rng = random.Random(5)
    errors = []
    for kind in ("10 % dropped", "20 % dropped", "40 % dropped", "half excerpt", "noise 2 %"):
        for _ in range(20):
            piece = article(rng)
            copy = KINDS[kind](rng, piece, piece)
            (said,) = estimates(fingerprint("", piece.body).minhash, [fingerprint("", copy.body).minhash])
            errors.append(said - jaccard(piece.body, copy.body))
    assert abs(sum(errors) / len(errors)) < 0.03
    assert max(map(abs, errors)) < 0.25  # four standard errors
    assert (sum(error * error for error in errors) / len(errors)) ** 0.5 < 0.08


def test_shingles_are_the_runs_of_five_characters() -> None:
    assert shingles("检验检测认证") == {"检验检测认", "验检测认证"}
    assert shingles("检验") == {"检验"}
    assert len(shingles("一二三四五六七八九")) == 9 - SHINGLE + 1
