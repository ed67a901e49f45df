"""The whole run over loopback HTTP: what is new, what is known, what fails, what is killed."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.integrity import verify
from tests.portal_site import PortalSite

ROOT = Path(__file__).parent.parent


def jianxun(*words: object, data: Path | None = None, **more: Any) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a user does."""
    line = [sys.executable, "-m", "crawler", *map(str, words), *(["--data", str(data)] if data else [])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        line, cwd=more.pop("cwd", ROOT), env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def rows(data: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What a query finds in the archive of a directory."""
    conn = sqlite3.connect(data / "news.db", timeout=10)
    try:
        return conn.execute(sql, values).fetchall()
    finally:
        conn.close()


def outcomes(data: Path) -> dict[str, int]:
    return dict(rows(data, "SELECT outcome, count(*) FROM fetches GROUP BY outcome"))


class Portal:
    """A portal, its source file and an archive, with the command that brings them together."""

    def __init__(self, site: PortalSite, directory: Path) -> None:
        self.site, self.data, self.sources = site, directory / "data", directory / "sources"
        self.sources.mkdir()
        self.configure()

    def configure(self, **keys: Any) -> None:
        (self.sources / "portal.toml").write_text(self.site.source_toml(**keys), encoding="utf-8")

    def flags(self) -> list[str]:
        return ["--sources", str(self.sources), "--allow-address", self.site.host]

    def nightly(self, *more: str) -> subprocess.CompletedProcess[str]:
        return jianxun("nightly", *self.flags(), *more, data=self.data)

    def titles(self) -> list[str]:
        return [row[0] for row in rows(self.data, "SELECT title FROM articles ORDER BY title")]


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    with PortalSite(articles=30).serving() as site:
        yield Portal(site, tmp_path)


def test_a_first_run_brings_every_article_once_and_a_second_asks_for_lists_only(portal: Portal) -> None:
    done = portal.nightly()
    assert done.returncode == 0, done.stdout + done.stderr
    assert portal.titles() == sorted(portal.site.article(n).title for n in range(30))
    assert outcomes(portal.data) == {"robots_txt": 1, "listing": 2, "stored": 30}
    body, published, source, author, editor = rows(
        portal.data, "SELECT body, published, source, author, editor FROM articles WHERE title = ?", portal.site.article(7).title
    )[0]
    assert body.splitlines() == portal.site.article(7).paragraphs
    assert (published, source, author, editor) == (f"{portal.site.article(7).day}T08:30:00+08:00", "本机日报", "王小检", "李计量")
    portal.site.asked.clear()
    assert portal.nightly().returncode == 0
    assert dict(portal.site.asked) == {"/robots.txt": 1, "/news/": 1}
    assert list(verify(portal.data)) == []


def test_paging_goes_on_until_the_known_begin_whatever_is_pinned_on_top(portal: Portal) -> None:
    assert portal.nightly().returncode == 0
    portal.site.articles += 25
    portal.site.asked.clear()
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 55
    lists = [path for path in portal.site.asked if path.startswith("/news/") and path.count("/") == 2]
    assert sorted(lists) == ["/news/", "/news/index_2.html"]


@pytest.mark.parametrize("found_by", ["feeds", "sitemaps"])
def test_articles_are_found_by_a_feed_or_a_sitemap_alone(portal: Portal, found_by: str) -> None:
    path = {"feeds": "/feed.xml", "sitemaps": "/sitemap.xml"}[found_by]
    portal.configure(lists=[], **{found_by: [f"{portal.site.url}{path}"]})
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 30


def test_an_edit_is_a_version_a_deletion_a_mark_and_a_soft_404_harms_nothing(portal: Portal) -> None:
    assert portal.nightly().returncode == 0
    site = portal.site
    site.edited[3] = "更正:此前报道的数量有误,经核对,涉及的仪器应为四十二台,特此说明并向读者致歉。"
    site.gone.add(4)
    site.soft_404.add(5)
    site.withdrawn |= {6: "该文章已撤稿。", 7: "经核实,本网此前刊发的报道与事实不符,现予撤稿,特向读者致歉。今后将加强审核。"}
    done = portal.nightly("--full")
    assert done.returncode == 0, done.stdout
    assert len(portal.titles()) == 30
    found = outcomes(portal.data)
    assert (found["changed"], found["gone"], found["soft_404"]) == (1, 2, 2)
    assert found["not_modified"] >= 25
    marked = rows(portal.data, "SELECT title FROM articles WHERE gone_at IS NOT NULL ORDER BY title")
    assert [row[0] for row in marked] == sorted(site.article(number).title for number in (4, 5, 6, 7))
    versions = rows(portal.data, "SELECT number, body FROM versions ORDER BY number")
    assert [number for number, _ in versions] == [1, 2]
    assert versions[1][1].endswith(site.edited[3])
    for number in (5, 6, 7):
        kept = rows(portal.data, "SELECT body FROM articles WHERE title = ?", site.article(number).title)[0][0]
        assert kept.splitlines() == site.article(number).paragraphs


def test_what_failed_is_asked_for_again_though_no_list_shows_it_any_more(portal: Portal) -> None:
    portal.site.failing |= {2, 3}
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 28
    portal.site.failing.clear()
    portal.site.articles += 60
    portal.site.pinned = 0
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 90


def test_what_failed_on_a_sister_host_is_asked_for_again_though_the_list_did_not_change(portal: Portal) -> None:
    site, path = portal.site, "/news/20260301/77777.html"
    site.articles, sister = 3, site.host.replace("127.0.0.1", "localhost")
    link = f'<ul><li><a href="http://{sister}{path}">计量院在姊妹站上公布年度检定结果</a></li>'
    site.extra["/news/"] = lambda: site._validated(site._list(1).replace("<ul>", link), {})
    site.extra[path] = lambda: (503, {}, b"busy")
    portal.configure(articles="/news/[0-9]+/")
    portal.nightly("--allow-address", sister)
    assert len(portal.titles()) == 3
    site.extra["/news/"] = lambda: (304, {}, b"")
    site.extra[path] = lambda: site._validated(site._page(10), {})
    assert portal.nightly("--allow-address", sister).returncode == 0
    assert site.article(10).title in portal.titles()


def test_a_page_may_be_split_into_several(portal: Portal) -> None:
    written = portal.site.article(9)
    head = f"<html><head><title>{written.title}</title></head><body><h1>{written.title}</h1><div class=info>2026-03-01 来源:本机日报</div>"

    def part(number: int) -> tuple[int, dict[str, str], bytes]:
        name = written.path.removesuffix(".html")
        following = f'<a href="{name}_{number + 1}.html">下一页</a>' if number < 3 else ""
        text = "".join(f"<p>{one}</p>" for one in written.paragraphs[2 * number - 2 : 2 * number])
        return (
            200,
            {"Content-Type": "text/html; charset=utf-8"},
            f"{head}<div class=content>{text}</div>{following}</body></html>".encode(),
        )

    portal.site.extra = {
        written.path: lambda: part(1),
        written.path.replace(".html", "_2.html"): lambda: part(2),
        written.path.replace(".html", "_3.html"): lambda: part(3),
    }
    assert portal.nightly().returncode == 0
    body = rows(portal.data, "SELECT body FROM articles WHERE title = ?", written.title)[0][0]
    assert body.splitlines() == written.paragraphs
    assert outcomes(portal.data)["part"] == 2


def test_a_dead_source_does_not_hold_up_a_living_one_and_is_told(portal: Portal) -> None:
    dead = (portal.sources / "portal.toml").read_text().replace(str(portal.site.port), "9")
    (portal.sources / "dead.toml").write_text(dead)
    done = portal.nightly("--allow-address", "127.0.0.1:9")
    assert done.returncode == 1
    assert "none of its lists could be read" in done.stdout
    assert len(portal.titles()) == 30
    assert (
        jianxun("nightly", *portal.flags(), "--allow-address", "127.0.0.1:9", "--source", "dead", data=portal.data).returncode
        == 3
    )


def test_robots_txt_is_obeyed_and_where_it_cannot_be_had_nothing_is_fetched(portal: Portal) -> None:
    portal.site.robots = "User-agent: *\nDisallow: /news/2026\n"
    assert portal.nightly().returncode == 0
    assert outcomes(portal.data) == {"robots_txt": 1, "listing": 2, "robots": 30}
    portal.site.robots_status = 503
    portal.site.asked.clear()
    assert portal.nightly().returncode == 3
    assert set(portal.site.asked) == {"/robots.txt"}


def test_a_second_run_at_once_exits_4_and_changes_nothing(portal: Portal) -> None:
    portal.site.delay = 1.0
    line = [sys.executable, "-m", "crawler", "nightly", *portal.flags(), "--data", str(portal.data)]
    first = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: sum(portal.site.asked.values()) > 3)
        second = portal.nightly()
        assert first.poll() is None, "the first run ended before the second began"
        assert second.returncode == 4, second.stdout + second.stderr
        assert f"process {first.pid}" in second.stderr
    finally:
        portal.site.delay = 0.0
        first.wait(timeout=60)
    assert first.returncode == 0
    assert rows(portal.data, "SELECT count(*) FROM runs") == [(1,)]
    assert len(portal.titles()) == 30


def test_a_run_killed_at_any_moment_is_simply_run_again(portal: Portal) -> None:
    portal.site.articles = 60
    portal.site.delay = 0.01
    chance = random.Random(7)
    for _ in range(3):
        line = [sys.executable, "-m", "crawler", "nightly", *portal.flags(), "--data", str(portal.data)]
        before = sum(portal.site.asked.values())
        process = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        wait_for(lambda before=before: sum(portal.site.asked.values()) > before + 2 or process.poll() is not None)  # noqa: B023
        time.sleep(chance.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = portal.nightly()
    assert done.returncode == 0, done.stdout + done.stderr
    assert portal.titles() == sorted(portal.site.article(n).title for n in range(60))
    assert rows(portal.data, "PRAGMA integrity_check") == [("ok",)]
    assert list(verify(portal.data)) == []


def test_what_a_crawl_recorded_replays_to_the_same_articles(portal: Portal, tmp_path: Path) -> None:
    assert portal.nightly().returncode == 0
    again = tmp_path / "again"
    done = jianxun("nightly", "--sources", portal.sources, "--replay", portal.data / "warc", data=again)
    assert done.returncode == 0, done.stdout + done.stderr
    columns = "SELECT url, title, body, published, source, author, editor FROM articles ORDER BY url"
    assert rows(again, columns) == rows(portal.data, columns)
    assert outcomes(again) == outcomes(portal.data)


def test_a_crawl_needs_a_contact_unless_every_host_is_named(tmp_path: Path) -> None:
    done = jianxun("nightly", "--source", "cqn", data=tmp_path / "data", cwd=tmp_path)
    assert done.returncode == 2
    assert 'contact = "you@example.org"' in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_hurry_is_refused_for_hosts_that_are_not_named(portal: Portal, tmp_path: Path) -> None:
    (tmp_path / "jianxun.toml").write_text('contact = "me@example.org"\n')
    done = jianxun("nightly", "--sources", portal.sources, "--config", tmp_path / "jianxun.toml", data=portal.data)
    assert done.returncode == 2
    assert "delay: 0 is allowed only for hosts named by --allow-address" in done.stderr


def test_an_address_that_was_not_named_is_not_connected_to(portal: Portal, tmp_path: Path) -> None:
    portal.configure(delay=1)
    (tmp_path / "jianxun.toml").write_text('contact = "me@example.org"\n')
    done = jianxun("nightly", "--sources", portal.sources, "--config", tmp_path / "jianxun.toml", data=portal.data)
    assert done.returncode == 3
    assert outcomes(portal.data).get("blocked_address")
    assert not portal.site.asked


def test_a_budget_ends_a_source_and_the_next_run_goes_on(portal: Portal, tmp_path: Path) -> None:
    (tmp_path / "jianxun.toml").write_text("articles = 10\n")
    config = ["--config", str(tmp_path / "jianxun.toml")]
    done = portal.nightly(*config)
    assert done.returncode == 0
    first = len(portal.titles())
    assert first == 10
    newest = {portal.site.article(number).title for number in (0, *portal.site._newest_first()[:12])}  # 0 is pinned on top
    assert set(portal.titles()) <= newest
    assert "budget" in outcomes(portal.data)
    for _ in range(4):
        portal.nightly(*config)
    assert len(portal.titles()) == 30


def test_add_keeps_a_page_whatever_its_topic(portal: Portal) -> None:
    page = "<html><head><title>村里的画展</title></head><body><h1>村里的画展</h1><div>2026-02-03</div>" + "".join(
        f"<p>一位画家在海岛住了半年,把第{n}艘渔船和礁石画进四十幅画里,露天展吸引了许多游客前来观看。</p>" for n in "一二三四"
    )
    portal.site.extra["/art/1.html"] = lambda: (200, {"Content-Type": "text/html; charset=utf-8"}, page.encode())
    url = f"{portal.site.url}/art/1.html"
    done = jianxun("add", url, *portal.flags(), data=portal.data)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "stored" in done.stdout
    assert portal.titles() == ["村里的画展"]
    why = jianxun("why", url, data=portal.data)
    assert "stored" in why.stdout


def test_a_data_directory_that_cannot_be_written_is_said(portal: Portal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = jianxun("nightly", *portal.flags(), data=tmp_path / "file" / "data")
    assert done.returncode == 5
    assert "cannot be written" in done.stderr


def test_a_database_of_a_newer_version_is_left_alone(portal: Portal) -> None:
    assert portal.nightly().returncode == 0
    conn = sqlite3.connect(portal.data / "news.db")
    conn.execute(
        "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('jianxun', 'm999_future', '2030-01-01')"
    )
    conn.commit()
    conn.close()
    done = portal.nightly()
    assert done.returncode == 5
    assert "written by a newer jianxun (m999_future)" in done.stderr


def wait_for(happened: Any, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
