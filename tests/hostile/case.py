"""What a case is, and the honest article that most of them abuse."""

from __future__ import annotations

from dataclasses import dataclass

from tests.hostile.server import Answer, http
from tests.portal_site import Written, write_article


@dataclass(frozen=True)
class Case:
    """One behaviour of one address, and what must come of it."""

    name: str  # also the last part of its path
    answer: Answer = b""
    wanted: tuple[str, ...] = ()  # outcomes of `fetches` that the last attempt at it may have
    link: str = ""  # what the list links to, where it is not the case's own path; `{inside}` is the inner listener's port
    at: str = ""  # the address whose row is judged, where it is not the link's
    asked: int | None = None  # how often the server may be asked at most; None: does not matter
    list_outcome: bool = False  # it is a list rather than an article


GOOD = ("stored",)
KEPT = {"stored", "duplicate", "changed", "unchanged", "not_modified", "gone"}


def numbered(name: str) -> int:
    """A number of the article that belongs to a name, the same in every run."""
    return sum(ord(letter) * (place + 7) * 31 for place, letter in enumerate(name))


def written(name: str) -> Written:
    """The honest article of a case."""
    return write_article(numbered(name), seed=6)


def html(name: str, *, head: str = "", body: str = "", before: str = "", charset: str = "utf-8", title: str = "") -> str:
    """Its page; `body` goes behind the text, `before` in front of it."""
    one = written(name)
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in one.paragraphs)
    return (
        f"<!DOCTYPE html><html><head><meta charset='{charset}'><title>{title or one.title}_本机门户</title>{head}</head><body>"
        f"<div class=nav><a href='/'>首页</a></div><div class=main><h1>{title or one.title}</h1>"
        f"<div class=info>{one.day} 08:30 来源:本机日报</div>{before}<div class=content>{text}</div>{body}</div>"
        f"<div class=foot>版权所有 本机门户</div></body></html>"
    )


def good(name: str) -> bytes:
    """The whole answer with the honest page."""
    return http(200, html(name))


def list_page(links: list[tuple[str, str]], more: str = "") -> bytes:
    """A column page with (address, headline)."""
    items = "".join(f'<li><a href="{address}">{text}</a><span>2026-03-01</span></li>' for address, text in links)
    return http(200, f"<html><body><div class=list><ul>{items}</ul></div>{more}</body></html>")
