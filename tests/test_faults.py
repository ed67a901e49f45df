"""What disks, clocks and other writers do to an archive: nothing acknowledged is lost, the command says what is wrong and ends with 5."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.database import StoreError
from archive.integrity import verify
from archive.records import Article, Fetch, Labels, Outcome
from archive.store import Reading, Store
from archive.warc import Exchange, Recorder, read_file
from crawler.config import Config
from crawler.run import ExitStatus, Run
from crawler.source import Source
from tests.archive_site import build
from tests.portal_site import PortalSite
from tests.test_nightly import ROOT, Portal, jianxun, rows
from tests.test_rebuild import damage_a_page_of

SOURCE = Source(key="portal", name="本机门户", home="http://portal.invalid/")


def reading(number: int) -> Reading:
    from archive.fingerprint import fingerprint
    from archive.search import terms

    body = f"第{number}号公告:全市计量器具检定工作已经完成,检验检测机构共出具报告{number}份。" * 20
    article = Article(url=f"http://portal.invalid/{number}", title=f"第{number}号公告", body=body)
    return Reading(article, Labels(), fingerprint(article.title, body), terms(article.title, body, []))


def fetch(number: int) -> Fetch:
    url = f"http://portal.invalid/{number}"
    return Fetch(url=url, key=url, source="portal", started_at="2026-03-01T00:00:00+00:00")


def exchange(number: int) -> Exchange:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return Exchange(f"http://portal.invalid/{number}", at, 200, "OK", [("Content-Type", "text/html")], os.urandom(5000))


# Full disks

FILL = """
import resource, signal, sys
from pathlib import Path
from archive.store import Store
from tests.test_faults import fetch, reading
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(Path(sys.argv[1]))
if sys.argv[2] == "wal":
    store.conn.execute("PRAGMA wal_autocheckpoint=0")
else:
    store.conn.execute("PRAGMA journal_mode=DELETE")
size = sum(path.stat().st_size for path in Path(sys.argv[1]).glob("news.db*"))
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 300_000, resource.RLIM_INFINITY))
try:
    for number in range(3000):
        store.save(reading(number), fetch(number))
        print(number, flush=True)
except Exception as error:
    print(type(error).__name__, error, flush=True)
