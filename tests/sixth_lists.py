"""A sixth set of lists, read unseen, of every kind once more."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

LINES = (
    "我市首家国家羊绒制品质检中心通过验收",
    "电梯“黑匣子”上岗 故障秒级报警",
    "关于印发《检验检测机构监督抽查工作规范》的通知",
    "问答:新版食品标签标准十大变化",
    "春茶上市 快检车开进茶园",
    "区局联合多部门开展加油站夜查",
    "中标公告:2025年度化妆品监督抽检项目",
    "副局长带队走访慰问困难职工",
    "国际互认!我国再获两项校准测量能力",
    "三问儿童“学步车”安全",
    "关于注销部分计量授权证书的公告",
    "从业三十年 她让每一滴血样有据可查",
    "产品质量申诉一季度分析报告",
    "招聘启事",
)


def _lists() -> Iterator[ListCase]:
    own = [f"/qxj/zwgk/gzdt/content/post_{9123400 + n}.html" for n in range(9)]
    yield ListCase(
        "southern government: posts, a plain pager of spans, columns as words",
        "http://scjgj.yang.example/qxj/zwgk/gzdt/index.html",
        "<html><body><div class='mainNav'><a href='/qxj/index.html'>首页</a><a href='/qxj/zwgk/gzdt/index.html'>工作动态</a><a href='/qxj/bsfw/zxbs/index.html'>网上办事综合服务</a></div><ul class='News_list'>"
        + lines(own, "<li><a href='{u}' title='{t}'>{t}</a><span class='time'>{d}</span></li>", LINES)
        + "</ul><div class='page_div'><a class='first' href='index.html'>首页</a><a class='cur' href='index.html'>1</a><a href='index_2.html'>2</a><a class='next' href='index_2.html'>下一页</a></div><div class='footer-x'><a href='/qxj/content/post_1.html'>关于本网站</a>粤公网安备<a href='http://www.beian.example/s?c=4401'>44010402001234号</a></div></body></html>",
        tuple(own),
        "index_2.html",
    )
    own = [f"/html/{n % 2 + 3}/2025-05-{20 - n:02}/{n}71c2e0b.html" for n in range(7)]
    yield ListCase(
        "two kinds in one list, kind in a tag before, the entry's own digest twice",
        "http://www.jiancewang.example/html/3/list.html",
        "<html><body><div class='bread'>位置:<a href='/'>首页</a> - <a href='/html/3/list.html'>资讯</a></div><div class='wrap'>"
        + lines(
            own,
            "<div class='post'><h2><a class='cat' href='/html/{n}/list.html'>快讯<i></i></a> <a href='{u}'>{t}</a></h2><a class='thumb' href='{u}'><img src='t.jpg'></a><p>摘要……<a href='{u}'>详细&gt;&gt;</a></p><p class='meta'>05-2{n} <a href='{u}#reply'>沙发</a> <a href='javascript:zan({n})'>赞</a></p></div>",
            LINES,
        )
        + "</div><div class='side'><h3>标签云</h3><a href='/html/t/1.html'>检验检测机构资质</a><a href='/html/t/2.html'>CMA</a><a href='/html/t/3.html'>食品安全监督抽检</a></div><div class='nav-links'><span class='current'>1</span><a href='/html/3/list_2.html'>2</a><a class='next page-numbers' href='/html/3/list_2.html'>›</a></div></body></html>",
        tuple(own),
        "/html/3/list_2.html",
    )
    own = [f"/web/news_show.php?class_id=3&nid={n}" for n in (77, 75, 74, 70, 66)]
    yield ListCase(
        "undated queries of two figures beside classes of one",
        "http://www.zhijianxh.example/web/news.php?class_id=3",
        "<html><body><div class='lm'><a href='/web/news.php?class_id=1'>协会公告栏目</a><a href='/web/news.php?class_id=2'>会员企业动态信息</a><a href='/web/news.php?class_id=3'>行业新闻</a><a href='/web/about.php?id=2'>入会指南及会费缴纳办法</a></div><table class='t'>"
        + lines(own, "<tr><td><a href='{u}'>{t}</a></td></tr>", LINES)
        + "</table><div>[<a href='/web/news.php?class_id=3&page=2'>下一页</a>]</div></body></html>".replace("&", "&amp;"),
        tuple(own),
        "/web/news.php?class_id=3&page=2",
    )
    own = [
        f"https://www.tuv.example/cn/news/{word}.html"
        for word in (
            "2025-lithium-battery-transport",
            "gb-38031-update",
            "machinery-regulation",
            "toy-safety",
            "hydrogen-valve",
            "press-award-2025",
        )
    ]
    yield ListCase(
        "a group's news of words, days in English order",
        "https://www.tuv.example/cn/news/index.html",
        "<html><body><div class='meganav'><a href='/cn/industries/energy.html'>新能源与储能</a><a href='/cn/services/training.html'>培训与人员资质认证</a></div>"
        + lines(
            own,
            "<div class='c-teaser'><div class='c-teaser__meta'>1{n}/05/2025 | 新闻稿</div><h3><a href='{u}'>{t}</a></h3></div>",
            LINES,
        )
        + "<div class='c-contact'><a href='/cn/contact/form-2.html'>联系我们的技术专家</a></div></body></html>",
        tuple(own),
    )
    own = [f"javascript:openNews({n})" for n in range(5)]
    real = [f"/api/page/{n}.shtml" for n in range(7001, 7006)]
    yield ListCase(
        "items whose script names the address in an attribute",
        "http://www.dianzi.example/news.shtml",
        "<html><body><ul class='u'>"
        + "".join(
            f"<li class='it' data-href='{one}' onclick='go(this)'><p class='bt'>{LINES[n]}</p><p class='rq'>2025-05-1{n}</p></li>"
            for n, one in enumerate(real)
        )
        + "</ul><a href='javascript:void(0)' onclick=\"location.href='/news_2.shtml'\">下一页</a></body></html>",
        tuple(real),
        "/news_2.shtml",
    )
    own = [f"/c/2025-05-{20 - n:02}/{712300 + n}.shtml" for n in range(6)]
    files = [f"/u/cms/www/2025{n:02}/091{n}23abc.pdf" for n in range(1, 4)]
    yield ListCase(
        "list of pages with the files of each as second links",
        "http://kjj.dong.example/tzgg/index.shtml",
        "<html><body><div class='gl'>"
        + lines(
            own,
            "<div class='g'><a href='{u}'>{t}</a><div class='fj'>附件:<a href='/u/cms/www/202505/0912{n}.doc'>1.申报书(模板)</a> <a href='/u/cms/www/202505/0913{n}.xls'>2.汇总表</a></div><span>{d}</span></div>",
            LINES,
        )
        + lines(files, "<div class='g'><a href='{u}'>{t}</a><span>{d}</span></div>", LINES[7:])
        + "</div><div class='pg'><a href='index_2.shtml'>后一页</a></div></body></html>",
        (*own, *files),
        "index_2.shtml",
    )


def _fronts() -> Iterator[ListCase]:
    a, b, c, d = (
        [f"/{name}/art/2025/5/{20 - n}/art_{k}_{start + n}.html" for n in range(6)]
        for k, (name, start) in enumerate((("xwzx", 60100), ("tzgg", 60200), ("zcwj", 60300), ("sxdt", 60400)), 1412)
    )
    letters = lines(
        [f"/hdjl/xjxd/letter?id=2025051{n}77" for n in range(3)],
        "<li><a href='{u}'>{t}</a></li>",
        ("咨询体温计检定", "投诉", "建议增设窗口"),
    )
    yield ListCase(
        "front of a province's bureau: lists of four columns, letters, maps of cities, apps",
        "http://amr.xibu.example/",
        "<html><body><div class='fl'><div class='bt'><a href='/xwzx/col/col1412/index.html'>新闻</a></div><ul>"
        + lines(a, "<li><a href='{u}'>{t}</a></li>", LINES)
        + "</ul></div><div class='fl'><div class='bt'><a href='/tzgg/col/col1413/index.html'>公告</a></div><ul>"
        + lines(b, "<li><a href='{u}'>{t}</a></li>", LINES[2:])
        + "</ul></div><div class='fl'><ul>"
        + lines(c, "<li><a href='{u}'>{t}</a><i>05.1{n}</i></li>", LINES[4:])
        + "</ul></div><div class='fl'><ul>"
        + lines(d, "<li>【<a href='http://{n}.xibu.example/'>某市</a>】<a href='{u}'>{t}</a></li>", LINES[7:])
        + f"</ul></div><div class='xj'><h3>局长信箱</h3><ul>{letters}</ul></div><div class='dt'>{''.join(f'<a href=http://s{n}.xibu.example/>某某市市场监督管理局</a>' for n in range(5))}</div><div class='ap'><a href='http://fw.xibu.example/site/item/310112.html'>计量标准器具核准办事</a><a href='http://fw.xibu.example/site/item/310113.html'>检验检测人员考核</a></div></body></html>",
        (*a, *b, *c, *d),
        home=True,
    )
    lead, news, deep = (
        [f"https://www.caij.example/{kind}/20250520/{start + n}.shtml" for n in range(count)]
        for kind, start, count in (("finance", 4512300, 3), ("industry", 4512400, 8), ("deep", 4512500, 4))
    )
    writers = lines(
        [f"https://zl.caij.example/u/{n}881" for n in range(5)],
        "<li><a href='{u}'><img src='w.jpg'></a><a href='{u}'>{t}</a></li>",
        ("沈某某专栏", "检测经济学人", "老周", "许某某的财务笔记", "小林"),
    )
    funds = lines(
        [f"https://data.caij.example/fund/{n}0123.html" for n in range(5)],
        "<tr><td><a href='{u}'>{t}</a></td><td>1.2{n}</td></tr>",
        ("质量成长混合A", "科创检测ETF", "计量主题", "稳健债券", "红利低波指数增强型基金"),
    )
    yield ListCase(
        "front of a finance site: lead, lists, writers, tables of funds, meetings",
        "https://www.caij.example/",
        "<html><body><div class='ld'>"
        + lines(lead, "<h2><a href='{u}'>{t}</a></h2>", LINES)
        + "</div><ul class='nl'>"
        + lines(news, "<li>·<a href='{u}'>{t}</a></li>", LINES[3:])
        + "</ul><div class='dp'>"
        + lines(deep, "<div class='d'><a href='{u}'><img src='d.jpg' alt='{t}'></a><p><a href='{u}'>{t}</a></p></div>", LINES[8:])
        + f"</div><ul class='zl'>{writers}</ul><table>{funds}</table><div class='hy'><a href='https://hui.caij.example/2025zlfh/'>2025质量发展峰会报名入口</a></div></body></html>",
        (*lead, *news, *deep),
        home=True,
    )
    threads, asks = ([f"/topic/{start + n * 3}" for n in range(7)] for start in (81200, 80100))
    yield ListCase(
        "community: topics with numbers, replies, badges, groups",
        "https://club.jianyan.example/",
        "<html><body><div class='tabs'><a href='/?tab=all'>全部</a><a href='/?tab=good'>精华</a></div><div id='topic_list'>"
        + lines(
            threads,
            "<div class='cell'><a class='user_avatar' href='/user/lab{n}'><img src='u.png' title='lab{n}'></a><span>{n}/32</span><a class='topic_title' href='{u}' title='{t}'>{t}</a><a class='last_time' href='{u}#r{n}'><span>{n} 小时前</span></a></div>",
            LINES,
        )
        + "</div><div class='aside'><div class='hd'>无人回复的话题</div>"
        + lines(asks, "<div><a class='dark' href='{u}' title='{t}'>{t}</a></div>", LINES[5:])
        + "</div><div class='aside'><div class='hd'>小组</div><a href='/group/11'>理化检测人员互助小组</a><a href='/group/12'>内审员之家</a></div><div class='pagination'><ul><li class='active'><a>1</a></li><li><a href='/?tab=all&amp;page=2'>2</a></li></ul></div></body></html>",
        (*threads, *asks),
        "/?tab=all&page=2",
        home=True,
    )
    news, know = ([f"/a/{name}/{start + n}.html" for n in range(6)] for name, start in (("gsxw", 301), ("jszl", 401)))
    pros = lines(
        [f"/a/cpzx/{n}.html" for n in range(201, 209)],
        "<li><a href='{u}' title='{t}'><img src='p.jpg' alt='{t}'><span>{t}</span></a></li>",
        (
            "氙灯耐候试验箱",
            "步入式恒温恒湿室",
            "淋雨试验装置IPX9K",
            "砂尘箱",
            "三综合试验系统",
            "快速温变箱",
            "热流仪",
            "太阳辐射试验箱",
        ),
    )
    yield ListCase(
        "front of a maker on DedeCMS: products between news and knowledge, all of three figures",
        "http://www.huanshi.example/",
        f"<html><body><div class='nav'><a href='/a/gywm/'>关于</a></div><div class='cp'><div class='tt'><h2>产品中心</h2></div><ul>{pros}</ul></div><div class='xw'><div class='tt'><h2>公司新闻</h2></div><ul>{lines(news, '<li><a href={u}>{t}</a><span>05-2{n}</span></li>', LINES)}</ul></div><div class='js'><div class='tt'><h2>技术资料</h2></div><ul>{lines(know, '<li><a href={u}>{t}</a></li>', LINES[6:])}</ul></div><div class='yl'>友情链接:<a href='http://a.example/1234.html'>恒温恒湿试验箱厂家</a><a href='http://b.example/'>盐雾试验机</a></div></body></html>",
        (*news, *know),
        home=True,
    )


def sixth_cases() -> list[ListCase]:
    """All of them."""
    return [*_lists(), *_fronts()]
