"""Who may import whom: two packages, one home for each library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOMES = {
    "trafilatura": "crawler/extract/",
    "playwright": "crawler/chromium.py",
    "apscheduler": "crawler/schedule.py",
    "opencc": "archive/folding.py",
    "pebble": "crawler/workers.py",
    "warcio": "archive/warc.py",
    "rensa": "archive/fingerprint.py",
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def modules() -> list[Path]:
    return sorted([*(ROOT / "archive").rglob("*.py"), *(ROOT / "crawler").rglob("*.py")])


def test_the_archive_knows_neither_the_crawler_nor_its_libraries() -> None:
    for path in modules():
        if path.is_relative_to(ROOT / "archive"):
            tops = {name.split(".")[0] for name in imports(path)}
            assert not tops & {"crawler", "scrapy", "twisted", "trafilatura", "playwright"}, path


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_has_one_home(library: str, home: str) -> None:
    users = {path.relative_to(ROOT).as_posix() for path in modules() if library in {name.split(".")[0] for name in imports(path)}}
    assert users, f"{library} is used nowhere"
    assert all(user.startswith(home) for user in users), f"{library} belongs to {home}, not {users}"


def test_modules_can_be_read_in_one_sitting() -> None:
    long = {path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines()) for path in modules()}
    assert not {path: lines for path, lines in long.items() if lines > 400}
