"""Reading the archive again: what would change is shown, --apply writes it, stories and search follow, a killed run goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive import stories
from archive.database import WARCS, connect_read_only
from archive.integrity import verify
from archive.labels import write as write_labels
from archive.records import Article, Fetch, Figure, Labels, Mention, Page, Place
from archive.store import Reading, Store
from archive.warc import Exchange, Recorder
from bench.texts import Piece, article
from crawler.commands.stories import reextract as command
from crawler.reading import describe, read
from crawler.reextract import TASK, Again, reextract, rules_of
from crawler.source import Source
from crawler.topic import SHIPPED, read_profile
from tests.test_importing import ROOT, content

WHEN = datetime(2026, 3, 1, tzinfo=UTC)
PROFILE = read_profile(None)
LEAKED = "不见于网页的旧文字，是从前的规则误收的内容。" * 30


def source_of(url: str) -> Source:
    host = url.split("/")[2]
    return Source(key=host, name=host, home=f"http://{host}/")


def page(url: str, piece: Piece) -> Page:
    lines = "".join(f"<p>{line}</p>" for line in piece.body.split("\n"))
    html = (
        f"<html><head><title>{piece.title}</title></head><body><h1>{piece.title}</h1>"
        f"<div class='info'>{piece.published[:10]} 来源：{piece.source}</div><div class='content'>{lines}</div></body></html>"
    )
    return Page(url, html.encode(), WHEN, "text/html; charset=utf-8", 200)


class Past:
    """An archive written by rules that read some pages otherwise than today's."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.store = Store.open(directory)
        self.recorder = Recorder(directory / WARCS, "test")

    def add(self, url: str, piece: Piece, **otherwise: str) -> Reading:
        """Keeps a page and what was read from it, but for the facts that were read otherwise; returns today's reading."""
        seen, source = page(url, piece), source_of(url)
        today = read(seen, source, PROFILE, keep=True)
        assert isinstance(today, Reading), today
        stored = describe(replace(today.article, **otherwise), source, PROFILE, keep=True)
        assert isinstance(stored, Reading)
        kept = self.recorder.write(Exchange(url, WHEN, 200, "OK", [("Content-Type", seen.content_type)], seen.body))
        key = source.identity(url)
        self.store.save(stored, Fetch(url=url, key=key, source=source.key, started_at=WHEN.isoformat(), capture=kept))
        return today

    def close(self) -> None:
        self.recorder.close()
        self.store.close()


def number_of(directory: Path, url: str) -> int:
    conn = connect_read_only(directory)
    found = int(conn.execute("SELECT id FROM articles WHERE url = ?", (url,)).fetchone()[0])
    conn.close()
    return found


def stories_of(directory: Path) -> list[set[str]]:
    conn = connect_read_only(directory)
    rows = conn.execute("SELECT story_id, group_concat(url, ' ') AS urls FROM articles GROUP BY story_id").fetchall()
    conn.close()
    return [set(row["urls"].split()) for row in rows]


A, B, C = (f"http://{name}.example/1.html" for name in "abc")


@pytest.fixture
def past(tmp_path: Path) -> Path:
    """A and B are one text, but B was read as something else; C is imported, without a page."""
    made = Past(tmp_path / "data")
    piece = article(random.Random(1))
    made.add(A, piece)
    made.add(B, piece, title="一篇读错了的文章", body=LEAKED)
    other = article(random.Random(2))
    imported = describe(Article(C, other.title, other.body, other.published, other.source), source_of(C), PROFILE, keep=True)
    assert isinstance(imported, Reading)
    made.store.save(imported, Fetch(url=C, key=C[7:], source="c.example", started_at=WHEN.isoformat()))
    made.close()
    return tmp_path / "data"


def test_what_would_change_is_shown_and_nothing_is_written(past: Path) -> None:
    before = content(past)
    made = CliRunner().invoke(command, ["--data", str(past), "--workers", "1"])
    assert made.exit_code == 0, made.output
    assert "title: 一篇读错了的文章 -> " in made.output
    assert f"body: {len(LEAKED)} -> " in made.output
    assert "3 articles read, 1 would change, 0 kept as they are" in made.output
    assert made.output.endswith("--apply writes it\n")
    assert content(past) == before


def test_labels_that_would_change_are_counted_and_no_article_is_said_to_stay_that_does_not(past: Path) -> None:
    reextract(past, {}, apply=True, workers=1)
    store = Store.open(past)
    number = number_of(past, C)
    article = store.conn.execute("SELECT * FROM articles WHERE id = ?", (number,)).fetchone()
    words = Labels(
        places=(Place("", "旧地", "zone"),),
        mentions=(Mention("旧称检测", "company", 1),),
        figures=(Figure(3.0, "家", "机构", None, "3家"),),
    )
    with store.transaction() as conn:
        write_labels(conn, number, words)
    store.close()
    before = content(past)
    told: list[Again] = []
    said = reextract(past, {}, workers=1, tell=told.append)
    assert (said.articles, said.changed, said.relabelled) == (3, 0, 1)
    assert {"topics", "places", "institutions", "figures"} >= set(said.labels) >= {"places", "institutions", "figures"}
    assert [one.url for one in told] == [article["url"]]
    assert any(line[:2] == ("institutions", "旧称检测") for line in told[0].labels)
    made = CliRunner().invoke(command, ["--data", str(past), "--workers", "1"])
    assert "3 articles read, 0 would change, 0 kept as they are" in made.output
    assert "labels of 1 article would change: " in made.output
    assert "institutions: 旧称检测 -> " in made.output
    assert made.output.endswith("--apply writes it\n")
    assert content(past) == before
    assert reextract(past, {}, apply=True, workers=1).relabelled == 1
    assert reextract(past, {}, workers=1).relabelled == 0
    conn = connect_read_only(past)
    unnamed = "SELECT name FROM institutions WHERE id NOT IN (SELECT institution_id FROM article_institutions)"
    assert conn.execute(unnamed).fetchall() == [], "a name that no article has is gone"
    conn.close()


