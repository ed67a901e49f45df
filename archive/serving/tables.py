"""Datasette's own tables and queries as files for a spreadsheet: its CSV rewritten on the way out, and .xlsx beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from datasette import Response

from archive.serving.exports import XLSX, ForExcel, xlsx_file
from archive.serving.security import App, Message, Send


def for_excel(app: App) -> App:
    """The application with all CSV that Datasette writes made fit for spreadsheets; ours comes so already."""

    async def answer(scope: Message, receive: Any, send: Send) -> None:
        if scope["type"] != "http" or not str(scope.get("path", "")).endswith(".csv"):
            await app(scope, receive, send)
            return
        rewriting: ForExcel | None = None

        async def send_rewritten(message: Message) -> None:
            nonlocal rewriting
            if message["type"] == "http.response.start":
                headers = {bytes(name).lower(): bytes(value) for name, value in message.get("headers", [])}
                kind = headers.get(b"content-type", b"")
                ours = b"content-security-policy" in headers
                if message["status"] == 200 and kind.startswith((b"text/plain", b"text/csv")) and not ours:
                    rewriting = ForExcel()
            elif rewriting is not None:
                more = message.get("more_body", False)
                text = rewriting.feed(message.get("body", b"").decode("utf-8", "replace"), last=not more)
                message = {**message, "body": text.encode()}
            await send(message)

        await app(scope, receive, send_rewritten)

    return answer


def table_renderer(columns: Sequence[str], rows: Sequence[Any], table: str | None, query_name: str | None) -> Any:
    """What Datasette calls for `/news/articles.xlsx`."""
    name = table or query_name or "query"
    cells = (["" if isinstance(value, bytes) else value for value in tuple(row)] for row in rows)
    with xlsx_file(list(columns), cells, name) as file:
        content = file.read()
    disposition = f'attachment; filename="{"".join(one for one in name if one.isascii() and (one.isalnum() or one in "_-")) or "query"}.xlsx"'
    return Response(content, headers={"Content-Disposition": disposition}, content_type=XLSX)
