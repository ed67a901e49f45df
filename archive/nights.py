"""The history of each source, night by night, as `health` judges it: read from `run_sources`, `fetches` and `articles`, never written."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from archive.database import DATABASE, connect_read_only
from archive.records import Outcome
from archive.workdays import CHINA, worked

WINDOW = 150  # days that are looked back on
RECENT = 12  # nights whose attempts are looked at one by one
ARTICLES = 300  # of one source, newest first
COMPLETE = ("finished", "budget")  # how a source's night ends whose zeros mean something
STORED = (Outcome.STORED, Outcome.DUPLICATE)
LINKS = re.compile(r"(\d{1,6}) links?\b")

# What a first visit to an address came to, in the groups that have one cause.
GROUPS: dict[str, tuple[Outcome, ...]] = {
    "good": (*STORED, Outcome.CHANGED, Outcome.UNCHANGED),
    "hijacked": (Outcome.SPAM, Outcome.PARKED),
    "blocked": (Outcome.CAPTCHA, Outcome.ANTI_BOT, Outcome.LOGIN_WALL, Outcome.PAYWALL, Outcome.MAINTENANCE, Outcome.ROBOTS),
    "layout": (
        Outcome.NOT_ARTICLE, Outcome.SOFT_404, Outcome.EXTRACT_EMPTY, Outcome.EXTRACT_TIMEOUT, Outcome.EXTRACT_CRASH,
        Outcome.BAD_ENCODING,
    ),
    "off_topic": (Outcome.OFF_TOPIC,),
    "unreachable": (
        Outcome.HTTP_ERROR, Outcome.TIMEOUT, Outcome.CONNECTION, Outcome.TLS, Outcome.DNS, Outcome.BROWSER,
        Outcome.BLOCKED_ADDRESS, Outcome.TRUNCATED, Outcome.TOO_LARGE, Outcome.BAD_HTTP,
    ),
}  # fmt: skip
GROUP = {str(outcome): group for group, outcomes in GROUPS.items() for outcome in outcomes}


@dataclass(slots=True)
class Night:
    """All nightly runs of one source on one day, as one."""

    day: datetime.date
    clock: float  # working days, see `workdays`
    runs: list[int] = field(default_factory=list)
    complete: bool = False  # not interrupted: what is missing was not there
    read: bool = False  # a list was read, or had not changed
    new: int = 0
    ratio: float | None = None  # links of an average list page, where one was read
    lists: dict[str, int] = field(default_factory=dict)  # address key -> its links
    broken: set[str] = field(default_factory=set)  # address keys that could not be had
    tried: Counter[str] = field(default_factory=Counter)  # of GROUPS; in recent nights only first visits


@dataclass(frozen=True, slots=True)
class Stored:
    """What is looked at of one article."""

    day: datetime.date  # when it was found
    characters: int
    published: datetime.date | None


@dataclass(slots=True)
class History:
    """One source: its nights and its newest articles, both oldest first."""

    source: str
    nights: list[Night]
    articles: list[Stored] = field(default_factory=list)


def dated_sources(directory: Path) -> frozenset[str]:
    """The sources of which the archive of a data directory holds an article with a day; none where there is no archive."""
    if not (directory / DATABASE).is_file():
        return frozenset()
    with closing(connect_read_only(directory)) as conn:
        sql = "SELECT DISTINCT site FROM articles WHERE published IS NOT NULL"
        try:
            return frozenset(str(row[0]) for row in conn.execute(sql))
        except sqlite3.OperationalError:  # of an older version
            return frozenset()


def histories(conn: sqlite3.Connection, today: datetime.date) -> list[History]:
    """Every source that is still visited, by key; days after `today` are not looked at. Sources for replay only have none."""
    end = datetime.datetime.combine(today + datetime.timedelta(days=1), datetime.time(), CHINA).astimezone(datetime.UTC)
    begin = end - datetime.timedelta(days=WINDOW)
    nights = _nights(conn, begin.isoformat(), end.isoformat())
    latest = max((some[-1].day for some in nights.values()), default=today)
    found = [History(source, some) for source, some in sorted(nights.items()) if (latest - some[-1].day).days <= 14]
    for history in found:
        _attempts(conn, history)
        _articles(conn, history)
    return found


def _nights(conn: sqlite3.Connection, begin: str, end: str) -> dict[str, list[Night]]:
    rows = conn.execute(
        """SELECT x.*, r.started_at AS started FROM runs r JOIN run_sources x ON x.run_id = r.id JOIN sources s ON s.key = x.source
           WHERE r.kind = 'nightly' AND r.started_at >= ? AND r.started_at < ? AND NOT s.replay_only ORDER BY r.started_at, r.id""",
        (begin, end),
    ).fetchall()
    by_source: defaultdict[str, list[Night]] = defaultdict(list)
    for row in rows:
        moment = datetime.datetime.fromisoformat(row["started"])
        moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
        day, some = moment.astimezone(CHINA).date(), by_source[row["source"]]
        if not some or some[-1].day != day:
            some.append(Night(day, worked(moment)))
        night = some[-1]
        night.clock = worked(moment)
        night.runs.append(row["run_id"])
        night.complete |= row["ended"] in COMPLETE
        night.read |= any(row[name] > 0 for name in ("listings", "links", "new", "unchanged"))
        night.new += row["new"]
        if row["listings"] or row["links"]:
            night.ratio = max(night.ratio or 0.0, row["links"] / max(1, row["listings"]))
        night.tried.update(good=row["new"] + row["changed"], rejected=row["rejected"] + row["failed"])
    return dict(by_source)


def _attempts(conn: sqlite3.Connection, history: History) -> None:
    """Links of each list, and what the visits came to. An address that failed is asked for again: only its first visit counts."""
    recent = {run for night in history.nights[-RECENT:] for run in night.runs}
    for night in history.nights:
        counts: Counter[str] = Counter()
        for run in night.runs:
            for row in conn.execute(
                "SELECT key, detail FROM fetches WHERE run_id = ? AND source = ? AND outcome = 'listing'", (run, history.source)
            ):
                match = LINKS.match(row["detail"])
                if match:
                    night.lists[row["key"]] = max(night.lists.get(row["key"], 0), int(match[1]))
            if run not in recent:
                rows = conn.execute(
                    "SELECT outcome, count(*) AS n FROM fetches WHERE run_id = ? AND source = ? GROUP BY outcome",
                    (run, history.source),
                )
                for row in rows:
                    counts[GROUP.get(row["outcome"], "")] += row["n"]
                continue
            for row in conn.execute(
                """SELECT key, outcome, EXISTS (SELECT 1 FROM fetches e WHERE e.key = f.key AND e.id < f.id) AS again
                   FROM fetches f WHERE run_id = ? AND source = ? AND outcome NOT IN ('listing', 'robots_txt', 'redirect')""",
                (run, history.source),
            ):
                group = GROUP.get(row["outcome"], "")
                if group in ("blocked", "layout", "unreachable", "hijacked"):
                    night.broken.add(row["key"])
                if not row["again"]:
                    counts[group] += 1
        del counts[""]
        if counts:
            night.tried = counts


def _articles(conn: sqlite3.Connection, history: History) -> None:
    found: list[Stored] = []
    for night in reversed(history.nights):
        for run in reversed(night.runs):
            rows = conn.execute(
                """SELECT a.characters, a.published FROM fetches f JOIN articles a ON a.id = f.article_id
                   WHERE f.run_id = ? AND f.source = ? AND f.outcome IN ('stored', 'duplicate') ORDER BY f.id DESC LIMIT ?""",
                (run, history.source, ARTICLES),
            ).fetchall()
            found += [Stored(night.day, row["characters"], _day(row["published"])) for row in rows]
        if len(found) >= ARTICLES:
            break
    history.articles = found[::-1]


def _day(published: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
