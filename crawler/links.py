"""Which links of an HTML list are articles: by what they say, where they lead, and how they stand together."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from crawler.anchors import Anchor, base_of, join, read_anchors
from crawler.source import Source

FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|zip|rar|7z|exe|apk|mp[34]|avi|css|js|ico|xlsx?|docx?|pptx?)$", re.IGNORECASE)
NOT_ARTICLE = re.compile(
    r"(?:^|/)(?:login|register|search|about|contact|sitemap|tags?|user|member|passport|help|video|special|live|zt|rss|feed|app|download|space|home|profile)"
    r"(?:[/._?-]|$)|/(?:lists?|channels?|columns?|category|cate|type|class|lm|lanmu|forum|board)/\d{1,6}(?:[_-]\d{1,6}){0,2}(?:/|\.\w+)$"
    r"|/(?:index|list|default|node|channel|column|forum|category|catalog)(?:[_-]?\d{1,6}){0,3}\.\w+$|/$",
    re.IGNORECASE,
)
DATED_PATH = re.compile(r"/(?:20)?\d\d[-/_]?(?:0?[1-9]|1[0-2])[-/_]?(?:[0-2]?\d|3[01])/.*\d")
# addresses that end in a slash and are articles all the same, as blogs have them
PERMANENT = re.compile(
    r"/20\d\d/\d{1,2}(?:/\d{1,2})?/[^/]{3,}/?$|/(?:archives?|posts?|p|articles?|a|show|content|news)/\d{1,9}/?$"
)
ENTRANCE = re.compile(r"^/(?:index\.(?:php|jsp|aspx?))?$")
CONTENT_ID = re.compile(r"(?:^|&)(?:id|p|aid|nid|tid|newsid|infoid|articleid|contentid|wbnewsid|docid)=\d+", re.IGNORECASE)
# pictures, films, blogs and shops are listed beside the news, but have no text to read
OTHER_MEDIA = re.compile(
    r"(?:^|[./])(slide|photo|photos|photoview|video|videos|blog|bbs|live|product|products|author|game|shop|mall|course\w*|ad)(?=[./?]|$)",
    re.IGNORECASE,
)
FILM = re.compile(r"^\W{0,2}(?:短|微)?(?:视频|直播)\W")
OTHER_HOSTS = re.compile(r"(?:^|\.)(v|tv|vip|open|movie|room|click)\.", re.IGNORECASE)
ORGANISATION = re.compile(
    r"(?:协会|学会|基金会|研究院|研究所|中心|联合会|委员会|管理局|总局|政府网?|网站|大学|学院|公司|医院|基地|慈善会|青联|商会)$"
)
NAVIGATION = re.compile(
    r"^(?:首页|上一?页|下一?页|尾页|末页|更多|更多[>»]*|more|详情|查看详情|查看更多|阅读全文|阅读更多|全文|返回|登录|注册|设为首页|加入收藏|联系我们|关于我们|"
    r"网站地图|版权声明|隐私|友情链接|English|简体|繁体|\d{1,4}|.{0,2}>+|打印|关闭|RSS|点击下载|下载)$",
    re.IGNORECASE,
)
SHAPE = re.compile(r"\d+")
SLUGS = 4  # headlines without a number in their address that make a list
FEW = 3  # links with which a page has a list
SISTERS = 5  # undated headlines on one other site that make a list


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article: absolute address, the headline as listed, the day printed beside it or None."""

    url: str
    text: str
    date: str | None = None


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
        return _merged([one for one in anchors if pattern.search(one.url)]), feeds
    if fragment:
        return _merged([one for one in anchors if one.han >= 4 and not NAVIGATION.match(one.text)]), feeds
    return _merged(_articles(anchors, url)), feeds


