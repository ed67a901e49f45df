"""From pairs of related texts to stories: pure, and the same for any order in which the articles came.

A story is what hangs together by links between texts. A digest, which holds texts that have nothing to do with each other, hangs on
one of them and is a guest of the others; it never ties them together. What a person decided comes before any likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from archive.likeness import RELATED, Overlap, days_between, titles_alike

COVERED = 0.35  # of the longer text, from which an excerpt hangs on it whatever their titles say
DISJOINT = 0.5  # of the shorter of two texts; below, they share phrases of the trade and no story
NEARLY_ALL = 0.9
MOST, REST = 0.8, 0.75  # so much of a text lies in another of which it makes up at most the rest: an excerpt
LATE = 2  # days by which a source may be dated after the copy that names it

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Member:
    """What decides who was first. Names are folded."""

    id: int
    key: str
    site: str
    title: str
    length: int
    published: str | None = None
    site_name: str = ""
    source: str = ""  # 来源
    original_source: str = ""  # 转自
    original_key: str = ""  # key of the address it links to as the original
    mirror: bool = False  # a known mirror, or a page with pinyin notes
    converted: bool = False  # in traditional characters


@dataclass(frozen=True, slots=True)
class Part:
    """One article's place in a story."""

    article_id: int
    role: str  # first, copy, edited copy, excerpt, digest
    similarity: float | None  # to the first; None of the first itself


@dataclass(frozen=True, slots=True)
class Story:
    """One story: the articles whose home it is, and the digests that also hold it."""

    first: int
    parts: tuple[Part, ...]  # the first one begins
    guests: tuple[Part, ...]


