"""Invented news of the testing industry, in any number: what the benchmarks measure on. Nothing here was ever published."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace

CITIES = [
    "云州市",
    "青岚市",
    "临川新区",
    "白河县",
    "宁泽市",
    "江左区",
    "望海市",
    "丰陵市",
    "石门县",
    "松溪市",
    "长埠区",
    "安澜市",
    "柳河县",
    "东屏市",
    "沙洲区",
    "平湖岭市",
    "龙津县",
    "北辰港区",
    "清源县",
    "西渡市",
    "高梁市",
    "南浔岭区",
    "秀水县",
    "海棠市",
    "双塔区",
    "金沙湾新区",
    "玉泉县",
    "洪泽岭市",
    "鹿鸣区",
    "永和县",
    "蓝田湾市",
    "雁塔岭区",
    "桐庐湾县",
    "赤水湾市",
    "武阳市",
    "乌江渡区",
]
BUREAUS = [
    "市场监督管理局",
    "计量测试研究院",
    "产品质量检验院",
    "特种设备检验所",
    "标准化研究院",
    "食品药品检验中心",
    "纤维检验所",
    "认证认可协会",
    "检验检测中心",
    "质量技术评审中心",
]
PRODUCTS = [
    "电动自行车",
    "儿童玩具",
    "燃气灶具",
    "水泥",
    "钢筋",
    "加油机",
    "电子秤",
    "充电桩",
    "校服",
    "眼镜",
    "消防水带",
    "电线电缆",
    "血压计",
    "出租车计价器",
    "学生文具",
    "家用空调",
    "农用薄膜",
    "化肥",
    "橡胶密封件",
    "蓄电池",
    "汽车轮胎",
    "头盔",
    "门锁",
    "灯具",
    "食用油",
    "茶叶",
    "月饼",
    "大米",
    "瓶装水",
    "酱油",
    "净水机",
    "热水器",
    "电梯",
    "锅炉",
    "压力表",
    "水表",
    "电能表",
    "温度计",
    "流量计",
    "天平",
]
FIELDS = [
    "新能源汽车",
    "集成电路",
    "生物医药",
    "海洋工程",
    "航空发动机",
    "轨道交通",
    "环境监测",
    "人工智能",
    "光伏组件",
    "氢能",
    "建筑节能",
    "现代农业",
    "智能电网",
    "高端装备",
    "低空飞行器",
    "动力电池",
    "精细化工",
    "纺织服装",
    "陶瓷",
    "家居",
    "船舶",
    "医疗器械",
    "大数据",
    "半导体",
    "冷链物流",
    "碳排放核算",
]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
NAMES = [
    "建国",
    "晓东",
    "雅琴",
    "志远",
    "文博",
    "海燕",
    "明哲",
    "丽娟",
    "子涵",
    "国栋",
    "春梅",
    "立新",
    "嘉怡",
    "永强",
    "若兰",
    "思齐",
    "向阳",
    "佩珊",
    "景行",
    "长青",
    "书瑶",
    "一鸣",
    "秋实",
    "怀瑾",
]
TITLES = [
    "副局长",
    "院长",
    "总工程师",
    "质量负责人",
    "首席专家",
    "科长",
    "检验员",
    "技术主管",
    "党支部书记",
    "秘书长",
    "实验室主任",
    "高级工程师",
]
MEDIA = [
    "云州日报",
    "青岚质量报",
    "江左发布",
    "望海新闻网",
    "中部计量网",
    "检测观察",
    "安澜在线",
    "丰陵晚报",
    "长埠融媒",
    "松溪广电",
]

LEADS = [
    "{date},{city}{bureau}在{place}启动{product}质量专项整治行动,共出动执法人员{n1}人次,检查经营单位{n2}家。",
    "{date},{year}年{city}检验检测机构开放日活动在{place}举行,来自{n1}所学校的{n2}名师生走进实验室。",
    "记者从{city}{bureau}获悉,截至{date},全市共建成{field}检测平台{n3}个,服务企业{n2}家,减免费用{n1}万元。",
    "{date},由{city}{bureau}牵头的{field}计量测试联盟在{place}成立,首批成员单位{n3}家。",
    "日前,{city}{bureau}公布{year}年第{n3}批{product}监督抽查结果,抽查{n1}批次,不合格{n4}批次,不合格发现率{p1}%。",
    "{date},{city}举办{field}检验检测技能竞赛,{n3}支队伍{n2}名选手同场比拼理论与实操。",
    "近日,{city}{bureau}通过国家级{product}质检中心现场评审,评审组对{n1}项参数逐一核查。",
    "{date}上午,{city}召开质量强市工作推进会,{person}{rank}通报了全年{product}质量状况。",
    "{city}{bureau}{date}发布消息称,一项由该单位主导的{field}国家标准正式获批立项,填补了行业空白。",
    "{date},一辆装载着检测设备的流动实验车驶进{city}{place},为沿街{n3}家{product}经营户提供上门检定。",
]
BODY = [
    "活动现场,{person}{rank}演示了{product}从取样、预处理到出具报告的完整流程,并回答了围观群众的提问。",
    "据介绍,该中心去年出具检验报告{n1}份,同比增长{p1}%,其中{field}类报告占到三成以上。",
    "“过去送一次样要跑几百公里,现在在家门口就能测。”一家{product}企业的负责人{person}算了一笔账,每年可省下检测费{n1}万元。",
    "执法人员重点查看了{product}的进货台账、合格证明和计量器具检定证书,对{n3}家台账不全的单位下达了责令改正通知书。",
    "实验室面积{n1}平方米,拥有各类仪器设备{n2}台套,设备原值{n4}千万元,可开展{n5}项参数检测。",
    "{person}表示,下一步将围绕{field}产业链的堵点难点,再布局{n3}个公共技术服务平台。",
    "为了让小微企业敢测、会测、测得起,{city}推出检测费用补贴券,单家企业每年最高可领{n1}元。",
    "不合格项目主要集中在标志标识、绝缘电阻和结构强度三个方面,涉及{n3}家生产企业。",
    "针对抽查中发现的问题,{bureau}已依法对相关生产者立案查处,并督促其在{n4}日内完成整改。",
    "在{place}的检定现场,工作人员把标准砝码逐个放上秤盘,示值误差超过允许范围的{product}当场贴上停用标签。",
    "当天还举行了签约仪式,{n3}个{field}检测项目落户{place},协议投资{n1}万元。",
    "培训班为期{n4}天,课程覆盖不确定度评定、内部审核和设备期间核查等内容,{n2}名学员通过结业考试。",
    "业内人士认为,{field}对测量精度的要求越来越高,计量能力往往决定了产品能走多远。",
    "该院自主研制的{product}校准装置,把测量不确定度压缩到原来的{n4}分之一,已在{n3}家企业试用。",
    "从一张纸质证书到一枚二维码,{city}的检定证书电子化率已经达到{p1}%。",
    "消费者{person}告诉记者,买{product}前先扫一扫合格标识,已经成了一家人的习惯。",
    "评审组组长{person}对实验室的人员能力、环境条件和记录控制给予肯定,同时提出{n4}条改进建议。",
    "按照方案,整治行动分为动员部署、集中检查、总结提升三个阶段,将持续到{month}月底。",
    "{bureau}还将抽检结果推送至信用平台,对连续两次不合格的企业提高抽查频次。",
    "竞赛设置了盲样考核环节,选手须在{n4}小时内独立完成制样、上机和数据处理,评委按{n5}个得分点打分。",
    "获得一等奖的{person}说,最难的不是操作本身,而是发现数据异常时怎样判断原因。",
    "去年以来,{city}先后有{n3}家机构通过资质认定扩项,新增{field}领域参数{n1}个。",
    "在场的企业代表普遍关心{product}强制性标准换版以后,旧库存应当怎么处理。",
    "{person}{rank}逐条作了解答,并建议企业提前{n4}个月开展比对试验,留足整改时间。",
    "现场发放宣传折页{n1}份,接受咨询{n2}人次,免费检测{product}{n5}件。",
    "联盟将建立共享设备清单,企业在线预约以后,最快{n4}个工作日就可以拿到数据。",
    "{field}企业最怕等报告,一批货压在仓库里,一天的成本就要{n1}元。",
    "{city}{bureau}把服务窗口搬进园区,推行首席质量官派驻制度,目前已派驻{n5}人。",
    "数据显示,全市现有检验检测机构{n2}家,从业人员{n1}人,年营业收入{n4}亿元。",
    "值得一提的是,当地一家成立不到{n4}年的民营实验室,拿下了{field}龙头企业的长期订单。",
    "“我们把每一次复检都当成第一次。”{person}在质检岗位上干了{n5}年,经手的{product}样品超过{n1}个。",
    "为守住安全底线,{city}对在用{product}实行一物一码管理,检验日期、检验人员一扫便知。",
    "今年,{bureau}还将联合教育、交通、住建等部门,开展{n4}轮交叉互查。",
    "论坛上,来自{field}领域的{n3}位专家围绕量值溯源、在线监测、数字化校准等议题作了报告。",
    "{person}在报告中提到,测量数据可信是产业互信的前提,没有统一的量值就没有统一的市场。",
    "记者在{place}看到,新投用的电磁兼容暗室里,一台样机正在接受辐射发射测试。",
    "据{person}{rank}介绍,暗室投用后,本地{field}企业的送检周期由{n5}天缩短到{n4}天。",
    "此次修订增加了{product}的能效分级要求,删去了两项已不适用的试验方法。",
    "标准将于{year}年{month}月起实施,过渡期为{n4}个月。",
    "{city}还设立了质量奖,对首次获奖的组织给予{n1}万元奖励,累计已有{n5}家单位受益。",
    "检查中,执法人员用便携式仪器对{n5}台{product}进行快速筛查,发现疑似问题{n4}起。",
    "对群众反映强烈的缺斤短两问题,{bureau}公布了举报电话,承诺{n4}小时内到场处理。",
    "在农贸市场,摊主{person}主动把用了{n4}年的电子秤送到检定点,换回一张绿色合格标签。",
    "质量基础设施一站式服务平台上线{n4}个月来,累计受理需求{n1}项,办结率{p1}%。",
    "{person}坦言,人才仍是短板,全市能独立承担{field}型式试验的工程师不足{n5}人。",
    "为此,{bureau}与三所高校共建实训基地,每年定向培养{n5}名技术骨干。",
    "与会代表还参观了{product}失效分析实验室,观摩了一起真实事故的还原过程。",
    "事故复盘表明,一枚不合格的密封圈就可能让整条生产线停摆,损失动辄{n1}万元。",
    "这是{city}继{field}之后,在{product}领域建成的又一个专业检测平台。",
    "平台采取政府搭台、机构运营、企业受益的方式,前{n4}年免收场地租金。",
    "风险监测结果显示,网售{product}的问题率明显高于实体门店,二者相差{p2}个百分点。",
    "{bureau}提醒,选购{product}时应索要票据,认准强制性认证标志,切勿贪图便宜。",
    "如发现标称参数与实际明显不符,可保留样品并向当地监管部门投诉。",
    "认证人员走进{n5}家小微企业,手把手帮助建立质量管理体系,{n4}家当年就拿到了证书。",
    "一位参训的{rank}说,以前觉得体系文件是写给外人看的,现在才明白它能救命。",
    "在对口帮扶方面,{city}向山区{n4}个县捐赠检测设备{n5}台,培训基层人员{n2}名。",
    "夜里十一点,{place}的恒温实验室依旧亮着灯,{person}和同事正在为第{n4}轮比对试验记录数据。",
    "记录本上密密麻麻写满了温度、湿度和读数,任何一处涂改都要签名并注明原因。",
    "{field}产业集群的崛起,让检测从成本变成了生产力。",
    "通过比对,{n3}家实验室的结果全部满意,最大偏差不超过{p2}%。",
    "专家建议,把{product}纳入重点工业产品目录,从源头上压实企业主体责任。",
    "会议要求,各地要在{month}月{n4}日前报送自查情况,逾期未报的予以通报。",
    "{city}探索把检验检测数据引入信贷评价,{n5}家企业凭一纸报告获得贷款{n1}万元。",
    "截至目前,全市累计主导和参与制定国际标准{n4}项、国家标准{n5}项、行业标准{n2}项。",
    "走出实验室,研学的孩子们最兴奋的是亲手给{product}做了一次跌落试验。",
    "一名小学生在留言簿上写道:原来一把尺子背后有这么多学问。",
    "作为老工业基地,{city}曾因{product}质量问题吃过苦头,上世纪末一度有{n5}家工厂关停。",
    "转机出现在{n4}年前,当地下决心把质检机构整合到一处,统一建设、统一管理。",
    "如今,这里已经聚起上下游企业{n2}家,形成了从研发、测试到认证的完整链条。",
    "在国际互认方面,该实验室出具的{field}报告可在{n5}个国家和地区直接采信。",
    "出口企业不必再重复送检,平均每张订单提前{n4}天交货。",
    "{person}介绍,装置采用双通道冗余设计,即使一路传感器失效也能给出可靠读数。",
    "测算表明,仅此一项每年可为{city}的{field}企业节约能源折合标准煤{n1}吨。",
    "座谈会上,企业提出的{n5}条意见被当场认领,牵头单位要在{n4}个工作日内答复。",
    "新修订的办法明确了告知承诺的适用范围,对虚假承诺的机构一律撤销资质。",
    "监管部门同步公布了{n4}起典型案例,涉及伪造报告、超范围检验和篡改原始记录。",
    "其中,一家机构在{product}检验中未实际到场即出具报告,被处以罚款{n1}元。",
    "{rank}{person}呼吁同行珍惜羽毛,一份假报告毁掉的是整个行业的信誉。",
    "{place}的工作人员给老旧小区的{product}逐一建档,发现隐患{n5}处,当天整改{n4}处。",
    "据悉,二期工程计划于{year}年{month}月开工,建成以后检测能力将再翻一番。",
]
CLOSES = [
    "下一步,{city}将继续以{field}为突破口,推动检验检测服务业集聚发展。",
    "活动由{city}{bureau}主办,当地{n4}家行业协会协办。",
    "{bureau}有关负责人表示,抽查结果将于{month}月在官网公布,欢迎社会监督。",
    "专项行动结束后,{city}还将组织一次回头看,防止问题反弹。",
    "据了解,下一届赛事将于{nextyear}年在{place}举行。",
    "目前,相关案件正在进一步办理中。",
    "按计划,全部设备将在{month}月底前完成调试并投入运行。",
    "{person}说,把{product}的每一个数据测准,就是对消费者最好的承诺。",
]
HEADS = [
    "{city}启动{product}质量专项整治",
    "{city}{n3}支队伍比拼{field}检测技能",
    "{city}公布{product}抽查结果:{n4}批次不合格",
    "{field}计量测试联盟在{city}成立",
    "流动实验车开进{city}{place}",
    "{city}{bureau}:让{product}测得准、用得安心",
    "探访{city}{field}检测平台",
    "{city}推检测补贴券惠及{n2}家企业",
    "{person}:与{product}打交道的{n5}年",
    "{year}年{city}检验检测开放日活动举行",
]
PLACES = [
    "人民广场",
    "科技园",
    "会展中心",
    "高新园区",
    "职业技术学院",
    "老街",
    "港务大楼",
    "文化宫",
    "创新大厦",
    "滨江公园",
    "工业园",
    "实验小学",
    "汽配城",
    "农贸市场",
]

FULL_WIDTH = str.maketrans(",:", "，：")
SENTENCE = re.compile(r"[^。\n]+。?”?[^。\n“]*?")

Event = dict[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One invented article."""

    title: str
    body: str
    published: str
    source: str
    site: str


