"""Makes the Datasette that serves an archive, as `jianxun serve`, the tests and the benchmarks start it."""

from __future__ import annotations

import inspect
import ipaddress
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from archive.database import DATABASE, StoreError, connect_read_only
from archive.serving.security import LOOPBACK

METADATA = "metadata.yaml"
HOSTS = "JIANXUN_HOSTS"  # in the environment, where Datasette reads the metadata file itself: names with spaces between them


def is_loopback(host: str) -> bool:
    """Whether a server bound to that host is reached from this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def hosts_for(bound: str, named: Iterable[str] = ()) -> list[str]:
    """Names by which a server bound to that host may be called, beside loopback; `*` stands for any address."""
    try:
        address = ipaddress.ip_address(bound.strip("[]"))
    except ValueError:
        return [bound, *named]
    return ["*" if address.is_unspecified else str(address), *named]


def settings_for(bound: str, sql: bool | None = None) -> dict[str, Any]:
    """Datasette's settings: queries of one's own and the file itself are for this machine, elsewhere only when asked for."""
    allowed = is_loopback(bound) if sql is None else sql
    return {
        "default_allow_sql": allowed,
        "allow_download": allowed and is_loopback(bound),
        "sql_time_limit_ms": 2000,
        "suggest_facets": False,  # Datasette would try each of 28 columns for each page of a table
    }


def datasette_for(directory: Path, host: str = "127.0.0.1", named: Iterable[str] = (), sql: bool | None = None) -> Any:
    """A Datasette on an archive that may be written at the same time. Raises StoreError where there is none."""
    connect_read_only(directory).close()
    from datasette.app import Datasette
    from datasette.plugins import pm
    from datasette.utils import parse_metadata

    import archive.serving as plugin

    if not pm.is_registered(plugin):
        pm.register(plugin)
    metadata = parse_metadata((files(plugin) / METADATA).read_text(encoding="utf-8"))
    metadata["plugins"] = {plugin.NAME: {"hosts": hosts_for(host, named)}}
    takes = inspect.signature(Datasette).parameters
    said = {name: metadata for name in ("metadata", "config") if name in takes}  # 1.0 looks for canned queries in its config
    return Datasette([str(directory / DATABASE)], **said, settings=settings_for(host, sql))


def plain_line(directory: Path, host: str, port: int, named: Iterable[str] = (), sql: bool | None = None) -> str:
    """The command with which plain Datasette serves the same."""
    import shlex

    settings = [f"--setting {name} {_written(value)}" for name, value in settings_for(host, sql).items()]
    program = Path(sys.executable).with_name("datasette")
    parts = [str(program), str(directory / DATABASE), "--metadata", str(files("archive.serving") / METADATA)]
    hosts = hosts_for(host, named)
    if set(hosts) - LOOPBACK:
        parts = ["env", f"{HOSTS}={' '.join(hosts)}", *parts]
    return " ".join([*map(shlex.quote, parts), f"--host {host} --port {port}", *settings])


def _written(value: object) -> str:
    return {True: "on", False: "off"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def listen(host: str, port: int) -> Any:
    """A socket that listens at that address: who calls before the server runs waits for it. Raises StoreError where it is taken or not ours."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sends at once only where the protocol is said
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host.strip("[]"), port))
        sock.listen(128)
    except OSError as error:
        sock.close()
        raise StoreError(f"{host}:{port}: cannot listen there ({error.strerror}); --port names another") from None
    return sock


@contextmanager
def running(directory: Path, **options: Any) -> Iterator[str]:
    """The archive served from a thread of this process, at a free port of this machine; gives its address without a slash."""
    import uvicorn

    config = uvicorn.Config(datasette_for(directory, **options).app(), log_level="warning", lifespan="on", server_header=False)
    server, sock = uvicorn.Server(config), listen("127.0.0.1", 0)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{sock.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        sock.close()
