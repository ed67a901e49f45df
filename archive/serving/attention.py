"""Which sources need attention, for the front page. Stands until `archive.health` is there, then this module goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

try:
    from archive.health import attention as _attention  # type: ignore[import-not-found, unused-ignore]
except ImportError:
    _attention = None


@dataclass(frozen=True, slots=True)
class Remark:
    """One source that needs attention: a Chinese sentence, and since when."""

    source: str
    kind: str
    text: str
    since: str


def attention(conn: sqlite3.Connection, today: date) -> Sequence[Any]:
    """Remarks on sources, worst first."""
    if _attention is not None:
        remarks: Sequence[Any] = _attention(conn, today)
        return remarks
    rows = conn.execute(
        "SELECT s.source, s.failed, s.ended, s.message, r.started_at FROM run_sources s JOIN runs r ON r.id = s.run_id"
        " WHERE s.run_id = (SELECT max(id) FROM runs WHERE kind = 'nightly') AND (s.failed > 0 OR s.ended <> 'finished')"
        " AND s.new = 0 ORDER BY s.failed DESC, s.source LIMIT 12"
    )
    return [
        Remark(row["source"], "failed", f"最近一次运行没有新文章，{row['failed']} 次请求失败", row["started_at"]) for row in rows
    ]
