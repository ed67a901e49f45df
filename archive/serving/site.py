"""What all pages share: addresses, rendering, answers for what is not there, too slow or not allowed. What a page shows is `pages`'s."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from datasette import Response
from markupsafe import Markup

from archive.serving import security, wording
from archive.serving.gateway import TooSlowError, may_read, read, warc_directory
from archive.serving.lists import Asked, asked

NUMBERS = 18  # digits of a row's number
View = Callable[..., Awaitable[Any]]
KEPT_BY_READER = {"Cache-Control": "no-cache"}


class Download:
    """An answer that is sent in pieces; quacks like Datasette's Response."""

    def __init__(self, pieces: AsyncIterator[bytes], content_type: str, filename: str) -> None:
        self._pieces = pieces
        self.headers = {
            "content-type": content_type,
            "content-disposition": f'attachment; filename="{filename}"',
            "content-security-policy": security.PAGES,
            "cache-control": "no-cache",
        }

    async def asgi_send(self, send: Any) -> None:
        """Sends headers, then each piece as it is made."""
        headers = [(name.encode(), value.encode()) for name, value in self.headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        async for piece in self._pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


@cache
def style(name: str = "jianxun.css") -> tuple[bytes, str]:
    """A style sheet, of our pages or of Datasette's, and a name that changes with it."""
    content = (files("archive.serving") / "static" / name).read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:10]


class Site:
    """The pages' view of one archive in one Datasette."""

    def __init__(self, datasette: Any, db: Any) -> None:
        self.datasette = datasette
        self.db = db

    @property
    def warcs(self) -> Path:
        """Where the WARC files of the archive lie."""
        return warc_directory(self.db)

    def url(self, path: str, **parameters: Any) -> str:
        """The address of a page with its parameters; None and '' are left out, lists repeat."""
        said = [(name, one) for name, value in parameters.items() for one in (value if isinstance(value, list) else [value])]
        query = urlencode([(name, str(one)) for name, one in said if one not in (None, "")])
        return str(self.datasette.urls.path(path)) + (f"?{query}" if query else "")

    def base(self, request: Any) -> str:
        """The absolute address that page paths are added to; the Host header was checked."""
        return f"{request.scheme}://{request.host}{self.datasette.setting('base_url').rstrip('/')}"

    def asked(self, request: Any) -> Asked:
        """The list that the request's parameters ask for."""
        return asked({name: request.args.getlist(name) for name in request.args})

    async def read(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Runs `work(conn, ...)` on the archive."""
        return await read(self.db, work, *args, **kwargs)

    async def questions(self, request: Any) -> list[tuple[str, str]]:
        """Addresses and titles of the canned queries that Datasette's metadata has for the archive."""
        known = getattr(self.datasette, "get_canned_queries", None)
        queries = await known(self.db.name, request.actor) if known else {}
        return [(self.url(f"/{self.db.name}/{name}"), query.get("title") or name) for name, query in queries.items()]

    async def page(
        self, request: Any, template: str, status: int = 200, headers: Mapping[str, str] | None = None, **context: Any
    ) -> Any:
        """A page from a template of ours."""
        shared = {
            "url": self.url, "w": wording, "safe": Markup, "css": self.url("/-/jianxun.css", v=style()[1]), "table": self.db.name,
            "asked": context.get("asked") or Asked(), "path": request.path, "feed": None,
        }  # fmt: skip
        html = await self.datasette.render_template(f"jianxun/{template}.html", {**shared, **context}, request=request)
        return Response.html(
            html, status=status, headers={**KEPT_BY_READER, "Content-Security-Policy": security.PAGES, **(headers or {})}
        )

    async def missing(self, request: Any, what: str) -> Any:
        """The page for what is not there."""
        return await self.page(request, "message", 404, title="没有找到", text=what)

    def view(self, function: View) -> View:
        """A view of Datasette's from one of ours: reading only, for who may read, and no reading without end."""

        async def answer(request: Any) -> Any:
            if request.method not in ("GET", "HEAD"):
                return Response.text("405: pages are only read", status=405, headers={"Allow": "GET, HEAD"})
            if not await may_read(self.datasette, request, self.db):
                return await self.page(request, "message", 403, title="没有权限", text="这个存档没有对你开放。")
            try:
                return await function(request)
            except TooSlowError:
                return await self.page(request, "message", 503, title="太慢", text="这一页读得太久，已经停止。请缩小范围再试。")
            except sqlite3.DatabaseError as error:
                return await self.page(
                    request, "message", 500, title="数据库出错", text=f"{error}。命令 jianxun verify 会说明哪里损坏。"
                )

        return answer


def number(request: Any, name: str) -> int:
    """A row's number from the path; 0, which no row has, for what is too long."""
    said = request.url_vars[name]
    return int(said) if len(said) <= NUMBERS else 0


def text(request: Any, name: str) -> str:
    """A part of the path as text."""
    return unquote(request.url_vars[name])
