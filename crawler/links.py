"""Which links of an HTML list are articles: by what they say, where they lead, and how they stand together."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from crawler.anchors import Anchor, base_of, join, read_anchors
from crawler.days import says_only_when
from crawler.hints import (
    CALENDAR,
    CONTENT_ID,
    DATED_NAME,
    DATED_PATH,
    ENTRANCE,
    FILE,
    FILM,
    NAVIGATION,
    NEWS,
    NOT_ARTICLE,
    NUMBERED_INDEX,
    ORGANISATION,
    OTHER_HOSTS,
    OTHER_MEDIA,
    PERMANENT,
    PERSON,
    SHOWN,
    WARE,
    shape,
    tail_of,
)
from crawler.shapes import Boxes, Shapes
from crawler.source import Source

SLUGS = 4  # headlines without a number in their address that make a list
REPEATED = 3  # entries that link to one address: it is their column, not an article
SHORT = 6  # undated short titles that make a list
FEW = 3  # links with which a page has a list
SOURCES = 4  # sites that a page which gathers news leads to,
GATHERED = 10  # and headlines
SISTERS = 5  # undated headlines on one other site that make a list


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article: absolute address, the headline as listed, the day printed beside it or None."""

    url: str
    text: str
    date: str | None = None
    printed: str = field(default="", compare=False)  # the address as the page has it, before it was cleaned


def find_links(tree: Element, url: str, source: Source | None, fragment: bool = False) -> tuple[list[Link], list[str]]:
    """Article links in document order, and the feeds that the page names. A source's pattern decides alone.

    A `fragment` is HTML that holds nothing but the list.
    """
    base = base_of(tree, url)
    feeds = [
        target
        for one in tree.iter("link")
        if "xml" in (one.get("type") or "")
        and "alternate" in (one.get("rel") or "")
        and (target := join(base, one.get("href") or ""))
    ]
    anchors = read_anchors(tree, base, url)
    if source is not None and source.articles:
        pattern = re.compile(source.articles)
        return _merged([one for one in anchors if pattern.search(one.url) and not _is_day_of_a_calendar(one)]), feeds
    if fragment:
        return _merged(
            [one for one in anchors if one.han >= 4 and not NAVIGATION.match(one.text) and not says_only_when(one.text)]
        ), feeds
    return _merged(_articles(anchors, url)), feeds


