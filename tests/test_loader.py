"""Scrapy's own commands work on the source files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.source import read_sources
from tests.portal_site import PortalSite
from tests.test_nightly import ROOT, rows


def scrapy(*words: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "JIANXUN_DATA": str(data)}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_scrapy_lists_one_spider_for_each_source(tmp_path: Path) -> None:
    assert scrapy("list", data=tmp_path).stdout.split() == sorted(read_sources())


@pytest.mark.parametrize("key", ["qghjm", "wechat_mirror"])
def test_scrapy_crawls_one_source_of_a_recording_into_the_archive(key: str, tmp_path: Path) -> None:
    scrapy("crawl", key, "-s", "REPLAY=seeds", data=tmp_path)
    assert rows(tmp_path, "SELECT site, count(*) FROM articles GROUP BY site") == [(key, 1)]
    assert rows(tmp_path, "SELECT exit_status FROM runs") == [(0,)]


def test_scrapy_crawls_only_what_is_named_or_knows_whom_to_write_to(tmp_path: Path) -> None:
    with PortalSite(articles=5).serving() as site:
        sources = tmp_path / "sources"
        sources.mkdir()
        (sources / "portal.toml").write_text(site.source_toml(), encoding="utf-8")
        said = scrapy("crawl", "portal", "-s", f"SOURCES={sources}", data=tmp_path / "refused")
        assert "contact: missing" in said.stderr
        assert not (tmp_path / "refused").exists()
        scrapy("crawl", "portal", "-s", f"SOURCES={sources}", "-s", f"ALLOW_ADDRESS={site.host}", data=tmp_path / "data")
    assert rows(tmp_path / "data", "SELECT count(*) FROM articles") == [(5,)]
