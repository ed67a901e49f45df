"""Numbers that an article states: how many, of what, and how it changed. Years, dates and numbers of standards are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from archive.records import Figure
from crawler.plain import HAN, plain

MOST = 40  # of one article
LONGEST_SENTENCE = 300  # characters that are kept
SENTENCE = re.compile(r"[^。!?;！？；\n]{1,600}")
MONEY = {
    "元": "元", "人民币": "元", "美元": "美元", "美金": "美元", "港元": "港元", "港币": "港元", "欧元": "欧元", "英镑": "英镑", "日元": "日元", "日圆": "日元",
    "韩元": "韩元", "加元": "加元", "澳元": "澳元", "新元": "新元", "瑞士法郎": "瑞士法郎", "卢布": "卢布", "泰铢": "泰铢", "卢比": "卢比",
}  # fmt: skip
UNITS = (
    rf"{'|'.join(MONEY)}|亿元|万元|个亿|亿|万亿元|家次|家|个百分点|个|台件|台套|台次|台|套|件|份|张|批次|批|项|人次|名|人|起|次|所|条|种|部(?![门委分])|万家|万个|万台|万件|万份|万张|万批次|万批|万人次|万人|万项|"
    "平方米|公顷|吨|公斤|千瓦时|千米|公里|%|％|倍|户|只|辆|座|处|期|场|支|组"
)
SCALE = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12, None: 0}
SCALES = "万亿|千亿|百亿|千万|百万|万|亿|千|百"
NO_TIME = r"(?![月日号时分]|多?(?:小时|工作日|交易日|星期|自然日|年头))"
FIGURE = re.compile(
    rf"(?<![\d.A-Za-z/第-])(\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,4}})?)\s?(?:余|多)?({SCALES})?(?:余|多)?\s?({UNITS})(?:余|多)?{NO_TIME}"
)
# Numbers in characters, ten or more: 一百二十亿元, 三十二家; one that is mere size has to be led to or to run on: 超过|百亿元, 千|余家.
SIZE = "十百千万亿"
FIRST = tuple("一二两三四五六七八九")
NUMERALS = "一二两三四五六七八九十百千万亿零〇"
IN_CHARACTERS = re.compile(
    rf"(?<![{NUMERALS}\d第每])(?:((?:[一二两三四五六七八九]|(?<![数几])十)(?:[{NUMERALS}]+|(?<=十))(?:点[一二三四五六七八九零]{{1,2}}[万亿])?)|"
    rf"((?:(?<=[近逾超约达])|(?<=上)(?<!千上)|(?<=过)(?<![通经]过))[百千万亿]{{1,2}}|(?<![数几])[百千万](?=余|多)))"
    rf"(?:余|多)?([万亿])?(?:余|多)?({UNITS})(?![级档]){NO_TIME}"
)
MOVED = r"(?:增长|上升|提高|提升|增加|下降|减少|降低|回落)(?:了|约)?\s?\d{1,5}(?:\.\d{1,4})?\s?"
THEN = r"(?:去年|上年|前年|上月|上季度?|\d{4}年)(?:同期|同月|末|底)?"
COMPARED = rf"(?:同比|环比|[较比]{THEN})"
CHANGE = re.compile(rf"{COMPARED}?{MOVED}(?:%|％|个百分点|倍)|{COMPARED}{MOVED}(?:{SCALES})?(?:{UNITS})")
# The same in other words, behind a figure: 比去年多6批次, 翻一番, 与上年持平.
OTHERWISE = re.compile(
    rf"{COMPARED}[多少高低](?:出|了|约)?\d{{1,9}}(?:\.\d{{1,4}})?(?:{SCALES})?(?:{UNITS})|"
    rf"{COMPARED}?(?:增长|实现)?翻了?[一两三四]?番|(?:{COMPARED}|[与同]{THEN})(?:基本|大致|大体)?持平"
)
BEGINS_CHANGE = frozenset("同环较比与翻增实")
# 98家|增长到今年的|115家, and what stands before the first of the two: 机构|由2023年的.
RISEN = r"(?:[增上攀跃提]?升|增[加长]?|提[高升]|扩[大展]?|发展|拓展|壮大|[下]?降低?|减少?|缩[短减小]?|压[缩减]?|回落|[上下]?[涨跌]|[上下]?调[整高低]?|变)"
TO = rf"[{HAN}]{{0,4}}?{RISEN}(?:到|至|为|成)了?(?:(?:\d{{4}}年|[{HAN}]{{1,4}}?)的)?(?:约|近|超过?)?\s?"
SINCE = rf"[由从](?:(?:\d{{4}}年|[{HAN}]){{0,5}}?的|每.|平均|[原最此]来?[先初前]?|过去|[去上]年)?\s?"
RISES = re.compile(rf"{TO}(?=\d)")
FROM = re.compile(rf"{SINCE}$")
FROM_TO = re.compile(rf"(?:{SINCE})?\d[\d,.]*\s?(?:余|多)?(?:{SCALES})?(?:{UNITS})?{TO}$")
RISING = frozenset("增升提扩展壮降减缩压落涨跌调变")  # one of them is in RISEN
BEHIND_TO = frozenset("到至为成了的约近超过 ")
FAR = 32  # characters from the one to the other
DIGITS = re.compile("[0-9]+")
SIZES = re.compile("[十百千万亿](?<![0-9].)")
MOVES = re.compile("[长升高加降少落]")  # without one of them there is no CHANGE, the search for which is slow
ASCII_WORD = re.compile(r"[a-z]{2,}")
BEFORE = 64  # characters before a number in which its noun is looked for
WHAT_AFTER = re.compile(r"^[^\d,，。、;；:：()（）“”]{1,14}")
LONGEST_NOUN = 16
WHAT_BEFORE = re.compile(rf"[^\d,，。、;；:：()（）]{{2,{LONGEST_NOUN}}}$")
RATHER_VERB = re.compile(r"增|减|升|降|以上|以下|左右|参|和|及|与|的?$")
CLAUSE = re.compile(r"(?<=..)(?:成为|参加|参赛|入驻|获评|获得|已|将|被|在)")  # what follows the noun
MERE_VERB = 2  # characters: 抽查, 惠及
MEASURES = frozenset(MONEY) | frozenset(
    [
        "万亿元",
        "亿元",
        "万元",
        "亿",
        "个亿",
        "万",
        "个百分点",
        "%",
        "倍",
        "吨",
        "公斤",
        "千瓦时",
        "千米",
        "公里",
        "平方米",
        "公顷",
    ]
)
SEPARATORS = ",，、 (（"
FILLED = (
    "达", "达到", "为", "至", "约", "近", "超", "超过", "逾", "共", "共计", "有", "已", "累计", "实现", "突破", "不少于", "增至", "集聚", "包括",
    "其中", "目前", "全年", "年", "人民币", "折合", "约合", "上", "过",
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
    numbers = sorted([run.start() for pattern in (DIGITS, SIZES) for run in pattern.finditer(folded)])
    at = 0
    for sentence in SENTENCE.finditer(folded):
        first, at = at, bisect_left(numbers, sentence.end(), at)
        if first == at:
            continue  # most sentences
        text = sentence[0]
        changes = [(change.start(), change.end()) for change in CHANGE.finditer(text)] if MOVES.search(text) else []
        last = -9
        begins, start = sentence.start(), -FAR
        for place in numbers[first:at]:
            previous, start = start, place - begins
            if start < last:
                continue
            if match := FIGURE.match(text, start):
                number, unit, begin, end = _number(match[1], match[2]), match[3], start, match.end()
            elif text[start] in SIZE and (stated := _in_characters(text, start)):
                number, unit, begin, end = stated
            else:
                continue
            told = next((span for span in changes if span[0] <= begin < span[1]), None)
            if told and not text[max(0, last) : told[0]].strip(SEPARATORS):
                continue  # it is the change of the figure before
            rest = text[end:]
            after = len(text) - len(rest.lstrip(SEPARATORS))
            change = told or next((span for span in changes if span[0] == after), None)
            last, behind = end, max(0, last)
            if change is None and text[after : after + 1] in BEGINS_CHANGE and (otherwise := OTHERWISE.match(text, after)):
                change, last = otherwise.span(), otherwise.end()
            before, risen = _led(text, behind, told[0] if told else begin, rest, previous)
            change = change or (None if risen is None else (risen, end))
            what = _what(before, rest, unit)
            found.append(
                Figure(
                    number=number,
                    unit=MONEY.get(unit, unit.replace("％", "%").replace("个亿", "亿")),
                    what=_printed(what, body[sentence.start() : sentence.end()]),
                    change=text[change[0] : change[1]] if change else None,
                    sentence=body[sentence.start() : sentence.end()].strip()[:LONGEST_SENTENCE],
                )
            )
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _led(text: str, behind: int, to: int, rest: str, previous: int) -> tuple[str, int | None]:
    """What stands before a number, and where that to which it rose or fell is told from: 机构由98家增长到|115家."""
    if RISES.match(rest):
        return FROM.sub("", text[max(behind, to - BEFORE) : to]), None
    if 0 < to - previous < FAR and text[to - 1] in BEHIND_TO and not RISING.isdisjoint(text[previous:to]):
        risen = FROM_TO.search(text, max(0, previous - FAR), to)
        if risen:
            return text[max(0, to - BEFORE) : risen.start()], risen.start()
    return text[max(behind, to - BEFORE) : to], None


def _number(digits: str, scale: str | None) -> float:
    return float(Decimal(digits.replace(",", "")).scaleb(SCALE[scale]))


def _in_characters(text: str, start: int) -> tuple[float, str, int, int] | None:
    """The number whose first character of size stands at a place, its unit, and where the two begin and end."""
    start -= text[start - 1 : start] in FIRST
    match = IN_CHARACTERS.match(text, start)
    return (_in_digits(match[1] or match[2]) * 10 ** SCALE[match[3]], match[4], start, match.end()) if match else None


def _in_digits(numeral: str) -> float:
    """The number that characters tell: 一百二十亿 is 12000000000, 十二点五亿 is 1250000000."""
    whole, _, decimals = numeral.partition("点")
    total = section = digit = 0
    for one in whole:
        if one in "十百千":
            section += (digit or 1) * 10 ** "个十百千".index(one)
            digit = 0
        elif one in "万亿":
            size = 10 ** SCALE[one]
            total = (total + section + digit or 1) * size if size > total else total + (section + digit or 1) * size
            section = digit = 0
        else:
            digit = "零一二三四五六七八九".find("二" if one == "两" else one.replace("〇", "零"))
    number = float(total + section + digit)
    if decimals:
        parts = "".join(str("零一二三四五六七八九".index(one)) for one in decimals[:-1])
        return float(Decimal(f"{number:.0f}.{parts}").scaleb(SCALE[decimals[-1]]))
    return number


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
