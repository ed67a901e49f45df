"""Pages with much around little: popular portals, offices, associations and magazines, each with what must come out."""

from dataclasses import replace

from tests.cms_government import Templated
from tests.cms_stories import (
    AGENCY,
    ANALYSIS,
    ASKED,
    CAPTIONED,
    LAB,
    LOCAL,
    MEETING,
    METERS,
    NOTE,
    NOTICE,
    PUBLICITY,
    RULES,
    SECTIONS,
    SHORT,
    SIGNED,
)

LOGIN = '<div class="tb"><a href="/login">登录</a> | <a href="/reg">注册</a> <a href="/m">手机版</a> <a href="/w">微信</a> 今天是2026年11月23日 星期一 农历十月十五 江州 晴 12℃~20℃</div>'
MENU = (
    "<ul>"
    + "".join(
        f'<li><a href="/{n}/">{t}</a></li>'
        for n, t in enumerate(("首页", "要闻", "国内", "国际", "财经", "科技", "汽车", "房产", "教育", "健康", "旅游", "视频"))
    )
    + "</ul>"
)
RANK = (
    '<div class="rank"><h3>24小时热文</h3><ol>'
    + "".join(
        f'<li><i>{n + 1}</i><a href="/2025/0{n + 5}/21/{n}.html">{t}</a><em>{9 - n}.2万</em></li>'
        for n, t in enumerate(
            ("这份高考饮食指南请收好", "多条地铁线路延时运营", "暴雨来袭 这些路段注意绕行", "首批国家级消费示范区公布")
        )
    )
    + "</ol></div>"
)
TALK = (
    '<div class="cm"><h3>网友评论 <span>3人参与</span></h3><textarea></textarea><p>发布</p>'
    + "".join(
        f"<dl><dt>{who} <span>{where}</span> 2025-06-0{n + 1} 09:1{n}</dt><dd>{text}</dd><dd><a href='#'>顶[{n}]</a> <a href='#'>回复</a></dd></dl>"
        for n, (who, where, text) in enumerate(
            (
                ("热心市民", "福建", "支持！早就应该这样做了，缺斤短两的商户要曝光，让老百姓心里有杆秤，买菜才能买得放心舒心。"),
                ("老计量", "江苏", "干了三十年检定，现在设备先进多了，当年我们背着砝码爬山去给供销社检秤，一去就是三天两夜。"),
            )
        )
    )
    + "</div>"
)
END = '<div class="foot"><p><a href="/a">关于我们</a> | <a href="/b">广告服务</a> | <a href="/c">诚聘英才</a></p><p>违法和不良信息举报电话：000-00000000 举报邮箱：jb@x.example</p><p>ICP备案号：京ICP备11000000号-1 Copyright &copy; 2003-2026 All Rights Reserved</p></div>'


def crowded(title: str, inside: str, head: str = "", site: str = "江州门户") -> str:
    """A page with everything around its text."""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_{site}</title>{head}</head><body>{LOGIN}{MENU}{inside}{RANK}{TALK}{END}</body></html>'


