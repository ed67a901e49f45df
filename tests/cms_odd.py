"""Pages whose texts look like what surrounds texts: labels, interviews, contacts, lists, and surroundings that look like text."""

from tests.cms_government import Templated
from tests.cms_stories import FEATURE, LAB, METERS, RULES, SHORT, Story

ITEMS = ("省级质量奖开始申报", "气瓶充装单位名录更新", "认证风险提示", "棉花公证检验进度通报")
LIST = "".join(f'<li><a href="/x/{n}.html">{t}</a><span>2025-11-{n + 10}</span></li>' for n, t in enumerate(ITEMS))
BARE = "".join(f"<p>·{t}</p>" for t in ITEMS)
MEET = Story("关于召开校准技术交流会的通知", (
    "各会员单位：",
    "为提高温度校准技术水平，经研究定于近期召开校准技术交流会，现将有关事项通知如下：",
    "一、会议时间和地点",
    "时间：2025年12月18日至19日，17日报到",
    "地点：临川市望江宾馆三楼会议室",
    "二、参会人员",
    "各单位技术负责人、校准人员各1名。",
    "三、其他事项",
    "会议不收会务费，食宿自理。请于12月10日前将回执发至邮箱。",
    "联系人：柳溪　电话：0000-6651207",
    "临川省计量协会",
    "2025年11月24日",
))  # fmt: skip
TALK = Story("专访：检测行业如何走出“价格战”", (
    "一份报告几十元，检测行业的低价竞争由来已久。近日，记者就此采访了临川大学质量管理研究所所长许文。",
    "记者：低价竞争的根源是什么？",
    "许文：同质化。九成机构做的是同样几个参数，客户只能比价格。",
    "记者：监管部门能做些什么？",
    "许文：把“飞行检查”的结果公开，让出假报告的机构无处可逃，同时鼓励机构做别人做不了的参数。",
))  # fmt: skip
STANDARDS = Story("12月起一批检验检测标准实施", (
    "12月1日起，一批检验检测领域标准正式实施，涉及食品、环境和纺织品等领域。",
    "GB/T 39001-2025《纺织品 挥发性有机物的测定》",
    "规定了气相色谱质谱法，适用于各类纺织产品，检出限比旧版降低一个数量级。",
    "HJ 1402-2025《水质 全氟化合物的测定》",
    "首次把32种全氟化合物纳入同一方法，样品前处理由三天缩短为一天。",
    "业内专家提示，实验室应及时完成方法验证和资质变更。",
))  # fmt: skip
JOBS = Story("临川纤维检验所公开招聘公告", (
    "因工作需要，我所面向社会公开招聘检验人员3名，现公告如下。",
    "一、岗位：纺织品检验员2名，仪器管理员1名。",
    "二、条件：纺织、化学相关专业本科以上学历，年龄35周岁以下。",
    "三、报名方式：将简历发送至所办公室，资格审查后另行通知面试时间。",
    "联系电话：0000-6651255　联系人：阮小满",
    "地址：临川市织造路3号　邮编：399001",
))  # fmt: skip
TAIWAN = Story("瓦斯熱水器安檢合作備忘錄簽署", (
    "檢驗機關今日與瓦斯器材同業公會簽署合作備忘錄，雙方將共同推動熱水器安裝檢查，預計一年內服務1萬2,000戶獨居長者。",
    "公會表示，安檢人員均具備技術士資格，到府時會主動出示證件，不收取任何費用。",
))  # fmt: skip
VIDEO = Story("视频｜这台天平能称出一根头发的重量", (
    "在临川市计量院的恒温实验室里，一台质量比较仪能分辨百万分之一克。工程师把一根头发放上去，屏幕显示0.000612克。",
))  # fmt: skip
FACTS = Story("图解：一瓶饮用水要检多少项", (
    "根据现行标准，一瓶包装饮用水出厂前要检测感官、理化、污染物和微生物等指标。",
    "1.感官指标4项",
    "色度、浑浊度、滋味气味、状态，由评价员在标准光源下完成。",
    "2.污染物指标6项",
    "铅、镉、砷等，用电感耦合等离子体质谱仪测定，一次进样约3分钟。",
    "3.微生物指标2项",
    "大肠菌群和铜绿假单胞菌，培养时间最长，需要48小时。",
))  # fmt: skip
PAGES = (
    Templated("meeting-notice-labels", "http://www.lcjl.example/tz/2025/1124/881.html", f"""<html><head><meta charset="utf-8"><title>{MEET.title}_通知公告_临川省计量协会</title></head><body><div class="menu"><ul>{LIST}</ul></div><div class="loc">当前位置：<a href="/">主页</a> > <a href="/tz/">通知公告</a> > </div><div class="viewbox"><div class="title"><h2>{MEET.title}</h2></div><div class="info"><small>时间:</small>2025-11-24 10:05<small>来源:</small>未知 <small>作者:</small>admin <small>点击:</small>次</div><div class="content"><table width="100%"><tr><td>{MEET.paragraphs("　　")}(责任编辑：admin)</td></tr></table></div><div class="dede_pages"><ul class="pagelist"></ul></div></div><div class="newdigg"><div>顶一下</div><div>(0)</div><div>0%</div><div>踩一下</div><div>(0)</div><div>0%</div></div><div class="context"><ul><li>上一篇：<a href="1">会费标准</a></li><li>下一篇：没有了</li></ul></div><div class="listbox"><h3>推荐内容</h3><ul>{LIST}</ul></div></body></html>""", MEET, "2025-11-24T10:05"),
    Templated("interview", "https://www.zljd.example/a/9931.html", f"""<html><head><meta charset="utf-8"><title>{TALK.title} - 质量监督报</title></head><body><div class="a1"><h1>{TALK.title}</h1><p>2025年12月1日 09:12　质量监督报　记者：方舟</p><div class="a2">{TALK.paragraphs("　　")}</div><p>编辑：林间</p></div><div class="a3"><p>往期回顾</p>{BARE}</div></body></html>""", TALK, "2025-12-01T09:12", "质量监督报", "方舟", "林间"),
    Templated("unlinked-related-in-the-box", "http://www.xyw.example/html/4410.html", f"""<html><head><meta charset="utf-8"><title>{METERS.title}</title></head><body><div class="k1"><div class="k2">{METERS.title}</div><div class="k3">发布：2025-11-13　来源：县计量所</div><div class="k4">{METERS.paragraphs()}<p>&nbsp;</p><p>相关阅读：</p>{BARE}</div></div></body></html>""", METERS, "2025-11-13", "县计量所"),
    Templated("preformatted", "http://www.old.example/news/show.asp?id=31", f"""<html><head><meta charset="gb2312"><title>新闻内容</title></head><body><center><h3>{RULES.title}</h3>发布时间：2006-4-2 阅读：88</center><pre>{chr(10).join("　　" + t for t in RULES.body)}</pre><hr><center><a href="index.asp">返回首页</a> 版权所有 临川衡器厂</center></body></html>""", RULES, "2006-04-02", encoding="gbk"),
    Templated("hours-ago", "https://www.tt.example/article/7431/", f"""<html><head><meta charset="utf-8"><title>{FEATURE.title} - 今日看点</title></head><body><div class="article-content"><h1>{FEATURE.title}</h1><div class="article-meta"><span>3小时前</span><span class="dot">·</span><span class="name"><a href="/u/1">临川日报</a></span></div><article class="syl-article-base">{FEATURE.paragraphs(tag="p", attributes=' data-track="1"')}</article></div><div class="feed"><div class="title">精彩推荐</div><div><a href="a">寒潮来了怎么穿</a><span>临川气象 1评论 2小时前</span></div><div><a href="b">这座桥通车了</a><span>交通观察 30评论 昨天</span></div></div></body></html>""", FEATURE, "2026-11-23T09:00", "临川日报"),
    Templated("standards-list", "http://www.bzw.example/biaozhun/1203.shtml", f"""<html><head><meta charset="utf-8"><title>{STANDARDS.title}-标准在线</title></head><body><ul>{LIST}</ul><div><h1>{STANDARDS.title}</h1><div><em>2025-12-01 07:58</em><em>标准在线</em><em>编辑：何歌</em></div><div>{"".join(f"<p><strong>{t}</strong></p>" if "《" in t else f"<p>{t}</p>" for t in STANDARDS.body)}</div><div>本文来源于网络，版权归原作者所有，如有侵权请联系删除。</div></div><div><b>猜你喜欢</b><ul>{LIST}</ul></div></body></html>""", STANDARDS, "2025-12-01T07:58", "标准在线", None, "何歌"),
    Templated("jobs-with-contact", "http://www.xjs.example/gg/20251110.html", f"""<html><head><meta charset="utf-8"><title>{JOBS.title}</title></head><body><table><tr><td>首页 单位简介 检验业务 公告</td></tr></table><table><tr><td align="center"><b>{JOBS.title}</b></td></tr><tr><td align="center">[ 2025-11-10 ]</td></tr><tr><td>{JOBS.breaks()}</td></tr></table><table><tr><td align="center">临川纤维检验所 版权所有<br>电话：0000-6651250 传真：0000-6651251<br>临ICP备10002201号</td></tr></table></body></html>""", JOBS, "2025-11-10"),
    Templated("taiwan-office", "https://www.bjj.example.tw/wSite/ct?xItem=118843", f"""<html lang="zh-Hant"><head><meta charset="utf-8"><title>{TAIWAN.title}-新聞發布</title><meta name="DC.Title" content="{TAIWAN.title}"></head><body><a href="#C">跳到主要內容區塊</a><nav>:::<a href="/">首頁</a> <a href="/map">網站導覽</a></nav><div class="center"><a accesskey="C" href="#">:::</a><h2>{TAIWAN.title}</h2><ul class="info"><li>發布日期：114-11-20</li><li>發布單位：秘書室</li><li>點閱數：204</li></ul><div class="cp">{TAIWAN.paragraphs()}</div><ul class="tool"><li><a>列印</a></li><li><a>轉寄友人</a></li><li><a>Facebook</a></li></ul><div>更新日期：114-11-21</div></div><footer>地址：100 臺北市中正區某路4號　電話：(02)0000-1771　隱私權及資訊安全宣告</footer></body></html>""", TAIWAN, "2025-11-20"),
    Templated("video-one-paragraph", "https://v.lctv.example/2025/11/26/VIDE99.shtml", f"""<html><head><meta charset="utf-8"><title>{VIDEO.title}_视频_临川网络电视台</title></head><body><div class="nav_v"><a href="/">首页</a><a href="/live">直播</a><a href="/v">视频</a></div><div class="player"><div id="p1"></div></div><div class="v_info"><h1>{VIDEO.title}</h1><div class="v_t"><span>来源：临川网络电视台</span><span>2025年11月26日 12:01</span></div><p class="v_txt">{VIDEO.body[0]}</p><div class="v_s">分享到：微信 微博</div></div><div class="v_list"><h3>相关视频</h3><ul>{LIST}</ul></div></body></html>""", VIDEO, "2025-11-26T12:01", "临川网络电视台"),
    Templated("numbered-explainer", "https://www.kp.example/tujie/551.html", f"""<html><head><meta charset="utf-8"><title>{FACTS.title}-科普临川</title></head><body><header>科普临川</header><section><h1>{FACTS.title}</h1><p>作者：陆羽声 | 2025-10-09 16:40 | 阅读 2.1万</p><div>{"".join(f"<h3>{t}</h3>" if t[1] == "." else f"<p>{t}</p>" for t in FACTS.body)}</div><p>本文仅代表作者观点，不代表本站立场。</p></section><section><h2>热门</h2>{BARE}</section></body></html>""", FACTS, "2025-10-09T16:40", None, "陆羽声"),
    Templated("cookies-and-sidebar-prose", "https://www.itest.example/news/lab-accepted", f"""<html><head><meta charset="utf-8"><title>{LAB.title} | 国际测试</title></head><body><div id="cookie">我们使用Cookie改善您的浏览体验并分析流量。继续使用本网站即表示您同意我们的隐私政策。<button>接受</button></div><div class="grid"><div class="c3"><h4>关于我们</h4><p>国际测试创立于1998年，是面向全球客户的检验、认证和测试服务提供者，网络覆盖四十个国家，为消费品、工业和能源行业提供一站式解决方案。</p><h4>订阅通讯</h4><p>每月一封，了解法规动态、行业活动和技术文章，您可以随时退订，我们不会向第三方提供您的邮箱。</p></div><div class="c9"><h1>{LAB.title}</h1><time datetime="2025-12-04">2025年12月4日</time>{LAB.paragraphs()}</div></div><div class="cta">需要检测服务？欢迎联系我们的专家团队。</div></body></html>""", LAB, "2025-12-04"),
    Templated("nested-tables-2007", "http://www.lcqts.example/Article/ShowArticle.asp?ArticleID=1180", f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{METERS.title}</title></head><body><table><tr><td>您现在的位置： <a href="/">临川质监</a> >> <a href="/a">文章中心</a> >> <a href="/b">工作动态</a> >> 正文</td></tr></table><table><tr><td><table><tr><td align="center"><strong>{METERS.title}</strong></td></tr><tr><td align="center">作者：田园　　文章来源：本站原创　　点击数：<script>1</script>　　更新时间：2007-8-9　　★★★　【字体：<a>小</a> <a>大</a>】</td></tr><tr><td><div id="fontzoom"><p>{"<p>".join("　　" + t for t in METERS.body)}</div></td></tr><tr><td align="right">文章录入：tianyuan　　责任编辑：tianyuan</td></tr></table></td></tr><tr><td><li>上一篇文章： <a href="1">行风评议</a><li>下一篇文章： 没有了</td></tr></table><table><tr><td>【字体：小 大】【<a>发表评论</a>】【<a>加入收藏</a>】【<a>告诉好友</a>】【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr></table><table><tr><td>网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）</td></tr></table></body></html>""", METERS, "2007-08-09", "本站原创", "田园", encoding="gbk"),
    Templated("original-title-and-source-below", "https://k.xs.example/article_0991.html", f"""<html><head><meta charset="utf-8"><title>电子秤有新规！检定规程明年起施行_看点快报</title></head><body><h1>电子秤有新规！检定规程明年起施行</h1><div>2025-11-22 08:00</div><div><p>原标题：{RULES.title}</p>{RULES.paragraphs()}<p>（来源：质量监督报）</p></div><div>责任编辑：贺岁</div><div>声明：该文观点仅代表作者本人，平台仅提供信息存储空间服务。</div></body></html>""", Story("电子秤有新规！检定规程明年起施行", RULES.body), "2025-11-22T08:00", "质量监督报", None, "贺岁"),
    Templated("keyword-links", "http://www.yq.example/news/12001.html", f"""<html><head><meta charset="utf-8"><title>{LAB.title}_分析仪器网</title></head><body><div class="w"><div class="l"><h1>{LAB.title}</h1><div>时间：2025-12-05 11:30　来源：分析仪器网</div><div>{LAB.paragraphs().replace("电池", '<a href="/k/1">电池</a>').replace("检测", '<a href="/k/2">检测</a>')}</div><p>关键词：<a>电池</a> <a>检测</a></p></div><div class="r">{LIST}</div></div></body></html>""", LAB, "2025-12-05T11:30", "分析仪器网"),
    Templated("short-in-a-crowd", "http://www.lcnews.example/sh/202512/t0881.htm", f"""<html><head><meta charset="utf-8"><title>{SHORT.title}--社会--临川在线</title></head><body><ul>{LIST}{LIST}</ul><div><h1>{SHORT.title}</h1><div>2025-12-01 06:55:00　来源：临川在线　作者：申屠</div><div><p>　　{SHORT.body[0]}</p></div></div><div><h2>24小时热闻</h2><ul>{LIST}</ul></div><div><h2>视频推荐</h2><div><p>寒潮蓝色预警生效中，市民出行请注意防寒保暖，机场高速部分路段结冰，交警提醒减速慢行。</p><p>我市首条智轨线路今日试运行，沿线设站十二座，全程票价两元，市民可刷身份证免费体验一周。</p></div></div><div>临川在线版权所有</div></body></html>""", SHORT, "2025-12-01T06:55", "临川在线", "申屠"),
    Templated("han-numerals", "http://www.lcrd.example/gg/gg/8.html", f"""<html><head><meta charset="utf-8"><title>公告</title></head><body><div><h2>{RULES.title}</h2><div>发布日期：二〇二五年十一月二十日</div><div>{RULES.paragraphs()}</div></div><div>主办：临川衡器协会</div></body></html>""", RULES, "2025-11-20"),
)  # fmt: skip
