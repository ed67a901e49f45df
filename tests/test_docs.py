"""The documents say what the program does: each command, exit status, key, outcome and link."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from archive.records import Outcome
from crawler.cli import COMMANDS, main
from crawler.config import Config
from crawler.run import ExitStatus
from crawler.source import OUR_OWN, Source

ROOT = Path(__file__).resolve().parent.parent
READMES = ["README.md", "README.zh-CN.md"]
PAGES = [*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "bench/README.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_a_readme_names_every_command(name: str) -> None:
    told = read(name).split("\n## ")[2]
    assert [command for command in COMMANDS if not re.search(rf"`{command}\b", told)] == []


@pytest.mark.parametrize("name", READMES)
def test_a_readme_tells_every_exit_status(name: str) -> None:
    [line] = [line for line in read(name).replace("·\n", "· ").splitlines() if " · " in line]
    assert [int(number) for number in re.findall(r"(?<!\d)([0-9]) ", line)] == [int(status) for status in ExitStatus]


@pytest.mark.parametrize("name", READMES)
def test_a_readme_has_each_key_of_the_configuration_with_its_default(name: str) -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| `(.*?)` \|", read(name), re.MULTILINE))
    assert told == {
        item.name: str(item.default).lower() if item.type == "bool" else str(item.default)
        for item in fields(Config)
        if item.name != "path"
    }


def test_every_command_explains_itself() -> None:
    def walk(command: click.Command, name: str) -> None:
        assert command.help or command.short_help, f"{name} has no help"
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.opts[0]} has no help"
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None
                walk(found, f"{name} {inner}")

    walk(main, "jianxun")


def test_every_key_of_a_source_file_is_explained() -> None:
    told = read("CONTRIBUTING.md")
    assert [item.name for item in fields(Source) if item.name not in OUR_OWN and f"`{item.name}`" not in told] == []


def test_every_outcome_is_explained() -> None:
    told = read("ARCHITECTURE.md")
    assert [str(outcome) for outcome in Outcome if f"`{outcome}`" not in told] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", read(name)) if not link.startswith(("http:", "https:", "mailto:"))]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_path_in_backticks_exists(name: str) -> None:
    paths = re.findall(r"`((?:crawler|archive|tests|bench|seeds)/[\w/.]+\.(?:py|toml|jsonl|md))`", read(name))
    assert [path for path in paths if not (ROOT / path).exists()] == []
