"""Stories: what joins, who was first, what a person decides, and that order makes no difference."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import candidates, stories
from archive.address import key
from archive.database import connect, open_database
from archive.fingerprint import fingerprint
from archive.records import Article
from archive.stories import DecisionError, Placement
from bench.duplicates import ours, wanted
from bench.forms import FORMS, filled, form_cases
from bench.texts import article
from bench.variants import KINDS, NEGATIVES, cases, reposted

WHEN = "2026-01-01T00:00:00+00:00"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory: Path = tmp_path_factory.mktemp("empty")
    open_database(directory).close()
    return directory / "news.db"


def archive(empty: Path) -> sqlite3.Connection:
    """A new archive in memory."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    conn.row_factory = sqlite3.Row
    made = connect(empty)
    made.backup(conn)
    made.close()
    conn.execute("PRAGMA foreign_keys=ON")
    conn.execute("INSERT INTO sources VALUES ('shangguan','上观新闻','上海市','http://shangguan.example/',0,0,0,0,'')")
    return conn


@pytest.fixture
def conn(empty: Path) -> Iterator[sqlite3.Connection]:
    made = archive(empty)
    yield made
    assert made.execute("PRAGMA foreign_key_check").fetchall() == []
    made.close()


def add(conn: sqlite3.Connection, one: Article, site: str = "", mirror: bool = False) -> tuple[int, Placement]:
    """An article's row and its place, as the store writes them; a known address is another version."""
    site = site or one.url.split("/")[2]
    row = conn.execute("SELECT id FROM articles WHERE key = ?", (key(one.url),)).fetchone()
    facts = (
        one.title, one.body, one.published, one.source, one.original_title, one.original_source, one.original_url, one.script,
        one.pinyin_notes, one.characters,
    )  # fmt: skip
    if row is None:
        cursor = conn.execute(
            "INSERT INTO articles(key, url, site, first_seen, last_seen, title, body, published, source, original_title,"
            " original_source, original_url, script, pinyin_notes, characters) VALUES (?,?,?,'','',?,?,?,?,?,?,?,?,?,?)",
            (key(one.url), one.url, site, *facts),
        )
        number = int(cursor.lastrowid or 0)
    else:
        number = row[0]
        conn.execute(
            "UPDATE articles SET title = ?, body = ?, published = ?, source = ?, original_title = ?, original_source = ?,"
            " original_url = ?, script = ?, pinyin_notes = ?, characters = ? WHERE id = ?",
            (*facts, number),
        )
    return number, stories.place(conn, number, one, mirror, fingerprint(one.title, one.body))


def invented(seed: int, url: str, **facts: object) -> Article:
    piece = article(random.Random(seed))
    made = Article(url=url, title=piece.title, body=piece.body, published=piece.published, source=None)
    return replace(made, **facts)  # type: ignore[arg-type]


def changed(kind: str, one: Article, url: str, other: Article | None = None, **facts: object) -> Article:
    """A copy of that kind at another address."""
    from bench.texts import Piece

    def piece(it: Article) -> Piece:
        return Piece(it.title, it.body, it.published or "", it.source or "甲报", "x.example")

    copy = KINDS[kind](random.Random(5), piece(one), piece(other or one))
    return replace(one, **{"url": url, "title": copy.title, "body": copy.body, **facts})  # type: ignore[arg-type]


def roles(conn: sqlite3.Connection, story: int) -> dict[str, str]:
    rows = conn.execute(
        "SELECT a.url, m.role FROM members m JOIN articles a ON a.id = m.article_id WHERE m.story_id = ?", (story,)
    )
    return {row["url"]: row["role"] for row in rows}


def shape(conn: sqlite3.Connection) -> set[tuple[str, frozenset[tuple[str, str, float | None]]]]:
    """The stories by addresses: first, and every member with its role and similarity."""
    found = set()
    for row in conn.execute("SELECT s.id, f.url FROM stories s JOIN articles f ON f.id = s.first_article_id"):
        members = conn.execute(
            "SELECT a.url, m.role, m.similarity FROM members m JOIN articles a ON a.id = m.article_id WHERE m.story_id = ?",
            (row["id"],),
        )
        found.add((row["url"], frozenset((one["url"], one["role"], one["similarity"]) for one in members)))
    return found


