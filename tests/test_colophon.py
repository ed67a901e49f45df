"""Where a portal is at home, by the foot of its pages and by nothing that stands above it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.colophon import foot_of, region_of
from crawler.extract.document import parse

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
LIST = "".join(
    f"<li><a href='/a/{n}.html'>{place}检测机构能力验证结果公布</a></li>"
    for n, place in enumerate(("四川省遂宁市", "内蒙古自治区", "广东省", "宁波市", "北京市"))
)


def region(body: str, name: str = "某某检测网") -> str:
    doc = parse(
        f"<html><head><title>版权所有</title></head><body>{body}</body></html>", "http://www.yuan.example/xw/", fetched_at=NOW
    )
    assert doc is not None
    return region_of(name, foot_of(doc.tree))


@pytest.mark.parametrize(
    "around",
    [
        "<ul>{list}</ul><p>{foot}</p>",
        "<div class='w'><ul>{list}</ul><div>{foot}</div></div>",
        "<div class='w'><ul>{list}</ul>{foot}</div>",
        "<table><tr><td><ul>{list}</ul></td></tr><tr><td>{foot}</td></tr></table>",
        "<div class='w'><p>摘要：四川省遂宁市一家检测机构开业</p><ul>{list}</ul><div class='footer'><a href='/s/'>四川省遂宁市质检所</a>{foot}</div></div>",
        "<center>{list}{foot}</center>",
    ],
)
@pytest.mark.parametrize(
    ("foot", "where"),
    [
        ("浙ICP备10000001号", "浙江省"),
        ("<a href='http://beian.example/'>浙ICP备10000001号-2</a>", "浙江省"),
        ("Copyright © 2026 某某检测 <a href='http://beian.example/'>浙公网安备 33000000000001号</a>", "浙江省"),
        ("主办单位：绍兴市质量技术监督检测院 浙ICP备10000001号", "浙江省绍兴市"),
        ("<span>主办单位：</span><span>绍兴市质量技术监督检测院</span> 京ICP备10000001号", "浙江省绍兴市"),
        ("<i>重庆市计量质量检测研究院</i><i>版权所有</i> 渝ICP备10000001号", "重庆市"),
        ("版权所有 某某检测 地址：杭州市西湖区文一路1号 浙ICP备10000001号", "浙江省杭州市"),
        ("版权所有 某某检测 技术支持：成都市某某软件公司 浙ICP备10000001号", "浙江省"),
        ("版权所有 某某检测 地址：海淀区中关村1号 京ICP备10000001号", ""),
        ("© 2026 北京某某网络技术有限公司 京ICP备10000001号", ""),
        ("主办单位：北京市计量检测科学研究院 京ICP备10000001号", "北京市"),
        ("版权所有 某某检测", ""),
        ("地址：长春市朝阳区某路1号 版权所有 某某检测 吉ICP备10000001号", "吉林省长春市"),
    ],
)  # fmt: skip
def test_the_region_is_the_foots_and_never_a_headlines(around: str, foot: str, where: str) -> None:
    assert region(around.format(list=LIST, foot=foot)) == where


def test_a_name_with_a_place_tells_before_the_foot() -> None:
    assert region(f"<ul>{LIST}</ul><div>浙ICP备10000001号</div>", "重庆市市场监督管理局") == "重庆市"


def test_a_headline_about_licences_is_no_foot() -> None:
    headline = "<li><a href='/a/9.html'>四川省遂宁市查处未取得ICP备案的网站 版权所有者获赔</a></li>"
    assert region(f"<div><ul>{LIST}{headline}</ul></div><div>某某检测网</div>") == ""
    assert region(f"<div><ul>{LIST}{headline}</ul></div><div>苏ICP备10000001号</div>") == "江苏省"
