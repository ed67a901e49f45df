"""Lists that were written after the rules for the others, to see whether those hold elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

SAID = (
    "省计量院参加亚太区域力值比对取得满意结果",
    "市长调研检验检测高技术服务业集聚区",
    "五部门联合部署农资打假",
    "关于开展2025年度检验检测统计调查的通知",
    "谁在给芯片“把脉”",
    "3批次儿童滑板车不合格被下架",
    "我校计量测试工程专业通过国际认证",
    "听证会公告(2025年第2号)",
    "奶粉新国标实施两年 行业洗牌加速",
    "央媒看海州:一滴油的“体检”之旅",
    "消费提示:选购防晒服看准这几点",
    "国家市场监督管理总局令第101号",
    "检测报告造假?三家机构被立案调查",
    "从“跟跑”到“领跑”,国产示波器突围记",
)


def _offices() -> Iterator[ListCase]:
    at = "http://sthj.nan.example/hjzl/zwxx/"
    own = [f"./202505/t20250{n}_{4100 + n}.html" for n in range(501, 511)]
    yield ListCase(
        "bureau: a menu of long names, reports of the year and duties below",
        at,
        "<html><head><title>政务信息</title></head><body><div id='h1'><span>今天是2025年5月20日</span><a href='http://www.nan.example/'>南州省人民政府</a><a href='http://big5.nan.example/gate/big5/sthj.nan.example/'>繁體</a></div><div class='dh_box'><ul><li><a href='/'>首 页</a></li><li><a href='/zwgk/'>政务公开</a><p><a href='/zwgk/xxgkzn/'>信息公开指南</a><a href='/zwgk/nb/202501/t20250115_3001.html'>政府信息公开工作年度报告</a></p></li><li><a href='/ywgl/'>业务管理</a></li></ul></div>"
        "<div class='zcl'><dl><dt>政务信息</dt><dd><a href='../zwxx/'>环境要闻</a></dd><dd><a href='../gsgg/'>公示公告信息</a></dd><dd><a href='../jcsj/'>生态环境监测数据发布</a></dd></dl></div><div class='ycl'><ul>"
        + lines(own, "<li><span class='sj'>{d}</span><a href='{u}'>{t}</a></li>", SAID)
        + '</ul><div id=\'fanye\'><script>createPageHTML(25, 0,"index","html");</script></div></div>'
        "<div class='wz_di'><p>主办:南州省生态环境厅 <a href='/qt/202001/t20200101_11.html'>网站声明及隐私保护条款</a> <a href='http://www.nan.example/jgsz/2025.html'>党政机关网站适老化专区</a></p><p><a href='http://www.beian.example/rec?code=35010202001234'>南公网安备35010202001234号</a></p></div></body></html>",
        tuple(own),
        "index_1.html",
    )
    own = [f"/xwzx/info_{n}.html" for n in (312, 311, 309, 306, 301, 297, 290)]
    skills = [f"/nlfw/info_{n}.html" for n in range(21, 29)]
    names = (
        "电磁兼容与射频测试",
        "建筑门窗幕墙物理性能",
        "汽车内饰材料燃烧试验",
        "电线电缆",
        "珠宝玉石及贵金属鉴定",
        "软件与信息系统测评",
        "水泥及混凝土制品",
        "家具人造板",
    )
    yield ListCase(
        "institute: fields of testing in the margin, addresses alike",
        "http://www.zjy.example/xwzx/",
        "<html><body><div class='tb'><a href='/bgcx.html?m=1'>检验报告在线查询</a><a href='/yywt/info_3.html'>网上委托检验预约登记</a></div><div class='cbl'><h3>检测能力</h3><ul>"
        + lines(skills, "<li><a href='{u}'>{t}</a></li>", names)
        + "</ul><div class='dhk'><p>业务咨询 0571-12345678</p></div></div><div class='zt1'><ul class='xwlb'>"
        + lines(own, "<li><a href='{u}'><b>{t}</b><i>{d}</i></a></li>", SAID)
        + "</ul><div class='fy2'><a>1</a><a href='/xwzx/index-2.html'>2</a><a href='/xwzx/index-3.html'>3</a><a href='/xwzx/index-2.html'>></a></div></div><div class='di'><a href='/wzdt/info_2.html'>网站地图与常用链接</a><a href='/qyml/info_5.html'>廉洁从业监督举报平台</a></div></body></html>",
        tuple(own),
        "/xwzx/index-2.html",
    )
    own = [f"../../n25880/n25885/c{24813000 + n}/content.html" for n in range(9)]
    yield ListCase(
        "state enterprise: numbered directories, content.html, columns called index.html",
        "http://www.guozi.example/n25880/n25885/index.html",
        "<html><body><div class='t'><a href='/n25870/index.html'>机构概况</a><a href='/n25871/n25872/index.html'>国务院国资委主要职责说明</a></div><div class='zsy_conlist'><ul>"
        + lines(own, "<li><a href='{u}' title='{t}'>{t}</a><span>[{d}]</span></li>", SAID)
        + "</ul></div><div class='pag'><a href='index_4_1.html'>上一页</a></div><table class='zl'><tr><td><a href='/n4470/index.html'>中央企业高质量发展报告专栏</a></td><td><a href='/n4471/n4500/index.html'>世界一流企业建设专题</a></td></tr></table></body></html>",
        tuple(own),
    )
    own = [f"/contents/12/{n}.html" for n in (45120, 45118, 45111, 45099, 45080)]
    yield ListCase(
        "county: channels and contents in directories, the day over the title",
        "http://www.xian.example/channels/12.html",
        "<html><body><div class='menu1'><a href='/channels/3.html'>走进本县</a><a href='/channels/12.html'>部门动态</a><a href='/channels/88.html'>基层政务公开标准化目录</a><a href='/channels/91.html'>重点领域信息公开专栏</a></div><div class='art-list'>"
        + lines(
            own,
            "<div class='row'><div class='d'>{d}</div><div class='h'><a href='{u}'>{t}</a></div><div class='s'>据悉,我县……</div></div>",
            SAID,
        )
        + "</div><div class='page-x'><a href='/channels/12.html'>首页</a><a href='/channels/12_2.html'>2</a><a href='/channels/12_2.html'>下一页</a></div><div class='lks'><select><option value='http://a.example/'>县直部门网站</option></select></div><div class='b'><a href='/contents/1/7.html'>关于我们</a><a href='/contents/1/8.html'>使用帮助与网站纠错指引</a></div></body></html>",
        tuple(own),
        "/channels/12_2.html",
    )
    own = [f"/std/detail?id={'ABCDEF0123456789'[n:]}{n}7C1E09A" for n in range(6)]
    yield ListCase(
        "standards: number and name are two links to one page",
        "http://std.jian.example/std/list?p=1&type=gb",
        "<html><body><div class='flt'><a href='/std/list?type=gb'>国家标准</a><a href='/std/list?type=hb'>行业标准</a><a href='/std/list?type=db&ics=17'>地方标准(计量学和测量类)</a></div><table>"
        + lines(
            own,
            "<tr><td>{n}</td><td><a href='{u}'>GB/T 4{n}231-2025</a></td><td><a href='{u}'>{t}</a></td><td>推标</td><td>{d}</td></tr>",
            ("电子天平检定规范 通用要求", "玩具安全 第9部分", "无损检测 超声检测 导则", "水质 总磷的测定"),
        )
        + "</table><ul class='pgr'><li class='disabled'>«</li><li class='on'>1</li><li><a href='/std/list?p=2&type=gb'>2</a></li><li><a href='/std/list?p=2&type=gb'>»</a></li></ul></body></html>".replace(
            "&", "&amp;"
        ),
        tuple(own),
        "/std/list?p=2&type=gb",
    )


def _media() -> Iterator[ListCase]:
    own = [
        f"https://finance.feng.example.com/c/8Z{word}"
        for word in ("kqB2cQ9xY", "mRt4WvLpA", "nHs7XyKdE", "pJu1ZaMfG", "qKv3BbNgH", "rLw5CcPhJ", "sMx8DdQiK")
    ]
    hot = [f"https://news.feng.example.com/c/8Y{word}" for word in ("abC1dEfGh", "ijK2lMnOp", "qrS3tUvWx", "yzA4bCdEf")]
    yield ListCase(
        "addresses of letters with a figure here and there",
        "https://finance.feng.example.com/shanklist/1-66-/",
        "<html><body><div class='nav-x'><a href='https://www.feng.example.com/'>首页</a><a href='https://finance.feng.example.com/'>财经</a><a href='https://v.feng.example.com/'>视频</a></div><div class='news-stream-basic'>"
        + lines(
            own,
            "<div class='news-stream-basic-news-list-item'><a href='{u}' class='pic'><img src='a.jpg' alt='{t}'></a><h2><a href='{u}' title='{t}'>{t}</a></h2><div><span class='src'>大众日报</span><time>今天 1{n}:05</time><a href='{u}#comments'>{n}1</a></div></div>",
            SAID,
        )
        + "</div><div class='hotnews'><h3>24小时热点</h3><ul>"
        + lines(hot, "<li><span>{n}</span><a href='{u}'>{t}</a></li>", SAID[8:])
        + "</ul></div><div class='dib'><a href='http://www.feng.example.com/corp/about/intro/'>公司介绍</a><a href='http://phtv.feng.example.com/intro/a_2025.shtml'>投资者关系及年报下载</a></div></body></html>",
        (*own, *hot),
        home=True,
    )
    own = [f"https://new.q.example.com/rain/a/20250520A0{n}12X00" for n in range(8)]
    yield ListCase(
        "channel: cards with tags of topics, films in the same list",
        "https://new.q.example.com/ch/finance/",
        "<html><body><ul class='ch'><li><a href='/ch/ent/'>娱乐</a></li><li><a href='/ch/finance/'>财经</a></li></ul><ul id='hot_scroll'>"
        + lines(
            own,
            "<li class='item cf itme-ls'><a class='picture' href='{u}'><img src='x.jpg' alt='{t}'></a><div class='detail'><h3><a href='{u}'>{t}</a></h3><div class='binfo cf'><div class='fl'><a class='tag' href='https://new.q.example.com/tag/31{n}'>质量</a><a class='source' href='https://new.q.example.com/omn/author/512345{n}'>大质量观</a></div><a class='cmt' href='https://page.coral.example/20250520A0{n}12X00'>{n}评</a></div></div></li>",
            SAID,
        )
        + "<li class='item'><a class='picture' href='https://v.q.example.com/x/page/z3566n9ixrh.html'><img src='v.jpg'></a><h3><a href='https://v.q.example.com/x/page/z3566n9ixrh.html'>记者探访计量科学院地下实验室</a></h3></li></ul><div class='zt-w'><h2>专题</h2><a href='https://new.q.example.com/zt/template/?id=FIN2025052000'>聚焦中国品牌日系列活动</a></div></body></html>",
        tuple(own),
        home=True,
    )
    own = [f"/n/2025/05/{20 - n:02}/u1ai{20912000 + n}.html" for n in range(7)]
    old = [f"/n/2025/04/{20 - n:02}/u1ai{20812000 + n}.html" for n in range(5)]
    yield ListCase(
        "city portal: addresses with letters in the number, a box of weeks ago, rank of reporters",
        "http://fazhi.dongfang.example/n1/index.html",
        "<html><body><div id='head'><a href='http://www.dongfang.example/'>东方首页</a><a href='/n1/index.html'>质量</a></div><div class='leftsec'><ul>"
        + lines(own, "<li><a href='{u}' target='_blank'>{t}</a><span class='hours'>2025-05-2{n} 10:2{n}:31</span></li>", SAID)
        + "</ul></div><div class='rightsec'><div class='block_head'>往期回顾</div><ul>"
        + lines(old, "<li><a href='{u}'>{t}</a></li>", SAID[6:])
        + "</ul><div class='block_head'>记者榜</div><ul><li><a href='/jizhe/11.html'>王某某</a></li><li><a href='/jizhe/12.html'>李某</a></li><li><a href='/jizhe/13.html'>赵某某</a></li></ul></div><div class='plist'><a href='/n1/index1.html'>2</a><a href='/n1/index2.html'>3</a><a href='/n1/index1.html'>下一页</a></div></body></html>",
        (*own, *old),
        "/n1/index1.html",
    )
    own = [f"http://native.guangbo.example.com/city/202505{20 - n:02}/t202505{20 - n:02}_5271{n}0123.shtml" for n in range(8)]
    yield ListCase(
        "radio's list: pictures at the left, pages told by variables of a script",
        "http://native.guangbo.example.com/city/index.html",
        "<html><body><div class='nav-top'><a href='http://www.guangbo.example.com/'>央广网首页</a></div><div class='articleList'>"
        + lines(
            own,
            "<div class='item url_http'><div class='left-c'><a href='{u}'><img src='t.jpg'></a></div><div class='text'><strong><a href='{u}'>{t}</a></strong><span class='publishTime'>2025-05-2{n} 1{n}:20:00</span></div></div>",
            SAID,
        )
        + "</div><div class='pages'><script>var currentPage = 0;var countPage = 20;var nextPage = currentPage + 1; if(currentPage<countPage-1) document.write('<a href=\"index_' + nextPage + '.html\">下一页</a>');</script></div></body></html>",
        tuple(own),
        "index_1.html",
    )
    lead, left, right = (
        [f"/{name}/202505/{start + n}.shtml" for n in range(count)]
        for name, start, count in (("jujiao", 812000, 4), ("shengwen", 812100, 8), ("hangye", 812200, 7))
    )
    goods = lines(
        [f"/mall/goods-{n}.shtml" for n in range(501, 506)],
        "<li><a href='{u}'><img src='g.jpg'>{t}</a><b>¥{n}9</b></li>",
        ("GB/T 19001-2016标准正版单行本", "内审员教程(第六版)", "计量器具管理手册", "实验室安全挂图一套", "CMA证书框"),
    )
    yield ListCase(
        "front of a trade weekly: focus, two boxes, a bookshop, authors, electronic issues",
        "http://www.zhiliangzhoukan.example/",
        "<html><body><div class='menu9'><a href='/jujiao/'>聚焦</a><a href='/shengwen/'>声闻</a></div><div class='sl'>"
        + lines(lead, "<div class='s'><a href='{u}'><img src='s.jpg' alt='{t}'></a></div>", SAID)
        + "</div><div class='c1'><h2><a href='/shengwen/'>声闻</a></h2>"
        + lines(left, "<p><a href='{u}'>{t}</a></p>", SAID[2:])
        + "</div><div class='c2'><h2><a href='/hangye/'>行业</a></h2>"
        + lines(right, "<dl><dt><a href='{u}'>{t}</a></dt><dd>摘要……</dd></dl>", SAID[5:])
        + f"</div><div class='c3'><h2>书店</h2><ul>{goods}</ul></div><div class='c4'><h2>电子刊</h2>"
        + lines([f"/dzk/2025/{n}/" for n in range(1, 6)], "<a href='{u}'><img src='k.jpg'><p>2025年第{n}期 总第80{n}期</p></a>")
        + "</div><div class='c5'><h2>作者</h2><a href='/zuozhe/33.shtml'>张三丰</a><a href='/zuozhe/34.shtml'>李四光</a><a href='/zuozhe/35.shtml'>本刊编辑部评论员</a></div></body></html>",
        (*lead, *left, *right),
        home=True,
    )


def _sites() -> Iterator[ListCase]:
    own = [f"/node/{n}" for n in (321, 320, 317, 315, 309, 300)]
    yield ListCase(
        "Drupal: nodes, terms of a taxonomy, a pager counted from nought",
        "https://lab.daxue.example/news",
        "<html><body><div class='region-header'><ul class='menu'><li><a href='/node/2'>实验室简介</a></li><li><a href='/node/5'>大型仪器设备共享预约平台</a></li><li><a href='/news'>新闻</a></li></ul></div><div class='view-content'>"
        + lines(
            own,
            "<div class='views-row views-row-{n}'><div class='views-field-title'><span class='field-content'><a href='{u}'>{t}</a></span></div><div class='views-field-created'><span>星期二, 五月 2{n}, 2025 - 10:12</span></div><div class='views-field-tid'><a href='/taxonomy/term/1{n}'>科研进展</a></div></div>",
            SAID,
        )
        + "</div><ul class='pager'><li class='pager-current'>1</li><li class='pager-item'><a href='/news?page=1'>2</a></li><li class='pager-item'><a href='/news?page=2'>3</a></li><li class='pager-next'><a href='/news?page=1'>下一页 ›</a></li><li class='pager-last'><a href='/news?page=9'>末页 »</a></li></ul><div class='region-footer'><a href='/user/login?destination=node/2'>管理登录</a></div></body></html>",
        tuple(own),
        "/news?page=1",
    )
    own = [
        f"/2025/0{5 - n // 3}/1{n}/{slug}/"
        for n, slug in enumerate(("weights", "pipette-check", "qc-chart", "auto-report", "titration", "ph-meter", "excel-ucert"))
    ]
    yield ListCase(
        "Hexo: an archive by years",
        "https://hexo.jian.example/archives/",
        "<html><body><header class='header'><a class='brand' href='/'>量具手记</a><nav><a href='/archives/'>归档</a><a href='/categories/'>分类</a><a href='/about/'>关于</a></nav></header><main><div class='collection-title'><h2>2025</h2></div>"
        + lines(
            own,
            "<article class='post-type-normal'><header class='post-header'><div class='post-meta'><time>05-1{n}</time></div><div class='post-title'><a class='post-title-link' href='{u}'><span>{t}</span></a></div></header></article>",
            SAID,
        )
        + "</main><nav class='pagination'><span class='page-number current'>1</span><a class='page-number' href='/archives/page/2/'>2</a><a class='extend next' rel='next' href='/archives/page/2/'><i></i></a></nav><footer>由 <a href='https://hexo.example/'>Hexo</a> 强力驱动 | 主题 <a href='https://theme-next.example/v7/'>NexT.Gemini 主题第七版</a></footer></body></html>",
        tuple(own),
        "/archives/page/2/",
    )
    own = [f"/newsdetail?id=178{n}234567890123456" for n in range(6)]
    yield ListCase(
        "application: rows with the day at the left, tabs and steps with addresses of their own",
        "https://www.renzheng.example/newslist?cate=1",
        "<html><body><app-root ng-version='15'><div class='nav'><a routerlink='/index' href='/index'>首页</a><a href='/newslist?cate=1'>认证动态</a><a href='/newslist?cate=2'>法律法规与政策</a><a href='/flow?id=1734567890123456789'>管理体系认证流程介绍</a><a href='/flow?id=1734567890123456790'>产品认证申请所需资料</a></div>"
        + lines(
            own,
            "<a class='row' href='{u}'><span class='dt'><em>1{n}</em>2025-05</span><span class='tt'>{t}</span><span class='more'>了解更多</span></a>",
            SAID,
        )
        + "<div class='pgn'><a href='/newslist?cate=1&amp;page=2'>下一页</a></div><div class='foot'><a href='/notice?id=1700000000000000001'>公正性声明及公开文件</a></div></app-root></body></html>",
        tuple(own),
        "/newslist?cate=1&page=2",
    )
    own = [f"/a/xiehuidongtai/2025/0520/{n}.html" for n in (321, 320, 316, 312, 303)]
    yield ListCase(
        "association in pinyin: services and fields without numbers, images as links",
        "http://www.jjxh.example/a/xiehuidongtai/",
        "<html><body><div class='tops'><a href='/a/guanyuxiehui/'>关于协会</a><a href='/a/xiehuidongtai/'>协会动态</a><a href='/a/tuantibiaozhun/'>团体标准制修订管理</a></div><div class='imgs'><a href='/a/zhuanti/2025/0301/88.html'><img src='x.jpg'></a></div><div class='main-l'>"
        + lines(
            own,
            "<div class='news_item'><a href='{u}' class='n_img'><img src='n.jpg'/></a><div class='n_txt'><a href='{u}' class='n_tit'>{t}</a><div class='n_des'>近日……<a href='{u}'>[查看全文]</a></div><div class='n_time'>发布时间:{d} 浏览次数:1{n}</div></div></div>",
            SAID,
        )
        + "</div><div class='dede_pages'><ul class='pagelist'><li class='thisclass'><a>1</a></li><li><a href='list_3_2.html'>2</a></li><li><a href='list_3_2.html'>下一页</a></li></ul></div></body></html>",
        tuple(own),
        "list_3_2.html",
    )
    news, faq = ([f"/{name}-detail-{start + n}.html" for n in range(5)] for name, start in (("news", 211), ("faq", 61)))
    fields = lines(
        [f"/field-{n}.html" for n in range(1, 9)],
        "<li><a href='{u}'><img src='f.png'><h3>{t}</h3></a></li>",
        (
            "轻工产品质量检验",
            "新能源汽车与储能系统",
            "医药与生命科学",
            "纺织服装鞋包检测",
            "消费电子",
            "船舶海工材料验证",
            "农食产品安全",
            "双碳与ESG",
        ),
    )
    yield ListCase(
        "front of a testing company: fields, honours, news and answered questions",
        "https://www.zhongce.example/",
        f"<html><body><ul class='fields'>{fields}</ul><div class='honor'>"
        + lines(
            [f"/honor-{n}.html" for n in range(1, 5)],
            "<a href='{u}'><img src='h.jpg'><p>{t}</p></a>",
            ("高新技术企业证书", "CMA资质认定证书附表", "CNAS认可证书", "AAA级信用企业"),
        )
        + "</div><div class='nw'><h2>新闻中心</h2>"
        + lines(news, "<div class='it'><a href='{u}'>{t}</a><em>{d}</em></div>", SAID)
        + "</div><div class='fq'><h2>常见问题</h2>"
        + lines(
            faq,
            "<div class='it'><a href='{u}'>{t}</a></div>",
            (
                "办理一份质检报告需要多长时间?",
                "CMA和CNAS有什么区别",
                "送检样品怎么寄",
                "检测费用是怎样计算出来的?",
                "报告有效期是多久呢",
            ),
        )
        + "</div><div class='cp'><a href='/contact-1.html'>在线咨询与报价申请</a><a href='/branch-hz.html'>杭州实验室地址及电话</a></div></body></html>",
        (*news, *faq),
        home=True,
    )


def later_cases() -> list[ListCase]:
    """All of them."""
    return [*_offices(), *_media(), *_sites()]
