"""Invented prose of the trade in which hardly a clause is said twice, with about as many numbers and words of the trade as news of it has."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

_TEXT = tomllib.loads((Path(__file__).parent / "prose.toml").read_text(encoding="utf-8"))
PATTERNS = _TEXT["patterns"].strip().split("\n")
PARTS = {name: text.split() for name, text in _TEXT.items() if name != "patterns"}
PART = re.compile(r"\{(\w+)\}")
NUMBERS = {"n": 4000, "m": 12, "d": 28}
SENTENCES = (2, 5)  # of a paragraph


def prose(rng: random.Random, characters: int) -> str:
    """Paragraphs, a line each, of about so many characters."""
    lines: list[str] = []
    size = 0
    while size < characters:
        lines.append("".join(_filled(rng, rng.choice(PATTERNS)) for _ in range(rng.randint(*SENTENCES))))
        size += len(lines[-1])
    return "\n".join(lines)


def _filled(rng: random.Random, pattern: str) -> str:
    def part(found: re.Match[str]) -> str:
        name = found[1]
        if name == "p":
            return f"{rng.uniform(0.1, 30):.1f}"
        return str(rng.randint(1, NUMBERS[name])) if name in NUMBERS else _filled(rng, rng.choice(PARTS[name]))

    return PART.sub(part, pattern)
