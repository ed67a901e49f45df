"""Pages that put things of their own into the text's box, or print much that is no prose as the text."""

from tests.cms_government import Templated
from tests.cms_stories import FEATURE, LAB, MEETING, METERS, RULES, Story

HOT = "".join(
    f'<li><a href="/h/{n}">{t}</a></li>'
    for n, t in enumerate(("暖气费怎么交", "城市书房延时开放", "高铁新线联调联试", "周末天气回暖"))
)
ROWS = tuple(
    f"{n} | 临川{w}商行 | 儿童{g} | {p}"
    for n, (w, g, p) in enumerate(
        (
            ("佳惠", "滑板车", "制动性能"),
            ("宝贝屋", "自行车", "链罩"),
            ("童心", "推车", "锁定装置"),
            ("小鹿", "安全座椅", "阻燃"),
            ("天天", "玩具枪", "动能"),
        ),
        1,
    )
)
RECALL = Story(
    "临川市2025年儿童用品质量监督抽查通报",
    (
        "近期，市市场监管局组织开展儿童用品质量监督抽查，抽查60批次，发现5批次不合格。现将不合格产品通报如下：",
        "序号 | 被抽查单位 | 产品名称 | 不合格项目",
        *ROWS,
        "对不合格产品，已责令经营者立即停止销售，依法处理。",
    ),
)
DIGEST = Story(
    "一周检测要闻（11月第3周）",
    (
        "临川省发布首个氢能检测地方标准",
        "该标准规定了加氢站氢气品质检测方法，将于明年3月1日实施。",
        "桐溪建成纺织品微塑料检测平台",
        "平台由高校和企业共建，可检出1微米以上颗粒，年检测能力5000批次。",
        "青浦岭开展雷电防护装置检测检查",
        "检查覆盖加油站、学校等218处场所，整改隐患35项。",
    ),
)
EXPLAIN = Story(
    "《检验检测机构能力评定办法》政策解读",
    (
        "近日，省市场监管局印发《检验检测机构能力评定办法》，现就有关内容解读如下。",
        "一、为什么要制定这个办法？",
        "答：一些机构“有证无能”，评定办法把人员、设备、数据三项能力量化打分。",
        "二、评定结果怎么用？",
        "答：结果分四级，作为“双随机”抽查比例和政府采购的参考。",
        "政策咨询：认证检测处，0000-6650088",
    ),
)
ANNEX = Story(
    "关于印发《计量标准考核细则》的通知",
    (
        "各市、县市场监管局：",
        "现将《计量标准考核细则》印发给你们，请遵照执行，执行中遇到的问题请及时反馈。",
        "附件：1.计量标准考核细则.pdf",
        "2.计量标准考核申请书.docx",
        "临川省市场监督管理局",
        "2025年11月18日",
    ),
)
QUOTE = Story(
    "百年钟表店里的“时间医生”",
    (
        "在老城南街，有一家开了百年的钟表店。第四代传人林木每天第一件事，是把店里三十座钟对准。",
        "“钟慢一秒，顾客的一天就慢一秒。”林木说。",
        "2019年起，他的店成了市计量所的义务校时点。每逢周末，街坊都会拿着手表来“对时间”。",
        "如今，他把修表的过程拍成短视频，已有12万人跟着他认识什么是“日差”。",
    ),
)
PAGES = (
    Templated("advertisements-in-the-box", "https://news.ycb.example/a/771.html", f"""<html><head><meta charset="utf-8"><title>{FEATURE.title}_银川在线</title></head><body><div class="main"><h1>{FEATURE.title}</h1><div class="sub"><span>2025-11-08 06:30</span><span>来源：银川在线</span><a>听新闻</a></div><div class="text"><div class="ai"><b>AI摘要</b></div><p>{FEATURE.body[0]}</p><div class="ad"><a href="/ad1"><img src="ad.jpg"></a><span>广告</span></div><p>{FEATURE.body[1]}</p><p>{FEATURE.body[2]}</p><div class="rel"><a href="/zt">点击进入专题：食品安全周</a></div><p>{FEATURE.body[3]}</p><p>{FEATURE.body[4]}</p><p>更多新闻请关注“银川在线”微信公众号</p></div><div class="b">责编：丁香</div><div>还没有评论，快来抢沙发吧！</div><div class="h"><h3>热门推荐</h3><ul>{HOT}</ul></div></div></body></html>""", FEATURE, "2025-11-08T06:30", "银川在线", None, "丁香"),
    Templated("table-of-failures", "http://scj.lc.example/ccgs/20251121.html", f"""<html><head><meta charset="utf-8"><title>{RECALL.title}</title></head><body><div class="t">{RECALL.title}</div><div class="i">发布时间：2025-11-21 来源：质量监督科</div><div class="n"><p>{RECALL.body[0]}</p><table>{"".join("<tr>" + "".join(f"<td><p>{c}</p></td>" for c in r.split(" | ")) + "</tr>" for r in RECALL.body[1:7])}</table><p>{RECALL.body[7]}</p></div><div class="f">主办：临川市市场监督管理局 网站标识码3910000011</div></body></html>""", RECALL, "2025-11-21", "质量监督科"),
    Templated("digest-of-short-items", "http://www.jcyw.example/week/47.html", f"""<html><head><meta charset="utf-8"><title>{DIGEST.title}-检测要闻</title></head><body><ul>{HOT}</ul><div id="c"><h1>{DIGEST.title}</h1><p class="m">2025-11-23 检测要闻网</p>{"".join(f"<h4>{t}</h4>" if n % 2 == 0 else f"<p>{t}</p>" for n, t in enumerate(DIGEST.body))}</div><div class="p"><a>上一篇：第2周</a><a>下一篇：没有了</a></div></body></html>""", DIGEST, "2025-11-23", "检测要闻网"),
    Templated("questions-and-answers", "http://www.lin.example/zcjd/9.htm", f"""<html><head><meta charset="utf-8"><meta name="PubDate" content="2025/11/14 15:02"><meta name="ContentSource" content="省市场监管局"><title>{EXPLAIN.title}</title></head><body><div class="bread">首页 > 政策 > 政策解读</div><div class="xq"><div class="bt">{EXPLAIN.title}</div><div class="xx">2025-11-14 15:02 来源：省市场监管局 【字体：大 中 小】 打印</div><div class="wz">{EXPLAIN.paragraphs("　　").replace("<p>　　一、", "<p><strong>　　一、")}</div><div class="xg"><span>相关政策</span><a href="1">关于印发能力评定办法的通知</a></div></div><footer>版权所有：临川省市场监督管理局</footer></body></html>""", EXPLAIN, "2025-11-14T15:02", "省市场监管局"),
    Templated("annexes-as-links", "http://www.lin.example/tzgg/33.htm", f"""<html><head><meta charset="utf-8"><title>{ANNEX.title}_通知公告</title></head><body><div><ul>{HOT}</ul></div><div class="d"><h3>{ANNEX.title}</h3><p>日期：2025-11-19</p><div><p>{ANNEX.body[0]}</p><p>{ANNEX.body[1]}</p><p>附件：<a href="1.pdf">1.计量标准考核细则.pdf</a></p><p><a href="2.docx">2.计量标准考核申请书.docx</a></p><p align="right">{ANNEX.body[4]}</p><p align="right">{ANNEX.body[5]}</p></div></div><div>【打印】【关闭】</div></body></html>""", ANNEX, "2025-11-19"),
    Templated("captions-and-photographer", "https://www.lnw.example/2025-11/30/c_1.htm", f"""<html><head><meta charset="utf-8"><title>{QUOTE.title}-岭南网</title></head><body><h1>{QUOTE.title}</h1><div>2025年11月30日 08:00:00 | 来源：岭南网 | 作者：白鹭</div><div id="detail"><p>{QUOTE.body[0]}</p><p><img src="1.jpg"></p><p>{QUOTE.body[1]}</p><blockquote><p>{QUOTE.body[2]}</p></blockquote><p>{QUOTE.body[3]}</p></div><div>【纠错】【责任编辑:祁山】</div><div>阅读下一篇：</div></body></html>""", QUOTE, "2025-11-30T08:00", "岭南网", "白鹭", "祁山"),
    Templated("text-twice-for-telephones", "http://www.lq.example/n/55.html", f"""<html><head><meta charset="utf-8"><title>{METERS.title}</title></head><body><div class="pc"><h1>{METERS.title}</h1><p>2025-11-12 来源：临泉网</p><div>{METERS.paragraphs()}</div></div><div class="wap" style="display:none"><h1>{METERS.title}</h1><div>{METERS.paragraphs()}</div></div></body></html>""", METERS, "2025-11-12", "临泉网"),
    Templated("fonts-without-paragraphs", "http://www.lm.example/ReadNews.asp?NewsID=9", f"""<html><head><meta charset="gbk"><title>临明网络</title></head><body><table><tr><td><font size=3 color=red>{LAB.title}</font></td></tr><tr><td>加入时间：2004-6-3 9:01:11 新闻来源：临明日报</td></tr><tr><td><font size=2>{"<br><br>".join("&nbsp;&nbsp;" + t for t in LAB.body)}</font><br><br><p align=right>【<a>关闭窗口</a>】</p></td></tr></table><table><tr><td>相关新闻</td></tr><tr><td><a href=1>没有相关新闻</a></td></tr></table></body></html>""", LAB, "2004-06-03T09:01", "临明日报", encoding="gbk"),
    Templated("columnist-with-biography", "https://www.guanc.example/zl/7.html", f"""<html><head><meta charset="utf-8"><title>{RULES.title}｜观察</title></head><body><article><h1>{RULES.title}</h1><div>文 / 程一舟</div><div>2025-11-19 14:00 | 字数：1200 | 阅读时间：3分钟</div>{RULES.paragraphs()}</article><div>本文系观察者专栏独家稿件，文章内容纯属作者个人观点，不代表平台观点，未经授权，不得转载。</div><div>分享海报</div><div>最新闻</div><ul>{HOT}</ul></body></html>""", RULES, "2025-11-19T14:00", None, "程一舟"),
    Templated("subtitle-and-lead-in", "https://www.xjb.example/detail/176001.html", f"""<html><head><meta charset="utf-8"><title>{MEETING.title} - 新江报</title></head><body><div class="dh"><a>首页</a><a>要闻</a></div><div class="pre">深化改革进行时</div><h1>{MEETING.title}</h1><div class="desc">五年来机构数量增长四成，监管“零容忍”</div><div class="from">新江报 记者 石磊 编辑 高原 校对 林海 2025-11-19 20:11</div><div class="bdtext">{MEETING.paragraphs()}</div><div>新江报</div><div>记者 石磊</div><div>相关推荐</div><ul>{HOT}</ul></body></html>""", MEETING, "2025-11-19T20:11", "新江报", "石磊", "高原"),
)  # fmt: skip
