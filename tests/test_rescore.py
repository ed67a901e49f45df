"""A changed profile reaches what was refused: captures are read again, headlines and dropped pages are opened again, once."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.database import WARCS
from archive.integrity import verify
from archive.records import Outcome
from archive.store import Store
from crawler import rescore as module
from crawler.rescore import TASK, Rescored, rescore
from crawler.source import read_sources
from crawler.topic import read_profile, still_certain
from tests.portal_site import PortalSite
from tests.test_importing import content
from tests.test_nightly import ROOT, Portal, jianxun, outcomes, rows
from tests.test_rebuild import texts

NARROW = """
threshold = 1.0
against = ["球队", "球员", "教练"]
[[topic]]
name = "检测"
core = ["已经归档"]
"""
WIDE = (
    NARROW.replace('"球队", ', "")
    + """
[[topic]]
name = "烹饪"
core = ["豆腐"]
[[topic]]
name = "足球"
core = ["球队"]
"""
)
COOKING = [f"把第{n}块豆腐切成小块,放进锅里慢慢煎到两面金黄,再加入葱花和酱油,盖上锅盖焖三分钟就可以上桌。" for n in "一二三四五"]
SINGING = [f"第{n}位歌手在露天舞台上唱了四首老歌,观众跟着打拍子,雨停之后又加演了半个小时才慢慢散去。" for n in "一二三四五"]
MATCH = [f"第{n}场热身赛里双方踢得谨慎,上半场没有射正,下半场换人之后才有了起色,比分停在一比一。" for n in "一二三四五"]
FREEZING = [f"在北方的冬天,第{n}户人家把豆腐放到屋外冻上一夜,第二天下到砂锅里和白菜同炖,孔里吸满了汤汁。" for n in "一二三四五"]
WEIGHING = [f"第{n}步先称出黄豆三两,泡足八个钟头再磨成浆,滤去渣滓以后点卤,压成豆腐要等到天黑。" for n in "一二三四五"]
OTHERS = {  # by number: cooking, one text twice, one behind a redirect, one in two pages; a concert; three known by their headlines
    1: ("家常菜的做法", COOKING), 2: ("家常菜的做法", COOKING), 3: ("露天音乐会", SINGING),
    4: ("球队球员备战", MATCH), 5: ("球员球队合影 球员致谢", MATCH), 6: ("教练与球员告别", SINGING),
    7: ("搬到新址的家常菜", FREEZING), 8: ("分成两页的菜谱", [*SINGING[:3], *WEIGHING[:3]]),
}  # fmt: skip
TRADE = 4  # the other articles


class Portals(Portal):
    """A portal of two trades, visited under a profile that knows one of them."""

    def __init__(self, site: PortalSite, directory: Path) -> None:
        super().__init__(site, directory)
        self.profiles = {"narrow": directory / "narrow.toml", "wide": directory / "wide.toml"}
        self.profiles["narrow"].write_text(NARROW, encoding="utf-8")
        self.profiles["wide"].write_text(WIDE, encoding="utf-8")
        site.articles = TRADE + len(OTHERS)
        for number, (title, paragraphs) in OTHERS.items():
            site._cache[number] = replace(site.article(number), title=title, paragraphs=paragraphs)
        site.pinned = 0
        moved, split = site.article(7), site.article(8)
        second = split.path.replace(".html", "_2.html")
        site.extra = {
            moved.path: lambda: (301, {"Location": "/moved.html"}, b""),
            "/moved.html": lambda: page(moved.title, moved.paragraphs),
            split.path: lambda: page(split.title, split.paragraphs[:3], f'<a href="{second}">下一页</a>'),
            second: lambda: page(split.title, split.paragraphs[3:]),
        }

    def profile(self, name: str, **keys: object) -> None:
        """From now on the configuration names that profile."""
        lines = [f'profile = "{self.profiles[name]}"', *(f"{key} = {str(value).lower()}" for key, value in keys.items())]
        (self.data.parent / "jianxun.toml").write_text("\n".join(lines), encoding="utf-8")

    def run(self, *words: str) -> str:
        """What a command says under that configuration."""
        sources = ["--sources", str(self.sources)] if words[0] != "search" else []
        done = jianxun(*words, *sources, "--config", self.data.parent / "jianxun.toml", data=self.data)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def visit(self, *more: str) -> set[str]:
        """A nightly run; what it asked for, but for lists and robots.txt."""
        self.site.asked.clear()
        self.run("nightly", "--allow-address", self.site.host, *more)
        return {path for path in self.site.asked if path not in ("/robots.txt", "/news/")}

    def rescore(self, name: str) -> Rescored:
        """As the command does, in this process."""
        return rescore(self.data, read_sources(self.sources), self.profiles[name], workers=1)

    def paths(self, *numbers: int) -> set[str]:
        return {self.site.article(number).path for number in numbers}


def page(title: str, paragraphs: list[str], more: str = "") -> tuple[int, dict[str, str], bytes]:
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class=info>2026-03-01 来源:本机日报</div>"
        f"<div class=content>{text}</div>{more}</body></html>"
    )
    return 200, {"Content-Type": "text/html; charset=utf-8"}, html.encode()


@pytest.fixture(scope="module")
def site() -> Iterator[PortalSite]:
    with PortalSite().serving() as served:
        yield served


@pytest.fixture(scope="module")
def visited(site: PortalSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a night under the narrow profile, which keeps what it refuses."""
    made = Portals(site, tmp_path_factory.mktemp("visited"))
    made.profile("narrow")
    asked = made.visit()
    assert asked.isdisjoint(made.paths(4, 5, 6)), "their headlines say enough"
    assert (len(made.titles()), outcomes(made.data)["off_topic"]) == (TRADE, len(OTHERS))
    return made.data


