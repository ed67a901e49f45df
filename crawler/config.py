"""`jianxun.toml`: everything a person can set for all sources, each key optional, checked like a source file."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, fields
from pathlib import Path

from crawler.toml_file import check_table, read_toml

FILE = "jianxun.toml"
DATA = "JIANXUN_DATA"  # the one environment variable
MOST_SECONDS = 600.0  # of one page


class ConfigError(ValueError):
    """Mistakes in jianxun.toml or in flags; one line each."""


@dataclass(frozen=True, slots=True)
class Config:
    """The keys of `jianxun.toml` and their defaults. README.md documents each; a test holds the two together."""

    contact: str = ""  # mail or web address in the user agent; live crawls are refused without it
    data: str = "data"
    sources: str = ""  # directory of source files; empty: the shipped ones
    profile: str = ""  # topic profile; empty: the shipped one
    time: str = "02:00"  # when `schedule` runs, local to timezone
    timezone: str = "Asia/Shanghai"
    deadline: int = 240  # minutes a nightly run may take
    minutes: int = 60  # budget of one source in one run
    pages: int = 3000  # requests of one source in one run
    articles: int = 1000  # new articles of one source in one run
    megabytes: int = 1000  # received from one source in one run
    depth: int = 30  # pages of one list that are followed
    workers: int = 0  # extraction processes; 0: one a core
    headers_seconds: float = 15.0  # until a portal's answer begins
    response_seconds: float = 30.0  # until a page is there whole, or rendered
    page_seconds: float = 5.0  # processor time for the extraction of one page
    page_megabytes: int = 1024  # memory of one extraction process
    keep_off_topic: bool = True  # whether captures of off-topic pages stay in the WARC files, where `topic rescore` reads them
    concurrency: int = 2  # requests at a time to one host
    browser: str = ""  # path of a Chromium; empty: found on PATH
    retry_days: int = 7  # failed addresses are tried again for so many nights
    path: Path | None = field(default=None, compare=False)


def read_config(path: Path | None = None) -> Config:
    """The named file, or `jianxun.toml` of the working directory, or the defaults. Raises ConfigError."""
    if path is None:
        path = Path(FILE)
        if not path.exists():
            return Config()
    table, mistakes = read_toml(path)
    if not mistakes:
        values, mistakes = check_table(path, table, [item for item in fields(Config) if item.name != "path"])
        mistakes += [f"{path}: {line}" for line in _contradictions(values)]
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    return Config(path=path, **values)


def data_directory(config: Config, named: str | None = None) -> Path:
    """Where the archive lives: the flag, the environment, the configuration, in this order."""
    return Path(named or os.environ.get(DATA) or config.data)


def _contradictions(values: dict[str, object]) -> list[str]:
    from zoneinfo import ZoneInfo

    lines = []
    if "time" in values and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", str(values["time"])):
        lines.append(f"time: found {values['time']!r}; allowed is HH:MM, 00:00 to 23:59")
    if "timezone" in values:
        try:
            ZoneInfo(str(values["timezone"]))
        except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
            lines.append(f"timezone: found {values['timezone']!r}; allowed are names like Asia/Shanghai")
    if "contact" in values and not re.fullmatch(r"(\S+@\S+\.\S+|https?://\S+)?", str(values["contact"])):
        lines.append(f"contact: found {values['contact']!r}; allowed are a mail address or a web address")
    for name in ("headers_seconds", "response_seconds", "page_seconds"):
        value = values.get(name, 1.0)
        if isinstance(value, int | float) and not 0 < value <= MOST_SECONDS:
            lines.append(f"{name}: found {value}; allowed are seconds above 0 and up to {MOST_SECONDS:.0f}")
    counts = dict.fromkeys(("deadline", "minutes", "pages", "articles", "megabytes", "depth", "page_megabytes", "concurrency"), 1)
    for name, least in {**counts, "workers": 0, "retry_days": 0}.items():
        value = values.get(name, least)
        if isinstance(value, int) and value < least:
            lines.append(f"{name}: found {value}; allowed are whole numbers from {least}")
    return lines
