"""Exceptions of Scrapy and Twisted as outcomes of the closed list."""

from __future__ import annotations

import asyncio

from scrapy import exceptions as scrapy_errors
from twisted.internet import error as twisted_errors
from twisted.web.client import ResponseFailed, ResponseNeverReceived
from twisted.web.http import PotentialDataLoss, _DataLoss

from archive.encoding import EncodingError
from archive.records import Outcome

BROKEN = ("ParseError", "BadHeaders", "ValueError", "LengthError", "_Malformed", "HeadError", "InvalidHeader")
LARGE = ("larger than", "maxsize", "exceeded", "max size")


def classify(exception: BaseException) -> tuple[Outcome, str]:
    """The outcome of a failed request, and what to say of it in `fetches.detail`."""
    text = str(exception)[:300] or type(exception).__name__
    for inner in _chain(exception):
        found = _outcome(inner, text)
        if found is not None:
            return found, f"{type(inner).__name__}: {text}"[:300]
    return Outcome.CONNECTION, f"{type(exception).__name__}: {text}"[:300]


def _outcome(one: BaseException, text: str) -> Outcome | None:
    from scrapy.spidermiddlewares.httperror import HttpError

    from crawler.browser import BrowserError

    large = any(word in text.lower() for word in LARGE)
    table: tuple[tuple[tuple[type[BaseException], ...], Outcome], ...] = (
        ((HttpError,), Outcome.HTTP_ERROR),
        ((BrowserError,), Outcome.BROWSER),
        ((EncodingError,), Outcome.TOO_LARGE if large else Outcome.TRUNCATED),
        ((scrapy_errors.ResponseDataLossError, _DataLoss, PotentialDataLoss), Outcome.TRUNCATED),
        ((scrapy_errors.DownloadCancelledError,), Outcome.TOO_LARGE),
        ((scrapy_errors.DownloadTimeoutError, asyncio.TimeoutError, TimeoutError, twisted_errors.TimeoutError), Outcome.TIMEOUT),
        ((scrapy_errors.CannotResolveHostError, twisted_errors.DNSLookupError), Outcome.DNS),
        ((scrapy_errors.UnsupportedURLSchemeError, scrapy_errors.NotSupported), Outcome.BAD_URL),
        ((twisted_errors.SSLError, twisted_errors.VerifyError), Outcome.TLS),
        ((ResponseNeverReceived, ResponseFailed), _broken_response(one, text)),
        ((scrapy_errors.DownloadConnectionRefusedError, twisted_errors.ConnectError), Outcome.CONNECTION),
        ((scrapy_errors.IgnoreRequest,), _ignored(text)),
        ((UnicodeError, ValueError), Outcome.BAD_URL),
    )
    if type(one).__module__.startswith(("OpenSSL", "service_identity", "cryptography")) or "ssl" in type(one).__name__.lower():
        return Outcome.TLS
    return next((outcome for kinds, outcome in table if isinstance(one, kinds)), None)


def _broken_response(one: BaseException, text: str) -> Outcome:
    """What was wrong with a response that broke off: its TLS, its HTTP, or just the connection."""
    names = " ".join([type(inner).__name__ for inner in _chain(one)] + [text])
    if "SSL" in names or "certificate" in names.lower():
        return Outcome.TLS
    if "DataLoss" in names:
        return Outcome.TRUNCATED
    if any(word in names for word in BROKEN):
        return Outcome.BAD_HTTP
    return Outcome.CONNECTION


def _ignored(text: str) -> Outcome:
    lower = text.lower()
    if "robots" in lower:
        return Outcome.ROBOTS
    if "offsite" in lower:
        return Outcome.OFFSITE
    if "redirection" in lower or "redirect" in lower:
        return Outcome.HTTP_ERROR
    return Outcome.TOO_LARGE if any(word in lower for word in LARGE) else Outcome.HTTP_ERROR


def _chain(exception: BaseException) -> list[BaseException]:
    """The exception, what caused it, and the reasons that Twisted wraps."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [exception]
    while waiting and len(found) < 12:
        one = waiting.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        waiting += [one.__cause__, one.__context__]
        waiting += [getattr(reason, "value", None) for reason in getattr(one, "reasons", None) or ()]
    return found
