"""What counts as a change, and how it is shown."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from archive.versions import changed, difference
from crawler.commands.stories import diff, import_

BODY = "5月13日，检测中心正式启用，面积2300平方米，拥有设备120台套。\n负责人说，下一步将布局三个公共技术服务平台。"


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        BODY.replace("，", ","),
        BODY.replace("\n", "\n\n  "),
        BODY + "\n阅读：1024",
        BODY + "\n浏览次数: 35次",
        "阅读量 88\n" + BODY,
        BODY + "\n点赞 12 收藏 3",
        BODY + "\n分享到微信",
        BODY + "\n【打印】【关闭】",
        BODY.replace("设备", "設備"),
    ],
)
def test_counters_space_width_script_and_leaked_chrome_are_no_change(body: str) -> None:
    assert not changed("标题", BODY, "标题", body)
    assert not changed("标题", body, "标题", BODY)


def test_a_counter_that_counts_on_is_no_change() -> None:
    assert not changed("标题", BODY + "\n阅读：1024", "标题", BODY + "\n阅读：1025")


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("2300", "2500"),
        BODY.replace("正式", ""),
        BODY + "\n更正：面积应为2500平方米。",
        BODY + "\n共3家",
        BODY + "\n本文已撤回",
        BODY.replace("启用", "停用"),
        BODY.split("\n", maxsplit=1)[0],
        "",
    ],
)
def test_an_edit_is_a_change(body: str) -> None:
    assert changed("标题", BODY, "标题", body)


def test_another_title_is_a_change() -> None:
    assert changed("检测中心启用", BODY, "检测中心正式启用", BODY)
    assert not changed("检测中心：启用", BODY, "檢測中心启用 ", BODY)


def test_a_difference_reads_by_characters_and_whole_numbers() -> None:
    pieces = difference("面积2300平方米，设备120台", "面积2500平方米，设备120台套")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "面积"),
        ("removed", "2300"),
        ("added", "2500"),
        ("same", "平方米，设备120台"),
        ("added", "套"),
    ]


def test_stray_equal_characters_do_not_tear_a_change_apart() -> None:
    pieces = difference("开头的一句话。市场监管局通报结果。", "开头的一句话。计量院公布的结果。")
    assert [piece.kind for piece in pieces] == ["same", "removed", "added", "same"]


@given(st.text("检验测认证计量0123，。\n", max_size=60), st.text("检验测认证计量0123，。\n", max_size=60))
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_a_long_text_is_compared_in_time() -> None:
    rng = random.Random(1)
    old = "\n".join("".join(chr(0x4E00 + rng.randrange(3000)) for _ in range(400)) for _ in range(100))
    started = time.perf_counter()
    pieces = difference(old, old[:9000] + "改" + old[9001:])
    assert time.perf_counter() - started < 3
    assert [piece.text for piece in pieces if piece.kind == "added"] == ["改"]


@pytest.mark.parametrize("times", [5000, 400_000])
def test_hostile_texts_are_compared_in_time(times: int) -> None:
    old, new = "计量" * times, "量计" * times + "检"
    started = time.perf_counter()
    pieces = difference(old, new)
    assert time.perf_counter() - started < 5
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old


def written(path: Path, *bodies: str) -> list[str]:
    """The flags of an archive in which one article had these texts, one after another."""
    for number, body in enumerate(bodies):
        file = path / f"{number}.jsonl"
        file.write_text(json.dumps({"url": "http://a.example/1", "title": "开放日", "body": body}), encoding="utf-8")
        assert CliRunner().invoke(import_, [str(file), "--data", str(path / "data"), "--workers", "1"]).exit_code == 0
    return ["1", "--data", str(path / "data")]


def test_one_version_named_alone_is_compared_with_the_newest_and_that_with_the_one_before(tmp_path: Path) -> None:
    article, *data = written(tmp_path, BODY, BODY.replace("2300", "2500"), BODY.replace("2300", "2700"))
    shown = {
        words: CliRunner().invoke(diff, [article, *words, *data]).output for words in ((), ("1",), ("2",), ("3",), ("3", "1"))
    }
    assert "[-2300-]{+2700+}" in shown[("1",)]
    assert "[-2500-]{+2700+}" in shown[("2",)]
    assert shown[("3",)] == shown[()] == shown[("2",)]
    assert "[-2700-]{+2300+}" in shown[("3", "1")]


def test_an_article_that_never_changed_says_so_whatever_version_is_named(tmp_path: Path) -> None:
    article, *data = written(tmp_path, BODY)
    for words in ((), ("1",)):
        assert "never changed" in CliRunner().invoke(diff, [article, *words, *data]).output
    assert "no version 2" in CliRunner().invoke(diff, [article, "2", *data]).output
