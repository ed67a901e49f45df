"""Feeds, exports and raw captures: what leaves the pages as a file."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from typing import Any

from datasette import Response

from archive.database import connect_read_only
from archive.serving import operation, reading
from archive.serving.exports import XLSX, csv_text, xlsx_file
from archive.serving.feeds import CONTENT_TYPE, Entry, feed
from archive.serving.lists import COLUMNS, Asked, batch, batches, ids_of, newest
from archive.serving.site import Download, Site, number
from archive.serving.wording import KINDS, ROLES, STATUSES, delay, moment
from archive.warc import WarcError, read_capture
from archive.watches import watches

PIECE = 65_536


class Downloads:
    """All views that answer with a file."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._making = asyncio.Semaphore(2)

    async def search_feed(self, request: Any) -> Any:
        """The newest articles of a search."""
        asked = self.site.asked(request)
        title = asked.title(await self.site.read(reading.site_names)) or "全部文章"
        return await self._list_feed(request, asked, title, self.site.url("/search", **asked.parameters))

    async def watch_feed(self, request: Any) -> Any:
        """The newest articles of a saved search, also after its words were changed."""
        name = request.args.get("name") or ""
        one = await self.site.read(lambda conn: next((one for one in watches(conn) if one.name == name), None))
        if one is None:
            return await self.site.missing(request, f"没有名为「{name[:80]}」的关注。")
        return await self._list_feed(request, Asked(one.query), one.name, self.site.url("/watch", name=name))

    async def _list_feed(self, request: Any, asked: Asked, title: str, page: str) -> Any:
        entries = await self.site.read(newest, asked.query, self.site.base(request))
        return self._atom(request, title, page, entries)

    async def story_feed(self, request: Any) -> Any:
        """Who published a story, the latest first."""
        found, names = await self.site.read(lambda conn: (reading.story(conn, number(request, "id")), reading.site_names(conn)))
        if found is None:
            return await self.site.missing(request, "没有这篇稿件。")
        base = self.site.base(request)
        entries = [
            Entry(
                id=member["url"], title=f"{names.get(member['site'], member['site'])}　{ROLES.get(member['role'], member['role'])}",
                updated=member["published"] or "", link=f"{base}/article/{member['article_id']}", via=member["url"],
                text=f"{member['title']}\n{moment(member['published'])} {delay(member['hours_after_first'])}",
            )
            for member in sorted(found.chain, key=lambda one: one["published"] or "", reverse=True)
        ]  # fmt: skip
        return self._atom(request, found.row["title"], self.site.url(f"/story/{found.row['id']}"), entries)

    async def runs_feed(self, request: Any) -> Any:
        """The latest runs."""
        listed, base = await self.site.read(operation.runs), self.site.base(request)
        entries = [
            Entry(
                id=f"{base}/run/{run['id']}", link=f"{base}/run/{run['id']}", updated=run["ended_at"] or run["started_at"],
                title=f"{KINDS.get(run['kind'], run['kind'])}　{STATUSES.get(run['exit_status'], '没有结束')}",
                text=f"新文章 {run['new']:.0f} 篇，有改动 {run['changed']:.0f} 篇，失败 {run['failed']:.0f} 次；失败的站点 {run['failing']:.0f} 个",
            )
            for run in listed
        ]  # fmt: skip
        return self._atom(request, "运行记录", self.site.url("/runs"), entries)

    def _atom(self, request: Any, title: str, page: str, entries: list[Entry]) -> Any:
        root = f"{request.scheme}://{request.host}"
        document = feed(f"检讯：{title}", f"{root}{request.full_path}", f"{root}{page}", entries)
        tag = f'"{hashlib.sha256(document).hexdigest()[:20]}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response("", status=304, headers=headers, content_type=CONTENT_TYPE)
        return Response(document, headers=headers, content_type=CONTENT_TYPE)

    async def csv(self, request: Any) -> Any:
        """The hits of a search for a spreadsheet, sent as they are read."""
        asked = self.site.asked(request)
        ids = await self.site.read(ids_of, asked.query)

        async def pieces() -> AsyncIterator[bytes]:
            yield csv_text([list(COLUMNS.values())], first=True).encode()
            for some in batches(ids):
                yield csv_text(await self.site.read(batch, some)).encode()

        return Download(pieces(), "text/csv; charset=utf-8", f"{_filename(asked)}.csv")

    async def json(self, request: Any) -> Any:
        """The same for programs: a JSON array of objects, one a line."""
        asked = self.site.asked(request)
        ids = await self.site.read(ids_of, asked.query)

        async def pieces() -> AsyncIterator[bytes]:
            before = "[\n"
            for some in batches(ids):
                for row in await self.site.read(batch, some):
                    yield (before + json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False)).encode()
                    before = ",\n"
            yield b"[]\n" if not ids else b"\n]\n"

        return Download(pieces(), "application/json; charset=utf-8", f"{_filename(asked)}.json")

    async def xlsx(self, request: Any) -> Any:
        """The same as a workbook, made in a thread and on a connection of its own, so that pages need not wait."""
        asked = self.site.asked(request)
        ids, names = await self.site.read(lambda conn: (ids_of(conn, asked.query), reading.site_names(conn)))
        directory = self.site.warcs.parent

        def rows() -> Iterator[list[Any]]:
            conn = connect_read_only(directory)
            try:
                for some in batches(ids):
                    yield from batch(conn, some)
            finally:
                conn.close()

        async with self._making:
            file = await asyncio.to_thread(lambda: xlsx_file(list(COLUMNS.values()), rows(), asked.title(names) or "检讯"))

        async def pieces() -> AsyncIterator[bytes]:
            with file:
                while piece := file.read(PIECE):
                    yield piece

        return Download(pieces(), XLSX, f"{_filename(asked)}.xlsx")

    async def capture(self, request: Any) -> Any:
        """The bytes of a capture as received, content encoding removed, never to be shown by the browser."""
        found = await self.site.read(reading.capture, number(request, "id"), None)
        try:
            record = found and await asyncio.to_thread(read_capture, self.site.warcs, found[0])
            content = record.content if record else b""
        except (WarcError, OSError, sqlite3.DatabaseError) as error:
            return await self.site.missing(request, f"读不到这份记录：{error}")
        if not found:
            return await self.site.missing(request, "没有这次抓取的记录。")

        async def pieces() -> AsyncIterator[bytes]:
            yield content

        return Download(pieces(), "application/octet-stream", f"capture-{number(request, 'id')}.bin")


def _filename(asked: Asked) -> str:
    """A name of ASCII letters that tells little, as header fields want it."""
    said = re.sub(r"[^A-Za-z0-9]+", "-", asked.title({})).strip("-")[:40]
    return f"jianxun-{said}" if said else "jianxun"