def check(conn: sqlite3.Connection) -> None:
    """What must hold of any archive."""
    assert conn.execute("SELECT count(*) FROM articles WHERE story_id IS NULL").fetchone()[0] == 0
    for row in conn.execute("SELECT * FROM stories"):
        home = conn.execute("SELECT id, site FROM articles WHERE story_id = ?", (row["id"],)).fetchall()
        assert len(home) == row["copies"] + 1
        assert len({one["site"] for one in home}) == row["sites"]
        firsts = conn.execute("SELECT article_id FROM members WHERE story_id = ? AND role = 'first'", (row["id"],)).fetchall()
        assert [one[0] for one in firsts] == [row["first_article_id"]]
        members = {one[0] for one in conn.execute("SELECT article_id FROM members WHERE story_id = ?", (row["id"],))}
        assert {one["id"] for one in home} <= members


def test_an_article_of_its_own_is_a_story(conn: sqlite3.Connection) -> None:
    _, place = add(conn, invented(1, "http://a.example/1"))
    assert place == Placement(place.story_id, "first")
    assert not place.joined
    check(conn)


def test_a_copy_with_pinyin_notes_joins_the_story_and_is_never_first(conn: sqlite3.Connection) -> None:
    original = invented(2, "http://a.example/1", published="2025-05-02")
    mirror = changed("pinyin mirror", original, "http://m.example/1", published="2025-05-01", script="Hant", pinyin_notes=True)
    _, place = add(conn, mirror)
    _, other = add(conn, original)
    assert other.story_id == place.story_id
    assert other.role == "first"
    assert other.joined
    assert roles(conn, place.story_id) == {"http://a.example/1": "first", "http://m.example/1": "copy"}
    check(conn)


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("traditional mirror", {"copy"}),
        ("retitled", {"copy"}),
        ("doubled", {"copy"}),
        ("half excerpt", {"excerpt"}),
        ("40 % dropped", {"excerpt", "edited copy"}),
        ("20 % dropped", {"edited copy", "copy"}),
        ("noise 2 %", {"edited copy", "copy"}),
        ("two joined", {"digest"}),
    ],
)
def test_each_member_says_what_it_is_to_the_story(conn: sqlite3.Connection, kind: str, role: set[str]) -> None:
    original = invented(3, "http://a.example/1", published="2025-05-01T08:00:00+08:00")
    add(conn, original)
    other = invented(4, "http://c.example/1", published="2025-05-01")
    _, place = add(conn, changed(kind, original, "http://b.example/1", other, published="2025-05-03"))
    assert place.role in role
    assert place.joined
    assert place.similarity is not None
    assert place.similarity > 0.8
    assert place.detail == f"{place.role} of http://a.example/1"
    check(conn)


@pytest.mark.parametrize("kind", NEGATIVES)
def test_look_alikes_are_stories_of_their_own(conn: sqlite3.Connection, kind: str) -> None:
    for seed in range(8):
        for number, piece in enumerate(NEGATIVES[kind](random.Random(seed))):
            url = f"http://{piece.site}/{seed}-{number}"
            _, place = add(conn, Article(url, piece.title, piece.body, piece.published, piece.source))
            assert place.role == "first"
            assert not place.joined
    check(conn)


def test_a_digest_is_a_guest_of_what_it_holds_and_ties_nothing_together(conn: sqlite3.Connection) -> None:
    one, other = invented(5, "http://a.example/1"), invented(6, "http://b.example/1")
    digest = changed("two joined", one, "http://d.example/1", other, title="一周要闻", published="2026-01-01")
    orders = [[one, other, digest], [digest, other, one], [other, digest, one]]
    for number, order in enumerate(orders):
        for article_ in order:
            add(conn, replace(article_, url=article_.url + f"-{number}", body=article_.body.replace("的", f"的{number}")))
        check(conn)
    for number in range(3):
        row = conn.execute("SELECT story_id FROM articles WHERE url = ?", (f"http://a.example/1-{number}",)).fetchone()
        assert roles(conn, row[0]).get(f"http://d.example/1-{number}") == "digest"
        assert f"http://b.example/1-{number}" not in roles(conn, row[0])
        row = conn.execute("SELECT story_id FROM articles WHERE url = ?", (f"http://b.example/1-{number}",)).fetchone()
        assert roles(conn, row[0]) == {f"http://b.example/1-{number}": "first", f"http://d.example/1-{number}": "digest"}