def test_stories_and_search_follow_what_is_applied(past: Path) -> None:
    assert stories_of(past) == [{A}, {B}, {C}]
    said = reextract(past, {}, apply=True, workers=2)
    assert (said.articles, said.changed, said.kept) == (3, 1, 0)
    assert sorted(map(sorted, stories_of(past))) == [[A, B], [C]]
    conn = connect_read_only(past)
    assert conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 0, "nobody published anything"
    conn.close()
    assert list(verify(past)) == []
    assert reextract(past, {}, workers=1).changed == 0


def test_a_persons_word_holds(past: Path) -> None:
    store = Store.open(past)
    with store.transaction() as conn:
        stories.merge(conn, number_of(past, B), number_of(past, C), WHEN.isoformat())
    store.close()
    reextract(past, {}, apply=True, workers=1)
    assert stories_of(past) == [{A, B, C}]
    store = Store.open(past)
    with store.transaction() as conn:
        stories.split(conn, [number_of(past, A)], WHEN.isoformat())
        conn.execute("UPDATE fingerprinting SET parameters = '{}'")  # fingerprints of another version: all stories are made anew
    store.close()
    reextract(past, {}, apply=True, workers=1)
    assert sorted(map(sorted, stories_of(past))) == [[A], [B, C]]


def test_a_capture_that_cannot_be_read_leaves_the_article_as_it_is(past: Path) -> None:
    for path in (past / WARCS).iterdir():
        path.unlink()
    before = content(past)
    told: list[Again] = []
    said = reextract(past, {}, apply=True, workers=1, tell=told.append)
    assert (said.changed, said.kept) == (0, 2)
    assert {one.url for one in told} == {A, B}
    assert content(past) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from crawler import reextract

data, fatal, kind = Path(sys.argv[1]), int(sys.argv[2]), getattr(signal, sys.argv[3])
reextract.CHUNK, reextract.COMMIT = 2, 1
apply, count = reextract._apply, 0

def counted(*arguments):
    global count
    apply(*arguments)
    count += 1
    if count == fatal:
        os.kill(os.getpid(), kind)

if __name__ == "__main__":
    reextract._apply = counted
    reextract.reextract(data, {}, apply=True, workers=1)
"""


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_run_is_taken_up_where_it_stopped(tmp_path: Path, kind: signal.Signals) -> None:
    for name in ("broken", "whole"):
        made = Past(tmp_path / name)
        for number in range(8):
            made.add(f"http://a.example/{number}.html", article(random.Random(number // 2)), body=f"第{number}篇。{LEAKED}")
        made.close()
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    line = [sys.executable, str(script), str(tmp_path / "broken"), "5", kind.name]
    done = subprocess.run(line, timeout=60, check=False, capture_output=True, env={"PYTHONPATH": str(ROOT), "PATH": ""})
    assert done.returncode == -kind, done.stderr
    said = reextract(tmp_path / "broken", {}, apply=True, workers=1)
    assert (said.resumed, said.articles) == (4, 4)
    reextract(tmp_path / "whole", {}, apply=True, workers=1)
    conn = connect_read_only(tmp_path / "broken")
    assert conn.execute("SELECT count(*) FROM resumptions").fetchone()[0] == 0
    conn.close()
    assert len(stories_of(tmp_path / "broken")) == 4
    broken, whole = content(tmp_path / "broken"), content(tmp_path / "whole")
    assert {name: rows for name, rows in broken.items() if name != "captures"} == {
        name: rows for name, rows in whole.items() if name != "captures"
    }
    assert list(verify(tmp_path / "broken")) == []


def test_a_changed_topic_profile_begins_again(tmp_path: Path) -> None:
    made = Past(tmp_path / "data")
    for number in range(3):
        made.add(f"http://a.example/{number}.html", article(random.Random(number)), body=f"第{number}篇。{LEAKED}")
    made.store.conn.execute("INSERT INTO resumptions VALUES (?, 2, ?)", (TASK, rules_of({}, None)))
    made.close()
    profile = tmp_path / "topics.toml"
    profile.write_text(SHIPPED.read_text(encoding="utf-8") + "# another\n", encoding="utf-8")
    said = reextract(tmp_path / "data", {}, apply=True, workers=1, profile=profile)
    assert (said.resumed, said.articles) == (0, 3)
