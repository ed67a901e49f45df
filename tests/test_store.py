"""Every write of the archive: one transaction an attempt, nothing good is ever harmed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from archive import runs
from archive.database import StoreError, connect_read_only
from archive.fingerprint import fingerprint
from archive.records import Article, Capture, Fetch, Labels, Mention, Outcome
from archive.search import terms
from archive.store import Reading, Store
from tests.portal_site import write_article

WHEN = "2026-03-01T00:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path)
    runs.sync(store, [("portal", "门户", "上海市", "http://portal.cn/", False, False, False, False, "")])
    yield store
    store.close()


def reading(number: int, **changes: str) -> Reading:
    written = write_article(number)
    facts = {"url": f"http://portal.cn/{number}.html", "title": written.title, "body": "\n".join(written.paragraphs)} | changes
    article = Article(published=written.day, **facts)
    return Reading(
        article, Labels(topics=("检测",)), fingerprint(article.title, article.body), terms(article.title, article.body)
    )


def fetch(number: int, outcome: Outcome | None = None, **more: object) -> Fetch:
    return Fetch(
        url=f"http://portal.cn/{number}.html", key=f"portal.cn/{number}.html", source="portal", outcome=outcome,
        status=200, elapsed_ms=5, **{"started_at": WHEN} | more,  # type: ignore[arg-type]
    )  # fmt: skip


def capture(offset: int) -> Capture:
    return Capture("http://portal.cn/", WHEN, 200, "text/html", "sha1:A", "a.warc.gz", offset, 10)


def test_an_article_its_story_its_search_row_and_its_attempt_are_written_together(store: Store) -> None:
    assert store.save(reading(1), fetch(1, capture=capture(0))) is Outcome.STORED
    row = store.conn.execute("SELECT story_id, search_id, capture_id, version FROM articles").fetchone()
    assert None not in tuple(row)
    assert store.conn.execute("SELECT outcome, article_id FROM fetches").fetchone()["outcome"] == "stored"
    assert store.known(["portal.cn/1.html"])["portal.cn/1.html"].settled(7)


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def half() -> None:
        with store.transaction():
            store.save(reading(1), fetch(1))
            raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"):
        half()
    for table in ("articles", "fetches", "stories", "urls"):
        assert store.conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_the_same_text_again_is_unchanged_and_an_edit_is_a_version(store: Store) -> None:
    store.save(reading(1), fetch(1))
    assert store.save(reading(1), fetch(1)) is Outcome.UNCHANGED
    assert store.conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 0
    longer = reading(1, body=reading(1).article.body + "\n此外,检验机构表示将在下个月公布第二批名单,届时另行通知各相关企业。")
    assert store.save(longer, fetch(1)) is Outcome.CHANGED
    assert [row["number"] for row in store.conn.execute("SELECT number FROM versions ORDER BY number")] == [1, 2]


@pytest.mark.parametrize(
    "outcome", [Outcome.SOFT_404, Outcome.LOGIN_WALL, Outcome.BAD_ENCODING, Outcome.EXTRACT_EMPTY, Outcome.GONE]
)
def test_a_second_visit_that_brings_no_article_harms_nothing(store: Store, outcome: Outcome) -> None:
    store.save(reading(1), fetch(1))
    before = dict(store.conn.execute("SELECT title, body, version, story_id FROM articles").fetchone())
    store.record(fetch(1, outcome))
    assert dict(store.conn.execute("SELECT title, body, version, story_id FROM articles").fetchone()) == before
    gone = store.conn.execute("SELECT gone_at FROM articles").fetchone()[0]
    assert (gone is not None) == (outcome in (Outcome.SOFT_404, Outcome.GONE))


def test_an_article_that_is_back_is_no_longer_gone(store: Store) -> None:
    store.save(reading(1), fetch(1))
    store.record(fetch(1, Outcome.GONE))
    store.save(reading(1), fetch(1))
    assert store.conn.execute("SELECT gone_at FROM articles").fetchone()[0] is None


def test_a_text_that_withdraws_an_article_marks_it_gone_and_replaces_nothing(store: Store) -> None:
    store.save(reading(1), fetch(1))
    before = dict(store.conn.execute("SELECT title, body, version, story_id FROM articles").fetchone())
    statement = reading(1, title="撤稿声明", body="本站此前刊发的报道失实，现予撤稿，并向读者致歉。")
    assert store.save(statement, fetch(1)) is Outcome.GONE
    row = dict(store.conn.execute("SELECT title, body, version, story_id, gone_at FROM articles").fetchone())
    assert row.pop("gone_at")
    assert row == before
    assert store.conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 0
    assert store.save(reading(1), fetch(1)) is Outcome.UNCHANGED
    assert store.conn.execute("SELECT gone_at FROM articles").fetchone()[0] is None


def test_a_page_that_is_as_it_was_when_its_article_was_gone_does_not_bring_it_back(store: Store) -> None:
    store.save(reading(1), fetch(1, etag='"whole"'))
    store.record(fetch(1, Outcome.GONE))
    assert store.known(["portal.cn/1.html"])["portal.cn/1.html"].etag is None, "a 304 would not say of which page"
    store.record(fetch(1, Outcome.SOFT_404, etag='"gone"'))
    for outcome in (Outcome.NOT_MODIFIED, Outcome.UNCHANGED, Outcome.NOT_MODIFIED):
        store.record(fetch(1, outcome))
        assert store.conn.execute("SELECT gone_at FROM articles").fetchone()[0]


def test_a_failure_is_asked_for_again_so_many_times(store: Store) -> None:
    for tries in range(1, 4):
        store.record(fetch(1, Outcome.TIMEOUT))
        assert store.known(["portal.cn/1.html"])["portal.cn/1.html"].tries == tries
        assert (store.unsettled("portal", 3) == ["http://portal.cn/1.html"]) == (tries < 3)
    store.save(reading(1), fetch(1))
    assert store.unsettled("portal", 99) == []


def test_what_is_tried_three_times_in_one_run_failed_once(store: Store) -> None:
    for night in range(1, 3):
        with mock.patch("archive.runs.now", return_value=f"2026-03-0{night}T18:00:00+00:00"):
            run_id = runs.begin(store, "nightly", "test")
        for second in range(3):
            store.record(fetch(1, Outcome.HTTP_ERROR, run_id=run_id, started_at=f"2026-03-0{night}T18:00:0{second}+00:00"))
        assert store.known(["portal.cn/1.html"])["portal.cn/1.html"].tries == night


def test_an_address_that_was_added_says_nothing_of_how_the_night_ended(store: Store) -> None:
    for kind, ended, finished in (("nightly", "deadline", False), ("add", "finished", False), ("nightly", "finished", True)):
        runs.tally(store, runs.begin(store, kind, "test"), "portal", ended=ended)
        assert store.finished("portal") == finished


def test_what_was_opened_again_is_asked_for_however_few_tries_are_allowed(store: Store) -> None:
    store.record(fetch(1, Outcome.OFF_TOPIC))
    assert store.unsettled("portal", 1) == []
    store.record(fetch(1, Outcome.REOPENED))
    assert store.unsettled("portal", 1) == ["http://portal.cn/1.html"]
    assert not store.known(["portal.cn/1.html"])["portal.cn/1.html"].settled(1)
    store.record(fetch(1, Outcome.TIMEOUT))
    assert store.unsettled("portal", 1) == []
    assert store.unsettled("portal", 2) == ["http://portal.cn/1.html"]


def test_what_was_refused_for_the_budget_stays_unknown(store: Store) -> None:
    store.record(fetch(1, Outcome.BUDGET))
    assert store.known(["portal.cn/1.html"]) == {}
    assert store.conn.execute("SELECT outcome FROM fetches").fetchone()[0] == "budget"


def test_an_address_that_redirected_is_known_too(store: Store) -> None:
    store.save(reading(1), fetch(1, aliases=("portal.cn/old",)))
    assert (
        store.known(["portal.cn/old"])["portal.cn/old"].article_id
        == store.known(["portal.cn/1.html"])["portal.cn/1.html"].article_id
    )


def test_a_better_reading_replaces_facts_without_a_version(store: Store) -> None:
    store.save(reading(1), fetch(1))
    article_id = store.conn.execute("SELECT id FROM articles").fetchone()[0]
    store.rewrite(article_id, reading(1, title="新的标题也能被检索到"))
    assert store.conn.execute("SELECT title, version FROM articles").fetchone()["title"] == "新的标题也能被检索到"
    assert store.conn.execute("SELECT count(*) FROM versions").fetchone()[0] == 0


def test_a_run_is_counted_from_its_attempts(store: Store) -> None:
    run_id = runs.begin(store, "nightly", "test")
    for number, outcome in enumerate([Outcome.LISTING, Outcome.OFF_TOPIC, Outcome.TIMEOUT, Outcome.NOT_MODIFIED], 10):
        store.record(fetch(number, outcome, run_id=run_id))
    store.save(reading(1), fetch(1, run_id=run_id))
    runs.tally(store, run_id, "portal", ended="finished", links=9)
    row = store.conn.execute("SELECT * FROM run_sources").fetchone()
    assert [row[name] for name in ("listings", "links", "fetched", "new", "unchanged", "rejected", "failed")] == [
        1,
        9,
        5,
        1,
        1,
        1,
        1,
    ]


def test_a_killed_run_is_closed_by_the_next(store: Store) -> None:
    first = runs.begin(store, "nightly", "test")
    store.save(reading(1), fetch(1, run_id=first))
    runs.begin(store, "nightly", "test")
    row = store.conn.execute("SELECT ended_at, exit_status, note FROM runs WHERE id = ?", (first,)).fetchone()
    assert (row["ended_at"], row["exit_status"], row["note"]) == (WHEN, None, "interrupted")
    assert store.conn.execute("SELECT ended, new FROM run_sources WHERE run_id = ?", (first,)).fetchone()["new"] == 1
    assert not store.finished("portal")


def test_captures_behind_the_end_of_a_cut_file_are_forgotten(store: Store) -> None:
    store.save(reading(1), fetch(1, capture=capture(0)))
    store.save(reading(2), fetch(2, capture=capture(10)))
    assert runs.forget_captures(store, "a.warc.gz", 15) == 1
    assert [row[0] is None for row in store.conn.execute("SELECT capture_id FROM articles ORDER BY id")] == [False, True]
    assert store.conn.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_writers_wait_for_each_other(store: Store, tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def write(start: int) -> None:
        try:
            other = Store.open(tmp_path)
            for number in range(start, start + 25):
                other.save(reading(number), fetch(number))
            other.close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(start,)) for start in (100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.conn.execute("SELECT count(*) FROM articles").fetchone()[0] == 50


def test_a_reader_cannot_write_and_sees_new_rows(store: Store, tmp_path: Path) -> None:
    conn = connect_read_only(tmp_path)
    store.save(reading(1), fetch(1))
    assert conn.execute("SELECT count(*) FROM articles").fetchone()[0] == 1
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        conn.execute("DELETE FROM articles")
    conn.close()


def test_a_place_without_an_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no archive here"):
        connect_read_only(tmp_path / "nowhere")


def test_an_institution_is_kept_once_under_the_kind_it_was_last_given(store: Store) -> None:
    for number, mentions in enumerate(
        [(Mention("甲院", "company", 2), Mention("乙局", "regulator", 1)), (Mention("甲院", "institute", 3),)], 1
    ):
        said = reading(number)
        store.save(said._replace(labels=said.labels._replace(mentions=mentions)), fetch(number))
    assert [tuple(row) for row in store.conn.execute("SELECT name, kind FROM institutions ORDER BY id")] == [
        ("甲院", "institute"),
        ("乙局", "regulator"),
    ]
    counts = "SELECT m.article_id, i.name, m.count FROM article_institutions m JOIN institutions i ON i.id = m.institution_id"
    assert sorted(map(tuple, store.conn.execute(counts))) == [(1, "乙局", 1), (1, "甲院", 2), (2, "甲院", 3)]
