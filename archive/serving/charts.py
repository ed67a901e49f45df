"""Charts as SVG made here: they are read without JavaScript, need no library's scripts, and take their colours from the page's style."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from archive.serving.wording import day_name

WIDTH, HEIGHT = 720, 132
TOP, BOTTOM, LEFT = 10, 18, 30
STRIP = 46


def bars(days: Sequence[tuple[date, int]], title: str, link: Callable[[date], str] | None = None) -> str:
    """Bars of articles, one for each day; `link` gives each its address. HTML; '' for no days."""
    if not days:
        return ""
    top = _ceiling(max(count for _, count in days))
    step = (WIDTH - LEFT) / len(days)
    room = HEIGHT - TOP - BOTTOM
    out = [_head(WIDTH, HEIGHT, title)]
    for value in (top // 2, top) if top > 1 else (top,):
        y = HEIGHT - BOTTOM - room * value / top
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        out.append(f'<text class="tick" x="{LEFT - 5}" y="{y + 3.5:.1f}" text-anchor="end">{value}</text>')
    for number, (day, count) in enumerate(days):
        x = LEFT + number * step
        said = f"{day_name(day)}　{count} 篇"
        height = room * count / top
        kind = "bar weekend" if day.weekday() > 4 else "bar"
        bar = (
            f'<rect class="hit" x="{x:.1f}" y="{TOP}" width="{step:.2f}" height="{room}"><title>{said}</title></rect>'
            f'<rect class="{kind}" x="{x + step * 0.12:.1f}" y="{HEIGHT - BOTTOM - height:.1f}"'
            f' width="{step * 0.76:.2f}" height="{max(height, 0.6 if count else 0):.1f}"/>'
        )
        address = escape(link(day)) if link and count else ""
        out.append(f'<a href="{address}" aria-label="{said}" tabindex="-1">{bar}</a>' if address else bar)
        if day.day == 1 or number == 0:
            name = f"{day.month}月" if day.day == 1 else f"{day.month}月{day.day}日"
            if number == 0 and any(later.day == 1 for later, _ in days[:6]):
                continue  # the two would overlap
            out.append(f'<text class="tick" x="{x:.1f}" y="{HEIGHT - 4}">{name}</text>')
    out.append(f'<line class="axis" x1="{LEFT}" x2="{WIDTH}" y1="{HEIGHT - BOTTOM}" y2="{HEIGHT - BOTTOM}"/></svg>')
    return "".join(out)


def strip(points: Sequence[tuple[float, str, str]]) -> str:
    """A time line of hours after the first, each with a kind (a class) and what it says; '' where there are not two moments."""
    if len(points) < 2 or max(hours for hours, _, _ in points) <= 0:
        return ""
    low = min(0.0, *(hours for hours, _, _ in points))
    high = max(hours for hours, _, _ in points)
    width, left, right, y = WIDTH, 14, 34, 16

    def place(hours: float) -> float:
        return left + (width - left - right) * (hours - low) / (high - low)

    out = [
        _head(width, STRIP, f"{len(points)} 家站点的发布先后"),
        f'<line class="axis" x1="{left}" x2="{width - right}" y1="{y}" y2="{y}"/>',
    ]
    for hours in _ticks(low, high):
        x = place(hours)
        name = f"{hours / 24:g} 天" if hours % 24 == 0 and high >= 48 else f"{hours:g} 时"
        out.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{y}" y2="{y + 12}"/>')
        out.append(f'<text class="tick" x="{x:.1f}" y="{STRIP - 4}" text-anchor="middle">{"首发" if not hours else name}</text>')
    for hours, kind, said in reversed(points):
        radius = 6 if kind == "first" else 4.5
        dot = f'<circle class="dot {escape(kind)}" cx="{place(hours):.1f}" cy="{y}" r="{radius}"><title>{escape(said)}</title></circle>'
        out.append(dot)
    return "".join([*out, "</svg>"])


def _head(width: int, height: int, title: str) -> str:
    return f'<svg class="chart" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>'


def _ceiling(most: int) -> int:
    """A round number at or above the most, even where it is above one, so that its half can be written."""
    if most <= 2:
        return max(most, 1)
    power = 10 ** int(math.log10(most))
    return (
        next(int(power * factor) for factor in (1, 2, 4, 5, 6, 8, 10) if power * factor >= most and power * factor % 2 == 0)
        if (power > 1)
        else most + most % 2
    )


def _ticks(low: float, high: float) -> list[float]:
    span = high - low
    step = next((step for step in (1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 720, 2160, 8760) if span / step <= 8), span / 8)
    first = math.ceil(low / step) * step
    return [first + number * step for number in range(int((high - first) / step) + 1)]
