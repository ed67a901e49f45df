"""Numbers that an article states: how many, of what, and how it changed. Years, dates and numbers of standards are none."""

from __future__ import annotations

import re

from archive.records import Figure

MOST = 40  # of one article
SENTENCE = re.compile(r"[^。!?;！？；\n]{1,600}")
UNITS = (
    "亿元|万元|元|亿|万亿元|家次|家|个百分点|个|台件|台套|台次|台|套|件|份|张|批次|批|项|人次|名|人|起|次|所|条|种|部|万家|万个|万台|万件|万份|万张|万批次|万批|万人次|万人|万项|"
    "平方米|公顷|吨|公斤|千瓦时|千米|公里|%|％|倍|户|只|辆|座|处|期|场|支|组"
)
FIGURE = re.compile(
    rf"(?<![\d.A-Za-z/-])(\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,4}})?)\s?(余|多)?(万|亿|千|百)?(余|多)?\s?({UNITS})(余|多)?(?![月日号时分])"
)
CHANGE = re.compile(
    r"(?:同比|环比|较上年|比上年|较去年|比去年)?(?:增长|上升|提高|提升|增加|下降|减少|降低|回落)(?:了|约)?\s?\d{1,5}(?:\.\d{1,4})?\s?(?:%|％|个百分点|倍)"
)
WHAT_AFTER = re.compile(r"^[^\d,，。、;；:：()（）“”]{1,14}")
WHAT_BEFORE = re.compile(r"[^\d,，。、;；:：()（）]{2,16}$")
SEPARATORS = ",， "
SCALE = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, None: 1.0}
FILLER = re.compile(r"(?:达到?|为|至|约|近|超过?|逾|共计?|有|已|累计|实现|突破|不少于|增至|集聚|包括|其中|目前|全年|年)+$")


def find(body: str) -> tuple[Figure, ...]:
    """The figures of a text in its order, each with its sentence; 808.2万份 is 8082000 份."""
    found: list[Figure] = []
    for sentence in SENTENCE.finditer(body[:50_000]):
        text = sentence[0].strip()
        for match in FIGURE.finditer(text):
            unit = match[5].replace("％", "%")
            before, after = text[: match.start()], text[match.end() :]
            change = CHANGE.match(after.lstrip(SEPARATORS))
            if unit == "%" and CHANGE.search(text[max(0, match.start() - 16) : match.end()]):
                continue  # it is the change of the figure before
            found.append(
                Figure(
                    number=float(match[1].replace(",", "")) * SCALE[match[3]],
                    unit=unit,
                    what=_what(before, after),
                    change=change[0] if change else None,
                    sentence=text[:300],
                )
            )
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _what(before: str, after: str) -> str:
    """What is counted: the noun before the number, without its verb, or else what follows."""
    head = WHAT_BEFORE.search(FILLER.sub("", before.rstrip()))
    if head:
        return head[0].strip("“” 的了")
    tail = WHAT_AFTER.match(after)
    return tail[0].strip("的 ") if tail else ""
