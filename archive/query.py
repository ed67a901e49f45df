"""The little language people search in: words, "phrases", -exclusions and fields. Any text is a query, none is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from archive.folding import readings
from archive.search import IS_HAN, RUN
from archive.search import LONGEST as LONGEST_WORD

LONGEST = 500  # characters of a query; the rest is not read
MOST = 24  # words of a query
FIELDS = ("site", "region", "topic", "source", "month", "after", "before", "role")
NAMES = {
    "站点": "site", "地区": "region", "主题": "topic", "来源": "source", "月份": "month", "起": "after", "止": "before", "关系": "role",
}  # fmt: skip
ROLES = {"first": "首发", "copy": "转载", "edited copy": "改动转载", "excerpt": "摘录"}  # what an article can be in its own story
UNNAMED = {"region": "地区不明", "topic": "其他"}  # what the articles are called, and asked for by, that have none
PART = re.compile(rf'(-?)(?:({"|".join((*FIELDS, *NAMES))}):)?(?:"([^"]*)"?|([^\s"]+))', re.IGNORECASE)
DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[-/.年月]?")
LONE = re.compile(r'"(.)" \*')
SAME = str.maketrans({"“": '"', "”": '"', "「": '"', "」": '"', "：": ":", "　": " ", "－": "-", "−": "-"})


@dataclass(slots=True)
class Query:
    """A question, understood: FTS5 phrases that must be there or must not, and the fields with what was said for each."""

    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)  # folded runs, to be marked in the text
    ignored: list[str] = field(default_factory=list)  # what was written and has no meaning: a date that is none, a lone sign

    @property
    def match(self) -> str:
        """The FTS5 expression, made of quoted phrases alone; '' where no word is wanted."""
        if not self.wanted:
            return ""
        wanted = " AND ".join(self.wanted)
        return f"({wanted}) NOT ({self.exclusion})" if self.unwanted else wanted

    @property
    def lone(self) -> str:
        """The one Chinese character that is all that is asked for, beside fields, or ''."""
        alone = len(self.wanted) == 1 and not self.unwanted and LONE.fullmatch(self.wanted[0])
        return alone[1] if alone else ""

    @property
    def exclusion(self) -> str:
        """The FTS5 expression of what must not be there, or ''."""
        return " OR ".join(self.unwanted)


def parse(text: str, fields: dict[str, list[str]] | None = None) -> Query:
    """Understands a query; `fields` adds what was chosen beside it, such as a facet."""
    query = Query()
    for minus, name, quoted, word in PART.findall(
        text[:LONGEST].encode("utf-8", "replace").decode().translate(SAME)
    ):  # half a surrogate pair is no letter
        said = quoted or word
        if len(query.wanted) + len(query.unwanted) >= MOST:
            query.ignored.append(said)
        elif name and said:
            _add_field(query, NAMES.get(name, name.lower()), said)
        else:
            _add_words(query, said, bool(minus))
    for name, values in (fields or {}).items():
        for value in values:
            _add_field(query, name, value[:200])
    return query


def _add_words(query: Query, said: str, excluded: bool) -> None:
    phrase = fts_phrase(said)
    if not phrase:
        query.ignored += [said] if said else []
    elif excluded:
        query.unwanted.append(phrase)
    elif phrase not in query.wanted:
        query.wanted.append(phrase)
        query.words += [run for folded in readings(said) for run in RUN.findall(folded)]


def _add_field(query: Query, name: str, said: str) -> None:
    if name in ("month", "after", "before"):
        start = day(said)
        if start is None:
            query.ignored.append(f"{name}:{said}")
            return
        said = start[:7] if name == "month" else start
    if name == "role":
        role = next((role for role, called in ROLES.items() if said.casefold() in (role, called)), None)
        if role is None:
            query.ignored.append(f"{name}:{said}")
            return
        said = role
    query.fields.setdefault(name, []).append(said)


def day(said: str) -> str | None:
    """`YYYY-MM-DD` of a date, the first day of a month or of a year (2025-05, 2025年5月, 2025); None where there is no such day."""
    found = DATE.fullmatch(said)
    if not found:
        return None
    year, month, date = (int(part or 1) for part in found.groups())
    try:
        return datetime(year, month, date).strftime("%Y-%m-%d") if year >= 1000 else None
    except ValueError:
        return None


def fts_phrase(said: str) -> str:
    """The FTS5 expression of a word or a quoted phrase, or '' where it has neither letter nor digit.

    A single character is looked up by itself as the beginning of a term: what stands around it in a phrase is not next to it in the index.
    """
    either = [phrase for phrase in map(_phrase, readings(said)) if phrase]
    return f"({' OR '.join(either)})" if len(either) > 1 else "".join(either)


def _phrase(folded: str) -> str:
    out: list[str] = []
    phrases: list[str] = []
    for run in RUN.findall(folded):
        han = IS_HAN.match(run)
        if han and len(run) == 1:  # 检 alone begins 检测
            phrases += [f'"{" ".join(out)}"'] * bool(out) + [f'"{run}" *']
            out = []
        else:
            out.extend([run[i : i + 2] for i in range(len(run) - 1)] if han else [run[:LONGEST_WORD]])
    phrases += [f'"{" ".join(out)}"'] * bool(out)
    return f"({' AND '.join(phrases)})" if len(phrases) > 1 else "".join(phrases)


def escape_fts(text: str) -> str:
    """The FTS5 expression of a query's words, for Datasette's own search box; fields have no effect there.

    A query of exclusions alone finds nothing in FTS5, so it becomes the empty phrase, which no text has.
    """
    return parse(text or "").match or '""'
