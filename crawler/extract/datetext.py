"""Dates as Chinese pages write them, from text alone. Where on a page to look is `dates`' to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from archive.workdays import CHINA

FIRST_YEAR = 1994  # the first Chinese web pages
DIGITS = {**{c: n for n, c in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0, "O": 0, "两": 2, "廿": 20, "卅": 30}

CLOCK = r"(?P<half>上午|下午|晚上?|中午|凌晨|AM|PM)?\s{0,3}(?P<hour>[01]?\d|2[0-3])\s?[:：时]\s?(?P<minute>[0-5]\d)(?:\s?[:：分]\s?(?P<second>[0-5]\d))?"
FULL = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:[-/.]|年|－|—|·)\s?(?P<month>0?[1-9]|1[0-2])\s?(?:[-/.]|月|－|—|·)\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d(?![\d:：]*[:：]))"
    rf"\s?日?号?(?:[T\s,，(（]{{0,3}}(?:星期.|周.)?[)）]?\s{{0,3}}{CLOCK})?(?P<zone>Z|[+-]\d\d:?\d\d)?"
)
COMPACT = re.compile(rf"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)(?:\s{{0,3}}{CLOCK})?")
NO_YEAR = re.compile(
    rf"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])(?:-|/|月)(?P<day>3[01]|[12]\d|0?[1-9])日?(?:\s{{0,3}}{CLOCK})?(?![\d./-])"
)
SHORT_YEAR = re.compile(rf"(?<!\d)(?P<year>[12]\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)(?:\s{{0,3}}{CLOCK})?")
HAN_NUMBERS = re.compile(r"([一二〇零○O三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})日")
REPUBLIC = re.compile(r"(?:民國|民国)\s?(\d{2,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
REPUBLIC_LABELLED = re.compile(
    r"(?:日期|時間)\s?[:：]\s?(1[0-4]\d)\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)"
)  # 114-11-20
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
ENGLISH = re.compile(
    rf"(?<![A-Za-z\d])(?:(?P<m1>{MONTH})\s{{0,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{0,2}}|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<m2>{MONTH}),?[\s-])"
    r"(?P<year>(?:19|20)\d\d)(?!\d)(?:(?:,|\s|at|-){1,4}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s?(?P<half>[AP]M))?)?",
    re.IGNORECASE,
)
# 05/20/2025: which of two small numbers is the month only a clock behind a dash tells, as one system prints it
YEAR_LAST = re.compile(
    r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])(?P<dash>\s?-\s?)?(?:\s{0,3}(?P<half>)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
)
STAMP = re.compile(r"1\d{9}(?:\d{3})?")
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
AGO = re.compile(r"(?<!\d)(\d{1,3})\s?(秒|分钟|分鐘|小时|小時|天|日)(?:之)?前")
NEAR = re.compile(rf"(刚刚|刚才|今天|今日|昨天|昨日|前天)\s{{0,3}}(?:{CLOCK})?")
NEAR_DAYS = {"刚刚": 0, "刚才": 0, "今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with its clock where the text says one; `start` and `end` are where it stands in the text."""

    day: date
    clock: str = ""  # HH:MM:SS
    start: int = 0
    end: int = 0
    whole: bool = True  # the text itself names the year

    @property
    def iso(self) -> str:
        """As the archive keeps it: with the time and +08:00, or the day alone."""
        return f"{self.day.isoformat()}T{self.clock}+08:00" if self.clock else self.day.isoformat()


def find_moment(text: str, fetched_at: datetime, year: int | None = None) -> Moment | None:
    """The first date in a text that can be one: not before the web, not after the fetch.

    Without a year in it, `year` (from the address) holds, or the latest that is not after the fetch.
    """
    now, text = fetched_at.astimezone(CHINA), text.translate(WIDE)
    for pattern in (FULL, COMPACT):
        for match in pattern.finditer(text[:2000]):
            found = _moment(match, int(match["year"]), now)
            if found:
                return found
    return _foreign(text[:2000], now) or _worded(text, now) or _yearless(text, now, year)


