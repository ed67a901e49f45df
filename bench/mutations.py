"""Honest inputs, maimed at random: bytes hit, cut, doubled, swapped, spliced, or replaced by what parsers stumble over.

Which code they are given to, and what may come of it, is `fuzz`'s.
"""

from __future__ import annotations

from random import Random

LARGEST = 400_000  # bytes of a mutated input; sizes beyond are what tests/test_hostile_web.py is for

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "&#0;", "&#11;", "&#xFFFF;", "&#xD800;",
        "&#x110000;", "&#99999999999;", "\0", "\x0b", "\x1f", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "\ud800", "\U0001ffff",
        "²", "①", "٢٠٢٥", "〇", "9999年99月99日", "0000-00-00", "2025-02-30", "2025-13-45 25:61:61", "民国999年", "9" * 5000, "-1", "1e999", "NaN",
        "<base href='http://[::1'>", "http://[::1/a", "http://a b/", "http://x:99999/", "//", "javascript:", "file:///etc/passwd", "%zz", "?%00",
        "<meta charset=utf-7>", "charset=undefined", "charset=idna", "encoding=\"hex\"", "<meta http-equiv=refresh content='0;url=//x'>",
        "<div>" * 400, "<table><tr><td>" * 150, "[" * 3000, "{\"a\":" * 1500, "<item>" * 500, "(" * 2000, "、" * 2000, "来源：" * 300,
        "Content-Length: -5\r\n", "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip, br\r\n",
        "Retry-After: 1e9\r\n", "Location: \r\n", "\r\n\r\n", "\r", "\n", ": ", "HTTP/9.9 000\r\n", "Disallow: *$*$*$", "Crawl-delay: inf\n",
        "User-agent: \n", "Sitemap: http://[::1\n", "WARC/1.0\r\n", "WARC-Date: never\r\n", "\x1f\x8b\x08\x00", "\x28\xb5\x2f\xfd",
    )
)  # fmt: skip


def mutate(samples: list[bytes], random: Random) -> bytes:
    """One of the samples after one to six changes."""
    data = random.choice(samples)
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        data = random.choice(_CHANGES)(data, samples, random)[:LARGEST]
    return data


def _place(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + int(random.paretovariate(0.6)))


def _hit(data: bytes, _: list[bytes], random: Random) -> bytes:
    changed = bytearray(data)
    for _number in range(random.randint(1, 8) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, _: list[bytes], random: Random) -> bytes:
    return data[: _place(data, random)]


def _remove(data: bytes, _: list[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, _: list[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    times = int(random.paretovariate(0.5))
    piece = data[start:end]
    return data[:end] + piece * min(times, LARGEST // max(1, len(piece))) + data[end:]


def _move(data: bytes, _: list[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    rest = data[:start] + data[end:]
    at = _place(rest, random)
    return rest[:at] + data[start:end] + rest[at:]


def _insert(data: bytes, _: list[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.choice(TOKENS) + data[at:]


def _replace(data: bytes, _: list[bytes], random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + random.choice(TOKENS) + data[end:]


def _splice(data: bytes, samples: list[bytes], random: Random) -> bytes:
    other = random.choice(samples)
    return data[: _place(data, random)] + other[_place(other, random) :]


def _noise(data: bytes, _: list[bytes], random: Random) -> bytes:
    at = _place(data, random)
    return data[:at] + random.randbytes(random.randint(1, 60)) + data[at:]


_CHANGES = (_hit, _cut, _remove, _repeat, _move, _insert, _insert, _replace, _replace, _splice, _noise)
