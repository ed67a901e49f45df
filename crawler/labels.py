"""What an article is about, all of it, in one call for worker processes."""

from __future__ import annotations

from archive.records import Article, Labels
from crawler import figures, institutions, places
from crawler.topic import Profile, judge


def label(article: Article, home_region: str, profile: Profile) -> Labels:
    """Topics, places, institutions and figures of an article; `home_region` decides where names are ambiguous."""
    said = judge(article.title, article.body, profile)
    return Labels(
        relevant=said.relevant,
        score=said.score,
        words=said.words,
        topics=said.topics,
        places=places.find(article.title, article.body, home_region),
        mentions=institutions.find(article.title, article.body),
        figures=figures.find(article.body),
    )
