"""Import: what a line may be, what bad ones say, and that a killed import repeated gives the archive of an unbroken one."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.address import AddressError
from archive.database import connect_read_only
from archive.integrity import verify
from bench.texts import Piece, article
from bench.variants import KINDS
from crawler import importing
from crawler.commands.stories import import_
from crawler.importing import LineError, article_of, import_file, published_of, summary

ROOT = Path(__file__).parent.parent


def line(url: str, piece: Piece, **more: object) -> str:
    facts = {"url": url, "title": piece.title, "body": piece.body, "published": piece.published, "source": piece.source}
    return json.dumps(facts | more, ensure_ascii=False)


def written(path: Path, count: int, seed: int = 1) -> Path:
    """A file of so many lines, of which a third are copies of earlier ones."""
    rng = random.Random(seed)
    pieces: list[Piece] = []
    lines = []
    for number in range(count):
        piece = article(rng)
        if number % 3 == 2:
            piece = rng.choice(list(KINDS.values()))(rng, rng.choice(pieces), piece)
        pieces.append(piece)
        lines.append(line(f"https://site{number % 7}.example/{number}.html", piece))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def content(directory: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that an archive holds, but for the times at which it was written."""
    conn = connect_read_only(directory)
    found = {}
    tables = conn.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall()
    for (table,) in tables:
        if table.startswith(("sqlite_", "_sqlite")) or "_fts_" in table:
            continue  # how FTS5 cuts its index depends on the transactions; `verify` says whether each row is in it
        columns = [row["name"] for row in conn.execute(f"PRAGMA table_info('{table}')")]
        kept = [name for name in columns if not name.endswith(("_at", "_seen", "last_fetched"))]
        if kept:
            names = ", ".join(f'"{name}"' for name in kept)
            found[table] = sorted((tuple(row) for row in conn.execute(f'SELECT {names} FROM "{table}"')), key=repr)
    conn.close()
    return found


# Lines


def test_a_line_is_an_article_with_its_notes_and_control_characters_out() -> None:
    made = article_of(
        '{"url": "http://A.example/1#top", "title": " 計量(liàng) 日 ", "body": "第一段\\u0007\\n\\n 第二段 ",'
        ' "published": "2025年5月2日", "source": " 甲  报 ", "original_source": "乙报", "unknown": 7}'.encode()
    )
    assert made.url == "http://a.example/1"
    assert made.body == "第一段\n第二段"
    assert (made.published, made.source, made.original_source) == ("2025-05-02", "甲 报", "乙报")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"no json", "not JSON"),
        (b"[1]", "found list"),
        (b'{"url": "http://a.example/1", "title": "a"}', "body: missing"),
        (b'{"url": "http://a.example/1", "title": " ", "body": "b"}', "title: empty"),
        (b'{"url": "http://a.example/1", "title": 3, "body": "b"}', "title: found 3"),
        (b'{"url": "http://a.example/1", "title": "\\ud800", "body": "b"}', "half a character"),
        (b"\xff\xfe", "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"url": "http://a.example/1", "title": "a", "body": "b", "published": "9999999"}', "published: found"),
    ],
)
def test_a_bad_line_says_what_was_found(raw: bytes, said: str) -> None:
    with pytest.raises(LineError, match=said):
        article_of(raw)


def test_an_address_that_is_none_is_said() -> None:
    with pytest.raises(AddressError, match="ftp"):
        article_of(b'{"url": "ftp://a.example/1", "title": "a", "body": "b"}')


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025-05-22", "2025-05-22"),
        ("2025/5/2", "2025-05-02"),
        ("2025-05-22T06:32:13", "2025-05-22T06:32:13+08:00"),
        ("2025-05-22 06:32", "2025-05-22T06:32:00+08:00"),
        ("2025-05-21T22:32:13Z", "2025-05-22T06:32:13+08:00"),
        ("20250522", "2025-05-22"),
        ("2025-W21-4", "2025-05-22"),
        ("20250522T063213", "2025-05-22T06:32:13+08:00"),
        ("1994-01-01", "1994-01-01"),
        ("", None),
    ],
)
def test_times_without_a_zone_are_those_of_china(text: str, wanted: str | None) -> None:
    assert published_of(text) == wanted


@pytest.mark.parametrize(
    "text", ["2999-12-31", "0001-01-01", "1970-01-01T08:00:00+08:00", "1993-12-31T16:00:00-08:00", "next week"]
)
def test_a_time_before_the_web_or_far_ahead_is_a_mistake_of_the_line(text: str) -> None:
    if text == "next week":
        text = (datetime.now(UTC) + timedelta(days=7)).isoformat()
    if text.startswith("1993"):
        assert published_of(text) == "1994-01-01T08:00:00+08:00", "by the clock of China"
        return
    with pytest.raises(LineError, match=r"published: found .* allowed are days from 1994 to 3 days from now"):
        published_of(text)


def test_what_appears_tomorrow_may_be_dated_so() -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    assert published_of(tomorrow) == tomorrow


