"""What portals do to an article on its way: the kinds of copies, and the texts that look like copies and are none."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import opencc

from bench.texts import BODY, CITIES, CLOSES, HEADS, LEADS, Piece, article, event, frames, paragraphs, sentences_of, written

SYLLABLES = ("wǎng", "jī", "gòu", "zhì", "qū", "rèn", "diǎn", "yàn", "huì", "guó", "jiǎn", "cè", "biāo", "zhǔn", "shì", "tǐ")
PREFIXES = (
    "来源：{source}\n", "转自：{source}\n", "本文转自{source}，内容仅供参考。\n", "（{source}记者报道）", "本报讯（记者周晓东）",
    "据{source}消息，", "{source}5月20日电 ", "点击上方蓝字关注我们\n", "【{source}】", "来源：{source}　　发布时间：2025-05-20 09:31　　浏览次数：318\n",
    "编者按：近年来，各地在质量工作中摸索出不少经验，本刊转载此文，供同行学习借鉴。欢迎读者来稿，谈谈自己身边的变化。\n",
)  # fmt: skip
SUFFIXES = (
    "\n（责任编辑：小周）\n免责声明：本文仅代表作者个人观点，与本网无关。",
    "\n版权归原作者所有，如有侵权请联系删除。\n扫码关注我们，获取更多行业资讯。",
    "\n相关阅读：质量月活动走进社区\n上一篇：没有了　下一篇：实验室日常管理十问",
    "\n审核：何立新　编辑：许若兰\n投稿邮箱：news@example.cn",
    "\n【声明】凡注明来源的作品，均转载自其他媒体，转载的目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。"
    "如因作品内容、版权和其他问题需要同本网联系的，请在三十日内进行，我们将及时更正或删除。",
    "\n往期推荐\n一文读懂资质认定\n第一季度抽检结果公布\n这些标志你认得吗",
    "",
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
FULL_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
HALF_MARKS = str.maketrans("，。：；（）！？", ",.:;()!?")
ADDED = (
    "记者了解到，有关部门近日还将就此召开专题会议，研究部署下一阶段的重点任务，并听取各方意见建议。",
    "小编提醒：天气渐热，出行请注意防暑降温，遇到质量问题可以拨打热线反映。",
    "多位受访者在接受本报采访时表示，类似的做法值得在更大范围推广，但也要防止一哄而上。",
)
SYNONYMS = (
    ("举行", "召开"), ("目前", "当前"), ("企业", "公司"), ("表示", "说"), ("开展", "组织"), ("通过", "经由"), ("提前", "预先"),
    ("推动", "促进"), ("检验", "查验"), ("活动", "行动"), ("问题", "情况"),
)  # fmt: skip


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
    """Sentences left out anywhere, the rest in order; paragraphs as they fall."""

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
    """Half of the text in one piece: its beginning, its end, or from somewhere between."""
    sentences = sentences_of(piece)
    total, kept = sum(map(len, sentences)), []
    start = rng.choice((0, 0, rng.randrange(len(sentences) // 2 + 1)))
    for sentence in sentences[start:]:
        if sum(map(len, kept)) >= total / 2:
            break
        kept.append(sentence)
    title = rng.choice((piece.title, piece.title, rng.choice(NEW_TITLES)))
    return replace(piece, title=title, body=paragraphs(kept, rng))


def joined(rng: random.Random, piece: Piece, other: Piece) -> Piece:
    title = rng.choice((piece.title, f"{piece.title}；{other.title}", "一周要闻速览", "行业动态汇总"))
    first, second = rng.choice(((piece, other), (other, piece)))
    between = rng.choice(("\n", f"\n{second.title}\n", f"\n二、{second.title}\n"))
    return replace(piece, title=title, body=first.body + between + second.body, published=max(piece.published, other.published))


def doubled(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    return replace(piece, body=f"{piece.body}\n{piece.body}")


def noisy(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    """Two characters of a hundred misread, lost, doubled, torn by a space or a line end, or left as a box."""
    common = sorted(set(piece.body))
    out = []
    for character in piece.body:
        if character == "\n" or rng.random() >= 0.02:
            out.append(character)
            continue
        kind = rng.random()
        if kind < 0.35:
            out.append(rng.choice(NOISE))
        elif kind < 0.6:
            out.append(rng.choice(common))
        elif kind < 0.7:
            out.append(rng.choice("□■?口丶1lI0O"))
        elif kind < 0.8:
            out.append(character + rng.choice((" ", "\n", ".", "、")))
        elif kind < 0.9:
            out.append(character * 2)
    return replace(piece, body="".join(out))


def rewritten_marks(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    """Half-width punctuation, full-width digits, thousands marked, other white space: nothing that is read aloud."""

    def number(match: re.Match[str]) -> str:
        if len(match[0]) > 4 or (len(match[0]) == 4 and not match[0].startswith("20") and rng.random() < 0.5):
            return f"{int(match[0]):,}"
        return match[0].translate(FULL_DIGITS) if rng.random() < 0.5 else match[0]

    body = re.sub(r"(?<![\d.])\d+(?![\d.])", number, piece.body) if rng.random() < 0.7 else piece.body
    body = body.translate(HALF_MARKS) if rng.random() < 0.7 else body
    return replace(piece, body=body.replace("\n", rng.choice(("\n", " ", "\n\n\u3000\u3000", "\r\n"))))


def edited(rng: random.Random, piece: Piece, _: Piece) -> Piece:
    """An editor adds a paragraph, and takes other words here and there."""
    lines = piece.body.split("\n")
    lines.insert(rng.randint(0, len(lines)), rng.choice(ADDED))
    body = "\n".join(lines)
    for old, new in rng.sample(SYNONYMS, 4):
        body = body.replace(old, new)
    return replace(piece, body=body, title=rng.choice((piece.title, piece.title, rng.choice(NEW_TITLES))))


def compounded(rng: random.Random, piece: Piece, other: Piece) -> Piece:
    """Three of these on top of each other, as copies of copies have them."""
    chosen = rng.sample(range(5), 3)
    for number, change in enumerate((dropped(0.15), traditional, wrapped, renamed, rewritten_marks)):
        piece = change(rng, piece, other) if number in chosen else piece
    return piece


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
    "marks and width": rewritten_marks,
    "edited": edited,
    "three at once": compounded,
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


def circular(rng: random.Random) -> list[Piece]:
    """Two counties print the same circular on the same day: only the place, the office and two or three numbers are their own."""
    seed, facts = rng.random(), event(rng)
    chosen, head = frames(rng), rng.choice([one for one in HEADS if "{city}" in one])
    pieces = []
    for city in rng.sample(CITIES, 2):
        piece = written(random.Random(seed), {**facts, "city": city}, chosen, head)
        pieces.append(
            replace(piece, body=_other_numbers(rng, piece.body, rng.randint(2, 3)), site=f"site{rng.randint(1, 400)}.example")
        )
    return pieces


def _other_numbers(rng: random.Random, body: str, count: int) -> str:
    found = list(re.finditer(r"(?<![\d.])\d{2,4}(?![\d.年月日])", body))
    for match in sorted(rng.sample(found, min(count, len(found))), key=lambda one: -one.start()):
        body = body[: match.start()] + str(int(match[0]) + rng.randint(3, 60)) + body[match.end() :]
    return body


def two_authors(rng: random.Random) -> list[Piece]:
    """Two reporters at one event, who quote the same sentences; often under one title, on one day."""
    facts, pool = event(rng), rng.sample(BODY, len(BODY))
    cut = len(pool) // 2
    head = rng.choice(HEADS)
    one = written(rng, facts, frames(rng, pool=pool[:cut]), head)
    other = written(rng, facts, frames(rng, pool=pool[cut:]), rng.choice((head, rng.choice(HEADS))))
    quoted = rng.sample(sentences_of(one), rng.randint(1, 4))
    lines = other.body.split("\n")
    lines.insert(rng.randint(0, len(lines)), "".join(quoted))
    title = one.title if rng.random() < 0.4 else other.title
    return [one, replace(other, title=title, body="\n".join(lines), site="other.example")]


def yearly(rng: random.Random) -> list[Piece]:
    """The same bureau repeats its notice a year later: same product, same field, same words, other day and figures."""
    chosen, head = frames(rng), rng.choice(HEADS)
    facts = event(rng, year=rng.choice((2022, 2023, 2024)))
    later = event(rng, year=int(facts["year"]) + 1)
    later |= {name: facts[name] for name in ("city", "bureau", "product", "field", "place")}
    return [written(rng, facts, chosen, head), written(rng, later, chosen, head)]


def yearly_verbatim(rng: random.Random) -> list[Piece]:
    """The notice of a year before with nothing new but the year, the day and how often it took place."""
    seed, chosen, head = rng.random(), frames(rng), rng.choice(HEADS)
    facts = event(rng, year=rng.choice((2022, 2023, 2024)))
    year, times = int(facts["year"]), rng.randint(3, 30)
    pieces = []
    for turn in range(2):
        month, day = facts["date"].rstrip("日").split("月")
        moved = f"{month}月{min(28, int(day) + turn * rng.randint(0, 3))}日"
        now = {**facts, "year": str(year + turn), "nextyear": str(year + turn + 1), "date": moved}
        now["day"] = f"{year + turn}-{int(month):02}-{min(28, int(day) + turn):02}"
        piece = written(random.Random(seed), now, chosen, head)
        opening = f"{year + turn}年是该项工作连续开展的第{times + turn}年。"
        pieces.append(replace(piece, body=opening + piece.body))
    return pieces


def brief(rng: random.Random) -> Piece:
    """A short text: one lead, one close at most."""
    facts = event(rng)
    return written(rng, facts, [rng.choice(LEADS), *([rng.choice(CLOSES)] if rng.random() < 0.5 else [])], rng.choice(HEADS))


def brief_pair(rng: random.Random) -> list[Piece]:
    """Two briefs from one form, which differ in a number or two and their day, or in nothing but the place."""
    frame, head, facts = rng.choice(LEADS), rng.choice(HEADS), event(rng)
    if rng.random() < 0.4 and "{city}" in frame:
        seed = rng.random()
        return [written(random.Random(seed), {**facts, "city": city}, [frame], head) for city in rng.sample(CITIES, 2)]
    later = event(rng, year=int(facts["year"]))
    later |= {name: facts[name] for name in ("city", "bureau", "product", "field", "place")}
    return [written(rng, facts, [frame], head), written(rng, later, [frame], head)]


NEGATIVES: dict[str, Callable[[random.Random], list[Piece]]] = {
    "same form, other facts": template,
    "one circular, two counties": circular,
    "same event, two authors": two_authors,
    "yearly repeat": yearly,
    "yearly, nearly verbatim": yearly_verbatim,
    "briefs of one form": brief_pair,
}


def cases(seed: int = 7, plain: int = 1000, each: int = 60, pairs: int = 80, briefs: int = 60) -> list[Case]:
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