def _is_day_of_a_calendar(one: Anchor) -> bool:
    """Whether a link says a day and no more, and its address is one too: what a pattern of dates and numbers takes along."""
    return CALENDAR.search(urlsplit(one.url).path) is not None and says_only_when(one.text)


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the links of a page say together, before one of them is judged. Places are those of anchors."""

    lists: set[str]
    dated: set[str]  # lists whose entries have days
    slugs: set[str]  # lists whose addresses have no numbers
    menus: set[str]
    directories: set[str]  # lists of organisations
    sisters: dict[str, str]  # lists that lead to one other site, and that
    beside: dict[int, set[str]]
    shapes: Shapes
    boxes: Boxes
    media: set[str]  # kinds of other media that the page itself is of
    wares: bool  # the page itself is one of wares


def _articles(anchors: list[Anchor], url: str) -> list[Anchor]:
    """Those that look like articles, and those that stand in one list with many that do."""
    groups: defaultdict[str, list[Anchor]] = defaultdict(list)
    beside = _beside(anchors)
    for one in anchors:
        if one.url not in beside.get(one.item, ()):
            groups[one.place].append(one)
    if _gathers(anchors):
        for one in anchors:
            one.outside = one.outside and not _far(one)
    layout = _layout(anchors, groups, beside, url)
    chosen = [one for one in anchors if not _is_other(one, layout) and _is_news(one, layout)]
    return chosen if len(chosen) >= FEW else chosen + [one for one in _faint(groups, url) if one not in chosen]


def _layout(anchors: list[Anchor], groups: dict[str, list[Anchor]], beside: dict[int, set[str]], url: str) -> _Layout:
    lists = {place for place, group in groups.items() if _is_list(group)}
    lists = lists or {place for place, group in groups.items() if _is_short_list(group)}
    slugs = {place for place, group in groups.items() if place not in lists and _is_list_of_slugs(group)}
    return _Layout(
        lists=lists,
        dated={place for place in lists if _dated(groups[place]) >= 0.9},
        slugs=slugs,
        menus={place for place, group in groups.items() if place not in lists | slugs and _is_menu(group)},
        directories={place for place in lists if 2 * sum(map(_names_one, groups[place])) >= len(groups[place])},
        sisters={place: site for place in lists if (site := _sister(groups[place]))},
        beside=beside,
        shapes=Shapes(anchors, lists),
        boxes=Boxes(),
        media={match.lower() for match in (*OTHER_MEDIA.findall(url), *OTHER_HOSTS.findall(urlsplit(url).netloc))},
        wares=WARE.search(urlsplit(url).path) is not None,
    )


def _is_other(one: Anchor, layout: _Layout) -> bool:
    """Whether something speaks against a link, however much its list speaks for it: the first reason is enough."""
    path = urlsplit(one.url)
    in_list, in_dated = one.place in layout.lists, one.place in layout.dated and one.date is not None
    if (
        says_only_when(one.text)
        or FILE.search(path.path)
        or NAVIGATION.match(one.text)
        or one.url in layout.beside.get(one.item, ())
    ):
        return True
    by_sister = one.place in layout.sisters and (one.date is not None or layout.sisters[one.place] == path.netloc)
    if one.outside and not by_sister and not (in_dated and one.han >= 6):
        return True
    media = {*OTHER_MEDIA.findall(path.netloc), *OTHER_MEDIA.findall(path.path), *OTHER_HOSTS.findall(path.netloc)}
    if ({name.lower() for name in media} - layout.media or FILM.match(one.text)) and not (in_dated and not one.outside):
        return True
    if one.date is None and not DATED_PATH.search(path.path):
        lone = one.han < 14 and not in_list and layout.shapes.is_lone(one)
        if lone or layout.shapes.is_name(one) or layout.boxes.is_other(one.node):
            return True
    if _names_one(one) and (not in_list or one.place in layout.directories):
        return True
    if not (in_dated and path.path.count("/") > 2) and _is_column(one, path.path, path.query, in_list):
        return True
    excused = in_dated or layout.shapes.is_main(one)
    return not layout.wares and one.han < 14 and _is_ware(path.path) and (not excused or PERSON.search(path.path) is not None)


def _is_news(one: Anchor, layout: _Layout) -> bool:
    """Whether enough speaks for a link: its own headline and address, its list, its day, or articles of its kind."""
    path, in_list = urlsplit(one.url).path, one.place in layout.lists
    if not one.text:  # a picture
        return layout.shapes.is_main(one) and one.digits >= 3 and not one.edge and not one.outside
    if one.digits >= 2 and (not one.edge or one.date is not None):
        told = DATED_PATH.search(path) or DATED_NAME.search(path)
        if one.han >= (12 if one.place in layout.menus else 8) or (one.han >= 3 and told):
            return True
    shortest = 2 if layout.shapes.is_main(one) and one.digits >= 4 else 4
    if in_list and (one.digits >= 1 or one.date is not None) and one.han >= shortest:
        return True
    if in_list and one.date is not None and (one.han >= 2 or len(one.text) >= 8):
        return True
    permanent = PERMANENT.search(path) is not None and not one.edge
    return one.han >= 6 and (permanent or one.place in layout.slugs)


def _beside(anchors: list[Anchor]) -> dict[int, set[str]]:
    """What an entry links to beside its headline: its column, its author, its last comment, quotes. By entry, the addresses."""
    entries: defaultdict[int, list[Anchor]] = defaultdict(list)
    for one in anchors:
        if one.item:
            entries[one.item].append(one)
    repeated = Counter(url for inside in entries.values() for url in {one.url for one in inside})
    found = {}
    for item, inside in entries.items():
        longest = max(inside, key=lambda one: (repeated[one.url] < REPEATED, not PERSON.search(one.url), one.han))
        others = {one.url for one in inside} - {longest.url}
        if 1 <= len(others) <= 6:
            kind = shape(longest.url)
            found[item] = {
                one.url
                for one in inside
                if one.url in others
                and (repeated[one.url] >= REPEATED or one.han <= (0.8 if longest.han >= 8 and item > 0 else 0.5) * longest.han)
                and not DATED_PATH.search(one.url)
                and (other := shape(one.url)) != kind
                and not (tail_of(kind) and tail_of(other) == tail_of(kind))
            }
    return found


def _is_ware(path: str) -> bool:
    return WARE.search(path) is not None and not NEWS.search(path) and not DATED_PATH.search(path)


def _dated(group: list[Anchor]) -> float:
    return sum(one.date is not None for one in group) / len(group)


def _names_one(one: Anchor) -> bool:
    """Whether a link says the name of an organisation and no more."""
    return one.date is None and one.han <= 20 and ORGANISATION.search(one.text) is not None


def _is_menu(group: list[Anchor]) -> bool:
    """Whether links that stand alike are names rather than headlines: columns, products, services."""
    return len(group) >= 5 and not any(one.date for one in group) and sum(one.han >= 8 for one in group) <= 0.2 * len(group)


def _faint(groups: dict[str, list[Anchor]], url: str) -> list[Anchor]:
    """What a page without a list may have for one: single headlines with a day, or short titles without.

    The addresses of short titles lie below the page's own and differ by their number alone.
    """
    below = urlsplit(url).path.rpartition("/")[0] + "/"
    found: list[Anchor] = []
    for group in groups.values():
        inside = [one for one in group if not one.outside and not one.edge and not NAVIGATION.match(one.text)]
        inside = [
            one for one in inside if one.digits and not says_only_when(one.text) and not _is_column(one, *urlsplit(one.url)[2:4])
        ]
        numbered = [one for one in inside if one.digits >= 2 and one.han >= 2 and urlsplit(one.url).path.startswith(below)]
        alike = len({shape(one.url) for one in numbered}) == 1
        if below != "/" and alike and len(numbered) >= 5 and len(numbered) >= 0.8 * len(group):
            found += numbered
        else:
            found += [one for one in inside if one.date and one.han >= 6 and not FILE.search(urlsplit(one.url).path)]
    return found


def _is_column(one: Anchor, path: str, query: str, in_list: bool = False) -> bool:
    if not NOT_ARTICLE.search(path) or (one.date and one.digits >= 2) or path.lower().endswith(".pdf"):
        return False
    by_query = ENTRANCE.search(path) is not None and CONTENT_ID.search(query) is not None
    in_directory = in_list and one.han >= 8 and NUMBERED_INDEX.search(path) is not None
    return PERMANENT.search(path) is None and not SHOWN.search(path) and not by_query and not in_directory


def _is_list(group: list[Anchor]) -> bool:
    """Whether links that stand alike are a list of news: headlines, most with a number in the address or a date beside them."""
    if len(group) < 3:
        return False
    lengths = [one.han for one in group]
    marked = sum(one.digits >= 2 or one.date is not None for one in group) / len(group)
    dated = _dated(group)
    edge = sum(one.edge for one in group) / len(group)
    if edge > 0.5 and dated < 0.5:
        return False
    if dated >= 0.9 and sum(one.digits >= 2 for one in group) >= 0.9 * len(group):
        return statistics.median(lengths) >= 2
    return marked >= 0.7 and (statistics.median(lengths) >= 8 or (dated >= 0.7 and statistics.median(lengths) >= 4))


def _is_short_list(group: list[Anchor]) -> bool:
    """Whether links without days are the list of a page that has no other: short titles, some long, that differ by a number alone."""
    inside = [one for one in group if not one.outside and not one.edge and not NAVIGATION.match(one.text)]
    if len(inside) < max(SHORT, 0.9 * len(group)):
        return False
    kinds = Counter(shape(one.url) for one in inside if one.digits >= 2)
    alike = bool(kinds) and kinds.most_common(1)[0][1] >= 0.9 * len(inside)
    long = sum(one.han >= 8 for one in inside)
    return alike and statistics.median(one.han for one in inside) >= 5 and long >= max(2, 0.2 * len(inside))


def _is_list_of_slugs(group: list[Anchor]) -> bool:
    """Whether links without numbers and dates are a list of news: long headlines, all in one directory of this site."""
    inside = [one for one in group if not one.outside and not one.edge and not NAVIGATION.match(one.text)]
    if len(inside) < SLUGS or statistics.median(one.han for one in inside) < 12:
        return False
    directories = Counter(urlsplit(one.url).path.rstrip("/").rpartition("/")[0] for one in inside)
    return directories.most_common(1)[0][1] >= 0.8 * len(inside)


def _sister(group: list[Anchor]) -> str:
    """The other host that most of a list leads to, or ''. Friends and advertisements have neither dates nor long headlines."""
    outside = [one for one in group if one.outside]
    if len(outside) <= len(group) / 2:
        return ""
    host, count = Counter(urlsplit(one.url).netloc for one in outside).most_common(1)[0]
    dated = sum(one.date is not None for one in outside)
    long = statistics.median(one.han for one in outside) >= 10 and sum(one.digits >= 3 for one in outside) >= 0.8 * len(outside)
    return host if dated * 2 > len(outside) or (count >= SISTERS and count * 10 >= len(outside) * 8 and long) else ""


def _far(one: Anchor) -> bool:
    """Whether a link to another site looks like one to an article there."""
    return one.outside and not one.edge and one.han >= 8 and one.digits >= 4


def _gathers(anchors: list[Anchor]) -> bool:
    """Whether a page gathers the news of others: most of its headlines lead to many other sites."""
    headlines = {one.url: one for one in anchors if one.han >= 8 and one.digits >= 4 and not one.edge}
    sites = Counter(urlsplit(one.url).netloc for one in headlines.values() if _far(one))
    return len(sites) >= SOURCES and sum(sites.values()) >= max(GATHERED, 0.6 * len(headlines))


def _merged(anchors: Iterable[Anchor]) -> list[Link]:
    """Each address once, with its longest headline: a picture, a title and a teaser often link to one article."""
    best: dict[str, Link] = {}
    for one in anchors:
        key = one.url.split("#")[0]
        before = best.get(key)
        if before is None:
            best[key] = Link(key, one.text, one.date)
        else:
            text = one.text if len(before.text) < len(one.text) <= 80 or not before.text else before.text
            best[key] = Link(key, text, before.date or one.date)
    return list(best.values())
