"""What every answer carries and which requests are answered: Content-Security-Policy, framing, sniffing, the Host header.

Datasette's own pages have scripts inside them; those that its installed templates hold are allowed by their hashes, whatever else got into a
page is not run. Our pages have no script at all.
"""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import cache
from importlib.resources import files
from typing import Any

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Any, Send], Awaitable[None]]

CLOSED = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
PAGES = f"{CLOSED}; style-src 'self'; img-src 'self' data:; frame-src 'self'"  # our own pages
SERVED = (  # what a portal served, shown inside a frame of ours
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)[^>]*>(.+?)</script>", re.DOTALL)  # the text of one that is not a file of its own
HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:\[\]@/\s]+)(?::\d{1,5})?")


@cache
def stock_policy() -> str:
    """The policy of Datasette's own pages."""
    hashes = " ".join(f"'sha256-{one}'" for one in sorted(_stock_scripts()))
    return f"{CLOSED}; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"


def _stock_scripts() -> Iterable[str]:
    for template in (files("datasette") / "templates").iterdir():
        if template.name.endswith(".html"):
            for script in SCRIPT.findall(template.read_text(encoding="utf-8")):
                # the one value that Datasette writes into a script of its own
                for allow_facet in ("true", "false"):
                    written = re.sub(r"\{\{ *datasette_allow_facet *\}\}", allow_facet, script)
                    if "{{" not in written and "{%" not in written:
                        yield base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()


def guarded(app: App, hosts: Iterable[str] = ()) -> App:
    """The application behind the Host check, with the headers on all that it answers.

    `hosts` are names by which this server may be called beside loopback; `*` among them allows every IP address, never every name.
    """
    allowed = LOOPBACK | {host.lower().strip("[]") for host in hosts}

    async def answer(scope: Message, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": _with_ours(message.get("headers", []))}
            await send(message)

        if known_host(scope.get("headers", []), allowed):
            await app(scope, receive, send_with_headers)
        else:
            await _misdirected(send_with_headers)

    return answer


def known_host(headers: Iterable[tuple[bytes, bytes]], allowed: frozenset[str]) -> bool:
    """Whether the one Host header names a host by which this server may be called."""
    said = [value.decode("latin-1") for name, value in headers if name.lower() == b"host"]
    match = HOST.fullmatch(said[0]) if len(said) == 1 else None
    if not match:
        return False
    host = match[1].lower().strip("[]").rstrip(".")
    if host in allowed:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return "*" in allowed


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    kept = [(bytes(name), bytes(value)) for name, value in headers]
    names = {name.lower() for name, _ in kept}
    policy = next((value for name, value in kept if name.lower() == b"content-security-policy"), stock_policy().encode())
    framed = b"SAMEORIGIN" if b"frame-ancestors 'self'" in policy else b"DENY"
    ours = {**ALWAYS, b"content-security-policy": policy, b"x-frame-options": framed}
    return kept + [(name, value) for name, value in ours.items() if name not in names]


async def _misdirected(send: Send) -> None:
    text = "421: this server does not answer to that host name. `jianxun serve --allow-host NAME` makes it do so.\n"
    await send({"type": "http.response.start", "status": 421, "headers": [(b"content-type", b"text/plain; charset=utf-8")]})
    await send({"type": "http.response.body", "body": text.encode()})
