"""Places: labelled sentences and seeds, ambiguous names, towns and zones, names that are no place; what facets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.labels import region
from bench import labels
from crawler.divisions import ZONES, home, line, table
from crawler.places import find


def names(title: str, body: str = "", home_region: str = "") -> list[str]:
    return [place.name for place in find(title, body, home_region)]


def test_the_main_place_of_the_labelled_sentences_holds_its_floor_and_the_seeds_are_exact() -> None:
    made = labels.main_places()
    assert len(labels.rows(labels.PLACES)) >= 750
    assert made.figures["main"] >= 0.99, made.missed["main"]
    assert made.figures["apart"] >= 0.97, made.missed["apart"]
    assert made.figures["seeds"] == 1.0, made.missed["seeds"]


@pytest.mark.parametrize(
    ("title", "home_region", "main"),
    [
        ("北京朝阳区抽查电线电缆", "", "北京市朝阳区"),
        ("长春朝阳区抽查电线电缆", "", "吉林省长春市朝阳区"),
        ("朝阳区抽查电线电缆", "吉林省", "吉林省长春市朝阳区"),
        ("朝阳区抽查电线电缆", "北京市", "北京市朝阳区"),
        ("鼓楼区检定公平秤", "福建省福州市", "福建省福州市鼓楼区"),
        ("攀枝花东区检定公平秤", "", "四川省攀枝花市东区"),
        ("东区检定公平秤", "四川省攀枝花市", "四川省攀枝花市东区"),
        ("东区检定公平秤", "", None),
        ("朝阳区抽查电线电缆", "", None),
        ("新区建检测中心", "", None),
    ],
)
def test_an_ambiguous_name_is_decided_by_its_neighbours_or_the_home_region(
    title: str, home_region: str, main: str | None
) -> None:
    if home_region not in table().names:
        home_region = next((one.name for one in table().divisions.values() if one.path == home_region), home_region)
    assert next((place.name for place in find(title, "", home_region) if place.main), None) == main


@pytest.mark.parametrize(
    "text",
    [
        "南京路步行街开市",
        "北京时间八点整",
        "上海合作组织会议",
        "重庆银行年报",
        "大理石放射性超标",
        "社会长治久安",
        "加强区域合作",
        "日照充足",
        "开封后尽快食用",
    ],
)
def test_what_only_sounds_like_a_place_is_none(text: str) -> None:
    assert names(text) == []


def test_a_county_is_called_by_its_short_name_where_that_is_no_word_of_the_text() -> None:
    assert names("霞浦海带上市") == ["福建省宁德市霞浦县"]
    assert names("湖南通道开展抽检") == ["湖南省怀化市通道侗族自治县"]
    assert names("绿色通道开展抽检") == []
    assert names("样品顺利通过检验") == []
    assert names("黄浦江边的检定员") == []
    assert names("和平年代的计量人，资源得到共享") == []
    assert names("通州家纺送检", "", "江苏省南通市") == ["江苏省南通市通州区"]
    assert names("通州家纺送检") == []
    assert names("科左中旗抽检种子") == ["内蒙古自治区通辽市科尔沁左翼中旗"]


def test_who_comes_from_a_place_and_what_is_sold_under_its_name_are_no_scene() -> None:
    assert names("重庆专家到昌都校准血压计")[0] == "西藏自治区昌都市"
    assert names("兰州拉面店的秤不准，义乌查处")[0] == "浙江省金华市义乌市"
    assert names("继玉林、贵港之后，钦州建站")[0] == "广西壮族自治区钦州市"
    assert names("重庆专家工作站揭牌")[0] == "重庆市"
    assert names("库尔勒香梨采收") == ["新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒市"]
    assert names("检测车下乡", "本报合肥5月3日讯 检测车昨天到了芜湖市。")[0] == "安徽省芜湖市"


def test_a_list_has_what_holds_it_as_main_place_or_none() -> None:
    assert names("河北在石家庄、唐山、沧州试点")[0] == "河北省"
    found = find("全国质量强市名单公布", "杭州、成都、青岛等城市在列。")
    assert len(found) == 3
    assert not any(place.main for place in found)


def test_towns_and_zones_lie_in_what_is_named_before_them() -> None:
    assert names("桐乡市濮院镇毛衫检测中心投用") == ["浙江省嘉兴市桐乡市濮院镇"]
    assert names("上海临港新片区检测平台揭牌") == ["上海市临港新片区"]
    assert names("西安高新区检测企业上市") == ["陕西省西安市高新区"]
    assert names("兰州新区引入检测机构") == ["甘肃省兰州市兰州新区"]
    assert names("东湖高新区计量站开放") == ["湖北省武汉市东湖高新区"]
    assert names("景德镇陶瓷检测") == ["江西省景德镇市"]
    assert names("全镇推进标准化，各镇参加") == []


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("开封鼓楼区抽查月饼", "河南省开封市鼓楼区"),
        ("鹤岗南山区检定公平秤", "黑龙江省鹤岗市南山区"),
        ("横琴粤澳深度合作区检测平台投用", "广东省珠海市横琴粤澳深度合作区"),
        ("前海深港现代服务业合作区引入检测机构", "广东省深圳市前海深港现代服务业合作区"),
        ("前海深港合作区引入检测机构", "广东省深圳市前海深港合作区"),
        ("郑州航空港区检测平台投用", "河南省郑州市航空港区"),
        ("郑州航空港经济综合实验区检测平台投用", "河南省郑州市航空港经济综合实验区"),
        ("重庆两江新区检测平台投用", "重庆市两江新区"),
        ("南京江北新区检测平台投用", "江苏省南京市江北新区"),
        ("贵阳贵安新区检测中心投用", "贵州省贵安新区"),
        ("西安西咸新区检测中心投用", "陕西省西咸新区"),
        ("河北雄安新区容城县抽查玩具", "河北省保定市容城县"),
    ],
)
def test_the_last_of_names_that_touch_is_the_place(title: str, main: str) -> None:
    found = find(title, "")
    assert found[0].name == main
    assert found[0].main


def test_a_district_behind_a_city_whose_name_is_a_word_lies_there() -> None:
    assert names("开封后的样品送到鼓楼区") == []
    assert names("开封鼓楼区抽检", "鼓楼区市场监管局到场。") == ["河南省开封市鼓楼区"]


def test_codes_are_the_official_ones_and_levels_are_told() -> None:
    (place,) = find("闵行区检测比武", "活动由上海市闵行区举办。")
    assert (place.code, place.level, place.main) == ("310112", "county", True)
    (place,) = find("威海计量大会", "")
    assert (place.code, place.level) == ("371000", "city")
    assert find("重庆渝北区检测基地开工", "")[0].code == "500112"
    assert find("泗泾镇检测", "上海市松江区泗泾镇举办。")[0].code == ""


def test_the_headline_decides_unless_the_lead_names_a_part_of_it_as_venue() -> None:
    assert names("常州举办检测论坛", "来自北京、上海、广州的专家出席，北京代表发言。")[0] == "江苏省常州市"
    assert names("闵行办检测比武", "活动在上海市闵行区颛桥镇举办。")[0] == "上海市闵行区颛桥镇"
    assert names("检测机构开放日启动", "活动在威海市举行，青岛、烟台派代表参加。")[0] == "山东省威海市"
    assert names("江苏通报抽查结果", "南京、苏州、徐州等地48批次产品不合格。")[0] == "江苏省"


def test_a_local_portal_need_not_name_its_region() -> None:
    assert names("我市举行计量日活动", "", "威海市") == ["山东省威海市"]
    assert names("全市计量工作会议召开", "", "威海市") == ["山东省威海市"]
    assert names("国际计量大会开幕", "", "威海市") == []
    assert names("全市计量工作会议召开", "", "全国") == []
    assert names("全省计量工作会议召开", "", "威海市") == ["山东省"]
    assert names("我市抽检月饼", "上海专家到会。", "威海市")[0] == "山东省威海市"


def test_both_scripts_name_the_same_places() -> None:
    assert names("威海召開世界計量日大會", "榮成市簽約") == names("威海召开世界计量日大会", "荣成市签约")


def test_the_front_page_facets_by_province() -> None:
    assert region(find("闵行区检测比武", "")) == "上海市"
    assert region(find("荣成市计量站揭牌", "")) == "山东省"
    assert region(find("内蒙古乳品抽检", "")) == "内蒙古自治区"
    assert region(()) == ""


def test_every_zone_of_the_table_lies_in_a_division() -> None:
    assert [zone for zone, code in ZONES.items() if code not in table().divisions] == []
    assert line("371082") == ("370000", "371000", "371082")
    assert line("310112") == ("310000", "310112")
    assert line("") == ()
    assert home("全国") == ""


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_has_at_most_one_main_place_and_it_comes_first(title: str, body: str) -> None:
    found = find(title, body)
    assert not any(place.main for place in found[1:])


PIECES = [
    "上海市",
    "闵行区",
    "颛桥镇",
    "临港新片区",
    "新区",
    "高新区",
    "朝阳区",
    "在",
    "举办",
    "东区",
    "、",
    "。",
    "\n",
    "镇",
    "威海",
    "全市",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_pieces_of_names_in_any_order_are_read(title: str, body: str) -> None:
    found = find(title, body, "山东省")
    assert sum(place.main for place in found) <= 1
    assert len({(place.name, place.level) for place in found}) == len(found)
