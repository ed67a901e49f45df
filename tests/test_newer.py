"""A database of a newer version is refused by whatever reads it, in the same words and with exit status 5, and left as it is."""

from __future__ import annotations

import hashlib
import shlex
import shutil
import sqlite3
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive.serving.server import plain_line
from archive.store import Store
from crawler.cli import main
from crawler.config import Config
from crawler.schedule import run_for

ROOT = Path(__file__).parent.parent
READERS = [
    "status", "verify", "why http://portal.invalid/1.html", "search 计量", "watch list", "watch add 计量 计量", "story show 1",
    "story split 1", "story merge 1 2", "diff 1", "topic rescore", "reextract", "reextract --apply", "rebuild", "serve --port 0", "nightly --replay seeds",
    "import /dev/null", "sources check qghjm --replay seeds",
]  # fmt: skip


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("newer")
    Store.open(directory).close()
    conn = sqlite3.connect(directory / "news.db")
    conn.execute(
        "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES ('jianxun', 'm999_future', '2030-01-01')"
    )
    conn.commit()
    conn.close()
    return directory


def digest(directory: Path) -> str:
    return hashlib.sha256((directory / "news.db").read_bytes()).hexdigest()


@pytest.mark.parametrize("words", READERS)
def test_every_command_refuses_it(newer: Path, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("JIANXUN_DATA", str(newer))
    before = digest(newer)
    result = CliRunner().invoke(main, shlex.split(words))
    assert result.exit_code == 5, (result.output, result.exception)
    assert f"{newer / 'news.db'}: written by a newer jianxun (m999_future); upgrade this one to open it" in result.output
    assert digest(newer) == before
    assert not list(newer.glob("news.db.damaged*"))


def test_a_backup_refuses_it_and_makes_nothing(newer: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["backup", str(tmp_path / "copy"), "--data", str(newer)])
    assert result.exit_code == 5
    assert "newer jianxun" in result.output
    assert not (tmp_path / "copy").exists()


def test_plain_datasette_refuses_it_too(newer: Path) -> None:
    line = shlex.split(plain_line(newer, "127.0.0.1", 0))
    done = subprocess.run([*line, "--get", "/"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 5, done.stdout + done.stderr
    assert "written by a newer jianxun (m999_future)" in done.stderr


def test_a_schedule_leaves_it_to_the_run_to_say_so(newer: Path, tmp_path: Path) -> None:
    shutil.copytree(newer, tmp_path / "data")
    assert run_for(date(2026, 3, 1), Config(), tmp_path / "data", ["--replay", str(ROOT / "seeds")]) == 5
