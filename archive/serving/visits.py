"""What a reader has seen of each saved search: remembered by the reader's browser in one cookie, so that serving stays read-only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Any

COOKIE = "jianxun_seen"
ONE = re.compile(r"([0-9a-f]{8})\.(\d{1,12})")
MOST = 150  # saved searches in the cookie, which must stay below 4 KB
YEAR = 366 * 24 * 3600


def mark(name: str) -> str:
    """What stands for a saved search in the cookie."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def seen(request: Any, names: Iterable[str]) -> dict[str, int]:
    """The newest article at the last visit of each saved search that was ever visited; what is odd in the cookie is skipped."""
    marks = _marks(request)
    return {name: marks[mark(name)] for name in names if mark(name) in marks}


def remember(request: Any, response: Any, name: str, article_id: int) -> None:
    """Puts into the answer's cookie that the saved search was visited when this article was the newest."""
    marks = {mark(name): article_id, **{key: value for key, value in _marks(request).items() if key != mark(name)}}
    value = "-".join(f"{key}.{one}" for key, one in list(marks.items())[:MOST])
    response.set_cookie(COOKIE, value, max_age=YEAR, httponly=True, samesite="lax")


def _marks(request: Any) -> Mapping[str, int]:
    return {key: int(value) for key, value in ONE.findall(request.cookies.get(COOKIE, "")[:4096])}
