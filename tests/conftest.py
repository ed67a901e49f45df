"""What every test stands on: no network beyond loopback, a browser where one is wanted, quick property tests."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, max_examples=60)
settings.load_profile("suite")

# A shell that runs the tests in the background has Ctrl-C ignored, by their children too.
signal.signal(signal.SIGINT, signal.default_int_handler)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NetworkTriedError(AssertionError):
    """A test tried to reach beyond this machine."""


def _refuse_beyond_loopback(address: Any) -> None:
    if not isinstance(address, tuple):
        return  # a Unix socket
    host = str(address[0])
    try:
        local = ipaddress.ip_address(host.split("%", maxsplit=1)[0]).is_loopback
    except ValueError:
        local = host in ("", "localhost")
    if not local:
        raise NetworkTriedError(f"a test tried to connect to {host}; tests stay on this machine")


@pytest.fixture(autouse=True, scope="session")
def only_loopback() -> Iterator[None]:
    """Fails whatever connects, or asks for a name, beyond loopback."""
    connect, connect_ex, lookup = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse_beyond_loopback(address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse_beyond_loopback(address)
        return connect_ex(self, address)

    def guarded_lookup(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and not name.endswith((".invalid", ".test", ".example")):
            _refuse_beyond_loopback((name, 0))
        return lookup(host, *args, **kwargs)

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    socket.socket.connect_ex = guarded_ex  # type: ignore[method-assign,assignment]
    socket.getaddrinfo = guarded_lookup
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = lookup


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; without one the test is skipped, unless JIANXUN_REQUIRE_BROWSER says that it must run."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        if os.environ.get("JIANXUN_REQUIRE_BROWSER"):
            pytest.fail("no Chromium found; .ci/browser installs one")
        pytest.skip("no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The directory of the small archive that tests of serving read; none of them may write to it."""
    from tests.archive_site import build

    return build(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="session")
def served(archive: Path) -> Iterator[str]:
    """The address of that archive, served on loopback."""
    from archive.serving.server import running

    with running(archive) as address:
        yield address


@pytest.fixture(scope="session")
def web(served: str) -> Iterator[httpx.Client]:
    """Asks that server."""
    with httpx.Client(base_url=served, timeout=20) as client:
        yield client
