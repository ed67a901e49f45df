"""What portals say of waiting. How robots.txt is obeyed is tested with whole runs."""

from __future__ import annotations

import pytest
from scrapy.http import Response

from crawler.pace import retry_after


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120.0), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0), ("²", None), ("1²", None), ("-5", None), ("soon", None), ("", None)],
)
def test_seconds_to_wait_are_read_in_both_forms_and_nonsense_is_none(said: str, seconds: float | None) -> None:
    assert retry_after(Response("http://yun.example/", headers={"Retry-After": said.encode("latin-1")})) == seconds
