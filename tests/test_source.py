"""Source files and what is said of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.source import Source, SourceError, hooks, read_source, read_sources, site_of

GOOD = 'name = "门户"\nhome = "http://www.portal.cn/"\nlists = ["http://www.portal.cn/news/"]\n'


def write(directory: Path, key: str, text: str) -> Path:
    path = directory / f"{key}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_three_keys_is_a_source(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, "portal", GOOD))
    assert (source.key, source.name, source.delay, source.javascript) == ("portal", "门户", 2.0, False)
    assert source.starts == ("http://www.portal.cn/news/",)


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "one", GOOD + 'lits = ["x"]\ndelay = "slow"\narticles = "["\n')
    write(tmp_path, "two", 'home = "ftp://portal.cn/"\nlists = ["javascript:alert(1)"]\npages = "index.html"\n')
    write(tmp_path, "Three", "name = ")
    with pytest.raises(SourceError) as caught:
        read_sources(tmp_path)
    said = str(caught.value)
    for part in (
        "one.toml: unknown key 'lits'; did you mean 'lists'?",
        "one.toml: delay: found 'slow'; allowed is a number",
        "one.toml: articles: '[' is no regular expression",
        "two.toml: name: missing",
        "two.toml: home: found 'ftp://portal.cn/'; allowed are http and https addresses",
        "two.toml: pages: found 'index.html'; it must contain {n}",
        "Three.toml: not TOML",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("delay = -1", "delay: found -1"),
        ("delay = true", "delay: found True; allowed is a number"),
        ('charset = "undefined-charset"', "charset: found"),
        ('body = "div[["', "body: 'div[[' is no CSS selector"),
        ('drop = ["("]', "drop: '(' is no regular expression"),
        ('lists = "http://a.cn/"', "lists: found 'http://a.cn/'; allowed is a list of strings"),
        ("lists = [1]", "lists: found [1]; allowed is a list of strings"),
    ],
)
def test_a_mistake_names_the_key_and_what_is_allowed(tmp_path: Path, line: str, said: str) -> None:
    text = GOOD.replace('lists = ["http://www.portal.cn/news/"]\n', "") if line.startswith("lists") else GOOD
    with pytest.raises(SourceError, match="portal") as caught:
        read_source(write(tmp_path, "portal", f"{text}{line}\n"))
    assert said in str(caught.value)


def test_an_unknown_key_on_the_command_line_is_answered_with_those_there_are(tmp_path: Path) -> None:
    write(tmp_path, "portal", GOOD)
    with pytest.raises(SourceError, match=r"--source nosuch: not in .*; there are portal"):
        read_sources(tmp_path, ["nosuch"])


def test_a_directory_without_sources_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no source file"):
        read_sources(tmp_path)
    with pytest.raises(SourceError, match="no such directory"):
        read_sources(tmp_path / "nowhere")


def test_a_python_file_beside_a_source_is_its_hooks(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, "portal", GOOD))
    assert hooks(source) is None
    (tmp_path / "portal.py").write_text("ANSWER = 42\n")
    module = hooks(source)
    assert module is not None
    assert module.ANSWER == 42


def test_twins_of_the_sources_own_host_are_one_address() -> None:
    source = Source(key="portal", name="门户", home="https://www.portal.cn/")
    addresses = [
        "http://www.portal.cn/a/1.html",
        "https://m.portal.cn/a/1.html?utm_source=x",
        "https://portal.cn:443/a/1.html#top",
        "http://WWW.portal.cn:80/a/1.html",
    ]
    assert len({source.identity(url) for url in addresses}) == 1
    assert source.identity("http://other.cn/a/1.html") != source.identity("http://m.other.cn/a/1.html")


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("cq.people.com.cn", "people.com.cn"),
        ("www.samr.gov.cn:8080", "samr.gov.cn"),
        ("127.0.0.1:8000", "127.0.0.1"),
        ("portal.invalid", "portal.invalid"),
    ],
)
def test_a_site_is_the_registered_domain(host: str, site: str) -> None:
    assert site_of(host) == site
