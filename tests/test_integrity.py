"""What `verify` finds and names, and what `backup` copies: while a crawl runs, and back again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.database import StoreError
from archive.integrity import backup, verify
from archive.store import Store
from archive.warc import Recorder
from tests.archive_site import build
from tests.portal_site import PortalSite
from tests.test_nightly import ROOT, Portal, jianxun, rows
from tests.test_rebuild import damage_a_page_of


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    build(tmp_path / "data")
    return tmp_path / "data"


def found(archive: Path) -> list[tuple[str, str]]:
    return [(damage.what, damage.remedy) for damage in verify(archive)]


def test_an_archive_as_it_was_written_has_no_damage(archive: Path) -> None:
    seen: list[str] = []
    assert list(verify(archive, lambda what, *_: seen.append(what))) == []
    assert set(seen) == {"database", "captures", "search rows", "WARC files"}


def test_a_byte_of_a_capture_is_missed_by_its_digest(archive: Path) -> None:
    name, offset, length = rows(archive, 'SELECT warc_file, "offset", length FROM captures')[0]
    with (archive / "warc" / name).open("rb+") as file:
        file.seek(offset + length // 2)
        byte = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([byte[0] ^ 255]))
    said = found(archive)
    assert any(what.startswith("capture 1 of ") for what, _ in said)
    assert any(f"{name}: damaged from" in what or "digest" in what for what, _ in said)
    assert all("backup" in remedy for _, remedy in said)


def test_a_missing_reference_and_a_missing_search_row_are_named(archive: Path) -> None:
    store = Store.open(archive)
    store.conn.execute("PRAGMA foreign_keys=OFF")
    store.conn.execute("UPDATE articles SET capture_id = 4711 WHERE id = 1")
    store.conn.execute("UPDATE articles SET search_id = NULL WHERE id = 2")
    store.close()
    said = dict(found(archive))
    assert said["articles 1: refers to a missing row of captures"] == "jianxun rebuild"
    assert "reextract" in said["article 2: its search row is missing or wrong"]


def test_a_damaged_page_is_told_with_its_table_and_the_command_that_mends_it(archive: Path) -> None:
    damage_a_page_of(archive, "urls")
    done = jianxun("verify", data=archive)
    assert done.returncode == 5
    assert "urls" in done.stdout
    assert "jianxun rebuild" in done.stdout


def test_a_file_that_is_being_written_is_no_damage_and_one_that_was_left_is(archive: Path) -> None:
    recorder = Recorder(archive / "warc", "test")
    assert found(archive) == []
    recorder._file.close()
    assert [what for what, _ in found(archive)] == [f"{recorder.path}: not finished, by a run that was killed"]


def test_a_copy_goes_to_an_empty_directory_outside_the_archive(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thing").touch()
    for place in (tmp_path / "full", archive / "copy"):
        with pytest.raises(StoreError):
            backup(archive, place)


def test_an_interrupted_copy_is_made_again(archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy"
    (target / "warc").mkdir(parents=True)
    (target / "news.db.part").write_bytes(b"half")
    backup(archive, target)
    assert found(target) == []


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    with PortalSite(articles=60, delay=0.03).serving() as site:
        yield Portal(site, tmp_path)


def articles(data: Path) -> int:
    try:
        return int(rows(data, "SELECT count(*) FROM articles")[0][0]) if (data / "news.db").exists() else 0
    except sqlite3.OperationalError:  # not made yet
        return 0


def test_a_copy_made_during_a_crawl_is_whole_and_the_crawl_goes_on_from_it(portal: Portal, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "crawler", "nightly", *portal.flags(), "--data", str(portal.data)]
    crawl = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not articles(portal.data) and time.monotonic() < deadline:
        time.sleep(0.05)
    copy = tmp_path / "copy"
    backup(portal.data, copy)
    assert crawl.poll() is None, "the crawl was still at work"
    assert crawl.wait(timeout=100) == 0
    assert len(portal.titles()) == 60, "the copy disturbed nothing"
    assert found(copy) == []
    assert 0 < articles(copy) < 60

    shutil.rmtree(portal.data)
    shutil.copytree(copy, portal.data)  # as the help says
    assert found(portal.data) == []
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 60
    assert found(portal.data) == []
