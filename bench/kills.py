"""SIGKILL at random moments of everything that writes, then the same command again. `python -m bench.kills [KILLS]`, 50 by default.

A crawl of a loopback portal, `topic rescore` by a profile that knows what the crawl refuses, an import, `reextract --apply`, `story merge`,
`backup` and `rebuild` take turns over one growing archive. A reader follows what is committed until the very moment of the kill: all of it must be there afterwards, SQLite must find its database
sound, the command run again must end well, and `verify` must find everything as it was written. Ends with 1 where one does not.
"""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from tabulate import tabulate

from archive.integrity import verify
from crawler.topic import SHIPPED
from tests.portal_site import PortalSite, write_article

ROOT = Path(__file__).parent.parent
ARTICLES, NEW, LINES = 40, 16, 150  # at first, and more for each crawl, half of another trade; of each import

Texts = dict[str, tuple[str, str]]  # address -> title and body


@dataclass
class Work:
    """One kind of command: how its next turn is set up, and what its turns came to."""

    prepare: Callable[[], list[str]]  # the words of its command
    seconds: float = 6.0  # that it takes when nobody kills it
    kills: int = 0
    early: int = 0  # ended before the kill
    acknowledged: int = 0  # texts that were committed at the moments of the kills
    lost: int = 0
    unsound: int = 0
    failed: int = 0  # did not end well when run again
    damaged: int = 0  # things that verify found
    said: list[str] = field(default_factory=list)


class Bench:
    """The portal, its archive, and the commands that take turns over it."""

    def __init__(self, site: PortalSite, directory: Path) -> None:
        self.site, self.directory, self.data = site, directory, directory / "data"
        self.chance = random.Random(7)
        self.turn = 0
        (directory / "sources").mkdir()
        (directory / "sources" / "portal.toml").write_text(site.source_toml(), encoding="utf-8")
        self.sources = ["--sources", str(directory / "sources")]
        self.profile = directory / "profile.toml"
        self.profile.write_text(
            SHIPPED.read_text(encoding="utf-8") + '[[topic]]\nname = "烹饪"\ncore = ["豆腐"]\n', encoding="utf-8"
        )
        self.works = {
            "crawl": Work(self.crawl),
            "topic rescore": Work(self.rescore, seconds=4.0),
            "import": Work(self.import_),
            "reextract --apply": Work(self.reextract),
            "story merge": Work(self.merge, seconds=2.5),
            "backup": Work(self.backup, seconds=2.0),
            "rebuild": Work(self.rebuild),
        }

    # What each turn does

    def crawl(self) -> list[str]:
        for number in range(self.site.articles, self.site.articles + NEW, 2):
            lines = [
                f"第{number}户人家的第{n}种做法,把豆腐切成小块慢慢煎到两面金黄,盖上锅盖焖{n + 3}分钟就上桌。" for n in range(6)
            ]
            article = self.site.article(number)
            self.site._cache[number] = replace(article, title=f"第{number}户人家的豆腐", paragraphs=lines)
        self.site.articles += NEW
        self.site.edited[self.turn % ARTICLES] = f"编者注:第{self.turn}号更正说明已经附在文后,相关检测数据以更正后的公告为准。"
        return ["nightly", "--full", "--allow-address", self.site.host, *self.sources]

    def rescore(self) -> list[str]:
        return ["topic", "rescore", "--profile", str(self.profile), *self.sources]

    def import_(self) -> list[str]:
        path = self.directory / f"{self.turn}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(LINES):
                one = write_article(number, seed=1000 + self.turn)
                line = {
                    "url": f"http://elsewhere.invalid/{self.turn}/{number}",
                    "title": one.title,
                    "body": "\n".join(one.paragraphs),
                    "published": one.day,
                }
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return ["import", str(path), *self.sources]

    def reextract(self) -> list[str]:
        with sqlite3.connect(self.data / "news.db", timeout=60) as conn:  # so that there is something to mend
            conn.execute("UPDATE articles SET author = NULL WHERE capture_id IS NOT NULL AND id % 3 = 0")
        conn.close()
        return ["reextract", "--apply", *self.sources]

    def merge(self) -> list[str]:
        query = "SELECT first_article_id FROM stories WHERE copies = 0 ORDER BY id"
        one, other = self.chance.sample([row[0] for row in self.rows(query)], 2)
        return ["story", "merge", str(one), str(other)]

    def backup(self) -> list[str]:
        return ["backup", str(self.directory / f"copy-{self.turn}")]

    def rebuild(self) -> list[str]:
        return ["rebuild", *self.sources]

    # Turns

    def rows(self, query: str, data: Path | None = None) -> list[tuple[object, ...]]:
        conn = sqlite3.connect(f"{((data or self.data) / 'news.db').as_uri()}?mode=ro", uri=True, timeout=60)
        try:
            return conn.execute(query).fetchall()
        finally:
            conn.close()

    def texts(self) -> Texts:
        return {str(key): (str(title), str(body)) for key, title, body in self.rows("SELECT key, title, body FROM articles")}

    def decisions(self) -> set[tuple[object, ...]]:
        """Corrections by addresses: numbers are another database's after a rebuild."""
        return set(
            self.rows(
                "SELECT a.key, b.key FROM decisions d JOIN articles a ON a.id = article_id JOIN articles b ON b.id = other_id"
            )
        )

    def start(self, words: list[str]) -> subprocess.Popen[str]:
        line = [sys.executable, "-m", "crawler", *words, "--data", str(self.data)]
        return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def kill(self, name: str) -> bool:
        """One turn of a command; whether it was killed before it had ended."""
        self.turn += 1
        work = self.works[name]
        words = work.prepare()
        decided = self.decisions()
        process = self.start(words)
        at = time.monotonic() + self.chance.uniform(0.15, 1.0) * work.seconds
        seen: Texts = {}
        while process.poll() is None and time.monotonic() < at:
            seen = self.texts() if (self.data / "news.db").exists() else seen  # committed, and therefore acknowledged
            time.sleep(0.02)
        killed = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        work.kills += killed
        work.early += not killed
        work.acknowledged += len(seen)
        if (self.data / "news.db").exists():
            self.judge(work, seen, decided)
        elif name != "rebuild":  # which may be killed between setting the old one aside and naming the new one
            work.lost += len(seen)
        begun = time.monotonic()
        again = self.start(words)
        output = again.communicate(timeout=300)[0]
        # the kill came after what it did was done
        done_before = "both in story" in output or (name == "backup" and (Path(words[1]) / "news.db").exists())
        if again.returncode != 0 and not done_before:
            work.failed += 1
            work.said.append(f"{name}: ended with {again.returncode}: {output[-300:]}")
        work.seconds = 0.5 * (work.seconds + time.monotonic() - begun)
        self.judge(work, seen, decided)
        places = [self.data] + ([Path(words[1])] if name == "backup" else [])
        for place in places:
            damages = [damage.what for damage in verify(place)]
            work.damaged += len(damages)
            work.said += [f"{name}: {one}" for one in damages[:3]]
        return killed

    @property
    def bad(self) -> int:
        """Everything that should not have been."""
        return sum(work.lost + work.unsound + work.failed + work.damaged for work in self.works.values())

    def judge(self, work: Work, seen: Texts, decided: set[tuple[object, ...]]) -> None:
        """Counts what is missing now, or is neither as it was nor followed by a newer version."""
        kept = self.texts()
        versions = {(str(t), str(b)) for t, b in self.rows("SELECT title, body FROM versions")}
        lost = [key for key, text in seen.items() if key not in kept or (kept[key] != text and text not in versions)]
        gone = decided - self.decisions()
        work.lost += len(lost) + len(gone)
        work.said += [f"lost: {one}" for one in [*lost, *gone][:3]]
        if self.rows("PRAGMA integrity_check") != [("ok",)]:
            work.unsound += 1


