"""`import`, `reextract`, `story` and `diff`: bringing texts in, reading them again, correcting and comparing them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.commands import options
from crawler.progress import Steps

if TYPE_CHECKING:
    import sqlite3

    from archive.store import Store
    from crawler.reextract import Again

SHOWN = 40  # characters of a fact in a list of changes
CONTEXT = 30  # characters of unchanged text beside a change


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@options.workers
@options.sources
@options.data
@options.config
def import_(file: Path, workers: int, sources_directory: Path | None, data: str | None, config_path: Path | None) -> None:
    """Bring articles from elsewhere: lines {"url", "title", "body", "published", "source"}.

    Bad lines are named with their number and the rest is imported; the exit status is then 1. A line is bad, too, when it is
    published before 1994 or more than three days from now. Repeating an import changes nothing, and takes up one that was
    interrupted.
    """
    from crawler.importing import import_file, summary

    config, directory, sources = options.read_options(config_path, data, sources_directory)
    profile = Path(config.profile) if config.profile else None
    with Steps() as steps:

        def complain(number: int, wrong: str) -> None:
            steps.say(f"{file}:{number}: {wrong}")

        said = import_file(
            file, directory, sources.values(), workers=workers or config.workers, profile=profile,
            progress=steps.show, complain=complain,
        )  # fmt: skip
    click.echo(summary(said))
    raise SystemExit(1 if said.wrong else 0)


@click.command()
@click.option("--apply", is_flag=True, help="Write what changed; without it, only show it.")
@options.workers
@options.sources
@options.data
@options.config
def reextract(apply: bool, workers: int, sources_directory: Path | None, data: str | None, config_path: Path | None) -> None:
    """Read the whole archive again from its WARC files with today's rules, and show what would change.

    Labels (topics, places, institutions, figures) are counted apart from the facts of the article itself.
    Pages that were refused as off topic are read again by `topic rescore`.
    """
    from crawler.reextract import reextract as again

    config, directory, sources = options.read_options(config_path, data, sources_directory)
    profile = Path(config.profile) if config.profile else None
    with Steps() as steps:

        def tell(one: Again) -> None:
            steps.say("\n".join([f"{one.article_id} {one.url}", *(f"    {line}" for line in _changes(one))]))

        said = again(
            directory, sources, apply=apply, workers=workers or config.workers, profile=profile,
            progress=steps.show, tell=tell,
        )  # fmt: skip
    if said.resumed:
        click.echo(f"taken up behind article {said.resumed}")

    def counted(some: dict[str, int]) -> str:
        return ", ".join(f"{name} {count}" for name, count in sorted(some.items(), key=lambda item: -item[1]))

    click.echo(
        f"{said.articles} articles read, {said.changed} {'changed' if apply else 'would change'}, {said.kept} kept as they are"
    )
    if said.fields:
        click.echo(f"changed: {counted(said.fields)}")
    if said.labels:
        articles = "1 article" if said.relabelled == 1 else f"{said.relabelled} articles"
        click.echo(f"labels of {articles} {'changed' if apply else 'would change'}: {counted(said.labels)}")
    if (said.changed or said.relabelled) and not apply:
        click.echo("nothing was written; --apply writes it")


def _changes(one: Again) -> list[str]:
    if one.kept:
        return [f"stays as it is: {one.kept}"]
    lines = []
    for name, old, new in one.changes:
        if name == "characters":
            continue
        if name == "body":
            lines.append(f"body: {len(old)} -> {len(new)} characters")
        else:
            lines.append(f"{name}: {old[:SHOWN] or '-'} -> {new[:SHOWN] or '-'}")
    return lines + [f"{name}: {old[:SHOWN] or '-'} -> {new[:SHOWN] or '-'}" for name, old, new in one.labels]


@click.group()
def story() -> None:
    """Correct a story: take articles out of it, or join two. A correction holds for all later runs."""


@story.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@options.data
@options.config
def split(articles: tuple[str, ...], data: str | None, config_path: Path | None) -> None:
    """Take ARTICLEs (numbers or URLs) out of their story, into one of their own."""
    from archive import stories
    from archive.database import now

    with _open(config_path, data) as store, _said(), store.transaction() as conn:
        number = stories.split(conn, [_article(conn, one) for one in articles], now())
        click.echo(_shown(conn, number))


@story.command()
@click.argument("article")
@click.argument("other")
@options.data
@options.config
def merge(article: str, other: str, data: str | None, config_path: Path | None) -> None:
    """Join the stories of ARTICLE and OTHER (numbers or URLs)."""
    from archive import stories
    from archive.database import now

    with _open(config_path, data) as store, _said(), store.transaction() as conn:
        number = stories.merge(conn, _article(conn, article), _article(conn, other), now())
        click.echo(_shown(conn, number))


@story.command()
@click.argument("article")
@options.data
@options.config
def show(article: str, data: str | None, config_path: Path | None) -> None:
    """Show the story of ARTICLE (a number or a URL): who had it first, who copied it, hours later."""
    from archive.database import connect_read_only
    from crawler.config import data_directory, read_config

    conn = connect_read_only(data_directory(read_config(config_path), data))
    row = conn.execute("SELECT story_id FROM articles WHERE id = ?", (_article(conn, article),)).fetchone()
    click.echo(_shown(conn, row[0]))


@click.command()
@click.argument("article")
@click.argument("old", type=int, required=False, metavar="[N")
@click.argument("new", type=int, required=False, metavar="M]")
@options.data
@options.config
def diff(article: str, old: int | None, new: int | None, data: str | None, config_path: Path | None) -> None:
    """Show what changed in ARTICLE (a number or a URL) between versions N and M [default: the last two], by characters.

    N alone is compared with the newest, and the newest with the one before it.

    Removed text is in [-brackets-], added text in {+braces+}; on a terminal also in red and green.
    """
    from archive.database import connect_read_only
    from archive.versions import versions_of
    from crawler.config import data_directory, read_config

    conn = connect_read_only(data_directory(read_config(config_path), data))
    versions = versions_of(conn, _article(conn, article))
    numbers = sorted(versions)
    if len(numbers) == 1 and new is None and old in (None, *numbers):
        click.echo(f"article {article} has one version: it never changed")
        return
    newer = new if new is not None else numbers[-1]
    previous = max((one for one in numbers if one < newer), default=newer)
    older = previous if old is None or (new is None and old == newer) else old
    for number in (older, newer):
        if number not in versions:
            raise click.UsageError(f"no version {number} of {article}; there are {', '.join(map(str, numbers))}")
    one, other = versions[older], versions[newer]
    click.echo(f"version {older}, seen {one.seen_at}  ->  version {newer}, seen {other.seen_at}\n")
    for before, after in ((one.title, other.title), (one.body, other.body)):
        click.echo(_rendered(before, after) + "\n")


def _rendered(old: str, new: str) -> str:
    """A difference for a terminal: unchanged stretches shortened to what stands beside a change."""
    from archive.versions import difference

    out = []
    pieces = difference(old, new)
    for number, piece in enumerate(pieces):
        if piece.kind == "removed":
            out.append(click.style(f"[-{piece.text}-]", fg="red"))
        elif piece.kind == "added":
            out.append(click.style(f"{{+{piece.text}+}}", fg="green"))
        else:
            out.append(_shortened(piece.text, number == 0, number == len(pieces) - 1))
    return "".join(out)


def _shortened(text: str, first: bool, last: bool) -> str:
    if first and last:
        return "(unchanged) " + text[: 2 * CONTEXT]
    head = "" if first else text[:CONTEXT]
    tail = "" if last else text[-CONTEXT:]
    return text if len(text) <= 2 * CONTEXT + 1 else f"{head}…{tail}"


class _open:
    """The archive of the flags, open for writing."""

    def __init__(self, config_path: Path | None, data: str | None) -> None:
        from archive.database import DATABASE, StoreError
        from archive.store import Store
        from crawler.config import data_directory, read_config

        directory = data_directory(read_config(config_path), data)
        if not (directory / DATABASE).is_file():
            raise StoreError(f"{directory / DATABASE}: no archive here; --data DIR names another place")
        self.store = Store.open(directory)

    def __enter__(self) -> Store:
        return self.store

    def __exit__(self, *_: object) -> None:
        self.store.close()


class _said:
    """Turns a correction that cannot be made into a message."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from archive.stories import DecisionError

        if isinstance(error, DecisionError):
            raise click.UsageError(str(error)) from None


