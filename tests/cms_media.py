"""Pages as the templates of media, portals and self-published sites print them, each with what must come out."""

import json

from tests.cms_government import Templated
from tests.cms_stories import FEATURE, LAB, MEETING, METERS, PHOTO, RULES, SHORT, TRADITIONAL

HOT = "".join(
    f'<li><a href="/h/{n}.html">{t}</a></li>'
    for n, t in enumerate(("老字号月饼检出率公布", "地铁四号线试运行", "跨年演唱会开票", "寒潮蓝色预警发布"))
)
TEASERS = "".join(
    f'<div class="item"><h3><a href="/n/{n}.html">{t}</a></h3><p>{s}</p><span>{d}</span></div>'
    for n, (t, s, d) in enumerate(
        (
            ("电动车新国标来了", "自今年九月起，不符合新国标的电动自行车一律不得出厂，过渡期内门店仍可销售库存。", "3小时前"),
            ("这杯奶茶糖分几何", "消委会送检的二十款奶茶中，有六款全糖产品含糖量超过每日建议摄入上限的两倍。", "昨天 18:20"),
        )
    )
)
STATE = json.dumps({"props": {"pageProps": {"detail": {"title": LAB.title, "content": LAB.paragraphs()}}}}, ensure_ascii=True)
PAGES = (
    Templated(
        "southern-portal",
        "https://news.nfw.example/node_54a44f01a2/7c1f0b29d1.shtml",
        f"""<html><head><meta charset="utf-8"><title>{FEATURE.title}_南部网</title><meta name="publishdate" content="2025-12-05"><meta name="source" content="南部日报"><meta name="author" content="谷雨"></head><body><div class="crm-link">南部网 &gt; 民生</div><div class="m-article"><h2 id="article_title">{FEATURE.title}</h2><div class="meta"><div><span id="pubtime_baidu">2025-12-05 07:15</span><span id="source_baidu">来源：南部日报</span><span id="author_baidu">　谷雨</span></div></div>
<div class="m-content" id="content">{FEATURE.paragraphs("　　")}</div><div class="m-editor" id="editor_baidu">编辑：秦朗　责任编辑：江枫</div><div class="m-rel"><h3>相关新闻</h3><ul>{HOT}</ul></div></div><div>本网站由南部新闻网版权所有，未经授权禁止复制</div></body></html>""",
        FEATURE, "2025-12-05T07:15", "南部日报", "谷雨",
    ),
    Templated(
        "eastern-portal",
        "https://n.dfw.example/n1/20251120/u1ai20443.html",
        f"""<html><head><meta charset="utf-8"><title>{RULES.title}_民生_东部网</title></head><body><div class="article-container"><div class="article-breadcrumb"><a href="/">首页</a> &gt; <a href="/ms">民生</a></div><h1 class="article-title">{RULES.title}</h1><div class="article-info"><span>2025-11-20 10:33:41</span><span>来源:东部网</span><span>作者:傅明</span><a>分享</a></div><div class="article-content">{RULES.paragraphs()}<p style="display:none">东部网客户端</p></div><div class="article-bottom"><p>原标题：{RULES.title}</p><p>责任编辑：苏白</p></div></div><div class="recommend"><div class="tt">相关推荐</div>{TEASERS}</div></body></html>""",
        RULES, "2025-11-20T10:33", "东部网", "傅明", "苏白",
    ),
    Templated(
        "public-daily-portal",
        "https://www.dzw.example/shandongyaowen/202511/t20251103_17001.htm",
        f"""<html><head><meta charset="gb18030"><title>{LAB.title}_要闻_大众在线</title></head><body><div class="dz-daohang"><ul>{HOT}</ul></div><div class="xl2014-nr"><div class="xl2014-bt"><div id="xl-headline"><div class="txt"><h2>{LAB.title}</h2></div></div><div class="xl2014-biaozhu"><div class="left">2025-11-03 06:41:00　来源：大众在线　作者：于洋</div></div></div><div id="news-con"><div class="news-con">{LAB.paragraphs("　　")}</div></div><div class="editer">初审编辑：何田　责任编辑：田禾</div></div><div class="tuijian"><div>推荐阅读</div><ul>{HOT}</ul></div><div>Copyright (C) 2001-2025 大众在线 All Rights Reserved</div></body></html>""",
        LAB, "2025-11-03T06:41", "大众在线", "于洋", encoding="gb18030",
    ),
    Templated(
        "app-news-share-page",
        "https://m.pbnews.example/newsDetail_forward_3210987",
        f"""<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{METERS.title}_澎拜号·媒体</title></head><body><div class="download-bar">打开APP，阅读体验更佳</div><h1 class="index_title__B8mhI">{METERS.title}</h1><div class="index_headerContent"><div class="name"><a href="/user/1">临川发布</a></div><div><span>2025-11-12 19:02</span><span>来源：澎拜新闻·澎拜号·政务</span></div></div><div class="index_cententWrap__Jv8jK"><p>{METERS.body[0]}</p><img src="1.jpg"><p>{METERS.body[1]}</p><p>{METERS.body[2]}</p></div><div class="specialWords">特别声明</div><div>本文为澎拜号作者或机构在澎拜新闻上传并发布，仅代表该作者或机构观点，不代表澎拜新闻的观点或立场，澎拜新闻仅提供信息发布平台。</div><div>+1</div><div>收藏</div><div>我要举报</div><div>相关推荐</div><ul>{HOT}</ul><div>评论（12）</div><div>查看更多</div></body></html>""",
        METERS, "2025-11-12T19:02", "澎拜新闻·澎拜号·政务",
    ),
    Templated(
        "old-portal-2009",
        "http://news.xl.example/c/2009-03-15/102817409902.shtml",
        f"""<html><head><meta http-equiv="Content-type" content="text/html; charset=gb2312"/><title>{RULES.title}_新闻中心_新郎网</title></head><body><div class="lo_links"><a href="/">新闻中心</a> &gt; <a href="/c/">国内新闻</a> &gt; 正文</div><div class="blkContainer"><h1 id="artibodyTitle">{RULES.title}</h1><div class="artInfo"><span id="art_source"><a href="http://x.example">http://www.xl.example</a></span>　<span id="pub_date">2009年03月15日10:28</span>　<span id="media_name"><a href="#">新京华报</a></span></div><div class="blkContainerSblkCon" id="artibody"><!-- 正文内容 begin -->{RULES.paragraphs("　　")}<!-- 正文内容 end --><div class="otherContent_01"><div>相关专题：<a href="#">3·15消费者权益日</a></div></div></div><div class="artiComment"><p>已有_COUNT_条评论 <a>我要评论</a></p></div><div class="blk">【<a>评论</a>】【<a>论坛</a>】【<a>收藏此页</a>】【大 中 小】【<a>打印</a>】【<a>关闭</a>】</div></div><div class="corrTxt_01"><h3>相关报道：</h3><ul>{HOT}</ul></div><div>新闻中心意见反馈留言板 电话：000000</div></body></html>""",
        RULES, "2009-03-15T10:28", "新京华报", encoding="gbk",
    ),
    Templated(
        "portal-account-page",
        "https://www.wy.example/dy/article/KF1A2B3C05149U.html",
        f"""<html><head><meta charset="utf-8"><title>{FEATURE.title}|检测|蔬菜|样品_网一订阅</title><meta property="og:title" content="{FEATURE.title}|检测|蔬菜|样品_网一订阅"><meta property="article:published_time" content="2025-12-02T08:31:07+08:00"></head><body><div class="post_main"><h1 class="post_title">{FEATURE.title}</h1><div class="post_info">2025-12-02 08:31:07　来源: <a href="#">质量观察家</a><span>临川</span> <a class="post_jubao" href="#">举报</a></div><div class="post_side"><div>0</div><div>分享至</div><div>用微信扫码二维码</div><div>分享至好友和朋友圈</div></div><div class="post_body"><p class="f_center"><img src="a.jpg"><br></p>{FEATURE.paragraphs()}</div><div class="post_statement">特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网一号”用户上传并发布，本平台仅提供信息存储服务。</div><div class="post_recommends"><h3>相关推荐</h3>{TEASERS}</div></div></body></html>""",
        FEATURE, "2025-12-02T08:31", "质量观察家",
    ),
    Templated(
        "phone-portal-old",
        "http://3g.qx.example/a/20121018/000031.htm",
        f"""<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{SHORT.title}</title></head><body><p><a href="/">腾迅首页</a>-<a href="/news">新闻</a></p><p>{SHORT.title}</p><p>2012-10-18 07:12 临川晚报</p><p>{SHORT.body[0]}</p><p>(1/1页)</p><p>评论(3)<br/>·<a href="1">秋季旅游攻略</a><br/>·<a href="2">国考报名今起</a><br/>·<a href="3">双色球开奖</a></p><p><a href="/">返回首页</a> 触屏版|彩版</p></body></html>""",
        SHORT, "2012-10-18T07:12", "临川晚报",
    ),
    Templated(
        "nextjs-state",
        "https://www.zlcn.example/detail/102238",
        f"""<!DOCTYPE html><html lang="zh"><head><meta charSet="utf-8"/><title>{LAB.title}-质量资讯</title><meta property="og:type" content="article"/></head><body><div id="__next"><header><nav><a href="/">首页</a><a href="/live">直播</a></nav></header><main class="css-1x2y3z"><section class="css-9ab"><h1 class="css-77">{LAB.title}</h1><div class="css-m1"><img src="av.png" alt=""/><span>质量资讯</span><time dateTime="2025-12-03T11:20:00.000Z">2025-12-03 19:20</time></div><article class="css-c4">{LAB.paragraphs()}</article><div class="css-like"><button>点赞 12</button><button>收藏</button></div></section><aside class="css-as"><h2>热门文章</h2>{TEASERS}</aside></main></div><script id="__NEXT_DATA__" type="application/json">{STATE}</script></body></html>""",
        LAB, "2025-12-03T19:20", "质量资讯",
    ),
    Templated(
        "wordpress-zh",
        "https://blog.metrology.example/archives/2291",
        f"""<!DOCTYPE html><html lang="zh-Hans"><head><meta charset="UTF-8"><title>{RULES.title} | 衡器笔记</title><meta property="article:published_time" content="2025-11-21T01:05:00+00:00"></head><body class="post-template-default single single-post"><header><p class="site-title"><a href="/">衡器笔记</a></p><nav><ul><li><a href="/">首页</a></li><li><a href="/about">关于</a></li></ul></nav></header><main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{RULES.title}</h1><div class="entry-meta"><span class="posted-on">发布于 <time class="entry-date published" datetime="2025-11-21T09:05:00+08:00">2025年11月21日</time></span><span class="byline">由 <span class="author vcard"><a class="url fn n" href="/author/gu">顾衡</a></span></span></div></header><div class="entry-content">{RULES.paragraphs()}<div class="sharedaddy"><h3>共享此文章：</h3><ul><li><a>Twitter</a></li></ul></div></div><footer class="entry-footer"><span>发布在 <a href="/c">法规</a></span></footer></article><nav class="post-navigation"><h2>文章导航</h2><a href="/p">上一篇 电子天平日常维护</a></nav><div id="respond"><h3>发表评论 <a>取消回复</a></h3><p>要发表评论，您必须先登录。</p></div></main><aside><h2>近期评论</h2></aside></body></html>""",
        RULES, "2025-11-21", None, "顾衡",
    ),
    Templated(
        "ecms-industry",
        "http://www.yqw.example/news/hyxw/2025-11-25/40912.html",
        f"""<html><head><meta charset="utf-8"><title>{LAB.title}-行业新闻-仪器商讯网</title></head><body><div class="top"><a href="/">仪器商讯网</a> <a href="/reg">免费注册</a> <a href="/login">登录</a></div><div class="path">您当前的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/news/">资讯</a>&nbsp;&gt;&nbsp;<a href="/hyxw">行业新闻</a></div><div class="left"><h1>{LAB.title}</h1><p class="info"><span>日期：2025-11-25</span> <span>来源：临川日报</span> <span>作者：未知</span> <span>编辑：小仪</span> <span>阅读 301</span></p><div class="intro"><b>导读：</b>{LAB.body[0][:40]}...</div><div id="text">{LAB.paragraphs("　　")}</div><div class="keys">标签：<a>新能源</a> <a>电池</a></div><div class="statement">声明：凡注明来源为其他媒体的文章，版权归原作者所有，转载仅为传播更多信息，如有侵权请联系我们。</div><div class="rela"><b>相关产品</b><ul><li><a href="/p1">高低温试验箱</a></li><li><a href="/p2">电池挤压机</a></li></ul></div></div><div class="right"><h2>本类排行</h2><ol>{HOT}</ol></div></body></html>""",
        LAB, "2025-11-25", "临川日报", None, "小仪",
    ),
    Templated(
        "discuz-portal",
        "http://bbs.jl.example/portal.php?mod=view&aid=377",
        f"""<html><head><meta charset="gbk"><title>{METERS.title} - 资讯 - 计量论坛 - Powered by Discuz!</title></head><body><div id="hd"><a href="/">门户</a><a href="/forum.php">论坛</a></div><div id="pt" class="bm cl"><a href="./" class="nvhm">首页</a><em>›</em><a href="p">门户</a><em>›</em>查看内容</div><div class="bm vw"><div class="h hm"><h1 class="ph">{METERS.title}</h1><p class="xg1">2025-11-12 08:08<span class="pipe">|</span>发布者: <a href="#">青衡</a><span class="pipe">|</span>查看: <em id="_viewnum">1130</em><span class="pipe">|</span>评论: 4<span class="pipe">|</span>原作者: 柏青|来自: 临川计量</p></div><div class="s"><div><strong>摘要</strong>: {METERS.body[0][:46]} ...</div></div><div class="d"><table class="vwtb"><tr><td id="article_content"><div>{METERS.breaks()}</div></td></tr></table><div id="click_div"><table class="atd"><tr><td><a>路过</a></td><td><a>雷人</a></td><td><a>握手</a></td><td><a>鲜花</a></td><td><a>鸡蛋</a></td></tr></table></div></div><div class="o cl"><a>收藏</a><a>分享</a><a>邀请</a></div></div><div class="bm"><h3>相关阅读</h3><ul>{HOT}</ul></div><div class="bm"><h3>最新评论</h3><dl><dt>引用 匿名 2025-11-12 11:20</dt><dd>我们县什么时候也全覆盖一次，路边那家站的枪一直感觉跳得快，希望计量所管一管。</dd></dl></div></body></html>""",
        METERS, "2025-11-12T08:08", "临川计量", "柏青", encoding="gbk",
    ),
    Templated(
        "photo-captions",
        "https://pic.lcnews.example/2025/1202/c31-90021.html",
        f"""<html><head><meta charset="utf-8"><title>{PHOTO.title}--图片频道--临川在线</title></head><body><div class="path"><a href="/">临川在线</a>&gt;&gt;<a href="/pic">图片频道</a></div><h1>{PHOTO.title}</h1><div class="box01">2025年12月02日09:40　来源：<a href="/">临川在线</a></div><div class="pic_c">{"".join(f'<p align="center"><img src="{n}.jpg"/></p><p>{t}</p>' for n, t in enumerate(PHOTO.body))}</div><div class="page_n"><a>1</a> <a>2</a> <a>下一页</a></div><div class="edit">(责编：申豪、龚洁)</div><div><h4>图片新闻</h4><ul>{HOT}</ul></div></body></html>""",
        PHOTO, "2025-12-02T09:40", "临川在线", None, "申豪、龚洁",
    ),
    Templated(
        "taiwan-big5",
        "http://www.lcdaily.example/news/life/20260108.asp",
        f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>{TRADITIONAL.title} - 生活 - 臨川電子報</title></head><body><table width="900"><tr><td><a href="/">首頁</a>｜<a href="/l">生活</a>｜<a href="/p">政治</a></td></tr><tr><td><font size="5"><b>{TRADITIONAL.title}</b></font></td></tr><tr><td>中華民國115年1月8日 記者林書豪／台北報導</td></tr><tr><td class="story">{"<br><br>".join(TRADITIONAL.body)}</td></tr><tr><td>【更多新聞】<br><a href="1">寒流來襲農損統計</a><br><a href="2">台鐵加開班次</a></td></tr><tr><td>臨川電子報 版權所有 不得轉載</td></tr></table></body></html>""",
        TRADITIONAL, "2026-01-08", None, "林書豪", encoding="big5",
    ),
    Templated(
        "amp-like-mobile",
        "https://m.ifb.example/c/8oZ2bQ",
        f"""<!doctype html><html ⚡ lang="zh-CN"><head><meta charset="utf-8"><title>{METERS.title}</title><script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{METERS.title}","datePublished":"2025-11-12T21:17:00+08:00","author":{{"@type":"Person","name":"柳梦"}}}}</script></head><body><header><a href="/">飞宝网</a></header><div class="h"><h1>{METERS.title}</h1><p class="t">11月12日 21:17　飞宝财经</p></div><div class="b"><p>{METERS.body[0]}</p><amp-img src="a"></amp-img><p>{METERS.body[1]}</p><p>{METERS.body[2]}</p></div><div class="more">展开全文</div><div class="r"><h2>为您推荐</h2>{TEASERS}</div><footer>打开飞宝APP 查看更多精彩资讯</footer></body></html>""",
        METERS, "2025-11-12T21:17", "飞宝财经", "柳梦",
    ),
    Templated(
        "wechat-new",
        "https://mp.wx.example/s/q1W2e3",
        f"""<html><head><meta charset="utf-8"><meta property="og:title" content="{LAB.title}"><meta property="og:article:author" content="阮小满"><title></title></head><body id="activity-detail"><div id="js_article"><div class="rich_media_inner"><div id="page-content"><h1 class="rich_media_title" id="activity-name">{LAB.title}</h1><div id="meta_content"><span id="copyright_logo">原创</span><span class="rich_media_meta_text">阮小满</span><a id="js_name">临川质检</a><em id="publish_time">2025年12月3日 20:16</em><em>临川</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><p>点击蓝字 关注我们</p></section><section>{"".join(f"<section><span>{t}</span></section><p><br></p>" for t in LAB.body)}</section><section><p>- END -</p><p>来源：临川质检</p><p>编辑：柳溪　审核：许文</p></section></div></div></div></div><div id="js_pc_qr_code"><p>微信扫一扫<br>关注该公众号</p></div></body></html>""",
        LAB, "2025-12-03T20:16", "临川质检", "阮小满", "柳溪",
    ),
    Templated(
        "central-feature-reporters",
        "http://paper.lcrb.example/html/2025-11/20/nw.D110000_20251120_3-05.htm",
        f"""<html><head><meta charset="utf-8"><title>{MEETING.title}-临川日报</title></head><body><div class="date">临川日报 2025年11月20日 星期四</div><div class="swiper"><a href="a">第05版：经济</a> <a href="b">上一版</a></div><div class="article"><h3>经济观察</h3><h1>{MEETING.title}</h1><h2>——“小、散、弱”如何破题</h2><p class="sec">本报记者 秦望 《 临川日报 》（ 2025年11月20日　第 05 版）</p><div id="ozoom">{MEETING.paragraphs("　　")}</div></div><div class="list"><a href="1">数字经济增速居前</a><a href="2">港口吞吐量创新高</a></div></body></html>""",
        MEETING, "2025-11-20", "临川日报", "秦望",
    ),
    Templated(
        "source-as-link-and-reporter",
        "https://www.qlw.example/2025/1125/55231.shtml",
        f"""<html><head><meta charset="utf-8"><title>{FEATURE.title} - 齐卢网</title></head><body><div class="breadcrumb"><a href="/">齐卢网</a> > <a href="/x">闪电新闻</a></div><h1>{FEATURE.title}</h1><p class="aufrom"><a href="http://www.sd.example">闪电快讯</a> 2025-11-25 15:09:12 <span>记者 石岩 孔令</span></p><div class="content_detail">{FEATURE.paragraphs()}</div><p class="copyright">想爆料？请登录《阳光连线》、拨打新闻热线0000-66661234，或登录齐卢网官方微博提供新闻线索。</p><p class="bj">责任编辑：宁静</p><div><h3>推荐阅读</h3>{TEASERS}</div></body></html>""",
        FEATURE, "2025-11-25T15:09", "闪电快讯", "石岩、孔令", "宁静",
    ),
)  # fmt: skip
