"""Which links of an HTML list are articles: by what they say, where they lead, and how they stand together."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from crawler.source import Source, site_of

MOST_ANCHORS = 20_000
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
DATE = re.compile(
    r"(?<!\d)(?:(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})|(?:\[|\(|【)?(\d{1,2})[-/月](\d{1,2})(?:日|\]|\)|】|\s|$))"
)
DAY_ON_TOP = re.compile(r"(?<!\d)(\d{1,2})\s{0,3}(20\d\d)[-/.年](\d{1,2})(?!\d)")  # 13 over 2025-06, as date boxes have it
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|zip|rar|7z|exe|apk|mp[34]|avi|css|js|ico|xlsx?|docx?|pptx?)$", re.IGNORECASE)
NOT_ARTICLE = re.compile(
    r"(?:^|/)(?:login|register|search|about|contact|sitemap|tags?|user|member|passport|help|video|special|live|zt|rss|feed|app|download)"
    r"(?:[/._?-]|$)|/(?:index|list|default|node|channel)[_-]?\d{0,6}\.\w+$|/$",
    re.IGNORECASE,
)
DATED_PATH = re.compile(r"/(?:20)?\d\d[-/_]?(?:0?[1-9]|1[0-2])[-/_]?(?:[0-2]?\d|3[01])/.*\d")
# pictures, films, blogs and shops are listed beside the news, but have no text to read
OTHER_MEDIA = re.compile(
    r"(?:^|[./])(?:slide|photo|photos|photoview|video|videos|v|vip|open|blog|bbs|live|movie|room|product|author|course\w*|game|shop|mall|click|ad)"
    r"(?=[./?]|$)",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"(?:协会|学会|基金会|研究院|研究所|中心|联合会|委员会|管理局|总局|政府网?|网站|大学|学院|公司|医院|基地|慈善会|青联|商会)$"
)
NAVIGATION = re.compile(
    r"^(?:首页|上一?页|下一?页|尾页|末页|更多|更多[>»]*|more|详情|查看详情|阅读全文|全文|返回|登录|注册|设为首页|加入收藏|联系我们|关于我们|网站地图|版权声明|隐私|"
    r"友情链接|English|简体|繁体|\d{1,4}|.{0,2}>+|打印|关闭|RSS)$",
    re.IGNORECASE,
)
FOOT = re.compile(
    r"foot|copyright|friend|yqlj|links?$|nav(?!i?news)|menu|crumb|breadcrumb|position|header|topbar|banner|pager|pagination|page-?nav|sitemap",
    re.IGNORECASE,
)
FRIENDS = re.compile(r"友情链接|相关链接|网站导航|ICP备|公网安备|版权所有|主办单位")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article: absolute address, the headline as listed, the day printed beside it or None."""

    url: str
    text: str
    date: str | None = None


@dataclass(slots=True)
class Anchor:
    """One link of the page with what speaks for and against it."""

    url: str
    text: str
    date: str | None
    digits: bool  # the last part of its path has two digits or more
    han: int
    place: str  # where it stands: the chain of its ancestors
    edge: bool  # in what calls itself navigation, header or footer
    outside: bool  # leads to another site


def find_links(tree: Element, url: str, source: Source | None, fragment: bool = False) -> tuple[list[Link], list[str]]:
    """Article links in document order, and the feeds that the page names. A source's pattern decides alone."""
    base = url
    for one in tree.iter("base"):
        base = _join(url, one.get("href") or "") or url
        break
    feeds = [
        target
        for one in tree.iter("link")
        if "xml" in (one.get("type") or "")
        and "alternate" in (one.get("rel") or "")
        and (target := _join(base, one.get("href") or ""))
    ]
    anchors = _anchors(tree, base, url)
    if source is not None and source.articles:
        pattern = re.compile(source.articles)
        return _merged([one for one in anchors if pattern.search(one.url)]), feeds
    if fragment:
        return _merged([one for one in anchors if one.han >= 4 and not one.outside]), feeds
    return _merged(_articles(anchors, url)), feeds


def find_scripted_lists(tree: Element, url: str) -> list[str]:
    """Addresses of lists that a government portal's script asks for: `script[parseType=bulidstatic]` with url and querydata."""
    found = []
    for script in tree.iter("script"):
        if (script.get("parsetype") or "").lower() not in ("bulidstatic", "buildstatic"):
            continue
        address, query = script.get("url"), script.get("querydata") or ""
        pairs = re.findall(
            r"""['"]?([\w.-]{1,60})['"]?\s{0,5}:\s{0,5}(?:'([^']{0,300})'|"([^"]{0,300})"|([\w.-]{1,60}))""", query[:4000]
        )
        if address and (target := _join(url, address)):
            from urllib.parse import urlencode

            found.append(f"{target}?{urlencode([(name, a or b or c) for name, a, b, c in pairs])}" if pairs else target)
    return found[:10]


def _anchors(tree: Element, base: str, url: str) -> list[Anchor]:
    own = site_of(urlsplit(url).netloc)
    sites: dict[str, str] = {}
    found = []
    for number, element in enumerate(tree.iter("a")):
        if number >= MOST_ANCHORS:
            break
        href = (element.get("href") or "").strip()
        if not href or href[0] == "#" or re.match(r"(?:javascript|mailto|tel|data|file):", href, re.IGNORECASE):
            continue
        target = _join(base, href)
        if target is None or target.split("#")[0] == url:
            continue
        parts = urlsplit(target)
        site = sites.setdefault(parts.netloc, "") or site_of(parts.netloc)
        sites[parts.netloc] = site
        text = _headline(element)
        last = parts.path.rstrip("/").rsplit("/", 1)[-1] + "?" + parts.query
        place, edge = _place(element)
        found.append(
            Anchor(
                url=target,
                text=text,
                date=_date(element),
                digits=len(re.findall(r"\d", last)) >= 2,
                han=len(HAN.findall(text)),
                place=place,
                edge=edge,
                outside=site != own,
            )
        )
    return found


