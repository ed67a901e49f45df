"""`schedule`, `crontab` and `systemd`: three ways to run every night."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.commands import options


@click.command(context_settings={"ignore_unknown_options": True})
@options.config
@options.data
@click.argument("flags", metavar="[FLAGS OF nightly]...", nargs=-1, type=click.UNPROCESSED)
def schedule(config_path: Path | None, data: str | None, flags: tuple[str, ...]) -> None:
    """Stay and run `nightly` every day at the configured time; a missed run is caught up, never run twice."""
    from crawler.commands.crawl import nightly
    from crawler.schedule import keep_schedule

    asked = nightly.make_context("nightly", list(flags)).params  # a mistake in them would end every night's run
    config, directory, _ = options.read_options(config_path, data, asked["sources_directory"], asked["only"])
    keep_schedule(config, directory, flags)


@click.command()
@options.config
@options.data
def crontab(config_path: Path | None, data: str | None) -> None:
    """Print a line for crontab(5); makes the data directory, which its log is in."""
    from crawler.config import data_directory, read_config
    from crawler.schedule import crontab_line

    config = read_config(config_path)
    directory = data_directory(config, data)
    directory.mkdir(parents=True, exist_ok=True)
    click.echo(crontab_line(config, directory))


@click.command()
@options.config
@options.data
def systemd(config_path: Path | None, data: str | None) -> None:
    """Print a service and a timer for systemd; makes the data directory, which the service may write to."""
    from crawler.config import data_directory, read_config
    from crawler.schedule import systemd_units

    config = read_config(config_path)
    directory = data_directory(config, data)
    directory.mkdir(parents=True, exist_ok=True)
    click.echo(systemd_units(config, directory))
