"""The pages of the archive, asked for over HTTP from the Datasette that `jianxun serve` starts."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from click.testing import CliRunner

from archive.database import connect, connect_read_only
from archive.serving.server import METADATA, listen, plain_line, running, settings_for
from bench.generate import generate
from crawler.cli import main
from crawler.importing import import_file
from tests.archive_site import SITES, add_article, build, ids
from tests.served import PAGES, read

ROOT = Path(__file__).parent.parent


def story_of(directory: Path, name: str) -> int:
    conn = connect_read_only(directory)
    row = conn.execute("SELECT story_id FROM articles WHERE id = ?", (ids(directory)[name],)).fetchone()
    conn.close()
    return int(row[0])


def every_page(directory: Path) -> list[str]:
    numbers = ids(directory)
    return [
        *PAGES,
        *(f"/article/{number}" for number in numbers.values()),
        *(f"/story/{story_of(directory, name)}" for name in numbers),
        "/capture/1", "/capture/1/served",
    ]  # fmt: skip


def test_every_page_is_well_formed_chinese_and_without_scripts(web: httpx.Client, archive: Path) -> None:
    for page in every_page(archive):
        answer = web.get(page)
        assert answer.status_code == 200, page
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        found = read(answer.text)
        assert not found.open, page
        assert not found.unclosed, page
        assert len(found.ids) == len(set(found.ids)), page
        assert not found.scripts
        assert re.search(r'<html lang="zh', answer.text), page


def test_the_front_page_has_todays_stories_in_groups_with_copies_sources_watches_and_last_night(web: httpx.Client) -> None:
    text = web.get("/").text
    assert "云州举办世界计量日开放活动" in text
    assert "<b>2</b> 篇转载" in text
    for heading in ("需要注意的来源", "关注", "昨夜", "地区与主题"):
        assert f">{heading}</h2>" in text
    assert '<svg class="chart"' in text
    assert "部分来源失败" in text
    assert re.search(r'<a href="/news/copying">谁转载谁</a>', text)
    by_region = web.get("/", params={"by": "region"}).text
    assert re.search(r"<h2><a [^>]*>上海市</a>", by_region)


def test_a_day_can_be_chosen_and_an_empty_one_says_so(web: httpx.Client) -> None:
    assert "云州举办世界计量日开放活动" in web.get("/", params={"day": "2026-06-29"}).text
    assert "这几天没有稿件" in web.get("/", params={"day": "1999-01-01"}).text
    for odd in ("yesterday", "2026-99-99", "0000-00-00", "9999-12-31", "1-1-1", "2026-06-29'"):
        assert web.get("/", params={"day": odd}).status_code == 200, odd


def test_a_story_shows_its_text_its_chain_and_where_copies_differ(web: httpx.Client, archive: Path) -> None:
    number = story_of(archive, "1")
    text = web.get(f"/story/{number}").text
    assert "检定员现场演示了加油机的检定过程" in text
    assert "2 篇转载，共 3 家站点" in text
    assert [text.index(f">{SITES[key]}<") for key in ("cloud", "peak", "mirror")] == sorted(
        text.index(f">{SITES[key]}<") for key in SITES
    )
    assert "6 小时后" in text
    assert "自称来源：云州日报" in text
    compared = web.get(f"/story/{number}", params={"compare": ids(archive)["2"]}).text
    assert re.search(r"<del>.*?</del>", compared)
    assert re.search(r"<ins>.*?</ins>", compared)
    assert "与首发的不同：高峰质量网" in compared


def test_an_article_shows_its_text_credits_versions_and_capture(web: httpx.Client, archive: Path) -> None:
    text = web.get(f"/article/{ids(archive)['1']}").text
    for word in ("来源：云州日报", "作者：陈知远", "出处", "中国合格评定国家认可委员会", "文中数字", "CNAS"):
        assert word in text
    changed = web.get(f"/article/{ids(archive)['ai']}").text
    assert "第 1 版 → 第 2 版" in changed
    assert "<ins>，也面向初学者</ins>" in changed
    hant = web.get(f"/article/{ids(archive)['3']}").text
    assert '<h1 lang="zh-Hant">' in hant
    assert "繁体" in hant


def test_the_capture_of_an_older_version_is_linked_and_shown_without_what_acts(web: httpx.Client, archive: Path) -> None:
    article = web.get(f"/article/{ids(archive)['ai']}").text
    assert re.search(r'<a href="/capture/1\?article=\d+">第 1 版的网页</a>', article)
    page = web.get("/capture/1", params={"article": ids(archive)["ai"]}).text
    assert "sandbox title=" in page
    assert "海州开设AI检测课程" in page
    frame = web.get("/capture/1/served")
    assert "朱镕基题写的院名" in frame.text
    for word in ("<script", "outside.example", "javascript:", "<form", "<img", "<iframe", "onload", "<a "):
        assert word not in frame.text.replace("<article", ""), word
    assert frame.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    raw = web.get("/capture/1/bytes")
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"].startswith("attachment")
    assert "朱镕基".encode("gb18030") in raw.content


def test_search_has_facets_snippets_both_orders_and_both_scripts(web: httpx.Client) -> None:
    found = web.get("/search", params={"q": "計量"}).text
    assert "<mark>计量</mark>" in found
    assert "<mark>計量</mark>" in found
    for facet in ("地区", "主题", "站点", "来源", "月份"):
        assert f"<summary>{facet}</summary>" in found
    narrowed = web.get("/search", params={"q": "计量", "site": "peak"}).text
    assert "计量院开门迎客" not in found or "<mark>计量</mark>院开门迎客" in found
    assert narrowed.count('<h2><a class="title"') == 1
    assert "站点：高峰质量网" in narrowed
    assert web.get("/search", params={"q": "计量", "order": "relevance"}).status_code == 200
    firsts = re.findall(r'<a href="([^"]+)">只看首发</a>', found)
    assert "<p>1 篇</p>" in web.get(unescape(firsts[0])).text
    assert "没有找到" in web.get("/search", params={"q": "火星车"}).text
    assert "没有用到：after:昨天" in web.get("/search", params={"q": "计量 after:昨天"}).text


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Asks an archive of several hundred articles, of which some have no topic and some no region."""
    directory = tmp_path_factory.mktemp("many")
    conn = connect(generate(directory, 700))
    conn.execute("UPDATE articles SET topic = '' WHERE id % 4 = 0")
    conn.execute("UPDATE articles SET region = '' WHERE id % 9 = 0")
    conn.close()
    with running(directory) as address, httpx.Client(base_url=address, timeout=20) as client:
        yield client


