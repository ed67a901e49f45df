"""`jianxun extract`: what the reader makes of a saved page, for a person, for a program, for many pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.commands import options

if TYPE_CHECKING:
    from crawler.batch import Entry, Record

SHOWN = ("published", "source", "author", "editor", "original_source", "original_title", "original_url", "column", "next_page")


@click.command()
@click.argument("file", required=False, metavar="FILE")
@options.page_url
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@click.option("--explain", "explained", is_flag=True, help="Also say which lines were cut, and why.")
@click.option("--batch", metavar="MANIFEST.jsonl", help='Many pages: lines {"id", "path", "url"}; one JSON line out for each.')
def extract(file: str | None, url: str, as_json: bool, explained: bool, batch: str | None) -> None:
    """Show the article in a saved page (FILE, or - for standard input), or why there is none.

    The exit status is 0 for an article, 1 for a page that is none, 2 for a file that cannot be read.
    """
    if (file is None) == (batch is None):
        raise click.UsageError("name one FILE, or --batch MANIFEST.jsonl")
    if batch is not None:
        from crawler.batch import extract_all

        answer_batch(batch, extract_all)
        return
    from archive.records import Article, Page, Rejection
    from crawler.batch import article_record, read_page
    from crawler.extract import explain

    try:
        page = Page(url, sys.stdin.buffer.read(), datetime.now(UTC)) if file == "-" else read_page(Path(str(file)), url)
    except OSError as error:
        raise click.UsageError(f"{file}: {error.strerror}") from None
    said = explain(page)
    if as_json:
        answer = article_record(file, said.result)
        if isinstance(said.result, Rejection):
            answer["detail"] = said.result.detail
        if explained:
            answer["how"], answer["container"], answer["codec"] = said.how, said.container, said.codec
            answer["cut"] = [{"line": cut.line.text, "reason": cut.reason} for cut in said.cut]
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        _show(said.result)
        if explained:
            click.echo(f"\n-- {said.how or 'no text'}: {said.container or '-'}; read as {said.codec}")
            for cut in said.cut:
                click.echo(f"-- cut: {cut.reason}: {cut.line.text[:100]}")
    sys.exit(0 if isinstance(said.result, Article) else 1)


def _show(result: object) -> None:
    from archive.records import Article, Rejection

    if isinstance(result, Rejection):
        click.echo(f"no article: {result.outcome}" + (f" ({result.detail})" if result.detail else ""))
        return
    assert isinstance(result, Article)
    click.echo(result.title)
    for name in SHOWN:
        value = getattr(result, name)
        if value is not None:
            click.echo(f"{name.replace('_', ' ')}: {value}")
    notes = "; pinyin notes removed" if result.pinyin_notes else ""
    click.echo(f"script: {result.script}; {result.characters} characters{notes}")
    click.echo(f"\n{result.body}")


def answer_batch(manifest: str, answer_all: Callable[[Iterable[Entry]], Iterator[Record]]) -> None:
    """Prints one JSON line for each line of a manifest, a file or - for standard input."""
    from crawler.batch import read_manifest

    path = Path(manifest)
    try:
        lines = sys.stdin if manifest == "-" else path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise click.UsageError(f"{manifest}: {error.strerror}") from None
    directory = Path() if manifest == "-" else path.parent
    with lines:
        for answer in answer_all(read_manifest(lines, directory)):
            click.echo(json.dumps(answer, ensure_ascii=False))
