"""Invented news of the testing industry, in any number: what the benchmarks measure on. Nothing here was ever published."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

_PHRASES = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
CITIES, BUREAUS, PRODUCTS, FIELDS, NAMES, TITLES, MEDIA, PLACES = (
    _PHRASES[name].split() for name in ("cities", "bureaus", "products", "fields", "names", "titles", "media", "places")
)
LEADS, BODY, CLOSES, HEADS = (_PHRASES[name].strip().split("\n") for name in ("leads", "body", "closes", "heads"))
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"

FULL_WIDTH = str.maketrans(",:", "，：")
SENTENCE = re.compile(r"[^。\n]+。?”?[^。\n“]*?")

Event = dict[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented article."""

    title: str
    body: str
    published: str
    source: str
    site: str


def event(rng: random.Random, year: int | None = None, city: str | None = None) -> Event:
    """The facts of one event: whatever a frame leaves open."""
    year = year or rng.choice((2022, 2023, 2024, 2025))
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return {
        "city": city or rng.choice(CITIES), "bureau": rng.choice(BUREAUS), "product": rng.choice(PRODUCTS),
        "field": rng.choice(FIELDS), "place": rng.choice(PLACES), "year": str(year), "nextyear": str(year + 1),
        "date": f"{month}月{day}日", "month": str(rng.randint(1, 12)), "day": f"{year}-{month:02}-{day:02}",
    }  # fmt: skip


def filled(frame: str, facts: Event, rng: random.Random) -> str:
    """A frame with the facts, and numbers and persons of its own."""
    ranges = {"n1": (120, 9800), "n2": (31, 960), "n3": (3, 48), "n4": (2, 9), "n5": (10, 97)}
    slots = {name: str(rng.randint(*bounds)) for name, bounds in ranges.items()}
    slots["p1"], slots["p2"] = f"{rng.uniform(1, 98):.1f}", f"{rng.uniform(0.1, 9):.2f}"
    slots["person"] = rng.choice(SURNAMES) + rng.choice(NAMES)
    slots["rank"] = rng.choice(TITLES)
    return frame.format(**slots, **facts)


def written(rng: random.Random, facts: Event, frames: list[str], head: str) -> Piece:
    """An article about an event in these frames, three sentences or so a paragraph."""
    sentences = [filled(frame, facts, rng) for frame in frames]
    return Piece(
        filled(head, facts, rng),
        paragraphs(sentences, rng),
        f"{facts['day']}T{rng.randint(6, 22):02}:{rng.randint(0, 59):02}:00+08:00",
        rng.choice(MEDIA),
        f"site{rng.randint(1, 400)}.example",
    )


def paragraphs(sentences: list[str], rng: random.Random) -> str:
    lines, start = [], 0
    while start < len(sentences):
        step = rng.randint(1, 4)
        lines.append("".join(sentences[start : start + step]))
        start += step
    return "\n".join(lines).translate(FULL_WIDTH)


def frames(rng: random.Random, size: tuple[int, int] = (9, 22), pool: list[str] | None = None) -> list[str]:
    """A choice of frames for one article: a lead, a body, a close."""
    middle = rng.sample(pool or BODY, rng.randint(*size))
    return [rng.choice(LEADS), *middle, rng.choice(CLOSES)]


def article(rng: random.Random) -> Piece:
    """An article about an event of its own."""
    return written(rng, event(rng), frames(rng), rng.choice(HEADS))


def sentences_of(piece: Piece) -> list[str]:
    """The sentences of a body, with their punctuation."""
    return [part for part in SENTENCE.findall(piece.body) if part.strip()]


def retitled(piece: Piece, title: str) -> Piece:
    return replace(piece, title=title)
