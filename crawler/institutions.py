"""Institutions of the trade named in an article: those of the data file with their aliases, and others whose name says what they are."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from archive.records import Mention
from crawler.divisions import names_in
from crawler.plain import HAN, plain

DATA = Path(__file__).parent / "institutions.toml"
KINDS = ("regulator", "institute", "company", "association", "event")
MOST = 30  # institutions of one article
# What stands right behind the name of a place and makes an institution of it: 威海市|市场监管局, 山东省|计量院.
REGULATOR = re.compile(r"(?:市场监督管理|市场监管|药品监督管理|药监|质监|标准化管理)(?:局|委员会|委|厅)")
INSTITUTE = re.compile(
    r"(?:产品|商品|质量|技术|监督|检验|检测|计量|测试|检定|标准化|标准|科学|特种设备|特检|质检|纤检|纤维|药品|药检|食品|综合|认证|安全|环境|监测|医疗器械|"
    r"建筑|建设|工程|材料|机械|电子|能源|与|农产品|粮油|珠宝|首饰|公共|服务|海关){1,12}(?:研究院|研究所|院|所|中心|总站|站)"
)
NATIONAL = re.compile(rf"国家[{HAN}]{{2,16}}?(?:质量检验检测中心|质量监督检验中心|产品质检中心|质检中心|产业计量测试中心|计量站)")
FIRM = re.compile(r"股份有限公司|有限责任公司|有限公司")
BEFORE_FIRM = re.compile(rf"[{HAN}a-z0-9()（）]{{2,26}}$")
TRADE = re.compile(r"检验|检测|认证|计量|测试|质检|检定")
SUBJECT = re.compile(r"检|计量|认证|测试|标准化|特种设备|纤维")  # an institute that holds none of these is of another trade
# What may stand before a firm's name in a sentence; the name begins after the last of them.
LEADING = re.compile(
    r".*(?:近日|日前|由|在|与|和|及|向|到|对|从|为|以及|依托|包括|联合|其中|来自|当天|会上|据|将|经|是|的|给予|撤销|注销|暂停|吊销|处罚|公布|发布|邀请|投资|收购|成立|"
    r"组织|委托|入股|控股|走进|参观|调研|授予|选择|通报|责令|约谈|查处|对象|企业|公司|机构|单位|[省市区县]局)"
)


@cache
def _known() -> tuple[AhoCorasick, list[tuple[str, str]]]:
    """The automaton over all names, and for each the canonical name and kind."""
    file = tomllib.loads(DATA.read_text(encoding="utf-8"))
    names: list[str] = []
    meaning: list[tuple[str, str]] = []
    for kind in KINDS:
        for name, aliases in file.get(kind, {}).items():
            for one in (name, *aliases):
                names.append(plain(one))
                meaning.append((name, kind))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), meaning


def find(title: str, body: str) -> tuple[Mention, ...]:
    """The institutions of an article, most often named first."""
    text = f"{plain(title[:500])}\n{plain(body)}"
    counts: Counter[tuple[str, str]] = Counter()
    automaton, meaning = _known()
    taken: list[tuple[int, int]] = []
    for number, start, end in automaton.find_matches_as_indexes(text):
        if _continues(text, start, end):
            continue  # BVI is not BV
        counts[meaning[number]] += 1
        taken.append((start, end))
    for start, end, name, kind in _by_name(text):
        if not any(first < end and start < last for first, last in taken):
            counts[name, kind] += 1
            taken.append((start, end))
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Mention(name, kind, count) for (name, kind), count in ranked[:MOST])


def _continues(text: str, start: int, end: int) -> bool:
    def letter(one: str) -> bool:
        return one.isascii() and one.isalnum()

    return (letter(text[start]) and letter(text[start - 1 : start])) or (letter(text[end - 1]) and letter(text[end : end + 1]))


def _by_name(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, name and kind of what is named after a place and a trade; firms first, whose names may hold another."""
    places = [(start, end) for start, end, _ in names_in(text)]
    found = []
    for match in FIRM.finditer(text):
        before = BEFORE_FIRM.search(text, max(0, match.start() - 26), match.start())
        if before and TRADE.search(before[0]):
            start = _firm_start(text, before.start(), match.start(), places)
            name = text[start : match.end()].lstrip(")）")
            if 6 <= len(name) <= 30 and TRADE.search(name):
                found.append((match.end() - len(name), match.end(), name.upper(), "company"))
    found += [(match.start(), match.end(), match[0], "institute") for match in NATIONAL.finditer(text)]
    for pattern, kind in ((REGULATOR, "regulator"), (INSTITUTE, "institute")):
        for number, (_, end) in enumerate(places):
            behind = pattern.match(text, end)
            if behind is None or (kind == "institute" and not SUBJECT.search(behind[0])):
                continue
            first = number
            while first and places[first - 1][1] == places[first][0]:  # 浙江省宁波市
                first -= 1
            start = places[first][0]
            found.append((start, behind.end(), text[start : behind.end()], kind))
    return found


def _firm_start(text: str, start: int, end: int, places: list[tuple[int, int]]) -> int:
    """Where a firm's name begins: at a place that is not in brackets, else after what leads to it."""
    for first, _ in places:
        if start <= first < end - 2 and text[first - 1 : first] not in ("(", "（"):
            return first
    led = LEADING.match(text, start, end - 4)
    return led.end() if led else start
