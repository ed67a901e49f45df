"""A fifth set of lists, read unseen: mostly front pages, since they were read worst."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

WORDS = (
    "教育部公布新增本科专业 测控技术受青睐",
    "学院召开春季学期教学工作会",
    "夏粮收购质检先行 粮库来了“智能扦样员”",
    "股市收评:检测板块逆势走强",
    "手机防水等级到底怎么测",
    "早报|三家公司被列入经营异常名录",
    "国产CT核心部件通过型式检验",
    "我在质检所当学徒",
    "王教授团队在《自然·方法》发表论文",
    "5月CPI同比上涨0.3%",
    "跨境电商退货潮背后的质量账",
    "体温计退场倒计时 含汞产品明年禁产",
    "人工智能大模型测评基准发布",
    "市场监管总局:严查电动车改装",
    "一场关于秤的官司打了两年",
)


def _media_fronts() -> Iterator[ListCase]:
    host = "zgrb.example.com"
    a, b = (
        [f"//cn.{host}/a/202505/20/WS682c{start + n}a310a04af22c{n}1d{n}.html" for n in range(count)]
        for start, count in ((1100, 8), (2200, 6))
    )
    columns = "".join(
        f"<a href='//cn.{host}/5b753f9fa310030f813cf4{n:02}/5bd54dd6a3101a87ca8ff5{n:02}'>{name}</a>"
        for n, name in enumerate(("要闻", "国际资讯", "中国观察", "评论专栏与观点", "双语新闻学习园地"))
    )
    yield ListCase(
        "a daily's front page: addresses without scheme, columns that are hashes",
        f"https://cn.{host}/",
        f"<html><body><div class='dropdown'>{columns}</div><div class='left-liebiao'>"
        + lines(
            a,
            "<div class='busBox1'><div class='mr10'><a href='{u}'><img src='//img.x.example/a.jpeg'></a></div><div><h3><a href='{u}'>{t}</a></h3><p>导语……</p><b>2025-05-20 1{n}:36</b></div></div>",
            WORDS,
        )
        + "</div><div class='right-lei'><div class='you-tit'>精彩推荐</div><ul>"
        + lines(b, "<li><a href='{u}'>{t}</a></li>", WORDS[6:])
        + f"</ul></div><div class='foot'><a href='//www.{host}/static_c/gyzgrbwz.html'>关于中国日报网</a><a href='//cn.{host}/jubao.html'>网络不良信息举报</a></div></body></html>",
        (*a, *b),
        home=True,
    )
    host = "guangming.example.com"
    one, two, three = (
        [f"https://{name}.{host}/2025-05/{20 - n:02}/content_{start + n}.htm" for n in range(count)]
        for name, start, count in (("economy", 38012300, 8), ("tech", 38012400, 6), ("edu", 38012500, 6))
    )
    tours = lines(
        [f"https://photo.{host}/node_10{n}42.htm" for n in range(4)],
        "<a href='{u}'><img src='p.jpg'><i>{t}</i></a>",
        ("影像志:质检人", "一线影像", "光影天下", "国图"),
    )
    yield ListCase(
        "intellectuals' daily: channels on hosts, nodes as columns with pictures",
        f"https://www.{host}/",
        f"<html><body><div class='m-nav'><a href='https://economy.{host}/node_8990.htm'>经济要闻聚焦栏目</a><a href='https://tech.{host}/node_9671.htm'>科技</a></div><div class='m-list'><ul>"
        + lines(one, "<li><a href='{u}' target='_blank'>{t}</a></li>", WORDS)
        + "</ul></div><div class='m-list2'><h2>科技</h2>"
        + lines(two, "<div class='x'><a href='{u}'>{t}</a></div>", WORDS[4:])
        + "</div><div class='m-list3'><h2>教育</h2>"
        + lines(three, "<div class='x'><a href='{u}'>{t}</a></div>", WORDS[7:])
        + f"</div><div class='ph'>{tours}</div><div class='dy'><a href='https://e.{host}/reader/2025/app.html'>客户端扫码下载阅读</a></div></body></html>",
        (*one, *two, *three),
        home=True,
    )
    posts = [f"/article/{4123400 + n * 7}.html" for n in range(8)]
    moments = [f"/moment/{1123400 + n * 7}.html" for n in range(6)]
    yield ListCase(
        "business comment: articles, moments, members, events, collections",
        "https://www.hx.example/",
        "<html><body><div class='nav'><a href='/channel/22.html'>前沿科技</a><a href='/channel/106.html'>金融地产</a></div><div class='flow'>"
        + lines(
            posts,
            "<div class='article-item'><a href='{u}' class='img'><img src='a.jpg'></a><a href='{u}' class='article-item__content'><h5>{t}</h5><p>很多人以为……</p></a><a class='author' href='/member/12{n}4.html'>检测行业观察者{n}</a><span>{n}小时前</span></div>",
            WORDS,
        )
        + "</div><div class='moment'><h3>24小时</h3>"
        + lines(moments, "<div class='mm'><span>1{n}:20</span><a href='{u}'>{t}</a></div>", WORDS[5:])
        + "</div><div class='hd'><h3>活动</h3><a href='/active/content/312.html'>虎跃大会:质量的未来</a></div><div class='wj'><h3>文集</h3>"
        + lines(
            [f"/collection/{n}.html" for n in range(31, 35)],
            "<a href='{u}'>{t}</a>",
            ("硬科技检测手册", "新消费", "年度财报合集", "汽车小史"),
        )
        + "</div></body></html>",
        (*posts, *moments),
        home=True,
    )
    own = [f"/0/851/{230 + n}.htm" for n in range(9)]
    rank = [f"/0/850/{110 + n}.htm" for n in range(6)]
    yield ListCase(
        "technology news: three figures in two directories, a rank, topics of words",
        "https://www.itjia.example/",
        "<html><body><div id='nav'><a href='/zt/2025/'>专题</a><a href='//m.itjia.example/'>手机版</a></div><ul class='nl'>"
        + lines(own, "<li class='n'><a target='_blank' href='{u}'>{t}</a><b>1{n}:05</b></li>", WORDS)
        + "</ul><div class='rk'><p>日榜</p><ul>"
        + lines(rank, "<li><span>{n}</span><a title='{t}' href='{u}'>{t}</a></li>", WORDS[7:])
        + "</ul></div><div class='tg'><a href='/tags/华为/'>华为</a><a href='/tags/新能源汽车/'>新能源汽车</a><a href='//lapin.itjia.example/html/digi/851234.htm'>充电宝3C认证款到手价59元</a></div></body></html>",
        (*own, *rank),
        home=True,
    )
    own = [f"https://bjh.du.example.com/s?id=18326{n}98765432101" for n in range(7)]
    yield ListCase(
        "an author's page: cards of posts and of films",
        "https://author.du.example.com/home?app_id=15812345",
        "<html><body><div class='head'>检测科普社 粉丝2.1万</div><div class='tabs'><a href='?app_id=15812345&amp;tab=article'>文章</a><a href='?app_id=15812345&amp;tab=video'>视频</a></div>"
        + lines(
            own,
            "<div class='sfi-article'><a href='{u}' class='text'><div class='sfi-article-title'>{t}</div><div class='info'><span>{n}0阅读</span><span>{n}天前</span></div></a></div>",
            WORDS,
        )
        + "<div class='sfi-video'><a href='https://haokan.du.example.com/v?vid=1234567890123'><div>一分钟看懂电子秤作弊</div></a></div></body></html>",
        tuple(own),
        home=True,
    )


def _other_fronts() -> Iterator[ListCase]:
    news, notes, talks = (
        [f"info/{c}/{start - n}.htm" for n in range(count)]
        for c, start, count in ((1012, 5678, 5), (1013, 5578, 6), (1015, 5478, 4))
    )
    quick = lines(
        [f"http://{name}.daxue8.example/" for name in ("jwc", "lib", "mail", "ehall")],
        "<a href='{u}'>{t}</a>",
        ("教务管理信息系统", "图书馆电子资源", "电子邮箱", "网上办事大厅"),
    )
    yield ListCase(
        "front of a college: dates over months, notices, lectures, systems, leaders' boxes",
        "http://jl.daxue8.example/index.htm",
        "<html><body><div class='menu'><a href='xygk/xyjj.htm'>学院简介</a><a href='szdw/jsfc1.htm'>教师风采展示</a><a href='kxyj.htm'>科学研究</a></div><div class='ban'><a href='xwdt/zt2025.htm'><img src='b.jpg' alt='喜迎建院四十周年'></a></div><div class='xw'>"
        + lines(
            news,
            "<div class='li'><a href='{u}'><div class='sj'><span>1{n}</span>2025.05</div><div class='wz'><h4>{t}</h4><p>5月……</p></div></a></div>",
            WORDS,
        )
        + "</div><div class='tz'><h3>通知公告</h3><ul>"
        + lines(notes, "<li><a href='{u}' title='{t}'>{t}</a><span>05-1{n}</span></li>", WORDS[5:])
        + "</ul></div><div class='xs'><h3>学术讲座</h3><ul>"
        + lines(talks, "<li><a href='{u}'>{t}</a></li>", WORDS[8:])
        + f"</ul></div><div class='ks'>{quick}</div><div class='ft'>地址:海州市 <a href='http://www.daxue8.example/info/1001/2.htm'>学校信息公开网页</a></div></body></html>",
        (*news, *notes, *talks),
        home=True,
    )
    news, goods = (
        [f"/content/details_12_{n}.html" for n in (321, 320, 318, 315)],
        [f"/content/details_9_{n}.html" for n in (123, 122, 121, 120, 119, 118)],
    )
    yield ListCase(
        "front of a maker: products and news are details of different columns",
        "http://www.sydj.example/",
        "<html><body><div class='n'><a href='/content/list_9.html'>产品</a><a href='/content/about_1.html'>关于</a></div><div class='pro'><h2>产品中心</h2><div class='pb'>"
        + lines(
            goods,
            "<div class='p'><a href='{u}'><img src='p.jpg'></a><a href='{u}'>{t}</a></div>",
            (
                "微机控制电子式万能试验机",
                "液晶屏显全自动压力试验机",
                "冲击试验机低温槽",
                "扭转试验机",
                "弹簧试验机系列",
                "钢绞线松弛试验机",
            ),
        )
        + "</div></div><div class='nw'><h2>新闻动态</h2><div class='nb'>"
        + lines(news, "<div class='x'><a href='{u}'>{t}</a><span>{d}</span></div>", WORDS[4:])
        + "</div></div><p>版权所有 三一测试 <a href='/content/about_9.html'>法律声明与隐私权政策</a></p></body></html>",
        tuple(news),
        home=True,
    )
    boxes = [
        [f"/{name}/{start + n}.html" for n in range(5)]
        for name, start in (("bszx", 31000), ("hyzx", 32000), ("zcjd", 33000), ("gjjl", 34000), ("kpzs", 35000), ("pxhd", 36000))
    ]
    heads = ("本所资讯", "行业资讯", "政策解读", "国际交流", "科普知识", "培训活动")
    yield ListCase(
        "front of an institute: six boxes, the first of each with a picture, films, instruments, a map of outlets",
        "http://www.biaoliang.example/",
        "<html><body><ul class='menu'><li><a href='/gywm/101.html'>关于我们</a></li><li><a href='/jcfw/201.html'>检测服务</a></li></ul>"
        + "".join(
            f"<div class='bx'><div class='tit'><b>{heads[n]}</b><a href='/{paths[0].split('/')[1]}/'>MORE</a></div><div class='top'><a href='{paths[0]}'><img src='t.jpg'></a><h4><a href='{paths[0]}'>{WORDS[n]}</a></h4></div><ul>{lines(paths[1:], '<li><a href={u}>{t}</a></li>', WORDS[n + 2 :])}</ul></div>"
            for n, paths in enumerate(boxes)
        )
        + "<div class='bx'><div class='tit'><b>视频中心</b></div><ul>"
        + lines([f"/spzx/{n}.html" for n in range(37001, 37004)], "<li><a href='{u}'><img src='v.jpg'></a></li>")
        + "</ul></div><div class='bx'><div class='tit'><b>仪器设备</b></div><ul>"
        + lines(
            [f"/yqsb/{n}.html" for n in range(401, 406)],
            "<li><a href='{u}'><img src='y.jpg'>{t}</a></li>",
            ("激光干涉仪", "标准扭矩机", "大力值叠加式力标准机", "测长机", "静重式力机"),
        )
        + "</ul></div><div class='wd'><a href='/wdfb/11.html'>城东受理窗口</a><a href='/wdfb/12.html'>开发区业务受理大厅地址</a></div></body></html>",
        tuple(path for paths in boxes for path in paths),
        home=True,
    )


def _columns() -> Iterator[ListCase]:
    own = [f"http://www.jjrb.example/xwzx/gnsz/gdxw/202505/{20 - n:02}/t202505{20 - n:02}_39412{n}45.shtml" for n in range(8)]
    near = [f"http://www.jjrb.example/cysc/zljd/202505/{20 - n:02}/t202505{20 - n:02}_39411{n}45.shtml" for n in range(4)]
    yield ListCase(
        "economic daily: a list in a table cell, pictures of the channel, index pages from nought",
        "http://www.jjrb.example/xwzx/gnsz/gdxw/index.shtml",
        "<html><body><table><tr><td class='l'><div class='left'>"
        + lines(
            own,
            "<li><span class='f1'><a href='{u}' target='_blank'>{t}</a></span><span class='f2'>[05-20 1{n}:3{n}]</span></li>",
            WORDS,
        )
        + "</div><div class='page'><script>var currentPage = 0;var countPage = 25;document.write('<a href=\"index_'+(currentPage+1)+'.shtml\">下一页</a>');</script></div></td><td class='r'><h3>质量监督</h3>"
        + lines(near, "<div class='pp'><a href='{u}'><img src='z.jpg' alt='{t}'></a><a href='{u}'>{t}</a></div>", WORDS[9:])
        + "</td></tr></table></body></html>",
        (*own, *near),
        "index_1.shtml",
    )
    own = [f"/tongzhi/{n}.html" for n in (88, 87, 85, 80, 79, 71)]
    yield ListCase(
        "notices: new and top flags, readers, a file beside each, small numbers",
        "http://www.nengli.example/tongzhi/",
        "<html><body><div class='ncenter'><h1>通知公告</h1>"
        + lines(
            own,
            "<div class='r'><span class='flag'>置顶</span><a href='{u}'>{t}</a><img src='new.gif'><small>阅读:{n}21</small><a href='/file/{n}.pdf' class='fj'>附件</a><time>05-1{n}</time></div>",
            (
                "2025年能力验证计划(第二批)",
                "关于收费标准的说明",
                "结果报告发放",
                "化学领域能力验证样品发放通知",
                "暂停业务公告",
                "征集专家",
            ),
        )
        + "</div><div class='p'><a href='/tongzhi/?p=2'>2</a><a href='/tongzhi/?p=3'>3</a><a href='/tongzhi/?p=2'>→</a></div></body></html>",
        tuple(own),
        "/tongzhi/?p=2",
    )
    own = [f"/jgsj/kjs/gzdt/art/2025/art_{n}b1c4e5f60718293a4b5c6d7e8f9012{n}.html" for n in range(7)]
    yield ListCase(
        "ministry: art and hash under the year, tabs of departments, no day",
        "https://www.gongxin.example/jgsj/kjs/gzdt/index.html",
        "<html><body><div class='tabs-x'><a href='/jgsj/kjs/jgzz/index.html'>机构职责与处室设置</a><a href='/jgsj/kjs/gzdt/index.html'>工作动态</a><a href='/jgsj/kjs/wjfb/index.html'>文件发布</a></div><ul class='lt'>"
        + lines(own, "<li><a href='{u}' title='{t}' target='_blank'>{t}</a></li>", WORDS)
        + "</ul><div class='xgl'><a href='https://wap.gongxin.example/gxsj/tjfx/index.html'>工信数据统计分析查询</a></div></body></html>",
        tuple(own),
    )
    own = [f"/info/detail/{n}" for n in ("a1f3", "b27c", "c9d0", "d4e8", "e55a", "f601")]
    yield ListCase(
        "short tokens for numbers, dates before the titles",
        "https://www.yanfa.example/info/list",
        "<html><body><header><a href='/solution/wind'>风电叶片检测方案</a><a href='/solution/pv'>光伏组件</a></header><section>"
        + lines(own, "<div class='row'><div class='date'>{d}</div><a href='{u}'>{t}</a></div>", WORDS)
        + "</section><button data-url='/info/list?page=2'>加载更多</button></body></html>",
        tuple(own),
        "/info/list?page=2",
    )


def fifth_cases() -> list[ListCase]:
    """All of them."""
    return [*_media_fronts(), *_other_fronts(), *_columns()]
