"""A third set of lists, again read unseen: aggregators, boards of forums, front pages of large portals, frameworks' addresses."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

TOLD = (
    "一季度质量竞争力指数公布 制造业优良率提升",
    "台风“海葵”路径有变 多地取消航班",
    "海关查获一批不合格进口电器",
    "五岁女孩误吞磁力珠 医生提醒家长",
    "计量院:新一代光钟不确定度进入E-19",
    "某网红奶茶被检出甜蜜素?官方通报来了",
    "楼市新政落地满月 成交量翻番",
    "女排3比1胜意大利 取得三连胜",
    "检测机构“黑名单”制度下月施行",
    "消费者买到翻新手机 平台退一赔三",
    "全国质量月活动将在海州启动",
    "院士谈测量:看不见的基础设施",
    "两部门发文规范校外供餐抽检",
    "这家老厂如何靠一台天平翻身",
    "高考期间全市暂停噪声施工",
    "航天器“体检师”的一天",
)


def _aggregators() -> Iterator[ListCase]:
    sites = (
        "www.xhua.example",
        "news.sina7.example",
        "www.thepai.example",
        "finance.eastm.example",
        "www.cctimes.example",
        "politics.rmin.example",
    )
    paths = (
        "/politics/2025-05/20/c_11290{n}.htm",
        "/c/2025-05-20/doc-imz{n}77123.shtml",
        "/newsDetail_forward_308{n}11",
        "/a/2025052034{n}55.html",
        "/2025/0520/{n}.shtml",
        "/n1/2025/0520/c1001-404{n}.html",
    )
    foreign = [f"http://{sites[n % 6]}{paths[n % 6].format(n=1000 + n)}" for n in range(22)]
    mine = [f"https://bjh.duniang.example.com/s?id=18326{n}12345678901&wfr=spider" for n in range(4)]
    yield ListCase(
        "search engine's news: nearly every link leads to another site, none has a day",
        "https://news.duniang.example.com/",
        "<html><body><div id='header'><a href='https://www.duniang.example.com/'>网页</a><a href='/'>资讯</a><a href='https://tieba.duniang.example.com/'>贴吧</a></div><div id='menu'><a href='/guonei'>国内</a><a href='/guoji'>国际</a><a href='/mil'>军事</a></div><div class='hotnews'><ul>"
        + lines(
            foreign[:6],
            "<li class='hdline{n}'><strong><a href='{u}' target='_blank' class='a3' mon='ct=1&amp;a=1'>{t}</a></strong></li>",
            TOLD,
        )
        + "</ul></div><ul class='ulist focuslistnews'>"
        + lines(
            foreign[6:14],
            "<li class='bold-item'><span class='dot'></span><a href='{u}' mon='r=1' target='_blank'>{t}</a></li>",
            TOLD[4:],
        )
        + "</ul><div class='mod-hotwords'><h3>热搜新闻词</h3>"
        + lines(
            [f"https://www.duniang.example.com/s?wd=hot{n}&tn=news" for n in range(6)],
            "<a href='{u}' title='{t}'>{t}</a>",
            ("质量竞争力", "台风海葵", "光钟", "进口电器不合格", "女排", "检测黑名单"),
        )
        + "</div><div class='mod-civil'><ul>"
        + lines(foreign[14:], "<li><a href='{u}'>{t}</a></li>", TOLD[7:])
        + "</ul><div class='img'>"
        + lines(mine, "<div class='p'><a href='{u}'><img src='i.jpg'></a><a href='{u}' class='txt'>{t}</a></div>", TOLD[2:])
        + "</div></div><div id='goTop'><a href='https://www.wenjuan.example/s/2025'>用户反馈调查问卷填写</a></div><div class='bottombar'><span>©2025 度娘</span><a href='https://www.duniang.example.com/duty/'>使用前必读</a><a href='http://www.beian.example/r?code=11000002000001'>京公网安备11000002000001号</a><a href='https://www.12377.example/'>互联网违法和不良信息举报中心</a></div></body></html>",
        (*foreign, *mine),
        home=True,
    )
    own = [f"/p/78123{n}4567" for n in range(10)]
    yield ListCase(
        "a bar of posts: who wrote, who answered last, pages by fifties",
        "https://tb.duniang.example.com/f?kw=%E6%A3%80%E6%B5%8B&ie=utf-8",
        "<html><body><div class='card_title'><a class='card_title_fname' href='/f?kw=%E6%A3%80%E6%B5%8B&amp;ie=utf-8'>检测吧</a></div><div class='nav_wrap'><a href='/f?kw=%E6%A3%80%E6%B5%8B&amp;tab=good'>精品</a><a href='/f?kw=%E6%A3%80%E6%B5%8B&amp;tab=album'>图片</a></div><ul id='thread_list'>"
        + lines(
            own,
            "<li class='j_thread_list clearfix'><span class='rep_num'>{n}2</span><div class='threadlist_title'><a rel='noopener' href='{u}' title='{t}' class='j_th_tit'>{t}</a></div><div class='threadlist_author'><a class='frs-author-name' href='/home/main/?un=user{n}&amp;ie=utf-8&amp;id=tb.1.8f{n}&amp;fr=frs'>检测萌新{n}</a><span class='is_show_create_time'>5-2{n}</span></div><a href='/home/main?un=last{n}'>路过的老师傅</a></li>",
            ("求问天平多久校准一次", "刚入行,迷茫", "有没有一起考内审员的", "晒晒实验室的窗外", *TOLD[4:10]),
        )
        + "</ul><div id='frs_list_pager'><span class='pagination-current'>1</span><a href='//tb.duniang.example.com/f?kw=%E6%A3%80%E6%B5%8B&amp;ie=utf-8&amp;pn=50'>2</a><a href='//tb.duniang.example.com/f?kw=%E6%A3%80%E6%B5%8B&amp;ie=utf-8&amp;pn=100'>3</a><a href='//tb.duniang.example.com/f?kw=%E6%A3%80%E6%B5%8B&amp;ie=utf-8&amp;pn=50' class='next'>下一页&gt;</a></div></body></html>",
        tuple(own),
        "https://tb.duniang.example.com/f?kw=%E6%A3%80%E6%B5%8B&ie=utf-8&pn=50",
        home=True,
    )
    fresh, hot, best = ([f"thread-{start + n}-1-1.html" for n in range(7)] for start in (91200, 90100, 88100))
    boards = "".join(
        f"<tr><td class='icn'><a href='forum-{n}-1.html'><img src='f.gif'></a></td><td><h2><a href='forum-{n}-1.html'>{name}</a></h2><p>版主: <a href='space-username-bz{n}.html'>老版主{n}</a></p></td><td>3021</td><td><a href='forum.php?mod=redirect&amp;tid=91{n}02&amp;goto=lastpost#lastpost'>{TOLD[n % 9]}</a> <cite>5 小时前 <a href='space-username-zz{n}.html'>小张</a></cite></td></tr>"
        for n, name in enumerate(("食品理化检测", "实验室认可与资质认定", "仪器使用维护交流", "标准下载求助专区"), 36)
    )
    yield ListCase(
        "front of a forum: threads in three boxes, boards with their last answer",
        "http://bbs.shiyan.example/forum.php",
        "<html><body><div id='toptb'><a href='member.php?mod=logging&amp;action=login'>登录</a><a href='home.php?mod=task'>任务</a></div><div class='four'><div class='b1'><h3>最新主题</h3><ul>"
        + lines(fresh, "<li><a href='{u}' title='{t}'>{t}</a></li>", TOLD)
        + "</ul></div><div class='b2'><h3>热帖</h3><ul>"
        + lines(hot, "<li><em><a href='space-uid-1{n}.html'>匿名网友{n}</a></em><a href='{u}'>{t}</a></li>", TOLD[5:])
        + "</ul></div><div class='b3'><h3>精华</h3><ul>"
        + lines(best, "<li><a href='{u}'>{t}</a></li>", TOLD[8:])
        + f"</ul></div></div><div class='fl'><table>{boards}</table></div><div id='ft'><a href='archiver/'>Archiver</a><a href='forum.php?mobile=yes'>手机版</a><a href='http://www.beian.example/'>东ICP备08001234号</a></div></body></html>",
        (*fresh, *hot, *best),
        home=True,
    )
    own = [f"read.php?tid={n}" for n in (8121, 8120, 8113, 8099, 8070, 8051)]
    yield ListCase(
        "another forum's board: read.php, days of the last answer",
        "http://www.yiqibbs.example/thread.php?fid=12",
        "<html><body><a href='index.php'>仪器论坛</a> » <a href='thread.php?fid=12'>色谱技术讨论区</a><table>"
        + lines(
            own,
            "<tr class='tr3'><td><a href='{u}' target='_blank'><img src='t.gif'></a></td><td class='subject'><a href='thread.php?fid=12&amp;type={n}'>[原创]</a> <a href='{u}' class='subject_t'>{t}</a></td><td class='author'><a href='u.php?uid=33{n}'>色谱小兵</a><p>2025-05-1{n}</p></td><td>{n}/10{n}</td><td class='author'><a href='u.php?username=ab{n}'>柱温箱</a><p><a href='read.php?tid=80{n}&amp;page=e#a'>2025-05-2{n} 10:1{n}</a></p></td></tr>",
            ("液相柱压升高的排查", "气相检测器选择", "质谱真空上不去怎么办", "保留时间漂移的七个原因"),
        )
        + "</table><div class='pages'><b>1</b><a href='thread.php?fid=12&amp;page=2'>2</a><a href='thread.php?fid=12&amp;page=3'>3</a><a class='pages_next' href='thread.php?fid=12&amp;page=2'>下一页</a></div></body></html>",
        tuple(own),
        "thread.php?fid=12&page=2",
    )


def _portals() -> Iterator[ListCase]:
    host = "sohoo.example.com"
    news, sport, money, cars = (
        [f"http://{name}.{host}/2025052{n % 2}/n{start + n * 7}.shtml" for n in range(count)]
        for name, start, count in (
            ("news", 612345000, 9),
            ("sports", 612346000, 6),
            ("business", 612347000, 6),
            ("auto", 612348000, 5),
        )
    )
    posts = [f"http://mp.{host}/a/{89512 + n}3000_1{n}9876" for n in range(5)]
    yield ListCase(
        "front of a large portal: channels on hosts, posts of accounts, films, pictures, communities, houses for sale",
        f"http://www.{host}/",
        f"<html><body><div class='nav-b'>{''.join(f'<a href=http://{name}.{host}/>{said}</a>' for name, said in (('news', '新闻'), ('sports', '体育'), ('auto', '汽车'), ('focus', '房产')))}<a href='http://stock.{host}/quotes/'>行情</a></div><div class='focus-news'>"
        + lines(news, "<li><p class='titleStyle'><a href='{u}' target='_blank' title='{t}'>{t}</a></p></li>", TOLD)
        + "</div><div class='sp'>"
        + lines(sport, "<li><a href='{u}'>{t}</a></li>", TOLD[3:])
        + "</div><div class='mo'>"
        + lines(money, "<p><a href='{u}'>{t}</a></p>", TOLD[6:])
        + "</div><div class='au'>"
        + lines(cars, "<a href='{u}'>{t}</a>", TOLD[9:])
        + lines(
            [f"http://db.auto.{host}/model_{n}12/" for n in range(4)],
            "<a href='{u}'>{t}</a>",
            ("某国产中型轿车报价", "海牌SUV", "江牌新能源MPV图片", "跑车"),
        )
        + "</div><div class='mpn'>"
        + lines(posts, "<li><a href='{u}'><img src='a.jpg' alt='{t}'></a><h4><a href='{u}'>{t}</a></h4></li>", TOLD[1:])
        + "</div><div class='tvv'>"
        + lines(
            [f"http://tv.{host}/v/dXMvMzM0{n}.html" for n in range(4)],
            "<a href='{u}'>{t}</a>",
            ("热播剧:质检风云第二季", "纪录片《度量》全集在线", "综艺:谁是鉴定王", "短片"),
        )
        + "</div><div class='pp'>"
        + lines(
            [f"http://pic.news.{host}/group-88{n}21.shtml" for n in range(4)],
            "<a href='{u}'><img src='p.jpg'><em>{t}</em></a>",
            TOLD[4:],
        )
        + "</div><div class='fc'>"
        + lines(
            [f"http://house.focus.example/loupan/{n}2012.html" for n in range(4)],
            "<a href='{u}'>{t}</a>",
            ("海州湾一号均价每平方米两万", "临江府现房在售", "地铁口小户型公寓特价", "新盘"),
        )
        + f"</div><div class='footer'><a href='http://corp.{host}/s2025/about/'>关于我们的公司</a><a href='http://www.{host}/upload/2025/xkz.html'>网络出版服务许可证新出网证(京)字021号</a></div></body></html>",
        (*news, *sport, *money, *cars, *posts),
        home=True,
    )
    at = "http://www.zhongyang.example/"
    lead, news, policy, read = (
        [f"/{name}/liebiao/202505/content_{start + n}.htm" for n in range(count)]
        for name, start, count in (("yaowen", 7012300, 3), ("lianbo", 7012400, 7), ("zhengce", 7012500, 6), ("jiedu", 7012600, 5))
    )
    parts = "".join(
        f"<a href='http://www.{name}.example/'>{said}</a>"
        for name, said in (
            ("ndrc", "国家发展和改革委员会"),
            ("miit", "工业和信息化部"),
            ("samr", "国家市场监督管理总局"),
            ("cnca", "国家认证认可监督管理委员会"),
        )
    )
    yield ListCase(
        "front of the government: news, policies, services by name, ministries, opinions asked for",
        at,
        "<html><body><div class='header_top'><a href='/guowuyuan/'>国务院</a><a href='/yaowen/'>要闻</a><a href='/hudong/'>互动</a></div><div class='slider'>"
        + lines(lead, "<div class='slide'><a href='{u}'><img src='s.jpg' alt='{t}'></a></div>", TOLD)
        + "</div><div class='column_1'>"
        + lines(news, "<h4><a href='{u}' target='_blank'>{t}</a></h4>", TOLD[2:])
        + "</div><div class='column_2'><div class='hd'><a href='/zhengce/'>最新政策</a></div><ul>"
        + lines(policy, "<li><a href='{u}'>{t}</a><span>05-1{n}</span></li>", TOLD[5:])
        + "</ul></div><div class='column_3'><div class='hd'>解读</div><ul>"
        + lines(read, "<li><a href='{u}'>{t}</a></li>", TOLD[8:])
        + f"</ul></div><div class='fuwu'><a href='http://gjzwfw.zhongyang.example/col/col1001/index.html'>企业开办全程网上办</a><a href='http://gjzwfw.zhongyang.example/col/col1002/index.html'>住房公积金年度报告查询</a><a href='http://gjzwfw.zhongyang.example/col/col1003/index.html'>检验检测机构资质查询</a></div><div class='bumen'>{parts}</div><div class='hd2'><a href='/hudong/202505/zxly.htm'>我向总理说句话网民留言</a><a href='http://zxd.zhongyang.example/zqyj/index.htm'>政策意见征集系统入口</a></div><div class='footer'><p>主办单位:办公厅 网站标识码bm01000001</p></div></body></html>",
        (*lead, *news, *policy, *read),
        home=True,
    )


def _frameworks() -> Iterator[ListCase]:
    own = [f"/index.php/Home/News/show/id/{n}.html" for n in (321, 320, 318, 311, 309, 300)]
    yield ListCase(
        "ThinkPHP: controller and action in the address, other controllers in the menu",
        "http://www.biaozhun.example/index.php/Home/News/index.html",
        "<html><body><div class='nv'><a href='/index.php/Home/Index/index.html'>首页</a><a href='/index.php/Home/About/show/id/1.html'>关于我们</a><a href='/index.php/Home/Equip/show/id/12.html'>大型仪器设备展示</a><a href='/index.php/Home/Equip/show/id/13.html'>恒温恒湿实验室环境</a></div><ul class='nl'>"
        + lines(own, "<li><a href='{u}'>{t}</a><span>{d}</span></li>", TOLD)
        + "</ul><div class='pager'><div><span class='current'>1</span><a class='num' href='/index.php/Home/News/index/p/2.html'>2</a><a class='num' href='/index.php/Home/News/index/p/3.html'>3</a><a class='next' href='/index.php/Home/News/index/p/2.html'>&gt;&gt;</a></div></div></body></html>",
        tuple(own),
        "/index.php/Home/News/index/p/2.html",
    )
    own = [f"/index/news/detail.html?id={n}" for n in (98, 97, 91, 88, 80)]
    yield ListCase(
        "details by query, undated; products and cases by the same query",
        "https://www.jingyi.example/index/news/index.html",
        "<html><body><div class='h'><a href='/index/product/detail.html?id=12'>全自动影像测量仪</a><a href='/index/product/detail.html?id=13'>便携式三坐标测量臂</a><a href='/index/case/detail.html?id=4'>某航空企业叶片测量项目</a></div><div class='ls'>"
        + lines(
            own,
            "<div class='it'><div class='im'><a href='{u}'><img src='i.jpg' alt=''></a></div><a class='ti' href='{u}'>{t}</a><div class='de'>摘要……</div></div>",
            TOLD,
        )
        + "</div><ul class='pagination'><li class='disabled'><span>&laquo;</span></li><li class='active'><span>1</span></li><li><a href='/index/news/index.html?page=2'>2</a></li><li><a href='/index/news/index.html?page=2'>&raquo;</a></li></ul></body></html>",
        tuple(own),
        "/index/news/index.html?page=2",
    )
    own = [
        f"https://www.bureauv.example/zh-cn/newsroom/2025/05/{slug}"
        for slug in (
            "battery-passport-pilot",
            "zhanhui-huigu",
            "carbon-label-award",
            "medical-lab-opening",
            "green-ship-certificate",
        )
    ]
    yield ListCase(
        "a group's newsroom: words in the address under the year, industries in a menu of like words",
        "https://www.bureauv.example/zh-cn/newsroom",
        "<html><body><nav class='mega'><a href='/zh-cn/industries/automotive-and-transportation-testing'>汽车与交通运输行业</a><a href='/zh-cn/industries/food-and-agriculture'>农业与食品</a><a href='/zh-cn/services/certification/iso-9001'>ISO 9001质量管理体系认证</a></nav><div class='facets'><a href='/zh-cn/newsroom?year=2025'>2025</a><a href='/zh-cn/newsroom?year=2024'>2024</a></div><div class='cards'>"
        + lines(
            own,
            "<article class='teaser'><a href='{u}' aria-label='{t}'><picture><img src='p.webp' alt=''></picture><div class='teaser__body'><p class='teaser__date'>2025年5月1{n}日</p><h3 class='teaser__title'>{t}</h3><span class='teaser__cta'>阅读更多</span></div></a></article>",
            TOLD,
        )
        + "</div><a class='load' href='/zh-cn/newsroom?page=1'>查看更多</a><footer><a href='/zh-cn/terms-of-use-2025'>使用条款与隐私声明</a></footer></body></html>",
        tuple(own),
    )
    own = [f"/news/2025/{n}.html" for n in (321, 318, 315, 307)]
    older = [f"/news/2024/{n}.html" for n in (987, 985, 980)]
    yield ListCase(
        "years as tabs and as headings, no day, icons before the titles",
        "http://www.xiehui7.example/news/",
        "<html><body><div class='tab-y'><a href='/news/2025.html'>2025</a><a href='/news/2024.html'>2024</a><a href='/news/2023.html'>2023年度</a></div><h4>2025</h4><div class='y'>"
        + lines(own, "<div><i class='icon'></i><a href='{u}'>{t}</a></div>", TOLD)
        + "</div><h4>2024</h4><div class='y'>"
        + lines(older, "<div><i class='icon'></i><a href='{u}'>{t}</a></div>", TOLD[8:])
        + "</div><div class='bt'><a href='/about/12.html'>协会章程与会费标准</a><a href='/news/2023/index.html'>较早的新闻存档页面</a></div></body></html>",
        (*own, *older),
    )
    papers = [f"/upload/{stem}" for stem in ("20250520_zl.pdf", "2025qjd.pdf", "a81f.pdf", "ndbg2024.pdf", "lsgg-3.pdf")]
    yield ListCase(
        "disclosures of a listed testing group: PDFs without days, years to choose from",
        "https://ir.huabiao.example/announcements",
        "<html><body><ul class='m'><li><a href='/governance'>公司治理</a></li><li><a href='/announcements'>定期报告及公告</a></li><li><a href='/files/brochure.zip'>宣传册</a></li></ul><select><option>2025</option><option>2024</option></select><div class='docs'>"
        + lines(
            papers,
            "<div class='doc'><img src='pdf.svg'><a href='{u}' target='_blank'>{t}</a><span>1.{n} MB</span></div>",
            (
                "2025年第一季度报告",
                "关于回购公司股份进展的公告",
                "2024年年度股东大会决议公告",
                "2024年年度报告全文",
                "独立董事述职报告",
            ),
        )
        + "</div></body></html>",
        tuple(papers),
    )
    own = [f"/shownews/{n}.html" for n in (512, 511, 508, 500, 498, 490)]
    twice = [f"/shownews/{n}.html" for n in (411, 402, 399)]
    yield ListCase(
        "firms that were certified are news here; latest changes beside; before and after",
        "http://www.fazheng.example/gonggao.html",
        "<html><body><div class='z'><p>公告</p>"
        + lines(
            own,
            "<div class='g'><a href='{u}'>{t}</a><span>{d}</span></div>",
            (
                "海州某某机械有限公司",
                "临江食品厂有限责任公司",
                "撤销证书公告(第12号)",
                "暂停",
                "东海电子股份有限公司",
                "恢复证书公告",
            ),
        )
        + "</div><div class='y'><p>最近更新</p>"
        + lines(twice, "<div class='g'><a href='{u}'>{t}</a></div>", TOLD[4:])
        + "</div><div class='x'><a href='/gonggao-0.html'>上一页</a><a href='/gonggao-2.html'>下一页</a></div></body></html>",
        (*own, *twice),
        "/gonggao-2.html",
    )
    own = [f"/zx/{n}.html" for n in range(7120, 7110, -1)]
    yield ListCase(
        "one list in two columns of a table, a pager of arrows drawn by images",
        "http://www.jiaozhun.example/zx/index_3.html",
        "<html><body><table><tr><td><a href='/'>首页</a></td><td><a href='/zx/'>资讯</a></td></tr></table><table class='two'>"
        + "".join(
            f"<tr><td>·<a href='{own[n]}'>{TOLD[n]}</a></td><td>·<a href='{own[n + 1]}'>{TOLD[n + 1]}</a></td></tr>"
            for n in range(0, 10, 2)
        )
        + "</table><p><a href='/zx/'><img src='first.gif' alt='首页'></a><a href='/zx/index_2.html'><img src='prev.gif' alt='上一页'></a><a href='/zx/index_4.html'><img src='next.gif' alt='下一页'></a></p></body></html>",
        tuple(own),
        "/zx/index_4.html",
    )


def third_cases() -> list[ListCase]:
    """All of them."""
    return [*_aggregators(), *_portals(), *_frameworks()]
