"""A database that is made anew from the WARC files alone, and what is carried over from the old one."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.database import StoreError, hold
from archive.integrity import verify
from archive.store import Store
from archive.warc import Exchange, Recorder, WarcError, read_what_is_left
from crawler.rebuild import in_order
from crawler.run import take_lock
from tests.portal_site import PortalSite
from tests.test_nightly import ROOT, Portal, jianxun, rows

TEXT = (
    "SELECT key, url, site, title, body, published, source, author, editor, original_source, version FROM articles ORDER BY key"
)


# what is remembered of addresses; whether an article was new, read again or not modified is the history of attempts
KNOWN = """SELECT u.key, CASE WHEN u.article_id IS NULL OR u.outcome IN ('gone', 'redirect') THEN u.outcome ELSE 'article' END,
    u.source, u.listing, a.key, c.digest FROM urls u LEFT JOIN articles a ON a.id = u.article_id
    LEFT JOIN captures c ON c.id = u.capture_id WHERE u.url NOT LIKE '%elsewhere%' ORDER BY u.key"""


def misbehave(site: PortalSite) -> None:
    """A split article, a moved one, one of another trade, one that is not there."""
    split, moved, other, missing = (site.article(number) for number in (9, 10, 11, 12))

    def html(title: str, paragraphs: list[str], more: str = "") -> tuple[int, dict[str, str], bytes]:
        text = "".join(f"<p>{one}</p>" for one in paragraphs)
        page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div class=info>2026-03-01 来源:本机日报</div>"
        return (
            200, {"Content-Type": "text/html; charset=utf-8"}, f"{page}<div class=content>{text}</div>{more}</body></html>".encode()
        )  # fmt: skip

    second = split.path.replace(".html", "_2.html")
    cooking = ["把豆腐切成小块,放进锅里慢慢煎到两面金黄,再加入葱花和酱油,盖上锅盖焖三分钟就可以上桌。" for _ in range(5)]
    site.extra = {
        split.path: lambda: html(split.title, split.paragraphs[:2], f'<a href="{second}">下一页</a>'),
        second: lambda: html(split.title, split.paragraphs[2:]),
        moved.path: lambda: (301, {"Location": "/moved.html"}, b""),
        "/moved.html": lambda: html(moved.title, moved.paragraphs),
        other.path: lambda: html("家常豆腐的做法", [f"{number}. {one}" for number, one in enumerate(cooking)]),
        missing.path: lambda: (403, {"Content-Type": "text/html"}, b"<h1>403</h1>"),
    }


def texts(data: Path) -> list[tuple[Any, ...]]:
    return rows(data, TEXT)


def damages(data: Path) -> list[str]:
    return [damage.what for damage in verify(data)]


def replayed(data: Path) -> subprocess.CompletedProcess[str]:
    return jianxun("nightly", "--replay", ROOT / "seeds", "--sources", ROOT / "crawler" / "sources", data=data)


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    with PortalSite(articles=24).serving() as site:
        yield Portal(site, tmp_path)


def test_replayed_seeds_are_all_there_again_without_their_database(tmp_path: Path) -> None:
    first = replayed(tmp_path)
    assert first.returncode == 0, first.stdout + first.stderr
    before = texts(tmp_path)
    for path in tmp_path.glob("news.db*"):
        path.unlink()
    done = jianxun("rebuild", data=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert before
    assert texts(tmp_path) == before
    assert damages(tmp_path) == []
    again = replayed(tmp_path)
    assert again.returncode == 0, again.stdout + again.stderr
    assert texts(tmp_path) == before, "what is known is not stored again"
    assert rows(tmp_path, "SELECT count(*) FROM captures") == rows(
        tmp_path, "SELECT count(DISTINCT warc_file || ' ' || \"offset\") FROM captures"
    )


def test_edits_disappearances_and_what_a_person_made_survive_a_damaged_page(portal: Portal) -> None:
    misbehave(portal.site)
    assert portal.nightly().returncode == 0
    portal.site.edited[5] = "补充:复检结果已经公布,全部样品合格,企业整改完成,有关情况将继续通报。"
    portal.site.gone.add(6)
    portal.site.withdrawn |= {
        7: "此内容因违规无法查看",
        8: "经核实,本网此前刊发的报道失实,现予撤稿,特向读者致歉。今后将加强审核。",
    }
    portal.nightly("--full")
    portal.nightly("--full")  # what is gone is gone as before: 304, or the same page
    lines = portal.data.parent / "more.jsonl"
    body = "全市计量器具检定工作会议在本市召开,会议总结了上年度检验检测工作。" * 4
    lines.write_text(json.dumps({"url": "http://elsewhere.invalid/a", "title": "计量工作会议召开", "body": body}) + "\n")
    assert jianxun("import", lines, data=portal.data).returncode == 0
    assert jianxun("watch", "add", "电表", "电能表", data=portal.data).returncode == 0
    assert jianxun("story", "merge", "1", "2", data=portal.data).returncode == 0
    before = texts(portal.data)
    known = rows(portal.data, KNOWN)
    assert {outcome for _, outcome, *_ in known} >= {"off_topic", "part", "listing", "http_error"}
    gone = rows(portal.data, "SELECT key FROM articles WHERE gone_at IS NOT NULL")
    versions = rows(portal.data, "SELECT title, body FROM versions ORDER BY number")
    captures = rows(portal.data, 'SELECT warc_file, "offset", length, digest, url, content_type FROM captures ORDER BY 1, 2')
    together = rows(portal.data, "SELECT b.key FROM articles a JOIN articles b USING (story_id) WHERE a.id = 1 ORDER BY 1")
    damage_a_page_of(portal.data, "urls")

    assert jianxun("verify", data=portal.data).returncode == 5
    done = jianxun("rebuild", "--sources", portal.sources, data=portal.data)

    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert texts(portal.data) == before
    assert rows(portal.data, KNOWN) == known
    assert rows(portal.data, "SELECT key FROM articles WHERE gone_at IS NOT NULL") == gone
    assert len(gone) == 3
    assert rows(portal.data, "SELECT title, body FROM versions ORDER BY number") == versions
    found = rows(portal.data, 'SELECT warc_file, "offset", length, digest, url, content_type FROM captures ORDER BY 1, 2')
    assert found == captures
    key = "SELECT id FROM articles WHERE key = ?"
    one = rows(portal.data, key, together[0][0])[0][0]
    select = "SELECT b.key FROM articles a JOIN articles b USING (story_id) WHERE a.id = ? ORDER BY 1"
    assert rows(portal.data, select, one) == together
    assert len(together) == 2
    assert rows(portal.data, "SELECT name, query FROM watches") == [("电表", "电能表")]
    assert damages(portal.data) == []
    assert len([path for path in portal.data.glob("news.db.damaged-*") if re.search(r"\dZ$", path.name)]) == 1
    assert portal.nightly().returncode == 0
    assert texts(portal.data) == before


def damage_a_page_of(data: Path, table: str) -> None:
    """Overwrites the first page of a table with noise, as a failing disk does."""
    rows(data, "PRAGMA wal_checkpoint(TRUNCATE)")
    root = rows(data, "SELECT rootpage FROM sqlite_master WHERE name = ?", table)[0][0]
    size = rows(data, "PRAGMA page_size")[0][0]
    with (data / "news.db").open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(os.urandom(size))


def test_a_rebuild_that_is_killed_leaves_the_archive_and_is_taken_up(portal: Portal) -> None:
    assert portal.nightly().returncode == 0
    before = texts(portal.data)
    line = [sys.executable, "-m", "crawler", "rebuild", "--sources", str(portal.sources), "--data", str(portal.data)]
    for delay in (0.8, 1.6):
        process = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert texts(portal.data) == before
    done = jianxun("rebuild", "--sources", portal.sources, data=portal.data)
    assert done.returncode == 0, done.stdout + done.stderr
    assert texts(portal.data) == before
    assert damages(portal.data) == []
    assert not (portal.data / "news.db.rebuild").exists()


def test_a_rebuild_leaves_an_archive_alone_that_another_run_holds(tmp_path: Path) -> None:
    writer = Store.open(tmp_path)
    done = jianxun("rebuild", data=tmp_path)
    assert done.returncode == 4, done.stdout + done.stderr
    writer.close()
    alone = hold(tmp_path, alone=True)
    with pytest.raises(StoreError, match="being rebuilt"):
        Store.open(tmp_path)
    assert alone is not None
    alone.close()
    lock = take_lock(tmp_path)
    done = jianxun("rebuild", data=tmp_path)
    lock.close()
    assert done.returncode == 4, done.stdout + done.stderr


def test_without_anything_to_rebuild_from_it_says_so(tmp_path: Path) -> None:
    done = jianxun("rebuild", data=tmp_path)
    assert done.returncode == 5
    assert "no WARC files" in done.stderr


def exchange(number: int, at: datetime) -> Exchange:
    return Exchange(f"http://portal.invalid/{number}", at, 200, "OK", [("Content-Type", "text/html")], os.urandom(3000))


def test_records_on_both_sides_of_a_damaged_stretch_are_read(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    captures = [recorder.write(exchange(number, datetime(2026, 3, 1, tzinfo=UTC))) for number in range(6)]
    path = recorder.close()
    assert path is not None
    with path.open("rb+") as file:
        file.seek(captures[2].offset + captures[2].length // 2)
        file.write(b"\0" * 40)
    found = list(read_what_is_left(path))
    kept = [one.url for one in found if not isinstance(one, WarcError) and one.kind == "response"]
    assert kept == [f"http://portal.invalid/{number}" for number in (0, 1, 3, 4, 5)]
    assert any(isinstance(one, WarcError) for one in found)


def test_files_are_read_in_the_order_of_their_first_records_whatever_their_names(tmp_path: Path) -> None:
    for name in ("z", "a"):
        recorder = Recorder(tmp_path, "test")
        recorder.write(exchange(1, datetime(2026, 3, 1, tzinfo=UTC)))
        path = recorder.close()
        assert path is not None
        path.rename(tmp_path / f"{name}.warc.gz")
        time.sleep(1.1)  # dates in WARC files are whole seconds
    assert [path.name for path in in_order(tmp_path)] == ["z.warc.gz", "a.warc.gz"]
