"""Reading and writing WARC files (ISO 28500): what was served, as it was received. Which capture is whose is `store`'s.

Files whose writer died are `recovery`'s.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import hashlib
import os
import re
import secrets
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, Any

from isal import igzip
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.encoding import LIMIT, EncodingError, inflate
from archive.records import Capture, Fetch

OPEN = ".open"  # a file that is being written, or was when its writer died
FILE_NAME = re.compile(r"[\w.-]+\.warc(?:\.gz)?(?:\.open)?")
LEVEL = 3  # of ISA-L's: a third of the time of zlib's 4 for six percent more bytes; warcio's own 9 takes five times as long
RENDERED = "conversion"  # the WARC type of a page as it stood after its scripts ran
Headers = list[tuple[str, str]]
# what a database that is made anew from the files alone could not tell: fields of our own, as ISO 28500 allows
SOURCE, OUTCOME, ASKED, LISTING = "Jianxun-Source", "Jianxun-Outcome", "Jianxun-Asked", "Jianxun-Listing"


class WarcError(ValueError):
    """A WARC file or record that cannot be read; the message names the file and offset."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response as received: content encoding kept, transfer encoding removed."""

    url: str
    fetched_at: datetime
    status: int
    reason: str
    headers: Headers
    body: bytes
    method: str = "GET"
    request_headers: tuple[tuple[str, str], ...] = ()
    rendered: bytes | None = None  # UTF-8 HTML of the page after its scripts ran


