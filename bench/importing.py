"""How fast `jianxun import` is, and whether its memory stays flat: `python -m bench.importing [--articles N] [--text free|framed]`."""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.prose import prose
from bench.texts import Piece, article
from crawler.importing import import_file, summary

CHARACTERS = 800

Text = Callable[[random.Random, Piece], str]


def write_lines(path: Path, count: int, text: Text, seed: int = 3) -> None:
    """A file of invented articles of about 800 characters; one in twenty repeats an earlier one on another site."""
    rng = random.Random(seed)
    earlier: list[dict[str, str]] = []
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            if earlier and rng.random() < 0.05:
                record = {**rng.choice(earlier), "url": f"https://mirror{number % 40}.example/{number}.html"}
            else:
                piece = article(rng)
                record = {
                    "url": f"https://{piece.site}/{number}.html", "title": piece.title, "body": text(rng, piece),
                    "published": piece.published, "source": piece.source,
                }  # fmt: skip
                earlier = [*earlier[-200:], record]
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def free(rng: random.Random, _: Piece) -> str:
    """Prose with as many numbers as news has, of which hardly a clause is in another article too."""
    return prose(rng, CHARACTERS - 60)


def framed(rng: random.Random, piece: Piece) -> str:
    """Sentences of forms filled in anew, a number or more in each: every article shares many with hundreds of others."""
    body = piece.body
    while len(body) < CHARACTERS - 100:
        body = f"{body}\n{article(rng).body}"[: CHARACTERS + 60]
    return body


TEXTS = {"free": free, "framed": framed}


def resident() -> float:
    """Megabytes of this process now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--text", choices=TEXTS, default="free", help="what the articles are made of")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "articles.jsonl"
        write_lines(path, options.articles, TEXTS[options.text])
        size = path.stat().st_size
        print(f"{options.articles} articles of {options.text} text, {size / 1e6:.0f} MB")
        started = time.perf_counter()
        seen: list[tuple[float, float, float]] = []

        def progress(_: str, at: int, total: int) -> None:
            seen.append((at / total, time.perf_counter() - started, resident()))

        said = import_file(path, Path(directory) / "data", workers=options.workers, progress=progress)
        seconds = time.perf_counter() - started
        print(summary(said))
        print(f"{options.articles / seconds:.0f} articles/s")
        for share, at, memory in seen[:: max(1, len(seen) // 8)]:
            print(f"  {share:4.0%} after {at:6.1f} s, main process {memory:.0f} MB")
        database = Path(directory) / "data" / "news.db"
        print(
            f"news.db {database.stat().st_size / 1e6:.0f} MB, {database.stat().st_size / options.articles:.0f} bytes an article"
        )


if __name__ == "__main__":
    main()
