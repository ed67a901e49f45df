"""The links of a page with what speaks for and against each: address, headline, printed day, place. Which are articles is `links`' to say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from crawler.days import HAN, day_of, says_only_when, text_of, without_day
from crawler.edges import is_edge, mark_edges
from crawler.source import site_of

MOST_ANCHORS = 20_000
EDGE_DATE = re.compile(
    r"^\W{0,2}20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\W{0,2}|\W{0,2}20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\W{0,2}$"
)
PLAIN = re.compile(
    r"https?://[a-z0-9.-]{1,253}(?::\d{1,5})?(?:/[\w%=&+,~-][\w%=&+,~.-]{0,200}){1,20}/?", re.ASCII
)  # most of a sitemap: joins to itself
SCRIPT = re.compile(r"\s*(?:javascript:|#|$)", re.IGNORECASE)
NO_PAGE = re.compile(r"\s*(?:mailto|tel|data|file|sms|weixin|tencent|about|blob|vbscript):", re.IGNORECASE)
QUOTED = re.compile(r"""["']([^"'\s<>]{2,300})["']""")
AN_ADDRESS = re.compile(
    r"(?:https?:)?//\w|\.{0,2}/\w|[\w./%-]{1,200}\.(?:[sj]?html?|php|aspx?|jspx?|do|action|pdf)(?=\?|#|$)|\?\w{1,30}=",
    re.IGNORECASE,
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "strong")
ENTRY = ("li", "tr", "dl", "article")
MOST_IN_ENTRY = 8  # links; more are a list of their own, in a layout made of tables
BOX_ENTRY = ("div", "section", "p")
CLICKED = ("li", "tr", "td", "div", "p", "dl", "dt", "dd", "span", "h2", "h3", "h4", "article")
ADDRESS_KEPT = ("data-href", "data-url", "data-link")
READ_ON = re.compile(
    r"\W*(?:(?:查看|了解|阅读)?(?:详情|详细)|阅读(?:全文|更多|原文|剩余部分)|查看(?:全文|原文)|了解更多|继续阅读|read more|(?:view )?details?)\W*",
    re.IGNORECASE,
)
HASH = re.compile(r"[0-9a-f]{16,64}|\d{12,24}", re.IGNORECASE)
PAGE_NAME = re.compile(r"(?:content|c|detail|show|info|article|view)\.\w{2,6}", re.IGNORECASE)
LONG_NUMBER = 5  # digits with which a directory may be an article
WORD = re.compile(r"[A-Za-z]{2,}")
ENGLISH = 4  # words that make an English headline; what navigation says is shorter
POSITION = re.compile(r"^(?:odd|even|first|last|active|on|cur|current|hover|new|hot|top|clearfix|cf|fl|fr)$|\d+", re.IGNORECASE)


@dataclass(slots=True)
class Anchor:
    """One link of the page with what speaks for and against it."""

    url: str
    text: str
    date: str | None
    digits: int  # digits of the last part of its path and of its query
    han: int  # characters of its headline; an English word of a headline without any counts two
    place: str  # where it stands: the chain of its ancestors
    edge: bool  # in what calls itself navigation, header or footer
    outside: bool  # leads to another site
    node: Element = field(repr=False)  # the element itself
    item: int = 0  # which entry of a list or row of a table it stands in, below 0 a box among boxes; 0 for none


def base_of(tree: Element, url: str) -> str:
    """What relative links are resolved against: the first `<base href>` that is an address, or the page's own."""
    for one in tree.iter("base"):
        if found := join(url, one.get("href") or ""):
            return found
    return url


def read_anchors(tree: Element, base: str, url: str) -> list[Anchor]:
    """All links of a tree in document order, also those that only a script follows."""
    own = site_of(urlsplit(url).netloc)
    sites: dict[str, str] = {}
    items: dict[Element | None, int] = {None: 0}
    edges: defaultdict[str, list[Anchor]] = defaultdict(list)  # by tag and name: every entry may have a header of its own
    holders: defaultdict[str, set[Element]] = defaultdict(set)
    found: list[Anchor] = []
    for element, target in islice(_targets(tree, base), MOST_ANCHORS):
        if target.split("#")[0] == url:
            continue
        parts = urlsplit(target)
        if parts.netloc not in sites:
            sites[parts.netloc] = site_of(parts.netloc)
        text = _headline(element)
        place, named = _place(element)
        found.append(
            Anchor(
                url=target,
                text=text,
                date=day_of(element),
                digits=_digits(parts.path, parts.query),
                han=_length(text),
                place=place,
                edge=False,
                outside=sites[parts.netloc] != own,
                node=element,
                item=_numbered(_item(element), items),
            )
        )
        for edge, holder in named.items():
            edges[edge].append(found[-1])
            holders[edge].add(holder)
    mark_edges(found, edges, holders, tree)
    return found


