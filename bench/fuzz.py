"""`python -m bench.fuzz`: ten thousand mutated pages, lists, robots.txt, HTTP answers, packed bodies, WARC files; 1 where one crashed.

Each mutation follows from its reader's name and a number, so that `--only page --number 4711` shows one again.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field
from random import Random

from pebble import ProcessExpired, ProcessPool

from bench.mutations import mutate
from bench.readers import READERS

SHARES = {"page": 25, "list": 25, "robots": 10, "answer": 15, "encoding": 10, "warc": 10, "address": 5}  # of a hundred
MOST_SECONDS = 15.0  # of one input
MOST_MEMORY = 300  # MB above what the process held after three honest inputs
BATCH = 100


@dataclass
class Told:
    """What came of some inputs of one reader."""

    reader: str
    count: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, -1)  # seconds, number
    biggest: tuple[int, int] = (0, -1)  # MB that the process grew by, number
    crashes: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Told) -> None:
        """Counts a batch."""
        self.count += other.count
        self.refused += other.refused
        self.seconds += other.seconds
        self.slowest = max(self.slowest, other.slowest)
        self.biggest = max(self.biggest, other.biggest)
        self.crashes += other.crashes


def mutation(reader: str, number: int) -> bytes:
    """The input of a number, the same in every run of the same samples."""
    return mutate(READERS[reader].samples(), Random(f"{reader}/{number}"))


def run(reader: str, numbers: Sequence[int]) -> Told:
    """Gives a reader its mutated inputs, in this process."""
    told, one = Told(reader), READERS[reader]
    for sample in one.samples()[:3]:
        one.read(sample)
    held = memory()
    for number in numbers:
        data = mutation(reader, number)
        started = time.perf_counter()
        try:
            one.read(data)
        except one.answers:
            told.refused += 1
        except Exception:
            told.crashes.append((number, traceback.format_exc(limit=-4)))
        took = time.perf_counter() - started
        told.count += 1
        told.seconds += took
        told.slowest = max(told.slowest, (took, number))
        told.biggest = max(told.biggest, (memory() - held, number))
        if took > MOST_SECONDS:
            told.crashes.append((number, f"took {took:.1f} s"))
        if told.biggest == (memory() - held, number) and told.biggest[0] > MOST_MEMORY:
            told.crashes.append((number, f"took {told.biggest[0]} MB"))
    return told


def memory() -> int:
    """The most this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def main(arguments: list[str] | None = None) -> int:
    """Exit status 1 when an input crashed its reader, hung it or made it grow."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="inputs in all")
    parser.add_argument("--start", type=int, default=0, help="the first number of each reader; other numbers are other inputs")
    parser.add_argument("--only", choices=sorted(READERS), help="one reader")
    parser.add_argument("--number", type=int, help="with --only: this input alone, in this process, with its traceback")
    options = parser.parse_args(arguments)
    if options.only and options.number is not None:
        sys.stdout.buffer.write(mutation(options.only, options.number)[:2000] + b"\n")
        READERS[options.only].read(mutation(options.only, options.number))
        return 0
    shares = {options.only: 100} if options.only else SHARES
    total = {name: Told(name) for name in shares}
    with ProcessPool(max_workers=2, max_tasks=20) as pool:
        waiting = []
        for name, share in shares.items():
            last = options.start + options.count * share // 100
            for at in range(options.start, last, BATCH):
                numbers = range(at, min(at + BATCH, last))
                waiting.append((name, numbers, pool.schedule(run, args=(name, numbers), timeout=20 * MOST_SECONDS)))
        for done, (name, numbers, future) in enumerate(waiting, 1):
            try:
                total[name].add(future.result())
            except (FutureTimeoutError, TimeoutError, ProcessExpired) as error:
                total[name].crashes.append((numbers[0], f"hung or died among {numbers}: {error!r}"))
            if done % 10 == 0 or done == len(waiting):
                print(f"{done} of {len(waiting)} batches", file=sys.stderr, flush=True)
    show(total)
    return 1 if any(one.crashes for one in total.values()) else 0


def show(total: dict[str, Told]) -> None:
    """The table, then every crash."""
    print(f"{'reader':<10}{'inputs':>8}{'a second':>10}{'slowest':>10}{'grew by':>10}{'crashes':>9}")
    for name, one in total.items():
        rate = one.count / one.seconds if one.seconds else 0.0
        print(f"{name:<10}{one.count:>8}{rate:>10.0f}{one.slowest[0]:>8.2f} s{one.biggest[0]:>7} MB{len(one.crashes):>9}")
    print(f"{sum(one.count for one in total.values())} inputs, {sum(len(one.crashes) for one in total.values())} crashes")
    for name, one in total.items():
        for number, said in one.crashes:
            print(f"\n--only {name} --number {number}\n{said}")


if __name__ == "__main__":
    raise SystemExit(main())
