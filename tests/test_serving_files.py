"""What leaves the archive as a file: Atom feeds, CSV, workbooks, JSON."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import httpx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.serving.exports import ForExcel, csv_text, inert, xlsx_file
from archive.serving.feeds import Entry, feed
from archive.serving.lists import COLUMNS
from tests.archive_site import LIVE, ids
from tests.served import read
from tests.test_serving import story_of

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = [
    "/search.atom", "/search.atom?q=计量", "/search.atom?region=上海市", "/search.atom?topic=检测", "/search.atom?q=火星车", "/watch.atom?name=加油机", "/runs.atom",
]  # fmt: skip
STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def assert_valid(document: bytes) -> ElementTree.Element:
    """What RFC 4287 asks of a feed: the elements that must be there, once; moments with offset; ids that are different IRIs."""
    root = ElementTree.fromstring(document)
    assert root.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1, name
    relations = [link.get("rel") for link in root.findall(f"{ATOM}link")]
    assert sorted(relations, key=str) == ["alternate", "self"]
    entries = root.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for entry in [root, *entries]:
        moment = datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "")
        assert moment.tzinfo is not None
        for link in entry.findall(f"{ATOM}link"):
            assert (link.get("href") or "").startswith(("http://", "https://"))
    for entry in entries:
        for name in ("id", "title", "author/{http://www.w3.org/2005/Atom}name", "content"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1, name
    return root


def test_every_list_is_a_valid_feed(web: httpx.Client, archive: Path) -> None:
    for address in [*FEEDS, f"/story/{story_of(archive, '1')}.atom"]:
        answer = web.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["content-type"].startswith("application/atom+xml")
        assert_valid(answer.content)


def test_a_feed_has_the_newest_first_and_leads_to_the_archive_and_the_publisher(web: httpx.Client, archive: Path) -> None:
    root = assert_valid(web.get("/search.atom", params={"q": "计量 -鏡像", "site": "cloud"}).content)
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert str(links["alternate"]).endswith(f"/article/{ids(archive)['1']}")
    assert links["via"] == "http://cloud.cn/1.html"
    moments = [
        str(one.findtext(f"{ATOM}updated"))
        for one in ElementTree.fromstring(web.get("/search.atom").content).iter(f"{ATOM}entry")
    ]
    dated = [datetime.fromisoformat(moment) for moment in moments]
    assert dated[:3] == sorted(dated[:3], reverse=True)


def test_a_feed_that_has_not_changed_is_not_sent_again(web: httpx.Client) -> None:
    tag = web.get("/search.atom").headers["etag"]
    again = web.get("/search.atom", headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.content


def test_a_page_names_its_feed_and_the_feed_answers(web: httpx.Client) -> None:
    from tests.served import read

    for page in ("/", "/search?q=计量", "/watch?name=加油机", "/source/cloud", "/runs"):
        text = web.get(page).text
        line = next(line for line in text.splitlines() if 'type="application/atom+xml"' in line)
        address = read(line).addresses[0]
        assert web.get(address).headers["content-type"].startswith("application/atom+xml"), page


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_feed_that_xml_readers_take(title: str, body: str, moment: str) -> None:
    assert_valid(
        feed(
            title,
            "http://a.cn/f",
            "http://a.cn/",
            [Entry("http://a.cn/1", title, moment, "http://a.cn/1", body, author=body, via=title)],
        )
    )


def test_csv_opens_in_excel_with_formulas_as_text(web: httpx.Client) -> None:
    answer = web.get("/search.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(COLUMNS.values())
    assert len(rows) == 7
    for row in rows:
        assert len(row) == len(COLUMNS)
        assert not any(cell.startswith(STARTS) for cell in row)
    source = rows[0].index("来源")
    assert any(row[source] == f"'=cmd|' /C calc'!A0{LIVE}" for row in rows)


def test_datasettes_own_csv_is_made_fit_in_the_same_way(web: httpx.Client) -> None:
    for address in (
        "/news/articles.csv?_stream=1",
        "/news/articles.csv?_size=2",
        "/news.csv?sql=select+'=1%2B1'+as+x,+'-5'+as+y",
    ):
        answer = web.get(address)
        assert answer.status_code == 200, address
        assert answer.content.startswith(b"\xef\xbb\xbf"), address
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert not any(cell.startswith(("=", "@", "+", "\t")) for row in rows for cell in row), address
    assert rows[1] == ["'=1+1", "-5"]


def test_a_workbook_holds_the_hits_and_no_formula(web: httpx.Client) -> None:
    for address in ("/search.xlsx?q=检验", "/search.xlsx", "/news/articles.xlsx"):
        answer = web.get(address)
        assert answer.status_code == 200, address
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        assert sheet is not None
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" for cell in cells), address
        assert any(str(cell.value).startswith("=cmd|") for cell in cells), address


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"q": "計量", "site": "peak"}, ["2"]),
        ({"q": "计量 site:peak"}, ["2"]),
        ({"q": "计量 -也问得到"}, ["3", "1"]),
        ({"q": "-计量", "month": "2026-06"}, ["hostile", "ai"]),
        ({"q": "计量", "before": "2026-06-30"}, ["2", "1"]),
        ({"q": "计量", "after": "2026-07"}, []),
        ({"region": "上海", "role": "首发", "topic": "计量"}, ["1"]),
    ],
)
def test_the_json_link_of_a_search_gives_the_same_articles(
    web: httpx.Client, archive: Path, asked: dict[str, str], names: list[str]
) -> None:
    page = web.get("/search", params=asked).text
    assert f"<p>{len(names)} 篇</p>" in page
    address = next(one for one in read(page).addresses if ".json" in one)
    answer = web.get(address)
    assert answer.headers["content-type"].startswith("application/json")
    rows = answer.json()
    assert [row["id"] for row in rows] == [ids(archive)[name] for name in names]
    assert all(list(row) == list(COLUMNS) for row in rows)


@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4), min_size=1, max_size=6), st.integers(1, 9)
)
def test_csv_in_pieces_is_csv_at_once_and_never_starts_a_formula(rows: list[list[str]], step: int) -> None:
    plain = io.StringIO()
    csv.writer(plain).writerows(rows)
    text = plain.getvalue()
    writer = ForExcel()
    made = "".join(writer.feed(text[start : start + step], last=start + step >= len(text)) for start in range(0, len(text), step))
    assert made == csv_text(csv.reader(io.StringIO(text, newline="")), first=True)
    for row in csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")):
        assert not any(cell.lstrip().startswith(("=", "@")) for cell in row)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-5", "-5"),
        ("+3.5%", "+3.5%"),
        ("-5+cmd", "'-5+cmd"),
        (" =1", "' =1"),
        ("质检", "质检"),
        (7, 7),
        (None, None),
    ],
)
def test_only_what_would_be_computed_gets_an_apostrophe(value: object, cell: object) -> None:
    assert inert(value) == cell


@given(st.lists(st.one_of(st.text(), st.integers(-(2**40), 2**40), st.none()), min_size=1, max_size=5))
def test_a_workbook_can_hold_any_text(row: list[object]) -> None:
    with xlsx_file([f"c{number}" for number in range(len(row))], [row], "a/b:c") as file:
        sheet = openpyxl.load_workbook(file).active
    assert sheet is not None
    assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)
