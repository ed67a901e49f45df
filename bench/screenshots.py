"""Pictures of the pages, taken by a real Chromium: what README shows, and what a designer looks at.

python -m bench.screenshots DATA [DIR]        DIR is docs by default: front.png and story.png
python -m bench.screenshots DATA DIR --all    every page, wide, on a phone, and dark
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from archive.database import connect_read_only
from archive.serving.server import running

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


def main(arguments: list[str]) -> None:
    data = Path(arguments[0])
    names = [one for one in arguments[1:] if one != "--all"]
    target = Path(names[0]) if names else Path("docs")
    target.mkdir(parents=True, exist_ok=True)
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if path is None:
        raise SystemExit("no Chromium found; .ci/browser installs one")
    conn = connect_read_only(data)
    with running(data) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        if "--all" not in arguments:
            for name, address in (("front", "/"), ("story", f"/story/{_story(conn)}")):
                _picture(browser, base + address, target / f"{name}.png", WIDE, full=False)
            return
        for name, address in _pages(conn).items():
            whole = name != "table"  # a hundred bodies are taller than a picture may be
            _picture(browser, base + address, target / f"{name}.png", WIDE, whole)
            _picture(browser, base + address, target / f"{name}-phone.png", PHONE, whole)
        for name in ("front", "story"):
            _picture(browser, base + _pages(conn)[name], target / f"{name}-dark.png", WIDE, color_scheme="dark")


def _picture(browser: Browser, url: str, path: Path, size: Any, full: bool = True, **options: Any) -> None:
    page = browser.new_page(viewport=size, locale="zh-CN", **options)
    page.goto(url, wait_until="load")
    page.screenshot(path=path, full_page=full)
    page.close()
    print(path)


def _story(conn: sqlite3.Connection) -> int:
    """The story with most copies; of equals the newest that has a date."""
    sql = "SELECT id FROM stories ORDER BY min(copies, 6) DESC, first_published DESC, id LIMIT 1"
    return int(conn.execute(sql).fetchone()[0])


def _pages(conn: sqlite3.Connection) -> dict[str, str]:
    article = conn.execute("SELECT id FROM articles ORDER BY version DESC, id LIMIT 1").fetchone()[0]
    capture = conn.execute("SELECT capture_id FROM articles WHERE capture_id IS NOT NULL LIMIT 1").fetchone()
    run = conn.execute("SELECT max(id) FROM runs").fetchone()[0]
    source = conn.execute("SELECT site FROM articles LIMIT 1").fetchone()[0]
    pages = {
        "front": "/",
        "regions": "/?by=region",
        "search": "/search?q=%E8%AE%A1%E9%87%8F",
        "story": f"/story/{_story(conn)}",
        "article": f"/article/{article}",
        "source": f"/source/{source}",
        "sources": "/sources",
        "runs": "/runs",
        "run": f"/run/{run}",
        "feeds": "/feeds",
        "table": "/news/articles",
    }
    return pages | ({"capture": f"/capture/{capture[0]}"} if capture else {})


if __name__ == "__main__":
    main(sys.argv[1:])
