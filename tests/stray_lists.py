"""Lists and front pages in which something strays: boxes that look like news and are none, news that looks like a menu."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, T, lines
from tests.odd_lists import AT, BRIEF, HOT, framed

SAMPLES = ("塑料购物袋不合格批次", "某品牌电热水壶", "某牌儿童推车", "2025年第二批瓷砖", "床上用品", "消防应急灯具")


def _cases() -> Iterator[ListCase]:
    news = [f"/xxdt/{n}.html" for n in range(2101, 2109)]
    related = [f"/ztzl/{n}.html" for n in range(2001, 2005)]
    yield ListCase(
        "news beside experts, downloads and questions",
        AT,
        framed(
            "<div class='left'><h4>专家库</h4>"
            + lines(
                [f"/zj/{n}.html" for n in range(31, 37)],
                "<a href='{u}'>{t}</a>",
                ("张某某", "李某", "王某某", "赵某", "钱某某", "孙某"),
            )
            + "<h4>下载</h4>"
            + lines([f"/xz/{n}.doc" for n in range(51, 56)], "<p><a href='{u}'>{t}申请书</a></p>")
            + "</div><div class='right'>"
            + lines(news, "<div class='n'><a href='{u}'>{t}</a><span>{d}</span></div>")
            + "</div><div class='zt'>"
            + lines(related, "<p><a href='{u}'><img src='z{n}.jpg'></a></p>")
            + "</div>"
        ),
        tuple(news),
    )
    pairs = [f"/doc/{n}" for n in range(90211, 90219)]
    yield ListCase(
        "picture, headline and teaser are three links to one address",
        AT,
        framed(
            lines(
                pairs,
                "<div class='m'><a href='{u}'><img src='x.png' alt='配图'></a><a href='{u}'>{t}</a><a href='{u}'>近日,记者从有关部门获悉,相关工作已经启动,预计年底前完成……</a><a href='/t/{n}'>计量</a><a href='/u/10{n}'>编辑{n}</a><span>{d} 10:0{n}</span></div>",
            )
            + "<a class='next' href='?p=2'>下一页</a>"
        ),
        tuple(pairs),
        "?p=2",
    )
    months = [f"/art/{n}.htm" for n in range(6101, 6109)]
    yield ListCase(
        "an archive of months beside the list",
        AT,
        framed(
            "<ul class='arc'>"
            + "".join(f"<li><a href='/archive/2025{n:02}.html'>2025年{n}月(1{n})</a></li>" for n in range(1, 9))
            + "</ul><ul>"
            + lines(months, "<li><a href='{u}'>{t}</a></li>")
            + "</ul>"
        ),
        tuple(months),
    )
    recalls = [f"/zhgl/cpzh/{n}.html" for n in range(4401, 4407)]
    yield ListCase(
        "a table of samples whose names are links",
        "http://www.suo.example/zhgl/",
        framed(
            "<table><thead><tr><th>产品</th><th>企业</th><th>公布日期</th></tr></thead>"
            + lines(recalls, "<tr><td><a href='{u}'>{t}</a></td><td>某某有限公司</td><td>{d}</td></tr>", SAMPLES)
            + "</table>"
        ),
        tuple(recalls),
    )
    spans = [f"/view/{n}" for n in range(1811, 1817)]
    yield ListCase(
        "items whose address stands in an attribute",
        AT,
        framed(f"<ul>{lines(spans, '<li data-url={u}><span>{t}</span><i>{d}</i></li>')}</ul>"),
        tuple(spans),
    )
    yearless = [f"/n/{n}.html" for n in range(751, 758)]
    yield ListCase(
        "hours ago, yesterday, and a pager without addresses",
        AT,
        framed(
            "<div class='feed'>"
            + lines(
                yearless,
                "<section><h3><a href='{u}'>{t}</a></h3><footer><a href='/s/{n}/'>检测头条</a><time>{n}小时前</time></footer></section>",
            )
            + "</div><div class='pages'><a href='#' onclick='go(1)'>1</a><a href='#' onclick='go(2)'>2</a><a href='#' onclick='go(2)'>下一页</a></div>"
        ),
        tuple(yearless),
    )
    broken = [f"/gz/t{n}.shtml" for n in range(3301, 3309)]
    yield ListCase(
        "tags that are never closed",
        AT,
        framed(f"<div class=header><ul>{lines(broken, '<li><a href={u}>{t}<span>{d}</span>')}"),
        tuple(broken),
    )
    quotes = [f"/Item/{n}.aspx" for n in range(8801, 8808)]
    yield ListCase(
        "laws, forms and news in tabs of one class",
        AT,
        framed(
            "<div class='tabs'><a href='#t1'>新闻</a><a href='#t2'>法规</a></div>"
            + f"<div class='tabc' id='t1'>{lines(quotes, '<p><a href={u}>{t}</a></p>')}</div>"
            + f"<div class='tabc' id='t2'>{lines(['/Item/91.aspx', '/Item/92.aspx', '/Item/93.aspx', '/Item/94.aspx'], '<p><a href={u}>中华人民共和国{t}</a></p>', ('计量法实施细则', '标准化法全文', '认证认可条例', '产品质量法'))}</div>"
        ),
        (*quotes, "/Item/91.aspx", "/Item/92.aspx", "/Item/93.aspx", "/Item/94.aspx"),
    )
    few = ["/xwzx/2025/7.html", "/xwzx/2025/9.html"]
    yield ListCase(
        "a column of two",
        "http://www.suo.example/xwzx/",
        framed(f"<ul>{lines(few, '<li><a href={u}>{t}</a><span>{d}</span></li>')}</ul>"),
        tuple(few),
    )
    jobs = [f"/zhaopin/{n}.html" for n in range(6001, 6007)]
    lead = [f"/zixun/{n}.html" for n in range(5001, 5007)]
    shop = [f"/yiqi/{n}.html" for n in range(7001, 7010)]
    forum = [f"/thread-{n}-1-1.html" for n in range(8001, 8005)]
    yield ListCase(
        "the front page of a trade site: posts, prices, forum and news",
        "http://www.hangye.example/",
        framed(
            f"<div class='zx'><h2>资讯</h2><ul>{lines(lead, '<li><a href={u}>{t}</a></li>')}</ul></div>"
            + f"<div class='yq'><h2>仪器</h2><ul>{lines(shop, '<li><a href={u}><img src=y.jpg>{t}</a><b>¥{n}800</b></li>', ('电子天平', 'pH计', '恒温水浴锅', '离心机', '测厚仪', '粘度计', '色差仪', '酸度计', '硬度计'))}</ul></div>"
            + f"<div class='zp'><h2>招聘</h2><ul>{lines(jobs, '<li><a href={u}>{t}</a></li>', ('检测员', '销售经理', '质量主管', '授权签字人', '校准员', '采样员'))}</ul></div>"
            + f"<div class='lt'><h2>论坛</h2><ul>{lines(forum, '<li><a href={u}>{t}</a></li>', ('求助:色谱柱', '标准溶液', '怎么做期间核查', '灌水'))}</ul></div>"
        ),
        tuple(lead),
        home=True,
    )
    strip = [f"/gzdt/202506/t202506{n}_77{n}.html" for n in range(10, 18)]
    yield ListCase(
        "a front page whose columns have headlines' names",
        "http://scjg.city.example/",
        framed(
            "<div class='hot'>"
            + lines(
                [f"/col/{n}/index.html" for n in range(1, 7)],
                "<a href='{u}'>{t}</a>",
                (
                    "优化营商环境条例宣传贯彻专栏",
                    "知识产权强市建设工作动态",
                    "食品安全示范城市创建专栏",
                    "放心消费环境建设专题报道",
                    "特种设备安全生产专项整治",
                    "质量强国建设纲要学习园地",
                ),
            )
            + "</div><div class='nr'>"
            + lines(strip, "<div class='l'><a href='{u}'>{t}</a></div>")
            + "</div><div class='xjj'>"
            + lines([f"http://scjg.xian{n}.example/" for n in range(6)], "<a href='{u}'>某某县市场监督管理局</a>")
            + "</div>"
        ),
        tuple(strip),
        home=True,
    )
    menu = [f"/gk/{n}.html" for n in range(11, 21)]
    brief = [f"/kx/{n}.html" for n in range(11, 19)]
    yield ListCase(
        "short titles with months and days beside a menu of the same addresses",
        "http://www.suo.example/kx/",
        framed(
            f"<ul class='cd'>{lines(menu, '<li><a href={u}>{t}</a></li>', BRIEF)}</ul><ul class='lb'>{lines(brief, '<li><a href={u}>{t}</a><span>[06-1{n}]</span></li>', BRIEF)}</ul>"
        ),
        tuple(brief),
    )
    hotter = [f"/zixun/{n}.html" for n in range(340, 346)]
    own = [f"/zixun/{n}.html" for n in range(350, 360)]
    yield ListCase(
        "a ranking by numbers, and the same article in both",
        "http://www.suo.example/zixun/",
        framed(
            f"<ol>{lines([*hotter, own[0]], '<li><span>{n}</span><a href={u}>{t}</a></li>', HOT)}</ol><div>{lines(own, '<h3><a href={u}>{t}</a></h3><p>{d} 阅读(1{n}3) 评论(<a href={u}#c>0</a>)</p>')}</div><a href='/zixun/p2'>&gt;</a><a href='/zixun/p2'>末页</a>"
        ),
        tuple(hotter + own),
    )


def _front_pages() -> Iterator[ListCase]:
    at = "http://www.zhijian.example/"
    boxes = [
        (name, box, [f"/{box}/{1000 * n + k}.html" for k in range(5)])
        for n, (name, box) in enumerate(
            (
                ("要闻", "yw"),
                ("时评", "sp"),
                ("检验", "jy"),
                ("计量", "jl"),
                ("认证", "rz"),
                ("标准", "bz"),
                ("召回", "zh"),
                ("曝光", "bg"),
                ("地方", "df"),
                ("企业", "qy"),
                ("人物", "rw"),
                ("国际", "gj"),
            ),
            1,
        )
    ]
    twelve = "".join(
        f"<div class='box b{n}'><div class='hd'><a href='/{box}/'>{name}</a><a href='/{box}/'>更多>></a></div>"
        f"<ul>{lines(paths, '<li><a href={u}>{t}</a></li>', T[n % 5 :])}</ul></div>"
        for n, (name, box, paths) in enumerate(boxes)
    )
    yield ListCase(
        "a front page of twelve boxes",
        at,
        framed(
            f"<div class='w'>{twelve}</div><div class='ztlan'><a href='/zt/2025/'>2025年世界计量日专题报道</a><a href='http://zt.zhijian.example/zly/'>质量月特别策划专题网页</a></div>"
            "<div class='bmfw'><a href='/cx/1001.html'>证书查询</a><a href='/cx/1002.html'>报告真伪</a><a href='/cx/1003.html'>投诉举报</a><a href='/cx/1004.html'>在线咨询</a></div>",
            "<meta name=keywords content=质检>",
        ),
        tuple(path for _, _, paths in boxes for path in paths),
        home=True,
    )
    news = [f"/index.php?m=content&c=index&a=show&catid=9&id={n}" for n in range(231, 237)]
    column = [f"/index.php?m=content&c=index&a=lists&catid={n}" for n in range(11, 17)]
    yield ListCase(
        "a front page whose every address is a query",
        at,
        framed(
            "<div class='lm'>" + lines(column, "<a href='{u}'>{t}</a>", BRIEF).replace("&", "&amp;") + "</div>"
            "<div class='news'>" + lines(news, "<li><a href='{u}'>{t}</a></li>").replace("&", "&amp;") + "</div>"
        ),
        tuple(news),
        home=True,
    )
    lead = [f"/a/2025061{n}/00{n}8{n}.htm" for n in range(4)]
    rest = [f"/a/2025061{n}/10{n}8{n}.htm" for n in range(8)]
    films = [f"/v/2025061{n}/20{n}8{n}.htm" for n in range(3)]
    yield ListCase(
        "a channel with a slide show, a feed and films",
        "http://pd.zhijian.example/index.html",
        framed(
            "<div class='swiper'>"
            + lines(lead, "<div class='swiper-slide'><a href='{u}'><img src='a.jpg' alt='{t}'><span>{t}</span></a></div>")
            + "</div>"
            "<div class='feed'>"
            + lines(
                rest,
                "<div class='it'><a href='{u}' class='p'><img src='a.jpg'></a><div><a href='{u}'>{t}</a><p>导语导语导语导语导语导语</p><span>{n}小时前</span></div></div>",
            )
            + "</div><div class='vd'>"
            + lines(films, "<a href='{u}'><img src='a.jpg'><b>视频:{t}</b></a>")
            + "</div>"
        ),
        tuple(lead + rest),
        home=True,
    )


def stray_cases() -> list[ListCase]:
    """All of them."""
    return [*_cases(), *_front_pages()]
