"""`jianxun topic`: why a text is or is not of the trade, many at once, and a changed profile applied to the archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from crawler.commands import options

LONGEST_LINE = 4_000_000  # characters of one JSON line

profile_option = click.option(
    "--profile", "profile_path", metavar="FILE", type=click.Path(path_type=Path),
    help="Topic profile [default: `profile` of the configuration, or the one shipped with jianxun].",
)  # fmt: skip


@click.group()
def topic() -> None:
    """Say what is of the archive's trade, and apply a changed profile."""


@topic.command()
@click.argument("text", required=False, metavar="TEXT|FILE")
@click.option("--batch", metavar="FILE.jsonl", help='Many texts: lines {"id", "title", "body"}; one JSON line out for each.')
@profile_option
@options.config
def test(text: str | None, batch: str | None, profile_path: Path | None, config_path: Path | None) -> None:
    """Explain the score of a text: TEXT itself, a FILE whose first line is the headline, or - for standard input.

    The exit status is 0 for a relevant text, 1 for one that is not, 2 for a file that cannot be read.
    """
    if (text is None) == (batch is None):
        raise click.UsageError("name one TEXT or FILE, or --batch FILE.jsonl")
    profile = _profile(profile_path, config_path)
    if batch is not None:
        wrong = False
        for answer in judge_lines(_lines(batch), profile):
            wrong = wrong or "error" in answer
            click.echo(json.dumps(answer, ensure_ascii=False))
        sys.exit(2 if wrong else 0)
    from crawler.topic import judge

    title, _, body = _content(str(text)).strip().partition("\n")
    said = judge(title, body, profile)
    click.echo(f"{'relevant' if said.relevant else 'off topic'}: score {said.score:.2f}, threshold {profile.threshold:.2f}")
    click.echo(f"topics: {'、'.join(said.topics) or '-'}")
    for word, weight in zip(said.words, said.weights, strict=True):
        strength, about = profile.words[word]
        click.echo(f"  {weight:+.2f}  {word}  {strength}{f' {about}' if about else ''}")
    if said.unsaid:
        click.echo(f"  {-said.unsaid:+.2f}  no core or strong word, though the body has room for one")
    sys.exit(0 if said.relevant else 1)


@topic.command()
@profile_option
@click.option("--workers", default=0, metavar="N", help="Processes that read [default: one a core].")
@options.sources
@options.data
@options.config
def rescore(
    config_path: Path | None, data: str | None, sources_directory: Path | None, workers: int, profile_path: Path | None
) -> None:
    """Apply a changed profile to the archive: to its articles, and to what was refused as off topic.

    Every article is scored again. Nothing is deleted: what is off topic now stays, with its score and without topics.

    A refused page whose capture was kept (`keep_off_topic`) is read again from WARC, and stored when it is of the trade now. One
    refused by its headline that is no longer certain, or refused by another profile without a capture, is opened again: the next
    nightly run asks for it, and judges it by the profile of the configuration. `jianxun why URL` shows both.

    May be interrupted; the next rescore goes on where this one stopped. Repeating it changes nothing.
    """
    from crawler.progress import Steps
    from crawler.rescore import rescore as again

    config, directory, sources = options.read_options(config_path, data, sources_directory)
    profile = _profile_path(profile_path, config)
    with Steps() as steps:
        done = again(directory, sources, profile, workers=workers or config.workers, progress=steps.show)
    click.echo(f"{done.articles} articles: {done.changed} changed, {done.off_topic} off topic now")
    if done.resumed:
        click.echo("refused pages: taken up where the last rescore stopped")
    click.echo(
        f"{done.refused} refused as off topic: {done.stored} are of the trade now and stored,"
        f" {done.reopened} opened for the next nightly run"
    )


def _profile(path: Path | None, config_path: Path | None) -> Any:
    from crawler.config import read_config
    from crawler.topic import read_profile

    return read_profile(path or _profile_path(None, read_config(config_path)))


def _profile_path(path: Path | None, config: Any) -> Path | None:
    """The profile that the flag names, or the configuration; None for the one shipped."""
    return path or (Path(config.profile) if config.profile else None)


def _content(text: str) -> str:
    if text == "-":
        return sys.stdin.read()
    try:
        if len(text) < 1000 and "\n" not in text and Path(text).is_file():
            return Path(text).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:  # a text too long for a file name is a text
        if error.errno not in (36, 63):
            raise click.UsageError(f"{text}: {error.strerror}") from None
    if text.endswith((".txt", ".md")) and len(text.split()) == 1:
        raise click.UsageError(f"{text}: no such file")
    return text


def _lines(batch: str) -> Iterator[str]:
    try:
        with sys.stdin if batch == "-" else Path(batch).open(encoding="utf-8", errors="replace") as lines:
            yield from lines
    except OSError as error:
        raise click.UsageError(f"{batch}: {error.strerror}") from None


def judge_lines(lines: Iterable[str], profile: Any) -> Iterator[dict[str, Any]]:
    """One answer for each JSON line, in order: id, relevant, score, topics; `error` for a line that is no such object."""
    from crawler.topic import judge

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if len(line) > LONGEST_LINE:
                raise ValueError(f"longer than {LONGEST_LINE} characters")
            id_, title, body = _text_of(line.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            known = error.args[1] if len(error.args) == 2 else None
            yield {"id": known, "relevant": False, "score": 0.0, "topics": [], "error": f"line {number}: {error.args[0]}"}
            continue
        said = judge(title, body, profile)
        yield {"id": id_, "relevant": said.relevant, "score": said.score, "topics": list(said.topics)}


def _text_of(line: str) -> tuple[Any, str, str]:
    """Id, title and body of a JSON line. Raises ValueError with a sentence and, where it is known, the id."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError('allowed is an object {"id", "title", "body"}')
    for name in ("title", "body"):
        if not isinstance(row.get(name), str | None):
            raise ValueError(f"{name}: found {type(row[name]).__name__}; allowed is text", row.get("id"))
    if row.get("title") is None and row.get("body") is None:
        raise ValueError("neither title nor body", row.get("id"))
    return row.get("id"), row.get("title") or "", row.get("body") or ""
