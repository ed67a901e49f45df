"""Whether an article belongs to the archive's trade, which of its topics it has, and which words decided. The words are data."""

from __future__ import annotations

import difflib
import hashlib
import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import islice, takewhile
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from crawler.config import ConfigError
from crawler.plain import plain
from crawler.toml_file import read_toml

SHIPPED = Path(__file__).parent / "topics.toml"
STRENGTHS = ("core", "strong", "medium", "weak")
OWN = ("core", "strong")
OPPOSED = ("foreign", "against")  # a word that stands in both is the first
IN_TITLE = {"core": 2.0, "strong": 1.2, "medium": 0.6, "weak": 0.2, "against": -0.6, "foreign": -1.2}
IN_BODY = {"core": 1.0, "strong": 0.6, "medium": 0.3, "weak": 0.1, "against": -0.3, "foreign": -0.8}
REPEATED = {"strong": 0.2, "medium": 0.1}  # for each time more, up to twice
# What words of one strength can reach, however many there are: passing remarks add up in any long text.
TITLE_LIMIT = {"weak": 0.4}
BODY_LIMIT = {"medium": 0.6, "weak": 0.3, "against": 1.2, "foreign": 3.2}
ROOM = 40  # characters of body from which a text of the trade has had room to say one of its own words
UNSAID = 0.4  # what a text loses that had room and has no word of its own: another trade's article uses medium ones
WORDS_OF_A_PATTERN = 4000
NAMED_TOPICS = 5
SHOWN_WORDS = 12
ANY = 100  # characters, more than a word has
GROUP = re.compile(r"\(([^()]*)\)")
HEADLINE = "headline: "  # begins the detail of a refusal that needed no page


class _Beyond(dict[str, tuple[tuple[int, str], ...]]):
    """For each word those of `others` that may begin in it and run out of it, and where: the first, of those the longest.

    Of its characters they share at most `shared`. Worked out when a word is first met: few of the profile's ever are.
    """

    def __init__(self, others: Iterable[str], shared: int) -> None:
        self.spelling = {word.lower(): word for word in others}
        self._ordered = sorted(self.spelling)
        self._shared = shared

    def __missing__(self, word: str) -> tuple[tuple[int, str], ...]:
        found: list[tuple[int, str]] = []
        for at in range(max(1, len(word) - self._shared), len(word)):
            rest = word[at:].lower()
            first = bisect_left(self._ordered, rest)
            some = takewhile(partial(_begins, rest), islice(self._ordered, first, None))
            found += [(at, other) for other in sorted(some, key=len, reverse=True) if len(other) > len(rest)]
        self[word] = tuple(found)
        return self[word]


@dataclass(frozen=True)
class Profile:
    """What the archive is about: words with their strength and the topic each speaks for ('' for foreign, against and ignore)."""

    threshold: float
    words: dict[str, tuple[str, str]]
    topics: tuple[str, ...]
    activities: frozenset[str] = frozenset()  # topics that a weak word of the headline names, beside another one
    authorities: frozenset[str] = frozenset()  # who is named only where the trade is near: they count as a word of its own

    @cached_property
    def version(self) -> str:
        """What tells this profile from any other: the same for the same words, whatever the file looks like."""
        said = (self.threshold, sorted(self.words.items()), self.topics, sorted(self.activities), sorted(self.authorities))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:8]

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[str]]:
        words = list(self.words)
        return AhoCorasick([word.lower() for word in words], matchkind=MatchKind.LeftmostLongest), words

    @cached_property
    def _opposed(self) -> _Beyond:
        return _Beyond((word for word, (strength, _) in self.words.items() if strength not in STRENGTHS), shared=ANY)

    @cached_property
    def _of_the_trade(self) -> _Beyond:
        return _Beyond((word for word, (strength, _) in self.words.items() if strength in STRENGTHS), shared=1)

    @cached_property
    def _alone(self) -> dict[int, str]:
        """Words that were met and stand for themselves, whatever is around them."""
        return {}

    def __reduce__(self) -> tuple[object, ...]:
        return Profile, (
            self.threshold,
            self.words,
            self.topics,
            self.activities,
            self.authorities,
        )  # the automaton is made anew in each process

    def count(self, text: str) -> Counter[str]:
        """How often each word stands in `plain` text; where words overlap the first counts, and of those the longest.

        But one that an opposed word runs out of is not meant, 违规认证 in 违规认证账号, nor an opposed one whose last
        character begins a word of the trade: 体检 in 气体检测.
        """
        automaton, words = self._automaton
        alone = self._alone
        found: Counter[str] = Counter()
        for number, start, end in automaton.find_matches_as_indexes(text):
            word = alone.get(number)
            if word is None:
                if text[start].isascii() and _continues(text, start, end):
                    continue  # CMA is not a part of CMAX
                word = words[number]
                strength = self.words[word][0]
                rivals = self._of_the_trade if strength in OPPOSED else self._opposed
                others = rivals[word] if strength != "ignore" else ()
                if not others and not text[start].isascii():
                    alone[number] = word
                for at, other in others:
                    if text.startswith(other, start + at):
                        rival = rivals.spelling[other]
                        word = rival if self.words[rival][0] != "ignore" else word  # 心理 is none in 中心理化室
                        break
            found[word] = found.get(word, 0) + 1
        return found


