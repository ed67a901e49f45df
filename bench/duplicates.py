"""How surely copies are found and look-alikes kept apart, per kind, beside rensa, datasketch and simhash at their best settings.

`python -m bench.duplicates` prints the tables; `--others` adds the libraries (pip install datasketch simhash).
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from archive import stories
from archive.database import open_database
from archive.fingerprint import fingerprint
from archive.records import Article
from bench.forms import form_cases
from bench.variants import KINDS, NEGATIVES, Case, cases

Pairs = set[tuple[int, int]]


def store(conn: sqlite3.Connection, number: int, case: Case) -> None:
    """One article and its place, as the store writes them."""
    piece = case.piece
    article = Article(
        url=f"https://{piece.site}/{number}.html",
        title=piece.title,
        body=piece.body,
        published=piece.published or None,
        source=piece.source,
        pinyin_notes=case.kind == "pinyin mirror",
        script="Hant" if "mirror" in case.kind else "Hans",
    )
    conn.execute(
        "INSERT INTO articles(id, key, url, site, title, body, published, source, script, pinyin_notes, characters, first_seen,"
        " last_seen) VALUES (?,?,?,?,?,?,?,?,?,?,?,'','')",
        (
            number, article.url[8:], article.url, piece.site, article.title, article.body, article.published, article.source,
            article.script, article.pinyin_notes, article.characters,
        ),
    )  # fmt: skip
    stories.place(conn, number, article, False, fingerprint(article.title, article.body))


def ours(all_cases: list[Case]) -> tuple[Pairs, float]:
    """Pairs that share a story, digests as guests among them, and articles a second."""
    with tempfile.TemporaryDirectory() as directory:
        conn = open_database(Path(directory))
        started = time.perf_counter()
        conn.execute("BEGIN IMMEDIATE")
        for number, case in enumerate(all_cases, 1):
            store(conn, number, case)
        conn.execute("COMMIT")
        speed = len(all_cases) / (time.perf_counter() - started)
        groups: defaultdict[int, list[tuple[int, bool]]] = defaultdict(list)
        for story, article, home in conn.execute(
            "SELECT m.story_id, m.article_id, a.story_id = m.story_id FROM members m JOIN articles a ON a.id = m.article_id"
        ):
            groups[story].append((article - 1, bool(home)))
        conn.close()
    pairs = {
        (min(a, b), max(a, b))
        for group in groups.values()
        for a, at_home in group
        for b, too in group
        if a != b and (at_home or too)
    }
    return pairs, speed


def wanted(all_cases: list[Case]) -> Pairs:
    """Pairs that are one story."""
    by_label: defaultdict[int, list[int]] = defaultdict(list)
    for number, case in enumerate(all_cases):
        for label in case.labels:
            by_label[label].append(number)
    return {(a, b) for group in by_label.values() for a in group for b in group if a < b}


def table(all_cases: list[Case], found: Pairs) -> tuple[float, float, dict[str, float], dict[str, int]]:
    """Precision, recall, recall of each kind of copy (against its original), wrong pairs with each kind of look-alike."""
    true = wanted(all_cases)
    precision = len(found & true) / len(found) if found else 1.0
    recall = len(found & true) / len(true)
    kinds = {}
    for kind in [*KINDS, "brief, reposted"]:
        of = [pair for pair in true if {all_cases[pair[0]].kind, all_cases[pair[1]].kind} == {kind, "single"}]
        kinds[kind] = sum(pair in found for pair in of) / len(of)
    wrong = dict.fromkeys(NEGATIVES, 0)
    for a, b in found - true:
        for kind in {all_cases[a].kind, all_cases[b].kind} & set(NEGATIVES):
            wrong[kind] += 1
    return precision, recall, kinds, wrong


def closed(pairs: Iterable[tuple[int, int]], size: int) -> Pairs:
    """Groups by chaining, as a library's user would make stories."""
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for node in range(size):
        groups[root(node)].append(node)
    return {(a, b) for group in groups.values() for a in group for b in group if a < b}


def libraries(all_cases: list[Case]) -> dict[str, tuple[Pairs, float]]:
    """rensa, datasketch and simhash on the folded bodies (raw ones would lose every mirror), each at the setting with the best F1."""
    from archive.folding import fold

    folded = [fold(case.piece.body) for case in all_cases]
    tokens = [[body[i : i + 5] for i in range(max(1, len(body) - 4))] for body in folded]
    true = wanted(all_cases)

    def best(name: str, tried: dict[str, tuple[Pairs, float]]) -> tuple[str, tuple[Pairs, float]]:
        def score(item: tuple[str, tuple[Pairs, float]]) -> float:
            found = item[1][0]
            return 2 * len(found & true) / (len(found) + len(true))

        setting, result = max(tried.items(), key=score)
        return f"{name}, {setting}", result

    makers = (("rensa", _rensa), ("datasketch", _datasketch), ("simhash", _simhash))
    return dict(best(name, make(tokens)) for name, make in makers)


