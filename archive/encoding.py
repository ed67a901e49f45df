"""Content encodings (gzip, deflate, br, zstd) removed within a bound: no body may grow beyond it, none may be cut."""

from __future__ import annotations

import zlib
from io import BytesIO

import brotli
import zstandard

LIMIT = 10 * 1024 * 1024  # of one payload after decompression
ZSTD_WINDOW = 1 << 23  # bytes; RFC 8878 asks no decoder for more, and no browser gives more


class EncodingError(ValueError):
    """A body that is cut, damaged, too large or in an encoding we do not know."""


def inflate(body: bytes, encoding: str, limit: int = LIMIT) -> bytes:
    """Removes a content encoding (gzip, deflate, br, zstd, several in a row); raises EncodingError above `limit` or when cut."""
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()][:3]):
        if name in ("identity", "none"):
            continue
        opener = _DECODERS.get(name)
        if opener is None:
            raise EncodingError(f"content encoding {name!r} is not known; allowed are {', '.join(_DECODERS)}")
        try:
            body = opener(body, limit)
        except EncodingError:
            raise
        except Exception as error:  # each library has errors of its own, and all of them mean this
            raise EncodingError(f"the {name} body is damaged: {str(error)[:100]}") from None
        if len(body) > limit:
            raise EncodingError(f"the {name} body is larger than {limit} bytes")
    return body


def _gzip(body: bytes, limit: int) -> bytes:
    parts, size = [], 0
    while body:
        inflater = zlib.decompressobj(31)
        parts.append(inflater.decompress(body, limit + 1 - size))
        size += len(parts[-1])
        if size > limit:
            return b"".join(parts)
        if not inflater.eof:
            raise EncodingError("the gzip body ends early")
        body = inflater.unused_data if inflater.unused_data[:2] == b"\x1f\x8b" else b""
    return b"".join(parts)


def _deflate(body: bytes, limit: int) -> bytes:
    for bits in (15, -15):  # RFC 9110 means zlib; many servers send the bare stream
        inflater = zlib.decompressobj(bits)
        try:
            plain = inflater.decompress(body, limit + 1)
        except zlib.error:
            continue
        if len(plain) <= limit and not inflater.eof:
            raise EncodingError("the deflate body ends early")
        return plain
    raise EncodingError("the deflate body is damaged")


def _brotli(body: bytes, limit: int) -> bytes:
    decoder = brotli.Decompressor()
    parts = [decoder.process(body, output_buffer_limit=limit + 1)]
    while not decoder.is_finished() and sum(map(len, parts)) <= limit:
        if decoder.can_accept_more_data():
            raise EncodingError("the br body ends early")
        parts.append(decoder.process(b"", output_buffer_limit=limit + 1))
    return b"".join(parts)


def _zstd(body: bytes, limit: int) -> bytes:
    packer = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW)
    with packer.stream_reader(BytesIO(body), read_across_frames=True) as reader:
        plain = bytes(reader.read(limit + 1))
    rest = body if len(plain) <= limit else b""
    while rest:  # the reader does not tell a cut from an end; within the limit a second look is cheap
        frame = packer.decompressobj()
        frame.decompress(rest)
        if not frame.eof:
            raise EncodingError("the zstd body ends early")
        rest = frame.unused_data
    return plain


_DECODERS = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
