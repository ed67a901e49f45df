"""Sources as data: one portal is one TOML file, read and checked here. How its pages are fetched is `spiders`'."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SHIPPED = Path(__file__).parent / "sources"
KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")


class SourceError(ValueError):
    """One or more mistakes in source files; the message has one line for each: file, key, what was found, what is allowed."""


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
    articles: str = ""  # regular expression an article's address must contain
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
    def hosts(self) -> frozenset[str]:
        """Hosts (with port where it is not the default) that the source names itself."""
        named = (self.home, *self.lists, *self.feeds, *self.sitemaps)
        return frozenset(urlsplit(url).netloc.lower() for url in named)