def event(rng: random.Random, year: int | None = None, city: str | None = None) -> Event:
    """The facts of one event: whatever a frame leaves open."""
    year = year or rng.choice((2022, 2023, 2024, 2025))
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    facts = {
        "city": city or rng.choice(CITIES), "bureau": rng.choice(BUREAUS), "product": rng.choice(PRODUCTS),
        "field": rng.choice(FIELDS), "place": rng.choice(PLACES), "year": str(year), "nextyear": str(year + 1),
        "date": f"{month}月{day}日", "month": str(rng.randint(1, 12)), "day": f"{year}-{month:02}-{day:02}",
    }  # fmt: skip
    return facts


def filled(frame: str, facts: Event, rng: random.Random) -> str:
    """A frame with the facts, and numbers and persons of its own."""
    ranges = {"n1": (120, 9800), "n2": (31, 960), "n3": (3, 48), "n4": (2, 9), "n5": (10, 97)}
    slots = {name: str(rng.randint(*bounds)) for name, bounds in ranges.items()}
    slots["p1"], slots["p2"] = f"{rng.uniform(1, 98):.1f}", f"{rng.uniform(0.1, 9):.2f}"
    slots["person"] = rng.choice(SURNAMES) + rng.choice(NAMES)
    slots["rank"] = rng.choice(TITLES)
    return frame.format(**slots, **facts)


