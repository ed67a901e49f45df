"""What portals ask a crawler to wait is waited for, and no longer than a run has time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.portal_site import PortalSite
from tests.test_nightly import Portal


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


@pytest.mark.parametrize("delay", [1])
def test_a_portal_that_asks_to_wait_is_asked_again_after_that_and_the_run_ends(portal: Portal, delay: int) -> None:
    portal.configure(delay=delay)
    busy_once(portal.site, 2, "3")
    done = portal.nightly()
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(portal.titles()) == 3
    assert after(portal.site, portal.site.article(2).path)[0] >= 2.9
