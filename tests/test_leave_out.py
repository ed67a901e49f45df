"""Alternatives of patterns are found at every depth, and switched off without touching the rest."""

import re

import pytest

from bench.leave_out import NEVER, branches, patterns, switched_off, without
from crawler.extract import words


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ab", []),
        (r"(?:a|b(?:c|d))x|y[|)]z|\(q", ["c", "d", "a", "b(?:c|d)", "(?:a|b(?:c|d))x", "y[|)]z", r"\(q"]),
        (r"[\]】]|(?P<n>x|y)(?<=m|n)", ["x", "y", "m", "n", r"[\]】]", "(?P<n>x|y)(?<=m|n)"]),
    ],
)
def test_alternatives_are_found_at_every_depth(pattern, found):
    assert [pattern[start:end] for start, end in branches(pattern)] == found


def test_what_is_switched_off_matches_no_more_and_the_rest_does():
    made = without(re.compile("(?:来源|稿源|出处)[:：]"), {"稿源"})
    assert NEVER in made.pattern
    assert [bool(made.match(text)) for text in ("来源：", "稿源：", "出处：")] == [True, False, True]


def test_the_reader_is_whole_again_afterwards():
    before = words.NOTICE_FIRST
    with switched_off({"郑重声明"}, patterns()):
        assert not words.NOTICE_FIRST.match("郑重声明：")
        assert words.NOTICE_FIRST.match("法律声明：")
    assert words.NOTICE_FIRST is before
