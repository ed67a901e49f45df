"""How far a run is: one line that changes on a terminal, plain lines in a log."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

if TYPE_CHECKING:
    from crawler.run import Run

log = logging.getLogger(__name__)
EVERY = 30.0  # seconds between lines in a log


class Progress:
    """Shows requests made, new articles and sources still at work."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._bar = tqdm(unit=" pages", dynamic_ncols=True, leave=False) if sys.stderr.isatty() else None
        self._next = time.monotonic() + EVERY

    def show(self) -> None:
        """Brings the line up to date, or logs one when it is time."""
        working = [key for key, tally in self._run.tallies.items() if tally.ended == "running"]
        pages = sum(tally.pages for tally in self._run.tallies.values())
        new = sum(tally.new for tally in self._run.tallies.values())
        if self._bar is not None:
            self._bar.n = pages
            self._bar.set_description_str(f"{len(working)} of {len(self._run.tallies)} sources")
            self._bar.set_postfix_str(f"{new} new articles")
        elif time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY
            log.info("%d pages, %d new articles; still at work: %s", pages, new, ", ".join(working) or "none")

    def close(self) -> None:
        """Takes the line away."""
        if self._bar is not None:
            self._bar.close()


class Steps:
    """Progress of work whose size is known: a bar on a terminal, a line every half minute in a log."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None
        self._what = ""
        self._next = time.monotonic() + EVERY

    def __enter__(self) -> Steps:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, what: str, done: int, total: int) -> None:
        """So many of so many are done."""
        if sys.stderr.isatty():
            bar = self._bar
            if bar is None or what != self._what:
                self.__exit__()
                bar = self._bar = tqdm(total=total, desc=what, dynamic_ncols=True, leave=False)
                self._what = what
            bar.total = total
            bar.update(done - bar.n)
        elif time.monotonic() >= self._next:
            self._next = time.monotonic() + EVERY
            log.info("%s: %d of %d", what, done, total)

    def say(self, line: str) -> None:
        """A line of output that does not tear the bar."""
        tqdm.write(line, file=sys.stdout)