@dataclass(frozen=True, slots=True)
class Judgement:
    """The score of a text, its topics, main one first, the words that decided, heaviest first, and what each weighs."""

    relevant: bool
    score: float
    topics: tuple[str, ...]
    words: tuple[str, ...]
    weights: tuple[float, ...] = ()
    unsaid: float = 0.0  # what it lost for having room and saying no core or strong word


def _begins(rest: str, word: str) -> bool:
    return word.startswith(rest)


def _continues(text: str, start: int, end: int) -> bool:
    before, last, after = text[max(0, start - 1) : start], text[end - 1], text[end : end + 1]
    return (before.isascii() and before.isalpha()) or (last.isascii() and after.isascii() and after.isalpha())


def read_profile(path: Path | None = None) -> Profile:
    """The shipped profile, or the one of a file. Raises ConfigError with every mistake in it."""
    path = path or SHIPPED
    table, mistakes = read_toml(path)
    mistakes = mistakes or [f"{path}: {line}" for line in _mistakes(table)]
    if mistakes:
        raise ConfigError("\n".join(mistakes))
    words: dict[str, tuple[str, str]] = {}
    for strength in reversed(STRENGTHS):  # a word that stands twice keeps its greater strength
        for topic in reversed(table["topic"]):  # and the topic named first
            patterns = [*topic.get(strength, []), *(topic.get("authority", []) if strength == "weak" else [])]
            words |= dict.fromkeys(_all_words(patterns), (strength, topic["name"]))
    for name in ("against", "foreign", "ignore"):
        words |= dict.fromkeys(_all_words(table.get(name, [])), (name, ""))
    _strengthen(words)
    activities = frozenset(topic["name"] for topic in table["topic"] if topic.get("activity"))
    authorities = frozenset(word for topic in table["topic"] for word in _all_words(topic.get("authority", [])))
    names = tuple(topic["name"] for topic in table["topic"])
    return Profile(float(table.get("threshold", 1.0)), words, names, activities, authorities)


@lru_cache(maxsize=1)
def profile_of_process(path: Path | None) -> Profile:
    """As `read_profile`, but read once in a worker process."""
    return read_profile(path)


def _strengthen(words: dict[str, tuple[str, str]]) -> None:
    """A word that holds a core one is a core one: 食品安全监督抽检 must not hide its 监督抽检."""
    core = [word.lower() for word, (strength, _) in words.items() if strength == "core"]
    automaton = AhoCorasick(core)
    for word, (strength, topic) in words.items():
        if strength in STRENGTHS[1:] and automaton.find_matches_as_indexes(word.lower()):
            words[word] = ("core", topic)


def _all_words(patterns: list[str]) -> list[str]:
    return [word for pattern in patterns for word in expand(pattern)]


def expand(pattern: str) -> list[str]:
    """The words a pattern stands for: (食品|药品)检验 is 食品检验 and 药品检验. Raises ValueError for one that is none."""
    parts = GROUP.split(pattern)  # literal, group, literal, group, ...
    if any(set(part) & set("()|") for part in parts[::2]):
        raise ValueError("brackets and | only as (甲|乙), not nested")
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    number = 1
    for choice in choices:
        number *= len(choice)
    if number > WORDS_OF_A_PATTERN:
        raise ValueError(f"stands for {number} words; allowed are {WORDS_OF_A_PATTERN}")
    words = ["".join(word) for word in itertools.product(*choices)]
    if any(len(word) < 2 for word in words):
        raise ValueError("a word has two characters or more")
    return words


def _mistakes(table: dict[str, object]) -> list[str]:
    lines = _unknown(table, ("threshold", "ignore", *OPPOSED, "topic"))
    threshold = table.get("threshold", 1.0)
    if isinstance(threshold, bool) or not isinstance(threshold, int | float) or not threshold > 0:
        lines.append(f"threshold: found {threshold!r}; allowed is a number above 0")
    lists = {name: table.get(name, []) for name in ("ignore", *OPPOSED)}
    topics = table.get("topic")
    if not isinstance(topics, list) or not topics:
        return [*lines, "topic: missing; a profile needs at least one [[topic]] with a name and words"]
    seen: set[str] = set()
    for number, topic in enumerate(topics, 1):
        name = topic.get("name") if isinstance(topic, dict) else None
        if not isinstance(name, str) or not name.strip() or name in seen:
            lines.append(f"topic {number}: name: found {name!r}; every topic has one of its own")
            continue
        seen.add(name)
        lines += [f"topic {name}: {line}" for line in _unknown(topic, ("name", "activity", "authority", *STRENGTHS))]
        if not isinstance(topic.get("activity", False), bool):
            lines.append(f"topic {name}: activity: found {topic['activity']!r}; allowed are true and false")
        lists |= {f"topic {name}: {key}": topic.get(key, []) for key in ("authority", *STRENGTHS)}
    return lines + [line for name, value in lists.items() for line in _list_mistakes(name, value)]


