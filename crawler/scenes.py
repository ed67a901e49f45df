"""What a place is in its sentence: the scene, or only where somebody or something comes from. Decided by the words around its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from crawler.plain import HAN


class Role(IntEnum):
    """How much a mention says about where the article happens."""

    ASIDE = 0  # the home of an actor, a firm, goods; an example; one that was earlier
    NAMED = 1
    SCENE = 2  # where somebody works or opens something
    GOAL = 3  # where somebody goes


class Span(NamedTuple):
    """Where a name stands in the text."""

    start: int
    end: int


FIRMS = "华测|谱尼|英格尔|必维|天祥|通标|莱茵|南德|欧陆|德凯|信测|苏试|国检|中检|广电计量"
# What follows the place in a firm's name: 上海|电气集团, 北京|谱尼测试科技股份有限公司, 深圳|华测检测.
FIRM = re.compile(
    rf"(?:(?![{HAN}]{{0,2}}[与和及在向赴到为对]|市|省|区|县|[一某两三多])[{HAN}]){{2,12}}?(?:公司|集团|旗下|股份(?![{HAN}]?合作))|"
    rf"(?:{FIRMS})(?:检测|测试|技术|认证|标准)?"
)
FIRM_WORD = re.compile(rf"公司|集团|旗下|股份|{FIRMS}")  # spares FIRM most texts
# Where somebody goes or does something, in front of the place.
TOWARDS = re.compile(
    r"(?:(?<![接收得达找看听等感直遇报卖销售运寄])到|[赴抵]|(?<![推促改先引增跟演行挺卖销运])进|走[进近]|挺进|下沉|驻点|[进入派]?驻|落[户地子址]|[北南]上|[北南]下|[西东]进|赶[赴到]|抵达|前往|深入|"
    r"[驰支]援|援[助建]|帮扶|结对|[联牵携]手|[开送](?:进|到|往)|布局|扎根|亮相|登陆|[齐相会]聚|云集|聚首|走访|做客|服务|助力|护航|赋能|情系|把脉|被|"
    r"(?<![存所旨现内潜驻])在|(?<![成作认列评名定级更因称选视改])为|(?<![交留还归])给|[设放位]于)$"
)
GOES = re.compile(r"(?:[前去]往|抵达|[赶奔远]?赴|赶到|来到|走进|开进|开到|深入|进驻|落户|[驰支]援)$")
# What makes the place behind it an aside.
FROM = re.compile(
    r"(?:[来出产源购]自|借鉴|学习|复制|对标|不输|媲美|比肩|(?<![自理缘事])由|(?<![服听遵])从|[相]?比|较|[销卖售]往|[运销卖售寄][到进]|发往|寄往|送往|[转摘]自|出口|毕业于|[假仿]冒|冒[充用]|"
    r"(?:不[再用必]|无[需须])(?:[再专]?(?:跑|去|到|送))(?:到|去|往)?|所谓|号称|自称|谎称|产地[为是]|标称|[“\"「]老?|(?:购买|网购|购进|采购|销售|售卖|出售|兜售)的?[“\"「]?)$"
)
# 记者从南京市获悉 is no origin.
TOLD = re.compile(r"[^，。；]{0,20}?(?:获悉|获知|了解|传来|得知|看到)")
# Who comes from the place, behind it; a meeting or a pool of them is of the place itself.
WHO = re.compile(
    rf"某[{HAN}]{{0,6}}(?:公司|企业|机构|集团|厂)|(?:(?![在到赴为进至了着过将把被与和向对派由请邀组])[{HAN}\d]){{0,9}}?(?:专家|干部|骨干|人员|工程师|技术员|教授|团队|小组|专班|代表|考察团|代表团|参观团|学者|检[验定测]员|技师|技工|[计测量检]量?师|师傅|审核[组员]|志愿者|客[户商]|买家|采购商|"
    rf"游客|选手|援[疆藏青甘滇黔川建]|送检车|检测车|检定车)(?!论证|评审|研讨|库|大会|工作站|服务站|门诊|咨询)"
)
# What is sold under the place's name, behind it; not where the trade itself is spoken of: 库尔勒香梨采收季.
GOODS = re.compile(
    rf"(?:(?![在到赴为进市县区省])[{HAN}])?(?:面馆|拉面|面店|餐馆|饭店|菜馆|酒家|小吃|小面|米粉|米线|螺蛳粉|火锅|烧烤|料理|板面|烩面|凉皮|肉夹馍|包子|馄饨|肠粉|"
    rf"苹果|香梨|脐橙|蜜[桔橘柚]|金[桔橘]|荔枝|葡萄|枸杞|红枣|大枣|核桃|板栗|大米|小米|杂粮|茶叶?|毛尖|毛峰|龙井|白茶|牛肉|羊肉|牛羊肉|烤鸭|板鸭|烧鸡|火腿|腊肉|腊肠|大闸蟹|"
    rf"海鲜|海参|榨菜|泡菜|豆瓣酱?|豆腐|花椒|大蒜|生姜|蜂蜜|牛奶|奶粉|阿胶|人参|虫草|药材|啤酒|白酒|黄酒|老酒|茅台|陈醋|老陈醋|腐乳|黄花梨|红木|翡翠|玉石?|珍珠|紫砂壶?|瓷器|"
    rf"刺绣|丝绸|宣纸|特产|产的)(?!镇|街道)"
)
TRADE = re.compile(
    rf"[{HAN}”\"]{{0,4}}?(?:产业|企业|行业|加工|种植|养殖|收购|收储|基地|产区|产地|园区|园|实验室|检[验测]|质检|标准|上市|采收|收获|交易|协会|合作社|分拣|工厂|仓储|开秤|品牌|研讨|大会|节)"
)
FAKED = re.compile(rf"(?:(?![查获销售处端捣打])[{HAN}”\"]){{0,5}}?(?:被?(?:仿冒|假冒|冒牌|冒用)|真假|真伪|掺假)")
# 本报合肥11月3日讯 tells where the reporter is.
DATED = re.compile(r"(?:\d{1,2}月)?(?:\d{1,2}日)?[电讯](?![子信器梯力])")
PAPER = re.compile(r"(?:本报|社|网|日报|晚报|本刊|记者)\Z")
SCHOOL = re.compile(rf"[{HAN}]{{0,7}}?(?:大学|学院)(?=[{HAN}])(?![城生路])")
EARLIER = re.compile(r"[^。；]{0,16}?(?:之后|后[，,])")
GOODS_LIST = re.compile(rf"[{HAN}]{{1,5}}、")
LIST = re.compile(r"[、和与及]|以及")


def roles(text: str, spans: Iterable[Span]) -> list[Role]:
    """The role of each of some names of a `plain` text, in its order; names that touch (山东省威海市) have one, and so have those of a list."""
    runs: list[Span] = []
    sizes: list[int] = []
    for one in spans:
        if runs and runs[-1].end == one.start:
            runs[-1] = Span(runs[-1].start, one.end)
            sizes[-1] += 1
        else:
            runs.append(one)
            sizes.append(1)
    said = [_role(text, one) for one in runs]
    linked = [bool(LIST.fullmatch(text, first.end, second.start)) for first, second in pairwise(runs)]
    for at, link in enumerate(linked):  # 来自太原、大同
        if link and said[at + 1] == Role.NAMED:
            said[at + 1] = said[at]
    for at in range(len(linked) - 1, -1, -1):  # 合肥、杭州专家; 宜宾五粮液、泸州老窖被仿冒
        if said[at + 1] == Role.ASIDE and (linked[at] or GOODS_LIST.fullmatch(text, runs[at].end, runs[at + 1].start)):
            said[at] = Role.ASIDE
    for at, link in enumerate(linked):  # several are no scene: 将服务青岛、烟台
        if link and max(said[at : at + 2]) >= Role.SCENE:
            said[at : at + 2] = [min(Role.NAMED, role) for role in said[at : at + 2]]
    return [role for role, size in zip(said, sizes, strict=True) for _ in range(size)]


def _role(text: str, one: Span) -> Role:
    before = text[max(0, one.start - 6) : one.start]
    if before.endswith("继") and EARLIER.match(text, one.end):
        return Role.ASIDE
    if FROM.search(before) and not (before.endswith("从") and TOLD.match(text, one.end)):
        return Role.ASIDE
    if PAPER.search(before) and DATED.match(text, one.end):
        return Role.ASIDE
    if (FIRM_WORD.search(text, one.end, one.end + 16) and FIRM.match(text, one.end)) or SCHOOL.match(text, one.end):
        return Role.ASIDE
    if TOWARDS.search(before):
        return Role.GOAL if GOES.search(before) else Role.SCENE
    goods = GOODS.match(text, one.end)
    return (
        Role.ASIDE
        if WHO.match(text, one.end) or FAKED.match(text, one.end) or (goods and not TRADE.match(text, goods.end()))
        else Role.NAMED
    )
