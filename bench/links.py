"""`python -m bench.links`: which links of a list are taken for articles, on the project's own lists and on saved pages; also maimed."""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urldefrag

from lxml import html as lxml_html

from archive.records import Page
from bench.measure import CORPUS, Score
from crawler.extract.decode import decode
from crawler.extract.document import Element, parse
from crawler.listing import read_listing
from tests.written_lists import written_cases

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOMES = re.compile(r"home|163|qq-news|sina|forum|baidu")  # channels of many boxes, as the scorer of the saved pages has them
DATE = re.compile(r"(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?")


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled list: its bytes, the addresses of its articles and of its next page."""

    name: str
    url: str
    body: bytes
    articles: frozenset[str]
    following: str | None
    home: bool

    def page(self) -> Page:
        """The list as it would come from the network."""
        return Page(self.url, self.body, NOW)


def own_lists() -> list[Case]:
    """The project's own lists."""
    return [
        Case(one.name, one.url, one.html.encode(), frozenset(map(same, one.wanted)), one.wanted_next, one.home)
        for one in written_cases()
    ]


def corpus_lists() -> list[Case]:
    """The saved lists, where they are; empty elsewhere."""
    found = []
    for meta in sorted(CORPUS.glob("*/meta.json")):
        truth = json.loads(meta.read_text(encoding="utf-8"))
        links = meta.with_name("links.json")
        if truth.get("kind") == "listing" and links.exists():
            articles = frozenset(same(one["url"]) for one in json.loads(links.read_text(encoding="utf-8")) if one["is_article"])
            body = meta.with_name("page.html").read_bytes()
            home = HOMES.search(truth["id"]) is not None
            found.append(Case(truth["id"], truth["url"], body, articles, truth.get("next_page"), home))
    return found


def same(url: str) -> str:
    """An address without scheme, fragment and trailing slash."""
    return re.sub(r"^https?://", "", urldefrag(url)[0]).rstrip("/")


def score(cases: Iterable[Case]) -> Score:
    """Precision and recall, macro averages over column and over home pages, and the share of next pages found (none where there is none)."""
    made: dict[str, list[float]] = {}
    found = Score()
    for case in cases:
        listing = read_listing(case.page())
        got = {same(link.printed) for link in listing.links}
        kind = "home" if case.home else "column"
        hit = len(got & case.articles)
        figures = {
            f"{kind}_precision": hit / len(got) if got else 0.0,
            f"{kind}_recall": hit / len(case.articles) if case.articles else 1.0,
        }
        if case.following:
            figures["next"] = float(same(listing.next or "") == same(case.following))
        for figure, value in figures.items():
            made.setdefault(figure, []).append(value)
            if value < 1:
                found.missed.setdefault(figure, []).append(case.name)
    found.figures = {figure: statistics.mean(values) for figure, values in made.items()}
    return found


def nameless(tree: Element) -> None:
    """Takes classes and ids away."""
    for element in tree.iter("*"):
        element.attrib.pop("class", None)
        element.attrib.pop("id", None)


def dateless(tree: Element) -> None:
    """Takes the printed days away."""
    for element in tree.iter("*"):
        if element.tag not in ("script", "style"):
            element.text = DATE.sub("", element.text) if element.text else None
            element.tail = DATE.sub("", element.tail) if element.tail else None


def shapeless(tree: Element) -> None:
    """Makes every list and table a heap of boxes."""
    for element in tree.iter("ul", "ol", "li", "table", "tbody", "tr", "td", "dl", "dt", "dd"):
        element.tag = "div"


def maimed(case: Case, *changes: Callable[[Element], None]) -> Case:
    """The list as another portal might have built it."""
    doc = parse(decode(case.body).text, case.url, fetched_at=NOW)
    assert doc is not None
    for change in changes:
        change(doc.tree)
    body = str(lxml_html.tostring(doc.tree, encoding="unicode")).encode()
    return Case(case.name, case.url, body, case.articles, case.following, case.home)


def main() -> None:
    for name, cases in (("own lists", own_lists()), ("saved lists", corpus_lists())):
        if not cases:
            continue
        show(f"{name} ({len(cases)})", score(cases))
        show(f"{name}, class and id removed", score(maimed(case, nameless) for case in cases))
        show(f"{name}, days removed", score(maimed(case, dateless) for case in cases))
        show(f"{name}, lists and tables made div", score(maimed(case, shapeless) for case in cases))


def show(name: str, made: Score) -> None:
    print(f"{name:42s}" + "  ".join(f"{figure} {value:.3f}" for figure, value in sorted(made.figures.items())))
    for figure, missed in sorted(made.missed.items()):
        print(f"{'':42s}{figure}: {', '.join(missed[:8])}")


if __name__ == "__main__":
    main()
