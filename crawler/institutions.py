"""Institutions of the trade named in an article: those of the data file with their aliases, and others whose name says what they are."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from archive.records import Mention
from crawler import official
from crawler.divisions import MUNICIPALITIES, PARTS, VAGUE, names_in, table
from crawler.plain import HAN, plain

DATA = Path(__file__).parent / "institutions.toml"
KINDS = ("regulator", "institute", "company", "association", "event")
MOST = 30  # institutions of one article
# What stands right behind the name of a place and makes an institution of it: 威海市|市场监管局, 山东省|计量院.
REGULATOR = re.compile(r"(?:市场监督管理|市场监管|市监|药品监督管理|药监|质量技术监督|质监|标准化管理)(?:局|委员会|委|厅)")
INSTITUTE = re.compile(
    r"(?:产品|商品|质量|技术|监督|检验|检测|计量|测试|检定|标准化|标准|科学|特种设备|特检|质检|纤检|纤维|药品|药检|食品|综合|认证|安全|环境|监测|医疗器械|"
    r"建筑|建设|工程|材料|机械|电子|能源|与|农产品|粮油|珠宝|首饰|公共|服务|海关){1,12}(?:研究院|研究所|院|所|中心|总站|站)"
)
BEGINS = frozenset("市药质标产商技监检计测科特纤食综认安环医建工材机电能与农粮珠首公服海")  # of the two above
NATIONAL = re.compile(
    rf"(?<![中全我])国家[{HAN}]{{2,16}}?(?:质量检验检测中心|质量监督检验中心|产品质检中心|质检中心|产业计量测试中心|计量站)"
)
FIRM = re.compile(r"股份有限公司|有限责任公司|有限公司")
BEFORE_FIRM = re.compile(rf"[{HAN}a-z0-9()（）]{{2,26}}$")
TRADE = re.compile(r"检验|检测|认证|计量|测试|质检|检定")
SUBJECT = re.compile(r"检|计量|认证|测试|标准化|特种设备|纤维")  # an institute that holds none of these is of another trade
# What may stand before a firm's name in a sentence; the name begins after the last of them.
LEADING = re.compile(
    r".*(?:近日|日前|由|在|与|和|及|向|到|对|从|为|以及|依托|包括|联合|其中|来自|当天|会上|据|将|经|是|的|给予|撤销|注销|暂停|吊销|处罚|公布|发布|邀请|投资|收购|成立|"
    r"组织|委托|入股|控股|走进|参观|调研|授予|选择|通报|责令|约谈|查处|对象|企业|公司|机构|单位|[省市区县]局)"
)


# Names of two characters that other words make where they meet: they count where their edges are clear, and then in all of the text.
BARE = re.compile(rf"[{HAN}]{{2}}")
LEFT = re.compile(rf"(?:^|[^{HAN}]|[与和及由在向对为从到被让给将如是有的国省市区县州洲构团司业头家牌商购进手请自])$")
RIGHT = re.compile(
    rf"[^{HAN}]|$|[检测认试技标集中亚全大在与和及或等的为将已拟被于向对从获也还均则是股实总旗专任日近发签联携助推入落布扩成启收并营净涨跌称表拿出参亮承新举召加首合]"
)
# A name's last character and what follows make a word (工信部|门, 必维|护), or its first with what precedes (务|必维, 我|国检测试).
RUNS_ON = re.compile(
    r"部(?:门(?!户)|队|署(?![名理]))|委[托派任]|月[报度均考]|维[护修持权生系稳和]|德(?:国(?!际)|资|语|育)|凯[路街旋]|尼[龙古]|尔[斯曼森]"
)
RUNS_IN = re.compile(r"(?:[务不何未势想]必|[中全我各外本]国)$")


@cache
def _known() -> tuple[AhoCorasick, list[tuple[str, str]], frozenset[int], dict[str, list[tuple[str, str]]]]:
    """The automaton over all names, for each the canonical name and kind, which are bare, and the institutes of each place."""
    file = tomllib.loads(DATA.read_text(encoding="utf-8"))
    names: list[str] = []
    meaning: list[tuple[str, str]] = []
    for kind in KINDS:
        for name, aliases in file.get(kind, {}).items():
            for one in (name, *aliases):
                names.append(plain(one))
                meaning.append((name, kind))
    bare = frozenset(number for number, name in enumerate(names) if BARE.fullmatch(name))
    institutes: dict[str, list[tuple[str, str]]] = {}
    for name in file.get("institute", {}):
        where = _run(places := names_in(name), 0, ahead=True)
        if where and places[0][0] == 0:
            institutes.setdefault(official.place(where), []).append((name[sum(map(len, where)) :], name))
    return AhoCorasick(names, matchkind=MatchKind.Standard, implementation=Implementation.DFA), meaning, bare, institutes


def find(title: str, body: str) -> tuple[Mention, ...]:
    """The institutions of an article, most often named first."""
    text = f"{plain(title[:500])}\n{plain(body)}"
    counts: Counter[tuple[str, str]] = Counter()
    taken: list[tuple[int, int]] = []
    for start, end, name, kind in (*_listed(text), *_by_name(text)):
        if not any(first < end and start < last for first, last in taken):
            counts[name, kind] += 1
            taken.append((start, end))
    ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Mention(name, kind, count) for (name, kind), count in ranked[:MOST])


def _listed(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, name and kind of what the data file lists, the longest where some begin together."""
    automaton, meaning, bare, _ = _known()
    places = names_in(text)
    found: list[tuple[int, int, str, str]] = []
    unclear: list[tuple[int, int, str, str]] = []
    sure: set[str] = set()
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    for number, start, end in sorted(hits, key=lambda one: (one[1], -one[2])):
        if (found and start < found[-1][1]) or _continues(text, start, end):
            continue  # BVI is not BV
        if any(first < start < last or first < end < last for first, last, _ in places):
            continue  # 云南|德宏
        name, kind = meaning[number]
        if number in bare and not (LEFT.search(text, max(0, start - 1), start) and RIGHT.match(text, end)):
            unclear.append((start, end, name, kind))
        else:
            found.append((start, end, name, kind))
            sure.add(name)
    return found + [one for one in unclear if one[2] in sure]


