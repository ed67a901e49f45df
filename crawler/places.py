"""Where an article happens: which divisions, towns and zones it names, and which of them is the main one. The names are `divisions`' business."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from archive.records import Place
from crawler.briefs import briefly
from crawler.divisions import ACROSS, MUNICIPALITIES, PARTS, VAGUE, ZONES, Table, home, level, line, names_in, stem, table
from crawler.plain import HAN, plain
from crawler.scenes import Role, Span, roles

LEAD = 300  # characters of the first paragraph that say where it happened
MOST = 20  # places of one article
# What follows a name that is not meant as the place: 南京路, 重庆银行, 北京时间.
NOT_A_PLACE = re.compile(
    r"大学(?![城生])|学院|银行|[东西南北中]?路(?![段演面灯由])|大道|菜(?![市场篮农博园价摊])|话(?![剧题])|人寿|证券|晚报|日报|卫视|时间|合作组织|文学|籍|牌(?![照匾])|[东西南北]道|(?<=长春)花(?![卉园木农市])"
)
# Each alternative begins with a character of its own, by which a search skips what cannot begin one.
KIND = re.compile(
    r"镇(?<!乡镇)(?!镇)(?![长级政])|街道(?![长级政])|苏木(?![长级政])|新片区|高新技术产业开发区|经济技术开发区|高新技术开发区|高新区|经开区|自贸试验区|自贸区|"
    r"综合保税区|综保区|保税区|开发区|工业园区|新区|航空港(?:经济综合实验)?区|航空港实验区"
)
TOWN = frozenset(["镇", "街道", "苏木"])
# Zones of which a city has one.
OWN = re.compile(
    r"高新技术产业开发区|经济技术开发区|高新技术开发区|高新区|经开区|综合保税区|综保区|保税区|航空港(?:经济综合实验)?区|航空港实验区"
)
BEFORE = re.compile(rf"[{HAN}]{{0,8}}\Z")
KNOWN_ZONE = re.compile("|".join(sorted(ZONES, key=len, reverse=True)))
# Verbs and particles before a name: what stands after the last of them is the name.
STOP = re.compile(
    r"^.*(?:在|于|由|到|自|从|为|以|和|及|与|是|对|向|的|了|等|该|全|各|本|某|个|将|把|据|今年|近日|下午|上午|当天|位于|来自|走进|搬进|迁入|前往|举办|成立|市级|"
    r"国家级|省级|结合|服务|支持|推动|推进|助力|落户|入驻|赋能|深入|聚焦|打造|建设|依托|围绕|首个|首家|企业|园区|公司|中心|[局院所站市区县省](?=..))"
)
NO_NAME = re.compile(
    r"(?:小城|小|城|乡|全部|部|古|重|名|特色小|特色|中心|百强|强|建制|多个|国家|经济|综合|两|三|试点|每个|这个|周边|所辖|辖区|产业|创业|城市|新|老|两个)?$"
)
VENUE = re.compile(r"在([^。；;，,]{2,40}?)(?:举办|举行|召开|启动|揭牌|开幕|开赛|开工|开园|成立|落成|投用|收官|拉开|签约)")
# What joins the names of a list.
AND = frozenset(["、", "和", "与", "及", "以及"])
# A headline of more than one province.
WIDE = re.compile(r"京津冀|长三角|珠三角|川渝|成渝|大湾区|[一两二三四五多各][地省]|全国|国家|总局|中国")
# Provinces and cities by one character, where somebody is there: 在渝设点.
LETTERS = {
    "京": "110000", "津": "120000", "冀": "130000", "晋": "140000", "辽": "210000", "沪": "310000", "苏": "320000", "浙": "330000", "皖": "340000",
    "闽": "350000", "赣": "360000", "鲁": "370000", "豫": "410000", "鄂": "420000", "湘": "430000", "粤": "440000", "桂": "450000", "琼": "460000",
    "渝": "500000", "川": "510000", "黔": "520000", "滇": "530000", "陕": "610000", "甘": "620000", "蓉": "510100", "穗": "440100", "杭": "330100",
}  # fmt: skip
LETTER = re.compile(
    rf"(?<=[在赴来抵])([{''.join(LETTERS)}])(?=$|[\s，。：]|举|召|启|揭|开[幕班赛工]|成立|设|投|落|签|挂|发布|调研|考察|建|检查|督查)"
)
# What a local portal says of its own region without naming it.
LOCAL = re.compile(
    rf"(?:全|我|本|该)[省市区县州]|[省市]内|(?<![{HAN}])[省市县区州](?=市场监管|市监|计量|质检|特检|特种设备|检验检测|产品质量|纤检|药检|食检|消保)"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """One mention: `key` is a code, or the name of a town or zone."""

    start: int
    end: int
    key: str


def find(title: str, body: str, home_region: str = "") -> tuple[Place, ...]:
    """The places of an article, main one first; `home_region` is where its portal is at home: 重庆市.

    A place in which another one of the article lies is not told of, unless it is the main one.
    """
    head = plain(title[:500])
    text = f"{head}\n{plain(body)}"
    at_home = home(home_region)
    said = _divisions(text, table(), at_home, [])
    said += _short_counties(text, said, len(head))
    brief = [_Said(*one) for one in briefly(text, [(one.start, one.end, one.key) for one in said], at_home)]
    if brief and any(len(table().names[name]) > 1 for *_, name in names_in(text)):  # 自贡 tells which 大安区 is meant
        said += [one for one in _divisions(text, table(), at_home, brief) if one not in said]
    said += brief
    said += [_Said(match.start(1), match.end(1), LETTERS[match[1]]) for match in LETTER.finditer(text, 0, len(head) + LEAD)]
    said.sort(key=lambda one: one.start)
    smaller = _smaller(text, said, at_home)
    local = LOCAL.search(text, 0, len(head) + LEAD) if at_home else None
    if (
        local
        and _ours(local[0], at_home)
        and (not (said or smaller) or (local.end() <= len(head) < min((one.start for one in said), default=0)))
    ):
        said.insert(0, _Said(local.start(), local.end(), _ours(local[0], at_home)))
    parts = {name: (kind, parent or _at_home(at_home)) for name, kind, parent, _ in smaller}
    mentions = sorted([*said, *(one for *_, some in smaller for one in some)], key=lambda one: (one.start, one.end))
    return _ranked(text, len(head), mentions, parts)


def _ours(local: str, at_home: str) -> str:
    """What a portal means by 全省 or 我市: what it is at home in, or the province or city above; '' for 市计量院 of a province's."""
    above = line(at_home)
    if "省" in local:
        return above[0]
    if "市" in local and level(at_home) == "county" and not table().divisions[at_home].name.endswith("市"):
        return above[-2]
    too_small = level(at_home) == "province" and at_home[:2] not in MUNICIPALITIES and len(local) == 1
    return "" if too_small or (local in ("区", "县") and level(at_home) != "county") else at_home


