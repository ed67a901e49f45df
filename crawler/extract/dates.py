"""When an article was published: the line under its title, the metas, the address. Never lists, calendars or its prose."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crawler.extract.datetext import Moment, find_moment, from_stamp
from crawler.extract.document import Body, Document
from crawler.extract.flow import Line
from crawler.source import Source

LABEL = re.compile(
    r"(?:发布|公布|發佈|發布|发表|發表|发稿|刊发|刊登|上传|录入|更新|编辑|成文|信息)?(?:时间|時間|日期)\s?[:：]?|(?:发布|發佈|發布|发表|發表|刊发|刊登|提交)(?:于|於)?\s?[:：]?"
    r"|\b(?:post(?:ed)?|publish(?:ed)?|date|time|released?)(?:\s(?:on|at|date|time)|\s?@)?\s?[:：]?",
    re.IGNORECASE,
)
UPDATED = re.compile(r"更新|[Uu]pdated|施行|实施|生效|修改|最后编辑|访问时间|打印时间|截止|截至")
TODAY = re.compile(
    r"今天是|今日是|现在是|现在时间|当前时间|星期.{0,12}农历|农历|北京时间[:：]|天气|有效期|开幕|举办时间|活动时间|会议时间|报名"
)
METAS = (
    "pubdate", "publishdate", "publish_date", "publishtime", "article:published_time", "og:published_time", "og:release_date",
    "og:time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date", "weibo:article:create_at", "createdate",
    "bytedance:published_time", "article.published", "firstpublishedtime", "date", "dateupdate",
)  # fmt: skip
IN_URL = re.compile(
    r"/(?P<y1>20\d\d)[-/_](?P<m1>0?[1-9]|1[0-2])[-/_](?P<d1>3[01]|[12]\d|0?[1-9])(?=[/_.-])"
    r"|/(?P<y2>20\d\d)[-/]?(?P<m2>0[1-9]|1[0-2])[-/]?(?P<d2>[0-2]\d|3[01])(?=[/_.-]|[a-zA-Z])"
    r"|[/_]t(?P<y3>20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>[0-2]\d|3[01])_"
)
# What a script fills into the page: pubTime = "2025-05-20 09:12", "publishTime":1747703531, ct = '1747703531'
SCRIPTED = re.compile(
    r"""\b(?:pub(?:lish)?(?:ed)?_?(?:time|date|at)|create_?(?:time|d_?at)|issue_?(?:time|date)|news_?(?:time|date)|ct)["']?\s{0,3}[:=]\s{0,3}["']?"""
    r"""(20\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?|1\d{9}(?:\d{3})?)(?![\d.])""",
    re.IGNORECASE,
)
ATTRIBUTES = ("datetime", "data-time", "data-timestamp", "data-date", "data-publish", "title")
YEAR_IN_URL = re.compile(r"/(20\d\d)[/_-]")
NAMED = re.compile(r"[\u4e00-\u9fff]{1,10}(?:报|網|网|社|台|新闻|日报|频道|在线|客户端)\s*$")
MOST_SCRIPT = 200_000
LONGEST = 160  # characters of a line that says when; longer ones are prose


def read_published(doc: Document, body: Body, source: Source | None = None) -> str | None:
    """ISO 8601 with the time and +08:00 where the page has it, the day where it has only that, None rather than a guess."""
    year = _url_year(doc.url)
    if source and source.date:
        chosen = _selected(doc, source.date, year)
        if chosen:
            return chosen.iso
    stated = _stated(doc)
    printed = _printed(doc, body, year or (stated.day.year if stated else None))
    if printed and stated and printed.day == stated.day and not printed.clock:
        return stated.iso
    best = printed or stated or _in_attribute(doc, body) or _scripted(doc)
    return best.iso if best else _from_url(doc)


def _selected(doc: Document, selector: str, year: int | None) -> Moment | None:
    for element in doc.select(selector)[:3]:
        found = find_moment(" ".join("".join(map(str, element.itertext())).split())[:400], doc.fetched_at, year)
        if found:
            return found
    return None


