"""Pages of many content management systems, written after their templates: body, title, day and credits come out of each."""

from datetime import UTC, datetime

import pytest

from archive.records import Article, Page
from bench.extraction import flat, nameless
from bench.measure import stream
from crawler.extract import extract
from crawler.extract.decode import decode
from crawler.extract.document import parse
from tests import (
    cms_accounts,
    cms_central,
    cms_government,
    cms_institutes,
    cms_media,
    cms_mixed,
    cms_noisy,
    cms_odd,
    cms_regional,
)

FAMILIES = (cms_accounts, cms_central, cms_government, cms_institutes, cms_media, cms_mixed, cms_noisy, cms_odd, cms_regional)
PAGES = tuple(case for family in FAMILIES for case in family.PAGES)
SEEN = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_a_templates_page_is_read(case):
    result = extract(Page(case.url, case.html.encode(case.encoding, "xmlcharrefreplace"), SEEN))
    assert isinstance(result, Article), result
    assert list(map(stream, result.body.split("\n"))) == list(map(stream, case.story.body))
    assert stream(result.title) == stream(case.story.title)
    assert (result.published or "")[: len(case.published or "")] == (case.published or "")
    assert (stream(result.source), stream(result.author)) == (stream(case.source), stream(case.author))
    assert case.editor is None or result.editor == case.editor


# As one cell with breaks these lose what told text from its surroundings: a reporter's line, contacts, bare headlines.
LOST_WHEN_FLAT = {
    "party-column-signed",
    "phone-portal-old",
    "source-as-link-and-reporter",
    "jobs-with-contact",
    "short-in-a-crowd",
    "han-numerals",
    "subtitle-and-lead-in",
    "forum-thread",
    "blog-posted-below",
    "theme-with-reward",
    "stock-portal-stated-below",
    "destoon-trade-portal",
    "drupal-office",
    "brokerage-news",
    "party-office-bulletin",
    "regulation-with-reading",
    "standard-explained",
    "first-finance",
    "venture-media",
    "firm-site-builder",
    "court-news",
    "weekly-magazine",
    "ministry-division-page",
    "notice-with-file-list",
    "lists-between-title-and-text",
}


@pytest.mark.parametrize("change", [nameless, flat], ids=["no names", "one cell"])
@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_a_templates_body_is_read_without_names_and_without_structure(case, change):
    if change is flat and case.name in LOST_WHEN_FLAT:
        pytest.skip("nothing but structure tells its text from what surrounds it")
    doc = parse(decode(case.html.encode(case.encoding, "xmlcharrefreplace")).text, case.url, fetched_at=SEEN)
    result = extract(Page(case.url, change(doc).encode(), SEEN))
    assert isinstance(result, Article), result
    assert stream(result.body) == stream("".join(case.story.body))
