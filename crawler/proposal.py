"""From what a survey saw of an address to the source file it deserves, and from what it saw of a source to what needs mending."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from archive.records import Article, Outcome, Rejection
from crawler.colophon import region_of
from crawler.listing import Link
from crawler.source import KEY, Source, site_of
from crawler.survey import ENOUGH, Survey, Tried

SHAPES = 4  # address patterns of one source; more, and the reader of lists judges by itself
COVERED = 0.9  # of the links that the patterns must match
NOT_NAMES = re.compile(r"^(?:首页|网站首页|列表|新闻|资讯|动态|公告|通知公告|.{0,6}(?:动态|新闻|资讯|要闻|公告|快讯|列表))$")
HIJACKED = (Outcome.SPAM, Outcome.PARKED)
BLOCKED = (Outcome.CAPTCHA, Outcome.ANTI_BOT, Outcome.LOGIN_WALL, Outcome.PAYWALL)
SEPARATOR = re.compile(r"\s*[-_|–—>»·]+\s*")


def propose(said: Survey, name: str = "") -> Source:
    """The source of a surveyed address: its name, region, patterns and feeds as seen."""
    url = said.source.lists[0]
    name = name or _name(said) or urlsplit(url).netloc
    return Source(
        key=key_of(url),
        name=name,
        home=f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/",
        region=region_of(name, next((glance.foot for glance in said.listings.values() if glance.foot), "")),
        lists=said.source.lists,
        feeds=tuple(said.feeds),
        articles=pattern_of(said.links),
        javascript=said.rendered,
        checked=f"{url}: {len(said.links)} links, {len(said.articles)} of {len(said.readings)} read, {date.today().isoformat()}",
    )


def key_of(url: str) -> str:
    """A key for an address: its site's name with the subdomain, such as `people_cq`."""
    host = urlsplit(url).hostname or "source"
    site = site_of(host)
    if re.fullmatch(r"[\d.:]+", site):
        found = "source_" + re.sub(r"\W+", "_", urlsplit(url).netloc)
    else:
        below = [part for part in host.removesuffix(site).strip(".").split(".") if part not in ("", "www", "m")]
        found = "_".join([site.split(".")[0], *below])
    found = re.sub(r"[^a-z0-9_]+", "_", found.lower())[:40].strip("_")
    return found if KEY.fullmatch(found) else f"s_{found}"[:40]


def pattern_of(links: list[Link]) -> str:
    """A pattern of these links' addresses, or '' where they have too little in common."""
    shapes = Counter(_shape(link.url) for link in links)
    kept = [shape for shape, count in shapes.most_common(SHAPES) if count >= 2]
    if not kept or sum(shapes[shape] for shape in kept) < COVERED * len(links):
        return ""
    return "|".join(kept)


def _shape(url: str) -> str:
    """The path and query of an address with its numbers, dates and hashes left open."""
    parts = urlsplit(url)
    text = parts.path + (f"?{parts.query}" if parts.query else "")
    pieces = re.split(r"([0-9a-fA-F]{16,}|\d+)", text)
    found = ""
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            found += re.escape(piece).replace(r"\-", "-").replace(r"\&", "&")
        elif piece.isdigit() and len(piece) < 16:
            found += r"\d{4}" if re.fullmatch(r"20\d\d", piece) else r"\d+"
        else:
            found += r"[0-9a-zA-Z]+"
    return found + "$"


def toml_of(source: Source) -> str:
    """The source as the text of its file: only keys that differ from their defaults."""
    lines = [f"name = {_quoted(source.name)}"]
    if source.region:
        lines.append(f"region = {_quoted(source.region)}")
    lines.append(f"home = {_quoted(source.home)}")
    for key in ("lists", "feeds", "sitemaps"):
        urls = getattr(source, key)
        if urls:
            lines.append(f"{key} = [{', '.join(_quoted(url) for url in urls)}]")
    if source.articles:
        lines.append(
            f"articles = '{source.articles}'" if "'" not in source.articles else f"articles = {_quoted(source.articles)}"
        )
    if source.javascript:
        lines.append("javascript = true")
    lines.append(f"delay = {source.delay}")
    lines.append(f"checked = {_quoted(source.checked)}")
    return "\n".join(lines) + "\n"


