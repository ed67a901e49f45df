"""Lists and channels of news portals, with their ranks, films, slides, quotes and comments."""

from __future__ import annotations

from collections.abc import Iterator

from tests.list_pages import ListCase, lines

NEWS = (
    "新国标落地首日:电动自行车检测机构忙起来了",
    "一度电怎么量准?走进电能计量实验室",
    "外媒:中国检测认证业吸引力持续上升",
    "海州启动“小个体”计量器具免费检定",
    "独家|一家第三方检测公司的二十年",
    "4月份规模以上工业增加值同比增长6.1%",
    "儿童手表辐射超标?记者实测给出答案",
    "专家谈碳足迹核算:数据质量是关键",
    "国产质谱仪驶入快车道",
    "“体检”古桥 他们给百年老桥做CT",
    "东海发布暴雨黄色预警 这些路段注意避让",
    "首批绿色建材认证证书颁发",
    "美国一家实验室泄漏事故致3人受伤",
    "把脉新能源:电池检测里的大生意",
)
BAR = ("时政", "国际", "财经", "社会", "法治", "科技", "文化", "体育")


def portal(body: str, host: str, title: str = "新闻") -> str:
    """The frame of a portal: channels on hosts of their own, search, columns, footer with reports and licences."""
    bar = "".join(
        f"<a href='http://{name}.{host}/'>{said}</a>"
        for name, said in zip(("politics", "world", "finance", "society", "legal", "tech", "culture", "sports"), BAR, strict=True)
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><div class='webnav'>{bar}<a href='http://www.{host}/GB/123456/index.html'>全部频道</a></div>"
        f"<div class='login'><a href='http://passport.{host}/login?back=1'>登录</a><a href='http://app.{host}/download/?from=2025'>下载客户端享受更好阅读体验</a></div>"
        f"<div class='path'><a href='http://www.{host}/'>首页</a>&gt;&gt;<a href='http://www.{host}/GB/'>{title}</a></div>{body}"
        f"<div class='copyright'><p><a href='http://www.{host}/about/n1/2021/0101/c1-3201.html'>公司简介</a> | <a href='http://www.{host}/ad/2025.html'>广告服务刊例价格</a> | <a href='http://www.{host}/GB/50142/index.html'>网站声明</a> | <a href='http://www.12377.example/'>违法和不良信息举报中心</a></p>"
        f"<a href='http://www.{host}/img/2018/xkz.jpg'>互联网新闻信息服务许可证10120170001</a> <a href='http://www.{host}/licence/20180101.html'>信息网络传播视听节目许可证0104065</a> <a href='http://www.beian.example/portal?recordcode=11010502030101'>京公网安备11010502030101号</a></div></body></html>"
    )


