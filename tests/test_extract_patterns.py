"""No pattern of the reader takes long on any line: lines are cut to some hundred characters, and each pattern is quick on those."""

import importlib
import pkgutil
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crawler.extract
from crawler.extract.lines import READ

PATTERNS = {
    f"{module.name}.{name}": value
    for module in pkgutil.iter_modules(crawler.extract.__path__)
    for name, value in vars(importlib.import_module(f"crawler.extract.{module.name}")).items()
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str)
}
PIECES = (
    "分享", "分享到", "微信", "来源", "来源：", "作者", "记者", "记者 ", "责任编辑", "编辑：", "，", "、", "。", " ", "\u3000", "1", "12", "2025-", "2025年1月",
    "10:00", "(", "（", "【", "]", "|", ">", "›", "相关", "新闻", "阅读", "评论", "上一篇", "第1页", "下一页", "本文", "转载", "关注", "公众号", "下载", "附件", "http://a",
    "位置：", "首页>", "的", "一", "a", "-", "…", "本报", "通讯员", "《", "王", "王小明",
)  # fmt: skip
SLOW = 0.05  # seconds; a healthy one takes well under a hundredth of it


def slowest(text):
    """The pattern that takes longest on a text, and how long; each way a pattern may be asked."""
    worst, name = 0.0, ""
    for key, pattern in PATTERNS.items():
        for ask in (pattern.search, pattern.match, pattern.fullmatch):
            started = time.process_time()
            ask(text)
            taken = time.process_time() - started
            if taken > worst:
                worst, name = taken, key
    return worst, name


def test_there_are_patterns_to_try():
    assert len(PATTERNS) > 60


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_over_a_whole_line_is_read_quickly(piece):
    for end in ("", "x", "\u2028"):
        text = (piece * READ)[: READ - 1] + end
        taken, name = min(slowest(text) for _ in range(2))
        assert taken < SLOW, f"{name} took {taken:.2f} s"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from(["", "x", "】", "。"]))
def test_a_few_pieces_in_turn_are_read_quickly(pieces, end):
    text = ("".join(pieces) * READ)[: READ - 1] + end
    taken, name = min(slowest(text) for _ in range(2))
    assert taken < SLOW, f"{name} took {taken:.2f} s"