# Files


def test_bad_lines_are_named_by_number_and_the_rest_is_imported(tmp_path: Path) -> None:
    piece = article(random.Random(1))
    path = tmp_path / "a.jsonl"
    good = [line(f"http://a.example/{number}", article(random.Random(number))) for number in range(2)]
    path.write_text(
        "\n".join([good[0], "", "bad", line("http://a.example/x", piece, published="昨天"), good[1]]), encoding="utf-8"
    )
    made = CliRunner().invoke(import_, [str(path), "--data", str(tmp_path / "data"), "--workers", "1"])
    assert made.exit_code == 1
    assert f"{path}:3: not JSON" in made.output
    assert f"{path}:4: published: found '昨天'" in made.output
    assert made.output.splitlines()[-1] == "4 lines: 2 new, 2 bad"


def test_no_topic_is_asked_of_what_a_person_imports_and_a_copy_finds_its_story(tmp_path: Path) -> None:
    cooking = Piece("红烧肉的做法", "五花肉切块，冷水下锅。" * 20, "2025-01-02", "菜谱", "a.example")
    path = tmp_path / "a.jsonl"
    lines = [line("http://a.example/1", cooking), line("http://b.example/1", cooking, published="2025-01-03")]
    path.write_text("\n".join(lines), encoding="utf-8")
    said = import_file(path, tmp_path / "data", workers=1)
    assert summary(said) == "2 lines: 1 new, 1 copies of known stories, 0 bad"


def test_an_import_repeated_changes_nothing_and_an_edited_line_is_a_version(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", 20)
    import_file(path, tmp_path / "data", workers=1)
    before = content(tmp_path / "data")
    assert import_file(path, tmp_path / "data", workers=2).outcomes == {"kept": 20}
    assert content(tmp_path / "data") == before
    first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    first["body"] += "\n据最新消息，活动改在下月举行。"
    other = tmp_path / "b.jsonl"
    other.write_text(json.dumps(first), encoding="utf-8")
    assert import_file(other, tmp_path / "data", workers=1).outcomes == {"changed": 1}
    assert import_file(path, tmp_path / "data", workers=1).outcomes == {"kept": 20}, "an older text is no news"


def test_a_line_without_end_is_refused_in_bounded_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "LINE", 4096)
    path = tmp_path / "a.jsonl"
    good = line("http://a.example/1", Piece("短讯", "检验检测机构开放日。", "", "", ""))
    path.write_text("x" * 50_000 + "\n" + good + "\n", encoding="utf-8")
    with path.open("rb") as file:
        lines = list(importing._lines(file))
    assert [(number, len(text)) for number, text in lines] == [(1, 4097), (2, len(good.encode()) + 1)]
    with pytest.raises(LineError, match="longer than"):
        article_of(lines[0][1])


KILLED = """
import os, signal, sys
from pathlib import Path
from crawler import importing

file, data, fatal = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
importing.CHUNK, importing.COMMIT = 4, 2
arrive, count = importing._arrive, 0

def counted(*arguments):
    global count
    arrive(*arguments)
    count += 1
    if count == fatal:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    importing._arrive = counted
    importing.import_file(file, data, workers=1)
"""


def test_an_import_killed_again_and_again_and_repeated_gives_the_same_archive(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", 48)
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")

    def run(fatal: int) -> int:
        command = [sys.executable, str(script), str(path), str(tmp_path / "broken"), str(fatal)]
        return subprocess.run(command, timeout=60, check=False, env={"PYTHONPATH": str(ROOT), "PATH": ""}).returncode

    for fatal in (29, 48):  # in the middle of a transaction, and before the last one ends
        assert run(fatal) == -signal.SIGKILL
    import_file(path, tmp_path / "broken", workers=1)
    import_file(path, tmp_path / "whole", workers=1)
    assert content(tmp_path / "broken") == content(tmp_path / "whole")
    assert list(verify(tmp_path / "broken")) == []
    conn = connect_read_only(tmp_path / "broken")
    assert conn.execute("SELECT count(*) FROM articles").fetchone()[0] == 48
    conn.close()


TOPICS = """
import random
from bench.texts import article
from crawler.topic import judge, read_profile

profile = read_profile(None)
print([judge(one.title, one.body, profile) for one in (article(random.Random(seed)) for seed in range(60))])
"""


def test_what_is_said_of_a_text_does_not_depend_on_the_process_that_reads_it() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", TOPICS],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in "123"
    }
    assert len(said) == 1


def test_a_chunk_is_read_as_its_lines_one_by_one(tmp_path: Path) -> None:
    lines = list(enumerate(written(tmp_path / "a.jsonl", 12).read_bytes().splitlines(), 1))
    lines.insert(5, (13, b"no article"))
    together = importing.read_lines(lines, (), None)
    assert together == [importing.read_lines([one], (), None)[0] for one in lines]
    assert [one.number for one in together if one.reading is None] == [13]