def _articles(anchors: list[Anchor], url: str) -> list[Anchor]:
    """Those that look like articles, and those that stand in one list with many that do."""
    groups: defaultdict[str, list[Anchor]] = defaultdict(list)
    for one in anchors:
        groups[one.place].append(one)
    lists = {place for place, group in groups.items() if _is_list(group)}
    slugs = {place for place, group in groups.items() if place not in lists and _is_list_of_slugs(group)}
    dated_lists = {place for place in lists if _dated(groups[place]) >= 0.9}
    menus = {place for place, group in groups.items() if place not in lists | slugs and _is_menu(group)}
    directories = {place for place in lists if 2 * sum(map(_names_one, groups[place])) >= len(groups[place])}
    sisters = {place: site for place in lists if (site := _sister(groups[place]))}
    beside = _beside(anchors)
    own = {match.lower() for match in (*OTHER_MEDIA.findall(url), *OTHER_HOSTS.findall(urlsplit(url).netloc))}
    chosen = []
    for one in anchors:
        path = urlsplit(one.url)
        if FILE.search(path.path) or NAVIGATION.match(one.text) or not one.text:
            continue
        in_list, in_dated = one.place in lists, one.place in dated_lists and one.date is not None
        by_sister = one.place in sisters and (one.date is not None or sisters[one.place] == path.netloc)
        if one.outside and not by_sister and not (in_dated and one.han >= 6):
            continue
        media = {*OTHER_MEDIA.findall(path.netloc), *OTHER_MEDIA.findall(path.path), *OTHER_HOSTS.findall(path.netloc)}
        if ({name.lower() for name in media} - own or FILM.match(one.text)) and not (in_dated and not one.outside):
            continue
        if _names_one(one) and (not in_list or one.place in directories):
            continue
        if not (in_dated and path.path.count("/") > 2) and _is_column(one, path.path, path.query):
            continue
        if one.han < 8 and one.url in beside.get(one.item, ()):
            continue
        strong = (
            one.digits >= 2
            and (not one.edge or one.date is not None)
            and (one.han >= (12 if one.place in menus else 8) or (one.han >= 3 and DATED_PATH.search(path.path) is not None))
        )
        listed = in_list and (one.digits >= 1 or one.date is not None) and one.han >= 4
        dated = in_list and one.date is not None and (one.han >= 2 or len(one.text) >= 8)
        permanent = PERMANENT.search(path.path) is not None and not one.edge and one.han >= 6
        if strong or listed or dated or permanent or (one.place in slugs and one.han >= 6):
            chosen.append(one)
    return chosen if len(chosen) >= FEW else chosen + [one for one in _faint(groups, url) if one not in chosen]


def _beside(anchors: list[Anchor]) -> dict[int, set[str]]:
    """Short links in an entry that has a headline: its column, its author, its last comment. By entry, the addresses."""
    entries: defaultdict[int, list[Anchor]] = defaultdict(list)
    for one in anchors:
        if one.item:
            entries[one.item].append(one)
    found = {}
    for item, inside in entries.items():
        longest = max(inside, key=lambda one: one.han)
        others = {one.url for one in inside} - {longest.url}
        if longest.han >= 8 and 1 <= len(others) <= 4:
            found[item] = {
                one.url
                for one in inside
                if one.url in others
                and one.han * 2 <= longest.han
                and one.digits < 6
                and not DATED_PATH.search(one.url)
                and SHAPE.sub("", one.url) != SHAPE.sub("", longest.url)
            }
    return found


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
        inside = [one for one in inside if one.digits and not _is_column(one, *urlsplit(one.url)[2:4])]
        numbered = [one for one in inside if one.digits >= 2 and one.han >= 2 and urlsplit(one.url).path.startswith(below)]
        alike = len({SHAPE.sub("", one.url) for one in numbered}) == 1
        if below != "/" and alike and len(numbered) >= 5 and len(numbered) >= 0.8 * len(group):
            found += numbered
        else:
            found += [one for one in inside if one.date and one.han >= 6 and not FILE.search(urlsplit(one.url).path)]
    return found


def _is_column(one: Anchor, path: str, query: str) -> bool:
    if not NOT_ARTICLE.search(path) or (one.date and one.digits >= 2) or path.lower().endswith(".pdf"):
        return False
    by_query = ENTRANCE.search(path) is not None and CONTENT_ID.search(query) is not None
    return PERMANENT.search(path) is None and not by_query


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