def _channels() -> Iterator[ListCase]:
    host = "minzhong.example.com"
    head = "/n1/2025/0520/c14677-40483001.html"
    left, block, rank = (
        [f"/n1/2025/05{20 - n:02}/c{column}-{40480000 + column % 97 * 100 + n}.html" for n in range(count)]
        for column, count in ((14677, 8), (427940, 6), (14680, 10))
    )
    yield ListCase(
        "people's channel: headline, blocks, films on their own host, pictures, the ten of the day",
        f"http://finance.{host}/",
        portal(
            f"<div class='title'><h1><a href='{head}' target='_blank'>{NEWS[0]}</a></h1></div><div class='ej_left'><div class='news_box'>"
            + lines(
                left,
                "<div class='news'><h3><a href='{u}'>{t}</a></h3><a href='{u}'><img src='x.jpg' alt=''></a><em><a href='{u}'>据统计,今年以来检验检测服务业规模持续扩大</a></em></div>",
                NEWS,
            )
            + "</div><h2><a href='/GB/427940/index.html'>质量观察</a></h2><ul class='list_14'>"
            + lines(block, "<li><a href='{u}' target='_blank'>{t}</a></li>", NEWS[5:])
            + f"</ul></div><div class='ej_right'><h2><a href='http://tv.{host}/GB/14645/'>人民视频</a></h2>"
            + lines(
                [f"http://tv.{host}/n1/2025/0519/c61600-4048{n}.html" for n in range(3)],
                "<div class='pic'><a href='{u}'><img src='v.jpg'></a><a href='{u}'>{t}</a></div>",
                NEWS[2:],
            )
            + f"<h2><a href='http://pic.{host}/'>图片新闻</a></h2>"
            + lines(
                [f"http://pic.{host}/n1/2025/0518/c1016-4049{n}.html" for n in range(2)],
                "<a href='{u}'><img src='p.jpg' alt='{t}'></a>",
                NEWS[6:],
            )
            + "<div class='hot'><h2>热点排行</h2><ol class='list_rank'>"
            + lines(rank, "<li><i>{n}</i><a href='{u}' title='{t}'>{t}</a></li>", NEWS[3:])
            + "</ol></div><div class='zt'><a href='/GB/8215/461603/index.html'>2025年全国两会财经报道</a><a href='/GB/8215/461777/'>高质量发展调研行专题报道</a></div></div>",
            host,
            "财经",
        ),
        (head, *left, *block, *rank),
        home=True,
    )
    host = "hua.example.com"
    a = [f"/fortune/202505{20 - n:02}/{n}1f0b6c7d8e94a3fb2c1d0e9f8a7b6c{n}/c.html" for n in range(8)]
    b = [f"http://sh.{host}/202505{20 - n:02}/{n}aa0b6c7d8e94a3fb2c1d0e9f8a7b6d{n}/c.html" for n in range(5)]
    films = [f"/video/202505{20 - n:02}/{n}cc0b6c7d8e94a3fb2c1d0e9f8a7b6e{n}/c.html" for n in range(3)]
    yield ListCase(
        "agency's channel: hashes before c.html, regional hosts, films, a special of the year",
        f"http://www.{host}/fortune/index.htm",
        portal(
            "<div id='recommendDepth' class='depth'>"
            + lines(
                a,
                "<div class='item item-style1'><div class='img'><a href='{u}'><img src='i.jpg'></a></div><div class='txt'><div class='tit'><span><a href='{u}' target='_blank'>{t}</a></span></div><div class='abs'><a href='{u}'>新华社记者从国家市场监督管理总局获悉</a></div><div class='info'>2025-05-2{n}</div></div></div>",
                NEWS,
            )
            + "</div><div class='local'><h2>地方财经</h2>"
            + lines(b, "<p><a href='{u}'>{t}</a></p>", NEWS[8:])
            + "</div><div class='sp'>"
            + lines(films, "<div class='v'><a href='{u}'><img src='v.jpg'></a><p><a href='{u}'>{t}</a></p></div>", NEWS[4:])
            + f"</div><div class='zt'><a href='http://www.{host}/fortune/zt/2025zgpprh/index.html'>2025中国品牌日特别报道</a></div>",
            host,
            "财经",
        ),
        (*a, *b),
        home=True,
    )
    host = "zhongxin.example.com"
    kinds = ("国内", "国际", "财经", "社会", "健康")
    roll = [f"/{('gn', 'gj', 'cj', 'sh', 'jk')[n % 5]}/2025/05-20/{10418900 - n * 7}.shtml" for n in range(14)]
    yield ListCase(
        "rolling news: each line with its channel before and its minute behind",
        f"http://www.{host}/scroll-news/news1.html",
        portal(
            "<div class='content_list'><ul>"
            + "".join(
                f"<li><div class='dd_lm'>[<a href='/{one.split('/')[1]}.shtml'>{kinds[n % 5]}</a>]</div> <div class='dd_bt'><a href='{one}'>{NEWS[n]}</a></div><div class='dd_time'>5-20 {20 - n // 2:02}:1{n % 6}</div></li>"
                for n, one in enumerate(roll)
            )
            + "</ul></div><div class='pagebox'><span>上一页</span> <span>1</span> <a href='/scroll-news/news2.html'>2</a> <a href='/scroll-news/news3.html'>3</a> <a href='/scroll-news/news10.html'>10</a> <a href='/scroll-news/news2.html'>下一页</a></div>"
            "<div class='date'><a href='/scroll-news/2025/0519/news.shtml'>5月19日滚动新闻</a><a href='/scroll-news/2025/0518/news.shtml'>5月18日滚动新闻</a></div>",
            host,
            "滚动新闻",
        ),
        tuple(roll),
        "/scroll-news/news2.html",
    )
    host = "yangshi.example.com"
    texts = [f"https://news.{host}/2025/05/20/ARTI{'abcdefgh'[n]}7RkqYw2Zt{n}mVbN250520.shtml" for n in range(8)]
    films = [f"https://tv.{host}/2025/05/20/VIDE{'abcdef'[n]}9QkqYw2Zt{n}mVbN250520.shtml" for n in range(4)]
    photos = [f"https://photo.{host}/2025/05/19/PHOA{'abc'[n]}Tk2Zt{n}mVbN250519.shtml" for n in range(3)]
    yield ListCase(
        "television's channel: texts, films and slides by their hosts",
        f"https://news.{host}/society/index.shtml",
        portal(
            "<div class='ecoA9805_con'><ul id='newslist'>"
            + lines(
                texts,
                "<li><div class='image'><a href='{u}'><img src='1.jpg'></a></div><h3 class='title'><a href='{u}'>{t}</a></h3><p class='brief'>央视网消息:……</p></li>",
                NEWS,
            )
            + "</ul></div><div class='right'>"
            + lines(
                films,
                "<li><a href='{u}'><img src='2.jpg'></a><a href='{u}'>{t}</a></li>",
                ("[新闻直播间]给电梯做体检", "[朝闻天下]国产检测仪器出海", "[焦点访谈]舌尖上的检测", "[经济半小时]质检风云"),
            )
            + lines(photos, "<li><a href='{u}'>{t}</a></li>", NEWS[7:])
            + "</div>",
            host,
            "社会",
        ),
        tuple(texts),
        home=True,
    )
    host = "xinlang.example.com"
    roll = [
        f"https://{('finance', 'news', 'tech')[n % 3]}.{host}/{('stock/relnews/cn', 'c', 'roll')[n % 3]}/2025-05-20/doc-inexabc{1234567 + n * 31}.shtml"
        for n in range(12)
    ]
    yield ListCase(
        "roll of a portal over its hosts, pager of numbers with a query",
        f"https://news.{host}/roll/?pageid=153&lid=2509&page=1",
        portal(
            "<div class='d_list_txt' id='d_list'><ul>"
            + "".join(
                f"<li><span class='c_chl'>[<a href='https://{('finance', 'news', 'tech')[n % 3]}.{host}/'>{('财经', '国内', '科技')[n % 3]}</a>]</span><span class='c_tit'><a href='{one}' target='_blank'>{NEWS[n]}</a></span><span class='c_time' s='174772'>05-20 17:{59 - n}</span></li>"
                for n, one in enumerate(roll)
            )
            + "</ul></div><div class='pagebox'>"
            + "".join(
                f"<span class='pagebox_num{'_nonce' if n == 1 else ''}'>{n if n == 1 else f'<a href=?pageid=153&amp;lid=2509&amp;page={n}>{n}</a>'}</span>"
                for n in range(1, 6)
            )
            + "<span class='pagebox_next'><a href='?pageid=153&amp;lid=2509&amp;page=2'>下一页</a></span></div>",
            host,
            "滚动",
        ),
        tuple(roll),
        f"https://news.{host}/roll/?pageid=153&lid=2509&page=2",
    )
    host = "souhu.example.com"
    cards = [f"https://www.{host}/a/{895123000 + n * 17}_121{n}06822" for n in range(9)]
    yield ListCase(
        "cards of a platform: cover, headline and digest to one address, author and comments beside",
        f"https://www.{host}/c/8/1460",
        portal(
            "<div class='feed'>"
            + lines(
                cards,
                "<div data-role='news-item' class='news-box'><a href='{u}?scm=1019.e000a.v1.{n}' class='pic'><img src='a.jpg'></a><h4><a href='{u}?scm=1019.e000a.v1.{n}'>{t}</a></h4><p class='abs'><a href='{u}?scm=1019.e000a.v1.{n}'>近日,有消费者反映……</a></p><span class='name'><a href='https://mp.souhu.example.com/profile?xpt=cHBhZzA{n}'>检测观察家{n}</a></span> <span class='time'>{n}小时前</span><a href='{u}#comment_area'>评论({n})</a></div>",
                NEWS,
            )
            + "</div><div class='god'><a href='https://www.souhu.example.com/tag/67532'>检验检测</a><a href='https://www.souhu.example.com/tag/77533'>新能源汽车质量</a></div>",
            host,
            "质量",
        ),
        tuple(f"{one}?scm=1019.e000a.v1.{n}" for n, one in enumerate(cards)),
        home=True,
    )
    host = "caifu.example.com"
    pieces = [f"http://finance.{host}/a/20250520341{n}678902.html" for n in range(9)]
    yield ListCase(
        "finance: digests that link to quotes, a table of indices, columnists",
        f"http://finance.{host}/a/cgnjj.html",
        portal(
            "<div class='hq'><a href='http://quote.caifu.example.com/zs000001.html'>上证指数</a><a href='http://quote.caifu.example.com/zs399001.html'>深证成指</a><a href='http://quote.caifu.example.com/center/list.html#10'>沪深京个股行情中心</a></div><div class='repeatList'><ul id='newsListContent'>"
            + lines(
                pieces,
                "<li id='newsTr{n}'><div class='text'><p class='title'><a href='{u}'>{t}</a></p><p class='info' title='摘要'>【摘要】<a href='http://quote.caifu.example.com/sz30001{n}.html'>华标检测</a>、<a href='http://quote.caifu.example.com/sz30031{n}.html'>东海计量股份</a>涨停</p><p class='time'>05月20日 1{n}:20</p></div></li>",
                NEWS,
            )
            + "</ul></div><div class='pagerNoDiv' id='pagerNoDiv'><a class='curNoLink'>1</a><a href='cgnjj_2.html'>2</a><a href='cgnjj_3.html'>3</a><a href='cgnjj_2.html'>下一页</a></div><div class='zl'>"
            + lines(
                [f"http://blog.{host}/{n}66778" for n in range(5)],
                "<a href='{u}'>{t}</a>",
                ("张某某:检测行业进入整合期", "李某:别误读CPI", "王某某:看多", "赵某", "基金经理手记两则"),
            )
            + "</div>",
            host,
            "国内经济",
        ),
        tuple(pieces),
        "cgnjj_2.html",
    )
    host = "pai.example.com"
    shown = [f"/newsDetail_forward_{30812345 + n * 11}" for n in range(9)]
    rank = [f"/newsDetail_forward_{30809000 + n * 13}" for n in range(6)]
    yield ListCase(
        "application rendered on the server: cards, columns of their own numbers, a rank",
        f"https://www.{host}/channel_25951",
        f"<html><head><title>财经</title></head><body><div id='__next'><header><ul><li><a href='/channel_25950'>时事</a></li><li><a href='/channel_25951'>财经</a></li><li><a href='/searchResult'>搜索</a></li></ul></header><ul class='tags'>{''.join(f'<li><a href=/list_{25434 + n}>{name}</a></li>' for n, name in enumerate(('10%公司', '能见度', '地产界观察', '财经上下游', '金改实验室')))}</ul><div class='ant-row'>"
        + lines(
            shown,
            "<div class='small_toplink'><a target='_blank' class='index_inherit__A1ImK' href='{u}'><div class='mdCard'><img src='c.png' alt='{t}'><h2>{t}</h2></div></a><div class='bottom'><a href='/list_2543{n}' class='src'>10%公司</a><span>{n}小时前</span><span>{n}6</span></div></div>",
            NEWS,
        )
        + "</div><div class='rebang'><h3>热榜</h3><ul>"
        + lines(rank, "<li><i>{n}</i><a href='{u}'>{t}</a></li>", NEWS[8:])
        + "</ul></div><footer><a href='/about_us'>关于我们团队</a><a href='https://file.pai.example.com/2025/licence.html'>广播电视节目制作经营许可证</a></footer></div></body></html>",
        (*shown, *rank),
        home=True,
    )
    yield from _others()


