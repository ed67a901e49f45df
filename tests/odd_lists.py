"""More lists, of hands that keep no rule: odd addresses, boxes beside the list, other languages, lists without days."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, T, lines

AT = "http://www.suo.example/dt/"
HOT = tuple(f"热点{title}" for title in T[:6])
BRIEF = ("所务公开", "年度报告", "设备采购", "招聘启事", "停电通知", "搬迁公告", "党建活动", "收费标准")
ENGLISH = (
    "Laboratory accreditation scheme extended to medical imaging",
    "Metrology institute compares time scales with partners",
    "Recall of electric kettles announced",
    "Testing bodies sign agreement",
    "New rules on certification marks",
    "Annual conference on calibration opens in Hangzhou",
)
TRADITIONAL = (
    "標準檢驗局公布市售電暖器檢測結果",
    "度量衡器檢定收費調整",
    "商品驗證登錄制度說明會開始報名",
    "市售兒童玩具抽測不合格名單",
    "實驗室認證體系國際相互承認",
    "進口食品邊境查驗不符合情形",
)


def framed(body: str, head: str = "") -> str:
    """A page with the menus, searches, services and friends that stand around a list."""
    return (
        f"<html><head><title>动态</title>{head}</head><body><div class='tool'><a href='/en/'>English</a><a href='javascript:SetHome(this)'>设为首页</a>"
        "<a href='/wza/index.html'>无障碍浏览</a></div><ul class='dh'><li><a href='/'>首页</a></li><li><a href='/jgsz/'>机构设置</a><dl><dd><a href='/jgsz/101.html'>领导班子</a></dd>"
        "<dd><a href='/jgsz/102.html'>内设机构</a></dd><dd><a href='/jgsz/103.html'>直属单位</a></dd></dl></li><li><a href='/dt/'>工作动态</a></li><li><a href='/fw/108.html'>检定校准服务</a></li></ul>"
        "<div class='weizhi'>当前位置:<a href='/'>首页</a> > <a href='/dt/'>工作动态</a></div>"
        f"{body}"
        "<div class='lj'><span>相关链接</span><a href='http://www.nim.example/'>国家计量科学院</a><a href='http://www.samr.example/index.html'>国家市场监督管理部门</a><a href='http://www.cnas.example/a1024.html'>合格评定国家认可中心</a></div>"
        "<div class='db'><p>主办单位:某某检测研究所 <a href='/lx/110.html'>联系方式</a> <a href='/dt/111.html'>版权与免责声明</a></p><a href='http://www.beian.example/portal?recordcode=33010602000123'>浙公网安备33010602000123号</a></div></body></html>"
    )


def _addresses() -> Iterator[ListCase]:
    """Lists whose addresses are the hard part."""
    trs = [f"./2025{n:02}/t202506{n:02}_{12345 + n}.html" for n in range(1, 9)]
    side = [f"../rd/202506/t20250611_{900 + n}.html" for n in range(6)]
    yield ListCase(
        "a list and a ranking of what is hot, pager by script",
        AT,
        framed(
            f'<div class=\'zuo\'><ul>{lines(trs, "<li><a href={u} target=_blank>{t}</a><b>{d}</b></li>")}</ul><script>createPageHTML(12, 0, "index", "html");</script></div>'
            f"<div class='you'><h3>热点排行</h3><ul>{lines(side, '<li><a href={u} title={t}>{t}</a></li>', HOT)}</ul></div>"
        ),
        tuple(trs + side),
        "index_1.html",
    )
    jcms = [f"/art/2025/6/{n}/art_123_{4560 + n}.html" for n in range(1, 8)]
    records = "".join(
        f"<record><![CDATA[<li><a title='{T[n]}' href='{path}'>{T[n]}</a><span>2025-06-0{n + 1}</span></li>]]></record>"
        for n, path in enumerate(jcms)
    )
    yield ListCase(
        "records of a datastore in a script, paging by column",
        "http://www.suo.example/col/col123/index.html",
        framed(
            f"<div id='4567'><script type='text/xml'><datastore><totalrecord>67</totalrecord><totalpage>7</totalpage><recordset>{records}</recordset></datastore></script></div>"
            "<script>$(function(){ $('#4567').jpage({totalRecord:67,perPage:7,dataUrl:'/module/jpage/dataproxy.jsp'}); });</script>"
        ),
        tuple(jcms),
        "/col/col123/index.html?uid=4567&pageNum=2",
    )
    jsp = [f"content.jsp?urltype=news.NewsContentUrl&wbtreeid=1012&wbnewsid={n}" for n in range(881, 888)]
    yield ListCase(
        "a table for layout with bullets and days in brackets",
        AT,
        framed(
            "<table width=960><tr><td width=200><table><tr><td><a href='list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1012'>工作动态</a></td></tr><tr><td><a href='list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1013'>检验检测公示</a></td></tr>"
            "<tr><td><a href='list.jsp?urltype=tree.TreeTempUrl&wbtreeid=1014'>计量器具公告</a></td></tr></table></td><td><table>"
            + lines(
                jsp, "<tr><td><img src=dot.gif></td><td><a href='{u}' class='c1'>{t}</a></td><td nowrap>[{d}]</td></tr>"
            ).replace("&", "&amp;")
            + "</table><a href='list.jsp?a2t=9&amp;a2p=2&amp;urltype=tree.TreeTempUrl&amp;wbtreeid=1012'>下页</a></td></tr></table>"
        ),
        tuple(jsp),
        "list.jsp?a2t=9&a2p=2&urltype=tree.TreeTempUrl&wbtreeid=1012",
    )
    plain = [f"?id={n}" for n in range(113, 121)]
    yield ListCase(
        "no more than a query of three digits, undated",
        "http://www.suo.example/news.asp",
        framed(
            f"<div class='lb'>{lines(plain, '<p><a href={u}>{t}</a></p>')}</div><div>共 8 条 <a href='?page=1'>首页</a> <a href='?page=2'>下一页</a></div>"
        ),
        tuple(plain),
        "?page=2",
    )
    three = [f"/newsshow-{n}.html" for n in range(91, 99)]
    yield ListCase(
        "ids after a dash, categories beside them of the same kind",
        AT,
        framed(
            "<div class='fl'><a href='/newslist-1.html'>公司新闻</a><a href='/newslist-2.html'>行业资讯</a><a href='/newslist-3.html'>检测知识问答</a><a href='/newslist-4.html'>认证认可法规标准</a></div>"
            f"<div class='nr'>{lines(three, '<div class=x><h4><a href={u}>{t}</a></h4><p>摘要</p><a href={u}>【详细】</a></div>')}</div>"
        ),
        tuple(three),
    )
    docs = ["/u/1.pdf", "/u/9f31.doc", "/u/330.docx", "/u/notice-7.pdf", "/a/5501.html", "/u/a.pdf"]
    yield ListCase(
        "announcements as files among pages",
        AT,
        framed(f"<ul class='gg'>{lines(docs, '<li><a href={u}>{t}</a><em>{d}</em></li>')}</ul>"),
        ("/u/1.pdf", "/u/notice-7.pdf", "/a/5501.html", "/u/a.pdf"),
    )
    sister = [f"https://gov.region.example/art/2025/6/{n}/art_1229_{n}.html" for n in range(10, 17)]
    yield ListCase(
        "a list on the government's own host",
        "https://amr.region.example/col/col1229/index.html",
        framed(f"<div class='con'><ul>{lines(sister, '<li><a href={u}>{t}</a><span>{d}</span></li>')}</ul></div>"),
        tuple(sister),
    )
    mixed = [
        "/dt/601.html",
        "/dt/602.html",
        "http://paper.other.example/2025/0611/88123.html",
        "/dt/603.html",
        "/dt/604.html",
        "/dt/605.html",
    ]
    yield ListCase(
        "one of a list leads to a newspaper",
        AT,
        framed(f"<ul>{lines(mixed, '<li><a href={u}>{t}</a><span>{d}</span></li>')}</ul>"),
        tuple(mixed),
    )
    slug = [
        f"/zh/insights/{word}/"
        for word in ("battery-testing-lab", "eu-cosmetics-update", "cma-scope", "new-office", "toys-directive")
    ]
    yield ListCase(
        "a group's pages with names of words",
        "https://www.group.example/zh/insights/",
        framed(
            "<section class='tiles'>"
            + lines(slug, "<div class='tile'><span class='cat'>新闻</span><a href='{u}'><h3>{t}</h3></a><time>{d}</time></div>")
            + "</section><div class='svc'><a href='/zh/services/inspection/'>检验</a><a href='/zh/services/certification/'>体系认证</a><a href='/zh/services/training/'>培训</a></div>"
        ),
        tuple(slug),
    )
    uuids = [f"/detail?uuid={n}f31c2d0-77aa-4c1e-9d55-0a1b2c3d4e5f" for n in range(1, 7)]
    yield ListCase(
        "ids that are no numbers",
        AT,
        framed(f"<div>{lines(uuids, '<a class=row href={u}><span>{t}</span><i>{d}</i></a>')}</div>"),
        tuple(uuids),
    )
    opens = [f"/info/{n}.jspx" for n in range(7001, 7007)]
    yield ListCase(
        "rows that a script opens, pager too",
        AT,
        framed(
            "<table>"
            + lines(
                opens,
                "<tr style='cursor:pointer' onclick=\"javascript:window.location.href='{u}'\"><td>{n}</td><td>{t}</td><td>{d}</td></tr>",
            )
            + "</table><div class='page'><span onclick=\"location.href='index_2.jspx'\">2</span><a href='javascript:;' onclick=\"location.href='index_2.jspx'\">下一页</a></div>"
        ),
        tuple(opens),
        "index_2.jspx",
    )
    days = [f"/2025-06/{n}/content_{n}.html" for n in range(10, 17)]
    yield ListCase(
        "a digital paper: pages of the day, a calendar, titles without days",
        "http://epaper.suo.example/html/2025-06/16/node_2.htm",
        framed(
            "<div class='rl'><table><tr>"
            + "".join(f"<td><a href='/html/2025-06/{n:02}/node_1.htm'>{n}</a></td>" for n in range(1, 31))
            + "</tr></table></div><div class='bm'><a href='node_1.htm'>第01版:要闻</a><a href='node_2.htm'>第02版:检验检测周刊</a><a href='node_3.htm'>第03版:计量</a><a href='/pdf/2025-06/16/02.pdf'></a></div>"
            f"<div class='bt'><ul>{lines(days, '<li><a href={u}>{t}</a></li>')}</ul></div><a href='node_3.htm'>下一版</a>"
        ),
        tuple(days),
    )


def _bodies() -> Iterator[ListCase]:
    """Lists whose markup or wording is the hard part."""
    lazy = [f"/photo-news/{n}.html" for n in range(401, 408)]
    yield ListCase(
        "pictures that load late, headline in the title attribute",
        AT,
        framed(
            "<div class='tu'>"
            + lines(
                lazy,
                "<div class='g'><a href='{u}' title='{t}'><img data-original='/i/{n}.jpg' src='/blank.gif'></a><p>{d}</p></div>",
            )
            + "</div>"
        ),
        tuple(lazy),
    )
    brief = [f"/dt/{n}.html" for n in range(311, 319)]
    yield ListCase(
        "short titles without days",
        AT,
        framed(f"<div class='right'><ul class='newslist'>{lines(brief, '<li>· <a href={u}>{t}</a></li>', BRIEF)}</ul></div>"),
        tuple(brief),
    )
    cut = [f"/dt/{n}.shtml" for n in range(20001, 20009)]
    long = tuple(f"{title}并就下一阶段工作作出部署要求各单位认真抓好落实…" for title in T)
    yield ListCase(
        "long titles that are cut, tags and topics beside them",
        AT,
        framed(
            f"<ul>{lines(cut, '<li><h2><a href={u}>{t}</a></h2><div><a href=/tag/{n}>检测</a> <a href=/author/{n}>记者{n}</a> <a href={u}#comment>0条评论</a></div></li>', long)}</ul>"
            "<div class='cloud'>"
            + "".join(
                f"<a href='/tag/{n}' style='font-size:{n}px'>{name}</a>"
                for n, name in enumerate(("检验检测", "计量校准", "能力验证", "资质认定", "实验室管理体系"), 11)
            )
            + "</div>"
        ),
        tuple(cut),
    )
    english = [f"/en/news/{n}" for n in range(51, 57)]
    yield ListCase(
        "English, days of months by name",
        "https://www.suo.example/en/news",
        framed(
            "<div class='menu2'><a href='/en/about'>About the institute</a><a href='/en/services/21'>Calibration and testing services</a><a href='/en/contact'>Contact us</a></div>"
            + "<div class='list'>"
            + lines(
                english,
                "<div class='card'><div class='date'>June {n}, 2025</div><a href='{u}'>{t}</a><a href='{u}' class='rm'>Read more</a></div>",
                ENGLISH,
            )
            + "</div><ul class='pagination'><li class='active'><a href='/en/news?page=0'>1</a></li><li><a href='/en/news?page=1'>2</a></li><li><a href='/en/news?page=1' rel='next'>››</a></li></ul>"
        ),
        tuple(english),
        "/en/news?page=1",
    )
    old = [f"/wSite/ct?xItem={n}&ctNode=1234&mp=1" for n in range(90001, 90007)]
    yield ListCase(
        "traditional characters, years of the republic, a pager by form",
        "https://www.bureau.example/wSite/lp?ctNode=1234&mp=1",
        "<html><body><div class='menu'><a href='/wSite/mp?mp=1'>回首頁</a><a href='/wSite/lp?ctNode=88&amp;mp=1'>新聞稿專區查詢</a><a href='/wSite/lp?ctNode=89&amp;mp=1'>商品檢驗法規專區</a></div>"
        + "<table summary='新聞'>"
        + lines(old, "<tr><td>{n}</td><td><a href='{u}' title='{t}'>{t}</a></td><td>114-06-1{n}</td></tr>", TRADITIONAL).replace(
            "&", "&amp;"
        )
        + "</table><form><select name='page'><option>1</option></select></form><div class='foot'><a href='/wSite/ct?xItem=12&amp;ctNode=5&amp;mp=1'>隱私權及安全政策宣告</a></div></body></html>",
        tuple(old),
    )
    two_left, two_right = ([f"/{name}/{n}.html" for n in range(start, start + 7)] for name, start in (("gs", 811), ("hy", 911)))
    yield ListCase(
        "two lists side by side",
        AT,
        framed(
            f"<div class='l'><h3><a href='/gs/'>公司动态</a></h3>{lines(two_left, '<div class=i><a href={u}>{t}</a></div>')}</div>"
            f"<div class='r'><h3><a href='/hy/'>行业动态</a></h3>{lines(two_right, '<div class=i><i>06/1{n}</i><a href={u}>{t}</a></div>', HOT)}</div>"
        ),
        tuple(two_left + two_right),
    )
    chosen = [f"/xwzx/{n}/content.html" for n in range(6001, 6007)]
    options = "".join(f"<option value='list_{n}.html'{' selected' if n == 3 else ''}>{n}</option>" for n in range(1, 9))
    yield ListCase(
        "a pager to choose from",
        "http://www.suo.example/xwzx/list_3.html",
        framed(
            f"<div class='l'>{lines(chosen, '<dl><dt><a href={u}>{t}</a></dt><dd>发布时间:{d} 浏览:{n}次</dd></dl>')}</div>转到 <select onchange='go(this.value)'>{options}</select> 页"
        ),
        tuple(chosen),
        "list_4.html",
    )
    deep = [f"/html/xinwen/gsdt/20250{n}1{n}/3{n}7.html" for n in range(1, 8)]
    yield ListCase(
        "dates without separators, one day for several, counters as links",
        AT,
        framed(
            "<div class='nlist'>"
            + lines(
                deep,
                "<div class='item'><div class='pic'><a href='{u}'><img src='{n}.jpg'></a></div><div class='tx'><a class='tt' href='{u}'>{t}</a><p><a href='{u}'>摘要摘要摘要摘要摘要摘要摘要摘要摘要</a></p><span>20250{n}12</span><a href='/zan/{n}'>赞(12{n})</a></div></div>",
            )
            + "</div>"
        ),
        tuple(deep),
    )
    wide = [f"/c/2025-06-1{n}/{n}4{n}.html" for n in range(7)]
    products = [f"/chanpin/{n}.html" for n in range(101, 109)]
    yield ListCase(
        "a company's products in the margin",
        AT,
        framed(
            f"<div class='side'><h3>产品中心</h3><ul>{lines(products, '<li><a href={u}>{t}</a></li>', ('压力变送器检定装置', '电能表校验台', '恒温恒湿试验箱', '万能材料试验机', '盐雾腐蚀试验箱', '三坐标测量机', '气相色谱仪', '热电偶检定炉'))}</ul></div>"
            f"<div class='main'><ul>{lines(wide, '<li><a href={u}>{t}</a><span>{d}</span></li>')}</ul></div>"
        ),
        tuple(wide),
    )
    upper = [f"/News_Detail.aspx?NewsID={n}&ClassID=3" for n in range(77, 84)]
    yield ListCase(
        "upper-case queries, postback pager",
        "http://www.suo.example/News_List.aspx?ClassID=3",
        framed(
            "<form id='f'><ul>"
            + lines(upper, "<li><a id='rpt_{n}' href='{u}'>{t}</a><label>{d}</label></li>").replace("&", "&amp;")
            + "</ul><a href=\"javascript:__doPostBack('pager','2')\">下一页</a></form><ul><li><a href='News_List.aspx?ClassID=1'>检测中心动态</a></li><li><a href='News_List.aspx?ClassID=2'>检测行业新闻</a></li><li><a href='News_List.aspx?ClassID=4'>标准法规更新通知</a></li></ul>"
        ),
        tuple(upper),
    )
    bids = [f"/zbgg/{n}.htm" for n in range(1201, 1208)]
    bidden = tuple(
        f"某市计量测试所{what}项目"
        for what in (
            "电梯检验装置采购",
            "冷水表检定台",
            "气体标准物质",
            "数字多用表",
            "实验室改造",
            "信息系统运维",
            "食品检测设备",
        )
    )
    bidden = (*bidden[:3], "某省特种设备检验研究院", "东海市质量检测中心", *bidden[3:5])
    yield ListCase(
        "headlines that are names of institutions",
        AT,
        framed(f"<ul>{lines(bids, '<li><a href={u}>{t}</a></li>', bidden)}</ul>"),
        tuple(bids),
    )
    blog = [f"/blog/{n}.html" for n in range(501, 507)]
    yield ListCase(
        "news that a company calls its blog",
        "http://www.suo.example/index.html",
        framed(f"<div class='blog'>{lines(blog, '<div><a href={u}>{t}</a><span>{d}</span></div>')}</div>"),
        tuple(blog),
    )


def odd_cases() -> list[ListCase]:
    """All of them; none was looked at when the rules of finding were first written."""
    return [*_addresses(), *_bodies()]
