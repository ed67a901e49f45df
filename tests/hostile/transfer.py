"""Size, time and the wire: bombs, cuts, silence, broken HTTP, statuses."""

from __future__ import annotations

import contextlib
import gzip
import socket
import time
import zlib

import brotli
import zstandard

from tests.hostile.case import GOOD, Case, good, html
from tests.hostile.server import Answer, Asked, http, reset

MB = 1 << 20
LARGE = ("too_large",)
CUT = ("truncated",)
BROKEN = ("bad_http",)
NO_PAGE = ("not_article", "extract_empty", "bad_encoding")


def _repeated(bits: int, megabytes: int) -> bytes:
    """A deflated stream of zeros: one block of a megabyte, said again and again. Its check sum is never reached."""
    packer = zlib.compressobj(9, zlib.DEFLATED, bits)
    start = packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + again * megabytes + packer.flush()


def _gzip_bomb(megabytes: int) -> bytes:
    return _repeated(31, megabytes)


def _deflate_bomb(megabytes: int, bits: int) -> bytes:
    return _repeated(bits, megabytes)


def _br_bomb(megabytes: int) -> bytes:
    packer = brotli.Compressor(quality=1)
    block = bytes(MB)
    return b"".join(packer.process(block) for _ in range(megabytes)) + packer.finish()


def _zstd_bomb(megabytes: int) -> bytes:
    return zstandard.compress(bytes(MB), 1) * megabytes


def _head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *lines, "", ""]).encode("latin-1")


