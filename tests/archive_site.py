"""A small archive for the tests of search and serving: invented articles, one of them hostile, written through the store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from archive import runs, watches
from archive.fingerprint import fingerprint
from archive.records import Article, Capture, Fetch, Figure, Labels, Mention, Outcome, Place
from archive.search import terms
from archive.store import Reading, Store
from archive.warc import Exchange, Recorder

SITES = {"cloud": "云州日报网", "peak": "高峰质量网", "mirror": "鏡像網"}
SCRIPT = "<script>document.title='live'</script>"
LIVE = f"\"'><img src=x onerror=\"document.title='live'\">{SCRIPT}"
STORY = [
    "云州市计量检定测试院六月二十九日举办世界计量日开放活动，四百多名市民走进力学、热学和电学实验室。",
    "检定员现场演示了加油机的检定过程：二十升标准金属量器装满之后，示值与实际体积相差不得超过千分之三。",
    "这家机构今年通过了CNAS复评审，依据ISO/IEC 17025:2017建立的管理体系覆盖三百一十二项参数。",
    "院长介绍，下半年还要把水表、电能表和出租车计价器的检定搬进社区，让居民看得见、问得到。",
    "活动结束时，主办方向学校赠送了一套量具教具，并邀请学生暑期到实验室参观，亲手称一称一枚硬币的重量。",
]
CHANGED = [*STORY[:3], STORY[3].replace("看得见、问得到", "看得见也问得到"), STORY[4]]
TRADITIONAL = [
    "雲州市計量檢定測試院六月二十九日舉辦世界計量日開放活動，四百多名市民走進力學、熱學和電學實驗室。",
    "檢定員現場演示了加油機的檢定過程：二十升標準金屬量器裝滿之後，示值與實際體積相差不得超過千分之三。",
    "這家機構今年通過了CNAS復評審，依據ISO/IEC 17025:2017建立的管理體系覆蓋三百一十二項參數。",
    "院長介紹，下半年還要把水錶、電能表和出租車計價器的檢定搬進社區，讓居民看得見、問得到。",
    "活動結束時，主辦方向學校贈送了一套量具教具，並邀請學生暑期到實驗室參觀，親手稱一稱一枚硬幣的重量。",
]
PAGE = f"""<html><head><meta charset="gb2312"><title>海州开设AI检测课程</title>{SCRIPT}
<link rel="stylesheet" href="http://outside.example/a.css"></head><body onload="document.title='live'"><h1>海州开设AI检测课程</h1>
<p style="background:url(http://outside.example/b.png)">课程面向检验员。</p><img src="http://outside.example/c.png" onerror="alert(1)">
<a href="javascript:document.title='live'">点这里</a><form action="http://outside.example/"><input name="q"></form>
<iframe src="http://outside.example/"></iframe><svg onload="document.title='live'"></svg><p>朱镕基题写的院名，镕字不在旧字集里。</p></body></html>"""


def build(directory: Path) -> Path:
    """Writes the archive; the directory, for what is served from it."""
    store = Store.open(directory)
    runs.sync(
        store, [(key, name, "上海市", f"http://{key}.cn/", False, False, False, False, "2026-06") for key, name in SITES.items()]
    )
    run = runs.begin(store, "nightly", "0.1.0", "2026-06-30")
    recorder = Recorder(directory / "warc", "test")
    capture = recorder.write(
        Exchange(
            "http://peak.cn/ai.html", datetime(2026, 6, 29, 18, tzinfo=UTC), 200, "OK",
            [("Content-Type", "text/html; charset=gb2312")], PAGE.encode("gb18030"),
        )
    )  # fmt: skip
    for reading, site, number in _articles():
        kept = capture if number == "ai" else None
        store.save(reading, _fetch(site, number, run, kept))
    store.save(
        _reading("peak", "ai", "海州开设AI检测课程", ["课程面向检验员，也面向初学者。", *_AI[1:]], "2026-06-28"),
        _fetch("peak", "ai", run),
    )
    store.record(_fetch("mirror", "lost", run, outcome=Outcome.TIMEOUT))
    store.record(_fetch("mirror", LIVE, run, outcome=Outcome.HTTP_ERROR))
    for key in SITES:
        runs.tally(store, run, key, ended="finished", links=4, seconds=2.5)
    runs.end(store, run, 1)
    with store.transaction() as conn:
        watches.add(conn, "加油机", "加油機 计量")
        watches.add(conn, LIVE[:60], f"计量 {LIVE}")
    recorder.close()
    store.close()
    return directory


_AI = [
    "课程面向检验员。",
    "讲师用图像识别演示焊缝缺陷检测，准确率达到百分之九十六。",
    "学员需要完成十二个实验，题目来自企业的产线。",
]


def _articles() -> Iterator[tuple[Reading, str, str]]:
    title = "云州举办世界计量日开放活动"
    yield _reading("cloud", "1", title, STORY, "2026-06-29T08:00:00+08:00", author="陈知远", source="云州日报"), "cloud", "1"
    yield _reading("peak", "2", "计量院开门迎客", CHANGED, "2026-06-29T14:30:00+08:00", original_source="云州日报"), "peak", "2"
    copy = _reading("mirror", "3", "雲州舉辦世界計量日開放活動", TRADITIONAL, "2026-06-30", script="Hant")
    yield copy, "mirror", "3"
    yield _reading("peak", "ai", "海州开设AI检测课程", _AI, "2026-06-28"), "peak", "ai"
    yield (
        _reading(
            "cloud", "4", "认证认可协会换届", ["协会换届会议在高峰市召开，选出新一届理事会。", "会议要求加强行业自律。"], None
        ),
        "cloud",
        "4",
    )
    hostile = Article(
        url="javascript:document.title='live'", title=f"检验{LIVE}", body=f"检验机构{LIVE}\n\u202e\x01正文{SCRIPT}", published="2026-06-30",
        source=f"=cmd|' /C calc'!A0{LIVE}", author=LIVE, editor=LIVE, original_title=LIVE, original_source=LIVE,
        original_url="javascript:alert(1)", column=LIVE,
    )  # fmt: skip
    labels = Labels(
        topics=("检测", LIVE), places=(Place("", LIVE, "province", True),), mentions=(Mention(LIVE, "company", 3),),
        figures=(Figure(3.0, LIVE, LIVE, LIVE, LIVE),),
    )  # fmt: skip
    yield (
        Reading(hostile, labels, fingerprint(hostile.title, hostile.body), terms(hostile.title, hostile.body)),
        "mirror",
        "hostile",
    )


def _reading(site: str, number: str, title: str, body: list[str], published: str | None, **facts: str) -> Reading:
    article = Article(url=f"http://{site}.cn/{number}.html", title=title, body="\n".join(body), published=published, **facts)  # type: ignore[arg-type]
    labels = Labels(
        topics=("计量",) if "计量" in title or "計量" in title else ("检测",), places=(Place("310000", "上海市", "province", True),),
        mentions=(Mention("中国合格评定国家认可委员会", "regulator", 1),), figures=(Figure(312, "项", "参数", None, STORY[2]),),
    )  # fmt: skip
    return Reading(article, labels, fingerprint(title, article.body), terms(title, article.body, ["中国合格评定国家认可委员会"]))


def _fetch(site: str, number: str, run: int | None, capture: Capture | None = None, outcome: Outcome | None = None) -> Fetch:
    return Fetch(
        url=f"http://{site}.cn/{number}.html", key=f"{site}.cn/{number}.html", source=site, started_at="2026-06-29T18:00:00+00:00",
        run_id=run, outcome=outcome, status=200, elapsed_ms=5, capture=capture,
    )  # fmt: skip


def add_article(directory: Path, name: str, title: str, body: str) -> None:
    """Writes one more article into an archive, as a run does."""
    store = Store.open(directory)
    store.save(_reading("cloud", name, title, [body], "2026-06-30T09:00:00+08:00"), _fetch("cloud", name, None))
    store.close()


def ids(directory: Path) -> dict[str, int]:
    """Article ids by the end of their key: 1, 2, 3, ai, 4, hostile."""
    from archive.database import connect_read_only

    conn = connect_read_only(directory)
    found = {key.split("/", 1)[1].removesuffix(".html"): number for number, key in conn.execute("SELECT id, key FROM articles")}
    conn.close()
    return found


ODD = [
    "", " ", '"', "''", '"""', "AND", "OR NOT", "NEAR(", "NEAR(a b)", "*", "計*", "-", "--", "-计量", "- 计量", "(", ")", "((计量", "{title}: x", "^计量",
    "title:计量", "col : x", "a AND b OR c NOT d", "计量 -", '-"开放日"', '"开放日', "site:", "site:-", "region:''; DROP TABLE articles", "after:2025-13",
    "after:昨天", "before:99999", "month:x", "起:2025年5月 止:", "\x00计\x00量", "\u202e计量", "%", "%计%", "_", "\\", "';--", "<b>计量</b>", "𠮷野家", "😀",
    "ISO/IEC 17025:2017", "Ｃ＋＋", "计　量", "計量 -計量", "a" * 3000, "计" * 3000, " ".join("检测认证"[i % 4] for i in range(300)), "１７０２５", "\ud800", "計\ud800量",
    "-site:cloud", "topic:\"", json.dumps({"q": "计量"}),
]  # fmt: skip
