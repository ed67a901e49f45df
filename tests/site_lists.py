"""Lists of companies, blogs, forums and trade sites, as the systems behind them print them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

NEWS = (
    "华标检测亮相第十二届国际检验检测展",
    "公司顺利通过CNAS扩项评审",
    "一文看懂玩具新规EN 71-20:2025",
    "喜讯!我司荣获“专精特新”称号",
    "如何选择第三方检测机构?",
    "水泥胶砂强度检验常见问题解析",
    "端午节放假通知",
    "集团与海州大学签署产学研合作协议",
    "化妆品备案检验项目有哪些变化",
    "2025年能力验证计划发布,这些项目可报名",
    "质检人的一天",
    "欧盟RoHS豁免清单更新:新增四项",
    "走进实验室 | 盐雾试验是怎么做的",
    "行业观察:并购潮下的检测机构",
)
SERVICES = (
    "食品农产品检测",
    "环境检测",
    "医疗器械检验与注册",
    "汽车零部件测试",
    "体系认证",
    "计量校准服务",
    "实验室建设整体方案",
    "验货与供应链管理",
)


def company(body: str, host: str = "www.huabiao.example") -> str:
    """The frame of a company: a mega menu of services with numbers, case studies, contacts, offices."""
    menu = "".join(f"<li><a href='/service/{11 + n}.html'>{name}</a></li>" for n, name in enumerate(SERVICES))
    return (
        f"<!DOCTYPE html><html><head><title>新闻中心-华标检测</title></head><body><div class='head'><a href='/'><img src='/logo.png' alt='华标检测认证集团股份有限公司'></a><ul class='mm'><li><a href='/'>首页</a></li><li><a href='/about/1.html'>走进华标</a><div><a href='/about/2.html'>发展历程</a><a href='/about/3.html'>资质荣誉与实验室能力</a></div></li>"
        f"<li><a href='/service/'>服务项目</a><ul>{menu}</ul></li><li><a href='/news/'>新闻中心</a></li><li><a href='/contact.html'>联系我们</a></li></ul><a href='https://lims.huabiao.example/login?id=1'>报告查询与真伪验证系统</a></div>{body}"
        f"<div class='ft'><dl><dt>服务项目</dt>{''.join(f'<dd><a href=/service/{11 + n}.html>{name}</a></dd>' for n, name in enumerate(SERVICES[:5]))}</dl><dl><dt>分支机构</dt><dd><a href='/branch/21.html'>华标检测(海州)有限公司</a></dd><dd><a href='/branch/22.html'>临江华标质量技术服务有限公司</a></dd></dl>"
        f"<p>热门搜索:<a href='/so/1102.html'>水质检测报告怎么办理</a> <a href='/so/1103.html'>第三方检测机构排名</a></p><p>友情链接:<a href='http://www.samr.example'>国家市场监督管理总局</a> <a href='https://www.yiqi.example/'>仪器仪表行业门户网</a></p><p>Copyright © 2025 {host} <a href='https://beian.example/#/Integrated/index'>东ICP备16012345号-2</a> <a href='/sitemap.xml'>网站地图XML</a></p></div></body></html>"
    )


def _blogs() -> Iterator[ListCase]:
    posts = [
        f"https://blog.jianyan.example/2025/05/{20 - n:02}/{slug}/"
        for n, slug in enumerate(
            (
                "iso-17025-internal-audit",
                "uncertainty-basics",
                "%e6%a3%80%e6%b5%8b%e6%8a%a5%e5%91%8a",
                "lims-selection",
                "pt-scheme-2025",
            )
        )
    ]
    recent = [
        f"https://blog.jianyan.example/2025/04/{20 - n:02}/{slug}/"
        for n, slug in enumerate(("balance-room", "weights-class", "sop-template"))
    ]
    yield ListCase(
        "WordPress archive: titles, read-on links, categories, tags, recent posts and comments in the margin",
        "https://blog.jianyan.example/category/lab/",
        "<html><body><nav class='main-navigation'><ul><li><a href='/'>首页</a></li><li><a href='/category/lab/'>实验室管理</a></li><li><a href='/about-me/'>关于</a></li></ul></nav><main>"
        + lines(
            posts,
            "<article class='post-{n} post type-post'><header><h2 class='entry-title'><a href='{u}' rel='bookmark'>{t}</a></h2><div class='entry-meta'><a href='{u}' rel='bookmark'><time>2025年5月{n}日</time></a> 作者:<a href='/author/laowang/'>检验老王</a></div></header><div class='entry-content'><p>内审是实验室自我完善的机制……</p><p><a href='{u}#more-12{n}' class='more-link'>阅读全文</a></p></div><footer>分类:<a href='/category/lab/'>实验室管理</a> 标签:<a href='/tag/cnas/'>CNAS认可</a>、<a href='/tag/audit/'>内部审核与管理评审</a> <a href='{u}#respond'>发表评论</a></footer></article>",
            NEWS[2:],
        )
        + "</main><nav class='posts-navigation'><a href='https://blog.jianyan.example/category/lab/page/2/'>较旧的文章</a></nav><aside><h3>近期文章</h3><ul>"
        + lines(recent, "<li><a href='{u}'>{t}</a></li>", NEWS[8:])
        + f"</ul><h3>近期评论</h3><ul><li>张三发表在《<a href='{posts[0]}#comment-88'>{NEWS[2]}</a>》</li></ul><h3>归档</h3><ul>{''.join(f'<li><a href=/2025/0{n}/>2025年{n}月</a>({n})</li>' for n in range(1, 6))}</ul><h3>功能</h3><ul><li><a href='/wp-login.php'>登录</a></li><li><a href='/feed/'>条目feed</a></li><li><a href='https://cn.wordpress.example/'>WordPress.org 中国</a></li></ul></aside></body></html>",
        (*posts, *recent),
        "https://blog.jianyan.example/category/lab/page/2/",
    )
    posts = [f"/index.php/archives/{n}/" for n in (321, 319, 312, 308, 297)]
    yield ListCase(
        "typecho: archives of three digits, months, the rest is read on a page",
        "http://note.jianyan.example/index.php/category/default/",
        "<html><body><div id='header'><a id='logo' href='/'>检验笔记</a><a href='/index.php/start-page.html'>关于我和这个博客</a></div><div id='main'>"
        + lines(
            posts,
            "<article class='post'><h2 class='post-title'><a itemprop='url' href='{u}'>{t}</a></h2><ul class='post-meta'><li>作者: <a href='/index.php/author/1/'>admin</a></li><li>时间: <time>May {n}, 2025</time></li><li>分类: <a href='/index.php/category/default/'>默认分类</a></li><li><a href='{u}#comments'>评论</a></li></ul><div class='post-content'><p>正文</p><p class='more'><a href='{u}'>- 阅读剩余部分 -</a></p></div></article>",
            NEWS[4:],
        )
        + "<ol class='page-navigator'><li class='current'><a href='/index.php/category/default/1/'>1</a></li><li><a href='/index.php/category/default/2/'>2</a></li><li class='next'><a href='/index.php/category/default/2/'>后一页 »</a></li></ol></div><div id='secondary'><ul>"
        + "".join(
            f"<li><a href='/index.php/2025/0{n}/'>{('January', 'February', 'March')[n - 1]} 2025</a></li>" for n in (1, 2, 3)
        )
        + "</ul></div></body></html>",
        tuple(posts),
        "/index.php/category/default/2/",
    )
    threads = [f"thread-{4021 - 3 * n}-1-1.html" for n in range(9)]
    hot = [f"thread-{3011 - 3 * n}-1-1.html" for n in range(4)]
    yield ListCase(
        "forum board: kinds in brackets, pages within a thread, authors and last posters",
        "http://bbs.jianyan.example/forum-36-1.html",
        "<html><body><div id='nv'><ul><li><a href='forum.php'>论坛</a></li><li><a href='home.php?mod=space&amp;do=blog'>日志</a></li><li><a href='misc.php?mod=faq'>帮助</a></li></ul></div><div id='pt'><a href='./'>首页</a> › <a href='forum.php?gid=1'>检测技术交流区</a> › <a href='forum-36-1.html'>理化检测讨论版块</a></div><div class='bm'><h2>本周热帖</h2><ul>"
        + lines(hot, "<li><a href='{u}' title='{t}'>{t}</a></li>", NEWS[9:])
        + "</ul></div><ul id='thread_types'><li><a href='forum.php?mod=forumdisplay&amp;fid=36&amp;filter=typeid&amp;typeid=11'>讨论<span>1021</span></a></li><li><a href='forum.php?mod=forumdisplay&amp;fid=36&amp;filter=typeid&amp;typeid=12'>资料分享下载<span>302</span></a></li></ul><form><table id='threadlisttableid'>"
        + lines(
            threads,
            "<tbody id='normalthread_{n}'><tr><td class='icn'><a href='{u}' title='新窗口打开' target='_blank'><img src='f.gif'></a></td><th class='common'><em>[<a href='forum.php?mod=forumdisplay&amp;fid=36&amp;filter=typeid&amp;typeid=11'>讨论</a>]</em> <a href='{u}' class='s xst'>{t}</a> <span class='tps'>...<a href='thread-40{n}-2-1.html'>2</a><a href='thread-40{n}-3-1.html'>3</a></span></th><td class='by'><cite><a href='space-uid-10{n}23.html'>检测小白{n}号选手</a></cite><em><span>2025-5-{n}</span></em></td><td class='num'><a href='{u}' class='xi2'>{n}</a><em>301</em></td><td class='by'><cite><a href='space-username-%E8%80%81{n}.html'>老王</a></cite><em><a href='forum.php?mod=redirect&amp;tid=40{n}&amp;goto=lastpost#lastpost'>2025-5-2{n} 10:1{n}</a></em></td></tr></tbody>",
            ("滴定管校准的几个疑问", "求助", "原子吸收灵敏度低怎么办啊", *NEWS[4:10]),
        )
        + "</table></form><div class='pg'><strong>1</strong><a href='forum-36-2.html'>2</a><a href='forum-36-3.html'>3</a><label><span> / 45 页</span></label><a href='forum-36-2.html' class='nxt'>下一页</a></div></body></html>",
        (*threads, *hot),
        "forum-36-2.html",
    )


def _systems() -> Iterator[ListCase]:
    main, flags, clicks = (
        [f"/hangye/2025/05{20 - n:02}/{start - n}.html" for n in range(count)]
        for start, count in ((8123, 7), (7120, 4), (6120, 6))
    )
    yield ListCase(
        "DedeCMS: category before, digest below, recommended and most clicked beside",
        "http://www.jcw.example/hangye/",
        company(
            "<div class='listbox'><ul class='e2'>"
            + lines(
                main,
                "<li><b>[<a href='/hangye/guonei/'>国内动态</a>]</b><a href='{u}' class='title'>{t}</a><span class='info'><small>日期:</small>{d} 10:20:31<small>点击:</small>10{n}<small>好评:</small>{n}</span><p class='intro'>本网讯……</p></li>",
                NEWS,
            )
            + "</ul></div><div class='dede_pages'><ul class='pagelist'><li>首页</li><li class='thisclass'>1</li><li><a href='list_12_2.html'>2</a></li><li><a href='list_12_3.html'>3</a></li><li><a href='list_12_2.html'>下一页</a></li><li><a href='list_12_31.html'>末页</a></li><li><span class='pageinfo'>共 <strong>31</strong>页</span></li></ul></div><div class='pright'><div class='commend'><dl><dt><strong>推荐内容</strong></dt><dd><ul class='d4'>"
            + lines(flags, "<li><a href='{u}'>{t}</a><p>摘要摘要</p></li>", NEWS[9:])
            + "</ul></dd></dl></div><div class='hot'><dl><dt><strong>热点内容</strong></dt><dd><ul class='c1 ico2'>"
            + lines(clicks, "<li><a href='{u}'>{t}</a></li>", NEWS[4:])
            + "</ul></dd></dl></div></div>"
        ),
        (*main, *flags, *clicks),
        "list_12_2.html",
    )
    shows = [
        f"http://www.rzw.example/index.php?m=content&c=index&a=show&catid=12&id={n}" for n in (321, 319, 318, 311, 305, 299, 290)
    ]
    yield ListCase(
        "PHPCMS: every address is a query, categories have the same looks",
        "http://www.rzw.example/index.php?m=content&c=index&a=lists&catid=12",
        (
            "<html><body><div class='nav-bar'>"
            + "".join(
                f"<a href='http://www.rzw.example/index.php?m=content&c=index&a=lists&catid={10 + n}'>{name}</a>"
                for n, name in enumerate(("认证动态", "认证知识问答", "体系认证咨询服务", "产品认证实施规则", "下载中心"))
            )
            + "</div><div class='crumbs'><a href='http://www.rzw.example/'>首页</a> &gt; <a href='http://www.rzw.example/index.php?m=content&c=index&a=lists&catid=12'>体系认证咨询服务</a></div><ul class='list lh24 f14'>"
            + lines(shows, "<li><span class='rt'>{d} 09:1{n}:22</span>·<a href='{u}' target='_blank'>{t}</a></li>", NEWS)
            + "</ul><div id='pages' class='text-c'><a class='a1'>71条</a> <a href='index.php?m=content&c=index&a=lists&catid=12&page=0' class='a1'>上一页</a> <span>1</span> <a href='index.php?m=content&c=index&a=lists&catid=12&page=2'>2</a> <a href='index.php?m=content&c=index&a=lists&catid=12&page=2' class='a1'>下一页</a></div></body></html>"
        )
        .replace("&", "&amp;")
        .replace("&amp;gt;", "&gt;"),
        tuple(shows),
        "index.php?m=content&c=index&a=lists&catid=12&page=2",
    )
    rows, top, click = (
        [f"/news/hy/2025-05-{20 - n}/{start - n}.html" for n in range(count)]
        for start, count in ((3213, 8), (2213, 4), (1213, 5))
    )
    yield ListCase(
        "Empire CMS: a table of days, fixed, recommended and clicked of the column",
        "http://www.diguo.example/news/hy/",
        "<html><body class='listpage'><table class='tool'><tr><td><a href='#' onclick='home()'>设为首页</a> <a href='/e/member/login/'>会员登录</a> <a href='/e/DoInfo/ChangeClass.php?mid=1'>在线投稿</a> <a href='/e/tool/gbook/?bid=1'>留言反馈</a></td></tr></table><table class='nav'><tr><td><a href='/'>首页</a><a href='/news/'>新闻</a><a href='/down/'>下载</a><a href='/news/hy/'>行业</a></td></tr></table><table class='box'><tr><td>"
        + lines(
            rows,
            "<table class='line'><tr><td>·</td><td><a href='{u}' title='{t}'>{t}</a></td><td align='right'>{d}</td></tr></table>",
            NEWS,
        )
        + "<table><tr><td>共 96 条记录 <b>1</b>&nbsp;<a href='/news/hy/index_2.html'>2</a>&nbsp;<a href='/news/hy/index_3.html'>3</a>&nbsp;<a href='/news/hy/index_2.html'>下一页</a>&nbsp;<a href='/news/hy/index_4.html'>尾页</a></td></tr></table></td><td class='sider'><strong>本类推荐</strong><ul>"
        + lines(top, "<li><a href='{u}' title='{t}'>{t}</a></li>", tuple(f"{one[:9]}.." for one in NEWS))
        + "</ul><strong>点击排行</strong><ol class='rank'>"
        + lines(click, "<li class='no{n}'><a href='{u}'>{t}</a></li>", NEWS[6:])
        + "</ol></td></tr></table></body></html>",
        (*rows, *top, *click),
        "/news/hy/index_2.html",
    )
    cards = [f"/news/{n}" for n in (318, 317, 316, 309, 305, 301)]
    yield ListCase(
        "cards rendered by Vue: everything is in the link, a pager without addresses",
        "https://www.huabiao.example/news",
        company(
            "<div id='app' data-server-rendered='true'><div class='tabs' data-v-1a2b><a href='/news?type=1' class='nuxt-link-active'>公司新闻</a><a href='/news?type=2'>行业资讯与观察</a><a href='/news?type=3'>媒体报道</a></div><div class='list' data-v-1a2b>"
            + lines(
                cards,
                "<a href='{u}' class='card' data-v-1a2b><div class='img' data-v-1a2b><img src='i.jpg' alt=''></div><div class='info' data-v-1a2b><div class='tit' data-v-1a2b>{t}</div><div class='desc' data-v-1a2b>近日,华标检测亮相展会,展示了全产业链一站式质量服务能力,受到广泛关注。</div><div class='date' data-v-1a2b>{d}</div></div></a>",
                NEWS,
            )
            + "</div><div class='el-pagination'><button disabled class='btn-prev'></button><ul class='el-pager'><li class='number active'>1</li><li class='number'>2</li></ul><button class='btn-next'></button></div></div>"
        ),
        tuple(cards),
    )
    views = [f"NewsView.aspx?id={n}" for n in (98, 97, 95, 92, 90)]
    yield ListCase(
        "a small company's ASP.NET: products at the left, ids of two digits",
        "http://www.yidong.example/News.aspx?cid=2",
        "<html><body><div id='menu'><a href='Index.aspx'>首页</a><a href='About.aspx?id=1'>公司简介</a><a href='News.aspx?cid=2'>新闻动态</a><a href='Products.aspx'>产品展示</a></div><div id='left'><h3>产品分类</h3><ul>"
        + lines(
            [f"ProductList.aspx?cid={n}" for n in range(11, 16)],
            "<li><a href='{u}'>{t}</a></li>",
            ("电子万能材料试验机", "高低温湿热试验箱系列", "冲击试验机", "影像测量仪", "硬度计"),
        )
        + "</ul><h3>联系方式</h3><a href='Contact.aspx?id=3'>在线留言与售后服务</a></div><div id='right'><ul>"
        + lines(views, "<li><span>{d}</span><a href='{u}'>{t}</a></li>", NEWS)
        + "</ul><div class='fy'><a href='News.aspx?cid=2&amp;page=1'>&lt;&lt;</a> <a href='News.aspx?cid=2&amp;page=1'>1</a> <a href='News.aspx?cid=2&amp;page=2'>2</a> <a href='News.aspx?cid=2&amp;page=2'>&gt;&gt;</a></div></div></body></html>",
        tuple(views),
        "News.aspx?cid=2&page=2",
    )
    details = [f"/xinwen/detail/{n}.html" for n in range(560, 552, -1)]
    yield ListCase(
        "the headline is no link, only 'see details' is",
        "https://www.huabiao.example/xinwen/",
        company(
            "<ul class='xw'>"
            + lines(
                details,
                "<li class='wow fadeInUp'><div class='date'><strong>1{n}</strong><span>2025/05</span></div><div class='txt'><h3>{t}</h3><p>摘要摘要摘要摘要摘要摘要</p></div><a class='btn' href='{u}'>查看详情 <i class='fa'></i></a></li>",
                NEWS,
            )
            + "</ul><div class='pages'><a class='cur'>1</a><a href='/xinwen/p2.html'>2</a><a href='/xinwen/p3.html'>3</a><a href='/xinwen/p2.html'>&gt;</a><a href='/xinwen/p9.html'>&gt;|</a></div>"
        ),
        tuple(details),
        "/xinwen/p2.html",
    )
    cut = [f"/zx/info_{n}.html" for n in range(4410, 4400, -1)]
    yield ListCase(
        "headlines cut, the whole one in title; months as headings; topics in a cloud",
        "http://www.cheliang.example/zx/list-5.html",
        company(
            "<div class='zxl'><h5>2025年5月</h5><ul>"
            + lines(cut[:6], "<li><a href='{u}' title='{t}及后续安排说明'>{t}...</a><i>20日</i></li>", NEWS)
            + "</ul><h5>2025年4月</h5><ul>"
            + lines(cut[6:], "<li><a href='{u}' title='{t}及后续安排说明'>{t}...</a><i>29日</i></li>", NEWS[7:])
            + f"</ul></div><div class='tagcloud'>{''.join(f'<a href=/topic/{n}.html>{name}</a>' for n, name in enumerate(('三坐标测量机校准', '量块', '影像仪', '形位公差检测', '表面粗糙度测量仪'), 301))}</div><div class='page_n'><a href='/zx/list-4.html'>上页</a><a href='/zx/list-4.html'>4</a><em>5</em><a href='/zx/list-6.html'>6</a><a href='/zx/list-6.html'>下页</a></div>"
        ),
        tuple(cut),
        "/zx/list-6.html",
    )


def _trade() -> Iterator[ListCase]:
    at = "http://www.yiqib2b.example/"
    news, tech = ([f"/news/show-{start - n}.html" for n in range(7)] for start in (12345, 11345))
    sell = lines(
        [f"/sell/show-{n}.html" for n in range(88101, 88108)],
        "<li><a href='{u}'><img src='s.jpg'></a><a href='{u}' title='{t}'>{t}</a></li>",
        ("供应恒温恒湿试验箱 可定制", "现货便携式水质检测仪", "手持光谱仪厂家直销", "全自动凯氏定氮仪价格", "拉力试验机"),
    )
    firms = lines(
        [f"http://www.yiqib2b.example/com/yq{n}/" for n in range(101, 107)],
        "<li><a href='{u}'>{t}</a></li>",
        ("海州精测仪器有限公司", "临江仪表厂", "东海光学科技股份公司"),
    )
    jobs = lines(
        [f"/job/show-{n}.html" for n in range(501, 505)],
        "<li><a href='{u}'>{t}</a><span>05-1{n}</span></li>",
        ("实验室检测工程师", "销售经理", "仪器维修工程师五险一金", "质检员"),
    )
    yield ListCase(
        "front of a trade site: offers, firms, jobs, brands and two boxes of news",
        at,
        "<html><body><div class='m'><a href='/member/'>商务中心</a><a href='/sell/'>供应</a><a href='/news/'>资讯</a></div>"
        f"<div class='sell'><ul>{sell}</ul></div><div class='news'><div class='head'><a href='/news/list-4.html'>行业资讯</a></div><ul>{lines(news, '<li><a href={u} title={t}>{t}</a></li>', NEWS)}</ul></div>"
        f"<div class='com'><ul>{firms}</ul></div><div class='tech'><ul>{lines(tech, '<li><span>05-2{n}</span><a href={u}>{t}</a></li>', NEWS[5:])}</ul></div><div class='job'><ul>{jobs}</ul></div>"
        "<div class='brand'><a href='/brand/show-31.html'><img src='b.png' alt='海测'></a><a href='/brand/show-32.html'>精工</a></div><div class='foot'><a href='/about/contact.html'>联系方式</a><a href='/guestbook/'>网站留言</a><a href='/spread/1.html'>排名推广</a></div></body></html>",
        (*news, *tech),
        home=True,
    )
    posts = [f"/a/{n}.html" for n in range(231011, 231002, -1)]
    yield ListCase(
        "mirror of accounts: the account beside each post, a directory of accounts",
        "http://www.weimirror.example/jiance/",
        "<html><body><div class='hd'><a href='/'>首页</a><a href='/keji/'>科技</a><a href='/jiance/'>检测</a></div><div class='l'>"
        + lines(
            posts,
            "<div class='p'><a href='{u}' target='_blank'><img src='c.jpg' alt='{t}'></a><h3><a href='{u}'>{t}</a></h3><div class='m'><a href='/account/{n}88.html'>检测前沿观察</a><span>昨天 1{n}:02</span></div></div>",
            NEWS,
        )
        + "</div><div class='r'><h4>推荐公众号</h4>"
        + lines(
            [f"/account/{n}12.html" for n in range(6)],
            "<li><a href='{u}'><img src='h.jpg'>{t}</a></li>",
            ("质量与认证", "计量那些事儿公众号", "实验室质量管理圈子", "检测通", "食品安全快讯号", "标准"),
        )
        + "</div><div class='pg'><a href='/jiance/'>1</a><a href='/jiance/2.html'>2</a><a href='/jiance/3.html'>3</a>…<a href='/jiance/20.html'>20</a></div></body></html>",
        tuple(posts),
        "/jiance/2.html",
    )
    at = "https://www.huabiao.example/"
    news = [f"/news/{n}.html" for n in range(318, 312, -1)]
    know = [f"/zhishi/{n}.html" for n in range(906, 900, -1)]
    yield ListCase(
        "front of a testing group: services, cases of clients, news, questions, offices",
        at,
        company(
            f"<div class='banner'><a href='/about/1.html'><img src='b1.jpg' alt='让质量值得信赖 华标检测二十年'></a></div><div class='fw'><ul>{lines([f'/service/{n}.html' for n in range(11, 19)], '<li><a href={u}><i></i><h4>{t}</h4><p>覆盖全项目,报告全球通行</p></a></li>', SERVICES)}</ul></div>"
            f"<div class='al'>{lines([f'/partner/{n}.html' for n in range(31, 37)], '<a href={u}><img src=k.png alt={t}></a>', ('东海乳业集团', '海州汽车', '临江电器股份有限公司', '某某玩具'))}</div>"
            "<div class='xw'><div class='tt'><a href='/news/'>查看更多</a></div>"
            + lines(
                news,
                "<div class='it'><a href='{u}'><div class='pic'><img src='n.jpg'></div><h4>{t}</h4><p>摘要摘要摘要摘要摘要摘要</p><span>2025-05-1{n}</span></a></div>",
                NEWS,
            )
            + "</div><div class='wd'>"
            + lines(know, "<div class='q'><a href='{u}'>{t}</a></div>", NEWS[4:])
            + "</div>"
        ),
        (*news, *know),
        home=True,
    )
    mixed = [f"/doc/{n}.html" for n in (902, 901, 899, 897, 893)]
    pdfs = ["/files/20250518/bg01.pdf", "/files/20250516/bg02.PDF"]
    yield ListCase(
        "notices with files: a PDF is one, a form in Word or a packed folder is none",
        "http://www.renke.example/tzgg/",
        company(
            "<table class='gg'>"
            + lines(
                mixed,
                "<tr><td class='t'><a href='{u}'>{t}</a></td><td><a href='/files/{n}.docx'>附件{n}:申请书格式文本</a></td><td>{d}</td></tr>",
                NEWS,
            )
            + lines(
                pdfs,
                "<tr><td class='t'><a href='{u}'>{t}</a></td><td></td><td>{d}</td></tr>",
                ("认可规范文件修订对照表公告", "CNAS-CL01实施说明"),
            )
            + "</table><p>第1页/共8页 <a href='/tzgg/?start=20'>下一页</a></p>"
        ),
        (*mixed, *pdfs),
        "/tzgg/?start=20",
    )


def site_cases() -> list[ListCase]:
    """All of them."""
    return [*_blogs(), *_systems(), *_trade()]
