"""Row numbers of the search index: rows are numbered by the time of publication, so that newest first is the order of rows.

A day has 512 numbers: more of them would make the numbers sparse and the index larger. An article whose day has none left gets the next free
one of a later day, and `search_spills` keeps how far the articles of a full day reach. So `since` and `until`, which ask for days by row
numbers, know where they must look further, and where they must look at the day itself; where no day is full they cost nothing more.
"""

from __future__ import annotations

import sqlite3
from datetime import date, datetime

from archive.workdays import CHINA

SLOTS = 9  # bits of a row number below the day
EARLIEST, LATEST = datetime(1970, 1, 2, tzinfo=CHINA), datetime(2199, 1, 1, tzinfo=CHINA)
DAY = "coalesce(a.published, date(a.first_seen, '+8 hours'))"  # of `articles a`: what has no date counts for the day when it came in


def row_number(published: str, spread: int = 0) -> int:
    """The row number of a moment, ISO 8601: 512 a day, three in eight minutes; what is no date is the earliest.

    A date without time gets its day's first number, or with `spread` any of that day's.
    """
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        moment = EARLIEST
    moment = moment.replace(tzinfo=CHINA) if moment.tzinfo is None else moment
    moment = min(max(moment, EARLIEST), LATEST).astimezone(CHINA)
    slot = ((moment.hour * 60 + moment.minute) << SLOTS) // 1440 if len(published) > 10 else spread % (1 << SLOTS)
    return (moment.toordinal() << SLOTS) + slot


def day_of(published: str) -> date:
    """The day in China of a moment, ISO 8601."""
    return date.fromordinal(row_number(published) >> SLOTS)


class Numbers:
    """Gives out row numbers that no row of the index has, also none of those that no longer count; for one transaction.

    A number given out counts as taken, so that rows can be numbered first and then be written in the order of their numbers.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self._days: dict[int, bytearray] = {}  # for each number of a day whether it is taken

    def free(self, published: str, article_id: int) -> int:
        """The free number of an article's own day that is nearest to its time; where there is none, the next of the days after."""
        row = row_number(published, article_id)
        day, wanted = row >> SLOTS, row & ((1 << SLOTS) - 1)
        taken = self._taken(day)
        after, before = taken.find(0, wanted), taken.rfind(0, 0, wanted)
        if after < 0 and before < 0:
            return self._beyond(day)
        slot = before if after < 0 or (before >= 0 and wanted - before < after - wanted) else after
        taken[slot] = 1
        return (day << SLOTS) + slot

    def _beyond(self, full: int) -> int:
        """The first free number after a full day and after those that its articles got before."""
        last = self.conn.execute("SELECT last FROM search_spills WHERE day = ?", (full,)).fetchone()
        at = last[0] + 1 if last else (full + 1) << SLOTS
        while (slot := self._taken(at >> SLOTS).find(0, at & ((1 << SLOTS) - 1))) < 0:
            at = ((at >> SLOTS) + 1) << SLOTS
        day = at >> SLOTS
        self._taken(day)[slot] = 1
        row = (day << SLOTS) + slot
        self.conn.execute("INSERT OR REPLACE INTO search_spills(day, last) VALUES (?,?)", (full, row))
        return row

    def _taken(self, day: int) -> bytearray:
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = bytearray(1 << SLOTS)
            first = day << SLOTS
            rows = self.conn.execute(
                "SELECT id FROM articles_fts_docsize WHERE id BETWEEN ? AND ?", (first, first + (1 << SLOTS) - 1)
            )
            for (row,) in rows:
                found[row - first] = 1
        return found


def since(conn: sqlite3.Connection, row: str, day: str) -> tuple[str, list[object]]:
    """A condition on `articles a`, with its values, for those of a day (`YYYY-MM-DD`) and later; `row` is what holds the row number."""
    first = row_number(day)
    if _reach(conn, first) < first:
        return f"{row} >= ?", [first]
    return f"{row} >= ? AND {DAY} >= ?", [first, day]


def until(conn: sqlite3.Connection, row: str, day: str) -> tuple[str, list[object]]:
    """The same for those before a day."""
    end = row_number(day)
    reach = _reach(conn, end)
    if reach < end:
        return f"{row} < ?", [end]
    return f"{row} <= ? AND {DAY} < ?", [reach, day]


def spilled(conn: sqlite3.Connection) -> bool:
    """Whether any day is full, so that rows of one day stand among those of others."""
    return _reach(conn, row_number("9999-12-31") + (1 << SLOTS)) > 0


def _reach(conn: sqlite3.Connection, row: int) -> int:
    """The last number that an article of the days before that of a row has got beyond its day; 0 where none of these is full."""
    try:
        last = conn.execute("SELECT max(last) FROM search_spills WHERE day < ?", (row >> SLOTS,)).fetchone()[0]
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # an older archive that is only read: its tables are brought up to date by who writes
            return 0
        raise
    return last or 0
