"""When Chinese newsrooms work: a clock that stands still on weekends and holidays. What is silent for how long is measured on it."""

from __future__ import annotations

import datetime
from functools import cache

CHINA = datetime.timezone(datetime.timedelta(hours=8))
NEW_YEAR = (-3, 9)  # portals fall silent before the eve, and are back days after the offices
NATIONAL_DAY = (0, 7)
LABOUR_DAY = (0, 4)
FIRST = 2000  # the year in which the clock starts
LAST = 2099  # the last year that the lunar calendar knows
OPENS, CLOSES = 9, 18


def quiet(day: datetime.date) -> bool:
    """Whether no news are expected that day: a weekend or one of the public holidays, with the days that portals add to them.

    Days that are worked for others (调休) count as weekends: fewer alarms, never more.
    """
    return day.weekday() >= 5 or day in _holidays(day.year)


def worked(moment: datetime.datetime) -> float:
    """How many working days have passed since the clock started, today in part; differences of it are what matters."""
    local = moment.astimezone(CHINA)
    today = 0.0 if quiet(local.date()) else (local.hour + local.minute / 60 - OPENS) / (CLOSES - OPENS)
    return _before(local.year)[local.timetuple().tm_yday - 1] + min(1.0, max(0.0, today))


@cache
def _before(year: int) -> tuple[int, ...]:
    """For each day of a year, the working days before it."""
    passed = _before(year - 1)[-1] if year > FIRST else 0
    counts = [passed]
    day = datetime.date(year, 1, 1)
    while day.year == year:
        passed += not quiet(day)
        counts.append(passed)
        day += datetime.timedelta(days=1)
    return tuple(counts)


@cache
def _holidays(year: int) -> frozenset[datetime.date]:
    from lunardate import LunarDate

    def days(first: datetime.date, span: tuple[int, int] = (0, 0)) -> list[datetime.date]:
        return [first + datetime.timedelta(days=number) for number in range(span[0], span[1] + 1)]

    found = [
        *days(datetime.date(year, 1, 1)),
        *days(datetime.date(year, 4, 4), (0, 1)),  # 清明 is on one of them
        *days(datetime.date(year, 5, 1), LABOUR_DAY),
        *days(datetime.date(year, 10, 1), NATIONAL_DAY),
    ]
    if year <= LAST:
        found += [
            *days(LunarDate(year, 1, 1).to_solar_date(), NEW_YEAR),
            *days(LunarDate(year, 5, 5).to_solar_date()),
            *days(LunarDate(year, 8, 15).to_solar_date()),
        ]
    return frozenset(found)