PAGES = (
    Templated(
        "crowded-short-news",
        "https://news.jz.example/c/20250520/88121.html",
        crowded(
            SHORT.title,
            f'<div class="wrap"><h1>{SHORT.title}</h1><div class="info"><span>2025-05-20 07:30:11</span><span>来源：江州早报</span><span>作者：江枫</span><span class="fs">T大 T小</span><span>0评论</span></div><div class="txt"><p>{SHORT.body[0]}</p></div><div class="act">赞(0) 踩(0) 收藏 分享至：</div><div class="kw">关键词阅读：<a href="/k1">检测</a> <a href="/k2">资质</a></div><div class="ed">责任编辑：苏白 PN044</div></div>',
        ),
        SHORT,
        "2025-05-20T07:30",
        "江州早报",
        "江枫",
        "苏白",
    ),
    Templated(
        "crowded-photo-story",
        "https://pic.jz.example/2025/0520/c12a991.html",
        crowded(
            CAPTIONED.title,
            f'<div class="pw"><h1>{CAPTIONED.title}</h1><p class="sub">2025年05月20日14:05&nbsp;&nbsp;来源：江州画报网</p><div class="pg"><a href="c12a991.html">1</a> <a href="c12a991-2.html">2</a> <a href="c12a991-2.html">下一页</a></div><div class="pc">{CAPTIONED.paragraphs("　　")}</div><div class="pg"><span>【1】</span><a href="c12a991-2.html">【2】</a><a href="c12a991-2.html">下一页</a></div><div class="pe">(责编：秦朗、田禾)</div><div class="share">分享让更多人看到</div></div>',
        ),
        CAPTIONED,
        "2025-05-20T14:05",
        "江州画报网",
        None,
        "秦朗、田禾",
    ),
    Templated(
        "price-page-of-market",
        "http://www.nc.example/news/info_6612.html",
        crowded(
            METERS.title,
            f'<div class="l"><div class="tt">{METERS.title}</div><div class="ti">更新时间：2025年05月20日　信息来源：计量所办公室　点击数：<span>61</span> 我要打印 | 收藏本页</div><div class="co">{METERS.paragraphs("　　", "div")}<div>（计量所 谷雨）</div></div><table><tr><td>上一篇：</td><td><a href="/1">关于清明放假的通知</a></td></tr><tr><td>下一篇：</td><td>没有了！</td></tr></table></div>',
        ),
        replace(METERS, body=(*METERS.body, "（计量所 谷雨）")),
        "2025-05-20",
        "计量所办公室",
    ),
    Templated(
        "wide-table-notice",
        "https://www.zx.example/zwgk/gg/202505/20/c_55.html",
        crowded(
            PUBLICITY.title,
            f'<table class="w"><tbody><tr><td class="bt">{PUBLICITY.title}</td></tr><tr><td class="xx">日期：2025-05-20 16:20:45 &nbsp; 作者： &nbsp; 来源：质量发展科 &nbsp; 浏览次数：87 【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</td></tr><tr><td class="nr"><div>{PUBLICITY.paragraphs("", "p", " class=MsoNormal")}</div></td></tr><tr><td class="fj">相关附件：</td></tr></tbody></table>',
            site="临川县质量技术中心",
        ),
        PUBLICITY,
        "2025-05-20T16:20",
        "质量发展科",
    ),
    Templated(
        "question-and-answer-magazine",
        "https://www.fz.example/p/2025/05/8812.html",
        crowded(
            ASKED.title,
            f'<article><header><p class="cat">问答</p><h1>{ASKED.title}</h1><p class="by">撰文 / 江枫　编辑 / 何田</p><p class="dt">2025.05.20 10:00</p></header><section class="bd">{ASKED.paragraphs()}</section><p class="cp">© 本文版权归「法与质」所有，禁止任何形式转载，授权合作请联系小编。</p><p class="qr">扫码关注「法与质」公众号</p></article>',
            site="法与质",
        ),
        ASKED,
        "2025-05-20T10:00",
        None,
        "江枫",
        "何田",
    ),
    Templated(
        "brokerage-news",
        "https://stock.qs.example/cjzx/ssgs/20250520/t9912.shtml",
        crowded(
            ANALYSIS.title,
            f'<div class="ct"><h2>{ANALYSIS.title}</h2><div class="fx">2025-05-20 08:47&nbsp;&nbsp;临川证券报&nbsp;&nbsp;<a href="/u">柏青</a></div><div class="zy"><b>[摘要]</b>一季度18家检测公司营收增速回落至4.1%，归母净利润同比下降2.2%。</div><div class="zw">{ANALYSIS.paragraphs("　　")}<p>风险提示：本文观点仅供参考，不构成投资建议，股市有风险，入市需谨慎。</p></div><div class="gp">相关个股：<a href="/s/300999">临谱检测</a> 12.31 +1.2%</div></div>',
            site="临川股票网",
        ),
        ANALYSIS,
        "2025-05-20T08:47",
        "临川证券报",
        "柏青",
    ),
    Templated(
        "agency-copy-with-original",
        "https://www.xfb.example/show-31-77121-1.html",
        crowded(
            AGENCY.title,
            f'<div class="mn"><div class="crumbs"><a href="/">首页</a> &gt; <a href="/s">时事</a> &gt; 正文</div><h1>{AGENCY.title}</h1><p class="m">2025-05-21 06:10:02 来源: 新华社 作者: 责任编辑: 江枫</p><div class="a">{AGENCY.paragraphs("　　")}<p>原标题：我国首台车载氢气标准装置启用</p><p>原文链接：<a href="http://xh.example/1.html">http://xh.example/1.html</a></p></div><p class="dis">免责声明：本网转载自合作媒体、机构或其他网站的信息，登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其内容的真实性。</p></div>',
        ),
        AGENCY,
        "2025-05-21T06:10",
        "新华社",
        None,
        "江枫",
    ),
    Templated(
        "college-lab-news",
        "https://clab.lcu.example/xwzx/xyxw/a/5512.html",
        crowded(
            LAB.title,
            f'<div class="pos">当前位置：<a href="/">首页</a> / <a href="/x">新闻资讯</a> / 学院新闻</div><div class="bx"><h3 align="center">{LAB.title}</h3><div align="center">发布时间：2025-12-04 文章作者：宣传部（文/谷雨 图/苏白） 访问量：133</div><hr/><div class="v_news_content">{LAB.paragraphs("", "p", " style=line-height:150%")}</div><div align="right">终审：秦朗</div></div>',
            site="临川大学检测学院",
        ),
        LAB,
        "2025-12-04",
        None,
        "谷雨",
    ),
    Templated(
        "party-office-bulletin",
        "http://www.dj.example/system/2025/05/20/012233.html",
        crowded(
            MEETING.title,
            f'<div class="nr"><p class="jt">（引题）质量强省进行时</p><h1>{MEETING.title}</h1><p class="fb">稿件来源：省局办公室　发布时间：2025年5月20日 17时05分　阅读：</p><div id="text">{MEETING.paragraphs("　　")}</div><p class="zb">主办：中共临川省委某部</p></div>',
        ),
        MEETING,
        "2025-05-20T17:05",
        "省局办公室",
    ),
    Templated(
        "regulation-with-reading",
        "https://law.fg.example/detail?id=ff80&title=x",
        crowded(
            SECTIONS.title,
            f'<div class="d"><h2>{SECTIONS.title}</h2><table class="attr"><tr><td>制定机关</td><td>临川省市场监督管理局</td><td>公布日期</td><td>2025-05-12</td></tr><tr><td>施行日期</td><td>2025-05-20</td><td>时效性</td><td>有效</td></tr></table><div class="ft">{SECTIONS.paragraphs("　　")}</div><div class="xz"><a href="/1.docx">下载WORD</a> <a href="/1.pdf">下载PDF</a></div></div>',
            site="法规库",
        ),
        SECTIONS,
        "2025-05-12",
    ),
    Templated(
        "company-short-post",
        "https://www.gs.example/NewsStd_311.html",
        crowded(
            NOTE.title,
            f'<div class="e_container"><div class="e_title h1 p_headA">{NOTE.title}</div><div class="e_box"><span>作者：</span><span>小编</span><span>来源：</span><span>海关发布</span><span>2025-05-20 09:40</span><span>浏览量：8</span></div><div class="reset_style">{NOTE.paragraphs()}</div><div class="e_b">上一篇：<a href="/310">没有灰尘的工厂</a></div><div class="e_b">下一篇：<a href="/312">年会花絮</a></div></div>',
            site="某检测公司",
        ),
        NOTE,
        "2025-05-20T09:40",
        "海关发布",
        "小编",
    ),
    Templated(
        "mirror-with-tags-first",
        "https://www.ys.example/a/881231.html",
        crowded(
            LOCAL.title,
            f'<div class="tags"><a href="/t/a">#电梯</a><a href="/t/b">#民生</a></div><div class="art"><h1>{LOCAL.title}</h1><div class="mt"><img src="u.png"><b>城事观察</b><small>发布时间：05-20 21:18</small><small>民生领域爱好者</small></div><div class="tx">{LOCAL.paragraphs()}</div><div class="ys">本文仅代表作者观点，不代表平台立场。未经许可不得转载</div><div class="bt">打开APP阅读全文</div></div>',
            site="城事观察",
        ),
        LOCAL,
        "2026-05-20T21:18",
        "城事观察",
    ),
    Templated(
        "two-columns-of-notices",
        "http://www.xh.example/notice/show.php?id=71",
        crowded(
            NOTICE.title,
            f'<table><tr><td valign="top"><b>通知公告</b><br>·<a href="/n/70">关于评选优秀论文的通知</a><br>·<a href="/n/69">换届选举公告</a><br></td><td valign="top"><center><h3>{NOTICE.title}</h3><font color="gray">发布者：秘书处 | 发布时间：2025/11/28 | 查看：210次</font></center><p>{NOTICE.breaks()}</p><center>[<a href="#">打印</a>] [<a href="#">返回</a>]</center></td></tr></table>',
            site="江州测试学会",
        ),
        NOTICE,
        "2025-11-28",
    ),
    Templated(
        "standard-explained",
        "https://www.bzjd.example/jd/2025/6671.html",
        crowded(
            RULES.title,
            f'<div class="q"><h1 class="title">{RULES.title}</h1><ul class="m"><li>2025-11-20</li><li>标准解读</li><li>标准化周刊</li><li>1,203 阅读</li></ul><div class="entry">{RULES.paragraphs()}<hr><p>END</p><p>来源：市场监管公众号</p><p>排版：小白</p><p>点个“在看”，让更多人知道</p></div></div>',
        ),
        RULES,
        "2025-11-20",
        "市场监管公众号",
    ),
    Templated(
        "signed-by-office",
        "http://www.zjy.example/article/202505/1203.html",
        crowded(
            SIGNED.title,
            f'<div id="newsview"><div id="news-title">{SIGNED.title}</div><div id="news-info">[ 编辑：admin | 时间：2025-05-20 11:08:32 | 浏览：77次 | 来源：本站 | 作者：化学室 ]</div><div id="news-body">{SIGNED.paragraphs("　　")}</div><div id="news-page">上篇：<a href="/1">计量文化节</a> 下篇：<a href="/2">无</a></div></div>',
            site="临川计量院",
        ),
        SIGNED,
        "2025-05-20T11:08",
        "本站",
        "化学室",
    ),
)
