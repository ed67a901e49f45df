"""A server that says byte by byte what it is told to, and a listener that nothing may ever reach."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_HEAD = 65536


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    target: str  # path and query, as sent
    headers: dict[str, str]  # names in lower case

    @property
    def path(self) -> str:
        return self.target.split("?", 1)[0]


Say = Callable[[socket.socket, Asked], None]
Answer = Say | bytes


def http(status: int | str = 200, body: bytes | str = b"", kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """A well-formed answer; underscores in header names stand for hyphens."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} {'' if isinstance(status, str) else 'Said'}".strip(), f"Content-Type: {kind}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if not any(name.lower() == "content_length" for name in headers):
        lines.append(f"Content-Length: {len(data)}")
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + data


def reset(connection: socket.socket) -> None:
    """Ends a connection with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@dataclass
class HostileServer:
    """Answers by path; what has no answer is 404. `ended` is set when the server stops, for answers that wait."""

    answers: dict[str, Answer] = field(default_factory=dict)
    otherwise: Answer = field(default_factory=lambda: http(404, "<h1>404</h1>"))
    asked: Counter[str] = field(default_factory=Counter)
    requests: list[Asked] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    tls: ssl.SSLContext | None = None
    port: int = 0
    address: str = "127.0.0.1"

    @property
    def host(self) -> str:
        """Host and port, as --allow-address takes them."""
        return f"{self.address}:{self.port}"

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://{self.host}"

    def start(self) -> None:
        """Listens on a free port."""
        self._listener = socket.create_server((self.address, 0), backlog=256)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        self.ended.set()
        self._listener.close()

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(60)
        with contextlib.suppress(OSError, ssl.SSLError), contextlib.closing(connection):
            if self.tls is not None:
                connection = self.tls.wrap_socket(connection, server_side=True)
            asked = _read(connection)
            if asked is None:
                return
            self.asked[asked.path] += 1
            self.requests.append(asked)
            answer = self.answers.get(asked.target) or self.answers.get(asked.path) or self.otherwise
            if isinstance(answer, bytes):
                connection.sendall(answer)
                # the peer reads to the end before the connection goes, or a RST could overtake the last bytes
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(5)
                connection.recv(1)
            else:
                answer(connection, asked)
            connection.close()


def _read(connection: socket.socket) -> Asked | None:
    head = b""
    while b"\r\n\r\n" not in head and len(head) < MOST_HEAD:
        data = connection.recv(4096)
        if not data:
            return None
        head += data
    first, *lines = head.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    parts = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    return Asked(parts[1] if len(parts) > 1 else "/", {name.lower(): value for name, value in headers.items()})


@contextmanager
def inside() -> Iterator[tuple[int, list[str]]]:
    """A service of the inner network on every loopback address, IPv6 too: its port, and what reached it."""
    hits: list[str] = []
    listener = socket.create_server(("0.0.0.0", 0), backlog=64)
    port = listener.getsockname()[1]
    listeners = [listener]
    with contextlib.suppress(OSError):
        listeners.append(socket.create_server(("::1", port), family=socket.AF_INET6, backlog=64))

    def accept(one: socket.socket) -> None:
        while True:
            try:
                connection, peer = one.accept()
            except OSError:
                return
            hits.append(str(peer))
            with contextlib.suppress(OSError), contextlib.closing(connection):
                connection.settimeout(1)
                hits.append(connection.recv(200).decode("latin-1"))
                connection.sendall(http(200, "<h1>inner</h1>"))

    for one in listeners:
        threading.Thread(target=accept, args=(one,), daemon=True).start()
    try:
        yield port, hits
    finally:
        for one in listeners:
            one.close()
