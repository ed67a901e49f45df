"""Is this an article? Why not: error pages that answer 200, walls, challenges, parked and hijacked sites, lists, shells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.folding import fold
from archive.records import Outcome, Rejection
from archive.withdrawal import says_gone, withdraws
from crawler.extract import words
from crawler.extract.body import find_body
from crawler.extract.decode import reads_badly
from crawler.extract.document import Body, Document
from crawler.extract.lines import Kind
from crawler.extract.signs import CHALLENGE, PASSWORD, PAYWALL, SHELL, SIGNS, SPAM

DAY = re.compile(r"20\d\d\s?[-年/.]\s?\d{1,2}|(?<![\d-])[01]\d-[0-3]\d(?![\d-])")
ANY_DAY = re.compile(r"\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
ENTRY = re.compile(r".{8,70}?\W{0,3}(?:日期|时间|发布于?|更新)\s?[:：]?\s?20\d\d\s?[-年/.]")
DATA = re.compile(r"\s*(?:\[\s*)?\{\s*\"\w+\"\s*:|\s*\[\s*\]")
LOST_PAGE = re.compile(r"[页頁]|栏目|地址|404|page|object", re.IGNORECASE)  # a list without entries may say that there are none
FEW = 3  # links that make a list
HEADLINE = 6  # characters of a link that may be a headline
BESIDES = 30  # characters beside the statement that the article is gone: a signature, a day
MOST_LINES = 400  # in which such a statement is looked for
OF_THIS = re.compile(r"^$|[^\u4e00-\u9fff]|[该此本这原的您]")  # 该内容已被删除, not 有关内容已被删除: an article may say that
BARE_PAGE = 600  # characters; on a page that shows more, only the title and the text itself say that it is an error


def refuse(doc: Document, body: Body, title: str | None, status: int = 200) -> Rejection | None:
    """Why a page is no article, or None for one that is. Nothing is decided by its host."""
    text = body.text
    if DATA.match(doc.text[:200]):
        return Rejection(Outcome.NOT_ARTICLE, "data")
    bad = reads_badly(text or doc.text)
    if bad:
        return Rejection(Outcome.BAD_ENCODING, bad)
    spam = _spam(doc, title, text)
    if spam:
        return spam
    visible = sum(len(line.text) - line.linked for line in doc.lines)
    if len(text) < 400:
        gone = _gone(doc, body, title)
        if gone:
            return gone
        sign = _sign(doc, body, visible, status)
        if sign:
            return sign
    wall = _paywall(body)
    if wall:
        return wall
    return _not_article(doc, body, visible)


def refuse_list(doc: Document, headlines: Sequence[str], links: int, status: int = 200) -> Rejection | None:
    """What stands in the place of a list, or None: `headlines` that advertise, or a wall where no `links` were found, nor lists to load."""
    few = max(links, len(headlines)) < FEW
    if few:
        headlines = [text for link in doc.tree.iter("a") if len(text := "".join(map(str, link.itertext())).strip()) >= HEADLINE]
    said = [words for text in headlines if (words := SPAM.findall(text[:300]))]
    if len(said) >= FEW and 2 * len(said) >= len(headlines):
        return Rejection(Outcome.SPAM, ", ".join(sorted({word.lower() for words in said for word in words})[:5]))
    if not few:
        return None
    body = find_body(doc, None)
    visible = sum(len(line.text) - line.linked for line in doc.lines)
    found = _spam(doc, None, body.text) or (None if links else _sign(doc, body, visible, status))
    if found is None or (found.outcome is Outcome.SOFT_404 and not LOST_PAGE.search(found.detail)):
        return None
    return None if found.outcome is Outcome.LOGIN_WALL and not PASSWORD.search(doc.text) else found


def _spam(doc: Document, title: str | None, text: str) -> Rejection | None:
    """A hijacked page: advertising words of gambling or pornography where a title or a description should be."""
    named = " ".join([doc.html_title, title or "", *doc.metas.get("keywords", ())[:1], *doc.metas.get("description", ())[:1]])[
        :2000
    ]
    shown = {word.lower() for word in SPAM.findall(named)}
    inside = SPAM.findall(text[:20_000])
    if (
        len(shown) >= 3
        or (len(shown) >= 2 and (len(set(inside)) >= 2 or len(text) < 100))
        or len(inside) * 150 > max(len(text), 600)
    ):
        words = sorted(shown | {word.lower() for word in inside})
        return Rejection(Outcome.SPAM, ", ".join(words[:5]))
    return None


def _gone(doc: Document, body: Body, title: str | None) -> Rejection | None:
    """A page in the place of an article that says nothing but that it is withdrawn, deleted or under review."""
    said = withdraws(title or "", body.text)
    if said:
        return Rejection(Outcome.SOFT_404, said[:80])
    shown = (line.text for line in doc.lines[:MOST_LINES] if line.linked * 2 <= len(line.text))
    statement = next((text for text in shown if says_gone(text)), "")
    if not statement:
        return None
    titles = fold(f"{doc.html_title}\n{title or ''}\n{body.heading.text if body.heading else ''}")
    rest = [line.text for line in body.lines if fold(line.text) not in titles and not says_gone(f"{statement}\n{line.text}")]
    return Rejection(Outcome.SOFT_404, statement[:80]) if sum(map(len, rest)) < BESIDES else None


def _sign(doc: Document, body: Body, visible: int, status: int) -> Rejection | None:
    """What a page that says little says: the first sign in its title, in its few lines, or, on a bare page, anywhere."""
    reads = any(doc.kinds[line.index] is Kind.TEXT for line in body.lines)
    if reads and body.heading and any(words.META.search(line.text) for line in body.head):
        return None  # titled, dated and with sentences: a notice may speak of repairs or logins
    said = [doc.html_title, body.heading.text if body.heading else ""]
    if len(body.text) < 160:
        said += [line.text for line in body.lines]
    bare = visible + sum(line.linked for line in doc.lines) < BARE_PAGE
    if bare and not (reads and body.heading):
        said += [line.text for line in doc.lines[:60] if len(line.text) < 300]
    text = "\n".join(said)[:8000]
    for outcome, pattern in SIGNS:
        match = pattern.search(text)
        if match and outcome is Outcome.SOFT_404 and reads and body.heading:
            match = next((one for one in pattern.finditer(text) if OF_THIS.search(text[: one.start()][-1:])), None)
        if match and not (reads and body.heading and len(body.text) > 160):
            return Rejection(outcome, match[0][:80])
    if visible < 200 and (CHALLENGE.search(doc.text[:60_000]) or status in (412, 521)):
        return Rejection(Outcome.ANTI_BOT, f"a script that must run first (status {status})")
    if bare and not reads and PASSWORD.search(doc.text):
        return Rejection(Outcome.LOGIN_WALL, "a form that asks for a password")
    return None


def _paywall(body: Body) -> Rejection | None:
    if len(body.text) < 1500:
        for line in [*body.lines[-2:], *body.tail[:6]]:
            match = PAYWALL.search(line.text[:200]) if len(line.text) < 120 else None
            if match:
                return Rejection(Outcome.PAYWALL, match[0][:80])
    return None


def _not_article(doc: Document, body: Body, visible: int) -> Rejection | None:
    kinds = doc.kinds[body.first : body.last + 1] if body.lines else []
    texts = kinds.count(Kind.TEXT)
    characters = sum(len(line.text) for line in body.lines)
    linked = sum(line.linked for line in doc.lines)
    verse = body.heading is not None and len(body.lines) >= 4 and any(words.META.search(line.text) for line in body.head)
    if characters < 30 or (not texts and characters < (50 if verse else 120)):
        return _little(doc, body, visible, linked)
    links = kinds.count(Kind.LINKS)
    if links >= 3 and links + kinds.count(Kind.META) >= 4 and links * 2 >= texts:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and links + kinds.count(Kind.META) >= 2:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and not texts and sum(bool(ANY_DAY.search(line.text)) for line in body.lines) >= 4:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")  # not one sentence, and a day with each headline
    if _lists_entries(doc, body):
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and (characters < 200 or texts < 2) and linked > characters:
        return Rejection(Outcome.NOT_ARTICLE, "listing_page")
    if body.heading is None and characters * 4 < linked:
        return Rejection(Outcome.NOT_ARTICLE, "navigation")
    return None


def _lists_entries(doc: Document, body: Body) -> bool:
    """Whether a body is headlines in turn with dates, and at most one teaser each: a list whose headlines hardly look linked."""
    start = body.first if body.heading is None or body.heading.index > body.first else body.heading.index
    lines = doc.lines[start : body.last + 1]
    heads = dates = told = teasers = 0
    for line in lines:
        kind, text = doc.kinds[line.index], line.text
        linked = line.linked >= 8 and line.linked * 4 >= len(text) and "。" not in text
        dated = DAY.search(text) is not None
        head = linked or (kind is Kind.SHORT and 8 <= len(text) <= 60 and not dated and not words.SENTENCE.search(text))
        if line.tag == "tr" and body.heading is not None:
            head = dated = False  # a notice's own table
        elif dated and not head and len(text) <= 100 and ENTRY.match(text) and not words.SENTENCE.search(text):
            head = linked = True  # headline, date and counters in one
        teaser = kind is Kind.TEXT and not head
        date = dated and (linked or len(text) <= 24)
        heads, dates, teasers = heads + head, dates + date, teasers + teaser
        told += head or date or teaser
    if body.heading is None and heads >= 4 and heads * 10 >= 7 * len(lines) and sum(line.linked for line in lines) > 8 * heads:
        return True
    return heads >= 4 and dates >= 4 and teasers <= heads + 1 and abs(heads - dates) <= 2 and told * 10 >= 8 * len(lines)


def _little(doc: Document, body: Body, visible: int, linked: int) -> Rejection:
    """Which kind of page has next to no text."""
    if visible + linked < 60:
        shell = SHELL.search(doc.text[:200_000]) or doc.text.count("<script") >= 3
        return Rejection(Outcome.NOT_ARTICLE, "app_shell") if shell else Rejection(Outcome.EXTRACT_EMPTY, "no text")
    if body.heading is not None:
        images = sum(1 for _ in (body.container if body.container is not None else doc.tree).iter("img"))
        return Rejection(Outcome.NOT_ARTICLE, "gallery" if images >= 3 else "bare_title")
    return Rejection(Outcome.NOT_ARTICLE, "listing_page" if linked > visible else "navigation")
