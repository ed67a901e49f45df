"""Counties and towns of a county's rank called by their short names alone: 霞浦, 罗湖. Which of these names count, and where in a text."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from crawler.divisions import AUTONOMOUS, MUNICIPALITIES, NOT_SHORT, SUFFIX, level, names_in, stem, table

# Short names that are words of every day: only behind what they lie in, and where the text is clear: 湖南|通道|开展.
NEVER = frozenset(
    [
        "资源",
        "将军",
        "比如",
        "南部",
        "解放",
        "前进",
        "港口",
        "公安",
        "友好",
        "通道",
        "城中",
        "山上",
        "平安",
        "中方",
        "安定",
        "延长",
        "新兴",
        "运河",
        "东风",
        "淡水",
        "南岸",
        "城北",
        "会同",
        "富裕",
        "清水",
        "万里",
        "前锋",
        "复兴",
        "长子",
        "清新",
        "宏伟",
        "大树",
        "树林",
        "振兴",
        "三元",
        "大方",
        "大堂",
        "丰满",
        "三重",
        "小店",
        "平房",
        "同心",
        "天涯",
        "桥头",
        "江岸",
        "安居",
        "黑水",
        "盐水",
        "水城",
        "信义",
        "老城",
        "大厂",
        "和平",
        "共和",
        "友谊",
        "红旗",
        "温泉",
        "新华",
        "九龙",
        "新建",
        "市中",
        "新社",
        "大关",
        "大城",
        "中西",
        "上城",
        "城东",
        "城西",
        "城南",
        "城区",
        "山城",
        "三峡",
        "太平",
        "向阳",
        "大雅",
        "海港",
        "土城",
        "古城",
        "新城",
        "新市",
        "西市",
        "西区",
        "东区",
        "商城",
        "北门",
        "南关",
        "站前",
        "港北",
        "港南",
        "城厢",
        "河口",
        "柳南",
        "柳北",
        "铁西",
        "铁东",
        "深坑",
        "后里",
        "小港",
        "市辖",
        "合作",
        "泰山",
        "来宾",
        "东方",
        "河间",
        "大石",
        "中和",
        "西南",
    ]
)
# And these not even there: 湖北公安.
BARRED = frozenset(["公安", "南部", "港口", "友好", "新建", "解放", "中方", "市中", "市辖", "平安", "新社", "安全", "合作"])
# Short names that are words, persons or firms too, or that two words make where they meet (顺|利通|过): only where the text is clear.
WORDS = frozenset(
    ["光明", "万年", "光泽", "工农", "大名", "观音", "平定", "芙蓉", "洞口", "石门", "互助", "建平", "莲花", "平和", "名山", "宁远", "六合", "全州", "桃源", "三门", "大观", "二七", "五峰", "台前", "方城", "石棉", "永新", "双桥", "月湖", "文峰", "保康", "高台", "二道", "民权", "太白", "定远", "大兴", "海棠", "回民", "金门", "鼓楼", "上党", "湖里", "海盐", "麒麟", "镇远", "富民", "清流", "紫金", "爱民", "民和", "上高", "天台", "开化", "天心", "天元", "宣化", "天柱", "方山", "新会", "五台", "民乐", "兴业", "盐池", "三台", "路南", "八里", "板桥", "石台", "石鼓", "海门", "小金", "集贤", "梨树", "双塔", "政和", "大化", "碑林", "市北", "鸡冠", "围场", "市南", "永定", "大社", "乐业", "安化", "八步", "牧野", "盐田", "大竹", "光山", "武功", "凤凰", "洪山", "高明", "阳新", "太和", "威信", "金平", "黄龙", "石林", "石柱", "白云", "西华", "建华", "秦安", "建安", "永和", "金山", "凤山", "大内", "华容", "石龙", "红安", "玄武", "元宝", "宝塔", "万安", "白玉", "木兰", "七星", "中正", "博爱", "钟楼", "蓬莱", "方正", "龙凤", "大通", "钟山", "凤翔", "惠民", "和顺", "云霄", "阳明", "金沙", "白沙", "延寿", "大安", "金牛", "东胜", "和硕", "万全", "蓝山", "南华", "白水", "永丰", "乐安", "大田", "崇信", "康乐", "龙华", "安平", "江华", "黄梅", "凌云", "仁德", "新田", "仁和", "文安", "永胜", "民丰", "永顺", "金安", "嘉陵", "华龙", "大丰", "五华", "天全", "安仁", "明水", "新丰", "金溪", "安义", "裕民", "新林", "连云", "安新", "明山", "同德", "左云", "庆安", "安远", "会东", "城口", "大新", "天等", "利通", "和安", "和政", "新和", "和静", "和康", "成安", "都安", "南和", "合水", "商水", "新干", "来安", "将乐", "周宁", "吉州", "长清", "历下", "城阳", "任城", "从化", "武江", "立山", "顺城", "道里", "道外", "长洲", "两当", "三都", "朝天", "高坪", "通川", "色尼", "日土", "平原", "江南", "中原", "南海", "东湖", "南湖", "江汉", "汉阳", "甘泉", "南岳", "东海", "兴国", "龙门", "恒山", "天山", "西城", "东城", "永安", "咸丰", "新河", "天桥", "黄山", "河西", "河东", "沿河", "牡丹", "衡山", "滨海", "东坡", "西山", "中阳", "花山", "东至", "长寿", "通城", "南港", "北湖", "江海", "双湖", "银海", "开平", "兴隆", "安南", "凤阳", "满城", "江州", "南城", "西平", "平阳", "青龙", "盐湖", "锦江", "三江", "南开", "东平", "钱塘", "湖滨", "黑山", "江口", "万山", "长兴", "无极", "新安", "永昌", "永宁", "龙城", "长白", "东乡", "高阳", "龙江", "长顺", "离岛", "永兴", "右江", "河曲", "西乡", "滨湖", "南丰", "荷塘", "通河", "独山", "红山", "新平", "平南", "西和", "龙湾", "通海", "亚东", "台东", "青河", "石城", "大宁", "云和", "通山", "长安", "长宁", "长丰", "长岭", "安多", "安乡", "黄埔", "龙湖", "松山", "南山", "西湖", "江北", "白云", "象山", "中山", "朝阳", "河北", "河南", "东山", "龙山", "青山", "东安", "云龙", "江城", "金川", "兰西", "商都", "路桥", "路北", "城关", "上街", "杭锦", "平山", "兴山", "连山", "龙潭", "宝山", "普陀", "华安", "海晏", "东明", "兴安", "安图", "新龙", "成华", "新都", "金凤", "通许", "通化", "中卫", "上思", "正安", "南县", "全南", "城步", "城固", "得荣", "定结", "加查", "昭觉", "东源", "大余", "余干", "平利", "平远", "平乐", "平顺", "平乡", "平昌", "平陆", "阳信", "阳高", "博望", "南宫", "南皮", "高要", "新源", "新化", "新晃", "申扎", "交口", "交城", "林口", "当涂", "始兴", "建水", "建始", "曲水", "文水", "定兴", "东光", "固始", "固安", "内黄", "双清", "清丰", "原阳", "水磨沟", "沙河口", "马山", "金水", "定日", "三民"]
)  # fmt: skip
# Names the table leaves out that mostly mean the place all the same.
PLAIN = frozenset(
    [
        "永州",
        "商丘",
        "鹤岗",
        "龙南",
        "弥勒",
        "英德",
        "五常",
        "定州",
        "化州",
        "高州",
        "会理",
        "富锦",
        "庄河",
        "鹤山",
        "台山",
        "神木",
        "兴城",
        "洪江",
        "武安",
        "集安",
        "自贡",
        "德州",
        "乐平",
        "尚志",
    ]
)
NO_BRIEF = re.compile(
    r"大学|学院|银行|[东西南北中]?路|大道|人寿|证券|[一二三四五六七八九十]?街(?!道)|号|牌|佛|仪器|扑克|先生|女士|同志|博士|教授|集团|股份|汽车|客车|全|装|排|置|(?<=三明)治|(?<=北海)[道舰]|寺|山(?![东西南市区县海])|湖畔|江|湾|村|镇|乡|街道|站(?=台)"
)
HAN = "\u4e00-\u9fff"
EDGE = re.compile(rf"(?:^|[^{HAN}\w]|[省市州县区盟讯电]|大学|学院|公司|集团|研究院|[量检]院)$")
TOWARDS = re.compile(
    r"(?:(?<![接收得达找看听等感直遇])到|[赴抵往驻]|(?<![存所旨现内潜])在|(?<![推促改先引增跟演行])进|落户|落地|走近|下沉|服务|助力|支援|帮扶|携手|联手|北上|南下|落子|面向|位于|来自|借鉴|对口)$"
)
CLEAR = re.compile(
    rf"[：:，、\s]|市场?监管?|质监|计量|质检|特检|检验|检测|检定|认证|海关|消保|消协|执法|开展|举办|举行|启动|召开|推进|推出|推动|率先|建成|发布|通报|查处|抽查|抽检|公布|"
    rf"印发|出台|上线|试点|设立|校准|电梯|加油站|企业|农贸|一[家名企商批位]|两[家地]|[三多数]家|首[个家批]|本地|当地|警方|法院|口岸|商户|群众|校区|分[院局所公中]|"
    rf"这[座个片]|地区|人民|公安|检察|供电|[{HAN}]{{1,3}}(?:镇|街道|高新区|经开区|开发区|工业园)|"
    rf"[{HAN}]{{1,4}}(?:检[测验](?:中心|站|所|室|实验室|平台|点)|实验室|质检|抽检|送检|合作社|商会)|$"
)
# Names the table leaves out that are words of every day.
HARD = frozenset(
    [
        "朝阳",
        "东方",
        "大同",
        "安康",
        "白银",
        "海南",
        "吉林",
        "来宾",
        "日照",
        "开封",
        "合作",
        "同仁",
        "无为",
        "灯塔",
        "江山",
        "明光",
        "新民",
        "永安",
        "安宁",
        "大安",
        "三河",
        "黄山",
        "双河",
        "新星",
        "天长",
        "安达",
        "沙河",
        "河间",
        "龙井",
        "同心",
    ]
)
GONE = re.compile(r"(?:[赴抵驻]|走进|开进|落户|援助|帮扶)$")


@cache
def _names() -> tuple[AhoCorasick, tuple[str, ...], dict[str, tuple[str, ...]]]:
    data = table()
    codes: dict[str, list[str]] = {}
    for code, one in data.divisions.items():
        if code[0] in "78":
            continue  # the towns of Taiwan and the districts of Hong Kong have the names of many others
        if level(code) == "county" and not one.name.endswith("市"):
            full = AUTONOMOUS.sub("", one.name)
            short = full[:-2] if full in ("浦东新区", "滨海新区") else full[:-1]
        else:
            short = bare if (bare := SUFFIX.sub("", one.name)) in NOT_SHORT and bare != one.name else ""
        if len(short) > 1 and short not in data.names and short not in BARRED:
            codes.setdefault(short, []).append(code)
    ordered = tuple(codes)
    return AhoCorasick(list(ordered), matchkind=MatchKind.Standard), ordered, {name: tuple(some) for name, some in codes.items()}


def briefly(text: str, said: list[tuple[int, int, str]], at_home: str) -> list[tuple[int, int, str]]:
    """Start, end and code of what a `plain` text calls by its short name, where no name of the table stands."""
    automaton, ordered, codes = _names()
    taken = {place for start, end, _ in names_in(text) for place in range(start, end)}
    ends = {end: code for _, end, code in said}
    near = [code for _, _, code in said]
    found = []
    hits = automaton.find_matches_as_indexes(text, overlapping=True)
    for number, start, end in sorted(hits, key=lambda one: (one[1], -one[2])):
        if start in taken or end - 1 in taken or NO_BRIEF.match(text, end):
            continue
        name = ordered[number]
        above = ends.get(start, "")
        inside = [code for code in codes[name] if above and code != above and code.startswith(stem(above))]
        if len(inside) == 1 and (name not in NEVER or CLEAR.match(text, end)):
            code = inside[0]
        else:
            code, told = _which(codes[name], near, at_home)
            if not code or name in NEVER or not _meant(text, start, end, name, sure=len(codes[name]) == 1, told=told):
                continue
        found.append((start, end, code))
        ends[end] = code
        taken.update(range(start, end))
    return found


def _which(codes: tuple[str, ...], near: list[str], at_home: str) -> tuple[str, bool]:
    """The only one of some divisions of a name, or the one whose city or province is told of, and whether the text tells it."""
    for told, some in ((True, near), (False, [at_home] if at_home else [])):
        for size in (4, 2):
            places = {one[:size] for one in some if size == 2 or not one.endswith("0000")}
            inside = [code for code in codes if code[:size] in places]
            if len(inside) == 1:
                return inside[0], told and (size == 4 or codes[0][:2] in MUNICIPALITIES)
    some = [code for code in codes if len(codes) == 1 or code.endswith("00")]  # 中山 is 中山市 rather than a 中山区
    return (some[0], False) if len(some) == 1 else ("", False)


def _meant(text: str, start: int, end: int, name: str, *, sure: bool, told: bool) -> bool:
    """Whether the name means the place: always, or in clear words where it is a word too."""
    if sure and name not in WORDS and (name not in NOT_SHORT or name in PLAIN):
        return True
    before = text[max(0, start - 4) : start]
    if GONE.search(before):
        return True
    if not TOWARDS.search(before) and not EDGE.search(before):
        return False
    return told or (name in NOT_SHORT and name not in HARD) or CLEAR.match(text, end) is not None
