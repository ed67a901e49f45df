"""What leads inside: redirects, links, lists, robots.txt and pages that point to addresses which are not public."""

from __future__ import annotations

from tests.hostile.case import GOOD, Case, html
from tests.hostile.server import http

BLOCKED = ("blocked_address",)
UNREACHED = ("blocked_address", "bad_url", "dns", "offsite")


def spellings(port: int) -> dict[str, str]:
    """One loopback address in the ways that parsers know."""
    return {
        "plain": f"http://127.0.0.1:{port}/",
        "localhost": f"http://localhost:{port}/",
        "upper": f"http://LOCALHOST:{port}/",
        "dot": f"http://localhost.:{port}/",
        "ip-dot": f"http://127.0.0.1.:{port}/",
        "subdomain": f"http://x.localhost:{port}/",
        "decimal": f"http://2130706433:{port}/",
        "hex": f"http://0x7f000001:{port}/",
        "hex-parts": f"http://0x7f.0x0.0x0.0x1:{port}/",
        "octal": f"http://0177.0.0.1:{port}/",
        "octal-whole": f"http://017700000001:{port}/",
        "short": f"http://127.1:{port}/",
        "shorter": f"http://127.0.1:{port}/",
        "zero": f"http://0.0.0.0:{port}/",
        "zero-short": f"http://0:{port}/",
        "other-loopback": f"http://127.0.0.2:{port}/",
        "ipv6": f"http://[::1]:{port}/",
        "ipv6-long": f"http://[0:0:0:0:0:0:0:1]:{port}/",
        "ipv6-any": f"http://[::]:{port}/",
        "mapped": f"http://[::ffff:127.0.0.1]:{port}/",
        "mapped-hex": f"http://[::ffff:7f00:1]:{port}/",
        "compatible": f"http://[::127.0.0.1]:{port}/",
        "nat64": f"http://[64:ff9b::7f00:1]:{port}/",
        "userinfo": f"http://portal.example@127.0.0.1:{port}/",
        "userinfo-port": f"http://portal.example:80@127.0.0.1:{port}/",
        "backslash": f"http://127.0.0.1:{port}\\@portal.example/",
        "full-width": f"http://１２７.０.０.１:{port}/",
        "circled": f"http://①②⑦.⓪.⓪.①:{port}/",
        "ideographic-dot": f"http://127。0。0。1:{port}/",
        "private": "http://10.0.0.1/",
        "private-c": "http://192.168.1.1/",
        "private-b": "http://172.16.0.1/",
        "shared": "http://100.64.0.1/",
        "metadata": "http://169.254.169.254/latest/meta-data/",
        "metadata-decimal": "http://2852039166/latest/meta-data/",
        "link-local": "http://[fe80::1]/",
        "unique-local": "http://[fd00::1]/",
        "multicast": "http://224.0.0.1/",
        "broadcast": "http://255.255.255.255/",
        "https": f"https://127.0.0.1:{port}/",
    }  # fmt: skip


def schemes(port: int) -> dict[str, str]:
    """Addresses that are none of ours."""
    return {
        "file": "file:///etc/passwd",
        "file-host": "file://localhost/etc/passwd",
        "ftp": f"ftp://127.0.0.1:{port}/x",
        "gopher": f"gopher://127.0.0.1:{port}/x",
        "data": "data:text/html,<h1>x</h1>",
        "javascript": "javascript:alert(1)",
        "ws": f"ws://127.0.0.1:{port}/",
        "s3": "s3://bucket/key",
        "view-source": f"view-source:http://127.0.0.1:{port}/",
        "no-host": "http:///etc/passwd",
        "port-0": "http://127.0.0.1:0/",
        "port-99999": "http://127.0.0.1:99999/",
        "bad-ipv6": "http://[::1/",
    }


