"""`python -m bench [NAME...]`: every benchmark after another, or those named; `--list` says what there is. Ends with 1 where one fell short.

Each is a command of its own (`python -m bench.NAME --help`), so that none warms another's caches.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

BENCHES = {
    "extraction": ("bench.extraction", "bodies, titles, dates, credits on labelled pages; cost beside trafilatura's"),
    "leave_out": ("bench.leave_out", "each portal's saved pages without what only they can have taught"),
    "frames": ("bench.frames", "other texts in the frames of the saved pages"),
    "links": ("bench.links", "article links and next pages of lists, also maimed"),
    "labels": ("bench.labels", "relevance, places, institutions, figures; cost an article"),
    "duplicates": ("bench.duplicates", "copies found and look-alikes kept apart, per kind"),
    "signatures": ("bench.signatures", "finding copies among a million articles: time, memory, bytes"),
    "importing": ("bench.importing", "100,000 articles through `jianxun import`"),
    "crawl": ("bench.crawl", "2,000 pages over loopback against bare extraction; memory"),
    "serving": ("bench.serving", "pages of the archive at 100,000 and a million articles"),
    "recall": ("bench.recall", "search against looking through 20,000 texts, both scripts; size of its index"),
    "fuzz": ("bench.fuzz", "mutated pages, feeds, sitemaps, robots.txt, headers, WARC records"),
    "kills": ("bench.kills", "SIGKILL at random moments of everything that writes"),
    "soak": ("bench.soak", "twenty minutes of crawling a changing portal while the archive is read; only when named"),
}
ONLY_NAMED = {"soak"}


def main() -> int:
    """Exit status 0 when every benchmark ended with 0."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="which; all but soak where none is named")
    parser.add_argument("--list", action="store_true", help="say what there is")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHES]
    if unknown:
        parser.error(f"{', '.join(unknown)}: no such benchmark; there are {', '.join(BENCHES)}")
    if options.list:
        print("\n".join(f"{name:<12}{said}" for name, (_, said) in BENCHES.items()))
        return 0
    fallen = []
    for name in options.names or [name for name in BENCHES if name not in ONLY_NAMED]:
        module, said = BENCHES[name]
        print(f"\n## {name}: {said}\n", flush=True)
        start = time.perf_counter()
        status = subprocess.run([sys.executable, "-m", module], check=False).returncode
        print(f"\n({time.perf_counter() - start:.0f} s{'' if status == 0 else f', ended with {status}'})", flush=True)
        fallen += [name] * (status != 0)
    if fallen:
        print(f"\nfell short: {', '.join(fallen)}", file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