def comments_of(said: Survey) -> str:
    """What a person who reads the file later wants to know: what the column calls itself, how it goes on, what was seen there."""
    lines = [glance.heading for glance in said.listings.values() if glance.heading][:3]
    following = next((glance.listing.next for glance in said.listings.values() if glance.listing.next), None)
    lines.append(f"next page: {following}" if following else "no next page was found")
    lines += [f"article: {link.url} {link.text}" for link in said.links[:2]]
    return "".join(f"# {''.join(char if char.isprintable() else ' ' for char in line)[:150]}\n" for line in lines)


def mend(said: Survey, dated: bool = False) -> list[str]:
    """What is wrong with a source, a line each with what helps; empty where it works. `dated`: its articles once had days."""
    lines = []
    source = said.source
    latest = {one.url: one for one in said.attempts if one.url in source.starts}  # what failed may have been tried again
    failed = {url: one for url, one in latest.items() if one.outcome not in ("listing", "redirect")}
    lines += [f"{one}; {_help(one, source)}" for one in failed.values()]
    for url, glance in said.listings.items():
        found, free = len(glance.listing.links), len(glance.unpatterned.links)
        if found >= ENOUGH or url in failed or glance.listing.lists:
            continue
        if glance.listing.kind != "html":  # a feed may be short; scripts would not lengthen it
            if not found:
                lines.append(f"{url}: nothing is listed there; open {source.home} and look for another feed, sitemap or column")
            continue
        if source.articles and free >= ENOUGH:
            lines.append(
                f"{url}: articles: the pattern matches {found} of {free} links that look like articles; "
                + _advice(glance.unpatterned.links, said.trials)
            )
        elif glance.listing.detail:
            lines.append(
                f"{url}: {found} links; it {glance.listing.detail}: that may be the list, and its address the one to name"
            )
        elif not source.javascript:
            lines.append(f"{url}: {found} links; if a browser shows more, the list needs javascript = true")
        else:
            lines.append(f"{url}: {found} links, also after its scripts ran; it may have moved")
    read, tried = said.articles, said.readings
    if tried and len(read) * 2 < len(tried):
        why = Counter(str(result.outcome) for _, result in tried if not isinstance(result, Article)).most_common(2)
        lines.append(
            f"{len(read)} of {len(tried)} articles could be read ({', '.join(f'{name} {count}' for name, count in why)}); "
            f"`jianxun extract --explain` on {tried[0][0].url} says more, body names the container"
        )
    if undated(said) and (dated or source.date):
        lines.append(f"no article has a date any more; date = 'CSS selector' in {_file(source)} names where it stands")
    return lines


def _help(failed: Tried, source: Source) -> str:
    """What helps where a list cannot be had."""
    if failed.outcome in HIJACKED:
        return (
            f"the site may be hijacked or sold: adopt nothing of it, and ask at {source.home} or elsewhere whether it has moved"
        )
    if failed.outcome == Outcome.MAINTENANCE:
        return "nothing to mend while the portal is closed for repair; check again in some days"
    if failed.outcome in BLOCKED:
        return f"open {source.home} in a browser: the portal answers its visitors with this page"
    return f"open {source.home} and put the column's present address into {_file(source)}"


def _advice(links: Sequence[Link], trials: list[tuple[Link, Article | Rejection]]) -> str:
    """Which pattern to put in the place of one that matches nothing; none where the pages that were tried are no articles."""
    tried = [result for link, result in trials if link in links]
    refused = [result for result in tried if isinstance(result, Rejection)]
    if refused and len(refused) == len(tried):
        return f"but {refused[0].outcome} is what the first of them are: do not adopt them"
    shape = pattern_of(list(links))
    return (f"theirs is articles = '{shape}'" if shape else "try without it") + f"; one of them is called {links[0].text[:40]}"


def remarks(said: Survey) -> list[str]:
    """What a person may want to look at although nothing is known to be wrong."""
    if not undated(said):
        return []
    return [f"no article has a date; if the pages print one, date = 'CSS selector' in {_file(said.source)} names where it stands"]


def undated(said: Survey) -> bool:
    """Whether several articles were read and none has a day."""
    return len(said.articles) >= 2 and not any(article.published for article in said.articles)


def _file(source: Source) -> Path:
    return source.path or Path(f"{source.key}.toml")


def _name(said: Survey) -> str:
    """The portal's name: what the title of the page says last, which is how portals write theirs."""
    heading = next((glance.heading for glance in said.listings.values() if glance.heading), "")
    parts = [part for part in SEPARATOR.split(heading) if 2 <= len(part) <= 30]
    named = [part for part in parts if not NOT_NAMES.match(part)]
    return named[-1] if named else ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else " " for char in escaped) + '"'