def redirects(port: int) -> list[Case]:
    """A page of the portal that redirects inside, in every spelling, and by every status."""
    cases = []
    for name, address in spellings(port).items():
        location = f"{address}case/{name}"
        cases.append(Case(f"to-{name}", http(302, "", Location=location.encode().decode("latin-1")), ("redirect",)))
    for name, address in schemes(port).items():
        cases.append(Case(f"to-{name}", http(302, "", Location=address), ("bad_url",) if name != "no-host" else ("redirect",)))
    cases += [
        Case(f"by-{code}", http(code, "", Location=f"http://127.0.0.1:{port}/case/{code}"), ("redirect",))
        for code in (301, 303, 307, 308)
    ]
    meta = f'<meta http-equiv="refresh" content="0; url=http://127.0.0.1:{port}/case/meta">'
    script = f"<script>location.href='http://127.0.0.1:{port}/case/script'</script>"
    for name, location in {
        "scheme-relative": f"//127.0.0.1:{port}/case/x", "backslashes": f"\\\\127.0.0.1:{port}\\case\\x", "one-slash": f"http:/127.0.0.1:{port}/case/x",
        "no-slash": f"http:127.0.0.1:{port}/case/x", "spaces": f"  http://127.0.0.1:{port}/case/x  ", "tab": f"ht\ttp://127.0.0.1:{port}/case/x",
        "upper-scheme": f"HTTP://127.0.0.1:{port}/case/x", "fragment": f"http://127.0.0.1:{port}/case/x#@portal.example", "long": "/case/" + "a" * 100_000,
        "non-ascii": "/case/\xe6\xa3\x80", "two": f"/case/y\r\nLocation: http://127.0.0.1:{port}/case/x",
    }.items():  # fmt: skip
        cases.append(Case(f"odd-{name}", http(302, "", Location=location), ("redirect", "bad_url", "bad_http")))
    inside = f"http://127.0.0.1:{port}/case/x"
    return [
        *cases,
        Case("300-choices", http(300, html("300-choices"), Location=inside), ("http_error",)),
        Case("304-moved", http(304, "", Location=inside), ("http_error", "not_modified")),
        Case("201-created", http(201, html("201-created"), Location=inside), ("stored", "duplicate", "http_error")),
        Case("200-with-location", http(200, html("200-with-location"), Location=inside, Content_Location=inside), GOOD),
        Case("link-header", http(200, html("link-header"), Link=f"<{inside}>; rel=preload, <{inside}>; rel=next"), GOOD),
        Case("upgrade", http(200, html("upgrade"), Upgrade="h2c", Alt_Svc=f"h2=\"127.0.0.1:{port}\"; ma=9"), GOOD),
        Case("auth-inside", http(401, "no", WWW_Authenticate=f'Digest realm="x", domain="{inside}", nonce="1"'), ("http_error",)),
        Case("meta-to-itself", http(200, html("meta-to-itself", head="<meta http-equiv=refresh content='0;url=?again'>")), ("redirect", *GOOD)),
        Case("by-meta", http(200, html("by-meta", head=meta)), ("redirect", *GOOD)),
        Case("by-meta-late", http(200, html("by-meta-late", head=meta.replace("0;", "600;"))), ("redirect", *GOOD)),
        Case("by-refresh-header", http(200, html("by-refresh-header"), Refresh=f"0; url=http://127.0.0.1:{port}/case/h"), GOOD),
        Case("by-script", http(200, html("by-script", body=script)), GOOD),
        Case("by-meta-file", http(200, html("by-meta-file", head=meta.replace("http://", "file:///"))), ("redirect", *GOOD)),
        Case("by-frame", http(200, html("by-frame", body=f"<iframe src='http://127.0.0.1:{port}/case/frame'></iframe>")), GOOD),
        Case("next-page-inside", http(200, html("next-page-inside",
             body=f"<div class=page><a href='http://127.0.0.1:{port}/case/next'>下一页</a></div>")), ("truncated", *GOOD)),
        Case("base-inside", http(200, html("base-inside", head=f"<base href='http://127.0.0.1:{port}/'>")), GOOD),
        Case("offsite-redirect", http(302, "", Location="http://elsewhere.example/case/x"), ("redirect",)),
        Case("offsite-name-like-ours", http(302, "", Location="http://127.0.0.1.elsewhere.example/case/x"), ("redirect",)),
    ]  # fmt: skip


def links(port: int) -> list[Case]:
    """A list of the portal that links inside."""
    cases = [
        Case(f"link-{name}", link=f"{address}case/link-{name}", wanted=UNREACHED) for name, address in spellings(port).items()
    ]
    others = {name: address for name, address in schemes(port).items() if name != "no-host"}  # that one is a path of our own
    return [*cases, *(Case(f"link-{name}", link=f"{address}#case", wanted=("bad_url",)) for name, address in others.items())]


def rows_wanted(port: int) -> dict[str, tuple[str, ...]]:
    """What the addresses inside that redirects lead to must have come to."""
    return {f"http://127.0.0.1:{port}/case/{code}": BLOCKED for code in (301, 303, 307, 308)} | {
        f"http://127.0.0.1:{port}/case/plain": BLOCKED,
        f"http://127.0.0.1:{port}/case/meta": BLOCKED,
        f"http://localhost:{port}/case/localhost": ("blocked_address", "offsite"),
        "http://elsewhere.example/case/x": ("offsite",),
        "http://127.0.0.1.elsewhere.example/case/x": ("offsite",),
    }
