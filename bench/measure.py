"""How an extraction is scored: shingles of the body, exact facts. The metric of article-extraction-benchmark, for Chinese."""

from __future__ import annotations

import json
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.records import Article, Page, Rejection

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "pages"
CORPUS = ROOT.parent / "shared" / "corpus"
FACTS = ("title", "day", "source", "author")
WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled page. `truth` holds title, day, source, author and body; `rejected` is set where nothing may come of it."""

    name: str
    path: Path
    url: str
    truth: dict[str, Any]
    rejected: str | None = None  # an outcome, or `any`

    def page(self) -> Page:
        """The page as it would come from the network."""
        return Page(self.url, self.path.read_bytes(), datetime(2026, 11, 23, 4, tzinfo=UTC))


@dataclass(slots=True)
class Score:
    """The figures of a set of pages, and for each figure the pages that miss it."""

    figures: dict[str, float] = field(default_factory=dict)
    missed: dict[str, list[str]] = field(default_factory=dict)


def own_cases() -> list[Case]:
    """The project's own pages: `tests/pages/<name>/page.html` with `label.json`."""
    cases = []
    for path in sorted(PAGES.glob("*/label.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        truth = {
            "title": label.get("title"),
            "day": (label.get("published") or "")[:10] or None,
            "source": label.get("source"),
            "author": label.get("author"),
            "body": "\n".join(label.get("body", ())),
        }
        cases.append(Case(path.parent.name, path.with_name("page.html"), label.get("url", ""), truth, label.get("rejected")))
    return cases


def corpus_cases(directory: Path = CORPUS) -> list[Case]:
    """The pages of other publishers beside the checkout, where they are: articles and listings."""
    cases = []
    for path in sorted(directory.glob("*/meta.json")):
        meta = json.loads(path.read_text(encoding="utf-8"))
        truth = {name: meta.get("date" if name == "day" else name) for name in (*FACTS, "body")}
        rejected = None if meta["kind"] == "article" else "any"
        cases.append(Case(meta["id"], path.with_name("page.html"), meta.get("url") or "", truth, rejected))
    return cases


def stream(text: str | None) -> str:
    """The word characters of a text, one width and case."""
    return "".join(WORD.findall(unicodedata.normalize("NFKC", text or ""))).lower()


def overlap(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of a body in shingles of four word characters."""
    wanted, got = Counter(_shingles(truth)), Counter(_shingles(found))
    hit = (wanted & got).total()
    if not wanted and not got:
        return 1.0, 1.0
    return hit / got.total() if got else 0.0, hit / wanted.total() if wanted else 0.0


def _shingles(text: str) -> Iterator[str]:
    characters = stream(text)
    return (characters[place : place + 4] for place in range(max(1, len(characters) - 3)) if characters[place : place + 4])


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(results: Iterable[tuple[Case, Article | Rejection]]) -> Score:
    """The figures over labelled pages: body F1 (of macro averages), exact bodies, short pages, facts, pages rightly refused."""
    tally: dict[str, list[float]] = {}
    made = Score()

    def note(figure: str, value: float, case: Case) -> None:
        tally.setdefault(figure, []).append(value)
        if value < 1:
            made.missed.setdefault(figure, []).append(case.name)

    for case, result in results:
        if case.rejected:
            right = isinstance(result, Rejection) and case.rejected in ("any", str(result.outcome))
            note("refused", float(right), case)
            continue
        article = result if isinstance(result, Article) else Article(case.url, "", "")
        precision, recall = overlap(case.truth["body"], article.body)
        note("precision", precision, case)
        note("recall", recall, case)
        note("exact", float(stream(case.truth["body"]) == stream(article.body)), case)
        if len(case.truth["body"]) < 300:
            note("short_f1", harmonic(precision, recall), case)
        said = {"title": article.title, "day": (article.published or "")[:10], "source": article.source, "author": article.author}
        for name in FACTS:
            wanted = case.truth[name]
            note(name if wanted else f"no_{name}", float(stream(wanted) == stream(said[name])), case)
    made.figures = {figure: statistics.mean(values) for figure, values in sorted(tally.items())}
    if "precision" in made.figures:
        made.figures["f1"] = harmonic(made.figures["precision"], made.figures["recall"])
    return made
