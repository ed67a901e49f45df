"""Who may be connected to: public addresses, and hosts and ports that a person named. Checked where the connection is made.

The check sits in the reactor's name resolver: what is connected to is an address that it let through, so no redirect, no spelling
of an address and no name that changes its address between check and connection gets past it. `crawler.browser` uses the same check.
"""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from twisted.internet.interfaces import IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

NAT64 = ipaddress.ip_network("64:ff9b::/96")
ALLOCATED = ipaddress.ip_network("2000::/3")  # all that the internet uses of IPv6
SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
REMEMBERED = 1000  # refusals, so that an error can be told from a name that does not exist


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, also inside the notations that carry another one."""
    try:
        ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or (ip.sixtofour if ip in SIX_TO_FOUR else None)
        if ip.teredo:
            inner = ip.teredo[1]
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip not in ALLOCATED:  # site-local fec0::, ::a.b.c.d and what else Python takes for global
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def is_allowed(host: str, port: int, address: str, allow: frozenset[str]) -> bool:
    """Whether a connection to `address` for `host:port` may be made: a public one, or exactly this host and port named."""
    return is_public(address) or f"{host.lower()}:{port}" in allow or f"[{host.lower()}]:{port}" in allow


class Guard:
    """The reactor's name resolver, with a gate. Installed once a process; the exceptions are those of its run."""

    def __init__(self) -> None:
        self.allow: frozenset[str] = frozenset()
        self.count = 0  # refusals so far
        self.latest = ""
        self._refused: OrderedDict[str, str] = OrderedDict()

    def refuse(self, host: str, port: int, address: str) -> None:
        """Remembers a refusal."""
        self._refused[f"{host.lower()}:{port}"] = self.latest = address
        self.count += 1
        while len(self._refused) > REMEMBERED:
            self._refused.popitem(last=False)

    def passed(self, host: str, port: int) -> None:
        """Forgets a refusal: the name has an address that may be connected to, and what fails now fails there."""
        self._refused.pop(f"{host.lower()}:{port}", None)

    def refused(self, url: str) -> str | None:
        """The address that was refused for a URL's host and port, or None."""
        try:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            return None
        return self._refused.get(f"{(parts.hostname or '').lower()}:{port}")


GUARD = Guard()


@implementer(IResolutionReceiver)
class _Gate:
    """Lets through only the addresses that may be connected to."""

    def __init__(self, receiver: Any, host: str, port: int) -> None:
        self._receiver, self._host, self._port = receiver, host, port

    def resolutionBegan(self, resolution: Any) -> None:
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:
        if is_allowed(self._host, self._port, address.host, GUARD.allow):
            GUARD.passed(self._host, self._port)
            self._receiver.addressResolved(address)
        else:
            GUARD.refuse(self._host, self._port, address.host)

    def resolutionComplete(self) -> None:
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver:
    """Scrapy's DNS_RESOLVER: resolves as the system does, and lets only allowed addresses through."""

    def __init__(self, reactor: Any) -> None:
        self._reactor = reactor
        self._resolver = reactor.nameResolver

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> GuardedResolver:
        """Scrapy's way to make it."""
        return cls(reactor)

    def install_on_reactor(self) -> None:
        """Takes the place of the reactor's own resolver."""
        self._reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: Any,
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[Any] | None = None,
        transportSemantics: str = "TCP",
    ) -> IHostResolution:
        """Twisted's call for each connection that is to be made."""
        gate = _Gate(resolutionReceiver, hostName, portNumber)
        resolution: IHostResolution = self._resolver.resolveHostName(gate, hostName, portNumber, addressTypes, transportSemantics)
        return resolution
