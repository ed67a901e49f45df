"""The one name of an authority or institute that texts shorten: 浙江市监局 is 浙江省市场监督管理局, 蜀山区 of 合肥 is 合肥市蜀山区."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.divisions import MUNICIPALITIES, VAGUE, level, stem, table

# What an authority's field is called, by its beginning, and in full.
FIELDS = (
    ("市", "市场监督管理"),
    ("药", "药品监督管理"),
    ("质", "质量技术监督"),
    ("标", "标准化管理"),
)
ORGANS = {"委": "委员会"}
# Institutes whose place is the one that runs them; of others (长沙工程机械检测中心) it is only where they stand.
PUBLIC = re.compile(r"(?:产品|商品)?质量|质检|计量|特检|特种设备|药检|药品|食品|纤检|纤维|标准化|检验检测")
# How an institute is called for short: 特检院, 计量质检所.
SHORT = re.compile(r"(?:(?:计量|质检|特检|药检|食检|纤检)+)(?:研究院|院|所|中心|站)")
GOODS = re.compile(r"^(?:产品|商品)(?=质量)")


def regulator(called: str) -> str:
    """What an authority's field and organ are in full: 市监局 is 市场监督管理局."""
    field = next((full for begins, full in FIELDS if called.startswith(begins)), "")
    organ = re.split("管理|监管|监督|监", called)[-1]
    return field + ORGANS.get(organ, organ)


def place(names: Sequence[str], told: frozenset[str] = frozenset()) -> str:
    """The official name of a division that a text calls by one or more names that touch: 浙江|宁波 is 宁波市, 合肥|蜀山区 合肥市蜀山区.

    `told` is what the codes of the text's other places begin with, which tells which 朝阳区 is meant. As printed where nothing tells.
    """
    data = table()
    code = ""
    for name in names:
        inside = [one for one in data.names[name] if one.startswith(stem(code)) and one != code]
        some = [one for one in inside if one[0] not in "78"] or inside  # Taiwan's towns have the names of many others
        if len(some) > 1:
            some = [one for one in some if one.endswith("00")] or [one for one in some if one[:4] in told] or some
        if len(some) != 1 or (name in VAGUE and not code):
            return "".join(names)
        code = some[0]
    own = data.divisions[code].name
    if level(code) != "county" or not own.endswith("区"):
        return own
    above = f"{code[:2]}0000" if code[:2] in MUNICIPALITIES else f"{code[:4]}00"
    city = data.divisions[above].name if above in data.divisions else ""
    return own if own.startswith(city[:-1]) else city + own  # 苏州工业园区


def shortens(short: str, name: str) -> bool:
    """Whether 特检院 may be 特种设备安全监督检验研究院: its characters stand there in their order, the first and last in their place."""
    name = GOODS.sub("", name)
    if not SHORT.fullmatch(short) or name[:1] != short[:1] or name[-1:] != short[-1:]:
        return False
    letters = iter(name)
    return all(letter in letters for letter in short)
