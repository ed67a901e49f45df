"""Where a list goes on: what pagers of Chinese portals look like, in HTML and in the scripts that write them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

NEXT = re.compile(r"^\W*(?:下一?[页頁]|后一?页|下[页頁]|next(?: ?page)?|[>›»]{1,2})\W*$", re.IGNORECASE)
NUMBER = re.compile(r"^\W*(\d{1,4})\W*$")
# TRS: createPageHTML(34, 0, "index", "html") counts from 0, page n is index_n.html
CREATE_PAGE = re.compile(
    r"""createPageHTML\(\s{0,9}(\d{1,5})\s{0,9},\s{0,9}(\d{1,5})\s{0,9},\s{0,9}["']([\w-]{1,40})["']\s{0,9},\s{0,9}["'](\w{1,8})["']"""
)
PAGE_IN_URL = re.compile(
    r"(?<![0-9a-zA-Z])(\d{1,4})(?=\.\w{2,6}$|/?$|&|$)|(?<=[_\-=])(\d{1,4})(?=\D|$)|(?<=[a-z])(\d{1,4})(?=\.\w{2,6}$)"
)


def find_next(tree: Element, url: str, pattern: str = "") -> str | None:
    """The address of the list's next page, or None on the last one. `pattern` is a source's `pages`, such as `index_{n}.html`."""
    if pattern:
        return _by_pattern(url, pattern)
    links = [(a, _text(a), (a.get("href") or "").strip()) for a in tree.iter("a")]
    base = _base(tree, url)
    for link in tree.iter("link"):
        if "next" in (link.get("rel") or "").lower().split() and _usable(link.get("href") or "", base, url):
            return urljoin(base, link.get("href") or "")
    for a, text, href in links:
        said = NEXT.match(text) or NEXT.match(a.get("title") or "") or "next" in (a.get("rel") or "").lower().split()
        if said and _usable(href, base, url):
            return urljoin(base, href)
    return _scripted(tree, url) or _numbered(links, base, url)


def _by_pattern(url: str, pattern: str) -> str | None:
    """Page n + 1 after page n; a list that does not look like the pattern is page 1."""
    shape = re.escape(pattern).replace(r"\{n\}", r"(\d{1,5})")
    found = re.search(shape + "$", url)
    return urljoin(url, pattern.replace("{n}", str(int(found[1]) + 1 if found else 2)))


def _numbered(links: list[tuple[Element, str, str]], base: str, url: str) -> str | None:
    """In a pager of bare numbers, the number after the one that is not linked, or after our own."""
    pages: dict[int, str] = {}
    for _, text, href in links:
        number = NUMBER.match(text)
        if number and _usable(href, base, url):
            target = urljoin(base, href)
            if _page_number(target) is not None:
                pages.setdefault(int(number[1]), target)
    if len(pages) < 2:
        return None
    own = next((number for number, target in pages.items() if target == url), None)
    if own is None:
        own = next((number for number in range(1, max(pages)) if number not in pages), 1) if 1 not in pages else 1
    return pages.get(own + 1)


def _scripted(tree: Element, url: str) -> str | None:
    for script in tree.iter("script"):
        text = script.text or ""
        if "createPageHTML" in text:
            found = CREATE_PAGE.search(text[:20_000])
            if found and int(found[2]) + 1 < int(found[1]):
                return urljoin(url, f"{found[3]}_{int(found[2]) + 1}.{found[4]}")
    return None


def _page_number(url: str) -> int | None:
    found = PAGE_IN_URL.search(urlsplit(url).path + "?" + urlsplit(url).query)
    return int(next(group for group in found.groups() if group)) if found else None


def _usable(href: str, base: str, url: str) -> bool:
    if not href or href.startswith(("#", "javascript:", "mailto:")):
        return False
    try:
        target = urlsplit(urljoin(base, href))
        return target.scheme in ("http", "https") and target.netloc == urlsplit(url).netloc and urljoin(base, href) != url
    except ValueError:
        return False


def _base(tree: Element, url: str) -> str:
    base = next((one.get("href") for one in tree.iter("base") if one.get("href")), None)
    try:
        return urljoin(url, base) if base else url
    except ValueError:
        return url


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())[:40]
