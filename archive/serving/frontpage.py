"""What the front page shows, read from the archive: the newest stories in groups, articles per day, what needs attention, saved searches."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from archive.finding import count_since
from archive.query import UNNAMED, parse
from archive.rows import DAY, day_of, since, until
from archive.watches import watches
from archive.workdays import CHINA

ENOUGH = 12  # stories that fill the page; a window with fewer is widened
WINDOWS = (2, 7, 30)  # days
MOST = 800  # stories that are read for one page
SHOWN = 8  # stories of a group
CHART_DAYS = 60
UNDATED_MOST = 200  # stories without a date that are looked at
BEGINNING, END = date(1970, 1, 2), date(2199, 1, 1)  # days that can be asked for


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a line of a list."""

    id: int
    article_id: int  # its first article
    title: str
    published: str | None
    copies: int
    sites: int
    region: str
    topic: str
    site: str
    source: str | None
    script: str


@dataclass(frozen=True, slots=True)
class Group:
    """The stories of one topic or region; `stories` holds the first SHOWN, most copied first."""

    name: str  # '' where there is none
    count: int
    stories: Sequence[StoryLine]


@dataclass(slots=True)
class Front:
    """The newest stories: since which day, in groups, and how many of each region and topic."""

    first_day: date
    last_day: date
    days: int  # 0: everything there is
    stories: int = 0
    groups: list[Group] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    matrix: Mapping[tuple[str, str], int] = field(default_factory=dict)
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search; `new` counts what came after the article last seen, None for who never looked."""

    name: str
    query: str
    new: int | None


def front(conn: sqlite3.Connection, by: str, day: date | None, today: date) -> Front:
    """The stories of the newest two days that have any, or of the two up to `day`; of more days where those are few."""
    last = min(max(day, BEGINNING + timedelta(days=WINDOWS[0])), END) if day else latest_day(conn, today)
    for days in (*WINDOWS, 0):
        first = last - timedelta(days=days - 1) if days else BEGINNING
        stories = _stories(conn, first, last)
        if len(stories) >= ENOUGH or day:
            break
    found = Front(first, last, days, len(stories), capped=len(stories) == MOST)
    found.groups = _grouped(stories, by)
    found.matrix = Counter((story.region, story.topic) for story in stories)
    found.regions = _most(Counter(story.region for story in stories))
    found.topics = _most(Counter(story.topic for story in stories))
    return found


def latest_day(conn: sqlite3.Connection, today: date) -> date:
    """The newest day, not after today, on which anything was published or, where no date is printed, came in."""
    found = conn.execute(
        "SELECT max(published) FROM articles WHERE published < ?1"
        " UNION ALL SELECT * FROM (SELECT first_seen FROM articles WHERE published IS NULL ORDER BY id DESC LIMIT 1)",
        (_after(today),),
    )
    return max((min(day_of(when), today) for (when,) in found if when), default=today)


def _after(day: date) -> str:
    return str(day + timedelta(days=1))


def _stories(conn: sqlite3.Connection, first: date, last: date) -> list[StoryLine]:
    """Newest first; one without a date counts for the day when it came in."""
    columns = (
        "s.id, s.first_article_id, s.title, s.first_published, s.copies, s.sites, a.region, a.topic, a.site, a.source, a.script"
    )
    rows = conn.execute(
        f"SELECT {columns} FROM stories s JOIN articles a ON a.id = s.first_article_id"
        f" WHERE s.first_published >= ? AND s.first_published < ? ORDER BY s.first_published DESC LIMIT {MOST}",
        (str(first), _after(last)),
    ).fetchall()
    undated = conn.execute(
        f"SELECT {columns} FROM (SELECT * FROM stories WHERE first_published IS NULL ORDER BY id DESC LIMIT {UNDATED_MOST}) s"
        " JOIN articles a ON a.id = s.first_article_id WHERE a.first_seen >= ? AND a.first_seen < ?",
        (_utc(first), _utc(last + timedelta(days=1))),
    )
    return [StoryLine(*row) for row in [*rows, *undated]][:MOST]


def _utc(day: date) -> str:
    """When a day begins in China, as the archive writes moments."""
    return datetime(day.year, day.month, day.day, tzinfo=CHINA).astimezone(UTC).isoformat(timespec="seconds")


def _grouped(stories: Sequence[StoryLine], by: str) -> list[Group]:
    groups: dict[str, list[StoryLine]] = {}
    for story in stories:
        groups.setdefault(getattr(story, by), []).append(story)
    ranked = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return [
        Group(name, len(members), sorted(members, key=lambda one: (one.copies, one.published or ""), reverse=True)[:SHOWN])
        for name, members in ranked
    ]


def _most(counts: Counter[str]) -> list[str]:
    return [name for name, _ in sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))]


def per_day(conn: sqlite3.Connection, last: date, site: str | None = None) -> list[tuple[date, int]]:
    """Articles, all or one site's, of each of the CHART_DAYS up to `last`, oldest first, by the day of publication or, without one, of arrival."""
    days = [last - timedelta(days=number) for number in reversed(range(CHART_DAYS))]
    of_site, values = ("a.site = ? AND ", [site]) if site else ("", [])
    dated = conn.execute(  # an index has all that this reads
        f"SELECT substr(a.published, 1, 10), count(*) FROM articles a WHERE {of_site}a.published >= ? AND a.published < ? GROUP BY 1",
        (*values, str(days[0]), _after(last)),
    )
    (first, of_first), (end, of_end) = since(conn, "a.search_id", str(days[0])), until(conn, "a.search_id", _after(last))
    undated = conn.execute(
        f"SELECT {DAY}, count(*) FROM articles a INDEXED BY articles_search"
        f" WHERE {of_site}a.published IS NULL AND {first} AND {end} GROUP BY 1",
        (*values, *of_first, *of_end),
    )
    counts: Counter[str] = Counter()
    for day, count in [*dated, *undated]:
        counts[day] += count
    return [(day, counts[str(day)]) for day in days]


def saved(conn: sqlite3.Connection, seen: Mapping[str, int]) -> list[Saved]:
    """The saved searches with what is new after the article last seen of each."""
    return [
        Saved(one.name, one.query, count_since(conn, parse(one.query), seen[one.name]) if one.name in seen else None)
        for one in watches(conn)
    ]


def newest_article(conn: sqlite3.Connection) -> int:
    """The id of the article that came last, 0 in an empty archive."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0])


def heading(found: Front, today: date) -> str:
    """What the list of stories is called."""
    if not found.days:
        return "最近的报道"
    if found.days == WINDOWS[0]:
        return "今天的报道" if found.last_day == today else f"{found.last_day.month}月{found.last_day.day}日的报道"
    return f"近 {found.days} 天的报道"


def label(by: str, name: str) -> str:
    """What a group is called."""
    return name or UNNAMED[by]
