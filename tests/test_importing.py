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
from archive.records import Article, Page
from bench.texts import Piece, article
from bench.variants import KINDS
from crawler import importing
from crawler.commands.stories import import_
from crawler.extract import extract
from crawler.importing import LineError, article_of, import_file, published_of, summary
from crawler.source import Source

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


TEXT = "近日，青岩市市场监管局组织开展机动车检验机构专项检查，共检查机构二十七家，发现问题四十一个，已全部责令限期整改。"
MORE = "检查组重点查看了设备检定证书、原始记录和人员资质，并对三台制动检验台进行了现场比对，结果均在允许误差以内。"
CLAIMS = ("source", "author", "editor", "original_source", "original_title")


@pytest.mark.parametrize(
    ("above", "below", "wanted"),
    [
        (["转自：青岩早报"], [], {"original_source": "青岩早报"}),
        (["轉載自：青岩早報"], [], {"original_source": "青岩早報"}),
        (["原标题：青岩查车检机构", "来源：青岩早报"], [], {"original_title": "青岩查车检机构", "source": "青岩早报"}),
        (["青岩专项检查", "2025-05-20 08:00 来源：青岩网 作者：王海燕"], [], {"source": "青岩网", "author": "王海燕"}),
        ([], ["（来源：青岩早报）", "责任编辑：周伟"], {"source": "青岩早报", "editor": "周伟"}),
        ([], ["本文转载自“中国计量网”"], {"original_source": "中国计量网"}),
        ([], ["原标题：青岩查车检机构"], {"original_title": "青岩查车检机构"}),
        ([], ["资料来源：青岩统计年鉴"], {}),
        ([], [], {}),
    ],
)
def test_what_a_text_prints_of_its_origin_is_read_as_on_a_page(
    above: list[str], below: list[str], wanted: dict[str, str]
) -> None:
    lines = [*above, TEXT, MORE, *below]
    record = {"url": "http://a.example/1", "title": "青岩专项检查", "body": "\n".join(lines)}
    made = article_of(json.dumps(record).encode())
    page = "<h1>青岩专项检查</h1><div>" + "".join(f"<p>{one}</p>" for one in lines) + "</div>"
    read = extract(Page("http://a.example/1", f"<html><body>{page}</body></html>".encode(), datetime(2025, 6, 1, tzinfo=UTC)))
    assert isinstance(read, Article)
    assert {name: getattr(made, name) for name in CLAIMS if getattr(made, name)} == wanted
    assert {name: getattr(read, name) for name in CLAIMS if getattr(read, name)} == wanted
    assert made.body == record["body"], "what a person brings is kept as it is"


def test_a_fact_of_the_line_comes_before_what_its_text_prints(tmp_path: Path) -> None:
    record = {
        "url": "http://a.example/1",
        "title": "青岩专项检查",
        "body": f"来源：青岩早报\n原标题：甲\n{TEXT}\n{MORE}",
        "source": "青岩网",
    }
    made = article_of(json.dumps(record).encode())
    assert (made.source, made.original_title) == ("青岩网", "甲")


def test_a_text_that_says_where_it_is_from_is_not_first(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    piece = article(random.Random(1))
    early = line("http://a.example/1", piece, published="2025-05-02 06:00", source=None, body=f"转自：青岩早报\n{piece.body}")
    late = line("http://b.example/1", piece, published="2025-05-02 09:00", source="青岩早报")
    path.write_text(f"{early}\n{late}\n", encoding="utf-8")
    import_file(path, tmp_path / "data", workers=1)
    conn = connect_read_only(tmp_path / "data")
    rows = conn.execute("SELECT f.url FROM stories s JOIN articles f ON f.id = s.first_article_id").fetchall()
    assert [row[0] for row in rows] == ["http://b.example/1"]
    conn.close()


def test_a_line_that_withdraws_an_article_marks_it_gone_and_repeating_it_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    piece = article(random.Random(1))
    path.write_text(
        "\n".join([line("http://a.example/1", piece), line("http://a.example/1", piece, body="该文章已撤稿。")]), encoding="utf-8"
    )
    said = import_file(path, tmp_path / "data", workers=1)
    assert summary(said) == "2 lines: 1 new, 1 withdrawn, 0 bad"
    before = content(tmp_path / "data")
    assert import_file(path, tmp_path / "data", workers=1).outcomes == {"kept": 2}
    assert content(tmp_path / "data") == before
    conn = connect_read_only(tmp_path / "data")
    assert [row["body"] for row in conn.execute("SELECT body FROM articles WHERE gone_at IS NOT NULL")] == [piece.body]
    conn.close()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"no json", "not JSON"),
        (b"[1]", "found list"),
        (b'{"url": "http://a.example/1", "title": "a"}', "body: missing"),
        (b'{"url": "http://a.example/1", "title": " ", "body": "b"}', "title: empty"),
        (b'{"url": "http://a.example/1", "title": 3, "body": "b"}', "title: found 3"),
        (b'{"url": "http://a.example/1", "title": "\\ud800", "body": "b"}', "half a character"),
        (b"\xff\xfe", r"not UTF-8: byte 1 is b'\\xff'$"),
        ('{"url": "http://a.example/1", "title": "开放日", "body": "计量"}'.encode("gb18030"), "GB18030: `iconv -f gb18030"),
        (b"[" * 100_000, "not JSON"),
        (b'{"url": "http://a.example/1", "title": "a", "body": "b", "published": "9999999"}', "published: found"),
    ],
)
def test_a_bad_line_says_what_was_found(raw: bytes, said: str) -> None:
    with pytest.raises(LineError, match=said):
        article_of(raw)


def test_twins_of_a_site_are_one_site_with_or_without_a_source_file(tmp_path: Path) -> None:
    portal = Source(key="cloud", name="云州日报网", home="http://www.cloud.example/", lists=("http://news.cloud.example/list/",))
    other = Source(key="phone", name="云州手机报", home="http://m.cloud.example/")
    piece = article(random.Random(1))

    def kept(*urls: str) -> set[tuple[str, str]]:
        lines = [(number, line(url, piece).encode()) for number, url in enumerate(urls, 1)]
        return {(one.site, one.key) for one in importing.read_lines(lines, (portal, other), None)}

    assert kept("http://www.x.example/a", "https://x.example/a", "http://m.x.example/a") == {("x.example", "x.example/a")}
    assert kept("http://www.cloud.example/a", "https://cloud.example/a") == {("cloud", "www.cloud.example/a")}
    assert kept("http://news.cloud.example/a") == {("cloud", "news.cloud.example/a")}
    assert kept("http://m.cloud.example/a") == {("phone", "m.cloud.example/a")}, "a file of its own comes first"
    assert kept("http://10.0.0.1:8080/a") == {("10.0.0.1:8080", "10.0.0.1:8080/a")}


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
        ("2025/5/2 8:05:00", "2025-05-02T08:05:00+08:00"),
        ("2025.5.2  18:05", "2025-05-02T18:05:00+08:00"),
        ("2025年5月2日8:05", "2025-05-02T08:05:00+08:00"),
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
