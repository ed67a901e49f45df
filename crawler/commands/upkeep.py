"""`status`, `why`, `verify`, `rebuild` and `backup`."""

from __future__ import annotations

from pathlib import Path

import click

from crawler.commands import options
from crawler.progress import Steps


@click.command()
@options.config
@options.data
def status(config_path: Path | None, data: str | None) -> None:
    """Show the latest runs, how each source stands, and which need attention: the exit status is 1 when one does."""
    from archive.database import connect_read_only
    from archive.health import attention
    from crawler.config import data_directory, read_config
    from crawler.report import status_report

    conn = connect_read_only(data_directory(read_config(config_path), data))
    remarks = attention(conn)
    click.echo(status_report(conn, remarks))
    raise SystemExit(1 if remarks else 0)


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


@click.command()
@options.config
@options.data
def verify(config_path: Path | None, data: str | None) -> None:
    """Check every page of the database, every reference, every search row and every record of the WARC files.

    Names what is damaged and the command that mends it: `rebuild` makes the database anew from the WARC files, `reextract
    --apply` writes search rows and stories again, a WARC file comes from a backup. Exit status 5 when something is damaged.
    """
    from archive.integrity import verify as check
    from crawler.config import data_directory, read_config

    damages = 0
    with Steps() as steps:
        for damage in check(data_directory(read_config(config_path), data), steps.show):
            damages += 1
            steps.say(f"{damage.what}\n    remedy: {damage.remedy}")
    click.echo(f"{damages} damaged" if damages else "everything is as it was written")
    raise SystemExit(5 if damages else 0)


@click.command()
@click.argument("destination", type=click.Path(path_type=Path, file_okay=False))
@options.config
@options.data
def backup(destination: Path, config_path: Path | None, data: str | None) -> None:
    """Copy the archive into a new directory, consistently, also while a run writes.

    To restore: end `serve` and `schedule`, move what is left of the data directory aside, copy DESTINATION into its place
    (cp -a DESTINATION data), run `jianxun verify`. The next run goes on from there: what came after the copy is found anew.
    A copy that was interrupted has no news.db; the same command makes it again.
    """
    from archive.integrity import backup as copy
    from crawler.config import data_directory, read_config

    with Steps() as steps:
        size = copy(data_directory(read_config(config_path), data), destination, steps.show)
    click.echo(
        f"{destination}: {size / 1e6:.1f} MB; to restore, copy it into the place of the data directory and run jianxun verify"
    )


@click.command()
@options.sources
@options.data
@options.config
def rebuild(sources_directory: Path | None, data: str | None, config_path: Path | None) -> None:
    """Make a new database from the WARC files, when news.db is damaged or gone.

    Every page that was received is read again with today's rules. Saved searches, corrections of stories and articles without
    a WARC record are carried over from the old database as far as it can be read; it is kept as news.db.damaged-DATE. What the
    files do not tell is lost: the history of runs and attempts, and what was never received.

    May be interrupted: the archive stays as it was, and the next rebuild goes on where this one stopped. End `serve` before,
    start it again after. Exit status 1 when something could not be read, 4 while another command writes.
    """
    from crawler.rebuild import rebuild as make
    from crawler.run import LockedError

    config, directory, sources = options.read_options(config_path, data, sources_directory)
    try:
        with Steps() as steps:
            said = make(directory, config, sources, progress=steps.show, tell=steps.say)
    except LockedError as error:
        click.echo(str(error), err=True)
        raise SystemExit(4) from None
    if said.resumed:
        click.echo(f"taken up behind record {said.resumed}")
    kept = said.salvaged
    click.echo(f"{said.records} records read, {said.damaged} damaged stretches; {said.articles} articles in the new database")
    click.echo(
        f"carried over: {kept.articles} articles, {kept.watches} saved searches, {kept.decisions} corrections;"
        f" {kept.unread} rows could not be read"
    )
    if said.aside is not None:
        click.echo(f"the old database is kept as {said.aside}")
    raise SystemExit(0 if said.whole else 1)
