"""What portals do to an article on its way: the kinds of copies, and the texts that look like copies and are none."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import opencc

from bench.texts import BODY, CLOSES, HEADS, LEADS, Piece, article, event, frames, paragraphs, sentences_of, written

SYLLABLES = ("wǎng", "jī", "gòu", "zhì", "qū", "rèn", "diǎn", "yàn", "huì", "guó", "jiǎn", "cè", "biāo", "zhǔn", "shì", "tǐ")
PREFIXES = ("来源：{source}\n", "转自：{source}\n", "本文转自{source}，内容仅供参考。\n", "（{source}记者报道）")
SUFFIXES = (
    "\n（责任编辑：小周）\n免责声明：本文仅代表作者个人观点，与本网无关。",
    "\n版权归原作者所有，如有侵权请联系删除。\n扫码关注我们，获取更多行业资讯。",
    "\n相关阅读：质量月活动走进社区\n上一篇：没有了　下一篇：实验室日常管理十问",
)
NEW_TITLES = (
    "一线见闻：质量就在身边",
    "这件小事，关系千家万户",
    "重磅！当地又有大动作",
    "关注｜行业最新进展来了",
    "从一份报告看产业变迁",
    "测得准才能用得放心",
)
NOISE = "日曰己已巳末未土士干千于子了孑刀力入人八凡几冂工上下口囗白自目且"


@dataclass(frozen=True, slots=True)
class Case:
    """One article of the benchmark. Articles with a common label are one story; `kind` says what it is."""

    piece: Piece
    labels: frozenset[int]
    kind: str


Change = Callable[[random.Random, Piece, Piece], Piece]
_traditional = opencc.OpenCC("s2tw")


def traditional(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    return replace(piece, title=_traditional.convert(piece.title), body=_traditional.convert(piece.body))


def pinyin(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    """A note behind every second character that the conversion changed."""

    def noted(text: str) -> str:
        out = []
        for old, new in zip(text, _traditional.convert(text), strict=False):
            out.append(f"{new}({rng.choice(SYLLABLES)})" if old != new and rng.random() < 0.5 else new)
        return "".join(out)

    return replace(piece, title=_traditional.convert(piece.title), body=noted(piece.body))


def dropped(share: float) -> Change:
    def change(rng: random.Random, piece: Piece, _: Piece) -> Piece:
        sentences = sentences_of(piece)
        gone = set(rng.sample(range(len(sentences)), max(1, round(share * len(sentences)))))
        return replace(piece, body=paragraphs([one for number, one in enumerate(sentences) if number not in gone], rng))

    return change


def wrapped(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    return replace(piece, body=rng.choice(PREFIXES).format(source=piece.source) + piece.body + rng.choice(SUFFIXES))


def renamed(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    return replace(piece, title=rng.choice(NEW_TITLES))


def half(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    sentences = sentences_of(piece)
    total, kept = sum(map(len, sentences)), []
    for sentence in sentences:
        if sum(map(len, kept)) >= total / 2:
            break
        kept.append(sentence)
    title = rng.choice((piece.title, piece.title, rng.choice(NEW_TITLES)))
    return replace(piece, title=title, body=paragraphs(kept, rng))


def joined(rng: random.Random, piece: Piece, other: Piece) -> Piece:
    title = rng.choice((piece.title, f"{piece.title}；{other.title}", "一周要闻速览"))
    between = rng.choice(("\n", f"\n{other.title}\n"))
    return replace(piece, title=title, body=piece.body + between + other.body, published=max(piece.published, other.published))


def doubled(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    return replace(piece, body=f"{piece.body}\n{piece.body}")


def noisy(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    """Two characters of a hundred misread, lost or doubled."""
    out = []
    for character in piece.body:
        if character == "\n" or rng.random() >= 0.02:
            out.append(character)
        elif rng.random() < 0.7:
            out.append(rng.choice(NOISE))
        elif rng.random() < 0.5:
            out.append(character * 2)
    return replace(piece, body="".join(out))


KINDS: dict[str, Change] = {
    "traditional mirror": traditional,
    "pinyin mirror": pinyin,
    "10 % dropped": dropped(0.1),
    "20 % dropped": dropped(0.2),
    "40 % dropped": dropped(0.4),
    "prefixed, suffixed": wrapped,
    "retitled": renamed,
    "half excerpt": half,
    "two joined": joined,
    "doubled": doubled,
    "noise 2 %": noisy,
}


def reposted(rng: random.Random, piece: Piece, days: int = 5) -> Piece:
    """The same text on another site, hours to days later."""
    day = date.fromisoformat(piece.published[:10]) + timedelta(days=rng.randint(0, days))
    published = rng.choice((day.isoformat(), f"{day}T{rng.randint(6, 23):02}:30:00+08:00", ""))
    return replace(piece, published=published, site=f"site{rng.randint(1, 400)}.example")


def template(rng: random.Random) -> list[Piece]:
    """Two towns fill the same form: other numbers, places, names and days."""
    chosen, head = frames(rng), rng.choice(HEADS)
    return [written(rng, event(rng), chosen, head) for _ in range(2)]


def two_authors(rng: random.Random) -> list[Piece]:
    """Two reporters at one event, who quote the same sentence or two."""
    facts, pool = event(rng), rng.sample(BODY, len(BODY))
    cut = len(pool) // 2
    one = written(rng, facts, frames(rng, pool=pool[:cut]), rng.choice(HEADS))
    other = written(rng, facts, frames(rng, pool=pool[cut:]), rng.choice(HEADS))
    quoted = rng.sample(sentences_of(one), rng.randint(1, 3))
    return [one, replace(other, body=other.body + "\n" + "".join(quoted), site="other.example")]


def yearly(rng: random.Random) -> list[Piece]:
    """The same bureau repeats its notice a year later: same product, same field, same words, other day and figures."""
    chosen, head = frames(rng), rng.choice(HEADS)
    facts = event(rng, year=rng.choice((2022, 2023, 2024)))
    later = event(rng, year=int(facts["year"]) + 1)
    later |= {name: facts[name] for name in ("city", "bureau", "product", "field", "place")}
    return [written(rng, facts, chosen, head), written(rng, later, chosen, head)]


def brief(rng: random.Random) -> Piece:
    """A short text: one lead, one close at most."""
    facts = event(rng)
    return written(rng, facts, [rng.choice(LEADS), *([rng.choice(CLOSES)] if rng.random() < 0.5 else [])], rng.choice(HEADS))


def brief_pair(rng: random.Random) -> list[Piece]:
    """Two briefs from one form, which differ in a number or two and their day."""
    frame, head, facts = rng.choice(LEADS), rng.choice(HEADS), event(rng)
    later = event(rng, year=int(facts["year"]))
    later |= {name: facts[name] for name in ("city", "bureau", "product", "field", "place")}
    return [written(rng, facts, [frame], head), written(rng, later, [frame], head)]


NEGATIVES: dict[str, Callable[[random.Random], list[Piece]]] = {
    "same form, other facts": template,
    "same event, two authors": two_authors,
    "yearly repeat": yearly,
    "briefs of one form": brief_pair,
}


def cases(seed: int = 7, plain: int = 1000, each: int = 60, pairs: int = 60, briefs: int = 60) -> list[Case]:
    """The benchmark, shuffled: single articles, `each` copies of every kind, `pairs` of every kind of look-alikes."""
    rng = random.Random(seed)
    found = [Case(article(rng), frozenset({label}), "single") for label in range(plain)]
    copied = rng.sample(range(plain), plain // 2)
    for number, (kind, change) in enumerate(KINDS.items()):
        for turn in range(each):
            label = copied[(number * each + turn) // 2 % len(copied)]
            other = rng.choice(range(plain))
            piece = change(rng, found[label].piece, found[other].piece)
            labels = {label, other} if kind == "two joined" else {label}
            found.append(Case(reposted(rng, piece), frozenset(labels), kind))
    label = plain
    for kind, make in NEGATIVES.items():
        for _ in range(pairs):
            for piece in make(rng):
                found.append(Case(piece, frozenset({label}), kind))
                label += 1
    for _ in range(briefs):
        piece = brief(rng)
        found += [Case(piece, frozenset({label}), "single"), Case(reposted(rng, piece), frozenset({label}), "brief, reposted")]
        label += 1
    rng.shuffle(found)
    return found
