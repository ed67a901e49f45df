"""`status`, `why`, `verify`, `rebuild` and `backup`."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.commands import options


@click.command()
@options.config
@options.data
def status(config_path: Path | None, data: str | None) -> None:
    """Show the latest runs and how each source stands."""
    from archive.database import connect_read_only
    from crawler.config import data_directory, read_config
    from crawler.report import status_report

    conn = connect_read_only(data_directory(read_config(config_path), data))
    click.echo(status_report(conn))


@click.command()
@click.argument("url")
@options.config
@options.data
def why(url: str, config_path: Path | None, data: str | None) -> None:
    """Tell what ever happened to a URL: every attempt, with its outcome."""
    from archive.database import connect_read_only
    from crawler.config import data_directory, read_config
    from crawler.report import why_report

    conn = connect_read_only(data_directory(read_config(config_path), data))
    click.echo(why_report(conn, url))