def test_a_digest_of_two_articles_whose_titles_fill_one_form_ties_them_not_together(conn: sqlite3.Connection) -> None:
    one = invented(5, "http://a.example/1", title="2025年双塔县检验检测机构开放日活动举行")
    other = invented(6, "http://b.example/1", title="2025年石门县检验检测机构开放日活动举行")
    for each in (one, other, changed("two joined", one, "http://d.example/1", other, published="2026-01-01")):
        add(conn, each)
    homes = conn.execute("SELECT story_id FROM articles WHERE url IN ('http://a.example/1', 'http://b.example/1')").fetchall()
    assert homes[0][0] != homes[1][0]
    check(conn)


@pytest.mark.parametrize(
    ("copies", "day", "count"),
    [
        (2, "2025-05-02", 1),  # printed twice under its title, each half once and on that day: an original and its excerpts
        (1, "2025-05-02", 2),  # as often as what it holds: a digest, at home with one of them
        (2, "2025-05-01", 2),  # known a day before: articles of their own, and two copies of a digest at home with one
    ],
)
def test_a_text_that_more_print_than_its_halves_is_no_digest_of_them(empty: Path, copies: int, day: str, count: int) -> None:
    one, other = invented(5, "http://a.example/1"), invented(6, "http://b.example/1")
    halves = [replace(half, title=title, published=day) for half, title in ((one, "江边工厂的夏天"), (other, "老师傅收徒记"))]
    full = replace(one, title="一座小城与它的实验室", body=f"{one.body}\n{other.body}", published="2025-05-02")
    wholes = [
        replace(full, url=f"http://d{number}.example/1", body=full.body + f"\n编辑：{number}号") for number in range(copies)
    ]
    for order in ([*halves, *wholes], [*wholes, *halves], [*wholes[:1], *halves, *wholes[1:]]):
        made = archive(empty)
        for each in order:
            add(made, each)
        check(made)
        assert made.execute("SELECT count(*) FROM stories").fetchone()[0] == count
        made.close()


BRIEF = (
    "入伏以后，江边那座老厂房的窗子整天开着。班长把温度计挂在磨床旁边，每隔一个钟头去看一眼：热胀冷缩，量块不等人。"
    "午后三点，最后一批轴承套圈送进恒温间，要静置六个小时才能上机。徒弟问能不能早些下班，他说，尺子还没凉，人急什么。"
)


def test_a_digest_is_one_also_where_nearly_all_of_it_is_a_text_that_many_print(conn: sqlite3.Connection) -> None:
    pieces = [invented(seed, f"http://l{seed}.example/1") for seed in range(11, 19)]
    law = replace(pieces[0], title="某省计量条例全文", body="\n".join(piece.body for piece in pieces))
    brief = replace(law, url="http://b.example/1", title="江边工厂的夏天", body=BRIEF)
    prints = [replace(law, url=f"http://p{number}.example/1") for number in range(4)]
    prints = [replace(one, body=f"{one.body}\n编辑：{number}号") for number, one in enumerate(prints)]
    digests = [
        replace(law, url=f"http://d{number}.example/1", title=brief.title, body=f"{law.body}\n{brief.body}") for number in (0, 1)
    ]
    homes = {each.url: add(conn, each)[1].story_id for each in (*prints, *digests, brief)}
    check(conn)
    held = roles(conn, homes[brief.url])
    assert not held.keys() & {one.url for one in prints}
    assert [held.get(one.url) for one in digests] == ["digest", "digest"]


FIRST = invented(7, "http://a.example/1")