def flood(head: bytes, block: bytes, megabytes: int) -> Answer:
    """Sends a head, then a block again and again until the other side has had enough."""

    def say(connection: socket.socket, _: Asked) -> None:
        with contextlib.suppress(OSError):
            connection.sendall(head)
            for _ in range(megabytes * MB // len(block)):
                connection.sendall(block)

    return say


def drip(head: bytes, text: bytes, pause: float, seconds: float) -> Answer:
    """Sends a head at once and then a byte at a time."""

    def say(connection: socket.socket, _: Asked) -> None:
        end = time.monotonic() + seconds
        with contextlib.suppress(OSError):
            connection.sendall(head)
            for byte in text * 100:
                connection.sendall(bytes([byte]))
                time.sleep(pause)
                if time.monotonic() > end:
                    return

    return say


def silent(seconds: float) -> Answer:
    """Accepts, reads, says nothing."""

    def say(connection: socket.socket, _: Asked) -> None:
        connection.settimeout(seconds)
        with contextlib.suppress(OSError):
            connection.recv(1)

    return say


def cut(data: bytes, keep: int | None = None, hard: bool = False) -> Answer:
    """Sends the beginning only, then closes, or resets."""

    def say(connection: socket.socket, _: Asked) -> None:
        connection.sendall(data[:keep])
        time.sleep(0.05)
        if hard:
            reset(connection)

    return say


def packed(name: str, encoding: str, body: bytes) -> bytes:
    return http(200, body, Content_Encoding=encoding)


def _encodings(name: str) -> dict[str, bytes]:
    plain = html(name).encode()
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    return {
        "gzip": gzip.compress(plain),
        "deflate": zlib.compress(plain),
        "raw-deflate": raw.compress(plain) + raw.flush(),
        "br": brotli.compress(plain),
        "zstd": zstandard.compress(plain),
        "double": gzip.compress(gzip.compress(plain)),
    }


def chunked(data: bytes, size: int = 500) -> bytes:
    """A body in chunks with its end."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def bombs() -> list[Case]:
    """What grows when it is unpacked, and what never ends."""
    stream = b"<p>" + "检验检测".encode() * 5000 + b"</p>"
    half = packed("x", "gzip", gzip.compress(_gzip_bomb(1000)))
    return [
        Case("gzip-bomb", packed("x", "gzip", _gzip_bomb(1000)), LARGE),
        Case("deflate-bomb", packed("x", "deflate", _deflate_bomb(1000, 15)), LARGE),
        Case("raw-deflate-bomb", packed("x", "deflate", _deflate_bomb(500, -15)), LARGE),
        Case("br-bomb", packed("x", "br", _br_bomb(500)), LARGE),
        Case("zstd-bomb", packed("x", "zstd", _zstd_bomb(1000)), LARGE),
        Case("double-gzip-bomb", half.replace(b"Content-Encoding: gzip", b"Content-Encoding: gzip, gzip"), LARGE),
        Case("two-header-bomb", half.replace(b"Content-Encoding: gzip", b"Content-Encoding: gzip\r\nContent-Encoding: gzip"), LARGE),
        Case("x-gzip-bomb", packed("x", "x-gzip", _gzip_bomb(300)), LARGE),
        Case("many-encodings", packed("x", ", ".join(["gzip"] * 30), gzip.compress(b"x")), ("truncated", "bad_encoding")),
        Case("declared-1-gb", flood(_head("Content-Length: 1073741824"), stream, 64), LARGE),
        Case("undeclared-without-end", flood(_head("Connection: close"), stream, 1024), LARGE),
        Case("chunks-without-end", flood(_head("Transfer-Encoding: chunked"), b"8000\r\n" + b"x" * 32768 + b"\r\n", 1024), LARGE),
        Case("one-chunk-of-2-gb", flood(_head("Transfer-Encoding: chunked") + b"7fffffff\r\n", stream, 64), LARGE),
        Case("headers-without-end", flood(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 1000 + b"\r\n", 1024), BROKEN),
        Case("one-header-without-end", flood(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 8192, 1024), BROKEN),
        Case("folded-header-without-end", flood(b"HTTP/1.1 200 OK\r\nX-Long: a\r\n", b" " + b"x" * 1000 + b"\r\n", 1024), BROKEN),
        Case("status-line-without-end", flood(b"HTTP/1.1 200 ", b"O" * 8192, 1024), BROKEN),
        Case("informational-without-end", flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 1024), BROKEN),
        Case("long-chunk-extension", flood(_head("Transfer-Encoding: chunked") + b"5;", b"x" * 8192, 256), ("bad_http", "truncated")),
        Case("trailers-without-end", flood(_head("Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n", b"X-T: " + b"x" * 1000 + b"\r\n", 256), ("bad_http", "truncated", "too_large")),
        Case("11-mb-page", http(200, b"<p>" + b"x" * 11 * MB), LARGE),
        Case("11-mb-in-br", packed("x", "br", brotli.compress(bytes(range(256)) * 4096 * 11, quality=1)), LARGE),
    ]  # fmt: skip


def cuts() -> list[Case]:
    """What ends before its end."""
    cases = []
    for encoding in ("gzip", "deflate", "raw-deflate", "br", "zstd", "double"):
        name = f"cut-{encoding}"
        body = _encodings(name)[encoding]
        label = {"raw-deflate": "deflate", "double": "gzip, gzip"}.get(encoding, encoding)
        cases += [
            Case(name, packed(name, label, body[: len(body) * 2 // 3]), CUT),
            Case(f"damaged-{encoding}", packed(name, label, body[:60] + bytes(20) + body[80:]), CUT),
            Case(f"whole-{encoding}", packed(name, label, _encodings(f"whole-{encoding}")[encoding]), GOOD),
            Case(f"lie-{encoding}", packed(name, label, html(name).encode()), ("truncated", "bad_encoding")),
        ]
    page = html("cut").encode()
    tail = gzip.compress(html("gzip-tail").encode()) + b"tail that is no gzip"
    return [
        *cases,
        Case("empty-gzip", packed("x", "gzip", b""), ("extract_empty", "truncated", "not_article")),
        Case("unknown-encoding", packed("x", "compress", b"x" * 3000), ("truncated", "bad_encoding")),
        Case("gzip-tail", packed("x", "gzip", tail), (*GOOD, *CUT)),
        Case("gzip-without-label", http(200, gzip.compress(html("gzip-without-label").encode())),
             ("bad_encoding", "extract_empty", "not_article")),
        Case("length-too-long", cut(_head(f"Content-Length: {len(page) + 500}") + page), CUT),
        Case("length-too-short", http(200, page, Content_Length="300"),
             ("not_article", "extract_empty", "truncated", "bad_encoding")),
        Case("reset-in-body", cut(_head(f"Content-Length: {len(page)}") + page, 700, hard=True), ("truncated", "connection")),
        Case("reset-at-once", cut(b"", hard=True), ("connection",)),
        Case("closed-at-once", cut(b""), ("connection", "bad_http")),
        Case("closed-in-status", cut(b"HTTP/1."), ("connection", "bad_http", "truncated")),
        Case("closed-in-headers", cut(b"HTTP/1.1 200 OK\r\nContent-Ty"), ("connection", "bad_http", "truncated")),
        Case("chunks-cut", cut(_head("Transfer-Encoding: chunked") + chunked(page), 1200), CUT),
        Case("chunks-without-last", cut(_head("Transfer-Encoding: chunked") + chunked(page)[:-5]), CUT),
        Case("chunk-size-rubbish", cut(_head("Transfer-Encoding: chunked") + b"zz\r\n" + page), (*BROKEN, *CUT)),
        Case("chunk-size-negative", cut(_head("Transfer-Encoding: chunked") + b"-5\r\n" + page), (*BROKEN, *CUT)),
        Case("chunk-size-huge", cut(_head("Transfer-Encoding: chunked") + b"f" * 40 + b"\r\n" + page), (*BROKEN, *CUT)),
        Case("chunks-whole", _head("Transfer-Encoding: chunked", "Connection: close") + chunked(html("chunks-whole").encode()), GOOD),
        Case("no-length", _head("Connection: close") + html("no-length").encode(), GOOD),
        Case("length-and-chunks", _head(f"Content-Length: {len(page)}", "Transfer-Encoding: chunked") + chunked(page),
             (*GOOD, *BROKEN, *CUT)),
    ]  # fmt: skip


def broken() -> list[Case]:
    """What is no HTTP."""
    page = html("broken").encode()
    return [
        Case("no-http", cut(b"SSH-2.0-OpenSSH_9.2\r\n" * 5), BROKEN),
        Case("binary", cut(bytes(range(256)) * 8), (*BROKEN, "connection")),
        Case("html-alone", cut(page), BROKEN),
        Case("status-999", http(999, page), ("http_error", "bad_http")),
        Case("status-0", http("0 ", page), ("http_error", "bad_http")),
        Case("status-word", http("OK OK", page), BROKEN),
        Case("status-negative", http("-1 OK", page), ("http_error", "bad_http")),
        Case("length-word", http(200, page, Content_Length="many"), BROKEN),
        Case("length-negative", http(200, page, Content_Length="-5"), (*BROKEN, *CUT)),
        Case("length-huge", http(200, page, Content_Length="9" * 30), (*BROKEN, *LARGE)),
        Case("two-lengths", http(200, page, Content_Length=f"{len(page)}\r\nContent-Length: 10"), (*BROKEN, *CUT)),
        Case("header-without-colon", _head("this is no header", "Connection: close") + html("header-without-colon").encode(), GOOD),
        Case("header-nul", _head("X-Nul: a\0b", "Connection: close") + html("header-nul").encode(), (*GOOD, *BROKEN)),
        Case("header-utf-8", _head("X-标题: 检测".encode().decode("latin-1"), "Connection: close") + html("header-utf-8").encode(), (*GOOD, *BROKEN)),
        Case("header-10-kb", _head("X-Long: " + "x" * 10_000, "Connection: close") + html("header-10-kb").encode(), GOOD),
        Case("bare-newlines", _head("Connection: close").replace(b"\r\n", b"\n") + html("bare-newlines").encode(), (*GOOD, *BROKEN)),
        Case("a-hundred-cookies", _head(*(f"Set-Cookie: c{n}=v" for n in range(100)), "Connection: close")
             + html("a-hundred-cookies").encode(), GOOD),
        Case("http-1-0", (_head() + html("http-1-0").encode()).replace(b"HTTP/1.1", b"HTTP/1.0"), GOOD),
        Case("http-9-9", (_head("Connection: close") + html("http-9-9").encode()).replace(b"HTTP/1.1", b"HTTP/9.9"), (*GOOD, *BROKEN)),
        Case("continue-first", b"HTTP/1.1 100 Continue\r\n\r\n" + good("continue-first"), GOOD),
        Case("204", http(204), ("extract_empty", "not_article", "http_error")),
        Case("empty-200", http(200), ("extract_empty", "not_article")),
        Case("206-unasked", http(206, page[:900], Content_Range=f"bytes 0-899/{len(page)}"), ("truncated", "http_error")),
        Case("304-unasked", http(304), ("http_error", "not_modified")),
        Case("image-as-page", http(200, b"\x89PNG\r\n\x1a\n" + bytes(5000), "image/png"),
             ("not_article", "extract_empty", "bad_encoding")),
        Case("pdf-as-page", http(200, b"%PDF-1.4\n" + bytes(range(256)) * 40, "application/pdf"),
             ("not_article", "extract_empty", "bad_encoding")),
        Case("png-said-html", http(200, b"\x89PNG\r\n\x1a\n" + bytes(5000)), NO_PAGE),
        Case("pdf-said-html", http(200, b"%PDF-1.4\n" + bytes(range(256)) * 40), NO_PAGE),
        Case("zip-said-html", http(200, b"PK\x03\x04" + bytes(range(256)) * 40), NO_PAGE),
        Case("program-said-html", http(200, b"\x7fELF" + bytes(range(256)) * 40), NO_PAGE),
        Case("html-said-binary", http(200, html("html-said-binary"), "application/octet-stream"), (*GOOD, *NO_PAGE)),
        Case("html-said-image", http(200, html("html-said-image"), "image/png"), (*GOOD, *NO_PAGE)),
        Case("html-said-json", http(200, html("html-said-json"), "application/json"), (*GOOD, *NO_PAGE)),
        Case("attachment", http(200, html("attachment"), Content_Disposition="attachment; filename=../../../x"), GOOD),
        Case("101-switching", http(101, page, Upgrade="websocket"), ("http_error", *BROKEN, *CUT, "connection", "timeout")),
        Case("second-answer-behind", _head(f"Content-Length: {len(html('second-answer-behind').encode())}") + html("second-answer-behind").encode()
             + good("never-asked-for") * 3, GOOD),
        Case("chunk-junk-behind", _head("Transfer-Encoding: chunked") + chunked(html("chunk-junk-behind").encode()) + b"junk" * 500, (*GOOD, *BROKEN)),
        Case("ten-thousand-headers", _head(*(f"X-{n}: y" for n in range(10_000)), "Connection: close") + html("ten-thousand-headers").encode(),
             (*GOOD, *BROKEN)),
        Case("plain-text", http(200, "检测" * 10, "text/plain"), ("not_article", "extract_empty")),
        Case("no-content-type", http(200, html("no-content-type"), "").replace(b"Content-Type: \r\n", b""), GOOD),
        Case("content-type-rubbish", http(200, html("content-type-rubbish"), ";;;=\xff,/"), GOOD),
    ]  # fmt: skip


def statuses() -> list[Case]:
    """Refusals, and what they ask for."""
    page = html("status")
    cases = [Case(f"status-{code}", http(code, page), ("http_error",)) for code in (400, 401, 402, 403, 404, 405, 406, 410, 412)]
    cases += [
        Case(f"status-{code}", http(code, page), ("http_error",)) for code in (414, 418, 421, 451, 500, 501, 502, 504, 521, 526)
    ]
    return [
        *cases,
        Case("401-asks", http(401, page, WWW_Authenticate='Basic realm="inner"'), ("http_error",)),
        Case("503-rubbish", http(503, page, Retry_After="soon"), ("http_error",)),
        Case("503-negative", http(503, page, Retry_After="-5"), ("http_error",)),
        Case("503-past", http(503, page, Retry_After="Wed, 21 Oct 2009 07:28:00 GMT"), ("http_error",)),
        Case("redirect-to-itself", http(302, "", Location="/case/redirect-to-itself"), ("redirect", "http_error")),
        Case("redirect-without-location", http(302, page), ("http_error", "redirect")),
        Case("redirect-empty", http(302, page, Location=""), ("http_error", "redirect")),
        Case("redirect-chain", http(302, "", Location="/case/redirect-chain?2"), ("redirect",)),
        Case("redirect-good", http(301, "", Location="/case/target"), ("redirect",)),
        Case("target", good("target"), ("stored", "unchanged")),
    ]  # fmt: skip


def postponing() -> dict[str, Case]:
    """Portals that ask to be left alone until long after the run; each is one of its own, as nothing more is asked of it."""
    page = html("status")
    return {
        "day": Case("503-come-back-in-a-day", http(503, page, Retry_After="86400"), ("http_error",), asked=1),
        "far": Case("429-date-far", http(429, page, Retry_After="Wed, 21 Oct 2099 07:28:00 GMT"), ("http_error",), asked=1),
        "huge": Case("429-huge", http(429, page, Retry_After="9" * 400), ("http_error",), asked=1),
    }


def slow() -> list[Case]:
    """Silence and slowness."""
    page = html("slow").encode()
    return [
        Case("no-answer", silent(45), ("timeout",)),
        Case("headers-drip", drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", 0.5, 45), ("timeout",)),
        Case("body-drip", drip(_head(f"Content-Length: {len(page)}"), page, 0.5, 60), ("timeout",)),
        Case("body-stops", drip(_head(f"Content-Length: {len(page)}") + page[:900], b"", 1, 1), ("truncated", "timeout")),
        Case("body-hangs", _hang(_head(f"Content-Length: {len(page)}") + page[:900], 60), ("timeout",)),
        Case("chunks-drip", drip(_head("Transfer-Encoding: chunked"), b"1\r\nx\r\n", 0.2, 60), ("timeout",)),
    ]


def _hang(data: bytes, seconds: float) -> Answer:
    def say(connection: socket.socket, asked: Asked) -> None:
        connection.sendall(data)
        silent(seconds)(connection, asked)

    return say