def _divisions(text: str, data: Table, at_home: str, more: list[_Said]) -> list[_Said]:
    """The divisions that are called by a name of the table; `more` are others that tell which one of several is meant."""
    hits = [(start, end, name) for start, end, name in names_in(text) if data.names[name] and not NOT_A_PLACE.match(text, end)]
    every = _known(hits, at_home) | {one.key[:size] for one in more for size in (2, 4)}
    known = every
    if any(len(data.names[name]) > 1 for *_, name in hits):  # where guests come from says less
        parts = roles(text, [Span(start, end) for start, end, _ in hits[:MOST]])
        sure = [hit for hit, role in zip(hits, [*parts, *[Role.NAMED] * len(hits[MOST:])], strict=True) if role != Role.ASIDE]
        known = _known(sure, at_home) | (every if more else set())
    said: list[_Said] = []
    for start, end, name in hits:
        codes = data.names[name]
        if name in PARTS and text[start - 1 : start].isalpha() and not (said and said[-1].end == start):
            continue  # 老城区, 主城区
        if name in VAGUE:
            codes = tuple(code for code in codes if code[:4] in every or code[:4] == at_home[:4])
        before = next((one.key for one in more if one.end == start), said[-1].key if said else "")
        code = (_decide(codes, before, known, at_home) or _decide(codes, before, every, at_home)) if codes else None
        if code is not None:
            said.append(_Said(start, end, code))
    return said


