"""Row numbers: each article within its own day, also where a day has more articles than numbers, and newest first the order of rows."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import rows, search
from archive.database import open_database
from archive.finding import search as find
from archive.query import parse
from archive.rows import DAY, SLOTS, Numbers, day_of, row_number, spilled
from archive.search import terms
from archive.serving import lists
from archive.serving.frontpage import latest_day, per_day

TEXT = "计量院发布公告"
ARRIVED = "2025-05-31T15:50:00+00:00"  # ten minutes before midnight in China


@pytest.fixture
def conn(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_database(tmp_path)) as conn:
        yield conn


def put(conn: sqlite3.Connection, published: list[str | None], together: int = 1000) -> None:
    """Writes and indexes articles of these times, so many in one transaction."""
    first = conn.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0] + 1
    words = terms("标题", TEXT)
    for start in range(0, len(published), together):
        batch = dict(enumerate(published[start : start + together], first + start))
        conn.executemany(
            "INSERT INTO articles(id, key, url, site, title, body, published, script, characters, first_seen, last_seen)"
            f" VALUES (?1, ?1, ?1, 'a', '标题', '{TEXT}', ?2, 'Hans', 7, '{ARRIVED}', '{ARRIVED}')",
            batch.items(),
        )
        search.index(conn, dict.fromkeys(batch, words))


def total(conn: sqlite3.Connection, query: str) -> int:
    return find(conn, query, facets=True).total


@contextmanager
def undone(conn: sqlite3.Connection) -> Iterator[None]:
    conn.execute("BEGIN")
    try:
        yield
    finally:
        conn.execute("ROLLBACK")


def test_rows_are_numbered_by_the_time_of_publication() -> None:
    moments = ["2025-05-01", "2025-05-01T00:30:00+08:00", "2025-05-01T23:59:00+08:00", "2025-05-02", "2025-05-02T01:00:00+08:00"]
    numbers = [row_number(moment) for moment in moments]
    assert numbers == sorted(numbers)
    assert row_number("2025-05-02") - row_number("2025-05-01") == 512
    assert row_number("not a date") == row_number("")


def test_dates_without_time_use_all_numbers_of_their_day() -> None:
    assert len({row_number("2025-05-01", number) for number in range(512)}) == 512
    assert {day_of("2025-05-01"), date.fromordinal(row_number("2025-05-01", 511) >> SLOTS)} == {date(2025, 5, 1)}


def test_articles_of_one_late_minute_stay_in_their_day_and_month(conn: sqlite3.Connection) -> None:
    put(conn, ["2025-05-31T23:59:00+08:00"] * 12)
    assert (total(conn, "month:2025-05"), total(conn, "month:2025-06")) == (12, 0)
    assert not spilled(conn)


def test_undated_articles_that_come_in_before_midnight_are_not_tomorrows(conn: sqlite3.Connection) -> None:
    put(conn, [None] * 19)
    assert dict(per_day(conn, latest_day(conn, date(2025, 6, 3))))[date(2025, 5, 31)] == 19
    results = find(conn, "计量", facets=True)
    assert results.facets["month"] == [("2025-05", 19)]


@pytest.mark.parametrize("word", ["", "计量 "])
def test_a_day_with_more_articles_than_numbers_has_them_all_and_its_neighbours_none_of_them(
    conn: sqlite3.Connection, word: str
) -> None:
    put(conn, ["2025-05-30", "2025-06-01T08:00:00+08:00", "2025-06-02"])
    put(conn, ["2025-05-31"] * 1200)
    put(conn, [f"2025-05-31T12:{minute:02}:00+08:00" for minute in range(60)] + ["2025-06-01T09:00:00+08:00", None])
    assert spilled(conn)
    assert total(conn, f"{word}after:2025-05-31 before:2025-06-01") == 1261
    assert total(conn, f"{word}month:2025-05") == 1262
    assert total(conn, f"{word}month:2025-06") == total(conn, f"{word}after:2025-06-01") == 3
    assert total(conn, f"{word}before:2025-05-31") == 1
    assert dict(find(conn, word, facets=True).facets["month"]) == {"2025-05": 1262, "2025-06": 3}
    assert [hit.published for hit in find(conn, word, limit=5).hits] == [
        "2025-06-02", "2025-06-01T09:00:00+08:00", "2025-06-01T08:00:00+08:00", "2025-05-31T12:59:00+08:00", "2025-05-31T12:58:00+08:00",
    ]  # fmt: skip
    assert [entry.updated for entry in lists.newest(conn, parse(word), "")[:4]] == [
        hit.published for hit in find(conn, word, limit=4).hits
    ]
    assert latest_day(conn, date(2025, 5, 31)) == date(2025, 5, 31)
    assert per_day(conn, date(2025, 6, 2))[-4:] == [
        (date(2025, 5, 30), 1), (date(2025, 5, 31), 1261), (date(2025, 6, 1), 2), (date(2025, 6, 2), 1),
    ]  # fmt: skip


def test_an_older_archive_is_brought_up_to_date_and_read_as_it_is(tmp_path: Path) -> None:
    with closing(open_database(tmp_path)) as conn:
        put(conn, ["2025-05-31"] * 600 + [None] * 20)
        kept = [tuple(row) for row in conn.execute("SELECT * FROM search_spills")]
        conn.execute("DROP TABLE search_spills")
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_spills'")
        assert total(conn, "before:2025-06-01") == 512, "by row numbers alone, as long as nobody wrote to it"
    with closing(open_database(tmp_path)) as conn:
        assert [tuple(row) for row in conn.execute("SELECT * FROM search_spills")] == kept
        assert total(conn, "before:2025-06-01") == 620


def test_indexing_anew_puts_rows_in_the_order_of_time(conn: sqlite3.Connection) -> None:
    moments = [
        f"2025-05-{day:02}T{hour:02}:{minute:02}:00+08:00" for day in (30, 31) for hour in range(24) for minute in range(0, 60, 2)
    ]
    random.Random(1).shuffle(moments)
    put(conn, moments)
    assert search.rebuild(conn) == len(moments)
    by_row = [day for (day,) in conn.execute("SELECT published FROM articles ORDER BY search_id")]
    assert [day[:10] for day in by_row] == sorted(day[:10] for day in by_row)
    assert total(conn, "after:2025-05-31") == 720


MOMENTS = st.one_of(
    st.none(),
    st.dates(date(2025, 4, 29), date(2025, 6, 2)).map(str),
    st.datetimes(rows.EARLIEST.replace(year=2025, tzinfo=None), rows.EARLIEST.replace(year=2026, tzinfo=None)).map(
        lambda when: f"{when.isoformat(timespec='seconds')}+08:00"
    ),
    st.sampled_from(["2025-05-31", "2025-05-31T23:59:00+08:00", "2025-06-01T00:00:00+08:00", "1999-12-31", "2300-01-01"]),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """An empty archive."""
    with closing(open_database(tmp_path_factory.mktemp("small"))) as conn:
        yield conn


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(MOMENTS, st.integers(1, 12)), max_size=25), st.integers(1, 30), st.randoms(use_true_random=False))
def test_any_number_of_articles_of_any_times_in_any_order_is_found_in_its_own_days(
    small: sqlite3.Connection, moments: list[tuple[str | None, int]], together: int, rng: random.Random
) -> None:
    published = [moment for moment, times in moments for _ in range(times)]
    rng.shuffle(published)
    with pytest.MonkeyPatch.context() as patch, undone(small):
        patch.setattr(rows, "SLOTS", 3)  # eight numbers a day
        put(small, published, together)
        if published:
            search.index(small, {rng.randint(1, len(published)): terms("标题", TEXT)})
        counted = Counter(day[:10] for (day,) in small.execute(f"SELECT {DAY} FROM articles a"))
        for day, articles in counted.items():
            end = date.fromordinal(date.fromisoformat(day).toordinal() + 1)
            if day < "2200":
                assert total(small, f"after:{day} before:{end}") == total(small, f"计量 after:{day} before:{end}") == articles
                assert total(small, f"after:{day}") == sum(number for other, number in counted.items() if other >= day)
                assert total(small, f"before:{day}") == sum(number for other, number in counted.items() if other < day)
        for month, articles in find(small, "计量", facets=True).facets["month"]:
            assert month > "2200" or total(small, f"计量 month:{month}") == articles
        in_order = [hit.published or "2025-05-31" for hit in find(small, "计量", limit=400).hits]
        assert in_order == sorted(in_order, reverse=True)
        numbers = [row for (row,) in small.execute("SELECT search_id FROM articles")]
        assert len(set(numbers)) == len(published)
        if not spilled(small):
            own = [day_of(day) for (day,) in small.execute(f"SELECT {DAY} FROM articles a ORDER BY search_id")]
            assert [date.fromordinal(row >> 3) for row in sorted(numbers)] == own


def test_numbers_given_out_before_their_rows_are_written_are_different(conn: sqlite3.Connection) -> None:
    numbers = Numbers(conn)
    given_out = [numbers.free("2025-05-31T23:59:00+08:00", number) for number in range(1, 1100)]
    assert len(set(given_out)) == len(given_out)
    assert given_out[:512] == list(range(given_out[0], given_out[0] - 512, -1))
    assert given_out[512:] == list(range(given_out[0] + 1, given_out[0] + 588)), "the order of time goes on after a full day"
