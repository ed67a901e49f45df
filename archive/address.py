"""When two addresses are one: cleaning and the identity key. Who may be connected to is `crawler.guard`'s."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

SAFE = "/%:@!$&'()*+,;=~-._"  # what stands in an address as it is
DEFAULT_PORTS = {"http": 80, "https": 443}

# Parameters that say how a reader came, not what is read.
TRACKING = re.compile(
    r"(?:utm_\w+|spm|scm|from|fr|isappinstalled|share_\w+|sharer_\w+|wfr|chksm|mpshare|scene|srcid|fbclid|gclid|"
    r"_hsenc|_hsmi|mc_[ce]id|tracking|tdsourcetag|vt|ivk_sa|nsukey|timestamp_share|bd_vid)",
    re.IGNORECASE,
)
INDEX_PAGE = re.compile(r"/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)
TWINS = ("www.", "m.", "wap.", "3g.", "mobile.")  # hosts of one portal that differ by these alone are one
TWIN = re.compile(rf"^(?:{'|'.join(map(re.escape, TWINS))})")


class AddressError(ValueError):
    """The text is no http(s) address."""


@lru_cache(maxsize=1024)  # an address is looked at in several places on its way
def clean(url: str) -> str:
    """The address without fragment, default port and tracking parameters: what is fetched, stored and shown.

    Raises AddressError for anything but http and https with a host.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise AddressError(f"not an address: {url[:200]!r} ({error})") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not host or port == 0 or re.search(r"[\s\x00-\x20\x7f<>\"\\^`{|}]", host):
        raise AddressError(f"not an http(s) address: {url[:200]!r}")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").rstrip(".")  # as it is asked for: 127。0。0。1 is 127.0.0.1
        except UnicodeError:
            raise AddressError(f"not an http(s) address: {url[:200]!r}") from None
    if ":" in host:
        host = f"[{host}]"
    if port and port != DEFAULT_PORTS[scheme]:
        host = f"{host}:{port}"
    try:
        path = quote(parts.path or "/", safe=SAFE)
        query = quote(parts.query, safe=SAFE + "?[]")  # before it is taken apart, which is done byte by byte
    except UnicodeEncodeError:
        raise AddressError(f"not an http(s) address: {url[:200]!a}") from None
    if query:
        pairs = parse_qsl(query, keep_blank_values=True, encoding="latin-1")
        kept = [(name, value) for name, value in pairs if not TRACKING.fullmatch(name)]
        if len(kept) != len(pairs):
            query = quote(urlencode(kept, encoding="latin-1"), safe=SAFE + "?[]")
    return urlunsplit(SplitResult(scheme, host, path, query, ""))


@lru_cache(maxsize=1024)
def key(url: str, home: str = "") -> str:
    """The identity of an address: two addresses with one key are one article.

    http and https, a trailing `index.html`, the order of parameters and percent-encoding make no difference; nor do TWINS
    where `home`, the source's own address, differs from the host only by them.
    """
    parts = urlsplit(clean(url))
    host = parts.netloc.lower()
    if home:
        own = urlsplit(home).netloc.lower()
        if TWIN.sub("", own) == TWIN.sub("", host):
            host = own
    path = INDEX_PAGE.sub("/", parts.path)
    path = quote(unquote(path, encoding="latin-1"), safe="/:@!$&'()*+,;=~-._", encoding="latin-1")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True, encoding="latin-1")), encoding="latin-1")
    return f"{host}{path}" + (f"?{query}" if query else "")


def keys_of(url: str) -> list[str]:
    """All keys under which an archive may have an address: which twin stands for its host is decided by its source."""
    bare = TWIN.sub("", urlsplit(clean(url)).netloc)
    return sorted({key(url), *(key(url, f"http://{twin}{bare}/") for twin in ("", *TWINS))})
