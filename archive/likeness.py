"""Whether two texts are one: exact overlap, containment, and what tells a copy from the same form filled in anew. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from operator import attrgetter

from rapidfuzz.distance import Indel

from archive.fingerprint import SHINGLE, SHORT, shingles
from archive.folding import fold

RELATED = 0.6  # share of the shorter text that must be found in the longer one
SHORT_RELATED = 0.7
CLOSE_DAYS, FAR_DAYS = 10, 60  # short texts: a copy appears within days, a repeat after months
SEASON_DAYS = 150  # the same form a season later is a repeat as soon as one number differs
NUMBER = re.compile(r"\d+|[〇零一二三四五六七八九十百千]{2,}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LEAST_TITLE = 6  # characters; a shorter one is in others by chance
SENTENCES = 50  # characters of a passage that nobody writes twice by chance
CERTAIN = 0.8  # share of the shorter text from which its words leave no doubt
SAYING = 4  # numbers by which a text is known
OWN_NUMBERS = (
    0.25  # of these, which a copy has at least: noise and an editor leave most; two excerpts may have few passages in common
)
PLACES = frozenset("省市区县旗州盟镇乡村街局院所")
DIVISIONS = frozenset("省市区县旗盟镇乡")  # what the name of a place ends with
TAIL = 3  # characters up to that end which two names may share: 浦东新区 and 江东新区
ALIGNED = 12_000  # characters of each of two long texts that are aligned
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


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share, and whether they are a form filled in twice: next year's notice, another county's."""

    overlap: Overlap
    repeat: bool = False


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


def compared(one: Text, other: Text) -> Comparison | None:
    """What two texts are to each other: one text, or two issues of one form; None when they are two texts, or may be.

    Symmetric: exchanging the texts exchanges the shares and decides the same.
    """
    found = overlap(one, other)
    short = min(len(one.body), len(other.body)) < SHORT
    if found.similarity < (SHORT_RELATED if short else RELATED):
        return None
    if _is_other_issue(one, other):
        return Comparison(found, repeat=True)
    days = days_between(one.published, other.published)
    if short and not _speaks_for_short(one, other, days):
        far = days is not None and days > FAR_DAYS
        return Comparison(found, repeat=True) if far and _are_of_one_length(one, other) else None
    if one.body == other.body:
        return Comparison(found)
    changes = _changes(*sorted((one, other), key=attrgetter("body", "title")))  # an alignment depends on which text comes first
    if _says_other_numbers(one, other, found.similarity):
        # where none stands in the place of another they were only cut away: two excerpts, of which one may lack what the other has
        return Comparison(found, repeat=True) if changes.numbers or changes.names else None
    if changes.are_of_another_season(days) or changes.are_of_a_form(short):
        return Comparison(found, repeat=True)
    return Comparison(found)


@lru_cache(maxsize=4096)
def titles_alike(one: str, other: str) -> bool:
    """Whether two folded titles are one title, perhaps cut, edited, or with a portal's name added."""
    if title_holds(one, other):
        return True
    if min(len(one), len(other)) < LEAST_TITLE:
        return False
    pairs, others = _pairs(one), _pairs(other)
    return len(pairs & others) >= 0.6 * min(len(pairs), len(others))


def title_holds(one: str, other: str) -> bool:
    """Whether one of two folded titles is in the other, word by word."""
    if min(len(one), len(other)) < LEAST_TITLE:
        return one == other and bool(one)
    return one in other or other in one


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


def _are_of_one_length(one: Text, other: Text) -> bool:
    """A repeat is about as long as what it repeats; a lead that stands in a long page is its excerpt, however late it comes."""
    shorter, longer = sorted((len(one.body), len(other.body)))
    return 2 * shorter >= longer


def _says_other_numbers(one: Text, other: Text, similarity: float) -> bool:
    """Whether most numbers of the shorter text stand nowhere in the longer: the words they share are phrases of the trade.

    Two or three speak only where the words leave room for doubt, as noise may have changed them.
    """
    shorter, longer = sorted((one.body, other.body), key=len)
    mine = _numbers(shorter)
    if len(mine) < (2 if similarity < CERTAIN else SAYING):
        return False
    return len(mine & _numbers(longer)) < OWN_NUMBERS * len(mine)


def _speaks_for_short(one: Text, other: Text, days: int | None) -> bool:
    """Title, date and source together: a short text is a copy when more speaks for it than against it."""
    points = 0
    if one.title and other.title:
        points += 2 if titles_alike(one.title, other.title) else -1
    if days is not None:
        points += 1 if days <= CLOSE_DAYS else -1 if days <= FAR_DAYS else -4
    if one.source and other.source:
        points += 1 if one.source == other.source else 0
    shorter, longer = sorted((one.body, other.body), key=len)
    if shorter in longer:
        points += 2 if len(shorter) >= SENTENCES else int(shorter == longer)
    return points >= 2


