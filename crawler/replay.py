"""Answers requests from a recording instead of the network, below Scrapy's scheduler: everything above it is the real thing.

A recording is a WARC file, a folder of them (as a crawl writes), or a folder with a `replay.toml` that names plain files.
"""

from __future__ import annotations

import contextlib
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import DownloadConnectionRefusedError
from scrapy.http import Request, Response
from scrapy.responsetypes import responsetypes

from archive.address import AddressError, key
from archive.records import Outcome
from archive.warc import RENDERED, WarcError, read_file, read_record
from crawler.config import ConfigError

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MANIFEST = "replay.toml"


class ReplayError(ConfigError):
    """A recording that cannot be read; the message names the file and what a recording is."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded answer: headers as received, the body where it lies."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    recorded_at: datetime
    path: Path | None
    offset: int = -1  # of a WARC record; -1 for a plain file
    length: int = 0
    rendered: bool = False
    stored: bool = False  # it was read as an article

    @property
    def rank(self) -> int:
        """How good an answer is: the portal's later trouble must not hide an article that it once served, nor an overload a missing page."""
        if 200 <= self.status < 300:
            return 3 if self.stored else 2
        return 1 if self.status < 500 and self.status != 429 else 0

    def body(self) -> bytes:
        """The bytes as received, read when they are wanted."""
        if self.path is None:
            return b""
        return self.path.read_bytes() if self.offset < 0 else read_record(self.path, self.offset, self.length).body


class Recording:
    """What was answered at each recorded address, in one night or in many: the latest of the best answers counts.

    Lists have all their versions: articles move from page to page between nights, and no version alone has them all.
    """

    def __init__(self, answers: dict[str, list[Recorded]]) -> None:
        self._answers = answers

    @classmethod
    def open(cls, path: Path) -> Recording:
        """A WARC file, or a folder. Raises ReplayError."""
        try:
            if (path / MANIFEST).is_file():
                return cls(_from_manifest(path))
            files = sorted([*path.rglob("*.warc.gz"), *path.rglob("*.warc")]) if path.is_dir() else [path]
            if not files or not all(file.is_file() for file in files):
                raise ReplayError(f"{path}: no recording; allowed are a WARC file, a folder of them, a folder with {MANIFEST}")
            answers: dict[str, list[Recorded]] = {}
            for file in files:
                _from_warc(file, answers)
        except (OSError, WarcError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise ReplayError(f"{path}: cannot be replayed: {error}") from None
        return cls(answers)

    def answer(self, url: str, earlier: int = 0) -> Recorded | None:
        """What was recorded for an address, exactly it or its http/https twin; or so many versions before that."""
        found = self.versions(url)
        return found[earlier] if earlier < len(found) else None

    def versions(self, url: str) -> list[Recorded]:
        """The best answers of an address, the latest first."""
        found = self._answers.get(url)
        if found is None:
            try:
                found = self._answers.get(key(url), [])
            except AddressError:
                found = []
        best = max((one.rank for one in found), default=0)
        return [one for one in reversed(found) if one.rank == best]

    def __contains__(self, url: str) -> bool:
        return self.answer(url) is not None


class ReplayDownloadHandler:
    """Scrapy's download handler for every scheme while a recording is replayed; what was not recorded refuses the connection."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ReplayDownloadHandler:
        """Scrapy's way to make it."""
        return cls(crawler)

    async def download_request(self, request: Request) -> Response:
        """The recorded answer, or 304 where the request's validator still holds."""
        recording: Recording = self.crawler.spider.run.recording  # type: ignore[union-attr]
        found = recording.answer(request.url, request.meta.get("earlier", 0))
        if found is None:
            raise DownloadConnectionRefusedError(f"{request.url} is not in the recording")
        request.meta["recorded_at"] = found.recorded_at
        headers: dict[str, list[str]] = {}
        for name, value in found.headers:
            headers.setdefault(name, []).append(value)
        etag = next((value for name, value in found.headers if name.lower() == "etag"), None)
        if etag and request.headers.get("If-None-Match") == etag.encode("latin-1", "replace"):
            return Response(request.url, status=304, headers=headers)
        body = found.body()
        kind = responsetypes.from_args(headers=_scrapy_headers(headers), url=request.url, body=body)
        flags = ["rendered"] if found.rendered else []
        return kind(request.url, status=found.status, headers=headers, body=body, flags=flags)

    async def close(self) -> None:
        """Nothing is held open."""


def _scrapy_headers(headers: dict[str, list[str]]) -> Any:
    from scrapy.http.headers import Headers

    return Headers(headers)


def _from_manifest(folder: Path) -> dict[str, list[Recorded]]:
    table = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    at = datetime.fromisoformat(str(table["fetched_at"]))
    answers: dict[str, list[Recorded]] = {}
    for page in table["page"]:
        headers = [("Content-Type", page["content_type"])] if "content_type" in page else []
        headers += [(name, str(value)) for name, value in page.get("headers", {}).items()]
        _add(
            answers,
            Recorded(
                url=page["url"],
                status=page.get("status", 200),
                headers=tuple(headers),
                recorded_at=datetime.fromisoformat(str(page["fetched_at"])) if "fetched_at" in page else at,
                path=folder / page["file"] if "file" in page else None,
            ),
        )
    return answers


def _from_warc(path: Path, answers: dict[str, list[Recorded]]) -> None:
    for record in read_file(path):
        if record.kind not in ("response", RENDERED):
            continue
        rendered = record.kind == RENDERED
        headers = [("Content-Type", "text/html; charset=utf-8")] if rendered else record.headers
        _add(
            answers,
            Recorded(
                url=record.url,
                status=record.status,
                headers=tuple(headers),
                recorded_at=record.fetched_at.astimezone(UTC),
                path=path,
                offset=record.offset,
                length=record.length,
                rendered=rendered,
                stored=record.outcome == Outcome.STORED,
            ),
        )


def _add(answers: dict[str, list[Recorded]], answer: Recorded) -> None:
    names = {answer.url}
    with contextlib.suppress(AddressError):
        names.add(key(answer.url))
    for name in names:
        some = answers.setdefault(name, [])
        if answer.rendered and some and not some[-1].rendered and some[-1].path == answer.path:
            answer = replace(answer, stored=some.pop().stored)  # the page as received, before its scripts ran
        some.append(answer)