def written(rng: random.Random, facts: Event, frames: list[str], head: str) -> Piece:
    """An article about an event in these frames, three sentences or so a paragraph."""
    sentences = [filled(frame, facts, rng) for frame in frames]
    return Piece(
        filled(head, facts, rng),
        paragraphs(sentences, rng),
        f"{facts['day']}T{rng.randint(6, 22):02}:{rng.randint(0, 59):02}:00+08:00",
        rng.choice(MEDIA),
        f"site{rng.randint(1, 400)}.example",
    )


def paragraphs(sentences: list[str], rng: random.Random) -> str:
    lines, start = [], 0
    while start < len(sentences):
        step = rng.randint(1, 4)
        lines.append("".join(sentences[start : start + step]))
        start += step
    return "\n".join(lines).translate(FULL_WIDTH)


def frames(rng: random.Random, size: tuple[int, int] = (9, 22), pool: list[str] | None = None) -> list[str]:
    """A choice of frames for one article: a lead, a body, a close."""
    middle = rng.sample(pool or BODY, rng.randint(*size))
    return [rng.choice(LEADS), *middle, rng.choice(CLOSES)]


def article(rng: random.Random) -> Piece:
    """An article about an event of its own."""
    return written(rng, event(rng), frames(rng), rng.choice(HEADS))


def sentences_of(piece: Piece) -> list[str]:
    """The sentences of a body, with their punctuation."""
    return [part for part in SENTENCE.findall(piece.body) if part.strip()]


def retitled(piece: Piece, title: str) -> Piece:
    return replace(piece, title=title)
