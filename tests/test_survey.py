"""`sources add` and `sources check` over all families of portals: one server each, one command for all, nothing said to it but the column."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.proposal import mend
from crawler.source import SHIPPED, Source, read_sources
from crawler.survey import Survey, Tried
from tests import families
from tests.families import Site
from tests.portal_site import PortalSite
from tests.test_nightly import jianxun


@dataclass(frozen=True)
class Result:
    """What the command said, and its exit status."""

    exit_code: int
    output: str


@dataclass
class Added:
    """What the command made of all portals."""

    sites: dict[str, Site]
    directory: Path
    result: Result

    def source(self, site: Site) -> Source:
        """The source written for a portal."""
        return read_sources(self.directory)[f"source_127_0_0_1_{site.port}"]


def run(directory: Path, sites: list[Site], *arguments: str, config: Path | None = None) -> Result:
    """The command as a person gives it: a process of its own, as Twisted's reactor starts once in one."""
    config = config or directory.parent / "jianxun.toml"
    config.write_text('contact = "crawler@example.org"\n', encoding="utf-8")
    allowed = [part for site in sites for part in ("--allow-address", site.host)]
    options = ["--sources", str(directory), "--config", str(config), *allowed]
    command = [sys.executable, "-m", "crawler", "sources", *arguments, *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    return Result(done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Added]:
    directory = tmp_path_factory.mktemp("portals") / "sources"
    with ExitStack() as stack:
        sites = [stack.enter_context(make().serving()) for make in families.FAMILIES]
        result = run(directory, sites, "add", *(site.url() for site in sites))
        yield Added({site.family: site for site in sites}, directory, result)


def test_every_family_gets_its_file_unattended(added: Added) -> None:
    assert added.result.exit_code == 0, added.result.output
    assert len(added.sites) == 20
    assert len(read_sources(added.directory)) == 20


@pytest.mark.parametrize("family", [make.__name__ for make in families.FAMILIES])
def test_the_file_takes_the_portals_articles_and_nothing_else(added: Added, family: str) -> None:
    site = next(site for site in added.sites.values() if site.family == family)
    source = added.source(site)
    assert source.lists == (site.url(),)
    assert source.javascript == site.javascript
    assert source.delay == 0
    assert source.region == "", "the headlines name places, the foot does not"
    assert bool(source.articles) == (family != "wordpress"), "slugs have no pattern in common; lists are judged by themselves"
    pattern = re.compile(source.articles)
    assert [path for path in site.articles if not pattern.search(site.url(path))] == []
    others = [path for path in site.files if path not in site.articles and source.articles]
    assert [path for path in others if pattern.search(site.url(path))] == []


def test_five_articles_of_each_are_shown_with_their_titles(added: Added) -> None:
    for site in added.sites.values():
        shown = [title for path, title in site.articles.items() if f"    {site.url(path)}\n" in added.result.output]
        assert len(shown) == 5
        assert all(title in added.result.output for title in shown)


def test_they_hold_when_they_are_checked(added: Added) -> None:
    result = run(added.directory, list(added.sites.values()), "check", "--articles", "1")
    assert result.exit_code == 0, result.output
    assert result.output.count("  yes  ") == 20


def test_what_is_there_is_kept_unless_it_may_be_replaced(added: Added) -> None:
    site = next(iter(added.sites.values()))
    path = added.directory / f"source_127_0_0_1_{site.port}.toml"
    before = path.read_text(encoding="utf-8")
    refused = run(added.directory, [site], "add", site.url())
    assert refused.exit_code == 2
    assert "--replace" in refused.output
    assert "--key" in refused.output
    shown = run(added.directory, [site], "add", site.url(), "--name", "另一个名字", "--dry-run")
    assert shown.exit_code == 0
    assert "另一个名字" in shown.output
    assert path.read_text(encoding="utf-8") == before


def test_a_pattern_that_matches_nothing_and_a_list_that_is_gone_are_told_with_what_helps(added: Added, tmp_path: Path) -> None:
    well, moved, gone = (added.sites[family] for family in ("dedecms", "empirecms", "trs"))
    directory = tmp_path / "sources"
    directory.mkdir()
    for key, site, path, pattern in (
        ("well", well, "", ""),
        ("moved", moved, "", r"/no/such/\\d+"),
        ("gone", gone, "/was/here/index.html", ""),
    ):
        lines = [f'name = "{key}"', f'home = "{site.url("/")}"', f'lists = ["{site.url(path)}"]', f'articles = "{pattern}"']
        (directory / f"{key}.toml").write_text("\n".join([*lines, "delay = 0.0", 'checked = "by hand"\n']), encoding="utf-8")
    result = run(directory, [well, moved, gone], "check", "--articles", "1")
    assert result.exit_code == 1
    assert "moved: " in result.output
    assert "theirs is articles = " in result.output
    assert "gone: " in result.output
    assert "put the column's present address into" in result.output
    assert "\nwell: " not in result.output
    only = run(directory, [gone], "check", "gone")
    assert only.exit_code == 3


def test_a_page_without_a_list_writes_nothing_and_says_what_was_seen(added: Added, tmp_path: Path) -> None:
    site = added.sites["dedecms"]
    result = run(tmp_path / "sources", [site], "add", site.url("/no/such/column/"))
    assert result.exit_code == 3
    assert "no source was written" in result.output
    assert not list((tmp_path / "sources").glob("*.toml"))


CASINO = ("威尼斯人官网首存送彩金活动", "百家乐技巧大全和路单", "真人荷官在线发牌直播", "老虎机爆分秘籍分享", "时时彩计划群在线")
SHOWN = "<html><head><title>{title}</title></head><body><div><a href='/'>首页</a></div>{body}</body></html>"


def portal(family: str, body: str, title: str = "通知公告", texts: Sequence[str] = (), frame: str = "") -> Site:
    """A portal of one list, its links under /detail/, and what it shows in a frame."""
    links = "".join(f"<li><a href='/detail/{800 + n}.html'>{text}</a></li>" for n, text in enumerate(texts))
    site = Site(family, "/xw/")
    site.put("/xw/", SHOWN.format(title=title, body=body if frame else body + f"<ul>{links}</ul>"))
    if frame:
        site.put(frame, SHOWN.format(title=title, body=f"<ul>{links}</ul>"))
    for n, text in enumerate(texts):
        said = f"{text}，" + "某市计量院昨日通报，今年以来共检定各类计量器具三千余台件，涉及四十家单位。" * 6
        site.put(
            f"/detail/{800 + n}.html", SHOWN.format(title=text, body=f"<div><h1>{text}</h1><p>2026-11-12</p><p>{said}</p></div>")
        )
    return site


def check(directory: Path, sites: list[Site]) -> Result:
    """The check of these portals, each with a pattern that it no longer keeps to."""
    directory.mkdir()
    for site in sites:
        lines = [f'name = "{site.family}"', f'home = "{site.url("/")}"', f'lists = ["{site.url()}"]', 'articles = "/xw/2026/"']
        (directory / f"{site.family}.toml").write_text(
            "\n".join([*lines, "delay = 0.0", 'checked = "by hand"\n']), encoding="utf-8"
        )
    return run(directory, sites, "check", "--articles", "1")


def test_no_link_of_a_hijacker_and_no_wall_is_advised_as_a_pattern(tmp_path: Path) -> None:
    news = [f"检测机构能力验证结果公布第{n}批" for n in range(6)]
    with ExitStack() as stack:
        sites = [
            stack.enter_context(one.serving())
            for one in (
                portal("hijacked", "", texts=CASINO),
                portal("closed", "<h1>系统维护</h1><p>网站升级维护，敬请谅解。</p>", "系统维护"),
                portal("walled", "<form>用户登录<input name=u><input type=password name=p></form>", "用户登录"),
                portal("renewed", "", texts=news),
                portal("poisoned", "", texts=news),
            )
        ]
        for n in range(6):  # the list is left as it was, what it leads to is not
            sites[4].put(
                f"/detail/{800 + n}.html", SHOWN.format(title="百家乐 老虎机 威尼斯人", body=f"<p>{'葡京娱乐城 送彩金 ' * 9}</p>")
            )
        result = check(tmp_path / "sources", sites)
    said = {line.partition(": ")[0]: line for line in result.output.splitlines() if ": " in line}
    assert result.exit_code == 1, result.output
    assert ": spam (" in said["hijacked"]
    assert "may be hijacked" in said["hijacked"]
    assert ": maintenance (" in said["closed"]
    assert ": login_wall (" in said["walled"]
    assert "theirs is articles = '/detail/\\d+\\.html$'; one of them is called 检测机构" in said["renewed"]
    assert "spam is what the first of them are" in said["poisoned"]
    assert result.output.count("theirs is articles") == 1
    assert "javascript = true" not in result.output


def test_a_night_says_what_stands_in_the_place_of_the_lists(tmp_path: Path) -> None:
    with portal("hijacked", "", texts=CASINO).serving() as site:
        check(tmp_path / "sources", [site])
        flags = ["--sources", str(tmp_path / "sources"), "--allow-address", site.host]
        for _ in range(2):  # that it is still there is no news, and no list
            done = jianxun("nightly", *flags, data=tmp_path / "data")
            assert done.returncode == 3
            assert "none of its lists could be read: spam" in done.stdout


def test_a_list_in_a_frame_is_read_although_the_page_around_it_did_not_change(tmp_path: Path) -> None:
    news = [f"检测机构能力验证结果公布第{n}批" for n in range(6)]
    site = portal("framed", "<iframe src='/inc/list.htm'></iframe>", texts=news, frame="/inc/list.htm")
    with site.serving():
        check(tmp_path / "sources", [site])
        path = tmp_path / "sources" / "framed.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("/xw/2026/", "/detail/"), encoding="utf-8")
        flags = ["--sources", str(tmp_path / "sources"), "--allow-address", site.host]
        first = jianxun("nightly", *flags, data=tmp_path / "data")
        site.files |= portal("framed", "", texts=[*news, "水表检定装置建成并投入使用"], frame="/inc/list.htm").files | {
            "/xw/": site.files["/xw/"]
        }
        second = jianxun("nightly", *flags, data=tmp_path / "data")
    assert "stored 6" in first.stdout
    assert "listing 2, duplicate 1" in second.stdout, "the same text under another headline"


def test_a_list_in_a_frame_is_added_and_what_stands_in_the_way_of_one_is_named(tmp_path: Path) -> None:
    news = [f"检测机构能力验证结果公布第{n}批" for n in range(6)]
    with ExitStack() as stack:
        sites = [
            stack.enter_context(one.serving())
            for one in (
                portal("framed", "<iframe src='/inc/list.asp?id=3'></iframe>", texts=news, frame="/inc/list.asp?id=3"),
                portal("login", "<form>用户登录<input name=u><input type=password name=p></form>", "用户登录"),
                portal("elsewhere", "<p>通知公告</p><iframe src='http://frames.example/list'></iframe>"),
            )
        ]
        result = run(tmp_path / "sources", sites, "add", *(site.url() for site in sites))
    assert result.exit_code == 1, result.output
    assert [one.articles for one in read_sources(tmp_path / "sources").values()] == [r"/detail/\d+\.html$"]
    assert f"{sites[1].url()}: login_wall (用户登录" in result.output
    assert "shows http://frames.example/list in a frame" in result.output


def test_a_short_feed_or_sitemap_is_not_told_to_need_scripts(tmp_path: Path) -> None:
    result = run(SHIPPED, [], "check", "qghjm", "--articles", "1", "--replay", "seeds", config=tmp_path / "jianxun.toml")
    assert result.exit_code == 0, result.output
    assert "rss.xml" not in result.output


def test_articles_without_a_day_are_a_remark_until_a_day_was_claimed_or_seen(tmp_path: Path) -> None:
    def check(sources: Path) -> Result:
        config = tmp_path / "jianxun.toml"
        arguments = ("check", "quality_mirror", "--articles", "2", "--replay", "seeds")
        return run(sources, [], *arguments, config=config)

    result = check(SHIPPED)
    assert result.exit_code == 0, result.output
    assert "quality_mirror: remark: no article has a date" in result.output
    claims = tmp_path / "sources"
    claims.mkdir()
    text = (SHIPPED / "quality_mirror.toml").read_text(encoding="utf-8")
    (claims / "quality_mirror.toml").write_text(text + 'date = ".pubdate"\n', encoding="utf-8")
    result = check(claims)
    assert result.exit_code == 1
    assert "no article has a date any more" in result.output


def test_a_list_that_answered_when_it_was_asked_again_has_nothing_to_mend() -> None:
    source = Source(key="portal", name="门户", home="http://portal.example/", lists=("http://portal.example/news/",))
    lost = Tried(source.lists[0], "connection", "lost")
    assert len(mend(Survey(source, attempts=[lost]))) == 1
    assert mend(Survey(source, attempts=[lost, Tried(source.lists[0], "listing", "10 links")])) == []


def test_a_list_that_has_moved_is_read_where_it_is_and_its_new_address_is_told(tmp_path: Path) -> None:
    def moved(target: str) -> Callable[[], tuple[int, dict[str, str], bytes]]:
        return lambda: (302, {"Location": target}, b"")

    directory = tmp_path / "sources"
    directory.mkdir()
    with PortalSite(articles=12).serving() as site:
        site.extra = {
            "/old/": moved("/older/"),
            "/older/": moved("/news/"),
            "/lost/": moved("/nowhere/"),
            "/off/": moved("http://127.0.0.9:9/"),
        }
        for key in ("old", "lost", "off"):
            lists = [f"{site.url}/{key}/"]
            (directory / f"{key}.toml").write_text(site.source_toml(lists=lists, checked="by hand"), encoding="utf-8")
        flags = ["--sources", str(directory), "--allow-address", site.host, "--config", str(tmp_path / "jianxun.toml")]
        (tmp_path / "jianxun.toml").write_text('contact = "crawler@example.org"\n', encoding="utf-8")
        command = [sys.executable, "-m", "crawler", "sources", "check", *flags]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
        said = {
            line.split()[0]: line.split()[1:6] for line in done.stdout.splitlines() if line.split()[0] in ("old", "lost", "off")
        }
        assert said["old"] == ["yes", "1/1", "12", "3/3", "3/3"], done.stdout
        assert f"old: remark: {site.url}/old/ leads to {site.url}/news/; " in done.stdout
        assert said["lost"][:2] == ["no", "0/1"]
        assert f"lost: {site.url}/lost/ leads to {site.url}/nowhere/: http_error (HTTP 404); open " in done.stdout
        assert said["off"][:2] == ["no", "0/1"]
        assert f"off: {site.url}/off/ leads to http://127.0.0.9:9/: offsite" in done.stdout
        assert done.returncode == 1
