"""Pages that need JavaScript: rendered by a Chromium in a process that can be killed, whose every connection passes our guard.

Playwright is driven in a child process of our own rather than through scrapy-playwright, because a Chromium that dies or hangs must cost
its page and nothing else. Chromium reaches the network only through a SOCKS proxy in this process, so redirects, frames, scripts and
sockets of a page meet the same check as Scrapy's connections.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import logging
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.http import HtmlResponse, Request, Response
from scrapy.http.headers import Headers

from archive.records import Outcome
from crawler.attempts import Refused
from crawler.downloads import BoundedDownloadHandler
from crawler.guard import GUARD, is_allowed

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

log = logging.getLogger(__name__)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GRACE = 5.0  # seconds that the child gets beyond the page's time before it is killed
START_SECONDS = 30.0
MOST_LINE = 40 * 1024 * 1024  # of the child's answer: two documents of 10 MB in base64
CHUNK = 1 << 16
MOST_MEMORY = 600 * 1024 * 1024  # bytes resident of any one process of the browser; an ordinary page's has half of that
WATCH = 0.25  # seconds between looks at the memory
# what Chromium calls it, and what it is; the first that is found in its message
ERRORS = (
    ("ERR_CERT", Outcome.TLS), ("ERR_SSL", Outcome.TLS), ("ERR_NAME_NOT_RESOLVED", Outcome.DNS),
    ("CONTENT_LENGTH_MISMATCH", Outcome.TRUNCATED), ("INCOMPLETE_CHUNKED", Outcome.TRUNCATED), ("CONTENT_DECODING", Outcome.TRUNCATED),
    ("ERR_RESPONSE_HEADERS", Outcome.BAD_HTTP), ("ERR_INVALID_HTTP", Outcome.BAD_HTTP), ("ERR_INVALID_CHUNKED", Outcome.BAD_HTTP),
    ("ERR_EMPTY_RESPONSE", Outcome.CONNECTION), ("ERR_CONNECTION", Outcome.CONNECTION), ("ERR_SOCKS", Outcome.CONNECTION),
    ("Timeout", Outcome.TIMEOUT), ("larger than", Outcome.TOO_LARGE),
)  # fmt: skip


class BrowserError(RuntimeError):
    """A page could not be rendered: the browser died, hung or would not."""


class TooLateError(BrowserError):
    """The page is not wanted any more: its turn came after the end of its source's time."""


def find_browser(named: str = "") -> str:
    """The Chromium to use: the configured one, the first on PATH, or '' for Playwright's own."""
    return named or next((path for path in map(shutil.which, NAMES) if path), "")


class GuardedProxy:
    """A SOCKS5 proxy on loopback that connects only to what the guard allows, at the address that was checked."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Listens on a free port; HOST:PORT."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=CHUNK)
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"{host}:{port}"

    def close(self) -> None:
        """Stops listening."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream: asyncio.StreamWriter | None = None
        try:
            host, port = await asyncio.wait_for(_requested(reader, writer), 10)
            connected = await self._connect(host, port)
            if connected is None:
                writer.write(b"\x05\x02\x00\x01" + bytes(6))  # not allowed
                await writer.drain()
                return
            answers, upstream = connected
            writer.write(b"\x05\x00\x00\x01" + bytes(6))
            await asyncio.gather(_pump(reader, upstream), _pump(answers, writer))
        except (TimeoutError, OSError, EOFError, ValueError):
            pass  # the page sees a connection that failed
        finally:
            for one in (writer, upstream):
                if one is not None:
                    one.close()

    async def _connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        infos = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
        for info in infos[:4]:
            address = str(info[4][0])
            if not is_allowed(host, port, address, GUARD.allow):
                GUARD.refuse(host, port, address)
                continue
            with contextlib.suppress(OSError, asyncio.TimeoutError):
                return await asyncio.wait_for(asyncio.open_connection(address, port, limit=CHUNK), 15)
        return None


