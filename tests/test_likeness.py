"""Whether two texts are one: copies, and what only looks like a copy."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.folding import fold
from archive.likeness import Overlap, Text, compared, days_between, overlap, text_of, titles_alike
from bench.forms import FORMS, filled
from bench.texts import Piece, article
from bench.variants import KINDS, NEGATIVES, reposted

SEEDS = st.integers(0, 10**6)


def text(piece: Piece) -> Text:
    return text_of(piece.title, piece.body, piece.published or None, piece.source)


def related(one: Text, other: Text) -> Overlap | None:
    """The overlap of two texts of which one is a copy, an excerpt or a digest of the other; None when they are two texts."""
    found = compared(one, other)
    return found.overlap if found is not None and not found.repeat else None


def copy(seed: int, kind: str) -> tuple[Text, Text]:
    rng = random.Random(seed)
    piece = article(rng)
    return text(piece), text(reposted(rng, KINDS[kind](rng, piece, article(rng))))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_copy_is_related(kind: str) -> None:
    assert sum(related(*copy(seed, kind)) is not None for seed in range(30)) == 30


@pytest.mark.parametrize("kind", NEGATIVES)
def test_no_kind_of_look_alike_is_related(kind: str) -> None:
    for seed in range(40):
        one, other = NEGATIVES[kind](random.Random(seed))
        assert related(text(one), text(other)) is None, (seed, one.title, other.title)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.sampled_from([*KINDS, *NEGATIVES, *FORMS]))
def test_a_comparison_is_symmetric(seed: int, kind: str | tuple[str, str]) -> None:
    if isinstance(kind, tuple):
        rng = random.Random(seed)
        one, other = text(filled(rng, kind)), text(KINDS["noise 2 %"](rng, filled(rng, kind), article(rng)))
    elif kind in KINDS:
        one, other = copy(seed, kind)
    else:
        one, other = map(text, NEGATIVES[kind](random.Random(seed)))
    there, back = compared(one, other), compared(other, one)
    assert (there and there.repeat) == (back and back.repeat)
    if there is not None and back is not None:
        assert (there.overlap.inside, there.overlap.around) == (back.overlap.around, back.overlap.inside)


def test_an_excerpt_lies_inside_its_original() -> None:
    one, other = copy(3, "half excerpt")
    shared = overlap(other, one)
    assert shared.inside > 0.95
    assert 0.4 < shared.around < 0.6
    assert shared.similarity == shared.inside


SHORT = "6月26日，2025年检验检测技能竞赛在会展中心举办，21支队伍参加。"


def brief(title: str = "检验检测技能竞赛举办", body: str = SHORT, day: str | None = "2025-06-26", source: str = "甲报") -> Text:
    return text_of(title, body, day, source)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (brief(), True),
        (brief(day=None, source="乙报"), True),
        (brief(title="区里比武忙", day="2025-06-27"), True),  # the same words and source, a day later
        (brief(title="区里比武忙", day="2025-06-27", source="乙报", body=SHORT + "记者报道。"), False),
        (brief(title="区里比武忙", day="2025-09-27"), False),
        (brief(day="2026-06-26"), False),  # the same words a year later
        (brief(body=SHORT.replace("21支", "23支")), False),
        (brief(body=SHORT.replace("会展中心", "职业学院")), False),
        (brief(body="转自：甲报\n" + SHORT), True),
        (brief(title="其他标题说别的事", day=None), False),
    ],
)
def test_title_date_and_source_decide_with_a_short_text(other: Text, same: bool) -> None:
    assert (related(brief(), other) is not None) == same


def test_numbers_alone_tell_two_issues_of_a_series_apart() -> None:
    body = article(random.Random(8)).body
    assert related(text_of("计量通讯第12期", body, None, None), text_of("计量通讯第13期", body, None, None)) is None
    assert related(text_of("计量通讯第12期", body, None, None), text_of("计量通讯 第12期", body, None, None)) is not None


def test_a_corrected_figure_leaves_a_copy_a_copy() -> None:
    piece = article(random.Random(9))
    digits = next(part for part in piece.body.split("，") if any(one.isdigit() for one in part))
    other = replace(piece, body=piece.body.replace(digits, digits.replace("1", "2").replace("3", "4"), 1))
    assert related(text(piece), text(other)) is not None


def test_the_same_notice_with_the_year_moved_on_is_another_notice() -> None:
    frame = (
        "为庆祝{year}年5月20日世界计量日，本院定于当天举办实验室开放活动。活动期间，市民可以参观长度、温度、力学和电学实验室，"
        "听取专业人员讲解量值传递的过程，并可携带家用血压计、人体秤到现场免费检测。请有意参加的单位和个人提前填写报名表，"
        "于五月十五日以前发送到本院邮箱。联系人：综合业务部。欢迎社会各界积极参与，共同感受计量科学的魅力，了解{year}年计量工作的新进展。"
    )
    one, other = (
        text_of("世界计量日开放活动通知", frame.format(year=year), f"{year}-05-10", "市计量院") for year in (2024, 2025)
    )
    assert related(one, other) is None
    assert related(one, replace(one, published="2024-05-11")) is not None


PHRASES = (
    "会议要求把质量强市的各项部署落到实处，推动检验检测服务业迈上新台阶。", "目前全市共有检验检测机构{}家，从业人员{}人。",
    "技术人员向到场的市民演示了检测过程，发放宣传册{}份。", "检查人员随机抽取{}家机构，逐份核对原始记录和报告。",
    "企业代表说，检测周期由{}天缩短到{}天，一年能省下{}万元。", "此次活动旨在让更多人了解检测、信任检测。",
    "实验室里，工程师正在给送检的样品做耐久性试验。", "这项技术补上了在线检测的短板，已取得专利{}项。",
)  # fmt: skip


@given(SEEDS)
@settings(max_examples=30, deadline=None)
def test_phrases_of_the_trade_in_another_order_with_other_numbers_are_no_copy(seed: int) -> None:
    rng = random.Random(seed)

    def written() -> list[str]:
        return [re.sub(r"\{\}", lambda _: str(rng.randint(100, 9999)), phrase) for phrase in rng.sample(PHRASES, len(PHRASES))]

    one, other = written(), written()
    assert (
        related(text_of("一地公布抽查结果", "".join(one), None, None), text_of("另一地能力提升", "".join(other), None, None))
        is None
    )
    whole, half = "".join(one), "".join(one[:4])
    assert related(text_of("一地公布抽查结果", whole, None, None), text_of("一地公布抽查结果", half, None, None)) is not None


LIQUOR = (
    "县里的老酒厂门前，清早就排起了取样的队伍。", "技术员蹲在窖池边，把温度计一支支插进酒醅，嘴里念着刻度，旁边的人低头记下。",
    "厂长说，过去靠鼻子和舌头，如今靠仪器说话，师傅们起初并不服气。", "计量所派人住进厂里，从怎么读数教起，教到怎么填写原始记录，前后花了整整半个冬天。",
    "如今厂里有标准酒精计12支，每季度送检。", "检测室也扩到了85平方米，添了气相色谱仪。", "去年全厂因为计量不准造成的退货降到了3批。",
    "今年计划再送9名工人去省城学习。", "村里人都说，酒还是那个味道，心里却踏实多了。",
)  # fmt: skip


def liquor(*numbers: int, day: str = "2025-05-20") -> Text:
    return text_of("老酒厂学会用数据说话", "".join(LIQUOR[number] for number in numbers), day, None)


def test_numbers_that_were_cut_away_are_no_other_numbers() -> None:
    one, other = liquor(0, 1, 2, 3, 6, 7), liquor(0, 1, 2, 3, 4, 5, 8)
    assert compared(one, other) is None  # nor is it said that they are one text: that their original says
    for cut in (one, other):
        assert related(cut, liquor(*range(9))) is not None


def test_a_lead_found_in_a_page_of_months_later_is_no_repeat_of_it() -> None:
    lead, page = liquor(0, 1), liquor(*range(9), day="2025-09-01")
    assert compared(lead, page) is None
    assert related(lead, replace(page, published="2025-05-21")) is not None
    late = compared(lead, replace(lead, published="2025-09-01"))
    assert late is not None
    assert late.repeat


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("检验检测开放日活动启动", "检验检测开放日活动启动", True),
        ("检验检测开放日活动启动", "2025年检验检测开放日活动启动_某某网", True),
        ("检验检测开放日活动启动", "一件小事关系千家万户", False),
        ("公告", "关于开展抽查的公告", False),
        ("", "", False),
    ],
)
def test_titles_are_compared(one: str, other: str, alike: bool) -> None:
    assert titles_alike(one, other) is alike
    assert titles_alike(other, one) is alike


def test_days_are_counted_only_between_days() -> None:
    assert days_between("2025-05-01", "2025-05-03T08:00:00+08:00") == 2
    assert days_between("2025-05-01", None) is None
    assert days_between("2025-13-01", "2025-05-01") is None


@settings(max_examples=60, deadline=None)
@given(st.text("检验测认证计量0123，。ab", max_size=200), st.text("检验测认证计量0123，。ab", max_size=200))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    shared = overlap(text_of("", one, None, None), text_of("", other, None, None))
    assert 0 <= shared.inside <= 1
    assert 0 <= shared.around <= 1
    related(text_of("", one, None, None), text_of("", other, None, None))


def test_a_place_named_in_the_first_words_is_a_change_of_its_own() -> None:
    said = "记者从{}认证认可协会获悉截至5月4日全市共建成船舶检测平台31个服务企业771家"
    one, other = (Text(f"{city}开放日活动举行", said.format(city), "2022-05-04", "甲报") for city in ("双塔区", "洪泽岭市"))
    assert related(one, other) is None


NOTICE = (
    "{}市场监督管理局近日对辖区内的检测站点开展回头看。执法人员翻看了最近的检测记录，现场复核了设备的状态，还请站点的检测员演示了操作步骤。"
    "总的来看，多数站点管理有序，少数站点的记录填写随意，设备标签脱落。{}市场监督管理局已要求这些站点限期整改，并将择期复查，复查结果向社会公开。"
    "下一步将把回头看作为经常性的工作，督促站点守住质量底线，让群众放心。"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("湖南省", "湖北省"),
        ("湖南省", "济南市"),
        ("广东省", "广西"),
        ("贵阳市", "沈阳市"),
        ("台州市", "烟台市"),
        ("济南市", "济宁市"),
        ("南昌市", "南昌县"),
        ("东城区", "西城区"),
        ("浦东新区", "江东新区"),
    ],
)
@pytest.mark.parametrize("title", ["{}检测站点回头看", "检测站点回头看"])
def test_names_of_places_that_share_a_character_tell_two_notices_apart(one: str, other: str, title: str) -> None:
    first, second = (text_of(title.format(place), NOTICE.format(place, place), "2025-04-10", None) for place in (one, other))
    assert related(first, second) is None
    misread = replace(second, title=first.title, body=first.body.replace(fold(one), fold(other), 1))
    assert related(first, misread) is not None  # a name that stands in the other text as well was misread, or named beside it
