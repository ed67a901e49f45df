"""Flags that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


def _addresses(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    for value in values:
        if not re.fullmatch(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+):\d{1,5}", value):
            raise click.BadParameter(f"found {value!r}; allowed is HOST:PORT, such as 127.0.0.1:8000")
    return frozenset(value.lower() for value in values)


def _address(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    from archive.address import AddressError, clean

    try:
        if value:
            clean(value)
    except AddressError as error:
        raise click.BadParameter(str(error)) from None
    return value


config = click.option(
    "--config", "config_path", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Configuration file [default: jianxun.toml of the working directory, if there is one].",
)  # fmt: skip
data = click.option("--data", metavar="DIR", help="Where the archive lives [default: $JIANXUN_DATA, or data].")
sources = click.option(
    "--sources", "sources_directory", metavar="DIR", type=click.Path(path_type=Path),
    help="Directory of source files [default: those shipped with jianxun].",
)  # fmt: skip
replay = click.option(
    "--replay", metavar="PATH", type=click.Path(path_type=Path, exists=True),
    help="Answer requests from a recording instead of the network: a WARC file, a folder of them, or seeds.",
)  # fmt: skip
allow_address = click.option(
    "--allow-address", "allow_addresses", metavar="HOST:PORT", multiple=True, callback=_addresses,
    help="Also connect to this host and port, although its address is not public.",
)  # fmt: skip


workers = click.option(
    "--workers", type=click.IntRange(0), default=0, metavar="N", help="Processes that read [default: one a core]."
)
page_url = click.option(
    "--url", default="", metavar="URL", callback=_address,
    help="Where the page came from; its dates and relative links may depend on it.",
)  # fmt: skip


def crawling(command: Callable[..., Any]) -> Callable[..., Any]:
    """All flags of commands that fetch."""
    for option in (allow_address, replay, sources, data, config):
        command = option(command)
    return command


def read_config_and_sources(config_path: Path | None, sources_directory: Path | None) -> tuple[Any, Path]:
    """The configuration, and the directory of source files that the flags or it name."""
    from crawler.config import read_config
    from crawler.source import SHIPPED

    read = read_config(config_path)
    return read, sources_directory or (Path(read.sources) if read.sources else SHIPPED)


def read_options(
    config_path: Path | None, data_name: str | None, sources_directory: Path | None = None, only: tuple[str, ...] = ()
) -> tuple[Any, Path, dict[str, Any]]:
    """The configuration, the data directory and the sources that the flags name."""
    from crawler.config import data_directory
    from crawler.source import read_sources

    read, directory = read_config_and_sources(config_path, sources_directory)
    return read, data_directory(read, data_name), read_sources(directory, only)
