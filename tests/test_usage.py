"""What is typed wrongly is told before anything is done: exit status 2 and a line that says what is allowed, never a traceback."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler.cli import main

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "tests" / "pages"
BAD = "http://[bad/"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def told(result: Result) -> str:
    assert result.exit_code == 2, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


@pytest.mark.parametrize("command", [("import", __file__), ("reextract",)])
def test_there_is_no_number_of_processes_below_one(command: tuple[str, ...], tmp_path: Path) -> None:
    assert "-1 is not in the range x>=0" in told(run(*command, "--workers", "-1", "--data", tmp_path))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("key", "value"), [("workers", -2), ("retry_days", -1)])
def test_a_number_of_the_configuration_that_cannot_be_is_told(key: str, value: int, tmp_path: Path) -> None:
    (tmp_path / "jianxun.toml").write_text(f"{key} = {value}\n")
    said = told(run("nightly", "--config", tmp_path / "jianxun.toml", "--data", tmp_path / "data", "--replay", ROOT / "seeds"))
    assert f"{key}: found {value}; allowed are whole numbers from 0" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("add", BAD),
        ("links", BAD),
        ("links", __file__, "--url", BAD),
        ("extract", __file__, "--url", BAD),
        ("sources", "add", BAD),
    ],
)
def test_an_address_that_is_none_is_told(words: tuple[str, ...], tmp_path: Path) -> None:
    said = told(run(*words, *(["--data", tmp_path / "data"] if words[0] == "add" else [])))
    assert "not an address: 'http://[bad/'" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("words", ["why", "story show", "diff"])
def test_an_address_that_is_none_is_in_no_archive(words: str, tmp_path: Path) -> None:
    from archive.store import Store

    Store.open(tmp_path).close()
    result = run(*words.split(), BAD, "--data", tmp_path)
    assert "never asked for" in result.output if words == "why" else "neither an article's number nor its URL" in told(result)


@pytest.mark.parametrize("day", ["foo", "2025-02-30", "20250522", "2025-W21-4"])
def test_the_day_of_a_run_is_a_date(day: str, tmp_path: Path) -> None:
    said = told(run("nightly", "--day", day, "--replay", ROOT / "seeds", "--data", tmp_path / "data"))
    assert "allowed is YYYY-MM-DD" in said
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [("--nosuch", "No such option"), ("--source nobody", "--source nobody: not in"), ("--replay gone", "does not exist")],
)
def test_a_schedule_begins_only_with_flags_that_its_runs_understand(flags: str, said: str, tmp_path: Path) -> None:
    assert said in told(run("schedule", "--data", tmp_path / "data", "--", *shlex.split(flags)))
    assert not (tmp_path / "data").exists()
