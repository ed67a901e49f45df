"""Which sources need a person: each is measured against its own history, on a clock of working days, so that holidays alarm nobody.

One bad night is none: portals are repaired at night too. What history is read is `nights`' business.
"""

from __future__ import annotations

import datetime
import itertools
import math
import sqlite3
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from archive.nights import History, Night, Stored, histories
from archive.workdays import CHINA

T = TypeVar("T")
ODDS = 5e-4  # an alarm is given where chance alone would do it less often than this
TWICE = 2  # nights in a row that something must be wrong
MUCH, SOME = 0.4, 1 / 3  # of the new links of some nights, and of each of them, that come to nothing
ENOUGH_LISTS = 5  # readings of a list before it can be called shorter
ENOUGH_ARTICLES = 20  # articles before new ones can be called different
OLD = 14  # days between publication and discovery that are many for news
ENOUGH_GAPS = 4  # pauses before one can be called long


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong with one source."""

    source: str  # its key
    kind: str  # one of KINDS
    text: str  # a sentence for the analyst, in Chinese
    since: str  # the day it began, YYYY-MM-DD
    english: str  # the same for the command line


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    since: datetime.date
    text: str
    english: str


KINDS = (
    "failing", "unstable", "hijacked", "blocked", "layout", "list_failing", "fewer_links", "unreachable", "off_topic", "rejected",
    "silent", "fewer_articles", "shorter", "undated", "stale_dates",
)  # fmt: skip


def attention(conn: sqlite3.Connection, today: datetime.date | None = None) -> list[Remark]:
    """What is wrong with which source as of `today` (default: the present day in China); later runs are not looked at.

    At most one remark on how a source answers; where it answers well, on how much it brings and how its articles look.
    """
    today = today or datetime.datetime.now(CHINA).date()
    remarks = []
    for history in histories(conn, today):
        found = _answers(history) or [one for rule in (_flow, _shorter, _undated, _stale) for one in [rule(history)] if one]
        remarks += [Remark(history.source, one.kind, one.text, one.since.isoformat(), one.english) for one in found]
    return remarks


def _answers(history: History) -> list[_Found]:
    for rule in (_failing, _visits, _lists, _links):
        found = rule(history)
        if found:
            return [found]
    return []


# How it answers


def _failing(history: History) -> _Found | None:
    """None of its lists can be read, two nights in a row or half of the time."""
    nights = [night for night in history.nights if night.complete or night.read]
    bad = _trailing(nights, lambda night: not night.read)
    if len(bad) >= (TWICE if len(bad) < len(nights) else TWICE + 1):
        return _Found(
            "failing",
            bad[0].day,
            f"连续{len(bad)}次采集都读不到任何列表页。",
            f"none of its lists could be read in {len(bad)} runs",
        )
    last = nights[-8:]
    down = [night for night in last if not night.read]
    if len(last) == 8 and len(down) >= 4:
        return _Found(
            "unstable", down[0].day, f"最近8次采集中有{len(down)}次读不到列表页。",
            f"its lists could not be read in {len(down)} of the last 8 runs",
        )  # fmt: skip
    return None


WORDS = {
    "hijacked": ("成了垃圾或停放页面，网站可能被劫持", "are spam or a parked domain: the site may be hijacked"),
    "blocked": ("被验证码、登录或反爬拦住", "end at a captcha, a login or a block"),
    "layout": ("读不出正文，页面可能改版", "cannot be read: the layout may have changed"),
    "unreachable": ("打不开", "cannot be had"),
    "off_topic": ("与本行业无关，栏目可能变了", "are off topic: the column may have changed"),
    "rejected": ("没有成为文章", "did not become articles"),
}


def _visits(history: History) -> _Found | None:
    """Of what was asked for the first time, much more than usual came to nothing, two nights in a row: a part is enough where it never did."""
    nights = [night for night in history.nights if night.tried.total()]
    for kind, (text, english) in WORDS.items():
        streak = _partly(nights, kind)
        recent, before = streak[-TWICE:], nights[: len(nights) - len(streak)]
        if len(recent) < TWICE or len(before) < ENOUGH_LISTS:
            continue
        bad, tries = sum(night.tried[kind] for night in recent), sum(night.tried.total() for night in recent)
        usual = [night.tried[kind] / night.tried.total() for night in before]
        chance = (sum(night.tried[kind] for night in before) + 0.5) / (sum(night.tried.total() for night in before) + 1)
        chance += 2 * statistics.pstdev(usual)
        if bad >= MUCH * tries and chance < 0.5 and _at_least(bad, tries, chance) <= ODDS:
            return _Found(
                kind, streak[0].day, f"最近新链接{tries}条中有{bad}条{text}。", f"{bad} of its latest {tries} new links {english}"
            )
    return None


def _partly(nights: list[Night], kind: str) -> list[Night]:
    return _trailing(nights, lambda night: night.tried[kind] >= SOME * night.tried.total())


def _lists(history: History) -> _Found | None:
    """A list that was read night after night cannot be had, or has far fewer links."""
    nights = [night for night in history.nights if night.complete]
    empty: list[datetime.date] = []
    gone: list[datetime.date] = []
    fewer: list[datetime.date] = []
    for key in dict.fromkeys(key for night in nights for key in night.lists):
        seen = [(night.day, night.lists.get(key)) for night in nights if key in night.lists or key in night.broken]
        if len(seen) < ENOUGH_LISTS + TWICE or (nights[-1].day - seen[-1][0]).days > 7:
            continue  # it is no longer asked for
        bad = _trailing(seen, lambda one: one[1] is None)
        if len(bad) >= TWICE:
            gone.append(bad[0][0])
            continue
        read = [(day, count) for day, count in seen if count is not None]
        since = _fallen(read)
        if since:
            (empty if max(count for _, count in read[-TWICE:]) == 0 else fewer).append(since)
    return _list_remark(empty, gone, fewer)


def _list_remark(empty: list[datetime.date], gone: list[datetime.date], fewer: list[datetime.date]) -> _Found | None:
    if empty:
        return _Found(
            "layout", min(empty), f"{len(empty)}个列表页已读不出文章链接，页面可能改版。",
            f"{len(empty)} of its lists show no article links any more: the layout may have changed",
        )  # fmt: skip
    if gone:
        return _Found(
            "list_failing", min(gone), f"{len(gone)}个列表页连续打不开，栏目地址可能变了。",
            f"{len(gone)} of its lists cannot be had any more: the address may have changed",
        )  # fmt: skip
    if fewer:
        return _Found(
            "fewer_links", min(fewer), f"{len(fewer)}个列表页的文章链接比平时少一半以上。",
            f"{len(fewer)} of its lists have less than half of their usual links",
        )  # fmt: skip
    return None


def _links(history: History) -> _Found | None:
    """The same for a history that does not know single lists."""
    if any(night.lists for night in history.nights[-TWICE:]):
        return None
    nights = [night for night in history.nights if night.complete]
    read = [(night.day, night.ratio) for night in nights if night.ratio is not None]
    if not read or read[-1][0] < nights[-1].day - datetime.timedelta(days=7):
        return None
    since = _fallen(read)
    if since is None:
        return None
    return _list_remark([since], [], []) if max(count for _, count in read[-TWICE:]) == 0 else _list_remark([], [], [since])


def _fallen(read: Sequence[tuple[datetime.date, float]]) -> datetime.date | None:
    """Since when counts are less than half of the usual and fewer than nearly ever; None where they are not, or only once."""
    if len(read) < ENOUGH_LISTS + TWICE:
        return None
    usual = sorted(count for _, count in read[-60:])[3 * len(read[-60:]) // 4]
    few = _trailing(read, lambda one: one[1] < 0.5 * usual)
    before = sorted(count for _, count in read[: len(read) - len(few)][-60:])
    if len(before) < ENOUGH_LISTS or len(few) < TWICE:
        return None
    low = before[len(before) // 20 + (len(before) >= 8)]  # one bad night is no measure
    bad = _trailing(few, lambda one: one[1] < 0.75 * low)
    return bad[0][0] if len(bad) >= TWICE else None


# How much it brings


def _flow(history: History) -> _Found | None:
    """Silent for longer than its own pauses explain, or far fewer articles than usual."""
    nights = [night for night in history.nights if night.complete or night.new]
    arrivals = [night for night in nights if night.new]
    if not arrivals or not nights:
        return None
    elapsed = nights[-1].clock - arrivals[-1].clock
    gaps = [gap for one, two in itertools.pairwise(arrivals) if (gap := two.clock - one.clock) > 0.3]
    if elapsed > 0.3 and len(gaps) >= ENOUGH_GAPS and _too_long(elapsed, gaps, nights, arrivals[-1]):
        since = next(night.day for night in nights if night.clock > arrivals[-1].clock + 0.3)
        usual, longest = round(statistics.fmean(gaps)), round(max(gaps))
        return _Found(
            "silent", since, f"已有{round(elapsed)}个工作日没有新文章；平时约{usual}个工作日一次，最长隔{longest}个工作日。",
            f"nothing new for {round(elapsed)} working days; usually every {usual}, never more than {longest}",
        )  # fmt: skip
    return _fewer(nights)


def _too_long(elapsed: float, gaps: list[float], nights: list[Night], last: Night) -> bool:
    longest = max(gaps)
    if elapsed < longest + max(1.0, 0.25 * longest) - 0.2:
        return False
    working = [two for one, two in itertools.pairwise(nights) if two.clock - one.clock > 0.3 and two.day <= last.day]
    counts = [night.new for night in working]
    missed = sum(count == 0 for count in counts)
    none = max((missed + 0.4) / (len(counts) + 1), _chance_of_none(counts))
    nights_silent = sum(two.clock - one.clock > 0.3 for one, two in itertools.pairwise(nights) if two.day > last.day)
    if none**nights_silent <= ODDS:
        return True
    mean = statistics.fmean(gaps)
    spread = max(statistics.pstdev(gaps), 0.03 * mean) * (1 + 1 / math.sqrt(len(gaps)))
    return mean >= 2 and elapsed > mean + 8 * spread and elapsed >= longest + max(1.5, 0.25 * longest) - 0.2


def _chance_of_none(counts: list[int]) -> float:
    """How likely a working day brings nothing, from mean and variance: regular sources nearly never, bursts often."""
    if len(counts) < 2 or not any(counts):
        return 1.0
    counts = sorted(counts)[: max(2, len(counts) - len(counts) // 10)]  # the first visit brings months
    mean, variance = statistics.fmean(counts), statistics.variance(counts)
    if mean == 0:
        return 1.0
    if variance < 0.99 * mean:
        share = min(0.999, 1 - variance / mean)
        return float((1 - share) ** (mean / share))
    if variance > 1.01 * mean:
        return float((mean / variance) ** (mean * mean / (variance - mean)))
    return math.exp(-mean)


def _fewer(nights: list[Night]) -> _Found | None:
    """The latest ten working days brought less than a quarter of the usual."""
    working = [two for one, two in itertools.pairwise(nights) if two.clock - one.clock > 0.3]
    recent, before = working[-10:], working[:-10]
    if len(before) < 15:
        return None
    counts = sorted(night.new for night in before)
    counts = counts[: len(counts) - len(counts) // 10]
    mean, variance = statistics.fmean(counts), statistics.variance(counts)
    brought = sum(night.new for night in recent)
    if brought > 2.5 * mean or 10 * mean < 20 or 10 * mean - brought < 5 * math.sqrt(10 * max(variance, mean)):
        return None
    return _Found(
        "fewer_articles", recent[0].day, f"最近10个工作日只有{brought}篇新文章，平时约{round(10 * mean)}篇。",
        f"{brought} new articles in 10 working days; usually about {round(10 * mean)}",
    )  # fmt: skip


# How its articles look


def _apart(history: History, bad: Callable[[list[Stored]], bool]) -> tuple[list[Stored], list[Stored], datetime.date | None]:
    """The newest articles, of two nights or of so many that there are four; those before all was bad; and since when it is.

    Nothing where the newest are not bad, or where there are too few to compare with.
    """
    by_day = [list(some) for _, some in itertools.groupby(history.articles, lambda article: article.day)]
    streak = _trailing(by_day, bad)
    before = [article for some in by_day[: len(by_day) - len(streak)] for article in some]
    recent: list[Stored] = []
    for number, some in enumerate(reversed(streak), 1):
        recent += some
        if number >= TWICE and len(recent) >= 4:
            break
    else:
        return [], before, None
    return recent, before, streak[0][0].day if len(before) >= ENOUGH_ARTICLES else None


def _shorter(history: History) -> _Found | None:
    lengths = sorted(article.characters for article in history.articles)
    if len(lengths) < ENOUGH_ARTICLES:
        return None
    most = lengths[3 * len(lengths) // 4]
    recent, before, since = _apart(history, lambda some: statistics.median(one.characters for one in some) < 0.5 * most)
    if since is None:
        return None
    lengths = sorted(article.characters for article in before)
    usual, low = statistics.median(lengths), lengths[len(lengths) // 10]
    now = statistics.median(article.characters for article in recent)
    short = sum(article.characters < low for article in recent)
    if now >= 0.5 * usual or _at_least(short, len(recent), 0.15) > ODDS:
        return None
    return _Found(
        "shorter", since, f"最近{len(recent)}篇文章的正文明显变短：中位数{round(now)}字，平时{round(usual)}字。",
        f"the latest {len(recent)} bodies are short: {round(now)} characters, usually {round(usual)}",
    )  # fmt: skip


def _undated(history: History) -> _Found | None:
    recent, before, since = _apart(history, lambda some: not any(one.published for one in some))
    if since is None:
        return None
    share = sum(article.published is None for article in before) / len(before)
    if _at_least(len(recent), len(recent), share + 0.5 / len(before)) > ODDS:
        return None
    return _Found(
        "undated", since, f"最近{len(recent)}篇文章都读不出发布日期，平时{round(100 - 100 * share)}%有。",
        f"none of the latest {len(recent)} articles has a date; usually {round(100 - 100 * share)} % have",
    )  # fmt: skip


def _stale(history: History) -> _Found | None:
    """The dates of new articles stand still; what was there when the source was new is old and says nothing."""
    recent, before, since = _apart(history, lambda some: min(map(_age, some)) > OLD)
    usual = sorted(_age(article) for article in before if article.published and article.day > before[0].day)
    if since is None or len(usual) < ENOUGH_ARTICLES:
        return None
    youngest = min(map(_age, recent))
    if youngest <= 3 * usual[-1 - len(usual) // 20]:
        return None
    return _Found(
        "stale_dates", since, f"最近{len(recent)}篇新文章的发布日期都停在{youngest}天以前。",
        f"the dates of the latest {len(recent)} new articles are all {youngest} days old or more",
    )  # fmt: skip


def _age(article: Stored) -> int:
    return (article.day - article.published).days if article.published else 0


# Arithmetic


def _trailing(items: Sequence[T], bad: Callable[[T], bool]) -> list[T]:
    """The items at the end that are all bad, oldest first."""
    found: list[T] = []
    for item in reversed(items):
        if not bad(item):
            break
        found.append(item)
    return found[::-1]


def _at_least(hits: int, tries: int, chance: float) -> float:
    """The probability of so many hits or more, by chance alone."""
    return math.fsum(math.comb(tries, n) * chance**n * (1 - chance) ** (tries - n) for n in range(hits, tries + 1))