@pytest.fixture
def portal(site: PortalSite, visited: Path, tmp_path: Path) -> Portals:
    made = Portals(site, tmp_path)
    shutil.copytree(visited, made.data)
    made.profile("wide")
    return made


COOKED = sorted(OTHERS[number][0] for number in (1, 2, 7, 8))


def others(portal: Portals) -> list[str]:
    return [title for title in portal.titles() if title in {title for title, _ in OTHERS.values()}]


def test_kept_captures_are_read_again_and_uncertain_headlines_asked_for_by_the_next_run(portal: Portals) -> None:
    seen = dict(rows(portal.data, "SELECT key, started_at FROM fetches WHERE outcome = 'off_topic' AND capture_id IS NOT NULL"))
    rows_before = rows(portal.data, "SELECT count(*) FROM captures")
    portal.site.asked.clear()
    said = portal.run("topic", "rescore")
    assert not portal.site.asked
    assert "8 refused as off topic: 4 are of the trade now and stored, 2 opened for the next nightly run" in said
    assert others(portal) == COOKED
    assert rows(portal.data, "SELECT count(*) FROM captures") == rows_before
    found = rows(portal.data, "SELECT a.key, a.first_seen, f.outcome, f.run_id, f.detail FROM articles a JOIN fetches f ON f.id ="
                 " (SELECT max(id) FROM fetches WHERE article_id = a.id) WHERE a.topic = '烹饪' ORDER BY a.id")  # fmt: skip
    assert sorted(outcome for *_, outcome, _, _ in found) == ["duplicate", "stored", "stored", "stored"]
    assert {run for *_, run, _ in found} == {None}
    assert {detail for *_, detail in found} == {"read again from its capture"}
    assert all(first == seen[key] for key, first, *_ in found), "first seen when it was received"
    assert "家常菜" in portal.run("search", "豆腐")
    assert rows(portal.data, "SELECT copies FROM stories WHERE title = '家常菜的做法'") == [(1,)], "of the one that came first"
    split = rows(portal.data, "SELECT body FROM articles WHERE title = '分成两页的菜谱'")[0][0]
    assert split.splitlines() == OTHERS[8][1]
    moved = portal.site.article(7).path
    assert rows(portal.data, "SELECT outcome, article_id IS NULL FROM urls WHERE key LIKE ?", f"%{moved}") == [("stored", 0)]
    assert "reopened" in jianxun("why", f"{portal.site.url}{portal.site.article(4).path}", data=portal.data).stdout
    assert list(verify(portal.data)) == []

    before = content(portal.data)
    again = portal.rescore("wide")
    assert (again.refused, again.stored, again.reopened) == (2, 0, 0)
    assert content(portal.data) == before

    assert portal.visit() == portal.paths(4, 5)
    assert others(portal) == sorted([*COOKED, OTHERS[4][0], OTHERS[5][0]])
    assert portal.visit() == set()
    before, read = content(portal.data), texts(portal.data)
    portal.rescore("wide")
    assert content(portal.data) == before
    portal.run("rebuild")
    assert texts(portal.data) == read, "a new database under that profile has the same articles"


def test_pages_whose_captures_were_dropped_are_asked_for_again_once_for_each_profile(site: PortalSite, tmp_path: Path) -> None:
    portal = Portals(site, tmp_path)
    portal.profile("narrow", keep_off_topic=False, retry_days=1)
    portal.visit()
    assert portal.rescore("narrow").reopened == 0
    portal.profile("wide", keep_off_topic=False, retry_days=1)
    said = portal.rescore("wide")
    assert (said.refused, said.stored, said.reopened) == (8, 0, 7), "all but one headline"
    second = portal.site.article(8).path.replace(".html", "_2.html")
    assert portal.visit() == {*portal.paths(1, 2, 3, 4, 5, 8), "/moved.html", second}
    assert others(portal) == sorted([*COOKED, OTHERS[4][0], OTHERS[5][0]])
    assert portal.visit() == set()
    said = portal.rescore("wide")
    assert (said.refused, said.stored, said.reopened) == (2, 0, 0)
    assert portal.rescore("narrow").reopened == 1, "the page that another profile judged"


