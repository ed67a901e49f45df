"""Content encodings within their bound."""

from __future__ import annotations

import contextlib
import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from archive.encoding import EncodingError, inflate


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    zeros = bytes(1 << 24)
    bombs = {
        "gzip": gzip.compress(zeros),
        "deflate": zlib.compress(zeros),
        "br": brotli.compress(zeros, quality=1),
        "zstd": zstandard.compress(zeros),
    }
    for encoding, body in bombs.items():
        with pytest.raises(EncodingError, match="larger"):
            inflate(body, encoding, limit=1 << 20)


@given(st.binary(max_size=2000))
def test_every_encoding_gives_back_what_went_in(body: bytes) -> None:
    assert inflate(gzip.compress(body), "gzip") == body
    assert inflate(zlib.compress(body), "deflate") == body
    assert inflate(brotli.compress(body, quality=1), "br") == body
    assert inflate(zstandard.compress(body), "zstd") == body
    assert inflate(gzip.compress(brotli.compress(body, quality=1)), "br, gzip") == body


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "br", "zstd", "x", "gzip, gzip"]))
def test_rubbish_raises_nothing_but_our_own_error(body: bytes, encoding: str) -> None:
    with contextlib.suppress(EncodingError):
        inflate(body, encoding)