def _known(hits: list[tuple[int, int, str]], at_home: str) -> set[str]:
    """What the codes of the places begin with that some names tell without doubt, and those of the home region."""
    known = {at_home[:2]} if at_home else set()
    return known.union(*(_sure(name) for name in {name for *_, name in hits}))


@cache
def _sure(name: str) -> frozenset[str]:
    """What the codes of all divisions of a name begin with: of a 朝阳区 nothing, of 渝北区 50 and 5001."""
    codes = table().names[name]
    sizes = () if name in VAGUE else (2, 4)
    return frozenset(codes[0][:size] for size in sizes if len({code[:size] for code in codes}) == 1)


def _decide(codes: tuple[str, ...], previous: str, known: set[str], at_home: str) -> str | None:
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
    for size in (6, 4, 2):
        inside = [code for code in codes if at_home and code[:size] == at_home[:size]]
        if len(inside) == 1:
            return inside[0]
    mainland = [code for code in codes if code[0] not in "78"]  # Taiwan's towns have the names of many others
    return mainland[0] if len(mainland) == 1 else None


def _short_counties(text: str, said: list[_Said], title: int) -> list[_Said]:
    """A county named in full once is then also called by its short name, and in the headline before: 闵行."""
    data = table()
    taken = [(one.start, one.end) for one in said]
    found = []
    for code in {one.key for one in said if not one.key.endswith("00")}:
        short = data.divisions[code].name[:-1]
        if len(short) < 2 or short in data.names:
            continue
        start = text.find(short)
        while start >= 0:
            end = start + len(short)
            if not any(first < end and start < last for first, last in taken) and not NOT_A_PLACE.match(text, end):
                found.append(_Said(start, end, code))
            start = text.find(short, end)
    return found


def _smaller(text: str, said: list[_Said], at_home: str) -> list[tuple[str, str, str, list[_Said]]]:
    """Towns and zones: name, level, code of the division they lie in, mentions."""
    seen: defaultdict[tuple[str, str], list[tuple[_Said, str]]] = defaultdict(list)
    ends = {one.end: one for one in said}
    known = {match.end(): match for match in KNOWN_ZONE.finditer(text)}
    for end, match in known.items():
        if end not in ends:
            parent = next((one.key for one in said if one.key in ACROSS.get(match[0], ())), ZONES[match[0]])
            seen[match[0], "zone"].append((_Said(match.start(), end, match[0]), parent))
    for match in KIND.finditer(text):
        before = ends.get(match.start())
        if match.end() in known:
            continue
        if not before and OWN.fullmatch(match[0]) and _is_city(at_home) and not text[match.start() - 1 : match.start()].isalpha():
            seen[match[0], "zone"].append((_Said(match.start(), match.end(), match[0]), ""))  # the one of the portal's city
        elif match[0] in TOWN or not before:
            _note(seen, "town" if match[0] in TOWN else "zone", _name(match.start(), match.end(), text, said), match.end(), said)
        elif match[0] == "新区":  # 兰州新区 is a name
            name = text[before.start : match.end()]
            seen[name, "zone"].append((_Said(match.start(), match.end(), name), before.key))
        else:  # 长沙高新区 is the 高新区 of 长沙
            seen[match[0], "zone"].append((_Said(match.start(), match.end(), match[0]), before.key))
    return _merged(seen)


def _is_city(code: str) -> bool:
    return code.endswith("00") and not code.endswith("0000")


def _name(tail: int, end: int, text: str, said: list[_Said]) -> str:
    """The proper name with its kind, '' where there is none: after the last place, verb or particle, four characters at most."""
    if any(one.start < end <= one.end for one in said):
        return ""  # 景德镇 is a city
    run = BEFORE.search(text, max(0, tail - 8), tail)
    start = max([run.start() if run else tail, *(one.end for one in said if tail - 8 < one.end <= tail)])
    proper = STOP.sub("", text[start:tail])
    return "" if not 1 <= len(proper) <= 4 or NO_NAME.fullmatch(proper) else proper + text[tail:end]


