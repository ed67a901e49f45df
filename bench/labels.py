"""`python -m bench.labels`: relevance and main places on labelled texts, relevance on saved pages, and what all labels of an article cost."""

from __future__ import annotations

import json
import statistics
import sys
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.records import Article
from bench.measure import CORPUS, ROOT, Score, corpus_cases
from crawler import figures, institutions, places
from crawler.extract import extract
from crawler.labels import label
from crawler.plain import forget
from crawler.topic import judge, read_profile

RELEVANCE = ROOT / "tests" / "relevance.jsonl"
PLACES = ROOT / "tests" / "places.jsonl"
SEEDS = ROOT / "seeds" / "labels"
ROUNDS = 5
MOST_MS = 3.0  # what all labels of one article may cost
MOST_OF_CORPUS = 2  # saved pages of other trades that may count as this one


def rows(path: Path) -> list[dict[str, Any]]:
    """The labelled texts of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def relevance(part: str = "test") -> Score:
    """Precision and recall of one part of the labelled set.

    Words answer to the topics of `tuning` and, once they were scored as they came, to `first test` and the parts `later 1` and so on; not
    to `test`.
    """
    profile = read_profile()
    judged = [(row, judge(row["title"], row["body"], profile).relevant) for row in rows(RELEVANCE) if row["part"] == part]
    hit = sum(row["relevant"] and said for row, said in judged)
    return Score(
        {
            "precision": hit / max(1, sum(said for _, said in judged)),
            "recall": hit / max(1, sum(row["relevant"] for row, _ in judged)),
        },
        {
            "precision": [row["title"] for row, said in judged if said and not row["relevant"]],
            "recall": [row["title"] for row, said in judged if row["relevant"] and not said],
        },
    )


def main_places() -> Score:
    """The share of sentences whose main place is right, of those that the rules answer to (`main`) and of those kept apart from them
    (`apart`), and of seeds that have exactly the labelled places.
    """
    parts: dict[str, list[dict[str, Any]]] = {"main": [], "apart": []}
    for row in rows(PLACES):
        parts["apart" if row.get("part") == "test" else "main"].append(row)
    wrong = {name: [row["title"] for row in some if not _is_right(row)] for name, some in parts.items()}
    missed = []
    for path in (seeds := sorted(SEEDS.glob("*.toml"))):
        truth = tomllib.loads(path.read_text(encoding="utf-8"))
        if [place.name for place in places.find(truth["title"], "\n".join(truth["body"]))] != truth["regions"]:
            missed.append(path.name)
    shares = {name: 1 - len(wrong[name]) / len(some) for name, some in parts.items()}
    return Score({**shares, "seeds": 1 - len(missed) / len(seeds)}, {**wrong, "seeds": missed})


def _is_right(row: dict[str, Any]) -> bool:
    found = places.find(row["title"], row["body"], row.get("home", ""))
    return bool(next((place.name for place in found if place.main), "") == row["main"])


def articles() -> list[Article]:
    """The articles of the saved pages; without them, texts of the labelled set, twelve to an article."""
    if CORPUS.is_dir():
        return [read for case in corpus_cases() if isinstance(read := extract(case.page()), Article)]
    texts = rows(RELEVANCE)
    made = datetime(2026, 11, 23, tzinfo=UTC)
    return [
        Article(f"http://a.invalid/{at}", texts[at]["title"], "\n".join(row["body"] for row in texts[at : at + 12]), made)
        for at in range(0, len(texts), 12)
    ]


def cost(texts: list[Article], work: Callable[[Article], object]) -> float:
    """Milliseconds an article, the median of some rounds; each round folds the text anew."""
    work(texts[0])
    taken = []
    for _ in range(ROUNDS):
        forget()
        start = time.perf_counter()
        for text in texts:
            work(text)
        taken.append((time.perf_counter() - start) / len(texts) * 1000)
    return statistics.median(taken)


def main() -> int:
    """Exit status 1 where something falls short of what is wanted."""
    fell = []
    for part in dict.fromkeys(row["part"] for row in rows(RELEVANCE)):
        made = relevance(part)
        some = [row for row in rows(RELEVANCE) if row["part"] == part]
        print(
            f"relevance, {part}: {len(some)} texts, {sum(row['relevant'] for row in some)} of the trade; "
            f"precision {made.figures['precision']:.3f}  recall {made.figures['recall']:.3f}"
        )
        for figure, titles in made.missed.items():
            print(
                "".join(f"  {'wrongly of' if figure == 'precision' else 'missed for'} the trade: {title}\n" for title in titles),
                end="",
            )
        if part == "test" and (made.figures["precision"] < 0.97 or made.figures["recall"] < 0.95):
            fell.append("relevance")
    where = main_places()
    print("places: " + "; ".join(f"{name} {share:.3f}" for name, share in where.figures.items()))
    print("".join(f"  wrong: {title}\n" for titles in where.missed.values() for title in titles), end="")
    if min(where.figures["main"], where.figures["apart"]) < 0.95 or where.figures["seeds"] < 1:
        fell.append("places")
    texts = articles()
    profile = read_profile()
    if CORPUS.is_dir():
        of_trade = [text.title for text in texts if judge(text.title, text.body, profile).relevant]
        print(f"saved pages: {len(of_trade)} of {len(texts)} articles count as the trade: {'; '.join(of_trade) or '-'}")
        if len(of_trade) > MOST_OF_CORPUS:
            fell.append("saved pages")
    parts: dict[str, Callable[[Article], object]] = {
        "relevance": lambda one: judge(one.title, one.body, profile),
        "places": lambda one: places.find(one.title, one.body),
        "institutions": lambda one: institutions.find(one.title, one.body),
        "figures": lambda one: figures.find(one.body),
        "all labels": lambda one: label(one, "", profile),
    }
    taken = {name: cost(texts, work) for name, work in parts.items()}
    characters = statistics.mean(len(text.body) for text in texts)
    print(
        f"cost of {len(texts)} articles of {characters:.0f} characters: "
        + "  ".join(f"{name} {ms:.2f} ms" for name, ms in taken.items())
    )
    if taken["all labels"] > MOST_MS:
        fell.append("cost")
    print(f"fell short: {', '.join(fell)}" if fell else "everything holds")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main())