"""


@pytest.mark.parametrize("where", ["database", "wal"])
def test_a_disk_that_fills_up_in_the_database_or_its_log_loses_nothing_that_was_written(tmp_path: Path, where: str) -> None:
    line = [sys.executable, "-c", FILL, str(tmp_path), where]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    *written, last = done.stdout.splitlines()
    assert last.startswith("OperationalError"), done.stdout[-300:] + done.stderr[-800:]
    assert written
    with Store.open(tmp_path).conn as conn:
        kept = {row[0] for row in conn.execute("SELECT url FROM articles")}
    assert {f"http://portal.invalid/{number}" for number in written} == kept
    assert list(verify(tmp_path)) == []
    store = Store.open(tmp_path)
    store.save(reading(5000), fetch(5000))  # there is room again
    store.close()


def test_a_disk_that_fills_up_in_a_warc_file_leaves_whole_records(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    recorder.write(exchange(1))
    whole = recorder.path.stat().st_size
    write = recorder._file.write

    class Full:
        """A file that takes half of what it is given, like a disk with little left."""

        def __getattr__(self, name: str) -> Any:
            return getattr(file, name)

        def write(self, data: bytes) -> int:
            write(data[: len(data) // 2])
            file.flush()
            raise OSError(errno.ENOSPC, "No space left on device")

    file = recorder._file
    recorder._file = Full()  # type: ignore[assignment]
    with pytest.raises(OSError, match="No space"):
        recorder.write(exchange(2))
    recorder._file = file
    assert recorder.path.stat().st_size == whole
    recorder.write(exchange(3))
    path = recorder.close()
    assert path is not None
    found = [record.url[-1] for record in read_file(path) if record.kind == "response"]
    assert found == ["1", "3"]


def test_a_run_whose_warc_file_cannot_grow_ends_with_5_and_keeps_what_it_had(tmp_path: Path) -> None:
    with PortalSite(articles=12).serving() as site:
        portal = Portal(site, tmp_path)
        limit = (
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "from archive.warc import Recorder;"
            "write = Recorder._write; written = [0]\n"
            "def full(self, *records):\n"
            "    written[0] += 1\n"
            "    if written[0] > 8: raise OSError(28, 'No space left on device')\n"
            "    return write(self, *records)\n"
            "Recorder._write = full\n"
            "from crawler.cli import main; main()"
        )
        line = [sys.executable, "-c", limit, "nightly", *portal.flags(), "--data", str(portal.data)]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
        assert done.returncode == 5, done.stdout + done.stderr
        assert "No space left" in done.stdout + done.stderr
        assert list(verify(portal.data)) == []
        assert portal.nightly().returncode == 0
        assert len(portal.titles()) == 12
        assert list(verify(portal.data)) == []


def test_a_full_disk_at_the_end_of_a_run_is_its_exit_status(tmp_path: Path) -> None:
    run = Run.open("nightly", tmp_path, Config(workers=1), {"portal": SOURCE})
    run.store.conn.execute("PRAGMA max_page_count = 1")  # not even the row of its end
    run.store.conn.execute("PRAGMA query_only = ON")
    assert run.close() is ExitStatus.ARCHIVE
    again = Run.open("nightly", tmp_path, Config(workers=1), {"portal": SOURCE})
    assert again.close() is ExitStatus.GOOD


# Directories and databases


@pytest.fixture
def locked_up(tmp_path: Path) -> Iterator[Path]:
    tmp_path.chmod(0o555)
    yield tmp_path
    tmp_path.chmod(0o755)


def test_a_directory_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "data"
    blocked.write_text("a file where the directory should be")
    done = jianxun("import", "/dev/null", data=blocked)
    assert done.returncode == 5
    assert str(blocked) in done.stderr
    assert "--data" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_directory_is_named(locked_up: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        Store.open(locked_up)


def test_a_read_only_database_is_named_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EROFS, "Read-only file system", str(tmp_path))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(StoreError, match=f"{tmp_path}: cannot be written \\(Read-only file system\\)"):
        Store.open(tmp_path)
    assert list(verify(tmp_path)) == [], "reading goes on"


@pytest.mark.parametrize("damage", ["noise in the middle", "no database at all", "cut in half", "empty"])
def test_every_command_says_what_helps_with_a_damaged_database(tmp_path: Path, damage: str) -> None:
    build(tmp_path)
    path = tmp_path / "news.db"
    if damage == "noise in the middle":
        damage_a_page_of(tmp_path, "articles")
    elif damage == "no database at all":
        path.write_bytes(b"<html>not a database" * 500)
    elif damage == "cut in half":
        rows(tmp_path, "PRAGMA wal_checkpoint(TRUNCATE)")
        os.truncate(path, path.stat().st_size // 2)
    else:
        os.truncate(path, 0)
    said = list(verify(tmp_path))
    assert said, damage
    assert any("rebuild" in one.remedy for one in said)
    if damage == "no database at all":
        done = jianxun("nightly", "--replay", ROOT / "seeds", data=tmp_path)
        assert done.returncode == 5
        assert "jianxun verify" in done.stderr


def test_an_archive_whose_fingerprints_do_not_compare_is_named_and_left_alone(tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "a.jsonl"
    build(data)
    conn = sqlite3.connect(data / "news.db")
    conn.execute("UPDATE fingerprinting SET parameters = 'of another version'")
    conn.commit()
    conn.close()
    count = rows(data, "SELECT count(*) FROM articles")
    file.write_text('{"url": "http://a.example/1", "title": "开放日", "body": "计量院举办开放日。"}', encoding="utf-8")
    for words in (("import", file), ("nightly", "--replay", ROOT / "seeds")):
        done = jianxun(*words, data=data)
        assert done.returncode == 5, done.stderr
        assert "jianxun reextract --apply" in done.stderr
        assert "Traceback" not in done.stderr
        assert rows(data, "SELECT count(*) FROM articles") == count


# Writers and clocks


def test_two_writers_take_turns(tmp_path: Path) -> None:
    line = [
        sys.executable, "-c",
        "import sys; from pathlib import Path; from archive.store import Store; from tests.test_faults import fetch, reading\n"
        "store = Store.open(Path(sys.argv[1])); start = int(sys.argv[2])\n"
        "for number in range(start, start + 60): store.save(reading(number), fetch(number))\n",
        str(tmp_path),
    ]  # fmt: skip
    writers = [
        subprocess.Popen([*line, start], cwd=ROOT, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
        for start in ("0", "100")
    ]
    errors = [writer.communicate(timeout=100)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], errors
    assert rows(tmp_path, "SELECT count(*) FROM articles") == [(120,)]
    assert list(verify(tmp_path)) == []


def test_a_writer_that_is_killed_loses_only_what_it_had_not_said(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from archive.store import Store; from archive.warc import Recorder\n"
        "from tests.test_faults import exchange, fetch, reading\n"
        "store = Store.open(Path(sys.argv[1])); recorder = Recorder(store.warcs, 'test')\n"
        "for number in range(10000):\n"
        "    one = fetch(number); one.capture = recorder.write(exchange(number)); store.save(reading(number), one)\n"
        "    print(number, flush=True)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    said = [int(writer.stdout.readline()) for _ in range(25)]
    writer.send_signal(signal.SIGKILL)
    said += [int(line) for line in writer.communicate()[0].split()]
    with next((tmp_path / "warc").glob("*.open")).open("ab") as file:
        file.write(b"\x1f\x8b\x08\0torn")  # as a power failure leaves it
    assert any("not finished" in damage.what for damage in verify(tmp_path))
    Run.open("nightly", tmp_path, Config(workers=1), {"portal": SOURCE}).close()
    kept = {row[0] for row in rows(tmp_path, "SELECT url FROM articles")}
    assert {f"http://portal.invalid/{number}" for number in said} <= kept
    assert list(verify(tmp_path)) == []


def test_a_clock_that_was_set_back_between_runs_changes_no_history(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    later, earlier = fetch(1), fetch(1)
    later.seen_at, earlier.seen_at = "2026-03-02T00:00:00+00:00", "2026-03-01T00:00:00+00:00"
    assert store.save(reading(1), later) is Outcome.STORED
    edited = reading(2)
    assert store.save(edited, earlier) is Outcome.CHANGED
    store.close()
    found = rows(tmp_path, "SELECT number, title FROM versions ORDER BY number")
    assert found == [(1, "第1号公告"), (2, "第2号公告")]
    assert rows(tmp_path, "SELECT version, title FROM articles") == [(2, "第2号公告")]
    assert list(verify(tmp_path)) == []


def test_two_files_of_one_second_or_of_an_earlier_one_never_share_a_name(tmp_path: Path) -> None:
    names = {Recorder(tmp_path, "test").name for _ in range(20)}
    assert len(names) == 20
    shutil.rmtree(tmp_path)
