"""Portals that need JavaScript, in a real Chromium that may die, hang and be led astray."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.portal_site import PortalSite

ROOT = Path(__file__).parent.parent
NUMBERS = range(4)


def script_page(site: PortalSite, number: int, more: str = "") -> bytes:
    """A page whose title and body exist only after its script ran."""
    written = site.article(number)
    text = "".join(f"<p>{one}</p>" for one in written.paragraphs)
    html = f"<h1>{written.title}</h1><div class=info>{written.day} 08:30 来源:本机日报</div><div class=content>{text}</div>"
    return f"<html><head><title>…</title></head><body><div id=app></div><script>{more};document.title='x';document.getElementById('app').innerHTML={html!r}</script></body></html>".encode()


def script_list(site: PortalSite) -> bytes:
    items = "".join(
        f"<li><a href={site.article(n).path}>{site.article(n).title}</a><span>{site.article(n).day}</span></li>" for n in NUMBERS
    )
    return f"<html><body><div id=app></div><script>setTimeout(()=>document.getElementById('app').innerHTML='<ul>{items}</ul>',200)</script></body></html>".encode()


@pytest.fixture
def portal(tmp_path: Path, chromium: str) -> Iterator[PortalSite]:
    site = PortalSite(articles=len(NUMBERS))
    html = {"Content-Type": "text/html; charset=utf-8"}
    with site.serving():
        site.extra["/news/"] = lambda: (200, html, script_list(site))
        for number in NUMBERS:
            site.extra[site.article(number).path] = lambda number=number: (200, html, script_page(site, number))  # type: ignore[misc]
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "portal.toml").write_text(site.source_toml(javascript=True), encoding="utf-8")
        yield site


def command(site: PortalSite, directory: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "crawler", "nightly", "--sources", str(directory / "sources"), "--data", str(directory / "data"),
        "--allow-address", site.host, *more,
    ]  # fmt: skip


def rows(directory: Path, sql: str) -> list[tuple[Any, ...]]:
    conn = sqlite3.connect(directory / "data" / "news.db")
    try:
        return conn.execute(sql).fetchall()
    finally:
        conn.close()


def test_a_list_and_bodies_that_only_scripts_make_are_archived_and_replay_without_a_browser(
    portal: PortalSite, tmp_path: Path
) -> None:
    done = subprocess.run(command(portal, tmp_path), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = rows(tmp_path, "SELECT title, body FROM articles ORDER BY title")
    assert [title for title, _ in found] == sorted(portal.article(n).title for n in NUMBERS)
    assert {body for _, body in found} == {"\n".join(portal.article(n).paragraphs) for n in NUMBERS}
    again = ["--replay", str(tmp_path / "data" / "warc"), "--data", str(tmp_path / "again")]
    line = [sys.executable, "-m", "crawler", "nightly", "--sources", str(tmp_path / "sources"), *again]
    assert subprocess.run(line, cwd=ROOT, capture_output=True, timeout=60, check=False).returncode == 0
    conn = sqlite3.connect(tmp_path / "again" / "news.db")
    assert conn.execute("SELECT title, body FROM articles ORDER BY title").fetchall() == found
    conn.close()


def test_a_chromium_killed_in_the_middle_costs_its_page_and_not_the_run(portal: PortalSite, tmp_path: Path) -> None:
    slow = portal.article(0).path
    hit = threading.Event()

    def stuck() -> tuple[int, dict[str, str], bytes]:
        if not hit.is_set():
            hit.set()
            time.sleep(8)
        return 200, {"Content-Type": "text/html; charset=utf-8"}, script_page(portal, 0)

    portal.extra[slow] = stuck
    process = subprocess.Popen(command(portal, tmp_path), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert hit.wait(60)
        time.sleep(0.5)
        killed = [pid for pid in descendants(process.pid) if "chrom" in name(pid) and "--type=" not in arguments(pid)]
        assert killed
        for pid in killed:
            os.kill(pid, signal.SIGKILL)
        output = process.communicate(timeout=100)[0]
    finally:
        process.kill()
    assert process.returncode == 0, output
    outcomes = dict(rows(tmp_path, "SELECT outcome, count(*) FROM fetches GROUP BY outcome"))
    assert outcomes["browser"] >= 1
    assert outcomes["stored"] >= len(NUMBERS) - 1


def test_a_page_whose_turn_comes_after_the_end_is_not_rendered() -> None:
    from crawler.browser import Renderer, TooLateError

    renderer = Renderer("no browser is started", "test")
    with pytest.raises(TooLateError, match="60 minutes"):
        asyncio.run(renderer.render("http://portal.invalid/", late=lambda: "60 minutes"))
    assert renderer._child is None


def test_a_page_that_never_ends_is_ended(tmp_path: Path, chromium: str) -> None:
    import asyncio

    from crawler.browser import BrowserError, Renderer
    from crawler.guard import GUARD

    site = PortalSite(articles=1)
    html = {"Content-Type": "text/html"}
    site.extra["/forever"] = lambda: (200, html, b"<html><body><p>x</p><script>for(;;){}</script></body></html>")
    site.extra["/fine"] = lambda: (200, html, b"<html><body><p>fine</p></body></html>")

    async def both(url: str) -> dict[str, Any]:
        renderer = Renderer(chromium, "jianxun-test")
        try:
            started = time.monotonic()
            with pytest.raises(BrowserError):
                await renderer.render(f"{url}/forever", seconds=3)
            assert time.monotonic() - started < 50
            return await renderer.render(f"{url}/fine", seconds=20)
        finally:
            renderer.close()

    with site.serving():
        before, GUARD.allow = GUARD.allow, frozenset({site.host})
        try:
            answer = asyncio.run(both(site.url))
        finally:
            GUARD.allow = before
    import base64

    assert b"fine" in base64.b64decode(answer["dom"])


@pytest.mark.parametrize(
    ("script", "error"),
    [("location.reload()", "led on more than"), ("(async()=>{for(;;)await fetch('/more').catch(()=>0)})()", "")],
    ids=["reloads", "fetches"],
)
def test_a_page_that_asks_without_end_is_cut_off(chromium: str, script: str, error: str) -> None:
    import asyncio

    from crawler.browser import BrowserError, Renderer
    from crawler.guard import GUARD

    site = PortalSite(articles=1)
    page = f"<html><body><p>x</p><script>{script}</script></body></html>".encode()
    site.extra["/endless"] = lambda: (200, {"Content-Type": "text/html"}, page)

    async def rendered(url: str) -> str:
        renderer = Renderer(chromium, "jianxun-test")
        try:
            await renderer.render(f"{url}/endless", seconds=20)
        except BrowserError as refused:
            return str(refused)
        finally:
            renderer.close()
            await asyncio.sleep(1)  # the loop hears of the child's end, also on a busy machine
        return ""

    with site.serving():
        before, GUARD.allow = GUARD.allow, frozenset({site.host})
        try:
            said = asyncio.run(rendered(site.url))
        finally:
            GUARD.allow = before
    assert (error in said) if error else not said
    assert site.asked["/endless"] < 30
    assert site.asked["/more"] < 600


def test_nothing_a_page_does_reaches_an_address_that_was_not_named(portal: PortalSite, tmp_path: Path) -> None:
    with internal_listener() as (port, hits):
        inside = f"http://127.0.0.1:{port}"
        html = {"Content-Type": "text/html; charset=utf-8"}
        tricks = (
            f"fetch('{inside}/fetch',{{mode:'no-cors'}}).catch(()=>0);new Image().src='{inside}/image';"
            f"try{{new WebSocket('ws://127.0.0.1:{port}/ws')}}catch(e){{}};"
            f"var f=document.createElement('iframe');f.src='{inside}/frame';document.documentElement.appendChild(f);"
            f"var s=document.createElement('script');s.src='http://localhost:{port}/script';document.documentElement.appendChild(s);"
            f"fetch('http://2130706433:{port}/decimal',{{mode:'no-cors'}}).catch(()=>0);"
            f"fetch('http://[::ffff:127.0.0.1]:{port}/mapped',{{mode:'no-cors'}}).catch(()=>0)"
        )
        portal.extra[portal.article(0).path] = lambda: (200, html, script_page(portal, 0, tricks))
        portal.extra[portal.article(1).path] = lambda: (302, {"Location": f"{inside}/redirect"}, b"")
        portal.extra[portal.article(2).path] = lambda: (200, html, f"<script>location='{inside}/location'</script>".encode())
        portal.extra[portal.article(3).path] = lambda: (
            200, html, f"<meta http-equiv=refresh content='0;url={inside}/refresh'><p>x</p>".encode()
        )  # fmt: skip
        done = subprocess.run(command(portal, tmp_path), cwd=ROOT, capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert hits == []
    assert rows(tmp_path, "SELECT title FROM articles") == [(portal.article(0).title,)]
    assert {"blocked_address"} <= {row[0] for row in rows(tmp_path, "SELECT outcome FROM fetches")}


class internal_listener:
    """A server that must not be reached, and what reached it."""

    def __enter__(self) -> tuple[int, list[str]]:
        hits: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hits.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self._server.server_address[1], hits

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(stat.read_text().rsplit(")", 1)[1].split()[1]), []).append(int(stat.parent.name))
        except (OSError, ValueError, IndexError):
            continue
    found, waiting = [], [pid]
    while waiting:
        some = children.get(waiting.pop(), [])
        found += some
        waiting += some
    return found


def name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text()
    except OSError:
        return ""


def arguments(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""