def _others() -> Iterator[ListCase]:
    host = "kr.example.com"
    posts = [f"/p/{3301234567890 + n * 101}" for n in range(8)]
    flash = [f"/newsflashes/{3302234567890 + n * 101}" for n in range(5)]
    yield ListCase(
        "start-up media: title and digest both linked, authors, topics, flashes",
        f"https://{host}/information/technology/",
        "<html><body><div class='kr-header'><a href='/newsflashes'>快讯</a><a href='/information/web_news/'>资讯</a><a href='/video'>视频</a><a href='https://pitchhub.kr.example.com/'>创投平台</a></div><div class='information-flow-list'>"
        + lines(
            posts,
            "<div class='article-item-info'><p class='title-wrapper'><a class='article-item-title' href='{u}'>{t}</a></p><a class='article-item-description' href='{u}'>检测行业的下一个十年,谁在领跑?</a><div class='kr-flow-bar'><a class='kr-flow-bar-author' href='/user/{n}8967'>检测君第{n}号</a><span>{n}分钟前</span><a href='/motif/32740{n}'>硬科技检测</a></div></div>",
            NEWS,
        )
        + "</div><div class='flash'><h3>最新快讯</h3>"
        + lines(flash, "<div class='f'><a href='{u}'>{t}</a><span>{n}分钟前</span></div>", NEWS[6:])
        + "</div><div class='pager'><a href='javascript:;' class='load-more'>查看更多</a></div></body></html>",
        (*posts, *flash),
        home=True,
    )
    host = "wanbao.example.com"
    local = [f"content_8{n}12345.htm" for n in range(9)]
    near = [f"../../sh/content_8{n}02345.htm" for n in range(5)]
    yield ListCase(
        "city newspaper's site: node and content, days by slash, a pager of nodes",
        f"http://news.{host}/gb/jj/node_1024.htm",
        portal(
            "<div class='l'><ul class='newslist'>"
            + lines(local, "<li><a href='{u}'>{t}</a>&nbsp;<font color='#888'>2025/5/2{n}</font></li>", NEWS)
            + "</ul><div id='displaypagenum'><center>1 <a href='node_1024_2.htm'>2</a> <a href='node_1024_3.htm'>3</a> <a href='node_1024_2.htm'>下一页</a> <a href='node_1024_9.htm'>末页</a></center></div></div><div class='r'><h3><a href='../../sh/node_1030.htm'>社会新闻</a></h3>"
            + lines(near, "<p>· <a href='{u}'>{t}</a></p>", NEWS[7:])
            + "<h3>微博矩阵</h3><a href='http://weibo.example/u/2010112345'>晚报官方微博账号关注</a></div>",
            host,
        ),
        (*local, *near),
        "node_1024_2.htm",
    )
    album = [
        f"http://mp.weixin.example/s?__biz=MzA5NTY0Mw==&mid=26497{n}1234&idx={1 + n % 2}&sn=9f8e7d6c5b4a{n}&chksm=88#rd"
        for n in range(6)
    ]
    yield ListCase(
        "album of an account: the address stands in the item, the day in a span",
        "https://mp.weixin.example/mp/appmsgalbum?__biz=MzA5NTY0Mw==&action=getalbum&album_id=2301234567",
        "<html><body><div class='album__head'><div class='album__label-title'>#检测科普</div><div class='album__desc'>128篇内容</div></div><ul class='album__list js_album_list'>"
        + "".join(
            f"<li class='album__list-item js_album_item' data-msgid='26497{n}1234' data-itemidx='{1 + n % 2}' data-link='{one.replace('&', '&amp;')}' data-title='{NEWS[n]}' data-pos_num='{128 - n}'><div class='album__list-item-inner'><div class='album__item-title'><span class='album__item-num'>{128 - n}.</span><span class='album__item-title-wrp'>{NEWS[n]}</span></div><div class='album__item-info'><span class='js_article_create_time'>5月{20 - n}日</span></div></div></li>"
            for n, one in enumerate(album)
        )
        + "</ul></body></html>",
        tuple(one.replace("http://", "http://") for one in album),
    )
    host = "nanguo.example.com"
    a, b, c = (
        [f"https://{name}.{host}/news/2025-05/20/content_{start + n}.html" for n in range(count)]
        for name, start, count in (("www", 1130001, 7), ("economy", 1130101, 6), ("edu", 1130201, 5))
    )
    slides = [f"https://pics.{host}/2025-05/20/content_11303{n}.html" for n in range(3)]
    live = [f"https://live.{host}/room/88{n}12.html" for n in range(3)]
    yield ListCase(
        "front of a provincial portal: three boxes on three hosts, slides, live rooms, districts, notices of advertisers",
        f"https://www.{host}/",
        portal(
            "<div class='m1'>"
            + lines(a, "<li class='f14'><a href='{u}' target='_blank'>{t}</a></li>", NEWS)
            + "</div><div class='m2'>"
            + lines(b, "<li><a href='{u}' target='_blank'>{t}</a></li>", NEWS[4:])
            + "</div><div class='m3'>"
            + lines(
                c,
                "<div class='i'><a href='{u}' target='_blank'><img src='c.jpg' alt='{t}'></a><a href='{u}'>{t}</a></div>",
                NEWS[8:],
            )
            + "</div><div class='tp'>"
            + lines(slides, "<a href='{u}'><img src='s.jpg'><span>{t}</span></a>", NEWS[2:])
            + "</div><div class='zb'>"
            + lines(live, "<a href='{u}'>{t}</a>", ("直播|世界计量日主题活动", "回看|“质量月”启动仪式", "直播预告:实验室探秘"))
            + f"</div><div class='qx'>{''.join(f'<a href=https://{name}.{host}/>{said}</a>' for name, said in (('gz', '南州'), ('hz', '海州'), ('lj', '临江')))}</div>"
            f"<div class='gg'><a href='https://ad.{host}/c?id=20251'>某银行信用卡分期利率优惠</a><a href='https://www.nanguo.example.com/zt/2025zlqs/index.html'>质量强省建设纲要专题</a></div>",
            host,
        ),
        (*a, *b, *c),
        home=True,
    )
    host = "zhinews.example.com"
    mixed = [f"/{n}/2025/0520/{n}8{n}1.html" for n in range(1, 9)]
    side = [f"/9/2025/0519/{n}77{n}.html" for n in range(6)]
    yield ListCase(
        "mobile list: whole entries are links, tags of kinds, more by a button with an address",
        f"https://m.{host}/channel/zl",
        "<html><body><header class='hd'><a href='/' class='back'></a><a href='/channel/zl'>质量</a><a href='/channel/sp'>视频</a></header><div class='lst'>"
        + lines(
            mixed,
            "<a class='itm' href='{u}'><div class='tx'><h3>{t}</h3><div class='ft'><span class='lab'>专题</span><span>质量频道</span><span>5月2{n}日</span></div></div><img src='t.jpg'></a>",
            NEWS,
        )
        + "</div><div class='tj'><h4>相关推荐</h4>"
        + lines(side, "<a href='{u}'>{t}</a>", NEWS[3:])
        + "</div><div class='more' data-url='/channel/zl?page=2'>点击加载更多</div><div class='ft'><a href='https://www.zhinews.example.com/'>电脑版</a><a href='/app.html'>客户端</a></div></body></html>",
        (*mixed, *side),
        "/channel/zl?page=2",
    )


def media_cases() -> list[ListCase]:
    """All of them."""
    return list(_channels())
