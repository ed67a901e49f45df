"""Saved searches, and what a browser remembers of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from click.testing import CliRunner

from archive.database import connect
from archive.serving.visits import COOKIE, mark, remember, seen
from archive.watches import add, remove, watches
from crawler.cli import main
from tests.archive_site import build


def test_a_name_is_saved_once_and_can_be_forgotten(tmp_path: Path) -> None:
    conn = connect(build(tmp_path) / "news.db")
    add(conn, " 认证 ", "认证 after:2026")
    add(conn, "认证", "认证")
    assert [(one.name, one.query) for one in watches(conn)][-1] == ("认证", "认证")
    assert remove(conn, "认证")
    assert not remove(conn, "认证")
    conn.close()


def test_the_command_adds_lists_and_removes(tmp_path: Path) -> None:
    data = ["--data", str(build(tmp_path))]
    run = CliRunner().invoke
    assert run(main, ["watch", "add", "检测", "检测", "-地震", *data]).exit_code == 0
    assert "检测: 检测 -地震  (" in run(main, ["watch", "list", *data]).output
    assert run(main, ["watch", "remove", "检测", *data]).exit_code == 0
    assert run(main, ["watch", "remove", "检测", *data]).exit_code == 2
    assert run(main, ["watch", "add", "空", "---", *data]).exit_code == 2


def test_a_name_without_a_letter_or_beyond_what_is_kept_is_refused_not_cut(tmp_path: Path) -> None:
    data = ["--data", str(build(tmp_path))]
    run = CliRunner().invoke
    for name in ("", "  ", "\u200b", "\x07"):
        made = run(main, ["watch", "add", name, "计量", *data])
        assert (made.exit_code, "name" in made.output) == (2, True), repr(name)
    assert run(main, ["watch", "add", "长" * 80, "计量", *data]).exit_code == 0
    made = run(main, ["watch", "add", "长" * 81, "认证", *data])
    assert made.exit_code == 2
    assert "80" in made.output
    assert run(main, ["watch", "remove", "长" * 81, *data]).exit_code == 2
    assert [one.query for one in watches(connect(tmp_path / "news.db")) if one.name.startswith("长")] == ["计量"]


def test_a_mistyped_directory_is_refused_and_stays_as_it_was(tmp_path: Path) -> None:
    for words in (["add", "计量", "计量"], ["remove", "计量"]):
        made = CliRunner().invoke(main, ["watch", *words, "--data", str(tmp_path / "mistyped")])
        assert made.exit_code != 0
        assert "no archive here" in made.output + str(made.exception)
        assert not (tmp_path / "mistyped").exists()


class Answer:
    def __init__(self) -> None:
        self.value = ""

    def set_cookie(self, name: str, value: str, **_: object) -> None:
        assert name == COOKIE
        self.value = value


def visited(cookie: str, name: str, article: int) -> str:
    answer = Answer()
    remember(SimpleNamespace(cookies={COOKIE: cookie}), answer, name, article)
    return answer.value


def test_the_cookie_keeps_each_search_by_itself() -> None:
    cookie = visited(visited("", "检测", 5), "计量", 9)
    request = SimpleNamespace(cookies={COOKIE: cookie})
    assert seen(request, ["检测", "计量", "认证"]) == {"检测": 5, "计量": 9}
    assert seen(SimpleNamespace(cookies={COOKIE: visited(cookie, "检测", 12)}), ["检测"]) == {"检测": 12}


def test_a_cookie_never_grows_beyond_what_browsers_keep_and_nonsense_in_it_is_skipped() -> None:
    cookie = "nonsense-zz.1-" + mark("老") + ".3"
    assert seen(SimpleNamespace(cookies={COOKIE: cookie}), ["老"]) == {"老": 3}
    for number in range(400):
        cookie = visited(cookie, f"关注{number}", 10**11)
    assert len(cookie) < 4000
    assert seen(SimpleNamespace(cookies={COOKIE: cookie}), ["关注399"]) == {"关注399": 10**11}
