"""Figures: number, unit, what is counted, its change, its sentence; dates and numbers of standards are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.figures import MOST, find

Row = tuple[float, str, str, str | None]


def told(text: str) -> list[Row]:
    return [(one.number, one.unit, one.what, one.change) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("集聚产业链上下游企业115家", [(115, "家", "产业链上下游企业", None)]),
        ("去年实现营业收入43.99亿元,同比增长11.1%。", [(4.399e9, "元", "实现营业收入", "同比增长11.1%")]),
        ("全鏈總規模達到597.63億元。", [(5.9763e10, "元", "全链总规模", None)]),
        (
            "出具检验检测报告808.2万份,有效认证证书数量达到7.5万张",
            [(8082000, "份", "出具检验检测报告", None), (75000, "张", "有效认证证书数量", None)],
        ),
        ("净利润9.2亿元（同比下降 8.5%）", [(920000000, "元", "净利润", "同比下降 8.5%")]),
        ("不合格率15%，较上年下降2.3个百分点。", [(15, "%", "不合格率", "较上年下降2.3个百分点")]),
        ("新增订单同比增长12%。", [(12, "%", "新增订单", "同比增长12%")]),
        ("在手订单3,456万元", [(34560000, "元", "在手订单", None)]),
        ("抽查120批次产品，检出不合格18批次", [(120, "批次", "产品", None), (18, "批次", "检出不合格", None)]),
        ("全市有效CMA机构1286家，同比减少32家。", [(1286, "家", "全市有效CMA机构", "同比减少32家")]),
        ("到2024年底已集聚产业链上下游企业115家", [(115, "家", "产业链上下游企业", None)]),
        ("共吸引来自全区的21支职工队伍参赛", [(21, "支", "职工队伍", None)]),
        ("惠及400余家工厂", [(400, "家", "工厂", None)]),
        ("全年共服務企業5000余家", [(5000, "家", "服务企业", None)]),
        ("占比达到７．４％", [(7.4, "%", "占比", None)]),
    ],
)
def test_a_stated_number_is_read_with_what_it_counts(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "机构由2023年的98家增长到115家。",
            [(98, "家", "机构", None), (115, "家", "机构", "由2023年的98家增长到115家")],
        ),
        (
            "营业收入从5.2亿元增至6.1亿元",
            [(5.2e8, "元", "营业收入", None), (6.1e8, "元", "营业收入", "从5.2亿元增至6.1亿元")],
        ),
        ("合格率由92.1%提高到97.5%", [(92.1, "%", "合格率", None), (97.5, "%", "合格率", "由92.1%提高到97.5%")]),
        (
            "机构数量从上年的98家增加到今年的115家，增长17.3%",
            [(98, "家", "机构数量", None), (115, "家", "机构数量", "增长17.3%")],
        ),
        ("注册机构由98增至115家", [(115, "家", "注册机构", "由98增至115家")]),
        (
            "参赛队伍由首届的12支扩大至48支",
            [(12, "支", "参赛队伍", None), (48, "支", "参赛队伍", "由首届的12支扩大至48支")],
        ),
        (
            "投诉从每月 33起降到10起",
            [(33, "起", "投诉", None), (10, "起", "投诉", "从每月 33起降到10起")],
        ),
        ("检定收费由60元调整为18元", [(60, "元", "检定收费", None), (18, "元", "检定收费", "由60元调整为18元")]),
        ("不合格率3.2%降至1.1%", [(3.2, "%", "不合格率", None), (1.1, "%", "不合格率", "3.2%降至1.1%")]),
    ],
)
def test_from_and_to_count_one_thing_and_the_second_has_the_change(text: str, rows: list[Row]) -> None:
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "number", "unit", "what"),
    [
        ("出口额达12亿美元", 1.2e9, "美元", "出口额"),
        ("签约额3000万美元", 3e7, "美元", "签约额"),
        ("签约额1,000万港元", 1e7, "港元", "签约额"),
        ("签约额500万欧元", 5e6, "欧元", "签约额"),
        ("罚款8.5億日圓", 8.5e8, "日元", "罚款"),
        ("签约额12亿美金", 1.2e9, "美元", "签约额"),
        ("注册资本500万人民币", 5e6, "元", "注册资本"),
        ("罚没款人民币300万元", 3e6, "元", "罚没款"),
        ("投资额为1.2万亿元", 1.2e12, "元", "投资额"),
        ("投资额3千万元", 3e7, "元", "投资额"),
        ("投资约10个亿", 10, "亿", "投资"),
        ("总投资十二亿元", 1.2e9, "元", "总投资"),
        ("产值一百二十亿元", 1.2e10, "元", "产值"),
        ("产值超过百亿元", 1e10, "元", "产值"),
        ("产值十二點五億元", 1.25e9, "元", "产值"),
        ("参赛企业三十二家", 32, "家", "参赛企业"),
        ("共有一百零五家检测企业", 105, "家", "检测企业"),
        ("检定台秤四千五百三十六台", 4536, "台", "检定台秤"),
        ("吸引千余家企业参展", 1000, "家", "企业参展"),
        ("吸引近万名观众", 1e4, "名", "观众"),
        ("企业数两千多家", 2000, "家", "企业数"),
        ("罚没款一百七十余万元", 1.7e6, "元", "罚没款"),
    ],
)
def test_money_of_any_country_and_numbers_in_characters_are_figures(text: str, number: float, unit: str, what: str) -> None:
    assert told(text) == [(number, unit, what, None)]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("产量达5万台，比去年同期多1.2万台", "比去年同期多1.2万台"),
        ("产值达5亿元，比上年翻一番", "比上年翻一番"),
        ("产值达5亿元，翻了两番", "翻了两番"),
        ("检出不合格18批次，与去年持平", "与去年持平"),
        ("检出不合格18批次，同比基本持平", "同比基本持平"),
        ("检出不合格18批次，较去年同期减少6批次", "较去年同期减少6批次"),
        ("检出不合格18批次，比2023年少6批次", "比2023年少6批次"),
    ],
)
def test_a_change_may_be_told_in_other_words_than_growth(text: str, change: str) -> None:
    (one,) = find(text)
    assert one.change == change


@pytest.mark.parametrize(
    "text",
    [
        "依据GB/T 19001-2016标准",
        "5月20日10时30分",
        "2025年",
        "历时6个月",
        "30个工作日内",
        "第3个项目",
        "电话010-12345678",
        "ISO 17025",
        "1999-2020年",
        "教育部等7部门发文",
        "十二月二十日",
        "第三十二条规定",
        "千家万户",
        "打造百亿元产业",
        "百家争鸣",
        "数百家企业",
        "十几家企业",
        "二十个工作日",
        "二十个交易日",
        "一家企业有两个实验室",
        "千万别信",
        "十部门联合印发",
        "",
    ],
)
def test_dates_durations_and_numbers_of_standards_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_the_sentence_is_kept_as_it_was_published() -> None:
    (one,) = find("威海召開大會。為企業減免檢定校準費用1000余萬元！會議結束。")
    assert one.sentence == "為企業減免檢定校準費用1000余萬元"
    assert (one.number, one.unit) == (1e7, "元")


def test_an_article_has_no_more_figures_than_are_of_use() -> None:
    assert len(find("企业5家。" * 500)) == MOST


@given(
    st.lists(
        st.sampled_from([*"0123456789.,%％万亿元家个月年增长下降同比第余多（）。，十百二零点由从至", "个百分点", "企业", "美元"]),
        max_size=60,
    ).map("".join)
)
def test_any_run_of_digits_and_units_is_read(text: str) -> None:
    for one in find(text):
        assert one.number >= 0
        assert one.unit
        assert one.sentence in text
