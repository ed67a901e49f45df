"""Which sources need a person: each is measured against its own history, on a clock of working days, so that holidays alarm nobody."""

from __future__ import annotations

import datetime
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong with one source."""

    source: str  # its key
    kind: str
    text: str  # a sentence for the analyst, in Chinese
    since: str  # the day it began, YYYY-MM-DD
    english: str  # the same for the command line


def attention(conn: sqlite3.Connection, today: datetime.date | None = None) -> list[Remark]:
    """What is wrong with which source as of `today` (default: the present day in China); later runs are not looked at."""
    today = today or datetime.datetime.now(datetime.UTC).astimezone(datetime.timezone(datetime.timedelta(hours=8))).date()
    rows = conn.execute(
        "SELECT s.key, s.name, r.ended_at, r.started_at, x.failed, x.listings, x.message FROM sources s JOIN run_sources x ON x.source = s.key"
        " JOIN runs r ON r.id = x.run_id WHERE x.run_id = (SELECT max(run_id) FROM run_sources WHERE source = s.key)"
        " AND x.message LIKE 'none of its lists%' AND r.started_at < ? ORDER BY s.key",
        ((today + datetime.timedelta(days=1)).isoformat(),),
    ).fetchall()
    return [
        Remark(
            row["key"], "failing", f"{row['name']}：列表页均无法读取。", row["started_at"][:10], "none of its lists could be read"
        )
        for row in rows
    ]