def _articles(anchors: list[Anchor], url: str) -> list[Anchor]:
    """Those that look like articles, and those that stand in one list with many that do."""
    groups: defaultdict[str, list[Anchor]] = defaultdict(list)
    for one in anchors:
        groups[one.place].append(one)
    chosen = []
    lists = {place for place, group in groups.items() if _is_list(group)}
    hosts = {urlsplit(one.url).netloc for place in lists for one in groups[place] if not one.outside}
    for one in anchors:
        if FILE.search(urlsplit(one.url).path) or NAVIGATION.match(one.text) or not one.text:
            continue
        in_list = one.place in lists
        if one.outside:
            # a list may lead to a sister host, but then most of it does
            group = groups[one.place]
            sister = in_list and sum(other.outside for other in group) > len(group) / 2 and one.date is not None
            if not sister:
                continue
        path = urlsplit(one.url)
        if OTHER_MEDIA.search(path.netloc.removeprefix("www.")) or OTHER_MEDIA.search(path.path):
            continue
        if ORGANISATION.search(one.text) and one.date is None and one.han <= 20:
            continue
        strong = (
            one.digits
            and (not one.edge or one.date is not None)
            and (one.han >= 8 or (one.han >= 3 and DATED_PATH.search(path.path) is not None))
        )
        weak = in_list and (one.digits or one.date is not None) and one.han >= 4
        column = NOT_ARTICLE.search(urlsplit(one.url).path) and not (one.date and one.digits)
        if (strong or weak) and not column:
            chosen.append(one)
    return chosen if hosts or chosen else []


def _is_list(group: list[Anchor]) -> bool:
    """Whether links that stand alike are a list of news: headlines, most with a number in the address or a date beside them."""
    if len(group) < 3:
        return False
    lengths = [one.han for one in group]
    marked = sum(one.digits or one.date is not None for one in group) / len(group)
    dated = sum(one.date is not None for one in group) / len(group)
    edge = sum(one.edge for one in group) / len(group)
    if edge > 0.5 and dated < 0.5:
        return False
    return marked >= 0.7 and (statistics.median(lengths) >= 8 or (dated >= 0.7 and statistics.median(lengths) >= 4))


def _merged(anchors: Iterable[Anchor]) -> list[Link]:
    """Each address once, with its longest headline: a picture, a title and a teaser often link to one article."""
    best: dict[str, Anchor] = {}
    for one in anchors:
        key = one.url.split("#")[0]
        before = best.get(key)
        if before is None or len(before.text) < len(one.text) <= 80:
            best[key] = Anchor(
                key, one.text, one.date or (before.date if before else None), one.digits, one.han, "", False, False
            )
    return [Link(one.url, one.text[:300], one.date) for one in best.values()]


def _headline(element: Element) -> str:
    text = " ".join("".join(map(str, element.itertext())).split())
    title = " ".join((element.get("title") or "").split())
    if title and (not text or (text.rstrip(".… ") and title.startswith(text.rstrip(".… "))) or len(HAN.findall(text)) < 4):
        return title[:300]
    if not text:
        text = next((image.get("alt") or "" for image in element.iter("img")), "")
    return text[:300]


def _place(element: Element) -> tuple[str, bool]:
    """The chain of ancestors, as tags and classes, and whether one of them is navigation, header or footer."""
    chain, edge = [], False
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 12 or not isinstance(one.tag, str):
            break
        names = f"{one.get('id') or ''} {one.get('class') or ''}"
        if one.tag in ("nav", "footer", "header") or FOOT.search(names):
            edge = True
        if depth < 6:
            chain.append(f"{one.tag}.{'.'.join(sorted((one.get('class') or '').split())[:2])}")
    return "/".join(chain), edge


def _date(element: Element) -> str | None:
    """The day printed in the link's own item of the list, near it."""
    item = element
    for depth, one in enumerate(element.iterancestors()):
        if depth >= 4 or one.tag in ("ul", "ol", "tbody", "table", "body"):
            break
        if sum(1 for _ in zip(range(4), one.iter("a"), strict=False)) > 3:
            break
        item = one
        if one.tag in ("li", "tr", "dl"):
            break
    text = " ".join("".join(map(str, item.itertext())).split())[:400]
    top = DAY_ON_TOP.search(text)
    if top:
        return _day(top[2], top[3], top[1])
    dates = list(DATE.finditer(text))
    if not dates:
        return None
    found = dates[-1]
    if found[1]:
        return _day(found[1], found[2], found[3])
    return f"--{int(found[4]):02}-{int(found[5]):02}" if 1 <= int(found[4]) <= 12 and 1 <= int(found[5]) <= 31 else None


def _day(year: str, month: str, day: str) -> str | None:
    if 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
        return f"{int(year):04}-{int(month):02}-{int(day):02}"
    return None


def _join(base: str, href: str) -> str | None:
    try:
        target = urljoin(base, href.strip())
        parts = urlsplit(target)
        return target if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