async def _requested(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    """Host and port of a SOCKS5 CONNECT; ValueError for anything else."""
    version, methods = await reader.readexactly(2)
    await reader.readexactly(methods)
    writer.write(b"\x05\x00")
    _, command, _, kind = await reader.readexactly(4)
    if version != 5 or command != 1:
        raise ValueError("only SOCKS5 CONNECT is served")
    if kind == 3:
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode("ascii", "replace")
    else:
        import ipaddress

        host = str(ipaddress.ip_address(await reader.readexactly(4 if kind == 1 else 16)))
    return host, int.from_bytes(await reader.readexactly(2), "big")


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(CHUNK):
        writer.write(data)
        await writer.drain()
    with contextlib.suppress(OSError):
        writer.write_eof()


class Renderer:
    """One Chromium in a child process, started when the first page wants it, replaced when it dies or hangs."""

    def __init__(self, executable: str, agent: str) -> None:
        self._executable = executable
        self._agent = agent
        self._proxy = GuardedProxy()
        self._child: asyncio.subprocess.Process | None = None
        self._address = ""
        self._turn = asyncio.Lock()

    async def render(
        self, url: str, seconds: float = 30.0, insecure: bool = False, late: Callable[[], str] = str
    ) -> dict[str, Any]:
        """`url`, `status`, `headers`, `received` and `dom` of the page as it stands after its scripts ran. Raises BrowserError.

        All sources wait for one browser; `late` says, when the turn has come, why the page is not wanted any more, or ''.
        """
        async with self._turn:
            why = late()
            if why:
                raise TooLateError(why)
            child = await self._running()
            order = json.dumps({"url": url, "seconds": seconds, "insecure": insecure}) + "\n"
            started = time.monotonic()
            try:
                if child.stdin is None or child.stdout is None:
                    raise BrowserError("the browser's process has no pipes")
                child.stdin.write(order.encode())
                await child.stdin.drain()
                reading = asyncio.wait_for(child.stdout.readline(), seconds + GRACE + START_SECONDS * self._fresh)
                watch = asyncio.ensure_future(self._watch(child.pid))
                try:
                    line = await reading
                finally:
                    watch.cancel()
            except TimeoutError:
                self.kill()
                raise BrowserError(f"the page was not rendered within {seconds:.0f} s; its browser was ended") from None
            except (OSError, ValueError) as error:
                self.kill()
                raise BrowserError(f"the browser broke off: {error}") from None
            self._fresh = 0
            if not line:
                gorged, self._gorged = self._gorged, False
                self.kill()
                raise BrowserError("the page took more memory than allowed" if gorged else "the browser died")
            answer: dict[str, Any] = json.loads(line)
            answer["took"] = time.monotonic() - started
            if "error" in answer:
                if "closed" in answer["error"] or "crash" in answer["error"].lower():
                    self.kill()
                raise BrowserError(answer["error"])
            return answer

    async def _running(self) -> asyncio.subprocess.Process:
        if self._child is not None and self._child.returncode is None:
            return self._child
        self._address = self._address or await self._proxy.start()
        self._fresh = 1
        self._child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "crawler.chromium", self._executable, self._address, self._agent,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            limit=MOST_LINE, start_new_session=True,  # Ctrl-C is for us to handle
        )  # fmt: skip
        return self._child

    _fresh = 0
    _gorged = False

    async def _watch(self, pid: int) -> None:
        """Ends the browser when a page makes it eat memory; Chromium itself lets a page have gigabytes."""
        while True:
            await asyncio.sleep(WATCH)
            if any(resident(one) > MOST_MEMORY for one in family_of(pid)):
                self._gorged = True
                end_with_descendants(pid)

    def kill(self) -> None:
        """Ends the child and all that it started, whatever they are doing."""
        child, self._child = self._child, None
        if child is not None:
            end_with_descendants(child.pid)

    def close(self) -> None:
        """Ends the browser and the proxy."""
        self.kill()
        self._proxy.close()


def family_of(pid: int) -> list[int]:
    """A process and its descendants."""
    family, waiting = [pid], [pid]
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            text = stat.read_text()
            children.setdefault(int(text.rsplit(")", 1)[1].split()[1]), []).append(int(stat.parent.name))
    while waiting:
        found = children.get(waiting.pop(), [])
        family += found
        waiting += found
    return family


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 when it is gone."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def end_with_descendants(pid: int) -> None:
    """SIGKILL to a process and its descendants: Chromium's own are in groups of their own and would outlive a group kill."""
    for one in family_of(pid):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(one, signal.SIGKILL)


class BrowserDownloadHandler(BoundedDownloadHandler):
    """Renders requests with `render` in their meta; robots.txt, feeds and all else are fetched as ever."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._crawler_ = crawler

    async def download_request(self, request: Request) -> Response:
        """The rendered page as an HTML response flagged `rendered`; the bytes received are in `request.meta["received"]`."""
        spider: Any = self._crawler_.spider
        run = spider.run
        if not request.meta.get("render") or request.url.endswith("/robots.txt"):
            request.meta["download_timeout"] = run.config.response_seconds  # Scrapy's own is for rendering here
            return await super().download_request(request)
        if run.renderer is None:
            settings = self._crawler_.settings
            run.renderer = Renderer(find_browser(settings.get("JIANXUN_BROWSER") or ""), settings["USER_AGENT"])
        refused = GUARD.count
        try:
            answer = await run.renderer.render(
                request.url, run.config.response_seconds, spider.source.insecure, late=lambda: spider.budget.over
            )
        except TooLateError as error:
            raise Refused(Outcome.BUDGET, str(error)) from error
        except BrowserError as error:
            if GUARD.count > refused and "SOCKS" in str(error):
                raise Refused(Outcome.BLOCKED_ADDRESS, f"leads to {GUARD.latest}, which is not public") from error
            outcome = next((outcome for said, outcome in ERRORS if said in str(error)), Outcome.BROWSER)
            raise Refused(outcome, str(error)) from error
        request.meta["download_latency"] = answer["took"]  # without the wait for its turn
        if answer["url"].startswith("chrome-error:") and GUARD.count > refused:
            raise Refused(Outcome.BLOCKED_ADDRESS, f"leads to {GUARD.latest}, which is not public")
        if spider.offsite(answer["url"]):
            raise Refused(Outcome.OFFSITE, f"leads to {answer['url'][:200]}")
        request.meta["received"] = base64.b64decode(answer["received"])
        headers = Headers(
            {name: value for name, value in answer["headers"] if name.lower() not in ("content-length", "transfer-encoding")}
        )
        headers["Content-Type"] = "text/html; charset=utf-8"
        return HtmlResponse(
            answer["url"],
            status=answer["status"],
            headers=headers,
            body=base64.b64decode(answer["dom"]),
            encoding="utf-8",
            flags=["rendered"],
        )
