"""Numbers that an article states: how many, of what, and how it changed. Years, dates and numbers of standards are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from archive.records import Figure
from crawler.plain import plain

MOST = 40  # of one article
LONGEST_SENTENCE = 300  # characters that are kept
SENTENCE = re.compile(r"[^。!?;！？；\n]{1,600}")
UNITS = (
    "亿元|万元|元|亿|万亿元|家次|家|个百分点|个|台件|台套|台次|台|套|件|份|张|批次|批|项|人次|名|人|起|次|所|条|种|部|万家|万个|万台|万件|万份|万张|万批次|万批|万人次|万人|万项|"
    "平方米|公顷|吨|公斤|千瓦时|千米|公里|%|％|倍|户|只|辆|座|处|期|场|支|组"
)
FIGURE = re.compile(
    rf"(?<![\d.A-Za-z/第-])(\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,4}})?)\s?(余|多)?(万|亿|千|百)?(余|多)?\s?({UNITS})(余|多)?(?![月日号时分]|多?(?:小时|工作日|星期|自然日|年头))"
)
MOVED = r"(?:增长|上升|提高|提升|增加|下降|减少|降低|回落)(?:了|约)?\s?\d{1,5}(?:\.\d{1,4})?\s?"
COMPARED = r"(?:同比|环比|较上年|比上年|较去年|比去年|较上年同期)"
CHANGE = re.compile(rf"{COMPARED}?{MOVED}(?:%|％|个百分点|倍)|{COMPARED}{MOVED}(?:万|亿)?(?:{UNITS})")
DIGITS = re.compile(r"\d+")
MOVES = re.compile("[长升高加降少落]")  # without one of them there is no CHANGE, the search for which is slow
ASCII_WORD = re.compile(r"[a-z]{2,}")
BEFORE = 64  # characters before a number in which its noun is looked for
WHAT_AFTER = re.compile(r"^[^\d,，。、;；:：()（）“”]{1,14}")
LONGEST_NOUN = 16
WHAT_BEFORE = re.compile(rf"[^\d,，。、;；:：()（）]{{2,{LONGEST_NOUN}}}$")
RATHER_VERB = re.compile(r"增|减|升|降|以上|以下|左右|参|和|及|与|的?$")
CLAUSE = re.compile(r"(?<=..)(?:成为|参加|参赛|入驻|获评|获得|已|将|被|在)")  # what follows the noun
MERE_VERB = 2  # characters: 抽查, 惠及
MEASURES = frozenset(
    ["元", "万亿元", "亿元", "万元", "亿", "万", "个百分点", "%", "倍", "吨", "公斤", "千瓦时", "千米", "公里", "平方米", "公顷"]
)
SEPARATORS = ",，、 (（"
SCALE = {"百": 2, "千": 3, "万": 4, "亿": 8, None: 0}
FILLED = (
    "达", "达到", "为", "至", "约", "近", "超", "超过", "逾", "共", "共计", "有", "已", "累计", "实现", "突破", "不少于", "增至", "集聚", "包括",
    "其中", "目前", "全年", "年",
)  # fmt: skip
FILLER = re.compile(rf"(?:{'|'.join(FILLED)})+$")


# When it was, before what it is: 去年实现营业收入.
WHEN = re.compile(
    r"^(?:年底|年末|年初|年|截至目前|目前|全年|去年|今年|上半年|近年来|近三年|其中|累计|共计|共有|共|已|集聚|拥有|现有)+(?=..)"
)


def find(body: str) -> tuple[Figure, ...]:
    """The figures of a text in its order, each with its sentence; 808.2万份 is 8082000 份."""
    folded = plain(body)
    found: list[Figure] = []
    digits = [run.start() for run in DIGITS.finditer(folded)]
    at = 0
    for sentence in SENTENCE.finditer(folded):
        first, at = at, bisect_left(digits, sentence.end(), at)
        if first == at:
            continue  # most sentences
        text = sentence[0]
        changes = [(change.start(), change.end()) for change in CHANGE.finditer(text)] if MOVES.search(text) else []
        last = -9
        for place in digits[first:at]:
            start = place - sentence.start()
            match = FIGURE.match(text, start) if start >= last else None
            if match is None:
                continue
            told = next((span for span in changes if span[0] <= match.start() < span[1]), None)
            if told and not text[max(0, last) : told[0]].strip(SEPARATORS):
                continue  # it is the change of the figure before
            rest = text[match.end() :]
            after = len(text) - len(rest.lstrip(SEPARATORS))
            change = told or next((span for span in changes if span[0] == after), None)
            before = told[0] if told else match.start()
            what = _what(text[max(0, before - BEFORE) : before], rest, match[5])
            last = match.end()
            found.append(
                Figure(
                    number=float(Decimal(match[1].replace(",", "")).scaleb(SCALE[match[3]])),
                    unit=match[5].replace("％", "%"),
                    what=_printed(what, body[sentence.start() : sentence.end()]),
                    change=text[change[0] : change[1]] if change else None,
                    sentence=body[sentence.start() : sentence.end()].strip()[:LONGEST_SENTENCE],
                )
            )
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _printed(what: str, sentence: str) -> str:
    """Latin letters as the sentence has them: CMA, not cma."""
    if not ASCII_WORD.search(what):
        return what
    lowered = sentence.lower()
    return ASCII_WORD.sub(lambda word: sentence[at : at + len(word[0])] if (at := lowered.find(word[0])) >= 0 else word[0], what)


def _what(before: str, after: str, unit: str) -> str:
    """What is counted: the noun before the number; behind a mere verb the noun that follows, 抽查120批次产品, where the unit counts things."""
    before = before.rstrip()
    if before.endswith(FILLED):
        before = FILLER.sub("", before)
    head = WHAT_BEFORE.search(before, max(0, len(before) - LONGEST_NOUN))
    named = WHEN.sub("", head[0].strip('“”" 了'), count=1) if head else ""
    tail = WHAT_AFTER.match(after) if unit not in MEASURES else None
    following = CLAUSE.split(tail[0].strip("的 "), maxsplit=1)[0] if tail and not RATHER_VERB.match(tail[0]) else ""
    if following and (len(named) <= MERE_VERB or named.endswith("的")):
        return following
    return named.strip("的") or following
