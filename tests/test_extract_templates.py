"""Pages of many content management systems, written after their templates: body, title, day and credits come out of each."""

from datetime import UTC, datetime

import pytest

from archive.records import Article, Page
from bench.measure import stream
from crawler.extract import extract
from tests import cms_government, cms_media, cms_odd

PAGES = (*cms_government.PAGES, *cms_media.PAGES, *cms_odd.PAGES)
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
