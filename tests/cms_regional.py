"""Pages as regional and trade media, firms and offices print them, each with what must come out."""

from dataclasses import replace

from tests.cms_government import Templated
from tests.cms_stories import AGENCY, ANALYSIS, ASKED, CAPTIONED, LAB, LOCAL, METERS, NOTE, NOTICE, PUBLICITY, RULES, SECTIONS, SIGNED, TABLED, TRIAL

HOT = "".join(
    f'<li><a href="/c/2025/06/0{n + 1}/9{n}.html">{t}</a></li>'
    for n, t in enumerate(("跨江大桥今夏通车", "毕业季 带上这份租房指南", "夜市经济升温 商户忙备货", "龙舟赛周六开桨"))
)
CARDS = "".join(
    f'<div class="card"><a href="/d/{n}"><img src="{n}.jpg"></a><h4><a href="/d/{n}">{t}</a></h4><p>{s}</p><span>2025-06-0{n + 2} 08:1{n}</span></div>'
    for n, (t, s) in enumerate(
        (
            ("一颗荔枝的检测之旅", "从枝头到舌尖，每一批荔枝都要经过农残快检、糖度分选和冷链温度记录，合格证上的二维码可以追到果园。"),
            ("校准实验室里的年轻人", "平均年龄二十九岁的团队守着一间恒温恒湿的屋子，他们说，最大的成就感是数据被国外同行引用。"),
        )
    )
)
NIGHT = replace(ANALYSIS, body=(*ANALYSIS.body, "封面图片来源：某某视觉"))