@dataclass(frozen=True, slots=True)
class Record:
    """One record read back. `body` is as received; `intact` says whether it still has the digest it was written with."""

    kind: str  # response, revisit, conversion, request, ...
    url: str
    fetched_at: datetime
    status: int
    headers: Headers
    body: bytes
    digest: str
    intact: bool
    offset: int
    length: int
    asked: str = ""  # the address asked for, where it is another one
    source: str = ""  # the key of the source it was asked for
    outcome: str = ""  # what became of it; a page that was read as an article is `stored`
    listing: bool = False

    def header(self, name: str) -> str:
        """The first header of that name, or ''."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def content(self) -> bytes:
        """The body with its content encoding removed; raises WarcError above 10 MB or when it is cut."""
        try:
            return inflate(self.body, self.header("Content-Encoding"))
        except EncodingError as error:
            raise WarcError(f"{self.url}: {error}") from None


class Recorder:
    """Writes the WARC file of one run: `NAME.warc.gz.open`, locked while it is written, renamed when closed.

    Raises OSError where it cannot be made; nothing is left of it then.
    """

    def __init__(self, directory: Path, software: str) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        name = f"jianxun-{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}.warc.gz"
        self.path = directory / (name + OPEN)
        self.name = name
        self._file: IO[bytes] = self.path.open("xb", buffering=0)  # what a full disk refused must not be tried again later
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        self._plain = BytesIO()  # one record, before it is compressed
        self._writer = WARCWriter(self._plain, gzip=False)
        self._records = 0
        info = {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
        try:
            self._write(self._writer.create_warcinfo_record(name, info))
        except OSError:
            self._file.close()
            self.path.unlink()
            raise

    def write(self, exchange: Exchange, same_as: Capture | None = None, fetch: Fetch | None = None) -> Capture:
        """Adds a request and a response record; with `same_as`, a capture with the same payload, only a `revisit` of it.
        The response is marked with what is known of its attempt.

        Returns where the payload lies: for a rendered page its `conversion` record. Raises OSError when the disk is full; the
        file then still ends with its last whole record.
        """
        self._records += 1
        date = exchange.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if same_as is not None:
            response = self._revisit(exchange, date, same_as)
        else:
            http = StatusAndHeaders(
                f"{exchange.status} {exchange.reason}".strip(), _stored(exchange.headers), protocol="HTTP/1.1"
            )
            response = self._writer.create_warc_record(
                exchange.url,
                "response",
                BytesIO(exchange.body),
                length=len(exchange.body),  # without it warcio takes a copy by way of a file
                http_headers=http,
                warc_headers_dict={"WARC-Date": date},
            )
        request = self._writer.create_warc_record(
            exchange.url,
            "request",
            BytesIO(b""),
            length=0,
            http_headers=StatusAndHeaders(
                f"{exchange.method} {_path(exchange.url)} HTTP/1.1", list(exchange.request_headers), is_http_request=True
            ),
            warc_headers_dict={
                "WARC-Date": date,
                "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
            },
        )
        for name, value in _marks(exchange, fetch):
            response.rec_headers.add_header(name, value)
        offset, length = self._write(response, request)
        if same_as is not None:
            return same_as
        digest, content_type = response.rec_headers.get_header("WARC-Payload-Digest"), _header(exchange.headers, "content-type")
        if exchange.rendered is not None:
            content_type = "text/html; charset=utf-8"
            conversion = self._writer.create_warc_record(
                exchange.url,
                RENDERED,
                BytesIO(exchange.rendered),
                warc_content_type=content_type,
                warc_headers_dict={"WARC-Date": date, "WARC-Refers-To": response.rec_headers.get_header("WARC-Record-ID")},
            )
            offset, length = self._write(conversion)
            digest = conversion.rec_headers.get_header("WARC-Block-Digest")
        return Capture(
            url=exchange.url,
            fetched_at=exchange.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
            status=exchange.status,
            content_type=content_type[:200],
            digest=digest,
            warc_file=self.name,
            offset=offset,
            length=length,
        )

    def _revisit(self, exchange: Exchange, date: str, same_as: Capture) -> Any:
        http = StatusAndHeaders(f"{exchange.status} {exchange.reason}".strip(), _stored(exchange.headers), protocol="HTTP/1.1")
        record = self._writer.create_revisit_record(
            exchange.url, same_as.digest, same_as.url, same_as.fetched_at.replace("+00:00", "Z"), http_headers=http
        )
        record.rec_headers.replace_header("WARC-Date", date)
        if exchange.status == 304:
            profile = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
            record.rec_headers.replace_header("WARC-Profile", profile)
        return record

    def _write(self, *records: Any) -> tuple[int, int]:
        """Writes whole records and hands them to the system; offset and length of the first."""
        start = self._file.tell()
        members = []
        for record in records:
            self._plain.seek(0)
            self._plain.truncate()
            self._writer.write_record(record)
            members.append(igzip.compress(self._plain.getbuffer(), LEVEL, mtime=0))
        try:
            rest = memoryview(b"".join(members))
            while rest:  # a disk with little left takes a part
                rest = rest[self._file.write(rest) :]
        except OSError:
            # a torn record in the middle would hide every later one from other tools
            os.ftruncate(self._file.fileno(), start)
            self._file.seek(start)
            raise
        return start, len(members[0])

    def sync(self) -> None:
        """Waits until what was written is on the disk."""
        os.fsync(self._file.fileno())

    def close(self) -> Path | None:
        """Makes the file final; a run that received nothing leaves none."""
        if self._file.closed:
            return None
        self.sync()
        final = self.path.with_name(self.name)
        if self._records:
            self.path.rename(final)
        else:
            self.path.unlink()
        self._file.close()
        return final if self._records else None


def locate(directory: Path, name: str) -> Path:
    """The path of a WARC file by its bare name, also while it is being written. Raises WarcError for anything else."""
    if not FILE_NAME.fullmatch(name):
        raise WarcError(f"{name[:100]!r} is no name of a WARC file")
    path = directory / name
    if not path.exists():
        path = directory / (name + OPEN)
    if not path.is_file():
        raise WarcError(f"{directory / name}: no such file; `jianxun verify` lists what is missing")
    return path


def read_record(path: Path, offset: int, length: int) -> Record:
    """The record at an offset. Raises WarcError when there is none, or when it does not end where it should."""
    with path.open("rb") as file:
        file.seek(offset)
        data = file.read(length)
    if len(data) < length:
        raise WarcError(f"{path}: ends inside the record at {offset}")
    found = [record for record in _records(BytesIO(data), path) if record.offset == 0]
    if not found:
        raise WarcError(f"{path}: no record at {offset}")
    return _moved(found[0], offset, length)


def read_capture(directory: Path, capture: Capture) -> Record:
    """The record of a capture; raises WarcError when the file, the record or its digest is not what was written."""
    record = read_record(locate(directory, capture.warc_file), capture.offset, capture.length)
    if not record.intact or record.digest != capture.digest:
        raise WarcError(f"{capture.warc_file}: the record at {capture.offset} does not have the digest {capture.digest}")
    return record


def read_what_is_left(path: Path) -> Iterator[Record | WarcError]:
    """All records of one WARC file; a damaged stretch is a WarcError among them, and reading goes on behind it."""
    size = path.stat().st_size
    position = 0
    with path.open("rb") as file:
        while position < size:
            end, why = position, "no record"
            file.seek(position)
            try:
                for record in _records(file, path):
                    if record.intact:
                        yield record
                    else:
                        yield WarcError(f"{path}: the record at {record.offset} does not have its digest")
                    end = record.offset + record.length
            except WarcError as error:
                why = str(error)
            if end >= size:
                return
            position = _next_member(file, end + 1, size)
            yield WarcError(f"{path}: damaged from {end} to {position}: {why}")


def _next_member(file: IO[bytes], start: int, size: int) -> int:
    """Offset of the next gzip member that begins like a WARC record, or the size of the file."""
    while start < size:
        file.seek(start)
        chunk = file.read(1 << 20)
        found = chunk.find(b"\x1f\x8b\x08")
        if found < 0:
            start += max(1, len(chunk) - 2)
            continue
        start += found
        file.seek(start)
        try:
            if zlib.decompressobj(31).decompress(file.read(1 << 10), 5) == b"WARC/":
                return start
        except zlib.error:
            pass
        start += 1
    return size


def read_file(path: Path) -> Iterator[Record]:
    """All records of one WARC file, compressed or not; stops with WarcError where the file is damaged."""
    with path.open("rb") as file:
        yield from _records(file, path)


def _records(file: IO[bytes], path: Path) -> Iterator[Record]:
    iterator = ArchiveIterator(file, check_digests=False)
    try:
        while True:
            with contextlib.redirect_stderr(StringIO()):  # warcio prints what we raise
                record = next(iterator, None)
                body = record.raw_stream.read(LIMIT * 4) if record is not None else b""
            if record is None:
                return
            headers = record.rec_headers
            offset = iterator.get_record_offset()
            digest = headers.get_header("WARC-Payload-Digest") or headers.get_header("WARC-Block-Digest") or ""
            intact = record.rec_type == "revisit" or not digest or digest == digest_of(body)
            http = record.http_headers
            yield Record(
                kind=record.rec_type,
                url=headers.get_header("WARC-Target-URI") or "",
                fetched_at=_date(headers.get_header("WARC-Date")),
                status=int(http.get_statuscode() or 0) if http and record.rec_type != "request" else 200,
                headers=list(http.headers) if http else [("Content-Type", headers.get_header("Content-Type") or "")],
                body=body,
                digest=digest,
                intact=intact,
                offset=offset,
                length=iterator.get_record_length() or 0,
                asked=headers.get_header(ASKED) or "",
                source=headers.get_header(SOURCE) or "",
                outcome=headers.get_header(OUTCOME) or "",
                listing=headers.get_header(LISTING) is not None,
            )
    except Exception as error:  # warcio raises whatever a damaged record provokes in it
        raise WarcError(f"{path}: damaged behind offset {iterator.offset}: {str(error)[:200]}") from None


def digest_of(payload: bytes) -> str:
    """`sha1:BASE32`, the form of WARC-Payload-Digest."""
    return "sha1:" + base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


def _marks(exchange: Exchange, fetch: Fetch | None) -> Iterator[tuple[str, str]]:
    if fetch is None:
        return
    yield SOURCE, re.sub(r"\s", "", fetch.source)
    yield OUTCOME, str(fetch.outcome or "")
    if fetch.listing:
        yield LISTING, "yes"
    if fetch.url != exchange.url:
        yield ASKED, re.sub(r"\s", "", fetch.url)


def _stored(headers: Headers) -> Headers:
    """Headers fit for a record whose body is no longer chunked."""
    safe = []
    for name, value in headers:
        kept = "X-Archive-Orig-Transfer-Encoding" if name.lower() == "transfer-encoding" else name
        safe.append((re.sub(r"[\r\n:\0]", "", kept), re.sub(r"[\r\n\0]+", " ", value)))
    return safe


def _header(headers: Headers, name: str) -> str:
    return next((value for key, value in headers if key.lower() == name), "")


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[3] if url.count("/") > 2 else "/"


def _date(text: str | None) -> datetime:
    try:
        return datetime.fromisoformat((text or "").replace("Z", "+00:00")).astimezone(UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)


def _moved(record: Record, offset: int, length: int) -> Record:
    from dataclasses import replace

    return replace(record, offset=offset, length=length)
