"""Pages as agencies, central media and newspapers print them, each with what must come out."""

from dataclasses import replace

from tests.cms_government import Templated
from tests.cms_stories import AGENCY, ANALYSIS, ASKED, CAPTIONED, LOCAL, NOTE, SIGNED, TABLED, TRIAL

# beside and below the text: newer days, clock times, teasers
NEWEST = "".join(
    f'<li><a href="/gn/2025/05-2{n}/10{n}.shtml">{t}</a><span>2025-05-2{n} 1{n}:4{n}:09</span></li>'
    for n, t in enumerate(
        ("多地发布高温红色预警信号", "端午假期火车票今日开售", "中央气象台继续发布暴雨预警", "国际油价连涨三周后回落")
    )
)
READ_ON = "".join(
    f'<li><h3><a href="/n1/2025/0521/c{n}.html">{t}</a></h3><p>{s}</p></li>'
    for n, (t, s) in enumerate(
        (
            (
                "“小切口”立法管好大民生",
                "近年来，各地人大聚焦电梯安全、餐饮油烟等群众身边事，以“小快灵”立法回应关切，让法规立得住、行得通、真管用。…",
            ),
            (
                "夜校为何这样火",
                "下班之后学一门手艺，正成为不少年轻人的新选择。一门课几百元、一座城上万人，夜校撬动了怎样的需求？…",
            ),
        )
    )
)
FOOT = '<div class="foot"><p>互联网新闻信息服务许可证00020250001　Copyright © 2000-2025 All Rights Reserved</p></div>'
ISLAND = replace(
    TRIAL,
    body=("標準檢驗局公布電風扇檢測結果。（示意圖，記者柳溪攝）", f"〔記者柳溪／台北報導〕{TRIAL.body[0]}", *TRIAL.body[1:]),
)
HARBOUR = replace(TRIAL, body=(*TRIAL.body, "完"))
PAGES = (
    Templated(
        "agency-split-day",
        "http://www.xh.example/politics/20250520/9d2c8b1f4a6e/c.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{AGENCY.title}-新华网</title><meta name="publishdate" content="2025-05-20"/></head><body><div class="fix-ewm domPC"><img src="x.png"/><div class="fxd"><span class="fxd-wx"></span></div></div>
<div class="header domPC" data="datasource:9d2c8b1f4a6e"><div class="header-top clearfix"><div class="header-nav left"><a href="/">新华网</a> &gt; <span>正文</span></div></div><div class="header-cont clearfix"><div class="header-time left"><span class="year"><em> 2025</em></span> <span class="day"><em>05</em>/<em>20</em></span> <span class="time"> 21:13:35</span></div><div class="source">来源：新华网</div><div class="head-line clearfix"><h1><span class="title">{AGENCY.title}</span><span class="btn-audio"></span></h1><audio id="audioDom" loop src=""></audio><div class="pageShare"><div class="setFont">字体： <span id="fontSmall">小</span><span id="fontNormal" class="active">中</span><span id="fontBig">大</span></div><div class="share"> 分享到：<a class="wx"></a><a class="wb"></a></div></div></div></div></div>
<div class="mheader domMobile"><h1><span class="title">{AGENCY.title}</span></h1><div class="info"> 2025-05-20 21:13:35 <span>来源：新华网</span></div></div>
<div class="main clearfix"><div class="main-left left"><div id="detail"><span id="detailContent">{AGENCY.paragraphs("　　")}</span><div id="articleEdit"><span class="tiyi1 domPC"><a class="advise">【纠错】</a></span><span class="editor"> 【责任编辑:江枫 谷雨】 </span></div></div><div class="nextpage clearfix"><div class="nextpage-tit">阅读下一篇：</div><div class="nextpage-cont"><a href="#">夏粮收购全面展开</a></div></div><div class="columBox book"><ul class="cont clearfix"></ul></div></div><div class="main-right right"><div class="columBox hotList"><div class="col-tit"><span>热榜</span></div><ul>{NEWEST}</ul></div></div></div>{FOOT}</body></html>""",
        AGENCY,
        "2025-05-20T21:13",
        "新华网",
        None,
        "江枫、谷雨",
    ),
    Templated(
        "agency-news-service",
        "https://www.zx.example/sh/2025/05-20/10418822.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{LOCAL.title}-中新网</title></head><body><div class="nav_navcon"><ul><li><a href="/">首页</a></li><li><a href="/sh/">社会</a></li></ul></div><div id="nav"><a href="/">首页</a> → <a href="/sh/">社会新闻</a></div><div class="content_maincontent_more"><div class="content_maincontent_content"><h1 class="content_left_title">{LOCAL.title}</h1><div class="content_left_time">2025年05月20日 09:12　来源：<a href="http://www.zx.example/" class="source">临川晚报</a><div id="fontsize"><span>小字体</span><span>大字体</span></div><div class="share_tool">分享到：<a class="icon-wx"></a></div></div>
<div class="left_ph"></div><div class="left_zw">{LOCAL.paragraphs("　　")}<table border="0" align="left"><tr><td><div id="adhzh" name="hzh"></div></td></tr></table><div id="function_code_page"></div></div><div class="adEditor"><div class="left_name right"><span>【编辑:秦朗】</span></div></div><div class="channel">更多精彩内容请进入社会频道</div></div><div class="content_right"><div class="title">社会新闻精选：</div><ul>{NEWEST}</ul></div></div><div>本网站所刊载信息，不代表本社和本网观点。 刊用本网站稿件，务经书面授权。</div><div>未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。</div></body></html>""",
        LOCAL,
        "2025-05-20T09:12",
        "临川晚报",
        None,
        "秦朗",
    ),
    Templated(
        "television-portal",
        "https://news.ys.example/2025/05/20/ARTIkq81xLrWn2.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{NOTE.title}_新闻频道_央视网(ys.example)</title><meta name="keywords" content="海关 木炭"></head><body><div class="top_sticky"><span>正在阅读：{NOTE.title}</span><span class="fx">分享到：</span></div><div class="mbx"><a href="/">央视网</a>&gt;<a href="/news">新闻</a>&gt;正文</div><div id="title_area" class="title_area"><h1>{NOTE.title}</h1><div class="info1">来源：央视新闻客户端 | 2025年05月20日 07:41:12</div><div class="info2">央视新闻客户端 | 2025年05月20日 07:41:12</div></div><div class="text_area"><div class="loading">原标题：<span>{NOTE.title}</span></div><div class="content_area" id="content_area"><p style="text-align:center"><img src="a.jpg"></p>{NOTE.paragraphs("　　")}</div><div class="zebian"><span>编辑：谷雨</span><span>责任编辑：田禾</span></div><div class="zhanwei">点击查看全文</div></div><div class="relevance"><h3>为你推荐</h3><ul>{NEWEST}</ul></div><div class="bottom">中央广播电视总台 央视网 版权所有 京ICP证060535号</div></body></html>""",
        NOTE,
        "2025-05-20T07:41",
        "央视新闻客户端",
        None,
    ),
    Templated(
        "daily-on-paper",
        "http://paper.rm.example/rmrb/pc/content/202505/20/content_30074411.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{CAPTIONED.title}</title></head><body><div class="header"><div class="date left">2025年05月20日　星期二</div><div class="right"><a href="/">返回目录</a><a href="#">放大</a><a href="#">缩小</a><a>全文复制</a></div></div><div class="main"><div class="left paper-bot"><p class="ban">第12版：科技</p><map></map><a href="../../20/node_11.html">上一版</a><a href="../../20/node_13.html">下一版</a></div><div class="right right-main"><div class="swiper-box"><ul class="news-list"><li><a href="content_30074410.html">深海种质库建成</a></li><li><a href="content_30074412.html">古籍也能“体检”</a></li></ul></div><div class="article-box"><div class="article"><h3>走近大科学装置</h3><h1>{CAPTIONED.title}</h1><h2></h2><p class="sec">本报记者　谷　雨 <br> 《人民日报》（2025年05月20日　第 12 版）<span class="date"></span></p><div id="articleContent" class="attachment"><!--enpcontent-->{CAPTIONED.paragraphs("　　")}<!--/enpcontent--></div></div><div class="art-btn"><a href="content_30074410.html">上一篇</a><a href="content_30074412.html">下一篇</a></div></div></div></div><div class="cal"><table><tr><th>日</th><th>一</th><th>二</th></tr><tr><td><a>18</a></td><td><a>19</a></td><td><a>20</a></td></tr></table></div></body></html>""",
        CAPTIONED,
        "2025-05-20",
        None,
        "谷雨",
    ),
    Templated(
        "light-daily-portal",
        "https://tech.gm.example/2025-05/20/content_38031522.htm",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SIGNED.title} _光明网</title><meta name="author" content="10087"><meta name="source" content="光明网"></head><body><div class="g-crumb"><a href="/">首页</a>&gt; <a href="/tech">科技频道</a>&gt; 正文</div><div class="g-main"><h1 class="u-title">{SIGNED.title}</h1><div class="m-con-info"><span class="m-con-time">2025-05-20 08:36</span><span class="m-con-source">来源：<a href="http://kj.example">科技日报</a></span><span class="m-con-comment">0</span></div><div id="content_art"><div class="u-mainText">{SIGNED.paragraphs("　　")}<div class="m-contentBottom"><span id="contentLiability">[ 责编：田禾 ]</span></div></div></div><div class="m-zhaiyao">阅读剩余全文（<span>56%</span>）</div></div><div class="g-tuijian"><h2>相关阅读</h2><ul>{NEWEST}</ul></div><div>光明网版权所有</div></body></html>""",
        SIGNED,
        "2025-05-20T08:36",
        "科技日报",
        None,
        "田禾",
    ),
    Templated(
        "foreign-language-daily",
        "https://cn.zr.example/a/202505/20/WS682bd1e3a310205377033a11.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{LOCAL.title} - 中国日报网</title></head><body><div class="da-bre"><a>中国日报网</a> > <a>地方频道</a></div><div class="container"><div class="container-left2"><h1 class="dabiaoti">{LOCAL.title}</h1><div class="fenx"><div class="xinf-le"> 作者：秦朗  来源：中国日报网 <span>2025-05-20 11:02</span></div><div class="xinf-ri"><a>分享到微信</a></div></div><div class="article" id="Content">{LOCAL.paragraphs()}</div><div class="dibu-two"><div class="dibu-one">【责任编辑：苏白】</div></div><div class="xinwen-biaoti"></div><div class="biaoqian">中国日报网版权说明：凡注明来源为“中国日报网：某某网（署名）”，除与中国日报网签署内容授权协议的网站外，其他任何网站或单位未经允许禁止转载、使用，违者必究。如需使用，请与010-00000000联系；凡本网注明“来源：其他来源（非中国日报网）”的作品，均转载自其它媒体，目的在于传播更多信息，其他媒体如需转载，请与稿件来源方联系，如产生任何问题与本网无关。</div><div class="biaoqian">版权保护：本网登载的内容（包括文字、图片、多媒体资讯等）版权属中国日报网（中报国际文化传媒（北京）有限公司）独家所有使用。</div></div><div class="container-right2"><div class="tuijian">推荐</div><ul>{NEWEST}</ul></div></div></body></html>""",
        LOCAL,
        "2025-05-20T11:02",
        "中国日报网",
        "秦朗",
        "苏白",
    ),
    Templated(
        "radio-portal",
        "https://www.yg.example/lc/kx/20250520/t20250520_527177210.shtml",
        f"""<html><head><meta charset="utf-8"><title>{TABLED.title}_央广网</title></head><body><div class="path"><a href="/">首页</a><em>&gt;</em><a href="/lc">临川</a></div><div class="article-header"><h1>{TABLED.title}</h1><div class="source"><span>2025-05-20 09:12:00</span><span>来源：央广网</span></div></div><div class="wrapper"><div class="article"><div class="article-body"><div class="TRS_Editor"><p>　　{TABLED.body[0]}</p><table border="1">{"".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row.split(" | ")) + "</tr>" for row in TABLED.body[1:5])}</table><p>　　{TABLED.body[5]}</p></div></div><div class="editor">编辑：<span>苏白</span></div><div class="copyright">更多精彩资讯请在应用市场下载“央广网”客户端。欢迎提供新闻线索，24小时报料热线400-000-0088；消费者也可通过央广网“啄木鸟消费者投诉平台”线上投诉。版权声明：本文章版权归属央广网所有，未经授权不得转载。</div></div><div class="qrcode">长按二维码<br>关注精彩内容</div></div></body></html>""",
        TABLED,
        "2025-05-20T09:12",
        "央广网",
        None,
        "苏白",
    ),
    Templated(
        "economy-daily-portal",
        "http://www.jj.example/xwzx/gnsz/gdxw/202505/20/t20250520_39390001.shtml",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{ANALYSIS.title}_中国经济网——国家经济门户</title></head><body><div class="dhNew"><div>手机看中经</div><div>经济日报微信</div><div>中经网微信</div></div><div class="content"><div class="path">　　　　当前位置　<a href="/">新闻</a> &gt; <a href="/gdxw">滚动新闻</a> &gt; 正文</div><div class="neirong" id="article"><h1 id="articleTitle">{ANALYSIS.title}</h1><div class="laiyuan"><div class="left"><span id="articleTime">2025年05月20日 13:27</span>　　　<span id="articleSource">来源： 经济参考报</span>　　　<span id="articleAuthor">柏青</span></div><div class="right">[<a>推荐朋友</a>] [<a>打印本稿</a>] [字号 <a>大</a> <a>中</a> <a>小</a>]</div></div><div class="content" id="articleText"><div class="TRS_Editor">{ANALYSIS.paragraphs("　　")}</div></div><p class="bianj">(责任编辑：何田)</p></div><div class="sharing">分享到：<a>新浪微博</a><a>微信</a></div><div class="mzsm">精彩图片</div><div class="tupian"><ul><li><a href="1.html">夏日荷塘</a></li><li><a href="2.html">千帆竞渡</a></li></ul></div><div>中国经济网版权及免责声明：</div><div>1、凡本网注明“来源：中国经济网” 或“来源：经济日报-中国经济网”的所有作品，版权均属于中国经济网，未经本网授权不得转载、摘编或以其它方式使用上述作品。</div><div>2、凡本网注明“来源：其他来源（非中国经济网）”的作品，均转载自其它媒体，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。</div><div>3、如因作品内容、版权和其它问题需要同本网联系的，请在30日内进行。</div></div></body></html>""",
        ANALYSIS,
        "2025-05-20T13:27",
        "经济参考报",
        "柏青",
        "何田",
        encoding="gbk",
    ),
    Templated(
        "provincial-paper-tables",
        "http://epaper.lcrb.example/html/2025-05/20/content_19_812245.htm",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>临川日报多媒体数字版</title></head><body><table width="978"><tr><td><table><tr><td class="default"><strong>2025年05月20日</strong> 星期二 <a href="#">往期回顾</a></td></tr><tr><td>第A03版：要闻 <a href="node_4.htm">3上一版</a> <a href="node_6.htm">下一版4</a></td></tr></table><div id="ScroLeft"><table><tr><td><a href="content_19_812244.htm">·望江路改造提前完工</a></td></tr><tr><td><a href="content_19_812245.htm">·{LOCAL.title}</a></td></tr><tr><td><a href="content_19_812246.htm">·公告</a></td></tr></table></div></td><td><table><tr><td class="pdf">3 <a>上一篇</a>　<a>下一篇</a> 4　放大 缩小 默认 <img src="d.gif"></td></tr><tr><td class="font02" align="center">临川全面评估超期服役电梯</td></tr><tr><td class="font01" align="center"><strong>{LOCAL.title}</strong></td></tr><tr><td class="font02" align="center"></td></tr><tr><td class="font6"><!-- ============ 文章内容 ============ --><div id="ozoom"><founder-content>{LOCAL.paragraphs("　　")}</founder-content></div></td></tr><tr><td><a>上一篇</a>　<a>下一篇</a></td></tr></table></td></tr><tr><td colspan="2">版权所有 临川日报社</td></tr></table></body></html>""",
        LOCAL,
        "2025-05-20",
    ),
    Templated(
        "quality-news-portal",
        "https://www.zlxw.example/html/xw/zlxw/1020110.htm",
        f"""<html><head><meta charset="gbk"><title>{ASKED.title} - 中国质量在线</title></head><body><div class="daohang"><a href="/">首页</a> >> <a href="/xw">新闻</a> >> 正文</div><div class="content_main"><div class="Index_h1"><h1>{ASKED.title}</h1></div><div class="Index_time">2025-05-20 10:01:22 <span>中国质量在线</span></div><div class="Index_fx">字号 T T　<a>收藏</a> <a>打印</a></div><div class="content" id="content"><p><strong>　　{ASKED.body[0]}</strong></p>{"".join(f"<p>　　<b>{text}</b></p>" if text.startswith("问") else f"<p>　　{text}</p>" for text in ASKED.body[1:])}<p align="right">（责任编辑：六　六）</p></div><div class="bqsm">版权与免责声明：<br>① 凡本网注明“来源：中国质量报、中国质量在线”的所有作品，版权均属于本网。<br>② 凡本网注明“来源：其他来源（非中国质量在线）”的作品，均转载自其他媒体。</div></div><div class="r_list"><h4>最新评论</h4><ul>{NEWEST}</ul></div></body></html>""",
        ASKED,
        "2025-05-20T10:01",
        "中国质量在线",
        None,
        encoding="gbk",
    ),
    Templated(
        "island-liberty-paper",
        "https://news.zy.example/news/life/breakingnews/5048811",
        f"""<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8"><title>{TRIAL.title} - 生活 - 自游時報電子報</title><script type="application/ld+json">[{{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]}},{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TRIAL.title}","datePublished":"2025-05-22T14:30:00+08:00","author":{{"@type":"Person","name":"自游時報電子報"}}}}]</script></head><body><div class="breadcrumbs"><a href="/">首頁</a> &gt; <a href="/life">生活</a></div><div class="whitecon article"><h1>{TRIAL.title}</h1><div class="function"><span class="time">2025/05/22 14:30</span><a>facebook</a><a>line</a></div><div class="text boxTitle boxText"><div class="photo"><p>標準檢驗局公布電風扇檢測結果。（示意圖，記者柳溪攝）</p></div><p>2025/05/22 14:30</p><p>〔記者柳溪／台北報導〕{TRIAL.body[0]}</p><p class="before_ir">請繼續往下閱讀...</p><p>{TRIAL.body[1]}</p><p>{TRIAL.body[2]}</p><p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎　<a href="#">點我下載APP</a>　<a href="#">按我看活動辦法</a></p></div></div><div class="related"><p>相關新聞</p><ul><li><a href="1">颱風假怎麼放？</a></li><li><a href="2">健保新制7月上路</a></li></ul></div></body></html>""",
        ISLAND,
        "2025-05-22T14:30",
    ),
    Templated(
        "harbour-press-release",
        "https://www.xg.example/gia/general/202505/20/P2025052000271.htm",
        f"""<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8"><title>{TRIAL.title}</title></head><body><div class="topmenu"><a href="/">主頁</a><a href="/e">English</a><a>简体版</a></div><div class="controlPane"><a>電郵</a><a>列印</a></div><div class="mainContent"><h1><span id="PRHeadlineSpan">{TRIAL.title}</span></h1><div class="fontSize">＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊</div><div class="contentBody"><span id="pressrelease">{"<br/><br/>".join("　　" + text for text in TRIAL.body)}<br/><br/>完</span></div><br/>2025年5月20日（星期二）<br/>香港時間9時12分</div><div class="today"><h2>即日新聞</h2><ul><li><a href="1">香港海關破獲走私案</a></li></ul></div></body></html>""",
        HARBOUR,
        "2025-05-20",
    ),
)