def _note(seen: defaultdict[tuple[str, str], list[tuple[_Said, str]]], kind: str, name: str, end: int, said: list[_Said]) -> None:
    if not name:
        return
    near = [one.key for one in said if one.end <= end and end - one.end <= 14]
    counties = [code for code in near if not code.endswith("0000")] or near
    seen[name, kind].append((_Said(end - len(name), end, name), counties[-1] if counties else ""))


def _merged(seen: dict[tuple[str, str], list[tuple[_Said, str]]]) -> list[tuple[str, str, str, list[_Said]]]:
    """What ends like a name that stands alone is that name; what stands once beside a more frequent one of its kind is no name."""
    for name, kind in sorted(seen, key=lambda one: -len(one[0])):
        others = [one for one in seen if one != (name, kind) and one[1] == kind]
        same = next((one for one in others if name.endswith(one[0])), None)
        if same:
            seen[same] += [(_Said(one.start, one.end, same[0]), parent) for one, parent in seen.pop((name, kind))]
    found = []
    for (name, kind), some in seen.items():
        parents = Counter(parent for _, parent in some if parent)
        found.append((name, kind, parents.most_common(1)[0][0] if parents else "", [one for one, _ in some]))
    return found


def _at_home(at_home: str) -> str:
    """Where a town lies of which the text does not tell: in the city or county whose portal tells of it."""
    return "" if level(at_home) == "province" and at_home[:2] not in MUNICIPALITIES else at_home


def _weight(start: int, title: int) -> float:
    return 4.0 if start < title else 2.0 if start < title + LEAD else 1.0


def _ranked(text: str, title: int, mentions: list[_Said], parts: dict[str, tuple[str, str]]) -> tuple[Place, ...]:
    if not mentions:
        return ()
    weights: defaultdict[str, float] = defaultdict(float)
    for one in mentions:
        weights[one.key] += _weight(one.start, title)
    best = max((key for key in weights if key not in parts), key=lambda key: (not key.endswith("00"), weights[key]), default="")
    within = {key: _line(key, parts, best) for key in weights}
    totals: defaultdict[str, float] = defaultdict(float)
    for key, weight in weights.items():
        for above in within[key]:
            totals[above] += weight
    main = _main(text, title, mentions, within, totals)
    places = []
    for key in weights:
        if key != main and any(key in within[other][:-1] for other in weights):
            continue  # 重庆市 is said with 重庆市巴南区
        if key in parts:
            kind, parent = parts[key][0], within[key][-2] if len(within[key]) > 1 else ""
            path = (table().divisions[parent].path if parent in table().divisions else "") + key
            places.append((key == main, totals[key], Place("", path, kind, key == main)))
        else:
            places.append((key == main, totals[key], Place(key, table().divisions[key].path, level(key), key == main)))
    places.sort(key=lambda one: (not one[0], -one[1], one[2].name))
    return tuple(place for _, _, place in places[:MOST])


def _line(key: str, parts: dict[str, tuple[str, str]], best: str) -> tuple[str, ...]:
    """What a place lies in, largest first, and the place itself; a town of unknown county lies in the county spoken of most."""
    if key not in parts:
        return line(key)
    kind, parent = parts[key]
    if kind == "town" and best.startswith(stem(parent)):
        parent = best  # a town of 上海市 lies in the district that is spoken of
    return (*line(parent or best), key)


