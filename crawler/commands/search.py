"""`search` and `watch`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click

from crawler.commands import options

MARKUP = re.compile(r"</?mark>")


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="QUERY", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="How many.")
@click.option(
    "--order", type=click.Choice(["newest", "relevance"]), default="newest", show_default=True, help="What comes first."
)
@options.config
@options.data
def search(words: tuple[str, ...], as_json: bool, limit: int, order: str, config_path: Path | None, data: str | None) -> None:
    """Find articles, in either script: words, "phrases", -exclusions, site: region: topic: source: month: after: before: role:."""
    from html import unescape

    from archive.database import connect_read_only
    from archive.finding import search as find
    from crawler.config import data_directory, read_config

    conn = connect_read_only(data_directory(read_config(config_path), data))
    results = find(conn, " ".join(words), limit=limit, order=order)
    for hit in results.hits:
        plain = unescape(MARKUP.sub("", hit.snippet))
        if as_json:
            names = ("id", "url", "site", "source", "title", "published", "region", "topic", "story_id", "copies")
            click.echo(json.dumps({**{name: getattr(hit, name) for name in names}, "snippet": plain}, ensure_ascii=False))
        else:
            copies = f"  ({hit.copies} copies)" if hit.copies else ""
            click.echo(f"{(hit.published or '-')[:10]}  {hit.title}{copies}\n    {hit.site}  {hit.url}\n    {plain}\n")
    for said in results.query.ignored:
        click.echo(f"ignored: {said}", err=True)
    if not results.hits:
        click.echo("nothing found", err=True)


@click.group()
def watch() -> None:
    """Saved searches: on the front page of `jianxun serve`, each with a feed and what is new since the last visit."""


@watch.command("add", context_settings={"ignore_unknown_options": True})
@click.argument("name")
@click.argument("words", metavar="QUERY", nargs=-1, required=True, type=click.UNPROCESSED)
@options.config
@options.data
def add(name: str, words: tuple[str, ...], config_path: Path | None, data: str | None) -> None:
    """Save a search under a name; the same name again replaces it."""
    from archive.query import parse
    from archive.watches import WatchError
    from archive.watches import add as save

    query = " ".join(words)
    asked = parse(query)
    if not (asked.wanted or asked.unwanted or asked.fields):
        raise click.UsageError(f"{query!r} has no word to search for")
    try:
        with _store(config_path, data).transaction() as conn:
            save(conn, name, query)
    except WatchError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{name}: {query}")


@watch.command("list")
@options.config
@options.data
def show(config_path: Path | None, data: str | None) -> None:
    """Show the saved searches, and how many articles each finds."""
    from archive.database import connect_read_only
    from archive.finding import search as find
    from archive.watches import watches
    from crawler.config import data_directory, read_config

    conn = connect_read_only(data_directory(read_config(config_path), data))
    for one in watches(conn):
        found = find(conn, one.query, facets=True, limit=1)
        click.echo(f"{one.name}: {one.query}  ({found.total}{'+' if found.capped else ''} articles)")


@watch.command()
@click.argument("name")
@options.config
@options.data
def remove(name: str, config_path: Path | None, data: str | None) -> None:
    """Forget a saved search."""
    from archive.watches import remove as forget

    with _store(config_path, data).transaction() as conn:
        known = forget(conn, name)
    if not known:
        raise click.UsageError(f"{name!r}: no such saved search; `jianxun watch list` shows them")


def _store(config_path: Path | None, data: str | None) -> Any:
    """The archive of the flags, open for writing, where there is one."""
    from archive.database import connect_read_only
    from archive.store import Store
    from crawler.config import data_directory, read_config

    directory = data_directory(read_config(config_path), data)
    connect_read_only(directory).close()  # opening a Store would make an archive
    return Store.open(directory)
