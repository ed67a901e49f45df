"""`nightly` and `add`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from crawler.commands import options


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    try:
        if value is None or date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise click.BadParameter(f"found {value!r}; allowed is YYYY-MM-DD")


@click.command()
@click.option("--source", "only", metavar="KEY", multiple=True, help="Only this source; may be repeated.")
@click.option("--full", is_flag=True, help="Read every list to its end and visit known articles again.")
@click.option("--day", metavar="YYYY-MM-DD", callback=_day, help="Do nothing if a run for this day has already ended.")
@options.crawling
def nightly(
    only: tuple[str, ...],
    full: bool,
    day: str | None,
    config_path: Path | None,
    data: str | None,
    sources_directory: Path | None,
    replay: Path | None,
    allow_addresses: frozenset[str],
) -> None:
    """Visit the sources and archive what is new."""
    config, directory, sources = options.read_options(config_path, data, sources_directory, only)
    from crawler.nightly import nightly as run
    from crawler.replay import Recording
    from crawler.run import AlreadyRanError, LockedError

    try:
        status = run(
            directory,
            config,
            sources,
            recording=Recording.open(replay) if replay else None,
            allow_addresses=allow_addresses,
            full=full,
            day=day,
            say=click.echo,
        )
    except LockedError as error:
        click.echo(str(error), err=True)
        raise SystemExit(4) from None
    except AlreadyRanError as error:
        click.echo(str(error))
        return
    raise SystemExit(int(status))


@click.command()
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@options.crawling
def add(
    urls: tuple[str, ...],
    config_path: Path | None,
    data: str | None,
    sources_directory: Path | None,
    replay: Path | None,
    allow_addresses: frozenset[str],
) -> None:
    """Archive the named pages now, whatever their topic."""
    config, directory, sources = options.read_options(config_path, data, sources_directory)
    from crawler.nightly import add as run
    from crawler.replay import Recording

    recording = Recording.open(replay) if replay else None
    raise SystemExit(
        int(run(directory, config, sources, urls, recording=recording, allow_addresses=allow_addresses, say=click.echo))
    )
