"""Whether two texts are one: exact overlap, containment, and what tells a copy from the same form filled in anew. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from archive.fingerprint import SHINGLE, SHORT, shingles
from archive.folding import fold

RELATED = 0.6  # share of the shorter text that must be found in the longer one
SHORT_RELATED = 0.7
CLOSE_DAYS, FAR_DAYS = 10, 60  # short texts: a copy appears within days, a repeat after months
SEASON_DAYS = 150  # the same form a season later is a repeat as soon as one number differs
NUMBER = re.compile(r"\d+|[〇零一二三四五六七八九十百千]{2,}")
YEAR = re.compile(r"(?:19|20)\d\d")
GAP = 24  # characters of the longest passage that counts as replaced, not rewritten


@dataclass(frozen=True, slots=True)
class Text:
    """One text with what decides when its words do not. `title` and `body` are folded."""

    title: str
    body: str
    published: str | None = None
    source: str | None = None  # folded


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of two texts that are found in each other, 0 to 1."""

    inside: float  # of the first, found in the second
    around: float  # of the second, found in the first

    @property
    def similarity(self) -> float:
        """The share of the shorter text that the longer one holds."""
        return max(self.inside, self.around)


def text_of(title: str, body: str, published: str | None, source: str | None) -> Text:
    """A text as the comparison wants it."""
    return Text(fold(title), fold(body), published, fold(source) if source else None)


@lru_cache(maxsize=96)
def _shingles(body: str) -> frozenset[str]:
    return shingles(body)


def overlap(one: Text, other: Text) -> Overlap:
    """How much of two texts is found in each other, by runs of five characters, exactly counted."""
    if one.body == other.body:
        return Overlap(1.0, 1.0)
    mine, theirs = _shingles(one.body), _shingles(other.body)
    shared = len(mine & theirs)
    return Overlap(shared / len(mine), shared / len(theirs))


def related(one: Text, other: Text) -> Overlap | None:
    """The overlap of two texts of which one is a copy, an excerpt or a digest of the other; None when they are two texts.

    Symmetric: exchanging the texts exchanges the shares and decides the same.
    """
    found = overlap(one, other)
    short = min(len(one.body), len(other.body)) < SHORT
    if found.similarity < (SHORT_RELATED if short else RELATED):
        return None
    if _is_other_issue(one, other):
        return None
    if short and not _speaks_for_short(one, other):
        return None
    if one.body != other.body and _is_same_form(one, other, short):
        return None
    return found


@lru_cache(maxsize=4096)
def titles_alike(one: str, other: str) -> bool:
    """Whether two folded titles are one title, perhaps cut or with a portal's name added."""
    if min(len(one), len(other)) < 6:
        return one == other and bool(one)
    if one in other or other in one:
        return True
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) >= 0.6 * min(len(pairs), len(others))


def _pairs(title: str) -> set[str]:
    return {title[i : i + 2] for i in range(len(title) - 1)}


def days_between(one: str | None, other: str | None) -> int | None:
    """Whole days between two publication times as the archive writes them; None where one is not known."""
    if not one or not other:
        return None
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    except ValueError:
        return None


def _is_other_issue(one: Text, other: Text) -> bool:
    """Titles that differ only in their numbers name two issues of a series: 2024 and 2025, 第1期 and 第2期."""
    if one.title == other.title:
        return False
    mine, theirs = NUMBER.findall(one.title), NUMBER.findall(other.title)
    return bool(mine and theirs) and mine != theirs and NUMBER.sub("#", one.title) == NUMBER.sub("#", other.title)


def _speaks_for_short(one: Text, other: Text) -> bool:
    """Title, date and source together: a short text is a copy when more speaks for it than against it."""
    days = days_between(one.published, other.published)
    points = 0
    if one.title and other.title:
        points += 2 if titles_alike(one.title, other.title) else -1
    if days is not None:
        points += 1 if days <= CLOSE_DAYS else -1 if days <= FAR_DAYS else -3
    if one.source and other.source:
        points += 1 if one.source == other.source else 0
    if one.body == other.body:
        points += 1
    return points >= 2


def _is_same_form(one: Text, other: Text, short: bool) -> bool:
    """Whether the places where two texts part are those that a form leaves open: numbers, dates, names.

    Noise changes characters here and there, a cut removes passages; a form filled in anew has other numbers and other names
    between the same words.
    """
    changes = Counter(_replacements(one.body, other.body))
    numbers = [pair for pair in changes if _numbers_differ(*pair)]
    names = [pair for pair in changes if pair not in numbers and _is_renamed(*pair)]
    kept = len(_numbers(one.body) & _numbers(other.body))
    conflicts = sum(changes[pair] for pair in numbers)
    renamed = sum(changes[pair] for pair in names)
    if short:
        return conflicts + renamed > 0
    days = days_between(one.published, other.published)
    if conflicts and days is not None and days > SEASON_DAYS:
        return True
    if any(_years_differ(*pair) for pair in numbers) and not _years(one.body) & _years(other.body):
        return True
    repeated = sum(1 for pair in names if changes[pair] > 1)
    weight = conflicts + renamed + 2 * repeated
    return weight >= 3 and weight >= 0.3 * (weight + kept)


def _replacements(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Passages that stand between the same neighbours in both texts and differ; whole numbers, never parts of one."""
    shared = _shingles(one) & _shingles(other)
    gaps = _gaps(other, shared)
    for neighbours, passage in _gaps(one, shared).items():
        replaced = gaps.get(neighbours)
        if replaced is not None and replaced != passage:
            yield passage, replaced


def _gaps(body: str, shared: frozenset[str]) -> dict[tuple[str, str], str]:
    """Passages between two runs of five characters that both texts have, or an end, by these runs."""
    found: dict[tuple[str, str], str] = {}
    before, begin, last = "", 0, -1  # the shared run before, where it ends, where it begins
    for start in range(len(body) - SHINGLE + 1):
        run = body[start : start + SHINGLE]
        if run not in shared:
            continue
        if start - last > 1:
            found.setdefault((before, run), _whole_numbers(body, begin, max(start, begin)))
        before, begin, last = run, start + SHINGLE, start
    found.setdefault((before, ""), _whole_numbers(body, begin, len(body)))
    return {neighbours: passage for neighbours, passage in found.items() if len(passage) <= GAP}


def _whole_numbers(body: str, begin: int, end: int) -> str:
    """A passage, with the digits on its either side that belong to a number in it."""
    if end - begin > GAP:
        return body[begin:end]
    while begin > 0 and body[begin - 1].isdigit():
        begin -= 1
    while end < len(body) and body[end].isdigit():
        end += 1
    return body[begin:end]


def _numbers_differ(old: str, new: str) -> bool:
    mine, theirs = NUMBER.findall(old), NUMBER.findall(new)
    return bool(mine and theirs) and mine != theirs


def _years_differ(old: str, new: str) -> bool:
    mine, theirs = YEAR.findall(old), YEAR.findall(new)
    return bool(mine and theirs) and mine != theirs


def _is_renamed(old: str, new: str) -> bool:
    if min(len(old), len(new)) < 2:
        return False
    return SequenceMatcher(None, old, new, autojunk=False).ratio() < 0.4


def _numbers(body: str) -> set[str]:
    """Numbers with the two characters before and after them: the same statement, not just the same digits."""
    return {body[max(0, match.start() - 2) : match.end() + 1] for match in NUMBER.finditer(body)}


def _years(body: str) -> set[str]:
    return set(YEAR.findall(body))