def _main(text: str, title: int, mentions: list[_Said], within: dict[str, tuple[str, ...]], totals: dict[str, float]) -> str:
    """The headline's place, or a part of it that the lead names as venue or begins with; without one the lead's; else the most named."""
    end = text.find("\n", title + 1)
    end = min(title + LEAD, len(text) if end < 0 else end)
    above = [one for one in mentions if one.start < title]
    head, asides = _scenes(text, above, within)
    begun = [one for one in mentions if title < one.start < end]
    lead, others = _scenes(text, begun, within, headline=False)
    venues = [
        chain
        for match in VENUE.finditer(text, title + 1, end)
        for chain in _chains([one for one in mentions if match.start(1) <= one.start < match.end(1)], within)
    ]
    named = _loudest(head, totals, within)
    national = WIDE.search(text, 0, title) is not None
    if not venues and (
        _scattered(text, above, within, national)
        if above and national
        else not above and _scattered(text, begun, within, national)
    ):
        return ""
    begins = (
        [] if any(text[one.end : one.end + 1] == "、" for one in begun[:3]) else (lead or others)[:1]
    )  # a list of places is no venue
    for chain in (*venues, *begins):
        if named and named != chain and named in within[chain]:
            return chain
    if named:
        return named
    if venues:
        inside = [chain for chain in lead if venues[0] in within[chain]]
        return inside[-1] if inside else venues[0]
    first = _loudest(lead, totals, within)
    own = _loudest(asides, totals, within)
    if own and (not first or first in within[own]):
        return own
    return first or _loudest(others or _chains(mentions, within), totals, within)


def _scenes(
    text: str, mentions: list[_Said], within: dict[str, tuple[str, ...]], *, headline: bool = True
) -> tuple[list[str], list[str]]:
    """The places where it may have happened, and those that are only spoken of.

    Where somebody goes somewhere, only that place may be it; in a headline also where somebody works.
    """
    if headline:  # 河北在石家庄、唐山试点
        pairs = [(first, second) for first, second in pairwise(mentions) if text[first.end : second.start] in AND]
        listed = {one.key for pair in pairs for one in pair}
        held = Counter(above for key in listed for above in within[key][:-1])
        into = {first.key for first, second in pairwise(mentions) if first.end == second.start}
        apart = {one.key for one in mentions if held[one.key] > 1 + (one.key in into)} - listed
        mentions = [one for one in mentions if one.key not in listed or not apart.intersection(within[one.key])]
    parts = roles(text, [Span(one.start, one.end) for one in mentions])
    found = _chains([one for one, role in zip(mentions, parts, strict=True) if role != Role.ASIDE], within)
    asides = _chains([one for one, role in zip(mentions, parts, strict=True) if role == Role.ASIDE], within)
    least = Role.SCENE if headline else Role.GOAL
    scenes = {one.key for one, role in zip(mentions, parts, strict=True) if role >= least}
    if scenes:
        found = [one for one in found if scenes.intersection(within[one])] or found
    return found, asides


def _scattered(text: str, mentions: list[_Said], within: dict[str, tuple[str, ...]], national: bool) -> bool:
    """Whether a headline or lead tells of nothing but a list of places all over the country, which has no main one."""
    listed = sum(text[first.end : second.start] in AND for first, second in pairwise(mentions))
    tops = {within[one.key][0] for one in mentions}
    return 0 < listed >= len(mentions) - 1 and len(tops) >= (2 if national else 3)


def _chains(mentions: Iterable[_Said], within: dict[str, tuple[str, ...]]) -> list[str]:
    """The smallest place of each run of names that follow each other downwards: 山东省威海市 is one place, and so is 贵阳|贵安新区."""
    found: list[str] = []
    last = -9
    for one in mentions:
        if (
            found
            and one.start - last <= 1
            and (found[-1] in within[one.key] or (one.start == last and _below(one.key, found[-1], within)))
        ):
            found[-1] = one.key
        else:
            found.append(one.key)
        last = one.end
    return found


def _below(key: str, other: str, within: dict[str, tuple[str, ...]]) -> bool:
    """Whether a place is smaller than another of its province, of which the table does not say that it lies there."""
    sizes = [("province", "city", "county").index(level(one)) if one in table().divisions else 3 for one in (key, other)]
    return within[key][0] == within[other][0] and sizes[0] > sizes[1]


def _loudest(chains: list[str], totals: dict[str, float], within: dict[str, tuple[str, ...]]) -> str:
    """The chain of which most is said, of equals the first; a chain that lies in another gives it its voice but is no rival."""
    if not chains:
        return ""
    top = max(dict.fromkeys(chains), key=lambda key: totals[within[key][0]])
    rivals = [key for key in dict.fromkeys(chains) if within[key][0] == within[top][0]]
    smallest = [key for key in rivals if not any(key != other and key in within[other] for other in rivals)]
    return max(smallest, key=lambda key: totals[key])
