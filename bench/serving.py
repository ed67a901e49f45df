"""How long pages take, on invented archives of 100,000 and 1,000,000 articles, asked for over HTTP as a browser would.

    python -m bench.serving [DIR]...       DIR holds an archive of bench.generate; without any, both are made below build/

Prints for each page the first time it is asked for and the median and the worst of ROUNDS more, in milliseconds, and the processor time that
server and asker together took for one of them, which other work on the machine changes little; ends with 1 where a median is above the bound:
100 ms up to 100,000 articles, 300 ms up to 1,000,000.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import httpx

from archive.database import connect_read_only
from archive.serving.server import running
from bench.generate import generate

ROUNDS = 9
SIZES = {"build/bench100k": 100_000, "build/bench1m": 1_000_000}
BOUNDS = ((150_000, 100), (1_500_000, 300))  # articles, milliseconds


def main(arguments: list[str]) -> None:
    late = []
    for name in arguments or SIZES:
        directory = Path(name)
        if not (directory / "news.db").is_file():
            generate(directory, SIZES.get(name, 100_000))
        late += measure(directory)
    if late:
        raise SystemExit(f"above the bound: {', '.join(late)}")


def measure(directory: Path) -> list[str]:
    """Prints the table of one archive; the pages that are too slow."""
    conn = connect_read_only(directory)
    count = conn.execute("SELECT max(id) FROM articles").fetchone()[0]
    story = conn.execute("SELECT id FROM stories WHERE id > (SELECT max(id) FROM stories) - 20000 ORDER BY copies DESC LIMIT 1")
    bound = next(milliseconds for most, milliseconds in BOUNDS if count <= most)
    late = []
    print(f"{count:,} articles; bound {bound} ms\n| page | first | median | worst | processor | KB |\n|---|---|---|---|---|---|")
    with running(directory) as base, httpx.Client(base_url=base, timeout=60) as client:
        for page, (path, parameters) in _pages(story.fetchone()[0], count // 2).items():
            times, size, used = [], 0, 0.0
            for turn in range(ROUNDS + 1):
                used = time.process_time() if turn == 1 else used
                start = time.perf_counter()
                answer = client.get(path, params=parameters)
                times.append((time.perf_counter() - start) * 1000)
                size = len(answer.content)
                if answer.status_code != 200:
                    raise SystemExit(f"{answer.url}: {answer.status_code}\n{answer.text[:500]}")
            used = (time.process_time() - used) * 1000 / ROUNDS
            median = statistics.median(times[1:])
            print(
                f"| {page} | {times[0]:.0f} | {median:.0f} | {max(times[1:]):.0f} | {used:.0f} | {size / 1000:.0f} |", flush=True
            )
            late += [f"{directory.name} {page} {median:.0f} ms"] * (median > bound)
    return late


def _pages(story: int, article: int) -> dict[str, tuple[str, dict[str, str | list[str]]]]:
    search = "/search"
    return {
        "front, by topic": ("/", {}),
        "front, by region": ("/", {"by": "region"}),
        "front, an older day": ("/", {"day": "2026-05-20"}),
        "search, common word": (search, {"q": "计量"}),
        "search, common word, traditional": (search, {"q": "檢驗檢測"}),
        "search, two words": (search, {"q": "加油机 计量"}),
        "search, phrase": (search, {"q": '"世界计量日"'}),
        "search, one character": (search, {"q": "检"}),
        "search, rare word": (search, {"q": "云怀瑾"}),
        "search, no hit": (search, {"q": "火星车"}),
        "search, exclusion": (search, {"q": "计量 -锅炉"}),
        "search, exclusion alone": (search, {"q": "-计量"}),
        "search, by relevance": (search, {"q": "计量", "order": "relevance"}),
        "search, last page": (search, {"q": "计量", "page": "500"}),
        "all articles": (search, {}),
        "facet: word and region": (search, {"q": "计量", "region": "上海市"}),
        "facet: word, topic and site": (search, {"q": "计量", "topic": "认证", "site": "portal_07"}),
        "facet: region": (search, {"region": "重庆市"}),
        "facet: region and topic": (search, {"region": "重庆市", "topic": "计量"}),
        "facet: site": (search, {"site": "portal_07"}),
        "facet: source": (search, {"source": "云州日报"}),
        "facet: county": (search, {"q": "地区:荣成市"}),
        "facet: absent site": (search, {"site": "no_such"}),
        "facet: month": (search, {"q": "计量", "month": "2025-11"}),
        "story": (f"/story/{story}", {}),
        "article": (f"/article/{article}", {}),
        "watch": ("/watch", {"name": "加油机计量"}),
        "source": ("/source/portal_07", {}),
        "sources": ("/sources", {}),
        "runs": ("/runs", {}),
        "run": ("/run/60", {}),
        "feeds": ("/feeds", {}),
        "feed of a search": ("/search.atom", {"q": "计量"}),
        "Datasette's search box": ("/news/articles.json", {"_search": "加油机 计量", "_size": "20", "_nocount": "1"}),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
