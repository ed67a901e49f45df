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
        ("宁波市场监管局抽查月饼", "宁波市市场监督管理局", "regulator"),
        ("威海市监局约谈企业", "威海市市场监督管理局", "regulator"),
        ("德州市监局约谈企业", "德州市市场监督管理局", "regulator"),
        ("苏州工业园区市场监管局约谈企业", "苏州工业园区市场监督管理局", "regulator"),
        ("云南德宏州市场监管局抽查电动车", "德宏傣族景颇族自治州市场监督管理局", "regulator"),
        ("由浙江省宁波市计量测试研究院承担", "宁波市计量测试研究院", "institute"),
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
    ("texts", "name"),
    [
        (["浙江省市场监管局", "浙江省市场监督管理局", "浙江省市监局", "浙江市场监管局"], "浙江省市场监督管理局"),
        (["上海市闵行区市场监管局", "上海闵行区市场监督管理局", "闵行区市监局"], "上海市闵行区市场监督管理局"),
        (["浙江省杭州市西湖区市场监管局", "杭州西湖区市场监管局"], "杭州市西湖区市场监督管理局"),
        (["天津市市场监管委", "天津市市场监督管理委员会"], "天津市市场监督管理委员会"),
        (["内蒙古药监局", "内蒙古自治区药品监督管理局"], "内蒙古自治区药品监督管理局"),
        (["浙江慈溪市市场监管局", "慈溪市市场监督管理局"], "慈溪市市场监督管理局"),
        (["江苏省特检院", "江苏省特种设备安全监督检验研究院", "江苏特检院"], "江苏省特种设备安全监督检验研究院"),
        (["原国家质检总局", "国家质量监督检验检疫总局"], "国家质量监督检验检疫总局"),
    ],
)
def test_an_institution_has_one_name_however_a_text_shortens_it(texts: list[str], name: str) -> None:
    for text in texts:
        assert list(named(f"据悉，{text}发布通报")) == [name], text
    assert list(named("。".join(texts)).values()) == [(*named(texts[0])[name][:1], len(texts))]


def test_an_ambiguous_district_is_the_one_of_the_city_that_the_text_tells_of() -> None:
    assert list(named("长春市开展检查。朝阳区市场监管局到场")) == ["长春市朝阳区市场监督管理局"]
    assert list(named("朝阳区市场监管局到场")) == ["朝阳区市场监督管理局"]
    assert list(named("北京与长春交流。朝阳区市场监管局到场")) == ["朝阳区市场监督管理局"]


def test_an_institute_called_in_full_once_is_then_also_called_by_its_short_name() -> None:
    assert named("丽水市特种设备检测院揭牌。丽水市特检院表示，丽水特检院将扩建。") == {"丽水市特种设备检测院": ("institute", 3)}
    assert named("丽水市特检院揭牌") == {"丽水市特检院": ("institute", 1)}
    assert named("丽水市特种设备检测院与丽水市质检院合并") == {
        "丽水市特种设备检测院": ("institute", 1),
        "丽水市质检院": ("institute", 1),
    }


@pytest.mark.parametrize(
    "text",
    [
        "济南德州两地协作",
        "湖南德山开发区",
        "务必维护秩序",
        "不必维修电梯",
        "何必维权",
        "豆谱尼龙袋",
        "德凯路12号",
        "王德凯说",
        "越南德资工厂",
        "西南德阳一带",
        "我国检测试剂出口",
        "空气质量月报",
        "市生态环境部门通报",
        "工信部门要求整改",
        "对不认可委托检验结论的",
        "朝阳市场监管局在哪里",
        "作家劳拉·英格尔斯",
    ],
)
def test_a_name_that_other_words_make_where_they_meet_is_none(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SGS、必维等机构", "必维集团"),
        ("检验集团必维日前任命新总裁", "必维集团"),
        ("引进南德", "TÜV南德"),
        ("收购谱尼", "谱尼测试"),
        ("与德凯签约", "DEKRA德凯"),
        ("济南德国莱茵实验室", "TÜV莱茵"),
        ("工信部门户网站公布", "工业和信息化部"),
        ("生态环境部部长", "生态环境部"),
        ("Eurofins在华扩建", "Eurofins欧陆"),
        ("中国计量大学招生", "中国计量大学"),
    ],
)
def test_a_bare_name_is_known_where_its_edges_are_clear(text: str, name: str) -> None:
    assert name in named(text)


def test_a_bare_name_that_is_clear_once_counts_everywhere() -> None:
    assert named("谱尼测试公告。据介绍谱尼拥有三十个实验室。") == {"谱尼测试": ("company", 2)}


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
