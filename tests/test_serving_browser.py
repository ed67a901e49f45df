"""A reader's way through the archive in a real Chromium: without JavaScript, on a phone, with nothing asked of another host."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.archive_site import LIVE, ids
from tests.served import PAGES
from tests.test_serving import every_page, story_of

PHONE = {"width": 390, "height": 844}
SLOW = 20_000  # milliseconds that a page may take on a busy machine
QUESTIONS = [
    f"/news/{name}?since=2020-01-01"
    for name in ("monthly", "first", "copying", "silent", "rewritten", "institutions", "outcomes")
]
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


class Watched:
    """A page whose console and requests are kept; hosts beyond the archive's are refused."""

    def __init__(self, browser: Browser, base: str, width: int = 1280, javascript: bool = True) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 844},
            locale="zh-CN",
            java_script_enabled=javascript,
            accept_downloads=True,
            base_url=base,
        )
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self._host = urlsplit(base).netloc
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))
        self.context.on("request", lambda request: self._asked(request.url))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self._host:
            self.foreign.append(url)


@pytest.fixture
def reader(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A reader; ends with no error in the console and no request to another host."""
    watched = Watched(browser, served, **getattr(request, "param", {}))
    yield watched
    watched.context.close()
    assert watched.errors == []
    assert watched.foreign == []


@pytest.mark.parametrize(
    "reader", [{}, {"width": 390, "javascript": False}], indirect=True, ids=["wide", "phone without JavaScript"]
)
def test_a_reader_searches_switches_a_facet_opens_a_story_and_an_article_and_subscribes(reader: Watched, archive: Path) -> None:
    page = reader.page
    page.goto("/")
    page.get_by_role("searchbox", name="检索").fill("計量")
    page.get_by_role("button", name="检索").click()
    expect(page.locator("ol.hits > li")).to_have_count(3, timeout=SLOW)
    expect(page.locator("mark").first).to_be_visible(timeout=SLOW)
    page.locator("nav.facets").get_by_role("link", name="高峰质量网").click()
    expect(page.locator("ol.hits > li")).to_have_count(1, timeout=SLOW)
    page.get_by_role("link", name="站点：高峰质量网").click()
    expect(page.locator("ol.hits > li")).to_have_count(3, timeout=SLOW)
    page.get_by_role("link", name="2 篇转载").first.click()
    expect(page).to_have_url(re.compile(f"/story/{story_of(archive, '1')}$"), timeout=SLOW)
    expect(page.locator("ol.chain > li")).to_have_count(3, timeout=SLOW)
    page.get_by_role("link", name="比较").first.click()
    expect(page.locator("#compare del, #compare ins").first).to_be_visible(timeout=SLOW)
    page.get_by_role("link", name="文章页").click()
    expect(page).to_have_url(re.compile("/article/"), timeout=SLOW)
    expect(page.locator(".body p")).to_have_count(5, timeout=SLOW)
    page.get_by_role("link", name="订阅", exact=True).first.click()
    expect(page.get_by_role("heading", name="订阅")).to_be_visible(timeout=SLOW)
    feed = page.get_by_role("link", name="全部文章").get_attribute("href")
    assert feed
    assert page.request.get(feed).headers["content-type"].startswith("application/atom+xml")


def test_the_workbook_of_a_search_is_downloaded(reader: Watched) -> None:
    reader.page.goto("/search?q=计量")
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("link", name="Excel").click()
    path = waiting.value.path()
    assert waiting.value.suggested_filename.endswith(".xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(Path(path).read_bytes())).active
    assert sheet is not None
    assert sheet.max_row == 4


@pytest.mark.parametrize("reader", [{"width": 390}], indirect=True)
def test_no_page_scrolls_sideways_on_a_phone(reader: Watched, archive: Path) -> None:
    wide = []
    for address in [*every_page(archive), *QUESTIONS, "/news?sql=select+1+as+n+/*" + "+and+so+on" * 30 + "*/"]:
        reader.page.goto(address)
        if reader.page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
            wide.append(address)
    assert not wide


def test_nothing_of_an_article_or_a_capture_is_live(reader: Watched, archive: Path) -> None:
    numbers = ids(archive)
    for address in [*every_page(archive), f"/search?q={LIVE}", f"/watch?name={LIVE[:60]}"]:
        reader.page.goto(address)
        assert reader.page.title() != "live", address
    reader.page.goto(f"/capture/1?article={numbers['ai']}")
    frame = reader.page.frame_locator("iframe.served")
    assert frame.locator("body").inner_text().startswith("海州开设AI检测课程")
    assert frame.locator("a, img, form, script, iframe").count() == 0
    reader.page.goto(f"/news/articles/{numbers['hostile']}")
    assert reader.page.title() != "live"
    reader.errors.clear()  # Datasette's own page says what the policy kept it from, which is as wanted


def test_datasettes_own_scripts_run_so_that_a_column_can_be_sorted_and_counted(reader: Watched) -> None:
    for table, column in (("articles", "url"), ("stories", "title")):
        reader.page.goto(f"/news/{table}")
        reader.page.locator(f"th[data-column={column}] .dropdown-menu-icon").click()
        menu = reader.page.locator("div.dropdown-menu:has(.dropdown-sort-asc)")
        expect(menu.locator(".dropdown-facet")).to_be_visible(timeout=SLOW)
        menu.locator(".dropdown-sort-asc").click()
        expect(reader.page).to_have_url(re.compile(f"_sort={column}"), timeout=SLOW)


def test_pages_are_accessible(reader: Watched, archive: Path) -> None:
    checked = [
        *(page for page in PAGES if page not in ("/search", "/?by=region")),
        f"/story/{story_of(archive, '1')}",
        f"/article/{ids(archive)['ai']}",
        "/capture/1",
    ]
    axe, found = Axe(), []
    for address in checked:
        reader.page.goto(address)
        violations = axe.run(reader.page).response["violations"]
        found += [f"{address} {one['id']}: {one['nodes'][0]['html'][:150]}" for one in violations if one["impact"] in GRAVE]
    assert not found, "\n".join(found)


def test_colours_are_read_in_the_dark_too(browser: Browser, served: str) -> None:
    context = browser.new_context(color_scheme="dark", base_url=served)
    page = context.new_page()
    page.goto("/")
    violations = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    context.close()
    assert not violations
