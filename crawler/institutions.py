"""Institutions of the trade named in an article: those of the data file with their aliases, and others whose name says what they are."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from archive.folding import to_simplified
from archive.records import Mention

DATA = Path(__file__).parent / "institutions.toml"
KINDS = ("regulator", "institute", "company", "association", "event")
LONGEST = 50_000  # characters that are read
HAN = "\u4e00-\u9fff"
# A place, at most eight characters, and the kind of institution: 威海市市场监管局, 山东省计量院.
NAMED = re.compile(
    rf"(?P<place>[{HAN}]{{2,8}}?(?:省|自治区|市|区|县|州|旗|新区))(?P<kind>市场监督管理局|市场监管局|市场监督管理委员会|药品监督管理局|药监局|"
    rf"计量科学研究院|计量测试技术研究院|计量院|计量所|计量检定所|计量检定测试所|质检院|质检所|产品质量监督检验研究院|产品质量监督检验院|质量技术监督检验所|"
    rf"产品质量标准计量检验研究院|标准化研究院|特种设备检验研究院|特检院|特检所|纤维检验局|药品检验所|食品检验所|食品药品检验检测中心|检验检测中心|综合检验检测中心)"
)
COMPANY = re.compile(
    rf"[{HAN}A-Za-z]{{2,10}}?(?:[(（][{HAN}]{{2,4}}[)）])?[{HAN}]{{0,8}}?(?:检验|检测|认证|计量|测试)(?:技术|服务|集团|研究)?[{HAN}]{{0,6}}?(?:股份有限公司|有限责任公司|有限公司)"
)
REGULATORS = ("局", "委员会")
LEADING = re.compile(
    r"^.{0,8}?(?:近日|日前|由|在|与|和|及|向|到|对|从|为|以及|依托|包括|联合|其中|来自|当天|会上|据|将|经|是|的)+"
)


@cache
def _known() -> tuple[AhoCorasick, list[tuple[str, str]]]:
    """The automaton over all names, and for each the canonical name and kind."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    names: list[str] = []
    meaning: list[tuple[str, str]] = []
    for kind in KINDS:
        for name, aliases in table.get(kind, {}).items():
            for one in (name, *aliases):
                names.append(one)
                meaning.append((name, kind))
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), meaning


@cache
def _names() -> frozenset[str]:
    """Every canonical name and alias of the data file."""
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return frozenset(name for kind in KINDS for one, more in table.get(kind, {}).items() for name in (one, *more))


def find(title: str, body: str) -> tuple[Mention, ...]:
    """The institutions of an article, most often named first."""
    text = to_simplified(f"{title}\n{body}"[:LONGEST])
    counts: Counter[tuple[str, str]] = Counter()
    automaton, meaning = _known()
    for number, start, end in automaton.find_matches_as_indexes(text):
        if text[start:end].isascii() and (text[start - 1 : start].isalnum() and text[start - 1 : start].isascii()):
            continue  # BVI is not BV
        if text[start:end].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
            continue
        counts[meaning[number]] += 1
    names = {one for one in _names() if one.endswith(("院", "局", "所", "中心", "委"))}
    for match in NAMED.finditer(text):
        name = LEADING.sub("", match["place"]) + match["kind"]
        if len(name) > len(match["kind"]) + 1 and not any(name.endswith(one) for one in names):
            counts[name, "regulator" if name.endswith(REGULATORS) else "institute"] += 1
    for match in COMPANY.finditer(text):
        name = LEADING.sub("", match[0])
        if 6 <= len(name) <= 30:
            counts[name, "company"] += 1
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Mention(name, kind, count) for (name, kind), count in ranked[:30])
