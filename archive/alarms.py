"""What a run saw of one source that a person should look at: pages that are mostly walls, lists that hold nothing.

Counted from the rows of `fetches`. What the history of many runs shows is not judged here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from archive.records import Outcome

WALLS = frozenset(
    {
        Outcome.SOFT_404, Outcome.LOGIN_WALL, Outcome.PAYWALL, Outcome.CAPTCHA, Outcome.ANTI_BOT, Outcome.MAINTENANCE,
        Outcome.PARKED, Outcome.SPAM, Outcome.BAD_ENCODING, Outcome.EXTRACT_EMPTY,
    }
)  # fmt: skip
READ = frozenset(
    {
        *WALLS, Outcome.STORED, Outcome.DUPLICATE, Outcome.CHANGED, Outcome.UNCHANGED, Outcome.OFF_TOPIC, Outcome.NOT_ARTICLE,
        Outcome.EXTRACT_TIMEOUT, Outcome.EXTRACT_CRASH,
    }
)  # fmt: skip
FEWEST = 5  # walls; one or two are every portal's daily life
SHARE = 0.5  # of the pages that were read


def alarms_of(conn: sqlite3.Connection, run_id: int, source: str) -> list[str]:
    """Sentences about one source in one run; none when all is as usual. Requests that were answered count, links that were not do not."""
    rows = conn.execute(
        "SELECT outcome, count(*) FROM fetches WHERE run_id = ? AND source = ? AND elapsed_ms IS NOT NULL GROUP BY outcome",
        (run_id, source),
    )
    counts = Counter({Outcome(outcome): int(number) for outcome, number in rows})
    said = []
    read = sum(counts[outcome] for outcome in READ)
    walls = sum(counts[outcome] for outcome in WALLS)
    if walls >= FEWEST and walls >= SHARE * read:
        kinds = ", ".join(f"{outcome} {number}" for outcome, number in counts.most_common() if outcome in WALLS)
        said.append(f"{walls} of {read} pages were no pages of the portal: {kinds}")
    lists = conn.execute(
        "SELECT count(*), total(detail NOT LIKE '0 links%') FROM fetches WHERE run_id = ? AND source = ? AND outcome = ?",
        (run_id, source, Outcome.LISTING),
    ).fetchone()
    if lists[0] and not lists[1]:
        said.append(f"its lists were read, but none of {lists[0]} holds a link to an article")
    return said
