"""The project's own pages, whole: each with its label, as served and as other portals might have built it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.records import Article, Page, Rejection
from bench.extraction import flat, nameless
from bench.measure import own_cases, stream
from crawler.extract import explain, extract
from crawler.extract.decode import decode
from crawler.extract.document import parse

CASES = own_cases()
ARTICLES = [case for case in CASES if not case.rejected]
REFUSED = [case for case in CASES if case.rejected]
FACTS = ("title", "published", "source", "author", "editor", "original_source", "original_title")


def label(case):
    return json.loads(case.path.with_name("label.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case.name)
def test_the_body_of_an_own_page_is_exact(case):
    result = extract(case.page())
    assert isinstance(result, Article), result
    assert result.body.split("\n") == label(case)["body"]
    assert result.next_page == label(case).get("next_page")


@pytest.mark.parametrize("change", [nameless, flat], ids=["no names", "one cell"])
@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case.name)
def test_the_body_is_found_without_names_and_without_structure(case, change):
    page = case.page()
    doc = parse(decode(page.body).text, page.url, fetched_at=page.fetched_at)
    result = extract(Page(page.url, change(doc).encode(), page.fetched_at))
    assert isinstance(result, Article), result
    assert stream(result.body) == stream(case.truth["body"])


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_a_page_that_is_none_is_refused_for_its_reason(case):
    result = extract(case.page())
    assert isinstance(result, Rejection), result
    assert str(result.outcome) == case.rejected


def test_the_same_page_gives_the_same_article():
    page = ARTICLES[0].page()
    assert extract(page) == extract(page)


def test_an_explanation_names_the_container_the_codec_and_what_was_cut():
    case = next(case for case in ARTICLES if case.name == "people-2016")
    said = explain(case.page())
    assert said.codec == "gb18030"
    assert "rwb_zw" in said.container
    assert ("（责编：胡静、严冬）", "editor") in [
        (cut.line.text.replace("(", "（").replace(")", "）"), cut.reason) for cut in said.cut
    ]


SEEDS = Path(__file__).resolve().parent.parent / "seeds"
# where the article's text begins and ends in the documents as received, and its title
SPANS = {
    "000": ("6月26日", "颛桥镇有关负责人", "这一市级特色产业集群"),
    "001": ("5月13日", "据了解", "上海临港新片区劳模工匠创新工作室联盟成立"),
    "002": ("9月11日", "本次活動邀請", "2025年全國檢驗檢測"),
    "003": ("党组织在这里", "在泗泾镇", "泗泾镇产业集群"),
    "004": ("5月12日", "近年來", "威海召開世界計量日大會"),
}
BYLINES = ("文字", "图片")  # of 003: they may stay


def seed(key):
    text = next(SEEDS.glob(f"{key}_*.txt")).read_text(encoding="utf-8")
    lines = [line for line in (raw.strip(" \t\xa0\u3000•") for raw in text.split("\n")) if line]
    begin, end, title = SPANS[key]
    first = next(place for place, line in enumerate(lines) if line.startswith(begin))
    last = next(place for place, line in enumerate(lines) if place >= first and line.startswith(end))
    return lines, first, last, next(line for line in lines if line.startswith(title))


def build(shape, key):
    lines, first, last, title = seed(key)
    if shape == "one cell":
        inside = "<table><tr><td>" + "<br>".join(lines) + "</td></tr></table>"
    elif shape == "paragraphs":
        inside = '<div class="x1"><div class="q7">' + "".join(f"<p>{line}</p>" for line in lines) + "</div></div>"
    else:
        above = "".join(f"<div>{line}</div>" for line in lines[:first])
        text = "".join(f"<p>{line}</p>" for line in lines[first : last + 1])
        below = "".join(f"<li>{line}</li>" for line in lines[last + 1 :])
        inside = f'{above}<div class="a9">{text}<ul>{below}</ul></div>'
    return f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{inside}</body></html>'


@pytest.mark.parametrize("shape", ["one cell", "paragraphs", "lists in the box"])
@pytest.mark.parametrize("key", SPANS)
def test_a_seed_is_read_from_pages_without_names(key, shape):
    lines, first, last, _ = seed(key)
    result = extract(Page("", build(shape, key).encode(), datetime(2025, 12, 1, tzinfo=UTC)))
    assert isinstance(result, Article), result
    wanted = extract(Page("", plain(lines[first : last + 1], key).encode(), datetime(2025, 12, 1, tzinfo=UTC)))
    assert isinstance(wanted, Article)
    body = [line for line in result.body.split("\n") if not line.startswith(BYLINES)]
    assert [stream(line) for line in body] == [stream(line) for line in wanted.body.split("\n")]


def plain(lines, key):
    """The article's text and title alone: what must come out of every shape."""
    title = seed(key)[3]
    return f"<title>{title}</title><h1>{title}</h1><div>{''.join(f'<p>{line}</p>' for line in lines)}</div>"
