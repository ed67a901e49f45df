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
    st.lists(st.sampled_from([*"0123456789.,%％万亿元家个月年增长下降同比第余多（）。，", "个百分点", "企业"]), max_size=60).map(
        "".join
    )
)
def test_any_run_of_digits_and_units_is_read(text: str) -> None:
    for one in find(text):
        assert one.number >= 0
        assert one.unit
        assert one.sentence in text