def _rensa(tokens: list[list[str]]) -> dict[str, tuple[Pairs, float]]:
    from rensa import RMinHash, RMinHashLSH

    tried = {}
    for threshold, bands in ((0.4, 64), (0.5, 32), (0.6, 32), (0.7, 16), (0.8, 16)):
        started = time.perf_counter()
        sketches = []
        for words in tokens:
            sketch = RMinHash(128, 42)
            sketch.update(words)
            sketches.append(sketch)
        index = RMinHashLSH(threshold, 128, bands)
        for number, sketch in enumerate(sketches):
            index.insert(number, sketch)
        pairs = {
            (number, other)
            for number, sketch in enumerate(sketches)
            for other in index.query(sketch)
            if other > number and sketch.jaccard(sketches[other]) >= threshold
        }
        tried[f"threshold {threshold}"] = (closed(pairs, len(tokens)), len(tokens) / (time.perf_counter() - started))
    return tried


def _datasketch(tokens: list[list[str]]) -> dict[str, tuple[Pairs, float]]:
    from datasketch import MinHash, MinHashLSH

    started = time.perf_counter()
    sketches = MinHash.bulk([[word.encode() for word in words] for words in tokens], num_perm=128)
    spent = time.perf_counter() - started
    tried = {}
    for threshold in (0.4, 0.5, 0.6, 0.7, 0.8):
        started = time.perf_counter()
        index = MinHashLSH(threshold=threshold, num_perm=128)
        for number, sketch in enumerate(sketches):
            index.insert(number, sketch)
        pairs = {
            (number, other)
            for number, sketch in enumerate(sketches)
            for other in index.query(sketch)
            if other > number and sketch.jaccard(sketches[other]) >= threshold
        }
        speed = len(tokens) / (spent + time.perf_counter() - started)
        tried[f"threshold {threshold}"] = (closed(pairs, len(tokens)), speed)
    return tried


def _simhash(tokens: list[list[str]]) -> dict[str, tuple[Pairs, float]]:
    from simhash import Simhash

    started = time.perf_counter()
    values = [Simhash(words).value for words in tokens]
    spent = time.perf_counter() - started
    tried = {}
    for distance in (3, 6, 9, 12):
        pairs = {
            (a, b)
            for a, value in enumerate(values)
            for b in range(a + 1, len(values))
            if (value ^ values[b]).bit_count() <= distance
        }
        tried[f"distance {distance}"] = (closed(pairs, len(tokens)), len(tokens) / spent)
    return tried


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", action="store_true", help="also measure rensa, datasketch and simhash")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong and missed pairs")
    options = parser.parse_args()
    all_cases = cases(options.seed)
    print(f"{len(all_cases)} articles")
    found, speed = ours(all_cases)
    results = {"jianxun": (found, speed)}
    if options.others:
        results |= libraries(all_cases)
    for name, (pairs, per_second) in results.items():
        precision, recall, kinds, wrong = table(all_cases, pairs)
        print(f"\n{name}: precision {precision:.4f}, recall {recall:.4f}, {per_second:.0f} articles/s")
        for kind, share in kinds.items():
            print(f"  {kind:24} {share:.3f}")
        for kind, count in wrong.items():
            print(f"  {kind:24} {count} wrong pairs")
    forms = form_cases(options.seed)
    pairs, per_second = ours(forms)
    true = wanted(forms)
    precision, recall = len(pairs & true) / len(pairs), len(pairs & true) / len(true)
    print(f"\n{len(forms)} articles, five forms filled in twelve times each and copied")
    print(f"jianxun: precision {precision:.4f}, recall {recall:.4f}, {per_second:.0f} articles/s")
    true = wanted(all_cases)
    for label, pairs in (("wrong", found - true), ("missed", true - found)):
        for a, b in sorted(pairs)[: options.wrong]:
            one, other = all_cases[a], all_cases[b]
            print(
                f"\n{label}: {a} {one.kind} / {b} {other.kind}\n  {one.piece.title} {one.piece.published} {one.piece.body[:300]!r}"
            )
            print(f"  {other.piece.title} {other.piece.published} {other.piece.body[:300]!r}")


if __name__ == "__main__":
    main()
