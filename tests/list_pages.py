"""Lists as portals print them, written for the tests and labelled: which addresses are articles, and where each list goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from tests.families import FAMILIES

T = (
    "全省检验检测机构资质认定工作会议召开",
    "关于公布第三批计量标准考核合格单位的通告",
    "我院建成大口径水表检定装置",
    "市场监管局开展儿童玩具质量监督抽查",
    "长三角电梯检验互认实现零的突破",
    "两家检测机构出具虚假报告被吊销资质",
    "世界计量日:让测量更可靠",
    "实验室开放日迎来百名小学生",
    "新版认可准则宣贯培训班在杭州举办",
    "锂电池检测实验室获得国家认可",
    "全国检验检测技能竞赛落下帷幕",
    "食品抽检不合格情况通报(第36期)",
)


@dataclass(frozen=True, slots=True)
class ListCase:
    """One list page. Addresses are relative to `url`."""

    name: str
    url: str
    html: str
    articles: tuple[str, ...]
    following: str | None = None
    home: bool = False  # a home or channel page of many boxes

    @property
    def wanted(self) -> set[str]:
        """The addresses of its articles."""
        return {urljoin(self.url, path) for path in self.articles}

    @property
    def wanted_next(self) -> str | None:
        """The address of the next page."""
        return urljoin(self.url, self.following) if self.following else None


def lines(addresses: list[str], item: str, titles: tuple[str, ...] = T) -> str:
    """One item for each address; `item` may use {u}, {t}, {d} and {n}."""
    return "\n".join(
        item.format(u=address, t=titles[n % len(titles)], d=f"2026-{1 + n % 9:02}-{10 + n % 18:02}", n=n)
        for n, address in enumerate(addresses)
    )


def whole(body: str, head: str = "", title: str = "列表") -> str:
    """A page with what stands around every list."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div id='top'><a href='/login.html'>登录</a> <a href='/wap/'>手机版</a></div>"
        f"<div class='mainnav'><a href='/'>首页</a><a href='/gk/index.html'>信息公开</a><a href='/list/8.html'>检验检测机构资质认定</a></div>{body}"
        "<div class='yqlj'><a href='http://www.samr.example/'>国家市场监督管理总局</a><a href='http://www.cma.example/x12.html'>资质认定信息查询平台</a></div>"
        "<div class='bottom'><a href='/site/12.html'>网站声明</a> <a href='http://beian.example/12345678'>沪ICP备12345678号-1</a></div></body></html>"
    )


