"""Pages as the templates of offices, institutes and associations print them, each with what must come out."""

from dataclasses import dataclass

from tests.cms_stories import FEATURE, LAB, MEETING, METERS, NOTICE, PUBLICITY, RULES, SHORT, TENDER, Story


@dataclass(frozen=True)
class Templated:
    """A page and what it says of itself. `published` is compared as far as it goes."""

    name: str
    url: str
    html: str
    story: Story
    published: str | None
    source: str | None = None
    author: str | None = None
    editor: str | None = None
    encoding: str = "utf-8"


NAV = "".join(
    f'<li><a href="/{n}/">{t}</a></li>'
    for n, t in enumerate(("首页", "机构概况", "政务公开", "办事服务", "互动交流", "数据发布"))
)
S = MEETING.title
PAGES = (
    Templated(
        "trs-wcm",
        "http://scjg.lin.example/xwzx/zwdt/202511/t20251119_4417208.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{S}-临川省市场监督管理局</title><meta name="SiteName" content="临川省市场监督管理局">
<meta name="ArticleTitle" content="{S}"><meta name="PubDate" content="2025-11-19 17:42"><meta name="ContentSource" content="认证监管处"><meta name="ColumnName" content="政务动态"></head>
<body><div class="header"><ul>{NAV}</ul><div class="search">热搜：<a href="/s?q=1">营业执照</a> <a href="/s?q=2">年报</a></div></div>
<div class="wz">您现在的位置：<a href="/">首页</a> > <a href="/xwzx/">新闻中心</a> > <a href="/xwzx/zwdt/">政务动态</a></div>
<div class="xl"><h2 class="xl_tit">{S}</h2><div class="xl_tit2"><span class="fl">发布时间：2025-11-19 17:42</span><span>来源：认证监管处</span><span class="zh">字号：<a>大</a> <a>中</a> <a>小</a></span><span>浏览次数：<script>document.write(1)</script></span></div>
<div class="xl_con"><div class="view TRS_UEDITOR trs_paper_default trs_web">{MEETING.paragraphs("　　")}</div></div>
<div class="fj"><span>附件：</span></div><div class="pager"><p>上一篇：<a href="t1.html">省局召开党组会</a></p><p>下一篇：<a href="t2.html">食品抽检信息通告</a></p></div>
<div class="share">分享到：<a class="wx"></a><a class="wb"></a></div></div><div class="links"><select><option>国务院部门网站</option></select></div>
<div class="footer"><p>主办单位：临川省市场监督管理局　地址：临川市学府路6号</p><p>网站标识码：3900000031　临ICP备05009988号　临公网安备39010202000113号</p></div></body></html>""",
        MEETING, "2025-11-19T17:42", "认证监管处",
    ),
    Templated(
        "jcms-dahan",
        "http://www.tongxi.example/art/2025/12/3/art_1229_77120.html",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>桐溪市人民政府 部门动态 {LAB.title}</title><meta name="author" content="市市场监管局"><meta name="createDate" content="2025-12-03 10:11:40">
<!--<$[信息内容]>begin--></head><body><table width="1000" align="center"><tr><td>当前位置：<a href="/">首页</a>&gt;<a href="/col/col1/">政务要闻</a>&gt;<a href="/col/col2/">部门动态</a></td></tr></table>
<table id="article" width="96%"><tr><td class="title" align="center"><!--<$[标题名称(html)]>begin-->{LAB.title}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td><table width="100%"><tr><td align="center">发布日期：2025-12-03</td><td>信息来源：市市场监管局</td><td>访问次数：<script src="/c.jsp"></script></td><td>字体：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><!--ZJEG_RSS.content.begin--><meta name="ContentStart"><div id="zoom">{LAB.paragraphs("　　", attributes=' style="text-indent:2em"')}</div><meta name="ContentEnd"><!--ZJEG_RSS.content.end--></td></tr>
<tr><td align="right">信息来源：市市场监管局</td></tr><tr><td align="right">【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</td></tr></table>
<div>主办：桐溪市人民政府办公室　承办：桐溪市大数据局　技术支持：某某软件</div><div>浙江ICP备11008800号</div></body></html>""",
        LAB, "2025-12-03", "市市场监管局",
    ),
    Templated(
        "vsb-webplus-notice",
        "http://jls.linchuan.example/info/1043/3321.htm",
        f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{NOTICE.title}-临川县计量检定测试所</title><META Name="keywords" Content="临川县计量检定测试所" /></head><body><div class="nav"><ul>{NAV}</ul></div>
<div class="dqwz">当前位置: <a href="/">首页</a> >> <a href="/tzgg.htm">通知公告</a> >> 正文</div><form name="_newscontent_fromname"><div class="main-title"><h1 align="center">{NOTICE.title}</h1></div><div align="center">时间：2025-11-28　点击：<span id="dynclicks">57</span></div>
<div id="vsb_content_2" class="v_news_content"><div class="v_news_content">{NOTICE.paragraphs()}</div></div><p align="right">【<a href="javascript:window.close()">关闭</a>】</p><div>上一条：<a href="3310.htm">收费标准公示</a> 下一条：<a href="3330.htm">招聘启事</a></div></form>
<div class="foot">版权所有：临川县计量检定测试所 邮编：399000 电话：0000-6651200</div></body></html>""",
        NOTICE, "2025-11-28",
    ),
    Templated(
        "siteserver",
        "https://www.lcjc.example/contents/12/4403.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{METERS.title}</title></head><body><div class="wrap"><div class="crumbs"><a href="/">首页</a> / <a href="/contents/12/">工作动态</a></div><div class="side"><h3>栏目导航</h3><ul>{NAV}</ul></div>
<div class="con_r"><div class="con_title">{METERS.title}</div><div class="con_info">2025/11/12 9:05:00&nbsp;&nbsp;|&nbsp;&nbsp;作者：柏青&nbsp;&nbsp;|&nbsp;&nbsp;点击数：218</div><div class="con_detail">{METERS.paragraphs("&emsp;&emsp;")}<p>&nbsp;</p></div><div class="con_pn"><span>上一篇：没有了</span><span>下一篇：<a href="4402.html">计量惠民走进社区</a></span></div></div></div>
<footer><p>Copyright © 2025 临川检测 版权所有</p></footer></body></html>""",
        METERS, "2025-11-12T09:05", None, "柏青",
    ),
    Templated(
        "tender-table",
        "http://ggzy.lin.example/jyxx/003002/20251204/9f1c.html",
        f"""<html><head><meta charset="utf-8"><title>{TENDER.title}</title></head><body><div class="ewb-location">当前位置：<a href="/">首页</a> > <a href="/jyxx/">交易信息</a> > 中标公告</div><h3 class="article-title">{TENDER.title}</h3><div class="info-source">【信息时间： 2025-12-04 16:20　阅读次数：<span>31</span>】</div>
<div class="ewb-article-info">{"".join(f"<p>{t}</p>" for t in TENDER.body[:3])}<table><tbody><tr><th>供应商名称</th><th>供应商地址</th><th>中标金额（万元）</th></tr><tr><td>临川恒谱仪器有限公司</td><td>临川县科创路18号</td><td>127.80</td></tr></tbody></table>{"".join(f"<p>{t}</p>" for t in TENDER.body[5:])}</div>
<div class="ewb-copy">版权所有：临川省公共资源交易中心 技术支持：某某信息</div></body></html>""",
        TENDER, "2025-12-04T16:20",
    ),
    Templated(
        "publicity-list",
        "http://www.lsa.example/index.php?m=content&c=index&a=show&catid=9&id=812",
        f"""<html><head><meta charset="gbk"><title>{PUBLICITY.title} - 公示公告 - 临川省实验室协会</title></head><body><div class="header"><a href="/">临川省实验室协会</a></div><div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="/l">公示公告</a> &gt; 正文</div>
<div id="Article"><h1>{PUBLICITY.title}<br/><span>2025-11-06 14:22:09&nbsp;&nbsp;&nbsp;来源：秘书处&nbsp;&nbsp;&nbsp;评论：<a href="#comment" id="comment">0</a> 点击：<a id="hits">0</a></span></h1><div class="content">{"<br />".join(PUBLICITY.body)}</div>
<div class="bk10"></div><p class="f14"><strong>上一篇：</strong><a href="#">关于缴纳会费的通知</a><br/><strong>下一篇：</strong><a href="#">没有了</a></p></div><div class="Article-Tool">分享到：<a>新浪微博</a></div><div class="col-auto"><h5>频道总排行</h5><ul><li><a href="1">会员名录</a></li><li><a href="2">章程</a></li></ul></div></body></html>""",
        PUBLICITY, "2025-11-06T14:22", "秘书处", encoding="gbk",
    ),
    Templated(
        "gbk-2005-font-tags",
        "http://www.lczj.example/news/2005-9/2005916102233.htm",
        f"""<HTML><HEAD><TITLE>临川质监网 - {METERS.title}</TITLE><META http-equiv=Content-Type content="text/html; charset=gb2312"></HEAD><BODY bgColor=#ffffff topMargin=0><TABLE width=760 align=center><TR><TD bgColor=#3366cc><A href="/"><FONT color=white>首页</FONT></A> | <A href="/zc">政策法规</A> | <A href="/bs">办事指南</A></TD></TR></TABLE>
<TABLE width=760 align=center><TR><TD width=180 vAlign=top><TABLE><TR><TD>热点新闻</TD></TR><TR><TD>·<A href="a.htm">质量月活动启动</A></TD></TR><TR><TD>·<A href="b.htm">名牌产品推荐</A></TD></TR></TABLE></TD><TD vAlign=top><TABLE width="100%"><TR><TD align=middle><FONT size=4><B>{METERS.title}</B></FONT></TD></TR><TR><TD align=middle><FONT color=#666666>2005-9-16 10:22:33　来源：临川质监网　阅读：1204次</FONT></TD></TR>
<TR><TD><FONT style="LINE-HEIGHT: 170%">{METERS.breaks("&nbsp;&nbsp;&nbsp;&nbsp;")}</FONT></TD></TR><TR><TD align=right>（编辑：admin）</TD></TR><TR><TD>[<A href="#">打印</A>] [<A href="#">关闭</A>]</TD></TR></TABLE></TD></TR></TABLE><CENTER>临川质监局 版权所有 Copyright 2005</CENTER></BODY></HTML>""",
        METERS, "2005-09-16T10:22", "临川质监网", encoding="gbk",
    ),
    Templated(
        "short-with-nothing-around",
        "http://www.ls.example/zx/1.aspx?id=66",
        f"""<html><head><title>{SHORT.title}</title><meta charset="utf-8"></head><body><div><ul>{NAV}</ul></div><div><div>{SHORT.title}</div><div>日期：2025-12-01</div><div>{SHORT.body[0]}</div></div><div><div>最新动态</div><ul><li><a href="2">市局开展电梯安全宣传</a></li><li><a href="3">认证宣传进企业</a></li><li><a href="4">标准化人才培训班开班</a></li></ul></div><div>版权所有 临ICP备19001122号</div></body></html>""",
        SHORT, "2025-12-01",
    ),
    Templated(
        "party-column-signed",
        "https://www.lcslab.example/dangjian/detail/881",
        f"""<html><head><meta charset="utf-8"><title>{RULES.title}|临川实验室</title></head><body><div id="app"><nav>{NAV}</nav><div class="detail-wrap"><p class="d-title">{RULES.title}</p><p class="d-sub"><i>供稿：科技处</i><i>撰稿人：柳溪</i><i>审核：许文</i><i>发布时间：2025年11月30日</i></p><div class="d-body">{RULES.paragraphs(tag="div")}</div><div class="d-sign">（文/柳溪 图/阮小满）</div></div><div class="hot"><p>热门推荐</p><p><a href="1">标准物质问答</a></p><p><a href="2">仪器共享平台开放</a></p></div></div></body></html>""",
        RULES, "2025-11-30", None, "柳溪",
    ),
    Templated(
        "msonormal-word-paste",
        "http://zjj.lin.example/xxgk/content/post_553010.html",
        f"""<html><head><meta charset="utf-8"><title>{FEATURE.title} - 临川省建筑工程质量检测网</title></head><body><div class="box"><div class="position">当前位置：首页 &gt; 行业风采</div><h1 class="content_title">{FEATURE.title}</h1><div class="content_date"><span class="date"><b>时间：</b>2025-10-21 08:30:15</span><span><b>来源：</b>省建筑工程质量检测网</span><span>【字体： <a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="article-content">{"".join(f'<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋_GB2312">{t[:9]}</span><span lang="EN-US">{t[9:]}</span></p>' for t in FEATURE.body)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p></div><div class="content_share">扫一扫在手机打开当前页<img src="q.png"></div></div><div class="foot">建议使用1024*768分辨率 临ICP备06001号</div></body></html>""",
        FEATURE, "2025-10-21T08:30", "省建筑工程质量检测网",
    ),
    Templated(
        "gkml-index-table",
        "http://www.lin.example/gkml/xzfb/202511/t20251128_9931.html",
        f"""<html><head><meta charset="utf-8"><title>{NOTICE.title}</title></head><body><table class="gkml"><tr><td>索 引 号：</td><td>00281-2025-00113</td><td>主题分类：</td><td>质量监督</td></tr><tr><td>发布机构：</td><td>县计量所</td><td>成文日期：</td><td>2025-11-28</td></tr><tr><td>名　　称：</td><td colspan="3">{NOTICE.title}</td></tr><tr><td>文　　号：</td><td>临计〔2025〕14号</td><td>发布日期：</td><td>2025-11-28 15:10</td></tr></table>
<div class="gk_title">{NOTICE.title}</div><div class="gk_con"><div class="TRS_Editor">{NOTICE.paragraphs()}</div></div><div class="gk_foot">扫一扫在手机打开当前页</div><div class="gk_rel"><h4>相关解读</h4><ul><li><a href="#">关于检定周期的解读</a></li></ul></div></body></html>""",
        NOTICE, "2025-11-28",
    ),
)  # fmt: skip
