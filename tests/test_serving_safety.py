"""What the served archive refuses and what it never lets through: odd queries, hostile texts, foreign hosts, frames."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.serving.security import LOOPBACK, known_host
from archive.serving.served import safe_page
from archive.serving.server import hosts_for, running
from archive.serving.wording import web_address
from tests.archive_site import LIVE, ODD, ids
from tests.served import PAGES, assert_nothing_is_live, read
from tests.test_serving import every_page


def encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "address", ["/search?q=", "/search.atom?q=", "/search?q=x&region=", "/search?order=relevance&q=", "/?day=", "/search?page="]
)
def test_nothing_that_is_typed_makes_an_error_page(web: httpx.Client, address: str) -> None:
    for words in ODD:
        answer = web.get(address + encoded(words))
        assert answer.status_code == 200, f"{address}{words!r}: {answer.text[:300]}"


def test_nothing_typed_into_a_page_comes_back_alive(web: httpx.Client) -> None:
    for words in (*ODD, LIVE, f"site:{LIVE}", f'"{LIVE}"', f"after:{LIVE}"):
        for name in ("q", "region", "site", "source", "month", "after", "order", "page"):
            assert_nothing_is_live(web.get(f"/search?{name}={encoded(words[:600])}"))
    for path in ("source", "watch?name=", "news/articles?_search="):
        answer = web.get(f"/{path}{'' if '=' in path else '/'}{encoded(LIVE)}")
        assert "<img src=x" not in answer.text, path


def test_script_laden_articles_are_shown_as_text_on_every_page(web: httpx.Client, archive: Path) -> None:
    for page in [*every_page(archive), f"/watch?name={quote(LIVE[:60])}"]:
        answer = web.get(page)
        assert answer.status_code == 200, page
        assert_nothing_is_live(answer)
    hostile = web.get(f"/article/{ids(archive)['hostile']}").text
    assert "&lt;script&gt;" in hostile
    assert "javascript:document" in hostile, "the address is shown, as text"


def test_datasettes_own_pages_run_nothing_of_an_articles(web: httpx.Client, archive: Path) -> None:
    for page in (
        "/news/articles",
        f"/news/articles/{ids(archive)['hostile']}",
        "/news/stories",
        "/news/figures",
        "/news/story_chain",
    ):
        answer = web.get(page)
        assert answer.status_code == 200
        assert SCRIPTED not in answer.text, page
        assert not [one for one in read(answer.text).addresses if one.lower().startswith("javascript:")]
        assert "'unsafe-inline'" not in answer.headers["content-security-policy"].split("script-src")[1].split(";")[0]


def test_every_script_that_datasette_writes_into_its_pages_is_allowed(web: httpx.Client) -> None:
    for page in ("/news", "/news/articles", "/news/articles/1", "/news/monthly", "/news?sql=select+1", "/news/nothing"):
        answer = web.get(page)
        inside = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
        assert inside, page
        for script in inside:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in answer.headers["content-security-policy"], f"{page}: {script[:80]}"


SCRIPTED = "<script>document.title"


def test_every_answer_carries_the_headers(web: httpx.Client, archive: Path) -> None:
    files = [
        "/search.csv",
        "/search.xlsx",
        "/search.atom",
        "/-/jianxun.css",
        "/news/articles.json",
        "/capture/1/bytes",
        "/nowhere",
    ]
    for page in [*every_page(archive), *files]:
        headers = web.get(page).headers
        assert headers["x-content-type-options"] == "nosniff", page
        assert headers["referrer-policy"] == "no-referrer"
        framed = page.endswith("/served")
        assert headers["x-frame-options"] == ("SAMEORIGIN" if framed else "DENY"), page
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy, page
        assert f"frame-ancestors '{'self' if framed else 'none'}'" in policy, page


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::1", "a@127.0.0.1", "192.0.2.1"]
)
def test_another_host_name_is_refused(served: str, host: str) -> None:
    for page in ("/", "/news.json", "/search.csv"):
        answer = httpx.get(f"{served}{page}", headers={"Host": host})
        assert answer.status_code in (400, 421), page


def test_a_server_bound_elsewhere_answers_to_its_address_and_to_named_hosts_only(archive: Path) -> None:
    assert hosts_for("0.0.0.0") == ["*"]
    with running(archive, host="192.0.2.7", named=["news.example"]) as address:
        for host, status in (
            ("news.example", 200),
            ("NEWS.example:8001", 200),
            ("192.0.2.7", 200),
            ("192.0.2.8", 421),
            ("other.example", 421),
        ):
            assert httpx.get(f"{address}/search", headers={"Host": host}).status_code == status, host


@given(st.binary(max_size=60))
def test_no_header_makes_an_unknown_host_known(value: bytes) -> None:
    if known_host([(b"host", value)], LOOPBACK):
        assert value.decode("latin-1").lower().strip("[]").partition("]")[0].split(":")[0].rstrip(".") in {
            "localhost",
            "127.0.0.1",
            "",
        }
    assert not known_host([(b"host", value), (b"Host", b"localhost")], LOOPBACK)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            ["<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>", "<svg/onload=x>", "<math>", "<style>", "</style>", "<!--", "-->",
             "<iframe srcdoc='<script>'>", "<form action=x>", "<base href=//x>", "<meta http-equiv=refresh content=0>", "<p style='x:url(//y)'>", "<table><tr>",
             "<noscript>", "<template>", "<textarea>", "<title>", "<![CDATA[", "<p>检</p>", "\x00", "<link rel=stylesheet href=//x>", "<object data=x>", "&lt;script&gt;"]
        ), max_size=12,
    )
)  # fmt: skip
def test_the_safe_view_keeps_nothing_that_acts(parts: list[str]) -> None:
    found = read(safe_page(("<html>" + "".join(parts)).encode(), "text/html").split("</head><body>", 1)[1])
    assert not found.scripts
    assert not found.handlers
    assert not found.addresses


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/html", "text/html; charset=big5", "text/plain", "application/pdf", "text/html; charset=无"]),
)
def test_any_bytes_have_a_safe_view(content: bytes, kind: str) -> None:
    assert safe_page(content, kind).endswith("</body></html>")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "//host/x",
        "/x",
        "http:",
        "http://",
        "ftp://a/",
        "http://[",
        None,
        "",
    ],
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    assert web_address(address) == ""


def test_no_page_names_another_host_to_load_from(web: httpx.Client) -> None:
    for page in PAGES:
        for tag in re.findall(r"<(?:link|img|script|iframe|source)\b[^>]*>", web.get(page).text):
            assert "//" not in tag, f"{page}: {tag}"
