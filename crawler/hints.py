"""What an address, a title and the name of a box say by their words alone: an article, a column, a ware, a film."""

from __future__ import annotations

import re

FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|zip|rar|7z|exe|apk|mp[34]|avi|css|js|ico|xlsx?|docx?|pptx?)$", re.IGNORECASE)
NOT_ARTICLE = re.compile(
    r"(?:^|/)(?:login|register|search|about|contact|sitemap|tags?|user|member|passport|help|video|special|live|zt|rss|feed|app|download|space|home|profile|jump|redirect|click|go)"
    r"(?:[/._?-]|$)|/(?:lists?|channels?|columns?|category|cate|type|class|lm|lanmu|forum|board)/\d{1,6}(?:[_-]\d{1,6}){0,2}(?:/|\.\w+)$"
    r"|/(?:index|list|default|node|channel|column|forum|category|catalog)(?:[_-]?\d{1,6}){0,3}\.\w+$|/$",
    re.IGNORECASE,
)
DATED_PATH = re.compile(r"/(?:20)?\d\d[-/_]?(?:0?[1-9]|1[0-2])[-/_]?(?:[0-2]?\d|3[01])/.*\d")
DATED_NAME = re.compile(r"/t20\d{6}_\d+\.")  # t20250520_2718800.html
# addresses that end in a slash and are articles all the same, as blogs have them
PERMANENT = re.compile(
    r"/20\d\d/\d{1,2}(?:/\d{1,2})?/[^/]{3,}/?$|/(?:archives?|posts?|p|articles?|a|show|content|news)/\d{1,9}/?$"
)
CALENDAR = re.compile(r"/20\d\d(?:[/-]?(?:0?[1-9]|1[0-2])(?:[/-]?(?:0?[1-9]|[12]\d|3[01]))?)?/?$")  # /2026/11/25/: all of a day
ENTRANCE = re.compile(r"^/(?:index\.(?:php|jsp|aspx?))?$")
SHOWN = re.compile(
    r"/(?:shows?|details?|view|read|article)/(?:id/)?\d{1,9}(?:\.\w+)?/?$", re.IGNORECASE
)  # /Home/News/show/id/321.html
NUMBERED_INDEX = re.compile(r"/\d{5,}/(?:index|default)\.\w+$", re.IGNORECASE)  # an article in a list of headlines, else a column
CONTENT_ID = re.compile(r"(?:^|&)(?:id|p|aid|nid|tid|newsid|infoid|articleid|contentid|wbnewsid|docid)=\d+", re.IGNORECASE)
# pictures, films, blogs and shops are listed beside the news, but have no text to read
OTHER_MEDIA = re.compile(
    r"(?:^|[./])(slide|photo|photos|photoview|video|videos|blog|bbs|live|product|products|author|game|shop|mall|course\w*|ad)(?=[./?]|$)",
    re.IGNORECASE,
)
OTHER_HOSTS = re.compile(r"(?:^|\.)(v|tv|vip|open|movie|room|click|pics?|quotes?|club|apps?|ads?|games?)\.", re.IGNORECASE)
# people, firms, wares and services have pages of their own, and lists of them
WARE = re.compile(
    r"(?:^|[/_-])(services?|fuwu|products?|chanpin|sells?|buy|supply|supplier|gongying|jobs?|zhaopin|rencai|recruit|brands?|members?|huiyuan|accounts?|space|uid"
    r"|users?|authors?|partners?|clients?|kehu|experts?|zhuanjia|topics?|tags?|so|search|down|downloads?|xiazai|about|contact|lianxi|branch|solutions?)"
    r"(?:_?(?:list|show|detail|view|info|class)s?)?(?=[/._?=-]|$)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:^|[/_-])(?:space|uid|users?|authors?|sells?|jobs?)(?=[/._?=-]|$)", re.IGNORECASE
)  # no day makes an article of it
NEWS = re.compile(r"news|xinwen|dongtai|article|zixun|xwzx|xwdt|tzgg", re.IGNORECASE)
FILM = re.compile(r"^\W{0,2}(?:短|微)?(?:视频|直播)\W")
ORGANISATION = re.compile(
    r"(?:协会|学会|基金会|研究院|研究所|中心|联合会|委员会|管理局|总局|政府网?|网站|大学|学院|公司|医院|基地|慈善会|青联|商会)$"
)
NAVIGATION = re.compile(
    r"^(?:首页|上一?页|下一?页|尾页|末页|更多|更多[>»]*|more|详情|查看详情|查看更多|阅读全文|阅读更多|全文|返回|登录|注册|设为首页|加入收藏|联系我们|关于我们|"
    r"网站地图|版权声明|隐私|友情链接|English|简体|繁体|\d{1,4}|.{0,2}>+|打印|关闭|RSS|点击下载|下载)$",
    re.IGNORECASE,
)
# what the heading of a box says that holds no news, and what it says where it does
BOX = re.compile(
    r".{0,6}(?:友情链接|链接|合作伙伴|合作单位|成员单位|会员单位|会员名录|会员风采|会员展示|会员企业|热门搜索|热搜词?|标签|标签云|热门话题|产品(?:中心|分类|展示|推荐|列表|目录)?|"
    r"服务(?:项目|范围|领域|中心|大厅|内容|类别)?|业务(?:范围|领域|板块|类别)?|解决方案|(?:人才)?招聘(?:信息|职位)?|求职(?:信息)?|供应(?:信息|商)?|求购(?:信息)?|商机|企业(?:推荐|黄页|名录|库)|推荐企业|品牌(?:推荐|展示|专区)?|"
    r"仪器(?:设备|展示|推荐)?|设备(?:展示|中心)?|专家(?:库|名录|团队|介绍|风采)?|师资(?:队伍)?|公众号|下载|图集|图库|在线办事|办事(?:大厅|指南)?|课程|快速(?:导航|通道)|导航|栏目(?:列表)?|"
    r"分支机构|联系(?:方式|我们)|(?:合作)?客户(?:案例|见证)?|相关(?:产品|服务|企业))"
)
NEWS_BOX = re.compile(r"资讯|新闻|动态|要闻|公告|通知|文章|头条|报道|排行|阅读")
DIGITS = re.compile(r"\d+")
HASH = re.compile(r"[0-9a-f]{12,}", re.IGNORECASE)
MIXED = re.compile(r"(?<![a-z0-9])(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{8,}(?![a-z0-9])", re.IGNORECASE)  # FIV54ATS000181BR, t20250520


def shape(url: str) -> str:
    """An address without its numbers: addresses of one kind of page have one shape."""
    return DIGITS.sub("0", MIXED.sub("0", HASH.sub("0", url.partition("://")[2])))


def tail_of(kind: str) -> str:
    """A shape without host and first directory, where more than a number is left: columns differ there, articles do not."""
    tail = kind.partition("/")[2].partition("/")[2]
    return tail if re.search(r"[a-z]{2}[^.]*\d|\d/\d", tail, re.IGNORECASE) else ""
