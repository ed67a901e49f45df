"""Sources as data: one portal is one TOML file, read and checked here. How its pages are fetched is `spiders`'."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from tldextract import TLDExtract

from archive.address import TWIN, AddressError, clean
from archive.address import key as address_key
from crawler.toml_file import check_table, read_toml

SHIPPED = Path(__file__).parent / "sources"
KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")
OUR_OWN = {"key", "path"}  # fields that are not keys of the file


class SourceError(ValueError):
    """Mistakes in source files; the message has one line for each: file, key, what was found, what is allowed."""


@dataclass(frozen=True, slots=True)
class Source:
    """One portal. Field names are the keys of its file; `key` is the file's name without `.toml`."""

    key: str
    name: str
    home: str
    region: str = ""  # where the portal is at home: 重庆市
    lists: tuple[str, ...] = ()  # column pages, or addresses of JSON lists
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    articles: str = ""  # regular expression that an article's address must contain
    pages: str = ""  # how page n of a list is named: `index_{n}.html`, resolved against the list
    body: str = ""  # CSS selectors, only where the reader needs them
    title: str = ""
    date: str = ""
    drop: tuple[str, ...] = ()  # lines that are never news; regular expressions for a whole line
    javascript: bool = False
    charset: str = ""
    delay: float = 2.0  # seconds between requests
    mirror: bool = False  # never a first source
    replay_only: bool = False
    checked: str = ""  # what the file was checked against, and when
    insecure: bool = False  # certificates are not verified; shown in `status`
    path: Path | None = field(default=None, compare=False)  # the file it came from

    @property
    def starts(self) -> tuple[str, ...]:
        """Where discovery begins: lists, then feeds, then sitemaps."""
        return (*self.lists, *self.feeds, *self.sitemaps)

    @property
    def hosts(self) -> frozenset[str]:
        """Hosts, with the port where it is not the default, that the file names."""
        return frozenset(urlsplit(url).netloc.lower() for url in (self.home, *self.starts))

    def identity(self, url: str) -> str:
        """The address key under this source's own rule for twins (http/https, m./www.)."""
        return address_key(url, self.home)


def read_source(path: Path) -> Source:
    """One source file. Raises SourceError with every mistake in it."""
    table, mistakes = read_toml(path)
    if not mistakes:
        values, mistakes = check_table(path, table, [item for item in fields(Source) if item.name not in OUR_OWN])
        if not KEY.fullmatch(path.stem):
            mistakes.append(f"{path}: the file's name is the source's key; allowed are lower-case letters, digits and _")
        mistakes += [f"{path}: {line}" for line in _contradictions(values)]
    if mistakes:
        raise SourceError("\n".join(mistakes))
    return Source(key=path.stem, path=path, **values)


def read_sources(directory: Path = SHIPPED, only: Iterable[str] = ()) -> dict[str, Source]:
    """All sources of a directory by key, or those named. Raises SourceError with the mistakes of all files together."""
    if not directory.is_dir():
        raise SourceError(f"{directory}: no such directory of source files; name one with --sources DIR")
    found, mistakes = {}, []
    for path in sorted(directory.glob("*.toml")):
        try:
            found[path.stem] = read_source(path)
        except SourceError as error:
            mistakes.append(str(error))
    unknown = [key for key in only if key not in found and not (directory / f"{key}.toml").exists()]
    mistakes += [f"--source {key}: not in {directory}; there are {', '.join(found) or 'none'}" for key in unknown]
    if mistakes:
        raise SourceError("\n".join(mistakes))
    if not found:
        raise SourceError(f"{directory}: holds no source file (*.toml); `jianxun sources add URL` writes one")
    return {key: found[key] for key in only} if only else found


def by_host(sources: Iterable[Source]) -> dict[str, Source]:
    """Sources by the hosts that their files name, and by those without www., m. or wap., for `source_at`."""
    named = [(host, source) for source in sources for host in sorted(source.hosts)]
    found: dict[str, Source] = {}
    for host, source in [*named, *((TWIN.sub("", host), source) for host, source in named)]:
        found.setdefault(host, source)
    return found


def source_at(url: str, known: Mapping[str, Source]) -> Source:
    """The source whose host, or a twin of it, an address has; else one made of the host."""
    host = urlsplit(url).netloc.lower()
    return known.get(host) or known.get(TWIN.sub("", host)) or unlisted(url)


def unlisted(url: str, key: str = "") -> Source:
    """A source for a site that no file describes. Its twins are one site, as where a file says so."""
    parts = urlsplit(url)
    key = key or TWIN.sub("", parts.netloc.lower()) or "unknown"
    return Source(key=key, name=key, home=f"{parts.scheme or 'http'}://{key}/")


@cache
def _suffixes() -> TLDExtract:
    return TLDExtract(suffix_list_urls=(), cache_dir=None)  # the list that is shipped; it would fetch a newer one otherwise


def site_of(host: str) -> str:
    """The registered domain of a host (with or without port), or the host itself where it is an IP address."""
    name = urlsplit(f"//{host}").hostname or ""
    return _suffixes()(name).top_domain_under_public_suffix or name


def hooks(source: Source) -> ModuleType | None:
    """The Python file of the same name beside the source's file, imported, where there is one."""
    beside = source.path.with_suffix(".py") if source.path else None
    if beside is None or not beside.is_file():
        return None
    spec = importlib.util.spec_from_file_location(f"jianxun_source_{source.key}", beside)
    if spec is None or spec.loader is None:
        raise SourceError(f"{beside}: cannot be imported")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _contradictions(values: dict[str, object]) -> list[str]:
    """What the types cannot say: addresses, patterns, selectors, numbers."""
    lines = []
    for name in ("home", "lists", "feeds", "sitemaps"):
        for url in _each(values.get(name)):
            try:
                clean(url)
            except AddressError:
                lines.append(f"{name}: found {url!r}; allowed are http and https addresses")
    for name in ("articles", "drop"):
        lines += [f"{name}: {text!r} is no regular expression: {said}" for text, said in _broken(values.get(name), re.compile)]
    for name in ("body", "title", "date"):
        lines += [f"{name}: {text!r} is no CSS selector: {said}" for text, said in _broken(values.get(name), _selector)]
    if values.get("pages") and "{n}" not in str(values["pages"]):
        lines.append(f"pages: found {values['pages']!r}; it must contain {{n}}, the number of the list page")
    delay = values.get("delay", 2.0)
    if isinstance(delay, int | float) and not 0 <= delay <= 600:
        lines.append(f"delay: found {delay}; allowed are 0 to 600 seconds")
    if values.get("charset"):
        try:
            "".encode(str(values["charset"]))
        except LookupError:
            lines.append(f"charset: found {values['charset']!r}; allowed are utf-8, gb18030, big5")
    if not any(values.get(name) for name in ("lists", "feeds", "sitemaps")):
        lines.append("lists, feeds, sitemaps: all missing; at least one says where new articles are found")
    return lines


def _each(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return [str(value)] if value else []


def _broken(value: object, compile_: Callable[[str], object]) -> list[tuple[str, Exception]]:
    found: list[tuple[str, Exception]] = []
    for text in _each(value):
        try:
            compile_(text)
        except (ValueError, SyntaxError, re.error) as error:
            found.append((text, error))
    return found


def _selector(text: str) -> object:
    from cssselect import HTMLTranslator

    return HTMLTranslator().css_to_xpath(text)