def join(base: str, href: str) -> str | None:
    """The http(s) address that a reference means on a page, or None for anything else."""
    if PLAIN.fullmatch(href):
        return href
    try:
        target = urljoin(base, href.strip())
        parts = urlsplit(target)
        return target if href.strip() and parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def reference(element: Element) -> str:
    """What an element refers to: its href, or the address in the script or the data attribute that stands for one; '' without."""
    href = (element.get("href") or "").strip()
    if not SCRIPT.match(href):
        return "" if NO_PAGE.match(href) else href
    for name in ADDRESS_KEPT:
        if AN_ADDRESS.match(element.get(name) or ""):
            return element.get(name) or ""
    for script in (href, element.get("onclick") or ""):
        for quoted in QUOTED.finditer(script[:600]):
            if AN_ADDRESS.match(quoted[1]):
                return quoted[1]
    return ""


def _targets(tree: Element, base: str) -> Iterator[tuple[Element, str]]:
    for element in tree.iter("a", *CLICKED):
        if element.tag != "a":
            if not any(element.get(name) for name in ("onclick", *ADDRESS_KEPT)):
                continue
            if any(reference(inner) for inner in islice(element.iter("a"), 5)):
                continue
        target = join(base, reference(element))
        if target is not None:
            yield element, target


def _digits(path: str, query: str) -> int:
    parts = path.rstrip("/").split("/")
    if not query and len(parts) > 1 and not any(char.isdigit() for char in parts[-1]):
        if HASH.fullmatch(parts[-2]):
            return len(parts[-2])  # /<hash>/c.html
        if PAGE_NAME.fullmatch(parts[-1]):
            return sum(char.isdigit() for char in parts[-2])  # /2201/content.html
        if parts[-1].startswith(("index.", "default.")) and parts[-2].isdigit() and len(parts[-2]) >= LONG_NUMBER:
            return len(parts[-2])  # /6512345/index.html
    return sum(char.isdigit() for char in parts[-1] + query)


def _length(text: str) -> int:
    han, words = len(HAN.findall(text)), len(WORD.findall(text))
    return 2 * words if not han and words >= ENGLISH else han


def _item(element: Element) -> Element | None:
    """The entry that a link stands in: of a list, of a table, or else one of boxes that stand side by side."""
    box = None
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 4 or one.tag == "body":
            break
        if one.tag in ENTRY:
            whole = box is not None and len(list(islice(one.iter("a"), MOST_IN_ENTRY + 1))) > MOST_IN_ENTRY
            return box if whole else one
        if box is None and one.tag in BOX_ENTRY and any(_is_alike(one, other) for other in (one.getprevious(), one.getnext())):
            box = one
    return box


def _numbered(entry: Element | None, known: dict[Element | None, int]) -> int:
    number = known.setdefault(entry, len(known))
    return -number if entry is not None and entry.tag in BOX_ENTRY else number


def _is_alike(one: Element, other: Element | None) -> bool:
    return other is not None and other.tag == one.tag and other.get("class") == one.get("class")


def _headline(element: Element) -> str:
    text = without_day(element)
    if READ_ON.fullmatch(text):
        return _announced(element) or text
    title = " ".join((element.get("title") or element.get("data-title") or "").split())
    if title and (not text or (text.rstrip(".… ") and title.startswith(text.rstrip(".… "))) or len(HAN.findall(text)) < 4):
        return title[:300]
    if not text:
        text = next((" ".join((image.get("alt") or "").split()) for image in element.iter("img")), "")
    inner, heading = next(((one.tag, said) for one in element.iter(*HEADINGS) if (said := text_of(one))), ("", ""))
    if len(HAN.findall(heading)) >= (6 if inner == "strong" else 2):
        text = heading
    return (text if says_only_when(text) else EDGE_DATE.sub("", text).strip() or text)[:300]


def _announced(element: Element) -> str:
    """The headline that a link which only says 'details' belongs to: the heading of its entry."""
    own = element.get("href")
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 5 or any(a.get("href") != own for a in one.iter("a")):
            return ""
        heading = next((said for inner in one.iter(*HEADINGS) if len(HAN.findall(said := text_of(inner))) >= 4), "")
        if heading:
            return EDGE_DATE.sub("", heading).strip()[:300]
    return ""


def _place(element: Element) -> tuple[str, dict[str, Element]]:
    """The chain of ancestors, as tags and classes, and those that call themselves navigation, header or footer."""
    chain: list[str] = []
    edges: dict[str, Element] = {}
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 12 or not isinstance(one.tag, str):
            break
        names = f"{one.get('id') or ''} {one.get('class') or ''}"
        if one.tag in ("nav", "footer", "header") or is_edge(names):
            edges[f"{one.tag} {names}"] = one
        if depth < 6:
            classes = [name for name in (one.get("class") or "").split() if not POSITION.search(name)]
            chain.append(f"{one.tag}.{'.'.join(sorted(classes)[:2])}")
    return "/".join(chain), edges
