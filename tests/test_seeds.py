"""The five seeds through the whole stack: `nightly --replay seeds`, with labels as the truth."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from archive.nights import dated_sources

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
LABELS = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((SEEDS / "labels").glob("*.toml"))}
FACTS = ("published", "source", "author", "editor", "original_source", "original_title", "script")
AS_RECEIVED = {
    "000_089a259f71de7d20": "fdce3bf2b85cb583",
    "001_5d91fc289e948a27": "f789aea84b72d69a",
    "002_5356b00d919afc9f": "98251466ec0a4d4e",
    "003_87693d621ccc5ac6": "a0f3551203e9a658",
    "004_f846e7c1bc27203a": "39a62dd01ce13092",
}


def replay(data: Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "crawler", "nightly", "--replay", str(SEEDS), "--data", str(data)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)


def rows(data: Path, sql: str, *values: object) -> list[dict[str, Any]]:
    conn = sqlite3.connect(data / "news.db")
    conn.row_factory = sqlite3.Row
    found = [dict(row) for row in conn.execute(sql, values)]
    conn.close()
    return found


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("demo") / "data"
    done = replay(data)
    assert done.returncode == 0, done.stdout + done.stderr
    return data


def grams(text: str) -> Counter[str]:
    flat = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return Counter(flat[place : place + 4] for place in range(len(flat) - 3))


@pytest.mark.parametrize("name", LABELS)
def test_a_seed_document_is_as_it_was_received(name: str) -> None:
    digest = hashlib.sha256((SEEDS / f"{name}.txt").read_bytes()).hexdigest()
    assert digest.startswith(AS_RECEIVED[name])


@pytest.mark.parametrize("name", LABELS)
def test_a_seed_is_one_article_as_labelled(demo: Path, name: str) -> None:
    label = LABELS[name]
    [article] = rows(demo, "SELECT * FROM articles WHERE url = ?", label["url"])
    assert article["title"] == label["title"]
    for fact in FACTS:
        assert article[fact] == label.get(fact), fact
    found, wanted = grams(article["body"]), grams("\n".join(label["body"]))
    same = (found & wanted).total()
    assert same / found.total() >= 0.99, "a line of the portal's chrome"
    assert same / wanted.total() >= 0.99, "something is lost"
    assert not re.search(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]", article["body"]), "a pinyin note"


def test_nothing_else_is_stored_and_every_page_of_the_recording_has_its_outcome(demo: Path) -> None:
    assert rows(demo, "SELECT count(*) AS n FROM articles") == [{"n": len(LABELS)}]
    recorded = {page["url"] for page in tomllib.loads((SEEDS / "replay.toml").read_text(encoding="utf-8"))["page"]}
    told = {row["url"] for row in rows(demo, "SELECT url FROM fetches WHERE outcome <> ''")}
    assert not recorded - told, "pages of the recording that no row tells of"


def test_a_second_run_stores_nothing_and_asks_only_for_lists_and_what_failed(demo: Path) -> None:
    before = rows(demo, "SELECT * FROM articles ORDER BY id")
    done = replay(demo)
    assert done.returncode == 0, done.stdout + done.stderr
    after = rows(demo, "SELECT * FROM articles ORDER BY id")
    assert after == before
    asked = rows(demo, "SELECT url, outcome FROM fetches WHERE run_id = (SELECT max(id) FROM runs)")
    settled = {row["url"] for row in rows(demo, "SELECT url FROM fetches WHERE outcome IN ('stored', 'off_topic')")}
    assert {row["outcome"] for row in asked} & {"listing", "not_modified"}
    assert not settled & {row["url"] for row in asked}


def test_the_archive_knows_which_portals_print_days(demo: Path) -> None:
    assert dated_sources(demo) == {"qghjm"}
    assert dated_sources(demo / "nowhere") == frozenset()
