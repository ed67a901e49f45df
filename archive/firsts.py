"""Which article of a story was first, by what each says of itself and of the others; arrival decides nothing. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from archive.likeness import days_between

LATE = 2  # days by which a source may be dated after the copy that names it


@dataclass(frozen=True, slots=True)
class Member:
    """What decides who was first. Names are folded."""

    id: int
    key: str
    site: str
    title: str
    length: int
    text: int  # the article that stands for all with this very text, title, day and source; itself mostly
    published: str | None = None
    site_name: str = ""
    source: str = ""  # 来源
    original_source: str = ""  # 转自
    original_title: str = ""  # 原标题, where it is another than its own
    original_key: str = ""  # key of the address it links to as the original
    mirror: bool = False  # a known mirror, or a page with pinyin notes
    converted: bool = False  # in traditional characters


def likeliest(members: list[Member], digests: Set[int]) -> list[Member]:
    """Those of a story's members for which the evidence is best; more than one where nothing tells them apart. `digests` are texts."""
    originals = any(not member.mirror and not member.converted for member in members)
    named = _named(members)

    def rank(member: Member) -> tuple[object, ...]:
        published = member.published or ""
        own = member.site_name
        reposted = bool(member.original_source or member.original_key or member.original_title)
        foreign = bool(own and member.source and member.source not in own and own not in member.source)
        return (
            member.mirror or (originals and member.converted),
            member.text in digests,
            member.id not in named,
            published[:10] or "9999",
            reposted or foreign,
            published[10:] or "T99",
        )

    ranks = {member.id: rank(member) for member in members}
    least = min(ranks.values())
    return [member for member in members if ranks[member.id] == least]


def _named(members: list[Member]) -> set[int]:
    """Members that others name as where they have it from: by address, by the name of the site, or by its title."""
    by_key = {member.key: member for member in members}
    by_name: defaultdict[str, list[Member]] = defaultdict(list)
    by_title: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_name[member.site_name].append(member)
        by_title[member.title].append(member)
    by_name.pop("", None)
    by_claim = cache(lambda claim: [one for name, some in by_name.items() if name in claim or claim in name for one in some])
    found = set()
    for member in members:
        origin = by_key.get(member.original_key)
        if origin is not None and origin.id != member.id:
            found.add(origin.id)
        claim = member.original_source or member.source
        titled = by_title.get(member.original_title, []) if member.original_title else []
        for other in [*(by_claim(claim) if claim else ()), *titled]:
            if other.site != member.site and other.id not in found:
                days = days_between(other.published, member.published) or 0
                if days <= LATE or (other.published or "") < (member.published or ""):
                    found.add(other.id)
    return found