@pytest.mark.parametrize("page", ["/", "/?by=region", "/?day=2026-06-29", "/?day=2026-06-29&by=region"])
def test_a_number_on_the_front_page_leads_to_as_many_articles(many: httpx.Client, page: str) -> None:
    text = many.get(page).text
    numbers = [
        *re.findall(r'<h2><a href="([^"]+)">[^<]+</a> <small>(\d+)</small>', text),
        *re.findall(r'<p class="more"><a href="([^"]+)">全部 (\d+) 篇', text),
        *re.findall(r'<td class="heat\d"><a href="([^"]+)">(\d+)</a>', text),
    ]
    assert len(numbers) > 5
    assert any("其他" in unquote(link) or "地区不明" in unquote(link) for link, _ in numbers)
    for link, count in numbers:
        assert f"<p>{count} 篇</p>" in many.get(unescape(link)).text, f"{count}: {unquote(link)}"


def test_a_page_behind_the_last_is_the_last(many: httpx.Client) -> None:
    for address in ("/search?page=999", "/search?page=36", "/search?q=计量&page=500"):
        text = many.get(address).text
        last, pages = re.findall(r"第 (\d+) 页，共 (\d+) 页", text)[0]
        assert last == pages
        assert "没有找到" not in text
        assert 'class="snippet"' in text
    assert "没有找到" in many.get("/search?q=火星车&page=7").text


def test_a_narrowed_list_is_called_by_what_narrows_it(web: httpx.Client) -> None:
    for query, called in (
        ("topic=检测", "主题：检测"),
        ("q=计量&site=peak", "计量 · 站点：高峰质量网"),
        ("month=2026-06&month=2026-05", "月份：2026-06、2026-05"),
        ("", "全部文章"),
    ):
        text = web.get(f"/search?{query}").text
        assert f"<h1>{called}</h1>" in text
        assert f"<title>{called} · 检讯</title>" in text


def test_a_site_that_was_only_imported_shows_its_articles_also_those_without_a_date(tmp_path: Path) -> None:
    directory = tmp_path
    with (directory / "old.jsonl").open("w", encoding="utf-8") as file:
        for number in range(3):
            body = f"市计量测试院第{number}次公布衡器检定结果，被检的三十台电子秤全部合格，另有两台正在复检。"
            file.write(
                json.dumps({"url": f"http://old.example/{number}.html", "title": f"衡器检定公告{number}", "body": body}) + "\n"
            )
    import_file(directory / "old.jsonl", directory / "data", workers=1)
    with running(directory / "data") as address, httpx.Client(base_url=address, timeout=20) as reader:
        text = reader.get("/source/old.example").text
        assert "文章是导入的" in text
        assert "次运行的结果" not in text
        days = re.findall(r'<a href="([^"]+)" aria-label="[^"]*　3 篇"', text)
        assert "<p>3 篇</p>" in reader.get(unescape(days[0])).text
        listed = reader.get("/sources").text
        assert "<p>1 个</p>" in listed
        assert re.search(r'<a href="/source/old.example">old.example</a>.*?<td class="n">3</td>', listed, re.DOTALL)
        assert 'href="/search.atom?site=old.example"' in reader.get("/feeds").text


