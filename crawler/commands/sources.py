"""`sources`: which there are, whether they still work, and a new one from an address."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.commands import options

if TYPE_CHECKING:
    from crawler.survey import Survey


@click.group()
def sources() -> None:
    """The portals: one TOML file each."""


@sources.command("list")
@options.sources
@options.config
def show(sources_directory: Path | None, config_path: Path | None) -> None:
    """Show the sources and what each was checked against."""
    from tabulate import tabulate

    _, _, found = options.read_options(config_path, None, sources_directory)
    rows = []
    for one in found.values():
        flags = [name for name in ("javascript", "mirror", "replay_only", "insecure") if getattr(one, name)]
        ways = [f"{len(getattr(one, name))} {name}" for name in ("lists", "feeds", "sitemaps") if getattr(one, name)]
        rows.append([one.key, one.name, one.region, ", ".join(ways), ", ".join(flags), one.checked])
    click.echo(tabulate(rows, headers=["source", "name", "region", "found by", "flags", "checked"]))


@sources.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--articles", type=click.IntRange(0, 20), default=3, show_default=True, help="Articles to read of each source.")
@options.allow_address
@options.replay
@options.sources
@options.config
def check(
    keys: tuple[str, ...],
    articles: int,
    config_path: Path | None,
    sources_directory: Path | None,
    replay: Path | None,
    allow_addresses: frozenset[str],
) -> None:
    """Visit each source's lists and a few articles, and tell which still work and what to mend. Nothing is archived.

    Articles without a day are a fault only where the source names a place for it or the archive has days of it.
    The exit status is 0 when all work, 1 when some need mending, 3 when none could be reached.
    """
    from tabulate import tabulate

    from archive.nights import dated_sources
    from crawler.nightly import due_sources
    from crawler.proposal import mend, remarks
    from crawler.replay import Recording
    from crawler.survey import survey

    config, directory, found = options.read_options(config_path, None, sources_directory, keys)
    recording = Recording.open(replay) if replay else None
    due = due_sources(found, recording)
    dated = dated_sources(directory)
    surveys = survey(list(due.values()), config, articles=articles, recording=recording, allow_addresses=allow_addresses)
    rows, lines, notes = [], [], []
    for said in surveys:
        wrong = mend(said, said.source.key in dated)
        lines += [f"{said.source.key}: {line}" for line in wrong]
        notes += [f"{said.source.key}: remark: {line}" for line in ([] if wrong else remarks(said))]
        rows.append(_row(said, bool(wrong)))
    click.echo(tabulate(rows, headers=["source", "works", "lists", "links", "read", "with day", "newest", "body"]))
    for line in (*lines, *notes):
        click.echo(line)
    reached = sum(bool(said.listings) for said in surveys)
    sys.exit(3 if not reached else 1 if lines else 0)


def _row(said: Survey, wrong: bool) -> list[object]:
    read = said.articles
    days = [article.published[:10] for article in read if article.published]
    lengths = sorted(article.characters for article in read)
    return [
        said.source.key,
        "no" if wrong else "yes",
        f"{sum(url in said.listings for url in said.source.starts)}/{len(said.source.starts)}",
        len(said.links),
        f"{len(read)}/{len(said.readings)}",
        f"{len(days)}/{len(read)}",
        max(days, default=""),
        f"{lengths[len(lengths) // 2]} characters" if lengths else "",
    ]


@sources.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--key", help="The file's name [default: after the host]; for one portal.")
@click.option("--name", default="", help="The portal's name [default: as its page says]; for one portal.")
@click.option("--replace", "replaces", is_flag=True, help="Overwrite the file of that key.")
@click.option("--dry-run", is_flag=True, help="Show the file, do not write it.")
@options.allow_address
@options.replay
@options.sources
@options.config
def add(
    urls: tuple[str, ...],
    key: str | None,
    name: str,
    replaces: bool,
    dry_run: bool,
    config_path: Path | None,
    sources_directory: Path | None,
    replay: Path | None,
    allow_addresses: frozenset[str],
) -> None:
    """Visit column pages, find their articles, feeds and paging, show five articles of each portal, and write its source file.

    Columns of one host make one source. The exit status is 0 when every file was written, 1 when a page has no list that can
    be read, 3 when none can be had.
    """
    from archive.address import AddressError, clean
    from crawler.proposal import key_of
    from crawler.replay import Recording
    from crawler.source import KEY
    from crawler.survey import probe, survey

    try:
        columns = [clean(url) for url in urls]
    except AddressError as error:
        raise click.UsageError(str(error)) from None
    config, directory = options.read_config_and_sources(config_path, sources_directory)
    if key is not None and not KEY.fullmatch(key):
        raise click.UsageError(f"--key {key}: allowed are lower-case letters, digits and _, beginning with a letter")
    portals: dict[str, list[str]] = {}
    for url in dict.fromkeys(columns):
        portals.setdefault(key_of(url), []).append(url)
    if len(portals) > 1 and (key or name):
        raise click.UsageError(f"--key, --name: are for one portal; these are {len(portals)}")
    taken = [path for one in portals if (path := directory / f"{key or one}.toml").exists()]
    if taken and not replaces and not dry_run:
        raise click.UsageError(f"{taken[0]} exists; --replace overwrites it, --key NAME gives another name")
    recording = Recording.open(replay) if replay else None
    probes = [probe(found, key=key or one) for one, found in portals.items()]
    surveys = survey(probes, config, articles=7, recording=recording, allow_addresses=allow_addresses, render=not replay)
    written = [_proposed(said, directory, name, dry_run, allow_addresses) for said in surveys]
    sys.exit(0 if all(written) else 1 if any(said.listings for said in surveys) else 3)


def _proposed(said: Survey, directory: Path, name: str, dry_run: bool, allow_addresses: frozenset[str]) -> bool:
    """Shows what a portal holds and writes its file; False where there is no list that can be read."""
    from dataclasses import replace

    from crawler.proposal import comments_of, propose, toml_of
    from crawler.source import SHIPPED, read_source
    from crawler.survey import ENOUGH

    url = said.source.lists[0]
    shown = sorted(said.readings, key=lambda one: _is_rejection(one[1]))[:5]
    for link, result in shown:
        _show(link.url, result)
    if len(said.links) < ENOUGH or not said.articles:
        click.echo(
            f"{url}: {len(said.links)} article links, {len(said.articles)} articles could be read; no source was written",
            err=True,
        )
        for attempt in said.attempts:
            click.echo(f"  {attempt}", err=True)
        return False
    source = propose(said, name)
    strangers = source.hosts - allow_addresses
    source = replace(source, key=said.source.key, delay=2.0 if strangers else 0.0)
    path = directory / f"{source.key}.toml"
    text = comments_of(said) + toml_of(source)
    click.echo(
        f"{len(said.links)} article links; next page: {said.listing.next or 'none'}; feeds: {', '.join(said.feeds) or 'none'}"
    )
    click.echo(f"\n{path}\n{text}")
    if dry_run:
        return True
    directory.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    read_source(path)
    if directory == SHIPPED:
        click.echo("Written beside the shipped sources; --sources DIR keeps your own apart.", err=True)
    return True


def _is_rejection(result: object) -> bool:
    from archive.records import Rejection

    return isinstance(result, Rejection)


def _show(url: str, result: object) -> None:
    from archive.records import Article

    if isinstance(result, Article):
        begin = result.body.replace("\n", " ")[:70]
        click.echo(f"{(result.published or 'no date')[:16]:16}  {result.title}\n    {url}\n    {result.source or '-'}: {begin}")
    else:
        click.echo(f"{getattr(result, 'outcome', '')!s:16}  {url}")
