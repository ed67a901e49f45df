"""`python -m bench.extraction`: the reader on labelled pages, also without structure, and its cost beside trafilatura's."""

from __future__ import annotations

import html
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from trafilatura import bare_extraction

from archive.records import Page
from bench.measure import Case, Score, corpus_cases, own_cases, score
from crawler.extract import extract
from crawler.extract.decode import decode
from crawler.extract.document import Document, parse

SHOWN = ("f1", "precision", "recall", "exact", "short_f1", "title", "day", "source", "author", "refused")


def main() -> None:
    own, corpus = own_cases(), corpus_cases()
    print(f"{'':34s}" + "".join(f"{name:>10s}" for name in SHOWN))
    for name, cases in (("own pages", own), ("corpus", corpus)):
        if not cases:
            continue
        show(name, score((case, extract(case.page())) for case in cases))
        articles = [case for case in cases if not case.rejected]
        show(f"{name}, class and id removed", score((case, extract(altered(case, nameless))) for case in articles))
        show(f"{name}, one cell with <br>", score((case, extract(altered(case, flat))) for case in articles))
    cost(corpus or own)


def show(name: str, made: Score) -> None:
    print(f"{name:34s}" + "".join(f"{made.figures[key]:10.3f}" if key in made.figures else f"{'-':>10s}" for key in SHOWN))


def altered(case: Case, change: Callable[[Document], str]) -> Page:
    """The case's page as another portal might have built it."""
    page = case.page()
    doc = parse(decode(page.body).text, page.url, fetched_at=page.fetched_at)
    assert doc is not None
    return replace(page, body=change(doc).encode())


def nameless(doc: Document) -> str:
    """The page without the names of its elements."""
    from lxml import html as lxml_html

    for element in doc.tree.iter("*"):
        element.attrib.pop("class", None)
        element.attrib.pop("id", None)
    return str(lxml_html.tostring(doc.tree, encoding="unicode"))


def flat(doc: Document) -> str:
    """The page's lines in one table cell, with nothing but `<br>` and links."""
    lines = [
        f'<a href="/x.html">{html.escape(line.text)}</a>' if line.linked * 2 > len(line.text) else html.escape(line.text)
        for line in doc.lines
    ]
    metas = "".join(
        f'<meta name="{html.escape(name)}" content="{html.escape(values[0])}">' for name, values in doc.metas.items() if values
    )
    head = f"<html><head>{metas}<title>{html.escape(doc.html_title)}</title></head><body><table><tr><td>"
    return head + "<br>".join(lines) + "</td></tr></table></body></html>"


def cost(cases: list[Case], rounds: int = 3) -> None:
    """Paired: each page by both, in turn, the best of some rounds; the ratio of sums and the median of the pages' ratios."""
    pages = [case.page() for case in cases if not case.rejected]
    ours, theirs = [], []
    for page in pages:
        text = decode(page.body).text
        ours.append(min(timed(lambda page=page: extract(page)) for _ in range(rounds)))
        theirs.append(min(timed(lambda text=text: bare_extraction(text, with_metadata=True)) for _ in range(rounds)))
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    print(
        f"\ncost, {len(pages)} pages: ours {sum(ours) / len(pages) * 1e3:.1f} ms a page (body, title, date, credits, decoding), "
        f"trafilatura with metadata {sum(theirs) / len(pages) * 1e3:.1f} ms; "
        f"ratio {sum(ours) / sum(theirs):.2f}, median of pages {statistics.median(ratios):.2f}, worst page {ratios[-1]:.2f}"
    )


def timed(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
