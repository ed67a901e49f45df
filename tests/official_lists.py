"""Lists of regulators, institutes and authorities, with the menus, trees and boxes that their systems print around them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

NEWS = (
    "市市场监管局召开党组(扩大)会议 传达学习全国质量工作部署",
    "我省新增两家国家产业计量测试中心",
    "“你点我检”进校园 守护师生“舌尖上的安全”",
    "关于2025年第18期食品安全监督抽检信息的通告",
    "全省特种设备检验机构能力比对结果出炉:37家满意",
    "民生计量 | 加油机强检“随到随检”",
    "李明带队赴海州调研检验检测产业园建设",
    "省局约谈4家机动车检验机构",
    "质量基础设施“一站式”服务平台上线",
    "关于征求《口罩透气性试验方法》等五项地方标准意见的函",
    "东湖区:燃气用具专项检查发现隐患21处",
    "电动自行车强制性国家标准宣贯会举行",
    "标准化工作简报(第五期)",
    "全国首张绿色产品认证实施细则落地的背后",
)
MENU = ("机构概况", "领导之窗", "新闻动态", "信息公开", "办事服务", "互动交流", "数据发布", "专题专栏")


def office(body: str, host: str = "scjgj.dong.example", head: str = "") -> str:
    """The frame of a regulator: tools, a menu with columns below, place, friends, duties of the footer."""
    menu = "".join(
        f"<li><a href='/{name}/index.html'>{said}</a><div class='sub'><a href='/{name}/a{n}/index.html'>{said}一</a><a href='/{name}/b{n}/'>{said}二</a></div></li>"
        for n, (name, said) in enumerate(
            zip(("jggk", "ldzc", "xwdt", "zfxxgk", "bsfw", "hdjl", "sjfb", "ztzl"), MENU, strict=True)
        )
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>东海省市场监督管理局 新闻动态</title>{head}</head><body>"
        f"<div class='top-bar'><a href='http://www.dong.example/'>东海省人民政府门户网站</a><a href='/wap/'>移动版</a><a href='javascript:;' id='wza'>无障碍阅读</a><a href='/login?from=top'>用户登录</a></div>"
        f"<div class='logo'><a href='/'><img src='/logo.png' alt='东海省市场监督管理局'></a></div><ul class='mainmenu'>{menu}</ul>"
        f"<div class='dqwz'>您当前的位置:<a href='/'>首页</a>&gt;<a href='/xwdt/'>新闻动态</a>&gt;<a href='/xwdt/gzdt/'>工作动态信息</a></div>{body}"
        "<div class='link-box'><dl><dt>国家部委网站</dt><dd><a href='http://www.samr.example/'>国家市场监督管理总局</a><a href='http://www.cnca.example/'>国家认证认可监督管理委员会</a></dd>"
        "<dt>本省市县局</dt><dd><a href='http://haizhou.dong.example/scjgj/'>海州市市场监督管理局</a><a href='http://www.lin.example/col/col1412/index.html'>临江市市场监督管理局</a></dd></dl></div>"
        f"<div class='ft'><a href='/gywz/202001/t20200106_1021.html'>关于本站</a> <a href='/wzdt.html'>网站地图</a> <a href='http://{host}/zwdt/'>政务大厅</a>"
        "<p>网站标识码:3300000012 <a href='http://beian.miit.example/'>东ICP备05012345号-1</a> <a href='http://www.beian.example/portal/registerSystemInfo?recordcode=33010602009975'>东公网安备 33010602009975号</a></p>"
        "<a href='http://bszs.conac.example/sitename?method=show&id=4A2B6D3E'><img src='b.png' alt='事业单位网站标识'></a></div></body></html>"
    )


def _lists() -> Iterator[ListCase]:
    at = "http://scjgj.dong.example/xwdt/gzdt/"
    trs = [f"./202505/t202505{20 - n:02}_{2718800 + n}.html" for n in range(11)]
    pdf = "./202505/P020250519511234567890.pdf"
    yield ListCase(
        "regulator: columns at the left, a list, one PDF, pager by script",
        at,
        office(
            "<div class='zw_left'><h3>新闻动态</h3><ul><li class='on'><a href='./'>工作动态</a></li><li><a href='../tzgg/'>通知公告公示</a></li><li><a href='../sxdt/index.html'>市县市场监管动态</a></li>"
            "<li><a href='../xwfbh/'>新闻发布会</a></li><li><a href='../spxw/'>视频新闻</a></li></ul></div><div class='zw_right'><ul class='list'>"
            + lines(trs, "<li><a href='{u}' target='_blank' title='{t}'>{t}</a><span>[05-20]</span></li>", NEWS)
            + f"<li><a href='{pdf}'>2025年检验检测机构“双随机”抽查结果公示表</a><span>[05-19]</span></li></ul><div class='page'><script>createPageHTML(67, 0, \"index\", \"html\");</script></div></div>"
        ),
        (*trs, pdf),
        "index_1.html",
    )
    arts = [f"http://scjgj.dong.example/art/2025/5/{20 - n}/art_1228977_5890{n:03}.html" for n in range(9)]
    hot = [f"http://scjgj.dong.example/art/2025/4/{n}/art_1228977_5888{n:03}.html" for n in range(11, 16)]
    shown = "".join(
        f"<record><![CDATA[ <li><span>2025-05-{20 - n}</span><a target='_blank' href='{one}' class='bt'>{NEWS[n]}</a></li> ]]></record>"
        for n, one in enumerate(arts)
    )
    yield ListCase(
        "records in XML in a script with a proxy for the rest, hot news beside",
        "http://scjgj.dong.example/col/col1228977/index.html",
        office(
            "<div class='rd'><h3>热点信息</h3><ul>"
            + lines(hot, "<li><a href='{u}' title='{t}'>{t}</a></li>", NEWS[9:])
            + "</ul></div><div class='lb'><div id='6512345' style='height:400px'><script type='text/xml'><datastore>\n<nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&appid=1&appid=1&webid=3016&path=/&columnid=1228977&unitid=6512345&webname=x&permissiontype=0\"></a>]]></nextgroup>\n<recordset>"
            + shown
            + "</recordset></datastore></script></div></div><script>$('#6512345').jpage({perPage:9,startRecord:1,totalRecord:1204,proxyUrl:'/module/jpage/dataproxy.jsp'})</script>"
        ),
        (*arts, *hot),
        "/module/web/jpage/dataproxy.jsp?page=1&appid=1&appid=1&webid=3016&path=/&columnid=1228977&unitid=6512345&webname=x&permissiontype=0",
    )
    files = [f"/zfxxgk/zcwj/2025/0{5 - n // 4}/{88120 - n}.shtml" for n in range(10)]
    tree = "".join(
        f"<li><a href='/zfxxgk/fdzdgk/column/{10230 + n}.html'>{name}</a></li>"
        for n, name in enumerate(
            (
                "机构职能与内设机构",
                "规划计划",
                "行政许可和其他对外管理服务事项",
                "行政处罚和行政强制",
                "预算决算",
                "收费项目",
                "政府采购信息",
                "重大建设项目批准实施",
                "建议提案办理结果公开",
                "公务员招考录用",
            )
        )
    )
    yield ListCase(
        "a table of documents with index and file numbers, a tree of duties at the left",
        "http://www.lin.example/zfxxgk/zcwj/list.shtml",
        office(
            f"<div class='tree'><a href='/zfxxgk/zn/'>政府信息公开指南</a><a href='/zfxxgk/zd/'>政府信息公开制度</a><a href='/zfxxgk/nb/'>政府信息公开年报</a><ul>{tree}</ul></div>"
            "<table class='gkml'><thead><tr><td>序号</td><td>标题</td><td>文号</td><td>索引号</td><td>成文日期</td></tr></thead><tbody>"
            + lines(
                files,
                "<tr><td>{n}</td><td><a href='{u}' target='_blank'>{t}</a><div class='pop'><p>索引号:11330000002482{n}</p><p>发布机构:省市场监督管理局</p></div></td><td>东市监〔2025〕{n}号</td><td>0024{n}</td><td>2025年5月{n}日</td></tr>",
                NEWS,
            )
            + "</tbody></table><div class='fy'><a href='list.shtml'>首页</a><a>上一页</a><a class='on' href='list.shtml'>1</a><a href='list_2.shtml'>2</a><a href='list_3.shtml'>3</a><a href='list_2.shtml'>下一页</a><a href='list_41.shtml'>尾页</a></div>",
            "www.lin.example",
        ),
        tuple(files),
        "list_2.shtml",
    )
    terms = [f"/gongzuo/{n}.html" for n in (5120, 5119, 5116, 5110, 5107, 5101, 5098)]
    yield ListCase(
        "terms with their description, a pager that only scripts know",
        "http://www.jiliang.example/gongzuo/",
        office(
            "<div class='mainlist'>"
            + lines(
                terms,
                "<dl><dt><a href='{u}'>{t}</a></dt><dd class='js'>近日,省计量院组织技术人员深入企业开展调研[<a href='{u}'>详细</a>]</dd><dd class='sj'>2025年5月{n}日 来源:<a href='/jgsz/{n}.html'>办公室</a></dd></dl>",
                NEWS,
            )
            + "</div><div class='pages'><a href='javascript:goPage(1)'>首页</a><b>1</b><a href='javascript:goPage(2)'>2</a><a href='javascript:goPage(3)'>3</a><a href='javascript:goPage(2)'>下一页</a></div>"
        ),
        tuple(terms),
    )
    asp = [f"shownews.asp?id={n}" for n in (321, 320, 318, 317, 314, 309, 301, 298)]
    picks = [f"shownews.asp?id={n}" for n in (211, 198, 187, 99)]
    yield ListCase(
        "an institute's old ASP: layout tables, fonts, days of months with a slash",
        "http://www.zhijiansuo.example/news.asp?class=4",
        "<html><head><title>质检所</title></head><body><table width=980><tr><td><a href=index.asp>网站首页</a> | <a href=about.asp?id=1>本所简介</a> | <a href=news.asp?class=4>工作动态</a> | <a href=news.asp?class=5>通知公告</a> | <a href=service.asp?id=12>检验项目与收费标准</a> | <a href=lianxi.asp>联系我们</a></td></tr></table>"
        "<table width=980><tr><td width=220 valign=top><table><tr><td><font color=#fff>推荐文章</font></td></tr>"
        + lines(picks, "<tr><td>·<a href='{u}' title='{t}'>{t}</a></td></tr>", NEWS[8:])
        + "</table><table><tr><td>资料下载</td></tr><tr><td><a href='down.asp?id=12'>委托检验协议书(2025版)</a></td></tr><tr><td><a href='upfile/20250311.doc'>送检须知及收样要求说明</a></td></tr></table></td><td valign=top><table>"
        + lines(
            asp,
            "<tr><td height=26><img src=images/dot.gif> <a href='{u}' target=_blank>{t}</a></td><td><font color=#999>05/{n}0</font></td></tr>",
            NEWS,
        )
        + "</table><p align=center>共 96 条 1/12 页 首页 上一页 <a href='news.asp?page=2&amp;class=4'>[下一页]</a> <a href='news.asp?page=12&amp;class=4'>[尾页]</a> 转到<select onchange='location=this.value'><option value='news.asp?page=1&amp;class=4' selected>1</option><option value='news.asp?page=2&amp;class=4'>2</option></select></p></td></tr></table>"
        "<table><tr><td>版权所有 东海省质检所 <a href='http://www.miibeian.example/'>东ICP备09001234号</a> 技术支持:<a href='http://www.soft.example/'>海州软件科技有限公司</a></td></tr></table></body></html>",
        tuple(asp + picks),
        "news.asp?page=2&class=4",
    )
    paper = [f"content_{310200 + n}.htm" for n in range(7)]
    sheets = "".join(
        f"<tr><td><a id=pageLink href='node_{n}.htm'>第0{n}版:{name}</a></td><td><a href='../../../images/2025-05/20/0{n}/zl0{n}.pdf'><img src='/pdf.gif'></a></td></tr>"
        for n, name in enumerate(("头版要闻", "综合新闻", "质量监管周刊", "检验检测认证", "消费维权广角", "公益广告"), 1)
    )
    yield ListCase(
        "a newspaper's page of the day: sheets, areas of a picture, the titles",
        "http://epaper.zhiliangbao.example/html/2025-05/20/node_1.htm",
        "<html><head><title>质量报数字报</title></head><body><table><tr><td><a href='../../2025-05/19/node_1.htm'>上一期</a> <a href='../../2025-05/21/node_1.htm'>下一期</a> <a href='/index.htm'>返回首页</a> <a href='http://www.zhiliangbao.example/'>质量报网</a></td></tr></table>"
        f"<map name='PagePicMap'>{''.join(f'<area coords=0,{n},9,9 href={one}>' for n, one in enumerate(paper))}</map>"
        f"<table id='bmdhTable'>{sheets}</table><a href='node_2.htm'>下一版</a><div id='btdh'><table>"
        + lines(
            paper,
            "<tr><td>·</td><td><a href='{u}'><div style='display:inline' id=mp{n}>{t}</div></a></td></tr>",
            (*NEWS[:5], "广告", "图片新闻"),
        )
        + "</table></div></body></html>",
        tuple(paper),
    )
    rulings = [f"/xzcf/detail?id={n}" for n in (90112, 90108, 90101, 90099, 90087, 90077)]
    yield ListCase(
        "penalties: the link is the number of the ruling",
        "http://scjgj.dong.example/xzcf/index",
        office(
            "<form action='/xzcf/index'><input name='q'><a href='/xzcf/index?type=1'>食品类行政处罚案件</a><a href='/xzcf/index?type=2'>计量类行政处罚案件</a></form><table class='cf'><tr><th>决定书文号</th><th>当事人</th><th>案由</th><th>日期</th></tr>"
            + lines(
                rulings,
                "<tr><td><a href='{u}'>东市监处罚〔2025〕{n}1号</a></td><td>海州某某检测有限公司</td><td>出具不实检验检测报告案</td><td>{d}</td></tr>",
            )
            + "</table><ul class='pagination'><li class='active'><span>1</span></li><li><a href='/xzcf/index?page=2'>2</a></li><li><a href='/xzcf/index?page=3'>3</a></li><li><a href='/xzcf/index?page=2' rel='next'>&raquo;</a></li></ul>"
        ),
        tuple(rulings),
        "/xzcf/index?page=2",
    )
    bids = [f"/jyxx/003001/003001001/202505{20 - n:02}/{n}f0c1d2a-9b3c-4d5e-8f60-71a2b3c4d5e{n}.html" for n in range(8)]
    yield ListCase(
        "tenders with their district before and their state behind",
        "http://ggzy.lin.example/jyxx/003001/moreinfo.html",
        office(
            "<div class='lefttree'><a href='/jyxx/003001/003001001/moreinfo.html'>采购公告</a><a href='/jyxx/003001/003001002/moreinfo.html'>中标结果公示</a><a href='/jyxx/003002/moreinfo.html'>工程建设</a></div><ul class='ewb-list'>"
            + lines(
                bids,
                "<li class='ewb-list-node'><a href='{u}' title='[海州市]{t}'><span class='qy'>[海州市]</span>{t}</a><span class='date'>{d}</span><em>已截止</em></li>",
                (
                    "质检所气相色谱质谱联用仪采购项目公开招标公告",
                    "计量院恒温恒湿实验室改造工程竞争性磋商",
                    "特检院起重机械检验服务外包采购公告",
                    "药检所试剂耗材",
                ),
            )
            + "</ul><ul class='m-pagination-page'><li class='active'><a data-page-index='0'>1</a></li><li><a href='/jyxx/003001/2.html'>2</a></li><li><a href='/jyxx/003001/3.html'>3</a></li></ul>"
        ),
        tuple(bids),
        "/jyxx/003001/2.html",
    )
    campus = [f"info/1056/{n}.htm" for n in (7731, 7729, 7720, 7716, 7704, 7701)]
    yield ListCase(
        "day over month in the link, the pager counts backwards",
        "http://jlxy.daxue.example/xwgg.htm",
        "<html><body><div class='menu'><ul><li><a href='index.htm'>首页</a></li><li><a href='xygk/xyjj.htm'>学院简介</a></li><li><a href='szdw/jsml.htm'>教师名录</a></li><li><a href='xwgg.htm'>新闻公告</a></li></ul></div><div class='dh'>当前位置: <a href='index.htm'>首页</a>&gt;&gt;<a href='xwgg.htm'>新闻公告</a></div><div class='xylist'>"
        + lines(
            campus,
            "<a href='{u}' class='cleafix'><div class='time'><b>1{n}</b><i>2025.05</i></div><div class='con'><h3>{t}</h3><p>5月,学院师生赴省计量院开展现场教学活动...</p></div></a>",
            NEWS,
        )
        + "</div><div class='pb_sys_common'><span class='p_pages'><span class='p_t'>共96条</span><span class='p_no_d'>1</span><span class='p_no'><a href='xwgg/15.htm'>2</a></span><span class='p_no'><a href='xwgg/14.htm'>3</a></span><span class='p_dot'>...</span><span class='p_no'><a href='xwgg/1.htm'>16</a></span><span class='p_next p_fun'><a href='xwgg/15.htm'>下页</a></span><span class='p_last p_fun'><a href='xwgg/1.htm'>尾页</a></span></span></div>"
        "<div class='foot'>版权所有:计量大学计量学院 <a href='http://www.daxue.example/info/1001/1023.htm'>校园网络信息安全举报</a></div></body></html>",
        tuple(campus),
        "xwgg/15.htm",
    )
    policies = [f"/zhengce/content/202505/content_{7023000 + n}.htm" for n in range(8)]
    facets = "".join(
        f"<a href='?type={n}&year=2025'>{name}</a>"
        for n, name in enumerate(("国务院文件", "部门规章文件", "规范性文件", "政策解读材料", "地方政策法规"), 1)
    )
    yield ListCase(
        "a library of policies with facets, more is loaded by a button",
        "http://www.zheng.example/zhengce/ku",
        office(
            f"<div class='sx'>{facets}<a href='?year=2025'>2025年</a><a href='?year=2024'>2024年</a></div><div class='jg'>"
            + lines(
                policies,
                "<div class='dys_middle_result_content_item'><a href='{u}' target='_blank'><h5 class='dysMiddleResultConItemTitle'>{t}</h5><p><span>发文字号:</span>国市监规〔2025〕{n}号</p><p>成文日期:{d}</p></a></div>",
                NEWS,
            )
            + "</div><div class='more' ><a href='javascript:;' data-url='/zhengce/ku?page=2'>加载更多</a></div>"
        ),
        tuple(policies),
        "/zhengce/ku?page=2",
    )
    yield from _fronts()


def _fronts() -> Iterator[ListCase]:
    at = "http://scjgj.hai.example/"
    lead, news, notices, public, talks = (
        [f"/{name}/{stem}{start + n}.html" for n in range(count)]
        for name, stem, start, count in (
            ("xwzx/tpxw", "202505/t20250520_3", 100, 4),
            ("xwzx/szyw", "202505/t20250519_3", 200, 7),
            ("tzgg", "202505/t20250518_3", 300, 7),
            ("zfxxgk/xzcf", "202505/t20250517_3", 400, 6),
            ("hdjl/zxft", "202504/t20250412_3", 500, 3),
        )
    )
    services = "".join(
        f"<a href='http://zwfw.hai.example/jszn/{n}.html?webId=1'>{name}</a>"
        for n, name in enumerate(
            ("企业设立登记一窗通办", "食品经营许可证核发", "检验检测机构资质认定", "特种设备使用登记"), 330101
        )
    )
    yield ListCase(
        "front of a regulator with tabs, services, specials, mailbox and leaders",
        at,
        office(
            "<div class='swiper'>"
            + lines(
                lead,
                "<div class='swiper-slide'><a href='{u}'><img src='{n}.jpg'></a><div class='t'><a href='{u}'>{t}</a></div></div>",
                NEWS,
            )
            + "</div><div class='tabbox'><div class='hd'><a href='/xwzx/szyw/' class='on'>时政要闻</a><a href='/xwzx/gzdt/'>工作动态</a></div><ul>"
            + lines(news, "<li><a href='{u}'>{t}</a><span>05-1{n}</span></li>", NEWS[3:])
            + "</ul></div><div class='tabbox'><div class='hd'><a href='/tzgg/'>通知公告</a></div><ul>"
            + lines(notices, "<li><i></i><a href='{u}' title='{t}'>{t}</a></li>", NEWS[5:])
            + "</ul></div><div class='gk'><ul>"
            + lines(public, "<li><a href='{u}'>{t}</a><em>2025-05-1{n}</em></li>", NEWS)
            + f"</ul></div><div class='bs'>{services}</div><div class='ft2'><h3>在线访谈</h3>"
            + lines(talks, "<p><a href='{u}'>{t}</a></p>", NEWS[10:])
            + "</div><div class='ldxx'><a href='/jggk/ldzc/wang/index.html'>王某某</a><a href='/jggk/ldzc/li/index.html'>李某某</a></div>"
            "<div class='zt'><ul><li><a href='/ztzl/2025nzlqgzgxd/'><img src='z1.jpg' alt='2025年质量强国专题'></a></li><li><a href='/ztzl/spaq/index.html' title='食品安全宣传周专题报道'><img src='z2.jpg'></a></li><li><a href='http://www.hai.example/col/col1229/index.html'>优化营商环境政策服务专区</a></li></ul></div>"
            "<div class='xj'><a href='http://12345.hai.example/xjcx?id=20250519001'>局长信箱来信选登</a><a href='/hdjl/wsdc/'>网上调查征集</a></div>",
            "scjgj.hai.example",
        ),
        (*lead, *news, *notices, *public, *talks),
        home=True,
    )
    at = "http://www.xiehui.example/"
    notices, own, trade, laws = (
        [f"/content/{c}/{start - n}.html" for n in range(6)] for c, start in ((12, 9020), (13, 8990), (14, 8960), (16, 8930))
    )
    members = "".join(
        f"<li><a href='/member/{n}.html' title='海州某某检测{n}'><img src='m.jpg'><p>海州华标检测技术服务有限公司</p></a></li>"
        for n in range(301, 307)
    )
    blocks = zip(("通知公告", "协会动态", "行业资讯", "政策法规"), (notices, own, trade, laws), (12, 13, 14, 16), strict=True)
    yield ListCase(
        "front of an association: tabs of notices, members with pictures, courses, downloads, friends",
        at,
        "<html><head><title>东海省检验检测协会</title></head><body><div class='nav'><a href='/'>首页</a><a href='/about/2.html'>协会简介</a><a href='/channel/12.html'>通知公告</a><a href='/channel/21.html'>会员服务</a></div><div class='slide'><a href='/channel/30.html'><img src='b.jpg' alt='第九届会员代表大会胜利召开'></a></div>"
        + "".join(
            f"<div class='tab{c}'><h2><span>{name}</span><a href='/channel/{c}.html'>更多+</a></h2><ul>{lines(paths, '<li><a href={u} title={t}>{t}</a><span>05-0{n}</span></li>', NEWS[c - 11 :])}</ul></div>"
            for name, paths, c in blocks
        )
        + f"<div class='hy'><h2>会员风采</h2><ul>{members}</ul></div>"
        "<div class='px'><h2>培训报名</h2><a href='http://px.xiehui.example/course/1021'>内审员培训班(第三期)</a><a href='http://px.xiehui.example/course/1022'>检测员上岗证培训班</a><a href='http://px.xiehui.example/course/1023'>授权签字人能力提升班</a></div>"
        "<div class='xz'><a href='/uploads/file/rhsq.doc'>入会申请表下载</a><a href='/uploads/file/zc2025.docx'>协会章程2025版下载</a></div>"
        "<div class='yqlj'><a href='http://www.cnas.example/'>中国合格评定国家认可委员会</a><a href='http://www.samr.example/'>国家市场监督管理总局</a><a href='http://www.ccaa.example/'>中国认证认可协会</a></div><div class='bottom'><a href='/about/9.html'>隐私保护政策声明</a></div></body></html>",
        (*notices, *own, *trade, *laws),
        home=True,
    )


def official_cases() -> list[ListCase]:
    """All of them."""
    return list(_lists())
