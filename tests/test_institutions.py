"""Institutions: aliases of the data file, names that say what they are, counts; what is none."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import institutions
from crawler.institutions import DATA, KINDS, find


def named(text: str) -> dict[str, tuple[str, int]]:
    return {one.name: (one.kind, one.count) for one in find("", text)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("必维申美参展", "必维集团", "company"),
        ("南德检测签约", "TÜV南德", "company"),
        ("TÜV SÜD签约", "TÜV南德", "company"),
        ("英格尔与高校合作", "英格尔检测", "company"),
        ("sgs与园区签约", "SGS", "company"),
        ("通标标准扩建", "SGS", "company"),
        ("市场监管总局通报", "国家市场监督管理总局", "regulator"),
        ("認監委發布公告", "国家认证认可监督管理委员会", "regulator"),
        ("获CNAS认可", "中国合格评定国家认可委员会", "regulator"),
        ("5·20世界计量日", "世界计量日", "event"),
        ("在进博会亮相", "中国国际进口博览会", "event"),
    ],
)
def test_an_alias_in_either_script_and_any_case_is_its_institution(text: str, name: str, kind: str) -> None:
    assert named(text) == {name: (kind, 1)}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("近日,深圳市市场监督管理局公布名单", "深圳市市场监督管理局", "regulator"),
        ("由浙江省宁波市计量测试研究院承担", "浙江省宁波市计量测试研究院", "institute"),
        ("浙江省特种设备科学研究院到场", "浙江省特种设备科学研究院", "institute"),
        ("与临沂市检验检测中心共建", "临沂市检验检测中心", "institute"),
        ("依托威海市產品質量標準計量檢驗研究院建設", "威海市产品质量标准计量检验研究院", "institute"),
        ("国家电线电缆质量检验检测中心揭牌", "国家电线电缆质量检验检测中心", "institute"),
        ("撤销江苏中科检测技术有限公司资质", "江苏中科检测技术有限公司", "company"),
        ("由威凯检测技术有限公司牵头", "威凯检测技术有限公司", "company"),
        ("智巡密码(上海)检测有限公司签约", "智巡密码(上海)检测有限公司", "company"),
    ],
)
def test_an_institution_that_is_not_listed_is_known_by_its_name(text: str, name: str, kind: str) -> None:
    assert named(text) == {name: (kind, 1)}


@pytest.mark.parametrize(
    "text", ["BSGSX", "上海中心大厦", "威海市人民医院", "北京大学研究院", "检测中心很远", "某某食品有限公司", ""]
)
def test_what_is_of_another_trade_or_has_no_name_is_no_institution(text: str) -> None:
    assert named(text) == {}


def test_mentions_are_counted_most_frequent_first_and_aliases_count_together() -> None:
    found = find("华测检测扩建", "华测集团表示,SGS也将参加。CTI华测股价上涨。")
    assert [(one.name, one.count) for one in found] == [("华测检测", 3), ("SGS", 1)]


def test_the_data_file_names_each_institution_once() -> None:
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    assert set(table) == set(KINDS)
    names = [one for kind in KINDS for name, more in table[kind].items() for one in (name, *more)]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert all(len(name) >= 2 for name in names)


@given(
    st.lists(
        st.sampled_from(["上海", "检测", "有限公司", "由", "(", ")", "市场监管局", "计量院", "SGS", "国家", "中心", "。"]),
        max_size=25,
    )
)
def test_pieces_of_names_in_any_order_are_read(pieces: list[str]) -> None:
    for one in institutions.find("", "".join(pieces)):
        assert one.count >= 1
        assert one.kind in KINDS
        assert len(one.name) >= 2
