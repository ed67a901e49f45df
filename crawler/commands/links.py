"""`jianxun links`: which links of a list are articles."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.commands import options
from crawler.commands.extract import answer_batch

if TYPE_CHECKING:
    from crawler.listing import Listing


@click.command()
@click.argument("page", required=False, metavar="FILE|URL")
@options.page_url
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@click.option("--batch", metavar="MANIFEST.jsonl", help='Many pages: lines {"id", "path", "url"}; one JSON line out for each.')
@options.allow_address
@options.config
def links(
    page: str | None,
    url: str,
    as_json: bool,
    batch: str | None,
    allow_addresses: frozenset[str],
    config_path: Path | None,
) -> None:
    """Show which links of a list are articles: of a saved page (FILE, or - for standard input) or of a page fetched now (URL).

    The exit status is 0 where links were found, 1 where none, 2 for a file that cannot be read, 3 for an address that cannot.
    """
    from archive.records import Page
    from crawler.batch import links_record, list_all, read_page, told

    if (page is None) == (batch is None):
        raise click.UsageError("name one FILE or URL, or --batch MANIFEST.jsonl")
    if batch is not None:
        answer_batch(batch, list_all)
        return
    assert page is not None
    if page.startswith(("http://", "https://")):
        answer = told(page, _fetched(page, config_path, allow_addresses))
    else:
        try:
            seen = Page(url, sys.stdin.buffer.read(), datetime.now(UTC)) if page == "-" else read_page(Path(page), url)
        except OSError as error:
            raise click.UsageError(f"{page}: {error.strerror}") from None
        answer = links_record(page, seen)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        for link in answer["links"]:
            click.echo(f"{link['date'] or '-':10}  {link['text']}  {link['url']}")
        click.echo(f"{len(answer['links'])} article links; next page: {answer['next'] or 'none'}")
    sys.exit(0 if answer["links"] else 1)


def _fetched(url: str, config_path: Path | None, allow_addresses: frozenset[str]) -> Listing:
    from archive.address import AddressError, clean
    from crawler.config import read_config
    from crawler.survey import probe, survey

    try:
        url = clean(url)
    except AddressError as error:
        raise click.UsageError(str(error)) from None
    said = survey([probe([url])], read_config(config_path), articles=0, allow_addresses=allow_addresses)[0]
    if not said.listings:
        for attempt in said.attempts:
            click.echo(str(attempt), err=True)
        sys.exit(3)
    return said.listing
