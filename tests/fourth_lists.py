"""A fourth set of lists, read unseen: numbered directories that end in index.html, site builders, share buttons, old layouts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

READ = (
    "海关总署:前4个月进出口增长2.4%",
    "黄埔海关查获侵权轴承3.6万件",
    "口岸实验室首次检出检疫性真菌",
    "技术性贸易措施月报(4月)",
    "关于进口智利樱桃检验检疫要求的公告",
    "“智慧海关”怎样改变验放流程",
    "危险化学品检验新模式在青港落地",
    "署长会见来访代表团",
    "国门生物安全宣传周启动",
    "一图读懂|进口棉花检验监管改革",
    "检验鉴定机构备案名单公布(第七批)",
    "两地实验室结果互认 企业少跑一趟",
    "出口玩具质量许可取消之后",
    "退运不合格医用口罩240箱",
)


def _numbered() -> Iterator[ListCase]:
    own = [f"/customs/302249/2480148/{6512300 + n}/index.html" for n in range(8)]
    yield ListCase(
        "ministry: articles are directories with an index, as columns are",
        "http://www.haiguan.example/customs/302249/2480148/index.html",
        "<html><body><div class='topnav'><a href='/customs/302249/index.html'>海关概况信息</a><a href='/customs/302266/302267/index.html'>海关要闻</a><a href='/customs/302266/302269/index.html'>署长令及规范性文件</a></div><div class='conList_ull'><ul>"
        + lines(own, "<li class='liwid'><a href='{u}' title='{t}'>{t}</a><span>{d}</span></li>", READ)
        + "</ul></div><div class='easysite-total-page'><span>共<b>51</b>页</span><a class='pagingNormal' tagname='/eportal/ui?pageId=2480148&amp;currentPage=2' href='/eportal/ui?pageId=2480148&amp;currentPage=2'>下一页</a></div><div class='bq'><a href='/customs/302249/zwgk43/302281/index.html'>网站管理与版权说明</a></div></body></html>",
        tuple(own),
        "/eportal/ui?pageId=2480148&currentPage=2",
    )
    news, notes, local = (
        [f"/customs/{a}/{b}/{start + n}/index.html" for n in range(6)]
        for a, b, start in ((302266, 302267, 6512400), (302266, 302269, 6512500), (302274, 302277, 6512600))
    )
    yield ListCase(
        "front of the same ministry: no days, columns and services under the same numbers",
        "http://www.haiguan.example/",
        "<html><body><div class='topnav'><a href='/customs/302249/index.html'>海关概况信息</a><a href='/customs/302266/index.html'>新闻发布</a></div><div class='xw'><h3><a href='/customs/302266/302267/index.html'>要闻</a></h3><ul>"
        + lines(news, "<li><a href='{u}' title='{t}'>{t}</a></li>", READ)
        + "</ul></div><div class='gg'><h3><a href='/customs/302266/302269/index.html'>公告</a></h3><ul>"
        + lines(notes, "<li><a href='{u}' title='{t}'>{t}</a></li>", READ[4:])
        + "</ul></div><div class='df'><ul>"
        + lines(local, "<li><a href='{u}'>{t}</a></li>", READ[8:])
        + "</ul></div><div class='hl'><a href='http://online.haiguan.example/static/pages/treeGuide.html'>互联网+海关一体化平台</a><a href='http://stats.haiguan.example/'>海关统计数据在线查询平台</a><a href='/customs/302249/302270/302272/index.html'>进出口商品税则查询入口</a></div></body></html>",
        (*news, *notes, *local),
        home=True,
    )
    own = [f"/1073/202505{20 - n:02}/{n}c984a6e96e0c4f0019{n}0abcd12ef345.html" for n in range(8)]
    yield ListCase(
        "bureau of a great city: day and hash, columns are numbers, shares beside each entry",
        "https://scjgj.da.example/1073/index.html",
        "<html><body><ul class='n1'><li><a href='/1071/index.html'>本局概况</a></li><li><a href='/1073/index.html'>工作动态</a></li><li><a href='/1080/index.html'>市场主体信用监管公示</a></li></ul><ul class='pageList'>"
        + lines(
            own,
            "<li><a href='{u}'>{t}</a><span class='time'>{d}</span><div class='share'><a href='http://service.weib.example/share/share.php?url=https%3A%2F%2Fscjgj.da.example%2F1073%2F{n}&amp;title=%E6%A3%80{n}'>分享到微博</a><a href='http://sns.qzon.example/cgi-bin/qzshare?url=scjgj{n}1234'>空间</a></div></li>",
            READ,
        )
        + "</ul><div class='pagination'><a href='/1073/index.html' class='active'>1</a><a href='/1073/index_2.html'>2</a><a href='/1073/index_3.html'>3</a></div></body></html>",
        tuple(own),
        "/1073/index_2.html",
    )
    own = [f"/csrc/c100028/c{7481200 + n}/content.shtml" for n in range(8)]
    yield ListCase(
        "commission: content.shtml below the number, a tree of columns of the same letters",
        "http://www.zjh.example/csrc/c100028/common_xq_list.shtml",
        "<html><body><div class='crumb'><a href='/csrc/c100027/index.shtml'>新闻</a></div><div class='l-tree'><a href='/csrc/c100029/common_list.shtml'>新闻发布会实录列表</a><a href='/csrc/c100039/common_list.shtml'>时政要闻转载信息</a></div><ul class='list' id='list'>"
        + lines(own, "<li><a href='{u}' target='_blank'>{t}</a><span class='date'>{d}</span></li>", READ)
        + "</ul><script>createPageHTML('page_div',50, 1,'common_xq_list','shtml',734);</script></body></html>",
        tuple(own),
        "common_xq_list_2.shtml",
    )
    own = [f"/zgzlb/content/2025-05/{20 - n:02}/content_{9101230 + n}.htm" for n in range(7)]
    side = [f"/zj/content/2025-05/{19 - n:02}/content_{9100230 + n}.htm" for n in range(5)]
    yield ListCase(
        "quality newspaper's site: column of a node, experts of the day, pictures",
        "http://www.zhiliang.example/zgzlb/node_1042.htm",
        "<html><body><div class='nav_w'><a href='/zt/node_2001.htm'>专题</a><a href='/ms/node_87.htm'>法治</a></div><div class='l_list'>"
        + lines(
            own, "<div class='item'><h4><a href='{u}'>{t}</a></h4><p>本报讯……</p><span>2025-05-{n}9 08:{n}0</span></div>", READ
        )
        + "</div><div class='r_box'><h5>专家观点</h5><ul>"
        + lines(side, "<li><a href='{u}'>{t}</a></li>", READ[7:])
        + "</ul></div><div id='displaypagenum'><a href='node_1042_2.htm'>下一页</a></div></body></html>",
        (*own, *side),
        "node_1042_2.htm",
    )


def _builders() -> Iterator[ListCase]:
    own = [f"/nd.jsp?id={n}#_np=105_312" for n in (321, 320, 311, 309, 290)]
    yield ListCase(
        "site builder: nd for news, pd for products, col for columns",
        "http://www.fk.example/col.jsp?id=105",
        "<html><body><div class='nav'><a href='/col.jsp?id=101'>公司简介</a><a href='/col.jsp?id=105'>新闻动态</a><a href='/pr.jsp?_pp=0_3'>产品中心</a></div><div class='formMiddle'><table>"
        + lines(
            own,
            "<tr><td class='newsTitle'><a hidefocus='true' href='{u}' target='_blank'>{t}</a></td><td class='newsCalendar'><a href='{u}'>{d}</a></td></tr>",
            READ,
        )
        + "</table><div class='pagenation'><span class='pageNo'>1</span><a href='/col.jsp?m312pageno=2&amp;id=105'><span>2</span></a><a href='/col.jsp?m312pageno=2&amp;id=105' class='pageNext'><span>下一页</span></a></div></div><div class='formRight'>"
        + lines(
            [f"/pd.jsp?id={n}#_pp=0_3" for n in range(11, 16)],
            "<div class='product'><a href='{u}'><img src='p.jpg' alt='{t}'></a><a href='{u}'>{t}</a></div>",
            ("数显洛氏硬度计HR-150", "大型工具显微镜", "高精度电子天平万分之一", "砝码", "液塑限联合测定仪"),
        )
        + "</div></body></html>",
        tuple(own),
        "/col.jsp?m312pageno=2&id=105",
    )
    news, know = ([f"/h-nd-{start - n}.html" for n in range(5)] for start in (512, 412))
    yield ListCase(
        "front by another builder: news, questions, products, columns of one pattern",
        "http://www.hbjc.example/",
        "<html><body><ul class='navs'><li><a href='/h-col-101.html'>关于我们</a></li><li><a href='/h-col-102.html'>检测服务项目一览</a></li></ul><div class='ps'>"
        + lines(
            [f"/h-pd-{n}.html" for n in range(21, 29)],
            "<a href='{u}'><img src='p.jpg'><span>{t}</span></a>",
            (
                "公共场所卫生检测",
                "室内空气甲醛检测治理",
                "工作场所职业危害因素",
                "饮用水106项全分析",
                "噪声",
                "土壤检测",
                "固废鉴别",
                "肥料检测",
            ),
        )
        + "</div><div class='ns'>"
        + lines(news, "<div class='n'><a href='{u}' title='{t}'>{t}</a><i>2025-05-1{n}</i></div>", READ)
        + "</div><div class='ks'>"
        + lines(know, "<div class='k'><a href='{u}' title='{t}'>{t}</a></div>", READ[5:])
        + "</div><div class='bot'><a href='/h-col-109.html'>网站地图</a>技术支持:<a href='http://jz.example/?_ta=2025'>某某建站平台</a></div></body></html>",
        (*news, *know),
        home=True,
    )
    own = [f"/newsinfo/{n}.html" for n in (812345, 812340, 811230, 810021, 809111)]
    yield ListCase(
        "builder with animated tiles: the whole tile is a link, its day split, a button in it",
        "http://www.zhongqi.example/news.html",
        "<html><body><div class='w-header'><a href='/page131.html'>企业概况</a><a href='/product/811001.html'>环境可靠性试验箱体</a><a href='/news.html'>新闻资讯</a></div><div class='w-list'>"
        + lines(
            own,
            "<div class='w-list-item'><a href='{u}' class='w-list-link'><div class='w-list-date'><span class='d'>1{n}</span><span class='ym'>2025.05</span></div><div class='w-list-pic'><img src='n.jpg'></div><h3 class='w-list-title'>{t}</h3><div class='w-list-desc'>摘要文字摘要文字</div><span class='w-list-more'>查看详情 +</span></a></div>",
            READ,
        )
        + "</div><div class='w-page'><a class='w-page-item cur' href='javascript:;'>1</a><a class='w-page-item' href='/news.html?page=2'>2</a></div></body></html>",
        tuple(own),
        "/news.html?page=2",
    )
    own = [f"show-12-{n}-1.html" for n in (321, 319, 310, 304, 299)]
    picks = [f"show-14-{n}-1.html" for n in (221, 218, 211)]
    yield ListCase(
        "society: show and list with dashes, recommended beside, both short and long",
        "http://www.jlxh.example/list-12-1.html",
        "<html><body><div class='mu'><a href='list-11-1.html'>学会概况</a><a href='list-12-1.html'>学会动态</a><a href='list-17-1.html'>计量科普知识园地</a><a href='show-11-3-1.html'>学会章程</a></div><div class='ll'><ul>"
        + lines(own, "<li><span>{d}</span><a href='{u}'>{t}</a></li>", READ)
        + "</ul></div><div class='rr'><h6>推荐阅读</h6><ul>"
        + lines(picks, "<li><a href='{u}'>{t}</a></li>", READ[8:])
        + "</ul></div><div id='pages'><a class='a1'>30条</a><a href='list-12-0.html' class='a1'>上一页</a><span>1</span><a href='list-12-2.html'>2</a><a href='list-12-2.html' class='a1'>下一页</a></div></body></html>",
        (*own, *picks),
        "list-12-2.html",
    )
    own = [f"/news/{n % 3 + 1}21/n-28{n}2345.html" for n in range(8)]
    tests = lines(
        [f"/standard/12{n}3456.html" for n in range(5)],
        "<li><a href='{u}'>{t}</a></li>",
        ("GB 5009.3-2016", "HJ 168-2020", "GB/T 27417-2017", "JJF 1059.1-2012", "NY/T 1121"),
    )
    yield ListCase(
        "trade site: news and numbers of standards, meetings with days, vendors' pictures",
        "https://www.fxcs.example/news/list-1.html",
        f"<html><body><div class='t'><a href='/instrument/'>仪器</a></div><ul class='nl'>{lines(own, '<li><h3><a href={u}>{t}</a></h3><p>摘要</p><em>05-1{n} 10:00</em></li>', READ)}</ul><div class='bz'><h4>标准下载</h4><ul>{tests}</ul></div><div class='cs'><h4>推荐厂商</h4>"
        + lines(
            [f"/company/C10{n}23/" for n in range(5)],
            "<a href='{u}'><img src='c.gif' alt='{t}'></a>",
            ("岛某企业管理有限公司", "安某科技", "赛某飞世尔", "某某仪器"),
        )
        + "</div><p class='pg'><a class='on'>1</a><a href='/news/list-2.html'>2</a><a href='/news/list-3.html'>3</a><a href='/news/list-2.html'>Next ›</a></p></body></html>",
        tuple(own),
        "/news/list-2.html",
    )
    left, mid, right = ([f"/Article_Show.asp?ArticleID={start - n}" for n in range(6)] for start in (3215, 3115, 3015))
    yield ListCase(
        "front of a county's office twenty years old: tables, marquees, counters",
        "http://www.xzj.example/index.asp",
        "<html><body background='bg.gif'><marquee><a href='/Announce.asp?ID=12'>热烈庆祝我局荣获市级文明单位称号</a></marquee><table><tr><td><a href='/Article_Class.asp?ClassID=1'>政务公开</a>|<a href='/Article_Class.asp?ClassID=2'>法律法规文件汇编</a>|<a href='/Guestbook.asp'>留言</a></td></tr></table><table><tr><td><table><tr><td background='t.gif'>本局要闻 <a href='/Article_Class.asp?ClassID=3'><img src='more.gif'></a></td></tr>"
        + lines(left, "<tr><td><img src='d.gif'><a href='{u}' title='{t}&#10;作者:办公室&#10;点击:1{n}'>{t}</a></td></tr>", READ)
        + "</table></td><td><table><tr><td>通知公告</td></tr>"
        + lines(mid, "<tr><td>·<a href='{u}'>{t}</a><font color=red>(5-1{n})</font></td></tr>", READ[4:])
        + "</table></td><td><table><tr><td>经验交流</td></tr>"
        + lines(right, "<tr><td>·<a href='{u}'>{t}</a></td></tr>", READ[8:])
        + "</table></td></tr></table><table><tr><td>本站访问人数:<a href='http://count.example/stat.asp?user=xzj'>120345</a> 技术支持:<a href='http://net.example/'>某某县信息网络中心</a> <a href='/Admin_Login.asp'>管理</a></td></tr></table></body></html>",
        ("/Announce.asp?ID=12", *left, *mid, *right),
        home=True,
    )


def fourth_cases() -> list[ListCase]:
    """All of them."""
    return [*_numbered(), *_builders()]
