"""The clock that stands still when Chinese newsrooms do."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.workdays import CHINA, quiet, worked

MOMENTS = st.datetimes(datetime.datetime(2001, 1, 1), datetime.datetime(2120, 1, 1), timezones=st.just(CHINA))


def at(text: str) -> float:
    return worked(datetime.datetime.fromisoformat(text).replace(tzinfo=CHINA))


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-17",  # 春节 and its eve
        "2026-02-16", "2027-02-06", "2031-01-23", "2046-02-06", "2026-10-05", "2030-10-07", "2026-05-04", "2026-04-05",
        "2026-06-19", "2028-05-28", "2026-09-25", "2027-01-01", "2026-11-22",
    ],
)  # fmt: skip
def test_festivals_and_weekends_are_quiet_also_in_years_nobody_has_published_yet(day: str) -> None:
    assert quiet(datetime.date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-23", "2026-03-16", "2026-10-09", "2026-01-05", "2026-07-01"])
def test_other_days_are_not(day: str) -> None:
    assert not quiet(datetime.date.fromisoformat(day))


def test_a_weekend_and_a_festival_take_no_time() -> None:
    assert at("2026-11-21T02:00") == at("2026-11-23T02:00")
    assert at("2026-11-24T02:00") - at("2026-11-23T02:00") == 1
    assert at("2026-10-09T02:00") == at("2026-10-01T02:00")
    assert at("2026-02-27T02:00") == at("2026-02-14T02:00")


def test_a_working_day_passes_from_nine_to_six() -> None:
    assert at("2026-11-23T09:00") == at("2026-11-23T03:00")
    assert at("2026-11-23T13:30") - at("2026-11-23T09:00") == pytest.approx(0.5)
    assert at("2026-11-23T22:00") == at("2026-11-24T02:00")


def test_moments_of_other_time_zones_are_the_same_moments() -> None:
    assert worked(datetime.datetime(2026, 11, 23, 18, tzinfo=datetime.UTC)) == at("2026-11-24T02:00")


def test_behind_the_lunar_calendar_only_the_fixed_holidays_are_known() -> None:
    assert quiet(datetime.date(2110, 10, 3))


@given(MOMENTS, MOMENTS)
def test_the_clock_never_goes_back_and_never_faster_than_days(one: datetime.datetime, other: datetime.datetime) -> None:
    early, late = sorted((one, other))
    assert 0 <= worked(late) - worked(early) <= (late - early).total_seconds() / 86400 + 1
