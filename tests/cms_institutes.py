"""Pages as ministries, institutes, universities, associations and small content systems print them, each with what must come out."""

from dataclasses import replace

from tests.cms_government import Templated
from tests.cms_stories import AGENCY, ASKED, CAPTIONED, LOCAL, METERS, NOTE, NOTICE, PUBLICITY, SECTIONS, SIGNED, TABLED

BESIDE = "".join(
    f'<li><span>[2025-06-0{n + 1}]</span><a href="/tz/{n}.htm">{t}</a></li>'
    for n, t in enumerate(("关于端午节放假的通知", "计量校准规范宣贯会回执", "关于征集团体标准的函", "夏季送检班车时刻表"))
)
TERSE = replace(NOTE, title="喜报：我院获批建设国家计量数据中心")
ENGLISH = replace(
    SIGNED,
    title="NIM参加国际比对取得等效结果",
    body=(
        "近日，国际计量局公布关键比对CCQM-K167结果，我院量值与参考值的偏差小于0.4%，取得国际等效。",
        "The degree of equivalence of NIM is within the expanded uncertainty (k=2), which supports the CMC claims in the KCDB.",
        "比对由韩国标准科学研究院主导，共有14个国家计量院参加，历时18个月。",
    ),
)
ANNEXED = replace(SECTIONS, body=tuple(text for text in SECTIONS.body if not text.startswith("附件")))
PAGES = (
    Templated(
        "state-council-2023",
        "https://www.zgzf.example/lianbo/bumen/202505/content_7024519.htm",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{AGENCY.title}_部门动态_中国政府网</title><meta name="others" content="页面生成时间 2025-05-22 10:21:09"/><meta name="author" content="江枫"/><meta name="firstpublishedtime" content="2025-05-20-21:58:00"/><meta name="lastmodifiedtime" content="2025-05-21-08:01:00"/></head><body><div class="header"><div class="menu_item"><a>国务院</a></div><div class="menu_item"><a>新闻</a></div></div><div class="mobile_warp"><div class="article oneColumn pub_border"><h1 id="ti">{AGENCY.title}</h1><div class="pages-date">2025-05-20 21:58<span class="font index-switchsize"> 来源： 新华社 </span><span class="pages_print">字号：<span>默认</span> <span>大</span> <span>超大</span> | <a>打印</a> | <a>收藏</a> | <a>留言</a> | <i class="share"></i></span></div><div class="pages_content mhide" id="UCAP-CONTENT"><div class="trs_editor_view TRS_UEDITOR trs_paper_default">{AGENCY.paragraphs("　　")}</div></div><div class="editor">责任编辑：江枫</div><div class="pages_wx">扫一扫在手机打开当前页</div><div class="related"><div class="related-title">相关稿件</div><ul>{BESIDE}</ul></div></div></div><div class="footer">链接：<a>全国人大</a> | <a>全国政协</a> 主办单位：国务院办公厅　运行维护单位：中国政府网运行中心 版权所有：中国政府网　中文域名：中国政府网.政务 网站标识码bm01000001　京ICP备05070218号</div></body></html>""",
        AGENCY,
        "2025-05-20T21:58",
        "新华社",
        None,
        "江枫",
    ),
    Templated(
        "index-as-definition-list",
        "http://amr.lcs.example/zwgk/fdzdgknr/zcwj/202505/t20250520_9912034.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SECTIONS.title}</title><meta name="ArticleTitle" content="{SECTIONS.title}"><meta name="PubDate" content="2025-05-20"><meta name="ContentSource" content=""></head><body><div class="dqwz">当前位置：<a>首页</a>>><a>政务公开</a>>><a>政策文件</a></div><div class="xxgk_xl"><dl><dt>索 引 号：</dt><dd>00394512-2/2025-00187</dd><dt>主题分类：</dt><dd>市场监管 / 计量</dd><dt>发文机关：</dt><dd>临川省市场监督管理局</dd><dt>成文日期：</dt><dd>2025-05-12</dd><dt>文　　号：</dt><dd>临市监量〔2025〕19号</dd><dt>发布日期：</dt><dd>2025-05-20</dd><dt>有效性：</dt><dd>有效</dd><dt>标　　题：</dt><dd>{SECTIONS.title}</dd></dl><div class="tit"><h2>{SECTIONS.title}</h2></div><div class="tools"><a>字体：</a><a>[大]</a><a>[中]</a><a>[小]</a> <a>打印</a></div><div class="view TRS_UEDITOR">{SECTIONS.paragraphs("　　").replace("附件：民生计量专项行动统计表", '附件：<a href="P020250520.docx">民生计量专项行动统计表</a>')}</div><div class="xgjd"><b>相关解读：</b><a>《通知》政策解读</a></div><div class="ewm">扫一扫 手机端浏览</div></div><div class="footer">承办：临川省市场监督管理局办公室 闽ICP备00001号</div></body></html>""",
        SECTIONS,
        "2025-05-20",
    ),
    Templated(
        "jpage-comments-as-marks",
        "http://jly.lcs.example/art/2025/5/20/art_1229_45601.html",
        f"""<html><head><meta charset="utf-8"><title>临川省计量科学研究院 院内要闻 {SIGNED.title}</title><meta name="author" content=""><meta name="pubdate" content="2025-05-20 16:40"></head><body><table width="1000" align="center"><tr><td><a>首页</a></td><td><a>走进计量院</a></td><td><a>业务指南</a></td></tr></table><table width="1000"><tr><td>您的位置：<a>首页</a> &gt; <a>院内要闻</a></td></tr></table><table id="article" width="100%"><tr><td class="title"><!--<$[标题名称(html)]>begin-->{SIGNED.title}<!--<$[标题名称(html)]>end--></td></tr><tr><td><table width="100%"><tr><td width="33%">发布日期：2025-05-20</td><td>浏览次数：<script>document.write('')</script></td><td>信息来源：化学所</td><td>字体：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr><tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart"/>{SIGNED.paragraphs("　　", "p", ' style="text-indent:2em"')}<meta name="ContentEnd"/><!--ZJEG_RSS.content.end--></div></td></tr><tr><td align="right">【<a>打印本页</a>】 【<a>关闭窗口</a>】</td></tr></table><table><tr><td>主办单位：临川省计量科学研究院 地址：临川市学府路9号 邮编：399000</td></tr></table></body></html>""",
        SIGNED,
        "2025-05-20",
        "化学所",
    ),
    Templated(
        "drupal-office",
        "https://www.metrology.example/zh-hans/node/8813",
        f"""<!DOCTYPE html><html lang="zh-hans"><head><meta charset="utf-8"/><title>{NOTE.title} | 临川计量中心</title><meta name="Generator" content="Drupal 9"/></head><body class="path-node page-node-type-article"><a href="#main-content" class="visually-hidden">跳转到主要内容</a><header><nav><ul><li><a>首页</a></li><li><a>服务</a></li></ul></nav><form><label>搜索</label></form></header><main><div class="region-breadcrumb"><nav><h2>面包屑</h2><ol><li><a>首页</a></li><li>{NOTE.title}</li></ol></nav></div><h1 class="page-header"><span class="field field--name-title">{NOTE.title}</span></h1><article class="node node--type-article"><footer class="node__meta"><div class="node__submitted">由 <span class="field--name-uid"><span>admin</span></span> 提交于 <span class="field--name-created">周二, 05/20/2025 - 09:12</span></div></footer><div class="node__content"><div class="field field--name-body field--type-text-with-summary">{NOTE.paragraphs()}</div><div class="field field--name-field-tags"><div class="field__label">标签</div><div><a>海关</a></div></div><ul class="links inline"><li><a>登录</a>或<a>注册</a>以发表评论</li></ul></div></article></main><aside><h2>近期内容</h2><ul>{BESIDE}</ul></aside></body></html>""",
        NOTE,
        "2025-05-20T09:12",
    ),
    Templated(
        "webplus-college",
        "https://jlxy.lcu.example/2025/0520/c1021a33412/page.htm",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{CAPTIONED.title}</title></head><body><div class="wp-navi"><ul><li><a>学院首页</a></li><li><a>师资队伍</a></li></ul></div><div class="col_metas"><h2>学院新闻</h2><div>当前位置： <a>首页</a> >> <a>学院新闻</a></div></div><div class="article"><h1 class="arti_title">{CAPTIONED.title}</h1><h2 class="arti_title"></h2><p class="arti_metas"><span class="arti_publisher">发布者：计量学院</span><span class="arti_update">发布时间：2025-05-20</span><span class="arti_views">浏览次数：<span class="WP_VisitCount">312</span></span></p><div class="entry"><div class="read"><div class="wp_articlecontent">{CAPTIONED.paragraphs("", "p", ' style="text-indent:2em"')}</div></div></div></div><div id="footer">版权所有：临川大学计量学院 地址：临川市大学城</div></body></html>""",
        CAPTIONED,
        "2025-05-20",
    ),
    Templated(
        "vsb-college",
        "https://www.lczy.example/info/1041/22871.htm",
        f"""<html><head><meta charset="UTF-8"><title>{ANNEXED.title}-临川质量职业学院</title><META Name="keywords" Content="临川质量职业学院" /><META Name="PageType" Content="6" /></head><body><ul class="nav"><li><a>网站首页</a></li><li><a>学校概况</a></li></ul><div class="location">当前位置: <a>网站首页</a> >> <a>通知公告</a> >> 正文</div><form name="_newscontent_fromname"><div class="content-title"><h3>{ANNEXED.title}</h3><i>2025年05月20日 15:02&nbsp;&nbsp;作者：&nbsp;&nbsp;点击：[<span id="dynclicks_wbnews_22871">120</span>]</i></div><div class="content-con" id="vsb_content_2"><div class="v_news_content">{ANNEXED.paragraphs("　　", "p", ' class="vsbcontent_start"')}</div></div><div><ul style="list-style-type:none;"><li>附件【<a href="/system/_content/download.jsp?wbfileid=1" target="_blank">统计表.xlsx</a>】已下载<span id="nattach">33</span>次</li></ul></div><div class="pages"><p>上一条：<a>关于校园电梯年检的通知</a></p><p>下一条：<a>关于举办技能大赛的通知</a></p></div><p align="right">【<a href="javascript:window.close()">关闭</a>】</p></form></body></html>""",
        ANNEXED,
        "2025-05-20T15:02",
    ),
    Templated(
        "asp-net-tables",
        "http://www.zjs.example/ShowNews.aspx?id=1877",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>临川市质检所</title></head><body><center><table width="778" border="0"><tr><td height="30" bgcolor="#0066cc"><font color="#ffffff">今天是 2026年11月23日 星期一</font></td></tr></table><table width="778"><tr><td width="190" valign="top"><table><tr><td>最新公告</td></tr><tr><td><ul>{BESIDE}</ul></td></tr></table></td><td valign="top"><table width="560"><tr><td align="center" height="40"><font color="#cc0000" size="4"><b>{LOCAL.title}</b></font></td></tr><tr><td align="center"><font size="2">发布时间：2025-5-20 9:12:00　被阅览数：<font color="red">128</font> 次　来源：办公室</font></td></tr><tr><td><hr size="1"></td></tr><tr><td style="line-height:24px"><font face="宋体" size="3">{LOCAL.breaks("&nbsp;&nbsp;&nbsp;&nbsp;").replace("<br>", "<br><br>")}</font></td></tr><tr><td align="right"><font size="2">【<a>关闭窗口</a>】【<a>打印</a>】</font></td></tr></table></td></tr></table><table width="778"><tr><td align="center"><font size="2">临川市产品质量监督检验所 版权所有<br>地址：临川市工业路8号 电话：0000-6651000</font></td></tr></table></center></body></html>""",
        LOCAL,
        "2025-05-20T09:12",
        "办公室",
        encoding="gbk",
    ),
    Templated(
        "phpcms-facts-in-heading",
        "http://www.jlzx.example/html/2025/hangye_0520/8812.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TABLED.title} - 行业动态 - 计量在线</title></head><body><div class="crumbs"><a>首页</a><span> &gt; </span><a>行业动态</a> &gt;  正文</div><div class="main"><div class="col-left"><div id="Article"><h1>{TABLED.title}<br /><span>2025-05-20 09:12:33&nbsp;&nbsp;&nbsp;来源：中国计量网&nbsp;&nbsp;&nbsp;评论：<a id="comment_count">0</a> 点击：<em id="hits">33</em></span></h1><div class="content"><p>　　{TABLED.body[0]}</p><table>{"".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split(" | ")) + "</tr>" for row in TABLED.body[1:5])}</table><p>　　{TABLED.body[5]}</p></div><div id="pages" class="text-c mg_t10"></div><p class="bottom"><strong>您看到此篇文章时的感受是：</strong></p><p class="f14"><strong>上一篇：</strong><a>管网漏损率再降</a><br /><strong>下一篇：</strong><a>二次供水改造启动</a></p><div class="Article-Tool">分享到：<a>QQ空间</a><a>新浪微博</a><a>开心网</a><a>人人网</a></div></div><div class="box"><h5>延伸阅读：</h5><ul class="content list blue f14 row-2">{BESIDE}</ul></div></div><div class="col-auto"><h5>频道总排行</h5><ul><li><a>水表轮换收费吗</a></li></ul></div></div></body></html>""",
        TABLED,
        "2025-05-20T09:12",
        "中国计量网",
    ),
    Templated(
        "dede-unknown-source",
        "http://www.hqzj.example/a/xinwen/20250520/2201.html",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" /><title>{SIGNED.title}_华企质检网</title></head><body class="articleview"><div class="place"> <strong>当前位置:</strong> <a>主页</a> > <a>新闻</a> > </div><div class="viewbox"><div class="title"><h2>{SIGNED.title}</h2></div><div class="info"><small>时间:</small>2025-05-20 09:12<small>来源:</small>未知 <small>作者:</small>华企质检 <small>点击:</small>1次</div><div class="intro">摘要：5月16日，由临川省计量科学研究院研制的“水中全氟辛酸溶液标准物质”等两项国家二级标准物质...</div><div class="content"><table width='100%'><tr><td>{SIGNED.paragraphs("　　", "div")}</td></tr></table></div><div class="dede_pages"><ul class="pagelist"></ul></div><div class="boxoff"><strong>------分隔线----------------------------</strong></div><div class="handle"><div class="digg"><div class="digg_act">顶一下</div><div>(0)</div><div>0%</div><div>踩一下</div><div>(0)</div><div>0%</div></div><div class="context"><ul><li>上一篇：<a>标准物质的前世今生</a></li><li>下一篇：没有了 </li></ul></div></div></div><div class="dede_comment"><strong>最新评论</strong> 共有条评论 发表评论 请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。评价: 中立 好评 差评 表情: 用户名: 验证码:</div><div class="pright"><dl><dt>热点内容</dt><dd><ul>{BESIDE}</ul></dd></dl></div></body></html>""",
        SIGNED,
        "2025-05-20T09:12",
        None,
        "华企质检",
        encoding="gbk",
    ),
    Templated(
        "association-list-first",
        "http://www.lcjlxh.example/news_view.asp?id=733",
        f"""<html><head><meta charset="gbk"><title>临川省计量测试学会</title></head><body><div class="left"><div class="lm">通知公告</div><ul>{BESIDE}</ul><div class="lm">联系我们</div><p>电话：0000-6651408</p></div><div class="right"><div class="wz">学会动态</div><div class="nr_tit">{METERS.title}</div><div class="nr_sj">[2025-05-20]　供稿：计量所　点击率：57</div><div class="nr">{METERS.breaks()}</div></div><div class="bot">CopyRight 2012 临川省计量测试学会　技术支持：某某科技</div></body></html>""",
        METERS,
        "2025-05-20",
        None,
        "计量所",
        encoding="gbk",
    ),
    Templated(
        "wide-digits",
        "http://www.lcxs.example/dt/887.html",
        f"""<html><head><meta charset="utf-8"><title>{NOTICE.title}——临川测试学社</title></head><body><div id="menu"><a>社务</a> <a>动态</a></div><div id="c"><p align="center"><b>{NOTICE.title}</b></p><p align="center">２０２５年１１月２８日　　来源：学社秘书处</p>{NOTICE.paragraphs("　　")}</div><div id="b"><a>上一条</a> <a>下一条</a> <a>返回</a></div></body></html>""",
        NOTICE,
        "2025-11-28",
        "学社秘书处",
    ),
    Templated(
        "english-months",
        "https://www.nim.example/articles/2253",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ENGLISH.title} - 国计院</title></head><body><nav><a>English</a><a>中文</a></nav><div class="post-header"><h1>{ENGLISH.title}</h1><span class="date">May 20, 2025</span><span class="views">Views: 120</span></div><div class="post-text">{ENGLISH.paragraphs()}</div><div class="prev">Previous：<a>CMC declaration updated</a></div><div class="next">Next：<a>Open day</a></div><div class="news"><h4>Latest News</h4><p><a>时间频率楼启用</a> Jun 2, 2025</p></div></body></html>""",
        ENGLISH,
        "2025-05-20",
    ),
    Templated(
        "english-day-first",
        "https://www.lcl.example/zh/news/k167",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ENGLISH.title} | 临川实验室</title></head><body><main><article><h1>{ENGLISH.title}</h1><p class="meta">发布：20 May 2025, 9:12 AM</p>{ENGLISH.paragraphs()}</article><footer>© 2026 临川实验室</footer></main></body></html>""",
        ENGLISH,
        "2025-05-20T09:12",
    ),
    Templated(
        "afternoon-clock",
        "http://www.sdzj.example/info.php?id=4410",
        f"""<html><head><meta charset="utf-8"><title>{ASKED.title}</title></head><body><div class="top">现在时间：2026年11月23日 上午 10:00:00</div><div class="bt">{ASKED.title}</div><div class="sx">更新时间：2025/5/20 下午 3:12:31　　文章录入：wang　　责任编辑：阮小满</div><div class="zw">{ASKED.paragraphs("　　", "div")}</div><div class="gn">【字体：小 大】【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】</div><div>上一篇文章： 没有了</div><div>下一篇文章： <a>检测报告里的“小字”</a></div><div>最新热点　最新推荐　相关文章</div><ul>{BESIDE}</ul></body></html>""",
        ASKED,
        "2025-05-20T15:12",
        None,
        None,
        "阮小满",
    ),
    Templated(
        "weekday-between",
        "http://www.lcfy.example/article/detail/2025/05/id/8801234.shtml",
        f"""<html><head><meta charset="utf-8"><title>{PUBLICITY.title} - 临川网</title></head><body><div class="path">位置：<a>首页</a> → <a>公示</a></div><div class="detail_bigtitle">{PUBLICITY.title}</div><div class="detail_thr"><span>来源：临川质量报</span><span>作者：秦朗 江枫</span> 发布时间：2025-05-20 星期二 09:12:44</div><div class="detail_txt">{PUBLICITY.paragraphs("　　")}</div><div class="detail_bj">责任编辑：田禾</div><div class="sanzi">编辑：审核人</div></body></html>""",
        PUBLICITY,
        "2025-05-20T09:12",
        "临川质量报",
        "秦朗、江枫",
        "田禾",
    ),
    Templated(
        "footer-day-only",
        "http://www.jdz.example/show/91",
        f"""<html><head><meta charset="utf-8"><title>{TERSE.title}</title></head><body><div class="hd"><a>首页</a><a>新闻</a><a>下载</a></div><div class="bd"><h2>{TERSE.title}</h2><div class="txt">{TERSE.paragraphs()}<p>全院将以此为契机，推动计量数据与产业应用深度融合，力争三年内建成覆盖全省的数据共享平台。</p></div></div><div class="sd"><h4>最新消息</h4><ul>{BESIDE}</ul></div><div class="ft">最后更新：2026-11-20　访问人数：120034　© 2016-2026 检定站</div></body></html>""",
        replace(
            TERSE, body=(*TERSE.body, "全院将以此为契机，推动计量数据与产业应用深度融合，力争三年内建成覆盖全省的数据共享平台。")
        ),
        None,
    ),
)
