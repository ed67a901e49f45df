"""Pages as portals, accounts, forums and blogs print them, each with what must come out."""

import json
from dataclasses import replace

from tests.cms_government import Templated
from tests.cms_stories import AGENCY, ANALYSIS, ASKED, CAPTIONED, LOCAL, NOTE, SECTIONS, SIGNED, TABLED

FEED = "".join(
    f'<div class="feed-card"><a href="/i/74{n}"><span>{t}</span></a><div class="info"><a href="/u/{n}">{a}</a><span>{n + 2}评论</span><span>{n + 1}小时前</span></div></div>'
    for n, (t, a) in enumerate(
        (
            ("女子花三千元做皮肤检测 报告竟是模板", "小城记者"),
            ("为什么体检报告里“未见异常”更让人安心", "健康一点通"),
            ("二手车检测猫腻大起底，老司机教你三招", "车市观察"),
        )
    )
)
REPLIES = "".join(
    f'<div class="cmt"><span class="nick">{who}</span><span class="t">2025-05-2{n} 1{n}:05</span><p>{text}</p><a>回复</a><a>赞({n})</a></div>'
    for n, (who, text) in enumerate(
        (
            (
                "江边钓叟",
                "我们小区的电梯去年就评估过，当时说钢丝绳磨损超标要换，结果物业拖了半年才动工，希望这次能真正落实，别只是走过场，检验报告也应该贴在轿厢里让大家都看见。",
            ),
            (
                "一只鸽子",
                "评估的钱谁出？维修基金动用要三分之二业主签字，很多老小区根本凑不齐，建议政府出台一个应急通道，遇到高风险电梯先修后补手续，这样才算为民办实事。",
            ),
        )
    )
)
MP = SECTIONS.body
GRAPH = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebPage",
                "name": ASKED.title,
                "datePublished": "2025-05-20T01:12:31+00:00",
                "dateModified": "2025-05-22T03:00:00+00:00",
            },
            {"@type": "Person", "name": "沈知秋", "description": "主编"},
        ],
    },
    ensure_ascii=False,
)
PAGES = (
    Templated(
        "portal-finance-2024",
        "https://finance.xl.example/stock/hyyj/2025-05-20/doc-inexfrtn7710093.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>{ANALYSIS.title}__新郎网</title><meta property="og:title" content="{ANALYSIS.title}"/><meta property="article:published_time" content="2025-05-20T18:44:06+08:00"/><meta property="article:author" content="新郎财经"/></head><body><div class="path-search"><div class="path"><div class="channel-path"><a href="/">新郎财经</a><span>&gt;</span><a href="/roll">股市</a> &gt; 正文</div></div></div><h1 class="main-title">{ANALYSIS.title}</h1><div class="top-bar-wrap"><div class="top-bar"><div class="date-source"><span class="date">2025年05月20日 18:44</span><span class="source ent-source">财联通讯</span></div><div class="page-tools"><span>新郎财经APP</span><a>缩小字体</a><a>放大字体</a><a>收藏</a><a>微博</a><a>微信</a><a>分享</a></div></div></div><div class="article-content clearfix"><div class="article-content-left"><div class="article" id="artibody"><div class="img_wrapper"></div><blockquote><p>炒股就看<a href="/r">金麒麟分析师研报</a>，权威，专业，及时，全面，助您挖掘潜力主题机会！</p></blockquote>{ANALYSIS.paragraphs("　　").replace("临谱检测（300999）", '<a href="/s/300999">临谱检测</a>（<a href="/s/300999">300999</a>）')}<div class="appendQr_wrap"><div class="appendQr_normal"><img/><div>海量资讯、精准解读，尽在新郎财经APP</div></div></div><p class="article-editor">责任编辑：秦朗 </p></div><div class="keywords"><span>文章关键词：</span><a>检测</a><a>财报</a></div><div class="article-bottom">我要反馈</div></div><div class="article-content-right"><div>24小时滚动播报最新的财经资讯和视频，更多粉丝福利扫描二维码关注</div><div class="tj">7X24小时</div><ul><li>05-22 某新股 301600 21.3元</li><li>05-23 某新股 688900 9.8元</li></ul></div></div></body></html>""",
        ANALYSIS,
        "2025-05-20T18:44",
        "财联通讯",
        None,
        "秦朗",
    ),
    Templated(
        "media-account-at-portal",
        "https://new.tx.example/rain/a/20250520A06N1100",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{LOCAL.title}_腾迅新闻</title></head><body><div id="ArticleContent" class="content"><h1>{LOCAL.title}</h1><div class="media-info"><img class="avatar"/><div class="media-meta"><a class="media-name" href="/omn/author/8Q">临川晚报</a><p><span>2025-05-20 14:02</span><span>发布于福建</span><span>临川晚报官方账号</span></p></div><div class="follow">+ 关注</div></div><div id="article-content"><div class="rich_media_content">{LOCAL.paragraphs()}</div></div><div class="share-area"><div>免责声明：本内容来自腾迅平台创作者，不代表腾迅新闻或腾迅网的观点和立场。</div><div>举报</div></div></div><div class="qqcom-comment"><div>评论 2</div><div>文明上网理性发言，请遵守《新闻评论服务协议》</div>{REPLIES}</div></body></html>""",
        LOCAL,
        "2025-05-20T14:02",
        "临川晚报",
    ),
    Templated(
        "account-with-return-link",
        "https://www.sh.example/a/897012345_121123456",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{SIGNED.title}_标准_物质_鉴定</title><meta name="mediaid" content="临川日报"/></head><body><div class="wrapper"><div class="left sidebar"><h4><a href="/u">临川日报</a></h4><dl><dd><em>1.2万</em>文章</dd><dd><em>883万</em>总阅读</dd></dl><a>查看TA的文章></a></div><div class="left main"><div class="text"><div class="text-title"><h1>{SIGNED.title}</h1><div class="article-info"><span class="time" id="news-time">2025-05-20 10:33</span><span class="original-link">来源:<a href="http://lcrb.example">临川日报</a></span><span class="img-position">发布于：<span>福建省</span></span></div></div><article class="article" id="mp-editor"><p>原标题：{SIGNED.title}</p>{SIGNED.paragraphs("")[:-4]}<a href="http://www.sh.example/?strategyid=00001" id="backsohucom">返回搜胡，查看更多</a></p><p data-role="editor-name">责任编辑：</p></article><div class="statement">平台声明：该文观点仅代表作者本人，搜胡号系信息发布平台，搜胡仅提供信息存储空间服务。</div><div class="bottom-relate-wrap"><span class="read-num">阅读 (<em>208</em>)</span></div></div><div class="c-comment">评论</div><div class="groom-read"><h3>推荐阅读</h3>{FEED}</div></div></div></body></html>""",
        SIGNED,
        "2025-05-20T10:33",
        "临川日报",
    ),
    Templated(
        "hashed-classes-portal",
        "https://news.fh.example/c/8jXqzL2aa1B",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{CAPTIONED.title}_凤皇网</title><meta name="og:time " content="2025年05月20日 06:58:12"></head><body><div id="root"><div><div class="index_nav_x9Ss2"><a href="/">首页</a><a href="/mil">军事</a></div><div class="index_headWrap_aaPUc"><div class="index_title_kQ3Lb"><h1>{CAPTIONED.title}</h1></div><div class="index_info_m0Lzz"><a class="index_logo_1">极木新闻</a><div class="index_time_hh0">2025年05月20日 06:58:12 <span>来自湖北</span></div></div></div><div class="index_main_content_pQ7"><div class="index_articleBox_6mK"><div class="index_text_D0U1y">{CAPTIONED.paragraphs()}</div></div><div class="index_state_Ji8">“特别声明：以上作品内容(包括在内的视频、图片或音频)为凤皇网旗下自媒体平台“大枫号”用户上传并发布，本平台仅提供信息存储空间服务。</div><div>Notice: The content above (including the videos, pictures and audios if any) is uploaded and posted by the user of Dafeng Hao, which is a social media platform and merely provides information storage space services.”</div></div><div class="index_recommend_s7"><div>为您推荐</div>{FEED}</div></div></div></body></html>""",
        CAPTIONED,
        "2025-05-20T06:58",
        "极木新闻",
    ),
    Templated(
        "feed-application-page",
        "https://www.tt.example/article/7506112233445566778/",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ASKED.title}-今日条头</title></head><body><div id="root"><div class="article-detail-container"><div class="detail-side"><div>赞</div><div>评论</div><div>收藏</div><div>分享</div></div><div class="main"><div class="article-content"><h1>{ASKED.title}</h1><div class="article-meta"><span class="original-tag">原创</span><span>2025-05-20 09:12</span><span class="dot">·</span><span class="name"><a href="/c/user/token/MS4wLjABAAAA/">法治质量谈</a></span></div><article class="syl-article-base syl-page-article tt-article-content syl-device-pc">{ASKED.paragraphs("", "p", ' data-track="1"')}</article></div><div class="detail-end"><span>举报</span></div><div class="comment"><div>评论 2</div><div>请先登录后发表评论~</div>{REPLIES}</div></div><div class="right"><div class="user-card"><a>法治质量谈</a><div>关注</div></div><div>相关推荐</div>{FEED}<div>换一换</div></div></div></div></body></html>""",
        ASKED,
        "2025-05-20T09:12",
    ),
    Templated(
        "wechat-editor-sections",
        "https://mp.wx.example/s/Jq2mW9tYcVv0sD0wYB1c7A",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="{SECTIONS.title}"/><meta property="og:article:author" content=""/></head><body id="activity-detail"><div id="js_article" class="rich_media"><div class="rich_media_area_primary"><div id="img-content" class="rich_media_wrp"><h1 class="rich_media_title " id="activity-name">{SECTIONS.title}</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" class="wx_tap_link" id="js_name"> 临川市场监管 </a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text"></em><em id="js_ip_wording_wrp" style="display: none;">福建</em></div><div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden;"><section data-tools="135编辑器"><section style="text-align:center"><p><span style="font-size:12px">点击蓝字 关注我们</span></p></section><section><section><section><p>{MP[0]}</p></section></section></section><section><p><br/></p><p><span>　　{MP[1]}</span></p></section>
<section data-role="title"><section><section><strong>{MP[2]}</strong></section></section></section><section><p>{MP[3]}</p></section><section data-role="title"><section><section><strong>{MP[4]}</strong></section></section></section><section><p>{MP[5]}</p><p>{MP[6]}</p></section><section data-role="title"><section><section><strong>{MP[7]}</strong></section></section></section><section><p>{MP[8]}</p><p>{MP[9]}</p><p style="text-align:right">{MP[10]}</p><p style="text-align:right">{MP[11]}</p></section><section style="text-align:center"><p>END</p></section><section><p><span>来源：省局计量处</span></p><p><span>编辑：苏白 审核：何田</span></p><p>往期推荐</p><p><a href="1">一图读懂｜民生计量</a></p></section></section></div><div class="rich_media_tool"><div>预览时标签不可点</div><div>收录于合集 #民生计量 3个</div></div></div></div></div><div>微信扫一扫<br>关注该公众号</div><div>继续滑动看下一个</div><div>轻触阅读原文</div><script>var ct = "1747703531";var createTime = '2025-05-20 09:12';var nickname = htmlDecode("临川市场监管");</script></body></html>""",
        SECTIONS,
        "2025-05-20T09:12",
        "临川市场监管",
    ),
    Templated(
        "forum-thread",
        "http://bbs.jlw.example/thread-188231-1-1.html",
        f"""<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=gbk" /><title>{NOTE.title} - 计量资讯 - 计量人论坛 -  Powered by Discuz!</title></head><body id="nv_forum"><div id="toptb"><a>设为首页</a><a>收藏本站</a></div><div id="um"><p>请 <a>登录</a> 后使用快捷导航<br>没有帐号？<a>立即注册</a></p></div><div id="pt"><a href="./">计量人论坛</a><em>›</em><a>计量资讯</a><em>›</em> <a>{NOTE.title}</a></div><div id="ct"><div id="pgt"><a>发帖</a><a>返回列表</a></div><div id="postlist"><table><tr><td class="pls ptn pbn"><span class="xg1">查看:</span> <span class="xi1">806</span><span class="pipe">|</span><span class="xg1">回复:</span> <span class="xi1">2</span></td><td class="plc ptm pbn"><h1 class="ts">[<a>行业动态</a>] <span id="thread_subject">{NOTE.title}</span></h1><span class="xg1"><a>[复制链接]</a></span></td></tr></table><div id="post_501"><table><tr><td class="pls" rowspan="2"><div class="authi"><a>guest_a1</a></div><p>主题 12</p><p>积分 380</p><p><em>中级会员</em></p></td><td class="plc"><div class="pi"><strong><a>楼主</a></strong><div class="pti"><div class="authi"><em id="authorposton501">发表于 2025-5-20 09:12:31</em><span class="pipe">|</span><a>只看该作者</a><span class="pipe">|</span><a>倒序浏览</a></div></div></div><div class="pct"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_501"><br />{NOTE.body[0]}</td></tr></table></div></div></td></tr></table></div><div id="post_502"><table><tr><td class="pls"><div class="authi"><a>guest_b2</a></div></td><td class="plc"><div class="authi"><em>发表于 2025-5-21 08:02:11</em></div><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_502">木炭也会放射性超标？烧烤店老板们要注意了，买炭的时候记得索要检测报告，便宜没好货，出了事可不是罚几千块钱就能了结的。</td></tr></table></div></td></tr></table></div></div><div id="f_pst"><p>您需要登录后才可以回帖 <a>登录</a> | <a>立即注册</a></p></div></div></body></html>""",
        NOTE,
        "2025-05-20T09:12",
        encoding="gbk",
    ),
    Templated(
        "blog-posted-below",
        "https://www.bky.example/lcjl/p/18884321.html",
        f"""<!DOCTYPE html><html lang="zh-cn"><head><meta charset="utf-8"/><title>{ANALYSIS.title} - 计量笔记 - 博客圆</title></head><body><div id="header"><div id="blogTitle"><h1><a href="/lcjl">计量笔记</a></h1><h2>慢慢走</h2></div><div id="navigator"><ul><li><a>首页</a></li><li><a>新随笔</a></li><li><a>管理</a></li></ul><div class="blogStats">随笔 - 120  文章 - 0  评论 - 33  阅读 - 12万</div></div></div><div id="main"><div id="topics"><div class="post"><h1 class="postTitle"><a id="cb_post_title_url" href="#"><span>{ANALYSIS.title}</span></a></h1><div class="postBody"><div id="cnblogs_post_body" class="blogpost-body">{ANALYSIS.paragraphs()}</div><div id="blog_post_info_block"><div>分类: <a>行业</a></div><div>标签: <a>检测</a> , <a>财报</a></div><div>好文要顶 关注我 收藏该文 微信分享</div><div>«  上一篇： <a href="1">CNAS文件更新笔记</a><br>»  下一篇： <a href="2">不确定度的三个误区</a></div></div></div><p class="postDesc">posted on <span id="post-date">2025-05-20 22:15</span>&nbsp; <a>计量笔记</a>&nbsp; 阅读(<span>331</span>)&nbsp; 评论(<span>0</span>)&nbsp; &nbsp; <a>收藏</a>&nbsp; <a>举报</a></p></div></div></div></body></html>""",
        ANALYSIS,
        "2025-05-20T22:15",
    ),
    Templated(
        "theme-with-reward",
        "https://www.jcq.example/8123.html",
        f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{ASKED.title}-检测圈</title><script type="application/ld+json">{GRAPH}</script></head><body class="single"><header><div class="logo"><a href="/">检测圈</a></div></header><section class="container"><div class="content-wrap"><div class="content"><header class="article-header"><h1 class="article-title"><a href="/8123.html">{ASKED.title}</a></h1><div class="article-meta"><span class="item"><time datetime="2025-05-20T09:12:31+08:00" itemprop="datePublished">1年前 (05-20)</time></span><span class="item">分类：<a>法规</a></span><span class="item">阅读(1283)</span><span class="item">评论(2)</span></div></header><article class="article-content">{ASKED.paragraphs()}<p class="post-copyright">未经允许不得转载：<a href="/">检测圈</a> &raquo; <a href="/8123.html">{ASKED.title}</a></p></article><div class="post-actions"><a>赞(<span>8</span>)</a><a>打赏</a></div><div class="article-tags">标签：<a>数据</a><a>报告</a></div><nav class="article-nav"><span>上一篇<br><a>实验室搬迁怎么办</a></span><span>下一篇<br><a>新规划重点</a></span></nav><div class="relates"><h3>相关推荐</h3><ul><li><a>扩项评审的六个坑</a><time>2025-05-28</time></li><li><a>报告批准人变更</a><time>2025-06-02</time></li></ul></div><h3>评论 2</h3>{REPLIES}</div></div></section></body></html>""",
        ASKED,
        "2025-05-20T09:12",
    ),
    Templated(
        "stock-portal-stated-below",
        "https://finance.df.example/a/202505203411223344.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{ANALYSIS.title} _ 东方才富网</title></head><body><div class="contentwrap"><div class="title">{ANALYSIS.title}</div><div class="infos"><div class="item">2025年05月20日 20:17</div><div class="item">作者：柏青</div><div class="item">来源： 临川商报</div><div class="item">编辑：东方才富网</div><div class="item">28.4万人气</div></div><div class="zwothers"><span>评论 66</span><span>收藏</span><span>分享到</span></div><div class="abstract"><div class="abs_title">摘要</div><div class="txt">18家检测公司一季报显示，营收增速放缓至4.1%。</div></div><div class="txtinfos" id="ContentBody"><!-- 文章主体 -->{ANALYSIS.paragraphs("　　").replace("临谱检测", '<span id="stock_0.300999"><a class="keytip" href="/u">临谱检测</a></span>')}<p class="em_media">（文章来源：临川商报）</p></div><div class="res-edit">文章来源：临川商报 责任编辑：73</div><div class="b_info">原标题：{ANALYSIS.title}</div><div class="sm">郑重声明：东方才富网发布此内容旨在传播更多信息，与本网站立场无关，不构成投资建议。据此操作，风险自担。</div><div class="rl"><div>相关报道</div>{FEED}</div></div></body></html>""",
        ANALYSIS,
        "2025-05-20T20:17",
        "临川商报",
        "柏青",
    ),
    Templated(
        "lead-below-title",
        "https://www.jmxw.example/article/12765544.html",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{CAPTIONED.title}|界棉新闻</title></head><body><div class="article-view"><div class="article-main"><div class="article-header"><h1>{CAPTIONED.title}</h1><p>走进光钟实验室，看看标准时间从哪里来。</p></div><div class="article-info"><p><span class="author"><a href="/user/u9001.html">秦朗</a></span><span> · </span><span class="date">2025/05/20 09:12</span><span>浏览 2.1w</span></p><p>来源：界棉新闻</p></div><div class="article-img"><img src="a.jpg"><p>图片来源：图虫创意</p></div><div class="article-content">{CAPTIONED.paragraphs()}</div><div class="article-source"><p>来源：界棉新闻</p><p>最新更新时间：05/21 08:20</p></div><div class="article-app">打开界棉新闻APP，查看原文</div><div class="author-word">秦朗</div><div class="slogan">界棉新闻 只服务于独立思考的人群</div></div><div class="comment-box"><h5>评论</h5><div>暂无评论哦，快来评价一下吧！</div></div></div></body></html>""",
        CAPTIONED,
        "2025-05-20T09:12",
        "界棉新闻",
        "秦朗",
    ),
    Templated(
        "stamp-filled-by-script",
        "https://h5.yun.example/detail?id=8842171",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>云上临川</title></head><body><div class="top"><div>云上临川</div><div>打开</div></div><div class="detail"><div class="detail-title">{AGENCY.title}</div><div class="detail-info"><span class="from">来源：云上临川</span><span class="time" data-time="1747703531000"></span></div><div class="detail-content">{AGENCY.paragraphs()}</div></div><div class="more">查看更多内容</div><div class="list-title">热门推荐</div>{FEED}</body></html>""",
        AGENCY,
        "2025-05-20T09:12",
        "云上临川",
    ),
    Templated(
        "instrument-trade-portal",
        "https://www.yqxx.example/news/20250520/711223.shtml",
        f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TABLED.title}_水质_仪器讯息网</title></head><body><div class="nav2"><a>仪器讯息网</a> > <a>资讯</a> > <a>检测机构</a> > 正文</div><div class="news-detail"><h1>{TABLED.title}</h1><div class="news-info"><span>来源：临川疾控</span><span>分享：</span><span>2025/05/20 09:12:31</span><span>点击1203次</span></div><div class="news-tags">分享 收藏 进入阅读模式 <a>点击订阅</a></div><div class="news-content"><p><strong>导读：</strong>一季度末梢水合格率98.6%，不合格样品集中在二次供水小区。</p><p>{TABLED.body[0]}</p><div class="tb"><table><tbody>{"".join("<tr>" + "".join(f"<td><span>{cell}</span></td>" for cell in row.split(" | ")) + "</tr>" for row in TABLED.body[1:5])}</tbody></table></div><p>{TABLED.body[5]}</p></div><p class="from">[来源：临川疾控]</p><div class="sub">标签： <a>水质</a> <a>监测</a></div><div class="down"><span>仪器讯息网APP</span><span>展位手机站</span></div><div class="bq"><p>版权与免责声明：</p><p>① 凡本网注明"来源：仪器讯息网"的所有作品，版权均属于仪器讯息网，未经本网授权不得转载、摘编或利用其它方式使用。</p><p>② 本网凡注明"来源：xxx（非本网）"的作品，均转载自其它媒体，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责，且不承担此类作品侵权行为的直接责任及连带责任。</p></div><div class="hot"><h3>近期会议</h3><ul><li><a>第六届水质分析网络会议</a> 2025-06-10</li><li><a>环境监测新技术论坛</a> 2025-07-02</li></ul></div></div></body></html>""",
        replace(TABLED, body=("导读：一季度末梢水合格率98.6%，不合格样品集中在二次供水小区。", *TABLED.body)),
        "2025-05-20T09:12",
        "临川疾控",
    ),
    Templated(
        "destoon-trade-portal",
        "http://news.spw.example/show-91123.html",
        f"""<html><head><meta charset="utf-8"><title>{LOCAL.title}_地方动态_食安资讯_设备伙伴网</title></head><body><div class="m"><div class="nav">当前位置: <a>首页</a> &raquo; <a>资讯</a> &raquo; <a>地方动态</a> &raquo; 正文</div><div class="b10"></div><h1 class="title" id="title">{LOCAL.title}</h1><div class="info"><span class="f_r"><img>放大字体  <img>缩小字体</span>发布日期：2025-05-20&nbsp;&nbsp;来源：<a>临川日报</a>&nbsp;&nbsp;作者：李晓东&nbsp;&nbsp;浏览次数：<span id="hits">58</span></div><div class="introduce">核心提示：临川对3126台老旧电梯逐台评估，112台高风险电梯优先大修</div><div id="content"><div class="content" id="article">{LOCAL.paragraphs()}</div></div><div class="b10">&nbsp;</div><div class="keytags"><strong>标签：</strong> <a>电梯</a></div><div class="award">打赏</div><center>[ <a>资讯搜索</a> ] [ <a>加入收藏</a> ] [ <a>告诉好友</a> ] [ <a>打印本文</a> ] [ <a>违规举报</a> ] [ <a>关闭窗口</a> ]</center><div class="head-txt"><span><a>更多<i>&gt;</i></a></span><strong>同类资讯</strong></div><div class="related"><table><tr><td>• <a>自动扶梯新标准征求意见</a></td><td>• <a>加装电梯质量回访</a></td></tr></table></div><div>0</div><div>条 [查看全部]&nbsp;&nbsp;<span>相关评论</span></div></div><div class="side"><div>推荐图文</div><div>推荐资讯</div><ul><li><a>充电桩检定收费标准</a></li></ul><div>点击排行</div></div></body></html>""",
        LOCAL,
        "2025-05-20",
        "临川日报",
        "李晓东",
    ),
)