def _article(conn: sqlite3.Connection, name: str) -> int:
    """The number of an article named by its number or URL."""
    from archive.address import AddressError, keys_of

    if re.fullmatch(r"\d{1,18}", name):
        row = conn.execute("SELECT id FROM articles WHERE id = ?", (int(name),)).fetchone()
    else:
        try:
            keys = keys_of(name)
            marks = ",".join("?" * len(keys))
            row = conn.execute(f"SELECT article_id FROM urls WHERE key IN ({marks}) AND article_id IS NOT NULL", keys).fetchone()
        except AddressError as error:
            raise click.UsageError(f"{name!r} is neither an article's number nor its URL ({error})") from None
    if row is None:
        raise click.UsageError(f"{name}: not in this archive; `jianxun search` shows numbers and URLs")
    return int(row[0])


def _shown(conn: sqlite3.Connection, story_id: int) -> str:
    from tabulate import tabulate

    title = conn.execute("SELECT title FROM stories WHERE id = ?", (story_id,)).fetchone()[0]
    rows = conn.execute(
        "SELECT article_id, role, site, published, source_claimed, similarity, hours_after_first FROM story_chain"
        " WHERE story_id = ?",
        (story_id,),
    ).fetchall()
    heads = ("article", "role", "site", "published", "claims", "shared", "hours")
    return f"story {story_id}: {title}\n" + str(tabulate([tuple(row) for row in rows], heads, floatfmt=".2f"))