@pytest.mark.parametrize(
    ("one", "other"),  # the first is the story's first
    [
        ({"published": "2025-05-01"}, {"published": "2025-05-02"}),
        ({"published": "2025-05-01T08:00:00+08:00"}, {"published": "2025-05-01T09:00:00+08:00"}),
        ({"published": "2025-05-01"}, {"published": None}),
        ({"published": "2025-05-01"}, {"published": "2025-05-01", "original_source": "甲报"}),
        ({"published": "2025-05-01", "script": "Hans"}, {"published": "2025-04-01", "script": "Hant"}),
        ({"published": "2025-05-01"}, {"published": "2025-04-01", "pinyin_notes": True}),
        ({"published": "2025-05-02"}, {"published": "2025-05-01", "original_url": "http://a.example/1"}),
        ({"published": None}, {"published": "2025-05-01", "original_url": "http://a.example/1?from=timeline"}),
        ({"published": "2025-05-02", "url": "http://shangguan.example/1"}, {"published": "2025-05-01", "source": "上观新闻"}),
        ({"published": "2025-05-02"}, {"published": "2025-05-01", "title": "震撼！连夜公布", "original_title": FIRST.title}),
        ({"published": None}, {"published": "2025-05-01", "title": "震撼！连夜公布", "original_title": f"《{FIRST.title}》"}),
        ({"published": "2025-05-01"}, {"published": "2025-05-01", "title": "连夜公布", "original_title": "另一个标题"}),
        ({"published": "2025-05-01"}, {"published": "2025-05-02", "original_title": FIRST.title}),
        ({"published": "2025-05-01", "original_title": FIRST.title}, {"published": "2025-05-02"}),
    ],
)
def test_evidence_names_the_first_not_arrival(empty: Path, one: dict[str, object], other: dict[str, object]) -> None:
    first = replace(FIRST, **one)  # type: ignore[arg-type]
    copy = replace(FIRST, **{"url": "http://b.example/1", **other})  # type: ignore[arg-type]
    for order in ((first, copy), (copy, first)):
        made = archive(empty)
        for each in order:
            add(made, each, site="shangguan" if "shangguan" in each.url else "")
        row = made.execute("SELECT f.url FROM stories s JOIN articles f ON f.id = s.first_article_id").fetchall()
        assert [found[0] for found in row] == [first.url]
        made.close()


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (FIRST.body + "\n" + FIRST.body, True),
        ("转自：江边晨报\n" + FIRST.body + "\n（责任编辑：李四）", True),
        (FIRST.body.replace("。", "", 1)[: len(FIRST.body) // 2] + FIRST.body[len(FIRST.body) // 2 + 12 :], False),
    ],
)
def test_on_one_day_the_full_text_is_first_without_what_others_add(empty: Path, body: str, first: bool) -> None:
    shown = replace(FIRST, published="2025-05-01")
    changed = replace(shown, url="http://0.example/1", body=body)  # its address would put it first
    original, copy = (shown, changed) if first else (replace(changed, body=shown.body), replace(shown, body=body))
    for order in ((original, copy), (copy, original)):
        made = archive(empty)
        for each in order:
            add(made, each)
        row = made.execute("SELECT f.url, s.copies FROM stories s JOIN articles f ON f.id = s.first_article_id").fetchall()
        assert [tuple(found) for found in row] == [(original.url, 1)]
        made.close()


def test_a_known_mirror_is_never_first(conn: sqlite3.Connection) -> None:
    add(conn, replace(FIRST, published="2025-05-01"), mirror=True)
    _, place = add(conn, replace(FIRST, url="http://b.example/1", published="2025-05-09"))
    assert place.role == "first"


def test_the_chain_shows_who_copied_and_hours_later(conn: sqlite3.Connection) -> None:
    add(conn, replace(FIRST, published="2025-05-01T08:00:00+08:00"))
    add(conn, replace(FIRST, url="http://b.example/1", published="2025-05-01T20:30:00+08:00", original_source="甲报"))
    add(conn, replace(FIRST, url="http://c.example/1", published="2025-05-03", source="乙报"))
    add(conn, replace(FIRST, url="http://d.example/1", published=None))
    rows = conn.execute("SELECT role, site, source_claimed, hours_after_first FROM story_chain").fetchall()
    assert [tuple(row) for row in rows] == [
        ("first", "a.example", None, 0.0),
        ("copy", "b.example", "甲报", 12.5),
        ("copy", "c.example", "乙报", 48.0),
        ("copy", "d.example", None, None),
    ]


def test_a_changed_text_leaves_its_story_and_takes_its_links_along(conn: sqlite3.Connection) -> None:
    _, old = add(conn, FIRST)
    add(conn, replace(FIRST, url="http://b.example/1"))
    _, place = add(conn, invented(99, FIRST.url))
    assert place.role == "first"
    assert not place.joined
    assert {len(roles(conn, row[0])) for row in conn.execute("SELECT id FROM stories")} == {1}
    _, back = add(conn, FIRST)
    assert back.joined
    assert conn.execute("SELECT count(*) FROM stories").fetchone()[0] == 1
    check(conn)
    assert old.story_id


