"""The command line: which command lives where, and which error ends with which exit status."""

from __future__ import annotations

import logging
import sqlite3
import sys
from importlib import import_module
from typing import Any

import click

from crawler import __version__

# Modules are imported when their command runs: Scrapy alone takes more than a second.
COMMANDS = {
    "nightly": "crawler.commands.crawl",
    "add": "crawler.commands.crawl",
    "schedule": "crawler.commands.timing",
    "crontab": "crawler.commands.timing",
    "systemd": "crawler.commands.timing",
    "status": "crawler.commands.upkeep",
    "why": "crawler.commands.upkeep",
    "verify": "crawler.commands.upkeep",
    "backup": "crawler.commands.upkeep",
    "rebuild": "crawler.commands.upkeep",
    "sources": "crawler.commands.sources",
    "links": "crawler.commands.links",
    "extract": "crawler.commands.extract",
    "topic": "crawler.commands.topic",
    "import": "crawler.commands.stories",
    "reextract": "crawler.commands.stories",
    "story": "crawler.commands.stories",
    "diff": "crawler.commands.stories",
    "serve": "crawler.commands.serve",
    "search": "crawler.commands.search",
    "watch": "crawler.commands.search",
}
OUR_LOGGERS = ("crawler", "archive")
PYTHON_WORDS = {"import": "import_"}


class Jianxun(click.Group):
    """A group that imports a command's module when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the table above."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), PYTHON_WORDS.get(cmd_name, cmd_name))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; our own errors end with the exit status that cron reads."""
        from archive.database import StoreError, helped
        from crawler.config import ConfigError
        from crawler.source import SourceError

        try:
            return super().invoke(ctx)
        except (SourceError, ConfigError) as error:
            _end(str(error), 2)
        except StoreError as error:
            _end(str(error), 5)
        except sqlite3.DatabaseError as error:
            _end(f"news.db: {helped(error)}", 5)


def _end(message: str, status: int) -> None:
    click.echo(message, err=True)
    raise SystemExit(status)


@click.group(cls=Jianxun, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="jianxun")
@click.option("-v", "--verbose", is_flag=True, help="Log what Scrapy does.")
def main(verbose: bool) -> None:
    """Archive of regional testing-industry news in China: crawl at night, query by day.

    Exit status: 0 all good, 1 some sources failed or were not seen through, 2 wrong usage or configuration, 3 nothing could be fetched,
    4 another run holds the lock, 5 the archive needs attention.
    """
    handler = logging.StreamHandler(sys.stderr)
    if not verbose:
        # what libraries say about single requests stands in `fetches`, in our words
        handler.addFilter(lambda record: record.name.split(".")[0] in OUR_LOGGERS or record.levelno >= logging.CRITICAL)
    logging.basicConfig(level=logging.INFO, handlers=[handler], format="%(asctime)s %(levelname)s %(name)s: %(message)s")