PAGES = (
    Templated(
        "red-net",
        "https://hn.hw.example/content/646842/61/14920771.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SIGNED.title}_民生_湖南频道</title></head><body><div class="crumbs">当前位置：<a href="/">首页</a> > <a href="/ms">民生</a></div><div class="content"><h1 class="content_title">{SIGNED.title}</h1><div class="attribute"><span>来源：虹网</span> <span>作者：谷雨</span> <span>编辑：江枫</span> <span>2025-05-20 16:07:55</span></div><article class="details-txt"><p>{SIGNED.body[0]}</p><p>{SIGNED.body[1]}</p><p>来源：虹网</p><p>作者：谷雨</p><p>编辑：江枫</p></article><div class="notice"><p>本文为湖南频道原创文章，转载请附上原文出处链接和本声明。</p><p>本文链接：<a href="https://hn.hw.example/content/646842/61/14920771.html">https://hn.hw.example/content/646842/61/14920771.html</a></p></div><div class="more"><h3>阅读下一篇</h3>{CARDS}</div></div></body></html>""",
        SIGNED, "2025-05-20T16:07", "虹网", "谷雨", "江枫",
    ),
    Templated(
        "southern-plus",
        "https://static.nfplus.example/content/202505/20/c10899321.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{METERS.title}</title></head><body><div class="m-wrap"><h1>{METERS.title}</h1><div class="info"><span>南方嘉</span><span class="author">秦朗</span><span class="pubtime">2025-05-20 11:20</span><span>订阅</span></div><div class="article-content">{METERS.paragraphs("　　")}<p>【记者】秦朗</p><p>【通讯员】田禾 苏白</p><p>【来源】南方报业传媒集团南方嘉客户端</p></div><div class="bottom-bar"><span>分享</span><span>收藏</span><span>打开南方嘉APP，看更精彩内容</span></div></div></body></html>""",
        replace(METERS, body=(*METERS.body, "【记者】秦朗", "【通讯员】田禾 苏白")), "2025-05-20T11:20", "南方报业传媒集团南方嘉客户端", "秦朗",
    ),
    Templated(
        "daily-economic",
        "https://www.mj.example/articles/2025-05-20/3905531.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ANALYSIS.title} | 每经在线</title></head><body><div class="g-article"><div class="g-article-top"><h1>{ANALYSIS.title}</h1><p class="u-time"><span class="source">每经在线</span><span class="time">2025-05-20 22:41:09</span></p></div><div class="g-articl-text"><p>每经记者|柏青　　每经编辑|何田　　</p>{ANALYSIS.paragraphs()}<p>封面图片来源：某某视觉</p></div><div class="m-copyright"><p>如需转载请与《每日经济在线》报社联系。<br>未经《每日经济在线》报社授权，严禁转载或镜像，违者必究。</p><p>读者热线：4008890000</p><p>特别提醒：如果我们使用了您的图片，请作者与本站联系索取稿酬。如您不希望作品出现在本站，可联系我们要求撤下您的作品。</p></div><div class="tag"><a href="/t/1">检测</a><a href="/t/2">一季报</a></div><div class="list"><h3>相关阅读</h3><ul>{HOT}</ul></div></div></body></html>""",
        NIGHT, "2025-05-20T22:41", "每经在线", "柏青",
    ),
    Templated(
        "first-finance",
        "https://www.dycj.example/news/102622881.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{LAB.title}</title></head><body><header><nav><a href="/">首页</a><a href="/live">直播</a></nav></header><div class="m-content"><div class="title f-pr"><h1>{LAB.title}</h1><p class="names"><em>第二财经</em> 2025-12-03 20:15:33 <a href="#">听新闻</a></p></div><div class="author-line">作者：江枫　　责编：石磊</div><div class="intro"><p>总投资2.6亿元，246项参数可测。</p></div><div id="multi-text">{LAB.paragraphs()}</div><div class="report"><a href="/jb">举报</a></div><div class="statement"><p>第二财经广告合作，<a href="/ad">请点击这里</a></p><p>此内容为第二财经原创，著作权归第二财经所有。未经第二财经书面授权，不得以任何方式加以使用，包括转载、摘编、复制或建立镜像。第二财经保留追究侵权者法律责任的权利。</p><p>如需获得授权请联系第二财经版权部：banquan@dycj.example</p></div><div class="author-box"><h3>文章作者</h3><p><a href="/author/1">江枫</a></p></div><div><h3>相关阅读</h3>{CARDS}</div></div></body></html>""",
        LAB, "2025-12-03T20:15", "第二财经", "江枫", "石磊",
    ),
    Templated(
        "securities-times",
        "https://www.zqs.example/article/detail/1721100.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ANALYSIS.title}</title></head><body><div class="detail"><div class="detail-title">{ANALYSIS.title}</div><div class="detail-info"><span>来源：证券时讯网</span><span>作者：田禾 苏白</span><span>2025-05-20 19:03</span></div><div class="detail-content">{ANALYSIS.paragraphs()}</div><div class="detail-content-editor"><span>责任编辑: 何田</span><span>校对: 秦朗</span></div><div class="detail-content-tags"><span>声明：证券时讯力求信息真实、准确，文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担</span></div><div class="detail-content-tags"><span>下载“证券时讯”官方APP，或关注官方微信公众号，即可随时了解股市动态，洞察政策信息，把握财富机会。</span></div></div><div class="detail-yuedu"><h3>更多相关文章</h3>{CARDS}</div><div class="detail-comment"><div>网友评论</div><div>登录后可以发言</div><div>发送</div><div>网友评论仅供其表达个人看法，并不表明证券时讯立场</div><div>暂无评论</div></div></body></html>""",
        ANALYSIS, "2025-05-20T19:03", "证券时讯网", "田禾、苏白", "何田",
    ),
    Templated(
        "capital-paper",
        "https://www.xjs.example/detail/1747711234168991.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{NOTE.title}</title></head><body><div class="top"><a href="/">首页</a><a href="/n">新闻</a></div><div class="bodyTitle"><div class="content"><h1>{NOTE.title}</h1><div><span class="reporter">柳溪</span><span class="org">新京晚报</span><span class="job">记者</span><span class="timer">2025-05-20 15:32</span></div></div></div><div class="article-cen"><p>新京晚报讯（记者柳溪）{NOTE.body[0]}</p><p>编辑 何田</p><p>校对 苏白</p></div><div class="rep-area"><div class="avatar"></div><div>柳溪</div><div>新京晚报记者</div><div>记者简介：关注海关、质检领域</div></div><div class="rightBox"><h3>热门评论</h3><ul>{HOT}</ul></div></body></html>""",
        replace(NOTE, body=(f"新京晚报讯（记者柳溪）{NOTE.body[0]}",)), "2025-05-20T15:32", "新京晚报", "柳溪", "何田",
    ),
    Templated(
        "venture-media",
        "https://www.36k.example/p/3301123456789",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{CAPTIONED.title}-三六客</title></head><body><div class="article-wrapper"><h1 class="article-title">{CAPTIONED.title}</h1><div class="article-title-icon"><a class="title-icon-item" href="/user/5">时间研究社</a><span class="item-a">·</span><span>2025年05月20日 09:12</span></div><div class="summary">一秒，是最难守住的单位。</div><div class="articleDetailContent"><p>本文来自微信公众号<a href="http://mp.wx.example/x">“时间研究社”（ID：shijian）</a>，作者：江枫，三六客经授权发布。</p>{CAPTIONED.paragraphs()}</div><div class="article-footer-txt"><p>该文观点仅代表作者本人，三六客平台仅提供信息存储空间服务。</p></div><div class="fav"><span>+1</span><span>12</span></div><div class="like">好文章，需要你的鼓励</div><div class="next"><h5>下一篇</h5><p><a href="/p/2">这家公司想让快递盒回家</a></p><p>一个纸箱能用二十次。</p></div></div></body></html>""",
        CAPTIONED, "2025-05-20T09:12", None, "江枫",
    ),
    Templated(
        "science-net",
        "https://news.kxw.example/htmlnews/2025/5/544411.shtm",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{LOCAL.title}―新闻―科学在线</title></head><body><table id="content1" width="980"><tr><td align="left">作者：阮小满 来源：<a href="http://zgkxb.example">中国科学周报</a> 发布时间：2025/5/20 9:12:31</td><td>选择字号：<a href="#">小</a> <a href="#">中</a> <a href="#">大</a></td></tr></table><table width="98%" id="main"><tr><td class="style1" align="center"> &nbsp; </td></tr><tr><td height="30" align="center"><b>{LOCAL.title}</b></td></tr><tr><td class="style1"><div>&nbsp;</div><div>{LOCAL.paragraphs("　　")}<p>（原载于《临川日报》 2025-05-20 第3版 民生）</p></div></td></tr><tr><td>版权声明：凡本网注明“来源：中国科学周报、科学在线”的所有作品，网站转载，请在正文上方注明来源和作者，且不得对内容作实质性改动；微信公众号、头条号等新媒体平台，转载请联系授权。</td></tr><tr><td>&nbsp;<a href="p">打印</a>　发E-mail给：</td></tr></table><table><tr><td>以下评论只代表网友个人观点，不代表科学在线观点。</td></tr><tr><td>目前已有0条评论</td></tr></table><table width="300"><tr><td>相关新闻</td><td>相关论文</td></tr><tr><td><ul>{HOT}</ul></td></tr><tr><td>图片新闻</td></tr><tr><td>>>更多</td></tr><tr><td>一周新闻排行</td></tr></table></body></html>""",
        LOCAL, "2025-05-20T09:12", "中国科学周报", "阮小满", encoding="gbk",
    ),
    Templated(
        "academy-institute",
        "http://www.jly.example/xwdt/zhxw/202505/t20250520_7711.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SIGNED.title}----某计量科学研究所</title><meta name="ArticleTitle" content="{SIGNED.title}"/><meta name="PubDate" content="2025-05-20 09:00:00"/><meta name="ContentSource" content=""/><meta name="Author" content=""/></head><body><div class="location">您现在的位置：<a href="/">首页</a> > <a href="/xw">新闻动态</a> > 综合新闻</div><div class="detail"><h5>{SIGNED.title}</h5><p class="b10">发布时间：2025-05-20 | 供稿部门：化学与生物计量室 | 【<a href="#">放大</a>】【<a href="#">缩小</a>】 | 【<a href="#">打印</a>】 【<a href="#">关闭</a>】</p><div class="TRS_Editor"><style>.TRS_Editor p{{}}</style>{SIGNED.paragraphs("　　")}</div><div id="fj">附件下载：</div></div><div class="footer">© 1996 - 2025 某计量科学研究所 版权所有 备案序号：京ICP备05000000号</div></body></html>""",
        SIGNED, "2025-05-20",
    ),
    Templated(
        "procurement-summary",
        "http://www.cgw.example/cggg/dfgg/zbgg/202505/t20250520_24640001.htm",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{PUBLICITY.title}</title></head><body><div class="main"><p>当前位置：<a href="/">首页</a>  »  <a href="/gg">政采公告</a>  »  <a href="/df">地方公告</a></p><div class="vF_detail_header"><h2 class="tc">{PUBLICITY.title}</h2><p class="tc"><span id="pubTime">2025年05月20日 09:12</span> 来源：<span id="sourceName">某采购网</span>【<span class="print">打印</span>】<span class="fold">【显示公告概要】</span></p></div><div class="table"><table style="display:none"><tr><td>公告概要：</td></tr></table></div><div class="vF_detail_content">{PUBLICITY.paragraphs("　　")}</div><div class="vF_detail_relcontent"><div>相关公告</div><ul><li class="no">暂无</li></ul></div></div><div class="foot"><p>版权所有 © 2025 中华人民共和国某部</p></div></body></html>""",
        PUBLICITY, "2025-05-20T09:12", "某采购网",
    ),
    Templated(
        "island-bureau",
        "https://www.bs.example/wSite/ct?xItem=110442&ctNode=8321",
        f"""<!DOCTYPE html><html lang="zh-Hant"><head><meta charset="utf-8"><title>{TRIAL.title}-新聞發布-標準檢驗局全球資訊網</title></head><body><a href="#C" accesskey="C" title="主要內容區">:::</a><ul class="nav"><li><a href="/">回首頁</a></li><li><a href="/map">網站導覽</a></li><li><a href="/en">English</a></li></ul><div class="path">現在位置：<a href="/">首頁</a> &gt; <a href="/n">新聞發布</a></div><h3>{TRIAL.title}</h3><ul class="info"><li>發布日期：114-05-22</li><li>發布單位：第一組</li><li>點閱次數：320</li></ul><div class="cp">{TRIAL.paragraphs()}</div><ul class="fn"><li><a href="#">友善列印</a></li><li><a href="#">轉寄友人</a></li><li><a href="#">回上一頁</a></li></ul><div class="contact">聯絡人：柳小姐　聯絡電話：02-00000000</div><div class="foot">地址：臺北市某路4號 隱私權政策 政府網站資料開放宣告 更新日期：115-11-20</div></body></html>""",
        TRIAL, "2025-05-22",
    ),
    Templated(
        "firm-site-builder",
        "https://www.lpjc.example/news/118.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{RULES.title}_行业动态_临谱检测技术有限公司</title></head><body><div class="p_header"><a href="/">网站首页</a><a href="/about">关于我们</a><a href="/case">案例</a><a href="/contact">联系我们</a></div><div class="p_loopitem"><h1 class="e_title">{RULES.title}</h1><div class="p_info"><span>发布时间：</span><span>2025-11-20 08:30</span><span>来源：</span><span></span><span>浏览：</span><span>17</span></div></div><div class="p_summary">【概要描述】新版电子计价秤检定规程对防作弊功能提出明确要求。</div><div class="p_articles">{RULES.paragraphs()}</div><div class="p_share">分享到</div><div class="p_page"><div>上一个：<a href="/news/117.html">公司通过扩项评审</a></div><div>下一个：<a href="/news/119.html">客户答谢会举行</a></div></div><div class="p_rel"><div class="e_box">相关新闻</div>{CARDS}</div><div class="p_contact"><p>服务热线：400-000-0000</p><p>邮箱：service@lpjc.example</p></div></body></html>""",
        RULES, "2025-11-20T08:30",
    ),
    Templated(
        "keyword-marketing-firm",
        "http://www.hqjl.example/hangyexinwen/221.html",
        f"""<html><head><meta charset="utf-8"><title>{METERS.title}-衡器校准,地磅检定-某衡计量</title></head><body><div class="lj">当前位置：<a href="/">首页</a> > <a href="/x">新闻中心</a> > <a href="/y">行业新闻</a></div><div class="left"><h3>产品分类</h3><ul><li><a href="/p/1">电子秤校准</a></li><li><a href="/p/2">砝码检定</a></li></ul><h3>联系方式</h3><p>某衡计量技术服务有限公司<br>手机：13000000000</p></div><div class="right"><h1 class="h1">{METERS.title}</h1><div class="info">2025-05-20 10:26:18　点击：<span>41</span></div><div class="text">{METERS.paragraphs("　　", "div")}<p>文章来源于网络，如有侵权请联系删除。</p></div><div class="tag">标签：<a href="/t">加油机</a></div><div class="pn"><p>上一篇：<a href="/a">地磅怎么选</a></p><p>下一篇：<a href="/b">砝码等级表</a></p></div><div class="tj"><h4>最近浏览：</h4><h4>相关产品：</h4><h4>相关新闻：</h4><ul>{HOT}</ul></div></div></body></html>""",
        METERS, "2025-05-20T10:26",
    ),
    Templated(
        "county-media-app",
        "https://h5.xian.example/articles/8811231",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{LOCAL.title}</title><meta property="og:title" content="{LOCAL.title}"></head><body><div id="app"><div class="open-app"><div>今日临川</div><div>打开APP</div></div><div class="title">{LOCAL.title}</div><div class="meta"><span>今日临川</span><span>2025-05-20 17:55</span><span>阅读 3201</span></div><div class="rich">{LOCAL.paragraphs()}<p>来源丨临川市融媒体中心</p><p>记者丨秦朗</p><p>编辑丨何田</p><p>二审丨江枫</p><p>三审丨谷雨</p></div><div class="zan">点赞 31</div><div class="cmt-t">精彩评论</div><div class="cmt-n">还没有评论，快来抢沙发</div></div></body></html>""",
        LOCAL, "2025-05-20T17:55", "临川市融媒体中心", "秦朗", "何田",
    ),
    Templated(
        "court-news",
        "https://www.fy.example/article/detail/2025/05/id/8812340.shtml",
        f"""<html><head><meta charset="utf-8"><title>{ASKED.title} - 某法院网</title></head><body><div class="position"><a href="/">首页</a>  →  <a href="/sw">审务</a></div><div class="wrap"><div class="detail_bigtitle">{ASKED.title}</div><div class="detail_small">——从一起合同纠纷说起</div><div class="from_time"><span>2025-05-20 08:58:41</span><i>|</i><span class="writer">作者：沈知秋</span><i>|</i><span class="from">来源：人民司法报</span><i>|</i><span>责任编辑：江枫</span><span class="text_btn"><a href="#">字号</a></span></div><div class="text">{ASKED.paragraphs("　　")}</div><div class="back"><a href="#">返回顶部</a><a href="#">关闭</a></div></div><div class="footer"><p>某高级人民法院主办</p></div></body></html>""",
        ASKED, "2025-05-20T08:58", "人民司法报", "沈知秋", "江枫",
    ),
    Templated(
        "weekly-magazine",
        "http://www.zjzk.example/2025/0520/33121.shtml",
        f"""<html><head><meta charset="utf-8"><title>{CAPTIONED.title}-质检周刊网</title></head><body><div class="nav"><a href="/">首页</a><a href="/bz">本周封面</a></div><div class="art"><h4 class="jian">封面故事</h4><h1>{CAPTIONED.title}</h1><h4 class="fu">光钟、光纤与标准时间</h4><div class="by">文/本刊记者 秦朗 图/受访者提供</div><div class="dt">2025年第20期　2025-05-20</div><div class="tx">{CAPTIONED.paragraphs("　　")}</div><div class="sm">（未经本刊授权，不得转载）</div></div><div class="side"><h3>往期回顾</h3><ul><li><a href="/19">2025年第19期</a></li><li><a href="/18">2025年第18期</a></li></ul></div></body></html>""",
        CAPTIONED, "2025-05-20", None, "秦朗",
    ),
    Templated(
        "ministry-division-page",
        "https://www.zj.example/jls/gzdt/art/2025/art_6a7b8c.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SECTIONS.title}</title></head><body><div class="top_logo"></div><div class="Three_zhanshi"><ul><li class="Three_xilan_02">{SECTIONS.title}</li><li class="Three_xilan_03">时间：2025-05-20  09:12 信息来源：计量司</li><li class="Three_xilan_04"><a href="#">打印本页</a><a href="#">关闭窗口</a></li><li class="Three_xilan_05"></li><li class="Three_xilan_07"><div class="TRS_Editor">{SECTIONS.paragraphs("　　")}</div></li></ul></div><div class="fjxz"><a href="/f/1.doc">民生计量专项行动统计表.doc</a></div><div class="foot">主办单位：某总局 ICP备案编号：京ICP备18000000号</div></body></html>""",
        SECTIONS, "2025-05-20T09:12", "计量司",
    ),
    Templated(
        "video-with-text",
        "https://tv.lc.example/v/2025/05/20/v77120.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>[临川新闻]{NOTE.title}_临川广电</title></head><body><div class="player"><video src="x.mp4"></video><div>00:00/01:12</div><div>倍速</div><div>高清</div></div><div class="vtit"><h3>{NOTE.title}</h3><div class="vinfo"><span>来源：临川广播电视台</span> <span>2025-05-20 19:32</span> <span>播放：1203</span></div></div><div class="vtxt"><p>内容简介</p><p>{NOTE.body[0]}</p></div><div class="vlist"><h4>本期节目主要内容</h4><ul>{HOT}</ul></div></body></html>""",
        NOTE, "2025-05-20T19:32", "临川广播电视台",
    ),
    Templated(
        "table-of-1999",
        "http://www.bz.example/news/1999/0706.htm",
        f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>标准信息</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER><IMG SRC="logo.gif"><BR><A HREF="index.htm">[首页]</A> <A HREF="news.htm">[新闻]</A> <A HREF="bbs.htm">[论坛]</A><HR WIDTH="80%"><FONT SIZE="+2" COLOR="#000080"><B>{RULES.title}</B></FONT><BR><BR><FONT SIZE="2">1999年7月6日　摘自《中国技术监督报》</FONT></CENTER><BLOCKQUOTE><FONT SIZE="3">{RULES.breaks()}</FONT></BLOCKQUOTE><HR WIDTH="80%"><CENTER><FONT SIZE="2"><A HREF="news.htm">返回</A><BR>Copyright 1998-1999 标准信息<BR>E-mail: info@bz.example</FONT></CENTER></BODY></HTML>""",
        RULES, "1999-07-06", encoding="gbk",
    ),
    Templated(
        "notice-with-file-list",
        "https://www.rk.example/rkgf/tzgg/2025/05/911222.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{NOTICE.title}-某认可中心</title></head><body><div class="crumb"><a href="/">首页</a> &gt; <a href="/t">通知公告</a></div><div class="w_box"><div class="w_tit">{NOTICE.title}</div><div class="w_sub">发布时间： 2025-11-28　　文章来源：认可八处　　浏览量：<em>1021</em></div><div class="w_con">{NOTICE.paragraphs("", "p", ' style="text-indent:32px"')}</div><div class="w_fj"><p>附件1：<a href="1.pdf">受理范围一览表.pdf</a></p><p>附件2：<a href="2.docx">延期申请.docx</a></p></div><div class="w_pn"><p>上一条：<a href="a">关于发布新版规范的通知</a></p><p>下一条：<a href="b">关于征集专家的通知</a></p></div></div></body></html>""",
        NOTICE, "2025-11-28", "认可八处",
    ),
    Templated(
        "agency-in-old-portal-box",
        "http://news.lcol.example/system/2025/05/20/030122881.shtml",
        f"""<html><head><meta charset="gbk"><title>{AGENCY.title}-新闻中心-临川在线</title></head><body><div class="dh"><a href="/">临川在线</a> >> <a href="/n">新闻中心</a> >> <a href="/gn">国内</a></div><div class="zb"><h1>{AGENCY.title}</h1><h2 class="ly">http://www.lcol.example　2025-05-20 22:03　<a href="http://x">新华网</a></h2><div id="Zoom">{AGENCY.paragraphs("　　")}<p>　　相关链接：</p><p>　　<a href="/c/1.shtml">加氢站建设提速</a></p><p>　　<a href="/c/2.shtml">氢能车开进矿山</a></p></div><div class="bj">稿源：新华网　编辑：苏白</div><div class="sjb">手机看新闻：发送短信CZ到000000</div><div class="pl"><a href="/pl">我来说两句</a></div></div></body></html>""",
        AGENCY, "2025-05-20T22:03", "新华网", None, "苏白", encoding="gbk",
    ),
    Templated(
        "lists-between-title-and-text",
        "https://www.syj.example/a/20250520/181102.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TABLED.title} - 水业界</title></head><body><div class="h"><h1>{TABLED.title}</h1><div class="i"><span>05-20 18:11</span><span>来源：水业界</span></div></div><div class="ad"><h5>热门会议</h5><ul><li><a href="/m1">2025水质大会报名开启</a></li><li><a href="/m2">智慧水务高峰论坛</a></li></ul></div><div class="c"><p>{TABLED.body[0]}</p><table>{"".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split(" | ")) + "</tr>" for row in TABLED.body[1:5])}</table><p>{TABLED.body[5]}</p></div><div class="b">编辑：谷雨</div><div class="s">版权声明：凡注明来源为“水业界”的所有内容，其版权属水业界所有，转载请注明来源与作者。</div></body></html>""",
        TABLED, "2025-05-20T18:11", "水业界", None, "谷雨",
    ),
)
