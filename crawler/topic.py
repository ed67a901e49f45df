"""Whether an article belongs to the archive's trade, which of its topics it has, and which words decided. The words are data."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from archive.folding import to_simplified
from crawler.config import ConfigError

SHIPPED = Path(__file__).parent / "topics.toml"
WEIGHTS = {"strong": 1.0, "medium": 0.4, "weak": 0.1}
REPEATS = {"strong": 1, "medium": 3, "weak": 1}  # how often a word counts
AGAINST = -0.5
IN_TITLE = 3.0
LONGEST = 20_000  # characters that are judged
WEAK_LIMIT = 0.5  # weak words support others, they never decide


@dataclass(frozen=True)
class Profile:
    """What the archive is about: words with weights and the topic each speaks for."""

    threshold: float
    words: dict[str, tuple[str, str]]  # word -> strength, topic ('' for never and against)
    topics: tuple[str, ...]

    @cached_property
    def _automaton(self) -> tuple[AhoCorasick, list[str]]:
        words = list(self.words)
        return AhoCorasick([word.lower() for word in words], matchkind=MatchKind.LeftmostLongest), words

    def __reduce__(self) -> tuple[object, ...]:
        return Profile, (self.threshold, self.words, self.topics)  # the automaton is made anew in each process

    def count(self, text: str) -> Counter[str]:
        """How often each word stands in folded text; where words overlap the longest counts."""
        automaton, words = self._automaton
        return Counter(words[match[0]] for match in automaton.find_matches_as_indexes(text))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The score of a text, its topics, main one first, and the words that decided, heaviest first."""

    relevant: bool
    score: float
    topics: tuple[str, ...]
    words: tuple[str, ...]


def read_profile(path: Path | None = None) -> Profile:
    """The shipped profile, or the one of a file. Raises ConfigError with every mistake in it."""
    path = path or SHIPPED
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: the topic profile cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    mistakes = _mistakes(table)
    if mistakes:
        raise ConfigError("\n".join(f"{path}: {line}" for line in mistakes))
    words: dict[str, tuple[str, str]] = {}
    for topic in table["topic"]:
        for strength in ("weak", "medium", "strong"):
            words |= dict.fromkeys(topic.get(strength, []), (strength, topic["name"]))
    words |= dict.fromkeys(table.get("against", []), ("against", ""))
    words |= dict.fromkeys(table.get("never", []), ("never", ""))
    return Profile(float(table.get("threshold", 1.0)), words, tuple(topic["name"] for topic in table["topic"]))


def _mistakes(table: dict[str, object]) -> list[str]:
    allowed = {"threshold", "never", "against", "topic"}
    lines = [f"unknown key {name!r}; allowed are {', '.join(sorted(allowed))}" for name in table if name not in allowed]
    if not isinstance(table.get("threshold", 1.0), int | float):
        lines.append(f"threshold: found {table['threshold']!r}; allowed is a number")
    lists = {name: table.get(name, []) for name in ("never", "against")}
    topics = table.get("topic")
    if not isinstance(topics, list) or not topics:
        return [*lines, "topic: missing; at least one [[topic]] with a name and words"]
    for number, topic in enumerate(topics, 1):
        if not isinstance(topic, dict) or not isinstance(topic.get("name"), str):
            lines.append(f"topic {number}: name: missing; every topic has one")
            continue
        unknown = [key for key in topic if key not in {"name", *WEIGHTS}]
        lines += [f"topic {topic['name']}: unknown key {key!r}; allowed are name, strong, medium, weak" for key in unknown]
        lists |= {f"topic {topic['name']}: {strength}": topic.get(strength, []) for strength in WEIGHTS}
    for name, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(word, str) and len(word) > 1 for word in value):
            lines.append(f"{name}: allowed is a list of words of two characters or more")
    return lines


def judge(title: str, body: str, profile: Profile) -> Judgement:
    """Scores a text; folded to simplified first, so both scripts count the same."""
    head = profile.count(to_simplified(title[:500]).lower())
    text = profile.count(to_simplified(body[:LONGEST]).lower())
    weights: dict[str, float] = {}
    weak = 0.0
    topics: defaultdict[str, float] = defaultdict(float)
    for word in {*head, *text}:
        strength, topic = profile.words[word]
        if strength == "never":
            continue
        if strength == "against":
            weights[word] = AGAINST * (IN_TITLE if word in head else 1)
            continue
        times = min(REPEATS[strength], head[word] + text[word])
        weight = WEIGHTS[strength] * (IN_TITLE if word in head else times)
        if strength == "weak":
            weight = min(weight, max(0.0, WEAK_LIMIT - weak))
            weak += weight
        weights[word] = weight
        topics[topic] += weight if strength != "weak" else 0.1 * weight
    score = round(sum(weights.values()), 3)
    ranked = sorted(weights, key=lambda word: (-abs(weights[word]), word))
    relevant = score >= profile.threshold
    named = [topic for topic, weight in sorted(topics.items(), key=lambda one: (-one[1], one[0])) if weight >= 0.8]
    best = [max(topics, key=lambda topic: (topics[topic], topic))] if relevant and topics else []
    return Judgement(relevant, score, tuple((named or best)[:5]), tuple(ranked[:12]))


def headline(title: str, profile: Profile) -> bool | None:
    """False where a headline alone makes it certain that its article is off topic; None where the article must be read."""
    found = profile.count(to_simplified(title[:500]).lower())
    strengths = Counter(profile.words[word][0] for word in found)
    if strengths["strong"] or strengths["medium"] or strengths["weak"]:
        return None
    return False if strengths["against"] >= 2 else None
