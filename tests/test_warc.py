"""The WARC files that the archive stands on."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.recovery import recover
from archive.warc import Exchange, Recorder, WarcError, locate, read_capture, read_file

NOW = datetime(2026, 3, 1, 2, 3, 4, tzinfo=UTC)


def exchange(url: str = "http://portal.invalid/a.html", body: bytes = b"<p>text</p>", **more: object) -> Exchange:
    headers = [("Content-Type", "text/html; charset=gbk"), ("Transfer-Encoding", "chunked")]
    return Exchange(url, NOW, 200, "OK", headers, body, **more)  # type: ignore[arg-type]


def test_a_capture_is_read_back_as_it_was_received(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    packed = gzip.compress("计量".encode("gbk"))
    one = recorder.write(exchange(body=packed))
    two = recorder.write(exchange("http://portal.invalid/b.html", b"second"))
    assert read_capture(tmp_path, one).body == packed, "also while the file is still written"
    final = recorder.close()
    assert final is not None
    assert final.suffixes == [".warc", ".gz"]
    record = read_capture(tmp_path, two)
    assert (record.body, record.url, record.fetched_at) == (b"second", "http://portal.invalid/b.html", NOW)
    assert record.header("content-type") == "text/html; charset=gbk"


def test_a_rendered_page_is_kept_beside_what_was_served(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    capture = recorder.write(exchange(body=b"<script>", rendered="<p>检测</p>".encode()))
    recorder.close()
    assert read_capture(tmp_path, capture).body.decode() == "<p>检测</p>"
    kinds = [record.kind for record in read_file(tmp_path / capture.warc_file)]
    assert kinds == ["warcinfo", "response", "request", "conversion"]


def test_unchanged_content_is_a_revisit_of_its_first_capture(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    first = recorder.write(exchange())
    assert recorder.write(exchange(), same_as=first) == first
    recorder.close()
    kinds = [record.kind for record in read_file(tmp_path / first.warc_file)]
    assert kinds == ["warcinfo", "response", "request", "revisit", "request"]


def test_the_files_pass_the_index_and_check_of_warcio(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    first = recorder.write(exchange(body=b"x" * 100_000))
    recorder.write(exchange(), same_as=first)
    path = recorder.close()
    for command in (["check"], ["index"]):
        line = [sys.executable, "-m", "warcio.cli", *command, str(path)]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_run_that_received_nothing_leaves_no_file(tmp_path: Path) -> None:
    assert Recorder(tmp_path, "test").close() is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("cut", [1, 7, 40, 200])
def test_a_torn_file_keeps_every_whole_record(tmp_path: Path, cut: int) -> None:
    recorder = Recorder(tmp_path, "test")
    captures = [recorder.write(exchange(f"http://portal.invalid/{n}", os.urandom(3000))) for n in range(5)]
    path, name = recorder.path, recorder.name
    recorder._file.close()
    last = captures[-1]
    os.truncate(path, last.offset + last.length - cut)
    kept = recover(tmp_path)
    assert kept == {name: last.offset}
    for capture in captures[:-1]:
        assert read_capture(tmp_path, capture).intact
    with pytest.raises(WarcError):
        read_capture(tmp_path, last)


def test_recovery_leaves_a_file_alone_that_is_still_written(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    recorder.write(exchange())
    assert recover(tmp_path) == {}
    assert recorder.path.exists()
    recorder.close()


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    capture = recorder.write(exchange(body=os.urandom(5000)))
    path = recorder.close()
    assert path is not None
    data = bytearray(path.read_bytes())
    data[capture.offset + capture.length // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(WarcError):
        read_capture(tmp_path, capture)


def test_a_record_without_an_address_is_damage_not_a_crash(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path, "test")
    recorder.write(exchange())
    path = recorder.close()
    assert path is not None
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(path.read_bytes()).replace(b"WARC-Target-URI", b"WARC-Target-Who"))
    with pytest.raises(WarcError, match="damaged"):
        list(read_file(plain))


@pytest.mark.parametrize("name", ["../news.db", "/etc/passwd", "a/b.warc.gz", "a.txt", ""])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WarcError):
        locate(tmp_path, name)
