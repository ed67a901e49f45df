"""The archive in a browser: a Datasette plugin. This file holds the hooks by which Datasette finds it, and nothing they do.

`jianxun serve` starts it; in an environment where jianxun is installed, so does plain Datasette:
    datasette data/news.db --metadata archive/serving/metadata.yaml
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette import hookimpl

from archive.folding import fold_search
from archive.serving.gateway import archive_of
from archive.serving.limits import bound
from archive.serving.routes import routes
from archive.serving.security import guarded
from archive.serving.site import style
from archive.serving.tables import for_excel, table_renderer

NAME = "jianxun"  # of the plugin's settings in Datasette's metadata: {"plugins": {"jianxun": {"hosts": [...]}}}


@hookimpl
def startup(datasette: Any) -> None:
    """Builds the tables of characters before the first reader waits for them."""
    fold_search("檢驗")


@hookimpl(trylast=True)  # after Datasette has given the connection its own escape_fts
def prepare_connection(conn: Any, database: str, datasette: Any) -> None:
    """Bounds what a query may cost, and lets Datasette's search box find Chinese."""
    bound(conn)


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The pages, where one of the databases is an archive of ours."""
    db = archive_of(datasette)
    return routes(datasette, db) if db else []


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Chinese type and our colours for Datasette's own pages."""
    return [datasette.urls.path(f"/-/datasette.css?v={style('datasette.css')[1]}")] if archive_of(datasette) else []


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Headers and the Host check around all answers, CSV made fit for spreadsheets."""
    hosts = (datasette.plugin_config(NAME) or {}).get("hosts") or ()
    hosts = hosts.split() if isinstance(hosts, str) else hosts
    return lambda app: guarded(for_excel(app), hosts)


@hookimpl
def register_output_renderer(datasette: Any) -> list[dict[str, Any]]:
    """Every table and query also as .xlsx."""
    return [{"extension": "xlsx", "render": table_renderer}]


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The way back from Datasette's own pages."""
    return [{"href": datasette.urls.path(path), "label": label} for path, label in (("/", "检讯首页"), ("/search", "检索"))]
