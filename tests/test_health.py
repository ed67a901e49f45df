"""Sources look after themselves: sixty nights of one portal in a real archive, good ones and bad ones."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.health import KINDS, Remark, attention
from archive.records import Outcome
from archive.store import Store
from archive.workdays import CHINA
from tests.portal_nights import Night, Portal
from tests.portal_site import PortalSite
from tests.test_nightly import jianxun

START = datetime.date(2026, 7, 1)
NIGHTS = 60
ONSET = 45  # the night from which a bad portal is bad
Plan = Callable[[Portal, int, datetime.date], Night]


def worked_before(day: datetime.date) -> bool:
    """Whether the portal's office published on the day before that night."""
    return (day - datetime.timedelta(days=1)).weekday() < 5


def play(directory: Path, plan: Plan, seed: int = 0, start: datetime.date = START, nights: int = NIGHTS) -> list[list[Remark]]:
    """What is said each morning."""
    portal = Portal(directory, seed)
    try:
        days = [start + datetime.timedelta(days=number) for number in range(nights)]
        return [portal.visit(day, plan(portal, number, day)) for number, day in enumerate(days)]
    finally:
        portal.close()


def steady(portal: Portal, number: int, day: datetime.date) -> Night:
    if number == 0:
        return Night(new=40, links=20)
    return Night(new=portal.random.randint(3, 8) if worked_before(day) else 0, links=20)


def weekly(portal: Portal, number: int, day: datetime.date) -> Night:
    return Night(new=1 if day.weekday() == 2 else 0, links=15)


def sparse(portal: Portal, number: int, day: datetime.date) -> Night:
    return Night(new=int(worked_before(day) and portal.random.random() < 0.3), links=15)


def mixed(portal: Portal, number: int, day: datetime.date) -> Night:
    """A general portal: most of it is off topic, more on some days than on others."""
    if not worked_before(day):
        return Night(new=0, other={Outcome.OFF_TOPIC: portal.random.randint(0, 6)})
    return Night(new=portal.random.randint(0, 5), other={Outcome.OFF_TOPIC: portal.random.randint(2, 30), Outcome.HTTP_ERROR: 1})


def seven_days(portal: Portal, number: int, day: datetime.date) -> Night:
    return Night(new=portal.random.randint(2, 6), links=portal.random.randint(18, 24))


def festival(portal: Portal, number: int, day: datetime.date) -> Night:
    quiet = datetime.date(2027, 2, 4) <= day <= datetime.date(2027, 2, 14)
    return Night(new=0) if quiet else steady(portal, number, day)


def failing_now_and_then(portal: Portal, number: int, day: datetime.date) -> Night:
    """One page in twelve cannot be read, on some days three of them."""
    night = steady(portal, number, day)
    bad = sum(portal.random.random() < (0.4 if number % 11 == 5 else 1 / 12) for _ in range(night.new))
    return Night(new=night.new - bad, links=night.links, other={Outcome.EXTRACT_EMPTY: bad} if bad else {})


def weekly_failing(portal: Portal, number: int, day: datetime.date) -> Night:
    """Four articles each Wednesday, of which one now and then cannot be had."""
    new, bad = (4, int(portal.random.random() < 0.3)) if day.weekday() == 2 else (0, 0)
    return Night(new=new - bad, links=15, other={Outcome.HTTP_ERROR: bad} if bad else {})


def one_night(portal: Portal, number: int, day: datetime.date) -> Night:
    if number == ONSET:
        return Night(down=True)
    if number == ONSET + 7:
        return Night(links=0)
    if number == ONSET + 9:
        return Night(other={Outcome.CAPTCHA: 6})
    return steady(portal, number, day)


