"""How far a run is: one line that changes on a terminal, plain lines in a log."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING

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
