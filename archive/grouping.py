"""From pairs of related texts to stories: pure, and the same for any order in which the articles came.

A story is what hangs together by links between texts. A digest, which holds texts that have nothing to do with each other, hangs on
one of them and is a guest of the others; it never ties them together. What a person decided comes before any likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise, product

from archive.firsts import Member, likeliest
from archive.likeness import RELATED, Overlap, days_between, title_holds, titles_alike

COVERED = 0.35  # of the longer text, from which an excerpt hangs on it whatever their titles say
DISJOINT = 0.35  # of the shorter of two texts; below, they share phrases of the trade and quotations, and no story
NEARLY_ALL = 0.9
MOST, REST = 0.8, 0.75  # so much of a text lies in another of which it makes up at most the rest: an excerpt
SEVERAL = 3  # fillings of one form from which it is a form, and no text that a few changed
OWN = 0.5  # of what a text has beyond another filling of its form; a digest of both holds so much of it
CLEARLY = 3  # comparisons that say a text is a group's, to each that says it is another filling of its form
FOREVER = 10**6  # days

SAME = Overlap(1.0, 1.0)
NONE: frozenset[int] = frozenset()

Pair = tuple[int, int]


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
    """Articles that may hang together, with everything that decides it. `compare` and `begins` read texts, only when asked.

    Whatever depends on words alone is worked out once for each text, however many articles have it; overlaps are between texts.
    """

    def __init__(
        self,
        members: Mapping[int, Member],
        overlaps: Mapping[Pair, Overlap],
        repeats: Mapping[int, Set[int]],
        decisions: Mapping[Pair, str],
        compare: Callable[[int, int], Overlap],
        begins: Callable[[int, int], int],
    ) -> None:
        self.members = members
        self.overlaps = {**overlaps, **{(b, a): Overlap(shared.around, shared.inside) for (a, b), shared in overlaps.items()}}
        self.repeats = repeats  # texts that a text is the same form as, filled in anew; both ways
        self.together = [pair for pair, kind in decisions.items() if kind == "together"]
        self.apart: defaultdict[int, set[int]] = defaultdict(set)
        for (one, other), kind in decisions.items():
            if kind == "apart":
                self.apart[one].add(other)
                self.apart[other].add(one)
        self._compare = cache(compare)
        self._begins = begins
        self._printed = cache(self._printings)
        self._fillings = cache(self._fillings_of)
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in self.overlaps:
            self._near[one].append(other)
        self._articles: defaultdict[int, list[int]] = defaultdict(list)  # of each text, by their keys
        for node in sorted(members, key=self._key):
            self._articles[members[node].text].append(node)

    def stories(self) -> list[Story]:
        """The stories of the region, ordered by the keys of their first articles."""
        digests = self._digests()
        links = [
            (one, other)
            for one, other in self.overlaps
            if one < other and one not in digests and other not in digests and self._linked(one, other)
        ]
        for digest, parts in digests.items():  # two digests with an article in common are two digests
            digests[digest] = [part for part in parts if part not in digests] or parts
        links += [pair for cluster in self._clusters(digests) for pair in self._homed(cluster, digests)]
        twins = [(text, text) for text, articles in self._articles.items() if len(articles) > 1]
        groups = self._joined(self.together, self._ranked(twins), self._ranked(links))
        group_of = {node: number for number, group in enumerate(groups) for node in group}
        guests = self._guests(digests, group_of)
        found = [self._story(group, set(digests), guests[number]) for number, group in enumerate(groups)]
        return sorted(found, key=lambda story: self._key(story.first))

    def _key(self, node: int) -> str:
        return self.members[node].key

    def _text_key(self, text: int) -> str:
        """What texts are ordered by: addresses, never arrival."""
        return self._key(self._articles[text][0])

    def _linked(self, one: int, other: int) -> bool:
        shared = self.overlaps[one, other]
        if min(shared.inside, shared.around) >= COVERED:
            return True
        return titles_alike(self.members[one].title, self.members[other].title)

    def _digests(self) -> dict[int, list[int]]:
        """Digests with what they hold. Copies that hold the same two texts are digests or are none, as most of them say."""
        found = {text: held for text in self._articles if (held := self._held(text))}
        kept = {}
        for text, (pair, parts) in found.items():
            copies = [other for other in self._near[text] if self._is_copy(text, other) and self._holds(other, pair)]
            if 2 * sum(other in found for other in copies) >= len(copies) - 1:
                kept[text] = parts
        return kept

    def _holds(self, holder: int, parts: Pair) -> bool:
        return all((part, holder) in self.overlaps and self.overlaps[part, holder].inside >= RELATED for part in parts)

    def _held(self, holder: int) -> tuple[Pair, list[int]] | None:
        """Two texts inside this one that it ties together wrongly, and all that are inside; None where it is no digest."""
        around = {node: self.overlaps[holder, node].inside for node in self._near[holder]}
        inside = [
            node
            for node in self._near[holder]
            if self.overlaps[node, holder].inside >= max(RELATED, around[node])
            and self._linked(node, holder)
            and not self._lies_in_another_filling(node, holder)
        ]
        inside.sort(key=lambda node: (around[node], self._text_key(node)))
        for number, one in enumerate(inside):
            for other in inside[number + 1 :]:
                if around[one] + around[other] >= 1 + DISJOINT:
                    break  # two texts that each fill so much of a third share half of themselves, and all that follow do too
                if (one, other) in self.overlaps or not self._strangers(one, other):
                    continue
                if not self._precedes(holder, one, other) and not self._is_printed_more(holder, one, other):
                    return (one, other), inside
        return None

    def _lies_in_another_filling(self, part: int, holder: int) -> bool:
        """Whether as much of a text is found in its holder's form filled in otherwise: then it says nothing of this filling."""
        fillings = self._fillings(holder)
        if len(fillings) < SEVERAL:
            return False
        share = self.overlaps[part, holder].inside
        holders = [other for other in self._near[part] if self.overlaps[part, other].inside >= share and other != holder]
        others = sum(other in fillings for other in holders)
        return others >= SEVERAL and 2 * others >= len(holders)

    def _fillings_of(self, holder: int) -> set[int]:
        """Texts that are the whole of this one's form, filled in otherwise; a form that is half a digest has other halves beside it."""
        least = RELATED * self.members[holder].length
        return {text for text in self.repeats.get(holder, NONE) if self.members[text].length > least}

    def _strangers(self, one: int, other: int) -> bool:
        """Whether two texts are no two excerpts of one. Those have its title; a form's titles are alike but for the place."""
        if title_holds(self.members[one].title, self.members[other].title):
            return False
        return self._compare(min(one, other), max(one, other)).similarity < DISJOINT

    def _precedes(self, holder: int, one: int, other: int) -> bool:
        """An original comes before its excerpts, a digest after what it holds."""
        day, *days = ((self.members[node].published or "")[:10] for node in (holder, one, other))
        return bool(day) and any(days) and all(day < later for later in days if later)

    def _is_printed_more(self, holder: int, one: int, other: int) -> bool:
        """An original is printed by others as it stands, under its title; of its excerpts each has a title of its own. Of what a
        digest holds at least one is printed as often, or came a day before.
        """
        copies, day = self._printed(holder)
        parts = [self._printed(part) for part in (one, other)]
        return all(copies > number and bool(day) and not (earlier and earlier < day) for number, earlier in parts)

    def _printings(self, text: int) -> tuple[int, str]:
        """How many articles have this text and title, give or take a few words, and the first day of one of them."""
        title = self.members[text].title
        same = [
            other for other in self._near[text] if self._is_copy(text, other) and title_holds(title, self.members[other].title)
        ]
        articles = [self.members[node] for one in (text, *same) for node in self._articles[one]]
        return len(articles), min((one.published[:10] for one in articles if one.published), default="")

    def _clusters(self, digests: Mapping[int, list[int]]) -> list[list[int]]:
        """Digests that are copies of each other together, so that they find one home."""
        found: list[list[int]] = []
        left = set(digests)
        for text in sorted(digests, key=self._text_key):
            if text in left:
                left.remove(text)
                cluster = [text]
                for one in cluster:
                    more = sorted(
                        (other for other in self._near[one] if other in left and self._is_copy(one, other)), key=self._text_key
                    )
                    left.difference_update(more)
                    cluster += more
                found.append(cluster)
        return found

    def _is_copy(self, one: int, other: int) -> bool:
        shared = self.overlaps[one, other]
        return min(shared.inside, shared.around) >= NEARLY_ALL

    def _homed(self, cluster: list[int], digests: Mapping[int, list[int]]) -> list[Pair]:
        """Ties copies of one digest together, and to that of their parts whose title one has, or with which it begins, or the largest."""

        def rank(pair: Pair) -> tuple[object, ...]:
            digest, part = pair
            return self._begins(part, digest), -self.overlaps[part, digest].around, self._text_key(part)

        pairs = [(digest, part) for digest in cluster for part in digests[digest]]
        alike = [pair for pair in pairs if titles_alike(self.members[pair[0]].title, self.members[pair[1]].title)]
        home = min(alike or pairs, key=rank)
        return [*((cluster[0], other) for other in cluster[1:]), home]

    def _ranked(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Pairs of articles of these pairs of texts, most alike first, then nearest in time, then by addresses, never by arrival.

        Where nobody took articles apart, one pair ties two texts as well as all do.
        """

        def rank(pair: Pair) -> tuple[object, ...]:
            one, other = (self.members[node] for node in pair)
            shared = self.overlaps.get((one.text, other.text), SAME)
            days = days_between(one.published, other.published)
            alike = round(shared.similarity + min(shared.inside, shared.around), 2)
            return -alike, FOREVER if days is None else days, sorted((one.key, other.key))

        found: list[Pair] = []
        for one, other in pairs:
            mine, theirs = self._articles[one], self._articles[other]
            if self.apart:
                found += combinations(mine, 2) if one == other else product(mine, theirs)
            else:
                found += pairwise(mine) if one == other else [(mine[0], theirs[0])]
        return sorted(found, key=rank)

    def _joined(self, together: list[Pair], *batches: list[Pair]) -> list[list[int]]:
        """Connected components, the most alike first, without ever joining what a person took apart.

        A text that agrees with this year's notice and with last year's, since it says neither, goes where it agrees most; it does
        not make the two one. A person may.
        """
        groups = {node: _Group({node}, {member.text}) for node, member in self.members.items()}
        for node, group in groups.items():
            group.foes |= self.apart.get(node, set())
            group.repeats |= self.repeats.get(self.members[node].text, NONE)
        decided = sorted(together, key=lambda pair: sorted(map(self._key, pair)))
        for number, batch in enumerate((decided, *batches)):
            for one, other in batch:
                mine, theirs = groups[one], groups[other]
                if mine is theirs or not mine.foes.isdisjoint(theirs.nodes):
                    continue
                if number and not mine.repeats.isdisjoint(theirs.texts) and self._are_fillings(mine.texts, theirs.texts):
                    continue
                if len(mine.nodes) < len(theirs.nodes):
                    mine, theirs = theirs, mine
                mine.take(theirs)
                for node in theirs.nodes:
                    groups[node] = mine
        distinct = {id(group): group for group in groups.values()}
        return [sorted(group.nodes) for group in distinct.values()]

    def _are_fillings(self, mine: set[int], theirs: set[int]) -> bool:
        """Whether two groups, of which some texts are fillings of one form, are that. A single text may be taken for one of a few, as it
        has noise or holds two fillings: it is none if it clearly has more in common with the others.
        """
        if min(len(mine), len(theirs)) > 1:
            return True
        repeats = sum(len(self.repeats.get(text, NONE) & theirs) for text in mine)
        return CLEARLY * repeats > sum(other in theirs for text in mine for other in self._near[text])

    def _guests(self, digests: Mapping[int, list[int]], group_of: Mapping[int, int]) -> defaultdict[int, dict[int, float]]:
        """Digests in the stories that they hold but do not live in, with the share that they hold."""
        held = [(text, holder) for holder, parts in digests.items() for text in parts]
        for (one, other), shared in self.overlaps.items():
            if shared.inside > shared.around and one not in digests and not self._linked(one, other):
                held.append((one, other))
        texts: defaultdict[int, set[int]] = defaultdict(set)
        for node, story in group_of.items():
            texts[story].add(self.members[node].text)
        places: defaultdict[Pair, list[int]] = defaultdict(list)  # of an article in another story: what it holds of that
        for text, holder in held:
            for node, guest in product(self._articles[text], self._articles[holder]):
                if group_of[node] != group_of[guest] and guest not in self.apart.get(node, ()):
                    places[guest, group_of[node]].append(text)
        taken: dict[int, list[set[int]]] = {guest: [texts[group_of[guest]]] for guest, _ in places}
        guests: defaultdict[int, dict[int, float]] = defaultdict(dict)

        def largest_first(place: Pair) -> tuple[object, ...]:
            holder = self.members[place[0]].text
            return max(self.overlaps[text, holder].around for text in places[place]), min(map(self._text_key, texts[place[1]]))

        for guest, story in sorted(places, key=largest_first, reverse=True):
            holder = self.members[guest].text
            if self._is_foreign(holder, texts[story]) or any(self._is_as(one, texts[story], holder) for one in taken[guest]):
                continue
            taken[guest].append(texts[story])
            guests[story][guest] = max(self.overlaps[text, holder].inside for text in places[guest, story])
        return guests

    def _is_foreign(self, holder: int, texts: set[int]) -> bool:
        """Whether a story is the form of one of the texts that this one holds, filled in otherwise: most of it says so."""
        repeats = len(self.repeats.get(holder, NONE) & texts)
        return repeats > sum((holder, text) in self.overlaps for text in texts)

    def _is_as(self, one: set[int], other: set[int], holder: int) -> bool:
        """Whether the other story is the form of the one filled in otherwise, and what only it says is not in their holder."""
        mine, theirs = (self._largest(holder, texts) for texts in (one, other))
        if mine is None or theirs is None or not any(self.repeats.get(text, NONE) & other for text in one):
            return False
        common = self._shared(theirs, mine).inside
        return self.overlaps[theirs, holder].inside - common <= OWN * (1 - common)

    def _largest(self, holder: int, texts: set[int]) -> int | None:
        """That of these texts which makes up most of their holder."""
        near = [text for text in texts if (text, holder) in self.overlaps]
        return max(near, key=lambda text: (self.overlaps[text, holder].around, self._text_key(text)), default=None)

    def _story(self, group: list[int], digests: set[int], guests: Mapping[int, float]) -> Story:
        first = self._first(group, digests)
        parts = [Part(first, "first", None)]
        for node in sorted((node for node in group if node != first), key=self._key):
            shared = self._shared(self.members[node].text, self.members[first].text)
            parts.append(Part(node, _role(shared), round(shared.similarity, 4)))
        order = sorted(guests, key=self._key)
        return Story(first, tuple(parts), tuple(Part(node, "digest", round(guests[node], 4)) for node in order))

    def _shared(self, one: int, other: int) -> Overlap:
        if one == other:
            return SAME
        return self.overlaps.get((one, other)) or self._compare(one, other)

    def _first(self, group: list[int], digests: set[int]) -> int:
        return self._barest(likeliest([self.members[node] for node in group], digests)).id

    def _barest(self, members: list[Member]) -> Member:
        """Of members whom no evidence tells apart the longest, as others are cut from it, but for one that only adds to a full text:
        a line above it, a disclaimer below, the same once more.
        """
        longest = sorted(members, key=lambda it: (-it.length, it.key))
        texts = dict.fromkeys(member.text for member in reversed(longest))
        return next(one for one in longest if not any(self._adds_to(one.text, other) for other in texts if other != one.text))

    def _adds_to(self, one: int, other: int) -> bool:
        """Whether a text holds all of another and hardly anything beyond it."""
        if self.members[one].length <= self.members[other].length:
            return False
        shared = self._shared(other, one)
        return shared.inside == 1 and shared.around >= NEARLY_ALL


@dataclass(slots=True)
class _Group:
    """A story in the making, with what must stay out of it."""

    nodes: set[int]
    texts: set[int]
    foes: set[int] = field(default_factory=set)  # articles that a person took apart from one of these
    repeats: set[int] = field(default_factory=set)  # texts that are the form of one of these, filled in anew

    def take(self, other: _Group) -> None:
        self.nodes |= other.nodes
        self.texts |= other.texts
        self.foes |= other.foes
        self.repeats |= other.repeats


def _role(shared: Overlap) -> str:
    inside, around = shared.inside, shared.around
    if min(inside, around) >= NEARLY_ALL:
        return "copy"
    if inside >= MOST and around < REST:
        return "excerpt"
    if around >= MOST and inside < REST:
        return "digest"
    return "edited copy"