# A person's word


def trio(conn: sqlite3.Connection) -> list[int]:
    return [add(conn, replace(FIRST, url=f"http://{name}.example/1"))[0] for name in "abc"]


def story_of(conn: sqlite3.Connection, number: int) -> int:
    return int(conn.execute("SELECT story_id FROM articles WHERE id = ?", (number,)).fetchone()[0])


def test_a_split_holds_when_the_article_is_read_again_and_when_copies_come(conn: sqlite3.Connection) -> None:
    a, b, c = trio(conn)
    taken = stories.split(conn, [c], WHEN)
    assert taken == story_of(conn, c) != story_of(conn, a) == story_of(conn, b)
    add(conn, replace(FIRST, url="http://c.example/1"))
    add(conn, replace(FIRST, url="http://a.example/1", body=FIRST.body + "\n又及。"))
    add(conn, replace(FIRST, url="http://e.example/1"))
    assert story_of(conn, c) != story_of(conn, a) == story_of(conn, b)
    check(conn)


def test_articles_split_together_stay_together(conn: sqlite3.Connection) -> None:
    a, b, c = trio(conn)
    stories.split(conn, [b, c], WHEN)
    assert story_of(conn, b) == story_of(conn, c) != story_of(conn, a)
    check(conn)


def test_a_merge_holds_when_the_article_is_read_again(conn: sqlite3.Connection) -> None:
    one, other = invented(20, "http://a.example/1"), invented(21, "http://b.example/1")
    a, b = add(conn, one)[0], add(conn, other)[0]
    assert stories.merge(conn, a, b, WHEN) == story_of(conn, a) == story_of(conn, b)
    add(conn, other)
    add(conn, replace(one, body=one.body + "\n又及。"))
    c = add(conn, replace(other, url="http://c.example/1"))[0]
    assert story_of(conn, a) == story_of(conn, b) == story_of(conn, c)
    check(conn)


def test_the_latest_decision_holds(conn: sqlite3.Connection) -> None:
    a, b, c = trio(conn)
    stories.split(conn, [c], WHEN)
    stories.merge(conn, a, c, WHEN)
    assert story_of(conn, a) == story_of(conn, b) == story_of(conn, c)
    stories.split(conn, [a], WHEN)
    assert story_of(conn, a) != story_of(conn, b) == story_of(conn, c)
    check(conn)


def test_what_cannot_be_decided_is_said(conn: sqlite3.Connection) -> None:
    a, b, c = trio(conn)
    d = add(conn, invented(30, "http://d.example/1"))[0]
    for articles in ([a, b, c], [d], [a, d]):
        with pytest.raises(DecisionError):
            stories.split(conn, articles, WHEN)
    with pytest.raises(DecisionError, match="already"):
        stories.merge(conn, a, b, WHEN)
    with pytest.raises(DecisionError, match="999"):
        stories.merge(conn, a, 999, WHEN)


# Order


def family(seed: int, size: int) -> list[Article]:
    """Articles of which many hang together: originals, copies of all kinds, digests, look-alikes."""
    rng = random.Random(seed)
    found = cases(seed, plain=5, each=1, pairs=1, briefs=1)
    return [
        Article(
            url=f"https://{case.piece.site}/{number}.html",
            title=case.piece.title,
            body=case.piece.body,
            published=case.piece.published or None,
            source=case.piece.source if rng.random() < 0.5 else None,
            original_source=case.piece.source if rng.random() < 0.2 else None,
            pinyin_notes=case.kind == "pinyin mirror",
            script="Hant" if "mirror" in case.kind else "Hans",
        )
        for number, case in enumerate(rng.sample(found, min(size, len(found))))
    ]


def told(empty: Path, articles: Sequence[Article]) -> set[object]:
    made = archive(empty)
    for one in articles:
        add(made, one)
    check(made)
    result = shape(made)
    made.close()
    return set(result)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_same_articles_in_any_order_give_the_same_stories(empty: Path, seed: int, rng: random.Random) -> None:
    articles = family(seed, 18)
    other = list(articles)
    rng.shuffle(other)
    assert told(empty, articles) == told(empty, other)