GOOD: dict[str, Plan] = {
    "steady": steady, "weekly": weekly, "sparse": sparse, "mixed": mixed, "seven_days": seven_days, "one_night": one_night,
    "failing_now_and_then": failing_now_and_then, "weekly_failing": weekly_failing,
}  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", GOOD)
def test_a_good_portal_never_alarms(tmp_path: Path, name: str, seed: int) -> None:
    said = play(tmp_path, GOOD[name], seed)
    assert [(number, one) for number, some in enumerate(said) for one in some] == []


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("start", "plan"),
    [
        (datetime.date(2026, 12, 28), festival),
        (
            datetime.date(2026, 9, 1),
            lambda portal, n, day: Night() if (day.month, day.day) in NATIONAL else steady(portal, n, day),
        ),
        (datetime.date(2026, 4, 1), lambda portal, n, day: Night() if (day.month, day.day) in LABOUR else steady(portal, n, day)),
    ],
    ids=["spring_festival", "national_day", "labour_day"],
)
def test_holidays_alarm_nobody(tmp_path: Path, start: datetime.date, plan: Plan, seed: int) -> None:
    assert not any(play(tmp_path, plan, seed, start))


NATIONAL = {(10, day) for day in range(1, 10)}
LABOUR = {(5, day) for day in range(1, 7)}


def from_onset(bad: Plan) -> Plan:
    return lambda portal, number, day: bad(portal, number, day) if number >= ONSET else steady(portal, number, day)


def refused(outcome: Outcome) -> Plan:
    def plan(portal: Portal, number: int, day: datetime.date) -> Night:
        night = steady(portal, number, day)
        return Night(other={outcome: night.new}, links=night.links)

    return from_onset(plan)


def half(portal: Portal, number: int, day: datetime.date) -> Night:
    """Half of what is new cannot be read, and nothing else is wrong."""
    bad = steady(portal, number, day).new and 3
    return Night(new=bad, links=20, other={Outcome.EXTRACT_EMPTY: bad} if bad else {})


def changed(**facts: object) -> Plan:
    def plan(portal: Portal, number: int, day: datetime.date) -> Night:
        night = steady(portal, number, day)
        return Night(**{"new": night.new, "links": night.links, **facts})  # type: ignore[arg-type]

    return from_onset(plan)


BAD: dict[str, tuple[str, Plan]] = {
    "dying": ("silent", from_onset(lambda *_: Night(new=0, links=20))),
    "down": ("failing", from_onset(lambda *_: Night(down=True))),
    "no links": ("layout", from_onset(lambda *_: Night(links=0))),
    "few links": ("fewer_links", changed(links=4)),
    "layout of articles": ("layout", refused(Outcome.EXTRACT_EMPTY)),
    "layout of half of the articles": ("layout", from_onset(half)),
    "soft 404": ("layout", refused(Outcome.SOFT_404)),
    "hijacked": ("hijacked", refused(Outcome.SPAM)),
    "parked": ("hijacked", refused(Outcome.PARKED)),
    "captcha": ("blocked", refused(Outcome.CAPTCHA)),
    "off topic": ("off_topic", refused(Outcome.OFF_TOPIC)),
    "errors": ("unreachable", refused(Outcome.HTTP_ERROR)),
    "short bodies": ("shorter", changed(characters=60)),
    "no dates": ("undated", changed(dated=False)),
    "old dates": ("stale_dates", changed(age=200)),
}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", BAD)
def test_a_bad_portal_alarms_within_two_runs_that_show_it_and_goes_on_to(tmp_path: Path, name: str, seed: int) -> None:
    kind, plan = BAD[name]
    said = play(tmp_path, plan, seed)
    days = [START + datetime.timedelta(days=number) for number in range(NIGHTS)]
    showing = [number for number in range(ONSET, NIGHTS) if worked_before(days[number])]
    assert not any(said[:ONSET])
    for number in range(showing[1], NIGHTS):
        assert [one.kind for one in said[number]] == [kind], number
        assert datetime.date.fromisoformat(said[number][0].since) >= days[ONSET]
        assert said[number][0].since <= days[showing[0]].isoformat()
    (remark,) = said[-1]
    assert remark.kind in KINDS
    assert remark.source == "portal"
    assert remark.text.endswith("。")
    assert len(remark.text) > 8
    assert remark.english.isascii()
    assert len(remark.english) > 15