def test_sources_and_runs_say_what_was_delivered_and_how_it_went(web: httpx.Client) -> None:
    source = web.get("/source/cloud").text
    assert "云州日报网" in source
    assert "各次运行" in source
    assert '<svg class="chart"' in source
    assert web.get("/source/没有").status_code == 404
    run = web.get("/run/1").text
    assert "超时" in run
    assert "HTTP 错误" in run
    assert "高峰质量网" in web.get("/sources").text


def test_a_saved_search_shows_what_is_new_since_the_last_visit(tmp_path: Path) -> None:
    directory = build(tmp_path)
    with running(directory) as address, httpx.Client(base_url=address, timeout=20) as reader:
        assert "还没看过" in reader.get("/").text
        assert reader.get("/watch", params={"name": "加油机"}).status_code == 200
        assert "没有新的" in reader.get("/").text
        add_article(directory, "late", "加油机计量新规发布", "新的加油机计量规程今天发布，七月起实行。")
        assert "<b>1</b> 篇新的" in reader.get("/").text
        page = reader.get("/watch", params={"name": "加油机"}).text
        assert page.count('<b class="fresh">新</b>') == 1
        assert "没有新的" in reader.get("/").text
    with running(directory) as address:
        assert "还没看过" in httpx.get(f"{address}/").text


def test_new_rows_are_seen_without_a_restart_while_the_archive_is_written(tmp_path: Path) -> None:
    directory = build(tmp_path)
    failed: list[int] = []
    with running(directory) as address, httpx.Client(base_url=address, timeout=20) as reader:
        stop = threading.Event()

        def read_on() -> None:
            with httpx.Client(base_url=address, timeout=20) as other:
                while not stop.is_set():
                    failed.extend(
                        answer.status_code for page in ("/", "/search?q=衡器") if (answer := other.get(page)).status_code != 200
                    )

        thread = threading.Thread(target=read_on)
        thread.start()
        try:
            for number in range(8):
                add_article(
                    directory, f"new{number}", f"衡器检定第{number}号公告", f"第{number}批衡器检定结果今天公布，合格率为九成。"
                )
                found = reader.get("/search", params={"q": "衡器"}).text
                assert f"{number + 1} 篇" in found
        finally:
            stop.set()
            thread.join()
    assert not failed


def test_pages_only_read(web: httpx.Client, archive: Path) -> None:
    for page in ("/", "/search", "/article/1", "/runs"):
        assert web.post(page, data={"q": "x"}).status_code in (403, 405), page
        assert web.delete(page).status_code in (403, 405), page
    answer = web.get("/news.json", params={"sql": "DELETE FROM articles"})
    assert answer.status_code == 400
    answer = web.get("/news.json", params={"sql": "ATTACH 'x.db' AS x"})
    assert answer.status_code == 400


def test_what_is_not_there_is_a_chinese_page(web: httpx.Client) -> None:
    for page in (
        "/article/999",
        f"/article/{'9' * 30}",
        "/story/0",
        "/capture/77",
        "/run/12345",
        "/watch?name=无",
        "/watch.atom?name=无",
    ):
        answer = web.get(page)
        assert answer.status_code == 404, page
        assert "没有" in answer.text


def test_arbitrary_sql_is_for_loopback_unless_asked_for(archive: Path) -> None:
    query = {"sql": "SELECT count(*) AS n FROM articles", "_shape": "array"}
    with running(archive) as address:
        assert httpx.get(f"{address}/news.json", params=query).json() == [{"n": len(ids(archive))}]
    with running(archive, host="192.0.2.7") as address:
        assert httpx.get(f"{address}/news.json", params=query).status_code == 403
        assert httpx.get(f"{address}/news.db").status_code in (403, 404)
        assert httpx.get(f"{address}/search").status_code == 200
    assert settings_for("0.0.0.0", sql=True)["default_allow_sql"] is True


def test_datasettes_own_search_box_finds_chinese_in_either_script(web: httpx.Client) -> None:
    for word in ("計量", "计量", "检", "AI 检测", 'ISO/IEC "17025"'):
        rows = web.get("/news/articles.json", params={"_search": word, "_shape": "array"}).json()
        assert rows, word
    assert web.get("/news/articles", params={"_search": '((("计'}).status_code == 200


