"""What an article is about, all of it, in one call for worker processes."""

from __future__ import annotations

from collections.abc import Sequence

from archive.records import Article, Labels
from crawler import figures, institutions, places
from crawler.topic import Profile, judge


def label(article: Article, home_region: str, profile: Profile) -> Labels:
    """Topics, places, institutions and figures of an article; `home_region` decides where names are ambiguous."""
    return label_all([article], [home_region], profile)[0]


def label_all(articles: Sequence[Article], home_regions: Sequence[str], profile: Profile) -> list[Labels]:
    """As `label` for each, but one kind of label after the other, whose tables then stay in the processor's cache."""
    judged = [judge(one.title, one.body, profile) for one in articles]
    found = [places.find(one.title, one.body, region) for one, region in zip(articles, home_regions, strict=True)]
    named = [institutions.find(one.title, one.body) for one in articles]
    stated = [figures.find(one.body) for one in articles]
    return [
        Labels(said.relevant, said.score, said.words, said.topics, where, who, numbers)
        for said, where, who, numbers in zip(judged, found, named, stated, strict=True)
    ]
