"""What single lines of a Chinese news page are: text, a credit, the head of a list, a footer. Words and shapes, no hosts."""

from __future__ import annotations

import re
from enum import Enum

from crawler.extract.flow import Line


class Kind(Enum):
    """The part a line plays on a page."""

    TEXT = "text"  # sentences
    SHORT = "short"  # a few unlinked words: a sub-heading, a caption, a list's item, a label
    LINKS = "links"  # mostly link text
    META = "date, source and tools line"
    CREDIT = "editor or source line"
    NOTICE = "disclaimer or advertisement"
    TOOL = "button or counter"
    STOP = "head of another list"
    FOOTER = "page footer"


TEXTUAL = frozenset({Kind.TEXT, Kind.SHORT})

OPEN = r"[\s\[【(（〔「<《|｜/·•>＞:：—\-*★●■◆▲▼※#]*"
CLOSE = r"[\s\]】)）〕」>》|｜/·•…。.:：!！—\-*<＞]*"
COLON = r"\s*[:：︰|｜/／丨]"
DATE = r"(?:19|20)\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?"
TIME = r"\d{1,2}\s*[:：]\s*\d\d(?:\s*[:：]\s*\d\d)?"

# Heads of what is not this article; whole short lines.
STOP = re.compile(
    OPEN
    + r"(?:您?你?可能(?:还|也|会)?(?:感兴趣|喜欢|關注|关注|想看)(?:的|.{0,6})?|猜你喜欢|大家都在(?:看|搜|读)|大家还在看|你?还可以看|为您?你?推荐|"
    r"(?:相关|相關|延伸|推荐|推薦|关联|精彩|更多|热门|熱門|最新|最热|本周|今日|本月|同类|其他|其它|往期|热点|頭條|头条|要闻|图文|图片|视频|新闻|站内|网站|友情|精选|编辑|小编|图说|本站|本网|本类|本栏|栏目|频道|"
    r"文章|资讯|信息|阅读|点击|浏览|评论|人气|访问|一周|24小时|48小时|周|日|月|作者|专家|网友|全部|发表|我要|用户|热|新){1,3}"
    r"(?:相关|新闻|新聞|阅读|閱讀|文章|链接|鏈接|连接|推荐|推薦|推送|推介|报道|報道|资讯|資訊|信息|内容|專題|专题|话题|主题|标签|评论|評論|留言|回复|跟帖|跟贴|讨论|"
    r"排行|排行榜|榜|榜单|点击|搜索|搜尋|视频|图集|图片|组图|图库|回顾|导读|焦点|热点|热门|动态|发布|更新|精选|必读|速递|要闻|关注|头条|导航|附件|下载|作品|看点|广告|问答|Top ?\d+){1,2}|"
    r"相关链接|下一篇文章|上一篇文章|看了(?:本文|该文|又看).{0,8}|读过?本文的人.{0,10}|.{0,6}排行榜?|(?:点击|阅读|评论|热度|人气)排行|"
    r"网友评论|网友留言|评论区|发表评论|我来说两句|我要评论|写评论|最热评论|跟帖评论|精彩评论|全部评论|评论\s*[(（]\s*\d+\s*[)）]|\d+条?评论|热评|"
    r"您此时的心情|新闻表情.{0,8}|作者最新文章|值班总编推荐|热图推荐|图片新闻|视频新闻|扫描下载APP|客户端下载|上一篇|下一篇|上一条|下一条|延伸阅读|拓展阅读|扩展阅读|"
    r"附[:：]相关.{0,6}|举报/反馈|不感兴趣|今日要闻.{0,8}|不良信息举报|热门标签|随机推荐|随便看看|更多精彩.{0,8}|更多>*|返回列表|返回首页|友情链接|关于我们|联系我们|最新资讯|最新更新|猜您喜欢)"
    + r"(?:\s*[(（]\d*[)）])?"
    + CLOSE,
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(OPEN + r"(?:上|下|前|后)\s?一\s?(?:篇|条|條|页|頁|则|則|章|个|主题)(?:新闻|文章|信息|内容)?\s?(?:[:：】\]>]|没有|沒有|暂无|$)")

# Editor and source lines; the start of the line decides.
CREDIT = re.compile(
    OPEN
    + r"(?:(?:本文|本期|本版|见习|实习|值班|执行|责任|栏目|网络|新媒体|微信|文字|图片|视频|美术|版面|统筹|总|副|主|特约|在线)?\s?"
    r"(?:责\s?任?\s?编\s?辑?|責\s?任?\s?編\s?輯?|编\s?辑|編\s?輯|小编|主编|主編|編審|编审|校\s?对|校\s?對|审\s?核|審\s?核|审\s?校|审\s?签|复\s?审|初\s?审|终\s?审|一审|二审|三审|监\s?制|监制人|策划|制\s?作|排\s?版|录\s?入|選稿|选\s?稿|组稿|发\s?布\s?人|发布者|"
    r"编发|责校|值班主任|值班编委|值班领导|出品人|供\s?稿|供稿单位|信息员|投稿|作\s?者|作者单位|稿源|稿件来源|来\s?源|來\s?源|文章来源|信息来源|消息来源|本文来源|新闻来源|资料来源|图源|转\s?自|轉\s?自|转载自|原载|摘自|原\s?标\s?题|原\s?標\s?題|原题为?|原文标题|原文链接|原文网址|原文地址|原文|"
    r"本文链接|本文地址|本文网址|文章链接|链接地址|网址|转载请注明.{0,10}|关键\s?[词字]|關鍵\s?[詞字]|标\s?签|標籤|文章关键词|文章标签|分类|所属分类|栏目|阅读量?|閱讀|浏览(?:量|次数)?|点击(?:数|率|量|次数)?|阅读数|发布日期|发布时间|发表时间|更新时间|最后更新|录入时间|发稿时间|时间|日期|发布单位|发布机构|发布者|撰稿人?|撰稿单位))"
    + COLON
)
CREDIT_WHOLE = re.compile(
    OPEN
    + r"(?:(?:责任|責任)?(?:编辑|編輯)|责编|責編|校对|审核|来源|作者|编审)"
    r"[\s:：]\s*[\w·、,，\s]{2,24}"
    + CLOSE
    + "|"
    + OPEN
    + r"[\w、，,·\s]{2,30}(?:供稿|投稿|整理|报送|编辑|编发|发布|供图)"
    + CLOSE
    + "|"
    + OPEN
    + r"(?:本文|文章|稿件|内容|以上(?:内容|信息|文章)?|资料|消息)?(?:来源|來源|来自|转自|转载自|摘自|原载)(?:于|自)?[\s:：]*[“\"《<「]?[\w·、\-—]{2,24}[”\"》>」]?(?:网站?|微信公众号|公众号|客户端|APP)?"
    + CLOSE
    + "|"
    + OPEN
    + r"原(?:标题|標題|题)(?:为|是|[:：]).{2,120}"
)
NOTICE = re.compile(
    OPEN
    + r"(?:免\s?责\s?声\s?明|免責聲明|特别(?:声明|提醒|提示)|郑重声明|版权声明|版權聲明|本[站网]声明|平台声明|重要声明|声\s?明|聲明|作者声明|转载声明|风险提示|投资有风险|温馨提示|版权(?:说明|归|所有|作品|属于)|版权与免责|网站声明|法律声明|侵权声明|举报邮箱|投诉建议|Notice|Disclaimer|本网专稿|本網專稿|凡本[网站]|凡注明|凡来源|转载说明|注明[:：])"
    r"|.{0,40}(?:仅提供信息(?:存储|发布)|不代表.{0,20}(?:观点|立场)|仅代表作者(?:本人|个人)|未经(?:.{0,14})?(?:授权|许可|允许|同意).{0,8}(?:禁止|不得|严禁|转载|請勿|请勿)|如有侵权|侵权请联系|侵犯(?:了)?(?:您|你|到|贵)|联系(?:本站|我们|管理员|小编)删除|不构成(?:任何)?(?:投资|买卖)|仅供(?:读者|参考)|据此操作.{0,4}风险自担|转载请(?:注明|联系)|欢迎(?:扫码)?关注.{0,12}(?:公众号|微信|微博|抖音)|关注.{0,14}公众号|长按.{0,8}二维码|扫(?:一扫|描|码).{0,14}(?:关注|下载|二维码|查看|分享|阅读|打开)|下载.{0,12}(?:客户端|APP)|更多.{0,20}(?:请?(?:下载|关注|点击)|尽在).{0,20}|尽在.{0,10}(?:APP|客户端)|上手机\w{2,8}(?:网|频道)|点击(?:查看|进入|下载|投票|图片).{0,16}|查看更多)"
)
TOOL = re.compile(
    OPEN
    + r"(?:分享(?:到|至|让更多人看到|文章)?[:：]?.{0,16}|分享让更多.{0,8}|分享讓更多.{0,8}|(?:微信|微博|QQ|空间|好友|朋友圈|收藏|打印|纠错|糾錯|点赞|赞|踩|顶|举报|舉報|投诉|复制链接|链接已复制|字号|字體|字体|大|中|小|关闭|關閉|关闭窗口|打印本页|打印此页|返回顶部|回到顶部|缩小字体|放大字体|增大|减小|添加喜爱|保存|推荐|评论|留言|论坛|网摘|手机点评|收听|语音|简体|繁体|繁體|正文|图集|全文|原图|E-?mail\s?推荐?|RSS|微信扫一扫|扫一扫|生成海报|阅读原文|用微信扫.{0,6}|\+?\d{1,7}|A[+-]?|T|Q(?:zone|Q空间)|\+?关注|首页|加载中|Loading|人参与|次阅读|[\s+\-.,，|｜/【】()（）:：·>\[\]])+|"
    r"(?:查看|阅读)(?:原图|原文|全文|剩余全文|更多|评论)(?:\s?\d+\s?K)?|阅读\s?[(（]?[\d.]+万?[)）]?|点击(?:量|数)?\s?\d+|阅读数?\s?[(（]\s*\d+\s*[)）]|已有?\s?\d+\s?人.{0,10}|\d+\s?(?:人|次|条).{0,12}|"
    r"(?:简体|简体中文)\s?[|｜]\s?繁[體体]|(?:第?\s?\d+\s?页?|首页|尾页|上一页|下一页|末页|\.{3}|[|｜\[\]【】<>\s])+|附件[:：]?|没有附件|无附件|\[?关闭本页\]?|来源[:：]?|作者[:：]?|赞赏|打赏|转发.{0,10}微博|推荐\s?\d+|我要反馈|我要纠错|网站首页|首赞|更多|热点栏目|客户端|下载客户端|独家抢先看|下载APP|打开APP.{0,14}|本文为.{0,14}原创.{0,10}|X|x|×|调查问题加载中.{0,8}|若长时间无响应.{0,14}|视频加载中.{0,6}|正在加载.{0,6}|\[?纠错\]?|关注.{2,8}网|责任编辑|进入【.{2,14}】讨论)"
    + CLOSE,
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:Copyright|copyright|版权所有|版\s?權\s?所\s?有|All [Rr]ights|ICP[备備证證]|[京沪粤浙苏闽津渝鲁豫湘鄂川皖赣冀晋辽吉黑蒙桂琼贵云藏陕甘青宁新港澳台]ICP|公网安备|网安备|网站标识码|备案号|许可证(?:编?号)?[:：]?\s?\d|技术支持|主办单位[:：]|承办单位[:：]|主办[:：].{2,30}承办|网站管理[:：]|网站地图|建议使用|最佳效果|版权归.{0,20}所有|增值电信|互联网新闻信息服务|不良信息举报|举报电话|信息网络传播视听|邮政?编码?[:：]\s?\d{6}|邮编[:：]\s?\d{6})"
)
BREADCRUMB = re.compile(
    OPEN + r"(?:您?你?的?(?:当前|現在|现在|所在|當前)的?(?:所在)?(?:位置|栏目)|您?所在(?:的)?位置|位置|當前位置|您现在的位置(?:是)?|导航|首\s?页)\s?[:：>＞》/→\-|»›]|.{1,16}[>＞»›→].{1,40}(?:正文|[>＞»›→]\s*$)"
)
META = re.compile(rf"{DATE}|{TIME}")
META_WORDS = re.compile(
    r"来源|來源|作者|发布|發布|时间|時間|浏览|瀏覽|阅读|点击|字号|字体|编辑|责编|记者|打印|收藏|分享|评论|人气|访问|简体|举报|选稿|次|发表|更新|稿源|文字|http|来自|http"
)
SENTENCE = re.compile("[。！？；!?;…]|[，,、].{4,80}[，,。]")
HAN = re.compile("[\u3400-\u9fff]")
READ = 400  # characters of a line that the patterns look at


