"""A changing portal of 5,000 pages is crawled in a loop while `jianxun serve` is queried. `python -m bench.soak [MINUTES]`, 20 by default.

Every run may bring so many new articles; behind each, the portal publishes, edits and takes down some. One line a minute tells memory
and file descriptors of both processes. Ends with 1 when either grows, when anything says that the database is locked, when a page of
the archive is not answered, or when a run does not end well.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from archive.integrity import verify
from tests.portal_site import PortalSite

ROOT = Path(__file__).parent.parent
PAGES, NEW = 5000, 15
A_RUN = 300  # new articles of one run, so that there are many
ALLOWED = 1.15  # growth of memory between the first and the last third
SLACK_MB, SLACK_FILES = 15.0, 4
PATHS = (
    "/", "/?by=region", "/search?q=%E8%AE%A1%E9%87%8F", "/search?q=%E7%94%B5%E8%83%BD%E8%A1%A8+%E6%A3%80%E5%AE%9A", "/article/1",
    "/story/1", "/capture/3", "/sources", "/source/portal", "/runs", "/search.atom?q=%E6%A3%80%E6%B5%8B", "/runs.atom",
    "/news/articles.json?_size=20&_nocount=1", "/search.csv?q=%E8%AE%A4%E8%AF%81",
)  # fmt: skip


@dataclass
class Watched:
    """What was measured of one kind of process, in the order of time."""

    name: str
    memory: list[float] = field(default_factory=list)  # megabytes resident
    files: list[int] = field(default_factory=list)  # open descriptors

    def measure(self, pid: int) -> tuple[float, int] | None:
        """Megabytes and open files of a process now; None when it has ended."""
        try:
            found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
            return (int(found[1]) / 1024, len(os.listdir(f"/proc/{pid}/fd"))) if found else None
        except OSError:
            return None

    def add(self, measured: tuple[float, int] | None) -> None:
        """Notes one measurement."""
        if measured is not None:
            self.memory.append(measured[0])
            self.files.append(measured[1])

    def growth(self) -> list[str]:
        """What grew from the first third of the measurements to the last, in words."""
        third = len(self.memory) // 3
        if third < 1:
            return [f"{self.name}: only {len(self.memory)} measurements, too few to tell; soak longer"]
        before, after = max(self.memory[:third]), max(self.memory[-third:])
        files, later = max(self.files[:third]), max(self.files[-third:])
        print(
            f"{self.name}: at most {before:.0f} MB and {files} files in the first third, {after:.0f} MB and {later} in the last"
        )
        said = []
        if after > before * ALLOWED + SLACK_MB:
            said.append(f"{self.name}: memory grew from {before:.0f} to {after:.0f} MB")
        if later > files + SLACK_FILES:
            said.append(f"{self.name}: open files grew from {files} to {later}")
        return said


class Reader(threading.Thread):
    """Asks the archive for a page every tenth of a second until it is stopped."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address = address
        self.answers = 0
        self.slowest = 0.0
        self.wrong: list[str] = []
        self.stopped = threading.Event()

    def run(self) -> None:
        """Notes every answer that is none."""
        chance = random.Random(3)
        while not self.stopped.wait(0.1):
            path = chance.choice(PATHS)
            begun = time.monotonic()
            try:
                with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                    answer.read()
                self.answers += 1
            except urllib.error.HTTPError as error:
                text = error.read().decode("utf-8", "replace")
                if error.code != 404 or "locked" in text:  # an article or story of that number may not be there
                    self.wrong.append(f"{path}: {error.code} {text[:200]}")
            except OSError as error:
                self.wrong.append(f"{path}: {error}")
            self.slowest = max(self.slowest, time.monotonic() - begun)


