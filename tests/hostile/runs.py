"""One crawl over all hostile portals, and what it left behind."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from archive.address import AddressError, clean
from tests.hostile.case import Case, list_page, written
from tests.hostile.server import Answer, HostileServer, http
from tests.hostile.sites import Site

ROOT = Path(__file__).parent.parent.parent
CONFIG = "contact = 'test@example.org'\npages = 150\narticles = 60\nconcurrency = 8\ndepth = 25\nworkers = 2\n"
CONFIG += "headers_seconds = 5\nresponse_seconds = 12\n"


@dataclass
class Group:
    """A source whose list links to many cases."""

    name: str
    cases: list[Case]
    server: HostileServer = field(default_factory=HostileServer)
    keys: dict[str, object] = field(default_factory=dict)

    def start(self) -> None:
        self.server.start()
        self.server.answers["/robots.txt"] = http(404)
        self.server.answers["/list/"] = list_page([(self.link(case), written(case.name).title) for case in self.cases])
        for case in self.cases:
            if not case.link:
                self.server.answers[f"/case/{case.name}"] = case.answer

    def link(self, case: Case) -> str:
        return case.link or f"/case/{case.name}"

    def address(self, case: Case) -> str:
        """The address whose rows tell."""
        address = case.at or case.link or f"{self.server.url}/case/{case.name}"
        try:
            return clean(address)
        except AddressError:
            return address

    def source_toml(self) -> str:
        keys = {
            "name": self.name,
            "home": f"{self.server.url}/",
            "lists": [f"{self.server.url}/list/"],
            "delay": 0,
            "articles": "case",
        }
        return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in (keys | self.keys).items())


@dataclass
class Crawled:
    """What a crawl left."""

    data: Path
    output: str
    status: int
    seconds: float
    most_memory: dict[str, int] = field(
        default_factory=dict
    )  # MB resident at most, of the main process and of the largest worker

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        conn = sqlite3.connect(self.data / "news.db")
        try:
            return conn.execute(sql, values).fetchall()
        finally:
            conn.close()

    def outcomes(self, address: str) -> list[tuple[str, str]]:
        """(outcome, detail) of every attempt at an address, oldest first."""
        return self.rows("SELECT outcome, detail FROM fetches WHERE url = ? ORDER BY id", address)  # type: ignore[return-value]


def crawl(directory: Path, portals: list[Group] | list[Site] | list[Group | Site], *flags: str, config: str = CONFIG) -> Crawled:
    """Runs `nightly` over running portals as a user would."""
    sources = directory / "sources"
    sources.mkdir(exist_ok=True)
    for portal in portals:
        (sources / f"{portal.name.replace('-', '_')}.toml").write_text(portal.source_toml(), encoding="utf-8")
    (directory / "jianxun.toml").write_text(config)
    line = [
        sys.executable, "-m", "crawler", "nightly", "--sources", str(sources), "--data", str(directory / "data"),
        "--config", str(directory / "jianxun.toml"), *flags,
    ]  # fmt: skip
    for portal in portals:
        line += ["--allow-address", portal.server.host]
    started = time.monotonic()
    with (directory / "output").open("w") as output:
        process = subprocess.Popen(
            line, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        memory: dict[str, int] = {}
        watch = threading.Thread(target=_watch, args=(process, memory), daemon=True)
        watch.start()
        try:
            process.wait(timeout=240)
        finally:
            process.kill()
            process.wait()
            watch.join()
    return Crawled(directory / "data", (directory / "output").read_text(), process.returncode, time.monotonic() - started, memory)


def _watch(process: subprocess.Popen[bytes], memory: dict[str, int]) -> None:
    """Samples resident memory of a process and of what it started."""
    while process.poll() is None:
        for pid in [process.pid, *descendants(process.pid)]:
            name = "main" if pid == process.pid else kind_of(pid)
            memory[name] = max(memory.get(name, 0), resident(pid))
        time.sleep(0.05)


def kind_of(pid: int) -> str:
    """worker, or browser for what drives one and for its own processes."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_text(errors="replace")
    except OSError:
        return "worker"
    return "browser" if any(name in command for name in ("chrom", "playwright", "node")) else "worker"


def resident(pid: int) -> int:
    """Megabytes."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except (OSError, IndexError, ValueError):
        return 0


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


def judge(crawled: Crawled, group: Group) -> list[str]:
    """What is not as wanted, a line for each case."""
    wrong = []
    for case in group.cases:
        address = group.address(case)
        told = crawled.outcomes(address)
        last, detail = told[-1] if told else ("no row", "")
        if last not in case.wanted:
            wrong.append(f"{group.name}/{case.name}: {last} ({detail}) instead of {' or '.join(case.wanted)}")
        kept = crawled.rows("SELECT title FROM articles WHERE url = ?", address)
        if kept and not {"stored", "duplicate", "unchanged", "changed"} & set(case.wanted):
            wrong.append(f"{group.name}/{case.name}: stored as {kept}")
        asked = group.server.asked[f"/case/{case.name}"]
        if case.asked is not None and asked > case.asked:
            wrong.append(f"{group.name}/{case.name}: asked {asked} times")
    return wrong


def judge_site(crawled: Crawled, site: Site) -> list[str]:
    """The same for a portal that is hostile as a whole."""
    wrong = []
    key = site.name.replace("-", "_")
    for address, wanted in site.wanted.items():
        if not address:
            told = [row[0] for row in crawled.rows("SELECT DISTINCT outcome FROM fetches WHERE source = ?", key)]
            if not set(told) & set(wanted):
                wrong.append(f"{site.name}: {', '.join(map(str, told))}, none of them {' or '.join(wanted)}")
            continue
        rows = crawled.outcomes(address if "://" in address or ":" in address else f"{site.server.url}{address}")
        last, detail = rows[-1] if rows else ("no row", "")
        if last not in wanted:
            wrong.append(f"{site.name}: {address}: {last} ({detail}) instead of {' or '.join(wanted)}")
    count = crawled.rows("SELECT count(*) FROM articles WHERE site = ?", key)[0][0]
    if not site.articles[0] <= int(str(count)) <= site.articles[1]:
        wrong.append(f"{site.name}: {count} articles, wanted {site.articles}")
    asked = sum(site.server.asked.values())
    if asked > site.most:
        wrong.append(f"{site.name}: asked {asked} times, more than {site.most}")
    if site.failed is not None:
        row = crawled.rows("SELECT listings FROM run_sources WHERE source = ? ORDER BY run_id DESC", key)
        if not row or (row[0][0] == 0) is not site.failed:
            wrong.append(f"{site.name}: its source counts as {'good' if site.failed else 'failed'}")
    return wrong


def answer_of(case: Case) -> Answer:
    return case.answer