def kind_of(line: Line) -> Kind:
    """What a line is by itself; its neighbours are not asked."""
    text = line.text[:READ]
    length = len(line.text)
    if length <= 40 and TOOL.fullmatch(text):
        return Kind.TOOL
    if length <= 30 and STOP.fullmatch(text):
        return Kind.STOP
    if length <= 120 and NEIGHBOUR.match(text):
        return Kind.STOP
    if length <= 300 and FOOTER.search(text) and not (length > 80 and SENTENCE.search(text)):
        return Kind.FOOTER
    if length <= 120 and BREADCRUMB.match(text):
        return Kind.META
    if line.linked * 2 > length:
        return Kind.LINKS
    if length <= 200 and (CREDIT.match(text) or (length <= 120 and CREDIT_WHOLE.fullmatch(text))):
        return Kind.CREDIT
    if length <= 400 and NOTICE.match(text):
        return Kind.NOTICE
    if length <= 90 and META.search(text) and is_meta(text):
        return Kind.META
    if length >= 15 and SENTENCE.search(text):
        return Kind.TEXT
    return Kind.TEXT if length >= 60 else Kind.SHORT


def is_meta(text: str) -> bool:
    """A line that is a date, a time and labels, with hardly a word besides."""
    rest = META.sub(" ", text)
    if len(rest.strip(" |·-—:：()（）[]【】日")) <= 2:
        return True
    words = META_WORDS.findall(rest)
    return bool(words) and len(HAN.findall(rest)) <= 14 + 10 * len(words) and not SENTENCE.search(rest)


def worth(line: Line, kind: Kind) -> float:
    """How much a line speaks for the block that holds it, in characters; what is never news speaks against it."""
    length = len(line.text)
    if kind is Kind.TEXT:
        return min(length - line.linked, 600.0)
    if kind is Kind.SHORT:
        return min(length - line.linked, 12) * 0.25
    if kind is Kind.LINKS:
        return -min(4.0 + 0.6 * line.linked, 60.0)
    return {Kind.META: -4.0, Kind.TOOL: -3.0, Kind.CREDIT: -3.0, Kind.NOTICE: -10.0, Kind.STOP: -12.0, Kind.FOOTER: -40.0}[kind]