def printed(seed: int, texts: int, copies: int) -> list[Article]:
    """Texts with so many copies of every kind each, that a hash of them is one of many; some hold two of the texts."""
    rng = random.Random(seed)
    pieces = [article(rng) for _ in range(texts)]
    made = list(pieces)
    for number, piece in enumerate(pieces):
        made += [reposted(rng, rng.choice(list(KINDS.values()))(rng, piece, pieces[number - 1])) for _ in range(copies)]
    return [
        Article(f"https://{it.site}/{n}.html", it.title, it.body, it.published or None, it.source) for n, it in enumerate(made)
    ]


def fillings(seed: int, count: int, copies: int) -> list[Article]:
    """One form, filled in so many times, and copies of some of these."""
    rng = random.Random(seed)
    singles = [filled(rng, FORMS[3]) for _ in range(count)]
    kinds = list(KINDS.values())
    copied = [rng.choice(kinds)(rng, rng.choice(singles), rng.choice(singles)) for _ in range(copies)]
    made = [*singles, *(reposted(rng, one) for one in copied)]
    return [
        Article(f"https://{it.site}/{n}.html", it.title, it.body, it.published or None, it.source) for n, it in enumerate(made)
    ]


@pytest.mark.parametrize(
    "articles", [printed(5, 2, 3 * candidates.CROWD // 2), fillings(3, candidates.CROWD + 8, candidates.CROWD)]
)
def test_of_a_text_with_many_copies_order_makes_no_difference_either(empty: Path, articles: list[Article]) -> None:
    other = list(articles)
    random.Random(1).shuffle(other)
    assert told(empty, articles) == told(empty, articles[::-1]) == told(empty, other)


def test_a_long_text_is_compared_once_whatever_source_each_names(conn: sqlite3.Connection) -> None:
    for number in range(3):
        add(conn, replace(FIRST, url=f"http://x{number}.example/1", source=f"某地第{number}报"))
        add(conn, replace(FIRST, url=f"http://y{number}.example/1", body=FIRST.body[:60], source=f"某地第{number}报"))
    texts = conn.execute("SELECT a.url FROM signatures JOIN articles a ON a.id = article_id WHERE twin_of IS NULL").fetchall()
    assert [row[0][7:9] for row in texts] == ["x0", "y0", "y1", "y2"]
    check(conn)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_decisions_hold_whatever_comes_later_in_any_order(empty: Path, seed: int, rng: random.Random) -> None:
    articles = family(seed, 14)
    made = archive(empty)
    for one in articles:
        add(made, one)
    row = made.execute("SELECT story_id FROM articles GROUP BY story_id HAVING count(*) > 1 ORDER BY 1 LIMIT 1").fetchone()
    if row is not None:
        inside = [one[0] for one in made.execute("SELECT id FROM articles WHERE story_id = ? ORDER BY id", (row[0],))]
        stories.split(made, inside[:1], WHEN)
        later = list(articles)
        rng.shuffle(later)
        for one in later:
            add(made, replace(one, body=one.body + "\n记者又讯。"))
        for other in inside[1:]:
            assert story_of(made, inside[0]) != story_of(made, other)
    check(made)
    made.close()


def test_many_copies_of_one_text_are_one_story_in_bounded_time(conn: sqlite3.Connection) -> None:
    import time

    started = time.perf_counter()
    for number in range(300):
        add(conn, replace(FIRST, url=f"http://x{number:03}.example/1"))
    assert time.perf_counter() - started < 12
    assert conn.execute("SELECT copies FROM stories").fetchall()[0][0] == 299
    check(conn)


def test_fingerprints_of_other_parameters_are_not_compared(conn: sqlite3.Connection) -> None:
    add(conn, FIRST)
    conn.execute("UPDATE fingerprinting SET parameters = '{}'")
    with pytest.raises(candidates.ParametersError, match="reextract --apply"):
        add(conn, invented(2, "http://b.example/1"))
    stories.forget(conn)
    for number, one in enumerate((FIRST, replace(FIRST, url="http://b.example/1"))):
        _, place = add(conn, one)
        assert place.joined == bool(number)
    check(conn)


def test_fillings_of_one_form_and_their_copies_keep_to_their_stories() -> None:
    them = form_cases(1, each=6, copies=4)
    pairs, _ = ours(them)
    true = wanted(them)
    assert len(pairs & true) >= 0.98 * len(pairs)
    assert len(pairs & true) >= 0.9 * len(true)
