"""What a page may cost its process, and what comes of one that costs more."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.records import Outcome, Rejection
from crawler import workers
from crawler.workers import Workers, settle

SECONDS = 0.5
MEGABYTES = 100


@pytest.fixture
def pool() -> Iterator[Workers]:
    pool = Workers(1, SECONDS, MEGABYTES, None)
    yield pool
    pool.close()


def ask(pool: Workers, function: Callable[..., Any], *args: Any) -> Any:
    return asyncio.run(settle_of(pool, function, *args))


async def settle_of(pool: Workers, function: Callable[..., Any], *args: Any) -> Any:
    return await settle(pool.schedule(function, *args))


def outcome(said: Any) -> Outcome:
    assert isinstance(said, Rejection), said
    return said.outcome


def test_one_that_computes_longer_than_it_may_is_ended_also_within_a_library_and_the_next_is_read(pool: Workers) -> None:
    started = time.monotonic()
    assert outcome(ask(pool, sum, range(10**12))) == Outcome.EXTRACT_TIMEOUT
    assert time.monotonic() - started < workers.PATIENCE * SECONDS, "it was ended for what it computed, not for the time gone by"
    assert ask(pool, sum, range(10)) == 45


def test_one_that_waits_for_a_processor_is_not_ended(pool: Workers) -> None:
    assert ask(pool, time.sleep, 3 * SECONDS) is None


def test_one_that_neither_computes_nor_ends_is_ended_at_last(pool: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "PATIENCE", 2)
    assert outcome(ask(pool, time.sleep, 60)) == Outcome.EXTRACT_TIMEOUT
    assert ask(pool, sum, range(10)) == 45


def test_many_short_ones_do_not_add_up(pool: Workers) -> None:
    for _ in range(4):
        assert ask(pool, sum, range(10_000_000)) > 0  # a quarter of a second or so


def test_one_that_takes_more_memory_than_it_may_says_so(pool: Workers) -> None:
    assert outcome(ask(pool, bytes, 2 * MEGABYTES << 20)) == Outcome.EXTRACT_TIMEOUT


def test_one_that_takes_its_process_along_is_a_crash(pool: Workers) -> None:
    assert outcome(ask(pool, os._exit, 3)) == Outcome.EXTRACT_CRASH
    assert ask(pool, sum, range(10)) == 45


def test_chunks_come_in_their_order_and_one_that_breaks_its_chunk_costs_only_itself(pool: Workers) -> None:
    items = [0, 1, 2, 13, 4, 5]
    said = list(pool.in_chunks(iter(items), 4, 2, doubled, lambda item, why: (item, why.outcome)))
    assert said == [[0, 2, 4, (13, Outcome.EXTRACT_CRASH)], [8, 10]]


def doubled(numbers: list[int]) -> list[Any]:
    if 13 in numbers:
        os._exit(1)
    return [2 * number for number in numbers]


def test_a_process_that_is_ended_from_outside_costs_nothing(pool: Workers, tmp_path: Path) -> None:
    assert ask(pool, dies_once, tmp_path / "was-here") == "read"


def dies_once(mark: Path) -> str:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "read"


def test_processes_that_are_ended_while_they_have_nothing_to_do_are_replaced() -> None:
    pool = Workers(2, 5, MEGABYTES, None)
    try:
        for _ in range(3):
            for pid in {ask(pool, os.getpid) for _ in range(8)}:
                os.kill(pid, signal.SIGKILL)
            assert [pool.schedule(abs, -number).result(timeout=30) for number in range(20)] == list(range(20))
            time.sleep(0.3)
    finally:
        pool.close()


def test_many_that_wait_when_a_process_is_ended_are_all_read() -> None:
    pool = Workers(2, 5, MEGABYTES, None)
    try:
        pid = ask(pool, os.getpid)
        waiting = [pool.schedule(slowly, number) for number in range(60)]
        os.kill(pid, signal.SIGKILL)
        assert [future.result(timeout=60) for future in waiting] == list(range(60))
    finally:
        pool.close()


def slowly(number: int) -> int:
    time.sleep(0.01)
    return number


def test_what_is_asked_of_a_pool_that_has_ended_is_an_error_not_a_wait(pool: Workers) -> None:
    pool.close()
    with pytest.raises(RuntimeError):
        pool.schedule(abs, 1).result(timeout=10)
