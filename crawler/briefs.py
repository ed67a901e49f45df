"""Counties and towns of a county's rank called by their short names alone: 霞浦, 罗湖. Which of these names count, and where in a text."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from crawler.divisions import AUTONOMOUS, MUNICIPALITIES, NOT_SHORT, SUFFIX, level, names_in, stem, table
from crawler.everyday import BARRED, HARD, NEVER, PLAIN, WORDS
from crawler.plain import HAN

# What follows a name that is part of another: 南山|路, 黄浦|江, 三明|治.
NO_BRIEF = re.compile(
    r"大学(?![城生])|学院|银行|[东西南北中]?路|大道|人寿|证券|[一二三四五六七八九十]?街(?!道)|号|牌|佛|仪器|扑克|先生|女士|同志|博士|教授|集团|股份|汽车|客车|全|装|排|置|(?<=三明)治|(?<=北海)[道舰]|寺|山(?:[东西南北]麓|(?![东西南市区县海]))|湖畔|水库|江|湾|村|镇|乡|街道|站(?=台)"
)
# A name begins a clause, or stands behind a place, an office or a firm; or a word that takes a place leads to it. The role of a place in its
# sentence is `scenes`' business: here 来自 is as good as 在.
EDGE = re.compile(rf"(?:^|[^{HAN}\w]|[省市州县区盟讯电]|大学|学院|公司|集团|研究院|[量检]院)$")
LED_BY = re.compile(
    r"(?:(?<![接收得达找看听等感直遇])到|[赴抵往驻]|(?<![存所旨现内潜])在|(?<![推促改先引增跟演行])进|落户|落地|走近|下沉|服务|助力|支援|帮扶|携手|联手|北上|南下|落子|面向|位于|来自|借鉴|对口)$"
)
# What a place is followed by, so that a name which is a word too is the place's: 三门|市场监管局, 光明|企业.
CLEAR = re.compile(
    rf"[：:，、\s]|市场?监管?|质监|计量|质检|特检|检验|检测|检定|认证|海关|消保|消协|执法|开展|举办|举行|启动|召开|推进|推出|推动|率先|建成|发布|通报|查处|抽查|抽检|公布|"
    rf"印发|出台|上线|试点|设立|校准|电梯|加油站|企业|农贸|一[家名企商批位]|两[家地]|[三多数]家|首[个家批]|本地|当地|警方|法院|口岸|商户|群众|校区|分[院局所公中]|"
    rf"这[座个片]|地区|人民|公安|检察|供电|[{HAN}]{{1,3}}(?:镇|街道|高新区|经开区|开发区|工业园)|"
    rf"[{HAN}]{{1,4}}(?:检[测验](?:中心|站|所|室|实验室|平台|点)|实验室|质检|抽检|送检|企业|合作社|商会)|$"
)
# Behind these a name that is a word too is the place, whatever follows: 赴|光明.
GOES_TO = re.compile(r"(?:[赴抵驻]|走进|开进|落户|援助|帮扶)$")


@cache
def _names() -> tuple[AhoCorasick, tuple[str, ...], dict[str, tuple[str, ...]]]:
    data = table()
    codes: dict[str, list[str]] = {}
    for code, one in data.divisions.items():
        if code[0] in "78":
            continue  # the towns of Taiwan and the districts of Hong Kong have the names of many others
        if level(code) == "county" and not one.name.endswith("市"):
            full = AUTONOMOUS.sub("", one.name)
            short = full[:-2] if full in ("浦东新区", "滨海新区") else full[:-1]
        else:
            short = bare if (bare := SUFFIX.sub("", one.name)) in NOT_SHORT and bare != one.name else ""
        if len(short) > 1 and short not in data.names and short not in BARRED:
            codes.setdefault(short, []).append(code)
    ordered = tuple(codes)
    return (
        AhoCorasick(list(ordered), matchkind=MatchKind.Standard, implementation=Implementation.DFA),
        ordered,
        {name: tuple(some) for name, some in codes.items()},
    )


def briefly(text: str, said: list[tuple[int, int, str]], at_home: str) -> list[tuple[int, int, str]]:
    """Start, end and code of what a `plain` text calls by its short name, where no longer name stands."""
    automaton, ordered, codes = _names()
    taken = {place for start, end, _ in (*names_in(text), *said) for place in range(start, end)}
    ends = {end: code for _, end, code in said}
    near = {code[:size] for _, _, code in said for size in (4, 2) if size == 2 or not code.endswith("0000")}
    homes = {at_home[:2], "" if at_home.endswith("0000") else at_home[:4]}
    found = []
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    for number, start, end in sorted(hits, key=lambda one: (one[1], -one[2])):
        name = ordered[number]
        above = ends.get(start)
        if (name in NEVER and not above) or start in taken or end - 1 in taken:
            continue
        if NO_BRIEF.match(text, end) or text[start - 1 : start] in ("沿", "跨"):
            taken.update(range(start, end))  # 黄浦江 is no 浦江
            continue
        inside = [code for code in codes[name] if code != above and code.startswith(stem(above))] if above else []
        if len(inside) == 1 and (name not in NEVER or CLEAR.match(text, end)):
            code = inside[0]
        else:
            code, told = _which(codes[name], near, homes)
            if not code or name in NEVER:
                continue
            if not _meant(text, start, end, name, sure=len(codes[name]) == 1, told=told) and not _holds(text, end, code):
                continue
        found.append((start, end, code))
        ends[end] = code
        taken.update(range(start, end))
    return found


def _which(codes: tuple[str, ...], near: set[str], homes: set[str]) -> tuple[str, bool]:
    """The only one of some divisions of a name, or the one whose city or province is told of, and whether the text tells it."""
    for told, some in ((True, near), (len(codes) > 1, homes)):
        for size in (4, 2):
            inside = [code for code in codes if code[:size] in some]
            if len(inside) == 1:
                return inside[0], told and (size == 4 or codes[0][:2] in MUNICIPALITIES)
    some_one = [code for code in codes if len(codes) == 1 or code.endswith("00")]  # 中山 is 中山市 rather than a 中山区
    return (some_one[0], False) if len(some_one) == 1 else ("", False)


def _holds(text: str, end: int, code: str) -> bool:
    """Whether a part of the division follows its name at once: 开封|鼓楼区."""
    inside = stem(code)
    return any(
        first == end and any(one != code and one.startswith(inside) for one in table().names[name])
        for first, _, name in names_in(text)
    )


def _meant(text: str, start: int, end: int, name: str, *, sure: bool, told: bool) -> bool:
    """Whether the name means the place: always, or in clear words where it is a word too."""
    if sure and name not in WORDS and (name not in NOT_SHORT or name in PLAIN):
        return True
    before = text[max(0, start - 4) : start]
    if GOES_TO.search(before):
        return True
    if not LED_BY.search(before) and not EDGE.search(before):
        return False
    return (told and name not in HARD) or (name in NOT_SHORT and name not in HARD) or CLEAR.match(text, end) is not None
