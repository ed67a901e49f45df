"""The shipped source files: each says what it was found in, and reads pages of the family that its portal belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import pytest

from archive.records import Article, Page
from crawler import places
from crawler.extract import extract
from crawler.listing import read_listing
from crawler.source import Source, read_sources
from tests import families
from tests.families import Site

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
HASH = "29cc165341bc4c73a522310632d9f60f"
TRS = "202609/t20260912_14564659"
NAVIGATION = (
    "", "index.html", "index_2.html", "xxgk/", "gywm/", "about.html", "search?q=1", "list.shtml", "login.jsp", "zt/2026zlnd/",
    "col/col70311/index.html", "GB/365401/index.html", "node_20190.htm", "wza/", "english/", "sitemap.xml", "plus/list.php?tid=5",
)  # fmt: skip

# For each source the family of its pages and an address of an article there; '' where no pattern was found in public.
KINDS: dict[str, tuple[str, str]] = {
    "amr_anhui": ("trs", "xwdt/gsgg/150560701.html"),
    "amr_beijing": ("trs", f"zwxx/gs/spzlgs/{TRS}.html"),
    "amr_chongqing": ("trs", f"zfxxgk_225/gsgg/qtgg/{TRS}.html"),
    "amr_foshan": ("trs", "zwdt/tzgg/content/post_3178563.html"),
    "amr_fujian": ("trs", f"zw/tzgg/{TRS}.htm"),
    "amr_gansu": ("trs", "scjg/c110159/202205/2032457.shtml"),
    "amr_guangdong": ("trs", "zwgk/tzgg/content/post_3178563.html"),
    "amr_guangxi": ("trs", "zwgk/t27742710.shtml"),
    "amr_guizhou": ("trs", f"zwgk/xxgkml/jcxxgk/xzcf/{TRS}.html"),
    "amr_haikou": ("trs", ""),
    "amr_hainan": ("trs", f"jdhy/zxjd/{TRS}.html"),
    "amr_hebei": ("trs", "info/117445"),
    "amr_heilongjiang": ("trs", ""),
    "amr_henan": ("trs", ""),
    "amr_hubei": ("trs", f"zfxxgk/zcwj/qtwj/{TRS}.shtml"),
    "amr_hunan": ("trs", f"amr/zwx/xxgkmlx/tzggx/{TRS}.html"),
    "amr_jiangmen": ("trs", "bmpd/jmsscjdglj/zwdt/tzgg/content/post_3178563.html"),
    "amr_jiangsu": ("jpage", "art/2026/6/26/art_70154_11589618.html"),
    "amr_jiangxi": ("jpage", ""),
    "amr_jilin": ("trs", ""),
    "amr_kunming": ("trs", "c/2026-09-12/4712345.shtml"),
    "amr_liaoning": ("trs", "scjdglj/xw/mtbd/2026042016201794829/index.shtml"),
    "amr_neimenggu": ("trs", ""),
    "amr_qingdao": ("trs", f"zwgk/gggs/xzcfgs/{TRS}.shtml"),
    "amr_shaanxi": ("trs", f"sy/sjyw/{TRS}.html"),
    "amr_shandong": ("jpage", "art/2020/1/17/art_93607_7214485.html"),
    "amr_shanghai": ("trs", f"1582/20251014/{HASH}.html"),
    "amr_shenzhen": ("trs", "gkmlpt/content/10/10800/post_10800873.html"),
    "amr_sichuan": ("trs", f"scsjgj/c104475/2026/1/15/{HASH}.shtml"),
    "amr_suzhou": ("trs", ""),
    "amr_tianjin": ("trs", f"tjsscjdglwyh_52651/hdpt/cjwtyxfts/{TRS}.html"),
    "amr_wuxi": ("trs", "doc/2026/09/12/4712345.shtml"),
    "amr_xinjiang": ("trs", f"xjaic/qjxx/202606/{HASH}.shtml"),
    "amr_yunnan": ("trs", "info/1014/50011.htm"),
    "amr_zhejiang": ("jpage", ""),
    "antpedia": ("dedecms", "news/99/n-2161799.html"),
    "ccaa": ("company", ""),
    "ccn": ("dedecms", "html/news/xiaofeiyaowen/2018/0112/337052.html"),
    "cmrnn": ("founder", "content/2026-04/20/content_288841.html"),
    "cnas": ("cnca", f"rkgf/sysrk/rkyyzz/art/2024/art_{HASH}.html"),
    "cnca": ("cnca", f"xwjj/xydt/art/2026/art_{HASH}.html"),
    "cqc": ("company", "www/col68/596454.html"),
    "cqn": ("founder", "ms/content/2026-04/09/content_8681664.htm"),
    "csei": ("company", ""),
    "foodmate": ("dedecms", "2026/03/739260.html"),
    "instrument": ("dedecms", "news/20250320/773513.shtml"),
    "intertek": ("company", "listdata/1980473566973399040.html"),
    "kuaixun": ("empirecms", ""),
    "nim": ("aspnet", "node/773"),
    "ntek": ("company", ""),
    "people_ah": ("people_2020", "n2/2026/0911/c358428-41693712.html"),
    "people_bj": ("people_2020", "n2/2026/0911/c82838-41693712.html"),
    "people_cq": ("people_2020", "n2/2024/0424/c367673-40821234.html"),
    "people_fj": ("people_2016", "n2/2026/0911/c350391-41693712.html"),
    "people_food": ("people_2020", "n1/2026/0911/c215731-41693712.html"),
    "people_gd": ("people_2020", "n2/2026/0911/c218365-41693712.html"),
    "people_ha": ("people_2020", "n2/2026/0911/c363904-41693712.html"),
    "people_hb": ("people_2016", "n2/2026/0911/c194147-41693712.html"),
    "people_he": ("people_2020", "n2/2026/0911/c200202-41693712.html"),
    "people_hn": ("people_2020", "n2/2026/0911/c195194-41693712.html"),
    "people_js": ("people_2020", "n2/2022/1101/c360302-40177396.html"),
    "people_ln": ("people_2016", "n2/2026/0911/c378317-41693712.html"),
    "people_mirror": ("people_2020", "n2/2024/0424/c367673-40821234.html"),
    "people_sc": ("people_2020", "n2/2026/0608/c379470-41603800.html"),
    "people_sd": ("people_2020", "n2/2025/0912/c386785-41000000.html"),
    "people_sh": ("people_2016", "n2/2025/0912/c138654-41000000.html"),
    "people_sn": ("people_2020", "n2/2026/0911/c190197-41693712.html"),
    "people_sz": ("people_2020", "n2/2026/0911/c235382-41693712.html"),
    "people_tj": ("people_2020", "n2/2026/0911/c375547-41693712.html"),
    "people_zj": ("people_2020", "n2/2026/0303/c186327-41513851.html"),
    "qghjm": ("empirecms", "412345.html"),
    "quality_mirror": ("founder", "zj/content/2025-09/12/content_9154199.htm"),
    "recall_hebei": ("trs", ""),
    "recall_jiangsu": ("company", ""),
    "recall_samr": ("trs", ""),
    "recall_zhejiang": ("company", ""),
    "samr": ("samr", f"xw/zj/art/2026/art_{HASH}.html"),
    "sgs": ("company", "zh-cn/news/2024/12/supporting-key-sustainability-goals"),
    "wechat_mirror": ("wechat", "qinggan/gushi/12345.html"),
    "xinhua_bj": ("xinhua", f"20260911/{HASH}/c.html"),
    "xinhua_cq": ("xinhua", f"20260911/{HASH}/c.html"),
    "xinhua_js": ("xinhua", "2021-11/21/c_1128085511.htm"),
    "xinhua_zj": ("xinhua", f"20260806/{HASH}/c.html"),
}
SOURCES = read_sources()


@pytest.fixture(scope="module")
def sites() -> dict[str, Site]:
    return {site.family: site for site in (make() for make in families.FAMILIES)}


def test_there_are_sources_of_every_kind_of_publisher() -> None:
    live = {key for key, one in SOURCES.items() if not one.replay_only}
    assert len(live) >= 40
    assert set(KINDS) == set(SOURCES)
    assert len([key for key in live if key.startswith("amr_")]) >= 25
    assert {"samr", "cnca", "cnas", "nim", "cqn", "instrument", "sgs", "people_cq", "xinhua_cq"} <= live


@pytest.mark.parametrize("key", list(SOURCES))
def test_a_file_says_what_it_was_found_in_and_claims_no_visit(key: str) -> None:
    source = SOURCES[key]
    if source.replay_only:
        assert source.checked.startswith("seeds/")
        return
    assert "2026-11" in source.checked or "seeds/" in source.checked
    assert "not visited live" in source.checked or "no live page was opened" in source.checked
    assert len(source.checked) > 40
    assert source.delay >= 3, "portals are not hurried"


def test_forty_files_name_the_repository_path_and_commit_they_were_found_in() -> None:
    named = re.compile(r"github: [\w.-]+/[\w.-]+, \S+\.\w+ (?:and \S+ )?at [0-9a-f]{7} \([^)]+\)")
    precise = {key for key, one in SOURCES.items() if named.search(one.checked)}
    assert len(precise) >= 40
    for key in set(SOURCES) - precise:
        said = SOURCES[key].checked
        assert "unknown" in said or "is known" in said or said.startswith("seeds/"), key


@pytest.mark.parametrize("key", list(SOURCES))
def test_its_lists_are_on_its_own_site(key: str) -> None:
    source = SOURCES[key]
    home = urlsplit(source.home).hostname or ""
    assert all((urlsplit(url).hostname or "") == home for url in source.lists)


@pytest.mark.parametrize("key", [key for key, one in SOURCES.items() if one.region])
def test_its_region_is_an_official_name(key: str) -> None:
    region = SOURCES[key].region
    assert any(place.name == region for place in places.find(f"{region}通报抽查结果", ""))


@pytest.mark.parametrize("key", list(SOURCES))
def test_its_pattern_takes_articles_and_leaves_navigation(key: str) -> None:
    source, (_, article) = SOURCES[key], KINDS[key]
    assert bool(source.articles) == bool(article) or key == "kuaixun"
    if source.articles:
        pattern = re.compile(source.articles)
        assert pattern.search(urljoin(source.home, article))
        taken = [path for path in NAVIGATION if pattern.search(urljoin(source.home, path))]
        assert not taken
        assert not [url for url in source.starts if pattern.search(url)], "a list is no article"


@pytest.mark.parametrize("key", list(SOURCES))
def test_it_reads_an_article_and_a_list_of_its_family(key: str, sites: dict[str, Site]) -> None:
    source, (family, article) = SOURCES[key], KINDS[key]
    site = sites[family]
    path, title = next(iter(site.articles.items()))
    kind, body = site.answer(path)
    read = extract(Page(urljoin(source.home, article or path), body, NOW, kind), source)
    assert isinstance(read, Article)
    assert read.title == title
    assert (read.published or "").startswith("2026-")
    assert read.characters > 200

    shown, paths = next((shown, paths) for shown, paths in site.listed.items() if paths)
    kind, body = site.answer(shown)
    body = body.replace(site.host.encode(), urlsplit(source.home).netloc.encode())  # some families write whole addresses
    if family in ("cnca", "samr"):
        shown = source.lists[0]
    listing = read_listing(Page(urljoin(source.home, shown), body, NOW, kind), replace(source, articles="", path=None))
    assert {urlsplit(link.url).path for link in listing.links} == {urlsplit(path).path for path in paths}


def test_a_source_that_pages_by_a_pattern_begins_at_its_first_page() -> None:
    for source in SOURCES.values():
        if source.pages:
            found = read_listing(Page(source.lists[0], b"<html><body><p>x</p></body></html>", NOW), source)
            assert found.next == urljoin(source.lists[0], source.pages.replace("{n}", "2"))


def test_sources_of_one_host_share_one_file() -> None:
    """Two spiders on one host would each keep their own pace."""
    hosts: dict[str, list[str]] = {}
    for key, one in SOURCES.items():
        assert isinstance(one, Source)
        for host in one.hosts:
            hosts.setdefault(host, []).append(key)
    assert not {host: keys for host, keys in hosts.items() if len(keys) > 1}