def main() -> int:
    """Exit status 0 when nothing was lost and everything ended well."""
    wanted = int(sys.argv[1]) if sys.argv[1:] else 50
    with PortalSite(articles=ARTICLES).serving() as site, tempfile.TemporaryDirectory() as name:
        bench = Bench(site, Path(name))
        first = bench.start(bench.crawl())  # an archive to begin with
        first.communicate(timeout=300)
        names = list(bench.works)
        kills = 0
        with suppress(KeyboardInterrupt):  # the table tells what there was until then
            for turn in range(2 * wanted):
                if kills == wanted:
                    break
                kills += bench.kill(names[turn % len(names)])
                print(f"{kills} of {wanted} killed: {names[turn % len(names)]}; {bench.bad} faults so far", flush=True)
        keys = ("kills", "early", "acknowledged", "lost", "unsound", "failed", "damaged")
        table = [[work_name, *(getattr(work, key) for key in keys)] for work_name, work in bench.works.items()]
        table.append(["together", *(sum(int(row[1 + at]) for row in table) for at in range(len(keys)))])
        heads = ["", "killed", "ended before", "texts acknowledged", "lost", "database unsound", "not well again", "verify found"]
        print(tabulate(table, headers=heads))
        print(f"{len(bench.texts())} articles, {bench.rows('SELECT count(*) FROM captures')[0][0]} captures at the end")
        for work in bench.works.values():
            print("\n".join(work.said))
    return 1 if bench.bad or kills < wanted else 0


if __name__ == "__main__":
    raise SystemExit(main())