def test_an_article_whose_next_version_was_refused_gets_it(portal: Portals, monkeypatch: pytest.MonkeyPatch) -> None:
    article = portal.site.article(0)
    monkeypatch.setitem(portal.site.extra, article.path, lambda: page("换了内容的旧网址", FREEZING[:3]))
    portal.profile("narrow")
    assert portal.visit("--full") >= {article.path}
    assert article.title in portal.titles()
    said = portal.rescore("wide")
    assert (said.stored, said.reopened) == (5, 2)
    assert article.title not in portal.titles()
    assert rows(portal.data, "SELECT title FROM versions ORDER BY number") == [(article.title,), ("换了内容的旧网址",)]


def test_a_capture_that_cannot_be_read_is_asked_for_again(portal: Portals) -> None:
    for path in (portal.data / WARCS).iterdir():
        path.unlink()
    said = portal.rescore("wide")
    assert (said.refused, said.stored, said.reopened) == (8, 0, 7)
    details = rows(portal.data, "SELECT detail FROM fetches WHERE outcome = 'reopened' AND detail LIKE '%no such file%'")
    assert len(details) == 5


KILLED = """
import os, signal, sys
from pathlib import Path
from crawler import rescore
from crawler.source import read_sources

data, sources, profile, fatal, kind = *map(Path, sys.argv[1:4]), int(sys.argv[4]), getattr(signal, sys.argv[5])
rescore.CHUNK, rescore.COMMIT = 2, 1
apply, count = rescore._apply, 0

def counted(*arguments):
    global count
    done = apply(*arguments)
    count += 1
    if count == fatal:
        os.kill(os.getpid(), kind)
    return done

if __name__ == "__main__":
    rescore._apply = counted
    rescore.rescore(data, read_sources(sources), profile, workers=1)
"""


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_rescore_is_taken_up_and_ends_as_one_that_was_not(
    portal: Portals, tmp_path: Path, kind: signal.Signals
) -> None:
    shutil.copytree(portal.data, tmp_path / "whole")
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    words = [portal.data, portal.sources, portal.profiles["wide"], 5, kind.name]
    line = [sys.executable, str(script), *map(str, words)]
    done = subprocess.run(line, timeout=60, check=False, capture_output=True, env={"PYTHONPATH": str(ROOT), "PATH": ""})
    assert done.returncode == -kind, done.stderr
    said = portal.rescore("wide")
    assert (said.resumed, said.refused) == (True, 4)
    assert rows(portal.data, "SELECT count(*) FROM resumptions WHERE task = ?", TASK) == [(0,)]
    rescore(tmp_path / "whole", read_sources(portal.sources), portal.profiles["wide"], workers=1)
    assert content(portal.data) == content(tmp_path / "whole")
    assert list(verify(portal.data)) == []


def test_what_another_command_settled_meanwhile_is_left_alone(portal: Portals, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"{portal.site.url}{portal.site.article(1).path}"
    apply = module._apply

    def late(store: Store, verdict: module.Verdict, led_here: dict[int, tuple[str, ...]]) -> Outcome | None:
        if verdict.fetch is not None and verdict.fetch.url == url:
            store.record(replace(verdict.fetch, outcome=Outcome.GONE))
        return apply(store, verdict, led_here)

    monkeypatch.setattr(module, "_apply", late)
    said = portal.rescore("wide")
    assert (said.refused, said.stored, said.reopened) == (8, 3, 2)
    assert rows(portal.data, "SELECT outcome FROM fetches WHERE url = ? ORDER BY id", url) == [("off_topic",), ("gone",)]


def test_a_refusal_is_certain_by_its_own_profile_and_where_the_headline_says_so(tmp_path: Path) -> None:
    (tmp_path / "narrow.toml").write_text(NARROW, encoding="utf-8")
    (tmp_path / "wide.toml").write_text(WIDE, encoding="utf-8")
    narrow, wide = read_profile(tmp_path / "narrow.toml"), read_profile(tmp_path / "wide.toml")
    assert narrow.version == read_profile(tmp_path / "narrow.toml").version != wide.version
    detail = f"score 0.00 below 1.00 by profile {narrow.version}: no word of the trade"
    assert still_certain(detail, narrow)
    assert not still_certain(detail, wide)
    assert not still_certain("score 0.00 below 1.00: of an older version", narrow)
    assert still_certain("headline: 球队球员备战", narrow)
    assert not still_certain("headline: 球队球员备战", wide)