def _continues(text: str, start: int, end: int) -> bool:
    """Whether a name is a piece of other words."""

    def letter(one: str) -> bool:
        return one.isascii() and one.isalnum()

    if (letter(text[start]) and letter(text[start - 1 : start])) or (letter(text[end - 1]) and letter(text[end : end + 1])):
        return True
    return RUNS_ON.match(text, end - 1) is not None or RUNS_IN.search(text, max(0, start - 1), start + 1) is not None


def _run(places: Sequence[tuple[int, int, str]], number: int, *, ahead: bool = False) -> list[str]:
    """The names that touch up to that of a number, or from it on: 浙江省|宁波市."""
    some = places[number:] if ahead else places[number::-1]
    run = [some[0][2]] if some else []
    for one, other in pairwise(some):
        if (one[1] != other[0]) if ahead else (other[1] != one[0]):
            break
        run.append(other[2])
    return run if ahead else run[::-1]


def _by_name(text: str) -> list[tuple[int, int, str, str]]:
    """Start, end, name and kind of what is named after a place and a trade; firms first, whose names may hold another."""
    places = names_in(text)
    found = []
    for match in FIRM.finditer(text):
        before = BEFORE_FIRM.search(text, max(0, match.start() - 26), match.start())
        if before and TRADE.search(before[0]):
            start = _firm_start(text, before.start(), match.start(), places)
            name = text[start : match.end()].lstrip(")）")
            if 6 <= len(name) <= 30 and TRADE.search(name):
                found.append((match.end() - len(name), match.end(), name.upper(), "company"))
    found += [(match.start(), match.end(), match[0], "institute") for match in NATIONAL.finditer(text)]
    return found + _of_places(text, places)


def _of_places(text: str, places: tuple[tuple[int, int, str], ...]) -> list[tuple[int, int, str, str]]:
    """The authorities and institutes that are called by their place, under their official names."""
    calls: list[tuple[int, int, list[str], str, str]] = []  # start, end, names of the place, what follows, kind
    for number, (start, end, printed) in enumerate(places):
        name, first = printed, text[end : end + 1]
        if first not in BEGINS and not (first in "场监" and printed.endswith("市")):
            continue  # most places
        behind, kind = REGULATOR.match(text, end), "regulator"
        if behind is None and printed.endswith("市") and (behind := REGULATOR.match(text, end - 1)):
            name = _of_market(printed)  # 宁波|市场监管局
        if behind is None:
            behind, kind = INSTITUTE.match(text, end), "institute"
        if behind is None or not name or (kind == "institute" and not SUBJECT.search(behind[0])):
            continue
        where = [*_run(places, number)[:-1], name]
        begins = start - sum(map(len, where[:-1]))
        if name in PARTS and len(where) == 1 and text[begins - 1 : begins].isalpha():
            continue  # 主城区
        calls.append((begins, behind.end(), where, behind[0], kind))
    if not calls:
        return []
    told, listed = _told(places), _known()[3]
    placed = [
        official.place(where, told) if kind == "regulator" or official.PUBLIC.match(called) else "".join(where)
        for _, _, where, called, kind in calls
    ]
    found = []
    for (begins, end, _, called, kind), at in zip(calls, placed, strict=True):
        name = at + (official.regulator(called) if kind == "regulator" else called)
        if kind == "institute":
            here = [(call[3], at + call[3]) for call, where in zip(calls, placed, strict=True) if where == at]
            others = [*listed.get(at, ()), *here]
            longer = {other for tail, other in others if tail == called or official.shortens(called, tail)} - {name}
            name = longer.pop() if len(longer) == 1 else name
        found.append((begins, end, name, kind))
    return found


def _of_market(name: str) -> str:
    """What 宁波市 names where 场监管局 follows: 宁波; 德州市, whose short name is a word; nothing for 朝阳, which is a district's name too."""
    names, short = table().names, name[:-1]
    if short in names:
        return short
    return "" if f"{short}区" in names or f"{short}县" in names else name


def _told(places: tuple[tuple[int, int, str], ...]) -> frozenset[str]:
    """What the codes of cities begin with that the text names without doubt."""
    names = table().names
    codes = [names[name][0] for name in {name for *_, name in places} if len(names[name]) == 1 and name not in VAGUE]
    return frozenset(f"{code[:2]}01" if code[:2] in MUNICIPALITIES else code[:4] for code in codes)


def _firm_start(text: str, start: int, end: int, places: Sequence[tuple[int, int, str]]) -> int:
    """Where a firm's name begins: at a place that is not in brackets, else after what leads to it."""
    for first, _, _ in places:
        if start <= first < end - 2 and text[first - 1 : first] not in ("(", "（"):
            return first
    led = LEADING.match(text, start, end - 4)
    return led.end() if led else start
