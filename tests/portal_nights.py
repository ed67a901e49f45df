"""Simulated nights of one portal, written to a real archive by the functions that a run uses. What goes wrong is the test's to say."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from archive import runs
from archive.fingerprint import fingerprint
from archive.health import Remark, attention
from archive.records import Article, Fetch, Labels, Outcome
from archive.search import terms
from archive.store import Reading, Store

HAN = [chr(number) for number in range(0x4E00, 0x5E00)]


@dataclass
class Night:
    """What one night brings: new articles, what lists show, and outcomes of links that are no articles."""

    new: int = 0
    links: int = 20
    other: dict[Outcome, int] = field(default_factory=dict)
    characters: int = 300
    dated: bool = True
    age: int = 0  # days between publication and the night
    down: bool = False  # no list answers
    lists: dict[str, int | Outcome] = field(default_factory=dict)  # instead of `links`, for each list


class Portal:
    """One source in an archive of its own; each call of `visit` is a nightly run at two in the morning in China."""

    def __init__(self, directory: Path, seed: int = 0, key: str = "portal") -> None:
        self.store = Store.open(directory)
        self.key = key
        self.random = random.Random(seed)
        self.number = 0
        runs.sync(self.store, [(key, "门户", "上海市", f"http://{key}.cn/", False, False, False, False, "")])

    def close(self) -> None:
        self.store.close()

    def visit(self, day: datetime.date, night: Night, hour: int = 2) -> list[Remark]:
        """Writes a night and says what health says the next morning."""
        moment = datetime.datetime.combine(day, datetime.time(hour), datetime.timezone(datetime.timedelta(hours=8)))
        when = moment.astimezone(datetime.UTC).isoformat(timespec="seconds")
        with _clock(when):
            run = runs.begin(self.store, "nightly", "1")
            with self.store.transaction():
                links = self._lists(run, when, night)
                self._articles(run, when, day, night)
            message = "none of its lists could be read" if night.down else ""
            runs.tally(self.store, run, self.key, ended="finished", links=links, seconds=9.0, message=message)
            runs.end(self.store, run, 1 if night.down else 0)
        return [remark for remark in attention(self.store.conn, day) if remark.source == self.key]

    def _lists(self, run: int, when: str, night: Night) -> int:
        total = 0
        for url, links in (night.lists or {"": night.links}).items():
            outcome = links if isinstance(links, Outcome) else Outcome.LISTING
            if night.down:
                outcome = Outcome.TIMEOUT
            shown = links if isinstance(links, int) else 0
            detail = f"{shown} links, {night.new} new" if outcome is Outcome.LISTING else ""
            self.store.record(self._fetch(run, when, f"list/{url}", outcome, detail, listing=True))
            total += shown if outcome is Outcome.LISTING else 0
        return total

    def _articles(self, run: int, when: str, day: datetime.date, night: Night) -> None:
        if night.down:
            return
        for _ in range(night.new):
            size = max(20, round(self.random.gauss(night.characters, night.characters / 4)))
            title = "".join(self.random.choices(HAN, k=14))
            body = "".join(self.random.choices(HAN, k=size))
            published = (day - datetime.timedelta(days=1 + night.age)).isoformat() if night.dated else None
            fetch = self._fetch(run, when, f"{self.number}.html", None)
            article = Article(fetch.url, title, body, published)
            self.store.save(Reading(article, Labels(), fingerprint(title, body), terms(title, body)), fetch)
        for outcome, count in night.other.items():
            for _ in range(count):
                self.store.record(self._fetch(run, when, f"{self.number}.html", outcome))

    def _fetch(self, run: int, when: str, path: str, outcome: Outcome | None, detail: str = "", listing: bool = False) -> Fetch:
        self.number += 1
        return Fetch(
            f"http://{self.key}.cn/{path}", f"{self.key}.cn/{path}", self.key, when, run, status=200, elapsed_ms=9, bytes=900,
            outcome=outcome, detail=detail, listing=listing,
        )  # fmt: skip


@contextmanager
def _clock(when: str) -> Iterator[None]:
    with mock.patch("archive.runs.now", return_value=when), mock.patch("archive.store.now", return_value=when):
        yield
