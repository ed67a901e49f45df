"""Reads a TOML file whose keys are the fields of a dataclass, and collects every mistake in it at once."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

KINDS = {
    "str": ((str,), "a string"),
    "bool": ((bool,), "true or false"),
    "int": ((int,), "a whole number"),
    "float": ((int, float), "a number"),
    "tuple[str, ...]": ((list,), "a list of strings"),
}


def read_toml(path: Path) -> tuple[dict[str, Any], list[str]]:
    """The file's table, or the mistake that keeps it from being one."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [f"{path}: not TOML: {error}"]
    except OSError as error:
        return {}, [f"{path}: cannot be read: {error.strerror}"]


def check_table(path: Path, table: dict[str, Any], fields: Iterable[Field[Any]]) -> tuple[dict[str, Any], list[str]]:
    """Values by field, lists as tuples, and a line for each unknown key, wrong type and missing key."""
    wanted = {item.name: item for item in fields}
    values: dict[str, Any] = {}
    mistakes = []
    for name, value in table.items():
        if name not in wanted:
            near = difflib.get_close_matches(name, wanted, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"allowed are {', '.join(sorted(wanted))}"
            mistakes.append(f"{path}: unknown key {name!r}; {hint}")
            continue
        types, said = KINDS[str(wanted[name].type)]
        strings = not isinstance(value, list) or all(isinstance(item, str) for item in value)
        if not isinstance(value, types) or not strings or (isinstance(value, bool) and bool not in types):
            mistakes.append(f"{path}: {name}: found {value!r}; allowed is {said}")
            continue
        values[name] = tuple(value) if isinstance(value, list) else value
    mistakes += [
        f"{path}: {item.name}: missing; every file needs it"
        for item in wanted.values()
        if item.default is MISSING and item.default_factory is MISSING and item.name not in table
    ]
    return values, mistakes