def _unknown(table: dict[str, object], allowed: tuple[str, ...]) -> list[str]:
    lines = []
    for key in table:
        if key not in allowed:
            near = difflib.get_close_matches(key, allowed, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"allowed are {', '.join(allowed)}"
            lines.append(f"unknown key {key!r}; {hint}")
    return lines


def _list_mistakes(name: str, value: object) -> list[str]:
    if not isinstance(value, list):
        return [f"{name}: found {value!r}; allowed is a list of words"]
    lines = []
    for word in value:
        try:
            if not isinstance(word, str):
                raise ValueError("not a string")
            expand(word)
        except ValueError as error:
            lines.append(f"{name}: found {word!r}: {error}")
    return lines


def judge(title: str, body: str, profile: Profile) -> Judgement:
    """Scores a text; folded to simplified first, so both scripts count the same."""
    head = profile.count(plain(title[:500]))
    folded = plain(body)
    text = profile.count(folded)
    weights, topics = _weigh(head, text, profile)
    own = any(profile.words[word][0] in OWN or word in profile.authorities for word in weights)
    unsaid = UNSAID if weights and not own and len(folded) >= ROOM else 0.0
    score = _score(head, weights, unsaid, profile)
    ranked = sorted((word for word in weights if weights[word]), key=lambda word: (-abs(weights[word]), word))[:SHOWN_WORDS]
    relevant = score >= profile.threshold
    order = sorted(topics, key=lambda topic: (-topics[topic], profile.topics.index(topic)))
    named = [topic for topic in order if topics[topic] >= 0.6] or order[:1]
    return Judgement(
        relevant,
        score,
        tuple(named[:NAMED_TOPICS]) if relevant else (),
        tuple(ranked),
        tuple(round(weights[word], 2) for word in ranked),
        unsaid,
    )


def _weigh(head: Counter[str], text: Counter[str], profile: Profile) -> tuple[dict[str, float], dict[str, float]]:
    """What each word weighs, and what each topic gathers: there a headline speaks three times as loud, or six."""
    weights: dict[str, float] = {}
    topics: defaultdict[str, float] = defaultdict(float)
    for word in sorted({*head, *text}):  # sums of floats depend on their order, and that of a set on the process
        strength, topic = profile.words[word]
        if strength == "ignore":
            continue
        times = text.get(word, 0)
        weight = IN_TITLE[strength] if word in head else IN_BODY[strength]
        weights[word] = weight + REPEATED[strength] * min(2, times - 1) if times > 1 and strength in REPEATED else weight
        if topic:
            loud = 0 if word not in head else 6 if strength == "weak" and topic in profile.activities else 3
            topics[topic] += IN_BODY[strength] * (loud + min(3, times))
    return weights, topics


def _score(head: Counter[str], weights: dict[str, float], unsaid: float, profile: Profile) -> float:
    """Core words of the body stand whatever else is said; the others are reduced by what speaks against them.

    But one that is all that is said of the trade, among words of others, may be where a bus stops or somebody works.
    """
    sums: defaultdict[tuple[str, bool], float] = defaultdict(float)
    for word, weight in weights.items():
        sums[profile.words[word][0], word in head] += weight
    for in_title, limits in ((True, TITLE_LIMIT), (False, BODY_LIMIT)):
        for strength, limit in limits.items():
            sums[strength, in_title] = max(-limit, min(limit, sums[strength, in_title]))
    of_the_trade = [word for word, weight in weights.items() if weight > 0]
    if len(of_the_trade) == 1 and of_the_trade[0] not in head and len(weights) > 1:
        return round(max(0.0, sum(sums.values()) - UNSAID), 3)
    core = sums.pop(("core", False), 0.0)
    return round(core + max(0.0, sum(sums.values()) - unsaid), 3)


def headline(title: str, profile: Profile) -> bool | None:
    """False where a headline alone makes it certain that its article is off topic; None where the article must be read."""
    found = profile.count(plain(title[:500]))
    strengths = Counter(profile.words[word][0] for word in found)
    if any(strengths[strength] for strength in STRENGTHS):
        return None
    return False if strengths["against"] + strengths["foreign"] >= 2 else None


def off_topic(score: float, words: Sequence[str], profile: Profile) -> str:
    """Why an article that was read is refused."""
    said = ", ".join(words[:5]) or "no word of the trade"
    return f"score {score:.2f} below {profile.threshold:.2f} by profile {profile.version}: {said}"


def still_certain(detail: str, profile: Profile) -> bool:
    """Whether a refusal holds by this profile without its page: the headline alone decides, or it was this very profile's."""
    if detail.startswith(HEADLINE):
        return headline(detail.removeprefix(HEADLINE), profile) is False
    return f" by profile {profile.version}: " in detail