def test_datasettes_own_pages_are_titled_in_chinese_and_lead_back(web: httpx.Client) -> None:
    for page, title in (("/news/articles", "文章"), ("/news/stories", "稿件"), ("/news/runs", "运行")):
        text = web.get(page).text
        assert re.search(rf"<h1[^>]*>\s*{title}", text), page
        assert 'href="/search"' in text
    assert "检讯" in web.get("/news").text


@pytest.mark.parametrize("name", ["monthly", "first", "copying", "silent", "rewritten", "institutions", "outcomes"])
def test_a_canned_query_answers_as_page_json_csv_and_workbook(web: httpx.Client, name: str) -> None:
    parameters = {"since": "2020-01-01"}
    answer = web.get(f"/news/{name}.json", params=parameters).json()
    assert answer["rows"] or name == "rewritten"  # no copy of the small archive is changed so much
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in column) for column in answer["columns"])
    assert web.get(f"/news/{name}", params=parameters).status_code == 200
    assert web.get(f"/news/{name}.csv", params=parameters).content.startswith(b"\xef\xbb\xbf")
    assert web.get(f"/news/{name}.xlsx", params=parameters).content.startswith(b"PK")


def test_a_question_is_answered_in_chinese_and_its_statement_kept_for_who_wants_it(web: httpx.Client) -> None:
    text = web.get("/news/first", params={"since": "2020-01-01"}).text
    assert "<h1>谁最先发布</h1>" in text
    assert "起始日期" in text
    assert "1 行" in text
    assert "Custom SQL" not in text
    assert text.index("<summary>所用的 SQL</summary>") > text.index("云州日报网")
    assert "没有结果" in web.get("/news/first", params={"since": "2099-01-01"}).text
    assert "Custom SQL" in web.get("/news", params={"sql": "SELECT 1"}).text


def test_canned_queries_say_who_is_first_and_who_copies_whom(web: httpx.Client) -> None:
    since = {"since": "2020-01-01", "_shape": "array"}
    first = web.get("/news/first.json", params=since).json()
    assert first == [{"站点": "cloud", "名称": "云州日报网", "首发": 1, "被转载": 2, "平均被转载": 2.0}]
    copying = web.get("/news/copying.json", params=since).json()
    assert {(row["首发站点"], row["转载站点"]) for row in copying} == {("cloud", "peak"), ("cloud", "mirror")}
    monthly = web.get("/news/monthly.json", params=since).json()
    assert sum(row["文章数"] for row in monthly) == 5


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> httpx.Response:
    for _ in range(300):
        assert process.poll() is None, (process.stdout.read() if process.stdout else b"").decode()
        try:
            return httpx.get(address, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_the_plain_datasette_line_serves_the_same_pages_to_the_same_hosts(archive: Path) -> None:
    port = free_port()
    line = plain_line(archive, "0.0.0.0", port, ["news.lan"])
    assert METADATA in line
    line = line.replace("--host 0.0.0.0", "--host 127.0.0.1")
    process = subprocess.Popen(["sh", "-c", f"exec {line}"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        answer = wait_for(f"http://127.0.0.1:{port}/search?q=计量", process)
        assert answer.status_code == 200
        assert "<mark>计量</mark>" in answer.text
        assert answer.headers["x-frame-options"] == "DENY"
        assert httpx.get(f"http://127.0.0.1:{port}/news/monthly.json").status_code == 200
        for host, status in (("news.lan", 200), ("10.1.2.3", 200), ("other.lan", 421)):
            assert httpx.get(f"http://127.0.0.1:{port}/search", headers={"Host": host}).status_code == status, host
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_the_line_for_this_machine_alone_names_no_hosts(archive: Path) -> None:
    assert "JIANXUN_HOSTS" not in plain_line(archive, "127.0.0.1", 8001)
    made = CliRunner().invoke(main, ["serve", "--print", "--allow-host", "news.lan", "--data", str(archive)])
    assert made.output.startswith("env 'JIANXUN_HOSTS=127.0.0.1 news.lan' ")


def test_the_command_serves_and_ends_when_told(archive: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "crawler", "serve", "--data", str(archive), "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "NO_COLOR": "1"}
    )
    try:
        assert wait_for(f"http://127.0.0.1:{port}/", process).status_code == 200
    finally:
        process.terminate()
        output = process.communicate(timeout=15)[0].decode()
    assert f"http://127.0.0.1:{port}/" in output


def test_a_taken_port_is_said_with_what_helps() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(Exception, match="--port names another"):
            listen("127.0.0.1", taken.getsockname()[1])