class Region:
    """Articles that may hang together, with everything that decides it. `compare` and `begins` read texts, only when asked."""

    def __init__(
        self,
        members: Mapping[int, Member],
        overlaps: Mapping[Pair, Overlap],
        decisions: Mapping[Pair, str],
        compare: Callable[[int, int], Overlap],
        begins: Callable[[int, int], int],
    ) -> None:
        self.members = members
        self.overlaps = {**overlaps, **{(b, a): Overlap(o.around, o.inside) for (a, b), o in overlaps.items()}}
        self.together = [pair for pair, kind in decisions.items() if kind == "together"]
        self.apart = {pair for pair, kind in decisions.items() if kind == "apart"}
        self.apart |= {(b, a) for a, b in self.apart}
        self._compare = compare
        self._begins = begins
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in self.overlaps:
            self._near[one].append(other)

    def stories(self) -> list[Story]:
        """The stories of the region, ordered by the keys of their first articles."""
        digests = {node: parts for node in self.members if (parts := self._digest_parts(node))}
        links = [
            (one, other)
            for one, other in self.overlaps
            if one < other and one not in digests and other not in digests and self._linked(one, other)
        ]
        homes = [(digest, self._home(digest, parts)) for digest, parts in digests.items()]
        groups = self._joined(self._ranked(self.together), self._ranked(links), self._ranked(homes))
        group_of = {node: number for number, group in enumerate(groups) for node in group}
        guests = self._guests(digests, group_of)
        found = [self._story(group, set(digests), guests[number]) for number, group in enumerate(groups)]
        return sorted(found, key=lambda story: self.members[story.first].key)

    def _linked(self, one: int, other: int) -> bool:
        shared = self.overlaps[one, other]
        if min(shared.inside, shared.around) >= COVERED:
            return True
        return titles_alike(self.members[one].title, self.members[other].title)

    def _digest_parts(self, holder: int) -> list[int]:
        """Texts inside this one that it ties together wrongly; empty where it is no digest."""
        inside = [
            node
            for node in self._near[holder]
            if self.overlaps[node, holder].inside >= max(RELATED, self.overlaps[node, holder].around)
            and self._linked(node, holder)
        ]
        inside.sort(key=lambda node: self.members[node].key)
        for number, one in enumerate(inside):
            for other in inside[number + 1 :]:
                if (one, other) not in self.overlaps and self._strangers(one, other) and not self._precedes(holder, one, other):
                    return inside
        return []

    def _strangers(self, one: int, other: int) -> bool:
        if titles_alike(self.members[one].title, self.members[other].title):
            return False
        return self._compare(one, other).similarity < DISJOINT

    def _precedes(self, holder: int, one: int, other: int) -> bool:
        """An original comes before its excerpts, a digest after what it holds."""
        day, *days = ((self.members[node].published or "")[:10] for node in (holder, one, other))
        return bool(day) and all(day < later for later in days)

    def _home(self, digest: int, parts: list[int]) -> int:
        """Of a digest's parts the one whose title it has, or with which it begins, or the largest."""

        def rank(node: int) -> tuple[object, ...]:
            alike = titles_alike(self.members[node].title, self.members[digest].title)
            return not alike, self._begins(node, digest), -self.overlaps[node, digest].around, self.members[node].key

        return min(parts, key=rank)

    def _ranked(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Most alike first; what is equally alike in an order that depends on addresses, never on arrival."""

        def rank(pair: Pair) -> tuple[object, ...]:
            shared = self.overlaps.get(pair)
            keys = sorted(self.members[node].key for node in pair)
            return (-(shared.similarity + min(shared.inside, shared.around)) if shared else 0.0, keys)

        return sorted(pairs, key=rank)

    def _joined(self, *batches: list[Pair]) -> list[list[int]]:
        """Connected components, without ever joining what a person took apart."""
        group_of = {node: {node} for node in self.members}
        for one, other in (pair for batch in batches for pair in batch):
            mine, theirs = group_of[one], group_of[other]
            if mine is theirs or (self.apart and any((a, b) in self.apart for a in mine for b in theirs)):
                continue
            if len(mine) < len(theirs):
                mine, theirs = theirs, mine
            mine |= theirs
            for node in theirs:
                group_of[node] = mine
        distinct = {id(group): group for group in group_of.values()}
        return [sorted(group) for group in distinct.values()]

    def _guests(self, digests: Mapping[int, list[int]], group_of: Mapping[int, int]) -> defaultdict[int, dict[int, float]]:
        """Digests in the stories that they hold but do not live in, with the share that they hold."""
        held = [(node, holder) for holder, parts in digests.items() for node in parts]
        for (one, other), shared in self.overlaps.items():
            if shared.inside > shared.around and not self._linked(one, other):
                held.append((one, other))
        guests: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for node, holder in held:
            story = group_of[node]
            if story != group_of[holder] and (node, holder) not in self.apart:
                share = self.overlaps[node, holder].inside
                guests[story][holder] = max(share, guests[story].get(holder, 0.0))
        return guests

    def _story(self, group: list[int], digests: set[int], guests: Mapping[int, float]) -> Story:
        first = self._first(group, digests)
        rest = sorted((node for node in group if node != first), key=lambda node: self.members[node].key)
        parts = [Part(first, "first", None)]
        for node in rest:
            shared = self.overlaps.get((node, first)) or self._compare(node, first)
            parts.append(Part(node, _role(shared), round(shared.similarity, 4)))
        order = sorted(guests, key=lambda node: self.members[node].key)
        return Story(first, tuple(parts), tuple(Part(node, "digest", round(guests[node], 4)) for node in order))

    def _first(self, group: list[int], digests: set[int]) -> int:
        """The article that evidence says was first; arrival decides nothing."""
        members = [self.members[node] for node in group]
        originals = any(not member.mirror and not member.converted for member in members)
        named = _named(members)

        def rank(member: Member) -> tuple[object, ...]:
            published = member.published or ""
            own = member.site_name
            reposted = bool(member.original_source or member.original_key)
            foreign = bool(own and member.source and member.source not in own and own not in member.source)
            return (
                member.mirror or (originals and member.converted),
                member.id in digests,
                member.id not in named,
                published[:10] or "9999",
                reposted or foreign,
                published[10:] or "T99",
                -member.length,
                member.key,
            )

        return min(members, key=rank).id


def _role(shared: Overlap) -> str:
    inside, around = shared.inside, shared.around
    if min(inside, around) >= NEARLY_ALL:
        return "copy"
    if inside >= MOST and around < REST:
        return "excerpt"
    if around >= MOST and inside < REST:
        return "digest"
    return "edited copy"


def _named(members: list[Member]) -> set[int]:
    """Members that others name as where they have it from: by address, or by the name of the site."""
    by_key = {member.key: member for member in members}
    found = set()
    for member in members:
        origin = by_key.get(member.original_key)
        if origin is not None and origin.id != member.id:
            found.add(origin.id)
        claim = member.original_source or member.source
        if not claim:
            continue
        for other in members:
            if other.site_name and other.site != member.site and (other.site_name in claim or claim in other.site_name):
                days = days_between(other.published, member.published) or 0
                if days <= LATE or (other.published or "") < (member.published or ""):
                    found.add(other.id)
    return found
