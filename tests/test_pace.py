"""What portals ask a crawler to wait is waited for, and no longer than a run has time."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.portal_site import PortalSite
from tests.test_nightly import ROOT, Portal, outcomes, rows


@pytest.fixture
def portal(tmp_path: Path) -> Iterator[Portal]:
    with PortalSite(articles=3, pinned=0).serving() as site:
        yield Portal(site, tmp_path)


def busy_once(site: PortalSite, number: int, retry_after: str, status: int = 503) -> None:
    """Lets the portal refuse an article the first time it is asked for."""
    path = site.article(number).path

    def answer() -> tuple[int, dict[str, str], bytes]:
        del site.extra[path]
        return status, {"Retry-After": retry_after}, b"busy"

    site.extra[path] = answer


def after(site: PortalSite, path: str) -> list[float]:
    """Seconds from the first request for a path to each that followed, for whatever."""
    times = [at for at, _ in site.at]
    first = next(at for at, asked in site.at if asked == path)
    return [at - first for at in times if at > first]


@pytest.mark.parametrize("delay", [0, 1])
def test_a_portal_that_asks_to_wait_is_asked_again_after_that_and_the_run_ends(portal: Portal, delay: int) -> None:
    portal.configure(delay=delay)
    busy_once(portal.site, 2, "3")
    done = portal.nightly()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(portal.titles()) == 3
    waited = after(portal.site, portal.site.article(2).path)
    assert waited[-1] >= 2.95
    assert delay == 0 or waited[0] >= 2.95, "without a delay, others were under way at that moment"


@pytest.mark.parametrize("delay", [0, 0.3])
def test_a_crawl_delay_is_the_least_between_two_requests(portal: Portal, delay: float) -> None:
    portal.configure(delay=delay)
    portal.site.robots = "User-agent: *\nCrawl-delay: 1.5\n"
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 3
    times = [at for at, _ in portal.site.at]
    gaps = [two - one for one, two in itertools.pairwise(times)]
    assert len(gaps) == 4
    assert min(gaps) >= 1.4, gaps  # as they arrive here


def test_a_portal_that_asks_for_a_longer_wait_than_a_night_has_is_left_alone_until_the_next(portal: Portal) -> None:
    portal.configure(delay=0.5)
    busy_once(portal.site, 2, "3600", status=429)
    done = portal.nightly()
    assert done.returncode == 1
    assert "127.0.0.1 asked to be left alone for 3600 seconds" in done.stdout
    assert after(portal.site, portal.site.article(2).path) == []
    assert outcomes(portal.data) == {"robots_txt": 1, "listing": 1, "http_error": 1, "budget": 2}
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 3


def test_a_host_that_allows_one_request_a_day_does_not_hold_up_the_run(portal: Portal) -> None:
    portal.site.robots = "User-agent: *\nCrawl-delay: 86400\n"
    done = portal.nightly()
    assert done.returncode == 3
    assert "its robots.txt asks for 86400 seconds between two requests" in done.stdout
    assert set(portal.site.asked) == {"/robots.txt"}


SHORT = "import crawler.budget; crawler.budget.MINUTE = 6.0\nfrom crawler.cli import main; main()"


@pytest.mark.parametrize(("bound", "ended", "status"), [("deadline", "deadline", 1), ("minutes", "budget", 0)])
def test_the_time_of_a_run_and_of_a_source_is_kept_and_what_was_not_asked_for_is_told(
    portal: Portal, tmp_path: Path, bound: str, ended: str, status: int
) -> None:
    portal.site.articles = 18
    portal.configure(delay=2)
    (tmp_path / "jianxun.toml").write_text(f"{bound} = 1\n")
    line = [sys.executable, "-c", SHORT, "nightly", *portal.flags(), "--data", str(portal.data)]
    line += ["--config", str(tmp_path / "jianxun.toml")]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    ended_at = time.monotonic()
    assert done.returncode == status, done.stdout + done.stderr
    first, last = portal.site.at[0][0], portal.site.at[-1][0]
    assert last - first <= 6.5
    assert ended_at - first <= 14, "it would take 40 seconds to ask for all"
    found = outcomes(portal.data)
    assert found["budget"] + found.get("stored", 0) == 18
    assert rows(portal.data, "SELECT ended FROM run_sources") == [(ended,)]
    assert rows(portal.data, "SELECT count(*) FROM fetches WHERE outcome = 'budget' AND elapsed_ms IS NOT NULL") == [(0,)]
    portal.configure(delay=0)
    assert portal.nightly().returncode == 0
    assert len(portal.titles()) == 18