class Soak:
    """The portal, the archive, and the two processes over it."""

    def __init__(self, site: PortalSite, directory: Path) -> None:
        self.site, self.data = site, directory / "data"
        (directory / "sources").mkdir()
        (directory / "sources" / "portal.toml").write_text(site.source_toml(), encoding="utf-8")
        config = directory / "jianxun.toml"
        config.write_text(
            f"articles = {A_RUN}\npages = 100000\ndepth = 400\nmegabytes = 100000\nconcurrency = 4\nworkers = 1\n",
            encoding="utf-8",
        )
        self.common = ["--data", str(self.data), "--config", str(config)]
        self.crawling = ["nightly", "--sources", str(directory / "sources"), "--allow-address", site.host, *self.common]
        self.crawler, self.server = Watched("crawl (peak of each run)"), Watched("serve")
        self.runs = 0
        self.wrong: list[str] = []

    def start(self, *words: str) -> subprocess.Popen[str]:
        """A command whose output is kept."""
        line = [sys.executable, "-m", "crawler", *words]
        return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def change(self) -> None:
        """The portal publishes, edits, takes down."""
        chance = random.Random(self.runs)
        self.site.articles += NEW
        for number in chance.sample(range(self.site.articles), 10):
            self.site.edited[number] = f"更正:第{self.runs}次复核后,有关检测数据以本次公布的结果为准。"
        self.site.gone.update(chance.sample(range(self.site.articles), 3))

    def one_run(self, end: float, tick: object) -> None:
        """One crawl; every third visits known articles again."""
        process = self.start(*self.crawling, *(["--full"] if self.runs % 3 == 2 else []))
        output: list[str] = []
        reader = threading.Thread(target=lambda: output.extend(process.stdout or ()), daemon=True)
        reader.start()
        peak: tuple[float, int] | None = None
        while process.poll() is None and time.monotonic() < end:
            now = self.crawler.measure(process.pid)
            peak = now if peak is None else (max(peak[0], now[0]), max(peak[1], now[1])) if now else peak
            time.sleep(0.5)
            tick(peak)  # type: ignore[operator]
        whole = process.poll() is not None
        if not whole:
            process.terminate()
        process.wait(timeout=60)
        reader.join(timeout=10)
        text = "".join(output)
        if "locked" in text or "Traceback" in text or (whole and process.returncode not in (0, 1)):
            self.wrong.append(f"run {self.runs + 1}: ended with {process.returncode}: {text[-400:]}")
        if whole:
            self.crawler.add(peak)
            self.runs += 1


def wait_for(address: str) -> None:
    """Returns when the front page is answered; raises OSError when it is not for a minute."""
    for left in range(120, -1, -1):
        try:
            urllib.request.urlopen(address, timeout=30).close()
            return
        except OSError:
            if not left:
                raise
            time.sleep(0.5)


def main() -> int:
    """Exit status 0 when everything stayed flat."""
    minutes = float(sys.argv[1]) if sys.argv[1:] else 20.0
    with PortalSite(articles=PAGES).serving() as site, tempfile.TemporaryDirectory() as name:
        soak = Soak(site, Path(name))
        first = soak.start(*soak.crawling[:1], "--help")
        first.communicate()
        begun = time.monotonic()
        soak.one_run(begun + 600, lambda _: None)  # an archive to be served
        server = soak.start("serve", "--port", "0", *soak.common)
        address = ""
        for line in server.stdout or ():
            if found := re.match(r"(http://[\d.]+:\d+)/", line):
                address = found[1]
                break
        said: list[str] = []
        threading.Thread(target=lambda: said.extend(server.stdout or ()), daemon=True).start()
        wait_for(address)
        reader = Reader(address)
        reader.start()
        begun = time.monotonic()
        end, at = begun + 60 * minutes, begun + 60
        measured = begun

        def tick(peak: tuple[float, int] | None) -> None:
            nonlocal at, measured
            if time.monotonic() >= measured:
                measured += 5
                soak.server.add(soak.server.measure(server.pid))
            if time.monotonic() >= at:
                at += 60
                memory, files = (soak.server.memory[-1], soak.server.files[-1]) if soak.server.memory else (0.0, 0)
                crawl = f"{peak[0]:.0f} MB {peak[1]} files" if peak else "-"
                print(
                    f"{(time.monotonic() - begun) / 60:4.0f} min: {soak.runs} runs, {sum(site.asked.values())} requests; crawl {crawl};"
                    f" serve {memory:.0f} MB {files} files, {reader.answers} answers, slowest {reader.slowest:.1f} s,"
                    f" {len(reader.wrong)} wrong",
                    flush=True,
                )

        while time.monotonic() < end:
            soak.change()
            soak.one_run(end, tick)
        reader.stopped.set()
        reader.join(timeout=40)
        alive = server.poll() is None
        server.terminate()
        server.wait(timeout=30)
        wrong = [*soak.wrong, *reader.wrong[:5], *soak.crawler.growth(), *soak.server.growth()]
        wrong += [] if alive else [f"serve ended: {''.join(said)[-400:]}"]
        wrong += [line for line in said if "locked" in line][:5]
        # the last run was stopped where it was; the next one would finish its file
        wrong += [damage.what for damage in verify(soak.data) if "not finished" not in damage.what][:5]
        print("\n".join(wrong) or "flat: no growth, no locked database, every page answered, verify clean")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