def _printed(doc: Document, body: Body, year: int | None) -> Moment | None:
    """The date that stands between title and text, close above the title, or labelled close below the text."""
    ranked: list[tuple[int, int, Moment]] = []
    for distance, line in enumerate(reversed(body.head[-40:])):
        _rank(ranked, doc, line, year, distance, labelled_only=False)
    if not ranked and body.heading is not None:
        above = doc.lines[max(0, body.heading.index - 5) : body.heading.index]
        for distance, line in enumerate(reversed(above)):
            _rank(ranked, doc, line, year, 40 + distance, labelled_only=False)
    if not ranked:
        for distance, line in enumerate(body.tail[:12]):
            near = distance < 3 and bool(NAMED.search(line.text))
            _rank(ranked, doc, line, year, 60 + distance, labelled_only=not near)
    return min(ranked, key=lambda one: one[:2])[2] if ranked else None


def _rank(
    ranked: list[tuple[int, int, Moment]], doc: Document, line: Line, year: int | None, distance: int, *, labelled_only: bool
) -> None:
    """Adds the date of a line: labelled ones first, then those with a year and a time, then the nearest."""
    text = line.text
    if len(text) > LONGEST or TODAY.search(text) or len(text) - line.linked < 4:
        return
    found = find_moment(text, doc.fetched_at, year)
    if found is None:
        return
    before = text[max(0, found.start - 12) : found.start]
    if UPDATED.search(before) and (later := find_moment(text[found.end :], doc.fetched_at, year)):
        text = text[found.end :]
        found, before = later, text[max(0, later.start - 12) : later.start]
    labelled = bool(LABEL.search(before)) and not UPDATED.search(before)
    if labelled_only and not labelled:
        return
    rest = text[: found.start] + text[found.end :]
    if not found.whole and not (labelled or found.clock):
        return  # 9月11日 alone is when something happened
    if not labelled and not found.clock and len(rest) > 60:
        return
    order = 0 if labelled and found.whole else 1 if found.clock and found.whole else 2 if found.whole else 3
    ranked.append((order + (4 if UPDATED.search(before) else 0), distance, found))


def _stated(doc: Document) -> Moment | None:
    """What metas and JSON-LD say; they know the year."""
    for name in METAS:
        for text in doc.metas.get(name, ())[:1]:
            found = find_moment(text, doc.fetched_at)
            if found and found.whole:
                return found
    for name, texts in doc.metas.items():
        if "pub" in name and ("time" in name or "date" in name):
            found = find_moment(texts[0], doc.fetched_at)
            if found and found.whole:
                return found
    for data in doc.jsonld:
        said = data.get("datePublished") or data.get("pubDate") or data.get("upDate")
        if isinstance(said, str):
            found = find_moment(said, doc.fetched_at)
            if found and found.whole:
                return found
    for element in doc.tree.iter("time"):
        found = find_moment(element.get("datetime") or "", doc.fetched_at)
        if found and found.whole and (element.get("pubdate") is not None or element.get("itemprop") == "datePublished"):
            return found
    return None


def _in_attribute(doc: Document, body: Body) -> Moment | None:
    """What an element between title and text keeps for a script that prints it: `<span data-time="1747703531">`."""
    for line in reversed(body.head[-12:]):
        for element in line.element.iter():
            for name in ATTRIBUTES:
                value = (element.get(name) or "")[:40].strip()
                found = (from_stamp(value, doc.fetched_at) or find_moment(value, doc.fetched_at)) if len(value) >= 8 else None
                if found and found.whole:
                    return found
    return None


def _scripted(doc: Document) -> Moment | None:
    """What scripts call the time of publication, where all that do name one day: a page's lists would name several."""
    found = []
    for script in doc.tree.iter("script"):
        for value in SCRIPTED.findall((script.text or "")[:MOST_SCRIPT]):
            moment = from_stamp(value, doc.fetched_at) or find_moment(value, doc.fetched_at)
            if moment:
                found.append(moment)
    return max(found, key=lambda moment: len(moment.clock)) if len({moment.day for moment in found}) == 1 else None


def _from_url(doc: Document) -> str | None:
    match = IN_URL.search(urlsplit(doc.url).path)
    if not match:
        return None
    parts = [group for group in match.groups() if group]
    found = find_moment("-".join(parts), doc.fetched_at)
    return found.day.isoformat() if found else None


def _url_year(url: str) -> int | None:
    match = IN_URL.search(urlsplit(url).path)
    if match:
        return int(next(group for group in match.groups() if group))
    year = YEAR_IN_URL.search(urlsplit(url).path)
    return int(year[1]) if year else None