def _cases() -> Iterator[ListCase]:
    at = "http://www.yuan.example/xwzx/"
    ids = [f"/article/{n}.html" for n in range(345, 355)]
    yield ListCase(
        "ids of three digits, no dates",
        at,
        whole(f"<ul class='list'>{lines(ids, '<li><a href={u}>{t}</a></li>')}</ul>"),
        tuple(ids),
    )

    single = [f"show.php?id={n}" for n in range(1, 8)]
    yield ListCase(
        "ids of one digit with dates",
        at,
        whole(f"<ul>{lines(single, '<li><a href={u}>{t}</a><i>{d}</i></li>')}</ul>"),
        tuple(single),
    )

    papers = [f"/upload/2026/0{n}/gonggao{n}.pdf" for n in range(1, 8)]
    yield ListCase(
        "announcements as PDF",
        at,
        whole(
            f"<div class='xxpl'><ul>{lines(papers, '<li><a href={u} target=_blank>{t}</a><span>{d}</span></li>')}<li><a href='/upload/biao.xls'>申请表格下载附件表</a></li></ul></div>"
        ),
        tuple(papers),
    )

    sister = [f"http://news.sister.example/2026/{100 + n}.html" for n in range(8)]
    yield ListCase(
        "a sister host, dated", at, whole(f"<ul>{lines(sister, '<li><a href={u}>{t}</a>[{d}]</li>')}</ul>"), tuple(sister)
    )

    bare = [f"https://www.paper.example/content/{70_000 + n}.shtml" for n in range(8)]
    yield ListCase(
        "a sister host, undated",
        at,
        whole(f"<div class='cnt'><ul>{lines(bare, '<li><a href={u}>{t}</a></li>')}</ul></div>"),
        tuple(bare),
    )

    accounts = [f"https://mp.weixin.example/s/{word}" for word in ("qWeRtYuI", "aSdFgHjK", "zXcVbNmL", "pOiUyTrE", "lKjHgFdS")]
    yield ListCase(
        "a list of account posts",
        at,
        whole(f"<ul>{lines(accounts, '<li><a href={u}>{t}</a><em>{d}</em></li>')}</ul>"),
        tuple(accounts),
    )

    short = [f"/xw/t2026091{n}_88{n}.htm" for n in range(8)]
    names = ("简讯", "开放日", "年检", "院庆活动", "召回", "公示", "我院获奖", "合作签约")
    yield ListCase(
        "short titles",
        at,
        whole(f"<ul>{lines(short, '<li><a href={u}>{t}</a> <span>{d}</span></li>', names)}</ul>"),
        tuple(short),
    )

    rows = [f"/zfxxgk/{n}/content.html" for n in range(2201, 2209)]
    yield ListCase(
        "a table of documents with their numbers",
        at,
        whole(
            "<table><tr><th>索引号</th><th>名称</th><th>文号</th><th>日期</th></tr>"
            + lines(
                rows, "<tr><td>0131-{n}</td><td><a href={u} title='{t}'>{t}</a></td><td>质检函〔2026〕{n}号</td><td>{d}</td></tr>"
            )
            + "</table>"
        ),
        tuple(rows),
    )

    cards = [f"/news/detail/{n}" for n in range(71, 80)]
    yield ListCase(
        "cards of pictures",
        at,
        whole(
            "<div class='row'>"
            + lines(
                cards,
                "<div class='col-md-4'><a href='{u}'><figure><img src='/p/{n}.jpg' alt='图'><figcaption><h4>{t}</h4><p>摘要摘要摘要摘要</p><time>{d}</time></figcaption></figure></a></div>",
            )
            + "</div><a class='next' href='/xwzx/?page=2'>下一页 &gt;</a>"
        ),
        tuple(cards),
        "/xwzx/?page=2",
    )

    clicks = [f"/content.jsp?urltype=news.NewsContentUrl&wbnewsid={n}" for n in range(5512, 5520)]
    yield ListCase(
        "links that a script opens",
        at,
        whole(
            "<ul>"
            + lines(clicks, "<li><a href='javascript:void(0);' onclick=\"window.open('{u}')\">{t}</a><span>{d}</span></li>")
            + "</ul>"
        ),
        tuple(clicks),
    )

    relative = [f"//www.yuan.example/info/10{n}/55{n}.htm" for n in range(6)]
    yield ListCase(
        "protocol-relative", at, whole(f"<ul>{lines(relative, '<li><a href={u}>{t}</a>{d}</li>')}</ul>"), tuple(relative)
    )

    based = [f"detail/{n}.html" for n in range(901, 907)]
    yield ListCase(
        "base address",
        at,
        whole(
            f"<ul>{lines(based, '<li><a href={u}>{t}</a>{d}</li>')}</ul>",
            "<base target='_blank'><base href='http://www.yuan.example/site/'>",
        ),
        tuple(f"http://www.yuan.example/site/{path}" for path in based),
    )

    pinned = [f"/a/{n}.html" for n in (12, 4501, 4500, 4499, 4498, 4497)]
    yield ListCase(
        "pinned on top",
        at,
        whole(
            "<ul>"
            + lines(pinned, "<li class='i{n}'><font color=red>[置顶]</font><a href={u}>{t}</a><span>{d}</span></li>")
            + "</ul><p>共5页 <a href='index_2.html'>下一页</a></p>"
        ),
        tuple(pinned),
        "index_2.html",
    )

    columns = [f"/html/{n}.html" for n in range(6601, 6609)]
    yield ListCase(
        "each with its column in brackets",
        at,
        whole(
            "<ul>"
            + lines(columns, "<li>[<a href='/xwzx/col{n}/'>行业动态</a>] <a href='{u}'>{t}</a><span>{d}</span></li>")
            + "</ul>"
        ),
        tuple(columns),
    )

    boxes = [f"/jlyw/{n}.jhtml" for n in range(1001, 1007)]
    yield ListCase(
        "the day in a box over the month",
        at,
        whole(
            "<div class='lists'>"
            + lines(
                boxes,
                "<dl><dt><strong>1{n}</strong><span>2026-09</span></dt><dd><h3><a href='{u}'>{t}</a></h3><p>内容提要</p></dd></dl>",
            )
            + "</div>"
        ),
        tuple(boxes),
    )

    queries = [f"/?p={n}" for n in range(231, 238)]
    yield ListCase(
        "WordPress without permalinks",
        "http://blog.example/?cat=3",
        whole(
            "<main>"
            + lines(
                queries,
                "<article><h2 class='entry-title'><a href='{u}' rel='bookmark'>{t}</a></h2><footer>发布于 <a href='{u}'>{d}</a> 分类:<a href='/?cat=3'>行业资讯与动态</a></footer></article>",
            )
            + "</main><nav><a href='/?cat=3&paged=2'>较早文章</a></nav>"
        ),
        tuple(queries),
        "/?cat=3&paged=2",
    )

    slugs = [
        f"/news/{word}"
        for word in ("metrology-day", "lab-accreditation", "new-scope", "proficiency-testing", "open-day", "standard-published")
    ]
    yield ListCase(
        "addresses of words only",
        at,
        whole("<div class='news'>" + lines(slugs, "<div class='n'><h3><a href='{u}'>{t}</a></h3><p>摘要</p></div>") + "</div>"),
        tuple(slugs),
    )

    hashes = [f"/scsjgj/c104475/2026/1/{n}/29cc165341bc4c73a522310632d9f60{n}.shtml" for n in range(1, 8)]
    yield ListCase(
        "months without a nought, hashes, a pager counted from one",
        "http://amr.example/scsjgj/c104475/list.shtml",
        whole(
            "<ul>"
            + lines(hashes, "<li><a href='{u}' title='{t}'>{t}</a><span>{d}</span></li>")
            + "</ul><div id='page_div'></div><script>createPageHTML('page_div',50, 1,'list','shtml',734);</script>"
        ),
        tuple(hashes),
        "list_2.shtml",
    )

    middle = [f"./202609/t20260912_42007{n}.html" for n in range(6)]
    yield ListCase(
        "the middle of a pager that a script writes",
        "http://amr.example/zw/index_3.html",
        whole(
            "<ul>"
            + lines(middle, "<li><a href='{u}'>{t}</a><span>{d}</span></li>")
            + "</ul><script>var currentPage = 3; var countPage = 34; document.write('<a href=\"index_' + (currentPage+1) + '.html\">');</script>"
        ),
        tuple(middle),
        "index_4.html",
    )
    yield ListCase(
        "the last page of a pager that a script writes",
        "http://amr.example/zw/index_33.html",
        whole(
            "<ul>"
            + lines(middle, "<li><a href='{u}'>{t}</a><span>{d}</span></li>")
            + '</ul><script>createPageHTML(34, 33, "index", "html");</script>'
        ),
        tuple(middle),
    )

    numbers = [f"/n/{n}.html" for n in range(7001, 7007)]
    window = "".join(
        f"<span class=cur>{n}</span>" if n == 6 else f"<a href='/xw/list-{n}.html'>{n}</a>" for n in (1, 4, 5, 6, 7, 8, 20)
    )
    yield ListCase(
        "a pager that shows a window of numbers",
        "http://www.yuan.example/xw/list-6.html",
        whole("<ul>" + lines(numbers, "<li><a href='{u}'>{t}</a></li>") + f"</ul><div class='p'>{window}</div>"),
        tuple(numbers),
        "list-7.html",
    )
    yield ListCase(
        "a pager whose own number is a link too",
        "http://www.yuan.example/xw/3/",
        whole(
            "<ul>"
            + lines(numbers, "<li><a href='{u}'>{t}</a></li>")
            + "</ul><div class='p'>"
            + "".join(f"<a href='/xw/{n}/'>{n}</a>" for n in range(1, 8))
            + "</div>"
        ),
        tuple(numbers),
        "/xw/4/",
    )

    data = ",".join(
        f'{{"title":"{T[n]}","url":"/d/{3300 + n}.html","publishTime":"2026-09-1{n} 08:00:00","cover":"/c.jpg"}}'
        for n in range(8)
    )
    yield ListCase(
        "a list that a script holds",
        at,
        whole(f"<div id='list'></div><script>var page = 1;\nvar listData = [{data}];\nrender(listData);</script>"),
        tuple(f"/d/{3300 + n}.html" for n in range(8)),
    )
    state = ",".join(f'{{"articleTitle":"{T[n]}","linkUrl":"/zx/{500 + n}","addTime":1757635200000}}' for n in range(6))
    yield ListCase(
        "the state of an application",
        at,
        whole(
            f'<div id="app"></div><script>window.__STATE__={{"site":{{"name":"院"}},"list":{{"rows":[{state}],"total":6}}}}</script>'
        ),
        tuple(f"/zx/{500 + n}" for n in range(6)),
    )
    template = [f"/xx/{n}.html" for n in range(801, 806)]
    yield ListCase(
        "templates and comments beside the list",
        at,
        whole(
            "<!-- <li><a href='/old/11.html'>这一条已经被编辑注释掉了</a></li> --><script type='text/template'><li><a href='/item/{{id}}.html'>{{这里是模板里的标题}}</a></li></script><ul>"
            + lines(template, "<li><a href='{u}'>{t}</a><span>{d}</span></li>")
            + "</ul>"
        ),
        tuple(template),
    )
    yield from _homes()