def from_stamp(text: str, fetched_at: datetime) -> Moment | None:
    """The moment of a Unix time in seconds or milliseconds."""
    if not STAMP.fullmatch(text):
        return None
    then, now = datetime.fromtimestamp(int(text[:10]), CHINA), fetched_at.astimezone(CHINA)
    clock = then.strftime("%H:%M:%S")
    return Moment(then.date(), "" if clock == "00:00:00" else clock, 0, len(text)) if then <= now + timedelta(days=1) else None


def _foreign(text: str, now: datetime) -> Moment | None:
    """May 20, 2025; 20 May 2025; 05/20/2025."""
    for match in ENGLISH.finditer(text):
        month = MONTHS.index((match["m1"] or match["m2"])[:3].title()) + 1
        if found := _day(int(match["year"]), month, int(match["d1"] or match["d2"]), now, match):
            return Moment(found.day, _clock(match), match.start(), match.end())
    for match in YEAR_LAST.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        if month > 12:
            month, day = day, month
        elif day <= 12 and month != day and not (match["dash"] and match["hour"]):
            continue
        if found := _day(int(match["year"]), month, day, now, match):
            return Moment(found.day, _clock(match), match.start(), match.end())
    return None


def _worded(text: str, now: datetime) -> Moment | None:
    han = HAN_NUMBERS.search(text[:2000])
    if han:
        year = int("".join(str(DIGITS[c]) for c in han[1]))
        return _day(year, _han_number(han[2]), _han_number(han[3]), now, han)
    republic = REPUBLIC.search(text[:2000]) or REPUBLIC_LABELLED.search(text[:300])
    if republic:
        return _day(int(republic[1]) + 1911, int(republic[2]), int(republic[3]), now, republic)
    ago = AGO.search(text[:300])
    if ago:
        unit = {"秒": "seconds", "分": "minutes", "小": "hours", "天": "days", "日": "days"}[ago[2][0]]
        then = now - timedelta(**{unit: int(ago[1])})
        clock = "" if unit == "days" else then.strftime("%H:%M:00")
        return Moment(then.date(), clock, ago.start(), ago.end())
    near = NEAR.search(text[:300])
    if near and (near["hour"] or len(text) <= 12):
        day = (now - timedelta(days=NEAR_DAYS[near[1]])).date()
        return Moment(day, _clock(near), near.start(), near.end())
    return None


def _yearless(text: str, now: datetime, year: int | None) -> Moment | None:
    short = SHORT_YEAR.search(text[:300])
    if short:
        return _moment(short, 2000 + int(short["year"]), now)
    match = NO_YEAR.search(text[:300])
    if not match:
        return None
    if year is None:
        year = now.year
        try:
            if date(year, int(match["month"]), int(match["day"])) > now.date():
                year -= 1
        except ValueError:
            return None
    found = _moment(match, year, now)
    return Moment(found.day, found.clock, found.start, found.end, whole=False) if found else None


def _moment(match: re.Match[str], year: int, now: datetime) -> Moment | None:
    found = _day(year, int(match["month"]), int(match["day"]), now, match)
    if found is None:
        return None
    clock, day = _clock(match), found.day
    zone = match.groupdict().get("zone")
    if clock and zone and zone not in ("+08:00", "+0800"):
        offset = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        local = datetime.fromisoformat(f"{day.isoformat()}T{clock}{offset}").astimezone(CHINA)
        day, clock = local.date(), local.strftime("%H:%M:%S")
    return Moment(day, "" if clock == "00:00:00" else clock, match.start(), match.end())


def _day(year: int, month: int, day: int, now: datetime, match: re.Match[str]) -> Moment | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if year < FIRST_YEAR or found > now.date() + timedelta(days=1):
        return None
    return Moment(found, "", match.start(), match.end())


def _clock(match: re.Match[str]) -> str:
    if not match["hour"]:
        return ""
    hour = int(match["hour"])
    half = (match["half"] or "").upper()
    if half == "AM" and hour == 12:
        hour = 0
    if half in ("下午", "晚", "晚上", "PM") and hour < 12:
        hour += 12
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}"


def _han_number(text: str) -> int:
    """十 to 三十一, 廿五."""
    tens, ten, units = text.partition("十")
    if ten:
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[units] if units else 0)
    return sum(DIGITS[c] for c in text)
