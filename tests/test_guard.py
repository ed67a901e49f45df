"""Who may be connected to, and what is sent along: decided in one place, whatever the way."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import settings
from crawler.guard import GUARD, GuardedResolver, is_allowed, is_public

NOT_PUBLIC = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1",
    "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::",
    "2002:a00:1::", "2001:0:0:0:0:0:80ff:fffe", "2001:db8::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "100::1",
    "", "localhost", "127.1", "0x7f000001", "2130706433", "127.0.0.1:80",
]  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_of_an_inner_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "114.114.114.114", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4).filter(lambda ip: not ip.is_global))
def test_no_notation_makes_an_inner_address_public(ip: ipaddress.IPv4Address) -> None:
    number = int(ip)
    for inside in (
        f"::ffff:{ip}",
        f"::{ip}",
        f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}",
        f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1",
    ):
        assert not is_public(inside)


def test_an_exception_is_this_host_and_this_port_alone() -> None:
    allow = frozenset({"127.0.0.1:8001", "[::1]:8001", "portal.test:80"})
    assert is_allowed("127.0.0.1", 8001, "127.0.0.1", allow)
    assert is_allowed("::1", 8001, "::1", allow)
    assert is_allowed("Portal.test", 80, "10.0.0.7", allow)
    for host, port in (
        ("127.0.0.1", 8002),
        ("127.0.0.2", 8001),
        ("localhost", 8001),
        ("portal.test", 443),
        ("x.portal.test", 80),
    ):
        assert not is_allowed(host, port, "127.0.0.1", allow)


class Reactor:
    """A name server that answers something else each time it is asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.nameResolver = self

    def resolveHostName(self, receiver: object, host: str, port: int, *_: object) -> object:
        from twisted.internet.address import IPv4Address

        receiver.resolutionBegan(self)  # type: ignore[attr-defined]
        for address in self.answers.pop(0).split():
            receiver.addressResolved(IPv4Address("TCP", address, port))  # type: ignore[attr-defined]
        receiver.resolutionComplete()  # type: ignore[attr-defined]
        return self


class Receiver:
    """What would be connected to."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def resolutionBegan(self, resolution: object) -> None:
        self.addresses = []

    def addressResolved(self, address: object) -> None:
        self.addresses.append(address.host)  # type: ignore[attr-defined]

    def resolutionComplete(self) -> None:
        pass


def test_a_name_that_changes_its_address_is_checked_each_time_it_is_connected_to() -> None:
    resolver = GuardedResolver(Reactor("8.8.8.8", "127.0.0.1", "10.0.0.1 8.8.8.8 169.254.169.254", "8.8.8.8"))
    said = []
    for _ in range(4):
        receiver = Receiver()
        resolver.resolveHostName(receiver, "rebinding.test", 80)
        said.append((receiver.addresses, GUARD.refused("http://rebinding.test/") is not None))
    assert said[0] == (["8.8.8.8"], False)
    assert said[1] == ([], True)
    assert said[2][0] == ["8.8.8.8"], "of several addresses only the public one"
    assert said[3] == (["8.8.8.8"], False)


def test_doors_that_nobody_needs_are_shut() -> None:
    assert settings.TELNETCONSOLE_ENABLED is settings.REMOTE_CONTROL_ENABLED is settings.COOKIES_ENABLED is False
    assert settings.HTTPPROXY_ENABLED is settings.REFERER_ENABLED is False
    assert settings.DOWNLOAD_VERIFY_CERTIFICATES is True
    assert {scheme for scheme, handler in settings.DOWNLOAD_HANDLERS.items() if handler} == {"http", "https"}
    assert settings.TWISTED_DNS_RESOLVER == "crawler.guard.GuardedResolver"