def _homes() -> Iterator[ListCase]:
    at = "http://scjg.example/"
    pictures, news, notices, laws = (
        [f"/{name}/202609/t2026091{n}_{start + n}.html" for n in range(6)]
        for name, start in (("tpxw", 100), ("yw", 2000), ("tzgg", 3000), ("zcfg", 4000))
    )
    yield ListCase(
        "the front page of a regulator",
        at,
        whole(
            "<div class='focus'><ul>"
            + lines(pictures, "<li><a href='{u}'><img src='p{n}.jpg'></a><p><a href='{u}' title='{t}'>{t}</a></p></li>")
            + "</ul></div>"
            "<div class='tab'><h2><a href='/yw/'>要闻动态</a><a href='/yw/' class='more'>更多</a></h2><ul>"
            + lines(news, "<li><a href='{u}' title='{t}'>{t}</a><span>{d}</span></li>")
            + "</ul></div>"
            "<div class='tab'><h2><a href='/tzgg/'>通知公告</a></h2><ul>"
            + lines(notices, "<li><a href='{u}' title='{t}'>{t}</a><span>09-1{n}</span></li>")
            + "</ul></div>"
            "<div class='tab'><h2><a href='/zcfg/'>政策法规</a></h2><ul>"
            + lines(laws, "<li><a href='{u}'>{t}</a></li>")
            + "</ul></div>"
            "<div class='fw'><a href='http://zwfw.example/item/1101'>检验检测机构资质认定申请</a><a href='http://zwfw.example/item/1102'>特种设备作业人员考核发证</a><a href='http://zwfw.example/item/1103'>计量器具型式批准证书查询</a></div>"
            "<div class='zt'><a href='/zt/2026zlnd/'><img src='z.jpg' alt='2026年全国质量月活动专题'></a><a href='/zt/dsxx/index.html'>学习贯彻全会精神专题专栏</a></div>"
            "<select><option value='http://a.example/'>各市市场监管局</option></select>",
            title="东海省市场监督管理局",
        ),
        tuple(pictures + news + notices + laws),
        home=True,
    )
    trade = [f"/news/2026/0912/{60_000 + n}.html" for n in range(10)]
    hot = [f"/news/2026/0911/{61_000 + n}.html" for n in range(5)]
    people = [f"/interview/{n}.shtml" for n in range(4411, 4415)]
    yield ListCase(
        "the front page of a trade portal",
        "https://www.yiqi.example/",
        whole(
            "<div class='headline'><h1><a href='/news/2026/0912/69999.html'>检验检测行业上半年营收增长百分之七</a></h1></div><div class='l1'>"
            + lines(trade, "<p>·<a href='{u}'>{t}</a></p>")
            + "</div>"
            "<div class='rank'><h3>热点排行</h3><ol>"
            + lines(hot, "<li><em>{n}</em><a href='{u}'>{t}</a></li>")
            + "</ol></div><div class='talk'>"
            + lines(people, "<dl><dt><a href='{u}'><img src='f{n}.jpg' alt='{t}'></a></dt><dd><a href='{u}'>{t}</a></dd></dl>")
            + "</div>"
            "<div class='shop'><a href='/product/55123.html'>气相色谱仪GC-2026型号齐全</a><a href='/product/55124.html'>电子万能试验机厂家直销价格</a><a href='https://shop.yiqi.example/SH103322/'>上海某某仪器有限公司</a></div>"
            "<div class='job'><a href='/job/index.html'>仪器行业人才招聘</a></div><div class='bbs'><a href='https://bbs.yiqi.example/topic/8013342_1'>液相基线不稳怎么办求助各位老师</a></div>"
            "<div class='ads'><a href='https://ad.other.example/click?id=99182'>点击领取全套实验室认可体系文件</a></div>",
            title="仪器之家",
        ),
        ("/news/2026/0912/69999.html", *trade, *hot, *people),
        home=True,
    )
    main, side = ([f"/n2/2026/0912/c{column}-{4_000_000 + n}.html" for n in range(8)] for column in (365401, 365411))
    yield ListCase(
        "a regional channel of boxes in two columns",
        "http://cq.minzhong.example/",
        whole(
            "<div class='p6'><h1><a href='/n2/2026/0912/c365401-4999999.html'>山城检测产业集群冲刺千亿</a></h1></div><div class='w'><div class='fl'>"
            + lines(main, "<li><a href='{u}' target=_blank>{t}</a></li>")
            + "</div>"
            "<div class='fr'>"
            + lines(
                side,
                "<div class='hdNews clearfix'><a href='{u}'><img src='i.jpg'></a><p><strong><a href='{u}'>{t}</a></strong><em>{d}</em></p></div>",
            )
            + "</div></div>"
            "<div class='tv'><a href='http://tv.minzhong.example/n1/2026/0912/c1-2.html'>视频:走进国家质检中心看检测</a></div>"
            "<div class='qx'>"
            + "".join(
                f"<a href='/GB/3654{n}/index.html'>{name}</a>"
                for n, name in enumerate(("万州区", "涪陵区", "渝中区", "江北区"), 10)
            )
            + "</div>",
            title="山城频道--民众网",
        ),
        ("/n2/2026/0912/c365401-4999999.html", *main, *side),
        home=True,
    )
    news = [f"/xinwen/{n}.html" for n in range(21, 27)]
    cases = [f"/anli/{n}.html" for n in range(31, 35)]
    yield ListCase(
        "the front page of a testing company",
        "http://www.jiance.example/",
        whole(
            "<ul class='service'><li><a href='/fuwu/1.html'>食品检测</a></li><li><a href='/fuwu/2.html'>环境监测</a></li><li><a href='/fuwu/3.html'>建筑材料检测</a></li></ul>"
            "<div class='news'>"
            + lines(
                news, "<div class='it'><span>{d}</span><h4><a href='{u}'>{t}</a></h4><a href='{u}' class='btn'>查看详情</a></div>"
            )
            + "</div>"
            "<div class='case'>" + lines(cases, "<a href='{u}'><img src='c.jpg'><p>{t}</p></a>") + "</div>",
            title="远东检测",
        ),
        tuple(news + cases),
        home=True,
    )


def cases() -> list[ListCase]:
    """The written lists, and every HTML list of the families of portals."""
    found = list(_cases())
    for make in FAMILIES:
        site = make()
        site.port = 8000
        for path, articles in site.listed.items():
            kind, body = site.answer(path)
            if kind.startswith("text/html") and site.family != "javascript" and not body.startswith(b"<?xml"):
                text = body.decode(site.encoding)
                found.append(ListCase(f"{site.family} {path}", site.url(path), text, tuple(articles), site.following[path]))
    return found
