"""Five forms, each filled in many times nearly word by word: notices, recalls, reports of which only names and figures differ."""

from __future__ import annotations

import random

from bench.texts import Piece
from bench.variants import KINDS, Case, reposted

COUNTIES = (
    "兰溪", "德安", "宜黄", "南丰", "崇义", "信丰", "上高", "万载", "靖安", "武宁", "永修", "彭泽",
    "湖口", "余干", "鄱阳", "万年", "婺源", "德兴", "玉山", "广丰",
)  # fmt: skip
GOODS = (
    "电线电缆", "儿童座椅", "电热毯", "食用植物油", "燃气灶", "水泥", "化肥", "安全帽", "头盔", "充电宝", "塑料购物袋", "学生校服",
)  # fmt: skip
FORMS = (
    (
        "{c}县市场监督管理局关于{y}年第{q}季度{t}产品质量监督抽查情况的通报",
        "各镇人民政府，县直有关单位：\n为加强{t}产品质量监管，{c}县市场监督管理局于{y}年{m}月组织开展了{t}产品质量监督抽查。现将有关情况通报如下：\n一、抽查基本情况\n本次共抽查{n1}家企业生产和销售的{n2}批次"
        "产品，经检验，合格{n3}批次，不合格{n4}批次，合格率为{p}%。\n二、主要质量问题\n不合格项目主要为标签标识、结构尺寸和绝缘性能。部分生产者质量意识淡薄，进货查验制度落实不到位，未按照标准组织生产。\n三、处理措施\n"
        "对不合格产品，已责令经营者立即停止销售，依法予以查处，并督促企业整改。请各地举一反三，加大巡查力度，切实维护消费者合法权益。\n附件：不合格产品名单\n{c}县市场监督管理局\n{y}年{m}月{d}日",
    ),
    (
        "关于召开{y}年全县{t}行业计量工作座谈会的通知",
        "各有关企业：\n为贯彻落实全国计量工作会议精神，交流经验，研究问题，经研究，定于{m}月{d}日在{c}县行政中心{n4}楼会议室召开{t}行业计量工作座谈会。现将有关事项通知如下：\n一、会议内容：传达上级精神；通报上半年"
        "强制检定情况；企业代表作交流发言；主要领导讲话。\n二、参会人员：各企业主要负责人和计量管理员，共{n2}人。\n三、会议要求：请参会人员提前十分钟入场，关闭手机，遵守会场纪律，不得无故缺席、迟到或者早退。请于会前三天将回执"
        "发至指定邮箱，联系人王工，电话{n1}。",
    ),
    (
        "{c}一企业召回{n3}件{t}",
        "日前，{c}市某制造有限公司按照《消费品召回管理暂行规定》的要求，向所在地监管部门备案了召回计划，将自{y}年{m}月{d}日起，召回{y}年生产的部分{t}，涉及数量为{n3}件。\n本次召回范围内的产品，由于设计原因，"
        "在长时间使用的情况下可能过热，极端情况下存在起火隐患。企业将为召回范围内的产品免费更换部件，以消除安全隐患。\n消费者可拨打企业热线咨询，也可登录网站了解召回详情。在产品更换之前，请消费者立即停止使用，并妥善保管购买凭证。"
        "召回工作是在监管部门启动缺陷调查的情况下开展的。",
    ),
    (
        "{c}：把实验室搬到田间地头",
        "清晨六点，露水还挂在叶尖上，{c}县的老检验员就背着采样箱出了门。这条路他走了{n4}年，哪一户种了什么，哪一块地施过什么肥，他心里有一本账。\n“以前农户见了我们就躲，现在是抢着让我们测。”他笑着说。去年，县里投入{n1"
        "}万元购置了两台移动检测车，把快检室直接开到了地头，从取样到出结果，只要半个小时。\n车里的年轻人忙着称样、研磨、点板。一个刚毕业的姑娘说，自己本来想去大城市，来了一趟就不想走了。傍晚收工时，他们一共测了{n2}个样，只有"
        "{n4}个需要复检。\n夕阳把影子拉得老长。老检验员说，等哪天不用他们天天下地了，这活儿才算真干好了。",
    ),
    (
        "{y}年{m}月{c}空气和水质检测月报",
        "{m}月份，{c}市城区环境空气优良天数为{n4}天，细颗粒物平均浓度为{n2}微克每立方米，同比下降{p}%。\n全市{n4}个国控断面水质达标率为{p}%，{n2}个集中式饮用水水源地水质全部达标。检测机构共采集样品{"
        "n1}个，出具数据{n3}个，其中平行样合格率百分之百。\n下一步，将继续加密监测频次，强化质量控制，对重点行业开展帮扶指导，确保数据真、准、全。",
    ),
)


def filled(rng: random.Random, form: tuple[str, str]) -> Piece:
    """One filling of a form."""
    year, month, day = rng.choice((2021, 2022, 2023, 2024)), rng.randint(1, 12), rng.randint(1, 28)
    facts = {
        "c": rng.choice(COUNTIES), "t": rng.choice(GOODS), "y": year, "q": rng.choice("一二三四"), "m": month, "d": day,
        "n1": rng.randint(100, 9999), "n2": rng.randint(20, 300), "n3": rng.randint(300, 40000), "n4": rng.randint(3, 19),
        "p": f"{rng.uniform(80, 99):.1f}",
    }  # fmt: skip
    title, body = (text.format(**facts) for text in form)
    source = rng.choice(("某县发布", "质量时报", "乡土网"))
    return Piece(title, body, f"{year}-{month:02}-{day:02}", source, f"s{rng.randint(1, 300)}.example")


def form_cases(seed: int = 7, each: int = 12, copies: int = 20) -> list[Case]:
    """`each` fillings of every form, then `copies` of every kind of copy; a digest may hold two fillings of one form."""
    rng = random.Random(seed)
    pieces = [filled(rng, form) for form in FORMS for _ in range(each)]
    singles = [Case(piece, frozenset({label}), "single") for label, piece in enumerate(pieces)]
    found = list(singles)
    for kind, change in KINDS.items():
        for case in rng.sample(singles, copies):
            other = rng.choice([one for one in singles if one is not case])
            labels = case.labels | other.labels if kind == "two joined" else case.labels
            found.append(Case(reposted(rng, change(rng, case.piece, other.piece)), labels, kind))
    return found