@pytest.mark.parametrize("seed", range(3))
def test_a_new_portal_with_a_week_of_history_is_not_judged_by_how_much_it_brings(tmp_path: Path, seed: int) -> None:
    def young(portal: Portal, number: int, day: datetime.date) -> Night:
        return Night(new=30) if number == 0 else Night(new=portal.random.choice([0, 0, 1, 5]), links=portal.random.randint(5, 30))

    assert not any(play(tmp_path, young, seed, nights=6))


def test_a_portal_that_never_worked_is_told_of_on_the_third_night(tmp_path: Path) -> None:
    said = play(tmp_path, lambda *_: Night(down=True), nights=4)
    assert [[one.kind for one in some] for some in said] == [[], [], ["failing"], ["failing"]]


def test_one_of_several_lists_that_breaks_is_noticed(tmp_path: Path) -> None:
    def plan(portal: Portal, number: int, day: datetime.date) -> Night:
        night = steady(portal, number, day)
        night.lists = {"a": 20, "b": 20 if number < ONSET else Outcome.HTTP_ERROR, "c": 30, "d": 20}
        return night

    said = play(tmp_path, plan)
    assert not any(said[: ONSET + 1])
    assert [one.kind for one in said[ONSET + 1]] == ["list_failing"]
    assert said[ONSET + 1][0].since == (START + datetime.timedelta(days=ONSET)).isoformat()


def test_a_portal_that_recovers_is_no_longer_told_of(tmp_path: Path) -> None:
    def plan(portal: Portal, number: int, day: datetime.date) -> Night:
        return Night(down=True) if ONSET <= number < ONSET + 3 else steady(portal, number, day)

    said = play(tmp_path, plan)
    assert [number for number, some in enumerate(said) if some] == [ONSET + 1, ONSET + 2]


def test_a_portal_that_brings_ever_less_is_told_of_before_it_is_silent(tmp_path: Path) -> None:
    def plan(portal: Portal, number: int, day: datetime.date) -> Night:
        return Night(new=1 if number >= 40 and worked_before(day) else steady(portal, number, day).new)

    said = play(tmp_path, plan)
    assert {one.kind for some in said for one in some} == {"fewer_articles"}


def test_a_removed_source_and_one_for_replay_only_are_not_judged(tmp_path: Path) -> None:
    said = Portal(tmp_path)
    for number in range(30):
        said.visit(START + datetime.timedelta(days=number), Night(down=number > 20))
    conn = said.store.conn
    assert [one.kind for one in attention(conn, START + datetime.timedelta(days=29))] == ["failing"]
    assert attention(conn, START + datetime.timedelta(days=18)) == []  # as it was known then
    conn.execute("UPDATE sources SET replay_only = 1")
    assert attention(conn, START + datetime.timedelta(days=29)) == []
    said.close()
    other = Portal(tmp_path, key="other")
    other.store.conn.execute("UPDATE sources SET replay_only = 0")
    for number in range(60):
        other.visit(START + datetime.timedelta(days=number), Night())
    assert attention(other.store.conn, START + datetime.timedelta(days=59)) == []
    other.close()


def test_an_empty_archive_has_nothing_to_say(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    assert attention(store.conn) == []
    store.close()


def test_the_report_the_status_and_the_exit_status_tell_of_a_silent_source(tmp_path: Path) -> None:
    with PortalSite(articles=0).serving() as site:
        (tmp_path / "sources").mkdir()
        (tmp_path / "sources" / "portal.toml").write_text(site.source_toml(), encoding="utf-8")
        said = Portal(tmp_path / "data")
        today = datetime.datetime.now(CHINA).date()
        for number in range(70, 0, -1):
            day = today - datetime.timedelta(days=number)
            said.visit(day, Night(new=5 if worked_before(day) and number > 30 else 0))
        said.close()
        flags = ["--sources", str(tmp_path / "sources"), "--allow-address", site.host]
        nightly = jianxun("nightly", *flags, data=tmp_path / "data")
    status = jianxun("status", data=tmp_path / "data")
    for done in (nightly, status):
        assert done.returncode == 1, done.stdout + done.stderr
        assert "portal: " in done.stdout
        assert "since " in done.stdout
