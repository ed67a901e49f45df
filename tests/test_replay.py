"""Recordings of either kind, and what is said of what is none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.warc import Exchange, Recorder
from crawler.replay import Recording, ReplayError
from tests.portal_site import PortalSite
from tests.test_nightly import Portal, jianxun, rows

ROOT = Path(__file__).parent.parent


def test_a_folder_with_a_manifest_answers_with_its_files() -> None:
    recording = Recording.open(ROOT / "seeds")
    found = recording.answer("http://kuaixun.invalid/kuaixun/98213.html")
    assert found is not None
    assert found.status == 200
    assert "检验检测" in found.body().decode("utf-8")
    assert recording.answer("http://kuaixun.invalid/nowhere.html") is None
    moved = recording.answer("http://kuaixun.invalid/e/action/ShowInfo.php?classid=1&id=98213")
    assert moved is not None
    assert (moved.status, dict(moved.headers)["Location"]) == (301, "/kuaixun/98213.html")


def test_the_latest_of_several_warc_files_answers_and_the_http_twin_too(tmp_path: Path) -> None:
    for day, body in ((1, b"old"), (2, b"new")):
        recorder = Recorder(tmp_path, "test")
        recorder.write(Exchange("http://portal.invalid/a", datetime(2026, 3, day, tzinfo=UTC), 200, "OK", [], body))
        path = recorder.close()
        assert path is not None
        path.rename(tmp_path / f"{day}.warc.gz")
    recording = Recording.open(tmp_path)
    for url in ("http://portal.invalid/a", "https://portal.invalid/a"):
        found = recording.answer(url)
        assert found is not None
        assert found.body() == b"new"


@pytest.mark.parametrize("what", ["empty folder", "text file", "broken manifest"])
def test_what_is_no_recording_is_said(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x"
    if what == "text file":
        path.write_text("hello")
    else:
        path.mkdir()
    if what == "broken manifest":
        (path / "replay.toml").write_text("[[page]]\nfile = 3\n")
    with pytest.raises(ReplayError, match=str(path)):
        Recording.open(path)


def test_several_nights_replay_to_all_their_articles(tmp_path: Path) -> None:
    """What moved from one list page to the next between them, what went, and what was down in one."""
    with PortalSite(articles=25, pinned=0).serving() as site:
        portal = Portal(site, tmp_path)
        assert portal.nightly().returncode == 0
        site.gone.add(24)
        site.soft_404.add(23)
        site.edited[22] = "更正:此前报道的数量有误,经核对,涉及的仪器应为四十二台,特此说明并向读者致歉。"
        site.extra["/news/"] = lambda: (503, {}, b"busy")
        portal.nightly("--full")
        del site.extra["/news/"]
        portal.nightly("--full")
        site.articles += 3
        portal.nightly()
    again = tmp_path / "again"
    for _ in range(2):
        done = jianxun("nightly", "--sources", portal.sources, "--replay", portal.data / "warc", data=again)
        assert done.returncode == 0, done.stdout + done.stderr
    columns = "SELECT url, title, body FROM articles ORDER BY url"
    assert len(rows(again, columns)) == 28
    assert rows(again, columns) == rows(portal.data, columns)
