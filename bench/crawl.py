"""Throughput and memory of the whole pipeline against bare extraction, and runs that are killed. `python -m bench.crawl [kill]`.

A generated portal of 2,000 pages of 40 to 110 KB. The ceiling is two processes that do nothing but read the same pages from memory,
measured in the same run. Nothing leaves this machine.
"""

from __future__ import annotations

import random
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tabulate import tabulate

from archive.integrity import verify
from archive.records import Page
from bench.prose import prose
from crawler.source import Source
from tests.portal_site import PortalSite

ROOT = Path(__file__).parent.parent
ROUNDS = 3
CHARACTERS = 1300  # of an article; saved pages of news have 1,334 on average


def main() -> None:
    if sys.argv[1:] == ["kill"]:
        killed(rounds=20)
    else:
        throughput(int(sys.argv[1]) if sys.argv[1:] else 2000)


def command(site: PortalSite, directory: Path) -> list[str]:
    return [
        sys.executable, "-m", "crawler", "nightly", "--sources", str(directory / "sources"), "--data", str(directory / "data"),
        "--allow-address", site.host, "--config", str(directory / "jianxun.toml"),
    ]  # fmt: skip


def prepare(site: PortalSite, directory: Path) -> None:
    (directory / "sources").mkdir()
    (directory / "sources" / "portal.toml").write_text(site.source_toml(), encoding="utf-8")
    (directory / "jianxun.toml").write_text(
        "workers = 2\npages = 100000\narticles = 100000\nmegabytes = 100000\ndepth = 1000\nconcurrency = 8\n"
    )


def throughput(articles: int) -> None:
    """Crawls ROUNDS times, between measurements of the ceiling, as a machine's speed is not steady."""
    site = PortalSite(articles=articles, padding=34_000, spread=70_000, text=free_text)
    with site.serving():
        pages = [(f"{site.url}{site.article(n).path}", site._page(n).encode()) for n in range(articles)]
        for url, body in pages:  # made beforehand: what a portal's server does is not the pipeline's
            answer = (200, {"Content-Type": "text/html; charset=utf-8", "ETag": f'"{len(url)}-{len(body)}"'}, body)
            site.extra[url.removeprefix(site.url)] = lambda answer=answer: answer  # type: ignore[misc]
        sizes = sorted(len(body) for _, body in pages)
        print(f"{articles} pages, {sizes[0] // 1000} to {sizes[-1] // 1000} KB", flush=True)
        source = Source(key="portal", name="", home=site.url)
        before, rows = bare(pages, source), []
        for _ in range(ROUNDS):
            rate, memory = crawled(site, articles)
            after = bare(pages, source)
            rows.append((before, rate, after, 2 * rate / (before + after)))
            print(f"ceiling {before:.1f}, pipeline {rate:.1f}, ceiling {after:.1f} pages/s; main process {memory}", flush=True)
            before = after
        print(
            tabulate(
                [[f"{one:.1f}" for one in row[:3]] + [f"{row[3]:.2f}"] for row in rows],
                headers=["two processes that only read, before", "the whole pipeline, two workers", "after", "of the ceiling"],
            )
        )
        print(f"median {statistics.median(row[3] for row in rows):.2f} of the ceiling")


def free_text(number: int) -> list[str]:
    """The paragraphs of an article, as long and as full of numbers as news is."""
    return prose(random.Random(number), CHARACTERS).split("\n")


def crawled(site: PortalSite, articles: int) -> tuple[float, str]:
    """Pages a second of a crawl of the portal into a new archive, and the memory of its main process."""
    site.asked.clear()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        prepare(site, directory)
        process = subprocess.Popen(
            command(site, directory), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        memory: dict[int, int] = {}
        while process.poll() is None:
            asked = sum(site.asked.values())
            for mark in (500, articles - 20):
                if asked >= mark and mark not in memory:
                    memory[mark] = rss(process.pid)
            time.sleep(0.1)
        conn = sqlite3.connect(directory / "data" / "news.db")
        stored, seconds = conn.execute("SELECT new, seconds FROM run_sources").fetchone()
        conn.close()
    if stored != articles:
        raise SystemExit(f"stored {stored} of {articles}")
    return stored / seconds, ", ".join(f"{kb // 1024} MB at page {mark}" for mark, kb in memory.items())


def bare(pages: list[tuple[str, bytes]], source: Source) -> float:
    """Pages a second of two processes that call the same reading."""
    with ProcessPoolExecutor(2, initializer=warm) as pool:
        list(pool.map(read_one, [(*page, source) for page in pages[:40]], chunksize=10))
        started = time.perf_counter()
        list(pool.map(read_one, [(*page, source) for page in pages], chunksize=20))
        return len(pages) / (time.perf_counter() - started)


def warm() -> None:
    import crawler.reading  # noqa: F401


def read_one(job: tuple[str, bytes, Source]) -> None:
    from crawler.reading import read
    from crawler.topic import read_profile

    global _profile  # noqa: PLW0603
    _profile = _profile or read_profile()
    read(Page(job[0], job[1], datetime.now(UTC), "text/html; charset=utf-8"), job[2], _profile)


_profile = None


def rss(pid: int) -> int:
    """Resident kilobytes of a process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def killed(rounds: int) -> None:
    """SIGKILL at so many random moments of a run over 300 articles, then run again each time."""
    site = PortalSite(articles=300)
    chance = random.Random(1)
    with site.serving(), tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        prepare(site, directory)
        for number in range(rounds):
            process = subprocess.Popen(command(site, directory), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0.3, 4.0))
            process.send_signal(signal.SIGKILL)
            process.wait()
            print(f"killed {number + 1} of {rounds}", flush=True)
        status = subprocess.run(
            command(site, directory), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
        conn = sqlite3.connect(directory / "data" / "news.db")
        articles, urls = conn.execute("SELECT count(*), count(DISTINCT key) FROM articles").fetchone()
        integrity = conn.execute("PRAGMA integrity_check").fetchone()[0]
        captures = conn.execute("SELECT count(*) FROM captures").fetchone()[0]
        conn.close()
        damage = list(verify(directory / "data"))
        print(
            f"exit {status.returncode}; {articles} articles at {urls} addresses; integrity {integrity}; {captures} captures, {len(damage)} damaged"
        )


if __name__ == "__main__":
    main()
