"""Where a list goes on: what pagers of Chinese portals look like, in HTML and in the scripts that write them."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from crawler.anchors import base_of, join, reference

NEXT = re.compile(
    r"^\W*(?:下一?[页頁](?:面)?|后一?[页頁]|next(?: ?page)?|较[早旧](?:的)?(?:文章|内容)?|更早(?:的)?(?:文章|内容)?|older(?: posts| entries)?)\W*$",
    re.IGNORECASE,
)
ARROW = re.compile(r"^\s*[>›»→]{1,2}\s*$")
NEXT_CLASS = re.compile(r"^(?:next|nextpage|next-page|page-next|nxt|pnext)$", re.IGNORECASE)
MORE = re.compile(r"^\W*(?:点击)?(?:加载|查看|显示|浏览)?更多(?:内容|文章|新闻|资讯)?\W*$|^\W*load more\W*$", re.IGNORECASE)
PAGER = re.compile(r"pag(?:e|ing|ination)|pager|fenye|fanye|yema|\bpg\b", re.IGNORECASE)
NUMBER = re.compile(r"^\W*(\d{1,4})\W*$")
# TRS: createPageHTML(34, 0, "index", "html") counts from 0, page n is index_n.html;
# later kinds name the element first and count from 1: createPageHTML('page_div', 50, 1, 'list', 'shtml', 734)
CREATE_PAGE = re.compile(
    r"""createPageHTML\(\s{0,9}(["'][\w#.-]{1,40}["']\s{0,9},\s{0,9})?(\d{1,5})\s{0,9},\s{0,9}(\d{1,5})\s{0,9},"""
    r"""\s{0,9}["']([\w-]{1,40})["']\s{0,9},\s{0,9}["'](\w{1,8})["']"""
)
# and the same written out in the page: var currentPage = 0; var countPage = 34; ... "index_" + nextPage + ".html"
COUNT = re.compile(r"\bcountPage\s{0,9}=\s{0,9}(\d{1,5})")
CURRENT = re.compile(r"\bcurrentPage\s{0,9}=\s{0,9}(\d{1,5})")
EXTENSION = re.compile(r"""\+\s{0,9}["']\.(s?html?|jsp|php|aspx)["']""")
# jpage: what is not in the page comes in groups from a proxy, or page by page
NEXT_GROUP = re.compile(r"<nextgroup>.{0,200}?href\s{0,5}=\s{0,5}[\"']([^\"'<>]{5,500})[\"']", re.DOTALL | re.IGNORECASE)
JPAGE = re.compile(r"""\(\s{0,9}["']#(\w{1,40})["']\s{0,9}\)\.jpage\(""")
JPAGE_TOTAL = re.compile(r"totalRecords?\s{0,9}[:=>]\s{0,9}(\d{1,7})", re.IGNORECASE)
JPAGE_PER = re.compile(r"perPage\s{0,9}[:=>]\s{0,9}(\d{1,4})", re.IGNORECASE)
PAGE_IN_URL = re.compile(
    r"(?<![0-9a-zA-Z])(\d{1,4})(?=\.\w{2,6}(?:\?|$)|/?\??$|&)|(?<=[_\-=])(\d{1,4})(?=\D|$)|(?<=[a-z])(\d{1,4})(?=\.\w{2,6}(?:\?|$))"
)
CALENDAR = re.compile(r"/20\d\d[-/]?(?:0?[1-9]|1[0-2])[-/]?(?:[0-2]?\d|3[01])(?:/[\w.-]{0,40})?$")  # a day, not a page
MOST_SCRIPT = 60_000  # characters of a script that are searched


def find_next(tree: Element, url: str, pattern: str = "") -> str | None:
    """The address of the list's next page, or None on the last one. `pattern` is a source's `pages`, such as `index_{n}.html`."""
    if pattern:
        return find_page(url, pattern)
    base = base_of(tree, url)
    for link in tree.iter("link"):
        if "next" in (link.get("rel") or "").lower().split() and (target := _usable(link.get("href") or "", base, url)):
            return target
    links = [(a, _text(a) or _alt(a), target) for a in tree.iter("a") if (target := _usable(reference(a), base, url))]
    for a, text, target in links:
        if NEXT.match(text) or NEXT.match(a.get("title") or "") or "next" in (a.get("rel") or "").lower().split():
            return target
    return (
        _arrow(links)
        or _scripted(tree, url)
        or _numbered([(text, target) for _, text, target in links], url)
        or _from_list(tree, base, url)
        or _more(tree, base, url)
    )


def find_page(url: str, pattern: str) -> str | None:
    """Page n + 1 after page n; a list that does not look like the pattern is page 1."""
    shape = re.escape(pattern).replace(r"\{n\}", r"(\d{1,5})")
    found = re.search(shape + "$", url)
    return urljoin(url, pattern.replace("{n}", str(int(found[1]) + 1 if found else 2)))


def next_group(text: str, url: str) -> str | None:
    """The address that a jpage datastore names for its next records."""
    found = NEXT_GROUP.search(text[:4000])
    return _usable(found[1].replace("&amp;", "&"), url, url) if found else None


def _arrow(links: list[tuple[Element, str, str]]) -> str | None:
    """A sign or a class that says next, in what is a pager."""
    for a, text, target in links:
        classes = (a.get("class") or "").split()
        said = ARROW.match(text) or (any(NEXT_CLASS.match(name) for name in classes) and len(text) <= 4)
        if said and _page_number(target) is not None and _in_pager(a):
            return target
    return None


def _in_pager(a: Element) -> bool:
    """Whether a link stands in a pager: by its name, or by the numbers beside it."""
    for depth, one in enumerate(a.iterancestors()):
        if depth >= 3:
            return False
        if PAGER.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
            return True
        if sum(1 for _, other in zip(range(40), one.iter("a", "span"), strict=False) if NUMBER.match(_text(other))) >= 2:
            return True
    return False


def _numbered(links: list[tuple[str, str]], url: str) -> str | None:
    """In a pager of bare numbers, the number after our own: the one that our address tells, or the first that is not linked."""
    pages: dict[int, str] = {}
    for text, target in links:
        number = NUMBER.match(text)
        if number and _page_number(target) is not None and not CALENDAR.search(target):
            pages.setdefault(int(number[1]), target)
    if not pages:
        return None
    shapes = {_shape(target) for target in pages.values()}
    here = _page_number(url)
    if here is not None and _shape(url) in shapes:
        offsets = [number - found for number, target in pages.items() if (found := _page_number(target)) is not None]
        own = here + max(set(offsets), key=offsets.count)
    else:
        own = 1
    return pages.get(own + 1)


def _from_list(tree: Element, base: str, url: str) -> str | None:
    """The page after the chosen one of a drop-down of pages."""
    for select in tree.iter("select"):
        options = [(one, _usable(one.get("value") or "", base, url)) for one in select.iter("option")]
        if sum(NUMBER.search(_text(one)[-6:]) is not None or "页" in _text(one) for one, _ in options) < max(
            2, len(options) * 0.8
        ):
            continue
        own = next((at for at, (one, _) in enumerate(options) if one.get("selected") is not None), 0)
        if own + 1 < len(options) and (target := options[own + 1][1]) and _page_number(target) is not None:
            return target
    return None


def _more(tree: Element, base: str, url: str) -> str | None:
    """What the button at the end of a list loads, where it says so: a page with a number."""
    for one in tree.iter("a", "div", "button", "span", "p"):
        target = next((one.get(name) for name in ("data-url", "data-href", "data-next") if one.get(name)), None)
        if target and MORE.match(_text(one)) and (found := _usable(target, base, url)) and _page_number(found) is not None:
            return found
    return None


def _scripted(tree: Element, url: str) -> str | None:
    for script in tree.iter("script"):
        text = (script.text or "")[:MOST_SCRIPT]
        if "createPageHTML" in text and (found := CREATE_PAGE.search(text)):
            pages, here, name, extension = int(found[2]), int(found[3]), found[4], found[5]
            if found[1]:
                here = max(here, 1)
                return urljoin(url, f"{name}_{here + 1}.{extension}") if here < pages else None
            return urljoin(url, f"{name}_{here + 1}.{extension}") if here + 1 < pages else None
        if "countPage" in text and (count := COUNT.search(text)) and (current := CURRENT.search(text)):
            here = int(current[1])
            extension = (EXTENSION.search(text) or ["", "html"])[1]
            return urljoin(url, f"index_{here + 1}.{extension}") if here + 1 < int(count[1]) else None
        if "<nextgroup>" in text.lower() and (group := next_group(text, url)):
            return group
        if ".jpage(" in text and (box := JPAGE.search(text)):
            total, each = JPAGE_TOTAL.search(text), JPAGE_PER.search(text)
            if total and each and f"uid={box[1]}" not in url and int(total[1]) > int(each[1]) > 0:
                return urljoin(url, f"{urlsplit(url).path}?uid={box[1]}&pageNum=2")
    return None


def _page_number(url: str) -> int | None:
    found = _page_match(url)
    return int(next(group for group in found.groups() if group)) if found else None


def _page_match(url: str) -> re.Match[str] | None:
    """The last number of an address that may be a page's."""
    parts = urlsplit(url)
    found = list(PAGE_IN_URL.finditer((parts.path + (f"?{parts.query}" if parts.query else ""))[:2000]))
    return found[-1] if found else None


def _shape(url: str) -> str:
    found = _page_match(url)
    if found is None:
        return url
    return found.string[: found.start()] + "{n}" + found.string[found.end() :]


def _usable(href: str, base: str, url: str) -> str | None:
    """The address, where it is another page of the same host."""
    target = join(base, href) if href and not href.startswith("#") else None
    if target is None:
        return None
    target = target.split("#")[0]
    own, other = urlsplit(url), urlsplit(target)
    same = own.netloc.lower().removeprefix("www.") == other.netloc.lower().removeprefix("www.")
    return target if same and target != url.partition("#")[0] else None


def _alt(a: Element) -> str:
    """What the picture of a link stands for."""
    return next((" ".join((one.get("alt") or "").split())[:40] for one in a.iter("img")), "")


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())[:40]
