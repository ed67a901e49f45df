"""The configuration file and what is said of mistakes in it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from crawler.config import Config, ConfigError, data_directory, read_config

README = Path(__file__).parent.parent / "README.md"


def test_every_key_is_optional(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_config() == Config()
    (tmp_path / "jianxun.toml").write_text("")
    assert read_config() == Config()


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "jianxun.toml"
    path.write_text('tiem = "02:00"\ntime = "25:00"\ntimezone = "Asia/Nowhere"\ncontact = "me"\npages = 0\nworkers = "two"\n')
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    said = str(caught.value)
    for part in (
        "unknown key 'tiem'; did you mean 'time'?",
        "time: found '25:00'; allowed is HH:MM",
        "timezone: found 'Asia/Nowhere'",
        "contact: found 'me'",
        "pages: found 0",
        "workers: found 'two'; allowed is a whole number",
    ):
        assert part in said
    assert all(str(path) in line for line in said.splitlines())


def test_the_flag_goes_before_the_environment_and_that_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    config = Config(data="file")
    assert data_directory(config) == Path("file")
    monkeypatch.setenv("JIANXUN_DATA", "environment")
    assert data_directory(config) == Path("environment")
    assert data_directory(config, "flag") == Path("flag")


def test_the_readme_documents_every_key_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| `?([^|`]*)`? \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    for item in fields(Config):
        if item.name == "path":
            continue
        shown = str(item.default).lower() if isinstance(item.default, bool) else str(item.default)
        assert rows.get(item.name, "missing").strip() == shown, item.name
