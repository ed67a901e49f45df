"""Whatever reads bytes from the network returns or refuses them, however they are maimed; `python -m bench.fuzz` has many more."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz import MOST_MEMORY, mutation, run
from bench.readers import READERS

SECONDS = {"page": 3.0}  # of each reader, one otherwise
# what crashed once: reader, input; the mutations that found them are gone with the next sample
CRASHED = [
    ("list", '[{"title": "检测机构能力验证", "url": "http://[::1/a"}]'.encode()),
    ("list", '[{"title": "检测机构\\ud800能力验证", "url": "/a/\\ud800.html"}]'.encode()),
    ("list", "<ul><li><a href='/a/1.html?t=检测&utm_source=x'>检测机构能力验证结果公布</a></li></ul>".encode()),
    ("list", "<datastore><recordset><record></div><!-- x --></record><record><![CDATA[<h3><a href='/a/1.html'>某市计量院开展第一批检定</a></h3>]]></record></recordset></datastore>".encode()),
    ("list", "<rssLocation:><channel><item><title>检测</title><link>/a/1.html</link></item></channel></rssLocation:>".encode()),
    ("list", "<rss><channel><item><title>检测&#xD800;机构&#55357;</title><link>/a/1.html&#xDFFF;</link></item></channel></rss>".encode()),
    ("warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n"),
    ("address", "http://www.yuan.example/?a=\ufffd&utm_source=x".encode()),
]  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_no_mutation_crashes_hangs_or_swells_a_reader(name: str) -> None:
    until, number = time.monotonic() + SECONDS.get(name, 1.0), 1_000_000  # numbers that the benchmark does not begin with
    while time.monotonic() < until:
        told = run(name, range(number, number + 20))
        assert told.crashes == []
        assert told.biggest[0] <= MOST_MEMORY
        number += 20
    assert number > 1_000_000


@pytest.mark.parametrize(("name", "data"), CRASHED)
def test_what_crashed_once_is_read_or_refused(name: str, data: bytes) -> None:
    with contextlib.suppress(*READERS[name].answers):
        READERS[name].read(data)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_likes_its_own_samples(name: str) -> None:
    for sample in READERS[name].samples()[:9]:
        READERS[name].read(sample)


@pytest.mark.parametrize("name", sorted(set(READERS) - {"page", "warc"}))
def test_any_bytes_behind_a_good_beginning_are_read_or_refused(name: str) -> None:
    one = READERS[name]

    @given(st.sampled_from(one.samples()), st.integers(0, 10_000), st.binary(max_size=200))
    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    def check(sample: bytes, at: int, tail: bytes) -> None:
        with contextlib.suppress(*one.answers):
            one.read(sample[: at % (len(sample) + 1)] + tail)

    check()


def test_a_mutation_is_the_same_when_it_is_asked_for_again() -> None:
    assert mutation("page", 7) == mutation("page", 7)
    assert mutation("page", 7) != mutation("page", 8)
