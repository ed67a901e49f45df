"""Which address is which view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archive.serving.downloads import Downloads
from archive.serving.pages import Pages
from archive.serving.site import Site

ID = r"(?P<id>\d+)"


def routes(datasette: Any, db: Any) -> list[tuple[str, Callable[..., Any]]]:
    """Patterns with their views, for Datasette."""
    site = Site(datasette, db)
    pages, downloads = Pages(site), Downloads(site)
    table = {
        r"/$": pages.front,
        r"/search$": pages.search,
        r"/search\.atom$": downloads.search_feed,
        r"/search\.csv$": downloads.csv,
        r"/search\.json$": downloads.json,
        r"/search\.xlsx$": downloads.xlsx,
        r"/watch$": pages.watch,
        r"/watch\.atom$": downloads.watch_feed,
        rf"/story/{ID}$": pages.story,
        rf"/story/{ID}\.atom$": downloads.story_feed,
        rf"/article/{ID}$": pages.article,
        rf"/capture/{ID}$": pages.capture,
        rf"/capture/{ID}/served$": pages.served,
        rf"/capture/{ID}/bytes$": downloads.capture,
        r"/sources$": pages.sources,
        r"/source/(?P<key>[^/]+)$": pages.source,
        r"/runs$": pages.runs,
        rf"/run/{ID}$": pages.run,
        r"/runs\.atom$": downloads.runs_feed,
        r"/feeds$": pages.feeds,
        r"/-/(?P<name>jianxun|datasette)\.css$": pages.style,
    }
    return [(pattern, site.view(view)) for pattern, view in table.items()]