@dataclass(slots=True)
class _Changes:
    """Where two texts part. Noise changes characters here and there, a cut removes passages, an editor takes other words; a form
    filled in anew has other numbers and other names between the same words.
    """

    numbers: int = 0  # that differ
    names: int = 0  # of places and offices, and what changed in the title too; one that changed twice counts more than twice
    words: int = 0  # wholly other ones
    rest: int = 0
    other_years: bool = False  # no year of the one is in the other, and a year stands in place of a year
    moved: int = 0  # places that the one names throughout, also in its title, and the other never
    kept: int = 0  # numbers that both have, between the same characters

    def are_of_another_season(self, days: int | None) -> bool:
        """Whether the texts are issues of different seasons."""
        if self.rest > self.numbers + self.names:
            return False  # noise
        return self.other_years or bool(self.numbers and days is not None and days > SEASON_DAYS)

    def are_of_a_form(self, short: bool) -> bool:
        """Whether they change what a form leaves open, and nothing else to speak of."""
        weight = self.numbers + self.names + self.words
        if short:
            return weight > 0
        if self.moved and self.rest <= weight:
            return True
        if not self.numbers and not self.names:
            return False
        return weight >= max(3, self.rest) and weight >= 0.3 * (weight + self.kept)


def _changes(one: Text, other: Text) -> _Changes:
    found = _Changes(kept=len(_numbers(one.body) & _numbers(other.body)))
    for change, times in Counter(_replacements(one.body, other.body)).items():
        titled = one.title != other.title and change.old in one.title and change.new in other.title
        apart = change.old not in other.body and change.new not in one.body
        if differing := _numbers_differing(change.old, change.new):
            found.numbers += differing * times
            found.other_years = found.other_years or _years_differ(change.old, change.new)
        elif not (apart and (titled or times > 1) if change.alike else _is_renamed(change.old, change.new)):
            found.rest += times
        else:
            weight = times if times == 1 else times + 2
            if change.place or titled:
                found.names += weight
                found.moved += titled and change.place and apart
            else:
                found.words += weight
    found.other_years = found.other_years and not _years(one.body) & _years(other.body)
    return found


@dataclass(frozen=True, slots=True)
class _Change:
    """A passage and what stands in its place; `place` where it reads as the name of a place or an office.

    Names that are `alike` differ in a character or two, as a misread one does: they are two names where one stands for the other
    throughout, in both titles or more than once.
    """

    old: str
    new: str
    place: bool
    alike: bool = False


def _replacements(one: str, other: str) -> Iterator[_Change]:
    """Passages that stand at the same place of both texts, between runs of five equal characters, and differ."""
    if len(one) * len(other) > ALIGNED * ALIGNED:
        one, other = one[:ALIGNED], other[:ALIGNED]
    codes = Indel.opcodes(one, other)
    i = k = 0  # where the passage begins
    for number, code in enumerate(codes):
        edge = number in (0, len(codes) - 1)  # what both texts begin or end with is no part of a change, however short it is
        if code.tag != "equal" or (code.src_end - code.src_start < SHINGLE and not edge):
            continue
        yield from _change(one, other, (i, code.src_start), (k, code.dest_start))
        i, k = code.src_end, code.dest_end
    yield from _change(one, other, (i, len(one)), (k, len(other)))


def _change(one: str, other: str, mine: tuple[int, int], theirs: tuple[int, int]) -> Iterator[_Change]:
    """The change between two passages, none where one is empty or long."""
    (i, j), (k, m) = mine, theirs
    if not (0 < j - i <= GAP and 0 < m - k <= GAP):
        return
    while min(j - i, m - k) > 1 and one[j - 1] == other[m - 1]:  # 湖南省市场 and 济南市市场 may be aligned at the later 市
        j, m = j - 1, m - 1
    if names := _names_alike(one, other, (i, j), (k, m)):
        yield _Change(*names, place=True, alike=True)
    else:
        place = not PLACES.isdisjoint((one[j - 1], other[m - 1], one[j : j + 1]))
        yield _Change(_whole_numbers(one, i, j), _whole_numbers(other, k, m), place)


def _names_alike(one: str, other: str, mine: tuple[int, int], theirs: tuple[int, int]) -> tuple[str, str] | None:
    """The whole names of two places of which these passages are all that differs: 贵阳市 and 沈阳市, 湖南省 and 湖北省."""
    (i, j), (k, m) = mine, theirs
    old, new = one[i:j], other[k:m]
    if max(len(old), len(new)) > TAIL or not (old + new).isalpha() or _is_renamed(old, new):
        return None
    ends = (
        end for end in range(TAIL + 1) if not DIVISIONS.isdisjoint((one[j + end - 1 : j + end], other[m + end - 1 : m + end]))
    )
    tail = next(ends, None)
    if tail is None:
        return None
    head = int(min(i, k) > 0 and min(len(old), len(new)) + tail < 2)  # 广东省 and 广西: a single character is in any text
    return one[i - head : j + tail], other[k - head : m + tail]


def _whole_numbers(body: str, begin: int, end: int) -> str:
    """A passage, with the digits on its either side that belong to a number in it."""
    while begin > 0 and body[begin - 1].isdigit():
        begin -= 1
    while end < len(body) and body[end].isdigit():
        end += 1
    return body[begin:end]


def _numbers_differing(old: str, new: str) -> int:
    """How many numbers of a passage are others in its replacement; 0 where either has none."""
    mine, theirs = NUMBER.findall(old), NUMBER.findall(new)
    if not mine or not theirs:
        return 0
    if len(mine) != len(theirs):
        return 1  # a misread digit tears a number in two
    return sum(a != b for a, b in zip(mine, theirs, strict=True))


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
