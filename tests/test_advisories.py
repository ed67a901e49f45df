"""No version with a published weakness is installed, pinned or allowed. The list is advisories.toml; nothing is looked up."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
ADVISORIES: dict[str, dict[str, str]] = {
    canonicalize_name(package): one
    for package, one in tomllib.loads((ROOT / "tests" / "advisories.toml").read_text(encoding="utf-8")).items()
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ALLOWED = {canonicalize_name(one.name): one for one in map(Requirement, PROJECT["dependencies"])}
PINNED = {
    canonicalize_name(name): version
    for name, _, version in (line.partition("==") for line in (ROOT / "constraints.txt").read_text().split())
}


def affected(package: str, version: str) -> list[str]:
    """The advisories that a version has not been mended for."""
    return [which for which, good in ADVISORIES[package].items() if Version(version) < Version(good)]


@pytest.mark.parametrize("package", ADVISORIES)
def test_no_installed_version_has_a_published_weakness(package: str) -> None:
    try:
        version = metadata.version(package)
    except metadata.PackageNotFoundError:
        pytest.skip("not installed here")
    assert affected(package, version) == []


@pytest.mark.parametrize("package", sorted(ADVISORIES.keys() & PINNED.keys()))
def test_no_pinned_version_has_a_published_weakness(package: str) -> None:
    assert affected(package, PINNED[package]) == []


@pytest.mark.parametrize("package", sorted(ADVISORIES.keys() & ALLOWED.keys()))
def test_no_allowed_version_has_a_published_weakness(package: str) -> None:
    floors = [one.version for one in ALLOWED[package].specifier if one.operator in (">=", "==", "~=")]
    assert floors, f"{package} has no lowest version"
    assert affected(package, max(floors, key=Version)) == []


def test_every_advisory_is_told_by_an_id_that_can_be_looked_up() -> None:
    ids = [which for one in ADVISORIES.values() for which in one]
    assert [which for which in ids if not re.fullmatch(r"CVE-\d{4}-\d{4,6}|GHSA(-[2-9a-z]{4}){3}|release [\d.]+", which)] == []


def test_what_the_crawler_imports_itself_has_a_floor_of_its_own() -> None:
    assert {"scrapy", "twisted", "lxml", "brotli", "playwright", "datasette"} <= ALLOWED.keys() & ADVISORIES.keys()
